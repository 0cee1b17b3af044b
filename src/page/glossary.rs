//! The glossary: every term that the documents name, on one page with an anchor each.

use super::parts::{choice, documents, link, note_button, opening, paragraph, swedish};
use super::{Block, Context, Page};
use crate::i18n::{glossary as words, goals};
use crate::markup::{Element, Node, el};
use crate::model::{Anchor, Language, Source, TERM_KINDS, Term};
use crate::query::terms;
use crate::url::{Route, View};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let view = context.view;
    let all = &context.catalogue.terms;
    let letters = terms::by_letter(context.catalogue, view.kind, &view.query);
    let with_figures = all.iter().filter(|term| term.has_figures).count();
    let list: Element = if letters.is_empty() {
        paragraph(words::none_left(language))
    } else {
        el("div").class("glossary").children(letters.iter().map(|(letter, terms)| letter_part(context, *letter, terms)))
    };
    let shown = letters.iter().map(|(_, terms)| terms.len()).sum();
    Page {
        title: words::title(language).into_owned(),
        description: words::description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new("lead", opening(words::title(language), words::lead(language, all.len(), with_figures))),
            Block::new("narrow", controls(context, shown)),
            Block::new("letters", index(context, &letters)),
            Block::new("terms", list),
            Block::new("sources", documents(context, all.iter().flat_map(|term| term.mentions.first()))),
        ],
    }
}

/// The heading of a letter has an id without å, ä, ö, which some readers of links do not keep.
fn letter_id(letter: char) -> String {
    format!("bokstav-{:x}", u32::from(letter))
}

fn controls(context: &Context, shown: usize) -> Element {
    let language = context.language();
    let view = context.view;
    let kinds =
        std::iter::once((words::all(language).into_owned(), context.with_view(&View { kind: None, ..view.clone() }), view.kind.is_none()))
            .chain(TERM_KINDS.into_iter().filter_map(|kind| {
                let count = terms::count(context.catalogue, kind);
                let next = View { kind: Some(kind), ..view.clone() };
                (count > 0)
                    .then(|| (format!("{} {count}", words::term_kind(language, kind)), context.with_view(&next), view.kind == Some(kind)))
            }));
    // An ordinary form: the words go into the address, and the page is shown for that address.
    let form = el("form")
        .class("find live-only")
        .attr("role", "search")
        .attr("method", "get")
        .attr("action", "./")
        .child(el("label").attr("for", "sok-ord").text(words::find(language)))
        .child(
            el("input")
                .attr("id", "sok-ord")
                .attr("name", "sok")
                .attr("type", "search")
                .attr("maxlength", "200")
                .attr("value", view.query.as_str()),
        )
        .child(view.kind.map(|kind| el("input").attr("type", "hidden").attr("name", "slag").attr("value", kind)))
        .child(el("button").attr("id", "sok-knapp").attr("type", "submit").text(words::find_button(language)));
    let narrowed = view.kind.is_some() || !view.query.is_empty();
    el("div").class("controls filters").child(form).child(choice(words::kind(language), kinds.collect())).child(narrowed.then(|| {
        let cleared = View { kind: None, query: String::new(), ..view.clone() };
        el("p")
            .class("chosen")
            .attr("role", "status")
            .text(words::showing(language, shown, context.catalogue.terms.len()))
            .text(" ")
            .child(link(context.with_view(&cleared), words::clear(language)).attr("data-choice", ""))
    }))
}

fn index(context: &Context, letters: &[(char, Vec<&Term>)]) -> Element {
    el("nav").class("letters").attr("id", "bokstaver").attr("aria-label", words::letters(context.language())).child(
        el("ul").children(letters.iter().map(|(letter, _)| el("li").child(link(format!("#{}", letter_id(*letter)), letter.to_string())))),
    )
}

fn letter_part(context: &Context, letter: char, terms: &[&Term]) -> Element {
    let id = letter_id(letter);
    el("section")
        .class("letter")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").attr("id", id).text(letter.to_string()))
        .child(el("ul").class("plain terms").children(terms.iter().map(|term| entry(context, term))))
        .child(el("p").class("soft").child(link("#bokstaver", words::to_letters(context.language()))))
}

fn entry(context: &Context, term: &Term) -> Element {
    let language = context.language();
    let figures = if term.has_figures { words::has_figures(language) } else { words::no_figures(language) };
    let mut item = el("li")
        .attr("id", format!("term-{}", term.id))
        .class("term")
        .child(el("h3").child(swedish(language, &term.name)))
        .child(
            el("ul")
                .class("tags")
                .child(el("li").text(words::term_kind(language, &term.kind)))
                .child(el("li").class(if term.has_figures { "tag-figures" } else { "tag-none" }).text(figures)),
        )
        .child(paragraph(term.text.get(language)));
    if !term.variants.is_empty() {
        item = item.child(
            el("p").class("event-meta").text(words::also_written(language)).text(" ").child(swedish(language, &term.variants.join(", "))),
        );
    }
    let named: Vec<Element> = term
        .goals
        .iter()
        .filter_map(|id| context.catalogue.goal(id))
        .map(|goal| el("li").child(link(context.to(Route::Goal(goal.id.clone())), goals::goal_title(language, goal.title.get(language)))))
        .collect();
    let mut more = el("details")
        .attr("id", format!("var-{}", term.id))
        .child(el("summary").text(words::mentions(language, term.mentions.len())))
        .child(places(context, &term.mentions));
    if !named.is_empty() {
        more = more.child(paragraph(words::in_goals(language))).child(el("ul").children(named));
    }
    item.child(more.child(note_button(language, &Anchor::of("term", &term.id), &term.name)))
}

/// Where a term is named: document, heading and lines, each heading once.
fn places(context: &Context, mentions: &[Source]) -> Element {
    let language = context.language();
    let mut groups: Vec<(&Source, Vec<String>)> = Vec::new();
    for mention in mentions {
        let lines = lines(mention);
        match groups.iter_mut().find(|(first, _)| first.document == mention.document && first.section == mention.section) {
            Some((_, known)) if known.contains(&lines) => {}
            Some((_, known)) => known.push(lines),
            None => groups.push((mention, vec![lines])),
        }
    }
    el("ul").class("cite places").children(groups.into_iter().map(|(first, lines)| {
        let title = context.catalogue.document(&first.document).map_or(first.document.as_str(), |d| d.title.get(Language::Sv));
        let word = match language {
            Language::Sv => "rad",
            Language::En if lines.len() == 1 && !lines.iter().any(|l| l.contains('\u{2013}')) => "line",
            Language::En => "lines",
        };
        el("li")
            .child(swedish(language, title))
            .text(", ")
            .child(swedish(language, &format!("\u{ab}{}\u{bb}", first.section)))
            .child(Node::Text(format!(", {word} {}", lines.join(", "))))
    }))
}

fn lines(source: &Source) -> String {
    let (from, to) = (source.lines.from, source.lines.to);
    if from == to { from.to_string() } else { format!("{from}\u{2013}{to}") }
}
