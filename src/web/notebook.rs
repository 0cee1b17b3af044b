//! Doing something with notes: decide, store, take in. Saving is a command with an answer, never an effect.

use super::cabinet;
use super::clock;
use super::components::NoteDialog;
use super::dom;
use super::state::{Action as Button, Editor, Message, State};
use super::writing;
use crate::i18n::{goals as goal_words, notebook as page_words, notes as words};
use crate::notes::book::{Action, CannotDo, Draft, Filter, Order};
use crate::notes::note::KindName;
use crate::notes::shelf::{Answer, Because, Lasts};
use crate::notes::snapshot::Occasion;
use crate::notes::{Book, Kind, NoteId};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// What became of something that was done with notes.
pub enum Done {
    Saved(Lasts),
    /// Nothing had to be stored.
    Nothing,
    NotSaved(Because),
    CannotDo(CannotDo),
}

/// The dialog, wired.
pub fn dialog(state: State) -> impl IntoView {
    writing::follow(state);
    let language = Signal::derive(move || state.language());
    let limits = Signal::derive(move || cabinet::limits(state));
    view! {
        <NoteDialog
            language
            sheet=state.desk.sheet.into()
            answer=state.desk.answer.into()
            limits
            own_label=Signal::derive(move || words::own_assessment(state.language(), dom::municipality()).into_owned())
            on_typed=Callback::new(move |draft| writing::typed(state, draft))
            on_save=Callback::new(move |draft| writing::save(state, draft))
            on_close=Callback::new(move |()| writing::close(state))
            on_drop=Callback::new(move |()| writing::drop_typed(state))
            on_take=Callback::new(move |name| writing::go_on(state, Some(name)))
        />
    }
}

/// Whoever shares or prints waits no longer than this for her notes: a database may hang.
const PATIENCE: Duration = Duration::from_millis(1500);

thread_local! {
    /// Kept once the shelf has been read for the first time, or patience is over; and what keeps it.
    static READ: (Promise, Function) = {
        let mut keep = None;
        let promise = Promise::new(&mut |done, _| keep = Some(done));
        (promise, keep.unwrap_or_default())
    };
}

/// Waits until there are the reader's notes. What is made from them at her wish begins with this.
pub async fn were_read() {
    drop(JsFuture::from(READ.with(|(promise, _)| promise.clone())).await);
}

/// Reads the shelf, follows what other tabs do, and marks what has notes.
pub async fn open(state: State) {
    let done = || READ.with(|(_, keep)| drop(keep.call0(&JsValue::NULL)));
    set_timeout(done, PATIENCE);
    read(state).await;
    done();
    let shelf = state.shelf.get_value();
    let watching = shelf.watch(Rc::new(move |news| {
        let mut anew = false;
        state.book.update(|book| anew = book.hear(news));
        if anew {
            leptos::task::spawn_local(read(state));
        }
    }));
    // For as long as the page is open.
    std::mem::forget(watching);
    // A page that asks for what the reader has noted is written anew when that changes.
    Effect::new(move |before: Option<Vec<String>>| {
        state.book.track();
        let noted = state.noted();
        let asks = state.location.with_untracked(|location| location.view.filter.noted.is_some());
        if asks && before.unwrap_or_default() != noted {
            super::address::again(state);
        }
        noted
    });
    Effect::new(move |_| {
        state.book.track();
        state.location.track();
        state.page.track();
        request_animation_frame(move || mark(state));
    });
    writing::look_for_unsaved(state).await;
    cabinet::open(state).await;
    read_again(state, Duration::from_secs(5));
}

/// A database that did not answer is asked again after a while, and once more: it may hold what nothing else does.
fn read_again(state: State, after: Duration) {
    if state.cabinet.lasts.get_untracked() != Lasts::Browser || after > Duration::from_secs(20) {
        return;
    }
    let read_now = async move {
        read(state).await;
        if state.cabinet.lasts.get_untracked() == Lasts::Durable {
            writing::look_for_unsaved(state).await;
        }
        read_again(state, after * 4);
    };
    set_timeout(move || leptos::task::spawn_local(read_now), after);
}

