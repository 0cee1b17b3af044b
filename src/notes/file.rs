//! Notes as files: W3C Web Annotations (an `AnnotationPage` in JSON-LD), without loss in both directions.
//!
//! The context's address is a fixed string that is never fetched. What the standard has no place for stands in one member
//! `malkarta` of each annotation, with the same names and the same form number as in the stored record; what this build
//! does not know, in the record or in the annotation, comes out of a round trip byte for byte. An annotation is read whole
//! or refused with a reason, never in part.

use super::book::Book;
use super::members::{self, Members, NotMembers};
use super::merge::Meeting;
use super::note::{Kind, KindName, Note, uuid};
use super::record::{self, Damage, FORM, Stored, Unreadable};
use super::shelf::Quarantined;
use crate::i18n;
use crate::model::Language;
use sha2::{Digest, Sha256};

/// The context of Web Annotations: a name, never an address to ask.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The largest file that is read, in bytes.
pub const LARGEST_BYTES: usize = 5 * 1024 * 1024;

const DATA_URN: &str = "urn:malkarta:data:";
const ID_URN: &str = "urn:uuid:";
const OWN: &str = "malkarta";
const RESCUE: &str = "malkarta-rescue";

/// What a file says about where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender<'a> {
    /// The address of the site; a name stands in its place where the publisher set none.
    pub site_url: Option<&'a str>,
    /// Whose data it is about, such as `Malmö stad`: assessments are labelled as not theirs.
    pub city: &'a str,
    pub language: Language,
}

/// Writes notes as an annotation page, the same bytes for the same notes in the same order.
pub fn export<'a>(notes: impl IntoIterator<Item = &'a Note>, sender: &Sender<'_>) -> String {
    let mut ids: Vec<&str> = Vec::new();
    let mut annotations: Vec<String> = Vec::new();
    for note in notes {
        let id = if ids.contains(&note.id.as_str()) {
            // Another text of a note that is already in the file: an address of its own, as the standard asks.
            format!("{ID_URN}{}#{}", note.id, record::stamp(note))
        } else {
            format!("{ID_URN}{}", note.id)
        };
        ids.push(note.id.as_str());
        annotations.push(annotation(note, &id, sender));
    }
    let items = format!("[\n{}\n]", annotations.join(",\n"));
    let mut page = Members::default();
    page.push_text("@context", CONTEXT);
    page.push_text("id", &format!("{ID_URN}{}", uuid_from_text(&items)));
    page.push_text("type", "AnnotationPage");
    page.push_text("label", &i18n::notes::file_label(sender.language, sender.city));
    page.push_raw("startIndex", "0");
    page.push_raw("items", items);
    page.to_json() + "\n"
}

/// A UUID (version 8) that is the same for the same text.
fn uuid_from_text(text: &str) -> String {
    let mut bytes = [0_u8; 16];
    bytes.iter_mut().zip(Sha256::digest(text.as_bytes())).for_each(|(byte, hashed)| *byte = hashed);
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
    *version = *version & 0x0f | 0x80;
    *variant = *variant & 0x3f | 0x80;
    uuid(bytes)
}

/// The places of an annotation whose unknown members are kept, as names of unknown fields of the note.
const IN_ANNOTATION: &str = "anno/annotation";
const IN_TARGET: &str = "anno/target";
const IN_FRAGMENT: &str = "anno/fragment";
const IN_QUOTE: &str = "anno/quote";
const IN_STATE: &str = "anno/state";
const IN_TEXT: &str = "anno/text";
const IN_REASON: &str = "anno/reason";
const IN_RULE: &str = "anno/rule";
const IN_ASSESSED: &str = "anno/assessed";
/// Bodies and selectors that mean nothing here, whole.
const MORE_BODIES: &str = "anno/bodies";
const MORE_SELECTORS: &str = "anno/selectors";

/// Unknown fields on their way to the places they came from. What has no place goes into the `malkarta` member.
struct Leftover(Members);

