//! The goal map: target areas, goals and assignments, and the 17 global goals, with what joins them.
//!
//! [`MapSeries`] is the map without places: nodes in the order they stand in and typed links. [`scene`] gives them
//! places: three columns with curves on a wide screen; on a narrow one the goals under their areas, each with a
//! strip of 17 places where the global goals that it names stand out. Knows no addresses: the caller gives them.
//!
//! A map of too many nodes groups itself: one node for all goals of an area, links as wide as they are many.

use super::order::order;
use super::scene::{Mark, PER_PX, Role, Scene, Shape, TextAnchor, Token, WidthClass};
use super::text_width::wrap;
use crate::i18n::chart as say;
use crate::model::{Anchor, Catalogue, Goal, Id, Language, Reading, ReportForm, Text};
use std::collections::BTreeSet;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    Area,
    Goal,
    Assignment,
    /// Everything in an area, where there is too much to draw one by one.
    Group {
        goals: usize,
        assignments: usize,
    },
    Sdg(u32),
}

/// What stands in small letters under a goal or an assignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NodeFacts {
    /// Whether the indicator of a goal can be counted; nothing where the source states none.
    pub countable: Option<bool>,
    /// How an assignment is answered.
    pub reports: Option<ReportForm>,
    pub events: usize,
    pub contradictions: usize,
}

/// More goals and assignments than this are drawn grouped by area, where there is more than one area.
pub const MOST_ITEMS: usize = 60;

/// What of the catalogue is drawn, and what is known about it.
pub struct Part<'a> {
    pub keep: &'a dyn Fn(&Anchor) -> bool,
    /// Nothing for a node that has no small letters.
    pub facts: &'a dyn Fn(&Anchor) -> Option<NodeFacts>,
    /// Whether areas that hold nothing are left out.
    pub narrowed: bool,
}

/// A node of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapNode {
    pub anchor: Anchor,
    pub kind: NodeKind,
    /// What stands in the node: the official title, the short name of an assignment, the name of a global goal.
    pub title: Text,
    /// The full wording of an assignment.
    pub wording: Option<Text>,
    /// Index of its target area in the printed order; none for a global goal, and for what names an area that is not there.
    pub area: Option<usize>,
    pub facts: Option<NodeFacts>,
}

/// What joins two nodes: an area and what stands in it, or a goal and a global goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapLink {
    pub from: Anchor,
    pub to: Anchor,
    pub reading: Reading,
    /// How many connections it stands for; more than one between groups only.
    pub weight: usize,
}

/// The map without places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapSeries {
    /// In printed order.
    pub areas: Vec<MapNode>,
    /// Goals and assignments, area by area; within an area goals by the middle of the numbers they name, so that
    /// fewer links cross, then assignments.
    pub items: Vec<MapNode>,
    /// By number.
    pub sdgs: Vec<MapNode>,
    pub links: Vec<MapLink>,
    /// Whether items stand for everything in an area.
    pub grouped: bool,
    /// Whether only a part of the catalogue is drawn.
    pub narrowed: bool,
}

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
    /// The first node of the column.
    Home,
    /// The last node of the column.
    End,
}

impl MapSeries {
    /// The map of everything that the catalogue holds. What names an area that is not there stands last, without one.
    pub fn new(catalogue: &Catalogue) -> MapSeries {
        MapSeries::of(catalogue, &Part { keep: &|_| true, facts: &|_| None, narrowed: false })
    }

    /// The map of a part of the catalogue.
    pub fn of(catalogue: &Catalogue, part: &Part<'_>) -> MapSeries {
        let mut links = Vec::new();
        let mut items = Vec::new();
        let places = catalogue.areas.iter().map(Some).chain([None]);
        for (index, area) in places.enumerate() {
            let belongs = |id: &Id| match area {
                Some(area) => area.id == *id,
                None => catalogue.area(id).is_none(),
            };
            let place = area.map(|_| index);
            let goals: Vec<&Goal> =
                catalogue.goals.iter().filter(|goal| belongs(&goal.area) && (part.keep)(&Anchor::goal(&goal.id))).collect();
            for goal in untangled(&goals) {
                let anchor = Anchor::goal(&goal.id);
                if let Some(area) = area {
                    links.push(MapLink { from: Anchor::area(&area.id), to: anchor.clone(), reading: Reading::AsPublished, weight: 1 });
                }
                for (number, reading) in marks(goal) {
                    if catalogue.sdg(number).is_some() {
                        links.push(MapLink { from: anchor.clone(), to: Anchor::sdg(number), reading, weight: 1 });
                    }
                }
                let facts = (part.facts)(&anchor);
                items.push(MapNode { anchor, kind: NodeKind::Goal, title: goal.title.clone(), wording: None, area: place, facts });
            }
            for assignment in catalogue.assignments.iter().filter(|assignment| belongs(&assignment.area)) {
                let anchor = Anchor::assignment(&assignment.id);
                if !(part.keep)(&anchor) {
                    continue;
                }
                if let Some(area) = area {
                    links.push(MapLink { from: Anchor::area(&area.id), to: anchor.clone(), reading: Reading::AsPublished, weight: 1 });
                }
                let (title, wording) = (assignment.short.clone(), Some(assignment.title.clone()));
                let facts = (part.facts)(&anchor);
                items.push(MapNode { anchor, kind: NodeKind::Assignment, title, wording, area: place, facts });
            }
        }
        let area = |(index, area): (usize, &crate::model::Area)| MapNode {
            anchor: Anchor::area(&area.id),
            kind: NodeKind::Area,
            title: area.title.clone(),
            wording: None,
            area: Some(index),
            facts: None,
        };
        let mut areas: Vec<MapNode> = catalogue.areas.iter().enumerate().map(area).collect();
        if part.narrowed {
            areas.retain(|area| items.iter().any(|item| item.area == area.area));
        }
        let numbers: Vec<i64> = catalogue.sdgs.iter().map(|sdg| i64::from(sdg.number)).collect();
        let sdgs = order(&numbers).into_iter().filter_map(|index| catalogue.sdgs.get(index)).map(|sdg| MapNode {
            anchor: Anchor::sdg(sdg.number),
            kind: NodeKind::Sdg(sdg.number),
            title: sdg.name.clone(),
            wording: None,
            area: None,
            facts: None,
        });
        let sdgs = sdgs.collect();
        let series = MapSeries { areas, items, sdgs, links, grouped: false, narrowed: part.narrowed };
        let first = series.items.first().and_then(|item| item.area);
        let many = series.items.len() > MOST_ITEMS && series.items.iter().any(|item| item.area != first);
        if many { series.in_groups() } else { series }
    }

