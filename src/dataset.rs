//! Files to catalogue: reads the data files, checks them and says what does not fit.
//!
//! Bytes in, a catalogue **and** a list of issues out; a broken entry costs that entry, never the rest.
//! Knows serde and the file formats; knows nothing of questions, pages, notes or where bytes come from.
//! `json` makes a tree of a text, `object` reads an object of it field by field, `decode` says which fields there are.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
mod decode;
#[cfg(not(target_arch = "wasm32"))]
mod describe;
mod issue;
mod json;
mod manifest;
mod object;
mod publisher;

pub use decode::decode;
#[cfg(not(target_arch = "wasm32"))]
pub use decode::decode_with_links;
#[cfg(not(target_arch = "wasm32"))]
pub use describe::schemas;
pub use issue::{Issue, Kind, What};
pub use manifest::{Dataset, FileEntry, FileName, Manifest, sha256_hex};
pub use publisher::{Publisher, PublisherKind};

/// The newest format of the data files that this version reads.
pub const FORMAT: u32 = 1;
