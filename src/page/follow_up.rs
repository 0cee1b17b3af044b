//! The follow-up round as far as the source goes: counts, allocation, states and their rules, findings, gaps.

use super::parts::{
    actor_link, cite, contradictions, documents, event_line, link, note_button, opening, paragraph, passage, reading, scrolling, section,
    swedish,
};
use super::{Block, Context, Page};
use crate::i18n::{follow_up as words, number, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Decimal, Figure, Passage, Reading, Round};
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let year = context.edition().year;
    let (lead, description) = match context.catalogue.rounds.first() {
        Some(round) => (words::lead(language, round.year(), year), words::description(language, round.year())),
        None => (words::no_round(language, year), words::no_round_description(language)),
    };
    let mut blocks = vec![Block::new(
        "lead",
        opening(words::title(language), lead).child(
            el("p")
                .class("actions")
                .child(link(context.to(Route::Judged), words::see_judged(language, year)))
                .child(link(context.to(Route::MyAssessment), crate::i18n::assessment::see_mine(language))),
        ),
    )];
    let rounds = &context.catalogue.rounds;
    // The parts of one round; there is one in the material, and a key must not stand twice.
    if let Some(round) = rounds.first() {
        blocks.push(Block::new("round", about(context, round)));
        blocks.push(Block::new("states", states(context, round)));
        blocks.push(Block::new("allocations", allocations(context, round)));
        blocks.push(Block::new("findings", passages(context, "findings", words::findings(language).into_owned(), &round.findings)));
        blocks.push(Block::new("missing", passages(context, "missing", words::missing(language).into_owned(), &round.missing)));
        blocks.push(Block::new("counts", counts(context, round)));
        if let Some(part) = contradictions(context, &[Anchor::of("round", &round.id)]) {
            blocks.push(Block::new("contradictions", part));
        }
        if let Some(part) = events(context, round) {
            blocks.push(Block::new("events", part));
        }
    }
    blocks.push(Block::new(
        "next",
        section("next-round", words::next_round(language, year)).child(
            el("p")
                .text(words::next_round_text(language, year))
                .text(" ")
                .child(link(context.to(Route::Judged), words::see_judged(language, year))),
        ),
    ));
    blocks.push(Block::new("sources", documents(context, rounds.iter().flat_map(|round| &round.sources))));
    Page { title: words::title(language).into_owned(), description: description.into_owned(), found: true, blocks }
}

fn about(context: &Context, round: &Round) -> Element {
    let language = context.language();
    section("round", round.title.get(language))
        .child(paragraph(round.text.get(language)).text(" ").child(cite(context, &round.sources, false)))
        .child(el("p").class("actions").child(note_button(language, &Anchor::of("round", &round.id), round.title.get(language))))
}

/// A colour never stands alone: a shape of its own and its word stand with it.
fn sign(color: &str) -> Node {
    let (class, sign) = match color {
        "green" => ("light light-green", "\u{25cf}"),
        "yellow" => ("light light-yellow", "\u{25b2}"),
        "red" => ("light light-red", "\u{25a0}"),
        _ => ("light", "\u{2013}"),
    };
    el("span").class(class).attr("aria-hidden", "true").text(sign).into()
}

fn states(context: &Context, round: &Round) -> Element {
    let language = context.language();
    let list = round.states.iter().map(|state| {
        let rule = match &state.rule {
            Some(rule) => text(rule.get(language)),
            None => el("em").text(words::no_rule(language)).into(),
        };
        let count = state.count.map_or_else(|| words::no_count(language).into_owned(), |count| number::whole(language, i64::from(count)));
        el("li")
            .class("state")
            .child(el("h3").child(sign(&state.color)).text(" ").text(state.name.get(language)))
            .child(
                el("dl")
                    .class("facts")
                    .child(el("dt").text(words::rule(language)))
                    .child(el("dd").child(rule))
                    .child(el("dt").text(words::counts_what(language)))
                    .child(el("dd").text(state.counts_what.get(language)))
                    .child(el("dt").text(words::count(language)))
                    .child(el("dd").text(count)),
            )
            .child(cite(context, &state.sources, false))
            .text(" ")
            .child(note_button(language, &Anchor::of("state", &state.id), state.name.get(language)))
    });
    section("states", words::states(language, round.year()))
        .child(paragraph(words::states_note(language)))
        .child(el("ul").class("states").children(list))
}

