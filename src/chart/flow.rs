//! The flow chart: where money comes from, which part of the organisation it passes, what it goes to.
//!
//! Every band is one cell of a table whose columns are parts of a whole; nothing is split, spread or evened out. Where a
//! printed total is not the sum of its bands the difference is a line of its own. Shapes are written directly: a wide
//! scene joins three columns of nodes by bands, a narrow one lists the same marks part by part. Knows tables, not pages.

use super::axis::text;
use super::describe::capitalised;
use super::order::order;
use super::scene::{Mark, PER_PX, Role, Scene, Shape, TextAnchor, Token, WidthClass};
use super::separated::inert;
use super::series::{DRAWN_LIMIT, Measure, Missing, Value, missing_text, ratio, value_of};
use super::text_width::{cut, width, wrap};
use crate::i18n::chart as say;
use crate::model::{Anchor, Column, DisplayUnit, Id, Language, Nature, Row, RowKind, Table, Text};

/// A row of the table as what money comes from or goes to, or a column as a part that it passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub anchor: Anchor,
    pub label: Text,
    pub expanded: Option<Text>,
    /// What its bands come to, in the table's unit, never below zero.
    pub amount: i64,
    /// The printed total where there is one and it can be compared, without its sign.
    pub printed: Option<i64>,
    /// For a part: what goes out of it, beside `amount`, which comes in.
    pub outgoing: Option<i64>,
}

impl Node {
    /// What the printed total has more than its bands; nothing where they agree.
    pub fn rounding(&self) -> Option<i64> {
        let off = self.printed?.saturating_sub(self.amount);
        (off != 0).then_some(off)
    }

    /// What its printed total has more than its bands, and whether rounding each number by itself can make that much.
    fn off(&self, parts: usize) -> Option<(i64, bool)> {
        let off = self.rounding()?;
        // The total and its parts, each at most half a unit from what it was.
        let reach = i64::try_from(parts.div_ceil(2)).unwrap_or(i64::MAX);
        Some((off, off.saturating_abs() <= reach))
    }

    fn name(&self, language: Language) -> String {
        let label = self.label.get(language);
        match &self.expanded {
            Some(expanded) if expanded.get(language) != label => format!("{label} ({})", expanded.get(language)),
            _ => label.to_owned(),
        }
    }
}

/// One cell: from a source into a part, or from a part to a use. Empty cells and zeros have no band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    pub anchor: Anchor,
    pub incoming: bool,
    /// Index among the sources or the uses.
    pub end: usize,
    pub part: usize,
    /// As printed.
    pub value: Value,
    /// Without its sign; zero where there is no number.
    pub amount: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowSeries {
    pub table: Id,
    /// The phase and year in running text of each language, such as «budget 2025».
    pub when: Text,
    pub measure: Measure,
    pub sources: Vec<Node>,
    pub parts: Vec<Node>,
    pub uses: Vec<Node>,
    /// In printed order, first everything that comes in.
    pub bands: Vec<Band>,
}

/// How a row takes part: what is above zero comes in, what is below goes out.
fn takes_part(row: &Row) -> bool {
    row.kind == RowKind::Line && !matches!(row.nature, None | Some(Nature::Result | Nature::Investment))
}

