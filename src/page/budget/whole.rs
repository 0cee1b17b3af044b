//! The whole table as it is shown, with our own columns marked, and the same cells as a file or for the clipboard.

use super::picture::Picture;
use crate::chart::bars::{Bar, BarSeries, percent, signed_percent};
use crate::chart::separated::{CsvForm, csv, inert, tab_separated};
use crate::chart::series::{self, Measure};
use crate::i18n::{chart, money as words, number, source};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Column, Decimal, DisplayUnit, Id, Language, Phase, Row, RowKind, Table, Unit};
use crate::page::Context;
use crate::page::parts::{cite_within, link, note_button, reading, section, swedish};

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
            return if self.is_signed { signed_percent(value, language) } else { percent(value, language) };
        }
        let plus = if self.is_signed && value.digits > 0 { "+" } else { "" };
        format!("{plus}{}", number::decimal(language, value))
    }
}

/// A table in the order and unit of the view.
pub struct WholeTable<'a> {
    table: &'a Table,
    /// How the amounts of each column are written.
    measures: Vec<Measure>,
    rows: Vec<&'a Row>,
    /// The printed columns that are shown.
    columns: Vec<&'a Column>,
    calculated: Vec<Calculated>,
    shown: Option<Id>,
    /// What is to be known of a row beside its numbers.
    notes: Vec<(Id, String)>,
}

