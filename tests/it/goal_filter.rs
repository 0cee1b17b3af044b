//! Narrowing the map, putting two goals side by side, and the matrix: on the bundled data and on odd catalogues.

use crate::catalogue::{whole, with, written};
use crate::chart_model::{area, assignment, goal, id, mark, sdgs};
use malkarta::dataset::FileName;
use malkarta::model::{Anchor, Catalogue, Goal, GoalFilter, Language, MatrixOrder, Measure};
use malkarta::page;
use malkarta::query::compare::compare;
use malkarta::query::filter::{Facts, choices, count, facts, keeps, known};
use malkarta::query::matrix::{Counting, Mark, column_total, mark as mark_of, ordered, row_total, same_sets};
use malkarta::url::Route;

fn left(catalogue: &Catalogue, filter: &GoalFilter) -> Vec<String> {
    facts(catalogue, &[]).iter().filter(|facts| keeps(filter, facts)).map(|facts| facts.anchor.to_string()).collect()
}

#[test]
fn each_filter_leaves_what_the_source_says() {
    let all = GoalFilter::default();
    assert_eq!(left(whole(), &all).len(), 16);
    let by = |filter: GoalFilter| left(whole(), &filter);
    assert_eq!(by(GoalFilter { measure: Some(Measure::Countable), ..all.clone() }), ["goal/klimatneutral"]);
    assert_eq!(by(GoalFilter { outcome: Some(false), ..all.clone() }), ["goal/uppvaxtvillkor", "goal/service"]);
    // By either reading of the mark whose number and name disagree.
    for number in [11, 16] {
        assert!(by(GoalFilter { sdg: Some(number), ..all.clone() }).contains(&"goal/service".to_owned()));
    }
    assert_eq!(by(GoalFilter { sdg: Some(17), ..all.clone() }), Vec::<String>::new());
    assert_eq!(
        by(GoalFilter { area: Some(id("klimatomstallning")), ..all.clone() }),
        ["goal/klimatneutral", "goal/elforsorjning", "assignment/klimatinvesteringsplan"]
    );
    // No budget assignment stands in two of the areas.
    let without = by(GoalFilter { assignment: Some(false), ..all.clone() });
    assert_eq!(without, ["goal/uppvaxtvillkor", "goal/arbetsgivare", "goal/kompetensforsorjning", "goal/service"]);
    let touched = by(GoalFilter { decision: Some(true), ..all.clone() });
    let with_decision = |name: &String| touched.contains(name);
    assert!(with_decision(&"goal/segregation".to_owned()) && with_decision(&"assignment/klimatinvesteringsplan".to_owned()));
}

#[test]
fn every_count_is_what_the_choice_leaves() {
    let all = facts(whole(), &[]);
    for start in [
        GoalFilter::default(),
        GoalFilter { sdg: Some(5), ..GoalFilter::default() },
        GoalFilter { decision: Some(true), measure: Some(Measure::Judged), ..GoalFilter::default() },
    ] {
        let found = choices(whole(), &start, &all);
        let is = |filter: GoalFilter, left: usize| assert_eq!(count(&filter, &all), left, "{filter:?}");
        found.areas.iter().for_each(|(area, left)| is(GoalFilter { area: Some(area.id.clone()), ..start.clone() }, *left));
        found.sdgs.iter().for_each(|(number, left)| is(GoalFilter { sdg: Some(*number), ..start.clone() }, *left));
        found
            .actors
            .iter()
            .flat_map(|(_, actors)| actors)
            .for_each(|(actor, left)| is(GoalFilter { actor: Some(actor.id.clone()), ..start.clone() }, *left));
        found.contradiction.iter().for_each(|(yes, left)| is(GoalFilter { contradiction: Some(*yes), ..start.clone() }, *left));
        // Whatever splits all of them in two adds up.
        let sum: usize = found.decision.iter().map(|(_, left)| left).sum();
        assert_eq!(sum, count(&GoalFilter { decision: None, ..start.clone() }, &all));
        assert!(
            found.actors.iter().flat_map(|(_, actors)| actors).all(|(_, left)| *left > 0),
            "a choice that leaves nothing is not offered"
        );
    }
}

#[test]
fn a_note_about_a_part_of_a_goal_counts_for_the_goal() {
    let goal = whole().goal(&id("klimatneutral")).unwrap();
    let activity = Anchor::of("activity", &goal.activities[0].id);
    for anchor in [Anchor::goal(&goal.id), Anchor::of("indicator", &goal.id), Anchor::of("outcome", &goal.id), activity] {
        let found: Vec<Facts> = facts(whole(), std::slice::from_ref(&anchor)).into_iter().filter(|facts| facts.noted).collect();
        assert_eq!(found.iter().map(|facts| facts.anchor.as_str()).collect::<Vec<_>>(), ["goal/klimatneutral"], "{anchor}");
    }
    assert!(facts(whole(), &[Anchor::sdg(13)]).iter().all(|facts| !facts.noted));
}

