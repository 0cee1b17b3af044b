//! All notes together: their list, files, copies, what cannot be read, how long they last, erasing everything.
//!
//! The page is written by the second module (`web/archive`), in parts; this one says what is to be shown, hears what is
//! pressed and chosen, and does it. What is asked for here reaches the shelf through `web/notebook` alone.

use super::app::Written;
use super::clock;
use super::dom;
use super::download;
use super::exchange::{Exchange, items, list as exchanged, text};
use super::notebook::{self, Done};
use super::pages;
use super::state::{Action as Button, Editor, Message, State};
use super::writing;
use crate::i18n::{notebook as page_words, notes as words};
use crate::markup::Markup;
use crate::notes::book::{Action, Draft, Filter, Order};
use crate::notes::note::KindName;
use crate::notes::record::{self, Stored};
use crate::notes::shelf::{Lasts, News};
use crate::notes::snapshot::{self, Occasion};
use crate::notes::{Book, Note, NoteId, Time};
use crate::url::{Route, rescue_path};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// The parts of the page that are written as they stand, by the names that the second module gives them.
const PARTS: [&str; 9] = ["limits", "files", "exported", "first", "search", "chooser", "many", "none", "last"];

/// The field to search in, as the second module names it.
const SEARCH: &str = "notes-words";

/// What is being done with all notes.
#[derive(Clone, Copy)]
pub struct Cabinet {
    /// How long saved notes last, by the latest answer.
    pub lasts: RwSignal<Lasts>,
    problem: RwSignal<String>,
    /// When notes were last saved to a file.
    exported: RwSignal<Option<Time>>,
    pub shown: RwSignal<(Filter, Order)>,
    /// Counts what only the second module knows: a file that was read, copies that were found.
    turn: RwSignal<u32>,
    /// Notes that were deleted here are to come back with the file that is looked at.
    restore: RwSignal<bool>,
    /// The reader is being asked whether everything is to be erased.
    erasing: RwSignal<bool>,
    parts: [RwSignal<Markup>; 9],
    /// How many notes are shown.
    count: RwSignal<String>,
    entries: RwSignal<Vec<Markup>>,
    /// The page could not be written.
    failed: RwSignal<bool>,
}

impl Cabinet {
    pub fn new() -> Cabinet {
        Cabinet {
            lasts: RwSignal::new(Lasts::Browser),
            problem: RwSignal::new(String::new()),
            exported: RwSignal::new(None),
            shown: RwSignal::new(Default::default()),
            turn: RwSignal::new(0),
            restore: RwSignal::new(false),
            erasing: RwSignal::new(false),
            parts: PARTS.map(|_| RwSignal::new(Markup::default())),
            count: RwSignal::new(String::new()),
            entries: RwSignal::new(Vec::new()),
            failed: RwSignal::new(false),
        }
    }
}

thread_local! {
    /// Whether the page is being written, and whether it is to be written again then.
    static WRITING: Cell<(bool, bool)> = const { Cell::new((false, false)) };
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
    let Cabinet { problem, parts, count, entries, failed, .. } = state.cabinet;
    let [limits, files, exported, first, search, chooser, many, none, last] = parts;
    Effect::new(move |_| {
        state.location.track();
        state.book.track();
        state.desk.unsaved.track();
        let cabinet = state.cabinet;
        cabinet.lasts.track();
        cabinet.exported.track();
        cabinet.shown.track();
        cabinet.turn.track();
        cabinet.restore.track();
        cabinet.erasing.track();
        leptos::task::spawn_local(write(state));
    });
    let some = Memo::new(move |_| state.book.with(|book| !book.list(&Filter::default(), Order::default()).is_empty()));
    let rescue = move || state.location.with(|location| location.address.to_path(rescue_path(location.address.language)));
    view! {
        <div class="notebook">
            <Show when=move || failed.get()><p><a href=rescue>{move || page_words::rescue_link(state.language())}</a></p></Show>
            <Written content=limits/>
            <Written content=files/>
            <Written content=exported/>
            <p role="status" aria-live="polite">{move || problem.get()}</p>
            <Written content=first/>
            <Show when=move || some.get()>
                <div class="notes-chooser">
                    <Written content=search/>
                    <Written content=chooser/>
                    <div class="actions"><span role="status">{move || count.get()}</span><Written content=many/></div>
                </div>
            </Show>
            <Written content=none/>
            <ul class="notes-list">
                <For each=move || entries.get() key=|entry| entry.as_str().to_owned() children=move |entry| view! { <li><Written content=RwSignal::new(entry)/></li> }/>
            </ul>
            <Written content=last/>
        </div>
    }
}

