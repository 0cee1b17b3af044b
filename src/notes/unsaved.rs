//! What was typed and not saved: kept as it is typed, offered when the reader comes back, never put over anything.
//!
//! An unsaved text lies beside the notes under a name of its own for each note and each opening of the application,
//! `draft:<note id>~<origin>`, in the form of a stored note, so that it has a checksum and every build can read it. Its
//! revision is that of the version it started from; a new note's has none that anything else could have.
//!
//! Knows no shelf: texts come in, texts go out.

use super::book::{Book, Draft, Moment};
use super::note::{Note, NoteId, Origin, Revision, Time};
use super::record::{self, Stored};
use super::shelf::Scrap;

/// What the names of unsaved texts begin with.
pub const KIND: &str = "draft";

/// An unsaved text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The name under which it lies.
    pub name: String,
    /// As it would be saved.
    pub note: Note,
}

impl Unsaved {
    /// What an editor holds: of a new note, or of a change to `base`.
    pub fn new(id: NoteId, base: Option<&Note>, draft: Draft, at: &Moment) -> Unsaved {
        let name = format!("{KIND}:{id}~{}", at.origin.as_str());
        let nothing = Revision::default();
        let revision = base.map_or_else(|| nothing.next(&at.origin, &nothing), |base| base.revision.clone());
        let created = base.map_or(at.now, |base| base.created);
        Unsaved { name, note: draft.into_note(id, created, at.now, revision) }
    }

    /// The text to keep.
    pub fn text(&self) -> String {
        record::write(&self.note)
    }

    /// The version that it is a change of; nothing for a new note, or where every version of it is gone.
    pub fn base(&self, book: &Book) -> Option<Note> {
        let there = book.versions().of(&self.note.id);
        let same = there.iter().find(|note| note.revision == self.note.revision && !note.deleted);
        // Where that one was replaced meanwhile, both texts are to be kept: it starts from what it started from.
        let later = || there.iter().find(|note| !note.deleted).map(|note| Note { revision: self.note.revision.clone(), ..note.clone() });
        same.cloned().or_else(later)
    }

    fn is_saved(&self, book: &Book) -> bool {
        let draft = Draft::from_note(&self.note);
        book.versions().of(&self.note.id).iter().any(|note| !note.deleted && draft.says_the_same_as(note))
    }

    /// The opening of the application that wrote it.
    fn is_of(&self, origin: &Origin) -> bool {
        self.name.rsplit('~').next() == Some(origin.as_str())
    }

    pub fn when(&self) -> Time {
        self.note.modified
    }
}

/// What is unsaved, the latest first, and the names of texts that are there as notes by now. Of two texts under a name
/// the later counts. What cannot be read stays where it is.
pub fn find(scraps: Vec<Scrap>, book: &Book) -> (Vec<Unsaved>, Vec<String>) {
    let mut found: Vec<Unsaved> = Vec::new();
    for Scrap { name, text } in scraps {
        let Stored::Note(note) = record::read(&text) else { continue };
        let unsaved = Unsaved { name, note: *note };
        match found.iter_mut().find(|own| own.name == unsaved.name) {
            Some(own) if own.when() < unsaved.when() => *own = unsaved,
            Some(_) => {}
            None => found.push(unsaved),
        }
    }
    super::ordered::sort(&mut found, |a, b| b.when().cmp(&a.when()).then_with(|| a.name.cmp(&b.name)));
    let (saved, unsaved): (Vec<Unsaved>, Vec<Unsaved>) = found.into_iter().partition(|own| own.is_saved(book));
    (unsaved, saved.into_iter().map(|own| own.name).collect())
}

/// What was left about the same thing, or about a change of the same note: that of this opening first.
pub fn left_about<'a>(all: &'a [Unsaved], anchor: &str, base: Option<&NoteId>, book: &Book, origin: &Origin) -> Vec<&'a Unsaved> {
    let same = |own: &&Unsaved| match (base, own.base(book)) {
        (Some(id), Some(_)) => own.note.id == *id,
        (None, None) => own.note.anchor == anchor,
        _ => false,
    };
    let mut left: Vec<&Unsaved> = all.iter().filter(same).collect();
    super::ordered::sort(&mut left, |a, b| b.is_of(origin).cmp(&a.is_of(origin)));
    left
}
