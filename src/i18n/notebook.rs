//! Words of the notes page and of the dialog where a note is written.

use super::edition::whose;
use crate::model::Language::{En, Sv};

messages! {
    page_title() { sv: "Mina anteckningar", en: "My notes" }
    page_description() { sv: "Dina egna anteckningar om mål, uppdrag och belopp, sparade i din webbläsare.", en: "Your own notes on goals, assignments and amounts, kept in your browser." }
    page_lead() {
        sv: "Anteckningarna är dina. De lämnar webbläsaren bara i filer du sparar och länkar du delar.",
        en: "The notes are yours. They leave the browser only in files you save and links you share.",
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
    print_bookmarks() { sv: "Skriv ut bokmärken", en: "Print bookmarks" }
    no_bookmarks() { sv: "Du har inga bokmärken än.", en: "You have no bookmarks yet." }
    own_words(city: &str) {
        sv: format!("Egen anteckning, inte {}", whose(Sv, city)),
        en: format!("The reader's own note, not {}", whose(En, city)),
    }
    changed(when: &str) { sv: format!("Ändrad {when}"), en: format!("Changed {when}") }
    written_on(version: &str) { sv: format!("Skriven på dataversion {version}"), en: format!("Written on data version {version}") }
    orphan() { sv: "Det anteckningen gäller finns inte i den här datan.", en: "What the note is about is not in this data." }
    exported(count: usize) {
        sv: if count == 1 { "1 anteckning är sparad i filen.".to_owned() } else { format!("{count} anteckningar är sparade i filen.") },
        en: if count == 1 { "1 note saved to the file.".to_owned() } else { format!("{count} notes saved to the file.") },
    }
    import_refused(count: usize) { sv: format!("{count} som inte går att läsa och lämnas"), en: format!("{count} that cannot be read and are left out") }
    file_unreadable() { sv: "Filen gick inte att läsa.", en: "The file could not be read." }
    set_aside_text(count: usize) {
        sv: if count == 1 {
            "En post i lagringen gick inte att läsa. Den är kvar som den är och kan laddas ner.".to_owned()
        } else {
            format!("{count} poster i lagringen gick inte att läsa. De är kvar som de är och kan laddas ner.")
        },
        en: if count == 1 {
            "One entry in the storage could not be read. It stays as it is and can be downloaded.".to_owned()
        } else {
            format!("{count} entries in the storage could not be read. They stay as they are and can be downloaded.")
        },
    }
    help() { sv: "Skriv inte personuppgifter.", en: "Do not write personal data." }

    // Writing.
    what_kind() { sv: "Vad är det?", en: "What is it?" }
    which_part() { sv: "Vad gäller den?", en: "What is it about?" }
    more_text() { sv: "Mer att säga (valfritt)", en: "More to say (optional)" }
    rule_hint() { sv: "Till exempel: grönt betyder att allt planerat är gjort. Regeln följer med din nästa bedömning.", en: "For example: green means that everything planned is done. The rule is carried over to your next assessment." }
    rule_missing() { sv: "Skriv varför du bedömer så, eller din regel för färgen.", en: "Write why you assess it so, or your rule for the colour." }
    reason_missing() { sv: "Skriv varför det inte går att bedöma.", en: "Write why it cannot be assessed." }
    drafts_kept() { sv: "Det du skriver behålls på den här enheten även innan du sparar.", en: "What you write is kept on this device even before you save." }
    unsaved_about() { sv: "Du har skrivit om detta utan att spara:", en: "You have written about this without saving:" }
    unsaved_title() { sv: "Inte sparat än", en: "Not saved yet" }
    unsaved_found(about: &str, count: usize) {
        sv: if count == 1 { format!("Du har en text som inte är sparad, om: {about}") } else { format!("Du har {count} texter som inte är sparade. Den senaste är om: {about}") },
        en: if count == 1 { format!("You have a text that is not saved, about: {about}") } else { format!("You have {count} texts that are not saved. The latest is about: {about}") },
    }
    go_on() { sv: "Fortsätt", en: "Go on" }
    go_on_about(what: &str) { sv: format!("Fortsätt skriva om: {what}"), en: format!("Go on writing about: {what}") }
    drop_unsaved() { sv: "Kasta", en: "Throw away" }
    drop_about(what: &str) { sv: format!("Kasta det osparade om: {what}"), en: format!("Throw away what is unsaved about: {what}") }
    bookmark() { sv: "Bokmärk", en: "Bookmark" }
    bookmark_about(what: &str) { sv: format!("Bokmärk: {what}"), en: format!("Bookmark: {what}") }
    bookmarked() { sv: "Bokmärket är satt.", en: "The bookmark is set." }
    deleted_many(count: usize) { sv: format!("{count} anteckningar är borttagna."), en: format!("{count} notes have been deleted.") }
    settled() { sv: "Nu har anteckningen en text.", en: "The note has one text now." }

    // Choosing.
    search() { sv: "Sök i anteckningarna", en: "Search the notes" }
    kinds() { sv: "Slag", en: "Kind" }
    tag() { sv: "Etikett", en: "Tag" }
    all_tags() { sv: "Alla", en: "All" }
    order() { sv: "Ordning", en: "Order" }
    latest_first() { sv: "Senast ändrad först", en: "Latest change first" }
    earliest_first() { sv: "Äldst först", en: "Earliest first" }
    by_title() { sv: "Efter vad de gäller", en: "By what they are about" }
    by_kind() { sv: "Efter slag", en: "By kind" }
    by_place() { sv: "Efter plats i materialet", en: "By place in the material" }
    shown_of(shown: usize, total: usize) {
        sv: if shown == total { super::notes::count(crate::model::Language::Sv, total).into_owned() } else { format!("{shown} av {total} anteckningar visas.") },
        en: if shown == total { super::notes::count(crate::model::Language::En, total).into_owned() } else { format!("{shown} of {total} notes are shown.") },
    }
    show_all() { sv: "Visa alla", en: "Show all" }
    delete_shown(count: usize) { sv: format!("Ta bort de {count} som visas"), en: format!("Delete the {count} that are shown") }
    other_data() { sv: "inte den version som visas", en: "not the version that is shown" }

    // Files and copies.
    refused_at(place: usize, why: &str) { sv: format!("Nummer {place} i filen: {why}"), en: format!("Number {place} in the file: {why}") }
    is_deletion() { sv: "borttagen", en: "deleted" }
    copy_first() { sv: "Först sparas en kopia av det du har. Inläsningen kan ångras.", en: "A copy of what you have is kept first. Bringing in can be undone." }
    no_copy() { sv: "Inget har ändrats: det gick inte att först spara en kopia av det du har. Spara dina anteckningar som en fil och ta bort något, försök sedan igen.", en: "Nothing has been changed: a copy of what you have could not be kept first. Save your notes as a file and delete something, then try again." }
    copies_title() { sv: "Kopior", en: "Copies" }
    copy_line(when: &str, occasion: &str, count: usize) {
        sv: format!("{when}, {occasion}: {}", super::notes::count(crate::model::Language::Sv, count)),
        en: format!("{when}, {occasion}: {}", super::notes::count(crate::model::Language::En, count)),
    }
    before_import() { sv: "innan en fil lästes in", en: "before a file was brought in" }
    before_delete() { sv: "innan flera togs bort", en: "before several were deleted" }
    before_restore() { sv: "innan en kopia togs tillbaka", en: "before a copy was restored" }
    restore_copy() { sv: "Ta tillbaka", en: "Restore" }
    restore_copy_of(when: &str) { sv: format!("Ta tillbaka kopian från {when}"), en: format!("Restore the copy of {when}") }
    save_copy_of(when: &str) { sv: format!("Spara kopian från {when} som fil"), en: format!("Save the copy of {when} as a file") }
    restored() { sv: "Anteckningarna i kopian är tillbaka. Det som har kommit till sedan dess är kvar.", en: "The notes of the copy are back. What has been added since then is still there." }
    restore_changes_nothing() { sv: "Allt i kopian är redan så.", en: "Everything in the copy is so already." }
    last_file(when: &str) { sv: format!("Senast sparade som fil {when}."), en: format!("Last saved to a file {when}.") }
    in_no_file(count: usize) {
        sv: if count == 1 { "1 anteckning finns inte i någon fil.".to_owned() } else { format!("{count} anteckningar finns inte i någon fil.") },
        en: if count == 1 { "1 note is in no file.".to_owned() } else { format!("{count} notes are in no file.") },
    }
    seven_days() { sv: "Den här webbläsaren raderar det en webbplats har sparat när du inte har besökt den på sju dagar. Spara anteckningarna som en fil.", en: "This browser deletes what a site has stored when you have not visited it for seven days. Save the notes as a file." }

    // Erasing.
    erase_explained() { sv: "Tar bort anteckningar, det du skrivit utan att spara, kopior och uppgiften om borttagna anteckningar. Det går inte att ångra.", en: "Removes notes, what you have written without saving, copies and the record of deleted notes. It cannot be undone." }
    erase_ask() { sv: "Radera allt …", en: "Erase everything …" }
    erase_sure(count: usize) {
        sv: format!("Du har {}. Spara dem som en fil först om du kan vilja ha dem igen.", super::notes::count(crate::model::Language::Sv, count)),
        en: format!("You have {}. Save them to a file first if you may want them again.", super::notes::count(crate::model::Language::En, count)),
    }
    file_first() { sv: "Spara som fil först", en: "Save as a file first" }
    erase_now() { sv: "Radera allt nu", en: "Erase everything now" }
    not_erased() { sv: "Allt kunde inte raderas. Stäng andra flikar med webbplatsen och försök igen, eller rensa webbplatsens data i webbläsaren.", en: "Not everything could be erased. Close other tabs of this site and try again, or clear the site's data in the browser." }

    // When the application does not run.
    rescue_title() { sv: "Rädda dina anteckningar", en: "Rescue your notes" }
    rescue_description() { sv: "Visar och laddar ner alla anteckningar som finns i den här webbläsaren, utan att programmet behöver starta.", en: "Shows and downloads every note that is in this browser, without the application having to start." }
    rescue_lead() { sv: "Den här sidan läser det som är sparat i webbläsaren och visar det som det är. Ingenting ändras och ingenting skickas.", en: "This page reads what is stored in the browser and shows it as it is. Nothing is changed and nothing is sent." }
    rescue_needs_script() { sv: "Sidan behöver JavaScript, men inte WebAssembly.", en: "This page needs JavaScript, but not WebAssembly." }
    rescue_link() { sv: "Visa och ladda ner dina anteckningar ändå", en: "Show and download your notes anyway" }
    rescue_download() { sv: "Ladda ner allt som en fil", en: "Download everything as a file" }
    rescue_text() { sv: "Ladda ner som text", en: "Download as text" }
    rescue_none() { sv: "Det finns inga anteckningar i den här webbläsaren.", en: "There are no notes in this browser." }
    rescue_count() { sv: "Poster som hittades:", en: "Entries found:" }
    rescue_blocked() { sv: "Webbläsaren lät inte sidan läsa all lagring.", en: "The browser did not let this page read all storage." }
    rescue_raw() { sv: "Så här ligger texten", en: "The text as it lies" }
    rescue_again() { sv: "Filen kan läsas in igen på sidan Mina anteckningar.", en: "The file can be brought in again on the page My notes." }
}
