//! Copying a link: it holds the whole view, its defaults included, and never notes.

use super::dom;
use super::state::State;
use crate::i18n::live as words;
use crate::page::share::held;
use crate::url::View;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Copies the address of what is shown and says what it holds; where the browser refuses, shows the address.
pub fn copy_link(state: State, root: &str) {
    let location = state.location.get_untracked();
    let language = location.address.language;
    let version = dom::data_version();
    let view = View { data: (!version.is_empty()).then_some(version), ..location.view };
    let origin = dom::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let link = format!("{origin}{root}{}{}", location.address.path(), view.to_full_query(&location.address.route));
    let holds = held(language, &location.address.route, &view, view.data.is_some());
    leptos::task::spawn_local(async move {
        if put(&link).await {
            state.say("copied", words::link_copied(language, &holds));
        } else {
            state.say("copied", format!("{} {link}", words::link_copy_failed(language)));
        }
    });
}

/// Puts a text on the clipboard; answers whether the browser took it.
pub async fn put(content: &str) -> bool {
    match dom::window().map(|window| window.navigator().clipboard()) {
        // `clipboard` is missing where the page was not loaded securely.
        Some(clipboard) if !clipboard.is_undefined() => JsFuture::from(clipboard.write_text(content)).await.is_ok(),
        _ => false,
    }
}
