//! The dialog of sharing: asks the second module what the link would be, copies it, hands it on, saves a file instead.
//!
//! What is chosen stands in the dialog itself and is read from it whenever something changes. The link is made in the
//! browser and goes nowhere but where the reader puts it.

use super::exchange::{Exchange, list, member, text};
use super::state::State;
use super::{address, cabinet, clipboard, clock, dom, notebook, pages};
use crate::i18n::share as words;
use crate::markup::Markup;
use js_sys::Function;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// What the dialog shows and what its buttons use.
#[derive(Clone, Copy)]
pub struct Sharing {
    pub open: RwSignal<bool>,
    pub form: RwSignal<Markup>,
    pub result: RwSignal<Markup>,
    /// What became of the last button.
    pub said: RwSignal<String>,
    address: RwSignal<String>,
    title: RwSignal<String>,
    citations: RwSignal<[String; 2]>,
}

impl Sharing {
    pub fn new() -> Sharing {
        Sharing {
            open: RwSignal::new(false),
            form: RwSignal::new(Markup::default()),
            result: RwSignal::new(Markup::default()),
            said: RwSignal::new(String::new()),
            address: RwSignal::new(String::new()),
            title: RwSignal::new(String::new()),
            citations: RwSignal::new([String::new(), String::new()]),
        }
    }
}

thread_local! {
    /// Counts what has been asked for: of several answers the last one counts.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Opens the dialog for the page that is shown. Where it cannot be had, the link of the view is copied at least.
pub fn open(state: State) {
    state.sharing.said.set(String::new());
    leptos::task::spawn_local(ask(state, true));
}

/// Asks anew when something in the dialog was chosen.
pub fn changed(state: State) {
    leptos::task::spawn_local(ask(state, false));
}

/// What of the page notes can be about.
pub fn on_page() -> Vec<String> {
    dom::document()
        .and_then(|document| document.document_element())
        .map(|page| dom::all(&page, "[data-act=\"note\"]").iter().filter_map(|button| button.get_attribute("data-anchor")).collect())
        .unwrap_or_default()
}

/// The ids of the notes that are ticked, where notes are to come along.
fn chosen() -> Option<Vec<String>> {
    let dialog = dom::by_id("share-dialog")?;
    dialog.query_selector("#share-notes:checked").ok()??;
    let boxes = dom::all(&dialog, "input[name=share-note]:checked");
    Some(boxes.iter().filter_map(|input| input.get_attribute("value")).collect())
}

/// Asks for the link, and where the dialog is to be opened for what can be chosen in it.
async fn ask(state: State, to_open: bool) {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    if to_open {
        notebook::were_read().await;
    }
    let sharing = state.sharing;
    let origin = dom::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let texts = |texts: Vec<String>| list(texts.iter().map(|text| JsValue::from_str(text)));
    let mut asked = pages::about_page(state)
        .text("site", &format!("{origin}{}", address::root()))
        .text("today", &clock::now().date())
        .flag("can_send", sender().is_some())
        .flag("to_open", to_open);
    if to_open {
        asked = asked.value("on_page", &texts(on_page()));
    } else if let Some(chosen) = chosen() {
        asked = asked.value("chosen", &texts(chosen));
    }
    let answer = pages::ask_with_notes(state, "share", asked).await;
    if turn != TURN.get() {
        return;
    }
    let Some(answer) = answer else {
        if to_open {
            clipboard::copy_link(state, &address::root());
        }
        return;
    };
    let markup = |name: &str| Markup::taken_back(text(&answer, name).unwrap_or_default());
    if to_open {
        sharing.form.set(markup("form"));
    }
    sharing.result.set(markup("result"));
    sharing.address.set(text(&answer, "address").unwrap_or_default());
    sharing.title.set(text(&answer, "title").unwrap_or_default());
    sharing.citations.set(["sv", "en"].map(|language| text(&answer, language).unwrap_or_default()));
    if to_open {
        sharing.open.set(true);
    }
}

pub fn choose_all(state: State, all: bool) {
    let Some(dialog) = dom::by_id("share-dialog") else { return };
    for input in dom::all(&dialog, "input[name=share-note]") {
        input.unchecked_ref::<HtmlInputElement>().set_checked(all);
    }
    changed(state);
}

pub fn copy(state: State) {
    let link = state.sharing.address.get_untracked();
    put(state, link, words::copied(state.language_now()).into_owned(), "share-link");
}

pub fn copy_citation(state: State, language: &str) {
    let [swedish, english] = state.sharing.citations.get_untracked();
    let (line, field) = if language == "en" { (english, "share-citation-en") } else { (swedish, "share-citation-sv") };
    put(state, line, words::citation_copied(state.language_now()).into_owned(), field);
}

/// Puts a text on the clipboard and says so; where the browser refuses, the text is marked in its field.
fn put(state: State, content: String, done: String, field: &'static str) {
    leptos::task::spawn_local(async move {
        let copied = clipboard::put(&content).await;
        if !copied && let Some(field) = dom::by_id(field) {
            field.unchecked_ref::<web_sys::HtmlTextAreaElement>().select();
        }
        state.sharing.said.set(if copied { done } else { words::not_copied(state.language_now()).into_owned() });
    });
}

/// The browser's own way of handing a link to another program, where it has one.
fn sender() -> Option<(JsValue, Function)> {
    let navigator: JsValue = dom::window()?.navigator().into();
    let share = member(&navigator, "share").dyn_into().ok()?;
    Some((navigator, share))
}

pub fn send(state: State) {
    let Some((navigator, share)) = sender() else { return };
    let asked = Exchange::new()
        .text("title", &state.sharing.title.get_untracked())
        .text("url", &state.sharing.address.get_untracked())
        .into_value();
    // Called off by the reader or refused by the system: the dialog is still there with its other ways.
    if let Some(promise) = share.call1(&navigator, &asked).ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        leptos::task::spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Saves the chosen notes as a file, in the form in which all notes are saved.
pub fn save_file(state: State) {
    let Some(chosen) = chosen() else { return };
    leptos::task::spawn_local(async move {
        if cabinet::save_some(state, &chosen).await {
            state.sharing.said.set(words::file_saved(state.language_now(), chosen.len()).into_owned());
        }
    });
}
