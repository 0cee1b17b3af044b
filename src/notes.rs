//! A reader's own notes: what a note is, how it is stored, merged, exported, and how a shelf answers.
//!
//! Knows `model` (anchors, languages) and `i18n` (words of exports). Knows no dataset, no page, no
//! address, no clock, no chance and no browser: times, ids and origins are handed in, and where notes
//! are kept is a [`shelf::Shelf`]. Nothing in here can lose a text: what cannot be read is handed
//! back whole, and two texts of one note that do not know of each other stay two.

pub mod book;
pub mod durable;
pub mod file;
pub mod link;
pub mod members;
pub mod merge;
pub mod note;
pub mod ordered;
pub mod pair;
pub mod readable;
pub mod record;
pub mod shelf;
pub mod snapshot;
pub mod unsaved;
pub mod upgrade;

pub use book::Book;
pub use note::{Assessed, Kind, Note, NoteId, Origin, Revision, Time};
