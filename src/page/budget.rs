//! The money: an overview, and each table as a picture, in words, whole, with its checks.

pub(in crate::page) mod figures;
mod flow;
mod guide;
mod overview;
mod picture;
mod whole;
mod why;

use super::parts::{breadcrumb, choice, cite, documents, page_heading, paragraph, section};
use super::{Block, Context, Page, checks, parts, unknown};
use crate::chart::scene::{Scene, WidthClass};
use crate::chart::separated::CsvForm;
use crate::chart::series::Measure;
use crate::i18n::{chart, checks as check_words, money as words};
use crate::markup::{Element, Node, el};
use crate::model::{Anchor, Column, DisplayUnit, Figure, Id, Language, Level, Nature, Phase, RowOrder, Table, Unit};
use crate::query::checks::{self as query_checks, Check};
use crate::url::{Route, View};
use picture::Picture;
use std::borrow::Cow;
use whole::WholeTable;

pub use overview::page as overview_page;
pub use picture::{PictureFile, file as picture_file};

/// The pictures of a table's page, in their order.
fn pictures(context: &Context, table: &Table) -> Vec<Picture> {
    picture::flow(context, table).into_iter().chain(picture::of_table(context, table)).collect()
}

fn whole_table<'a>(context: &Context, table: &'a Table, picture: Option<&Picture>) -> WholeTable<'a> {
    WholeTable::new(context.language(), table, context.view.unit, picture)
}

