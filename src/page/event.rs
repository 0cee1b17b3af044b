//! One event of the decision trail, with everything that the material says about it.

use super::parts::{
    actor_link, bookmark_button, breadcrumb, cite, contradictions, documents, event_date, event_line, event_name, link, note_button,
    official_title, page_heading, paragraph, reading, section, status_badge, swedish,
};
use super::{Block, Context, Page, unknown};
use crate::i18n::{decisions as words, goals, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Event, Id, Status};
use crate::query::trail;
use crate::url::{Route, View};

pub fn page(context: &Context, id: &Id) -> Page {
    let Some(event) = context.catalogue.event(id) else { return unknown::page(context) };
    let language = context.language();
    let catalogue = context.catalogue;
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::trail_title(language).into_owned(), Route::Trail)])),
        Block::new("lead", lead(context, event)),
        Block::new("facts", section("facts", words::facts(language)).child(facts(context, event))),
    ];
    if !event.points.is_empty() {
        blocks.push(Block::new("points", points(context, event)));
    }
    if !event.attachments.is_empty() {
        blocks.push(Block::new(
            "attachments",
            section("attachments", words::attachments(language))
                .child(paragraph(words::attachments_note(language)).class("soft"))
                .child(el("ul").children(event.attachments.iter().map(|title| el("li").child(swedish(language, title))))),
        ));
    }
    if let Some(gap) = &event.gap {
        blocks.push(Block::new("gap", section("gap", words::missing(language)).child(paragraph(gap.get(language)).class("gap"))));
    }
    blocks.push(Block::new(
        "chain",
        el("div")
            .class("both-ways")
            .child(chain(context, "follows", &words::follows(language), &words::no_follows(language), &trail::follows(catalogue, event)))
            .child(chain(context, "leads", &words::leads_to(language), &words::no_leads_to(language), &trail::leads_to(catalogue, id))),
    ));
    blocks.push(Block::new("goals", goals_touched(context, event)));
    if let Some(part) = contradictions(context, &[Anchor::of("event", id)]) {
        blocks.push(Block::new("contradictions", part));
    }
    blocks.push(Block::new("sources", documents(context, &event.sources)));
    blocks.push(Block::new("next", neighbours(context, id)));
    let kind = words::event_kind(language, &event.kind);
    Page {
        title: event_name(context, event),
        description: words::event_description(language, &kind, &event_date(language, event)).into_owned(),
        found: true,
        blocks,
    }
}

fn lead(context: &Context, event: &Event) -> Element {
    let language = context.language();
    let given = trail::assignment_given(context.catalogue, event);
    let title = match given {
        Some(_) => text(event_name(context, event)),
        None if event.title_is_ours => text(event.title.get(language)),
        None => official_title(language, &event.title),
    };
    let mut eyebrow =
        el("p").class("eyebrow").text(format!("{}, {}", words::event_kind(language, &event.kind), event_date(language, event)));
    if event.title_is_ours {
        eyebrow = eyebrow.text(" \u{b7} ").text(words::title_ours(language));
    }
    // An official title can be a whole sentence: it is then set smaller.
    let long = given.is_none() && event.title.get(language).chars().count() > 90;
    el("div")
        .class(if long { "hero long-title" } else { "hero" })
        .child(eyebrow)
        .child(page_heading(title))
        .child(given.map(|assignment| el("p").child(official_title(language, &assignment.title))))
        .child(el("p").child(status_badge(language, event.status)).text(" ").text(words::status_means(language, event.status)))
        .child(paragraph(event.text.get(language)).class("lead"))
        .child(el("p").class("soft").text(format!("{}. ", source::our_summary(language))).child(cite(context, &event.sources, true)))
        .child(
            el("p")
                .class("actions")
                .child(note_button(language, &Anchor::of("event", &event.id), &event_name(context, event)))
                .child(bookmark_button(language, &Anchor::of("event", &event.id), &event_name(context, event)))
                .child(given.map(|assignment| link(context.to(Route::Assignment(assignment.id.clone())), words::see_assignment(language)))),
        )
}

