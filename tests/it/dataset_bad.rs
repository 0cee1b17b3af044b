//! Data files that are wrong in every way we could think of: each fault is told with its place, in words, and costs
//! no more than the entry that it stands in.

use malkarta::dataset::check::{self, Links};
use malkarta::dataset::{FileName, Issue, Kind, What, decode_with_links};
use malkarta::i18n;
use malkarta::model::{Catalogue, Language};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The files of the published record; a test spoils one of them.
struct Record(BTreeMap<FileName, Vec<u8>>);

/// What the untouched record holds.
fn whole() -> &'static Outcome {
    static WHOLE: OnceLock<Outcome> = OnceLock::new();
    WHOLE.get_or_init(|| record().read())
}

/// What comes of reading a record.
struct Outcome {
    catalogue: Catalogue,
    issues: Vec<Issue>,
}

fn record() -> Record {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/malmo-ks-2025");
    Record(FileName::ALL.into_iter().map(|name| (name, std::fs::read(format!("{folder}/{}.json", name.stem())).unwrap())).collect())
}

impl Record {
    fn value(&self, file: FileName) -> Value {
        serde_json::from_slice(&self.0[&file]).unwrap()
    }

    fn with_bytes(mut self, file: FileName, spoil: impl FnOnce(&mut Vec<u8>)) -> Record {
        spoil(self.0.get_mut(&file).unwrap());
        self
    }

    fn with(self, file: FileName, spoil: impl FnOnce(&mut Value)) -> Record {
        let mut value = self.value(file);
        spoil(&mut value);
        self.with_bytes(file, |bytes| *bytes = value.to_string().into_bytes())
    }

    fn read(&self) -> Outcome {
        let (mut catalogue, mut issues, mut links) = (Catalogue::default(), Vec::new(), Links::default());
        for (name, bytes) in &self.0 {
            issues.extend(decode_with_links(*name, bytes, &mut catalogue, &mut links));
        }
        issues.extend(check::references(&catalogue, &self.0.keys().copied().collect(), &links));
        Outcome { catalogue, issues }
    }
}

impl Outcome {
    /// Exactly these faults, in words that hold together in both languages.
    #[track_caller]
    fn tells(&self, file: FileName, expected: &[(&str, What)]) {
        let expected: Vec<Issue> =
            expected.iter().map(|(path, what)| Issue { file: Some(file), path: (*path).to_owned(), what: what.clone() }).collect();
        assert_eq!(self.issues, expected);
        well_said(&self.issues);
    }

    /// How many entries each list has.
    fn sizes(&self) -> BTreeMap<&'static str, usize> {
        let c = &self.catalogue;
        BTreeMap::from([
            ("documents", c.documents.len()),
            ("areas", c.areas.len()),
            ("goals", c.goals.len()),
            ("assignments", c.assignments.len()),
            ("actors", c.actors.len()),
            ("sdgs", c.sdgs.len()),
            ("priorities", c.priorities.len()),
            ("conditions", c.conditions.len()),
            ("tables", c.tables.len()),
            ("equalities", c.equalities.len()),
            ("figures", c.figures.len()),
            ("events", c.events.len()),
            ("rounds", c.rounds.len()),
            ("principles", c.principles.len()),
            ("activities", c.rights_activities.len()),
            ("reporting", c.rights_reporting.len()),
            ("terms", c.terms.len()),
            ("items", c.contradictions.len()),
        ])
    }

    /// Every list is as long as in the untouched record, but for one that lacks some entries.
    #[track_caller]
    fn lacks(&self, list: &str, entries: usize) {
        let mut expected = whole().sizes();
        *expected.get_mut(list).unwrap() -= entries;
        assert_eq!(self.sizes(), expected);
    }

    /// Nothing of one file is there, and everything of the others.
    #[track_caller]
    fn lacks_file(&self, file: FileName) {
        let mut expected = whole().sizes();
        for list in record().value(file).as_object().unwrap().keys().filter(|key| *key != "format") {
            *expected.get_mut(list.as_str()).unwrap() = 0;
        }
        assert_eq!(self.sizes(), expected);
    }
}

fn well_said(issues: &[Issue]) {
    for issue in issues {
        for language in Language::ALL {
            let sentence = i18n::issue::sentence(language, issue);
            assert!(sentence.ends_with('.') && !sentence.contains("{}") && sentence.len() > 20, "{sentence}");
        }
    }
}

