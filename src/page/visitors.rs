//! Notes that came with a link: shown, labelled as somebody's own, and not saved until the reader keeps them.

use super::assessment::badge;
use super::parts::{link, paragraph, section};
use super::{Context, place};
use crate::i18n::edition::municipalitys;
use crate::i18n::{date, notebook, notes as note_words, share as words};
use crate::markup::{Element, el};
use crate::notes::file::Effect;
use crate::notes::{Kind, Note};
use crate::url::Route;

/// A note of the link and what keeping it would do.
pub struct Visitor {
    pub note: Note,
    pub effect: Effect,
}

/// The panel above the page.
pub fn panel(context: &Context, visitors: &[Visitor], refused: usize, made_with: &str) -> Element {
    let language = context.language();
    let button = |act: &'static str, word: String| el("button").attr("type", "button").attr("data-act", act).text(word);
    let mut panel = el("div")
        .class("visitors-inner")
        .child(el("h2").attr("id", "visitors-title").attr("tabindex", "-1").text(words::visitors_title(language)))
        .child(paragraph(words::visitors_lead(language, visitors.len())))
        .child(el("p").class("soft").text(words::visitors_own(language, &municipalitys(language, context.edition()))));
    if !made_with.is_empty() && made_with != context.data_version {
        panel = panel.child(el("p").class("soft").text(words::visitors_version(language, made_with)));
    }
    if refused > 0 {
        panel = panel.child(paragraph(words::visitors_refused(language, refused)).class("contradiction"));
    }
    let assessed = visitors.iter().any(|visitor| visitor.note.assessed().is_some());
    let mut actions = el("p").class("actions");
    if !visitors.is_empty() {
        actions = actions.child(button("visitors-keep", words::keep(language).into_owned()).class("primary"));
    }
    actions = actions.child(button("visitors-drop", words::drop_them(language).into_owned()));
    if assessed && context.address.route != Route::MyAssessment {
        actions = actions.child(link(context.to(Route::MyAssessment), words::compare(language)));
    }
    let entries = visitors.iter().map(|visitor| entry(context, &visitor.note, Some(visitor.effect)));
    panel.child(el("ul").class("visitors-list").children(entries)).child(actions)
}

/// The reader's own notes about what a page shows, to be printed below it.
pub fn own(context: &Context, notes: &[Note]) -> Element {
    let language = context.language();
    section("own-notes", words::own_notes(language))
        .child(paragraph(format!("{}.", notebook::own_words(language, &context.edition().municipality))))
        .child(el("ul").class("visitors-list").children(notes.iter().map(|note| entry(context, note, None))))
}

fn entry(context: &Context, note: &Note, effect: Option<Effect>) -> Element {
    let language = context.language();
    let found = note.anchor().and_then(|anchor| place(context.catalogue, language, &anchor));
    let title = found
        .as_ref()
        .map(|place| place.title.clone())
        .filter(|title| !title.is_empty())
        .or_else(|| Some(note.quoted.clone()).filter(|quoted| !quoted.trim().is_empty()))
        .unwrap_or_else(|| note.anchor.clone());
    let heading = el("h3");
    let heading = match found.as_ref().and_then(|place| place.route.clone().map(|route| (route, place.fragment.clone()))) {
        Some((route, fragment)) => {
            let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            heading.child(link(format!("{}{fragment}", context.to(route)), title))
        }
        None => heading.text(title),
    };
    let mut item = el("li").child(heading);
    if found.is_none() {
        item = item.child(paragraph(notebook::orphan(language)).class("soft"));
    }
    if let Kind::Assessment { state, reason, rule } = &note.kind {
        item = item.child(
            el("p")
                .child(badge(language, Some(*state)))
                .text(" ")
                .child(el("small").class("soft").text(note_words::own_assessment(language, &context.edition().municipality))),
        );
        if !reason.is_empty() {
            item = item.child(el("p").class("note-text").text(reason.as_str()));
        }
        if !rule.is_empty() {
            item = item.child(el("p").class("soft note-text").text(format!("{}: {rule}", crate::i18n::assessment::rule(language))));
        }
    }
    if !note.text.is_empty() {
        item = item.child(el("p").class("note-text").text(note.text.as_str()));
    }
    let effect = effect.map(|effect| match effect {
        Effect::New => note_words::effect_new(language),
        Effect::Newer => note_words::effect_newer(language),
        Effect::Conflict => note_words::effect_conflict(language),
        Effect::Same => note_words::effect_same(language),
        Effect::Older => note_words::effect_older(language),
        Effect::Deleted => note_words::effect_deleted(language),
    });
    let effect = effect.map(|effect| format!(" {effect}.")).unwrap_or_default();
    let when = date::in_words(language, &note.modified.date());
    item.child(el("p").class("soft").child(el("small").text(format!(
        "{}. {}.{effect}",
        note.kind.name().word(language),
        notebook::changed(language, &when)
    ))))
}
