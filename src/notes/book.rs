//! All notes of the reader: what may be done with them, and what she sees of them.
//!
//! Working with notes is two moves. [`Book::decide`] turns an [`Action`] into a [`Step`]: versions to be stored, nothing
//! changed yet. The shelf stores them, and [`Book::accept`] takes in what was stored. So a refused save changes nothing,
//! and what another tab or a file brings in ([`Book::hear`]) goes the same way as what the reader does herself.

use super::merge::{Meeting, Versions};
use super::note::{Assessed, Kind, KindName, Note, NoteId, Origin, Revision, Time};
use super::ordered;
use super::shelf::{Contents, News, Quarantined};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    versions: Versions,
    /// What was found on the shelf and could not be read, by key.
    quarantine: BTreeMap<String, Quarantined>,
    done: Vec<Step>,
}

/// How many steps can be undone.
const UNDOABLE: usize = 50;

/// When something is done, and by which opening of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub now: Time,
    pub origin: Origin,
}

/// What the reader writes; the rest of a note is kept for her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub anchor: String,
    pub quoted: String,
    pub kind: Kind,
    pub text: String,
    /// Trimmed, without empty ones and repetitions when saved.
    pub tags: Vec<String>,
    pub data_version: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Create {
        id: NoteId,
        draft: Draft,
    },
    /// A new text in place of the version that the editor was opened on. Where that is no longer the
    /// current one, both are kept.
    Edit {
        base: Box<Note>,
        draft: Draft,
    },
    /// One text in place of all versions of a note.
    Settle {
        id: NoteId,
        draft: Draft,
    },
    Delete {
        ids: Vec<NoteId>,
    },
    /// Brings in what a file holds; notes deleted here come back only where asked for.
    Import {
        notes: Vec<Note>,
        restore_deleted: bool,
    },
    /// Makes notes say again what a snapshot says; what is newer than it and not in it stays.
    Restore {
        notes: Vec<Note>,
    },
    /// Takes back the last step of this opening of the application.
    Undo,
}

/// Versions to be stored. Take out what could not be stored before it is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub versions: Vec<Note>,
    /// What they replace.
    replaced: Vec<Note>,
    /// For an undo: each version that came again, before and now.
    undoes: Option<Vec<(Note, Note)>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotDo {
    NoSuchNote,
    IdTaken,
    NothingToUndo,
}

/// A note as it is shown: its latest text, and other texts of it that did not know of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    pub note: &'a Note,
    pub others: &'a [Note],
}

/// Which notes; empty values let everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub kinds: Vec<KindName>,
    pub states: Vec<Assessed>,
    pub tag: Option<String>,
    /// Exactly this anchor.
    pub anchor: Option<String>,
    /// A kind of anchor, such as `goal`.
    pub anchor_kind: Option<String>,
    /// Words that all stand in title, text, reason or tags, in any letter case.
    pub words: String,
    /// Only notes with several texts.
    pub only_conflicts: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    LatestFirst,
    EarliestFirst,
    Anchor,
    Kind,
    Title,
}

impl Order {
    /// As they are offered.
    pub const ALL: [Order; 5] = [Order::LatestFirst, Order::EarliestFirst, Order::Title, Order::Kind, Order::Anchor];
}

/// How many notes of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub comments: usize,
    pub questions: usize,
    pub bookmarks: usize,
    pub assessments: usize,
    /// How many of them have several texts.
    pub conflicts: usize,
}

impl Counts {
    pub fn total(&self) -> usize {
        self.comments + self.questions + self.bookmarks + self.assessments
    }
}

impl Book {
    /// What was found on the shelf.
    pub fn open(contents: Contents) -> Book {
        let quarantine = ordered::map(contents.quarantine.into_iter().map(|found| (found.key.clone(), found)));
        Book { versions: contents.versions, quarantine, done: Vec::new() }
    }

