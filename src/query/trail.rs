//! The decision trail: order in time, what follows on what, and the path from the first event to the newest plan.

use crate::model::{Assignment, Catalogue, DatedBy, Event, Goal, GoalTouch, Id, Status};
use std::collections::BTreeSet;

/// Year, month and day of a date; what the source does not say is 0, a season is its first month.
pub fn when(date: &str) -> (u32, u32, u32) {
    let number = |part: Option<&str>| part.and_then(|p| p.parse().ok()).unwrap_or(0);
    if let Some((year, _)) = date.split_once('/') {
        // The turn of two years.
        return (number(Some(year)), 12, 31);
    }
    let mut parts = date.split('-');
    let year = number(parts.next());
    let month = match parts.next() {
        None => 0,
        Some("early" | "winter" | "Q1") => 1,
        Some("spring") => 3,
        Some("Q2") => 4,
        Some("summer" | "mid") => 6,
        Some("Q3") => 7,
        Some("autumn") => 9,
        Some("Q4") => 10,
        Some("end") => 12,
        month => number(month),
    };
    (year, month, number(parts.next()))
}

/// What a reader narrows the trail to.
#[derive(Clone, Copy, Default)]
pub struct Filter<'a> {
    pub theme: Option<&'a str>,
    pub status: Option<Status>,
    pub kind: Option<&'a str>,
    /// The body that acts or decides.
    pub body: Option<&'a Id>,
}

impl Filter<'_> {
    pub fn keeps(&self, event: &Event) -> bool {
        self.theme.is_none_or(|theme| event.themes.iter().any(|t| *t == theme))
            && self.status.is_none_or(|status| event.status == status)
            && self.kind.is_none_or(|kind| event.kind == kind)
            && self.body.is_none_or(|body| [&event.body, &event.decided_by].into_iter().flatten().any(|id| id == body))
    }

    pub fn count(&self, catalogue: &Catalogue) -> usize {
        catalogue.events.iter().filter(|event| self.keeps(event)).count()
    }
}

/// The events of a year, in the order that is likeliest: what was decided for the year before it began, what the source
/// dates closer in time, what it dates by the year only, and last the reports about the year.
pub struct Year<'a> {
    pub year: u32,
    pub for_budget: Vec<&'a Event>,
    pub dated: Vec<&'a Event>,
    pub undated: Vec<&'a Event>,
    pub about: Vec<&'a Event>,
}

/// The events that a filter keeps, by year, earliest first.
pub fn by_year<'a>(catalogue: &'a Catalogue, filter: Filter) -> Vec<Year<'a>> {
    let mut years: Vec<Year> = Vec::new();
    for event in in_time(catalogue.events.iter().filter(|event| filter.keeps(event)).collect()) {
        let (year, ..) = when(&event.date);
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, for_budget: Vec::new(), dated: Vec::new(), undated: Vec::new(), about: Vec::new() });
        }
        if let Some(last) = years.last_mut() {
            match within_year(event) {
                Within::Before => last.for_budget.push(event),
                Within::Dated => last.dated.push(event),
                Within::Sometime => last.undated.push(event),
                Within::After => last.about.push(event),
            }
        }
    }
    years
}

/// Where an event stands in its year; one that is dated by the year only may lie before those that are dated closer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Within {
    Before,
    Sometime,
    Dated,
    After,
}

fn within_year(event: &Event) -> Within {
    match (event.dated_by, when(&event.date).1) {
        (Some(DatedBy::BudgetYear), _) => Within::Before,
        (Some(DatedBy::ReportYear), _) => Within::After,
        (None, 0) => Within::Sometime,
        (None, _) => Within::Dated,
    }
}

/// Earliest first; events of the same time keep the order of the file.
fn in_time(mut events: Vec<&Event>) -> Vec<&Event> {
    events.sort_by_key(|event| {
        let (year, month, day) = when(&event.date);
        (year, within_year(event), month, day)
    });
    events
}

/// The first and the last year that an event lies in; nothing where there is no event.
pub fn years(catalogue: &Catalogue) -> Option<(u32, u32)> {
    let of = |date: &str| when(date.rsplit('/').next().unwrap_or(date)).0;
    let first = catalogue.events.iter().map(|event| when(&event.date).0).min()?;
    let last = catalogue.events.iter().map(|event| of(event.until.as_deref().unwrap_or(&event.date))).max()?;
    Some((first, last))
}

/// The earlier events that the source says an event follows on, in time.
pub fn follows<'a>(catalogue: &'a Catalogue, event: &Event) -> Vec<&'a Event> {
    in_time(event.follows.iter().filter_map(|id| catalogue.event(id)).collect())
}

