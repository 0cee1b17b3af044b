//! What can be wrong with a file. Words for these come from `i18n`.

use super::FileName;

/// One thing that does not fit, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The file, or nothing for the manifest itself.
    pub file: Option<FileName>,
    /// The place in the file, such as `goals[3]` or `tables[0].rows[4]`; empty for the whole file.
    pub path: String,
    pub what: What,
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
    /// Made for a later version of the application.
    FutureFormat {
        found: u64,
        known: u32,
    },
    /// `format` is missing or not a whole number.
    NoFormat,
    MissingList {
        key: String,
    },
    /// A list or field that this version does not know; kept out, harmless.
    UnknownField {
        name: String,
    },
    /// A field is missing or has another type; the message is that of the JSON reader.
    WrongShape {
        message: String,
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
    },
    BadNumber {
        text: String,
    },
    BadLines {
        from: u32,
        to: u32,
    },
    /// No source is given.
    NoSource,
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
        !matches!(self, What::UnknownField { .. } | What::Dangling { .. } | What::Cycle { .. })
    }
}
