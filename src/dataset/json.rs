//! A JSON text as a small tree that borrows from it.
//!
//! Knows serde and nothing of what the values mean: the one place where a data file meets the JSON reader,
//! so that the compiler writes that reader once and not for every kind of entry.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A JSON value.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    YesNo(bool),
    Whole(i64),
    /// A number with decimals, or one beyond 64 bits; no field takes one.
    Fraction(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// The members in their order; a name may stand twice.
    Object(Vec<Member<'a>>),
}

pub(super) type Member<'a> = (Cow<'a, str>, Json<'a>);

/// Why a text is no such tree; lines and columns start at 1.
#[derive(Debug, PartialEq)]
pub(super) enum NotRead {
    NotJson { line: usize, column: usize },
    TooDeep { line: usize, column: usize },
}

/// More levels than any data file has, and far fewer than the stack holds.
const MOST_LEVELS: u8 = 24;

pub(super) fn parse(text: &str) -> Result<Json<'_>, NotRead> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let tree = Level(MOST_LEVELS).deserialize(&mut reader);
    tree.and_then(|tree| reader.end().map(|()| tree)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        // The only complaint of our own is the one about depth.
        if error.is_data() { NotRead::TooDeep { line, column } } else { NotRead::NotJson { line, column } }
    })
}

/// Reads a value; carries how many levels may still open in it.
struct Level(u8);

impl Level {
    fn below<E: Error>(&self) -> Result<u8, E> {
        self.0.checked_sub(1).ok_or_else(|| E::custom(""))
    }
}

impl<'a> DeserializeSeed<'a> for Level {
    type Value = Json<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Json<'a>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Level {
    type Value = Json<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'a>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'a>, E> {
        Ok(Json::YesNo(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'a>, E> {
        Ok(Json::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'a>, E> {
        Ok(i64::try_from(value).map_or(Json::Fraction(value as f64), Json::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'a>, E> {
        Ok(Json::Fraction(value))
    }

    fn visit_borrowed_str<E>(self, value: &'a str) -> Result<Json<'a>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'a>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Json<'a>, A::Error> {
        let below = self.below()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Level(below))? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Json<'a>, A::Error> {
        let below = self.below()?;
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(Level(below))? {
            let value = map.next_value_seed(Level(below))?;
            // JSON names are always texts.
            if let Json::Text(name) = name {
                members.push((name, value));
            }
        }
        Ok(Json::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_borrows_what_needs_no_change() {
        let tree = parse(r#" {"a":[1,-2,2.5,true,null,"å"],"a":"\u0041","b":18446744073709551615} "#);
        let list =
            vec![Json::Whole(1), Json::Whole(-2), Json::Fraction(2.5), Json::YesNo(true), Json::Null, Json::Text(Cow::Borrowed("å"))];
        let members = vec![
            (Cow::Borrowed("a"), Json::List(list)),
            (Cow::Borrowed("a"), Json::Text(Cow::Owned("A".to_owned()))),
            (Cow::Borrowed("b"), Json::Fraction(18446744073709551615.0)),
        ];
        assert_eq!(tree, Ok(Json::Object(members)));
    }

    #[test]
    fn what_is_no_json_says_where() {
        assert_eq!(parse("{\n\"a\":1,}"), Err(NotRead::NotJson { line: 2, column: 7 }));
        assert_eq!(parse("{} x"), Err(NotRead::NotJson { line: 1, column: 4 }));
        assert_eq!(parse(&"[".repeat(1_000_000)), Err(NotRead::TooDeep { line: 1, column: 25 }));
    }
}
