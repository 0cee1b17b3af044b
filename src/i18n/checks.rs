//! Words about whether printed numbers add up.

messages! {
    heading() { sv: "Stämmer det?", en: "Does it add up?" }
    what() {
        sv: "Programmet räknar om varje summa, varje skillnad och varje belopp som står på fler än ett ställe. Tryckta tal ändras aldrig.",
        en: "The program recalculates every sum, every difference and every amount that stands in more than one place. Printed numbers are never changed.",
    }
    rounding_rule() {
        sv: "«Ryms i avrundningen» betyder att skillnaden inte är större än vad som kan uppstå när varje tal avrundas för sig.",
        en: "“Within rounding” means that the difference is no larger than what rounding each number by itself can make.",
    }
    holds() { sv: "Stämmer", en: "Holds" }
    rounding() { sv: "Ryms i avrundningen", en: "Within rounding" }
    does_not_fit() { sv: "Stämmer inte", en: "Does not fit" }
    count(all: usize, holds: usize, rounding: usize, wrong: usize) {
        sv: counted([if all == 1 { "1 kontroll" } else { "kontroller" }, "stämmer", "ryms i avrundningen", "stämmer inte"], "alla stämmer", [all, holds, rounding, wrong]),
        en: counted([if all == 1 { "1 check" } else { "checks" }, if holds == 1 { "holds" } else { "hold" }, "within rounding", if wrong == 1 { "does not fit" } else { "do not fit" }], "all hold", [all, holds, rounding, wrong]),
    }
    no_checks() { sv: "Här finns inget att räkna om.", en: "There is nothing to recalculate here." }
    show_all(count: usize) {
        sv: if count == 1 { "Visa kontrollen som stämmer".to_owned() } else { format!("Visa de {count} som stämmer") },
        en: if count == 1 { "Show the check that holds".to_owned() } else { format!("Show the {count} that hold") },
    }
    kind_row_sum() { sv: "Summor av rader", en: "Sums of rows" }
    kind_column_sum() { sv: "Totaler av kolumner", en: "Totals of columns" }
    kind_difference() { sv: "Förändringar", en: "Changes" }
    kind_equality() { sv: "Samma belopp i två tabeller", en: "The same amount in two tables" }
    kind_text() { sv: "Belopp i texten mot tabellerna", en: "Amounts in the text against the tables" }
    kind_text_sum() { sv: "Summor i texten", en: "Sums in the text" }
    printed(value: &str) { sv: format!("Källan anger {value}."), en: format!("The source says {value}.") }
    difference(amount: &str) { sv: format!("Skillnad: {amount}."), en: format!("Difference: {amount}.") }
    text_against(text: &str, table: &str, cell: &str) { sv: format!("Texten anger {text}. {table}: {cell}."), en: format!("The text says {text}. {table}: {cell}.") }
    equal_against(left: &str, right: &str) { sv: format!("{left} mot {right}."), en: format!("{left} against {right}.") }
    without_sign() { sv: "Texten skriver kostnaden utan minus; storleken jämförs.", en: "The text writes the cost without a minus; sizes are compared." }
    read_as_thousands() { sv: "Tabellen saknar enhet; talen är lästa som tkr (vår tolkning).", en: "The table has no unit; its numbers are read as thousands of kronor (our interpretation)." }
    empty_cell() { sv: "tom ruta", en: "empty cell" }
    and() { sv: " och ", en: " and " }
    in_table(row: &str, table: &str) { sv: format!("«{row}» i {table}"), en: format!("“{row}” in {table}") }
    against(left: &str, right: &str) { sv: format!("{left} mot {right}"), en: format!("{left} against {right}") }
}

/// `9 kontroller: 8 stämmer, 1 stämmer inte`; what there is none of is left out.
fn counted(words: [&str; 4], all_hold: &str, [all, holds, rounding, wrong]: [usize; 4]) -> String {
    let [checks, hold, round, fail] = words;
    let mut out = if all == 1 { checks.to_owned() } else { format!("{all} {checks}") };
    if all == holds {
        out.push_str(&format!(", {all_hold}"));
        return out;
    }
    let mut separator = ": ";
    for (number, word) in [(holds, hold), (rounding, round), (wrong, fail)] {
        if number > 0 {
            out.push_str(&format!("{separator}{number} {word}"));
            separator = ", ";
        }
    }
    out
}
