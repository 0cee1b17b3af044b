//! Whether the printed numbers add up: sums, differences, equalities between tables, amounts in the text against cells.
//!
//! Everything is calculated from the catalogue; nothing is stored. A check keeps its operands, so that whoever shows it
//! can write the arithmetic out. Knows `model` only.

use crate::model::{Anchor, Catalogue, CellRef, Column, Decimal, Figure, FigureUnit, Id, Row, Table, Unit};

/// What comes of a check. The difference is what is printed minus what is calculated, in the unit of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Holds,
    /// No larger than rounding each number by itself can make it.
    OffByRounding(Decimal),
    DoesNotFit(Decimal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A sum row against the rows it is the sum of.
    RowSum,
    /// A total column against the columns it is the sum of.
    ColumnSum,
    /// A change column against its two columns.
    Difference,
    /// The same amount in two tables.
    Equality,
    /// An amount in running text against a cell.
    Text,
    /// An amount in running text against its parts in running text.
    TextSum,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::RowSum, Kind::ColumnSum, Kind::Difference, Kind::Equality, Kind::Text, Kind::TextSum];
}

/// The unit that the numbers of a check are compared in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckUnit {
    Tkr,
    Mkr,
    /// The table prints none.
    Unstated,
    Percent,
    Count,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    Cell { table: &'a Table, row: &'a Row, column: &'a Column },
    Figure(&'a Figure),
}

impl Place<'_> {
    pub fn anchor(&self) -> Anchor {
        match self {
            Place::Cell { table, row, column } => Anchor::cell(&table.id, &row.id, &column.id),
            Place::Figure(figure) => Anchor::of("figure", &figure.id),
        }
    }

    pub fn is_in(&self, wanted: &Id) -> bool {
        matches!(self, Place::Cell { table, .. } if table.id == *wanted)
    }
}

/// A number with its place; an empty cell counts as nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand<'a> {
    pub place: Place<'a>,
    /// As printed, nothing for an empty cell.
    pub value: Option<Decimal>,
    /// Whether it is taken away.
    pub minus: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check<'a> {
    pub kind: Kind,
    /// What is tested; more than one where both sides of an equality are sums.
    pub printed: Vec<Operand<'a>>,
    /// What it is tested against.
    pub against: Vec<Operand<'a>>,
    /// What `against` comes to, in `unit`.
    pub calculated: Decimal,
    pub unit: CheckUnit,
    /// The text writes a cost without its minus: sizes are compared, not signs.
    pub without_sign: bool,
    pub outcome: Outcome,
}

impl Check<'_> {
    pub fn speaks_of_table(&self, table: &Id) -> bool {
        self.printed.iter().chain(&self.against).any(|operand| operand.place.is_in(table))
    }

    pub fn speaks_of_figure(&self, figure: &Id) -> bool {
        self.printed.iter().any(|operand| matches!(operand.place, Place::Figure(f) if f.id == *figure))
    }

    /// Whether a number that stands there is tested or tested against.
    pub fn speaks_of(&self, anchor: &Anchor) -> bool {
        self.printed.iter().chain(&self.against).any(|operand| operand.place.anchor() == *anchor)
    }

    pub fn holds(&self) -> bool {
        self.outcome == Outcome::Holds
    }
}

/// Every check that the catalogue allows, by kind and then in printed order.
pub fn all(catalogue: &Catalogue) -> Vec<Check<'_>> {
    let mut out = Vec::new();
    for table in &catalogue.tables {
        row_sums(table, &mut out);
    }
    for table in &catalogue.tables {
        column_sums(table, &mut out);
    }
    for table in &catalogue.tables {
        differences(table, &mut out);
    }
    for equality in &catalogue.equalities {
        let cells = |cells: &'_ [CellRef]| cells.iter().map(|cell| cell_at(catalogue, cell)).collect::<Option<Vec<_>>>();
        if let (Some(left), Some(right)) = (cells(&equality.cells), cells(&equality.equal))
            && let Some(Place::Cell { table, .. }) = left.first().map(|operand| operand.place)
        {
            out.extend(sum(Kind::Equality, left, right, unit_of(table)));
        }
    }
    for figure in &catalogue.figures {
        out.extend(figure.cells.iter().filter_map(|cell| text(catalogue, figure, cell)));
    }
    for figure in catalogue.figures.iter().filter(|figure| !figure.sum_of.is_empty()) {
        let parts = figure.sum_of.iter().map(|id| catalogue.figures.iter().find(|f| f.id == *id).filter(|f| f.unit == figure.unit));
        if let Some(parts) = parts.map(|part| part.map(figure_operand)).collect::<Option<Vec<_>>>() {
            out.extend(sum(Kind::TextSum, vec![figure_operand(figure)], parts, figure_unit(figure)));
        }
    }
    out
}

