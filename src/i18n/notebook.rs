//! Words of the notes page and of the dialog where a note is written.

use super::edition::whose;
use crate::model::Language::{En, Sv};

messages! {
    page_title() { sv: "Mina anteckningar", en: "My notes" }
    page_description() { sv: "Dina egna anteckningar om mål, uppdrag och belopp, sparade i din webbläsare.", en: "Your own notes on goals, assignments and amounts, kept in your browser." }
    page_lead() {
        sv: "Anteckningarna är dina och stannar i den här webbläsaren. Spara dem i en fil för att flytta dem eller ha en kopia.",
        en: "The notes are yours and stay in this browser. Save them to a file to move them or keep a copy.",
    }
    needs_application() {
        sv: "Anteckningar behöver JavaScript och WebAssembly. De läses när programmet har startat.",
        en: "Notes need JavaScript and WebAssembly. They are read when the application has started.",
    }
    none_yet() { sv: "Du har inga anteckningar än. Välj Anteckna vid ett mål, ett uppdrag, ett globalt mål eller en rad i en tabell.", en: "You have no notes yet. Choose Add note beside a goal, an assignment, a global goal or a row of a table." }
    about(what: &str) { sv: format!("Om: {what}"), en: format!("About: {what}") }
    dialog_title() { sv: "Anteckning", en: "Note" }
    edit_about(what: &str) { sv: format!("Ändra anteckningen om: {what}"), en: format!("Edit the note about: {what}") }
    delete_about(what: &str) { sv: format!("Ta bort anteckningen om: {what}"), en: format!("Delete the note about: {what}") }
    left_unsaved() { sv: "Det här skrev du förut utan att spara.", en: "You wrote this earlier without saving it." }
    empty_text() { sv: "Skriv något innan du sparar.", en: "Write something before you save." }
    existing(count: usize) {
        sv: if count == 1 { "Du har redan en anteckning om detta:".to_owned() } else { format!("Du har redan {count} anteckningar om detta:") },
        en: if count == 1 { "You already have a note about this:".to_owned() } else { format!("You already have {count} notes about this:") },
    }
    own_words(city: &str) {
        sv: format!("Egen anteckning, inte {}", whose(Sv, city)),
        en: format!("The reader's own note, not {}", whose(En, city)),
    }
    changed(when: &str) { sv: format!("Ändrad {when}"), en: format!("Changed {when}") }
    written_on(version: &str) { sv: format!("Skriven på dataversion {version}"), en: format!("Written on data version {version}") }
    orphan() { sv: "Det anteckningen gäller finns inte i den här datan.", en: "What the note is about is not in this data." }
    exported(count: usize) { sv: format!("{count} anteckningar sparade i filen."), en: format!("{count} notes saved to the file.") }
    import_refused(count: usize) { sv: format!("{count} som inte går att läsa och lämnas"), en: format!("{count} that cannot be read and are left out") }
    file_unreadable() { sv: "Filen gick inte att läsa.", en: "The file could not be read." }
    set_aside_text(count: usize) {
        sv: format!("{count} poster i lagringen gick inte att läsa. De är kvar som de är och kan laddas ner."),
        en: format!("{count} entries in the storage could not be read. They stay as they are and can be downloaded."),
    }
    help() { sv: "Skriv inte personuppgifter.", en: "Do not write personal data." }
}