/// The later events that the source says follow on an event, in time.
pub fn leads_to<'a>(catalogue: &'a Catalogue, id: &Id) -> Vec<&'a Event> {
    in_time(catalogue.events.iter().filter(|event| event.follows.contains(id)).collect())
}

/// The events that touch a goal by our reading, in time.
pub fn touching<'a>(catalogue: &'a Catalogue, goal: &Goal) -> Vec<(&'a Event, &'a GoalTouch)> {
    in_time(catalogue.events.iter().collect())
        .into_iter()
        .filter_map(|event| event.goals.iter().find(|touch| touch.goal == goal.id).map(|touch| (event, touch)))
        .collect()
}

/// The events that touch some of the goals by our reading, in time, each once.
pub fn touching_any<'a, 'i>(catalogue: &'a Catalogue, goals: impl Iterator<Item = &'i Id>) -> Vec<&'a Event> {
    let goals: BTreeSet<&Id> = goals.collect();
    in_time(catalogue.events.iter().filter(|event| event.goals.iter().any(|touch| goals.contains(&touch.goal))).collect())
}

/// The assignment that an event gave: the one with the same official wording.
pub fn assignment_given<'a>(catalogue: &'a Catalogue, event: &Event) -> Option<&'a Assignment> {
    (!event.title_is_ours).then(|| catalogue.assignments.iter().find(|assignment| assignment.title.sv == event.title.sv)).flatten()
}

/// The event that gave an assignment.
pub fn giving<'a>(catalogue: &'a Catalogue, assignment: &Assignment) -> Option<&'a Event> {
    catalogue.events.iter().find(|event| !event.title_is_ours && event.title.sv == assignment.title.sv)
}

/// The events before and after an event in time.
pub fn neighbours<'a>(catalogue: &'a Catalogue, id: &Id) -> (Option<&'a Event>, Option<&'a Event>) {
    let events = in_time(catalogue.events.iter().collect());
    let position = events.iter().position(|event| event.id == *id);
    let at = |index: Option<usize>| index.and_then(|i| events.get(i).copied());
    (at(position.and_then(|p| p.checked_sub(1))), at(position.map(|p| p + 1)))
}

/// A step of the guided path.
pub struct Step<'a> {
    pub event: &'a Event,
    /// The earlier steps (counted from 0) that the source says it follows on; empty where the source ties it to none.
    pub follows: Vec<usize>,
    /// One of the documents that the catalogue was read from.
    pub is_document: bool,
}

