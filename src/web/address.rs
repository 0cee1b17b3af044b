//! The address bar: reading it, writing it, links, back and forward, scroll and focus after navigation.
//!
//! No router crate: every page is a file of its own, `url` knows the addresses, and links inside drawings
//! count too. A write never throws and happens at most every half second, the last state always.

use super::dom;
use super::pages::{self, Shown};
use super::sight::Sight;
use super::state::{Action, Location, Message, State};
use super::visiting;
use crate::i18n::{live as words, share as share_words};
use crate::url::{Address, Route, View, ViewProblem, is_later};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MouseEvent, Url};

/// Browsers refuse (or drop in silence) more frequent writes.
const PAUSE: Duration = Duration::from_millis(500);

thread_local! {
    static WRITES: RefCell<Writes> = const { RefCell::new(Writes { waiting: None, paused: false }) };
}

struct Writes {
    /// The latest address that has not been written yet.
    waiting: Option<String>,
    paused: bool,
}

/// The path of the site's root, ending in `/`.
pub fn root() -> String {
    let base = dom::document().and_then(|d| d.base_uri().ok().flatten()).unwrap_or_default();
    let relative = dom::boot_script().and_then(|script| script.get_attribute("data-root")).unwrap_or_default();
    Url::new_with_base(&relative, &base).map(|url| url.pathname()).unwrap_or_else(|_| "/".into())
}

/// What the address bar says now.
pub fn current(root: &str) -> Location {
    let (path, query) = dom::window()
        .map(|window| (window.location().pathname().unwrap_or_default(), window.location().search().unwrap_or_default()))
        .unwrap_or_default();
    location(root, &path, &query)
}

fn location(root: &str, path: &str, query: &str) -> Location {
    let inner = path.strip_prefix(root).unwrap_or_default();
    let decoded = js_sys::decode_uri_component(inner).ok().map(String::from).unwrap_or_else(|| inner.to_owned());
    let (view, problems) = View::from_query(query);
    Location { address: Address::from_path(dom::edition(), &decoded), view, problems }
}

/// Wires clicks on links and the browser's back and forward to the state.
pub fn listen(state: State, root: String) {
    let Some(window) = dom::window() else { return };
    let Some(document) = dom::document() else { return };
    // The application looks after scroll itself, since pages arrive after the address has changed.
    let here = root.clone();
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some((path, query, hash)) = inner_link(&event, &here) {
            event.prevent_default();
            follow(state, &here, path, query, hash);
        }
    });
    let _ = document.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    click.forget();
    listen_for_choices(state, root.clone());
    let pop = Closure::<dyn Fn(web_sys::Event)>::new(move |_| {
        // What waits was meant for the page that is left.
        WRITES.with_borrow_mut(|writes| writes.waiting = None);
        let next = current(&root);
        show(state, next, Arrival::History);
        visiting::arrive(state);
    });
    let _ = window.add_event_listener_with_callback("popstate", pop.as_ref().unchecked_ref());
    pop.forget();
}

/// So long after the last key a choice made with keys counts as made: whoever types the name of an entry or walks
/// through the list would otherwise have it written anew under the fingers at every step.
const PAUSE_OF_KEYS: Duration = Duration::from_millis(600);

thread_local! {
    /// Whether the latest of what was done with a list was a key, and how many choices there have been.
    static BY_KEY: Cell<bool> = const { Cell::new(false) };
    static CHOICES: Cell<u32> = const { Cell::new(0) };
}

/// A choice from a list is a link to another view of the page, too.
fn listen_for_choices(state: State, root: String) {
    let Some(document) = dom::document() else { return };
    let list = |event: &web_sys::Event| {
        let list = event.target()?.dyn_into::<web_sys::HtmlSelectElement>().ok()?;
        list.has_attribute("data-choose").then_some(list)
    };
    for (name, by_key) in [("keydown", true), ("pointerdown", false)] {
        let hear = Closure::<dyn Fn(web_sys::Event)>::new(move |_| BY_KEY.set(by_key));
        let _ = document.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
        hear.forget();
    }
    let change = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let Some(list) = list(&event) else { return };
        let query = list.value().split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
        let view = View::from_query(&query).0;
        let turn = CHOICES.get().wrapping_add(1);
        CHOICES.set(turn);
        if !BY_KEY.get() {
            set_view(state, &root, view);
            return;
        }
        let root = root.clone();
        let later = move || {
            if CHOICES.get() == turn {
                set_view(state, &root, view);
            }
        };
        set_timeout(later, PAUSE_OF_KEYS);
    });
    let _ = document.add_event_listener_with_callback("change", change.as_ref().unchecked_ref());
    change.forget();
}

