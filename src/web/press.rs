//! Where pages are made in the browser: holds the data, answers with written pages. Runs in a WebAssembly module of
//! its own (`bin/pages`), fetched after the take-over; `web/pages` asks it. What goes between them are plain objects.

use super::dom;
use super::exchange::{Exchange, items, list, member, text};
use super::load::{self, Data};
use crate::chart::scene::WidthClass;
use crate::chart::separated::CsvForm;
use crate::dataset::{FileName, Issue, What};
use crate::i18n::issue as words;
use crate::i18n::share as share_words;
use crate::markup::Node;
use crate::model::{Anchor, Language};
use crate::notes::file::Effect;
use crate::notes::link::{self, Broken};
use crate::notes::record::{self, Stored};
use crate::notes::{Note, NoteId};
use crate::page::assessment::{self, Beside};
use crate::page::bookmarks;
use crate::page::share::{self, Sharing};
use crate::page::visitors::{self, Visitor};
use crate::page::{self, Body, Context};
use crate::query::search::Entry;
use crate::url::{Address, Route, View};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The reader's notes as search finds them.
    static OWN: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
    /// What the latest page left for later.
    static REST: RefCell<Vec<(&'static str, Node)>> = const { RefCell::new(Vec::new()) };
}

pub fn open(manifest: String, site: String) {
    load::open(manifest, site);
}

/// The reader's notes, as `web/pages` hands them over.
pub fn own_notes(notes: &JsValue) {
    let notes = notes.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
    let own = notes.iter().map(|note| {
        let part = |name| text(note, name).unwrap_or_default();
        let texts: Vec<String> = items(note, "texts").iter().filter_map(JsValue::as_string).collect();
        Entry::of_note(&part("anchor"), &part("quoted"), &part("kind"), &texts)
    });
    OWN.set(own.collect());
}

/// A page for a window that is narrow or not, or why it cannot be made. Of each drawing the layout that fits is made
/// alone: both would take twice as long and one of them would not be seen. The blocks named by `later` are left for
/// `rest`.
pub async fn show(path: &str, query: &str, noted: &[String], narrow: bool, later: &[String]) -> JsValue {
    let address = Address::from_path(dom::edition(), path);
    let (view, _) = View::from_query(query);
    let language = address.language;
    let data = match load::ensure(page::needs(&address.route)).await {
        Ok(data) => data,
        Err(issue) => return problem(language, &issue),
    };
    let noted: Vec<Anchor> = noted.iter().filter_map(|anchor| Anchor::parse(anchor)).collect();
    let layout = Some(if narrow { WidthClass::Narrow } else { WidthClass::Wide });
    let context = Context { noted: &noted, layout, ..context(&data, &address, &view) };
    if address.route != Route::Search {
        return shown(&data, &context, later);
    }
    let own = OWN.with_borrow(Clone::clone);
    data.search(own, |index| shown(&data, &Context { index: Some(index), ..context }, later))
}

/// What the first module gets of a page.
fn shown(data: &Data, context: &Context, later: &[String]) -> JsValue {
    let (address, language) = (context.address, context.language());
    let made = page::build(context);
    let gone = page::gone(context);
    let mut rest = Vec::new();
    let blocks = made.blocks.into_iter().map(|block| {
        let entry = Exchange::new().text("key", block.key);
        match block.body {
            Body::Static(node) if later.iter().any(|key| key == block.key) => {
                rest.push((block.key, node));
                entry
            }
            Body::Static(node) => entry.text("written", node.to_markup().as_str()),
            Body::Slot(slot, _) => entry.text("slot", slot.name()),
        }
        .into_value()
    });
    let blocks = list(blocks);
    REST.set(rest);
    Exchange::new()
        .text("path", &address.path())
        .text("title", &page::full_title(language, &made.title))
        .text("header", page::header(context).to_markup().as_str())
        .text("footer", page::footer(context).to_markup().as_str())
        .value("blocks", &blocks)
        .value("gone", &list(gone.iter().map(|what| JsValue::from_str(what))))
        .value("issues", &list(data.issues.iter().map(|issue| JsValue::from_str(&sentence(language, issue)))))
        .into_value()
}

