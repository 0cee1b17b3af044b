//! Notes as W3C Web Annotations.

use super::writer::{HOSTILE, Writer, at, comment, id, rounds, soaks};
use malkarta::model::Language;
use malkarta::notes::book::{Action, Book, Draft, Filter, Moment, Order};
use malkarta::notes::file::{CONTEXT, Effect, FileRefused, LARGEST_BYTES, Plan, Refused, Sender, export, file_name, read, rescue};
use malkarta::notes::merge::Versions;
use malkarta::notes::record::{self, Damage};
use malkarta::notes::shelf::{Odd, Quarantined};
use malkarta::notes::{Assessed, Kind, Note, Time};
use serde_json::Value;
use std::path::Path;

const SV: Sender<'_> = Sender { site_url: Some("https://example.org/malkarta/"), city: "Malmö stad", language: Language::Sv };
const EN: Sender<'_> = Sender { site_url: None, language: Language::En, ..SV };

/// A file of notes as form 1 wrote it. Never change it: readers have such files.
const FORM_1: &str = include_str!("../../fixtures/notes/form-1-page.jsonld");

fn notes(text: &str) -> Vec<Note> {
    read(text).unwrap().into_iter().map(Result::unwrap).collect()
}

fn does(book: &mut Book, action: Action, moment: &Moment) {
    let step = book.decide(action, moment).unwrap();
    book.accept(step);
}

fn effects(plan: &Plan) -> Vec<Effect> {
    plan.entries.iter().map(|entry| entry.effect).collect()
}

fn import(book: &mut Book, text: &str) {
    let notes = Plan::of(text, book).unwrap().into_notes();
    does(book, Action::Import { notes, restore_deleted: false }, &at("i", 50));
}

#[test]
fn files_of_every_released_form_are_read_and_written_back_equal() {
    let notes = notes(FORM_1);
    assert_eq!(notes.len(), 4);
    assert_eq!(export(&notes, &SV), FORM_1);
    assert!(notes.iter().any(|note| note.unknown.contains_key("later")));
}

#[test]
fn reading_what_was_written_gives_the_same_notes() {
    let mut writer = Writer::new(12);
    for round in 0..rounds(10_000) {
        let versions: Versions = writer.notes(5, 3).into_iter().collect();
        let sender = if writer.chance(2) { SV } else { EN };
        let text = export(versions.all(), &sender);
        if versions.all().next().is_none() {
            assert_eq!(read(&text), Err(FileRefused::Empty));
            continue;
        }
        let back: Versions = notes(&text).into_iter().collect();
        assert_eq!(back, versions, "round {round}\n{text}");
        assert_eq!(export(back.all(), &sender), text, "round {round}");
        // In a soak every set comes twice.
        if !writer.chance(10) && !soaks() {
            continue;
        }
        // Reading it twice changes nothing.
        let mut book = Book::default();
        import(&mut book, &text);
        assert_eq!(book.versions(), &versions);
        let again = Plan::of(&text, &book).unwrap();
        assert!(!again.changes_anything() && again.count(Effect::Same) == again.entries.len());
    }
}

