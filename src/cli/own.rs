//! `collegium new`: a project folder with a scenario, people and a map to change.

use super::{Failure, args, out::out};
use anyhow::Context as _;
use collegium_core::{files, text::Shown as _};
use std::{io::Write as _, path::Path, process::ExitCode};
use training::files::Whole;

/// What a project is begun with, by the names of files or folders; the art of the tiles is there
/// for the Tiled editor.
const PARTS: [&str; 3] = ["scenarios", "maps", "assets/tiles"];

/// What the project's files are, and what to do with them.
const README: &str = include_str!("own/README.md");

/// Settings of language models, to be copied to `collegium.toml`.
const SETTINGS: &str = include_str!("../../collegium.example.toml");

/// Makes a project folder.
///
/// # Errors
/// When something is there already, or the folder cannot be written.
pub fn new(options: &args::NewArgs) -> Result<ExitCode, Failure> {
    let folder = &options.folder;
    let empty = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(error).with_context(|| folder.shown()),
    };
    anyhow::ensure!(
        empty,
        "{}: something is there already; expected the name of a new or empty folder",
        folder.shown()
    );
    for name in PARTS.iter().flat_map(|part| files::all_built_in(part)) {
        write(&folder.join(&name), files::built_in(&name))?;
    }
    write(&folder.join("collegium.example.toml"), SETTINGS.as_bytes())?;
    write(&folder.join("README.md"), README.as_bytes())?;
    let mut out = out();
    writeln!(
        out,
        "made {0}\n  \
         README.md                  what each file is, and what to try\n  \
         scenarios/first-week.toml  who, where and when; beside it the people and the term\n  \
         maps/larkmoor.tmx          the map, for the Tiled editor; its tiles are in assets/tiles/\n  \
         collegium.example.toml     language models: copy it to collegium.toml\n\
         next: cd {0} && collegium",
        folder.shown()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file whole, where nothing is.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.shown())?;
    }
    let mut whole = Whole::create(file)?;
    whole.write_all(bytes).with_context(|| file.shown())?;
    Ok(whole.finish_new()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("maps/own.tmx");
        write(&file, b"one").unwrap();
        let error = write(&file, b"two").unwrap_err().to_string();
        assert!(error.contains("own.tmx"), "{error}");
        assert_eq!(std::fs::read(&file).unwrap(), b"one");
        let beside = std::fs::read_dir(folder.path().join("maps")).unwrap();
        assert_eq!(beside.count(), 1, "something was left behind");
    }
}
