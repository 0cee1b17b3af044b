//! The browser's `localStorage` and a database of its own as one shelf of notes: with `shelf/database` the only place that
//! touches storage.
//!
//! Browsers may refuse storage altogether, and gloo-storage panics when they do; so it is asked only after a probe, for
//! the storage itself, and never to clear, to list or to decode: its `clear` would empty what other sites on the same host
//! have, and one foreign key would spoil its listing. How notes lie under keys is decided in `notes::shelf`.

mod database;

use crate::notes::durable::StoreShelf;
use crate::notes::pair::Pair;
use crate::notes::shelf::{Because, Change, Entries, Found, KeyShelf, Lasts, Shelf, Watching};
use database::Database;
use gloo_storage::Storage as _;
use js_sys::{JSON, JsString, Reflect};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Storage, StorageEvent, Window};

/// The shelf of this browser: its storage and its database, what it has of them; memory until the tab is closed where it
/// has neither (told by [`Shelf::lasts`]). The database is opened when the shelf is first read.
pub fn open(root_path: &str) -> Rc<dyn Shelf> {
    let near = open_local(root_path).unwrap_or_else(|_| KeyShelf::in_memory());
    match open_database(root_path) {
        Some(far) => Rc::new(Pair::new(near, far)),
        None => Rc::new(near),
    }
}

/// The database by itself.
pub fn open_database(root_path: &str) -> Option<StoreShelf> {
    let window = web_sys::window()?;
    Some(StoreShelf::new(Rc::new(Database::new(window, root_path)), root_path))
}

/// Asks the browser to keep what is stored here when it runs short of space. Does not wait for the answer: where the
/// reader is asked in turn it can take as long as she likes. Nothing where there is nobody to ask.
pub async fn persist() -> Option<()> {
    let manager = web_sys::window()?.navigator().storage();
    // Not there on plain http and in old browsers.
    if manager.is_undefined() {
        return None;
    }
    if !JsFuture::from(manager.persisted().ok()?).await.ok()?.is_truthy() {
        let answer = JsFuture::from(manager.persist().ok()?);
        spawn_local(async move {
            let _ = answer.await;
        });
    }
    Some(())
}

/// The browser's storage, where this page may use it.
pub fn open_local(root_path: &str) -> Result<KeyShelf, Because> {
    let window = web_sys::window().ok_or(Because::Blocked)?;
    probe(&window)?;
    let storage = gloo_storage::LocalStorage::raw();
    Ok(KeyShelf::new(Box::new(Local { window, storage }), root_path))
}

/// Whether storage answers at all. A full storage does; it refuses when something is saved.
fn probe(window: &Window) -> Result<(), Because> {
    match window.local_storage() {
        Ok(Some(storage)) => storage.length().map(|_| ()).map_err(because),
        Ok(None) | Err(_) => Err(Because::Blocked),
    }
}

struct Local {
    window: Window,
    storage: Storage,
}

impl Entries for Local {
    fn keys(&self) -> Result<Vec<String>, Because> {
        let length = self.storage.length().map_err(because)?;
        // Another tab may remove a key meanwhile; then a place near the end answers nothing.
        let keys: Result<Vec<Option<String>>, Because> = (0..length).map(|place| self.storage.key(place).map_err(because)).collect();
        Ok(keys?.into_iter().flatten().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Found>, Because> {
        let text = self.storage.get_item(key).map_err(because)?;
        Ok(text.map(|text| found(&self.storage, key, text)))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Because> {
        self.storage.set_item(key, text).map_err(because)
    }

    fn remove(&self, key: &str) -> Result<(), Because> {
        self.storage.remove_item(key).map_err(because)
    }

    fn lasts(&self) -> Lasts {
        Lasts::Browser
    }

    fn watch(&self, on_change: Box<dyn Fn(Change)>) -> Watching {
        let storage = self.storage.clone();
        let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
            // Session storage sends the same events.
            if event.storage_area().is_some_and(|area| area != storage) {
                return;
            }
            let key = event.key();
            let now = event.new_value().map(|text| found(&storage, key.as_deref().unwrap_or_default(), text));
            on_change(Change { key, before: event.old_value().map(Found::Text), now });
        });
        let added = self.window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
        Watching(added.is_ok().then(|| Box::new(Listening { window: self.window.clone(), listener }) as Box<dyn std::any::Any>))
    }
}

/// Texts in storage are sequences of 16-bit units that need not be Unicode; turning such a one into a Rust text replaces
/// what is not. A replacement character is the sign to look closer.
fn found(storage: &Storage, key: &str, text: String) -> Found {
    if !text.contains('\u{fffd}') {
        return Found::Text(text);
    }
    match Reflect::get(storage, &JsValue::from_str(key)) {
        Ok(original) if original.is_string() => found_in(&original),
        _ => Found::Text(text),
    }
}

/// A stored value; one that is no text, or no Unicode, as an escaped JSON string.
fn found_in(value: &JsValue) -> Found {
    match (value.dyn_ref::<JsString>(), value.as_string()) {
        (Some(original), Some(text)) if original.is_valid_utf16() => Found::Text(text),
        _ => Found::NotUnicode(JSON::stringify(value).map(String::from).unwrap_or_default()),
    }
}

/// Why storage refused.
fn because(error: JsValue) -> Because {
    let name = Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Because::Full,
        _ => Because::Blocked,
    }
}

/// Removes its listener when it goes.
struct Listening {
    window: Window,
    listener: Closure<dyn Fn(StorageEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        // Nothing to be done where it fails: the listener is called no more once its closure is gone.
        let _ = self.window.remove_event_listener_with_callback("storage", self.listener.as_ref().unchecked_ref());
    }
}
