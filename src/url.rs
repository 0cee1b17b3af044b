//! Addresses: which page, in which language and edition, with which view.
//!
//! Knows `model` and how addresses are spelled; knows nothing of data, pages or the browser.
//! The grammar is a promise: every form that was ever released stays readable.

mod codec;
mod route;
mod view;

pub use route::{Address, Route, relative, rescue_path};
pub use view::{MapForm, View, ViewProblem, expecting_notes, expects_notes, is_later};
