//! Our texts are our own: no copied sentences and no personal names.
//!
//! Both are read from the text editions at test time, so that neither a sentence nor a name of theirs
//! has to stand in this repository. Where the editions are not at hand each test says so in a line and passes.

use crate::record::{self, Edition, FILES, entries, flat, list, nothing, text};
use crate::source_proof::official;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// So many words in a row may be the same as in a source, by chance or by the names of things.
const ALLOWED_RUN: usize = 12;

/// Stands for words that are not ours to choose; occurs in no source.
const OFFICIAL: &str = "¤";

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Every run of words of the editions that is one word too long.
fn runs(editions: &BTreeMap<String, Edition>, official: &[Vec<String>]) -> BTreeSet<Vec<String>> {
    let mut runs = BTreeSet::new();
    for edition in editions.values() {
        let words = words(&flat(&String::from_utf8_lossy(&edition.bytes)));
        runs.extend(words.windows(ALLOWED_RUN + 1).map(<[String]>::to_vec));
    }
    // A part of a long title is official too.
    for wording in official {
        for run in wording.windows(ALLOWED_RUN + 1) {
            runs.remove(run);
        }
    }
    runs
}

/// Official titles and names as words, the longest first: what the documents call something has to be copied.
fn official_wording(editions: &BTreeMap<String, Edition>) -> Vec<Vec<String>> {
    let mut wording = BTreeSet::new();
    for edition in editions.values() {
        wording.extend(edition.headings.iter().map(|(_, heading)| words(heading)));
        wording.extend(edition.listed.iter().map(|title| words(title)));
    }
    for name in FILES {
        let file = record::file(name);
        wording.extend(list(&file, "documents").iter().map(|document| words(text(document, "/title/sv"))));
        for entry in entries(name, &file).iter().filter(|entry| entry.file != "contradictions") {
            wording.extend(official(entry).into_iter().map(|(_, official)| words(official)));
        }
    }
    let mut wording: Vec<Vec<String>> = wording.into_iter().filter(|words| words.len() > 2).collect();
    wording.sort_by_key(|words| std::cmp::Reverse(words.len()));
    wording
}

/// The copied runs of a text, official wording aside.
fn copied(text: &str, official: &[Vec<String>], runs: &BTreeSet<Vec<String>>) -> Vec<String> {
    let mut ours = words(text);
    if ours.len() <= ALLOWED_RUN {
        return Vec::new();
    }
    for wording in official {
        let mut at = 0;
        while at + wording.len() <= ours.len() {
            if ours[at..at + wording.len()] == wording[..] {
                ours.splice(at..at + wording.len(), [OFFICIAL.to_owned()]);
            }
            at += 1;
        }
    }
    ours.windows(ALLOWED_RUN + 1).filter(|run| runs.contains(*run)).map(|run| run.join(" ")).collect()
}

/// Every text of a data file with its place in it.
fn texts(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path, text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = item.get("id").and_then(Value::as_str).map_or_else(|| index.to_string(), str::to_owned);
                texts(item, format!("{path}/{name}"), found);
            }
        }
        Value::Object(members) => members.iter().for_each(|(key, member)| texts(member, format!("{path}/{key}"), found)),
        _ => {}
    }
}

/// The files of the repository that hold words of ours: program, pages, style, data, and what is written about them.
fn our_files() -> Vec<PathBuf> {
    let root = record::repository();
    let mut files = vec![root.join("index.html"), root.join("dev")];
    for folder in ["src", "public", "tests", "docs"] {
        collect(&root.join(folder), &mut files);
    }
    let about = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    files.extend(about.filter(|path| path.extension().is_some_and(|end| end == "md" || end == "toml")));
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(found) = std::fs::read_dir(folder) else { return };
    for path in found.map(|entry| entry.unwrap().path()) {
        if path.is_dir() && !path.ends_with("node_modules") {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|end| ["rs", "js", "mjs", "ts", "json", "css", "html", "txt", "md", "webmanifest"].iter().any(|of| end == *of))
        {
            files.push(path);
        }
    }
}

#[test]
fn no_sentence_of_a_source_is_copied() {
    let Some(editions) = record::editions("no sentence of a source is copied") else { return };
    let official = official_wording(&editions);
    let runs = runs(&editions, &official);
    let mut findings = Vec::new();
    for name in FILES {
        let mut found = Vec::new();
        texts(&record::file(name), name.to_owned(), &mut found);
        for (path, text) in found {
            findings.extend(copied(&text, &official, &runs).into_iter().map(|run| format!("{path}: {run}")));
        }
    }
    // The messages of the interface stand in the program; there the whole file is read, so that no literal escapes.
    let root = record::repository();
    for path in our_files().iter().filter(|path| path.starts_with(root.join("src")) || path.extension().is_some_and(|end| end == "md")) {
        let text = std::fs::read_to_string(path).unwrap();
        findings.extend(copied(&text, &official, &runs).into_iter().map(|run| format!("{}: {run}", path.display())));
    }
    nothing(&findings, "run of words copied from a source");
}

