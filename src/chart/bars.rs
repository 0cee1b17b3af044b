//! Horizontal bars: one column of a table as parts of a whole, or two columns side by side.
//!
//! Picture, table columns and summary come from one [`BarSeries`]. Knows tables; nothing of pages.

use super::axis::{Axis, filled, stroke, text};
use super::describe::capitalised;
use super::order::order;
use super::record::Recorder;
use super::scene::{Mark, PER_PX, Role, Scene, Shape, TextAnchor, Token, WidthClass};
use super::series::{DRAWN_LIMIT, Measure, Sense, Value, column_name, direction, incoming, missing_text, ratio, sense, value_of};
use super::text_width::{cut, width, wrap};
use crate::i18n::{chart as say, number};
use crate::model::{Anchor, Column, Decimal, DisplayUnit, Id, Language, Nature, Phase, Row, RowKind, RowOrder, Table, Text, Unit};
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Rectangle};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// A row with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub row: Id,
    pub label: Text,
    /// An abbreviation spelt out by us.
    pub expanded: Option<Text>,
    pub is_sum: bool,
    /// One for each column of the series.
    pub values: Vec<Value>,
    /// Of the sum that holds the row, in per cent with one decimal; only where there is one column.
    pub share: Option<Decimal>,
    /// The same of 100 kronor, with öre.
    pub per_hundred: Option<Decimal>,
    /// The last value minus the first; only where there are two columns.
    pub change: Option<i64>,
    /// The change in per cent of the first value's size, with one decimal; nothing where that is zero.
    pub change_percent: Option<Decimal>,
    /// What more or less means, where it can be said.
    pub sense: Option<Sense>,
}

impl Bar {
    fn value(&self, index: usize) -> Option<i64> {
        match self.values.get(index) {
            Some(Value::Printed(value)) => Some(*value),
            _ => None,
        }
    }

    /// The value that the row is known by: that of the last column.
    pub fn last(&self) -> Option<i64> {
        self.value(self.values.len().saturating_sub(1))
    }
}

/// One or two columns of a table as bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarSeries {
    pub table: Id,
    pub title: Text,
    /// Earlier first.
    pub columns: Vec<Column>,
    /// Of amounts; shares have one for each column, see [`BarSeries::measure_of`].
    pub measure: Measure,
    pub order: RowOrder,
    /// The rows in the order of the picture.
    pub bars: Vec<Bar>,
    /// The last sum of the table; nothing where rows lead to a result and have no sum of all.
    pub total: Option<Bar>,
    /// What shares of each column are shares of.
    wholes: Vec<Option<i64>>,
    /// Whether the reader chose the two columns.
    pub chosen: bool,
}

impl BarSeries {
    /// The columns that are amounts of a phase, or every column that is not a change where none has a phase; at most two.
    pub fn new(table: &Table, row_order: RowOrder, display: DisplayUnit) -> BarSeries {
        let phase = |column: &&Column| matches!(column.phase, Some(Phase::Forecast | Phase::Budget));
        let mut columns: Vec<Column> = table.columns.iter().filter(phase).take(2).cloned().collect();
        if columns.is_empty() {
            columns = table.columns.iter().filter(|column| column.phase != Some(Phase::Change)).take(1).cloned().collect();
        }
        BarSeries::of_columns(table, columns, table.rows.iter().collect(), row_order, display)
    }

    /// Two columns that the reader chose, and the rows that are shown.
    pub fn compared(table: &Table, columns: [&Column; 2], rows: Vec<&Row>, row_order: RowOrder, display: DisplayUnit) -> BarSeries {
        let columns = columns.into_iter().cloned().collect();
        BarSeries { chosen: true, ..BarSeries::of_columns(table, columns, rows, row_order, display) }
    }

