//! The site writer's command line (native only; the browser tests build every binary, so the body is gated).
//!
//! `site build FOLDER` finishes a staged build, `site check-sizes FOLDER` asserts the size budget,
//! `site manifest` writes the digests of the data files, `site schema` their JSON Schemas, `site check-data FOLDER` checks a dataset.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its user here and nowhere else")]
fn main() -> std::process::ExitCode {
    use malkarta::site;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        // Trunk names the folder it stages in; by hand it is given.
        ["build"] => match std::env::var_os("TRUNK_STAGING_DIR") {
            Some(folder) => site::build(&PathBuf::from(folder)),
            None => Err(site::Refusal::Rule("site build needs a folder, or Trunk's TRUNK_STAGING_DIR".into())),
        },
        ["build", folder] => site::build(Path::new(folder)),
        ["check-sizes", folder] => site::sizes::check(Path::new(folder)).map(|measured| {
            for (what, bytes, most) in measured.lines {
                println!("{what}: {bytes} of {most} bytes");
            }
        }),
        ["manifest"] => site::update_manifest(Path::new("public/data")),
        ["schema"] => site::write_schemas(Path::new("public/schema")),
        ["check-data", folder] => site::load(Path::new(folder)).and_then(|loaded| {
            if loaded.issues.is_empty() {
                println!("no issues");
                Ok(())
            } else {
                Err(site::Refusal::Data(loaded.issues))
            }
        }),
        _ => Err(site::Refusal::Rule("usage: site build [FOLDER] | check-sizes FOLDER | manifest | schema | check-data FOLDER".into())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::FAILURE
        }
    }
}
