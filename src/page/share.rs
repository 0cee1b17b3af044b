//! Sharing a page: what goes into the link, the link, its length, its QR code, and citing the page.
//!
//! Written for the dialog of the running application. A link is made here and nowhere else; it is never asked for.

use super::parts::paragraph;
use super::{Context, build};
use crate::dataset::PublisherKind;
use crate::i18n::edition::municipalitys;
use crate::i18n::{date, live, share as words};
use crate::markup::{Element, Node, el};
use crate::model::{Language, Source};
use crate::notes::link::{self, Shared, TooLong};
use crate::notes::{Note, NoteId};
use crate::url::{Address, Route, View, expecting_notes};
use qrcodegen::{QrCode, QrCodeEcc};

/// Longer links are cut or broken by some programs that pass them on.
const SAFE: usize = 2_000;
/// Codes of longer links have marks too small for a phone's camera.
const LONGEST_QR: usize = 1_200;
/// More documents than this are not named one by one.
const MOST_SOURCES: usize = 3;

/// What is to be shared.
pub struct Sharing<'a> {
    /// The absolute address of the site's root, ending in `/`.
    pub site: &'a str,
    /// The date, such as `2025-03-14`.
    pub today: &'a str,
    /// The reader's notes.
    pub notes: &'a [Note],
    /// Those that go with it; nothing where only the view is shared.
    pub chosen: Option<&'a [NoteId]>,
    /// Whether the browser can hand a link to another program.
    pub can_send: bool,
}

/// The link, where there is one, and what is said about it.
pub struct Shareable {
    pub address: Option<String>,
    pub title: String,
    /// Swedish, English.
    pub citations: [String; 2],
    pub result: Node,
}

/// What is to be chosen in the dialog.
pub fn form(context: &Context, notes: &[Note], preselected: &[NoteId]) -> Node {
    let language = context.language();
    let option = |id: &'static str, value: &'static str, word: String, checked: bool, disabled: bool| {
        el("label")
            .class("share-option")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "share-what")
                    .attr("id", id)
                    .attr("value", value)
                    .flag("checked", checked)
                    .flag("disabled", disabled),
            )
            .child(el("span").text(word))
    };
    let none = notes.is_empty();
    let what = el("fieldset")
        .class("share-what")
        .child(el("legend").text(words::what(language)))
        .child(option("share-view", "view", words::only_view(language).into_owned(), true, false))
        .child(option("share-notes", "notes", words::with_notes(language).into_owned(), false, none))
        .child(none.then(|| paragraph(words::no_notes(language)).class("soft")));
    let entry = |note: &Note| {
        let state = note.assessed().map(|state| format!(": {}", state.word(language))).unwrap_or_default();
        let kind = format!("{}{state}", note.kind.name().word(language));
        let title = if note.quoted.trim().is_empty() { &note.anchor } else { &note.quoted };
        el("li").child(
            el("label")
                .class("share-note")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .attr("name", "share-note")
                        .attr("value", note.id.as_str())
                        .flag("checked", preselected.contains(&note.id)),
                )
                .child(
                    el("span")
                        .child(el("span").class("share-about").text(title.as_str()))
                        .child(el("small").class("soft").text(format!("{kind}. {}", beginning(&note.text)))),
                ),
        )
    };
    let button = |act: &'static str, word: String| el("button").attr("type", "button").attr("data-act", act).text(word);
    let which = el("fieldset")
        .class("share-which")
        .child(el("legend").text(words::which_notes(language)))
        .child(
            el("p")
                .class("actions")
                .child(button("share-all", words::choose_all(language).into_owned()))
                .child(button("share-none", words::choose_none(language).into_owned())),
        )
        .child(el("ul").class("share-list").children(notes.iter().map(entry)));
    Node::Fragment(vec![what.into(), if none { Node::Fragment(Vec::new()) } else { which.into() }])
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const MOST: usize = 80;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    format!("{}\u{2026}", line.chars().take(MOST).collect::<String>().trim_end())
}

