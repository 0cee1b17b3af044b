//! Parts that many pages share: headings, citations, readings, titles in two languages, choices.

use super::Context;
use crate::chart::scene::WidthClass;
use crate::i18n;
use crate::i18n::decisions as words;
use crate::markup::{Element, Node, el, text};
use crate::model::{Actor, Anchor, Contradiction, DatedBy, Event, Id, Language, Passage, Reading, Source, Status, Term, Text};
use crate::query;
use crate::url::Route;

/// The heading of a page; focus moves here after navigation inside the application.
pub fn page_heading(content: impl Into<Node>) -> Element {
    el("h1").attr("id", "rubrik").attr("tabindex", "-1").child(content)
}

/// What most pages begin with: what it is, and in a line what it holds.
pub fn opening(title: impl Into<String>, lead: impl Into<String>) -> Element {
    el("div").class("hero").child(page_heading(text(title))).child(paragraph(lead).class("lead"))
}

pub fn section(key: &'static str, heading: impl Into<String>) -> Element {
    el("section")
        .class(format!("part part-{key}"))
        .attr("aria-labelledby", format!("h-{key}"))
        .child(el("h2").attr("id", format!("h-{key}")).text(heading))
}

/// Below this width of the window the layout for a phone is shown; the style sheet says the same. Never on paper: a sheet
/// is narrower than that and shows the wide drawing all the same.
pub const NARROW: &str = "screen and (max-width: 51.99rem)";

/// A drawing in the layout that is needed, or in both, of which the style sheet shows the one that fits.
pub fn drawings(context: &Context, draw: &dyn Fn(WidthClass) -> Node) -> Vec<Node> {
    let drawn = |class: WidthClass| {
        let name = match class {
            WidthClass::Wide => "wide-only",
            WidthClass::Narrow => "narrow-only",
        };
        let alone = if context.layout.is_some() { " is-alone" } else { "" };
        el("div").class(format!("{name}{alone}")).child(draw(class)).into()
    };
    match context.layout {
        Some(class) => vec![drawn(class)],
        None => vec![drawn(WidthClass::Wide), drawn(WidthClass::Narrow)],
    }
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
/// A document or heading that the place before it names already is not named again.
pub fn cite(context: &Context, sources: &[Source], with_document: bool) -> Element {
    let language = context.language();
    let mut small = el("small").class("cite");
    let mut before: Option<(&Source, &str)> = None;
    for (index, source) in sources.iter().enumerate() {
        // Two facts of one answer can stand in the same place.
        let place = |s: &Source| (s.document.clone(), s.section.clone(), s.lines);
        if sources.iter().take(index).any(|said| place(said) == place(source)) {
            continue;
        }
        let document = context.catalogue.document(&source.document);
        let same_document = before.is_some_and(|(b, _)| b.document == source.document);
        let section = short_section(&source.section, document.map_or("", |d| d.title.get(Language::Sv)));
        let same_section = same_document && before.is_some_and(|(b, known)| known == section && b.section_page == source.section_page);
        if before.is_some() {
            small = small.text(if same_section { ", " } else { "; " });
        }
        if with_document && !same_document {
            let title = document.map_or(source.document.as_str(), |d| d.title.get(Language::Sv));
            small = small.child(swedish(language, title)).text(", ");
        }
        if !same_section {
            small = small.child(swedish(language, &format!("\u{ab}{}\u{bb}", short(section)))).text(", ");
        }
        if let Some(row) = source.row.as_deref().filter(|_| with_document) {
            small = small.child(swedish(language, row)).text(", ");
        }
        small = small.text(i18n::source::lines(language, source));
        if let (Some(page), true, false) = (source.section_page, with_document, same_section) {
            small = small.text(format!(" ({})", i18n::source::section_page(language, page)));
        }
        before = Some((source, section));
    }
    small
}

/// The places of facts inside something whose own place stands beside it: the lines alone where they lie in its sections.
pub fn cite_within(context: &Context, sources: &[Source], whole: &[Source]) -> Element {
    let stands_there = |source: &Source| whole.iter().any(|of| of.document == source.document && of.section == source.section);
    if sources.is_empty() || !sources.iter().all(stands_there) {
        return cite(context, sources, false);
    }
    let lines: Vec<String> = sources.iter().map(|source| i18n::source::lines(context.language(), source)).collect();
    el("small").class("cite").text(lines.join(", "))
}

/// A heading as it can stand in a line: a long one (an assignment's wording is its heading) is cut between words.
fn short(heading: &str) -> String {
    const MOST: usize = 48;
    if heading.chars().count() <= MOST {
        return heading.to_owned();
    }
    let start: String = heading.chars().take(MOST).collect();
    format!("{}\u{2026}", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words).trim_end_matches(','))
}