/// Path, query and fragment of a link that was clicked plainly and leads to a page of this site.
fn inner_link(event: &MouseEvent, root: &str) -> Option<(String, String, String)> {
    if event.default_prevented() || event.button() != 0 || event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.get_attribute("target").is_some_and(|target| target != "_self") {
        return None;
    }
    let base = link.base_uri().ok()??;
    let url = Url::new_with_base(&link.get_attribute("href")?, &base).ok()?;
    let here = Url::new(&base).ok()?;
    if url.origin() != here.origin() || !url.pathname().starts_with(root) {
        return None;
    }
    // A place on this very page is the browser's own business.
    if !url.hash().is_empty() && url.pathname() == here.pathname() && url.search() == here.search() {
        return None;
    }
    let inner = url.pathname().strip_prefix(root)?.to_owned();
    let known = !matches!(Address::from_path(dom::edition(), &inner).route, Route::Unknown(_));
    // Files (data, pictures) are loaded by the browser.
    known.then(|| (url.pathname(), url.search(), url.hash()))
}

/// Leads to a path (with the root in front), a query string and a fragment, as a link does.
pub fn follow(state: State, root: &str, path: String, query: String, hash: String) {
    let next = location(root, &path, &query);
    let same_page = state.location.with_untracked(|now| now.address == next.address);
    if same_page {
        set_view(state, root, next.view);
    } else {
        flush();
        let pushed = dom::window()
            .and_then(|window| window.history().ok())
            .is_some_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{query}{hash}"))).is_ok());
        if pushed {
            show(state, next, Arrival::Link);
        } else if let Some(window) = dom::window() {
            // The browser refuses to change the address here: let it load the page.
            let _ = window.location().assign(&format!("{path}{query}{hash}"));
        }
    }
}

/// How a page was come to: by a link (start at its top) or by back and forward (the browser restores the scroll).
#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    Link,
    History,
}

/// Fetches the page and shows it; focus moves to its heading. Of several asked for, the last one counts.
fn show(state: State, next: Location, arrival: Arrival) {
    let turn = next_turn();
    ASKED.set(Some((next.clone(), arrival)));
    leptos::task::spawn_local(async move {
        // What is out of sight is written when what is in sight has been painted.
        let same_page = state.location.with_untracked(|now| now.address == next.address);
        let sight = if same_page { Sight::of_shown_page(state) } else { Sight::of_new_page() };
        let answer = pages::show(state, &next.address, &next.view, &sight).await;
        if turn != TURN.get() {
            return;
        }
        ASKED.set(None);
        let Some(answer) = answer else { return };
        let same_page = state.location.with_untracked(|now| now.address == next.address);
        report(state, &next, &answer.gone);
        if !same_page {
            state.location.set(next);
            state.page.set(answer.page);
            leptos::task::tick().await;
            return arrive(arrival);
        }
        state.location.set(next);
        write_anew(state, answer.page).await;
        if !answer.more {
            return;
        }
        dom::after_paint(move || {
            leptos::task::spawn_local(async move {
                if turn == TURN.get()
                    && let Some(rest) = pages::rest(state).await
                    && turn == TURN.get()
                {
                    write_anew(state, rest).await;
                }
            });
        });
    });
}

/// Writes the page that is shown anew; focus and what is folded stay as they are, and what it says of a choice is heard.
async fn write_anew(state: State, page: Shown) {
    let before = said();
    let focus = dom::Focus::remember();
    let had_focus = !dom::focus_is_lost();
    let folds = dom::Folds::remember();
    state.page.set(page);
    leptos::task::tick().await;
    folds.restore();
    if let Some(focus) = focus {
        focus.restore();
    }
    // What had it may be gone with the choice that it stood for.
    if had_focus {
        rescue_choice();
    }
    let said = said();
    if said != before && !said.is_empty() {
        state.announce(said);
    }
}

/// What the page says about what is chosen: it is heard when it changes.
fn said() -> String {
    let Some(page) = dom::by_id("app") else { return String::new() };
    dom::all(&page, "[data-said]").iter().filter_map(|element| element.text_content()).collect::<Vec<_>>().join(" ")
}

/// Where what had focus is gone with the choice that it stood for, what is left of the choices gets it.
fn rescue_choice() {
    let lost = dom::focus_is_lost();
    let next = dom::by_id("left").or_else(|| dom::by_id("filter").and_then(|fold| fold.first_element_child()));
    if let Some(next) = next.filter(|_| lost) {
        dom::focus(&next);
    }
    dom::rescue_focus();
}

