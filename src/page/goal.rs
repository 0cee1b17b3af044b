//! One goal: what is planned, how it is judged, who takes part.

use super::parts::{
    actor_link, bookmark_button, breadcrumb, cite, contradictions, documents, event_line, link, note_button, official_title, page_heading,
    paragraph, passage, reading, sdg_chip, section, share_button, term_links,
};
use super::{Block, Context, Page, priorities, unknown};
use crate::i18n::{date, decisions, goals as words, map as say, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Activity, Anchor, Goal, Id, Participation};
use crate::query;
use crate::url::{MapForm, Route, View};

pub fn page(context: &Context, id: &Id) -> Page {
    let Some(goal) = context.catalogue.goal(id) else { return unknown::page(context) };
    let language = context.language();
    let area = context.catalogue.area(&goal.area);
    let area_title = area.map(|a| a.title.get(language)).unwrap_or_default();
    // What has a time of another year stands with what has none, and its time beside it.
    let year = context.edition().year.to_string();
    let (planned, term): (Vec<&Activity>, Vec<&Activity>) =
        goal.activities.iter().partition(|activity| activity.when.as_deref().is_some_and(|when| when.starts_with(&year)));
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::map_title(language).into_owned(), Route::Map)])),
        Block::new("lead", lead(context, goal, area_title)),
        Block::new("sdgs", sdgs(context, goal)),
        Block::new("judged", judged(context, goal)),
    ];
    if !planned.is_empty() {
        blocks.push(Block::new(
            "planned",
            activities(context, "planned", words::planned_for(language, context.edition().year).into_owned(), &planned),
        ));
    }
    if !term.is_empty() {
        blocks.push(Block::new("term", activities(context, "term", words::planned_term(language).into_owned(), &term)));
    }
    if let Some(part) = priorities::of_goal(context, goal) {
        blocks.push(Block::new("priorities", part));
    }
    blocks.push(Block::new("partners", partners(context, &goal.partners)));
    blocks.push(Block::new("led", led(context, goal)));
    blocks.push(Block::new(
        "money",
        section("money", words::money(language)).child(
            el("p")
                .text(words::no_money(language))
                .text(" ")
                .child(link(context.to(Route::income_statement()), words::see_budget(language))),
        ),
    ));
    if let Some(part) = contradictions(context, &[Anchor::goal(&goal.id)]) {
        blocks.push(Block::new("contradictions", part));
    }
    if let Some(part) = term_links(context, &query::terms::in_goal(context.catalogue, goal)) {
        blocks.push(Block::new("terms", part));
    }
    blocks.push(Block::new("same-area", same_area(context, goal)));
    blocks.push(Block::new("sources", documents(context, &goal.sources)));
    blocks.push(Block::new("next", neighbours(context, goal)));
    Page {
        title: words::goal_title(language, goal.title.get(language)).into_owned(),
        description: words::goal_description(language, area_title, context.edition().year).into_owned(),
        found: true,
        blocks,
    }
}

fn lead(context: &Context, goal: &Goal, area_title: &str) -> Element {
    let language = context.language();
    let anchor = Anchor::goal(&goal.id);
    let map = View { selected: Some(anchor.clone()), ..View::default() };
    // A title that is a whole sentence is set smaller.
    let long = goal.title.get(language).chars().count() > 70;
    el("div")
        .class(if long { "hero long-title" } else { "hero" })
        .child(el("p").class("eyebrow").text(format!("{}: {area_title}", words::area(language))))
        .child(page_heading(vec![
            el("span").class("kind").text(format!("{}: ", words::goal(language))).into(),
            official_title(language, &goal.title),
        ]))
        .child(paragraph(words::goal_is_goal(language)).class("soft"))
        .child(
            el("p")
                .class("actions")
                .child(note_button(language, &anchor, goal.title.get(language)))
                .child(bookmark_button(language, &anchor, goal.title.get(language)))
                .child(share_button(language))
                .child(link(format!("{}{}", context.to(Route::Map), map.to_query()), words::show_on_map(language)))
                .child(compare_link(context, goal))
                .child(super::all_goals::print_button(context)),
        )
        .child(cite(context, &goal.sources, true))
}

