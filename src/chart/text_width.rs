//! How wide text is at most, and where it breaks.
//!
//! A browser may pick any font of the site's sans stack, so these are upper bounds: the wider of DejaVu Sans
//! and Liberation Sans (which has the widths of Arial and Helvetica), per character, read from a browser;
//! Segoe UI, Roboto, San Francisco and Noto Sans are narrower. Knows nothing of fonts that are installed,
//! so that the same text breaks at the same place natively and in the browser.

/// Widths of the characters from space to `~`, per mille of the font size.
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337,
    337, 838, 838, 838, 557, 1016, 685, 687, 723, 771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732,
    685, 989, 686, 667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635,
    635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
];

const BOLD: [u16; 95] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400,
    400, 838, 838, 838, 611, 1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 557, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813,
    774, 1104, 771, 725, 726, 458, 366, 458, 838, 557, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
    716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
];

/// The widest a character that no table lists is taken to be: an ideograph or emoji is one em wide, and a little more is safe.
const WIDEST: u16 = 1150;

/// The width of a character, per mille of the font size.
fn per_mille(c: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &REGULAR };
    let ascii = |c: char| table.get((c as usize).wrapping_sub(32)).copied().unwrap_or(WIDEST);
    match c {
        ' '..='~' => ascii(c),
        '\u{a0}' => ascii(' '),
        // A soft hyphen, a joiner and a combining mark take no room of their own.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{202f}' | '\u{2009}' => 200,
        'à'..='å' => ascii('a'),
        'è'..='ë' => ascii('e'),
        'ì'..='ï' => ascii('i') + 30,
        'ò'..='ö' | 'ø' => ascii('o'),
        'ù'..='ü' => ascii('u'),
        'ñ' => ascii('n'),
        'À'..='Å' => ascii('A'),
        'È'..='Ë' => ascii('E'),
        'Ò'..='Ö' | 'Ø' => ascii('O'),
        'Ù'..='Ü' => ascii('U'),
        '–' | '§' => 557,
        '—' | '…' | '→' | '←' => 1000,
        '\u{2212}' | '×' | '±' | '≈' | '≤' | '≥' | '✓' | '✕' => 838,
        '·' => ascii('.'),
        '’' | '‘' => ascii('.'),
        '”' | '“' => ascii('Z') - 60,
        '«' | '»' => ascii('x') + 20,
        '•' | '€' => ascii('0') + 4,
        '°' => 500,
        _ => WIDEST,
    }
}

/// The width of one line of text at most, in the unit of `size`.
pub fn width(text: &str, size: i32, bold: bool) -> i32 {
    let sum: i64 = text.chars().map(|c| i64::from(per_mille(c, bold))).sum();
    let width = (sum.saturating_mul(i64::from(size)) + 999) / 1000;
    i32::try_from(width).unwrap_or(i32::MAX)
}

/// Breaks text into lines of at most `max_width` (in the unit of `size`) and at most `max_lines` lines.
///
/// Breaks at spaces, after hyphens, dashes and slashes, and inside a word only where the word alone is wider than a line.
/// A line always takes at least one character. What does not fit is cut and ends in `…`; empty text gives no line.
pub fn wrap(text: &str, size: i32, bold: bool, max_width: i32, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let fits = |s: &str| width(s, size, bold) <= max_width;
    for (piece, spaced) in pieces(text) {
        if lines.len() > max_lines {
            break;
        }
        let joined = if spaced && !line.is_empty() { format!("{line} {piece}") } else { format!("{line}{piece}") };
        if fits(&joined) {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = piece;
        while !fits(rest) && lines.len() <= max_lines {
            let cut = forced_cut(rest, size, bold, max_width);
            let (head, tail) = rest.split_at_checked(cut).unwrap_or((rest, ""));
            if tail.is_empty() {
                break;
            }
            let hyphen = if head.ends_with(char::is_alphabetic) && tail.starts_with(char::is_alphabetic) { "-" } else { "" };
            lines.push(format!("{head}{hyphen}"));
            rest = tail;
        }
        line = rest.to_owned();
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            *last = with_ellipsis(last, size, bold, max_width);
        }
    }
    lines
}

/// One line of text, cut with an ellipsis where it is wider than `max_width`.
pub fn cut(text: &str, size: i32, bold: bool, max_width: i32) -> String {
    if width(text, size, bold) <= max_width { text.to_owned() } else { with_ellipsis(text, size, bold, max_width) }
}

fn with_ellipsis(line: &str, size: i32, bold: bool, max_width: i32) -> String {
    let mut room = i64::from(max_width) * 1000 / i64::from(size.max(1)) - i64::from(per_mille('…', bold));
    let kept: String = line
        .chars()
        .take_while(|c| {
            room -= i64::from(per_mille(*c, bold));
            room >= 0
        })
        .collect();
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '-', '–']))
}

/// How many bytes of a too wide word stand on a line, with room for a hyphen: at least one character.
fn forced_cut(word: &str, size: i32, bold: bool, max_width: i32) -> usize {
    let mut end = word.chars().next().map_or(0, char::len_utf8);
    for (at, c) in word.char_indices().skip(1) {
        let next = at + c.len_utf8();
        let head = word.get(..next).unwrap_or(word);
        if width(head, size, bold) + width("-", size, bold) > max_width {
            break;
        }
        end = next;
    }
    end
}

/// The unbreakable pieces of a text in order, each with whether a space stood before it.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut out = Vec::new();
    // A no-break space is white space too, but no place to break.
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        let mut spaced = true;
        for piece in word.split_inclusive(['-', '–', '/', '\u{200b}']) {
            out.push((piece, spaced));
            spaced = false;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_wider_font() {
        assert_eq!(width("", 140, false), 0);
        assert_eq!(width("m", 1000, false), 975);
        assert_eq!(width("Malmö", 1000, false), 863 + 613 + 278 + 975 + 612);
        assert!(width("Malmö", 140, true) > width("Malmö", 140, false));
        assert_eq!(width("🌍", 100, false), 115);
        assert_eq!(width(&"W".repeat(10_000_000), 1000, true), i32::MAX);
    }

    #[test]
    fn text_breaks_at_spaces_and_hyphens_and_never_leaves_its_width() {
        let title = "Malmö stad arbetar för en långsiktigt hållbar elförsörjning samt ökad energieffektivisering";
        let lines = wrap(title, 140, false, 2400, 9);
        assert_eq!(lines.join(" "), title);
        assert!(lines.iter().all(|line| width(line, 140, false) <= 2400));
        let hyphens = wrap("hållbarhets-\u{a0}och klimatinvesteringsplan", 130, false, 1400, 9);
        assert_eq!(hyphens, ["hållbarhets-\u{a0}och", "klimatinvesteringspl-", "an"]);
        assert_eq!(wrap("service/ekonomi", 130, false, 800, 9), ["service/", "ekonomi"]);
        assert_eq!(wrap("494\u{a0}558 tkr", 100, false, 500, 9), ["494\u{a0}558", "tkr"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(wrap("ett två tre fyra fem", 100, false, 500, 2), ["ett två", "tre fyra…"]);
        assert_eq!(wrap("", 100, false, 500, 2), Vec::<String>::new());
        assert_eq!(wrap("ett två", 100, false, 500, 0), Vec::<String>::new());
        assert_eq!(wrap("abc", 100, false, 1, 2).len(), 2);
        assert_eq!(cut("Lönekostnader", 100, false, 400), "Lönek…");
        let long = "x".repeat(100_000);
        assert_eq!(wrap(&long, 100, false, 500, 3).len(), 3);
    }
}
