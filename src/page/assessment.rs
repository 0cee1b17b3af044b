//! The reader's own assessment: goals and assignments against states, apart from anything official.
//!
//! The page stands static with what it is; the running application puts the matrix into its place. Counts are per state,
//! never averages, and what nobody assessed is said to be so.

use super::parts::{link, page_heading, paragraph, scrolling, section};
use super::{Block, Context, Page, Slot, place};
use crate::i18n::edition::municipalitys;
use crate::i18n::{assessment as words, goals as goal_words, notes as note_words, share};
use crate::markup::{Element, Node, el, text};
use crate::model::{Anchor, Language};
use crate::notes::{Assessed, Kind, Note};
use crate::query::goals::in_area;
use crate::url::Route;

/// The states in the order of the columns.
const STATES: [Assessed; 4] = [Assessed::Green, Assessed::Yellow, Assessed::Red, Assessed::CannotAssess];

/// The static page.
pub fn page(context: &Context) -> Page {
    let language = context.language();
    Page {
        title: words::title(language).into_owned(),
        description: words::description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new(
                "lead",
                el("div")
                    .class("hero")
                    .child(el("p").class("own-label").text(label(context)))
                    .child(page_heading(text(words::title(language))))
                    .child(paragraph(words::lead(language)).class("lead"))
                    .child(
                        paragraph(words::what_it_is(language, &municipalitys(language, context.edition()), context.edition().year))
                            .class("soft"),
                    )
                    .child(
                        el("p")
                            .class("actions")
                            .child(link(context.to(Route::FollowUp), words::see_follow_up(language)))
                            .child(link(context.to(Route::Notes), crate::i18n::frame::nav_notes(language))),
                    ),
            ),
            Block::slot(
                "assessment",
                Slot::Assessment,
                el("div").class("slot").child(paragraph(words::needs_application(language)).class("soft static-only")),
            ),
        ],
    }
}

/// A colleague's notes, laid beside the reader's own.
pub struct Beside<'a> {
    pub notes: &'a [Note],
    /// The name of the file; nothing where they came with a link.
    pub file: Option<&'a str>,
}

/// Stands on everything here: whose assessment it is, and whose not.
fn label(context: &Context) -> String {
    note_words::own_assessment(context.language(), &context.edition().municipality).into_owned()
}

/// A state as sign and word in its colour; nothing where it was not assessed.
pub fn badge(language: Language, state: Option<Assessed>) -> Element {
    let class = if state.is_some() { "own-state" } else { "own-state own-state-none" };
    el("span").class(class).child(sign(state)).text(" ").text(word(language, state))
}

/// In its colour; beside it stands a word.
pub fn sign(state: Option<Assessed>) -> Element {
    let (class, sign) = match state {
        Some(Assessed::Green) => ("light light-green", "\u{25cf}"),
        Some(Assessed::Yellow) => ("light light-yellow", "\u{25b2}"),
        Some(Assessed::Red) => ("light light-red", "\u{25a0}"),
        Some(Assessed::CannotAssess) => ("light light-cannot", "\u{25c7}"),
        None => ("light light-none", "\u{2013}"),
    };
    el("span").class(class).attr("aria-hidden", "true").text(sign)
}

fn word(language: Language, state: Option<Assessed>) -> String {
    match state {
        Some(state) => state.word(language).into_owned(),
        None => words::not_assessed(language).into_owned(),
    }
}

/// Assessments, the latest first.
struct Set<'a>(Vec<&'a Note>);

impl<'a> Set<'a> {
    fn new(notes: &'a [Note]) -> Set<'a> {
        let mut own: Vec<&Note> = Vec::new();
        for note in notes.iter().filter(|note| note.assessed().is_some() && !note.deleted) {
            // Of two from one moment the one that was handed in first stays first.
            let place = own.iter().position(|other| other.modified < note.modified).unwrap_or(own.len());
            own.insert(place, note);
        }
        Set(own)
    }

    fn of(&self, anchor: &Anchor) -> Vec<&'a Note> {
        self.0.iter().copied().filter(|note| note.anchor == anchor.as_str()).collect()
    }

    /// The state that counts.
    fn state(&self, anchor: &Anchor) -> Option<Assessed> {
        self.of(anchor).first().and_then(|note| note.assessed())
    }
}

