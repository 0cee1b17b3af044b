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
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

const FIGURE: &str = "[data-chart=\"goal-map\"]";

/// Wires the map. What is chosen stands in the address; pointing and focus are passing.
pub fn listen(state: State, root: String) {
    let light = move |pointed: Option<(Element, Anchor)>| {
        let chosen = state.location.with_untracked(|location| chosen(&location.view));
        let pointed = pointed.map(|(_, anchor)| vec![anchor]);
        paint(pointed.as_ref().unwrap_or(&chosen), &chosen);
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
    dom::hear("focusin", move |event: Event| {
        let pointed = mark(&event);
        if let Some((element, _)) = &pointed {
            stop_at(element);
        }
        light(pointed);
    });
    let by_touch = root.clone();
    dom::hear("click", move |event: web_sys::PointerEvent| {
        let Some((element, anchor)) = mark(&event) else { return };
        let now = state.location.with_untracked(|location| location.view.selected.clone());
        // A finger cannot point without touching: the first touch chooses, the second opens. What has no page is always
        // chosen, and a group of goals always opens.
        let by_finger = event.pointer_type() == "touch" && now.as_ref() != Some(&anchor) && anchor.kind() != "goals";
        if by_finger || !element.has_attribute("href") {
            event.prevent_default();
            self::choose(state, &by_touch, &element, anchor);
        }
    });
    dom::hear("keydown", move |event: KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        rove_matrix(&event);
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
                if anchor.kind() != "goals" {
                    choose(state, &root, &element, anchor);
                }
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
        let step = with_drawn(&element, |drawn| {
            let at = drawn.index(&anchor)?;
            let from = FAN.take().filter(|(_, to)| drawn.name(*to) == Some(anchor.as_str())).map(|(from, _)| from);
            let step = drawn.step(at, from, direction)?;
            FAN.set(step.along.map(|from| (from, step.to)));
            Some((drawn.nodes.get(step.to)?.element.clone(), step.said))
        });
        if let Some((target, said)) = step.flatten() {
            dom::focus(&target);
            if let Some((reading, place, of)) = said {
                state.announce(words::walked(state.language_now(), &reading, place, of));
            }
        }
    });
}

