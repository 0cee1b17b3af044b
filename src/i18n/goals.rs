//! Words of the goal map and of the pages of goals, assignments and global goals.

use super::edition::{board, capital};
use crate::model::Language::{En, Sv};
use crate::model::{Edition, Language, ReportForm};
use std::borrow::Cow;

messages! {
    map_title() { sv: "Målkartan", en: "The goal map" }
    map_description(e: &Edition) {
        sv: format!("Målområden, kommunfullmäktigemål, budgetuppdrag och globala mål för {} {}, som karta och lista.", board(Sv, e), e.year),
        en: format!("Target areas, council goals, budget assignments and global goals of {} in {}, as map and list.", board(En, e), e.year),
    }
    map_lead() {
        sv: "Från målområde till mål och uppdrag, och vidare till de globala mål som varje mål enligt källan i huvudsak bidrar till.",
        en: "From target area to goals and assignments, and on to the global goals that each goal mainly contributes to according to the source.",
    }
    map_help() {
        sv: "Peka på en ruta, eller tryck på den, så lyser det som hör ihop. Valet hamnar i adressen.",
        en: "Point at a box, or tap it, to light up what belongs together. The choice is then in the address.",
    }
    map_help_keys() {
        sv: "Med tangentbord: tabba dit, gå längs kopplingar med piltangenterna, välj med mellanslag, öppna med Enter.",
        en: "With a keyboard: tab to it, walk along connections with the arrow keys, choose with space, open with Enter.",
    }
    map_heading() { sv: "Karta", en: "Map" }
    list_heading() { sv: "Lista", en: "List" }
    forms_label() { sv: "Visa som", en: "Show as" }
    form_all() { sv: "Allt", en: "Everything" }
    form_map() { sv: "Karta", en: "Map" }
    form_list() { sv: "Lista", en: "List" }
    matrix_heading() { sv: "Matris", en: "Matrix" }
    matrix_caption() { sv: "Kommunfullmäktigemål mot de 17 globala målen", en: "Council goals against the 17 global goals" }
    matrix_rule() {
        sv: "● målet nämner det globala målet. ◐ och ◑: numret och namnet i källan säger olika; ◐ efter numret, ◑ efter namnet. Summorna är vår beräkning, med en rad för varje läsning där de skiljer sig.",
        en: "● the goal names the global goal. ◐ and ◑: number and name disagree in the source; ◐ by the number, ◑ by the name. Totals are calculated, with a row for each reading where they differ.",
    }
    matrix_total() { sv: "Antal", en: "Count" }
    matrix_no() { sv: "nej", en: "no" }
    matrix_same(count: usize) {
        sv: if count == 1 { "samma globala mål som ett annat mål".to_owned() } else { format!("samma globala mål som {count} andra mål") },
        en: if count == 1 { "the same global goals as one other goal".to_owned() } else { format!("the same global goals as {count} other goals") },
    }
    form_matrix() { sv: "Matris", en: "Matrix" }
    chosen(what: &str) { sv: format!("Valt: {what}"), en: format!("Chosen: {what}") }
    clear_choice() { sv: "Rensa valet", en: "Clear the choice" }
    open_chosen() { sv: "Öppna sidan", en: "Open the page" }
    sdg_17_none(e: &Edition) {
        sv: format!("Inget av målen till {} nämner globalt mål 17 bland dem som det i huvudsak bidrar till. Det säger inget om stadens övriga arbete.", board(Sv, e)),
        en: format!("None of the goals directed to {} names global goal 17 among those it mainly contributes to. This says nothing about the city's other work.", board(En, e)),
    }
    no_goal_in_area(e: &Edition) {
        sv: format!("Källan riktar inget mål till {} i det här målområdet, bara ett uppdrag.", board(Sv, e)),
        en: format!("The source directs no goal to {} in this target area, only an assignment.", board(En, e)),
    }

    goal() { sv: "Mål", en: "Goal" }
    goals() { sv: "Mål", en: "Goals" }
    assignment() { sv: "Uppdrag", en: "Assignment" }
    assignments() { sv: "Uppdrag", en: "Assignments" }
    area() { sv: "Målområde", en: "Target area" }
    global_goal() { sv: "Globalt mål", en: "Global goal" }
    global_goals() { sv: "Globala mål", en: "Global goals" }
    goal_title(title: &str) { sv: format!("Mål: {title}"), en: format!("Goal: {title}") }
    goal_description(area: &str, year: u32) {
        sv: format!("Kommunfullmäktigemål i målområdet {area}: vad som planeras {year}, med vilka, och hur det bedöms."),
        en: format!("A council goal in the target area {area}: what is planned for {year}, with whom, and how it is judged."),
    }
    goal_is_goal() {
        sv: "Det här är ett mål, inte ett konstaterande. Materialet säger inte om målet nås.",
        en: "This is a goal, not a statement of fact. The material does not say whether it is reached.",
    }
    mainly_contributes() { sv: "Bidrar i huvudsak till", en: "Mainly contributes to" }
    no_sdgs() { sv: "Källan nämner inget globalt mål här.", en: "The source names no global goal here." }
    how_judged() { sv: "Så bedöms det", en: "How it is judged" }
    indicator() { sv: "Indikator", en: "Indicator" }
    indicator_note(e: &Edition) {
        sv: format!("Indikatorn visar hur {} följer sitt bidrag, inte om staden når målet.", board(Sv, e)),
        en: format!("The indicator shows how {} follows its own contribution, not whether the city reaches the goal.", board(En, e)),
    }
    no_indicator() { sv: "Källan anger ingen indikator.", en: "The source states no indicator." }
    countable() { sv: "Går att räkna", en: "Can be counted" }
    not_countable() { sv: "Bedöms, räknas inte", en: "Judged, not counted" }
    start_value(value: &str) { sv: format!("Startvärde: {value}"), en: format!("Starting value: {value}") }
    no_start_value() { sv: "Inget startvärde i källan", en: "No starting value in the source" }
    target_value(value: &str) { sv: format!("Målvärde: {value}"), en: format!("Target value: {value}") }
    no_target_value() { sv: "Inget målvärde i källan", en: "No target value in the source" }
    wanted_outcome() { sv: "Önskat utfall", en: "Wanted outcome" }
    no_outcome() { sv: "Källan anger inget önskat utfall.", en: "The source states no wanted outcome." }
    outcome_of(year: u32) {
        sv: format!("Utfall {year}"),
        en: format!("Outcome {year}"),
    }
    outcome_missing() { sv: "Utfall ingår inte i materialet.", en: "No outcome in the material." }
    also_followed() { sv: "Följs också", en: "Also followed" }
    /// Beside a group of bodies, such as boards.
    unnamed() { sv: "källan säger inte vilka", en: "the source does not say which" }
    planned_for(year: u32) {
        sv: format!("Planerat för {year}"),
        en: format!("Planned for {year}"),
    }
    planned_term() { sv: "Planerat under mandatperioden eller utan angiven tid", en: "Planned for the term of office or without a stated time" }
    priorities() { sv: "Styrelsens egna prioriteringar", en: "The board's own priorities" }
    priorities_text(e: &Edition, all: usize, told: usize) {
        sv: format!("{} säger själv att den prioriterar {all} områden {}. Titlarna står som i källan. {told} av dem beskrivs närmare, här i våra ord (vår sammanfattning, enligt källan).", capital(&board(Sv, e)), e.year),
        en: format!("{} itself names {all} areas that it puts first in {}. The titles stand as in the source. {told} of them are described more closely, here in our words (our summary, as published).", capital(&board(En, e)), e.year),
    }
    priority_goals() { sv: "Källan hänvisar till:", en: "The source refers to:" }
    priorities_of_goal() { sv: "Prioriteringar som hänvisar hit", en: "Priorities that refer here" }
    conditions() { sv: "Förutsättningar för planen", en: "What the plan has to reckon with" }
    conditions_text(e: &Edition, all: usize) {
        sv: format!("{all} saker som {} enligt planen behöver förhålla sig till (vår sammanfattning, enligt källan).", board(Sv, e)),
        en: format!("{all} things that {} has to reckon with, says the plan (our summary, as published).", board(En, e)),
    }
    partners() { sv: "Vilka som medverkar", en: "Who takes part" }
    no_partners() { sv: "Källan nämner inga medverkande.", en: "The source names nobody taking part." }
    money() { sv: "Pengar", en: "Money" }
    no_money() {
        sv: "Källan kopplar inga belopp till målet. Budgeten är fördelad på verksamheter, inte på mål.",
        en: "The source links no amount to this goal. The budget is divided among activities, not among goals.",
    }
    no_money_assignment() { sv: "Källan kopplar inget belopp till uppdraget.", en: "The source links no amount to this assignment." }
    see_budget() { sv: "Se pengarna", en: "See the money" }
    nothing_else_in_area() { sv: "Inget mer mål eller uppdrag i målområdet.", en: "No other goal or assignment in the target area." }
    same_area() { sv: "I samma målområde", en: "In the same target area" }
    previous() { sv: "Föregående", en: "Previous" }
    next() { sv: "Nästa", en: "Next" }
    show_on_map() { sv: "Visa på kartan", en: "Show on the map" }
    both_readings(number: u32, name: &str, other: u32, other_name: &str) {
        sv: format!("Källan trycker «{number} {name}». Numret är mål {number}, namnet hör till mål {other} ({other_name}). Båda läsningarna visas."),
        en: format!("The source prints “{number} {name}”. The number is goal {number}; the name is that of goal {other} ({other_name}). Both readings are shown."),
    }
    reading_by_number() { sv: "efter numret", en: "by its number" }
    reading_by_name() { sv: "efter namnet", en: "by its name" }

    assignment_title(title: &str) { sv: format!("Uppdrag: {title}"), en: format!("Assignment: {title}") }
    assignment_description(short: &str, e: &Edition) {
        sv: format!("Budgetuppdrag till {} {}: {short}. Med vilka, hur, och hur det återrapporteras.", board(Sv, e), e.year),
        en: format!("A budget assignment to {} in {}: {short}. With whom, how, and how it reports back.", board(En, e), e.year),
    }
    steps() { sv: "Så ska det göras", en: "How it is to be done" }
    reports_back() { sv: "Återrapportering", en: "Report back" }
    assignment_state() { sv: "Läge", en: "State" }
    assignment_state_text() {
        sv: "Planerat. Hur det gick ingår inte i materialet.",
        en: "Planned. How it went is not part of the material.",
    }

    sdg_title(number: u32, name: &str) { sv: format!("Globalt mål {number}: {name}"), en: format!("Global goal {number}: {name}") }
    sdg_description(number: u32, count: usize, e: &Edition) {
        sv: format!("{count} av kommunfullmäktigemålen till {} nämner globalt mål {number}.", board(Sv, e)),
        en: format!("{count} of the council goals directed to {} name global goal {number}.", board(En, e)),
    }
    sdg_count(count: usize, of: usize) {
        sv: format!("{count} av {of} mål nämner det bland dem som de i huvudsak bidrar till."),
        en: format!("{count} of {of} goals name it among those they mainly contribute to."),
    }
    sdg_count_rule() { sv: "Räknat på tryckta nummer (vår beräkning).", en: "Counted by printed number (calculated)." }
    sdg_none(number: u32) {
        sv: format!("Inget mål nämner globalt mål {number} bland dem som det i huvudsak bidrar till."),
        en: format!("No goal names global goal {number} among those it mainly contributes to."),
    }
    sdg_none_scope() { sv: "Det säger inget om stadens övriga arbete.", en: "This says nothing about the city's other work." }
    sdg_colours_note() { sv: "Globala målens nummer och namn är allmänna uppgifter och står inte i dokumenten i sin helhet.", en: "The numbers and names of the global goals are public facts and do not all stand in the documents." }
    all_global_goals() { sv: "Alla globala mål", en: "All global goals" }
    add_note() { sv: "Anteckna", en: "Add note" }
    add_note_about(what: &str) { sv: format!("Anteckna: {what}"), en: format!("Add note: {what}") }
}

