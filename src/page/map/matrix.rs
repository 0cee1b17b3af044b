//! The goal map as a matrix: goals against the 17 global goals, with totals by either reading; gaps stay visible.

use super::{Kept, MANY, MOST_ROWS};
use crate::i18n::{goals as words, map as say};
use crate::markup::{Element, el};
use crate::model::{Anchor, Goal, GoalFilter, MatrixOrder};
use crate::page::Context;
use crate::page::parts::{choice, link, paragraph, section};
use crate::query::matrix::{Counting, Mark, column_total, mark, ordered, row_total, same_sets};
use crate::url::{Route, View};

pub fn matrix(context: &Context, kept: &Kept) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let goals: Vec<&Goal> = kept.goals(context);
    let numbers: Vec<u32> = catalogue.sdgs.iter().map(|sdg| sdg.number).collect();
    let grouped = goals.len() > MANY && catalogue.areas.iter().filter(|area| goals.iter().any(|goal| goal.area == area.id)).count() > 1;
    let mut part = section("matrix", words::matrix_heading(language)).child(paragraph(words::matrix_rule(language)).class("soft"));
    if grouped {
        part = part.child(paragraph(say::matrix_grouped(language)));
    } else {
        part = part.child(el("div").class("controls").child(order(context)));
        if goals.len() > MOST_ROWS {
            part = part.child(paragraph(say::shortened(language, MOST_ROWS, goals.len())));
        }
    }
    let body = if grouped { by_area(context, kept, &goals, &numbers) } else { by_goal(context, &goals, &numbers) };
    part.child(
        el("div").class("table-scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "h-matrix").child(
            el("table")
                .class("matrix")
                .attr("data-chart", "matrix")
                .child(el("caption").class("visually-hidden").text(words::matrix_caption(language)))
                .child(el("thead").child(head(context, &goals, &numbers, grouped)))
                .child(el("tbody").children(body))
                .child(el("tfoot").children(totals(context, &goals, &numbers))),
        ),
    )
}

fn order(context: &Context) -> Element {
    let language = context.language();
    let now = context.view.matrix;
    let option = |word: std::borrow::Cow<'static, str>, matrix: MatrixOrder| {
        (word.into_owned(), context.with_view(&View { matrix, ..context.view.clone() }), now == matrix)
    };
    let mut options = vec![
        option(say::sort_printed(language), MatrixOrder::Printed),
        option(say::sort_count(language), MatrixOrder::Count),
        option(say::sort_alike(language), MatrixOrder::Alike),
    ];
    if let MatrixOrder::Column(number) = now {
        options.push(option(say::sort_column(language, number), now));
    }
    choice(say::sort(language), options)
}

/// The global goals: each leads to its page, and beneath it stands the way to sort by it.
fn head(context: &Context, goals: &[&Goal], numbers: &[u32], grouped: bool) -> Element {
    let language = context.language();
    let now = context.view.matrix;
    el("tr")
        .child(el("th").attr("scope", "col").text(if grouped { words::area(language) } else { words::goals(language) }))
        .children(numbers.iter().filter_map(|number| context.catalogue.sdg(*number)).map(|sdg| {
            let name = words::sdg_title(language, sdg.number, sdg.name.get(language));
            let sorted = now == MatrixOrder::Column(sdg.number);
            let matrix = if sorted { MatrixOrder::Printed } else { MatrixOrder::Column(sdg.number) };
            let gap = !goals.iter().any(|goal| mark(goal, sdg.number).is_some());
            el("th")
                .attr("scope", "col")
                .class(if gap { "matrix-sdg matrix-gap" } else { "matrix-sdg" })
                .attr_if("aria-sort", (sorted && !grouped).then_some("descending"))
                .child(el("a").attr("href", context.to(Route::Sdg(sdg.number))).attr("aria-label", name.clone()).attr("title", name).child(
                    el("span").class(format!("sdg-number sdg-{}", sdg.number)).attr("aria-hidden", "true").text(sdg.number.to_string()),
                ))
                .child((!gap && !grouped).then(|| {
                    el("a")
                        .class("sort live-only")
                        .attr("id", format!("sort-{}", sdg.number))
                        .attr("href", context.with_view(&View { matrix, ..context.view.clone() }))
                        .attr("data-choice", "")
                        .attr("aria-label", say::sort_by_column(language, sdg.number))
                        .attr("title", say::sort_by_column(language, sdg.number))
                        .child(el("span").attr("aria-hidden", "true").text(if sorted { "\u{25bc}" } else { "\u{21c5}" }))
                }))
        }))
        .child(el("th").attr("scope", "col").class("number").text(words::matrix_total(language)))
}

