//! Coverage, stated by the program: which content paragraphs of the documents are cited by at least one entry.
//!
//! A content paragraph is a line of the document that is neither empty nor a heading. Which lines these are and what is
//! left out, with a reason, stands in `sources.json` and on the data page; here it is proved against the editions, and the
//! program's own count against one made from the plain files. Where the editions are not at hand the test says so and passes.

use crate::catalogue::{whole, written};
use crate::record::{self, Edition, FILES, entries, flat, list, nothing, text};
use malkarta::model::Language;
use malkarta::query::coverage;
use malkarta::url::Route;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// Which lines of which document are cited by whom: file and path of each entry.
type Cited = BTreeMap<(String, usize), BTreeSet<String>>;

fn cited() -> Cited {
    let mut cited = Cited::new();
    for name in FILES {
        let file = record::file(name);
        for entry in entries(name, &file) {
            for place in &entry.places {
                for line in place.lines[0]..=place.lines[1] {
                    cited.entry((place.document.clone(), line)).or_default().insert(format!("{name}/{}", entry.path));
                }
            }
        }
    }
    cited
}

/// The content paragraphs of a document.
fn paragraphs(edition: &Edition) -> Vec<usize> {
    let content = |line: &usize| {
        let flat = flat(edition.line(*line));
        !flat.is_empty() && flat.chars().any(char::is_alphanumeric) && !edition.is_heading(*line)
    };
    (edition.first..=edition.last).filter(content).collect()
}

/// What is left out: document, first and last line, reason.
struct LeftOut {
    document: String,
    lines: [usize; 2],
    reason: String,
}

fn left_out() -> Vec<LeftOut> {
    let sources = record::file("sources");
    let of = |document: &Value| -> Vec<LeftOut> {
        let line = |left: &Value, index: usize| left["lines"][index].as_u64().unwrap() as usize;
        let read = |left: &Value| LeftOut {
            document: text(document, "/id").to_owned(),
            lines: [line(left, 0), line(left, 1)],
            reason: text(left, "/reason/sv").to_owned(),
        };
        list(document, "left_out").iter().map(read).collect()
    };
    list(&sources, "documents").iter().flat_map(of).collect()
}

#[test]
fn what_is_content_is_what_the_editions_hold() {
    let Some(editions) = record::editions("what is content is what the editions hold") else { return };
    for document in &whole().documents {
        let stored: Vec<usize> = document.content.iter().flat_map(|lines| lines.from as usize..=lines.to as usize).collect();
        assert_eq!(stored, paragraphs(&editions[document.id.as_str()]), "{}", document.id);
    }
}

#[test]
fn the_program_counts_what_is_cited_and_the_data_page_says_it() {
    let cited = cited();
    for coverage in coverage::all(whole()) {
        let by = |line: u32| cited.get(&(coverage.document.id.to_string(), line as usize));
        let lines = || coverage.document.content.iter().flat_map(|lines| lines.from..=lines.to);
        let told = lines().filter(|line| by(*line).is_some_and(|by| by.iter().any(|path| !path.starts_with("terms/")))).count();
        let named = lines().filter(|line| by(*line).is_some()).count() - told;
        assert_eq!((coverage.told, coverage.named, coverage.open.len()), (told, named, 0), "{}", coverage.document.id);
        assert_eq!(coverage.paragraphs, coverage.told + coverage.named + coverage.left_out);
        for language in Language::ALL {
            let (_, page) = written(whole(), language, &Route::Data, "");
            let said = malkarta::i18n::data::covered(language, coverage.paragraphs, told, named, coverage.left_out);
            assert!(page.contains(&*said), "{said}");
            for left in &coverage.document.left_out {
                assert!(page.contains(left.reason.get(language)), "{:?}", left.reason);
            }
        }
    }
}

/// Under these headings every paragraph is content of a goal.
const OF_GOALS: [&str; 2] = ["Planering för 2025", "Uppföljning av målet"];

