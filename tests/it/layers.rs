//! Arrows that must never exist: reads `src/` and fails on them. The reason stands beside each rule.
//!
//! Comments and test modules do not count. See ARCHITECTURE.md for the layers themselves, whose code map is checked here too.

use crate::record::{nothing, repository};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Crates and where alone they may be used.
const CRATES: [(&[&str], &[&str], &str); 6] = [
    (
        &["leptos", "web_sys", "js_sys", "gloo_storage", "gloo", "wasm_bindgen", "wasm_bindgen_futures", "futures_util"],
        &["web", "bin/pages"],
        "what draws and decides is tested natively; only the rim touches the browser",
    ),
    (&["plotters", "plotters_backend"], &["chart"], "a picture is a scene of plain shapes; nobody else sees what laid it out"),
    (
        &["serde", "serde_json", "schemars"],
        &["dataset", "notes", "site"],
        "stored forms are a boundary of their own; what is shown never depends on how a file is spelled",
    ),
    (&["miniz_oxide", "base64"], &["notes"], "what comes out of a link is bounded in one place"),
    (&["tiny_skia", "ttf_parser", "notosans"], &["site"], "pixels are made where the site is built, and nowhere else"),
    (&["qrcodegen"], &["page"], "a code is drawn as everything else is: by the one writer"),
];

/// From module, to module, reason.
const ARROWS: [(&str, &[&str], &str); 10] = [
    ("model", &["chart", "dataset", "i18n", "markup", "notes", "page", "query", "site", "url", "web"], "the vocabulary stands on nothing"),
    (
        "markup",
        &["chart", "dataset", "i18n", "model", "notes", "page", "query", "site", "url", "web"],
        "the one writer knows elements, not what they say",
    ),
    ("dataset", &["query", "notes", "page", "chart", "url", "site", "web"], "reading files asks no questions and knows no reader"),
    (
        "query",
        &["dataset", "notes", "page", "chart", "url", "site", "web", "i18n"],
        "questions are asked of the catalogue, whatever it was read from",
    ),
    ("notes", &["dataset", "query", "page", "chart", "url", "site", "web"], "a reader's text must survive whatever happens to the data"),
    (
        "chart",
        &["notes", "url", "dataset", "query", "page", "site", "web"],
        "a picture is made from its series alone, so that it comes out equal everywhere",
    ),
    (
        "url",
        &["dataset", "notes", "page", "chart", "query", "site", "web", "i18n", "markup"],
        "an address means the same before and after data has loaded",
    ),
    ("i18n", &["page", "chart", "notes", "query", "site", "url", "web"], "sentences get values, never the things that hold them"),
    ("site", &["web"], "the site is built where there is no browser"),
    ("page", &["site", "web"], "a page is written once and knows neither files nor the browser"),
];

/// Parts of the rim that keep to values in, callbacks out, and what they must not know.
const COMPONENTS_NOT: [&str; 4] = ["crate::url", "web::address", "use_context", "expect_context"];

/// Components that are handed the application's whole state instead of values and callbacks.
/// Not to grow: a new component gets what it shows and says what happened.
const WITH_STATE: [&str; 1] = ["web/components"];

/// Of the rim, the modules that only the second WebAssembly module holds; the application asks them through `web/pages`.
const SECOND_MODULE: [&str; 3] = ["web/press", "web/load", "web/archive"];

/// What the application must not know, so that a first visit does not fetch it.
const SECOND_ONLY: [&str; 6] = ["page::build", "page::place", "notes::link", "dataset", "query", "chart"];

