//! Every link inside the site leads to a page that exists and, where it names one, to a place on it.

use crate::catalogue::{whole, written};
use malkarta::model::Language;
use malkarta::page;
use malkarta::url::{Address, View};
use std::collections::{BTreeMap, BTreeSet};

/// Files that a page links to: a data file that is published, or one that the site writer makes from the tables.
fn is_file(path: &str) -> bool {
    let Some(file) = path.trim_end_matches('/').strip_prefix("data/") else { return false };
    let written = |name: &str| {
        let Some(table) = name.strip_prefix("malmo-ks-2025/csv/").and_then(|name| name.strip_suffix(".csv")) else {
            return name == "malmo-ks-2025/datapackage.json";
        };
        let table = table.strip_suffix("-excel").unwrap_or(table);
        crate::catalogue::whole().tables.iter().any(|each| each.id == table)
    };
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(file).is_file() || written(file)
}

pub struct Written {
    pub ids: BTreeSet<String>,
    links: BTreeSet<String>,
    repeated: Vec<String>,
}

pub fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>().into_iter()
}

pub fn every_page() -> BTreeMap<String, Written> {
    let mut pages = BTreeMap::new();
    for language in Language::ALL {
        for route in page::routes(whole()) {
            let (_, html) = written(whole(), language, &route, "");
            let mut ids = BTreeSet::new();
            let mut repeated = Vec::new();
            for id in attributes(&html, "id") {
                // A drawing stands twice, for two widths; the rest of a page names each place once.
                if !ids.insert(id.to_owned()) {
                    repeated.push(id.to_owned());
                }
            }
            let links = attributes(&html, "href").map(|link| link.replace("&amp;", "&").replace("&#39;", "'")).collect();
            pages.insert(Address::new(2025, language, route).path(), Written { ids, links, repeated });
        }
    }
    pages
}

/// The path from the root that a relative reference leads to, and its fragment; nothing for other sites.
pub fn target(from: &str, link: &str) -> Option<(String, String, Option<String>)> {
    if link.starts_with("http") || link.starts_with("mailto:") {
        return None;
    }
    let (link, fragment) = link.split_once('#').map_or((link, None), |(link, fragment)| (link, Some(fragment.to_owned())));
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let mut parts: Vec<&str> = from.trim_end_matches('/').split('/').filter(|p| !p.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().expect("a link leads above the root");
            }
            name => parts.push(name),
        }
    }
    let path = if parts.is_empty() { String::new() } else { format!("{}/", parts.join("/")) };
    Some((path, query.to_owned(), fragment))
}

#[test]
fn every_link_leads_to_a_page_and_a_place_that_exist() {
    let pages = every_page();
    let mut broken = BTreeSet::new();
    let mut checked = 0;
    for (from, page) in &pages {
        for link in &page.links {
            let Some((path, query, fragment)) = target(from, link) else { continue };
            checked += 1;
            // The page that rescues notes is written beside the others, by the site writer itself.
            if is_file(&path) || path.ends_with("radda/") {
                continue;
            }
            let address = Address::from_path(2025, &path);
            assert_eq!(address.path(), path, "{from}: {link} is not how the page is addressed");
            let (_, problems) = View::from_query(&query);
            assert!(problems.is_empty(), "{from}: {link}: {problems:?}");
            match pages.get(&path) {
                None => {
                    broken.insert(format!("{from}: {link} leads to no page"));
                }
                Some(to) => {
                    if let Some(fragment) = fragment.filter(|fragment| !to.ids.contains(fragment)) {
                        broken.insert(format!("{from}: {path} has no place #{fragment}"));
                    }
                }
            }
        }
    }
    assert!(checked > 10_000, "only {checked} links found");
    assert!(broken.is_empty(), "{} broken: {:#?}", broken.len(), broken.iter().take(20).collect::<Vec<_>>());
}

#[test]
fn no_page_names_a_place_twice() {
    for (path, page) in every_page() {
        assert!(page.repeated.is_empty(), "{path}: {:?}", page.repeated);
    }
}