    /// What an action would store. Nothing changes until the step is accepted.
    pub fn decide(&self, action: Action, at: &Moment) -> Result<Step, CannotDo> {
        let versions = match action {
            Action::Create { id, draft } => {
                if !self.versions.of(&id).is_empty() {
                    return Err(CannotDo::IdTaken);
                }
                let revision = self.next(&id, &Revision::default(), at);
                vec![draft.on(blank(id, at), revision, at)]
            }
            Action::Edit { base, draft } => {
                let revision = self.next(&base.id, &base.revision, at);
                if draft.says_the_same_as(&base) { Vec::new() } else { vec![draft.on(*base, revision, at)] }
            }
            Action::Settle { id, draft } => {
                let latest = self.versions.of(&id).first().ok_or(CannotDo::NoSuchNote)?;
                vec![draft.on(latest.clone(), self.next(&id, &self.known_of(&id), at), at)]
            }
            Action::Delete { ids } => {
                let tombstone = |id: &NoteId| {
                    let latest = self.shown(id).ok_or(CannotDo::NoSuchNote)?.note;
                    Ok(erased(latest, self.next(id, &self.known_of(id), at), at))
                };
                ids.iter().map(tombstone).collect::<Result<_, _>>()?
            }
            Action::Import { notes, restore_deleted } => self.brought_in(notes, restore_deleted, at),
            Action::Restore { notes } => self.restored(notes, at),
            Action::Undo => return self.taken_back(at),
        };
        let replaced = self.replaced_by(&versions);
        Ok(Step { versions, replaced, undoes: None })
    }

    /// Takes in what was stored, and remembers it for undo.
    pub fn accept(&mut self, step: Step) {
        if step.versions.is_empty() {
            return;
        }
        step.versions.iter().for_each(|note| {
            self.versions.add(note.clone());
        });
        let Some(again) = &step.undoes else {
            self.done.push(step);
            if self.done.len() > UNDOABLE {
                self.done.remove(0);
            }
            return;
        };
        self.done.pop();
        // For the steps before it, what came again stands for what it was.
        for note in self.done.iter_mut().flat_map(|step| step.versions.iter_mut().chain(&mut step.replaced)) {
            if let Some((_, now)) = again.iter().find(|(before, now)| before == note && step.versions.contains(now)) {
                *note = now.clone();
            }
        }
    }

    /// Takes in what happened on the shelf elsewhere. Answers whether the shelf has to be read anew.
    pub fn hear(&mut self, news: News) -> bool {
        match news {
            News::Kept(note) => {
                self.versions.add(note);
            }
            News::Gone(note) => {
                self.versions.remove(&note);
            }
            News::Unreadable(found) => {
                self.quarantine.insert(found.key.clone(), found);
            }
            News::UnreadableGone { key } => {
                self.quarantine.remove(&key);
            }
            News::Everything => return true,
        }
        false
    }

    /// Takes in versions that were found beside a saved one.
    pub fn take_in(&mut self, notes: impl IntoIterator<Item = Note>) {
        notes.into_iter().for_each(|note| {
            self.versions.add(note);
        });
    }

    pub fn versions(&self) -> &Versions {
        &self.versions
    }

    /// What cannot be read and is kept as it was found, by key.
    pub fn quarantine(&self) -> impl Iterator<Item = &Quarantined> {
        self.quarantine.values()
    }

