//! Plain words: what readers read is whole in both languages, short, and free of office Swedish.
//!
//! Looks at our own texts in the data files and at the messages of the interface; official titles and names are not ours.

use crate::record::{self, FILES, nothing, repository};
use serde_json::Value;

/// Words of offices and what to write instead.
const OFFICE_WORDS: [(&str, &str); 26] = [
    ("avseende", "om, för"),
    ("beträffande", "om"),
    ("angående", "om"),
    ("i enlighet med", "enligt, efter"),
    ("inom ramen för", "i"),
    ("i syfte att", "för att"),
    ("med anledning av", "för, eftersom"),
    ("erhålla", "få"),
    ("erhåller", "får"),
    ("tillse", "se till"),
    ("ombesörja", "sköta, ordna"),
    ("föreliggande", "den här"),
    ("vidta", "göra"),
    ("vidtas", "göras"),
    ("medelst", "med"),
    ("härmed", "(utgår)"),
    ("varvid", "och då"),
    ("samtliga", "alla"),
    ("implementera", "införa"),
    ("implementering", "införande"),
    ("säkerställa", "se till, trygga"),
    ("nyttja", "använda"),
    ("huruvida", "om"),
    ("tillhandahålla", "ge, erbjuda"),
    ("jämte", "och, med"),
    ("dylikt", "sådant"),
];

/// Words that will be wrong next year; years and dates are told instead.
const PASSING_TIME: [&str; 6] = ["i år", "nästa år", "förra året", "i fjol", "this year", "next year"];

const LONGEST_SENTENCE: usize = 30;

/// Place, Swedish and English of a text.
type Texts = Vec<(String, String, String)>;

/// Our own texts of the data files. A title or a name is official or a translation of what is.
fn of_data() -> Texts {
    let mut texts = Vec::new();
    for name in FILES {
        collect(&record::file(name), name.to_owned(), "", &mut texts);
    }
    assert!(texts.len() > 500, "only {} texts were found", texts.len());
    texts
}

fn collect(value: &Value, path: String, key: &str, texts: &mut Texts) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(sv)), Some(Value::String(en))) = (members.get("sv"), members.get("en")) {
                let ours = if matches!(key, "title" | "name" | "label") { "" } else { sv };
                texts.push((path, ours.to_owned(), en.clone()));
                return;
            }
            members.iter().for_each(|(key, member)| collect(member, format!("{path}/{key}"), key, texts));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = item.get("id").and_then(Value::as_str).map_or_else(|| index.to_string(), str::to_owned);
                collect(item, format!("{path}/{name}"), key, texts);
            }
        }
        _ => {}
    }
}

/// The Swedish messages of the interface: the text that follows each `sv:`, values left as they stand.
fn of_interface() -> Vec<(String, String)> {
    let folder = repository().join("src/i18n");
    let mut messages = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let code = std::fs::read_to_string(&path).unwrap();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for part in code.split("sv: ").skip(1) {
            let Some(text) = part.split('"').nth(1).filter(|_| part.find('"') < part.find("en:")) else { continue };
            messages.push((file.clone(), text.to_owned()));
        }
    }
    assert!(messages.len() > 100, "only {} messages were found", messages.len());
    messages
}

fn has(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(words)
        .any(|(at, _)| !text[..at].ends_with(char::is_alphabetic) && !text[at + words.len()..].starts_with(char::is_alphabetic))
}

fn faults(text: &str) -> Vec<String> {
    let mut faults: Vec<String> =
        OFFICE_WORDS.iter().filter(|(word, _)| has(text, word)).map(|(word, plain)| format!("«{word}», write «{plain}»")).collect();
    faults.extend(PASSING_TIME.iter().filter(|word| has(text, word)).map(|word| format!("«{word}» will be wrong next year")));
    let sentences = text.split(['.', '!', '?', ':', ';']).map(|sentence| sentence.split_whitespace().count());
    faults.extend(sentences.filter(|words| *words > LONGEST_SENTENCE).map(|words| format!("a sentence of {words} words")));
    faults
}

#[test]
fn every_text_stands_in_both_languages() {
    let mut findings = Vec::new();
    for (path, sv, en) in of_data() {
        let bare = |text: &str| text.trim().is_empty();
        if bare(&en) || (bare(&sv) && !["title", "name", "label"].iter().any(|key| path.ends_with(key))) {
            findings.push(format!("{path}: one language is empty"));
        } else if sv == en {
            findings.push(format!("{path}: both languages are the same"));
        }
    }
    nothing(&findings, "text that is not there in both languages");
}

#[test]
fn our_swedish_is_plain() {
    let mut findings = Vec::new();
    for (path, sv, en) in of_data() {
        findings.extend(faults(&sv).into_iter().map(|fault| format!("{path}: {fault}")));
        findings.extend(PASSING_TIME.iter().filter(|word| has(&en, word)).map(|word| format!("{path}: «{word}» will be wrong next year")));
    }
    for (file, sv) in of_interface() {
        findings.extend(faults(&sv).into_iter().map(|fault| format!("{file}: {fault}: «{sv}»")));
    }
    nothing(&findings, "wording that is not plain");
}

#[test]
fn office_swedish_would_be_found() {
    assert_eq!(faults("Tillse att samtliga erhåller svar i år.").len(), 4);
    assert_eq!(faults("Se till att alla får svar 2025.").len(), 0);
    assert_eq!(faults(&"ord ".repeat(31)).len(), 1);
}
