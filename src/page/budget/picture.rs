//! The pictures of a table's page: which ones there are, the figure around each, and the same picture as a file.
//!
//! Title, summary and drawing of a picture come from one series; knows neither the browser nor how a file is saved.

use super::shown_column;
use crate::chart::bars::{self, BarSeries};
use crate::chart::flow::{self, FlowSeries};
use crate::chart::scene::{Scene, WidthClass};
use crate::chart::series::{self, Measure, StepSeries};
use crate::chart::{describe, svg, waterfall};
use crate::i18n::{chart, money as words, source};
use crate::markup::{Element, el};
use crate::model::{Column, DisplayUnit, Language, Nature, Phase, Row, Table, Text};
use crate::page::parts::{cite, drawings, link, share_button};
use crate::page::{Context, scope};
use std::borrow::Cow;

/// What a table is drawn as.
pub enum Picture {
    /// Rows that lead to a result, one column at a time.
    Steps(Box<StepSeries>),
    /// Rows beside each other.
    Bars(Box<BarSeries>),
    /// From where to where.
    Flow(Box<FlowSeries>),
}

/// The picture that a table has in a view; nothing for a table without columns.
pub fn of_table(context: &Context, table: &Table) -> Option<Picture> {
    let view = context.view;
    if let Some(columns) = compared(context, table) {
        // Folded rows stay folded when they are compared.
        let steps = columns.first().and_then(|column| StepSeries::new(table, &column.id, view.level, view.unit));
        let is_shown = |row: &&Row| steps.as_ref().is_none_or(|steps| steps.steps.iter().any(|step| step.row == row.id));
        let rows = table.rows.iter().filter(|row| !leads_to_result(table) || is_shown(row)).collect();
        let mut series = BarSeries::compared(table, columns, rows, view.order, view.unit);
        series.columns.iter_mut().for_each(|column| name_phase(table, column));
        return Some(Picture::Bars(Box::new(series)));
    }
    if leads_to_result(table) {
        let column = shown_column(view, table)?;
        let mut series = StepSeries::new(table, &column.id, view.level, view.unit)?;
        name_phase(table, &mut series.column);
        return Some(Picture::Steps(Box::new(series)));
    }
    Some(Picture::Bars(Box::new(BarSeries::new(table, view.order, view.unit))))
}

/// The columns of the split table are parts of the budget, which its heading does not say; pictures that leave the page do.
fn name_phase(table: &Table, column: &mut Column) {
    if is_split_budget(table) && column.phase.is_none() {
        let named = |language| format!("{}, {}", column.label.get(language), chart::budget(language, ""));
        column.label = Text { sv: named(Language::Sv), en: named(Language::En) };
    }
}

/// The table whose note says that its rows are the budget, but for the last one.
fn is_split_budget(table: &Table) -> bool {
    table.id == "income-statement-split"
}

/// Whether rows lead to a result, one column at a time.
pub fn leads_to_result(table: &Table) -> bool {
    table.rows.iter().any(|row| row.nature == Some(Nature::Result))
}

/// Columns that can be set against each other.
pub fn comparable(table: &Table) -> Vec<&Column> {
    table.columns.iter().filter(|column| column.phase != Some(Phase::Change)).collect()
}

/// The two columns that the address sets against each other, where the table has both.
fn compared<'t>(context: &Context, table: &'t Table) -> Option<[&'t Column; 2]> {
    let [earlier, later] = context.view.compare.as_ref()?;
    let known = |id: &crate::model::Id| comparable(table).into_iter().find(|column| column.id == *id);
    Some([known(earlier)?, known(later)?])
}

/// The flow through a table whose columns are parts of a whole, budget only; nothing for other tables.
pub fn flow(context: &Context, table: &Table) -> Option<Picture> {
    flow_in(table, context.view.unit)
}

/// The same in a unit.
pub fn flow_in(table: &Table, unit: DisplayUnit) -> Option<Picture> {
    let whole = table.columns.iter().rfind(|column| column.sum_of.len() > 1)?;
    let year = whole.year.map(|year| year.to_string()).unwrap_or_default();
    // The columns of the split table are parts, not phases; its note says that its rows are the budget.
    let is_budget = whole.phase == Some(Phase::Budget) || (whole.phase.is_none() && is_split_budget(table));
    let when = |language| if is_budget { chart::budget(language, &year).into_owned() } else { series::column_name(whole, language) };
    let when = Text { sv: when(Language::Sv), en: when(Language::En) };
    FlowSeries::new(table, when, unit).map(|series| Picture::Flow(Box::new(series)))
}

