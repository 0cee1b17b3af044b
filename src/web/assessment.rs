//! The reader's assessment matrix and the marks of her assessments in the forms of the goal map.
//!
//! The matrix is written by the second module from the notes that it is handed; nothing of a colleague's file is stored.

use super::exchange::{list, member, text};
use super::state::{Editor, State};
use super::{cabinet, dom, notebook, pages, share};
use crate::i18n::{assessment as words, notebook as page_words, notes as note_words};
use crate::markup::Markup;
use crate::model::Language;
use crate::notes::book::{Filter, Order};
use crate::notes::note::KindName;
use crate::notes::{Assessed, Note, NoteId, record};
use crate::url::Route;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

#[derive(Clone, Copy)]
pub struct Assessment {
    pub matrix: RwSignal<Markup>,
    /// The name of a file and the notes in it.
    beside: RwSignal<Option<(String, Vec<Note>)>>,
    /// The set of the link is not to be compared with.
    alone: RwSignal<bool>,
    /// Her notes about what the page shows, for print.
    pub printed: RwSignal<Markup>,
}

impl Assessment {
    pub fn new() -> Assessment {
        Assessment {
            matrix: RwSignal::new(Markup::default()),
            beside: RwSignal::new(None),
            alone: RwSignal::new(false),
            printed: RwSignal::new(Markup::default()),
        }
    }
}

thread_local! {
    static TURN: Cell<u32> = const { Cell::new(0) };
    static PRINTED: Cell<u32> = const { Cell::new(0) };
}

/// Keeps matrix and marks as the notes are.
pub fn open(state: State) {
    Effect::new(move |_| {
        state.book.track();
        state.location.track();
        state.page.track();
        state.visiting.here.track();
        state.assessment.beside.track();
        state.assessment.alone.track();
        state.cabinet.shown.track();
        if state.location.with(|location| location.address.route == Route::MyAssessment) {
            leptos::task::spawn_local(draw(state));
        }
        request_animation_frame(move || {
            mark(state);
            leptos::task::spawn_local(async move {
                print_too(state, false).await;
            });
        });
    });
}

/// Shows her bookmarks alone and prints what they stand on.
pub fn print_bookmarks(state: State) {
    leptos::task::spawn_local(async move {
        notebook::were_read().await;
        let bookmarks = Filter { kinds: vec![KindName::Bookmark], ..Filter::default() };
        if state.book.with_untracked(|book| book.list(&bookmarks, Order::LatestFirst).is_empty()) {
            return state.say("note", page_words::no_bookmarks(state.language_now()));
        }
        state.cabinet.shown.update(|(filter, _)| *filter = bookmarks);
        if print_too(state, true).await {
            leptos::task::tick().await;
            let _ = dom::window().map(|window| window.print());
        }
    });
}

/// Her notes about what the page shows stand below it on paper; below her bookmarks, what they stand on. They are there
/// before she prints: printing does not wait. Answers whether there are any; `at_once`, whatever is asked for meanwhile.
async fn print_too(state: State, at_once: bool) -> bool {
    let turn = PRINTED.get().wrapping_add(1);
    PRINTED.set(turn);
    let asked = if state.book.with_untracked(|book| book.versions().all().next().is_none()) {
        // Most readers have none: then nothing is looked for.
        None
    } else if state.location.with_untracked(|location| location.address.route == Route::Notes) {
        let bookmarks_alone = state.cabinet.shown.with_untracked(|(filter, _)| filter.kinds == [KindName::Bookmark]);
        bookmarks_alone.then(|| ("bookmarks", cabinet::shown(state)))
    } else {
        let on_page = list(share::on_page().iter().map(|anchor| JsValue::from_str(anchor)));
        Some(("notes_here", pages::about_page(state).value("on_page", &on_page)))
    };
    let answer = match asked {
        Some((name, asked)) => pages::ask_with_notes(state, name, asked).await,
        None => None,
    };
    let written = answer.and_then(|answer| text(&answer, "written")).unwrap_or_default();
    let is_any = !written.is_empty();
    if at_once || turn == PRINTED.get() {
        let before = state.assessment.printed.with_untracked(|printed| printed.as_str() == written);
        if !before {
            state.assessment.printed.set(Markup::taken_back(written));
        }
    }
    is_any
}

