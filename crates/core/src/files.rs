//! Where files are found, and where files go that the program makes.
//!
//! The program carries what it needs within itself. A carried file is named by a path that begins
//! with [`CARRIED`], such as `collegium:/maps/larkmoor.tmx`, and is read like any other. Files of
//! the project win over it: those of the folder that `--data` names, or of the working folder where
//! that is a project (it holds `collegium.toml` or `scenarios/`). What the program makes goes to
//! the working folder where that is a project, and otherwise to the user's data folder.

use crate::text::Shown as _;
use std::{
    borrow::Cow,
    collections::BTreeMap,
    ffi::OsString,
    fmt::Display,
    io::{self, Read as _},
    path::{Component, Path, PathBuf},
    sync::OnceLock,
};

/// What the paths of carried files begin with.
pub const CARRIED: &str = "collegium:";

/// The largest text file that is read, in bytes.
pub const MOST_TEXT: u64 = 4 << 20;

/// What makes a folder a project.
const MARKS: [&str; 2] = ["collegium.toml", "scenarios"];

/// What a folder of data holds at least one of.
const CONTENTS: [&str; 6] = [
    "collegium.toml",
    "scenarios",
    "maps",
    "assets",
    "heads",
    "training/heads",
];

/// The folder that `--data` named.
static DATA: OnceLock<PathBuf> = OnceLock::new();

/// Looks for files in this folder from now on, in the place of the working folder. Only the first
/// call in a process counts.
///
/// # Errors
/// When it is no folder, or holds nothing that could be found there, in a sentence.
pub fn use_data(folder: &Path) -> Result<(), String> {
    if !folder.is_dir() {
        return Err(format!(
            "{}: is not a folder; expected a project (`collegium new DIR` makes one)",
            folder.shown()
        ));
    }
    if !CONTENTS.iter().any(|name| folder.join(name).exists()) {
        return Err(format!(
            "{}: holds none of {}; expected a project (`collegium new DIR` makes one)",
            folder.shown(),
            CONTENTS.join(", ")
        ));
    }
    // Whoever comes second keeps to what the first has said.
    let _ = DATA.set(folder.to_owned());
    Ok(())
}

/// Whether a folder is a project.
fn is_project(folder: &Path) -> bool {
    MARKS.iter().any(|mark| folder.join(mark).exists())
}

/// The folder whose files win over the carried ones: that of `--data`, or the working folder where
/// it is a project. The path of the working folder is empty.
pub fn project() -> Option<PathBuf> {
    match DATA.get() {
        Some(data) => Some(data.clone()),
        None => is_project(Path::new(".")).then(PathBuf::new),
    }
}

/// Where something that the program makes goes, such as `saves`: into the working folder where that
/// is a project, and otherwise into the user's data folder.
pub fn made(name: &str) -> PathBuf {
    if is_project(Path::new(".")) {
        return PathBuf::from(name);
    }
    match directories::ProjectDirs::from("", "", "collegium") {
        Some(folders) => folders.data_dir().join(name),
        // A user without a home has the folder they are in.
        None => PathBuf::from(name),
    }
}

/// A file of the user's own settings, which no project can bring along; none for a user without a
/// home.
pub fn own(name: &str) -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "collegium")?;
    Some(folders.config_dir().join(name))
}

/// The path of a carried file by its name in the project.
pub fn carried(name: &str) -> PathBuf {
    PathBuf::from(format!("{CARRIED}/{name}"))
}

/// The bytes of a carried file by its name in the project, whatever the project holds; empty where
/// it is not carried.
pub fn built_in(name: &str) -> &'static [u8] {
    ::carried::file(name).unwrap_or_default()
}

/// The names of all carried files in a folder, such as `scenarios`, and the folders within it.
pub fn all_built_in(folder: &str) -> Vec<String> {
    ::carried::all(folder)
}

/// The name in the project of a carried path, with `/` between its parts; none for paths on disk.
fn carried_name(path: &Path) -> Option<String> {
    let path = tidy(path);
    name_of(path.strip_prefix(CARRIED).ok()?)
}

/// The parts of a relative path with `/` between them.
fn name_of(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path
        .components()
        .map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        })
        .collect();
    Some(parts?.join("/"))
}

