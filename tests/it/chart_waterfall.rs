//! The step chart: what is seen, heard, read in the table and taken away in a file is the same.

use crate::chart_golden::see_golden;
use crate::chart_model::{column, id, published, row, table};
use malkarta::chart::describe::{summary, title};
use malkarta::chart::scene::{Scene, Shape, WidthClass};
use malkarta::chart::series::{Missing, Movement, StepSeries, Value};
use malkarta::chart::waterfall::scene;
use malkarta::model::{DisplayUnit, Level};
use malkarta::model::{Language, Nature, Phase, RowKind, Table, Unit};

const COLUMNS: [&str; 3] = ["forecast-2024", "budget-2025", "change"];

fn open(column: &str, level: Level, display: DisplayUnit) -> StepSeries {
    StepSeries::new(&published("income-statement"), &id(column), level, display).unwrap()
}

/// Lines with these amounts and a sum of them all.
fn steps_of(amounts: &[Option<i64>], printed_sum: Option<i64>) -> Table {
    let names: Vec<String> = (0..amounts.len()).map(|index| format!("rad-{index}")).collect();
    let parts: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut lines: Vec<_> = amounts
        .iter()
        .zip(&parts)
        .map(|(amount, name)| row(name, name, RowKind::Line, Some(Nature::Cost), &[], &[("a", *amount)]))
        .collect();
    lines.push(row("sum", "Summa", RowKind::Sum, Some(Nature::Result), &parts, &[("a", printed_sum)]));
    table("t", Unit::Tkr, vec![column("a", "Budget 2025", Some(2025), Some(Phase::Budget))], lines)
}

fn series_of(table: &Table) -> StepSeries {
    StepSeries::new(table, &id("a"), Level::Lines, DisplayUnit::Tkr).unwrap()
}

/// Every text of a mark, in drawing order.
pub fn texts(shapes: &[Shape]) -> Vec<&str> {
    shapes.iter().filter_map(|shape| if let Shape::Text { content, .. } = shape { Some(content.as_str()) } else { None }).collect()
}

pub fn see_inside(scene: &Scene) {
    for mark in scene.marks() {
        for shape in &mark.shapes {
            let (left, right, top, bottom) = match shape {
                Shape::Rect { x, y, width, height, .. } => (*x, x + width, *y, y + height),
                Shape::Text { x, y, size, content, bold, anchor, .. } => {
                    let width = malkarta::chart::text_width::width(content, *size, *bold);
                    match anchor {
                        malkarta::chart::scene::TextAnchor::Start => (*x, x + width, y - size, *y),
                        malkarta::chart::scene::TextAnchor::Middle => (x - width / 2, x + width / 2, y - size, *y),
                        malkarta::chart::scene::TextAnchor::End => (x - width, *x, y - size, *y),
                    }
                }
                _ => continue,
            };
            assert!(
                left >= 0 && right <= scene.width && top >= 0 && bottom <= scene.height,
                "{shape:?} leaves {}x{}",
                scene.width,
                scene.height
            );
        }
    }
}

#[test]
fn each_drawing_of_the_income_statement_is_as_it_was() {
    for column in COLUMNS {
        for (level, level_name) in [(Level::Totals, "totals"), (Level::Lines, "lines")] {
            for (display, unit_name) in [(DisplayUnit::Tkr, "tkr"), (DisplayUnit::Mkr, "mkr"), (DisplayUnit::Share, "share")] {
                for (class, class_name) in [(WidthClass::Wide, "wide"), (WidthClass::Narrow, "narrow")] {
                    let scene = scene(&open(column, level, display), class, Language::Sv);
                    see_inside(&scene);
                    see_golden(&format!("income-statement-{column}-{level_name}-{unit_name}-{class_name}-sv"), &scene);
                }
            }
        }
    }
    // The parts of the split table, all rows.
    let split = published("income-statement-split");
    for column in &split.columns {
        for (display, unit_name) in [(DisplayUnit::Tkr, "tkr"), (DisplayUnit::Mkr, "mkr"), (DisplayUnit::Share, "share")] {
            for (class, class_name) in [(WidthClass::Wide, "wide"), (WidthClass::Narrow, "narrow")] {
                let scene = scene(&StepSeries::new(&split, &column.id, Level::Lines, display).unwrap(), class, Language::Sv);
                see_inside(&scene);
                see_golden(&format!("{}-{}-{unit_name}-{class_name}-sv", split.id, column.id), &scene);
            }
        }
    }
    see_golden(
        "income-statement-budget-2025-lines-tkr-wide-en",
        &scene(&open("budget-2025", Level::Lines, DisplayUnit::Tkr), WidthClass::Wide, Language::En),
    );
}

