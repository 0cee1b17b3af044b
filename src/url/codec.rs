//! The spelling of a query string: pairs, percent-encoded, with slashes left readable.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything is encoded but what reads well and means nothing in a query.
const KEEP: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/').remove(b',').remove(b':');

/// Longer query strings are read up to here only.
const MAX_LENGTH: usize = 16_384;

/// The pairs of a query string (without `?`), decoded; what is not UTF-8 becomes the replacement character.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let mut end = query.len().min(MAX_LENGTH);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    query
        .get(..end)
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect()
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Writes pairs as a query string, with `?` in front; empty where there are none.
pub fn query(pairs: &[(&str, String)]) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(key);
        out.push('=');
        out.extend(utf8_percent_encode(value, &KEEP));
    }
    out
}
