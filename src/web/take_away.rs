//! Taking a table or a picture away as it is shown: as a file, or on the clipboard.

use super::state::State;
use super::{dom, download, pages, raster};
use crate::i18n::money as words;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

fn attribute(button: &Element, name: &str) -> String {
    button.get_attribute(name).unwrap_or_default()
}

/// Saves (`comma`, `semicolon`) or copies (`tabs`) the table that a button belongs to, in its unit and order.
pub fn table(state: State, button: &Element) {
    let (of, form) = (attribute(button, "data-of"), attribute(button, "data-form"));
    leptos::task::spawn_local(async move {
        let location = state.location.get_untracked();
        let Some((name, content, rows)) = pages::take_away(state, &location.address, &location.view, &of, &form).await else { return };
        let language = state.language_now();
        let message = match form.as_str() {
            "tabs" if copied(&content).await => words::table_copied(language, rows),
            "tabs" => words::table_not_copied(language),
            _ if download::save(&name, "text/csv;charset=utf-8", &content) => words::table_saved(language, &name, rows),
            _ => words::table_not_copied(language),
        };
        state.say("copied", message);
    });
}

/// Saves the picture that a button belongs to (`svg`, `png`, `png-1920`), or copies what it shows in words (`words`).
pub fn picture(state: State, button: &Element) {
    let (of, form) = (attribute(button, "data-of"), attribute(button, "data-form"));
    leptos::task::spawn_local(async move {
        let location = state.location.get_untracked();
        let width = form.strip_prefix("png-").and_then(|width| width.parse().ok());
        let Some(picture) = pages::picture(state, &location.address, &location.view, &of, width).await else { return };
        let language = state.language_now();
        let wide = width.map(|width| format!("-{width}")).unwrap_or_default();
        let message = match form.as_str() {
            "words" if copied(&picture.words).await => words::words_copied(language),
            "words" => words::words_not_copied(language),
            "svg" => {
                let name = format!("{}.svg", picture.name);
                match download::save(&name, "image/svg+xml", &picture.svg) {
                    true => words::picture_saved(language, &name),
                    false => words::picture_not_saved(language),
                }
            }
            _ => {
                let name = format!("{}{wide}.png", picture.name);
                match raster::save_png(&name, &picture.svg).await {
                    true => words::picture_saved(language, &name),
                    false => words::picture_not_saved(language),
                }
            }
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
