//! Words of the decision trail, of its events and of contradictions.

use crate::model::{Language, Status};
use std::borrow::Cow;

messages! {
    trail_title() { sv: "Beslut", en: "Decisions" }
    trail_description(from: u32, to: u32) {
        sv: format!("Beslut, förslag, utredningar och planer som dokumenten daterar, från {from} till {to}, med källan till varje."),
        en: format!("Decisions, proposals, inquiries and plans that the documents date, from {from} to {to}, with the source of each."),
    }
    trail_lead(events: usize, from: u32, to: u32) {
        sv: format!("Dokumenten daterar {events} händelser och planer från {from} till {to}: vad som har beslutats, föreslagits, hänt och planeras. Dagen står bara där källan anger den."),
        en: format!("The documents date {events} events and plans from {from} to {to}: what was decided, proposed, done and planned. The day stands only where the source gives it."),
    }
    path_heading(year: u32) {
        sv: format!("Vägen till budgeten för {year}"),
        en: format!("The way to the {year} budget"),
    }
    path_text(steps: usize) {
        sv: format!("{steps} steg: dokumenten och det som de enligt källorna följer på. Där källorna inte knyter ihop två steg står det."),
        en: format!("{steps} steps: the documents and what the sources say they follow on. Where the sources do not tie two steps together, it says so."),
    }
    path_follows(numbers: &str) { sv: format!("Följer enligt källan på steg {numbers}"), en: format!("Follows on step {numbers}, says the source") }
    path_first() { sv: "Här börjar materialet", en: "The material begins here" }
    path_apart() { sv: "Källorna knyter inte steget till något tidigare", en: "The sources do not tie this step to an earlier one" }
    path_document() {
        sv: "Ett av dokumenten",
        en: "One of the documents",
    }
    path_end() {
        sv: "Här slutar materialet. Vad som hände sedan ingår inte i det.",
        en: "The material ends here. What came after is not part of it.",
    }
    timeline() { sv: "Tidslinjen", en: "The timeline" }
    timeline_words() { sv: "Så läser du orden", en: "How to read the words" }
    undated(year: u32) { sv: format!("{year}, utan närmare datum"), en: format!("{year}, without a closer date") }
    for_budget_year(year: u32) { sv: format!("Budgetår {year}, beslutsdag saknas"), en: format!("Budget year {year}, no day of decision given") }
    about_year(year: u32) { sv: format!("Gäller år {year}, datum saknas"), en: format!("About the year {year}, no date given") }
    in_budget_year(year: &str) { sv: format!("budgetår {year}, beslutsdag saknas"), en: format!("budget year {year}, no day of decision given") }
    about_the_year(year: &str) { sv: format!("gäller år {year}, datum saknas"), en: format!("about the year {year}, no date given") }
    narrow() { sv: "Visa bara", en: "Show only" }
    theme() { sv: "Tema", en: "Theme" }
    status_label() { sv: "Läge", en: "Status" }
    kind() { sv: "Slag", en: "Kind" }
    all() { sv: "Alla", en: "All" }
    showing(shown: usize, of: usize) { sv: format!("Visar {shown} av {of} händelser."), en: format!("Showing {shown} of {of} events.") }
    clear() { sv: "Visa alla", en: "Show all" }
    none_left() {
        sv: "Ingen händelse i materialet stämmer med urvalet. Det betyder inte att inget hände.",
        en: "No event in the material fits the choice. That does not mean that nothing happened.",
    }

    event_description(kind: &str, date: &str) {
        sv: format!("{kind}, {date}. Vad det gäller, vem, vad det följer på och leder till, med källa."),
        en: format!("{kind}, {date}. What it is about, who, what it follows on and leads to, with its source."),
    }
    title_ours() { sv: "rubriken är vår", en: "the heading is ours" }
    facts() { sv: "Uppgifter", en: "Facts" }
    date() { sv: "När", en: "When" }
    body() { sv: "Vem", en: "Who" }
    no_body() { sv: "Källan anger inget organ.", en: "The source names no body." }
    paragraph() { sv: "Paragraf", en: "Section of the minutes" }
    case_number() { sv: "Ärendenummer", en: "Case number" }
    decided_by() { sv: "Beslutat av", en: "Decided by" }
    addressed_to() { sv: "Riktat till", en: "Addressed to" }
    what() { sv: "Vad det gäller", en: "What it is about" }
    points() { sv: "Beslutspunkter", en: "Decision points" }
    proposed_points() { sv: "Föreslagna beslutspunkter", en: "Proposed decision points" }
    attachments() { sv: "Bilagor", en: "Attachments" }
    attachments_note() { sv: "Bilagorna är bara namngivna i materialet.", en: "The attachments are only named in the material." }
    missing() { sv: "Det här saknas", en: "What is missing" }
    follows() { sv: "Följer på", en: "Follows on" }
    no_follows() { sv: "Källorna nämner inget tidigare steg.", en: "The sources name no earlier step." }
    leads_to() { sv: "Leder vidare till", en: "Leads on to" }
    no_leads_to() {
        sv: "Inget i materialet bygger uttryckligen vidare på det. Det betyder inte att inget följde.",
        en: "Nothing in the material expressly builds on it. That does not mean that nothing followed.",
    }
    touches() { sv: "Mål som det berör", en: "Goals it touches" }
    touches_note() {
        sv: "Dokumenten kopplar sällan händelser till mål. Kopplingarna är våra, med skälet intill.",
        en: "The documents seldom link events to goals. The links are ours, with the reason beside each.",
    }
    touches_none() { sv: "Vi har inte kopplat händelsen till något av målen.", en: "We have not linked the event to any of the goals." }
    see_assignment() { sv: "Uppdragets sida", en: "The page of the assignment" }
    before_in_time() { sv: "Tidigare", en: "Earlier" }
    after_in_time() { sv: "Senare", en: "Later" }
    order_in_time() { sv: "I tidsordning", en: "In time" }

    what_led_here() { sv: "Vad som ledde hit, och vad som väntar", en: "What led here, and what is to come" }
    what_led_here_note() {
        sv: "Att händelserna hör till målet är vår tolkning. Skälet står vid varje.",
        en: "That these events belong to the goal is our reading. The reason stands beside each.",
    }
    what_led_here_assignment() {
        sv: "Uppdraget i beslutskedjan, och det som det enligt källan följer på.",
        en: "The assignment in the decision trail, and what the source says it follows on.",
    }
    what_led_here_sdg(events: usize) {
        sv: format!("{events} händelser berör något av målen ovan (vår tolkning)"),
        en: format!("{events} events touch one of the goals above (our reading)"),
    }
    no_event_for_goal() { sv: "Ingen daterad händelse i materialet berör målet.", en: "No dated event in the material touches the goal." }
    whole_trail() { sv: "Alla händelser", en: "All events" }
    terms_named() { sv: "Ord och namn i texten", en: "Words and names in the text" }
    terms_named_note() { sv: "Förklaras i ordlistan.", en: "Explained in the glossary." }

    contradictions_note() {
        sv: "Här säger källorna emot sig själva eller varandra. Vi visar alla läsningar.",
        en: "Here the sources contradict themselves or each other. We show every reading.",
    }
    used() { sv: "Används här", en: "Used here" }
    all_stand() { sv: "Ingen läsning väljs; alla står kvar.", en: "No reading is chosen; all of them stand." }
    why() { sv: "Varför", en: "Why" }
    more_readings(count: usize) { sv: if count == 1 { "1 läsning till".to_owned() } else { format!("{count} läsningar till") }, en: if count == 1 { "1 more reading".to_owned() } else { format!("{count} more readings") } }
}

