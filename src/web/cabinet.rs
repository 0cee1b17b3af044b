//! All notes together: their list, files, copies, what cannot be read, how long they last, erasing everything.

use super::clock;
use super::components::{Acts, Form, Item, NotesList, Showing};
use super::dom;
use super::download;
use super::notebook::{self, Done};
use super::pages::{self, Place};
use super::state::{Action as Button, Editor, Message, State};
use super::writing;
use crate::i18n::{notebook as page_words, notes as words};
use crate::notes::book::{Action, Draft, Filter, Order};
use crate::notes::file::{self, FileRefused, Plan, Sender};
use crate::notes::shelf::{Lasts, News, Quarantined};
use crate::notes::snapshot::{self, Occasion, Snapshot};
use crate::notes::{Book, Note, Time};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen_futures::JsFuture;

/// What is being done with all notes.
#[derive(Clone, Copy)]
pub struct Cabinet {
    /// How long saved notes last, by the latest answer.
    pub lasts: RwSignal<Lasts>,
    plan: RwSignal<Option<Plan>>,
    problem: RwSignal<String>,
    copies: RwSignal<Vec<Snapshot>>,
    /// When notes were last saved to a file.
    exported: RwSignal<Option<Time>>,
    pub shown: RwSignal<(Filter, Order)>,
    places: RwSignal<BTreeMap<String, Place>>,
}

impl Cabinet {
    pub fn new() -> Cabinet {
        Cabinet {
            lasts: RwSignal::new(Lasts::Browser),
            plan: RwSignal::new(None),
            problem: RwSignal::new(String::new()),
            copies: RwSignal::new(Vec::new()),
            exported: RwSignal::new(None),
            shown: RwSignal::new(Default::default()),
            places: RwSignal::new(BTreeMap::new()),
        }
    }
}

/// When notes were last saved to a file stands under this name.
const EXPORTED: &str = "exported:latest";

/// After so long without a file a reader whose browser clears storage is reminded.
const REMIND_AFTER_MS: i64 = 3 * 86_400_000;

/// Finds the copies, and reminds of what is in no file where the browser is known to clear storage.
pub async fn open(state: State) {
    look_for_copies(state).await;
    let exported = state.shelf.get_value().scraps("exported").await.unwrap_or_default();
    let latest = exported.iter().filter(|scrap| scrap.name == EXPORTED).filter_map(|scrap| Time::parse(&scrap.text)).max();
    state.cabinet.exported.set(latest);
    if dom::clears_storage() && state.cabinet.lasts.get_untracked() != Lasts::Tab {
        let language = state.language_now();
        let (count, oldest) = state.book.with_untracked(|book| in_no_file(book, latest));
        if oldest.is_some_and(|oldest| clock::now().unix_ms() - oldest.unix_ms() > REMIND_AFTER_MS) {
            let text = format!("{} {}", page_words::seven_days(language), page_words::in_no_file(language, count));
            state.tell(Message { key: "remind".into(), text, details: Vec::new(), action: Some(Button::SaveFile) });
        }
    }
}

/// How many notes have changed since they were last in a file, and the first time that one did.
fn in_no_file(book: &Book, exported: Option<Time>) -> (usize, Option<Time>) {
    let list = book.list(&Filter::default(), Order::EarliestFirst);
    let changed: Vec<Time> =
        list.iter().map(|shown| shown.note.modified).filter(|when| exported.is_none_or(|exported| *when > exported)).collect();
    (changed.len(), changed.first().copied())
}

/// How long notes last here, in words.
pub fn limits(state: State) -> String {
    let language = state.language();
    let text = match state.cabinet.lasts.get() {
        Lasts::Tab => return words::lasts_tab(language).into_owned(),
        Lasts::Browser => format!("{} {}", words::lasts_browser(language), words::last_two_seconds(language)),
        Lasts::Durable => words::lasts_durable(language).into_owned(),
    };
    if dom::clears_storage() { format!("{text} {}", page_words::seven_days(language)) } else { text }
}

