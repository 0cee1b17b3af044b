//! Fetching the data of this build and checking it before it is used.

use super::dom;
use super::state::{Action, Message, State};
use crate::dataset::{self, FileName, Issue, Manifest, Publisher, What};
use crate::i18n::{issue as issue_words, live as words};
use crate::model::Catalogue;
use futures_util::future::{join, join_all};
use futures_util::lock::Mutex;
use leptos::prelude::*;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;
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

thread_local! {
    /// Loading goes one at a time, so that no file is fetched twice.
    static TURN: Rc<Mutex<()>> = Rc::new(Mutex::new(()));
    /// The address that the boot script's relative names belong to.
    static ROOT_AT_START: OnceCell<String> = const { OnceCell::new() };
}

/// Sees to it that some files have been read, and tells of what in them could not be.
pub async fn ensure(state: State, files: &[FileName]) -> Result<(), Issue> {
    if state.data.with_untracked(|data| data.has(files)) {
        return Ok(());
    }
    let turn = TURN.with(Rc::clone);
    let _turn = turn.lock().await;
    let data = state.data.get_untracked();
    let data = if data.manifest_path.is_empty() { Data::open().await? } else { data };
    if !data.has(files) || state.data.with_untracked(|known| known.manifest_path.is_empty()) {
        state.data.set(data.with(files).await?);
    }
    Ok(())
}

/// Says that the data could not be read; what is shown stays.
pub fn tell(state: State, issue: &Issue) {
    let language = state.language_now();
    let details = vec![format!("{}: {}", issue_words::place(issue), issue_words::sentence(language, issue))];
    state.tell(Message { key: "data".into(), text: words::data_failed(language).into_owned(), details, action: Some(Action::Reload) });
}

impl Data {
    /// Before anything has been read.
    pub fn nothing() -> Data {
        Data {
            catalogue: Arc::default(),
            publisher: Arc::new(Publisher::nobody()),
            version: String::new(),
            loaded: BTreeSet::new(),
            issues: Vec::new(),
            manifest: Arc::new(Manifest { datasets: Vec::new() }),
            manifest_path: String::new(),
        }
    }

    /// Reads the manifest and `site.json` of this build; their addresses stand on the boot script.
    async fn open() -> Result<Data, Issue> {
        let unreachable = Issue { file: None, path: String::new(), what: What::Unreachable };
        let script = dom::boot_script().ok_or_else(|| unreachable.clone())?;
        let path = |name: &str| script.get_attribute(name).ok_or_else(|| unreachable.clone());
        let text = |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| unreachable.clone());
        // The page that the names were written for may be left meanwhile: they are made absolute now.
        let (manifest_path, site_path) = (absolute(&path("data-manifest")?), absolute(&path("data-site")?));
        let (manifest, site) = join(fetch(&manifest_path, RequestCache::Default), fetch(&site_path, RequestCache::Default)).await;
        let manifest = Manifest::read(&text(manifest)?)?;
        let publisher = Publisher::read(&text(site)?)?;
        let version = manifest.newest().map(|dataset| dataset.version.clone()).unwrap_or_default();
        let dataset = manifest.newest().map(|dataset| dataset.id.clone()).unwrap_or_default();
        let catalogue = Arc::new(Catalogue { dataset, ..Catalogue::default() });
        Ok(Data { catalogue, publisher: Arc::new(publisher), version, manifest: Arc::new(manifest), manifest_path, ..Data::nothing() })
    }

    pub fn has(&self, files: &[FileName]) -> bool {
        files.iter().all(|file| self.loaded.contains(file))
    }

    /// This data with more files read. A file that cannot be had is an error: pages that need it are not shown.
    async fn with(&self, files: &[FileName]) -> Result<Data, Issue> {
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

/// Remembers the address that the page was loaded with; called before it can change.
pub fn remember_base() {
    absolute("");
}

/// An address that stays the same when the page's own address changes.
fn absolute(path: &str) -> String {
    let base = ROOT_AT_START
        .with(|base| base.get_or_init(|| dom::document().and_then(|d| d.base_uri().ok().flatten()).unwrap_or_default()).clone());
    web_sys::Url::new_with_base(path, &base).map_or_else(|_| path.to_owned(), |url| url.href())
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
