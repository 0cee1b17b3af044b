//! Decoding: the bytes of a file into the catalogue, entry by entry.

use super::raw;
use super::{FileName, Issue, What};
use crate::model::{self, Anchor, Catalogue, Decimal, Id, Lines, Reading, Text};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// The newest format of the data files that this version reads.
pub const FORMAT: u32 = 1;

/// Larger files are refused before they are read.
const MAX_BYTES: usize = 8 * 1024 * 1024;

type Fallible<T> = Result<T, What>;

/// Reads one file into the catalogue and returns what does not fit.
/// Lists of the file replace those of an earlier reading; on a file that cannot be read at all the catalogue stays as it is.
pub fn decode(name: FileName, bytes: &[u8], catalogue: &mut Catalogue) -> Vec<Issue> {
    let mut reader = Reader { file: name, issues: Vec::new() };
    if let Err(what) = reader.file(bytes, catalogue) {
        reader.issues.push(Issue { file: Some(name), path: String::new(), what });
    }
    reader.issues
}

struct Reader {
    file: FileName,
    issues: Vec<Issue>,
}

impl Reader {
    fn file(&mut self, bytes: &[u8], catalogue: &mut Catalogue) -> Fallible<()> {
        if bytes.len() > MAX_BYTES {
            return Err(What::TooLarge { bytes: bytes.len() });
        }
        let text = std::str::from_utf8(bytes).map_err(|e| What::NotUtf8 { at_byte: e.valid_up_to() })?;
        let mut lists: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(shape)?;
        let format = lists.remove("format").and_then(|raw| raw.get().parse::<u64>().ok()).ok_or(What::NoFormat)?;
        if format > u64::from(FORMAT) {
            return Err(What::FutureFormat { found: format, known: FORMAT });
        }
        let lists = &mut lists;
        match self.file {
            FileName::Sources => catalogue.documents = self.list(lists, "documents", document),
            FileName::Goals => {
                catalogue.areas = self.list(lists, "areas", area);
                catalogue.goals = self.list(lists, "goals", goal);
                catalogue.assignments = self.list(lists, "assignments", assignment);
                catalogue.actors = self.list(lists, "actors", actor);
                catalogue.sdgs = self.list(lists, "sdgs", sdg);
                catalogue.priorities = self.list(lists, "priorities", heading);
                catalogue.conditions = self.list(lists, "conditions", heading);
            }
            FileName::Budget => {
                catalogue.tables = self.list(lists, "tables", table);
                catalogue.figures = self.list(lists, "figures", figure);
            }
            FileName::Decisions => catalogue.events = self.list(lists, "events", event),
            FileName::FollowUp => catalogue.rounds = self.list(lists, "rounds", round),
            FileName::Rights => {
                catalogue.principles = self.list(lists, "principles", principle);
                catalogue.rights_activities = self.list(lists, "activities", rights_activity);
                catalogue.rights_reporting = self.list(lists, "reporting", passage);
            }
            FileName::Terms => catalogue.terms = self.list(lists, "terms", term),
            FileName::Contradictions => catalogue.contradictions = self.list(lists, "items", contradiction),
        }
        for name in lists.keys() {
            self.issues.push(Issue { file: Some(self.file), path: String::new(), what: What::UnknownField { name: name.clone() } });
        }
        Ok(())
    }

    /// Takes a list out of the file and decodes each of its entries; an id may stand once.
    fn list<R: DeserializeOwned, T>(
        &mut self,
        lists: &mut BTreeMap<String, &RawValue>,
        key: &str,
        entry: fn(R) -> Fallible<(String, T)>,
    ) -> Vec<T> {
        let Some(list) = lists.remove(key) else {
            self.report(String::new(), What::MissingList { key: key.to_owned() });
            return Vec::new();
        };
        let entries: Vec<&RawValue> = match serde_json::from_str(list.get()) {
            Ok(entries) => entries,
            Err(error) => {
                self.report(key.to_owned(), shape(error));
                return Vec::new();
            }
        };
        let mut seen = BTreeSet::new();
        let mut out = Vec::with_capacity(entries.len());
        for (index, raw) in entries.into_iter().enumerate() {
            match serde_json::from_str::<R>(raw.get()).map_err(shape).and_then(entry) {
                Ok((id, _)) if seen.contains(&id) => self.report(format!("{key}[{index}]"), What::DuplicateId { id }),
                Ok((id, value)) => {
                    seen.insert(id);
                    out.push(value);
                }
                Err(what) => self.report(format!("{key}[{index}]"), what),
            }
        }
        out
    }

    fn report(&mut self, path: String, what: What) {
        self.issues.push(Issue { file: Some(self.file), path, what });
    }
}

