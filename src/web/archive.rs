//! The reader's notes in the second module: held as the first module hands them over, written as their page, as files and
//! as copies. Nothing is stored here, and nothing leaves the browser.

use super::dom;
use super::exchange::{Exchange, items, list, member, text};
use super::load;
use crate::dataset::Issue;
use crate::markup::Markup;
use crate::model::{Anchor, Language};
use crate::notes::book::{Filter, Order};
use crate::notes::file::{self, FileRefused, Plan, Sender};
use crate::notes::merge::Versions;
use crate::notes::note::KindName;
use crate::notes::record::{self, Damage, Stored};
use crate::notes::shelf::{Contents, News, Odd, Quarantined, Scrap};
use crate::notes::snapshot::{Occasion, Snapshot, find};
use crate::notes::unsaved::Unsaved;
use crate::notes::{Book, Kind, Note, NoteId, Time, readable};
use crate::page::notebook::{self, Found, Notebook};
use crate::page::{self, notebook::file_refused};
use crate::query::search::Entry;
use crate::url::Address;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// What the first module has handed over.
#[derive(Default)]
struct Held {
    book: Book,
    copies: Vec<(Snapshot, usize)>,
    plan: Option<Plan>,
}

thread_local! {
    static HELD: RefCell<Held> = RefCell::default();
}

/// A note as it is stored; there is none that cannot be read, since the first module read them.
pub fn note(raw: &str) -> Option<Note> {
    match record::read(raw) {
        Stored::Note(note) => Some(*note),
        _ => None,
    }
}

fn texts(asked: &JsValue, name: &str) -> impl Iterator<Item = String> {
    items(asked, name).into_iter().filter_map(|item| item.as_string())
}

/// Notes of the exchange.
pub fn notes(asked: &JsValue, name: &str) -> Vec<Note> {
    texts(asked, name).filter_map(|raw| note(&raw)).collect()
}

fn written<'a>(notes: impl Iterator<Item = &'a Note>) -> JsValue {
    list(notes.map(|note| JsValue::from_str(&record::write(note))))
}

/// What the first module asks for, by name.
pub fn answer(what: &str, asked: &JsValue) -> JsValue {
    match what {
        "hold" => hold(asked),
        "export" => export(asked),
        "rescue" => rescue(),
        "plan" => plan(asked),
        "planned" => planned(asked),
        "read_file" => read_file(asked),
        "copy" => copy(asked),
        "copies" => copies(asked),
        "copy_named" => copy_named(asked),
        _ => JsValue::NULL,
    }
}

/// Takes over all notes (`whole`), or those that are new since the last time.
fn hold(asked: &JsValue) -> JsValue {
    let odd = items(asked, "quarantine").into_iter().filter_map(|odd| {
        let (key, raw) = (text(&odd, "key")?, text(&odd, "raw")?);
        let why = match record::read(&raw) {
            Stored::Newer { form, .. } => Odd::Newer(form),
            Stored::Damaged { why, .. } => Odd::Damaged(why),
            // Only what is no valid Unicode is another text here than where it was found.
            Stored::Note(_) => Odd::Damaged(Damage::NotUnicode),
        };
        Some(Quarantined { key, raw, why })
    });
    HELD.with_borrow_mut(|held| {
        if member(asked, "whole").is_truthy() {
            held.book = Book::open(Contents { versions: Versions::default(), quarantine: odd.collect() });
        }
        for note in notes(asked, "notes") {
            held.book.hear(News::Kept(note));
        }
    });
    Exchange::new().into_value()
}

/// The notes that pass, the latest first, each with its other texts.
fn listed<T>(filter: &Filter, act: impl Fn(&Note, &[Note]) -> T) -> Vec<T> {
    HELD.with_borrow(|held| held.book.list(filter, Order::LatestFirst).into_iter().map(|shown| act(shown.note, shown.others)).collect())
}

/// The latest text of each note.
pub fn latest() -> Vec<Note> {
    listed(&Filter::default(), |note, _| note.clone())
}

/// Every text of every assessment.
pub fn assessments() -> Vec<Note> {
    let filter = Filter { kinds: vec![KindName::Assessment], ..Filter::default() };
    let all = listed(&filter, |note, others| std::iter::once(note).chain(others).cloned().collect::<Vec<_>>());
    all.into_iter().flatten().collect()
}

/// The notes as search finds them.
pub fn entries() -> Vec<Entry> {
    listed(&Filter::default(), |note, others| {
        let kind = note.kind.name().key();
        let kind = note.assessed().map_or_else(|| kind.to_owned(), |state| format!("{kind}/{}", state.key()));
        let reason = |note: &Note| match &note.kind {
            Kind::Assessment { reason, .. } => reason.clone(),
            _ => String::new(),
        };
        let versions = std::iter::once(note).chain(others);
        let texts = versions.flat_map(|note| [note.text.clone(), reason(note), note.tags.join(", ")]).filter(|text| !text.is_empty());
        Entry::of_note(&note.anchor, &note.quoted, &kind, &texts.collect::<Vec<_>>())
    })
}

