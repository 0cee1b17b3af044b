//! Amounts and counts of the running text beside the tables, each with its check.

use crate::i18n::{chart, money as words, number};
use crate::markup::{Element, el};
use crate::model::{Figure, FigureUnit, Id, Language};
use crate::page::parts::{cite, note_button, paragraph, reading, section, swedish};
use crate::page::{Context, checks};
use crate::query::checks::Check;

/// The value with its unit; a count says of what in the label beside it.
pub fn value(language: Language, figure: &Figure) -> String {
    let amount = number::decimal(language, figure.value);
    match figure.unit {
        FigureUnit::Mkr => format!("{amount}\u{a0}{}", chart::unit_mkr(language)),
        FigureUnit::Tkr => format!("{amount}\u{a0}{}", chart::unit_tkr(language)),
        FigureUnit::Percent => match language {
            Language::Sv => format!("{amount}\u{a0}%"),
            Language::En => format!("{amount}%"),
        },
        FigureUnit::Count(_) => amount,
    }
}

/// Whether a figure speaks of money or of those who are paid with it.
pub fn is_about_money(figure: &Figure) -> bool {
    match &figure.unit {
        FigureUnit::Mkr | FigureUnit::Tkr | FigureUnit::Percent => true,
        FigureUnit::Count(what) => matches!(what.as_str(), "people" | "full_time_equivalents"),
    }
}

/// The figures that speak of a table, and the sums and parts they belong to.
pub fn of_table<'c>(context: &Context<'c>, table: &Id) -> Vec<&'c Figure> {
    let figures = &context.catalogue.figures;
    let speaks = |figure: &Figure| figure.cells.iter().any(|cell| cell.table == *table);
    figures.iter().filter(|figure| speaks(figure)).collect()
}

/// Counts of the running text that are about something else than money.
pub fn counts(context: &Context, figures: &[&Figure], checks: &[Check]) -> Element {
    let language = context.language();
    section("text-counts", words::counts_heading(language))
        .child(el("ul").class("text-figures").children(figures.iter().map(|figure| entry(context, figure, checks))))
}

/// Figures with their printed wording, place and checks; parts stand under their sum.
pub fn part(context: &Context, figures: &[&Figure], checks: &[Check]) -> Element {
    let language = context.language();
    let is_part = |id: &Id| figures.iter().any(|figure| figure.sum_of.contains(id));
    let top = figures.iter().filter(|figure| !is_part(&figure.id));
    section("text-figures", words::figures_heading(language)).child(paragraph(words::figures_text(language))).child(
        el("ul").class("text-figures").children(top.map(|figure| {
            let item = entry(context, figure, checks);
            let parts: Vec<&&Figure> = figures.iter().filter(|part| figure.sum_of.contains(&part.id)).collect();
            if parts.is_empty() {
                item
            } else {
                item.child(el("ul").class("text-figures").children(parts.into_iter().map(|part| entry(context, part, checks))))
            }
        })),
    )
}

/// A figure with its printed wording, its place and its checks.
pub fn entry(context: &Context, figure: &Figure, checks: &[Check]) -> Element {
    let language = context.language();
    let anchor = crate::model::Anchor::of("figure", &figure.id);
    let mut item = el("li")
        .attr("id", format!("figure-{}", figure.id))
        .child(el("strong").class("text-figure-value").text(value(language, figure)))
        .text(" ")
        .text(figure.label.get(language))
        .text(". ")
        .child(reading(language, figure.reading, true))
        .text(" ")
        .child(
            el("small")
                .class("soft")
                .text(words::printed_as(language))
                .text(" ")
                .child(swedish(language, &format!("\u{ab}{}\u{bb}", figure.printed)))
                .text(" "),
        )
        .child(cite(context, &figure.sources, false))
        .text(" ")
        .child(note_button(language, &anchor, figure.label.get(language)));
    for check in checks.iter().filter(|check| check.speaks_of_figure(&figure.id)) {
        item = item
            .child(el("p").class("figure-check").child(checks::mark(language, check)).text(" ").text(checks::arithmetic(language, check)));
    }
    let is_amount = matches!(figure.unit, FigureUnit::Mkr | FigureUnit::Tkr);
    if is_amount && figure.cells.is_empty() && figure.sum_of.is_empty() {
        item = item.child(el("p").class("figure-check soft").text(words::no_cell_for_figure(language)));
    }
    item
}
