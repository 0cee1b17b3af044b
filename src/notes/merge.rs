//! Bringing versions of notes together: commutative, associative, idempotent, and never one text over another.
//!
//! For each note the versions are kept that no other version replaces. That is the set of greatest elements
//! under a strict order, so the order in which versions arrive cannot matter.

use super::note::{Note, NoteId};
use super::record;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The current versions of notes. Mostly one for each note; more where two were written without knowing of each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(BTreeMap<NoteId, Vec<Note>>);

/// What bringing in a version did, or would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// No version of this note was there.
    New,
    /// It replaces all that was there.
    Newer,
    /// It is there already.
    Same,
    /// What is there replaces it.
    Older,
    /// It stands beside at least one version that it does not know of.
    Conflict,
}

impl Versions {
    /// What [`Versions::add`] would do.
    pub fn meeting(&self, note: &Note) -> Meeting {
        let there = self.of(&note.id);
        if there.is_empty() {
            Meeting::New
        } else if there.get(place(there, note)) == Some(note) {
            Meeting::Same
        } else if there.iter().any(|own| own.revision.replaces(&note.revision)) {
            Meeting::Older
        } else if there.iter().all(|own| note.revision.replaces(&own.revision)) {
            Meeting::Newer
        } else {
            Meeting::Conflict
        }
    }

    /// Brings in a version.
    pub fn add(&mut self, note: Note) -> Meeting {
        let meeting = self.meeting(&note);
        if matches!(meeting, Meeting::New | Meeting::Newer | Meeting::Conflict) {
            let there = self.0.entry(note.id.clone()).or_default();
            there.retain(|own| !note.revision.replaces(&own.revision));
            there.insert(place(there, &note), note);
        }
        meeting
    }

    /// Takes a version out, where exactly this one is there.
    pub fn remove(&mut self, note: &Note) -> bool {
        let Some(there) = self.0.get_mut(&note.id) else { return false };
        let before = there.len();
        there.retain(|own| own != note);
        let removed = there.len() < before;
        if there.is_empty() {
            self.0.remove(&note.id);
        }
        removed
    }

    pub fn merge(mut self, other: Versions) -> Versions {
        other.0.into_values().flatten().for_each(|note| {
            self.add(note);
        });
        self
    }

    /// The versions of one note: texts before tombstones, the latest first.
    pub fn of(&self, id: &NoteId) -> &[Note] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The versions of every note, by id.
    pub fn notes(&self) -> impl Iterator<Item = &[Note]> {
        self.0.values().map(Vec::as_slice)
    }

    pub fn all(&self) -> impl Iterator<Item = &Note> {
        self.0.values().flatten()
    }
}

/// Where a version stands among others, or would: texts before tombstones, the latest first; equal times in an order that
/// is the same everywhere. Found by halving, since a note can have hundreds of texts: nobody has to be asked whether each of
/// them is there already.
fn place(there: &[Note], note: &Note) -> usize {
    let mut body = None;
    there.partition_point(|own| {
        let by_time = own.deleted.cmp(&note.deleted).then_with(|| note.modified.cmp(&own.modified));
        by_time.then_with(|| record::body(own).cmp(body.get_or_insert_with(|| record::body(note)))) == Ordering::Less
    })
}

impl FromIterator<Note> for Versions {
    fn from_iter<I: IntoIterator<Item = Note>>(notes: I) -> Versions {
        let mut versions = Versions::default();
        notes.into_iter().for_each(|note| {
            versions.add(note);
        });
        versions
    }
}
