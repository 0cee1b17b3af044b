//! Notes under keys: several tabs, damaged and foreign entries, no room, no storage.

use super::disk::{Disk, FarEntries, FarTab, Tab, now};
use super::writer::{Writer, at, comment, id, rounds};
use malkarta::notes::book::{Action, Book, Moment};
use malkarta::notes::record::{self, Damage};
use malkarta::notes::shelf::{Answer, Because, KeyShelf, Lasts, Odd, Shelf};
use malkarta::notes::{Note, Revision};
use std::collections::BTreeMap;
use std::rc::Rc;

const ROOT: &str = "/malkarta/";

fn shelf(disk: &Rc<Disk>) -> KeyShelf {
    KeyShelf::new(Box::new(Tab(disk.clone())), ROOT)
}

fn keeps(shelf: &dyn Shelf, note: &Note) -> Answer {
    now(shelf.keep(std::slice::from_ref(note))).remove(0)
}

fn saved(beside: Vec<Note>) -> Answer {
    Answer::Saved { lasts: Lasts::Browser, beside }
}

fn creates(n: u8, text: &str, moment: &Moment) -> Note {
    Book::default().decide(Action::Create { id: id(n), draft: comment(text) }, moment).unwrap().versions.remove(0)
}

fn edits(base: &Note, text: &str, moment: &Moment) -> Note {
    Book::default().decide(Action::Edit { base: base.clone().into(), draft: comment(text) }, moment).unwrap().versions.remove(0)
}

fn texts(shelf: &dyn Shelf) -> Vec<String> {
    now(shelf.load()).unwrap().versions.all().map(|note| note.text.clone()).collect()
}

#[test]
fn a_saved_note_is_there_for_the_next_visit_under_a_key_of_its_own() {
    let disk = Disk::new();
    let note = creates(1, "hej", &at("a", 1));
    assert_eq!(keeps(&shelf(&disk), &note), saved(vec![]));
    assert_eq!(disk.keys(), [format!("malkarta:/malkarta/:note:{}~{}", note.id, record::stamp(&note))]);
    assert_eq!(now(shelf(&disk).load()).unwrap().versions.of(&note.id), std::slice::from_ref(&note));
    // Saving the same again changes nothing.
    let before = disk.texts.borrow().clone();
    assert_eq!(keeps(&shelf(&disk), &note), saved(vec![]));
    assert_eq!(*disk.texts.borrow(), before);
}

#[test]
fn an_edit_takes_the_place_of_what_it_replaces_and_of_nothing_else() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let (first, other) = (creates(1, "ett", &at("a", 1)), creates(2, "annan", &at("a", 1)));
    now(shelf.keep(&[first.clone(), other]));
    let second = edits(&first, "två", &at("a", 2));
    assert_eq!(keeps(&shelf, &second), saved(vec![]));
    assert_eq!(disk.keys().len(), 2);
    assert_eq!(texts(&shelf), ["två", "annan"]);
    // Saving late what was replaced long ago writes nothing and tells what is there.
    assert_eq!(keeps(&shelf, &first), saved(vec![second]));
    assert_eq!(disk.keys().len(), 2);
}

#[test]
fn when_the_stored_version_is_not_the_one_the_edit_started_from_both_are_kept() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let first = creates(1, "början", &at("a", 1));
    keeps(&shelf, &first);
    let (mine, theirs) = (edits(&first, "min", &at("a", 2)), edits(&first, "din", &at("b", 3)));
    assert_eq!(keeps(&shelf, &mine), saved(vec![]));
    assert_eq!(keeps(&shelf, &theirs), saved(vec![mine]));
    assert_eq!(texts(&shelf), ["din", "min"]);
}

#[test]
fn keys_of_others_are_never_touched() {
    let disk = Disk::new();
    for key in
        ["other", "malkarta", "malkarta:/:note:x", "malkarta:/malkarta/x:note:y", "malkarta:/malkarta", "xmalkarta:/malkarta/:note:z"]
    {
        disk.put(key, "not mine");
    }
    let before = disk.texts.borrow().clone();
    let shelf = shelf(&disk);
    assert_eq!(now(shelf.load()).unwrap(), Default::default());
    let note = creates(1, "hej", &at("a", 1));
    keeps(&shelf, &note);
    disk.put("malkarta:/malkarta/:draft:x", "a draft");
    assert_eq!(now(shelf.erase()), Ok(()));
    assert_eq!(*disk.texts.borrow(), before, "everything of this site is gone, nothing of others is");
}

