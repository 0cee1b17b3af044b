//! The decision trail: the guided path to the newest plan, and every event on a timeline.

use super::parts::{actor_link, capital, choice, documents, event_date, event_name, link, opening, paragraph, section, status_badge};
use super::{Block, Context, Page};
use crate::i18n::decisions as words;
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, EVENT_KINDS, Event, Id, Status, THEMES};
use crate::query::trail::{Filter, Step, Year, by_year, guided_path, years};
use crate::url::{Route, View};

/// The body that the view asks for, where the data does not know it.
pub fn gone(context: &Context) -> Vec<Anchor> {
    let body = context.view.body.iter().filter(|id| context.catalogue.actor(id).is_none());
    body.map(|id| Anchor::of("actor", id)).collect()
}

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let events = &context.catalogue.events;
    let (from, to) = years(context.catalogue).unwrap_or_default();
    let lead = words::trail_lead(language, events.len(), from, to);
    Page {
        title: words::trail_title(language).into_owned(),
        description: words::trail_description(language, from, to).into_owned(),
        found: true,
        blocks: vec![
            Block::new("lead", opening(words::trail_title(language), lead).child(legend(context))),
            Block::new("path", path(context)),
            Block::new("narrow", controls(context)),
            Block::new("timeline", timeline(context)),
            Block::new("sources", documents(context, events.iter().flat_map(|event| &event.sources))),
        ],
    }
}

/// The five words of status, each with its sign and what it means.
fn legend(context: &Context) -> Element {
    let language = context.language();
    el("details").attr("id", "legend").class("legend").child(el("summary").text(words::timeline_words(language))).child(
        el("ul").class("plain").children(
            Status::ALL
                .into_iter()
                .map(|status| el("li").child(status_badge(language, status)).text(" ").text(words::status_means(language, status))),
        ),
    )
}

fn path(context: &Context) -> Element {
    let language = context.language();
    let steps = guided_path(context.catalogue);
    section("path", words::path_heading(language, context.edition().year))
        .child(paragraph(words::path_text(language, steps.len())).class("soft"))
        .child(el("ol").class("path").children(steps.iter().enumerate().map(|(index, step)| path_step(context, index, step))))
        .child(el("p").class("path-end").text(words::path_end(language)))
}

fn path_step(context: &Context, index: usize, step: &Step) -> Element {
    let language = context.language();
    let event = step.event;
    let numbers: Vec<String> = step.follows.iter().map(|number| (number + 1).to_string()).collect();
    let tie = match (numbers.is_empty(), index) {
        (true, 0) => words::path_first(language),
        (true, _) => words::path_apart(language),
        (false, _) => words::path_follows(language, &numbers.join(", ")),
    };
    let class = if step.is_document { "step step-document" } else { "step" };
    el("li")
        .class(if numbers.is_empty() && index > 0 { format!("{class} step-apart") } else { class.to_owned() })
        .child(
            el("p")
                .class("step-head")
                .child(el("span").class("event-when").text(event_date(language, event)))
                .text(" ")
                .child(status_badge(language, event.status))
                .child(step.is_document.then(|| el("span").class("tag").text(words::path_document(language)))),
        )
        .child(el("p").class("event-title").child(title_link(context, event)))
        .child(el("p").class("event-meta").children(meta(context, event)))
        .child(el("p").class("event-meta").text(tie).text("."))
}

fn title_link(context: &Context, event: &Event) -> Element {
    link(context.to(Route::Event(event.id.clone())), event_name(context, event))
}

/// Who, § and kind, in a line.
fn meta(context: &Context, event: &Event) -> Vec<Node> {
    let language = context.language();
    let mut nodes: Vec<Node> = Vec::new();
    if let Some(body) = &event.body {
        nodes.push(actor_link(context, body));
        nodes.push(text(" \u{b7} "));
    }
    if let Some(paragraph) = &event.paragraph {
        nodes.push(text(format!("{paragraph} \u{b7} ")));
    }
    nodes.push(text(words::event_kind(language, &event.kind)));
    for theme in &event.themes {
        nodes.push(text(format!(" \u{b7} {}", words::theme_name(language, theme.as_str()))));
    }
    nodes
}

fn filter(view: &View) -> Filter<'_> {
    Filter { theme: view.theme, status: view.status, kind: view.kind, body: view.body.as_ref() }
}

fn is_narrowed(view: &View) -> bool {
    view.theme.is_some() || view.status.is_some() || view.kind.is_some() || view.body.is_some()
}

