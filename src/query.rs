//! Questions asked of the catalogue.
//!
//! Catalogue in, plain answers out; knows `model` only.

pub mod actors;
pub mod budget;
pub mod checks;
pub mod compare;
pub mod contradictions;
pub mod coverage;
pub mod filter;
pub mod goals;
pub mod matrix;
pub mod search;
pub mod terms;
pub mod trail;