/// For each file: a list, an entry of it, a field that must be there and its kind.
fn entries() -> Vec<(FileName, &'static str, usize, &'static str, Kind)> {
    let first_lists = [
        (FileName::Sources, "documents", "title", Kind::BothLanguages),
        (FileName::Goals, "goals", "title", Kind::BothLanguages),
        (FileName::Budget, "tables", "title", Kind::BothLanguages),
        (FileName::Decisions, "events", "date", Kind::Text),
        (FileName::FollowUp, "rounds", "title", Kind::BothLanguages),
        (FileName::Rights, "principles", "number", Kind::Number),
        (FileName::Terms, "terms", "name", Kind::Text),
        (FileName::Contradictions, "items", "readings", Kind::List),
    ];
    // The last entry, so that what stands before it is read already.
    first_lists
        .into_iter()
        .map(|(file, list, field, kind)| (file, list, record().value(file)[list].as_array().unwrap().len() - 1, field, kind))
        .collect()
}

#[test]
fn the_published_record_has_no_fault() {
    assert_eq!(record().read().issues, []);
}

#[test]
fn a_missing_field_costs_its_entry() {
    for (file, list, last, field, expected) in entries() {
        let outcome = record().with(file, |root| drop(root[list][last].as_object_mut().unwrap().remove(field))).read();
        outcome.tells(file, &[(&format!("{list}[{last}].{field}"), What::MissingField { name: field.into(), expected })]);
        outcome.lacks(list, 1);
    }
}

#[test]
fn an_unknown_field_costs_nothing() {
    for (file, list, last, ..) in entries() {
        let outcome = record().with(file, |root| root[list][last]["titel"] = json!(1)).read();
        outcome.tells(file, &[(&format!("{list}[{last}].titel"), What::UnknownField { name: "titel".into() })]);
        outcome.lacks(list, 0);
        assert!(!outcome.issues[0].what.costs_something());
        let outcome = record().with(file, |root| root["extra"] = json!([])).read();
        outcome.tells(file, &[("extra", What::UnknownField { name: "extra".into() })]);
    }
}

#[test]
fn a_wrong_type_costs_its_entry() {
    for (file, list, last, field, expected) in entries() {
        let outcome = record().with(file, |root| root[list][last][field] = json!(true)).read();
        outcome.tells(file, &[(&format!("{list}[{last}].{field}"), What::WrongKind { expected, found: Kind::YesNo })]);
        outcome.lacks(list, 1);
        let outcome = record().with(file, |root| root[list][last] = json!("en text")).read();
        assert_eq!(outcome.issues[0].path, format!("{list}[{last}]"));
        assert_eq!(outcome.issues[0].what, What::WrongKind { expected: Kind::Object, found: Kind::Text });
        outcome.lacks(list, 1);
    }
}

#[test]
fn a_list_that_is_missing_or_none_costs_only_itself() {
    for (file, list, last, ..) in entries() {
        for (spoilt, what) in [
            (None, What::MissingField { name: list.into(), expected: Kind::List }),
            (Some(json!({})), What::WrongKind { expected: Kind::List, found: Kind::Object }),
        ] {
            let outcome = record()
                .with(file, |root| {
                    root.as_object_mut().unwrap().remove(list);
                    if let Some(spoilt) = spoilt {
                        root[list] = spoilt;
                    }
                })
                .read();
            assert_eq!(outcome.issues[0], Issue { file: Some(file), path: list.into(), what });
            outcome.lacks(list, last + 1);
        }
    }
}

#[test]
fn null_where_none_may_be_costs_its_entry() {
    for (file, list, last, field, expected) in entries() {
        let outcome = record().with(file, |root| root[list][last][field] = Value::Null).read();
        outcome.tells(file, &[(&format!("{list}[{last}].{field}"), What::Null { expected })]);
        outcome.lacks(list, 1);
    }
}

#[test]
fn a_second_entry_with_the_same_id_is_left_out() {
    for (file, list, last, ..) in entries() {
        let mut id = String::new();
        let outcome = record()
            .with(file, |root| {
                let entries = root[list].as_array_mut().unwrap();
                id = entries[last]["id"].as_str().unwrap().to_owned();
                entries.push(entries[last].clone());
            })
            .read();
        let expected = Issue { file: Some(file), path: format!("{list}[{}].id", last + 1), what: What::DuplicateId { id } };
        assert_eq!(outcome.issues[0], expected);
        assert_eq!(outcome.catalogue, whole().catalogue);
        well_said(&outcome.issues);
    }
}

