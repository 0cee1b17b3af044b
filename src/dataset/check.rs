//! References between entries and files: whether what is pointed at exists (native only).
//!
//! The entries say what they are and what they point at while they are read, so no kind of reference can be forgotten here.

use super::{FileName, Issue, What};
use crate::model::{Catalogue, Event, Id, Lines};
use std::collections::{BTreeMap, BTreeSet};

/// What the entries that have been read are, and what they point at.
#[derive(Debug, Default)]
pub struct Links {
    /// Anchors of entries, also of those that were left out for a fault of their own, and their places.
    pub(super) present: BTreeMap<String, String>,
    pub(super) pointing: Vec<Reference>,
}

/// A field that points at an entry.
#[derive(Debug)]
pub(super) struct Reference {
    pub file: FileName,
    pub path: String,
    /// An anchor.
    pub to: String,
    /// The lines of the document that is pointed at.
    pub lines: Option<Lines>,
}

/// Checks references among the files that have been loaded; one to a file that is not there is not reported.
pub fn references(catalogue: &Catalogue, loaded: &BTreeSet<FileName>, links: &Links) -> Vec<Issue> {
    let mut issues = Vec::new();
    for reference in &links.pointing {
        let report = |what| Issue { file: Some(reference.file), path: reference.path.clone(), what };
        match reference.lines {
            None if !exists(&reference.to, loaded, links) => issues.push(report(What::Dangling { to: reference.to.clone() })),
            None => {}
            // A document that does not exist is told where it is named.
            Some(Lines { from, to }) => {
                if let Some(range) = document_lines(catalogue, &reference.to).filter(|range| from < range.from || to > range.to) {
                    issues.push(report(What::LinesOutside { from, to, first: range.from, last: range.to }));
                }
            }
        }
    }
    if let Some(through) = cycle(&catalogue.events) {
        let place = links.present.get(&format!("event/{through}")).cloned().unwrap_or_default();
        issues.push(Issue {
            file: Some(FileName::Decisions),
            path: format!("{place}.follows"),
            what: What::Cycle { through: through.to_string() },
        });
    }
    issues
}

/// Whether an anchor leads somewhere; one whose file has not been loaded, and one of a kind that this version does not know, may.
fn exists(anchor: &str, loaded: &BTreeSet<FileName>, links: &Links) -> bool {
    let (kind, rest) = anchor.split_once('/').unwrap_or((anchor, ""));
    let (files, kinds): (&[FileName], &[&str]) = match kind {
        "document" => (&[FileName::Sources], &["document"]),
        "area" | "goal" | "assignment" | "actor" | "sdg" => (&[FileName::Goals], &[kind]),
        // These go by the slug of their goal.
        "indicator" | "outcome" => (&[FileName::Goals], &["goal"]),
        "activity" => (&[FileName::Goals, FileName::Rights], &["activity", "rights-activity"]),
        "follow-up" => (&[FileName::Goals], &["passage"]),
        "row" | "column" if rest.split_once('/').is_some_and(|(table, _)| links.present.contains_key(&format!("broken-table/{table}"))) => {
            return true;
        }
        "table" | "row" | "column" => (&[FileName::Budget], &[kind]),
        "figure" => (&[FileName::Budget, FileName::FollowUp], &["figure"]),
        "event" => (&[FileName::Decisions], &["event"]),
        "point" => (&[FileName::Decisions], &["passage"]),
        "round" => (&[FileName::FollowUp], &["round"]),
        "principle" => (&[FileName::Rights], &["principle"]),
        "term" => (&[FileName::Terms], &["term"]),
        "contradiction" => (&[FileName::Contradictions], &["contradiction"]),
        _ => return true,
    };
    !files.iter().all(|file| loaded.contains(file)) || kinds.iter().any(|kind| links.present.contains_key(&format!("{kind}/{rest}")))
}

fn document_lines(catalogue: &Catalogue, anchor: &str) -> Option<Lines> {
    let id = Id::parse(anchor.strip_prefix("document/")?)?;
    catalogue.document(&id).map(|document| document.document_lines)
}

/// An event from which `follows` leads back to itself, or nothing.
fn cycle(events: &[Event]) -> Option<&Id> {
    let follows: BTreeMap<&Id, &Vec<Id>> = events.iter().map(|e| (&e.id, &e.follows)).collect();
    let mut finished = BTreeSet::new();
    for event in events {
        // Depth first without recursion: a long chain in a hostile file must not exhaust the stack.
        let mut path = BTreeSet::new();
        let mut stack = vec![(&event.id, false)];
        while let Some((id, leaving)) = stack.pop() {
            if leaving {
                path.remove(id);
                finished.insert(id);
            } else if path.contains(id) {
                return Some(id);
            } else if !finished.contains(id) {
                path.insert(id);
                stack.push((id, true));
                stack.extend(follows.get(id).into_iter().flat_map(|list| list.iter()).map(|next| (next, false)));
            }
        }
    }
    None
}
