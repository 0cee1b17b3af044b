//! Goals, assignments and global goals, and how they hang together.

use crate::model::{Area, Assignment, Catalogue, Goal, Id, SdgMark};
use std::collections::BTreeSet;

/// The global goals that some goal names, by printed number.
pub fn named_sdgs(catalogue: &Catalogue) -> BTreeSet<u32> {
    catalogue.goals.iter().flat_map(|goal| goal.sdgs.iter().map(|mark| mark.number)).collect()
}

/// A goal that names a global goal, and whether it does so by number or only by the name beside another number.
pub struct Naming<'a> {
    pub goal: &'a Goal,
    pub mark: &'a SdgMark,
    /// The number printed is this one; otherwise only the name beside it is.
    pub by_number: bool,
}

/// Every goal that names a global goal, by either reading, in printed order.
pub fn naming(catalogue: &Catalogue, number: u32) -> Vec<Naming<'_>> {
    catalogue
        .goals
        .iter()
        .flat_map(|goal| goal.sdgs.iter().map(move |mark| (goal, mark)))
        .filter(|(_, mark)| mark.number == number || mark.other_number == Some(number))
        .map(|(goal, mark)| Naming { goal, mark, by_number: mark.number == number })
        .collect()
}

/// What an area holds, in printed order.
pub fn in_area<'a>(catalogue: &'a Catalogue, area: &Area) -> (Vec<&'a Goal>, Vec<&'a Assignment>) {
    (
        catalogue.goals.iter().filter(|goal| goal.area == area.id).collect(),
        catalogue.assignments.iter().filter(|assignment| assignment.area == area.id).collect(),
    )
}

/// The assignments before and after an assignment, in printed order.
pub fn assignment_neighbours<'a>(catalogue: &'a Catalogue, id: &Id) -> (Option<&'a Assignment>, Option<&'a Assignment>) {
    let position = catalogue.assignments.iter().position(|a| a.id == *id);
    let at = |index: Option<usize>| index.and_then(|i| catalogue.assignments.get(i));
    (at(position.and_then(|p| p.checked_sub(1))), at(position.map(|p| p + 1)))
}

/// The goals before and after a goal, in printed order.
pub fn neighbours<'a>(catalogue: &'a Catalogue, goal: &Id) -> (Option<&'a Goal>, Option<&'a Goal>) {
    let position = catalogue.goals.iter().position(|g| g.id == *goal);
    let at = |index: Option<usize>| index.and_then(|i| catalogue.goals.get(i));
    (at(position.and_then(|p| p.checked_sub(1))), at(position.map(|p| p + 1)))
}
