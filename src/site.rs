//! The site writer: blocks to HTML files, the precache list, the checks of a release (native only).
//!
//! Run by Trunk after the build, in the folder that Trunk has staged. Reads the data that is published,
//! writes every page in both languages, gives every file a name with its digest, and refuses to finish
//! a release that breaks a rule.

mod assets;
pub mod check_data;
pub mod data_package;
mod document;
mod offline;
pub mod paint;
pub mod sizes;

use crate::dataset::{self, FileName, Issue, Manifest, Publisher};
use crate::i18n;
use crate::model::{Catalogue, Language};
use crate::page::{self, Context};
use crate::url::{Address, View};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Why a release was refused.
#[derive(Debug)]
pub enum Refusal {
    Io(PathBuf, std::io::Error),
    /// Something in the data or in `site.json`.
    Data(Vec<Issue>),
    /// A rule of the release, in words.
    Rule(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Refusal::Data(issues) => {
                for issue in issues {
                    writeln!(f, "{}: {}", i18n::issue::place(issue), i18n::issue::sentence(Language::En, issue))?;
                }
                Ok(())
            }
            Refusal::Rule(rule) => f.write_str(rule),
        }
    }
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    fs::read(path).map_err(|e| Refusal::Io(path.to_owned(), e))
}

pub(crate) fn read_text(path: &Path) -> Result<String, Refusal> {
    fs::read_to_string(path).map_err(|e| Refusal::Io(path.to_owned(), e))
}

pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Refusal> {
    let fail = |e| Refusal::Io(path.to_owned(), e);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    fs::write(path, content).map_err(fail)
}

/// A dataset as it lies on disk: read, decoded, checked.
pub struct Loaded {
    pub catalogue: Catalogue,
    pub version: String,
    pub issues: Vec<Issue>,
}

/// Reads the newest dataset under a folder that holds `manifest.json`; digests are checked.
pub fn load(data: &Path) -> Result<Loaded, Refusal> {
    let manifest = Manifest::read(&read_text(&data.join("manifest.json"))?).map_err(|issue| Refusal::Data(vec![issue]))?;
    let newest = manifest.newest().ok_or_else(|| Refusal::Rule("manifest.json lists no dataset".into()))?;
    let mut catalogue = Catalogue { dataset: newest.id.clone(), edition: newest.edition.clone(), ..Catalogue::default() };
    let mut issues = Vec::new();
    let mut loaded = std::collections::BTreeSet::new();
    let mut links = dataset::check::Links::default();
    for file in &newest.files {
        let report = |what| Issue { file: Some(file.name), path: String::new(), what };
        match fs::read(data.join(&file.path)) {
            Ok(bytes) if dataset::sha256_hex(&bytes) != file.sha256 => issues.push(report(dataset::What::WrongDigest)),
            Ok(bytes) => {
                issues.extend(dataset::decode_with_links(file.name, &bytes, &mut catalogue, &mut links));
                loaded.insert(file.name);
            }
            Err(_) => issues.push(report(dataset::What::Unreachable)),
        }
    }
    issues.extend(dataset::check::references(&catalogue, &loaded, &links));
    Ok(Loaded { catalogue, version: newest.version.clone(), issues })
}

/// Writes the digests and sizes of the data files into `manifest.json`; only these values change.
pub fn update_manifest(data: &Path) -> Result<(), Refusal> {
    let path = data.join("manifest.json");
    let mut value: serde_json::Value = serde_json::from_str(&read_text(&path)?).map_err(|e| Refusal::Rule(e.to_string()))?;
    let datasets = value.get_mut("datasets").and_then(|d| d.as_array_mut()).ok_or_else(|| Refusal::Rule("no datasets".into()))?;
    for dataset in datasets {
        let id = dataset.get("id").and_then(|id| id.as_str()).unwrap_or_default().to_owned();
        let mut files = Vec::new();
        for name in FileName::ALL {
            let relative = format!("{id}/{}.json", name.stem());
            if let Ok(bytes) = fs::read(data.join(&relative)) {
                files.push(serde_json::json!({
                    "name": name.stem(), "path": relative, "bytes": bytes.len(), "sha256": dataset::sha256_hex(&bytes),
                }));
            }
        }
        if let Some(object) = dataset.as_object_mut() {
            object.insert("files".into(), files.into());
        }
    }
    let text = serde_json::to_string_pretty(&value).map_err(|e| Refusal::Rule(e.to_string()))?;
    write(&path, text + "\n")
}

