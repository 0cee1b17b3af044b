//! References between entries and files: whether what is pointed at exists.

use super::{FileName, Issue, What};
use crate::model::{Catalogue, Event, Id, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Checks references among the files that have been loaded; one to a file that is not there is not reported.
pub fn references(catalogue: &Catalogue, loaded: &BTreeSet<FileName>) -> Vec<Issue> {
    let mut check = Check { catalogue, loaded, issues: Vec::new() };
    check.goals();
    check.budget();
    check.events();
    check.others();
    check.issues
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    loaded: &'a BTreeSet<FileName>,
    issues: Vec<Issue>,
}

impl Check<'_> {
    fn report(&mut self, file: FileName, path: String, to: impl ToString) {
        self.issues.push(Issue { file: Some(file), path, what: What::Dangling { to: to.to_string() } });
    }

    fn sources(&mut self, file: FileName, path: &str, sources: &[Source]) {
        if !self.loaded.contains(&FileName::Sources) {
            return;
        }
        for source in sources {
            let known = self.catalogue.document(&source.document).map(|d| d.document_lines);
            match known {
                None => self.report(file, path.to_owned(), format!("document/{}", source.document)),
                Some(range) if source.lines.from < range.from || source.lines.to > range.to => self.issues.push(Issue {
                    file: Some(file),
                    path: path.to_owned(),
                    what: What::BadLines { from: source.lines.from, to: source.lines.to },
                }),
                Some(_) => {}
            }
        }
    }

    fn actors<'i>(&mut self, file: FileName, path: &str, actors: impl IntoIterator<Item = &'i Id>) {
        if !self.loaded.contains(&FileName::Goals) {
            return;
        }
        for actor in actors {
            if self.catalogue.actor(actor).is_none() {
                self.report(file, path.to_owned(), format!("actor/{actor}"));
            }
        }
    }

    fn goals_exist<'i>(&mut self, file: FileName, path: &str, goals: impl IntoIterator<Item = &'i Id>) {
        if !self.loaded.contains(&FileName::Goals) {
            return;
        }
        for goal in goals {
            if self.catalogue.goal(goal).is_none() {
                self.report(file, path.to_owned(), format!("goal/{goal}"));
            }
        }
    }

    fn goals(&mut self) {
        let file = FileName::Goals;
        let catalogue = self.catalogue;
        for area in &catalogue.areas {
            self.sources(file, &format!("areas/{}", area.id), &area.sources);
        }
        for goal in &catalogue.goals {
            let path = format!("goals/{}", goal.id);
            if catalogue.area(&goal.area).is_none() {
                self.report(file, path.clone(), format!("area/{}", goal.area));
            }
            self.sources(file, &path, &goal.sources);
            self.actors(file, &path, goal.partners.iter().map(|p| &p.actor));
            for mark in &goal.sdgs {
                if catalogue.sdg(mark.number).is_none() {
                    self.report(file, path.clone(), format!("sdg/{}", mark.number));
                }
            }
            for activity in &goal.activities {
                self.actors(file, &path, &activity.actors);
                self.sources(file, &path, &activity.sources);
            }
        }
        for assignment in &catalogue.assignments {
            let path = format!("assignments/{}", assignment.id);
            if catalogue.area(&assignment.area).is_none() {
                self.report(file, path.clone(), format!("area/{}", assignment.area));
            }
            self.sources(file, &path, &assignment.sources);
            self.actors(file, &path, assignment.partners.iter().map(|p| &p.actor));
            for activity in &assignment.activities {
                self.actors(file, &path, &activity.actors);
            }
        }
        for heading in catalogue.priorities.iter().chain(&catalogue.conditions) {
            self.goals_exist(file, &format!("priorities/{}", heading.id), &heading.goals);
        }
    }

    fn budget(&mut self) {
        let file = FileName::Budget;
        let catalogue = self.catalogue;
        for table in &catalogue.tables {
            let path = format!("tables/{}", table.id);
            self.sources(file, &path, &table.sources);
            for row in &table.rows {
                for column in row.cells.keys().filter(|c| table.column(c).is_none()) {
                    self.report(file, format!("{path}/rows/{}", row.id), format!("column {column}"));
                }
                for part in row.sum_of.iter().filter(|r| table.row(r).is_none()) {
                    self.report(file, format!("{path}/rows/{}", row.id), format!("row {part}"));
                }
            }
        }
        for figure in &catalogue.figures {
            let path = format!("figures/{}", figure.id);
            self.sources(file, &path, &figure.sources);
            for cell in &figure.cells {
                let there = catalogue.table(&cell.table).is_some_and(|t| t.column(&cell.column).is_some() && t.row(&cell.row).is_some());
                if !there {
                    self.report(file, path.clone(), format!("cell/{}/{}/{}", cell.table, cell.row, cell.column));
                }
            }
            for part in &figure.sum_of {
                if !catalogue.figures.iter().any(|f| f.id == *part) {
                    self.report(file, path.clone(), format!("figure/{part}"));
                }
            }
        }
    }

    fn events(&mut self) {
        let file = FileName::Decisions;
        let catalogue = self.catalogue;
        for event in &catalogue.events {
            let path = format!("events/{}", event.id);
            self.sources(file, &path, &event.sources);
            self.actors(file, &path, [&event.body, &event.decided_by, &event.addressed_to].into_iter().flatten());
            self.goals_exist(file, &path, event.goals.iter().map(|g| &g.goal));
            for earlier in &event.follows {
                if catalogue.event(earlier).is_none() {
                    self.report(file, path.clone(), format!("event/{earlier}"));
                }
            }
        }
        if let Some(through) = cycle(&catalogue.events) {
            self.issues.push(Issue {
                file: Some(file),
                path: format!("events/{through}"),
                what: What::Cycle { through: through.to_string() },
            });
        }
    }

    fn others(&mut self) {
        let catalogue = self.catalogue;
        for round in &catalogue.rounds {
            let path = format!("rounds/{}", round.id);
            self.actors(FileName::FollowUp, &path, round.allocations.iter().map(|a| &a.actor));
            self.sources(FileName::FollowUp, &path, &round.sources);
        }
        for activity in &catalogue.rights_activities {
            let path = format!("activities/{}", activity.id);
            for principle in &activity.principles {
                if !catalogue.principles.iter().any(|p| p.id == *principle) {
                    self.report(FileName::Rights, path.clone(), format!("principle/{principle}"));
                }
            }
            self.sources(FileName::Rights, &path, &activity.sources);
        }
        for term in &catalogue.terms {
            let path = format!("terms/{}", term.id);
            self.sources(FileName::Terms, &path, &term.mentions);
            self.goals_exist(FileName::Terms, &path, &term.goals);
        }
        for item in &catalogue.contradictions {
            let path = format!("items/{}", item.id);
            for reading in &item.readings {
                self.sources(FileName::Contradictions, &path, std::slice::from_ref(&reading.source));
            }
        }
    }
}

/// An event from which `follows` leads back to itself, or nothing.
fn cycle(events: &[Event]) -> Option<&Id> {
    let follows: BTreeMap<&Id, &Vec<Id>> = events.iter().map(|e| (&e.id, &e.follows)).collect();
    let mut finished = BTreeSet::new();
    for event in events {
        // Depth first without recursion: a long chain in a hostile file must not exhaust the stack.
        let mut path = BTreeSet::new();
        let mut stack = vec![(&event.id, false)];
        while let Some((id, leaving)) = stack.pop() {
            if leaving {
                path.remove(id);
                finished.insert(id);
            } else if path.contains(id) {
                return Some(id);
            } else if !finished.contains(id) {
                path.insert(id);
                stack.push((id, true));
                stack.extend(follows.get(id).into_iter().flat_map(|list| list.iter()).map(|next| (next, false)));
            }
        }
    }
    None
}
