//! Words of the goal map's filters, its comparison of two goals, its matrix and its nested list.

use super::edition::board;
use crate::model::Language::{En, Sv};
use crate::model::{Edition, Language, Measure};
use std::borrow::Cow;

messages! {
    filter() { sv: "Filtrera", en: "Filter" }
    filter_chosen(count: usize) {
        sv: if count == 1 { "1 val".to_owned() } else { format!("{count} val") },
        en: if count == 1 { "1 choice".to_owned() } else { format!("{count} choices") },
    }
    filter_help() {
        sv: "Siffran vid varje val är hur många mål och uppdrag som blir kvar. Uppdrag har varken globala mål, indikator eller önskat utfall i källan, så sådana val lämnar bara mål.",
        en: "The number at each choice is how many goals and assignments it leaves. In the source assignments have no global goals, indicator or wanted outcome, so such choices leave goals only.",
    }
    all(count: usize) { sv: format!("Alla ({count})"), en: format!("All ({count})") }
    counted(what: &str, count: usize) { sv: format!("{what} ({count})"), en: format!("{what} ({count})") }
    yes() { sv: "Ja", en: "Yes" }
    no() { sv: "Nej", en: "No" }
    by_area() { sv: "Målområde", en: "Target area" }
    by_sdg() { sv: "Globalt mål", en: "Global goal" }
    by_actor() { sv: "Medverkande", en: "Who takes part" }
    by_assignment() { sv: "Budgetuppdrag i området", en: "Budget assignment in the area" }
    by_measure() { sv: "Indikator", en: "Indicator" }
    by_outcome() { sv: "Önskat utfall angivet", en: "Wanted outcome stated" }
    by_decision() { sv: "Rörs av beslutsspåret", en: "Touched by the decision trail" }
    by_contradiction() { sv: "Motstridiga uppgifter", en: "Contradictions" }
    by_note() { sv: "Min anteckning", en: "My note" }
    has_note() { sv: "Har min anteckning", en: "Has my note" }
    has_no_note() { sv: "Utan min anteckning", en: "Without my note" }
    left(count: usize, of: usize) {
        sv: format!("Visar {count} av {of} mål och uppdrag."),
        en: format!("Showing {count} of {of} goals and assignments."),
    }
    none_left() {
        sv: "Inget mål och inget uppdrag stämmer med alla val på en gång. Ta bort ett val eller rensa alla.",
        en: "No goal and no assignment fits all choices at once. Take one choice away or clear them all.",
    }
    clear_all() { sv: "Rensa alla filter", en: "Clear all filters" }
    take_away(what: &str) { sv: format!("Ta bort: {what}"), en: format!("Take away: {what}") }
    doubtful_counted() {
        sv: "Ett av målen är med bara om den märkning vars nummer och namn går isär läses så (vår tolkning).",
        en: "One of the goals is here only if the mark whose number and name disagree is read that way (interpreted).",
    }

    small_letters() {
        sv: "Med små bokstäver: hur målet bedöms eller uppdraget besvaras, händelser i beslutsspåret (vår tolkning) och motstridigheter.",
        en: "In small letters: how the goal is judged or the assignment answered, events in the decision trail (interpreted) and contradictions.",
    }
    connections() { sv: "Kopplingar med källa", en: "Connections with their source" }
    connections_counted(count: usize) { sv: format!("Kopplingar med källa ({count})"), en: format!("Connections with their source ({count})") }
    stands_in_area() { sv: "står under målområdet", en: "stands under the target area" }
    names_sdg() { sv: "nämner globalt mål", en: "names global goal" }
    named_by() { sv: "nämns av", en: "is named by" }
    holds() { sv: "rymmer", en: "holds" }
    compare_with() { sv: "Jämför med", en: "Compare with" }
    compare_with_another() { sv: "Jämför med ett annat mål", en: "Compare with another goal" }
    choose_goal() { sv: "välj ett mål", en: "choose a goal" }

    compare_heading() { sv: "Två mål sida vid sida", en: "Two goals side by side" }
    compare_finding(sdgs: usize, actors: usize, events: usize) {
        sv: format!("De delar {}, {} och {}.", shared(sdgs, "globalt mål", "globala mål", "inget globalt mål"), shared(actors, "medverkande", "medverkande", "ingen medverkande"), shared(events, "händelse i beslutsspåret", "händelser i beslutsspåret", "ingen händelse i beslutsspåret")),
        en: format!("They share {}, {} and {}.", shared(sdgs, "global goal", "global goals", "no global goal"), shared(actors, "participant", "participants", "no participant"), shared(events, "event in the decision trail", "events in the decision trail", "no event in the decision trail")),
    }
    compare_note() {
        sv: "Antalen är vår beräkning. Att en händelse rör ett mål är vår tolkning. Delade globala mål betyder inte att målen är lika.",
        en: "The counts are calculated. That an event touches a goal is our interpretation. Shared global goals do not mean that the goals are alike.",
    }
    compare_close() { sv: "Stäng jämförelsen", en: "Close the comparison" }
    only(which: &str) { sv: format!("Bara {which}"), en: format!("Only {which}") }
    both() { sv: "Båda", en: "Both" }
    nothing() { sv: "inget", en: "nothing" }
    more(count: usize) { sv: format!("Visa {count} till"), en: format!("Show {count} more") }
    first_goal() { sv: "Mål A", en: "Goal A" }
    second_goal() { sv: "Mål B", en: "Goal B" }
    events_touching() { sv: "Händelser i beslutsspåret", en: "Events in the decision trail" }
    planned() { sv: "Planerat", en: "Planned" }
    activities(count: usize) {
        sv: if count == 1 { "1 insats".to_owned() } else { format!("{count} insatser") },
        en: if count == 1 { "1 activity".to_owned() } else { format!("{count} activities") },
    }
    by_doubtful_mark(which: &str) {
        sv: format!("{which}: nummer och namn går isär"),
        en: format!("{which}: number and name disagree"),
    }

    sort() { sv: "Ordning", en: "Order" }
    sort_printed() { sv: "Som i källan", en: "As printed" }
    sort_count() { sv: "Flest först", en: "Most first" }
    sort_alike() { sv: "Lika bredvid varandra", en: "Alike together" }
    sort_column(number: u32) { sv: format!("Mål {number} först"), en: format!("Goal {number} first") }
    sort_by_column(number: u32) { sv: format!("Visa de mål först som nämner globalt mål {number}"), en: format!("Show the goals first that name global goal {number}") }
    by_number_row() { sv: "Antal mål, efter tryckt nummer", en: "Number of goals, by printed number" }
    by_name_row() { sv: "Antal mål, efter tryckt namn", en: "Number of goals, by printed name" }
    by_numbers_and_names(numbers: usize, names: usize) {
        sv: format!("{numbers} efter numret, {names} efter namnet"),
        en: format!("{numbers} by number, {names} by name"),
    }
    same_set(letter: &str) { sv: format!("uppsättning {letter}"), en: format!("set {letter}") }
    gap() { sv: "inget av målen nämner det", en: "none of the goals names it" }
    mark_published(goal: &str, number: u32) {
        sv: format!("{goal} nämner globalt mål {number}: enligt källan"),
        en: format!("{goal} names global goal {number}: as published"),
    }
    mark_by_number(goal: &str, number: u32, other: u32) {
        sv: format!("{goal} nämner globalt mål {number} efter numret, men namnet är det för mål {other}: vår tolkning"),
        en: format!("{goal} names global goal {number} by its number, but the name is that of goal {other}: interpreted"),
    }
    mark_by_name(goal: &str, number: u32, other: u32) {
        sv: format!("{goal} nämner globalt mål {number} efter namnet, men numret är {other}: vår tolkning"),
        en: format!("{goal} names global goal {number} by its name, but the number is {other}: interpreted"),
    }
    matrix_grouped() {
        sv: "Målen är för många för en rad var. Varje rad är ett målområde; siffran är hur många av dess mål som nämner det globala målet. Öppna ett område för att se målen.",
        en: "There are too many goals for a row each. Each row is a target area; the number is how many of its goals name the global goal. Open an area to see the goals.",
    }
    shortened(shown: usize, of: usize) {
        sv: format!("De {shown} första av {of} mål visas. Filtrera för att se de andra."),
        en: format!("The first {shown} of {of} goals are shown. Filter to see the others."),
    }

    area_holds(goals: usize, assignments: usize) {
        sv: format!("{goals} mål, {assignments} uppdrag"),
        en: format!("{}, {}", if goals == 1 { "1 goal".to_owned() } else { format!("{goals} goals") }, if assignments == 1 { "1 assignment".to_owned() } else { format!("{assignments} assignments") }),
    }
    inside() { sv: "Indikator, medverkande, händelser", en: "Indicator, who takes part, events" }
    nothing_in_area() { sv: "Inget mål och inget uppdrag här.", en: "No goal and no assignment here." }
    all_goals_title() { sv: "Alla mål och uppdrag", en: "All goals and assignments" }
    all_goals_description(e: &Edition) {
        sv: format!("Alla kommunfullmäktigemål och budgetuppdrag till {} {} efter varandra, gjorda för att skrivas ut.", board(Sv, e), e.year),
        en: format!("All council goals and budget assignments of {} in {} one after the other, made to be printed.", board(En, e), e.year),
    }
    all_goals_lead() {
        sv: "Ett blad för varje mål och uppdrag, att skriva ut till ett möte: vad som planeras, hur det bedöms, vilka som medverkar, vad som ledde hit och var det står i källan.",
        en: "A sheet for each goal and assignment, to print for a meeting: what is planned, how it is judged, who takes part, what led here, and where it stands in the source.",
    }
    print() { sv: "Skriv ut", en: "Print" }
    print_goals() { sv: "Alla mål på papper", en: "All goals on paper" }
}

pub fn measure(language: Language, measure: Measure) -> Cow<'static, str> {
    let (sv, en) = match measure {
        Measure::Countable => ("Går att räkna", "Can be counted"),
        Measure::Judged => ("Bedöms, räknas inte", "Judged, not counted"),
        Measure::None => ("Ingen angiven", "None stated"),
    };
    match language {
        Language::Sv => sv.into(),
        Language::En => en.into(),
    }
}

/// `inget globalt mål`, `1 globalt mål`, `4 globala mål`.
fn shared(count: usize, one: &str, many: &str, none: &str) -> String {
    match count {
        0 => none.to_owned(),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}
