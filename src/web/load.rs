//! Fetching the data of this build and checking it before it is used.

use super::dom;
use crate::dataset::{self, FileName, Issue, Manifest, Publisher, What};
use crate::model::Catalogue;
use futures_util::future::{join, join_all};
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// What has been read so far.
#[derive(Clone)]
pub struct Data {
    pub catalogue: Arc<Catalogue>,
    pub publisher: Arc<Publisher>,
    pub version: String,
    pub loaded: BTreeSet<FileName>,
    /// What did not fit, for the reader to see.
    pub issues: Vec<Issue>,
    manifest: Arc<Manifest>,
    manifest_path: String,
}

impl PartialEq for Data {
    fn eq(&self, other: &Data) -> bool {
        Arc::ptr_eq(&self.catalogue, &other.catalogue) && self.issues == other.issues
    }
}

impl Data {
    /// Reads the manifest and `site.json` of this build; their addresses stand on the boot script.
    pub async fn open() -> Result<Data, Issue> {
        let unreachable = Issue { file: None, path: String::new(), what: What::Unreachable };
        let script = dom::boot_script().ok_or_else(|| unreachable.clone())?;
        let path = |name: &str| script.get_attribute(name).ok_or_else(|| unreachable.clone());
        let manifest_path = path("data-manifest")?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| unreachable.clone());
        let site_path = path("data-site")?;
        let (manifest, site) = join(fetch(&manifest_path, RequestCache::Default), fetch(&site_path, RequestCache::Default)).await;
        let manifest = Manifest::read(&text(manifest.ok_or_else(|| unreachable.clone())?)?)?;
        let publisher = Publisher::read(&text(site.ok_or_else(|| unreachable.clone())?)?)?;
        let version = manifest.newest().map(|dataset| dataset.version.clone()).unwrap_or_default();
        let dataset = manifest.newest().map(|dataset| dataset.id.clone()).unwrap_or_default();
        Ok(Data {
            catalogue: Arc::new(Catalogue { dataset, ..Catalogue::default() }),
            publisher: Arc::new(publisher),
            version,
            loaded: BTreeSet::new(),
            issues: Vec::new(),
            manifest: Arc::new(manifest),
            manifest_path,
        })
    }

    /// What is shown from when nothing could be read: the static page stays in its place.
    pub fn nothing() -> Data {
        Data {
            catalogue: Arc::default(),
            publisher: Arc::new(Publisher {
                name: String::new(),
                kind: crate::dataset::PublisherKind::Independent,
                contact: String::new(),
                report: String::new(),
                site_url: None,
            }),
            version: String::new(),
            loaded: BTreeSet::new(),
            issues: Vec::new(),
            manifest: Arc::new(Manifest { datasets: Vec::new() }),
            manifest_path: String::new(),
        }
    }

    pub fn has(&self, files: &[FileName]) -> bool {
        files.iter().all(|file| self.loaded.contains(file))
    }

    /// This data with more files read. A file that cannot be had is an error: pages that need it are not shown.
    pub async fn with(&self, files: &[FileName]) -> Result<Data, Issue> {
        let missing: Vec<FileName> = files.iter().copied().filter(|file| !self.loaded.contains(file)).collect();
        let fetches: Vec<_> = missing.iter().map(|name| self.file(*name)).collect();
        let mut catalogue = (*self.catalogue).clone();
        let mut data = self.clone();
        for (name, bytes) in missing.iter().zip(join_all(fetches).await) {
            let issues = dataset::decode(*name, &bytes?, &mut catalogue);
            // A file that could not be read at all leaves nothing to show.
            if let Some(whole) = issues.iter().find(|issue| issue.path.is_empty() && issue.what.costs_something()) {
                return Err(whole.clone());
            }
            data.issues.extend(issues.into_iter().filter(|issue| issue.what.costs_something()));
            data.loaded.insert(*name);
        }
        data.catalogue = Arc::new(catalogue);
        Ok(data)
    }

    /// One file, with its digest checked. One that differs is asked for once more past the browser's cache.
    async fn file(&self, name: FileName) -> Result<Vec<u8>, Issue> {
        let report = |what| Issue { file: Some(name), path: String::new(), what };
        let entry = self.manifest.newest().and_then(|dataset| dataset.file(name)).ok_or_else(|| report(What::Unreachable))?;
        let folder = self.manifest_path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = format!("{folder}/{}", entry.path);
        let mut outcome = Err(report(What::Unreachable));
        for cache in [RequestCache::Default, RequestCache::Reload] {
            outcome = match fetch(&path, cache).await {
                None => Err(report(What::Unreachable)),
                Some(bytes) if dataset::sha256_hex(&bytes) != entry.sha256 => Err(report(What::WrongDigest)),
                Some(bytes) => return Ok(bytes),
            };
        }
        outcome
    }
}

/// The bytes of a file of this site, or nothing.
async fn fetch(path: &str, cache: RequestCache) -> Option<Vec<u8>> {
    let options = RequestInit::new();
    options.set_cache(cache);
    let promise = dom::window()?.fetch_with_str_and_init(path, &options);
    let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
