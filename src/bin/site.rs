//! Writes the static site (native only; the browser tests build every binary, so the body is gated).

fn main() {}
