//! The documents, the terms they name and the places where they disagree.

use super::{Anchor, Id, Lines, Source, Text};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: Id,
    pub title: Text,
    pub date: Option<String>,
    pub body: String,
    pub paragraph: Option<String>,
    pub case_number: Option<String>,
    pub original: Option<String>,
    pub text_file: String,
    pub text_sha256: String,
    pub text_lines: u32,
    pub document_lines: Lines,
    /// The lines that are content: neither empty nor a heading. A paragraph is a line of the text edition.
    pub content: Vec<Lines>,
    pub left_out: Vec<LeftOut>,
    pub about: Text,
}

/// Lines that no entry was read from, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub lines: Lines,
    pub reason: Text,
}

/// The kinds of terms of the file format.
pub const TERM_KINDS: [&str; 18] = [
    "concept",
    "body",
    "company",
    "network",
    "policy",
    "plan",
    "programme",
    "project",
    "method",
    "report",
    "survey",
    "law",
    "agreement",
    "system",
    "tool",
    "fund",
    "place",
    "event",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub id: Id,
    pub name: String,
    pub variants: Vec<String>,
    pub kind: String,
    pub text: Text,
    pub mentions: Vec<Source>,
    pub has_figures: bool,
    pub goals: Vec<Id>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    pub id: Id,
    pub title: Text,
    pub kind: String,
    pub readings: Vec<ContradictionReading>,
    /// Index into `readings` of the one the application uses.
    pub used: Option<usize>,
    pub why: Text,
    pub touches: Vec<Anchor>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContradictionReading {
    pub value: String,
    pub source: Source,
}
