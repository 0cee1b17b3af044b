//! The step chart: rows from top to bottom, bars from where the running value was to where it comes.
//!
//! plotters lays out the value axis, the grid, the bars and what joins them; labels stand at the left on a wide screen
//! and above the bar on a narrow one.

use super::axis::{Axis, filled, stroke, text};
use super::describe;
use super::record::Recorder;
use super::scene::{Mark, PER_PX, Role, Scene, Shape, TextAnchor, Token, WidthClass};
use super::series::{Movement, Step, StepSeries, Value};
use super::text_width::{width, wrap};
use crate::i18n::chart as say;
use crate::model::Language;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Rectangle};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// The sizes of one width class, in units.
struct Sizes {
    label: i32,
    line: i32,
    value: i32,
    axis: i32,
    bar: i32,
    /// Where bars begin and end at most, before room for their values.
    plot_from: i32,
    plot_to: i32,
    label_width: i32,
    /// Between the words above the chart and the first row.
    head: i32,
    ticks: usize,
}

fn sizes(class: WidthClass) -> Sizes {
    let px = PER_PX;
    let wide = class == WidthClass::Wide;
    let whole = class.width_px() * px;
    Sizes {
        label: if wide { 14 * px } else { 13 * px },
        line: if wide { 18 * px } else { 17 * px },
        value: if wide { 14 * px } else { 13 * px },
        axis: 12 * px,
        bar: if wide { 18 * px } else { 10 * px },
        plot_from: if wide { 292 * px } else { 0 },
        plot_to: whole,
        label_width: if wide { 276 * px } else { whole },
        head: if wide { 44 * px } else { 66 * px },
        ticks: if wide { 7 } else { 4 },
    }
}

/// A row with its place: everything in units from the top of the scene.
struct Placed<'a> {
    step: &'a Step,
    lines: Vec<String>,
    value: String,
    top: i32,
    bottom: i32,
    first_baseline: i32,
    bar_top: i32,
}

/// The chart of a series. Each row is a mark with the anchor of its table row.
pub fn scene(series: &StepSeries, class: WidthClass, language: Language) -> Scene {
    let sizes = sizes(class);
    let placed = place(series, class, language, &sizes);
    let whole = class.width_px() * PER_PX;
    let height = placed.last().map_or(sizes.head, |row| row.bottom) + 6 * PER_PX;

    let marks = placed.iter().map(|row| mark(series, row, language)).collect();
    let recorder = Rc::new(RefCell::new(Recorder::new(whole, height)));
    for (index, row) in placed.iter().enumerate() {
        let band =
            Shape::Rect { x: 0, y: row.top, width: whole, height: row.bottom - row.top, radius: 3 * PER_PX, fill: None, stroke: None };
        recorder.borrow_mut().push(Some(index), band);
    }
    // The recorder cannot fail, and a chart that plotters cannot lay out still has its labels and values.
    let drawn = draw(series, class, language, &sizes, &placed, &recorder, height);
    debug_assert!(drawn.is_ok(), "{drawn:?}");
    let mut recorder = recorder.take();
    head(series, class, language, &mut recorder);
    for (index, row) in placed.iter().enumerate() {
        for (line, content) in row.lines.iter().enumerate() {
            let y = row.first_baseline + line as i32 * sizes.line;
            recorder.push(Some(index), text(0, y, sizes.label, bold(row.step), TextAnchor::Start, Token::Ink, content));
        }
    }
    Scene {
        width: whole,
        height,
        title: describe::title(series, language),
        description: describe::summary(series, language),
        shapes: recorder.into_shapes(marks),
    }
}

