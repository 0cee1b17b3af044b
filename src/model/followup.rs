//! Follow-up rounds and the human-rights policy.

use super::{Figure, Id, Passage, Reading, Source, Text};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub id: Id,
    pub title: Text,
    pub date: String,
    pub text: Text,
    pub counts: Vec<Figure>,
    pub allocations: Vec<Allocation>,
    pub states: Vec<State>,
    pub missing: Vec<Passage>,
    pub findings: Vec<Passage>,
    pub sources: Vec<Source>,
}

impl Round {
    /// The year of the round.
    pub fn year(&self) -> &str {
        self.date.get(..4).unwrap_or(&self.date)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    pub actor: Id,
    pub value: u32,
    pub printed: String,
    pub reading: Reading,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub id: Id,
    pub color: String,
    pub name: Text,
    pub rule: Option<Text>,
    pub counts_what: Text,
    pub count: Option<u32>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principle {
    pub id: Id,
    pub number: u32,
    pub text: Text,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsActivity {
    pub id: Id,
    pub text: Text,
    pub principles: Vec<Id>,
    pub reading: Reading,
    pub why: Option<Text>,
    pub sources: Vec<Source>,
}