fn shape(error: serde_json::Error) -> What {
    if error.is_data() {
        What::WrongShape { message: error.to_string() }
    } else {
        What::NotJson { line: error.line(), column: error.column() }
    }
}

/// Converts each item of a list; the first that does not fit stops it.
fn all<R, T>(items: Vec<R>, convert: impl Fn(R) -> Fallible<T>) -> Fallible<Vec<T>> {
    items.into_iter().map(convert).collect()
}

fn maybe<R, T>(item: Option<R>, convert: impl Fn(R) -> Fallible<T>) -> Fallible<Option<T>> {
    item.map(convert).transpose()
}

fn id(text: String) -> Fallible<Id> {
    Id::parse(&text).ok_or(What::BadId { id: text })
}

fn ids(texts: Vec<String>) -> Fallible<Vec<Id>> {
    all(texts, id)
}

fn text(raw: raw::Text) -> Text {
    Text { sv: raw.sv, en: raw.en }
}

fn word<T: Copy>(word: &str, words: &[(&str, T)]) -> Fallible<T> {
    words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value).ok_or_else(|| What::UnknownWord { word: word.to_owned() })
}

fn reading(raw: String) -> Fallible<Reading> {
    word(&raw, &[("as_published", Reading::AsPublished), ("calculated", Reading::Calculated), ("interpreted", Reading::Interpreted)])
}

fn phase(raw: String) -> Fallible<model::Phase> {
    word(&raw, &[("forecast", model::Phase::Forecast), ("budget", model::Phase::Budget), ("change", model::Phase::Change)])
}

fn lines([from, to]: [u32; 2]) -> Fallible<Lines> {
    if from >= 1 && from <= to { Ok(Lines { from, to }) } else { Err(What::BadLines { from, to }) }
}

fn source(raw: raw::Source) -> Fallible<model::Source> {
    Ok(model::Source {
        document: id(raw.document)?,
        section: raw.section,
        section_page: raw.section_page,
        table: maybe(raw.table, id)?,
        row: raw.row,
        lines: lines(raw.lines)?,
    })
}

fn sources(raw: Vec<raw::Source>) -> Fallible<Vec<model::Source>> {
    if raw.is_empty() { Err(What::NoSource) } else { all(raw, source) }
}

fn document(raw: raw::Document) -> Fallible<(String, model::Document)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::Document {
            id: id(raw.id)?,
            title: text(raw.title),
            date: raw.date,
            body: raw.body,
            paragraph: raw.paragraph,
            case_number: raw.case_number,
            original: raw.original,
            text_file: raw.text_file,
            text_sha256: raw.text_sha256,
            text_lines: raw.text_lines,
            document_lines: lines(raw.document_lines)?,
            about: text(raw.about),
        },
    ))
}

fn area(raw: raw::Area) -> Fallible<(String, model::Area)> {
    let key = raw.id.clone();
    Ok((key, model::Area { id: id(raw.id)?, title: text(raw.title), sources: sources(raw.sources)? }))
}

fn sdg_mark(raw: raw::SdgMark) -> Fallible<model::SdgMark> {
    for number in std::iter::once(raw.number).chain(raw.other_number) {
        if !(1..=17).contains(&number) {
            return Err(What::BadNumber { text: number.to_string() });
        }
    }
    Ok(model::SdgMark {
        number: raw.number,
        printed_name: raw.printed_name,
        reading: reading(raw.reading)?,
        other_number: raw.other_number,
        why: raw.why.map(text),
        sources: sources(raw.sources)?,
    })
}

fn one_passage(raw: raw::Passage) -> Fallible<model::Passage> {
    Ok(model::Passage { id: id(raw.id)?, text: text(raw.text), reading: reading(raw.reading)?, sources: sources(raw.sources)? })
}

fn passage(raw: raw::Passage) -> Fallible<(String, model::Passage)> {
    Ok((raw.id.clone(), one_passage(raw)?))
}

fn activity(raw: raw::Activity) -> Fallible<model::Activity> {
    Ok(model::Activity {
        id: id(raw.id)?,
        kind: raw.kind,
        text: text(raw.text),
        when: raw.when,
        actors: ids(raw.actors)?,
        reading: reading(raw.reading)?,
        sources: sources(raw.sources)?,
    })
}

fn participation(raw: raw::Participation) -> Fallible<model::Participation> {
    Ok(model::Participation { actor: id(raw.actor)?, sources: sources(raw.sources)? })
}