/// Shows the page that is shown anew, because something other than its address has changed. What has been asked for and
/// does not stand there yet is asked for anew instead.
pub fn again(state: State) {
    let (location, arrival) = ASKED.take().unwrap_or_else(|| (state.location.get_untracked(), Arrival::History));
    show(state, location, arrival);
}

thread_local! {
    /// Counts what has been asked for.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// What has been asked for and does not stand there yet.
    static ASKED: Cell<Option<(Location, Arrival)>> = const { Cell::new(None) };
}

fn next_turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

/// Says what of an address could not be used.
pub fn report(state: State, location: &Location, gone: &[String]) {
    let language = location.address.language;
    state.messages.update(|messages| messages.retain(|message| !message.key.starts_with("link-")));
    for (index, problem) in location.problems.iter().enumerate() {
        let text = match problem {
            ViewProblem::UnknownKey(key) => words::link_unknown_key(language, key),
            ViewProblem::UnknownValue { key, value } => words::link_unknown_value(language, key, value),
        };
        state.say(&format!("link-{index}"), text);
    }
    let here = dom::data_version();
    if let Some(version) = location.view.data.as_deref().filter(|version| !here.is_empty() && *version != here) {
        let (text, action) = if is_later(version, &here) {
            (share_words::version_newer(language, version, &here), Action::Reload)
        } else {
            (share_words::version_older(language, version, &here), Action::Newest)
        };
        state.tell(Message { key: "link-version".into(), text: text.into_owned(), details: Vec::new(), action: Some(action) });
    }
    for (index, what) in gone.iter().enumerate() {
        state.say(&format!("link-gone-{index}"), words::link_gone(language, what));
    }
}

fn arrive(arrival: Arrival) {
    let Some(window) = dom::window() else { return };
    let hash = window.location().hash().unwrap_or_default();
    let target = hash.strip_prefix('#').filter(|id| !id.is_empty()).and_then(dom::by_id);
    // Who was led to a field wants to type.
    if let Some(field) = target.as_ref().filter(|target| target.tag_name().eq_ignore_ascii_case("input")) {
        window.scroll_to_with_x_and_y(0.0, 0.0);
        return dom::focus(field);
    }
    if let Some(target) = target {
        target.scroll_into_view();
    } else if arrival == Arrival::Link {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = dom::by_id("rubrik") {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.unchecked_ref::<web_sys::HtmlElement>().focus_with_options(&options);
    }
}

/// Changes the view of the page that is shown; focus stays where it is.
pub fn set_view(state: State, root: &str, view: View) {
    let Location { address, view: shown, .. } = state.location.get_untracked();
    // The choice was made on the page that is shown; one before it may still be on its way and is not to be lost.
    let asked = ASKED.take().filter(|(asked, _)| asked.address == address);
    let view = asked.map_or_else(|| view.clone(), |(asked, _)| asked.view.changed(&shown, &view));
    write_soon(format!("{root}{}{}{}", address.path(), view.to_query(), visiting::held(state)));
    show(state, Location { address, view, problems: Vec::new() }, Arrival::History);
}

/// Lets the version of the data go that the link named.
pub fn show_newest(state: State) {
    state.dismiss("link-version");
    let view = state.location.with_untracked(|location| View { data: None, ..location.view.clone() });
    set_view(state, &root(), view);
}

/// Takes the notes out of the address; what it says of the page stays.
pub fn clear_fragment(state: State) {
    let location = state.location.get_untracked();
    write_soon(format!("{}{}{}", root(), location.address.path(), location.view.to_query()));
}

/// Writes an address over the current one, after the next picture or after the pause; of many only the last is written.
/// Writing takes a browser as long as a picture does, and nobody looks at the address first.
fn write_soon(address: String) {
    let now = WRITES.with_borrow_mut(|writes| {
        writes.waiting = Some(address);
        !std::mem::replace(&mut writes.paused, true)
    });
    if now {
        dom::after_paint(|| {
            flush();
            set_timeout(resume, PAUSE);
        });
    }
}

fn resume() {
    let waiting = WRITES.with_borrow_mut(|writes| {
        writes.paused = false;
        writes.waiting.take()
    });
    if let Some(address) = waiting {
        write_soon(address);
    }
}

/// Writes what waits; at once before another page is added to the history.
fn flush() {
    if let Some(address) = WRITES.with_borrow_mut(|writes| writes.waiting.take()) {
        write(&address);
    }
}

fn write(address: &str) {
    // A browser that refuses keeps its old address; what is shown does not depend on it.
    if let Some(history) = dom::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}
