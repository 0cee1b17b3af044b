//! Files to catalogue: reads the data files, checks them and says what does not fit.
//!
//! Bytes in, a catalogue **and** a list of issues out; a broken entry costs that entry, never the rest.
//! Knows serde and the file formats; knows nothing of questions, pages, notes or where bytes come from.

pub mod check;
mod decode;
mod issue;
mod manifest;
mod publisher;
pub mod raw;

pub use decode::{FORMAT, decode};
pub use issue::{Issue, What};
pub use manifest::{Dataset, FileEntry, FileName, Manifest, sha256_hex};
pub use publisher::{Publisher, PublisherKind};