fn place<'a>(series: &'a StepSeries, class: WidthClass, language: Language, sizes: &Sizes) -> Vec<Placed<'a>> {
    let mut top = sizes.head;
    let mut out: Vec<Placed<'a>> = Vec::new();
    for step in &series.steps {
        let value = series.value_text(step, language);
        let value_width = width(&value, sizes.value, bold(step));
        let room =
            if class == WidthClass::Wide { sizes.label_width } else { (sizes.label_width - value_width - 10 * PER_PX).max(100 * PER_PX) };
        let lines = wrap(step.label.get(language), sizes.label, bold(step), room, 5);
        let text_height = lines.len().max(1) as i32 * sizes.line;
        // A little air around sums lets the eye find them.
        let air = if matches!(step.movement, Movement::Total | Movement::Aside) { 4 * PER_PX } else { 0 };
        let (height, first_baseline, bar_top) = if class == WidthClass::Wide {
            let height = (text_height + 8 * PER_PX).max(28 * PER_PX) + 2 * air;
            (height, top + (height - text_height) / 2 + sizes.line * 3 / 4, top + (height - sizes.bar) / 2)
        } else {
            let bar_top = top + air + text_height + 9 * PER_PX;
            (bar_top + sizes.bar + 9 * PER_PX + air - top, top + air + 5 * PER_PX + sizes.line * 3 / 4, bar_top)
        };
        out.push(Placed { step, lines, value, top, bottom: top + height, first_baseline, bar_top });
        top += height;
    }
    out
}

fn mark(series: &StepSeries, row: &Placed<'_>, language: Language) -> Mark {
    let class = match (row.step.movement, row.step.value) {
        (_, Value::Missing(_)) => "bar bar-missing",
        (Movement::Step, _) => "bar bar-step",
        (Movement::Group, _) => "bar bar-group",
        (Movement::Total, _) => "bar bar-total",
        (Movement::Aside, _) => "bar bar-aside",
    };
    let label = series.label(row.step, language);
    Mark { anchor: Some(series.anchor(row.step)), ends: None, role: Role::Image, href: None, label, class, shapes: Vec::new() }
}

/// The unit, and what the colours mean, above the chart.
fn head(series: &StepSeries, class: WidthClass, language: Language, recorder: &mut Recorder) {
    let size = 12 * PER_PX;
    let words = describe::value_head(series, language);
    // On a narrow screen the axis has the third line to itself.
    let (first, second) = if class == WidthClass::Wide { (13 * PER_PX, 31 * PER_PX) } else { (12 * PER_PX, 32 * PER_PX) };
    let words = super::text_width::cut(&words, size, false, class.width_px() * PER_PX);
    recorder.push(None, text(0, first, size, false, TextAnchor::Start, Token::Soft, &words));
    let mut x = 0;
    let mut legend = vec![
        (Token::Plus, None, say::legend_plus(language)),
        (Token::Minus, None, say::legend_minus(language)),
        (Token::Total, None, say::legend_sum(language)),
    ];
    // What is drawn as an outline shows a number that the steps do not add.
    if series.steps.iter().any(|step| matches!(step.movement, Movement::Group | Movement::Aside)) {
        legend.push((Token::Card, Some(Token::Total), say::legend_outside(language)));
    }
    for (fill, stroke, word) in legend {
        let square = 9 * PER_PX;
        recorder.push(None, Shape::Rect { x, y: second - square, width: square, height: square, radius: PER_PX, fill: Some(fill), stroke });
        x += square + 5 * PER_PX;
        recorder.push(None, text(x, second, size, false, TextAnchor::Start, Token::Soft, &word));
        x += width(&word, size, false) + 9 * PER_PX;
    }
}

