//! The municipality, its board and its department as they stand within sentences.

use crate::model::{Edition, Language, Text};

/// The board within a sentence: «kommunstyrelsen», «the city executive board».
pub fn board(language: Language, edition: &Edition) -> String {
    within(language, &edition.body)
}

/// «kommunstyrelsens», «the city executive board's».
pub fn boards(language: Language, edition: &Edition) -> String {
    whose(language, &board(language, edition))
}

/// The board's department within a sentence: «stadskontoret», «the city office».
pub fn department(language: Language, edition: &Edition) -> String {
    within(language, &edition.department)
}

/// «Malmö stads», «Malmö stad's».
pub fn municipalitys(language: Language, edition: &Edition) -> String {
    whose(language, &edition.municipality)
}

/// A name whose something is: «Malmös», «Borås», «Malmö's».
pub fn whose(language: Language, name: &str) -> String {
    match language {
        Language::Sv if name.ends_with(['s', 'x', 'z']) => name.to_owned(),
        Language::Sv => format!("{name}s"),
        Language::En => format!("{name}'s"),
    }
}

/// With a capital, where it starts a sentence.
pub fn capital(words: &str) -> String {
    changed_first(words, |letter| letter.to_uppercase().collect())
}

fn within(language: Language, name: &Text) -> String {
    let name = changed_first(name.get(language), |letter| letter.to_lowercase().collect());
    match language {
        Language::Sv => name,
        Language::En => format!("the {name}"),
    }
}

fn changed_first(words: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| change(first) + letters.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_sentences_as_each_language_writes_them() {
        let text = |sv: &str, en: &str| Text { sv: sv.into(), en: en.into() };
        let edition = Edition {
            municipality: "Borås stad".into(),
            body: text("Tekniska nämnden", "Technical board"),
            department: text("Servicekontoret", "Service office"),
            ..Edition::default()
        };
        assert_eq!(boards(Language::Sv, &edition), "tekniska nämndens");
        assert_eq!(capital(&boards(Language::En, &edition)), "The technical board's");
        assert_eq!(department(Language::En, &edition), "the service office");
        assert_eq!(municipalitys(Language::Sv, &edition), "Borås stads");
        assert_eq!((whose(Language::Sv, "Borås"), whose(Language::En, "Borås")), ("Borås".into(), "Borås's".into()));
    }
}
