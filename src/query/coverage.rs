//! Coverage: which paragraphs of the documents some entry was read from, and what was left out and why.
//!
//! Which lines are content is stored with the document (the texts themselves are not part of the data);
//! which of them are cited is counted here from every entry that has been read.

use crate::model::{Activity, Catalogue, Document, Passage, Source};

/// How much of a document the entries cite; paragraphs are lines of the text edition that are neither empty nor headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    pub document: &'a Document,
    pub paragraphs: usize,
    /// Cited by an entry that tells what stands there.
    pub told: usize,
    /// Cited only because a term of the glossary is named there.
    pub named: usize,
    /// Not cited, and listed with a reason.
    pub left_out: usize,
    /// Neither cited nor listed.
    pub open: Vec<u32>,
}

/// Every document, in the order of the file.
pub fn all(catalogue: &Catalogue) -> Vec<Coverage<'_>> {
    let mut told: Vec<&Source> = Vec::new();
    each_source(catalogue, &mut |source| told.push(source));
    let named: Vec<&Source> = catalogue.terms.iter().flat_map(|term| &term.mentions).collect();
    // Ranges are compared and never counted out: one in a broken file may be as long as it likes.
    let cites = |sources: &[&Source], document: &Document, line: u32| {
        sources.iter().any(|source| source.lines.from <= line && line <= source.lines.to && source.document == document.id)
    };
    catalogue
        .documents
        .iter()
        .map(|document| {
            let mut coverage = Coverage { document, paragraphs: 0, told: 0, named: 0, left_out: 0, open: Vec::new() };
            for line in document.content.iter().flat_map(|lines| lines.from..=lines.to) {
                coverage.paragraphs += 1;
                if cites(&told, document, line) {
                    coverage.told += 1;
                } else if cites(&named, document, line) {
                    coverage.named += 1;
                } else if document.left_out.iter().any(|left| (left.lines.from..=left.lines.to).contains(&line)) {
                    coverage.left_out += 1;
                } else {
                    coverage.open.push(line);
                }
            }
            coverage
        })
        .collect()
}

/// Every place that an entry cites, but for the mentions of terms.
fn each_source<'a>(catalogue: &'a Catalogue, act: &mut impl FnMut(&'a Source)) {
    let c = catalogue;
    let activities = |activities: &'a [Activity]| activities.iter().flat_map(|activity| &activity.sources);
    let passages = |passages: &'a [Passage]| passages.iter().flat_map(|passage| &passage.sources);
    c.areas.iter().flat_map(|area| &area.sources).for_each(&mut *act);
    for goal in &c.goals {
        goal.sources.iter().for_each(&mut *act);
        goal.sdgs.iter().flat_map(|mark| &mark.sources).for_each(&mut *act);
        goal.indicator.iter().flat_map(|indicator| &indicator.sources).for_each(&mut *act);
        goal.outcome.iter().flat_map(|outcome| &outcome.sources).for_each(&mut *act);
        activities(&goal.activities).for_each(&mut *act);
        passages(&goal.follow_up).for_each(&mut *act);
        goal.partners.iter().flat_map(|partner| &partner.sources).for_each(&mut *act);
    }
    for assignment in &c.assignments {
        assignment.sources.iter().for_each(&mut *act);
        assignment.partners.iter().flat_map(|partner| &partner.sources).for_each(&mut *act);
        activities(&assignment.activities).for_each(&mut *act);
        assignment.reports_back.sources.iter().for_each(&mut *act);
    }
    c.actors.iter().flat_map(|actor| &actor.sources).for_each(&mut *act);
    c.priorities.iter().chain(&c.conditions).flat_map(|heading| &heading.sources).for_each(&mut *act);
    for table in &c.tables {
        table.sources.iter().for_each(&mut *act);
        table.rows.iter().flat_map(|row| &row.sources).for_each(&mut *act);
    }
    c.figures.iter().flat_map(|figure| &figure.sources).for_each(&mut *act);
    for event in &c.events {
        event.sources.iter().for_each(&mut *act);
        passages(&event.points).for_each(&mut *act);
    }
    for round in &c.rounds {
        round.sources.iter().for_each(&mut *act);
        round.counts.iter().flat_map(|count| &count.sources).for_each(&mut *act);
        round.allocations.iter().flat_map(|allocation| &allocation.sources).for_each(&mut *act);
        round.states.iter().flat_map(|state| &state.sources).for_each(&mut *act);
        passages(&round.missing).for_each(&mut *act);
        passages(&round.findings).for_each(&mut *act);
    }
    c.principles.iter().flat_map(|principle| &principle.sources).for_each(&mut *act);
    c.rights_activities.iter().flat_map(|activity| &activity.sources).for_each(&mut *act);
    passages(&c.rights_reporting).for_each(&mut *act);
    c.contradictions.iter().flat_map(|item| &item.readings).map(|reading| &reading.source).for_each(&mut *act);
}
