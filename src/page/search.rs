//! Search: a field, and what holds the words that the address asks for.

use super::parts::{cite, link, opening, paragraph, section};
use super::{Block, Context, Page, Slot, place, questions};
use crate::dataset::Publisher;
use crate::i18n::{goals as goal_words, notes as note_words, search as words};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Catalogue, Id, Language, Text};
use crate::notes::note::{Assessed, KindName};
use crate::query::search::{Entry, Found, Hit, Index, Kind};
use crate::url::{Address, Route, View};
use std::borrow::Cow;

/// The id of the field, wherever it stands.
pub const FIELD: &str = "sok-allt";

/// Of each kind this many hits stand open, as many again and some can be folded out, and the rest is only counted.
const OPEN: usize = 6;
const FOLDED: usize = 60;

/// What can be typed, to show how: words of the bundled data that each find something.
const EXAMPLES: [(&str, &str); 5] = [
    ("klimat", "climate"),
    ("trygghet", "safety"),
    ("globalt mål 13", "global goal 13"),
    ("investeringar", "investments"),
    ("vem bestämmer", "who decides"),
];

/// The index of everything, with the common questions in both languages.
pub fn index(catalogue: &Catalogue, publisher: &Publisher, data_version: &str) -> Index {
    let view = View::default();
    let asked = |language: Language| {
        let address = Address::new(catalogue.edition.year, language, Route::Questions);
        questions::asked(&Context {
            catalogue,
            publisher,
            address: &address,
            view: &view,
            data_version,
            noted: &[],
            layout: None,
            index: None,
        })
    };
    let more = asked(Language::Sv).into_iter().zip(asked(Language::En)).map(|(sv, en)| {
        let mut entry = Entry::new(Kind::Question, sv.0, &Text { sv: sv.1, en: en.1 }).said(&Text { sv: sv.2, en: en.2 });
        entry.sources = sv.3;
        entry
    });
    Index::new(catalogue, more.collect())
}

/// An ordinary form: the words go into the address of the search page, which is shown for them.
pub fn form(language: Language, action: &str, query: &str) -> Element {
    el("form")
        .class("search live-only")
        .attr("role", "search")
        .attr("method", "get")
        .attr("action", action)
        .child(el("label").attr("for", FIELD).text(words::field(language)))
        .child(
            el("input")
                .attr("id", FIELD)
                .attr("name", "sok")
                .attr("type", "search")
                .attr("maxlength", "200")
                .attr("autocomplete", "off")
                .attr("value", query),
        )
        .child(el("button").attr("type", "submit").class("primary").text(words::button(language)))
}

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let made;
    let index = match context.index {
        Some(index) => index,
        None => {
            made = index_of(context);
            &made
        }
    };
    let query = context.view.query.trim();
    let results = if query.is_empty() { what(context, index) } else { results(context, index, query) };
    Page {
        title: words::title(language).into_owned(),
        description: words::description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new("lead", opening(words::title(language), words::lead(language))),
            Block::slot(
                "search",
                Slot::Search,
                el("div")
                    .class("slot search-box")
                    .child(form(language, "./", query))
                    .child(el("p").class("soft search-hint").text(words::needs_application(language))),
            ),
            Block::new("results", results),
        ],
    }
}

fn index_of(context: &Context) -> Index {
    index(context.catalogue, context.publisher, context.data_version)
}

/// What can be searched, with how much there is of it, and examples.
fn what(context: &Context, index: &Index) -> Element {
    let language = context.language();
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Note).filter_map(|kind| {
        let count = index.count(kind);
        (count > 0)
            .then(|| el("li").child(el("span").class("search-count").text(count.to_string())).text(" ").text(kind_name(language, kind)))
    });
    let examples = EXAMPLES.into_iter().map(|(sv, en)| {
        let query = match language {
            Language::Sv => sv,
            Language::En => en,
        };
        let view = View { query: query.to_owned(), ..View::default() };
        el("li").child(link(context.with_view(&view), query).class("choice-option").attr("data-choice", ""))
    });
    el("div")
        .child(
            section("examples", words::examples(language)).class("live-only").child(el("ul").class("search-examples").children(examples)),
        )
        .child(
            section("what", words::what_heading(language)).child(
                el("ul")
                    .class("search-kinds")
                    .children(kinds)
                    .child(el("li").child(el("span").class("search-count")).text(" ").text(words::notes(language))),
            ),
        )
        .child(section("other-ways", words::other_ways(language)).child(other_ways(context)))
}

/// Where to look without words, or where words find nothing.
fn other_ways(context: &Context) -> Element {
    let language = context.language();
    let ways = [
        (Route::Questions, words::way_questions(language)),
        (Route::Glossary, words::way_glossary(language)),
        (Route::Map, words::way_goals(language)),
        (Route::Actors, words::way_actors(language)),
        (Route::Trail, words::way_decisions(language)),
        (Route::Data, words::way_documents(language)),
    ];
    el("ul").class("search-ways").children(ways.into_iter().map(|(route, name)| el("li").child(link(context.to(route), name))))
}

