//! Bringing versions together.

use super::writer::{Writer, rounds};
use malkarta::notes::Note;
use malkarta::notes::merge::{Meeting, Versions};

fn versions(notes: &[Note]) -> Versions {
    notes.iter().cloned().collect()
}

#[test]
fn merging_is_commutative_associative_and_idempotent() {
    let mut writer = Writer::new(3);
    let mut conflicts = 0;
    for round in 0..rounds(10_000) {
        let sets: Vec<Vec<Note>> = (0..3).map(|_| writer.notes(4, 2)).collect();
        let [a, b, c] = [versions(&sets[0]), versions(&sets[1]), versions(&sets[2])];
        let ab = a.clone().merge(b.clone());
        assert_eq!(ab, b.clone().merge(a.clone()), "commutative, round {round}");
        assert_eq!(ab.clone().merge(c.clone()), a.clone().merge(b.clone().merge(c.clone())), "associative, round {round}");
        assert_eq!(a.clone().merge(a.clone()), a, "idempotent, round {round}");
        assert_eq!(ab.clone().merge(a.clone()), ab, "merging again changes nothing, round {round}");
        conflicts += ab.notes().filter(|versions| versions.len() > 1).count();
        // Nothing is lost: every version is there or is replaced by one that is.
        for note in sets[0].iter().chain(&sets[1]) {
            let there = ab.of(&note.id);
            assert!(there.contains(note) || there.iter().any(|own| own.revision.replaces(&note.revision)), "round {round}");
        }
        // And what is there does not replace each other.
        for versions in ab.notes() {
            assert!(versions.iter().all(|one| versions.iter().all(|other| !one.revision.replaces(&other.revision))));
        }
    }
    assert!(conflicts > 1_000, "the random sets meet too seldom: {conflicts}");
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    let mut writer = Writer::new(4);
    for _ in 0..rounds(500) {
        let mut notes = writer.notes(12, 2);
        let forward = versions(&notes);
        for _ in 0..3 {
            for last in (1..notes.len()).rev() {
                let other = writer.below(last + 1);
                notes.swap(last, other);
            }
            assert_eq!(versions(&notes), forward);
        }
    }
}

#[test]
fn a_meeting_is_told_before_it_happens() {
    let mut writer = Writer::new(5);
    for _ in 0..rounds(1_000) {
        let mut there = versions(&writer.notes(4, 2));
        let note = writer.note(2);
        let before = there.clone();
        let told = there.meeting(&note);
        assert_eq!(there.add(note.clone()), told);
        match told {
            Meeting::Same | Meeting::Older => assert_eq!(there, before),
            Meeting::New => assert!(before.of(&note.id).is_empty() && there.of(&note.id) == [note.clone()]),
            Meeting::Newer => assert_eq!(there.of(&note.id), std::slice::from_ref(&note)),
            Meeting::Conflict => assert!(there.of(&note.id).len() > 1),
        }
        assert!(matches!(there.meeting(&note), Meeting::Same | Meeting::Older));
    }
}
