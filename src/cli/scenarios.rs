//! Scenarios as the command line names them.

use collegium_core::{files, input::did_you_mean, text::harmless};
use std::path::PathBuf;

/// The file of a scenario given by name or path: in the project, or carried.
///
/// # Errors
/// When there is none, naming those that are there.
pub fn scenario_file(name: &str) -> Result<PathBuf, anyhow::Error> {
    let path = PathBuf::from(name);
    if path.extension().is_some() || path.is_file() {
        let file = files::resolve(&path);
        // What is there and no file is refused by whoever reads it.
        if files::is_file(&file) || file.exists() {
            return Ok(file);
        }
    } else if let Some(file) = files::find(&format!("scenarios/{name}.toml")) {
        return Ok(file);
    }
    let names = scenarios();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let near = did_you_mean(&stem, names.iter().map(String::as_str));
    anyhow::bail!(
        "--scenario “{name}”: there is no such scenario; expected a file, or one of {}{near}",
        names.join(", ")
    )
}

/// The names of the scenarios in the project and of those that are carried, each in one line.
pub fn scenarios() -> Vec<String> {
    files::list(&files::carried("scenarios"))
        .into_iter()
        .flatten()
        .filter(|file| file.extension().is_some_and(|e| e == "toml"))
        .filter_map(|file| Some(harmless(&file.file_stem()?.to_string_lossy()).into_owned()))
        .collect()
}
