//! `collegium new`: a project folder with a scenario, people and a map to change.

use super::{Failure, args, out::out};
use anyhow::Context as _;
use collegium_core::{files, text::Shown as _};
use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};
use training::files::{Whole, folder_new, is_free};

/// What a project is begun with, by the names of files or folders; the art of the tiles is there
/// for the Tiled editor.
const PARTS: [&str; 3] = ["scenarios", "maps", "assets/tiles"];

/// What the project's files are, and what to do with them.
const README: &str = include_str!("own/README.md");

/// How maps and scenarios are made, by the names of files.
const GUIDES: [(&str, &str); 5] = [
    ("docs/maps.md", include_str!("../../docs/maps.md")),
    ("docs/scenarios.md", include_str!("../../docs/scenarios.md")),
    ("docs/bad-input.md", include_str!("../../docs/bad-input.md")),
    (
        "examples/tiled/at-once.js",
        include_str!("../../examples/tiled/at-once.js"),
    ),
    (
        "examples/tiled/furnish.js",
        include_str!("../../examples/tiled/furnish.js"),
    ),
];

/// Settings of language models, to be copied to `collegium.toml`.
const SETTINGS: &str = include_str!("../../collegium.example.toml");

/// Makes a project folder, whole or not at all.
///
/// # Errors
/// When something is there already, or the folder cannot be written.
pub fn new(options: &args::NewArgs) -> Result<ExitCode, Failure> {
    let folder = &options.folder;
    anyhow::ensure!(
        is_free(folder)?,
        "{}: something is there already; expected the name of a new or empty folder",
        folder.shown()
    );
    folder_new(folder, fill)?;
    let mut out = out();
    writeln!(
        out,
        "made {0}\n  \
         README.md                  what each file is, and what to try\n  \
         scenarios/first-week.toml  who, where and when; beside it the people and the term\n  \
         maps/larkmoor.tmx          the map, for the Tiled editor; its tiles are in assets/tiles/\n  \
         docs/maps.md               how to make a map of your own; docs/scenarios.md: a scenario\n  \
         collegium.example.toml     language models: copy it to collegium.toml\n\
         next: cd {0} && collegium",
        folder.shown()
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Writes all files of a project into a folder.
fn fill(folder: &Path) -> Result<(), Failure> {
    for name in PARTS.iter().flat_map(|part| files::all_built_in(part)) {
        write(folder, &name, files::built_in(&name))?;
    }
    for (name, text) in GUIDES {
        write(folder, name, without_pictures(text).as_bytes())?;
    }
    write(folder, "collegium.example.toml", SETTINGS.as_bytes())?;
    write(folder, "README.md", README.as_bytes())
}

/// A guide without the lines that show pictures, which are not written beside it.
fn without_pictures(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    lines
        .filter(|line| !line.trim_start().starts_with("!["))
        .collect()
}

/// Writes a file whole into a folder, where nothing is. The folders between are made, and the
/// folder itself is not: whoever has taken it away is not to find a part of it again.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let mut within = folder.to_owned();
    for part in Path::new(name).parent().into_iter().flatten() {
        within.push(part);
        match fs::create_dir(&within) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(error).with_context(|| within.shown());
            }
            _ => {}
        }
    }
    let file = &folder.join(name);
    let mut whole = Whole::create(file)?;
    whole.write_all(bytes).with_context(|| file.shown())?;
    Ok(whole.finish_new()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guides_name_no_pictures() {
        for (name, text) in GUIDES {
            let text = without_pictures(text);
            let short = name.ends_with(".md") && text.len() < 500;
            assert!(
                !text.contains("](images/") && !short && !text.is_empty(),
                "{name}"
            );
        }
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let name = "maps/own.tmx";
        write(folder.path(), name, b"one").unwrap();
        let error = write(folder.path(), name, b"two").unwrap_err().to_string();
        assert!(error.contains("own.tmx"), "{error}");
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), b"one");
        let beside = fs::read_dir(folder.path().join("maps")).unwrap();
        assert_eq!(beside.count(), 1, "something was left behind");
        assert!(write(&folder.path().join("none"), "README.md", b"").is_err());
    }
}
