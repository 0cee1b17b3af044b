//! Bars: what is seen, heard and read in the table is the same; odd tables stay inside their picture.

use crate::chart_golden::see_golden;
use crate::chart_model::{column, id, published, row, table};
use crate::chart_waterfall::see_inside;
use malkarta::chart::bars::{BarSeries, scene, summary, title};
use malkarta::chart::scene::WidthClass;
use malkarta::model::{DisplayUnit, Language, Phase, RowKind, RowOrder, Table, Unit};

const CLASSES: [(WidthClass, &str); 2] = [(WidthClass::Wide, "wide"), (WidthClass::Narrow, "narrow")];
const UNITS: [(DisplayUnit, &str); 3] = [(DisplayUnit::Tkr, "tkr"), (DisplayUnit::Mkr, "mkr"), (DisplayUnit::Share, "share")];

/// Rows with these amounts in one column or two, and a sum of them.
fn bars_of(amounts: &[(Option<i64>, Option<i64>)], sum: (Option<i64>, Option<i64>), years: usize) -> Table {
    let names: Vec<String> = (0..amounts.len()).map(|index| format!("rad-{index}")).collect();
    let parts: Vec<&str> = names.iter().map(String::as_str).collect();
    let cells = |(a, b): (Option<i64>, Option<i64>)| [("b", b), ("a", a)].into_iter().take(years).collect::<Vec<_>>();
    let mut rows: Vec<_> =
        amounts.iter().zip(&parts).map(|(amount, name)| row(name, name, RowKind::Line, None, &[], &cells(*amount))).collect();
    rows.push(row("sum", "Summa", RowKind::Sum, None, &parts, &cells(sum)));
    let mut columns =
        vec![column("a", "Prognos 2024", Some(2024), Some(Phase::Forecast)), column("b", "Budget 2025", Some(2025), Some(Phase::Budget))];
    columns.drain(..2 - years);
    table("t", Unit::Tkr, columns, rows)
}

#[test]
fn each_drawing_of_the_bar_tables_is_as_it_was() {
    for name in ["budget-areas", "board-split", "investments"] {
        let table = published(name);
        for (display, unit) in UNITS {
            // A table without a unit stays as printed.
            if name == "investments" && display == DisplayUnit::Mkr {
                continue;
            }
            for (order, order_name) in [(RowOrder::Size, "size"), (RowOrder::Printed, "printed")] {
                let series = BarSeries::new(&table, order, display);
                for (class, class_name) in CLASSES {
                    let scene = scene(&series, class, Language::Sv);
                    see_inside(&scene);
                    see_golden(&format!("{name}-{order_name}-{unit}-{class_name}-sv"), &scene);
                }
            }
        }
        let series = BarSeries::new(&table, RowOrder::Size, DisplayUnit::Tkr);
        see_golden(&format!("{name}-wide-en"), &scene(&series, WidthClass::Wide, Language::En));
    }
}

/// Two columns of a published table, all rows.
fn compared(table: &Table, earlier: &str, later: &str, display: DisplayUnit) -> BarSeries {
    let columns = [table.column(&id(earlier)).unwrap(), table.column(&id(later)).unwrap()];
    BarSeries::compared(table, columns, table.rows.iter().collect(), RowOrder::Size, display)
}

#[test]
fn each_drawing_of_a_comparison_is_as_it_was() {
    for (name, earlier, later) in
        [("income-statement", "forecast-2024", "budget-2025"), ("income-statement-split", "board", "shared-and-income-financed")]
    {
        let table = published(name);
        for (display, unit) in UNITS {
            for (class, class_name) in CLASSES {
                let scene = scene(&compared(&table, earlier, later, display), class, Language::Sv);
                see_inside(&scene);
                see_golden(&format!("compare-{name}-{unit}-{class_name}-sv"), &scene);
            }
        }
    }
}

#[test]
fn a_comparison_names_the_largest_movements_in_kronor_and_per_cent() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let table = published("income-statement");
    let series = compared(&table, "forecast-2024", "budget-2025", DisplayUnit::Tkr);
    assert_eq!(
        plain(title(&series, Language::Sv)),
        "Störst skillnad mellan prognos 2024 och budget 2025: Lönekostnader −14 509 tkr (−6,7 %, högre kostnad), \
         Övriga kostnader +7 128 tkr (+1,9 %, lägre kostnad), Kommunbidrag +5 639 tkr (+1,2 %, högre kommunbidrag)"
    );
    let sizes: Vec<i64> = series.bars.iter().filter(|bar| !bar.is_sum).filter_map(|bar| bar.change).map(i64::abs).collect();
    assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]), "{sizes:?}");
    // The change that we calculate is the change that the source prints, wherever both cells hold a number.
    for bar in &series.bars {
        let row = table.row(&bar.row).unwrap();
        match bar.change {
            Some(change) => assert_eq!(Some(change), row.value(&id("change")), "{}", bar.row),
            None => assert_eq!(bar.row, id("financial-income")),
        }
    }
    let nothing = compared(&table, "budget-2025", "budget-2025", DisplayUnit::Tkr);
    assert_eq!(title(&nothing, Language::En), "No row differs between budget 2025 and budget 2025");
    let from_zero = compared(&published("income-statement-split"), "board", "total", DisplayUnit::Tkr);
    let income = from_zero.bars.iter().find(|bar| bar.row == id("total-income")).unwrap();
    assert_eq!((income.change, income.change_percent), (Some(248_299), None), "from nothing there is no per cent");
}