fn goal(raw: raw::Goal) -> Fallible<(String, model::Goal)> {
    let key = raw.id.clone();
    let indicator = maybe(raw.indicator, |i| {
        Ok(model::Indicator {
            text: text(i.text),
            countable: i.countable,
            start: i.start,
            target: i.target,
            reading: reading(i.reading)?,
            sources: sources(i.sources)?,
        })
    })?;
    Ok((
        key,
        model::Goal {
            id: id(raw.id)?,
            area: id(raw.area)?,
            title: text(raw.title),
            sdgs: all(raw.sdgs, sdg_mark)?,
            indicator,
            outcome: maybe(raw.outcome, one_passage)?,
            activities: all(raw.activities, activity)?,
            follow_up: all(raw.follow_up, one_passage)?,
            partners: all(raw.partners, participation)?,
            sources: sources(raw.sources)?,
        },
    ))
}

fn assignment(raw: raw::Assignment) -> Fallible<(String, model::Assignment)> {
    let key = raw.id.clone();
    let form = word(
        &raw.reports_back.form,
        &[("annual_analysis", model::ReportForm::AnnualAnalysis), ("separate_matter", model::ReportForm::SeparateMatter)],
    )?;
    Ok((
        key,
        model::Assignment {
            id: id(raw.id)?,
            area: id(raw.area)?,
            title: text(raw.title),
            short: text(raw.short),
            partners: all(raw.partners, participation)?,
            activities: all(raw.activities, activity)?,
            reports_back: model::ReportsBack {
                form,
                when: raw.reports_back.when,
                text: text(raw.reports_back.text),
                sources: sources(raw.reports_back.sources)?,
            },
            sources: sources(raw.sources)?,
        },
    ))
}

fn actor(raw: raw::Actor) -> Fallible<(String, model::Actor)> {
    let key = raw.id.clone();
    Ok((key, model::Actor { id: id(raw.id)?, name: text(raw.name), kind: raw.kind, sources: sources(raw.sources)? }))
}

fn sdg(raw: raw::Sdg) -> Fallible<(String, model::Sdg)> {
    if !(1..=17).contains(&raw.number) {
        return Err(What::BadNumber { text: raw.number.to_string() });
    }
    Ok((raw.number.to_string(), model::Sdg { number: raw.number, name: text(raw.name), color: raw.color }))
}

fn heading(raw: raw::Heading) -> Fallible<(String, model::Heading)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::Heading {
            id: id(raw.id)?,
            title: text(raw.title),
            text: raw.text.map(text),
            goals: ids(raw.goals)?,
            sources: sources(raw.sources)?,
        },
    ))
}

fn table(raw: raw::Table) -> Fallible<(String, model::Table)> {
    let key = raw.id.clone();
    let unit = word(&raw.unit, &[("tkr", model::Unit::Tkr), ("mkr", model::Unit::Mkr), ("unstated", model::Unit::Unstated)])?;
    let columns = all(raw.columns, |c| {
        Ok(model::Column {
            id: id(c.id)?,
            label: text(c.label),
            year: c.year,
            phase: maybe(c.phase, phase)?,
            difference_of: maybe(c.difference_of, |[later, earlier]| Ok([id(later)?, id(earlier)?]))?,
            sum_of: ids(c.sum_of)?,
        })
    })?;
    let rows = all(raw.rows, |r| {
        let mut cells = BTreeMap::new();
        for (column, value) in r.cells {
            cells.insert(id(column)?, value);
        }
        Ok(model::Row {
            id: id(r.id)?,
            label: text(r.label),
            expanded: r.expanded.map(text),
            kind: word(&r.kind, &[("line", model::RowKind::Line), ("sum", model::RowKind::Sum)])?,
            nature: maybe(r.nature, |n| {
                word(
                    &n,
                    &[
                        ("income", model::Nature::Income),
                        ("cost", model::Nature::Cost),
                        ("allocation", model::Nature::Allocation),
                        ("financial", model::Nature::Financial),
                        ("result", model::Nature::Result),
                        ("investment", model::Nature::Investment),
                    ],
                )
            })?,
            sum_of: ids(r.sum_of)?,
            cells,
            sources: sources(r.sources)?,
        })
    })?;
    for (index, row) in rows.iter().enumerate() {
        if rows.iter().take(index).any(|earlier| earlier.id == row.id) {
            return Err(What::DuplicateId { id: row.id.to_string() });
        }
    }
    Ok((
        key,
        model::Table {
            id: id(raw.id)?,
            title: text(raw.title),
            unit,
            columns,
            rows,
            reading: reading(raw.reading)?,
            note: raw.note.map(text),
            sources: sources(raw.sources)?,
        },
    ))
}

