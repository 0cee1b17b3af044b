//! Notes that came with a link: read from the fragment, shown above the page, written nowhere until the reader keeps them.

use super::cabinet;
use super::exchange::{Exchange, list, text};
use super::notebook::{self, Done};
use super::state::State;
use super::{address, dom, pages};
use crate::i18n::share as words;
use crate::markup::Markup;
use crate::notes::book::Action;
use crate::notes::merge::Meeting;
use crate::notes::record;
use crate::notes::{Book, Note};
use crate::url::expects_notes;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

/// The notes of the link that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Visitors {
    pub notes: Vec<Note>,
    refused: usize,
    data_version: String,
}

#[derive(Clone, Copy)]
pub struct Visiting {
    pub here: RwSignal<Option<Visitors>>,
    pub panel: RwSignal<Markup>,
}

impl Visiting {
    pub fn new() -> Visiting {
        Visiting { here: RwSignal::new(None), panel: RwSignal::new(Markup::default()) }
    }
}

thread_local! {
    /// The fragment that was read last, so that going back and forward does not ask again.
    static READ: RefCell<String> = const { RefCell::new(String::new()) };
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Reads what came with the address, and keeps the panel as it should be from now on.
pub fn open(state: State) {
    arrive(state);
    Effect::new(move |_| {
        state.location.track();
        state.book.track();
        let here = state.visiting.here.get();
        leptos::task::spawn_local(draw(state, here));
    });
}

/// A fragment of notes begins with a capital letter, which no place on a page does.
fn fragment() -> String {
    let hash = dom::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if hash.starts_with("#N") || hash.starts_with("#%4E") { hash } else { String::new() }
}

/// What is to stand in the address as long as its notes are neither kept nor dropped.
pub fn held(state: State) -> String {
    if state.visiting.here.with_untracked(Option::is_some) { fragment() } else { String::new() }
}

/// Looks whether notes came with the address that has just been opened.
pub fn arrive(state: State) {
    let (fragment, query) = (fragment(), dom::window().and_then(|window| window.location().search().ok()).unwrap_or_default());
    let language = state.language_now();
    if fragment.is_empty() {
        if expects_notes(&query) {
            state.say("link-notes", words::broken_missing(language));
        }
        return;
    }
    if READ.with_borrow(|read| *read == fragment) {
        return;
    }
    READ.set(fragment.clone());
    leptos::task::spawn_local(async move {
        let path = state.location.with_untracked(|location| location.address.path());
        let Some(answer) = pages::ask(state, "open_link", &[path.into(), fragment.into()]).await else { return };
        if let Some(broken) = text(&answer, "broken") {
            state.say("link-notes", broken);
            return;
        }
        let notes = cabinet::notes_of(&answer);
        // A fragment that is a place on this page after all.
        if text(&answer, "refused").is_none() {
            return;
        }
        let refused = text(&answer, "refused").and_then(|count| count.parse().ok()).unwrap_or(0);
        state.announce(format!("{}. {}", words::visitors_title(language), words::visitors_lead(language, notes.len())));
        state.visiting.here.set(Some(Visitors { notes, refused, data_version: text(&answer, "data").unwrap_or_default() }));
    });
}

async fn draw(state: State, here: Option<Visitors>) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    let Some(visitors) = here else {
        state.visiting.panel.set(Markup::default());
        return;
    };
    let path = state.location.with_untracked(|location| location.address.path());
    let entries: Vec<JsValue> = state.book.with_untracked(|book| {
        visitors
            .notes
            .iter()
            .map(|note| Exchange::new().text("note", &record::write(note)).text("effect", effect(book, note)).into_value())
            .collect()
    });
    let asked = Exchange::new()
        .text("path", &path)
        .text("refused", &visitors.refused.to_string())
        .text("data", &visitors.data_version)
        .value("visitors", &list(entries.into_iter()));
    let Some(answer) = pages::ask(state, "visitors", &[asked.into_value()]).await else { return };
    if turn == TURN.get() {
        let focus = dom::Focus::remember();
        state.visiting.panel.set(Markup::taken_back(text(&answer, "written").unwrap_or_default()));
        leptos::task::tick().await;
        if let Some(focus) = focus {
            focus.restore();
        }
    }
}

/// What keeping it would do, as a word of the exchange.
fn effect(book: &Book, note: &Note) -> &'static str {
    match book.versions().meeting(note) {
        Meeting::New => "new",
        Meeting::Newer => "newer",
        Meeting::Same => "same",
        Meeting::Older if book.is_deleted(&note.id) => "deleted",
        Meeting::Older => "older",
        Meeting::Conflict => "conflict",
    }
}

/// The reader wants them: only now is something written. What could not be saved stays in the panel.
pub fn keep(state: State) {
    let Some(visitors) = state.visiting.here.get_untracked() else { return };
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let count = visitors.notes.len();
        let done = notebook::act(state, Action::Import { notes: visitors.notes, restore_deleted: true }).await;
        match done {
            Done::Saved(_) => state.say("note", words::kept(language, count)),
            Done::Nothing => state.say("note", words::nothing_new(language)),
            refused => return notebook::tell(state, refused),
        }
        leave(state).await;
    });
}

pub fn drop_them(state: State) {
    leptos::task::spawn_local(leave(state));
}

/// They are gone from the page and from the address.
async fn leave(state: State) {
    address::clear_fragment(state);
    READ.set(String::new());
    state.visiting.here.set(None);
    leptos::task::tick().await;
    dom::rescue_focus();
}
