//! Where the things that anchors point at are shown, and what they are called.

use crate::dataset::FileName;
use crate::i18n::{follow_up, goals as words};
use crate::model::{Anchor, Catalogue, Goal, Id, Language, Passage};
use crate::url::Route;

/// A thing's name and the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub title: String,
    /// Nothing for what no page shows.
    pub route: Option<Route>,
    /// The place on that page.
    pub fragment: Option<String>,
}

/// The data files that tell the places of these anchors.
pub fn needed<'a>(anchors: impl Iterator<Item = &'a Anchor>) -> Vec<FileName> {
    use FileName::{Budget, Contradictions, Decisions, FollowUp, Goals, Rights, Sources, Terms};
    let mut files = vec![Goals, Budget];
    for anchor in anchors {
        files.extend(match anchor.kind() {
            "event" | "point" => Some(Decisions),
            "round" | "state" | "count" | "allocation" | "finding" => Some(FollowUp),
            "principle" | "rights-activity" | "reporting" => Some(Rights),
            "term" => Some(Terms),
            "contradiction" => Some(Contradictions),
            "document" => Some(Sources),
            _ => None,
        });
    }
    files.sort_unstable();
    files.dedup();
    files
}

/// The place of an anchor, as far as the loaded files tell; nothing for what is not there.
/// The title is empty where only the page is known.
pub fn place(catalogue: &Catalogue, language: Language, anchor: &Anchor) -> Option<Place> {
    let id = anchor.id();
    let plain = |title: String, route| Some(Place { title, route: Some(route), fragment: None });
    match anchor.kind() {
        "area" => {
            let area = catalogue.area(&id?)?;
            let title = format!("{}: {}", words::area(language), area.title.get(language));
            Some(Place { title, route: Some(Route::Map), fragment: Some(format!("area-{}", area.id)) })
        }
        "goal" | "indicator" | "outcome" => {
            let goal = catalogue.goal(&id?)?;
            let title = words::goal_title(language, goal.title.get(language)).into_owned();
            let title = match anchor.kind() {
                "indicator" => format!("{} \u{2013} {}", words::indicator(language), title),
                "outcome" => format!("{} \u{2013} {}", words::wanted_outcome(language), title),
                _ => title,
            };
            let fragment = (anchor.kind() != "goal").then(|| "h-judged".to_owned());
            Some(Place { title, route: Some(Route::Goal(goal.id.clone())), fragment })
        }
        "follow-up" => {
            let id = id?;
            let of = |goal: &&Goal| goal.follow_up.iter().any(|passage| passage.id == id);
            let goal = catalogue.goals.iter().find(of)?;
            let passage = goal.follow_up.iter().find(|passage| passage.id == id)?;
            let route = Some(Route::Goal(goal.id.clone()));
            Some(Place { title: passage.text.get(language).to_owned(), route, fragment: Some(id.to_string()) })
        }
        "priority" | "condition" => {
            let id = id?;
            let list = if anchor.kind() == "priority" { &catalogue.priorities } else { &catalogue.conditions };
            let heading = list.iter().find(|heading| heading.id == id)?;
            Some(Place { title: heading.title.get(language).to_owned(), route: Some(Route::Map), fragment: Some(id.to_string()) })
        }
        "assignment" => {
            let assignment = catalogue.assignment(&id?)?;
            plain(words::assignment_title(language, assignment.short.get(language)).into_owned(), Route::Assignment(assignment.id.clone()))
        }
        "sdg" => {
            let number = anchor.rest().parse().ok()?;
            let sdg = catalogue.sdg(number)?;
            plain(words::sdg_title(language, number, sdg.name.get(language)).into_owned(), Route::Sdg(number))
        }
        "activity" => {
            let id = id?;
            let goal = catalogue.goals.iter().find(|goal| goal.activities.iter().any(|a| a.id == id)).map(|g| Route::Goal(g.id.clone()));
            let assignment = || {
                catalogue
                    .assignments
                    .iter()
                    .find(|assignment| assignment.activities.iter().any(|a| a.id == id))
                    .map(|a| Route::Assignment(a.id.clone()))
            };
            let activity = catalogue.activities().find(|activity| activity.id == id)?;
            Some(Place { title: activity.text.get(language).to_owned(), route: goal.or_else(assignment), fragment: Some(id.to_string()) })
        }
        "table" => {
            let table = catalogue.table(&id?)?;
            plain(table.title.get(language).to_owned(), Route::Table(table.id.clone()))
        }
        "row" | "cell" => {
            let mut slugs = anchor.rest().split('/').map(Id::parse);
            let table = catalogue.table(&slugs.next()??)?;
            let row = table.row(&slugs.next()??)?;
            let mut title = format!("{}, {}", row.label.get(language), table.title.get(language));
            if let Some(column) = slugs.next().flatten() {
                title = format!("{title}, {}", table.column(&column)?.label.get(language));
            }
            Some(Place { title, route: Some(Route::Table(table.id.clone())), fragment: Some(format!("row-{}", row.id)) })
        }
        "column" => {
            let mut slugs = anchor.rest().split('/').map(Id::parse);
            let table = catalogue.table(&slugs.next()??)?;
            let column = table.column(&slugs.next()??)?;
            let title = format!("{}, {}", column.label.get(language), table.title.get(language));
            Some(Place { title, route: Some(Route::Table(table.id.clone())), fragment: Some("h-table".to_owned()) })
        }
        "actor" => {
            let actor = catalogue.actor(&id?)?;
            plain(actor.name.get(language).to_owned(), Route::Actor(actor.id.clone()))
        }
        // Where these stand is known by their kind; as long as their file is not read they have no title, and once it is
        // they are there or not.
        "event" => {
            let id = id?;
            if catalogue.events.is_empty() {
                return plain(String::new(), Route::Event(id));
            }
            plain(catalogue.event(&id)?.title.get(language).to_owned(), Route::Event(id))
        }
        "point" => {
            let id = id?;
            if catalogue.events.is_empty() {
                return plain(String::new(), Route::Trail);
            }
            let event = catalogue.events.iter().find(|event| event.points.iter().any(|point| point.id == id))?;
            let title = event.points.iter().find(|point| point.id == id)?.text.get(language).to_owned();
            Some(Place { title, route: Some(Route::Event(event.id.clone())), fragment: Some(id.to_string()) })
        }
        "round" | "state" | "count" | "allocation" | "finding" => {
            let (title, fragment) = if catalogue.rounds.is_empty() { Default::default() } else { in_round(catalogue, language, anchor)? };
            Some(Place { title, route: Some(Route::FollowUp), fragment })
        }
        "principle" | "rights-activity" | "reporting" => {
            let (title, fragment) =
                if catalogue.principles.is_empty() { Default::default() } else { in_rights(catalogue, language, anchor)? };
            Some(Place { title, route: Some(Route::Rights), fragment })
        }
        "term" => {
            let id = id?;
            let title = match catalogue.terms.iter().find(|term| term.id == id) {
                Some(term) => term.name.clone(),
                None if catalogue.terms.is_empty() => String::new(),
                None => return None,
            };
            Some(Place { title, route: Some(Route::Glossary), fragment: Some(format!("term-{id}")) })
        }
        "document" => {
            let id = id?;
            let title = match catalogue.document(&id) {
                Some(document) => document.title.sv.clone(),
                None if catalogue.documents.is_empty() => String::new(),
                None => return None,
            };
            Some(Place { title, route: Some(Route::Data), fragment: Some(format!("document-{id}")) })
        }
        "figure" => {
            let id = id?;
            let figure = catalogue.figures.iter().find(|figure| figure.id == id)?;
            let title = figure.label.get(language).to_owned();
            Some(Place { title, route: Some(Route::Budget), fragment: Some(format!("figure-{id}")) })
        }
        "contradiction" if catalogue.contradictions.is_empty() => plain(String::new(), Route::Data),
        "contradiction" => {
            let item = catalogue.contradictions.iter().find(|item| Some(&item.id) == id.as_ref())?;
            Some(Place {
                title: item.title.get(language).to_owned(),
                route: Some(Route::Data),
                fragment: Some(format!("contradiction-{}", item.id)),
            })
        }
        _ => None,
    }
}

