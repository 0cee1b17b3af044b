//! Two shelves as one: what each lacks it gets, and saved is said of what one of them has taken.

use super::disk::{Disk, DiskStore, Tab, now};
use super::writer::{Writer, at, comment, id, rounds};
use malkarta::notes::book::{Action, Book, Moment};
use malkarta::notes::durable::StoreShelf;
use malkarta::notes::merge::Versions;
use malkarta::notes::pair::Pair;
use malkarta::notes::shelf::{Answer, Because, KeyShelf, Lasts, Scrap, Shelf};
use malkarta::notes::{Note, NoteId};
use std::rc::Rc;

const ROOT: &str = "/malkarta/";

struct Both {
    near: Rc<Disk>,
    far: Rc<Disk>,
    shelf: Pair,
}

impl Both {
    fn open() -> Both {
        Both::over(Disk::new(), Disk::new())
    }

    fn over(near: Rc<Disk>, far: Rc<Disk>) -> Both {
        let shelf = Pair::new(KeyShelf::new(Box::new(Tab(near.clone())), ROOT), StoreShelf::new(Rc::new(DiskStore(far.clone())), ROOT));
        Both { near, far, shelf }
    }

    fn keeps(&self, note: &Note) -> Answer {
        now(self.shelf.keep(std::slice::from_ref(note))).remove(0)
    }

    fn reads(&self) -> Versions {
        now(self.shelf.load()).unwrap().versions
    }
}

fn creates(n: u8, text: &str, moment: &Moment) -> Note {
    Book::default().decide(Action::Create { id: id(n), draft: comment(text) }, moment).unwrap().versions.remove(0)
}

fn edits(base: &Note, text: &str, moment: &Moment) -> Note {
    Book::default().decide(Action::Edit { base: base.clone().into(), draft: comment(text) }, moment).unwrap().versions.remove(0)
}

fn saved(lasts: Lasts) -> Answer {
    Answer::Saved { lasts, beside: vec![] }
}

#[test]
fn both_hold_the_same_texts_under_the_same_keys() {
    let both = Both::open();
    let first = creates(1, "hej", &at("a", 1));
    assert_eq!(both.keeps(&first), saved(Lasts::Durable));
    assert_eq!(both.keeps(&edits(&first, "hej igen", &at("a", 2))), saved(Lasts::Durable));
    assert_eq!(*both.near.texts.borrow(), *both.far.texts.borrow());
    assert_eq!(both.near.keys().len(), 1);
}

#[test]
fn where_one_takes_nothing_the_other_saves_and_the_answer_says_how_long_it_lasts() {
    let both = Both::open();
    both.reads();
    assert_eq!(both.shelf.lasts(), Lasts::Durable);
    let note = |n| creates(n, "text", &at("a", 1));
    *both.near.blocked.borrow_mut() = true;
    assert_eq!(both.keeps(&note(1)), saved(Lasts::Durable));
    *both.near.blocked.borrow_mut() = false;
    *both.far.blocked.borrow_mut() = true;
    assert_eq!(both.keeps(&note(2)), saved(Lasts::Browser));
    assert_eq!(both.shelf.lasts(), Lasts::Browser);
    *both.far.blocked.borrow_mut() = false;
    *both.near.room.borrow_mut() = Some(both.near.used());
    assert_eq!(both.keeps(&note(3)), saved(Lasts::Durable));
    *both.far.room.borrow_mut() = Some(both.far.used());
    let before = (both.near.texts.borrow().clone(), both.far.texts.borrow().clone());
    for n in 4..204 {
        assert_eq!(both.keeps(&note(n)), Answer::NotSaved(Because::Full), "told each time");
    }
    *both.near.blocked.borrow_mut() = true;
    assert_eq!(both.keeps(&note(4)), Answer::NotSaved(Because::Full), "the one that has a reason is heard");
    *both.far.blocked.borrow_mut() = true;
    assert_eq!(both.keeps(&note(4)), Answer::NotSaved(Because::Blocked));
    assert_eq!(now(both.shelf.load()), Err(Because::Blocked));
    assert_eq!((both.near.texts.borrow().clone(), both.far.texts.borrow().clone()), before, "nothing changed");
}

#[test]
fn what_one_has_lost_comes_back_from_the_other_when_they_are_read() {
    let mut writer = Writer::new(31);
    for round in 0..rounds(60) {
        let both = Both::open();
        let mut all = Versions::default();
        for _ in 0..6 {
            let note = writer.note(4);
            // Each of them takes a note or not, as it would with other rooms or after a killed browser.
            let (to_near, to_far) = (!writer.chance(3), !writer.chance(3));
            *both.near.blocked.borrow_mut() = !to_near;
            *both.far.blocked.borrow_mut() = !to_far;
            both.keeps(&note);
            if to_near || to_far {
                all.add(note);
            }
        }
        *both.near.blocked.borrow_mut() = false;
        *both.far.blocked.borrow_mut() = false;
        assert_eq!(both.reads(), all, "round {round}");
        for disk in [&both.near, &both.far] {
            let alone = KeyShelf::new(Box::new(Tab((*disk).clone())), ROOT);
            assert_eq!(now(alone.load()).unwrap().versions, all, "round {round}: each has everything");
        }
        let settled = (both.near.texts.borrow().clone(), both.far.texts.borrow().clone());
        both.reads();
        assert_eq!((both.near.texts.borrow().clone(), both.far.texts.borrow().clone()), settled, "healed once is healed");
    }
}

