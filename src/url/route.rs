//! Which page: paths, and the way from one page to another.

use crate::model::{Id, Language};

/// A page of the application.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    Start,
    Questions,
    Map,
    /// All goals and assignments one after the other, to be printed.
    AllGoals,
    Goal(Id),
    Assignment(Id),
    Sdg(u32),
    /// Everything that one body takes part in.
    Actor(Id),
    Actors,
    Judged,
    Budget,
    Table(Id),
    Trail,
    Event(Id),
    FollowUp,
    MyAssessment,
    Rights,
    Glossary,
    Search,
    Notes,
    Data,
    About,
    /// Anything else, kept as it was asked for.
    Unknown(String),
}

/// A page in a language and, for pages of an edition, its year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The year of the edition; a page that belongs to it lives under it.
    pub edition: u32,
    pub language: Language,
    pub route: Route,
}

/// How long an unknown path is kept for the message about it.
const MAX_UNKNOWN: usize = 120;

impl Route {
    /// The table that the navigation's «budget» leads to.
    pub fn income_statement() -> Route {
        Id::parse("income-statement").map_or(Route::Budget, Route::Table)
    }

    /// Whether the page belongs to an edition (and has the year in its path).
    fn in_edition(&self) -> bool {
        !matches!(
            self,
            Route::Start
                | Route::Questions
                | Route::Glossary
                | Route::Search
                | Route::Notes
                | Route::Data
                | Route::About
                | Route::Unknown(_)
        )
    }

    /// The path under the language (and edition), without slashes at the ends.
    fn slug(&self) -> String {
        match self {
            Route::Start => String::new(),
            Route::Questions => "fragor".into(),
            Route::Map => "karta".into(),
            Route::AllGoals => "mal".into(),
            Route::Goal(id) => format!("mal/{id}"),
            Route::Assignment(id) => format!("uppdrag/{id}"),
            Route::Sdg(number) => format!("sdg/{number}"),
            Route::Actor(id) => format!("medverkande/{id}"),
            Route::Actors => "medverkande".into(),
            Route::Judged => "bedomning".into(),
            Route::Budget => "budget".into(),
            Route::Table(id) => format!("budget/{id}"),
            Route::Trail => "beslut".into(),
            Route::Event(id) => format!("beslut/{id}"),
            Route::FollowUp => "uppfoljning".into(),
            Route::MyAssessment => "min-bedomning".into(),
            Route::Rights => "rattigheter".into(),
            Route::Glossary => "ordlista".into(),
            Route::Search => "sok".into(),
            Route::Notes => "anteckningar".into(),
            Route::Data => "data".into(),
            Route::About => "om".into(),
            Route::Unknown(path) => path.clone(),
        }
    }

    /// The page of a path under the language, with or without the year in front.
    fn from_slug(path: &str, edition: u32) -> Route {
        let unknown = || Route::Unknown(path.chars().take(MAX_UNKNOWN).collect());
        let year = edition.to_string();
        if path == year {
            return Route::Start;
        }
        let inner = path.strip_prefix(&year).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path);
        let id = |slug: &str| Id::parse(slug);
        let route = match inner.split_once('/') {
            None => match inner {
                "" => Some(Route::Start),
                "fragor" => Some(Route::Questions),
                "karta" => Some(Route::Map),
                "mal" => Some(Route::AllGoals),
                "medverkande" => Some(Route::Actors),
                "bedomning" => Some(Route::Judged),
                "budget" => Some(Route::Budget),
                "beslut" => Some(Route::Trail),
                "uppfoljning" => Some(Route::FollowUp),
                "min-bedomning" => Some(Route::MyAssessment),
                "rattigheter" => Some(Route::Rights),
                "ordlista" => Some(Route::Glossary),
                "sok" => Some(Route::Search),
                "anteckningar" => Some(Route::Notes),
                "data" => Some(Route::Data),
                "om" => Some(Route::About),
                _ => None,
            },
            Some(("mal", slug)) => id(slug).map(Route::Goal),
            Some(("uppdrag", slug)) => id(slug).map(Route::Assignment),
            Some(("sdg", number)) => number.parse::<u32>().ok().filter(|n| number == n.to_string() && (1..=17).contains(n)).map(Route::Sdg),
            Some(("medverkande", slug)) => id(slug).map(Route::Actor),
            Some(("budget", slug)) => id(slug).map(Route::Table),
            Some(("beslut", slug)) => id(slug).map(Route::Event),
            Some(_) => None,
        };
        route.unwrap_or_else(unknown)
    }
}

impl Address {
    pub fn new(edition: u32, language: Language, route: Route) -> Address {
        Address { edition, language, route }
    }

