//! Asking the second module for pages. It is fetched once, after the take-over or when it is first needed.

use super::dom;
use super::exchange::{self, Exchange, items, member, text};
use super::state::{Action, Message, State};
use crate::i18n::live as words;
use crate::markup::Markup;
use crate::notes::Note;
use crate::notes::book::{Filter, Order};
use crate::notes::note::Kind;
use crate::page::Slot;
use crate::url::{Address, Route, View};
use js_sys::{Array, Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A page as the browser gets it: each block written by `markup`, or a part of the application's own.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Tells pages apart: path and language; empty before there is one.
    pub path: String,
    pub title: String,
    pub header: Markup,
    pub footer: Markup,
    pub blocks: Vec<(String, Content)>,
}

impl Shown {
    fn block(&self, key: &str) -> Option<&Content> {
        self.blocks.iter().find(|(known, _)| known == key).map(|(_, content)| content)
    }
}

#[derive(Clone, PartialEq)]
pub enum Content {
    Written(Markup),
    Slot(Slot),
}

impl Default for Content {
    fn default() -> Content {
        Content::Written(Markup::default())
    }
}

/// What came with a page.
pub struct Answer {
    pub page: Shown,
    /// What the address chooses that is not in the data.
    pub gone: Vec<String>,
}

/// Where a thing is shown; nothing in it where it is not in the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub title: Option<String>,
    pub address: Option<String>,
}

/// Fetches the module and what the page needs ahead of the first question, and tells what of it could not be read.
pub fn warm(state: State) {
    leptos::task::spawn_local(async move {
        let address = state.location.with_untracked(|location| location.address.clone());
        if let Some(answer) = ask(state, "ready", &[address.path().into()]).await {
            tell_issues(state, &answer);
        }
    });
}

/// Entries that could not be read are counted where they would have been shown.
fn tell_issues(state: State, answer: &JsValue) {
    let issues: Vec<String> = items(answer, "issues").iter().filter_map(JsValue::as_string).collect();
    if !issues.is_empty() {
        let text = words::data_issues(state.language_now(), issues.len()).into_owned();
        state.tell(Message { key: "issues".into(), text, details: issues, action: None });
    }
}

/// The page of an address, in which the blocks named by `later` are as they stand on the page that is shown. Where it
/// cannot be had the reader is told, and what is shown stays.
pub async fn show(state: State, address: &Address, view: &View, later: &[String]) -> Option<Answer> {
    if address.route == Route::Search && !view.query.is_empty() {
        hand_over_notes(state).await;
    }
    let noted: Array = state.noted().iter().map(|anchor| JsValue::from_str(anchor)).collect();
    let later: Array = later.iter().map(|key| JsValue::from_str(key)).collect();
    let asked = [address.path().into(), view.to_query().into(), noted.into(), dom::is_narrow().into(), later.into()];
    let answer = ask(state, "show", &asked).await?;
    let blocks = items(&answer, "blocks")
        .iter()
        .map(|block| {
            let key = text(block, "key").unwrap_or_default();
            let content = match (text(block, "slot").as_deref().and_then(Slot::from_name), text(block, "written")) {
                (Some(slot), _) => Content::Slot(slot),
                (None, Some(written)) => Content::Written(Markup::taken_back(written)),
                (None, None) => state.page.with_untracked(|now| now.block(&key).cloned()).unwrap_or_default(),
            };
            (key, content)
        })
        .collect();
    let markup = |name: &str| Markup::taken_back(text(&answer, name).unwrap_or_default());
    let page = Shown {
        path: text(&answer, "path").unwrap_or_default(),
        title: text(&answer, "title").unwrap_or_default(),
        header: markup("header"),
        footer: markup("footer"),
        blocks,
    };
    tell_issues(state, &answer);
    Some(Answer { page, gone: items(&answer, "gone").iter().filter_map(JsValue::as_string).collect() })
}