#[test]
fn ids_within_entries_stand_once_too() {
    let twice = |id: &Value| What::DuplicateId { id: id.as_str().unwrap().to_owned() };
    // An activity of another goal, which costs that activity alone.
    let mut id = Value::Null;
    let spoilt = record().with(FileName::Goals, |root| {
        id = root["goals"][0]["activities"][0]["id"].clone();
        root["goals"][1]["activities"][0]["id"] = id.clone();
    });
    let outcome = spoilt.read();
    outcome.tells(FileName::Goals, &[("goals[1].activities[0].id", twice(&id))]);
    outcome.lacks("goals", 0);
    assert_eq!(outcome.catalogue.goals[1].activities.len(), whole().catalogue.goals[1].activities.len() - 1);
    // A row of the same table, which costs the table: its sums would not fit.
    let outcome = record().with(FileName::Budget, |root| {
        id = root["tables"][0]["rows"][0]["id"].clone();
        let row = root["tables"][0]["rows"][0].clone();
        root["tables"][0]["rows"].as_array_mut().unwrap().insert(1, row);
    });
    let outcome = outcome.read();
    assert_eq!(outcome.issues[0], Issue { file: Some(FileName::Budget), path: "tables[0].rows[1].id".into(), what: twice(&id) });
    outcome.lacks("tables", 1);
    // The same global goal twice.
    let outcome = record()
        .with(FileName::Goals, |root| {
            let sdg = root["sdgs"][2].clone();
            root["sdgs"].as_array_mut().unwrap().push(sdg);
        })
        .read();
    outcome.tells(FileName::Goals, &[("sdgs[17].number", What::DuplicateId { id: "3".into() })]);
    outcome.lacks("sdgs", 0);
}

#[test]
fn a_reference_to_nothing_is_told_with_its_place() {
    let gone = |to: &str| What::Dangling { to: to.into() };
    for (file, list, last, ..) in entries() {
        let (path, pointer) = match file {
            // The documents point at nothing; here they are what is pointed at.
            FileName::Sources => continue,
            FileName::Terms => ("mentions[0]", "mentions/0"),
            FileName::Contradictions => ("readings[0].source", "readings/0/source"),
            _ => ("sources[0]", "sources/0"),
        };
        let outcome = record()
            .with(file, |root| {
                *root[list][last].pointer_mut(&format!("/{pointer}/document")).unwrap() = json!("finns-ej");
            })
            .read();
        outcome.tells(file, &[(&format!("{list}[{last}].{path}.document"), gone("document/finns-ej"))]);
        outcome.lacks(list, 0);
    }
    for (file, pointer, path, to) in [
        (FileName::Goals, "/goals/3/area", "goals[3].area", "area"),
        (FileName::Goals, "/goals/0/partners/0/actor", "goals[0].partners[0].actor", "actor"),
        (FileName::Budget, "/tables/0/rows/2/sum_of/1", "tables[0].rows[2].sum_of[1]", "row/income-statement"),
        (FileName::FollowUp, "/rounds/0/allocations/0/actor", "rounds[0].allocations[0].actor", "actor"),
        (FileName::Rights, "/activities/0/principles/0", "activities[0].principles[0]", "principle"),
    ] {
        let outcome = record().with(file, |root| *root.pointer_mut(pointer).unwrap() = json!("finns-ej")).read();
        outcome.tells(file, &[(path, gone(&format!("{to}/finns-ej")))]);
    }
    for (file, pointer, path, to) in [
        (FileName::Decisions, "/events/0/follows", "events[0].follows[0]", "event"),
        (FileName::Decisions, "/events/0/goals", "events[0].goals[0].goal", "goal"),
        (FileName::Terms, "/terms/0/goals", "terms[0].goals[0]", "goal"),
        (FileName::Contradictions, "/items/0/touches", "items[0].touches[0]", "goal"),
    ] {
        let list = match (to, pointer.ends_with("touches")) {
            ("goal", true) => json!(["goal/finns-ej"]),
            ("goal", false) if file == FileName::Decisions => {
                json!([{"goal": "finns-ej", "reading": "interpreted", "why": {"sv": "–", "en": "–"}}])
            }
            _ => json!(["finns-ej"]),
        };
        let outcome = record()
            .with(file, |root| {
                let (entry, field) = pointer.rsplit_once('/').unwrap();
                root.pointer_mut(entry).unwrap()[field] = list;
            })
            .read();
        outcome.tells(file, &[(path, gone(&format!("{to}/finns-ej")))]);
    }
}