    /// The path from the root of the site: empty for the Swedish start page, else ending in `/`.
    pub fn path(&self) -> String {
        let mut out = String::new();
        if self.language == Language::En {
            out.push_str("en/");
        }
        if self.route.in_edition() {
            out.push_str(&self.edition.to_string());
            out.push('/');
        }
        let slug = self.route.slug();
        out.push_str(&slug);
        if !slug.is_empty() {
            out.push('/');
        }
        out
    }

    /// The path without the year of the edition, for a page that has it; it leads to the newest edition.
    pub fn path_without_edition(&self) -> Option<String> {
        self.route.in_edition().then(|| self.path().replacen(&format!("{}/", self.edition), "", 1))
    }

    /// Reads a path from the root of the site, with or without slashes at its ends or `index.html`.
    /// A path without a year is one of `edition`, the newest; another year is no address of this site.
    pub fn from_path(edition: u32, path: &str) -> Address {
        let path = path.trim_start_matches('/');
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        let (language, path) = match path.strip_prefix("en") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (Language::En, rest.trim_start_matches('/')),
            _ => (Language::Sv, path),
        };
        Address::new(edition, language, Route::from_slug(path, edition))
    }

    /// The same page in the other language.
    pub fn other_language(&self) -> Address {
        Address::new(self.edition, self.language.other(), self.route.clone())
    }

    /// The relative reference from this page to a file or page given by its path from the root.
    pub fn to_path(&self, path: &str) -> String {
        relative(&self.path(), path)
    }

    /// The relative reference from this page to another page in the same language.
    pub fn to(&self, route: Route) -> String {
        relative(&self.path(), &Address::new(self.edition, self.language, route).path())
    }
}

/// Where the page that shows notes without the application lies: the same in every edition.
pub fn rescue_path(language: Language) -> &'static str {
    match language {
        Language::Sv => "radda/",
        Language::En => "en/radda/",
    }
}

/// The relative reference from one path to another, both from the root of the site.
pub fn relative(from: &str, to: &str) -> String {
    let from_folders: Vec<&str> = from.split('/').collect();
    let from_folders = from_folders.split_last().map_or(&[][..], |(_, folders)| folders);
    let (to_folder, to_file) = to.rsplit_once('/').unwrap_or(("", to));
    let to_folders: Vec<&str> = to_folder.split('/').filter(|part| !part.is_empty()).collect();
    let shared = from_folders.iter().zip(&to_folders).take_while(|(a, b)| a == b).count();
    let mut out = "../".repeat(from_folders.len() - shared);
    for folder in to_folders.iter().skip(shared) {
        out.push_str(folder);
        out.push('/');
    }
    out.push_str(to_file);
    if out.is_empty() { "./".into() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(slug: &str) -> Id {
        Id::parse(slug).unwrap()
    }

    #[test]
    fn every_path_leads_back_to_its_page() {
        let routes = [
            Route::Start,
            Route::Map,
            Route::AllGoals,
            Route::Goal(id("klimatneutral")),
            Route::Sdg(17),
            Route::Budget,
            Route::Table(id("income-statement")),
            Route::Event(id("x-2024")),
            Route::Notes,
            Route::Actor(id("region-skane")),
        ];
        for route in routes {
            for language in Language::ALL {
                let address = Address::new(2025, language, route.clone());
                assert_eq!(Address::from_path(2025, &address.path()), address);
            }
        }
        assert_eq!(Address::from_path(2025, "karta").route, Route::Map, "a path without the year leads to the newest edition");
        assert_eq!(Address::from_path(2025, "en/2025/mal/service/index.html").route, Route::Goal(id("service")));
        assert_eq!(
            Address::from_path(2031, "en/2031/karta"),
            Address::new(2031, Language::En, Route::Map),
            "another edition has another year"
        );
        assert_eq!(Address::from_path(2025, "2025").route, Route::Start);
        assert_eq!(Address::from_path(2025, "entre").language, Language::Sv);
        for unknown in ["mal/../../etc", "sdg/0", "sdg/18", "sdg/+1", "2025/uppdrag/", "x/y", "mal/Å", "2024/karta", "2024", "20250/karta"]
        {
            assert!(matches!(Address::from_path(2025, unknown).route, Route::Unknown(_)), "{unknown}");
        }
    }

    #[test]
    fn references_are_relative_at_any_depth() {
        assert_eq!(relative("", "2025/karta/"), "2025/karta/");
        assert_eq!(relative("2025/mal/service/", "2025/karta/"), "../../karta/");
        assert_eq!(relative("2025/mal/service/", "2025/mal/segregation/"), "../segregation/");
        assert_eq!(relative("en/2025/karta/", "2025/karta/"), "../../../2025/karta/");
        assert_eq!(relative("2025/karta/", ""), "../../");
        assert_eq!(relative("", ""), "./");
        assert_eq!(relative("om/", "om/"), "./");
        assert_eq!(relative("om/", "style/site.css"), "../style/site.css");
    }
}
