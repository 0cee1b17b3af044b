//! The goal map as a matrix: goals against the 17 global goals, with totals; gaps stay visible.

use super::Context;
use super::parts::{link, paragraph, section};
use crate::i18n::goals as words;
use crate::markup::{Element, el};
use crate::model::{Anchor, Goal};
use crate::url::Route;

/// How a goal names a global goal.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    AsPublished,
    /// Number and name disagree: this is one of the two readings, by the number or by the name.
    Doubtful {
        by_number: bool,
    },
}

fn mark(goal: &Goal, number: u32) -> Option<Mark> {
    goal.sdgs.iter().find_map(|mark| match mark.other_number {
        None => (mark.number == number).then_some(Mark::AsPublished),
        Some(other) => (mark.number == number || other == number).then_some(Mark::Doubtful { by_number: mark.number == number }),
    })
}

/// Whether a mark counts in totals: they follow the printed number.
fn counts(mark: Mark) -> bool {
    !matches!(mark, Mark::Doubtful { by_number: false })
}

pub fn matrix(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let selected = context.view.selected.as_ref();
    let numbers: Vec<u32> = catalogue.sdgs.iter().map(|sdg| sdg.number).collect();
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(words::goals(language)))
        .children(catalogue.sdgs.iter().map(|sdg| {
            let name = words::sdg_title(language, sdg.number, sdg.name.get(language));
            el("th").attr("scope", "col").class("matrix-sdg").child(
                el("a").attr("href", context.to(Route::Sdg(sdg.number))).attr("aria-label", name.clone()).attr("title", name).child(
                    el("span").class(format!("sdg-number sdg-{}", sdg.number)).attr("aria-hidden", "true").text(sdg.number.to_string()),
                ),
            )
        }))
        .child(el("th").attr("scope", "col").class("number").text(words::matrix_total(language)));
    let rows = catalogue.goals.iter().map(|goal| {
        let anchor = Anchor::goal(&goal.id);
        let marks: Vec<Option<Mark>> = numbers.iter().map(|number| mark(goal, *number)).collect();
        let total = marks.iter().flatten().filter(|mark| counts(**mark)).count();
        let same = same_set(context, goal);
        let mut name = el("th")
            .attr("scope", "row")
            .child(link(context.to(Route::Goal(goal.id.clone())), words::goal_title(language, goal.title.get(language))));
        if same > 0 {
            name = name.child(el("br")).child(el("small").class("soft").text(words::matrix_same(language, same)));
        }
        el("tr")
            .flag("data-chosen", selected == Some(&anchor))
            .child(name)
            .children(marks.into_iter().map(|mark| cell(context, mark)))
            .child(el("td").class("number").text(total.to_string()))
    });
    let totals = el("tr")
        .class("sum")
        .child(el("th").attr("scope", "row").text(words::matrix_goals(language)))
        .children(numbers.iter().map(|number| {
            let count = catalogue.goals.iter().filter_map(|goal| mark(goal, *number)).filter(|mark| counts(*mark)).count();
            el("td").class("matrix-mark").text(count.to_string())
        }))
        .child(el("td"));
    section("matrix", words::matrix_heading(language)).child(paragraph(words::matrix_rule(language)).class("soft")).child(
        el("div").class("table-scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "h-matrix").child(
            el("table")
                .class("matrix")
                .child(el("caption").class("visually-hidden").text(words::matrix_caption(language)))
                .child(el("thead").child(head))
                .child(el("tbody").children(rows))
                .child(el("tfoot").child(totals)),
        ),
    )
}

fn cell(context: &Context, mark: Option<Mark>) -> Element {
    let language = context.language();
    let (sign, word) = match mark {
        None => {
            return el("td").class("matrix-mark matrix-none").child(el("span").class("visually-hidden").text(words::matrix_no(language)));
        }
        Some(Mark::AsPublished) => ("\u{25cf}", words::matrix_yes(language)),
        Some(Mark::Doubtful { by_number: true }) => ("\u{25d0}", words::reading_by_number(language)),
        Some(Mark::Doubtful { by_number: false }) => ("\u{25d1}", words::reading_by_name(language)),
    };
    el("td")
        .class("matrix-mark")
        .child(el("span").attr("aria-hidden", "true").text(sign))
        .child(el("span").class("visually-hidden").text(word))
}

/// How many other goals name exactly the same global goals.
fn same_set(context: &Context, goal: &Goal) -> usize {
    let set = |goal: &Goal| goal.sdgs.iter().map(|mark| (mark.number, mark.other_number)).collect::<Vec<_>>();
    let own = set(goal);
    if own.is_empty() {
        return 0;
    }
    context.catalogue.goals.iter().filter(|other| other.id != goal.id && set(other) == own).count()
}
