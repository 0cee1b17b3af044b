//! JSON objects as ordered members with their values untouched: what this build does not know passes through byte for byte.
//!
//! Knows JSON and nothing of notes. Values are split, never interpreted, so depth costs nothing here.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The members of a JSON object in their order: decoded name, value exactly as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(pub Vec<(String, String)>);

/// Why a text is not a JSON object that can be kept without loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMembers {
    NotJson,
    NotAnObject,
    /// A name that stands twice: keeping one of the values would lose the other.
    Twice(String),
}

struct Raw<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, &'de RawValue>()? {
                    members.push(member);
                }
                Ok(Raw(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

impl Members {
    pub fn parse(json: &str) -> Result<Members, NotMembers> {
        let raw = serde_json::from_str::<Raw<'_>>(json).map_err(|error| match error.classify() {
            serde_json::error::Category::Data => NotMembers::NotAnObject,
            _ => NotMembers::NotJson,
        })?;
        let mut names: Vec<&str> = raw.0.iter().map(|(name, _)| name.as_str()).collect();
        super::ordered::sort(&mut names, Ord::cmp);
        if let Some((name, _)) = names.iter().zip(names.iter().skip(1)).find(|(a, b)| a == b) {
            return Err(NotMembers::Twice((*name).to_owned()));
        }
        Ok(Members(raw.0.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect()))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Takes a member out.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let index = self.0.iter().position(|(own, _)| own == name)?;
        Some(self.0.remove(index).1)
    }

    pub fn push_raw(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    pub fn push_text(&mut self, name: &str, value: &str) {
        self.push_raw(name, quoted(value));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object without white space between its members.
    pub fn to_json(&self) -> String {
        let mut out = String::from("{");
        for (index, (name, value)) in self.0.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            quote(name, &mut out);
            out.push(':');
            out.push_str(value);
        }
        out.push('}');
        out
    }
}

/// The values of a JSON array exactly as they were written; nothing where the text is no array.
pub fn items(json: &str) -> Option<Vec<&str>> {
    let raw: Vec<&RawValue> = serde_json::from_str(json).ok()?;
    Some(raw.into_iter().map(RawValue::get).collect())
}

/// The text of a JSON string; nothing where it is something else or no valid Unicode.
pub fn text(json: &str) -> Option<String> {
    serde_json::from_str(json).ok()
}

/// The texts of a JSON array of strings.
pub fn texts(json: &str) -> Option<Vec<String>> {
    items(json)?.into_iter().map(text).collect()
}

/// A JSON array of values that are JSON already.
pub fn array<S: AsRef<str>>(values: &[S]) -> String {
    let mut out = String::from("[");
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(value.as_ref());
    }
    out.push(']');
    out
}

/// A text as a JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                out.push_str("\\u00");
                let code = c as u32;
                out.extend([code >> 4, code & 15].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_pass_through_byte_for_byte() {
        let json = " {\"a\" : 1.00, \"b\":[ 1e999 ,{\"x\":\"\\ud800\"}],\"\\u0063\":\"\\u0041\" } ";
        let members = Members::parse(json).unwrap_or_default();
        assert_eq!(members.0.len(), 3);
        assert_eq!(members.get("a"), Some("1.00"));
        assert_eq!(members.get("b"), Some("[ 1e999 ,{\"x\":\"\\ud800\"}]"));
        assert_eq!(members.get("c"), Some("\"\\u0041\""));
        assert_eq!(members.to_json(), "{\"a\":1.00,\"b\":[ 1e999 ,{\"x\":\"\\ud800\"}],\"c\":\"\\u0041\"}");
    }

    #[test]
    fn what_is_no_object_says_why() {
        assert_eq!(Members::parse("{\"a\":1"), Err(NotMembers::NotJson));
        assert_eq!(Members::parse("{\"a\":1} x"), Err(NotMembers::NotJson));
        assert_eq!(Members::parse("[]"), Err(NotMembers::NotAnObject));
        assert_eq!(Members::parse("{\"a\":1,\"\\u0061\":2}"), Err(NotMembers::Twice("a".to_owned())));
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(200_000), "]".repeat(200_000));
        assert!(Members::parse(&deep).is_ok());
        assert_eq!(Members::parse(&"[".repeat(200_000)), Err(NotMembers::NotAnObject));
    }

    #[test]
    fn quoted_texts_read_back_equal() {
        for original in ["", "å\"\\\n\r\t\u{0}\u{1f}\u{7f}\u{2028}</script>😀", "\u{fffe}\u{feff}"] {
            assert_eq!(text(&quoted(original)).as_deref(), Some(original));
        }
    }
}
