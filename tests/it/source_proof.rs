//! Proof against the source: what the data files say stands where they say it stands.
//!
//! Reads the text editions; where they are not at hand each test says so in a line and passes.
//! Letter by letter means: line breaks and emphasis marks aside.

use crate::record::{self, Edition, Entry, FILES, Place, entries, flat, list, nothing, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Editions = BTreeMap<String, Edition>;

/// Calls `look` for every entry of every file.
fn each_entry(mut look: impl FnMut(&Entry)) {
    for name in FILES {
        let file = record::file(name);
        entries(name, &file).iter().for_each(&mut look);
    }
}

/// The cited lines of a place on one line.
fn cited(editions: &Editions, place: &Place) -> String {
    editions.get(&place.document).map(|edition| edition.cited(place.lines)).unwrap_or_default()
}

/// Whether `words` stand letter by letter in one of the places.
fn stands(editions: &Editions, places: &[Place], words: &str) -> bool {
    places.iter().any(|place| cited(editions, place).contains(&flat(words)))
}

fn show(place: &Place) -> String {
    format!("{} {}–{}", place.document, place.lines[0], place.lines[1])
}

#[test]
fn the_editions_are_the_ones_that_were_read() {
    let Some(editions) = record::editions("the editions are the ones that were read") else { return };
    let sources = record::file("sources");
    let mut findings = Vec::new();
    for document in list(&sources, "documents") {
        let edition = &editions[text(document, "/id")];
        let mut look = |what: &str, recorded: String, found: String| {
            if recorded != found {
                findings.push(format!("{}: {what} recorded as {recorded}, found {found}", edition.id));
            }
        };
        look("SHA-256", text(document, "/text_sha256").to_owned(), malkarta::dataset::sha256_hex(&edition.bytes));
        look("number of lines", document["text_lines"].to_string(), edition.count().to_string());
        let whole = edition.cited([edition.first, edition.last]);
        for official in ["/title/sv", "/body", "/paragraph", "/case_number"] {
            if !whole.contains(&flat(text(document, official))) {
                findings.push(format!("{}: {official} «{}» does not stand in the document", edition.id, text(document, official)));
            }
        }
        if edition.first < 1 || edition.last > edition.count() || edition.first > edition.last {
            findings.push(format!("{}: the document's lines are not lines of the edition", edition.id));
        }
    }
    nothing(&findings, "not the recorded edition");
}

#[test]
fn cited_lines_exist_and_lie_in_the_document() {
    let Some(editions) = record::editions("cited lines exist and lie in the document") else { return };
    let mut findings = Vec::new();
    each_entry(|entry| {
        for place in &entry.places {
            let fault = match editions.get(&place.document) {
                None => "no such document",
                Some(_) if place.lines[0] > place.lines[1] => "the last line stands before the first",
                Some(edition) if place.lines[0] < edition.first || place.lines[1] > edition.last => "outside the document",
                Some(edition) if edition.line(place.lines[0]).trim().is_empty() || edition.line(place.lines[1]).trim().is_empty() => {
                    "starts or ends with an empty line"
                }
                Some(_) => continue,
            };
            findings.push(format!("{}: {}: {fault}", entry.name(), show(place)));
        }
    });
    nothing(&findings, "place that is none");
}

/// Whether words stand as a title on a line of the 2015 text, which marks no headings: what follows them starts anew.
fn title_on(edition: &Edition, section: &str, line: usize) -> bool {
    let text = edition.cited([line, line]);
    let anew = |rest: &str| {
        rest.is_empty() || rest.starts_with("...") || rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '-')
    };
    section.starts_with(char::is_uppercase) && text.match_indices(section).any(|(at, _)| anew(text[at + section.len()..].trim_start()))
}

