//! The decision trail, follow-up, rights, glossary, questions, those who take part, and what goal pages gained.

use crate::catalogue::{whole, with, written};
use malkarta::model::{Language, Status};
use malkarta::page;
use malkarta::url::Route;

fn id(slug: &str) -> malkarta::model::Id {
    malkarta::model::Id::parse(slug).unwrap()
}

fn shown(language: Language, route: Route, query: &str) -> String {
    written(whole(), language, &route, query).1
}

/// The text of a page without its frame.
fn text(language: Language, route: &Route) -> String {
    written(whole(), language, route, "").0.blocks.iter().map(|block| block.node().plain_text() + "\n").collect()
}

#[test]
fn every_page_says_that_it_exists_and_has_one_heading_of_its_own() {
    for language in Language::ALL {
        for route in page::routes(whole()) {
            let (page, html) = written(whole(), language, &route, "");
            assert!(page.found, "{route:?}");
            assert!(!page.title.trim().is_empty() && page.description.len() > 20, "{route:?}");
            assert_eq!(html.matches("<h1").count(), 1, "{route:?}");
            let mut keys: Vec<&str> = page.blocks.iter().map(|block| block.key).collect();
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{route:?} has two blocks of one key");
        }
    }
}

#[test]
fn no_heading_and_no_list_is_empty() {
    for language in Language::ALL {
        for route in page::routes(whole()) {
            let (_, html) = written(whole(), language, &route, "");
            for name in
                ["h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dd", "dt", "summary", "caption", "a", "button", "section", "article"]
            {
                let end = format!("></{name}>");
                for (at, _) in html.match_indices(&end) {
                    let start = html[..at].rfind('<').unwrap();
                    assert!(!html[start + 1..].starts_with(name), "{route:?} in {language:?}: an empty {}", &html[start..at + end.len()]);
                }
            }
        }
    }
}

#[test]
fn a_page_is_the_same_with_only_the_files_it_needs() {
    for language in Language::ALL {
        for route in page::routes(whole()) {
            let (_, all) = written(whole(), language, &route, "");
            let (_, some) = written(with(page::needs(&route)), language, &route, "");
            assert!(all == some, "{language:?} {route:?} uses a file that it does not say it needs");
        }
    }
}

#[test]
fn the_path_starts_with_the_commission_and_ends_with_the_budget_and_says_where_the_material_ends() {
    let html = shown(Language::Sv, Route::Trail, "");
    let path = html.split("<ol class=\"path\">").nth(1).unwrap().split("</ol>").next().unwrap();
    let first = path.find("malmokommissionen-tillsatts").unwrap();
    let last = path.find("beslut/namndsbudget-2025").or_else(|| path.find("namndsbudget-2025/")).unwrap();
    assert!(first < last);
    for document in whole().documents.iter().filter(|d| d.id != "uppfoljning-2015") {
        assert!(path.contains(&format!("{}/", document.id)), "{}", document.id);
    }
    assert!(path.contains("knyter inte steget till något tidigare"), "a gap between steps is said");
    assert!(html.contains("Här slutar materialet"));
    assert!(shown(Language::En, Route::Trail, "").contains("The material ends here"));
}

#[test]
fn title_heading_and_navigation_of_the_trail_are_one_word_and_its_years_are_counted() {
    let last = whole().events.iter().filter_map(|event| event.until.as_deref()).map(|until| until[..4].to_owned()).max().unwrap();
    for language in Language::ALL {
        let (page, html) = written(whole(), language, &Route::Trail, "");
        assert!(html.contains(&format!("tabindex=\"-1\">{}</h1>", page.title)), "{language:?}");
        assert!(html.contains(&format!(">{}</a></li>", page.title)), "{language:?}: the navigation");
        assert!(page.description.contains("2010") && page.description.contains(&last), "{}", page.description);
        let text = text(language, &Route::Trail);
        assert!(text.contains(match language {
            Language::Sv => "från 2010 till 2037",
            Language::En => "from 2010 to 2037",
        }));
    }
}

