//! Decoding: which fields each entry of each file has, what they mean, and what becomes of them in the catalogue.
//!
//! The one place that says what the data files look like. `doc` and `shape` say it in words for whoever prepares
//! data: the JSON Schemas in `public/schema/` are this code, run in order to describe itself.
//! Every file starts with `format` (a whole number, today 1); ids are lower-case ASCII slugs that never change;
//! line numbers are those of the text edition named in `sources.json`, first line 1, both ends included.

use super::object::{Object, Reader};
use super::{FileName, Issue, What};
use crate::model::{self, Catalogue, Reading};

/// Reads one file into the catalogue and returns what does not fit.
/// Lists of the file replace those of an earlier reading; on a file that cannot be read at all the catalogue stays as it is.
pub fn decode(name: FileName, bytes: &[u8], catalogue: &mut Catalogue) -> Vec<Issue> {
    let mut reader = Reader::new(Some(name));
    read(name, bytes, catalogue, &mut reader);
    reader.issues
}

/// Like [`decode`], and remembers what the entries are and what they point at.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode_with_links(name: FileName, bytes: &[u8], catalogue: &mut Catalogue, links: &mut super::check::Links) -> Vec<Issue> {
    let mut reader = Reader::new(Some(name));
    reader.links = Some(std::mem::take(links));
    read(name, bytes, catalogue, &mut reader);
    *links = reader.links.unwrap_or_default();
    reader.issues
}

fn read(name: FileName, bytes: &[u8], catalogue: &mut Catalogue, reader: &mut Reader) {
    if let Some(mut root) = reader.root(bytes)
        && root.format_is_known()
    {
        lists(&mut root, name, catalogue);
        root.leave();
    }
}

/// The lists of a file.
pub(super) fn lists(o: &mut Object, name: FileName, catalogue: &mut Catalogue) {
    match name {
        FileName::Sources => {
            o.shape("sources", "The documents that the data was read from.");
            catalogue.documents = o.list("documents", document);
        }
        FileName::Goals => {
            o.shape("goals", "Goals, assignments and what belongs to them.");
            catalogue.areas = o.list("areas", area);
            catalogue.goals = o.list("goals", goal);
            catalogue.assignments = o.list("assignments", assignment);
            catalogue.actors = o.list("actors", actor);
            catalogue.sdgs = o.list("sdgs", sdg);
            catalogue.priorities = o.doc("The board's own list of priorities.").list("priorities", heading);
            catalogue.conditions = o.doc("Planning conditions.").list("conditions", heading);
        }
        FileName::Budget => {
            o.shape("budget", "Tables as printed, and amounts in running text.");
            catalogue.tables = o.list("tables", table);
            catalogue.equalities = o
                .doc("Amounts that two tables print both, by our reading of what their rows mean; the program compares them.")
                .maybe_list("equalities", equality);
            catalogue.figures = o.list("figures", figure);
        }
        FileName::Decisions => {
            o.shape("decisions", "The decision trail.");
            catalogue.events = o.list("events", event);
        }
        FileName::FollowUp => {
            o.shape("followup", "Follow-up rounds.");
            catalogue.rounds = o.list("rounds", round);
        }
        FileName::Rights => {
            o.shape("rights", "The human-rights policy.");
            catalogue.principles = o.list("principles", principle);
            catalogue.rights_activities = o.list("activities", rights_activity);
            catalogue.rights_reporting = o.doc("What the reporting year holds.").list("reporting", passage);
        }
        FileName::Terms => {
            o.shape("terms", "Systems, programmes, bodies and other terms that the documents name.");
            catalogue.terms = o.list("terms", term);
        }
        FileName::Contradictions => {
            o.shape("contradictions", "Where the documents disagree with themselves or each other.");
            catalogue.contradictions = o.list("items", contradiction);
        }
    }
}

// ---- what many entries have ----

