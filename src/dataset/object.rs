//! Reading an object of a data file field by field: what is there, what is not, and where.
//!
//! Nothing here fails: a field that cannot be read is reported with its place and answered with an empty value,
//! and whoever made the entry leaves it out afterwards. So every fault of an entry is told at once, and the same
//! code that reads an entry also describes it (natively; see `describe`).
//! Knows JSON and the vocabulary's smallest parts; which fields there are stands in `decode`.

#[cfg(not(target_arch = "wasm32"))]
use super::check::{Links, Reference};
#[cfg(not(target_arch = "wasm32"))]
use super::describe::Sketch;
use super::json::{self, Json, Member, NotRead};
use super::{FORMAT, FileName, Issue, Kind, What};
use crate::model::{Anchor, Decimal, Id, Lines, Text};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Larger files are refused before they are read.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// What stands for lines that could not be read.
const UNREAD_LINES: Lines = Lines { from: 0, to: 0 };

/// How an object becomes a value.
pub(super) type Read<T> = fn(&mut Object) -> T;

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    /// May be left out or be null.
    OrNull,
    /// May be left out.
    OrNothing,
}

/// What a broken item of a list takes with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Costs {
    Itself,
    /// Everything that the list belongs to: a table without one of its rows would show sums that do not fit.
    Holder,
}

/// The reading of one file.
pub(super) struct Reader {
    file: Option<FileName>,
    pub issues: Vec<Issue>,
    /// The way from the root to the object being read.
    steps: Vec<(&'static str, Option<usize>)>,
    /// Whether the entry being read has lost something.
    broken: bool,
    /// What has an id already: kind and id.
    ids: BTreeSet<String>,
    /// What the entries are and what they point at, where somebody wants to know.
    #[cfg(not(target_arch = "wasm32"))]
    pub links: Option<Links>,
}

impl Reader {
    pub fn new(file: Option<FileName>) -> Reader {
        Reader {
            file,
            issues: Vec::new(),
            steps: Vec::new(),
            broken: false,
            ids: BTreeSet::new(),
            #[cfg(not(target_arch = "wasm32"))]
            links: None,
        }
    }

    /// The object that the file is, or nothing where it cannot be read at all.
    pub fn root<'a>(&mut self, bytes: &'a [u8]) -> Option<Object<'_, 'a>> {
        match tree(bytes) {
            Ok(mut tree) => {
                // A file may name its schema for the editor that it is written in.
                if let Json::Object(members) = &mut tree {
                    members.retain(|(name, _)| name != "$schema");
                }
                self.enter(None, tree, Kind::Object, Costs::Itself)
            }
            Err(what) => {
                self.report("", what);
                None
            }
        }
    }

    /// The first fault that costs something.
    pub fn first_cost(self) -> Option<Issue> {
        self.issues.into_iter().find(|issue| issue.what.costs_something())
    }