fn own(state: State) -> Vec<Note> {
    let filter = Filter { kinds: vec![KindName::Assessment], ..Filter::default() };
    state.book.with_untracked(|book| {
        book.list(&filter, Order::LatestFirst)
            .into_iter()
            .flat_map(|shown| std::iter::once(shown.note).chain(shown.others))
            .cloned()
            .collect()
    })
}

async fn draw(state: State) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    let texts = |notes: &[Note]| list(notes.iter().map(|note| JsValue::from_str(&record::write(note))));
    let mut asked = pages::about_page(state);
    let visitors = state.visiting.here.get_untracked().filter(|_| !state.assessment.alone.get_untracked());
    if let Some((name, notes)) = state.assessment.beside.get_untracked() {
        asked = asked.text("file", &name).value("theirs", &texts(&notes));
    } else if let Some(visitors) = visitors.filter(|visitors| visitors.notes.iter().any(|note| note.assessed().is_some())) {
        asked = asked.value("theirs", &texts(&visitors.notes));
    }
    let Some(answer) = pages::ask_with_notes(state, "assessment", asked).await else { return };
    if turn == TURN.get() {
        let focus = dom::Focus::remember();
        state.assessment.matrix.set(Markup::taken_back(text(&answer, "written").unwrap_or_default()));
        leptos::task::tick().await;
        if let Some(focus) = focus {
            focus.restore();
        }
    }
}

/// Opens the dialog for a row: on the assessment that is there, or on a new one.
pub fn assess(state: State, button: &Element) {
    let (Some(anchor), Some(quoted)) = (button.get_attribute("data-anchor"), button.get_attribute("data-quote")) else { return };
    let id = button.get_attribute("data-note").and_then(|id| NoteId::parse(&id));
    let base = id.and_then(|id| state.book.with_untracked(|book| book.shown(&id).map(|shown| shown.note.clone())));
    state.editor.set(Some(Editor { anchor, quoted, base }));
}

/// Lays the notes of a file beside the reader's own.
pub fn choose_file(state: State, input: &HtmlInputElement) {
    let input = input.clone();
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let read = match cabinet::content_of(&input).await {
            Some(Ok((name, content))) => {
                let asked = pages::about_page(state).text("content", &content);
                pages::ask_archive(state, "read_file", asked).await.map(|answer| (name, answer))
            }
            _ => None,
        };
        match read.filter(|(_, answer)| !member(answer, "notes").is_undefined()) {
            None => state.say("beside", format!("{} {}", page_words::file_unreadable(language), note_words::file_reassurance(language))),
            Some((name, answer)) => {
                let notes = cabinet::notes_of(&answer);
                if notes.is_empty() {
                    state.say("beside", words::no_assessments(language));
                } else {
                    state.assessment.beside.set(Some((name, notes)));
                }
            }
        }
    });
}

pub fn stop_comparing(state: State) {
    state.assessment.beside.set(None);
    state.assessment.alone.set(true);
}

/// Writes the reader's assessments into the corners of the boxes of the goal map (sign, colour and, to be heard, the word)
/// and into its list and matrix.
fn mark(state: State) {
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return };
    let language = state.language_now();
    let notes = own(state);
    if notes.is_empty() && dom::all(&page, ".own-mark").is_empty() {
        return;
    }
    // The latest first.
    let latest = |anchor: &str| notes.iter().find(|note| note.anchor == anchor).and_then(Note::assessed);
    for old in dom::all(&page, ".own-mark") {
        old.remove();
    }
    let mut marked = false;
    for node in dom::all(&page, "[data-chart=\"goal-map\"] [data-mark]") {
        let state = node.get_attribute("data-mark").and_then(|anchor| latest(&anchor));
        let plain = node.get_attribute("data-plain-label").or_else(|| node.get_attribute("aria-label")).unwrap_or_default();
        match state {
            Some(state) => {
                let said = words::on_map(language, &state.word(language));
                let _ = node.set_attribute("data-own", state.key());
                let _ = node.set_attribute("data-plain-label", &plain);
                let _ = node.set_attribute("aria-label", &format!("{plain}. {said}"));
                corner(&node, state);
                marked = true;
            }
            None if node.has_attribute("data-own") => {
                let _ = node.remove_attribute("data-own");
                let _ = node.set_attribute("aria-label", &plain);
            }
            None => {}
        }
    }
    if marked {
        legend(&page, language);
    }
    // In the list and in the matrix there is room for the words: no legend is needed, and whose they are stands in each.
    for place in dom::all(&page, ".outline [data-act=\"note\"], .matrix [data-anchor]") {
        if let Some(state) = place.get_attribute("data-anchor").and_then(|anchor| latest(&anchor)) {
            in_words(&place, language, state);
        }
    }
}

