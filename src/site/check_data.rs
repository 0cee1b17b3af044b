//! Checking data files for whoever prepares them: every fault with its file, line and place, what is wrong and what to do.

use super::{Refusal, read, read_text};
use crate::dataset::check::{self, Links};
use crate::dataset::{self, FileEntry, FileName, Issue, Manifest, What};
use crate::i18n::issue as words;
use crate::model::{Catalogue, Language};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What was found, in words, and whether any of it costs a reader something.
#[derive(Debug)]
pub struct Findings {
    pub text: String,
    pub faults: usize,
    pub remarks: usize,
}

/// Checks a folder with `manifest.json`, a folder with the files of one dataset, or a single file.
pub fn check(path: &Path, language: Language) -> Result<Findings, Refusal> {
    let mut check = Check { language, findings: Findings { text: String::new(), faults: 0, remarks: 0 }, files: 0 };
    let manifest = path.join("manifest.json");
    if manifest.exists() {
        let text = read_text(&manifest)?;
        check.files += 1;
        match Manifest::read(&text) {
            Err(issue) => check.tell(&[issue], &BTreeMap::from([(None, text)])),
            Ok(manifest) => {
                for dataset in &manifest.datasets {
                    check.dataset(dataset.files.iter().map(|file| (file.name, path.join(&file.path), Some(file))).collect());
                }
            }
        }
    } else if path.is_dir() {
        let files: Vec<_> = FileName::ALL.into_iter().map(|name| (name, path.join(format!("{}.json", name.stem())), None)).collect();
        if !files.iter().any(|(_, file, _)| file.exists()) {
            return Err(Refusal::Rule(words::no_data_file(language, &path.display().to_string()).into_owned()));
        }
        check.dataset(files);
    } else {
        let name =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".json")).and_then(FileName::from_stem);
        let name = name.ok_or_else(|| Refusal::Rule(words::no_data_file(language, &path.display().to_string()).into_owned()))?;
        read(path)?;
        check.dataset(vec![(name, path.to_owned(), None)]);
    }
    let Check { mut findings, files, .. } = check;
    findings.text.push_str(&words::summary(language, findings.faults, findings.remarks, files));
    findings.text.push('\n');
    Ok(findings)
}

struct Check {
    language: Language,
    findings: Findings,
    files: usize,
}

/// The text of each file that is one, to find lines in; nothing stands for the manifest.
type Texts = BTreeMap<Option<FileName>, String>;

impl Check {
    /// Files that belong together. One with another digest than the manifest's is checked all the same.
    fn dataset(&mut self, files: Vec<(FileName, PathBuf, Option<&FileEntry>)>) {
        let (mut catalogue, mut issues, mut links) = (Catalogue::default(), Vec::new(), Links::default());
        let (mut loaded, mut texts) = (BTreeSet::new(), Texts::new());
        for (name, path, entry) in files {
            self.files += 1;
            let report = |what| Issue { file: Some(name), path: String::new(), what };
            let Ok(bytes) = read(&path) else {
                issues.push(report(What::Unreachable));
                continue;
            };
            if entry.is_some_and(|entry| entry.sha256 != dataset::sha256_hex(&bytes)) {
                issues.push(report(What::WrongDigest));
            }
            let found = dataset::decode_with_links(name, &bytes, &mut catalogue, &mut links);
            // What points at a file that could not be read at all is not blamed for that.
            if !found.iter().any(|issue| issue.path.is_empty() && issue.what.costs_something()) {
                loaded.insert(name);
            }
            issues.extend(found);
            texts.extend(String::from_utf8(bytes).ok().map(|text| (Some(name), text)));
        }
        issues.extend(check::references(&catalogue, &loaded, &links));
        self.tell(&issues, &texts);
    }

    fn tell(&mut self, issues: &[Issue], texts: &Texts) {
        let line_of = |issue: &Issue| texts.get(&issue.file).filter(|_| !issue.path.is_empty()).map(|text| line(text, &issue.path));
        let mut placed: Vec<_> = issues.iter().map(|issue| (issue.file, line_of(issue), issue)).collect();
        placed.sort_by_key(|(file, line, _)| (*file, *line));
        for (_, line, issue) in placed {
            let severity = if issue.what.costs_something() {
                self.findings.faults += 1;
                words::fault(self.language)
            } else {
                self.findings.remarks += 1;
                words::remark(self.language)
            };
            let line = line.map(|line| words::at_line(self.language, line).into_owned()).unwrap_or_default();
            let (place, sentence) = (words::place(issue), words::sentence(self.language, issue));
            self.findings.text.push_str(&format!("{place}{line}\n  {severity}: {sentence}\n"));
        }
    }
}

/// The line, from 1, in which the value at a path stands, or the nearest thing around it that is there.
fn line(text: &str, path: &str) -> usize {
    let mut here = text.strip_prefix('\u{feff}').unwrap_or(text);
    for step in path.split(['.', '[']) {
        let next = match step.strip_suffix(']').and_then(|index| index.parse::<usize>().ok()) {
            Some(index) => serde_json::from_str::<Vec<&RawValue>>(here).ok().and_then(|items| items.get(index).copied()),
            None => serde_json::from_str::<BTreeMap<String, &RawValue>>(here).ok().and_then(|mut members| members.remove(step)),
        };
        match next {
            Some(next) => here = next.get(),
            None => break,
        }
    }
    // Both are parts of the same text.
    let before = (here.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let start = here.len() - here.trim_start().len();
    text.bytes().take(before + start).filter(|byte| *byte == b'\n').count() + 1
}
