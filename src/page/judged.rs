//! How goals are judged, in plain words, and what the source states for each goal.

use super::parts::{breadcrumb, cite, documents, link, opening, paragraph, scrolling, section, swedish};
use super::{Block, Context, Page};
use crate::i18n::{decisions, follow_up as words, goals};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Goal};
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let all = &context.catalogue.goals;
    let count = |is: fn(&Goal) -> bool| all.iter().filter(|goal| is(goal)).count();
    let lead = words::judged_lead(
        language,
        all.len(),
        count(|goal| goal.indicator.as_ref().is_some_and(|i| i.countable)),
        count(|goal| goal.outcome.is_some()),
        count(|goal| goal.indicator.as_ref().is_some_and(|i| i.target.is_some())),
    );
    let term = |name: String, about: String| [Node::from(el("dt").text(name)), Node::from(el("dd").text(about))];
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::title(language).into_owned(), Route::FollowUp)])),
        Block::new("lead", opening(words::judged_title(language), lead)),
        Block::new(
            "three",
            section("three", words::three_parts(language)).child(
                el("dl")
                    .class("facts")
                    .children(term(goals::indicator(language).into_owned(), words::part_indicator(language).into_owned()))
                    .children(term(goals::wanted_outcome(language).into_owned(), words::part_outcome(language).into_owned()))
                    .children(term(words::part_follow_up(language).into_owned(), words::part_follow_up_text(language).into_owned())),
            ),
        ),
        Block::new(
            "two",
            section("two", words::two_questions(language)).child(
                el("dl")
                    .class("facts")
                    .children(term(words::question_covered(language).into_owned(), words::question_covered_text(language).into_owned()))
                    .children(term(words::question_reached(language).into_owned(), words::question_reached_text(language).into_owned())),
            ),
        ),
        Block::new("table", table(context)),
        Block::new("cannot", section("cannot", words::cannot(language)).child(paragraph(words::cannot_text(language)))),
        Block::new(
            "colours",
            section("colours", words::colours(language)).child(
                paragraph(words::colours_text(language, context.edition()))
                    .text(" ")
                    .child(link(context.to(Route::FollowUp), words::see_round(language))),
            ),
        ),
    ];
    // What is missing for every goal at once belongs here; what concerns one goal stands on its page.
    let anchors: Vec<Anchor> = all.iter().map(|goal| Anchor::goal(&goal.id)).collect();
    let common: Vec<Element> = context
        .catalogue
        .contradictions
        .iter()
        .filter(|item| item.kind == "missing" && item.touches.iter().filter(|touched| anchors.contains(touched)).count() > 2)
        .map(|item| super::parts::contradiction(context, item, false))
        .collect();
    if !common.is_empty() {
        blocks.push(Block::new(
            "contradictions",
            section("contradictions", crate::i18n::source::contradictions(language))
                .child(paragraph(decisions::contradictions_note(language)).class("soft"))
                .child(el("ul").class("disagreements").children(common)),
        ));
    }
    blocks.push(Block::new("sources", documents(context, all.iter().flat_map(|goal| goal.indicator.iter().flat_map(|i| &i.sources)))));
    Page {
        title: words::judged_title(language).into_owned(),
        description: words::judged_description(language).into_owned(),
        found: true,
        blocks,
    }
}

fn table(context: &Context) -> Element {
    let language = context.language();
    let yes_no = |yes: bool| -> Node {
        let (sign, word) = if yes { ("\u{2713}", words::yes(language)) } else { ("\u{2013}", words::no(language)) };
        vec![el("span").class("answer-sign").attr("aria-hidden", "true").text(sign).into(), text(format!(" {word}"))].into()
    };
    let value = |value: Option<&String>| -> Node {
        match value {
            Some(value) => swedish(language, value),
            None => el("span").class("soft").text(words::none(language)).into(),
        }
    };
    let rows = context.catalogue.goals.iter().map(|goal| {
        let indicator = goal.indicator.as_ref();
        let sources = indicator.map_or(goal.sources.as_slice(), |i| i.sources.as_slice());
        let cell = |label: std::borrow::Cow<'static, str>, value: Node| {
            el("td").attr("role", "cell").attr("data-label", label).child(el("span").child(value))
        };
        el("tr")
            .attr("role", "row")
            .child(
                el("th")
                    .attr("scope", "row")
                    .attr("role", "rowheader")
                    .child(link(context.to(Route::Goal(goal.id.clone())), goals::goal_title(language, goal.title.get(language))))
                    .child(el("br"))
                    .child(cite(context, sources, false)),
            )
            .child(cell(words::column_countable(language), yes_no(indicator.is_some_and(|i| i.countable))))
            .child(cell(words::column_start(language), value(indicator.and_then(|i| i.start.as_ref()))))
            .child(cell(words::column_target(language), value(indicator.and_then(|i| i.target.as_ref()))))
            .child(cell(words::column_outcome(language), yes_no(goal.outcome.is_some())))
    });
    let columns = [
        words::column_goal(language),
        words::column_countable(language),
        words::column_start(language),
        words::column_target(language),
        words::column_outcome(language),
    ];
    section("table", words::table_heading(language)).child(scrolling(
        "table",
        el("table")
            // On a phone each goal becomes a card; the roles keep it a table for those who hear it.
            .class("judged")
            .attr("role", "table")
            .child(el("caption").text(words::table_caption(language)))
            .child(
                el("thead").attr("role", "rowgroup").child(
                    el("tr").attr("role", "row").children(
                        columns.into_iter().map(|column| el("th").attr("scope", "col").attr("role", "columnheader").text(column)),
                    ),
                ),
            )
            .child(el("tbody").attr("role", "rowgroup").children(rows)),
    ))
}