/// The blocks that the latest page left for later.
pub fn rest() -> JsValue {
    let blocks = REST.take().into_iter();
    let blocks = blocks.map(|(key, node)| Exchange::new().text("key", key).text("written", node.to_markup().as_str()).into_value());
    Exchange::new().value("blocks", &list(blocks)).into_value()
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
    let anchors: Vec<Option<Anchor>> = anchors.iter().map(|anchor| Anchor::parse(anchor)).collect();
    let data = match load::ensure(&page::needed(anchors.iter().flatten())).await {
        Ok(data) => data,
        Err(issue) => return problem(address.language, &issue),
    };
    let found = anchors.iter().map(|anchor| {
        let place = anchor.as_ref().and_then(|anchor| page::place(&data.catalogue, address.language, anchor));
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
    match make(&context(&data, &address, &view)) {
        Some(answer) => answer.into_value(),
        None => problem(address.language, &Issue { file: None, path: String::new(), what: What::Unreachable }),
    }
}

/// Notes as they are stored; what is none is left out, and there is none, since the first module read them.
fn notes(asked: &JsValue, name: &str) -> Vec<Note> {
    items(asked, name).iter().filter_map(JsValue::as_string).filter_map(|raw| note(&raw)).collect()
}

fn note(raw: &str) -> Option<Note> {
    match record::read(raw) {
        Stored::Note(note) => Some(*note),
        _ => None,
    }
}

fn ids(asked: &JsValue, name: &str) -> Vec<NoteId> {
    items(asked, name).iter().filter_map(JsValue::as_string).filter_map(|id| NoteId::parse(&id)).collect()
}

/// The page that a question is about, and the data it needs besides `more`.
async fn asked_about(asked: &JsValue, files: &[FileName]) -> Result<(Address, View, Rc<Data>), JsValue> {
    let address = Address::from_path(dom::edition(), &text(asked, "path").unwrap_or_default());
    let (view, _) = View::from_query(&text(asked, "query").unwrap_or_default());
    match load::ensure(files).await {
        Ok(data) => Ok((address, view, data)),
        Err(issue) => Err(problem(address.language, &issue)),
    }
}

fn context<'a>(data: &'a Data, address: &'a Address, view: &'a View) -> Context<'a> {
    Context {
        catalogue: &data.catalogue,
        publisher: &data.publisher,
        address,
        view,
        data_version: &data.version,
        noted: &[],
        layout: None,
        index: None,
    }
}

pub async fn share(asked: &JsValue) -> JsValue {
    let route = Address::from_path(dom::edition(), &text(asked, "path").unwrap_or_default()).route;
    let (address, view, data) = match asked_about(asked, page::needs(&route)).await {
        Ok(found) => found,
        Err(problem) => return problem,
    };
    let context = context(&data, &address, &view);
    let notes = notes(asked, "notes");
    let chosen = (!member(asked, "chosen").is_undefined()).then(|| ids(asked, "chosen"));
    let sharing = Sharing {
        site: &text(asked, "site").unwrap_or_default(),
        today: &text(asked, "today").unwrap_or_default(),
        notes: &notes,
        chosen: chosen.as_deref(),
        can_send: member(asked, "can_send").is_truthy(),
    };
    let made = share::result(&context, &sharing);
    let [swedish, english] = &made.citations;
    let mut answer =
        Exchange::new().text("result", made.result.to_markup().as_str()).text("title", &made.title).text("sv", swedish).text("en", english);
    if let Some(address) = &made.address {
        answer = answer.text("address", address);
    }
    if !member(asked, "near").is_undefined() {
        answer = answer.text("form", share::form(&context, &notes, &ids(asked, "near")).to_markup().as_str());
    }
    answer.into_value()
}

