//! A seeded writer of notes: the same seed writes the same notes, plain and hostile ones.

use malkarta::notes::book::{Draft, Moment};
use malkarta::notes::{Assessed, Kind, Note, NoteId, Origin, Revision, Time};
use std::collections::BTreeMap;

/// Whether the long versions of the tests are asked for (`MALKARTA_SOAK=1`).
pub fn soaks() -> bool {
    std::env::var_os("MALKARTA_SOAK").is_some()
}

/// How often a random test runs: as often as asked, ten times that in a soak.
pub fn rounds(usual: usize) -> usize {
    if soaks() { usual * 10 } else { usual }
}

/// Texts that break what is careless.
pub const HOSTILE: [&str; 24] = [
    "",
    " ",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "]]>--></style>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "a;b,\"c\"\r\nd",
    "\u{0}\u{1}\u{7f}\u{85}",
    "\u{2028}\u{2029}\u{feff}\u{fffe}",
    "\u{202e}txt.exe",
    "å̈ 😀 👩‍👩‍👧 ß ı İ",
    "\\\"\\u0000\\",
    "{\"form\":2}",
    "malkarta-note 1 0\n{}",
    "urn:uuid:#%ff%",
    "[x](javascript:alert(1))",
    "# rubrik\n- lista\n1. ett",
    "__proto__",
    "Vad blir det av målet om klimatet? – Frågan är ställd.",
    "=\u{feff}",
];

/// SplitMix64.
pub struct Writer(u64);

impl Writer {
    pub fn new(seed: u64) -> Writer {
        Writer(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    /// One of few ids, so that notes meet.
    pub fn id(&mut self, of: u8) -> NoteId {
        NoteId::from_random([self.below(of.into()) as u8; 16])
    }

    pub fn origin(&mut self) -> Origin {
        Origin::parse(self.pick::<&str>(&["a", "b", "c", "0123456789abcdef"])).unwrap()
    }

    pub fn text(&mut self) -> String {
        match self.below(3) {
            0 => (*self.pick(&HOSTILE)).to_owned(),
            1 => format!("{}{}", self.pick(&HOSTILE), self.pick(&HOSTILE)),
            _ => (0..self.below(12)).filter_map(|_| char::from_u32(self.below(0x11_0000) as u32)).collect(),
        }
    }

    pub fn time(&mut self) -> Time {
        Time::from_unix_ms(self.below(4_000_000_000_000) as i64)
    }

    pub fn kind(&mut self) -> Kind {
        match self.below(4) {
            0 => Kind::Comment,
            1 => Kind::Question,
            2 => Kind::Bookmark,
            _ => Kind::Assessment {
                state: *self.pick(&Assessed::ALL),
                reason: self.text(),
                rule: if self.chance(2) { self.text() } else { String::new() },
            },
        }
    }

    pub fn anchor(&mut self) -> String {
        if self.chance(4) {
            self.text()
        } else {
            (*self.pick(&["goal/klimatneutral", "sdg/13", "row/income-statement/wages", "assignment/a"])).to_owned()
        }
    }

    pub fn draft(&mut self) -> Draft {
        Draft {
            anchor: self.anchor(),
            quoted: self.text(),
            kind: self.kind(),
            text: self.text(),
            tags: (0..self.below(3)).map(|_| self.text()).collect(),
            data_version: if self.chance(3) { self.text() } else { "malmo-ks-2025 1.0.0".to_owned() },
        }
    }

    pub fn revision(&mut self) -> Revision {
        let mut revision = Revision::default();
        for _ in 0..=self.below(4) {
            revision = revision.next(&self.origin(), &Revision::default());
        }
        revision
    }

    /// Fields that this build does not know, among them some that look like those of its own files.
    pub fn unknown(&mut self) -> BTreeMap<String, String> {
        let mut unknown = BTreeMap::new();
        while self.chance(2) {
            let name = *self.pick(&[
                "colour",
                "x",
                "",
                "anno/annotation",
                "anno/text",
                "anno/target",
                "anno/quote",
                "anno/fragment",
                "anno/state",
                "anno/reason",
                "anno/rule",
                "anno/assessed",
                "anno/bodies",
                "anno/selectors",
                "malkarta",
                "\"\\",
                "@context",
                "__proto__",
            ]);
            let value = *self.pick(&[
                "1.00",
                "1e999",
                "null",
                "[ 1 ,2]",
                "{}",
                "[]",
                "\"\\ud800\"",
                "{\"creator\":\"me\"}",
                "{ \"creator\":\"me\"}",
                "{\"type\":\"x\"}",
                "{\"label\":\"Egen bedömning\"}",
                "[{\"type\":\"TextualBody\",\"value\":\"x\"}]",
                "[\"http://example.org/\"]",
                "{\"a\":1,\"a\":2}",
                "{\"purpose\":\"p\",\"language\":\"sv\"}",
                "[{\"type\":\"FragmentSelector\",\"value\":\"x\"}]",
                "[{\"type\":\"CssSelector\",\"value\":\"p\"}]",
                "{\"language\":\"sv\",\"creator\":{\"id\":\"x\"}}",
                "[[1],[ ]]",
            ]);
            unknown.insert(name.to_owned(), value.to_owned());
        }
        unknown
    }

    pub fn note(&mut self, ids: u8) -> Note {
        let Draft { anchor, quoted, kind, text, tags, data_version } = self.draft();
        let (id, created, modified, revision) = (self.id(ids), self.time(), self.time(), self.revision());
        let deleted = self.chance(6);
        Note { id, anchor, quoted, kind, text, tags, created, modified, revision, data_version, deleted, unknown: self.unknown() }
    }

    pub fn notes(&mut self, most: usize, ids: u8) -> Vec<Note> {
        (0..self.below(most + 1)).map(|_| self.note(ids)).collect()
    }

    /// Cuts, flips, swaps or doubles something in a text. May leave it equal.
    pub fn damaged(&mut self, text: &str) -> String {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        let length = units.len().max(1);
        match self.below(5) {
            0 => units.truncate(self.below(length)),
            1 => {
                let (place, bit) = (self.below(length), self.below(16));
                units.iter_mut().skip(place).take(1).for_each(|unit| *unit ^= 1 << bit);
            }
            2 => {
                let (a, b) = (self.below(length), self.below(length));
                units.swap(a, b);
            }
            3 => {
                let (a, b) = (self.below(length), self.below(length));
                let cut: Vec<u16> = units.drain(a.min(b)..a.max(b)).collect();
                let at = self.below(units.len() + 1);
                units.splice(at..at, cut);
            }
            _ => {
                let (a, b) = (self.below(length), self.below(length));
                let again: Vec<u16> = units[a.min(b)..a.max(b)].to_vec();
                units.splice(a..a, again);
            }
        }
        String::from_utf16_lossy(&units)
    }
}

/// A plain comment on the climate goal.
pub fn comment(text: &str) -> Draft {
    Draft {
        anchor: "goal/klimatneutral".to_owned(),
        quoted: "Malmö är en stad".to_owned(),
        kind: Kind::Comment,
        text: text.to_owned(),
        tags: Vec::new(),
        data_version: "malmo-ks-2025 1.0.0".to_owned(),
    }
}

/// The id number `n`.
pub fn id(n: u8) -> NoteId {
    NoteId::from_random([n; 16])
}

/// A moment, `second` seconds into the day, in the tab `origin`.
pub fn at(origin: &str, second: i64) -> Moment {
    Moment { now: Time::from_unix_ms(1_741_910_400_000 + second * 1000), origin: Origin::parse(origin).unwrap() }
}
