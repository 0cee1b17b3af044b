//! The site writer.
