//! The reader's notes: the frame around the part that only the running application has.

use super::parts::{link, opening, paragraph, share_button};
use super::{Block, Context, Page, Slot};
use crate::i18n::{assessment, notebook as words};
use crate::markup::el;
use crate::url::{Route, rescue_path};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    Page {
        title: words::page_title(language).into_owned(),
        description: words::page_description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new(
                "lead",
                opening(words::page_title(language), words::page_lead(language)).child(
                    el("p")
                        .class("actions")
                        .child(share_button(language))
                        .child(
                            el("button")
                                .attr("type", "button")
                                .class("live-only")
                                .attr("data-act", "print-bookmarks")
                                .text(words::print_bookmarks(language)),
                        )
                        .child(link(context.to(Route::MyAssessment), assessment::see_mine(language))),
                ),
            ),
            Block::slot(
                "notes",
                Slot::NotesList,
                el("div").class("slot").child(
                    paragraph(words::needs_application(language))
                        .text(" ")
                        .child(link(context.address.to_path(rescue_path(language)), words::rescue_link(language)))
                        .class("soft static-only"),
                ),
            ),
        ],
    }
}