    fn of_columns(table: &Table, columns: Vec<Column>, rows: Vec<&Row>, row_order: RowOrder, display: DisplayUnit) -> BarSeries {
        let (lines, sums): (Vec<&Row>, Vec<&Row>) = rows.into_iter().partition(|row| row.kind == RowKind::Line);
        let lines: Vec<Bar> = lines.into_iter().map(|row| bar(table, row, &columns)).collect();
        let mut bars = match row_order {
            RowOrder::Printed => lines,
            RowOrder::Size => {
                // What there is no number for comes last.
                let size = |bar: &Bar| if columns.len() > 1 { bar.change.map(i64::saturating_abs) } else { bar.last() };
                let keys: Vec<i64> = lines.iter().map(|bar| size(bar).map_or(i64::MAX, i64::saturating_neg)).collect();
                order(&keys).into_iter().filter_map(|index| lines.get(index).cloned()).collect()
            }
        };
        let sums: Vec<Bar> = sums.into_iter().map(|row| bar(table, row, &columns)).collect();
        let leads_to_result = table.rows.iter().any(|row| row.nature == Some(Nature::Result));
        let total = sums.last().filter(|_| !leads_to_result).cloned();
        let wholes = columns.iter().enumerate().map(|(index, column)| match &total {
            Some(total) => total.value(index),
            None if leads_to_result => incoming(table, column),
            None => None,
        });
        let wholes = wholes.collect();
        // Beside its parts a whole would make every part small; two years of a whole are worth comparing.
        if columns.len() > 1 {
            bars.extend(sums);
        }
        BarSeries {
            table: table.id.clone(),
            title: table.title.clone(),
            columns,
            measure: Measure::new(table.unit, display),
            order: row_order,
            bars,
            total,
            wholes,
            chosen: false,
        }
    }

    pub fn anchor(&self, bar: &Bar) -> Anchor {
        Anchor::row(&self.table, &bar.row)
    }

    /// How values of a column are written: where the reader wants shares, as shares of the column's total.
    pub fn measure_of(&self, index: usize) -> Measure {
        self.measure.of(self.wholes.get(index).copied().flatten())
    }

    /// Whether every column has a total to take shares of.
    pub fn can_share(&self) -> bool {
        !self.wholes.is_empty() && self.wholes.iter().all(|whole| whole.is_some_and(|whole| whole != 0))
    }

    /// Whether shares are shown.
    pub fn shows_shares(&self) -> bool {
        self.measure.display == DisplayUnit::Share && self.can_share()
    }

    pub fn compares(&self) -> bool {
        self.columns.len() > 1
    }

    /// Whether the rows are parts of a whole that is printed.
    pub fn has_shares(&self) -> bool {
        self.bars.iter().any(|bar| bar.share.is_some())
    }

    /// The unit of the bars.
    pub fn unit_word(&self, language: Language) -> std::borrow::Cow<'static, str> {
        match (self.shows_shares(), &self.total) {
            (true, Some(_)) => say::unit_share_of_total(language),
            (true, None) => say::unit_share(language),
            (false, _) => self.measure.unit_word(language),
        }
    }

    /// Names of the columns in running text: «prognos 2024», «budget 2025».
    pub fn column_names(&self, language: Language) -> Vec<String> {
        self.columns.iter().map(|column| column_name(column, language)).collect()
    }

    fn value_text(&self, bar: &Bar, index: usize, language: Language) -> String {
        match bar.values.get(index) {
            Some(Value::Printed(value)) if self.shows_shares() => self.measure_of(index).amount(*value, language),
            Some(Value::Printed(value)) => self.measure.number(*value, language),
            Some(Value::Missing(reason)) => missing_text(*reason, language).into_owned(),
            None => String::new(),
        }
    }

    /// A change as a number with its sign; amounts even where shares are shown.
    fn signed(&self, change: i64, language: Language) -> String {
        let plus = if self.measure.shown(change).digits > 0 { "+" } else { "" };
        format!("{plus}{}", self.measure.number(change, language))
    }

    /// A change in running text: kronor, per cent, what it means.
    fn change_words(&self, bar: &Bar, change: i64, language: Language) -> String {
        let mut out = self.measure.signed_amount(change, language);
        let mut more = Vec::new();
        more.extend(bar.change_percent.map(|share| signed_percent(share, language)));
        more.extend(direction(bar.sense, change, language).map(|words| words.into_owned()));
        if !more.is_empty() {
            out.push_str(&format!(" ({})", more.join(", ")));
        }
        out
    }

    /// What stands beside a bar: the value, and its share where the rows are parts of a whole.
    fn beside(&self, bar: &Bar, index: usize, language: Language) -> String {
        let value = self.value_text(bar, index, language);
        match (&bar.share, bar.value(index)) {
            (Some(_), Some(amount)) if self.shows_shares() => format!("{value} \u{b7} {}", self.measure.number(amount, language)),
            (Some(share), _) => format!("{value} \u{b7} {}", percent(*share, language)),
            (None, _) => match bar.change.filter(|_| index > 0) {
                Some(change) => format!("{value} ({})", self.signed(change, language)),
                None => value,
            },
        }
    }

    /// What a screen reader says and a tooltip shows for a row.
    pub fn label(&self, bar: &Bar, language: Language) -> String {
        let mut out = row_name(bar, language);
        for (index, name) in self.column_names(language).iter().enumerate() {
            let value = match bar.value(index) {
                Some(value) if self.shows_shares() && self.compares() => {
                    format!("{} ({})", self.measure.amount(value, language), self.measure_of(index).amount(value, language))
                }
                Some(value) => self.measure.amount(value, language),
                None => self.value_text(bar, index, language),
            };
            out.push_str(&format!(", {name}: {value}"));
        }
        if bar.is_sum {
            out.push_str(&format!(", {}", say::is_sum(language)));
        }
        if let Some(share) = bar.share {
            out.push_str(&format!(", {}", say::of_the_total(language, &percent(share, language))));
        }
        if let Some(part) = bar.per_hundred {
            out.push_str(&format!(", {}", say::of_hundred(language, &number::decimal(language, part))));
        }
        if let Some(change) = bar.change {
            out.push_str(&format!(", {}", say::change_is(language, &self.change_words(bar, change, language))));
        }
        out
    }
}

