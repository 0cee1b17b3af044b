//! Pictures under pointer, touch and keyboard. On the goal map what belongs together lights up and the rest fades.
//!
//! Events are heard once for the whole document and told apart by the `data-mark` of the shapes.

use super::address;
use super::dom;
use super::state::State;
use crate::chart::goal_map::{self, Direction, MapSeries};
use crate::i18n::live as words;
use crate::model::Anchor;
use crate::page;
use crate::url::View;
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

const FIGURE: &str = "[data-chart=\"goal-map\"]";

/// Wires the map. What is chosen stands in the address; pointing and focus are passing.
pub fn listen(state: State, root: String) {
    let series = Memo::new(move |_| Series(state.data.with(|data| MapSeries::new(&data.catalogue))));
    let light = move |anchor: Option<Anchor>| {
        let chosen = state.location.with_untracked(|location| location.view.selected.clone());
        let related =
            anchor.or(chosen.clone()).map(|anchor| series.with_untracked(|s| goal_map::related(&s.0, &anchor))).unwrap_or_default();
        paint(&related, chosen.as_ref());
    };
    // What is chosen lights up as soon as it is in the address and whenever the picture is written anew.
    Effect::new(move |_| {
        state.location.track();
        state.data.track();
        request_animation_frame(move || light(None));
    });
    hear("pointerover", move |event: PointerEvent| {
        if event.pointer_type() != "touch"
            && let Some((_, anchor)) = mark(&event)
        {
            light(Some(anchor));
        }
    });
    hear("pointerout", move |event: PointerEvent| {
        if event.pointer_type() != "touch" && mark(&event).is_some() {
            light(None);
        }
    });
    hear("focusin", move |event: Event| light(mark(&event).map(|(_, anchor)| anchor)));
    let by_touch = root.clone();
    hear("click", move |event: web_sys::PointerEvent| {
        let Some((element, anchor)) = mark(&event) else { return };
        let chosen = state.location.with_untracked(|location| location.view.selected.clone());
        // A finger cannot point without touching: the first touch chooses, the second opens. What has no page is always chosen.
        let choose = !element.has_attribute("href") || (event.pointer_type() == "touch" && chosen.as_ref() != Some(&anchor));
        if choose {
            event.prevent_default();
            self::choose(state, &by_touch, series, anchor);
        }
    });
    hear("keydown", move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        rove(&event);
        let Some((element, anchor)) = mark(&event) else { return };
        let direction = match event.key().as_str() {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "Home" => Direction::Home,
            "End" => Direction::End,
            " " => {
                event.prevent_default();
                choose(state, &root, series, anchor);
                return;
            }
            "Enter" if !element.has_attribute("href") => {
                event.prevent_default();
                choose(state, &root, series, anchor);
                return;
            }
            "Escape" => {
                clear(state, &root);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = series.with_untracked(|s| goal_map::neighbour(&s.0, &anchor, direction))
            && let Ok(Some(picture)) = element.closest("svg")
            && let Some(target) = dom::all(&picture, &format!("[data-mark=\"{next}\"]")).first()
        {
            dom::focus(target);
        }
    });
}

/// The series of the map, compared by what it was made from.
#[derive(Clone, PartialEq)]
struct Series(MapSeries);

/// Chooses a node, or lets it go when it was the chosen one.
fn choose(state: State, root: &str, series: Memo<Series>, anchor: Anchor) {
    let language = state.language_now();
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.as_ref() == Some(&anchor) {
        clear(state, root);
        return;
    }
    let count = series.with_untracked(|s| goal_map::related(&s.0, &anchor)).len().saturating_sub(1);
    let name =
        state.data.with_untracked(|data| page::place(&data.catalogue, language, &anchor)).map(|place| place.title).unwrap_or_default();
    address::set_view(state, root, View { selected: Some(anchor), ..view });
    state.announce(words::selected_announcement(language, &name, count));
}

fn clear(state: State, root: &str) {
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.is_some() {
        address::set_view(state, root, View { selected: None, ..view });
        state.announce(words::selection_cleared(state.language_now()));
    }
}

/// Gives every shape of the map its class: lit, chosen or neither.
fn paint(related: &BTreeSet<Anchor>, chosen: Option<&Anchor>) {
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return };
    for picture in dom::all(&page, &format!("{FIGURE} svg")) {
        set(&picture, "has-lit", !related.is_empty());
        for element in dom::all(&picture, "[data-mark],[data-ends]") {
            let lit = match (element.get_attribute("data-mark"), element.get_attribute("data-ends")) {
                (Some(mark), _) => Anchor::parse(&mark).is_some_and(|anchor| related.contains(&anchor)),
                (_, Some(ends)) => ends.split(' ').all(|end| Anchor::parse(end).is_some_and(|anchor| related.contains(&anchor))),
                _ => false,
            };
            set(&element, "is-lit", lit);
            set(&element, "is-chosen", chosen.is_some_and(|chosen| element.get_attribute("data-mark").as_deref() == Some(chosen.as_str())));
        }
    }
}

fn set(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// The bars of a step chart are one stop for the Tab key; arrows, Home and End go from bar to bar.
fn rove(event: &KeyboardEvent) {
    let Some(bar) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Ok(Some(picture)) = bar.closest("[data-chart=\"steps\"] svg") else { return };
    let bars = dom::all(&picture, "[data-mark][tabindex]");
    let Some(position) = bars.iter().position(|other| *other == bar) else { return };
    let next = match event.key().as_str() {
        "ArrowUp" | "ArrowLeft" => position.checked_sub(1),
        "ArrowDown" | "ArrowRight" => Some(position + 1),
        "Home" => Some(0),
        "End" => bars.len().checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(target) = next.and_then(|index| bars.get(index)) {
        let _ = bar.set_attribute("tabindex", "-1");
        let _ = target.set_attribute("tabindex", "0");
        dom::focus(target);
    }
}

/// The node of the map that an event is about.
fn mark(event: &Event) -> Option<(Element, Anchor)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(&format!("{FIGURE} [data-mark]")).ok()??;
    let anchor = Anchor::parse(&element.get_attribute("data-mark")?)?;
    Some((element, anchor))
}

/// Hears an event anywhere in the document, before links are followed.
fn hear<E: wasm_bindgen::convert::FromWasmAbi + 'static>(name: &str, act: impl Fn(E) + 'static) {
    let Some(document) = dom::document() else { return };
    let closure = Closure::<dyn Fn(E)>::new(act);
    let _ = document.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}