/// Whether a line of the 2015 text, which is a page, belongs to a section: its title stands on it, or on the last page before
/// that has any title. A page that starts a letter («1 (5)») belongs to nothing before it.
fn belongs(edition: &Edition, section: &str, page: usize, titles: &BTreeSet<String>) -> bool {
    if title_on(edition, section, page) {
        return true;
    }
    let starts = edition.line(page).contains(" 1 (");
    let before = (edition.first..page).rev().find(|page| titles.iter().any(|title| title_on(edition, title, *page)));
    !starts && before.is_some_and(|before| title_on(edition, section, before))
}

#[test]
fn sections_are_the_nearest_heading_and_pages_are_what_the_contents_list_prints() {
    let Some(editions) = record::editions("sections are headings, pages are what the contents list prints") else { return };
    // The titles of the text that marks none are those that any entry names; the name of the report also stands at the foot of its pages.
    let mut titles = BTreeSet::new();
    each_entry(|entry| {
        let unmarked = entry.places.iter().filter(|place| editions.get(&place.document).is_some_and(|edition| !edition.marks_headings()));
        titles.extend(unmarked.map(|place| flat(&place.section)).filter(|section| !section.starts_with("Uppföljning av")));
    });
    let mut findings = Vec::new();
    each_entry(|entry| {
        for place in &entry.places {
            let Some(edition) = editions.get(&place.document) else { continue };
            let section = flat(&place.section);
            if edition.marks_headings() {
                // What stands over the first heading, such as the name of the body on minutes, belongs to it.
                let first = edition.headings.first().map(|(_, heading)| heading.as_str());
                let above = edition.heading_above(place.lines[0]).or(first).unwrap_or_default();
                if section != above {
                    findings.push(format!("{}: {}: section «{section}», but the nearest heading is «{above}»", entry.name(), show(place)));
                }
            } else if !belongs(edition, &section, place.lines[0], &titles) {
                findings.push(format!("{}: {}: «{section}» is no title there or on the page above", entry.name(), show(place)));
            }
            let listed = edition.page_of(place.lines[0]);
            if place.section_page != listed {
                findings.push(format!(
                    "{}: {}: section_page {:?}, the contents list prints {listed:?}",
                    entry.name(),
                    show(place),
                    place.section_page
                ));
            }
        }
    });
    nothing(&findings, "section or page that the document does not have");
}

/// What of an entry is official wording or a printed name, by the list that the entry stands in.
pub fn official<'a>(entry: &'a Entry) -> Vec<(&'static str, &'a str)> {
    let value = entry.value;
    let mut words: Vec<(&'static str, &str)> = match (entry.file, entry.role()) {
        ("goals", "areas" | "goals" | "assignments" | "priorities" | "conditions") => vec![("title", text(value, "/title/sv"))],
        ("goals", "actors") => vec![("name", text(value, "/name/sv"))],
        ("goals", "sdgs") => vec![("printed name", text(value, "/printed_name"))],
        ("goals", "indicator") => vec![("starting value", text(value, "/start")), ("target", text(value, "/target"))],
        ("budget", "rows") => vec![("label", text(value, "/label/sv"))],
        ("budget", "figures") | ("followup", "counts" | "allocations") => vec![("printed", text(value, "/printed"))],
        ("decisions", "events") => {
            let mut words: Vec<_> =
                list(value, "attachments").iter().map(|title| ("attachment", title.as_str().unwrap_or_default())).collect();
            if value["title_is_ours"] != Value::Bool(true) {
                words.push(("title", text(value, "/title/sv")));
            }
            words.extend([("paragraph", text(value, "/paragraph")), ("case number", text(value, "/case_number"))]);
            words
        }
        ("terms", "terms") => {
            let mut words = vec![("name", text(value, "/name"))];
            words.extend(list(value, "variants").iter().map(|variant| ("variant", variant.as_str().unwrap_or_default())));
            words
        }
        ("contradictions", "readings") => vec![("value", text(value, "/value"))],
        _ => Vec::new(),
    };
    words.retain(|(_, words)| !words.is_empty());
    words
}

