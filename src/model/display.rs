//! What the reader chooses to be shown: units, levels, orders, filters.

use super::Id;

/// The unit that amounts are shown in. A table without a unit is shown as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisplayUnit {
    /// Thousands of kronor, as the source prints.
    #[default]
    Tkr,
    /// Millions of kronor with one decimal.
    Mkr,
    /// Per cent of a whole, with one decimal. What has no whole is shown as printed.
    Share,
}

/// How much of a table is shown: every line, or the sums with the lines that no sum holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    #[default]
    Lines,
    Totals,
}

/// The order of rows that have no order of their own, such as budget areas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowOrder {
    /// Largest first.
    #[default]
    Size,
    /// As the source prints them.
    Printed,
}

/// How a goal's success is told, as a filter asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Its indicator can be counted.
    Countable,
    /// Its indicator is judged.
    Judged,
    /// The source states no indicator.
    None,
}

impl Measure {
    pub const ALL: [Measure; 3] = [Measure::Countable, Measure::Judged, Measure::None];
}

/// What the goals and assignments of the map are narrowed to. A part without a value keeps everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoalFilter {
    pub area: Option<Id>,
    /// A global goal that is named, by either reading of a doubtful mark.
    pub sdg: Option<u32>,
    /// A body that takes part or is named for an activity.
    pub actor: Option<Id>,
    /// Whether the target area holds a budget assignment: the source ties assignments to areas, not to goals.
    pub assignment: Option<bool>,
    pub measure: Option<Measure>,
    pub outcome: Option<bool>,
    pub decision: Option<bool>,
    pub contradiction: Option<bool>,
    /// Whether the reader has a note about it.
    pub noted: Option<bool>,
}

impl GoalFilter {
    pub fn is_set(&self) -> bool {
        *self != GoalFilter::default()
    }
}

/// The order of the goals in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixOrder {
    /// As the source prints them.
    #[default]
    Printed,
    /// Most global goals first.
    Count,
    /// Goals that name the same global goals beside each other.
    Alike,
    /// Those that name this global goal first.
    Column(u32),
}
