//! Doing something with notes: decide, store, take in. Saving is a command with an answer, never an effect.

use super::clock;
use super::dom;
use super::state::{Action as Button, Editor, Message, State};
use crate::i18n::{goals as goal_words, notes as words};
use crate::notes::Note;
use crate::notes::book::{Action, CannotDo, Draft};
use crate::notes::shelf::{Answer, Because, Lasts};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// What became of something that was done with notes.
pub enum Done {
    Saved(Lasts),
    /// Nothing had to be stored.
    Nothing,
    NotSaved(Because),
    CannotDo(CannotDo),
}

/// Reads the shelf, follows what other tabs do, and marks what has notes.
pub async fn open(state: State) {
    read(state).await;
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
    Effect::new(move |_| {
        state.book.track();
        state.location.track();
        state.page.track();
        request_animation_frame(move || mark(state));
    });
}

async fn read(state: State) {
    // A shelf that cannot be read now answers the same when something is to be saved; the reader is told there.
    if let Ok(contents) = state.shelf.get_value().load().await {
        let before = state.book.with_untracked(|book| book.versions().clone());
        state.book.update(|book| {
            *book = crate::notes::Book::open(contents);
            book.take_in(before.all().cloned());
        });
    }
}

/// Decides, stores and takes in what was stored.
pub async fn act(state: State, action: Action) -> Done {
    let mut step = match state.book.with_untracked(|book| book.decide(action, &clock::moment())) {
        Ok(step) => step,
        Err(why) => return Done::CannotDo(why),
    };
    if step.versions.is_empty() {
        return Done::Nothing;
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
    step.versions = kept;
    state.book.update(|book| {
        book.accept(step);
        book.take_in(beside_all);
    });
    if let Done::Saved(Lasts::Browser | Lasts::Durable) = done {
        leptos::task::spawn_local(ask_to_persist(state));
    }
    done
}

/// Asks the browser once, ever, to keep what is stored: some ask the reader in turn, and twice would be a nuisance.
async fn ask_to_persist(state: State) {
    const ASKED: &str = "asked:persist";
    let shelf = state.shelf.get_value();
    let asked_before = shelf.scraps("asked").await.is_ok_and(|scraps| scraps.iter().any(|scrap| scrap.name == ASKED));
    if !asked_before && shelf.put(ASKED, Some("1")).await.is_ok() {
        super::shelf::persist().await;
    }
}

/// Saves what stands in the dialog.
pub async fn save(state: State, editor: &Editor, text: &str) -> Done {
    let data_version = dom::data_version();
    let action = match &editor.base {
        Some(base) => Action::Edit { draft: Draft { text: text.to_owned(), ..Draft::from_note(base) }, base: Box::new(base.clone()) },
        None => Action::Create {
            id: clock::new_note_id(),
            draft: Draft {
                anchor: editor.anchor.clone(),
                quoted: editor.quoted.clone(),
                kind: crate::notes::Kind::Comment,
                text: text.to_owned(),
                tags: Vec::new(),
                data_version,
            },
        },
    };
    act(state, action).await
}

pub fn delete(state: State, note: &Note) {
    let id = note.id.clone();
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        match act(state, Action::Delete { ids: vec![id] }).await {
            Done::Saved(_) => state.tell(Message {
                key: "note".into(),
                text: words::deleted(language).into_owned(),
                details: Vec::new(),
                action: Some(Button::Undo),
            }),
            other => tell(state, other),
        }
        leptos::task::tick().await;
        dom::rescue_focus();
    });
}

pub fn undo(state: State) {
    leptos::task::spawn_local(async move {
        let language = state.language_now();
        match act(state, Action::Undo).await {
            Done::Saved(_) => state.say("note", words::undone(language)),
            other => tell(state, other),
        }
        leptos::task::tick().await;
        dom::rescue_focus();
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
        for button in dom::all(&page, "[data-act=\"note\"]") {
            let count = button.get_attribute("data-anchor").and_then(|anchor| counts.get(anchor.as_str()).map(|c| c.total())).unwrap_or(0);
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
