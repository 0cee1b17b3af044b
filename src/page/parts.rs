//! Parts that many pages share: headings, citations, readings, titles in two languages, choices.

use super::Context;
use crate::i18n;
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Language, Reading, Source, Text};
use crate::url::Route;

/// The heading of a page; focus moves here after navigation inside the application.
pub fn page_heading(content: impl Into<Node>) -> Element {
    el("h1").attr("id", "rubrik").attr("tabindex", "-1").child(content)
}

pub fn section(key: &'static str, heading: impl Into<String>) -> Element {
    el("section")
        .class(format!("part part-{key}"))
        .attr("aria-labelledby", format!("h-{key}"))
        .child(el("h2").attr("id", format!("h-{key}")).text(heading))
}

pub fn paragraph(content: impl Into<String>) -> Element {
    el("p").text(content)
}

pub fn link(address: impl Into<String>, content: impl Into<String>) -> Element {
    el("a").attr("href", address).text(content)
}

/// An official title: as printed in Swedish; on English pages our translation first and the official wording beneath.
pub fn official_title(language: Language, title: &Text) -> Node {
    match language {
        Language::Sv => text(&title.sv),
        Language::En => Node::Fragment(vec![
            text(&title.en),
            el("small")
                .class("official")
                .child(el("span").class("official-sv").attr("lang", "sv").text(&title.sv))
                .text(format!(" ({})", i18n::source::our_translation(language)))
                .into(),
        ]),
    }
}

/// Words in the page's language; for text that only stands in Swedish, `lang` says so.
pub fn swedish(language: Language, content: &str) -> Node {
    match language {
        Language::Sv => text(content),
        Language::En => el("span").attr("lang", "sv").text(content).into(),
    }
}

/// Where something stands, short: heading and lines; the document too, where `with_document`.
pub fn cite(context: &Context, sources: &[Source], with_document: bool) -> Element {
    let language = context.language();
    let mut small = el("small").class("cite");
    for (index, source) in sources.iter().enumerate() {
        if index > 0 {
            small = small.text("; ");
        }
        if with_document {
            let title = context.catalogue.document(&source.document).map_or(source.document.as_str(), |d| d.title.get(Language::Sv));
            small = small.child(swedish(language, title)).text(", ");
        }
        // A goal's own heading is already the page's title: naming it again would only be long.
        let section = short(source.section.split(" - ").next().unwrap_or_default());
        small = small.child(swedish(language, &format!("\u{ab}{section}\u{bb}"))).text(", ");
        if let Some(row) = source.row.as_deref().filter(|_| with_document) {
            small = small.child(swedish(language, row)).text(", ");
        }
        small = small.text(i18n::source::lines(language, source));
        if let (Some(page), true) = (source.section_page, with_document) {
            small = small.text(format!(" ({})", i18n::source::section_page(language, page)));
        }
    }
    small
}

/// A heading as it can stand in a line: a long one (an assignment's wording is its heading) is cut between words.
fn short(heading: &str) -> String {
    const MOST: usize = 48;
    if heading.chars().count() <= MOST {
        return heading.to_owned();
    }
    let start: String = heading.chars().take(MOST).collect();
    format!("{}\u{2026}", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words))
}

/// The reading of a value, in words; nothing for what simply stands in the source unless `always`.
pub fn reading(language: Language, reading: Reading, always: bool) -> Node {
    let class = match reading {
        Reading::AsPublished if !always => return Node::Fragment(Vec::new()),
        Reading::AsPublished => "reading reading-published",
        Reading::Calculated => "reading reading-calculated",
        Reading::Interpreted => "reading reading-interpreted",
    };
    el("span").class(class).text(i18n::source::reading(language, reading)).into()
}

/// The button that opens a note about something. It works in the running application only.
pub fn note_button(language: Language, anchor: &Anchor, what: &str) -> Element {
    el("button")
        .attr("type", "button")
        .class("note-button live-only")
        .attr("data-act", "note")
        .attr("data-anchor", anchor.as_str())
        .attr("data-quote", what)
        .attr("aria-label", i18n::goals::add_note_about(language, what))
        .text(i18n::goals::add_note(language))
}

/// The marker of a global goal: number on its colour, and its name.
pub fn sdg_chip(context: &Context, number: u32, name: &str) -> Element {
    el("a")
        .class("chip")
        .attr("href", context.to(Route::Sdg(number)))
        .child(el("span").class(format!("sdg-number sdg-{number}")).attr("aria-hidden", "true").text(number.to_string()))
        .child(el("span").class("visually-hidden").text(format!("{} {number} ", i18n::goals::global_goal(context.language()))))
        .text(name)
}

/// A choice between views as links; the current one is marked.
pub fn choice(label: impl Into<String>, options: Vec<(String, String, bool)>) -> Element {
    let label = label.into();
    el("div")
        .class("choice live-only")
        .attr("role", "group")
        .attr("aria-label", label.clone())
        .child(el("span").class("choice-label").text(label))
        .children(options.into_iter().map(|(content, address, current)| {
            el("a")
                .class("choice-option")
                .attr("href", address)
                .attr("data-choice", "")
                .attr_if("aria-current", current.then_some("true"))
                .text(content)
        }))
}

/// The way here: links to the pages above.
pub fn breadcrumb(context: &Context, steps: Vec<(String, Route)>) -> Element {
    let language = context.language();
    let start = std::iter::once((i18n::frame::nav_start(language).into_owned(), Route::Start));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", i18n::frame::breadcrumb(language))
        .child(el("ol").children(start.chain(steps).map(|(content, route)| el("li").child(link(context.to(route), content)))))
}

/// Documents that a page was read from, with what they are.
pub fn documents<'s>(context: &Context, sources: impl IntoIterator<Item = &'s Source>) -> Element {
    let language = context.language();
    let mut seen = std::collections::BTreeSet::new();
    let mut list = el("ul").class("sources");
    for source in sources {
        if seen.insert(source.document.clone())
            && let Some(document) = context.catalogue.document(&source.document)
        {
            let mut item = el("li").child(swedish(language, &document.title.sv));
            for detail in [&document.paragraph, &document.case_number].into_iter().flatten() {
                item = item.text(", ").child(swedish(language, detail));
            }
            if let Some(page) = source.section_page {
                item = item.text(format!(" ({})", i18n::source::section_page(language, page)));
            }
            list = list.child(item);
        }
    }
    section("sources", i18n::source::sources(language)).child(list).child(
        el("p")
            .class("soft")
            .text(i18n::source::lines_note(language))
            .text(" ")
            .child(link(context.to(Route::Data), i18n::frame::nav_data(language))),
    )
}