/// What is shown of the notes, for the second module.
pub fn shown(state: State) -> Exchange {
    let (filter, order) = state.cabinet.shown.get_untracked();
    let place = Order::ALL.iter().position(|own| *own == order).unwrap_or_default();
    let kinds = exchanged(filter.kinds.iter().map(|kind| JsValue::from_str(kind.key())));
    let asked = pages::about_page(state).value("kinds", &kinds).text("words", &filter.words).text("order", &place.to_string());
    match &filter.tag {
        Some(tag) => asked.text("tag", tag),
        None => asked,
    }
}

/// Has the page written, once at a time: what changes meanwhile is in the next one.
async fn write(state: State) {
    if WRITING.get().0 {
        return WRITING.set((true, true));
    }
    loop {
        WRITING.set((true, false));
        write_once(state).await;
        if !WRITING.get().1 {
            return WRITING.set((false, false));
        }
    }
}

async fn write_once(state: State) {
    if state.location.with_untracked(|location| location.address.route != Route::Notes) {
        return;
    }
    let cabinet = state.cabinet;
    let exported = cabinet.exported.get_untracked();
    let (in_no_file, _) = state.book.with_untracked(|book| in_no_file(book, exported));
    let unsaved = state.desk.unsaved.with_untracked(|all| {
        exchanged(all.iter().map(|left| Exchange::new().text("name", &left.name).text("text", &left.text()).into_value()))
    });
    let mut asked = shown(state)
        .text("limits", &untrack(|| limits(state)))
        .text("in_no_file", &in_no_file.to_string())
        .value("unsaved", &unsaved)
        .flag("restore", cabinet.restore.get_untracked())
        .flag("erasing", cabinet.erasing.get_untracked());
    if let Some(when) = exported {
        asked = asked.text("exported", &when.to_string());
    }
    let answer = pages::ask_archive(state, "notebook", asked).await;
    cabinet.failed.set(answer.is_none());
    let Some(answer) = answer else { return };
    if let Some(problem) = text(&answer, "without_data") {
        pages::tell_failed(state, problem);
    }
    let (focus, folds) = (dom::Focus::remember(), dom::Folds::remember());
    for (name, part) in PARTS.iter().zip(cabinet.parts) {
        set(part, Markup::taken_back(text(&answer, name).unwrap_or_default()));
    }
    set(cabinet.count, text(&answer, "count").unwrap_or_default());
    set(cabinet.entries, items(&answer, "entries").iter().filter_map(JsValue::as_string).map(Markup::taken_back).collect());
    leptos::task::tick().await;
    folds.restore();
    if let Some(focus) = focus {
        focus.restore();
    }
    let words = cabinet.shown.with_untracked(|(filter, _)| filter.words.clone());
    if let Some(field) =
        dom::by_id(SEARCH).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).filter(|field| field.value() != words)
    {
        field.set_value(&words);
    }
}

/// What stays the same is not touched.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

/// Narrows the list, or sorts it.
fn narrow(state: State, change: impl FnOnce(&mut Filter, &mut Order)) {
    state.cabinet.shown.update(|(filter, order)| change(filter, order));
}

