//! What a note is.
//!
//! A note is a *version*: a saved text never changes, an edit makes a new version that knows, by its
//! [`Revision`], which earlier ones it replaces. Two versions that do not know of each other stand side by side.

use crate::model::Anchor;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// One version of one note of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// What the note is about, kept letter by letter even where this build cannot read it: see [`Note::anchor`].
    pub anchor: String,
    /// The title of the thing as it stood on the page, so that a note about something that is gone can still be read.
    pub quoted: String,
    pub kind: Kind,
    pub text: String,
    pub tags: Vec<String>,
    pub created: Time,
    pub modified: Time,
    pub revision: Revision,
    /// The dataset and version the note was written on, as the dataset writes it.
    pub data_version: String,
    /// A tombstone: the reader deleted the note; its texts are gone, that it is deleted is remembered.
    pub deleted: bool,
    /// Fields that this build does not know: name and JSON value exactly as read.
    pub unknown: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Comment,
    Question,
    Bookmark,
    /// The reader's own assessment, never the city's.
    Assessment {
        state: Assessed,
        reason: String,
        /// What the colours mean to her: a colour never stands without its rule.
        rule: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assessed {
    Red,
    Yellow,
    Green,
    CannotAssess,
}

/// A kind without its values, to filter and to count by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindName {
    Comment,
    Question,
    Bookmark,
    Assessment,
}

impl Note {
    /// What the note is about, where this build can read it.
    pub fn anchor(&self) -> Option<Anchor> {
        Anchor::parse(&self.anchor)
    }

    pub fn assessed(&self) -> Option<Assessed> {
        match self.kind {
            Kind::Assessment { state, .. } => Some(state),
            _ => None,
        }
    }
}

impl Kind {
    pub fn name(&self) -> KindName {
        match self {
            Kind::Comment => KindName::Comment,
            Kind::Question => KindName::Question,
            Kind::Bookmark => KindName::Bookmark,
            Kind::Assessment { .. } => KindName::Assessment,
        }
    }
}

impl KindName {
    pub const ALL: [KindName; 4] = [KindName::Comment, KindName::Question, KindName::Bookmark, KindName::Assessment];

    /// The word in stored notes and files.
    pub fn key(self) -> &'static str {
        match self {
            KindName::Comment => "comment",
            KindName::Question => "question",
            KindName::Bookmark => "bookmark",
            KindName::Assessment => "assessment",
        }
    }

    pub fn from_key(key: &str) -> Option<KindName> {
        KindName::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl Assessed {
    pub const ALL: [Assessed; 4] = [Assessed::Red, Assessed::Yellow, Assessed::Green, Assessed::CannotAssess];

    /// The word in stored notes and files.
    pub fn key(self) -> &'static str {
        match self {
            Assessed::Red => "red",
            Assessed::Yellow => "yellow",
            Assessed::Green => "green",
            Assessed::CannotAssess => "cannot-assess",
        }
    }

    pub fn from_key(key: &str) -> Option<Assessed> {
        Assessed::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// The id of a note: a UUID in lower case, `0f8fad5b-d9cb-469f-a165-70867728950e`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(String);

impl NoteId {
    pub fn parse(text: &str) -> Option<NoteId> {
        let shape = text.len() == 36
            && text.bytes().enumerate().all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
            });
        shape.then(|| NoteId(text.to_owned()))
    }

    /// A random (version 4) id made of 16 random bytes.
    pub fn from_random(mut bytes: [u8; 16]) -> NoteId {
        let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
        *version = *version & 0x0f | 0x40;
        *variant = *variant & 0x3f | 0x80;
        NoteId(uuid(bytes))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Sixteen bytes as a UUID is written.
pub(super) fn uuid(bytes: [u8; 16]) -> String {
    let mut out = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        push_hex(byte, &mut out);
    }
    out
}

/// A byte as two hexadecimal digits.
pub(super) fn push_hex(byte: u8, out: &mut String) {
    out.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(digit.into(), 16)));
}

/// Who writes: a short random word for each time the application is opened, never for a person or a device.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