/// The row's name with its abbreviation spelt out.
pub fn row_name(bar: &Bar, language: Language) -> String {
    let label = bar.label.get(language);
    match &bar.expanded {
        Some(expanded) if expanded.get(language) != label => format!("{label} ({})", expanded.get(language)),
        _ => label.to_owned(),
    }
}

/// A share as each language writes it.
pub fn percent(share: Decimal, language: Language) -> String {
    let number = number::decimal(language, share);
    match language {
        Language::Sv => format!("{number}\u{a0}%"),
        Language::En => format!("{number}%"),
    }
}

/// A change in per cent with its sign.
pub fn signed_percent(share: Decimal, language: Language) -> String {
    let plus = if share.digits > 0 { "+" } else { "" };
    format!("{plus}{}", percent(share, language))
}

fn bar(table: &Table, row: &Row, columns: &[Column]) -> Bar {
    let values: Vec<Value> = columns.iter().map(|column| value_of(row, &column.id)).collect();
    let printed = |index: usize| match values.get(index) {
        Some(Value::Printed(value)) => Some(*value),
        _ => None,
    };
    let whole = columns.first().filter(|_| columns.len() == 1).and_then(|column| {
        let sum = table.rows.iter().find(|sum| sum.sum_of.contains(&row.id))?;
        sum.value(&column.id).filter(|whole| *whole != 0)
    });
    let of_whole = |scale: i64| Some(ratio(printed(0)?, whole?, scale));
    let change = match (columns.len(), printed(0), printed(1)) {
        (2, Some(earlier), Some(later)) => Some(later.saturating_sub(earlier)),
        _ => None,
    };
    Bar {
        row: row.id.clone(),
        label: row.label.clone(),
        expanded: row.expanded.clone(),
        is_sum: row.kind == RowKind::Sum,
        share: of_whole(1_000).map(|digits| Decimal { digits, scale: 1 }),
        per_hundred: of_whole(10_000).map(|digits| Decimal { digits, scale: 2 }),
        change,
        change_percent: change
            .zip(printed(0))
            .filter(|(_, earlier)| *earlier != 0)
            .map(|(change, earlier)| Decimal { digits: ratio(change, earlier.saturating_abs(), 1_000), scale: 1 }),
        sense: sense(table, row),
        values,
    }
}

