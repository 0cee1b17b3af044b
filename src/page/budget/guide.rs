//! The words of the budget explained where they stand: a list on the overview, foldable beside a table.

use crate::i18n::guide as words;
use crate::markup::{Element, el};
use crate::model::{FigureUnit, Nature, Phase, Table};
use crate::page::Context;
use crate::page::parts::{paragraph, section};
use std::borrow::Cow;

/// A word that is explained.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    BoardBudget,
    Allocation,
    NetCost,
    Frame,
    Index,
    Investment,
    Depreciation,
    Phases,
    Shared,
    FullTime,
    Financial,
}

const ALL: [Word; 11] = [
    Word::BoardBudget,
    Word::Phases,
    Word::Allocation,
    Word::NetCost,
    Word::Frame,
    Word::Index,
    Word::Investment,
    Word::Depreciation,
    Word::Shared,
    Word::FullTime,
    Word::Financial,
];

fn word(context: &Context, word: Word) -> (Cow<'static, str>, Cow<'static, str>) {
    let language = context.language();
    match word {
        Word::BoardBudget => (words::board_budget(language), words::board_budget_text(language, context.edition())),
        Word::Allocation => (words::allocation(language), words::allocation_text(language)),
        Word::NetCost => (words::net_cost(language), words::net_cost_text(language)),
        Word::Frame => (words::frame(language), words::frame_text(language)),
        Word::Index => (words::index(language), words::index_text(language)),
        Word::Investment => (words::investment(language), words::investment_text(language)),
        Word::Depreciation => (words::depreciation(language), words::depreciation_text(language)),
        Word::Phases => (words::phases(language), words::phases_text(language, context.edition())),
        Word::Shared => (words::shared(language), words::shared_text(language)),
        Word::FullTime => (words::full_time(language), words::full_time_text(language)),
        Word::Financial => (words::financial(language), words::financial_text(language)),
    }
}

/// Every word, open: the guide of the overview.
pub fn whole(context: &Context) -> Element {
    let language = context.language();
    let list = ALL.into_iter().fold(el("dl").class("facts"), |list, each| {
        let (name, text) = word(context, each);
        list.child(el("dt").text(name)).child(el("dd").child(paragraph(text)))
    });
    section("guide", words::heading(language)).child(paragraph(words::intro(language)).class("soft")).child(list)
}

/// The words that a table uses, each behind its name: a tap or the Enter key opens it.
pub fn of_table(context: &Context, table: &Table, figures: &[&crate::model::Figure]) -> Element {
    let language = context.language();
    let has = |nature| table.rows.iter().any(|row| row.nature == Some(nature));
    let staff = figures.iter().any(|figure| matches!(&figure.unit, FigureUnit::Count(what) if what == "full_time_equivalents"));
    let named = |word| match word {
        Word::BoardBudget | Word::Index => false,
        Word::Allocation => has(Nature::Allocation),
        Word::NetCost => has(Nature::Result) && has(Nature::Cost),
        Word::Frame | Word::Investment => has(Nature::Investment),
        Word::Depreciation => table.rows.iter().any(|row| row.id == "depreciation"),
        Word::Phases => table.columns.iter().any(|column| column.phase == Some(Phase::Forecast)),
        Word::Shared => table.columns.iter().any(|column| column.id == "shared-and-income-financed"),
        Word::FullTime => staff,
        Word::Financial => has(Nature::Financial),
    };
    let folded = ALL.into_iter().enumerate().filter(|(_, each)| named(*each)).map(|(index, each)| {
        let (name, text) = word(context, each);
        el("details").class("word").attr("id", format!("word-{index}")).child(el("summary").text(name)).child(paragraph(text))
    });
    el("div")
        .class("wordlist")
        .attr("role", "group")
        .attr("aria-label", words::on_this_page(language))
        .child(el("span").class("choice-label").text(words::on_this_page(language)))
        .children(folded)
}
