//! Search: what people type finds what they mean, in either language, and every hit leads to where it stands.

use crate::catalogue::{publisher, whole, written};
use crate::links::{attributes, every_page, target};
use malkarta::model::{Language, Text};
use malkarta::page;
use malkarta::query::search::{Entry, Found, Index, Kind};
use malkarta::url::{Address, Route};
use std::sync::OnceLock;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| page::search_index(whole(), &publisher(), "2025.1"))
}

fn find(query: &str) -> Found<'static> {
    index().find(query)
}

fn titles<'i>(found: &Found<'i>, kind: Kind) -> Vec<&'i str> {
    let group = found.groups.iter().find(|(other, _)| *other == kind);
    group.map(|(_, hits)| hits.iter().map(|hit| hit.entry.title.sv.as_str()).collect()).unwrap_or_default()
}

fn ids<'i>(found: &Found<'i>, kind: Kind) -> Vec<&'i str> {
    let group = found.groups.iter().find(|(other, _)| *other == kind);
    group.map(|(_, hits)| hits.iter().map(|hit| hit.entry.id.as_str()).collect()).unwrap_or_default()
}

fn everything(found: &Found) -> Vec<(Kind, String)> {
    found.groups.iter().flat_map(|(kind, hits)| hits.iter().map(|hit| (*kind, hit.entry.id.clone()))).collect()
}

/// An index of terms that are given by their names alone.
fn of_names(names: &[&str]) -> Index {
    let title = |name: &str| Text { sv: name.to_owned(), en: String::new() };
    Index::new(&Default::default(), names.iter().zip(1..).map(|(name, number)| Entry::new(Kind::Term, number, &title(name))).collect())
}

fn names(index: &Index, query: &str) -> Vec<String> {
    index.find(query).groups.iter().flat_map(|(_, hits)| hits.iter().map(|hit| hit.entry.title.sv.clone())).collect()
}

#[test]
fn accents_are_typed_or_not() {
    let index = of_names(&["färdplan för Öresund", "fordon"]);
    for query in ["färdplan", "fardplan", "FÄRDPLAN", "fa\u{308}rdplan", "öresund", "oresund", "Öresunds"] {
        assert_eq!(names(&index, query), ["färdplan för Öresund"], "{query}");
    }
}

#[test]
fn forms_of_a_word_meet_in_both_languages() {
    let index = of_names(&["nämnderna", "uppdragen"]);
    assert_eq!(names(&index, "nämnd"), ["nämnderna"]);
    assert_eq!(names(&index, "uppdragets"), ["uppdragen"]);
    let english = |en: &str| Entry::new(Kind::Term, en, &Text { sv: String::new(), en: en.to_owned() });
    let index = Index::new(&Default::default(), vec![english("cities that planned")]);
    for query in ["city", "plans", "planning"] {
        assert_eq!(index.find(query).total, 1, "{query}");
    }
}

#[test]
fn parts_of_compounds_find_the_whole_and_the_whole_its_parts() {
    let index = of_names(&["klimatfärdplanen", "trygghetsarbete"]);
    for query in ["klimat", "färdplan", "fardplan", "färdplaner", "planen"] {
        assert_eq!(names(&index, query), ["klimatfärdplanen"], "{query}");
    }
    assert_eq!(names(&of_names(&["segregation"]), "segregationsfrågorna"), ["segregation"]);
}

#[test]
fn small_errors_are_forgiven_and_said() {
    let index = of_names(&["segregation", "kultur", "mål"]);
    for (query, meant) in [("segregatiom", "segregation"), ("segrgaton", "segregation"), ("kutlur", "kultur"), ("kultr", "kultur")] {
        assert_eq!(names(&index, query), [meant], "{query}");
        let instead = index.find(query).instead;
        assert_eq!(instead, [(query.to_owned(), vec![meant.to_owned()])], "{query}");
    }
    assert_eq!(names(&index, "segregationn"), ["segregation"]);
    let index_of_parts = of_names(&["klimat", "klimatfärdplan"]);
    assert_eq!(names(&index_of_parts, "klimta"), ["klimat", "klimatfärdplan"], "what is meant finds what it finds otherwise");
    assert!(names(&index, "mil").is_empty(), "short words are too near each other");
    assert!(names(&index, "kuutllr").is_empty(), "two errors in a word of seven letters");
    assert!(index.find("kultur").instead.is_empty(), "what stands there needs no excuse");
}

#[test]
fn all_words_count_and_where_nothing_has_all_the_most() {
    let index = of_names(&["budget för klimat", "klimat", "budget"]);
    assert_eq!(names(&index, "klimat budget"), ["budget för klimat"]);
    assert_eq!(names(&index, "klimat i budget"), ["budget för klimat"], "small words are not looked for");
    let found = index.find("klimat zebra");
    assert_eq!((found.asked, found.held, found.total), (2, 1, 2));
}

