//! The browser's IndexedDB as a store with transactions: a database for each site, texts under keys, each change one
//! transaction with `durability: 'strict'`, so that what is answered as stored is on the disk.
//!
//! Knows nothing of notes. web-sys has no stable binding for the durability, so the transaction is asked for by name.

use super::{because, found_in};
use crate::notes::durable::{Decide, Store, Texts, Writes};
use crate::notes::ordered;
use crate::notes::shelf::{Because, Change, Found, Lasts, Pending, Watching};
use futures_util::future::{Either, select};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, MessageEvent, Window};

/// Where the texts lie in the database.
const TEXTS: &str = "texts";

/// Browsers have been seen that never answer whether a database can be opened; then there is none.
const OPENING_MS: i32 = 4_000;

/// A disk that hangs does not leave the reader without an answer.
const STORING_MS: i32 = 15_000;

pub struct Database {
    window: Window,
    /// `malkarta:<root path>`, so that sites on one host do not meet.
    name: String,
    open: RefCell<Option<IdbDatabase>>,
    /// Tells other tabs what was changed, and hears what they changed; what a channel says it does not hear itself.
    channel: Option<BroadcastChannel>,
}

impl Database {
    /// Nothing is opened before it is needed.
    pub fn new(window: Window, root_path: &str) -> Database {
        let name = format!("malkarta:{root_path}");
        let channel = BroadcastChannel::new(&name).ok();
        Database { window, name, open: RefCell::new(None), channel }
    }

    async fn opened(&self) -> Result<IdbDatabase, Because> {
        if let Some(open) = self.open.borrow().clone() {
            return Ok(open);
        }
        let factory = self.window.indexed_db().map_err(because)?.ok_or(Because::Blocked)?;
        let request = factory.open_with_u32(&self.name, 1).map_err(because)?;
        let upgrade = Closure::once_into_js(move |event: Event| {
            let database = event.target().and_then(|request| request.unchecked_into::<IdbRequest>().result().ok());
            if let Some(database) = database.and_then(|database| database.dyn_into::<IdbDatabase>().ok()) {
                // Where it cannot be made, opening answers an error.
                let _ = database.create_object_store(TEXTS);
            }
        });
        request.set_onupgradeneeded(upgrade.dyn_ref());
        let opened = self.within(OPENING_MS, answer_to(&request)).await??;
        let database: IdbDatabase = opened.dyn_into().map_err(|_| Because::Blocked)?;
        // A tab that wants to remove or change the database is not kept waiting; the next change opens it again.
        let close = Closure::<dyn Fn(Event)>::new(|event: Event| {
            if let Some(database) = event.target().and_then(|target| target.dyn_into::<IdbDatabase>().ok()) {
                database.close();
            }
        });
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget();
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// A transaction, where need be on a database that is opened again: the browser may close it at any time.
    async fn transaction(&self, mode: &str) -> Result<IdbTransaction, Because> {
        let first = begin(&self.opened().await?, mode);
        if first.is_ok() {
            return first;
        }
        *self.open.borrow_mut() = None;
        begin(&self.opened().await?, mode)
    }

    async fn read_all(&self, prefix: &str) -> Result<Texts, Because> {
        let transaction = self.transaction("readonly").await?;
        let store = transaction.object_store(TEXTS).map_err(because)?;
        self.within(STORING_MS, texts_in(&store, prefix)).await?
    }

    async fn change_all(&self, prefixes: &[String], decide: Decide<'_>) -> Result<Lasts, Because> {
        let transaction = self.transaction("readwrite").await?;
        let strict = Reflect::get(&transaction, &"durability".into()).is_ok_and(|durability| durability == "strict");
        let finished = end_of(&transaction);
        let changed = async {
            let store = transaction.object_store(TEXTS).map_err(because)?;
            let before = read_prefixes(&store, prefixes).await?;
            let writes = decide(&before);
            for (key, text) in &writes {
                match text {
                    Some(text) => store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key)).map_err(because)?,
                    None => store.delete(&JsValue::from_str(key)).map_err(because)?,
                };
            }
            let after = read_prefixes(&store, prefixes).await?;
            let is_there = |(key, text): (&String, &Option<String>)| after.get(key) == text.clone().map(Found::Text).as_ref();
            if writes.iter().all(is_there) { Ok((before, writes)) } else { Err(Because::NotReadBack) }
        };
        let changed = self.within(STORING_MS, changed).await?;
        if changed.is_err() {
            // A transaction that was aborted by the browser refuses this, and is aborted all the same.
            let _ = transaction.abort();
        }
        let finished = self.within(STORING_MS, finished).await?;
        let (before, writes) = match (changed, finished) {
            (Ok(changed), Ok(_)) => changed,
            // Why the browser aborted it (it is full) says more than that a request of it failed.
            (changed, Err(_)) => {
                let why = transaction.error().map(|error| because(error.into()));
                return Err(changed.err().filter(|own| *own != Because::Blocked).or(why).unwrap_or(Because::Blocked));
            }
            (Err(why), Ok(_)) => return Err(why),
        };
        self.tell(&before, &writes);
        Ok(if strict { Lasts::Durable } else { Lasts::Browser })
    }

    /// Other tabs get each change as `[key, before, now]`.
    fn tell(&self, before: &Texts, writes: &Writes) {
        let Some(channel) = self.channel.as_ref().filter(|_| !writes.is_empty()) else { return };
        let text = |text: Option<&String>| text.map_or(JsValue::NULL, |text| JsValue::from_str(text));
        let change = |(key, now): (&String, &Option<String>)| {
            let old = before.get(key).and_then(|old| if let Found::Text(old) = old { Some(old) } else { None });
            Array::of3(&JsValue::from_str(key), &text(old), &text(now.as_ref()))
        };
        // Nobody who listens is no reason to do anything.
        let _ = channel.post_message(&writes.iter().map(change).collect::<Array>());
    }

    /// The answer, where it comes in time.
    async fn within<T>(&self, ms: i32, answer: impl Future<Output = T>) -> Result<T, Because> {
        let late = Promise::new(&mut |resolve, _| {
            let _ = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
        });
        match select(pin!(answer), pin!(JsFuture::from(late))).await {
            Either::Left((answer, _)) => Ok(answer),
            Either::Right(_) => Err(Because::Blocked),
        }
    }
}

