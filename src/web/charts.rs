//! The charts of the budget under pointer, touch and keyboard: what a mark stands for, said in place, and the way from a
//! mark or a number of the table to «why this number?».
//!
//! Events are heard once for the whole document. What is said stands in the marks themselves; nothing is calculated here.

use super::address;
use super::dom;
use super::state::State;
use crate::i18n::money as words;
use crate::model::{Anchor, Language};
use crate::url::View;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, FocusEvent, FocusOptions, HtmlElement, KeyboardEvent, PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Marks of charts; the goal map has ways of its own.
const MARK: &str = "figure[data-chart]:not([data-chart=\"goal-map\"]) [data-mark][tabindex]";

thread_local! {
    /// What the tip stands at; a second touch on the same mark asks why.
    static SHOWN: RefCell<Option<(Element, By)>> = const { RefCell::new(None) };
    /// What the question was asked from: what has the focus when it is closed.
    static ASKED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether the latest was a finger: it focuses what it touches, which is not walking there.
    static FINGER: Cell<bool> = const { Cell::new(false) };
    /// Whether the answer that comes next is to be gone to.
    static ARRIVE: Cell<bool> = const { Cell::new(false) };
}

/// How the reader came to a mark.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Pointer { x: f64 },
    Touch { x: f64 },
    Keys,
}

pub fn listen(state: State, root: String) {
    Effect::new(move |_| {
        state.page.track();
        let chosen = state.location.with(|location| location.view.selected.clone());
        request_animation_frame(move || {
            paint(chosen.as_ref());
            arrive();
        });
    });
    let language = move || state.language_now();
    dom::hear("pointerover", move |event: PointerEvent| {
        if event.pointer_type() == "touch" {
            return;
        }
        match closest(&event, MARK) {
            Some(mark) => show(&mark, By::Pointer { x: f64::from(event.client_x()) }, language()),
            None if closest(&event, ".tip").is_some() => {}
            // What has the focus keeps its tip.
            None => match focused_mark() {
                Some(mark) => show(&mark, By::Keys, language()),
                None => hide(),
            },
        }
    });
    dom::hear("pointerdown", |event: PointerEvent| FINGER.set(event.pointer_type() == "touch"));
    dom::hear("focusin", move |event: FocusEvent| match closest(&event, MARK) {
        Some(_) if FINGER.get() => {}
        // A click focuses too; what it says stands there already.
        Some(mark) if !is_shown(&mark) => show(&mark, By::Keys, language()),
        Some(_) => {}
        None => hide(),
    });
    dom::hear("focusout", move |_: FocusEvent| {
        if !FINGER.get() {
            hide();
        }
    });
    dom::hear("scroll", move |_: Event| follow());
    let here = root.clone();
    dom::hear("click", move |event: PointerEvent| {
        let touch = event.pointer_type() == "touch";
        if closest(&event, ".tip").is_some() {
            let shown = SHOWN.with_borrow(Clone::clone);
            if let Some((mark, _)) = shown {
                ask(state, &here, &mark, "data-mark");
            }
        } else if let Some(mark) = closest(&event, MARK) {
            if touch && !is_shown(&mark) {
                show(&mark, By::Touch { x: f64::from(event.client_x()) }, language());
            } else {
                ask(state, &here, &mark, "data-mark");
            }
        } else if let Some(cell) = closest(&event, "td[data-cell]") {
            ask(state, &here, &cell, "data-cell");
        } else if let Some(link) = closest(&event, "a[data-about]") {
            remember(&link, "data-about");
        } else if closest(&event, "[data-act=\"why-close\"]").is_some() {
            close(state, &here);
        } else {
            hide();
        }
    });
    dom::hear("keydown", move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        FINGER.set(false);
        let mark = closest(&event, MARK);
        match (event.key().as_str(), mark) {
            ("Escape", _) if SHOWN.with_borrow(Option::is_some) => hide(),
            ("Escape", _) if dom::by_id("h-why").is_some() && !dom::has_open_dialog() => close(state, &root),
            ("Enter" | " ", Some(mark)) => {
                event.prevent_default();
                ask(state, &root, &mark, "data-mark");
            }
            ("t" | "T", Some(mark)) => {
                event.prevent_default();
                to_table(&mark);
            }
            (key, Some(mark)) => {
                if let Some(next) = neighbour(&mark, key) {
                    event.prevent_default();
                    go_to(&mark, &next);
                }
            }
            _ => {}
        }
    });
}

/// The element that an event is about, or one around it.
fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn focused_mark() -> Option<Element> {
    dom::document()?.active_element()?.closest(MARK).ok()?
}

