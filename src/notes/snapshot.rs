//! Copies of all notes, taken before something is done to many of them at once.
//!
//! A copy is a file of notes ([`super::file`]) under a name that says when and before what it was taken,
//! `snapshot:<time>~<occasion>`. Knows no shelf: texts come in, texts go out.

use super::book::Book;
use super::file::{self, FileRefused, Refused, Sender};
use super::merge::Versions;
use super::note::{Note, Time};
use super::shelf::Scrap;

/// What the names of copies begin with.
pub const KIND: &str = "snapshot";

/// How many copies are kept; the oldest go.
pub const KEPT: usize = 5;

/// Before what a copy is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    Import,
    Delete,
    Restore,
}

impl Occasion {
    const ALL: [Occasion; 3] = [Occasion::Import, Occasion::Delete, Occasion::Restore];

    pub fn from_key(key: &str) -> Option<Occasion> {
        Occasion::ALL.into_iter().find(|own| own.key() == key)
    }

    pub fn key(self) -> &'static str {
        match self {
            Occasion::Import => "import",
            Occasion::Delete => "delete",
            Occasion::Restore => "restore",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The name under which it lies.
    pub name: String,
    pub taken: Time,
    pub occasion: Occasion,
    pub text: String,
}

impl Snapshot {
    /// A copy of everything; nothing where there is nothing to copy.
    pub fn of(book: &Book, occasion: Occasion, now: Time, sender: &Sender<'_>) -> Option<Snapshot> {
        book.versions().all().next()?;
        let name = format!("{KIND}:{now}~{}", occasion.key());
        Some(Snapshot { name, taken: now, occasion, text: file::export(book.versions().all(), sender) })
    }

    fn from_scrap(scrap: Scrap) -> Option<Snapshot> {
        let (taken, occasion) = scrap.name.strip_prefix("snapshot:")?.split_once('~')?;
        let occasion = Occasion::from_key(occasion)?;
        Some(Snapshot { taken: Time::parse(taken)?, occasion, text: scrap.text, name: scrap.name })
    }

    /// Its notes, each or why not.
    pub fn read(&self) -> Result<Vec<Result<Note, Refused>>, FileRefused> {
        file::read(&self.text)
    }

    /// How many notes it holds that are not deleted.
    pub fn count(&self) -> usize {
        let notes: Versions = self.read().into_iter().flatten().flatten().collect();
        notes.notes().filter(|versions| versions.iter().any(|note| !note.deleted)).count()
    }
}

/// The copies, the latest first, and the names of those that are too many.
pub fn find(scraps: Vec<Scrap>) -> (Vec<Snapshot>, Vec<String>) {
    let mut copies: Vec<Snapshot> = Vec::new();
    for copy in scraps.into_iter().filter_map(Snapshot::from_scrap) {
        if !copies.iter().any(|own| own.name == copy.name) {
            copies.push(copy);
        }
    }
    super::ordered::sort(&mut copies, |a, b| b.name.cmp(&a.name));
    let too_many = copies.split_off(copies.len().min(KEPT));
    (copies, too_many.into_iter().map(|copy| copy.name).collect())
}
