//! `site.json`: who publishes the site and where errors are reported.

use super::{Issue, What};
use serde::Deserialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublisherKind {
    /// Not the municipality: every page says so.
    Independent,
    PublicBody,
}

/// The sender of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    pub name: String,
    pub kind: PublisherKind,
    /// An address of a page or a `mailto:`.
    pub contact: String,
    /// Where errors are reported: an address of a page or a `mailto:`.
    pub report: String,
    /// The absolute address of the site's root, ending in `/`, where it is known.
    pub site_url: Option<String>,
}

#[derive(Deserialize)]
struct Raw {
    publisher: RawPublisher,
    contact: String,
    report_errors: String,
    #[serde(default)]
    site_url: Option<String>,
}

#[derive(Deserialize)]
struct RawPublisher {
    name: String,
    kind: String,
}

impl Publisher {
    /// Before `site.json` has been read.
    pub fn nobody() -> Publisher {
        Publisher { name: String::new(), kind: PublisherKind::Independent, contact: String::new(), report: String::new(), site_url: None }
    }

    /// Reads `site.json`. A site without a named sender is not published.
    pub fn read(text: &str) -> Result<Publisher, Issue> {
        let fail = |what| Issue { file: None, path: "site.json".into(), what };
        let raw: Raw = serde_json::from_str(text).map_err(|e| fail(What::WrongShape { message: e.to_string() }))?;
        let kind = match raw.publisher.kind.as_str() {
            "independent" => PublisherKind::Independent,
            "public_body" => PublisherKind::PublicBody,
            other => return Err(fail(What::UnknownWord { word: other.to_owned() })),
        };
        for (field, value) in [("publisher.name", &raw.publisher.name), ("contact", &raw.contact), ("report_errors", &raw.report_errors)] {
            if value.trim().is_empty() {
                return Err(fail(What::MissingList { key: field.to_owned() }));
            }
        }
        let site_url = raw.site_url.filter(|url| !url.is_empty()).map(|url| if url.ends_with('/') { url } else { format!("{url}/") });
        Ok(Publisher { name: raw.publisher.name, kind, contact: raw.contact, report: raw.report_errors, site_url })
    }
}
