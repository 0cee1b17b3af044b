//! The dialog of sharing: shows what it is given and says when something was chosen or the dialog was closed.

use crate::i18n::share as words;
use crate::markup::Markup;
use crate::model::Language;
use crate::web::app::Written;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn ShareDialog(
    language: Signal<Language>,
    open: RwSignal<bool>,
    form: RwSignal<Markup>,
    result: RwSignal<Markup>,
    said: RwSignal<String>,
    on_change: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        // The browser closes the dialog on Escape too: this is the one way out.
        <dialog id="share-dialog" node_ref=dialog aria-labelledby="share-title" on:close=move |_| open.set(false)>
            <h2 id="share-title">{move || words::title(language.get())}</h2>
            <div on:change=move |_| on_change.run(())>
                <Written content=form/>
            </div>
            <Written content=result/>
            <p class="note-status" role="status" aria-live="polite">{move || said.get()}</p>
            <p class="actions"><button type="button" on:click=close>{move || words::close(language.get())}</button></p>
        </dialog>
    }
}