impl Origin {
    /// One to sixteen lower-case ASCII letters and digits.
    pub fn parse(text: &str) -> Option<Origin> {
        let shape = (1..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        shape.then(|| Origin(text.to_owned()))
    }

    pub fn from_random(bytes: [u8; 5]) -> Origin {
        let mut word = String::with_capacity(10);
        bytes.into_iter().for_each(|byte| push_hex(byte, &mut word));
        Origin(word)
    }

    /// Another word of the same writer, for writing two versions beside each other.
    fn beside(&self, number: usize) -> Origin {
        if number == 0 {
            return self.clone();
        }
        let suffix = format!("x{number}");
        let stem: String = self.0.chars().take(16_usize.saturating_sub(suffix.len())).collect();
        Origin(stem + &suffix)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many times each writer has saved the note, in what a version knows of (a version vector).
///
/// A version replaces another exactly when it knows at least as much of every writer and more of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision(BTreeMap<Origin, u64>);

impl Revision {
    /// The largest count: what every JSON reader can hold exactly.
    pub const MOST: u64 = (1 << 53) - 1;

    pub fn from_counts(counts: impl IntoIterator<Item = (Origin, u64)>) -> Revision {
        Revision(super::ordered::map(counts.into_iter().filter(|(_, count)| *count > 0)))
    }

    pub fn counts(&self) -> impl Iterator<Item = (&Origin, u64)> {
        self.0.iter().map(|(origin, count)| (origin, *count))
    }

    /// The revision of a version that replaces this one and nothing else of what is `known` of the note.
    ///
    /// A writer who has saved the note since, from another text, writes under a word beside its own: one more save under
    /// the same word would claim to know that other text, and replace it.
    pub fn next(&self, origin: &Origin, known: &Revision) -> Revision {
        let knows_all_of = |word: &Origin| self.count(word) >= known.count(word);
        let word = (0..).map(|number| origin.beside(number)).find(knows_all_of).unwrap_or_else(|| origin.clone());
        let mut next = self.clone();
        let count = next.0.entry(word).or_insert(0);
        *count = count.saturating_add(1).min(Revision::MOST);
        next
    }

    fn count(&self, origin: &Origin) -> u64 {
        self.0.get(origin).copied().unwrap_or(0)
    }

    /// What both know together.
    pub fn join(&self, other: &Revision) -> Revision {
        let mut joined = self.clone();
        joined.learn(other);
        joined
    }

    /// Knows from now on what the other knows, too.
    pub fn learn(&mut self, other: &Revision) {
        for (origin, count) in &other.0 {
            match self.0.get_mut(origin) {
                Some(own) => *own = (*own).max(*count),
                None => drop(self.0.insert(origin.clone(), *count)),
            }
        }
    }

    /// Whether this one knows all that the other knows.
    fn covers(&self, other: &Revision) -> bool {
        other.0.iter().all(|(origin, count)| self.count(origin) >= *count)
    }

    /// Whether a version with this revision replaces one with the other.
    pub fn replaces(&self, other: &Revision) -> bool {
        self.covers(other) && self != other
    }
}

impl PartialOrd for Revision {
    fn partial_cmp(&self, other: &Revision) -> Option<Ordering> {
        match (self.covers(other), other.covers(self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

/// A moment in UTC to the millisecond, years 0000 to 9999, written `2025-03-14T09:26:53.589Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

const DAY_MS: i64 = 86_400_000;
/// Days from 0000-03-01 to 1970-01-01 in the Gregorian calendar.
const DAYS_TO_1970: i64 = 719_468;

impl Time {
    /// From milliseconds since 1970, held within what can be written.
    pub fn from_unix_ms(ms: i64) -> Time {
        Time(ms.clamp(-62_167_219_200_000, 253_402_300_799_999))
    }

    pub fn unix_ms(self) -> i64 {
        self.0
    }

    /// The date, `2025-03-14`.
    pub fn date(self) -> String {
        self.to_string().chars().take(10).collect()
    }

    /// Reads `YYYY-MM-DDTHH:MM:SS`, an optional fraction (kept to the millisecond) and `Z` or an offset.
    pub fn parse(text: &str) -> Option<Time> {
        let (date, rest) = text.split_once('T')?;
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let zone_at = rest.find(['Z', '+', '-'])?;
        let (clock, zone) = rest.split_at_checked(zone_at)?;
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
        if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let ms: i64 = format!("{fraction:0<3}").chars().take(3).collect::<String>().parse().ok()?;
        let offset_minutes = match zone.split_at_checked(1)? {
            ("Z", "") => 0,
            (sign, offset) => {
                let [hours, minutes] = numbers(offset, ':', [2, 2])?;
                if hours > 23 || minutes > 59 {
                    return None;
                }
                (hours * 60 + minutes) * if sign == "-" { -1 } else { 1 }
            }
        };
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let unix = days_from_civil(year, month, day) * DAY_MS + ((hour * 60 + minute - offset_minutes) * 60 + second) * 1000 + ms;
        (Time::from_unix_ms(unix).0 == unix).then_some(Time(unix))
    }
}

/// Whole numbers of fixed widths between separators.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[i64; N]> {
    let mut parts = text.split(separator);
    let mut out = [0; N];
    for (slot, width) in out.iter_mut().zip(widths) {
        let part = parts.next().filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        *slot = part.parse().ok()?;
    }
    parts.next().is_none().then_some(out)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970-01-01, counted in years that begin in March, so that the leap day is the last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - DAYS_TO_1970
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0.div_euclid(DAY_MS) + DAYS_TO_1970;
        let ms = self.0.rem_euclid(DAY_MS);
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", ms % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_and_read_back() {
        for (ms, written) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_741_944_413_589, "2025-03-14T09:26:53.589Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Time::from_unix_ms(ms).to_string(), written);
            assert_eq!(Time::parse(written), Some(Time(ms)), "{written}");
        }
        for day in (-700_000..2_900_000).step_by(17) {
            let time = Time::from_unix_ms(day * DAY_MS + 12_345_678);
            assert_eq!(Time::parse(&time.to_string()), Some(time));
        }
        assert_eq!(Time::from_unix_ms(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn times_of_others_are_read_in_utc_and_wrong_ones_refused() {
        let at = |text: &str| Time::parse(text).map(|time| time.to_string());
        assert_eq!(at("2015-01-28T12:00:00Z").as_deref(), Some("2015-01-28T12:00:00.000Z"));
        assert_eq!(at("2019-12-16T18:35:18.436105+00:00").as_deref(), Some("2019-12-16T18:35:18.436Z"));
        assert_eq!(at("2024-03-01T01:30:00+02:00").as_deref(), Some("2024-02-29T23:30:00.000Z"));
        assert_eq!(at("2024-02-29T23:30:00-01:30").as_deref(), Some("2024-03-01T01:00:00.000Z"));
        for wrong in [
            "",
            "yesterday",
            "2015-01-28",
            "2015-01-28T12:00:00",
            "2015-02-29T12:00:00Z",
            "2015-13-01T00:00:00Z",
            "2015-01-28T24:00:00Z",
            "2015-01-28T12:00:60Z",
            "2015-01-28T12:00:00.Z",
            "2015-01-28T12:00:00ZZ",
            "2015-1-28T12:00:00Z",
            "+015-01-28T12:00:00Z",
            "2015-01-28T12:00:00+5",
            "0000-01-01T00:00:00+01:00",
            "2015-01-28T12:00:00é",
            "20é5-01-28T12:00:00Z",
        ] {
            assert_eq!(Time::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ids_have_one_form() {
        let id = NoteId::from_random([255; 16]);
        assert_eq!(id.as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(NoteId::parse(id.as_str()), Some(id));
        for wrong in
            ["", "ffffffff-ffff-4fff-bfff-fffffffffff", "FFFFFFFF-ffff-4fff-bfff-ffffffffffff", "ffffffff_ffff-4fff-bfff-ffffffffffff"]
        {
            assert_eq!(NoteId::parse(wrong), None, "{wrong}");
        }
        assert!(Origin::parse("").is_none() && Origin::parse("A").is_none() && Origin::parse(&"a".repeat(17)).is_none());
        assert_eq!(Origin::from_random([0, 1, 15, 16, 255]).as_str(), "00010f10ff");
        assert_eq!(Origin::parse(&"a".repeat(16)).map(|origin| origin.beside(12).as_str().to_owned()).as_deref(), Some("aaaaaaaaaaaaax12"));
    }

    #[test]
    fn a_revision_replaces_only_what_it_knows() {
        let (Some(a), Some(b)) = (Origin::parse("a"), Origin::parse("b")) else { return assert_eq!(0, 1) };
        let first = Revision::default().next(&a, &Revision::default());
        let (left, right) = (first.next(&a, &first), first.next(&b, &first));
        assert!(left.replaces(&first) && right.replaces(&first) && !first.replaces(&left));
        assert!(!left.replaces(&right) && !right.replaces(&left) && !left.replaces(&left));
        assert_eq!(left.partial_cmp(&right), None);
        let joined = left.join(&right);
        assert!(joined.replaces(&left) && joined.replaces(&right));
        let most = Revision::from_counts([(a.clone(), u64::MAX)]);
        assert_eq!(most.next(&a, &most).counts().next().map(|(_, count)| count), Some(Revision::MOST));
        // The same writer from the first text again: neither replaces the other.
        let again = first.next(&a, &left);
        assert_eq!(again.partial_cmp(&left), None);
        assert!(again.replaces(&first));
        let third = first.next(&a, &left.join(&again));
        assert_eq!((third.partial_cmp(&left), third.partial_cmp(&again)), (None, None));
    }
}
