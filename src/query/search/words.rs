//! Words as they are compared: folded, without their endings, with small differences counted.
//!
//! Swedish endings go by Snowball's rules for Swedish, written here because they must work on folded words («fardplanen»
//! as «färdplanen»); English ones by the first step of Porter's. A crate with both costs twelve times as much code.

use std::ops::Range;

/// The words of a text: runs of letters and digits, folded, with where they stand.
pub fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || is_accent(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                push(text, from..at, &mut found);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        push(text, from..text.len(), &mut found);
    }
    found
}

fn push(text: &str, place: Range<usize>, found: &mut Vec<(Range<usize>, String)>) {
    let word = fold(text.get(place.clone()).unwrap_or_default());
    if !word.is_empty() {
        found.push((place, word));
    }
}

/// An accent that follows its letter as a character of its own, as some keyboards and files have it.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Lower case, without accents, so that «Öst», «öst» and «ost» are one word.
pub fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_accent(*c))
        .map(|c| match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => 'a',
            'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' | 'ù' | 'û' => 'u',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ç' => 'c',
            'ý' | 'ÿ' => 'y',
            c => c,
        })
        .collect()
}

/// Snowball's list, and `et` with `ets`, which it leaves out: «målet» is «mål».
const SWEDISH: [&str; 41] = [
    "heterna", "hetens", "anden", "arens", "arnas", "ernas", "heten", "heter", "ornas", "andes", "ande", "andet", "aren", "arna", "arne",
    "aste", "erna", "erns", "orna", "ades", "hets", "ade", "are", "ast", "ens", "ern", "het", "ad", "ar", "as", "at", "en", "er", "es",
    "et", "ets", "atet", "atets", "or", "a", "e",
];

/// Letters that an ending `s` may follow.
const BEFORE_S: &str = "bcdfghjklmnoprtvy";

/// Without its Swedish endings.
pub fn swedish(word: &str) -> &str {
    let Some(region) = region(word) else { return word };
    let mut stem = word;
    let inside = |stem: &str, ending: &str| stem.len() >= region + ending.len() && stem.ends_with(ending);
    let longest = SWEDISH.into_iter().filter(|ending| inside(stem, ending)).max_by_key(|ending| ending.len());
    match longest {
        Some(ending) => stem = without(stem, ending.len()),
        None if inside(stem, "s") && without(stem, 1).ends_with(|c| BEFORE_S.contains(c)) => stem = without(stem, 1),
        None => {}
    }
    if ["dd", "gd", "nn", "dt", "gt", "kt", "tt"].into_iter().any(|pair| inside(stem, pair)) {
        stem = without(stem, 1);
    }
    if inside(stem, "lost") || inside(stem, "fullt") {
        return without(stem, 1);
    }
    match ["lig", "els", "ig"].into_iter().find(|ending| inside(stem, ending)) {
        Some(ending) => without(stem, ending.len()),
        None => stem,
    }
}