/// Writes the JSON Schema of each data file.
pub fn write_schemas(folder: &Path) -> Result<(), Refusal> {
    for (name, schema) in dataset::schemas() {
        write(&folder.join(format!("{name}.schema.json")), schema)?;
    }
    Ok(())
}

/// The relative path of a file and its content, digest and size, for the precache list and the budget.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a publisher should know and what does not stop a build: addresses that reach nobody are right while
/// the site is worked on, and wrong on the day that it is published.
pub fn remarks(publisher: &Publisher) -> Vec<String> {
    let line = |(field, address)| {
        format!("site.json, {field}: {address} is an example and reaches nobody. Before you publish, write an address of your own there.")
    };
    publisher.example_addresses().into_iter().map(line).collect()
}

/// Turns a folder staged by Trunk into the finished site; answers with what the publisher should know.
pub fn build(staged: &Path) -> Result<Vec<String>, Refusal> {
    let publisher = Publisher::read(&read_text(&staged.join("site.json"))?).map_err(|issue| Refusal::Data(vec![issue]))?;
    let loaded = load(&staged.join("data"))?;
    if loaded.issues.iter().any(|issue| issue.what.costs_something()) {
        return Err(Refusal::Data(loaded.issues));
    }
    data_package::write_all(&staged.join("data"), &staged.join("data"), &publisher)?;
    let mut assets = assets::prepare(staged)?;
    assets.data_version = loaded.version.clone();
    assets.edition = loaded.catalogue.edition.clone();
    assets.site_url = publisher.site_url.clone();
    let routes = page::routes(&loaded.catalogue);
    let mut known = Vec::new();
    for language in Language::ALL {
        for route in &routes {
            let address = Address::new(loaded.catalogue.edition.year, language, route.clone());
            let path = address.path();
            let view = View::default();
            let context = Context {
                catalogue: &loaded.catalogue,
                publisher: &publisher,
                address: &address,
                view: &view,
                data_version: &loaded.version,
                noted: &[],
                layout: None,
                index: None,
            };
            let page = page::build(&context);
            if !page.found {
                return Err(Refusal::Rule(format!("the page {path} says that it does not exist")));
            }
            // Only an absolute address can name a preview image, so without one none is painted.
            let preview = publisher.site_url.as_ref().and_then(|_| page::preview::scene(&context, &page));
            if let Some(scene) = &preview {
                let png = paint::png(scene).ok_or_else(|| Refusal::Rule(format!("the preview of {path} cannot be painted")))?;
                write(&staged.join(&path).join(document::PREVIEW), png)?;
            }
            let html = document::page(&context, &page, &assets, preview.as_ref());
            write(&staged.join(&path).join("index.html"), html)?;
            // A path without the year leads to the edition.
            if let Some(short) = address.path_without_edition() {
                let moved = document::moved(language, &page.title, &short, &path);
                write(&staged.join(&short).join("index.html"), moved)?;
            }
            known.push(path);
        }
    }
    for language in Language::ALL {
        let html = document::rescue(language, &loaded.catalogue.edition, &publisher, &assets);
        write(&staged.join(crate::url::rescue_path(language)).join("index.html"), html)?;
    }
    write(&staged.join("shell.html"), document::shell(&assets))?;
    write(&staged.join("404.html"), document::not_found(&loaded.catalogue.edition, &publisher))?;
    write(&staged.join("_headers"), document::HEADERS)?;
    if let Some(root) = &publisher.site_url {
        write(&staged.join("sitemap.xml"), document::sitemap(root, &known))?;
        write(&staged.join("robots.txt"), format!("User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n"))?;
    } else {
        write(&staged.join("robots.txt"), "User-agent: *\nAllow: /\n")?;
    }
    offline::write_worker(staged, &assets, &known, &loaded.version)?;
    Ok(remarks(&publisher))
}