/// The page of one table.
pub fn table_page(context: &Context, id: &Id) -> Page {
    let Some(table) = context.catalogue.table(id) else { return unknown::page(context) };
    let language = context.language();
    let picture = picture::of_table(context, table);
    let picture = picture.as_ref();
    let whole = whole_table(context, table, picture);
    let figures = figures::of_table(context, id);
    let all_checks = query_checks::all(context.catalogue);
    let mut lead = el("div").class("hero").child(page_heading(super::parts::official_title(language, &table.title)));
    if let Some(about) = &table.about {
        lead = lead.child(paragraph(about.get(language)).class("lead"));
    }
    if let Some(sentence) = membership(context, table) {
        lead = lead.child(paragraph(sentence));
    }
    // Below a picture its place stands already.
    if picture.is_none() {
        lead = lead.child(el("p").child(cite(context, &table.sources, true)));
    }
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::budget_title(language).into_owned(), Route::Budget)])),
        Block::new("lead", lead),
    ];
    let (units, choices) = (units(context, table, picture), choices(context, table, picture));
    match picture::flow(context, table) {
        // The unit is that of both pictures, the column only that of the second.
        Some(Picture::Flow(series)) => {
            blocks.push(Block::new("controls", el("div").class("controls").child(units)));
            let picture = Picture::Flow(series.clone());
            blocks.push(Block::new("flow", flow::part(context, table, &picture, &series)));
            blocks.push(Block::new("choices", el("div").class("controls").children(choices)));
        }
        _ => blocks.push(Block::new("controls", el("div").class("controls").children(choices).child(units))),
    }
    // The picture and its table follow each other, on the screen and on a sheet of paper.
    if let Some(picture) = picture {
        blocks.push(Block::new("chart", picture::figure(context, table, picture)));
    }
    let mut signs = section("signs", words::signs_heading(language));
    // A table's own note says it for that table.
    if table.note.is_none()
        && table.columns.iter().any(|column| column.phase == Some(Phase::Change))
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
    blocks.push(Block::new("table", whole.node(context)));
    blocks.push(Block::new("signs", signs.child(guide::of_table(context, table, &figures))));
    if let Some(picture) = picture {
        blocks.push(Block::new("words", in_words(language, picture.summary(language))));
    }
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
    // Always there, so that a choice fills it without moving what is being read.
    blocks.push(Block::new("why", Node::from(why::part(context, table, &whole, &all_checks))));
    Page {
        title: table.title.get(language).to_owned(),
        description: words::table_description(language, table.title.get(language), context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

/// The finding of a table's picture and the picture, for the preview of a link.
pub(super) fn preview(context: &Context, table: &Table) -> Option<(String, Scene)> {
    let language = context.language();
    picture::of_table(context, table).map(|picture| (picture.title(language), picture.scene(WidthClass::Wide, language)))
}

/// What stands below a picture or as the whole table (`table`), to take away: the name of the file, its content and how
/// many rows it has.
pub fn taken_away(context: &Context, of: &str, form: Option<CsvForm>) -> Option<(String, String, usize)> {
    let Route::Table(id) = &context.address.route else { return None };
    let table = context.catalogue.table(id)?;
    let dataset = &context.catalogue.dataset;
    let language = context.language();
    if of == "flow" {
        let Picture::Flow(series) = picture::flow(context, table)? else { return None };
        let (content, rows) = flow::taken_away(language, &series, form);
        return Some((format!("{dataset}-{id}-flow.csv"), content, rows));
    }
    (of == "table").then_some(())?;
    let whole = whole_table(context, table, picture::of_table(context, table).as_ref());
    let content = match form {
        Some(form) => whole.csv(language, form),
        None => whole.tab_separated(language),
    };
    Some((format!("{dataset}-{id}.csv"), content, whole.row_count()))
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

/// The choices that a picture leaves, but for the unit.
fn choices(context: &Context, table: &Table, picture: Option<&Picture>) -> Vec<Element> {
    let language = context.language();
    let view = context.view;
    let mut out = Vec::new();
    let columns = picture::comparable(table);
    let compared = match picture {
        Some(Picture::Bars(series)) if series.compares() => series.columns.first().zip(series.columns.last()),
        _ => None,
    };
    if picture::leads_to_result(table) {
        let shown = |c: &Column| matches!(picture, Some(Picture::Steps(series)) if series.column.id == c.id);
        let mut options: Vec<_> = table
            .columns
            .iter()
            .map(|c| {
                let next = View { column: Some(c.id.clone()), compare: None, ..view.clone() };
                (c.label.get(language).to_owned(), context.with_view(&next), shown(c))
            })
            .collect();
        if let [earlier, later, ..] = columns.as_slice() {
            let next = View { compare: Some([earlier.id.clone(), later.id.clone()]), ..view.clone() };
            options.push((words::compare_word(language).into_owned(), context.with_view(&next), compared.is_some()));
        }
        out.push(choice(words::column_label(language), options));
    }
    if let (Some((earlier, later)), true) = (compared, columns.len() > 2 || picture::leads_to_result(table)) {
        for (label, is_earlier) in [(words::compare_from(language), true), (words::compare_to(language), false)] {
            let options = columns.iter().map(|c| {
                let pair = if is_earlier { [c.id.clone(), later.id.clone()] } else { [earlier.id.clone(), c.id.clone()] };
                let shown = if is_earlier { earlier.id == c.id } else { later.id == c.id };
                (c.label.get(language).to_owned(), context.with_view(&View { compare: Some(pair), ..view.clone() }), shown)
            });
            out.push(choice(label, options.collect()));
        }
    }
    if let Some(Picture::Bars(_)) = picture {
        let order = |order: RowOrder, word: Cow<'static, str>| {
            (word.into_owned(), context.with_view(&View { order, ..view.clone() }), view.order == order)
        };
        let by_size = if compared.is_some() { words::order_change(language) } else { words::order_size(language) };
        let orders = vec![order(RowOrder::Size, by_size), order(RowOrder::Printed, words::order_printed(language))];
        out.push(choice(words::order_label(language), orders));
    }
    if picture::leads_to_result(table) {
        let level = |level: Level, word: Cow<'static, str>| {
            (word.into_owned(), context.with_view(&View { level, ..view.clone() }), view.level == level)
        };
        let levels = vec![level(Level::Lines, words::level_lines(language)), level(Level::Totals, words::level_totals(language))];
        out.push(choice(words::level_label(language), levels));
    }
    out
}

/// The choice of the unit; shares where there is a whole to take them of.
fn units(context: &Context, table: &Table, picture: Option<&Picture>) -> Element {
    let language = context.language();
    let view = context.view;
    let unit = |unit: DisplayUnit, word: Cow<'static, str>| {
        (word.into_owned(), context.with_view(&View { unit, ..view.clone() }), view.unit == unit)
    };
    let mut units = Vec::new();
    if table.unit == Unit::Unstated {
        let (_, address, _) = unit(DisplayUnit::Tkr, Cow::default());
        units.push((words::unit_as_printed(language).into_owned(), address, view.unit != DisplayUnit::Share));
    } else {
        units.extend([unit(DisplayUnit::Tkr, chart::unit_tkr(language)), unit(DisplayUnit::Mkr, chart::unit_mkr(language))]);
    }
    let can_share = match picture {
        Some(Picture::Steps(series)) => series.incoming.is_some(),
        Some(Picture::Bars(series)) => series.can_share(),
        Some(Picture::Flow(_)) | None => false,
    };
    if can_share || view.unit == DisplayUnit::Share {
        units.push(unit(DisplayUnit::Share, words::unit_share(language)));
    }
    choice(words::unit_label(language), units)
}

/// How much of the board's money is membership fees and grants to others, wherever the board's money is shown.
fn membership(context: &Context, table: &Table) -> Option<String> {
    let speaks = matches!(table.id.as_str(), "board-split" | "income-statement-split");
    let (fees, whole) = board_money(context).filter(|_| speaks)?;
    let language = context.language();
    let measure = Measure::new(Unit::Tkr, context.view.unit);
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

/// What an address names on the page of a table that the table does not have.
pub fn gone(table: &Table, view: &View) -> Vec<String> {
    let asked = view.column.iter().chain(view.compare.iter().flatten());
    asked.filter(|id| table.column(id).is_none()).map(|id| id.to_string()).collect()
}
