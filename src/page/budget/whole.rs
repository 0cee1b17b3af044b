//! The whole table as it is shown, with our own columns marked, and the same cells as a file or for the clipboard.

use crate::chart::bars::{BarSeries, percent};
use crate::chart::separated::{CsvForm, csv, inert, tab_separated};
use crate::chart::series::Measure;
use crate::i18n::{chart, money as words, number, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Column, Decimal, Id, Language, Nature, Phase, Row, RowKind, Table};
use crate::page::Context;
use crate::page::parts::{cite, link, note_button, reading, section, swedish};

/// A column that we calculated.
struct Calculated {
    head: String,
    /// By row; nothing where there is nothing to calculate.
    cells: Vec<(Id, Decimal)>,
    is_percent: bool,
    is_signed: bool,
}

impl Calculated {
    fn value(&self, row: &Id) -> Option<Decimal> {
        self.cells.iter().find(|(id, _)| id == row).map(|(_, value)| *value)
    }

    fn text(&self, value: Decimal, language: Language) -> String {
        if self.is_percent {
            return percent(value, language);
        }
        let plus = if self.is_signed && value.digits > 0 { "+" } else { "" };
        format!("{plus}{}", number::decimal(language, value))
    }
}

/// A table in the order and unit of the view.
pub struct WholeTable<'a> {
    table: &'a Table,
    measure: Measure,
    rows: Vec<&'a Row>,
    calculated: Vec<Calculated>,
    shown: Option<Id>,
}

