//! What is wrong with a data file, in words that a finance officer understands: what it is and what to do.

use crate::dataset::{Issue, Kind, What};
use crate::model::Language;

messages! {
    fault() { sv: "Fel", en: "Fault" }
    remark() { sv: "Obs", en: "Note" }
    at_line(line: usize) { sv: format!(" (rad {line})"), en: format!(" (line {line})") }
    no_data_file(path: &str) {
        sv: format!("{path}: här finns ingen datafil. Ange en mapp med manifest.json, en mapp med datafiler eller en datafil, till exempel goals.json."),
        en: format!("{path}: there is no data file here. Give a folder with manifest.json, a folder with data files, or a data file such as goals.json."),
    }
    /// How many faults and harmless remarks there are in how many files.
    summary(faults: usize, remarks: usize, files: usize) {
        sv: format!("{} fel och {} {} i {} {}.", faults, remarks, if remarks == 1 { "anmärkning" } else { "anmärkningar" }, files, if files == 1 { "fil" } else { "filer" }),
        en: format!("{} {} and {} {} in {} {}.", faults, if faults == 1 { "fault" } else { "faults" }, remarks, if remarks == 1 { "note" } else { "notes" }, files, if files == 1 { "file" } else { "files" }),
    }
}

/// The file and the place in it: `goals.json, goals[3]`.
pub fn place(issue: &Issue) -> String {
    let path = issue.path.as_str();
    match issue.file {
        None if path.starts_with("site.json") => path.to_owned(),
        None if path.is_empty() => "manifest.json".to_owned(),
        None => format!("manifest.json, {path}"),
        Some(name) if path.is_empty() => format!("{}.json", name.stem()),
        Some(name) => format!("{}.json, {path}", name.stem()),
    }
}

/// What is wrong and what to do about it.
pub fn sentence(language: Language, issue: &Issue) -> String {
    let (sv, en, values) = pattern(language, &issue.what);
    let pattern = match language {
        Language::Sv => sv,
        Language::En => en,
    };
    let mut out = String::new();
    let mut values = values.iter();
    for (index, part) in pattern.split("{}").enumerate() {
        if index > 0 {
            out.push_str(values.next().map_or("", String::as_str));
        }
        out.push_str(part);
    }
    out
}

