//! All the reader's notes: searching, choosing, changing, deleting. Files and copies stand in `notes_files`.
//!
//! Gets what is to be shown and tells what the reader wants; stores nothing and knows no address.

use super::note_dialog::{state_class, state_sign};
use super::notes_files::{Copies, Erase, Files, SetAside};
use crate::i18n::{date, notebook as page_words, notes as words};
use crate::model::Language;
use crate::notes::book::{Filter, Order};
use crate::notes::file::Plan;
use crate::notes::note::KindName;
use crate::notes::shelf::Quarantined;
use crate::notes::snapshot::Snapshot;
use crate::notes::unsaved::Unsaved;
use crate::notes::{Assessed, Kind, Note, NoteId, Time};
use leptos::prelude::*;

/// A note as the list shows it, with nothing left to work out.
#[derive(Clone, PartialEq)]
pub struct Item {
    pub note: Note,
    pub others: Vec<Note>,
    pub title: String,
    /// Where the thing is shown.
    pub address: Option<String>,
    /// It is not in the data.
    pub orphan: bool,
    /// Written on another version of the data than the one that is shown.
    pub older_data: bool,
}

/// How notes are saved to a file.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    /// To be read again: Web Annotations.
    Page,
    /// For spreadsheets.
    Table,
    /// To print or send.
    Text,
}

/// What is shown.
#[derive(Clone, Copy)]
pub struct Showing {
    pub items: Signal<Vec<Item>>,
    /// How many notes there are, shown or not.
    pub total: Signal<usize>,
    pub tags: Signal<Vec<String>>,
    pub shown: Signal<(Filter, Order)>,
    pub plan: Signal<Option<Plan>>,
    pub problem: Signal<String>,
    pub quarantine: Signal<Vec<Quarantined>>,
    pub copies: Signal<Vec<Snapshot>>,
    pub unsaved: Signal<Vec<Unsaved>>,
    pub limits: Signal<String>,
    /// How many notes are in no file, and when the last file was saved.
    pub exported: Signal<(usize, Option<Time>)>,
    /// Whose assessments the reader's own are not.
    pub city: &'static str,
}

/// What the reader wants.
#[derive(Clone, Copy)]
pub struct Acts {
    pub edit: Callback<Note>,
    pub delete: Callback<Vec<NoteId>>,
    /// One text in place of all that the note has.
    pub settle: Callback<Note>,
    pub show: Callback<(Filter, Order)>,
    pub export: Callback<Form>,
    pub file: Callback<web_sys::File>,
    /// Whether deleted notes come back, too.
    pub apply: Callback<bool>,
    pub forget_plan: Callback<()>,
    pub rescue: Callback<()>,
    pub discard: Callback<Quarantined>,
    pub restore: Callback<String>,
    pub save_copy: Callback<String>,
    pub erase: Callback<()>,
    pub go_on: Callback<String>,
    pub drop_unsaved: Callback<String>,
}

#[component]
pub fn NotesList(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let none = move || show.total.get() == 0;
    let no_match = move || show.total.get() > 0 && show.items.with(|items| items.is_empty());
    let language_and_items = move || show.items.get().into_iter().map(|item| (language.get(), item)).collect::<Vec<_>>();
    view! {
        <div class="notebook">
            <p class="soft">{move || words::nothing_leaves(language.get())}</p>
            // A sentence a line: together they would be the largest text of the page, and the last to come.
            {move || show.limits.get().split_inclusive(". ").map(|sentence| view! { <p class="soft">{sentence.trim().to_owned()}</p> }).collect_view()}
            <Files language show acts/>
            <UnsavedTexts language show acts/>
            <Show when=none><p>{move || page_words::none_yet(language.get())}</p></Show>
            <Show when=move || !none()><Chooser language show acts/></Show>
            <Show when=no_match><p>{move || words::no_notes_match(language.get())}</p></Show>
            <ul class="notes-list">
                <For
                    each=language_and_items
                    key=|(language, item)| (*language, item.note.id.clone(), item.note.modified, item.others.len(), item.title.clone(), item.address.clone(), item.orphan)
                    children=move |(language, item)| view! { <Entry language item acts city=show.city/> }
                />
            </ul>
            <SetAside language show acts/>
            <Copies language show acts/>
            <Erase language show acts/>
        </div>
    }
}

