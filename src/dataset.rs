//! Files to catalogue and issues.

pub mod raw;
