//! What touches the browser; wasm32 only.

pub mod clock;
pub mod shelf;
