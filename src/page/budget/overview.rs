//! The money at a glance: what it is and is not, the headline figures, the tables, the words, the figures of the text.

use super::{board_money, figures, guide, picture};
use crate::chart::scene::WidthClass;
use crate::chart::series::Measure;
use crate::chart::svg;
use crate::i18n::{chart, checks as check_words, data as data_words, money as words, number};
use crate::markup::{Element, el};
use crate::model::{Anchor, Column, DisplayUnit, Figure, Id, Nature, Phase, RowKind, Unit};
use crate::page::parts::{breadcrumb, cite, documents, drawings, link, opening, paragraph, section};
use crate::page::{Block, Context, Page, checks, parts};
use crate::query::checks::{self as query_checks, Check};
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let all_checks = query_checks::all(context.catalogue);
    let figures: Vec<&Figure> = context.catalogue.figures.iter().filter(|figure| figures::is_about_money(figure)).collect();
    let counts: Vec<&Figure> = context.catalogue.figures.iter().filter(|figure| !figures::is_about_money(figure)).collect();
    let anchors: Vec<Anchor> =
        figures.iter().filter(|figure| figure.cells.is_empty()).map(|figure| Anchor::of("figure", &figure.id)).collect();
    let all: Vec<&Check> = all_checks.iter().collect();
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, Vec::new())),
        Block::new(
            "lead",
            opening(words::budget_title(language), words::overview_lead(language, context.edition(), context.catalogue.tables.len()))
                .child(paragraph(words::not_whole_city(language, context.edition()))),
        ),
        Block::new("figures", headlines(context)),
    ];
    blocks.extend(at_a_glance(context).map(|part| Block::new("glance", part)));
    blocks.extend([
        Block::new("tables", tables(context, &all_checks)),
        Block::new("guide", guide::whole(context)),
        Block::new("text-figures", figures::part(context, &figures, &all_checks)),
        Block::new(
            "checks",
            section("checks", check_words::heading(language))
                .child(paragraph(check_words::what(language)))
                .child(el("p").class("checks-count").text(checks::counted(language, &all)))
                .child(el("p").child(link(format!("{}#h-checks", context.to(Route::Data)), words::read_more_checks(language)))),
        ),
    ]);
    if !counts.is_empty() {
        blocks.push(Block::new("text-counts", figures::counts(context, &counts, &all_checks)));
    }
    if let Some(part) = parts::contradictions(context, &anchors) {
        blocks.push(Block::new("contradictions", part));
    }
    let sources = context.catalogue.tables.iter().flat_map(|table| &table.sources);
    blocks.push(Block::new("sources", documents(context, sources)));
    Page {
        title: words::budget_title(language).into_owned(),
        description: words::budget_description(language, context.edition(), context.catalogue.tables.len()).into_owned(),
        found: true,
        blocks,
    }
}