/// Reads the shelf anew.
async fn read(state: State) {
    // A shelf that cannot be read now answers the same when something is to be saved; the reader is told there.
    if let Ok(contents) = state.shelf.get_value().load().await {
        let before = state.book.with_untracked(|book| book.versions().clone());
        state.book.update(|book| {
            *book = crate::notes::Book::open(contents);
            book.take_in(before.all().cloned());
        });
    }
    state.cabinet.lasts.set(state.shelf.get_value().lasts());
}

/// Decides, stores and takes in what was stored.
pub async fn act(state: State, action: Action) -> Done {
    act_and_count(state, action).await.0
}

/// As [`act`], but all or nothing: where not everything can be stored, what was stored goes again.
pub async fn act_wholly(state: State, action: Action) -> Done {
    let (done, stored) = act_and_count(state, action).await;
    if matches!(done, Done::NotSaved(_)) && stored > 0 {
        // Its tombstones take the room of what they replace.
        act(state, Action::Undo).await;
    }
    done
}

/// What became of it, and how many versions were stored.
async fn act_and_count(state: State, action: Action) -> (Done, usize) {
    let mut step = match state.book.with_untracked(|book| book.decide(action, &clock::moment())) {
        Ok(step) => step,
        Err(why) => return (Done::CannotDo(why), 0),
    };
    if step.versions.is_empty() {
        return (Done::Nothing, 0);
    }
    let answers = state.shelf.get_value().keep(&step.versions).await;
    let mut done = Done::Nothing;
    let mut kept = Vec::new();
    let mut beside_all = Vec::new();
    for (version, answer) in step.versions.drain(..).zip(answers) {
        match answer {
            Answer::Saved { lasts, beside } => {
                kept.push(version);
                beside_all.extend(beside);
                if !matches!(done, Done::NotSaved(_)) {
                    done = Done::Saved(lasts);
                }
            }
            Answer::NotSaved(because) => done = Done::NotSaved(because),
        }
    }
    let stored = kept.len();
    step.versions = kept;
    state.book.update(|book| {
        book.accept(step);
        book.take_in(beside_all);
    });
    state.cabinet.lasts.set(state.shelf.get_value().lasts());
    if let Done::Saved(Lasts::Browser | Lasts::Durable) = done {
        leptos::task::spawn_local(ask_to_persist(state));
    }
    (done, stored)
}

/// Asks the browser once, ever, to keep what is stored: some ask the reader in turn, and twice would be a nuisance.
async fn ask_to_persist(state: State) {
    const ASKED: &str = "asked:persist";
    thread_local! {
        static SEEN_TO: Cell<bool> = const { Cell::new(false) };
    }
    if SEEN_TO.replace(true) {
        return;
    }
    let shelf = state.shelf.get_value();
    let asked_before = shelf.scraps("asked").await.is_ok_and(|scraps| scraps.iter().any(|scrap| scrap.name == ASKED));
    // Noted afterwards: a page that is left in between asks again, rather than never.
    if !asked_before && super::shelf::persist().await.is_some() {
        let _ = shelf.put(ASKED, Some("1")).await;
    }
}

/// Deletes notes, and leaves the reader at the element that is named where her own is gone.
pub fn delete(state: State, ids: Vec<NoteId>, next: Option<String>) {
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        let count = ids.len();
        if count > 1 && !cabinet::copy(state, Occasion::Delete).await {
            state.say("note", page_words::no_copy(language));
            return;
        }
        match act(state, Action::Delete { ids }).await {
            Done::Saved(_) => state.tell(Message {
                key: "note".into(),
                text: if count == 1 { words::deleted(language) } else { page_words::deleted_many(language, count) }.into_owned(),
                details: Vec::new(),
                action: Some(Button::Undo),
            }),
            other => tell(state, other),
        }
        cabinet::after_change_at(next).await;
    });
}

/// Puts a bookmark on the thing that a button stands beside, or takes it away.
pub fn bookmark(state: State, button: &Element) {
    let (Some(anchor), Some(quoted)) = (button.get_attribute("data-anchor"), button.get_attribute("data-quote")) else { return };
    let there = state.book.with_untracked(|book| bookmark_on(book, &anchor));
    if let Some(id) = there {
        delete(state, vec![id], None);
        return;
    }
    let draft = Draft { anchor, quoted, kind: Kind::Bookmark, text: String::new(), tags: Vec::new(), data_version: dom::data_version() };
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        match act(state, Action::Create { id: clock::new_note_id(), draft }).await {
            Done::Saved(lasts) => {
                let kept = in_words(state, &Done::Saved(lasts)).unwrap_or_default();
                let text = format!("{} {kept}", page_words::bookmarked(language));
                state.tell(Message { key: "note".into(), text, details: Vec::new(), action: Some(Button::Undo) });
            }
            other => tell(state, other),
        }
    });
}