/// The choices, each with how many events it would leave beside the other choices.
fn controls(context: &Context) -> Element {
    let language = context.language();
    let view = context.view;
    let now = filter(view);
    let option = |word: String, next: View, current: bool| {
        let left = filter(&next).count(context.catalogue);
        // A choice that would leave nothing is not offered.
        (left > 0 || current).then(|| (format!("{word} {left}"), context.with_view(&next), current))
    };
    let all = |next: View, current: bool| option(words::all(language).into_owned(), next, current);
    let themes = std::iter::once(all(View { theme: None, ..view.clone() }, now.theme.is_none())).chain(THEMES.into_iter().map(|theme| {
        option(words::theme_name(language, theme).into_owned(), View { theme: Some(theme), ..view.clone() }, now.theme == Some(theme))
    }));
    let statuses =
        std::iter::once(all(View { status: None, ..view.clone() }, now.status.is_none())).chain(Status::ALL.into_iter().map(|status| {
            let (sign, word) = words::status(language, status);
            option(format!("{sign} {word}"), View { status: Some(status), ..view.clone() }, now.status == Some(status))
        }));
    let kinds = std::iter::once(all(View { kind: None, ..view.clone() }, now.kind.is_none())).chain(EVENT_KINDS.into_iter().map(|kind| {
        option(words::event_kind(language, kind).into_owned(), View { kind: Some(kind), ..view.clone() }, now.kind == Some(kind))
    }));
    section("narrow", words::timeline(language))
        .child(
            el("div")
                .class("controls filters")
                .child(choice(words::theme(language), themes.flatten().collect()))
                .child(choice(words::status_label(language), statuses.flatten().collect()))
                .child(choice(words::kind(language), kinds.flatten().collect()))
                .child(bodies(context)),
        )
        .child(is_narrowed(view).then(|| {
            let cleared = View { theme: None, status: None, kind: None, body: None, ..view.clone() };
            el("p")
                .class("chosen")
                .attr("id", "left")
                .attr("tabindex", "-1")
                .attr("data-said", "")
                .text(words::showing(language, now.count(context.catalogue), context.catalogue.events.len()))
                .text(" ")
                .child(link(context.with_view(&cleared), words::clear(language)).attr("data-choice", ""))
        }))
}

/// Every body that acts or decides in some event, as one list: they are many.
fn bodies(context: &Context) -> Element {
    let language = context.language();
    let view = context.view;
    let left = |body: Option<&Id>| {
        let next = View { body: body.cloned(), ..view.clone() };
        (filter(&next).count(context.catalogue), context.with_view(&next))
    };
    let option = |word: String, body: Option<&Id>| {
        let (count, address) = left(body);
        let chosen = view.body.as_ref() == body;
        (count > 0 || chosen).then(|| el("option").attr("value", address).flag("selected", chosen).text(format!("{word} ({count})")))
    };
    let all = option(words::all(language).into_owned(), None);
    let each = context.catalogue.actors.iter().filter(|actor| {
        context.catalogue.events.iter().any(|event| [&event.body, &event.decided_by].into_iter().flatten().any(|id| *id == actor.id))
    });
    let options: Vec<Element> =
        all.into_iter().chain(each.filter_map(|actor| option(capital(actor.name.get(language)), Some(&actor.id)))).collect();
    el("div")
        .class("choice live-only")
        .child(el("label").class("choice-label").attr("for", "f-body").text(words::body(language)))
        .child(el("select").attr("id", "f-body").attr("data-choose", "").children(options))
}

fn timeline(context: &Context) -> Element {
    let language = context.language();
    let years = by_year(context.catalogue, filter(context.view));
    if years.is_empty() {
        return paragraph(words::none_left(language));
    }
    el("div").class("timeline").children(years.iter().map(|year| year_part(context, year)))
}

fn year_part(context: &Context, year: &Year) -> Element {
    let language = context.language();
    let entries = |events: &[&Event]| el("ol").class("events").children(events.iter().map(|event| entry(context, event)));
    let mut part = el("section")
        .class("year")
        .attr("aria-labelledby", format!("ar-{}", year.year))
        .child(el("h3").attr("id", format!("ar-{}", year.year)).text(year.year.to_string()));
    let lists = [
        (&year.for_budget, Some(words::for_budget_year(language, year.year))),
        (&year.dated, None),
        // Where nothing has a closer date, the year above says all.
        (&year.undated, (!year.dated.is_empty() || !year.for_budget.is_empty()).then(|| words::undated(language, year.year))),
        (&year.about, Some(words::about_year(language, year.year))),
    ];
    for (events, heading) in lists {
        if !events.is_empty() {
            part = part.child(heading.map(|heading| el("h4").text(heading))).child(entries(events));
        }
    }
    part
}

fn entry(context: &Context, event: &Event) -> Element {
    let language = context.language();
    // The year stands above; what says no more than it is not repeated.
    let when = (event.date.len() > 4 || event.until.is_some()).then(|| el("span").class("event-when").text(event_date(language, event)));
    el("li")
        .class("event")
        .child(el("p").class("step-head").child(when).text(" ").child(status_badge(language, event.status)))
        .child(el("p").class("event-title").child(title_link(context, event)))
        .child(el("p").class("event-meta").children(meta(context, event)))
}