fn facts(context: &Context, event: &Event) -> Element {
    let language = context.language();
    let mut entries: Vec<Element> = Vec::new();
    let mut add = |name: String, value: Node| entries.extend([el("dt").text(name), el("dd").child(value)]);
    add(words::date(language).into_owned(), text(event_date(language, event)));
    let body = event.body.as_ref().map_or_else(|| text(words::no_body(language)), |id| actor_link(context, id));
    add(words::body(language).into_owned(), body);
    if let Some(paragraph) = &event.paragraph {
        add(words::paragraph(language).into_owned(), text(paragraph.as_str()));
    }
    if let Some(number) = &event.case_number {
        add(words::case_number(language).into_owned(), text(number.as_str()));
    }
    if let Some(id) = &event.decided_by {
        add(words::decided_by(language).into_owned(), actor_link(context, id));
    }
    if let Some(id) = &event.addressed_to {
        add(words::addressed_to(language).into_owned(), actor_link(context, id));
    }
    let themes: Vec<Element> = event
        .themes
        .iter()
        .map(|theme| {
            let name = words::theme_name(language, theme.as_str());
            let known = crate::model::THEMES.into_iter().find(|known| *theme == *known);
            let view = View { theme: known, ..View::default() };
            el("li").child(link(format!("{}{}", context.to(Route::Trail), view.to_query()), name))
        })
        .collect();
    if !themes.is_empty() {
        add(words::theme(language).into_owned(), el("ul").class("inline").children(themes).into());
    }
    el("dl").class("facts").children(entries)
}

fn points(context: &Context, event: &Event) -> Element {
    let language = context.language();
    let heading = if event.status == Status::Proposed { words::proposed_points(language) } else { words::points(language) };
    section("points", heading).child(el("p").class("soft").text(format!("{}.", source::our_summaries(language)))).child(
        el("ol").class("points").children(event.points.iter().map(|point| {
            el("li")
                .attr("id", point.id.as_str())
                .text(point.text.get(language))
                .text(" ")
                .child(reading(language, point.reading, false))
                .text(" ")
                .child(cite(context, &point.sources, false))
                .text(" ")
                .child(note_button(language, &Anchor::of("point", &point.id), point.text.get(language)))
        })),
    )
}

fn chain(context: &Context, key: &'static str, heading: &str, none: &str, events: &[&Event]) -> Element {
    let part = section(key, heading);
    if events.is_empty() {
        return part.child(paragraph(none).class("soft"));
    }
    part.child(el("ul").class("event-lines").children(events.iter().map(|event| event_line(context, event))))
}

fn goals_touched(context: &Context, event: &Event) -> Element {
    let language = context.language();
    let part = section("goals", words::touches(language));
    if event.goals.is_empty() {
        return part.child(paragraph(words::touches_none(language)).class("soft"));
    }
    let items = event.goals.iter().filter_map(|touch| {
        let goal = context.catalogue.goal(&touch.goal)?;
        Some(
            el("li")
                .child(link(context.to(Route::Goal(goal.id.clone())), goals::goal_title(language, goal.title.get(language))))
                .text(" ")
                .child(reading(language, touch.reading, true))
                .child(el("br"))
                .child(el("span").class("soft").text(touch.why.get(language))),
        )
    });
    part.child(paragraph(words::touches_note(language)).class("soft")).child(el("ul").class("plain").children(items))
}

fn neighbours(context: &Context, id: &Id) -> Element {
    let language = context.language();
    let (before, after) = trail::neighbours(context.catalogue, id);
    let to = |event: &Event, word: String, rel: &'static str| {
        el("a")
            .attr("href", context.to(Route::Event(event.id.clone())))
            .attr("rel", rel)
            .child(el("span").class("soft").text(format!("{word}, {}", event_date(language, event))))
            .child(el("br"))
            .text(event_name(context, event))
    };
    el("nav").class("neighbours").attr("aria-label", words::order_in_time(language)).children(
        [
            before.map(|event| to(event, words::before_in_time(language).into_owned(), "prev")),
            after.map(|event| to(event, words::after_in_time(language).into_owned(), "next")),
        ]
        .into_iter()
        .flatten(),
    )
}
