//! Where notes are kept: the interface, its answers, and how notes lie under keys.
//!
//! A shelf is asynchronous and always answers. [`KeyShelf`] keeps each version of a note under a key of its own,
//! `malkarta:<root path>:note:<id>~<version>`, in any place for texts ([`Entries`]): the browser's storage, or memory.
//! A key is written once and never overwritten with another text; it is removed only after a version that replaces it was
//! written and read back. So two tabs that save the same note in the same moment cannot overwrite each other, whatever
//! order the browser gives their writes. Keys of others and keys that cannot be read are never touched.
//!
//! Knows no browser; `web/shelf` brings the browser's storage. [`super::durable`] is a shelf over a store with
//! transactions, [`super::pair`] makes one shelf of two.
//!
//! Beside the notes a shelf keeps scraps: texts under names such as `draft:…`, told apart from notes by the name alone.

use super::merge::Versions;
use super::note::{Note, NoteId};
use super::record::{self, Damage, Stored};
use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A place where notes are kept.
pub trait Shelf {
    /// Everything that is there, read or not. Writes nothing.
    fn load(&self) -> Pending<'_, Result<Contents, Because>>;

    /// Stores versions and answers for each, in their order. `Saved` means: read back equal.
    fn keep<'a>(&'a self, notes: &'a [Note]) -> Pending<'a, Vec<Answer>>;

    /// Removes an unreadable entry that the reader has taken care of, where it is still the one she saw.
    fn discard<'a>(&'a self, found: &'a Quarantined) -> Pending<'a, Result<(), Because>>;

    /// The scraps of a kind (`draft`): what stands under names that begin `draft:`. A name may stand twice, with two texts,
    /// where two stores do not agree.
    fn scraps<'a>(&'a self, kind: &'a str) -> Pending<'a, Result<Vec<Scrap>, Because>>;

    /// Puts a scrap under a name (`draft:…`), or removes what stands there.
    fn put<'a>(&'a self, name: &'a str, text: Option<&'a str>) -> Pending<'a, Result<Lasts, Because>>;

    /// Removes everything of this site: notes, tombstones, unreadable entries and what else lies under its prefix.
    fn erase(&self) -> Pending<'_, Result<(), Because>>;

    /// How long what is saved here lasts.
    fn lasts(&self) -> Lasts;

    /// Tells what other tabs do, until the answer is dropped.
    fn watch(&self, on_news: Rc<dyn Fn(News)>) -> Watching;
}

/// Keeps a watch alive; dropping it ends it.
#[must_use]
pub struct Watching(#[allow(dead_code, reason = "held for its drop")] pub Option<Box<dyn Any>>);

/// A text that lies beside the notes, under a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scrap {
    /// Without the prefix of the site, such as `draft:0a1b2c3d4e`.
    pub name: String,
    pub text: String,
}

/// What a shelf holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    pub versions: Versions,
    pub quarantine: Vec<Quarantined>,
}

/// An entry that is kept as it was found because this build cannot read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    pub key: String,
    pub raw: String,
    pub why: Odd,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// Written by a newer build, in this form.
    Newer(u32),
    Damaged(Damage),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Read back equal. `beside` are versions found on the shelf that this one does not know of; some of them may have
    /// been replaced by others of them.
    Saved {
        lasts: Lasts,
        beside: Vec<Note>,
    },
    NotSaved(Because),
}

impl Answer {
    pub fn is_saved(&self) -> bool {
        matches!(self, Answer::Saved { .. })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The browser refuses storage to this page.
    Blocked,
    /// No room is left.
    Full,
    /// Written without complaint, but not there when read again.
    NotReadBack,
    /// Under every key that this version could have stands something else, which is never overwritten.
    Taken,
    /// The entry is no longer the one that was meant.
    Changed,
}

/// How long saved notes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lasts {
    /// Until this tab is closed.
    Tab,
    /// Until the browser's data are cleared; the last two seconds can be lost when the browser is killed.
    Browser,
    /// As `Browser`, and what is saved survives even a killed browser.
    Durable,
}