#[test]
fn our_files_are_valid_annotation_pages() {
    let mut writer = Writer::new(13);
    let text = |value: &Value| value.as_str().is_some();
    for _ in 0..rounds(300) {
        let versions: Versions = writer.notes(6, 3).into_iter().map(|note| Note { unknown: Default::default(), ..note }).collect();
        let page: Value = serde_json::from_str(&export(versions.all(), &SV)).unwrap();
        assert_eq!(page["@context"], CONTEXT);
        assert_eq!(page["type"], "AnnotationPage");
        assert!(page["id"].as_str().unwrap().starts_with("urn:uuid:"));
        let items = page["items"].as_array().unwrap();
        let mut ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), items.len(), "each annotation has an address of its own");
        for item in items {
            assert_eq!(item["type"], "Annotation");
            for name in ["created", "modified"] {
                assert!(Time::parse(item[name].as_str().unwrap()).is_some());
            }
            for body in item.get("body").map_or(&Vec::new(), |bodies| bodies.as_array().unwrap()) {
                assert!(body["type"] == "TextualBody" && text(&body["value"]) && text(&body["purpose"]) && body["format"] == "text/plain");
            }
            let target = &item["target"];
            assert!(target["type"] == "SpecificResource" && target["source"] == "https://example.org/malkarta/");
            for selector in target["selector"].as_array().unwrap() {
                assert!(
                    selector["type"] == "FragmentSelector" && text(&selector["value"])
                        || selector["type"] == "TextQuoteSelector" && text(&selector["exact"])
                );
            }
            if let Some(state) = target.get("state") {
                assert!(state["type"] == "TimeState" && Time::parse(state["sourceDate"].as_str().unwrap()).is_some());
                assert!(state["cached"].as_str().unwrap().bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)));
            }
            if item["motivation"] == "assessing" {
                assert_eq!(item["label"], "Egen bedömning, inte Malmö stads");
            }
        }
    }
}

#[test]
fn a_note_stands_in_a_file_as_the_standard_says_it() {
    let kind = Kind::Assessment { state: Assessed::Yellow, reason: "Utfall saknas".to_owned(), rule: "Gult: delvis gjort".to_owned() };
    let draft = Draft { kind, tags: vec!["möte".to_owned()], ..comment("Fråga på mötet") };
    let note = Book::default().decide(Action::Create { id: id(1), draft }, &at("a", 1)).unwrap().versions.remove(0);
    let page: Value = serde_json::from_str(&export([&note], &EN)).unwrap();
    let expected = serde_json::json!({
        "id": "urn:uuid:01010101-0101-4101-8101-010101010101",
        "type": "Annotation",
        "label": "Own assessment, not that of Malmö stad",
        "created": "2025-03-14T00:00:01.000Z",
        "modified": "2025-03-14T00:00:01.000Z",
        "motivation": "assessing",
        "body": [
            { "type": "TextualBody", "value": "yellow", "format": "text/plain", "purpose": "classifying" },
            { "type": "TextualBody", "value": "Utfall saknas", "format": "text/plain", "purpose": "assessing" },
            { "type": "TextualBody", "value": "Gult: delvis gjort", "format": "text/plain", "purpose": "describing" },
            { "type": "TextualBody", "value": "Fråga på mötet", "format": "text/plain", "purpose": "commenting" },
            { "type": "TextualBody", "value": "möte", "format": "text/plain", "purpose": "tagging" },
        ],
        "target": {
            "type": "SpecificResource",
            "source": "urn:malkarta:site",
            "selector": [
                { "type": "FragmentSelector", "value": "goal/klimatneutral" },
                { "type": "TextQuoteSelector", "exact": "Malmö är en stad" },
            ],
            "state": { "type": "TimeState", "sourceDate": "2025-03-14T00:00:01.000Z", "cached": "urn:malkarta:data:malmo-ks-2025%201.0.0" },
        },
        "malkarta": { "form": 1, "kind": "assessment", "revision": { "a": 1 } },
    });
    assert_eq!(page["items"][0], expected);
    // One annotation by itself is a file too.
    let mut alone = expected.clone();
    alone["@context"] = serde_json::json!(["http://www.w3.org/ns/anno.jsonld", "http://example.org/other"]);
    assert_eq!(notes(&alone.to_string()), [note]);
}

