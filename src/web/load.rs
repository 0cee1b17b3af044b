//! Fetching the data of this build and checking it before it is used.

use super::dom;
use crate::dataset::{self, FileName, Issue, Manifest, Publisher, What};
use crate::model::Catalogue;
use crate::page;
use crate::query::search::{Entry, Index};
use futures_util::future::{join, join_all};
use futures_util::lock::Mutex;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// What has been read so far.
#[derive(Clone)]
pub struct Data {
    pub catalogue: Catalogue,
    pub publisher: Publisher,
    pub version: String,
    pub loaded: BTreeSet<FileName>,
    /// What did not fit, for the reader to see.
    pub issues: Vec<Issue>,
    manifest: Manifest,
    manifest_path: String,
    /// What search looks in, made when it is first asked for.
    index: Rc<RefCell<Option<Index>>>,
}

thread_local! {
    /// Loading goes one at a time, so that no file is fetched twice.
    static TURN: Rc<Mutex<()>> = Rc::new(Mutex::new(()));
    static DATA: RefCell<Option<Rc<Data>>> = const { RefCell::new(None) };
    /// The addresses of the manifest and of `site.json`.
    static PLACES: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Tells where the manifest and `site.json` of this build are.
pub fn open(manifest: String, site: String) {
    PLACES.set(Some((manifest, site)));
}

/// The data with some files read; what has been read before is kept.
pub async fn ensure(files: &[FileName]) -> Result<Rc<Data>, Issue> {
    let turn = TURN.with(Rc::clone);
    let _turn = turn.lock().await;
    let known = DATA.with_borrow(Option::clone);
    let data = match known {
        Some(data) if data.has(files) => return Ok(data),
        Some(data) => data,
        None => Rc::new(Data::open().await?),
    };
    let data = Rc::new(data.with(files).await?);
    DATA.set(Some(Rc::clone(&data)));
    Ok(data)
}

impl Data {
    /// Reads the manifest and `site.json` of this build.
    async fn open() -> Result<Data, Issue> {
        let unreachable = Issue { file: None, path: String::new(), what: What::Unreachable };
        let text = |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| unreachable.clone());
        let (manifest_path, site_path) = PLACES.with_borrow(Option::clone).ok_or_else(|| unreachable.clone())?;
        let (manifest, site) = join(fetch(&manifest_path, RequestCache::Default), fetch(&site_path, RequestCache::Default)).await;
        let manifest = Manifest::read(&text(manifest)?)?;
        let publisher = Publisher::read(&text(site)?)?;
        let newest = manifest.newest();
        let version = newest.map(|dataset| dataset.version.clone()).unwrap_or_default();
        let catalogue = newest.map_or_else(Catalogue::default, |newest| Catalogue {
            dataset: newest.id.clone(),
            edition: newest.edition.clone(),
            ..Catalogue::default()
        });
        Ok(Data {
            catalogue,
            publisher,
            version,
            loaded: BTreeSet::new(),
            issues: Vec::new(),
            manifest,
            manifest_path,
            index: Rc::default(),
        })
    }

    /// Does something with what search looks in, the reader's own notes among it.
    pub fn search<T>(&self, own: Vec<Entry>, act: impl FnOnce(&Index) -> T) -> T {
        let mut index = self.index.borrow_mut();
        let index = index.get_or_insert_with(|| page::search_index(&self.catalogue, &self.publisher, &self.version));
        index.set_own(own);
        act(index)
    }

    pub fn has(&self, files: &[FileName]) -> bool {
        files.iter().all(|file| self.loaded.contains(file))
    }

    /// This data with more files read. A file that cannot be had is an error: pages that need it are not shown.
    async fn with(&self, files: &[FileName]) -> Result<Data, Issue> {
        let missing: Vec<FileName> = files.iter().copied().filter(|file| !self.loaded.contains(file)).collect();
        let fetches: Vec<_> = missing.iter().map(|name| self.file(*name)).collect();
        let mut catalogue = self.catalogue.clone();
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
        data.catalogue = catalogue;
        data.index = Rc::default();
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