fn one_figure(raw: raw::Figure) -> Fallible<model::Figure> {
    Ok(model::Figure {
        id: id(raw.id)?,
        value: Decimal::parse(&raw.value).ok_or(What::BadNumber { text: raw.value })?,
        unit: match raw.unit.as_str() {
            "mkr" => model::FigureUnit::Mkr,
            "tkr" => model::FigureUnit::Tkr,
            "percent" => model::FigureUnit::Percent,
            _ => model::FigureUnit::Count(raw.unit),
        },
        label: text(raw.label),
        year: raw.year,
        phase: maybe(raw.phase, phase)?,
        printed: raw.printed,
        cells: all(raw.cells, |c| Ok(model::CellRef { table: id(c.table)?, row: id(c.row)?, column: id(c.column)? }))?,
        sum_of: ids(raw.sum_of)?,
        reading: reading(raw.reading)?,
        sources: sources(raw.sources)?,
    })
}

fn figure(raw: raw::Figure) -> Fallible<(String, model::Figure)> {
    Ok((raw.id.clone(), one_figure(raw)?))
}

fn event(raw: raw::Event) -> Fallible<(String, model::Event)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::Event {
            id: id(raw.id)?,
            date: raw.date,
            until: raw.until,
            body: maybe(raw.body, id)?,
            paragraph: raw.paragraph,
            case_number: raw.case_number,
            title: text(raw.title),
            title_is_ours: raw.title_is_ours,
            kind: raw.kind,
            themes: ids(raw.themes)?,
            decided_by: maybe(raw.decided_by, id)?,
            addressed_to: maybe(raw.addressed_to, id)?,
            status: word(
                &raw.status,
                &[
                    ("proposed", model::Status::Proposed),
                    ("decided", model::Status::Decided),
                    ("planned", model::Status::Planned),
                    ("happened", model::Status::Happened),
                    ("unknown", model::Status::Unknown),
                ],
            )?,
            text: text(raw.text),
            points: all(raw.points, one_passage)?,
            attachments: raw.attachments,
            follows: ids(raw.follows)?,
            goals: all(raw.goals, |g| Ok(model::GoalTouch { goal: id(g.goal)?, reading: reading(g.reading)?, why: text(g.why) }))?,
            gap: raw.gap.map(text),
            sources: sources(raw.sources)?,
        },
    ))
}

fn round(raw: raw::Round) -> Fallible<(String, model::Round)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::Round {
            id: id(raw.id)?,
            title: text(raw.title),
            date: raw.date,
            text: text(raw.text),
            counts: all(raw.counts, one_figure)?,
            allocations: all(raw.allocations, |a| {
                Ok(model::Allocation {
                    actor: id(a.actor)?,
                    value: a.value,
                    printed: a.printed,
                    reading: reading(a.reading)?,
                    sources: sources(a.sources)?,
                })
            })?,
            states: all(raw.states, |s| {
                Ok(model::State {
                    id: id(s.id)?,
                    color: s.color,
                    name: text(s.name),
                    rule: s.rule.map(text),
                    counts_what: text(s.counts_what),
                    count: s.count,
                    sources: sources(s.sources)?,
                })
            })?,
            missing: all(raw.missing, one_passage)?,
            findings: all(raw.findings, one_passage)?,
            sources: sources(raw.sources)?,
        },
    ))
}

fn principle(raw: raw::Principle) -> Fallible<(String, model::Principle)> {
    let key = raw.id.clone();
    Ok((key, model::Principle { id: id(raw.id)?, number: raw.number, text: text(raw.text), sources: sources(raw.sources)? }))
}

fn rights_activity(raw: raw::RightsActivity) -> Fallible<(String, model::RightsActivity)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::RightsActivity {
            id: id(raw.id)?,
            text: text(raw.text),
            principles: ids(raw.principles)?,
            reading: reading(raw.reading)?,
            why: raw.why.map(text),
            sources: sources(raw.sources)?,
        },
    ))
}

fn term(raw: raw::Term) -> Fallible<(String, model::Term)> {
    let key = raw.id.clone();
    Ok((
        key,
        model::Term {
            id: id(raw.id)?,
            name: raw.name,
            variants: raw.variants,
            kind: raw.kind,
            text: text(raw.text),
            mentions: sources(raw.mentions)?,
            has_figures: raw.has_figures,
            goals: ids(raw.goals)?,
        },
    ))
}

fn contradiction(raw: raw::Contradiction) -> Fallible<(String, model::Contradiction)> {
    let key = raw.id.clone();
    let readings = all(raw.readings, |r| Ok(model::ContradictionReading { value: r.value, source: source(r.source)? }))?;
    if readings.is_empty() {
        return Err(What::NoSource);
    }
    let used = maybe(raw.used, |index| {
        let index = index as usize;
        if index < readings.len() { Ok(index) } else { Err(What::BadNumber { text: index.to_string() }) }
    })?;
    Ok((
        key,
        model::Contradiction {
            id: id(raw.id)?,
            title: text(raw.title),
            kind: raw.kind,
            readings,
            used,
            why: text(raw.why),
            touches: all(raw.touches, |a| Anchor::parse(&a).ok_or(What::BadId { id: a }))?,
        },
    ))
}
