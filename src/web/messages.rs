//! Lines that the reader can dismiss, and the polite voice for screen readers.

use super::address;
use super::cabinet;
use super::notebook;
use super::offline;
use super::state::{Action, Message, State};
use super::writing;
use crate::i18n::{live as words, notebook as page_words, notes as note_words, share as share_words};
use leptos::prelude::*;

/// Stands outside the page's own flow, so that it moves nothing.
#[component]
pub fn Messages(state: State) -> impl IntoView {
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">{move || state.announcement.get()}</div>
        // A place that can be jumped to, but only while something stands there.
        <div
            class="messages"
            role=move || state.messages.with(|messages| !messages.is_empty()).then_some("region")
            aria-label=move || state.messages.with(|messages| !messages.is_empty()).then(|| words::messages(state.language()))
        >
            <For each=move || state.messages.get() key=|message| format!("{}{}", message.key, message.text) children=move |message| view! { <Line state message/> }/>
        </div>
    }
}

#[component]
fn Line(state: State, message: Message) -> impl IntoView {
    let language = state.language_now();
    let key = message.key.clone();
    let action = message.action.map(|action| {
        let word = match action {
            Action::Update => words::update_now(language),
            Action::Reload => words::try_again(language),
            Action::Undo => note_words::undo(language),
            Action::Newest => share_words::version_newest(language),
            Action::GoOn => page_words::go_on(language),
            Action::SaveFile => note_words::export_file(language),
        };
        view! { <button type="button" class="primary" on:click=move |_| act(state, action)>{word}</button> }
    });
    let close = match message.action {
        Some(Action::Update) => words::update_later(language),
        _ => words::dismiss(language),
    };
    let details = (!message.details.is_empty()).then(|| {
        let items: Vec<_> = message.details.into_iter().map(|detail| view! { <li>{detail}</li> }).collect();
        view! { <details><summary>{words::show_details(language)}</summary><ul>{items}</ul></details> }
    });
    view! {
        <div class="message">
            <p>{message.text}</p>
            {details}
            <p class="actions">{action}<button type="button" on:click=move |_| state.dismiss(&key)>{close}</button></p>
        </div>
    }
}

fn act(state: State, action: Action) {
    match action {
        Action::Update => offline::update(),
        Action::Undo => notebook::undo(state),
        Action::Newest => address::show_newest(state),
        Action::GoOn => writing::go_on(state, None),
        Action::SaveFile => cabinet::export(state, "page"),
        Action::Reload => {
            if let Some(window) = super::dom::window() {
                let _ = window.location().reload();
            }
        }
    }
}
