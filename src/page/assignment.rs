//! One budget assignment: who with, how, and how it reports back.

use super::goal::{activities, partners};
use super::parts::{
    bookmark_button, breadcrumb, cite, contradictions, documents, event_line, link, neighbours, note_button, official_title, page_heading,
    paragraph, section, term_links,
};
use super::{Block, Context, Page, unknown};
use crate::i18n::{date, decisions, goals as words};
use crate::markup::{Element, el};
use crate::model::{Activity, Anchor, Assignment, Id, Source};
use crate::query;
use crate::url::{Route, View};

pub fn page(context: &Context, id: &Id) -> Page {
    let Some(assignment) = context.catalogue.assignment(id) else { return unknown::page(context) };
    let language = context.language();
    let area_title = context.catalogue.area(&assignment.area).map(|a| a.title.get(language)).unwrap_or_default();
    let anchor = Anchor::assignment(&assignment.id);
    let map = View { selected: Some(anchor.clone()), ..View::default() };
    let steps: Vec<&Activity> = assignment.activities.iter().collect();
    let back = &assignment.reports_back;
    let mut form = words::report_form(language, back.form).into_owned();
    if let Some(when) = &back.when {
        form = format!("{form}, {}", date::in_words(language, when));
    }
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::map_title(language).into_owned(), Route::Map)])),
        Block::new(
            "lead",
            el("div")
                .class("hero")
                .child(el("p").class("eyebrow").text(format!("{}: {area_title}", words::area(language))))
                .child(page_heading(vec![
                    el("span").class("kind").text(format!("{}: ", words::assignment(language))).into(),
                    crate::markup::text(assignment.short.get(language)),
                ]))
                .child(el("p").class("lead").child(official_title(language, &assignment.title)))
                .child(
                    el("p")
                        .class("actions")
                        .child(note_button(language, &anchor, assignment.short.get(language)))
                        .child(bookmark_button(language, &anchor, assignment.short.get(language)))
                        .child(link(format!("{}{}", context.to(Route::Map), map.to_query()), words::show_on_map(language))),
                )
                .child(cite(context, &assignment.sources, true)),
        ),
        Block::new("state", section("state", words::assignment_state(language)).child(paragraph(words::assignment_state_text(language)))),
        Block::new(
            "reports",
            section("reports", words::reports_back(language)).child(
                el("p").child(el("strong").text(form)).text(". ").text(back.text.get(language)).text(" ").child(cite(
                    context,
                    &back.sources,
                    false,
                )),
            ),
        ),
        Block::new("steps", activities(context, "steps", words::steps(language).into_owned(), &steps)),
        Block::new("partners", partners(context, &assignment.partners)),
        Block::new("money", section("money", words::money(language)).child(paragraph(words::no_money_assignment(language)))),
    ];
    if let Some(part) = led(context, assignment) {
        blocks.push(Block::new("led", part));
    }
    if let Some(part) = contradictions(context, &[anchor]) {
        blocks.push(Block::new("contradictions", part));
    }
    let lines: Vec<&Source> =
        assignment.sources.iter().chain(assignment.activities.iter().flat_map(|activity| &activity.sources)).chain(&back.sources).collect();
    if let Some(part) = term_links(context, &query::terms::in_lines(context.catalogue, &lines)) {
        blocks.push(Block::new("terms", part));
    }
    blocks.push(Block::new("sources", documents(context, &assignment.sources)));
    let (before, after) = query::goals::assignment_neighbours(context.catalogue, &assignment.id);
    let to = |other: &Assignment| (Route::Assignment(other.id.clone()), other.short.get(language).to_owned());
    blocks.push(Block::new("next", neighbours(context, words::assignments(language).into_owned(), before.map(to), after.map(to))));
    Page {
        title: words::assignment_title(language, assignment.short.get(language)).into_owned(),
        description: words::assignment_description(language, assignment.short.get(language), context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

/// The event that gave the assignment, what it follows on and what it leads to.
fn led(context: &Context, assignment: &Assignment) -> Option<Element> {
    let language = context.language();
    let event = query::trail::giving(context.catalogue, assignment)?;
    let before = query::trail::follows(context.catalogue, event);
    let after = query::trail::leads_to(context.catalogue, &event.id);
    let lines = before.into_iter().chain([event]).chain(after).map(|event| event_line(context, event));
    Some(
        section("led", decisions::what_led_here(language))
            .child(paragraph(decisions::what_led_here_assignment(language)).class("soft"))
            .child(el("ul").class("event-lines").children(lines))
            .child(el("p").child(link(context.to(Route::Trail), decisions::whole_trail(language)))),
    )
}