#[test]
fn titles_and_summaries_name_phases_amounts_and_the_largest() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    let areas = BarSeries::new(&published("budget-areas"), RowOrder::Size, DisplayUnit::Tkr);
    assert_eq!(
        plain(title(&areas, Language::Sv)),
        "Budget 2025: 319 224 tkr på 19 rader. Störst: Ekonomi, HR, kommunikation och IT för stadskontorets förvaltning, 42 098 tkr (13,2 %)"
    );
    assert!(plain(summary(&areas, Language::En)).contains("Smallest: City director 3,160 thousand kronor (1.0%)."));
    let printed = BarSeries::new(&published("budget-areas"), RowOrder::Printed, DisplayUnit::Tkr);
    assert_eq!(printed.bars[0].row, id("city-director"));
    assert_eq!(areas.bars[0].row, id("finance-hr-communications-it"));
    let hundred: i64 = areas.bars.iter().filter_map(|bar| bar.per_hundred).map(|part| part.digits).sum();
    assert!((9_990..=10_010).contains(&hundred), "{hundred}");
    let board = BarSeries::new(&published("board-split"), RowOrder::Size, DisplayUnit::Mkr);
    assert_eq!(
        plain(title(&board, Language::Sv)),
        "Styrelsen, fördelning av kommunbidrag: 157,9 mkr i prognos 2024, 175,5 mkr i budget 2025 (+17,6 mkr)"
    );
    let investments = BarSeries::new(&published("investments"), RowOrder::Size, DisplayUnit::Mkr);
    assert_eq!(plain(title(&investments, Language::Sv)), "Investeringsram: 776 i prognos 2024, 25 000 i budget 2025 (+24 224)");
    assert!(summary(&investments, Language::Sv).contains("Källan skriver ingen enhet vid tabellen."));
}

#[test]
fn odd_tables_are_drawn_inside_their_picture() {
    let both = |value: i64| (Some(value), Some(value / 2));
    let many: Vec<_> = (0..500).map(|index| both((index * 7919 % 1000 - 500) * 1_000)).collect();
    let mut long = bars_of(&[both(5), both(9)], both(14), 1);
    long.rows[0].label.sv =
        "Kommunstyrelsens anslag för stadigvarande medlemsavgifter och bidrag till förbund, föreningar och nätverk i hela landet".into();
    long.rows[0].expanded = Some(long.rows[0].label.clone());
    for years in [1, 2] {
        let mut tables = vec![
            bars_of(&[both(-5), both(-7)], both(-12), years),
            bars_of(&[both(-5), both(7)], both(2), years),
            bars_of(&[both(0), both(0)], both(0), years),
            bars_of(&[(None, None), (None, Some(3))], (None, None), years),
            bars_of(&[both(1)], both(1), years),
            bars_of(&[both(1), both(10_000_000_000)], both(10_000_000_001), years),
            bars_of(&many, (None, None), years),
            long.clone(),
        ];
        let mut empty = bars_of(&[], both(0), years);
        empty.rows.clear();
        tables.push(empty.clone());
        empty.columns.clear();
        tables.push(empty);
        for table in &tables {
            for (display, _) in UNITS {
                let series = BarSeries::new(table, RowOrder::Size, display);
                for class in WidthClass::ALL {
                    for language in Language::ALL {
                        let scene = scene(&series, class, language);
                        assert_eq!(scene.marks().len(), series.bars.len());
                        see_inside(&scene);
                    }
                }
            }
        }
        let hostile = bars_of(&[both(i64::MAX), both(i64::MIN)], both(i64::MIN), years);
        scene(&BarSeries::new(&hostile, RowOrder::Size, DisplayUnit::Mkr), WidthClass::Narrow, Language::En);
    }
    let parts = bars_of(&[(None, Some(1)), (None, Some(2)), (None, Some(-1))], (None, Some(2)), 1);
    let shares: Vec<_> =
        BarSeries::new(&parts, RowOrder::Printed, DisplayUnit::Tkr).bars.iter().map(|bar| bar.share.map(|s| s.digits)).collect();
    assert_eq!(shares, [Some(500), Some(1000), Some(-500)]);
}