impl Leftover {
    /// The members kept for a place, where they are what reading that place would have kept.
    fn members_of(&mut self, place: &str, own: &Members) -> Vec<(String, String)> {
        let is_own = |name: &str| own.get(name).is_some() || known_at(place).contains(&name);
        let fits = |raw: &str| {
            let kept = Members::parse(raw).ok()?;
            (kept.to_json() == raw && !kept.is_empty() && !kept.0.iter().any(|(name, _)| is_own(name))).then_some(kept)
        };
        match self.0.get(place).and_then(fits) {
            Some(kept) => {
                self.0.take(place);
                kept.0
            }
            None => Vec::new(),
        }
    }

    fn add_members_of(&mut self, place: &str, mut own: Members) -> Members {
        let kept = self.members_of(place, &own);
        own.0.extend(kept);
        own
    }

    /// The values kept whole for a place, where reading them again would keep them whole again.
    fn values_of(&mut self, place: &str, is_foreign: impl Fn(&str) -> bool) -> Vec<String> {
        let values: Option<Vec<String>> = self.0.get(place).and_then(|raw| {
            let values: Vec<String> = members::items(raw)?.into_iter().map(str::to_owned).collect();
            (members::array(&values) == raw && !values.is_empty() && values.iter().all(|value| is_foreign(value))).then_some(values)
        });
        if values.is_some() {
            self.0.take(place);
        }
        values.unwrap_or_default()
    }
}

/// The names that this build reads and writes itself at a place.
fn known_at(place: &str) -> &'static [&'static str] {
    match place {
        IN_ANNOTATION => &["@context", "id", "type", "created", "modified", "motivation", "body", "target", OWN],
        IN_TARGET => &["type", "source", "selector", "state"],
        IN_FRAGMENT => &["type", "value"],
        IN_QUOTE => &["type", "exact"],
        IN_STATE => &["type", "sourceDate", "cached"],
        _ => &["type", "value", "format", "purpose"],
    }
}

fn motivation(kind: KindName) -> &'static str {
    match kind {
        KindName::Comment => "commenting",
        KindName::Question => "questioning",
        KindName::Bookmark => "bookmarking",
        KindName::Assessment => "assessing",
    }
}

fn text_purpose(kind: KindName) -> &'static str {
    match kind {
        KindName::Comment | KindName::Assessment => "commenting",
        KindName::Question => "questioning",
        KindName::Bookmark => "describing",
    }
}

fn textual_body(value: &str, purpose: &str) -> Members {
    let mut body = Members::default();
    body.push_text("type", "TextualBody");
    body.push_text("value", value);
    body.push_text("format", "text/plain");
    body.push_text("purpose", purpose);
    body
}

