//! The lists of scenarios and saves for the menu.

use crate::desktop::files;
use collegium_core::i18n::key;
use collegium_sim::record::{Glance, SaveError, glance};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A scenario that can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioEntry {
    /// Its TOML file.
    pub file: PathBuf,
    /// Its title as the menu shows it.
    pub title: String,
    /// What it is about.
    pub description: String,
}

/// A save that can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveEntry {
    /// Its `.campus` file.
    pub file: PathBuf,
    /// The file's name without its ending.
    pub name: String,
    /// The scenario's title, when it was last saved, and how many people there are; or the key of
    /// the text that says why that cannot be told.
    pub about: Result<Glance, &'static str>,
}

#[derive(Deserialize)]
struct Heading {
    title: String,
    #[serde(default)]
    description: String,
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path());
    let mut files: Vec<PathBuf> = entries
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}

/// The scenarios beside a scenario's file. Files that are no scenarios are left out.
pub fn scenarios(beside: &Path) -> Vec<ScenarioEntry> {
    let folder = match beside.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => files::find(Path::new("scenarios"), beside).unwrap_or_default(),
    };
    let read = |file: PathBuf| {
        let heading: Heading = toml::from_str(&std::fs::read_to_string(&file).ok()?).ok()?;
        Some(ScenarioEntry {
            file,
            title: heading.title,
            description: heading.description,
        })
    };
    files(&folder, "toml")
        .into_iter()
        .filter_map(read)
        .collect()
}

/// The saves in a folder, the newest first.
pub fn saves(folder: &Path) -> Vec<SaveEntry> {
    let mut files = files(folder, "campus");
    files.sort_by_key(|f| std::cmp::Reverse(std::fs::metadata(f).and_then(|m| m.modified()).ok()));
    files
        .into_iter()
        .map(|file| SaveEntry {
            name: file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            about: glance(&file).map_err(|error| match error {
                SaveError::InUse(_) => key("save-in-use"),
                SaveError::Newer { .. } => key("save-newer"),
                _ => key("save-unreadable"),
            }),
            file,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scenarios_are_listed_with_their_titles() {
        let list = scenarios(&collegium_sim::simulation::testing::project_file(
            "scenarios/first-week.toml",
        ));
        assert!(list.iter().any(|s| s.title == "Quick look"));
        assert!(list.iter().all(|s| !s.title.is_empty()));
    }

    #[test]
    fn what_is_no_save_is_listed_without_particulars() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("odd.campus"), "not a save").unwrap();
        std::fs::write(folder.path().join("else.txt"), "").unwrap();
        let list = saves(folder.path());
        assert_eq!(list.len(), 1);
        assert_eq!(
            (list[0].name.as_str(), &list[0].about),
            ("odd", &Err("save-unreadable"))
        );
        assert!(saves(Path::new("no/such/folder")).is_empty());
    }
}