    /// The place of a field of the object being read.
    fn path(&self, field: &str) -> String {
        let mut path = String::new();
        for (name, index) in &self.steps {
            join(&mut path, name);
            if let Some(index) = index {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
        join(&mut path, field);
        path
    }

    fn report(&mut self, field: &str, what: What) {
        self.broken |= what.costs_something();
        let path = self.path(field);
        self.issues.push(Issue { file: self.file, path, what });
    }

    /// Steps into an object; it ends with [`Object::leave`].
    fn enter<'a>(
        &mut self,
        step: Option<(&'static str, Option<usize>)>,
        value: Json<'a>,
        expected: Kind,
        costs: Costs,
    ) -> Option<Object<'_, 'a>> {
        let outside = self.broken;
        let depth = self.steps.len();
        self.steps.extend(step);
        match value {
            Json::Object(members) => {
                self.broken = false;
                Some(Object {
                    reader: self,
                    members,
                    blank: false,
                    outside,
                    depth,
                    costs,
                    #[cfg(not(target_arch = "wasm32"))]
                    sketch: None,
                })
            }
            other => {
                self.report("", unfit(expected, &other));
                self.steps.truncate(depth);
                self.broken = outside || costs == Costs::Holder;
                None
            }
        }
    }
}

fn join(path: &mut String, name: &str) {
    if !path.is_empty() && !name.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

fn tree(bytes: &[u8]) -> Result<Json<'_>, What> {
    if bytes.len() > MAX_BYTES {
        return Err(What::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|e| What::NotUtf8 { at_byte: e.valid_up_to() })?;
    // Some editors write a mark before the text that says that it is UTF-8.
    json::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|why| match why {
        NotRead::NotJson { line, column } => What::NotJson { line, column },
        NotRead::TooDeep { line, column } => What::TooDeep { line, column },
    })
}

/// Why a value is not of the kind that is wanted.
fn unfit(expected: Kind, value: &Json) -> What {
    let found = match value {
        Json::Null => return What::Null { expected },
        Json::Text(text) if matches!(expected, Kind::Number | Kind::Cell) && is_number(text) => {
            return What::NumberAsText { text: text.to_string() };
        }
        Json::YesNo(_) => Kind::YesNo,
        Json::Whole(_) => Kind::Number,
        Json::Fraction(_) => Kind::Fraction,
        Json::Text(_) => Kind::Text,
        Json::List(_) => Kind::List,
        Json::Object(_) => Kind::Object,
    };
    What::WrongKind { expected, found }
}

/// Whether a text is what somebody might write who means a number: `17`, `-3`, `1 234,5`.
fn is_number(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | ',' | '.' | ' ' | '\u{a0}' | '\u{2212}'))
}

/// An object being read. Fields are taken out by name; what is left at the end is unknown.
pub(super) struct Object<'r, 'a> {
    reader: &'r mut Reader,
    members: Vec<Member<'a>>,
    /// Answers every question with an empty value and reports nothing: it stands for an object that is not there.
    blank: bool,
    /// Whether what is around it was broken already.
    outside: bool,
    depth: usize,
    costs: Costs,
    /// What the code that reads it asks for, where the object is there to be described.
    #[cfg(not(target_arch = "wasm32"))]
    sketch: Option<Sketch>,
}