/// The goal on the map beside the next one: another can be chosen there.
fn compare_link(context: &Context, goal: &Goal) -> Option<Element> {
    let (before, after) = query::goals::neighbours(context.catalogue, &goal.id);
    let other = after.or(before)?;
    let view = View {
        form: Some(MapForm::Map),
        compare: Some([goal.id.clone(), other.id.clone()]),
        selected: Some(Anchor::goal(&goal.id)),
        ..View::default()
    };
    Some(link(format!("{}{}", context.to(Route::Map), view.to_query()), say::compare_with_another(context.language())))
}

fn sdgs(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let part = section("sdgs", words::mainly_contributes(language));
    if goal.sdgs.is_empty() {
        return part.child(paragraph(words::no_sdgs(language)));
    }
    let name = |number: u32| context.catalogue.sdg(number).map(|sdg| sdg.name.get(language).to_owned()).unwrap_or_default();
    let mut list = el("ul").class("chips");
    let mut doubts: Vec<Node> = Vec::new();
    for mark in &goal.sdgs {
        match mark.other_number {
            None => list = list.child(el("li").child(sdg_chip(context, mark.number, &name(mark.number)))),
            Some(other) => {
                let by_number = sdg_chip(context, mark.number, &name(mark.number));
                let by_name = sdg_chip(context, other, &name(other));
                list = list
                    .child(el("li").class("doubtful").child(by_number).text(format!(" {}", words::reading_by_number(language))))
                    .child(el("li").class("doubtful").child(by_name).text(format!(" {}", words::reading_by_name(language))));
                doubts.push(
                    el("p")
                        .class("contradiction")
                        .child(el("strong").text(format!("{}. ", source::contradictions(language))))
                        .text(words::both_readings(language, mark.number, &mark.printed_name, other, &name(other)))
                        .text(" ")
                        .text(mark.why.as_ref().map_or("", |why| why.get(language)))
                        .text(" ")
                        .child(reading(language, mark.reading, true))
                        .text(" ")
                        .child(cite(context, &mark.sources, false))
                        .into(),
                );
            }
        }
    }
    part.child(list).children(doubts)
}

fn judged(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let mut list = el("dl").class("facts");
    list = list.child(el("dt").text(words::indicator(language)));
    list = match &goal.indicator {
        Some(indicator) => {
            let countable = if indicator.countable { words::countable(language) } else { words::not_countable(language) };
            let start = indicator.start.as_deref().map_or(words::no_start_value(language), |v| words::start_value(language, v));
            let target = indicator.target.as_deref().map_or(words::no_target_value(language), |v| words::target_value(language, v));
            list.child(
                el("dd")
                    .child(paragraph(indicator.text.get(language)).child(text(" ")).child(reading(language, indicator.reading, true)))
                    .child(el("ul").class("tags").child(el("li").text(countable)).child(el("li").text(start)).child(el("li").text(target)))
                    .child(cite(context, &indicator.sources, false))
                    .child(text(" "))
                    .child(note_button(language, &Anchor::of("indicator", &goal.id), &words::indicator(language))),
            )
        }
        None => list.child(el("dd").text(words::no_indicator(language))),
    };
    list = list.child(el("dt").text(words::wanted_outcome(language)));
    list = match &goal.outcome {
        Some(outcome) => list.child(
            el("dd")
                .child(paragraph(outcome.text.get(language)).child(text(" ")).child(reading(language, outcome.reading, true)))
                .child(cite(context, &outcome.sources, false))
                .text(" ")
                .child(note_button(language, &Anchor::of("outcome", &goal.id), &words::wanted_outcome(language))),
        ),
        None => list.child(el("dd").text(words::no_outcome(language))),
    };
    list = list
        .child(el("dt").text(words::outcome_of(language, context.edition().year)))
        .child(el("dd").text(words::outcome_missing(language)));
    if !goal.follow_up.is_empty() {
        list = list
            .child(el("dt").text(words::also_followed(language)))
            .child(el("dd").child(el("ul").class("plain").children(goal.follow_up.iter().map(|p| passage(context, p, "follow-up", true)))));
    }
    section("judged", words::how_judged(language))
        .child(list)
        .child(paragraph(words::indicator_note(language, context.edition())).class("soft"))
}

/// Longer lists of activities stand under their kinds.
const MANY_ACTIVITIES: usize = 6;

