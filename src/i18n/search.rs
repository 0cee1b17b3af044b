//! Words of search.

use super::edition::board;
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    title() { sv: "Sök", en: "Search" }
    description() {
        sv: "Sök bland mål, uppdrag, pengar, beslut, medverkande, ord och vanliga frågor.",
        en: "Search goals, assignments, money, decisions, those who take part, words and common questions.",
    }
    lead() {
        sv: "Sök i allt som finns här, på svenska eller engelska. Ändelser, prickar och små stavfel spelar ingen roll.",
        en: "Search everything here, in Swedish or English. Endings, dots over letters and small misspellings do not matter.",
    }
    field() { sv: "Sök i allt", en: "Search everything" }
    button() { sv: "Sök", en: "Search" }
    hint() {
        sv: "Tryck / för att komma hit. Pilarna går bland träffarna och Enter öppnar.",
        en: "Press / to come here. The arrows move among the hits and Enter opens.",
    }
    needs_application() {
        sv: "Sökningen behöver JavaScript och WebAssembly. Andra vägar till samma innehåll står längre ned.",
        en: "Search needs JavaScript and WebAssembly. Other ways to the same content stand further down.",
    }
    other_ways() { sv: "Andra vägar", en: "Other ways" }
    way_questions() { sv: "Vanliga frågor, med svar", en: "Common questions, answered" }
    way_glossary() { sv: "Ordlista: ord, program och organ", en: "Glossary: words, programmes and bodies" }
    way_goals() { sv: "Mål och uppdrag på en karta", en: "Goals and assignments on a map" }
    way_actors() { sv: "Vilka som medverkar", en: "Who takes part" }
    way_decisions() { sv: "Besluten, år för år", en: "The decisions, year by year" }
    way_documents() { sv: "Dokumenten som allt är läst ur", en: "The documents that everything was read from" }
    what_heading() { sv: "Det här kan du söka i", en: "What you can search" }
    examples() { sv: "Prova", en: "Try" }
    results_heading() { sv: "Träffar", en: "Hits" }
    too_short() { sv: "Skriv minst två bokstäver.", en: "Write at least two letters." }
    none(query: &str) { sv: format!("Inget här innehåller «{query}»."), en: format!("Nothing here holds “{query}”.") }
    none_advice(e: &Edition) {
        sv: format!("Prova ett kortare eller annat ord. Materialet gäller {}: skola, vård, kultur och gator har egna nämnder.", board(Sv, e)),
        en: format!("Try a shorter word or another one. The material is about {}: schools, care, culture and streets have boards of their own.", board(En, e)),
    }
    count(total: usize, own: usize, query: &str) {
        sv: {
            let own = match own { 0 => String::new(), 1 => ", varav 1 egen anteckning".to_owned(), n => format!(", varav {n} egna anteckningar") };
            if total == 1 { format!("1 träff på «{query}»{own}.") } else { format!("{total} träffar på «{query}»{own}.") }
        },
        en: {
            let own = match own { 0 => String::new(), 1 => ", 1 of them a note of your own".to_owned(), n => format!(", {n} of them notes of your own") };
            if total == 1 { format!("1 hit for “{query}”{own}.") } else { format!("{total} hits for “{query}”{own}.") }
        },
    }
    loose(held: usize, asked: usize) {
        sv: format!("Inget har alla {asked} orden. Det här har {held} av dem."),
        en: format!("Nothing has all {asked} words. These have {held} of them."),
    }
    instead(asked: &str, found: &str) {
        sv: format!("«{asked}» finns inte här. Visar {found}."),
        en: format!("“{asked}” is not here. Showing {found}."),
    }
    more(count: usize) {
        sv: if count == 1 { "1 till".to_owned() } else { format!("{count} till") },
        en: format!("{count} more"),
    }
    left_out(count: usize) {
        sv: format!("{count} träffar till visas inte. Skriv fler ord för att hitta rätt."),
        en: format!("{count} more hits are not shown. Write more words to narrow the search."),
    }
    under(what: &str) { sv: format!("Under {what}"), en: format!("Under {what}") }
    notes() { sv: "Dina egna anteckningar", en: "Your own notes" }
    questions() { sv: "Vanliga frågor", en: "Common questions" }
    goals() { sv: "Mål", en: "Goals" }
    assignments() { sv: "Budgetuppdrag", en: "Budget assignments" }
    areas() { sv: "Målområden", en: "Target areas" }
    sdgs() { sv: "Globala mål", en: "Global goals" }
    actors() { sv: "De som medverkar", en: "Those who take part" }
    terms() { sv: "Ordlistan", en: "The glossary" }
    activities() { sv: "Det som planeras", en: "What is planned" }
    follow_up() { sv: "Uppföljning", en: "Follow-up" }
    events() { sv: "Beslut och händelser", en: "Decisions and events" }
    tables() { sv: "Tabeller", en: "Tables" }
    rows() { sv: "Rader i tabellerna", en: "Rows of the tables" }
    figures() { sv: "Belopp och antal i texten", en: "Amounts and counts in the text" }
    rights() { sv: "Mänskliga rättigheter", en: "Human rights" }
    contradictions() { sv: "Motstridiga uppgifter", en: "Contradictions" }
    documents() { sv: "Dokumenten", en: "The documents" }
}
