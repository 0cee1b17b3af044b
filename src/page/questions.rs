//! Common questions with short answers. A question is left out where the catalogue does not hold what its answer needs.

use super::parts::{cite, documents, event_line, link, opening, paragraph, section};
use super::{Block, Context, Page, frame, parts};
use crate::i18n::{date, decisions, follow_up, frame as frame_words, glossary, goals, number, questions as words};
use crate::markup::{Element, Node, el};
use crate::model::{Catalogue, DatedBy, Event, Figure, FigureUnit, Id, Source};
use crate::query;
use crate::url::Route;

/// How far the material answers.
#[derive(Clone, Copy, PartialEq)]
enum Answered {
    Yes,
    Partly,
    No,
}

struct Question {
    key: &'static str,
    asked: String,
    answered: Answered,
    answer: Vec<Node>,
    more: Vec<(String, Route)>,
    sources: Vec<Source>,
}

/// What is asked and answered here, for search: key, question, answer in plain words, sources.
pub fn asked(context: &Context) -> Vec<(&'static str, String, String, Vec<Source>)> {
    let questions = [money(context), goal_questions(context), decision_questions(context), site_questions(context)];
    let plain = |nodes: Vec<Node>| nodes.iter().map(Node::running_text).collect::<Vec<_>>().join(" ");
    questions.into_iter().flatten().map(|q| (q.key, q.asked, plain(q.answer), q.sources)).collect()
}

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let groups = [
        ("money", words::group_money(language), money(context)),
        ("goals", words::group_goals(language), goal_questions(context)),
        ("decisions", words::group_decisions(language), decision_questions(context)),
        ("site", words::group_site(language), site_questions(context)),
    ];
    let all = || groups.iter().flat_map(|(_, _, questions)| questions);
    let unanswered = all().filter(|question| question.answered == Answered::No).count();
    let mut blocks = vec![
        Block::new("lead", opening(words::title(language), words::lead(language, all().count(), unanswered))),
        Block::new(
            "index",
            section("index", words::index(language)).child(
                el("ul")
                    .class("question-index")
                    .children(all().map(|q| el("li").child(link(format!("#fraga-{}", q.key), q.asked.as_str())))),
            ),
        ),
    ];
    for (key, heading, questions) in &groups {
        if !questions.is_empty() {
            blocks
                .push(Block::new(key, section(key, heading.as_ref()).children(questions.iter().map(|question| answer(context, question)))));
        }
    }
    blocks.push(Block::new("sources", documents(context, all().flat_map(|question| &question.sources))));
    Page { title: words::title(language).into_owned(), description: words::description(language).into_owned(), found: true, blocks }
}

fn answer(context: &Context, question: &Question) -> Element {
    let language = context.language();
    let id = format!("fraga-{}", question.key);
    let badge = match question.answered {
        Answered::Yes => None,
        Answered::Partly => Some(("\u{25d0} ", words::partly_answered(language))),
        Answered::No => Some(("\u{25cb} ", words::not_answered(language))),
    };
    let mut part =
        el("article").class("question").attr("aria-labelledby", id.clone()).child(el("h3").attr("id", id).text(question.asked.as_str()));
    if let Some((sign, word)) = badge {
        part = part.child(el("p").class("status status-unknown").child(el("span").attr("aria-hidden", "true").text(sign)).text(word));
    }
    part = part.child(el("div").children(question.answer.clone()));
    if !question.sources.is_empty() {
        part = part.child(el("p").child(cite(context, &question.sources, true)));
    }
    if !question.more.is_empty() {
        part = part.child(
            el("p").class("more").text(words::read_more(language)).text(" ").child(
                el("span")
                    .class("more-links")
                    .children(question.more.iter().map(|(title, route)| link(context.to(route.clone()), title.as_str()))),
            ),
        );
    }
    part
}

fn said(content: impl Into<String>) -> Vec<Node> {
    vec![paragraph(content).into()]
}