/// Activities with their kind, their time where it is closer than the year, and where they stand.
pub fn activities(context: &Context, key: &'static str, heading: String, list: &[&Activity]) -> Element {
    let language = context.language();
    let part = section(key, heading).child(el("p").class("soft").text(format!("{}.", source::our_summaries(language))));
    if list.len() <= MANY_ACTIVITIES {
        return part.child(el("ul").class("activities").children(list.iter().map(|one| activity(context, one, true))));
    }
    // Kinds in the order in which the source first comes to them.
    let mut kinds: Vec<(&str, Vec<&Activity>)> = Vec::new();
    for one in list {
        match kinds.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, inside)) => inside.push(one),
            None => kinds.push((&one.kind, vec![one])),
        }
    }
    part.children(kinds.into_iter().map(|(kind, inside)| {
        el("div")
            .class("activity-kind")
            .child(el("h3").text(words::activity_kind(language, kind)).child(el("span").class("soft").text(format!(" ({})", inside.len()))))
            .child(el("ul").class("activities").children(inside.into_iter().map(|one| activity(context, one, false))))
    }))
}

fn activity(context: &Context, activity: &Activity, with_kind: bool) -> Element {
    let language = context.language();
    let mut item = el("li").attr("id", activity.id.as_str());
    if with_kind {
        item = item.child(el("span").class("tag").text(words::activity_kind(language, &activity.kind))).text(" ");
    }
    if let Some(when) = activity.when.as_deref().filter(|when| when.len() > 4) {
        item = item.child(el("span").class("tag tag-when").text(date::in_words(language, when))).text(" ");
    }
    item.text(activity.text.get(language))
        .text(" ")
        .child(reading(language, activity.reading, false))
        .text(" ")
        .child(cite(context, &activity.sources, false))
        .text(" ")
        .child(note_button(language, &Anchor::of("activity", &activity.id), activity.text.get(language)))
}

/// Those who take part, grouped by kind.
pub fn partners(context: &Context, partners: &[Participation]) -> Element {
    let language = context.language();
    let part = section("partners", words::partners(language));
    if partners.is_empty() {
        return part.child(paragraph(words::no_partners(language)));
    }
    let mut groups: Vec<(String, Vec<Element>)> = Vec::new();
    for partner in partners {
        let Some(actor) = context.catalogue.actor(&partner.actor) else { continue };
        let kind = words::actor_kind(language, &actor.kind).into_owned();
        let item = el("li").child(actor_link(context, &actor.id)).text(" ").child(cite(context, &partner.sources, false));
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, items)) => items.push(item),
            None => groups.push((kind, vec![item])),
        }
    }
    let mut list = el("dl").class("facts");
    for (kind, items) in groups {
        list = list.child(el("dt").text(kind)).child(el("dd").child(el("ul").class("plain").children(items)));
    }
    part.child(list)
}

/// The events that touch the goal by our reading, each with the reason.
fn led(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let found = query::trail::touching(context.catalogue, goal);
    let part = section("led", decisions::what_led_here(language));
    let all = el("p").child(link(context.to(Route::Trail), decisions::whole_trail(language)));
    if found.is_empty() {
        return part.child(paragraph(decisions::no_event_for_goal(language))).child(all);
    }
    let items = found.into_iter().map(|(event, touch)| {
        event_line(context, event).child(el("p").class("reason").text(touch.why.get(language)).text(" ").child(reading(
            language,
            touch.reading,
            true,
        )))
    });
    part.child(paragraph(decisions::what_led_here_note(language)).class("soft"))
        .child(el("ul").class("event-lines").children(items))
        .child(all)
}

fn same_area(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let goals = catalogue.goals.iter().filter(|g| g.area == goal.area && g.id != goal.id);
    let assignments = catalogue.assignments.iter().filter(|a| a.area == goal.area);
    let items: Vec<Element> = goals
        .map(|g| el("li").child(link(context.to(Route::Goal(g.id.clone())), words::goal_title(language, g.title.get(language)))))
        .chain(assignments.map(|a| {
            el("li").child(link(context.to(Route::Assignment(a.id.clone())), words::assignment_title(language, a.short.get(language))))
        }))
        .collect();
    if items.is_empty() {
        return section("same-area", words::same_area(language)).child(paragraph(words::nothing_else_in_area(language)));
    }
    section("same-area", words::same_area(language)).child(el("ul").children(items))
}

fn neighbours(context: &Context, goal: &Goal) -> Element {
    let language = context.language();
    let (before, after) = query::goals::neighbours(context.catalogue, &goal.id);
    let to = |goal: &Goal| (Route::Goal(goal.id.clone()), goal.title.get(language).to_owned());
    super::parts::neighbours(context, words::goals(language).into_owned(), before.map(to), after.map(to))
}
