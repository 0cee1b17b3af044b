//! The budget pages and the page about data, built as the site writes them.

use crate::catalogue::asked;
use malkarta::chart::separated::CsvForm;
use malkarta::model::{Catalogue, Id, Language};
use malkarta::page::{self, Page};
use malkarta::url::{Route, View};

fn published() -> Catalogue {
    malkarta::site::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data"))).unwrap().catalogue
}

fn open(catalogue: &Catalogue, language: Language, route: Route, query: &str) -> Page {
    asked(catalogue, language, &route, query, page::build)
}

fn table(name: &str) -> Route {
    Route::Table(Id::parse(name).unwrap())
}

/// What a reader sees, with plain spaces.
fn seen(page: &Page) -> String {
    page.blocks.iter().map(|block| block.node().plain_text()).collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

fn html(page: &Page) -> String {
    page.blocks.iter().map(|block| block.node().to_markup().into_string()).collect()
}

#[test]
fn every_table_and_the_pages_around_them_are_there_in_both_languages() {
    let catalogue = published();
    let routes = page::routes(&catalogue);
    for name in ["income-statement", "income-statement-split", "board-split", "budget-areas", "investments"] {
        assert!(routes.contains(&table(name)), "{name}");
        for language in Language::ALL {
            let page = open(&catalogue, language, table(name), "");
            assert!(page.found);
            let page = html(&page);
            for part in ["h-table", "h-checks", "h-words", "h-contradictions", "h-sources", "<svg"] {
                assert!(page.contains(part), "{name} has no {part}");
            }
            assert!(page.contains(&format!("data/malmo-ks-2025/csv/{name}.csv\"")), "{name}");
        }
    }
    for route in [Route::Budget, Route::Data] {
        assert!(routes.contains(&route));
        assert!(Language::ALL.iter().all(|language| open(&catalogue, *language, route.clone(), "").found));
    }
}

#[test]
fn no_id_stands_twice_on_a_page_and_every_link_inside_it_leads_somewhere() {
    let catalogue = published();
    let mut routes = vec![Route::Budget, Route::Data];
    routes.extend(catalogue.tables.iter().map(|table| Route::Table(table.id.clone())));
    for route in routes {
        let page = html(&open(&catalogue, Language::Sv, route.clone(), ""));
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{route:?}");
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&target), "{route:?}: #{target}");
        }
    }
}

#[test]
fn what_does_not_fit_is_shown_with_its_arithmetic() {
    let catalogue = published();
    let split = seen(&open(&catalogue, Language::Sv, table("income-statement-split"), ""));
    assert!(split.contains("−42 609 − 230 731 − 55 469 = −328 809 tkr. Källan anger −328 810 tkr. Skillnad: 1 tkr."), "{split}");
    assert!(split.contains("175 512 + 319 224 + (tom ruta) = 494 736 tkr. Källan anger 494 737 tkr. Skillnad: 1 tkr."));
    assert!(split.contains("Texten anger 230,8 mkr. Resultaträkning - fördelad: −230 731 tkr."));
    assert!(split.contains("Skillnad: 69 tkr."));
    let overview = seen(&open(&catalogue, Language::En, Route::Budget, ""));
    assert!(
        overview
            .contains("17 + 3 + 2 + 1.5 + 1.8 = 25.3 million kronor. The source says 25.2 million kronor. Difference: 0.1 million kronor.")
    );
    let investments = seen(&open(&catalogue, Language::En, table("investments"), ""));
    assert!(investments.contains("The text says 18.5 million kronor. Investment limit: 19,224."));
    assert!(investments.contains("Difference: 724 thousand kronor.") && investments.contains("no unit in the source"));
}

#[test]
fn the_boards_money_never_stands_without_its_membership_fees() {
    let catalogue = published();
    for route in [Route::Budget, table("board-split"), table("income-statement-split")] {
        let page = seen(&open(&catalogue, Language::Sv, route.clone(), ""));
        assert!(page.contains("175,5 mkr") || page.contains("175 512 tkr"), "{route:?}");
        assert!(page.contains("95 389 tkr medlemsavgifter") || page.contains("95,4 mkr medlemsavgifter"), "{route:?}");
    }
    let office = seen(&open(&catalogue, Language::Sv, table("budget-areas"), ""));
    assert!(office.contains("Av 100 kronor av summan") && !office.to_lowercase().contains("kronor av skatt"), "never of tax");
}