#[test]
fn what_a_filter_names_and_the_data_does_not_hold_is_left_out_and_told() {
    let filter = GoalFilter { area: Some(id("borta")), actor: Some(id("ingen")), sdg: Some(13), ..GoalFilter::default() };
    let (known, gone) = known(&filter, whole());
    assert_eq!(known, GoalFilter { sdg: Some(13), ..GoalFilter::default() });
    assert_eq!(gone.iter().map(Anchor::as_str).collect::<Vec<_>>(), ["area/borta", "actor/ingen"]);
}

#[test]
fn the_map_page_needs_no_more_than_its_files_and_shows_the_same_choice_in_every_form() {
    let some = with(page::needs(&Route::Map));
    for query in [
        "",
        "globalt=13",
        "omrade=klimatomstallning&vald=goal/elforsorjning",
        "jamfor=service,segregation",
        "beslut=ja&motsagelse=nej&sortera=likhet",
    ] {
        for language in Language::ALL {
            let (_, html) = written(some, language, &Route::Map, query);
            let (_, all) = written(whole(), language, &Route::Map, query);
            assert_eq!(html, all, "{query}");
        }
    }
    let (page, _) = written(whole(), Language::Sv, &Route::Map, "globalt=13");
    let block = |key: &str| page.blocks.iter().find(|block| block.key == key).map(|block| block.node().to_markup().into_string()).unwrap();
    for key in ["map", "matrix", "list"] {
        for (there, goal) in
            [(true, "naringsliv"), (true, "klimatneutral"), (true, "elforsorjning"), (false, "segregation"), (false, "service")]
        {
            assert_eq!(block(key).contains(&format!("mal/{goal}/")), there, "{goal} in {key}");
        }
    }
    assert!(block("left").contains("Visar 3 av 16 mål och uppdrag."));
}

#[test]
fn a_filter_that_leaves_nothing_says_so_and_offers_to_clear() {
    let (page, html) = written(whole(), Language::Sv, &Route::Map, "globalt=6&omrade=jamlik-stad");
    assert!(html.contains("Inget mål och inget uppdrag stämmer med alla val på en gång."));
    assert!(html.contains("Rensa alla filter") && html.contains("Ta bort: Målområde: En mer jämlik stad"));
    assert!(page.blocks.iter().all(|block| !["map", "matrix", "list"].contains(&block.key)));
    // The doubtful mark is told where it decides.
    let (_, html) = written(whole(), Language::Sv, &Route::Map, "globalt=11&utfall=nej");
    assert!(html.contains("är med bara om den märkning vars nummer och namn går isär läses så"));
}

#[test]
fn two_goals_side_by_side_share_what_both_have() {
    let found = compare(whole(), &id("service"), &id("segregation")).unwrap();
    let numbers = |part: &[malkarta::query::compare::NamedSdg]| part.iter().map(|named| named.number).collect::<Vec<_>>();
    assert_eq!(numbers(&found.sdgs.both), [5, 10, 11, 16]);
    assert_eq!(numbers(&found.sdgs.first), Vec::<u32>::new());
    assert_eq!(numbers(&found.sdgs.second), [1, 3, 4, 8]);
    let doubtful: Vec<u32> = found.sdgs.both.iter().filter(|named| named.doubtful == (true, false)).map(|named| named.number).collect();
    assert_eq!(doubtful, [11, 16], "both readings of the doubtful mark are told as such");
    let turned = compare(whole(), &id("segregation"), &id("service")).unwrap();
    assert_eq!((numbers(&turned.sdgs.first), turned.events.both.len()), (vec![1, 3, 4, 8], found.events.both.len()));
    let touched = |goal: &str| whole().events.iter().filter(|event| event.goals.iter().any(|touch| touch.goal == id(goal))).count();
    assert_eq!(found.events.both.len() + found.events.first.len(), touched("service"));
    assert_eq!(found.events.both.len() + found.events.second.len(), touched("segregation"));
    assert!(compare(whole(), &id("service"), &id("borta")).is_none());
    let (_, html) = written(whole(), Language::Sv, &Route::Map, "jamfor=service,segregation");
    assert!(html.contains("De delar 4 globala mål"), "the finding");
    assert!(html.contains("A: nummer och namn går isär"));
}

