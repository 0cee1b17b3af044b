//! The money: an overview, and each table as a picture, in words, whole, with its checks.

pub(in crate::page) mod figures;
mod guide;
mod overview;
mod whole;

use super::parts::{breadcrumb, choice, cite, documents, page_heading, paragraph, section};
use super::{Block, Context, Page, checks, parts, unknown};
use crate::chart::bars::{self, BarSeries};
use crate::chart::scene::WidthClass;
use crate::chart::separated::CsvForm;
use crate::chart::series::{Measure, StepSeries};
use crate::chart::{describe, svg, waterfall};
use crate::i18n::{checks as check_words, money as words};
use crate::markup::{Element, el};
use crate::model::{Anchor, Column, DisplayUnit, Figure, Id, Language, Level, Nature, Phase, RowOrder, Table, Unit};
use crate::query::checks::{self as query_checks, Check};
use crate::url::{Route, View};
use whole::WholeTable;

pub use overview::page as overview_page;

/// What a table is drawn as.
enum Picture {
    /// Rows that lead to a result, one column at a time.
    Steps(Option<Box<StepSeries>>),
    /// Rows beside each other.
    Bars(Box<BarSeries>),
}

fn picture(context: &Context, table: &Table) -> Picture {
    let view = context.view;
    if table.rows.iter().any(|row| row.nature == Some(Nature::Result)) {
        let column = shown_column(view, table);
        Picture::Steps(column.and_then(|column| StepSeries::new(table, &column.id, view.level, view.unit)).map(Box::new))
    } else {
        Picture::Bars(Box::new(BarSeries::new(table, view.order, view.unit)))
    }
}

fn whole_table<'a>(context: &Context, table: &'a Table, picture: &Picture) -> WholeTable<'a> {
    let measure = Measure { unit: table.unit, display: context.view.unit };
    match picture {
        Picture::Steps(_) => WholeTable::new(context.language(), table, measure, None, shown_column(context.view, table)),
        Picture::Bars(series) => WholeTable::new(context.language(), table, measure, Some(series), None),
    }
}

/// The page of one table.
pub fn table_page(context: &Context, id: &Id) -> Page {
    let Some(table) = context.catalogue.table(id) else { return unknown::page(context) };
    let language = context.language();
    let picture = picture(context, table);
    let figures = figures::of_table(context, id);
    let all_checks = query_checks::all(context.catalogue);
    let mut lead = el("div").class("hero").child(page_heading(super::parts::official_title(language, &table.title)));
    if let Some(about) = &table.about {
        lead = lead.child(paragraph(about.get(language)).class("lead"));
    }
    if let Some(sentence) = membership(context, table) {
        lead = lead.child(paragraph(sentence));
    }
    lead = lead.child(el("p").child(cite(context, &table.sources, true)));
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::budget_title(language).into_owned(), Route::Budget)])),
        Block::new("lead", lead.child(guide::of_table(context, table, &figures))),
        Block::new("controls", controls(context, table, &picture)),
    ];
    match &picture {
        Picture::Steps(Some(series)) => {
            let title = describe::title(series, language);
            let scene = |width| svg::node(&waterfall::scene(series, width, language));
            blocks.push(Block::new("chart", chart(context, table, "steps", &title, series.rounds(), &scene)));
            blocks.push(Block::new("words", in_words(language, describe::summary(series, language))));
        }
        Picture::Bars(series) => {
            let title = bars::title(series, language);
            let scene = |width| svg::node(&bars::scene(series, width, language));
            blocks.push(Block::new("chart", chart(context, table, "bars", &title, series.measure.rounds(), &scene)));
            blocks.push(Block::new("words", in_words(language, bars::summary(series, language))));
        }
        Picture::Steps(None) => {}
    }
    let mut signs = section("signs", words::signs_heading(language));
    if table.columns.iter().any(|column| column.phase == Some(Phase::Change))
        && table.rows.iter().any(|row| row.nature == Some(Nature::Cost))
    {
        signs = signs.child(paragraph(words::signs_text(language)));
    }
    if table.rows.iter().any(|row| row.nature == Some(Nature::Investment)) {
        signs = signs.child(paragraph(words::investments_apart(language, context.edition())));
    }
    if let Some(note) = &table.note {
        signs = signs.child(paragraph(note.get(language)));
    }
    blocks.push(Block::new("table", whole_table(context, table, &picture).node(context)));
    blocks.push(Block::new("signs", signs));
    let of_table: Vec<&Check> = all_checks.iter().filter(|check| check.speaks_of_table(id)).collect();
    blocks.push(Block::new(
        "checks",
        section("checks", check_words::heading(language))
            .child(paragraph(check_words::what(language)))
            .child(checks::list(language, "checks", &of_table, false))
            .child(paragraph(check_words::rounding_rule(language)).class("soft")),
    ));
    if !figures.is_empty() {
        blocks.push(Block::new("figures", figures::part(context, &figures, &all_checks)));
    }
    if let Some(part) = parts::contradictions(context, &anchors(table, &figures)) {
        blocks.push(Block::new("contradictions", part));
    }
    blocks.push(Block::new("sources", documents(context, &table.sources)));
    Page {
        title: table.title.get(language).to_owned(),
        description: words::table_description(language, table.title.get(language), context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

/// A table as it is shown, to take away: the name of the file, its content and how many rows it has.
pub fn taken_away(context: &Context, form: Option<CsvForm>) -> Option<(String, String, usize)> {
    let Route::Table(id) = &context.address.route else { return None };
    let table = context.catalogue.table(id)?;
    let whole = whole_table(context, table, &picture(context, table));
    let language = context.language();
    let content = match form {
        Some(form) => whole.csv(language, form),
        None => whole.tab_separated(language),
    };
    Some((format!("{}-{id}.csv", context.catalogue.dataset), content, whole.row_count()))
}

/// The table, its rows and cells, and the figures that speak of it.
fn anchors(table: &Table, figures: &[&Figure]) -> Vec<Anchor> {
    let mut out = vec![Anchor::table(&table.id)];
    for row in &table.rows {
        out.push(Anchor::row(&table.id, &row.id));
        out.extend(row.cells.keys().map(|column| Anchor::cell(&table.id, &row.id, column)));
    }
    out.extend(figures.iter().map(|figure| Anchor::of("figure", &figure.id)));
    out
}

/// How much of the board's money is membership fees and grants to others, wherever the board's money is shown.
fn membership(context: &Context, table: &Table) -> Option<String> {
    let speaks = matches!(table.id.as_str(), "board-split" | "income-statement-split");
    let (fees, whole) = board_money(context).filter(|_| speaks)?;
    let language = context.language();
    let measure = Measure { unit: Unit::Tkr, display: context.view.unit };
    Some(words::membership(language, &measure.amount(fees, language), &measure.amount(whole, language)).into_owned())
}

/// Membership fees and grants, and the board's whole council allocation, in the budget.
fn board_money(context: &Context) -> Option<(i64, i64)> {
    let table = context.catalogue.tables.iter().find(|table| table.id == "board-split")?;
    let budget = table.columns.iter().find(|column| column.phase == Some(Phase::Budget))?;
    let value = |name: &str| table.rows.iter().find(|row| row.id == name)?.value(&budget.id);
    Some((value("membership-fees-and-grants")?, value("total")?))
}

fn in_words(language: Language, summary: String) -> Element {
    section("words", words::summary_heading(language)).child(paragraph(summary))
}

/// The column that the view asks for; without one, the budget, or the whole of what is split.
fn shown_column<'t>(view: &View, table: &'t Table) -> Option<&'t Column> {
    let asked = view.column.as_ref().and_then(|id| table.column(id));
    let budget = || table.columns.iter().find(|column| column.phase == Some(Phase::Budget));
    let whole = || table.columns.iter().find(|column| !column.sum_of.is_empty());
    asked.or_else(budget).or_else(whole).or_else(|| table.columns.first())
}

