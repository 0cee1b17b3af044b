//! One global goal: which goals name it, by which reading.

use super::parts::{
    bookmark_button, breadcrumb, cite, contradictions, documents, event_line, link, neighbours, note_button, page_heading, paragraph,
    reading, section,
};
use super::{Block, Context, Page, unknown};
use crate::i18n::{decisions, goals as words, source};
use crate::markup::{Element, el, text};
use crate::model::{Anchor, Reading, Source};
use crate::query::goals::{Naming, naming};
use crate::query::trail;
use crate::url::{Route, View};

pub fn page(context: &Context, number: u32) -> Page {
    let Some(sdg) = context.catalogue.sdg(number) else { return unknown::page(context) };
    let language = context.language();
    let name = sdg.name.get(language);
    let found = naming(context.catalogue, number);
    let count = found.iter().filter(|naming| naming.by_number).count();
    let anchor = Anchor::sdg(number);
    let map = View { selected: Some(anchor.clone()), ..View::default() };
    let finding = if count == 0 && number == 17 {
        paragraph(words::sdg_17_none(language, context.edition()))
    } else if count == 0 {
        paragraph(words::sdg_none(language, number)).text(" ").text(words::sdg_none_scope(language))
    } else {
        paragraph(words::sdg_count(language, count, context.catalogue.goals.len())).text(" ").text(words::sdg_count_rule(language))
    };
    let sources: Vec<Source> = found.iter().flat_map(|naming| naming.goal.sources.clone()).collect();
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::map_title(language).into_owned(), Route::Map)])),
        Block::new(
            "lead",
            el("div")
                .class("hero")
                .child(page_heading(vec![
                    el("span").class(format!("sdg-number sdg-{number}")).attr("aria-hidden", "true").text(number.to_string()).into(),
                    el("span").class("visually-hidden").text(format!("{} {number}: ", words::global_goal(language))).into(),
                    text(name),
                ]))
                .child(finding.class("lead"))
                .child(
                    el("p")
                        .class("actions")
                        .child(note_button(language, &anchor, name))
                        .child(bookmark_button(language, &anchor, name))
                        .child(link(format!("{}{}", context.to(Route::Map), map.to_query()), words::show_on_map(language))),
                ),
        ),
    ];
    if !found.is_empty() {
        let items = found.iter().map(|naming| {
            let goal = naming.goal;
            let mut item =
                el("li").child(link(context.to(Route::Goal(goal.id.clone())), words::goal_title(language, goal.title.get(language))));
            if naming.mark.reading == Reading::Interpreted {
                let how = if naming.by_number { words::reading_by_number(language) } else { words::reading_by_name(language) };
                let other = naming.mark.other_number.unwrap_or(naming.mark.number);
                let other_name = context.catalogue.sdg(other).map(|sdg| sdg.name.get(language)).unwrap_or_default();
                item = item.text(format!(" ({how}) ")).child(reading(language, naming.mark.reading, true)).child(
                    el("p")
                        .class("contradiction")
                        .child(el("strong").text(format!("{}. ", source::contradictions(language))))
                        .text(words::both_readings(language, naming.mark.number, &naming.mark.printed_name, other, other_name)),
                );
            }
            item.text(" ").child(cite(context, &naming.mark.sources, false))
        });
        blocks.push(Block::new("goals", section("goals", words::goals(language)).child(el("ul").class("plain").children(items))));
    }
    if let Some(part) = led(context, &found) {
        blocks.push(Block::new("led", part));
    }
    if let Some(part) = contradictions(context, &[anchor]) {
        blocks.push(Block::new("contradictions", part));
    }
    blocks.push(Block::new("all", all(context, number)));
    if !sources.is_empty() {
        blocks.push(Block::new("sources", documents(context, &sources)));
    }
    let to = |number: u32| {
        let sdg = context.catalogue.sdg(number)?;
        Some((Route::Sdg(number), format!("{number} {}", sdg.name.get(language))))
    };
    let label = words::global_goals(language).into_owned();
    blocks.push(Block::new("next", neighbours(context, label, number.checked_sub(1).and_then(to), to(number + 1))));
    Page {
        title: words::sdg_title(language, number, name).into_owned(),
        description: words::sdg_description(language, number, count, context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

/// The events that touch a goal that names this global goal, folded: the way to them goes over the goals.
fn led(context: &Context, found: &[Naming]) -> Option<Element> {
    let language = context.language();
    let lines: Vec<Element> = trail::touching_any(context.catalogue, found.iter().map(|naming| &naming.goal.id))
        .into_iter()
        .map(|event| event_line(context, event))
        .collect();
    (!lines.is_empty()).then(|| {
        section("led", decisions::what_led_here(language)).child(
            el("details")
                .attr("id", "led-events")
                .child(el("summary").text(decisions::what_led_here_sdg(language, lines.len())))
                .child(el("ul").class("event-lines").children(lines)),
        )
    })
}

fn all(context: &Context, number: u32) -> Element {
    let language = context.language();
    section("all", words::all_global_goals(language))
        .child(el("ul").class("chips").children(context.catalogue.sdgs.iter().map(|sdg| {
            let chip = super::parts::sdg_chip(context, sdg.number, sdg.name.get(language));
            el("li").child(chip.attr_if("aria-current", (sdg.number == number).then_some("page")))
        })))
        .child(paragraph(words::sdg_colours_note(language)).class("soft"))
}
