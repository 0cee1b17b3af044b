//! Sharing as it is written: the link and its code lead to the same view, citations name what they must, notes of others
//! are labelled, and the matrix counts without averaging.

use crate::catalogue::{self, whole};
use malkarta::model::Language::{self, En, Sv};
use malkarta::notes::file::Effect;
use malkarta::notes::{Assessed, Note, NoteId, link, record};
use malkarta::page::assessment::{self, Beside};
use malkarta::page::share::{self, Shareable, Sharing};
use malkarta::page::visitors::{self, Visitor};
use malkarta::page::{self, Context};
use malkarta::url::{Address, Route, expects_notes};

const SITE: &str = "https://example.org/karta/";

fn asked<T>(language: Language, path: &str, query: &str, then: impl FnOnce(&Context) -> T) -> T {
    catalogue::asked(whole(), language, &Address::from_path(2025, path).route, query, then)
}

/// A note as it lies in the storage, read as the application reads it.
fn note(number: u8, anchor: &str, state: Option<&str>, text: &str, day: u8) -> Note {
    use sha2::{Digest, Sha256};
    let state = state
        .map(|state| format!(",\"kind\":\"assessment\",\"state\":\"{state}\",\"reason\":\"{text}\""))
        .unwrap_or_else(|| format!(",\"kind\":\"comment\",\"text\":\"{text}\""));
    let (id, time) = (NoteId::from_random([number; 16]), format!("2026-03-{day:02}T00:00:00.000Z"));
    let body = format!(
        "{{\"form\":1,\"id\":\"{id}\",\"anchor\":\"{anchor}\",\"quoted\":\"Om {anchor}\"{state},\"created\":\"{time}\",\"modified\":\"{time}\",\"revision\":{{\"a\":1}}}}"
    );
    let hash: String = Sha256::digest(format!("malkarta-note 1\n{body}")).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    match record::read(&format!("malkarta-note 1 {hash}\n{body}")) {
        record::Stored::Note(note) => *note,
        other => panic!("{other:?}"),
    }
}

fn shared(language: Language, path: &str, query: &str, notes: &[Note], chosen: Option<&[NoteId]>) -> Shareable {
    asked(language, path, query, |context| {
        share::result(context, &Sharing { site: SITE, today: "2026-11-22", notes, chosen, can_send: false })
    })
}

#[test]
fn the_link_of_a_view_holds_it_whole_and_no_note() {
    let notes = [note(1, "goal/klimatneutral", None, "hemligt", 1)];
    let made = shared(Sv, "2025/budget/income-statement", "?enhet=mkr", &notes, None);
    let address = made.address.unwrap();
    assert_eq!(address, format!("{SITE}2025/budget/income-statement/?enhet=mkr&niva=rader&ordning=storlek&data=2025.1"));
    let said = made.result.plain_text();
    assert!(said.contains("Dina anteckningar följer inte med.") && said.contains(&format!("{} tecken", address.len())), "{said}");
    assert!(!said.contains("allmän handling"));
    assert!(said.contains("Länken innehåller sidan, enheten, detaljnivån och dataversionen."), "{said}");
    let narrowed = shared(Sv, "2025/karta", "?globalt=13&vald=sdg/13", &[], None).result.plain_text();
    assert!(narrowed.contains("Länken innehåller sidan, valet, filtren och dataversionen."), "{narrowed}");
}

#[test]
fn the_link_of_notes_holds_those_that_were_chosen_and_the_warning_stands_first() {
    let notes = [note(1, "goal/klimatneutral", None, "med", 1), note(2, "sdg/13", Some("red"), "utan", 2)];
    let chosen = [notes[0].id.clone()];
    let made = shared(Sv, "2025/mal/klimatneutral", "", &notes, Some(&chosen));
    let address = made.address.unwrap();
    let (before, fragment) = address.split_once('#').unwrap();
    assert!(expects_notes(before.split_once('?').unwrap().1));
    let opened = link::read(fragment).unwrap().unwrap();
    assert_eq!((opened.notes.as_slice(), opened.data_version.as_str()), (&notes[..1], "2025.1"));
    let said = made.result.plain_text();
    assert!(
        said.starts_with("Arbetar du i en kommun")
            && said.contains("Skriv inte personuppgifter")
            && said.contains("Dessutom 1 anteckning:")
    );
    let none = shared(En, "2025/mal/klimatneutral", "", &notes, Some(&[]));
    assert!(none.address.is_none() && none.result.plain_text().contains("No note is chosen."));
}