/// Takes `x/../` out of a path, so that messages and saves show the short form.
pub fn tidy(path: &Path) -> PathBuf {
    let mut short = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir
                if matches!(short.components().next_back(), Some(Component::Normal(_))) =>
            {
                short.pop();
            }
            Component::CurDir => {}
            other => short.push(other),
        }
    }
    short
}

/// The file or folder that is meant by a name in the project, such as `scenarios` or
/// `maps/larkmoor.tmx`: the project's own, or else the carried one.
pub fn find(name: &str) -> Option<PathBuf> {
    let own = project().map(|folder| folder.join(name));
    if let Some(own) = own.filter(|path| path.exists()) {
        return Some(own);
    }
    let there = ::carried::has(name) || ::carried::list(name).is_some();
    there.then(|| carried(name))
}

/// The file that a path means. A path on disk means itself; where nothing is there, a path such as
/// `maps/larkmoor.tmx` means the carried file. A carried path means the project's file of that name
/// where there is one.
pub fn resolve(path: &Path) -> PathBuf {
    let name = match carried_name(path) {
        Some(name) => Some(name),
        None if path.exists() || path.is_absolute() => None,
        None => name_of(&tidy(path)),
    };
    name.and_then(|name| find(&name))
        .unwrap_or_else(|| path.to_owned())
}

/// The file that is meant where another file names it: beside that one, or else the file of the
/// same name in the project, such as the carried map for `../maps/larkmoor.tmx`.
pub fn beside(file: &Path, named: &Path) -> PathBuf {
    moved(&tidy(&file.parent().unwrap_or(Path::new("")).join(named)))
}

/// A file that may have been moved with its project, or been carried: itself where it is there, or
/// else what lies under the same name (`maps/…`, `assets/…`, `scenarios/…`) in the project.
pub fn moved(path: &Path) -> PathBuf {
    let near = resolve(path);
    if exists(&near) {
        return near;
    }
    tails(path)
        .filter_map(|name| find(&name))
        .next_back()
        .unwrap_or(near)
}

/// The names in a project that a path may end with: from each part on that is the name of a folder
/// of one.
fn tails(path: &Path) -> impl DoubleEndedIterator<Item = String> {
    let parts: Vec<Component<'_>> = path.components().collect();
    let tails: Vec<String> = (0..parts.len())
        .filter(|&at| {
            let first = parts[at].as_os_str();
            ["assets", "maps", "scenarios"].iter().any(|f| first == *f)
        })
        .filter_map(|at| name_of(&parts[at..].iter().collect::<PathBuf>()))
        .collect();
    tails.into_iter()
}

/// What a file is called in its project, whether it is the project's own or carried; the path
/// itself where it lies elsewhere.
pub fn name(path: &Path) -> PathBuf {
    if let Some(name) = carried_name(path) {
        return name.into();
    }
    let own = project().and_then(|root| Some(path.strip_prefix(root).ok()?.to_owned()));
    own.unwrap_or_else(|| path.to_owned())
}

/// Whether there is a file or folder, on disk or carried.
fn exists(path: &Path) -> bool {
    is_file(path) || is_dir(path)
}

/// Whether there is such a file, on disk or carried.
pub fn is_file(path: &Path) -> bool {
    match carried_name(&resolve(path)) {
        Some(name) => ::carried::has(&name),
        None => resolve(path).is_file(),
    }
}

/// Whether there is such a folder, on disk or carried.
pub fn is_dir(path: &Path) -> bool {
    match carried_name(&resolve(path)) {
        Some(name) => ::carried::list(&name).is_some(),
        None => resolve(path).is_dir(),
    }
}

/// The largest file that is read where nothing smaller is asked for, in bytes.
pub const MOST: u64 = 64 << 20;

/// Why a file that is there is not read: what was found and expected. It is what an
/// [`io::Error`] of [`read_at_most`] holds.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unfit(String);

impl Unfit {
    /// Whether that is why a file was not read.
    pub fn is(error: &io::Error) -> bool {
        error.get_ref().is_some_and(|inner| inner.is::<Self>())
    }

    fn error(what: String) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidInput, Self(what))
    }
}

