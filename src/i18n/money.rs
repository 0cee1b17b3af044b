//! Words of the budget pages.

messages! {
    budget_title() { sv: "Pengarna", en: "The money" }
    budget_description() { sv: "Kommunstyrelsens budget 2025 i fem tabeller, med källa till varje belopp.", en: "The executive board's budget for 2025 in five tables, with the source of every amount." }
    income_statement_description() {
        sv: "Kommunstyrelsens resultaträkning: prognos 2024, budget 2025 och förändringen, som diagram och tabell.",
        en: "The executive board's income statement: forecast 2024, budget 2025 and the change, as chart and table.",
    }
    column_label() { sv: "Visa", en: "Show" }
    unit_label() { sv: "Enhet", en: "Unit" }
    level_label() { sv: "Detaljer", en: "Detail" }
    unit_tkr() { sv: "tkr", en: "SEK thousand" }
    unit_mkr() { sv: "mkr", en: "SEK million" }
    unit_unstated() { sv: "ingen enhet i källan", en: "no unit in the source" }
    level_lines() { sv: "Alla rader", en: "All rows" }
    level_totals() { sv: "Bara summor", en: "Totals only" }
    signs_heading() { sv: "Så läser du tecknen", en: "How to read the signs" }
    signs_text() {
        sv: "Intäkter står med plus, kostnader med minus, som i källan. I kolumnen Förändring betyder plus på en kostnadsrad lägre kostnad än prognosen, och minus högre kostnad.",
        en: "Income is positive and costs are negative, as in the source. In the column Change, plus on a cost row means a lower cost than the forecast, and minus a higher cost.",
    }
    table_heading() { sv: "Hela tabellen", en: "The whole table" }
    table_caption(title: &str, unit: &str) { sv: format!("{title}, {unit}. Tecken och tomma celler som i källan."), en: format!("{title}, {unit}. Signs and empty cells as in the source.") }
    row_header() { sv: "Rad", en: "Row" }
    empty_cell() { sv: "tom cell i källan", en: "empty cell in the source" }
    lower_cost() { sv: "lägre kostnad än prognosen", en: "lower cost than the forecast" }
    higher_cost() { sv: "högre kostnad än prognosen", en: "higher cost than the forecast" }
    summary_heading() { sv: "Diagrammet i ord", en: "The chart in words" }
    rounded_to_mkr() { sv: "Miljoner kronor är avrundade till en decimal; källan skriver tusental.", en: "Millions of kronor are rounded to one decimal; the source writes thousands." }
    notes_column() { sv: "Anteckning", en: "Note" }
    download_csv() { sv: "Ladda ner tabellen (CSV)", en: "Download the table (CSV)" }
    unknown_table(id: &str) { sv: format!("Det finns ingen tabell med namnet «{id}»."), en: format!("There is no table called “{id}”.") }
    gone_column(id: &str) { sv: format!("Länken pekar på en kolumn som inte finns: «{id}»."), en: format!("The link points at a column that does not exist: “{id}”.") }
    all_tables() { sv: "Tabellerna", en: "The tables" }
    source_line(unit: &str) { sv: format!("Enhet: {unit}."), en: format!("Unit: {unit}.") }
}
