//! Pictures: typed series in, scenes of plain shapes out.
//!
//! Knows `model`, `i18n` and `markup`; never notes, addresses or files. plotters is used here and nowhere else.

mod axis;
pub mod bars;
pub mod describe;
pub mod emblem;
pub mod flow;
pub mod goal_map;
mod order;
pub mod record;
pub mod scene;
pub mod separated;
pub mod series;
pub mod svg;
pub mod text_width;
pub mod waterfall;