/// The guided path: each document of the catalogue as an event, and everything that it follows on, back to the first.
///
/// A document's own event has its id, or else its date. The path is in time, and a step never stands before
/// one that it follows on; a cycle in broken data is cut at its earliest event.
pub fn guided_path(catalogue: &Catalogue) -> Vec<Step<'_>> {
    let own = |document: &crate::model::Document| {
        catalogue.event(&document.id).or_else(|| {
            document.date.as_deref().filter(|date| date.len() > 4).and_then(|date| catalogue.events.iter().find(|e| e.date == date))
        })
    };
    let documents: BTreeSet<&Id> = catalogue.documents.iter().filter_map(own).map(|event| &event.id).collect();
    let mut on_path: BTreeSet<&Id> = BTreeSet::new();
    let mut open: Vec<&Id> = documents.iter().copied().collect();
    while let Some(id) = open.pop() {
        if let Some(event) = catalogue.event(id).filter(|event| on_path.insert(&event.id)) {
            open.extend(&event.follows);
        }
    }
    let mut waiting = in_time(catalogue.events.iter().filter(|event| on_path.contains(&event.id)).collect());
    let mut steps: Vec<Step> = Vec::new();
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|event| !event.follows.iter().any(|id| waiting.iter().any(|other| other.id == *id)));
        let event = waiting.remove(ready.unwrap_or(0));
        let follows =
            (0..steps.len()).filter(|index| steps.get(*index).is_some_and(|step| event.follows.contains(&step.event.id))).collect();
        steps.push(Step { event, follows, is_document: documents.contains(&event.id) });
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Lines, Text};

    fn id(slug: &str) -> Id {
        Id::parse(slug).unwrap()
    }

    fn event(slug: &str, date: &str, follows: &[&str]) -> Event {
        Event {
            id: id(slug),
            date: date.into(),
            dated_by: None,
            until: None,
            body: None,
            paragraph: None,
            case_number: None,
            title: Text::default(),
            title_is_ours: true,
            kind: "plan".into(),
            themes: vec![id("social")],
            decided_by: None,
            addressed_to: None,
            status: Status::Planned,
            text: Text::default(),
            points: Vec::new(),
            attachments: Vec::new(),
            follows: follows.iter().map(|f| id(f)).collect(),
            goals: Vec::new(),
            gap: None,
            sources: Vec::new(),
        }
    }

    fn document(slug: &str, date: &str) -> Document {
        Document {
            id: id(slug),
            title: Text::default(),
            date: Some(date.into()),
            body: String::new(),
            paragraph: None,
            case_number: None,
            original: None,
            text_file: String::new(),
            text_sha256: String::new(),
            text_lines: 1,
            document_lines: Lines { from: 1, to: 1 },
            content: Vec::new(),
            left_out: Vec::new(),
            about: Text::default(),
        }
    }

    #[test]
    fn dates_of_every_precision_have_their_place_in_time() {
        let dates = [
            "2010",
            "2014-03",
            "2014-06-18",
            "2014-autumn",
            "2025",
            "2025-early",
            "2025-spring",
            "2025-mid",
            "2025-autumn",
            "2025/2026",
            "2026-Q1",
        ];
        let mut sorted = dates.to_vec();
        sorted.reverse();
        sorted.sort_by_key(|date| when(date));
        assert_eq!(sorted, dates);
        assert_eq!(when("x"), (0, 0, 0));
    }

    #[test]
    fn a_year_tells_close_dates_from_the_mere_year() {
        let mut budget = event("d", "2025", &[]);
        budget.dated_by = Some(DatedBy::BudgetYear);
        let mut report = event("e", "2025", &[]);
        report.dated_by = Some(DatedBy::ReportYear);
        let mut plan = event("a", "2010", &[]);
        plan.until = Some("2037".into());
        let catalogue = Catalogue {
            events: vec![report, event("b", "2025", &[]), event("c", "2025-spring", &[]), budget, plan],
            ..Catalogue::default()
        };
        assert_eq!(years(&catalogue), Some((2010, 2037)));
        let order = in_time(catalogue.events.iter().collect());
        assert_eq!(order.iter().map(|event| event.id.as_str()).collect::<Vec<_>>(), ["a", "d", "b", "c", "e"]);
        let years = by_year(&catalogue, Filter::default());
        assert_eq!(years.iter().map(|y| (y.for_budget.len(), y.about.len())).collect::<Vec<_>>(), [(0, 0), (1, 1)]);
        assert_eq!(years.iter().map(|y| (y.year, y.dated.len(), y.undated.len())).collect::<Vec<_>>(), [(2010, 0, 1), (2025, 1, 1)]);
        assert!(by_year(&catalogue, Filter { theme: Some("climate"), ..Filter::default() }).is_empty());
        assert_eq!(Filter { status: Some(Status::Planned), kind: Some("plan"), theme: Some("social"), body: None }.count(&catalogue), 5);
    }

    #[test]
    fn the_path_goes_from_the_first_event_to_the_newest_document_and_claims_no_link_of_its_own() {
        let catalogue = Catalogue {
            documents: vec![document("plan", "2025"), document("report", "2015-04-14")],
            events: vec![
                event("plan", "2025", &["council"]),
                event("council", "2025", &[]),
                event("aside", "2016", &["start"]),
                event("committee", "2015-04-14", &["letter"]),
                event("letter", "2015", &["start"]),
                event("start", "2010", &[]),
            ],
            ..Catalogue::default()
        };
        let path = guided_path(&catalogue);
        let steps: Vec<(&str, Vec<usize>, bool)> = path.iter().map(|s| (s.event.id.as_str(), s.follows.clone(), s.is_document)).collect();
        assert_eq!(
            steps,
            [
                ("start", vec![], false),
                ("letter", vec![0], false),
                ("committee", vec![1], true),
                ("council", vec![], false),
                ("plan", vec![3], true)
            ]
        );
        assert_eq!(leads_to(&catalogue, &id("start")).iter().map(|e| e.id.as_str()).collect::<Vec<_>>(), ["letter", "aside"]);
        let (before, after) = neighbours(&catalogue, &id("committee"));
        assert_eq!((before.unwrap().id.as_str(), after.unwrap().id.as_str()), ("letter", "aside"));
    }

    #[test]
    fn a_circle_in_the_data_ends() {
        let catalogue = Catalogue {
            documents: vec![document("a", "2020")],
            events: vec![event("a", "2020", &["b", "a"]), event("b", "2021", &["a", "gone"])],
            ..Catalogue::default()
        };
        assert_eq!(guided_path(&catalogue).len(), 2);
    }
}
