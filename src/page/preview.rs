//! What is shown where a link to a page is posted: its title, a picture of what it shows, scope and sender, as one scene.
//!
//! Made of the same scenes as the pages. A title never stands alone: its kind stands before it, scope and sender below it.

use super::{Context, Page, budget, scope};
use crate::chart::goal_map::{self, MapSeries};
use crate::chart::scene::{PER_PX, Scene, Shape, TextAnchor, Token, WidthClass};
use crate::chart::text_width::{cut, wrap};
use crate::i18n::{frame as words, goals as goal_words, source};
use crate::model::{Goal, Language};
use crate::url::Route;

/// The size that programs which show links ask for, in pixels.
pub const WIDTH_PX: i32 = 1200;
pub const HEIGHT_PX: i32 = 630;

const MARGIN: i32 = 60 * PER_PX;
const INNER: i32 = WIDTH_PX * PER_PX - 2 * MARGIN;
/// Where the foot with scope and sender begins.
const FOOT: i32 = 510 * PER_PX;

/// The preview of a page; nothing for pages that share that of the start page.
pub fn scene(context: &Context, page: &Page) -> Option<Scene> {
    let language = context.language();
    let catalogue = context.catalogue;
    let mut card = Card::new(context);
    match &context.address.route {
        Route::Start => {
            card.title(&words::tagline(language), 52);
            card.picture(&map(context));
        }
        Route::Map => {
            card.title(&page.title, 52);
            card.picture(&map(context));
        }
        Route::Goal(id) => {
            let goal = catalogue.goal(id)?;
            let area = catalogue.area(&goal.area).map(|area| area.title.get(language)).unwrap_or_default();
            card.line(&format!("{}: {area}", goal_words::area(language)), 26, Token::Soft);
            card.title(&page.title, 52);
            card.sdgs(context, goal);
        }
        Route::Assignment(id) => {
            let assignment = catalogue.assignment(id)?;
            let area = catalogue.area(&assignment.area).map(|area| area.title.get(language)).unwrap_or_default();
            card.line(&format!("{}: {area}", goal_words::area(language)), 26, Token::Soft);
            card.title(&page.title, 48);
        }
        Route::Table(id) => {
            let (finding, picture) = budget::preview(context, catalogue.table(id)?)?;
            card.line(&page.title, 26, Token::Soft);
            card.beside(&finding, &picture);
        }
        _ => return None,
    }
    Some(card.finished(context, page))
}

fn map(context: &Context) -> Scene {
    goal_map::scene(&MapSeries::new(context.catalogue), WidthClass::Wide, context.language(), &|_| None)
}

/// A preview that is being laid out, from the top.
struct Card {
    shapes: Vec<Shape>,
    y: i32,
}

impl Card {
    fn new(context: &Context) -> Card {
        let mut card = Card { shapes: vec![box_of(0, 0, WIDTH_PX * PER_PX, HEIGHT_PX * PER_PX, Token::Ground)], y: 36 * PER_PX };
        card.shapes.push(box_of(0, 0, WIDTH_PX * PER_PX, 12 * PER_PX, Token::Mark));
        card.line(&words::site_name(context.language()), 26, Token::Mark);
        card
    }

    fn line(&mut self, content: &str, size_px: i32, fill: Token) {
        let size = size_px * PER_PX;
        self.y += size * 14 / 10;
        let bold = fill == Token::Mark;
        self.shapes.push(line(MARGIN, self.y, size, bold, fill, cut(content, size, bold, INNER)));
    }

    /// At most three lines, smaller where the words need more.
    fn title(&mut self, content: &str, size_px: i32) {
        let mut size = size_px * PER_PX;
        while size > 28 * PER_PX && wrap(content, size, true, INNER, 9).len() > 3 {
            size -= 4 * PER_PX;
        }
        self.y += 8 * PER_PX;
        for content in wrap(content, size, true, INNER, 3) {
            self.y += size * 12 / 10;
            self.shapes.push(line(MARGIN, self.y, size, true, Token::Ink, content));
        }
        self.y += 24 * PER_PX;
    }

    /// The global goals that a goal names, as number in a ring and name, in two columns; what has no room is counted.
    fn sdgs(&mut self, context: &Context, goal: &Goal) {
        let language = context.language();
        let name = |number: u32| context.catalogue.sdg(number).map(|sdg| sdg.name.get(language).to_owned()).unwrap_or_default();
        if goal.sdgs.is_empty() {
            return;
        }
        self.line(&goal_words::mainly_contributes(language), 22, Token::Soft);
        self.y += 10 * PER_PX;
        let (size, radius, row) = (20 * PER_PX, 18 * PER_PX, 42 * PER_PX);
        let places = usize::try_from(2 * ((FOOT - self.y) / row).max(1)).unwrap_or(2);
        let shown = if goal.sdgs.len() > places { places - 1 } else { goal.sdgs.len() };
        // Two columns of one length.
        let rows = i32::try_from(goal.sdgs.len().min(places).div_ceil(2)).unwrap_or(1);
        let place = |index: usize| {
            let index = i32::try_from(index).unwrap_or_default();
            (MARGIN + index / rows * (INNER / 2), self.y + index % rows * row + radius)
        };
        let mut shapes = Vec::new();
        for (index, mark) in goal.sdgs.iter().take(shown).enumerate() {
            let (x, middle) = place(index);
            let colour = Token::Sdg(u8::try_from(mark.number).unwrap_or_default());
            let ring = |radius, fill| Shape::Circle { x: x + 18 * PER_PX, y: middle, radius, fill: Some(fill), stroke: None };
            shapes.extend([ring(radius, colour), ring(radius - 4 * PER_PX, Token::Ground)]);
            let number = mark.number.to_string();
            shapes.push(Shape::Text {
                x: x + radius,
                y: middle + size * 3 / 10,
                size: size * 8 / 10,
                bold: true,
                anchor: TextAnchor::Middle,
                fill: Token::Ink,
                content: number,
                lang: None,
            });
            // Where number and name disagree in the source, both readings stand.
            let label = match mark.other_number {
                Some(other) => {
                    format!("{} / {other}: {} ({})", name(mark.number), name(other), source::contradictions(language).to_lowercase())
                }
                None => name(mark.number),
            };
            let label = cut(&label, size, false, INNER / 2 - 3 * radius);
            shapes.push(line(x + 2 * radius + 12 * PER_PX, middle + size / 3, size, false, Token::Ink, label));
        }
        if shown < goal.sdgs.len() {
            let (x, middle) = place(shown);
            shapes.push(line(x, middle + size / 3, size, false, Token::Soft, format!("+ {}", goal.sdgs.len() - shown)));
        }
        self.shapes.extend(shapes);
    }

