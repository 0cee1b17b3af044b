//! What of the page the window shows: the layout that fits, the blocks that are out of sight, and of a drawing that is
//! larger than the window the part that is in it. The first module looks, the second writes what is in sight first.

use super::dom;
use super::exchange::{Exchange, items, list, member, text};
use super::state::State;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Pixels above and below the window that are drawn as well: what stands above a drawing may grow with a choice.
const MARGIN_PX: f64 = 120.0;

/// What the window shows.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    pub narrow: bool,
    /// Blocks above or below the window, or whose content is shown only when it is opened.
    later: Vec<String>,
    /// The part of the one drawing of a block that is in the window, from top to bottom, in pixels of the drawing.
    parts: Vec<(String, i32, i32)>,
}

impl Sight {
    /// Of a page that is not there yet: all of it, in the layout that fits.
    pub fn of_new_page() -> Sight {
        Sight { narrow: dom::is_narrow(), ..Sight::default() }
    }

    pub fn of_shown_page(state: State) -> Sight {
        let mut sight = Sight::of_new_page();
        // A sheet shows more than the window, and nothing is painted in between while a browser prints.
        if dom::is_on_paper() {
            return sight;
        }
        let high = dom::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
        for key in state.page.with_untracked(|page| page.blocks.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>()) {
            let found = dom::document().and_then(|page| page.query_selector(&format!("#main > [data-block=\"{key}\"]")).ok().flatten());
            let Some(block) = found else { continue };
            let at = block.get_bounding_client_rect();
            let late = block.query_selector("[data-late]").is_ok_and(|late| late.is_some());
            if late || at.bottom() < 0.0 || at.top() > high {
                sight.later.push(key);
            } else if let Some((top, bottom)) = part_in_window(&block, high) {
                sight.parts.push((key, top, bottom));
            }
        }
        sight
    }

    pub fn is_later(&self, key: &str) -> bool {
        self.later.iter().any(|own| own == key)
    }

    pub fn part(&self, key: &str) -> Option<(i32, i32)> {
        self.parts.iter().find(|(own, ..)| own == key).map(|(_, top, bottom)| (*top, *bottom))
    }

    pub fn to_value(&self) -> JsValue {
        let part = |(key, top, bottom): &(String, i32, i32)| {
            Exchange::new().text("key", key).value("top", &(*top).into()).value("bottom", &(*bottom).into()).into_value()
        };
        Exchange::new()
            .flag("narrow", self.narrow)
            .value("later", &list(self.later.iter().map(|key| JsValue::from_str(key))))
            .value("parts", &list(self.parts.iter().map(part)))
            .into_value()
    }

    pub fn from_value(value: &JsValue) -> Sight {
        let number = |part: &JsValue, name: &str| member(part, name).as_f64().map(|number| number as i32);
        let part = |part: &JsValue| Some((text(part, "key")?, number(part, "top")?, number(part, "bottom")?));
        Sight {
            narrow: member(value, "narrow").is_truthy(),
            later: items(value, "later").iter().filter_map(JsValue::as_string).collect(),
            parts: items(value, "parts").iter().filter_map(part).collect(),
        }
    }
}

/// Nothing where a block has no drawing or several, or where something in the drawing has focus, which is to stay there.
fn part_in_window(block: &Element, high: f64) -> Option<(i32, i32)> {
    let scenes = dom::all(block, "svg.scene").into_iter();
    let mut shown = scenes.map(|scene| (scene.get_bounding_client_rect(), scene)).filter(|(at, _)| at.height() > 0.0);
    let (at, scene) = shown.next().filter(|_| shown.next().is_none())?;
    let focused = dom::document().and_then(|page| page.active_element());
    if scene.contains(focused.as_deref()) {
        return None;
    }
    let height = js_sys::parse_float(&scene.get_attribute("height")?);
    let inside = |y: f64| ((y - at.top()) * height / at.height()) as i32;
    Some((inside(-MARGIN_PX), inside(high + MARGIN_PX)))
}