#[test]
fn a_decision_dated_by_its_budget_year_is_not_shown_as_made_in_it() {
    for (language, words) in
        [(Language::Sv, "budgetår 2025, beslutsdag saknas"), (Language::En, "budget year 2025, no day of decision given")]
    {
        let mine = |route: &Route| text(language, route).contains(words);
        for slug in ["kf-budget-2025", "namndsbudget-2025", "kompetensmedel-2025", "uppdrag-servicenamndens-ekonomi"] {
            assert!(mine(&Route::Event(id(slug))), "{slug}");
        }
        assert!(mine(&Route::Trail) && mine(&Route::Goal(id("kompetensforsorjning"))));
        assert!(!mine(&Route::Event(id("direktiv-oversiktsplan-2025"))));
    }
    // What was decided for a year comes before what happened in it, and the reports about it after.
    let page = text(Language::Sv, &Route::Trail);
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    let year = at("Budgetår 2025, beslutsdag saknas");
    assert!(year < at("Direktiv för ny översiktsplan") && at("Direktiv för ny översiktsplan") < at("Gäller år 2025, datum saknas"));
}

#[test]
fn a_group_that_the_source_does_not_name_further_says_so() {
    for (language, words) in [(Language::Sv, "(källan säger inte vilka)"), (Language::En, "(the source does not say which)")] {
        for actor in whole().actors.iter().filter(|actor| actor.unnamed) {
            let page = text(language, &Route::Actor(actor.id.clone()));
            assert!(page.contains(match language {
                Language::Sv => "utan att säga vilka",
                Language::En => "without saying who",
            }));
        }
        assert!(text(language, &Route::Goal(id("uppvaxtvillkor"))).contains(words));
        assert!(text(language, &Route::Questions).contains(words));
        assert!(!text(language, &Route::Actor(id("region-skane"))).contains(words));
    }
    // One body has one entry.
    let names = |language| {
        let mut names: Vec<&str> = whole().actors.iter().map(|actor| actor.name.get(language)).collect();
        names.sort_unstable();
        names
    };
    for language in Language::ALL {
        assert!(
            names(language).windows(2).all(|pair| pair[0].to_lowercase() != pair[1].to_lowercase()),
            "{language:?}: a name stands twice"
        );
    }
}

#[test]
fn every_priority_and_every_condition_of_the_plan_is_shown_with_its_place() {
    for language in Language::ALL {
        let map = shown(language, Route::Map, "");
        for heading in whole().priorities.iter().chain(&whole().conditions) {
            let entry = map.split(&format!("<li id=\"{}\"", heading.id)).nth(1).unwrap_or_else(|| panic!("{}", heading.id));
            let entry = entry.split("<li id=\"").next().unwrap();
            let written = |text: &str| malkarta::markup::text(text).to_markup().into_string();
            assert!(entry.contains(&written(heading.title.get(language))), "{}", heading.id);
            assert!(heading.text.as_ref().is_none_or(|text| entry.contains(&written(text.get(language)))), "{}", heading.id);
            assert!(entry.contains("class=\"cite\""), "{}", heading.id);
            for goal in &heading.goals {
                assert!(entry.contains(&format!("mal/{goal}/")));
                let page = shown(language, Route::Goal(goal.clone()), "");
                assert!(page.contains(&format!("karta/#{}", heading.id)), "{goal} does not lead back to {}", heading.id);
            }
        }
    }
}

#[test]
fn what_is_planned_for_another_year_does_not_stand_under_this_one() {
    let page = written(whole(), Language::Sv, &Route::Goal(id("segregation")), "").0;
    let part = |key: &str| page.blocks.iter().find(|block| block.key == key).unwrap().node().to_markup().into_string();
    assert!(!part("planned").contains("segregation-bostadsforsorjningsprogram"));
    assert!(part("term").contains("segregation-bostadsforsorjningsprogram") && part("term").contains("kvartal 1 2026"));
}

#[test]
fn the_timeline_shows_every_event_and_narrows_by_theme_status_and_kind() {
    let events = |query: &str| shown(Language::Sv, Route::Trail, query).matches("<li class=\"event\">").count();
    assert_eq!(events(""), whole().events.len());
    let count = |is: &dyn Fn(&malkarta::model::Event) -> bool| whole().events.iter().filter(|event| is(event)).count();
    assert_eq!(events("?tema=climate"), count(&|e| e.themes.iter().any(|t| *t == "climate")));
    assert_eq!(events("?status=forslag"), count(&|e| e.status == Status::Proposed));
    assert_eq!(events("?slag=inquiry&status=planerat"), count(&|e| e.kind == "inquiry" && e.status == Status::Planned));
    let none = shown(Language::Sv, Route::Trail, "?slag=election&tema=climate");
    assert!(none.contains("Det betyder inte att inget hände") && none.contains("Visa alla"));
    // A kind of terms is no kind of events: nothing fits, and the page says so.
    assert_eq!(events("?slag=fund"), 0);
}

