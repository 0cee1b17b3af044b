//! Amounts of the tables.

use crate::model::{Catalogue, Id, Nature, Phase};

/// What the council allocates to the board, in thousands of kronor.
pub struct Allocation {
    pub table: Id,
    pub budget: i64,
    /// Against the forecast, as printed.
    pub change: Option<i64>,
}

/// The council allocation of the first table that has a row of that nature with a budget column.
pub fn allocation(catalogue: &Catalogue) -> Option<Allocation> {
    catalogue.tables.iter().find_map(|table| {
        let budget = table.columns.iter().find(|column| column.phase == Some(Phase::Budget))?;
        let row = table.rows.iter().find(|row| row.nature == Some(Nature::Allocation))?;
        let change = table.columns.iter().find(|column| column.phase == Some(Phase::Change)).and_then(|column| row.value(&column.id));
        Some(Allocation { table: table.id.clone(), budget: row.value(&budget.id)?, change })
    })
}
