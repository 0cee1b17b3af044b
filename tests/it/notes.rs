//! Notes: nothing a reader wrote is ever lost, whatever happens to storage, files and tabs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails should stop")]
#![allow(clippy::print_stderr, reason = "a skipped test says so, and one that measures says what")]

mod book;
mod disk;
mod file;
mod link;
mod merge;
mod pair;
mod readable;
mod record;
mod shelf;
mod unsaved;
pub mod writer;
