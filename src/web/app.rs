//! Taking over the static page, and showing pages live.

use super::address;
use super::assessment::{self, Assessment};
use super::cabinet::{self, Cabinet};
use super::charts;
use super::components::ShareDialog;
use super::dom;
use super::messages::Messages;
use super::notebook;
use super::offline;
use super::pages::{self, Content, Shown};
use super::pictures;
use super::search;
use super::share::{self, Sharing};
use super::shelf;
use super::sight::Sight;
use super::state::State;
use super::take_away;
use super::visiting::{self, Visiting};
use super::writing::Desk;
use crate::markup::Markup;
use crate::notes::Book;
use crate::page::Slot;
use crate::url::View;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDetailsElement, MouseEvent};

/// Builds the live page beside the static one and puts it in its place.
///
/// On its default address the static page already says everything: its blocks are adopted as they stand, and the
/// second module and the data follow afterwards. With a view in the address, or on the shell, they come first. If it fails, what
/// is there stays and says so.
pub async fn take_over() {
    let root = address::root();
    let location = address::current(&root);
    let (Some(live), Some(document), Some(old)) = (dom::by_id("live"), dom::document(), dom::by_id("app")) else { return };
    let adopted = if location.view == View::default() { adopt(&old, location.address.path()) } else { None };
    let state = State {
        location: RwSignal::new(location.clone()),
        page: RwSignal::new(Shown {
            path: String::new(),
            title: String::new(),
            header: Markup::default(),
            footer: Markup::default(),
            blocks: Vec::new(),
        }),
        announcement: RwSignal::new(String::new()),
        messages: RwSignal::new(Vec::new()),
        book: RwSignal::new(Book::default()),
        shelf: StoredValue::new_local(shelf::open(&root)),
        editor: RwSignal::new(None),
        desk: Desk::new(),
        cabinet: Cabinet::new(),
        sharing: Sharing::new(),
        visiting: Visiting::new(),
        assessment: Assessment::new(),
    };
    leptos::mount::mount_to(live.unchecked_into(), move || {
        let Sharing { open, form, result, said, .. } = state.sharing;
        let language = Signal::derive(move || state.language());
        let on_change = Callback::new(move |()| share::changed(state));
        view! { <Messages state/>{notebook::dialog(state)}<ShareDialog language open form result said on_change/> }
    })
    .forget();
    let mut gone = Vec::new();
    let page = match adopted {
        Some(page) => page,
        None => {
            let Some(answer) = pages::show(state, &location.address, &location.view, &Sight::of_new_page()).await else { return };
            gone = answer.gone;
            answer.page
        }
    };
    state.page.set(page);
    let Ok(new) = document.create_element("div") else { return };
    new.set_id("app");
    leptos::mount::mount_to(new.clone().unchecked_into(), move || view! { <App state/> }).forget();
    leptos::task::tick().await;
    swap(&old, &new);
    if let Some(html) = document.document_element() {
        let _ = html.class_list().add_1("live");
    }
    address::report(state, &location, &gone);
    address::listen(state, root.clone());
    listen_for_acts(state);
    pictures::listen(state, root.clone());
    charts::listen(state, root.clone());
    search::listen(state, root.clone());
    // A drawing that the application made alone is made anew for the other layout.
    dom::on_other_layout(move || {
        if dom::by_id("app").is_some_and(|page| !dom::all(&page, ".is-alone").is_empty()) {
            address::again(state);
        }
    });
    // A database that hangs holds nothing else up.
    leptos::task::spawn_local(notebook::open(state));
    visiting::open(state);
    assessment::open(state);
    pages::warm(state);
    offline::register(state, &root);
}

