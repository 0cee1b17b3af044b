//! Parts of a page that only the running application has. They get values and callbacks; the one place that is handed the
//! application's state is where a part is put into the place that a page left open for it.

mod note_dialog;
mod search_box;
mod share_dialog;

use super::cabinet;
use super::state::State;
use crate::page::Slot;
use leptos::prelude::*;
pub use note_dialog::{NoteDialog, Sheet};
use search_box::SearchBox;
pub use share_dialog::ShareDialog;

/// The part for a place that a page left open.
pub fn slot(state: State, slot: Slot) -> AnyView {
    match slot {
        Slot::NotesList => cabinet::list(state).into_any(),
        Slot::Search => {
            let search = super::search::Live::new(state);
            view! { <SearchBox language=search.language query=search.query typed=search.typed/> }.into_any()
        }
        Slot::Assessment => ().into_any(),
    }
}
