//! The view of a page: what is chosen, shown and in which unit, as a query string.

use super::codec;
use super::route::Route;
use crate::model::{Anchor, DisplayUnit, EVENT_KINDS, GoalFilter, Id, Level, MatrixOrder, Measure, RowOrder, Status, TERM_KINDS, THEMES};

/// The form of the goal map. Without a choice a page shows every form, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapForm {
    Map,
    Matrix,
    List,
}

/// Everything that an address says about a page besides which page it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub form: Option<MapForm>,
    /// What the map is narrowed to.
    pub filter: GoalFilter,
    pub matrix: MatrixOrder,
    /// What is chosen on the page: a node of the map, a row of a table.
    pub selected: Option<Anchor>,
    pub column: Option<Id>,
    /// What is set side by side: two goals of the map, two columns of a table.
    pub compare: Option<[Id; 2]>,
    pub unit: DisplayUnit,
    pub level: Level,
    /// Only events of a theme, one of [`THEMES`].
    pub theme: Option<&'static str>,
    pub status: Option<Status>,
    /// Only entries of a kind, one of [`EVENT_KINDS`] or [`TERM_KINDS`].
    pub kind: Option<&'static str>,
    /// Only events of a body.
    pub body: Option<Id>,
    pub order: RowOrder,
    /// What is searched or filtered for in words.
    pub query: String,
    /// The version of the data that the link was made with.
    pub data: Option<String>,
}

/// A part of an address that could not be used. The rest still applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewProblem {
    UnknownKey(String),
    UnknownValue { key: &'static str, value: String },
}

const FORM: &str = "visa";
const AREA: &str = "omrade";
const SDG: &str = "globalt";
const ACTOR: &str = "medverkande";
const ASSIGNMENT: &str = "uppdrag";
const MEASURE: &str = "indikator";
const OUTCOME: &str = "utfall";
const DECISION: &str = "beslut";
const CONTRADICTION: &str = "motsagelse";
const NOTED: &str = "anteckning";
const MATRIX: &str = "sortera";
const SELECTED: &str = "vald";
const COLUMN: &str = "kolumn";
const COMPARE: &str = "jamfor";
const UNIT: &str = "enhet";
const LEVEL: &str = "niva";
const THEME: &str = "tema";
const STATUS: &str = "status";
const KIND: &str = "slag";
const BODY: &str = "organ";
const ORDER: &str = "ordning";
const QUERY: &str = "sok";
const DATA: &str = "data";
/// Says that the fragment holds notes, so that a link that lost its fragment is noticed.
const WITH: &str = "med";
const NOTES: &str = "anteckningar";

/// Longer words in an address are cut.
const MAX_WORDS: usize = 200;