fn by_goal(context: &Context, goals: &[&Goal], numbers: &[u32]) -> Vec<Element> {
    let language = context.language();
    let rows = ordered(goals, context.view.matrix);
    let mut stopped = false;
    let sets = same_sets(&rows);
    let group = |index: Option<usize>| index.filter(|index| *index < 26).map(|index| char::from(b'A' + index as u8).to_string());
    rows.iter()
        .zip(&sets)
        .take(MOST_ROWS)
        .map(|(goal, set)| {
            let anchor = Anchor::goal(&goal.id);
            let title = words::goal_title(language, goal.title.get(language));
            let mut name = el("th")
                .attr("scope", "row")
                // The running application finds the goals that the reader has assessed by it.
                .child(link(context.to(Route::Goal(goal.id.clone())), title).attr("data-anchor", anchor.as_str()));
            if let Some(letter) = group(*set) {
                let others = sets.iter().filter(|other| *other == set).count().saturating_sub(1);
                name = name.child(el("br")).child(
                    el("small")
                        .class("soft")
                        .child(el("span").class("set-letter").attr("aria-hidden", "true").text(letter.clone()))
                        .child(el("span").class("visually-hidden").text(format!("{}: ", say::same_set(language, &letter))))
                        .text(words::matrix_same(language, others)),
                );
            }
            el("tr")
                .flag("data-chosen", context.view.selected.as_ref() == Some(&anchor))
                .child(name)
                .children(numbers.iter().map(|number| {
                    // The first mark of all is the stop for the Tab key.
                    let first = !stopped && mark(goal, *number).is_some();
                    stopped |= first;
                    cell(context, goal, *number, first)
                }))
                .child(
                    total(context, row_total(goal, numbers, Counting::Numbers), row_total(goal, numbers, Counting::Names)).class("number"),
                )
        })
        .collect()
}

/// A row for each area, where there are too many goals: how many of its goals name each global goal.
fn by_area(context: &Context, kept: &Kept, goals: &[&Goal], numbers: &[u32]) -> Vec<Element> {
    let language = context.language();
    context
        .catalogue
        .areas
        .iter()
        .filter_map(|area| {
            let inside: Vec<&Goal> = goals.iter().filter(|goal| goal.area == area.id).copied().collect();
            if inside.is_empty() {
                return None;
            }
            let filter = GoalFilter { area: Some(area.id.clone()), ..kept.filter.clone() };
            let open = context.with_view(&View { filter, ..context.view.clone() });
            Some(
                el("tr")
                    .child(el("th").attr("scope", "row").child(link(open, area.title.get(language)).attr("data-choice", "")))
                    .children(numbers.iter().map(|number| column_cell(context, &inside, *number)))
                    .child(el("td").class("number").text(inside.len().to_string())),
            )
        })
        .collect()
}

/// Two totals: what counts printed numbers, and what counts printed names. A global goal that none names stands out.
fn totals(context: &Context, goals: &[&Goal], numbers: &[u32]) -> Vec<Element> {
    let language = context.language();
    let all = |counting| goals.iter().map(|goal| row_total(goal, numbers, counting)).sum::<usize>();
    let row = |label: std::borrow::Cow<'static, str>, counting| {
        el("tr")
            .class("sum")
            .child(el("th").attr("scope", "row").text(label))
            .children(numbers.iter().map(|number| {
                let count = column_total(goals, *number, counting);
                let differs = count != column_total(goals, *number, Counting::Numbers);
                let gap = !goals.iter().any(|goal| mark(goal, *number).is_some());
                el("td")
                    .class(match (gap, differs) {
                        (true, _) => "matrix-mark matrix-gap",
                        (_, true) => "matrix-mark matrix-differs",
                        _ => "matrix-mark",
                    })
                    .text(count.to_string())
                    .child(gap.then(|| el("span").class("visually-hidden").text(format!(", {}", say::gap(language)))))
            }))
            .child(el("td").class("number").text(all(counting).to_string()))
    };
    let doubtful =
        numbers.iter().any(|number| column_total(goals, *number, Counting::Numbers) != column_total(goals, *number, Counting::Names));
    let mut rows = vec![row(say::by_number_row(language), Counting::Numbers)];
    if doubtful {
        rows.push(row(say::by_name_row(language), Counting::Names));
    }
    rows
}

fn column_cell(context: &Context, goals: &[&Goal], number: u32) -> Element {
    let (numbers, names) = (column_total(goals, number, Counting::Numbers), column_total(goals, number, Counting::Names));
    if numbers + names == 0 {
        return nothing(context);
    }
    total(context, numbers, names).class("matrix-mark")
}

/// A total; where the two readings differ, both of them, each with its name.
fn total(context: &Context, numbers: usize, names: usize) -> Element {
    if numbers == names {
        return el("td").text(numbers.to_string());
    }
    el("td").child(el("small").text(say::by_numbers_and_names(context.language(), numbers, names)))
}

fn nothing(context: &Context) -> Element {
    el("td").class("matrix-mark matrix-none").child(el("span").class("visually-hidden").text(words::matrix_no(context.language())))
}

/// A mark says its reading when it is pointed at, focused (arrow keys go from mark to mark) or read aloud.
fn cell(context: &Context, goal: &Goal, number: u32, first: bool) -> Element {
    let language = context.language();
    let title = goal.title.get(language);
    let other = || {
        let doubtful =
            goal.sdgs.iter().find(|mark| mark.other_number == Some(number) || (mark.number == number && mark.other_number.is_some()));
        doubtful.and_then(|mark| if mark.number == number { mark.other_number } else { Some(mark.number) }).unwrap_or(number)
    };
    let (sign, word) = match mark(goal, number) {
        None => return nothing(context),
        Some(Mark::AsPublished) => ("\u{25cf}", say::mark_published(language, title, number)),
        Some(Mark::ByNumber) => ("\u{25d0}", say::mark_by_number(language, title, number, other())),
        Some(Mark::ByName) => ("\u{25d1}", say::mark_by_name(language, title, number, other())),
    };
    el("td").class("matrix-mark").child(
        el("span")
            .attr("role", "img")
            .attr("tabindex", if first { "0" } else { "-1" })
            .attr("data-cell", number.to_string())
            .attr("aria-label", word.clone())
            .attr("title", word)
            .text(sign),
    )
}
