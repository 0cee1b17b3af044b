//! Two goals side by side: what they share and what only one of them has.

use super::trail;
use crate::model::{Actor, Anchor, Catalogue, Contradiction, Event, Goal, Id, Sdg};

/// Things of two goals, each kind in the order of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<T> {
    pub first: Vec<T>,
    pub both: Vec<T>,
    pub second: Vec<T>,
}

/// A global goal that one of the two goals names, and whether only a reading of a doubtful mark says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSdg {
    pub number: u32,
    /// The first goal names it by a doubtful mark; the second does.
    pub doubtful: (bool, bool),
}

pub struct Comparison<'a> {
    pub goals: (&'a Goal, &'a Goal),
    pub sdgs: Split<NamedSdg>,
    pub actors: Split<&'a Actor>,
    pub events: Split<&'a Event>,
    pub contradictions: Split<&'a Contradiction>,
}

/// Nothing where one of the goals is not there.
pub fn compare<'a>(catalogue: &'a Catalogue, first: &Id, second: &Id) -> Option<Comparison<'a>> {
    let goals = (catalogue.goal(first)?, catalogue.goal(second)?);
    let doubtful = |goal: &Goal, number: u32| {
        // What is certain counts before what is read into it.
        !goal.sdgs.iter().any(|mark| mark.number == number && mark.other_number.is_none())
            && goal.sdgs.iter().any(|mark| mark.other_number.is_some() && (mark.number == number || mark.other_number == Some(number)))
    };
    let (a, b) = (super::filter::named(goals.0), super::filter::named(goals.1));
    let sdgs = split(catalogue.sdgs.iter(), |sdg| (a.contains(&sdg.number), b.contains(&sdg.number)));
    let with_doubt = |found: Vec<&Sdg>| {
        let named = |number| NamedSdg { number, doubtful: (doubtful(goals.0, number), doubtful(goals.1, number)) };
        found.into_iter().map(|sdg| named(sdg.number)).collect()
    };
    let takes_part = |goal: &Goal, actor: &Actor| goal.partners.iter().any(|partner| partner.actor == actor.id);
    let touched = |event: &Event, goal: &Goal| event.goals.iter().any(|touch| touch.goal == goal.id);
    let (a, b) = (Anchor::goal(first), Anchor::goal(second));
    Some(Comparison {
        goals,
        sdgs: Split { first: with_doubt(sdgs.first), both: with_doubt(sdgs.both), second: with_doubt(sdgs.second) },
        actors: split(catalogue.actors.iter(), |actor| (takes_part(goals.0, actor), takes_part(goals.1, actor))),
        events: split(trail::touching_any(catalogue, [first, second].into_iter()).into_iter(), |event| {
            (touched(event, goals.0), touched(event, goals.1))
        }),
        contradictions: split(catalogue.contradictions.iter(), |item| (item.touches.contains(&a), item.touches.contains(&b))),
    })
}

fn split<'a, T>(all: impl Iterator<Item = &'a T>, has: impl Fn(&T) -> (bool, bool)) -> Split<&'a T> {
    let mut out = Split { first: Vec::new(), both: Vec::new(), second: Vec::new() };
    for thing in all {
        match has(thing) {
            (true, true) => out.both.push(thing),
            (true, false) => out.first.push(thing),
            (false, true) => out.second.push(thing),
            (false, false) => {}
        }
    }
    out
}
