//! The dialog where a note is written: its kind or the reader's own assessment, the text, tags.
//!
//! Gets what it is opened on and tells what was typed; what is kept of it and what saving means is decided elsewhere.

use crate::i18n::{notebook as page_words, notes as words};
use crate::model::Language;
use crate::notes::book::Draft;
use crate::notes::note::KindName;
use crate::notes::{Assessed, Kind};
use leptos::html;
use leptos::prelude::*;

/// What the dialog is opened on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub start: Draft,
    /// The rule of the reader's latest assessment, to begin a new one with.
    pub rule: String,
    /// Anchor and title of the thing and of its parts, where the note can be about one of them.
    pub parts: Vec<(String, String)>,
    /// The text was typed before and not saved.
    pub is_left: bool,
    /// Notes about the same thing.
    pub earlier: Vec<String>,
    /// Texts about the same thing that were not saved: the name to ask for them by, and what they are.
    pub unsaved: Vec<(String, String)>,
}

/// A kind, or a state: choosing a state is choosing an assessment.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    Kind(KindName),
    Assessed(Assessed),
}

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Fields {
    anchor: RwSignal<String>,
    choice: RwSignal<Choice>,
    reason: RwSignal<String>,
    rule: RwSignal<String>,
    text: RwSignal<String>,
    tags: RwSignal<String>,
}

impl Fields {
    fn new() -> Fields {
        let empty = || RwSignal::new(String::new());
        let choice = RwSignal::new(Choice::Kind(KindName::Comment));
        Fields { anchor: empty(), choice, reason: empty(), rule: empty(), text: empty(), tags: empty() }
    }

    fn fill(&self, sheet: &Sheet) {
        let (choice, reason, rule) = match &sheet.start.kind {
            Kind::Assessment { state, reason, rule } => (Choice::Assessed(*state), reason.as_str(), rule.as_str()),
            other => (Choice::Kind(other.name()), "", sheet.rule.as_str()),
        };
        self.anchor.set(sheet.start.anchor.clone());
        self.choice.set(choice);
        self.reason.set(reason.to_owned());
        self.rule.set(rule.to_owned());
        self.text.set(sheet.start.text.clone());
        self.tags.set(sheet.start.tags.join(", "));
    }

    /// What would be saved now.
    fn draft(&self, sheet: &Sheet) -> Draft {
        let kind = match self.choice.get_untracked() {
            Choice::Assessed(state) => Kind::Assessment { state, reason: self.reason.get_untracked(), rule: self.rule.get_untracked() },
            Choice::Kind(KindName::Question) => Kind::Question,
            Choice::Kind(KindName::Bookmark) => Kind::Bookmark,
            Choice::Kind(_) => Kind::Comment,
        };
        let anchor = self.anchor.get_untracked();
        let part = sheet.parts.iter().find(|(own, _)| *own == anchor).cloned();
        let (anchor, quoted) = part.unwrap_or_else(|| (sheet.start.anchor.clone(), sheet.start.quoted.clone()));
        let tags =
            self.tags.with_untracked(|tags| tags.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect());
        let data_version = sheet.start.data_version.clone();
        Draft { anchor, quoted, kind, text: self.text.get_untracked(), tags, data_version }
    }
}

#[component]
pub fn NoteDialog(
    language: Signal<Language>,
    sheet: Signal<Option<Sheet>>,
    /// What became of saving.
    answer: Signal<String>,
    /// How long notes last here.
    limits: Signal<String>,
    /// How the reader's own assessment is labelled.
    own_label: Signal<String>,
    on_typed: Callback<Draft>,
    on_save: Callback<Draft>,
    on_close: Callback<()>,
    /// Throws what is not saved away.
    on_drop: Callback<()>,
    /// Goes on with another unsaved text.
    on_take: Callback<String>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let fields = Fields::new();
    let draft = move || sheet.with_untracked(|sheet| sheet.as_ref().map(|sheet| fields.draft(sheet)));
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match sheet.get() {
            Some(sheet) => {
                fields.fill(&sheet);
                if !dialog.open() {
                    let _ = dialog.show_modal();
                }
            }
            // Only an open one: closing is heard as an event, too.
            None if dialog.open() => dialog.close(),
            None => {}
        }
    });
    let typed = Callback::new(move |()| {
        if let Some(draft) = draft() {
            on_typed.run(draft);
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(draft) = draft() {
            on_save.run(draft);
        }
    };
    let closed = move |_| {
        // The event comes late: a dialog that is open again by then was not left.
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            on_close.run(());
        }
    };
    let about = move || sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.start.quoted.clone()).unwrap_or_default());
    let is_left = move || sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.is_left));
    let is_assessment = move || matches!(fields.choice.get(), Choice::Assessed(_));
    view! {
        <dialog node_ref=dialog aria-labelledby="note-title" on:close=closed>
            <form on:submit=save>
                <h2 id="note-title">{move || page_words::dialog_title(language.get())}</h2>
                <p class="soft">{move || page_words::about(language.get(), &about())}</p>
                <Parts language sheet fields typed/>
                <Others language sheet on_take/>
                <Choices language fields typed own_label/>
                <Show when=is_assessment><Reasons language fields typed/></Show>
                <label class="field">
                    <span>{move || if is_assessment() { page_words::more_text(language.get()) } else { words::note_text(language.get()) }}</span>
                    <textarea rows="5" autofocus prop:value=move || fields.text.get() on:input:target=move |event| { fields.text.set(event.target().value()); typed.run(()) }></textarea>
                </label>
                <label class="field">
                    <span>{move || words::tags_hint(language.get())}</span>
                    <input type="text" autocomplete="off" prop:value=move || fields.tags.get() on:input:target=move |event| { fields.tags.set(event.target().value()); typed.run(()) }/>
                </label>
                <p class="note-status" role="status" aria-live="assertive">{move || answer.get()}</p>
                <p class="actions">
                    <button type="submit" class="primary">{move || words::save(language.get())}</button>
                    <button type="button" on:click=move |_| if let Some(dialog) = dialog.get_untracked() { dialog.close() }>{move || words::cancel(language.get())}</button>
                    <Show when=is_left><button type="button" on:click=move |_| on_drop.run(())>{move || page_words::drop_unsaved(language.get())}</button></Show>
                </p>
                <p class="soft"><small>{move || limits.get()}" "{move || page_words::drafts_kept(language.get())}" "{move || page_words::help(language.get())}</small></p>
            </form>
        </dialog>
    }
}

