//! Where everything comes from: documents, versions, checks, contradictions, downloads, and what is not included.

use super::parts::{breadcrumb, link, opening, paragraph, section, swedish};
use super::{Block, Context, Page, checks, parts};
use crate::dataset::FileName;
use crate::i18n::{checks as check_words, data as words, date, frame, number, source};
use crate::markup::{Element, el};
use crate::model::{Anchor, Contradiction, Document, Language, Status};
use crate::query::checks::{self as query_checks, Check, Kind};
use crate::query::coverage::{self, Coverage};

pub fn page(context: &Context) -> Page {
    let language = context.language();
    let parts = [
        ("documents", words::sources_heading(language)),
        ("versions", words::versions_heading(language)),
        ("checks", words::checks_heading(language)),
        ("contradictions", words::contradictions_heading(language)),
        ("downloads", words::downloads_heading(language)),
        ("missing", words::missing_heading(language)),
    ];
    let inside = el("nav").attr("aria-label", words::on_this_page(language)).child(
        el("ul").class("inside").children(parts.into_iter().map(|(key, heading)| el("li").child(link(format!("#h-{key}"), heading)))),
    );
    Page {
        title: words::title(language).into_owned(),
        description: words::description(language).into_owned(),
        found: true,
        blocks: vec![
            Block::new("way", breadcrumb(context, Vec::new())),
            Block::new("lead", opening(words::title(language), words::lead(language, context.catalogue.documents.len())).child(inside)),
            Block::new("documents", documents(context)),
            Block::new("versions", versions(context)),
            Block::new("checks", all_checks(context)),
            Block::new("contradictions", all_contradictions(context)),
            Block::new("downloads", downloads(context)),
            Block::new("missing", missing(context)),
        ],
    }
}

fn documents(context: &Context) -> Element {
    let language = context.language();
    section("documents", words::sources_heading(language))
        .child(paragraph(words::sources_text(language)))
        .children(coverage::all(context.catalogue).iter().map(|coverage| one_document(context, coverage)))
}

fn one_document(context: &Context, coverage: &Coverage) -> Element {
    let document: &Document = coverage.document;
    let language = context.language();
    let mut facts = Vec::new();
    let mut add = |name: String, value: Element| {
        facts.push(el("dt").text(name));
        facts.push(value);
    };
    if let Some(day) = &document.date {
        // A year alone is the year that the document is about, not the day it was decided.
        let name = if day.len() == 4 { words::year(language) } else { words::date(language) };
        add(name.into_owned(), el("dd").text(date::in_words(language, day)));
    }
    add(words::body(language).into_owned(), el("dd").child(swedish(language, &document.body)));
    if let Some(paragraph) = &document.paragraph {
        add(words::paragraph(language).into_owned(), el("dd").text(paragraph.clone()));
    }
    if let Some(number) = &document.case_number {
        add(words::case_number(language).into_owned(), el("dd").text(number.clone()));
    }
    let original = match (&document.original, &document.case_number) {
        (Some(address), _) => el("dd").child(link(address.clone(), words::original_known(language))),
        (None, Some(_)) => el("dd").text(words::original_by_case(language, context.edition())),
        (None, None) => el("dd").text(words::original_unknown(language)),
    };
    add(words::original(language).into_owned(), original);
    let (from, to) = (document.document_lines.from, document.document_lines.to);
    let lines = |count: u32| number::whole(language, i64::from(count));
    let mut edition = el("dd").text(words::text_lines(language, &lines(document.text_lines), &lines(from), &lines(to)));
    let outside = document.text_lines.saturating_sub(to.saturating_sub(from).saturating_add(1));
    // A few lines above the heading are only the file's own head.
    if outside > 20 {
        edition = edition.text(" ").text(words::outside(language, &lines(outside)));
    }
    add(words::text_edition(language).into_owned(), edition);
    add(words::checksum(language).into_owned(), el("dd").child(el("code").class("digest").text(document.text_sha256.clone())));
    let covered = words::covered(language, coverage.paragraphs, coverage.told, coverage.named, coverage.left_out);
    let mut covered = el("dd").text(covered);
    if !coverage.open.is_empty() {
        covered = covered.text(" ").text(words::not_covered(language, coverage.open.len()));
    }
    if !document.left_out.is_empty() {
        let items = document.left_out.iter().map(|left| {
            let lines = if left.lines.from == left.lines.to {
                words::line(language, &lines(left.lines.from))
            } else {
                words::lines(language, &lines(left.lines.from), &lines(left.lines.to))
            };
            el("li").text(format!("{lines}: ")).text(left.reason.get(language))
        });
        covered = covered.child(
            el("details")
                .attr("id", format!("left-out-{}", document.id))
                .child(el("summary").text(words::left_out(language)))
                .child(el("ul").children(items)),
        );
    }
    add(words::coverage(language).into_owned(), covered);
    el("article")
        .class("document")
        .attr("id", format!("document-{}", document.id))
        .child(el("h3").child(swedish(language, &document.title.sv)))
        .child(paragraph(document.about.get(language)))
        .child(el("dl").class("facts").children(facts))
        .child(el("p").class("actions").child(parts::note_button(
            language,
            &Anchor::of("document", &document.id),
            document.title.get(Language::Sv),
        )))
}

