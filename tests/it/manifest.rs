//! The manifest says what lies beside it: a visitor's browser refuses a file whose digest differs.

use crate::record::{FILES, nothing, repository};
use malkarta::dataset::{Manifest, sha256_hex};
use std::collections::BTreeSet;

fn manifest() -> Manifest {
    let text = std::fs::read_to_string(repository().join("public/data/manifest.json")).unwrap();
    Manifest::read(&text).unwrap_or_else(|issue| panic!("{issue:?}"))
}

#[test]
fn the_manifest_has_the_digest_and_size_of_every_file() {
    let data = repository().join("public/data");
    let mut findings = Vec::new();
    for dataset in manifest().datasets {
        let mut listed = BTreeSet::new();
        for file in &dataset.files {
            let bytes = std::fs::read(data.join(&file.path)).unwrap_or_default();
            if (sha256_hex(&bytes), bytes.len()) != (file.sha256.clone(), file.bytes) {
                findings.push(format!(
                    "{} differs from what the manifest says of it; `cargo run --bin site -- manifest` writes it anew",
                    file.path
                ));
            }
            listed.insert(data.join(&file.path));
        }
        let there = std::fs::read_dir(data.join(&dataset.id)).unwrap().map(|entry| entry.unwrap().path());
        findings.extend(there.filter(|path| !listed.contains(path)).map(|path| format!("{} is not in the manifest", path.display())));
    }
    nothing(&findings, "file that the manifest has wrong");
}

#[test]
fn the_dataset_has_no_issue() {
    let loaded = malkarta::site::load(&repository().join("public/data")).unwrap();
    assert!(loaded.issues.is_empty(), "{:#?}", loaded.issues);
}

#[test]
fn every_entry_stands_on_a_line_of_its_own() {
    let mut findings = Vec::new();
    for name in FILES {
        let text = std::fs::read_to_string(repository().join(format!("public/data/malmo-ks-2025/{name}.json"))).unwrap();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with("{\"")) {
            let entry: Result<serde_json::Value, _> = serde_json::from_str(line.trim_end_matches(','));
            if entry.is_err() {
                findings.push(format!("{name}.json, line {}: not one whole entry", index + 1));
            }
        }
        let entries = text.lines().filter(|line| line.starts_with("{\"")).count();
        if entries == 0 {
            findings.push(format!("{name}.json: no line is an entry"));
        }
    }
    nothing(&findings, "line that is not one entry");
}
