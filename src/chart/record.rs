//! The plotters backend that records shapes instead of painting.
//!
//! plotters sees a canvas of ten units a pixel, asks us how wide text is, and paints with reserved colours that stand
//! for style tokens. What is drawn while a mark is open belongs to that mark. Nothing here can fail or panic.

use super::scene::{Mark, Shape, TextAnchor, Token};
use super::text_width;
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};
use std::convert::Infallible;

/// Records what plotters draws.
#[derive(Debug, Default)]
pub struct Recorder {
    width: i32,
    height: i32,
    /// Each shape with the index of the mark it belongs to.
    shapes: Vec<(Option<usize>, Shape)>,
    open: Option<usize>,
}

impl Recorder {
    /// An empty canvas, its size in units.
    pub fn new(width: i32, height: i32) -> Recorder {
        Recorder { width: width.max(0), height: height.max(0), shapes: Vec::new(), open: None }
    }

    /// From here on, what is drawn belongs to the mark with this index, or to none.
    pub fn open(&mut self, mark: Option<usize>) {
        self.open = mark;
    }

    /// Records a shape of our own, in the mark with this index or in none.
    pub fn push(&mut self, mark: Option<usize>, shape: Shape) {
        self.shapes.push((mark, shape));
    }

    /// What was recorded: loose shapes first, as they were drawn, then each mark with its shapes. A mark that nothing
    /// was drawn for is kept, and a shape of a mark that is not there is loose.
    pub fn into_shapes(self, mut marks: Vec<Mark>) -> Vec<Shape> {
        let mut out = Vec::new();
        for (index, shape) in self.shapes {
            match index.and_then(|index| marks.get_mut(index)) {
                Some(mark) => mark.shapes.push(shape),
                None => out.push(shape),
            }
        }
        out.extend(marks.into_iter().map(Shape::Mark));
        out
    }

    fn draw(&mut self, shape: Shape) {
        self.shapes.push((self.open, shape));
    }
}

type Failure = DrawingErrorKind<Infallible>;

/// The reserved colour that plotters paints a token with.
pub fn reserved(token: Token) -> RGBColor {
    let (kind, number) = match token {
        Token::Ink => (1, 0),
        Token::Soft => (2, 0),
        Token::Line => (3, 0),
        Token::Grid => (4, 0),
        Token::Ground => (5, 0),
        Token::Card => (6, 0),
        Token::Mark => (7, 0),
        Token::Plus => (8, 0),
        Token::Minus => (9, 0),
        Token::Total => (10, 0),
        Token::Chosen => (11, 0),
        Token::Sdg(n) => (12, n),
        Token::Area(n) => (13, n),
    };
    RGBColor(kind, number, 0)
}

/// The token of a reserved colour; any other colour is ink, and one that cannot be seen is nothing.
fn token(color: BackendColor) -> Option<Token> {
    let (kind, number, _) = color.rgb;
    let token = match kind {
        2 => Token::Soft,
        3 => Token::Line,
        4 => Token::Grid,
        5 => Token::Ground,
        6 => Token::Card,
        7 => Token::Mark,
        8 => Token::Plus,
        9 => Token::Minus,
        10 => Token::Total,
        11 => Token::Chosen,
        12 => Token::Sdg(number),
        13 => Token::Area(number),
        _ => Token::Ink,
    };
    (color.alpha > 0.0).then_some(token)
}

