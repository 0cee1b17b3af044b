//! The site writer's command line (native only; the browser tests build every binary, so the body is gated).
//!
//! `site build FOLDER` finishes a staged build, `site check-sizes FOLDER` asserts the size budget,
//! `site manifest` writes the digests of the data files, `site schema` their JSON Schemas;
//! `site check-data [--en] PATH` checks a folder of data files, or one of them, and fails where something is lost to readers.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its user here and nowhere else")]
fn main() -> std::process::ExitCode {
    use malkarta::model::Language;
    use malkarta::site;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        // Trunk names the folder it stages in; by hand it is given.
        ["build"] => match std::env::var_os("TRUNK_STAGING_DIR") {
            Some(folder) => site::build(&PathBuf::from(folder)).map(|remarks| tell(&remarks)),
            None => Err(site::Refusal::Rule("site build needs a folder, or Trunk's TRUNK_STAGING_DIR".into())),
        },
        ["build", folder] => site::build(Path::new(folder)).map(|remarks| tell(&remarks)),
        ["check-sizes", folder] => site::sizes::check(Path::new(folder)).map(|measured| {
            for (what, bytes, most) in measured.lines {
                println!("{what}: {bytes} of {most} bytes");
            }
        }),
        ["manifest"] => site::update_manifest(Path::new("public/data")),
        ["schema"] => site::write_schemas(Path::new("public/schema")),
        ["check-data", path] => return check_data(path, Language::Sv),
        ["check-data", "--en", path] | ["check-data", path, "--en"] => return check_data(path, Language::En),
        _ => {
            Err(site::Refusal::Rule("usage: site build [FOLDER] | check-sizes FOLDER | manifest | schema | check-data [--en] PATH".into()))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::print_stderr, reason = "a command line tool speaks to its user here and nowhere else")]
fn tell(remarks: &[String]) {
    for remark in remarks {
        eprintln!("warning: {remark}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its user here and nowhere else")]
fn check_data(path: &str, language: malkarta::model::Language) -> std::process::ExitCode {
    match malkarta::site::check_data::check(std::path::Path::new(path), language) {
        Ok(findings) => {
            print!("{}", findings.text);
            if findings.faults == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
        }
        Err(refusal) => {
            eprintln!("{refusal}");
            std::process::ExitCode::FAILURE
        }
    }
}
