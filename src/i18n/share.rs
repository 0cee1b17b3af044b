//! Words of sharing: the dialog, what a link holds and how long it is, citing a page, notes that came with a link.

use super::notes::count;
use crate::model::Language::{En, Sv};

messages! {
    share() { sv: "Dela", en: "Share" }
    title() { sv: "Dela sidan", en: "Share the page" }
    what() { sv: "Vad vill du dela?", en: "What do you want to share?" }
    only_view() { sv: "Bara sidan som du ser den", en: "Only the page as you see it" }
    with_notes() { sv: "Sidan och anteckningar som jag väljer", en: "The page and notes that I choose" }
    no_notes() { sv: "Du har inga anteckningar att dela än.", en: "You have no notes to share yet." }
    which_notes() { sv: "Vilka anteckningar?", en: "Which notes?" }
    choose_all() { sv: "Välj alla", en: "Choose all" }
    choose_none() { sv: "Välj inga", en: "Choose none" }

    link() { sv: "Länken", en: "The link" }
    holds(what: &str) { sv: format!("Länken innehåller {what}."), en: format!("The link holds {what}.") }
    holds_no_notes() { sv: "Dina anteckningar följer inte med.", en: "Your notes are not in it." }
    holds_notes(notes: usize) {
        sv: format!("Dessutom {}: text, slag, bedömning, etiketter, tider och dataversion. Ditt namn finns inte med, om du inte har skrivit det själv.", count(Sv, notes)),
        en: format!("And {}: text, kind, assessment, tags, times and data version. Your name is not in it unless you wrote it yourself.", count(En, notes)),
    }
    never_sent() {
        sv: "Anteckningarna står efter tecknet # i adressen. Den delen skickas aldrig till webbplatsens server, men alla som får länken kan läsa den.",
        en: "The notes stand after the sign # in the address. That part is never sent to the site's server, but everyone who gets the link can read it.",
    }
    public_record() {
        sv: "Arbetar du i en kommun eller på en annan myndighet kan en anteckning som du skickar bli en allmän handling. Skriv inte personuppgifter.",
        en: "If you work for a municipality or another public authority, a note that you send may become a public record. Do not write personal data.",
    }
    length(characters: usize) { sv: format!("Länken är {characters} tecken lång."), en: format!("The link is {characters} characters long.") }
    length_breaks() {
        sv: "Vissa e-postprogram och chattar bryter eller klipper länkar som är längre än ungefär 2 000 tecken. Den som öppnar en avklippt länk får veta det. En fil är säkrare.",
        en: "Some mail programs and chats break or cut links longer than about 2,000 characters. Whoever opens a cut link is told so. A file is safer.",
    }
    too_long(characters: usize, most: usize) {
        sv: format!("Anteckningarna skulle ge en länk på {characters} tecken. Så långa länkar görs inte (gränsen är {most}). Välj färre, eller spara dem som en fil och skicka den."),
        en: format!("The notes would make a link of {characters} characters. Links that long are not made (the limit is {most}). Choose fewer, or save them as a file and send that."),
    }
    none_chosen() { sv: "Ingen anteckning är vald.", en: "No note is chosen." }
    copy() { sv: "Kopiera länk", en: "Copy link" }
    send() { sv: "Skicka med …", en: "Send with …" }
    save_file() { sv: "Spara anteckningarna som fil", en: "Save the notes as a file" }
    file_saved(notes: usize) { sv: format!("Filen är sparad, {}.", count(Sv, notes)), en: format!("The file is saved, {}.", count(En, notes)) }
    copied() { sv: "Länken är kopierad.", en: "The link is copied." }
    citation_copied() { sv: "Källhänvisningen är kopierad.", en: "The citation is copied." }
    not_copied() { sv: "Webbläsaren lät oss inte kopiera. Markera texten och kopiera den själv.", en: "The browser did not let us copy. Select the text and copy it yourself." }
    close() { sv: "Stäng", en: "Close" }

    qr() { sv: "QR-kod", en: "QR code" }
    qr_name() { sv: "QR-kod med länken", en: "QR code of the link" }
    qr_too_long() {
        sv: "Länken är för lång för en QR-kod som en telefon läser säkert.",
        en: "The link is too long for a QR code that a phone reads safely.",
    }

    citation() { sv: "Källhänvisning", en: "Citation" }
    citation_in(language: &str) { sv: format!("Källhänvisning på {language}"), en: format!("Citation in {language}") }
    citation_swedish() { sv: "svenska", en: "Swedish" }
    citation_english() { sv: "engelska", en: "English" }
    citation_copy(language: &str) { sv: format!("Kopiera på {language}"), en: format!("Copy in {language}") }
    cite_sender(publisher: &str) { sv: format!("Målkarta, utgiven av {publisher}"), en: format!("Målkarta, published by {publisher}") }
    cite_independent(municipalitys: &str) { sv: format!("fristående, inte {municipalitys} webbplats"), en: format!("independent, not {municipalitys} website") }
    cite_version(version: &str) { sv: format!("Dataversion {version}"), en: format!("Data version {version}") }
    cite_sources(list: &str) { sv: format!("Källa: {list}"), en: format!("Source: {list}") }
    cite_on_page() { sv: "Källorna står på sidan", en: "The sources stand on the page" }
    cite_read(date: &str) { sv: format!("Läst {date}"), en: format!("Read {date}") }

    // Notes that came with a link.
    visitors_title() { sv: "Anteckningar från en länk, inte sparade", en: "Notes from a link, not saved" }
    visitors_lead(notes: usize) {
        sv: format!("Länken innehåller {}. De finns bara här tills du väljer att behålla dem.", count(Sv, notes)),
        en: format!("The link holds {}. They exist only here until you choose to keep them.", count(En, notes)),
    }
    visitors_own(municipalitys: &str) {
        sv: format!("Någon har skrivit dem själv. Bedömningar i dem är egna, inte {municipalitys}."),
        en: format!("Somebody wrote them. Assessments in them are that person's own, not {municipalitys}."),
    }
    visitors_version(version: &str) { sv: format!("Länken gjordes med dataversion {version}."), en: format!("The link was made with data version {version}.") }
    visitors_refused(notes: usize) {
        sv: format!("{} i länken går inte att läsa här och visas inte.", count(Sv, notes)),
        en: format!("{} in the link cannot be read here and are not shown.", count(En, notes)),
    }
    keep() { sv: "Behåll bland mina anteckningar", en: "Keep among my notes" }
    drop_them() { sv: "Stäng utan att behålla", en: "Close without keeping" }
    kept(notes: usize) { sv: format!("Behållna: {}.", count(Sv, notes)), en: format!("Kept: {}.", count(En, notes)) }
    nothing_new() { sv: "Du har redan alla anteckningar i länken.", en: "You already have all notes of the link." }
    compare() { sv: "Visa bedömningarna bredvid mina", en: "Show the assessments beside mine" }

    own_notes() { sv: "Mina anteckningar om det här", en: "My notes on this" }

    // Links that do not hold what they should.
    broken_cut() {
        sv: "Länken är avklippt: slutet saknas och anteckningarna i den går inte att läsa. Be om länken igen, eller om anteckningarna som en fil.",
        en: "The link has been cut: its end is missing and the notes in it cannot be read. Ask for the link again, or for the notes as a file.",
    }
    broken_missing() {
        sv: "Länken skulle innehålla anteckningar, men delen efter tecknet # saknas. Be om länken igen, eller om anteckningarna som en fil.",
        en: "The link should hold notes, but the part after the sign # is missing. Ask for the link again, or for the notes as a file.",
    }
    broken_changed() {
        sv: "Länken är ändrad sedan den gjordes, och anteckningarna i den går inte att läsa. Be om länken igen, eller om anteckningarna som en fil.",
        en: "The link was changed after it was made, and the notes in it cannot be read. Ask for the link again, or for the notes as a file.",
    }
    broken_newer() {
        sv: "Länken är gjord med en nyare version av den här webbplatsen. Läs in sidan igen för att få den, och öppna sedan länken på nytt.",
        en: "The link was made with a newer version of this site. Load the page again to get it, then open the link once more.",
    }
    broken_large() { sv: "Länken är större än någon länk härifrån. Den läses inte.", en: "The link is larger than any link made here. It is not read." }
    broken_unreadable() { sv: "Länken innehåller inga anteckningar som går att läsa.", en: "The link holds no notes that can be read." }

    // The version of the data.
    version_older(link: &str, here: &str) {
        sv: format!("Länken är gjord med dataversion {link}, som inte finns kvar här. Här visas {here}, den nyaste."),
        en: format!("The link was made with data version {link}, which is no longer here. This is {here}, the newest."),
    }
    version_newer(link: &str, here: &str) {
        sv: format!("Länken är gjord med dataversion {link}. Här finns bara den äldre {here}, kanske ur webbläsarens minne."),
        en: format!("The link was made with data version {link}. Here is only the older {here}, perhaps from the browser's memory."),
    }
    version_newest() { sv: "Visa den nyaste", en: "Show the newest" }
}
