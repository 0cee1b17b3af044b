//! The income statement, or any table of steps and sums, as typed steps: what its picture, table, file and summary are made from.
//!
//! Knows tables; knows nothing of pixels or pages. Values stay in the table's unit as printed; only [`StepSeries::shown`]
//! turns them into the unit of display.

use crate::i18n::{chart as say, number};
use crate::model::{Anchor, Column, Decimal, DisplayUnit, Id, Language, Level, Nature, Phase, Row, RowKind, Table, Text, Unit};
use std::borrow::Cow;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// In the table's unit, as printed.
    Printed(i64),
    Missing(Missing),
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The source prints the cell and leaves it empty.
    EmptyCell,
    /// The source has no such cell.
    NoCell,
}

/// What more or less of a row's amount means in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    Income,
    Cost,
    Allocation,
    NetCost,
    Result,
}

/// The sense of a row, or nothing where its amounts do not tell.
pub fn sense(table: &Table, row: &Row) -> Option<Sense> {
    let parts = lines_of(table, row);
    let holds = |nature| parts.iter().filter_map(|part| table.rows.get(*part)).any(|part| part.nature == Some(nature));
    match row.nature? {
        Nature::Income => Some(Sense::Income),
        Nature::Cost => Some(Sense::Cost),
        Nature::Allocation => Some(Sense::Allocation),
        Nature::Result if holds(Nature::Allocation) => Some(Sense::Result),
        Nature::Result if holds(Nature::Cost) => Some(Sense::NetCost),
        Nature::Financial => {
            let of_phases = table.columns.iter().filter(|column| column.phase != Some(Phase::Change));
            let values: Vec<i64> = of_phases.filter_map(|column| row.value(&column.id)).filter(|value| *value != 0).collect();
            match (values.iter().any(|value| *value > 0), values.iter().any(|value| *value < 0)) {
                (true, false) => Some(Sense::Income),
                (false, true) => Some(Sense::Cost),
                _ => None,
            }
        }
        Nature::Result | Nature::Investment => None,
    }
}

/// What a change means in words: in a cost row a plus is a lower cost.
pub fn direction(sense: Option<Sense>, change: i64, language: Language) -> Option<Cow<'static, str>> {
    match (sense?, change.signum()) {
        (Sense::Cost, 1) => Some(say::lower_cost(language)),
        (Sense::Cost, -1) => Some(say::higher_cost(language)),
        (Sense::NetCost, 1) => Some(say::lower_net_cost(language)),
        (Sense::NetCost, -1) => Some(say::higher_net_cost(language)),
        (Sense::Income, 1) => Some(say::higher_income(language)),
        (Sense::Income, -1) => Some(say::lower_income(language)),
        (Sense::Allocation, 1) => Some(say::higher_allocation(language)),
        (Sense::Allocation, -1) => Some(say::lower_allocation(language)),
        (Sense::Result, 1) => Some(say::higher_result(language)),
        (Sense::Result, -1) => Some(say::lower_result(language)),
        _ => None,
    }
}

/// What a row does in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Moves the running value by its amount.
    Step,
    /// The sum of the steps just before it, drawn over them.
    Group,
    /// Where the steps have come to, drawn from zero.
    Total,
    /// Stands beside the steps, drawn from zero.
    Aside,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub row: Id,
    pub label: Text,
    /// An abbreviation spelt out by us.
    pub expanded: Option<Text>,
    pub kind: RowKind,
    pub nature: Option<Nature>,
    pub sense: Option<Sense>,
    pub value: Value,
    pub movement: Movement,
    /// Where its bar starts and ends; equal where there is no number.
    pub from: i64,
    pub to: i64,
    /// The running value after it.
    pub after: i64,
    /// What its parts give, where that is not what is printed.
    pub calculated: Option<i64>,
}

impl Step {
    pub fn printed(&self) -> Option<i64> {
        match self.value {
            Value::Printed(value) => Some(value),
            Value::Missing(_) => None,
        }
    }

