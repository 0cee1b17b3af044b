//! Plain objects between the two WebAssembly modules: written by one, read by the other.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object that is being written.
pub struct Exchange(Object);

impl Exchange {
    pub fn new() -> Exchange {
        Exchange(Object::new())
    }

    pub fn value(self, name: &str, value: &JsValue) -> Exchange {
        // A new plain object takes every member.
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), value);
        self
    }

    pub fn text(self, name: &str, text: &str) -> Exchange {
        self.value(name, &JsValue::from_str(text))
    }

    pub fn flag(self, name: &str, on: bool) -> Exchange {
        self.value(name, &JsValue::from_bool(on))
    }

    pub fn into_value(self) -> JsValue {
        self.0.into()
    }
}

pub fn list(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// A member of an object; undefined where there is none.
pub fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

pub fn text(object: &JsValue, name: &str) -> Option<String> {
    member(object, name).as_string()
}

pub fn items(object: &JsValue, name: &str) -> Vec<JsValue> {
    member(object, name).dyn_into::<Array>().map(|array| array.to_vec()).unwrap_or_default()
}
