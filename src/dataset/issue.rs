//! What can be wrong with a file. Words for these come from `i18n`.

use super::FileName;

/// One thing that does not fit, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The file, or nothing for `manifest.json` and `site.json` (whose path starts with its name).
    pub file: Option<FileName>,
    /// The place in the file, counted from 0, such as `goals[3].sdgs[2].number`; empty for the whole file.
    pub path: String,
    pub what: What,
}

/// The kinds of values that stand in a file: what was expected, and what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// An object with a text in each language.
    BothLanguages,
    Texts,
    Id,
    Ids,
    /// Two ids.
    IdPair,
    /// Ids with the kind of thing before them: `goal/klimatneutral`.
    Anchors,
    /// One of a few words.
    Word,
    /// A whole number, not negative.
    Number,
    /// A decimal number written as a text: `494.7`.
    Decimal,
    /// First and last line.
    Lines,
    /// An object from column ids to whole numbers or null.
    Cells,
    /// A whole number, also negative, or null.
    Cell,
    YesNo,
    List,
    Object,
    /// Found only: null, and a number with decimals.
    Null,
    Fraction,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file could not be fetched or opened.
    Unreachable,
    /// The bytes are not the ones the manifest names.
    WrongDigest,
    /// Larger than any data file may be.
    TooLarge {
        bytes: usize,
    },
    NotUtf8 {
        at_byte: usize,
    },
    /// Not JSON; often a file that was cut off.
    NotJson {
        line: usize,
        column: usize,
    },
    /// Lists within lists beyond all need.
    TooDeep {
        line: usize,
        column: usize,
    },
    /// Made for a later version of the application.
    FutureFormat {
        found: u64,
        known: u32,
    },
    /// `format` is missing or not a whole number.
    NoFormat,
    MissingField {
        name: String,
        expected: Kind,
    },
    /// A field that stands more than once in the same object.
    FieldTwice {
        name: String,
    },
    /// A field that this version does not know; kept out, harmless.
    UnknownField {
        name: String,
    },
    /// Null where a value must stand.
    Null {
        expected: Kind,
    },
    WrongKind {
        expected: Kind,
        found: Kind,
    },
    /// A number between quotation marks.
    NumberAsText {
        text: String,
    },
    /// A whole number beyond what may stand here.
    OutOfRange {
        number: i64,
        from: i64,
        to: i64,
    },
    /// A text that should be a decimal number with a full stop.
    BadDecimal {
        text: String,
    },
    /// A text that is no date in any of the forms that the format has.
    BadDate {
        text: String,
    },
    /// A part of a list of lines that is neither a line nor a range of lines.
    BadLineList {
        part: String,
    },
    BadId {
        id: String,
    },
    DuplicateId {
        id: String,
    },
    /// A word that stands in no list of allowed words.
    UnknownWord {
        word: String,
        allowed: String,
    },
    /// A word that is not in the list, where any is shown as it stands; harmless.
    UnfamiliarWord {
        word: String,
        allowed: String,
    },
    /// Line numbers that start at 0 or run backwards.
    BadLines {
        from: u32,
        to: u32,
    },
    /// Lines that are not part of the document.
    LinesOutside {
        from: u32,
        to: u32,
        first: u32,
        last: u32,
    },
    /// A list that may not be empty.
    EmptyList,
    /// A text that may not be empty.
    EmptyText,
    /// A row that says nothing of a column that its table has; harmless.
    NoCell {
        column: String,
    },
    /// Something is referred to that does not exist.
    Dangling {
        to: String,
    },
    /// Events that follow on each other in a circle.
    Cycle {
        through: String,
    },
}

impl What {
    /// Whether something is lost to the reader (as opposed to a remark to whoever prepares the data).
    pub fn costs_something(&self) -> bool {
        !matches!(self, What::UnknownField { .. } | What::UnfamiliarWord { .. } | What::NoCell { .. })
    }
}
