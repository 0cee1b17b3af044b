//! Places where the documents disagree: both readings with their places, which one is used, and why.

use super::Context;
use super::parts::{cite, link, section, swedish};
use crate::i18n::{data as words, source};
use crate::markup::{Element, el};
use crate::model::{Anchor, Contradiction};
use crate::url::Route;

/// What contradicts itself about any of these; nothing where nothing does.
pub fn touching(context: &Context, anchors: &[Anchor]) -> Option<Element> {
    let language = context.language();
    let found: Vec<&Contradiction> =
        context.catalogue.contradictions.iter().filter(|item| item.touches.iter().any(|touched| anchors.contains(touched))).collect();
    if found.is_empty() {
        return None;
    }
    let all = format!("{}#h-contradictions", context.to(Route::Data));
    Some(
        section("contradictions", source::contradictions(language))
            .child(
                el("p")
                    .text(words::contradictions_touching(language, found.len()))
                    .text(" ")
                    .child(link(all, words::all_contradictions(language))),
            )
            .children(found.into_iter().map(|item| article(context, item, false))),
    )
}

/// One contradiction, folded; on the page that lists them all it is the target of links.
pub fn article(context: &Context, item: &Contradiction, is_target: bool) -> Element {
    let language = context.language();
    let readings = item.readings.iter().enumerate().map(|(index, reading)| {
        let mut entry = el("li").child(swedish(language, &reading.value));
        if item.used == Some(index) {
            entry = entry.text(" ").child(el("span").class("reading").text(words::used(language)));
        }
        entry.child(el("br")).child(cite(context, std::slice::from_ref(&reading.source), true))
    });
    let mut details = el("details").class("contradiction");
    details = match is_target {
        true => details.attr("id", item.id.as_str()),
        false => details.attr("id", format!("m-{}", item.id)),
    };
    details =
        details.child(el("summary").text(item.title.get(language))).child(el("p").class("soft").text(words::readings_label(language)));
    details = details.child(el("ul").children(readings));
    let mut why = el("p").text(item.why.get(language));
    if item.used.is_none() {
        why = why.text(" ").text(words::none_used(language));
    }
    details.child(why)
}