impl FlowSeries {
    /// The flow of a table whose last total column is the sum of other columns; nothing for other tables.
    pub fn new(table: &Table, when: Text, display: DisplayUnit) -> Option<FlowSeries> {
        let total = table.columns.iter().rfind(|column| column.sum_of.len() > 1)?;
        let parts: Vec<&Column> = total.sum_of.iter().filter_map(|id| table.column(id)).collect();
        let mut series = FlowSeries {
            table: table.id.clone(),
            when,
            measure: Measure::new(table.unit, display),
            sources: Vec::new(),
            parts: parts
                .iter()
                .map(|column| Node {
                    anchor: Anchor::column(&table.id, &column.id),
                    label: column.label.clone(),
                    expanded: None,
                    amount: 0,
                    printed: None,
                    outgoing: Some(0),
                })
                .collect(),
            uses: Vec::new(),
            bands: Vec::new(),
        };
        for row in table.rows.iter().filter(|row| takes_part(row)) {
            let value = |column: &Column| row.value(&column.id).unwrap_or(0).clamp(-DRAWN_LIMIT, DRAWN_LIMIT);
            let (gives, takes) = (parts.iter().any(|part| value(part) > 0), parts.iter().any(|part| value(part) < 0));
            // A row without any amount stands with those of its nature.
            let comes = gives || (!takes && matches!(row.nature, Some(Nature::Income | Nature::Allocation)));
            for incoming in [true, false] {
                if !(if incoming { comes } else { takes || !comes }) {
                    continue;
                }
                let ends = if incoming { &mut series.sources } else { &mut series.uses };
                let end = ends.len();
                let mut amount: i64 = 0;
                for (index, part) in parts.iter().enumerate() {
                    let own = value(part);
                    let mine = if incoming { own.max(0) } else { own.min(0).saturating_neg() };
                    // On the other side of a row that has both, this cell is not listed twice.
                    if (gives && takes) && mine == 0 {
                        continue;
                    }
                    amount = amount.saturating_add(mine);
                    series.bands.push(Band {
                        anchor: Anchor::cell(&table.id, &row.id, &part.id),
                        incoming,
                        end,
                        part: index,
                        value: value_of(row, &part.id),
                        amount: mine,
                    });
                }
                let whole = row.value(&total.id).map(|whole| if incoming { whole } else { whole.saturating_neg() });
                ends.push(Node {
                    anchor: Anchor::cell(&table.id, &row.id, &total.id),
                    label: row.label.clone(),
                    expanded: row.expanded.clone(),
                    amount,
                    // A total of what comes in and what goes out says nothing about either.
                    printed: whole.filter(|_| !(gives && takes)),
                    outgoing: None,
                });
            }
        }
        series.untangle();
        // First everything that comes in; within it, printed order.
        let (mut bands, out): (Vec<Band>, Vec<Band>) = series.bands.into_iter().partition(|band| band.incoming);
        bands.extend(out);
        series.bands = bands;
        for band in &series.bands {
            if let Some(part) = series.parts.get_mut(band.part) {
                match band.incoming {
                    true => part.amount = part.amount.saturating_add(band.amount),
                    false => part.outgoing = part.outgoing.map(|out| out.saturating_add(band.amount)),
                }
            }
        }
        let incoming = series.sources.iter().fold(0_i64, |sum, node| sum.saturating_add(node.amount));
        series.measure = series.measure.of(Some(incoming));
        (!series.sources.is_empty() && !series.uses.is_empty()).then_some(series)
    }

    /// Sources in the order of the parts that they go to, so that fewer bands cross; the rest keeps its printed order.
    fn untangle(&mut self) {
        let centre = |index: usize| {
            let of_source = || self.bands.iter().filter(|band| band.incoming && band.end == index);
            let weighed = of_source().fold(0_i64, |sum, band| sum.saturating_add(band.amount.saturating_mul(band.part as i64)));
            ratio(weighed, of_source().fold(0_i64, |sum, band| sum.saturating_add(band.amount)), 1_000)
        };
        let places = order(&(0..self.sources.len()).map(centre).collect::<Vec<_>>());
        let place = |end: usize| places.iter().position(|old| *old == end).unwrap_or(end);
        let mut bands = std::mem::take(&mut self.bands);
        for band in bands.iter_mut().filter(|band| band.incoming) {
            band.end = place(band.end);
        }
        // Within a part the sources follow each other as they stand.
        let keys: Vec<i64> = bands.iter().map(|band| if band.incoming { band.end as i64 } else { i64::MAX }).collect();
        self.bands = order(&keys).into_iter().filter_map(|index| bands.get(index).cloned()).collect();
        self.sources = places.iter().filter_map(|index| self.sources.get(*index).cloned()).collect();
    }