impl Picture {
    /// The name that buttons and the style sheet know it by.
    pub fn kind(&self) -> &'static str {
        match self {
            Picture::Steps(_) => "steps",
            Picture::Bars(series) if series.chosen => "compare",
            Picture::Bars(_) => "bars",
            Picture::Flow(_) => "flow",
        }
    }

    /// The finding.
    pub fn title(&self, language: Language) -> String {
        match self {
            Picture::Steps(series) => describe::title(series, language),
            Picture::Bars(series) => bars::title(series, language),
            Picture::Flow(series) => flow::title(series, language),
        }
    }

    pub fn summary(&self, language: Language) -> String {
        match self {
            Picture::Steps(series) => describe::summary(series, language),
            Picture::Bars(series) => bars::summary(series, language),
            Picture::Flow(series) => flow::summary(series, language),
        }
    }

    pub fn scene(&self, class: WidthClass, language: Language) -> Scene {
        match self {
            Picture::Steps(series) => waterfall::scene(series, class, language),
            Picture::Bars(series) => bars::scene(series, class, language),
            Picture::Flow(series) => flow::scene(series, class, language),
        }
    }

    /// How amounts are written.
    pub fn measure(&self) -> Measure {
        match self {
            Picture::Steps(series) => series.measure(),
            Picture::Bars(series) => series.measure_of(0),
            Picture::Flow(series) => series.measure,
        }
    }

    fn unit_word(&self, language: Language) -> Cow<'static, str> {
        match self {
            Picture::Steps(series) => series.unit_word(language),
            Picture::Bars(series) => series.unit_word(language),
            Picture::Flow(series) => series.measure.unit_word(language),
        }
    }
}

/// The picture with its title, unit, source and ways out.
pub fn figure(context: &Context, table: &Table, picture: &Picture) -> Element {
    let language = context.language();
    let drawn = |class: WidthClass| svg::node(&picture.scene(class, language));
    el("figure")
        .class("chart")
        .attr("data-chart", picture.kind())
        .attr("data-reading", source::reading(language, table.reading))
        .child(el("figcaption").text(picture.title(language)))
        .child(el("p").class("visually-hidden").text(words::chart_keys(language)))
        .children(drawings(context, &drawn))
        .child(el("p").class("chart-source").text(unit_line(picture, language)).text(" ").child(cite(context, &table.sources, true)))
        .child(ways_out(context, picture))
}

/// The unit, and that it is rounded where it is.
pub fn unit_line(picture: &Picture, language: Language) -> String {
    let mut out = words::source_line(language, &picture.unit_word(language)).into_owned();
    let measure = picture.measure();
    if measure.rounds() && !measure.is_share() {
        out.push(' ');
        out.push_str(&words::rounded_to_mkr(language));
    }
    out
}

/// To the table, and the picture as a file, as words, as a link.
fn ways_out(context: &Context, picture: &Picture) -> Element {
    let language = context.language();
    let button = |act: &str, form: &str, content: Cow<'static, str>| {
        el("button")
            .attr("type", "button")
            .class("live-only")
            .attr("data-act", act)
            .attr("data-form", form)
            .attr("data-of", picture.kind())
            .text(content)
    };
    el("p")
        .class("actions chart-actions")
        .child(link(if matches!(picture, Picture::Flow(_)) { "#h-flow-table" } else { "#h-table" }, words::to_table(language)))
        .child(button("picture", "svg", words::picture_svg(language)))
        .child(button("picture", "png", words::picture_png(language)))
        .child(button("picture", "png-1920", words::picture_png_wide(language)))
        .child(button("copy-words", "words", words::copy_words(language)))
        .child(share_button(language))
}

/// A picture as a file that stands for itself.
pub struct PictureFile {
    /// Without its ending.
    pub name: String,
    /// With title, source and scope line.
    pub svg: String,
    /// What the picture shows, in words.
    pub words: String,
}

/// Pixels that an image viewer shows the file at, where nothing else is asked for.
const WIDTH_PX: u32 = 1200;

/// The picture of a kind on the page of a table, `width_px` wide.
pub fn file(context: &Context, kind: &str, width_px: Option<u32>) -> Option<PictureFile> {
    let crate::url::Route::Table(id) = &context.address.route else { return None };
    let table = context.catalogue.table(id)?;
    let picture = super::pictures(context, table).into_iter().find(|picture| picture.kind() == kind)?;
    let language = context.language();
    let (title, summary) = (picture.title(language), picture.summary(language));
    let cited = cite(context, &table.sources, true);
    let from = format!("{}: {}", source::source(language), crate::markup::Node::from(cited).plain_text());
    let from = format!("{} {from}.", unit_line(&picture, language));
    let scope = scope(language, context.edition(), context.publisher);
    let text = svg::FileText { language, title: &title, source: &from, scope: &scope, width_px: width_px.unwrap_or(WIDTH_PX) };
    let svg = svg::file(&picture.scene(WidthClass::Wide, language), &text).into_string();
    Some(PictureFile {
        name: format!("{}-{id}-{kind}", context.catalogue.dataset),
        svg,
        words: format!("{title}. {summary} {from} {scope}"),
    })
}