#[test]
fn members_that_others_added_survive_wherever_they_stand() {
    /// Bodies that are no text or tag of ours, although they look much like one.
    const OTHER_BODIES: [&str; 2] = [
        r#"{"type":"TextualBody","value":"en länk","format":"text/plain","purpose":"linking"}"#,
        r#"{"type":"TextualBody","value":"etikett","format":"text/plain","purpose":"tagging","language":"sv"}"#,
    ];
    let note = Book::default().decide(Action::Create { id: id(1), draft: comment("hej") }, &at("a", 1)).unwrap().versions.remove(0);
    let ours = export([&note], &SV);
    let theirs = ours
        .replace("\"motivation\":", "\"creator\":{\"type\":\"Person\", \"x\":1.0},\"motivation\":")
        .replace("\"purpose\":\"commenting\"", "\"purpose\":\"commenting\",\"language\":\"sv\"")
        .replace("\"type\":\"FragmentSelector\"", "\"type\":\"FragmentSelector\",\"conformsTo\":\"http://example.org/\"")
        .replace("\"type\":\"TextQuoteSelector\"", "\"type\":\"TextQuoteSelector\",\"prefix\":\"a\"")
        .replace("\"type\":\"TimeState\"", "\"type\":\"TimeState\",\"n\":1e2")
        .replace("\"type\":\"SpecificResource\"", "\"type\":\"SpecificResource\",\"scope\":\"http://example.org/s\"")
        .replace("\"body\":[", &format!("\"body\":[\"http://example.org/body\",{},{},", OTHER_BODIES[0], OTHER_BODIES[1]))
        .replace("\"selector\":[", "\"selector\":[{\"type\":\"CssSelector\",\"value\":\"p\"},")
        .replace("\"form\":1", "\"form\":1,\"later\":[ 1 ]");
    let read = notes(&theirs).remove(0);
    assert_eq!(Note { unknown: Default::default(), ..read.clone() }, note);
    assert_eq!(read.unknown.len(), 9, "{:?}", read.unknown);
    // Through the store, an edit and a file again, everything is there.
    let mut book = Book::default();
    import(&mut book, &theirs);
    let base = book.shown(&id(1)).unwrap().note.clone();
    assert_eq!(record::read(&record::write(&base)), record::Stored::Note(base.clone().into()));
    does(&mut book, Action::Edit { base: base.into(), draft: comment("ny") }, &at("b", 60));
    let out = export([book.shown(&id(1)).unwrap().note], &SV);
    for kept in [
        "\"creator\":{\"type\":\"Person\", \"x\":1.0}",
        "\"language\":\"sv\"",
        "\"conformsTo\":\"http://example.org/\"",
        "\"prefix\":\"a\"",
        "\"n\":1e2",
        "\"scope\":\"http://example.org/s\"",
        "\"http://example.org/body\"",
        "{\"type\":\"CssSelector\",\"value\":\"p\"}",
        "\"later\":[ 1 ]",
        "\"value\":\"ny\"",
        OTHER_BODIES[0],
        OTHER_BODIES[1],
    ] {
        assert!(out.contains(kept), "{kept}\n{out}");
    }
    assert!(!out.contains("anno/"), "everything found its place again: {out}");
}