/// The link for what is chosen, with everything that is to be known before it is sent.
pub fn result(context: &Context, sharing: &Sharing) -> Shareable {
    let language = context.language();
    let plain = address(context, context.address, sharing.site);
    let chosen: Vec<Note> = match sharing.chosen {
        Some(ids) => sharing.notes.iter().filter(|note| ids.contains(&note.id)).cloned().collect(),
        None => Vec::new(),
    };
    let with_notes = sharing.chosen.is_some();
    let count = chosen.len();
    let made = if with_notes && count > 0 {
        link::write(&Shared { data_version: context.data_version.to_owned(), notes: chosen, ..Shared::default() })
            .map(|fragment| format!("{}#{fragment}", expecting_notes_in(&plain)))
    } else {
        Ok(plain.clone())
    };
    let mut parts: Vec<Node> = Vec::new();
    if with_notes {
        parts.push(el("p").class("share-record").child(el("strong").text(words::public_record(language))).into());
    }
    let empty = with_notes && count == 0;
    match &made {
        _ if empty => parts.push(paragraph(words::none_chosen(language)).into()),
        Ok(link) => parts.extend(link_parts(context, link, with_notes.then_some(count))),
        Err(TooLong { characters }) => {
            // With the address around it, as it would be sent.
            let characters = characters + expecting_notes_in(&plain).len() + 1;
            parts.push(paragraph(words::too_long(language, characters, link::LONGEST_WRITTEN)).class("contradiction").into());
        }
    }
    let address = made.ok().filter(|_| !empty);
    let button = |act: &'static str, word: String| el("button").attr("type", "button").attr("data-act", act).text(word);
    let too_long = address.is_none();
    let mut actions = el("p").class("actions");
    if !too_long {
        actions = actions.child(button("share-copy", words::copy(language).into_owned()).class("primary"));
        if sharing.can_send {
            actions = actions.child(button("share-send", words::send(language).into_owned()));
        }
    }
    if with_notes && !empty {
        let save = button("share-file", words::save_file(language).into_owned());
        actions = actions.child(if too_long { save.class("primary") } else { save });
    }
    parts.push(actions.into());
    if let Some(address) = &address {
        parts.push(qr_part(language, address).into());
    }
    let citations = Language::ALL.map(|language| citation(context, sharing, language));
    parts.push(citation_part(language, &citations).into());
    Shareable { address, title: build(context).title, citations, result: Node::Fragment(parts) }
}

/// The absolute address of a page as it is shown, its defaults and the data version written out.
fn address(context: &Context, page: &Address, site: &str) -> String {
    let version = context.data_version;
    let view = View { data: (!version.is_empty()).then(|| version.to_owned()), ..context.view.clone() };
    format!("{site}{}{}", page.path(), view.to_full_query(&page.route))
}

fn expecting_notes_in(address: &str) -> String {
    let (path, query) = address.find('?').map_or((address, ""), |at| address.split_at(at));
    format!("{path}{}", expecting_notes(query))
}

fn link_parts(context: &Context, link: &str, notes: Option<usize>) -> Vec<Node> {
    let language = context.language();
    let view = context.view;
    let is_table = matches!(context.address.route, Route::Table(_));
    let mut holds = vec![live::link_holds_page(language)];
    for (there, word) in [
        (view.selected.is_some(), live::link_holds_choice(language)),
        (view.form.is_some(), live::link_holds_form(language)),
        (view.column.is_some(), live::link_holds_column(language)),
        (!view.query.is_empty(), live::link_holds_words(language)),
        (is_table, live::link_holds_unit(language)),
        (is_table, live::link_holds_level(language)),
        (!context.data_version.is_empty(), live::link_holds_version(language)),
    ] {
        if there {
            holds.push(word);
        }
    }
    let mut about = el("p").text(words::holds(language, &holds.join(", "))).text(" ");
    about = match notes {
        Some(count) => about.text(words::holds_notes(language, count)),
        None => about.text(words::holds_no_notes(language)),
    };
    let length = link.chars().count();
    let mut measure = el("p").class("share-length").text(words::length(language, length));
    if length > SAFE {
        measure = measure.text(" ").child(el("strong").text(words::length_breaks(language)));
    }
    let field = el("label").class("field").child(el("span").text(words::link(language))).child(
        el("textarea")
            .class("share-link")
            .attr("id", "share-link")
            .attr("rows", "3")
            .flag("readonly", true)
            .attr("spellcheck", "false")
            .text(link),
    );
    let mut parts: Vec<Node> = vec![about.into()];
    if notes.is_some() {
        parts.push(paragraph(words::never_sent(language)).class("soft").into());
    }
    parts.extend([field.into(), measure.into()]);
    parts
}

fn qr_part(language: Language, address: &str) -> Element {
    let part = el("details").attr("id", "share-qr").child(el("summary").text(words::qr(language)));
    let code = (address.len() <= LONGEST_QR).then(|| QrCode::encode_text(address, QrCodeEcc::Low).ok()).flatten();
    match code {
        Some(code) => part.child(qr(language, &code)),
        None => part.child(paragraph(words::qr_too_long(language))),
    }
}

