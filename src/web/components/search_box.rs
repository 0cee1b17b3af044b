//! The field of the search page.

use crate::i18n::search as words;
use crate::model::Language;
use leptos::prelude::*;

/// Says what is typed; what is found stands in the page beneath. The markup is that of the static page.
#[component]
pub fn SearchBox(
    language: Signal<Language>,
    /// The query of the address.
    query: Signal<String>,
    typed: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="slot search-box">
            <form class="search" role="search" method="get" action="./">
                <label for="sok-allt">{move || words::field(language.get())}</label>
                <input id="sok-allt" name="sok" type="search" maxlength="200" autocomplete="off" prop:value=move || query.get()
                    on:input=move |event| typed.run(event_target_value(&event))/>
                <button type="submit" class="primary">{move || words::button(language.get())}</button>
            </form>
            <p class="soft search-hint">{move || words::hint(language.get())}</p>
        </div>
    }
}
