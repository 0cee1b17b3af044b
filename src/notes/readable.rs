//! Notes to read outside the application: a table for spreadsheets (CSV) and a text to print or send (Markdown).
//!
//! One way only: these files are not read back. Whatever a note holds, nothing in them runs or takes another shape.

use super::book::Shown;
use super::file::Sender;
use super::note::{Assessed, Kind, KindName, Note};
use crate::i18n;
use crate::model::Language;
use std::borrow::Cow;

/// A table with a heading row, for spreadsheets: with a byte order mark, every cell quoted, separated as the language's
/// spreadsheets expect (`;` in Swedish, `,` in English), rows ended as RFC 4180 asks. All cells are texts, and texts that
/// a spreadsheet would calculate are made inert with a leading apostrophe.
pub fn csv<'a>(notes: impl IntoIterator<Item = Shown<'a>>, sender: &Sender<'_>) -> String {
    let language = sender.language;
    let separator = match language {
        Language::Sv => ";",
        Language::En => ",",
    };
    let mut out = String::from("\u{feff}");
    let mut row = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell_from_text(cell)).collect();
        out.push_str(&cells.join(separator));
        out.push_str("\r\n");
    };
    row(&[
        &i18n::notes::column_about(language),
        &i18n::notes::column_anchor(language),
        &i18n::notes::column_kind(language),
        &i18n::notes::column_state(language),
        &i18n::notes::column_reason(language),
        &i18n::notes::column_rule(language),
        &i18n::notes::column_text(language),
        &i18n::notes::column_tags(language),
        &i18n::notes::column_created(language),
        &i18n::notes::column_modified(language),
        &i18n::notes::column_data(language),
        &i18n::notes::column_remark(language),
    ]);
    for shown in notes {
        for (place, note) in std::iter::once(shown.note).chain(shown.others).enumerate() {
            let (state, reason, rule) = match &note.kind {
                Kind::Assessment { state, reason, rule } => (state.word(language), reason.as_str(), rule.as_str()),
                _ => (Cow::Borrowed(""), "", ""),
            };
            let mut remarks: Vec<Cow<'static, str>> = Vec::new();
            if note.assessed().is_some() {
                remarks.push(i18n::notes::own_assessment(language, sender.city));
            }
            if place > 0 {
                remarks.push(i18n::notes::other_text(language));
            }
            row(&[
                &note.quoted,
                &note.anchor,
                &note.kind.name().word(language),
                &state,
                reason,
                rule,
                &note.text,
                &note.tags.join(", "),
                &note.created.to_string(),
                &note.modified.to_string(),
                &note.data_version,
                &remarks.join(". "),
            ]);
        }
    }
    out
}

/// A cell in quotes. A spreadsheet takes a text that starts so for a formula, in full-width letters too.
fn cell_from_text(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let inert = if runs { "'" } else { "" };
    format!("\"{inert}{}\"", text.replace('"', "\"\"").replace('\0', "\u{fffd}"))
}

/// A text with a heading for each note, in the order given.
pub fn markdown<'a>(notes: impl IntoIterator<Item = Shown<'a>>, sender: &Sender<'_>) -> String {
    let language = sender.language;
    let mut out = format!("# {}\n\n{}\n", i18n::notes::title(language), escaped(&i18n::notes::file_label(language, sender.city)));
    for shown in notes {
        let title = if shown.note.quoted.trim().is_empty() { &shown.note.anchor } else { &shown.note.quoted };
        out.push_str(&format!("\n## {}\n", escaped(&one_line(title))));
        for (place, note) in std::iter::once(shown.note).chain(shown.others).enumerate() {
            if place > 0 {
                out.push_str(&format!("\n### {}\n", i18n::notes::other_text(language)));
            }
            push_note(&mut out, note, sender);
        }
    }
    out
}

fn push_note(out: &mut String, note: &Note, sender: &Sender<'_>) {
    let language = sender.language;
    let date = note.modified.date();
    out.push_str(&format!("\n{} · {date} · {}\n", note.kind.name().word(language), escaped(&one_line(&note.anchor))));
    if let Kind::Assessment { state, reason, rule } = &note.kind {
        let label = escaped(&i18n::notes::own_assessment(language, sender.city));
        out.push_str(&format!("\n**{}** ({label})\n", state.word(language)));
        push_quote(out, reason);
        if !rule.trim().is_empty() {
            out.push_str(&format!("\n{}:\n", i18n::notes::column_rule(language)));
            push_quote(out, rule);
        }
    }
    push_quote(out, &note.text);
    if !note.tags.is_empty() {
        out.push_str(&format!("\n{}: {}\n", i18n::notes::column_tags(language), escaped(&one_line(&note.tags.join(", ")))));
    }
}

/// What the reader wrote, line by line, set off from what stands around it.
fn push_quote(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push('\n');
    for line in text.lines() {
        out.push_str("> ");
        out.push_str(&escaped(line));
        out.push('\n');
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line in which nothing is a mark of Markdown or HTML.
fn escaped(line: &str) -> String {
    // White space at the start or end of a line would be a code block or a line break.
    let line = line.trim();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mut out = String::with_capacity(line.len());
    for (place, c) in line.chars().enumerate() {
        let mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' => true,
            '-' | '+' | '=' | ':' => place == 0,
            '.' | ')' => digits > 0 && place == digits,
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(if c.is_control() && c != '\t' { '\u{fffd}' } else { c });
    }
    out
}

impl Assessed {
    /// The word that a reader reads.
    pub fn word(self, language: Language) -> std::borrow::Cow<'static, str> {
        match self {
            Assessed::Red => i18n::notes::state_red(language),
            Assessed::Yellow => i18n::notes::state_yellow(language),
            Assessed::Green => i18n::notes::state_green(language),
            Assessed::CannotAssess => i18n::notes::state_cannot_assess(language),
        }
    }
}

impl KindName {
    /// The word that a reader reads.
    pub fn word(self, language: Language) -> std::borrow::Cow<'static, str> {
        match self {
            KindName::Comment => i18n::notes::kind_comment(language),
            KindName::Question => i18n::notes::kind_question(language),
            KindName::Bookmark => i18n::notes::kind_bookmark(language),
            KindName::Assessment => i18n::notes::kind_assessment(language),
        }
    }
}