#[test]
fn the_page_about_data_shows_every_document_check_and_contradiction() {
    let catalogue = published();
    for language in Language::ALL {
        let page = open(&catalogue, language, Route::Data, "");
        let (page, text) = (html(&page), seen(&page));
        for document in &catalogue.documents {
            assert!(page.contains(&document.text_sha256), "{}", document.id);
        }
        for item in &catalogue.contradictions {
            assert!(page.contains(&format!("id=\"contradiction-{}\"", item.id)), "{}", item.id);
            for reading in &item.readings {
                assert!(text.contains(&reading.value.replace('\u{a0}', " ")), "{}: {}", item.id, reading.value);
            }
            assert!(text.contains(&item.why.get(language).replace('\u{a0}', " ")), "{}", item.id);
        }
        for file in ["sources", "goals", "budget", "decisions", "followup", "rights", "terms", "contradictions"] {
            assert!(page.contains(&format!("malmo-ks-2025/{file}.json\"")), "{file}");
        }
        assert!(page.contains("datapackage.json\""));
    }
}

#[test]
fn what_is_taken_away_is_what_is_shown() {
    let catalogue = published();
    let take = |name, query, form| {
        asked(&catalogue, Language::Sv, &table(name), query, |context| page::taken_away(context, "table", form)).unwrap()
    };
    let (name, content, rows) = take("budget-areas", "", Some(CsvForm::Comma));
    assert_eq!((name.as_str(), rows), ("malmo-ks-2025-budget-areas.csv", 20));
    let lines: Vec<&str> = content.lines().collect();
    assert_eq!(lines.len(), 21);
    assert_eq!(
        lines[0],
        "Rad,Slag,\"Kommunbidrag, tkr\",\"Andel av summan, % (vår beräkning)\",Av 100 kronor av summan (vår beräkning),Anmärkning"
    );
    assert_eq!(
        lines[1],
        "\"Ek HR Kom IT STK förvaltning (Ekonomi, HR, kommunikation och IT för stadskontorets förvaltning)\",rad,42098,13.2,13.19,"
    );
    assert_eq!(lines[20], "SUMMA,summa,319224,,,");
    let printed = take("budget-areas", "ordning=tryckt&enhet=mkr", Some(CsvForm::Semicolon)).1;
    assert!(printed.starts_with("\u{feff}Rad;Slag;Kommunbidrag, mkr;"));
    assert_eq!(printed.lines().nth(1), Some("Stadsdirektör;rad;3,2;1,0;0,99;"));
    let copied = take("income-statement", "", None).1;
    let interest = copied.lines().find(|line| line.starts_with("Finansiella intäkter")).unwrap();
    assert_eq!(interest, "Finansiella intäkter\trad\t1\t\t-1\tBudget 2025: tom ruta i källan, Förändring: lägre intäkt");
    let board = take("board-split", "", Some(CsvForm::Comma)).1;
    assert!(board.contains("SUMMA,summa,157927,175512,17585,"), "{board}");
    assert!(asked(&catalogue, Language::Sv, &Route::Budget, "", |context| page::taken_away(context, "table", None)).is_none());
}

#[test]
fn a_table_of_another_municipality_needs_none_of_the_known_rows() {
    let mut catalogue = published();
    catalogue.figures.clear();
    catalogue.contradictions.clear();
    catalogue.tables.retain(|table| table.id == "budget-areas");
    catalogue.tables[0].id = Id::parse("areas-2031").unwrap();
    catalogue.tables[0].rows.truncate(3);
    for language in Language::ALL {
        assert!(open(&catalogue, language, Route::Budget, "").found);
        assert!(open(&catalogue, language, table("areas-2031"), "").found);
        assert!(open(&catalogue, language, Route::Data, "").found);
        assert!(!open(&catalogue, language, table("budget-areas"), "").found);
    }
}

