//! What a reader does with notes.

use super::writer::{Writer, at, comment, id, rounds};
use malkarta::notes::book::{Action, Book, CannotDo, Counts, Draft, Filter, Moment, Order};
use malkarta::notes::note::KindName;
use malkarta::notes::shelf::{Contents, News, Odd, Quarantined};
use malkarta::notes::{Assessed, Kind, Note};

/// Does it, as if everything could be saved, and answers what was saved.
fn does(book: &mut Book, action: Action, moment: &Moment) -> Vec<Note> {
    let step = book.decide(action, moment).unwrap();
    let versions = step.versions.clone();
    book.accept(step);
    versions
}

fn writes(book: &mut Book, n: u8, text: &str, second: i64) -> Note {
    does(book, Action::Create { id: id(n), draft: comment(text) }, &at("a", second)).remove(0)
}

fn edits(book: &mut Book, base: &Note, text: &str, moment: &Moment) -> Note {
    does(book, Action::Edit { base: base.clone().into(), draft: comment(text) }, moment).remove(0)
}

fn deletes(book: &mut Book, n: u8, moment: &Moment) -> Note {
    does(book, Action::Delete { ids: vec![id(n)] }, moment).remove(0)
}

fn undoes(book: &mut Book, second: i64) -> Vec<Note> {
    does(book, Action::Undo, &at("a", second))
}

fn texts(book: &Book, n: u8) -> Vec<&str> {
    let shown = book.shown(&id(n));
    shown.map(|shown| std::iter::once(shown.note).chain(shown.others).map(|note| note.text.as_str()).collect()).unwrap_or_default()
}

#[test]
fn a_note_is_written_edited_deleted_and_taken_back() {
    let mut book = Book::default();
    let first = writes(&mut book, 1, "ett", 1);
    assert_eq!((first.created, first.modified), (at("a", 1).now, at("a", 1).now));
    let second = edits(&mut book, &first, "två", &at("a", 2));
    assert_eq!((second.created, second.modified), (first.created, at("a", 2).now));
    assert_eq!(texts(&book, 1), ["två"]);
    let tombstone = deletes(&mut book, 1, &at("a", 3));
    assert_eq!(texts(&book, 1), [""; 0]);
    assert!(book.is_deleted(&id(1)) && book.list(&Filter::default(), Order::default()).is_empty());
    assert!(tombstone.text.is_empty() && tombstone.quoted.is_empty() && tombstone.tags.is_empty(), "a deleted text must be gone");

    undoes(&mut book, 4);
    assert_eq!(texts(&book, 1), ["två"]);
    undoes(&mut book, 5);
    assert_eq!(texts(&book, 1), ["ett"]);
    undoes(&mut book, 6);
    assert_eq!(texts(&book, 1), [""; 0]);
    assert_eq!(book.decide(Action::Undo, &at("a", 7)), Err(CannotDo::NothingToUndo));
    // Whoever saw an earlier version accepts the later ones as newer.
    assert!(book.versions().of(&id(1))[0].revision.replaces(&second.revision));
}

#[test]
fn two_edits_of_one_note_that_do_not_know_of_each_other_are_both_kept() {
    let mut here = Book::default();
    let base = writes(&mut here, 1, "början", 1);
    let mut there = here.clone();
    let mine = edits(&mut here, &base, "min", &at("a", 2));
    let theirs = edits(&mut there, &base, "din", &at("b", 3));
    here.hear(News::Kept(theirs.clone()));
    there.hear(News::Kept(mine.clone()));
    assert_eq!(texts(&here, 1), ["din", "min"], "the latest first");
    assert_eq!(here.versions(), there.versions());
    assert_eq!(here.counts()["goal/klimatneutral"], Counts { comments: 1, conflicts: 1, ..Counts::default() });

    // Going on with one of them leaves the other in peace.
    edits(&mut here, &mine, "min igen", &at("a", 4));
    assert_eq!(texts(&here, 1), ["min igen", "din"]);
    // Settling replaces both, and the other tab takes it for newer.
    let settled = does(&mut here, Action::Settle { id: id(1), draft: comment("vår") }, &at("a", 5)).remove(0);
    assert_eq!(texts(&here, 1), ["vår"]);
    there.hear(News::Kept(settled));
    assert_eq!(texts(&there, 1), ["vår"]);
    // And can itself be taken back: both texts are there again.
    undoes(&mut here, 6);
    assert_eq!(texts(&here, 1).len(), 2);
    assert!(texts(&here, 1).contains(&"din") && texts(&here, 1).contains(&"min igen"));
}