/// The page that is shown with the blocks that its question left for later.
pub async fn rest(state: State) -> Option<Shown> {
    let answer = ask(state, "rest", &[]).await?;
    let mut page = state.page.get_untracked();
    for block in items(&answer, "blocks") {
        let key = text(&block, "key").unwrap_or_default();
        if let (Some((_, content)), Some(written)) = (page.blocks.iter_mut().find(|(known, _)| *known == key), text(&block, "written")) {
            *content = Content::Written(Markup::taken_back(written));
        }
    }
    Some(page)
}

/// Search looks in the reader's notes too. They go from one module to the other and never leave the browser.
async fn hand_over_notes(state: State) {
    let notes = state.book.with_untracked(|book| {
        let shown = book.list(&Filter::default(), Order::LatestFirst);
        exchange::list(shown.iter().map(|shown| {
            let kind = shown.note.kind.name().key();
            let kind = shown.note.assessed().map_or_else(|| kind.to_owned(), |state| format!("{kind}/{}", state.key()));
            let versions = std::iter::once(shown.note).chain(shown.others);
            let reason = |note: &Note| match &note.kind {
                Kind::Assessment { reason, .. } => reason.clone(),
                _ => String::new(),
            };
            let texts = versions.flat_map(|note| [note.text.clone(), reason(note), note.tags.join(", ")]).filter(|text| !text.is_empty());
            Exchange::new()
                .text("anchor", &shown.note.anchor)
                .text("quoted", &shown.note.quoted)
                .text("kind", &kind)
                .value("texts", &exchange::list(texts.map(JsValue::from)))
                .into_value()
        }))
    });
    // Without an answer the reader has been told, and what is asked for next says so again.
    let _ = ask(state, "own_notes", &[notes]).await;
}

/// The places of anchors, one for each, in their order.
pub async fn places(state: State, address: &Address, anchors: &[String]) -> Option<Vec<Place>> {
    let list: Array = anchors.iter().map(|anchor| JsValue::from_str(anchor)).collect();
    let answer = ask(state, "places", &[address.path().into(), list.into()]).await?;
    Some(items(&answer, "places").iter().map(|place| Place { title: text(place, "title"), address: text(place, "address") }).collect())
}

/// A table as it is shown: name of the file, content, number of rows.
pub async fn take_away(state: State, address: &Address, view: &View, of: &str, form: &str) -> Option<(String, String, usize)> {
    let answer = ask(state, "take_away", &[address.path().into(), view.to_query().into(), of.into(), form.into()]).await?;
    Some((text(&answer, "name")?, text(&answer, "content")?, text(&answer, "rows")?.parse().ok()?))
}

/// A picture of the page as a file that stands for itself, and what it shows in words.
pub struct Picture {
    /// Without its ending.
    pub name: String,
    pub svg: String,
    pub words: String,
}

pub async fn picture(state: State, address: &Address, view: &View, of: &str, width_px: Option<u32>) -> Option<Picture> {
    let width = width_px.map_or(JsValue::UNDEFINED, JsValue::from);
    let answer = ask(state, "picture", &[address.path().into(), view.to_query().into(), of.into(), width]).await?;
    Some(Picture { name: text(&answer, "name")?, svg: text(&answer, "svg")?, words: text(&answer, "words")? })
}

/// Calls a function of the module and awaits its answer.
pub async fn ask(state: State, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let answer = async {
        let module = module().await?;
        let function: Function = member(&module, name).dyn_into().ok()?;
        let list: Array = arguments.iter().cloned().collect();
        let promise: Promise = function.apply(&JsValue::NULL, &list).ok()?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()
    }
    .await;
    let problem = match &answer {
        Some(answer) => text(answer, "problem"),
        None => Some(String::new()),
    };
    let Some(problem) = problem else { return answer };
    let details = if problem.is_empty() { Vec::new() } else { vec![problem] };
    let text = words::data_failed(state.language_now()).into_owned();
    state.tell(Message { key: "data".into(), text, details, action: Some(Action::Reload) });
    None
}

/// The module, loaded by the boot script.
async fn module() -> Option<JsValue> {
    let window = dom::window()?;
    let load: Function = member(&window, "malkartaPages").dyn_into().ok()?;
    let promise: Promise = load.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
