//! The bundled dataset, whole and as a page with only the files it needs gets it.

use malkarta::dataset::{self, FileName, Manifest, Publisher};
use malkarta::model::{Catalogue, Edition, Language};
use malkarta::page::{self, Context, Page};
use malkarta::url::{Address, Route, View};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

pub fn whole() -> &'static Catalogue {
    static WHOLE: OnceLock<Catalogue> = OnceLock::new();
    WHOLE.get_or_init(|| read(&FileName::ALL))
}

/// The catalogue with only some of the files.
pub fn with(files: &[FileName]) -> &'static Catalogue {
    static SOME: OnceLock<std::sync::Mutex<BTreeMap<Vec<&'static str>, &'static Catalogue>>> = OnceLock::new();
    let key = files.iter().map(|file| file.stem()).collect();
    let mut known = SOME.get_or_init(Default::default).lock().unwrap();
    known.entry(key).or_insert_with(|| Box::leak(Box::new(read(files))))
}

fn read(files: &[FileName]) -> Catalogue {
    let mut catalogue = Catalogue { dataset: "malmo-ks-2025".into(), edition: edition(), ..Catalogue::default() };
    for file in files {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/data/malmo-ks-2025/{}.json", file.stem()));
        dataset::decode(*file, &fs::read(path).unwrap(), &mut catalogue);
    }
    catalogue
}

/// Whose record the bundled dataset is, as the manifest says.
fn edition() -> Edition {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/manifest.json")).unwrap();
    Manifest::read(&text).unwrap().newest().unwrap().edition.clone()
}

pub fn publisher() -> Publisher {
    Publisher::read(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/site.json")).unwrap()).unwrap()
}

/// What a page is made from, with this view.
pub fn asked<T>(catalogue: &Catalogue, language: Language, route: &Route, query: &str, then: impl FnOnce(&Context) -> T) -> T {
    let (view, problems) = View::from_query(query);
    assert!(problems.is_empty(), "{query}: {problems:?}");
    let address = Address::new(catalogue.edition.year, language, route.clone());
    let publisher = publisher();
    then(&Context {
        catalogue,
        publisher: &publisher,
        address: &address,
        view: &view,
        data_version: "2025.1",
        noted: &[],
        layout: None,
        index: None,
    })
}

/// A page with the frame around it, as text.
pub fn written(catalogue: &Catalogue, language: Language, route: &Route, query: &str) -> (Page, String) {
    asked(catalogue, language, route, query, |context| {
        let page = page::build(context);
        let mut html = page::header(context).to_markup().into_string();
        for block in &page.blocks {
            html.push_str(block.node().to_markup().as_str());
        }
        html.push_str(page::footer(context).to_markup().as_str());
        (page, html)
    })
}
