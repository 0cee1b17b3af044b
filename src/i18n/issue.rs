//! What is wrong with a data file, in words that a finance officer understands: what it is and what to do.

use crate::dataset::{Issue, What};
use crate::model::Language;

/// The file and the place in it: `goals.json, goals[3]`.
pub fn place(issue: &Issue) -> String {
    let file = issue.file.map_or_else(|| "manifest.json".to_owned(), |name| format!("{}.json", name.stem()));
    if issue.path.is_empty() { file } else { format!("{file}, {}", issue.path) }
}

/// What is wrong and what to do about it.
pub fn sentence(language: Language, issue: &Issue) -> String {
    match language {
        Language::Sv => sv(&issue.what),
        Language::En => en(&issue.what),
    }
}

fn sv(what: &What) -> String {
    match what {
        What::Unreachable => "Filen gick inte att hämta. Kontrollera att den ligger där innehållsförteckningen säger.".into(),
        What::WrongDigest => {
            "Filen är inte den som innehållsförteckningen anger (kontrollsumman skiljer). Ladda upp alla filer på nytt.".into()
        }
        What::TooLarge { bytes } => format!("Filen är för stor ({bytes} byte). En datafil får vara högst 8 miljoner byte."),
        What::NotUtf8 { at_byte } => {
            format!("Filen är inte sparad som UTF-8 (fel vid byte {at_byte}). Spara om den med teckenkodningen UTF-8.")
        }
        What::NotJson { line, column } => {
            format!("Filen är inte giltig JSON vid rad {line}, tecken {column}. Ofta är filen avklippt eller saknar ett kommatecken.")
        }
        What::FutureFormat { found, known } => {
            format!("Filen har format {found}; den här versionen läser format {known}. Uppdatera webbplatsen.")
        }
        What::NoFormat => "Filen säger inte vilket format den har. Lägg till \"format\": 1 överst.".into(),
        What::MissingList { key } => format!("Listan \"{key}\" saknas. Lägg till den, tom om den inte har något innehåll."),
        What::UnknownField { name } => format!("Fältet \"{name}\" är okänt och används inte. Kontrollera stavningen."),
        What::WrongShape { message } => format!("Ett fält saknas eller har fel typ. Läsaren säger: {message}."),
        What::BadId { id } => format!("\"{id}\" är inget giltigt id. Använd små bokstäver a–z, siffror och enkla bindestreck."),
        What::DuplicateId { id } => format!("Id \"{id}\" finns redan. Ge varje post ett eget id; den andra posten visas inte."),
        What::UnknownWord { word } => format!("Ordet \"{word}\" står inte i listan över tillåtna värden."),
        What::BadNumber { text } => format!("\"{text}\" går inte att använda som tal här."),
        What::BadLines { from, to } => format!("Raderna {from}–{to} finns inte i dokumentet."),
        What::NoSource => "Posten saknar källa. Ange dokument, avsnitt och rader.".into(),
        What::Dangling { to } => format!("Posten hänvisar till \"{to}\", som inte finns."),
        What::Cycle { through } => format!("Händelserna följer på varandra i en cirkel genom \"{through}\"."),
    }
}

fn en(what: &What) -> String {
    match what {
        What::Unreachable => "The file could not be fetched. Check that it lies where the manifest says.".into(),
        What::WrongDigest => "The file is not the one that the manifest names (the checksum differs). Upload all files again.".into(),
        What::TooLarge { bytes } => format!("The file is too large ({bytes} bytes). A data file may have 8 million bytes at most."),
        What::NotUtf8 { at_byte } => {
            format!("The file is not saved as UTF-8 (error at byte {at_byte}). Save it again with the encoding UTF-8.")
        }
        What::NotJson { line, column } => {
            format!("The file is not valid JSON at line {line}, column {column}. Often it was cut off or a comma is missing.")
        }
        What::FutureFormat { found, known } => format!("The file has format {found}; this version reads format {known}. Update the site."),
        What::NoFormat => "The file does not say which format it has. Add \"format\": 1 at the top.".into(),
        What::MissingList { key } => format!("The list \"{key}\" is missing. Add it, empty if it has no content."),
        What::UnknownField { name } => format!("The field \"{name}\" is unknown and not used. Check its spelling."),
        What::WrongShape { message } => format!("A field is missing or has the wrong type. The reader says: {message}."),
        What::BadId { id } => format!("\"{id}\" is not a valid id. Use lower-case letters a–z, digits and single hyphens."),
        What::DuplicateId { id } => {
            format!("The id \"{id}\" is already used. Give each entry an id of its own; the second entry is not shown.")
        }
        What::UnknownWord { word } => format!("The word \"{word}\" is not in the list of allowed values."),
        What::BadNumber { text } => format!("\"{text}\" cannot be used as a number here."),
        What::BadLines { from, to } => format!("The lines {from}–{to} do not exist in the document."),
        What::NoSource => "The entry has no source. Give document, section and lines.".into(),
        What::Dangling { to } => format!("The entry refers to \"{to}\", which does not exist."),
        What::Cycle { through } => format!("The events follow on each other in a circle through \"{through}\"."),
    }
}
