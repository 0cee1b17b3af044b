//! Everything that has been read so far. A list is empty until its file has been loaded.

use super::{
    Activity, Actor, Area, Assignment, Contradiction, Document, Edition, Equality, Event, Figure, Goal, Heading, Id, Passage, Principle,
    RightsActivity, Round, Sdg, Table, Term,
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The id of the dataset, which is also the folder of its files; empty until the manifest has been read.
    pub dataset: String,
    /// From the manifest too.
    pub edition: Edition,
    pub documents: Vec<Document>,
    pub areas: Vec<Area>,
    pub goals: Vec<Goal>,
    pub assignments: Vec<Assignment>,
    pub actors: Vec<Actor>,
    pub sdgs: Vec<Sdg>,
    pub priorities: Vec<Heading>,
    pub conditions: Vec<Heading>,
    pub tables: Vec<Table>,
    pub equalities: Vec<Equality>,
    pub figures: Vec<Figure>,
    pub events: Vec<Event>,
    pub rounds: Vec<Round>,
    pub principles: Vec<Principle>,
    pub rights_activities: Vec<RightsActivity>,
    pub rights_reporting: Vec<Passage>,
    pub terms: Vec<Term>,
    pub contradictions: Vec<Contradiction>,
}

impl Catalogue {
    pub fn document(&self, id: &Id) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == *id)
    }

    pub fn area(&self, id: &Id) -> Option<&Area> {
        self.areas.iter().find(|a| a.id == *id)
    }

    pub fn goal(&self, id: &Id) -> Option<&Goal> {
        self.goals.iter().find(|g| g.id == *id)
    }

    pub fn assignment(&self, id: &Id) -> Option<&Assignment> {
        self.assignments.iter().find(|a| a.id == *id)
    }

    pub fn actor(&self, id: &Id) -> Option<&Actor> {
        self.actors.iter().find(|a| a.id == *id)
    }

    pub fn sdg(&self, number: u32) -> Option<&Sdg> {
        self.sdgs.iter().find(|s| s.number == number)
    }

    pub fn table(&self, id: &Id) -> Option<&Table> {
        self.tables.iter().find(|t| t.id == *id)
    }

    pub fn event(&self, id: &Id) -> Option<&Event> {
        self.events.iter().find(|e| e.id == *id)
    }

    /// Every activity of every goal and assignment, in reading order.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.goals.iter().flat_map(|g| &g.activities).chain(self.assignments.iter().flat_map(|a| &a.activities))
    }
}
