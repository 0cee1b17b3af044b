//! Notes in and out of files, copies, what cannot be read, and erasing everything.
//!
//! Gets what is to be shown and tells what the reader wants.

use super::notes_list::{Acts, Form, Showing};
use crate::i18n::{date, notebook as page_words, notes as words};
use crate::model::Language;
use crate::notes::file::{Effect as Outcome, Entry, Plan, Refused};
use crate::notes::record::Damage;
use crate::notes::shelf::{Odd, Quarantined};
use crate::notes::snapshot::{Occasion, Snapshot};
use leptos::prelude::*;
use std::borrow::Cow;
use wasm_bindgen::JsCast;

/// Saving all notes to a file, and reading notes from one: first what it would do, then doing it.
#[component]
pub fn Files(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let chosen = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
        if let Some(given) = input.files().and_then(|files| files.get(0)) {
            acts.file.run(given);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let exported = move || {
        let (count, when) = show.exported.get();
        let language = language.get();
        let when = when.map(|when| page_words::last_file(language, &date::in_words(language, &when.date())));
        let left = (count > 0).then(|| page_words::in_no_file(language, count));
        [when, left].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let form = move |form: Form| move |_| acts.export.run(form);
    view! {
        <p class="actions">
            <button type="button" on:click=form(Form::Page)>{move || words::export_file(language.get())}</button>
            <button type="button" on:click=form(Form::Table)>{move || words::export_csv(language.get())}</button>
            <button type="button" on:click=form(Form::Text)>{move || words::export_markdown(language.get())}</button>
            <label class="button file-button">{move || words::import_file(language.get())}<input type="file" class="visually-hidden" accept=".json,.jsonld,application/json,application/ld+json" on:change=chosen/></label>
        </p>
        <p class="soft"><small>{exported}</small></p>
        <p role="status" aria-live="polite">{move || show.problem.get()}</p>
        {move || show.plan.get().map(|plan| view! { <Preview language=language.get() plan acts/> })}
    }
}

/// What bringing a file in would do, note by note.
#[component]
fn Preview(language: Language, plan: Plan, acts: Acts) -> impl IntoView {
    let restore = RwSignal::new(false);
    let groups: Vec<_> = [
        (Outcome::New, words::effect_new(language)),
        (Outcome::Newer, words::effect_newer(language)),
        (Outcome::Conflict, words::effect_conflict(language)),
        (Outcome::Deleted, words::effect_deleted(language)),
        (Outcome::Same, words::effect_same(language)),
        (Outcome::Older, words::effect_older(language)),
    ]
    .into_iter()
    .filter(|(outcome, _)| plan.count(*outcome) > 0)
    .map(|(outcome, word)| {
        let entries: Vec<_> = plan
            .entries
            .iter()
            .filter(|entry| entry.effect == outcome)
            .map(|entry| view! { <li>{entry_line(language, entry)}</li> })
            .collect();
        view! { <li><details><summary>{format!("{}: {word}", entries.len())}</summary><ul>{entries}</ul></details></li> }
    })
    .collect();
    let refused: Vec<_> = plan
        .refused
        .iter()
        .map(|(place, why)| view! { <li>{page_words::refused_at(language, *place, &refused_word(language, why))}</li> })
        .collect();
    let deleted = plan.count(Outcome::Deleted) > 0;
    let changes = plan.changes_anything();
    let can_apply = move || changes || (deleted && restore.get());
    view! {
        <section class="plan" aria-labelledby="plan-title">
            <h2 id="plan-title">{words::import_plan(language)}</h2>
            <ul>{groups}</ul>
            {(!refused.is_empty()).then(|| view! { <p>{page_words::import_refused(language, refused.len())}</p><ul>{refused}</ul> })}
            {deleted.then(|| view! { <p><label><input type="checkbox" on:change:target=move |event| restore.set(event.target().checked())/>" "{words::restore_deleted(language)}</label></p> })}
            <Show when=move || !can_apply()><p>{words::import_changes_nothing(language)}</p></Show>
            <p class="actions">
                <Show when=can_apply><button type="button" class="primary" on:click=move |_| acts.apply.run(restore.get_untracked())>{words::import_apply(language)}</button></Show>
                <button type="button" on:click=move |_| acts.forget_plan.run(())>{words::cancel(language)}</button>
            </p>
            {changes.then(|| view! { <p class="soft"><small>{page_words::copy_first(language)}</small></p> })}
        </section>
    }
}

fn entry_line(language: Language, entry: &Entry) -> String {
    let note = &entry.note;
    if note.deleted {
        return format!("{} ({})", note.anchor, page_words::is_deletion(language));
    }
    let kind = note.assessed().map_or_else(|| note.kind.name().word(language), |state| state.word(language));
    let start: String = note.text.chars().take(80).collect();
    let more = if start.len() < note.text.len() { "\u{2026}" } else { "" };
    format!("{kind} \u{b7} {}: {start}{more}", note.quoted)
}

fn refused_word(language: Language, why: &Refused) -> Cow<'static, str> {
    match why {
        Refused::NotOurs => words::refused_not_ours(language),
        Refused::NotAnAnnotation => words::refused_not_an_annotation(language),
        Refused::Newer(_) => words::refused_newer(language),
        Refused::Shape(member) => words::refused_shape(language, member),
        Refused::Damaged(_) => words::refused_damaged(language),
    }
}

/// What cannot be read stays as it is, can be taken home, and goes only when the reader says so.
#[component]
pub fn SetAside(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let entries = move || {
        let language = language.get();
        let entry = |odd: Quarantined| {
            let why = odd_word(language, &odd.why);
            view! {
                <li>
                    <details><summary>{why}</summary><pre class="raw">{odd.raw.clone()}</pre></details>
                    <p class="actions"><button type="button" on:click=move |_| acts.discard.run(odd.clone())>{words::discard(language)}</button></p>
                </li>
            }
        };
        show.quarantine.get().into_iter().map(entry).collect_view()
    };
    view! {
        <Show when=move || { show.quarantine.with(|odd| !odd.is_empty()) }>
            <section class="contradiction">
                <h2>{move || words::quarantine_title(language.get())}</h2>
                <p>{move || page_words::set_aside_text(language.get(), show.quarantine.with(Vec::len))}" "{move || words::quarantine_explained(language.get())}</p>
                <p class="actions"><button type="button" on:click=move |_| acts.rescue.run(())>{move || words::download_raw(language.get())}</button></p>
                <ul>{entries}</ul>
            </section>
        </Show>
    }
}

fn odd_word(language: Language, why: &Odd) -> Cow<'static, str> {
    match why {
        Odd::Newer(_) => words::quarantine_newer(language),
        Odd::Damaged(Damage::NotANote | Damage::NotUnicode | Damage::NotJson) => words::quarantine_not_a_note(language),
        Odd::Damaged(Damage::Checksum | Damage::NoSuchForm) => words::quarantine_changed(language),
        Odd::Damaged(Damage::Twice(field)) => words::quarantine_twice(language, field),
        Odd::Damaged(Damage::Missing(field) | Damage::Wrong(field)) => words::quarantine_field(language, field),
    }
}

