//! Numbers as each language writes them. A minus is a minus sign (U+2212), never a hyphen.

use crate::model::{Decimal, Language};

/// Groups the digits of a whole number: `1 234 567` (no-break space) in Swedish, `1,234,567` in English; `−1 601`.
pub fn whole(language: Language, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let separator = match language {
        Language::Sv => '\u{a0}',
        Language::En => ',',
    };
    let mut out = String::new();
    if value < 0 {
        out.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A small count in words, as in running text; larger ones in digits.
pub fn in_words(language: Language, count: usize) -> String {
    const SV: [&str; 12] = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    const EN: [&str; 12] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words = match language {
        Language::Sv => SV,
        Language::En => EN,
    };
    count.checked_sub(1).and_then(|index| words.get(index)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A whole number with its sign always written: `+4 000`, `−16`, `0`.
pub fn signed(language: Language, value: i64) -> String {
    if value > 0 { format!("+{}", whole(language, value)) } else { whole(language, value) }
}

/// A decimal number: `494,7` in Swedish, `494.7` in English, with as many decimals as it has.
pub fn decimal(language: Language, value: Decimal) -> String {
    let divisor = 10_u64.pow(value.scale);
    let digits = value.digits.unsigned_abs();
    let whole_part = whole(language, (digits / divisor) as i64);
    let sign = if value.digits < 0 { "\u{2212}" } else { "" };
    if value.scale == 0 {
        return format!("{sign}{whole_part}");
    }
    let mark = match language {
        Language::Sv => ',',
        Language::En => '.',
    };
    format!("{sign}{whole_part}{mark}{:0width$}", digits % divisor, width = value.scale as usize)
}

/// Thousands of kronor written as millions with one decimal, rounded half away from zero.
pub fn mkr_from_tkr(language: Language, tkr: i64) -> String {
    let tenths = (tkr + 50 * tkr.signum()) / 100;
    decimal(language, Decimal { digits: tenths, scale: 1 })
}

/// A share in per cent with one decimal: `3,2 %` in Swedish, `3.2%` in English; nothing where the whole is zero.
pub fn percent(language: Language, part: i64, whole_value: i64) -> Option<String> {
    if whole_value == 0 {
        return None;
    }
    let per_mille = (part as f64 / whole_value as f64 * 1000.0).round() as i64;
    let number = decimal(language, Decimal { digits: per_mille, scale: 1 });
    Some(match language {
        Language::Sv => format!("{number}\u{a0}%"),
        Language::En => format!("{number}%"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        assert_eq!(whole(Language::Sv, -494_558), "\u{2212}494\u{a0}558");
        assert_eq!(whole(Language::En, 1_234_567), "1,234,567");
        assert_eq!(whole(Language::Sv, 0), "0");
        assert_eq!(whole(Language::En, i64::MIN), "\u{2212}9,223,372,036,854,775,808");
        assert_eq!(signed(Language::Sv, 4000), "+4\u{a0}000");
        assert_eq!(decimal(Language::Sv, Decimal { digits: 4947, scale: 1 }), "494,7");
        assert_eq!(decimal(Language::En, Decimal { digits: -5, scale: 2 }), "\u{2212}0.05");
        assert_eq!(mkr_from_tkr(Language::Sv, -494_558), "\u{2212}494,6");
        assert_eq!(mkr_from_tkr(Language::En, 49), "0.0");
        assert_eq!(percent(Language::Sv, 38_737, 319_224).as_deref(), Some("12,1\u{a0}%"));
        assert_eq!(percent(Language::En, 1, 0), None);
    }
}
