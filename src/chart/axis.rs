//! The value axis that charts of bars share: laid out and drawn by plotters, above the first row.

use super::record::{Recorder, reserved};
use super::scene::{PER_PX, Shape, TextAnchor, Token};
use super::series::Measure;
use super::text_width::width;
use crate::model::Language;
use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::{RangedCoordi32, RangedCoordi64};
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::style::{Color, FontFamily, ShapeStyle, TRANSPARENT, TextStyle};
use std::convert::Infallible;

/// Where the axis lies, in units, and what it measures: from `low` to `high` as [`Measure::plotted`].
pub(super) struct Axis {
    pub low: i64,
    pub high: i64,
    /// Left and right end.
    pub from: i32,
    pub to: i32,
    pub plot_top: i32,
    /// Of the whole drawing.
    pub height: i32,
    /// At most.
    pub ticks: usize,
    /// Of its labels.
    pub size: i32,
}

/// The area that maps values to places.
pub(super) type Plot = DrawingArea<Recorder, Cartesian2d<RangedCoordi64, RangedCoordi32>>;

pub(super) type Root = DrawingArea<Recorder, plotters::coord::Shift>;

impl Axis {
    /// Draws labels and grid lines; the values of marks are placed with what comes back.
    pub(super) fn draw(&self, root: &Root, measure: Measure, language: Language) -> Result<Plot, DrawingAreaErrorKind<Infallible>> {
        let Axis { low, high, from, to, plot_top, height, .. } = *self;
        let tick = |value: &i64| measure.tick(*value, language);
        let tick_width = |value: i64| width(&measure.end_label(value, language), self.size, false);
        let widest = tick_width(low).max(tick_width(high));
        // plotters keeps below the number that it is given.
        let ticks = usize::try_from((to - from) / (widest + 14 * PER_PX)).unwrap_or(0).clamp(1, self.ticks) + 1;
        let axis_height = 24 * PER_PX;
        let plot_height = height - plot_top;
        let area = root.clone().shrink((from, plot_top - axis_height), (to - from + 1, plot_height + axis_height + 1));
        let mut chart = ChartBuilder::on(&area).top_x_label_area_size(axis_height).build_cartesian_2d(low..high, 0..plot_height)?;
        let (soft, grid) = (reserved(Token::Soft), stroke(Token::Grid, 10));
        chart
            .configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(ticks)
            .x_max_light_lines(1)
            .x_label_formatter(&tick)
            .label_style(TextStyle::from((FontFamily::SansSerif, self.size)).color(&soft))
            .bold_line_style(grid)
            .light_line_style(TRANSPARENT)
            .axis_style(TRANSPARENT)
            .set_tick_mark_size(LabelAreaPosition::Top, 3 * PER_PX)
            .draw()?;
        Ok(chart.plotting_area().clone())
    }
}

pub(super) fn filled(token: Token) -> ShapeStyle {
    Color::filled(&reserved(token))
}

pub(super) fn stroke(token: Token, width: u32) -> ShapeStyle {
    Color::stroke_width(&reserved(token), width)
}

pub(super) fn text(x: i32, y: i32, size: i32, bold: bool, anchor: TextAnchor, fill: Token, content: &str) -> Shape {
    Shape::Text { x, y, size, bold, anchor, fill, content: content.to_owned(), lang: None }
}
