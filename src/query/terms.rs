//! The terms that the documents name, in Swedish alphabetical order.

use crate::model::{Catalogue, Goal, Source, Term};

/// The terms that a filter keeps, by first letter; letters as in the Swedish alphabet.
pub fn by_letter<'a>(catalogue: &'a Catalogue, kind: Option<&str>, words: &str) -> Vec<(char, Vec<&'a Term>)> {
    let words = words.trim().to_lowercase();
    let mut terms: Vec<&Term> = catalogue
        .terms
        .iter()
        .filter(|term| kind.is_none_or(|kind| term.kind == kind))
        .filter(|term| words.is_empty() || names(term).any(|name| name.to_lowercase().contains(&words)))
        .collect();
    terms.sort_by_cached_key(|term| key(&term.name));
    let mut letters: Vec<(char, Vec<&Term>)> = Vec::new();
    for term in terms {
        let letter = letter(&term.name);
        match letters.last_mut().filter(|(last, _)| *last == letter) {
            Some((_, list)) => list.push(term),
            None => letters.push((letter, vec![term])),
        }
    }
    letters
}

/// The terms named in the text of a goal, in alphabetical order.
pub fn in_goal<'a>(catalogue: &'a Catalogue, goal: &Goal) -> Vec<&'a Term> {
    sorted(catalogue.terms.iter().filter(|term| term.goals.contains(&goal.id)))
}

/// The terms named in the lines of some sources, in alphabetical order.
pub fn in_lines<'a>(catalogue: &'a Catalogue, sources: &[&Source]) -> Vec<&'a Term> {
    let within = |mention: &Source| {
        sources.iter().any(|s| s.document == mention.document && mention.lines.from <= s.lines.to && s.lines.from <= mention.lines.to)
    };
    sorted(catalogue.terms.iter().filter(|term| term.mentions.iter().any(within)))
}

/// How many terms there are of a kind.
pub fn count(catalogue: &Catalogue, kind: &str) -> usize {
    catalogue.terms.iter().filter(|term| term.kind == kind).count()
}

fn sorted<'a>(terms: impl Iterator<Item = &'a Term>) -> Vec<&'a Term> {
    let mut terms: Vec<&Term> = terms.collect();
    terms.sort_by_cached_key(|term| key(&term.name));
    terms
}

fn names(term: &Term) -> impl Iterator<Item = &String> {
    std::iter::once(&term.name).chain(&term.variants)
}

fn letter(name: &str) -> char {
    name.chars().find(|c| c.is_alphabetic()).and_then(|c| c.to_uppercase().next()).unwrap_or('#')
}

/// Letters in the order of the Swedish alphabet, where å, ä and ö come after z; signs and case do not count.
fn key(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'å' => Some('{'),
            'ä' => Some('|'),
            'ö' => Some('}'),
            'é' => Some('e'),
            ' ' => Some(' '),
            c => c.is_alphanumeric().then_some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Lines, Text};

    fn term(name: &str, variants: &[&str], line: u32) -> Term {
        Term {
            id: Id::parse(&format!("t{line}")).unwrap(),
            name: name.into(),
            variants: variants.iter().map(|v| (*v).into()).collect(),
            kind: "concept".into(),
            text: Text::default(),
            mentions: vec![source(line, line)],
            has_figures: false,
            goals: Vec::new(),
        }
    }

    fn source(from: u32, to: u32) -> Source {
        Source {
            document: Id::parse("d").unwrap(),
            section: String::new(),
            section_page: None,
            table: None,
            row: None,
            lines: Lines { from, to },
        }
    }

    #[test]
    fn the_swedish_alphabet_ends_in_three_vowels() {
        let names = ["Öresund", "zon", "ärende", "Adda", "år", "anslag", "EU:s giv", "EU"];
        let catalogue =
            Catalogue { terms: names.iter().zip(1..).map(|(name, line)| term(name, &[], line)).collect(), ..Catalogue::default() };
        let letters: Vec<(char, Vec<&str>)> =
            by_letter(&catalogue, None, "").into_iter().map(|(l, t)| (l, t.iter().map(|t| t.name.as_str()).collect())).collect();
        assert_eq!(
            letters,
            [
                ('A', vec!["Adda", "anslag"]),
                ('E', vec!["EU", "EU:s giv"]),
                ('Z', vec!["zon"]),
                ('Å', vec!["år"]),
                ('Ä', vec!["ärende"]),
                ('Ö', vec!["Öresund"])
            ]
        );
    }

    #[test]
    fn words_find_names_and_their_variants_in_any_case() {
        let catalogue = Catalogue { terms: vec![term("Resultaträkning", &["RR"], 3), term("ram", &[], 9)], ..Catalogue::default() };
        let found = |words: &str| by_letter(&catalogue, None, words).iter().map(|(_, t)| t.len()).sum::<usize>();
        assert_eq!((found("RÄKNING"), found("rr"), found(" ram "), found("x")), (1, 1, 1, 0));
        assert!(by_letter(&catalogue, Some("law"), "").is_empty());
        assert_eq!(in_lines(&catalogue, &[&source(8, 10)]).iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["ram"]);
    }
}