impl View {
    /// Reads a query string (with or without `?`) and says what could not be used.
    pub fn from_query(query: &str) -> (View, Vec<ViewProblem>) {
        let mut view = View::default();
        let mut problems = Vec::new();
        for (key, value) in codec::pairs(query.trim_start_matches('?')) {
            let mut unknown = |key: &'static str, value: &str| problems.push(ViewProblem::UnknownValue { key, value: cut(value) });
            match key.as_str() {
                FORM => match value.as_str() {
                    "karta" => view.form = Some(MapForm::Map),
                    "matris" => view.form = Some(MapForm::Matrix),
                    "lista" => view.form = Some(MapForm::List),
                    other => unknown(FORM, other),
                },
                AREA => match Id::parse(&value) {
                    Some(id) => view.filter.area = Some(id),
                    None => unknown(AREA, &value),
                },
                SDG => match sdg_number(&value) {
                    Some(number) => view.filter.sdg = Some(number),
                    None => unknown(SDG, &value),
                },
                ACTOR => match Id::parse(&value) {
                    Some(id) => view.filter.actor = Some(id),
                    None => unknown(ACTOR, &value),
                },
                ASSIGNMENT => yes_or_no(&value, &mut view.filter.assignment, || unknown(ASSIGNMENT, &value)),
                MEASURE => match Measure::ALL.into_iter().find(|measure| measure_word(*measure) == value) {
                    Some(measure) => view.filter.measure = Some(measure),
                    None => unknown(MEASURE, &value),
                },
                OUTCOME => yes_or_no(&value, &mut view.filter.outcome, || unknown(OUTCOME, &value)),
                DECISION => yes_or_no(&value, &mut view.filter.decision, || unknown(DECISION, &value)),
                CONTRADICTION => yes_or_no(&value, &mut view.filter.contradiction, || unknown(CONTRADICTION, &value)),
                NOTED => yes_or_no(&value, &mut view.filter.noted, || unknown(NOTED, &value)),
                MATRIX => match (value.as_str(), value.strip_prefix("mal-").and_then(sdg_number)) {
                    ("tryckt", _) => view.matrix = MatrixOrder::Printed,
                    ("antal", _) => view.matrix = MatrixOrder::Count,
                    ("likhet", _) => view.matrix = MatrixOrder::Alike,
                    (_, Some(number)) => view.matrix = MatrixOrder::Column(number),
                    _ => unknown(MATRIX, &value),
                },
                SELECTED => match Anchor::parse(&value) {
                    Some(anchor) => view.selected = Some(anchor),
                    None => unknown(SELECTED, &value),
                },
                COLUMN => match Id::parse(&value) {
                    Some(id) => view.column = Some(id),
                    None => unknown(COLUMN, &value),
                },
                COMPARE => match value.split_once(',').map(|(earlier, later)| (Id::parse(earlier), Id::parse(later))) {
                    Some((Some(earlier), Some(later))) => view.compare = Some([earlier, later]),
                    _ => unknown(COMPARE, &value),
                },
                UNIT => match value.as_str() {
                    "tkr" => view.unit = DisplayUnit::Tkr,
                    "mkr" => view.unit = DisplayUnit::Mkr,
                    "andel" => view.unit = DisplayUnit::Share,
                    other => unknown(UNIT, other),
                },
                LEVEL => match value.as_str() {
                    "rader" => view.level = Level::Lines,
                    "summor" => view.level = Level::Totals,
                    other => unknown(LEVEL, other),
                },
                THEME => match one_of(&THEMES, &value) {
                    Some(theme) => view.theme = Some(theme),
                    None => unknown(THEME, &value),
                },
                STATUS => match Status::ALL.into_iter().find(|status| status_word(*status) == value) {
                    Some(status) => view.status = Some(status),
                    None => unknown(STATUS, &value),
                },
                KIND => match one_of(&EVENT_KINDS, &value).or_else(|| one_of(&TERM_KINDS, &value)) {
                    Some(kind) => view.kind = Some(kind),
                    None => unknown(KIND, &value),
                },
                BODY => match Id::parse(&value) {
                    Some(id) => view.body = Some(id),
                    None => unknown(BODY, &value),
                },
                ORDER => match value.as_str() {
                    "storlek" => view.order = RowOrder::Size,
                    "tryckt" => view.order = RowOrder::Printed,
                    other => unknown(ORDER, other),
                },
                QUERY => view.query = cut(&value),
                DATA if !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == '.') => view.data = Some(cut(&value)),
                DATA => unknown(DATA, &value),
                WITH if value == NOTES => {}
                WITH => unknown(WITH, &value),
                key if ignored(key) => {}
                _ => problems.push(ViewProblem::UnknownKey(cut(&key))),
            }
        }
        (view, problems)
    }

    /// Writes the view with `?` in front, empty for a view without choices.
    pub fn to_query(&self) -> String {
        codec::query(&self.pairs(false))
    }

    /// Writes the view with its defaults too, so that a copied link keeps its view when a default changes.
    ///
    /// Only tables have units, levels and an order; on other pages those stay out.
    pub fn to_full_query(&self, route: &Route) -> String {
        codec::query(&self.pairs(matches!(route, Route::Table(_))))
    }

    /// This view with what a choice changes that leads from one view to another.
    pub fn changed(&self, from: &View, to: &View) -> View {
        let (from, to) = (from.pairs(false), to.pairs(false));
        let mut pairs = self.pairs(false);
        pairs.retain(|(key, _)| from.iter().find(|pair| pair.0 == *key) == to.iter().find(|pair| pair.0 == *key));
        pairs.extend(to.into_iter().filter(|pair| !from.contains(pair)));
        View::from_query(&codec::query(&pairs)).0
    }

    fn pairs(&self, full: bool) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(form) = self.form {
            let word = match form {
                MapForm::Map => "karta",
                MapForm::Matrix => "matris",
                MapForm::List => "lista",
            };
            pairs.push((FORM, word.to_owned()));
        }
        let filter = &self.filter;
        let mut add = |key, value: Option<String>| pairs.extend(value.map(|value| (key, value)));
        add(AREA, filter.area.as_ref().map(Id::to_string));
        add(SDG, filter.sdg.map(|number| number.to_string()));
        add(ACTOR, filter.actor.as_ref().map(Id::to_string));
        add(ASSIGNMENT, filter.assignment.map(yes_no));
        add(MEASURE, filter.measure.map(|measure| measure_word(measure).to_owned()));
        add(OUTCOME, filter.outcome.map(yes_no));
        add(DECISION, filter.decision.map(yes_no));
        add(CONTRADICTION, filter.contradiction.map(yes_no));
        add(NOTED, filter.noted.map(yes_no));
        add(
            MATRIX,
            match self.matrix {
                MatrixOrder::Printed => None,
                MatrixOrder::Count => Some("antal".to_owned()),
                MatrixOrder::Alike => Some("likhet".to_owned()),
                MatrixOrder::Column(number) => Some(format!("mal-{number}")),
            },
        );
        if let Some(column) = &self.column {
            pairs.push((COLUMN, column.to_string()));
        }
        if let Some([earlier, later]) = &self.compare {
            pairs.push((COMPARE, format!("{earlier},{later}")));
        }
        if full || self.unit != DisplayUnit::default() {
            let word = match self.unit {
                DisplayUnit::Tkr => "tkr",
                DisplayUnit::Mkr => "mkr",
                DisplayUnit::Share => "andel",
            };
            pairs.push((UNIT, word.to_owned()));
        }
        if full || self.level != Level::default() {
            let word = match self.level {
                Level::Lines => "rader",
                Level::Totals => "summor",
            };
            pairs.push((LEVEL, word.to_owned()));
        }
        if let Some(theme) = self.theme {
            pairs.push((THEME, theme.to_owned()));
        }
        if let Some(status) = self.status {
            pairs.push((STATUS, status_word(status).to_owned()));
        }
        if let Some(kind) = self.kind {
            pairs.push((KIND, kind.to_owned()));
        }
        if let Some(body) = &self.body {
            pairs.push((BODY, body.to_string()));
        }
        if full || self.order != RowOrder::default() {
            let word = match self.order {
                RowOrder::Size => "storlek",
                RowOrder::Printed => "tryckt",
            };
            pairs.push((ORDER, word.to_owned()));
        }
        if !self.query.is_empty() {
            pairs.push((QUERY, self.query.clone()));
        }
        if let Some(selected) = &self.selected {
            pairs.push((SELECTED, selected.to_string()));
        }
        if let Some(data) = &self.data {
            pairs.push((DATA, data.clone()));
        }
        pairs
    }
}