fn annotation(note: &Note, id: &str, sender: &Sender<'_>) -> String {
    let mut left = Leftover(Members(note.unknown.iter().map(|(name, value)| (name.clone(), value.clone())).collect()));
    let kind = note.kind.name();

    let mut bodies: Vec<String> = Vec::new();
    if let Kind::Assessment { state, reason, rule } = &note.kind {
        bodies.push(left.add_members_of(IN_ASSESSED, textual_body(state.key(), "classifying")).to_json());
        if !reason.is_empty() {
            bodies.push(left.add_members_of(IN_REASON, textual_body(reason, "assessing")).to_json());
        }
        if !rule.is_empty() {
            bodies.push(left.add_members_of(IN_RULE, textual_body(rule, "describing")).to_json());
        }
    }
    if !note.text.is_empty() {
        bodies.push(left.add_members_of(IN_TEXT, textual_body(&note.text, text_purpose(kind))).to_json());
    }
    bodies.extend(note.tags.iter().map(|tag| textual_body(tag, "tagging").to_json()));
    bodies.append(&mut left.values_of(MORE_BODIES, |raw| body_purpose(raw, kind).is_none()));

    let mut fragment = Members::default();
    fragment.push_text("type", "FragmentSelector");
    fragment.push_text("value", &note.anchor);
    let mut selectors = vec![left.add_members_of(IN_FRAGMENT, fragment).to_json()];
    if !note.quoted.is_empty() {
        let mut quote = Members::default();
        quote.push_text("type", "TextQuoteSelector");
        quote.push_text("exact", &note.quoted);
        selectors.push(left.add_members_of(IN_QUOTE, quote).to_json());
    }
    selectors.append(&mut left.values_of(MORE_SELECTORS, |raw| selector_type(raw).is_none()));

    let mut target = Members::default();
    target.push_text("type", "SpecificResource");
    target.push_text("source", sender.site_url.unwrap_or("urn:malkarta:site"));
    target.push_raw("selector", members::array(&selectors));
    if !note.data_version.is_empty() {
        let mut state = Members::default();
        state.push_text("type", "TimeState");
        state.push_text("sourceDate", &note.modified.to_string());
        state.push_text("cached", &format!("{DATA_URN}{}", percent_encoded(&note.data_version)));
        target.push_raw("state", left.add_members_of(IN_STATE, state).to_json());
    }

    let mut out = Members::default();
    out.push_text("id", id);
    out.push_text("type", "Annotation");
    if kind == KindName::Assessment {
        out.push_text("label", &i18n::notes::own_assessment(sender.language, sender.city));
    }
    out.push_text("created", &note.created.to_string());
    out.push_text("modified", &note.modified.to_string());
    out.push_text("motivation", motivation(kind));
    if !bodies.is_empty() {
        out.push_raw("body", members::array(&bodies));
    }
    out.push_raw("target", left.add_members_of(IN_TARGET, target).to_json());
    let kept = left.members_of(IN_ANNOTATION, &out);

    let mut record = record::members_from_note(note);
    let mut own = Members::default();
    for name in ["form", "kind", "revision", "deleted"] {
        if let Some(value) = record.take(name) {
            own.push_raw(name, value);
        }
    }
    own.0.append(&mut left.0.0);
    out.push_raw(OWN, own.to_json());
    out.0.extend(kept);
    out.to_json()
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefused {
    TooLarge {
        bytes: usize,
    },
    NotJson,
    /// JSON, but no annotations in the form of the W3C standard.
    NotAnnotations,
    /// An annotation collection: its pages lie elsewhere, and nothing is fetched.
    Collection,
    /// A list of annotations without any.
    Empty,
}

/// Why one annotation of a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// An annotation about something else than what this application shows.
    NotOurs,
    NotAnAnnotation,
    /// Written by a newer build, in this form.
    Newer(u32),
    /// Ours by its marks, but a member holds what it cannot hold.
    Shape(&'static str),
    Damaged(Damage),
}

impl From<Unreadable> for Refused {
    fn from(unreadable: Unreadable) -> Refused {
        match unreadable {
            Unreadable::Newer(form) => Refused::Newer(form),
            Unreadable::Damaged(damage) => Refused::Damaged(damage),
        }
    }
}

impl From<NotMembers> for Refused {
    fn from(not: NotMembers) -> Refused {
        match not {
            NotMembers::Twice(name) => Refused::Damaged(Damage::Twice(name)),
            NotMembers::NotJson | NotMembers::NotAnObject => Refused::NotAnAnnotation,
        }
    }
}

/// Reads every annotation of a file, or says why not, in the order of the file.
pub fn read(text: &str) -> Result<Vec<Result<Note, Refused>>, FileRefused> {
    if text.len() > LARGEST_BYTES {
        return Err(FileRefused::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let page = match Members::parse(text) {
        Ok(page) => page,
        Err(NotMembers::NotJson) => return Err(FileRefused::NotJson),
        Err(NotMembers::NotAnObject) if serde_json::from_str::<serde::de::IgnoredAny>(text).is_err() => return Err(FileRefused::NotJson),
        Err(_) => return Err(FileRefused::NotAnnotations),
    };
    if let Some(entries) = page.get(RESCUE) {
        let entries = members::items(entries).ok_or(FileRefused::NotAnnotations)?;
        return some(entries.into_iter().map(note_from_rescued).collect());
    }
    let has_context = page.get("@context").is_some_and(|raw| {
        members::text(raw).is_some_and(|context| context == CONTEXT)
            || members::items(raw)
                .is_some_and(|all| all.into_iter().any(|one| members::text(one).is_some_and(|context| context == CONTEXT)))
    });
    if !has_context {
        return Err(FileRefused::NotAnnotations);
    }
    match page.get("type").and_then(members::text).as_deref() {
        Some("Annotation") => Ok(vec![note_from_annotation(text)]),
        Some("AnnotationPage") => {
            let items = page.get("items").and_then(members::items).ok_or(FileRefused::NotAnnotations)?;
            some(items.into_iter().map(note_from_annotation).collect())
        }
        Some("AnnotationCollection") => Err(FileRefused::Collection),
        _ => Err(FileRefused::NotAnnotations),
    }
}

fn some<T>(entries: Vec<T>) -> Result<Vec<T>, FileRefused> {
    if entries.is_empty() { Err(FileRefused::Empty) } else { Ok(entries) }
}

/// What a body is to a note of this kind; nothing where it is kept whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Tag,
    Assessed,
    Reason,
    Rule,
}

fn body_purpose(raw: &str, kind: KindName) -> Option<(Part, Members)> {
    let body = Members::parse(raw).ok()?;
    let is = |name: &str, value: &str| body.get(name).and_then(members::text).as_deref() == Some(value);
    if !is("type", "TextualBody") || !is("format", "text/plain") || body.get("value").and_then(members::text).is_none() {
        return None;
    }
    let part = match members::text(body.get("purpose")?)?.as_str() {
        // A tag has no place for what else its body says: then the body is kept whole.
        "tagging" if body.0.len() == 4 => Part::Tag,
        "classifying" if kind == KindName::Assessment => Part::Assessed,
        "assessing" if kind == KindName::Assessment => Part::Reason,
        "describing" if kind == KindName::Assessment => Part::Rule,
        purpose if purpose == text_purpose(kind) => Part::Text,
        _ => return None,
    };
    Some((part, body))
}

fn selector_type(raw: &str) -> Option<(bool, Members)> {
    let selector = Members::parse(raw).ok()?;
    let is_fragment = match members::text(selector.get("type")?)?.as_str() {
        "FragmentSelector" => true,
        "TextQuoteSelector" => false,
        _ => return None,
    };
    selector.get(if is_fragment { "value" } else { "exact" }).and_then(members::text)?;
    Some((is_fragment, selector))
}

/// One value, or the values of an array.
fn one_or_more(raw: &str) -> Vec<&str> {
    members::items(raw).unwrap_or_else(|| vec![raw])
}

/// Puts members under names, each once.
#[derive(Default)]
struct Gathered(Members);

impl Gathered {
    fn put(&mut self, name: &str, value: String) -> Result<(), Refused> {
        if self.0.get(name).is_some() {
            return Err(Refused::Damaged(Damage::Twice(name.to_owned())));
        }
        self.0.push_raw(name, value);
        Ok(())
    }

    /// Keeps what is left of a place.
    fn put_rest(&mut self, place: &'static str, mut members: Members) -> Result<(), Refused> {
        members.0.retain(|(name, _)| !known_at(place).contains(&name.as_str()));
        if members.is_empty() { Ok(()) } else { self.put(place, members.to_json()) }
    }

    fn put_values(&mut self, place: &str, values: &[&str]) -> Result<(), Refused> {
        if values.is_empty() { Ok(()) } else { self.put(place, members::array(values)) }
    }
}

fn note_from_annotation(raw: &str) -> Result<Note, Refused> {
    let mut annotation = Members::parse(raw)?;
    let type_is = |members: &Members, name: &str| members.get("type").and_then(members::text).as_deref() == Some(name);
    if !type_is(&annotation, "Annotation") {
        return Err(Refused::NotAnAnnotation);
    }
    let own = annotation.take(OWN).ok_or(Refused::NotOurs)?;
    let own = Members::parse(&own).map_err(|_| Refused::NotOurs)?;
    let form: u32 = own.get("form").and_then(|form| form.parse().ok()).ok_or(Refused::NotOurs)?;
    if form > FORM {
        return Err(Refused::Newer(form));
    }
    let kind = own.get("kind").and_then(members::text).ok_or(Refused::Shape("kind"))?;
    let kind = KindName::from_key(&kind).ok_or(Refused::Newer(form))?;
    let mut note = Gathered(own);

    let id = annotation.get("id").and_then(members::text).ok_or(Refused::Shape("id"))?;
    let id = id.strip_prefix(ID_URN).ok_or(Refused::Shape("id"))?;
    note.put("id", members::quoted(id.split('#').next().unwrap_or_default()))?;
    for name in ["created", "modified"] {
        if let Some(time) = annotation.get(name) {
            note.put(name, time.to_owned())?;
        }
    }
    if annotation.get("motivation").and_then(members::text).as_deref() != Some(motivation(kind)) {
        return Err(Refused::Shape("motivation"));
    }

    let mut tags: Vec<String> = Vec::new();
    let mut more: Vec<&str> = Vec::new();
    for body in annotation.get("body").map(one_or_more).unwrap_or_default() {
        let place = match body_purpose(body, kind) {
            Some((Part::Tag, members)) => {
                tags.extend(members.get("value").map(str::to_owned));
                continue;
            }
            Some((Part::Assessed, members)) if note.0.get("state").is_none() => ("state", IN_ASSESSED, members),
            Some((Part::Reason, members)) if note.0.get("reason").is_none() => ("reason", IN_REASON, members),
            Some((Part::Rule, members)) if note.0.get("rule").is_none() => ("rule", IN_RULE, members),
            Some((Part::Text, members)) if note.0.get("text").is_none() => ("text", IN_TEXT, members),
            // A second text is nobody's to choose from.
            Some(_) => return Err(Refused::Shape("body")),
            None => {
                more.push(body);
                continue;
            }
        };
        let (name, rest, mut members) = place;
        note.put(name, members.take("value").ok_or(Refused::Shape("body"))?)?;
        note.put_rest(rest, members)?;
    }
    if !tags.is_empty() {
        note.put("tags", members::array(&tags))?;
    }
    note.put_values(MORE_BODIES, &more)?;

    let target = annotation.get("target").and_then(|raw| Members::parse(raw).ok()).ok_or(Refused::Shape("target"))?;
    if !type_is(&target, "SpecificResource") {
        return Err(Refused::Shape("target"));
    }
    let mut more: Vec<&str> = Vec::new();
    for selector in target.get("selector").map(one_or_more).unwrap_or_default() {
        let (name, value, place, mut members) = match selector_type(selector) {
            Some((true, members)) => ("anchor", "value", IN_FRAGMENT, members),
            Some((false, members)) => ("quoted", "exact", IN_QUOTE, members),
            None => {
                more.push(selector);
                continue;
            }
        };
        note.put(name, members.take(value).ok_or(Refused::Shape("selector"))?).map_err(|_| Refused::Shape("selector"))?;
        note.put_rest(place, members)?;
    }
    note.put_values(MORE_SELECTORS, &more)?;
    if let Some(raw) = target.get("state") {
        let state = Members::parse(raw).map_err(|_| Refused::Shape("state"))?;
        let version = state.get("cached").and_then(members::text).filter(|_| type_is(&state, "TimeState"));
        let version =
            version.as_deref().and_then(|cached| percent_decoded(cached.strip_prefix(DATA_URN)?)).ok_or(Refused::Shape("state"))?;
        note.put("data", members::quoted(&version))?;
        note.put_rest(IN_STATE, state)?;
    }
    note.put_rest(IN_TARGET, target)?;

    // The label of an assessment is written anew in every file; another one is the reader's.
    let starts_as_ours =
        |label: String| Language::ALL.into_iter().any(|language| label.starts_with(&*i18n::notes::own_assessment_start(language)));
    let is_label = |raw: &str| members::text(raw).is_some_and(starts_as_ours);
    if kind == KindName::Assessment && annotation.get("label").is_some_and(is_label) {
        annotation.take("label");
    }
    note.put_rest(IN_ANNOTATION, annotation)?;
    Ok(record::note_from_members(form, note.0)?)
}

/// Everything that cannot be read, as a file that this or a newer build reads again.
pub fn rescue<'a>(found: impl IntoIterator<Item = &'a Quarantined>) -> String {
    let entry = |found: &Quarantined| {
        let mut entry = Members::default();
        entry.push_text("key", &found.key);
        entry.push_text("text", &found.raw);
        entry.to_json()
    };
    let entries: Vec<String> = found.into_iter().map(entry).collect();
    format!("{{\"{RESCUE}\":[\n{}\n]}}\n", entries.join(",\n"))
}

fn note_from_rescued(raw: &str) -> Result<Note, Refused> {
    let text = Members::parse(raw)?.get("text").and_then(members::text).ok_or(Refused::NotAnAnnotation)?;
    match record::read(&text) {
        Stored::Note(note) => Ok(*note),
        Stored::Newer { form, .. } => Err(Refused::Newer(form)),
        Stored::Damaged { why, .. } => Err(Refused::Damaged(why)),
    }
}

/// What an import would do, to be shown before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub entries: Vec<Entry>,
    /// Place in the file (from 1) and reason.
    pub refused: Vec<(usize, Refused)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub note: Note,
    pub effect: Effect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    New,
    /// Replaces the text that is here.
    Newer,
    /// Stands beside the text that is here.
    Conflict,
    Same,
    /// What is here is newer.
    Older,
    /// The reader has deleted this note here; it comes back only where she asks for it.
    Deleted,
}

