//! No number without a reading: every value that is stored shows where it is used how it was read.

use crate::catalogue::{whole, written};
use malkarta::i18n::source as words;
use malkarta::model::{Id, Language, Reading};
use malkarta::page::{Block, Page};
use malkarta::url::Route;

fn open(language: Language, route: Route) -> Page {
    written(whole(), language, &route, "").0
}

fn block<'p>(page: &'p Page, key: &str) -> &'p Block {
    page.blocks.iter().find(|block| block.key == key).unwrap_or_else(|| panic!("there is no part {key}"))
}

fn html(block: &Block) -> String {
    block.node().to_markup().into_string()
}

/// From the element with an id to the end of an element of some kind.
fn element<'h>(html: &'h str, id: &str, end: &str) -> &'h str {
    let from = html.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no {id}")).1;
    from.split(end).next().unwrap()
}

/// The mark of a reading as it is written.
fn mark(language: Language, reading: Reading) -> String {
    format!(">{}</span>", words::reading(language, reading))
}

fn marks(html: &str) -> usize {
    html.matches("class=\"reading ").count()
}

#[test]
fn every_figure_count_and_allocation_stands_with_its_reading() {
    for language in Language::ALL {
        let budget = open(language, Route::Budget);
        let figures = html(block(&budget, "text-figures")) + &html(block(&budget, "text-counts"));
        for figure in &whole().figures {
            let entry = element(&figures, &format!("figure-{}", figure.id), "</small>");
            assert!(entry.contains(&mark(language, figure.reading)), "{}: {entry}", figure.id);
        }
        let follow_up = open(language, Route::FollowUp);
        let (counts, allocations) = (html(block(&follow_up, "counts")), html(block(&follow_up, "allocations")));
        for round in &whole().rounds {
            for count in &round.counts {
                let row = element(&counts, count.id.as_str(), "</tr>");
                assert!(row.contains(&mark(language, count.reading)), "{}: {row}", count.id);
            }
            for allocation in &round.allocations {
                let row = allocations.split("<tr>").find(|row| row.contains(&format!("/{}/", allocation.actor))).unwrap();
                assert!(row.contains(&mark(language, allocation.reading)), "{}: {row}", allocation.actor);
            }
        }
    }
}

#[test]
fn every_table_and_every_headline_stands_with_its_reading() {
    for language in Language::ALL {
        for table in &whole().tables {
            let page = open(language, Route::Table(table.id.clone()));
            let caption = html(block(&page, "table")).split("<caption>").nth(1).unwrap().split("</caption>").next().unwrap().to_owned();
            assert!(caption.contains(&mark(language, table.reading)), "{}: {caption}", table.id);
        }
        for route in [Route::Start, Route::Budget] {
            let page = open(language, route);
            let headlines = block(&page, "figures").node().plain_text();
            for reading in [Reading::AsPublished, Reading::Calculated] {
                assert!(headlines.to_lowercase().contains(&*words::reading(language, reading)), "{headlines}");
            }
        }
    }
}

#[test]
fn every_value_and_passage_of_a_goal_stands_with_its_reading() {
    for language in Language::ALL {
        for goal in &whole().goals {
            let page = open(language, Route::Goal(goal.id.clone()));
            let judged = html(block(&page, "judged"));
            let read: Vec<Reading> = goal
                .indicator
                .iter()
                .map(|indicator| indicator.reading)
                .chain(goal.outcome.iter().map(|outcome| outcome.reading))
                .chain(goal.follow_up.iter().map(|passage| passage.reading))
                .collect();
            assert_eq!(marks(&judged), read.len(), "{}", goal.id);
            for reading in [Reading::AsPublished, Reading::Calculated, Reading::Interpreted] {
                let shown = judged.matches(&mark(language, reading)).count();
                assert_eq!(shown, read.iter().filter(|each| **each == reading).count(), "{}", goal.id);
            }
            let all: String = page.blocks.iter().map(html).collect();
            for activity in &goal.activities {
                let entry = element(&all, activity.id.as_str(), "</li>");
                match activity.reading {
                    // What the list says above it stands for each that has no mark of its own.
                    Reading::AsPublished => assert!(all.contains(&*words::our_summaries(language))),
                    reading => assert!(entry.contains(&mark(language, reading)), "{}", activity.id),
                }
            }
            for sdg in &goal.sdgs {
                let doubtful = sdg.reading != Reading::AsPublished;
                assert!(!doubtful || all.contains(&mark(language, sdg.reading)), "{} {}", goal.id, sdg.number);
            }
        }
        for assignment in &whole().assignments {
            let page = open(language, Route::Assignment(assignment.id.clone()));
            if !assignment.activities.is_empty() {
                assert!(html(block(&page, "steps")).contains(&*words::our_summaries(language)), "{}", assignment.id);
            }
        }
    }
}

#[test]
fn every_passage_and_every_link_of_ours_stands_with_its_reading() {
    let told = |language: Language, html: &str, id: &Id, reading: Reading| {
        let entry = element(html, id.as_str(), "</li>");
        match reading {
            Reading::AsPublished => html.contains(&*words::our_summaries(language)),
            reading => entry.contains(&mark(language, reading)),
        }
    };
    for language in Language::ALL {
        for event in &whole().events {
            let page = open(language, Route::Event(event.id.clone()));
            if !event.points.is_empty() {
                let points = html(block(&page, "points"));
                assert!(event.points.iter().all(|point| told(language, &points, &point.id, point.reading)), "{}", event.id);
            }
            assert_eq!(marks(&html(block(&page, "goals"))), event.goals.len(), "{}", event.id);
        }
        let page = open(language, Route::FollowUp);
        for round in &whole().rounds {
            for (key, passages) in [("findings", &round.findings), ("missing", &round.missing)] {
                let part = html(block(&page, key));
                assert!(passages.iter().all(|passage| told(language, &part, &passage.id, passage.reading)), "{key}");
            }
        }
        let rights = open(language, Route::Rights);
        let shown: usize = whole().rights_activities.iter().map(|activity| activity.principles.len()).sum();
        assert_eq!(marks(&html(block(&rights, "principles"))), shown);
        assert_eq!(marks(&html(block(&rights, "reporting"))), whole().rights_reporting.len());
    }
}
