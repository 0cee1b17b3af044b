//! What an address gets that leads nowhere.

use super::parts::{link, page_heading, paragraph};
use super::{Block, Context, Page};
use crate::i18n::frame as words;
use crate::markup::{el, text};
use crate::url::Route;

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let about = match &context.address.route {
        Route::Unknown(path) if !path.is_empty() => words::not_found_text(language, path),
        _ => words::not_found_here(language),
    };
    Page {
        title: words::not_found_title(language).into_owned(),
        description: words::not_found_here(language).into_owned(),
        found: false,
        blocks: vec![Block::new(
            "unknown",
            el("div")
                .child(page_heading(text(words::not_found_title(language))))
                .child(paragraph(about))
                .child(paragraph(words::not_found_ways(language)))
                .child(
                    el("ul")
                        .child(el("li").child(link(context.to(Route::Start), words::to_start(language))))
                        .child(el("li").child(link(context.to(Route::Map), words::to_map(language)))),
                ),
        )],
    }
}