#[test]
fn a_document_that_is_not_listed_is_missed_by_every_file_that_cites_it() {
    let mut gone = String::new();
    let outcome = record()
        .with(FileName::Sources, |root| {
            let documents = root["documents"].as_array_mut().unwrap();
            gone = documents.remove(0)["id"].as_str().unwrap().to_owned();
        })
        .read();
    outcome.lacks("documents", 1);
    let to = format!("document/{gone}");
    assert!(outcome.issues.iter().all(|issue| issue.what == What::Dangling { to: to.clone() }));
    let telling: BTreeSet<FileName> = outcome.issues.iter().filter_map(|issue| issue.file).collect();
    // The follow-up is read from another document; the documents point at nothing.
    let silent = [FileName::Sources, FileName::FollowUp];
    assert_eq!(telling, FileName::ALL.into_iter().filter(|file| !silent.contains(file)).collect());
}

#[test]
fn what_follows_itself_is_told_and_only_events_follow() {
    for file in FileName::ALL {
        let (list, last) = entries().into_iter().find(|(of, ..)| *of == file).map(|(_, list, last, ..)| (list, last)).unwrap();
        let mut id = String::new();
        let outcome = record()
            .with(file, |root| {
                let entry = &mut root[list][last];
                id = entry["id"].as_str().unwrap().to_owned();
                entry["follows"] = json!([id]);
            })
            .read();
        let what = match file {
            FileName::Decisions => What::Cycle { through: id },
            _ => What::UnknownField { name: "follows".into() },
        };
        outcome.tells(file, &[(&format!("{list}[{last}].follows"), what)]);
        outcome.lacks(list, 0);
    }
}

#[test]
fn with_one_file_gone_every_page_that_is_left_can_be_made() {
    for file in FileName::ALL {
        let mut outcome = record().with_bytes(file, |bytes| *bytes = b"[".to_vec()).read();
        outcome.catalogue.edition = crate::catalogue::whole().edition.clone();
        outcome.lacks_file(file);
        for language in Language::ALL {
            for route in malkarta::page::routes(&outcome.catalogue) {
                let (page, _) = crate::catalogue::written(&outcome.catalogue, language, &route, "");
                assert!(page.found && !page.title.is_empty(), "without {file:?}: {route:?}");
            }
        }
    }
}

#[test]
fn an_entry_left_out_does_not_make_others_point_at_nothing() {
    let outcome = record().with(FileName::Goals, |root| root["goals"][4]["title"] = json!(1)).read();
    outcome.tells(FileName::Goals, &[("goals[4].title", What::WrongKind { expected: Kind::BothLanguages, found: Kind::Number })]);
}

#[test]
fn lines_that_are_not_in_the_document_are_told() {
    let first = record().value(FileName::Sources)["documents"][0]["document_lines"].clone();
    let (from, to) = (first[0].as_u64().unwrap() as u32, first[1].as_u64().unwrap() as u32);
    let outcome = record()
        .with(FileName::Goals, |root| {
            root["areas"][0]["sources"][0]["document"] = record().value(FileName::Sources)["documents"][0]["id"].clone();
            root["areas"][0]["sources"][0]["lines"] = json!([to, to + 1]);
        })
        .read();
    outcome.tells(FileName::Goals, &[("areas[0].sources[0].lines", What::LinesOutside { from: to, to: to + 1, first: from, last: to })]);
    let outcome = record().with(FileName::Goals, |root| root["areas"][0]["sources"][0]["lines"] = json!([9, 8])).read();
    outcome.tells(FileName::Goals, &[("areas[0].sources[0].lines", What::BadLines { from: 9, to: 8 })]);
    outcome.lacks("areas", 1);
    let outcome = record().with(FileName::Goals, |root| root["areas"][0]["sources"][0]["lines"] = json!([8])).read();
    outcome.tells(FileName::Goals, &[("areas[0].sources[0].lines", What::WrongKind { expected: Kind::Lines, found: Kind::List })]);
}