#[test]
fn what_is_too_long_for_a_link_gets_none_and_a_file_is_offered() {
    let notes: Vec<Note> = (0..200).map(|n| note(n, "goal/klimatneutral", None, &format!("{:x}", sha2::Sha256::new_with(n)), 1)).collect();
    let ids: Vec<NoteId> = notes.iter().map(|note| note.id.clone()).collect();
    let made = shared(Sv, "", "", &notes, Some(&ids));
    assert!(made.address.is_none());
    let html = made.result.to_markup().into_string();
    assert!(
        html.contains("Så långa länkar görs inte") && html.contains("data-act=\"share-file\"") && !html.contains("share-copy"),
        "{html}"
    );
}

trait NewWith {
    fn new_with(n: u8) -> sha2::digest::Output<sha2::Sha256>;
}

impl NewWith for sha2::Sha256 {
    fn new_with(n: u8) -> sha2::digest::Output<sha2::Sha256> {
        use sha2::Digest;
        sha2::Sha256::digest([n])
    }
}

/// What a camera reads from the drawn code.
fn scanned(html: &str) -> String {
    let size: usize = html.split("viewBox=\"-4 -4 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let path = html.split("<path d=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut dark = vec![false; size * size];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let numbers: Vec<usize> = run.split([' ', 'h', 'v']).take(3).map(|number| number.parse().unwrap()).collect();
        let (x, y, width) = (numbers[0] + 4, numbers[1] + 4, numbers[2]);
        assert_eq!(run, format!("{} {}h{width}v1h-{width}z", numbers[0], numbers[1]));
        dark[y * size + x..y * size + x + width].fill(true);
    }
    const SCALE: usize = 4;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(
            size * SCALE,
            size * SCALE,
            |x, y| if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 },
        );
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_code_is_read_as_the_link() {
    for notes in [0, 1, 3] {
        let all: Vec<Note> = (0..notes).map(|n| note(n, "goal/klimatneutral", None, "Vad händer med målet nu?", 1)).collect();
        let ids: Vec<NoteId> = all.iter().map(|note| note.id.clone()).collect();
        let made = shared(Sv, "2025/karta", "?vald=sdg/13&visa=karta", &all, (notes > 0).then_some(ids.as_slice()));
        assert_eq!(scanned(&made.result.to_markup().into_string()), made.address.unwrap());
    }
}

#[test]
fn a_citation_names_page_sender_source_version_date_and_address_in_both_languages() {
    for route in page::routes(whole()) {
        let path = Address::new(2025, Sv, route.clone()).path();
        let [swedish, english] = shared(En, &path, "", &[], None).citations;
        for (citation, parts) in [
            (
                &swedish,
                [
                    "Målkarta, utgiven av Målkarta-projektet (fristående, inte Malmö stads webbplats)",
                    "Dataversion 2025.1",
                    "Läst 22 november 2026",
                    "Käll",
                ],
            ),
            (
                &english,
                [
                    "Målkarta, published by Målkarta-projektet (independent, not Malmö stad's website)",
                    "Data version 2025.1",
                    "Read 22 November 2026",
                    "ource",
                ],
            ),
        ] {
            for part in parts {
                assert!(citation.contains(part), "{route:?}: {citation}");
            }
            assert!(!citation.contains(".."), "{citation}");
        }
        assert!(swedish.contains(&format!("{SITE}{path}")) && english.contains(&format!("{SITE}en/{path}")), "{swedish} {english}");
    }
    let [swedish, _] = shared(Sv, "2025/mal/klimatneutral", "", &[], None).citations;
    assert!(swedish.contains("Källa: Kommunstyrelsen: Nämndsbudget 2025."), "{swedish}");
}

