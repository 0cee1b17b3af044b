//! The size budget of a release, asserted as a host would send the files (brotli 11).

use super::{Refusal, read, read_text};
use std::io::Write as _;
use std::path::Path;

/// HTML and style of the start page, bytes after brotli.
const START_PAGE: usize = 30_000;
/// Everything a first visit to the start page requests until the application has taken over; the data is
/// read after that, since a page on its default address is adopted as it stands.
const FIRST_VISIT: usize = 300_000;
/// All data files together.
const DATA: usize = 120_000;
/// The worker's own script and everything it fetches, after the take-over and once for each build. Search, more ways to see
/// the map and the readers' files all live in the second module; reading them without a network is worth this much.
const OFFLINE: usize = 900_000;

/// What was measured, in bytes after brotli.
#[derive(Debug)]
pub struct Measured {
    pub lines: Vec<(String, usize, usize)>,
}

/// Measures a finished site and refuses one that is over its budget.
pub fn check(dist: &Path) -> Result<Measured, Refusal> {
    let start = read_text(&dist.join("index.html"))?;
    let attribute = |name: &str| -> Result<String, Refusal> {
        start
            .split_once(&format!("{name}=\""))
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(value, _)| value.trim_start_matches("./").to_owned())
            .ok_or_else(|| Refusal::Rule(format!("the start page has no {name}")))
    };
    let size = |path: &str| -> Result<usize, Refusal> { Ok(compressed(&read(&dist.join(path))?)) };
    let style = start
        .split_once("rel=\"stylesheet\" href=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(value, _)| value.trim_start_matches("./").to_owned())
        .ok_or_else(|| Refusal::Rule("the start page has no style sheet".into()))?;
    let start_page = compressed(start.as_bytes()) + size(&style)?;
    let manifest_path = attribute("data-manifest")?;
    let boot = start
        .split_once("type=\"module\" src=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(value, _)| value.trim_start_matches("./").to_owned())
        .ok_or_else(|| Refusal::Rule("the start page has no boot script".into()))?;
    let mut first = start_page + size(&boot)?;
    for name in ["data-script", "data-wasm"] {
        first += size(&attribute(name)?)?;
    }
    for plain in ["icons/icon.svg", "app.webmanifest"] {
        first += size(plain)?;
    }
    let manifest = crate::dataset::Manifest::read(&read_text(&dist.join(&manifest_path))?).map_err(|i| Refusal::Data(vec![i]))?;
    let newest = manifest.newest().ok_or_else(|| Refusal::Rule("no dataset".into()))?;
    let mut data = 0;
    for file in &newest.files {
        data += size(&format!("data/{}", file.path))?;
    }
    let worker = read_text(&dist.join("sw.js"))?;
    let listed = worker
        .split_once("const FILES = ")
        .and_then(|(_, rest)| rest.split_once(";\n"))
        .map(|(list, _)| list.to_owned())
        .unwrap_or_default();
    let listed: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&listed).map_err(|e| Refusal::Rule(format!("sw.js: {e}")))?;
    let mut offline = compressed(worker.as_bytes());
    for path in listed.keys() {
        offline += size(path)?;
    }
    let wasm = size(&attribute("data-wasm")?)?;
    let lines = vec![
        ("start page: HTML and style".to_owned(), start_page, START_PAGE),
        ("first visit to the start page".to_owned(), first, FIRST_VISIT),
        ("  of which wasm".to_owned(), wasm, FIRST_VISIT),
        ("all data files".to_owned(), data, DATA),
        ("everything kept for reading offline".to_owned(), offline, OFFLINE),
    ];
    if let Some((what, bytes, most)) = lines.iter().find(|(_, bytes, most)| bytes > most) {
        return Err(Refusal::Rule(format!("{what}: {bytes} bytes after brotli, the budget is {most}")));
    }
    Ok(Measured { lines })
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
        // Writing into memory does not fail; an error would only make the measure too small, and the flush below too.
        let _ = writer.write_all(bytes);
        let _ = writer.flush();
    }
    out.len()
}
