//! Search as it is used: what is typed goes into the address, `/` leads to the field, arrows go among the hits, and forms
//! lead to a page inside the application. What is found is a page like any other and comes from the second module.

use super::address;
use super::dom;
use super::state::State;
use crate::model::Language;
use crate::url::{Address, Route, View};
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, Url};

/// The id of the field, wherever it stands.
const FIELD: &str = "sok-allt";

/// What can be walked through with the arrows.
const HITS: &str = "main a.hit";

/// Nothing is looked for while the next letter may still come.
const STILL_TYPING: Duration = Duration::from_millis(120);

/// Screen readers are told how much was found when the typing has come to rest.
const AT_REST: Duration = Duration::from_millis(700);

thread_local! {
    static WAITING: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
    static TO_SAY: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

/// What the field on the search page gets and gives.
pub struct Live {
    pub language: Signal<Language>,
    pub query: Signal<String>,
    pub typed: Callback<String>,
}

impl Live {
    pub fn new(state: State) -> Live {
        let first = state.location.with_untracked(|location| location.view.query.clone());
        // What stands in the field is the reader's own until she goes back or follows a link.
        let words = RwSignal::new(first);
        Effect::new(move |_| {
            let asked = state.location.with(|location| location.view.query.clone());
            let waits = WAITING.with_borrow(Option::is_some);
            if !waits && words.with_untracked(|words| words.trim() != asked.trim()) {
                words.set(asked);
            }
        });
        Effect::new(move |before: Option<()>| {
            state.page.track();
            if before.is_some() {
                say_count_soon(state);
            }
        });
        // Notes that are written, changed or read from the shelf are found at once.
        Effect::new(move |before: Option<()>| {
            state.book.track();
            let asked = state.location.with_untracked(|now| now.address.route == Route::Search && !now.view.query.is_empty());
            if before.is_some() && asked {
                address::again(state);
            }
        });
        let typed = Callback::new(move |now: String| {
            words.set(now.clone());
            let later = set_timeout_with_handle(move || look_for(state, now), STILL_TYPING).ok();
            replace(&WAITING, later);
        });
        Live { language: Signal::derive(move || state.language()), query: words.into(), typed }
    }
}

fn replace(timer: &'static std::thread::LocalKey<RefCell<Option<TimeoutHandle>>>, next: Option<TimeoutHandle>) {
    if let Some(before) = timer.replace(next) {
        before.clear();
    }
}

/// Shows the page for some words; the rest of the view stays.
fn look_for(state: State, words: String) {
    replace(&WAITING, None);
    let Some(view) = state.location.with_untracked(|now| {
        let view = View { query: words.trim().to_owned(), ..now.view.clone() };
        (now.address.route == Route::Search && now.view != view).then_some(view)
    }) else {
        return;
    };
    address::set_view(state, &address::root(), view);
}

/// How much was found stands in the page; it is also said, once the reader has stopped typing.
fn say_count_soon(state: State) {
    let say = move || {
        if let Some(said) = dom::by_id("sok-antal").and_then(|part| part.text_content()) {
            state.announce(said);
        }
    };
    replace(&TO_SAY, set_timeout_with_handle(say, AT_REST).ok());
}

/// Wires keys and forms, on every page.
pub fn listen(state: State, root: String) {
    let Some(document) = dom::document() else { return };
    let here = root.clone();
    let keys = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let done = match event.key().as_str() {
            "/" => !is_typing(&target) && to_field(state, &here),
            "ArrowDown" => step(&target, 1),
            "ArrowUp" => step(&target, -1),
            "Escape" => clear(&target),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    });
    let _ = document.add_event_listener_with_callback("keydown", keys.as_ref().unchecked_ref());
    keys.forget();
    let submit = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if let Some((path, query)) = submitted(&event, &root) {
            event.prevent_default();
            replace(&WAITING, None);
            address::follow(state, &root, path, query, String::new());
        }
    });
    let _ = document.add_event_listener_with_callback("submit", submit.as_ref().unchecked_ref());
    submit.forget();
}

/// Whether keys write something here, or a dialog stands above the page.
fn is_typing(target: &Element) -> bool {
    let writes = target.closest("input, textarea, select, [contenteditable], dialog").ok().flatten().is_some();
    let dialog = dom::document().and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some();
    writes || dialog
}

/// To the field of this page, or of the search page.
fn to_field(state: State, root: &str) -> bool {
    match dom::by_id(FIELD) {
        Some(field) => {
            dom::focus(&field);
            field.unchecked_ref::<HtmlInputElement>().select();
        }
        None => {
            let path = Address::new(dom::edition(), state.language_now(), Route::Search).path();
            address::follow(state, root, format!("{root}{path}"), String::new(), format!("#{FIELD}"));
        }
    }
    true
}

/// From the field to the first hit, from hit to hit, and back to the field. Hits that are folded away are passed over.
fn step(target: &Element, by: isize) -> bool {
    let on_field = target.id() == FIELD;
    if !on_field && !target.matches(HITS).unwrap_or(false) {
        return false;
    }
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return false };
    let hits: Vec<Element> = dom::all(&page, HITS).into_iter().filter(is_shown).collect();
    let at = hits.iter().position(|hit| hit == target);
    let next = match at {
        Some(at) => at.checked_add_signed(by),
        None if by > 0 => Some(0),
        None => return false,
    };
    match next {
        Some(next) => {
            if let Some(hit) = hits.get(next) {
                dom::focus(hit);
            }
        }
        None => {
            if let Some(field) = dom::by_id(FIELD) {
                dom::focus(&field);
            }
        }
    }
    true
}

fn is_shown(hit: &Element) -> bool {
    hit.get_bounding_client_rect().height() > 0.0
}

/// Empties the field.
fn clear(target: &Element) -> bool {
    if target.id() != FIELD {
        return false;
    }
    let field: &HtmlInputElement = target.unchecked_ref();
    if field.value().is_empty() {
        return false;
    }
    field.set_value("");
    if let Ok(event) = Event::new("input") {
        let _ = field.dispatch_event(&event);
    }
    true
}

/// Path and query string that a form of this site asks for.
fn submitted(event: &Event, root: &str) -> Option<(String, String)> {
    let form = event.target()?.dyn_into::<Element>().ok()?;
    if event.default_prevented() || form.get_attribute("method").as_deref() != Some("get") {
        return None;
    }
    let url = Url::new_with_base(&form.get_attribute("action")?, &form.base_uri().ok()??).ok()?;
    let known = url.pathname().starts_with(root);
    let pairs: Vec<String> = dom::all(&form, "input[name]")
        .iter()
        .filter_map(|field| {
            let field: &HtmlInputElement = field.dyn_ref()?;
            let value = field.value();
            let value = value.trim();
            (!value.is_empty()).then(|| format!("{}={}", field.name(), String::from(js_sys::encode_uri_component(value))))
        })
        .collect();
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
    known.then(|| (url.pathname(), query))
}
