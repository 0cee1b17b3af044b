//! The dialog where a note is written. Text that was not saved stays until it is, for as long as the page is open.

use crate::i18n::{notebook as page_words, notes as words};
use crate::notes::shelf::Lasts;
use crate::web::notebook::{self, Done};
use crate::web::state::{Editor, State};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[component]
pub fn NoteDialog(state: State) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let text = RwSignal::new(String::new());
    let answer = RwSignal::new(String::new());
    // What was typed and not saved, by what it is about.
    let unsaved = RwSignal::new(BTreeMap::<String, String>::new());
    let place = |editor: &Editor| format!("{}~{}", editor.anchor, editor.base.as_ref().map(|note| note.id.to_string()).unwrap_or_default());

    Effect::new(move |_| {
        let (Some(editor), Some(dialog)) = (state.editor.get(), dialog.get()) else { return };
        let typed = unsaved.with_untracked(|unsaved| unsaved.get(&place(&editor)).cloned());
        let left = typed.is_some();
        text.set(typed.or_else(|| editor.base.as_ref().map(|note| note.text.clone())).unwrap_or_default());
        answer.set(if left { page_words::left_unsaved(state.language_now()).into_owned() } else { String::new() });
        if !dialog.open() {
            let _ = dialog.show_modal();
        }
    });
    // The browser closes the dialog on Escape too: this is the one way out.
    let closed = move |_| {
        if let Some(editor) = state.editor.get_untracked() {
            let typed = text.get_untracked();
            let as_it_was = editor.base.as_ref().map(|note| note.text.as_str()).unwrap_or_default() == typed;
            unsaved.update(|unsaved| {
                if as_it_was {
                    unsaved.remove(&place(&editor))
                } else {
                    unsaved.insert(place(&editor), typed)
                };
            });
        }
        state.editor.set(None);
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(editor) = state.editor.get_untracked() else { return };
        let typed = text.get_untracked();
        if typed.trim().is_empty() {
            answer.set(page_words::empty_text(state.language_now()).into_owned());
            return;
        }
        answer.set(words::saving(state.language_now()).into_owned());
        leptos::task::spawn_local(async move {
            let done = notebook::save(state, &editor, &typed).await;
            let said = notebook::in_words(state, &done);
            match done {
                Done::Saved(_) | Done::Nothing => {
                    unsaved.update(|unsaved| {
                        unsaved.remove(&place(&editor));
                    });
                    // Emptied first, so that closing finds nothing to remember as unsaved.
                    state.editor.set(None);
                    close();
                    if let Some(said) = said {
                        state.say("note", said);
                    }
                }
                _ => answer.set(said.unwrap_or_default()),
            }
        });
    };
    let language = move || state.language();
    let about = move || state.editor.with(|editor| editor.as_ref().map(|editor| editor.quoted.clone()).unwrap_or_default());
    let earlier = move || {
        let Some(editor) = state.editor.get().filter(|editor| editor.base.is_none()) else { return Vec::new() };
        state.book.with(|book| {
            let filter = crate::notes::book::Filter { anchor: Some(editor.anchor), ..Default::default() };
            book.list(&filter, Default::default()).into_iter().map(|shown| shown.note.text.clone()).collect::<Vec<_>>()
        })
    };
    let limits = move || match state.shelf.with_value(|shelf| shelf.lasts()) {
        Lasts::Tab => words::lasts_tab(language()).into_owned(),
        Lasts::Browser => format!("{} {}", words::lasts_browser(language()), words::last_two_seconds(language())),
        Lasts::Durable => words::lasts_durable(language()).into_owned(),
    };
    view! {
        <dialog node_ref=dialog aria-labelledby="note-title" on:close=closed>
            <form on:submit=save>
                <h2 id="note-title">{move || page_words::dialog_title(language())}</h2>
                <p class="soft">{move || page_words::about(language(), &about())}</p>
                <Show when=move || !earlier().is_empty()>
                    <p class="soft">{move || page_words::existing(language(), earlier().len())}</p>
                    <ul>{move || earlier().into_iter().map(|text| view! { <li class="note-text">{text}</li> }).collect_view()}</ul>
                </Show>
                <label class="field">
                    <span>{move || words::note_text(language())}</span>
                    <textarea rows="6" autofocus prop:value=move || text.get() on:input:target=move |event| text.set(event.target().value())></textarea>
                </label>
                <p class="note-status" role="status" aria-live="assertive">{move || answer.get()}</p>
                <p class="actions">
                    <button type="submit" class="primary">{move || words::save(language())}</button>
                    <button type="button" on:click=move |_| close()>{move || words::cancel(language())}</button>
                </p>
                <p class="soft"><small>{limits}" "{move || page_words::help(language())}</small></p>
            </form>
        </dialog>
    }
}
