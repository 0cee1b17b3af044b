//! Words of the glossary and of the pages about who takes part.

use crate::model::Language;
use std::borrow::Cow;

messages! {
    title() { sv: "Ordlista", en: "Glossary" }
    description() {
        sv: "System, program, nätverk, organ och ord som dokumenten nämner, förklarade på en rad, med var de står.",
        en: "Systems, programmes, networks, bodies and words that the documents name, explained in a line, with where they stand.",
    }
    lead(terms: usize, with_figures: usize) {
        sv: format!("{terms} ord och namn ur dokumenten, förklarade på en rad. Om {with_figures} av dem innehåller dokumenten någon siffra."),
        en: format!("{terms} words and names from the documents, explained in a line. The documents hold a figure for {with_figures} of them. The names are Swedish, as printed."),
    }
    letters() { sv: "Bokstäver", en: "Letters" }
    find() { sv: "Sök i ordlistan", en: "Search the glossary" }
    find_button() { sv: "Sök", en: "Search" }
    kind() { sv: "Slag", en: "Kind" }
    all() { sv: "Alla", en: "All" }
    showing(shown: usize, of: usize) { sv: format!("Visar {shown} av {of} ord."), en: format!("Showing {shown} of {of} terms.") }
    clear() { sv: "Visa alla", en: "Show all" }
    none_left() { sv: "Inget ord stämmer med sökningen.", en: "No term fits the search." }
    also_written() { sv: "Skrivs också:", en: "Also written:" }
    has_figures() { sv: "Dokumenten har siffror", en: "The documents hold figures" }
    no_figures() { sv: "Inga siffror i dokumenten", en: "No figures in the documents" }
    mentions(count: usize) {
        sv: if count == 1 { "Nämns på ett ställe".to_owned() } else { format!("Nämns på {count} ställen") },
        en: if count == 1 { "Named in one place".to_owned() } else { format!("Named in {count} places") },
    }
    in_goals() { sv: "I målen:", en: "In the goals:" }
    to_letters() { sv: "Till bokstäverna", en: "To the letters" }

    actors_title() { sv: "Vilka som medverkar", en: "Who takes part" }
    actors_description() {
        sv: "Nämnder, förvaltningar, bolag, nätverk och andra som dokumenten nämner, och vad var och en är med i.",
        en: "Boards, departments, companies, networks and others that the documents name, and what each takes part in.",
    }
    actors_lead(actors: usize) {
        sv: format!("{actors} medverkande. Välj en och se dess mål, uppdrag, insatser och beslut."),
        en: format!("{actors} of them. Choose one to see its goals, assignments, activities and decisions."),
    }
    actor_description(name: &str) {
        sv: format!("Mål, uppdrag, insatser och beslut där dokumenten nämner {name}."),
        en: format!("Goals, assignments, activities and decisions where the documents name {name}."),
    }
    counts(goals: usize, assignments: usize, events: usize) {
        sv: {
            let mut parts = Vec::new();
            if goals > 0 { parts.push(format!("{goals} mål")); }
            if assignments > 0 { parts.push(format!("{assignments} uppdrag")); }
            if events > 0 { parts.push(if events == 1 { "1 händelse".to_owned() } else { format!("{events} händelser") }); }
            parts.join(", ")
        },
        en: {
            let word = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
            let mut parts = Vec::new();
            if goals > 0 { parts.push(word(goals, "goal", "goals")); }
            if assignments > 0 { parts.push(word(assignments, "assignment", "assignments")); }
            if events > 0 { parts.push(word(events, "event", "events")); }
            parts.join(", ")
        },
    }
    only_round(round: &str) { sv: format!("uppföljningen {round}"), en: format!("the {round} follow-up") }
    in_goals_heading() { sv: "Mål", en: "Goals" }
    in_assignments_heading() { sv: "Uppdrag", en: "Assignments" }
    in_events_heading() { sv: "Beslut och händelser", en: "Decisions and events" }
    in_round_heading() { sv: "Uppföljning", en: "Follow-up" }
    takes_part() { sv: "Nämns som medverkande", en: "Named as taking part" }
    allocated(count: u32) { sv: format!("Fick {count} utredningsuppdrag"), en: format!("Was given {count} inquiry assignments") }
    unnamed_group() {
        sv: "Källan nämner gruppen utan att säga vilka som hör till den.",
        en: "The source names the group without saying who belongs to it.",
    }
    nothing() {
        sv: "Dokumenten nämner namnet, men inte i något mål, uppdrag eller daterat beslut.",
        en: "The documents name it, but in no goal, assignment or dated decision.",
    }
    decides() { sv: "beslutar", en: "decides" }
    acts() { sv: "ansvarar eller agerar", en: "responsible or acting" }
    is_addressed() { sv: "mottagare", en: "addressed" }
}

pub fn term_kind(language: Language, kind: &str) -> Cow<'static, str> {
    let (sv, en) = match kind {
        "system" => ("System", "System"),
        "tool" => ("Verktyg", "Tool"),
        "programme" => ("Program", "Programme"),
        "project" => ("Projekt", "Project"),
        "network" => ("Nätverk", "Network"),
        "body" => ("Organ", "Body"),
        "company" => ("Bolag", "Company"),
        "policy" => ("Policy", "Policy"),
        "plan" => ("Plan", "Plan"),
        "law" => ("Lag", "Law"),
        "fund" => ("Fond", "Fund"),
        "method" => ("Arbetssätt", "Method"),
        "survey" => ("Undersökning", "Survey"),
        "place" => ("Plats", "Place"),
        "event" => ("Händelse", "Event"),
        "agreement" => ("Avtal", "Agreement"),
        "report" => ("Rapport", "Report"),
        _ => ("Begrepp", "Concept"),
    };
    match language {
        Language::Sv => sv.into(),
        Language::En => en.into(),
    }
}
