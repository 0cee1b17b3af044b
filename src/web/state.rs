//! What the application remembers: where it is, the data, the reader's notes and what it has to say.

use super::assessment::Assessment;
use super::cabinet::Cabinet;
use super::pages::Shown;
use super::share::Sharing;
use super::visiting::Visiting;
use super::writing::Desk;
use crate::model::Language;
use crate::notes::shelf::Shelf;
use crate::notes::{Book, Note};
use crate::url::{Address, View, ViewProblem};
use leptos::prelude::*;
use std::rc::Rc;

/// Which page with which view. Read from the address and written to it by `web::address` alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    pub address: Address,
    pub view: View,
    pub problems: Vec<ViewProblem>,
}

/// The state that pages are shown from.
#[derive(Clone, Copy)]
pub struct State {
    pub location: RwSignal<Location>,
    /// The page that is shown.
    pub page: RwSignal<Shown>,
    /// The latest of what the application has to say, heard politely by screen readers.
    pub announcement: RwSignal<String>,
    pub messages: RwSignal<Vec<Message>>,
    pub book: RwSignal<Book>,
    /// Where notes are kept; opened once.
    pub shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    /// The note that is being written: set it to open the dialog.
    pub editor: RwSignal<Option<Editor>>,
    pub sharing: Sharing,
    /// The notes that came with a link.
    pub visiting: Visiting,
    pub assessment: Assessment,
    /// What is being written in the dialog, and what was left unsaved.
    pub desk: Desk,
    /// What is being done with all notes on their page.
    pub cabinet: Cabinet,
}

/// What the dialog of a note was opened on.
#[derive(Clone, Debug, PartialEq)]
pub struct Editor {
    pub anchor: String,
    /// The title of the thing as it stood on the page.
    pub quoted: String,
    /// The note that is changed; nothing for a new one.
    pub base: Option<Note>,
}

/// A line that the reader can dismiss.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub key: String,
    pub text: String,
    /// Something more that can be folded out.
    pub details: Vec<String>,
    /// What the button does, beside dismissing.
    pub action: Option<Action>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Let the waiting build take over and load the page anew.
    Update,
    Reload,
    /// Take back the last step with notes.
    Undo,
    /// Let the version of the data go that a link named.
    Newest,
    /// Go on with what was typed and not saved.
    GoOn,
    /// Save all notes to a file.
    SaveFile,
}

impl State {
    pub fn language(&self) -> Language {
        self.location.with(|location| location.address.language)
    }

    pub fn language_now(&self) -> Language {
        self.location.with_untracked(|location| location.address.language)
    }

    /// What the reader has notes about.
    pub fn noted(&self) -> Vec<String> {
        self.book.with_untracked(|book| book.counts().into_keys().map(str::to_owned).collect())
    }

    /// Shows a line until it is dismissed; one with the same key is replaced.
    pub fn tell(&self, message: Message) {
        self.announcement.set(message.text.clone());
        self.messages.update(|messages| {
            messages.retain(|m| m.key != message.key);
            messages.push(message);
        });
    }

    pub fn say(&self, key: &str, text: impl Into<String>) {
        self.tell(Message { key: key.to_owned(), text: text.into(), details: Vec::new(), action: None });
    }

    pub fn dismiss(&self, key: &str) {
        self.messages.update(|messages| messages.retain(|message| message.key != key));
    }

    /// Says something to screen readers only.
    pub fn announce(&self, text: impl Into<String>) {
        self.announcement.set(text.into());
    }
}
