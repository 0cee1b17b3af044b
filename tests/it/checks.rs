//! Sums, differences and equalities of the published data and of tables made up to be wrong.

use crate::chart_model::{both, column, id, row, table};
use malkarta::model::{Catalogue, CellRef, Decimal, Figure, FigureUnit, Phase, Reading, RowKind, Table, Unit};
use malkarta::query::checks::{self, Check, CheckUnit, Kind, Outcome};

fn published() -> Catalogue {
    let loaded = malkarta::site::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/public/data"))).unwrap();
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    loaded.catalogue
}

fn with(tables: Vec<Table>, figures: Vec<Figure>) -> Catalogue {
    Catalogue { tables, figures, ..Catalogue::default() }
}

fn name(check: &Check) -> String {
    check.printed.iter().map(|operand| operand.place.anchor().to_string()).collect::<Vec<_>>().join("+")
}

fn figure(name: &str, digits: i64, scale: u32, cell: Option<(&str, &str, &str)>, sum_of: &[&str]) -> Figure {
    Figure {
        id: id(name),
        value: Decimal { digits, scale },
        unit: FigureUnit::Mkr,
        label: both(name, name),
        year: None,
        phase: None,
        printed: String::new(),
        cells: cell.iter().map(|(t, r, c)| CellRef { table: id(t), row: id(r), column: id(c) }).collect(),
        sum_of: sum_of.iter().map(|part| id(part)).collect(),
        reading: Reading::AsPublished,
        sources: vec![],
    }
}

fn off(digits: i64, scale: u32) -> Outcome {
    Outcome::OffByRounding(Decimal { digits, scale })
}

fn misfit(digits: i64) -> Outcome {
    Outcome::DoesNotFit(Decimal { digits, scale: 0 })
}

#[test]
fn the_published_numbers_fit_but_for_what_is_known_not_to() {
    let catalogue = published();
    let checks = checks::all(&catalogue);
    let misfits: Vec<_> = checks.iter().filter(|check| !check.holds()).map(|check| (check.kind, name(check), check.outcome)).collect();
    let split = |row: &str| format!("cell/income-statement-split/{row}/total");
    assert_eq!(
        misfits,
        [
            (Kind::ColumnSum, split("staff-costs"), off(-1, 0)),
            (Kind::ColumnSum, split("total-costs"), off(-1, 0)),
            (Kind::ColumnSum, split("council-allocation"), off(1, 0)),
            (Kind::Equality, "cell/income-statement/council-allocation/budget-2025".into(), off(1, 0)),
            (Kind::Text, "figure/arsarbetare-kommunbidrag-kostnad".into(), misfit(69)),
            (Kind::Text, "figure/investering-allmant-okning".into(), misfit(-724)),
            (Kind::TextSum, "figure/ramforstarkning".into(), off(-1, 1)),
        ]
    );
    let all: Vec<&Check> = checks.iter().collect();
    let (holds, rounding, wrong) = checks::count(&all);
    assert_eq!((rounding, wrong), (5, 2));
    assert_eq!(holds + rounding + wrong, checks.len());
}

#[test]
fn every_sum_difference_and_listed_equality_of_the_data_is_checked() {
    let catalogue = published();
    let checks = checks::all(&catalogue);
    let of = |kind| checks.iter().filter(|check| check.kind == kind).count();
    let sums: usize = catalogue.tables.iter().map(|t| t.rows.iter().filter(|r| !r.sum_of.is_empty()).count() * t.columns.len()).sum();
    let changes: usize =
        catalogue.tables.iter().filter(|t| t.columns.iter().any(|c| c.difference_of.is_some())).map(|t| t.rows.len()).sum();
    let cells: usize = catalogue.figures.iter().map(|figure| figure.cells.len()).sum();
    assert_eq!(of(Kind::RowSum), sums);
    assert_eq!(of(Kind::Difference), changes);
    assert_eq!(of(Kind::ColumnSum), 9);
    assert_eq!(of(Kind::Equality), 12, "every listed pair is in the data");
    assert_eq!(of(Kind::Text), cells);
    assert_eq!(of(Kind::TextSum), catalogue.figures.iter().filter(|figure| !figure.sum_of.is_empty()).count());
}

#[test]
fn a_cost_in_the_text_is_compared_by_its_size() {
    let catalogue = published();
    let checks = checks::all(&catalogue);
    let staff = checks.iter().find(|check| name(check) == "figure/styrelsen-personalkostnader").unwrap();
    assert!(staff.without_sign && staff.holds(), "42,6 Mkr against −42 609 tkr");
    let whole = checks.iter().find(|check| name(check) == "figure/omsattning-solidariskt").unwrap();
    assert!(!whole.without_sign && whole.holds(), "207 Mkr is 207 096 tkr rounded to whole millions");
}

#[test]
fn rounding_reaches_as_far_as_the_number_of_numbers_and_no_further() {
    let cells = |name: &str, value| row(name, name, RowKind::Line, None, &[], &[("a", Some(value))]);
    let sum_of_two = |printed| {
        let rows = vec![cells("x", 10), cells("y", 20), row("s", "s", RowKind::Sum, None, &["x", "y"], &[("a", Some(printed))])];
        with(vec![table("t", Unit::Tkr, vec![column("a", "A", Some(2025), Some(Phase::Budget))], rows)], vec![])
    };
    let outcome = |catalogue: &Catalogue| checks::all(catalogue).first().map(|check| check.outcome);
    assert_eq!(outcome(&sum_of_two(30)), Some(Outcome::Holds));
    assert_eq!(outcome(&sum_of_two(31)), Some(off(1, 0)));
    assert_eq!(outcome(&sum_of_two(28)), Some(misfit(-2)));
}

#[test]
fn odd_tables_give_checks_or_none_and_never_harm() {
    let columns = vec![column("a", "A", None, None)];
    let none = row("s", "s", RowKind::Sum, None, &["x"], &[("a", None)]);
    let empty = row("x", "x", RowKind::Line, None, &[], &[("a", None)]);
    let gone = row("g", "g", RowKind::Sum, None, &["not-here"], &[("a", Some(1))]);
    let itself = row("i", "i", RowKind::Sum, None, &["i"], &[("a", Some(5))]);
    let huge = row("h", "h", RowKind::Sum, None, &["i", "h"], &[("a", Some(i64::MAX))]);
    let of_empty = row("e", "e", RowKind::Sum, None, &["x"], &[("a", Some(3))]);
    let catalogue = with(
        vec![table("t", Unit::Unstated, columns, vec![none, empty, gone, itself, huge, of_empty])],
        vec![
            figure("f", i64::MAX, 9, Some(("t", "h", "a")), &[]),
            figure("g", 1, 0, Some(("t", "x", "a")), &["f", "gone"]),
            figure("w", 3, 3, Some(("t", "e", "a")), &[]),
        ],
    );
    let checks = checks::all(&catalogue);
    let names: Vec<_> = checks.iter().map(|check| (check.kind, name(check), check.outcome)).collect();
    assert_eq!(
        names,
        [
            (Kind::RowSum, "cell/t/i/a".to_owned(), Outcome::Holds),
            (Kind::RowSum, "cell/t/h/a".to_owned(), Outcome::Holds),
            (Kind::RowSum, "cell/t/e/a".to_owned(), misfit(3)),
            (Kind::Text, "figure/w".to_owned(), Outcome::Holds),
        ],
        "an empty printed cell says nothing, a missing part is not a sum, amounts beyond counting are left out"
    );
    assert!(checks.iter().all(|check| check.kind == Kind::Text || check.unit == CheckUnit::Unstated));
}
