//! stub
use super::state::State;
use crate::page::Slot;
use leptos::prelude::*;
pub fn slot(_state: State, _slot: Slot) -> AnyView {
    view! { <p>"…"</p> }.into_any()
}
pub fn open_note(_state: State, _button: &web_sys::Element) {}
