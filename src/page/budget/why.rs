//! «Why this number?»: for a row or a cell of a table, where it stands, how it was read, what it is made of, what checks
//! say of it and where the documents disagree. It stands at the lower edge of the page, whatever part is being read.

use super::whole::WholeTable;
use crate::chart::series::{Measure, column_name, direction, sense};
use crate::i18n::{chart, checks as check_words, money as words, source};
use crate::markup::{Element, Node, el};
use crate::model::{Anchor, Column, DisplayUnit, Id, Language, Phase, Row, Table, Unit};
use crate::page::parts::{cite, link, note_button, paragraph, reading, share_button};
use crate::page::{Context, checks};
use crate::query::{self, checks::Check};
use std::borrow::Cow;

/// What is asked about: the cells with their rows and columns, and what they are called together.
struct Asked<'t> {
    cells: Vec<(&'t Row, &'t Column)>,
    title: String,
    /// Nothing where the question is about a column.
    row: Option<&'t Row>,
}

fn asked<'t>(language: Language, table: &'t Table, anchor: &Anchor) -> Option<Asked<'t>> {
    let slugs: Vec<Id> = anchor.rest().split('/').map(Id::parse).collect::<Option<_>>()?;
    let (first, rest) = slugs.split_first()?;
    (*first == table.id).then_some(())?;
    let row = |id: &Id| table.row(id);
    let (rows, columns): (Vec<&Row>, Vec<&Column>) = match (anchor.kind(), rest) {
        ("row", [id]) => (vec![row(id)?], table.columns.iter().collect()),
        ("cell", [id, column]) => (vec![row(id)?], vec![table.column(column)?]),
        ("column", [column]) => (table.rows.iter().collect(), vec![table.column(column)?]),
        _ => return None,
    };
    let cells =
        rows.iter().flat_map(|row| columns.iter().filter(|column| row.cells.contains_key(&column.id)).map(|column| (*row, *column)));
    let row = rows.first().copied().filter(|_| anchor.kind() != "column");
    let column = columns.first().filter(|_| anchor.kind() != "row").map(|column| column_name(column, language));
    let title: Vec<String> = row.map(|row| row.label.get(language).to_owned()).into_iter().chain(column).collect();
    Some(Asked { cells: cells.collect(), title: title.join(", "), row })
}