#[test]
fn the_word_itself_comes_before_its_forms_and_parts() {
    let index = of_names(&["klimatfärdplan", "klimatet", "åtgärder för klimat", "klimat"]);
    assert_eq!(names(&index, "klimat"), ["klimat", "åtgärder för klimat", "klimatet", "klimatfärdplan"]);
    let again = names(&index, "klimat");
    assert_eq!(again, names(&index, "klimat"));
}

#[test]
fn words_that_were_found_are_marked_and_nothing_else() {
    let index = of_names(&["Klimatfärdplan för Malmö"]);
    let found = index.find("fardplan");
    let text = "En <b>klimatfärdplan</b> & mer";
    let marked: Vec<&str> = found.pieces(text).iter().filter(|piece| piece.found).map(|piece| piece.text).collect();
    assert_eq!(marked, ["klimatfärdplan"]);
    let all: String = found.pieces(text).iter().map(|piece| piece.text).collect();
    assert_eq!(all, text, "the pieces are the text");
    let long = format!("{}klimatfärdplan {}", "å ".repeat(300), "ö ".repeat(300));
    let (part, before, after) = found.excerpt(&long);
    assert!(part.contains("klimatfärdplan") && before && after && part.len() < 300, "{part}");
}

#[test]
fn odd_queries_are_answered() {
    for query in ["", " ", "k", "ö", "🌍", "<", "&&&", "%", "\u{301}"] {
        let found = find(query);
        assert_eq!((found.asked, found.total), (0, 0), "{query:?}");
    }
    let letters = "segregation".repeat(1_000);
    assert_eq!(find(&letters).asked, 1);
    let many: String = (0..5_000).map(|n| format!("ord{n} ")).collect();
    assert!(find(&many).asked <= 12);
    assert!(find("<script>alert(1)</script>").total < 40);
    assert!(find("🌍 klimat").total > 10);
    for query in ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", &"k".repeat(199), "🌍🌍🌍", "k"] {
        for language in Language::ALL {
            let (page, html) = written(whole(), language, &Route::Search, &format!("?sok={}", encoded(query)));
            assert!(page.found);
            assert!(!html.contains("<script") && !html.contains("<img"), "{query}");
            assert!(html.contains("id=\"sok-antal\""), "{query}");
        }
    }
}

fn encoded(query: &str) -> String {
    query.bytes().map(|b| format!("%{b:02x}")).collect()
}

#[test]
fn what_the_reader_wrote_is_found_among_the_rest_and_its_name_of_the_thing_too() {
    let note = |anchor: &str, quoted: &str, kind: &str, text: &str| Entry::of_note(anchor, quoted, kind, &[text.to_owned()]);
    let goal = &whole().goals[0];
    let of = format!("goal/{}", goal.id);
    let mut index = page::search_index(whole(), &publisher(), "2025.1");
    let before = everything(&index.find("klimat"));
    index.set_own(vec![
        note(&of, &goal.title.sv, "comment", "Fråga grannarna om cykelbanorna <b>snart</b>"),
        note("goal/finns-inte-mer", "Ett mål som är borta", "assessment/red", "zebrafinkar"),
    ]);
    let own = |query: &str| ids(&index.find(query), Kind::Note).into_iter().map(str::to_owned).collect::<Vec<_>>();
    for query in ["cykelbanor", "cykelbana", "banorna", "cykelbanonra", "grannar cykel"] {
        assert_eq!(own(query), std::slice::from_ref(&of), "{query}");
    }
    assert!(own(&goal.title.sv).contains(&of), "by the title that the note quotes");
    assert_eq!(own("zebrafink"), ["goal/finns-inte-mer"], "what is not in the data any more is still among the notes");
    assert_eq!(everything(&index.find("klimat")), before, "other answers stay as they are");
    let shown = |query: &str, language: Language| {
        let context_view = malkarta::url::View { query: query.to_owned(), ..Default::default() };
        let (address, publisher) = (Address::new(whole().edition.year, language, Route::Search), publisher());
        let context = page::Context {
            catalogue: whole(),
            publisher: &publisher,
            address: &address,
            view: &context_view,
            data_version: "2025.1",
            noted: &[],
            layout: None,
            index: Some(&index),
        };
        page::build(&context).blocks.iter().map(|block| block.node().to_markup().into_string()).collect::<String>()
    };
    let html = shown("cykelbana", Language::Sv);
    assert!(html.contains("varav 1 egen anteckning") && html.contains("<mark>cykelbanorna</mark> &lt;b&gt;"), "{html}");
    assert!(html.contains(&format!("href=\"../2025/mal/{}/\"", goal.id)) && html.contains("Kommentar"), "{html}");
    let html = shown("zebrafinkar", Language::Sv);
    assert!(html.contains("Egen bedömning, inte Malmö stads: Rött") && html.contains("href=\"../anteckningar/\""), "{html}");
    assert!(shown("zebrafinkar", Language::En).contains("Own assessment, not that of Malmö stad: Red"));
    index.set_own(Vec::new());
    assert_eq!(index.find("zebrafinkar").total, 0, "a note that is deleted is not found");
}