#[test]
fn a_deleted_note_does_not_come_back_from_the_store_that_has_not_heard_of_it() {
    let both = Both::open();
    let note = creates(1, "bort", &at("a", 1));
    both.keeps(&note);
    let mut book = Book::open(now(both.shelf.load()).unwrap());
    let step = book.decide(Action::Delete { ids: vec![id(1)] }, &at("a", 2)).unwrap();
    *both.far.blocked.borrow_mut() = true;
    now(both.shelf.keep(&step.versions));
    book.accept(step);
    *both.far.blocked.borrow_mut() = false;
    assert!(both.reads().all().all(|note| note.deleted));
    assert!(!both.far.texts.borrow().values().any(|text| text.contains("bort")), "its text is gone in both");
}

#[test]
fn what_cannot_be_read_stays_where_it_lies_and_what_is_newer_is_had_twice() {
    let both = Both::open();
    let note = creates(1, "hel", &at("a", 1));
    both.keeps(&note);
    let key = both.near.keys().remove(0);
    both.near.put(&key, "broken");
    let newer = "malkarta-note 2 fb7ebb1f6a0bc3084be9df8ece2496ec\n{}";
    let newer_key = format!("malkarta:{ROOT}:note:newer");
    both.far.put(&newer_key, newer);
    let contents = now(both.shelf.load()).unwrap();
    assert_eq!(contents.versions.of(&note.id), std::slice::from_ref(&note), "the text is read from the other one");
    assert_eq!(contents.quarantine.len(), 2);
    assert_eq!(both.near.texts.borrow()[&key], "broken", "damage is never overwritten");
    assert_eq!(both.near.texts.borrow().get(&newer_key).map(String::as_str), Some(newer), "byte for byte");
    let alone = KeyShelf::new(Box::new(Tab(both.near.clone())), ROOT);
    assert_eq!(now(alone.load()).unwrap().versions.of(&note.id), [note], "under another key");
    // What the reader has taken care of goes, wherever it lies.
    for odd in now(both.shelf.load()).unwrap().quarantine {
        assert_eq!(now(both.shelf.discard(&odd)), Ok(()));
    }
    assert_eq!(now(both.shelf.load()).unwrap().quarantine, []);
}

#[test]
fn many_notes_are_stored_in_one_go_or_not_at_all() {
    let both = Both::open();
    *both.near.blocked.borrow_mut() = true;
    let notes: Vec<Note> = (0..100).map(|n| creates(n, &format!("nummer {n}"), &at("a", 1))).collect();
    *both.far.room.borrow_mut() = Some(5_000);
    assert!(now(both.shelf.keep(&notes)).iter().all(|answer| *answer == Answer::NotSaved(Because::Full)));
    assert_eq!(both.far.keys(), [""; 0]);
    *both.far.room.borrow_mut() = None;
    assert!(now(both.shelf.keep(&notes)).iter().all(Answer::is_saved));
    assert_eq!(both.far.keys().len(), 100);
}

#[test]
fn two_tabs_on_one_database_keep_everything() {
    let mut writer = Writer::new(33);
    let far = Disk::new();
    // Each tab has lost its other store: only transactions stand between them.
    let tabs: Vec<Both> = ["a", "b"].iter().map(|_| Both::over(Disk::new(), far.clone())).collect();
    tabs.iter().for_each(|tab| *tab.near.blocked.borrow_mut() = true);
    let each = rounds(40);
    for n in 0..each {
        for (tab, name) in tabs.iter().zip(["a", "b"]) {
            let mut note = creates(1, &format!("{name} {n}"), &at(name, 1));
            note.id = NoteId::from_random(std::array::from_fn(|_| writer.next() as u8));
            assert_eq!(tab.keeps(&note), saved(Lasts::Durable));
        }
    }
    assert_eq!(tabs[0].reads().all().count(), 2 * each);
    let first = creates(1, "början", &at("a", 0));
    tabs[0].keeps(&first);
    for n in 0..each {
        for (tab, name) in tabs.iter().zip(["a", "b"]) {
            tab.keeps(&edits(&first, &format!("{name} {n}"), &at(&format!("{name}{n}"), 1)));
        }
    }
    assert_eq!(tabs[1].reads().of(&id(1)).len(), 2 * each, "every text of the one note");
}

#[test]
fn scraps_lie_beside_the_notes_and_go_with_everything() {
    let both = Both::open();
    both.keeps(&creates(1, "hej", &at("a", 1)));
    assert_eq!(now(both.shelf.put("draft:x", Some("halv tanke"))), Ok(Lasts::Durable));
    *both.near.blocked.borrow_mut() = true;
    assert_eq!(now(both.shelf.put("draft:x", Some("hel tanke"))), Ok(Lasts::Durable));
    *both.near.blocked.borrow_mut() = false;
    let scrap = |text: &str| Scrap { name: "draft:x".to_owned(), text: text.to_owned() };
    assert_eq!(now(both.shelf.scraps("draft")), Ok(vec![scrap("halv tanke"), scrap("hel tanke")]), "which one is later the draft says");
    assert_eq!(both.reads().all().count(), 1, "a scrap is no note");
    both.near.put("malkarta:/other/:note:x", "theirs");
    assert_eq!(now(both.shelf.put("draft:y", None)), Ok(Lasts::Durable));
    assert_eq!(now(both.shelf.erase()), Ok(()));
    assert_eq!((both.near.keys(), both.far.keys().len()), (vec!["malkarta:/other/:note:x".to_owned()], 0));
    both.keeps(&creates(1, "hej", &at("a", 1)));
    *both.far.blocked.borrow_mut() = true;
    assert_eq!(now(both.shelf.erase()), Err(Because::Blocked), "what may still hold something is not called erased");
}

#[test]
fn a_note_is_never_put_where_a_scrap_belongs() {
    let both = Both::open();
    now(both.shelf.put("note:x", Some("no note"))).unwrap();
    assert_eq!(now(both.shelf.load()).unwrap(), Default::default());
}
