//! The files of the running application, each under a name with its digest, so that a page of one
//! build can never load a file of another.

use super::{Refusal, read, read_text, write};
use crate::dataset::{Manifest, sha256_hex};
use std::fs;
use std::path::Path;

/// Paths from the root of the site.
pub struct Assets {
    pub boot: String,
    /// The script of the page that shows notes without the application.
    pub rescue: String,
    pub script: String,
    pub wasm: String,
    /// The second module, which writes pages.
    pub pages: String,
    pub pages_wasm: String,
    pub style: String,
    pub manifest: String,
    pub site: String,
    /// Icons, the web manifest and whatever else is wanted offline under its own name.
    pub plain: Vec<String>,
    /// Data files under their digest names.
    pub data: Vec<String>,
    /// Names the code, style and data of this build together.
    pub build: String,
    /// Such as `2025.1`.
    pub data_version: String,
    pub edition: crate::model::Edition,
    pub site_url: Option<String>,
}

/// Renames the staged files and finds what Trunk made.
pub fn prepare(staged: &Path) -> Result<Assets, Refusal> {
    let (script, wasm) = made_by_trunk(staged)?;
    let manifest_path = staged.join("data/manifest.json");
    let mut manifest = read_text(&manifest_path)?;
    let parsed = Manifest::read(&manifest).map_err(|issue| Refusal::Data(vec![issue]))?;
    let mut data = Vec::new();
    for file in parsed.datasets.iter().flat_map(|dataset| &dataset.files) {
        // The plain name stays for people who download; the application asks for the name with the digest.
        let named = with_digest(&file.path, &file.sha256);
        write(&staged.join("data").join(&named), read(&staged.join("data").join(&file.path))?)?;
        manifest = manifest.replace(&format!("\"{}\"", file.path), &format!("\"{named}\""));
        data.push(format!("data/{named}"));
    }
    let manifest_name = with_digest("data/manifest.json", &sha256_hex(manifest.as_bytes()));
    write(&staged.join(&manifest_name), &manifest)?;
    // Written apart, sent as one.
    let mut style = Vec::new();
    for part in ["style/scene.css", "style/site.css"] {
        style.extend(read(&staged.join(part))?);
        fs::remove_file(staged.join(part)).map_err(|e| Refusal::Io(staged.join(part), e))?;
    }
    write(&staged.join("style/site.css"), style)?;
    let renamed = |path: &str| -> Result<String, Refusal> {
        let bytes = read(&staged.join(path))?;
        let name = with_digest(path, &sha256_hex(&bytes));
        fs::rename(staged.join(path), staged.join(&name)).map_err(|e| Refusal::Io(staged.join(path), e))?;
        Ok(name)
    };
    let mut assets = Assets {
        boot: renamed("boot.js")?,
        rescue: renamed("rescue.js")?,
        style: renamed("style/site.css")?,
        site: renamed("site.json")?,
        script,
        wasm,
        pages: renamed("pages.js")?,
        pages_wasm: renamed("pages_bg.wasm")?,
        manifest: manifest_name,
        plain: vec!["app.webmanifest".into(), "icons/icon.svg".into()],
        data,
        build: String::new(),
        data_version: String::new(),
        edition: crate::model::Edition::default(),
        site_url: None,
    };
    let mut names = vec![
        assets.boot.clone(),
        assets.rescue.clone(),
        assets.style.clone(),
        assets.site.clone(),
        assets.script.clone(),
        assets.wasm.clone(),
        assets.pages.clone(),
        assets.pages_wasm.clone(),
    ];
    names.push(assets.manifest.clone());
    names.extend(assets.data.clone());
    assets.build = sha256_hex(names.join("\n").as_bytes()).chars().take(12).collect();
    Ok(assets)
}

/// `style/site.css` and a digest give `style/site.0a1b2c3d.css`.
fn with_digest(path: &str, sha256: &str) -> String {
    let short: String = sha256.chars().take(8).collect();
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{short}.{extension}"),
        None => format!("{path}.{short}"),
    }
}

/// The script and the WebAssembly module that Trunk put into the folder; their names hold a hash.
fn made_by_trunk(staged: &Path) -> Result<(String, String), Refusal> {
    let fail = |e| Refusal::Io(staged.to_owned(), e);
    let mut script = None;
    let mut wasm = None;
    for entry in fs::read_dir(staged).map_err(fail)? {
        let name = entry.map_err(fail)?.file_name().to_string_lossy().into_owned();
        if name.starts_with("malkarta") && name.ends_with(".js") {
            script = Some(name);
        } else if name.starts_with("malkarta") && name.ends_with(".wasm") {
            wasm = Some(name);
        }
    }
    match (script, wasm) {
        (Some(script), Some(wasm)) => Ok((script, wasm)),
        _ => Err(Refusal::Rule("Trunk left no malkarta-*.js and malkarta-*_bg.wasm in the folder".into())),
    }
}
