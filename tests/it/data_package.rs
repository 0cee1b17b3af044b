//! The tables as open data: every cell is there as printed, and the package is what it says.

use crate::record::repository;
use malkarta::dataset::{Manifest, Publisher, sha256_hex};
use malkarta::model::Table;
use malkarta::site::{self, data_package};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package written into a folder of its own, gone when the test is over.
struct Package(PathBuf);

impl Package {
    fn written(name: &str) -> Package {
        let data = repository().join("public/data");
        let out = std::env::temp_dir().join(format!("malkarta-package-{name}-{}", std::process::id()));
        let publisher = Publisher::read(&std::fs::read_to_string(repository().join("public/site.json")).unwrap()).unwrap();
        data_package::write_all(&data, &out, &publisher).unwrap();
        let manifest = Manifest::read(&std::fs::read_to_string(data.join("manifest.json")).unwrap()).unwrap();
        Package(out.join(&manifest.newest().unwrap().id))
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn descriptor(&self) -> Value {
        serde_json::from_str(&self.text("datapackage.json")).unwrap()
    }
}

impl Drop for Package {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap_or(&self.0));
    }
}

fn tables() -> Vec<Table> {
    site::load(&repository().join("public/data")).unwrap().catalogue.tables
}

/// The fields of each line; a small reader of its own, so that the writer is not tested by itself.
fn parsed(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for line in text.split_terminator("\r\n") {
        let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                c if c == separator && !quoted => row.push(std::mem::take(&mut field)),
                c => field.push(c),
            }
        }
        row.push(field);
        rows.push(row);
    }
    rows
}

#[test]
fn every_cell_is_there_as_printed() {
    let package = Package::written("cells");
    for table in tables() {
        let rows = parsed(&package.text(&format!("csv/{}.csv", table.id)), ',');
        assert_eq!(rows[0].join(","), "row_id,row,row_sv,column_id,phase,year,unit,value,line");
        let there: usize = table.rows.iter().map(|row| row.cells.len()).sum();
        assert_eq!(rows.len() - 1, there);
        for line in &rows[1..] {
            let row = table.rows.iter().find(|row| row.id == *line[0].as_str()).unwrap();
            let column = table.columns.iter().find(|column| column.id == *line[3].as_str()).unwrap();
            assert_eq!((&line[1], &line[2]), (&row.label.en, &row.label.sv));
            assert_eq!(line[7].parse::<i64>().ok(), row.value(&column.id));
            assert_eq!(line[5].parse::<u32>().ok(), column.year);
            assert_eq!(line[8], row.sources[0].lines.from.to_string());
        }
    }
}

#[test]
fn the_form_for_excel_says_the_same() {
    let package = Package::written("excel");
    for table in tables() {
        let excel = package.text(&format!("csv/{}-excel.csv", table.id));
        let excel = excel.strip_prefix('\u{feff}').unwrap();
        assert_eq!(parsed(excel, ';'), parsed(&package.text(&format!("csv/{}.csv", table.id)), ','));
    }
}

#[test]
fn the_descriptor_fits_its_files() {
    let package = Package::written("descriptor");
    let descriptor = package.descriptor();
    assert_eq!(descriptor["profile"], "tabular-data-package");
    let resources = descriptor["resources"].as_array().unwrap();
    assert_eq!(resources.len(), tables().len());
    for resource in resources {
        let bytes = package.text(resource["path"].as_str().unwrap()).into_bytes();
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{}", sha256_hex(&bytes)));
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let fiscal: Vec<&str> = fields.iter().filter_map(|field| field["columnType"].as_str()).collect();
        assert_eq!(fiscal, ["budget-line-id", "value-kind:code", "phase:id", "date:fiscal-year", "value"]);
        for constant in ["phase", "unit"] {
            assert!(fields.iter().any(|field| field["name"] == constant && field["constraints"]["enum"].is_array()));
        }
    }
}

/// The command-line tool `frictionless`, in PATH or where `./dev` keeps its tools.
fn frictionless() -> Option<PathBuf> {
    let tools = std::env::var_os("MALKARTA_TOOLS").map(PathBuf::from);
    let tools = tools.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache/malkarta")));
    let kept = tools.map(|tools| tools.join("frictionless/bin/frictionless")).filter(|tool| tool.exists());
    let path = std::env::var_os("PATH").unwrap_or_default();
    kept.or_else(|| std::env::split_paths(&path).map(|folder| folder.join("frictionless")).find(|tool| tool.exists()))
}

#[test]
fn the_frictionless_tool_accepts_the_package() {
    let Some(tool) = frictionless() else {
        // The sentence is there for whoever reads the output of the tests.
        #[allow(clippy::print_stderr)]
        {
            eprintln!("skipped: the tool `frictionless` (PyPI) is not installed");
        }
        return;
    };
    let package = Package::written("tool");
    let answer = |package: &Package| {
        let run = Command::new(&tool).args(["validate", "datapackage.json", "--json"]).current_dir(&package.0).output().unwrap();
        let report: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&run.stderr)));
        (run.status.success(), report)
    };
    let (accepted, report) = answer(&package);
    assert!(accepted && report["valid"] == true, "{report:#}");
    assert_eq!(report["tasks"].as_array().unwrap().len(), tables().len());
    // It does look: a number that is none is refused.
    let spoilt = package.text("csv/investments.csv").replacen("20000", "tjugo", 1);
    std::fs::write(package.0.join("csv/investments.csv"), spoilt).unwrap();
    let (accepted, report) = answer(&package);
    assert!(!accepted && report["valid"] == false);
}
