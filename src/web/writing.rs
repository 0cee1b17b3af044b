//! Writing a note: what the dialog is opened on, keeping what is typed, saving it.
//!
//! What is typed is kept on the shelf while it is typed, under a name of its own, and goes from there when it has been
//! saved or the reader throws it away. Nothing else removes it.

use super::clock;
use super::components::Sheet;
use super::dom;
use super::notebook::{self, Done};
use super::state::{Action as Button, Editor, Message, State};
use crate::i18n::{date, notebook as page_words, notes as words};
use crate::notes::book::{Action, Draft, Filter, Order};
use crate::notes::note::KindName;
use crate::notes::unsaved::{self, Unsaved};
use crate::notes::{Assessed, Kind, Note, NoteId};
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// So long after the last key what was typed is kept.
const PAUSE: Duration = Duration::from_millis(400);

/// The desk on which notes are written.
#[derive(Clone, Copy)]
pub struct Desk {
    pub sheet: RwSignal<Option<Sheet>>,
    pub answer: RwSignal<String>,
    /// What was typed and not saved, the latest first.
    pub unsaved: RwSignal<Vec<Unsaved>>,
    open: StoredValue<Option<Open>>,
}

/// The note that is being written.
#[derive(Clone)]
struct Open {
    /// Its id once it is saved.
    id: NoteId,
    base: Option<Note>,
    start: Draft,
    /// What is typed and not kept yet.
    typed: Option<Draft>,
    /// Other unsaved texts that this one goes on with.
    taken: Vec<String>,
}

impl Desk {
    pub fn new() -> Desk {
        let (sheet, answer, unsaved) = (RwSignal::new(None), RwSignal::new(String::new()), RwSignal::new(Vec::new()));
        Desk { sheet, answer, unsaved, open: StoredValue::new(None) }
    }
}

thread_local! {
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Opens the dialog whenever somebody asks for an editor.
pub fn follow(state: State) {
    Effect::new(move |_| match state.editor.get() {
        Some(editor) => open(state, editor),
        None => state.desk.sheet.set(None),
    });
}

/// Finds what was left unsaved, and offers it.
pub async fn look_for_unsaved(state: State) {
    refresh(state).await;
    let left = state.desk.unsaved.with_untracked(|unsaved| unsaved.first().map(|first| (first.note.quoted.clone(), unsaved.len())));
    if let Some((about, count)) = left {
        let text = page_words::unsaved_found(state.language_now(), &about, count).into_owned();
        state.tell(Message { key: "unsaved".into(), text, details: Vec::new(), action: Some(Button::GoOn) });
    }
}

async fn refresh(state: State) {
    let shelf = state.shelf.get_value();
    let Ok(scraps) = shelf.scraps(unsaved::KIND).await else { return };
    let (left, saved) = state.book.with_untracked(|book| unsaved::find(scraps, book));
    state.desk.unsaved.set(left);
    for name in saved {
        // One that stays is found again next time, and is known to be saved.
        let _ = shelf.put(&name, None).await;
    }
}

fn open(state: State, editor: Editor) {
    // Asked for again before the dialog was heard to close.
    leptos::task::spawn_local(keep(state));
    let Editor { anchor, quoted, base } = editor;
    let origin = clock::moment().origin;
    let left: Vec<Unsaved> = state.desk.unsaved.with_untracked(|all| {
        let base = base.as_ref().map(|note| &note.id);
        state.book.with_untracked(|book| unsaved::left_about(all, &anchor, base, book, &origin).into_iter().cloned().collect())
    });
    let blank = || Draft {
        anchor: anchor.clone(),
        quoted: quoted.clone(),
        kind: Kind::Comment,
        text: String::new(),
        tags: Vec::new(),
        data_version: dom::data_version(),
    };
    let start = base.as_ref().map_or_else(blank, Draft::from_note);
    // What was typed here since the page was opened stands in the fields again; what is older is offered.
    let (own, others): (Vec<Unsaved>, Vec<Unsaved>) =
        left.into_iter().partition(|left| left.name.ends_with(&format!("~{}", origin.as_str())));
    let own = own.into_iter().next();
    let id = match (&base, &own) {
        (Some(base), _) => base.id.clone(),
        (None, Some(own)) => own.note.id.clone(),
        (None, None) => clock::new_note_id(),
    };
    lay_out(state, Open { id, base, start, typed: None, taken: Vec::new() }, own, others);
}

/// Puts a sheet on the desk: an unsaved text, or what the note says.
fn lay_out(state: State, open: Open, left: Option<Unsaved>, others: Vec<Unsaved>) {
    let language = state.language_now();
    let filter = Filter { anchor: Some(open.start.anchor.clone()), ..Filter::default() };
    let earlier = state.book.with_untracked(|book| {
        let about = book.list(&filter, Order::LatestFirst).into_iter().map(|shown| shown.note);
        about.filter(|note| note.id != open.id).map(|note| in_a_line(state, note)).collect()
    });
    let unsaved = others.iter().map(|other| (other.name.clone(), in_a_line(state, &other.note))).collect();
    let is_left = left.is_some();
    let start = left.map_or_else(|| open.start.clone(), |left| Draft::from_note(&left.note));
    let parts = if open.base.is_none() { parts(&open.start) } else { Vec::new() };
    state.desk.answer.set(if is_left { page_words::left_unsaved(language).into_owned() } else { String::new() });
    state.desk.open.set_value(Some(open));
    state.desk.sheet.set(Some(Sheet { start, rule: latest_rule(state), parts, is_left, earlier, unsaved }));
}

/// A note as a line: kind or state, date, text.
fn in_a_line(state: State, note: &Note) -> String {
    let language = state.language_now();
    let kind = note.assessed().map_or_else(|| note.kind.name().word(language), |state: Assessed| state.word(language));
    let when = date::in_words(language, &note.modified.date());
    let text = match &note.kind {
        Kind::Assessment { reason, .. } if note.text.is_empty() => reason.as_str(),
        _ => note.text.as_str(),
    };
    format!("{kind}, {when}: {text}")
}

/// The parts of the thing that the page names beside its button: the amounts of a row.
fn parts(start: &Draft) -> Vec<(String, String)> {
    let mut parts = vec![(start.anchor.clone(), start.quoted.clone())];
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return parts };
    for button in dom::all(&page, "[data-act=\"note\"][data-parts]") {
        if button.get_attribute("data-anchor").as_deref() == Some(start.anchor.as_str()) {
            let named = button.get_attribute("data-parts").unwrap_or_default();
            let lines = named.lines().filter_map(|line| line.split_once('\t'));
            parts.extend(lines.map(|(anchor, title)| (anchor.to_owned(), title.to_owned())));
        }
    }
    parts
}