    /// One note, unless it was deleted.
    pub fn shown(&self, id: &NoteId) -> Option<Shown<'_>> {
        shown(self.versions.of(id))
    }

    /// The notes that pass the filter, in order; equal ones by id.
    pub fn list(&self, filter: &Filter, order: Order) -> Vec<Shown<'_>> {
        let words: Vec<String> = filter.words.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let mut list: Vec<Shown<'_>> = self.versions.notes().filter_map(shown).filter(|shown| filter.lets(shown, &words)).collect();
        ordered::sort(&mut list, |a, b| {
            let (a, b) = (a.note, b.note);
            match order {
                Order::LatestFirst => b.modified.cmp(&a.modified),
                Order::EarliestFirst => a.modified.cmp(&b.modified),
                Order::Anchor => a.anchor.cmp(&b.anchor),
                Order::Kind => (a.kind.name(), a.assessed()).cmp(&(b.kind.name(), b.assessed())),
                Order::Title => a.quoted.to_lowercase().cmp(&b.quoted.to_lowercase()),
            }
        });
        list
    }

    /// How many notes each anchor has.
    pub fn counts(&self) -> BTreeMap<&str, Counts> {
        let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
        for shown in self.versions.notes().filter_map(shown) {
            let own = counts.entry(&shown.note.anchor).or_default();
            match shown.note.kind.name() {
                KindName::Comment => own.comments += 1,
                KindName::Question => own.questions += 1,
                KindName::Bookmark => own.bookmarks += 1,
                KindName::Assessment => own.assessments += 1,
            }
            own.conflicts += usize::from(!shown.others.is_empty());
        }
        counts
    }

    /// Every tag in use, in order.
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.versions.notes().filter_map(shown).flat_map(|shown| &shown.note.tags).map(String::as_str).collect();
        ordered::sort(&mut tags, Ord::cmp);
        tags.dedup();
        tags
    }

    /// What all current versions of a note know together.
    fn known_of(&self, id: &NoteId) -> Revision {
        let mut known = Revision::default();
        self.versions.of(id).iter().for_each(|note| known.learn(&note.revision));
        known
    }

    /// The revision of a version that replaces one with this revision, and no other.
    fn next(&self, id: &NoteId, base: &Revision, at: &Moment) -> Revision {
        base.next(&at.origin, &self.known_of(id))
    }

    fn replaced_by(&self, versions: &[Note]) -> Vec<Note> {
        let replaced = |own: &&Note| versions.iter().any(|new| new.id == own.id && new.revision.replaces(&own.revision));
        self.versions.all().filter(replaced).cloned().collect()
    }

    fn brought_in(&self, notes: Vec<Note>, restore_deleted: bool, at: &Moment) -> Vec<Note> {
        let mut seen = self.versions.clone();
        let mut versions = Vec::new();
        for mut note in notes {
            let deleted_here = !note.deleted && self.is_deleted(&note.id);
            if deleted_here && restore_deleted {
                let known = note.revision.join(&self.known_of(&note.id));
                note.revision = known.next(&at.origin, &known);
                note.modified = at.now;
            }
            if matches!(seen.add(note.clone()), Meeting::New | Meeting::Newer | Meeting::Conflict) {
                versions.push(note);
            }
        }
        versions
    }

    fn restored(&self, notes: Vec<Note>, at: &Moment) -> Vec<Note> {
        let snapshot: Versions = notes.into_iter().collect();
        let mut versions = Vec::new();
        for texts in snapshot.notes() {
            let Some(then) = shown(texts) else { continue };
            let now = self.shown(&then.note.id);
            if now.is_some_and(|now| now.others.is_empty() && Draft::from_note(then.note).says_the_same_as(now.note)) {
                continue;
            }
            let known = self.known_of(&then.note.id).join(&then.note.revision);
            versions.push(Note { revision: known.next(&at.origin, &known), modified: at.now, ..then.note.clone() });
        }
        versions
    }

    /// Whether the note was here and was deleted.
    pub fn is_deleted(&self, id: &NoteId) -> bool {
        let versions = self.versions.of(id);
        !versions.is_empty() && versions.iter().all(|note| note.deleted)
    }

    /// The last step turned back: what it replaced comes again, what it made is deleted. Only the versions of that step
    /// are replaced; what came in from elsewhere since then stays beside.
    fn taken_back(&self, at: &Moment) -> Result<Step, CannotDo> {
        let last = self.done.last().ok_or(CannotDo::NothingToUndo)?;
        let mut versions: Vec<Note> = Vec::new();
        let mut again: Vec<(Note, Note)> = Vec::new();
        for made in &last.versions {
            if versions.iter().any(|version| version.id == made.id) {
                continue;
            }
            let of_this = |note: &&Note| note.id == made.id;
            let turned_back = last.versions.iter().filter(of_this).fold(Revision::default(), |all, note| all.join(&note.revision));
            let mut known = self.known_of(&made.id);
            let before: Vec<&Note> = last.replaced.iter().filter(of_this).collect();
            for note in &before {
                let revision = note.revision.join(&turned_back).next(&at.origin, &known);
                known = known.join(&revision);
                let version = Note { revision, modified: at.now, ..(*note).clone() };
                again.push(((*note).clone(), version.clone()));
                versions.push(version);
            }
            if before.is_empty() {
                versions.push(erased(made, turned_back.next(&at.origin, &known), at));
            }
        }
        let replaced = self.replaced_by(&versions);
        Ok(Step { versions, replaced, undoes: Some(again) })
    }
}

