//! Words of the page about data and sources, and of contradictions wherever they stand.

use super::number::in_words;
use crate::model::Edition;
use crate::model::Language::{En, Sv};

messages! {
    title() { sv: "Data och källor", en: "Data and sources" }
    description() {
        sv: "Dokumenten som allt är läst ur, kontroller, motstridiga uppgifter, rättelser och filer att ladda ner.",
        en: "The documents that everything was read from, checks, contradictions, corrections and files to download.",
    }
    lead(documents: usize) {
        sv: format!("Allt på webbplatsen är läst ur {} dokument. Här står vilka de är, vad som inte stämmer i dem och hur du laddar ner uppgifterna.", in_words(Sv, documents)),
        en: format!("Everything on this site was read from {} documents. Here is which they are, what does not fit in them and how to download the data.", in_words(En, documents)),
    }
    on_this_page() { sv: "På den här sidan", en: "On this page" }

    sources_heading() { sv: "Dokumenten", en: "The documents" }
    sources_text() {
        sv: "Uppgifterna är lästa ur en textutgåva av varje dokument. Själva texterna ingår inte i webbplatsen; kontrollsumman visar exakt vilken utgåva som är läst.",
        en: "The facts were read from a text edition of each document. The texts themselves are not part of this site; the checksum shows exactly which edition was read.",
    }
    year() { sv: "År", en: "Year" }
    date() { sv: "Datum", en: "Date" }
    body() { sv: "Organ", en: "Body" }
    paragraph() { sv: "Paragraf", en: "Paragraph" }
    case_number() { sv: "Diarienummer", en: "Case number" }
    original() { sv: "Original", en: "Original" }
    original_known() { sv: "Dokumentets egen adress", en: "The document's own address" }
    original_by_case(e: &Edition) {
        sv: format!("Adress saknas i materialet. Ange diarienumret om du begär ut handlingen hos {}.", e.municipality),
        en: format!("The material has no address. Give the case number if you request the document from {}.", e.municipality),
    }
    original_unknown() { sv: "Adress och diarienummer saknas i materialet.", en: "The material has neither an address nor a case number." }
    text_edition() { sv: "Textutgåva", en: "Text edition" }
    text_lines(all: &str, from: &str, to: &str) {
        sv: format!("{all} rader. Dokumentet är rad {from}\u{2013}{to}."),
        en: format!("{all} lines. The document is lines {from}\u{2013}{to}."),
    }
    outside(lines: &str) {
        sv: format!("{lines} rader i filen hör inte till dokumentet och är inte lästa som källa."),
        en: format!("{lines} lines of the file are not part of the document and were not read as a source."),
    }
    checksum() { sv: "Kontrollsumma (SHA-256)", en: "Checksum (SHA-256)" }

    coverage() { sv: "Täckning (vår beräkning)", en: "Coverage (calculated)" }
    covered(paragraphs: usize, told: usize, named: usize, left: usize) {
        sv: {
            let named = if named > 0 { format!(", {named} bara där ett ord i ordlistan nämns") } else { String::new() };
            let left = if left > 0 { format!(", {left} utelämnade med skäl") } else { String::new() };
            format!("{paragraphs} textstycken med innehåll: {told} citeras av minst en uppgift{named}{left}.")
        },
        en: {
            let named = if named > 0 { format!(", {named} only where a word of the glossary is named") } else { String::new() };
            let left = if left > 0 { format!(", {left} left out with a reason") } else { String::new() };
            format!("{paragraphs} paragraphs of content: {told} cited by at least one entry{named}{left}.")
        },
    }
    not_covered(paragraphs: usize) { sv: format!("{paragraphs} är inte lästa än."), en: format!("{paragraphs} have not been read yet.") }
    left_out() { sv: "Vad som är utelämnat, och varför", en: "What is left out, and why" }
    line(line: &str) { sv: format!("Rad {line}"), en: format!("Line {line}") }
    lines(from: &str, to: &str) { sv: format!("Rad {from}\u{2013}{to}"), en: format!("Lines {from}\u{2013}{to}") }

    versions_heading() { sv: "Versioner och rättelser", en: "Versions and corrections" }
    version_now(version: &str) {
        sv: format!("Du läser dataversion {version}, den första."),
        en: format!("You are reading data version {version}, the first."),
    }
    version_link() {
        sv: "Varje kopierad länk anger vilken version den gjordes med. Är den en annan än den du läser säger sidan till.",
        en: "Every copied link says which version it was made with. If that is not the one you are reading, the page says so.",
    }
    corrections_none() {
        sv: "Inga rättelser är gjorda i datan. En rättelse står här med datum, vad som stod och vad som står nu.",
        en: "No corrections have been made to the data. A correction is listed here with its date, what stood and what stands now.",
    }
    report() { sv: "Har du hittat ett fel?", en: "Have you found an error?" }

    checks_heading() { sv: "Kontroller", en: "Checks" }

    contradictions_heading() { sv: "Motstridiga uppgifter", en: "Contradictions" }
    contradictions_text(count: usize) {
        sv: format!("På {count} ställen säger dokumenten emot sig själva eller varandra, skriver fel eller lämnar något öppet. Båda läsningarna står här, och vilken webbplatsen använder."),
        en: format!("In {count} places the documents contradict themselves or each other, misprint something or leave something open. Both readings stand here, and which one this site uses."),
    }
    kind_sum() { sv: "Summor som inte går ihop", en: "Sums that do not add up" }
    kind_number() { sv: "Olika tal", en: "Different numbers" }
    kind_count() { sv: "Olika antal", en: "Different counts" }
    kind_unit() { sv: "Enheter", en: "Units" }
    kind_date() { sv: "Datum", en: "Dates" }
    kind_missing() { sv: "Det som saknas", en: "What is missing" }
    kind_name() { sv: "Namn", en: "Names" }
    kind_spelling() { sv: "Felstavningar", en: "Misspellings" }
    kind_wording() { sv: "Formuleringar", en: "Wordings" }

    downloads_heading() { sv: "Ladda ner", en: "Downloads" }
    downloads_text() {
        sv: "Fri användning (CC0 1.0). Tal, tecken och tomma rutor står som i källan. Nedladdningarna kräver nät.",
        en: "Free to use (CC0 1.0). Numbers, signs and empty cells stand as in the source. Downloads need a network.",
    }
    downloads_files() { sv: "Hela datan, en fil per ämne (JSON)", en: "All data, one file for each subject (JSON)" }
    downloads_tables() { sv: "Budgettabellerna (CSV)", en: "The budget tables (CSV)" }
    downloads_package() { sv: "Beskrivning för program (Frictionless Data Package)", en: "Description for programs (Frictionless Data Package)" }
    file_sources() { sv: "Dokument", en: "Documents" }
    file_goals() { sv: "Mål, uppdrag och medverkande", en: "Goals, assignments and bodies" }
    file_budget() { sv: "Tabeller och belopp", en: "Tables and amounts" }
    file_decisions() { sv: "Beslut", en: "Decisions" }
    file_followup() { sv: "Uppföljning", en: "Follow-up" }
    file_rights() { sv: "Mänskliga rättigheter", en: "Human rights" }
    file_terms() { sv: "Ordlista", en: "Glossary" }
    file_contradictions() { sv: "Motstridiga uppgifter", en: "Contradictions" }
    for_excel() { sv: "för svenska Excel", en: "for Swedish Excel" }

    missing_heading() { sv: "Det som inte ingår", en: "What is not included" }
    missing_outcome(e: &Edition) {
        sv: format!("Utfallet för {} och {}. Beloppen är prognos och budget.", e.year, e.year_before()),
        en: format!("The outcome of {} and {}. The amounts are forecast and budget.", e.year, e.year_before()),
    }
    missing_goals() { sv: "Vad ett enskilt mål kostar. Källan knyter inga belopp till målen.", en: "What a single goal costs. The source ties no amounts to goals." }
    missing_boards() { sv: "Andra nämnders budgetar och stadens hela budget.", en: "The budgets of other boards and the whole city's budget." }
    missing_decisions(proposals: usize) {
        sv: format!("De slutliga besluten om {} förslag, och deras bilagor. Materialet har bara förslagen.", in_words(Sv, proposals)),
        en: format!("The final decisions on {} proposals, and their attachments. The material has the proposals only.", in_words(En, proposals)),
    }
    missing_texts() { sv: "Dokumentens egna texter. Sammanfattningarna är våra.", en: "The documents' own texts. The summaries are ours." }
    missing_names() { sv: "Namn på personer. Här står bara roller och organ.", en: "Names of persons. Only roles and bodies are given." }
}
