//! The rim: everything that touches the browser (wasm32 only).
//!
//! Takes over the static page: data first, the live tree mounted into a detached element, then one
//! `replaceWith`. The address is the truth of what is shown; pages come from `page` as the same blocks
//! that the static page was written from. Knows every other module; no other module knows it.

mod address;
mod app;
mod archive;
mod assessment;
mod cabinet;
mod charts;
mod clipboard;
pub mod clock;
mod components;
mod dom;
mod download;
mod exchange;
mod load;
mod messages;
mod notebook;
mod offline;
mod pages;
mod panic;
mod pictures;
pub mod press;
mod raster;
mod search;
mod share;
pub mod shelf;
mod sight;
mod state;
mod take_away;
mod visiting;
mod writing;

/// Starts the application on a page that the site writer made (or on the shell).
pub fn start() {
    panic::install();
    // The framework gets its own executor when the first part is mounted; this comes before.
    wasm_bindgen_futures::spawn_local(app::take_over());
}
