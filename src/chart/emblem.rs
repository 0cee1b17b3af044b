//! The goal map without words, small: what hangs together at a glance, on the way to the map itself.
//!
//! The same nodes and links as [`super::goal_map`] draws, in the same order and colours.

use super::goal_map::{MapSeries, NodeKind};
use super::scene::{Mark, PER_PX, Role, Scene, Shape, Token};
use crate::model::{Anchor, Language, Reading};

const WIDTH: i32 = 400 * PER_PX;
const HEIGHT: i32 = 300 * PER_PX;
const MARGIN: i32 = 10 * PER_PX;
/// Where the columns stand: target areas, goals and assignments, global goals.
const COLUMNS: [i32; 3] = [MARGIN, 150 * PER_PX, 380 * PER_PX];
const BAR: i32 = 6 * PER_PX;

/// A node in its place; links leave on its right side and arrive on its left.
struct Placed<'a> {
    anchor: &'a Anchor,
    left: i32,
    right: i32,
    middle: i32,
    colour: Token,
}

/// The map as one image that says its finding.
pub fn scene(series: &MapSeries, language: Language) -> Scene {
    let area = |place: Option<usize>| Token::Area(place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default());
    let mut placed: Vec<Placed<'_>> = Vec::new();
    let mut nodes = Vec::new();
    let tops = |count: usize| {
        let count = i32::try_from(count).unwrap_or(i32::MAX).max(1);
        let step = (HEIGHT - 2 * MARGIN) / count;
        (0..count).map(move |row| (MARGIN + row * step, step))
    };
    for (node, (top, step)) in series.items.iter().zip(tops(series.items.len())) {
        let colour = area(node.area);
        let height = (step * 6 / 10).clamp(2, 12 * PER_PX);
        placed.push(Placed { anchor: &node.anchor, left: COLUMNS[1], right: COLUMNS[1] + 3 * BAR, middle: top + step / 2, colour });
        // An assignment is hollow, a goal is filled.
        let filled = node.kind != NodeKind::Assignment;
        nodes.push(bar(COLUMNS[1], top + (step - height) / 2, 3 * BAR, height, filled.then_some(colour), colour));
    }
    for node in &series.areas {
        // As high as what stands in it.
        let own: Vec<i32> =
            series.items.iter().zip(&placed).filter(|(item, _)| item.area == node.area).map(|(_, own)| own.middle).collect();
        let (Some(first), Some(last)) = (own.iter().min(), own.iter().max()) else { continue };
        let colour = area(node.area);
        placed.push(Placed { anchor: &node.anchor, left: COLUMNS[0], right: COLUMNS[0] + BAR, middle: (first + last) / 2, colour });
        nodes.push(bar(COLUMNS[0], first - BAR, BAR, last - first + 2 * BAR, Some(colour), colour));
    }
    for (node, (top, step)) in series.sdgs.iter().zip(tops(series.sdgs.len())) {
        let NodeKind::Sdg(number) = node.kind else { continue };
        let colour = Token::Sdg(u8::try_from(number).unwrap_or_default());
        let (middle, radius) = (top + step / 2, (step * 4 / 10).clamp(2, 6 * PER_PX));
        placed.push(Placed { anchor: &node.anchor, left: COLUMNS[2] - radius, right: COLUMNS[2], middle, colour });
        nodes.push(Shape::Circle { x: COLUMNS[2], y: middle, radius, fill: Some(colour), stroke: None });
    }
    let place = |anchor: &Anchor| placed.iter().find(|node| node.anchor == anchor);
    let links = series.links.iter().filter_map(|link| {
        let (from, to) = (place(&link.from)?, place(&link.to)?);
        Some(Shape::Curve {
            from: (from.right, from.middle),
            to: (to.left, to.middle),
            stroke: from.colour,
            stroke_width: PER_PX,
            dashed: link.reading != Reading::AsPublished,
        })
    });
    let links =
        Mark { anchor: None, ends: None, role: Role::Hidden, href: None, label: String::new(), class: "link", shapes: links.collect() };
    let mut shapes = vec![Shape::Mark(links)];
    shapes.extend(nodes);
    Scene { width: WIDTH, height: HEIGHT, title: series.title(language), description: String::new(), shapes }
}

fn bar(x: i32, y: i32, width: i32, height: i32, fill: Option<Token>, stroke: Token) -> Shape {
    Shape::Rect { x, y, width, height, radius: 2 * PER_PX, fill: fill.or(Some(Token::Ground)), stroke: Some(stroke) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::goal_map::MapNode;
    use crate::model::Text;

    fn node(anchor: &str, kind: NodeKind, area: Option<usize>) -> MapNode {
        MapNode { anchor: Anchor::parse(anchor).unwrap(), kind, title: Text::default(), wording: None, area, facts: None }
    }

    #[test]
    fn every_node_and_every_link_stands_inside() {
        let mut series = MapSeries {
            areas: vec![node("area/a", NodeKind::Area, Some(0)), node("area/empty", NodeKind::Area, Some(1))],
            ..MapSeries::default()
        };
        for many in [1, 16, 500] {
            series.items = (0..many).map(|n| node(&format!("goal/g{n}"), NodeKind::Goal, Some(0))).collect();
            series.sdgs = (1..=17).map(|n| node(&format!("sdg/{n}"), NodeKind::Sdg(n), None)).collect();
            let ends = series.items.iter().flat_map(|item| series.sdgs.iter().map(move |sdg| (item.anchor.clone(), sdg.anchor.clone())));
            series.links =
                ends.map(|(from, to)| crate::chart::goal_map::MapLink { from, to, reading: Reading::AsPublished, weight: 1 }).collect();
            let scene = scene(&series, Language::Sv);
            let curves = scene.marks().iter().flat_map(|mark| &mark.shapes).filter(|shape| matches!(shape, Shape::Curve { .. })).count();
            assert_eq!(curves, series.links.len());
            let nodes: Vec<&Shape> = scene.shapes.iter().filter(|shape| !matches!(shape, Shape::Mark(_))).collect();
            assert_eq!(nodes.len(), many + 17 + 1, "an area that holds nothing has no bar");
            let inside = |shape: &&Shape| match shape {
                Shape::Rect { x, y, width, height, .. } => *x >= 0 && *y >= 0 && x + width <= WIDTH && y + height <= HEIGHT,
                Shape::Circle { x, y, radius, .. } => x + radius <= WIDTH && y + radius <= HEIGHT && y - radius >= 0,
                _ => false,
            };
            assert!(nodes.iter().all(inside), "{many}");
        }
    }
}
