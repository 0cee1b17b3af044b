//! The flow: exact to the split table, each band one cell, rounding a line of its own; heard, seen, read and taken away alike.

use crate::chart_golden::see_golden;
use crate::chart_model::{both, column, id, published, row, table};
use crate::chart_waterfall::{see_inside, texts};
use malkarta::chart::flow::{FlowSeries, cells, rows, scene, summary, title};
use malkarta::chart::scene::{Shape, WidthClass};
use malkarta::chart::series::Value;
use malkarta::model::{DisplayUnit, Language, Nature, RowKind, Table, Text, Unit};

fn when() -> Text {
    both("budget 2025", "budget 2025")
}

fn open(display: DisplayUnit) -> FlowSeries {
    FlowSeries::new(&published("income-statement-split"), when(), display).unwrap()
}

const UNITS: [(DisplayUnit, &str); 3] = [(DisplayUnit::Tkr, "tkr"), (DisplayUnit::Mkr, "mkr"), (DisplayUnit::Share, "share")];

#[test]
fn each_drawing_of_the_flow_is_as_it_was() {
    for (display, unit) in UNITS {
        for (class, name) in [(WidthClass::Wide, "wide"), (WidthClass::Narrow, "narrow")] {
            let scene = scene(&open(display), class, Language::Sv);
            see_inside(&scene);
            see_golden(&format!("flow-{unit}-{name}-sv"), &scene);
        }
    }
    see_golden("flow-tkr-wide-en", &scene(&open(DisplayUnit::Tkr), WidthClass::Wide, Language::En));
}

#[test]
fn every_band_is_one_cell_and_every_cell_of_a_line_is_a_row() {
    let table = published("income-statement-split");
    let series = open(DisplayUnit::Tkr);
    let total = table.columns.iter().find(|column| column.sum_of.len() == 3).unwrap();
    let lines: Vec<_> = table.rows.iter().filter(|row| row.kind == RowKind::Line && row.nature != Some(Nature::Result)).collect();
    assert_eq!(series.bands.len(), lines.len() * 3);
    for row in &lines {
        for part in &total.sum_of {
            let anchor = format!("cell/{}/{}/{part}", table.id, row.id);
            let band = series.bands.iter().find(|band| band.anchor.as_str() == anchor).unwrap();
            assert_eq!(band.amount, row.value(part).unwrap_or(0).abs(), "{anchor}");
            assert_eq!(matches!(band.value, Value::Missing(_)), row.cells[part].is_none(), "{anchor}");
        }
    }
    for part in &series.parts {
        assert_eq!(series.left_over(part), 0, "{}", part.anchor);
    }
    let roundings: Vec<_> =
        series.sources.iter().chain(&series.uses).filter_map(|node| Some((node.anchor.as_str(), node.rounding()?))).collect();
    assert_eq!(
        roundings,
        [("cell/income-statement-split/council-allocation/total", 1), ("cell/income-statement-split/staff-costs/total", 1),],
        "what is rounding stands as such"
    );
}

#[test]
fn what_is_heard_seen_read_and_taken_away_is_the_same_for_every_band() {
    for language in Language::ALL {
        for (display, _) in UNITS {
            let series = open(display);
            let rows = rows(&series, language);
            let file = cells(&series, language, false);
            assert_eq!(file.len(), rows.len() + 1);
            assert_eq!(rows.len(), series.bands.len() + 2, "two rounding differences");
            for class in WidthClass::ALL {
                let scene = scene(&series, class, language);
                let marks = scene.marks();
                let bands: Vec<_> = marks.iter().filter(|mark| mark.ends.is_some()).collect();
                assert_eq!(bands.len(), series.bands.iter().filter(|band| band.amount > 0).count());
                for mark in bands {
                    let at = rows.iter().position(|row| row.anchor == mark.anchor).unwrap();
                    let (row, file) = (&rows[at], &file[at + 1]);
                    assert!(mark.label.contains(&format!(": {}", row.value)), "{} says not {}", mark.label, row.value);
                    assert!(mark.label.contains(&row.from) && mark.label.contains(&row.to), "{}", mark.label);
                    assert_eq!((&file[0], &file[1], &file[2]), (&row.from, &row.to, &row.plain));
                    if class == WidthClass::Narrow {
                        assert!(texts(&mark.shapes).contains(&row.value.as_str()), "{:?}", texts(&mark.shapes));
                    }
                    let (from, to) = mark.ends.as_ref().unwrap();
                    for end in [from, to] {
                        assert!(marks.iter().any(|node| node.anchor.as_ref() == Some(end)), "{end} is a node");
                    }
                }
                assert_eq!(marks.len() - marks.iter().filter(|mark| mark.ends.is_some()).count(), 9, "two sources, three parts, four uses");
            }
        }
    }
}