fn figure<'c>(catalogue: &'c Catalogue, id: &str) -> Option<&'c Figure> {
    catalogue.figures.iter().find(|figure| figure.id == *id)
}

fn map_link(context: &Context) -> (String, Route) {
    (goals::map_title(context.language()).into_owned(), Route::Map)
}

fn goal_link(context: &Context, id: &str) -> Option<(String, Route)> {
    let goal = context.catalogue.goal(&Id::parse(id)?)?;
    Some((goals::goal_title(context.language(), goal.title.get(context.language())).into_owned(), Route::Goal(goal.id.clone())))
}

fn money(context: &Context) -> Vec<Question> {
    let language = context.language();
    let catalogue = context.catalogue;
    let table = || (goals::see_budget(language).into_owned(), Route::income_statement());
    let allocation = query::budget::allocation(catalogue);
    let row_sources = |table: &Id| {
        catalogue
            .table(table)
            .and_then(|t| t.rows.iter().find(|row| row.nature == Some(crate::model::Nature::Allocation)))
            .map(|row| row.sources.clone())
    };
    let mut list = Vec::new();
    if let Some(allocation) = &allocation {
        let mkr = number::mkr_from_tkr(language, allocation.budget);
        let sources = row_sources(&allocation.table).unwrap_or_default();
        list.push(Question {
            key: "skatt",
            asked: words::tax(language).into_owned(),
            answered: Answered::No,
            answer: said(words::tax_answer(language, &mkr, context.edition())),
            more: vec![table()],
            sources: sources.clone(),
        });
        if let Some(change) = allocation.change {
            let more = words::board_money_change(
                language,
                &number::mkr_from_tkr(language, change.abs()),
                change > 0,
                context.edition().year_before(),
            );
            let mut answer = said(if change == 0 {
                words::board_money_answer(language, &mkr).into_owned()
            } else {
                format!("{} {more}", words::board_money_answer(language, &mkr))
            });
            let mut sources = sources;
            if let (Some(board), Some(office)) = (figure(catalogue, "anslag-styrelsen"), figure(catalogue, "anslag-stadskontoret")) {
                let words = words::board_money_split(
                    language,
                    &number::decimal(language, board.value),
                    &number::decimal(language, office.value),
                    context.edition(),
                );
                answer.push(paragraph(words).into());
                sources.extend(board.sources.iter().chain(&office.sources).cloned());
            }
            list.push(Question {
                key: "namndens-pengar",
                asked: words::board_money(language, context.edition()).into_owned(),
                answered: Answered::Yes,
                answer,
                more: vec![table()],
                sources,
            });
        }
    }
    list.push(Question {
        key: "malets-kostnad",
        asked: words::goal_cost(language).into_owned(),
        answered: Answered::No,
        answer: said(words::goal_cost_answer(language)),
        more: vec![map_link(context), table()],
        sources: Vec::new(),
    });
    // The answer is checked against the tables: with a row for culture it would be untrue.
    let rows = || catalogue.tables.iter().flat_map(|table| &table.rows);
    if rows().count() > 0 && !rows().any(|row| row.label.sv.to_lowercase().contains("kultur")) {
        let mut more = vec![table()];
        let premises = Id::parse("fria-kulturlivets-lokaler").and_then(|id| catalogue.assignment(&id));
        let sources = premises.map(|assignment| assignment.sources.clone()).unwrap_or_default();
        more.extend(
            premises.map(|a| (goals::assignment_title(language, a.short.get(language)).into_owned(), Route::Assignment(a.id.clone()))),
        );
        more.extend(
            Id::parse("kulturnamnden")
                .and_then(|id| catalogue.actor(&id))
                .map(|a| (a.name.get(language).to_owned(), Route::Actor(a.id.clone()))),
        );
        list.push(Question {
            key: "kultur",
            asked: words::culture(language).into_owned(),
            answered: Answered::No,
            answer: said(words::culture_answer(language, rows().count(), catalogue.tables.len())),
            more,
            sources,
        });
    }
    list.push(Question {
        key: "skola",
        asked: words::school(language).into_owned(),
        answered: Answered::No,
        answer: said(words::school_answer(language)),
        more: goal_link(context, "uppvaxtvillkor").into_iter().collect(),
        sources: Vec::new(),
    });
    if let (Some(allocation), Some(shared)) = (figure(catalogue, "arsarbetare-kommunbidrag"), figure(catalogue, "arsarbetare-solidariskt"))
    {
        let value = |figure: &Figure| number::decimal(language, figure.value);
        list.push(Question {
            key: "anstallda",
            asked: words::staff(language, context.edition()).into_owned(),
            answered: Answered::Yes,
            answer: said(words::staff_answer(language, &value(allocation), &value(shared))),
            more: vec![table()],
            sources: allocation.sources.iter().chain(&shared.sources).cloned().collect(),
        });
    }
    let investments = Id::parse("investments").and_then(|id| catalogue.table(&id));
    let total = investments.and_then(|table| {
        let column = table.columns.iter().find(|column| column.phase == Some(crate::model::Phase::Budget))?;
        let row = table.rows.last()?;
        Some((row.value(&column.id)?, row))
    });
    if let (Some((total, row)), Some(space)) = (total, figure(catalogue, "investeringsutrymme").filter(|f| f.unit == FigureUnit::Mkr)) {
        list.push(Question {
            key: "investeringar",
            asked: words::investments(language).into_owned(),
            answered: Answered::Yes,
            answer: said(words::investments_answer(
                language,
                &number::whole(language, total),
                &number::decimal(language, space.value),
                context.edition().year,
            )),
            more: vec![table()],
            sources: row.sources.iter().chain(&space.sources).cloned().collect(),
        });
    }
    list.push(Question {
        key: "tecken",
        asked: words::signs(language).into_owned(),
        answered: Answered::Yes,
        answer: said(words::signs_answer(language)),
        more: vec![table()],
        sources: Vec::new(),
    });
    list
}

