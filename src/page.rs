//! Pages, written once: catalogue, view and language in, plain blocks out.
//!
//! `site` writes the blocks as HTML files and `web` shows the same blocks live. Knows what is to be
//! said and in which order; knows neither files nor the browser.

mod about;
mod actors;
mod all_goals;
mod anchor;
pub mod assessment;
mod assignment;
pub mod bookmarks;
mod budget;
mod checks;
mod data;
mod event;
mod follow_up;
mod frame;
mod glossary;
mod goal;
mod judged;
mod map;
pub mod notebook;
mod notes;
mod parts;
pub mod preview;
mod priorities;
mod questions;
mod rights;
mod sdg;
mod search;
pub mod share;
mod start;
mod trail;
mod unknown;
pub mod visitors;

use crate::chart::scene::WidthClass;
use crate::dataset::{FileName, Publisher};
use crate::markup::Node;
use crate::model::{Anchor, Catalogue, Edition, Language};
use crate::query::search::Index;
use crate::url::{Address, Route, View};

pub use anchor::{Place, needed, place};
pub use budget::{PictureFile, picture_file, taken_away};
pub use frame::{footer, full_title, header, scope};
pub use parts::NARROW;
pub use search::index as search_index;

/// Everything that a page is made from.
pub struct Context<'a> {
    pub catalogue: &'a Catalogue,
    pub publisher: &'a Publisher,
    pub address: &'a Address,
    pub view: &'a View,
    /// Such as `2025.1`.
    pub data_version: &'a str,
    /// What the reader has notes about; only the running application knows.
    pub noted: &'a [Anchor],
    /// The layout that drawings are needed in; both where nobody knows the window, as in a file.
    pub layout: Option<WidthClass>,
    /// What search looks in, where it has been made before; the search page makes it otherwise.
    pub index: Option<&'a Index>,
}

impl Context<'_> {
    pub fn language(&self) -> Language {
        self.address.language
    }

    /// Whose record this is.
    pub fn edition(&self) -> &Edition {
        &self.catalogue.edition
    }

    /// The relative address of another page.
    pub fn to(&self, route: Route) -> String {
        self.address.to(route)
    }

    /// The address of this page with another view.
    pub fn with_view(&self, view: &View) -> String {
        let query = view.to_query();
        if query.is_empty() { "./".to_owned() } else { query }
    }
}

/// A page: what the browser's title bar and link previews say, and its blocks.
pub struct Page {
    /// Without the name of the site.
    pub title: String,
    pub description: String,
    pub blocks: Vec<Block>,
    /// Whether the address leads to something; `false` for pages that say that it does not.
    pub found: bool,
}

/// A part of a page that is written, compared and replaced as one.
pub struct Block {
    /// Stable within the page.
    pub key: &'static str,
    pub body: Body,
}

pub enum Body {
    Static(Node),
    /// A place where the running application puts a part of its own; the node stands there until then.
    Slot(Slot, Node),
}

/// The parts that only the running application has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// All the reader's notes.
    NotesList,
    /// Search over everything.
    Search,
    /// The reader's own assessment matrix.
    Assessment,
}

impl Slot {
    /// The name that stands in the static page.
    pub fn name(self) -> &'static str {
        match self {
            Slot::NotesList => "notes",
            Slot::Search => "search",
            Slot::Assessment => "assessment",
        }
    }

    pub fn from_name(name: &str) -> Option<Slot> {
        [Slot::NotesList, Slot::Search, Slot::Assessment].into_iter().find(|slot| slot.name() == name)
    }
}

impl Block {
    pub fn new(key: &'static str, node: impl Into<Node>) -> Block {
        Block { key, body: Body::Static(node.into()) }
    }

    pub fn slot(key: &'static str, slot: Slot, until_then: impl Into<Node>) -> Block {
        Block { key, body: Body::Slot(slot, until_then.into()) }
    }

    pub fn is_slot(&self) -> Option<Slot> {
        match self.body {
            Body::Static(_) => None,
            Body::Slot(slot, _) => Some(slot),
        }
    }

    /// What stands in the static page.
    pub fn node(&self) -> &Node {
        match &self.body {
            Body::Static(node) | Body::Slot(_, node) => node,
        }
    }
}

