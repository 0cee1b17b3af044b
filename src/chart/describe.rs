//! The income statement in words: made from the same series as its picture.

use super::order::order;
use super::series::{Measure, Movement, Step, StepSeries, Value};
use crate::i18n::chart as say;
use crate::model::{DisplayUnit, Language, Nature, Unit};

/// The finding: what came of it, with phases and amounts, no multiples and no praise.
pub fn title(series: &StepSeries, language: Language) -> String {
    let total = |nature| sum_of_nature(series, nature);
    let result = series
        .steps
        .iter()
        .rev()
        .find(|step| step.movement == Movement::Total && step.nature == Some(Nature::Result) && step.printed().is_some());
    let column = capitalised(&series.column_name(language));
    match (result, total(Nature::Income), total(Nature::Allocation), total(Nature::Cost)) {
        (Some(result), Some(_), Some(allocation), Some(cost)) if series.is_change() => {
            let [later, earlier] = ends(series, language);
            let cost = match cost.signum() {
                0 => say::unchanged(language).into_owned(),
                1 => say::cost_falls(language, &series.amount(cost, language)).into_owned(),
                _ => say::cost_rises(language, &series.amount(cost.saturating_neg(), language)).into_owned(),
            };
            let row = result.label.get(language).to_lowercase();
            let amount = series.signed_amount(result.to, language);
            say::title_change(language, &earlier, &later, &row, &amount, &series.signed_amount(allocation, language), &cost).into_owned()
        }
        (Some(result), Some(income), Some(allocation), Some(cost)) => {
            let amount = |value| series.amount(value, language);
            let (income, allocation) = (amount(income), amount(allocation));
            let (cost, result) = (amount(cost.saturating_neg()), amount(result.to));
            say::title_statement(language, &column, &income, &allocation, &cost, &result).into_owned()
        }
        _ => match series.steps.iter().rev().find(|step| step.movement == Movement::Total).or(series.steps.last()) {
            Some(step) => {
                let value = step.printed().map_or_else(|| series.value_text(step, language), |value| series.amount(value, language));
                say::title_last(language, series.title.get(language), &series.column_name(language), step.label.get(language), &value)
                    .into_owned()
            }
            None => format!("{}, {}", series.title.get(language), series.column_name(language)),
        },
    }
}

/// A few sentences that say what the picture shows.
pub fn summary(series: &StepSeries, language: Language) -> String {
    let amount = |value| if series.is_change() { series.signed_amount(value, language) } else { series.amount(value, language) };
    let named = |step: &Step| format!("{} {}", step.label.get(language), amount(step.to.saturating_sub(step.from)));
    let mut out = vec![
        say::summary_what(
            language,
            series.title.get(language),
            &series.column_name(language),
            &series.unit_word(language),
            series.steps.len(),
        )
        .into_owned(),
    ];
    let moves: Vec<&Step> = series.steps.iter().filter(|step| step.movement == Movement::Step && step.from != step.to).collect();
    let sizes: Vec<i64> = moves.iter().map(|step| step.to.saturating_sub(step.from)).collect();
    let moves: Vec<&Step> = order(&sizes).into_iter().filter_map(|index| moves.get(index).copied()).collect();
    let list = |steps: Vec<&Step>| steps.into_iter().map(named).collect::<Vec<_>>().join(", ");
    let up: Vec<&Step> = moves.iter().rev().copied().filter(|step| step.to > step.from).take(3).collect();
    let down: Vec<&Step> = moves.iter().copied().filter(|step| step.to < step.from).take(3).collect();
    if !up.is_empty() {
        out.push(say::summary_up(language, &list(up)).into_owned());
    }
    if !down.is_empty() {
        out.push(say::summary_down(language, &list(down)).into_owned());
    }
    let names = |wanted: &dyn Fn(&Step) -> bool| {
        let names: Vec<String> = series.steps.iter().filter(|step| wanted(step)).map(|step| series.row_name(step, language)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    out.extend(names(&|step| matches!(step.value, Value::Missing(_))).map(|rows| say::summary_missing(language, &rows).into_owned()));
    out.extend(names(&|step| step.movement == Movement::Aside).map(|rows| say::summary_aside(language, &rows).into_owned()));
    for step in &series.steps {
        if let (Some(calculated), Some(printed)) = (step.calculated, step.printed()) {
            let (printed, calculated) = (series.amount(printed, language), series.amount(calculated, language));
            out.push(say::summary_mismatch(language, step.label.get(language), &printed, &calculated).into_owned());
        }
    }
    if series.steps.iter().any(|step| step.nature == Some(Nature::Cost)) {
        out.push(if series.is_change() { say::summary_signs_change(language) } else { say::summary_signs_phase(language) }.into_owned());
    }
    if let (true, Some(incoming)) = (series.measure().is_share(), series.incoming) {
        let incoming = Measure::new(series.unit, DisplayUnit::Tkr).amount(incoming, language);
        out.push(say::summary_shares_of_incoming(language, &incoming).into_owned());
    } else if series.rounds() {
        out.push(say::summary_rounded(language).into_owned());
    }
    out.join(" ")
}

/// The heading of the value column: the column and its unit.
pub fn value_head(series: &StepSeries, language: Language) -> String {
    let column = capitalised(&series.column_name(language));
    match series.unit {
        Unit::Unstated => format!("{column} ({})", say::unit_unstated(language)),
        _ => format!("{column}, {}", series.unit_word(language)),
    }
}

/// The sum of all steps of a nature, or nothing where there is none.
fn sum_of_nature(series: &StepSeries, nature: Nature) -> Option<i64> {
    let mut moves = series.steps.iter().filter(|step| step.movement == Movement::Step && step.nature == Some(nature)).peekable();
    moves.peek()?;
    Some(moves.fold(0, |sum, step| sum.saturating_add(step.to.saturating_sub(step.from))))
}

/// The names of the later and the earlier column.
fn ends(series: &StepSeries, language: Language) -> [String; 2] {
    match &series.difference_of {
        Some([later, earlier]) => [series.name_of(later, language), series.name_of(earlier, language)],
        None => [series.column_name(language), String::new()],
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