    pub fn is_sum(&self) -> bool {
        self.kind == RowKind::Sum
    }
}

/// The unit that a table prints and the one that the reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    pub unit: Unit,
    pub display: DisplayUnit,
    /// What shares are shares of; never zero. Without it a share cannot be shown, and amounts are.
    pub whole: Option<i64>,
}

impl Measure {
    /// Amounts in the table's unit, shown in the unit of display; no shares.
    pub fn new(unit: Unit, display: DisplayUnit) -> Measure {
        Measure { unit, display, whole: None }
    }

    /// The same with a whole to take shares of.
    pub fn of(self, whole: Option<i64>) -> Measure {
        Measure { whole: whole.filter(|whole| *whole != 0), ..self }
    }

    /// Whether values are shown in per cent of the whole.
    pub fn is_share(self) -> bool {
        self.share_of().is_some()
    }

    fn share_of(self) -> Option<i64> {
        self.whole.filter(|_| self.display == DisplayUnit::Share)
    }

    /// Whether display rounds: shown parts and sums can then differ in the last digit.
    pub fn rounds(self) -> bool {
        self.is_share() || (self.unit == Unit::Tkr && self.display == DisplayUnit::Mkr)
    }

    /// A value of the table in the unit of display, with one decimal where that is coarser than the table's.
    pub fn shown(self, value: i64) -> Decimal {
        if let Some(whole) = self.share_of() {
            return Decimal { digits: ratio(value, whole, 1_000), scale: 1 };
        }
        match (self.unit, self.display) {
            (Unit::Tkr, DisplayUnit::Mkr) => Decimal { digits: value.saturating_add(50 * value.signum()) / 100, scale: 1 },
            (Unit::Mkr, DisplayUnit::Tkr) => Decimal { digits: value.saturating_mul(1000), scale: 0 },
            _ => Decimal { digits: value, scale: 0 },
        }
    }

    /// The number alone, as the language writes it.
    pub fn number(self, value: i64, language: Language) -> String {
        number::decimal(language, self.shown(value))
    }

    /// The number with its unit.
    pub fn amount(self, value: i64, language: Language) -> String {
        let number = self.number(value, language);
        match (self.is_share(), self.unit, language) {
            (true, _, Language::Sv) => format!("{number}\u{a0}%"),
            (true, _, Language::En) => format!("{number}%"),
            (false, Unit::Unstated, _) => number,
            (false, ..) => format!("{number}\u{a0}{}", self.unit_word(language)),
        }
    }

    /// A change with its sign and unit.
    pub fn signed_amount(self, value: i64, language: Language) -> String {
        let plus = if self.shown(value).digits > 0 { "+" } else { "" };
        format!("{plus}{}", self.amount(value, language))
    }

    pub fn unit_word(self, language: Language) -> Cow<'static, str> {
        match (self.unit, self.display) {
            _ if self.is_share() => say::unit_share(language),
            (Unit::Unstated, _) => say::unit_unstated(language),
            (Unit::Tkr, DisplayUnit::Mkr) | (Unit::Mkr, DisplayUnit::Mkr | DisplayUnit::Share) => say::unit_mkr(language),
            (Unit::Tkr, _) | (Unit::Mkr, DisplayUnit::Tkr) => say::unit_tkr(language),
        }
    }

    /// Where a value lies on the axis: the value itself, or its share in thousandths of a per cent.
    pub(super) fn plotted(self, value: i64) -> i64 {
        self.share_of().map_or(value, |whole| ratio(value, whole, 100_000))
    }

    /// About as wide as the labels of the axis are at an end of it.
    pub(super) fn end_label(self, plotted: i64, language: Language) -> String {
        if self.is_share() {
            number::decimal(language, Decimal { digits: plotted / 100, scale: 1 })
        } else {
            self.number(plotted, language)
        }
    }

    /// A label of the axis: a round number in the unit of display, with the decimals that it needs.
    pub(super) fn tick(self, plotted: i64, language: Language) -> String {
        let (mut digits, mut scale) = match (self.is_share(), self.rounds()) {
            (false, false) => return self.number(plotted, language),
            _ => (plotted, 3),
        };
        while scale > 0 && digits % 10 == 0 {
            (digits, scale) = (digits / 10, scale - 1);
        }
        number::decimal(language, Decimal { digits, scale })
    }
}

