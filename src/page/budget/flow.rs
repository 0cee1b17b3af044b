//! Where the money comes from and where it goes: the picture, in words, and every band as a row of a table.

use super::picture::{self, Picture};
use crate::chart::flow::{self, FlowSeries};
use crate::chart::separated::{CsvForm, csv, tab_separated};
use crate::i18n::{chart, money as words};
use crate::markup::{Element, el};
use crate::model::{Anchor, Language, Nature, Table};
use crate::page::Context;
use crate::page::parts::{paragraph, section};

/// The part of a table's page.
pub fn part(context: &Context, table: &Table, picture: &Picture, series: &FlowSeries) -> Element {
    let language = context.language();
    let mut part = section("flow", words::flow_heading(language));
    if table.rows.iter().any(|row| row.id == "total-income" && row.nature == Some(Nature::Income)) {
        part = part.child(paragraph(words::flow_not_split(language)));
    }
    part.child(picture::figure(context, table, picture))
        .child(the_table(context, series))
        .child(paragraph(picture.summary(language)).class("flow-words"))
}

/// The rows as a file, or for the clipboard, and how many there are.
pub fn taken_away(language: Language, series: &FlowSeries, form: Option<CsvForm>) -> (String, usize) {
    let rows = flow::rows(series, language).len();
    let content = match form {
        Some(form) => csv(&flow::cells(series, language, form == CsvForm::Semicolon && language == Language::Sv), form),
        None => tab_separated(&flow::cells(series, language, language == Language::Sv)),
    };
    (content, rows)
}

fn the_table(context: &Context, series: &FlowSeries) -> Element {
    let language = context.language();
    let rows = flow::rows(series, language);
    let count = rows.len();
    let head = |content: std::borrow::Cow<'static, str>| el("th").attr("scope", "col").text(content);
    let unit = series.measure.unit_word(language);
    let amount = format!("{}, {unit}", series.when.get(language));
    let body = rows.into_iter().map(|row| {
        let value = match (&row.anchor, row.plain.is_empty()) {
            (_, true) => el("td").class("number").child(el("small").class("soft").text(row.value)),
            _ => el("td").class("number").text(row.value),
        };
        let value = value.attr_if("data-cell", row.anchor.as_ref().map(Anchor::as_str));
        let why = row.anchor.as_ref().map(|anchor| super::whole::why_link(context, anchor, &format!("{} \u{2192} {}", row.from, row.to)));
        el("tr")
            .child(el("th").attr("scope", "row").text(row.from))
            .child(el("td").text(row.to))
            .child(value)
            .child(el("td").child(el("small").class("soft").text(if row.plain.is_empty() { String::new() } else { row.note })))
            .child(el("td").class("live-only row-acts").child(why))
    });
    el("details")
        .class("flow-table")
        .attr("id", "flow-table")
        .child(el("summary").attr("id", "h-flow-table").text(words::flow_table(language, count)))
        .child(
            el("div").class("table-scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", "h-flow-table").child(
                el("table")
                    .class("amounts flows")
                    .child(
                        el("thead").child(
                            el("tr")
                                .child(head(chart::head_from(language)))
                                .child(head(chart::head_to(language)))
                                .child(head(amount.into()).class("number"))
                                .child(head(chart::head_note(language)))
                                .child(
                                    el("th")
                                        .attr("scope", "col")
                                        .class("live-only")
                                        .child(el("span").class("visually-hidden").text(words::why_short(language))),
                                ),
                        ),
                    )
                    .child(el("tbody").children(body)),
            ),
        )
        .child(super::whole::files(language, "flow", count, count))
}
