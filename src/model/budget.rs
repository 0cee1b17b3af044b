//! Tables and figures. Signs, units and empty cells stay as printed.

use super::{Decimal, Id, Reading, Source, Text, Unit};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub id: Id,
    pub title: Text,
    /// What it shows, in a line of ours.
    pub about: Option<Text>,
    pub unit: Unit,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub reading: Reading,
    pub note: Option<Text>,
    pub sources: Vec<Source>,
}

impl Table {
    pub fn column(&self, id: &Id) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == *id)
    }

    pub fn row(&self, id: &Id) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == *id)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Forecast,
    Budget,
    /// Difference of two columns, as printed.
    Change,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub id: Id,
    pub label: Text,
    pub year: Option<u32>,
    pub phase: Option<Phase>,
    /// [later, earlier], for a change column.
    pub difference_of: Option<[Id; 2]>,
    pub sum_of: Vec<Id>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Line,
    Sum,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Income,
    Cost,
    Allocation,
    Financial,
    Result,
    Investment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: Id,
    pub label: Text,
    pub expanded: Option<Text>,
    pub kind: RowKind,
    pub nature: Option<Nature>,
    pub sum_of: Vec<Id>,
    /// In the table's unit, as printed; an empty cell is `None`, a missing key is no cell at all.
    pub cells: BTreeMap<Id, Option<i64>>,
    pub sources: Vec<Source>,
}

impl Row {
    /// The number in a column, or nothing for an empty cell.
    pub fn value(&self, column: &Id) -> Option<i64> {
        self.cells.get(column).copied().flatten()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureUnit {
    Mkr,
    Tkr,
    Percent,
    /// A count of something; the word comes from the file format.
    Count(String),
}

/// An amount, share or count in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub id: Id,
    pub value: Decimal,
    pub unit: FigureUnit,
    pub label: Text,
    pub year: Option<u32>,
    pub phase: Option<Phase>,
    /// The printed wording.
    pub printed: String,
    pub cells: Vec<CellRef>,
    pub sum_of: Vec<Id>,
    pub reading: Reading,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRef {
    pub table: Id,
    pub row: Id,
    pub column: Id,
}

/// The same amount in two tables: cells that are added up on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equality {
    pub cells: Vec<CellRef>,
    pub equal: Vec<CellRef>,
}
