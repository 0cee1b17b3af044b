//! What a reader narrows the goal map to, and what each choice would leave.
//!
//! The facts of every goal and assignment are gathered once ([`facts`]); filters and counts are asked of them.
//! Lists are searched from their start: they are short, and each kind of tree costs kilobytes of WebAssembly.

use super::actors::by_kind;
use super::trail::giving;
use crate::model::{Activity, Actor, Anchor, Area, Catalogue, Goal, GoalFilter, Id, Measure, Participation};

/// What can be asked of a goal or an assignment.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    pub anchor: Anchor,
    pub area: &'a Id,
    pub is_goal: bool,
    /// The global goals named, by either reading of a doubtful mark.
    pub sdgs: Vec<u32>,
    pub actors: Vec<&'a Id>,
    /// Whether its target area holds an assignment.
    pub assignment: bool,
    /// Nothing for an assignment: it has no indicator of its own.
    pub measure: Option<Measure>,
    pub outcome: Option<bool>,
    /// How many decisions touch it by our reading, or gave it.
    pub decisions: usize,
    pub contradictions: usize,
    /// Whether the reader has a note about it or about a part of it.
    pub noted: bool,
}

/// The facts of all goals, then of all assignments, in printed order.
pub fn facts<'a>(catalogue: &'a Catalogue, noted: &[Anchor]) -> Vec<Facts<'a>> {
    let contradictions = |anchor: &Anchor| catalogue.contradictions.iter().filter(|item| item.touches.contains(anchor)).count();
    let mut out = Vec::new();
    for goal in &catalogue.goals {
        let anchor = Anchor::goal(&goal.id);
        out.push(Facts {
            area: &goal.area,
            is_goal: true,
            sdgs: named(goal),
            actors: actors(&goal.partners, &goal.activities),
            assignment: catalogue.assignments.iter().any(|assignment| assignment.area == goal.area),
            measure: Some(match &goal.indicator {
                Some(indicator) if indicator.countable => Measure::Countable,
                Some(_) => Measure::Judged,
                None => Measure::None,
            }),
            outcome: Some(goal.outcome.is_some()),
            decisions: catalogue.events.iter().filter(|event| event.goals.iter().any(|touch| touch.goal == goal.id)).count(),
            contradictions: contradictions(&anchor),
            noted: noted.iter().any(|note| is_about(note, goal)),
            anchor,
        });
    }
    for assignment in &catalogue.assignments {
        let anchor = Anchor::assignment(&assignment.id);
        out.push(Facts {
            area: &assignment.area,
            is_goal: false,
            sdgs: Vec::new(),
            actors: actors(&assignment.partners, &assignment.activities),
            assignment: true,
            measure: None,
            outcome: None,
            decisions: usize::from(giving(catalogue, assignment).is_some()),
            contradictions: contradictions(&anchor),
            noted: noted.iter().any(|note| *note == anchor || is_one_of(note, &assignment.activities)),
            anchor,
        });
    }
    out
}

/// The global goals that a goal names, by either reading, each once.
pub fn named(goal: &Goal) -> Vec<u32> {
    let mut out = Vec::new();
    for number in goal.sdgs.iter().flat_map(|mark| [Some(mark.number), mark.other_number]).flatten() {
        if !out.contains(&number) {
            out.push(number);
        }
    }
    out
}

fn actors<'a>(partners: &'a [Participation], activities: &'a [Activity]) -> Vec<&'a Id> {
    let mut out: Vec<&Id> = Vec::new();
    for actor in partners.iter().map(|partner| &partner.actor).chain(activities.iter().flat_map(|activity| &activity.actors)) {
        if !out.contains(&actor) {
            out.push(actor);
        }
    }
    out
}

/// Whether a note is about a goal or about a part of it.
fn is_about(note: &Anchor, goal: &Goal) -> bool {
    match note.kind() {
        "goal" | "indicator" | "outcome" => note.rest() == goal.id.as_str(),
        "follow-up" => goal.follow_up.iter().any(|passage| passage.id.as_str() == note.rest()),
        _ => is_one_of(note, &goal.activities),
    }
}

fn is_one_of(note: &Anchor, activities: &[Activity]) -> bool {
    note.kind() == "activity" && activities.iter().any(|activity| activity.id.as_str() == note.rest())
}