#[test]
fn every_paragraph_is_cited_or_left_out_with_a_reason() {
    let Some(editions) = record::editions("every paragraph is cited or left out with a reason") else { return };
    let (cited, left_out) = (cited(), left_out());
    let mut findings = Vec::new();
    let mut summary = String::new();
    for (id, edition) in &editions {
        let (mut by_entry, mut by_term, mut out) = (0, 0, 0);
        let paragraphs = paragraphs(edition);
        for &line in &paragraphs {
            let by = cited.get(&(id.clone(), line));
            let listed = left_out.iter().find(|left| left.document == *id && (left.lines[0]..=left.lines[1]).contains(&line));
            match by {
                Some(by) if by.iter().any(|path| !path.starts_with("terms/")) => by_entry += 1,
                Some(_) => by_term += 1,
                None if listed.is_some() => out += 1,
                None => findings.push(format!("{id} {line}: neither cited nor left out with a reason")),
            }
        }
        summary += &format!(
            "  {id}: {} paragraphs, {by_entry} cited, {by_term} only where a term is named, {out} left out with a reason\n",
            paragraphs.len()
        );
    }
    for left in &left_out {
        let [first, last] = left.lines;
        let Some(edition) = editions.get(&left.document) else {
            findings.push(format!("sources.json: there is no document «{}»", left.document));
            continue;
        };
        if left.reason.split_whitespace().count() < 3 {
            findings.push(format!("sources.json: {} {first}-{last} has no reason", left.document));
        }
        let content: Vec<usize> = paragraphs(edition).into_iter().filter(|line| (first..=last).contains(line)).collect();
        if content.iter().all(|line| cited.contains_key(&(left.document.clone(), *line))) {
            findings.push(format!("sources.json: {} {first}-{last} leaves nothing out any more", left.document));
        }
    }
    let _ = writeln!(std::io::stderr(), "coverage of the documents:\n{}", summary.trim_end());
    nothing(&findings, "gap in the coverage");
}

#[test]
fn every_paragraph_of_plan_and_follow_up_is_content_of_its_goal() {
    let Some(editions) = record::editions("every paragraph of plan and follow-up is content of its goal") else { return };
    let (cited, goals) = (cited(), record::file("goals"));
    let edition = &editions["namndsbudget-2025"];
    let mut findings = Vec::new();
    let mut looked = BTreeMap::new();
    for line in paragraphs(edition) {
        let Some(part) = OF_GOALS.iter().find(|part| edition.heading_above(line) == Some(part)) else { continue };
        *looked.entry(part).or_insert(0) += 1;
        let goal = edition
            .headings
            .iter()
            .rev()
            .find(|(at, heading)| *at < line && heading.starts_with("Kommunfullmäktigemål - "))
            .map(|(_, heading)| heading.as_str())
            .unwrap_or_default();
        let title = goal.trim_start_matches("Kommunfullmäktigemål - ");
        let id =
            list(&goals, "goals").iter().find(|goal| text(goal, "/title/sv") == title).map(|goal| text(goal, "/id")).unwrap_or_default();
        // A body that is named takes part, which tells nothing of what is planned; so participations do not count.
        let own = format!("goals/goals/{id}/");
        let by = cited.get(&(edition.id.clone(), line)).into_iter().flatten();
        if !by.clone().any(|path| path.starts_with(&own) && !path.contains("/partners/")) {
            findings.push(format!("line {line} («{part}» of {id}) is told by nothing of the goal; cited by {:?}", by.collect::<Vec<_>>()));
        }
    }
    assert!(looked.len() == OF_GOALS.len(), "the headings are not found: {looked:?}");
    nothing(&findings, "paragraph of a goal that is not told");
}

#[test]
fn every_row_of_a_printed_table_is_a_row() {
    let Some(editions) = record::editions("every row of a printed table is a row") else { return };
    let cited = cited();
    let edition = &editions["namndsbudget-2025"];
    // Rows stand between tabs and end in a number; the contents list does too, but its numbers are pages.
    let rows = paragraphs(edition).into_iter().filter(|line| {
        let text = edition.line(*line);
        edition.heading_above(*line) != Some("Innehållsförteckning")
            && text.contains('\t')
            && text.split('\t').skip(1).any(|cell| flat(cell).ends_with(|c: char| c.is_ascii_digit()))
    });
    let heads = ["Prognos 2024", "Budget 2025"];
    let mut findings = Vec::new();
    let mut looked = 0;
    for line in rows.filter(|line| !heads.iter().any(|head| edition.line(*line).contains(head))) {
        looked += 1;
        if !cited
            .get(&(edition.id.clone(), line))
            .into_iter()
            .flatten()
            .any(|path| path.starts_with("budget/tables/") && path.contains("/rows/"))
        {
            findings.push(format!("line {line}: {}", flat(edition.line(line))));
        }
    }
    assert!(looked > 50, "only {looked} rows were found");
    nothing(&findings, "printed row that is not in budget.json");
}
