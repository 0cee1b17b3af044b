//! Notes in links: everything comes back, a cut link is called cut, and nothing that stands in an address harms.

use super::writer::{Writer, rounds, soaks};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use malkarta::notes::link::{self, Broken, LARGEST, LONGEST_READ, LONGEST_WRITTEN, Shared, TooLong};
use malkarta::notes::record::{self, Unreadable};
use malkarta::notes::{Kind, Note};
use sha2::{Digest, Sha256};

/// A link of version 1 with its notes. Never change the file: readers have sent such links.
const VERSION_1: &str = include_str!("../../fixtures/notes/link-1.txt");

fn sealed(version: &str, payload: &[u8]) -> String {
    let text = URL_SAFE_NO_PAD.encode(payload);
    let head = format!("N{version}.{}.{text}", text.len());
    let check = URL_SAFE_NO_PAD.encode(&Sha256::digest(head.as_bytes())[..6]);
    format!("{head}.{check}")
}

fn holding(json: &str) -> String {
    sealed("1", &miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 6))
}

fn shared(fragment: &str) -> Shared {
    link::read(fragment).expect("a fragment of notes").expect("one that can be read")
}

fn broken(fragment: &str) -> Broken {
    link::read(fragment).expect("a fragment of notes").expect_err("one that cannot be read")
}

fn some(writer: &mut Writer) -> Shared {
    let data_version = if writer.chance(3) { String::new() } else { "2025.1".to_owned() };
    let notes = writer.notes(6, 250);
    let mut unknown: Vec<(String, String)> = writer.unknown().into_iter().collect();
    unknown.retain(|(name, _)| name.len() > 1);
    Shared { data_version, notes, refused: Vec::new(), unknown }
}

/// A note as people write them: some 25 words of Swedish.
fn plain(number: usize) -> Note {
    let words = [
        "målet",
        "indikatorn",
        "saknar",
        "startvärde",
        "och",
        "det",
        "går",
        "därför",
        "inte",
        "att",
        "följa",
        "hur",
        "långt",
        "vi",
        "har",
        "kommit",
        "under",
        "året",
        "fråga",
        "förvaltningen",
        "om",
        "mätningen",
        "görs",
        "igen",
        "senast",
        "till",
        "hösten",
        "innan",
        "beslutet",
        "om",
        "nästa",
        "budget",
        "ska",
        "fattas",
        "av",
        "nämnden",
        "klimatet",
        "tryggheten",
        "skolan",
        "bostäder",
    ];
    let mut writer = Writer::new(number as u64 + 99);
    let text: Vec<&str> = (0..25).map(|_| *writer.pick(&words)).collect();
    let mut note = writer.note(255);
    let bytes: Vec<u8> = (0..16).map(|_| writer.next() as u8).collect();
    note.id = malkarta::notes::NoteId::from_random(bytes.try_into().unwrap());
    note.kind = Kind::Comment;
    note.text = text.join(" ");
    note.quoted = "Malmö är en jämlik och jämställd stad".into();
    note.anchor = format!("goal/mal-{}", number % 13);
    note.created = note.modified;
    note.revision = malkarta::notes::Revision::from_counts([(malkarta::notes::Origin::from_random([number as u8, 7, 99, 3, 200]), 1)]);
    (note.tags, note.unknown, note.deleted, note.data_version) = (Vec::new(), Default::default(), false, "2025.1".into());
    note
}

#[test]
fn what_goes_into_a_link_comes_out_of_it() {
    let mut writer = Writer::new(61);
    let mut read = 0;
    for _ in 0..rounds(2_000) {
        let before = some(&mut writer);
        match link::write(&before) {
            Ok(fragment) => {
                assert!(fragment.len() <= LONGEST_WRITTEN);
                assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{fragment}");
                assert_eq!(shared(&fragment), before);
                assert_eq!(shared(&format!("#{fragment}")), before);
                read += 1;
            }
            Err(TooLong { characters }) => assert!(characters > LONGEST_WRITTEN),
        }
    }
    assert!(read > 1_000);
}

