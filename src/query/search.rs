//! Search over everything: which things hold the words that a reader types, best first.
//!
//! Words meet as people type them: without accents, in other forms, as parts of compounds, with a letter wrong, in either
//! language. The index is made once for a catalogue; knows neither pages nor the sentences around an answer.

mod entries;
mod words;

use crate::model::{Anchor, Catalogue, Language, Source, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What a thing is, in the order of equal answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Question,
    Goal,
    Assignment,
    Area,
    Sdg,
    Actor,
    Term,
    Activity,
    FollowUp,
    Event,
    Table,
    Row,
    Figure,
    Rights,
    Contradiction,
    Document,
    /// The reader's own.
    Note,
}

impl Kind {
    pub const ALL: [Kind; 17] = [
        Kind::Question,
        Kind::Goal,
        Kind::Assignment,
        Kind::Area,
        Kind::Sdg,
        Kind::Actor,
        Kind::Term,
        Kind::Activity,
        Kind::FollowUp,
        Kind::Event,
        Kind::Table,
        Kind::Row,
        Kind::Figure,
        Kind::Rights,
        Kind::Contradiction,
        Kind::Document,
        Kind::Note,
    ];

    /// What readers call such a thing, in both languages, so that «mål segregation» and «global goal 13» find what they mean.
    fn words(self) -> &'static str {
        match self {
            Kind::Question => "fråga question",
            Kind::Goal => "mål fullmäktigemål goal",
            Kind::Assignment => "uppdrag budgetuppdrag assignment",
            Kind::Area => "målområde område area",
            Kind::Sdg => "globalt globala mål agenda 2030 sdg global goal hållbarhetsmål",
            Kind::Actor => "medverkar partner nämnd takes part",
            Kind::Term => "begrepp ord term word",
            Kind::Activity => "planeras aktivitet insats activity planned",
            Kind::FollowUp => "uppföljning indikator resultat follow up indicator outcome",
            Kind::Event => "beslut händelse decision event",
            Kind::Table => "tabell pengar budget table money",
            Kind::Row => "rad pengar budget row money",
            Kind::Figure => "belopp siffra amount figure",
            Kind::Rights => "mänskliga rättigheter human rights",
            Kind::Contradiction => "motsägelse motstridiga contradiction",
            Kind::Document => "dokument källa document source",
            Kind::Note => "anteckning anteckningar note notes",
        }
    }
}

/// A thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    /// The id of the thing; for an indicator that of its goal.
    pub id: String,
    /// The thing on whose page it stands, where that is another one.
    pub home: Option<Anchor>,
    pub title: Text,
    pub sources: Vec<Source>,
    /// Of a note: what kind of note it is, as notes name their kinds.
    pub note: String,
    /// Other texts, each with how much a word in it counts.
    fields: Vec<(Text, u8)>,
    title_weight: u8,
}

/// How much the words of [`Kind::words`] count.
const KIND_WEIGHT: u8 = 1;

/// A word of some texts.
struct Word {
    text: String,
    /// Lengths of the word without its endings, by the language of the texts it stands in; the whole word in the other.
    swedish: usize,
    english: usize,
    /// Which letters it has, one bit each.
    letters: u32,
    /// Which entries, and the most it counts in each.
    places: Vec<(usize, u8)>,
}

impl Word {
    fn swedish(&self) -> &str {
        self.text.get(..self.swedish).unwrap_or(&self.text)
    }

    fn english(&self) -> &str {
        self.text.get(..self.english).unwrap_or(&self.text)
    }
}

/// Where each word stands: in the catalogue, made once, and beside it in what the reader has written, made anew whenever that
/// changes.
#[derive(Default)]
pub struct Index {
    catalogue: Part,
    own: Part,
}

/// Things and their words. Numbers of things go on from one part to the next.
#[derive(Default)]
struct Part {
    entries: Vec<Entry>,
    words: Vec<Word>,
}