/// The finding: the whole and its largest part, or the whole before and after.
pub fn title(series: &BarSeries, language: Language) -> String {
    let names = series.column_names(language);
    let whole = series.total.as_ref().and_then(Bar::last);
    let subject = series.title.get(language);
    match (&series.total, names.as_slice()) {
        // Chosen columns, and rows without a sum of all: what moved most is the finding.
        (total, [earlier, later]) if series.chosen || total.is_none() => match moved(series, language) {
            moved if moved.is_empty() => say::title_unmoved(language, earlier, later).into_owned(),
            moved => say::title_moved(language, earlier, later, &moved).into_owned(),
        },
        (Some(total), [earlier, later]) if total.change.is_some() => {
            let amount = |index| total.value(index).map(|value| series.measure.amount(value, language)).unwrap_or_default();
            let change = total.change.map(|change| series.measure.signed_amount(change, language)).unwrap_or_default();
            say::title_compared(language, subject, &amount(0), earlier, &amount(1), later, &change).into_owned()
        }
        _ => {
            let largest = largest(series).and_then(|bar| bar.last().map(|value| (bar, value)));
            let name = names.last().map(|name| capitalised(name)).unwrap_or_default();
            match (largest, whole) {
                (Some((bar, value)), Some(whole)) => {
                    let mut part = series.measure.amount(value, language);
                    if let Some(share) = bar.share {
                        part.push_str(&format!(" ({})", percent(share, language)));
                    }
                    let label = bar.expanded.as_ref().unwrap_or(&bar.label).get(language);
                    say::title_parts(language, &name, &series.measure.amount(whole, language), series.bars.len(), label, &part).into_owned()
                }
                _ => format!("{subject}, {}", names.join(", ")),
            }
        }
    }
}

/// The largest movements among the lines, largest first, three at most.
fn moved(series: &BarSeries, language: Language) -> String {
    let lines: Vec<(&Bar, i64)> =
        series.bars.iter().filter(|bar| !bar.is_sum).filter_map(|bar| Some((bar, bar.change.filter(|change| *change != 0)?))).collect();
    let keys: Vec<i64> = lines.iter().map(|(_, change)| change.saturating_abs().saturating_neg()).collect();
    let first = order(&keys).into_iter().take(3).filter_map(|index| lines.get(index));
    let named = first.map(|(bar, change)| format!("{} {}", bar.label.get(language), series.change_words(bar, *change, language)));
    named.collect::<Vec<_>>().join(", ")
}

fn largest(series: &BarSeries) -> Option<&Bar> {
    series.bars.iter().filter(|bar| !bar.is_sum).max_by_key(|bar| bar.last())
}

/// A few sentences that say what the picture shows.
pub fn summary(series: &BarSeries, language: Language) -> String {
    let names = series.column_names(language);
    let lines: Vec<&Bar> = series.bars.iter().filter(|bar| !bar.is_sum).collect();
    let unit = series.unit_word(language);
    let mut out = vec![say::summary_bars(language, series.bars.len(), series.title.get(language), &names.join(", "), &unit).into_owned()];
    let list = |bars: Vec<&Bar>, value: &dyn Fn(&Bar) -> Option<String>| {
        bars.into_iter().filter_map(|bar| Some(format!("{} {}", bar.label.get(language), value(bar)?))).collect::<Vec<_>>().join(", ")
    };
    let pick = |keys: Vec<i64>| order(&keys).into_iter().filter_map(|index| lines.get(index).copied()).collect::<Vec<&Bar>>();
    if series.compares() {
        let moved = moved(series, language);
        if !moved.is_empty() {
            out.push(say::summary_moved(language, &moved).into_owned());
        }
    } else {
        let keys: Vec<i64> = lines.iter().map(|bar| bar.last().map_or(i64::MAX, i64::saturating_neg)).collect();
        let sorted: Vec<&Bar> = pick(keys).into_iter().filter(|bar| bar.last().is_some()).collect();
        let with_share = |bar: &Bar| {
            let value = series.measure.amount(bar.last()?, language);
            Some(bar.share.map_or(value.clone(), |share| format!("{value} ({})", percent(share, language))))
        };
        out.push(say::summary_largest(language, &list(sorted.iter().copied().take(3).collect(), &with_share)).into_owned());
        if let Some(smallest) = sorted.last().filter(|_| sorted.len() > 3) {
            out.push(say::summary_smallest(language, &list(vec![smallest], &with_share)).into_owned());
        }
    }
    if let (Some(total), false) = (&series.total, series.compares())
        && let Some(value) = total.last()
    {
        out.push(say::summary_total(language, &series.measure.amount(value, language)).into_owned());
    }
    let missing: Vec<String> = series
        .bars
        .iter()
        .filter(|bar| bar.values.iter().any(|value| matches!(value, Value::Missing(_))))
        .map(|bar| row_name(bar, language))
        .collect();
    if !missing.is_empty() {
        out.push(say::summary_missing(language, &missing.join(", ")).into_owned());
    }
    if series.measure.unit == Unit::Unstated {
        out.push(say::summary_no_unit(language).into_owned());
    }
    if series.shows_shares() {
        out.push(say::summary_shares_of_total(language).into_owned());
    } else if series.measure.rounds() {
        out.push(say::summary_rounded(language).into_owned());
    }
    out.join(" ")
}

