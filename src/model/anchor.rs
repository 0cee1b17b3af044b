//! What a note, a mark of a chart or a selection points at.

use super::Id;
use std::fmt;

/// The address of one thing inside a dataset: a kind and one to three slugs, `goal/klimatneutral`,
/// `sdg/13`, `row/income-statement/wages`, `cell/income-statement/wages/budget-2025`.
///
/// Kinds: `area`, `goal`, `assignment`, `sdg`, `indicator` (slug of its goal), `outcome` (slug of its goal), `activity`,
/// `follow-up` (how a goal is followed up besides), `priority`, `condition`, `actor`, `table`, `row`, `column`, `cell`,
/// `figure`, `event`, `point`, `round`, `state` (of a round), `count` (of a round), `allocation` (slugs of round and
/// actor), `finding` (of a round, what is missing in it too), `principle`, `rights-activity`, `reporting` (on the
/// rights), `term`, `contradiction`, `document`, `page`. A kind that this build does not know is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(String);

impl Anchor {
    /// The anchor, or nothing where the text is not a kind and one to three slugs.
    pub fn parse(text: &str) -> Option<Anchor> {
        let parts = text.split('/').count();
        ((2..=4).contains(&parts) && text.split('/').all(|part| Id::parse(part).is_some())).then(|| Anchor(text.to_owned()))
    }

    pub fn of(kind: &str, id: &Id) -> Anchor {
        Anchor(format!("{kind}/{id}"))
    }

    pub fn goal(id: &Id) -> Anchor {
        Anchor::of("goal", id)
    }

    pub fn area(id: &Id) -> Anchor {
        Anchor::of("area", id)
    }

    pub fn assignment(id: &Id) -> Anchor {
        Anchor::of("assignment", id)
    }

    pub fn sdg(number: u32) -> Anchor {
        Anchor(format!("sdg/{number}"))
    }

    pub fn table(id: &Id) -> Anchor {
        Anchor::of("table", id)
    }

    pub fn row(table: &Id, row: &Id) -> Anchor {
        Anchor(format!("row/{table}/{row}"))
    }

    pub fn column(table: &Id, column: &Id) -> Anchor {
        Anchor(format!("column/{table}/{column}"))
    }

    pub fn cell(table: &Id, row: &Id, column: &Id) -> Anchor {
        Anchor(format!("cell/{table}/{row}/{column}"))
    }

    /// What was given to a body in a follow-up round.
    pub fn allocation(round: &Id, actor: &Id) -> Anchor {
        Anchor(format!("allocation/{round}/{actor}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the first slash.
    pub fn kind(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// What stands after the first slash.
    pub fn rest(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, rest)| rest)
    }

    /// The id, for the kinds that have just one.
    pub fn id(&self) -> Option<Id> {
        Id::parse(self.rest())
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
