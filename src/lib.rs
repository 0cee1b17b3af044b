//! Målkarta: a city's goals, money and decisions on one map.
//!
//! The pure half (everything but `web`) compiles natively and in the browser and is tested natively;
//! `web` alone touches the browser. See ARCHITECTURE.md for the code map and the arrows that must never exist.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails should stop")
)]

pub mod chart;
pub mod dataset;
pub mod i18n;
pub mod markup;
pub mod model;
pub mod notes;
pub mod page;
pub mod query;
pub mod url;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

#[cfg(target_arch = "wasm32")]
pub mod web;