    /// The same map with one item for everything in an area. Links stand item by item, as [`MapSeries::of`] makes them.
    fn in_groups(self) -> MapSeries {
        let mut items: Vec<MapNode> = Vec::new();
        let mut links: Vec<MapLink> = Vec::new();
        let mut waiting = self.links.iter().filter(|link| link.from.kind() != "area").peekable();
        // For each global goal how many name it, by what is printed and by a reading.
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let is_first = index.checked_sub(1).and_then(|before| self.items.get(before)).is_none_or(|before| before.area != item.area);
            let area = self.area_of(item);
            if is_first {
                // What has no area is called by a number that no area has.
                let Some(anchor) = Anchor::parse(&format!("goals/{}", area.map_or("0", |area| area.anchor.rest()))) else { continue };
                counts = vec![(0, 0); self.sdgs.len()];
                items.push(MapNode {
                    anchor,
                    kind: NodeKind::Group { goals: 0, assignments: 0 },
                    title: area.map(|area| area.title.clone()).unwrap_or_default(),
                    wording: None,
                    area: item.area,
                    facts: None,
                });
            }
            let Some(group) = items.last_mut() else { continue };
            if let NodeKind::Group { goals, assignments } = &mut group.kind {
                *goals += usize::from(item.kind == NodeKind::Goal);
                *assignments += usize::from(item.kind == NodeKind::Assignment);
            }
            while let Some(link) = waiting.next_if(|link| link.from == item.anchor) {
                let place = self.sdgs.iter().position(|sdg| sdg.anchor == link.to).and_then(|place| counts.get_mut(place));
                if let Some((published, read)) = place {
                    if link.reading == Reading::AsPublished { *published += 1 } else { *read += 1 }
                }
            }
            if self.items.get(index + 1).is_none_or(|next| next.area != item.area) {
                let from = group.anchor.clone();
                if let Some(area) = area {
                    let (from, to) = (area.anchor.clone(), from.clone());
                    links.push(MapLink { from, to, reading: Reading::AsPublished, weight: 1 });
                }
                for (sdg, (published, read)) in self.sdgs.iter().zip(&counts) {
                    for (weight, reading) in [(*published, Reading::AsPublished), (*read, Reading::Interpreted)] {
                        if weight > 0 {
                            links.push(MapLink { from: from.clone(), to: sdg.anchor.clone(), reading, weight });
                        }
                    }
                }
            }
        }
        MapSeries { areas: self.areas.clone(), items, sdgs: self.sdgs.clone(), links, grouped: true, narrowed: self.narrowed }
    }

    /// How many goals and how many assignments the map stands for.
    pub fn counts(&self) -> (usize, usize) {
        self.items.iter().fold((0, 0), |(goals, assignments), node| match node.kind {
            NodeKind::Goal => (goals + 1, assignments),
            NodeKind::Group { goals: more, assignments: others } => (goals + more, assignments + others),
            _ => (goals, assignments + 1),
        })
    }

    /// Every node, column by column.
    pub fn nodes(&self) -> impl Iterator<Item = &MapNode> {
        self.areas.iter().chain(&self.items).chain(&self.sdgs)
    }

    pub fn node(&self, anchor: &Anchor) -> Option<&MapNode> {
        self.nodes().find(|node| node.anchor == *anchor)
    }

    /// The numbers of the global goals that a goal names, and those that it may name.
    fn numbers(&self, goal: &Anchor, reading: Reading) -> Vec<String> {
        let joins = |node: &&MapNode| self.links.iter().any(|link| link.from == *goal && link.to == node.anchor && link.reading == reading);
        self.sdgs.iter().filter(joins).map(|node| number(node).to_string()).collect()
    }

    /// How many goals name a global goal with this reading.
    fn named_by(&self, sdg: &Anchor, published: bool) -> usize {
        let these = self.links.iter().filter(|link| link.to == *sdg && (link.reading == Reading::AsPublished) == published);
        these.map(|link| link.weight).sum()
    }

    fn is_named(&self, sdg: &MapNode) -> bool {
        self.links.iter().any(|link| link.to == sdg.anchor)
    }

    fn area_of(&self, node: &MapNode) -> Option<&MapNode> {
        let place = node.area?;
        self.areas.iter().find(|area| area.area == Some(place))
    }

    /// The name of the drawing: the finding.
    pub fn title(&self, language: Language) -> String {
        let (goals, _) = self.counts();
        let named = self.sdgs.iter().filter(|node| self.named_by(&node.anchor, true) > 0).count();
        say::map_title(language, goals, named, self.sdgs.len()).into_owned()
    }

    /// A few sentences that say what the map shows and what it does not.
    pub fn summary(&self, language: Language) -> String {
        let (goals, assignments) = self.counts();
        let mut out = vec![say::map_summary(language, self.areas.len(), goals, assignments).into_owned()];
        if self.grouped {
            out.push(say::map_grouped(language).into_owned());
        }
        let unnamed: Vec<String> = self.sdgs.iter().filter(|node| !self.is_named(node)).map(|node| number(node).to_string()).collect();
        if !unnamed.is_empty() {
            out.push(say::map_unnamed(language, &list(&unnamed, language)).into_owned());
        }
        let only_read: Vec<String> = self
            .sdgs
            .iter()
            .filter(|node| self.is_named(node) && self.named_by(&node.anchor, true) == 0)
            .map(|node| number(node).to_string())
            .collect();
        if !only_read.is_empty() {
            out.push(say::map_only_interpreted(language, &list(&only_read, language)).into_owned());
        }
        if self.links.iter().any(|link| link.reading != Reading::AsPublished) {
            out.push(say::map_interpreted(language).into_owned());
        }
        out.join(" ")
    }

    /// What a screen reader says and a tooltip shows for a node.
    pub fn label(&self, node: &MapNode, language: Language) -> String {
        let mut title = sentence(node.title.get(language));
        // What is drawn together is said together: a spoken command names what is seen.
        if let Some(small) = small_letters(node, language) {
            title.push_str(&format!(". {small}"));
        }
        let area = self.area_of(node).map_or("–", |area| area.title.get(language));
        match node.kind {
            NodeKind::Area => {
                let inside = self.items.iter().filter(|item| item.area == node.area);
                let (goals, assignments) = inside.fold((0, 0), |(goals, assignments), item| match item.kind {
                    NodeKind::Goal => (goals + 1, assignments),
                    NodeKind::Group { goals: more, assignments: others } => (goals + more, assignments + others),
                    _ => (goals, assignments + 1),
                });
                say::map_area_label(language, &title, goals, assignments).into_owned()
            }
            NodeKind::Group { goals, assignments } => {
                say::map_group_label(language, &say::map_group(language, goals, assignments), area).into_owned()
            }
            NodeKind::Goal => {
                let mut out = vec![say::map_goal_label(language, &title, area).into_owned()];
                let published = self.numbers(&node.anchor, Reading::AsPublished);
                let unclear = self.numbers(&node.anchor, Reading::Interpreted);
                if !published.is_empty() {
                    out.push(say::map_contributes(language, &list(&published, language)).into_owned());
                }
                if !unclear.is_empty() {
                    out.push(say::map_contributes_unclear(language, &list(&unclear, language)).into_owned());
                }
                if published.is_empty() && unclear.is_empty() {
                    out.push(say::map_contributes_none(language).into_owned());
                }
                out.join(" ")
            }
            NodeKind::Assignment => {
                let wording = node.wording.as_ref().map_or("", |wording| wording.get(language));
                say::map_assignment_label(language, &title, wording, area).into_owned()
            }
            NodeKind::Sdg(number) => {
                let (named, unclear) = (self.named_by(&node.anchor, true), self.named_by(&node.anchor, false));
                if named + unclear == 0 {
                    return if self.narrowed {
                        say::map_sdg_unnamed_here(language, number, &title)
                    } else {
                        say::map_sdg_unnamed(language, number, &title)
                    }
                    .into_owned();
                }
                let mut out = say::map_sdg_label(language, number, &title, named).into_owned();
                if unclear > 0 {
                    out.push(' ');
                    out.push_str(&say::map_sdg_unclear(language, unclear));
                }
                out
            }
        }
    }
}

