//! A drawing as a list of plain shapes: what every picture of the application is before it is painted.
//!
//! Coordinates are whole numbers, [`PER_PX`] units a pixel, origin in the upper left corner, y downwards.
//! Colours are style tokens, never values; the style sheet gives each token its colour in light, dark,
//! print and forced colours. Equal input gives an equal scene natively and in the browser.

use crate::model::Anchor;

/// Units of a scene per pixel.
pub const PER_PX: i32 = 10;

/// Which of the two layouts a scene is made for; both stand in the static page and a media query shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidthClass {
    /// 320 px wide: a phone held upright.
    Narrow,
    /// 960 px wide.
    Wide,
}

impl WidthClass {
    pub const ALL: [WidthClass; 2] = [WidthClass::Narrow, WidthClass::Wide];

    /// The width of a scene of this class in pixels.
    pub fn width_px(self) -> i32 {
        match self {
            WidthClass::Narrow => 320,
            WidthClass::Wide => 960,
        }
    }
}

/// A drawing with its accessible name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// In units, not pixels.
    pub width: i32,
    pub height: i32,
    /// The accessible name: what it shows and its finding.
    pub title: String,
    /// What a screen reader hears after the name.
    pub description: String,
    pub shapes: Vec<Shape>,
}

/// What a shape is painted with; the style sheet knows the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// Running text and strong lines.
    Ink,
    /// Secondary text.
    Soft,
    /// Axes and separators.
    Line,
    /// Grid lines.
    Grid,
    /// The page's own ground, behind labels.
    Ground,
    /// A card or node.
    Card,
    /// Marks without a meaning of their own.
    Mark,
    /// Income and surplus.
    Plus,
    /// Cost and deficit.
    Minus,
    /// Totals.
    Total,
    /// What the reader has chosen.
    Chosen,
    /// The marker colour of a global goal, 1–17.
    Sdg(u8),
    /// The colour of a target area, from 0.
    Area(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Upper left corner, size, corner radius. Without fill and stroke it is the ground that a pointer can hit.
    Rect {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        radius: i32,
        fill: Option<Token>,
        stroke: Option<Token>,
    },
    /// A polyline, or a polygon where `fill` is set.
    Path {
        points: Vec<(i32, i32)>,
        closed: bool,
        fill: Option<Token>,
        stroke: Option<Token>,
        stroke_width: i32,
        dashed: bool,
    },
    /// A link between two nodes: a cubic curve that leaves and arrives horizontally.
    Curve {
        from: (i32, i32),
        to: (i32, i32),
        stroke: Token,
        stroke_width: i32,
        dashed: bool,
    },
    Circle {
        x: i32,
        y: i32,
        radius: i32,
        fill: Option<Token>,
        stroke: Option<Token>,
    },
    /// One line of text; `y` is the baseline, `size` the font size in units.
    Text {
        x: i32,
        y: i32,
        size: i32,
        bold: bool,
        anchor: TextAnchor,
        fill: Token,
        content: String,
        lang: Option<&'static str>,
    },
    /// Shapes that are one thing to the reader.
    Mark(Mark),
}

/// What a mark is for assistive technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A link to a page (`href` is set).
    Link,
    /// A picture of a value with a spoken label.
    Image,
    /// A named part of the drawing that holds other marks.
    Group,
    /// Heard elsewhere: hidden from assistive technology.
    Hidden,
}

/// A part of a drawing that can be pointed at, focused, chosen or cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it stands for. Links between nodes use the anchor of both ends in `ends` instead.
    pub anchor: Option<Anchor>,
    /// For a connection: the two things it joins.
    pub ends: Option<(Anchor, Anchor)>,
    pub role: Role,
    /// Relative address of the page about it.
    pub href: Option<String>,
    /// What is heard and shown when it is pointed at.
    pub label: String,
    /// Class names for the style sheet, written in this program.
    pub class: &'static str,
    pub shapes: Vec<Shape>,
}

impl Mark {
    /// From its uppermost to its lowermost place; nothing where it draws nothing.
    pub fn reach(&self) -> Option<(i32, i32)> {
        self.shapes.iter().filter_map(Shape::reach).reduce(|all, own| (all.0.min(own.0), all.1.max(own.1)))
    }
}

impl Shape {
    fn reach(&self) -> Option<(i32, i32)> {
        match self {
            Shape::Rect { y, height, .. } => Some((*y, y + height)),
            Shape::Path { points, .. } => {
                let places = points.iter().map(|(_, y)| *y);
                places.clone().min().zip(places.max())
            }
            Shape::Curve { from, to, .. } => Some((from.1.min(to.1), from.1.max(to.1))),
            Shape::Circle { y, radius, .. } => Some((y - radius, y + radius)),
            // A line goes a little below its baseline.
            Shape::Text { y, size, .. } => Some((y - size, y + size / 3)),
            Shape::Mark(mark) => mark.reach(),
        }
    }
}

impl Scene {
    /// The marks in drawing order, those inside groups included.
    pub fn marks(&self) -> Vec<&Mark> {
        let mut out = Vec::new();
        collect_marks(&self.shapes, &mut out);
        out
    }

    /// The same drawing with nothing to point at: one picture, heard as its title and description.
    pub fn still(self) -> Scene {
        Scene { shapes: still(self.shapes), ..self }
    }
}

fn still(shapes: Vec<Shape>) -> Vec<Shape> {
    let kept = shapes.into_iter().filter(|shape| !matches!(shape, Shape::Rect { fill: None, stroke: None, .. }));
    let quiet = |mark: Mark| Mark {
        anchor: None,
        ends: None,
        role: Role::Hidden,
        href: None,
        label: String::new(),
        class: mark.class,
        shapes: still(mark.shapes),
    };
    kept.map(|shape| if let Shape::Mark(mark) = shape { Shape::Mark(quiet(mark)) } else { shape }).collect()
}

fn collect_marks<'a>(shapes: &'a [Shape], out: &mut Vec<&'a Mark>) {
    for shape in shapes {
        if let Shape::Mark(mark) = shape {
            out.push(mark);
            collect_marks(&mark.shapes, out);
        }
    }
}