fn is_shown(mark: &Element) -> bool {
    SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|(shown, _)| shown == mark))
        && dom::by_id("tip").is_some_and(|tip| !tip.has_attribute("hidden"))
}

/// Says in place what a mark stands for: its label, how it was read, and what can be done.
fn show(mark: &Element, by: By, language: Language) {
    let Some(tip) = tip() else { return };
    let label = mark.get_attribute("aria-label").unwrap_or_default();
    let reading = mark.closest("figure").ok().flatten().and_then(|figure| figure.get_attribute("data-reading")).unwrap_or_default();
    let hint = match by {
        By::Pointer { .. } => words::tip_pointer(language),
        By::Touch { .. } => words::tip_touch(language),
        By::Keys => words::tip_keys(language),
    };
    tip.set_text_content(None);
    for (class, text) in [("tip-label", label), ("tip-reading", reading), ("tip-hint", hint.into_owned())] {
        if let Some(line) = dom::document().and_then(|document| document.create_element("span").ok()).filter(|_| !text.is_empty()) {
            line.set_class_name(class);
            line.set_text_content(Some(&text));
            let _ = tip.append_child(&line);
        }
    }
    let _ = tip.remove_attribute("hidden");
    place(&tip, mark, by);
    SHOWN.set(Some((mark.clone(), by)));
}

/// The tip moves with its mark, and goes where the mark leaves the window.
fn follow() {
    let Some((mark, by)) = SHOWN.with_borrow(Clone::clone) else { return };
    let high = dom::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let at = mark.get_bounding_client_rect();
    match tip().filter(|_| at.bottom() > 0.0 && at.top() < high) {
        Some(tip) => place(&tip, &mark, by),
        None => hide(),
    }
}