/// The sentence in both languages, and what stands in its gaps: one writer fills them all, which weighs less than a
/// formatted text for each.
fn pattern(language: Language, what: &What) -> (&'static str, &'static str, Vec<String>) {
    let kind = |kind: &Kind| kind_in_words(language, *kind).to_owned();
    match what {
        What::Unreachable => (
            "Filen gick inte att hämta. Kontrollera att den ligger där innehållsförteckningen säger.",
            "The file could not be fetched. Check that it lies where the manifest says.",
            vec![],
        ),
        What::WrongDigest => (
            "Filen är inte den som innehållsförteckningen anger (kontrollsumman skiljer). Är filen ändrad med flit: skriv om manifest.json med «site manifest». Annars: ladda upp alla filer på nytt.",
            "The file is not the one that the manifest names (the checksum differs). If it was changed on purpose, write manifest.json anew with “site manifest”. If not, upload all files again.",
            vec![],
        ),
        What::TooLarge { bytes } => (
            "Filen är för stor ({} byte). En datafil får vara högst 8 miljoner byte. Ta bort det som inte hör dit.",
            "The file is too large ({} bytes). A data file may have 8 million bytes at most. Remove what does not belong there.",
            vec![bytes.to_string()],
        ),
        What::NotUtf8 { at_byte } => (
            "Filen är inte sparad som UTF-8 (fel vid byte {}). Spara om den med teckenkodningen UTF-8.",
            "The file is not saved as UTF-8 (error at byte {}). Save it again with the encoding UTF-8.",
            vec![at_byte.to_string()],
        ),
        What::NotJson { line, column } => (
            "Filen är inte giltig JSON vid rad {}, tecken {}. Ofta är filen avklippt, eller så saknas ett kommatecken eller citattecken strax före.",
            "The file is not valid JSON at line {}, column {}. Often it was cut off, or a comma or quotation mark is missing just before.",
            vec![line.to_string(), column.to_string()],
        ),
        What::TooDeep { line, column } => (
            "Vid rad {}, tecken {} ligger listor i listor djupare än i någon datafil. Kontrollera klamrarna där.",
            "At line {}, column {} lists lie within lists deeper than in any data file. Check the brackets there.",
            vec![line.to_string(), column.to_string()],
        ),
        What::FutureFormat { found, known } => (
            "Filen har format {}; den här versionen läser format {}. Uppdatera webbplatsen.",
            "The file has format {}; this version reads format {}. Update the site.",
            vec![found.to_string(), known.to_string()],
        ),
        What::NoFormat => (
            "Filen säger inte vilket format den har. Lägg till \"format\": 1 överst.",
            "The file does not say which format it has. Add \"format\": 1 at the top.",
            vec![],
        ),
        What::MissingField { name, expected } => (
            "Fältet \"{}\" saknas. Lägg till det; där ska stå {}.",
            "The field \"{}\" is missing. Add it; it holds {}.",
            vec![name.clone(), kind(expected)],
        ),
        What::FieldTwice { name } => (
            "Fältet \"{}\" står två gånger i samma post. Behåll det ena.",
            "The field \"{}\" stands twice in the same entry. Keep one of them.",
            vec![name.clone()],
        ),
        What::UnknownField { name } => (
            "Fältet \"{}\" är okänt och används inte. Kontrollera stavningen eller ta bort det.",
            "The field \"{}\" is unknown and not used. Check its spelling or remove it.",
            vec![name.clone()],
        ),
        What::Null { expected } => (
            "Här står null, men ett värde måste finnas. Skriv {}.",
            "Here stands null, but there must be a value. Write {}.",
            vec![kind(expected)],
        ),
        What::WrongKind { expected, found } => (
            "Här ska stå {}, men det står {}. Rätta värdet.",
            "Here should stand {}, but there is {}. Correct the value.",
            vec![kind(expected), kind(found)],
        ),
        What::NumberAsText { text } => (
            "Talet \"{}\" står inom citattecken. Ta bort citattecknen och eventuella mellanslag, så att det är ett tal.",
            "The number \"{}\" stands between quotation marks. Remove the quotation marks and any blanks, so that it is a number.",
            vec![text.clone()],
        ),
        What::OutOfRange { number, from, to } => (
            "Talet {} går inte att använda här. Skriv ett heltal från {} till {}.",
            "The number {} cannot be used here. Write a whole number from {} to {}.",
            vec![number.to_string(), from.to_string(), to.to_string()],
        ),
        What::BadDecimal { text } => (
            "\"{}\" går inte att läsa som tal. Skriv siffror med decimalpunkt och utan mellanslag, till exempel \"494.7\".",
            "\"{}\" cannot be read as a number. Write digits with a decimal point and without blanks, such as \"494.7\".",
            vec![text.clone()],
        ),
        What::BadDate { text } => (
            "\"{}\" går inte att läsa som datum. Skriv det så noga som källan anger det: \"2025\", \"2025-04\", \"2025-04-14\", \"2025-Q1\", \"2025-spring\" eller \"2025/2026\".",
            "\"{}\" cannot be read as a date. Write it as closely as the source gives it: \"2025\", \"2025-04\", \"2025-04-14\", \"2025-Q1\", \"2025-spring\" or \"2025/2026\".",
            vec![text.clone()],
        ),
        What::BadLineList { part } => (
            "\"{}\" är ingen rad i dokumentet. Skriv rader och intervall med mellanslag emellan: \"3 5-9 12\".",
            "\"{}\" is no line of the document. Write lines and ranges with blanks between: \"3 5-9 12\".",
            vec![part.clone()],
        ),
        What::BadId { id } => (
            "\"{}\" är inget giltigt id. Använd små bokstäver a–z, siffror och enkla bindestreck.",
            "\"{}\" is not a valid id. Use lower-case letters a–z, digits and single hyphens.",
            vec![id.clone()],
        ),
        What::DuplicateId { id } => (
            "Id \"{}\" finns redan. Ge varje post ett eget id; den andra posten visas inte.",
            "The id \"{}\" is already used. Give each entry an id of its own; the second entry is not shown.",
            vec![id.clone()],
        ),
        What::UnknownWord { word, allowed } => (
            "Ordet \"{}\" går inte att använda här. Skriv ett av: {}.",
            "The word \"{}\" cannot be used here. Write one of: {}.",
            vec![word.clone(), allowed.clone()],
        ),
        What::UnfamiliarWord { word, allowed } => (
            "Ordet \"{}\" är okänt och visas som det står. De kända är: {}.",
            "The word \"{}\" is unknown and shown as it stands. The known ones are: {}.",
            vec![word.clone(), allowed.clone()],
        ),
        What::BadLines { from, to } => (
            "Raderna {}–{} går inte att använda. Skriv första och sista raden; den första raden i ett dokument är 1.",
            "The lines {}–{} cannot be used. Write the first and the last line; the first line of a document is 1.",
            vec![from.to_string(), to.to_string()],
        ),
        What::LinesOutside { from, to, first, last } => (
            "Raderna {}–{} ligger utanför dokumentet, som är rad {}–{}. Kontrollera raderna och vilket dokument som är angivet.",
            "The lines {}–{} are outside the document, which is lines {}–{}. Check the lines and which document is named.",
            vec![from.to_string(), to.to_string(), first.to_string(), last.to_string()],
        ),
        What::EmptyList => (
            "Listan är tom, men här måste något stå. Är det källor: ange dokument, avsnitt och rader.",
            "The list is empty, but something must stand here. For sources: give document, section and lines.",
            vec![],
        ),
        What::EmptyText => ("Texten är tom. Fyll i den.", "The text is empty. Fill it in.", vec![]),
        What::NoCell { column } => (
            "Raden säger inget om kolumnen \"{}\". Skriv talet, eller null om rutan är tom i källan.",
            "The row says nothing of the column \"{}\". Write the number, or null if the cell is empty in the source.",
            vec![column.clone()],
        ),
        What::Dangling { to } => (
            "Posten hänvisar till \"{}\", som inte finns. Kontrollera stavningen, eller lägg till det som saknas.",
            "The entry refers to \"{}\", which does not exist. Check the spelling, or add what is missing.",
            vec![to.clone()],
        ),
        What::Cycle { through } => (
            "Händelserna följer på varandra i en cirkel genom \"{}\". Ta bort den hänvisning som pekar framåt i tiden.",
            "The events follow on each other in a circle through \"{}\". Remove the reference that points forward in time.",
            vec![through.clone()],
        ),
    }
}

