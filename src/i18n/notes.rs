//! Words of notes: kinds and states, what became of a save, what is wrong with an entry or a file.
//!
//! Knows no type of `notes`: which message belongs to which answer is chosen where the answer is shown.

messages! {
    title() { sv: "Mina anteckningar", en: "My notes" }

    // What a note is.
    kind_comment() { sv: "Kommentar", en: "Comment" }
    kind_question() { sv: "Fråga", en: "Question" }
    kind_bookmark() { sv: "Bokmärke", en: "Bookmark" }
    kind_assessment() { sv: "Bedömning", en: "Assessment" }
    state_red() { sv: "Rött", en: "Red" }
    state_yellow() { sv: "Gult", en: "Yellow" }
    state_green() { sv: "Grönt", en: "Green" }
    state_cannot_assess() { sv: "Går inte att bedöma", en: "Cannot be assessed" }
    /// How every label of a reader's own assessment begins, whatever the city.
    own_assessment_start() { sv: "Egen bedömning", en: "Own assessment" }
    /// Stands beside every assessment of the reader, in every view and file.
    own_assessment(city: &str) {
        sv: format!("Egen bedömning, inte {}", genitive(city)),
        en: format!("Own assessment, not that of {city}"),
    }
    count(notes: usize) {
        sv: if notes == 1 { "1 anteckning".to_owned() } else { format!("{notes} anteckningar") },
        en: if notes == 1 { "1 note".to_owned() } else { format!("{notes} notes") },
    }

    // Doing something with notes.
    note_text() { sv: "Din anteckning", en: "Your note" }
    reason() { sv: "Varför bedömer du så?", en: "Why do you assess it so?" }
    rule() { sv: "Din regel: vad betyder färgerna för dig?", en: "Your rule: what do the colours mean to you?" }
    tags_hint() { sv: "Etiketter, skilda med komma", en: "Tags, separated by commas" }
    save() { sv: "Spara", en: "Save" }
    edit() { sv: "Ändra", en: "Edit" }
    delete() { sv: "Ta bort", en: "Delete" }
    undo() { sv: "Ångra", en: "Undo" }
    cancel() { sv: "Avbryt", en: "Cancel" }
    deleted() { sv: "Anteckningen är borttagen.", en: "The note has been deleted." }
    undone() { sv: "Det senaste är ångrat.", en: "The last step has been undone." }
    nothing_to_undo() { sv: "Det finns inget att ångra.", en: "There is nothing to undo." }
    no_such_note() { sv: "Anteckningen finns inte längre.", en: "The note is no longer there." }
    no_notes_match() { sv: "Ingen anteckning passar urvalet.", en: "No note matches the filter." }

    // What became of a save.
    saving() { sv: "Sparar …", en: "Saving …" }
    saved_durably() { sv: "Sparad i den här webbläsaren.", en: "Saved in this browser." }
    saved_in_browser() {
        sv: "Sparad, men kan gå förlorad om webbläsaren stängs av plötsligt de närmaste sekunderna.",
        en: "Saved, but it can be lost if the browser is stopped suddenly within the next seconds.",
    }
    saved_until_tab_closes() {
        sv: "Finns kvar tills du stänger fliken. Spara en fil om du vill behålla den.",
        en: "Kept until you close this tab. Save a file if you want to keep it.",
    }
    unsaved() { sv: "Inte sparad än", en: "Not saved yet" }
    not_saved_blocked() {
        sv: "Inte sparad: webbläsaren låter inte sidan spara något. Texten står kvar här. Du kan spara dina anteckningar som en fil.",
        en: "Not saved: the browser does not let this page store anything. Your text is still here. You can save your notes as a file.",
    }
    not_saved_full() {
        sv: "Inte sparad: webbläsarens utrymme för den här webbplatsen är fullt. Det som redan är sparat är orört och texten står kvar här. Ta bort något eller spara dina anteckningar som en fil.",
        en: "Not saved: the space that the browser gives this site is full. What was saved before is untouched and your text is still here. Delete something or save your notes as a file.",
    }
    not_saved_not_read_back() {
        sv: "Inte sparad: det som skrevs gick inte att läsa tillbaka. Texten står kvar här. Försök igen eller spara dina anteckningar som en fil.",
        en: "Not saved: what was written could not be read back. Your text is still here. Try again or save your notes as a file.",
    }
    not_saved_taken() {
        sv: "Inte sparad: på anteckningens plats ligger något som inte går att läsa, och det skrivs aldrig över. Texten står kvar här. Spara dina anteckningar som en fil.",
        en: "Not saved: something that cannot be read lies in the place of this note, and it is never overwritten. Your text is still here. Save your notes as a file.",
    }
    not_done_changed() {
        sv: "Inte gjort: posten har ändrats sedan du såg den. Läs in sidan igen.",
        en: "Not done: the entry has changed since you saw it. Load the page again.",
    }

    // How long notes last.
    lasts_browser() {
        sv: "Anteckningarna finns bara i den här webbläsaren. De försvinner om du rensar webbläsarens data.",
        en: "Notes exist only in this browser. They disappear if you clear the browser's data.",
    }
    last_two_seconds() {
        sv: "Om webbläsaren stängs av plötsligt, till exempel vid strömavbrott, kan det som sparades de två sista sekunderna gå förlorat.",
        en: "If the browser is stopped suddenly, for example by a power cut, what was saved in the last two seconds can be lost.",
    }
    lasts_tab() {
        sv: "Webbläsaren låter inte sidan spara något. Anteckningarna finns kvar tills du stänger fliken. Spara dem som en fil om du vill behålla dem.",
        en: "The browser does not let this page store anything. Notes last until you close this tab. Save them as a file if you want to keep them.",
    }
    lasts_durable() {
        sv: "Anteckningarna finns bara i den här webbläsaren. Det som är sparat finns kvar även om webbläsaren stängs av plötsligt, men försvinner om du rensar webbläsarens data.",
        en: "Notes exist only in this browser. What is saved stays even if the browser is stopped suddenly, but disappears if you clear the browser's data.",
    }

    // Several texts of one note.
    other_text() { sv: "En annan text av samma anteckning", en: "Another text of the same note" }
    conflict() {
        sv: "Anteckningen har ändrats på två ställen. Båda texterna är kvar; välj eller skriv den som ska gälla.",
        en: "The note was changed in two places. Both texts are kept; choose or write the one that counts.",
    }
    keep_this_text() { sv: "Behåll den här texten", en: "Keep this text" }

    // What cannot be read.
    quarantine_title() { sv: "Anteckningar som inte går att läsa", en: "Notes that cannot be read" }
    quarantine_explained() {
        sv: "Ladda ner innan du tar bort något.",
        en: "Download before you delete anything.",
    }
    quarantine_newer() {
        sv: "Skriven av en nyare version av den här webbplatsen. Läs in sidan igen för att få den.",
        en: "Written by a newer version of this site. Load the page again to get it.",
    }
    quarantine_not_a_note() { sv: "Texten är ingen anteckning.", en: "The text is not a note." }
    quarantine_changed() { sv: "Texten är avkortad eller ändrad sedan den skrevs.", en: "The text has been cut or changed since it was written." }
    quarantine_field(field: &str) { sv: format!("Uppgiften ”{field}” saknas eller är fel."), en: format!("The field “{field}” is missing or wrong.") }
    quarantine_twice(field: &str) { sv: format!("Uppgiften ”{field}” står två gånger."), en: format!("The field “{field}” stands twice.") }
    download_raw() { sv: "Ladda ner som de är", en: "Download as they are" }
    discard() { sv: "Ta bort posten", en: "Delete the entry" }

    // Files.
    export_file() { sv: "Spara som fil", en: "Save as a file" }
    export_csv() { sv: "Spara som tabell (CSV)", en: "Save as a table (CSV)" }
    export_markdown() { sv: "Spara som text (Markdown)", en: "Save as a text (Markdown)" }
    import_file() { sv: "Läs in en fil", en: "Read a file" }
    file_stem() { sv: "anteckningar", en: "notes" }
    /// Stands in every file of notes.
    file_label(city: &str) {
        sv: format!("En läsares egna anteckningar. Bedömningar i dem är egna, inte {}.", genitive(city)),
        en: format!("A reader's own notes. Assessments in them are her own, not those of {city}."),
    }
    column_about() { sv: "Gäller", en: "About" }
    column_anchor() { sv: "Plats", en: "Place" }
    column_kind() { sv: "Slag", en: "Kind" }
    column_state() { sv: "Läge", en: "State" }
    column_reason() { sv: "Skäl", en: "Reason" }
    column_rule() { sv: "Egen regel", en: "Own rule" }
    column_text() { sv: "Text", en: "Text" }
    column_tags() { sv: "Etiketter", en: "Tags" }
    column_created() { sv: "Skapad", en: "Created" }
    column_modified() { sv: "Ändrad", en: "Modified" }
    column_data() { sv: "Dataversion", en: "Data version" }
    column_remark() { sv: "Anmärkning", en: "Remark" }

    // What an import would do and did.
    import_plan() { sv: "Det här skulle hända", en: "This would happen" }
    import_apply() { sv: "Läs in", en: "Bring in" }
    effect_new() { sv: "Ny", en: "New" }
    effect_newer() { sv: "Nyare än den du har; ersätter den", en: "Newer than yours; replaces it" }
    effect_conflict() { sv: "Annan text än din; båda behålls", en: "Another text than yours; both are kept" }
    effect_same() { sv: "Finns redan", en: "Already here" }
    effect_older() { sv: "Äldre än den du har; ändrar inget", en: "Older than yours; changes nothing" }
    effect_deleted() { sv: "Du har tagit bort den; kommer tillbaka bara om du väljer det", en: "You deleted it; comes back only if you choose so" }
    import_done(notes: usize) {
        sv: format!("Inläst: {}.", count(crate::model::Language::Sv, notes)),
        en: format!("Brought in: {}.", count(crate::model::Language::En, notes)),
    }
    import_changes_nothing() { sv: "Filen innehåller inget som du inte redan har.", en: "The file holds nothing that you do not have already." }
    restore_deleted() { sv: "Ta tillbaka anteckningar som jag har tagit bort", en: "Bring back notes that I have deleted" }
    refused_not_ours() {
        sv: "En annotering om något annat än det som visas här; den läses inte in.",
        en: "An annotation about something else than what is shown here; it is not brought in.",
    }
    refused_not_an_annotation() { sv: "Ingen annotering enligt W3C:s standard.", en: "Not an annotation by the W3C standard." }
    refused_newer() {
        sv: "Skriven av en nyare version av den här webbplatsen. Läs in sidan igen och försök på nytt.",
        en: "Written by a newer version of this site. Load the page again and try once more.",
    }
    refused_shape(member: &str) {
        sv: format!("Anteckningen har ändrats av ett annat program: ”{member}” är inte som det ska."),
        en: format!("The note was changed by another program: “{member}” is not as it should be."),
    }
    refused_damaged() { sv: "Anteckningen i filen är skadad.", en: "The note in the file is damaged." }
    file_too_large(limit_mb: usize) {
        sv: format!("Filen är för stor. Högst {limit_mb} MB läses in."),
        en: format!("The file is too large. At most {limit_mb} MB are read."),
    }
    file_not_json() { sv: "Filen är skadad eller av ett annat slag: den är inte JSON.", en: "The file is damaged or of another kind: it is not JSON." }
    file_not_annotations() {
        sv: "Det här är ingen fil med anteckningar från Målkarta.",
        en: "This is not a file of notes from Målkarta.",
    }
    file_collection() {
        sv: "Filen är en samling som hänvisar till andra filer. Inget hämtas från nätet; läs in dess sidor en och en.",
        en: "The file is a collection that refers to other files. Nothing is fetched; read its pages one by one.",
    }
    file_empty() { sv: "Filen innehåller inga anteckningar.", en: "The file holds no notes." }
    file_reassurance() { sv: "Inget har ändrats.", en: "Nothing has been changed." }

    // Everything.
    erase_all() { sv: "Radera allt på den här enheten", en: "Erase everything on this device" }
    erased() { sv: "Allt är raderat från den här webbläsaren.", en: "Everything has been erased from this browser." }
}

/// A Swedish name as an owner: names that end in s, x or z take no s.
fn genitive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z']) { name.to_owned() } else { format!("{name}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language::{En, Sv};

    #[test]
    fn an_assessment_is_labelled_as_nobody_elses() {
        assert_eq!(own_assessment(Sv, "Malmö stad"), "Egen bedömning, inte Malmö stads");
        assert_eq!(own_assessment(Sv, "Borås"), "Egen bedömning, inte Borås");
        for language in [Sv, En] {
            assert!(own_assessment(language, "X").starts_with(&*own_assessment_start(language)));
        }
    }

    #[test]
    fn counts_are_spelled_for_one_and_for_more() {
        assert_eq!(count(Sv, 1), "1 anteckning");
        assert_eq!(count(Sv, 0), "0 anteckningar");
        assert_eq!(count(En, 2), "2 notes");
        assert_eq!(import_done(En, 1), "Brought in: 1 note.");
    }

    #[test]
    fn the_two_seconds_are_told_in_both_languages() {
        assert!(last_two_seconds(Sv).contains("två sista sekunderna"));
        assert!(last_two_seconds(En).contains("last two seconds"));
    }
}