/// Whether a goal or an assignment has everything that the filter asks for.
pub fn keeps(filter: &GoalFilter, facts: &Facts) -> bool {
    filter.area.as_ref().is_none_or(|area| facts.area == area)
        && filter.sdg.is_none_or(|number| facts.sdgs.contains(&number))
        && filter.actor.as_ref().is_none_or(|actor| facts.actors.contains(&actor))
        && filter.assignment.is_none_or(|yes| facts.assignment == yes)
        && filter.measure.is_none_or(|measure| facts.measure == Some(measure))
        && filter.outcome.is_none_or(|yes| facts.outcome == Some(yes))
        && filter.decision.is_none_or(|yes| (facts.decisions > 0) == yes)
        && filter.contradiction.is_none_or(|yes| (facts.contradictions > 0) == yes)
        && filter.noted.is_none_or(|yes| facts.noted == yes)
}

/// What a filter leaves.
pub fn count(filter: &GoalFilter, facts: &[Facts]) -> usize {
    facts.iter().filter(|facts| keeps(filter, facts)).count()
}

/// The filter without what the catalogue does not know, and what that was.
pub fn known(filter: &GoalFilter, catalogue: &Catalogue) -> (GoalFilter, Vec<Anchor>) {
    let mut known = filter.clone();
    let mut gone = Vec::new();
    if let Some(id) = known.area.take_if(|id| catalogue.area(id).is_none()) {
        gone.push(Anchor::area(&id));
    }
    if let Some(id) = known.actor.take_if(|id| catalogue.actor(id).is_none()) {
        gone.push(Anchor::of("actor", &id));
    }
    if let Some(number) = known.sdg.take_if(|number| catalogue.sdg(*number).is_none()) {
        gone.push(Anchor::sdg(number));
    }
    (known, gone)
}

/// What can be chosen, each with what it would leave beside the other choices; what would leave nothing is left out,
/// unless it is chosen.
pub struct Choices<'a> {
    pub areas: Vec<(&'a Area, usize)>,
    pub sdgs: Vec<(u32, usize)>,
    /// By kind of actor.
    pub actors: Vec<(&'static str, Vec<(&'a Actor, usize)>)>,
    pub assignment: Vec<(bool, usize)>,
    pub measure: Vec<(Measure, usize)>,
    pub outcome: Vec<(bool, usize)>,
    pub decision: Vec<(bool, usize)>,
    pub contradiction: Vec<(bool, usize)>,
    pub noted: Vec<(bool, usize)>,
}

pub fn choices<'a>(catalogue: &'a Catalogue, filter: &GoalFilter, all: &[Facts]) -> Choices<'a> {
    let left = |next: GoalFilter| count(&next, all);
    let with = |set: &dyn Fn(&mut GoalFilter)| {
        let mut next = filter.clone();
        set(&mut next);
        left(next)
    };
    let yes_no = |now: Option<bool>, set: &dyn Fn(&mut GoalFilter, bool)| {
        [true, false]
            .into_iter()
            .map(|yes| (yes, with(&|next| set(next, yes))))
            .filter(|(yes, count)| *count > 0 || now == Some(*yes))
            .collect::<Vec<_>>()
    };
    let mut actors: Vec<(&'static str, Vec<(&Actor, usize)>)> = by_kind(catalogue)
        .into_iter()
        .map(|(kind, actors)| {
            let counted = actors
                .into_iter()
                .filter(|actor| all.iter().any(|facts| facts.actors.contains(&&actor.id)))
                .map(|actor| (actor, with(&|next| next.actor = Some(actor.id.clone()))))
                .filter(|(actor, count)| *count > 0 || filter.actor.as_ref() == Some(&actor.id));
            (kind, counted.collect())
        })
        .collect();
    actors.retain(|(_, actors)| !actors.is_empty());
    Choices {
        areas: catalogue
            .areas
            .iter()
            .map(|area| (area, with(&|next| next.area = Some(area.id.clone()))))
            .filter(|(area, count)| *count > 0 || filter.area.as_ref() == Some(&area.id))
            .collect(),
        sdgs: catalogue
            .sdgs
            .iter()
            .map(|sdg| (sdg.number, with(&|next| next.sdg = Some(sdg.number))))
            .filter(|(number, count)| *count > 0 || filter.sdg == Some(*number))
            .collect(),
        actors,
        assignment: yes_no(filter.assignment, &|next, yes| next.assignment = Some(yes)),
        measure: Measure::ALL
            .into_iter()
            .map(|measure| (measure, with(&|next| next.measure = Some(measure))))
            .filter(|(measure, count)| *count > 0 || filter.measure == Some(*measure))
            .collect(),
        outcome: yes_no(filter.outcome, &|next, yes| next.outcome = Some(yes)),
        decision: yes_no(filter.decision, &|next, yes| next.decision = Some(yes)),
        contradiction: yes_no(filter.contradiction, &|next, yes| next.contradiction = Some(yes)),
        noted: yes_no(filter.noted, &|next, yes| next.noted = Some(yes)),
    }
}
