//! The JSON Schemas that are published are those that the reader describes.

use malkarta::dataset;
use std::collections::BTreeSet;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema");

#[test]
fn the_published_schemas_are_what_the_reader_reads() {
    let mut expected = BTreeSet::new();
    for (name, schema) in dataset::schemas() {
        let file = format!("{name}.schema.json");
        let published = std::fs::read_to_string(format!("{FOLDER}/{file}")).unwrap_or_default();
        assert!(published == schema, "{file} is not up to date: run `cargo run --bin site -- schema`");
        expected.insert(file);
    }
    let there: BTreeSet<String> =
        std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, expected);
}
