//! All the reader's notes: reading, changing, deleting, saving to a file and reading from one.

use crate::i18n;
use crate::i18n::{notebook as page_words, notes as words};
use crate::notes::Note;
use crate::notes::book::{Action, Filter, Order};
use crate::notes::file::{self, Effect as Outcome, FileRefused, Plan, Refused, Sender};
use crate::web::clock;
use crate::web::dom;
use crate::web::download;
use crate::web::notebook::{self, Done};
use crate::web::pages::{self, Place};
use crate::web::state::{Editor, State};
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// A note as the list shows it, with nothing left to work out.
#[derive(Clone, PartialEq)]
struct Item {
    note: Note,
    others: Vec<Note>,
    title: String,
    /// Where the thing is shown.
    address: Option<String>,
    /// It is not in the data.
    orphan: bool,
}

/// The notes with what is known of their places.
fn items(state: State, places: &BTreeMap<String, Place>) -> Vec<Item> {
    state.book.with(|book| {
        book.list(&Filter::default(), Order::LatestFirst)
            .into_iter()
            .map(|shown| {
                let place = places.get(&shown.note.anchor);
                // Before the places are known nothing is called missing.
                let known = place.is_some();
                let Place { title, address } = place.cloned().unwrap_or_default();
                let orphan = known && address.is_none() && title.is_none();
                let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| shown.note.quoted.clone());
                Item { note: shown.note.clone(), others: shown.others.to_vec(), title, address, orphan }
            })
            .collect()
    })
}

/// Asks where the things are that notes are about, each once and again in another language.
fn find_places(state: State, places: RwSignal<BTreeMap<String, Place>>) {
    let address = state.location.with(|location| location.address.clone());
    let anchors = state.book.with(|book| book.counts().keys().map(|anchor| (*anchor).to_owned()).collect::<Vec<_>>());
    if anchors.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        if let Some(found) = pages::places(state, &address, &anchors).await {
            places.set(anchors.into_iter().zip(found).collect());
        }
    });
}

#[component]
pub fn NotesList(state: State) -> impl IntoView {
    let places = RwSignal::new(BTreeMap::new());
    Effect::new(move |_| find_places(state, places));
    let list = Memo::new(move |_| places.with(|places| items(state, places)));
    let language = move || state.language();
    let none = move || list.with(|list| list.is_empty());
    view! {
        <div class="notebook">
            <p class="soft">{move || words::nothing_leaves(language())}</p>
            <Files state/>
            <Show when=none><p>{move || page_words::none_yet(language())}</p></Show>
            <ul class="notes-list">
                <For
                    each=move || list.get()
                    key=|item| (item.note.id.clone(), item.note.modified, item.others.len(), item.title.clone(), item.address.clone())
                    children=move |item| view! { <Entry state item/> }
                />
            </ul>
            <SetAside state/>
        </div>
    }
}

#[component]
fn Entry(state: State, item: Item) -> impl IntoView {
    let language = state.language_now();
    let Item { note, others, title, address, orphan } = item;
    let heading = match &address {
        Some(address) => view! { <a href=address.clone()>{title.clone()}</a> }.into_any(),
        None => view! { <span>{title.clone()}</span> }.into_any(),
    };
    let orphan = orphan.then(|| view! { <p class="soft">{page_words::orphan(language)}</p> });
    let versions = (!others.is_empty()).then(|| {
        let texts: Vec<_> = others.iter().map(|other| view! { <li class="note-text">{other.text.clone()}</li> }).collect();
        view! { <p>{words::conflict(language)}</p><ul>{texts}</ul> }
    });
    let when = i18n::date::in_words(language, note.modified.to_string().get(..10).unwrap_or_default());
    let version = (!note.data_version.is_empty()).then(|| page_words::written_on(language, &note.data_version));
    let (edited, deleted) = (note.clone(), note.clone());
    view! {
        <li>
            <h2 class="note-about">{heading}</h2>
            {orphan}
            <p class="note-text">{note.text.clone()}</p>
            {versions}
            <p class="soft"><small>{page_words::changed(language, &when)}". "{version}". "{page_words::own_words(language, &dom::municipality())}"."</small></p>
            <p class="actions">
                <button type="button" aria-label=page_words::edit_about(language, &title) on:click=move |_| {
                    state.editor.set(Some(Editor { anchor: edited.anchor.clone(), quoted: edited.quoted.clone(), base: Some(edited.clone()) }));
                }>{words::edit(language)}</button>
                <button type="button" aria-label=page_words::delete_about(language, &title) on:click=move |_| notebook::delete(state, &deleted)>{words::delete(language)}</button>
            </p>
        </li>
    }
}

