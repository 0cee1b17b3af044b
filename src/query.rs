//! Questions asked of the catalogue.
//!
//! Catalogue in, plain answers out; knows `model` only.

pub mod actors;
pub mod budget;
pub mod checks;
pub mod contradictions;
pub mod coverage;
pub mod goals;
pub mod search;
pub mod terms;
pub mod trail;