/// `part / whole * scale` in whole numbers, rounded half away from zero; zero of nothing. Amounts beyond counting are
/// rounded to what can be counted.
pub(super) fn ratio(part: i64, whole: i64, scale: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let (size, of) = (part.unsigned_abs(), whole.unsigned_abs());
    let scale = scale.unsigned_abs();
    let rounded = match size.checked_mul(2 * scale).and_then(|twice| twice.checked_add(of)) {
        Some(sum) => sum / of.saturating_mul(2),
        None => (size / (of / scale).max(1)).min(i64::MAX as u64),
    };
    let rounded = i64::try_from(rounded).unwrap_or(i64::MAX);
    if (part < 0) == (whole < 0) { rounded } else { -rounded }
}

/// One column of a table as steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepSeries {
    pub table: Id,
    pub title: Text,
    pub column: Column,
    /// Names of the later and the earlier column, for a change.
    pub difference_of: Option<[Column; 2]>,
    pub unit: Unit,
    pub display: DisplayUnit,
    pub level: Level,
    pub steps: Vec<Step>,
    /// Everything that comes in, which shares are shares of; nothing for a change.
    pub incoming: Option<i64>,
}

/// Everything that comes in by a column: the sum of its amounts above zero, sums aside. Nothing for a change.
pub fn incoming(table: &Table, column: &Column) -> Option<i64> {
    let comes_in = |row: &&Row| row.kind == RowKind::Line && row.nature != Some(Nature::Result);
    let sum = table.rows.iter().filter(comes_in).fold(0_i64, |sum, row| sum.saturating_add(drawn(row, &column.id).max(0)));
    (column.phase != Some(Phase::Change) && sum > 0).then_some(sum)
}

/// Amounts beyond this (a million million million kronor in thousands) are drawn as if they were this large.
pub(super) const DRAWN_LIMIT: i64 = 1_000_000_000_000_000;

impl StepSeries {
    /// The steps of a column, or nothing where the table has no such column.
    pub fn new(table: &Table, column: &Id, level: Level, display: DisplayUnit) -> Option<StepSeries> {
        let column = table.column(column)?.clone();
        let difference_of = match &column.difference_of {
            Some([later, earlier]) => table.column(later).cloned().zip(table.column(earlier).cloned()).map(|(a, b)| [a, b]),
            None => None,
        };
        let steps = steps(table, &column.id, level);
        let incoming = incoming(table, &column);
        Some(StepSeries {
            table: table.id.clone(),
            title: table.title.clone(),
            difference_of,
            unit: table.unit,
            display,
            level,
            incoming,
            column,
            steps,
        })
    }

    /// The anchor of a step's mark: the row, so that focus and selection stay when the column changes.
    pub fn anchor(&self, step: &Step) -> Anchor {
        Anchor::row(&self.table, &step.row)
    }

    pub fn is_change(&self) -> bool {
        self.column.phase == Some(Phase::Change)
    }

    /// How its amounts are written.
    pub fn measure(&self) -> Measure {
        Measure::new(self.unit, self.display).of(self.incoming)
    }

    /// Whether display rounds: shown parts and sums can then differ in the last digit.
    pub fn rounds(&self) -> bool {
        self.measure().rounds()
    }

    /// A value of the table in the unit of display, with one decimal where that is coarser than the table's.
    pub fn shown(&self, value: i64) -> Decimal {
        self.measure().shown(value)
    }

    /// The number alone, as the language writes it.
    pub fn number(&self, value: i64, language: Language) -> String {
        self.measure().number(value, language)
    }

    /// The number with its unit.
    pub fn amount(&self, value: i64, language: Language) -> String {
        self.measure().amount(value, language)
    }