#[test]
fn official_titles_and_names_stand_in_the_cited_lines_letter_by_letter() {
    let Some(editions) = record::editions("official titles and names stand in the cited lines") else { return };
    let mut findings = Vec::new();
    let mut looked = BTreeMap::new();
    each_entry(|entry| {
        for (what, words) in official(entry) {
            *looked.entry((entry.file, what)).or_insert(0) += 1;
            if !stands(&editions, &entry.places, words) {
                let lines: Vec<String> = entry.places.iter().map(show).collect();
                findings.push(format!("{}: {what} «{words}» does not stand in {}", entry.name(), lines.join(", ")));
            }
        }
        // A mark of a global goal is its number and its name, beside each other.
        if entry.role() == "sdgs"
            && !stands(&editions, &entry.places, &format!("{} {}", entry.value["number"], text(entry.value, "/printed_name")))
        {
            findings.push(format!("{}: the mark does not stand there", entry.name()));
        }
        for place in entry.places.iter().filter(|place| place.row.is_some()) {
            if !cited(&editions, place).starts_with(&flat(place.row.as_deref().unwrap_or_default())) {
                findings.push(format!("{}: {}: the row is not «{}»", entry.name(), show(place), place.row.as_deref().unwrap_or_default()));
            }
        }
    });
    // The walk finds an entry by the list that it stands in; if a list is renamed, nothing would be looked at and all would pass.
    for expected in [
        ("goals", "title"),
        ("goals", "name"),
        ("goals", "printed name"),
        ("budget", "label"),
        ("budget", "printed"),
        ("followup", "printed"),
        ("decisions", "title"),
        ("decisions", "attachment"),
        ("decisions", "case number"),
        ("terms", "name"),
        ("terms", "variant"),
        ("contradictions", "value"),
    ] {
        if !looked.contains_key(&expected) {
            findings.push(format!("{expected:?}: not one was looked at"));
        }
    }
    nothing(&findings, "official wording that does not stand there");
}

#[test]
fn a_place_in_a_table_lies_in_that_table() {
    let budget = record::file("budget");
    let extent: BTreeMap<&str, &Value> = list(&budget, "tables")
        .iter()
        .filter_map(|table| {
            Some((text(table, "/id"), &list(table, "sources").iter().find(|source| source.get("table").is_some())?["lines"]))
        })
        .collect();
    let mut findings = Vec::new();
    each_entry(|entry| {
        for place in &entry.places {
            let Some(table) = place.table.as_deref() else { continue };
            let inside = extent
                .get(table)
                .is_some_and(|lines| lines[0].as_u64() <= Some(place.lines[0] as u64) && lines[1].as_u64() >= Some(place.lines[1] as u64));
            if !inside {
                findings.push(format!("{}: {} does not lie in «{table}»", entry.name(), show(place)));
            }
        }
    });
    nothing(&findings, "place outside its table");
}

#[test]
fn every_mention_of_a_term_names_it() {
    let Some(editions) = record::editions("every mention of a term names it") else { return };
    let mut findings = Vec::new();
    each_entry(|entry| {
        if entry.file != "terms" {
            return;
        }
        for place in &entry.places {
            let line = cited(&editions, place).to_lowercase();
            if !official(entry).iter().any(|(_, words)| line.contains(&flat(words).to_lowercase())) {
                findings.push(format!("{}: {} names neither it nor a variant", entry.name(), show(place)));
            }
        }
    });
    nothing(&findings, "mention without the name");
}

/// Where a word of a term stands for something else: term, document, line, what it is there.
const OTHERS: [(&str, &str, usize, &str); 3] = [
    ("lagesbild", "namndsbudget-2025", 206, "the authorities' joint picture of organised crime in the whole country"),
    ("malmokommissionen", "uppfoljning-2015", 13, "the government's commission for equal health"),
    ("malmokommissionen", "uppfoljning-2015", 15, "the government's commission for equal health"),
];