fn units(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width.unsigned_abs(), self.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        if let Some(fill) = token(color) {
            self.draw(Shape::Rect { x: point.0, y: point.1, width: 1, height: 1, radius: 0, fill: Some(fill), stroke: None });
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result<(), Failure> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Result<(), Failure> {
        if let Some(token) = token(style.color()) {
            let (fill, stroke) = if fill { (Some(token), None) } else { (None, Some(token)) };
            let (x, y) = (a.0.min(b.0), a.1.min(b.1));
            let (width, height) = (a.0.max(b.0).saturating_sub(x), a.1.max(b.1).saturating_sub(y));
            self.draw(Shape::Rect { x, y, width, height, radius: 0, fill, stroke });
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Result<(), Failure> {
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let (Some(token), true) = (token(style.color()), points.len() > 1) {
            let stroke_width = units(style.stroke_width());
            self.draw(Shape::Path { points, closed: false, fill: None, stroke: Some(token), stroke_width, dashed: false });
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Result<(), Failure> {
        if let Some(token) = token(style.color()) {
            let (fill, stroke) = if fill { (Some(token), None) } else { (None, Some(token)) };
            self.draw(Shape::Circle { x: center.0, y: center.1, radius: units(radius), fill, stroke });
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Result<(), Failure> {
        let points: Vec<BackendCoord> = vert.into_iter().collect();
        if let (Some(token), true) = (token(style.color()), points.len() > 2) {
            self.draw(Shape::Path { points, closed: true, fill: Some(token), stroke: None, stroke_width: 0, dashed: false });
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, content: &str, style: &T, pos: BackendCoord) -> Result<(), Failure> {
        if let (Some(fill), false) = (token(style.color()), content.is_empty()) {
            let size = style.size().round() as i32;
            let at = style.anchor();
            let anchor = match at.h_pos {
                HPos::Left => TextAnchor::Start,
                HPos::Center => TextAnchor::Middle,
                HPos::Right => TextAnchor::End,
            };
            // From the edge or middle of the line to its baseline.
            let drop = match at.v_pos {
                VPos::Top => size * 9 / 10,
                VPos::Center => size * 35 / 100,
                VPos::Bottom => -size / 4,
            };
            let bold = matches!(style.style(), FontStyle::Bold);
            let y = pos.1.saturating_add(drop);
            self.draw(Shape::Text { x: pos.0, y, size, bold, anchor, fill, content: content.to_owned(), lang: None });
        }
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(&self, content: &str, style: &T) -> Result<(u32, u32), Failure> {
        let size = style.size().round() as i32;
        let width = text_width::width(content, size, matches!(style.style(), FontStyle::Bold));
        Ok((width.unsigned_abs(), (size * 12 / 10).unsigned_abs()))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Result<(), Failure> {
        // A scene holds no pixels.
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::chart::scene::Role;
    use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
    use plotters::prelude::{DrawingArea, IntoFont};
    use plotters::style::text_anchor::Pos;
    use plotters::style::{Color, TextStyle};
    use std::cell::RefCell;
    use std::rc::Rc;

    fn mark(label: &str) -> Mark {
        Mark { anchor: None, ends: None, role: Role::Image, href: None, label: label.into(), class: "", shapes: Vec::new() }
    }

    #[test]
    fn every_token_has_a_colour_of_its_own() {
        let mut tokens = vec![
            Token::Ink,
            Token::Soft,
            Token::Line,
            Token::Grid,
            Token::Ground,
            Token::Card,
            Token::Mark,
            Token::Plus,
            Token::Minus,
            Token::Total,
            Token::Chosen,
        ];
        tokens.extend((1..=17).map(Token::Sdg));
        tokens.extend((0..8).map(Token::Area));
        for expected in tokens {
            assert_eq!(token(reserved(expected).to_backend_color()), Some(expected));
        }
        assert_eq!(token(BackendColor { alpha: 1.0, rgb: (200, 1, 2) }), Some(Token::Ink));
        assert_eq!(token(BackendColor { alpha: 0.0, rgb: (1, 0, 0) }), None);
    }

    #[test]
    fn what_plotters_draws_is_recorded_in_its_mark() {
        let recorder = Rc::new(RefCell::new(Recorder::new(1000, 500)));
        let area = DrawingArea::from(&recorder);
        let plus = reserved(Token::Plus);
        area.draw(&PathElement::new(vec![(0, 0), (10, 20)], Color::stroke_width(&reserved(Token::Grid), 5))).unwrap();
        recorder.borrow_mut().open(Some(1));
        area.draw(&Rectangle::new([(90, 60), (10, 20)], plus.filled())).unwrap();
        recorder.borrow_mut().open(Some(0));
        area.draw(&Circle::new((50, 50), 7, plus)).unwrap();
        recorder.borrow_mut().open(None);
        area.draw(&Polygon::new(vec![(0, 0), (5, 5), (0, 5)], plus)).unwrap();
        let soft = reserved(Token::Soft);
        let style = TextStyle::from(("sans-serif", 120).into_font()).color(&soft).pos(Pos::new(HPos::Right, VPos::Center));
        recorder.borrow_mut().open(Some(1));
        area.draw(&Text::new("−1 601", (100, 100), style.clone())).unwrap();
        assert_eq!(area.estimate_text_size("mm", &style).unwrap(), (234, 144));
        let shapes = recorder.take().into_shapes(vec![mark("a"), mark("b")]);

        assert_eq!(
            shapes,
            vec![
                Shape::Path {
                    points: vec![(0, 0), (10, 20)],
                    closed: false,
                    fill: None,
                    stroke: Some(Token::Grid),
                    stroke_width: 5,
                    dashed: false
                },
                Shape::Path {
                    points: vec![(0, 0), (5, 5), (0, 5)],
                    closed: true,
                    fill: Some(Token::Plus),
                    stroke: None,
                    stroke_width: 0,
                    dashed: false
                },
                Shape::Mark(Mark {
                    shapes: vec![Shape::Circle { x: 50, y: 50, radius: 7, fill: None, stroke: Some(Token::Plus) }],
                    ..mark("a")
                }),
                Shape::Mark(Mark {
                    shapes: vec![
                        Shape::Rect { x: 10, y: 20, width: 80, height: 40, radius: 0, fill: Some(Token::Plus), stroke: None },
                        Shape::Text {
                            x: 100,
                            y: 142,
                            size: 120,
                            bold: false,
                            anchor: TextAnchor::End,
                            fill: Token::Soft,
                            content: "−1 601".into(),
                            lang: None
                        },
                    ],
                    ..mark("b")
                }),
            ]
        );
    }

    #[test]
    fn hostile_drawing_ends_well() {
        let mut recorder = Recorder::new(-5, i32::MAX);
        let style = reserved(Token::Ink).to_backend_color();
        recorder.draw_rect((i32::MIN, i32::MIN), (i32::MAX, i32::MAX), &style, true).unwrap();
        recorder.draw_circle((0, 0), u32::MAX, &style, false).unwrap();
        recorder.draw_path([(0, 0)], &style).unwrap();
        recorder.blit_bitmap((0, 0), (9, 9), &[]).unwrap();
        recorder.push(Some(99), Shape::Circle { x: 0, y: 0, radius: 1, fill: None, stroke: None });
        assert_eq!(recorder.into_shapes(vec![]).len(), 3);
    }
}
