//! Native tests, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chart_bars;
mod chart_goal_map;
mod chart_golden;
mod chart_model;
mod chart_svg;
mod chart_waterfall;
mod checks;
mod coverage;
mod layers;
mod manifest;
mod notes;
mod own_words;
mod pages_budget;
mod record;
mod source_proof;
