//! Who takes part: everyone by kind, and one of them with everything it is named for.

use super::parts::{
    actor_name, breadcrumb, capital, cite, documents, event_line, link, note_button, opening, page_heading, paragraph, section,
};
use super::{Block, Context, Page, unknown};
use crate::i18n::{glossary as words, goals};
use crate::markup::{Element, el, text};
use crate::model::{Activity, Anchor, Event, GoalFilter, Id, Participation, Round, Source};
use crate::query::actors::{Role, by_kind, counts, involvement};
use crate::url::{Route, View};

pub fn all(context: &Context) -> Page {
    let language = context.language();
    let catalogue = context.catalogue;
    let counts = counts(catalogue);
    let groups = by_kind(catalogue).into_iter().map(|(kind, actors)| {
        let id = format!("slag-{kind}");
        el("section")
            .class("actor-kind")
            .attr("aria-labelledby", id.clone())
            .child(el("h2").attr("id", id).text(goals::actor_kind(language, kind)))
            .child(el("ul").class("actors").children(actors.into_iter().map(|actor| {
                let (goals, assignments, events) = counts.get(&actor.id).copied().unwrap_or_default();
                let mut said = words::counts(language, goals, assignments, events).into_owned();
                if said.is_empty() && catalogue.rounds.iter().any(|round| round.allocations.iter().any(|a| a.actor == actor.id)) {
                    said = words::only_round(language, catalogue.rounds.first().map_or("", Round::year)).into_owned();
                }
                el("li")
                    .child(link(context.to(Route::Actor(actor.id.clone())), actor_name(language, actor)))
                    .child((!said.is_empty()).then(|| el("span").class("soft").text(said)))
            })))
    });
    Page {
        title: words::actors_title(language).into_owned(),
        description: words::actors_description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new("way", breadcrumb(context, vec![(goals::map_title(language).into_owned(), Route::Map)])),
            Block::new("lead", opening(words::actors_title(language), words::actors_lead(language, catalogue.actors.len()))),
            Block::new("actors", el("div").class("actor-kinds").children(groups)),
            Block::new("sources", documents(context, catalogue.actors.iter().flat_map(|actor| actor.sources.first()))),
        ],
    }
}

pub fn one(context: &Context, id: &Id) -> Page {
    let Some(actor) = context.catalogue.actor(id) else { return unknown::page(context) };
    let language = context.language();
    let name = capital(actor.name.get(language));
    let found = involvement(context.catalogue, id);
    let mut lead = el("div")
        .class("hero")
        .child(el("p").class("eyebrow").text(goals::actor_kind(language, &actor.kind)))
        .child(page_heading(text(name.clone())));
    if language == crate::model::Language::En && actor.name.sv != actor.name.en {
        lead = lead.child(el("p").class("official").attr("lang", "sv").text(actor.name.sv.as_str()));
    }
    if actor.unnamed {
        lead = lead.child(paragraph(words::unnamed_group(language)));
    }
    let on_map = (!found.goals.is_empty() || !found.assignments.is_empty()).then(|| {
        let filter = GoalFilter { actor: Some(id.clone()), ..GoalFilter::default() };
        let view = View { filter, ..View::default() };
        link(format!("{}{}", context.to(Route::Map), view.to_query()), goals::show_on_map(language))
    });
    lead = lead
        .child(cite(context, &actor.sources, true))
        .child(el("p").class("actions").child(note_button(language, &Anchor::of("actor", id), &name)).child(on_map));
    let mut blocks = vec![
        Block::new("way", breadcrumb(context, vec![(words::actors_title(language).into_owned(), Route::Actors)])),
        Block::new("lead", lead),
    ];
    if !found.goals.is_empty() {
        let items = found.goals.iter().map(|part| {
            let title = goals::goal_title(language, part.of.title.get(language));
            entry(context, link(context.to(Route::Goal(part.of.id.clone())), title), part.participation, &part.activities)
        });
        blocks.push(Block::new(
            "goals",
            section("goals", words::in_goals_heading(language)).child(el("ul").class("plain involved").children(items)),
        ));
    }
    if !found.assignments.is_empty() {
        let items = found.assignments.iter().map(|part| {
            let title = goals::assignment_title(language, part.of.short.get(language));
            entry(context, link(context.to(Route::Assignment(part.of.id.clone())), title), part.participation, &part.activities)
        });
        blocks.push(Block::new(
            "assignments",
            section("assignments", words::in_assignments_heading(language)).child(el("ul").class("plain involved").children(items)),
        ));
    }
    if !found.events.is_empty() {
        let items = found.events.iter().map(|(event, role)| event_entry(context, event, *role));
        blocks.push(Block::new(
            "events",
            section("events", words::in_events_heading(language)).child(el("ul").class("event-lines").children(items)),
        ));
    }
    if !found.allocations.is_empty() {
        let items = found.allocations.iter().map(|(round, allocation)| {
            el("li")
                .child(link(context.to(Route::FollowUp), round.title.get(language)))
                .text(format!(". {}. ", words::allocated(language, allocation.value)))
                .child(cite(context, &allocation.sources, false))
        });
        blocks.push(Block::new(
            "follow-up",
            section("follow-up", words::in_round_heading(language)).child(el("ul").class("plain").children(items)),
        ));
    }
    if blocks.len() == 2 {
        blocks.push(Block::new("nothing", paragraph(words::nothing(language))));
    }
    let sources: Vec<&Source> = actor
        .sources
        .iter()
        .chain(found.events.iter().flat_map(|(event, _)| &event.sources))
        .chain(found.allocations.iter().flat_map(|(_, allocation)| &allocation.sources))
        .collect();
    blocks.push(Block::new("sources", documents(context, sources)));
    Page { description: words::actor_description(language, &name).into_owned(), title: name, found: true, blocks }
}

/// A goal or assignment, what it names the actor for, and where.
fn entry(context: &Context, title: Element, participation: Option<&Participation>, activities: &[&Activity]) -> Element {
    let language = context.language();
    let mut item = el("li").child(title);
    if let Some(participation) = participation {
        item = item.child(el("br")).child(el("span").class("soft").text(words::takes_part(language))).text(" ").child(cite(
            context,
            &participation.sources,
            false,
        ));
    }
    if activities.is_empty() {
        return item;
    }
    item.child(el("ul").children(activities.iter().map(|activity| {
        el("li")
            .child(el("span").class("tag").text(goals::activity_kind(language, &activity.kind)))
            .text(" ")
            .text(activity.text.get(language))
            .text(" ")
            .child(cite(context, &activity.sources, false))
    })))
}

fn event_entry(context: &Context, event: &Event, role: Role) -> Element {
    let language = context.language();
    let role = match role {
        Role::Decides => words::decides(language),
        Role::Acts => words::acts(language),
        Role::IsAddressed => words::is_addressed(language),
    };
    event_line(context, event).child(el("span").class("soft").text(format!(" ({role})")))
}