/// The code in black on white whatever the theme, with the four blank marks around it that readers need.
fn qr(language: Language, code: &QrCode) -> Element {
    let size = code.size();
    let mut d = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let width = x - start;
                d.push_str(&format!("M{start} {y}h{width}v1h-{width}z"));
            }
            x += 1;
        }
    }
    let whole = (size + 8).to_string();
    el("svg")
        .class("qr")
        .attr("viewBox", format!("-4 -4 {whole} {whole}"))
        .attr("role", "img")
        .attr("aria-label", words::qr_name(language))
        .attr("shape-rendering", "crispEdges")
        .child(el("rect").attr("x", "-4").attr("y", "-4").attr("width", whole.clone()).attr("height", whole).attr("fill", "#fff"))
        .child(el("path").attr("d", d).attr("fill", "#000"))
}

/// A line to put under a text or a picture: what, who, from what, which version, read when, where.
fn citation(context: &Context, sharing: &Sharing, language: Language) -> String {
    let page = Address::new(context.edition().year, language, context.address.route.clone());
    let own = Context {
        catalogue: context.catalogue,
        publisher: context.publisher,
        address: &page,
        view: context.view,
        data_version: context.data_version,
        noted: &[],
        layout: None,
        index: None,
    };
    let mut sender = words::cite_sender(language, &context.publisher.name).into_owned();
    if context.publisher.kind == PublisherKind::Independent {
        sender = format!("{sender} ({})", words::cite_independent(language, &municipalitys(language, context.edition())));
    }
    let sources = match named_sources(context, language) {
        Some(list) => words::cite_sources(language, &list).into_owned(),
        None => words::cite_on_page(language).into_owned(),
    };
    let read = words::cite_read(language, &date::in_words(language, sharing.today)).into_owned();
    let version = words::cite_version(language, context.data_version).into_owned();
    let address = address(context, &page, sharing.site);
    format!("{}. {sender}. {sources}. {version}. {read}. {address}", build(&own).title.trim_end_matches('.'))
}

/// The documents that the page is read from, named where they are few.
fn named_sources(context: &Context, language: Language) -> Option<String> {
    let catalogue = context.catalogue;
    let sources: Vec<&Source> = match &context.address.route {
        Route::Goal(id) => catalogue.goal(id)?.sources.iter().collect(),
        Route::Assignment(id) => catalogue.assignment(id)?.sources.iter().collect(),
        Route::Table(id) => catalogue.table(id)?.sources.iter().collect(),
        Route::Event(id) => catalogue.event(id)?.sources.iter().collect(),
        Route::Map => catalogue.goals.iter().flat_map(|goal| &goal.sources).collect(),
        Route::FollowUp => catalogue.rounds.iter().flat_map(|round| &round.sources).collect(),
        _ => return None,
    };
    let mut named: Vec<String> = Vec::new();
    for source in sources {
        let document = catalogue.document(&source.document)?;
        let mut name = format!("{}: {}", document.body, document.title.sv);
        for detail in [&document.paragraph, &document.case_number].into_iter().flatten() {
            name = format!("{name}, {detail}");
        }
        if let (Language::En, false) = (language, document.title.en == document.title.sv) {
            name = format!("{name} [{}]", document.title.en);
        }
        if !named.contains(&name) {
            named.push(name);
        }
    }
    (!named.is_empty() && named.len() <= MOST_SOURCES).then(|| named.join("; "))
}

fn citation_part(language: Language, citations: &[String; 2]) -> Element {
    let [swedish, english] = citations;
    let one = |content: &str, tag: &'static str, name: String| {
        let id = format!("share-citation-{tag}");
        el("div")
            .child(
                el("label").class("field").child(el("span").text(words::citation_in(language, &name))).child(
                    el("textarea")
                        .attr("id", id)
                        .attr("rows", "4")
                        .flag("readonly", true)
                        .attr("lang", tag)
                        .attr("spellcheck", "false")
                        .text(content),
                ),
            )
            .child(
                el("p").class("actions").child(
                    el("button")
                        .attr("type", "button")
                        .attr("data-act", "share-citation")
                        .attr("data-language", tag)
                        .text(words::citation_copy(language, &name)),
                ),
            )
    };
    el("details")
        .attr("id", "share-citation")
        .child(el("summary").text(words::citation(language)))
        .child(one(swedish, "sv", words::citation_swedish(language).into_owned()))
        .child(one(english, "en", words::citation_english(language).into_owned()))
}