#[test]
fn a_copied_sentence_would_be_found() {
    let runs: BTreeSet<Vec<String>> = words("a b c d e f g h i j k l m n o").windows(ALLOWED_RUN + 1).map(<[String]>::to_vec).collect();
    assert_eq!(copied("X a b, c d e f g h i j k l m", &[], &runs).len(), 1);
    assert_eq!(copied("X a b, c d e f g h i j k l y", &[], &runs).len(), 0);
    // A title inside our own words breaks the run.
    assert_eq!(copied("X a b, c d e f g h i j k l m", &[words("d e f")], &runs).len(), 0);
}

/// Words that stand before a name in letter heads, signatures and lists of those present.
const BEFORE_NAMES: [&str; 8] = ["referens", "Enhet:", "Ordförande", "ordförande", "Sekreterare", "Ansvariga", "Justerande", "justera"];

/// Ends of words that are a person's title.
const TITLES: [&str; 6] = ["sekreterare", "chef", "direktör", "samordnare", "jurist", "strateg"];

/// Ends of words that begin with a capital in such places and are no names.
const OFFICES: [&str; 8] =
    ["kontoret", "avdelningen", "förvaltningen", "styrelsen", "beredningen", "ordförande", "ansvariga", "justerande"];

fn ends_as(word: &str, ends: &[&str]) -> bool {
    let word = word.to_lowercase();
    ends.iter().any(|end| word.trim_matches(|c: char| !c.is_alphabetic()).ends_with(end))
}

/// `(S)`, `(MP)`: what stands in brackets after an elected member's name.
fn is_party(word: &str) -> bool {
    word.strip_prefix('(')
        .and_then(|word| word.strip_suffix(')'))
        .is_some_and(|party| (1..=2).contains(&party.len()) && party.chars().all(char::is_uppercase))
}

/// A word of a name: a capital, then small letters, perhaps two joined by a hyphen.
fn is_name_word(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    !ends_as(word, &TITLES)
        && !ends_as(word, &OFFICES)
        && parts
            .iter()
            .all(|part| part.chars().count() > 1 && part.starts_with(char::is_uppercase) && part.chars().skip(1).all(char::is_lowercase))
}

/// The name that starts a list of words: at least two words of a name in a row.
fn leading_name(words: &[&str]) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in words.iter().take(4) {
        let bare = word.trim_end_matches([',', ';', '.', ')']);
        if !is_name_word(bare) {
            break;
        }
        name.push(bare);
        if bare != *word {
            break;
        }
    }
    (name.len() > 1).then(|| name.join(" "))
}

/// The persons whom the documents name, read from letter heads, signatures and lists of those present.
fn persons(edition: &Edition) -> BTreeSet<String> {
    let mut persons = BTreeSet::new();
    for number in 1..=edition.count() {
        // What follows the 2015 document is a website's list of others; only its letter heads name persons in a known form.
        let inside = (edition.first..=edition.last).contains(&number);
        let line = flat(edition.line(number));
        let words: Vec<&str> = line.split(' ').filter(|word| !word.chars().all(|c| c == '.')).collect();
        for (index, word) in words.iter().enumerate() {
            let rest = &words[index + 1..];
            if BEFORE_NAMES.contains(word) && (inside || *word == "referens") {
                persons.extend(leading_name(rest));
            }
            // `Name (S) (role)`, `Name § 193`, `Name, professor`, `Name Avdelningschef`: the name stands before.
            let marks = is_party(word)
                || *word == "§"
                || (*word == "professor" && index > 0 && words[index - 1].ends_with(','))
                || ends_as(word, &TITLES);
            if marks && inside {
                let mut start = index;
                while start > 0 && index - start < 4 && is_name_word(words[start - 1].trim_end_matches(',')) {
                    start -= 1;
                }
                persons.extend(leading_name(&words[start..index]));
            }
        }
    }
    persons
}

#[test]
fn no_person_is_named() {
    let Some(editions) = record::editions("no person is named") else { return };
    let names: BTreeSet<String> = editions.values().flat_map(persons).collect();
    // Fewer would mean that the lists are no longer understood.
    assert!(names.len() > 10, "only {} persons were found in the documents", names.len());
    let surnames: BTreeSet<String> = names.iter().filter_map(|name| name.rsplit(' ').next()).map(str::to_owned).collect();
    let mut findings = Vec::new();
    for path in our_files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        // The finding tells where, and not whom, so that no log holds a name.
        let place = path.strip_prefix(record::repository()).unwrap().display();
        findings.extend(names.iter().filter(|name| text.contains(*name)).map(|_| format!("{place}: a full name")));
        findings.extend(surnames.iter().filter(|name| words.contains(name.as_str())).map(|name| {
            format!("{place}: a surname of {} letters that starts with {}", name.chars().count(), name.chars().next().unwrap_or_default())
        }));
        if text.contains(concat!("@", "malmo.se")) {
            findings.push(format!("{place}: an address of a person"));
        }
    }
    nothing(&findings, "personal name");
}