/// The page of all notes, wired.
pub fn list(state: State) -> impl IntoView {
    let cabinet = state.cabinet;
    Effect::new(move |_| find_places(state));
    let acts = Acts {
        edit: Callback::new(move |note: Note| {
            state.editor.set(Some(Editor { anchor: note.anchor.clone(), quoted: note.quoted.clone(), base: Some(note) }));
        }),
        delete: Callback::new(move |ids| notebook::delete(state, ids)),
        settle: Callback::new(move |note| settle(state, note)),
        show: Callback::new(move |shown| cabinet.shown.set(shown)),
        export: Callback::new(move |form| export(state, form)),
        file: Callback::new(move |given| read_file(state, given)),
        apply: Callback::new(move |restore_deleted| apply(state, restore_deleted)),
        forget_plan: Callback::new(move |()| cabinet.plan.set(None)),
        rescue: Callback::new(move |()| rescue(state)),
        discard: Callback::new(move |found| discard(state, found)),
        restore: Callback::new(move |name| restore(state, name)),
        save_copy: Callback::new(move |name| save_copy(state, name)),
        erase: Callback::new(move |()| erase(state)),
        go_on: Callback::new(move |name| writing::go_on(state, Some(name))),
        drop_unsaved: Callback::new(move |name| writing::drop_unsaved(state, name)),
    };
    let exported = Signal::derive(move || {
        let (count, _) = state.book.with(|book| in_no_file(book, cabinet.exported.get()));
        (count, cabinet.exported.get())
    });
    let show = Showing {
        items: Signal::derive(move || items(state)),
        total: Signal::derive(move || state.book.with(|book| book.list(&Filter::default(), Order::default()).len())),
        tags: Signal::derive(move || state.book.with(|book| book.tags().into_iter().map(str::to_owned).collect())),
        shown: cabinet.shown.into(),
        plan: cabinet.plan.into(),
        problem: cabinet.problem.into(),
        quarantine: Signal::derive(move || state.book.with(|book| book.quarantine().cloned().collect())),
        copies: cabinet.copies.into(),
        unsaved: state.desk.unsaved.into(),
        limits: Signal::derive(move || limits(state)),
        exported,
        city: dom::municipality(),
    };
    view! { <NotesList language=Signal::derive(move || state.language()) show acts/> }
}

/// The notes that are shown, with what is known of their places.
fn items(state: State) -> Vec<Item> {
    let (filter, order) = state.cabinet.shown.get();
    let data_version = dom::data_version();
    state.cabinet.places.with(|places| {
        state.book.with(|book| {
            let item = |shown: crate::notes::book::Shown<'_>| {
                let place = places.get(&shown.note.anchor);
                // Before the places are known nothing is called missing.
                let known = place.is_some();
                let Place { title, address } = place.cloned().unwrap_or_default();
                let orphan = known && address.is_none() && title.is_none();
                let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| shown.note.quoted.clone());
                let older_data = shown.note.data_version != data_version && !shown.note.data_version.is_empty();
                Item { note: shown.note.clone(), others: shown.others.to_vec(), title, address, orphan, older_data }
            };
            book.list(&filter, order).into_iter().map(item).collect()
        })
    })
}

/// Asks where the things are that notes are about, each once and again in another language.
fn find_places(state: State) {
    let address = state.location.with(|location| location.address.clone());
    let anchors = state.book.with(|book| book.counts().keys().map(|anchor| (*anchor).to_owned()).collect::<Vec<_>>());
    if anchors.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        if let Some(found) = pages::places(state, &address, &anchors).await {
            state.cabinet.places.set(crate::notes::ordered::map(anchors.into_iter().zip(found)));
        }
    });
}

/// One text in place of all that the note has.
fn settle(state: State, note: Note) {
    leptos::task::spawn_local(async move {
        let done = notebook::act(state, Action::Settle { id: note.id.clone(), draft: Draft::from_note(&note) }).await;
        match done {
            Done::Saved(_) => undoable(state, page_words::settled(state.language_now()).into_owned()),
            other => notebook::tell(state, other),
        }
        after_change().await;
    });
}

fn undoable(state: State, text: String) {
    state.tell(Message { key: "note".into(), text, details: Vec::new(), action: Some(Button::Undo) });
}

async fn after_change() {
    leptos::task::tick().await;
    dom::rescue_focus();
}

/// Hands the reader her notes as a file.
pub fn export(state: State, form: Form) {
    let language = state.language_now();
    let count = state.book.with_untracked(|book| book.list(&Filter::default(), Order::default()).len());
    let saved = with_sender(state, |sender| {
        state.book.with_untracked(|book| {
            let list = || book.list(&Filter::default(), Order::Anchor);
            let (text, media_type, end) = match form {
                Form::Page => (file::export(book.versions().all(), sender), "application/ld+json", "jsonld"),
                Form::Table => (crate::notes::readable::csv(list(), sender), "text/csv", "csv"),
                Form::Text => (crate::notes::readable::markdown(list(), sender), "text/markdown", "md"),
            };
            download::save(&file::file_name(language, &clock::now().date(), end), media_type, &text)
        })
    });
    if !saved {
        return;
    }
    state.dismiss("remind");
    state.say("note", page_words::exported(language, count));
    if form == Form::Page {
        let now = clock::now();
        state.cabinet.exported.set(Some(now));
        leptos::task::spawn_local(async move {
            // Where it cannot be remembered she is reminded once more.
            let _ = state.shelf.get_value().put(EXPORTED, Some(&now.to_string())).await;
        });
    }
}

fn with_sender<T>(state: State, act: impl FnOnce(&Sender<'_>) -> T) -> T {
    let url = dom::boot_script().and_then(|script| script.get_attribute("data-site-url"));
    act(&Sender { site_url: url.as_deref(), city: dom::municipality(), language: state.language_now() })
}

/// Reads a file and shows what bringing it in would do.
fn read_file(state: State, given: web_sys::File) {
    let Cabinet { plan, problem, .. } = state.cabinet;
    plan.set(None);
    problem.set(String::new());
    // What was said about something else is over.
    state.dismiss("note");
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let refused = |why: FileRefused| format!("{} {}", file_refused(state, why), words::file_reassurance(language));
        if given.size() > file::LARGEST_BYTES as f64 {
            problem.set(refused(FileRefused::TooLarge { bytes: given.size() as usize }));
        } else if let Some(text) = JsFuture::from(given.text()).await.ok().and_then(|text| text.as_string()) {
            match state.book.with_untracked(|book| Plan::of(&text, book)) {
                Ok(read) => plan.set(Some(read)),
                Err(why) => problem.set(refused(why)),
            }
        } else {
            problem.set(page_words::file_unreadable(language).into_owned());
        }
    });
}

