//! What stands around every page: name, navigation, scope, sender.

use super::Context;
use super::parts::link;
use crate::dataset::{Publisher, PublisherKind};
use crate::i18n::assessment::title as own_assessment;
use crate::i18n::frame as words;
use crate::i18n::share::share as i18n_share;
use crate::markup::{Element, el};
use crate::model::{Edition, Language};
use crate::url::Route;

/// Skip link, name of the site, navigation, the other language, and what this is and is not.
pub fn header(context: &Context) -> Element {
    let language = context.language();
    let nav = [
        (words::nav_goals(language), Route::Map),
        (words::nav_budget(language), Route::Budget),
        (words::nav_decisions(language), Route::Trail),
        (words::nav_follow_up(language), Route::FollowUp),
        (words::nav_notes(language), Route::Notes),
    ];
    let other = context.address.other_language();
    el("header")
        .class("site-header")
        .child(el("a").class("skip").attr("href", "#rubrik").text(words::skip_to_content(language)))
        .child(
            el("div")
                .class("bar")
                .child(link(context.to(Route::Start), words::site_name(language)).class("site-name"))
                .child(el("nav").class("main-nav").attr("aria-label", words::main_navigation(language)).child(el("ul").children(
                    nav.into_iter().map(|(content, route)| {
                        let current = (route == context.address.route).then_some("page");
                        el("li").child(link(context.to(route), content).attr_if("aria-current", current))
                    }),
                )))
                .child(
                    // Straight to the field: whoever follows this wants to type.
                    link(format!("{}#{}", context.to(Route::Search), super::search::FIELD), words::nav_search(language))
                        .class("search-link")
                        .attr_if("aria-current", (context.address.route == Route::Search).then_some("page")),
                )
                .child(
                    link(context.address.to_path(&other.path()), words::other_language(language))
                        .class("other-language")
                        .attr("lang", other.language.tag())
                        .attr("hreflang", other.language.tag())
                        .attr("data-language", other.language.tag()),
                ),
        )
        .child(el("p").class("scope").attr("role", "note").attr("aria-label", words::scope_label(language)).text(scope(
            language,
            context.edition(),
            context.publisher,
        )))
}

/// The scope and sender sentence of the site.
pub fn scope(language: Language, edition: &Edition, publisher: &Publisher) -> String {
    let sender = match publisher.kind {
        PublisherKind::Independent => words::sender_independent(language, edition),
        PublisherKind::PublicBody => words::sender_public_body(language, &publisher.name),
    };
    format!("{sender} {}", publisher.scope.get(language))
}

/// The pages that the header does not hold.
fn more_pages(context: &Context) -> Element {
    let language = context.language();
    let pages = [
        (words::nav_questions(language), Route::Questions),
        (words::nav_actors(language), Route::Actors),
        (own_assessment(language), Route::MyAssessment),
        (words::nav_glossary(language), Route::Glossary),
        (words::nav_rights(language), Route::Rights),
        (words::nav_data(language), Route::Data),
        (words::nav_about(language), Route::About),
    ];
    el("nav").class("more-pages").attr("aria-label", words::more_pages(language)).child(el("ul").children(pages.into_iter().map(
        |(content, route)| {
            let current = (route == context.address.route).then_some("page");
            el("li").child(link(context.to(route), content).attr_if("aria-current", current))
        },
    )))
}

/// Sender, contact, error report, privacy, licence and the version of the data.
pub fn footer(context: &Context) -> Element {
    let language = context.language();
    let publisher = context.publisher;
    el("footer")
        .class("site-footer")
        .child(more_pages(context))
        .child(el("p").text(words::year_is_over(language, context.edition())))
        .child(
            el("p")
                .text(words::sender(language, &publisher.name))
                .text(". ")
                .child(link(&publisher.contact, words::contact(language)))
                .text(" \u{b7} ")
                .child(link(&publisher.report, words::report_error(language))),
        )
        .child(el("p").text(words::footer_privacy(language)))
        .child(el("p").text(words::footer_licence(language)).text(" ").text(words::data_version(language, context.data_version)).text("."))
        .child(
            el("p")
                .class("actions live-only")
                .child(el("button").attr("type", "button").attr("data-act", "share").text(i18n_share(language))),
        )
}

/// What the browser's title bar says.
pub fn full_title(language: Language, title: &str) -> String {
    format!("{title} \u{2013} {}", words::site_name(language))
}