#[test]
fn a_goal_that_is_found_is_called_a_goal_and_a_row_leads_to_its_row() {
    let (_, html) = written(whole(), Language::Sv, &Route::Search, "?sok=klimatneutral");
    assert!(html.contains(">Mål: Malmö"), "a goal's title never stands alone as a fact");
    let (_, html) = written(whole(), Language::Sv, &Route::Search, "?sok=investeringar+rad");
    let links: Vec<&str> = attributes(&html, "href").filter(|link| link.contains("#row-")).collect();
    assert!(!links.is_empty() && links.iter().all(|link| link.contains("vald=row/")), "{links:?}");
}

/// What a reader looks for, and what she must see among the first.
#[test]
fn journeys() {
    let first = |query: &str, kind: Kind, what: &str| {
        let found = find(query);
        let seen = ids(&found, kind);
        assert!(seen.iter().take(6).any(|id| *id == what), "{query}: {seen:?}");
    };
    for query in ["klimat", "Klimatet", "climate", "klimta"] {
        first(query, Kind::Sdg, "13");
    }
    for query in ["globalt mål 13", "global goal 13", "sdg 13", "13"] {
        first(query, Kind::Sdg, "13");
        assert_eq!(ids(&find(query), Kind::Sdg)[0], "13", "{query}");
    }
    for query in ["klimatfardplan", "klimatfärdplanen", "fardplan", "färdplan", "färdplanen"] {
        let found = find(query);
        assert!(everything(&found).len() > 1, "{query}");
        let any = found.groups.iter().flat_map(|(_, hits)| hits).any(|hit| {
            found.passage(hit.entry, Language::Sv).map_or("", |(text, _)| text).to_lowercase().contains("färdplan")
                || hit.entry.title.sv.to_lowercase().contains("färdplan")
        });
        assert!(any, "{query}");
    }
    for query in ["trygghet", "tryggheten", "safety", "arbetet med trygghet"] {
        first(query, Kind::Question, "trygghet");
    }
    for query in ["kultur", "kulturen", "culture", "budget kultur"] {
        first(query, Kind::Question, "kultur");
    }
    for query in ["segregation", "segregationn", "segragation", "segregationen"] {
        assert!(titles(&find(query), Kind::Goal).iter().any(|title| title.to_lowercase().contains("segreg")), "{query}");
    }
    // The documents do not name it, and nothing that only looks like it is offered.
    for query in ["HBTQ", "hbtq+", "hbtqi"] {
        assert_eq!(find(query).total, 0, "{query}");
    }
    for query in ["löner", "personalkostnader", "wages"] {
        assert!(!ids(&find(query), Kind::Row).is_empty(), "{query}");
    }
    assert!(!ids(&find("investeringar"), Kind::Table).is_empty());
    assert!(!find("2015").groups.is_empty());
}

#[test]
fn every_kind_of_thing_can_be_found() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Note) {
        assert!(index().count(kind) > 0, "{kind:?}");
    }
    let catalogue = whole();
    assert_eq!(index().count(Kind::Goal), catalogue.goals.len());
    assert_eq!(index().count(Kind::Activity), catalogue.activities().count());
    assert_eq!(index().count(Kind::Term), catalogue.terms.len());
    // Each thing is found by its own title.
    for goal in &catalogue.goals {
        assert!(ids(&find(&goal.title.sv), Kind::Goal).contains(&goal.id.as_str()), "{}", goal.id);
        assert!(ids(&find(&goal.title.en), Kind::Goal).contains(&goal.id.as_str()), "{}", goal.id);
    }
    for term in &catalogue.terms {
        let letters = term.name.chars().filter(|c| c.is_alphanumeric()).count();
        assert!(letters < 2 || ids(&find(&term.name), Kind::Term).contains(&term.id.as_str()), "{}", term.name);
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let other = page::search_index(whole(), &publisher(), "2025.1");
    for query in ["klimat", "plan", "mål 13", "budget", "malmö stad"] {
        assert_eq!(everything(&find(query)), everything(&other.find(query)), "{query}");
    }
}

