//! The page of notes as it is written: what differs stands in the part that it belongs to, nothing of the reader's is
//! markup, and nothing is called missing before it is known.

use malkarta::model::Language::{En, Sv};
use malkarta::notes::book::{Action, Book, Draft, Filter, Moment, Order};
use malkarta::notes::file::Plan;
use malkarta::notes::shelf::{Contents, Odd, Quarantined};
use malkarta::notes::snapshot::{Occasion, Snapshot};
use malkarta::notes::unsaved::Unsaved;
use malkarta::notes::{Assessed, Kind, Note, NoteId, Origin, Time, file, record};
use malkarta::page::notebook::{Found, Notebook, Parts, parts};

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'";

fn at(second: i64) -> Moment {
    Moment { now: Time::from_unix_ms(1_760_000_000_000 + second * 1000), origin: Origin::parse("a").unwrap() }
}

fn write(book: &mut Book, number: u8, anchor: &str, kind: Kind, text: &str) -> Note {
    let draft = Draft {
        anchor: anchor.into(),
        quoted: format!("Om {HOSTILE}"),
        kind,
        text: text.into(),
        tags: vec![HOSTILE.into()],
        data_version: "2025.1".into(),
    };
    let step = book.decide(Action::Create { id: NoteId::from_random([number; 16]), draft }, &at(number.into())).unwrap();
    let made = step.versions.first().cloned().unwrap();
    book.accept(step);
    made
}

fn page(book: &Book) -> Notebook<'_> {
    static ALL: Filter = Filter {
        kinds: Vec::new(),
        states: Vec::new(),
        tag: None,
        anchor: None,
        anchor_kind: None,
        words: String::new(),
        only_conflicts: false,
    };
    Notebook {
        language: Sv,
        city: "Malmö stad",
        data_version: "2025.2",
        book,
        filter: &ALL,
        order: Order::LatestFirst,
        places: None,
        limits: "Ett. Två.",
        exported: (0, None),
        unsaved: &[],
        copies: &[],
        plan: None,
        erasing: false,
    }
}

/// The parts that differ, by name.
fn differing(a: &Parts, b: &Parts) -> Vec<&'static str> {
    let both = [
        ("limits", a.limits == b.limits),
        ("files", a.files == b.files),
        ("exported", a.exported == b.exported),
        ("first", a.first == b.first),
        ("search", a.search == b.search),
        ("chooser", a.chooser == b.chooser),
        ("count", a.count == b.count),
        ("many", a.many == b.many),
        ("none", a.none == b.none),
        ("entries", a.entries == b.entries),
        ("last", a.last == b.last),
    ];
    both.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

#[test]
fn nothing_of_the_readers_is_markup() {
    let mut book = Book::open(Contents {
        quarantine: vec![Quarantined { key: HOSTILE.into(), raw: HOSTILE.into(), why: Odd::Newer(7) }],
        ..Contents::default()
    });
    let red = Kind::Assessment { state: Assessed::Red, reason: format!("Skäl {HOSTILE}"), rule: HOSTILE.into() };
    write(&mut book, 1, "goal/x", red, "");
    let unsaved = [Unsaved::new(NoteId::from_random([9; 16]), None, Draft::from_note(book.versions().all().next().unwrap()), &at(2))];
    let sender = file::Sender { site_url: None, city: "Malmö stad", language: Sv };
    let copies = [(Snapshot::of(&book, Occasion::Import, at(3).now, &sender).unwrap(), 1)];
    let plan = Plan::of(&file::export(book.versions().all(), &sender), &Book::default()).unwrap();
    let found = |_: &Note| Found { title: Some(HOSTILE.into()), address: Some("../x/".into()) };
    for language in [Sv, En] {
        let shown = parts(&Notebook {
            language,
            places: Some(&found),
            unsaved: &unsaved,
            copies: &copies,
            plan: Some((&plan, false)),
            erasing: true,
            ..page(&book)
        });
        let all = [&shown.first, &shown.chooser, &shown.last].into_iter().chain(&shown.entries);
        assert!(shown.first.as_str().contains("Skäl"), "what an assessment says is its reason: {}", shown.first);
        for (part, written) in all.map(|part| part.as_str()).enumerate() {
            assert!(!written.contains("<img"), "{part}: {written}");
            assert!(written.contains("&lt;img"), "{part} says what it is about: {written}");
        }
    }
}

