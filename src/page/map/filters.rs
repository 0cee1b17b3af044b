//! The filters of the map: a choice each, with what it would leave; what is chosen stands beside and can be taken away.

use super::Kept;
use crate::i18n::{goals, map as words};
use crate::markup::{Element, Node, el};
use crate::model::{GoalFilter, Measure};
use crate::page::Context;
use crate::page::parts::{capital, link, paragraph};
use crate::query::filter::{choices, count};
use crate::query::matrix::{Mark, mark};
use crate::url::View;

/// An option of a choice: its words, the filter that it leads to, whether it is chosen.
type Choosable = (String, GoalFilter, bool);

pub fn filters(context: &Context, kept: &Kept) -> Element {
    let language = context.language();
    let now = &kept.filter;
    let chosen = in_words(context, now);
    let mut summary = el("summary").text(words::filter(language));
    if !chosen.is_empty() {
        summary = summary.text(format!(" ({})", words::filter_chosen(language, chosen.len())));
    }
    el("details")
        .attr("id", "filter")
        .class("filter live-only")
        // The lists show what they say when they are opened: they are written after what is seen.
        .attr("data-late", "")
        .child(summary)
        .child(paragraph(words::filter_help(language)).class("soft"))
        .child(el("div").class("filter-parts").children(selects(context, kept)))
}

/// What is left, and each choice with the way to take it away; nothing where nothing is chosen.
pub fn left(context: &Context, kept: &Kept) -> Option<Element> {
    let language = context.language();
    if !kept.filter.is_set() {
        return None;
    }
    let chosen = in_words(context, &kept.filter);
    let said =
        if kept.anchors.is_empty() { words::none_left(language) } else { words::left(language, kept.anchors.len(), kept.facts.len()) };
    let doubtful = kept
        .filter
        .sdg
        .is_some_and(|number| kept.goals(context).iter().any(|goal| mark(goal, number).is_some_and(|mark| mark != Mark::AsPublished)));
    let address = |filter: GoalFilter| context.with_view(&View { filter, ..context.view.clone() });
    let mut list = el("ul").class("chosen-filters").children(chosen.into_iter().map(|(key, word, without)| {
        el("li").child(
            el("a")
                // Focus does not go on to another choice that leads to the same place.
                .attr("id", format!("away-{key}"))
                .class("chip chip-chosen")
                .attr("href", address(without))
                .attr("data-choice", "")
                .attr("aria-label", words::take_away(language, &word))
                .text(word)
                .child(el("span").class("away live-only").attr("aria-hidden", "true").text(" \u{d7}")),
        )
    }));
    let clear = link(address(GoalFilter::default()), words::clear_all(language)).attr("id", "away").attr("data-choice", "");
    list = list.child(el("li").child(clear));
    let part = el("div")
        .class("left")
        .child(
            el("p")
                .attr("id", "left")
                .attr("tabindex", "-1")
                .attr("data-said", "")
                .text(said)
                .child(doubtful.then(|| el("span").text(format!(" {}", words::doubtful_counted(language))))),
        )
        .child(list);
    Some(part)
}

/// Each part of the filter that is set: a key, what it is in words, and the filter without it.
fn in_words(context: &Context, now: &GoalFilter) -> Vec<(&'static str, String, GoalFilter)> {
    let language = context.language();
    let catalogue = context.catalogue;
    let mut out: Vec<(&'static str, String, GoalFilter)> = Vec::new();
    let mut add = |key, label: std::borrow::Cow<'_, str>, value: Option<String>, without: GoalFilter| {
        out.extend(value.map(|value| (key, format!("{label}: {value}"), without)));
    };
    let yes_no = |yes: bool| if yes { words::yes(language) } else { words::no(language) }.to_lowercase();
    let area = now.area.as_ref().and_then(|id| catalogue.area(id)).map(|area| area.title.get(language).to_owned());
    add("area", words::by_area(language), area, GoalFilter { area: None, ..now.clone() });
    let sdg = now.sdg.and_then(|number| catalogue.sdg(number)).map(|sdg| format!("{} {}", sdg.number, sdg.name.get(language)));
    add("sdg", words::by_sdg(language), sdg, GoalFilter { sdg: None, ..now.clone() });
    let actor = now.actor.as_ref().and_then(|id| catalogue.actor(id)).map(|actor| capital(actor.name.get(language)));
    add("actor", words::by_actor(language), actor, GoalFilter { actor: None, ..now.clone() });
    add("assignment", words::by_assignment(language), now.assignment.map(yes_no), GoalFilter { assignment: None, ..now.clone() });
    let measure = now.measure.map(|measure| words::measure(language, measure).to_lowercase());
    add("measure", words::by_measure(language), measure, GoalFilter { measure: None, ..now.clone() });
    add("outcome", words::by_outcome(language), now.outcome.map(yes_no), GoalFilter { outcome: None, ..now.clone() });
    add("decision", words::by_decision(language), now.decision.map(yes_no), GoalFilter { decision: None, ..now.clone() });
    add(
        "contradiction",
        words::by_contradiction(language),
        now.contradiction.map(yes_no),
        GoalFilter { contradiction: None, ..now.clone() },
    );
    add("note", words::by_note(language), now.noted.map(yes_no), GoalFilter { noted: None, ..now.clone() });
    out
}

