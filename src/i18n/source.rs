//! Words about where a fact stands and how it was read.

use crate::model::{Language, Reading, Source};
use std::borrow::Cow;

messages! {
    as_published() { sv: "enligt källan", en: "as published" }
    calculated() { sv: "vår beräkning", en: "calculated" }
    interpreted() { sv: "vår tolkning", en: "interpreted" }
    source() { sv: "Källa", en: "Source" }
    sources() { sv: "Källor", en: "Sources" }
    why() { sv: "Varför", en: "Why" }
    our_summary() { sv: "Vår sammanfattning", en: "Our summary" }
    /// Above a list of passages: what stands for every one that has no mark of its own.
    our_summaries() { sv: "Vår sammanfattning, enligt källan där inget annat står", en: "Our summary, as published where nothing else is said" }
    our_translation() { sv: "vår översättning", en: "our translation" }
    official_wording() { sv: "Officiell lydelse", en: "Official wording" }
    contradictions() { sv: "Motstridiga uppgifter", en: "Contradictions" }
    no_outcome() { sv: "utfall ingår inte i materialet", en: "no outcome in the material" }
    lines_note() {
        sv: "Radnumren gäller textutgåvan av dokumentet. Dess kontrollsumma står under",
        en: "Line numbers are those of the document's text edition. Its checksum stands under",
    }
    section_page(page: u32) { sv: format!("avsnittet börjar på s. {page}"), en: format!("section starts on p. {page}") }
}

pub fn reading(language: Language, reading: Reading) -> Cow<'static, str> {
    match reading {
        Reading::AsPublished => as_published(language),
        Reading::Calculated => calculated(language),
        Reading::Interpreted => interpreted(language),
    }
}

/// The lines of a source in a word or two: `rad 672`, `lines 482–484`.
pub fn lines(language: Language, source: &Source) -> String {
    let (from, to) = (source.lines.from, source.lines.to);
    match (language, from == to) {
        (Language::Sv, true) => format!("rad {from}"),
        (Language::Sv, false) => format!("rad {from}\u{2013}{to}"),
        (Language::En, true) => format!("line {from}"),
        (Language::En, false) => format!("lines {from}\u{2013}{to}"),
    }
}
