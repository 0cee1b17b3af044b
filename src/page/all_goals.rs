//! All goals and assignments one after the other, made to be printed: what is planned, how it is judged, who takes part,
//! what led to it, each with its place in the source and the line that says what this is.

use super::parts::{breadcrumb, cite, documents, event_line, link, note_button, official_title, opening, reading};
use super::{Block, Context, Page, frame};
use crate::i18n::{date, goals as words, map as say, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Activity, Anchor, Assignment, Goal, Participation};
use crate::page::parts::capital;
use crate::query::contradictions::touching;
use crate::query::trail;
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let catalogue = context.catalogue;
    let title = say::all_goals_title(language);
    let none = || Node::Fragment(Vec::new());
    let areas = catalogue.areas.iter().map(|area| {
        let goals = catalogue
            .goals
            .iter()
            .filter(|goal| goal.area == area.id)
            .map(|goal| one_goal(context, goal, area.title.get(language), none()));
        let assignments = catalogue
            .assignments
            .iter()
            .filter(|assignment| assignment.area == area.id)
            .map(|assignment| one_assignment(context, assignment, area.title.get(language), none()));
        Node::Fragment(goals.chain(assignments).map(Node::from).collect())
    });
    let homeless =
        catalogue.goals.iter().filter(|goal| catalogue.area(&goal.area).is_none()).map(|goal| one_goal(context, goal, "\u{2013}", none()));
    let all: Vec<Node> = areas.chain(homeless.map(Node::from)).collect();
    Page {
        title: title.to_string(),
        description: say::all_goals_description(language, context.edition()).into_owned(),
        found: true,
        blocks: vec![
            Block::new("way", breadcrumb(context, vec![(words::map_title(language).into_owned(), Route::Map)])),
            Block::new(
                "lead",
                opening(title, say::all_goals_lead(language)).child(el("p").class("actions live-only").child(print_button(context))),
            ),
            Block::new("goals", el("div").class("sheets").children(all)),
            Block::new("sources", documents(context, catalogue.goals.iter().flat_map(|goal| &goal.sources))),
        ],
    }
}

/// Opens the browser's print dialog; it works in the running application only.
pub fn print_button(context: &Context) -> Element {
    el("button").attr("type", "button").class("live-only").attr("data-act", "print").text(say::print(context.language()))
}

/// What a sheet is called and about.
struct Head<'a> {
    anchor: &'a Anchor,
    area: &'a str,
    kind: String,
    title: Node,
    quote: &'a str,
}

fn sheet(context: &Context, head: Head, facts: Element, own: Node) -> Element {
    let language = context.language();
    let Head { anchor, area, kind, title, quote } = head;
    let id = anchor.rest();
    el("article")
        .class("sheet")
        .attr("id", id)
        .attr("aria-labelledby", format!("h-{id}"))
        .child(el("p").class("eyebrow").text(format!("{}: {area}", words::area(language))))
        .child(el("h2").attr("id", format!("h-{id}")).child(el("span").class("kind").text(format!("{kind}: "))).child(title))
        .child(facts)
        .child(own)
        .child(el("p").class("live-only").child(note_button(language, anchor, quote)))
        .child(el("p").class("sheet-scope").text(frame::scope(language, context.edition(), context.publisher)))
}

fn row(list: Element, name: std::borrow::Cow<'static, str>, value: impl Into<Node>) -> Element {
    list.child(el("dt").text(name)).child(el("dd").child(value))
}