/// Whether the link said that notes come with it. It is no part of the view: once read, it is let go.
pub fn expects_notes(query: &str) -> bool {
    codec::pairs(query.trim_start_matches('?')).iter().any(|(key, value)| key == WITH && value == NOTES)
}

/// The query of a link that notes come with.
pub fn expecting_notes(query: &str) -> String {
    let joint = if query.is_empty() { '?' } else { '&' };
    format!("{query}{joint}{WITH}={NOTES}")
}

/// Whether a version of the data (`2025.1`) comes after another; by its numbers, not letter by letter.
pub fn is_later(version: &str, than: &str) -> bool {
    let numbers = |text: &str| text.split('.').map(|part| part.parse::<u64>().unwrap_or(0)).collect::<Vec<_>>();
    numbers(version) > numbers(than)
}

/// Keys that others append to links; they say nothing about the view and are left out of copied links.
fn ignored(key: &str) -> bool {
    key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "msclkid" | "mc_cid" | "mc_eid" | "ref")
}

fn one_of(list: &[&'static str], value: &str) -> Option<&'static str> {
    list.iter().copied().find(|known| *known == value)
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Proposed => "forslag",
        Status::Decided => "beslutat",
        Status::Planned => "planerat",
        Status::Happened => "hant",
        Status::Unknown => "oklart",
    }
}

/// The number of a global goal, as it is written and not otherwise (`07`, `+7`).
fn sdg_number(value: &str) -> Option<u32> {
    value.parse().ok().filter(|number: &u32| (1..=17).contains(number) && number.to_string() == value)
}

fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::Countable => "raknas",
        Measure::Judged => "bedoms",
        Measure::None => "saknas",
    }
}

fn yes_or_no(value: &str, place: &mut Option<bool>, otherwise: impl FnOnce()) {
    match value {
        "ja" => *place = Some(true),
        "nej" => *place = Some(false),
        _ => otherwise(),
    }
}

fn yes_no(yes: bool) -> String {
    if yes { "ja".to_owned() } else { "nej".to_owned() }
}

