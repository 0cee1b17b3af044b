//! Notes in the fragment of a link, the part of an address that no host is ever sent.
//!
//! ```text
//! N1.412.q1YqSyxSslJQKkvMKU1VqgUA….0a1B2c3D
//! │  │   │                        └ first 48 bits of the SHA-256 of everything before it
//! │  │   └ notes as JSON, raw deflate, base64url
//! │  └ how many characters that is
//! └ version
//! ```
//!
//! The outer form means the same in every version, for ever. So a link that was cut, one that was changed and one
//! from a newer build are told apart, and reading never has to guess. It begins with a capital letter, which no place on
//! a page does. Reading is bounded in length and in what is inflated, and writes nothing.

use super::members::{self, Members};
use super::note::Note;
use super::record::{self, FORM, Unreadable};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// The version that this build writes.
pub const VERSION: u32 = 1;

/// The longest fragment that is written, in characters.
pub const LONGEST_WRITTEN: usize = 8_000;
/// The longest fragment that is read, in characters.
pub const LONGEST_READ: usize = 16_384;
/// What a fragment may hold when inflated, in bytes.
pub const LARGEST: usize = 256 * 1024;

const MARK: char = 'N';
const CHECK: usize = 8;

/// The notes of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The version of the data that the link was made with.
    pub data_version: String,
    pub notes: Vec<Note>,
    /// Place (from 1) and reason of notes that this build cannot read.
    pub refused: Vec<(usize, Unreadable)>,
    /// What a newer build said about them all: names and values exactly as read.
    pub unknown: Vec<(String, String)>,
}

/// Why the notes of a link cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The end is missing.
    Cut,
    /// All its characters are there, but not the ones that were written.
    Changed,
    /// Written by a newer build, in this version.
    Newer(u32),
    /// Longer, or holding more, than any link that was ever made.
    TooLarge,
    /// Whole, but not what a link holds.
    Unreadable,
}

/// More than a link should hold: a file is the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    pub characters: usize,
}

/// The fragment that holds the notes, without `#`: the same characters for the same notes in the same order.
pub fn write(shared: &Shared) -> Result<String, TooLong> {
    let mut whole = Members::default();
    whole.push_raw("form", FORM.to_string());
    if !shared.data_version.is_empty() {
        whole.push_text("data", &shared.data_version);
    }
    let notes: Vec<String> = shared.notes.iter().map(|note| short(note, &shared.data_version)).collect();
    whole.push_raw("notes", members::array(&notes));
    whole.0.extend(shared.unknown.iter().filter(|(name, _)| !["form", "data", "notes"].contains(&name.as_str())).cloned());
    let deflated = miniz_oxide::deflate::compress_to_vec(whole.to_json().as_bytes(), 9);
    let fragment = sealed(VERSION, &URL_SAFE_NO_PAD.encode(deflated));
    let characters = fragment.len();
    if characters > LONGEST_WRITTEN { Err(TooLong { characters }) } else { Ok(fragment) }
}

/// A note without what the link says once for all, or twice.
fn short(note: &Note, data_version: &str) -> String {
    let mut own = record::members_from_note(note);
    own.take("form");
    if note.created == note.modified {
        own.take("created");
    }
    if note.data_version == data_version {
        own.take("data");
    } else if note.data_version.is_empty() {
        own.push_text("data", "");
    }
    own.to_json()
}

fn sealed(version: u32, payload: &str) -> String {
    let head = format!("{MARK}{version}.{}.{payload}", payload.len());
    let check = check(&head);
    format!("{head}.{check}")
}

fn check(head: &str) -> String {
    let digest = Sha256::digest(head.as_bytes());
    URL_SAFE_NO_PAD.encode(digest.get(..CHECK / 4 * 3).unwrap_or_default())
}

