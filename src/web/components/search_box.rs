//! The field of the search page, and the reader's own notes that hold the words.

use crate::i18n::search as words;
use crate::model::Language;
use leptos::prelude::*;

/// A note of the reader's that holds the words.
#[derive(Clone, PartialEq)]
pub struct OwnHit {
    pub about: String,
    pub text: String,
}

/// Says what is typed; what is found stands in the page beneath. The markup is that of the static page.
#[component]
pub fn SearchBox(
    language: Signal<Language>,
    /// The query of the address.
    query: Signal<String>,
    notes: Signal<Vec<OwnHit>>,
    /// The address of the page of notes.
    all_notes: Signal<String>,
    typed: Callback<String>,
) -> impl IntoView {
    let own = move || {
        let (found, language, address) = (notes.get(), language.get(), all_notes.get());
        let count = found.len();
        let items: Vec<_> = found
            .into_iter()
            .take(5)
            .map(|hit| view! { <li class="hit-item"><a class="hit" href=address.clone()>{hit.about}</a><p class="hit-passage">{hit.text}</p></li> })
            .collect();
        (count > 0).then(
            || view! { <section class="own-hits"><h2>{words::notes_found(language, count)}</h2><ul class="hits">{items}</ul></section> },
        )
    };
    view! {
        <div class="slot search-box">
            <form class="search" role="search" method="get" action="./">
                <label for="sok-allt">{move || words::field(language.get())}</label>
                <input id="sok-allt" name="sok" type="search" maxlength="200" autocomplete="off" prop:value=move || query.get()
                    on:input=move |event| typed.run(event_target_value(&event))/>
                <button type="submit" class="primary">{move || words::button(language.get())}</button>
            </form>
            <p class="soft search-hint">{move || words::hint(language.get())}</p>
            {own}
        </div>
    }
}