fn cut(text: &str) -> String {
    text.chars().take(MAX_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_choices_made_on_one_page_both_count() {
        let view = |query: &str| View::from_query(query).0;
        // What is asked for, and a choice that leads from what is shown to something else.
        for (asked, shown, to, wanted) in [
            ("?enhet=mkr", "", "?kolumn=change", "?enhet=mkr&kolumn=change"),
            ("?enhet=mkr", "?enhet=andel", "", ""),
            ("?omrade=a&indikator=raknas", "?omrade=a", "", "?indikator=raknas"),
            ("?globalt=13", "?vald=sdg/13", "?vald=sdg/4", "?globalt=13&vald=sdg/4"),
            ("?globalt=13", "", "?globalt=4", "?globalt=4"),
        ] {
            assert_eq!(view(asked).changed(&view(shown), &view(to)), view(wanted), "{asked}: {shown} to {to}");
        }
    }

    #[test]
    fn a_view_survives_the_address() {
        let view = View {
            form: Some(MapForm::List),
            filter: GoalFilter {
                area: Id::parse("jamlik-stad"),
                sdg: Some(13),
                actor: Id::parse("region-skane"),
                assignment: Some(true),
                measure: Some(Measure::Judged),
                outcome: Some(false),
                decision: Some(true),
                contradiction: Some(false),
                noted: Some(true),
            },
            matrix: MatrixOrder::Column(16),
            selected: Anchor::parse("row/income-statement/wages"),
            column: Id::parse("budget-2025"),
            compare: Id::parse("board").zip(Id::parse("total")).map(|(a, b)| [a, b]),
            unit: DisplayUnit::Mkr,
            level: Level::Totals,
            theme: Some("climate"),
            status: Some(Status::Decided),
            kind: Some("network"),
            body: Id::parse("kommunstyrelsen"),
            order: RowOrder::Printed,
            query: "å & <b>=?#+ 100 %".into(),
            data: Some("2025.1".into()),
        };
        let query = view.to_query();
        assert!(query.contains("vald=row/income-statement/wages") && query.contains("jamfor=board,total"), "{query}");
        assert_eq!(View::from_query(&query), (view.clone(), vec![]));
        assert_eq!(View::from_query(&view.to_full_query(&Route::income_statement())), (view, vec![]));
        assert_eq!(View::default().to_query(), "");
    }

    #[test]
    fn what_cannot_be_used_is_said_and_the_rest_applies() {
        let (view, problems) = View::from_query("?enhet=mkr&visa=cirkel&farg=r%C3%B6d&utm_source=x&fbclid=y&vald=%00");
        assert_eq!(view.unit, DisplayUnit::Mkr);
        assert_eq!(
            problems,
            vec![
                ViewProblem::UnknownValue { key: "visa", value: "cirkel".into() },
                ViewProblem::UnknownKey("farg".into()),
                ViewProblem::UnknownValue { key: "vald", value: "\0".into() },
            ]
        );
    }

    #[test]
    fn every_filter_has_its_word_and_others_are_reported() {
        for (query, problems) in [
            ("tema=social&status=forslag&slag=decision", 0),
            ("status=beslutat", 0),
            ("status=planerat&slag=concept", 0),
            ("status=hant", 0),
            ("status=oklart", 0),
            ("tema=Social&status=decided&slag=", 3),
        ] {
            let (view, found) = View::from_query(query);
            assert_eq!(found.len(), problems, "{query}");
            if problems == 0 {
                assert_eq!(view.to_query().trim_start_matches('?'), query);
            }
        }
    }

    #[test]
    fn filters_of_the_map_have_readable_words_and_anything_else_is_reported() {
        for (query, problems) in [
            ("omrade=jamlik-stad&globalt=17&medverkande=namnder&uppdrag=ja&indikator=saknas&utfall=nej", 0),
            ("beslut=ja&motsagelse=nej&anteckning=ja&sortera=likhet&jamfor=service,segregation", 0),
            ("sortera=mal-17", 0),
            ("omrade=Å&globalt=18&medverkande=&uppdrag=kanske&indikator=alla&utfall=&beslut=1&motsagelse=true&anteckning=JA", 9),
            ("globalt=07&jamfor=a&sortera=mal-0", 3),
            ("jamfor=a,&jamfor=a,b,c&sortera=mal-+1", 3),
        ] {
            let (view, found) = View::from_query(query);
            assert_eq!(found.len(), problems, "{query}: {found:?}");
            let written = view.to_query();
            assert_eq!(written.trim_start_matches('?'), if problems == 0 { query } else { "" });
        }
    }

    #[test]
    fn a_link_says_that_notes_come_with_it() {
        for query in ["", "?vald=sdg/13"] {
            let with = expecting_notes(query);
            assert!(expects_notes(&with) && !expects_notes(query));
            assert_eq!(View::from_query(&with), View::from_query(query), "it is no part of the view");
        }
        assert_eq!(View::from_query("?med=annat").1, vec![ViewProblem::UnknownValue { key: "med", value: "annat".into() }]);
    }

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(is_later("2025.10", "2025.9") && is_later("2026.1", "2025.12") && is_later("2025.1.1", "2025.1"));
        assert!(!is_later("2025.1", "2025.1") && !is_later("", "2025.1"));
    }

    #[test]
    fn no_query_string_harms() {
        let long = "vald=".repeat(10_000);
        for query in ["?", "&&&", "=", "%", "%zz=%", "a=b=c", long.as_str(), "\u{1f600}=\u{1f600}"] {
            let (view, _) = View::from_query(query);
            assert!(view.query.len() <= 800);
        }
    }
}
