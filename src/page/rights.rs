//! The human-rights policy: four principles, what is planned for each, how the year is reported.

use super::parts::{cite, contradictions, documents, event_line, link, note_button, opening, paragraph, passage, reading, section};
use super::{Block, Context, Page};
use crate::i18n::{follow_up as words, goals, source};
use crate::markup::{Element, el};
use crate::model::{Anchor, Id, Principle, Reading};
use crate::url::{Route, View};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let catalogue = context.catalogue;
    let activities = &catalogue.rights_activities;
    let published = activities.iter().filter(|activity| activity.reading == Reading::AsPublished).count();
    let lead = words::rights_lead(language, context.edition().year, catalogue.principles.len(), activities.len(), published);
    let policy_goal = Id::parse("segregation").and_then(|id| catalogue.goal(&id));
    let mut blocks = vec![
        Block::new("lead", opening(words::rights_title(language), lead)),
        Block::new(
            "principles",
            el("div").class("principles").children(catalogue.principles.iter().map(|principle| part(context, principle))),
        ),
        Block::new(
            "reporting",
            section("reporting", words::reporting(language)).child(
                el("ul").class("activities").children(catalogue.rights_reporting.iter().map(|p| passage(context, p, "reporting", true))),
            ),
        ),
    ];
    let events: Vec<Element> = catalogue
        .events
        .iter()
        .filter(|event| event.themes.iter().any(|t| *t == "rights"))
        .map(|event| event_line(context, event))
        .collect();
    if !events.is_empty() {
        let view = View { theme: Some("rights"), ..View::default() };
        blocks.push(Block::new(
            "events",
            section("events", words::policy_trail(language)).child(el("ul").class("event-lines").children(events)).child(
                el("p").child(link(format!("{}{}", context.to(Route::Trail), view.to_query()), crate::i18n::decisions::timeline(language))),
            ),
        ));
    }
    if let Some(goal) = policy_goal {
        blocks.push(Block::new(
            "goal",
            section("goal", words::related_goal(language)).child(
                el("p").child(link(context.to(Route::Goal(goal.id.clone())), goals::goal_title(language, goal.title.get(language)))),
            ),
        ));
    }
    let anchors: Vec<Anchor> =
        ["term/manskliga-rattigheter", "term/policy-for-manskliga-rattigheter"].into_iter().filter_map(Anchor::parse).collect();
    if let Some(part) = contradictions(context, &anchors) {
        blocks.push(Block::new("contradictions", part));
    }
    blocks.push(Block::new(
        "sources",
        documents(
            context,
            catalogue.principles.iter().flat_map(|p| &p.sources).chain(catalogue.rights_reporting.iter().flat_map(|p| &p.sources)),
        ),
    ));
    Page {
        title: words::rights_title(language).into_owned(),
        description: words::rights_description(language, context.edition()).into_owned(),
        found: true,
        blocks,
    }
}

fn part(context: &Context, principle: &Principle) -> Element {
    let language = context.language();
    let key = format!("princip-{}", principle.number);
    let name = words::principle(language, principle.number);
    let items: Vec<Element> = context
        .catalogue
        .rights_activities
        .iter()
        .filter(|activity| activity.principles.contains(&principle.id))
        .map(|activity| {
            // One that belongs to several principles stands below each of them; links lead to the first.
            let first = context.catalogue.principles.iter().find(|each| activity.principles.contains(&each.id));
            el("li")
                .attr_if("id", first.filter(|first| first.id == principle.id).map(|_| activity.id.as_str()))
                .text(activity.text.get(language))
                .text(" ")
                .child(reading(language, activity.reading, true))
                .text(" ")
                .child(cite(context, &activity.sources, false))
                .text(" ")
                .child(note_button(language, &Anchor::of("rights-activity", &activity.id), activity.text.get(language)))
                .child(
                    activity
                        .why
                        .as_ref()
                        .map(|why| el("p").class("reason").text(format!("{}: ", source::why(language))).text(why.get(language))),
                )
        })
        .collect();
    let part =
        el("section").class("principle").attr("aria-labelledby", key.clone()).child(el("h2").attr("id", key).text(name.clone())).child(
            paragraph(principle.text.get(language))
                .class("lead")
                .text(" ")
                .child(cite(context, &principle.sources, false))
                .text(" ")
                .child(note_button(language, &Anchor::of("principle", &principle.id), &name)),
        );
    if items.is_empty() {
        return part.child(paragraph(words::no_activity(language, context.edition().year)).class("soft"));
    }
    part.child(el("h3").text(words::planned_for_principle(language, context.edition().year)))
        .child(el("ul").class("activities").children(items))
}
