//! Where pages are made in the browser: holds the data, answers with written pages. Runs in a WebAssembly module of
//! its own (`bin/pages`), fetched after the take-over; `web/pages` asks it. What goes between them are plain objects.

use super::archive;
use super::dom;
use super::exchange::{Exchange, items, list, member, text};
use super::load::{self, Data};
use super::sight::Sight;
use crate::chart::scene::{PER_PX, WidthClass};
use crate::chart::separated::CsvForm;
use crate::dataset::{FileName, Issue, What};
use crate::i18n::issue as words;
use crate::i18n::share as share_words;
use crate::markup::Node;
use crate::model::{Anchor, Language};
use crate::notes::file::Effect;
use crate::notes::link::{self, Broken};
use crate::notes::record;
use crate::notes::{Note, NoteId};
use crate::page::assessment::{self, Beside};
use crate::page::bookmarks;
use crate::page::share::{self, Sharing};
use crate::page::visitors::{self, Visitor};
use crate::page::{self, Body, Context};
use crate::url::{Address, Route, View};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

thread_local! {
    /// The blocks of which the latest page left something for later.
    static REST: RefCell<Vec<(&'static str, Node)>> = const { RefCell::new(Vec::new()) };
}

pub fn open(manifest: String, site: String) {
    load::open(manifest, site);
}

/// A page for what the window shows of it, or why it cannot be made. Of each drawing the layout that fits is made alone:
/// both would take twice as long and one of them would not be seen. What is out of sight is left for `rest`.
pub async fn show(path: &str, query: &str, noted: &[String], sight: &JsValue) -> JsValue {
    let sight = Sight::from_value(sight);
    let address = Address::from_path(dom::edition(), path);
    let (view, _) = View::from_query(query);
    let language = address.language;
    let data = match load::ensure(page::needs(&address.route)).await {
        Ok(data) => data,
        Err(issue) => return problem(language, &issue),
    };
    let noted: Vec<Anchor> = noted.iter().filter_map(|anchor| Anchor::parse(anchor)).collect();
    let layout = if sight.narrow { WidthClass::Narrow } else { WidthClass::Wide };
    let context = Context { noted: &noted, layout: Some(layout), ..context(&data, &address, &view) };
    if address.route != Route::Search {
        return shown(&data, &context, &sight);
    }
    data.search(archive::entries(), |index| shown(&data, &Context { index: Some(index), ..context }, &sight))
}

/// What the first module gets of a page.
fn shown(data: &Data, context: &Context, sight: &Sight) -> JsValue {
    let (address, language) = (context.address, context.language());
    let made = page::build(context);
    let gone = page::gone(context);
    let mut rest = Vec::new();
    let blocks = made.blocks.into_iter().map(|block| {
        let entry = Exchange::new().text("key", block.key);
        match block.body {
            Body::Static(node) if sight.is_later(block.key) => {
                rest.push((block.key, node));
                entry
            }
            Body::Static(node) => {
                let part = sight.part(block.key).map(|(top, bottom)| node.to_markup_within(top * PER_PX, bottom * PER_PX));
                let (written, is_all) = part.unwrap_or_else(|| (node.to_markup(), true));
                if !is_all {
                    rest.push((block.key, node));
                }
                entry.text("written", written.as_str())
            }
            Body::Slot(slot, _) => entry.text("slot", slot.name()),
        }
        .into_value()
    });
    let blocks = list(blocks);
    let more = !rest.is_empty();
    REST.set(rest);
    Exchange::new()
        .flag("more", more)
        .text("path", &address.path())
        .text("title", &page::full_title(language, &made.title))
        .text("header", page::header(context).to_markup().as_str())
        .text("footer", page::footer(context).to_markup().as_str())
        .value("blocks", &blocks)
        .value("gone", &list(gone.iter().map(|what| JsValue::from_str(what))))
        .value("issues", &list(data.issues.iter().map(|issue| JsValue::from_str(&sentence(language, issue)))))
        .into_value()
}

/// The blocks of which the latest page left something for later.
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
    let notes = archive::latest();
    let chosen = (!member(asked, "chosen").is_undefined()).then(|| archive::ids(asked, "chosen"));
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
    if member(asked, "to_open").is_truthy() {
        let near: Vec<NoteId> = notes.iter().filter(|note| is_meant(&route, asked, note)).map(|note| note.id.clone()).collect();
        answer = answer.text("form", share::form(&context, &notes, &near).to_markup().as_str());
    }
    answer.into_value()
}

/// What the reader probably means: on her own pages what they show, elsewhere what is about something on the page.
fn is_meant(route: &Route, asked: &JsValue, note: &Note) -> bool {
    match route {
        Route::Notes => true,
        Route::MyAssessment => note.assessed().is_some(),
        _ => is_on_page(asked, note),
    }
}

/// Whether a note is about one of the things that the first module has found on its page.
fn is_on_page(asked: &JsValue, note: &Note) -> bool {
    items(asked, "on_page").iter().filter_map(JsValue::as_string).any(|anchor| anchor == note.anchor)
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
            Some(Visitor { note: archive::note(&text(entry, "note")?)?, effect })
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
    let mut notes = archive::latest();
    notes.retain(|note| is_on_page(asked, note));
    if notes.is_empty() {
        return Exchange::new().into_value();
    }
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
    let notes = archive::chosen(asked);
    if notes.is_empty() {
        return Exchange::new().into_value();
    }
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
    let (mine, theirs, file) = (archive::assessments(), archive::notes(asked, "theirs"), text(asked, "file"));
    let (address, view, data) = match asked_about(asked, &about(mine.iter().chain(&theirs))).await {
        Ok(found) => found,
        Err(problem) => return problem,
    };
    let beside = (!member(asked, "theirs").is_undefined()).then(|| Beside { notes: &theirs, file: file.as_deref() });
    let matrix = assessment::matrix(&context(&data, &address, &view), &mine, beside.as_ref());
    Exchange::new().text("written", matrix.to_markup().as_str()).into_value()
}

/// The reader's notes: what is asked for by name.
pub async fn notes(what: &str, asked: &JsValue) -> JsValue {
    match what {
        "notebook" => archive::notebook(asked, sentence).await,
        _ => archive::answer(what, asked),
    }
}

fn problem(language: Language, issue: &Issue) -> JsValue {
    Exchange::new().text("problem", &sentence(language, issue)).into_value()
}

fn sentence(language: Language, issue: &Issue) -> String {
    format!("{}: {}", words::place(issue), words::sentence(language, issue))
}
