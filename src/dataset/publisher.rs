//! `site.json`: who publishes the site and where errors are reported.

use super::object::{Object, Reader};
use super::{Issue, What};
use crate::model::Text;

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
    /// What the site shows and what it does not, in a few sentences; stands on every page.
    pub scope: Text,
    /// An address of a page or a `mailto:`.
    pub contact: String,
    /// Where errors are reported: an address of a page or a `mailto:`.
    pub report: String,
    /// The absolute address of the site's root, ending in `/`, where it is known.
    pub site_url: Option<String>,
}

pub(super) fn publisher(o: &mut Object) -> Publisher {
    o.shape("site", "Who publishes the site and where errors are reported.");
    let (name, kind) = o.object("publisher", sender);
    Publisher {
        name,
        kind,
        scope: o.doc("What the site shows and what it does not, in a few sentences; stands on every page.").both("scope"),
        contact: o.doc("An address of a page or a `mailto:`.").filled("contact"),
        report: o.doc("Where errors are reported: an address of a page or a `mailto:`.").filled("report_errors"),
        site_url: o
            .doc("The absolute address of the site's root, where it is known.")
            .maybe_text("site_url")
            .filter(|url| !url.is_empty())
            .map(|url| if url.ends_with('/') { url } else { url + "/" }),
    }
}

fn sender(o: &mut Object) -> (String, PublisherKind) {
    o.shape("publisher", "The sender.");
    let name = o.filled("name");
    let kind = o.doc("`independent` is not the municipality: every page says so.").word(
        "kind",
        ("independent", PublisherKind::Independent),
        &[("public_body", PublisherKind::PublicBody)],
    );
    (name, kind)
}

impl Publisher {
    /// Before `site.json` has been read.
    pub fn nobody() -> Publisher {
        Publisher {
            name: String::new(),
            kind: PublisherKind::Independent,
            scope: Text::default(),
            contact: String::new(),
            report: String::new(),
            site_url: None,
        }
    }

    /// Reads `site.json`. A site without a named sender is not published.
    pub fn read(text: &str) -> Result<Publisher, Issue> {
        let mut reader = Reader::new(None);
        let read = reader.root(text.as_bytes()).map(|mut root| {
            let read = publisher(&mut root);
            root.leave();
            read
        });
        match (reader.first_cost(), read) {
            (None, Some(publisher)) => Ok(publisher),
            (issue, _) => {
                let Issue { path, what, .. } = issue.unwrap_or(Issue { file: None, path: String::new(), what: What::Unreachable });
                let path = if path.is_empty() { "site.json".to_owned() } else { format!("site.json, {path}") };
                Err(Issue { file: None, path, what })
            }
        }
    }
}
