//! Who is involved where.

use crate::model::{ACTOR_KINDS, Activity, Actor, Allocation, Assignment, Catalogue, Event, Goal, Id, Participation, Round};
use std::collections::BTreeMap;

/// The actors by kind, each kind in the order of their names in the file.
pub fn by_kind(catalogue: &Catalogue) -> Vec<(&'static str, Vec<&Actor>)> {
    let mut groups: Vec<(&'static str, Vec<&Actor>)> = ACTOR_KINDS.iter().map(|kind| (*kind, Vec::new())).collect();
    for actor in &catalogue.actors {
        let kind = ACTOR_KINDS.iter().position(|kind| *kind == actor.kind).unwrap_or(ACTOR_KINDS.len() - 1);
        if let Some((_, actors)) = groups.get_mut(kind) {
            actors.push(actor);
        }
    }
    groups.retain(|(_, actors)| !actors.is_empty());
    groups
}

/// What an actor has to do with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Decides,
    Acts,
    IsAddressed,
}

/// A goal or an assignment with what it names an actor for.
pub struct Part<'a, T> {
    pub of: &'a T,
    /// As one of those who take part; nothing where only an activity names it.
    pub participation: Option<&'a Participation>,
    pub activities: Vec<&'a Activity>,
}

/// Everything that an actor is named for.
pub struct Involvement<'a> {
    pub goals: Vec<Part<'a, Goal>>,
    pub assignments: Vec<Part<'a, Assignment>>,
    pub events: Vec<(&'a Event, Role)>,
    pub allocations: Vec<(&'a Round, &'a Allocation)>,
}

pub fn involvement<'a>(catalogue: &'a Catalogue, actor: &Id) -> Involvement<'a> {
    let mut events: Vec<(&Event, Role)> = catalogue
        .events
        .iter()
        .filter_map(|event| {
            let is = |id: &Option<Id>| id.as_ref() == Some(actor);
            let role = if is(&event.decided_by) {
                Role::Decides
            } else if is(&event.body) {
                Role::Acts
            } else if is(&event.addressed_to) {
                Role::IsAddressed
            } else {
                return None;
            };
            Some((event, role))
        })
        .collect();
    events.sort_by_key(|(event, _)| super::trail::when(&event.date));
    Involvement {
        goals: catalogue.goals.iter().filter_map(|goal| part(goal, &goal.partners, &goal.activities, actor)).collect(),
        assignments: catalogue.assignments.iter().filter_map(|a| part(a, &a.partners, &a.activities, actor)).collect(),
        events,
        allocations: catalogue
            .rounds
            .iter()
            .flat_map(|round| round.allocations.iter().map(move |allocation| (round, allocation)))
            .filter(|(_, allocation)| allocation.actor == *actor)
            .collect(),
    }
}

fn part<'a, T>(of: &'a T, partners: &'a [Participation], activities: &'a [Activity], actor: &Id) -> Option<Part<'a, T>> {
    let participation = partners.iter().find(|partner| partner.actor == *actor);
    let activities: Vec<&Activity> = activities.iter().filter(|activity| activity.actors.contains(actor)).collect();
    (participation.is_some() || !activities.is_empty()).then_some(Part { of, participation, activities })
}

/// For each actor, how many goals, assignments and events name it.
pub fn counts(catalogue: &Catalogue) -> BTreeMap<&Id, (usize, usize, usize)> {
    catalogue
        .actors
        .iter()
        .map(|actor| {
            let found = involvement(catalogue, &actor.id);
            (&actor.id, (found.goals.len(), found.assignments.len(), found.events.len()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn actors_stand_under_their_kind_and_unknown_kinds_last() {
        let actor = |id: &str, kind: &str| Actor {
            id: Id::parse(id).unwrap(),
            name: Text::default(),
            kind: kind.into(),
            unnamed: false,
            sources: Vec::new(),
        };
        let catalogue =
            Catalogue { actors: vec![actor("x", "guild"), actor("police", "police"), actor("council", "council")], ..Catalogue::default() };
        let kinds: Vec<(&str, usize)> = by_kind(&catalogue).iter().map(|(kind, actors)| (*kind, actors.len())).collect();
        assert_eq!(kinds, [("council", 1), ("police", 1), ("other", 1)]);
        assert_eq!(counts(&catalogue).values().copied().collect::<Vec<_>>(), [(0, 0, 0); 3]);
    }
}