/// Searching, narrowing and sorting. It stays on this page: what a reader looks for in her notes is in no link.
#[component]
fn Chooser(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let change = move |change: &dyn Fn(&mut Filter, &mut Order)| {
        let (mut filter, mut order) = show.shown.get_untracked();
        change(&mut filter, &mut order);
        acts.show.run((filter, order));
    };
    let kinds = move || {
        KindName::ALL
            .map(|kind| {
                let chosen = move || show.shown.with(|(filter, _)| filter.kinds.contains(&kind));
                let toggle = move |_| change(&|filter, _| if filter.kinds.contains(&kind) { filter.kinds.retain(|own| *own != kind) } else { filter.kinds.push(kind) });
                view! { <button type="button" class="choice-option" aria-pressed=move || if chosen() { "true" } else { "false" } on:click=toggle>{kind.word(language.get())}</button> }
            })
            .collect_view()
    };
    let tags = move || {
        let tag = |tag: String| {
            let own = tag.clone();
            view! { <option value=tag.clone() selected=move || show.shown.with(|(filter, _)| filter.tag.as_deref() == Some(own.as_str()))>{tag.clone()}</option> }
        };
        show.tags.get().into_iter().map(tag).collect_view()
    };
    let orders = move || {
        ORDERS
            .iter()
            .enumerate()
            .map(|(place, order)| view! { <option value=place.to_string() selected=move || show.shown.with(|(_, own)| own == order)>{order_word(language.get(), *order)}</option> })
            .collect_view()
    };
    let search = move |event: web_sys::Event| {
        let words = event_target_value(&event);
        change(&|filter, _| filter.words = words.clone());
    };
    let pick_tag = move |event: web_sys::Event| {
        let tag = Some(event_target_value(&event)).filter(|tag| !tag.is_empty());
        change(&|filter, _| filter.tag = tag.clone());
    };
    let pick_order = move |event: web_sys::Event| {
        let order = event_target_value(&event).parse::<usize>().ok().and_then(|place| ORDERS.get(place)).copied().unwrap_or_default();
        change(&|_, own| *own = order);
    };
    let ids = move || show.items.with_untracked(|items| items.iter().map(|item| item.note.id.clone()).collect::<Vec<_>>());
    let is_narrowed = move || show.items.with(|items| items.len()) < show.total.get();
    view! {
        <div class="notes-chooser">
            <label class="field"><span>{move || page_words::search(language.get())}</span><input type="search" prop:value=move || show.shown.with(|(filter, _)| filter.words.clone()) on:input=search/></label>
            <div class="choice" role="group" aria-label=move || page_words::kinds(language.get())><span class="choice-label">{move || page_words::kinds(language.get())}</span>{kinds}</div>
            <label class="field"><span>{move || page_words::tag(language.get())}</span><select on:change=pick_tag><option value="">{move || page_words::all_tags(language.get())}</option>{tags}</select></label>
            <label class="field"><span>{move || page_words::order(language.get())}</span><select on:change=pick_order>{orders}</select></label>
            <p class="actions">
                <span role="status">{move || page_words::shown_of(language.get(), show.items.with(Vec::len), show.total.get())}</span>
                <Show when=is_narrowed><button type="button" on:click=move |_| acts.show.run(Default::default())>{move || page_words::show_all(language.get())}</button></Show>
                <Show when=move || { show.items.with(|items| items.len() > 1) }>
                    <button type="button" on:click=move |_| acts.delete.run(ids())>{move || page_words::delete_shown(language.get(), show.items.with(Vec::len))}</button>
                </Show>
            </p>
        </div>
    }
}

const ORDERS: [Order; 5] = [Order::LatestFirst, Order::EarliestFirst, Order::Title, Order::Kind, Order::Anchor];

fn order_word(language: Language, order: Order) -> std::borrow::Cow<'static, str> {
    match order {
        Order::LatestFirst => page_words::latest_first(language),
        Order::EarliestFirst => page_words::earliest_first(language),
        Order::Title => page_words::by_title(language),
        Order::Kind => page_words::by_kind(language),
        Order::Anchor => page_words::by_place(language),
    }
}