/// While the index is made: whether a word stands in Swedish and in English texts, and its places.
#[derive(Default)]
struct Collected {
    swedish: bool,
    english: bool,
    places: Vec<(usize, u8)>,
}

impl Part {
    fn new(entries: Vec<Entry>, first: usize) -> Part {
        let mut all: BTreeMap<String, Collected> = BTreeMap::new();
        for (entry, number) in entries.iter().zip(first..) {
            let fields = entry.fields.iter().map(|(text, weight)| (text, *weight));
            for (text, weight) in std::iter::once((&entry.title, entry.title_weight)).chain(fields) {
                if text.en == text.sv {
                    // A name, or a reader's words: nobody knows in which language.
                    collect(&mut all, &text.sv, None, number, weight);
                } else {
                    collect(&mut all, &text.sv, Some(Language::Sv), number, weight);
                    collect(&mut all, &text.en, Some(Language::En), number, weight);
                }
            }
            collect(&mut all, entry.kind.words(), None, number, KIND_WEIGHT);
        }
        let words = all
            .into_iter()
            .map(|(text, found)| Word {
                swedish: if found.swedish { words::swedish(&text).len() } else { text.len() },
                english: if found.english { words::english(&text).len() } else { text.len() },
                letters: words::letters(&text),
                places: found.places,
                text,
            })
            .collect();
        Part { entries, words }
    }
}

impl Index {
    /// An index of the catalogue and of more things beside it.
    pub fn new(catalogue: &Catalogue, more: Vec<Entry>) -> Index {
        let mut entries = entries::of(catalogue);
        entries.extend(more);
        Index { catalogue: Part::new(entries, 0), own: Part::default() }
    }

    /// What the reader has written is found too, in place of what she had written before.
    pub fn set_own(&mut self, entries: Vec<Entry>) {
        if entries != self.own.entries {
            self.own = Part::new(entries, self.catalogue.entries.len());
        }
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.catalogue.entries.iter().chain(&self.own.entries)
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.catalogue.words.iter().chain(&self.own.words)
    }

    /// How many things there are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.entries().filter(|entry| entry.kind == kind).count()
    }

    /// What holds the words of a query.
    pub fn find(&self, query: &str) -> Found<'_> {
        let asked = asked(query);
        let mut matched = BTreeSet::new();
        let mut instead = Vec::new();
        // For each entry how many of the words it holds, and how well.
        let mut scores: Vec<(usize, u32)> = vec![(0, 0); self.entries().count()];
        for word in &asked {
            let matches = self.matches(word);
            if !matches.instead.is_empty() {
                instead.push((word.text.clone(), matches.instead));
            }
            let mut best: BTreeMap<usize, u32> = BTreeMap::new();
            for (found, quality) in &matches.words {
                matched.insert(found.text.as_str());
                for (entry, weight) in &found.places {
                    let score = quality * u32::from(*weight);
                    best.entry(*entry).and_modify(|known| *known = score.max(*known)).or_insert(score);
                }
            }
            for (entry, score) in best {
                if let Some(known) = scores.get_mut(entry) {
                    *known = (known.0 + 1, known.1 + score);
                }
            }
        }
        let most = scores.iter().map(|(count, _)| *count).max().unwrap_or_default();
        let whole: String = asked.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let mut hits: Vec<Hit> = Vec::new();
        for (entry, (count, score)) in self.entries().zip(scores) {
            if most > 0 && count == most {
                hits.push(Hit { entry, score: score + title_bonus(entry, &whole) });
            }
        }
        // The order of equal ones is that of the entries: the sort is stable.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        let total = hits.len();
        let mut groups: Vec<(Kind, Vec<Hit>)> = Vec::new();
        for hit in hits {
            match groups.iter_mut().find(|(kind, _)| *kind == hit.entry.kind) {
                Some((_, group)) => group.push(hit),
                None => groups.push((hit.entry.kind, vec![hit])),
            }
        }
        let best = |group: &[Hit]| std::cmp::Reverse(group.first().map_or(0, |hit| hit.score));
        groups.sort_by_key(|(kind, group)| (best(group), *kind));
        Found { groups, total, asked: asked.len(), held: most, instead, matched }
    }

    /// The words of the index that a word of the query may mean, the likelier ways first: another way is tried only
    /// where the one before it finds nothing.
    fn matches(&self, asked: &Asked) -> Matches<'_> {
        let rated = |rate: &dyn Fn(&Word) -> u32| -> Vec<(&Word, u32)> {
            self.words().map(|word| (word, rate(word))).filter(|(_, quality)| *quality > 0).collect()
        };
        let words = rated(&|word| asked.same(word));
        if !words.is_empty() || asked.is_number {
            return Matches { words, instead: Vec::new() };
        }
        for rate in [Asked::misspelt, Asked::compound, Asked::begun] {
            let mut words = rated(&|word| rate(asked, word));
            // Of guesses only the nearest; each finds what it would find if it had been typed.
            let best = words.iter().map(|(_, quality)| *quality).max().unwrap_or_default();
            words.retain(|(_, quality)| *quality == best);
            words.truncate(GUESSES);
            if words.is_empty() {
                continue;
            }
            let guesses: Vec<Asked> = words.iter().map(|(word, _)| Asked::new(word.text.clone())).collect();
            let meant = |word: &Word| guesses.iter().map(|guess| guess.same(word)).max().unwrap_or_default() * best / 100;
            return Matches { words: rated(&meant), instead: guesses.into_iter().map(|guess| guess.text).collect() };
        }
        Matches { words: Vec::new(), instead: Vec::new() }
    }
}