fn begin(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, Because> {
    let transaction: Function = Reflect::get(database, &"transaction".into()).map_err(because)?.dyn_into().map_err(because)?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(because)?;
    let begun = transaction.call3(database, &TEXTS.into(), &mode.into(), &options).map_err(because)?;
    begun.dyn_into().map_err(because)
}

/// What a request answers. Its handlers are set before anything is awaited, so that no answer is missed.
fn answer_to(request: &IdbRequest) -> impl Future<Output = Result<JsValue, Because>> + use<> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let (answer, request) = (JsFuture::from(promise), request.clone());
    async move {
        match answer.await {
            Ok(_) => request.result().map_err(because),
            Err(_) => Err(request.error().ok().flatten().map_or(Because::Blocked, |error| because(error.into()))),
        }
    }
}

/// That a transaction is over: done, or nothing of it.
fn end_of(transaction: &IdbTransaction) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    }))
}

async fn read_prefixes(store: &IdbObjectStore, prefixes: &[String]) -> Result<Texts, Because> {
    let mut texts = Texts::new();
    for prefix in prefixes {
        texts.extend(texts_in(store, prefix).await?);
    }
    Ok(texts)
}

async fn texts_in(store: &IdbObjectStore, prefix: &str) -> Result<Texts, Because> {
    let range = IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&format!("{prefix}\u{ffff}"))).map_err(because)?;
    let keys = answer_to(&store.get_all_keys_with_key(&range).map_err(because)?);
    let texts = answer_to(&store.get_all_with_key(&range).map_err(because)?);
    let (keys, texts) = (keys.await?, texts.await?);
    let (keys, texts) = (keys.unchecked_into::<Array>(), texts.unchecked_into::<Array>());
    Ok(ordered::map(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, found_in(&text))))))
}

impl Store for Database {
    fn read<'a>(&'a self, prefix: &'a str) -> Pending<'a, Result<Texts, Because>> {
        Box::pin(self.read_all(prefix))
    }

    fn change<'a>(&'a self, prefixes: Vec<String>, decide: Decide<'a>) -> Pending<'a, Result<Lasts, Because>> {
        Box::pin(async move { self.change_all(&prefixes, decide).await })
    }

    fn watch(&self, on_change: Box<dyn Fn(Change)>) -> Watching {
        let Some(channel) = self.channel.clone() else { return Watching(None) };
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(changes) = event.data().dyn_into::<Array>() else { return };
            for change in changes.iter() {
                let Ok(parts) = change.dyn_into::<Array>() else { continue };
                let text = |place| parts.get(place).as_string().map(Found::Text);
                on_change(Change { key: parts.get(0).as_string(), before: text(1), now: text(2) });
            }
        });
        let added = channel.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        Watching(added.is_ok().then(|| Box::new(Listening { channel, listener }) as Box<dyn std::any::Any>))
    }
}

/// Removes its listener when it goes.
struct Listening {
    channel: BroadcastChannel,
    listener: Closure<dyn Fn(MessageEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        // Nothing to be done where it fails: the listener is called no more once its closure is gone.
        let _ = self.channel.remove_event_listener_with_callback("message", self.listener.as_ref().unchecked_ref());
    }
}