#[test]
fn notes_of_a_link_are_labelled_as_somebodys_own_and_what_keeping_does_is_said() {
    let visitors: Vec<Visitor> = [(1, "goal/klimatneutral", Some("red"), Effect::New), (2, "goal/borta", None, Effect::Conflict)]
        .into_iter()
        .map(|(n, anchor, state, effect)| Visitor { note: note(n, anchor, state, "<b>skäl</b>", 1), effect })
        .collect();
    for language in [Sv, En] {
        let html = asked(language, "om", "", |context| visitors::panel(context, &visitors, 1, "2024.9")).to_markup().into_string();
        let own = if language == Sv {
            ["Egen bedömning, inte Malmö stads", "inte sparade", "Rött", "2024.9"]
        } else {
            ["Own assessment, not that of Malmö stad", "not saved", "Red", "2024.9"]
        };
        for part in own {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(html.contains("&lt;b&gt;") && !html.contains("<b>") && html.contains("Om goal/borta"));
    }
}

fn matrix(language: Language, mine: &[Note], beside: Option<&Beside>) -> String {
    asked(language, "2025/min-bedomning", "", |context| assessment::matrix(context, mine, beside)).to_markup().into_string()
}

#[test]
fn the_matrix_has_every_goal_and_assignment_and_counts_each_state() {
    let all = whole().goals.len() + whole().assignments.len();
    let mine = [
        note(1, "goal/klimatneutral", Some("yellow"), "tidig", 1),
        note(2, "goal/klimatneutral", Some("red"), "sen", 2),
        note(3, "assignment/klimatinvesteringsplan", Some("green"), "", 1),
    ];
    for language in [Sv, En] {
        let html = matrix(language, &mine, None);
        assert_eq!(html.matches("data-act=\"assess\"").count(), all);
        let foot: Vec<usize> = html
            .split("<tfoot>")
            .nth(1)
            .unwrap()
            .split("<td class=\"own-cell number\">")
            .skip(1)
            .map(|rest| rest.split('<').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(foot, [1, 0, 1, 0, all - 2], "the latest counts: red, not yellow");
        let areas: usize = html
            .split("<tbody>")
            .skip(1)
            .map(|body| {
                body.split("<td class=\"own-cell number\">")
                    .skip(1)
                    .take(5)
                    .map(|rest| rest.split('<').next().unwrap().parse::<usize>().unwrap())
                    .sum::<usize>()
            })
            .sum();
        assert_eq!(areas, all, "every thing is counted once in its area");
        assert!(html.contains("tidig") && html.contains("sen"), "the earlier one stands below");
        let label = if language == Sv { "Egen bedömning, inte Malmö stads" } else { "Own assessment, not that of Malmö stad" };
        assert!(html.contains(label));
        for state in Assessed::ALL {
            assert!(html.contains(&*state.word(language)), "a word stands with each sign");
        }
    }
}

#[test]
fn two_sets_are_compared_thing_by_thing() {
    let mine =
        [note(1, "goal/klimatneutral", Some("yellow"), "jag", 1), note(2, "assignment/klimatinvesteringsplan", Some("green"), "", 1)];
    let theirs = [note(3, "goal/klimatneutral", Some("red"), "hon", 1), note(4, "assignment/klimatinvesteringsplan", Some("green"), "", 1)];
    let html = matrix(Sv, &mine, Some(&Beside { notes: &theirs, file: Some("kollega.jsonld") }));
    let list = html.split("id=\"h-own-differences\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert_eq!(list.matches("<li>").count(), 1);
    assert!(list.contains("min: Gult, den andra: Rött"), "{list}");
    assert!(html.contains("Från filen kollega.jsonld") && html.contains("hon") && html.contains("jag"));
    let alike = matrix(Sv, &mine, Some(&Beside { notes: &mine, file: None }));
    assert!(alike.contains("Bedömningarna skiljer sig inte åt.") && alike.contains("Från länken"));
}

#[test]
fn the_page_of_the_matrix_says_what_it_is_without_the_application() {
    let page = asked(Sv, "2025/min-bedomning", "", page::build);
    let text: String = page.blocks.iter().map(|block| block.node().plain_text() + "\n").collect();
    for part in ["Egen bedömning, inte Malmö stads", "behöver JavaScript", "I materialet ingår inte Malmö stads egen bedömning"] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(Address::new(2025, Sv, Route::MyAssessment).path(), "2025/min-bedomning/");
}