    /// What a part has left when everything has gone out; below zero where more goes out than comes in.
    pub fn left_over(&self, part: &Node) -> i64 {
        part.amount.saturating_sub(part.outgoing.unwrap_or(0))
    }

    fn ends_of<'s>(&'s self, band: &Band) -> Option<(&'s Node, &'s Node)> {
        let part = self.parts.get(band.part)?;
        Some(match band.incoming {
            true => (self.sources.get(band.end)?, part),
            false => (part, self.uses.get(band.end)?),
        })
    }

    fn value_text(&self, band: &Band, language: Language) -> String {
        match band.value {
            Value::Printed(_) => self.measure.number(band.amount, language),
            Value::Missing(reason) => missing_text(reason, language).into_owned(),
        }
    }

    /// What is heard of a band: from where, to where, how much, when.
    pub fn band_label(&self, band: &Band, language: Language) -> String {
        let Some((from, to)) = self.ends_of(band) else { return String::new() };
        let amount = match band.value {
            Value::Printed(_) => self.measure.amount(band.amount, language),
            Value::Missing(reason) => missing_text(reason, language).into_owned(),
        };
        let way = say::flow_from_to(language, &from.name(language), &to.name(language));
        format!("{way}, {}: {amount}", self.when.get(language))
    }

    /// What is heard of a node: its total, and what of that is rounding.
    pub fn node_label(&self, node: &Node, language: Language) -> String {
        let amount = |value| self.measure.amount(value, language);
        let (name, when) = (node.name(language), self.when.get(language));
        if let Some(outgoing) = node.outgoing {
            return format!("{name}, {when}: {}", say::flow_in_and_out(language, &amount(node.amount), &amount(outgoing)));
        }
        let mut out = format!("{name}, {when}: {}", amount(node.printed.unwrap_or(node.amount)));
        if let Some((off, is_rounding)) = node.off(self.parts.len()) {
            let word = off_word(is_rounding, language);
            let off = self.plain().amount(off, language);
            out.push_str(&format!(", {}", say::flow_rounding_of(language, &amount(node.amount), &word, &off)));
        }
        out
    }

    /// Amounts as printed or in millions, never as shares: a rounding difference is too small to be a share.
    fn plain(&self) -> Measure {
        Measure { display: DisplayUnit::Tkr, whole: None, ..self.measure }
    }
}

/// What a difference between a total and its parts is called.
fn off_word(is_rounding: bool, language: Language) -> std::borrow::Cow<'static, str> {
    if is_rounding { say::flow_rounding(language) } else { say::flow_difference(language) }
}

/// The finding: what comes in, and where most of it goes.
pub fn title(series: &FlowSeries, language: Language) -> String {
    let amount = |node: &Node| series.measure.amount(node.printed.unwrap_or(node.amount), language);
    let largest = |nodes: &[Node]| {
        nodes
            .iter()
            .max_by_key(|node| node.amount)
            .map(|node| format!("{}, {}", node.label.get(language), amount(node)))
            .unwrap_or_default()
    };
    let keys: Vec<i64> = series.sources.iter().map(|node| node.amount.saturating_neg()).collect();
    let sources: Vec<&Node> = order(&keys).into_iter().filter_map(|index| series.sources.get(index)).collect();
    let sources: Vec<String> = sources.iter().map(|node| format!("{} {}", node.label.get(language).to_lowercase(), amount(node))).collect();
    let when = capitalised(series.when.get(language));
    say::title_flow(language, &when, &sources.join(" + "), &largest(&series.parts), &largest(&series.uses)).into_owned()
}

