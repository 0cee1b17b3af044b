//! About the site: sender, documents, readings, accessibility, privacy, licence.

use super::frame::scope;
use super::parts::{link, opening, paragraph, section, swedish};
use super::{Block, Context, Page};
use crate::i18n::{date, frame, start as words};
use crate::markup::{Element, el};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let publisher = context.publisher;
    Page {
        title: words::about_title(language).into_owned(),
        description: words::about_description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new("lead", opening(words::about_title(language), scope(language, context.edition(), publisher))),
            Block::new(
                "sender",
                el("p")
                    .text(frame::sender(language, &publisher.name))
                    .text(". ")
                    .child(link(&publisher.contact, frame::contact(language)))
                    .text(" \u{b7} ")
                    .child(link(&publisher.report, frame::report_error(language)))
                    .children(
                        (!publisher.example_addresses().is_empty())
                            .then(|| el("span").class("soft").text(" ").text(words::about_example_addresses(language))),
                    ),
            ),
            Block::new("what", section("what", words::about_what(language)).child(paragraph(what(context)))),
            Block::new(
                "readings",
                section("readings", words::about_readings(language)).child(
                    el("ul")
                        .child(el("li").text(words::about_as_published(language)))
                        .child(el("li").text(words::about_calculated(language)))
                        .child(el("li").text(words::about_interpreted(language))),
                ),
            ),
            Block::new("documents", documents(context)),
            Block::new(
                "accessibility",
                section("accessibility", words::about_accessibility(language)).child(paragraph(words::about_accessibility_text(language))),
            ),
            Block::new(
                "keyboard",
                section("keyboard", words::about_shortcuts(language)).child(paragraph(words::about_shortcuts_text(language))),
            ),
            Block::new(
                "privacy",
                section("privacy", words::about_privacy(language))
                    .child(paragraph(words::about_privacy_text(language)))
                    .child(paragraph(words::about_storage_limit(language))),
            ),
            Block::new("licence", section("licence", words::about_licence(language)).child(paragraph(frame::footer_licence(language)))),
        ],
    }
}

/// What the site shows, and how many documents of which years it was read from.
fn what(context: &Context) -> String {
    let documents = &context.catalogue.documents;
    let years = || documents.iter().filter_map(|document| document.date.as_deref()?.get(..4));
    let (from, to) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    words::about_what_text(context.language(), context.edition(), documents.len(), from, to).into_owned()
}

fn documents(context: &Context) -> Element {
    let language = context.language();
    section("documents", words::about_documents(language)).child(el("ul").class("documents").children(
        context.catalogue.documents.iter().map(|d| {
            let mut item = el("li").child(el("strong").child(swedish(language, &d.title.sv)));
            let details = [
                Some(d.body.clone()),
                d.date.as_deref().map(|day| date::in_words(language, day)),
                d.paragraph.clone(),
                d.case_number.clone(),
            ];
            item = item
                .child(el("br"))
                .child(el("span").class("soft").text(details.into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ")));
            item.child(paragraph(d.about.get(language)))
        }),
    ))
}