#[test]
fn the_steps_go_from_income_over_costs_to_the_result() {
    let series = open("budget-2025", Level::Totals, DisplayUnit::Tkr);
    let steps: Vec<_> = series.steps.iter().map(|step| (step.row.as_str(), step.movement, step.from, step.to)).collect();
    assert_eq!(
        steps,
        [
            ("total-income", Movement::Step, 0, 248_299),
            ("total-staff-costs", Movement::Step, 248_299, -80_511),
            ("total-other-costs", Movement::Step, -80_511, -494_558),
            ("net-cost-before-financial", Movement::Total, 0, -494_558),
            ("council-allocation", Movement::Step, -494_558, 179),
            ("financial-income", Movement::Step, 179, 179),
            ("financial-costs", Movement::Step, 179, 0),
            ("result", Movement::Total, 0, 0),
            ("net-cost", Movement::Aside, 0, -494_737),
        ]
    );
    assert_eq!(series.steps[5].value, Value::Missing(Missing::EmptyCell));
    assert!(series.steps.iter().all(|step| step.calculated.is_none()));
    let lines = open("change", Level::Lines, DisplayUnit::Tkr);
    let sums: Vec<_> =
        lines.steps.iter().filter(|step| step.is_sum()).map(|step| (step.row.as_str(), step.movement, step.from, step.to)).collect();
    assert_eq!(
        sums,
        [
            ("total-income", Movement::Total, 0, 236),
            ("total-staff-costs", Movement::Group, 236, -11_568),
            ("total-other-costs", Movement::Group, -11_568, -1_601),
            ("net-cost-before-financial", Movement::Total, 0, -1_601),
            ("result", Movement::Total, 0, 4_000),
            ("net-cost", Movement::Aside, 0, -1_639),
        ]
    );
}

#[test]
fn a_screen_reader_hears_phase_unit_and_direction() {
    let heard = |column, display, at: usize, language| {
        let series = open(column, Level::Lines, display);
        series.label(&series.steps[at], language)
    };
    assert_eq!(heard("budget-2025", DisplayUnit::Tkr, 3, Language::Sv), "Lönekostnader, budget 2025: \u{2212}230\u{a0}619\u{a0}tkr");
    assert_eq!(heard("budget-2025", DisplayUnit::Mkr, 3, Language::En), "Wages, budget 2025: \u{2212}230.6\u{a0}million kronor");
    assert_eq!(
        heard("change", DisplayUnit::Tkr, 3, Language::Sv),
        "Lönekostnader, förändring från prognos 2024 till budget 2025: \u{2212}14\u{a0}509\u{a0}tkr, högre kostnad"
    );
    assert_eq!(heard("budget-2025", DisplayUnit::Tkr, 13, Language::Sv), "Finansiella intäkter, budget 2025: tom ruta i källan");
    assert_eq!(heard("budget-2025", DisplayUnit::Tkr, 2, Language::Sv), "Totala intäkter, budget 2025: 248\u{a0}299\u{a0}tkr, summa");
}

#[test]
fn the_title_says_what_came_of_it() {
    let title = |column, display, language| title(&open(column, Level::Totals, display), language).replace('\u{a0}', " ");
    assert_eq!(
        title("budget-2025", DisplayUnit::Mkr, Language::Sv),
        "Budget 2025: 248,3 mkr i intäkter och 494,7 mkr i kommunbidrag mot 742,9 mkr i kostnader. Resultat: 0,0 mkr"
    );
    assert_eq!(
        title("forecast-2024", DisplayUnit::Tkr, Language::En),
        "Forecast 2024: 248,063 thousand kronor in income and 489,098 thousand kronor in council allocation against 741,020 thousand kronor in costs. Result: −4,000 thousand kronor"
    );
    assert_eq!(
        title("change", DisplayUnit::Tkr, Language::Sv),
        "Från prognos 2024 till budget 2025: resultat +4 000 tkr, kommunbidrag +5 639 tkr, kostnader 1 837 tkr högre"
    );
    for level in [Level::Totals, Level::Lines] {
        let series = open("budget-2025", level, DisplayUnit::Tkr);
        assert!(malkarta::chart::describe::title(&series, Language::Sv).contains("742\u{a0}857\u{a0}tkr i kostnader"));
    }
}

