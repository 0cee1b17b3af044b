//! What the reader has bookmarked, made to be printed: a sheet for each thing, taken from the page that shows it, with
//! its sources and the line that says what this is.

use super::anchor::{Place, place};
use super::parts::paragraph;
use super::{Context, all_goals, budget, frame};
use crate::chart::scene::WidthClass;
use crate::dataset::FileName;
use crate::i18n::{notebook, source};
use crate::markup::{Element, Node, el};
use crate::model::{Anchor, Catalogue, Language};
use crate::notes::Note;
use crate::url::{Address, Route, View};

/// The data files that the sheets are made from, once those are read that tell the places.
pub fn needed(catalogue: &Catalogue, language: Language, notes: &[Note]) -> Vec<FileName> {
    let places = notes.iter().filter_map(Note::anchor).filter_map(|anchor| place(catalogue, language, &anchor));
    let mut files: Vec<FileName> = places.filter_map(|place| place.route).flat_map(|route| super::needs(&route)).copied().collect();
    files.sort_unstable();
    files.dedup();
    files
}

/// A sheet for each thing, in the order of the notes; several bookmarks on one thing share its sheet.
pub fn sheets(context: &Context, notes: &[Note]) -> Element {
    let mut things: Vec<(&str, Vec<&Note>)> = Vec::new();
    for note in notes {
        match things.iter_mut().find(|(anchor, _)| *anchor == note.anchor) {
            Some((_, own)) => own.push(note),
            None => things.push((&note.anchor, vec![note])),
        }
    }
    el("div").class("sheets bookmarks").children(things.iter().map(|(_, notes)| one(context, notes)))
}

fn one(context: &Context, notes: &[&Note]) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let own = own_words(context, notes);
    let anchor = notes.first().and_then(|note| note.anchor());
    let found = anchor.as_ref().and_then(|anchor| place(catalogue, language, anchor));
    let id = anchor.as_ref().and_then(Anchor::id);
    let (Some(anchor), Some(found)) = (anchor, found) else {
        let quoted = notes.first().map_or("", |note| note.quoted.as_str());
        let said = vec![paragraph(notebook::orphan(language)).into(), own];
        return short(context, quoted.to_owned(), said);
    };
    let area = |id| catalogue.area(id).map_or("\u{2013}", |area| area.title.get(language));
    match anchor.kind() {
        "goal" => {
            let Some(goal) = id.and_then(|id| catalogue.goal(&id)) else { return short(context, found.title, vec![own]) };
            all_goals::one_goal(context, goal, area(&goal.area), own)
        }
        "assignment" => {
            let Some(assignment) = id.and_then(|id| catalogue.assignment(&id)) else { return short(context, found.title, vec![own]) };
            all_goals::one_assignment(context, assignment, area(&assignment.area), own)
        }
        "figure" => {
            let figure = catalogue.figures.iter().find(|figure| Some(&figure.id) == id.as_ref());
            let entry = figure.map(|figure| list(for_paper(budget::figures::entry(context, figure, &[]).into())));
            short(context, found.title, vec![entry.into(), own])
        }
        _ => from_page(context, found, own),
    }
}

/// What the reader wrote on her bookmarks.
fn own_words(context: &Context, notes: &[&Note]) -> Node {
    let written = notes.iter().filter(|note| !note.text.is_empty() || !note.tags.is_empty());
    Node::Fragment(
        written
            .map(|note| {
                el("div")
                    .class("own-note")
                    .child(paragraph(notebook::own_words(context.language(), &context.edition().municipality)).class("own-label"))
                    .child((!note.text.is_empty()).then(|| paragraph(note.text.as_str()).class("note-text")))
                    .child((!note.tags.is_empty()).then(|| paragraph(note.tags.join(", ")).class("soft")))
                    .into()
            })
            .collect(),
    )
}

