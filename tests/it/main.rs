//! Native tests, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chart_goal_map;
mod chart_golden;
mod chart_model;
mod chart_svg;
mod chart_waterfall;
mod check_data;
mod dataset_bad;
mod dataset_schema;
mod notes;