/// What the picture shows, part by part.
pub fn summary(series: &FlowSeries, language: Language) -> String {
    let mut out = vec![say::summary_flow(language, series.parts.len(), &series.measure.unit_word(language)).into_owned()];
    for (index, part) in series.parts.iter().enumerate() {
        let list = |incoming: bool| {
            let of_part = series.bands.iter().filter(|band| band.part == index && band.incoming == incoming && band.amount > 0);
            let named = of_part.filter_map(|band| {
                let (from, to) = series.ends_of(band)?;
                let other = if incoming { from } else { to };
                Some(format!("{} {}", other.label.get(language), series.measure.amount(band.amount, language)))
            });
            named.collect::<Vec<_>>().join(", ")
        };
        out.push(say::summary_flow_part(language, part.label.get(language), &list(true), &list(false)).into_owned());
        let left = series.left_over(part);
        if left != 0 {
            out.push(
                say::summary_flow_left(language, part.label.get(language), &series.measure.signed_amount(left, language)).into_owned(),
            );
        }
    }
    for node in series.sources.iter().chain(&series.uses) {
        if let (Some((off, is_rounding)), Some(printed)) = (node.off(series.parts.len()), node.printed) {
            let plain = series.plain();
            let (printed, parts) = (plain.amount(printed, language), plain.amount(node.amount, language));
            let (off, word) = (plain.amount(off, language), off_word(is_rounding, language));
            let row = node.label.get(language);
            out.push(say::summary_flow_rounding(language, row, &printed, &parts, &off, &word).into_owned());
        }
    }
    if series.measure.is_share() {
        let whole = series.plain().amount(series.sources.iter().map(|node| node.amount).sum(), language);
        out.push(say::summary_shares_of_incoming(language, &whole).into_owned());
    } else if series.measure.rounds() {
        out.push(say::summary_rounded(language).into_owned());
    }
    out.join(" ")
}

/// A line of the table beside the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowRow {
    /// The band's own mark; nothing for a rounding difference.
    pub anchor: Option<Anchor>,
    pub from: String,
    pub to: String,
    /// As shown, or why there is none.
    pub value: String,
    /// For a file: digits with a point, empty where there is no number.
    pub plain: String,
    pub note: String,
}

/// Every cell, zeros and empty ones too, and every rounding difference.
pub fn rows(series: &FlowSeries, language: Language) -> Vec<FlowRow> {
    let mut out: Vec<FlowRow> = Vec::new();
    for band in &series.bands {
        let Some((from, to)) = series.ends_of(band) else { continue };
        let printed = matches!(band.value, Value::Printed(_));
        out.push(FlowRow {
            anchor: Some(band.anchor.clone()),
            from: from.name(language),
            to: to.name(language),
            value: series.value_text(band, language),
            plain: if printed { series.measure.shown(band.amount).to_string() } else { String::new() },
            note: if printed { String::new() } else { missing_text(Missing::EmptyCell, language).into_owned() },
        });
    }
    for (nodes, incoming) in [(&series.sources, true), (&series.uses, false)] {
        for node in nodes {
            let (Some((off, is_rounding)), Some(printed)) = (node.off(series.parts.len()), node.printed) else { continue };
            let (name, rounding) = (node.name(language), off_word(is_rounding, language).into_owned());
            let (from, to) = if incoming { (name, rounding) } else { (rounding, name) };
            let plain = series.plain();
            out.push(FlowRow {
                anchor: None,
                from,
                to,
                value: plain.amount(off, language),
                plain: plain.shown(off).to_string(),
                note: say::flow_rounding_note(language, &plain.amount(printed, language), &plain.amount(node.amount, language))
                    .into_owned(),
            });
        }
    }
    out
}

/// Heading and rows of the table as cells of a file.
pub fn cells(series: &FlowSeries, language: Language, decimal_comma: bool) -> Vec<Vec<String>> {
    let unit = series.measure.unit_word(language);
    let mut out = vec![vec![
        say::head_from(language).into_owned(),
        say::head_to(language).into_owned(),
        inert(&format!("{}, {unit}", capitalised(series.when.get(language)))),
        say::head_note(language).into_owned(),
    ]];
    for row in rows(series, language) {
        let number = if decimal_comma { row.plain.replace('.', ",") } else { row.plain };
        out.push(vec![inert(&row.from), inert(&row.to), number, inert(&row.note)]);
    }
    out
}