#[test]
fn an_import_says_first_what_it_would_do() {
    let mut here = Book::default();
    for n in 1..=4 {
        does(&mut here, Action::Create { id: id(n), draft: comment(&format!("nummer {n}")) }, &at("a", 1));
    }
    let mut there = here.clone();
    let base = |book: &Book, n| book.shown(&id(n)).unwrap().note.clone();
    let edit = |book: &mut Book, n, tab: &str| {
        does(book, Action::Edit { base: base(book, n).into(), draft: comment(&format!("{n} från {tab}")) }, &at(tab, 2))
    };
    edit(&mut there, 2, "b");
    edit(&mut here, 3, "a");
    edit(&mut there, 3, "b");
    does(&mut here, Action::Delete { ids: vec![id(4)] }, &at("a", 3));
    does(&mut there, Action::Create { id: id(5), draft: comment("ny") }, &at("b", 3));
    let text = export(there.versions().all(), &SV);
    let before = here.clone();
    let plan = Plan::of(&text, &here).unwrap();
    assert_eq!(here, before, "a plan changes nothing");
    assert_eq!(effects(&plan), [Effect::Same, Effect::Newer, Effect::Conflict, Effect::Deleted, Effect::New]);
    assert!(plan.changes_anything() && plan.refused.is_empty());
    assert_eq!(effects(&Plan::of(&export(before.versions().all(), &SV), &there).unwrap())[1], Effect::Older);

    let shown = |book: &Book| {
        book.list(&Filter::default(), Order::Anchor).iter().map(|shown| (shown.note.text.clone(), shown.others.len())).collect::<Vec<_>>()
    };
    import(&mut here, &text);
    let brought_in = shown(&here);
    assert_eq!(brought_in.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>()[..2], ["nummer 1", "2 från b"]);
    assert_eq!((brought_in.len(), brought_in[2].1), (4, 1));
    assert!(here.is_deleted(&id(4)));
    // All of it is taken back in one step.
    does(&mut here, Action::Undo, &at("a", 60));
    assert_eq!(shown(&here), shown(&before));
    assert!(
        !here
            .decide(Action::Import { notes: notes(&text), restore_deleted: false }, &at("a", 61))
            .unwrap()
            .versions
            .iter()
            .any(|note| note.id == id(2))
    );

    // A deleted note comes back when it is asked for.
    does(&mut here, Action::Import { notes: notes(&text), restore_deleted: true }, &at("a", 70));
    assert_eq!(here.shown(&id(4)).map(|shown| shown.note.text.as_str()), Some("nummer 4"));
    // And then it is newer for whoever still has it deleted.
    assert_eq!(
        Plan::of(&export(here.versions().all(), &SV), &before)
            .unwrap()
            .entries
            .iter()
            .find(|entry| entry.note.id == id(4))
            .map(|entry| entry.effect),
        Some(Effect::Newer)
    );
}

#[test]
fn a_text_changed_by_hand_stands_beside_the_one_that_is_here() {
    let mut book = Book::default();
    does(&mut book, Action::Create { id: id(1), draft: comment("min") }, &at("a", 1));
    let changed = export(book.versions().all(), &SV).replace("\"min\"", "\"ändrad\"");
    assert_eq!(effects(&Plan::of(&changed, &book).unwrap()), [Effect::Conflict]);
    import(&mut book, &changed);
    assert_eq!(book.shown(&id(1)).map(|shown| shown.others.len()), Some(1));
}

