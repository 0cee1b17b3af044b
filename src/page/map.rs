//! The goal map: as a picture, as a matrix and as a nested list, narrowed by the same filters.

mod chosen;
mod compare;
mod filters;
mod list;
mod matrix;

use super::anchor::{Place, place};
use super::parts::{choice, documents, drawings, link, opening, paragraph, section};
use super::{Block, Context, Page, priorities};
use crate::chart::goal_map::{self, MapSeries, NodeFacts};
use crate::chart::svg;
use crate::i18n::{goals as words, map as say};
use crate::markup::{Element, el};
use crate::model::{Anchor, Assignment, Goal, GoalFilter, Measure};
use crate::query::filter::{self, Facts};
use crate::query::goals::naming;
use crate::url::{MapForm, Route, View};

/// More goals than this do not stand one by one in the list and the matrix.
const MANY: usize = goal_map::MOST_ITEMS;
/// Of one area's goals so many are shown in the matrix.
const MOST_ROWS: usize = 150;

/// What the filters leave.
struct Kept<'a> {
    filter: GoalFilter,
    facts: Vec<Facts<'a>>,
    anchors: Vec<Anchor>,
}

impl<'a> Kept<'a> {
    fn new(context: &Context<'a>) -> Kept<'a> {
        let (filter, _) = filter::known(&context.view.filter, context.catalogue);
        let facts = filter::facts(context.catalogue, context.noted);
        let anchors = facts.iter().filter(|facts| filter::keeps(&filter, facts)).map(|facts| facts.anchor.clone()).collect();
        Kept { filter, facts, anchors }
    }

    fn goals(&self, context: &Context<'a>) -> Vec<&'a Goal> {
        context.catalogue.goals.iter().filter(|goal| self.anchors.contains(&Anchor::goal(&goal.id))).collect()
    }

    fn assignments(&self, context: &Context<'a>) -> Vec<&'a Assignment> {
        context.catalogue.assignments.iter().filter(|assignment| self.anchors.contains(&Anchor::assignment(&assignment.id))).collect()
    }
}

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let view = context.view;
    let kept = Kept::new(context);
    let mut blocks = vec![
        Block::new("lead", opening(words::map_title(language), words::map_lead(language))),
        Block::new("controls", controls(context)),
        Block::new("filters", filters::filters(context, &kept)),
    ];
    blocks.extend(filters::left(context, &kept).map(|part| Block::new("left", part)));
    let mut chosen = chosen::chosen(context).map(|part| Block::new("chosen", part));
    if let Some(part) = compare::compare(context) {
        blocks.push(Block::new("compare", part));
        // What is chosen stands there already, and would lie over it.
        let compared = view.compare.iter().flatten().map(Anchor::goal);
        if compared.into_iter().any(|goal| view.selected.as_ref() == Some(&goal)) {
            chosen = None;
        }
    }
    if !kept.anchors.is_empty() {
        if view.form.is_none_or(|form| form == MapForm::Map) {
            blocks.push(Block::new("map", map(context, &kept)));
            blocks.extend(chosen.take());
        }
        if view.form.is_none_or(|form| form == MapForm::Matrix) {
            blocks.push(Block::new("matrix", matrix::matrix(context, &kept)));
            blocks.extend(chosen.take());
        }
        if view.form.is_none_or(|form| form == MapForm::List) {
            blocks.push(Block::new("list", list::list(context, &kept)));
        }
    }
    blocks.extend(chosen);
    // The two lists that belong to no goal stand where everything stands.
    if view.form.is_none() {
        if !context.catalogue.priorities.is_empty() {
            blocks.push(Block::new("priorities", priorities::priorities(context)));
        }
        if !context.catalogue.conditions.is_empty() {
            blocks.push(Block::new("conditions", priorities::conditions(context)));
        }
    }
    blocks.push(Block::new("sources", documents(context, context.catalogue.goals.iter().flat_map(|goal| &goal.sources))));
    Page {
        title: words::map_title(language).into_owned(),
        description: words::map_description(language, context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

/// What the view asks for and the catalogue does not hold.
pub fn gone(context: &Context) -> Vec<Anchor> {
    let catalogue = context.catalogue;
    let view = context.view;
    let (_, mut gone) = filter::known(&view.filter, catalogue);
    gone.extend(view.selected.iter().filter(|anchor| place(catalogue, context.language(), anchor).is_none()).cloned());
    let compared = view.compare.iter().flatten();
    gone.extend(compared.filter(|id| catalogue.goal(id).is_none()).map(Anchor::goal));
    gone
}

fn controls(context: &Context) -> Element {
    let language = context.language();
    let view = context.view;
    let option = |word: String, form: Option<MapForm>| (word, context.with_view(&View { form, ..view.clone() }), view.form == form);
    el("div")
        .class("controls")
        .child(choice(
            words::forms_label(language),
            vec![
                option(words::form_all(language).into_owned(), None),
                option(words::form_map(language).into_owned(), Some(MapForm::Map)),
                option(words::form_matrix(language).into_owned(), Some(MapForm::Matrix)),
                option(words::form_list(language).into_owned(), Some(MapForm::List)),
            ],
        ))
        .child(link(context.to(Route::AllGoals), say::print_goals(language)).class("on-paper"))
}

fn map(context: &Context, kept: &Kept) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let small = |anchor: &Anchor| {
        let facts = kept.facts.iter().find(|facts| facts.anchor == *anchor)?;
        let assignment = anchor.id().filter(|_| !facts.is_goal).and_then(|id| catalogue.assignment(&id));
        Some(NodeFacts {
            countable: facts.measure.filter(|measure| *measure != Measure::None).map(|measure| measure == Measure::Countable),
            reports: assignment.map(|assignment| assignment.reports_back.form),
            events: facts.decisions,
            contradictions: facts.contradictions,
        })
    };
    let part = goal_map::Part { keep: &|anchor| kept.anchors.contains(anchor), facts: &small, narrowed: kept.filter.is_set() };
    let series = MapSeries::of(catalogue, &part);
    let href = |anchor: &Anchor| match anchor.kind() {
        // A group opens as the map of its area.
        "goals" => {
            let filter = GoalFilter { area: Some(anchor.id().filter(|id| catalogue.area(id).is_some())?), ..kept.filter.clone() };
            Some(context.with_view(&View { filter, ..context.view.clone() }))
        }
        // An area stands on this very page.
        "area" => None,
        _ => place(catalogue, language, anchor).and_then(|place| place.route).map(|route| context.to(route)),
    };
    let picture = |width| svg::node(&goal_map::scene(&series, width, language, &href));
    let mut part =
        section("map", words::map_heading(language)).child(paragraph(words::map_help(language)).class("soft map-help live-only"));
    if series.grouped {
        part = part.child(paragraph(series.summary(language)).class("soft map-help"));
    }
    part = part.child(el("figure").class("chart goal-map").attr("data-chart", "goal-map").children(drawings(context, &picture)));
    // The picture first: what its small letters say and how keys move on it stands below.
    if !series.grouped {
        part = part.child(paragraph(say::small_letters(language)).class("soft map-help"));
    }
    part = part.child(paragraph(words::map_help_keys(language)).class("soft map-help live-only"));
    if !kept.filter.is_set() && naming(catalogue, 17).is_empty() {
        part = part.child(
            el("p")
                .class("soft")
                .child(link(context.to(Route::Sdg(17)), "17"))
                .text(". ")
                .text(words::sdg_17_none(language, context.edition())),
        );
    }
    part
}

/// The title and page of what is chosen; nothing where it is not in the data.
fn chosen_place(context: &Context) -> Option<(Anchor, Place)> {
    let anchor = context.view.selected.clone()?;
    let found = place(context.catalogue, context.language(), &anchor)?;
    Some((anchor, found))
}
