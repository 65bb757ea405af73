//! The lists of scenarios and saves for the menu.

use collegium_core::{
    files,
    i18n::key,
    text::{clipped, harmless},
};
use collegium_sim::record::{Glance, SaveError, glance};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A scenario that can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioEntry {
    /// The scenario's TOML file.
    pub file: PathBuf,
    /// Its title as the menu shows it.
    pub title: String,
    /// What the scenario is about, in a sentence or two.
    pub description: String,
}

/// A save that can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveEntry {
    /// The save's `.campus` file.
    pub file: PathBuf,
    /// The file's name without its ending.
    pub name: String,
    /// The scenario's title, when it was last saved, and how many people there are; or the key of
    /// the text that says why that cannot be told.
    pub about: Result<Glance, &'static str>,
}

/// How many characters of a title or a description are shown.
const MOST_SHOWN: usize = 400;

/// A text of a file that nobody has checked yet, as it is shown.
fn shown(text: &str) -> String {
    harmless(&clipped(text, MOST_SHOWN)).into_owned()
}

#[derive(Deserialize)]
struct Heading {
    title: String,
    #[serde(default)]
    description: String,
}

fn ending_with(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let all = files::list(folder).into_iter().flatten();
    all.filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect()
}

/// The scenarios beside a scenario's file, and those of the project and the carried ones. Files
/// that are no scenarios are left out.
pub fn scenarios(beside: &Path) -> Vec<ScenarioEntry> {
    let usual = ending_with(&files::carried("scenarios"), "toml");
    let mut all = match beside.parent() {
        Some(folder) if folder != Path::new("") => ending_with(folder, "toml"),
        _ => Vec::new(),
    };
    for file in usual {
        if all
            .iter()
            .all(|other| other.file_name() != file.file_name())
        {
            all.push(file);
        }
    }
    let read = |file: PathBuf| {
        let heading: Heading = toml::from_str(&files::read_to_string(&file).ok()?).ok()?;
        Some(ScenarioEntry {
            file,
            title: shown(&heading.title),
            description: shown(&heading.description),
        })
    };
    all.into_iter().filter_map(read).collect()
}

/// The saves in a folder, the newest first.
pub fn saves(folder: &Path) -> Vec<SaveEntry> {
    let mut found = ending_with(folder, "campus");
    found.sort_by_key(|f| std::cmp::Reverse(std::fs::metadata(f).and_then(|m| m.modified()).ok()));
    found
        .into_iter()
        .map(|file| SaveEntry {
            name: shown(&file.file_stem().unwrap_or_default().to_string_lossy()),
            about: about(&file),
            file,
        })
        .collect()
}

/// What a save is of, or the key of the text that says why that cannot be told.
fn about(file: &Path) -> Result<Glance, &'static str> {
    let found = glance(file).map_err(|error| match error {
        SaveError::InUse(_) => key("save-in-use"),
        SaveError::Newer { .. } => key("save-newer"),
        _ => key("save-unreadable"),
    })?;
    Ok(Glance {
        title: shown(&found.title),
        ..found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::HOUR;
    use collegium_sim::{
        campus::scenario::Overrides,
        record::save_path,
        simulation::{Campus, Saver, testing},
    };
    use std::sync::Arc;

    #[test]
    fn titles_hide_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.toml");
        let text = "title = \"a\\u202eb\"\ndescription = \"c\\u001bd\"\n";
        std::fs::write(&file, text).unwrap();
        let list = scenarios(&file);
        let own = list.iter().find(|one| one.file == file).unwrap();
        assert_eq!(
            (own.title.as_str(), own.description.as_str()),
            ("a‹U+202E›b", "c␛d")
        );
        let (scenario, map) = testing::load("quick-look", Overrides::default());
        let mut scenario = Arc::unwrap_or_clone(scenario);
        scenario.title = format!("\u{200b}{}", "e".repeat(1000));
        let mut campus = Campus::new(Arc::new(scenario), map, 1);
        let path = save_path(folder.path(), "a");
        drop(Saver::create(&path, &mut campus, HOUR).unwrap());
        let list = saves(folder.path());
        let title = &list[0].about.as_ref().unwrap().title;
        assert!(
            title.starts_with("‹U+200B›eee") && title.ends_with("e…"),
            "{title}"
        );
        assert!(title.chars().count() < 420, "{title}");
    }

    #[test]
    fn scenarios_are_listed_with_their_titles() {
        let list = scenarios(&testing::project_file("scenarios/first-week.toml"));
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
