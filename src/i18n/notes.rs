//! Words of notes.