#[test]
fn the_words_name_amounts_parts_and_rounding() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let series = open(DisplayUnit::Tkr);
    assert_eq!(
        plain(title(&series, Language::Sv)),
        "Budget 2025: kommunbidrag 494 737 tkr + totala intäkter 248 299 tkr. Största delen: KB finansierat, 360 427 tkr. Mest går till: Övriga kostnader, 412 674 tkr"
    );
    let words = plain(summary(&series, Language::Sv));
    for part in [
        "Styrelsen: in KOMMUNBIDRAG 175 512 tkr; ut Personalkostnader 42 609 tkr, Övriga kostnader 132 839 tkr, Avskrivningar 58 tkr, Finansiella poster 6 tkr.",
        "KOMMUNBIDRAG: källans total är 494 737 tkr, delarna ger 494 736 tkr; 1 tkr står för sig som avrundning.",
    ] {
        assert!(words.contains(part), "{words}");
    }
    assert!(!words.contains("in minus ut"));
}

/// Two parts and their total.
fn made_up(lines: &[(&str, Nature, [Option<i64>; 3])]) -> Table {
    let mut columns = vec![column("a", "A", Some(2031), None), column("b", "B", Some(2031), None), column("t", "T", Some(2031), None)];
    columns[2].sum_of = vec![id("a"), id("b")];
    let rows = lines.iter().enumerate().map(|(index, (label, nature, values))| {
        let cells: Vec<_> = ["a", "b", "t"].into_iter().zip(*values).collect();
        row(&format!("r{index}"), label, RowKind::Line, Some(*nature), &[], &cells)
    });
    table("x", Unit::Tkr, columns, rows.collect())
}

#[test]
fn odd_tables_are_drawn_inside_their_picture_or_not_at_all() {
    let long = "Kommunstyrelsens anslag för stadigvarande medlemsavgifter och bidrag till förbund, föreningar och nätverk i hela landet";
    let both_sides =
        made_up(&[("in", Nature::Income, [Some(5), Some(5), Some(10)]), ("fin", Nature::Financial, [Some(3), Some(-2), Some(1)])]);
    let series = FlowSeries::new(&both_sides, when(), DisplayUnit::Tkr).unwrap();
    assert_eq!((series.sources.len(), series.uses.len()), (2, 1), "a row with both signs stands on both sides");
    assert_eq!(series.bands.iter().filter(|band| band.anchor.as_str().contains("/r1/")).count(), 2, "and each of its cells once");
    assert!(series.sources.iter().chain(&series.uses).all(|node| node.rounding().is_none()));
    assert_eq!(series.left_over(&series.parts[0]), 8);
    assert!(summary(&series, Language::En).contains("A: in minus out is +8"));
    let tables = [
        both_sides,
        made_up(&[(long, Nature::Income, [Some(1), None, Some(1)]), ("abc", Nature::Cost, [Some(-1), Some(0), Some(-1)])]),
        made_up(&[("in", Nature::Income, [None, None, None]), ("ut", Nature::Cost, [None, None, None])]),
        made_up(&[("in", Nature::Income, [Some(0), Some(0), Some(0)]), ("ut", Nature::Cost, [Some(0), Some(0), Some(0)])]),
        made_up(&[
            ("in", Nature::Income, [Some(1), Some(10_000_000_000), Some(7)]),
            ("ut", Nature::Cost, [Some(-10_000_000_000), Some(-1), Some(7)]),
        ]),
        made_up(
            &(0..250)
                .flat_map(|i| [("in", Nature::Income, [Some(i), Some(i * 7 % 13), Some(i)]), ("ut", Nature::Cost, [Some(-i), None, None])])
                .collect::<Vec<_>>(),
        ),
    ];
    for table in &tables {
        for (display, _) in UNITS {
            let series = FlowSeries::new(table, when(), display).unwrap();
            for class in WidthClass::ALL {
                for language in Language::ALL {
                    let scene = scene(&series, class, language);
                    see_inside(&scene);
                    for mark in scene.marks() {
                        for shape in &mark.shapes {
                            if let Shape::Path { points, .. } = shape {
                                assert!(
                                    points.iter().all(|(x, y)| (0..=scene.width).contains(x) && (0..=scene.height).contains(y)),
                                    "{}",
                                    mark.label
                                );
                            }
                        }
                    }
                }
            }
        }
    }
    let hostile = made_up(&[
        ("in", Nature::Income, [Some(i64::MAX), Some(i64::MAX), Some(i64::MIN)]),
        ("ut", Nature::Cost, [Some(i64::MIN), Some(i64::MIN), None]),
    ]);
    let series = FlowSeries::new(&hostile, when(), DisplayUnit::Mkr).unwrap();
    scene(&series, WidthClass::Wide, Language::Sv);
    // Without a total of columns, or with nothing that goes out, there is no flow.
    let mut none = made_up(&[("in", Nature::Income, [Some(1), Some(1), Some(2)])]);
    assert!(FlowSeries::new(&none, when(), DisplayUnit::Tkr).is_none());
    none.columns[2].sum_of.clear();
    assert!(FlowSeries::new(&none, when(), DisplayUnit::Tkr).is_none());
}