impl<'a> WholeTable<'a> {
    /// The rows of its picture in their order, sums last where there are bars, with what the picture adds.
    pub fn new(language: Language, table: &'a Table, display: DisplayUnit, picture: Option<&Picture>) -> WholeTable<'a> {
        let plain = Measure::new(table.unit, display);
        let mut whole = WholeTable {
            table,
            measures: vec![plain; table.columns.len()],
            rows: table.rows.iter().collect(),
            columns: table.columns.iter().collect(),
            calculated: Vec::new(),
            shown: None,
            notes: Vec::new(),
        };
        match picture {
            None => {}
            Some(Picture::Steps(series)) => {
                whole.rows = series.steps.iter().filter_map(|step| table.row(&step.row)).collect();
                whole.measures = table.columns.iter().map(|column| plain.of(series::incoming(table, column))).collect();
                whole.shown = Some(series.column.id.clone());
                let parts_give = |step: &series::Step| {
                    let parts = plain.amount(step.calculated?, language);
                    Some((step.row.clone(), format!("{}: {}", series.column.label.get(language), chart::parts_give(language, &parts))))
                };
                whole.notes = series.steps.iter().filter_map(parts_give).collect();
            }
            Some(Picture::Flow(_)) => {}
            Some(Picture::Bars(series)) => {
                whole.rows = series.bars.iter().filter(|bar| !bar.is_sum).filter_map(|bar| table.row(&bar.row)).collect();
                let is_shown = |row: &&Row| row.kind == RowKind::Sum && (!series.chosen || series.bars.iter().any(|bar| bar.row == row.id));
                whole.rows.extend(table.rows.iter().filter(is_shown));
                if series.chosen {
                    whole.columns = series.columns.iter().filter_map(|column| table.column(&column.id)).collect();
                }
                let index = |column: &Column| series.columns.iter().position(|known| known.id == column.id);
                whole.measures = table.columns.iter().map(|column| index(column).map_or(plain, |index| series.measure_of(index))).collect();
                whole.calculated = calculated(language, table, plain, series);
            }
        }
        whole
    }

    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// How the amounts of a column are written.
    pub fn measure_of(&self, column: &Column) -> Measure {
        let index = self.table.columns.iter().position(|known| known.id == column.id);
        let measure = index.and_then(|index| self.measures.get(index)).copied();
        measure.unwrap_or(Measure::new(self.table.unit, DisplayUnit::Tkr))
    }

    fn has_shares(&self) -> bool {
        self.measures.iter().any(|measure| measure.is_share())
    }

    fn is_shown(&self, column: &Column) -> bool {
        self.shown.as_ref() == Some(&column.id)
    }

    pub fn node(&self, context: &Context) -> Element {
        let language = context.language();
        let table = self.table;
        // Where shares stand beside amounts, each column says its own unit.
        let in_columns = self.has_shares();
        let unit = if in_columns { words::units_in_columns(language) } else { self.unit_of_amounts().unit_word(language) };
        let mut head = el("tr").child(el("th").attr("scope", "col").text(words::row_header(language)));
        for column in &self.columns {
            let class = if self.is_shown(column) { "number shown" } else { "number" };
            let mut cell = el("th").attr("scope", "col").class(class).child(label(language, &column.label));
            if in_columns {
                let own = self.measure_of(column);
                let own = if own.is_share() { "%".into() } else { own.unit_word(language) };
                cell = cell.child(el("br")).child(el("small").class("soft").text(own));
            }
            head = head.child(cell);
        }
        for column in &self.calculated {
            let ours = el("small").class("soft").text(source::calculated(language));
            head =
                head.child(el("th").attr("scope", "col").class("number calculated").text(column.head.clone()).child(el("br")).child(ours));
        }
        head = head.child(
            el("th").attr("scope", "col").class("live-only").child(el("span").class("visually-hidden").text(words::acts_column(language))),
        );
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
        if self.calculated.iter().any(|column| column.is_percent && !column.is_signed) || in_columns {
            part = part.child(el("p").class("soft").text(words::shares_note(language)));
        }
        // A note can be about the table or about one of its columns.
        let column = |column: &Column| format!("{}\t{}", Anchor::column(&table.id, &column.id), column.label.get(language));
        let columns = table.columns.iter().map(column).collect::<Vec<_>>().join("\n");
        let about = note_button(language, &Anchor::table(&table.id), table.title.get(language)).attr("data-parts", columns);
        part.child(self.ways_out(context, about))
    }

    fn row(&self, context: &Context, row: &Row) -> Element {
        let language = context.language();
        let anchor = Anchor::row(&self.table.id, &row.id);
        let mut name = el("th").attr("scope", "row").child(label(language, &row.label));
        if let Some(expanded) = row.expanded.as_ref().filter(|expanded| expanded.get(language) != row.label.get(language)) {
            name = name.child(el("br")).child(el("small").class("soft spelt-out").text(expanded.get(language)));
        }
        name = name.child(el("br")).child(cite_within(context, &row.sources, &self.table.sources));
        let cells = self.columns.iter().map(|column| self.cell(language, row, column));
        let ours = self.calculated.iter().map(|column| {
            let cell = el("td").class("number calculated");
            match column.value(&row.id) {
                Some(value) => cell.text(column.text(value, language)),
                // From nothing there is no per cent; where a cell is empty there is no difference.
                None if column.is_signed => cell.child(el("small").class("soft").text(words::not_calculated(language))),
                None => cell,
            }
        });
        el("tr")
            .attr("id", format!("row-{}", row.id))
            .class(if row.kind == RowKind::Sum { "sum" } else { "line" })
            .flag("data-chosen", context.view.selected.as_ref() == Some(&anchor))
            .child(name)
            .children(cells)
            .children(ours)
            .child(
                el("td")
                    .class("live-only row-acts")
                    .child(why_link(context, &anchor, row.label.get(language)))
                    .text(" ")
                    // A note can be about the row or about one of its amounts.
                    .child(note_button(language, &anchor, row.label.get(language)).attr("data-parts", self.amounts_of(language, row))),
            )
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
        // A tap on the number asks about it; the way for everyone is the link at the end of the row.
        let cell = || el("td").class(class).attr("data-cell", Anchor::cell(&self.table.id, &row.id, &column.id).as_str());
        match row.cells.get(&column.id) {
            Some(Some(value)) => {
                // As printed: the source writes no plus.
                let cell = cell().text(self.measure_of(column).number(*value, language));
                match (column.phase, series::direction(series::sense(self.table, row), *value, language)) {
                    // The sign of a change on a cost row reads the wrong way round: say what it means.
                    (Some(Phase::Change), Some(meaning)) => cell.child(el("br")).child(el("small").class("soft").text(meaning)),
                    _ => cell,
                }
            }
            Some(None) => cell().child(el("small").class("soft").text(chart::empty_cell(language))),
            None => el("td").class(class),
        }
    }

    /// The measure of columns that are not shares.
    fn unit_of_amounts(&self) -> Measure {
        self.measures.iter().copied().find(|measure| !measure.is_share()).unwrap_or(Measure::new(self.table.unit, DisplayUnit::Tkr))
    }

    /// The printed table, which needs no application, and the table as shown.
    fn ways_out(&self, context: &Context, about: Element) -> Element {
        let language = context.language();
        let dataset = &context.catalogue.dataset;
        let file = context.address.to_path(&format!("data/{dataset}/csv/{}.csv", self.table.id));
        let file = link(file, words::csv_file(language)).attr("download", format!("{}.csv", self.table.id));
        files(language, "table", self.row_count(), self.table.rows.len()).child(el("p").class("actions").child(file).child(about))
    }

    /// The cells as text: numbers with an ASCII minus and without grouping, so that a spreadsheet can count with them.
    fn cells(&self, language: Language, decimal_comma: bool) -> Vec<Vec<String>> {
        let written = |value: Decimal| {
            let number = value.to_string();
            if decimal_comma { number.replace('.', ",") } else { number }
        };
        let unit_of = |measure: Measure| match self.table.unit {
            _ if measure.is_share() => format!(", % ({})", source::calculated(language)),
            Unit::Unstated => format!(" ({})", chart::unit_unstated(language)),
            _ => format!(", {}", measure.unit_word(language)),
        };
        let unit = unit_of(self.unit_of_amounts());
        let mut head = vec![words::row_header(language).into_owned(), chart::head_kind(language).into_owned()];
        head.extend(
            self.table.columns.iter().map(|column| inert(&format!("{}{}", column.label.get(language), unit_of(self.measure_of(column))))),
        );
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
            let mut notes: Vec<String> = self.notes.iter().filter(|(id, _)| *id == row.id).map(|(_, note)| note.clone()).collect();
            let mut name = row.label.get(language).to_owned();
            if let Some(expanded) = row.expanded.as_ref().filter(|expanded| expanded.get(language) != name) {
                name.push_str(&format!(" ({})", expanded.get(language)));
            }
            let kind = if row.kind == RowKind::Sum { chart::is_sum(language) } else { chart::is_line(language) };
            let mut line = vec![inert(&name), kind.into_owned()];
            for column in &self.columns {
                if let (Some(Phase::Change), Some(value)) = (column.phase, row.value(&column.id))
                    && let Some(meaning) = series::direction(series::sense(self.table, row), value, language)
                {
                    notes.push(format!("{}: {meaning}", column.label.get(language)));
                }
                line.push(match row.cells.get(&column.id) {
                    Some(Some(value)) => written(self.measure_of(column).shown(*value)),
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

/// The buttons that take rows away as they are shown, and how many rows that is.
pub fn files(language: Language, of: &str, rows: usize, all: usize) -> Element {
    let button = |act: &str, form: &str, content: std::borrow::Cow<'static, str>| {
        el("button")
            .attr("type", "button")
            .class("live-only")
            .attr("data-act", act)
            .attr("data-of", of)
            .attr("data-form", form)
            .text(content)
    };
    el("div")
        .class("ways-out")
        .child(
            el("p")
                .class("actions")
                .child(el("strong").class("live-only").text(words::take_away(language)))
                .child(button("csv", "comma", words::csv_as_shown(language)))
                .child(button("csv", "semicolon", words::csv_for_excel(language)))
                .child(button("copy-table", "tabs", words::copy_table(language))),
        )
        .child(el("p").class("soft live-only").text(words::rows_shown(language, rows, all)))
}

/// The way to «why this number?».
pub fn why_link(context: &Context, anchor: &Anchor, what: &str) -> Element {
    let language = context.language();
    let view = crate::url::View { selected: Some(anchor.clone()), ..context.view.clone() };
    link(context.with_view(&view), words::why_short(language))
        .class("why-link")
        .attr("data-about", anchor.as_str())
        .attr("aria-label", words::why_about(language, what))
}

/// What bars add to their table.
fn calculated(language: Language, table: &Table, measure: Measure, series: &BarSeries) -> Vec<Calculated> {
    let mut out = Vec::new();
    let printed_change = !series.chosen && table.columns.iter().any(|column| column.phase == Some(Phase::Change));
    let mut add = |head: String, is_percent: bool, is_signed: bool, of: &dyn Fn(&Bar) -> Option<Decimal>| {
        let cells: Vec<(Id, Decimal)> = series.bars.iter().filter_map(|bar| Some((bar.row.clone(), of(bar)?))).collect();
        if !cells.is_empty() {
            out.push(Calculated { head, cells, is_percent, is_signed });
        }
    };
    add(words::share_head(language).into_owned(), true, false, &|bar| bar.share);
    let of_hundred = words::per_hundred(language);
    add(of_hundred.into_owned(), false, false, &|bar| bar.per_hundred);
    if !printed_change {
        add(words::change_head(language).into_owned(), false, true, &|bar| bar.change.map(|change| measure.shown(change)));
    }
    add(words::change_percent_head(language).into_owned(), true, true, &|bar| bar.change_percent);
    out
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