impl<'a> Object<'_, 'a> {
    /// Whether something of it could not be read.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn is_broken(&self) -> bool {
        self.reader.broken
    }

    /// Ends the reading of this object: reports what is left and says whether all of it could be read.
    pub fn leave(mut self) -> bool {
        for (name, _) in std::mem::take(&mut self.members) {
            self.reader.report(&name, What::UnknownField { name: name.to_string() });
        }
        self.reader.steps.truncate(self.depth);
        let whole = !self.reader.broken;
        self.reader.broken = self.outside || (!whole && self.costs == Costs::Holder);
        whole
    }

    pub fn report(&mut self, field: &str, what: What) {
        if !self.blank {
            self.reader.report(field, what);
        }
    }

    /// The value of a field, where there is one.
    fn take(&mut self, name: &'static str, need: Need, kind: Kind) -> Option<Json<'a>> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(sketch) = &mut self.sketch {
            sketch.field(name, need, kind);
        }
        if self.blank {
            return None;
        }
        match self.member(name) {
            None if need == Need::Must => self.report(name, What::MissingField { name: name.to_owned(), expected: kind }),
            Some(Json::Null) if need == Need::OrNull => {}
            Some(Json::Null) => self.report(name, What::Null { expected: kind }),
            other => return other,
        }
        None
    }

    /// Takes a member out, whatever it is.
    fn member(&mut self, name: &'static str) -> Option<Json<'a>> {
        let mut found = None;
        while let Some(at) = self.members.iter().position(|(own, _)| own == name) {
            if found.is_some() {
                self.report(name, What::FieldTwice { name: name.to_owned() });
            }
            found = Some(self.members.remove(at).1);
        }
        found
    }

    fn taken_text(&mut self, name: &'static str, need: Need, kind: Kind) -> Option<Cow<'a, str>> {
        match self.take(name, need, kind)? {
            Json::Text(text) => Some(text),
            other => {
                self.report(name, unfit(kind, &other));
                None
            }
        }
    }

    fn taken_list(&mut self, name: &'static str, need: Need, kind: Kind) -> Vec<Json<'a>> {
        match self.take(name, need, kind) {
            None => Vec::new(),
            Some(Json::List(items)) => items,
            Some(other) => {
                self.report(name, unfit(kind, &other));
                Vec::new()
            }
        }
    }

    fn taken_whole(&mut self, name: &'static str, need: Need, from: u32, to: u32) -> Option<u32> {
        let value = self.take(name, need, Kind::Number)?;
        let what = match value {
            Json::Whole(number) => match u32::try_from(number) {
                Ok(fits) if (from..=to).contains(&fits) => return Some(fits),
                _ => What::OutOfRange { number, from: from.into(), to: to.into() },
            },
            other => unfit(Kind::Number, &other),
        };
        self.report(name, what);
        None
    }

    // ---- values ----

    pub fn text(&mut self, name: &'static str) -> String {
        self.taken_text(name, Need::Must, Kind::Text).map(Cow::into_owned).unwrap_or_default()
    }

    /// A text that says something.
    pub fn filled(&mut self, name: &'static str) -> String {
        let text = self.taken_text(name, Need::Must, Kind::Text);
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.report(name, What::EmptyText);
        }
        text.map(Cow::into_owned).unwrap_or_default()
    }

    pub fn maybe_text(&mut self, name: &'static str) -> Option<String> {
        self.taken_text(name, Need::OrNull, Kind::Text).map(Cow::into_owned)
    }

    /// A date as precise as the source gives it.
    pub fn date(&mut self, name: &'static str) -> String {
        self.date_if(name, Need::Must).unwrap_or_default()
    }

    pub fn maybe_date(&mut self, name: &'static str) -> Option<String> {
        self.date_if(name, Need::OrNull)
    }

    fn date_if(&mut self, name: &'static str, need: Need) -> Option<String> {
        let text = self.taken_text(name, need, Kind::Text)?;
        if !is_date(&text) {
            self.report(name, What::BadDate { text: text.to_string() });
        }
        Some(text.into_owned())
    }

    /// A list of texts that may be left out.
    pub fn texts(&mut self, name: &'static str) -> Vec<String> {
        let mut out = Vec::new();
        for (index, item) in self.taken_list(name, Need::OrNothing, Kind::Texts).into_iter().enumerate() {
            match item {
                Json::Text(text) => out.push(text.into_owned()),
                other => self.report(&format!("{name}[{index}]"), unfit(Kind::Text, &other)),
            }
        }
        out
    }

    /// A text in both languages.
    pub fn both(&mut self, name: &'static str) -> Text {
        self.maybe_both_if(name, Need::Must).unwrap_or_default()
    }

    pub fn maybe_both(&mut self, name: &'static str) -> Option<Text> {
        self.maybe_both_if(name, Need::OrNull)
    }

    fn maybe_both_if(&mut self, name: &'static str, need: Need) -> Option<Text> {
        let value = self.take(name, need, Kind::BothLanguages)?;
        let mut both = self.reader.enter(Some((name, None)), value, Kind::BothLanguages, Costs::Holder)?;
        let text = Text { sv: both.filled("sv"), en: both.filled("en") };
        both.leave();
        Some(text)
    }

    pub fn yes_no(&mut self, name: &'static str) -> bool {
        self.yes_no_if(name, Need::Must)
    }

    /// True or false; left out means false.
    pub fn maybe_yes(&mut self, name: &'static str) -> bool {
        self.yes_no_if(name, Need::OrNothing)
    }

    fn yes_no_if(&mut self, name: &'static str, need: Need) -> bool {
        match self.take(name, need, Kind::YesNo) {
            None => false,
            Some(Json::YesNo(value)) => value,
            Some(other) => {
                self.report(name, unfit(Kind::YesNo, &other));
                false
            }
        }
    }

    pub fn number(&mut self, name: &'static str) -> u32 {
        self.taken_whole(name, Need::Must, 0, u32::MAX).unwrap_or_default()
    }

    pub fn maybe_number(&mut self, name: &'static str) -> Option<u32> {
        self.taken_whole(name, Need::OrNull, 0, u32::MAX)
    }

    pub fn number_within(&mut self, name: &'static str, from: u32, to: u32) -> u32 {
        self.note_range(from, to);
        self.taken_whole(name, Need::Must, from, to).unwrap_or(from)
    }

    pub fn maybe_number_within(&mut self, name: &'static str, from: u32, to: u32) -> Option<u32> {
        self.note_range(from, to);
        self.taken_whole(name, Need::OrNull, from, to)
    }

    pub fn decimal(&mut self, name: &'static str) -> Decimal {
        let zero = Decimal { digits: 0, scale: 0 };
        let Some(text) = self.taken_text(name, Need::Must, Kind::Decimal) else { return zero };
        Decimal::parse(&text).unwrap_or_else(|| {
            self.report(name, What::BadDecimal { text: text.into_owned() });
            zero
        })
    }

    /// First and last line, both at least 1.
    pub fn lines(&mut self, name: &'static str) -> Lines {
        let items = self.taken_list(name, Need::Must, Kind::Lines);
        let mut numbers = Vec::with_capacity(2);
        for (index, item) in items.iter().enumerate() {
            match item {
                Json::Whole(number) => numbers.push(u32::try_from(*number).unwrap_or(0)),
                other => self.report(&format!("{name}[{index}]"), unfit(Kind::Number, other)),
            }
        }
        match *numbers.as_slice() {
            [from, to] if from >= 1 && from <= to => return Lines { from, to },
            [from, to] => self.report(name, What::BadLines { from, to }),
            // A list that is missing or holds something else has been reported as that.
            _ if self.reader.broken => {}
            _ => self.report(name, What::WrongKind { expected: Kind::Lines, found: Kind::List }),
        }
        UNREAD_LINES
    }

    /// The whole numbers of a row by column; null is an empty cell.
    pub fn cells(&mut self, name: &'static str) -> BTreeMap<Id, Option<i64>> {
        let mut cells = BTreeMap::new();
        let members = match self.take(name, Need::Must, Kind::Cells) {
            None => Vec::new(),
            Some(Json::Object(members)) => members,
            Some(other) => {
                self.report(name, unfit(Kind::Cells, &other));
                Vec::new()
            }
        };
        for (column, value) in members {
            let path = format!("{name}.{column}");
            let value = match value {
                Json::Null => None,
                Json::Whole(number) => Some(number),
                other => {
                    self.report(&path, unfit(Kind::Cell, &other));
                    None
                }
            };
            match Id::parse(&column) {
                None => self.report(&path, What::BadId { id: column.into_owned() }),
                Some(id) => {
                    if cells.insert(id, value).is_some() {
                        self.report(&path, What::FieldTwice { name: column.into_owned() });
                    }
                }
            }
        }
        cells
    }

    // ---- words ----

    /// One of a few words, each with what it means.
    pub fn word<T: Copy>(&mut self, name: &'static str, first: (&'static str, T), others: &[(&'static str, T)]) -> T {
        self.word_if(name, Need::Must, first, others).unwrap_or(first.1)
    }

    pub fn maybe_word<T: Copy>(&mut self, name: &'static str, first: (&'static str, T), others: &[(&'static str, T)]) -> Option<T> {
        self.word_if(name, Need::OrNull, first, others)
    }

    fn word_if<T: Copy>(&mut self, name: &'static str, need: Need, first: (&'static str, T), others: &[(&'static str, T)]) -> Option<T> {
        let mut words = Vec::with_capacity(others.len() + 1);
        words.push(first.0);
        words.extend(others.iter().map(|(word, _)| *word));
        let index = self.word_index(name, need, &words)?;
        Some(index.checked_sub(1).and_then(|index| others.get(index)).map_or(first.1, |(_, value)| *value))
    }

    fn word_index(&mut self, name: &'static str, need: Need, words: &[&'static str]) -> Option<usize> {
        self.note_words(words, true);
        let word = self.taken_text(name, need, Kind::Word)?;
        let index = words.iter().position(|own| *own == word);
        if index.is_none() {
            self.report(name, What::UnknownWord { word: word.into_owned(), allowed: words.join(", ") });
        }
        index
    }

    /// A word that is kept as it stands; one that is not in the list is remarked on.
    pub fn kind(&mut self, name: &'static str, words: &[&'static str]) -> String {
        self.note_words(words, false);
        let word = self.taken_text(name, Need::Must, Kind::Word).map(Cow::into_owned).unwrap_or_default();
        if !words.contains(&word.as_str()) {
            self.report(name, What::UnfamiliarWord { word: word.clone(), allowed: words.join(", ") });
        }
        word
    }

    // ---- ids ----

    fn id_if(&mut self, name: &'static str, need: Need) -> Option<Id> {
        let text = self.taken_text(name, need, Kind::Id)?;
        let id = Id::parse(&text);
        if id.is_none() {
            self.report(name, What::BadId { id: text.into_owned() });
        }
        id
    }

    fn id_list(&mut self, name: &'static str, need: Need, kind: Kind) -> Vec<Id> {
        let mut out = Vec::new();
        for (index, item) in self.taken_list(name, need, kind).into_iter().enumerate() {
            let what = match item {
                Json::Text(text) => match Id::parse(&text) {
                    Some(id) => {
                        out.push(id);
                        continue;
                    }
                    None => What::BadId { id: text.into_owned() },
                },
                other => unfit(Kind::Id, &other),
            };
            self.report(&format!("{name}[{index}]"), what);
        }
        out
    }

    /// The entry's own id; within the file it may stand once among its kind.
    pub fn own_id(&mut self, kind: &str) -> Id {
        let id = self.own(kind.to_owned());
        self.is(kind, &[id.as_str()]);
        id
    }

    /// The entry's own id; it may stand once in the list that the entry is in.
    pub fn own_id_in_list(&mut self) -> Id {
        let mut path = self.reader.path("");
        if let Some(at) = path.rfind('[') {
            path.truncate(at);
        }
        self.own(path)
    }

    fn own(&mut self, scope: String) -> Id {
        let id = self.id_if("id", Need::Must).unwrap_or_default();
        self.once(scope, "id", id.as_str());
        id
    }

    /// The number that tells this entry from others of its kind.
    pub fn own_number(&mut self, kind: &str, field: &str, number: u32) {
        // A number that could not be read is nobody's.
        if self.reader.broken {
            return;
        }
        let number = number.to_string();
        self.once(kind.to_owned(), field, &number);
        self.is(kind, &[&number]);
    }

    /// Reports a second entry of the same kind and key.
    fn once(&mut self, scope: String, field: &str, key: &str) {
        if !self.blank && !key.is_empty() && !self.reader.ids.insert(scope + "/" + key) {
            self.report(field, What::DuplicateId { id: key.to_owned() });
        }
    }

    /// The id of another entry, of the kind that anchors name it by.
    pub fn id_of(&mut self, kind: &'static str, name: &'static str) -> Id {
        self.id_of_if(kind, name, Need::Must).unwrap_or_default()
    }

    pub fn maybe_id_of(&mut self, kind: &'static str, name: &'static str) -> Option<Id> {
        self.id_of_if(kind, name, Need::OrNull)
    }

    fn id_of_if(&mut self, kind: &'static str, name: &'static str, need: Need) -> Option<Id> {
        self.note_target(kind);
        let id = self.id_if(name, need)?;
        self.refers(name, kind, &[id.as_str()]);
        Some(id)
    }

    /// Ids of other entries.
    pub fn ids_of(&mut self, kind: &'static str, name: &'static str) -> Vec<Id> {
        self.ids_of_if(kind, name, Need::Must)
    }

    /// Ids of other entries; the list may be left out.
    pub fn maybe_ids_of(&mut self, kind: &'static str, name: &'static str) -> Vec<Id> {
        self.ids_of_if(kind, name, Need::OrNothing)
    }

    fn ids_of_if(&mut self, kind: &'static str, name: &'static str, need: Need) -> Vec<Id> {
        self.note_target(kind);
        let ids = self.id_list(name, need, Kind::Ids);
        self.all_refer(name, kind, &ids);
        ids
    }

    /// Ids of a closed vocabulary that has no entries.
    pub fn ids(&mut self, name: &'static str) -> Vec<Id> {
        self.id_list(name, Need::Must, Kind::Ids)
    }

    /// Ids of neighbours in the entry that this one belongs to; the list may be left out.
    pub fn maybe_ids(&mut self, name: &'static str) -> Vec<Id> {
        self.id_list(name, Need::OrNothing, Kind::Ids)
    }

    pub fn id(&mut self, name: &'static str) -> Id {
        self.id_if(name, Need::Must).unwrap_or_default()
    }

    pub fn maybe_id_pair(&mut self, name: &'static str) -> Option<[Id; 2]> {
        let value = self.take(name, Need::OrNull, Kind::IdPair)?;
        if let Json::List(items) = &value
            && let [Json::Text(first), Json::Text(second)] = items.as_slice()
        {
            let pair = Id::parse(first).zip(Id::parse(second));
            if pair.is_none() {
                self.report(name, What::BadId { id: format!("{first}, {second}") });
            }
            return pair.map(|(first, second)| [first, second]);
        }
        self.report(name, unfit(Kind::IdPair, &value));
        None
    }

    pub fn anchors(&mut self, name: &'static str) -> Vec<Anchor> {
        let mut out = Vec::new();
        for (index, item) in self.taken_list(name, Need::Must, Kind::Anchors).into_iter().enumerate() {
            let path = format!("{name}[{index}]");
            match item {
                Json::Text(text) => match Anchor::parse(&text) {
                    Some(anchor) => {
                        self.refers_to_anchor(&path, &anchor);
                        out.push(anchor);
                    }
                    None => self.report(&path, What::BadId { id: text.into_owned() }),
                },
                other => self.report(&path, unfit(Kind::Text, &other)),
            }
        }
        out
    }

    // ---- objects within ----

    /// A list of entries; a broken one costs only itself.
    pub fn list<T>(&mut self, name: &'static str, read: Read<T>) -> Vec<T> {
        self.each(name, Need::Must, Costs::Itself, read)
    }

    /// A list of entries that may be left out; a broken one costs only itself.
    pub fn maybe_list<T>(&mut self, name: &'static str, read: Read<T>) -> Vec<T> {
        self.each(name, Need::OrNothing, Costs::Itself, read)
    }

    /// A list that only makes sense whole: a broken item costs the entry that holds it.
    pub fn parts<T>(&mut self, name: &'static str, read: Read<T>) -> Vec<T> {
        self.each(name, Need::Must, Costs::Holder, read)
    }

    pub fn maybe_parts<T>(&mut self, name: &'static str, read: Read<T>) -> Vec<T> {
        self.each(name, Need::OrNothing, Costs::Holder, read)
    }

    /// A list that only makes sense whole and with at least one item.
    pub fn some_parts<T>(&mut self, name: &'static str, read: Read<T>) -> Vec<T> {
        self.note_not_empty();
        let before = self.reader.broken;
        let parts = self.parts(name, read);
        // Broken parts have been reported as what they are.
        if parts.is_empty() && self.reader.broken == before {
            self.report(name, What::EmptyList);
        }
        parts
    }

    fn each<T>(&mut self, name: &'static str, need: Need, costs: Costs, read: Read<T>) -> Vec<T> {
        let items = self.taken_list(name, need, Kind::List);
        let mut out = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            if let Some(mut object) = self.reader.enter(Some((name, Some(index))), item, Kind::Object, costs) {
                let value = read(&mut object);
                if object.leave() {
                    out.push(value);
                }
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        self.describe_within(|object| {
            read(object);
        });
        out
    }

    /// An object within; a broken one costs what holds it.
    pub fn object<T>(&mut self, name: &'static str, read: Read<T>) -> T {
        match self.object_if(name, Need::Must, read) {
            Some(value) => value,
            None => read(&mut self.blank()),
        }
    }

    pub fn maybe_object<T>(&mut self, name: &'static str, read: Read<T>) -> Option<T> {
        self.object_if(name, Need::OrNull, read)
    }

    fn object_if<T>(&mut self, name: &'static str, need: Need, read: Read<T>) -> Option<T> {
        let value = self.take(name, need, Kind::Object);
        #[cfg(not(target_arch = "wasm32"))]
        self.describe_within(|object| {
            read(object);
        });
        let mut object = self.reader.enter(Some((name, None)), value?, Kind::Object, Costs::Holder)?;
        let value = read(&mut object);
        object.leave();
        Some(value)
    }

    fn blank(&mut self) -> Object<'_, 'a> {
        Object {
            members: Vec::new(),
            blank: true,
            outside: false,
            depth: self.reader.steps.len(),
            costs: Costs::Itself,
            #[cfg(not(target_arch = "wasm32"))]
            sketch: None,
            reader: self.reader,
        }
    }

    /// Reads the number of the format; nothing else of a file from the future is read.
    pub fn format_is_known(&mut self) -> bool {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(sketch) = &mut self.sketch {
            sketch.next.about = "The format of the file.";
            sketch.next.range = Some((1, FORMAT));
            sketch.field("format", Need::Must, Kind::Number);
        }
        if self.blank {
            return true;
        }
        let what = match self.member("format") {
            Some(Json::Whole(found)) if found >= 1 => match u32::try_from(found) {
                Ok(found) if found <= FORMAT => return true,
                _ => What::FutureFormat { found: found.unsigned_abs(), known: FORMAT },
            },
            _ => What::NoFormat,
        };
        // The fault concerns the whole file, so it has no place in it.
        self.report("", what);
        false
    }
}

/// What is said of the format for people and other programs; in the browser these say nothing and weigh nothing.
#[cfg(target_arch = "wasm32")]
impl Object<'_, '_> {
    #[inline(always)]
    pub fn shape(&mut self, _name: &'static str, _about: &'static str) {}

    #[inline(always)]
    pub fn doc(&mut self, _about: &'static str) -> &mut Self {
        self
    }

    #[inline(always)]
    fn note_range(&mut self, _from: u32, _to: u32) {}

    #[inline(always)]
    fn note_words(&mut self, _words: &[&'static str], _closed: bool) {}

    #[inline(always)]
    fn note_target(&mut self, _kind: &'static str) {}

    #[inline(always)]
    fn note_not_empty(&mut self) {}

    #[inline(always)]
    pub fn is(&mut self, _kind: &str, _ids: &[&str]) {}

    #[inline(always)]
    pub fn refers(&mut self, _field: &str, _kind: &str, _ids: &[&str]) {}

    #[inline(always)]
    fn all_refer(&mut self, _field: &str, _kind: &str, _ids: &[Id]) {}

    #[inline(always)]
    fn refers_to_anchor(&mut self, _field: &str, _anchor: &Anchor) {}

    #[inline(always)]
    pub fn refers_to_number(&mut self, _field: &str, _kind: &str, _number: u32) {}

    #[inline(always)]
    pub fn cites(&mut self, _field: &str, _document: &Id, _lines: Lines) {}
}

#[cfg(not(target_arch = "wasm32"))]
impl Object<'_, '_> {
    /// What the fields that are asked for look like.
    pub fn described(read: &dyn Fn(&mut Object)) -> Sketch {
        let mut reader = Reader::new(None);
        let mut object = Object {
            reader: &mut reader,
            members: Vec::new(),
            blank: true,
            outside: false,
            depth: 0,
            costs: Costs::Itself,
            sketch: Some(Sketch::default()),
        };
        read(&mut object);
        object.sketch.unwrap_or_default()
    }

    fn describe_within(&mut self, read: impl Fn(&mut Object)) {
        if let Some(sketch) = &mut self.sketch {
            sketch.within(Object::described(&|object| read(object)));
        }
    }

    /// What this kind of object is called and what it is.
    pub fn shape(&mut self, name: &'static str, about: &'static str) {
        if let Some(sketch) = &mut self.sketch {
            sketch.shape(name, about);
        }
    }

    /// What the field that is asked for next means.
    pub fn doc(&mut self, about: &'static str) -> &mut Self {
        if let Some(sketch) = &mut self.sketch {
            sketch.next.about = about;
        }
        self
    }

    fn note_range(&mut self, from: u32, to: u32) {
        if let Some(sketch) = &mut self.sketch {
            sketch.next.range = Some((from, to));
        }
    }

    fn note_words(&mut self, words: &[&'static str], closed: bool) {
        if let Some(sketch) = &mut self.sketch {
            sketch.next.words = words.to_vec();
            sketch.next.closed = closed;
        }
    }

    fn note_target(&mut self, kind: &'static str) {
        if let Some(sketch) = &mut self.sketch {
            sketch.next.target = Some(kind);
        }
    }

    fn note_not_empty(&mut self) {
        if let Some(sketch) = &mut self.sketch {
            sketch.next.not_empty = true;
        }
    }

    /// Remembers what this entry is, for those that point at it.
    pub fn is(&mut self, kind: &str, ids: &[&str]) {
        if self.reader.links.is_none() || self.blank {
            return;
        }
        let path = self.reader.path("");
        if let Some(links) = &mut self.reader.links {
            links.present.insert(anchor(kind, ids), path);
        }
    }

    /// Remembers what a field points at, for the check that it exists.
    pub fn refers(&mut self, field: &str, kind: &str, ids: &[&str]) {
        if self.reader.links.is_some() {
            self.refer(field, anchor(kind, ids), None);
        }
    }

    fn all_refer(&mut self, field: &str, kind: &str, ids: &[Id]) {
        if self.reader.links.is_none() {
            return;
        }
        for (index, id) in ids.iter().enumerate() {
            self.refers(&format!("{field}[{index}]"), kind, &[id.as_str()]);
        }
    }

    fn refers_to_anchor(&mut self, field: &str, anchor: &Anchor) {
        self.refer(field, anchor.to_string(), None);
    }

    pub fn refers_to_number(&mut self, field: &str, kind: &str, number: u32) {
        self.refers(field, kind, &[&number.to_string()]);
    }

    /// Remembers the lines of a document that an entry was read from.
    pub fn cites(&mut self, field: &str, document: &Id, lines: Lines) {
        if self.reader.links.is_some() && lines != UNREAD_LINES {
            self.refer(field, format!("document/{document}"), Some(lines));
        }
    }

    fn refer(&mut self, field: &str, to: String, lines: Option<Lines>) {
        let path = self.reader.path(field);
        if let (false, Some(file), Some(links)) = (self.blank, self.reader.file, &mut self.reader.links) {
            links.pointing.push(Reference { file, path, to, lines });
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn anchor(kind: &str, ids: &[&str]) -> String {
    let mut anchor = kind.to_owned();
    for id in ids {
        anchor.push('/');
        anchor.push_str(id);
    }
    anchor
}

/// `2025`, `2025-04`, `2025-04-14`, `2025-spring`, `2025-Q1` or `2025/2026`.
fn is_date(text: &str) -> bool {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let within = |part: &str, most: u32| digits(part, 2) && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number));
    if let Some((from, to)) = text.split_once('/') {
        return digits(from, 4) && digits(to, 4);
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, "early" | "winter" | "spring" | "mid" | "summer" | "autumn" | "end" | "Q1" | "Q2" | "Q3" | "Q4"] => digits(year, 4),
        [year, month] => digits(year, 4) && within(month, 12),
        [year, month, day] => digits(year, 4) && within(month, 12) && within(day, 31),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_as_close_as_the_source_gives_it_and_has_a_form() {
        for date in ["2025", "2025-04", "2015-04-14", "2025-spring", "2026-Q1", "2025/2026", "2027-early"] {
            assert!(is_date(date), "{date}");
        }
        for text in ["", "14 april 2015", "2015-13", "2015-4", "25", "2025-hösten", "2025-04-32", "2025/", "2025-04-14-1", "÷"] {
            assert!(!is_date(text), "{text}");
        }
    }
}
