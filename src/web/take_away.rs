//! Taking a table away as it is shown: as a file, or on the clipboard.

use super::state::State;
use super::{dom, download, pages};
use crate::i18n::money as words;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Saves (`comma`, `semicolon`) or copies (no form) the table of the page that is shown, in its unit and order.
pub fn act(state: State, form: Option<String>) {
    leptos::task::spawn_local(async move {
        let location = state.location.get_untracked();
        let asked = form.as_deref().unwrap_or_default();
        let Some((name, content, rows)) = pages::take_away(state, &location.address, &location.view, asked).await else { return };
        let language = state.language_now();
        let message = match form {
            Some(_) if download::save(&name, "text/csv;charset=utf-8", &content) => words::table_saved(language, &name, rows),
            None if copied(&content).await => words::table_copied(language, rows),
            _ => words::table_not_copied(language),
        };
        state.say("copied", message);
    });
}

async fn copied(content: &str) -> bool {
    match dom::window().map(|window| window.navigator().clipboard()) {
        // `clipboard` is missing where the page was not loaded securely.
        Some(clipboard) if !clipboard.is_undefined() => JsFuture::from(clipboard.write_text(content)).await.is_ok(),
        _ => false,
    }
}
