//! The tables as open data: one CSV per table, one row per cell, described as a Frictionless Data Package
//! (tabular profile) with the column types of the Fiscal Data Package where they fit.
//!
//! Values, signs and units stay as printed. See <https://specs.frictionlessdata.io/tabular-data-package/> and
//! <https://fiscal.datapackage.org/specifications/fiscal-data-package-budgets/>.

use super::{Refusal, read, read_text, write};
use crate::dataset::{self, Dataset, FileName, Manifest, Publisher};
use crate::i18n::data_package as words;
use crate::model::{Catalogue, Language, Phase, Table, Unit};
use serde_json::{Map, Value, json};
use std::path::Path;

const TAXONOMY: &str = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json";

/// Writes `<dataset>/datapackage.json` and `<dataset>/csv/` for every dataset of a data folder.
pub fn write_all(data: &Path, out: &Path, publisher: &Publisher) -> Result<(), Refusal> {
    let manifest = Manifest::read(&read_text(&data.join("manifest.json"))?).map_err(|issue| Refusal::Data(vec![issue]))?;
    for dataset in &manifest.datasets {
        let mut catalogue = Catalogue::default();
        let mut issues = Vec::new();
        for name in [FileName::Sources, FileName::Budget] {
            if let Some(file) = dataset.file(name) {
                issues.extend(dataset::decode(name, &read(&data.join(&file.path))?, &mut catalogue));
            }
        }
        // A table that could not be read must not be missing in silence.
        if issues.iter().any(|issue| issue.what.costs_something()) {
            return Err(Refusal::Data(issues));
        }
        let folder = out.join(&dataset.id);
        let mut resources = Vec::new();
        for table in &catalogue.tables {
            let cells = cells(table);
            let text = separated(&cells, ',');
            resources.push(resource(table, &text));
            write(&folder.join(format!("csv/{}.csv", table.id)), text)?;
            // Swedish Excel opens a file with semicolons, and takes it for UTF-8 where a mark says so.
            write(&folder.join(format!("csv/{}-excel.csv", table.id)), format!("\u{feff}{}", separated(&inert(cells), ';')))?;
        }
        let package = package(dataset, &catalogue, publisher, resources);
        let text = serde_json::to_string_pretty(&package).map_err(|e| Refusal::Rule(e.to_string()))?;
        write(&folder.join("datapackage.json"), text + "\n")?;
    }
    Ok(())
}

/// The cells of a table in reading order, under the names of the columns.
fn cells(table: &Table) -> Vec<Vec<String>> {
    let mut out = vec![COLUMNS.iter().map(|column| column.name.to_owned()).collect()];
    let unit = match table.unit {
        Unit::Tkr => "tkr",
        Unit::Mkr => "mkr",
        Unit::Unstated => "",
    };
    for row in &table.rows {
        for column in &table.columns {
            // A cell that the table does not have is no empty cell.
            let Some(value) = row.cells.get(&column.id) else { continue };
            let phase = match column.phase {
                Some(Phase::Forecast) => "forecast",
                Some(Phase::Budget) => "budget",
                Some(Phase::Change) => "change",
                None => "",
            };
            out.push(vec![
                row.id.to_string(),
                row.label.en.clone(),
                row.label.sv.clone(),
                column.id.to_string(),
                phase.to_owned(),
                column.year.map(|year| year.to_string()).unwrap_or_default(),
                unit.to_owned(),
                value.map(|value| value.to_string()).unwrap_or_default(),
                row.sources.first().map(|source| source.lines.from.to_string()).unwrap_or_default(),
            ]);
        }
    }
    out
}

/// A column of the CSV files.
struct Column {
    name: &'static str,
    kind: &'static str,
    /// What the column is to the Fiscal Data Package, where that has a word for it.
    fiscal: Option<&'static str>,
    required: bool,
    about: fn(Language) -> std::borrow::Cow<'static, str>,
}

