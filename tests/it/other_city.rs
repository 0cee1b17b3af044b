//! Another municipality, board and year is other files, not other code: the whole site of a small dataset of its own.

use malkarta::site;
use std::fs;
use std::path::{Path, PathBuf};

/// What Trunk would have staged, with stand-ins for what it compiles, and the site built in it.
fn built(name: &str) -> PathBuf {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/other-city");
    let staged = std::env::temp_dir().join(format!("malkarta-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&staged);
    for folder in ["style", "icons", "data/ekhamn-tn-2031"] {
        fs::create_dir_all(staged.join(folder)).unwrap();
    }
    for made in [
        "boot.js",
        "rescue.js",
        "style/scene.css",
        "style/site.css",
        "pages.js",
        "pages_bg.wasm",
        "malkarta.js",
        "malkarta_bg.wasm",
        "icons/icon.svg",
        "app.webmanifest",
    ] {
        fs::write(staged.join(made), made).unwrap();
    }
    fs::copy(fixture.join("site.json"), staged.join("site.json")).unwrap();
    fs::copy(fixture.join("data/manifest.json"), staged.join("data/manifest.json")).unwrap();
    for file in fs::read_dir(fixture.join("data/ekhamn-tn-2031")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), staged.join("data/ekhamn-tn-2031").join(file.file_name())).unwrap();
    }
    site::update_manifest(&staged.join("data")).unwrap();
    site::build(&staged).unwrap_or_else(|refusal| panic!("{refusal}"));
    staged
}

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.push(path);
        }
    }
}

#[test]
fn the_site_of_another_city_board_and_year_names_none_of_the_bundled_ones() {
    let root = built("other-city");
    let mut found = Vec::new();
    pages(&root, &mut found);
    assert!(found.len() > 100, "{} pages", found.len());
    let mut faults = Vec::new();
    for page in &found {
        let html = fs::read_to_string(page).unwrap();
        let place = page.strip_prefix(&root).unwrap().display();
        for word in ["Malmö", "malmo", "2025", "2024", "2015", "ommunstyrelse", "xecutive board", "tadskontor", "ity office", "Skåne"] {
            if let Some(at) = html.find(word) {
                let from = (0..=at.saturating_sub(60)).rev().find(|i| html.is_char_boundary(*i)).unwrap();
                let to = (at + 60..=html.len()).find(|i| html.is_char_boundary(*i)).unwrap_or(html.len());
                faults.push(format!("{place}: «{word}» in …{}…", &html[from..to]));
            }
        }
        for empty in ["<ul></ul>", "<p></p>", "<ol></ol>", "<dl></dl>"] {
            if html.contains(empty) {
                faults.push(format!("{place}: {empty}"));
            }
        }
    }
    crate::record::nothing(&faults, "trace of the bundled data in the site of another city");
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let start = read("index.html");
    assert!(start.contains("Vad tekniska nämnden i Ekhamn planerar och räknar med 2031"));
    assert!(start.contains("Webbplatsen ges ut av Ekhamns kommun. Visar tekniska nämndens plan för 2031"));
    assert!(start.contains("5,4 mkr") && start.contains("2031/karta/"));
    assert!(!start.contains("är slut"), "nothing says that the year is over");
    assert!(read("en/index.html").contains("What the technical board of Ekhamn plans and budgets for 2031"));
    assert!(read("2031/beslut/index.html").contains("från 2030 till 2034"));
    assert!(read("2031/beslut/tn-plan-2031/index.html").contains("budgetår 2031, beslutsdag saknas"));
    assert!(read("2031/uppfoljning/index.html").contains("Materialet innehåller ingen uppföljning."));
    assert!(read("404.html").contains("Ekhamns kommun"));
    assert!(read("sitemap.xml").contains("https://plan.example.org/2031/mal/trygga-gator/"));
    fs::remove_dir_all(root).unwrap();
}