/// A goal with everything about it; `own` is what the reader wrote.
pub fn one_goal(context: &Context, goal: &Goal, area: &str, own: Node) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let anchor = Anchor::goal(&goal.id);
    let name = |number: u32| catalogue.sdg(number).map(|sdg| sdg.name.get(language)).unwrap_or_default();
    let mut facts = el("dl").class("facts");
    let sdgs: Node = if goal.sdgs.is_empty() {
        text(words::no_sdgs(language))
    } else {
        let mut nodes: Vec<Node> = Vec::new();
        for (index, mark) in goal.sdgs.iter().enumerate() {
            if index > 0 {
                nodes.push(text("; "));
            }
            match mark.other_number {
                None => nodes.push(text(format!("{} {}", mark.number, name(mark.number)))),
                Some(other) => nodes.extend([
                    text(words::both_readings(language, mark.number, &mark.printed_name, other, name(other))),
                    text(" "),
                    reading(language, mark.reading, true),
                ]),
            }
        }
        Node::Fragment(nodes)
    };
    facts = row(facts, words::mainly_contributes(language), sdgs);
    let indicator: Node = match &goal.indicator {
        Some(indicator) => {
            let countable = if indicator.countable { words::countable(language) } else { words::not_countable(language) };
            let start = indicator.start.as_deref().map_or(words::no_start_value(language), |v| words::start_value(language, v));
            let target = indicator.target.as_deref().map_or(words::no_target_value(language), |v| words::target_value(language, v));
            vec![
                text(format!("{} ", indicator.text.get(language))),
                reading(language, indicator.reading, false),
                text(format!(" {countable}. {start}. {target}. ")),
                cite(context, &indicator.sources, false).into(),
            ]
            .into()
        }
        None => text(words::no_indicator(language)),
    };
    facts = row(facts, words::indicator(language), indicator);
    let outcome: Node = match &goal.outcome {
        Some(outcome) => vec![text(format!("{} ", outcome.text.get(language))), cite(context, &outcome.sources, false).into()].into(),
        None => text(words::no_outcome(language)),
    };
    facts = row(facts, words::wanted_outcome(language), outcome);
    facts = row(facts, words::outcome_of(language, context.edition().year), text(words::outcome_missing(language)));
    let year = context.edition().year.to_string();
    let (planned, term): (Vec<&Activity>, Vec<&Activity>) =
        goal.activities.iter().partition(|activity| activity.when.as_deref().is_some_and(|when| when.starts_with(&year)));
    for (heading, list) in [(words::planned_for(language, context.edition().year), planned), (words::planned_term(language), term)] {
        if !list.is_empty() {
            facts = row(facts, heading, activities(context, &list));
        }
    }
    facts = row(facts, words::partners(language), partners(context, &goal.partners));
    let events = trail::touching(catalogue, goal);
    if !events.is_empty() {
        let lines = events.into_iter().map(|(event, _)| event_line(context, event));
        facts = row(facts, say::events_touching(language), el("ul").class("event-lines").children(lines));
    }
    facts = disputes(context, facts, &anchor);
    facts = row(facts, words::money(language), text(words::no_money(language)));
    facts = row(facts, source::source(language), cite(context, &goal.sources, true));
    let title = el("a").attr("href", context.to(Route::Goal(goal.id.clone()))).child(official_title(language, &goal.title));
    let kind = words::goal(language).into_owned();
    let head = Head { anchor: &anchor, area, kind, title: title.into(), quote: goal.title.get(language) };
    sheet(context, head, facts, own)
}

/// An assignment with everything about it; `own` is what the reader wrote.
pub fn one_assignment(context: &Context, assignment: &Assignment, area: &str, own: Node) -> Element {
    let language = context.language();
    let anchor = Anchor::assignment(&assignment.id);
    let back = &assignment.reports_back;
    let mut form = words::report_form(language, back.form).into_owned();
    if let Some(when) = &back.when {
        form = format!("{form}, {}", date::in_words(language, when));
    }
    let mut facts = row(el("dl").class("facts"), source::official_wording(language), official_title(language, &assignment.title));
    let reports: Node = vec![text(format!("{form}. {} ", back.text.get(language))), cite(context, &back.sources, false).into()].into();
    facts = row(facts, words::reports_back(language), reports);
    let steps: Vec<&Activity> = assignment.activities.iter().collect();
    if !steps.is_empty() {
        facts = row(facts, words::steps(language), activities(context, &steps));
    }
    facts = row(facts, words::partners(language), partners(context, &assignment.partners));
    if let Some(event) = trail::giving(context.catalogue, assignment) {
        facts = row(facts, say::events_touching(language), el("ul").class("event-lines").child(event_line(context, event)));
    }
    facts = disputes(context, facts, &anchor);
    facts = row(facts, words::money(language), text(words::no_money_assignment(language)));
    facts = row(facts, source::source(language), cite(context, &assignment.sources, true));
    let title = link(context.to(Route::Assignment(assignment.id.clone())), assignment.short.get(language));
    let kind = words::assignment(language).into_owned();
    let head = Head { anchor: &anchor, area, kind, title: title.into(), quote: assignment.short.get(language) };
    sheet(context, head, facts, own)
}

fn activities(context: &Context, list: &[&Activity]) -> Element {
    let language = context.language();
    el("ul").class("sheet-list").children(list.iter().map(|activity| {
        let when =
            activity.when.as_deref().filter(|when| when.len() > 4).map(|when| format!("{}: ", capital(&date::in_words(language, when))));
        el("li")
            .text(format!("{}{} ", when.unwrap_or_default(), activity.text.get(language)))
            .child(reading(language, activity.reading, false))
            .text(" ")
            .child(cite(context, &activity.sources, false))
    }))
}

fn partners(context: &Context, partners: &[Participation]) -> Node {
    let language = context.language();
    let names: Vec<String> = partners
        .iter()
        .filter_map(|partner| context.catalogue.actor(&partner.actor))
        .map(|actor| actor.name.get(language).to_owned())
        .collect();
    if names.is_empty() { text(words::no_partners(language)) } else { text(capital(&names.join(", "))) }
}

fn disputes(context: &Context, facts: Element, anchor: &Anchor) -> Element {
    let language = context.language();
    let found = touching(context.catalogue, std::slice::from_ref(anchor));
    if found.is_empty() {
        return facts;
    }
    let lines = found.into_iter().map(|item| {
        let readings: Vec<String> = item.readings.iter().map(|reading| format!("\u{ab}{}\u{bb}", reading.value)).collect();
        let address = format!("{}#contradiction-{}", context.to(Route::Data), item.id);
        el("li").child(link(address, item.title.get(language))).text(": ").child(super::parts::swedish(language, &readings.join(" / ")))
    });
    row(facts, source::contradictions(language), el("ul").class("sheet-list").children(lines))
}