impl<'a> WholeTable<'a> {
    /// Without bars in printed order; with bars in theirs, sums last, and with what they add.
    pub fn new(language: Language, table: &'a Table, measure: Measure, bars: Option<&BarSeries>, shown: Option<&Column>) -> WholeTable<'a> {
        let mut rows: Vec<&Row> = table.rows.iter().collect();
        let mut calculated = Vec::new();
        if let Some(series) = bars {
            rows = series.bars.iter().filter(|bar| !bar.is_sum).filter_map(|bar| table.row(&bar.row)).collect();
            rows.extend(table.rows.iter().filter(|row| row.kind == RowKind::Sum));
            let printed_change = table.columns.iter().any(|column| column.phase == Some(Phase::Change));
            let mut add = |head: String, is_percent: bool, is_signed: bool, of: &dyn Fn(&crate::chart::bars::Bar) -> Option<Decimal>| {
                let cells: Vec<(Id, Decimal)> = series.bars.iter().filter_map(|bar| Some((bar.row.clone(), of(bar)?))).collect();
                if !cells.is_empty() {
                    calculated.push(Calculated { head, cells, is_percent, is_signed });
                }
            };
            add(words::share_head(language).into_owned(), true, false, &|bar| bar.share);
            let of_hundred = words::per_hundred(language);
            add(of_hundred.into_owned(), false, false, &|bar| bar.per_hundred);
            if !printed_change {
                add(words::change_head(language).into_owned(), false, true, &|bar| bar.change.map(|change| measure.shown(change)));
            }
        }
        WholeTable { table, measure, rows, calculated, shown: shown.map(|column| column.id.clone()) }
    }

    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    fn is_shown(&self, column: &Column) -> bool {
        self.shown.as_ref() == Some(&column.id)
    }

    pub fn node(&self, context: &Context) -> Element {
        let language = context.language();
        let table = self.table;
        let unit = super::unit_word(language, table.unit, self.measure.display);
        let mut head = el("tr").child(el("th").attr("scope", "col").text(words::row_header(language)));
        for column in &table.columns {
            let class = if self.is_shown(column) { "number shown" } else { "number" };
            head = head.child(el("th").attr("scope", "col").class(class).child(label(language, &column.label)));
        }
        for column in &self.calculated {
            let ours = el("small").class("soft").text(source::calculated(language));
            head =
                head.child(el("th").attr("scope", "col").class("number calculated").text(column.head.clone()).child(el("br")).child(ours));
        }
        head = head.child(el("th").attr("scope", "col").class("live-only").text(words::notes_column(language)));
        let rows = self.rows.iter().map(|row| self.row(context, row));
        let mut part = section("table", words::table_heading(language)).child(
            el("div").class("table-scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "h-table").child(
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
        );
        if self.calculated.iter().any(|column| column.is_percent) {
            part = part.child(el("p").class("soft").text(words::shares_note(language)));
        }
        let about = note_button(language, &Anchor::table(&table.id), table.title.get(language));
        part.child(el("p").class("actions").child(about)).child(self.ways_out(context))
    }

    fn row(&self, context: &Context, row: &Row) -> Element {
        let language = context.language();
        let anchor = Anchor::row(&self.table.id, &row.id);
        let mut name = el("th").attr("scope", "row").child(label(language, &row.label));
        if let Some(expanded) = row.expanded.as_ref().filter(|expanded| expanded.get(language) != row.label.get(language)) {
            name = name.child(el("br")).child(el("small").class("soft").text(expanded.get(language)));
        }
        name = name.child(el("br")).child(cite(context, &row.sources, false));
        let cells = self.table.columns.iter().map(|column| self.cell(language, row, column));
        let ours = self.calculated.iter().map(|column| {
            let value = column.value(&row.id).map(|value| column.text(value, language)).unwrap_or_default();
            el("td").class("number calculated").text(value)
        });
        el("tr")
            .attr("id", format!("row-{}", row.id))
            .class(if row.kind == RowKind::Sum { "sum" } else { "line" })
            .flag("data-chosen", context.view.selected.as_ref() == Some(&anchor))
            .child(name)
            .children(cells)
            .children(ours)
            .child(el("td").class("live-only").child(
                // A note can be about the row or about one of its amounts.
                note_button(language, &anchor, row.label.get(language)).attr("data-parts", self.amounts_of(language, row)),
            ))
    }

    /// The row's amounts as things to note about: a line for each, anchor and name.
    fn amounts_of(&self, language: Language, row: &Row) -> String {
        let line = |column: &&Column| {
            let anchor = Anchor::cell(&self.table.id, &row.id, &column.id);
            format!("{anchor}\t{}, {}", row.label.get(language), column.label.get(language))
        };
        let amounts = self.table.columns.iter().filter(|column| matches!(row.cells.get(&column.id), Some(Some(_))));
        amounts.map(|column| line(&column)).collect::<Vec<_>>().join("\n")
    }

    fn cell(&self, language: Language, row: &Row, column: &Column) -> Element {
        let class = if self.is_shown(column) { "number shown" } else { "number" };
        match row.cells.get(&column.id) {
            Some(Some(value)) => {
                let change = column.phase == Some(Phase::Change);
                // As printed: the source writes no plus.
                let mut cell = el("td").class(class).text(self.measure.number(*value, language));
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

    /// Buttons of the running application, and the file that needs none.
    fn ways_out(&self, context: &Context) -> Element {
        let language = context.language();
        let button = |act: &str, form: &str, content: String| {
            el("button")
                .attr("type", "button")
                .class("live-only")
                .attr("data-act", act)
                .attr("data-table", self.table.id.as_str())
                .attr("data-form", form)
                .text(content)
        };
        let dataset = &context.catalogue.dataset;
        let file = context.address.to_path(&format!("data/{dataset}/csv/{}.csv", self.table.id));
        let file = link(file, words::csv_file(language)).attr("download", format!("{}.csv", self.table.id));
        el("div")
            .class("ways-out")
            .child(
                el("p")
                    .class("actions")
                    .child(el("strong").text(words::take_away(language)))
                    .child(file)
                    .child(button("csv", "comma", words::csv_as_shown(language).into_owned()))
                    .child(button("csv", "semicolon", words::csv_for_excel(language).into_owned()))
                    .child(button("copy-table", "tabs", words::copy_table(language).into_owned()))
                    .child(
                        el("button")
                            .attr("type", "button")
                            .class("live-only")
                            .attr("data-act", "copy-link")
                            .text(crate::i18n::frame::copy_link(language)),
                    ),
            )
            .child(el("p").class("soft live-only").text(words::rows_shown(language, self.row_count())))
    }

    /// The cells as text: numbers with an ASCII minus and without grouping, so that a spreadsheet can count with them.
    fn cells(&self, language: Language, decimal_comma: bool) -> Vec<Vec<String>> {
        let written = |value: Decimal| {
            let number = value.to_string();
            if decimal_comma { number.replace('.', ",") } else { number }
        };
        let unit = match self.table.unit {
            crate::model::Unit::Unstated => format!(" ({})", chart::unit_unstated(language)),
            _ => format!(", {}", self.measure.unit_word(language)),
        };
        let mut head = vec![words::row_header(language).into_owned(), chart::head_kind(language).into_owned()];
        head.extend(self.table.columns.iter().map(|column| inert(&format!("{}{unit}", column.label.get(language)))));
        for column in &self.calculated {
            let unit = match (column.is_percent, column.is_signed) {
                (true, _) => ", %",
                (false, true) => unit.as_str(),
                (false, false) => "",
            };
            head.push(inert(&format!("{}{unit} ({})", column.head, source::calculated(language))));
        }
        head.push(chart::head_note(language).into_owned());
        let mut out = vec![head];
        for row in &self.rows {
            let mut notes = Vec::new();
            let mut name = row.label.get(language).to_owned();
            if let Some(expanded) = row.expanded.as_ref().filter(|expanded| expanded.get(language) != name) {
                name.push_str(&format!(" ({})", expanded.get(language)));
            }
            let kind = if row.kind == RowKind::Sum { chart::is_sum(language) } else { chart::is_line(language) };
            let mut line = vec![inert(&name), kind.into_owned()];
            for column in &self.table.columns {
                line.push(match row.cells.get(&column.id) {
                    Some(Some(value)) => written(self.measure.shown(*value)),
                    Some(None) => {
                        notes.push(format!("{}: {}", column.label.get(language), chart::empty_cell(language)));
                        String::new()
                    }
                    None => String::new(),
                });
            }
            line.extend(self.calculated.iter().map(|column| column.value(&row.id).map(written).unwrap_or_default()));
            line.push(inert(&notes.join(", ")));
            out.push(line);
        }
        out
    }

    pub fn csv(&self, language: Language, form: CsvForm) -> String {
        csv(&self.cells(language, form == CsvForm::Semicolon && language == Language::Sv), form)
    }

    pub fn tab_separated(&self, language: Language) -> String {
        tab_separated(&self.cells(language, language == Language::Sv))
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
