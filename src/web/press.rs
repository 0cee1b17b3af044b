//! Where pages are made in the browser: holds the data, answers with written pages. Runs in a WebAssembly module of
//! its own (`bin/pages`), fetched after the take-over; `web/pages` asks it. What goes between them are plain objects.

use super::dom;
use super::exchange::{Exchange, list};
use super::load;
use crate::chart::separated::CsvForm;
use crate::dataset::{Issue, What};
use crate::i18n::issue as words;
use crate::model::{Anchor, Language};
use crate::page::{self, Body, Context};
use crate::url::{Address, Route, View};
use wasm_bindgen::JsValue;

pub fn open(manifest: String, site: String) {
    load::open(manifest, site);
}

/// A page, or why it cannot be made.
pub async fn show(path: &str, query: &str) -> JsValue {
    let address = Address::from_path(dom::edition(), path);
    let (view, _) = View::from_query(query);
    let language = address.language;
    let data = match load::ensure(page::needs(&address.route)).await {
        Ok(data) => data,
        Err(issue) => return problem(language, &issue),
    };
    let index = (address.route == Route::Search).then(|| data.index());
    let context = Context {
        catalogue: &data.catalogue,
        publisher: &data.publisher,
        address: &address,
        view: &view,
        data_version: &data.version,
        index,
    };
    let made = page::build(&context);
    let gone = page::gone(&context);
    let blocks = made.blocks.iter().map(|block| {
        let entry = Exchange::new().text("key", block.key);
        match &block.body {
            Body::Static(node) => entry.text("written", node.to_markup().as_str()),
            Body::Slot(slot, _) => entry.text("slot", slot.name()),
        }
        .into_value()
    });
    Exchange::new()
        .text("path", &address.path())
        .text("title", &page::full_title(language, &made.title))
        .text("header", page::header(&context).to_markup().as_str())
        .text("footer", page::footer(&context).to_markup().as_str())
        .value("blocks", &list(blocks))
        .value("gone", &list(gone.iter().map(|what| JsValue::from_str(what))))
        .value("issues", &list(data.issues.iter().map(|issue| JsValue::from_str(&sentence(language, issue)))))
        .into_value()
}

pub async fn ready(path: &str) -> JsValue {
    let address = Address::from_path(dom::edition(), path);
    match load::ensure(page::needs(&address.route)).await {
        Ok(data) => Exchange::new()
            .value("issues", &list(data.issues.iter().map(|issue| JsValue::from_str(&sentence(address.language, issue)))))
            .into_value(),
        Err(issue) => problem(address.language, &issue),
    }
}

pub async fn places(path: &str, anchors: &[String]) -> JsValue {
    let address = Address::from_path(dom::edition(), path);
    let data = match load::ensure(page::needs(&Route::Notes)).await {
        Ok(data) => data,
        Err(issue) => return problem(address.language, &issue),
    };
    let found = anchors.iter().map(|anchor| {
        let place = Anchor::parse(anchor).and_then(|anchor| page::place(&data.catalogue, address.language, &anchor));
        let Some(place) = place else { return JsValue::NULL };
        let entry = Exchange::new().text("title", &place.title);
        match place.route {
            Some(route) => {
                let fragment = place.fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
                entry.text("address", &format!("{}{fragment}", address.to(route)))
            }
            None => entry,
        }
        .into_value()
    });
    Exchange::new().value("places", &list(found)).into_value()
}

pub async fn take_away(path: &str, query: &str, of: &str, form: &str) -> JsValue {
    let form = match form {
        "comma" => Some(CsvForm::Comma),
        "semicolon" => Some(CsvForm::Semicolon),
        _ => None,
    };
    let taken = |context: &Context| {
        let (name, content, rows) = page::taken_away(context, of, form)?;
        Some(Exchange::new().text("name", &name).text("content", &content).text("rows", &rows.to_string()))
    };
    of_page(path, query, &taken).await
}

pub async fn picture(path: &str, query: &str, of: &str, width_px: Option<u32>) -> JsValue {
    let taken = |context: &Context| {
        let picture = page::picture_file(context, of, width_px)?;
        Some(Exchange::new().text("name", &picture.name).text("svg", &picture.svg).text("words", &picture.words))
    };
    of_page(path, query, &taken).await
}

/// Something of a page, or why it cannot be had.
async fn of_page(path: &str, query: &str, make: &dyn Fn(&Context) -> Option<Exchange>) -> JsValue {
    let address = Address::from_path(dom::edition(), path);
    let (view, _) = View::from_query(query);
    let data = match load::ensure(page::needs(&address.route)).await {
        Ok(data) => data,
        Err(issue) => return problem(address.language, &issue),
    };
    let context = Context {
        catalogue: &data.catalogue,
        publisher: &data.publisher,
        address: &address,
        view: &view,
        data_version: &data.version,
        index: None,
    };
    match make(&context) {
        Some(answer) => answer.into_value(),
        None => problem(address.language, &Issue { file: None, path: String::new(), what: What::Unreachable }),
    }
}

fn problem(language: Language, issue: &Issue) -> JsValue {
    Exchange::new().text("problem", &sentence(language, issue)).into_value()
}

fn sentence(language: Language, issue: &Issue) -> String {
    format!("{}: {}", words::place(issue), words::sentence(language, issue))
}