/// The status of an event: a word, and a sign of its own so that colour is never alone.
pub fn status(language: Language, status: Status) -> (&'static str, &'static str) {
    match (status, language) {
        (Status::Proposed, Language::Sv) => ("◇", "Förslag"),
        (Status::Proposed, Language::En) => ("◇", "Proposal"),
        (Status::Decided, Language::Sv) => ("■", "Beslutat"),
        (Status::Decided, Language::En) => ("■", "Decided"),
        (Status::Planned, Language::Sv) => ("○", "Planerat"),
        (Status::Planned, Language::En) => ("○", "Planned"),
        (Status::Happened, Language::Sv) => ("●", "Har hänt"),
        (Status::Happened, Language::En) => ("●", "Happened"),
        (Status::Unknown, Language::Sv) => ("?", "Läget oklart"),
        (Status::Unknown, Language::En) => ("?", "Status unclear"),
    }
}

/// What a status means, in a sentence.
pub fn status_means(language: Language, status: Status) -> &'static str {
    match (status, language) {
        (Status::Proposed, Language::Sv) => "Ett förslag. Om och hur det beslutades ingår inte i materialet.",
        (Status::Proposed, Language::En) => "A proposal. Whether and how it was decided is not part of the material.",
        (Status::Decided, Language::Sv) => "Källan säger att det är beslutat.",
        (Status::Decided, Language::En) => "The source says that it is decided.",
        (Status::Planned, Language::Sv) => "Planerat eller väntat enligt källan. Om det blev av ingår inte i materialet.",
        (Status::Planned, Language::En) => "Planned or expected, says the source. Whether it came about is not part of the material.",
        (Status::Happened, Language::Sv) => "Källan säger att det har hänt.",
        (Status::Happened, Language::En) => "The source says that it happened.",
        (Status::Unknown, Language::Sv) => "Källan säger inte om det är beslutat.",
        (Status::Unknown, Language::En) => "The source does not say whether it is decided.",
    }
}

pub fn event_kind(language: Language, kind: &str) -> Cow<'static, str> {
    let (sv, en) = match kind {
        "decision" => ("Beslut", "Decision"),
        "proposal" => ("Förslag till beslut", "Proposal for decision"),
        "meeting" => ("Möte", "Meeting"),
        "inquiry" => ("Utredning", "Inquiry"),
        "policy" => ("Policy", "Policy"),
        "plan" => ("Plan", "Plan"),
        "law" => ("Lag", "Law"),
        "procurement" => ("Upphandling", "Procurement"),
        "deadline" => ("Slutdatum", "Deadline"),
        "report" => ("Rapport", "Report"),
        "programme" => ("Program", "Programme"),
        "organisation" => ("Organisation", "Organisation"),
        "election" => ("Val", "Election"),
        "infrastructure" => ("Infrastruktur", "Infrastructure"),
        _ => ("Annat", "Other"),
    };
    pick(language, sv, en)
}

pub fn theme_name(language: Language, theme: &str) -> Cow<'static, str> {
    let (sv, en) = match theme {
        "social" => ("Social hållbarhet", "Social sustainability"),
        "rights" => ("Rättigheter", "Rights"),
        "climate" => ("Klimat", "Climate"),
        "growth" => ("Tillväxt", "Growth"),
        "safety" => ("Trygghet och säkerhet", "Safety and security"),
        "organisation" => ("Organisation", "Organisation"),
        "economy" => ("Ekonomi", "Economy"),
        "infrastructure" => ("Infrastruktur", "Infrastructure"),
        _ => ("Annat", "Other"),
    };
    pick(language, sv, en)
}

fn pick(language: Language, sv: &'static str, en: &'static str) -> Cow<'static, str> {
    match language {
        Language::Sv => sv.into(),
        Language::En => en.into(),
    }
}
