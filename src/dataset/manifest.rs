//! The manifest: which datasets there are, which files they have and the digest of each.

use super::Issue;
use super::object::{Object, Reader};
use crate::model::{Edition, Text};
use sha2::{Digest, Sha256};

/// The files of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileName {
    Sources,
    Goals,
    Budget,
    Decisions,
    FollowUp,
    Rights,
    Terms,
    Contradictions,
}

impl FileName {
    pub const ALL: [FileName; 8] = [
        FileName::Sources,
        FileName::Goals,
        FileName::Budget,
        FileName::Decisions,
        FileName::FollowUp,
        FileName::Rights,
        FileName::Terms,
        FileName::Contradictions,
    ];

    /// The name without `.json`.
    pub fn stem(self) -> &'static str {
        match self {
            FileName::Sources => "sources",
            FileName::Goals => "goals",
            FileName::Budget => "budget",
            FileName::Decisions => "decisions",
            FileName::FollowUp => "followup",
            FileName::Rights => "rights",
            FileName::Terms => "terms",
            FileName::Contradictions => "contradictions",
        }
    }

    pub fn from_stem(stem: &str) -> Option<FileName> {
        FileName::ALL.into_iter().find(|name| name.stem() == stem)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub datasets: Vec<Dataset>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    pub id: String,
    pub title: Text,
    pub municipality_code: String,
    pub edition: Edition,
    /// Such as `2025.1`.
    pub version: String,
    pub licence: String,
    pub files: Vec<FileEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEntry {
    pub name: FileName,
    /// Relative to the manifest.
    pub path: String,
    pub bytes: usize,
    /// Hexadecimal.
    pub sha256: String,
}

impl Dataset {
    pub fn file(&self, name: FileName) -> Option<&FileEntry> {
        self.files.iter().find(|file| file.name == name)
    }
}

pub(super) fn manifest(o: &mut Object) -> Option<Manifest> {
    o.shape("manifest", "Which datasets there are and which files they have; `site manifest` writes the list of files.");
    o.format_is_known().then(|| Manifest { datasets: o.parts("datasets", dataset) })
}

fn dataset(o: &mut Object) -> Dataset {
    o.shape("dataset", "The record of one board and one year.");
    Dataset {
        id: o.text("id"),
        title: o.both("title"),
        municipality_code: o.doc("As Statistics Sweden numbers municipalities: `1280`.").text("municipality_code"),
        edition: edition(o),
        version: o.doc("Such as `2025.1`.").text("version"),
        licence: o.text("licence"),
        files: o.parts("files", file_entry).into_iter().flatten().collect(),
    }
}

fn edition(o: &mut Object) -> Edition {
    Edition {
        municipality: o.doc("The municipality as an organisation, as it writes itself: `Malmö stad`.").filled("municipality"),
        place: o.doc("The place: `Malmö`.").filled("place"),
        body: o.doc("The board, in Swedish in its definite form: `Kommunstyrelsen`.").both("body"),
        department: o.doc("The department that works for the board, in its definite form: `Stadskontoret`.").both("department"),
        year: o.number("year"),
        is_over: o.doc("Whether the year is over.").maybe_yes("year_is_over"),
    }
}

/// Nothing for a file that this version does not know.
fn file_entry(o: &mut Object) -> Option<FileEntry> {
    o.shape("file", "A file of a dataset.");
    let name = FileName::from_stem(&o.doc("The name without `.json`.").text("name"));
    let (path, bytes) = (o.doc("Relative to the manifest.").text("path"), o.number("bytes") as usize);
    let sha256 = o.doc("SHA-256 of the file, hexadecimal.").text("sha256");
    name.map(|name| FileEntry { name, path, bytes, sha256 })
}

impl Manifest {
    /// Reads a manifest. A file name that this version does not know is left out.
    pub fn read(text: &str) -> Result<Manifest, Issue> {
        let mut reader = Reader::new(None);
        let mut read = None;
        if let Some(mut root) = reader.root(text.as_bytes()) {
            read = manifest(&mut root);
            root.leave();
        }
        match reader.first_cost() {
            Some(issue) => Err(issue),
            None => Ok(read.unwrap_or(Manifest { datasets: Vec::new() })),
        }
    }

    /// The dataset of the latest year.
    pub fn newest(&self) -> Option<&Dataset> {
        self.datasets.iter().max_by_key(|dataset| dataset.edition.year)
    }
}

/// The SHA-256 of some bytes, hexadecimal in lower case.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
