//! What readers read: every message in both languages side by side, numbers and dates as each language writes them.
//!
//! A message is a function of the language (and of its values), made by [`messages!`]; one that lacks a
//! language does not compile. Knows `model` only.

/// Writes a function for each message: `name(arguments) { sv: …, en: … }`, where each side is text or an expression.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident ( $($arg:ident : $ty:ty),* ) { sv: $sv:expr, en: $en:expr $(,)? })*) => {
        $(
            $(#[$meta])*
            pub fn $name(language: $crate::model::Language $(, $arg: $ty)*) -> std::borrow::Cow<'static, str> {
                match language {
                    $crate::model::Language::Sv => std::borrow::Cow::from($sv),
                    $crate::model::Language::En => std::borrow::Cow::from($en),
                }
            }
        )*
    };
}

pub mod assessment;
pub mod chart;
pub mod checks;
pub mod data;
pub mod data_package;
pub mod date;
pub mod decisions;
pub mod edition;
pub mod follow_up;
pub mod frame;
pub mod glossary;
pub mod goals;
pub mod guide;
pub mod issue;
pub mod live;
pub mod map;
pub mod money;
pub mod notebook;
pub mod notes;
pub mod number;
pub mod questions;
pub mod search;
pub mod share;
pub mod source;
pub mod start;
