//! Asking the second module for pages. It is fetched once, after the take-over or when it is first needed.

use super::dom;
use super::exchange::{self, Exchange, items, member, text};
use super::sight::Sight;
use super::state::{Action, Message, State};
use crate::i18n::live as words;
use crate::markup::Markup;
use crate::notes::merge::Versions;
use crate::notes::record;
use crate::notes::shelf::Quarantined;
use crate::page::Slot;
use crate::url::{Address, Route, View};
use js_sys::{Array, Function, Promise};
use leptos::prelude::*;
use std::cell::RefCell;
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
    /// Something of the page is left for [`rest`].
    pub more: bool,
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

/// The page of an address; of it what is in sight, the rest as it stands on the page that is shown. Where it cannot be had
/// the reader is told, and what is shown stays.
pub async fn show(state: State, address: &Address, view: &View, sight: &Sight) -> Option<Answer> {
    if address.route == Route::Search && !view.query.is_empty() {
        // Without an answer the reader has been told, and what is asked for next says so again.
        let _ = hand_over(state).await;
    }
    let noted: Array = state.noted().iter().map(|anchor| JsValue::from_str(anchor)).collect();
    let asked = [address.path().into(), view.to_query().into(), noted.into(), sight.to_value()];
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
    let gone = items(&answer, "gone").iter().filter_map(JsValue::as_string).collect();
    Some(Answer { page, gone, more: member(&answer, "more").is_truthy() })
}

/// The page that is shown with what its question left for later.
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

thread_local! {
    /// What the second module holds of the reader's notes.
    static HELD: RefCell<Option<(Versions, Vec<Quarantined>)>> = const { RefCell::new(None) };
}

/// Hands the reader's notes over where they have changed. They go from one module to the other and never leave the browser.
async fn hand_over(state: State) -> Option<()> {
    let now = state.book.with_untracked(|book| (book.versions().clone(), book.quarantine().cloned().collect::<Vec<_>>()));
    let Some(changes) = HELD.with_borrow(|held| changes(held.as_ref(), &now)) else { return Some(()) };
    ask(state, "notes", &["hold".into(), changes]).await?;
    HELD.set(Some(now));
    Some(())
}

/// What turns the notes that are held into those that are there: only what is new, where that is enough.
fn changes(held: Option<&(Versions, Vec<Quarantined>)>, now: &(Versions, Vec<Quarantined>)) -> Option<JsValue> {
    if held == Some(now) {
        return None;
    }
    let known = held.filter(|held| held.1 == now.1).map(|held| &held.0);
    let new = known.map(|known| now.0.all().filter(|note| !known.of(&note.id).contains(note)).collect::<Vec<_>>());
    let enough = new.filter(|new| {
        let mut then = known.cloned().unwrap_or_default();
        new.iter().for_each(|note| {
            then.add((*note).clone());
        });
        then == now.0
    });
    let whole = enough.is_none();
    let notes = enough.unwrap_or_else(|| now.0.all().collect());
    let odd = now.1.iter().map(|odd| Exchange::new().text("key", &odd.key).text("raw", &odd.raw).into_value());
    let asked = Exchange::new()
        .flag("whole", whole)
        .value("notes", &exchange::list(notes.into_iter().map(|note| JsValue::from_str(&record::write(note)))))
        .value("quarantine", &exchange::list(odd));
    Some(asked.into_value())
}

/// A question about the page that is shown.
pub fn about_page(state: State) -> Exchange {
    let (path, query) = state.location.with_untracked(|location| (location.address.path(), location.view.to_query()));
    Exchange::new().text("path", &path).text("query", &query)
}

/// Asks for something that is made from the reader's notes as they are now.
pub async fn ask_with_notes(state: State, name: &str, asked: Exchange) -> Option<JsValue> {
    hand_over(state).await?;
    ask(state, name, &[asked.into_value()]).await
}

/// As [`ask_with_notes`], of what is done with notes.
pub async fn ask_archive(state: State, what: &str, asked: Exchange) -> Option<JsValue> {
    hand_over(state).await?;
    ask(state, "notes", &[what.into(), asked.into_value()]).await
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
    tell_failed(state, problem);
    None
}

/// Something could not be had; why, where that is known.
pub fn tell_failed(state: State, problem: String) {
    let details = if problem.is_empty() { Vec::new() } else { vec![problem] };
    let text = words::data_failed(state.language_now()).into_owned();
    state.tell(Message { key: "data".into(), text, details, action: Some(Action::Reload) });
}

/// The module, loaded by the boot script.
async fn module() -> Option<JsValue> {
    let window = dom::window()?;
    let load: Function = member(&window, "malkartaPages").dyn_into().ok()?;
    let promise: Promise = load.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