/// Axis, grid, bars, values and what joins them, through plotters.
fn draw(
    series: &StepSeries,
    class: WidthClass,
    language: Language,
    sizes: &Sizes,
    placed: &[Placed<'_>],
    recorder: &Rc<RefCell<Recorder>>,
    height: i32,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let low = placed.iter().map(|row| row.step.from.min(row.step.to)).min().unwrap_or(0).min(0);
    let high = placed.iter().map(|row| row.step.from.max(row.step.to)).max().unwrap_or(0).max(0);
    let high = if low == high { high + 1 } else { high };
    let measure = series.measure();
    let (low, high) = (measure.plotted(low), measure.plotted(high).max(measure.plotted(low).saturating_add(1)));
    let tick_width = |value: i64| width(&measure.end_label(value, language), sizes.axis, false);

    // Room for the values beside the bars, or for half of the outermost label of the axis.
    let (mut left, mut right) = (tick_width(low) / 2, tick_width(high) / 2);
    if class == WidthClass::Wide {
        for row in placed {
            let room = width(&row.value, sizes.value, bold(row.step)) + 8 * PER_PX;
            if points_left(row.step) { left = left.max(room) } else { right = right.max(room) }
        }
    }
    let (from, to) = (sizes.plot_from + left, (sizes.plot_to - right).max(sizes.plot_from + left + 40 * PER_PX));
    let plot_top = sizes.head - 2 * PER_PX;
    let root = DrawingArea::from(recorder);
    let root = &root;
    let axis = Axis { low, high, from, to, plot_top, height, ticks: sizes.ticks, size: sizes.axis };
    let plot = axis.draw(root, measure, language)?;
    let x = |value: i64| plot.map_coordinate(&(measure.plotted(value), 0)).0;
    let zero = x(0);
    root.draw(&PathElement::new(vec![(zero, plot_top), (zero, height)], stroke(Token::Line, 10)))?;
    for pair in placed.windows(2) {
        if let [this, next] = pair
            && next.step.movement != Movement::Aside
            && this.step.movement != Movement::Aside
        {
            let at = x(this.step.after);
            let join = vec![(at, this.bar_top + sizes.bar), (at, next.bar_top)];
            // On a narrow screen they pass behind the labels.
            let token = if class == WidthClass::Wide { Token::Line } else { Token::Grid };
            root.draw(&PathElement::new(join, stroke(token, 10)))?;
        }
    }
    for (index, row) in placed.iter().enumerate() {
        recorder.borrow_mut().open(Some(index));
        let step = row.step;
        let (start, end) = (x(step.from), x(step.to));
        let (mut x0, mut x1) = (start.min(end), start.max(end));
        if matches!(step.value, Value::Printed(_)) {
            // The smallest amounts keep a line that can be seen.
            if x1 - x0 < 15 {
                (x0, x1) = if points_left(step) { (x1 - 15, x1) } else { (x0, x0 + 15) };
            }
            let corners = [(x0, row.bar_top), (x1, row.bar_top + sizes.bar)];
            match step.movement {
                Movement::Step => root.draw(&Rectangle::new(corners, filled(tone(step))))?,
                Movement::Total => root.draw(&Rectangle::new(corners, filled(Token::Total)))?,
                Movement::Group | Movement::Aside => {
                    root.draw(&Rectangle::new(corners, filled(Token::Card)))?;
                    root.draw(&Rectangle::new(corners, stroke(tone(step), 15)))?;
                }
            }
        }
        let (anchor, at, baseline) = match class {
            WidthClass::Narrow => (TextAnchor::End, sizes.plot_to, row.first_baseline),
            WidthClass::Wide if points_left(step) => {
                (TextAnchor::End, x0 - 6 * PER_PX, row.bar_top + sizes.bar / 2 + sizes.value * 35 / 100)
            }
            WidthClass::Wide => (TextAnchor::Start, x1 + 6 * PER_PX, row.bar_top + sizes.bar / 2 + sizes.value * 35 / 100),
        };
        let fill = if step.printed().is_some() { Token::Ink } else { Token::Soft };
        let value = text(at, baseline, sizes.value, bold(step), anchor, fill, &row.value);
        let mut recorder = recorder.borrow_mut();
        recorder.open(None);
        recorder.push(Some(index), value);
    }
    Ok(())
}

/// Sums that stand for the running value, or beside it, are set in bold.
fn bold(step: &Step) -> bool {
    step.is_sum()
}

/// The side of the bar that its value stands on: where the bar leads.
fn points_left(step: &Step) -> bool {
    step.to < step.from
}

fn tone(step: &Step) -> Token {
    match step.movement {
        Movement::Total | Movement::Aside => Token::Total,
        _ if step.to < step.from => Token::Minus,
        _ => Token::Plus,
    }
}