fn file_refused(state: State, why: FileRefused) -> String {
    let language = state.language_now();
    match why {
        FileRefused::TooLarge { .. } => words::file_too_large(language, file::LARGEST_BYTES / 1024 / 1024),
        FileRefused::NotJson => words::file_not_json(language),
        FileRefused::NotAnnotations => words::file_not_annotations(language),
        FileRefused::Collection => words::file_collection(language),
        FileRefused::Empty => words::file_empty(language),
    }
    .into_owned()
}

/// Brings in what the plan says: a copy first, then all of it or, where not all of it can be stored, nothing.
fn apply(state: State, restore_deleted: bool) {
    let Some(plan) = state.cabinet.plan.get_untracked() else { return };
    let count = plan.brings(restore_deleted);
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        if !copy(state, Occasion::Import).await {
            state.cabinet.problem.set(page_words::no_copy(language).into_owned());
            return;
        }
        match notebook::act_wholly(state, Action::Import { notes: plan.into_notes(), restore_deleted }).await {
            Done::Saved(_) => undoable(state, words::import_done(language, count).into_owned()),
            other => notebook::tell(state, other),
        }
        state.cabinet.plan.set(None);
        after_change().await;
    });
}

/// Takes a copy of all notes and lets the oldest copies go. Answers whether it is safe to go on.
pub async fn copy(state: State, occasion: Occasion) -> bool {
    let made = with_sender(state, |sender| state.book.with_untracked(|book| Snapshot::of(book, occasion, clock::now(), sender)));
    let Some(made) = made else { return true };
    let shelf = state.shelf.get_value();
    // Where nothing lasts anyway there is nothing that a copy could save it from.
    let kept = shelf.put(&made.name, Some(&made.text)).await;
    look_for_copies(state).await;
    kept.is_ok()
}

async fn look_for_copies(state: State) {
    let shelf = state.shelf.get_value();
    let Ok(scraps) = shelf.scraps(snapshot::KIND).await else { return };
    let (copies, too_many) = snapshot::find(scraps);
    for name in too_many {
        // One that stays is found again next time.
        let _ = shelf.put(&name, None).await;
    }
    state.cabinet.copies.set(copies);
}

fn copy_named(state: State, name: &str) -> Option<Snapshot> {
    state.cabinet.copies.with_untracked(|copies| copies.iter().find(|copy| copy.name == name).cloned())
}

fn restore(state: State, name: String) {
    let Some(chosen) = copy_named(state, &name) else { return };
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let notes: Vec<Note> = chosen.read().into_iter().flatten().flatten().collect();
        if !copy(state, Occasion::Restore).await {
            state.say("note", page_words::no_copy(language));
            return;
        }
        match notebook::act_wholly(state, Action::Restore { notes }).await {
            Done::Saved(_) => undoable(state, page_words::restored(language).into_owned()),
            Done::Nothing => state.say("note", page_words::restore_changes_nothing(language)),
            other => notebook::tell(state, other),
        }
        after_change().await;
    });
}

fn save_copy(state: State, name: String) {
    if let Some(copy) = copy_named(state, &name) {
        download::save(&file::file_name(state.language_now(), &copy.taken.date(), "jsonld"), "application/ld+json", &copy.text);
    }
}

/// Hands the reader what cannot be read, as it is.
fn rescue(state: State) {
    let text = state.book.with_untracked(|book| file::rescue(book.quarantine()));
    download::save("malkarta-undanlagt.json", "application/json", &text);
}

fn discard(state: State, found: Quarantined) {
    leptos::task::spawn_local(async move {
        match state.shelf.get_value().discard(&found).await {
            Ok(()) => {
                let key = found.key;
                state.book.update(|book| {
                    book.hear(News::UnreadableGone { key });
                });
            }
            Err(because) => notebook::tell(state, Done::NotSaved(because)),
        }
        after_change().await;
    });
}

/// Erases everything of this site from both stores, and says so only when nothing is left.
fn erase(state: State) {
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let shelf = state.shelf.get_value();
        let erased = shelf.erase().await;
        let left = shelf.load().await;
        let is_empty = left.as_ref().is_ok_and(|left| left.versions.all().next().is_none() && left.quarantine.is_empty());
        if erased.is_ok() && is_empty {
            state.book.set(Book::default());
            state.desk.unsaved.set(Vec::new());
            state.cabinet.copies.set(Vec::new());
            state.cabinet.exported.set(None);
            state.say("note", words::erased(language));
        } else {
            state.say("note", page_words::not_erased(language));
        }
        after_change().await;
    });
}