#[test]
fn a_damaged_store_never_becomes_an_empty_one() {
    let mut writer = Writer::new(7);
    let mut found_damage = 0;
    for round in 0..rounds(1_000) {
        let disk = Disk::new();
        let shelf = shelf(&disk);
        let mut notes: BTreeMap<u8, Note> = BTreeMap::new();
        for n in 0..4 {
            let note = Note { id: id(n), deleted: false, ..writer.note(1) };
            assert!(keeps(&shelf, &note).is_saved());
            notes.insert(n, note);
        }
        let keys = disk.keys();
        let key = writer.pick(&keys).clone();
        let original = disk.texts.borrow()[&key].clone();
        if writer.chance(5) {
            // Two entries change places.
            let other = writer.pick(&keys).clone();
            let others = disk.texts.borrow()[&other].clone();
            disk.put(&key, &others);
            disk.put(&other, &original);
        } else {
            disk.put(&key, &writer.damaged(&original));
        }
        let stored = disk.texts.borrow().clone();
        let contents = now(shelf.load()).unwrap();
        assert_eq!(*disk.texts.borrow(), stored, "reading writes nothing");
        for (n, note) in &notes {
            let there = contents.versions.of(&id(*n));
            let is_kept_as_found = contents.quarantine.iter().any(|odd| odd.id() == Some(id(*n)) && stored[&odd.key] == odd.raw);
            assert!(there == [note.clone()] || there.is_empty() && is_kept_as_found, "round {round}: note {n} is lost");
            if there.is_empty() {
                found_damage += 1;
                // The reader writes on: what is damaged stays as it is.
                let next = edits(note, "vidare", &at("z", 1));
                assert!(keeps(&shelf, &next).is_saved());
                for odd in &contents.quarantine {
                    assert_eq!(disk.texts.borrow().get(&odd.key), Some(&odd.raw));
                }
            }
        }
        assert_eq!(contents.versions.all().count() + contents.quarantine.len(), 4);
    }
    assert!(found_damage > rounds(1_000) / 2);
}

#[test]
fn a_damaged_entry_is_removed_only_when_the_reader_says_so_and_it_is_the_one_she_saw() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let key = "malkarta:/malkarta/:note:07070707-0707-4707-8707-070707070707~x";
    disk.put(key, "broken");
    let odd = now(shelf.load()).unwrap().quarantine.remove(0);
    assert_eq!((odd.id(), &odd.why), (Some(id(7)), &Odd::Damaged(Damage::NotANote)));
    disk.put(key, "broken otherwise");
    assert_eq!(now(shelf.discard(&odd)), Err(Because::Changed));
    disk.put(key, "broken");
    assert_eq!(now(shelf.discard(&odd)), Ok(()));
    assert_eq!(disk.keys().len(), 0);
    assert_eq!(now(shelf.discard(&odd)), Err(Because::Changed));
}

#[test]
fn an_entry_in_the_place_of_a_note_is_not_overwritten() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let note = creates(1, "hej", &at("a", 1));
    let place = format!("malkarta:/malkarta/:note:{}~{}", note.id, record::stamp(&note));
    disk.put(&place, "something else");
    assert_eq!(keeps(&shelf, &note), saved(vec![]));
    assert_eq!(disk.texts.borrow()[&place], "something else");
    assert_eq!(texts(&shelf), ["hej"]);
    assert_eq!(now(shelf.load()).unwrap().quarantine.len(), 1);
    for number in 2..=9 {
        disk.put(&format!("{place}.{number}"), "something else");
    }
    assert_eq!(keeps(&shelf, &note), Answer::NotSaved(Because::Taken));
}

#[test]
fn a_full_store_refuses_every_save_and_changes_nothing() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let first = creates(1, &"lång text ".repeat(100), &at("a", 1));
    keeps(&shelf, &first);
    *disk.room.borrow_mut() = Some(disk.used() + 10);
    let before = disk.texts.borrow().clone();
    for n in 0..rounds(50) {
        assert_eq!(keeps(&shelf, &creates(2, &format!("nummer {n}"), &at("a", 2))), Answer::NotSaved(Because::Full));
        assert_eq!(keeps(&shelf, &edits(&first, &"för lång text ".repeat(100), &at("a", 2))), Answer::NotSaved(Because::Full));
        assert_eq!(*disk.texts.borrow(), before);
    }
    // Shortening and deleting work in the room that the note has.
    let shorter = edits(&first, "kort", &at("a", 3));
    assert_eq!(keeps(&shelf, &shorter), saved(vec![]));
    assert_eq!(texts(&shelf), ["kort"]);
    let mut book = Book::open(now(shelf.load()).unwrap());
    *disk.room.borrow_mut() = Some(disk.used());
    let step = book.decide(Action::Delete { ids: vec![id(1)] }, &at("a", 4)).unwrap();
    assert_eq!(now(shelf.keep(&step.versions)), [saved(vec![])]);
    book.accept(step);
    assert!(now(shelf.load()).unwrap().versions.all().all(|note| note.deleted));
}

#[test]
fn saved_is_said_only_of_what_was_read_back() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let first = creates(1, "ett", &at("a", 1));
    keeps(&shelf, &first);
    *disk.forgetful.borrow_mut() = true;
    assert_eq!(keeps(&shelf, &edits(&first, "två", &at("a", 2))), Answer::NotSaved(Because::NotReadBack));
    assert_eq!(texts(&shelf), ["ett"], "what was there stays until its successor is read back");
    *disk.blocked.borrow_mut() = true;
    assert_eq!(keeps(&shelf, &first), Answer::NotSaved(Because::Blocked));
    assert_eq!(now(shelf.load()), Err(Because::Blocked));
    assert_eq!(now(shelf.erase()), Err(Because::Blocked));
}