/// Everything that lights up with a node, itself included: with an area its goals and assignments and the global
/// goals they name; with a goal its area and global goals; with a global goal the goals that name it and their areas.
/// Nothing for what is not on the map.
pub fn related(series: &MapSeries, anchor: &Anchor) -> BTreeSet<Anchor> {
    let mut out = BTreeSet::new();
    let Some(node) = series.node(anchor) else { return out };
    out.insert(anchor.clone());
    let ahead = |from: &Anchor| series.links.iter().filter(move |link| link.from == *from).map(|link| link.to.clone()).collect::<Vec<_>>();
    let behind = |to: &Anchor| series.links.iter().filter(move |link| link.to == *to).map(|link| link.from.clone()).collect::<Vec<_>>();
    match node.kind {
        NodeKind::Area => {
            for item in ahead(anchor) {
                out.extend(ahead(&item));
                out.insert(item);
            }
        }
        NodeKind::Goal | NodeKind::Assignment | NodeKind::Group { .. } => {
            out.extend(ahead(anchor));
            out.extend(behind(anchor));
        }
        NodeKind::Sdg(_) => {
            for goal in behind(anchor) {
                out.extend(behind(&goal));
                out.insert(goal);
            }
        }
    }
    out
}

/// Where an arrow key leads from a node: up and down among the nodes of its column, left and right along its first link.
/// Nothing at the end of a column, where no link goes on, and for what is not on the map.
pub fn neighbour(series: &MapSeries, anchor: &Anchor, direction: Direction) -> Option<Anchor> {
    let column = match series.node(anchor)?.kind {
        NodeKind::Area => &series.areas,
        NodeKind::Goal | NodeKind::Assignment | NodeKind::Group { .. } => &series.items,
        NodeKind::Sdg(_) => &series.sdgs,
    };
    let at = column.iter().position(|node| node.anchor == *anchor)?;
    // The first link in the order in which the nodes at its other end stand.
    let first = |joined: &dyn Fn(&Anchor) -> bool| series.nodes().find(|node| joined(&node.anchor));
    let node = match direction {
        Direction::Up => column.get(at.checked_sub(1)?),
        Direction::Down => column.get(at + 1),
        Direction::Home => column.first(),
        Direction::End => column.last(),
        Direction::Left => first(&|other| series.links.iter().any(|link| link.to == *anchor && link.from == *other)),
        Direction::Right => first(&|other| series.links.iter().any(|link| link.from == *anchor && link.to == *other)),
    };
    node.map(|node| node.anchor.clone())
}

