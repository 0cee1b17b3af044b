//! Scenes as pixels, for the preview images of links: the same shapes and light colours as the SVG file of a scene.
//!
//! Knows shapes and a typeface; knows nothing of pages. The typeface comes with the program, so that every machine paints
//! the same bytes.

use crate::chart::scene::{PER_PX, Scene, Shape, TextAnchor, Token};
use crate::chart::svg::light;
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform};
use ttf_parser::{Face, OutlineBuilder};

/// The typeface of all text.
struct Type {
    regular: Face<'static>,
    bold: Face<'static>,
}

/// The scene as a PNG, a pixel for each ten units; nothing where it has no size.
pub fn png(scene: &Scene) -> Option<Vec<u8>> {
    let fonts = Type { regular: Face::parse(notosans::REGULAR_TTF, 0).ok()?, bold: Face::parse(notosans::BOLD_TTF, 0).ok()? };
    let size = |units: i32| u32::try_from(units / PER_PX).ok();
    let mut painter = Painter { pixels: Pixmap::new(size(scene.width)?, size(scene.height)?)?, fonts };
    for shape in &scene.shapes {
        painter.shape(shape, false);
    }
    painter.pixels.encode_png().ok()
}

fn px(units: i32) -> f32 {
    units as f32 / PER_PX as f32
}

fn paint(token: Token) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    let hex = light(token).trim_start_matches('#');
    let part = |at: usize| hex.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
    paint.set_color_rgba8(part(0), part(2), part(4), 255);
    paint
}

struct Painter {
    pixels: Pixmap,
    fonts: Type,
}

impl Painter {
    /// `halo`: text stands on bars and gets a light edge, as in the style sheet.
    fn shape(&mut self, shape: &Shape, halo: bool) {
        match shape {
            Shape::Rect { x, y, width, height, radius, fill, stroke } => {
                let Some(path) = rounded(px(*x), px(*y), px(*width), px(*height), px(*radius)) else { return };
                self.path(&path, *fill, stroke.map(|token| (token, 1.0, false)));
            }
            Shape::Path { points, closed, fill, stroke, stroke_width, dashed } => {
                let mut builder = PathBuilder::new();
                for (index, (x, y)) in points.iter().enumerate() {
                    if index == 0 { builder.move_to(px(*x), px(*y)) } else { builder.line_to(px(*x), px(*y)) }
                }
                if *closed {
                    builder.close();
                }
                let Some(path) = builder.finish() else { return };
                self.path(&path, *fill, stroke.map(|token| (token, px(*stroke_width), *dashed)));
            }
            Shape::Curve { from, to, stroke, stroke_width, dashed } => {
                let bend = px((to.0 - from.0) / 2);
                let mut builder = PathBuilder::new();
                builder.move_to(px(from.0), px(from.1));
                builder.cubic_to(px(from.0) + bend, px(from.1), px(to.0) - bend, px(to.1), px(to.0), px(to.1));
                let Some(path) = builder.finish() else { return };
                self.path(&path, None, Some((*stroke, px(*stroke_width), *dashed)));
            }
            Shape::Circle { x, y, radius, fill, stroke } => {
                let Some(path) = PathBuilder::from_circle(px(*x), px(*y), px(*radius)) else { return };
                self.path(&path, *fill, stroke.map(|token| (token, 1.0, false)));
            }
            Shape::Text { x, y, size, bold, anchor, fill, content, .. } => {
                let face = if *bold { &self.fonts.bold } else { &self.fonts.regular };
                let Some((path, _)) = outlines(face, content, px(*x), px(*y), px(*size), *anchor) else { return };
                if halo {
                    self.path(&path, None, Some((Token::Ground, 3.0, false)));
                }
                self.path(&path, Some(*fill), None);
            }
            Shape::Mark(mark) => {
                let halo = halo || mark.class.split(' ').any(|class| class == "bar");
                mark.shapes.iter().for_each(|shape| self.shape(shape, halo));
            }
        }
    }

    fn path(&mut self, path: &Path, fill: Option<Token>, stroke: Option<(Token, f32, bool)>) {
        if let Some(token) = fill {
            self.pixels.fill_path(path, &paint(token), FillRule::Winding, Transform::identity(), None);
        }
        if let Some((token, width, dashed)) = stroke {
            let dash = if dashed { StrokeDash::new(vec![4.0, 3.0], 0.0) } else { None };
            let stroke = Stroke { width, dash, line_cap: LineCap::Butt, line_join: LineJoin::Round, ..Stroke::default() };
            self.pixels.stroke_path(path, &paint(token), &stroke, Transform::identity(), None);
        }
    }
}

fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Option<Path> {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        return Some(PathBuilder::from_rect(Rect::from_xywh(x, y, width, height)?));
    }
    let (right, bottom) = (x + width, y + height);
    let mut builder = PathBuilder::new();
    builder.move_to(x + radius, y);
    builder.line_to(right - radius, y);
    builder.quad_to(right, y, right, y + radius);
    builder.line_to(right, bottom - radius);
    builder.quad_to(right, bottom, right - radius, bottom);
    builder.line_to(x + radius, bottom);
    builder.quad_to(x, bottom, x, bottom - radius);
    builder.line_to(x, y + radius);
    builder.quad_to(x, y, x + radius, y);
    builder.close();
    builder.finish()
}

/// The outlines of a line of text and its width. A character that the typeface lacks leaves its room empty.
fn outlines(face: &Face, content: &str, x: f32, y: f32, size: f32, anchor: TextAnchor) -> Option<(Path, f32)> {
    let scale = size / f32::from(face.units_per_em());
    let advance = |c: char| {
        let glyph = face.glyph_index(c);
        (glyph, glyph.and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(size * 0.6, |units| f32::from(units) * scale))
    };
    let width: f32 = content.chars().map(|c| advance(c).1).sum();
    let mut at = match anchor {
        TextAnchor::Start => x,
        TextAnchor::Middle => x - width / 2.0,
        TextAnchor::End => x - width,
    };
    let mut pen = Pen { builder: PathBuilder::new(), x: at, y, scale };
    for c in content.chars() {
        let (glyph, room) = advance(c);
        pen.x = at;
        if let Some(glyph) = glyph {
            face.outline_glyph(glyph, &mut pen);
        }
        at += room;
    }
    Some((pen.builder.finish()?, width))
}

/// Takes an outline in the units of the typeface, y upwards.
struct Pen {
    builder: PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}