/// How many checks hold, are off by rounding, do not fit.
pub fn count(checks: &[&Check]) -> (usize, usize, usize) {
    let of = |wanted: &dyn Fn(&Outcome) -> bool| checks.iter().filter(|check| wanted(&check.outcome)).count();
    (
        of(&|outcome| *outcome == Outcome::Holds),
        of(&|outcome| matches!(outcome, Outcome::OffByRounding(_))),
        of(&|outcome| matches!(outcome, Outcome::DoesNotFit(_))),
    )
}

fn unit_of(table: &Table) -> CheckUnit {
    match table.unit {
        Unit::Tkr => CheckUnit::Tkr,
        Unit::Mkr => CheckUnit::Mkr,
        Unit::Unstated => CheckUnit::Unstated,
    }
}

fn figure_unit(figure: &Figure) -> CheckUnit {
    match figure.unit {
        FigureUnit::Mkr => CheckUnit::Mkr,
        FigureUnit::Tkr => CheckUnit::Tkr,
        FigureUnit::Percent => CheckUnit::Percent,
        FigureUnit::Count(_) => CheckUnit::Count,
    }
}

/// The cell as an operand, or nothing where the table has no such cell.
fn operand<'a>(table: &'a Table, row: &'a Row, column: &'a Column) -> Option<Operand<'a>> {
    let value = row.cells.get(&column.id)?;
    Some(Operand { place: Place::Cell { table, row, column }, value: value.map(|digits| Decimal { digits, scale: 0 }), minus: false })
}

fn figure_operand(figure: &Figure) -> Operand<'_> {
    Operand { place: Place::Figure(figure), value: Some(figure.value), minus: false }
}

fn cell_at<'a>(catalogue: &'a Catalogue, cell: &CellRef) -> Option<Operand<'a>> {
    let table = catalogue.table(&cell.table)?;
    operand(table, table.row(&cell.row)?, table.column(&cell.column)?)
}

fn row_sums<'a>(table: &'a Table, out: &mut Vec<Check<'a>>) {
    for row in table.rows.iter().filter(|row| !row.sum_of.is_empty()) {
        for column in &table.columns {
            let parts = row.sum_of.iter().map(|id| operand(table, table.row(id)?, column)).collect::<Option<Vec<_>>>();
            if let (Some(printed), Some(parts)) = (operand(table, row, column), parts) {
                out.extend(sum(Kind::RowSum, vec![printed], parts, unit_of(table)));
            }
        }
    }
}

fn column_sums<'a>(table: &'a Table, out: &mut Vec<Check<'a>>) {
    for column in table.columns.iter().filter(|column| !column.sum_of.is_empty()) {
        for row in &table.rows {
            let parts = column.sum_of.iter().map(|id| operand(table, row, table.column(id)?)).collect::<Option<Vec<_>>>();
            if let (Some(printed), Some(parts)) = (operand(table, row, column), parts) {
                out.extend(sum(Kind::ColumnSum, vec![printed], parts, unit_of(table)));
            }
        }
    }
}

fn differences<'a>(table: &'a Table, out: &mut Vec<Check<'a>>) {
    for column in &table.columns {
        let Some([later, earlier]) = &column.difference_of else { continue };
        let (Some(later), Some(earlier)) = (table.column(later), table.column(earlier)) else { continue };
        for row in &table.rows {
            if let (Some(printed), Some(later), Some(earlier)) =
                (operand(table, row, column), operand(table, row, later), operand(table, row, earlier))
            {
                let parts = vec![later, Operand { minus: true, ..earlier }];
                out.extend(sum(Kind::Difference, vec![printed], parts, unit_of(table)));
            }
        }
    }
}

