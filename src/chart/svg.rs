//! A scene as SVG: inline in a page, where the style sheet colours it, or as a file of its own with light colours inside.
//!
//! What a screen reader hears: the name of the drawing and its description once, then each mark by its label. Text that
//! stands outside marks (axes, headings of columns) is for the eye and hidden from assistive technology. No ids are
//! written, so that two scenes can stand on one page.

use super::scene::{Mark, PER_PX, Role, Scene, Shape, TextAnchor, Token};
use super::text_width::wrap;
use crate::markup::{Element, Markup, Node, el, text};
use crate::model::Language;

/// The words around a drawing that leaves the page, and how wide it is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileText<'a> {
    pub language: Language,
    /// Stands above the drawing.
    pub title: &'a str,
    /// Where the figures come from.
    pub source: &'a str,
    /// Whose picture it is and what it does not show.
    pub scope: &'a str,
    /// Width in pixels that an image viewer shows it at; the drawing scales.
    pub width_px: u32,
}

/// The scene as inline SVG.
pub fn node(scene: &Scene) -> Node {
    let marks = scene.marks();
    let speaks = marks.iter().any(|mark| mark.role != Role::Hidden);
    let class = if scene.width < 480 * PER_PX { "scene scene-narrow" } else { "scene scene-wide" };
    let mut writer = Writer { file: false, used: Vec::new(), stopped: false };
    let (width, height) = (px(scene.width), px(scene.height));
    let mut svg = el("svg").class(class).attr("viewBox", format!("0 0 {width} {height}")).attr("width", width).attr("height", height);
    // An image hides what is inside it; a group lets its marks be heard.
    svg = svg.attr("role", if speaks { "group" } else { "img" }).attr("aria-label", scene.title.clone());
    if !scene.description.is_empty() {
        svg = svg.child(el("desc").text(scene.description.clone()));
    }
    svg.children(writer.shapes(&scene.shapes, true)).into()
}

/// The scene as an SVG file with its title above, source and scope below, and its colours inside.
pub fn file(scene: &Scene, words: &FileText<'_>) -> Markup {
    let margin = 24 * PER_PX;
    let mut y = margin;
    let mut paragraph = |lines: &str, size: i32, bold: bool, token: Token| -> Vec<Shape> {
        let lines = wrap(lines, size, bold, scene.width, 12);
        let shapes = lines.into_iter().map(|content| {
            y += size * 13 / 10;
            Shape::Text { x: 0, y: y - size * 3 / 10, size, bold, anchor: TextAnchor::Start, fill: token, content, lang: None }
        });
        shapes.collect()
    };
    let head = paragraph(words.title, 20 * PER_PX, true, Token::Ink);
    let scene_y = head.len() as i32 * 26 * PER_PX + margin + if head.is_empty() { 0 } else { 16 * PER_PX };
    y = scene_y + scene.height + 16 * PER_PX;
    let mut paragraph = |lines: &str| -> Vec<Shape> {
        let size = 12 * PER_PX;
        let lines = wrap(lines, size, false, scene.width, 12);
        let shapes = lines.into_iter().map(|content| {
            y += 17 * PER_PX;
            Shape::Text { x: 0, y: y - 5 * PER_PX, size, bold: false, anchor: TextAnchor::Start, fill: Token::Soft, content, lang: None }
        });
        shapes.collect()
    };
    let mut foot = paragraph(words.source);
    foot.extend(paragraph(words.scope));
    let (width, height) = (scene.width + 2 * margin, y + margin);

    let mut writer = Writer { file: true, used: Vec::new(), stopped: false };
    let head = writer.shapes(&head, true);
    let body = writer.shapes(&scene.shapes, true);
    let foot = writer.shapes(&foot, true);
    let mut style = String::from(
        "text{font-family:\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif;font-variant-numeric:tabular-nums}.b{font-weight:700}.dash{stroke-dasharray:4 3}path{stroke-linejoin:round}.band path{fill-opacity:.34}.bar text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}.flow-2 text{stroke:none}",
    );
    for (class, colour) in &writer.used {
        let property = if class.starts_with("s-") { "stroke" } else { "fill" };
        style.push_str(&format!(".{class}{{{property}:{colour}}}"));
    }
    let shown_height = i64::from(words.width_px) * i64::from(height) / i64::from(width.max(1));
    let shift = |x: i32, y: i32| format!("translate({} {})", px(x), px(y));
    el("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", format!("0 0 {} {}", px(width), px(height)))
        .attr("width", words.width_px.to_string())
        .attr("height", shown_height.to_string())
        .attr("role", "img")
        .attr("lang", words.language.tag())
        .attr("aria-label", scene.title.clone())
        .child(el("title").text(words.title))
        .child(el("desc").text(scene.description.clone()))
        .child(el("style").text(style))
        .child(el("rect").attr("width", px(width)).attr("height", px(height)).attr("fill", light(Token::Ground)))
        .child(el("g").attr("transform", shift(margin, 0)).children(head))
        .child(el("g").attr("transform", shift(margin, scene_y)).children(body))
        .child(el("g").attr("transform", shift(margin, 0)).children(foot))
        .to_markup()
}

