//! Native tests, one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod catalogue;
mod chart_bars;
mod chart_flow;
mod chart_goal_map;
mod chart_golden;
mod chart_model;
mod chart_svg;
mod chart_waterfall;
mod check_data;
mod checks;
mod coverage;
mod data_package;
mod dataset_bad;
mod dataset_schema;
mod goal_filter;
mod layers;
mod links;
mod manifest;
mod notable;
mod notes;
mod other_city;
mod own_words;
mod pages_budget;
mod pages_decisions;
mod pages_goals;
mod pages_notebook;
mod pages_sharing;
mod previews;
mod readings;
mod record;
mod search;
mod site_build;
mod source_proof;
mod words;
