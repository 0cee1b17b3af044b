//! The decision trail.

use super::{Id, Passage, Reading, Source, Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Proposed,
    Decided,
    Planned,
    Happened,
    Unknown,
}

impl Status {
    pub const ALL: [Status; 5] = [Status::Proposed, Status::Decided, Status::Planned, Status::Happened, Status::Unknown];
}

/// What a date that is a year and no more says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedBy {
    /// The year that a budget is for. It was decided before that year began; the day is not known.
    BudgetYear,
    /// The year that a report is about. It was made after that year, or while it lasted; the day is not known.
    ReportYear,
}

/// The themes of the file format, as a reader meets them in a list.
pub const THEMES: [&str; 8] = ["social", "rights", "climate", "growth", "infrastructure", "safety", "organisation", "economy"];

/// The kinds of events of the file format.
pub const EVENT_KINDS: [&str; 15] = [
    "decision",
    "proposal",
    "meeting",
    "policy",
    "plan",
    "programme",
    "inquiry",
    "report",
    "organisation",
    "procurement",
    "infrastructure",
    "law",
    "deadline",
    "election",
    "other",
];

/// One of the words listed in the file format; shown through `i18n`.
pub type EventKind = String;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: Id,
    /// As precise as the source: `2010`, `2015-04-14`, `2025-spring`, `2025/2026`, `2026-Q1`.
    pub date: String,
    /// Nothing where the date is when it happened, as it mostly is.
    pub dated_by: Option<DatedBy>,
    pub until: Option<String>,
    pub body: Option<Id>,
    pub paragraph: Option<String>,
    pub case_number: Option<String>,
    pub title: Text,
    pub title_is_ours: bool,
    pub kind: EventKind,
    pub themes: Vec<Id>,
    pub decided_by: Option<Id>,
    pub addressed_to: Option<Id>,
    pub status: Status,
    pub text: Text,
    pub points: Vec<Passage>,
    pub attachments: Vec<String>,
    pub follows: Vec<Id>,
    pub goals: Vec<GoalTouch>,
    pub gap: Option<Text>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalTouch {
    pub goal: Id,
    pub reading: Reading,
    pub why: Text,
}