/// The data files that a page needs before it can be shown.
pub fn needs(route: &Route) -> &'static [FileName] {
    use FileName::*;
    match route {
        Route::Start => &[Goals, Budget],
        Route::Map => &[Sources, Goals, Decisions, Contradictions],
        Route::Goal(_) | Route::Assignment(_) => &[Sources, Goals, Decisions, Terms, Contradictions],
        Route::AllGoals => &[Sources, Goals, Decisions, Contradictions],
        Route::Sdg(_) => &[Sources, Goals, Decisions, Contradictions],
        Route::Trail => &[Sources, Goals, Decisions],
        Route::Event(_) => &[Sources, Goals, Decisions, Contradictions],
        Route::Actors | Route::Actor(_) => &[Sources, Goals, Decisions, FollowUp],
        Route::FollowUp => &[Sources, Goals, Decisions, FollowUp, Contradictions],
        Route::Judged => &[Sources, Goals, Contradictions],
        Route::Rights => &[Sources, Goals, Decisions, Rights, Contradictions],
        Route::Glossary => &[Sources, Goals, Terms],
        Route::Questions => &[Sources, Goals, Budget, Decisions, FollowUp],
        Route::Table(_) | Route::Budget => &[Sources, Budget, Contradictions],
        // What is cited is counted from everything.
        Route::Data => &FileName::ALL,
        Route::Notes => &[Goals, Budget],
        Route::MyAssessment => &[Goals],
        Route::About => &[Sources],
        Route::Search => &FileName::ALL,
        _ => &[],
    }
}

/// Builds the page of an address.
pub fn build(context: &Context) -> Page {
    match &context.address.route {
        Route::Start => start::page(context),
        Route::Map => map::page(context),
        Route::AllGoals => all_goals::page(context),
        Route::Goal(id) => goal::page(context, id),
        Route::Assignment(id) => assignment::page(context, id),
        Route::Sdg(number) => sdg::page(context, *number),
        Route::Budget => budget::overview_page(context),
        Route::Table(id) => budget::table_page(context, id),
        Route::Data => data::page(context),
        Route::Notes => notes::page(context),
        Route::About => about::page(context),
        Route::Trail => trail::page(context),
        Route::Event(id) => event::page(context, id),
        Route::FollowUp => follow_up::page(context),
        Route::Judged => judged::page(context),
        Route::Rights => rights::page(context),
        Route::Glossary => glossary::page(context),
        Route::Questions => questions::page(context),
        Route::Actors => actors::all(context),
        Route::Actor(id) => actors::one(context, id),
        Route::MyAssessment => assessment::page(context),
        Route::Search => search::page(context),
        _ => unknown::page(context),
    }
}

/// What the view of an address chooses that is not in the data, as the address spells it. The rest of the view applies.
pub fn gone(context: &Context) -> Vec<String> {
    let spelled = |anchors: Vec<Anchor>| anchors.iter().map(|anchor| anchor.to_string()).collect();
    match &context.address.route {
        Route::Map => spelled(map::gone(context)),
        Route::Trail => spelled(trail::gone(context)),
        Route::Table(id) => {
            let selected = context.view.selected.iter();
            let unknown = selected.filter(|anchor| place(context.catalogue, context.language(), anchor).is_none()).cloned();
            let mut gone: Vec<String> = spelled(unknown.collect());
            if let Some(table) = context.catalogue.table(id) {
                gone.extend(budget::gone(table, context.view));
            }
            gone
        }
        _ => Vec::new(),
    }
}

/// Every address that the catalogue has a page for, in one language.
pub fn routes(catalogue: &Catalogue) -> Vec<Route> {
    let mut routes = vec![Route::Start, Route::Map, Route::AllGoals];
    routes.extend(catalogue.goals.iter().map(|goal| Route::Goal(goal.id.clone())));
    routes.extend(catalogue.assignments.iter().map(|assignment| Route::Assignment(assignment.id.clone())));
    routes.extend(catalogue.sdgs.iter().map(|sdg| Route::Sdg(sdg.number)));
    routes.push(Route::Budget);
    routes.extend(catalogue.tables.iter().map(|table| Route::Table(table.id.clone())));
    routes.push(Route::Trail);
    routes.extend(catalogue.events.iter().map(|event| Route::Event(event.id.clone())));
    routes.extend([Route::FollowUp, Route::Judged, Route::MyAssessment, Route::Rights, Route::Actors]);
    routes.extend(catalogue.actors.iter().map(|actor| Route::Actor(actor.id.clone())));
    routes.extend([Route::Questions, Route::Glossary, Route::Search, Route::Notes, Route::Data, Route::About]);
    routes
}