/// What happened on the shelf elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    Kept(Note),
    Gone(Note),
    Unreadable(Quarantined),
    UnreadableGone {
        key: String,
    },
    /// Too much to tell: read the shelf anew.
    Everything,
}

/// A text under a key as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Text(String),
    /// No valid Unicode; here as an escaped JSON string.
    NotUnicode(String),
}

/// A place for texts under keys, shared with others: every call may fail, every key may be somebody else's.
pub trait Entries {
    fn keys(&self) -> Result<Vec<String>, Because>;
    fn get(&self, key: &str) -> Result<Option<Found>, Because>;
    /// Leaves what was there where it fails.
    fn set(&self, key: &str, text: &str) -> Result<(), Because>;
    fn remove(&self, key: &str) -> Result<(), Because>;
    fn lasts(&self) -> Lasts;
    /// Tells what others change, until the answer is dropped.
    fn watch(&self, on_change: Box<dyn Fn(Change)>) -> Watching;
}

/// What somebody else did to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Nothing when everything was cleared.
    pub key: Option<String>,
    pub before: Option<Found>,
    pub now: Option<Found>,
}

/// Notes under keys.
pub struct KeyShelf {
    entries: Box<dyn Entries>,
    prefix: Prefix,
}

/// A version of a note as it lies under a key.
struct Lying {
    key: String,
    raw: String,
    note: Note,
}

impl Lying {
    fn is_replaced_by(&self, note: &Note) -> bool {
        note.revision.replaces(&self.note.revision)
    }
}

/// What the keys of one site begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prefix {
    pub(super) site: String,
    pub(super) notes: String,
}

impl Prefix {
    pub(super) fn of(root_path: &str) -> Prefix {
        let site = format!("malkarta:{root_path}:");
        let notes = format!("{site}note:");
        Prefix { site, notes }
    }

    /// Never the key of a note: those have a prefix that no name of a scrap has.
    pub(super) fn key_of_scrap(&self, name: &str) -> String {
        format!("{}{}", self.site, name.strip_prefix("note:").unwrap_or(name))
    }

    pub(super) fn scrap(&self, key: &str, found: Found) -> Option<Scrap> {
        let name = key.strip_prefix(&self.site)?.to_owned();
        let (Found::Text(text) | Found::NotUnicode(text)) = found;
        Some(Scrap { name, text })
    }
}

impl KeyShelf {
    /// `root_path` is the path under which the site lies, so that sites on one host do not meet.
    pub fn new(entries: Box<dyn Entries>, root_path: &str) -> KeyShelf {
        KeyShelf::with_prefix(entries, Prefix::of(root_path))
    }

    pub(super) fn with_prefix(entries: Box<dyn Entries>, prefix: Prefix) -> KeyShelf {
        KeyShelf { entries, prefix }
    }

    /// A shelf that lasts until the tab is closed.
    pub fn in_memory() -> KeyShelf {
        KeyShelf::new(Box::new(Rc::new(Memory::default())), "/")
    }

    fn keys_with(&self, prefix: &str) -> Result<Vec<String>, Because> {
        let mut keys = self.entries.keys()?;
        keys.retain(|key| key.starts_with(prefix));
        super::ordered::sort(&mut keys, Ord::cmp);
        keys.dedup();
        Ok(keys)
    }

    fn load_now(&self) -> Result<Contents, Because> {
        Ok(judged(self.texts_with(&self.prefix.notes)?))
    }

    fn texts_with(&self, prefix: &str) -> Result<Vec<(String, Found)>, Because> {
        let mut texts = Vec::new();
        for key in self.keys_with(prefix)? {
            // A key that went away since it was listed is no longer of interest.
            if let Some(found) = self.entries.get(&key)? {
                texts.push((key, found));
            }
        }
        Ok(texts)
    }

    /// Puts what cannot be read here under its key, where nothing lies there.
    pub(super) fn adopt(&self, found: &Quarantined) -> Result<(), Because> {
        match self.entries.get(&found.key)? {
            Some(_) => Err(Because::Taken),
            None => self.entries.set(&found.key, &found.raw),
        }
    }