/// Whether a name stands in a line as a whole; small letters stand for both, a capital for itself.
fn names(line: &str, name: &str) -> bool {
    let line = if name.starts_with(char::is_uppercase) { line.to_owned() } else { line.to_lowercase() };
    line.match_indices(name)
        .any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric) && !line[at + name.len()..].starts_with(char::is_alphanumeric))
}

#[test]
fn every_place_that_names_a_term_is_among_its_mentions() {
    let Some(editions) = record::editions("every place that names a term is among its mentions") else { return };
    let file = record::file("terms");
    let terms = entries("terms", &file);
    let called: Vec<Vec<String>> = terms.iter().map(|term| official(term).iter().map(|(_, words)| flat(words)).collect()).collect();
    let mut findings = Vec::new();
    for (term, own) in terms.iter().zip(&called) {
        let id = text(term.value, "/id");
        // A longer name of another term, such as one that has this one in it, is not this one.
        let longer: Vec<&String> = called
            .iter()
            .filter(|other| *other != own)
            .flatten()
            .filter(|other| own.iter().any(|own| other.len() > own.len() && other.contains(own.as_str())))
            .collect();
        for edition in editions.values() {
            for line in edition.first..=edition.last {
                let mentioned =
                    term.places.iter().any(|place| place.document == edition.id && (place.lines[0]..=place.lines[1]).contains(&line));
                let excused = OTHERS.iter().any(|(term, document, at, _)| *term == id && *document == edition.id && *at == line);
                if mentioned || excused {
                    continue;
                }
                let printed = longer.iter().fold(edition.cited([line, line]), |line, longer| line.replace(longer.as_str(), "…"));
                if let Some(name) = own.iter().find(|name| names(&printed, name)) {
                    findings.push(format!("{id}: «{name}» stands on {} {line} too", edition.id));
                }
            }
        }
    }
    nothing(&findings, "place that is not among the mentions");
}

/// The cells of a table's line: what stands between tabs.
fn cells(edition: &Edition, line: usize) -> Vec<String> {
    edition.line(line).split('\t').map(flat).collect()
}

/// A number as the tables print it: digits with spaces between thousands, perhaps with a minus. An empty cell is none.
fn printed_number(cell: &str) -> Result<Option<i64>, String> {
    let digits: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() { Ok(None) } else { digits.parse().map(Some).map_err(|_| cell.to_owned()) }
}

#[test]
fn tables_are_the_printed_ones_cell_by_cell() {
    let Some(editions) = record::editions("tables are the printed ones cell by cell") else { return };
    let budget = record::file("budget");
    let mut findings = Vec::new();
    for table in list(&budget, "tables") {
        let id = text(table, "/id");
        let Some(source) = list(table, "sources").iter().find(|source| source.get("table").is_some()) else {
            findings.push(format!("{id}: no source is the table itself"));
            continue;
        };
        let edition = &editions[text(source, "/document")];
        let first = source["lines"][0].as_u64().unwrap() as usize;
        let last = source["lines"][1].as_u64().unwrap() as usize;
        // The first line of the printed table is its head: what the rows are, then a label for each column.
        let head: Vec<String> = cells(edition, first).into_iter().skip(1).collect();
        let labels: Vec<&str> = list(table, "columns").iter().map(|column| text(column, "/label/sv")).collect();
        if head != labels {
            findings.push(format!("{id}: columns {labels:?}, printed {head:?}"));
        }
        let rows = list(table, "rows");
        if rows.len() != last - first {
            findings.push(format!("{id}: {} rows, the source prints {}", rows.len(), last - first));
        }
        for (row, line) in rows.iter().zip(first + 1..) {
            let name = text(row, "/label/sv");
            let printed = cells(edition, line);
            if row["sources"][0]["lines"] != serde_json::json!([line, line]) {
                findings.push(format!("{id}/{}: cites {}, stands on line {line}", text(row, "/id"), row["sources"][0]["lines"]));
            }
            if printed.first().map(String::as_str) != Some(name) {
                findings.push(format!("{id}: row «{name}», printed {:?} on line {line}", printed.first()));
            }
            let stored = row["cells"].as_object().unwrap();
            if stored.len() != labels.len() {
                findings.push(format!("{id}/{name}: {} cells for {} columns", stored.len(), labels.len()));
            }
            for (index, column) in list(table, "columns").iter().enumerate() {
                let cell = printed_number(printed.get(index + 1).map(String::as_str).unwrap_or_default());
                let value = stored.get(text(column, "/id")).map(|value| value.as_i64());
                if cell.as_ref().ok() != value.as_ref() {
                    findings.push(format!("{id}/{name}/{}: stored {value:?}, printed {cell:?} on line {line}", text(column, "/id")));
                }
            }
        }
        // The title may be taken from the sentence above the table, and then starts with a capital of ours.
        let title = text(table, "/title/sv").to_lowercase();
        let stands = list(table, "sources").iter().any(|source| {
            let lines = [source["lines"][0].as_u64().unwrap() as usize, source["lines"][1].as_u64().unwrap() as usize];
            edition.cited(lines).to_lowercase().contains(&title) || text(source, "/section").to_lowercase() == title
        });
        if !stands {
            findings.push(format!("{id}: the title «{title}» stands neither in the cited lines nor above them"));
        }
    }
    nothing(&findings, "difference from the printed tables");
}

