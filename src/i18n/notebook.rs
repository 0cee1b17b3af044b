//! Words of the notes page and of the dialog where a note is written.

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
    text_label() { sv: "Din anteckning", en: "Your note" }
    save() { sv: "Spara", en: "Save" }
    cancel() { sv: "Avbryt", en: "Cancel" }
    edit() { sv: "Ändra", en: "Edit" }
    edit_about(what: &str) { sv: format!("Ändra anteckningen om: {what}"), en: format!("Edit the note about: {what}") }
    delete() { sv: "Ta bort", en: "Delete" }
    delete_about(what: &str) { sv: format!("Ta bort anteckningen om: {what}"), en: format!("Delete the note about: {what}") }
    undo() { sv: "Ångra", en: "Undo" }
    deleted() { sv: "Anteckningen är borttagen.", en: "The note is deleted." }
    undone() { sv: "Anteckningen är tillbaka.", en: "The note is back." }
    saved() { sv: "Sparad i den här webbläsaren.", en: "Saved in this browser." }
    empty_text() { sv: "Skriv något innan du sparar.", en: "Write something before you save." }
    not_saved_kept() { sv: "Texten finns kvar här i rutan. Kopiera den eller försök igen.", en: "The text is still here in the box. Copy it or try again." }
    existing(count: usize) {
        sv: if count == 1 { "Du har redan en anteckning om detta:".to_owned() } else { format!("Du har redan {count} anteckningar om detta:") },
        en: if count == 1 { "You already have a note about this:".to_owned() } else { format!("You already have {count} notes about this:") },
    }
    own_words() { sv: "Egen anteckning, inte Malmö stads", en: "The reader's own note, not Malmö stad's" }
    changed(when: &str) { sv: format!("Ändrad {when}"), en: format!("Changed {when}") }
    written_on(version: &str) { sv: format!("Skriven på dataversion {version}"), en: format!("Written on data version {version}") }
    orphan() { sv: "Det anteckningen gäller finns inte i den här datan.", en: "What the note is about is not in this data." }
    two_versions() { sv: "Anteckningen ändrades på två ställen. Båda versionerna är kvar:", en: "The note was changed in two places. Both versions are kept:" }
    export() { sv: "Spara i en fil", en: "Save to a file" }
    import() { sv: "Läs in från en fil", en: "Read from a file" }
    exported(count: usize) { sv: format!("{count} anteckningar sparade i filen."), en: format!("{count} notes saved to the file.") }
    import_plan() { sv: "Det här skulle hända", en: "This is what would happen" }
    import_new(count: usize) { sv: format!("{count} nya"), en: format!("{count} new") }
    import_newer(count: usize) { sv: format!("{count} nyare än dina"), en: format!("{count} newer than yours") }
    import_same(count: usize) { sv: format!("{count} som du redan har"), en: format!("{count} that you already have") }
    import_conflict(count: usize) { sv: format!("{count} som också ändrats hos dig; båda behålls"), en: format!("{count} also changed here; both are kept") }
    import_refused(count: usize) { sv: format!("{count} som inte går att läsa och lämnas"), en: format!("{count} that cannot be read and are left out") }
    import_nothing() { sv: "Filen innehåller inget nytt.", en: "The file holds nothing new." }
    import_apply() { sv: "Läs in", en: "Read in" }
    imported(count: usize) { sv: format!("{count} anteckningar inlästa."), en: format!("{count} notes read in.") }
    file_unreadable() { sv: "Filen gick inte att läsa.", en: "The file could not be read." }
    set_aside() { sv: "Undanlagt", en: "Set aside" }
    set_aside_text(count: usize) {
        sv: format!("{count} poster i lagringen gick inte att läsa. De är kvar som de är och kan laddas ner."),
        en: format!("{count} entries in the storage could not be read. They stay as they are and can be downloaded."),
    }
    set_aside_download() { sv: "Ladda ner det undanlagda", en: "Download what was set aside" }
    notes_here(count: usize) { sv: format!("Anteckna ({count})"), en: format!("Add note ({count})") }
    help() { sv: "Skriv inte personuppgifter.", en: "Do not write personal data." }
}