/// The bookmark on a thing: one that nothing was written in, so that taking it away loses nothing.
fn bookmark_on(book: &Book, anchor: &str) -> Option<NoteId> {
    let filter = Filter { kinds: vec![KindName::Bookmark], anchor: Some(anchor.to_owned()), ..Filter::default() };
    let list = book.list(&filter, Order::LatestFirst);
    list.into_iter().find(|shown| Draft::from_note(shown.note).is_empty()).map(|shown| shown.note.id.clone())
}

pub fn undo(state: State) {
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        match act(state, Action::Undo).await {
            Done::Saved(_) => state.say("note", words::undone(language)),
            other => tell(state, other),
        }
        cabinet::after_change().await;
    });
}

/// Says what became of it where nothing nearer to the reader does.
pub fn tell(state: State, done: Done) {
    if let Some(text) = in_words(state, &done) {
        state.say("note", text);
    }
}

/// The answer in the reader's language; nothing where there is nothing to say.
pub fn in_words(state: State, done: &Done) -> Option<String> {
    let language = state.language_now();
    let text = match done {
        Done::Nothing => return None,
        Done::Saved(Lasts::Tab) => words::saved_until_tab_closes(language),
        Done::Saved(Lasts::Browser) => words::saved_in_browser(language),
        Done::Saved(Lasts::Durable) => words::saved_durably(language),
        Done::NotSaved(Because::Blocked) => words::not_saved_blocked(language),
        Done::NotSaved(Because::Full) => words::not_saved_full(language),
        Done::NotSaved(Because::NotReadBack) => words::not_saved_not_read_back(language),
        Done::NotSaved(Because::Taken) => words::not_saved_taken(language),
        Done::NotSaved(Because::Changed) => words::not_done_changed(language),
        Done::CannotDo(CannotDo::NothingToUndo) => words::nothing_to_undo(language),
        Done::CannotDo(CannotDo::NoSuchNote | CannotDo::IdTaken) => words::no_such_note(language),
    };
    Some(text.into_owned())
}

/// Opens the dialog for the thing that a button stands beside.
pub fn write_about(state: State, button: &Element) {
    let (Some(anchor), Some(quoted)) = (button.get_attribute("data-anchor"), button.get_attribute("data-quote")) else { return };
    state.editor.set(Some(Editor { anchor, quoted, base: None }));
}

/// Writes on each button how many notes there are about its thing.
fn mark(state: State) {
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return };
    let language = state.language_now();
    state.book.with_untracked(|book| {
        let counts = book.counts();
        for button in dom::all(&page, "[data-act=\"bookmark\"]") {
            let on = button.get_attribute("data-anchor").is_some_and(|anchor| bookmark_on(book, &anchor).is_some());
            let _ = button.set_attribute("aria-pressed", if on { "true" } else { "false" });
        }
        for button in dom::all(&page, "[data-act=\"note\"]") {
            let mut anchors = button.get_attribute("data-anchor").into_iter().collect::<Vec<_>>();
            let parts = button.get_attribute("data-parts").unwrap_or_default();
            anchors.extend(parts.lines().filter_map(|line| line.split_once('\t')).map(|(anchor, _)| anchor.to_owned()));
            let count: usize = anchors.iter().filter_map(|anchor| counts.get(anchor.as_str())).map(|counts| counts.total()).sum();
            let _ = button.class_list().toggle_with_force("has-notes", count > 0);
            let label = goal_words::add_note(language);
            let label = if count > 0 { format!("{label} ({count})") } else { label.into_owned() };
            if button.text_content().as_deref() != Some(label.as_str()) {
                // What is heard starts with what is seen.
                let about = button.get_attribute("data-quote").unwrap_or_default();
                let _ = button.set_attribute("aria-label", &format!("{label}: {about}"));
                button.set_text_content(Some(&label));
            }
        }
    });
}
