//! The stored form of a note: one line that says what this is, its form and its checksum, then the note as JSON.
//!
//! ```text
//! malkarta-note 1 0123456789abcdef0123456789abcdef
//! {"form":1,"id":"…",…}
//! ```
//!
//! The first line means the same in every form, for ever: name, form, and the first 32 hexadecimal digits of the
//! SHA-256 of everything but themselves. So an older build can tell a note from a newer build (checksum right,
//! form unknown) from a damaged one, and reading never has to guess. What cannot be read is handed back whole.

use super::members::{self, Members, NotMembers};
use super::note::{Assessed, Kind, KindName, Note, NoteId, Origin, Revision, Time, push_hex};
use super::upgrade;
use sha2::{Digest, Sha256};

/// The form that this build writes.
pub const FORM: u32 = 1;

const NAME: &str = "malkarta-note";

/// What stands under one key of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    Note(Box<Note>),
    /// Written whole by a newer build than this one.
    Newer {
        form: u32,
        raw: String,
    },
    /// Not as it was written; the text is kept as found.
    Damaged {
        raw: String,
        why: Damage,
    },
}

/// Why a stored text is no note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The first line is not that of a note.
    NotANote,
    /// The text is not the one that was written: cut, or changed.
    Checksum,
    /// The text could not be shown as Unicode; kept as an escaped JSON string.
    NotUnicode,
    NotJson,
    /// A field stands twice.
    Twice(String),
    Missing(&'static str),
    /// A field holds what it cannot hold.
    Wrong(&'static str),
    /// A form that no build has ever written.
    NoSuchForm,
}

impl From<NotMembers> for Damage {
    fn from(not: NotMembers) -> Damage {
        match not {
            NotMembers::NotJson | NotMembers::NotAnObject => Damage::NotJson,
            NotMembers::Twice(name) => Damage::Twice(name),
        }
    }
}

/// Why members are no note of this build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Newer(u32),
    Damaged(Damage),
}

impl<T: Into<Damage>> From<T> for Unreadable {
    fn from(damage: T) -> Unreadable {
        Unreadable::Damaged(damage.into())
    }
}

/// Short name of a version, the same for the same content: sixteen hexadecimal digits.
pub fn stamp(note: &Note) -> String {
    digest(FORM, &body(note)).chars().take(16).collect()
}

/// The note as JSON, the same for the same note.
pub(super) fn body(note: &Note) -> String {
    members_from_note(note).to_json()
}

/// The text to store.
pub fn write(note: &Note) -> String {
    envelope(FORM, &body(note))
}

/// A body in its envelope.
fn envelope(form: u32, body: &str) -> String {
    format!("{NAME} {form} {}\n{body}", digest(form, body))
}

fn digest(form: u32, body: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{NAME} {form}\n").as_bytes());
    hash.update(body.as_bytes());
    let mut out = String::with_capacity(32);
    hash.finalize().iter().take(16).for_each(|byte| push_hex(*byte, &mut out));
    out
}

/// Reads what stands under a key. Never fails, never loses the text.
pub fn read(raw: &str) -> Stored {
    match read_envelope(raw) {
        Ok(note) => Stored::Note(Box::new(note)),
        Err(Unreadable::Newer(form)) => Stored::Newer { form, raw: raw.to_owned() },
        Err(Unreadable::Damaged(why)) => Stored::Damaged { raw: raw.to_owned(), why },
    }
}

fn read_envelope(raw: &str) -> Result<Note, Unreadable> {
    let (head, body) = raw.split_once('\n').ok_or(Damage::NotANote)?;
    let mut words = head.split(' ');
    let (Some(NAME), Some(form_word), Some(checksum), None) = (words.next(), words.next(), words.next(), words.next()) else {
        return Err(Damage::NotANote.into());
    };
    let form: u32 = form_word.parse().map_err(|_| Damage::NotANote)?;
    if form.to_string() != form_word || digest(form, body) != checksum {
        return Err(Damage::Checksum.into());
    }
    if form > FORM {
        return Err(Unreadable::Newer(form));
    }
    note_from_members(form, Members::parse(body)?)
}

