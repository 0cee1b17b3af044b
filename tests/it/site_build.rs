//! The built site as files: the same twice, with and without an address of its own, and never without a sender.

use crate::record::repository;
use malkarta::dataset::Publisher;
use malkarta::site;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder as Trunk stages it, with a stand-in for each file that the compiler makes; gone when the test is over.
struct Staged(PathBuf);

impl Staged {
    fn new(name: &str, site_json: &str) -> Staged {
        let folder = std::env::temp_dir().join(format!("malkarta-site-{name}-{}", std::process::id()));
        copy(&repository().join("public"), &folder);
        fs::write(folder.join("site.json"), site_json).unwrap();
        for made in ["malkarta-0123.js", "malkarta-0123_bg.wasm", "pages.js", "pages_bg.wasm"] {
            fs::write(folder.join(made), made).unwrap();
        }
        Staged(folder)
    }

    /// Every file below the folder by its path.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.insert(path.strip_prefix(&self.0).unwrap().to_str().unwrap().replace('\\', "/"), fs::read(&path).unwrap());
                }
            }
        }
        files
    }

    fn built(name: &str, site_json: &str) -> BTreeMap<String, Vec<u8>> {
        let staged = Staged::new(name, site_json);
        site::build(&staged.0).unwrap();
        staged.files()
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { fs::copy(entry.path(), target).map(|_| ()).unwrap() }
    }
}

/// The bundled file with a sender of its own.
fn site_json(contact: &str, site_url: &str) -> String {
    let mut all: serde_json::Value = serde_json::from_str(&fs::read_to_string(repository().join("public/site.json")).unwrap()).unwrap();
    all["publisher"] = serde_json::json!({ "name": "Någon", "kind": "independent" });
    all["contact"] = contact.into();
    all["report_errors"] = "https://stad.se/fel".into();
    all["site_url"] = site_url.into();
    all.to_string()
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}"))).unwrap()
}

/// The paths of the pages that are to be found, without those that only lead on to another one or that rescue notes.
fn pages(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let found: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_suffix("index.html"))
        .filter(|path| !text(files, &format!("{path}index.html")).contains("content=\"noindex\""))
        .collect();
    assert!(found.len() > 400, "{} pages", found.len());
    found
}

/// The values of an attribute, in the order of the text.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_same_files_come_out_twice() {
    let (one, other) =
        (Staged::built("one", &site_json("mailto:a@stad.se", "")), Staged::built("other", &site_json("mailto:a@stad.se", "")));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(other.get(path) == Some(bytes), "{path} differs");
    }
}

#[test]
fn without_an_address_of_its_own_the_site_names_none() {
    let files = Staged::built("nowhere", &site_json("mailto:a@stad.se", ""));
    for page in pages(&files) {
        let html = text(&files, &format!("{page}index.html"));
        for absolute in ["rel=\"canonical\"", "rel=\"alternate\"", "property=\"og:url\"", "property=\"og:image\"", "data-site-url="] {
            assert!(!html.contains(absolute), "{page}: {absolute}");
        }
        for reference in values(html, "href").into_iter().chain(values(html, "src")) {
            assert!(!reference.starts_with('/'), "{page} refers to {reference}, which is not relative");
        }
    }
    assert!(text(&files, "404.html").contains("<ul hidden"), "a way that is not known is not offered");
    assert!(!files.contains_key("sitemap.xml"));
    assert!(!text(&files, "robots.txt").contains("Sitemap"));
}

