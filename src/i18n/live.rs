//! What the running application says: loading, links, offline, updates, problems.

messages! {
    messages() { sv: "Meddelanden", en: "Messages" }
    dismiss() { sv: "Stäng", en: "Dismiss" }
    link_unknown_key(key: &str) { sv: format!("Länken innehåller «{key}», som den här versionen inte känner till. Resten av länken gäller."), en: format!("The link contains “{key}”, which this version does not know. The rest of the link applies.") }
    link_unknown_value(key: &str, value: &str) { sv: format!("Länken anger {key} = «{value}», som inte går att använda. Resten av länken gäller."), en: format!("The link sets {key} = “{value}”, which cannot be used. The rest of the link applies.") }
    link_gone(what: &str) { sv: format!("Länken väljer «{what}», som inte finns i datan. Resten av länken gäller."), en: format!("The link chooses “{what}”, which is not in the data. The rest of the link applies.") }
    link_copied(what: &str) { sv: format!("Länken är kopierad. Den innehåller {what}, inte dina anteckningar."), en: format!("The link is copied. It holds {what}, not your notes.") }
    link_copy_failed() { sv: "Webbläsaren lät oss inte kopiera. Markera adressen och kopiera den själv:", en: "The browser did not let us copy. Select the address and copy it yourself:" }
    link_holds_all(before: &str, last: &str) { sv: format!("{before} och {last}"), en: format!("{before} and {last}") }
    link_holds_page() { sv: "sidan", en: "the page" }
    link_holds_choice() { sv: "valet", en: "the choice" }
    link_holds_form() { sv: "visningsformen", en: "the form of display" }
    link_holds_column() { sv: "kolumnen", en: "the column" }
    link_holds_unit() { sv: "enheten", en: "the unit" }
    link_holds_level() { sv: "detaljnivån", en: "the level of detail" }
    link_holds_filter() { sv: "filtren", en: "the filters" }
    link_holds_comparison() { sv: "jämförelsen", en: "the comparison" }
    link_holds_version() { sv: "dataversionen", en: "the data version" }
    link_holds_words() { sv: "sökorden", en: "the search words" }
    data_failed() { sv: "Datan kunde inte läsas. Du ser den fasta sidan, utan urval och anteckningar.", en: "The data could not be read. You are reading the fixed page, without selection and notes." }
    data_issues(count: usize) {
        sv: if count == 1 { "En uppgift i datan gick inte att läsa och visas inte.".to_owned() } else { format!("{count} uppgifter i datan gick inte att läsa och visas inte.") },
        en: if count == 1 { "One entry in the data could not be read and is not shown.".to_owned() } else { format!("{count} entries in the data could not be read and are not shown.") },
    }
    show_details() { sv: "Visa vad", en: "Show what" }
    try_again() { sv: "Försök igen", en: "Try again" }
    update_ready() { sv: "En ny version av webbplatsen är hämtad.", en: "A new version of the site has been fetched." }
    update_now() { sv: "Byt till den nya versionen", en: "Switch to the new version" }
    update_later() { sv: "Senare", en: "Later" }
    update_keeps() { sv: "Dina anteckningar finns kvar.", en: "Your notes stay." }
    stopped_title() { sv: "Programmet har stannat", en: "The application has stopped" }
    stopped_text() { sv: "Ett fel uppstod. Dina sparade anteckningar finns kvar i webbläsaren. Ladda om sidan för att fortsätta.", en: "Something went wrong. Your saved notes are still in the browser. Reload the page to go on." }
    selected_announcement(what: &str, count: usize) { sv: format!("{what} valt. {count} hör ihop med det."), en: format!("{what} chosen. {count} belong together with it.") }
    walked(reading: &str, place: usize, of: usize) { sv: format!("Längs en koppling: {reading}. {place} av {of}."), en: format!("Along a connection: {reading}. {place} of {of}.") }
    selection_cleared() { sv: "Valet är rensat.", en: "The choice is cleared." }
}