fn goal_questions(context: &Context) -> Vec<Question> {
    let language = context.language();
    let catalogue = context.catalogue;
    let judged = || (follow_up::judged_title(language).into_owned(), Route::Judged);
    let all = catalogue.goals.len();
    let countable = catalogue.goals.iter().filter(|goal| goal.indicator.as_ref().is_some_and(|i| i.countable)).count();
    let mut list = vec![
        Question {
            key: "vilka-mal",
            asked: words::how_many(language, context.edition()).into_owned(),
            answered: Answered::Yes,
            answer: said(words::how_many_answer(language, all, catalogue.assignments.len(), catalogue.areas.len())),
            more: vec![map_link(context)],
            sources: figure(catalogue, "kommunfullmaktigemal-antal").map(|figure| figure.sources.clone()).unwrap_or_default(),
        },
        Question {
            key: "utfall",
            asked: words::outcome(language, context.edition().year).into_owned(),
            answered: Answered::No,
            answer: said(match catalogue.rounds.first() {
                Some(round) => format!("{} {}", words::outcome_answer(language), words::only_round(language, round.year())),
                None => words::outcome_answer(language).into_owned(),
            }),
            more: vec![(follow_up::title(language).into_owned(), Route::FollowUp), judged()],
            sources: Vec::new(),
        },
    ];
    if catalogue.goals.iter().all(|goal| goal.indicator.as_ref().is_none_or(|i| i.target.is_none())) {
        list.push(Question {
            key: "nas-malen",
            asked: words::judged(language).into_owned(),
            answered: Answered::Partly,
            answer: said(words::judged_answer(language, all, countable)),
            more: vec![judged()],
            sources: Vec::new(),
        });
    }
    if let Some(indicator) = Id::parse("klimatneutral").and_then(|id| catalogue.goal(&id)?.indicator.as_ref()) {
        list.push(Question {
            key: "utslapp",
            asked: words::emissions(language, &context.edition().place).into_owned(),
            answered: Answered::No,
            answer: said(words::emissions_answer(language, indicator.text.get(language))),
            more: goal_link(context, "klimatneutral").into_iter().collect(),
            sources: indicator.sources.clone(),
        });
    }
    if let Some(goal) = Id::parse("brottsforebyggande").and_then(|id| catalogue.goal(&id)) {
        let actors = goal.partners.iter().filter_map(|p| catalogue.actor(&p.actor));
        let names: Vec<String> = actors.map(|actor| parts::said_name(language, actor)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        list.push(Question {
            key: "trygghet",
            asked: words::safety(language).into_owned(),
            answered: Answered::Yes,
            answer: said(words::safety_answer(language, &listed(context, &names), context.edition())),
            more: goal_link(context, "brottsforebyggande")
                .into_iter()
                .chain([(glossary::actors_title(language).into_owned(), Route::Actors)])
                .collect(),
            sources: goal.partners.iter().flat_map(|partner| partner.sources.clone()).collect(),
        });
    }
    let named = query::goals::named_sdgs(catalogue);
    let missing: Vec<String> = catalogue.sdgs.iter().filter(|sdg| !named.contains(&sdg.number)).map(|sdg| sdg.number.to_string()).collect();
    if !missing.is_empty() {
        let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
        list.push(Question {
            key: "globala-mal",
            asked: words::global(language, context.edition()).into_owned(),
            answered: Answered::Yes,
            answer: said(words::global_answer(language, named.len(), &listed(context, &missing))),
            more: vec![map_link(context)],
            sources: Vec::new(),
        });
    }
    let mut answer = said(words::reports_answer(language, catalogue.assignments.len()));
    answer.push(
        el("ul")
            .children(catalogue.assignments.iter().map(|assignment| {
                let back = &assignment.reports_back;
                let mut form = goals::report_form(language, back.form).into_owned();
                if let Some(when) = &back.when {
                    form = format!("{form}, {}", date::in_words(language, when));
                }
                el("li")
                    .child(link(context.to(Route::Assignment(assignment.id.clone())), assignment.short.get(language)))
                    .text(format!(": {form}. "))
                    .child(cite(context, &back.sources, false))
            }))
            .into(),
    );
    list.push(Question {
        key: "uppdragen",
        asked: words::reports(language).into_owned(),
        answered: Answered::Yes,
        answer,
        more: vec![map_link(context)],
        sources: Vec::new(),
    });
    // Where a colour were counted, the answer would be untrue.
    if let Some((round, missing)) = catalogue.rounds.first().and_then(|round| Some((round, round.missing.first()?)))
        && round.states.iter().all(|state| state.count.is_none())
    {
        list.push(Question {
            key: "farger",
            asked: words::lights(language, round.year()).into_owned(),
            answered: Answered::No,
            answer: said(format!("{} {}", words::lights_answer(language), missing.text.get(language))),
            more: vec![(follow_up::title(language).into_owned(), Route::FollowUp)],
            sources: missing.sources.clone(),
        });
    }
    list
}

/// `a, b och c`.
fn listed(context: &Context, names: &[&str]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} {} {last}", rest.join(", "), words::and(context.language())),
    }
}