#[test]
fn with_an_address_of_its_own_every_page_says_where_it_stands_and_where_the_other_language_is() {
    // A publisher may forget the last slash.
    let files = Staged::built("somewhere", &site_json("mailto:a@stad.se", "https://karta.stad.se/under"));
    let root = "https://karta.stad.se/under/";
    let pages = pages(&files);
    for page in &pages {
        let html = text(&files, &format!("{page}index.html"));
        let swedish = page.strip_prefix("en/").unwrap_or(page);
        for line in [
            format!("<link rel=\"canonical\" href=\"{root}{page}\">"),
            format!("<link rel=\"alternate\" hreflang=\"sv\" href=\"{root}{swedish}\">"),
            format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{root}en/{swedish}\">"),
            format!("<meta property=\"og:url\" content=\"{root}{page}\">"),
        ] {
            assert!(html.contains(&line), "{page} has no {line}");
        }
        for absolute in values(html, "href").into_iter().filter(|href| href.starts_with("https://karta.stad.se")) {
            let path = absolute.strip_prefix(root).unwrap_or_else(|| panic!("{page}: {absolute} lies outside the site"));
            assert!(pages.contains(&path), "{page} names {absolute}, which is no page");
        }
    }
    let listed: Vec<&str> = text(&files, "sitemap.xml").split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(listed.len(), pages.len());
    for page in &pages {
        assert!(listed.contains(&format!("{root}{page}").as_str()), "{page} is not in the sitemap");
    }
    assert!(text(&files, "404.html").contains(&format!("href=\"{root}2025/karta/\"")), "the way on is there without scripts");
    assert!(text(&files, "robots.txt").contains("Sitemap: https://karta.stad.se/under/sitemap.xml"));
}

#[test]
fn a_release_without_a_sender_or_without_a_way_to_reach_it_is_refused() {
    let whole = site_json("mailto:a@stad.se", "");
    for (what, broken) in [
        ("no name", whole.replace("Någon", "")),
        ("a blank name", whole.replace("Någon", "  ")),
        ("no contact", whole.replace("mailto:a@stad.se", "")),
        ("no address for errors", whole.replace("https://stad.se/fel", "")),
        ("no kind", whole.replace("independent", "")),
        ("no sender at all", "{}".to_owned()),
    ] {
        let staged = Staged::new(&format!("refused-{}", what.replace(' ', "-")), &broken);
        let refusal = site::build(&staged.0).map(|_| ()).expect_err(what);
        assert!(refusal.to_string().contains("site.json"), "{what}: {refusal}");
        assert!(!staged.0.join("index.html").exists(), "{what}: nothing was written");
    }
}

#[test]
fn addresses_that_reach_nobody_are_told_and_do_not_stop_the_build() {
    let remarks = |contact: &str, site_url: &str| site::remarks(&Publisher::read(&site_json(contact, site_url)).unwrap());
    assert!(remarks("mailto:a@stad.se", "https://karta.stad.se/").is_empty());
    assert!(remarks("https://example.se/kontakt", "").is_empty(), "only reserved names");
    assert!(remarks("mailto:a@myexample.org", "").is_empty());
    for nobody in [
        "mailto:a@example.org",
        "mailto:a@Example.COM?subject=Fel",
        "https://www.example.net/om",
        "mailto:a@stad.example",
        "http://localhost:8080/",
        "https://x.test",
    ] {
        let told = remarks(nobody, "");
        assert_eq!(told.len(), 1, "{nobody}");
        assert!(told[0].contains("site.json") && told[0].contains("contact") && told[0].contains(nobody), "{told:?}");
    }
    assert_eq!(remarks("mailto:a@stad.se", "https://example.org/karta").len(), 1, "site_url");
    for (contact, told) in [("mailto:a@stad.se", false), ("mailto:a@example.org", true)] {
        let files = Staged::built(&format!("told-{told}"), &site_json(contact, ""));
        for (page, words) in [("om/index.html", "når ingen"), ("en/om/index.html", "reach nobody")] {
            assert_eq!(text(&files, page).contains(words), told, "{page} says so to readers: {contact}");
        }
    }
    let bundled = fs::read_to_string(repository().join("public/site.json")).unwrap();
    let staged = Staged::new("bundled", &bundled);
    assert_eq!(site::build(&staged.0).unwrap(), site::remarks(&Publisher::read(&bundled).unwrap()));
}