fn selects(context: &Context, kept: &Kept) -> Vec<Element> {
    let language = context.language();
    let catalogue = context.catalogue;
    let now = &kept.filter;
    let found = choices(catalogue, now, &kept.facts);
    let with = |word: String, left: usize| words::counted(language, &word, left).into_owned();
    let yes_no = |options: &[(bool, usize)], now: Option<bool>, set: &dyn Fn(Option<bool>) -> GoalFilter| -> Vec<Choosable> {
        options
            .iter()
            .map(|(yes, left)| {
                let word = if *yes { words::yes(language) } else { words::no(language) };
                (with(word.into_owned(), *left), set(Some(*yes)), now == Some(*yes))
            })
            .collect()
    };
    let select = |key: &'static str,
                  label: std::borrow::Cow<'_, str>,
                  without: GoalFilter,
                  is_all: bool,
                  groups: Vec<(Option<String>, Vec<Choosable>)>| {
        let all = words::all(language, count(&without, &kept.facts)).into_owned();
        let option = |(word, filter, chosen): Choosable| {
            let address = context.with_view(&View { filter, ..context.view.clone() });
            el("option").attr("value", address).flag("selected", chosen).text(word)
        };
        let mut list = el("select").attr("id", key).attr("data-choose", "").child(option((all, without, is_all)));
        for (group, options) in groups {
            let options = options.into_iter().map(option).map(Node::from).collect::<Vec<_>>();
            list = match group {
                Some(label) => list.child(el("optgroup").attr("label", label).children(options)),
                None => list.children(options),
            };
        }
        el("div").class("filter-part").child(el("label").attr("for", key).text(label)).child(list)
    };
    let plain = |options: Vec<Choosable>| vec![(None, options)];
    let areas = found.areas.iter().map(|(area, left)| {
        let filter = GoalFilter { area: Some(area.id.clone()), ..now.clone() };
        (with(area.title.get(language).to_owned(), *left), filter, now.area.as_ref() == Some(&area.id))
    });
    let sdgs = found.sdgs.iter().map(|(number, left)| {
        let name = catalogue.sdg(*number).map(|sdg| sdg.name.get(language)).unwrap_or_default();
        (with(format!("{number} {name}"), *left), GoalFilter { sdg: Some(*number), ..now.clone() }, now.sdg == Some(*number))
    });
    let actors = found.actors.iter().map(|(kind, actors)| {
        let options = actors.iter().map(|(actor, left)| {
            let filter = GoalFilter { actor: Some(actor.id.clone()), ..now.clone() };
            (with(capital(actor.name.get(language)), *left), filter, now.actor.as_ref() == Some(&actor.id))
        });
        (Some(goals::actor_kind(language, kind).into_owned()), options.collect())
    });
    let measures = found.measure.iter().map(|(measure, left)| {
        let filter = GoalFilter { measure: Some(*measure), ..now.clone() };
        (with(words::measure(language, *measure).into_owned(), *left), filter, now.measure == Some(*measure))
    });
    let set = |change: &dyn Fn(&mut GoalFilter)| {
        let mut next = now.clone();
        change(&mut next);
        next
    };
    // What the reader has noted is known to the running application only: both choices always stand here.
    let has_notes = kept.facts.iter().any(|facts| facts.noted);
    let notes = [(true, words::has_note(language)), (false, words::has_no_note(language))].into_iter().map(|(yes, word)| {
        let filter = set(&|next| next.noted = Some(yes));
        let word = if has_notes { with(word.into_owned(), count(&filter, &kept.facts)) } else { word.into_owned() };
        (word, filter, now.noted == Some(yes))
    });
    let of = |change: fn(&mut GoalFilter)| set(&change);
    vec![
        select("f-area", words::by_area(language), of(|f| f.area = None), now.area.is_none(), plain(areas.collect())),
        select("f-sdg", words::by_sdg(language), of(|f| f.sdg = None), now.sdg.is_none(), plain(sdgs.collect())),
        select("f-actor", words::by_actor(language), of(|f| f.actor = None), now.actor.is_none(), actors.collect()),
        select(
            "f-measure",
            words::by_measure(language),
            of(|f| f.measure = None::<Measure>),
            now.measure.is_none(),
            plain(measures.collect()),
        ),
        select(
            "f-outcome",
            words::by_outcome(language),
            of(|f| f.outcome = None),
            now.outcome.is_none(),
            plain(yes_no(&found.outcome, now.outcome, &|yes| set(&|f| f.outcome = yes))),
        ),
        select(
            "f-assignment",
            words::by_assignment(language),
            of(|f| f.assignment = None),
            now.assignment.is_none(),
            plain(yes_no(&found.assignment, now.assignment, &|yes| set(&|f| f.assignment = yes))),
        ),
        select(
            "f-decision",
            words::by_decision(language),
            of(|f| f.decision = None),
            now.decision.is_none(),
            plain(yes_no(&found.decision, now.decision, &|yes| set(&|f| f.decision = yes))),
        ),
        select(
            "f-contradiction",
            words::by_contradiction(language),
            of(|f| f.contradiction = None),
            now.contradiction.is_none(),
            plain(yes_no(&found.contradiction, now.contradiction, &|yes| set(&|f| f.contradiction = yes))),
        ),
        select("f-note", words::by_note(language), of(|f| f.noted = None), now.noted.is_none(), plain(notes.collect())),
    ]
}