fn collect(all: &mut BTreeMap<String, Collected>, text: &str, language: Option<Language>, entry: usize, weight: u8) {
    for (_, word) in words::words(text) {
        let found = all.entry(word).or_default();
        match language {
            Some(Language::Sv) => found.swedish = true,
            Some(Language::En) => found.english = true,
            None => (found.swedish, found.english) = (true, true),
        }
        match found.places.last_mut().filter(|(last, _)| *last == entry) {
            Some((_, most)) => *most = weight.max(*most),
            None => found.places.push((entry, weight)),
        }
    }
}

/// A title that is just what was typed, or begins with it, comes before longer ones.
fn title_bonus(entry: &Entry, whole: &str) -> u32 {
    let bonus = |title: &str| {
        let title: Vec<String> = words::words(title).into_iter().map(|(_, word)| word).collect();
        let title = title.join(" ");
        match title.strip_prefix(whole) {
            Some("") => 1_000,
            Some(rest) if rest.starts_with(' ') => 200,
            _ => 0,
        }
    };
    bonus(&entry.title.sv).max(bonus(&entry.title.en))
}

struct Matches<'i> {
    words: Vec<(&'i Word, u32)>,
    /// What was looked for in its place, where the word itself stands nowhere.
    instead: Vec<String>,
}

/// Longer queries are read up to here only; longer words and more words are left out.
const MOST_LETTERS: usize = 400;
const MOST_WORDS: usize = 12;
const LONGEST_WORD: usize = 48;

/// So many guesses at what a misspelt word means.
const GUESSES: usize = 3;

/// Words that say nothing about what is looked for, unless nothing else was typed.
const SMALL: [&str; 31] = [
    "i", "och", "att", "pa", "for", "av", "med", "om", "till", "en", "ett", "den", "det", "de", "som", "ar", "vad", "vem", "vilka", "hur",
    "the", "of", "and", "in", "to", "a", "an", "on", "is", "what", "who",
];

/// A word of the query.
struct Asked {
    text: String,
    letters: Vec<char>,
    /// Which letters it has without its Swedish endings.
    bits: u32,
    swedish: String,
    english: String,
    is_number: bool,
}