#[test]
fn what_is_wrong_with_a_note_in_a_file_is_said_and_the_others_are_read() {
    let mut book = Book::default();
    for n in 1..=2 {
        let draft = if n == 1 { comment("hej") } else { comment("") };
        does(&mut book, Action::Create { id: id(n), draft }, &at("a", 1));
    }
    let good = export(book.versions().all(), &SV);
    let why = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        let read = read(&good.replacen(from, to, 1)).unwrap();
        assert!(read[1].is_ok());
        read[0].clone().map(|note| note.text)
    };
    let tag = r#"{"type":"TextualBody","value":"x","format":"text/plain","purpose":"commenting"},"#;
    for (from, to, reason) in [
        ("\"type\":\"Annotation\",", "\"type\":\"Squirrel\",", Refused::NotAnAnnotation),
        ("\"malkarta\":{", "\"other\":{", Refused::NotOurs),
        ("\"form\":1", "\"form\":2", Refused::Newer(2)),
        ("\"form\":1", "\"form\":0", Refused::Damaged(Damage::NoSuchForm)),
        ("\"kind\":\"comment\"", "\"kind\":\"sketch\"", Refused::Newer(1)),
        ("\"kind\":\"comment\",", "", Refused::Shape("kind")),
        ("urn:uuid:01010101-", "http://example.org/", Refused::Shape("id")),
        ("urn:uuid:01010101-", "urn:uuid:01010101", Refused::Damaged(Damage::Wrong("id"))),
        ("\"motivation\":\"commenting\"", "\"motivation\":\"tagging\"", Refused::Shape("motivation")),
        ("\"created\":\"2025", "\"created\":\"i går 2025", Refused::Damaged(Damage::Wrong("created"))),
        ("\"modified\"", "\"modifierad\"", Refused::Damaged(Damage::Missing("modified"))),
        ("\"value\":\"goal/klimatneutral\"", "\"value\":[\"a\",\"b\"]", Refused::Damaged(Damage::Missing("anchor"))),
        (
            "{\"type\":\"TextQuoteSelector\"",
            "{\"type\":\"FragmentSelector\",\"value\":\"x\"},{\"type\":\"TextQuoteSelector\"",
            Refused::Shape("selector"),
        ),
        ("\"type\":\"SpecificResource\"", "\"type\":\"Image\"", Refused::Shape("target")),
        ("\"type\":\"TimeState\"", "\"type\":\"HttpRequestState\"", Refused::Shape("state")),
        ("urn:malkarta:data:", "http://example.org/", Refused::Shape("state")),
        ("malmo-ks", "malmo%2", Refused::Shape("state")),
        ("malmo-ks", "malmo%ff", Refused::Shape("state")),
        ("\"body\":[", &format!("\"body\":[{tag}"), Refused::Shape("body")),
        ("\"revision\":{\"a\":1}", "\"revision\":{}", Refused::Damaged(Damage::Wrong("revision"))),
        ("\"form\":1", "\"form\":1,\"data\":\"två\"", Refused::Damaged(Damage::Twice("data".to_owned()))),
        ("\"created\"", "\"id\":\"x\",\"created\"", Refused::Damaged(Damage::Twice("id".to_owned()))),
    ] {
        assert_eq!(why(from, to), Err(reason), "{from} -> {to}");
    }
    // What is wrong for this build may be right for the newer one that wrote it.
    let newer = good.replacen("\"form\":1", "\"form\":2", 1).replacen("\"motivation\":\"commenting\"", "\"motivation\":\"tagging\"", 1);
    let plan = Plan::of(&newer, &Book::default()).unwrap();
    assert_eq!((effects(&plan), plan.refused), (vec![Effect::New], vec![(1, Refused::Newer(2))]));
}

#[test]
fn what_is_no_file_of_annotations_is_refused_with_a_reason() {
    for hostile in HOSTILE {
        assert!(matches!(read(hostile), Err(FileRefused::NotJson | FileRefused::NotAnnotations)), "{hostile}");
    }
    let page = |rest: &str| format!("{{\"@context\":\"{CONTEXT}\",{rest}}}");
    for (text, reason) in [
        ("[".repeat(3_000_000), FileRefused::NotJson),
        ("{\"a\":".repeat(800_000), FileRefused::NotJson),
        (" ".repeat(LARGEST_BYTES + 1), FileRefused::TooLarge { bytes: LARGEST_BYTES + 1 }),
        ("[1]".to_owned(), FileRefused::NotAnnotations),
        ("7".to_owned(), FileRefused::NotAnnotations),
        (page("\"type\":\"AnnotationPage\",\"items\":[]"), FileRefused::Empty),
        (page("\"type\":\"AnnotationPage\""), FileRefused::NotAnnotations),
        (page("\"type\":\"AnnotationPage\",\"items\":{}"), FileRefused::NotAnnotations),
        (page("\"type\":\"AnnotationCollection\",\"first\":\"x\""), FileRefused::Collection),
        (page("\"type\":\"Squirrel\""), FileRefused::NotAnnotations),
        (page("\"type\":\"AnnotationPage\",\"items\":[1],\"items\":[]"), FileRefused::NotAnnotations),
        ("{\"type\":\"Annotation\"}".to_owned(), FileRefused::NotAnnotations),
        ("{\"@context\":[\"fish\"],\"type\":\"Annotation\"}".to_owned(), FileRefused::NotAnnotations),
    ] {
        assert_eq!(read(&text), Err(reason), "{}", &text[..text.len().min(80)]);
    }
    let deep = format!("{}1{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(read(&page(&format!("\"type\":\"AnnotationPage\",\"items\":[{deep}]"))), Ok(vec![Err(Refused::NotAnAnnotation)]));
    assert_eq!(notes(&format!("\u{feff}{FORM_1}")).len(), 4, "a byte order mark is no harm");
}

