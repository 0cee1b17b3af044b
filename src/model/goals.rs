//! Goals, assignments and what belongs to them.

use super::{Id, Reading, Source, Text};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub id: Id,
    pub title: Text,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub id: Id,
    pub area: Id,
    /// Official wording; English is our translation.
    pub title: Text,
    pub sdgs: Vec<SdgMark>,
    pub indicator: Option<Indicator>,
    pub outcome: Option<Passage>,
    pub activities: Vec<Activity>,
    pub follow_up: Vec<Passage>,
    pub partners: Vec<Participation>,
    pub sources: Vec<Source>,
}

/// One mark of «mainly contributes to the following goals of Agenda 2030».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdgMark {
    pub number: u32,
    pub printed_name: String,
    pub reading: Reading,
    /// The other number it can be read as, where number and name disagree.
    pub other_number: Option<u32>,
    pub why: Option<Text>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub text: Text,
    pub countable: bool,
    pub start: Option<String>,
    pub target: Option<String>,
    pub reading: Reading,
    pub sources: Vec<Source>,
}

/// A passage of a document in our own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub id: Id,
    pub text: Text,
    pub reading: Reading,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: Id,
    /// One of the words listed in the file format; shown through `i18n`.
    pub kind: String,
    pub text: Text,
    /// As precise as the source gives it: `2025`, `2025-04`, `2025-autumn`, `2025/2026`.
    pub when: Option<String>,
    pub actors: Vec<Id>,
    pub reading: Reading,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    pub actor: Id,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub id: Id,
    pub area: Id,
    /// Official wording; English is our translation.
    pub title: Text,
    /// A short name of ours.
    pub short: Text,
    pub partners: Vec<Participation>,
    pub activities: Vec<Activity>,
    pub reports_back: ReportsBack,
    pub sources: Vec<Source>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    AnnualAnalysis,
    SeparateMatter,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsBack {
    pub form: ReportForm,
    pub when: Option<String>,
    pub text: Text,
    pub sources: Vec<Source>,
}

/// The kinds of actors of the file format, from the city outwards.
pub const ACTOR_KINDS: [&str; 16] = [
    "council",
    "executive",
    "board",
    "department",
    "company",
    "region",
    "state",
    "eu",
    "municipality",
    "university",
    "police",
    "network",
    "association",
    "business",
    "civil_society",
    "other",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: Text,
    pub kind: String,
    /// A group of which the source does not say who belongs to it: «boards concerned».
    pub unnamed: bool,
    pub sources: Vec<Source>,
}

/// One of the 17 global goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sdg {
    pub number: u32,
    pub name: Text,
    /// `#rrggbb`.
    pub color: String,
}

/// A priority of the board or a planning condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub id: Id,
    pub title: Text,
    pub text: Option<Text>,
    pub goals: Vec<Id>,
    pub sources: Vec<Source>,
}