#[test]
fn the_summary_names_the_largest_steps_and_what_is_missing() {
    let series = open("budget-2025", Level::Totals, DisplayUnit::Mkr);
    assert_eq!(
        summary(&series, Language::Sv).replace('\u{a0}', " "),
        "Stegdiagram i 9 rader: Resultaträkning, budget 2025, mkr. Störst uppåt: Kommunbidrag 494,7 mkr, Totala intäkter 248,3 mkr. \
         Störst nedåt: Totala övriga kostnader −414,0 mkr, Totala personalkostnader −328,8 mkr, Finansiella kostnader −0,2 mkr. \
         Tom ruta i källan, räknad som inget: Finansiella intäkter. Står bredvid stegen och ingår inte i dem: Nettokostnad. \
         Plus ökar resultatet och minus minskar det, som i källan. \
         Beloppen är avrundade till en decimal, så delar och summor kan skilja sig i sista siffran."
    );
}

#[test]
fn a_sum_that_is_not_its_parts_is_drawn_as_printed_and_told() {
    let series = series_of(&steps_of(&[Some(100), Some(-30)], Some(71)));
    let sum = &series.steps[2];
    assert_eq!((sum.movement, sum.to, sum.calculated), (Movement::Total, 71, Some(70)));
    assert_eq!(series.label(sum, Language::Sv), "Summa, budget 2025: 71\u{a0}tkr, summa, delarna ger 70\u{a0}tkr");
    assert!(summary(&series, Language::Sv).contains("Summa: källan anger 71\u{a0}tkr, delarna ger 70\u{a0}tkr."));
}

#[test]
fn folded_totals_never_count_a_line_twice_or_lose_one() {
    let cells = |value| [("a", Some(value))];
    let line = |name: &str, value| row(name, name, RowKind::Line, None, &[], &cells(value));
    let sum = |name: &str, parts: &[&str], value| row(name, name, RowKind::Sum, None, parts, &cells(value));
    let columns = vec![column("a", "A", None, None)];
    let rows = vec![
        line("x", 1),
        line("y", 2),
        sum("xy", &["x", "y"], 3),
        line("z", 4),
        sum("yz", &["y", "z"], 6),
        sum("xyz", &["x", "y", "z"], 7),
        sum("xz", &["x", "z"], 5),
    ];
    let series = StepSeries::new(&table("t", Unit::Mkr, columns, rows), &id("a"), Level::Totals, DisplayUnit::Mkr).unwrap();
    let steps: Vec<_> = series.steps.iter().map(|step| (step.row.as_str(), step.movement, step.from, step.to, step.calculated)).collect();
    assert_eq!(
        steps,
        [
            ("xy", Movement::Step, 0, 3, None),
            ("z", Movement::Step, 3, 7, None),
            ("yz", Movement::Group, 1, 7, None),
            ("xyz", Movement::Total, 0, 7, None),
            ("xz", Movement::Aside, 0, 5, None),
        ]
    );
}

#[test]
fn odd_tables_are_drawn_inside_their_picture() {
    let long =
        "Kommunstyrelsens anslag för stadigvarande medlemsavgifter och bidrag till förbund, föreningar, nätverk och andra organisationer";
    let mut labels = steps_of(&[Some(5), Some(-3)], Some(2));
    labels.rows[0].label.sv = long.into();
    labels.rows[1].label.sv = "abc".into();
    let mut one = steps_of(&[Some(1)], Some(1));
    one.rows.truncate(1);
    let mut none = one.clone();
    none.rows.clear();
    let many: Vec<Option<i64>> = (0..500).map(|index| Some((index * 7919 % 1000 - 500) * 1_000)).collect();
    let mut itself = steps_of(&[Some(1)], Some(1));
    itself.rows[1].sum_of = vec![id("sum")];
    let tables = [
        labels,
        one,
        none,
        itself,
        steps_of(&[Some(-5), Some(-7), Some(-1)], Some(-13)),
        steps_of(&[Some(0), Some(0)], Some(0)),
        steps_of(&[None, None], None),
        steps_of(&[Some(1), Some(10_000_000_000)], Some(10_000_000_001)),
        steps_of(&[Some(i64::MAX), Some(i64::MIN), Some(i64::MAX)], Some(i64::MIN)),
        steps_of(&many, None),
    ];
    for (index, table) in tables.iter().enumerate() {
        for display in [DisplayUnit::Tkr, DisplayUnit::Mkr] {
            let mut table = table.clone();
            if index == 7 && display == DisplayUnit::Tkr {
                table.unit = Unit::Mkr;
            }
            let series = StepSeries::new(&table, &id("a"), Level::Lines, display).unwrap();
            for class in WidthClass::ALL {
                for language in Language::ALL {
                    let scene = scene(&series, class, language);
                    assert_eq!(scene.marks().len(), table.rows.len());
                    // Amounts that no budget holds may leave the picture; they must only not break it.
                    if index != 8 {
                        see_inside(&scene);
                    }
                }
            }
        }
    }
    assert!(StepSeries::new(&published("income-statement"), &id("gone"), Level::Lines, DisplayUnit::Tkr).is_none());
}