    /// A change with its sign and unit.
    pub fn signed_amount(&self, value: i64, language: Language) -> String {
        self.measure().signed_amount(value, language)
    }

    pub fn unit_word(&self, language: Language) -> Cow<'static, str> {
        self.measure().unit_word(language)
    }

    /// The column in running text: «budget 2025», «förändring från prognos 2024 till budget 2025».
    pub fn column_name(&self, language: Language) -> String {
        match &self.difference_of {
            Some([later, earlier]) => {
                say::change_between(language, &column_name(earlier, language), &column_name(later, language)).into_owned()
            }
            None => column_name(&self.column, language),
        }
    }

    /// A column in running text.
    pub fn name_of(&self, column: &Column, language: Language) -> String {
        column_name(column, language)
    }

    /// The row's name with its abbreviation spelt out.
    pub fn row_name(&self, step: &Step, language: Language) -> String {
        let label = step.label.get(language);
        match &step.expanded {
            Some(expanded) if expanded.get(language) != label => format!("{label} ({})", expanded.get(language)),
            _ => label.to_owned(),
        }
    }

    /// The value as shown, or why there is none.
    pub fn value_text(&self, step: &Step, language: Language) -> String {
        match step.value {
            Value::Printed(value) => self.number(value, language),
            Value::Missing(reason) => missing_text(reason, language).into_owned(),
        }
    }

    /// What is to be known beside the value: a sum, a direction in words, parts that give something else.
    pub fn notes(&self, step: &Step, language: Language) -> Vec<String> {
        let mut out = Vec::new();
        if step.movement == Movement::Aside {
            out.push(say::stands_aside(language).into_owned());
        }
        if let (true, Some(value)) = (self.is_change(), step.printed())
            && let Some(words) = direction(step.sense, value, language)
        {
            out.push(words.into_owned());
        }
        if let Some(calculated) = step.calculated {
            out.push(say::parts_give(language, &self.amount(calculated, language)).into_owned());
        }
        out
    }

    /// What a screen reader says and a tooltip shows for a step.
    pub fn label(&self, step: &Step, language: Language) -> String {
        let value = match step.value {
            Value::Printed(value) => self.amount(value, language),
            Value::Missing(reason) => missing_text(reason, language).into_owned(),
        };
        // A row that is a result by itself has a time of its own, in its name.
        let apart = step.movement == Movement::Aside && step.kind == RowKind::Line;
        let mut out = match apart {
            true => format!("{}: {value}", self.row_name(step, language)),
            false => format!("{}, {}: {value}", self.row_name(step, language), self.column_name(language)),
        };
        if step.is_sum() {
            out.push_str(", ");
            out.push_str(&say::is_sum(language));
        }
        for note in self.notes(step, language) {
            out.push_str(", ");
            out.push_str(&note);
        }
        out
    }
}

pub(super) fn missing_text(reason: Missing, language: Language) -> Cow<'static, str> {
    match reason {
        Missing::EmptyCell => say::empty_cell(language),
        Missing::NoCell => say::no_cell(language),
    }
}

/// A column in running text.
pub fn column_name(column: &Column, language: Language) -> String {
    let year = column.year.map(|year| year.to_string()).unwrap_or_default();
    match column.phase {
        Some(Phase::Forecast) => say::forecast(language, &year).into_owned(),
        Some(Phase::Budget) => say::budget(language, &year).into_owned(),
        // A label that says its year says it once.
        None if !year.is_empty() && !column.label.get(language).contains(&year) => format!("{} {year}", column.label.get(language)),
        None => column.label.get(language).to_owned(),
        Some(Phase::Change) => column.label.get(language).to_owned(),
    }
}

pub(super) fn value_of(row: &Row, column: &Id) -> Value {
    match row.cells.get(column) {
        Some(Some(value)) => Value::Printed(*value),
        Some(None) => Value::Missing(Missing::EmptyCell),
        None => Value::Missing(Missing::NoCell),
    }
}