/// The event of the plan that the edition is about: the document that is dated by its budget year.
fn own_plan(catalogue: &Catalogue) -> Option<&Event> {
    let year = catalogue.edition.year.to_string();
    let plans = catalogue.documents.iter().filter_map(|document| catalogue.event(&document.id));
    plans.into_iter().find(|event| event.dated_by == Some(DatedBy::BudgetYear) && event.date == year)
}

fn decision_questions(context: &Context) -> Vec<Question> {
    let language = context.language();
    let catalogue = context.catalogue;
    let trail = || (decisions::trail_title(language).into_owned(), Route::Trail);
    let mut list = Vec::new();
    if let Some(event) = own_plan(catalogue) {
        let mut answer = said(decisions::status_means(language, event.status));
        if let Some(gap) = &event.gap {
            answer = said(gap.get(language));
        }
        list.push(Question {
            key: "vem-beslutade",
            asked: words::who_decided(language, context.edition().year).into_owned(),
            answered: Answered::No,
            answer,
            more: vec![(event.title.get(language).to_owned(), Route::Event(event.id.clone())), trail()],
            sources: event.sources.clone(),
        });
    }
    let steps = query::trail::guided_path(catalogue);
    if let [first, .., _] = steps.as_slice() {
        let (title, when) = (first.event.title.get(language), parts::event_date(language, first.event));
        list.push(Question {
            key: "vagen-hit",
            asked: words::after_commission(language).into_owned(),
            answered: Answered::Partly,
            answer: said(words::after_commission_answer(language, steps.len(), title, &when, context.edition().year)),
            more: vec![trail()],
            sources: Vec::new(),
        });
    }
    list.extend(between(context));
    if let Some(figure) = figure(catalogue, "ramforstarkning-manskliga-rattigheter").filter(|f| f.unit == FigureUnit::Mkr) {
        list.push(Question {
            key: "rattigheter",
            asked: words::rights(language, context.edition()).into_owned(),
            answered: Answered::Yes,
            answer: said(words::rights_answer(language, &number::decimal(language, figure.value), context.edition().year)),
            more: vec![(follow_up::rights_title(language).into_owned(), Route::Rights)],
            sources: figure.sources.clone(),
        });
    }
    list.push(Question {
        key: "kallorna-olika",
        asked: words::disagree(language).into_owned(),
        answered: Answered::Yes,
        answer: said(words::disagree_answer(language)),
        more: vec![(frame_words::nav_data(language).into_owned(), Route::Data)],
        sources: Vec::new(),
    });
    list
}

