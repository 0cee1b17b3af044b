//! The record as it is published and as it was read: the data files as plain JSON, and the text editions of the documents.
//!
//! The proofs are made on these two. Knows no type of the application, so that a fault in decoding cannot hide one in the data.

mod edition;
mod entry;

pub use edition::{Edition, flat};
pub use entry::{Entry, Place, entries};

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Every file of the dataset, in the order of the manifest.
pub const FILES: [&str; 8] = ["sources", "goals", "budget", "decisions", "followup", "rights", "terms", "contradictions"];

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file of the dataset.
pub fn file(name: &str) -> Value {
    let path = repository().join("public/data/malmo-ks-2025").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}.json: {error}"))
}

/// A text of a value, empty where there is none.
pub fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The items of a list, none where there is no list.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The text editions by document id, or nothing (and a line that says so) where they are not at hand:
/// the texts belong to the city and are not published with the application.
pub fn editions(test: &str) -> Option<BTreeMap<String, Edition>> {
    let folder = match std::env::var_os("MALKARTA_SOURCES") {
        Some(folder) => PathBuf::from(folder),
        None => repository().join("../shared/sources"),
    };
    if !folder.is_dir() {
        // Written to the stream itself, because the test runner keeps what a passing test prints.
        let _ = writeln!(std::io::stderr(), "skipped: {test} (the text editions are not at hand; MALKARTA_SOURCES names their folder)");
        return None;
    }
    let sources = file("sources");
    let editions = list(&sources, "documents").iter().map(|document| {
        let id = text(document, "/id").to_owned();
        (id, Edition::read(&folder, document))
    });
    Some(editions.collect())
}

/// Fails with every finding, one a line.
pub fn nothing(findings: &[String], what: &str) {
    assert!(findings.is_empty(), "{} × {what}:\n{}", findings.len(), findings.join("\n"));
}