/// The light colour of a token, as in the style sheet (a test compares the two).
pub fn light(token: Token) -> &'static str {
    match token {
        Token::Ink => "#1b1f24",
        Token::Soft => "#59616b",
        Token::Line => "#8a929c",
        Token::Grid => "#e3e5e8",
        Token::Ground => "#ffffff",
        Token::Card => "#f5f6f7",
        Token::Mark => "#4a6d8c",
        Token::Plus => "#2f6f8f",
        Token::Minus => "#b8672c",
        Token::Total => "#2c3440",
        Token::Chosen => "#8a1c5c",
        Token::Sdg(n) => [
            "#e5243b", "#dda63a", "#4c9f38", "#c5192d", "#ff3a21", "#26bde2", "#fcc30b", "#a21942", "#fd6925", "#dd1367", "#fd9d24",
            "#bf8b2e", "#3f7e44", "#0a97d9", "#56c02b", "#00689d", "#19486a",
        ]
        .get(usize::from(n).wrapping_sub(1))
        .copied()
        .unwrap_or("#4a6d8c"),
        Token::Area(n) => AREAS.get(usize::from(n) % AREAS.len()).copied().unwrap_or("#4a6d8c"),
    }
}

/// Target areas: quiet hues that no global goal has.
const AREAS: [&str; 8] = ["#7a5aa6", "#3b6fa8", "#3d8063", "#a85a72", "#6b6f2e", "#5b6672", "#8f5f3c", "#2f7f86"];

/// The name of a token in class names and in the style sheet: `--ink`, `.f-ink`.
pub fn name(token: Token) -> String {
    match token {
        Token::Ink => "ink".into(),
        Token::Soft => "soft".into(),
        Token::Line => "line".into(),
        Token::Grid => "grid".into(),
        Token::Ground => "ground".into(),
        Token::Card => "card".into(),
        Token::Mark => "mark".into(),
        Token::Plus => "plus".into(),
        Token::Minus => "minus".into(),
        Token::Total => "total".into(),
        Token::Chosen => "chosen".into(),
        Token::Sdg(n) => format!("sdg-{n}"),
        Token::Area(n) => format!("area-{}", usize::from(n) % AREAS.len()),
    }
}

struct Writer {
    /// A file has no page around it: nothing is linked or focused, and a mark says its label in a tooltip.
    file: bool,
    /// The paint classes that were written, with their light colours.
    used: Vec<(String, &'static str)>,
    /// Whether a tab stop has been given; the other marks are reached with arrow keys.
    stopped: bool,
}

impl Writer {
    fn shapes(&mut self, shapes: &[Shape], hide_loose: bool) -> Vec<Node> {
        let mut out = Vec::new();
        let mut loose = Vec::new();
        for shape in shapes {
            match shape {
                Shape::Mark(mark) => {
                    flush(&mut loose, &mut out, hide_loose && !self.file);
                    out.push(self.mark(mark));
                }
                // Lines of a mark's text end in a blank, so that together they read as what the label says.
                shape @ Shape::Text { .. } if !hide_loose && !self.file => loose.push(self.shape(shape).text(" ").into()),
                shape => loose.push(self.shape(shape).into()),
            }
        }
        flush(&mut loose, &mut out, hide_loose && !self.file);
        out
    }

    fn mark(&mut self, mark: &Mark) -> Node {
        let class = if mark.class.is_empty() { "mark".to_owned() } else { format!("mark {}", mark.class) };
        if self.file {
            let title = (!mark.label.is_empty() && mark.role != Role::Group).then(|| el("title").text(mark.label.clone()));
            return el("g").class(class).child(title).children(self.shapes(&mark.shapes, false)).into();
        }
        let href = if mark.role == Role::Link { mark.href.clone() } else { None };
        let named = |element: Element| element.attr("aria-label", mark.label.clone());
        let element = match mark.role {
            // For the pointer: a connection says its reading in a tooltip.
            Role::Hidden => {
                let title = (!mark.label.is_empty()).then(|| el("title").text(mark.label.clone()));
                el("g").attr("aria-hidden", "true").child(title)
            }
            Role::Group => named(el("g").attr("role", "group")),
            Role::Link | Role::Image => match href {
                Some(href) => named(el("a").attr("href", href)),
                None => {
                    let tabindex = if std::mem::replace(&mut self.stopped, true) { "-1" } else { "0" };
                    named(el("g").attr("role", "img").attr("tabindex", tabindex))
                }
            },
        };
        let element = element
            .class(class)
            .reaching(mark.reach())
            .attr_if("data-mark", mark.anchor.as_ref().map(|anchor| anchor.as_str()))
            .attr_if("data-ends", mark.ends.as_ref().map(|(a, b)| format!("{a} {b}")));
        let shapes = self.shapes(&mark.shapes, mark.role == Role::Group);
        match mark.role {
            Role::Group | Role::Hidden => element.children(shapes).into(),
            // The label says it all; some readers would say the text inside as well.
            Role::Link | Role::Image => element.child(el("g").attr("aria-hidden", "true").children(shapes)).into(),
        }
    }