/// What happened between the follow-up of the commission's work and the review six years later.
fn between(context: &Context) -> Option<Question> {
    const FIRST: u32 = 2015;
    const LAST: u32 = 2021;
    let language = context.language();
    let year = |event: &Event| query::trail::when(&event.date).0;
    let mut events: Vec<&Event> = context.catalogue.events.iter().filter(|event| (FIRST..=LAST).contains(&year(event))).collect();
    events.sort_by_key(|event| query::trail::when(&event.date));
    if year(events.first()?) != FIRST || year(events.last()?) != LAST {
        return None;
    }
    let empty: Vec<String> =
        (FIRST..=LAST).filter(|wanted| !events.iter().any(|event| year(event) == *wanted)).map(|year| year.to_string()).collect();
    let empty: Vec<&str> = empty.iter().map(String::as_str).collect();
    let mut answer = said(words::between_answer(language, events.len()));
    answer.push(el("ul").class("plain").children(events.iter().map(|event| event_line(context, event))).into());
    if !empty.is_empty() {
        answer.extend(said(words::between_empty(language, &listed(context, &empty))));
    }
    Some(Question {
        key: "2015-2021",
        asked: words::between(language, &FIRST.to_string(), &LAST.to_string()).into_owned(),
        answered: Answered::Partly,
        answer,
        more: vec![(decisions::trail_title(language).into_owned(), Route::Trail)],
        sources: Vec::new(),
    })
}

fn site_questions(context: &Context) -> Vec<Question> {
    let language = context.language();
    let question = |key: &'static str, asked: String, answer: String, title: String, route: Route| Question {
        key,
        asked,
        answered: Answered::Yes,
        answer: said(answer),
        more: vec![(title, route)],
        sources: Vec::new(),
    };
    vec![
        question(
            "avsandare",
            words::official(language, context.edition()).into_owned(),
            frame::scope(context.language(), context.edition(), context.publisher),
            frame_words::nav_about(language).into_owned(),
            Route::About,
        ),
        question(
            "anteckningar",
            words::my_notes(language).into_owned(),
            words::my_notes_answer(language).into_owned(),
            frame_words::nav_notes(language).into_owned(),
            Route::Notes,
        ),
        question(
            "anvanda",
            words::reuse(language).into_owned(),
            words::reuse_answer(language).into_owned(),
            frame_words::nav_data(language).into_owned(),
            Route::Data,
        ),
    ]
}
