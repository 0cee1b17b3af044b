//! The service worker: registered after take-over, asked about new builds, never forced.

use super::dom;
use super::state::{Action, Message, State};
use crate::i18n::live as words;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

thread_local! {
    /// The reader said yes to the new build: the page may be loaded anew when it takes over.
    static AGREED: Cell<bool> = const { Cell::new(false) };
}

/// Registers the worker of this build and offers later ones. A browser without workers simply stays online.
pub fn register(state: State, root: &str) {
    let Some(container) = container() else { return };
    answer_which_build(&container);
    let script = format!("{root}sw.js");
    leptos::task::spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register(&script)).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        if let Some(waiting) = registration.waiting() {
            offer(state, &waiting);
        } else if let Some(active) = registration.active() {
            // Files of builds that no page shows any more can go.
            let _ = active.post_message(&"tidy".into());
        }
        let watched = registration.clone();
        let found = Closure::<dyn Fn()>::new(move || {
            if let Some(worker) = watched.installing() {
                watch(state, worker);
            }
        });
        registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
        found.forget();
        let changed = Closure::<dyn Fn()>::new(move || {
            if AGREED.get()
                && let Some(window) = dom::window()
            {
                let _ = window.location().reload();
            }
        });
        container.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
        changed.forget();
    });
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = dom::window()?.navigator();
    // Missing in sandboxed frames and where the page was not loaded securely; reading it may even throw there.
    let value = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    value.dyn_into().ok()
}

/// Follows a new worker until its files are there.
fn watch(state: State, worker: ServiceWorker) {
    let watched = worker.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        if watched.state() == ServiceWorkerState::Installed && container().is_some_and(|c| c.controller().is_some()) {
            offer(state, &watched);
        }
    });
    worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Offers a waiting build. Where this very page already is of that build (it came from the network),
/// there is nothing to decide: the worker takes over without anything being loaded anew.
fn offer(state: State, worker: &ServiceWorker) {
    let Ok(channel) = web_sys::MessageChannel::new() else { return };
    let waiting = worker.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string() == build() {
            let _ = waiting.post_message(&"take over".into());
            return;
        }
        let language = state.language_now();
        state.tell(Message {
            key: "update".into(),
            text: format!("{} {}", words::update_ready(language), words::update_keeps(language)),
            details: Vec::new(),
            action: Some(Action::Update),
        });
    });
    channel.port1().set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let question = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&question, &"ask".into(), &"build".into());
    let _ = worker.post_message_with_transferable(&question, &js_sys::Array::of1(&channel.port2()));
}

/// The reader said yes: the waiting worker takes over, then the page is loaded anew.
pub fn update() {
    AGREED.set(true);
    leptos::task::spawn_local(async {
        let Some(container) = container() else { return };
        let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
        if let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>()
            && let Some(waiting) = registration.waiting()
        {
            let _ = waiting.post_message(&"take over".into());
        } else if let Some(window) = dom::window() {
            let _ = window.location().reload();
        }
    });
}

/// A worker that tidies asks every open page which build it belongs to, to keep that build's files.
fn answer_which_build(container: &ServiceWorkerContainer) {
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(port) = event.ports().get(0).dyn_into::<web_sys::MessagePort>() {
            let _ = port.post_message(&build().unwrap_or_default().into());
        }
    });
    let _ = container.add_event_listener_with_callback("message", answer.as_ref().unchecked_ref());
    answer.forget();
}

fn build() -> Option<String> {
    dom::boot_script()?.get_attribute("data-build")
}
