//! The money: a table as a picture of steps, in words, and whole.

use super::parts::{breadcrumb, choice, cite, documents, note_button, page_heading, paragraph, reading, section, swedish};
use super::{Block, Context, Page, unknown};
use crate::chart::scene::WidthClass;
use crate::chart::series::StepSeries;
use crate::chart::{describe, svg, waterfall};
use crate::i18n::{money as words, number};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Column, DisplayUnit, Id, Language, Level, Nature, Phase, Row, RowKind, Table, Unit};
use crate::url::View;

/// The page of one table.
pub fn table_page(context: &Context, id: &Id) -> Page {
    let Some(table) = context.catalogue.table(id) else { return unknown::page(context) };
    let language = context.language();
    let column = shown_column(context.view, table);
    let series = column.and_then(|column| StepSeries::new(table, &column.id, context.view.level, context.view.unit));
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, Vec::new())),
        Block::new(
            "lead",
            el("div").class("hero").child(page_heading(super::parts::official_title(language, &table.title))).child(cite(
                context,
                &table.sources,
                true,
            )),
        ),
        Block::new("controls", controls(context, table, column)),
    ];
    if let Some(series) = &series {
        blocks.push(Block::new("chart", chart(context, table, series)));
        blocks.push(Block::new(
            "words",
            section("words", words::summary_heading(language)).child(paragraph(describe::summary(series, language))),
        ));
    }
    let mut signs = section("signs", words::signs_heading(language)).child(paragraph(words::signs_text(language)));
    if let Some(note) = &table.note {
        signs = signs.child(paragraph(note.get(language)));
    }
    blocks.push(Block::new("signs", signs));
    blocks.push(Block::new("table", whole_table(context, table, column)));
    blocks.push(Block::new("sources", documents(context, &table.sources)));
    Page {
        title: table.title.get(language).to_owned(),
        description: words::income_statement_description(language).into_owned(),
        found: true,
        blocks,
    }
}

/// The column that the view asks for; without one, the budget.
fn shown_column<'t>(view: &View, table: &'t Table) -> Option<&'t Column> {
    let asked = view.column.as_ref().and_then(|id| table.column(id));
    asked.or_else(|| table.columns.iter().find(|column| column.phase == Some(Phase::Budget))).or_else(|| table.columns.first())
}

fn controls(context: &Context, table: &Table, column: Option<&Column>) -> Element {
    let language = context.language();
    let view = context.view;
    let columns = table.columns.iter().map(|c| {
        let next = View { column: Some(c.id.clone()), ..view.clone() };
        (c.label.get(language).to_owned(), context.with_view(&next), column.is_some_and(|shown| shown.id == c.id))
    });
    let unit = |unit: DisplayUnit, word: String| (word, context.with_view(&View { unit, ..view.clone() }), view.unit == unit);
    let level = |level: Level, word: String| (word, context.with_view(&View { level, ..view.clone() }), view.level == level);
    let mut controls = el("div").class("controls").child(choice(words::column_label(language), columns.collect()));
    if table.unit != Unit::Unstated {
        controls = controls.child(choice(
            words::unit_label(language),
            vec![
                unit(DisplayUnit::Tkr, words::unit_tkr(language).into_owned()),
                unit(DisplayUnit::Mkr, words::unit_mkr(language).into_owned()),
            ],
        ));
    }
    controls.child(choice(
        words::level_label(language),
        vec![
            level(Level::Lines, words::level_lines(language).into_owned()),
            level(Level::Totals, words::level_totals(language).into_owned()),
        ],
    ))
}