fn versions(context: &Context) -> Element {
    let language = context.language();
    section("versions", words::versions_heading(language))
        .child(el("p").text(words::version_now(language, context.data_version)).text(" ").text(words::version_link(language)))
        .child(paragraph(words::corrections_none(language)))
        .child(el("p").text(words::report(language)).text(" ").child(link(context.publisher.report.clone(), frame::report_error(language))))
}

fn all_checks(context: &Context) -> Element {
    let language = context.language();
    let all = query_checks::all(context.catalogue);
    let every: Vec<&Check> = all.iter().collect();
    let mut part = section("checks", words::checks_heading(language))
        .child(el("p").text(check_words::what(language)).text(" ").text(check_words::rounding_rule(language)))
        .child(el("p").child(el("strong").text(checks::counted(language, &every))));
    for (index, kind) in Kind::ALL.into_iter().enumerate() {
        let of_kind: Vec<&Check> = all.iter().filter(|check| check.kind == kind).collect();
        if !of_kind.is_empty() {
            part = part.child(el("h3").text(checks::kind(language, kind))).child(checks::list(
                language,
                &format!("checks-{index}"),
                &of_kind,
                true,
            ));
        }
    }
    part
}

/// The kinds of the file format, in the order they are shown.
const KINDS: [&str; 9] = ["sum", "number", "count", "unit", "date", "missing", "wording", "name", "spelling"];

fn kind_heading(language: Language, kind: &str) -> String {
    match kind {
        "sum" => words::kind_sum(language),
        "number" => words::kind_number(language),
        "count" => words::kind_count(language),
        "unit" => words::kind_unit(language),
        "date" => words::kind_date(language),
        "missing" => words::kind_missing(language),
        "name" => words::kind_name(language),
        "spelling" => words::kind_spelling(language),
        "wording" => words::kind_wording(language),
        other => return other.to_owned(),
    }
    .into_owned()
}

fn all_contradictions(context: &Context) -> Element {
    let language = context.language();
    let items = &context.catalogue.contradictions;
    let mut part =
        section("contradictions", source::contradictions(language)).child(paragraph(words::contradictions_text(language, items.len())));
    let unknown = items.iter().map(|item| item.kind.as_str()).filter(|kind| !KINDS.contains(kind));
    let mut kinds: Vec<&str> = KINDS.to_vec();
    for kind in unknown {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    for kind in kinds {
        let of_kind: Vec<&Contradiction> = items.iter().filter(|item| item.kind == kind).collect();
        if !of_kind.is_empty() {
            part = part
                .child(el("h3").class("kind-heading").attr("id", format!("kind-{kind}")).text(format!(
                    "{} ({})",
                    kind_heading(language, kind),
                    of_kind.len()
                )))
                .child(el("ul").class("disagreements").children(of_kind.into_iter().map(|item| parts::contradiction(context, item, true))));
        }
    }
    part
}

fn file_words(language: Language, file: FileName) -> String {
    match file {
        FileName::Sources => words::file_sources(language),
        FileName::Goals => words::file_goals(language),
        FileName::Budget => words::file_budget(language),
        FileName::Decisions => words::file_decisions(language),
        FileName::FollowUp => words::file_followup(language),
        FileName::Rights => words::file_rights(language),
        FileName::Terms => words::file_terms(language),
        FileName::Contradictions => words::file_contradictions(language),
    }
    .into_owned()
}

fn downloads(context: &Context) -> Element {
    let language = context.language();
    let dataset = &context.catalogue.dataset;
    let address = |path: &str| context.address.to_path(&format!("data/{dataset}/{path}"));
    let item = |path: String, content: String| {
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        el("li").child(link(address(&path), content).attr("download", name.clone())).text(" ").child(el("small").class("soft").text(name))
    };
    let files = FileName::ALL.into_iter().map(|file| item(format!("{}.json", file.stem()), file_words(language, file)));
    let tables = context.catalogue.tables.iter().map(|table| {
        let excel = format!("{}-excel.csv", table.id);
        item(format!("csv/{}.csv", table.id), table.title.get(language).to_owned())
            .text(" \u{b7} ")
            .child(link(address(&format!("csv/{excel}")), words::for_excel(language)).attr("download", excel))
    });
    section("downloads", words::downloads_heading(language))
        .child(paragraph(words::downloads_text(language)))
        .child(el("h3").text(words::downloads_files(language)))
        .child(el("ul").children(files))
        .child(el("h3").text(words::downloads_tables(language)))
        .child(el("ul").children(tables))
        .child(el("h3").text(words::downloads_package(language)))
        .child(el("ul").child(item("datapackage.json".to_owned(), "datapackage.json".to_owned())))
}

fn missing(context: &Context) -> Element {
    let language = context.language();
    let catalogue = context.catalogue;
    let mut lines =
        vec![words::missing_outcome(language, context.edition()), words::missing_goals(language), words::missing_boards(language)];
    let proposals = catalogue.events.iter().filter(|event| event.kind == "proposal" && event.status == Status::Proposed).count();
    if proposals > 0 {
        lines.push(words::missing_decisions(language, proposals));
    }
    lines.extend(
        catalogue.rounds.iter().flat_map(|round| round.missing.first()).map(|missing| missing.text.get(language).to_owned().into()),
    );
    lines.extend([words::missing_texts(language), words::missing_names(language)]);
    section("missing", words::missing_heading(language)).child(el("ul").children(lines.into_iter().map(|line| el("li").text(line))))
}