/// Numbers that the documents write as words.
const WORDS: [(&str, &str); 16] = [
    ("ett", "1"),
    ("en", "1"),
    ("två", "2"),
    ("tre", "3"),
    ("fyra", "4"),
    ("fem", "5"),
    ("sex", "6"),
    ("sju", "7"),
    ("åtta", "8"),
    ("nio", "9"),
    ("tio", "10"),
    ("tiotal", "10"),
    ("elva", "11"),
    ("tolv", "12"),
    ("tjugo", "20"),
    ("trettio", "30"),
];

/// The numbers of a printed wording as decimal strings: `494,7 Mkr` holds `494.7`, `tolv mål` holds `12`.
fn numbers(printed: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let characters: Vec<char> = printed.chars().collect();
    for (index, &c) in characters.iter().enumerate() {
        let next_is_digit = characters.get(index + 1).is_some_and(char::is_ascii_digit);
        match c {
            '0'..='9' => number.push(c),
            ',' if !number.is_empty() && next_is_digit => number.push('.'),
            ' ' | '\u{a0}' if !number.is_empty() && next_is_digit && thousands(&characters[index + 1..]) => {}
            _ if !number.is_empty() => found.push(std::mem::take(&mut number)),
            _ => {}
        }
    }
    found.extend((!number.is_empty()).then_some(number));
    for word in printed.to_lowercase().split(|c: char| !c.is_alphabetic()) {
        found.extend(WORDS.iter().filter(|(name, _)| *name == word).map(|(_, value)| (*value).to_owned()));
    }
    found
}

/// As [`numbers`], for English, which writes `2,500` and `494.7`.
fn english_numbers(text: &str) -> Vec<String> {
    let words: Vec<String> = text.split_whitespace().map(|word| word.replace(',', "").replace('.', ",")).collect();
    numbers(&words.join(" "))
}

/// Whether exactly three digits follow, as between thousands.
fn thousands(rest: &[char]) -> bool {
    rest.iter().take_while(|c| c.is_ascii_digit()).count() == 3
}