fn drawn(row: &Row, column: &Id) -> i64 {
    row.value(column).unwrap_or(0).clamp(-DRAWN_LIMIT, DRAWN_LIMIT)
}

/// Indices of the lines that a sum holds, through sums of sums, in table order; a sum that holds itself ends there.
fn lines_of(table: &Table, row: &Row) -> Vec<usize> {
    let mut held = vec![false; table.rows.len()];
    mark_parts(table, row, &mut held);
    let is_line = |index: &usize| table.rows.get(*index).is_some_and(|row| row.kind == RowKind::Line);
    (0..held.len()).filter(|index| held.get(*index) == Some(&true)).filter(is_line).collect()
}

fn mark_parts(table: &Table, row: &Row, held: &mut [bool]) {
    for id in &row.sum_of {
        let Some(index) = table.rows.iter().position(|part| part.id == *id) else { continue };
        let (Some(part), Some(is_held)) = (table.rows.get(index), held.get_mut(index)) else { continue };
        if !std::mem::replace(is_held, true) && part.kind == RowKind::Sum {
            mark_parts(table, part, held);
        }
    }
}

fn steps(table: &Table, column: &Id, level: Level) -> Vec<Step> {
    let (sums, folded) = if level == Level::Totals { folds(table, column) } else { (Vec::new(), Vec::new()) };
    let mut out = Vec::new();
    let mut running: i64 = 0;
    // The lines that have moved the running value, in order.
    let mut moved: Vec<usize> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let value = drawn(row, column);
        let parts = lines_of(table, row);
        let part_sum =
            parts.iter().filter_map(|part| table.rows.get(*part)).fold(0_i64, |sum, part| sum.saturating_add(drawn(part, column)));
        let (movement, from, to, calculated) = match row.kind {
            RowKind::Line if row.nature == Some(Nature::Result) => (Movement::Aside, 0, value, None),
            RowKind::Line => {
                moved.push(index);
                if folded.contains(&index) {
                    continue;
                }
                (Movement::Step, running, running.saturating_add(value), None)
            }
            RowKind::Sum if sums.contains(&index) => (Movement::Step, running, running.saturating_add(value), Some(part_sum)),
            RowKind::Sum if row.sum_of.is_empty() || parts == moved => (Movement::Total, 0, value, Some(running)),
            RowKind::Sum if !parts.is_empty() && moved.ends_with(&parts) => {
                let start = running.saturating_sub(part_sum);
                (Movement::Group, start, start.saturating_add(value), Some(part_sum))
            }
            RowKind::Sum => (Movement::Aside, 0, value, Some(part_sum)),
        };
        if movement == Movement::Step {
            running = to;
        }
        let printed = value_of(row, column);
        let calculated = calculated.filter(|sum| matches!(printed, Value::Printed(value) if value != *sum));
        out.push(Step {
            row: row.id.clone(),
            label: row.label.clone(),
            expanded: row.expanded.clone(),
            kind: row.kind,
            nature: row.nature,
            sense: sense(table, row),
            value: printed,
            movement,
            from,
            to,
            after: running,
            calculated,
        });
    }
    out
}

/// Indices of the sums that stand for their lines when only totals are shown, and of those lines: sums of nothing but
/// lines, all of them just above, none of them in another such sum, and with a number of their own.
fn folds(table: &Table, column: &Id) -> (Vec<usize>, Vec<usize>) {
    let (mut sums, mut folded, mut moved): (Vec<usize>, Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new(), Vec::new());
    for (index, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Line if row.nature == Some(Nature::Result) => {}
            RowKind::Line => moved.push(index),
            RowKind::Sum => {
                let is_line = |id: &Id| table.row(id).is_some_and(|part| part.kind == RowKind::Line);
                let parts = lines_of(table, row);
                let fresh = !parts.is_empty() && !parts.iter().any(|part| folded.contains(part));
                if fresh && row.value(column).is_some() && row.sum_of.iter().all(is_line) && moved.ends_with(&parts) {
                    sums.push(index);
                    folded.extend(parts);
                }
            }
        }
    }
    (sums, folded)
}
