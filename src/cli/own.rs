//! `collegium new`: a project folder with a scenario, people and a map to change.

use super::{Failure, args};
use anyhow::Context as _;
use collegium_core::files;
use std::{io::Write as _, path::Path, process::ExitCode};

/// What a project is begun with, by the names of files or folders; the art of the tiles is there
/// for the Tiled editor.
const PARTS: [&str; 3] = ["scenarios", "maps", "assets/tiles"];

/// Settings of language models, to be copied to `collegium.toml`.
const SETTINGS: &str = include_str!("../../collegium.example.toml");

/// Makes a project folder.
///
/// # Errors
/// When something is there already, or the folder cannot be written.
pub fn new(options: &args::New) -> Result<ExitCode, Failure> {
    let folder = &options.folder;
    let empty = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(error).with_context(|| folder.display().to_string()),
    };
    anyhow::ensure!(
        empty,
        "{}: something is there already; expected the name of a new or empty folder",
        folder.display()
    );
    for name in PARTS.iter().flat_map(|part| files::all_built_in(part)) {
        write(&folder.join(&name), files::built_in(&name))?;
    }
    write(&folder.join("collegium.example.toml"), SETTINGS.as_bytes())?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "made {0}\n  \
         scenarios/first-week.toml  who, where and when; beside it the people and the term\n  \
         maps/larkmoor.tmx          the map, for the Tiled editor; its tiles are in assets/tiles/\n  \
         collegium.example.toml     language models: copy it to collegium.toml\n\
         next: cd {0} && collegium",
        folder.display()
    )?;
    Ok(ExitCode::SUCCESS)
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let made = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(file, bytes))
        .with_context(|| file.display().to_string())
}