/// Sign, whose it is, and the word, after an entry of the list or a name of the matrix.
fn in_words(place: &Element, language: Language, state: Assessed) {
    let Some(document) = dom::document() else { return };
    let (Ok(said), Ok(mark)) = (document.create_element("span"), document.create_element("span")) else { return };
    said.set_class_name(&format!("own-mark own-said own-mark-{}", state.key()));
    said.set_text_content(Some(&format!(" {}: {}", note_words::own_assessment(language, dom::municipality()), state.word(language))));
    let _ = mark.set_attribute("aria-hidden", "true");
    mark.set_text_content(Some(sign(state)));
    let _ = said.prepend_with_node_1(&mark);
    let _ = place.insert_adjacent_element("afterend", &said);
}

/// What the signs in the corners mean and whose they are, below the picture.
fn legend(page: &Element, language: Language) {
    let Some(figure) = dom::all(page, "[data-chart=\"goal-map\"]").into_iter().next() else { return };
    let Some(line) = dom::document().and_then(|document| document.create_element("p").ok()) else { return };
    let states: Vec<String> = Assessed::ALL.into_iter().map(|state| format!("{} {}", sign(state), state.word(language))).collect();
    line.set_class_name("own-mark soft");
    line.set_text_content(Some(&format!(
        "{}. {} {}.",
        note_words::own_assessment(language, dom::municipality()),
        words::map_legend(language),
        states.join(", ")
    )));
    let _ = figure.insert_adjacent_element("afterend", &line);
}

fn sign(state: Assessed) -> &'static str {
    match state {
        Assessed::Green => "\u{25cf}",
        Assessed::Yellow => "\u{25b2}",
        Assessed::Red => "\u{25a0}",
        Assessed::CannotAssess => "\u{25c7}",
    }
}

/// The sign in the upper right corner of the box.
fn corner(node: &Element, state: Assessed) {
    // Whole pixels are enough for a corner, and numbers with fractions are dear in WebAssembly.
    let number = |element: &Element, name: &str| {
        element.get_attribute(name).and_then(|value| value.split('.').next().and_then(|whole| whole.parse::<i32>().ok()))
    };
    let Some(rect) = dom::all(node, "rect").into_iter().find(|rect| number(rect, "width").is_some_and(|width| width > 20)) else {
        return;
    };
    let (Some(x), Some(y), Some(width)) = (number(&rect, "x"), number(&rect, "y"), number(&rect, "width")) else { return };
    let Some(document) = dom::document() else { return };
    let create = |name: &str| document.create_element_ns(Some("http://www.w3.org/2000/svg"), name);
    let (Ok(group), Ok(ground), Ok(mark)) = (create("g"), create("circle"), create("text")) else { return };
    let (cx, cy) = (x + width - 4, y + 4);
    for (element, attributes) in [
        (&group, vec![("class", format!("own-mark own-mark-{}", state.key())), ("aria-hidden", "true".into())]),
        (&ground, vec![("cx", cx.to_string()), ("cy", cy.to_string()), ("r", "9".into())]),
        (&mark, vec![("x", cx.to_string()), ("y", (cy + 5).to_string()), ("text-anchor", "middle".into()), ("font-size", "13".into())]),
    ] {
        for (name, value) in attributes {
            let _ = element.set_attribute(name, &value);
        }
    }
    mark.set_text_content(Some(sign(state)));
    let _ = group.append_child(&ground);
    let _ = group.append_child(&mark);
    let _ = node.append_child(group.unchecked_ref());
}