#[test]
fn every_row_and_cell_answers_why_with_source_reading_checks_and_contradictions() {
    let catalogue = published();
    for each in &catalogue.tables {
        for row in &each.rows {
            let anchor = format!("row/{}/{}", each.id, row.id);
            let page = open(&catalogue, Language::Sv, table(each.id.as_str()), &format!("vald={anchor}"));
            let html = html(&page);
            let (_, why) = html.split_once(&format!("data-why=\"{anchor}\"")).unwrap();
            for part in ["enligt källan", "Nämndsbudget 2025", "Stämmer det?", "Motstridiga uppgifter", "data-act=\"note\""] {
                assert!(why.contains(part), "{anchor} has no {part}");
            }
            for (column, value) in &row.cells {
                let cell = format!("cell/{}/{}/{column}", each.id, row.id);
                assert!(why.contains(&format!("data-anchor=\"{cell}\"")) && html.contains(&format!("data-cell=\"{cell}\"")), "{cell}");
                let page = seen(&open(&catalogue, Language::En, table(each.id.as_str()), &format!("vald={cell}&enhet=mkr")));
                let (_, why) = page.split_once("Why this number?\u{20}").unwrap();
                match value {
                    None => assert!(why.contains("No zero is printed."), "{cell}"),
                    Some(value) => {
                        let printed = malkarta::i18n::number::whole(Language::En, *value);
                        assert!(why.contains(&printed), "{cell}: {why}");
                    }
                }
            }
        }
    }
    let split = open(&catalogue, Language::Sv, table("income-statement-split"), "vald=cell/income-statement-split/staff-costs/total");
    let why = seen(&split);
    let (_, why) = why.rsplit_once("Varför denna siffra? ").unwrap();
    for part in ["−328 810 tkr", "summan av", "−42 609 − 230 731 − 55 469 = −328 809 tkr", "Ryms i avrundningen", "«-328 810»"]
    {
        assert!(why.contains(part), "{part} is missing in {why}");
    }
    for gone in ["row/income-statement-split/gone", "cell/income-statement-split/staff-costs/gone", "row/other/staff-costs", "goal/x"] {
        let page = html(&open(&catalogue, Language::Sv, table("income-statement-split"), &format!("vald={gone}")));
        assert!(!page.contains("data-why="), "{gone}");
    }
}

#[test]
fn a_picture_leaves_with_its_title_unit_source_and_scope_and_the_same_words() {
    let catalogue = published();
    for language in Language::ALL {
        for each in &catalogue.tables {
            for query in ["", "enhet=mkr", "enhet=andel", "niva=summor", "kolumn=change"] {
                asked(&catalogue, language, &table(each.id.as_str()), query, |context| {
                    let page = page::build(context);
                    let text = html(&page);
                    let kinds: Vec<&str> = text.split("data-chart=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
                    assert!(!kinds.is_empty());
                    for kind in kinds {
                        let picture = page::picture_file(context, kind, Some(1920)).unwrap();
                        let (_, figure) = text.split_once(&format!("data-chart=\"{kind}\"")).unwrap();
                        let (_, title) = figure.split_once("<figcaption>").unwrap();
                        let (title, _) = title.split_once("</figcaption>").unwrap();
                        assert!(picture.svg.contains(&format!("<title>{title}</title>")), "{}: {title}", each.id);
                        assert!(picture.svg.contains("width=\"1920\""));
                        let plain = page::scope(language, context.edition(), context.publisher);
                        let last = plain.split(' ').next_back().unwrap();
                        assert!(picture.words.ends_with(&plain) && picture.svg.contains(last));
                        assert!(picture.words.contains("Nämndsbudget 2025"));
                        assert!(!picture.svg.contains("href") && !picture.svg.contains(" style="));
                    }
                    assert!(page::picture_file(context, "gone", None).is_none());
                });
            }
        }
    }
}

/// The value of an attribute in a piece of HTML, unescaped as far as our data needs.
fn attribute<'h>(piece: &'h str, name: &str) -> Option<&'h str> {
    piece.split_once(&format!("{name}=\""))?.1.split('"').next()
}

/// Digits as a file writes them.
fn file_number(shown: &str, language: Language) -> String {
    let plain = shown.replace('\u{2212}', "-").replace('\u{a0}', "");
    if language == Language::Sv { plain.replace(',', ".") } else { plain.replace(',', "") }
}