    pub(super) fn keep_now(&self, notes: &[Note]) -> Vec<Answer> {
        let mut keys = match self.keys_with(&self.prefix.notes) {
            Ok(keys) => keys,
            Err(because) => return notes.iter().map(|_| Answer::NotSaved(because)).collect(),
        };
        let keep = |note| match self.keep_one(note, &mut keys) {
            Ok(beside) => Answer::Saved { lasts: self.entries.lasts(), beside },
            Err(because) => Answer::NotSaved(because),
        };
        notes.iter().map(keep).collect()
    }

    /// Stores one version and answers the versions beside it. `keys` are those of all notes, kept up to date.
    fn keep_one(&self, note: &Note, keys: &mut Vec<String>) -> Result<Vec<Note>, Because> {
        let own_prefix = format!("{}{}", self.prefix.notes, note.id);
        let mut there: Vec<Lying> = Vec::new();
        for key in keys.iter().filter(|key| key.starts_with(&own_prefix)) {
            if let Some(Found::Text(raw)) = self.entries.get(key)?
                && let Stored::Note(stored) = record::read(&raw)
                && stored.id == note.id
            {
                there.push(Lying { key: key.clone(), raw, note: *stored });
            }
        }
        // Asked of each once: of a note with hundreds of texts they are not compared with one another at every save.
        if !there.iter().any(|lying| lying.note == *note || lying.note.revision.replaces(&note.revision)) {
            let key = self.write(note, &own_prefix, &there)?;
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        // A key that cannot be removed only holds what is known to be replaced.
        for Lying { key, raw, .. } in there.iter().filter(|lying| lying.is_replaced_by(note)) {
            if self.holds(key, raw) == Ok(true) && self.entries.remove(key).is_ok() {
                keys.retain(|own| own != key);
            }
        }
        Ok(there.into_iter().filter(|lying| lying.note != *note && !lying.is_replaced_by(note)).map(|lying| lying.note).collect())
    }

    /// Writes a version under a key that nothing else stands under, and reads it back.
    fn write(&self, note: &Note, own_prefix: &str, there: &[Lying]) -> Result<String, Because> {
        let text = record::write(note);
        let stamp = record::stamp(note);
        let free = |key: &String| self.entries.get(key).map(|found| found.is_none() || found == Some(Found::Text(text.clone())));
        let mut key = format!("{own_prefix}~{stamp}");
        for number in 2..=9 {
            if free(&key)? {
                break;
            }
            key = format!("{own_prefix}~{stamp}.{number}");
        }
        if !free(&key)? {
            return Err(Because::Taken);
        }
        match self.entries.set(&key, &text) {
            // A version that this one replaces makes room: a refused write leaves it as it was.
            Err(Because::Full) => {
                let old = there.iter().find(|lying| lying.is_replaced_by(note)).ok_or(Because::Full)?;
                self.entries.set(&old.key, &text)?;
                key = old.key.clone();
            }
            other => other?,
        }
        if self.holds(&key, &text)? { Ok(key) } else { Err(Because::NotReadBack) }
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, Because> {
        Ok(matches!(self.entries.get(key)?, Some(Found::Text(found)) if found == text))
    }

    fn discard_now(&self, found: &Quarantined) -> Result<(), Because> {
        let same = |own: Found| judge(found.key.clone(), own).is_err_and(|odd| odd == *found);
        if found.key.starts_with(&self.prefix.notes) && self.entries.get(&found.key)?.is_some_and(same) {
            self.entries.remove(&found.key)
        } else {
            Err(Because::Changed)
        }
    }

    fn erase_now(&self) -> Result<(), Because> {
        self.keys_with(&self.prefix.site)?.iter().try_for_each(|key| self.entries.remove(key))
    }
}

impl Shelf for KeyShelf {
    fn load(&self) -> Pending<'_, Result<Contents, Because>> {
        Box::pin(ready(self.load_now()))
    }

    fn keep<'a>(&'a self, notes: &'a [Note]) -> Pending<'a, Vec<Answer>> {
        Box::pin(ready(self.keep_now(notes)))
    }

    fn discard<'a>(&'a self, found: &'a Quarantined) -> Pending<'a, Result<(), Because>> {
        Box::pin(ready(self.discard_now(found)))
    }

    fn scraps<'a>(&'a self, kind: &'a str) -> Pending<'a, Result<Vec<Scrap>, Because>> {
        let texts = self.texts_with(&format!("{}{kind}:", self.prefix.site));
        let scraps = texts.map(|texts| texts.into_iter().filter_map(|(key, found)| self.prefix.scrap(&key, found)).collect());
        Box::pin(ready(scraps))
    }

    fn put<'a>(&'a self, name: &'a str, text: Option<&'a str>) -> Pending<'a, Result<Lasts, Because>> {
        let key = self.prefix.key_of_scrap(name);
        let done = match text {
            Some(text) => self.entries.set(&key, text),
            None => self.entries.remove(&key),
        };
        Box::pin(ready(done.map(|()| self.entries.lasts())))
    }

    fn erase(&self) -> Pending<'_, Result<(), Because>> {
        Box::pin(ready(self.erase_now()))
    }

    fn lasts(&self) -> Lasts {
        self.entries.lasts()
    }

    fn watch(&self, on_news: Rc<dyn Fn(News)>) -> Watching {
        let prefix = self.prefix.notes.clone();
        self.entries.watch(Box::new(move |change| {
            if let Some(news) = news_from_change(&prefix, change) {
                on_news(news);
            }
        }))
    }
}