#[test]
fn figures_counts_and_allocations_are_the_printed_numbers() {
    let Some(editions) = record::editions("figures, counts and allocations are the printed numbers") else { return };
    let mut findings = Vec::new();
    let mut looked = 0;
    each_entry(|entry| {
        if !matches!(entry.role(), "figures" | "counts" | "allocations") {
            return;
        }
        looked += 1;
        let value = match &entry.value["value"] {
            Value::String(value) => value.clone(),
            value => value.to_string(),
        };
        let printed = text(entry.value, "/printed");
        if !numbers(printed).contains(&value) {
            findings.push(format!("{}: {value} is not «{printed}»", entry.name()));
        }
        // Every place that is cited must hold the number, not only the first.
        for place in &entry.places {
            if !numbers(&cited(&editions, place)).contains(&value) {
                findings.push(format!("{}: {} does not hold {value}", entry.name(), show(place)));
            }
        }
    });
    assert!(looked > 40, "only {looked} figures were looked at");
    nothing(&findings, "number that is not the printed one");
}

#[test]
fn numbers_in_our_own_words_stand_in_the_cited_lines() {
    let Some(editions) = record::editions("numbers in our own words stand in the cited lines") else { return };
    let sources = record::file("sources");
    let years: BTreeMap<String, String> = list(&sources, "documents")
        .iter()
        .map(|d| (record::text(d, "/id").to_owned(), record::text(d, "/date").chars().take(4).collect()))
        .collect();
    let mut findings = Vec::new();
    each_entry(|entry| {
        let text = text(entry.value, "/text/sv");
        let places: String = entry.places.iter().map(|place| cited(&editions, place) + " | ").collect();
        let mut there = numbers(&places);
        // The year of the cited document may be told, and that the global goals are 17 is a public fact.
        there.extend(entry.places.iter().filter_map(|place| Some(years.get(&place.document)?.clone())));
        there.push("17".to_owned());
        let english = english_numbers(record::text(entry.value, "/text/en"));
        for number in numbers(text).into_iter().chain(english) {
            // Small numbers also count and order things that the source lists without counting them.
            if number.len() > 1 && !there.contains(&number) {
                findings.push(format!("{}: {number} in «{text}»", entry.name()));
            }
        }
    });
    nothing(&findings, "number in our words that the cited lines do not hold");
}

const MONTHS: [&str; 12] =
    ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

/// What of a date the cited lines do not hold: year, month, day, season or quarter.
fn missing_of_date(date: &str, there: &str, known_year: &str) -> Vec<String> {
    let there = there.to_lowercase();
    let mut missing = Vec::new();
    for year in date.split('/').map(|part| part.chars().take(4).collect::<String>()) {
        if !there.contains(&year) && year != known_year {
            missing.push(year);
        }
    }
    // `2025/2026` is the turn of the year.
    if date.contains('/') && !["årsskifte", "/", "–", "-"].iter().any(|sign| there.contains(sign)) {
        missing.push("turn of the year".to_owned());
    }
    let mut parts = date.split('-').skip(1);
    let Some(part) = parts.next() else { return missing };
    let signs: Vec<String> = match part {
        "spring" => vec!["vår".into()],
        "autumn" => vec!["höst".into()],
        "mid" => vec!["halvår".into(), "mitten".into(), "mitt".into(), "sommar".into()],
        "summer" => vec!["sommar".into()],
        "early" => vec!["början".into()],
        _ if part.starts_with('Q') => vec!["kvartal".into()],
        _ => {
            let month = part.parse::<usize>().ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or("no such month");
            vec![month.into(), format!("-{part}-"), format!("-{part}")]
        }
    };
    if !signs.iter().any(|sign| there.contains(sign.as_str())) {
        missing.push(part.to_owned());
    }
    if let Some(day) = parts.next() {
        let plain = day.trim_start_matches('0');
        if !there.contains(&format!("{plain} ")) && !there.contains(&format!("-{day}")) {
            missing.push(format!("day {day}"));
        }
    }
    missing
}

/// Events whose date is calculated or taken from what surrounds them; what the entry says of its gap tells so.
const OUR_DATES: [&str; 2] = ["malmokommissionen-tillsatts", "tjansteskrivelse-uppfoljning-2015"];