fn results(context: &Context, index: &Index, query: &str) -> Element {
    let language = context.language();
    let found = index.find(query);
    // Long queries are not repeated whole.
    let said: Cow<str> = match query.char_indices().nth(60) {
        Some((at, _)) => format!("{}\u{2026}", query.get(..at).unwrap_or_default()).into(),
        None => query.into(),
    };
    let summary = if found.asked == 0 {
        words::too_short(language)
    } else if found.total == 0 {
        words::none(language, &said)
    } else {
        words::count(language, found.total, found.count(Kind::Note), &said)
    };
    let mut part = el("section")
        .class("results")
        .attr("aria-labelledby", "h-results")
        .child(el("h2").attr("id", "h-results").class("visually-hidden").text(words::results_heading(language)))
        .child(el("p").attr("id", "sok-antal").class("search-summary").text(summary));
    if found.total == 0 {
        return match found.asked {
            0 => part,
            _ => part.child(paragraph(words::none_advice(language, context.edition())).class("soft")).child(other_ways(context)),
        };
    }
    for (asked, instead) in &found.instead {
        let instead: Vec<String> = instead.iter().map(|word| format!("\u{ab}{word}\u{bb}")).collect();
        part = part.child(paragraph(words::instead(language, asked, &instead.join(", "))).class("soft"));
    }
    if found.held < found.asked {
        part = part.child(paragraph(words::loose(language, found.held, found.asked)).class("soft"));
    }
    for (number, (kind, hits)) in found.groups.iter().enumerate() {
        let id = format!("h-hits-{number}");
        let list = |hits: &[Hit]| el("ul").class("hits").children(hits.iter().map(|hit| item(context, &found, hit.entry)));
        let (open, rest) = hits.split_at_checked(OPEN).unwrap_or((hits, &[]));
        let shown = rest.get(..FOLDED).unwrap_or(rest);
        let mut group = el("section").class("hit-group").attr("aria-labelledby", id.clone()).child(
            el("h3")
                .attr("id", id)
                .text(kind_name(language, *kind))
                .text(" ")
                .child(el("span").class("search-count").text(hits.len().to_string())),
        );
        group = group.child(list(open));
        if !shown.is_empty() {
            let mut more = el("details")
                .attr("id", format!("more-hits-{number}"))
                .child(el("summary").text(words::more(language, rest.len())))
                .child(list(shown));
            if rest.len() > shown.len() {
                more = more.child(paragraph(words::left_out(language, rest.len() - shown.len())).class("soft"));
            }
            group = group.child(more);
        }
        part = part.child(group);
    }
    part
}

/// One thing that was found: its name, under what it stands, the words in their place, and the source.
fn item(context: &Context, found: &Found, entry: &Entry) -> Element {
    let language = context.language();
    // Terms are named as the documents do; everything else has a name in both languages.
    let title_language = if entry.kind == Kind::Term { Language::Sv } else { language };
    let (title, _, cut) = found.excerpt(entry.title.get(language));
    let mut name: Vec<Node> = Vec::new();
    if entry.kind == Kind::Sdg {
        name.push(el("span").class(format!("sdg-number sdg-{}", entry.id)).child(marked(found, &entry.id)).into());
        name.push(text(" "));
    }
    // A goal's title never stands alone as a fact.
    match entry.kind {
        Kind::Goal => name.push(text(format!("{}: ", goal_words::goal(language)))),
        Kind::Assignment => name.push(text(format!("{}: ", goal_words::assignment(language)))),
        _ => {}
    }
    name.push(marked(found, title));
    if cut || title.len() < entry.title.get(language).len() {
        name.push(text("\u{2026}"));
    }
    let name = Node::Fragment(name);
    let mut item = el("li").class("hit-item").child(match address(context, entry) {
        Some(address) => el("a").class("hit").attr("href", address).attr_if("lang", lang(language, title_language)).child(name),
        None => el("strong").class("hit-name").attr_if("lang", lang(language, title_language)).child(name),
    });
    if let Some(home) = entry.home.as_ref().and_then(|home| home_name(context, home)) {
        item = item.child(el("p").class("hit-home").text(words::under(language, &home)));
    }
    if entry.kind == Kind::Note {
        item = item.child(el("p").class("hit-home").text(note_kind(context, &entry.note)));
    }
    if let Some((passage, passage_language)) = found.passage(entry, language) {
        let (part, before, after) = found.excerpt(passage);
        let dots = |on: bool| if on { "\u{2026}" } else { "" };
        item = item.child(
            el("p")
                .class("hit-passage")
                .attr_if("lang", lang(language, passage_language))
                .text(dots(before))
                .child(marked(found, part))
                .text(dots(after)),
        );
    }
    item.child((!entry.sources.is_empty()).then(|| cite(context, &entry.sources, true)))
}

/// The language of a text, where it is not the page's.
fn lang(page: Language, of: Language) -> Option<&'static str> {
    (page != of).then(|| of.tag())
}