/// A row: what is assessed, in its area.
struct Thing {
    anchor: Anchor,
    title: String,
    route: Route,
    /// What a note about it quotes.
    quoted: String,
}

fn things(context: &Context) -> Vec<(String, Vec<Thing>)> {
    let language = context.language();
    let catalogue = context.catalogue;
    catalogue
        .areas
        .iter()
        .map(|area| {
            let (goals, assignments) = in_area(catalogue, area);
            let goals = goals.into_iter().map(|goal| Thing {
                anchor: Anchor::goal(&goal.id),
                title: goal_words::goal_title(language, goal.title.get(language)).into_owned(),
                route: Route::Goal(goal.id.clone()),
                quoted: goal.title.get(language).to_owned(),
            });
            let assignments = assignments.into_iter().map(|assignment| Thing {
                anchor: Anchor::assignment(&assignment.id),
                title: goal_words::assignment_title(language, assignment.short.get(language)).into_owned(),
                route: Route::Assignment(assignment.id.clone()),
                quoted: assignment.short.get(language).to_owned(),
            });
            (area.title.get(language).to_owned(), goals.chain(assignments).collect())
        })
        .collect()
}

/// The part that only the running application has: the reader's matrix, or two sets beside each other.
pub fn matrix(context: &Context, mine: &[Note], beside: Option<&Beside>) -> Node {
    let language = context.language();
    let areas = things(context);
    let own = Set::new(mine);
    let mut parts: Vec<Node> = vec![tools(language, beside.is_some()).into()];
    match beside {
        None => parts.push(alone(context, &areas, &own).into()),
        Some(beside) => {
            let theirs = Set::new(beside.notes);
            let name = match beside.file {
                Some(file) => words::theirs_file(language, file),
                None => share_name(language),
            };
            parts.extend([
                differences(context, &areas, &own, &theirs).into(),
                together(context, &areas, &own, &theirs, &name).into(),
                counts(language, &areas, &own, &theirs, &name).into(),
            ]);
        }
    }
    let listed: Vec<&str> = areas.iter().flat_map(|(_, things)| things).map(|thing| thing.anchor.as_str()).collect();
    let others: Vec<&Note> = own.0.iter().copied().filter(|note| !listed.contains(&note.anchor.as_str())).collect();
    if !others.is_empty() {
        parts.push(
            section("own-others", words::others(language))
                .child(el("ul").children(others.into_iter().map(|note| other(context, note))))
                .into(),
        );
    }
    el("div").class("own-assessment").children(parts).into()
}

fn share_name(language: Language) -> std::borrow::Cow<'static, str> {
    words::theirs_link(language)
}

fn tools(language: Language, comparing: bool) -> Element {
    let button = |act: &'static str, word: String| el("button").attr("type", "button").attr("data-act", act).text(word);
    let mut actions = el("p").class("actions").child(button("share", share::share(language).into_owned())).child(
        el("label").class("button file-button").text(words::choose_file(language)).child(
            el("input")
                .attr("type", "file")
                .attr("id", "beside-file")
                .class("visually-hidden")
                .attr("data-change", "beside-file")
                .attr("accept", ".json,.jsonld,application/json,application/ld+json"),
        ),
    );
    if comparing {
        actions = actions.child(button("beside-stop", words::stop_comparing(language).into_owned()));
    }
    el("div").class("own-tools").child(actions).child(paragraph(words::compare_how(language)).class("soft"))
}

fn title(context: &Context, thing: &Thing) -> Element {
    link(context.to(thing.route.clone()), thing.title.as_str())
}

/// The button that opens the dialog for a row.
fn assess(language: Language, thing: &Thing, note: Option<&Note>) -> Element {
    let (word, name) = match note {
        Some(_) => (words::act(language), words::change_what(language, &thing.title)),
        None => (words::assess(language), words::assess_what(language, &thing.title)),
    };
    el("button")
        .attr("type", "button")
        .class("own-act")
        .attr("data-act", "assess")
        .attr("data-anchor", thing.anchor.as_str())
        .attr("data-quote", thing.quoted.as_str())
        .attr_if("data-note", note.map(|note| note.id.as_str()))
        .attr("aria-label", name)
        .text(word)
}

