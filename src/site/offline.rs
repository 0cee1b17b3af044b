//! The service worker with its list of files, and `version.json`.

use super::assets::Assets;
use super::{Refusal, read, write};
use crate::dataset::sha256_hex;
use std::path::Path;

/// Writes `sw.js` and `version.json`. The list holds code, style, data and the shell; a page's own HTML is
/// not in it: without a network every known address is answered with the shell. The page that rescues notes is kept as it
/// stands, since it must work where the application does not.
pub fn write_worker(staged: &Path, assets: &Assets, pages: &[String], data_version: &str) -> Result<(), Refusal> {
    let mut paths = vec!["shell.html".to_owned(), assets.boot.clone(), assets.script.clone(), assets.wasm.clone(), assets.style.clone()];
    paths.push(assets.rescue.clone());
    paths.extend(crate::model::Language::ALL.map(|language| format!("{}index.html", crate::url::rescue_path(language))));
    paths.extend([assets.pages.clone(), assets.pages_wasm.clone()]);
    paths.extend([assets.manifest.clone(), assets.site.clone()]);
    paths.extend(assets.data.clone());
    paths.extend(assets.plain.clone());
    let mut files = serde_json::Map::new();
    for path in paths {
        let digest = sha256_hex(&read(&staged.join(&path))?);
        files.insert(path, digest.into());
    }
    let files = serde_json::Value::Object(files).to_string();
    let build = &assets.build;
    let digest: String = sha256_hex(format!("{files}{}", pages.join("\n")).as_bytes()).chars().take(12).collect();
    let pages = serde_json::Value::from(pages.to_vec()).to_string();
    let worker = include_str!("sw.js")
        .replace("__BUILD__", build)
        .replace("__DIGEST__", &digest)
        .replace("\"__FILES__\"", &files)
        .replace("\"__PAGES__\"", &pages);
    write(&staged.join("sw.js"), worker)?;
    let version = serde_json::json!({ "application": "malkarta", "build": build, "data": data_version });
    write(&staged.join("version.json"), version.to_string() + "\n")
}
