//! Browser tests, run in a real browser: `cargo test --target wasm32-unknown-unknown --test browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails should stop")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod database;
mod shelf;