/// A button of the page was pressed.
pub fn press(state: State, act: &str, button: &Element) {
    let attribute = |name: &str| button.get_attribute(name).unwrap_or_default();
    let id = || NoteId::parse(&attribute("data-note"));
    let cabinet = state.cabinet;
    match act {
        "notes-edit" => {
            let base = id().and_then(|id| state.book.with_untracked(|book| book.shown(&id).map(|shown| shown.note.clone())));
            if let Some(note) = base {
                state.editor.set(Some(Editor { anchor: note.anchor.clone(), quoted: note.quoted.clone(), base: Some(note) }));
            }
        }
        "notes-delete" => {
            // Whoever goes through a long list goes on with the entry after the one that is gone.
            let entry = button.closest(".notes-list > li").ok().flatten();
            let next = entry.and_then(|entry| entry.next_element_sibling().or_else(|| entry.previous_element_sibling()));
            let next = next.and_then(|next| next.query_selector("[data-act=\"notes-delete\"]").ok().flatten());
            notebook::delete(state, id().into_iter().collect(), next.map(|next| next.id()));
        }
        "notes-delete-shown" => {
            let (filter, order) = cabinet.shown.get_untracked();
            let ids = state.book.with_untracked(|book| book.list(&filter, order).iter().map(|shown| shown.note.id.clone()).collect());
            notebook::delete(state, ids, None);
        }
        "notes-settle" => {
            let stamp = attribute("data-version");
            let version = id().and_then(|id| {
                state.book.with_untracked(|book| book.versions().of(&id).iter().find(|note| record::stamp(note) == stamp).cloned())
            });
            if let Some(note) = version {
                settle(state, note);
            }
        }
        "notes-kind" => {
            if let Some(kind) = KindName::from_key(&attribute("data-kind")) {
                narrow(state, |filter, _| {
                    if filter.kinds.contains(&kind) {
                        filter.kinds.retain(|own| *own != kind);
                    } else {
                        filter.kinds.push(kind);
                    }
                });
            }
        }
        "notes-tag" => cabinet.shown.set((Filter { tag: Some(attribute("data-tag")), ..Filter::default() }, Order::default())),
        "notes-all" => cabinet.shown.set(Default::default()),
        "notes-export" => export(state, &attribute("data-form")),
        "notes-apply" => apply(state),
        "notes-forget-plan" => forget_plan(state),
        "notes-rescue" => leptos::task::spawn_local(async move {
            save(pages::ask_archive(state, "rescue", Exchange::new()).await);
        }),
        "notes-discard" => discard(state, attribute("data-key")),
        "notes-restore" => restore(state, attribute("data-name")),
        "notes-save-copy" => save_copy(state, attribute("data-name")),
        "notes-erase-ask" => ask_to_erase(state, true),
        "notes-erase-stop" => ask_to_erase(state, false),
        "notes-erase" => erase(state),
        "notes-go-on" => writing::go_on(state, Some(attribute("data-name"))),
        "notes-drop" => writing::drop_unsaved(state, attribute("data-name")),
        _ => {}
    }
}

/// Something of the page was chosen or typed.
pub fn change(state: State, what: &str, field: &Element) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        match what {
            "notes-file" => read_file(state, input),
            "notes-restore-deleted" => state.cabinet.restore.set(input.checked()),
            SEARCH => narrow(state, |filter, _| filter.words = input.value()),
            _ => {}
        }
    } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        let value = select.value();
        narrow(state, |filter, order| match what {
            "notes-tag" => filter.tag = Some(value).filter(|tag| !tag.is_empty()),
            _ => *order = value.parse().ok().and_then(|place: usize| Order::ALL.get(place)).copied().unwrap_or_default(),
        });
    }
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

/// Once the page says what is the case now: whose button is gone by then goes on at the heading.
pub async fn after_change() {
    after_writing().await;
    dom::rescue_focus();
}

/// The same, at a place of her own where that is still there.
pub async fn after_change_at(next: Option<String>) {
    after_writing().await;
    if let Some(next) = next.and_then(|id| dom::by_id(&id)).filter(|_| dom::focus_is_lost()) {
        dom::focus(&next);
    }
    dom::rescue_focus();
}

/// Waits until the page has been written anew; it is not, where another page is shown or the second module cannot be had.
async fn after_writing() {
    leptos::task::tick().await;
    // A picture for each turn: what is being written is a question to the second module and back.
    for _ in 0..TURNS {
        if !WRITING.get().0 {
            break;
        }
        let turn = js_sys::Promise::new(&mut |done, _| {
            request_animation_frame(move || drop(done.call0(&JsValue::NULL)));
        });
        drop(JsFuture::from(turn).await);
    }
}

