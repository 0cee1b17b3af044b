//! Dates as precise as the source gives them, in words.

use crate::model::Language;

const MONTHS_SV: [&str; 12] =
    ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Writes `2015-04-14`, `2015-04`, `2025-spring`, `2026-Q1`, `2025-mid`, `2024/2025` or `2030` in words;
/// what has another form is shown as it is.
pub fn in_words(language: Language, date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [year, season] if season.parse::<usize>().is_err() => match (language, *season) {
            (Language::Sv, "spring") => format!("våren {year}"),
            (Language::Sv, "summer") => format!("sommaren {year}"),
            (Language::Sv, "autumn") => format!("hösten {year}"),
            (Language::Sv, "winter") => format!("vintern {year}"),
            (Language::Sv, "mid") => format!("mitten av {year}"),
            (Language::Sv, "early") => format!("början av {year}"),
            (Language::Sv, "end") => format!("slutet av {year}"),
            (Language::En, "spring" | "summer" | "autumn" | "winter") => format!("{season} {year}"),
            (Language::En, "mid") => format!("mid-{year}"),
            (Language::En, "early") => format!("early {year}"),
            (Language::En, "end") => format!("end of {year}"),
            (Language::Sv, quarter) if quarter.starts_with('Q') => format!("kvartal {} {year}", quarter.trim_start_matches('Q')),
            (Language::En, quarter) if quarter.starts_with('Q') => format!("quarter {} of {year}", quarter.trim_start_matches('Q')),
            _ => date.to_owned(),
        },
        [year, month] => match month_name(language, month) {
            Some(name) => format!("{name} {year}"),
            None => date.to_owned(),
        },
        [year, month, day] => match month_name(language, month) {
            Some(name) => format!("{} {name} {year}", day.trim_start_matches('0')),
            None => date.to_owned(),
        },
        _ => date.replace('/', "\u{2013}"),
    }
}

fn month_name(language: Language, month: &str) -> Option<&'static str> {
    let index = month.parse::<usize>().ok()?.checked_sub(1)?;
    match language {
        Language::Sv => MONTHS_SV.get(index).copied(),
        Language::En => MONTHS_EN.get(index).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_no_more_precise_than_the_source() {
        for (date, sv, en) in [
            ("2015-04-14", "14 april 2015", "14 April 2015"),
            ("2020-04", "april 2020", "April 2020"),
            ("2030", "2030", "2030"),
            ("2026-Q1", "kvartal 1 2026", "quarter 1 of 2026"),
            ("2025-autumn", "hösten 2025", "autumn 2025"),
            ("2025-mid", "mitten av 2025", "mid-2025"),
            ("2025/2026", "2025\u{2013}2026", "2025\u{2013}2026"),
            ("2015-13", "2015-13", "2015-13"),
        ] {
            assert_eq!(in_words(Language::Sv, date), sv);
            assert_eq!(in_words(Language::En, date), en);
        }
    }
}