thread_local! {
    /// The node that focus came from along a link, and the one it came to: siblings are the other ends of its links.
    static FAN: std::cell::Cell<Option<(usize, usize)>> = const { std::cell::Cell::new(None) };
    /// The drawings of the page, read once for each time they are written.
    static DRAWN: RefCell<Vec<Drawn>> = const { RefCell::new(Vec::new()) };
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

/// A drawn map, read from its shapes: the picture says all that pointing and walking need.
struct Drawn {
    picture: Element,
    /// In the order of the drawing.
    nodes: Vec<DrawnNode>,
    links: Vec<DrawnLink>,
    /// What is lit now: nodes, then links.
    lit: Vec<bool>,
    chosen: Vec<usize>,
}

struct DrawnNode {
    name: String,
    element: Element,
    /// From the left.
    column: u8,
    /// Indices of the nodes that it leads to and comes from, each with its link, in the order of the drawing.
    ahead: Vec<(usize, usize)>,
    behind: Vec<(usize, usize)>,
}

struct DrawnLink {
    element: Element,
    from: usize,
    to: usize,
}

/// A step to another node.
struct Step {
    to: usize,
    /// The node whose links are walked along.
    along: Option<usize>,
    /// Of a step along a link: its reading, and which of how many.
    said: Option<(String, usize, usize)>,
}

impl Drawn {
    fn read(picture: Element) -> Drawn {
        let mut nodes: Vec<DrawnNode> = dom::all(&picture, "[data-mark]")
            .into_iter()
            .filter_map(|element| {
                let name = element.get_attribute("data-mark")?;
                let column = match name.split('/').next() {
                    Some("area") => 0,
                    Some("sdg") => 2,
                    _ => 1,
                };
                Some(DrawnNode { name, element, column, ahead: Vec::new(), behind: Vec::new() })
            })
            .collect();
        let place = |name: &str| nodes.iter().position(|node| node.name == name);
        let links: Vec<DrawnLink> = dom::all(&picture, "[data-ends]")
            .into_iter()
            .filter_map(|element| {
                let ends = element.get_attribute("data-ends")?;
                let (from, to) = ends.split_once(' ')?;
                Some(DrawnLink { from: place(from)?, to: place(to)?, element })
            })
            .collect();
        for (index, link) in links.iter().enumerate() {
            if let Some(node) = nodes.get_mut(link.from) {
                put_in_order(&mut node.ahead, (link.to, index));
            }
            if let Some(node) = nodes.get_mut(link.to) {
                put_in_order(&mut node.behind, (link.from, index));
            }
        }
        let lit = vec![false; nodes.len() + links.len()];
        let drawn = Drawn { picture, nodes, links, lit, chosen: Vec::new() };
        // One stop for the Tab key; arrows go on from there.
        for (index, node) in drawn.nodes.iter().enumerate() {
            let _ = node.element.set_attribute("tabindex", if index == 0 { "0" } else { "-1" });
        }
        drawn
    }

    fn index(&self, anchor: &Anchor) -> Option<usize> {
        self.nodes.iter().position(|node| node.name == anchor.as_str())
    }

    fn name(&self, index: usize) -> Option<&str> {
        self.nodes.get(index).map(|node| node.name.as_str())
    }

    /// Everything that a node leads to and comes from, itself included.
    fn related(&self, index: usize) -> Vec<usize> {
        let Some(node) = self.nodes.get(index) else { return Vec::new() };
        let mut out = vec![index];
        // An item lies between: what lies behind an area's items, or before a global goal's, belongs too.
        for (next, _) in &node.ahead {
            out.push(*next);
            out.extend(self.nodes.get(*next).into_iter().flat_map(|node| &node.ahead).map(|(node, _)| *node));
        }
        for (next, _) in &node.behind {
            out.push(*next);
            out.extend(self.nodes.get(*next).into_iter().flat_map(|node| &node.behind).map(|(node, _)| *node));
        }
        out
    }

    /// How many others belong together with a node.
    fn together(&self, index: usize) -> usize {
        let related = self.related(index);
        (0..self.nodes.len()).filter(|other| *other != index && related.contains(other)).count()
    }

    /// Left and right along links: back to where focus came from, else along the first one. Up and down among the
    /// ends of the links that focus came along, and past them among the nodes of the column.
    fn step(&self, at: usize, came_from: Option<usize>, direction: Direction) -> Option<Step> {
        let node = self.nodes.get(at)?;
        let plain = |to| Step { to, along: None, said: None };
        if matches!(direction, Direction::Left | Direction::Right) {
            let ends = if direction == Direction::Left { &node.behind } else { &node.ahead };
            if let Some(back) = came_from.filter(|from| ends.iter().any(|(end, _)| end == from)) {
                return Some(plain(back));
            }
            return self.along(at, ends, ends.first()?.0);
        }
        if let (Some(from), Direction::Up | Direction::Down) = (came_from, direction) {
            let origin = self.nodes.get(from)?;
            let ends = if origin.ahead.iter().any(|(end, _)| *end == at) { &origin.ahead } else { &origin.behind };
            let place = ends.iter().position(|(end, _)| *end == at);
            let next = place.and_then(|place| if direction == Direction::Up { place.checked_sub(1) } else { Some(place + 1) });
            if let Some((end, _)) = next.and_then(|next| ends.get(next)) {
                return self.along(from, ends, *end);
            }
        }
        let column: Vec<usize> =
            (0..self.nodes.len()).filter(|other| self.nodes.get(*other).is_some_and(|n| n.column == node.column)).collect();
        let position = column.iter().position(|other| *other == at)?;
        let to = match direction {
            Direction::Up => column.get(position.checked_sub(1)?),
            Direction::Down => column.get(position + 1),
            Direction::Home => column.first(),
            _ => column.last(),
        };
        to.copied().map(plain)
    }

    /// The step along a link of a node to one of its ends.
    fn along(&self, from: usize, ends: &[(usize, usize)], to: usize) -> Option<Step> {
        let place = ends.iter().position(|(end, _)| *end == to)?;
        let (_, link) = ends.get(place)?;
        let reading = self.links.get(*link)?.element.text_content().unwrap_or_default();
        Some(Step { to, along: Some(from), said: Some((reading.trim().to_owned(), place + 1, ends.len())) })
    }

    /// Gives what has changed its class: lit, chosen or neither.
    fn paint(&mut self, pointed: &[Anchor], chosen: &[Anchor]) {
        let find = |anchors: &[Anchor]| -> Vec<usize> { anchors.iter().filter_map(|anchor| self.index(anchor)).collect() };
        let (pointed, chosen) = (find(pointed), find(chosen));
        let mut lit = vec![false; self.lit.len()];
        for node in pointed.iter().flat_map(|index| self.related(*index)) {
            if let Some(place) = lit.get_mut(node) {
                *place = true;
            }
        }
        for (index, link) in self.links.iter().enumerate() {
            let both = [link.from, link.to].iter().all(|end| lit.get(*end).copied().unwrap_or(false));
            if let Some(place) = lit.get_mut(self.nodes.len() + index) {
                *place = both;
            }
        }
        set(&self.picture, "has-lit", !pointed.is_empty());
        let elements = self.nodes.iter().map(|node| &node.element).chain(self.links.iter().map(|link| &link.element));
        for ((element, now), before) in elements.zip(&lit).zip(&self.lit) {
            if now != before {
                set(element, "is-lit", *now);
            }
        }
        for (indices, on) in [(&self.chosen, false), (&chosen, true)] {
            for node in indices.iter().filter_map(|index| self.nodes.get(*index)) {
                set(&node.element, "is-chosen", on);
            }
        }
        self.lit = lit;
        self.chosen = chosen;
    }
}

/// Sorting by hand: the standard library's would cost the first visit kilobytes for lists of a dozen.
fn put_in_order(list: &mut Vec<(usize, usize)>, pair: (usize, usize)) {
    let place = list.iter().position(|other| *other > pair).unwrap_or(list.len());
    list.insert(place, pair);
}

/// Asks the drawing that an element is part of.
fn with_drawn<T>(element: &Element, ask: impl FnOnce(&Drawn) -> T) -> Option<T> {
    let picture = element.closest("svg").ok()??;
    refresh();
    DRAWN.with_borrow(|all| all.iter().find(|drawn| drawn.picture == picture).map(ask))
}

/// Reads the drawings that were written since.
fn refresh() {
    let Some(page) = dom::document().and_then(|document| document.document_element()) else { return };
    let pictures = dom::all(&page, &format!("{FIGURE} svg"));
    DRAWN.with_borrow_mut(|all| {
        let same = all.len() == pictures.len() && all.iter().zip(&pictures).all(|(drawn, picture)| drawn.picture == *picture);
        if !same {
            *all = pictures.into_iter().map(Drawn::read).collect();
        }
    });
}

/// The Tab key stops at the node that had focus last.
fn stop_at(element: &Element) {
    let Ok(Some(picture)) = element.closest("svg") else { return };
    for stop in dom::all(&picture, "[data-mark][tabindex=\"0\"]") {
        let _ = stop.set_attribute("tabindex", "-1");
    }
    let _ = element.set_attribute("tabindex", "0");
}

/// What lights up without being pointed at: what is chosen, or both goals of a comparison.
fn chosen(view: &View) -> Vec<Anchor> {
    match (&view.selected, &view.compare) {
        (_, Some([first, second])) => vec![Anchor::goal(first), Anchor::goal(second)],
        (selected, None) => selected.iter().cloned().collect(),
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
    let count = with_drawn(element, |drawn| drawn.index(&anchor).map(|index| drawn.together(index)));
    let name = element.get_attribute("aria-label").unwrap_or_default();
    // The picture shows it at once; what is said about it comes with the page.
    paint(std::slice::from_ref(&anchor), std::slice::from_ref(&anchor));
    let root = root.to_owned();
    dom::after_paint(move || address::set_view(state, &root, View { selected: Some(anchor), ..view }));
    state.announce(words::selected_announcement(language, &name, count.flatten().unwrap_or_default()));
}

fn clear(state: State, root: &str) {
    let view = state.location.with_untracked(|location| location.view.clone());
    if view.selected.is_some() {
        paint(&[], &[]);
        let root = root.to_owned();
        dom::after_paint(move || address::set_view(state, &root, View { selected: None, ..view }));
        state.announce(words::selection_cleared(state.language_now()));
    }
}

fn paint(pointed: &[Anchor], chosen: &[Anchor]) {
    refresh();
    DRAWN.with_borrow_mut(|all| all.iter_mut().for_each(|drawn| drawn.paint(pointed, chosen)));
}

fn set(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// The marks of the matrix are one stop for the Tab key; arrows go from mark to mark in a row and in a column.
fn rove_matrix(event: &KeyboardEvent) {
    let Some(mark) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Ok(Some(table)) = mark.closest("[data-chart=\"matrix\"]") else { return };
    let Some(column) = mark.get_attribute("data-cell") else { return };
    let of_column = |key: &str| key == "ArrowUp" || key == "ArrowDown";
    let key = event.key();
    let marks = if of_column(&key) {
        dom::all(&table, &format!("[data-cell=\"{column}\"]"))
    } else {
        mark.closest("tr").ok().flatten().map(|row| dom::all(&row, "[data-cell]")).unwrap_or_default()
    };
    let Some(position) = marks.iter().position(|other| *other == mark) else { return };
    let next = match key.as_str() {
        "ArrowUp" | "ArrowLeft" => position.checked_sub(1),
        "ArrowDown" | "ArrowRight" => Some(position + 1),
        "Home" => Some(0),
        "End" => marks.len().checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(target) = next.and_then(|index| marks.get(index)) {
        let _ = mark.set_attribute("tabindex", "-1");
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