/// Saving all notes to a file, and reading notes from one: first what it would do, then doing it.
#[component]
fn Files(state: State) -> impl IntoView {
    let plan = RwSignal::new(None::<Plan>);
    let problem = RwSignal::new(String::new());
    let language = move || state.language();
    let export = move |_| {
        let language = state.language_now();
        let url = dom::boot_script().and_then(|script| script.get_attribute("data-site-url"));
        let sender = Sender { site_url: url.as_deref(), city: &dom::municipality(), language };
        let (text, count) = state
            .book
            .with_untracked(|book| (file::export(book.versions().all(), &sender), book.list(&Filter::default(), Order::default()).len()));
        let today = clock::now().to_string();
        let name = file::file_name(language, today.get(..10).unwrap_or_default(), "jsonld");
        if download::save(&name, "application/ld+json", &text) {
            state.say("note", page_words::exported(language, count));
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
        let Some(given) = input.files().and_then(|files| files.get(0)) else { return };
        plan.set(None);
        problem.set(String::new());
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
            // The same file can be chosen again.
            input.set_value("");
        });
    };
    view! {
        <p class="actions">
            <button type="button" on:click=export>{move || words::export_file(language())}</button>
            <label class="button file-button">{move || words::import_file(language())}<input type="file" class="visually-hidden" accept=".json,.jsonld,application/json,application/ld+json" on:change=chosen/></label>
        </p>
        <p role="status" aria-live="polite">{move || problem.get()}</p>
        {move || plan.get().map(|read| view! { <Preview state plan=read done=Callback::new(move |()| plan.set(None))/> })}
    }
}

#[component]
fn Preview(state: State, plan: Plan, done: Callback<()>) -> impl IntoView {
    let language = state.language_now();
    let counts: Vec<_> = [
        (Outcome::New, words::effect_new(language)),
        (Outcome::Newer, words::effect_newer(language)),
        (Outcome::Conflict, words::effect_conflict(language)),
        (Outcome::Same, words::effect_same(language)),
        (Outcome::Older, words::effect_older(language)),
        (Outcome::Deleted, words::effect_deleted(language)),
    ]
    .into_iter()
    .filter_map(|(outcome, word)| {
        let count = plan.count(outcome);
        (count > 0).then(|| view! { <li>{format!("{count}: {word}")}</li> })
    })
    .collect();
    let refused: Vec<_> =
        plan.refused.iter().map(|(place, why)| view! { <li>{format!("{place}: {}", note_refused(state, why))}</li> }).collect();
    let changes = plan.changes_anything();
    let apply = move |_| {
        let notes = plan.clone().into_notes();
        leptos::task::spawn_local(async move {
            let before = state.book.with_untracked(|book| book.versions().all().count());
            let outcome = notebook::act(state, Action::Import { notes, restore_deleted: false }).await;
            match outcome {
                Done::Saved(_) => {
                    let after = state.book.with_untracked(|book| book.versions().all().count());
                    state.say("note", words::import_done(state.language_now(), after.saturating_sub(before).max(1)));
                }
                other => notebook::tell(state, other),
            }
            done.run(());
            leptos::task::tick().await;
            dom::rescue_focus();
        });
    };
    view! {
        <section class="plan" aria-labelledby="plan-title">
            <h2 id="plan-title">{words::import_plan(language)}</h2>
            <ul>{counts}</ul>
            {(!refused.is_empty()).then(|| view! { <p>{page_words::import_refused(language, refused.len())}</p><ul>{refused}</ul> })}
            {(!changes).then(|| view! { <p>{words::import_changes_nothing(language)}</p> })}
            <p class="actions">
                {changes.then(|| view! { <button type="button" class="primary" on:click=apply>{words::import_apply(language)}</button> })}
                <button type="button" on:click=move |_| done.run(())>{words::cancel(language)}</button>
            </p>
        </section>
    }
}

/// What cannot be read stays as it is and can be taken home.
#[component]
fn SetAside(state: State) -> impl IntoView {
    let language = move || state.language();
    let count = Memo::new(move |_| state.book.with(|book| book.quarantine().count()));
    let save = move |_| {
        let text = state.book.with_untracked(|book| file::rescue(book.quarantine()));
        download::save("malkarta-undanlagt.json", "application/json", &text);
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="contradiction">
                <h2>{move || words::quarantine_title(language())}</h2>
                <p>{move || page_words::set_aside_text(language(), count.get())}" "{move || words::quarantine_explained(language())}</p>
                <p class="actions"><button type="button" on:click=save>{move || words::download_raw(language())}</button></p>
            </section>
        </Show>
    }
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

fn note_refused(state: State, why: &Refused) -> String {
    let language = state.language_now();
    match why {
        Refused::NotOurs => words::refused_not_ours(language),
        Refused::NotAnAnnotation => words::refused_not_an_annotation(language),
        Refused::Newer(_) => words::refused_newer(language),
        Refused::Shape(member) => words::refused_shape(language, member),
        Refused::Damaged(_) => words::refused_damaged(language),
    }
    .into_owned()
}