/// State and reason of the assessment that counts, and the others below it.
fn said(language: Language, notes: &[&Note]) -> Element {
    let mut said = el("div").class("own-said");
    for (index, note) in notes.iter().enumerate() {
        let mut line = el("p");
        if index > 0 {
            line = line.text(format!("{}: ", words::earlier(language)));
        }
        line = line.child(badge(language, note.assessed()));
        if let Kind::Assessment { reason, rule, .. } = &note.kind {
            line = match reason.trim() {
                "" => line.text(" ").child(el("small").class("soft").text(words::no_reason(language))),
                reason => line.text(" ").child(el("span").class("note-text").text(reason)),
            };
            // A colour never stands without its rule, where she wrote one.
            if !rule.trim().is_empty() {
                line = line.child(el("br")).child(el("small").class("soft note-text").text(format!(
                    "{}: {}",
                    words::rule(language),
                    rule.trim()
                )));
            }
        }
        said = said.child(line);
    }
    said
}

fn count_of(things: &[Thing], set: &Set, state: Option<Assessed>) -> usize {
    things.iter().filter(|thing| set.state(&thing.anchor) == state).count()
}

fn columns() -> impl Iterator<Item = Option<Assessed>> {
    STATES.into_iter().map(Some).chain([None])
}

fn alone(context: &Context, areas: &[(String, Vec<Thing>)], own: &Set) -> Element {
    let language = context.language();
    let all: usize = areas.iter().map(|(_, things)| things.len()).sum();
    let assessed: usize = areas.iter().map(|(_, things)| things.len() - count_of(things, own, None)).sum();
    let head = el("tr")
        .child(el("th").attr("scope", "col").text(words::thing(language)))
        .children(columns().map(|state| {
            el("th")
                .attr("scope", "col")
                .class("own-column")
                .child(sign(state))
                .child(el("span").class("own-word").text(word(language, state)))
        }))
        .child(el("td").class("own-act-cell"));
    let bodies = areas.iter().map(|(area, things)| {
        let row = |thing: &Thing| {
            let notes = own.of(&thing.anchor);
            let state = own.state(&thing.anchor);
            let heading = el("th").attr("scope", "row").child(title(context, thing));
            let heading = if notes.is_empty() { heading } else { heading.child(said(language, &notes)) };
            el("tr")
                .child(heading)
                .children(columns().map(|column| {
                    let cell = el("td").class("own-cell");
                    if column == state {
                        cell.child(sign(column)).child(el("span").class("visually-hidden").text(word(language, column)))
                    } else {
                        cell
                    }
                }))
                .child(el("td").class("own-act-cell").child(assess(language, thing, notes.first().copied())))
        };
        el("tbody")
            .child(
                el("tr")
                    .class("own-area")
                    .child(el("th").attr("scope", "rowgroup").text(area.as_str()))
                    .children(columns().map(|state| el("td").class("own-cell number").text(count_of(things, own, state).to_string())))
                    .child(el("td").class("own-act-cell")),
            )
            .children(things.iter().map(row))
    });
    let total = |state| areas.iter().map(|(_, things)| count_of(things, own, state)).sum::<usize>();
    let foot = el("tr")
        .class("sum")
        .child(el("th").attr("scope", "row").text(words::all_areas(language)))
        .children(columns().map(|state| el("td").class("own-cell number").text(total(state).to_string())))
        .child(el("td").class("own-act-cell"));
    let several = areas.iter().flat_map(|(_, things)| things).any(|thing| own.of(&thing.anchor).len() > 1);
    section("own-matrix", words::matrix(language))
        .child(
            el("p")
                .child(el("strong").text(format!("{}. ", label(context))))
                .text(words::counted(language, assessed, all))
                .text(" ")
                .text(words::counts_note(language)),
        )
        .child(several.then(|| paragraph(words::several(language)).class("soft")))
        .child(scrolling(
            "own-matrix",
            el("table")
                .class("own-matrix")
                .child(el("caption").class("visually-hidden").text(label(context)))
                .child(el("thead").child(head))
                .children(bodies)
                .child(el("tfoot").child(foot)),
        ))
}

/// What the two sets say of a thing.
fn verdict(language: Language, mine: Option<Assessed>, theirs: Option<Assessed>) -> Option<String> {
    match (mine, theirs) {
        (None, None) => None,
        (Some(_), None) => Some(words::only_mine(language).into_owned()),
        (None, Some(_)) => Some(words::only_theirs(language).into_owned()),
        (mine, theirs) if mine == theirs => Some(words::same(language).into_owned()),
        _ => Some(format!("\u{2260} {}", words::differs(language))),
    }
}

