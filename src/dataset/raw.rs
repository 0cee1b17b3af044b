//! The data files exactly as they are written: one struct a JSON object.
//!
//! Knows serde and the spelling of the files; knows nothing of what the values mean.
//! `decode` turns these into the vocabulary of `model` and reports what does not fit.
//! Every file starts with `format` (a whole number, today 1); ids are lower-case ASCII slugs
//! that never change; line numbers are those of the text edition named in `sources.json`,
//! first line 1, both ends included.

use serde::Deserialize;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// Derives what every raw struct needs; the JSON Schema is generated natively only.
macro_rules! raw {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, Deserialize)]
            #[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
            pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }
        )*
    };
}

raw! {
    /// A text in both languages of the application.
    pub struct Text {
        pub sv: String,
        pub en: String,
    }

    /// The place in a document that an entry was read from.
    pub struct Source {
        /// Id of a document in `sources.json`.
        pub document: String,
        /// The heading the lines stand under, as printed.
        pub section: String,
        /// The page on which the contents list says that the section starts; never guessed.
        #[serde(default)]
        pub section_page: Option<u32>,
        /// Id of a table in `budget.json`, where the place is a table.
        #[serde(default)]
        pub table: Option<String>,
        /// Label of the row as printed, where the place is a row.
        #[serde(default)]
        pub row: Option<String>,
        /// First and last line in the text edition.
        pub lines: [u32; 2],
    }

    // ---- sources.json: `documents` ----

    pub struct Document {
        pub id: String,
        /// Official title, exactly as printed.
        pub title: Text,
        /// As precise as the document is: `2025`, `2015-04` or `2015-04-14`; null when it has none.
        #[serde(default)]
        pub date: Option<String>,
        /// The body whose document it is, as printed.
        pub body: String,
        #[serde(default)]
        pub paragraph: Option<String>,
        #[serde(default)]
        pub case_number: Option<String>,
        /// Address of the original, when the material gives it.
        #[serde(default)]
        pub original: Option<String>,
        /// File name of the text edition.
        pub text_file: String,
        /// SHA-256 of the text edition, hexadecimal.
        pub text_sha256: String,
        /// Number of lines of the text edition.
        pub text_lines: u32,
        /// First and last line that are the document itself (the rest of the file is not).
        pub document_lines: [u32; 2],
        /// What this document is, in our words.
        pub about: Text,
    }

    // ---- goals.json: `areas`, `goals`, `assignments`, `actors`, `sdgs`, `priorities`, `conditions` ----

    pub struct Area {
        pub id: String,
        /// Official title without the word «Målområde»; English is our translation.
        pub title: Text,
        pub sources: Vec<Source>,
    }

    pub struct Goal {
        pub id: String,
        pub area: String,
        /// Official title without the word «Kommunfullmäktigemål»; English is our translation.
        pub title: Text,
        pub sdgs: Vec<SdgMark>,
        #[serde(default)]
        pub indicator: Option<Indicator>,
        /// What the board wants to see; null where the source states none.
        #[serde(default)]
        pub outcome: Option<Passage>,
        pub activities: Vec<Activity>,
        pub follow_up: Vec<Passage>,
        /// The bodies that the goal's text names as taking part.
        pub partners: Vec<Participation>,
        pub sources: Vec<Source>,
    }

    /// «The goal mainly contributes to the following goals of Agenda 2030», one mark of the list.
    pub struct SdgMark {
        /// The number as printed.
        pub number: u32,
        /// The name as printed beside it.
        pub printed_name: String,
        /// `as_published`, or `interpreted` where number and name disagree.
        pub reading: String,
        /// The other number the mark can be read as, where number and name disagree.
        #[serde(default)]
        pub other_number: Option<u32>,
        #[serde(default)]
        pub why: Option<Text>,
        pub sources: Vec<Source>,
    }

    pub struct Indicator {
        /// Our summary of what is followed.
        pub text: Text,
        /// Whether it can be counted (a number of something), by our reading.
        pub countable: bool,
        /// Starting value as the source prints it, or null when it gives none.
        #[serde(default)]
        pub start: Option<String>,
        /// Target value as the source prints it, or null when it gives none.
        #[serde(default)]
        pub target: Option<String>,
        pub reading: String,
        pub sources: Vec<Source>,
    }

    /// A passage of a document in our own words.
    pub struct Passage {
        pub id: String,
        pub text: Text,
        pub reading: String,
        pub sources: Vec<Source>,
    }

    /// Something concretely named that is planned: an activity, programme, project or inquiry.
    pub struct Activity {
        pub id: String,
        /// `activity`, `programme`, `project`, `inquiry`, `plan`, `policy`, `network`, `procurement`, `training` or `system`.
        pub kind: String,
        /// Our summary: what is planned, short.
        pub text: Text,
        /// A date or deadline as precise as the source gives it (`2025`, `2025-04`, `2025-Q1`, `2025-spring`, `2025-autumn`, `2025-mid`, `2024/2025`), or null.
        #[serde(default)]
        pub when: Option<String>,
        /// Ids of actors named in the passage.
        pub actors: Vec<String>,
        pub reading: String,
        pub sources: Vec<Source>,
    }

    pub struct Participation {
        /// Id of an actor.
        pub actor: String,
        pub sources: Vec<Source>,
    }

    pub struct Assignment {
        pub id: String,
        pub area: String,
        /// The wording of the assignment exactly as printed; English is our translation.
        pub title: Text,
        /// A short name of ours, for maps and lists.
        pub short: Text,
        pub partners: Vec<Participation>,
        /// How it is to be carried out, step by step.
        pub activities: Vec<Activity>,
        pub reports_back: ReportsBack,
        pub sources: Vec<Source>,
    }

    pub struct ReportsBack {
        /// `annual_analysis` (with the year's analysis) or `separate_matter` (a matter of its own).
        pub form: String,
        #[serde(default)]
        pub when: Option<String>,
        pub text: Text,
        pub sources: Vec<Source>,
    }

    pub struct Actor {
        pub id: String,
        /// Name as printed; English ours.
        pub name: Text,
        /// `council`, `executive`, `board`, `department`, `company`, `region`, `state`, `eu`, `municipality`, `university`, `police`, `network`, `association`, `business`, `civil_society` or `other`.
        pub kind: String,
        pub sources: Vec<Source>,
    }

    /// One of the 17 global goals: number and short name (public facts, not from the five documents).
    pub struct Sdg {
        pub number: u32,
        pub name: Text,
        /// The marker colour, `#rrggbb`.
        pub color: String,
    }

    /// An entry of the executive board's own list of priorities for 2025, or a planning condition.
    pub struct Heading {
        pub id: String,
        /// As printed; English ours.
        pub title: Text,
        /// What the document says about it, in our words.
        #[serde(default)]
        pub text: Option<Text>,
        /// Ids of goals that the source itself points to from here.
        #[serde(default)]
        pub goals: Vec<String>,
        pub sources: Vec<Source>,
    }

    // ---- budget.json: `tables`, `figures` ----

    pub struct Table {
        pub id: String,
        pub title: Text,
        /// `tkr`, `mkr`, or `unstated` where the source prints none.
        pub unit: String,
        pub columns: Vec<Column>,
        pub rows: Vec<Row>,
        pub reading: String,
        /// What a reader must know about signs, gaps or the missing unit.
        #[serde(default)]
        pub note: Option<Text>,
        pub sources: Vec<Source>,
    }

    pub struct Column {
        pub id: String,
        /// As printed; English ours.
        pub label: Text,
        #[serde(default)]
        pub year: Option<u32>,
        /// `forecast`, `budget`, `change` (budget minus forecast as printed) or null for a part of one phase.
        #[serde(default)]
        pub phase: Option<String>,
        /// For `change`: the columns it is the difference of, [later, earlier].
        #[serde(default)]
        pub difference_of: Option<[String; 2]>,
        /// For a total column: the columns it is the sum of.
        #[serde(default)]
        pub sum_of: Vec<String>,
    }

    pub struct Row {
        pub id: String,
        /// As printed; English ours.
        pub label: Text,
        /// Our expansion of an abbreviated name.
        #[serde(default)]
        pub expanded: Option<Text>,
        /// `line` or `sum`.
        pub kind: String,
        /// `income`, `cost`, `allocation`, `financial`, `result`, `investment` or null.
        #[serde(default)]
        pub nature: Option<String>,
        /// For a sum: the rows it is the sum of (the program does the adding and compares).
        #[serde(default)]
        pub sum_of: Vec<String>,
        /// The whole number as printed, by column id; null for an empty cell.
        pub cells: std::collections::BTreeMap<String, Option<i64>>,
        pub sources: Vec<Source>,
    }

    /// An amount, share or count in running text.
    pub struct Figure {
        pub id: String,
        /// Decimal string with a full stop: `494.7`.
        pub value: String,
        /// `mkr`, `tkr`, `percent`, `full_time_equivalents`, `people`, `goals`, `assignments`, `cities`, `countries`, `posts`, `years`, `subtasks` or `count`.
        pub unit: String,
        pub label: Text,
        #[serde(default)]
        pub year: Option<u32>,
        #[serde(default)]
        pub phase: Option<String>,
        /// The printed wording of the amount: `494,7 Mkr`.
        pub printed: String,
        /// The table cells it speaks of.
        #[serde(default)]
        pub cells: Vec<CellRef>,
        /// Ids of the figures it is the sum of.
        #[serde(default)]
        pub sum_of: Vec<String>,
        pub reading: String,
        pub sources: Vec<Source>,
    }

    pub struct CellRef {
        pub table: String,
        pub row: String,
        pub column: String,
    }

    // ---- decisions.json: `events` ----

    pub struct Event {
        pub id: String,
        /// As precise as the source: `2010`, `2015-04`, `2015-04-14`, `2025-spring`, `2025/2026`, `2026-Q1`.
        pub date: String,
        /// Last year or day of a period, where the event is one.
        #[serde(default)]
        pub until: Option<String>,
        /// Id of an actor, or null where the source names none.
        #[serde(default)]
        pub body: Option<String>,
        #[serde(default)]
        pub paragraph: Option<String>,
        #[serde(default)]
        pub case_number: Option<String>,
        /// Official title as printed, or our short name (then `title_is_ours`).
        pub title: Text,
        #[serde(default)]
        pub title_is_ours: bool,
        /// `decision`, `proposal`, `meeting`, `inquiry`, `policy`, `plan`, `law`, `procurement`, `deadline`, `report`, `programme`, `organisation`, `election`, `infrastructure` or `other`.
        pub kind: String,
        /// Theme ids: `social`, `rights`, `climate`, `growth`, `safety`, `organisation`, `economy`, `infrastructure`.
        pub themes: Vec<String>,
        /// Id of the actor that decided, or null.
        #[serde(default)]
        pub decided_by: Option<String>,
        /// Id of the actor that it was addressed to, or null.
        #[serde(default)]
        pub addressed_to: Option<String>,
        /// `proposed`, `decided`, `planned`, `happened` or `unknown`.
        pub status: String,
        /// What it was, in our words.
        pub text: Text,
        /// Decision points in our words, in order.
        #[serde(default)]
        pub points: Vec<Passage>,
        /// Titles of attachments exactly as printed.
        #[serde(default)]
        pub attachments: Vec<String>,
        /// Ids of earlier events that the source itself says it follows on.
        #[serde(default)]
        pub follows: Vec<String>,
        /// Goals it touches by our reading.
        #[serde(default)]
        pub goals: Vec<GoalTouch>,
        /// What the material does not hold, such as the final decision.
        #[serde(default)]
        pub gap: Option<Text>,
        pub sources: Vec<Source>,
    }

    pub struct GoalTouch {
        pub goal: String,
        pub reading: String,
        pub why: Text,
    }

    // ---- followup.json: `rounds` ----

    pub struct Round {
        pub id: String,
        pub title: Text,
        pub date: String,
        pub text: Text,
        /// Counts the source prints: how many of what.
        pub counts: Vec<Figure>,
        /// How many inquiry assignments each department was given.
        pub allocations: Vec<Allocation>,
        /// The states and what the source says, or does not say, that they mean.
        pub states: Vec<State>,
        /// What the material does not hold, with the reason.
        pub missing: Vec<Passage>,
        /// Findings of the round, in our words.
        pub findings: Vec<Passage>,
        pub sources: Vec<Source>,
    }

    pub struct Allocation {
        pub actor: String,
        /// Count as printed (the source writes it in words or digits).
        pub value: u32,
        pub printed: String,
        pub reading: String,
        pub sources: Vec<Source>,
    }

    pub struct State {
        pub id: String,
        /// `green`, `yellow`, `red`, `not_assessed` or as the source names it.
        pub color: String,
        pub name: Text,
        /// The rule as far as the source states it, in our words; null where it states none.
        #[serde(default)]
        pub rule: Option<Text>,
        /// What is counted with it (departments and companies, never assignments).
        pub counts_what: Text,
        /// The count, where the source prints one.
        #[serde(default)]
        pub count: Option<u32>,
        pub sources: Vec<Source>,
    }

    // ---- rights.json: `principles`, `activities`, `reporting` ----

    pub struct Principle {
        pub id: String,
        pub number: u32,
        /// The principle in our words.
        pub text: Text,
        pub sources: Vec<Source>,
    }

    pub struct RightsActivity {
        pub id: String,
        pub text: Text,
        /// Ids of principles it serves.
        pub principles: Vec<String>,
        /// `as_published` where the source itself ties it to the principle, else `interpreted`.
        pub reading: String,
        #[serde(default)]
        pub why: Option<Text>,
        pub sources: Vec<Source>,
    }

    // `reporting` is a list of `Passage`.

    // ---- terms.json: `terms` ----

    pub struct Term {
        pub id: String,
        /// As printed.
        pub name: String,
        /// Spelling variants, abbreviations and misspellings as printed elsewhere.
        #[serde(default)]
        pub variants: Vec<String>,
        /// `system`, `tool`, `programme`, `project`, `network`, `body`, `company`, `policy`, `plan`, `law`, `fund`, `method`, `survey`, `place`, `event`, `agreement`, `report` or `concept`.
        pub kind: String,
        /// One line in plain words.
        pub text: Text,
        /// Every place where it is named.
        pub mentions: Vec<Source>,
        /// Whether the five documents hold any figure for it.
        pub has_figures: bool,
        /// Ids of goals in whose text it is named.
        #[serde(default)]
        pub goals: Vec<String>,
    }

    // ---- contradictions.json: `items` ----

    pub struct Contradiction {
        pub id: String,
        /// What disagrees, in a line.
        pub title: Text,
        /// `sum`, `count`, `name`, `number`, `spelling`, `unit`, `date`, `missing` or `wording`.
        pub kind: String,
        pub readings: Vec<ContradictionReading>,
        /// Index (from 0) into `readings` of the one the application uses; null where both stand.
        #[serde(default)]
        pub used: Option<u32>,
        pub why: Text,
        /// Anchors it concerns: `goal/<id>`, `assignment/<id>`, `area/<id>`, `sdg/<n>`, `table/<id>`, `row/<table>/<row>`, `figure/<id>`, `event/<id>`, `term/<id>`, `document/<id>`, `round/<id>`.
        pub touches: Vec<String>,
    }

    pub struct ContradictionReading {
        /// As printed.
        pub value: String,
        pub source: Source,
    }
}