/// Words, the one place where they may stand, and why.
const WORDS: [(&[&str], &[&str], &str); 4] = [
    (
        &[
            "gloo_storage",
            "Storage",
            "local_storage",
            "session_storage",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "indexed_db",
            "IdbFactory",
        ],
        &["web/shelf", "web/shelf/database"],
        "storage that is blocked, full, shared or damaged is met in one place",
    ),
    (
        &["js_sys::Date", "Math::random", "performance", "Performance", "crypto", "Crypto", "SystemTime", "Instant", "getrandom"],
        &["web/clock"],
        "times and chance are handed in, so that everything else gives the same answer twice",
    ),
    (
        &["inner_html", "set_inner_html", "set_outer_html", "insert_adjacent_html", "document_write", "write_1"],
        &["web/app"],
        "only what the one escaping writer wrote may become a part of the document",
    ),
    (&["HashMap", "HashSet", "RandomState"], &[], "their order differs from run to run, and builds repeat"),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 10] = ["util", "utils", "helper", "helpers", "common", "types", "manager", "managers", "misc", "shared"];

/// A module of the program.
struct Module {
    /// `page/goal`; `lib` and `main` for the two roots.
    name: String,
    /// Without comments and test modules, texts included.
    code: String,
    /// As `code`, but texts are empty.
    bare: String,
    /// As it stands in the file.
    raw: String,
}

impl Module {
    /// The part of the program that it belongs to: `page` of `page/goal`.
    fn part(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

fn modules() -> Vec<Module> {
    let source = repository().join("src");
    let mut files = Vec::new();
    collect(&source, &mut files);
    files.sort();
    let modules: Vec<Module> = files.iter().map(|path| read(&source, path)).collect();
    assert!(modules.len() > 60, "only {} modules were found", modules.len());
    modules
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

fn read(source: &Path, path: &Path) -> Module {
    let raw = std::fs::read_to_string(path).unwrap();
    let name = path.strip_prefix(source).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
    // A module of tests stands last in its file.
    let shown = raw.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let (code, bare) = without_comments(shown);
    Module { name, code, bare, raw }
}

/// The code without comments; and without what stands in texts, too.
fn without_comments(source: &str) -> (String, String) {
    let (mut code, mut bare) = (String::new(), String::new());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let (length, is_text) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), None)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), None)
        } else if first == '"' {
            (text_length(rest), Some(true))
        } else if let Some(hashes) = raw_text(rest, code.chars().last()) {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = hashes + 2;
            (rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len()), Some(true))
        } else if rest.starts_with("'\\") || (first == '\'' && rest.chars().nth(2) == Some('\'')) {
            let body: String = rest.chars().skip(2).collect();
            (rest.len() - body.len() + body.find('\'').map_or(body.len(), |at| at + 1), Some(true))
        } else {
            (first.len_utf8(), Some(false))
        };
        let (taken, left) = rest.split_at(length);
        match is_text {
            None => {}
            Some(true) => {
                code.push_str(taken);
                bare.push_str("\"\"");
            }
            Some(false) => {
                code.push_str(taken);
                bare.push_str(taken);
            }
        }
        rest = left;
    }
    (code, bare)
}

/// The length of a text in quotes, with both.
fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Whether a raw text (`r"…"`, `r#"…"#`) starts here, and with how many hashes.
fn raw_text(rest: &str, before: Option<char>) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a word or path stands in code, not as a part of a longer word.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word))
}

