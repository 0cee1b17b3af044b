//! A note can be written about everything that has an id, and leads back to where the thing stands.

use crate::catalogue::{asked, whole, with, written};
use crate::links::{attributes, every_page};
use crate::notes::writer::Writer;
use malkarta::dataset::FileName;
use malkarta::markup::Node;
use malkarta::model::{Anchor, Catalogue, Id, Language};
use malkarta::notes::{Kind, Note};
use malkarta::page::{self, Context};
use malkarta::url::{Address, Route};
use std::collections::BTreeSet;

/// Everything in the catalogue that has an id of its own.
fn everything(catalogue: &Catalogue) -> Vec<Anchor> {
    let mut all: Vec<Anchor> = Vec::new();
    let mut add = |kind: &str, id: &Id| all.push(Anchor::of(kind, id));
    catalogue.areas.iter().for_each(|area| add("area", &area.id));
    for goal in &catalogue.goals {
        add("goal", &goal.id);
        goal.indicator.iter().for_each(|_| add("indicator", &goal.id));
        goal.outcome.iter().for_each(|_| add("outcome", &goal.id));
        goal.follow_up.iter().for_each(|passage| add("follow-up", &passage.id));
    }
    catalogue.assignments.iter().for_each(|assignment| add("assignment", &assignment.id));
    catalogue.activities().for_each(|activity| add("activity", &activity.id));
    catalogue.priorities.iter().for_each(|heading| add("priority", &heading.id));
    catalogue.conditions.iter().for_each(|heading| add("condition", &heading.id));
    catalogue.actors.iter().for_each(|actor| add("actor", &actor.id));
    catalogue.tables.iter().for_each(|table| add("table", &table.id));
    catalogue.figures.iter().for_each(|figure| add("figure", &figure.id));
    for event in &catalogue.events {
        add("event", &event.id);
        event.points.iter().for_each(|point| add("point", &point.id));
    }
    for round in &catalogue.rounds {
        add("round", &round.id);
        round.states.iter().for_each(|state| add("state", &state.id));
        round.counts.iter().for_each(|count| add("count", &count.id));
        round.findings.iter().chain(&round.missing).for_each(|passage| add("finding", &passage.id));
    }
    catalogue.principles.iter().for_each(|principle| add("principle", &principle.id));
    catalogue.rights_activities.iter().for_each(|activity| add("rights-activity", &activity.id));
    catalogue.rights_reporting.iter().for_each(|passage| add("reporting", &passage.id));
    catalogue.terms.iter().for_each(|term| add("term", &term.id));
    catalogue.contradictions.iter().for_each(|item| add("contradiction", &item.id));
    catalogue.documents.iter().for_each(|document| add("document", &document.id));
    all.extend(catalogue.sdgs.iter().map(|sdg| Anchor::sdg(sdg.number)));
    for table in &catalogue.tables {
        all.extend(table.columns.iter().map(|column| Anchor::column(&table.id, &column.id)));
        for row in &table.rows {
            all.push(Anchor::row(&table.id, &row.id));
            let filled = row.cells.iter().filter(|(_, value)| value.is_some());
            all.extend(filled.map(|(column, _)| Anchor::cell(&table.id, &row.id, column)));
        }
    }
    for round in &catalogue.rounds {
        all.extend(round.allocations.iter().map(|allocation| Anchor::allocation(&round.id, &allocation.actor)));
    }
    all
}

/// What the pages of a language have note buttons for.
fn on_pages(language: Language) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for route in page::routes(whole()) {
        let (_, html) = written(whole(), language, &route, "");
        for button in html.split("<button").skip(1).filter_map(|rest| rest.split('>').next()) {
            if !button.contains("data-act=\"note\"") {
                continue;
            }
            found.extend(attributes(button, "data-anchor").map(str::to_owned));
            let parts = attributes(button, "data-parts").flat_map(str::lines);
            found.extend(parts.filter_map(|line| line.split_once('\t')).map(|(anchor, _)| anchor.to_owned()));
        }
    }
    found
}

