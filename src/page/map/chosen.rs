//! What is chosen on the map: its name, the way to its page, each of its connections with reading and source, and the
//! way to put another goal beside it.

use super::chosen_place;
use crate::i18n::{goals, map as words};
use crate::markup::{Element, el, text};
use crate::model::{Anchor, Goal, Reading, SdgMark};
use crate::page::Context;
use crate::page::anchor::place;
use crate::page::parts::{cite, link, reading};
use crate::query::goals::{in_area, naming};
use crate::url::{Route, View};

pub fn chosen(context: &Context) -> Option<Element> {
    let language = context.language();
    let (anchor, found) = chosen_place(context)?;
    let clear = context.with_view(&View { selected: None, ..context.view.clone() });
    let goal = anchor.id().filter(|_| anchor.kind() == "goal").and_then(|id| context.catalogue.goal(&id));
    let connections = connections(context, &anchor);
    let actions = el("p")
        .class("actions")
        // What stands on the map only has no page to open.
        .child(found.route.filter(|route| *route != Route::Map).map(|route| link(context.to(route), goals::open_chosen(language))))
        .child(link(clear, goals::clear_choice(language)).attr("data-choice", ""));
    Some(
        el("section")
            .class("chosen-part")
            .attr("aria-label", goals::chosen(language, &found.title))
            .child(el("p").class("chosen-title").text(goals::chosen(language, &found.title)))
            .child(actions)
            .child(goal.map(|goal| with_another(context, goal)))
            .child((!connections.is_empty()).then(|| {
                el("details")
                    .attr("id", "connections")
                    .child(el("summary").text(words::connections_counted(language, connections.len())))
                    .child(el("ul").class("connections").children(connections))
            })),
    )
}

/// The other goals, as a choice that puts one of them beside the chosen one.
fn with_another(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let others = context.catalogue.goals.iter().filter(|other| other.id != goal.id);
    let view = |compare| context.with_view(&View { compare, ..context.view.clone() });
    let second = context.view.compare.as_ref().filter(|[first, _]| *first == goal.id).map(|[_, second]| second);
    el("p")
        .class("compare-with live-only")
        .child(el("label").attr("for", "compare-with").text(words::compare_with(language)))
        .text(" ")
        .child(
            el("select")
                .attr("id", "compare-with")
                .attr("data-choose", "")
                .child(el("option").attr("value", view(None)).flag("selected", second.is_none()).text(words::choose_goal(language)))
                .children(others.map(|other| {
                    let address = view(Some([goal.id.clone(), other.id.clone()]));
                    el("option").attr("value", address).flag("selected", second == Some(&other.id)).text(other.title.get(language))
                })),
        )
}

/// Each connection of a node in words: what it says, the other end, its reading and where it stands.
fn connections(context: &Context, anchor: &Anchor) -> Vec<Element> {
    let language = context.language();
    let catalogue = context.catalogue;
    let line =
        |word: std::borrow::Cow<'static, str>, other: Anchor, how: Reading, extra: Option<String>, sources: &[crate::model::Source]| {
            let end = place(catalogue, language, &other);
            let title = end.as_ref().map(|place| place.title.clone()).unwrap_or_default();
            let address = end.and_then(|place| place.route).filter(|route| *route != Route::Map).map(|route| context.to(route));
            el("li")
                .child(el("span").class("soft").text(format!("{word} ")))
                .child(match address {
                    Some(address) => link(address, title).into(),
                    None => text(title),
                })
                .text(" ")
                .child(extra.map(|extra| el("span").text(format!("({extra}) "))))
                .child(reading(language, how, true))
                .text(" ")
                .child(cite(context, sources, false))
        };
    let both = |mark: &SdgMark, by_number: bool| {
        mark.other_number
            .map(|_| if by_number { goals::reading_by_number(language) } else { goals::reading_by_name(language) }.into_owned())
    };
    let Some(id) = anchor.id() else { return Vec::new() };
    match anchor.kind() {
        "goal" => {
            let Some(goal) = catalogue.goal(&id) else { return Vec::new() };
            let area = catalogue
                .area(&goal.area)
                .map(|area| line(words::stands_in_area(language), Anchor::area(&area.id), Reading::AsPublished, None, &goal.sources));
            let marks = goal.sdgs.iter().flat_map(|mark| {
                let how = if mark.other_number.is_some() { Reading::Interpreted } else { mark.reading };
                let one =
                    |number, by_number| line(words::names_sdg(language), Anchor::sdg(number), how, both(mark, by_number), &mark.sources);
                [Some(one(mark.number, true)), mark.other_number.map(|other| one(other, false))].into_iter().flatten().collect::<Vec<_>>()
            });
            area.into_iter().chain(marks).collect()
        }
        "assignment" => {
            let Some(assignment) = catalogue.assignment(&id) else { return Vec::new() };
            let area = catalogue.area(&assignment.area);
            area.map(|area| line(words::stands_in_area(language), Anchor::area(&area.id), Reading::AsPublished, None, &assignment.sources))
                .into_iter()
                .collect()
        }
        "area" => {
            let Some(area) = catalogue.area(&id) else { return Vec::new() };
            let (inside, assignments) = in_area(catalogue, area);
            let held = |anchor, sources| line(words::holds(language), anchor, Reading::AsPublished, None, sources);
            inside
                .iter()
                .map(|goal| held(Anchor::goal(&goal.id), &goal.sources))
                .chain(assignments.iter().map(|assignment| held(Anchor::assignment(&assignment.id), &assignment.sources)))
                .collect()
        }
        "sdg" => naming(catalogue, anchor.rest().parse().unwrap_or_default())
            .iter()
            .map(|naming| {
                let how = if naming.mark.other_number.is_some() { Reading::Interpreted } else { naming.mark.reading };
                let other = Anchor::goal(&naming.goal.id);
                line(words::named_by(language), other, how, both(naming.mark, naming.by_number), &naming.mark.sources)
            })
            .collect(),
        _ => Vec::new(),
    }
}