fn latest_rule(state: State) -> String {
    let filter = Filter { kinds: vec![KindName::Assessment], ..Filter::default() };
    state.book.with_untracked(|book| {
        let rules = book.list(&filter, Order::LatestFirst).into_iter().filter_map(|shown| match &shown.note.kind {
            Kind::Assessment { rule, .. } if !rule.trim().is_empty() => Some(rule.clone()),
            _ => None,
        });
        rules.into_iter().next().unwrap_or_default()
    })
}

/// Keeps what was typed, a moment after the last key.
pub fn typed(state: State, draft: Draft) {
    let mut is_open = false;
    state.desk.open.update_value(|open| {
        if let Some(open) = open {
            open.typed = Some(draft);
            is_open = true;
        }
    });
    if is_open {
        let turn = TURN.get().wrapping_add(1);
        TURN.set(turn);
        set_timeout(
            move || {
                if TURN.get() == turn {
                    leptos::task::spawn_local(keep(state));
                }
            },
            PAUSE,
        );
    }
}

/// Keeps what is typed: at once among the unsaved texts, where the next dialog finds it, then on the shelf.
fn keep(state: State) -> impl Future<Output = ()> {
    let kept = take_typed(state).map(|(draft, open)| remember(state, draft, open));
    async move {
        if let Some((name, text)) = kept {
            // Where it cannot be kept it still stands among the unsaved texts; saving says why.
            let _ = state.shelf.get_value().put(&name, text.as_deref()).await;
        }
    }
}

fn take_typed(state: State) -> Option<(Draft, Open)> {
    let mut waiting = None;
    state.desk.open.update_value(|open| waiting = open.as_mut().and_then(|open| Some((open.typed.take()?, open.clone()))));
    waiting
}

/// The name and text for the shelf; no text where it is what the note says already.
fn remember(state: State, draft: Draft, open: Open) -> (String, Option<String>) {
    let is_as_it_was = draft == open.start || (open.base.is_none() && draft.is_empty());
    let unsaved = Unsaved::new(open.id, open.base.as_ref(), draft, &clock::moment());
    let for_the_shelf = (unsaved.name.clone(), (!is_as_it_was).then(|| unsaved.text()));
    state.desk.unsaved.update(|all| {
        all.retain(|own| own.name != unsaved.name);
        if !is_as_it_was {
            all.insert(0, unsaved);
        }
    });
    for_the_shelf
}

/// Leaves the dialog; what is not saved is kept.
pub fn close(state: State) {
    leptos::task::spawn_local(keep(state));
    state.desk.open.set_value(None);
    state.editor.set(None);
}