/// Reads a file of at most [`MOST`] bytes, on disk or carried.
///
/// # Errors
/// As [`read_at_most`].
pub fn read(path: &Path) -> io::Result<Cow<'static, [u8]>> {
    read_at_most(path, MOST)
}

/// Reads a regular file (no device, pipe or folder) of at most `most` bytes, on disk; or a carried
/// one. Everything that reads a whole file whose path somebody gave comes here.
///
/// # Errors
/// When it is not there, cannot be read, is no regular file, or is larger.
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Cow<'static, [u8]>> {
    let path = resolve(path);
    if let Some(name) = carried_name(&path) {
        let bytes = ::carried::file(&name).ok_or(io::ErrorKind::NotFound)?;
        return Ok(Cow::Borrowed(bytes));
    }
    let too_large = |bytes: u64| {
        Unfit::error(format!(
            "is too large ({bytes} bytes or more); expected at most {most}"
        ))
    };
    let opened = open(&path)?;
    let length = opened.metadata()?.len();
    if length > most {
        return Err(too_large(length));
    }
    let mut bytes = Vec::new();
    opened
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    // Some files are longer than the system says.
    match bytes.len() as u64 > most {
        true => Err(too_large(bytes.len() as u64)),
        false => Ok(Cow::Owned(bytes)),
    }
}

/// The first bytes of a regular file, on disk or carried: as many as are wanted, or all there are.
///
/// # Errors
/// When it is not there, cannot be read, or is no regular file.
pub fn beginning(path: &Path, wanted: usize) -> io::Result<Vec<u8>> {
    let path = resolve(path);
    if let Some(name) = carried_name(&path) {
        let bytes = ::carried::file(&name).ok_or(io::ErrorKind::NotFound)?;
        return Ok(bytes.iter().take(wanted).copied().collect());
    }
    let mut bytes = Vec::new();
    open(&path)?.take(wanted as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a regular file on disk, for what reads it piece by piece.
///
/// # Errors
/// When it is not there, cannot be opened, or is a device, a pipe or a folder.
pub fn open(path: &Path) -> io::Result<std::fs::File> {
    // Looked at before it is opened: opening a pipe waits for somebody to write.
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        let kind = if found.is_dir() {
            "a folder"
        } else {
            "a device or pipe"
        };
        return Err(Unfit::error(format!("is {kind}; expected a regular file")));
    }
    std::fs::File::open(path)
}

/// Reads a UTF-8 text file of at most [`MOST_TEXT`] bytes, on disk or carried.
///
/// # Errors
/// As [`read_at_most`], or when it is not UTF-8.
pub fn read_to_string(path: &Path) -> io::Result<String> {
    String::from_utf8(read_at_most(path, MOST_TEXT)?.into_owned())
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The files in a folder, sorted by name. Of a carried folder, and of one that is not there but is
/// carried, those of the project are in it, in the place of the carried ones of the same name.
///
/// # Errors
/// When there is no such folder, or it cannot be listed.
pub fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found: BTreeMap<OsString, PathBuf> = BTreeMap::new();
    let name = carried_name(folder).or_else(|| match folder.is_dir() {
        true => None,
        false => tails(folder).rfind(|name| ::carried::list(name).is_some()),
    });
    if let Some(name) = name {
        let names = ::carried::list(&name).ok_or(io::ErrorKind::NotFound)?;
        for file in names {
            found.insert(file.into(), carried(&format!("{name}/{file}")));
        }
        if let Some(own) = project()
            .map(|root| root.join(&name))
            .filter(|f| f.is_dir())
        {
            found.extend(on_disk(&own)?);
        }
    } else {
        found.extend(on_disk(folder)?);
    }
    Ok(found.into_values().collect())
}

fn on_disk(folder: &Path) -> io::Result<Vec<(OsString, PathBuf)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            files.push((name.to_owned(), path));
        }
    }
    Ok(files)
}