fn source(o: &mut Object) -> model::Source {
    o.shape("source", "The place in a document that an entry was read from.");
    let source = model::Source {
        document: o.id_of("document", "document"),
        section: o.doc("The heading the lines stand under, as printed.").text("section"),
        section_page: o
            .doc("The page on which the contents list says that the section starts; never guessed.")
            .maybe_number("section_page"),
        table: o.doc("Where the place is a table.").maybe_id_of("table", "table"),
        row: o.doc("Label of the row as printed, where the place is a row.").maybe_text("row"),
        lines: o.doc("First and last line in the text edition.").lines("lines"),
    };
    o.cites("lines", &source.document, source.lines);
    source
}

/// Every entry says where it stands.
fn sources(o: &mut Object) -> Vec<model::Source> {
    o.some_parts("sources", source)
}

fn reading(o: &mut Object) -> Reading {
    o.doc("How the value came to be: it stands so, it is our arithmetic on published figures, or it is our judgement.").word(
        "reading",
        ("as_published", Reading::AsPublished),
        &[("calculated", Reading::Calculated), ("interpreted", Reading::Interpreted)],
    )
}

fn phase(o: &mut Object) -> Option<model::Phase> {
    o.doc("`change` is budget minus forecast as printed; null for a part of one phase.").maybe_word(
        "phase",
        ("forecast", model::Phase::Forecast),
        &[("budget", model::Phase::Budget), ("change", model::Phase::Change)],
    )
}

fn passage(o: &mut Object) -> model::Passage {
    o.shape("passage", "A passage of a document in our own words.");
    model::Passage { id: o.own_id("passage"), text: o.both("text"), reading: reading(o), sources: sources(o) }
}

// ---- sources.json ----

fn document(o: &mut Object) -> model::Document {
    o.shape("document", "A document.");
    let text_lines;
    model::Document {
        id: o.own_id("document"),
        title: o.doc("Official title, exactly as printed.").both("title"),
        date: o.doc("As precise as the document is: `2025`, `2015-04` or `2015-04-14`; null when it has none.").maybe_date("date"),
        body: o.doc("The body whose document it is, as printed.").text("body"),
        paragraph: o.maybe_text("paragraph"),
        case_number: o.maybe_text("case_number"),
        original: o.doc("Address of the original, when the material gives it.").maybe_text("original"),
        text_file: o.doc("File name of the text edition.").text("text_file"),
        text_sha256: o.doc("SHA-256 of the text edition, hexadecimal.").text("text_sha256"),
        text_lines: {
            text_lines = o.doc("Number of lines of the text edition.").number("text_lines");
            text_lines
        },
        document_lines: o.doc("First and last line that are the document itself (the rest of the file is not).").lines("document_lines"),
        content: content(o, text_lines),
        left_out: o.doc("Lines that no entry was read from, each with the reason.").maybe_list("left_out", left_out),
        about: o.doc("What this document is, in our words.").both("about"),
    }
}

/// `3 5-9 12` as lines; a part that is no such thing is told.
fn content(o: &mut Object, text_lines: u32) -> Vec<model::Lines> {
    let text = o
        .doc("The lines that are content, neither empty nor a heading: `3 5-9 12`. A paragraph is a line of the text edition.")
        .text("content");
    // A number of lines that could not be read is told by itself.
    let last = if text_lines == 0 { MOST_LINES } else { text_lines.min(MOST_LINES) };
    let mut lines = Vec::new();
    for part in text.split_whitespace() {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        match (from.parse(), to.parse()) {
            (Ok(from), Ok(to)) if 0 < from && from <= to && to <= last => lines.push(model::Lines { from, to }),
            _ => {
                o.report("content", What::BadLineList { part: part.to_owned() });
                break;
            }
        }
    }
    lines
}

/// No text edition is longer; lines beyond would only cost time.
const MOST_LINES: u32 = 1_000_000;