#[test]
fn a_note_can_be_written_about_everything_that_has_an_id() {
    let all = everything(whole());
    assert!(all.len() > 1000, "{}", all.len());
    for language in Language::ALL {
        let noted = on_pages(language);
        let without: Vec<&Anchor> = all.iter().filter(|anchor| !noted.contains(anchor.as_str())).collect();
        assert_eq!(without, Vec::<&Anchor>::new());
    }
}

#[test]
fn every_note_leads_to_a_place_that_is_on_the_page() {
    let pages = every_page();
    for language in Language::ALL {
        let mut nowhere = Vec::new();
        for anchor in everything(whole()) {
            let Some(place) = page::place(whole(), language, &anchor) else {
                nowhere.push(format!("{anchor}: no place"));
                continue;
            };
            assert!(!place.title.trim().is_empty(), "{anchor}");
            let Some(route) = place.route else {
                nowhere.push(format!("{anchor}: no page"));
                continue;
            };
            let path = Address::new(2025, language, route).path();
            let ids = &pages.get(&path).unwrap_or_else(|| panic!("{anchor}: {path}")).ids;
            if let Some(fragment) = place.fragment.filter(|fragment| !ids.contains(fragment)) {
                nowhere.push(format!("{anchor}: {path}#{fragment}"));
            }
        }
        assert_eq!(nowhere, Vec::<String>::new());
    }
}

#[test]
fn a_note_is_told_to_be_about_nothing_only_when_the_file_that_would_hold_it_was_read() {
    for anchor in everything(whole()) {
        let files = page::needed([&anchor].into_iter());
        // The files that are needed are enough.
        assert!(page::place(with(&files), Language::Sv, &anchor).is_some_and(|place| !place.title.is_empty()), "{anchor}");
        // Without them nothing is said to be missing.
        let start = with(&[FileName::Goals, FileName::Budget]);
        assert!(page::place(start, Language::Sv, &anchor).is_some(), "{anchor}");
        // What is in none of them is.
        let Some(gone) = Anchor::parse(&format!("{}/{}", anchor.kind(), "finns-inte")) else { panic!("{anchor}") };
        assert_eq!(page::place(whole(), Language::Sv, &gone), None, "{gone}");
    }
}

#[test]
fn everything_that_can_be_bookmarked_has_a_sheet_with_its_source_and_what_this_is() {
    for language in Language::ALL {
        asked(whole(), language, &Route::Notes, "", every_sheet);
    }
}

fn every_sheet(context: &Context) {
    let language = context.language();
    let scope = page::scope(language, context.edition(), context.publisher);
    let lines = if language == Language::Sv { "rad" } else { "line" };
    // One thing of each kind, and every kind of page.
    let mut kinds = BTreeSet::new();
    for anchor in everything(whole()) {
        let place = page::place(whole(), language, &anchor).unwrap();
        if !kinds.insert((anchor.kind().to_owned(), place.route.clone().filter(|route| matches!(route, Route::Table(_))))) {
            continue;
        }
        let note = |text: &str| Note {
            anchor: anchor.to_string(),
            quoted: place.title.clone(),
            kind: Kind::Bookmark,
            text: text.into(),
            deleted: false,
            ..Writer::new(71).note(1)
        };
        let sheet = page::bookmarks::sheets(context, &[note("Till mötet"), note("")]);
        let plain = Node::from(sheet.clone()).plain_text();
        let written = sheet.to_markup().into_string();
        let sheets = attributes(&written, "class").filter(|class| class.split(' ').any(|one| one == "sheet")).count();
        assert_eq!(sheets, 1, "{anchor}: two bookmarks on one thing share a sheet");
        assert_eq!(plain.matches(&scope).count(), 1, "{anchor}");
        assert!(plain.contains("Till mötet"), "{anchor}");
        // More than a name: lines of the text edition, or the document itself.
        assert!(
            plain.contains(&format!("{lines} ")) || plain.contains(&format!("{lines}er ")) || plain.contains("lines "),
            "{anchor}: {plain}"
        );
        // What can be pressed and what another page has named does not come along.
        if !["goal", "assignment"].contains(&anchor.kind()) {
            for gone in ["<button", "<nav", " id=\"", " href=\"", "narrow-only", "live-only"] {
                assert!(!written.contains(gone), "{anchor}: {gone}");
            }
        }
    }
    assert!(kinds.len() > 25, "{kinds:?}");
}