#[test]
fn what_is_typed_chosen_or_changed_touches_only_its_own_parts() {
    let mut book = Book::default();
    write(&mut book, 1, "goal/a", Kind::Comment, "Ett");
    write(&mut book, 2, "goal/b", Kind::Question, "Två");
    let before = parts(&page(&book));
    assert_eq!(before.entries.len(), 2);
    let words = Filter { words: "två".into(), ..Filter::default() };
    let typed = parts(&Notebook { filter: &words, ..page(&book) });
    assert_eq!(differing(&before, &typed), ["count", "many", "entries"], "the field that is typed into stays, and so do the lists");
    assert!(before.entries.contains(&typed.entries[0]), "an entry that stays the same is the same");
    assert_eq!(differing(&before, &parts(&Notebook { exported: (1, None), ..page(&book) })), ["exported"]);
    assert_eq!(differing(&before, &parts(&Notebook { erasing: true, ..page(&book) })), ["last"]);
    let kinds = Filter { kinds: vec![malkarta::notes::note::KindName::Question], ..Filter::default() };
    assert_eq!(differing(&before, &parts(&Notebook { filter: &kinds, ..page(&book) })), ["chooser", "count", "many", "entries"]);
    write(&mut book, 3, "goal/c", Kind::Comment, "Tre");
    let after = parts(&page(&book));
    assert_eq!(differing(&before, &after), ["count", "many", "entries"]);
    assert!(before.entries.iter().all(|entry| after.entries.contains(entry)));
}

#[test]
fn nothing_is_called_missing_before_it_is_known() {
    let mut book = Book::default();
    let note = write(&mut book, 1, "goal/borta", Kind::Comment, "Vart tog det vägen?");
    let missing = "Det anteckningen gäller finns inte i den här datan.";
    let said = |places: Option<&dyn Fn(&Note) -> Found>| parts(&Notebook { places, ..page(&book) }).entries[0].as_str().to_owned();
    assert!(!said(None).contains(missing));
    assert!(said(Some(&|_| Found::default())).contains(missing));
    let there = said(Some(&|_| Found { title: Some("Målet".into()), address: Some("../2025/mal/x/".into()) }));
    assert!(!there.contains(missing) && there.contains("<a href=\"../2025/mal/x/\">Målet</a>"), "{there}");
    // Without an address the thing is still known.
    assert!(!said(Some(&|_| Found { title: Some("Målet".into()), address: None })).contains(missing));
    assert!(there.contains("Skriven på dataversion 2025.1 (") && there.contains(note.id.as_str()));
}

#[test]
fn texts_that_do_not_know_of_each_other_are_each_offered() {
    let mut book = Book::default();
    let first = write(&mut book, 1, "goal/a", Kind::Comment, "Början");
    for (origin, text) in [("b", "Hennes"), ("c", "Hans")] {
        let moment = Moment { origin: Origin::parse(origin).unwrap(), ..at(5) };
        let draft = Draft { text: text.into(), ..Draft::from_note(&first) };
        let made = Book::default().decide(Action::Edit { base: first.clone().into(), draft }, &moment).unwrap().versions;
        book.take_in(made);
    }
    let entry = parts(&page(&book)).entries.remove(0);
    for version in book.versions().all() {
        assert!(entry.as_str().contains(&format!("data-version=\"{}\"", record::stamp(version))), "{}", entry.as_str());
        assert!(entry.as_str().contains(&version.text));
    }
    assert!(!entry.as_str().contains("Början"));
}

#[test]
fn a_deleted_note_comes_back_from_a_file_only_where_it_is_ticked() {
    let mut book = Book::default();
    let note = write(&mut book, 1, "goal/a", Kind::Comment, "Borttagen");
    let sender = file::Sender { site_url: None, city: "Malmö stad", language: Sv };
    let content = file::export([&note], &sender);
    let step = book.decide(Action::Delete { ids: vec![note.id.clone()] }, &at(9)).unwrap();
    book.accept(step);
    let plan = Plan::of(&content, &book).unwrap();
    let first = |restore| parts(&Notebook { plan: Some((&plan, restore)), ..page(&book) }).first.as_str().to_owned();
    assert!(!first(false).contains("notes-apply") && first(false).contains("notes-restore-deleted"));
    assert!(first(true).contains("notes-apply") && first(true).contains("checked"));
}