fn left_out(o: &mut Object) -> model::LeftOut {
    o.shape("left_out", "Lines that no entry was read from.");
    model::LeftOut { lines: o.lines("lines"), reason: o.both("reason") }
}

// ---- goals.json ----

fn area(o: &mut Object) -> model::Area {
    o.shape("area", "A target area.");
    model::Area {
        id: o.own_id("area"),
        title: o.doc("Official title without the word «Målområde»; English is our translation.").both("title"),
        sources: sources(o),
    }
}

fn goal(o: &mut Object) -> model::Goal {
    o.shape("goal", "A council goal.");
    model::Goal {
        id: o.own_id("goal"),
        area: o.id_of("area", "area"),
        title: o.doc("Official title without the word «Kommunfullmäktigemål»; English is our translation.").both("title"),
        sdgs: o.list("sdgs", sdg_mark),
        indicator: o.maybe_object("indicator", indicator),
        outcome: o.doc("What the board wants to see; null where the source states none.").maybe_object("outcome", passage),
        activities: o.list("activities", activity),
        follow_up: o.list("follow_up", passage),
        partners: o.doc("The bodies that the goal's text names as taking part.").list("partners", participation),
        sources: sources(o),
    }
}

fn sdg_mark(o: &mut Object) -> model::SdgMark {
    o.shape("sdg_mark", "«The goal mainly contributes to the following goals of Agenda 2030», one mark of the list.");
    let mark = model::SdgMark {
        number: o.doc("The number as printed.").number_within("number", 1, 17),
        printed_name: o.doc("The name as printed beside it.").text("printed_name"),
        reading: reading(o),
        other_number: o.doc("The other number the mark can be read as, where number and name disagree.").maybe_number_within(
            "other_number",
            1,
            17,
        ),
        why: o.maybe_both("why"),
        sources: sources(o),
    };
    o.refers_to_number("number", "sdg", mark.number);
    mark
}

fn indicator(o: &mut Object) -> model::Indicator {
    o.shape("indicator", "What is followed.");
    model::Indicator {
        text: o.doc("Our summary of what is followed.").both("text"),
        countable: o.doc("Whether it can be counted (a number of something), by our reading.").yes_no("countable"),
        start: o.doc("Starting value as the source prints it, or null when it gives none.").maybe_text("start"),
        target: o.doc("Target value as the source prints it, or null when it gives none.").maybe_text("target"),
        reading: reading(o),
        sources: sources(o),
    }
}

fn activity(o: &mut Object) -> model::Activity {
    o.shape("activity", "Something concretely named that is planned.");
    model::Activity {
        id: o.own_id("activity"),
        kind: o.kind(
            "kind",
            &["activity", "programme", "project", "inquiry", "plan", "policy", "network", "procurement", "training", "system"],
        ),
        text: o.doc("Our summary: what is planned, short.").both("text"),
        when: o
            .doc(
                "A date or deadline as precise as the source gives it (`2025`, `2025-04`, `2025-Q1`, `2025-spring`, \
                 `2025-autumn`, `2025-mid`, `2024/2025`), or null.",
            )
            .maybe_date("when"),
        actors: o.doc("Actors named in the passage.").ids_of("actor", "actors"),
        reading: reading(o),
        sources: sources(o),
    }
}

fn participation(o: &mut Object) -> model::Participation {
    o.shape("participation", "A body that takes part.");
    model::Participation { actor: o.id_of("actor", "actor"), sources: sources(o) }
}

fn assignment(o: &mut Object) -> model::Assignment {
    o.shape("assignment", "A budget assignment.");
    model::Assignment {
        id: o.own_id("assignment"),
        area: o.id_of("area", "area"),
        title: o.doc("The wording of the assignment exactly as printed; English is our translation.").both("title"),
        short: o.doc("A short name of ours, for maps and lists.").both("short"),
        partners: o.list("partners", participation),
        activities: o.doc("How it is to be carried out, step by step.").list("activities", activity),
        reports_back: o.object("reports_back", reports_back),
        sources: sources(o),
    }
}

