//! Taking over the static page, and showing pages live.

use super::address;
use super::clipboard;
use super::dom;
use super::load::Data;
use super::pictures;
use super::components::NoteDialog;
use super::messages::Messages;
use super::notebook;
use super::offline;
use super::shelf;
use super::state::{Action, Message, State};
use crate::i18n::{issue as issue_words, live as words};
use crate::markup::Markup;
use crate::notes::Book;
use crate::page::{self, Body, Context, Slot};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDetailsElement, MouseEvent};

/// Reads the data, builds the live page beside the static one and puts it in its place.
/// If the data fails, the static page stays and says so.
pub async fn take_over() {
    let root = address::root();
    let location = address::current(&root);
    let language = location.address.language;
    let data = match Data::open().await {
        Ok(data) => data.with(page::needs(&location.address.route)).await,
        Err(issue) => Err(issue),
    };
    let Some(live) = dom::by_id("live").and_then(|live| live.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let (data, failure) = match data {
        Ok(data) => (data, None),
        Err(issue) => (Data::nothing(), Some(issue)),
    };
    let state = State {
        location: RwSignal::new(location.clone()),
        data: RwSignal::new(data),
        announcement: RwSignal::new(String::new()),
        messages: RwSignal::new(Vec::new()),
        book: RwSignal::new(Book::default()),
        shelf: StoredValue::new_local(shelf::open(&root)),
        editor: RwSignal::new(None),
    };
    leptos::mount::mount_to(live, move || view! { <Messages state/><NoteDialog state/> }).forget();
    if let Some(issue) = failure {
        let details = vec![format!("{}: {}", issue_words::place(&issue), issue_words::sentence(language, &issue))];
        state.tell(Message { key: "data".into(), text: words::data_failed(language).into_owned(), details, action: Some(Action::Reload) });
        return;
    }
    let Some(document) = dom::document() else { return };
    let Some(old) = dom::by_id("app") else { return };
    let Ok(new) = document.create_element("div") else { return };
    new.set_id("app");
    let detached: web_sys::HtmlElement = new.clone().unchecked_into();
    leptos::mount::mount_to(detached, move || view! { <App state/> }).forget();
    leptos::task::tick().await;
    swap(&old, &new);
    address::report(state, &location);
    address::listen(state, root.clone());
    listen_for_acts(state, root.clone());
    pictures::listen(state, root.clone());
    Effect::new(move |_| tell_issues(state));
    notebook::open(state).await;
    if let Some(html) = document.document_element() {
        let _ = html.class_list().add_1("live");
    }
    offline::register(state, &root);
}

/// One replacement; what the reader had open, focused or scrolled to stays.
fn swap(old: &Element, new: &Element) {
    let open: Vec<String> = dom::all(old, "details[open][id]").iter().map(|details| details.id()).collect();
    let focus = dom::Focus::remember();
    let _ = old.replace_with_with_node_1(new);
    for id in open {
        if let Some(details) = dom::by_id(&id).and_then(|element| element.dyn_into::<HtmlDetailsElement>().ok()) {
            details.set_open(true);
        }
    }
    if let Some(focus) = focus {
        focus.restore();
    }
}

/// Entries that could not be read are counted where they would have been shown.
fn tell_issues(state: State) {
    let issues = state.data.with(|data| data.issues.clone());
    if issues.is_empty() {
        return;
    }
    let language = state.language_now();
    let details =
        issues.iter().map(|issue| format!("{}: {}", issue_words::place(issue), issue_words::sentence(language, issue))).collect();
    state.tell(Message { key: "issues".into(), text: words::data_issues(language, issues.len()).into_owned(), details, action: None });
}

/// A page as the browser gets it: each block written, or a part of the application's own.
#[derive(Clone, PartialEq)]
struct Shown {
    /// Tells pages apart: path and language.
    path: String,
    title: String,
    header: Markup,
    footer: Markup,
    blocks: Vec<(&'static str, Content)>,
}

#[derive(Clone, PartialEq)]
enum Content {
    Written(Markup),
    Slot(Slot),
}

fn shown(state: State) -> Shown {
    let location = state.location.get();
    state.data.with(|data| {
        let context = Context {
            catalogue: &data.catalogue,
            publisher: &data.publisher,
            address: &location.address,
            view: &location.view,
            data_version: &data.version,
        };
        let page = page::build(&context);
        let blocks = page
            .blocks
            .iter()
            .map(|block| match &block.body {
                Body::Static(node) => (block.key, Content::Written(node.to_markup())),
                Body::Slot(slot, _) => (block.key, Content::Slot(*slot)),
            })
            .collect();
        Shown {
            path: location.address.path(),
            title: page::full_title(location.address.language, &page.title),
            header: page::header(&context).to_markup(),
            footer: page::footer(&context).to_markup(),
            blocks,
        }
    })
}

/// The live page. Blocks that stay the same are not touched when the view changes.
#[component]
fn App(state: State) -> impl IntoView {
    let page = Memo::new(move |_| shown(state));
    Effect::new(move |_| {
        let (title, language) = (page.with(|page| page.title.clone()), state.language());
        if let Some(document) = dom::document() {
            document.set_title(&title);
            if let Some(html) = document.document_element() {
                let _ = html.set_attribute("lang", language.tag());
            }
        }
    });
    let header = Memo::new(move |_| page.with(|page| page.header.clone()));
    let footer = Memo::new(move |_| page.with(|page| page.footer.clone()));
    let keys = move || {
        page.with(|page| page.blocks.iter().map(|(key, content)| (page.path.clone(), *key, is_slot(content))).collect::<Vec<_>>())
    };
    view! {
        <div class="frame" inner_html=move || header.get().into_string()></div>
        <main id="main">
            <For each=keys key=|key| key.clone() children=move |(_, key, part)| view! { <LiveBlock state page key part/> }/>
        </main>
        <div class="frame" inner_html=move || footer.get().into_string()></div>
    }
}

fn is_slot(content: &Content) -> Option<Slot> {
    match content {
        Content::Written(_) => None,
        Content::Slot(slot) => Some(*slot),
    }
}

#[component]
fn LiveBlock(state: State, page: Memo<Shown>, key: &'static str, part: Option<Slot>) -> impl IntoView {
    match part {
        Some(slot) => view! { <div class="block" data-block=key>{super::components::slot(state, slot)}</div> }.into_any(),
        None => {
            let written = Memo::new(move |_| {
                page.with(|page| {
                    page.blocks.iter().find(|(other, _)| *other == key).and_then(|(_, content)| match content {
                        Content::Written(markup) => Some(markup.clone()),
                        Content::Slot(_) => None,
                    })
                })
                .unwrap_or_default()
            });
            view! { <div class="block" data-block=key inner_html=move || written.get().into_string()></div> }.into_any()
        }
    }
}

/// Buttons in written blocks say what they do in `data-act`; one listener serves them all.
fn listen_for_acts(state: State, root: String) {
    let Some(document) = dom::document() else { return };
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Ok(Some(button)) = target.closest("[data-act]") else { return };
        match button.get_attribute("data-act").as_deref() {
            Some("copy-link") => clipboard::copy_link(state, &root),
            Some("note") => notebook::write_about(state, &button),
            _ => {}
        }
    });
    let _ = document.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    click.forget();
}