fn chart(context: &Context, table: &Table, series: &StepSeries) -> Element {
    let language = context.language();
    let picture = |width| svg::node(&waterfall::scene(series, width, language));
    let unit = unit_word(language, table.unit, context.view.unit);
    let mut line =
        el("p").class("chart-source").text(words::source_line(language, &unit)).text(" ").child(cite(context, &table.sources, true));
    if series.rounds() {
        line = line.text(" ").text(words::rounded_to_mkr(language));
    }
    el("figure")
        .class("chart")
        .attr("data-chart", "steps")
        .child(el("figcaption").text(describe::title(series, language)))
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

/// An amount as the view shows it; what the source prints in thousands may be shown in millions.
fn amount(language: Language, unit: Unit, display: DisplayUnit, value: i64, signed: bool) -> String {
    let plus = if signed && value > 0 { "+" } else { "" };
    match (unit, display) {
        (Unit::Tkr, DisplayUnit::Mkr) => format!("{plus}{}", number::mkr_from_tkr(language, value)),
        _ => format!("{plus}{}", number::whole(language, value)),
    }
}

fn whole_table(context: &Context, table: &Table, shown: Option<&Column>) -> Element {
    let language = context.language();
    let unit = unit_word(language, table.unit, context.view.unit);
    let is_shown = |column: &Column| shown.is_some_and(|shown| shown.id == column.id);
    let head =
        el("tr").child(el("th").attr("scope", "col").text(words::row_header(language))).children(table.columns.iter().map(|column| {
            el("th")
                .attr("scope", "col")
                .class(if is_shown(column) { "number shown" } else { "number" })
                .child(label(language, &column.label))
        }));
    let head = head.child(el("th").attr("scope", "col").class("live-only").text(words::notes_column(language)));
    let rows = table.rows.iter().map(|row| {
        let anchor = Anchor::row(&table.id, &row.id);
        let mut name = el("th").attr("scope", "row").child(label(language, &row.label));
        if let Some(expanded) = &row.expanded {
            name = name.child(el("br")).child(el("small").class("soft").text(expanded.get(language)));
        }
        name = name.child(el("br")).child(cite(context, &row.sources, false));
        let cells = table.columns.iter().map(|column| cell(context, table, row, column, is_shown(column)));
        el("tr")
            .attr("id", format!("row-{}", row.id))
            .class(if row.kind == RowKind::Sum { "sum" } else { "line" })
            .flag("data-chosen", context.view.selected.as_ref() == Some(&anchor))
            .child(name)
            .children(cells)
            .child(el("td").class("live-only").child(note_button(language, &anchor, row.label.get(language))))
    });
    section("table", words::table_heading(language)).child(
        el("div").class("table-scroll").attr("tabindex", "0").attr("role", "region").attr("aria-labelledby", "h-table").child(
            el("table")
                .class("amounts")
                .child(el("caption").text(words::table_caption(language, table.title.get(language), &unit)).text(" ").child(reading(
                    language,
                    table.reading,
                    true,
                )))
                .child(el("thead").child(head))
                .child(el("tbody").children(rows)),
        ),
    )
}

fn cell(context: &Context, table: &Table, row: &Row, column: &Column, shown: bool) -> Element {
    let language = context.language();
    let class = if shown { "number shown" } else { "number" };
    match row.cells.get(&column.id) {
        Some(Some(value)) => {
            let change = column.phase == Some(Phase::Change);
            let mut cell = el("td").class(class).text(amount(language, table.unit, context.view.unit, *value, change));
            // The sign of a change on a cost row reads the wrong way round: say what it means.
            if change && row.nature == Some(Nature::Cost) && *value != 0 {
                let meaning = if *value > 0 { words::lower_cost(language) } else { words::higher_cost(language) };
                cell = cell.child(el("br")).child(el("small").class("soft").text(meaning));
            }
            cell
        }
        Some(None) => el("td").class(class).child(el("small").class("soft").text(words::empty_cell(language))),
        None => el("td").class(class),
    }
}

/// A label as printed; on English pages ours first and the printed one beneath.
fn label(language: Language, content: &crate::model::Text) -> Node {
    match language {
        Language::Sv => text(&content.sv),
        Language::En if content.sv == content.en => swedish(language, &content.sv),
        Language::En => {
            Node::Fragment(vec![text(&content.en), el("br").into(), el("small").class("soft").attr("lang", "sv").text(&content.sv).into()])
        }
    }
}
