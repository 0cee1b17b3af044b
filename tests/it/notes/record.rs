//! The stored form of a note.

use super::writer::{HOSTILE, Writer, at, comment, id, rounds};
use malkarta::notes::book::{Action, Book};
use malkarta::notes::record::{self, Damage, Stored};
use malkarta::notes::{Assessed, Kind, Note};
use sha2::{Digest, Sha256};

/// A note of every sort, as this build has written them since form 1. Never change these files: readers have such notes.
const FORM_1: [(&str, &str); 4] = [
    ("comment", include_str!("../../fixtures/notes/form-1-comment.txt")),
    ("assessment", include_str!("../../fixtures/notes/form-1-assessment.txt")),
    ("tombstone", include_str!("../../fixtures/notes/form-1-tombstone.txt")),
    ("rule", include_str!("../../fixtures/notes/form-1-rule.txt")),
];

fn note(raw: &str) -> Note {
    match record::read(raw) {
        Stored::Note(note) => *note,
        other => panic!("{other:?}"),
    }
}

/// A body in an envelope with the right checksum, whatever the body.
fn sealed(form: &str, body: &str) -> String {
    let hash = Sha256::digest(format!("malkarta-note {form}\n{body}"));
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("malkarta-note {form} {hex}\n{body}")
}

fn damage(raw: &str) -> Damage {
    match record::read(raw) {
        Stored::Damaged { raw: kept, why } => {
            assert_eq!(kept, raw);
            why
        }
        other => panic!("{other:?}"),
    }
}

const GOOD: &str = r#"{"form":1,"id":"01010101-0101-4101-8101-010101010101","anchor":"goal/x","kind":"comment","text":"t","created":"2025-03-14T00:00:00.000Z","modified":"2025-03-14T00:00:00.000Z","revision":{"a":1}}"#;

#[test]
fn notes_of_every_released_form_are_read_and_written_back_equal() {
    for (name, raw) in FORM_1 {
        assert_eq!(record::write(&note(raw)), raw, "{name}");
    }
    let assessment = note(FORM_1[1].1);
    assert_eq!(assessment.anchor, "goal/klimatneutral");
    assert_eq!(assessment.assessed(), Some(Assessed::CannotAssess));
    assert!(matches!(&assessment.kind, Kind::Assessment { reason, .. } if reason == "Utfall för 2025 ingår inte i materialet."));
    assert_eq!(assessment.tags, ["klimat", "fråga \"till\" mötet"]);
    assert_eq!(assessment.modified.to_string(), "2025-03-14T09:26:53.589Z");
    assert_eq!(assessment.unknown.get("later").map(String::as_str), Some("{ \"b\" : 1.00, \"a\":[1e999,\"\\u00e5\"]}"));
    assert!(note(FORM_1[2].1).deleted);
    assert!(matches!(note(FORM_1[3].1).kind, Kind::Assessment { rule, .. } if rule.starts_with("Gult:")));
}

#[test]
fn unknown_fields_survive_an_edit_byte_for_byte() {
    let before = note(FORM_1[1].1);
    let book = Book::default();
    let step = book.decide(Action::Edit { base: before.clone().into(), draft: comment("ny text") }, &at("z", 9)).unwrap();
    let again = note(&record::write(&step.versions[0]));
    assert_eq!(again.unknown, before.unknown);
    assert_eq!((again.text.as_str(), again.created), ("ny text", before.created));
    assert!(again.revision.replaces(&before.revision));
}

#[test]
fn whatever_is_written_is_read_back_equal() {
    let mut writer = Writer::new(1);
    for _ in 0..rounds(2_000) {
        let original = writer.note(200);
        assert_eq!(note(&record::write(&original)), original);
    }
}

#[test]
fn what_was_cut_flipped_or_swapped_is_never_taken_for_a_note_and_never_lost() {
    let mut writer = Writer::new(2);
    for _ in 0..rounds(1_000) {
        let original = record::write(&writer.note(200));
        let damaged = writer.damaged(&original);
        match record::read(&damaged) {
            Stored::Note(note) => assert_eq!(record::write(&note), damaged, "read as a note though it was changed"),
            Stored::Newer { raw, .. } | Stored::Damaged { raw, .. } => assert_eq!(raw, damaged),
        }
        assert!(damaged == original || !matches!(record::read(&damaged), Stored::Note(_)));
    }
    for (_, raw) in FORM_1 {
        for (cut, _) in raw.char_indices() {
            assert!(matches!(record::read(&raw[..cut]), Stored::Damaged { .. }), "cut at {cut}");
        }
    }
}

