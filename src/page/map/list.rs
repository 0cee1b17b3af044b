//! The goal map as a nested list in reading order: area, goal, and folded inside it what it leads to, how it is judged,
//! who takes part and what led to it.

use super::{Kept, MANY};
use crate::i18n::{date, goals as words, map as say};
use crate::markup::{Element, el};
use crate::model::{Anchor, Area, Assignment, Goal};
use crate::page::Context;
use crate::page::parts::{actor_link, cite, event_line, link, note_button, paragraph, reading, sdg_chip, section};
use crate::query::trail;
use crate::url::Route;

pub fn list(context: &Context, kept: &Kept) -> Element {
    let language = context.language();
    let goals: Vec<&Goal> = kept.goals(context);
    let assignments: Vec<&Assignment> = kept.assignments(context);
    // What stands folded is written all the same: of very many goals only the name and the place are.
    let brief = goals.len() + assignments.len() > MANY;
    let areas = context.catalogue.areas.iter().filter_map(|area| {
        let inside: Vec<&Goal> = goals.iter().filter(|goal| goal.area == area.id).copied().collect();
        let given: Vec<&Assignment> = assignments.iter().filter(|assignment| assignment.area == area.id).copied().collect();
        if inside.is_empty() && given.is_empty() && kept.filter.is_set() {
            return None;
        }
        Some(area_entry(context, area, &inside, &given, brief, kept.filter.is_set()))
    });
    let homeless: Vec<&Goal> = goals.iter().filter(|goal| context.catalogue.area(&goal.area).is_none()).copied().collect();
    let rest = (!homeless.is_empty())
        .then(|| el("li").child(el("ul").class("outline-items").children(homeless.iter().map(|goal| goal_entry(context, goal, brief)))));
    section("list", words::list_heading(language)).child(el("ul").class("outline").children(areas).child(rest))
}

fn area_entry(context: &Context, area: &Area, goals: &[&Goal], assignments: &[&Assignment], brief: bool, narrowed: bool) -> Element {
    let language = context.language();
    let mut fold = el("details").attr("id", format!("area-{}", area.id)).flag("open", !brief).child(
        el("summary").child(el("h3").text(area.title.get(language))).text(" ").child(el("span").class("soft").text(say::area_holds(
            language,
            goals.len(),
            assignments.len(),
        ))),
    );
    let name = format!("{}: {}", words::area(language), area.title.get(language));
    fold = fold.child(el("p").class("actions").child(note_button(language, &Anchor::area(&area.id), &name)));
    if goals.is_empty() && !narrowed {
        let said =
            if assignments.is_empty() { say::nothing_in_area(language) } else { words::no_goal_in_area(language, context.edition()) };
        fold = fold.child(paragraph(said).class("soft"));
    }
    let items = goals
        .iter()
        .map(|goal| goal_entry(context, goal, brief))
        .chain(assignments.iter().map(|assignment| assignment_entry(context, assignment, brief)));
    el("li")
        .flag("data-chosen", context.view.selected == Some(Anchor::area(&area.id)))
        .child(fold.child(el("ul").class("outline-items").children(items)))
}

fn entry(context: &Context, anchor: &Anchor, route: Route, title: String, sources: &[crate::model::Source]) -> Element {
    let language = context.language();
    el("li")
        .flag("data-chosen", context.view.selected.as_ref() == Some(anchor))
        .child(link(context.to(route), title.clone()))
        .text(" ")
        .child(cite(context, sources, false))
        .text(" ")
        .child(note_button(language, anchor, &title))
}