#[test]
fn an_edit_survives_a_deletion_in_another_tab() {
    let mut here = Book::default();
    let base = writes(&mut here, 1, "början", 1);
    let mut there = here.clone();
    let mine = edits(&mut here, &base, "min", &at("a", 2));
    let tombstone = deletes(&mut there, 1, &at("b", 3));
    here.hear(News::Kept(tombstone));
    there.hear(News::Kept(mine));
    assert_eq!((texts(&here, 1), texts(&there, 1)), (vec!["min"], vec!["min"]));
    assert_eq!(here.counts()["goal/klimatneutral"].conflicts, 0);
    deletes(&mut here, 1, &at("a", 4));
    assert!(here.is_deleted(&id(1)));
    // An editor that was open the whole time still keeps its text.
    edits(&mut here, &base, "sen", &at("a", 5));
    assert_eq!(texts(&here, 1), ["sen"]);
}

#[test]
fn undo_takes_back_only_what_this_tab_did() {
    let mut here = Book::default();
    let base = writes(&mut here, 1, "början", 1);
    let mut there = here.clone();
    deletes(&mut here, 1, &at("a", 2));
    let theirs = edits(&mut there, &base, "din", &at("b", 3));
    here.hear(News::Kept(theirs));
    undoes(&mut here, 4);
    assert_eq!(texts(&here, 1), ["början", "din"]);
}

#[test]
fn what_was_not_saved_is_not_accepted() {
    let mut book = Book::default();
    writes(&mut book, 1, "ett", 1);
    writes(&mut book, 2, "två", 1);
    let before = book.clone();
    let mut step = book.decide(Action::Delete { ids: vec![id(1), id(2)] }, &at("a", 2)).unwrap();
    assert_eq!(book, before, "deciding changes nothing");
    step.versions.retain(|note| note.id == id(2));
    book.accept(step);
    assert_eq!((texts(&book, 1).len(), texts(&book, 2).len()), (1, 0));
    undoes(&mut book, 3);
    assert_eq!((texts(&book, 1), texts(&book, 2)), (vec!["ett"], vec!["två"]));
}

#[test]
fn what_cannot_be_done_is_said() {
    let mut book = Book::default();
    writes(&mut book, 1, "ett", 1);
    let create = Action::Create { id: id(1), draft: comment("x") };
    assert_eq!(book.decide(create, &at("a", 2)), Err(CannotDo::IdTaken));
    assert_eq!(book.decide(Action::Delete { ids: vec![id(9)] }, &at("a", 2)), Err(CannotDo::NoSuchNote));
    assert_eq!(book.decide(Action::Settle { id: id(9), draft: comment("x") }, &at("a", 2)), Err(CannotDo::NoSuchNote));
    // Saving without a change writes nothing.
    let base = book.shown(&id(1)).unwrap().note.clone();
    let same = Draft { tags: vec![" ".to_owned()], ..Draft::from_note(&base) };
    assert!(book.decide(Action::Edit { base: base.into(), draft: same }, &at("a", 2)).unwrap().versions.is_empty());
    assert!(comment(" \n").is_empty() && !comment("x").is_empty());
}

#[test]
fn tags_are_trimmed_and_stand_once() {
    let mut book = Book::default();
    let tags = [" klimat", "", "klimat ", "möte"].map(str::to_owned).to_vec();
    does(&mut book, Action::Create { id: id(1), draft: Draft { tags, ..comment("x") } }, &at("a", 1));
    assert_eq!(book.tags(), ["klimat", "möte"]);
}

#[test]
fn notes_are_filtered_sorted_and_counted() {
    let mut book = Book::default();
    writes(&mut book, 1, "Buller vid skolan", 3);
    let question = Draft {
        kind: Kind::Question,
        anchor: "sdg/13".to_owned(),
        quoted: "Bekämpa klimatförändringarna".to_owned(),
        tags: vec!["möte".to_owned()],
        ..comment("Vem?")
    };
    does(&mut book, Action::Create { id: id(2), draft: question }, &at("a", 1));
    let kind = Kind::Assessment { state: Assessed::Yellow, reason: "SAKNAR utfall".to_owned(), rule: String::new() };
    does(&mut book, Action::Create { id: id(3), draft: Draft { kind, ..comment("") } }, &at("a", 2));

    let list = |filter: Filter, order| book.list(&filter, order).iter().map(|shown| shown.note.id.clone()).collect::<Vec<_>>();
    let all = Filter::default;
    assert_eq!(list(all(), Order::LatestFirst), [id(1), id(3), id(2)]);
    assert_eq!(list(all(), Order::EarliestFirst), [id(2), id(3), id(1)]);
    assert_eq!(list(all(), Order::Anchor), [id(1), id(3), id(2)]);
    assert_eq!(list(all(), Order::Kind), [id(1), id(2), id(3)]);
    assert_eq!(list(all(), Order::Title), [id(2), id(1), id(3)]);
    assert_eq!(list(Filter { kinds: vec![KindName::Question, KindName::Assessment], ..all() }, Order::Kind), [id(2), id(3)]);
    assert_eq!(list(Filter { states: vec![Assessed::Yellow], ..all() }, Order::Kind), [id(3)]);
    assert_eq!(list(Filter { states: vec![Assessed::Red], ..all() }, Order::Kind), []);
    assert_eq!(list(Filter { tag: Some("möte".to_owned()), ..all() }, Order::Kind), [id(2)]);
    assert_eq!(list(Filter { anchor: Some("sdg/13".to_owned()), ..all() }, Order::Kind), [id(2)]);
    assert_eq!(list(Filter { anchor_kind: Some("goal".to_owned()), ..all() }, Order::Kind), [id(1), id(3)]);
    assert_eq!(list(Filter { words: "  SKOLAN buller".to_owned(), ..all() }, Order::Kind), [id(1)]);
    assert_eq!(list(Filter { words: "saknar".to_owned(), ..all() }, Order::Kind), [id(3)]);
    assert_eq!(list(Filter { words: "klimatförändringarna vem möte".to_owned(), ..all() }, Order::Kind), [id(2)]);
    assert_eq!(list(Filter { only_conflicts: true, ..all() }, Order::Kind), []);
    assert_eq!(book.counts()["goal/klimatneutral"], Counts { comments: 1, assessments: 1, ..Counts::default() });
    assert_eq!(book.counts().into_keys().collect::<Vec<_>>(), ["goal/klimatneutral", "sdg/13"]);
    assert_eq!(book.counts()["goal/klimatneutral"].total(), 2);
    assert!(!book.counts().contains_key("nowhere/x"));
}