fn kind_in_words(language: Language, kind: Kind) -> &'static str {
    let (sv, en) = match kind {
        Kind::Text => ("en text inom citattecken", "a text between quotation marks"),
        Kind::BothLanguages => {
            ("en text på båda språken: { \"sv\": \"…\", \"en\": \"…\" }", "a text in both languages: { \"sv\": \"…\", \"en\": \"…\" }")
        }
        Kind::Texts => ("en lista med texter", "a list of texts"),
        Kind::Id => ("ett id inom citattecken", "an id between quotation marks"),
        Kind::Ids => ("en lista med id:n", "a list of ids"),
        Kind::IdPair => ("två id:n: [\"…\", \"…\"]", "two ids: [\"…\", \"…\"]"),
        Kind::Anchors => ("en lista med hänvisningar som \"goal/klimatneutral\"", "a list of references such as \"goal/klimatneutral\""),
        Kind::Word => ("ett av de tillåtna orden, inom citattecken", "one of the allowed words, between quotation marks"),
        Kind::Number => ("ett heltal", "a whole number"),
        Kind::Decimal => {
            ("ett tal med decimalpunkt, inom citattecken: \"494.7\"", "a number with a decimal point, between quotation marks: \"494.7\"")
        }
        Kind::Lines => ("två radnummer: [första, sista]", "two line numbers: [first, last]"),
        Kind::Cells => {
            ("ett tal eller null för varje kolumn: { \"kolumn\": 123 }", "a number or null for each column: { \"column\": 123 }")
        }
        Kind::Cell => ("ett heltal, eller null för en tom ruta", "a whole number, or null for an empty cell"),
        Kind::YesNo => ("true eller false", "true or false"),
        Kind::List => ("en lista: [ … ]", "a list: [ … ]"),
        Kind::Object => ("en post: { … }", "an entry: { … }"),
        Kind::Null => ("null", "null"),
        Kind::Fraction => ("ett tal med decimaler", "a number with decimals"),
    };
    match language {
        Language::Sv => sv,
        Language::En => en,
    }
}
