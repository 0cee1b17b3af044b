//! Pages of goals, assignments, global goals and bodies, the sheets for paper, and the trail narrowed to a body.

use crate::catalogue::{whole, with, written};
use crate::chart_model::id;
use malkarta::model::Language;
use malkarta::page::{self, scope};
use malkarta::url::Route;

fn block(route: &Route, query: &str, key: &str) -> String {
    let (page, _) = written(whole(), Language::Sv, route, query);
    page.blocks.iter().filter(|block| block.key == key).map(|block| block.node().to_markup().into_string()).collect()
}

#[test]
fn planned_activities_stand_under_their_kinds_each_once_and_with_their_time() {
    for goal in &whole().goals {
        let route = Route::Goal(goal.id.clone());
        let (page, html) = written(whole(), Language::Sv, &route, "");
        assert!(page.found);
        for activity in &goal.activities {
            assert_eq!(html.matches(&format!("<li id=\"{}\"", activity.id)).count(), 1, "{}", activity.id);
        }
        let dated = goal.activities.iter().filter(|activity| activity.when.as_deref().is_some_and(|when| when.len() > 4)).count();
        assert_eq!(html.matches("tag-when").count(), dated);
        assert!(html.contains("Källan kopplar inga belopp till målet."));
    }
    let planned = block(&Route::Goal(id("naringsliv")), "", "planned");
    assert!(planned.contains("<h3>Insats<span class=\"soft\"> ("), "a longer list is grouped by kind");
}

#[test]
fn from_each_page_the_one_before_and_the_one_after_are_a_step_away() {
    let next = |route: Route| block(&route, "", "next");
    assert!(!next(Route::Sdg(1)).contains("rel=\"prev\"") && next(Route::Sdg(1)).contains("../2/"));
    assert!(next(Route::Sdg(17)).contains("../16/") && !next(Route::Sdg(17)).contains("rel=\"next\""));
    let assignments: Vec<_> = whole().assignments.iter().map(|assignment| assignment.id.clone()).collect();
    for pair in assignments.windows(2) {
        assert!(next(Route::Assignment(pair[0].clone())).contains(&format!("../{}/", pair[1])));
        assert!(next(Route::Assignment(pair[1].clone())).contains(&format!("../{}/", pair[0])));
    }
}

#[test]
fn from_a_body_the_map_shows_the_goals_and_assignments_that_name_it() {
    let (_, html) = written(whole(), Language::Sv, &Route::Actor(id("region-skane")), "");
    assert!(html.contains("../../karta/?medverkande=region-skane"));
    for actor in &whole().actors {
        let (_, html) = written(whole(), Language::Sv, &Route::Actor(actor.id.clone()), "");
        let named = html.contains("h-goals") || html.contains("h-assignments");
        assert_eq!(html.contains("?medverkande="), named, "{}", actor.id);
        if named {
            let (page, _) = written(whole(), Language::Sv, &Route::Map, &format!("medverkande={}", actor.id));
            assert!(page.blocks.iter().any(|block| block.key == "map"), "{} leads to an empty map", actor.id);
        }
    }
}

#[test]
fn every_goal_and_assignment_has_a_sheet_with_its_sources_and_what_this_is() {
    let some = with(page::needs(&Route::AllGoals));
    for language in Language::ALL {
        let (_, html) = written(some, language, &Route::AllGoals, "");
        assert_eq!(html, written(whole(), language, &Route::AllGoals, "").1);
        let sheets: Vec<&str> = html.split("<article class=\"sheet\"").skip(1).collect();
        assert_eq!(sheets.len(), 16);
        let line = malkarta::markup::text(scope(language, &crate::catalogue::whole().edition, &crate::catalogue::publisher()))
            .to_markup()
            .into_string();
        for sheet in sheets {
            assert!(sheet.contains(&line) && sheet.contains("class=\"cite\""));
        }
        for activity in whole().activities() {
            let text = malkarta::markup::text(activity.text.get(language)).to_markup().into_string();
            assert!(html.contains(&text), "{}", activity.id);
        }
    }
}

#[test]
fn the_trail_is_narrowed_to_a_body_and_each_choice_says_what_it_leaves() {
    let body = id("kommunfullmaktige");
    let of_body =
        whole().events.iter().filter(|event| [&event.body, &event.decided_by].into_iter().flatten().any(|id| *id == body)).count();
    assert!(of_body > 0 && of_body < whole().events.len());
    let narrow = block(&Route::Trail, "organ=kommunfullmaktige", "narrow");
    assert!(narrow.contains(&format!("Visar {of_body} av {} händelser.", whole().events.len())));
    assert!(narrow.contains(&format!("selected=\"\">Kommunfullmäktige ({of_body})")));
    assert_eq!(block(&Route::Trail, "organ=kommunfullmaktige", "timeline").matches("class=\"event\"").count(), of_body);
    assert!(block(&Route::Trail, "organ=ingen", "narrow").contains("Visar 0 av"));
}