pub fn report_form(language: Language, form: ReportForm) -> Cow<'static, str> {
    match (form, language) {
        (ReportForm::AnnualAnalysis, Language::Sv) => "I samband med årsanalysen".into(),
        (ReportForm::AnnualAnalysis, Language::En) => "With the annual analysis".into(),
        (ReportForm::SeparateMatter, Language::Sv) => "Som ett särskilt ärende".into(),
        (ReportForm::SeparateMatter, Language::En) => "As a separate matter".into(),
    }
}

/// The kind of an actor as a heading of a group.
pub fn actor_kind(language: Language, kind: &str) -> Cow<'static, str> {
    let (sv, en) = match kind {
        "council" => ("Kommunfullmäktige", "City council"),
        "executive" => ("Kommunstyrelsen", "Executive board"),
        "board" => ("Nämnder", "Boards"),
        "department" => ("Förvaltningar", "Departments"),
        "company" => ("Bolag", "Companies"),
        "region" => ("Regioner", "Regions"),
        "state" => ("Staten", "The state"),
        "eu" => ("EU", "EU"),
        "municipality" => ("Kommuner", "Municipalities"),
        "university" => ("Lärosäten", "Universities"),
        "police" => ("Polisen", "Police"),
        "network" => ("Nätverk", "Networks"),
        "association" => ("Förbund och föreningar", "Associations"),
        "business" => ("Näringsliv", "Business"),
        "civil_society" => ("Civilsamhälle", "Civil society"),
        _ => ("Övriga", "Others"),
    };
    match language {
        Language::Sv => sv.into(),
        Language::En => en.into(),
    }
}

/// The kind of a planned activity.
pub fn activity_kind(language: Language, kind: &str) -> Cow<'static, str> {
    let (sv, en) = match kind {
        "programme" => ("Program", "Programme"),
        "project" => ("Projekt", "Project"),
        "inquiry" => ("Utredning", "Inquiry"),
        "plan" => ("Plan", "Plan"),
        "policy" => ("Policy", "Policy"),
        "network" => ("Nätverk", "Network"),
        "procurement" => ("Upphandling", "Procurement"),
        "training" => ("Utbildning", "Training"),
        "system" => ("System", "System"),
        _ => ("Insats", "Activity"),
    };
    match language {
        Language::Sv => sv.into(),
        Language::En => en.into(),
    }
}
