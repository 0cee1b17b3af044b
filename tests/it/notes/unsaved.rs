//! What was typed and not saved, and copies taken before many notes change.

use super::writer::{Writer, at, comment, id, rounds};
use malkarta::model::Language;
use malkarta::notes::book::{Action, Book, Draft, Moment};
use malkarta::notes::file::Sender;
use malkarta::notes::shelf::Scrap;
use malkarta::notes::snapshot::{self, KEPT, Occasion, Snapshot};
use malkarta::notes::unsaved::{self, Unsaved};
use malkarta::notes::{Note, NoteId, Time};

const SV: Sender<'_> = Sender { site_url: None, city: "Malmö stad", language: Language::Sv };

fn does(book: &mut Book, action: Action, moment: &Moment) -> Vec<Note> {
    let step = book.decide(action, moment).unwrap();
    let versions = step.versions.clone();
    book.accept(step);
    versions
}

fn scrap(unsaved: &Unsaved) -> Scrap {
    Scrap { name: unsaved.name.clone(), text: unsaved.text() }
}

/// As the dialog saves it.
fn saving(unsaved: &Unsaved, base: Option<Note>, fresh: NoteId) -> Action {
    let draft = Draft::from_note(&unsaved.note);
    base.map_or(Action::Create { id: fresh, draft: draft.clone() }, |base| Action::Edit { base: Box::new(base), draft })
}

fn shown(book: &Book, n: u8) -> Vec<String> {
    let shown = book.shown(&id(n));
    shown.map(|shown| std::iter::once(shown.note).chain(shown.others).map(|note| note.text.clone()).collect()).unwrap_or_default()
}

#[test]
fn what_was_typed_about_something_new_is_found_again_and_saved_once() {
    let mut book = Book::default();
    let typed = Unsaved::new(id(1), None, comment("halv tanke"), &at("a", 1));
    let later = Unsaved::new(id(1), None, comment("hel tanke"), &at("a", 2));
    assert_eq!(typed.name, later.name, "one text for each editor");
    // The two stores did not get the same one before the browser stopped.
    let (found, saved) = unsaved::find(vec![scrap(&later), scrap(&typed)], &book);
    assert_eq!((found.as_slice(), saved.len()), ([later.clone()].as_slice(), 0));
    assert_eq!(later.base(&book), None);
    does(&mut book, saving(&later, None, id(1)), &at("b", 3));
    assert_eq!(shown(&book, 1), ["hel tanke"]);
    let (found, saved) = unsaved::find(vec![scrap(&later)], &book);
    assert_eq!((found.len(), saved), (0, vec![later.name.clone()]), "what is saved is no longer offered");
}

#[test]
fn an_unsaved_change_keeps_both_texts_when_the_note_has_changed_meanwhile() {
    let mut book = Book::default();
    let first = does(&mut book, Action::Create { id: id(1), draft: comment("ett") }, &at("a", 1)).remove(0);
    let typed = Unsaved::new(id(1), Some(&first), comment("min ändring"), &at("a", 2));
    assert_eq!(typed.base(&book).as_ref(), Some(&first));
    does(&mut book, Action::Edit { base: Box::new(first), draft: comment("ändrad i en annan flik") }, &at("b", 3));
    let (found, _) = unsaved::find(vec![scrap(&typed)], &book);
    let base = found[0].base(&book);
    does(&mut book, saving(&found[0], base, id(99)), &at("c", 4));
    let mut texts = shown(&book, 1);
    texts.sort();
    assert_eq!(texts, ["min ändring", "ändrad i en annan flik"]);
}

#[test]
fn an_unsaved_change_of_a_note_that_was_deleted_is_still_a_text() {
    let mut book = Book::default();
    let first = does(&mut book, Action::Create { id: id(1), draft: comment("ett") }, &at("a", 1)).remove(0);
    let typed = Unsaved::new(id(1), Some(&first), comment("min ändring"), &at("a", 2));
    does(&mut book, Action::Delete { ids: vec![id(1)] }, &at("b", 3));
    let (found, _) = unsaved::find(vec![scrap(&typed)], &book);
    assert_eq!(found, std::slice::from_ref(&typed));
    assert_eq!(typed.base(&book), None);
    does(&mut book, saving(&typed, None, id(99)), &at("c", 4));
    assert_eq!(shown(&book, 99), ["min ändring"]);
}

