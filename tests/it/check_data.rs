//! What whoever prepares data files is told about them.

use malkarta::model::Language;
use malkarta::site::check_data::{Findings, check};
use std::path::PathBuf;

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data");

/// A copy of the published dataset that a test may spoil; gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn copy(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("malkarta-check-data-{name}-{}", std::process::id()));
        let data = folder.join("malmo-ks-2025");
        std::fs::create_dir_all(&data).unwrap();
        std::fs::copy(format!("{PUBLISHED}/manifest.json"), folder.join("manifest.json")).unwrap();
        for file in std::fs::read_dir(format!("{PUBLISHED}/malmo-ks-2025")).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), data.join(file.file_name())).unwrap();
        }
        Folder(folder)
    }

    fn write(&self, file: &str, text: &str) {
        std::fs::write(self.0.join("malmo-ks-2025").join(file), text).unwrap();
    }

    fn checked(&self, path: &str, language: Language) -> Findings {
        check(&self.0.join(path), language).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const AREAS: &str = r#"{
"format": 1,
"areas": [
  {"id": "barn", "title": {"sv": "Barn", "en": "Children"}, "sources": []}
],
"goals": [],
"assignments": [], "actors": [],
"sdgs": [
  {"number": "4", "name": {"sv": "God utbildning", "en": "Quality education"}, "color": "red", "colour": "red"}
],
"priorities": []
}
"#;

#[test]
fn the_published_data_has_no_fault() {
    let findings = check(PUBLISHED.as_ref(), Language::Sv).unwrap();
    assert_eq!((findings.text.as_str(), findings.faults), ("0 fel och 0 anmärkningar i 9 filer.\n", 0));
}

#[test]
fn a_file_is_checked_with_line_place_and_advice() {
    let folder = Folder::copy("file");
    folder.write("goals.json", AREAS);
    let swedish = folder.checked("malmo-ks-2025/goals.json", Language::Sv);
    let expected = "goals.json, conditions (rad 1)\n  \
        Fel: Fältet \"conditions\" saknas. Lägg till det; där ska stå en lista: [ … ].\n\
        goals.json, areas[0].sources (rad 4)\n  \
        Fel: Listan är tom, men här måste något stå. Är det källor: ange dokument, avsnitt och rader.\n\
        goals.json, sdgs[0].number (rad 9)\n  \
        Fel: Talet \"4\" står inom citattecken. Ta bort citattecknen och eventuella mellanslag, så att det är ett tal.\n\
        goals.json, sdgs[0].colour (rad 9)\n  \
        Obs: Fältet \"colour\" är okänt och används inte. Kontrollera stavningen eller ta bort det.\n\
        3 fel och 1 anmärkning i 1 fil.\n";
    assert_eq!(swedish.text, expected);
    assert_eq!((swedish.faults, swedish.remarks), (3, 1));
    let english = folder.checked("malmo-ks-2025/goals.json", Language::En);
    assert!(english.text.contains("goals.json, sdgs[0].number (line 9)\n  Fault: The number \"4\" stands between quotation marks."));
    assert!(english.text.ends_with("3 faults and 1 note in 1 file.\n"));
}

#[test]
fn a_changed_file_is_told_and_checked_all_the_same() {
    let folder = Folder::copy("changed");
    folder.write("goals.json", AREAS);
    let findings = folder.checked("", Language::En);
    assert!(findings.text.contains("goals.json\n  Fault: The file is not the one that the manifest names"));
    assert!(findings.text.contains("goals.json, sdgs[0].number (line 9)"));
    // What other files say of goals now leads nowhere.
    assert!(findings.text.contains("decisions.json, events["));
}

#[test]
fn a_folder_without_a_manifest_is_one_dataset() {
    let folder = Folder::copy("bare");
    assert_eq!(folder.checked("malmo-ks-2025", Language::En).text, "0 faults and 0 notes in 8 files.\n");
    std::fs::remove_file(folder.0.join("malmo-ks-2025/terms.json")).unwrap();
    let findings = folder.checked("malmo-ks-2025", Language::En);
    assert!(findings.text.starts_with("terms.json\n  Fault: The file could not be fetched."), "{}", findings.text);
    assert_eq!(findings.faults, 1);
    // A file that is cut off is one fault, not one for each reference to it.
    let text = std::fs::read_to_string(folder.0.join("malmo-ks-2025/goals.json")).unwrap();
    folder.write("goals.json", text.split_at(text.find("Kommunfullm").unwrap()).0);
    assert_eq!(folder.checked("malmo-ks-2025", Language::En).faults, 2);
}