/// What was typed and not saved.
#[component]
fn UnsavedTexts(language: Signal<Language>, show: Showing, acts: Acts) -> impl IntoView {
    let entries = move || {
        let language = language.get();
        let entry = |unsaved: Unsaved| {
            let (go_on, drop) = (unsaved.name.clone(), unsaved.name.clone());
            let title = unsaved.note.quoted.clone();
            view! {
                <li>
                    <p>{title.clone()}": "<q class="note-text">{unsaved.note.text.clone()}</q></p>
                    <p class="actions">
                        <button type="button" class="primary" aria-label=page_words::go_on_about(language, &title) on:click=move |_| acts.go_on.run(go_on.clone())>{page_words::go_on(language)}</button>
                        <button type="button" aria-label=page_words::drop_about(language, &title) on:click=move |_| acts.drop_unsaved.run(drop.clone())>{page_words::drop_unsaved(language)}</button>
                    </p>
                </li>
            }
        };
        show.unsaved.get().into_iter().map(entry).collect_view()
    };
    view! {
        <Show when=move || { show.unsaved.with(|unsaved| !unsaved.is_empty()) }>
            <section class="plan" aria-labelledby="unsaved-title">
                <h2 id="unsaved-title">{move || page_words::unsaved_title(language.get())}</h2>
                <ul>{entries}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Entry(language: Language, item: Item, acts: Acts, city: &'static str) -> impl IntoView {
    let Item { note, others, title, address, orphan, older_data } = item;
    let heading = match &address {
        Some(address) => view! { <a href=address.clone()>{title.clone()}</a> }.into_any(),
        None => view! { <span>{title.clone()}</span> }.into_any(),
    };
    let orphan = orphan.then(|| view! { <p class="orphan">{page_words::orphan(language)}</p> });
    let versions = (!others.is_empty()).then(|| {
        let every = std::iter::once(note.clone()).chain(others);
        let texts: Vec<_> = every.map(|version| view! { <Version language version acts city/> }).collect();
        view! { <p>{words::conflict(language)}</p><ul class="versions">{texts}</ul> }.into_any()
    });
    let content = versions.unwrap_or_else(|| view! { <Content language note=note.clone() city/> }.into_any());
    let when = date::in_words(language, &note.modified.date());
    let version = (!note.data_version.is_empty()).then(|| {
        let written = page_words::written_on(language, &note.data_version);
        if older_data { format!("{written} ({}). ", page_words::other_data(language)) } else { format!("{written}. ") }
    });
    let own = note.assessed().is_none().then(|| format!("{}.", page_words::own_words(language, city)));
    let (edited, id) = (note.clone(), note.id.clone());
    view! {
        <li>
            <p class="note-kind">{note.kind.name().word(language)}</p>
            <h2 class="note-about">{heading}</h2>
            {orphan}
            {content}
            <Tags tags=note.tags.clone() acts/>
            <p class="soft"><small>{page_words::changed(language, &when)}". "{version}{own}</small></p>
            <p class="actions">
                <button type="button" aria-label=page_words::edit_about(language, &title) on:click=move |_| acts.edit.run(edited.clone())>{words::edit(language)}</button>
                <button type="button" aria-label=page_words::delete_about(language, &title) on:click=move |_| acts.delete.run(vec![id.clone()])>{words::delete(language)}</button>
            </p>
        </li>
    }
}

/// One of several texts of a note, to be chosen.
#[component]
fn Version(language: Language, version: Note, acts: Acts, city: &'static str) -> impl IntoView {
    let chosen = version.clone();
    view! {
        <li>
            <Content language note=version city/>
            <p class="actions"><button type="button" on:click=move |_| acts.settle.run(chosen.clone())>{words::keep_this_text(language)}</button></p>
        </li>
    }
}

/// What the reader wrote; an assessment with its label, its reason and its rule.
#[component]
fn Content(language: Language, note: Note, city: &'static str) -> impl IntoView {
    let assessment = match &note.kind {
        Kind::Assessment { state, reason, rule } => Some(assessment(language, *state, reason, rule, city)),
        _ => None,
    };
    let text = (!note.text.is_empty()).then(|| view! { <p class="note-text">{note.text.clone()}</p> });
    view! { {assessment}{text} }
}

fn assessment(language: Language, state: Assessed, reason: &str, rule: &str, city: &str) -> impl IntoView + use<> {
    let rule = (!rule.trim().is_empty()).then(|| view! { <p class="note-rule"><strong>{words::column_rule(language)}": "</strong><span class="note-text">{rule.to_owned()}</span></p> });
    let reason = (!reason.trim().is_empty()).then(|| view! { <p class="note-text">{reason.to_owned()}</p> });
    view! {
        <p class="note-state">
            <strong><span class=state_class(state) aria-hidden="true">{state_sign(state)}</span>" "{state.word(language)}</strong>
            " "<span class="own-assessment-label">{words::own_assessment(language, city)}</span>
        </p>
        {reason}{rule}
    }
}

/// The tags of a note; each narrows the list to its notes.
#[component]
fn Tags(tags: Vec<String>, acts: Acts) -> impl IntoView {
    let tag = |tag: String| {
        let wanted = tag.clone();
        let narrow = move |_| acts.show.run((Filter { tag: Some(wanted.clone()), ..Filter::default() }, Order::default()));
        view! { <li><button type="button" class="note-button" on:click=narrow>{tag}</button></li> }
    };
    (!tags.is_empty()).then(|| view! { <ul class="note-tags">{tags.into_iter().map(tag).collect_view()}</ul> })
}