/// Throws what is not saved away, because the reader says so.
pub fn drop_typed(state: State) {
    let Some(open) = state.desk.open.get_value() else { return };
    state.desk.open.set_value(None);
    let name = Unsaved::new(open.id, None, open.start, &clock::moment()).name;
    leptos::task::spawn_local(async move {
        forget(state, vec![name]).await;
        leave(state, None);
    });
}

/// Closes the dialog, unless another note was begun in it meanwhile.
fn leave(state: State, note: Option<NoteId>) {
    if state.desk.open.with_value(|open| open.as_ref().map(|open| open.id.clone())) == note {
        state.desk.open.set_value(None);
        state.editor.set(None);
    }
}

/// What is gone on screen is gone from the shelf: a page that is left at once does not bring it back.
async fn forget(state: State, names: Vec<String>) {
    let gone: Vec<Unsaved> = state.desk.unsaved.with_untracked(|all| all.iter().filter(|own| names.contains(&own.name)).cloned().collect());
    for name in &names {
        let _ = state.shelf.get_value().put(name, None).await;
    }
    state.desk.unsaved.update(|all| all.retain(|own| !gone.contains(own)));
}

/// Throws an unsaved text away that is not open.
pub fn drop_unsaved(state: State, name: String) {
    leptos::task::spawn_local(async move { forget(state, vec![name]).await });
}

/// Goes on with an unsaved text: the latest one where no name is given.
pub fn go_on(state: State, name: Option<String>) {
    let found = state.desk.unsaved.with_untracked(|all| match &name {
        Some(name) => all.iter().find(|own| own.name == *name).cloned(),
        None => all.first().cloned(),
    });
    let Some(unsaved) = found else { return };
    state.dismiss("unsaved");
    leptos::task::spawn_local(async move {
        // What stands in the dialog now is kept first.
        keep(state).await;
        let base = state.book.with_untracked(|book| unsaved.base(book));
        let (anchor, quoted) = (unsaved.note.anchor.clone(), unsaved.note.quoted.clone());
        state.editor.set(Some(Editor { anchor, quoted, base: base.clone() }));
        leptos::task::tick().await;
        let id = base.as_ref().map_or_else(clock::new_note_id, |base| base.id.clone());
        let start = base.as_ref().map_or_else(|| Draft { text: String::new(), ..Draft::from_note(&unsaved.note) }, Draft::from_note);
        let typed = Some(Draft::from_note(&unsaved.note));
        lay_out(state, Open { id, base, start, typed, taken: vec![unsaved.name.clone()] }, Some(unsaved), Vec::new());
    });
}

/// Saves what stands in the dialog, and closes it once it is saved.
pub fn save(state: State, draft: Draft) {
    let Some(open) = state.desk.open.get_value() else { return };
    let language = state.language_now();
    if let Some(missing) = missing(state, &draft) {
        state.desk.answer.set(missing);
        return;
    }
    state.desk.answer.set(words::saving(language).into_owned());
    let turn = TURN.get();
    let typed_on = move || TURN.get() != turn;
    leptos::task::spawn_local(async move {
        let own = Unsaved::new(open.id.clone(), open.base.as_ref(), draft.clone(), &clock::moment());
        let action = match open.base.clone() {
            Some(base) => Action::Edit { base: Box::new(base), draft },
            None => Action::Create { id: open.id.clone(), draft },
        };
        let done = notebook::act(state, action).await;
        let said = notebook::in_words(state, &done);
        match done {
            Done::Saved(_) | Done::Nothing => {
                let mut names = open.taken;
                if !typed_on() {
                    // It is saved; closing is to find nothing to keep.
                    let _ = take_typed(state);
                    names.push(own.name);
                }
                forget(state, names).await;
                // What was typed while it was being saved is a change that is not saved yet.
                let kept = typed_on().then(|| keep(state));
                leave(state, Some(open.id));
                if let Some(said) = said {
                    state.say("note", said);
                }
                if let Some(kept) = kept {
                    kept.await;
                }
            }
            _ => state.desk.answer.set(said.unwrap_or_default()),
        }
    });
}

/// What a note needs before it says something. A bookmark says enough by being there.
fn missing(state: State, draft: &Draft) -> Option<String> {
    let language = state.language_now();
    let is_empty = |text: &str| text.trim().is_empty();
    match &draft.kind {
        Kind::Bookmark => None,
        Kind::Assessment { state: Assessed::CannotAssess, reason, .. } => {
            is_empty(reason).then(|| page_words::reason_missing(language).into_owned())
        }
        Kind::Assessment { reason, rule, .. } => {
            (is_empty(reason) && is_empty(rule)).then(|| page_words::rule_missing(language).into_owned())
        }
        Kind::Comment | Kind::Question => is_empty(&draft.text).then(|| page_words::empty_text(language).into_owned()),
    }
}
