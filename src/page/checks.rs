//! Checks in words: what was compared, the arithmetic, and what came of it as word and symbol.

use super::parts::paragraph;
use crate::i18n::{chart, checks as words, number};
use crate::markup::{Element, Node, el, text};
use crate::model::{Decimal, Language, Unit};
use crate::query::checks::{Check, CheckUnit, Kind, Operand, Outcome, Place, count};

/// How many checks hold and how many do not, in a line.
pub fn counted(language: Language, checks: &[&Check]) -> String {
    let (holds, rounding, wrong) = count(checks);
    words::count(language, checks.len(), holds, rounding, wrong).into_owned()
}

/// What does not hold stands open, what holds is folded.
/// Away from its table a check names it.
pub fn list(language: Language, id: &str, checks: &[&Check], with_table: bool) -> Node {
    if checks.is_empty() {
        return paragraph(words::no_checks(language)).into();
    }
    let (holding, others): (Vec<&Check>, Vec<&Check>) = checks.iter().copied().partition(|check| check.holds());
    let mut out: Vec<Node> = vec![el("p").class("checks-count").text(counted(language, checks)).into()];
    if !others.is_empty() {
        out.push(items(language, &others, with_table).into());
    }
    if !holding.is_empty() {
        out.push(
            el("details")
                .attr("id", format!("{id}-holds"))
                .child(el("summary").text(words::show_all(language, holding.len())))
                .child(items(language, &holding, with_table))
                .into(),
        );
    }
    Node::Fragment(out)
}

fn items(language: Language, checks: &[&Check], with_table: bool) -> Element {
    el("ul").class("checks").children(checks.iter().map(|check| {
        el("li").child(mark(language, check)).child(
            el("div")
                .child(el("span").class("check-name").text(name(language, check, with_table)))
                .child(el("br"))
                .text(arithmetic(language, check)),
        )
    }))
}

/// The result as symbol and word; the colour only repeats it.
pub fn mark(language: Language, check: &Check) -> Element {
    let (class, symbol, word) = match check.outcome {
        Outcome::Holds => ("check-mark check-holds", "\u{2713}", words::holds(language)),
        Outcome::OffByRounding(_) => ("check-mark check-rounding", "\u{2248}", words::rounding(language)),
        Outcome::DoesNotFit(_) => ("check-mark check-wrong", "\u{2260}", words::does_not_fit(language)),
    };
    el("span").class(class).child(el("span").attr("aria-hidden", "true").text(symbol)).child(text(format!(" {word}")))
}

pub fn kind(language: Language, kind: Kind) -> String {
    match kind {
        Kind::RowSum => words::kind_row_sum(language),
        Kind::ColumnSum => words::kind_column_sum(language),
        Kind::Difference => words::kind_difference(language),
        Kind::Equality => words::kind_equality(language),
        Kind::Text => words::kind_text(language),
        Kind::TextSum => words::kind_text_sum(language),
    }
    .into_owned()
}

/// What is checked: the row and column, the two tables, or the amount in the text.
fn name(language: Language, check: &Check, with_table: bool) -> String {
    match check.kind {
        Kind::RowSum | Kind::ColumnSum | Kind::Difference if with_table => places(language, &check.printed),
        Kind::RowSum | Kind::ColumnSum | Kind::Difference => {
            check.printed.first().map(|operand| cell_name(language, operand, true)).unwrap_or_default()
        }
        Kind::Equality => words::against(language, &places(language, &check.printed), &places(language, &check.against)).into_owned(),
        Kind::Text => {
            let cell = check.against.first().map(|operand| place(language, operand)).unwrap_or_default();
            let figure = check.printed.first().map(|operand| cell_name(language, operand, false)).unwrap_or_default();
            words::against(language, &figure, &cell).into_owned()
        }
        Kind::TextSum => check.printed.first().map(|operand| cell_name(language, operand, false)).unwrap_or_default(),
    }
}

fn cell_name(language: Language, operand: &Operand, with_column: bool) -> String {
    match operand.place {
        Place::Cell { row, column, .. } if with_column => format!("{}, {}", row.label.get(language), column.label.get(language)),
        Place::Cell { row, .. } => row.label.get(language).to_owned(),
        Place::Figure(figure) => figure.label.get(language).to_owned(),
    }
}

