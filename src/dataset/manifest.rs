//! The manifest: which datasets there are, which files they have and the digest of each.

use super::{Issue, What};
use crate::model::Text;
use serde::Deserialize;
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
    pub body: Text,
    pub year: u32,
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

#[derive(Deserialize)]
struct RawManifest {
    format: u32,
    datasets: Vec<RawDataset>,
}

#[derive(Deserialize)]
struct RawDataset {
    id: String,
    title: super::raw::Text,
    municipality_code: String,
    body: super::raw::Text,
    year: u32,
    version: String,
    licence: String,
    files: Vec<RawFile>,
}

#[derive(Deserialize)]
struct RawFile {
    name: String,
    path: String,
    bytes: usize,
    sha256: String,
}

impl Manifest {
    /// Reads a manifest. A file name that this version does not know is left out.
    pub fn read(text: &str) -> Result<Manifest, Issue> {
        let fail = |what| Issue { file: None, path: String::new(), what };
        let raw: RawManifest = serde_json::from_str(text).map_err(|e| {
            fail(if e.is_data() {
                What::WrongShape { message: e.to_string() }
            } else {
                What::NotJson { line: e.line(), column: e.column() }
            })
        })?;
        if raw.format > super::FORMAT {
            return Err(fail(What::FutureFormat { found: raw.format.into(), known: super::FORMAT }));
        }
        let text = |t: super::raw::Text| Text { sv: t.sv, en: t.en };
        let datasets = raw
            .datasets
            .into_iter()
            .map(|d| Dataset {
                id: d.id,
                title: text(d.title),
                municipality_code: d.municipality_code,
                body: text(d.body),
                year: d.year,
                version: d.version,
                licence: d.licence,
                files: d
                    .files
                    .into_iter()
                    .filter_map(|f| Some(FileEntry { name: FileName::from_stem(&f.name)?, path: f.path, bytes: f.bytes, sha256: f.sha256 }))
                    .collect(),
            })
            .collect();
        Ok(Manifest { datasets })
    }

    /// The dataset of the latest year.
    pub fn newest(&self) -> Option<&Dataset> {
        self.datasets.iter().max_by_key(|dataset| dataset.year)
    }
}

/// The SHA-256 of some bytes, hexadecimal in lower case.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