#[test]
fn the_quarantine_follows_the_shelf() {
    let odd = |key: &str| Quarantined { key: key.to_owned(), raw: "?".to_owned(), why: Odd::Newer(2) };
    let mut book = Book::open(Contents { quarantine: vec![odd("b"), odd("a")], ..Contents::default() });
    assert_eq!(book.quarantine().map(|odd| odd.key.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    book.hear(News::Unreadable(odd("c")));
    book.hear(News::UnreadableGone { key: "a".to_owned() });
    assert_eq!(book.quarantine().map(|odd| odd.key.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    assert!(book.hear(News::Everything), "the shelf has to be read anew");
    let note = writes(&mut book, 1, "ett", 1);
    book.hear(News::Gone(note));
    assert!(book.shown(&id(1)).is_none());
}

#[test]
fn any_actions_in_two_tabs_end_in_the_same_book_and_every_undo_leads_back() {
    let mut writer = Writer::new(6);
    for round in 0..rounds(200) {
        let mut books = [Book::default(), Book::default()];
        let mut sent: [Vec<Note>; 2] = Default::default();
        for second in 0..30 {
            let tab = writer.below(2);
            let book = &mut books[tab];
            let moment = at(["a", "b"][tab], second);
            let action = match (writer.below(6), book.list(&Filter::default(), Order::Anchor).first().map(|shown| shown.note.clone())) {
                (0 | 1, _) | (_, None) => Action::Create { id: writer.id(4), draft: writer.draft() },
                (2, Some(base)) => Action::Edit { base: base.into(), draft: writer.draft() },
                (3, Some(note)) => Action::Settle { id: note.id, draft: writer.draft() },
                (4, Some(note)) => Action::Delete { ids: vec![note.id] },
                _ => Action::Undo,
            };
            if let Ok(step) = book.decide(action, &moment) {
                sent[tab].extend(step.versions.clone());
                book.accept(step);
            }
            if writer.chance(3) {
                // What one has sent arrives at the other, in no particular order.
                let from = writer.below(2);
                while !sent[from].is_empty() {
                    let next = writer.below(sent[from].len());
                    let note = sent[from].remove(next);
                    books[1 - from].hear(News::Kept(note));
                }
            }
        }
        for from in 0..2 {
            for note in std::mem::take(&mut sent[from]) {
                books[1 - from].hear(News::Kept(note));
            }
        }
        assert_eq!(books[0].versions(), books[1].versions(), "round {round}");

        // One more action and its undo: what is shown is what was shown.
        let shown = |book: &Book| -> Vec<(Draft, usize)> {
            book.list(&Filter::default(), Order::Anchor).iter().map(|shown| (Draft::from_note(shown.note), shown.others.len())).collect()
        };
        let book = &mut books[0];
        let before = shown(book);
        if let Some(note) = book.list(&Filter::default(), Order::Anchor).first().map(|shown| shown.note.clone()) {
            does(book, Action::Delete { ids: vec![note.id] }, &at("a", 100));
            undoes(book, 101);
            let mut after = shown(book);
            let mut before = before;
            let key = |(draft, others): &(Draft, usize)| (draft.anchor.clone(), *others, draft.data_version.clone(), draft.text.clone());
            before.sort_by_key(key);
            after.sort_by_key(key);
            // Which of several texts is the latest may change; how many there are may not.
            assert_eq!(after.len(), before.len(), "round {round}");
            assert_eq!(after.iter().map(|one| one.1).sum::<usize>(), before.iter().map(|one| one.1).sum::<usize>(), "round {round}");
        }
    }
}