impl Plan {
    /// What reading this text into the book would do.
    pub fn of(text: &str, book: &Book) -> Result<Plan, FileRefused> {
        let mut plan = Plan::default();
        let mut versions = book.versions().clone();
        for (index, read) in read(text)?.into_iter().enumerate() {
            match read {
                Ok(note) => {
                    let deleted_here = !note.deleted && book.is_deleted(&note.id);
                    let effect = match versions.add(note.clone()) {
                        Meeting::New => Effect::New,
                        Meeting::Newer => Effect::Newer,
                        Meeting::Same => Effect::Same,
                        Meeting::Older if deleted_here => Effect::Deleted,
                        Meeting::Older => Effect::Older,
                        Meeting::Conflict => Effect::Conflict,
                    };
                    plan.entries.push(Entry { note, effect });
                }
                Err(why) => plan.refused.push((index + 1, why)),
            }
        }
        Ok(plan)
    }

    pub fn count(&self, effect: Effect) -> usize {
        self.entries.iter().filter(|entry| entry.effect == effect).count()
    }

    /// How many notes applying it would bring in.
    pub fn brings(&self, restore_deleted: bool) -> usize {
        let deleted = if restore_deleted { self.count(Effect::Deleted) } else { 0 };
        self.count(Effect::New) + self.count(Effect::Newer) + self.count(Effect::Conflict) + deleted
    }

    /// Whether applying it would change anything, apart from bringing deleted notes back.
    pub fn changes_anything(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.effect, Effect::New | Effect::Newer | Effect::Conflict))
    }

    /// The notes, for [`super::book::Action::Import`].
    pub fn into_notes(self) -> Vec<Note> {
        self.entries.into_iter().map(|entry| entry.note).collect()
    }
}

/// Text as it may stand in a URN.
fn percent_encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            super::note::push_hex(byte, &mut out);
        }
    }
    out
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// A file name such as `malkarta-anteckningar-2025-03-14.jsonld`.
pub fn file_name(language: Language, date: &str, extension: &str) -> String {
    format!("malkarta-{}-{date}.{extension}", i18n::notes::file_stem(language))
}