/// The sizes of one width class, in units.
struct Sizes {
    label: i32,
    line: i32,
    small: i32,
    small_line: i32,
    bar: i32,
    label_width: i32,
    plot_from: i32,
    head: i32,
    ticks: usize,
}

fn sizes(class: WidthClass, columns: usize) -> Sizes {
    let px = PER_PX;
    let wide = class == WidthClass::Wide;
    let thick = if columns > 1 { 13 * px } else { 18 * px };
    Sizes {
        label: if wide { 14 * px } else { 13 * px },
        line: if wide { 18 * px } else { 17 * px },
        small: if wide { 12 * px } else { 11 * px },
        small_line: if wide { 15 * px } else { 14 * px },
        bar: if wide { thick } else { 10 * px },
        label_width: if wide { 300 * px } else { class.width_px() * px },
        plot_from: if wide { 316 * px } else { 0 },
        head: if wide { 44 * px } else { 66 * px },
        ticks: if wide { 7 } else { 4 },
    }
}

/// A row with its place, in units from the top of the scene.
struct Placed<'a> {
    bar: &'a Bar,
    lines: Vec<String>,
    small: Vec<String>,
    top: i32,
    bottom: i32,
    first_baseline: i32,
    /// The upper edge of each bar, and the baseline of its value.
    bars: Vec<(i32, i32)>,
}

/// The chart of a series. Each row is a mark with the anchor of its table row.
pub fn scene(series: &BarSeries, class: WidthClass, language: Language) -> Scene {
    let mut sizes = sizes(class, series.columns.len());
    // Amounts of both signs stand on both sides of the axis: they need the room more than the names.
    if series.chosen && class == WidthClass::Wide {
        (sizes.label_width, sizes.plot_from) = (210 * PER_PX, 222 * PER_PX);
    }
    let placed = place(series, class, language, &sizes);
    let whole = class.width_px() * PER_PX;
    let height = placed.last().map_or(sizes.head, |row| row.bottom) + 6 * PER_PX;
    let marks = placed.iter().map(|row| mark(series, row.bar, language)).collect();
    let recorder = Rc::new(RefCell::new(Recorder::new(whole, height)));
    for (index, row) in placed.iter().enumerate() {
        let band =
            Shape::Rect { x: 0, y: row.top, width: whole, height: row.bottom - row.top, radius: 3 * PER_PX, fill: None, stroke: None };
        recorder.borrow_mut().push(Some(index), band);
    }
    // The recorder cannot fail, and a chart that plotters cannot lay out still has its labels.
    let drawn = draw(series, class, language, &sizes, &placed, &recorder, height);
    debug_assert!(drawn.is_ok(), "{drawn:?}");
    let mut recorder = recorder.take();
    head(series, class, language, &mut recorder);
    for (index, row) in placed.iter().enumerate() {
        let mut y = row.first_baseline;
        for content in &row.lines {
            recorder.push(Some(index), text(0, y, sizes.label, row.bar.is_sum, TextAnchor::Start, Token::Ink, content));
            y += sizes.line;
        }
        y += sizes.small_line - sizes.line + 2 * PER_PX;
        for content in &row.small {
            recorder.push(Some(index), text(0, y, sizes.small, false, TextAnchor::Start, Token::Soft, content));
            y += sizes.small_line;
        }
    }
    Scene {
        width: whole,
        height,
        title: title(series, language),
        description: summary(series, language),
        shapes: recorder.into_shapes(marks),
    }
}