#[test]
fn an_event_shows_what_it_follows_on_and_leads_to_both_ways() {
    for event in &whole().events {
        let html = shown(Language::Sv, Route::Event(event.id.clone()), "");
        for earlier in &event.follows {
            assert!(html.contains(&format!("../{earlier}/")), "{} does not link to {earlier}", event.id);
            let back = shown(Language::Sv, Route::Event(earlier.clone()), "");
            assert!(back.contains(&format!("../{}/", event.id)), "{earlier} does not link to {}", event.id);
        }
        assert!(html.contains(&format!("data-anchor=\"event/{}\"", event.id)));
        for point in &event.points {
            assert!(html.contains(&format!("data-anchor=\"point/{}\"", point.id)));
        }
        for touch in &event.goals {
            assert!(html.contains(&format!("mal/{}/", touch.goal)));
        }
    }
}

#[test]
fn a_status_is_always_a_sign_and_a_word() {
    for language in Language::ALL {
        let words: Vec<(&str, &str)> = Status::ALL.iter().map(|status| malkarta::i18n::decisions::status(language, *status)).collect();
        for (index, (sign, word)) in words.iter().enumerate() {
            assert!(words.iter().skip(index + 1).all(|(s, w)| s != sign && w != word));
        }
        let html = shown(language, Route::Trail, "");
        assert_eq!(html.matches("class=\"status status-").count(), html.matches("class=\"status-sign\"").count());
    }
}

#[test]
fn the_2015_round_shows_its_counts_its_calculated_sum_and_its_missing_rules() {
    let html = shown(Language::Sv, Route::FollowUp, "");
    let round = whole().rounds.first().unwrap();
    let sum: u32 = round.allocations.iter().map(|allocation| allocation.value).sum();
    assert!(html.contains(&format!("<td class=\"number\">{sum}</td>")) && html.contains("vår beräkning"));
    for count in &round.counts {
        assert!(html.contains(&format!("id=\"{}\"", count.id)));
    }
    let without_rule = round.states.iter().filter(|state| state.rule.is_none()).count();
    assert_eq!(html.matches("Källan ger ingen regel.").count(), without_rule);
    assert!(html.contains("bedomning/"));
}

#[test]
fn the_table_of_goals_says_what_each_goal_can_be_judged_by() {
    let html = shown(Language::Sv, Route::Judged, "");
    let body = html.split("<tbody").nth(1).unwrap().split("</tbody>").next().unwrap();
    assert_eq!(body.matches("<tr ").count(), whole().goals.len());
    let yes = whole()
        .goals
        .iter()
        .map(|g| usize::from(g.indicator.as_ref().is_some_and(|i| i.countable)) + usize::from(g.outcome.is_some()))
        .sum::<usize>();
    assert_eq!(body.matches(" Ja</span></td>").count(), yes);
}

