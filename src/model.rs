//! The vocabulary: what a city's goals, money and decisions are made of.
//!
//! Plain values from the standard library alone. Knows no file format, no address, no language
//! of messages, no page and no browser; every other module may use it.

mod amount;
mod anchor;
mod budget;
mod catalogue;
mod decisions;
mod display;
mod documents;
mod edition;
mod followup;
mod goals;
mod id;
mod reading;
mod text;

pub use amount::{Decimal, Unit};
pub use anchor::Anchor;
pub use budget::{CellRef, Column, Equality, Figure, FigureUnit, Nature, Phase, Row, RowKind, Table};
pub use catalogue::Catalogue;
pub use decisions::{DatedBy, EVENT_KINDS, Event, EventKind, GoalTouch, Status, THEMES};
pub use display::{DisplayUnit, GoalFilter, Level, MatrixOrder, Measure, RowOrder};
pub use documents::{Contradiction, ContradictionReading, Document, LeftOut, TERM_KINDS, Term};
pub use edition::Edition;
pub use followup::{Allocation, Principle, RightsActivity, Round, State};
pub use goals::{
    ACTOR_KINDS, Activity, Actor, Area, Assignment, Goal, Heading, Indicator, Participation, Passage, ReportForm, ReportsBack, Sdg, SdgMark,
};
pub use id::Id;
pub use reading::{Lines, Reading, Source};
pub use text::{Language, Text};