/// So many pictures are waited for at most.
const TURNS: usize = 60;

/// Hands the reader a file that the second module made; answers whether there was one.
fn save(made: Option<JsValue>) -> bool {
    let part = |name: &str| made.as_ref().and_then(|made| text(made, name));
    match (part("name"), part("type"), part("content")) {
        (Some(name), Some(media_type), Some(content)) => download::save(&name, &media_type, &content),
        _ => false,
    }
}

fn dated(state: State) -> Exchange {
    pages::about_page(state).text("today", &clock::now().date())
}

/// Hands the reader some of her notes as a file; answers whether the browser took it.
pub async fn save_some(state: State, ids: &[String]) -> bool {
    let asked = dated(state).value("ids", &exchanged(ids.iter().map(|id| JsValue::from_str(id))));
    save(pages::ask_archive(state, "export", asked).await)
}

/// Hands the reader all her notes as a file: `page` to be read again, `table` for spreadsheets, `text` to print or send.
pub fn export(state: State, form: &str) {
    let is_whole = form == "page";
    let asked = dated(state).text("form", form);
    leptos::task::spawn_local(async move {
        let count = state.book.with_untracked(|book| book.list(&Filter::default(), Order::default()).len());
        if !save(pages::ask_archive(state, "export", asked).await) {
            return;
        }
        state.dismiss("remind");
        state.say("note", page_words::exported(state.language_now(), count));
        if is_whole {
            let now = clock::now();
            state.cabinet.exported.set(Some(now));
            // Where it cannot be remembered she is reminded once more.
            let _ = state.shelf.get_value().put(EXPORTED, Some(&now.to_string())).await;
        }
    });
}

/// The text of a file that the reader chose, or how large it is where it is too large to be read.
pub async fn content_of(input: &HtmlInputElement) -> Option<Result<(String, String), f64>> {
    let given = input.files().and_then(|files| files.get(0))?;
    // The same file can be chosen again.
    input.set_value("");
    if given.size() > crate::notes::file::LARGEST_BYTES as f64 {
        return Some(Err(given.size()));
    }
    Some(Ok((given.name(), JsFuture::from(given.text()).await.ok()?.as_string()?)))
}

/// Reads a file and shows what bringing it in would do.
fn read_file(state: State, input: &HtmlInputElement) {
    let problem = state.cabinet.problem;
    problem.set(String::new());
    // What was said about something else is over.
    state.dismiss("note");
    let input = input.clone();
    leptos::task::spawn_local(async move {
        state.cabinet.restore.set(false);
        let asked = match content_of(&input).await {
            None => return problem.set(page_words::file_unreadable(state.language_now()).into_owned()),
            Some(Ok((_, content))) => pages::about_page(state).text("content", &content),
            Some(Err(bytes)) => pages::about_page(state).value("bytes", &bytes.into()),
        };
        let Some(answer) = pages::ask_archive(state, "plan", asked).await else { return };
        problem.set(text(&answer, "refused").unwrap_or_default());
        state.cabinet.turn.update(|turn| *turn += 1);
    });
}

fn forget_plan(state: State) {
    leptos::task::spawn_local(async move {
        let _ = pages::ask_archive(state, "plan", pages::about_page(state)).await;
        state.cabinet.turn.update(|turn| *turn += 1);
        after_change().await;
    });
}

/// The notes of an answer.
pub fn notes_of(answer: &JsValue) -> Vec<Note> {
    let read = |raw: String| match record::read(&raw) {
        Stored::Note(note) => Some(*note),
        _ => None,
    };
    items(answer, "notes").iter().filter_map(JsValue::as_string).filter_map(read).collect()
}