/// Where endings may begin: after the first vowel and the consonant that follows it, never before the fourth letter.
fn region(word: &str) -> Option<usize> {
    if !word.is_ascii() {
        return None;
    }
    let vowel = word.find(is_vowel)?;
    let consonant = word.get(vowel..)?.find(|c| !is_vowel(c))?;
    Some((vowel + consonant + 1).max(3))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Without its English endings: plural, past, the form in -ing, and the last vowel that comes and goes with them.
pub fn english(word: &str) -> &str {
    if !word.is_ascii() || word.len() < 4 {
        return word;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let mut stem = if ends(&["ies", "ied"]) {
        return without(word, 3);
    } else if ends(&["sses", "xes", "ches", "shes", "zes"]) {
        without(word, 2)
    } else if ends(&["s"]) && !ends(&["ss", "us", "is"]) {
        without(word, 1)
    } else {
        word
    };
    for ending in ["ing", "ed"] {
        let shorter = without(stem, ending.len());
        if stem.ends_with(ending) && shorter.len() >= 3 && shorter.contains(is_vowel) {
            stem = shorter;
            let mut back = stem.chars().rev();
            if let (Some(last), Some(before)) = (back.next(), back.next())
                && last == before
                && !is_vowel(last)
                && !matches!(last, 'l' | 's' | 'z')
            {
                stem = without(stem, 1);
            }
        }
    }
    if stem.len() > 4 && stem.ends_with("ly") {
        stem = without(stem, 2);
    }
    if stem.len() > 3 && stem.ends_with(['e', 'y']) { without(stem, 1) } else { stem }
}

fn without(word: &str, bytes: usize) -> &str {
    word.get(..word.len().saturating_sub(bytes)).unwrap_or(word)
}

/// Which letters a word has: a bit for each of a to z, one for digits and one for all others.
pub fn letters(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| {
        bits | match c {
            'a'..='z' => 1 << (c as u32 - 'a' as u32),
            '0'..='9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another,
/// up to `most`; nothing where it takes more.
pub fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut left: Option<char> = None;
    for (row, &a) in one.iter().enumerate() {
        let mut now = Vec::with_capacity(last.len());
        let mut beside = row + 1;
        now.push(beside);
        let mut above_other: Option<char> = None;
        for (column, &b) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut least = (at(&last, column + 1) + 1).min(beside + 1).min(at(&last, column) + usize::from(a != b));
            if left == Some(b) && above_other == Some(a) && column > 0 {
                least = least.min(at(&before_last, column - 1) + 1);
            }
            now.push(least);
            beside = least;
            above_other = Some(b);
        }
        if now.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, now);
        left = Some(a);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits_folded() {
        let found: Vec<String> = words("Åtgärder: EU:s «klimatfärdplan» <b>2025</b> 🌍 cafe\u{301}").into_iter().map(|(_, w)| w).collect();
        assert_eq!(found, ["atgarder", "eu", "s", "klimatfardplan", "b", "2025", "b", "cafe"]);
        let text = "på Öland";
        assert_eq!(words(text).last().map(|(place, _)| &text[place.clone()]), Some("Öland"));
        assert_eq!(fold("A\u{30a}NGSTRO\u{308}M"), "angstrom", "letters that come in two pieces");
    }

    #[test]
    fn swedish_forms_meet() {
        for forms in [
            &["mål", "målen", "målet"][..],
            &["nämnd", "nämnder", "nämndens", "nämnderna"],
            &["uppdrag", "uppdraget", "uppdragen", "uppdragens"],
            &["trygghet", "tryggheten"],
            &["förvaltning", "förvaltningar", "förvaltningarna", "förvaltningens"],
            &["färdplan", "färdplanen", "färdplaner", "färdplans"],
            &["klimat", "klimatet", "klimatets"],
            &["stad", "staden", "stads", "städer"],
        ] {
            let stems: std::collections::BTreeSet<String> = forms.iter().map(|form| swedish(&fold(form)).to_owned()).collect();
            assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
        }
        assert_eq!(swedish("eu"), "eu");
        assert_eq!(swedish("гора"), "гора");
    }

    #[test]
    fn english_forms_meet() {
        for forms in [
            &["goal", "goals"][..],
            &["city", "cities"],
            &["plan", "plans", "planned", "planning"],
            &["climate", "climates"],
            &["decide", "decides", "decided", "deciding"],
            &["safe", "safes"],
            &["company", "companies"],
            &["process", "processes"],
        ] {
            let stems: std::collections::BTreeSet<&str> = forms.iter().map(|form| english(form)).collect();
            assert_eq!(stems.len(), 1, "{forms:?}: {stems:?}");
        }
        assert_eq!(english("status"), "status");
    }

    #[test]
    fn differences_are_counted_up_to_a_limit() {
        let between = |one: &str, other: &str, most| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>(), most);
        assert_eq!(between("kultur", "kultur", 1), Some(0));
        assert_eq!(between("segregationn", "segregation", 2), Some(1));
        assert_eq!(between("kutlur", "kultur", 1), Some(1), "two letters that changed places are one mistake");
        assert_eq!(between("klmat", "klimat", 1), Some(1));
        assert_eq!(between("klima", "trygg", 2), None);
        assert_eq!(between("", "ab", 2), Some(2));
        assert_eq!(between("abcdef", "ab", 2), None);
    }
}
