//! Names and places of saves: what one may be called, where one will lie, what lies beside it.

use super::fault::SaveError;
use collegium_core::text::{Shown as _, steers};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Where a new save will lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// There, and nowhere else.
    At(PathBuf),
    /// In a folder under the first free name of `stem-1`, `stem-2`, …
    Free {
        /// Where the file is to lie.
        folder: PathBuf,
        /// What its name begins with, before the dash and the number.
        stem: String,
    },
}

/// How many names are tried before a folder is said to be full.
const MOST_NAMES: u32 = 100_000;

impl Site {
    /// A free name in a folder, after a title: what cannot be part of a name becomes a dash.
    pub fn free(folder: &Path, title: &str) -> Self {
        let stem = stem_of(title);
        Self::Free {
            folder: folder.to_owned(),
            stem,
        }
    }

    /// The folder it will lie in.
    pub fn folder(&self) -> PathBuf {
        let folder = match self {
            Site::At(path) => path.parent().unwrap_or(Path::new("")),
            Site::Free { folder, .. } => folder,
        };
        if folder == Path::new("") {
            PathBuf::from(".")
        } else {
            folder.to_owned()
        }
    }

    /// The first path that will be tried.
    pub fn path(&self) -> PathBuf {
        self.candidates()
            .next()
            .unwrap_or_else(|| self.folder().join("run.campus"))
    }

    /// The paths that will be tried, in their order.
    pub fn candidates(&self) -> Box<dyn Iterator<Item = PathBuf> + '_> {
        match self {
            Site::At(path) => Box::new(std::iter::once(path.clone())),
            Site::Free { folder, stem } => {
                Box::new((1..=MOST_NAMES).map(move |n| save_path(folder, &format!("{stem}-{n}"))))
            }
        }
    }
}

/// Whether a character is a letter or a digit that people see.
fn is_seen(c: char) -> bool {
    c.is_alphanumeric() && !steers(c)
}

/// What a title begins names with: what cannot be part of a name becomes a dash.
fn stem_of(title: &str) -> String {
    let fits = |c: char| is_seen(c) || matches!(c, '-' | '_');
    let stem: String = title
        .chars()
        .map(|c| if fits(c) { c } else { '-' })
        .take(60)
        .collect();
    if stem.is_empty() {
        "run".to_owned()
    } else {
        stem
    }
}

/// The first name `title-1`, `title-2`, … for which `taken` says no.
pub fn free_name(title: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = stem_of(title);
    (1..=MOST_NAMES)
        .map(|n| format!("{stem}-{n}"))
        .find(|name| !taken(name))
        .unwrap_or(stem)
}

impl From<&Path> for Site {
    fn from(path: &Path) -> Self {
        Self::At(path.to_owned())
    }
}

impl From<&PathBuf> for Site {
    fn from(path: &PathBuf) -> Self {
        Self::At(path.clone())
    }
}

/// Checks a save's name.
///
/// # Errors
/// When it is not fit to be the name of a file.
pub fn check_name(name: &str) -> Result<(), SaveError> {
    let fits = |c: char| is_seen(c) || matches!(c, '.' | '-' | '_');
    if name.is_empty()
        || name.chars().count() > 80
        || name.starts_with('.')
        || !name.chars().all(fits)
    {
        return Err(SaveError::BadName(name.to_owned()));
    }
    Ok(())
}

/// Where the save of a name lies.
pub fn save_path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!(
        "{}.campus",
        name.strip_suffix(".campus").unwrap_or(name)
    ))
}

/// What the names of the files that SQLite keeps beside a save end with.
pub(super) const OF_SQLITE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// What the name of the file ends with on which there is a lock while a save is written.
pub(super) const LOCK: &str = "-lock";

/// Where a file beside a save lies.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Refuses what stands where a file is looked for and is none: to open a pipe waits for somebody at
/// its other end, and a link leads elsewhere.
///
/// # Errors
/// When something is there that is no regular file.
pub(super) fn file_or_nothing(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(io::Error::other(format!(
            "{} is no regular file; move it away",
            path.shown()
        ))),
        // Whoever opens it is told what else is wrong with it.
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_free_number_is_taken() {
        assert_eq!(free_name("first-week", |_| false), "first-week-1");
        assert_eq!(
            free_name("first-week", |n| n != "first-week-3"),
            "first-week-3"
        );
        assert_eq!(free_name("a b/c", |_| false), "a-b-c-1");
        assert_eq!(free_name("", |_| false), "run-1");
        // A letter by its category that is drawn as nothing.
        assert_eq!(free_name("a\u{3164}b", |_| false), "a-b-1");
        assert!(check_name("ab").is_ok() && check_name("a\u{3164}b").is_err());
    }

    #[test]
    fn names_are_made_fit_and_counted_up() {
        let site = Site::free(Path::new("saves"), "a week/of term");
        let names: Vec<PathBuf> = site.candidates().take(2).collect();
        assert_eq!(
            names,
            [
                PathBuf::from("saves/a-week-of-term-1.campus"),
                PathBuf::from("saves/a-week-of-term-2.campus"),
            ]
        );
        assert_eq!(
            Site::free(Path::new(""), "").path(),
            PathBuf::from("run-1.campus")
        );
        assert_eq!(
            Site::from(Path::new("x.campus")).folder(),
            PathBuf::from(".")
        );
    }
}