fn allocations(context: &Context, round: &Round) -> Element {
    let language = context.language();
    let most = round.allocations.iter().map(|a| a.value).max().unwrap_or(1).max(1);
    let sum: u64 = round.allocations.iter().map(|a| u64::from(a.value)).sum();
    let sum_words = number::whole(language, i64::try_from(sum).unwrap_or(i64::MAX));
    let rows = round.allocations.iter().map(|allocation| {
        let anchor = Anchor::allocation(&round.id, &allocation.actor);
        let actor = context.catalogue.actor(&allocation.actor).map_or(allocation.actor.as_str(), |actor| actor.name.get(language));
        let quote = format!("{}: {actor}", words::allocations(language));
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(actor_link(context, &allocation.actor))
                    .child(el("br"))
                    .child(cite(context, &allocation.sources, false))
                    .text(" ")
                    .child(note_button(language, &anchor, &quote)),
            )
            .child(el("td").class("number").text(number::whole(language, i64::from(allocation.value))))
            .child(el("td").class("bar-cell").child(bar(allocation.value, most)))
            .child(el("td").child(swedish(language, &allocation.printed)).text(" ").child(reading(language, allocation.reading, true)))
    });
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(words::department(language)))
        .child(el("th").attr("scope", "col").class("number").text(words::assignments(language)))
        .child(el("td").class("bar-cell"))
        .child(el("th").attr("scope", "col").text(words::printed(language)));
    let foot = el("tr")
        .class("sum")
        .child(el("th").attr("scope", "row").text(words::sum(language)))
        .child(el("td").class("number").text(sum_words.clone()))
        .child(el("td").class("bar-cell"))
        .child(el("td").child(reading(language, Reading::Calculated, true)));
    section("allocations", words::allocations(language)).child(scrolling(
        "allocations",
        el("table")
            .class("amounts")
            .child(el("caption").text(words::sum_note(language, &sum_words)))
            .child(el("thead").child(head))
            .child(el("tbody").children(rows).child(foot)),
    ))
}

/// A bar whose length is the value; the number stands beside it, so it says nothing of its own.
fn bar(value: u32, most: u32) -> Element {
    el("svg")
        .class("bar-mark")
        .attr("viewBox", format!("0 0 {most} 1"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(el("rect").class("f-mark").attr("width", value.to_string()).attr("height", "1"))
}

fn counts(context: &Context, round: &Round) -> Element {
    let language = context.language();
    let rows = round.counts.iter().map(|count| {
        el("tr")
            .attr("id", count.id.as_str())
            .child(
                el("th")
                    .attr("scope", "row")
                    .text(count.label.get(language))
                    .child(el("br"))
                    .child(cite(context, &count.sources, false))
                    .text(" ")
                    .child(note_button(language, &Anchor::of("count", &count.id), count.label.get(language))),
            )
            .child(el("td").class("number").text(value(context, count)))
            .child(el("td").text("\u{ab}").child(swedish(language, &count.printed)).text("\u{bb} ").child(reading(
                language,
                count.reading,
                true,
            )))
    });
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(words::label(language)))
        .child(el("th").attr("scope", "col").class("number").text(words::count(language)))
        .child(el("th").attr("scope", "col").text(words::printed(language)));
    section("counts", words::counts_heading(language)).child(scrolling(
        "counts",
        el("table")
            .class("amounts")
            .child(el("caption").text(words::counts_caption(language)))
            .child(el("thead").child(head))
            .child(el("tbody").children(rows)),
    ))
}

fn value(context: &Context, figure: &Figure) -> String {
    let language = context.language();
    let Decimal { digits, scale } = figure.value;
    let unit = words::unit(language, &figure.unit);
    format!("{}\u{a0}{unit}", number::decimal(language, Decimal { digits, scale }))
}

fn passages(context: &Context, key: &'static str, heading: String, passages: &[Passage]) -> Element {
    let language = context.language();
    section(key, heading)
        .child(el("p").class("soft").text(format!("{}.", source::our_summaries(language))))
        .child(el("ul").class("activities").children(passages.iter().map(|own| passage(context, own, "finding", false))))
}

/// The events that stand in the same document as the round.
fn events(context: &Context, round: &Round) -> Option<Element> {
    let document = &round.sources.first()?.document;
    let events: Vec<Element> = context
        .catalogue
        .events
        .iter()
        .filter(|event| event.sources.first().is_some_and(|source| source.document == *document))
        .map(|event| event_line(context, event))
        .collect();
    (!events.is_empty()).then(|| section("events", words::events(context.language())).child(el("ul").class("event-lines").children(events)))
}