/// The names that follow a path in code: `x` of `crate::x::y`, and both of `crate::{x, y::z}`.
fn names_after(code: &str, path: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(path).filter(|(at, _)| !code[..*at].ends_with(|c: char| is_word(c) || c == ':')) {
        let rest = code[at + path.len()..].trim_start();
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(rest.chars().take_while(|c| is_word(*c)).collect());
            continue;
        };
        let mut depth = 0;
        let mut name = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => drop(names.insert(std::mem::take(&mut name))),
                c if depth == 0 && !c.is_whitespace() => name.push(c),
                _ => {}
            }
        }
        names.insert(name);
    }
    names.into_iter().map(|name| name.split("::").next().unwrap_or_default().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The parts of the program that a module names, from the root of the crate or upwards from itself.
fn parts_named(module: &Module) -> BTreeSet<String> {
    let up = "super::".repeat(module.name.split('/').count());
    let mut names = names_after(&module.bare, "crate::");
    names.extend(names_after(&module.bare, "malkarta::"));
    names.extend(names_after(&module.bare, &up));
    names
}

/// What the compiler takes for used because it is public, or because a macro makes it: functions and messages.
#[test]
fn every_function_is_called_by_the_program() {
    let modules = modules();
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for word in modules.iter().flat_map(|module| module.bare.split(|c: char| !is_of_word(c))) {
        *times.entry(word).or_default() += 1;
    }
    let mut made = 0;
    let mut findings = Vec::new();
    for module in &modules {
        for line in module.bare.lines().map(str::trim_start) {
            let message = module.part() == "i18n" && line.contains(") { sv:");
            let function = line.starts_with("pub").then(|| line.split_once("fn ")).flatten();
            let Some(name) = function.map(|(_, rest)| rest).or(message.then_some(line)) else { continue };
            let name = name.split(|c: char| !is_of_word(c)).next().unwrap_or_default();
            made += 1;
            if times.get(name) == Some(&1) {
                findings.push(format!("{}: {name}", module.name));
            }
        }
    }
    assert!(made > 1000, "only {made} functions were found");
    nothing(&findings, "function that the program never calls");
}

#[test]
fn crates_are_used_where_they_belong() {
    let mut findings = Vec::new();
    for module in modules() {
        for (crates, parts, reason) in CRATES {
            let used = crates
                .iter()
                .filter(|name| !parts.contains(&module.part()) && !parts.contains(&module.name.as_str()) && has_word(&module.bare, name));
            findings.extend(used.map(|name| format!("{} uses {name}: {reason}", module.name)));
        }
    }
    nothing(&findings, "crate in the wrong part");
}

#[test]
fn the_application_does_not_know_what_the_second_module_brings() {
    let mut findings = Vec::new();
    for module in modules().into_iter().filter(|module| module.part() == "web" && !SECOND_MODULE.contains(&module.name.as_str())) {
        let parts = parts_named(&module);
        let known = SECOND_ONLY.iter().filter(|name| parts.contains(**name) || (name.contains("::") && module.bare.contains(**name)));
        findings.extend(known.map(|name| format!("{} knows {name}", module.name)));
    }
    nothing(&findings, "thing that would make a first visit wait");
}

#[test]
fn what_touches_the_browser_is_built_for_the_browser_only() {
    let cargo = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let mut findings = Vec::new();
    let mut section = "";
    for line in cargo.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let name = line.split([' ', '=', '.']).next().unwrap_or_default().replace('-', "_");
        let is_web = CRATES[0].0.contains(&name.as_str())
            || name.starts_with("gloo")
            || name.starts_with("leptos")
            || name.starts_with("wasm_bindgen");
        if is_web && section.contains("dependencies") && !section.contains("cfg(target_arch = \"wasm32\")") {
            findings.push(format!("{section} {line}"));
        }
    }
    nothing(&findings, "browser crate that a native test would build");
}

#[test]
fn arrows_that_must_never_exist_do_not() {
    let mut findings = Vec::new();
    for module in modules() {
        let named = parts_named(&module);
        for (from, to, reason) in ARROWS.iter().filter(|(from, _, _)| *from == module.part()) {
            findings.extend(
                to.iter().filter(|to| named.contains(**to)).map(|to| format!("{} → {to} ({from} must not): {reason}", module.name)),
            );
        }
    }
    nothing(&findings, "forbidden arrow");
}

#[test]
fn components_get_values_and_give_events() {
    let mut findings = Vec::new();
    for module in modules().iter().filter(|module| module.name.starts_with("web/components")) {
        let named = COMPONENTS_NOT.iter().filter(|word| has_word(&module.bare, word));
        findings.extend(named.map(|word| format!("{} knows {word}", module.name)));
        let up = parts_named(module);
        findings.extend(up.contains("url").then(|| format!("{} knows url", module.name)));
        let with_state = has_word(&module.bare, "State");
        if with_state != WITH_STATE.contains(&module.name.as_str()) {
            findings.push(format!("{}: handed the whole state: {with_state}, but the list says otherwise", module.name));
        }
    }
    nothing(&findings, "component that knows too much");
}

