//! Where a fact stands and how it was read.

use super::Id;

/// How a value came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It stands so in the source.
    AsPublished,
    /// Our arithmetic on published figures.
    Calculated,
    /// Our judgement; a reason stands beside it.
    Interpreted,
}

/// First and last line in the text edition, both included; the first line is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lines {
    pub from: u32,
    pub to: u32,
}

/// The place in a document that an entry was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub document: Id,
    /// The heading the lines stand under, as printed.
    pub section: String,
    /// The page on which the contents list says that the section starts.
    pub section_page: Option<u32>,
    pub table: Option<Id>,
    /// The label of the row as printed.
    pub row: Option<String>,
    pub lines: Lines,
}