/// The static page as it stands, where it is a page (and not the shell, which has nothing to say).
fn adopt(app: &Element, path: String) -> Option<Shown> {
    let frames = dom::all(app, ":scope > .frame");
    let [header, footer] = frames.as_slice() else { return None };
    let blocks = dom::all(app, "#main > [data-block]")
        .iter()
        .map(|block| {
            let content = match block.get_attribute("data-slot").as_deref().and_then(Slot::from_name) {
                Some(slot) => Content::Slot(slot),
                None => Content::Written(Markup::taken_back(block.inner_html())),
            };
            (block.get_attribute("data-block").unwrap_or_default(), content)
        })
        .collect();
    let title = dom::document().map(|document| document.title()).unwrap_or_default();
    Some(Shown { path, title, header: Markup::taken_back(header.inner_html()), footer: Markup::taken_back(footer.inner_html()), blocks })
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

/// The live page. Blocks that stay the same are not touched when the view changes.
#[component]
fn App(state: State) -> impl IntoView {
    let page = state.page;
    // Only when it is another: browsers find the style of the whole page anew for a language that is set, equal or not.
    let named = Memo::new(move |_| (page.with(|page| page.title.clone()), state.language()));
    Effect::new(move |_| {
        let (title, language) = named.get();
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
        page.with(|page| page.blocks.iter().map(|(key, content)| (page.path.clone(), key.clone(), is_slot(content))).collect::<Vec<_>>())
    };
    view! {
        <div class="frame" inner_html=move || header.get().into_string()></div>
        <Show when=move || state.visiting.panel.with(|panel| !panel.as_str().is_empty())>
            <aside class="visitors" aria-labelledby="visitors-title"><Written content=state.visiting.panel/></aside>
        </Show>
        <main id="main">
            <For each=keys key=|key| key.clone() children=move |(_, key, part)| view! { <LiveBlock state page key part/> }/>
            <Show when=move || state.assessment.printed.with(|printed| !printed.as_str().is_empty())>
                <div class="print-only"><Written content=state.assessment.printed/></div>
            </Show>
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
fn LiveBlock(state: State, page: RwSignal<Shown>, key: String, part: Option<Slot>) -> impl IntoView {
    let name = key.clone();
    let content = match part {
        Some(Slot::Assessment) => {
            return view! { <div class="block" data-block=name><Written content=state.assessment.matrix/></div> }.into_any();
        }
        Some(slot) => return view! { <div class="block" data-block=name>{super::components::slot(state, slot)}</div> }.into_any(),
        None => Memo::new(move |_| {
            page.with(|page| {
                page.blocks.iter().find(|(other, _)| *other == key).and_then(|(_, content)| match content {
                    Content::Written(markup) => Some(markup.clone()),
                    Content::Slot(_) => None,
                })
            })
            .unwrap_or_default()
        }),
    };
    view! { <div class="block" data-block=name inner_html=move || content.get().into_string()></div> }.into_any()
}

/// A part that the second module wrote, and writes again when something has changed.
#[component]
pub fn Written(content: RwSignal<Markup>) -> impl IntoView {
    view! { <div class="written" inner_html=move || content.get().into_string()></div> }
}

/// Buttons in written blocks say what they do in `data-act`; one listener serves them all.
fn listen_for_acts(state: State) {
    let Some(document) = dom::document() else { return };
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Ok(Some(button)) = target.closest("[data-act]") else { return };
        match button.get_attribute("data-act").as_deref() {
            Some("share") => share::open(state),
            Some("share-copy") => share::copy(state),
            Some("share-send") => share::send(state),
            Some("share-file") => share::save_file(state),
            Some("share-all") => share::choose_all(state, true),
            Some("share-none") => share::choose_all(state, false),
            Some("share-citation") => share::copy_citation(state, &button.get_attribute("data-language").unwrap_or_default()),
            Some("visitors-keep") => visiting::keep(state),
            Some("visitors-drop") => visiting::drop_them(state),
            Some("assess") => assessment::assess(state, &button),
            Some("beside-stop") => assessment::stop_comparing(state),
            Some("note") => notebook::write_about(state, &button),
            Some("bookmark") => notebook::bookmark(state, &button),
            Some("print-bookmarks") => assessment::print_bookmarks(state),
            Some("print") => {
                let _ = dom::window().map(|window| window.print());
            }
            Some(act) if act.starts_with("notes-") => cabinet::press(state, act, &button),
            Some("csv" | "copy-table") => take_away::table(state, &button),
            Some("picture" | "copy-words") => take_away::picture(state, &button),
            _ => {}
        }
    });
    let _ = document.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    click.forget();
    let change = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(what) = field.get_attribute(if event.type_() == "input" { "data-input" } else { "data-change" }) else { return };
        match field.dyn_ref::<web_sys::HtmlInputElement>() {
            Some(input) if what == "beside-file" => assessment::choose_file(state, input),
            _ => cabinet::change(state, &what, &field),
        }
    });
    for name in ["change", "input"] {
        let _ = document.add_event_listener_with_callback(name, change.as_ref().unchecked_ref());
    }
    change.forget();
}
