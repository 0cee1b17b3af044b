//! Where the things that anchors point at are shown, and what they are called.

use crate::i18n::goals as words;
use crate::model::{Anchor, Catalogue, Id, Language};
use crate::url::Route;

/// A thing's name and the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub title: String,
    /// Nothing for what is shown on the map only.
    pub route: Option<Route>,
    /// The place on that page.
    pub fragment: Option<String>,
}

/// The place of an anchor, as far as the loaded files tell; nothing for what is not there.
/// The title is empty where only the page is known.
pub fn place(catalogue: &Catalogue, language: Language, anchor: &Anchor) -> Option<Place> {
    let id = anchor.id();
    let plain = |title: String, route| Some(Place { title, route: Some(route), fragment: None });
    match anchor.kind() {
        "area" => {
            let area = catalogue.area(&id?)?;
            Some(Place { title: format!("{}: {}", words::area(language), area.title.get(language)), route: None, fragment: None })
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
        // Where these stand is known by their kind; without their file they are shown by what was noted about.
        "event" => {
            let id = id?;
            let title = catalogue.event(&id).map(|event| event.title.get(language).to_owned()).unwrap_or_default();
            plain(title, Route::Event(id))
        }
        "point" => {
            let id = id?;
            let event = catalogue.events.iter().find(|event| event.points.iter().any(|point| point.id == id))?;
            let title = event.points.iter().find(|point| point.id == id)?.text.get(language).to_owned();
            Some(Place { title, route: Some(Route::Event(event.id.clone())), fragment: Some(id.to_string()) })
        }
        "term" => {
            let id = id?;
            let title = catalogue.terms.iter().find(|term| term.id == id).map(|term| term.name.clone()).unwrap_or_default();
            Some(Place { title, route: Some(Route::Glossary), fragment: Some(format!("term-{id}")) })
        }
        "principle" => plain(String::new(), Route::Rights),
        "round" => plain(String::new(), Route::FollowUp),
        "figure" => {
            let id = id?;
            let figure = catalogue.figures.iter().find(|figure| figure.id == id)?;
            // The overview lists the figures that speak of money; the others have no page of their own.
            let listed = super::budget::figures::is_about_money(figure);
            let title = figure.label.get(language).to_owned();
            Some(Place { title, route: listed.then_some(Route::Budget), fragment: listed.then(|| format!("figure-{id}")) })
        }
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