#[test]
fn dates_are_as_precise_as_the_cited_lines_and_no_more() {
    let Some(editions) = record::editions("dates are as precise as the cited lines") else { return };
    let mut findings = Vec::new();
    let mut looked = 0;
    each_entry(|entry| {
        let there: String = entry.places.iter().map(|place| cited(&editions, place) + " | ").collect();
        // The budget speaks of its own year without naming it.
        let own = if entry.places.iter().any(|place| place.document == "namndsbudget-2025") { "2025" } else { "" };
        // A date that the text does not print is ours, and the entry says how it was come by.
        let told = OUR_DATES.contains(&text(entry.value, "/id")) && !entry.value["gap"].is_null();
        for key in ["date", "until", "when"] {
            let date = text(entry.value, &format!("/{key}"));
            if date.is_empty() {
                continue;
            }
            looked += 1;
            let missing = missing_of_date(date, &there, own);
            if !missing.is_empty() && !told {
                findings.push(format!("{}: {key} {date}, but the cited lines hold no {missing:?}", entry.name()));
            }
        }
    });
    assert!(looked > 100, "only {looked} dates were looked at");
    nothing(&findings, "date that the cited lines do not hold");
}

/// Objects with an id that need no place of their own, and why.
const WITHOUT_PLACE: [(&str, &str, &str); 4] = [
    ("sources", "documents", "a document is the place; its parts are proved by the test of the editions"),
    ("goals", "sdgs", "number, name and colour of the 17 global goals are public facts, not from the documents"),
    ("budget", "columns", "a column is proved with its table, by the head of the printed one"),
    ("contradictions", "items", "each reading of a contradiction has its own place"),
];

#[test]
fn no_entry_is_without_a_place_and_no_number_without_a_reading() {
    let mut findings = Vec::new();
    for name in FILES {
        let file = record::file(name);
        for (list_name, items) in file.as_object().unwrap().iter().filter_map(|(key, value)| Some((key, value.as_array()?))) {
            for item in items {
                placed(name, list_name, item, &mut findings);
            }
        }
    }
    nothing(&findings, "entry without a place or a number without a reading");
}

fn placed(file: &str, list_name: &str, item: &Value, findings: &mut Vec<String>) {
    let Some(members) = item.as_object() else { return };
    let name =
        || format!("{file}: {list_name}/{}", members.get("id").or(members.get("actor")).map(ToString::to_string).unwrap_or_default());
    let has_place = members.get("source").is_some_and(Value::is_object)
        || ["sources", "mentions"].iter().any(|key| members.get(*key).and_then(Value::as_array).is_some_and(|places| !places.is_empty()));
    let excused = WITHOUT_PLACE.iter().any(|(of, excused, _)| *of == file && *excused == list_name);
    let is_entry = ["id", "actor", "printed", "printed_name", "value"].iter().any(|key| members.contains_key(*key));
    let mark = members.contains_key("printed_name");
    if is_entry && !has_place && (mark || !excused) {
        findings.push(format!("{}: no place", name()));
    }
    let reading = members.get("reading").and_then(Value::as_str);
    if reading.is_some_and(|reading| !matches!(reading, "as_published" | "calculated" | "interpreted")) {
        findings.push(format!("{}: «{}» is no reading", name(), reading.unwrap_or_default()));
    }
    // Where the format has room for a reason, our own judgement has one.
    let wants_reason = matches!((file, list_name), ("goals", "sdgs") | ("rights", "activities") | ("decisions", "goals"));
    if wants_reason && reading == Some("interpreted") && members.get("why").is_none_or(Value::is_null) {
        findings.push(format!("{}: interpreted without a reason", name()));
    }
    if reading.is_none() && matches!(list_name, "tables" | "figures" | "counts" | "allocations") {
        findings.push(format!("{}: a number without a reading", name()));
    }
    for (key, member) in members {
        match member {
            Value::Array(items) => items.iter().for_each(|item| placed(file, key, item, findings)),
            Value::Object(_) => placed(file, key, member, findings),
            _ => {}
        }
    }
}
