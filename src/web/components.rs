//! Parts of a page that only the running application has.

mod note_dialog;
mod notes_list;
mod search_box;

use super::state::State;
use crate::page::Slot;
use leptos::prelude::*;
pub use note_dialog::NoteDialog;
use notes_list::NotesList;
pub use search_box::OwnHit;
use search_box::SearchBox;

/// The part for a place that a page left open.
pub fn slot(state: State, slot: Slot) -> AnyView {
    match slot {
        Slot::NotesList => view! { <NotesList state/> }.into_any(),
        Slot::Search => {
            let search = super::search::Live::new(state);
            view! { <SearchBox language=search.language query=search.query notes=search.notes all_notes=search.all_notes typed=search.typed/> }.into_any()
        }
        Slot::Assessment => ().into_any(),
    }
}