fn controls(context: &Context, table: &Table, picture: &Picture) -> Element {
    let language = context.language();
    let view = context.view;
    let mut controls = el("div").class("controls");
    if let Picture::Steps(_) = picture {
        let column = shown_column(view, table);
        let columns = table.columns.iter().map(|c| {
            let next = View { column: Some(c.id.clone()), ..view.clone() };
            (c.label.get(language).to_owned(), context.with_view(&next), column.is_some_and(|shown| shown.id == c.id))
        });
        controls = controls.child(choice(words::column_label(language), columns.collect()));
    }
    if let Picture::Bars(series) = picture
        && !series.compares()
    {
        let order = |order: RowOrder, word: String| (word, context.with_view(&View { order, ..view.clone() }), view.order == order);
        controls = controls.child(choice(
            words::order_label(language),
            vec![
                order(RowOrder::Size, words::order_size(language).into_owned()),
                order(RowOrder::Printed, words::order_printed(language).into_owned()),
            ],
        ));
    }
    let unit = |unit: DisplayUnit, word: String| (word, context.with_view(&View { unit, ..view.clone() }), view.unit == unit);
    if table.unit != Unit::Unstated {
        controls = controls.child(choice(
            words::unit_label(language),
            vec![
                unit(DisplayUnit::Tkr, words::unit_tkr(language).into_owned()),
                unit(DisplayUnit::Mkr, words::unit_mkr(language).into_owned()),
            ],
        ));
    }
    if let Picture::Steps(_) = picture {
        let level = |level: Level, word: String| (word, context.with_view(&View { level, ..view.clone() }), view.level == level);
        controls = controls.child(choice(
            words::level_label(language),
            vec![
                level(Level::Lines, words::level_lines(language).into_owned()),
                level(Level::Totals, words::level_totals(language).into_owned()),
            ],
        ));
    }
    controls
}

fn chart(
    context: &Context,
    table: &Table,
    kind: &str,
    title: &str,
    rounds: bool,
    picture: &dyn Fn(WidthClass) -> crate::markup::Node,
) -> Element {
    let language = context.language();
    let unit = unit_word(language, table.unit, context.view.unit);
    let mut line =
        el("p").class("chart-source").text(words::source_line(language, &unit)).text(" ").child(cite(context, &table.sources, true));
    if rounds {
        line = line.text(" ").text(words::rounded_to_mkr(language));
    }
    el("figure")
        .class("chart")
        .attr("data-chart", kind)
        .child(el("figcaption").text(title))
        .child(el("div").class("wide-only").child(picture(WidthClass::Wide)))
        .child(el("div").class("narrow-only").child(picture(WidthClass::Narrow)))
        .child(line)
}

/// The unit in words, as amounts are shown.
fn unit_word(language: Language, unit: Unit, display: DisplayUnit) -> String {
    match (unit, display) {
        (Unit::Unstated, _) => words::unit_unstated(language),
        (Unit::Mkr, _) | (Unit::Tkr, DisplayUnit::Mkr) => words::unit_mkr(language),
        (Unit::Tkr, DisplayUnit::Tkr) => words::unit_tkr(language),
    }
    .into_owned()
}