/// What texts under keys of notes are.
pub(super) fn judged(texts: impl IntoIterator<Item = (String, Found)>) -> Contents {
    let mut contents = Contents::default();
    for (key, found) in texts {
        match judge(key, found) {
            Ok(note) => {
                contents.versions.add(note);
            }
            Err(odd) => contents.quarantine.push(odd),
        }
    }
    contents
}

/// A note, or why it is none. The content decides what it is; a key only says where it lies.
pub(super) fn judge(key: String, found: Found) -> Result<Note, Quarantined> {
    let stored = match found {
        Found::Text(raw) => record::read(&raw),
        Found::NotUnicode(raw) => Stored::Damaged { raw, why: Damage::NotUnicode },
    };
    match stored {
        Stored::Note(note) => Ok(*note),
        Stored::Newer { form, raw } => Err(Quarantined { key, raw, why: Odd::Newer(form) }),
        Stored::Damaged { raw, why } => Err(Quarantined { key, raw, why: Odd::Damaged(why) }),
    }
}

/// What a change of a key means for notes; nothing where the key is somebody else's.
pub(super) fn news_from_change(notes_prefix: &str, change: Change) -> Option<News> {
    let Some(key) = change.key else { return Some(News::Everything) };
    if !key.starts_with(notes_prefix) {
        return None;
    }
    if let Some(now) = change.now {
        return Some(judge(key, now).map_or_else(News::Unreadable, News::Kept));
    }
    let gone = |found| judge(key.clone(), found).map_or_else(|odd| News::UnreadableGone { key: odd.key }, News::Gone);
    Some(change.before.map_or_else(|| News::UnreadableGone { key: key.clone() }, gone))
}

impl Quarantined {
    /// The note that the key names, where it names one.
    pub fn id(&self) -> Option<NoteId> {
        let name = self.key.rsplit(":note:").next()?;
        NoteId::parse(name.split('~').next()?)
    }
}

/// Texts in memory, for browsers without storage and for tests.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<String, Found>>);

impl Memory {
    pub(super) fn holding(texts: BTreeMap<String, Found>) -> Memory {
        Memory(RefCell::new(texts))
    }

    pub(super) fn texts(&self) -> BTreeMap<String, Found> {
        self.0.borrow().clone()
    }
}

impl Entries for Rc<Memory> {
    fn keys(&self) -> Result<Vec<String>, Because> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Found>, Because> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Because> {
        self.0.borrow_mut().insert(key.to_owned(), Found::Text(text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Because> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn lasts(&self) -> Lasts {
        Lasts::Tab
    }

    fn watch(&self, _on_change: Box<dyn Fn(Change)>) -> Watching {
        Watching(None)
    }
}