/// The amounts that sum the budget up, each linked to its table; none is calculated.
fn headlines(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let year = context.edition().year;
    let mut items = Vec::new();
    let mut add = |value: String, what: String, beside: Option<String>, route: Route| {
        let mut label = el("span").class("figure-label").child(link(context.to(route), what));
        if let Some(beside) = beside {
            label = label.text(", ").text(beside);
        }
        items.push(el("li").child(el("strong").class("figure-value").text(value)).child(label));
    };
    let million = |tkr: i64| format!("{}\u{a0}{}", number::mkr_from_tkr(language, tkr), chart::unit_mkr(language));
    let cell = |table: &str, row: &str, column: &dyn Fn(&Column) -> bool| {
        let table = catalogue.tables.iter().find(|each| each.id == table)?;
        let column = table.columns.iter().find(|each| column(each))?;
        table.row(&Id::parse(row)?)?.value(&column.id).map(|value| (table, value))
    };
    let budget = |column: &Column| column.phase == Some(Phase::Budget);
    if let Some((table, value)) = cell("income-statement", "council-allocation", &budget) {
        add(
            million(value),
            crate::i18n::start::headline_allocation(language, context.edition()).into_owned(),
            None,
            Route::Table(table.id.clone()),
        );
    }
    if let Some((table, value)) = cell("income-statement", "total-income", &budget) {
        add(million(value), words::headline_income(language, year).into_owned(), None, Route::Table(table.id.clone()));
    }
    if let Some((table, value)) = cell("income-statement-split", "total-costs", &|column| column.id == "total") {
        add(million(value.saturating_abs()), words::headline_costs(language, year).into_owned(), None, Route::Table(table.id.clone()));
    }
    if let (Some((table, value)), Some((fees, _))) = (cell("board-split", "total", &budget), board_money(context)) {
        let fees = words::membership_headline(language, &million(fees)).into_owned();
        add(million(value), words::headline_board(language).into_owned(), Some(fees), Route::Table(table.id.clone()));
    }
    if let Some((table, value)) = cell("budget-areas", "total", &|column| column.id == "allocation") {
        add(million(value), words::headline_office(language, context.edition()).into_owned(), None, Route::Table(table.id.clone()));
    }
    // The table prints no unit; the text gives the same amount with one.
    let investments = catalogue.tables.iter().find_map(|table| {
        let budget = table.columns.iter().find(|column| column.phase == Some(Phase::Budget))?;
        let sum = table.rows.iter().find(|row| row.kind == RowKind::Sum && row.nature == Some(Nature::Investment))?;
        Some((table, sum.value(&budget.id)?))
    });
    if let Some((table, value)) = investments {
        let printed = Measure::new(table.unit, DisplayUnit::Tkr).amount(value, language);
        let speaks = |figure: &&Figure| {
            figure
                .cells
                .iter()
                .any(|cell| cell.table == table.id && table.row(&cell.row).is_some_and(|row| row.value(&cell.column) == Some(value)))
        };
        let in_text = catalogue.figures.iter().find(speaks).filter(|_| table.unit == Unit::Unstated);
        let beside = in_text.map(|_| words::headline_no_unit(language, &printed).into_owned());
        let shown = in_text.map_or(printed, |figure| figures::value(language, figure));
        add(shown, words::headline_investments(language, year).into_owned(), beside, Route::Table(table.id.clone()));
    }
    section("figures", crate::i18n::start::headline_figures(language))
        .child(el("ul").class("figures").children(items))
        .child(paragraph(words::headline_reading(language)).class("soft"))
}

/// Where all of it comes from and where it goes, as one still picture in millions: what can be asked about it stands with
/// its table.
fn at_a_glance(context: &Context) -> Option<Element> {
    let language = context.language();
    let tables = context.catalogue.tables.iter();
    let (table, flow) = tables.filter_map(|table| Some((table, picture::flow_in(table, DisplayUnit::Mkr)?))).next()?;
    let drawn = |class: WidthClass| svg::node(&flow.scene(class, language).still());
    let to_table = link(context.to(Route::Table(table.id.clone())), words::follow_the_money(language));
    Some(
        section("glance", words::flow_heading(language)).child(
            el("figure")
                .class("chart")
                .child(el("figcaption").text(flow.title(language)))
                .children(drawings(context, &drawn))
                .child(el("p").class("chart-source").text(picture::unit_line(&flow, language)).text(" ").child(cite(
                    context,
                    &table.sources,
                    true,
                )))
                .child(el("p").class("follow").child(to_table)),
        ),
    )
}

fn tables(context: &Context, all_checks: &[Check]) -> Element {
    let language = context.language();
    section("tables", words::all_tables(language))
        .child(el("ul").class("cards").children(context.catalogue.tables.iter().map(|table| {
            let of_table: Vec<&Check> = all_checks.iter().filter(|check| check.speaks_of_table(&table.id)).collect();
            let mut card = el("li").class("card").child(link(context.to(Route::Table(table.id.clone())), table.title.get(language)));
            if let Some(about) = &table.about {
                card = card.child(paragraph(about.get(language)));
            }
            card.child(paragraph(words::size_of(language, table.rows.len(), table.columns.len())))
                .child(paragraph(checks::counted(language, &of_table)))
        })))
        .child(el("p").child(link(context.to(Route::Data), data_words::title(language))))
}