/// The address of a node's page, relative to the page that the map stands on.
pub type Href<'a> = &'a dyn Fn(&Anchor) -> Option<String>;

/// The map as a drawing.
pub fn scene(series: &MapSeries, class: WidthClass, language: Language, href: Href<'_>) -> Scene {
    let mut draw = Draw { series, language, href, height: 0 };
    let shapes = match class {
        WidthClass::Wide => draw.wide(),
        WidthClass::Narrow => draw.narrow(),
    };
    Scene {
        width: class.width_px() * PER_PX,
        height: draw.height,
        title: series.title(language),
        description: series.summary(language),
        shapes,
    }
}

/// The numbers that a goal names: once where number and name agree, otherwise both readings.
fn marks(goal: &Goal) -> Vec<(u32, Reading)> {
    let mut out: Vec<(u32, Reading)> = Vec::new();
    let mut add = |number, reading| {
        if !out.iter().any(|(known, _)| *known == number) {
            out.push((number, reading));
        }
    };
    // What is certain counts before what is read into it.
    for mark in goal.sdgs.iter().filter(|mark| mark.other_number.is_none()) {
        add(mark.number, mark.reading);
    }
    for mark in goal.sdgs.iter().filter(|mark| mark.other_number.is_some()) {
        add(mark.number, Reading::Interpreted);
        mark.other_number.into_iter().for_each(|other| add(other, Reading::Interpreted));
    }
    out
}

/// The goals of an area in an order in which few of their links cross: by the middle of the numbers they name, then
/// neighbours change places for as long as that saves a crossing. A goal without numbers stands last.
fn untangled<'a>(goals: &[&'a Goal]) -> Vec<&'a Goal> {
    let keys: Vec<i64> = goals.iter().map(|goal| middle(goal)).collect();
    let mut out: Vec<(&Goal, Vec<u32>)> = order(&keys)
        .into_iter()
        .filter_map(|index| goals.get(index))
        .map(|goal| (*goal, marks(goal).into_iter().map(|(number, _)| number).collect()))
        .collect();
    // Each change saves a crossing, so this ends; the limit is for many goals.
    for _ in 0..MOST_ITEMS {
        let mut changed = false;
        for index in 1..out.len() {
            let (Some((_, above)), Some((_, below))) = (out.get(index - 1), out.get(index)) else { continue };
            if crossings(below, above) < crossings(above, below) {
                out.swap(index - 1, index);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    out.into_iter().map(|(goal, _)| goal).collect()
}

/// How many links cross between two goals, the first above the second.
fn crossings(above: &[u32], below: &[u32]) -> usize {
    above.iter().map(|number| below.iter().filter(|other| *other < number).count()).sum()
}

/// What stands in small letters under a node: how its success is told, what touched it, where sources disagree.
fn small_letters(node: &MapNode, language: Language) -> Option<String> {
    let facts = node.facts.as_ref()?;
    let mut out = vec![
        match (node.kind, facts.countable, facts.reports) {
            (NodeKind::Goal, Some(true), _) => say::map_countable(language),
            (NodeKind::Goal, Some(false), _) => say::map_judged(language),
            (NodeKind::Goal, None, _) => say::map_no_indicator(language),
            (_, _, Some(ReportForm::AnnualAnalysis)) => say::map_reports_annual(language),
            (_, _, _) => say::map_reports_separately(language),
        }
        .into_owned(),
    ];
    if facts.events > 0 {
        out.push(say::map_events(language, facts.events).into_owned());
    }
    if facts.contradictions > 0 {
        out.push(say::map_contradictions(language, facts.contradictions).into_owned());
    }
    Some(out.join(" \u{b7} "))
}

/// The middle of the numbers that a goal names, in hundredths; a goal without numbers stands last.
fn middle(goal: &Goal) -> i64 {
    let numbers = marks(goal);
    let sum: i64 = numbers.iter().map(|(number, _)| i64::from(*number) * 100).sum();
    sum.checked_div(numbers.len() as i64).unwrap_or(i64::MAX)
}

fn number(node: &MapNode) -> u32 {
    match node.kind {
        NodeKind::Sdg(number) => number,
        _ => 0,
    }
}

/// A title inside a sentence that ends with a full stop of its own.
fn sentence(title: &str) -> String {
    title.trim().trim_end_matches('.').to_owned()
}

/// `1, 2 och 3`.
fn list(items: &[String], language: Language) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {} {last}", all.join(", "), say::and(language)),
    }
}

