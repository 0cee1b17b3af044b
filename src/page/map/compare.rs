//! Two goals side by side: what they share and what only one of them has.

use crate::i18n::{goals, map as words, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Goal, Id, Reading};
use crate::page::Context;
use crate::page::parts::{actor_link, cite, event_date, event_name, link, official_title, paragraph, reading, sdg_chip, section};
use crate::query::compare::{self, Comparison, Split};
use crate::url::{Route, View};

/// Of a longer list so many stand open.
const MOST: usize = 8;

/// Nothing where no comparison is asked for, or one of its goals is not there.
pub fn compare(context: &Context) -> Option<Element> {
    let language = context.language();
    let [first, second] = context.view.compare.as_ref().filter(|[first, second]| first != second)?;
    let found = compare::compare(context.catalogue, first, second)?;
    let finding = words::compare_finding(language, found.sdgs.both.len(), found.actors.both.len(), found.events.both.len());
    let close = context.with_view(&View { compare: None, ..context.view.clone() });
    Some(
        section("compare", words::compare_heading(language))
            .child(el("p").class("lead").attr("data-said", "").text(finding))
            .child(paragraph(words::compare_note(language)).class("soft"))
            .child(el("div").class("compared").child(one(context, &found, true)).child(one(context, &found, false)))
            .child(table(context, &found))
            .child(el("p").class("live-only").child(link(close, words::compare_close(language)).attr("data-choice", ""))),
    )
}

/// One of the two goals: which, where, how it is judged; and the choice of another in its place.
fn one(context: &Context, found: &Comparison, is_first: bool) -> Element {
    let language = context.language();
    let (goal, other) = if is_first { found.goals } else { (found.goals.1, found.goals.0) };
    let name = if is_first { words::first_goal(language) } else { words::second_goal(language) };
    let area = context.catalogue.area(&goal.area).map(|area| area.title.get(language)).unwrap_or_default();
    let indicator: Node = match &goal.indicator {
        Some(indicator) => {
            let kind = if indicator.countable { goals::countable(language) } else { goals::not_countable(language) };
            vec![
                el("strong").text(format!("{kind}. ")).into(),
                text(indicator.text.get(language)),
                text(" "),
                cite(context, &indicator.sources, false).into(),
            ]
            .into()
        }
        None => text(goals::no_indicator(language)),
    };
    let outcome: Node = match &goal.outcome {
        Some(outcome) => vec![text(outcome.text.get(language)), text(" "), cite(context, &outcome.sources, false).into()].into(),
        None => text(goals::no_outcome(language)),
    };
    el("div")
        .class("compared-goal")
        .child(swap(context, goal, other, is_first, &name))
        .child(
            el("h3")
                .child(el("span").class("kind").text(format!("{name}: ")))
                .child(el("a").attr("href", context.to(Route::Goal(goal.id.clone()))).child(official_title(language, &goal.title))),
        )
        .child(
            el("dl")
                .class("facts")
                .child(el("dt").text(words::by_area(language)))
                .child(el("dd").text(area))
                .child(el("dt").text(goals::indicator(language)))
                .child(el("dd").child(indicator))
                .child(el("dt").text(goals::wanted_outcome(language)))
                .child(el("dd").child(outcome))
                .child(el("dt").text(words::planned(language)))
                .child(el("dd").text(words::activities(language, goal.activities.len()))),
        )
}

fn swap(context: &Context, goal: &Goal, other: &Goal, is_first: bool, name: &str) -> Element {
    let language = context.language();
    let key = if is_first { "compare-first" } else { "compare-second" };
    let pair = |id: &Id| if is_first { [id.clone(), other.id.clone()] } else { [other.id.clone(), id.clone()] };
    el("p").class("compare-with live-only").child(el("label").class("visually-hidden").attr("for", key).text(name)).child(
        el("select").attr("id", key).attr("data-choose", "").children(
            context.catalogue.goals.iter().filter(|candidate| candidate.id != other.id).map(|candidate| {
                let address = context.with_view(&View { compare: Some(pair(&candidate.id)), ..context.view.clone() });
                el("option").attr("value", address).flag("selected", candidate.id == goal.id).text(candidate.title.get(language))
            }),
        ),
    )
}

fn table(context: &Context, found: &Comparison) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let heads = [words::only(language, "A"), words::both(language), words::only(language, "B")];
    let row = |key: &'static str, name: String, cells: [Vec<Node>; 3]| {
        el("tr").child(el("th").attr("scope", "row").text(name)).children(cells.into_iter().zip(&heads).enumerate().map(
            |(index, (cell, head))| {
                let count = cell.len();
                let items = |nodes: Vec<Node>| el("ul").class("plain").children(nodes.into_iter().map(|node| el("li").child(node)));
                let mut first = cell;
                let rest = if count > MOST + 1 { first.split_off(MOST) } else { Vec::new() };
                let content: Node = if first.is_empty() {
                    el("span").class("soft").text(words::nothing(language)).into()
                } else {
                    let more = (!rest.is_empty()).then(|| {
                        el("details")
                            .attr("id", format!("more-{key}-{index}"))
                            .child(el("summary").text(words::more(language, rest.len())))
                            .child(items(rest))
                    });
                    vec![items(first).into(), more.into()].into()
                };
                el("td")
                    .attr("data-label", head.to_string())
                    .child((count > 0).then(|| el("span").class("compare-count").text(count.to_string())))
                    .child(content)
            },
        ))
    };
    let three = |split: Split<Node>| [split.first, split.both, split.second];
    let sdgs = map_split(&found.sdgs, |named| {
        let name = catalogue.sdg(named.number).map(|sdg| sdg.name.get(language)).unwrap_or_default();
        let mut nodes: Vec<Node> = vec![sdg_chip(context, named.number, name).into()];
        for (doubtful, which) in [(named.doubtful.0, "A"), (named.doubtful.1, "B")] {
            if doubtful {
                nodes.extend([
                    text(format!(" {} ", words::by_doubtful_mark(language, which))),
                    reading(language, Reading::Interpreted, true),
                ]);
            }
        }
        nodes.into()
    });
    let actors = map_split(&found.actors, |actor| actor_link(context, &actor.id));
    let events = map_split(&found.events, |event| {
        let to = link(context.to(Route::Event(event.id.clone())), event_name(context, event));
        vec![el("span").class("event-when").text(format!("{} ", event_date(language, event))).into(), to.into()].into()
    });
    let disputes = map_split(&found.contradictions, |item| {
        link(format!("{}#contradiction-{}", context.to(Route::Data), item.id), item.title.get(language)).into()
    });
    el("table")
        .class("compare")
        .child(el("caption").class("visually-hidden").text(words::compare_heading(language)))
        .child(
            el("thead")
                .child(el("tr").child(el("td")).children(heads.iter().map(|head| el("th").attr("scope", "col").text(head.to_string())))),
        )
        .child(
            el("tbody")
                .child(row("sdgs", goals::global_goals(language).into_owned(), three(sdgs)))
                .child(row("actors", goals::partners(language).into_owned(), three(actors)))
                .child(row("events", words::events_touching(language).into_owned(), three(events)))
                .child(row("disputes", source::contradictions(language).into_owned(), three(disputes))),
        )
}

fn map_split<T, U>(split: &Split<T>, make: impl Fn(&T) -> U) -> Split<U> {
    let all = |part: &[T]| part.iter().map(&make).collect();
    Split { first: all(&split.first), both: all(&split.both), second: all(&split.second) }
}