/// The part of the page about what is chosen, or nothing where nothing of this table is.
pub fn part(context: &Context, table: &Table, whole: &WholeTable, all_checks: &[Check]) -> Option<Element> {
    let anchor = context.view.selected.as_ref()?;
    let language = context.language();
    let Asked { cells: pairs, title, row } = asked(language, table, anchor)?;
    let cells: Vec<Anchor> = pairs.iter().map(|(row, column)| Anchor::cell(&table.id, &row.id, &column.id)).collect();
    let values = el("dl").class("why-values").children(pairs.iter().map(|(own, column)| {
        let cell = Anchor::cell(&table.id, &own.id, &column.id);
        let name = format!("{}, {}", own.label.get(language), column.label.get(language));
        let term = if row.is_some() { column_name(column, language) } else { own.label.get(language).to_owned() };
        el("div")
            .child(el("dt").text(term))
            .child(value(context, table, whole, own, column).text(" ").child(note_button(language, &cell, &name)))
    }));

    let mut facts: Vec<Node> = Vec::new();
    let mut fact = |name: Cow<'static, str>, content: Node| {
        facts.push(el("dt").text(name).into());
        facts.push(el("dd").child(content).into());
    };
    let sources = row.map(|row| &row.sources).filter(|sources| !sources.is_empty()).unwrap_or(&table.sources);
    let mut columns: Vec<&Column> = pairs.iter().map(|(_, column)| *column).collect();
    columns.dedup_by_key(|column| column.id.as_str());
    fact(source::source(language), cite(context, sources, true).into());
    let made = made_of(language, table, row, &columns);
    if !made.is_empty() {
        fact(words::why_made_of(language), paragraph(made.join(" ")).into());
    }
    let spelt_out = |row: &'_ Row| row.expanded.as_ref().is_some_and(|expanded| expanded.get(language) != row.label.get(language));
    if let Some(expanded) = row.filter(|row| spelt_out(row)).and_then(|row| row.expanded.as_ref()) {
        fact(words::why_name(language), paragraph(words::why_spelt_out(language, expanded.get(language))).into());
    }
    let of_cells: Vec<&Check> = all_checks.iter().filter(|check| cells.iter().any(|cell| check.speaks_of(cell))).collect();
    fact(check_words::heading(language), checks::list(language, "why-checks", &of_cells, true));
    let mut touched = cells.clone();
    touched.extend(row.map(|row| Anchor::row(&table.id, &row.id)));
    touched.push(Anchor::table(&table.id));
    let disagree = query::contradictions::touching(context.catalogue, &touched);
    let own = query::contradictions::touching(context.catalogue, touched.get(..touched.len() - 1).unwrap_or_default());
    if disagree.is_empty() {
        fact(source::contradictions(language), paragraph(words::why_none(language)).into());
    } else {
        let items =
            own.iter().map(|item| (true, *item)).chain(disagree.iter().filter(|item| !own.contains(item)).map(|item| (false, *item)));
        let list = el("ul").children(items.map(|(own, item)| {
            let mut line = el("li").child(link(format!("#contradiction-{}", item.id), item.title.get(language)));
            if own {
                let readings: Vec<String> = item.readings.iter().map(|reading| format!("\u{ab}{}\u{bb}", reading.value)).collect();
                line = line.text(": ").child(crate::page::parts::swedish(language, &readings.join(" \u{b7} ")));
            } else {
                line = line.text(" ").child(el("small").class("soft").text(words::why_of_table(language)));
            }
            line
        }));
        fact(source::contradictions(language), list.into());
    }

    Some(
        el("section")
            .class("why")
            .attr("aria-labelledby", "h-why")
            .attr("data-why", anchor.as_str())
            .child(
                el("div")
                    .class("why-head")
                    .child(
                        el("h2")
                            .attr("id", "h-why")
                            .attr("tabindex", "-1")
                            .text(words::why_heading(language))
                            .text(" ")
                            .child(el("span").class("why-what").text(title)),
                    )
                    .child(
                        el("button")
                            .attr("type", "button")
                            .class("live-only")
                            .attr("data-act", "why-close")
                            .text(words::why_close(language)),
                    ),
            )
            .child(values)
            .child(el("dl").class("facts").children(facts))
            .child(el("p").class("actions").child(share_button(language))),
    )
}

/// The value as printed, how it is shown here, and what its sign means.
fn value(context: &Context, table: &Table, whole: &WholeTable, row: &Row, column: &Column) -> Element {
    let language = context.language();
    let dd = el("dd");
    let Some(Some(value)) = row.cells.get(&column.id) else {
        return dd.text(words::why_empty(language)).text(" ").child(reading(language, table.reading, true));
    };
    let as_printed = if table.unit == Unit::Mkr { DisplayUnit::Mkr } else { DisplayUnit::Tkr };
    let printed = Measure::new(table.unit, as_printed);
    let mut dd = dd.child(el("strong").text(printed.amount(*value, language))).text(" ").child(reading(language, table.reading, true));
    if table.unit == Unit::Unstated {
        dd = dd.text(" ").text(chart::unit_unstated(language));
    }
    let shown = whole.measure_of(column);
    if shown.amount(*value, language) != printed.amount(*value, language) {
        dd = dd.text(" ").text(words::why_shown_as(language, &shown.amount(*value, language)));
    }
    if let (Some(Phase::Change), Some(meaning)) = (column.phase, direction(sense(table, row), *value, language)) {
        dd = dd.text(" ").text(format!("({meaning})"));
    }
    dd
}

/// What a sum is the sum of, and what a change is the difference of.
fn made_of(language: Language, table: &Table, row: Option<&Row>, columns: &[&Column]) -> Vec<String> {
    let mut out = Vec::new();
    let parts: Vec<&str> =
        row.into_iter().flat_map(|row| &row.sum_of).filter_map(|part| table.row(part)).map(|part| part.label.get(language)).collect();
    if !parts.is_empty() {
        out.push(words::why_sum_of(language, &parts.join(", ")).into_owned());
    }
    for column in columns {
        let named = |id: &Id| table.column(id).map(|column| column_name(column, language)).unwrap_or_default();
        if let Some([later, earlier]) = &column.difference_of {
            out.push(words::why_difference_of(language, column.label.get(language), &named(later), &named(earlier)).into_owned());
        }
        if !column.sum_of.is_empty() {
            let parts: Vec<String> = column.sum_of.iter().map(named).collect();
            out.push(words::why_column_sum(language, column.label.get(language), &parts.join(", ")).into_owned());
        }
    }
    out
}
