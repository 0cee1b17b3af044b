//! Words of charts: units, titles, summaries.

messages! {
    unit_tkr() { sv: "tkr", en: "thousand kronor" }
    unit_mkr() { sv: "mkr", en: "million kronor" }
    unit_share() { sv: "procent av allt som kommer in", en: "per cent of everything that comes in" }
    unit_share_of_total() { sv: "procent av summan", en: "per cent of the total" }
    unit_unstated() { sv: "enhet saknas i källan", en: "no unit in the source" }

    forecast(year: &str) { sv: joined("prognos", year), en: joined("forecast", year) }
    budget(year: &str) { sv: joined("budget", year), en: joined("budget", year) }
    change_between(earlier: &str, later: &str) {
        sv: format!("förändring från {earlier} till {later}"),
        en: format!("change from {earlier} to {later}"),
    }

    empty_cell() { sv: "tom ruta i källan", en: "empty cell in the source" }
    no_cell() { sv: "ingen ruta i källan", en: "no cell in the source" }
    is_sum() { sv: "summa", en: "sum" }
    is_line() { sv: "rad", en: "line" }
    stands_aside() { sv: "ingår inte i stegen", en: "not part of the steps" }
    parts_give(amount: &str) { sv: format!("delarna ger {amount}"), en: format!("the parts give {amount}") }
    higher_cost() { sv: "högre kostnad", en: "higher cost" }
    lower_cost() { sv: "lägre kostnad", en: "lower cost" }
    higher_income() { sv: "högre intäkt", en: "higher income" }
    lower_income() { sv: "lägre intäkt", en: "lower income" }
    higher_allocation() { sv: "högre kommunbidrag", en: "higher council allocation" }
    lower_allocation() { sv: "lägre kommunbidrag", en: "lower council allocation" }

    higher_net_cost() { sv: "högre nettokostnad", en: "higher net cost" }
    lower_net_cost() { sv: "lägre nettokostnad", en: "lower net cost" }
    higher_result() { sv: "högre resultat", en: "higher result" }
    lower_result() { sv: "lägre resultat", en: "lower result" }

    legend_plus() { sv: "plus", en: "plus" }
    legend_minus() { sv: "minus", en: "minus" }
    legend_sum() { sv: "summa", en: "sum" }
    legend_outside() { sv: "utanför stegen", en: "outside the steps" }

    title_statement(column: &str, income: &str, allocation: &str, cost: &str, result: &str) {
        sv: format!("{column}: {income} i intäkter och {allocation} i kommunbidrag mot {cost} i kostnader. Resultat: {result}"),
        en: format!("{column}: {income} in income and {allocation} in council allocation against {cost} in costs. Result: {result}"),
    }
    title_last(table: &str, column: &str, row: &str, amount: &str) {
        sv: format!("{table}, {column}. {row}: {amount}"),
        en: format!("{table}, {column}. {row}: {amount}"),
    }
    title_change(earlier: &str, later: &str, row: &str, amount: &str, allocation: &str, cost: &str) {
        sv: format!("Från {earlier} till {later}: {row} {amount}, kommunbidrag {allocation}, kostnader {cost}"),
        en: format!("From {earlier} to {later}: {row} {amount}, council allocation {allocation}, costs {cost}"),
    }
    cost_rises(amount: &str) { sv: format!("{amount} högre"), en: format!("{amount} higher") }
    cost_falls(amount: &str) { sv: format!("{amount} lägre"), en: format!("{amount} lower") }
    unchanged() { sv: "oförändrade", en: "unchanged" }

    summary_what(table: &str, column: &str, unit: &str, rows: usize) {
        sv: format!("Stegdiagram i {rows} rader: {table}, {column}, {unit}."),
        en: format!("Step chart in {rows} rows: {table}, {column}, {unit}."),
    }
    summary_up(rows: &str) { sv: format!("Störst uppåt: {rows}."), en: format!("Largest upwards: {rows}.") }
    summary_down(rows: &str) { sv: format!("Störst nedåt: {rows}."), en: format!("Largest downwards: {rows}.") }
    summary_missing(rows: &str) {
        sv: format!("Tom ruta i källan, räknad som inget: {rows}."),
        en: format!("Empty cell in the source, counted as nothing: {rows}."),
    }
    summary_aside(rows: &str) {
        sv: format!("Står bredvid stegen och ingår inte i dem: {rows}."),
        en: format!("Stands beside the steps and is not part of them: {rows}."),
    }
    summary_mismatch(row: &str, printed: &str, calculated: &str) {
        sv: format!("{row}: källan anger {printed}, delarna ger {calculated}."),
        en: format!("{row}: the source says {printed}, the parts give {calculated}."),
    }
    summary_signs_phase() {
        sv: "Plus ökar resultatet och minus minskar det, som i källan.",
        en: "A plus raises the result and a minus lowers it, as in the source.",
    }
    summary_signs_change() {
        sv: "På en kostnadsrad betyder plus lägre kostnad och minus högre kostnad.",
        en: "In a cost row a plus means lower cost and a minus higher cost.",
    }
    summary_rounded() {
        sv: "Beloppen är avrundade till en decimal, så delar och summor kan skilja sig i sista siffran.",
        en: "Amounts are rounded to one decimal, so parts and sums can differ in the last digit.",
    }

    of_the_total(share: &str) { sv: format!("{share} av summan"), en: format!("{share} of the total") }
    of_hundred(kronor: &str) { sv: format!("{kronor} av 100 kronor av summan (vår beräkning)"), en: format!("{kronor} of 100 kronor of the total (calculated)") }
    summary_shares_of_total() {
        sv: "Andelarna är vår beräkning, avrundade till en decimal; tillsammans kan de bli något mer eller mindre än 100.",
        en: "The shares are calculated and rounded to one decimal; together they can be slightly more or less than 100.",
    }
    summary_shares_of_incoming(amount: &str) {
        sv: format!("Andelarna är vår beräkning: av allt som kommer in, {amount}, avrundat till en decimal."),
        en: format!("The shares are calculated: of everything that comes in, {amount}, rounded to one decimal."),
    }
    change_is(amount: &str) { sv: format!("skillnad {amount}, vår beräkning"), en: format!("difference {amount}, calculated") }
    title_parts(column: &str, whole: &str, parts: usize, largest: &str, amount: &str) {
        sv: format!("{column}: {whole} på {parts} rader. Störst: {largest}, {amount}"),
        en: format!("{column}: {whole} in {parts} rows. Largest: {largest}, {amount}"),
    }
    title_compared(subject: &str, before: &str, earlier: &str, after: &str, later: &str, change: &str) {
        sv: format!("{subject}: {before} i {earlier}, {after} i {later} ({change})"),
        en: format!("{subject}: {before} in {earlier}, {after} in {later} ({change})"),
    }
    title_moved(earlier: &str, later: &str, rows: &str) {
        sv: format!("Störst skillnad mellan {earlier} och {later}: {rows}"),
        en: format!("Largest differences between {earlier} and {later}: {rows}"),
    }
    title_unmoved(earlier: &str, later: &str) { sv: format!("Ingen rad skiljer sig mellan {earlier} och {later}"), en: format!("No row differs between {earlier} and {later}") }
    summary_bars(rows: usize, table: &str, columns: &str, unit: &str) {
        sv: format!("Liggande staplar i {rows} rader: {table}, {columns}, {unit}."),
        en: format!("Horizontal bars in {rows} rows: {table}, {columns}, {unit}."),
    }
    summary_largest(rows: &str) { sv: format!("Störst: {rows}."), en: format!("Largest: {rows}.") }
    summary_smallest(row: &str) { sv: format!("Minst: {row}."), en: format!("Smallest: {row}.") }
    summary_moved(rows: &str) { sv: format!("Störst förändring: {rows} (vår beräkning)."), en: format!("Largest change: {rows} (calculated).") }
    summary_total(amount: &str) { sv: format!("Summa {amount}."), en: format!("Total {amount}.") }
    summary_no_unit() { sv: "Källan skriver ingen enhet vid tabellen.", en: "The source prints no unit at the table." }

    title_flow(when: &str, sources: &str, part: &str, goal: &str) {
        sv: format!("{when}: {sources}. Största delen: {part}. Mest går till: {goal}"),
        en: format!("{when}: {sources}. Largest part: {part}. Most goes to: {goal}"),
    }
    summary_flow(parts: usize, unit: &str) {
        sv: format!("Flödesbild i tre steg: varifrån pengarna kommer, {parts} delar, och vad de går till; {unit}."),
        en: format!("Flow chart in three steps: where the money comes from, {parts} parts, and what it goes to; {unit}."),
    }
    summary_flow_part(part: &str, income: &str, costs: &str) { sv: format!("{part}: in {income}; ut {costs}."), en: format!("{part}: in {income}; out {costs}.") }
    summary_flow_left(part: &str, amount: &str) { sv: format!("{part}: in minus ut är {amount} (vår beräkning)."), en: format!("{part}: in minus out is {amount} (calculated).") }
    summary_flow_rounding(row: &str, printed: &str, parts: &str, off: &str, word: &str) {
        sv: format!("{row}: källans total är {printed}, delarna ger {parts}; {off} står för sig som {word}."),
        en: format!("{row}: the printed total is {printed}, the parts give {parts}; {off} stands apart as {word}."),
    }
    flow_from_to(from: &str, to: &str) { sv: format!("Från {from} till {to}"), en: format!("From {from} to {to}") }
    flow_in_and_out(income: &str, costs: &str) { sv: format!("in {income}, ut {costs}"), en: format!("in {income}, out {costs}") }
    flow_rounding_of(parts: &str, word: &str, off: &str) { sv: format!("delarna ger {parts}, {word} {off}"), en: format!("the parts give {parts}, {word} {off}") }
    flow_of_which(word: &str, off: &str) { sv: format!("varav {word} {off}"), en: format!("{word}: {off}") }
    flow_difference() { sv: "skillnad", en: "difference" }
    flow_rounding() { sv: "avrundning", en: "rounding" }
    flow_rounding_note(printed: &str, parts: &str) { sv: format!("totalen i källan {printed}, delarna {parts}"), en: format!("printed total {printed}, parts {parts}") }
    flow_head_sources() { sv: "Varifrån", en: "Where from" }
    flow_head_parts() { sv: "Genom", en: "Through" }
    flow_head_uses() { sv: "Vart", en: "Where to" }
    flow_in(name: &str) { sv: format!("in: {name}"), en: format!("in: {name}") }
    flow_out(name: &str) { sv: format!("ut: {name}"), en: format!("out: {name}") }
    head_from() { sv: "Från", en: "From" }
    head_to() { sv: "Till", en: "To" }

    head_kind() { sv: "Slag", en: "Kind" }
    head_note() { sv: "Anmärkning", en: "Note" }

    map_areas() { sv: "Målområden", en: "Target areas" }
    map_items() { sv: "Mål och budgetuppdrag", en: "Goals and budget assignments" }
    map_sdgs() { sv: "Globala mål", en: "Global goals" }
    map_no_goal_names_it() { sv: "inget av målen nämner det", en: "none of the goals names it" }
    map_none_shown_names_it() { sv: "inget av målen som visas nämner det", en: "none of the goals shown names it" }
    map_goal(title: &str) { sv: format!("Mål: {title}"), en: format!("Goal: {title}") }
    map_assignment(title: &str) { sv: format!("Uppdrag: {title}"), en: format!("Assignment: {title}") }
    map_title(goals: usize, named: usize, all: usize) {
        sv: format!("{goals} mål nämner {named} av de {all} globala målen"),
        en: format!("{goals} goals name {named} of the {all} global goals"),
    }
    map_summary(areas: usize, goals: usize, assignments: usize) {
        sv: format!("Karta i tre kolumner: {areas} målområden, {goals} mål och {assignments} budgetuppdrag, och de globala mål som källan säger att varje mål i huvudsak bidrar till."),
        en: format!("Map in three columns: {areas} target areas, {goals} goals and {assignments} budget assignments, and the global goals that the source says each goal mainly contributes to."),
    }
    map_unnamed(numbers: &str) {
        sv: format!("Utan koppling här: globalt mål {numbers}. Det säger inget om stadens övriga arbete."),
        en: format!("Without a link here: global goal {numbers}. This says nothing about the city’s other work."),
    }
    map_only_interpreted(numbers: &str) {
        sv: format!("Nämns bara i en tolkning och räknas inte: globalt mål {numbers}."),
        en: format!("Named only in an interpretation and not counted: global goal {numbers}."),
    }
    map_interpreted() {
        sv: "Streckad linje: källans nummer och namn går isär, och båda läsningarna visas.",
        en: "Dashed line: number and name in the source disagree, and both readings are shown.",
    }
    map_area_label(title: &str, goals: usize, assignments: usize) {
        sv: format!("Målområde: {title}. {}, {}.", counted("inga", goals, "mål", "mål"), counted("inga", assignments, "budgetuppdrag", "budgetuppdrag")),
        en: format!("Target area: {title}. {}, {}.", counted("no", goals, "goal", "goals"), counted("no", assignments, "budget assignment", "budget assignments")),
    }
    map_goal_label(title: &str, area: &str) {
        sv: format!("Mål: {title}. Målområde: {area}."),
        en: format!("Goal: {title}. Target area: {area}."),
    }
    map_assignment_label(short: &str, title: &str, area: &str) {
        sv: format!("Uppdrag: {short}. {title} Målområde: {area}."),
        en: format!("Assignment: {short}. {title} Target area: {area}."),
    }
    map_contributes(numbers: &str) {
        sv: format!("Bidrar i huvudsak till globala mål {numbers}."),
        en: format!("Mainly contributes to global goals {numbers}."),
    }
    map_contributes_unclear(numbers: &str) {
        sv: format!("Oklart vilket av globala mål {numbers}: källans nummer och namn går isär."),
        en: format!("Unclear which of global goals {numbers}: number and name in the source disagree."),
    }
    map_contributes_none() { sv: "Källan nämner inga globala mål här.", en: "The source names no global goals here." }
    map_sdg_label(number: u32, name: &str, goals: usize) {
        sv: format!("Globalt mål {number}: {name}. Nämns av {}.", counted("inga", goals, "mål", "mål")),
        en: format!("Global goal {number}: {name}. Named by {}.", counted("no", goals, "goal", "goals")),
    }
    map_sdg_unclear(goals: usize) {
        sv: format!("Dessutom av {} om märkningen läses så.", counted("inga", goals, "mål", "mål")),
        en: format!("Also by {} if the mark is read that way.", counted("no", goals, "goal", "goals")),
    }
    map_sdg_unnamed(number: u32, name: &str) {
        sv: format!("Globalt mål {number}: {name}. Inget av målen nämner det."),
        en: format!("Global goal {number}: {name}. None of the goals names it."),
    }
    map_grouped() {
        sv: "Målen är för många för att stå ett och ett: varje ruta i mitten är alla mål i ett målområde, och ju fler mål som nämner ett globalt mål, desto bredare linje.",
        en: "There are too many goals to stand one by one: each box in the middle is all goals of a target area, and the more goals name a global goal, the wider the line.",
    }
    map_group_small() { sv: "öppna området för att se dem", en: "open the area to see them" }
    map_group_label(what: &str, area: &str) {
        sv: format!("{what}, öppna området för att se dem. Målområde: {area}."),
        en: format!("{what}, open the area to see them. Target area: {area}."),
    }
    map_countable() { sv: "Indikatorn räknas", en: "Indicator can be counted" }
    map_judged() { sv: "Indikatorn bedöms", en: "Indicator is judged" }
    map_no_indicator() { sv: "Ingen indikator", en: "No indicator" }
    map_reports_annual() { sv: "Svar i årsanalysen", en: "Answered in the annual analysis" }
    map_reports_separately() { sv: "Svar i ett eget ärende", en: "Answered in a matter of its own" }
    map_events(count: usize) {
        sv: if count == 1 { "1 händelse".to_owned() } else { format!("{count} händelser") },
        en: if count == 1 { "1 event".to_owned() } else { format!("{count} events") },
    }
    map_contradictions(count: usize) {
        sv: if count == 1 { "1 motstridighet".to_owned() } else { format!("{count} motstridigheter") },
        en: if count == 1 { "1 contradiction".to_owned() } else { format!("{count} contradictions") },
    }
    map_sdg_unnamed_here(number: u32, name: &str) {
        sv: format!("Globalt mål {number}: {name}. Inget av målen som visas nämner det."),
        en: format!("Global goal {number}: {name}. None of the goals shown names it."),
    }
    map_link_published() { sv: "enligt källan", en: "as published" }
    map_link_interpreted() { sv: "vår tolkning", en: "our interpretation" }
    and() { sv: "och", en: "and" }
}

/// Everything in an area: `12 mål och 3 uppdrag`.
pub fn map_group(language: crate::model::Language, goals: usize, assignments: usize) -> String {
    use crate::model::Language::{En, Sv};
    let goals = match language {
        Sv => counted("inga", goals, "mål", "mål"),
        En => counted("no", goals, "goal", "goals"),
    };
    match (assignments, language) {
        (0, _) => goals,
        (_, Sv) => format!("{goals} och {}", counted("inga", assignments, "uppdrag", "uppdrag")),
        (_, En) => format!("{goals} and {}", counted("no", assignments, "assignment", "assignments")),
    }
}

fn joined(phase: &str, year: &str) -> String {
    if year.is_empty() { phase.to_owned() } else { format!("{phase} {year}") }
}

/// `inga mål`, `1 mål`, `2 mål`.
fn counted(none: &str, number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("{none} {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