fn mark(anchor: &Anchor, ends: Option<(Anchor, Anchor)>, label: String, class: &'static str, shapes: Vec<Shape>) -> Shape {
    Shape::Mark(Mark { anchor: Some(anchor.clone()), ends, role: Role::Image, href: None, label, class, shapes })
}

/// The chart of a series: bands and nodes are marks.
pub fn scene(series: &FlowSeries, class: WidthClass, language: Language) -> Scene {
    let (height, shapes) = match class {
        WidthClass::Wide => wide(series, language),
        WidthClass::Narrow => narrow(series, language),
    };
    Scene { width: class.width_px() * PER_PX, height, title: title(series, language), description: summary(series, language), shapes }
}

const BAR: i32 = 14 * PER_PX;
const SIZE: i32 = 14 * PER_PX;
const LINE: i32 = 18 * PER_PX;
/// Of the bands of a part on a narrow screen.
const INDENT: i32 = 16 * PER_PX;
const SMALL: i32 = 12 * PER_PX;
const SMALL_LINE: i32 = 15 * PER_PX;

/// A node of the wide scene with its place.
struct Placed<'s> {
    node: &'s Node,
    lines: Vec<String>,
    amount: String,
    small: Option<String>,
    /// Whether the words of a part stand on the bands that lead to it, beside its bar.
    beside: bool,
    /// Upper edge and height of its bar.
    top: i32,
    height: i32,
    text_top: i32,
    /// Where the next band joins, on each side.
    joins: [i32; 2],
}

/// The columns of the wide scene.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Sources,
    Parts,
    Uses,
}

/// The width of a part's words where they stand on the bands.
const BESIDE: i32 = 150 * PER_PX;

/// How high amounts are drawn: the whole takes this many units.
const WHOLE: i64 = 3600;

fn thickness(amount: i64, whole: i64) -> i32 {
    match amount {
        0 => 0,
        // The smallest amounts keep a line that can be seen.
        amount => i32::try_from(ratio(amount, whole, WHOLE)).unwrap_or(0).max(10),
    }
}