fn marked(found: &Found, content: &str) -> Node {
    Node::Fragment(
        found
            .pieces(content)
            .into_iter()
            .map(|piece| if piece.found { el("mark").text(piece.text).into() } else { text(piece.text) })
            .collect(),
    )
}

/// What the thing is called on whose page another one stands.
fn home_name(context: &Context, home: &Anchor) -> Option<String> {
    let language = context.language();
    let catalogue = context.catalogue;
    match home.kind() {
        "round" => catalogue.rounds.iter().find(|round| round.id == home.rest()).map(|round| round.title.get(language).to_owned()),
        _ => place(catalogue, language, home).map(|place| place.title),
    }
}

/// Where a thing is shown.
fn address(context: &Context, entry: &Entry) -> Option<String> {
    let id = || Id::parse(&entry.id);
    let at = |route: Route, fragment: &str| Some(format!("{}#{fragment}", context.to(route)));
    let home = || entry.home.as_ref().and_then(|home| place(context.catalogue, context.language(), home)).and_then(|place| place.route);
    match entry.kind {
        Kind::Question => at(Route::Questions, &format!("fraga-{}", entry.id)),
        Kind::Goal => Some(context.to(Route::Goal(id()?))),
        Kind::Assignment => Some(context.to(Route::Assignment(id()?))),
        Kind::Area => {
            let view = View { selected: Some(Anchor::area(&id()?)), ..View::default() };
            Some(format!("{}{}", context.to(Route::Map), view.to_query()))
        }
        Kind::Sdg => Some(context.to(Route::Sdg(entry.id.parse().ok()?))),
        Kind::Actor => Some(context.to(Route::Actor(id()?))),
        Kind::Term => at(Route::Glossary, &format!("term-{}", entry.id)),
        Kind::Activity => at(home()?, &entry.id),
        Kind::FollowUp => match home()? {
            Route::FollowUp if entry.id.is_empty() => Some(context.to(Route::FollowUp)),
            Route::FollowUp => at(Route::FollowUp, &entry.id),
            goal => at(goal, "h-judged"),
        },
        Kind::Event => Some(context.to(Route::Event(id()?))),
        Kind::Table => Some(context.to(Route::Table(id()?))),
        // The row is chosen too, so that it is told apart where it stands.
        Kind::Row => {
            let Route::Table(table) = home()? else { return None };
            let view = View { selected: Anchor::parse(&format!("row/{table}/{}", entry.id)), ..View::default() };
            Some(format!("{}{}#row-{}", context.to(Route::Table(table)), view.to_query(), entry.id))
        }
        Kind::Figure => at(Route::Budget, &format!("figure-{}", entry.id)),
        Kind::Rights => Some(context.to(Route::Rights)),
        Kind::Contradiction => at(Route::Data, &format!("contradiction-{}", entry.id)),
        Kind::Document => at(Route::Data, &format!("document-{}", entry.id)),
        // What is not in the data any more is still among the notes.
        Kind::Note => {
            let place = Anchor::parse(&entry.id).and_then(|anchor| place(context.catalogue, context.language(), &anchor));
            match place.and_then(|place| Some((place.route?, place.fragment))) {
                Some((route, Some(fragment))) => at(route, &fragment),
                Some((route, None)) => Some(context.to(route)),
                None => Some(context.to(Route::Notes)),
            }
        }
    }
}

/// What kind of note it is; an assessment is said to be the reader's own.
fn note_kind(context: &Context, kind: &str) -> Cow<'static, str> {
    let language = context.language();
    let (kind, state) = kind.split_once('/').unwrap_or((kind, ""));
    match KindName::from_key(kind) {
        Some(KindName::Question) => note_words::kind_question(language),
        Some(KindName::Bookmark) => note_words::kind_bookmark(language),
        Some(KindName::Assessment) => {
            let state = match Assessed::from_key(state) {
                Some(Assessed::Red) => note_words::state_red(language),
                Some(Assessed::Yellow) => note_words::state_yellow(language),
                Some(Assessed::Green) => note_words::state_green(language),
                Some(Assessed::CannotAssess) | None => note_words::state_cannot_assess(language),
            };
            format!("{}: {state}", note_words::own_assessment(language, &context.edition().municipality)).into()
        }
        Some(KindName::Comment) | None => note_words::kind_comment(language),
    }
}

fn kind_name(language: Language, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::Question => words::questions(language),
        Kind::Goal => words::goals(language),
        Kind::Assignment => words::assignments(language),
        Kind::Area => words::areas(language),
        Kind::Sdg => words::sdgs(language),
        Kind::Actor => words::actors(language),
        Kind::Term => words::terms(language),
        Kind::Activity => words::activities(language),
        Kind::FollowUp => words::follow_up(language),
        Kind::Event => words::events(language),
        Kind::Table => words::tables(language),
        Kind::Row => words::rows(language),
        Kind::Figure => words::figures(language),
        Kind::Rights => words::rights(language),
        Kind::Contradiction => words::contradictions(language),
        Kind::Document => words::documents(language),
        Kind::Note => words::notes(language),
    }
}
