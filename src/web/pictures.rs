//! The goal map under pointer, touch and keyboard. What belongs together lights up and the rest fades.
//!
//! Events are heard once for the whole document and told apart by the `data-mark` of the shapes.

use super::address;
use super::dom;
use super::state::State;
use crate::i18n::live as words;
use crate::model::Anchor;
use crate::url::View;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

const FIGURE: &str = "[data-chart=\"goal-map\"]";

/// Wires the map. What is chosen stands in the address; pointing and focus are passing.
pub fn listen(state: State, root: String) {
    let light = move |pointed: Option<(Element, Anchor)>| {
        let chosen = state.location.with_untracked(|location| location.view.selected.clone());
        paint(pointed.map(|(_, anchor)| anchor).or(chosen.clone()).as_ref(), chosen.as_ref());
    };
    // What is chosen lights up as soon as it is in the address and whenever the picture is written anew.
    Effect::new(move |_| {
        state.location.track();
        state.page.track();
        request_animation_frame(move || light(None));
    });
    dom::hear("pointerover", move |event: PointerEvent| {
        let pointed = mark(&event).filter(|_| event.pointer_type() != "touch");
        if pointed.is_some() {
            light(pointed);
        }
    });
    dom::hear("pointerout", move |event: PointerEvent| {
        if event.pointer_type() != "touch" && mark(&event).is_some() {
            light(None);
        }
    });
    dom::hear("focusin", move |event: Event| light(mark(&event)));
    let by_touch = root.clone();
    dom::hear("click", move |event: web_sys::PointerEvent| {
        let Some((element, anchor)) = mark(&event) else { return };
        let chosen = state.location.with_untracked(|location| location.view.selected.clone());
        // A finger cannot point without touching: the first touch chooses, the second opens. What has no page is always chosen.
        let choose = !element.has_attribute("href") || (event.pointer_type() == "touch" && chosen.as_ref() != Some(&anchor));
        if choose {
            event.prevent_default();
            self::choose(state, &by_touch, &element, anchor);
        }
    });
    dom::hear("keydown", move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
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
                choose(state, &root, &element, anchor);
                return;
            }
            "Enter" if !element.has_attribute("href") => {
                event.prevent_default();
                choose(state, &root, &element, anchor);
                return;
            }
            "Escape" => {
                clear(state, &root);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let Ok(Some(picture)) = element.closest("svg") else { return };
        let links = Links::of(&picture);
        if let Some(next) = links.neighbour(&anchor, direction)
            && let Some(target) = dom::all(&picture, &format!("[data-mark=\"{next}\"]")).first()
        {
            dom::focus(target);
        }
    });
}

/// Where an arrow key leads.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
}

/// What a drawn map joins, read from its shapes: the picture says all that pointing and walking need.
struct Links {
    /// In the order of the drawing.
    nodes: Vec<Anchor>,
    /// From left to right.
    joined: Vec<(Anchor, Anchor)>,
}

impl Links {
    fn of(picture: &Element) -> Links {
        let anchor = |element: &Element| Anchor::parse(&element.get_attribute("data-mark")?);
        let ends = |element: &Element| {
            let ends = element.get_attribute("data-ends")?;
            let (from, to) = ends.split_once(' ')?;
            Some((Anchor::parse(from)?, Anchor::parse(to)?))
        };
        Links {
            nodes: dom::all(picture, "[data-mark]").iter().filter_map(anchor).collect(),
            joined: dom::all(picture, "[data-ends]").iter().filter_map(ends).collect(),
        }
    }

    /// The column of a node, from the left.
    fn column(anchor: &Anchor) -> u8 {
        match anchor.kind() {
            "area" => 0,
            "sdg" => 2,
            _ => 1,
        }
    }

    fn ahead<'l>(&'l self, from: &'l Anchor) -> impl Iterator<Item = &'l Anchor> {
        self.joined.iter().filter(move |(left, _)| left == from).map(|(_, right)| right)
    }

    fn behind<'l>(&'l self, to: &'l Anchor) -> impl Iterator<Item = &'l Anchor> {
        self.joined.iter().filter(move |(_, right)| right == to).map(|(left, _)| left)
    }

    /// Everything that a node leads to and comes from, itself included; nothing for what is not on the map.
    fn related(&self, anchor: &Anchor) -> Vec<&Anchor> {
        let Some(node) = self.nodes.iter().find(|node| *node == anchor) else { return Vec::new() };
        let mut out = vec![node];
        // An item lies between: what lies behind an area's items, or before a global goal's, belongs too.
        for next in self.ahead(node) {
            out.push(next);
            out.extend(self.ahead(next));
        }
        for next in self.behind(node) {
            out.push(next);
            out.extend(self.behind(next));
        }
        out
    }

    /// Up and down among the nodes of a column, left and right along the first link.
    fn neighbour(&self, anchor: &Anchor, direction: Direction) -> Option<&Anchor> {
        let column: Vec<&Anchor> = self.nodes.iter().filter(|node| Links::column(node) == Links::column(anchor)).collect();
        let position = column.iter().position(|node| *node == anchor)?;
        match direction {
            Direction::Up => column.get(position.checked_sub(1)?).copied(),
            Direction::Down => column.get(position + 1).copied(),
            Direction::Home => column.first().copied(),
            Direction::End => column.last().copied(),
            Direction::Right => self.nodes.iter().find(|node| self.ahead(anchor).any(|next| next == *node)),
            Direction::Left => self.nodes.iter().find(|node| self.behind(anchor).any(|next| next == *node)),
        }
    }
}

/// Chooses a node, or lets it go when it was the chosen one.
fn choose(state: State, root: &str, element: &Element, anchor: Anchor) {
    let language = state.language_now();
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.as_ref() == Some(&anchor) {
        clear(state, root);
        return;
    }
    let count = element.closest("svg").ok().flatten().map(|picture| Links::of(&picture).related(&anchor).len().saturating_sub(1));
    let name = element.get_attribute("aria-label").unwrap_or_default();
    address::set_view(state, root, View { selected: Some(anchor), ..view });
    state.announce(words::selected_announcement(language, &name, count.unwrap_or_default()));
}

fn clear(state: State, root: &str) {
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.is_some() {
        address::set_view(state, root, View { selected: None, ..view });
        state.announce(words::selection_cleared(state.language_now()));
    }
}

/// Gives every shape of the map its class: lit, chosen or neither.
fn paint(pointed: Option<&Anchor>, chosen: Option<&Anchor>) {
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return };
    for picture in dom::all(&page, &format!("{FIGURE} svg")) {
        let links = Links::of(&picture);
        let related = pointed.map(|anchor| links.related(anchor)).unwrap_or_default();
        let is_lit = |name: &str| related.iter().any(|anchor| anchor.as_str() == name);
        set(&picture, "has-lit", !related.is_empty());
        for element in dom::all(&picture, "[data-mark],[data-ends]") {
            let mark = element.get_attribute("data-mark");
            let lit = match (&mark, element.get_attribute("data-ends")) {
                (Some(mark), _) => is_lit(mark),
                (_, Some(ends)) => ends.split(' ').all(is_lit),
                _ => false,
            };
            set(&element, "is-lit", lit);
            set(&element, "is-chosen", chosen.is_some_and(|chosen| mark.as_deref() == Some(chosen.as_str())));
        }
    }
}

fn set(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// The node of the map that an event is about.
fn mark(event: &Event) -> Option<(Element, Anchor)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(&format!("{FIGURE} [data-mark]")).ok()??;
    let anchor = Anchor::parse(&element.get_attribute("data-mark")?)?;
    Some((element, anchor))
}