#[test]
fn damaged_files_never_harm_and_never_change_a_note_without_saying_so() {
    let mut writer = Writer::new(14);
    let originals = notes(FORM_1);
    for _ in 0..rounds(1_000) {
        let damaged = writer.damaged(FORM_1);
        let mut book: Book = Book::default();
        import(&mut book, FORM_1);
        if let Ok(plan) = Plan::of(&damaged, &book) {
            does(&mut book, Action::Import { notes: plan.into_notes(), restore_deleted: true }, &at("i", 1));
        }
        // Whatever such a file brings in, the notes that were here are here or were replaced by a newer revision.
        for note in originals.iter().filter(|note| !note.deleted) {
            let there = book.versions().of(&note.id);
            assert!(there.contains(note) || there.iter().any(|own| own.revision.replaces(&note.revision)));
        }
    }
}

#[test]
fn valid_files_of_others_are_refused_whole_with_a_reason() {
    let samples = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/realdata/annotations");
    if !samples.exists() {
        eprintln!("skipped: {} is not here", samples.display());
        return;
    }
    let read_all = |folder: &str| -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = std::fs::read_dir(samples.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap()))
            .collect();
        files.sort();
        files
    };
    let mut seen = [0; 4];
    for (name, text) in read_all("w3c-samples/correct") {
        match Plan::of(&text, &Book::default()) {
            Ok(plan) => {
                assert!(plan.entries.is_empty() && !plan.refused.is_empty(), "{name}");
                assert!(plan.refused.iter().all(|(_, why)| *why == Refused::NotOurs), "{name}: {:?}", plan.refused);
                seen[0] += 1;
            }
            Err(FileRefused::Collection) => seen[1] += 1,
            Err(other) => panic!("{name}: {other:?}"),
        }
    }
    for (name, text) in read_all("w3c-samples/incorrect") {
        match Plan::of(&text, &Book::default()) {
            Ok(plan) => assert!(plan.entries.is_empty() && !plan.refused.is_empty(), "{name}"),
            Err(FileRefused::NotJson | FileRefused::NotAnnotations) => seen[2] += 1,
            Err(other) => panic!("{name}: {other:?}"),
        }
    }
    for (name, text) in read_all("frankenstein") {
        let whole_or_lines = if name == "hypothesis.json" { FileRefused::NotJson } else { FileRefused::NotAnnotations };
        assert_eq!(Plan::of(&text, &Book::default()), Err(whole_or_lines), "{name}");
        seen[3] += 1;
    }
    assert!(seen[0] >= 40 && seen[1] == 2 && seen[2] >= 10 && seen[3] == 3, "{seen:?}");
}

#[test]
fn what_could_not_be_read_can_be_saved_and_read_by_a_newer_build() {
    let note = Writer::new(15).note(1);
    let odd = |raw: &str| Quarantined { key: "malkarta:/:note:x".to_owned(), raw: raw.to_owned(), why: Odd::Damaged(Damage::NotANote) };
    let text = rescue(&[odd(&record::write(&note)), odd("broken \u{0}\"")]);
    assert_eq!(read(&text), Ok(vec![Ok(note), Err(Refused::Damaged(Damage::NotANote))]));
    let kept: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(kept["malkarta-rescue"][1]["text"], "broken \u{0}\"");
    assert_eq!(read(&rescue([])), Err(FileRefused::Empty));
}

#[test]
fn files_are_named_by_language_and_date() {
    let date = at("a", 0).now.date();
    assert_eq!(file_name(Language::Sv, &date, "jsonld"), "malkarta-anteckningar-2025-03-14.jsonld");
    assert_eq!(file_name(Language::En, &date, "csv"), "malkarta-notes-2025-03-14.csv");
}