/// Reads a fragment (with or without `#`). Nothing where it is no fragment of notes at all, but a place on a page.
pub fn read(fragment: &str) -> Option<Result<Shared, Broken>> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let rest = fragment.strip_prefix(MARK)?;
    if fragment.len() > LONGEST_READ * 3 {
        return Some(Err(Broken::TooLarge));
    }
    // Programs that pass links on break lines in them and spell characters in percent.
    let rest: String = percent_decoded(rest).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    if rest.len() >= LONGEST_READ {
        return Some(Err(Broken::TooLarge));
    }
    let version = rest.split('.').next().unwrap_or_default();
    if !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(opened(&rest).and_then(|json| shared(&json)))
}

/// The text inside the outer form, for the version that this build knows.
fn opened(rest: &str) -> Result<String, Broken> {
    let (version, rest) = rest.split_once('.').ok_or(Broken::Cut)?;
    let (length, rest) = rest.split_once('.').ok_or(Broken::Cut)?;
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|number| number.to_string() == digits).ok_or(Broken::Changed);
    let (version, length) = (number(version)?, number(length)? as usize);
    if length > LONGEST_READ {
        return Err(Broken::Changed);
    }
    let (payload, rest) = match rest.split_at_checked(length) {
        Some(parts) => parts,
        None if rest.len() < length => return Err(Broken::Cut),
        None => return Err(Broken::Changed),
    };
    let ours = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !ours(payload) {
        return Err(Broken::Changed);
    }
    // What follows the checksum was put there by whoever passed the link on: the full stop of a sentence, a bracket.
    let given = match rest.strip_prefix('.') {
        None if rest.is_empty() => return Err(Broken::Cut),
        None => return Err(Broken::Changed),
        Some(rest) if rest.len() < CHECK && ours(rest) => return Err(Broken::Cut),
        Some(rest) => rest.get(..CHECK).ok_or(Broken::Changed)?,
    };
    if check(&format!("{MARK}{version}.{length}.{payload}")) != given {
        return Err(Broken::Changed);
    }
    if version > VERSION {
        return Err(Broken::Newer(version));
    }
    if version != VERSION {
        return Err(Broken::Unreadable);
    }
    let deflated = URL_SAFE_NO_PAD.decode(payload).map_err(|_| Broken::Unreadable)?;
    let inflated = miniz_oxide::inflate::decompress_to_vec_with_limit(&deflated, LARGEST).map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Broken::TooLarge,
        _ => Broken::Unreadable,
    })?;
    String::from_utf8(inflated).map_err(|_| Broken::Unreadable)
}

fn shared(json: &str) -> Result<Shared, Broken> {
    let mut whole = Members::parse(json).map_err(|_| Broken::Unreadable)?;
    let form: u32 = whole.take("form").and_then(|form| form.parse().ok()).ok_or(Broken::Unreadable)?;
    let data_version = match whole.take("data") {
        Some(raw) => members::text(&raw).ok_or(Broken::Unreadable)?,
        None => String::new(),
    };
    let notes = whole.take("notes").ok_or(Broken::Unreadable)?;
    let mut out = Shared { data_version, unknown: whole.0, ..Shared::default() };
    for (index, raw) in members::items(&notes).ok_or(Broken::Unreadable)?.into_iter().enumerate() {
        match note(form, raw, &out.data_version) {
            Ok(note) => out.notes.push(note),
            Err(why) => out.refused.push((index + 1, why)),
        }
    }
    Ok(out)
}

fn note(form: u32, raw: &str, data_version: &str) -> Result<Note, Unreadable> {
    if form > FORM {
        return Err(Unreadable::Newer(form));
    }
    let mut own = Members::parse(raw)?;
    own.take("form");
    own.push_raw("form", form.to_string());
    if own.get("created").is_none()
        && let Some(modified) = own.get("modified").map(str::to_owned)
    {
        own.push_raw("created", modified);
    }
    if own.get("data").is_none() {
        own.push_text("data", data_version);
    }
    record::note_from_members(form, own)
}

/// Undoes percent-encoding; what is none stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let byte = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(u8::is_ascii);
        match (byte, after.get(2..)) {
            (Some(byte), Some(left)) => {
                out.push(char::from(byte));
                rest = left;
            }
            _ => {
                out.push('%');
                rest = after;
            }
        }
    }
    out + rest
}