const COLUMNS: [Column; 9] = [
    Column { name: "row_id", kind: "string", fiscal: Some("budget-line-id"), required: true, about: words::row_id },
    Column { name: "row", kind: "string", fiscal: None, required: true, about: words::row },
    Column { name: "row_sv", kind: "string", fiscal: None, required: true, about: words::row_sv },
    Column { name: "column_id", kind: "string", fiscal: Some("value-kind:code"), required: true, about: words::column_id },
    Column { name: "phase", kind: "string", fiscal: Some("phase:id"), required: false, about: words::phase },
    Column { name: "year", kind: "integer", fiscal: Some("date:fiscal-year"), required: false, about: words::year },
    Column { name: "unit", kind: "string", fiscal: None, required: false, about: words::unit },
    Column { name: "value", kind: "number", fiscal: Some("value"), required: false, about: words::value },
    Column { name: "line", kind: "integer", fiscal: None, required: true, about: words::line },
];

/// Lines end as RFC 4180 has them.
fn separated(rows: &[Vec<String>], separator: char) -> String {
    let mut out = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(separator);
            }
            if cell.contains([separator, '"', '\n', '\r']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// No text that a spreadsheet would take for a formula.
fn inert(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for cell in rows.iter_mut().flatten() {
        if cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<i64>().is_err() {
            cell.insert(0, '\'');
        }
    }
    rows
}

/// The same thing said in both languages: the descriptor has one text for everybody.
fn both(say: fn(Language) -> std::borrow::Cow<'static, str>) -> String {
    format!("{} / {}", say(Language::Sv), say(Language::En))
}

fn resource(table: &Table, text: &str) -> Value {
    let fields: Vec<Value> = COLUMNS.iter().map(field).collect();
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": table.id.as_str(),
        "title": table.title.sv,
        "path": format!("csv/{}.csv", table.id),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": text.len(),
        "hash": format!("sha256:{}", dataset::sha256_hex(text.as_bytes())),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": { "fields": fields, "primaryKey": ["row_id", "column_id"], "missingValues": [""] },
    });
    if let (Some(note), Some(members)) = (&table.note, resource.as_object_mut()) {
        members.insert("description".to_owned(), format!("{} / {}", note.sv, note.en).into());
    }
    resource
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), true.into());
    }
    match column.name {
        "phase" => drop(constraints.insert("enum".to_owned(), json!(["forecast", "budget", "change"]))),
        "unit" => drop(constraints.insert("enum".to_owned(), json!(["tkr", "mkr"]))),
        "line" => drop(constraints.insert("minimum".to_owned(), 1.into())),
        _ => {}
    }
    let mut field = json!({
        "name": column.name,
        "type": column.kind,
        "description": both(column.about),
        "constraints": constraints,
    });
    if let (Some(fiscal), Some(members)) = (column.fiscal, field.as_object_mut()) {
        members.insert("columnType".to_owned(), fiscal.into());
    }
    field
}

fn package(dataset: &Dataset, catalogue: &Catalogue, publisher: &Publisher, resources: Vec<Value>) -> Value {
    let sources: Vec<Value> = catalogue.documents.iter().map(source).collect();
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": dataset.id,
        "title": dataset.title.sv,
        "description": both(words::about),
        "version": dataset.version,
        "licenses": [{ "name": dataset.licence }],
        "sources": sources,
        "contributors": [{ "title": publisher.name, "role": "publisher" }],
        "columnTypes": [TAXONOMY],
        "resources": resources,
    });
    if let (Some(root), Some(members)) = (&publisher.site_url, package.as_object_mut()) {
        members.insert("homepage".to_owned(), root.as_str().into());
    }
    package
}

fn source(document: &crate::model::Document) -> Value {
    let mut source = json!({ "title": document.title.sv });
    if let (Some(original), Some(members)) = (&document.original, source.as_object_mut()) {
        members.insert("path".to_owned(), original.as_str().into());
    }
    source
}
