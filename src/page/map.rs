//! The goal map: as a picture, as a matrix and as a nested list.

use super::anchor::{Place, place};
use super::parts::{choice, cite, documents, link, note_button, page_heading, paragraph, reading, sdg_chip, section};
use super::{Block, Context, Page};
use crate::chart::goal_map::{self, MapSeries};
use crate::chart::scene::WidthClass;
use crate::chart::svg;
use crate::i18n::goals as words;
use crate::markup::{Element, el, text};
use crate::model::Anchor;
use crate::query::goals::in_area;
use crate::url::{MapForm, Route, View};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let view = context.view;
    let mut blocks = vec![
        Block::new(
            "lead",
            el("div")
                .class("hero")
                .child(page_heading(text(words::map_title(language))))
                .child(paragraph(words::map_lead(language)).class("lead")),
        ),
        Block::new("controls", controls(context)),
    ];
    if view.form.is_none_or(|form| form == MapForm::Map) {
        blocks.push(Block::new("map", map(context)));
    }
    if view.form.is_none_or(|form| form == MapForm::Matrix) {
        blocks.push(Block::new("matrix", super::matrix::matrix(context)));
    }
    if view.form.is_none_or(|form| form == MapForm::List) {
        blocks.push(Block::new("list", list(context)));
    }
    blocks.push(Block::new("sources", documents(context, context.catalogue.goals.iter().flat_map(|goal| &goal.sources))));
    Page {
        title: words::map_title(language).into_owned(),
        description: words::map_description(language, context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

fn controls(context: &Context) -> Element {
    let language = context.language();
    let view = context.view;
    let option = |word: String, form: Option<MapForm>| (word, context.with_view(&View { form, ..view.clone() }), view.form == form);
    let mut controls = el("div").class("controls").child(choice(
        words::forms_label(language),
        vec![
            option(words::form_all(language).into_owned(), None),
            option(words::form_map(language).into_owned(), Some(MapForm::Map)),
            option(words::form_matrix(language).into_owned(), Some(MapForm::Matrix)),
            option(words::form_list(language).into_owned(), Some(MapForm::List)),
        ],
    ));
    if let Some(selected) = &view.selected
        && let Some(Place { title, route, .. }) = place(context.catalogue, language, selected)
    {
        let clear = context.with_view(&View { selected: None, ..view.clone() });
        controls = controls.child(
            el("p")
                .class("chosen")
                .text(words::chosen(language, &title))
                .text(" ")
                .child(route.map(|route| link(context.to(route), words::open_chosen(language))))
                .text(" ")
                .child(link(clear, words::clear_choice(language)).attr("data-choice", "")),
        );
    }
    controls
}

fn map(context: &Context) -> Element {
    let language = context.language();
    let series = MapSeries::new(context.catalogue);
    let href = |anchor: &Anchor| place(context.catalogue, language, anchor).and_then(|place| place.route).map(|route| context.to(route));
    let picture = |width| svg::node(&goal_map::scene(&series, width, language, &href));
    section("map", words::map_heading(language))
        .child(paragraph(words::map_help(language)).class("soft live-only"))
        .child(
            el("figure")
                .class("chart goal-map")
                .attr("data-chart", "goal-map")
                .attr_if("data-selected", context.view.selected.as_ref().map(Anchor::as_str))
                .child(el("div").class("wide-only").child(picture(WidthClass::Wide)))
                .child(el("div").class("narrow-only").child(picture(WidthClass::Narrow))),
        )
        .child(
            el("p")
                .class("soft")
                .child(link(context.to(Route::Sdg(17)), "17"))
                .text(". ")
                .text(words::sdg_17_none(language, context.edition())),
        )
}

fn list(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let selected = context.view.selected.as_ref();
    let mark = |element: Element, anchor: &Anchor| element.attr_if("data-chosen", (selected == Some(anchor)).then_some(""));
    let sdg_name = |number: u32| catalogue.sdg(number).map(|sdg| sdg.name.get(language).to_owned()).unwrap_or_default();
    section("list", words::list_heading(language)).child(el("ul").class("outline").children(catalogue.areas.iter().map(|area| {
        let (goals, assignments) = in_area(catalogue, area);
        let mut entry = mark(el("li"), &Anchor::area(&area.id)).child(el("h3").text(area.title.get(language)));
        if goals.is_empty() {
            entry = entry.child(paragraph(words::no_goal_in_area(language, context.edition())).class("soft"));
        }
        let goal_items = goals.into_iter().map(|goal| {
            let anchor = Anchor::goal(&goal.id);
            let mut chips = el("ul").class("chips small");
            for sdg in &goal.sdgs {
                chips = chips.child(el("li").child(sdg_chip(context, sdg.number, &sdg_name(sdg.number))));
                if let Some(other) = sdg.other_number {
                    chips =
                        chips.child(el("li").class("doubtful").child(sdg_chip(context, other, &sdg_name(other))).text(" ").child(reading(
                            language,
                            sdg.reading,
                            true,
                        )));
                }
            }
            mark(el("li"), &anchor)
                .child(link(context.to(Route::Goal(goal.id.clone())), words::goal_title(language, goal.title.get(language))))
                .text(" ")
                .child(cite(context, &goal.sources, false))
                .text(" ")
                .child(note_button(language, &anchor, goal.title.get(language)))
                .child(if goal.sdgs.is_empty() { paragraph(words::no_sdgs(language)).class("soft") } else { chips })
        });
        let assignment_items = assignments.into_iter().map(|assignment| {
            let anchor = Anchor::assignment(&assignment.id);
            mark(el("li"), &anchor)
                .child(link(
                    context.to(Route::Assignment(assignment.id.clone())),
                    words::assignment_title(language, assignment.short.get(language)),
                ))
                .text(" ")
                .child(cite(context, &assignment.sources, false))
                .text(" ")
                .child(note_button(language, &anchor, assignment.short.get(language)))
        });
        entry.child(el("ul").class("outline-items").children(goal_items.chain(assignment_items)))
    })))
}