/// A heading without what stands beside it anyway: a goal's own title, the title of the document after a §.
fn short_section<'s>(section: &'s str, document: &str) -> &'s str {
    let section = section.split(" - ").next().unwrap_or_default();
    match section.split_once(document) {
        Some((before, _)) if !document.is_empty() && before.starts_with('\u{a7}') => before.trim(),
        _ => section,
    }
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

/// A passage as an entry of a list; `kind` is that of its anchor, `always` says a reading also where it is as published.
pub fn passage(context: &Context, passage: &Passage, kind: &str, always: bool) -> Element {
    let language = context.language();
    el("li")
        .attr("id", passage.id.as_str())
        .text(passage.text.get(language))
        .text(" ")
        .child(reading(language, passage.reading, always))
        .text(" ")
        .child(cite(context, &passage.sources, false))
        .text(" ")
        .child(note_button(language, &Anchor::of(kind, &passage.id), passage.text.get(language)))
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

/// The button that opens the dialog of sharing the page. It works in the running application only.
pub fn share_button(language: Language) -> Element {
    el("button").attr("type", "button").class("live-only").attr("data-act", "share").text(i18n::share::share(language))
}

/// The button that puts a bookmark on something with one press. It works in the running application only.
pub fn bookmark_button(language: Language, anchor: &Anchor, what: &str) -> Element {
    el("button")
        .attr("type", "button")
        .class("note-button bookmark-button live-only")
        .attr("data-act", "bookmark")
        .attr("data-anchor", anchor.as_str())
        .attr("data-quote", what)
        .attr("aria-pressed", "false")
        .attr("aria-label", i18n::notebook::bookmark_about(language, what))
        .text(i18n::notebook::bookmark(language))
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

/// More contradictions than this on a page stand as their titles, to be opened.
const MANY: usize = 3;

/// Where the documents disagree about one of the anchors: every reading side by side, which one is used, and why.
/// Nothing where they do not.
pub fn contradictions(context: &Context, anchors: &[Anchor]) -> Option<Element> {
    let language = context.language();
    let found = query::contradictions::touching(context.catalogue, anchors);
    if found.is_empty() {
        return None;
    }
    let fold = found.len() > MANY;
    let items = found.into_iter().map(|item| contradiction(context, item, fold));
    Some(
        section("contradictions", i18n::source::contradictions(language))
            .child(paragraph(words::contradictions_note(language)).class("soft"))
            .child(el("ul").class("disagreements").children(items)),
    )
}

/// One place where the documents disagree; `folded`, only its title stands open.
pub fn contradiction(context: &Context, item: &Contradiction, folded: bool) -> Element {
    /// More readings than this stand folded.
    const OPEN: usize = 4;
    let language = context.language();
    let mut readings =
        item.readings.iter().enumerate().map(|(index, reading)| {
            let used = item.used == Some(index);
            el("li")
                .class(if used { "statement statement-used" } else { "statement" })
                .child(el("q").attr_if("lang", (language == Language::En).then_some("sv")).text(reading.value.as_str()))
                .child(el("br"))
                .child(cite(context, std::slice::from_ref(&reading.source), true))
                .child(used.then(|| {
                    el("p").class("used").child(el("span").attr("aria-hidden", "true").text("\u{2713} ")).text(words::used(language))
                }))
        });
    let first: Vec<Element> = readings.by_ref().take(OPEN).collect();
    let rest: Vec<Element> = readings.collect();
    let anchor = Anchor::of("contradiction", &item.id);
    let title = item.title.get(language);
    let mut body: Vec<Node> = vec![el("ul").class("statements").children(first).into()];
    if !rest.is_empty() {
        body.push(
            el("details")
                .attr("id", format!("more-{}", item.id))
                .child(el("summary").text(words::more_readings(language, rest.len())))
                .child(el("ul").class("statements").children(rest))
                .into(),
        );
    }
    let mut why = el("p").child(el("strong").text(format!("{}: ", words::why(language)))).text(item.why.get(language));
    if item.used.is_none() && item.readings.len() > 1 {
        why = why.text(" ").text(words::all_stand(language));
    }
    body.push(why.text(" ").child(note_button(language, &anchor, title)).into());
    let entry = el("li").attr("id", format!("contradiction-{}", item.id)).class("disagreement");
    if folded {
        entry.child(el("details").attr("id", format!("open-{}", item.id)).child(el("summary").child(el("h3").text(title))).children(body))
    } else {
        entry.child(el("h3").text(title)).children(body)
    }
}

/// The status of an event as a sign and a word.
pub fn status_badge(language: Language, status: Status) -> Element {
    let (sign, word) = i18n::decisions::status(language, status);
    let class = match status {
        Status::Proposed => "status status-proposed",
        Status::Decided => "status status-decided",
        Status::Planned => "status status-planned",
        Status::Happened => "status status-happened",
        Status::Unknown => "status status-unknown",
    };
    el("span").class(class).child(el("span").class("status-sign").attr("aria-hidden", "true").text(sign)).text(word)
}

/// When an event was, with its end where it has one; a year that is not when it was says what it is.
pub fn event_date(language: Language, event: &Event) -> String {
    match event.dated_by {
        Some(DatedBy::BudgetYear) => return words::in_budget_year(language, &event.date).into_owned(),
        Some(DatedBy::ReportYear) => return words::about_the_year(language, &event.date).into_owned(),
        None => {}
    }
    let from = i18n::date::in_words(language, &event.date);
    match &event.until {
        Some(until) => format!("{from} \u{2013} {}", i18n::date::in_words(language, until)),
        None => from,
    }
}

/// What an event is called in lists: an assignment's wording is long, so its short name stands for it.
pub fn event_name(context: &Context, event: &Event) -> String {
    let language = context.language();
    match query::trail::assignment_given(context.catalogue, event) {
        Some(assignment) => i18n::goals::assignment_title(language, assignment.short.get(language)).into_owned(),
        None => event.title.get(language).to_owned(),
    }
}

/// An event in a list: when, status, and the way to its page.
pub fn event_line(context: &Context, event: &Event) -> Element {
    let language = context.language();
    el("li")
        .class("event-line")
        .child(el("span").class("event-when").text(event_date(language, event)))
        .text(" ")
        .child(status_badge(language, event.status))
        .text(" ")
        .child(link(context.to(Route::Event(event.id.clone())), event_name(context, event)))
}

/// A name that starts a line starts with a capital.
pub fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What a body is called where it starts a line; of a group it says that the source does not tell who belongs to it.
pub fn actor_name(language: Language, actor: &Actor) -> String {
    capital(&said_name(language, actor))
}

/// As [`actor_name`], within a sentence.
pub fn said_name(language: Language, actor: &Actor) -> String {
    let name = actor.name.get(language).to_owned();
    if actor.unnamed { format!("{name} ({})", i18n::goals::unnamed(language)) } else { name }
}

/// The way to a body's page, or its id where it is not known.
pub fn actor_link(context: &Context, id: &Id) -> Node {
    match context.catalogue.actor(id) {
        Some(actor) => link(context.to(Route::Actor(id.clone())), actor_name(context.language(), actor)).into(),
        None => text(id.as_str()),
    }
}

/// Terms as links into the glossary; nothing where there are none.
pub fn term_links(context: &Context, terms: &[&Term]) -> Option<Element> {
    let language = context.language();
    let glossary = context.to(Route::Glossary);
    (!terms.is_empty()).then(|| {
        section("terms", words::terms_named(language)).child(paragraph(words::terms_named_note(language)).class("soft")).child(
            el("ul").class("term-links").children(terms.iter().map(|term| {
                el("li").child(el("a").attr("href", format!("{glossary}#term-{}", term.id)).child(swedish(language, &term.name)))
            })),
        )
    })
}

/// The pages before and after this one, in the order of the source.
pub fn neighbours(context: &Context, label: String, before: Option<(Route, String)>, after: Option<(Route, String)>) -> Element {
    let language = context.language();
    let to = |(route, title): (Route, String), word: std::borrow::Cow<'static, str>, rel: &'static str| {
        el("a").attr("href", context.to(route)).attr("rel", rel).child(el("span").class("soft").text(word)).child(el("br")).text(title)
    };
    el("nav").class("neighbours").attr("aria-label", label).children(
        [
            before.map(|page| to(page, i18n::goals::previous(language), "prev")),
            after.map(|page| to(page, i18n::goals::next(language), "next")),
        ]
        .into_iter()
        .flatten(),
    )
}

/// A table that may be wider than the page; the caption names it.
pub fn scrolling(key: &str, table: Element) -> Element {
    el("div").class("table-scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", format!("h-{key}")).child(table)
}