fn wide(series: &FlowSeries, language: Language) -> (i32, Vec<Shape>) {
    let px = PER_PX;
    let whole = series.sources.iter().fold(1_i64, |sum, node| sum.saturating_add(node.amount));
    let label_width = 200 * px;
    let head = 30 * px;
    // Left edges of the bars of sources, parts and uses.
    let edges = [214 * px, 473 * px, 732 * px];
    let column = |side: Side| -> Vec<Placed<'_>> {
        let (nodes, is_part) = match side {
            Side::Sources => (&series.sources, false),
            Side::Parts => (&series.parts, true),
            Side::Uses => (&series.uses, false),
        };
        let mut top = head;
        let mut out = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let joins = |band: &&Band| match side {
                Side::Sources => band.incoming && band.end == index,
                Side::Parts => band.part == index,
                Side::Uses => !band.incoming && band.end == index,
            };
            let high = |incoming: bool| {
                series
                    .bands
                    .iter()
                    .filter(joins)
                    .filter(|band| band.incoming == incoming)
                    .map(|band| thickness(band.amount, whole))
                    .sum::<i32>()
            };
            let height = high(true).max(high(false)).max(10);
            let small = of_which(series, node, label_width, language);
            let text_of = |room: i32| {
                let lines = wrap(node.label.get(language), SIZE, false, room, 4);
                let height = (lines.len() as i32 + 1) * LINE + if small.is_some() { SMALL_LINE } else { 0 };
                (lines, height)
            };
            // Words stand in the middle of the bar: those of a part on what comes in, where that is high enough to hold
            // them; above a lower one they have lines of their own.
            let (mut lines, mut text_height) = text_of(if is_part { BESIDE } else { label_width });
            let beside = is_part && high(true) >= text_height + LINE / 2;
            let above = is_part && !beside;
            if above {
                (lines, text_height) = text_of(230 * px);
            }
            let slot = if above { text_height + height } else { height.max(text_height) };
            let bar = if above { top + text_height } else { top + (slot - height) / 2 };
            let middle = if beside { top + high(true) / 2 } else { top + slot / 2 };
            let text_top = if above { top } else { middle - text_height / 2 };
            out.push(Placed {
                node,
                lines,
                amount: series.measure.number(node.printed.unwrap_or(node.amount), language),
                small,
                beside,
                top: bar,
                height,
                text_top,
                joins: [bar, bar],
            });
            top += slot + if beside { 28 * px } else { 18 * px };
        }
        out
    };
    let mut columns = [column(Side::Sources), column(Side::Parts), column(Side::Uses)];
    let bottom = |placed: &[Placed]| {
        placed.last().map_or(head, |last| (last.top + last.height).max(last.text_top + (last.lines.len() as i32 + 2) * LINE))
    };
    let lowest = columns.iter().map(|placed| bottom(placed)).max().unwrap_or(head);
    // Shorter columns hang in the middle.
    for placed in &mut columns {
        let shift = (lowest - bottom(placed)) / 2;
        for node in placed.iter_mut() {
            node.top += shift;
            node.text_top += shift;
            node.joins = [node.top, node.top];
        }
    }

    let mut shapes: Vec<Shape> = Vec::new();
    let left_of = |index: usize| edges.get(index).copied().unwrap_or(0) - 10 * px;
    let heads = [say::flow_head_sources(language), say::flow_head_parts(language), say::flow_head_uses(language)];
    for (index, words) in heads.iter().enumerate() {
        let (x, anchor) = match index {
            0 => (left_of(0), TextAnchor::End),
            1 => (left_of(1), TextAnchor::End),
            _ => (edges.get(2).copied().unwrap_or(0) + BAR + 10 * px, TextAnchor::Start),
        };
        shapes.push(text(x, 13 * px, SMALL, false, anchor, Token::Soft, words));
    }
    let [sources, parts, uses] = &mut columns;
    let [left, middle, right] = edges;
    let mut values: Vec<Shape> = Vec::new();
    for band in series.bands.iter().filter(|band| band.amount > 0) {
        let thick = thickness(band.amount, whole);
        let (Some(end), Some(part)) =
            (if band.incoming { sources.get_mut(band.end) } else { uses.get_mut(band.end) }, parts.get_mut(band.part))
        else {
            continue;
        };
        let (from, to, x0, x1, token, class) = if band.incoming {
            let from = take(&mut end.joins[1], thick);
            let to = take(&mut part.joins[0], thick);
            (from, to, left + BAR, middle, Token::Plus, "band flow-1")
        } else {
            let from = take(&mut part.joins[1], thick);
            let to = take(&mut end.joins[0], thick);
            (from, to, middle + BAR, right, Token::Minus, "band flow-3")
        };
        let (a, b) = if band.incoming { (end.node, part.node) } else { (part.node, end.node) };
        let ends = Some((a.anchor.clone(), b.anchor.clone()));
        shapes.push(mark(&band.anchor, ends, series.band_label(band, language), class, vec![ribbon(x0, from, x1, to, thick, token)]));
        // Where a band is thick enough its amount stands at its outer end.
        if thick >= 15 * px {
            let value = series.measure.number(band.amount, language);
            let (x, y, anchor) = if band.incoming {
                (x0 + 8 * px, from + thick / 2 + SMALL * 35 / 100, TextAnchor::Start)
            } else {
                (x1 - 8 * px, to + thick / 2 + SMALL * 35 / 100, TextAnchor::End)
            };
            values.push(text(x, y, SMALL, false, anchor, Token::Ink, &value));
        }
    }
    shapes.append(&mut values);
    for (index, placed) in columns.iter().enumerate() {
        for node in placed {
            let x = edges.get(index).copied().unwrap_or(0);
            let (text_x, anchor) = match index {
                0 => (x - 10 * px, TextAnchor::End),
                1 if node.beside => (x - 10 * px, TextAnchor::End),
                1 => (x, TextAnchor::Start),
                _ => (x + BAR + 10 * px, TextAnchor::Start),
            };
            let text_height = (node.lines.len() as i32 + 1) * LINE + if node.small.is_some() { SMALL_LINE } else { 0 };
            let (mut low, mut high) = (node.top.min(node.text_top), (node.top + node.height).max(node.text_top + text_height));
            let (hit_x, hit_width) = match index {
                0 => (0, x + BAR),
                1 if node.beside => {
                    // The words alone: around them the bands are to be pointed at.
                    (low, high) = (node.text_top - 4 * px, node.text_top + text_height + 4 * px);
                    let words = node.lines.iter().map(|line| width(line, SIZE, false)).chain([width(&node.amount, SIZE, true)]);
                    let words = words.max().unwrap_or(0) + 18 * px;
                    (x - words, words + BAR)
                }
                1 => (x - 4 * px, 244 * px),
                _ => (x, 960 * px - x),
            };
            let mut own =
                vec![Shape::Rect { x: hit_x, y: low, width: hit_width, height: high - low, radius: 3 * px, fill: None, stroke: None }];
            own.push(Shape::Rect { x, y: node.top, width: BAR, height: node.height, radius: 0, fill: Some(Token::Total), stroke: None });
            let mut y = node.text_top + LINE * 3 / 4;
            for line in &node.lines {
                own.push(text(text_x, y, SIZE, false, anchor, Token::Ink, line));
                y += LINE;
            }
            own.push(text(text_x, y, SIZE, true, anchor, Token::Ink, &node.amount));
            if let Some(small) = &node.small {
                own.push(text(text_x, y + SMALL_LINE, SMALL, false, anchor, Token::Soft, small));
            }
            let class = ["bar flow-0", "bar flow-2", "bar flow-4"].get(index).copied().unwrap_or("bar");
            shapes.push(mark(&node.node.anchor, None, series.node_label(node.node, language), class, own));
        }
    }
    (lowest + 8 * px, shapes)
}

