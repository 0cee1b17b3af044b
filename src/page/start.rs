//! The start page: what this is and is not, and the ways in.

use super::parts::{link, opening, paragraph, section};
use super::{Block, Context, Page};
use crate::chart::goal_map::MapSeries;
use crate::chart::{emblem, svg};
use crate::i18n::{number, start as words};
use crate::markup::{Element, Node, el};
use crate::query;
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let catalogue = context.catalogue;
    let lead = words::lead(language, catalogue.goals.len(), catalogue.assignments.len());
    let ways = [
        (Route::Map, words::way_goals(language), words::way_goals_text(language)),
        (Route::Budget, words::way_money(language), words::way_money_text(language, catalogue.tables.len())),
        (Route::Trail, words::way_decisions(language), words::way_decisions_text(language)),
        (Route::Questions, words::way_questions(language), words::way_questions_text(language)),
        (Route::Notes, words::way_notes(language), words::way_notes_text(language)),
    ];
    Page {
        title: words::title(language, context.edition()).into_owned(),
        description: words::description(language, context.edition()).into_owned(),
        found: true,
        blocks: vec![
            Block::new(
                "lead",
                el("div")
                    .class("front")
                    .child(opening(words::title(language, context.edition()), lead).child(super::search::form(
                        language,
                        &context.to(Route::Search),
                        "",
                    )))
                    .child(
                        el("a")
                            .class("emblem")
                            .attr("href", context.to(Route::Map))
                            .child(emblem(context))
                            .child(el("span").text(words::emblem(language))),
                    ),
            ),
            Block::new(
                "ways",
                section("ways", words::ways_in(language)).child(
                    el("ul").class("cards").children(
                        ways.into_iter().map(|(route, title, about)| {
                            el("li").class("card").child(link(context.to(route), title)).child(paragraph(about))
                        }),
                    ),
                ),
            ),
            Block::new("figures", figures(context)),
            Block::new("areas", areas(context)),
            Block::new(
                "not-here",
                section("not-here", words::not_here_heading(language)).child(paragraph(words::not_here_text(language, context.edition()))),
            ),
        ],
    }
}

/// What hangs together, at a glance.
fn emblem(context: &Context) -> Node {
    let series = MapSeries::new(context.catalogue);
    svg::node(&emblem::scene(&series, context.language()))
}

/// The headline figures, each linked to where it stands.
fn figures(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let mut items = Vec::new();
    let mut add = |value: String, what: String, route: Route| {
        items.push(
            el("li")
                .child(el("strong").class("figure-value").text(value))
                .child(el("span").class("figure-label").child(link(context.to(route), what))),
        );
    };
    if let Some(allocation) = query::budget::allocation(catalogue) {
        let unit = crate::i18n::chart::unit_mkr(language);
        add(
            format!("{} {unit}", number::mkr_from_tkr(language, allocation.budget)),
            words::headline_allocation(language, context.edition()).into_owned(),
            Route::Table(allocation.table.clone()),
        );
        if let Some(change) = allocation.change {
            let sign = if change > 0 { "+" } else { "" };
            add(
                format!("{sign}{} {unit}", number::mkr_from_tkr(language, change)),
                words::headline_change(language, context.edition()).into_owned(),
                Route::Table(allocation.table),
            );
        }
    }
    add(catalogue.goals.len().to_string(), words::headline_goals(language).into_owned(), Route::Map);
    add(catalogue.assignments.len().to_string(), words::headline_assignments(language).into_owned(), Route::Map);
    add(query::goals::named_sdgs(catalogue).len().to_string(), words::headline_sdgs(language).into_owned(), Route::Map);
    section("figures", words::headline_figures(language))
        .child(el("ul").class("figures").children(items))
        .child(paragraph(words::headline_reading(language)).class("soft"))
}

fn areas(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    section("areas", words::areas_heading(language)).child(el("ul").class("areas").children(catalogue.areas.iter().enumerate().map(
        |(index, area)| {
            let goals: Vec<_> = catalogue.goals.iter().filter(|goal| goal.area == area.id).collect();
            let assignments: Vec<_> = catalogue.assignments.iter().filter(|a| a.area == area.id).collect();
            let goal_links = goals.iter().map(|g| (Route::Goal(g.id.clone()), g.title.get(language)));
            let assignment_links = assignments.iter().map(|a| (Route::Assignment(a.id.clone()), a.short.get(language)));
            el("li")
                .class(format!("area area-{index}"))
                .child(el("h3").text(area.title.get(language)))
                .child(paragraph(words::area_counts(language, goals.len(), assignments.len())).class("soft"))
                .child(
                    el("ul").children(
                        goal_links
                            .chain(assignment_links)
                            .map(|(route, title)| el("li").child(link(context.to(route.clone()), label(context, &route, title)))),
                    ),
                )
        },
    )))
}

/// A goal's title never stands alone as a fact.
fn label(context: &Context, route: &Route, title: &str) -> String {
    match route {
        Route::Assignment(_) => crate::i18n::goals::assignment_title(context.language(), title).into_owned(),
        _ => crate::i18n::goals::goal_title(context.language(), title).into_owned(),
    }
}