fn asked(query: &str) -> Vec<Asked> {
    let cut: String = query.chars().take(MOST_LETTERS).collect();
    let mut texts: Vec<String> = Vec::new();
    for (_, word) in words::words(&cut) {
        let word: String = word.chars().take(LONGEST_WORD).collect();
        // A single letter stands in nearly everything.
        let says_something = word.chars().nth(1).is_some() || word.starts_with(|c: char| c.is_ascii_digit());
        if says_something && !texts.contains(&word) {
            texts.push(word);
        }
    }
    if texts.iter().any(|word| !SMALL.contains(&word.as_str())) {
        texts.retain(|word| !SMALL.contains(&word.as_str()));
    }
    texts.truncate(MOST_WORDS);
    texts.into_iter().map(Asked::new).collect()
}

impl Asked {
    fn new(text: String) -> Asked {
        Asked {
            letters: text.chars().collect(),
            bits: words::letters(words::swedish(&text)),
            swedish: words::swedish(&text).to_owned(),
            english: words::english(&text).to_owned(),
            is_number: text.bytes().all(|b| b.is_ascii_digit()),
            text,
        }
    }

    /// The same word, a form of it, one that begins with it, one that has it as a part; 0 for another word.
    fn same(&self, word: &Word) -> u32 {
        /// A shorter part would stand in too many words by chance.
        const PART: usize = 4;
        if word.text == self.text {
            return 100;
        }
        if self.is_number {
            return 0;
        }
        if word.swedish() == self.swedish || word.english() == self.english {
            return 85;
        }
        if word.text.starts_with(&self.text) {
            return 70;
        }
        let stems = [self.swedish.as_str(), self.english.as_str()];
        if stems.into_iter().any(|stem| stem.len() >= PART && word.text.starts_with(stem)) {
            return 60;
        }
        if self.swedish.len() == PART - 1 && joined(&word.text, &self.swedish) {
            return 50;
        }
        if self.letters.len() >= PART
            && (word.text.ends_with(&self.text) || word.swedish().ends_with(&self.swedish))
            && self.swedish.len() > 2
        {
            return 55;
        }
        if stems.into_iter().chain([self.text.as_str()]).any(|part| part.len() >= PART && word.text.contains(part)) {
            return 45;
        }
        0
    }

    /// Whether it has more letters that the word lacks than may be wrong. Spares nearly all words the exact count.
    fn is_far_from(&self, word: &Word, allowed: usize) -> bool {
        (self.bits & !word.letters).count_ones() as usize > allowed
    }

    /// How many letters may be wrong.
    fn allowed(&self) -> usize {
        match self.letters.len() {
            0..=4 => 0,
            5..=8 => 1,
            _ => 2,
        }
    }

    /// A word that differs by a letter or two.
    fn misspelt(&self, word: &Word) -> u32 {
        let allowed = self.allowed();
        if allowed == 0 || word.text.starts_with(|c: char| c.is_ascii_digit()) {
            return 0;
        }
        if self.is_far_from(word, allowed) {
            return 0;
        }
        let letters: Vec<char> = word.text.chars().collect();
        let whole = words::distance(&self.letters, &letters, allowed);
        let stem = || {
            let (own, other): (Vec<char>, Vec<char>) = (self.swedish.chars().collect(), word.swedish().chars().collect());
            words::distance(&own, &other, allowed).filter(|_| other.len() > 4)
        };
        whole.or_else(stem).map_or(0, |distance| 40 - 8 * distance.min(4) as u32)
    }

    /// A word that the asked one is made of, first or last.
    fn compound(&self, word: &Word) -> u32 {
        let part = word.swedish();
        if part.len() < 5 {
            return 0;
        }
        if self.text.starts_with(part) || self.swedish.ends_with(part) { 20 + part.len().min(9) as u32 } else { 0 }
    }

    /// A longer word whose beginning differs by a letter or two: a word that is still being typed.
    fn begun(&self, word: &Word) -> u32 {
        let allowed = self.allowed();
        if allowed == 0 {
            return 0;
        }
        if self.is_far_from(word, allowed) {
            return 0;
        }
        let beginning: Vec<char> = word.text.chars().take(self.letters.len()).collect();
        words::distance(&self.letters, &beginning, allowed).map_or(0, |distance| 18 - 4 * distance.min(4) as u32)
    }
}