fn differences(context: &Context, areas: &[(String, Vec<Thing>)], own: &Set, theirs: &Set) -> Element {
    let language = context.language();
    let items: Vec<Element> = areas
        .iter()
        .flat_map(|(_, things)| things)
        .filter_map(|thing| {
            let (a, b) = (own.state(&thing.anchor), theirs.state(&thing.anchor));
            (a != b).then(|| el("li").text(words::difference_line(language, &thing.title, &word(language, a), &word(language, b))))
        })
        .collect();
    let part = section("own-differences", words::differences(language));
    if items.is_empty() { part.child(paragraph(words::no_differences(language))) } else { part.child(el("ul").children(items)) }
}

fn together(context: &Context, areas: &[(String, Vec<Thing>)], own: &Set, theirs: &Set, name: &str) -> Element {
    let language = context.language();
    let column = |word: &str| el("th").attr("scope", "col").text(word);
    let head = el("tr")
        .child(column(&words::thing(language)))
        .child(column(&words::mine(language)))
        .child(column(name))
        .child(column(&words::difference(language)))
        .child(el("td").class("own-act-cell"));
    let bodies = areas.iter().map(|(area, things)| {
        let cell =
            |notes: &[&Note]| if notes.is_empty() { el("td").child(badge(language, None)) } else { el("td").child(said(language, notes)) };
        el("tbody")
            .child(el("tr").class("own-area").child(el("th").attr("scope", "rowgroup").attr("colspan", "5").text(area.as_str())))
            .children(things.iter().map(|thing| {
                let (a, b) = (own.of(&thing.anchor), theirs.of(&thing.anchor));
                let verdict = verdict(language, own.state(&thing.anchor), theirs.state(&thing.anchor));
                el("tr")
                    .child(el("th").attr("scope", "row").child(title(context, thing)))
                    .child(cell(&a))
                    .child(cell(&b))
                    .child(el("td").text(verdict.unwrap_or_default()))
                    .child(el("td").class("own-act-cell").child(assess(language, thing, a.first().copied())))
            }))
    });
    section("own-together", words::compare(language)).child(el("p").child(el("strong").text(format!("{}.", label(context))))).child(
        scrolling(
            "own-together",
            el("table")
                .class("own-together")
                .child(el("caption").class("visually-hidden").text(label(context)))
                .child(el("thead").child(head))
                .children(bodies),
        ),
    )
}

fn counts(language: Language, areas: &[(String, Vec<Thing>)], own: &Set, theirs: &Set, name: &str) -> Element {
    let total = |set: &Set, state| areas.iter().map(|(_, things)| count_of(things, set, state)).sum::<usize>().to_string();
    let column = |word: &str| el("th").attr("scope", "col").class("number").text(word);
    let rows = columns().map(|state| {
        el("tr")
            .child(el("th").attr("scope", "row").child(badge(language, state)))
            .child(el("td").class("number").text(total(own, state)))
            .child(el("td").class("number").text(total(theirs, state)))
    });
    section("own-counts", words::counts(language)).child(paragraph(words::counts_note(language)).class("soft")).child(
        el("table")
            .class("own-counts")
            .child(
                el("thead").child(
                    el("tr")
                        .child(el("th").attr("scope", "col").text(words::state(language)))
                        .child(column(&words::mine(language)))
                        .child(column(name)),
                ),
            )
            .child(el("tbody").children(rows)),
    )
}

/// An assessment of something that is no goal and no assignment.
fn other(context: &Context, note: &Note) -> Element {
    let language = context.language();
    let found = note.anchor().and_then(|anchor| place(context.catalogue, language, &anchor)).filter(|place| !place.title.is_empty());
    let name = found.as_ref().map_or_else(|| note.quoted.clone(), |place| place.title.clone());
    let name = if name.trim().is_empty() { note.anchor.clone() } else { name };
    let heading: Node = match found.and_then(|place| place.route) {
        Some(route) => link(context.to(route), name).into(),
        None => text(name),
    };
    el("li").child(heading).child(said(language, &[note])).child(el("small").class("soft").text(label(context)))
}