fn reports_back(o: &mut Object) -> model::ReportsBack {
    o.shape("reports_back", "How an assignment is reported back.");
    model::ReportsBack {
        form: o.doc("With the year's analysis, or as a matter of its own.").word(
            "form",
            ("annual_analysis", model::ReportForm::AnnualAnalysis),
            &[("separate_matter", model::ReportForm::SeparateMatter)],
        ),
        when: o.maybe_date("when"),
        text: o.both("text"),
        sources: sources(o),
    }
}

fn actor(o: &mut Object) -> model::Actor {
    o.shape("actor", "A body.");
    model::Actor {
        id: o.own_id("actor"),
        name: o.doc("Name as printed; English ours.").both("name"),
        kind: o.kind("kind", &model::ACTOR_KINDS),
        unnamed: o.doc("A group of which the source does not say who belongs to it.").maybe_yes("unnamed"),
        sources: sources(o),
    }
}

fn sdg(o: &mut Object) -> model::Sdg {
    o.shape("sdg", "One of the 17 global goals: number and short name (public facts, not from the documents).");
    let sdg = model::Sdg {
        number: o.number_within("number", 1, 17),
        name: o.both("name"),
        color: o.doc("The marker colour, `#rrggbb`.").text("color"),
    };
    o.own_number("sdg", "number", sdg.number);
    sdg
}

fn heading(o: &mut Object) -> model::Heading {
    o.shape("heading", "An entry of the board's own list of priorities, or a planning condition.");
    model::Heading {
        id: o.own_id_in_list(),
        title: o.doc("As printed; English ours.").both("title"),
        text: o.doc("What the document says about it, in our words.").maybe_both("text"),
        goals: o.doc("Goals that the source itself points to from here.").maybe_ids_of("goal", "goals"),
        sources: sources(o),
    }
}

// ---- budget.json ----

fn table(o: &mut Object) -> model::Table {
    o.shape("table", "A table as printed: signs, units and empty cells included.");
    let table = model::Table {
        id: o.own_id("table"),
        title: o.both("title"),
        about: o.doc("What it shows, in a line of ours.").maybe_both("about"),
        unit: o.doc("`unstated` where the source prints none.").word(
            "unit",
            ("tkr", model::Unit::Tkr),
            &[("mkr", model::Unit::Mkr), ("unstated", model::Unit::Unstated)],
        ),
        columns: o.parts("columns", column),
        rows: o.parts("rows", row),
        reading: reading(o),
        note: o.doc("What a reader must know about signs, gaps or the missing unit.").maybe_both("note"),
        sources: sources(o),
    };
    link_cells(o, &table);
    table
}

/// Says which rows and columns a table has and which of them point at each other.
#[cfg(target_arch = "wasm32")]
fn link_cells(_: &mut Object, _: &model::Table) {}

#[cfg(not(target_arch = "wasm32"))]
fn link_cells(o: &mut Object, table: &model::Table) {
    let id = table.id.as_str();
    if o.is_broken() {
        // Which cells it has is not known; what points at them is not blamed for that.
        o.is("broken-table", &[id]);
        return;
    }
    for column in &table.columns {
        o.is("column", &[id, column.id.as_str()]);
    }
    for row in &table.rows {
        o.is("row", &[id, row.id.as_str()]);
    }
    for (index, column) in table.columns.iter().enumerate() {
        for other in column.sum_of.iter().chain(column.difference_of.iter().flatten()) {
            o.refers(&format!("columns[{index}]"), "column", &[id, other.as_str()]);
        }
    }
    for (index, row) in table.rows.iter().enumerate() {
        for (part, other) in row.sum_of.iter().enumerate() {
            o.refers(&format!("rows[{index}].sum_of[{part}]"), "row", &[id, other.as_str()]);
        }
        for column in table.columns.iter().filter(|column| !row.cells.contains_key(&column.id)) {
            o.report(&format!("rows[{index}].cells"), What::NoCell { column: column.id.to_string() });
        }
        for column in row.cells.keys() {
            o.refers(&format!("rows[{index}].cells.{column}"), "column", &[id, column.as_str()]);
        }
    }
}

