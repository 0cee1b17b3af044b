//! Native tests, one binary.

mod notes;