    /// A picture as wide as the card. What reaches below the room is covered by the foot.
    fn picture(&mut self, scene: &Scene) {
        let place = Place { per_mille: per_mille(INNER, scene.width), x: MARGIN, y: self.y };
        self.shapes.extend(scene.shapes.iter().map(|shape| place.shape(shape)));
    }

    /// Words on the left, and on the right the whole picture, as large as there is room.
    fn beside(&mut self, finding: &str, scene: &Scene) {
        let (column, top) = (370 * PER_PX, 32 * PER_PX);
        let size = 30 * PER_PX;
        self.y += 10 * PER_PX;
        for content in wrap(finding, size, true, column, 8) {
            self.y += size * 13 / 10;
            self.shapes.push(line(MARGIN, self.y, size, true, Token::Ink, content));
        }
        let x = MARGIN + column + 30 * PER_PX;
        let room = WIDTH_PX * PER_PX - 30 * PER_PX - x;
        let per_mille = per_mille(room, scene.width).min(per_mille(FOOT - top - 12 * PER_PX, scene.height));
        let place = Place { per_mille, x, y: top };
        self.shapes.extend(scene.shapes.iter().map(|shape| place.shape(shape)));
    }

    fn finished(mut self, context: &Context, page: &Page) -> Scene {
        let language = context.language();
        self.shapes.push(box_of(0, FOOT, WIDTH_PX * PER_PX, HEIGHT_PX * PER_PX - FOOT, Token::Card));
        let size = 19 * PER_PX;
        self.y = FOOT + 8 * PER_PX;
        let sender = format!("{}.", words::sender(language, &context.publisher.name));
        for content in wrap(&scope(language, context.edition(), context.publisher), size, false, INNER, 3).into_iter().chain([sender]) {
            self.y += size * 13 / 10;
            self.shapes.push(line(MARGIN, self.y, size, false, Token::Soft, content));
        }
        Scene {
            width: WIDTH_PX * PER_PX,
            height: HEIGHT_PX * PER_PX,
            title: page.title.clone(),
            description: alternative(language, page, context),
            shapes: self.shapes,
        }
    }
}

/// What is said where the picture cannot be seen.
fn alternative(language: Language, page: &Page, context: &Context) -> String {
    format!("{}. {}. {}", words::site_name(language), page.title, scope(language, context.edition(), context.publisher))
}

/// How large a length becomes that is to fill some room.
fn per_mille(room: i32, length: i32) -> i64 {
    i64::from(room) * 1000 / i64::from(length.max(1))
}

fn box_of(x: i32, y: i32, width: i32, height: i32, fill: Token) -> Shape {
    Shape::Rect { x, y, width, height, radius: 0, fill: Some(fill), stroke: None }
}

fn line(x: i32, y: i32, size: i32, bold: bool, fill: Token, content: String) -> Shape {
    Shape::Text { x, y, size, bold, anchor: TextAnchor::Start, fill, content, lang: None }
}

/// Where a scene is laid inside another one, and how large.
struct Place {
    per_mille: i64,
    x: i32,
    y: i32,
}

impl Place {
    fn length(&self, units: i32) -> i32 {
        i32::try_from(i64::from(units) * self.per_mille / 1000).unwrap_or(i32::MAX)
    }

    fn point(&self, (x, y): (i32, i32)) -> (i32, i32) {
        (self.x + self.length(x), self.y + self.length(y))
    }

    fn shape(&self, shape: &Shape) -> Shape {
        let mut placed = shape.clone();
        match &mut placed {
            Shape::Rect { x, y, width, height, radius, .. } => {
                (*x, *y) = self.point((*x, *y));
                (*width, *height, *radius) = (self.length(*width), self.length(*height), self.length(*radius));
            }
            Shape::Path { points, stroke_width, .. } => {
                points.iter_mut().for_each(|point| *point = self.point(*point));
                *stroke_width = self.length(*stroke_width);
            }
            Shape::Curve { from, to, stroke_width, .. } => {
                (*from, *to) = (self.point(*from), self.point(*to));
                *stroke_width = self.length(*stroke_width);
            }
            Shape::Circle { x, y, radius, .. } => {
                (*x, *y) = self.point((*x, *y));
                *radius = self.length(*radius);
            }
            Shape::Text { x, y, size, .. } => {
                (*x, *y) = self.point((*x, *y));
                *size = self.length(*size);
            }
            Shape::Mark(mark) => mark.shapes = mark.shapes.iter().map(|shape| self.shape(shape)).collect(),
        }
        placed
    }
}