    fn shape(&mut self, shape: &Shape) -> Element {
        match shape {
            Shape::Rect { x, y, width, height, radius, fill, stroke } => {
                let rect = el("rect").attr("x", px(*x)).attr("y", px(*y)).attr("width", px(*width)).attr("height", px(*height));
                let rect = rect.attr_if("rx", (*radius > 0).then(|| px(*radius)));
                if fill.is_none() && stroke.is_none() {
                    return rect.class("hit").attr("fill", "none");
                }
                self.paint(rect, *fill, *stroke, false)
            }
            Shape::Path { points, closed, fill, stroke, stroke_width, dashed } => {
                let mut d = String::new();
                for (index, (x, y)) in points.iter().enumerate() {
                    d.push(if index == 0 { 'M' } else { 'L' });
                    d.push_str(&pair(*x, *y));
                }
                if *closed {
                    d.push('Z');
                }
                let path = el("path").attr("d", d).attr_if("stroke-width", thickness(*stroke, *stroke_width));
                self.paint(path, *fill, *stroke, *dashed)
            }
            Shape::Curve { from, to, stroke, stroke_width, dashed } => {
                let bend = (to.0 - from.0) / 2;
                let d =
                    format!("M{}C{} {} {}", pair(from.0, from.1), pair(from.0 + bend, from.1), pair(to.0 - bend, to.1), pair(to.0, to.1));
                let path = el("path").attr("d", d).attr_if("stroke-width", thickness(Some(*stroke), *stroke_width));
                self.paint(path, None, Some(*stroke), *dashed)
            }
            Shape::Circle { x, y, radius, fill, stroke } => {
                let circle = el("circle").attr("cx", px(*x)).attr("cy", px(*y)).attr("r", px(*radius));
                self.paint(circle, *fill, *stroke, false)
            }
            Shape::Text { x, y, size, bold, anchor, fill, content, lang } => {
                let mut class = self.class('t', *fill);
                if *bold {
                    class.push_str(" b");
                }
                let anchor = match anchor {
                    TextAnchor::Start => None,
                    TextAnchor::Middle => Some("middle"),
                    TextAnchor::End => Some("end"),
                };
                el("text")
                    .class(class)
                    .attr("x", px(*x))
                    .attr("y", px(*y))
                    .attr("font-size", px(*size))
                    .attr_if("text-anchor", anchor)
                    .attr_if("lang", *lang)
                    .child(text(content.clone()))
            }
            // Marks are written by `mark`; a mark never comes here.
            Shape::Mark(_) => el("g"),
        }
    }

    fn paint(&mut self, element: Element, fill: Option<Token>, stroke: Option<Token>, dashed: bool) -> Element {
        let mut class = fill.map(|token| self.class('f', token)).unwrap_or_default();
        if let Some(token) = stroke {
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(&self.class('s', token));
        }
        if dashed {
            class.push_str(" dash");
        }
        let element = element.class(class);
        if fill.is_none() { element.attr("fill", "none") } else { element }
    }

    fn class(&mut self, kind: char, token: Token) -> String {
        let class = format!("{kind}-{}", name(token));
        if self.file && !self.used.iter().any(|(known, _)| *known == class) {
            self.used.push((class.clone(), light(token)));
        }
        class
    }
}

/// Puts shapes that belong to no mark into the drawing, unheard.
fn flush(loose: &mut Vec<Node>, out: &mut Vec<Node>, hide: bool) {
    if loose.is_empty() {
        return;
    }
    let nodes = std::mem::take(loose);
    if hide { out.push(el("g").attr("aria-hidden", "true").children(nodes).into()) } else { out.extend(nodes) }
}

fn thickness(stroke: Option<Token>, width: i32) -> Option<String> {
    (stroke.is_some() && width != PER_PX).then(|| px(width))
}

fn pair(x: i32, y: i32) -> String {
    format!("{} {}", px(x), px(y))
}

/// Units as pixels, as short as they can be written.
fn px(units: i32) -> String {
    let (whole, tenth) = (units / PER_PX, (units % PER_PX).abs());
    let sign = if units < 0 && whole == 0 { "-" } else { "" };
    if tenth == 0 { format!("{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short() {
        assert_eq!([px(0), px(120), px(125), px(-5), px(-15), px(-20)], ["0", "12", "12.5", "-0.5", "-1.5", "-2"]);
    }
}