#[test]
fn the_form_that_was_released_is_read_and_passed_on_whole() {
    let before = shared(VERSION_1.trim());
    assert_eq!(before.data_version, "2025.1");
    assert_eq!(before.notes.len(), 2);
    assert_eq!(before.unknown, [("later".to_owned(), "{ \"a\" : 1.00}".to_owned())]);
    assert_eq!(before.notes[0].unknown.get("colour").map(String::as_str), Some("1e999"));
    assert_eq!(before.notes[1].text, "Vad blir det av målet? – Frågan är ställd.");
    let again = link::write(&before).unwrap();
    assert_eq!(shared(&again), before);
}

#[test]
fn every_truncation_of_a_link_is_called_cut() {
    let mut writer = Writer::new(62);
    let mut cut = 0;
    for round in 0..rounds(100) {
        let before = Shared { notes: vec![plain(round), plain(round + 1)], ..some(&mut writer) };
        let fragment = link::write(&before).unwrap();
        for end in 1..fragment.len() {
            assert_eq!(broken(&fragment[..end]), Broken::Cut, "{end} of {fragment}");
            cut += 1;
        }
    }
    assert!(cut > 30_000, "{cut}");
    // Without a single character of it there is nothing to tell a link by.
    assert!(link::read("").is_none() && link::read("#").is_none());
}

#[test]
fn a_changed_character_is_noticed_and_what_was_put_around_it_is_not_in_the_way() {
    let before = Shared { notes: vec![plain(3)], ..Shared::default() };
    let fragment = link::write(&before).unwrap();
    for (at, old) in fragment.char_indices().skip(1) {
        for new in ['A', 'z', '9', '_', '.'] {
            let changed: String = fragment.char_indices().map(|(place, c)| if place == at { new } else { c }).collect();
            if new != old {
                assert!(!matches!(link::read(&changed), Some(Ok(_))), "{new} at {at}");
            }
        }
    }
    for around in [
        format!("{fragment}."),
        format!("{fragment})"),
        format!("{fragment}>\u{a0}"),
        format!("{fragment}%20"),
        format!("{}\r\n {}", &fragment[..76], &fragment[76..]),
        format!("{}%0D%0A{}", &fragment[..76], &fragment[76..]),
        fragment.replace('.', "%2E"),
    ] {
        assert_eq!(shared(&around), before, "{around}");
    }
}

#[test]
fn places_on_a_page_are_no_links_of_notes() {
    for place in ["rubrik", "#h-judged", "row-wages", "Nytt", "#N1x", "n1.3.abc", "Ä", "%4E1.1.1"] {
        assert!(link::read(place).is_none(), "{place}");
    }
}

#[test]
fn a_newer_link_is_told_from_a_damaged_one() {
    let newer = sealed("2", b"whatever comes");
    assert_eq!(broken(&newer), Broken::Newer(2));
    assert_eq!(broken(&newer[..newer.len() - 1]), Broken::Cut);
    assert_eq!(broken(&newer.replacen("N2", "N3", 1)), Broken::Changed);
    assert_eq!(broken(&sealed("0", b"")), Broken::Unreadable);
    assert_eq!(broken(&sealed("01", b"")), Broken::Changed);
    // Notes of a newer form inside a link of this version are counted, and the others are read.
    let note = record::write(&plain(1)).split_once('\n').unwrap().1.to_owned();
    let mixed = shared(&holding(&format!("{{\"form\":1,\"notes\":[{note},{{\"kind\":\"drawing\"}},7,{{}}]}}")));
    assert_eq!(mixed.notes.len(), 1);
    assert_eq!(mixed.refused.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [2, 3, 4]);
    let all_newer = shared(&holding(&format!("{{\"form\":9,\"notes\":[{note}]}}")));
    assert_eq!(all_newer.refused, [(1, Unreadable::Newer(9))]);
}