#[test]
fn the_glossary_holds_every_term_with_its_places_and_can_be_searched() {
    for language in Language::ALL {
        let html = shown(language, Route::Glossary, "");
        for term in &whole().terms {
            assert!(html.contains(&format!("id=\"term-{}\"", term.id)), "{}", term.id);
        }
        assert_eq!(html.matches("class=\"term\"").count(), whole().terms.len());
    }
    let found = |query: &str| shown(Language::Sv, Route::Glossary, query).matches("class=\"term\"").count();
    let named = |term: &malkarta::model::Term| {
        term.variants.iter().chain([&term.name]).any(|name| name.to_lowercase().contains("malmökommissionen"))
    };
    assert_eq!(found("?sok=MALM%C3%96kommissionen"), whole().terms.iter().filter(|term| named(term)).count());
    assert_eq!(found("?slag=fund"), whole().terms.iter().filter(|term| term.kind == "fund").count());
    assert_eq!(found("?sok=finns-inte"), 0);
    let hostile = shown(Language::Sv, Route::Glossary, "?sok=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(!hostile.contains("<script"));
}

#[test]
fn at_least_twelve_questions_are_answered_and_each_leads_on() {
    for language in Language::ALL {
        let html = shown(language, Route::Questions, "");
        let questions = html.matches("<article class=\"question\"").count();
        assert!(questions >= 12, "{questions}");
        assert_eq!(html.matches("class=\"more\"").count(), questions);
    }
    let html = shown(Language::Sv, Route::Questions, "");
    for part in ["skatt", "skolan", "kultur", "utsläppen", "Hur gick det 2025", "Vad kostar ett mål"] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn answers_take_their_figures_from_the_catalogue() {
    let source = include_str!("../../src/i18n/questions.rs").replace("u32", "");
    // The 17 global goals and the name of a licence are no figures of the material.
    let allowed = ["17", "1.0", "0"];
    let mut number = String::new();
    for c in source.chars().chain([' ']) {
        if c.is_ascii_digit() || (c == '.' && !number.is_empty()) {
            number.push(c);
        } else if !number.is_empty() {
            let figure = number.trim_end_matches('.');
            // `CC0 1.0` and the like.
            assert!(allowed.contains(&figure), "the figure {figure} stands in the text of an answer");
            number.clear();
        }
    }
}

#[test]
fn a_question_without_its_figures_is_left_out() {
    let empty = malkarta::model::Catalogue::default();
    let (page, html) = written(&empty, Language::Sv, &Route::Questions, "");
    assert!(page.found);
    assert!(!html.contains("id=\"fraga-skatt\"") && html.contains("id=\"fraga-malets-kostnad\""));
}

#[test]
fn everyone_who_takes_part_has_a_page_with_what_names_them() {
    for actor in &whole().actors {
        let html = shown(Language::Sv, Route::Actor(actor.id.clone()), "");
        for goal in whole().goals.iter().filter(|goal| goal.partners.iter().any(|partner| partner.actor == actor.id)) {
            assert!(html.contains(&format!("mal/{}/", goal.id)), "{} {}", actor.id, goal.id);
        }
        for event in whole().events.iter().filter(|event| event.body.as_ref() == Some(&actor.id)) {
            assert!(html.contains(&format!("beslut/{}/", event.id)), "{} {}", actor.id, event.id);
        }
        assert!(shown(Language::Sv, Route::Actors, "").contains(&format!("{}/\"", actor.id)));
    }
}

#[test]
fn goal_pages_show_what_led_there_where_sources_disagree_and_which_words_are_explained() {
    for goal in &whole().goals {
        let html = shown(Language::Sv, Route::Goal(goal.id.clone()), "");
        for event in whole().events.iter().filter(|event| event.goals.iter().any(|touch| touch.goal == goal.id)) {
            assert!(html.contains(&format!("beslut/{}/", event.id)), "{} {}", goal.id, event.id);
        }
        for item in whole().contradictions.iter().filter(|item| item.touches.iter().any(|a| a.as_str() == format!("goal/{}", goal.id))) {
            assert!(html.contains(&format!("id=\"contradiction-{}\"", item.id)));
        }
        for term in whole().terms.iter().filter(|term| term.goals.contains(&goal.id)) {
            assert!(html.contains(&format!("ordlista/#term-{}", term.id)));
        }
    }
    assert!(shown(Language::Sv, Route::Sdg(16), "").contains("id=\"contradiction-mal-16-med-nummer-11\""));
    for assignment in &whole().assignments {
        let html = shown(Language::Sv, Route::Assignment(assignment.id.clone()), "");
        assert!(html.contains("beslut/kf-budget-2025/"), "{}", assignment.id);
    }
}

#[test]
fn a_contradiction_shows_every_reading_which_one_is_used_and_why() {
    let item = whole().contradictions.iter().find(|item| item.id == "maltitel-narliv").unwrap();
    let html = shown(Language::Sv, Route::Goal(id("naringsliv")), "");
    let part = html.split("id=\"contradiction-maltitel-narliv\"").nth(1).unwrap().split("id=\"contradiction-").next().unwrap();
    assert!(part.matches("class=\"statement").count() >= item.readings.len());
    assert_eq!(part.matches("Används här").count(), 1);
    assert!(part.contains("Varför: </strong>"));
}

#[test]
fn swedish_pages_hold_no_english_words_of_ours_and_english_pages_no_swedish_ones() {
    let english = [
        "According",
        "Source",
        "Calculated",
        "The source",
        "Interpreted",
        "as published",
        "our reading",
        "Decided",
        "Planned",
        "Follows on",
    ];
    let swedish = [
        "enligt källan",
        "vår tolkning",
        "Källor",
        "Beslutat",
        "Planerat",
        "Följer på",
        "Vår sammanfattning",
        "Motstridiga",
        "Inget ",
        "Vem\n",
    ];
    for route in page::routes(whole()) {
        let sv = text(Language::Sv, &route);
        for word in english {
            assert!(!sv.contains(word), "{route:?} says «{word}» in Swedish");
        }
        let en = text(Language::En, &route);
        for word in swedish {
            assert!(!en.contains(word), "{route:?} says “{word}” in English");
        }
    }
}