fn column(o: &mut Object) -> model::Column {
    o.shape("column", "A column of a table.");
    model::Column {
        id: o.own_id_in_list(),
        label: o.doc("As printed; English ours.").both("label"),
        year: o.maybe_number("year"),
        phase: phase(o),
        difference_of: o.doc("For `change`: the columns it is the difference of, [later, earlier].").maybe_id_pair("difference_of"),
        sum_of: o.doc("For a total column: the columns it is the sum of.").maybe_ids("sum_of"),
    }
}

fn row(o: &mut Object) -> model::Row {
    o.shape("row", "A row of a table.");
    model::Row {
        id: o.own_id_in_list(),
        label: o.doc("As printed; English ours.").both("label"),
        expanded: o.doc("Our expansion of an abbreviated name.").maybe_both("expanded"),
        kind: o.word("kind", ("line", model::RowKind::Line), &[("sum", model::RowKind::Sum)]),
        nature: o.maybe_word(
            "nature",
            ("income", model::Nature::Income),
            &[
                ("cost", model::Nature::Cost),
                ("allocation", model::Nature::Allocation),
                ("financial", model::Nature::Financial),
                ("result", model::Nature::Result),
                ("investment", model::Nature::Investment),
            ],
        ),
        sum_of: o.doc("For a sum: the rows it is the sum of (the program does the adding and compares).").maybe_ids("sum_of"),
        cells: o.doc("The whole number as printed, by column id; null for an empty cell.").cells("cells"),
        sources: sources(o),
    }
}

fn figure(o: &mut Object) -> model::Figure {
    o.shape("figure", "An amount, share or count in running text.");
    model::Figure {
        id: o.own_id("figure"),
        value: o.doc("Decimal number with a full stop, as a text: `494.7`.").decimal("value"),
        unit: match o.kind("unit", FIGURE_UNITS) {
            unit if unit == "mkr" => model::FigureUnit::Mkr,
            unit if unit == "tkr" => model::FigureUnit::Tkr,
            unit if unit == "percent" => model::FigureUnit::Percent,
            unit => model::FigureUnit::Count(unit),
        },
        label: o.both("label"),
        year: o.maybe_number("year"),
        phase: phase(o),
        printed: o.doc("The printed wording of the amount: `494,7 Mkr`.").text("printed"),
        cells: o.doc("The table cells it speaks of.").maybe_parts("cells", cell),
        sum_of: o.doc("The figures it is the sum of.").maybe_ids_of("figure", "sum_of"),
        reading: reading(o),
        sources: sources(o),
    }
}

const FIGURE_UNITS: &[&str] = &[
    "mkr",
    "tkr",
    "percent",
    "full_time_equivalents",
    "people",
    "goals",
    "assignments",
    "cities",
    "countries",
    "posts",
    "years",
    "subtasks",
    "count",
];

fn equality(o: &mut Object) -> model::Equality {
    o.shape("equality", "The same amount in two tables, matched by what the rows mean.");
    model::Equality {
        cells: o.doc("The cells on one side; several are added up.").some_parts("cells", cell),
        equal: o.doc("The cells on the other side; several are added up.").some_parts("equal", cell),
    }
}

fn cell(o: &mut Object) -> model::CellRef {
    o.shape("cell", "A cell of a table.");
    let cell = model::CellRef { table: o.id("table"), row: o.id("row"), column: o.id("column") };
    o.refers("row", "row", &[cell.table.as_str(), cell.row.as_str()]);
    o.refers("column", "column", &[cell.table.as_str(), cell.column.as_str()]);
    cell
}

// ---- decisions.json ----