/// Which part of the thing: the whole row of a table, or one of its amounts.
#[component]
fn Parts(language: Signal<Language>, sheet: Signal<Option<Sheet>>, fields: Fields, typed: Callback<()>) -> impl IntoView {
    let parts = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.parts.clone()).unwrap_or_default()));
    let options = move || {
        let option = |(anchor, title): (String, String)| {
            let own = anchor.clone();
            view! { <option value=anchor selected=move || fields.anchor.get() == own>{title}</option> }
        };
        parts.get().into_iter().map(option).collect_view()
    };
    view! {
        <Show when=move || { parts.with(|parts| parts.len() > 1) }>
            <label class="field">
                <span>{move || page_words::which_part(language.get())}</span>
                <select on:change:target=move |event| { fields.anchor.set(event.target().value()); typed.run(()) }>{options}</select>
            </label>
        </Show>
    }
}

/// What there is about the same thing already: notes, and texts that were not saved.
#[component]
fn Others(language: Signal<Language>, sheet: Signal<Option<Sheet>>, on_take: Callback<String>) -> impl IntoView {
    let earlier = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.earlier.clone()).unwrap_or_default()));
    let unsaved = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.unsaved.clone()).unwrap_or_default()));
    let notes = move || earlier.get().into_iter().map(|text| view! { <li class="note-text">{text}</li> }).collect_view();
    let left = move || {
        let entry = |(name, text): (String, String)| {
            let take = move |_| on_take.run(name.clone());
            view! { <li><q class="note-text">{text}</q>" "<button type="button" on:click=take>{page_words::go_on(language.get_untracked())}</button></li> }
        };
        unsaved.get().into_iter().map(entry).collect_view()
    };
    view! {
        <Show when=move || { earlier.with(|earlier| !earlier.is_empty()) }>
            <details class="earlier"><summary>{move || page_words::existing(language.get(), earlier.with(Vec::len))}</summary><ul>{notes}</ul></details>
        </Show>
        <Show when=move || { unsaved.with(|unsaved| !unsaved.is_empty()) }>
            <div class="left-unsaved"><p>{move || page_words::unsaved_about(language.get())}</p><ul>{left}</ul></div>
        </Show>
    }
}

/// One choice among kinds and states; each state as word, sign and colour.
#[component]
fn Choices(language: Signal<Language>, fields: Fields, typed: Callback<()>, own_label: Signal<String>) -> impl IntoView {
    let pick = move |choice: Choice| {
        fields.choice.set(choice);
        typed.run(());
    };
    let radio = move |choice: Choice| {
        let checked = move || fields.choice.get() == choice;
        view! { <input type="radio" name="note-kind" prop:checked=checked on:change=move |_| pick(choice)/> }
    };
    let kinds = [KindName::Comment, KindName::Question, KindName::Bookmark]
        .map(|kind| view! { <label>{radio(Choice::Kind(kind))}<span>{move || kind.word(language.get())}</span></label> })
        .collect_view();
    let states = [Assessed::Green, Assessed::Yellow, Assessed::Red, Assessed::CannotAssess]
        .map(|state| {
            let sign = view! { <span class=state_class(state) aria-hidden="true">{state_sign(state)}</span> };
            view! { <label>{radio(Choice::Assessed(state))}<span>{sign}" "{move || state.word(language.get())}</span></label> }
        })
        .collect_view();
    view! {
        <fieldset class="kinds">
            <legend>{move || page_words::what_kind(language.get())}</legend>
            <div class="kinds-row">{kinds}</div>
            <p class="own-assessment-label">{move || own_label.get()}</p>
            <div class="kinds-row">{states}</div>
        </fieldset>
    }
}

/// Why she assesses so, and what the colours mean to her.
#[component]
fn Reasons(language: Signal<Language>, fields: Fields, typed: Callback<()>) -> impl IntoView {
    let area = move |content: RwSignal<String>| {
        view! {
            <textarea rows="3" prop:value=move || content.get() on:input:target=move |event| { content.set(event.target().value()); typed.run(()) }></textarea>
        }
    };
    view! {
        <label class="field"><span>{move || words::reason(language.get())}</span>{area(fields.reason)}</label>
        <label class="field">
            <span>{move || words::rule(language.get())}</span>
            {area(fields.rule)}
            <small class="soft">{move || page_words::rule_hint(language.get())}</small>
        </label>
    }
}

/// A colour never stands alone: beside the word stands a sign.
pub fn state_sign(state: Assessed) -> &'static str {
    match state {
        Assessed::Green => "\u{25cf}",
        Assessed::Yellow => "\u{25b2}",
        Assessed::Red => "\u{25a0}",
        Assessed::CannotAssess => "\u{25c7}",
    }
}

pub fn state_class(state: Assessed) -> &'static str {
    match state {
        Assessed::Green => "light light-green",
        Assessed::Yellow => "light light-yellow",
        Assessed::Red => "light light-red",
        Assessed::CannotAssess => "light",
    }
}