/// The line below a node whose printed total is not the sum of its bands.
fn of_which(series: &FlowSeries, node: &Node, room: i32, language: Language) -> Option<String> {
    let (off, is_rounding) = node.off(series.parts.len())?;
    let words = say::flow_of_which(language, &off_word(is_rounding, language), &series.plain().amount(off, language)).into_owned();
    Some(cut(&words, SMALL, false, room))
}

/// The place that comes next, moved on by a thickness.
fn take(place: &mut i32, thick: i32) -> i32 {
    let here = *place;
    *place += thick;
    here
}

/// A band of even thickness that leaves and arrives horizontally, as a polygon.
fn ribbon(x0: i32, y0: i32, x1: i32, y1: i32, thick: i32, token: Token) -> Shape {
    const PIECES: i32 = 20;
    // 3t² − 2t³ in whole numbers: the curve of a cubic with horizontal ends.
    let at = |piece: i32| {
        let (t, n) = (i64::from(piece), i64::from(PIECES));
        let eased = (3 * t * t * n - 2 * t * t * t) * i64::from(y1 - y0) / (n * n * n);
        (x0 + (x1 - x0) * piece / PIECES, y0 + i32::try_from(eased).unwrap_or(0))
    };
    let mut points: Vec<(i32, i32)> = (0..=PIECES).map(at).collect();
    points.extend((0..=PIECES).rev().map(at).map(|(x, y)| (x, y + thick)));
    Shape::Path { points, closed: true, fill: Some(token), stroke: None, stroke_width: 0, dashed: false }
}