/// Name and place of something on the page of the follow-up round.
fn in_round(catalogue: &Catalogue, language: Language, anchor: &Anchor) -> Option<(String, Option<String>)> {
    let of_passage = |passage: &Passage| (passage.text.get(language).to_owned(), Some(passage.id.to_string()));
    let id = anchor.id();
    catalogue.rounds.iter().find_map(|round| match anchor.kind() {
        "round" => (Some(&round.id) == id.as_ref()).then(|| (round.title.get(language).to_owned(), None)),
        "state" => {
            let state = round.states.iter().find(|state| Some(&state.id) == id.as_ref())?;
            Some((state.name.get(language).to_owned(), Some("h-states".to_owned())))
        }
        "count" => {
            let count = round.counts.iter().find(|count| Some(&count.id) == id.as_ref())?;
            Some((count.label.get(language).to_owned(), Some(count.id.to_string())))
        }
        "allocation" => {
            let allocation = round.allocations.iter().find(|allocation| Anchor::allocation(&round.id, &allocation.actor) == *anchor)?;
            let actor = catalogue.actor(&allocation.actor).map_or("", |actor| actor.name.get(language));
            Some((format!("{}: {actor}", follow_up::allocations(language)), Some("h-allocations".to_owned())))
        }
        _ => {
            let mut passages = round.findings.iter().chain(&round.missing);
            passages.find(|passage| Some(&passage.id) == id.as_ref()).map(of_passage)
        }
    })
}

/// Name and place of something on the page of the human rights.
fn in_rights(catalogue: &Catalogue, language: Language, anchor: &Anchor) -> Option<(String, Option<String>)> {
    let id = anchor.id()?;
    match anchor.kind() {
        "principle" => {
            let principle = catalogue.principles.iter().find(|principle| principle.id == id)?;
            Some((follow_up::principle(language, principle.number).into_owned(), Some(format!("princip-{}", principle.number))))
        }
        "rights-activity" => {
            let activity = catalogue.rights_activities.iter().find(|activity| activity.id == id)?;
            Some((activity.text.get(language).to_owned(), Some(id.to_string())))
        }
        _ => {
            let passage = catalogue.rights_reporting.iter().find(|passage| passage.id == id)?;
            Some((passage.text.get(language).to_owned(), Some(id.to_string())))
        }
    }
}