#[test]
fn a_note_of_a_newer_build_is_told_from_a_damaged_one() {
    let newer = sealed("2", "what form 2 will be, nobody knows");
    assert_eq!(record::read(&newer), Stored::Newer { form: 2, raw: newer.clone() });
    assert_eq!(damage(&newer.replace("nobody", "somebody")), Damage::Checksum);
    assert_eq!(damage(&FORM_1[0].1.replacen("malkarta-note 1", "malkarta-note 2", 1)), Damage::Checksum);
    // A kind or a state that this build does not know came from a newer one.
    for (known, unknown) in [("\"comment\"", "\"sketch\""), ("\"comment\"", "\"assessment\",\"state\":\"purple\"")] {
        let raw = sealed("1", &GOOD.replace(known, unknown));
        assert_eq!(record::read(&raw), Stored::Newer { form: 1, raw: raw.clone() });
    }
}

#[test]
fn every_other_text_says_what_is_wrong_with_it() {
    note(&sealed("1", GOOD));
    for hostile in HOSTILE {
        let why = damage(hostile);
        assert!(matches!(why, Damage::NotANote | Damage::Checksum), "{hostile:?}: {why:?}");
    }
    assert_eq!(damage(&sealed("0", GOOD)), Damage::NoSuchForm);
    assert_eq!(damage(&sealed("01", GOOD)), Damage::Checksum);
    assert_eq!(damage(&sealed("-1", GOOD)), Damage::NotANote);
    assert_eq!(damage(&sealed("99999999999", GOOD)), Damage::NotANote);
    assert_eq!(damage(&sealed("1", "")), Damage::NotJson);
    assert_eq!(damage(&sealed("1", "[]")), Damage::NotJson);
    assert_eq!(damage(&sealed("1", &"[".repeat(300_000))), Damage::NotJson);
    let deep = format!("{},\"deep\":{}1{}}}", GOOD.trim_end_matches('}').to_owned() + "}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(record::write(&note(&sealed("1", &deep))), sealed("1", &deep));
    for (from, to, why) in [
        ("\"form\":1,", "", Damage::Missing("form")),
        ("\"form\":1,", "\"form\":2,", Damage::Wrong("form")),
        ("\"id\":\"0101", "\"id\":\"010", Damage::Wrong("id")),
        ("\"anchor\":\"goal/x\",", "", Damage::Missing("anchor")),
        ("\"anchor\":\"goal/x\",", "\"anchor\":null,", Damage::Wrong("anchor")),
        ("\"text\":\"t\"", "\"text\":[\"t\"]", Damage::Wrong("text")),
        ("\"text\":\"t\"", "\"text\":\"\\ud800\"", Damage::Wrong("text")),
        ("\"text\":\"t\"", "\"text\":\"t\",\"text\":\"u\"", Damage::Twice("text".to_owned())),
        ("\"text\":\"t\"", "\"tags\":[1]", Damage::Wrong("tags")),
        ("\"text\":\"t\"", "\"state\":\"red\"", Damage::Wrong("kind")),
        ("\"text\":\"t\"", "\"deleted\":1", Damage::Wrong("deleted")),
        ("03-14T00:00:00.000Z\",\"m", "02-30T00:00:00.000Z\",\"m", Damage::Wrong("created")),
        ("{\"a\":1}", "{}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"a\":0}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"a\":-1}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"a\":1e3}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"A\":1}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"a\":9007199254740992}", Damage::Wrong("revision")),
        ("{\"a\":1}", "{\"a\":1,\"a\":2}", Damage::Wrong("revision")),
    ] {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(damage(&sealed("1", &GOOD.replacen(from, to, 1))), why, "{from} -> {to}");
    }
}

#[test]
fn the_same_note_has_the_same_stamp_everywhere() {
    let note = note(FORM_1[0].1);
    assert_eq!(note.id, id(7));
    assert_eq!(record::stamp(&note).len(), 16);
    assert!(FORM_1[0].1.starts_with(&format!("malkarta-note 1 {}", record::stamp(&note))));
}