#[test]
fn events_in_a_circle_are_told() {
    let mut id = String::new();
    let outcome = record()
        .with(FileName::Decisions, |root| {
            let events = root["events"].as_array_mut().unwrap();
            let (first, second) = (events[0]["id"].clone(), events[1]["id"].clone());
            events[0]["follows"] = json!([second]);
            events[1]["follows"] = json!([first]);
            id = first.as_str().unwrap().to_owned();
        })
        .read();
    outcome.tells(FileName::Decisions, &[("events[0].follows", What::Cycle { through: id })]);
    outcome.lacks("events", 0);
}

#[test]
fn a_number_between_quotation_marks_is_told_as_that() {
    for (file, pointer, path, list) in [
        (FileName::Sources, "/documents/0/text_lines", "documents[0].text_lines", "documents"),
        (FileName::Budget, "/tables/0/columns/0/year", "tables[0].columns[0].year", "tables"),
        (FileName::Decisions, "/events/0/sources/0/lines/1", "events[0].sources[0].lines[1]", "events"),
        (FileName::Rights, "/principles/0/number", "principles[0].number", "principles"),
        (FileName::Terms, "/terms/0/mentions/0/lines/0", "terms[0].mentions[0].lines[0]", "terms"),
        (FileName::Contradictions, "/items/0/readings/0/source/lines/0", "items[0].readings[0].source.lines[0]", "items"),
    ] {
        let outcome = record().with(file, |root| *root.pointer_mut(pointer).unwrap() = json!("1 234")).read();
        outcome.tells(file, &[(path, What::NumberAsText { text: "1 234".into() })]);
        outcome.lacks(list, 1);
    }
    // These stand in lists within an entry, and cost that item.
    for (file, pointer, path) in [
        (FileName::Goals, "/goals/3/sdgs/2/number", "goals[3].sdgs[2].number"),
        (FileName::FollowUp, "/rounds/0/allocations/1/value", "rounds[0].allocations[1].value"),
    ] {
        let outcome = record().with(file, |root| *root.pointer_mut(pointer).unwrap() = json!("17")).read();
        outcome.tells(file, &[(path, What::NumberAsText { text: "17".into() })]);
        outcome.lacks("goals", 0);
    }
    let mut column = String::new();
    let outcome = record().with(FileName::Budget, |root| {
        let cells = root["tables"][0]["rows"][1]["cells"].as_object_mut().unwrap();
        column = cells.keys().next().unwrap().clone();
        cells[&column] = json!("−1 234");
    });
    let outcome = outcome.read();
    outcome.tells(FileName::Budget, &[(&format!("tables[0].rows[1].cells.{column}"), What::NumberAsText { text: "−1 234".into() })]);
    outcome.lacks("tables", 1);
}

#[test]
fn numbers_words_ids_and_texts_that_cannot_be_used_are_told() {
    let case = |file, pointer: &str, value: Value, path: &str, what: What| {
        let outcome = record().with(file, |root| *root.pointer_mut(pointer).unwrap() = value).read();
        outcome.tells(file, &[(path, what)]);
    };
    case(FileName::Goals, "/goals/0/sdgs/0/number", json!(18), "goals[0].sdgs[0].number", What::OutOfRange { number: 18, from: 1, to: 17 });
    case(FileName::Goals, "/goals/0/sdgs/0/number", json!(-1), "goals[0].sdgs[0].number", What::OutOfRange { number: -1, from: 1, to: 17 });
    case(
        FileName::Goals,
        "/goals/0/sdgs/0/number",
        json!(1.5),
        "goals[0].sdgs[0].number",
        What::WrongKind { expected: Kind::Number, found: Kind::Fraction },
    );
    case(FileName::Goals, "/goals/0/area", json!("Klimat och miljö"), "goals[0].area", What::BadId { id: "Klimat och miljö".into() });
    case(
        FileName::Goals,
        "/goals/0/sdgs/0/reading",
        json!("publicerad"),
        "goals[0].sdgs[0].reading",
        What::UnknownWord { word: "publicerad".into(), allowed: "as_published, calculated, interpreted".into() },
    );
    case(FileName::Goals, "/goals/0/sources", json!([]), "goals[0].sources", What::EmptyList);
    case(FileName::Budget, "/figures/0/value", json!("494,7"), "figures[0].value", What::BadDecimal { text: "494,7".into() });
    case(FileName::Contradictions, "/items/0/used", json!(99), "items[0].used", {
        let readings = record().value(FileName::Contradictions)["items"][0]["readings"].as_array().unwrap().len();
        What::OutOfRange { number: 99, from: 0, to: readings as i64 - 1 }
    });
    let outcome = record().with(FileName::Terms, |root| root["terms"][0]["kind"] = json!("manick")).read();
    assert!(
        matches!(&outcome.issues[..], [Issue { path, what: What::UnfamiliarWord { word, .. }, .. }] if path == "terms[0].kind" && word == "manick")
    );
    outcome.lacks("terms", 0);
    well_said(&outcome.issues);
}

