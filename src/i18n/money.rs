//! Words of the budget pages.

use super::edition::{board, boards, capital, department, whose};
use super::number::in_words;
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    budget_title() { sv: "Pengarna", en: "The money" }
    budget_description(e: &Edition, tables: usize) {
        sv: format!("{} budget {} i {}, med källa till varje belopp.", capital(&boards(Sv, e)), e.year, tables_sv(tables)),
        en: format!("{} budget for {} in {}, with the source of every amount.", capital(&boards(En, e)), e.year, tables_en(tables)),
    }
    column_label() { sv: "Visa", en: "Show" }
    unit_label() { sv: "Enhet", en: "Unit" }
    level_label() { sv: "Detaljer", en: "Detail" }
    unit_share() { sv: "andel", en: "share" }
    unit_as_printed() { sv: "som i källan", en: "as printed" }
    units_in_columns() { sv: "enhet i varje kolumn", en: "unit in each column" }
    acts_column() { sv: "Varför och anteckna", en: "Why and note" }
    chart_keys() {
        sv: "Piltangenterna går mellan delarna av diagrammet. Enter visar varför talet är som det är, T går till tabellen.",
        en: "The arrow keys go between the parts of the chart. Enter shows why the number is what it is, T goes to the table.",
    }
    to_table() { sv: "Till tabellen", en: "To the table" }
    picture_svg() { sv: "Bild (SVG)", en: "Picture (SVG)" }
    picture_png() { sv: "Bild (PNG)", en: "Picture (PNG)" }
    picture_png_wide() { sv: "Bild för visning (PNG, 1920 px)", en: "Picture for a slide (PNG, 1920 px)" }
    copy_words() { sv: "Kopiera alternativtext", en: "Copy alternative text" }
    words_copied() { sv: "Alternativtexten är kopierad.", en: "The alternative text is copied." }
    words_not_copied() { sv: "Webbläsaren lät oss inte kopiera. Samma ord står under «Diagrammet i ord».", en: "The browser did not let us copy. The same words stand under “The chart in words”." }
    picture_saved(name: &str) { sv: format!("Bilden {name} är sparad."), en: format!("The picture {name} is saved.") }
    picture_not_saved() { sv: "Webbläsaren kunde inte göra bilden. Prova SVG i stället.", en: "The browser could not make the picture. Try SVG instead." }
    tip_pointer() { sv: "Klicka: varför denna siffra?", en: "Click: why this number?" }
    tip_touch() { sv: "Tryck igen: varför denna siffra?", en: "Tap again: why this number?" }
    tip_keys() { sv: "Enter: varför denna siffra? T: tabellen", en: "Enter: why this number? T: the table" }
    flow_heading() { sv: "Varifrån pengarna kommer och vart de går", en: "Where the money comes from and where it goes" }
    follow_the_money() { sv: "Följ pengarna: samma bild med tabell och källa till varje belopp", en: "Follow the money: the same picture with its table and the source of each amount" }
    flow_not_split() {
        sv: "Tabellen delar inte upp intäkterna i bidrag och andra intäkter. Det gör inte vi heller.",
        en: "The table does not split the income into grants and other income. Neither do we.",
    }
    flow_table(rows: usize) { sv: format!("Alla flöden som tabell, {rows} rader"), en: format!("All flows as a table, {rows} rows") }
    why_heading() { sv: "Varför denna siffra?", en: "Why this number?" }
    why_short() { sv: "Varför?", en: "Why?" }
    why_about(what: &str) { sv: format!("Varför denna siffra? {what}"), en: format!("Why this number? {what}") }
    why_close() { sv: "Stäng", en: "Close" }
    why_made_of() { sv: "Så är den gjord", en: "How it is made" }
    why_name() { sv: "Namnet", en: "The name" }
    why_spelt_out(name: &str) { sv: format!("Utskrivet av oss: {name}."), en: format!("Spelt out by us: {name}.") }
    why_sum_of(parts: &str) { sv: format!("Summan av: {parts}."), en: format!("The sum of: {parts}.") }
    why_difference_of(column: &str, later: &str, earlier: &str) { sv: format!("{column}: {later} minus {earlier}, som källan skriver det."), en: format!("{column}: {later} minus {earlier}, as the source prints it.") }
    why_column_sum(column: &str, parts: &str) { sv: format!("{column}: summan av {parts}, som källan skriver den."), en: format!("{column}: the sum of {parts}, as the source prints it.") }
    why_empty() { sv: "Tom ruta i källan. Ingen nolla är tryckt.", en: "Empty cell in the source. No zero is printed." }
    why_shown_as(amount: &str) { sv: format!("visas här som {amount}"), en: format!("shown here as {amount}") }
    why_none() { sv: "Vi har inte hittat några.", en: "We have found none." }
    why_of_table() { sv: "(gäller hela tabellen)", en: "(about the whole table)" }
    headline_no_unit(number: &str) { sv: format!("enligt texten; tabellen skriver {number} utan enhet"), en: format!("according to the text; the table prints {number} without a unit") }
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
    summary_heading() { sv: "Diagrammet i ord", en: "The chart in words" }
    rounded_to_mkr() { sv: "Miljoner kronor är avrundade till en decimal; källan skriver tusental.", en: "Millions of kronor are rounded to one decimal; the source writes thousands." }
    all_tables() { sv: "Tabellerna", en: "The tables" }
    source_line(unit: &str) { sv: format!("Enhet: {unit}."), en: format!("Unit: {unit}.") }
    overview_lead(e: &Edition, tables: usize) {
        sv: format!("Vad {} och {} räknar med att få in och göra av med {}. {}, som de är tryckta, med bild, kontroll och källa.", board(Sv, e), department(Sv, e), e.year, capital(&tables_sv(tables))),
        en: format!("What {} and {} expect to receive and spend in {}. {}, as printed, with picture, checks and sources.", board(En, e), department(En, e), e.year, capital(&tables_en(tables))),
    }
    not_whole_city(e: &Edition) {
        sv: format!("Det är en nämnds budget, inte hela {}. Beloppen är prognos för {} och budget för {}, aldrig utfall.", whose(Sv, &e.place), e.year_before(), e.year),
        en: format!("This is the budget of one board, not of all {}. The amounts are a forecast for {} and a budget for {}, never an outcome.", e.place, e.year_before(), e.year),
    }
    headline_board() { sv: "av kommunbidraget går till styrelsen, den politiska organisationen", en: "of the council allocation goes to the board, the political organisation" }
    headline_office(e: &Edition) {
        sv: format!("av kommunbidraget går till {}", department(Sv, e)),
        en: format!("of the council allocation goes to {}", department(En, e)),
    }
    headline_costs(year: u32) {
        sv: format!("i kostnader, budget {year}"),
        en: format!("in costs, budget {year}"),
    }
    headline_income(year: u32) {
        sv: format!("i intäkter utöver kommunbidraget, budget {year}"),
        en: format!("in income besides the council allocation, budget {year}"),
    }
    headline_investments(year: u32) {
        sv: format!("för investeringar, budget {year}, vid sidan av resultaträkningen"),
        en: format!("for investments, budget {year}, apart from the income statement"),
    }
    membership(fees: &str, whole: &str) {
        sv: format!("Av styrelsens {whole} är {fees} medlemsavgifter och bidrag till andra."),
        en: format!("Of the board's {whole}, {fees} are membership fees and grants to others."),
    }
    membership_headline(fees: &str) { sv: format!("varav {fees} medlemsavgifter och bidrag till andra"), en: format!("of which {fees} are membership fees and grants to others") }
    size_of(rows: usize, columns: usize) {
        sv: format!("{rows} rader, {columns} {}", if columns == 1 { "kolumn" } else { "kolumner" }),
        en: format!("{rows} rows, {columns} {}", if columns == 1 { "column" } else { "columns" }),
    }
    figures_heading() { sv: "Siffror i texten", en: "Figures in the text" }
    figures_text() {
        sv: "Belopp och antal som står i löptexten bredvid tabellerna, och om de stämmer med dem.",
        en: "Amounts and counts that stand in the running text beside the tables, and whether they fit them.",
    }
    headline_reading() { sv: "Enligt källan. Källan skriver tusental; miljonerna är avrundade (vår beräkning).", en: "As published. The source writes thousands; the millions are rounded (calculated)." }
    counts_heading() { sv: "Andra antal i dokumenten", en: "Other counts in the documents" }
    printed_as() { sv: "I texten:", en: "In the text:" }
    no_cell_for_figure() { sv: "Ingen tabell har beloppet.", en: "No table holds the amount." }
    read_more_checks() { sv: "Alla kontroller och motstridiga uppgifter", en: "All checks and contradictions" }
    table_description(title: &str, e: &Edition) {
        sv: format!("{title}: {} budget {} som tabell och bild, med kontroller och källor.", boards(Sv, e), e.year),
        en: format!("{title}: {} budget for {} as a table and a picture, with checks and sources.", boards(En, e), e.year),
    }
    order_label() { sv: "Ordning", en: "Order" }
    order_size() { sv: "Störst först", en: "Largest first" }
    order_printed() { sv: "Som i källan", en: "As in the source" }
    per_hundred() { sv: "Av 100 kronor av summan", en: "Of 100 kronor of the total" }
    share_head() { sv: "Andel av summan", en: "Share of the total" }
    shares_note() {
        sv: "Andelarna är vår beräkning och avrundade, så tillsammans kan de bli något mer eller mindre än hela summan.",
        en: "The shares are our calculation and rounded, so together they can be slightly more or less than the whole.",
    }
    change_head() { sv: "Skillnad", en: "Difference" }
    change_percent_head() { sv: "Skillnad i procent", en: "Difference in per cent" }
    not_calculated() { sv: "går inte att räkna", en: "cannot be worked out" }
    compare_word() { sv: "Jämför två kolumner", en: "Compare two columns" }
    compare_from() { sv: "Från", en: "From" }
    compare_to() { sv: "Till", en: "To" }
    order_change() { sv: "Störst skillnad först", en: "Largest difference first" }
    take_away() { sv: "Ta med tabellen", en: "Take the table with you" }
    csv_as_shown() { sv: "CSV", en: "CSV" }
    csv_for_excel() { sv: "CSV för svenska Excel", en: "CSV for Swedish Excel" }
    copy_table() { sv: "Kopiera tabellen", en: "Copy the table" }
    csv_file() { sv: "Tabellen som den är tryckt (CSV)", en: "The table as printed (CSV)" }
    rows_shown(rows: usize, all: usize) {
        sv: if rows == all { format!("{rows} rader, i den enhet och ordning som visas.") } else { format!("{rows} av {all} rader, i den enhet och ordning som visas.") },
        en: if rows == all { format!("{rows} rows, in the unit and order shown.") } else { format!("{rows} of {all} rows, in the unit and order shown.") },
    }
    table_copied(rows: usize) { sv: format!("Tabellen är kopierad, {rows} rader. Klistra in den i ett kalkylblad."), en: format!("The table is copied, {rows} rows. Paste it into a spreadsheet.") }
    table_saved(name: &str, rows: usize) { sv: format!("Filen {name} är sparad, {rows} rader."), en: format!("The file {name} is saved, {rows} rows.") }
    table_not_copied() { sv: "Webbläsaren lät oss inte kopiera. Ladda ner tabellen i stället.", en: "The browser did not let us copy. Download the table instead." }
    investments_apart(e: &Edition) {
        sv: format!("Investeringarna står för sig och ingår inte i resultaträkningens kostnader. Här jämförs prognos {} med budget {}, inte budget med budget.", e.year_before(), e.year),
        en: format!("The investments stand apart and are not part of the costs of the income statement. Forecast {} is compared with budget {} here, not budget with budget.", e.year_before(), e.year),
    }
}

fn tables_sv(tables: usize) -> String {
    if tables == 1 { "en tabell".to_owned() } else { format!("{} tabeller", in_words(Sv, tables)) }
}

fn tables_en(tables: usize) -> String {
    format!("{} {}", in_words(En, tables), if tables == 1 { "table" } else { "tables" })
}