/// Whether a compound begins with a short word and the letter that joins it to the next: «löner» is in «lönekostnader».
fn joined(word: &str, stem: &str) -> bool {
    /// The second word has at least as many letters.
    const SECOND: usize = 4;
    word.strip_prefix(stem).is_some_and(|rest| rest.len() > SECOND && rest.starts_with(['a', 'e', 'o', 'u', 's']))
}

/// A thing that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'i> {
    pub entry: &'i Entry,
    score: u32,
}

/// What was found, by kind: the kind with the best answer first, in each the best first.
pub struct Found<'i> {
    pub groups: Vec<(Kind, Vec<Hit<'i>>)>,
    pub total: usize,
    /// How many words were looked for; none where the query has no word of two letters.
    pub asked: usize,
    /// How many of them what was found holds: all, or the most that anything does.
    pub held: usize,
    /// Words that stand nowhere, with those that were looked for instead.
    pub instead: Vec<(String, Vec<String>)>,
    matched: BTreeSet<&'i str>,
}

/// A piece of a text, and whether it is a word that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    pub text: &'t str,
    pub found: bool,
}

/// A longer text is cut around the first word that was found.
const EXCERPT: usize = 220;
const BEFORE: usize = 70;

impl<'i> Found<'i> {
    /// How many of a kind were found.
    pub fn count(&self, kind: Kind) -> usize {
        self.groups.iter().find(|(other, _)| *other == kind).map_or(0, |(_, hits)| hits.len())
    }

    /// A text with the words that were found told apart.
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let mut from = 0;
        let mut piece = |range: std::ops::Range<usize>, found| {
            let text = text.get(range).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(Piece { text, found });
            }
        };
        for (place, word) in words::words(text) {
            if self.matched.contains(word.as_str()) {
                piece(from..place.start, false);
                from = place.end;
                piece(place, true);
            }
        }
        piece(from..text.len(), false);
        pieces
    }

    /// The part of a text around the first word that was found; and whether something was left out before and after it.
    pub fn excerpt<'t>(&self, text: &'t str) -> (&'t str, bool, bool) {
        if text.chars().nth(EXCERPT).is_none() {
            return (text, false, false);
        }
        let all = words::words(text);
        let first = all.iter().find(|(_, word)| self.matched.contains(word.as_str())).map_or(0, |(place, _)| place.start);
        let from = all.iter().map(|(place, _)| place.start).find(|start| start + BEFORE >= first).filter(|_| first > BEFORE).unwrap_or(0);
        let to = all.iter().map(|(place, _)| place.end).rfind(|end| *end <= from + EXCERPT).unwrap_or(text.len());
        // One long word is shown whole.
        let to = to.max(all.iter().find(|(place, _)| place.start == first).map_or(to, |(place, _)| place.end));
        let to = if text.len() <= to + 2 { text.len() } else { to };
        (text.get(from..to).unwrap_or(text), from > 0, to < text.len())
    }

    /// The text, besides the title as it is shown, that holds most of what was looked for; in the page's language
    /// where that holds as much.
    pub fn passage(&self, entry: &'i Entry, language: Language) -> Option<(&'i str, Language)> {
        let holds = |text: &str| {
            let found: BTreeSet<String> =
                words::words(text).into_iter().map(|(_, w)| w).filter(|w| self.matched.contains(w.as_str())).collect();
            found.len()
        };
        let other = language.other();
        // The title stands above the passage; the one in the other language is worth showing where only that one holds the words.
        let mut texts: Vec<(&'i str, Language)> = Vec::new();
        if holds(entry.title.get(language)) == 0 {
            texts.push((entry.title.get(other), other));
        }
        for (text, _) in &entry.fields {
            texts.extend([(text.get(language), language), (text.get(other), other)]);
        }
        let mut best = (0, None);
        for (text, language) in texts {
            let count = holds(text);
            if count > best.0 {
                best = (count, Some((text, language)));
            }
        }
        best.1
    }
}