fn place(language: Language, operand: &Operand) -> String {
    match operand.place {
        Place::Cell { table, .. } => {
            let cell = cell_name(language, operand, true);
            words::in_table(language, &cell, table.title.get(language)).into_owned()
        }
        Place::Figure(figure) => figure.label.get(language).to_owned(),
    }
}

/// The places of one side of an equality; those of the same table share its name.
fn places(language: Language, operands: &[Operand]) -> String {
    let shared = match operands.first().map(|operand| operand.place) {
        Some(Place::Cell { table, .. }) if operands.len() > 1 && operands.iter().all(|operand| operand.place.is_in(&table.id)) => {
            Some(table)
        }
        _ => None,
    };
    match shared {
        Some(table) => {
            let rows: Vec<String> = operands.iter().map(|operand| cell_name(language, operand, true)).collect();
            words::in_table(language, &rows.join(" + "), table.title.get(language)).into_owned()
        }
        None => operands.iter().map(|operand| place(language, operand)).collect::<Vec<_>>().join(&words::and(language)),
    }
}

/// The arithmetic written out: `16 099 + 231 964 = 248 063. Källan anger 248 063.`
pub fn arithmetic(language: Language, check: &Check) -> String {
    let mut out = match check.kind {
        Kind::Text => text_arithmetic(language, check),
        _ => {
            let left = sum(language, &check.printed);
            let printed = if check.printed.len() > 1 { left } else { with_unit(language, left, &check.unit) };
            let right = with_unit(language, number::decimal(language, check.calculated), &check.unit);
            let equation = if check.against.len() > 1 { format!("{} = {right}", sum(language, &check.against)) } else { right };
            match check.kind {
                Kind::Equality => words::equal_against(language, &printed, &equation).into_owned(),
                _ => format!("{equation}. {}", words::printed(language, &printed)),
            }
        }
    };
    if let Outcome::OffByRounding(off) | Outcome::DoesNotFit(off) = check.outcome {
        let size = Decimal { digits: off.digits.saturating_abs(), scale: off.scale };
        out.push(' ');
        out.push_str(&words::difference(language, &with_unit(language, number::decimal(language, size), &check.unit)));
    }
    out
}

fn text_arithmetic(language: Language, check: &Check) -> String {
    let (Some(Place::Figure(figure)), Some(Place::Cell { table, .. })) =
        (check.printed.first().map(|operand| operand.place), check.against.first().map(|operand| operand.place))
    else {
        return String::new();
    };
    let cell = match table.unit {
        Unit::Tkr => with_unit(language, number::decimal(language, check.calculated), &CheckUnit::Tkr),
        Unit::Mkr => with_unit(language, number::decimal(language, check.calculated), &CheckUnit::Mkr),
        Unit::Unstated => number::decimal(language, check.calculated),
    };
    let said = super::budget::figures::value(language, figure);
    let mut out = words::text_against(language, &said, table.title.get(language), &cell).into_owned();
    if check.without_sign {
        out.push(' ');
        out.push_str(&words::without_sign(language));
    }
    if table.unit == Unit::Unstated {
        out.push(' ');
        out.push_str(&words::read_as_thousands(language));
    }
    out
}

/// Numbers added up and taken away, as one writes it.
fn sum(language: Language, operands: &[Operand]) -> String {
    let mut out = String::new();
    for (index, operand) in operands.iter().enumerate() {
        let Some(value) = operand.value else {
            out.push_str(if index > 0 { " + (" } else { "(" });
            out.push_str(&words::empty_cell(language));
            out.push(')');
            continue;
        };
        let minus = (value.digits < 0) != operand.minus;
        let size = number::decimal(language, Decimal { digits: value.digits.saturating_abs(), scale: value.scale });
        match (index > 0, minus) {
            (true, true) => out.push_str(" \u{2212} "),
            (true, false) => out.push_str(" + "),
            (false, true) => out.push('\u{2212}'),
            (false, false) => {}
        }
        out.push_str(&size);
    }
    out
}

fn with_unit(language: Language, number: String, unit: &CheckUnit) -> String {
    match unit {
        CheckUnit::Tkr => format!("{number}\u{a0}{}", chart::unit_tkr(language)),
        CheckUnit::Mkr => format!("{number}\u{a0}{}", chart::unit_mkr(language)),
        CheckUnit::Percent => format!("{number}\u{a0}%"),
        CheckUnit::Unstated | CheckUnit::Count => number,
    }
}