/// Brings in what the plan says: a copy first, then all of it or, where not all of it can be stored, nothing.
fn apply(state: State) {
    let restore_deleted = state.cabinet.restore.get_untracked();
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let asked = Exchange::new().flag("restore", restore_deleted);
        let Some(plan) = pages::ask_archive(state, "planned", asked).await else { return };
        let count = text(&plan, "count").and_then(|count| count.parse().ok()).unwrap_or(0);
        if !copy(state, Occasion::Import).await {
            state.cabinet.problem.set(page_words::no_copy(language).into_owned());
            return;
        }
        match notebook::act_wholly(state, Action::Import { notes: notes_of(&plan), restore_deleted }).await {
            Done::Saved(_) => undoable(state, words::import_done(language, count).into_owned()),
            other => notebook::tell(state, other),
        }
        forget_plan(state);
    });
}

/// Takes a copy of all notes and lets the oldest copies go. Answers whether it is safe to go on.
pub async fn copy(state: State, occasion: Occasion) -> bool {
    let asked = pages::about_page(state).text("occasion", occasion.key()).text("now", &clock::now().to_string());
    let Some(made) = pages::ask_archive(state, "copy", asked).await else { return false };
    let (Some(name), Some(content)) = (text(&made, "name"), text(&made, "text")) else { return true };
    // Where nothing lasts anyway there is nothing that a copy could save it from.
    let kept = state.shelf.get_value().put(&name, Some(&content)).await;
    look_for_copies(state).await;
    kept.is_ok()
}

async fn look_for_copies(state: State) {
    let shelf = state.shelf.get_value();
    let Ok(scraps) = shelf.scraps(snapshot::KIND).await else { return };
    // Most readers have none: then nothing has to be fetched to read them.
    if scraps.is_empty() && state.cabinet.turn.get_untracked() == 0 {
        return;
    }
    let copies = scraps.iter().map(|copy| Exchange::new().text("name", &copy.name).text("text", &copy.text).into_value());
    let asked = Exchange::new().value("copies", &exchanged(copies));
    let Some(answer) = pages::ask_archive(state, "copies", asked).await else { return };
    for name in items(&answer, "too_many").iter().filter_map(JsValue::as_string) {
        // One that stays is found again next time.
        let _ = shelf.put(&name, None).await;
    }
    state.cabinet.turn.update(|turn| *turn += 1);
}

async fn copy_named(state: State, name: &str) -> Option<JsValue> {
    pages::ask_archive(state, "copy_named", pages::about_page(state).text("name", name)).await
}

fn restore(state: State, name: String) {
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let Some(chosen) = copy_named(state, &name).await else { return };
        if !copy(state, Occasion::Restore).await {
            state.say("note", page_words::no_copy(language));
            return;
        }
        match notebook::act_wholly(state, Action::Restore { notes: notes_of(&chosen) }).await {
            Done::Saved(_) => undoable(state, page_words::restored(language).into_owned()),
            Done::Nothing => state.say("note", page_words::restore_changes_nothing(language)),
            other => notebook::tell(state, other),
        }
        after_change().await;
    });
}

fn save_copy(state: State, name: String) {
    leptos::task::spawn_local(async move {
        save(copy_named(state, &name).await);
    });
}

fn discard(state: State, key: String) {
    let found = state.book.with_untracked(|book| book.quarantine().find(|odd| odd.key == key).cloned());
    let Some(found) = found else { return };
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

/// Asks once more, or no longer. What has focus is the way that costs nothing.
fn ask_to_erase(state: State, ask: bool) {
    state.cabinet.erasing.set(ask);
    let next = if ask { "erase-file" } else { "erase-ask" };
    leptos::task::spawn_local(after_change_at(Some(next.into())));
}

/// Erases everything of this site from both stores, and says so only when nothing is left.
fn erase(state: State) {
    state.cabinet.erasing.set(false);
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let shelf = state.shelf.get_value();
        let erased = shelf.erase().await;
        let left = shelf.load().await;
        let is_empty = left.as_ref().is_ok_and(|left| left.versions.all().next().is_none() && left.quarantine.is_empty());
        if erased.is_ok() && is_empty {
            state.book.set(Book::default());
            state.desk.unsaved.set(Vec::new());
            look_for_copies(state).await;
            state.cabinet.exported.set(None);
            state.say("note", words::erased(language));
        } else {
            state.say("note", page_words::not_erased(language));
        }
        after_change().await;
    });
}