#[test]
fn totals_of_the_matrix_say_which_reading_they_use() {
    let goals: Vec<&Goal> = whole().goals.iter().collect();
    let numbers: Vec<u32> = (1..=17).collect();
    let both = |number| (column_total(&goals, number, Counting::Numbers), column_total(&goals, number, Counting::Names));
    assert_eq!((both(11), both(16), both(5), both(17)), ((6, 5), (8, 9), (10, 10), (0, 0)));
    let service = whole().goal(&id("service")).unwrap();
    assert_eq!(
        (mark_of(service, 11), mark_of(service, 16), mark_of(service, 5)),
        (Some(Mark::ByNumber), Some(Mark::ByName), Some(Mark::AsPublished))
    );
    assert_eq!((row_total(service, &numbers, Counting::Numbers), row_total(service, &numbers, Counting::Names)), (3, 3));
    let (_, html) = written(whole(), Language::Sv, &Route::Map, "visa=matris");
    assert!(html.contains("Antal mål, efter tryckt nummer") && html.contains("Antal mål, efter tryckt namn"));
    assert!(html.contains("inget av målen nämner det"), "the gap of 17 is said");
}

#[test]
fn each_order_of_the_matrix_keeps_every_goal_and_equal_sets_stand_together() {
    let goals: Vec<&Goal> = whole().goals.iter().collect();
    for order in [MatrixOrder::Printed, MatrixOrder::Count, MatrixOrder::Alike, MatrixOrder::Column(13)] {
        let mut names: Vec<&str> = ordered(&goals, order).iter().map(|goal| goal.id.as_str()).collect();
        assert_eq!(names.len(), 12);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 12, "{order:?}");
    }
    let alike = ordered(&goals, MatrixOrder::Alike);
    let sets = same_sets(&alike);
    for group in sets.iter().flatten() {
        let places: Vec<usize> = sets.iter().enumerate().filter(|(_, set)| *set == &Some(*group)).map(|(place, _)| place).collect();
        assert!(places.windows(2).all(|pair| pair[1] == pair[0] + 1), "{places:?}");
    }
    assert_eq!(same_sets(&goals).iter().flatten().count(), 6, "three pairs name the same");
    assert_eq!(ordered(&goals, MatrixOrder::Count)[0].id.as_str(), "naringsliv");
    let first: Vec<&str> = ordered(&goals, MatrixOrder::Column(13)).iter().take(3).map(|goal| goal.id.as_str()).collect();
    assert_eq!(first, ["naringsliv", "klimatneutral", "elforsorjning"]);
}

/// A catalogue of a larger city: areas with ten goals each, and what is odd.
fn city(areas: usize) -> Catalogue {
    let mut city = Catalogue::default();
    sdgs(&mut city);
    for index in 0..areas {
        area(&mut city, &format!("a-{index}"), &format!("Område {index}"), "An area");
        for inner in 0..10 {
            goal(&mut city, &format!("a-{index}"), &format!("m-{index}-{inner}"), &"Ett mål med lång titel ".repeat(18), "x", &[1, 5, 11]);
        }
        assignment(&mut city, &format!("a-{index}"), &format!("u-{index}"), "Uppdrag", "x");
    }
    area(&mut city, "tomt", "Ett område utan mål", "x");
    goal(&mut city, "a-0", "utan", "Utan globala mål", "x", &[]);
    goal(&mut city, "borta", "hemlos", "Utan område", "x", &[17]);
    city.goals[0].sdgs.push(mark(12, Some(13)));
    city
}

#[test]
fn a_large_city_is_grouped_in_the_matrix_and_brief_in_the_list_and_opens_by_area() {
    let city = city(30);
    let (_, html) = written(&city, Language::Sv, &Route::Map, "");
    assert!(html.contains("Varje rad är ett målområde") && html.contains("Målen är för många för att stå ett och ett"));
    assert!(html.contains("1 efter numret, 0 efter namnet"), "a doubtful mark is told apart in a group's count");
    assert!(html.len() < 900_000, "the page of a large city is {} kB", html.len() / 1000);
    let (_, one) = written(&city, Language::Sv, &Route::Map, "omrade=a-3");
    assert!(one.contains("Visar 11 av 332 mål och uppdrag.") && !one.contains("Varje rad är ett målområde"));
    for query in [
        "omrade=tomt",
        "omrade=a-0&sortera=antal",
        "vald=goal/hemlos",
        "visa=lista&vald=area/tomt",
        "jamfor=utan,hemlos",
        "sortera=likhet&utfall=nej",
    ] {
        for language in Language::ALL {
            assert!(written(&city, language, &Route::Map, query).0.found);
        }
    }
    let empty = Catalogue::default();
    assert!(written(&empty, Language::Sv, &Route::Map, "globalt=3&visa=matris").0.found);
}

#[test]
fn the_files_of_the_map_hold_nothing_that_it_does_not_use() {
    for file in page::needs(&Route::Map) {
        let others: Vec<FileName> = page::needs(&Route::Map).iter().copied().filter(|other| other != file).collect();
        let (_, html) = written(with(Vec::leak(others)), Language::Sv, &Route::Map, "jamfor=service,segregation");
        assert_ne!(html, written(whole(), Language::Sv, &Route::Map, "jamfor=service,segregation").1, "{file:?} is not needed");
    }
}