#[test]
fn nothing_larger_than_the_caps_is_read_or_written() {
    let bomb = sealed("1", &miniz_oxide::deflate::compress_to_vec(&vec![b' '; LARGEST + 1], 9));
    assert!(bomb.len() < 1_000);
    assert_eq!(broken(&bomb), Broken::TooLarge);
    let just = sealed("1", &miniz_oxide::deflate::compress_to_vec(&vec![b' '; LARGEST], 9));
    assert_eq!(broken(&just), Broken::Unreadable);
    for long in ["N1.".to_owned() + &"1".repeat(LONGEST_READ), "N".repeat(10_000_000), "N1.9.%".to_owned() + &"%".repeat(200_000)] {
        assert!(matches!(link::read(&long), Some(Err(Broken::TooLarge)) | None));
    }
    assert_eq!(broken("N1.99999999999999999999.a.b"), Broken::Changed);
    let many = Shared { data_version: "2025.1".into(), notes: (0..200).map(plain).collect(), ..Shared::default() };
    assert!(matches!(link::write(&many), Err(TooLong { characters }) if characters > LONGEST_WRITTEN));
}

#[test]
fn fifty_notes_fit_into_a_link() {
    let length = |count: usize| {
        let notes = (0..count).map(plain).collect();
        link::write(&Shared { data_version: "2025.1".into(), notes, ..Shared::default() }).unwrap().len()
    };
    let (one, ten, fifty) = (length(1), length(10), length(50));
    assert!(one < 450 && ten < 2_000 && fifty < LONGEST_WRITTEN, "{one}, {ten}, {fifty} characters");
}

/// Tells the process that runs the test alone from the one that started it.
const ALONE: &str = "MALKARTA_ALONE";

/// The most memory that this process ever held, where the system tells it.
fn most_memory_kb() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?.parse().ok()
}

/// In a process of its own, whose memory is nobody else's.
#[test]
fn no_fragment_harms_or_takes_more_than_64_mb() {
    if std::env::var_os(ALONE).is_some() {
        let inputs = try_fragments();
        eprintln!("fragments: {inputs} inputs, {} kB", most_memory_kb().unwrap_or_default());
        return;
    }
    let name = "notes::link::no_fragment_harms_or_takes_more_than_64_mb";
    let alone = std::process::Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture", "--test-threads=1"])
        .env(ALONE, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&alone.stderr).into_owned();
    assert!(alone.status.success(), "{}{said}", String::from_utf8_lossy(&alone.stdout));
    let told = said.lines().find_map(|line| Some(line.split_once("fragments: ")?.1)).expect("the test ran");
    eprintln!("fragments: {told}");
    let kilobytes: usize = told.split(' ').rev().nth(1).unwrap().parse().unwrap();
    assert!(kilobytes <= 64 * 1024, "{told}");
}

fn try_fragments() -> usize {
    let mut writer = Writer::new(63);
    let originals: Vec<String> = (0..40).filter_map(|_| link::write(&some(&mut writer)).ok()).collect();
    let usual = 100_000;
    let inputs = if soaks() { usual * 100 } else { usual };
    let (mut told, mut read, mut none) = (0, 0, 0);
    for round in 0..inputs {
        let original = writer.pick(&originals).clone();
        let input = match round % 8 {
            // A link that is damaged on its way.
            0..=2 => writer.damaged(&original),
            // One that is sealed by somebody who means harm: other bytes under the right checksum.
            3..=5 => {
                let payload = original.split('.').nth(2).unwrap_or_default();
                let mut bytes = URL_SAFE_NO_PAD.decode(payload).unwrap();
                for _ in 0..=writer.below(3) {
                    let at = writer.below(bytes.len());
                    bytes[at] ^= 1 << writer.below(8);
                }
                bytes.truncate(1 + writer.below(bytes.len() * 2));
                sealed("1", &bytes)
            }
            // Other JSON.
            6 => {
                let bytes = URL_SAFE_NO_PAD.decode(original.split('.').nth(2).unwrap_or_default()).unwrap();
                let json = String::from_utf8(miniz_oxide::inflate::decompress_to_vec(&bytes).unwrap()).unwrap();
                let json = writer.damaged(&json);
                sealed("1", &miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 0))
            }
            _ => format!("N{}", writer.text()),
        };
        match link::read(&input) {
            Some(Ok(shared)) => {
                read += 1;
                assert!(shared.notes.len() + shared.refused.len() <= LARGEST);
            }
            Some(Err(_)) => told += 1,
            None => none += 1,
        }
    }
    assert!(told > inputs / 4 && read > inputs / 100 && none > 0, "{told} told, {read} read, {none} none of ours");
    inputs
}