#[test]
fn a_remark_is_no_fault_and_no_data_is_told() {
    let folder = Folder::copy("remark");
    let text = std::fs::read_to_string(folder.0.join("malmo-ks-2025/rights.json")).unwrap();
    folder.write("rights.json", &text.replacen('{', "{\"author\": 1,", 1));
    let findings = folder.checked("malmo-ks-2025", Language::Sv);
    assert_eq!((findings.faults, findings.remarks), (0, 1));
    assert!(check(&folder.0.join("nowhere"), Language::Sv).unwrap_err().to_string().contains("här finns ingen datafil"));
    assert!(check(env!("CARGO_MANIFEST_DIR").as_ref(), Language::En).unwrap_err().to_string().contains("there is no data file here"));
}

/// What somebody who prepares the next dataset by hand does wrong, and what she is told: the place, what it is, what to do.
#[test]
fn the_usual_slips_are_told_with_their_place_and_what_to_do() {
    let slips: [(&str, &str, &str, &[&str]); 10] = [
        (
            "budget.json",
            "\"value\":\"494.7\"",
            "\"value\":\"494,7\"",
            &["figures[2].value", "\"494,7\" går inte att läsa som tal", "decimalpunkt"],
        ),
        (
            "budget.json",
            "\"budget-2025\":19086",
            "\"budget-2025\":\"19 086\"",
            &["cells.budget-2025", "\"19 086\" står inom citattecken", "Ta bort"],
        ),
        ("budget.json", "\"budget-2025\":19086,", "", &["rows[0].cells", "säger inget om kolumnen \"budget-2025\"", "null"]),
        (
            "goals.json",
            "{\"actor\":\"namnder\"",
            "{\"actor\":\"namnderna\"",
            &["partners[0].actor", "\"actor/namnderna\", som inte finns", "stavningen"],
        ),
        (
            "goals.json",
            "\"en\":\"An attractive city for work and sustainable growth\"",
            "\"en\":\"\"",
            &["areas[1].title.en", "Texten är tom"],
        ),
        (
            "decisions.json",
            "\"date\":\"2015-04-14\"",
            "\"date\":\"14 april 2015\"",
            &["events[11].date", "går inte att läsa som datum", "2025-04-14"],
        ),
        (
            "decisions.json",
            "\"title\":{\"sv\":\"Malmö",
            "\"titel\":{\"sv\":\"Malmö",
            &["events[0].title", "\"title\" saknas", "\"titel\" är okänt"],
        ),
        ("terms.json", "\"id\":\"adda\"", "\"id\":\"Adda AB\"", &["].id", "inget giltigt id", "små bokstäver"]),
        ("rights.json", "\"reporting\":[", "\"reporting\":[,", &["rights.json", "inte giltig JSON vid rad", "kommatecken"]),
        ("sources.json", "\"content\":\"", "\"content\":\"x ", &["documents[0].content", "\"x\" är ingen rad", "3 5-9 12"]),
    ];
    for (index, (file, right, wrong, told)) in slips.into_iter().enumerate() {
        let folder = Folder::copy(&format!("slip-{index}"));
        let text = std::fs::read_to_string(folder.0.join("malmo-ks-2025").join(file)).unwrap();
        assert!(text.contains(right), "{file}: {right}");
        folder.write(file, &text.replacen(right, wrong, 1));
        let findings = folder.checked("malmo-ks-2025", Language::Sv);
        for words in told {
            assert!(findings.text.contains(words), "{file}: «{words}» is not in:\n{}", findings.text);
        }
        assert!(findings.text.contains(" (rad ") || findings.text.contains("vid rad"), "{}", findings.text);
        let english = folder.checked("malmo-ks-2025", Language::En);
        assert_eq!(english.faults, findings.faults);
    }
}