/// Compares two sums; nothing where the printed cell is empty, for then nothing was said.
fn sum<'a>(kind: Kind, printed: Vec<Operand<'a>>, against: Vec<Operand<'a>>, unit: CheckUnit) -> Option<Check<'a>> {
    printed.iter().any(|operand| operand.value.is_some()).then_some(())?;
    // The finest of the numbers decides how far rounding reaches: stricter than taking each by its own digits.
    let scale = printed.iter().chain(&against).filter_map(|operand| operand.value).map(|value| value.scale).max().unwrap_or(0);
    let left = total(&printed, scale)?;
    let right = total(&against, scale)?;
    let difference = left.saturating_sub(right);
    let numbers = printed.iter().chain(&against).filter(|operand| operand.value.is_some()).count();
    // Each number is at most half of its last digit away from what it was before it was rounded.
    let reach = i64::try_from(numbers / 2).unwrap_or(i64::MAX);
    let outcome = match difference.saturating_abs() {
        0 => Outcome::Holds,
        off if off <= reach => Outcome::OffByRounding(Decimal { digits: difference, scale }),
        _ => Outcome::DoesNotFit(Decimal { digits: difference, scale }),
    };
    Some(Check { kind, printed, against, calculated: Decimal { digits: right, scale }, unit, without_sign: false, outcome })
}

fn total(operands: &[Operand], scale: u32) -> Option<i64> {
    let mut sum: i64 = 0;
    for operand in operands {
        let value = operand.value.map_or(Some(0), |value| value.rescaled(scale))?;
        sum = if operand.minus { sum.saturating_sub(value) } else { sum.saturating_add(value) };
    }
    Some(sum)
}

/// An amount in the text against a cell. It holds where the cell, rounded to the digits of the text, is what the text says.
/// A table without a unit is compared as thousands, which is our reading.
fn text<'a>(catalogue: &'a Catalogue, figure: &'a Figure, cell: &CellRef) -> Option<Check<'a>> {
    let table = catalogue.table(&cell.table)?;
    let against = operand(table, table.row(&cell.row)?, table.column(&cell.column)?)?;
    let value = against.value?;
    // How many kronor a unit of the last digit stands for: in the text, in the cell.
    let text_kronor = kronor(
        match figure.unit {
            FigureUnit::Mkr => 1_000_000,
            FigureUnit::Tkr => 1_000,
            FigureUnit::Percent | FigureUnit::Count(_) => return None,
        },
        figure.value.scale,
    )?;
    let cell_kronor = kronor(if table.unit == Unit::Mkr { 1_000_000 } else { 1_000 }, 0)?;
    let said = figure.value.digits.checked_mul(text_kronor)?;
    let printed = value.digits.checked_mul(cell_kronor)?;
    // Running text writes a cost without a minus.
    let without_sign = (said < 0) != (printed < 0) && said != 0 && printed != 0;
    let difference =
        if without_sign { said.saturating_abs().saturating_sub(printed.saturating_abs()) } else { said.saturating_sub(printed) };
    let off = difference.saturating_abs();
    let tkr = Decimal { digits: difference / 1_000, scale: 0 };
    let outcome = if off.saturating_mul(2) <= text_kronor.max(1) || off == 0 { Outcome::Holds } else { Outcome::DoesNotFit(tkr) };
    Some(Check {
        kind: Kind::Text,
        printed: vec![figure_operand(figure)],
        against: vec![against],
        calculated: value,
        unit: CheckUnit::Tkr,
        without_sign,
        outcome,
    })
}

/// What a unit of the last digit is worth, nothing where that is not a whole number of kronor.
fn kronor(unit: i64, scale: u32) -> Option<i64> {
    let divisor = 10_i64.checked_pow(scale)?;
    (unit % divisor == 0).then_some(unit / divisor)
}
