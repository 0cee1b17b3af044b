//! What the board itself puts first and what it plans under: two lists of the document that belong to no goal.

use super::Context;
use super::parts::{cite, link, note_button, official_title, paragraph, section};
use crate::i18n::goals as words;
use crate::markup::{Element, el};
use crate::model::{Anchor, Goal, Heading};
use crate::url::Route;

/// The board's own list of priorities, as long as it is in the source.
pub fn priorities(context: &Context) -> Element {
    let language = context.language();
    let all = &context.catalogue.priorities;
    let told = all.iter().filter(|heading| heading.text.is_some()).count();
    section("priorities", words::priorities(language))
        .child(paragraph(words::priorities_text(language, context.edition(), all.len(), told)))
        .child(list(context, "priority", all))
}

/// What the plan says of the world around it.
pub fn conditions(context: &Context) -> Element {
    let language = context.language();
    let all = &context.catalogue.conditions;
    section("conditions", words::conditions(language))
        .child(paragraph(words::conditions_text(language, context.edition(), all.len())))
        .child(list(context, "condition", all))
}

/// The priorities that the source itself ties to a goal; nothing where there are none.
pub fn of_goal(context: &Context, goal: &Goal) -> Option<Element> {
    let language = context.language();
    let found: Vec<&Heading> = context.catalogue.priorities.iter().filter(|heading| heading.goals.contains(&goal.id)).collect();
    let map = context.to(Route::Map);
    (!found.is_empty()).then(|| {
        section("priorities", words::priorities_of_goal(language)).child(
            el("ul").children(
                found.into_iter().map(|heading| el("li").child(link(format!("{map}#{}", heading.id), heading.title.get(language)))),
            ),
        )
    })
}

fn list(context: &Context, kind: &str, headings: &[Heading]) -> Element {
    el("ul").class("plain headings").children(headings.iter().map(|heading| entry(context, kind, heading)))
}

/// A title as printed; what the document says about it unfolds.
fn entry(context: &Context, kind: &str, heading: &Heading) -> Element {
    let language = context.language();
    let item = el("li").attr("id", heading.id.as_str());
    let title = official_title(language, &heading.title);
    let note = note_button(language, &Anchor::of(kind, &heading.id), heading.title.get(language));
    let Some(said) = &heading.text else {
        return item.child(title).text(" ").child(cite(context, &heading.sources, false)).text(" ").child(note);
    };
    let goals: Vec<Element> = heading
        .goals
        .iter()
        .filter_map(|id| context.catalogue.goal(id))
        .map(|goal| el("li").child(link(context.to(Route::Goal(goal.id.clone())), words::goal_title(language, goal.title.get(language)))))
        .collect();
    let mut more = el("details")
        .attr("id", format!("open-{}", heading.id))
        .child(el("summary").child(title))
        .child(paragraph(said.get(language)).text(" ").child(cite(context, &heading.sources, false)).text(" ").child(note));
    if !goals.is_empty() {
        more = more.child(paragraph(words::priority_goals(language))).child(el("ul").children(goals));
    }
    item.child(more)
}