fn place<'a>(series: &'a BarSeries, class: WidthClass, language: Language, sizes: &Sizes) -> Vec<Placed<'a>> {
    let wide = class == WidthClass::Wide;
    let count = i32::try_from(series.columns.len()).unwrap_or(1);
    let mut top = sizes.head;
    let mut out = Vec::new();
    for bar in &series.bars {
        // On a narrow screen the value of a single bar stands on the line of the label.
        let beside = if wide || count > 1 { 0 } else { width(&series.beside(bar, 0, language), sizes.label, bar.is_sum) + 10 * PER_PX };
        let room = (sizes.label_width - beside).max(100 * PER_PX);
        let lines = wrap(bar.label.get(language), sizes.label, bar.is_sum, room, 5);
        // The label is as printed in Swedish; in English it is our translation and spelt out already.
        let expanded = bar.expanded.as_ref().map(|expanded| expanded.sv.as_str()).filter(|_| language == Language::Sv);
        let small = expanded.map(|expanded| wrap(expanded, sizes.small, false, sizes.label_width, 3)).unwrap_or_default();
        let small_height = if small.is_empty() { 0 } else { small.len() as i32 * sizes.small_line + 2 * PER_PX };
        let text_height = lines.len().max(1) as i32 * sizes.line + small_height;
        let step = if wide { sizes.bar + 4 * PER_PX } else { sizes.bar + sizes.small_line + 4 * PER_PX };
        let (height, first_baseline, first_bar) = if wide {
            let height = (text_height + 8 * PER_PX).max(step * count + 10 * PER_PX);
            (height, top + (height - text_height) / 2 + sizes.line * 3 / 4, top + (height - step * count + 4 * PER_PX) / 2)
        } else if count == 1 {
            let first = top + text_height + 9 * PER_PX;
            (text_height + sizes.bar + 18 * PER_PX, top + 5 * PER_PX + sizes.line * 3 / 4, first)
        } else {
            // Each bar has its phase and value on a line of its own.
            let first = top + text_height + 10 * PER_PX + sizes.small_line;
            (text_height + step * count + 18 * PER_PX, top + 5 * PER_PX + sizes.line * 3 / 4, first)
        };
        let bars = (0..count)
            .map(|index| {
                let y = first_bar + index * step;
                let baseline = match (wide, count) {
                    (true, _) => y + sizes.bar / 2 + sizes.label * 35 / 100,
                    (false, 1) => first_baseline,
                    (false, _) => y - 4 * PER_PX,
                };
                (y, baseline)
            })
            .collect();
        out.push(Placed { bar, lines, small, top, bottom: top + height, first_baseline, bars });
        top += height;
    }
    out
}

fn mark(series: &BarSeries, bar: &Bar, language: Language) -> Mark {
    let class = match bar.last() {
        None => "bar bar-missing",
        Some(_) if bar.is_sum => "bar bar-total",
        Some(_) => "bar bar-step",
    };
    Mark {
        anchor: Some(series.anchor(bar)),
        ends: None,
        role: Role::Image,
        href: None,
        label: series.label(bar, language),
        class,
        shapes: Vec::new(),
    }
}

/// The unit, and which bar is which year, above the chart.
fn head(series: &BarSeries, class: WidthClass, language: Language, recorder: &mut Recorder) {
    let size = 12 * PER_PX;
    let names = series.column_names(language);
    let unit = series.unit_word(language);
    let subject = if series.compares() { capitalised(&unit) } else { format!("{}, {unit}", capitalised(&names.join(", "))) };
    let (first, second) = if class == WidthClass::Wide { (13 * PER_PX, 31 * PER_PX) } else { (12 * PER_PX, 32 * PER_PX) };
    recorder
        .push(None, text(0, first, size, false, TextAnchor::Start, Token::Soft, &cut(&subject, size, false, class.width_px() * PER_PX)));
    if !series.compares() {
        return;
    }
    let mut x = 0;
    for (index, name) in names.iter().enumerate() {
        let square = 9 * PER_PX;
        let (fill, stroke) = if index == 0 { (Token::Card, Some(Token::Mark)) } else { (Token::Mark, None) };
        recorder.push(None, Shape::Rect { x, y: second - square, width: square, height: square, radius: 0, fill: Some(fill), stroke });
        x += square + 5 * PER_PX;
        recorder.push(None, text(x, second, size, false, TextAnchor::Start, Token::Soft, name));
        x += width(name, size, false) + 12 * PER_PX;
    }
}

