//! Words that stand on every page: navigation, scope, sender, take-over.

use super::edition::municipalitys;
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    site_name() { sv: "Målkarta", en: "Målkarta" }
    tagline() { sv: "Mål, pengar och beslut på en karta", en: "Goals, money and decisions on one map" }
    skip_to_content() { sv: "Hoppa till innehållet", en: "Skip to the content" }
    main_navigation() { sv: "Huvudmeny", en: "Main navigation" }
    nav_goals() { sv: "Mål", en: "Goals" }
    nav_budget() { sv: "Budget", en: "Budget" }
    nav_decisions() { sv: "Beslut", en: "Decisions" }
    nav_follow_up() { sv: "Uppföljning", en: "Follow-up" }
    nav_questions() { sv: "Frågor", en: "Questions" }
    nav_notes() { sv: "Mina anteckningar", en: "My notes" }
    nav_data() { sv: "Data och källor", en: "Data and sources" }
    nav_glossary() { sv: "Ordlista", en: "Glossary" }
    nav_actors() { sv: "Vilka som medverkar", en: "Who takes part" }
    nav_rights() { sv: "Mänskliga rättigheter", en: "Human rights" }
    nav_about() { sv: "Om webbplatsen", en: "About this site" }
    nav_search() { sv: "Sök", en: "Search" }
    nav_start() { sv: "Start", en: "Start" }
    other_language() { sv: "In English", en: "På svenska" }
    scope_label() { sv: "Vad detta är", en: "What this is" }
    /// Who publishes the site; what it shows follows from `site.json`.
    sender_independent(e: &Edition) {
        sv: format!("Fristående webbplats, inte {}.", municipalitys(Sv, e)),
        en: format!("An independent website, not {}.", municipalitys(En, e)),
    }
    sender_public_body(publisher: &str) {
        sv: format!("Webbplatsen ges ut av {publisher}."),
        en: format!("This website is published by {publisher}."),
    }
    year_is_over(e: &Edition) {
        sv: format!("{}Utfallet ingår inte i materialet.", if e.is_over { format!("Året {} är slut. ", e.year) } else { String::new() }),
        en: format!("{}The outcome is not part of the material.", if e.is_over { format!("The year {} is over. ", e.year) } else { String::new() }),
    }
    sender(publisher: &str) { sv: format!("Avsändare: {publisher}"), en: format!("Sender: {publisher}") }
    contact() { sv: "Kontakt", en: "Contact" }
    report_error() { sv: "Rapportera fel", en: "Report an error" }
    footer_privacy() {
        sv: "Inga kakor, ingen spårning, inga anrop till andra webbplatser. Anteckningar stannar i din webbläsare.",
        en: "No cookies, no tracking, no requests to other sites. Notes stay in your browser.",
    }
    footer_licence() { sv: "Data: CC0 1.0. Program: MIT eller Apache 2.0.", en: "Data: CC0 1.0. Program: MIT or Apache 2.0." }
    data_version(version: &str) { sv: format!("Dataversion {version}"), en: format!("Data version {version}") }
    more_pages() { sv: "Fler sidor", en: "More pages" }
    /// Shown without JavaScript or WebAssembly.
    static_page() {
        sv: "Du ser den fasta sidan. Urval och anteckningar behöver JavaScript och WebAssembly.",
        en: "You are reading the fixed page. Selection and notes need JavaScript and WebAssembly.",
    }
    not_found_title() { sv: "Sidan finns inte", en: "There is no such page" }
    not_found_text(path: &str) {
        sv: format!("Adressen «{path}» leder inte till någon sida här. Den kan vara felskriven eller ha klippts av."),
        en: format!("The address “{path}” does not lead to a page here. It may be misspelt or cut off."),
    }
    not_found_here() {
        sv: "Adressen leder inte till någon sida här. Den kan vara felskriven eller ha klippts av.",
        en: "The address does not lead to a page here. It may be misspelt or cut off.",
    }
    not_found_ways() { sv: "Gå vidare till", en: "Go on to" }
    to_start() { sv: "Startsidan", en: "The start page" }
    to_map() { sv: "Målkartan", en: "The goal map" }
    breadcrumb() { sv: "Du är här", en: "You are here" }
}