#[test]
fn every_hit_leads_to_a_page_and_a_place_that_exist() {
    let pages = every_page();
    let mut checked = 0;
    let queries = [
        "klimat",
        "trygghet",
        "kultur",
        "plan",
        "budget",
        "malmö",
        "mål",
        "2025",
        "fråga",
        "rättigheter",
        "indikator",
        "belopp",
        "dokument",
        "område",
        "motsägelse",
        "beslut",
    ];
    for language in Language::ALL {
        let from = Address::new(2025, language, Route::Search).path();
        for query in queries {
            let (_, html) = written(whole(), language, &Route::Search, &format!("?sok={}", encoded(query)));
            let hits = html.split("<a class=\"hit\"").skip(1).filter_map(|rest| attributes(rest, "href").next().map(str::to_owned));
            for link in hits {
                let (path, _, fragment) = target(&from, &link.replace("&amp;", "&")).unwrap();
                let page = pages.get(&path).unwrap_or_else(|| panic!("{query}: {link} leads to no page"));
                assert!(fragment.as_ref().is_none_or(|id| page.ids.contains(id)), "{query}: {link}");
                checked += 1;
            }
        }
    }
    assert!(checked > 1_000, "only {checked} hits");
}

#[test]
fn the_page_shows_marks_places_and_a_bounded_number_of_hits() {
    let (_, html) = written(whole(), Language::Sv, &Route::Search, "?sok=klimat");
    assert!(html.contains("<mark>") && html.contains("class=\"cite\""));
    assert!(html.contains("value=\"klimat\""), "the field holds the query of the address");
    let (_, english) = written(whole(), Language::En, &Route::Search, "?sok=klimat");
    assert!(english.contains("lang=\"sv\""), "Swedish words say so on English pages");
    let (_, many) = written(whole(), Language::Sv, &Route::Search, "?sok=malm%C3%B6");
    assert!(many.matches("class=\"hit-item\"").count() <= Kind::ALL.len() * 66);
    let (_, start) = written(whole(), Language::Sv, &Route::Start, "");
    assert!(start.contains("action=\"sok/\""), "the start page can be searched from");
    for example in ["klimat", "trygghet", "globalt mål 13", "investeringar", "vem bestämmer"] {
        assert!(find(example).total > 0, "{example}");
    }
}

#[test]
fn in_a_city_of_ten_thousand_entries_the_same_words_find_the_same_and_the_exact_title_first() {
    // How long it takes is measured by the bench; a search that took far too long would be seen here too.
    let parts = ["klimat", "trygg", "skol", "väg", "vatten", "bostads", "miljö", "kultur", "hälso", "närings"];
    let ends = ["plan", "strategi", "nämnd", "uppdrag", "program", "mål", "arbete", "råd", "fond", "projekt"];
    let names: Vec<String> =
        (0..10_000).map(|n| format!("{}{} {} i område {n}", parts[n % 10], ends[n / 10 % 10], parts[n / 100 % 10])).collect();
    let index = of_names(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let found = |query: &str| index.find(query);
    assert_eq!(found("klimatplan").total, 100, "every hundredth is one");
    assert_eq!(found("klimtaplan").total, 100, "and is meant by a misspelt one");
    assert_eq!(found("klimatplanerna 7700").total, 1);
    assert_eq!(found("k").total, 0);
    assert_eq!(found(&"x".repeat(10_000)).total, 0);
    for number in [0, 4_711, 9_999] {
        let best = found(&names[number]).groups[0].1[0].entry;
        assert_eq!(best.title.sv, names[number], "the exact title comes first");
    }
}

#[test]
fn a_title_that_is_just_what_was_typed_comes_first_in_either_language() {
    let title = |sv: &str, en: &str| Text { sv: sv.to_owned(), en: en.to_owned() };
    let entry = |sv: &str, en: &str| Entry::new(Kind::Term, sv, &title(sv, en));
    let index = Index::new(
        &Default::default(),
        vec![
            entry("trygghet och säkerhet", "safety and security"),
            entry("trygghetsarbete", "safety work"),
            entry("trygghet", "safety"),
            entry("arbetet för trygghet", "the work for safety"),
        ],
    );
    for (query, second) in [("trygghet", "trygghet och säkerhet"), ("tryggheten", "trygghet"), ("safety", "trygghet och säkerhet")] {
        let names = names(&index, query);
        let at = |name: &str| names.iter().position(|other| other == name).unwrap();
        assert!(at("trygghet") <= 1 && at(second) <= 1, "{query}: {names:?}");
        assert_eq!(names.len(), 4, "{query}");
    }
    assert_eq!(names(&index, "trygghet")[0], "trygghet");
    assert_eq!(names(&index, "safety")[0], "trygghet");
    assert_eq!(names(&index, "säkerhetsarbetet").len(), 3, "both parts of a compound that stands nowhere are looked for");
}