/// A node with its box, in units.
struct Placed<'a> {
    node: &'a MapNode,
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    lines: Vec<String>,
    /// Lines in small letters after the others.
    small: Vec<String>,
}

impl Placed<'_> {
    fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    /// The height at which the `index`th of `count` links meets the box, spread around its middle.
    fn port(&self, index: usize, count: usize) -> i32 {
        let count = count.max(1) as i32;
        let room = (self.height - 16 * PER_PX).max(0);
        let most = if matches!(self.node.kind, NodeKind::Group { .. }) { 9 } else { 5 };
        let gap = if count > 1 { (room / (count - 1)).min(most * PER_PX) } else { 0 };
        self.middle() - gap * (count - 1) / 2 + gap * index as i32
    }
}

const PX: i32 = PER_PX;

// The wide map, in units: three columns with room for curves between them.
const TEXT: i32 = 13 * PX;
const LINE: i32 = 17 * PX;
const SMALL: i32 = 12 * PX;
const SMALL_LINE: i32 = 16 * PX;
const HEAD: i32 = 34 * PX;
const AREA: (i32, i32) = (0, 178 * PX);
const ITEM: (i32, i32) = (224 * PX, 364 * PX);
const SDG: (i32, i32) = (746 * PX, 214 * PX);

struct Draw<'a> {
    series: &'a MapSeries,
    language: Language,
    href: Href<'a>,
    height: i32,
}

impl<'a> Draw<'a> {
    fn wide(&mut self) -> Vec<Shape> {
        let language = self.language;
        let mut items: Vec<Placed<'a>> = Vec::new();
        let mut y = HEAD;
        let mut area = None;
        for node in &self.series.items {
            if !items.is_empty() {
                y += if node.area == area { 8 * PX } else { 24 * PX };
            }
            area = node.area;
            let lines = wrap(&self.words(node), TEXT, false, ITEM.1 - 26 * PX, self.most_lines(node, 6));
            let small = self.small(node, ITEM.1 - 26 * PX);
            let mut height = self.box_height(&lines) + small.len() as i32 * SMALL_LINE;
            if matches!(node.kind, NodeKind::Group { .. }) {
                height = height.max(96 * PX);
            }
            items.push(Placed { node, x: ITEM.0, y, width: ITEM.1, height, lines, small });
            y += height;
        }

        // An area stands in the middle of what belongs to it; areas never overlap.
        let mut areas: Vec<Placed<'a>> = Vec::new();
        let mut next = HEAD;
        for node in &self.series.areas {
            let lines = wrap(node.title.get(language), TEXT, true, AREA.1 - 24 * PX, self.most_lines(node, 9));
            let height = self.box_height(&lines);
            let inside: Vec<&Placed<'_>> = items.iter().filter(|item| item.node.area == node.area).collect();
            let wanted = match (inside.first(), inside.last()) {
                (Some(first), Some(last)) => (first.y + last.y + last.height - height) / 2,
                _ => next,
            };
            let y = wanted.max(next);
            next = y + height + 10 * PX;
            areas.push(Placed { node, x: AREA.0, y, width: AREA.1, height, lines, small: Vec::new() });
        }

        // The global goals share the height of the map.
        let mut sdgs: Vec<Placed<'a>> = Vec::new();
        for node in &self.series.sdgs {
            let lines = wrap(node.title.get(language), TEXT, false, SDG.1 - 48 * PX, self.most_lines(node, 6));
            let small = self.small(node, SDG.1 - 48 * PX);
            let height = self.box_height(&lines) + small.len() as i32 * SMALL_LINE;
            sdgs.push(Placed { node, x: SDG.0, y: 0, width: SDG.1, height, lines, small });
        }
        let sdg_height: i32 = sdgs.iter().map(|node| node.height).sum();
        let bottom = y.max(next - 10 * PX).max(HEAD + sdg_height + 6 * PX * (sdgs.len() as i32 - 1).max(0));
        let gap = (bottom - HEAD - sdg_height) / (sdgs.len() as i32 - 1).max(1);
        let mut y = HEAD;
        for node in &mut sdgs {
            node.y = y;
            y += node.height + gap;
        }
        self.height = bottom + 4 * PX;

        let mut out = self.links(&areas, &items, &sdgs);
        for (placed, name) in [(&areas, say::map_areas(language)), (&items, say::map_items(language)), (&sdgs, say::map_sdgs(language))] {
            let x = placed.first().map_or(0, |first| first.x);
            let mut shapes = vec![text(x, 14 * PX, 12 * PX, true, TextAnchor::Start, Token::Soft, name.to_string())];
            shapes.extend(placed.iter().map(|placed| self.card(placed)));
            out.push(group(&name, shapes));
        }
        out
    }