/// The note as members, in the order in which they are written. Absent members stand for empty values.
pub(super) fn members_from_note(note: &Note) -> Members {
    let mut out = Members::default();
    out.push_raw("form", FORM.to_string());
    out.push_text("id", note.id.as_str());
    out.push_text("anchor", &note.anchor);
    push_unless_empty(&mut out, "quoted", &note.quoted);
    out.push_text("kind", note.kind.name().key());
    if let Kind::Assessment { state, reason, rule } = &note.kind {
        out.push_text("state", state.key());
        push_unless_empty(&mut out, "reason", reason);
        push_unless_empty(&mut out, "rule", rule);
    }
    push_unless_empty(&mut out, "text", &note.text);
    if !note.tags.is_empty() {
        let tags: Vec<String> = note.tags.iter().map(|tag| members::quoted(tag)).collect();
        out.push_raw("tags", members::array(&tags));
    }
    out.push_text("created", &note.created.to_string());
    out.push_text("modified", &note.modified.to_string());
    out.push_raw("revision", json_from_revision(&note.revision));
    push_unless_empty(&mut out, "data", &note.data_version);
    if note.deleted {
        out.push_raw("deleted", "true");
    }
    out.0.extend(note.unknown.iter().map(|(name, value)| (name.clone(), value.clone())));
    out
}

/// The note that members of a form are, upgraded step by step.
pub(super) fn note_from_members(form: u32, members: Members) -> Result<Note, Unreadable> {
    let mut members = upgrade::to_current(form, members)?;
    let own_form = members.take("form").ok_or(Damage::Missing("form"))?;
    if own_form != FORM.to_string() {
        return Err(Damage::Wrong("form").into());
    }
    let id = NoteId::parse(&required(&mut members, "id")?).ok_or(Damage::Wrong("id"))?;
    let anchor = required(&mut members, "anchor")?;
    let quoted = optional(&mut members, "quoted")?;
    // A word that this build does not know was written by a newer one that kept the form.
    let kind = KindName::from_key(&required(&mut members, "kind")?).ok_or(Unreadable::Newer(form))?;
    let kind = match kind {
        KindName::Comment => Kind::Comment,
        KindName::Question => Kind::Question,
        KindName::Bookmark => Kind::Bookmark,
        KindName::Assessment => Kind::Assessment {
            state: Assessed::from_key(&required(&mut members, "state")?).ok_or(Unreadable::Newer(form))?,
            reason: optional(&mut members, "reason")?,
            rule: optional(&mut members, "rule")?,
        },
    };
    if ["state", "reason", "rule"].iter().any(|name| members.get(name).is_some()) {
        return Err(Damage::Wrong("kind").into());
    }
    let tags = match members.take("tags") {
        Some(raw) => members::texts(&raw).ok_or(Damage::Wrong("tags"))?,
        None => Vec::new(),
    };
    let created = Time::parse(&required(&mut members, "created")?).ok_or(Damage::Wrong("created"))?;
    let modified = Time::parse(&required(&mut members, "modified")?).ok_or(Damage::Wrong("modified"))?;
    let revision = members.take("revision").ok_or(Damage::Missing("revision"))?;
    let revision = revision_from_json(&revision).ok_or(Damage::Wrong("revision"))?;
    let deleted = match members.take("deleted").as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(Damage::Wrong("deleted").into()),
    };
    let text = optional(&mut members, "text")?;
    let data_version = optional(&mut members, "data")?;
    let unknown = super::ordered::map(members.0);
    Ok(Note { id, anchor, quoted, kind, text, tags, created, modified, revision, data_version, deleted, unknown })
}

fn push_unless_empty(members: &mut Members, name: &str, value: &str) {
    if !value.is_empty() {
        members.push_text(name, value);
    }
}

fn required(members: &mut Members, name: &'static str) -> Result<String, Damage> {
    let raw = members.take(name).ok_or(Damage::Missing(name))?;
    members::text(&raw).ok_or(Damage::Wrong(name))
}

fn optional(members: &mut Members, name: &'static str) -> Result<String, Damage> {
    match members.take(name) {
        Some(raw) => members::text(&raw).ok_or(Damage::Wrong(name)),
        None => Ok(String::new()),
    }
}

fn json_from_revision(revision: &Revision) -> String {
    Members(revision.counts().map(|(origin, count)| (origin.as_str().to_owned(), count.to_string())).collect()).to_json()
}

fn revision_from_json(json: &str) -> Option<Revision> {
    let counts = Members::parse(json).ok()?.0;
    let counts = counts.into_iter().map(|(origin, count)| {
        let number: u64 = count.parse().ok()?;
        Some((Origin::parse(&origin)?, number)).filter(|_| (1..=Revision::MOST).contains(&number))
    });
    let counts: Vec<(Origin, u64)> = counts.collect::<Option<_>>()?;
    (!counts.is_empty()).then(|| Revision::from_counts(counts))
}