fn event(o: &mut Object) -> model::Event {
    o.shape("event", "Something that the documents date: a decision, meeting, plan, deadline and so on.");
    model::Event {
        id: o.own_id("event"),
        date: o.doc("As precise as the source: `2010`, `2015-04`, `2015-04-14`, `2025-spring`, `2025/2026`, `2026-Q1`.").date("date"),
        dated_by: o
            .doc(
                "What a date that is only a year says: the year that a budget is for, or that a report is about. \
                 Null where it is the year that it happened in.",
            )
            .maybe_word("dated_by", ("budget_year", model::DatedBy::BudgetYear), &[("report_year", model::DatedBy::ReportYear)]),
        until: o.doc("Last year or day of a period, where the event is one.").maybe_date("until"),
        body: o.doc("Null where the source names none.").maybe_id_of("actor", "body"),
        paragraph: o.maybe_text("paragraph"),
        case_number: o.maybe_text("case_number"),
        title: o.doc("Official title as printed, or our short name (then `title_is_ours`).").both("title"),
        title_is_ours: o.maybe_yes("title_is_ours"),
        kind: o.kind(
            "kind",
            &[
                "decision",
                "proposal",
                "meeting",
                "inquiry",
                "policy",
                "plan",
                "law",
                "procurement",
                "deadline",
                "report",
                "programme",
                "organisation",
                "election",
                "infrastructure",
                "other",
            ],
        ),
        themes: o.doc("`social`, `rights`, `climate`, `growth`, `safety`, `organisation`, `economy`, `infrastructure`.").ids("themes"),
        decided_by: o.doc("The body that decided, or null.").maybe_id_of("actor", "decided_by"),
        addressed_to: o.doc("The body that it was addressed to, or null.").maybe_id_of("actor", "addressed_to"),
        status: o.word(
            "status",
            ("proposed", model::Status::Proposed),
            &[
                ("decided", model::Status::Decided),
                ("planned", model::Status::Planned),
                ("happened", model::Status::Happened),
                ("unknown", model::Status::Unknown),
            ],
        ),
        text: o.doc("What it was, in our words.").both("text"),
        points: o.doc("Decision points in our words, in order.").maybe_list("points", passage),
        attachments: o.doc("Titles of attachments exactly as printed.").texts("attachments"),
        follows: o.doc("Earlier events that the source itself says it follows on.").maybe_ids_of("event", "follows"),
        goals: o.doc("Goals it touches by our reading.").maybe_list("goals", goal_touch),
        gap: o.doc("What the material does not hold, such as the final decision.").maybe_both("gap"),
        sources: sources(o),
    }
}

fn goal_touch(o: &mut Object) -> model::GoalTouch {
    o.shape("goal_touch", "A goal that an event touches.");
    model::GoalTouch { goal: o.id_of("goal", "goal"), reading: reading(o), why: o.both("why") }
}

// ---- followup.json ----

fn round(o: &mut Object) -> model::Round {
    o.shape("round", "A round of follow-up.");
    model::Round {
        id: o.own_id("round"),
        title: o.both("title"),
        date: o.date("date"),
        text: o.both("text"),
        counts: o.doc("Counts the source prints: how many of what.").list("counts", figure),
        allocations: o.doc("How many inquiry assignments each department was given.").list("allocations", allocation),
        states: o.doc("The states and what the source says, or does not say, that they mean.").list("states", state),
        missing: o.doc("What the material does not hold, with the reason.").list("missing", passage),
        findings: o.doc("Findings of the round, in our words.").list("findings", passage),
        sources: sources(o),
    }
}

fn allocation(o: &mut Object) -> model::Allocation {
    o.shape("allocation", "How many assignments a department was given.");
    model::Allocation {
        actor: o.id_of("actor", "actor"),
        value: o.doc("Count as printed (the source writes it in words or digits).").number("value"),
        printed: o.text("printed"),
        reading: reading(o),
        sources: sources(o),
    }
}

