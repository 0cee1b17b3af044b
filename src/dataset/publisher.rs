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
    /// The fields whose address reaches nobody, with it: its host is reserved for examples and tests (RFC 2606, RFC 6761).
    pub fn example_addresses(&self) -> Vec<(&'static str, &str)> {
        let fields = [("contact", Some(&self.contact)), ("report_errors", Some(&self.report)), ("site_url", self.site_url.as_ref())];
        fields
            .into_iter()
            .filter_map(|(field, address)| Some((field, address?.as_str())))
            .filter(|(_, address)| reaches_nobody(address))
            .collect()
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

/// Does the address, a `mailto:` or one of a page, lead to a host that can never exist?
fn reaches_nobody(address: &str) -> bool {
    let after_scheme = address.split_once(':').map_or(address, |(_, rest)| rest).trim_start_matches('/');
    let before_path = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let after_name = before_path.rsplit_once('@').map_or(before_path, |(_, host)| host);
    let host = after_name.split(':').next().unwrap_or_default().to_ascii_lowercase();
    ["example.org", "example.com", "example.net", "example", "invalid", "test", "localhost"]
        .iter()
        .any(|reserved| host.strip_suffix(reserved).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}