/// What of the notes is shown, as the exchange says it.
fn shown(asked: &JsValue) -> (Filter, Order) {
    let filter = Filter {
        kinds: texts(asked, "kinds").filter_map(|kind| KindName::from_key(&kind)).collect(),
        tag: text(asked, "tag"),
        words: text(asked, "words").unwrap_or_default(),
        ..Filter::default()
    };
    let order = text(asked, "order").and_then(|place| place.parse::<usize>().ok()).and_then(|place| Order::ALL.get(place).copied());
    (filter, order.unwrap_or_default())
}

/// The notes that the page of notes shows, in its order.
pub fn chosen(asked: &JsValue) -> Vec<Note> {
    let (filter, order) = shown(asked);
    HELD.with_borrow(|held| held.book.list(&filter, order).into_iter().map(|shown| shown.note.clone()).collect())
}

/// The page of all notes, in its parts. Where the data cannot be had it is written without it, and says why.
pub async fn notebook(asked: &JsValue, say: fn(Language, &Issue) -> String) -> JsValue {
    let address = Address::from_path(dom::edition(), &text(asked, "path").unwrap_or_default());
    let language = address.language;
    let anchors: Vec<Anchor> = HELD.with_borrow(|held| held.book.counts().into_keys().filter_map(Anchor::parse).collect());
    // Without notes nothing has to be known.
    let data = if anchors.is_empty() { None } else { Some(load::ensure(&page::needed(anchors.iter())).await) };
    let places = data.as_ref().and_then(|data| data.as_ref().ok()).map(|data| {
        let address = &address;
        move |note: &Note| -> Found {
            let Some(place) = note.anchor().and_then(|anchor| page::place(&data.catalogue, language, &anchor)) else {
                return Found::default();
            };
            let fragment = place.fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            Found { title: Some(place.title), address: place.route.map(|route| format!("{}{fragment}", address.to(route))) }
        }
    });
    let (filter, order) = shown(asked);
    let unsaved: Vec<Unsaved> = items(asked, "unsaved")
        .iter()
        .filter_map(|left| Some(Unsaved { name: text(left, "name")?, note: note(&text(left, "text")?)? }))
        .collect();
    let in_no_file = text(asked, "in_no_file").and_then(|count| count.parse().ok()).unwrap_or(0);
    let parts = HELD.with_borrow(|held| {
        notebook::parts(&Notebook {
            language,
            city: dom::municipality(),
            data_version: &dom::data_version(),
            book: &held.book,
            filter: &filter,
            order,
            places: places.as_ref().map(|places| -> &dyn Fn(&Note) -> Found { places }),
            limits: &text(asked, "limits").unwrap_or_default(),
            exported: (in_no_file, text(asked, "exported").and_then(|when| Time::parse(&when))),
            unsaved: &unsaved,
            copies: &held.copies,
            plan: held.plan.as_ref().map(|plan| (plan, member(asked, "restore").is_truthy())),
            erasing: member(asked, "erasing").is_truthy(),
        })
    });
    let text = |markup: &Markup| JsValue::from_str(markup.as_str());
    let mut answer = Exchange::new().text("count", &parts.count).value("entries", &list(parts.entries.iter().map(text)));
    for (name, part) in [
        ("limits", &parts.limits),
        ("files", &parts.files),
        ("exported", &parts.exported),
        ("first", &parts.first),
        ("search", &parts.search),
        ("chooser", &parts.chooser),
        ("many", &parts.many),
        ("none", &parts.none),
        ("last", &parts.last),
    ] {
        answer = answer.text(name, part.as_str());
    }
    if let Some(Err(issue)) = data {
        answer = answer.text("without_data", &say(language, &issue));
    }
    answer.into_value()
}