fn state(o: &mut Object) -> model::State {
    o.shape("state", "A state that something is judged to be in.");
    model::State {
        id: o.own_id_in_list(),
        color: o.doc("`green`, `yellow`, `red`, `not_assessed` or as the source names it.").text("color"),
        name: o.both("name"),
        rule: o.doc("The rule as far as the source states it, in our words; null where it states none.").maybe_both("rule"),
        counts_what: o.doc("What is counted with it (departments and companies, never assignments).").both("counts_what"),
        count: o.doc("The count, where the source prints one.").maybe_number("count"),
        sources: sources(o),
    }
}

// ---- rights.json ----

fn principle(o: &mut Object) -> model::Principle {
    o.shape("principle", "A principle of the human-rights policy.");
    model::Principle {
        id: o.own_id("principle"),
        number: o.number("number"),
        text: o.doc("The principle in our words.").both("text"),
        sources: sources(o),
    }
}

fn rights_activity(o: &mut Object) -> model::RightsActivity {
    o.shape("rights_activity", "What is planned for one or more principles.");
    model::RightsActivity {
        id: o.own_id("rights-activity"),
        text: o.both("text"),
        principles: o.doc("The principles it serves.").ids_of("principle", "principles"),
        reading: reading(o),
        why: o.maybe_both("why"),
        sources: sources(o),
    }
}

// ---- terms.json ----

fn term(o: &mut Object) -> model::Term {
    o.shape("term", "A system, tool, programme, network, body, policy, fund or other term.");
    model::Term {
        id: o.own_id("term"),
        name: o.doc("As printed.").text("name"),
        variants: o.doc("Spelling variants, abbreviations and misspellings as printed elsewhere.").texts("variants"),
        kind: o.kind(
            "kind",
            &[
                "system",
                "tool",
                "programme",
                "project",
                "network",
                "body",
                "company",
                "policy",
                "plan",
                "law",
                "fund",
                "method",
                "survey",
                "place",
                "event",
                "agreement",
                "report",
                "concept",
            ],
        ),
        text: o.doc("One line in plain words.").both("text"),
        mentions: o.doc("Every place where it is named.").some_parts("mentions", source),
        has_figures: o.doc("Whether the documents hold any figure for it.").yes_no("has_figures"),
        goals: o.doc("Goals in whose text it is named.").maybe_ids_of("goal", "goals"),
    }
}

// ---- contradictions.json ----

fn contradiction(o: &mut Object) -> model::Contradiction {
    o.shape("contradiction", "Something that the documents say in two ways, or leave out.");
    let item = model::Contradiction {
        id: o.own_id("contradiction"),
        title: o.doc("What disagrees, in a line.").both("title"),
        kind: o.kind("kind", &["sum", "count", "name", "number", "spelling", "unit", "date", "missing", "wording"]),
        readings: o.some_parts("readings", contradiction_reading),
        used: o
            .doc("Index (from 0) into `readings` of the one the application uses; null where both stand.")
            .maybe_number("used")
            .map(|index| index as usize),
        why: o.both("why"),
        touches: o
            .doc(
                "What it concerns: `goal/<id>`, `assignment/<id>`, `area/<id>`, `sdg/<n>`, `table/<id>`, `row/<table>/<row>`, \
                 `figure/<id>`, `event/<id>`, `term/<id>`, `document/<id>`, `round/<id>`.",
            )
            .anchors("touches"),
    };
    let last = item.readings.len().saturating_sub(1);
    if let Some(used) = item.used.filter(|used| *used > last) {
        o.report("used", What::OutOfRange { number: used as i64, from: 0, to: last as i64 });
    }
    item
}

fn contradiction_reading(o: &mut Object) -> model::ContradictionReading {
    o.shape("contradiction_reading", "One of the readings and where it stands.");
    model::ContradictionReading { value: o.doc("As printed.").text("value"), source: o.object("source", source) }
}