#[test]
fn every_fault_of_an_entry_is_told_at_once() {
    let outcome = record()
        .with(FileName::Goals, |root| {
            root["goals"][2]["title"] = Value::Null;
            root["goals"][2]["area"] = json!(4);
            root["goals"][2]["activities"][0]["text"]["en"] = Value::Null;
        })
        .read();
    outcome.tells(
        FileName::Goals,
        &[
            ("goals[2].area", What::WrongKind { expected: Kind::Id, found: Kind::Number }),
            ("goals[2].title", What::Null { expected: Kind::BothLanguages }),
            ("goals[2].activities[0].text.en", What::Null { expected: Kind::Text }),
        ],
    );
    outcome.lacks("goals", 1);
}

#[test]
fn a_field_that_stands_twice_is_told() {
    let bytes =
        br#"{"format":1,"terms":[{"id":"a","id":"b","name":"","kind":"tool","text":{"sv":"","en":""},"mentions":[],"has_figures":false}]}"#;
    let outcome = record().with_bytes(FileName::Terms, |file| *file = bytes.to_vec()).read();
    assert_eq!(
        outcome.issues[0],
        Issue { file: Some(FileName::Terms), path: "terms[0].id".into(), what: What::FieldTwice { name: "id".into() } }
    );
}

#[test]
fn a_file_that_cannot_be_read_at_all_costs_only_itself() {
    for file in FileName::ALL {
        let tells_only = |outcome: &Outcome, what: What| {
            assert_eq!(outcome.issues[0], Issue { file: Some(file), path: String::new(), what });
            outcome.lacks_file(file);
            well_said(&outcome.issues);
        };
        let length = record().0[&file].len();
        let padded = record().with_bytes(file, |bytes| bytes.resize(length + 10_000_000, b' ')).read();
        tells_only(&padded, What::TooLarge { bytes: length + 10_000_000 });

        let broken = record().with_bytes(file, |bytes| bytes.insert(2, 0xff)).read();
        tells_only(&broken, What::NotUtf8 { at_byte: 2 });

        let future = record().with(file, |root| root["format"] = json!(2)).read();
        tells_only(&future, What::FutureFormat { found: 2, known: 1 });

        for format in [Value::Null, json!("1"), json!(0), json!(1.5)] {
            tells_only(&record().with(file, |root| root["format"] = format).read(), What::NoFormat);
        }
        tells_only(&record().with_bytes(file, |bytes| *bytes = b"{}".to_vec()).read(), What::NoFormat);

        let cut = record().with_bytes(file, |bytes| bytes.truncate(length / 2));
        let text = String::from_utf8_lossy(&cut.0[&file]).into_owned();
        let cut = cut.read();
        let lines = text.lines().count();
        match cut.issues[0].what {
            // Where the cut goes through a letter, that is what is found first.
            What::NotUtf8 { at_byte } => assert!(at_byte + 4 > length / 2),
            What::NotJson { line, .. } => assert_eq!(line, lines),
            _ => panic!("{:?}", cut.issues[0]),
        }
        cut.lacks_file(file);

        let list = record().with_bytes(file, |bytes| *bytes = b"[]".to_vec()).read();
        tells_only(&list, What::WrongKind { expected: Kind::Object, found: Kind::List });

        let deep = record().with_bytes(file, |bytes| *bytes = [b"{\"format\":1,\"x\":".to_vec(), vec![b'['; 1_000_000]].concat()).read();
        assert!(matches!(deep.issues[0].what, What::TooDeep { line: 1, .. }));
        deep.lacks_file(file);
    }
}