/// A text of the program, such as `assets/words/en.ftl`, parsed: the project's own where there is
/// one and it can be parsed, or else the carried one. What is wrong with the project's is a
/// warning. The carried ones are parsed by tests, so that `T::default()` is never seen.
pub fn text<T: Default, E: Display>(name: &str, parse: impl Fn(&str) -> Result<T, E>) -> T {
    let own = project()
        .map(|folder| folder.join(name))
        .filter(|file| file.is_file());
    if let Some(file) = own {
        let parsed = read_to_string(&file)
            .map_err(|e| e.to_string())
            .and_then(|text| parse(&text).map_err(|e| e.to_string()));
        match parsed {
            Ok(parsed) => return parsed,
            Err(error) => tracing::warn!(
                "{}: {error}; what Collegium carries is used in its place",
                file.shown()
            ),
        }
    }
    std::str::from_utf8(built_in(name))
        .ok()
        .and_then(|text| parse(text).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carried_files_are_read_like_others() {
        let map = carried("maps/larkmoor.tmx");
        assert!(is_file(&map) && !is_dir(&map));
        assert!(is_dir(&carried("scenarios/personas")));
        assert!(read_to_string(&map).unwrap().starts_with("<?xml"));
        let tiles = map.parent().unwrap().join("../assets/tiles/terrain.tsx");
        assert!(read(&tiles).is_ok(), "{}", tiles.shown());
        assert!(!is_file(&carried("maps/none.tmx")));
        assert_eq!(
            read(&carried("maps/none.tmx")).unwrap_err().kind(),
            io::ErrorKind::NotFound
        );
        // Nothing above what is carried can be named.
        assert!(read(&carried("../Cargo.toml")).is_err());
        let listed = list(&carried("scenarios")).unwrap();
        assert!(listed.contains(&carried("scenarios/first-week.toml")));
    }

    #[test]
    fn what_is_named_is_beside_or_carried() {
        let folder = tempfile::tempdir().unwrap();
        let scenario = folder.path().join("scenarios/mine.toml");
        let named = Path::new("../maps/larkmoor.tmx");
        assert_eq!(beside(&scenario, named), carried("maps/larkmoor.tmx"));
        let own = folder.path().join("maps/larkmoor.tmx");
        std::fs::create_dir_all(own.parent().unwrap()).unwrap();
        std::fs::write(&own, "").unwrap();
        assert_eq!(beside(&scenario, named), own);
        let none = beside(&scenario, Path::new("../maps/none.tmx"));
        assert_eq!(none, folder.path().join("maps/none.tmx"));
        // A path that somebody wrote out in full means what is there, and nothing else.
        let absent = folder.path().join("elsewhere/maps/larkmoor.tmx");
        assert_eq!(resolve(&absent), absent);
        assert_eq!(moved(&absent), carried("maps/larkmoor.tmx"));
        assert_eq!(
            resolve(Path::new("maps/larkmoor.tmx")),
            carried("maps/larkmoor.tmx")
        );
    }

    #[test]
    fn a_data_folder_without_data_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let error = use_data(folder.path()).unwrap_err();
        assert!(error.contains("holds none of collegium.toml"), "{error}");
        let error = use_data(&folder.path().join("none")).unwrap_err();
        assert!(error.contains("is not a folder"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_of_a_bounded_size_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let said = |path: &Path, most| {
            let error = read_at_most(path, most).unwrap_err();
            assert!(Unfit::is(&error), "{error}");
            error.to_string()
        };
        assert!(said(Path::new("/dev/zero"), 9).contains("a device or pipe"));
        assert!(said(folder.path(), 9).contains("a folder"));
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert!(said(&pipe, 9).contains("a device or pipe"));
        // Ten gigabytes of which none is on the disk: refused by its length alone.
        let sparse = folder.path().join("sparse");
        let file = std::fs::File::create(&sparse).unwrap();
        file.set_len(10 << 30).unwrap();
        assert!(said(&sparse, MOST).contains("10737418240 bytes"));
        assert!(!Unfit::is(&read(&folder.path().join("none")).unwrap_err()));
        file.set_len(9).unwrap();
        assert_eq!(read_at_most(&sparse, 9).unwrap().len(), 9);
        assert!(said(&sparse, 8).contains("expected at most 8"));
    }

    #[test]
    fn texts_are_parsed_from_what_is_carried() {
        let words = text("assets/words/en.ftl", |text| Ok::<_, String>(text.len()));
        assert!(words > 1000);
    }
}
