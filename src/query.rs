//! Questions asked of the catalogue.
//!
//! Catalogue in, plain answers out; knows `model` only.

pub mod budget;
pub mod checks;
pub mod goals;