#[test]
fn without_storage_notes_last_until_the_tab_closes() {
    let shelf = KeyShelf::in_memory();
    let note = creates(1, "hej", &at("a", 1));
    assert_eq!(keeps(&shelf, &note), Answer::Saved { lasts: Lasts::Tab, beside: vec![] });
    assert_eq!(texts(&shelf), ["hej"]);
    assert_eq!(shelf.lasts(), Lasts::Tab);
}

/// Two tabs in processes of their own; writes arrive late, in an order the tabs cannot know.
struct Far {
    disk: Rc<Disk>,
    tabs: Vec<Rc<FarTab>>,
    shelves: Vec<KeyShelf>,
}

impl Far {
    fn open() -> Far {
        let tabs: Vec<Rc<FarTab>> = (0..2).map(|_| Rc::new(FarTab::default())).collect();
        let shelves = tabs.iter().map(|tab| KeyShelf::new(Box::new(FarEntries(tab.clone())), ROOT)).collect();
        Far { disk: Disk::new(), tabs, shelves }
    }

    fn some_arrive(&self, writer: &mut Writer) {
        while writer.chance(2) {
            self.tabs[writer.below(2)].arrive(&self.disk, &self.tabs);
        }
    }

    fn all_arrive(&self) {
        while self.tabs.iter().any(|tab| tab.arrive(&self.disk, &self.tabs)) {}
    }
}

#[test]
fn two_tabs_that_write_in_the_same_moment_keep_everything() {
    let mut writer = Writer::new(8);
    let far = Far::open();
    let each = rounds(200);
    for n in 0..each {
        for tab in 0..2 {
            let mut note = creates(1, &format!("tab {tab} note {n}"), &at(["a", "b"][tab], 1));
            note.id = malkarta::notes::NoteId::from_random(std::array::from_fn(|_| writer.next() as u8));
            assert!(keeps(&far.shelves[tab], &note).is_saved());
            far.some_arrive(&mut writer);
        }
    }
    far.all_arrive();
    assert_eq!(texts(&shelf(&far.disk)).len(), 2 * each);
}

#[test]
fn edits_of_one_note_from_the_same_text_are_all_retrievable() {
    let mut writer = Writer::new(9);
    let far = Far::open();
    let first = creates(1, "början", &at("a", 0));
    keeps(&far.shelves[0], &first);
    far.all_arrive();
    let each = rounds(50);
    for n in 0..each {
        for tab in 0..2 {
            // Each edit comes from an editor of its own that was opened on the first text.
            let moment = at(&format!("{}{n}", ["a", "b"][tab]), n as i64);
            assert!(keeps(&far.shelves[tab], &edits(&first, &format!("tab {tab} text {n}"), &moment)).is_saved());
            far.some_arrive(&mut writer);
        }
    }
    far.all_arrive();
    let mut found = texts(&shelf(&far.disk));
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 2 * each);
}

#[test]
fn two_editors_that_save_as_they_go_leave_their_last_texts_and_no_litter() {
    let mut writer = Writer::new(10);
    for _ in 0..rounds(20) {
        let far = Far::open();
        let first = creates(1, "början", &at("a", 0));
        keeps(&far.shelves[0], &first);
        far.all_arrive();
        let mut bases = [first.clone(), first.clone()];
        for n in 0..40 {
            let tab = writer.below(2);
            let next = edits(&bases[tab], &format!("tab {tab} text {n}"), &at(["a", "b"][tab], n));
            assert!(keeps(&far.shelves[tab], &next).is_saved());
            bases[tab] = next;
            far.some_arrive(&mut writer);
        }
        far.all_arrive();
        let contents = now(shelf(&far.disk).load()).unwrap();
        let expected: malkarta::notes::merge::Versions = bases.iter().cloned().collect();
        assert_eq!(contents.versions, expected);
        assert_eq!(far.disk.keys().len(), expected.all().count());
    }
}

#[test]
fn a_full_import_is_kept_in_one_go() {
    let disk = Disk::new();
    let shelf = shelf(&disk);
    let notes: Vec<Note> = (0..200).map(|n| creates(n, &format!("nummer {n}"), &at("a", 1))).collect();
    let answers = now(shelf.keep(&notes));
    assert!(answers.len() == 200 && answers.iter().all(Answer::is_saved));
    // Several versions of one note in one go.
    let versions = [edits(&notes[0], "x", &at("a", 2)), edits(&notes[0], "y", &at("b", 2))];
    assert_eq!(now(shelf.keep(&versions)), [saved(vec![]), saved(vec![versions[0].clone()])]);
    assert_eq!(disk.keys().len(), 201);
    // The same revision with another text, as a changed file has it, stands beside.
    let same_revision = Note {
        revision: Revision::from_counts(versions[0].revision.counts().map(|(origin, count)| (origin.clone(), count))),
        text: "z".to_owned(),
        ..versions[0].clone()
    };
    assert!(matches!(keeps(&shelf, &same_revision), Answer::Saved { beside, .. } if beside.len() == 2));
}
