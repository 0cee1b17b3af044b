//! What the browser starts.

fn main() {}