#[test]
fn what_is_heard_seen_read_and_taken_away_is_the_same_for_every_mark() {
    let catalogue = published();
    let mut seen_marks = 0;
    for language in Language::ALL {
        for each in &catalogue.tables {
            let mut queries: Vec<String> = Vec::new();
            let mut choices: Vec<String> = each.columns.iter().map(|column| format!("kolumn={}", column.id)).collect();
            choices.push("ordning=tryckt".into());
            if let [earlier, later, ..] = each.columns.as_slice() {
                choices.push(format!("jamfor={},{}", earlier.id, later.id));
            }
            for choice in choices {
                for unit in ["tkr", "mkr", "andel"] {
                    for level in ["rader", "summor"] {
                        queries.push(format!("{choice}&enhet={unit}&niva={level}"));
                    }
                }
            }
            for query in queries {
                asked(&catalogue, language, &table(each.id.as_str()), &query, |context| {
                    let text = html(&page::build(context));
                    let (_, csv, rows) = page::taken_away(context, "table", Some(CsvForm::Comma)).unwrap();
                    let (_, copied, _) = page::taken_away(context, "table", None).unwrap();
                    let body = text.split_once("<table class=\"amounts\">").unwrap().1.split_once("<tbody>").unwrap().1;
                    let body = body.split_once("</tbody>").unwrap().0;
                    let table_rows: Vec<&str> = body.split("<tr ").skip(1).collect();
                    assert_eq!((table_rows.len(), csv.lines().count(), copied.lines().count()), (rows, rows + 1, rows + 1), "{query}");
                    let of_rows = text.split("<figure ").skip(1).filter(|figure| attribute(figure, "data-chart") != Some("flow"));
                    for mark in of_rows.flat_map(|figure| figure.split("data-mark=\"").skip(1)) {
                        let (anchor, rest) = mark.split_once('"').unwrap();
                        // The label stands before the anchor in the element.
                        let at = text.find(&format!("data-mark=\"{anchor}\"")).unwrap();
                        let label = text[..at].rsplit_once("aria-label=\"").unwrap().1.split('"').next().unwrap();
                        let drawn = rest.split("</a>").next().unwrap().split("data-mark=").next().unwrap();
                        let row = anchor.rsplit('/').next().unwrap();
                        let index = table_rows.iter().position(|html| html.contains(&format!("id=\"row-{row}\""))).unwrap();
                        let line = csv.lines().nth(index + 1).unwrap();
                        let shown_only = table_rows[index].contains("number shown");
                        for cell in table_rows[index].split("<td class=\"number").skip(1) {
                            if shown_only && !cell.starts_with(" shown") || cell.starts_with(" calculated") || cell.starts_with("\">") {
                                continue;
                            }
                            let name = attribute(cell, "data-cell").unwrap();
                            let column = name.rsplit('/').next().unwrap();
                            if each.columns.iter().any(|c| c.id == column && c.phase == Some(malkarta::model::Phase::Change)) && !shown_only
                            {
                                continue;
                            }
                            let value = cell.split_once('>').unwrap().1.split('<').next().unwrap();
                            if value.is_empty() {
                                assert!(line.contains(",,"), "{query} {name}: {line}");
                                continue;
                            }
                            assert!(label.contains(value), "{query} {name}: {label} says not {value}");
                            assert!(drawn.contains(value), "{query} {name}: {value} is not drawn");
                            let number = file_number(value, language);
                            assert!(line.split(',').any(|field| field == number), "{query} {name}: {line} has not {number}");
                            seen_marks += 1;
                        }
                    }
                });
            }
        }
    }
    assert!(seen_marks > 5_000, "{seen_marks}");
}

#[test]
fn files_hold_no_formula_and_numbers_that_count() {
    let mut catalogue = published();
    let first = &mut catalogue.tables[0];
    first.rows[0].label.sv = "=HYPERLINK(\"x\";\"y\")".into();
    first.rows[1].label.sv = "\t@SUM, \"a\"".into();
    first.columns[0].label.sv = "-1".into();
    first.rows[2].cells.insert(Id::parse("budget-2025").unwrap(), Some(1));
    let take = |query, form| {
        asked(&catalogue, Language::Sv, &table("income-statement"), query, |context| page::taken_away(context, "table", form)).unwrap().1
    };
    let comma = take("enhet=mkr", Some(CsvForm::Comma));
    let lines: Vec<&str> = comma.lines().collect();
    assert!(lines[0].starts_with("Rad,Slag,\"'-1, mkr\""), "{}", lines[0]);
    assert!(lines[1].starts_with("\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\",rad,16.1,19.1,3.0,"), "{}", lines[1]);
    assert!(lines[2].starts_with("\"'\t@SUM, \"\"a\"\"\",rad,"), "{}", lines[2]);
    assert!(lines[3].contains("delarna ger 248,3"), "rows that do not add up are told: {}", lines[3]);
    assert!(lines[4].contains(",-216.1,-230.6,-14.5,Förändring: högre kostnad"), "{}", lines[4]);
    let semicolon = take("enhet=mkr", Some(CsvForm::Semicolon));
    assert!(semicolon.starts_with("\u{feff}Rad;Slag;") && semicolon.contains(";-216,1;-230,6;-14,5;"));
    assert!(take("", None).lines().nth(2).unwrap().starts_with("' @SUM, \"a\"\trad\t"));
}