pub fn open_link(path: &str, fragment: &str) -> JsValue {
    let language = Address::from_path(dom::edition(), path).language;
    let answer = Exchange::new();
    match link::read(fragment) {
        None => answer,
        Some(Ok(shared)) if shared.notes.is_empty() && shared.refused.is_empty() => {
            answer.text("broken", &share_words::broken_unreadable(language))
        }
        Some(Ok(shared)) => answer
            .value("notes", &list(shared.notes.iter().map(|note| JsValue::from_str(&record::write(note)))))
            .text("refused", &shared.refused.len().to_string())
            .text("data", &shared.data_version),
        Some(Err(broken)) => {
            let sentence = match broken {
                Broken::Cut => share_words::broken_cut(language),
                Broken::Changed => share_words::broken_changed(language),
                Broken::Newer(_) => share_words::broken_newer(language),
                Broken::TooLarge => share_words::broken_large(language),
                Broken::Unreadable => share_words::broken_unreadable(language),
            };
            answer.text("broken", &sentence)
        }
    }
    .into_value()
}

/// The files that tell where the things stand that notes are about.
fn about<'a>(notes: impl Iterator<Item = &'a Note>) -> Vec<FileName> {
    let anchors: Vec<Anchor> = notes.filter_map(Note::anchor).collect();
    page::needed(anchors.iter())
}

pub async fn visitors(asked: &JsValue) -> JsValue {
    let visitors: Vec<Visitor> = items(asked, "visitors")
        .iter()
        .filter_map(|entry| {
            let effect = match text(entry, "effect")?.as_str() {
                "new" => Effect::New,
                "newer" => Effect::Newer,
                "conflict" => Effect::Conflict,
                "same" => Effect::Same,
                "deleted" => Effect::Deleted,
                _ => Effect::Older,
            };
            Some(Visitor { note: note(&text(entry, "note")?)?, effect })
        })
        .collect();
    let (address, view, data) = match asked_about(asked, &about(visitors.iter().map(|visitor| &visitor.note))).await {
        Ok(found) => found,
        Err(problem) => return problem,
    };
    let refused = text(asked, "refused").and_then(|count| count.parse().ok()).unwrap_or(0);
    let made_with = text(asked, "data").unwrap_or_default();
    let panel = visitors::panel(&context(&data, &address, &view), &visitors, refused, &made_with);
    Exchange::new().text("written", panel.to_markup().as_str()).into_value()
}

/// The reader's notes about what a page shows.
pub async fn notes_here(asked: &JsValue) -> JsValue {
    let notes = notes(asked, "notes");
    match asked_about(asked, &about(notes.iter())).await {
        Ok((address, view, data)) => {
            let own = visitors::own(&context(&data, &address, &view), &notes);
            Exchange::new().text("written", own.to_markup().as_str()).into_value()
        }
        Err(problem) => problem,
    }
}

/// What the reader has bookmarked, on sheets.
pub async fn bookmarks(asked: &JsValue) -> JsValue {
    let notes = notes(asked, "notes");
    // First where the things stand, then what is shown there.
    let files = match asked_about(asked, &about(notes.iter())).await {
        Ok((address, _, data)) => bookmarks::needed(&data.catalogue, address.language, &notes),
        Err(problem) => return problem,
    };
    match asked_about(asked, &files).await {
        Ok((address, view, data)) => {
            let sheets = bookmarks::sheets(&context(&data, &address, &view), &notes);
            Exchange::new().text("written", sheets.to_markup().as_str()).into_value()
        }
        Err(problem) => problem,
    }
}

pub async fn assessment(asked: &JsValue) -> JsValue {
    let (mine, theirs, file) = (notes(asked, "mine"), notes(asked, "theirs"), text(asked, "file"));
    let (address, view, data) = match asked_about(asked, &about(mine.iter().chain(&theirs))).await {
        Ok(found) => found,
        Err(problem) => return problem,
    };
    let beside = (!member(asked, "theirs").is_undefined()).then(|| Beside { notes: &theirs, file: file.as_deref() });
    let matrix = assessment::matrix(&context(&data, &address, &view), &mine, beside.as_ref());
    Exchange::new().text("written", matrix.to_markup().as_str()).into_value()
}

fn problem(language: Language, issue: &Issue) -> JsValue {
    Exchange::new().text("problem", &sentence(language, issue)).into_value()
}

fn sentence(language: Language, issue: &Issue) -> String {
    format!("{}: {}", words::place(issue), words::sentence(language, issue))
}