/// The texts of a note stand before its tombstones.
fn shown(versions: &[Note]) -> Option<Shown<'_>> {
    let texts = versions.iter().take_while(|note| !note.deleted).count();
    let (note, others) = versions.get(..texts)?.split_first()?;
    Some(Shown { note, others })
}

fn blank(id: NoteId, at: &Moment) -> Note {
    Note {
        id,
        anchor: String::new(),
        quoted: String::new(),
        kind: Kind::Comment,
        text: String::new(),
        tags: Vec::new(),
        created: at.now,
        modified: at.now,
        revision: Revision::default(),
        data_version: String::new(),
        deleted: false,
        unknown: BTreeMap::new(),
    }
}

/// A tombstone: nothing that the reader wrote is left in it.
fn erased(note: &Note, revision: Revision, at: &Moment) -> Note {
    Note { anchor: note.anchor.clone(), created: note.created, revision, deleted: true, ..blank(note.id.clone(), at) }
}

impl Draft {
    /// The draft that an editor of this note starts from.
    pub fn from_note(note: &Note) -> Draft {
        Draft {
            anchor: note.anchor.clone(),
            quoted: note.quoted.clone(),
            kind: note.kind.clone(),
            text: note.text.clone(),
            tags: note.tags.clone(),
            data_version: note.data_version.clone(),
        }
    }

    /// Whether the reader has written nothing yet.
    pub fn is_empty(&self) -> bool {
        // A rule alone says nothing yet: it is carried over from the assessment before.
        let reason = match &self.kind {
            Kind::Assessment { reason, .. } => reason.as_str(),
            _ => "",
        };
        self.text.trim().is_empty() && reason.trim().is_empty() && self.tags.iter().all(|tag| tag.trim().is_empty())
    }

    fn clean_tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|own| own == tag) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }

    /// Whether saving would change nothing that the reader wrote.
    pub(super) fn says_the_same_as(&self, note: &Note) -> bool {
        let clean = Draft { tags: self.clean_tags(), data_version: note.data_version.clone(), ..self.clone() };
        !note.deleted && clean == Draft::from_note(note)
    }

    pub(super) fn into_note(self, id: NoteId, created: Time, modified: Time, revision: Revision) -> Note {
        let Draft { anchor, quoted, kind, text, tags, data_version } = self;
        let unknown = BTreeMap::new();
        Note { id, anchor, quoted, kind, text, tags, created, modified, revision, data_version, deleted: false, unknown }
    }

    fn on(self, before: Note, revision: Revision, at: &Moment) -> Note {
        let tags = self.clean_tags();
        let Draft { anchor, quoted, kind, text, data_version, .. } = self;
        let Note { id, created, unknown, .. } = before;
        Note { id, anchor, quoted, kind, text, tags, created, modified: at.now, revision, data_version, deleted: false, unknown }
    }
}

impl Filter {
    fn lets(&self, shown: &Shown<'_>, words: &[String]) -> bool {
        let note = shown.note;
        let kind = self.kinds.is_empty() || self.kinds.contains(&note.kind.name());
        let state = self.states.is_empty() || note.assessed().is_some_and(|state| self.states.contains(&state));
        let tag = self.tag.as_ref().is_none_or(|tag| note.tags.contains(tag));
        let anchor = self.anchor.as_ref().is_none_or(|anchor| note.anchor == *anchor);
        let anchor_kind = self.anchor_kind.as_ref().is_none_or(|kind| note.anchor.split('/').next() == Some(kind));
        let conflict = !self.only_conflicts || !shown.others.is_empty();
        kind && state
            && tag
            && anchor
            && anchor_kind
            && conflict
            && (words.is_empty() || {
                let all = std::iter::once(note).chain(shown.others).map(searchable).collect::<String>();
                words.iter().all(|word| all.contains(word))
            })
    }
}

fn searchable(note: &Note) -> String {
    let mut all = format!("{}\n{}\n{}\n", note.quoted, note.text, note.tags.join("\n"));
    if let Kind::Assessment { reason, rule, .. } = &note.kind {
        for part in [reason, rule] {
            all.push_str(part);
            all.push('\n');
        }
    }
    all.to_lowercase()
}