fn goal_entry(context: &Context, goal: &Goal, brief: bool) -> Element {
    let language = context.language();
    let title = words::goal_title(language, goal.title.get(language)).into_owned();
    let item = entry(context, &Anchor::goal(&goal.id), Route::Goal(goal.id.clone()), title, &goal.sources);
    if brief {
        return item;
    }
    let item = item.child(if goal.sdgs.is_empty() { paragraph(words::no_sdgs(language)).class("soft") } else { chips(context, goal) });
    let mut facts = el("dl").class("facts");
    facts = facts.child(el("dt").text(words::indicator(language))).child(match &goal.indicator {
        Some(indicator) => {
            let kind = if indicator.countable { words::countable(language) } else { words::not_countable(language) };
            el("dd").child(el("strong").text(format!("{kind}. "))).text(indicator.text.get(language)).text(" ").child(cite(
                context,
                &indicator.sources,
                false,
            ))
        }
        None => el("dd").text(words::no_indicator(language)),
    });
    facts = facts.child(el("dt").text(words::wanted_outcome(language))).child(match &goal.outcome {
        Some(outcome) => el("dd").text(outcome.text.get(language)).text(" ").child(cite(context, &outcome.sources, false)),
        None => el("dd").text(words::no_outcome(language)),
    });
    if !goal.activities.is_empty() {
        let route = context.to(Route::Goal(goal.id.clone()));
        let part = if goal.activities.iter().any(|activity| activity.when.is_some()) { "planned" } else { "term" };
        facts = facts
            .child(el("dt").text(say::planned(language)))
            .child(el("dd").child(link(format!("{route}#h-{part}"), say::activities(language, goal.activities.len()))));
    }
    facts = facts.child(el("dt").text(words::partners(language))).child(partners(context, goal.partners.iter().map(|p| &p.actor)));
    let events = trail::touching(context.catalogue, goal);
    if !events.is_empty() {
        facts = facts
            .child(el("dt").text(say::events_touching(language)))
            .child(el("dd").child(el("ul").class("event-lines").children(events.into_iter().map(|(event, _)| event_line(context, event)))));
    }
    facts = facts
        .child(el("dt").text(words::outcome_of(language, context.edition().year)))
        .child(el("dd").text(words::outcome_missing(language)));
    item.child(fold(context, &format!("in-{}", goal.id), facts))
}

fn assignment_entry(context: &Context, assignment: &Assignment, brief: bool) -> Element {
    let language = context.language();
    let title = words::assignment_title(language, assignment.short.get(language)).into_owned();
    let anchor = Anchor::assignment(&assignment.id);
    let item = entry(context, &anchor, Route::Assignment(assignment.id.clone()), title, &assignment.sources);
    if brief {
        return item;
    }
    let back = &assignment.reports_back;
    let mut form = words::report_form(language, back.form).into_owned();
    if let Some(when) = &back.when {
        form = format!("{form}, {}", date::in_words(language, when));
    }
    let mut facts = el("dl")
        .class("facts")
        .child(el("dt").text(words::reports_back(language)))
        .child(el("dd").text(format!("{form}. ")).child(cite(context, &back.sources, false)))
        .child(el("dt").text(words::partners(language)))
        .child(partners(context, assignment.partners.iter().map(|p| &p.actor)));
    if let Some(event) = trail::giving(context.catalogue, assignment) {
        facts = facts
            .child(el("dt").text(say::events_touching(language)))
            .child(el("dd").child(el("ul").class("event-lines").child(event_line(context, event))));
    }
    item.child(fold(context, &format!("in-{}", assignment.id), facts))
}

fn fold(context: &Context, id: &str, facts: Element) -> Element {
    el("details").attr("id", id).class("inside-item").child(el("summary").text(say::inside(context.language()))).child(facts)
}

fn partners<'a>(context: &Context, actors: impl Iterator<Item = &'a crate::model::Id>) -> Element {
    let language = context.language();
    let mut any = false;
    let list = el("ul").class("inline").children(actors.map(|id| {
        any = true;
        el("li").child(actor_link(context, id))
    }));
    if any { el("dd").child(list) } else { el("dd").text(words::no_partners(language)) }
}

fn chips(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let name = |number: u32| context.catalogue.sdg(number).map(|sdg| sdg.name.get(language).to_owned()).unwrap_or_default();
    let mut chips = el("ul").class("chips small");
    for sdg in &goal.sdgs {
        let Some(other) = sdg.other_number else {
            chips = chips.child(el("li").child(sdg_chip(context, sdg.number, &name(sdg.number))));
            continue;
        };
        for (number, how) in [(sdg.number, words::reading_by_number(language)), (other, words::reading_by_name(language))] {
            chips = chips.child(
                el("li").class("doubtful").child(sdg_chip(context, number, &name(number))).text(format!(" {how} ")).child(reading(
                    language,
                    sdg.reading,
                    true,
                )),
            );
        }
    }
    chips
}