#[test]
fn only_what_is_about_the_same_thing_is_offered_and_ones_own_first() {
    let mut book = Book::default();
    let note = does(&mut book, Action::Create { id: id(1), draft: comment("ett") }, &at("a", 1)).remove(0);
    let elsewhere = Draft { anchor: "sdg/13".to_owned(), ..comment("annat") };
    let all = [
        Unsaved::new(id(2), None, comment("annan flik"), &at("b", 5)),
        Unsaved::new(id(3), None, comment("egen"), &at("a", 2)),
        Unsaved::new(id(4), None, elsewhere, &at("a", 2)),
        Unsaved::new(id(1), Some(&note), comment("ändring"), &at("a", 2)),
    ];
    let origin = at("a", 0).origin;
    let texts = |left: Vec<&Unsaved>| left.into_iter().map(|own| own.note.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(unsaved::left_about(&all, "goal/klimatneutral", None, &book, &origin)), ["egen", "annan flik"]);
    assert_eq!(texts(unsaved::left_about(&all, "goal/klimatneutral", Some(&id(1)), &book, &origin)), ["ändring"]);
}

#[test]
fn an_unsaved_text_that_is_damaged_is_left_where_it_is() {
    let typed = Unsaved::new(id(1), None, comment("halv tanke"), &at("a", 1));
    let cut = Scrap { text: typed.text().replace("halv", "hal"), name: typed.name };
    assert_eq!(unsaved::find(vec![cut], &Book::default()), (vec![], vec![]));
}

#[test]
fn a_copy_brings_back_what_was_replaced_and_deleted_and_leaves_what_came_later() {
    let mut writer = Writer::new(41);
    for round in 0..rounds(100) {
        let mut book = Book::default();
        for n in 1..5 {
            does(&mut book, Action::Create { id: id(n), draft: comment(&writer.text()) }, &at("a", 1));
        }
        let texts = |book: &Book| (1..5).map(|n| shown(book, n)).collect::<Vec<_>>();
        let before = texts(&book);
        let copy = Snapshot::of(&book, Occasion::Import, Time::from_unix_ms(0), &SV).unwrap();
        assert_eq!(copy.count(), 4);
        let notes: Vec<Note> = writer.notes(6, 6);
        does(&mut book, Action::Import { notes, restore_deleted: false }, &at("b", 2));
        does(&mut book, Action::Create { id: id(9), draft: comment("senare") }, &at("a", 3));
        let (mut found, _) = snapshot::find(vec![Scrap { name: copy.name.clone(), text: copy.text.clone() }]);
        assert_eq!(found, [copy]);
        let notes: Vec<Note> = found.remove(0).read().unwrap().into_iter().map(Result::unwrap).collect();
        let imported = texts(&book);
        does(&mut book, Action::Restore { notes: notes.clone() }, &at("a", 4));
        assert_eq!(texts(&book), before, "round {round}");
        assert_eq!(shown(&book, 9), ["senare"]);
        assert!(book.decide(Action::Restore { notes }, &at("a", 5)).unwrap().versions.is_empty(), "twice changes nothing");
        if imported != before {
            does(&mut book, Action::Undo, &at("a", 6));
            assert_eq!(texts(&book).concat().len(), imported.concat().len(), "and can be taken back");
        }
    }
}

#[test]
fn the_oldest_copies_go() {
    let mut book = Book::default();
    assert_eq!(Snapshot::of(&book, Occasion::Delete, Time::from_unix_ms(0), &SV), None, "nothing to copy");
    does(&mut book, Action::Create { id: id(1), draft: comment("ett") }, &at("a", 1));
    let copies: Vec<Scrap> = (0..8)
        .filter_map(|day| Snapshot::of(&book, Occasion::Delete, Time::from_unix_ms(day * 86_400_000), &SV))
        .map(|copy| Scrap { name: copy.name, text: copy.text })
        .collect();
    let (kept, gone) = snapshot::find(copies);
    assert_eq!((kept.len(), gone.len()), (KEPT, 3));
    assert!(kept[0].taken > kept[1].taken && gone.iter().all(|name| *name < kept[KEPT - 1].name));
}