#[test]
fn a_byte_order_mark_and_a_named_schema_are_no_fault() {
    for file in FileName::ALL {
        let marked = record().with(file, |root| root["$schema"] = json!("../../schema/goals.schema.json"));
        let marked = marked.with_bytes(file, |bytes| drop(bytes.splice(0..0, [0xef, 0xbb, 0xbf]))).read();
        assert_eq!(marked.issues, []);
        marked.lacks("goals", 0);
    }
}

// ---- chance ----

/// A small generator, so that a failure can be repeated by its seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

/// The first entries of each list, so that thousands of readings take seconds.
fn short(record: Record) -> Record {
    FileName::ALL.into_iter().fold(record, |record, file| {
        record.with(file, |root| {
            for list in root.as_object_mut().unwrap().values_mut().filter_map(Value::as_array_mut) {
                list.truncate(2);
            }
        })
    })
}

fn nodes(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| nodes(item, format!("{path}/{i}"), out)),
        Value::Object(members) => members.iter().for_each(|(name, member)| nodes(member, format!("{path}/{name}"), out)),
        _ => {}
    }
    out.push(path);
}

fn other_value(chance: &mut Chance, value: &Value) -> Value {
    match chance.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(1e300),
        5 => json!(""),
        6 => json!("ett-id"),
        7 => json!("\u{0}\u{202e}<script>&amp;\u{10ffff}"),
        8 => json!([]),
        9 => json!({}),
        10 => json!([value, value]),
        _ => json!({ "x": value }),
    }
}

fn spoilt_by_chance(chance: &mut Chance, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if chance.below(2) == 0 {
        for _ in 0..=chance.below(4) {
            if bytes.is_empty() {
                break;
            }
            let at = chance.below(bytes.len());
            match chance.below(4) {
                0 => bytes[at] = chance.below(256) as u8,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"{}[]\",:\\0-e\xff"[chance.below(12)]),
                _ => bytes.truncate(at.max(1)),
            }
        }
        return bytes;
    }
    let mut root: Value = serde_json::from_slice(&bytes).unwrap();
    for _ in 0..=chance.below(3) {
        let mut paths = Vec::new();
        nodes(&root, String::new(), &mut paths);
        let path = &paths[chance.below(paths.len())];
        let (parent, key) = path.rsplit_once('/').unwrap_or(("", ""));
        match (chance.below(4), root.pointer_mut(parent)) {
            (0, Some(Value::Object(members))) => drop(members.remove(key)),
            (1, Some(Value::Array(items))) if !items.is_empty() => {
                let item = items[chance.below(items.len())].clone();
                items.push(item);
            }
            _ => {
                if let Some(node) = root.pointer_mut(path) {
                    *node = other_value(chance, node);
                }
            }
        }
    }
    root.to_string().into_bytes()
}

#[test]
fn no_change_by_chance_stops_the_reader_or_reaches_another_file() {
    let rounds = if std::env::var_os("MALKARTA_SOAK").is_some() { 20_000 } else { 2_000 };
    let short = short(record());
    let untouched = short.read().sizes();
    for seed in 1..=rounds {
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let file = FileName::ALL[chance.below(FileName::ALL.len())];
        let spoilt = spoilt_by_chance(&mut chance, &short.0[&file]);
        let outcome = Record(short.0.clone()).with_bytes(file, |bytes| *bytes = spoilt).read();
        well_said(&outcome.issues);
        let own: BTreeSet<String> = short.value(file).as_object().unwrap().keys().cloned().collect();
        for (list, size) in outcome.sizes() {
            if own.contains(list) {
                // At most the same entry a few times more, under other ids.
                assert!(size <= untouched[list] + 4, "seed {seed}: {list}");
            } else {
                assert_eq!(size, untouched[list], "seed {seed}: {list}");
            }
        }
    }
}

#[test]
fn a_unit_nobody_knows_or_a_cell_that_is_no_number_costs_that_table_and_no_other() {
    for (pointer, value, path) in [
        ("/tables/1/unit", json!("miljarder"), "tables[1].unit"),
        ("/tables/1/rows/0/cells/board", json!("1 234"), "tables[1].rows[0].cells.board"),
    ] {
        let outcome = record().with(FileName::Budget, |root| *root.pointer_mut(pointer).unwrap() = value).read();
        outcome.lacks("tables", 1);
        assert!(outcome.issues.iter().any(|issue| issue.path == path), "{:?}", outcome.issues);
        well_said(&outcome.issues);
    }
}
