//! Notes to read in a spreadsheet or as a text.

use super::writer::{HOSTILE, Writer, at, comment, id, rounds};
use malkarta::model::Language;
use malkarta::notes::book::{Action, Book, Draft, Filter, Order, Shown};
use malkarta::notes::file::Sender;
use malkarta::notes::readable::{csv, markdown};
use malkarta::notes::{Assessed, Kind, Note};

const SV: Sender<'_> = Sender { site_url: None, city: "Malmö stad", language: Language::Sv };
const EN: Sender<'_> = Sender { language: Language::En, ..SV };

fn shown(notes: &[Note]) -> Vec<Shown<'_>> {
    notes.iter().map(|note| Shown { note, others: &[] }).collect()
}

/// Reads CSV as a spreadsheet does.
fn cells(csv: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = csv.strip_prefix('\u{feff}').unwrap().chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().extend(chars.next()),
            '"' => quoted = !quoted,
            c if c == separator && !quoted => row.push(String::new()),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                rows.push(vec![String::new()]);
            }
            c => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends too");
    rows
}

#[test]
fn a_table_holds_every_text_and_nothing_in_it_calculates() {
    let mut writer = Writer::new(11);
    for (sender, separator) in [(SV, ';'), (EN, ',')] {
        for _ in 0..rounds(200) {
            let notes: Vec<Note> = writer.notes(5, 200).into_iter().map(|note| Note { deleted: false, ..note }).collect();
            let rows = cells(&csv(shown(&notes), &sender), separator);
            assert_eq!(rows.len(), notes.len() + 1);
            for (row, note) in rows.iter().skip(1).zip(&notes) {
                assert_eq!(row.len(), rows[0].len());
                for cell in row {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{cell:?}");
                }
                let text = note.text.replace('\0', "\u{fffd}");
                assert!(row[6] == text || row[6] == format!("'{text}"), "{:?} {:?}", row[6], note.text);
                assert_eq!(row[8], note.created.to_string());
            }
        }
    }
}

#[test]
fn an_assessment_is_labelled_as_the_readers_own_in_every_file() {
    let mut book = Book::default();
    let kind = Kind::Assessment { state: Assessed::Red, reason: "För dyrt".to_owned(), rule: "Rött: mer än budget".to_owned() };
    let step = book.decide(Action::Create { id: id(1), draft: Draft { kind, ..comment("Se tabellen") } }, &at("a", 1)).unwrap();
    book.accept(step);
    let list = book.list(&Filter::default(), Order::default());
    let table = csv(list.clone(), &SV);
    assert!(table.contains("\"Rött\";\"För dyrt\";\"Rött: mer än budget\";\"Se tabellen\""), "{table}");
    assert!(table.contains("Egen bedömning, inte Malmö stads"), "{table}");
    let text = markdown(list.clone(), &SV);
    assert_eq!(
        text,
        "# Mina anteckningar\n\nEn läsares egna anteckningar. Bedömningar i dem är egna, inte Malmö stads.\n\n## Malmö är en stad\n\n\
         Bedömning · 2025-03-14 · goal/klimatneutral\n\n**Rött** (Egen bedömning, inte Malmö stads)\n\n> För dyrt\n\nEgen regel:\n\n> Rött: mer än budget\n\n> Se tabellen\n"
    );
    assert!(markdown(list, &EN).contains("**Red** (Own assessment, not that of Malmö stad)"));
}

#[test]
fn other_texts_of_a_note_stand_in_both_forms() {
    let mut book = Book::default();
    let step = book.decide(Action::Create { id: id(1), draft: comment("a") }, &at("a", 1)).unwrap();
    let base = step.versions[0].clone();
    book.accept(step);
    for (tab, text) in [("a", "min"), ("b", "din")] {
        let step = book.decide(Action::Edit { base: base.clone().into(), draft: comment(text) }, &at(tab, 2)).unwrap();
        book.accept(step);
    }
    let list = book.list(&Filter::default(), Order::default());
    assert_eq!(cells(&csv(list.clone(), &EN), ',').len(), 3);
    let text = markdown(list, &EN);
    assert!(text.contains("> min") && text.contains("> din") && text.contains("### Another text of the same note"), "{text}");
}

#[test]
fn nothing_in_a_text_takes_another_shape() {
    for hostile in HOSTILE {
        let mut note = Writer::new(1).note(1);
        note.deleted = false;
        note.kind = Kind::Comment;
        note.quoted = hostile.to_owned();
        note.text = hostile.to_owned();
        note.tags = vec![hostile.to_owned()];
        note.anchor = hostile.to_owned();
        let text = markdown(shown(std::slice::from_ref(&note)), &SV);
        for (place, c) in text.char_indices().filter(|(_, c)| matches!(c, '<' | '[' | '`')) {
            assert!(text[..place].ends_with('\\'), "{c} stands free in {text}");
        }
        assert_eq!(text.lines().filter(|line| line.starts_with('#')).count(), 2, "{text}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
    }
}
