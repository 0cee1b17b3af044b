//! Taking a table away as it is shown: as a file, or on the clipboard.

use super::state::State;
use super::{dom, download, load};
use crate::chart::separated::CsvForm;
use crate::i18n::money as words;
use crate::page::{self, Context};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The table of the page that is shown, in its unit and order.
fn table(state: State, form: Option<CsvForm>) -> Option<(String, String, usize)> {
    let location = state.location.get_untracked();
    state.data.with_untracked(|data| {
        let context = Context {
            catalogue: &data.catalogue,
            publisher: &data.publisher,
            address: &location.address,
            view: &location.view,
            data_version: &data.version,
        };
        page::taken_away(&context, form)
    })
}

/// Saves or copies. The data of a page that was adopted as it stands may still be on its way.
pub fn act(state: State, form: Option<CsvForm>) {
    leptos::task::spawn_local(async move {
        let needs = state.location.with_untracked(|location| page::needs(&location.address.route));
        if let Err(issue) = load::ensure(state, needs).await {
            load::tell(state, &issue);
            return;
        }
        let Some((name, content, rows)) = table(state, form) else { return };
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