    /// Titles of up to 200 characters always stand in full, longer ones on so many lines.
    fn most_lines(&self, node: &MapNode, most: usize) -> usize {
        if node.title.get(self.language).chars().count() <= 200 { usize::MAX } else { most }
    }

    fn box_height(&self, lines: &[String]) -> i32 {
        lines.len().max(1) as i32 * LINE + 14 * PX
    }

    /// What stands in a node of the middle column: a title never stands alone as a fact.
    fn words(&self, node: &MapNode) -> String {
        let title = node.title.get(self.language);
        match node.kind {
            NodeKind::Goal => say::map_goal(self.language, title).into_owned(),
            NodeKind::Assignment => say::map_assignment(self.language, title).into_owned(),
            NodeKind::Group { goals, assignments } => say::map_group(self.language, goals, assignments),
            NodeKind::Area | NodeKind::Sdg(_) => title.to_owned(),
        }
    }

    /// What stands in small letters under the title, in lines.
    fn small(&self, node: &MapNode, room: i32) -> Vec<String> {
        let language = self.language;
        let words = match node.kind {
            NodeKind::Sdg(_) if !self.series.is_named(node) && self.series.narrowed => {
                Some(say::map_none_shown_names_it(language).into_owned())
            }
            NodeKind::Sdg(_) if !self.series.is_named(node) => Some(say::map_no_goal_names_it(language).into_owned()),
            NodeKind::Group { .. } => Some(say::map_group_small(language).into_owned()),
            _ => small_letters(node, language),
        };
        words.map(|words| wrap(&words, SMALL, false, room, 3)).unwrap_or_default()
    }

