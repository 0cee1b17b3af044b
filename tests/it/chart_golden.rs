//! Drawings kept as files: `UPDATE_GOLDEN=1 cargo test` rewrites them, and the difference is reviewed.

use malkarta::chart::scene::Scene;
use malkarta::chart::svg::node;
use std::path::PathBuf;

/// Compares the SVG of a scene with `tests/golden/chart/<name>.svg`, one element a line.
pub fn see_golden(name: &str, scene: &Scene) {
    let written = node(scene).to_markup().into_string().replace("><", ">\n<") + "\n";
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "golden", "chart", &format!("{name}.svg")].iter().collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &written).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let line =
        kept.lines().zip(written.lines()).position(|(a, b)| a != b).unwrap_or_else(|| kept.lines().count().min(written.lines().count()));
    assert!(
        kept == written,
        "{} differs from line {}:\n  kept    {:?}\n  drawn   {:?}\nUPDATE_GOLDEN=1 cargo test rewrites it.",
        path.display(),
        line + 1,
        kept.lines().nth(line),
        written.lines().nth(line)
    );
}