/// Copies that were taken before many notes changed at once.
#[component]
pub fn Copies(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let entries = move || {
        let language = language.get();
        let entry = |copy: Snapshot| {
            let occasion = match copy.occasion {
                Occasion::Import => page_words::before_import(language),
                Occasion::Delete => page_words::before_delete(language),
                Occasion::Restore => page_words::before_restore(language),
            };
            let clock: String = copy.taken.to_string().chars().skip(11).take(5).collect();
            let when = format!("{} {clock} UTC", date::in_words(language, &copy.taken.date()));
            let (restored, saved) = (copy.name.clone(), copy.name.clone());
            view! {
                <li>
                    <p>{page_words::copy_line(language, &when, &occasion, copy.count())}</p>
                    <p class="actions">
                        <button type="button" aria-label=page_words::restore_copy_of(language, &when) on:click=move |_| acts.restore.run(restored.clone())>{page_words::restore_copy(language)}</button>
                        <button type="button" aria-label=page_words::save_copy_of(language, &when) on:click=move |_| acts.save_copy.run(saved.clone())>{words::export_file(language)}</button>
                    </p>
                </li>
            }
        };
        show.copies.get().into_iter().map(entry).collect_view()
    };
    view! {
        <Show when=move || { show.copies.with(|copies| !copies.is_empty()) }>
            <details class="copies"><summary>{move || page_words::copies_title(language.get())}</summary><ul>{entries}</ul></details>
        </Show>
    }
}

/// Erasing everything: told what goes and offered a file first, then asked once more.
#[component]
pub fn Erase(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    let erase = move |_| {
        is_asked.set(false);
        acts.erase.run(());
    };
    view! {
        <section class="erase" aria-labelledby="erase-title">
            <h2 id="erase-title">{move || words::erase_all(language.get())}</h2>
            <p class="soft">{move || page_words::erase_explained(language.get())}</p>
            <Show when=move || !is_asked.get()>
                <p class="actions"><button type="button" on:click=move |_| is_asked.set(true)>{move || page_words::erase_ask(language.get())}</button></p>
            </Show>
            <Show when=move || is_asked.get()>
                <div class="plan" role="group" aria-labelledby="erase-title">
                    <p>{move || page_words::erase_sure(language.get(), show.total.get())}</p>
                    <p class="actions">
                        <button type="button" class="primary" on:click=move |_| acts.export.run(Form::Page)>{move || page_words::file_first(language.get())}</button>
                        <button type="button" on:click=erase>{move || page_words::erase_now(language.get())}</button>
                        <button type="button" on:click=move |_| is_asked.set(false)>{move || words::cancel(language.get())}</button>
                    </p>
                </div>
            </Show>
        </section>
    }
}