fn with_sender<T>(language: Language, act: impl FnOnce(&Sender<'_>) -> T) -> T {
    let url = dom::boot_script().and_then(|script| script.get_attribute("data-site-url"));
    act(&Sender { site_url: url.as_deref(), city: dom::municipality(), language })
}

fn language(asked: &JsValue) -> Language {
    Address::from_path(dom::edition(), &text(asked, "path").unwrap_or_default()).language
}

/// A file to be saved: its name, what it is, what is in it.
fn as_file(name: &str, media_type: &str, content: &str) -> Exchange {
    Exchange::new().text("name", name).text("type", media_type).text("content", content)
}

const ANNOTATIONS: &str = "application/ld+json";

/// Notes as a file: all of them, or those with some ids.
fn export(asked: &JsValue) -> JsValue {
    let (language, today) = (language(asked), text(asked, "today").unwrap_or_default());
    let only = (!member(asked, "ids").is_undefined()).then(|| texts(asked, "ids").collect::<Vec<_>>());
    HELD.with_borrow(|held| {
        with_sender(language, |sender| {
            let all = || held.book.list(&Filter::default(), Order::Anchor);
            let (content, media_type, end) = match (text(asked, "form").as_deref(), only) {
                (_, Some(ids)) => {
                    let chosen: Versions =
                        latest_of(&held.book).filter(|note| ids.iter().any(|id| id == note.id.as_str())).cloned().collect();
                    (file::export(chosen.all(), sender), ANNOTATIONS, "jsonld")
                }
                (Some("table"), None) => (readable::csv(all(), sender), "text/csv", "csv"),
                (Some("text"), None) => (readable::markdown(all(), sender), "text/markdown", "md"),
                _ => (file::export(held.book.versions().all(), sender), ANNOTATIONS, "jsonld"),
            };
            as_file(&file::file_name(language, &today, end), media_type, &content).into_value()
        })
    })
}

fn latest_of(book: &Book) -> impl Iterator<Item = &Note> {
    book.list(&Filter::default(), Order::LatestFirst).into_iter().map(|shown| shown.note)
}

/// What cannot be read, as it is.
fn rescue() -> JsValue {
    let content = HELD.with_borrow(|held| file::rescue(held.book.quarantine()));
    as_file("malkarta-undanlagt.json", "application/json", &content).into_value()
}

/// Reads a file and holds what bringing it in would do, or says why not; without a file, what was held is forgotten.
fn plan(asked: &JsValue) -> JsValue {
    let (content, bytes) = (text(asked, "content"), member(asked, "bytes").as_f64().map(|bytes| bytes as usize));
    HELD.with_borrow_mut(|held| {
        held.plan = None;
        let read = match (content, bytes) {
            (Some(content), _) => Plan::of(&content, &held.book),
            (None, Some(bytes)) => Err(FileRefused::TooLarge { bytes }),
            (None, None) => return Exchange::new(),
        };
        match read {
            Ok(plan) => {
                held.plan = Some(plan);
                Exchange::new()
            }
            Err(why) => Exchange::new().text("refused", &file_refused(language(asked), why)),
        }
    })
    .into_value()
}

/// The notes of the plan, and how many applying it brings in.
fn planned(asked: &JsValue) -> JsValue {
    let restore = member(asked, "restore").is_truthy();
    let plan = HELD.with_borrow(|held| held.plan.clone());
    let Some(plan) = plan else { return Exchange::new().into_value() };
    let brings = plan.brings(restore);
    Exchange::new().text("count", &brings.to_string()).value("notes", &written(plan.into_notes().iter())).into_value()
}

/// The assessments in a colleague's file; no list where it is none.
fn read_file(asked: &JsValue) -> JsValue {
    match file::read(&text(asked, "content").unwrap_or_default()) {
        Err(_) => Exchange::new(),
        Ok(read) => {
            let assessed = |note: &Note| note.assessed().is_some() && !note.deleted;
            let notes: Vec<Note> = read.into_iter().flatten().filter(assessed).collect();
            Exchange::new().value("notes", &written(notes.iter()))
        }
    }
    .into_value()
}

/// A copy of all notes, to be kept before something is done to many of them; nothing where there is nothing to copy.
fn copy(asked: &JsValue) -> JsValue {
    let made = text(asked, "occasion").and_then(|key| Occasion::from_key(&key)).zip(text(asked, "now").and_then(|now| Time::parse(&now)));
    let made = made.and_then(|(occasion, now)| {
        HELD.with_borrow(|held| with_sender(language(asked), |sender| Snapshot::of(&held.book, occasion, now, sender)))
    });
    match made {
        Some(made) => Exchange::new().text("name", &made.name).text("text", &made.text),
        None => Exchange::new(),
    }
    .into_value()
}

/// Takes over the copies that lie on the shelf, and answers the names of those that are too many.
fn copies(asked: &JsValue) -> JsValue {
    let scraps =
        items(asked, "copies").into_iter().filter_map(|copy| Some(Scrap { name: text(&copy, "name")?, text: text(&copy, "text")? }));
    let (copies, too_many) = find(scraps.collect());
    HELD.with_borrow_mut(|held| {
        held.copies = copies
            .into_iter()
            .map(|copy| {
                let count = copy.count();
                (copy, count)
            })
            .collect();
    });
    Exchange::new().value("too_many", &list(too_many.iter().map(|name| JsValue::from_str(name)))).into_value()
}

/// A copy as a file, and the notes in it.
fn copy_named(asked: &JsValue) -> JsValue {
    let name = text(asked, "name").unwrap_or_default();
    let found = HELD.with_borrow(|held| held.copies.iter().find(|(copy, _)| copy.name == name).map(|(copy, _)| copy.clone()));
    let Some(copy) = found else { return Exchange::new().into_value() };
    let notes: Vec<Note> = copy.read().into_iter().flatten().flatten().collect();
    let named = file::file_name(language(asked), &copy.taken.date(), "jsonld");
    as_file(&named, ANNOTATIONS, &copy.text).value("notes", &written(notes.iter())).into_value()
}

/// Ids of the exchange.
pub fn ids(asked: &JsValue, name: &str) -> Vec<NoteId> {
    texts(asked, name).filter_map(|id| NoteId::parse(&id)).collect()
}