/// Above the mark, or below it where there is no room; always inside the window.
fn place(tip: &HtmlElement, mark: &Element, by: By) {
    let Some(window) = dom::window() else { return };
    let side = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (wide, high) = (side(window.inner_width()), side(window.inner_height()));
    let (at, own) = (mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    const AWAY: f64 = 6.0;
    let x = match by {
        By::Pointer { x } | By::Touch { x } => x - own.width() / 2.0,
        By::Keys => at.left(),
    };
    let x = x.min(wide - own.width() - AWAY).max(AWAY);
    let above = at.top() - own.height() - AWAY;
    let y = if above >= AWAY { above } else { (at.bottom() + AWAY).min(high - own.height() - AWAY).max(AWAY) };
    let style = tip.style();
    // Whole pixels: writing fractions would cost several kilobytes of the first visit.
    let _ = style.set_property("left", &format!("{}px", x as i32));
    let _ = style.set_property("top", &format!("{}px", y as i32));
}

/// The one tip of the page; made when it is first needed. The label it repeats is heard from the mark itself.
fn tip() -> Option<HtmlElement> {
    if let Some(tip) = dom::by_id("tip") {
        return tip.dyn_into().ok();
    }
    let document = dom::document()?;
    let tip = document.create_element("div").ok()?;
    tip.set_id("tip");
    tip.set_class_name("tip");
    let _ = tip.set_attribute("aria-hidden", "true");
    document.body()?.append_child(&tip).ok()?;
    tip.dyn_into().ok()
}

fn hide() {
    SHOWN.set(None);
    if let Some(tip) = dom::by_id("tip") {
        let _ = tip.set_attribute("hidden", "");
    }
}

/// Chooses what an attribute names; the page then answers why.
fn ask(state: State, root: &str, element: &Element, attribute: &str) {
    let Some(anchor) = element.get_attribute(attribute).and_then(|name| Anchor::parse(&name)) else { return };
    remember(element, attribute);
    hide();
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.as_ref() == Some(&anchor) {
        arrive();
    } else {
        address::set_view(state, root, View { selected: Some(anchor), ..view });
    }
}

fn remember(element: &Element, attribute: &str) {
    if let Some(name) = element.get_attribute(attribute) {
        ASKED.set(Some(format!("[{attribute}=\"{name}\"]")));
        ARRIVE.set(true);
    }
}

/// Goes to the answer, once it is there.
fn arrive() {
    let Some(heading) = dom::by_id("h-why").filter(|_| ARRIVE.get()) else { return };
    ARRIVE.set(false);
    // It stands at the lower edge; what was asked about stays in sight above it.
    let asked = ASKED.with_borrow(Clone::clone).zip(dom::by_id("main")).map(|(selector, main)| dom::all(&main, &selector));
    if let Some(shown) = asked.unwrap_or_default().iter().find(|element| element.get_bounding_client_rect().height() > 0.0) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        shown.scroll_into_view_with_scroll_into_view_options(&options);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = heading.unchecked_ref::<HtmlElement>().focus_with_options(&options);
    let below = dom::window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .is_some_and(|high| heading.get_bounding_client_rect().top() > high);
    if below {
        heading.scroll_into_view();
    }
}

/// Lets the choice go; focus returns to where the question was asked.
fn close(state: State, root: &str) {
    let asked = ASKED.take();
    if let (Some(selector), Some(page)) = (asked, dom::by_id("main")) {
        // A number of the table takes no focus: the link of its row does.
        let candidates = dom::all(&page, &selector);
        let shown = candidates.iter().find(|element| element.get_bounding_client_rect().height() > 0.0);
        let target = shown.map(|element| match element.closest("tr").ok().flatten() {
            Some(row) => dom::all(&row, "a[data-about]").into_iter().next().unwrap_or_else(|| element.clone()),
            None => element.clone(),
        });
        if let Some(target) = target {
            dom::focus(&target);
            hide();
        }
    }
    let view = state.location.with_untracked(|location| location.view.clone());
    address::set_view(state, root, View { selected: None, ..view });
}

/// To the row of a mark in the table, or to the table.
fn to_table(mark: &Element) {
    let name = mark.get_attribute("data-mark").unwrap_or_default();
    let row = name.split('/').nth(2).and_then(|row| dom::by_id(&format!("row-{row}")));
    let target = row.and_then(|row| dom::all(&row, "a[data-about]").into_iter().next());
    let target = target.or_else(|| {
        let figure = mark.closest("section, .block").ok().flatten()?;
        dom::all(&figure, ".table-scroll").into_iter().next()
    });
    let target = target.or_else(|| dom::all(&dom::by_id("main")?, ".table-scroll").into_iter().next());
    if let Some(target) = target {
        dom::focus(&target);
    }
}

/// Where an arrow key leads. The marks of a chart follow each other in the order of the drawing; where some of them join
/// others (a flow), left and right go along the connections and up and down stay among those of the same kind.
fn neighbour(mark: &Element, key: &str) -> Option<Element> {
    let picture = mark.closest("svg").ok()??;
    let all = dom::all(&picture, "[data-mark][tabindex]");
    let own = column(mark);
    let marks: Vec<&Element> = all.iter().filter(|other| column(other) == own).collect();
    let position = marks.iter().position(|other| *other == mark)?;
    let along = |step: i32| {
        let next = Some(own? + step);
        let ends = |element: &Element| element.get_attribute("data-ends").unwrap_or_default();
        let name = mark.get_attribute("data-mark").unwrap_or_default();
        let mine = ends(mark);
        all.iter().filter(|other| column(other) == next).find(|other| {
            let theirs = other.get_attribute("data-mark").unwrap_or_default();
            ends(other).split(' ').any(|end| end == name) || mine.split(' ').any(|end| end == theirs)
        })
    };
    let found = match key {
        "ArrowLeft" if own.is_some() => along(-1),
        "ArrowRight" if own.is_some() => along(1),
        "ArrowUp" | "ArrowLeft" => marks.get(position.checked_sub(1)?).copied(),
        "ArrowDown" | "ArrowRight" => marks.get(position + 1).copied(),
        "Home" => marks.first().copied(),
        "End" => marks.last().copied(),
        _ => return None,
    };
    // At an end focus stays, and the page does not scroll either.
    Some(found.unwrap_or(mark).clone())
}

/// Which column of a flow a mark stands in, from its class `flow-…`; nothing in other charts.
fn column(element: &Element) -> Option<i32> {
    element.get_attribute("class")?.split(' ').find_map(|class| class.strip_prefix("flow-"))?.parse().ok()
}

/// One stop for the Tab key: it moves along.
fn go_to(from: &Element, to: &Element) {
    let _ = from.set_attribute("tabindex", "-1");
    let _ = to.set_attribute("tabindex", "0");
    dom::focus(to);
}

/// Marks of what is chosen, in every chart.
fn paint(chosen: Option<&Anchor>) {
    let Some(page) = dom::by_id("main") else { return };
    let row = chosen.map(|chosen| {
        let slugs: Vec<&str> = chosen.rest().split('/').take(2).collect();
        format!("row/{}", slugs.join("/"))
    });
    for mark in dom::all(&page, MARK) {
        let name = mark.get_attribute("data-mark");
        let is = name.is_some() && (name.as_deref() == chosen.map(Anchor::as_str) || name == row);
        let _ = mark.class_list().toggle_with_force("is-chosen", is);
    }
}
