//! A text edition: its lines, its headings and what its contents list prints.

use serde_json::Value;
use std::path::Path;

pub struct Edition {
    pub id: String,
    /// The file's bytes, for the digest.
    pub bytes: Vec<u8>,
    /// Line 1 is the first.
    lines: Vec<String>,
    /// First and last line that are the document itself.
    pub first: usize,
    pub last: usize,
    /// Line and text of every heading, in order.
    pub headings: Vec<(usize, String)>,
    /// Line of a heading and the page that the contents list prints for it, in order.
    pages: Vec<(usize, u64)>,
    /// The titles of the contents list as it prints them, misprints included.
    pub listed: Vec<String>,
}

/// The headings of minutes, which mark none: a line that is one of these words and no more.
const MINUTES: [&str; 8] = [
    "Protokollsutdrag",
    "Underskrifter",
    "Beslutande ledamöter",
    "Ej tjänstgörande ersättare",
    "Övriga närvarande",
    "Sammanfattning",
    "Beslut",
    "Beslutsunderlag",
];

/// Misprints of the contents list that its heading in the text does not have: as listed, as it heads the text.
const MISLISTED: [(&str, &str); 2] = [("männsliga", "mänskliga"), ("attraktivitet och närliv", "attraktivitet och näringsliv")];

impl Edition {
    pub fn read(folder: &Path, document: &Value) -> Edition {
        let name = super::text(document, "/text_file");
        let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let lines: Vec<String> =
            String::from_utf8(bytes.clone()).unwrap_or_else(|error| panic!("{name}: {error}")).lines().map(str::to_owned).collect();
        let part = |pointer| document.pointer(pointer).and_then(Value::as_u64).unwrap_or_default() as usize;
        let id = super::text(document, "/id").to_owned();
        let mut edition = Edition {
            id,
            bytes,
            lines,
            first: part("/document_lines/0"),
            last: part("/document_lines/1"),
            headings: Vec::new(),
            pages: Vec::new(),
            listed: Vec::new(),
        };
        edition.headings = (edition.first..=edition.last).filter_map(|line| Some((line, edition.heading(line)?))).collect();
        (edition.listed, edition.pages) = edition.contents_list();
        edition
    }

    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// A line as it stands in the edition; empty outside it.
    pub fn line(&self, number: usize) -> &str {
        number.checked_sub(1).and_then(|index| self.lines.get(index)).map(String::as_str).unwrap_or_default()
    }

    /// Lines `[first, last]` on one line, without emphasis marks.
    pub fn cited(&self, lines: [usize; 2]) -> String {
        flat(&(lines[0]..=lines[1]).map(|line| self.line(line)).collect::<Vec<_>>().join(" "))
    }

    /// Whether the document marks its headings; the one of 2015 does not.
    pub fn marks_headings(&self) -> bool {
        self.headings.len() > 1
    }

    /// The nearest heading above a line, the line itself included.
    pub fn heading_above(&self, line: usize) -> Option<&str> {
        self.headings.iter().rev().find(|(at, _)| *at <= line).map(|(_, heading)| heading.as_str())
    }

    /// What the contents list prints for the part that a line stands in.
    pub fn page_of(&self, line: usize) -> Option<u64> {
        self.pages.iter().rev().find(|(at, _)| *at <= line).map(|(_, page)| *page)
    }

    /// Whether a line is a heading of the document.
    pub fn is_heading(&self, line: usize) -> bool {
        self.headings.iter().any(|(at, _)| *at == line)
    }

    fn heading(&self, number: usize) -> Option<String> {
        let line = self.line(number).trim();
        let flat = flat(line);
        let marked = line.starts_with('#');
        // The budget prints some of its assignments as a paragraph in bold; a bold line that ends with a colon starts a list.
        let bold = line.starts_with("**") && line.ends_with("**") && !flat.ends_with(':');
        let of_minutes = MINUTES.contains(&flat.as_str()) || flat.starts_with("§ ");
        let minutes = self.line(self.first).trim() == "Protokollsutdrag" || self.line(self.first).trim() == "Malmö stad";
        (marked || bold || (minutes && of_minutes)).then_some(flat)
    }

    /// The contents list is the part under the heading of that name; each of its lines ends in dots and a page.
    /// Its titles as printed, and the line of the heading with the page for each.
    fn contents_list(&self) -> (Vec<String>, Vec<(usize, u64)>) {
        let Some(list) = self.headings.iter().position(|(_, heading)| heading == "Innehållsförteckning") else {
            return Default::default();
        };
        let start = self.headings[list].0 + 1;
        let end = self.headings.get(list + 1).map_or(self.last, |(line, _)| line - 1);
        let mut rest = &self.headings[list + 1..];
        let (mut titles, mut pages) = (Vec::new(), Vec::new());
        for line in (start..=end).map(|line| flat(self.line(line))).filter(|line| !line.is_empty()) {
            let (title, page) = line.rsplit_once('.').unwrap_or_else(|| panic!("{}: «{line}» of the contents list has no page", self.id));
            let mut title = title.trim_end_matches(['.', ' ']).to_owned();
            titles.push(title.clone());
            for (listed, heads) in MISLISTED {
                title = title.replace(listed, heads);
            }
            let page = page.trim().parse().unwrap_or_else(|_| panic!("{}: «{line}» of the contents list has no page", self.id));
            let at = rest
                .iter()
                .position(|(_, heading)| heading.trim_end_matches('.') == title)
                .unwrap_or_else(|| panic!("{}: «{title}» is listed, but heads nothing after the entry before it", self.id));
            pages.push((rest[at].0, page));
            rest = &rest[at + 1..];
        }
        (titles, pages)
    }
}

/// Text on one line, without the marks of emphasis and headings.
pub fn flat(text: &str) -> String {
    let mut text = text.replace(['*', '#'], "");
    for mark in ["<b>", "</b>", "<i>", "</i>"] {
        text = text.replace(mark, "");
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