#[test]
fn a_link_with_a_column_that_is_gone_is_told_and_the_rest_applies() {
    let catalogue = published();
    for (query, told) in [
        ("kolumn=budget-1999&enhet=mkr", vec!["budget-1999"]),
        ("jamfor=forecast-2024,gone&enhet=mkr", vec!["gone"]),
        ("jamfor=gone,away&vald=row/income-statement/nothing&enhet=mkr", vec!["row/income-statement/nothing", "gone", "away"]),
        ("kolumn=change&jamfor=forecast-2024,budget-2025&enhet=mkr", vec![]),
    ] {
        asked(&catalogue, Language::Sv, &table("income-statement"), query, |context| {
            assert_eq!(page::gone(context), told, "{query}");
            let text = seen(&page::build(context));
            assert!(text.contains("−230,6"), "{query}");
        });
    }
    let (view, problems) = View::from_query("jamfor=a&jamfor=,b&enhet=andel");
    assert_eq!((view.compare, problems.len()), (None, 2));
}

#[test]
fn the_flow_leaves_with_its_number_of_rows_and_every_band_answers_why() {
    let catalogue = published();
    let take =
        |form| asked(&catalogue, Language::Sv, &table("income-statement-split"), "", |context| page::taken_away(context, "flow", form));
    let (name, content, rows) = take(Some(CsvForm::Comma)).unwrap();
    assert_eq!((name.as_str(), rows, content.lines().count()), ("malmo-ks-2025-income-statement-split-flow.csv", 20, 21));
    assert!(content.contains("KOMMUNBIDRAG,Styrelsen,175512,"));
    assert!(content.contains("KOMMUNBIDRAG,Solidariskt och intäktsfinansierat,,tom ruta i källan"));
    assert!(content.contains("KOMMUNBIDRAG,avrundning,1,"));
    let page = html(&open(&catalogue, Language::Sv, table("income-statement-split"), "vald=column/income-statement-split/board"));
    let (_, why) = page.split_once("data-why=\"column/income-statement-split/board\"").unwrap();
    assert!(why.contains("42\u{a0}609") && why.contains("175\u{a0}512"));
    assert!(seen(&open(&catalogue, Language::Sv, table("income-statement-split"), "")).contains("Det gör inte vi heller."));
    assert!(asked(&catalogue, Language::Sv, &table("board-split"), "", |context| page::taken_away(context, "flow", None)).is_none());
}

#[test]
fn a_column_without_a_phase_and_a_row_that_does_not_add_up_are_shown_as_they_are() {
    let mut catalogue = published();
    let first = &mut catalogue.tables[0];
    first.columns[1].phase = None;
    first.rows[2].cells.insert(Id::parse("budget-2025").unwrap(), Some(248_000));
    let page = seen(&open(&catalogue, Language::Sv, table("income-statement"), "kolumn=budget-2025"));
    assert!(page.contains("Totala intäkter: källan anger 248 000 tkr, delarna ger 248 299 tkr."), "{page}");
    assert!(page.contains("Budget 2025, tkr") && !page.contains("2025 2025"));
    assert!(page.contains("19 086 + 229 213 = 248 299 tkr. Källan anger 248 000 tkr. Skillnad: 299 tkr."));
    let compared = seen(&open(&catalogue, Language::En, table("income-statement"), "jamfor=forecast-2024,budget-2025"));
    assert!(compared.contains("Largest differences between forecast 2024 and Budget 2025"), "{compared}");
}

#[test]
fn the_overview_shows_where_the_money_goes_as_one_still_picture_that_leads_to_its_table() {
    let catalogue = published();
    for (language, amount, unit) in [(Language::Sv, "494,7", "mkr"), (Language::En, "494.7", "million kronor")] {
        let page = open(&catalogue, language, Route::Budget, "");
        let glance = page.blocks.iter().find(|block| block.key == "glance").unwrap().node().to_markup().into_string();
        let glance = glance.replace('\u{a0}', " ");
        assert!(glance.contains(&format!("{amount} {unit}")), "{unit} in the finding");
        assert!(glance.matches(amount).count() > 2, "the amount in the picture");
        assert!(glance.contains("role=\"img\"") && glance.contains("<desc>"), "heard as one picture");
        assert!(glance.contains("wide-only") && glance.contains("narrow-only"), "on a phone too");
        for alive in ["tabindex", "data-mark", "data-chart", "<title>"] {
            assert!(!glance.contains(alive), "{alive}");
        }
        assert!(glance.contains("href=\"income-statement-split/\""), "the way to the table");
    }
}