fn draw(
    series: &BarSeries,
    class: WidthClass,
    language: Language,
    sizes: &Sizes,
    placed: &[Placed<'_>],
    recorder: &Rc<RefCell<Recorder>>,
    height: i32,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let wide = class == WidthClass::Wide;
    let drawn = |bar: &Bar, index: usize| {
        let measure = series.measure_of(index);
        measure.plotted(bar.value(index).unwrap_or(0).clamp(-DRAWN_LIMIT, DRAWN_LIMIT)).clamp(-DRAWN_LIMIT, DRAWN_LIMIT)
    };
    let axis_measure = series.measure_of(0);
    let all = || placed.iter().flat_map(|row| (0..row.bars.len()).map(|index| drawn(row.bar, index)));
    let low = all().min().unwrap_or(0).min(0);
    let high = all().max().unwrap_or(0).max(0);
    let high = if low == high { high + 1 } else { high };
    let half = |value: i64| width(&axis_measure.end_label(value, language), 12 * PER_PX, false) / 2;
    let (mut left, mut right) = (half(low), half(high));
    if wide {
        for row in placed {
            for index in 0..row.bars.len() {
                let room = width(&series.beside(row.bar, index, language), sizes.label, row.bar.is_sum) + 8 * PER_PX;
                if drawn(row.bar, index) < 0 { left = left.max(room) } else { right = right.max(room) }
            }
        }
    }
    let whole = class.width_px() * PER_PX;
    let (from, to) = (sizes.plot_from + left, (whole - right).max(sizes.plot_from + left + 40 * PER_PX));
    let plot_top = sizes.head - 2 * PER_PX;
    let root = DrawingArea::from(recorder);
    let root = &root;
    let axis = Axis { low, high, from, to, plot_top, height, ticks: sizes.ticks, size: 12 * PER_PX };
    let plot = axis.draw(root, axis_measure, language)?;
    let x = |value: i64| plot.map_coordinate(&(value, 0)).0;
    let zero = x(0);
    root.draw(&PathElement::new(vec![(zero, plot_top), (zero, height)], stroke(Token::Line, 10)))?;
    let names = series.column_names(language);
    for (index, row) in placed.iter().enumerate() {
        for (which, (bar_top, baseline)) in row.bars.iter().copied().enumerate() {
            recorder.borrow_mut().open(Some(index));
            let value = drawn(row.bar, which);
            let (mut x0, mut x1) = (zero.min(x(value)), zero.max(x(value)));
            if row.bar.value(which).is_some() {
                // The smallest amounts keep a line that can be seen.
                if x1 - x0 < 15 {
                    (x0, x1) = if value < 0 { (x1 - 15, x1) } else { (x0, x0 + 15) };
                }
                let corners = [(x0, bar_top), (x1, bar_top + sizes.bar)];
                let tone = if row.bar.is_sum { Token::Total } else { Token::Mark };
                // The earlier of two years is an outline: apart without colour.
                if series.compares() && which == 0 {
                    root.draw(&Rectangle::new(corners, filled(Token::Card)))?;
                    root.draw(&Rectangle::new(corners, stroke(tone, 15)))?;
                } else {
                    root.draw(&Rectangle::new(corners, filled(tone)))?;
                }
            }
            recorder.borrow_mut().open(None);
            let value_text = series.beside(row.bar, which, language);
            let fill = if row.bar.value(which).is_some() { Token::Ink } else { Token::Soft };
            let size = sizes.label;
            let shape = match (wide, series.compares()) {
                (true, _) if value < 0 => text(x0 - 6 * PER_PX, baseline, size, row.bar.is_sum, TextAnchor::End, fill, &value_text),
                (true, _) => text(x1 + 6 * PER_PX, baseline, size, row.bar.is_sum, TextAnchor::Start, fill, &value_text),
                (false, _) => text(whole, baseline, size, row.bar.is_sum, TextAnchor::End, fill, &value_text),
            };
            recorder.borrow_mut().push(Some(index), shape);
            if let (false, true, Some(name)) = (wide, series.compares(), names.get(which)) {
                let shape = text(0, baseline, sizes.small, false, TextAnchor::Start, Token::Soft, name);
                recorder.borrow_mut().push(Some(index), shape);
            }
        }
    }
    Ok(())
}