    /// The curves, drawn before the nodes so that they end behind them. Links leave and arrive in the order of what
    /// they lead to, so that they do not cross at the node.
    fn links(&self, areas: &[Placed<'_>], items: &[Placed<'_>], sdgs: &[Placed<'_>]) -> Vec<Shape> {
        let all: Vec<&Placed<'_>> = areas.iter().chain(items).chain(sdgs).collect();
        let place = |anchor: &Anchor| all.iter().position(|placed| placed.node.anchor == *anchor);
        let joined: Vec<(&MapLink, usize, usize)> =
            self.series.links.iter().filter_map(|link| Some((link, place(&link.from)?, place(&link.to)?))).collect();
        let leaving = ranks(&joined.iter().map(|(_, from, to)| (*from, *to)).collect::<Vec<_>>());
        let arriving = ranks(&joined.iter().map(|(_, from, to)| (*to, *from)).collect::<Vec<_>>());
        let mut out = Vec::new();
        let most = self.series.links.iter().map(|link| link.weight).max().unwrap_or(1) as i32;
        for (((link, from, to), leave), arrive) in joined.into_iter().zip(leaving).zip(arriving) {
            let (Some(from), Some(to)) = (all.get(from), all.get(to)) else { continue };
            let start = (from.x + from.width, from.port(leave.0, leave.1));
            let end = (to.x, to.port(arrive.0, arrive.1));
            let dashed = link.reading != Reading::AsPublished;
            // What an area holds stands out before what a goal names; between groups the width says how many.
            let stroke_width = match (most, from.node.kind) {
                (1, NodeKind::Area) => 22,
                (1, _) => 13,
                (most, _) => 10 + 110 * link.weight as i32 / most,
            };
            let curve = Shape::Curve { from: start, to: end, stroke: tone(from.node), stroke_width, dashed };
            out.push(self.link(link, vec![curve]));
        }
        out
    }

    fn link(&self, link: &MapLink, shapes: Vec<Shape>) -> Shape {
        let (class, label) = match link.reading {
            Reading::AsPublished if link.weight > 1 => ("link link-wide", say::map_link_published(self.language)),
            Reading::AsPublished => ("link", say::map_link_published(self.language)),
            _ => ("link link-interpreted", say::map_link_interpreted(self.language)),
        };
        let ends = Some((link.from.clone(), link.to.clone()));
        Shape::Mark(Mark { anchor: None, ends, role: Role::Hidden, href: None, label: label.into_owned(), class, shapes })
    }

    /// A node: a card with a bar in its colour at the left, a number before the name of a global goal.
    fn card(&self, placed: &Placed<'_>) -> Shape {
        let Placed { node, x, y, width, height, lines, small } = placed;
        let (x, y, width, height) = (*x, *y, *width, *height);
        let mut shapes = vec![
            Shape::Rect { x, y, width, height, radius: 3 * PX, fill: Some(Token::Card), stroke: None },
            Shape::Rect { x, y, width: 4 * PX, height, radius: PX, fill: Some(tone(node)), stroke: None },
        ];
        let mut left = x + 14 * PX;
        let first = y + (height - lines.len().max(1) as i32 * LINE - small.len() as i32 * SMALL_LINE) / 2 + 13 * PX;
        if let NodeKind::Sdg(number) = node.kind {
            shapes.push(text(left + 18 * PX, first, TEXT, true, TextAnchor::End, Token::Ink, number.to_string()));
            left += 26 * PX;
        }
        for (index, line) in lines.iter().enumerate() {
            let bold = matches!(node.kind, NodeKind::Area | NodeKind::Group { .. });
            shapes.push(text(left, first + index as i32 * LINE, TEXT, bold, TextAnchor::Start, Token::Ink, line.clone()));
        }
        let below = first + lines.len().max(1) as i32 * LINE - PX;
        for (index, line) in small.iter().enumerate() {
            shapes.push(text(left, below + index as i32 * SMALL_LINE, SMALL, false, TextAnchor::Start, Token::Soft, line.clone()));
        }
        self.mark(node, shapes)
    }

    fn mark(&self, node: &MapNode, shapes: Vec<Shape>) -> Shape {
        let class = match node.kind {
            NodeKind::Area => "node node-area",
            NodeKind::Goal | NodeKind::Group { .. } => "node node-goal",
            NodeKind::Assignment => "node node-assignment",
            NodeKind::Sdg(_) => "node node-sdg",
        };
        let label = self.series.label(node, self.language);
        let href = (self.href)(&node.anchor);
        Shape::Mark(Mark { anchor: Some(node.anchor.clone()), ends: None, role: Role::Link, href, label, class, shapes })
    }

    /// Area by area its goals, each with a strip of places for the global goals, then the global goals by name.
    fn narrow(&mut self) -> Vec<Shape> {
        let language = self.language;
        let whole = WidthClass::Narrow.width_px() * PX;
        let (left, room) = (13 * PX, whole - 13 * PX);
        let mut y = 4 * PX;
        let mut out = Vec::new();
        let places = self.series.areas.iter().map(Some).chain([None]);
        for area in places {
            let items: Vec<&MapNode> = self.series.items.iter().filter(|item| item.area == area.and_then(|area| area.area)).collect();
            let mut shapes = Vec::new();
            if let Some(area) = area {
                let (top, lines) = (y, wrap(area.title.get(language), 14 * PX, true, room, self.most_lines(area, 8)));
                let mut inner = vec![Shape::Rect {
                    x: 0,
                    y: top,
                    width: 4 * PX,
                    height: lines.len() as i32 * 19 * PX + 6 * PX,
                    radius: PX,
                    fill: Some(tone(area)),
                    stroke: None,
                }];
                inner.extend(lines.into_iter().enumerate().map(|(index, line)| {
                    text(left, top + (17 + 19 * index as i32) * PX, 14 * PX, true, TextAnchor::Start, Token::Ink, line)
                }));
                y = top + inner.len().saturating_sub(1) as i32 * 19 * PX + 12 * PX;
                let hit =
                    Shape::Rect { x: 0, y: top - 4 * PX, width: whole, height: y - top + 2 * PX, radius: 3 * PX, fill: None, stroke: None };
                inner.insert(0, hit);
                shapes.push(self.mark(area, inner));
            } else if items.is_empty() {
                continue;
            }
            for item in items {
                let top = y;
                let lines = wrap(&self.words(item), TEXT, false, room - 4 * PX, self.most_lines(item, 8));
                let small = self.small(item, room - 4 * PX);
                let title_height = lines.len().max(1) as i32 * LINE;
                let text_height = title_height + small.len() as i32 * SMALL_LINE;
                let strip = item.kind != NodeKind::Assignment && self.series.links.iter().any(|link| link.from == item.anchor);
                let height = text_height + 12 * PX + if strip { 28 * PX } else { 0 };
                let mut inner = vec![Shape::Rect { x: 0, y: top, width: whole, height, radius: 3 * PX, fill: None, stroke: None }];
                inner.extend(lines.into_iter().enumerate().map(|(index, line)| {
                    text(left, top + 18 * PX + index as i32 * LINE, TEXT, false, TextAnchor::Start, Token::Ink, line)
                }));
                inner.extend(small.into_iter().enumerate().map(|(index, line)| {
                    let y = top + title_height + 17 * PX + index as i32 * SMALL_LINE;
                    text(left, y, SMALL, false, TextAnchor::Start, Token::Soft, line)
                }));
                shapes.push(self.mark(item, inner));
                if strip {
                    shapes.extend(self.strip(item, left, top + text_height + 11 * PX, whole - left));
                }
                y = top + height + 4 * PX;
            }
            y += 16 * PX;
            let name = area.map_or_else(|| say::map_items(language).into_owned(), |area| area.title.get(language).to_owned());
            out.push(group(&name, shapes));
        }
        let heading = say::map_sdgs(language);
        let mut shapes = vec![text(0, y + 14 * PX, 14 * PX, true, TextAnchor::Start, Token::Ink, heading.to_string())];
        y += 28 * PX;
        for node in &self.series.sdgs {
            let mut lines = wrap(node.title.get(language), TEXT, false, whole - 46 * PX, self.most_lines(node, 6));
            let named = lines.len();
            lines.extend(self.small(node, whole - 46 * PX));
            let height = lines.len().max(1) as i32 * LINE + 12 * PX;
            let mut inner = vec![
                Shape::Rect { x: 0, y, width: whole, height, radius: 3 * PX, fill: None, stroke: None },
                Shape::Rect {
                    x: 0,
                    y: y + 3 * PX,
                    width: 4 * PX,
                    height: height - 6 * PX,
                    radius: PX,
                    fill: Some(tone(node)),
                    stroke: None,
                },
                text(32 * PX, y + 18 * PX, TEXT, true, TextAnchor::End, Token::Ink, number(node).to_string()),
            ];
            for (index, line) in lines.into_iter().enumerate() {
                let (size, fill) = if index >= named { (12 * PX, Token::Soft) } else { (TEXT, Token::Ink) };
                inner.push(text(42 * PX, y + 18 * PX + index as i32 * LINE, size, false, TextAnchor::Start, fill, line));
            }
            shapes.push(self.mark(node, inner));
            y += height;
        }
        out.push(group(&heading, shapes));
        self.height = y + 4 * PX;
        out
    }

    /// The places of all global goals in a row; those that the goal names carry their number and colour.
    fn strip(&self, goal: &MapNode, x: i32, y: i32, width: i32) -> Vec<Shape> {
        let count = self.series.sdgs.len().max(1) as i32;
        let cell = (width / count).min(24 * PX);
        let mut out = Vec::new();
        for (index, sdg) in self.series.sdgs.iter().enumerate() {
            let left = x + cell * index as i32;
            let bar =
                |fill, stroke| Shape::Rect { x: left + PX, y: y + 15 * PX, width: cell - 2 * PX, height: 5 * PX, radius: PX, fill, stroke };
            let Some(link) = self.series.links.iter().find(|link| link.from == goal.anchor && link.to == sdg.anchor) else {
                out.push(Shape::Rect {
                    x: left + PX,
                    y: y + 18 * PX,
                    width: cell - 2 * PX,
                    height: 2 * PX,
                    radius: 0,
                    fill: Some(Token::Grid),
                    stroke: None,
                });
                continue;
            };
            let numeral = text(left + cell / 2, y + 11 * PX, 12 * PX, false, TextAnchor::Middle, Token::Ink, number(sdg).to_string());
            let colour = tone(sdg);
            let shape = if link.reading == Reading::AsPublished {
                bar(Some(colour), None)
            } else {
                let (l, r, t, b) = (left + PX, left + cell - PX, y + 15 * PX, y + 20 * PX);
                let points = vec![(l, t), (r, t), (r, b), (l, b)];
                Shape::Path { points, closed: true, fill: Some(Token::Ground), stroke: Some(colour), stroke_width: 12, dashed: true }
            };
            out.push(self.link(link, vec![numeral, shape]));
        }
        out
    }
}

/// For each pair its place among the pairs with the same first member, by the second, and how many they are.
fn ranks(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let keys: Vec<i64> = pairs.iter().map(|(first, second)| ((*first as i64) << 32) + *second as i64).collect();
    let mut counts = vec![0_usize; pairs.iter().map(|(first, _)| first + 1).max().unwrap_or(0)];
    let mut out = vec![(0, 1); pairs.len()];
    for index in order(&keys) {
        if let (Some((first, _)), Some(place)) = (pairs.get(index), out.get_mut(index))
            && let Some(count) = counts.get_mut(*first)
        {
            *place = (*count, 0);
            *count += 1;
        }
    }
    for ((first, _), place) in pairs.iter().zip(&mut out) {
        place.1 = counts.get(*first).copied().unwrap_or(1);
    }
    out
}

fn tone(node: &MapNode) -> Token {
    match (node.kind, node.area) {
        (NodeKind::Sdg(number), _) => Token::Sdg(u8::try_from(number).unwrap_or(u8::MAX)),
        (_, Some(area)) => Token::Area((area % 8) as u8),
        (_, None) => Token::Line,
    }
}

fn group(label: &str, shapes: Vec<Shape>) -> Shape {
    Shape::Mark(Mark { anchor: None, ends: None, role: Role::Group, href: None, label: label.to_owned(), class: "column", shapes })
}

fn text(x: i32, y: i32, size: i32, bold: bool, anchor: TextAnchor, fill: Token, content: String) -> Shape {
    Shape::Text { x, y, size, bold, anchor, fill, content, lang: None }
}

#[cfg(test)]
mod tests {
    use super::PX;
    use crate::chart::text_width::width;

    #[test]
    fn every_number_fits_its_place_in_a_strip() {
        assert!(width("17", 12 * PX, false) <= (320 - 13) * PX / 17);
    }
}