/// The same marks one below the other: what comes in, each part with its bands, what it goes to.
fn narrow(series: &FlowSeries, language: Language) -> (i32, Vec<Shape>) {
    let px = PER_PX;
    let whole_width = WidthClass::Narrow.width_px() * px;
    let largest = series.sources.iter().chain(&series.uses).chain(&series.parts).map(|node| node.amount).max().unwrap_or(1).max(1);
    let size = 13 * px;
    let line = 17 * px;
    let mut shapes: Vec<Shape> = Vec::new();
    let mut top = 0;
    let mut entry = |name: &str, amount: i64, value: String, small: Option<String>, tone: Token, bold: bool, indent: i32| -> Vec<Shape> {
        let value_width = width(&value, size, bold);
        let lines = wrap(name, size, bold, (whole_width - indent - value_width - 10 * px).max(100 * px), 5);
        let small_height = if small.is_some() { SMALL_LINE } else { 0 };
        let height = lines.len().max(1) as i32 * line + small_height + 24 * px;
        let mut own = vec![Shape::Rect { x: 0, y: top, width: whole_width, height, radius: 3 * px, fill: None, stroke: None }];
        let mut y = top + 5 * px + line * 3 / 4;
        own.push(text(whole_width, y, size, bold, TextAnchor::End, Token::Ink, &value));
        for content in &lines {
            own.push(text(indent, y, size, bold, TextAnchor::Start, Token::Ink, content));
            y += line;
        }
        if let Some(small) = &small {
            own.push(text(indent, y, SMALL, false, TextAnchor::Start, Token::Soft, small));
            y += SMALL_LINE;
        }
        // One scale for every bar, indented or not.
        let room = whole_width - INDENT;
        let long = i32::try_from(ratio(amount, largest, i64::from(room))).unwrap_or(0).clamp(0, room);
        if amount > 0 {
            own.push(Shape::Rect {
                x: indent,
                y: y - 6 * px,
                width: long.max(15),
                height: 9 * px,
                radius: 0,
                fill: Some(tone),
                stroke: None,
            });
        }
        top += height;
        own
    };
    let rounding = |node: &Node| of_which(series, node, whole_width, language);
    let total = |node: &Node| series.measure.number(node.printed.unwrap_or(node.amount), language);
    for node in &series.sources {
        let own = entry(node.label.get(language), node.amount, total(node), rounding(node), Token::Total, true, 0);
        shapes.push(mark(&node.anchor, None, series.node_label(node, language), "bar flow-0", own));
    }
    for (index, part) in series.parts.iter().enumerate() {
        let value = series.measure.number(part.amount, language);
        let own = entry(&format!("\u{2192} {}", part.label.get(language)), part.amount, value, None, Token::Total, true, 0);
        shapes.push(mark(&part.anchor, None, series.node_label(part, language), "bar flow-2", own));
        for band in series.bands.iter().filter(|band| band.part == index && band.amount > 0) {
            let Some((from, to)) = series.ends_of(band) else { continue };
            let (name, tone, class) = if band.incoming {
                (say::flow_in(language, from.label.get(language)), Token::Plus, "bar flow-1")
            } else {
                (say::flow_out(language, to.label.get(language)), Token::Minus, "bar flow-3")
            };
            let own = entry(&name, band.amount, series.measure.number(band.amount, language), None, tone, false, INDENT);
            let ends = Some((from.anchor.clone(), to.anchor.clone()));
            shapes.push(mark(&band.anchor, ends, series.band_label(band, language), class, own));
        }
    }
    for node in &series.uses {
        let name = format!("\u{2192} {}", node.label.get(language));
        let own = entry(&name, node.amount, total(node), rounding(node), Token::Total, true, 0);
        shapes.push(mark(&node.anchor, None, series.node_label(node, language), "bar flow-4", own));
    }
    (top + 6 * px, shapes)
}
