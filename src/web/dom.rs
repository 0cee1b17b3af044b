//! Short ways to the document, and remembering what has focus while a part of the page is replaced.

use crate::page::NARROW;
use std::sync::OnceLock;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Window};

pub fn window() -> Option<Window> {
    web_sys::window()
}

pub fn document() -> Option<Document> {
    window()?.document()
}

pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The script element that the site writer put into every page, with what this build consists of.
pub fn boot_script() -> Option<Element> {
    document()?.query_selector("script[data-build]").ok().flatten()
}

/// The year of the newest edition of this build.
pub fn edition() -> u32 {
    boot_attribute("data-edition").parse().unwrap_or_default()
}

/// The municipality that the data is about, as it writes itself.
/// It is the same for as long as the page is open.
pub fn municipality() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| boot_attribute("data-municipality"))
}

fn boot_attribute(name: &str) -> String {
    boot_script().and_then(|script| script.get_attribute(name)).unwrap_or_default()
}

/// The version of the data of this build.
pub fn data_version() -> String {
    boot_attribute("data-version")
}

/// Whether this browser is known to clear what a site has stored when nobody visits it for seven days. A site on the home
/// screen is left alone.
pub fn clears_storage() -> bool {
    let Some(window) = window() else { return false };
    let is_apple = js_sys::Reflect::get(&window.navigator(), &"vendor".into())
        .ok()
        .and_then(|vendor| vendor.as_string())
        .is_some_and(|vendor| vendor.starts_with("Apple"));
    let is_installed = window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches());
    is_apple && !is_installed
}

/// Whether the window has the layout for a phone.
pub fn is_narrow() -> bool {
    fits(NARROW)
}

/// Whether the page is being laid out for paper.
pub fn is_on_paper() -> bool {
    fits("print")
}

fn fits(media: &str) -> bool {
    window().and_then(|window| window.match_media(media).ok().flatten()).is_some_and(|query| query.matches())
}

/// Acts whenever the window gets the layout for a phone or the other one.
pub fn on_other_layout(act: impl Fn() + 'static) {
    let Some(query) = window().and_then(|window| window.match_media(NARROW).ok().flatten()) else { return };
    let closure = Closure::<dyn Fn()>::new(act);
    query.set_onchange(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

pub fn focus(element: &Element) {
    // SVG elements have the same `focus` method; the cast only names it.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Where what had focus is gone, the page's heading gets it, so that nobody starts from the top again.
pub fn rescue_focus() {
    if let Some(heading) = by_id("rubrik").filter(|_| focus_is_lost()) {
        focus(&heading);
    }
}

/// Whether nothing but the page itself has focus.
pub fn focus_is_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"))
}

/// Every element that fits a selector, below an element.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// Which folded parts with a name of their own are open and which are not, to be kept when they are written anew.
pub struct Folds(Vec<(String, bool)>);

impl Folds {
    pub fn remember() -> Folds {
        let Some(page) = document().and_then(|document| document.document_element()) else { return Folds(Vec::new()) };
        Folds(all(&page, "details[id]").iter().map(|fold| (fold.id(), fold.has_attribute("open"))).collect())
    }

    pub fn restore(&self) {
        for (id, open) in &self.0 {
            if let Some(fold) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDetailsElement>().ok())
                && fold.open() != *open
            {
                fold.set_open(*open);
            }
        }
    }
}

/// Acts once the next picture stands: what is painted at once does not wait for it.
pub fn after_paint(act: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || leptos::prelude::set_timeout(act, std::time::Duration::ZERO));
}

/// Hears an event anywhere in the document, before links are followed.
pub fn hear<E: FromWasmAbi + 'static>(name: &str, act: impl Fn(E) + 'static) {
    let Some(document) = document() else { return };
    let closure = Closure::<dyn Fn(E)>::new(act);
    let _ = document.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}

/// Whether a dialog stands above the page.
pub fn has_open_dialog() -> bool {
    document().and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some()
}

/// What tells an element from others when its part of the page is written anew.
pub struct Focus {
    selector: String,
    /// Among those that fit the selector and are shown, which one.
    index: usize,
    selection: Option<(u32, u32)>,
}

impl Focus {
    /// What has focus now; nothing where it is the page itself.
    pub fn remember() -> Option<Focus> {
        let document = document()?;
        let active = document.active_element()?;
        let selector = ["id", "data-mark", "data-act", "href"].iter().find_map(|name| {
            let value = active.get_attribute(name)?;
            let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
            let extra = active.get_attribute("data-anchor").map(|a| format!("[data-anchor=\"{a}\"]")).unwrap_or_default();
            Some(format!("[{name}=\"{quoted}\"]{extra}"))
        })?;
        let index = all(&document.document_element()?, &selector).iter().position(|element| *element == active)?;
        let input = active.dyn_ref::<web_sys::HtmlInputElement>();
        let selection = input.and_then(|input| Some((input.selection_start().ok()??, input.selection_end().ok()??)));
        Some(Focus { selector, index, selection })
    }

    /// Gives focus back, unless something else has it by now.
    pub fn restore(&self) {
        let Some(document) = document() else { return };
        let lost = document.active_element().is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"));
        if !lost {
            return;
        }
        let Some(root) = document.document_element() else { return };
        if let Some(element) = all(&root, &self.selector).get(self.index) {
            focus(element);
            if let (Some((from, to)), Some(input)) = (self.selection, element.dyn_ref::<web_sys::HtmlInputElement>()) {
                let _ = input.set_selection_range(from, to);
            }
        }
    }
}