#[test]
fn storage_time_chance_and_inner_html_are_touched_in_one_place_each() {
    let mut findings = Vec::new();
    for module in modules() {
        for (words, places, reason) in WORDS {
            if places.contains(&module.name.as_str()) {
                continue;
            }
            findings
                .extend(words.iter().filter(|word| has_word(&module.code, word)).map(|word| format!("{}: {word}: {reason}", module.name)));
        }
        let of_js_sys = names_after(&module.bare, "js_sys::");
        if module.name != "web/clock" && (of_js_sys.contains("Date") || of_js_sys.contains("Math")) {
            findings.push(format!("{}: takes time or chance from js_sys", module.name));
        }
        // Inner HTML is the text of a `Markup`, which only the writer can make.
        for line in module.code.lines().filter(|line| line.contains("inner_html")) {
            if !line.contains(".get().into_string()") && !line.contains("Markup::taken_back(") {
                findings.push(format!("{}: inner HTML that is no markup: {}", module.name, line.trim()));
            }
        }
    }
    nothing(&findings, "thing in the wrong place");
}

#[test]
fn modules_are_named_after_what_they_are_and_say_what_they_know() {
    let mut findings = Vec::new();
    for module in modules() {
        let name = module.name.rsplit('/').next().unwrap_or_default();
        if EMPTY_NAMES.contains(&name) {
            findings.push(format!("{}: a name that says nothing", module.name));
        }
        if !module.raw.starts_with("//! ") {
            findings.push(format!("{}: its head does not say what it is", module.name));
        }
        if module.bare.lines().any(|line| line.trim_start().starts_with("pub use ") && line.contains("::*")) {
            findings.push(format!("{}: gives on everything of another module", module.name));
        }
    }
    nothing(&findings, "module without a name or a head");
}

#[test]
fn the_code_map_names_exactly_the_modules_that_exist() {
    let text = std::fs::read_to_string(repository().join("ARCHITECTURE.md")).unwrap();
    let map = text
        .split("## Code map")
        .nth(1)
        .and_then(|rest| rest.split("```").nth(1))
        .expect("ARCHITECTURE.md has a code map in a fenced block");
    // A line that starts with a module tells what it is; the indented lines below name what is inside it.
    let mut named = BTreeSet::new();
    let mut outer = "";
    for line in map.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        if line.starts_with(' ') {
            named.extend(line.split_whitespace().map(|inner| format!("{outer}/{inner}")));
        } else {
            outer = line.split_whitespace().next().unwrap_or_default();
            named.insert(outer.to_owned());
        }
    }
    let exist: BTreeSet<String> = modules().into_iter().map(|module| module.name).collect();
    let mut findings: Vec<String> = exist.difference(&named).map(|name| format!("src/{name}.rs is not in the map")).collect();
    findings.extend(named.difference(&exist).map(|name| format!("the map names {name}, which does not exist")));
    nothing(&findings, "difference between the code map and src/");
}

#[test]
fn the_reader_of_code_sees_code() {
    let (code, bare) =
        without_comments("use a; // crate::x\nlet s = \"crate::y \\\" //\"; /* z */ let r = r#\"q\"#; let c = '\"'; fn f<'a>() {}");
    assert_eq!(code, "use a; \nlet s = \"crate::y \\\" //\";  let r = r#\"q\"#; let c = '\"'; fn f<'a>() {}");
    assert_eq!(bare, "use a; \nlet s = \"\";  let r = \"\"; let c = \"\"; fn f<'a>() {}");
    let names: Vec<String> =
        names_after("use crate::{i18n, page::{a, b}, url}; crate::model::Id; my_crate::no", "crate::").into_iter().collect();
    assert_eq!(names, ["i18n", "model", "page", "url"]);
    assert!(has_word("a Storage b", "Storage") && !has_word("a StorageEvent b", "Storage"));
}