/// A sheet that may stand with others on a side.
fn short(context: &Context, title: String, body: Vec<Node>) -> Element {
    el("article")
        .class("sheet sheet-short")
        .child(el("h2").text(title))
        .children(body)
        .child(el("p").class("sheet-scope").text(frame::scope(context.language(), context.edition(), context.publisher)))
}

/// Parts of a page that lead elsewhere.
const LEADING: [&str; 9] = ["way", "all", "next", "controls", "choices", "filters", "same-area", "terms", "why"];

/// The whole page of a thing, or the part of a page that it is.
fn from_page(context: &Context, found: Place, own: Node) -> Element {
    let language = context.language();
    let Some(route) = found.route else { return short(context, found.title, vec![own]) };
    let address = Address { route, ..context.address.clone() };
    let page = super::build(&Context {
        address: &address,
        view: &View::default(),
        noted: &[],
        layout: Some(WidthClass::Wide),
        index: None,
        ..*context
    });
    let Some(fragment) = found.fragment else {
        return el("article")
            .class("sheet")
            .children(page.blocks.iter().filter(|block| !LEADING.contains(&block.key)).map(|block| for_paper(block.node().clone())))
            .child(own)
            .child(el("p").class("sheet-scope").text(frame::scope(language, context.edition(), context.publisher)));
    };
    let all = Node::Fragment(page.blocks.iter().map(|block| block.node().clone()).collect());
    let part = part(&all, &fragment).map(for_paper);
    // Where the entry names its documents itself, those of the whole page would only blur it.
    let named = part.as_ref().map(Node::plain_text).unwrap_or_default();
    let names = context.catalogue.documents.iter().any(|document| named.contains(&document.title.sv));
    let sources = all.find(&|element| element.attribute("class") == Some("sources")).filter(|_| !names).cloned();
    let sources =
        sources.map(|list| el("div").class("sheet-sources").child(el("h3").text(source::sources(language))).child(for_paper(list.into())));
    let title = if address.route == Route::Data { found.title } else { page.title };
    short(context, title, vec![Node::Fragment(part.into_iter().collect()), own, sources.into()])
}

/// What a place on a page stands for: an entry of a list, a row with the head of its table, or what a heading is above.
fn part(page: &Node, id: &str) -> Option<Node> {
    let has_id = |element: &Element| element.attribute("id") == Some(id);
    let entry = page.find(&has_id)?;
    match entry.name() {
        "li" => Some(list(entry.clone().into()).into()),
        "tr" => {
            let table = page.find(&|element| element.name() == "table" && Node::from(element.clone()).find(&has_id).is_some())?;
            Some(Node::from(table.clone()).map(&|element| match element.name() {
                "tfoot" => None,
                "tr" if element.attribute("id").is_some_and(|other| other != id) => None,
                _ => Some(element),
            }))
        }
        "h2" | "h3" => page.find(&|element| element.elements().any(has_id)).map(|section| section.clone().into()),
        _ => Some(entry.clone().into()),
    }
}

fn list(entry: Node) -> Element {
    el("ul").class("plain").child(entry)
}

/// A part of another page as it can stand on paper: nothing to press, nothing folded, no address and no name that the
/// page around it may have given to something else.
fn for_paper(node: Node) -> Node {
    const LIVE: [&str; 3] = ["live-only", "static-only", "neighbours"];
    node.map(&|element| {
        let classes = element.attribute("class").unwrap_or_default();
        if matches!(element.name(), "button" | "select" | "nav") || classes.split(' ').any(|class| LIVE.contains(&class)) {
            return None;
        }
        let element = match element.name() {
            "h1" => element.renamed("h2"),
            "h2" => element.renamed("h3"),
            "h3" => element.renamed("h4"),
            "details" => element.without("open").flag("open", true),
            _ => element,
        };
        let given = ["id", "href", "tabindex", "aria-labelledby", "data-mark", "data-cell", "data-anchor", "data-ends"];
        Some(given.iter().fold(element, |element, name| element.without(name)))
    })
}
