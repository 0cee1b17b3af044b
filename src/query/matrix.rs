//! The matrix of goals and global goals: marks, totals by either reading, orders that bring equals together.

use crate::model::{Goal, MatrixOrder};

/// How a goal names a global goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    AsPublished,
    /// Number and name disagree in the source: this is the reading by the number.
    ByNumber,
    /// This is the reading by the name.
    ByName,
}

/// Which reading of doubtful marks a total uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    Numbers,
    Names,
}

impl Mark {
    pub fn counts(self, counting: Counting) -> bool {
        match self {
            Mark::AsPublished => true,
            Mark::ByNumber => counting == Counting::Numbers,
            Mark::ByName => counting == Counting::Names,
        }
    }
}

/// The mark of a goal at a global goal. What is certain counts before what is read into it.
pub fn mark(goal: &Goal, number: u32) -> Option<Mark> {
    if goal.sdgs.iter().any(|mark| mark.number == number && mark.other_number.is_none()) {
        return Some(Mark::AsPublished);
    }
    goal.sdgs.iter().filter(|mark| mark.other_number.is_some()).find_map(|mark| {
        if mark.number == number { Some(Mark::ByNumber) } else { (mark.other_number == Some(number)).then_some(Mark::ByName) }
    })
}

/// How many of the global goals a goal names.
pub fn row_total(goal: &Goal, numbers: &[u32], counting: Counting) -> usize {
    numbers.iter().filter(|number| mark(goal, **number).is_some_and(|mark| mark.counts(counting))).count()
}

/// How many of the goals name a global goal.
pub fn column_total(goals: &[&Goal], number: u32, counting: Counting) -> usize {
    goals.iter().filter(|goal| mark(goal, number).is_some_and(|mark| mark.counts(counting))).count()
}

/// The marks of a goal as the bits of a number, the readings of doubtful ones apart: equal where two goals say the same.
fn set(goal: &Goal) -> u128 {
    let bit = |number: u32, shift: u32| 1_u128 << (number.min(39) + shift);
    goal.sdgs.iter().fold(0, |set, mark| match mark.other_number {
        None => set | bit(mark.number, 0),
        Some(other) => set | bit(mark.number, 40) | bit(other, 80),
    })
}

/// For each goal the number of its group of goals that name exactly the same, counted from 0 in the order given;
/// nothing for one that stands alone or names none.
pub fn same_sets(goals: &[&Goal]) -> Vec<Option<usize>> {
    let sets: Vec<u128> = goals.iter().map(|goal| set(goal)).collect();
    let mut groups: Vec<u128> = Vec::new();
    sets.iter()
        .map(|own| {
            if *own == 0 || sets.iter().filter(|other| *other == own).count() < 2 {
                return None;
            }
            let known = groups.iter().position(|group| group == own);
            if known.is_none() {
                groups.push(*own);
            }
            known.or(Some(groups.len() - 1))
        })
        .collect()
}

/// The goals in another order; what is equal keeps the printed order.
pub fn ordered<'a>(goals: &[&'a Goal], order: MatrixOrder) -> Vec<&'a Goal> {
    let by = |key: &dyn Fn(&Goal) -> i64| {
        let mut keys: Vec<(i64, usize)> = goals.iter().enumerate().map(|(index, goal)| (key(goal), index)).collect();
        keys.sort_unstable();
        keys.into_iter().filter_map(|(_, index)| goals.get(index).copied()).collect()
    };
    match order {
        MatrixOrder::Printed => goals.to_vec(),
        MatrixOrder::Count => by(&|goal| -(goal.sdgs.len() as i64)),
        // Marks as published stand before doubtful ones, those before nothing.
        MatrixOrder::Column(number) => by(&|goal| match mark(goal, number) {
            Some(Mark::AsPublished) => 0,
            Some(Mark::ByNumber) => 1,
            Some(Mark::ByName) => 2,
            None => 3,
        }),
        MatrixOrder::Alike => alike(goals),
    }
}

/// From the first goal always to the one that differs least from it, so that equal ones stand together.
fn alike<'a>(goals: &[&'a Goal]) -> Vec<&'a Goal> {
    let mut waiting: Vec<(&Goal, u128)> = goals.iter().map(|goal| (*goal, set(goal))).collect();
    let mut out: Vec<&Goal> = Vec::new();
    let mut last = waiting.first().map_or(0, |(_, set)| *set);
    while !waiting.is_empty() {
        let far = |index: &usize| waiting.get(*index).map(|(_, set)| (set ^ last).count_ones());
        let next = (0..waiting.len()).min_by_key(far).unwrap_or(0);
        let (goal, set) = waiting.remove(next);
        out.push(goal);
        last = set;
    }
    out
}
