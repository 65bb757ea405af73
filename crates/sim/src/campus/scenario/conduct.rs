//! The `[conduct]` table of a scenario: who decides at decision points, and what conduct is worth.

use super::{resolve::Groups, rewards::RewardWeights};
use collegium_core::{
    files,
    input::{Mistakes, Source, did_you_mean},
    text::Shown as _,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::PathBuf};
use toml::Spanned;

/// What the table `[conduct]` of a scenario says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConductSettings {
    /// Who decides for everybody at decision points: `off` (the built-in rule), `expert`, or the
    /// name of a head; as `off` without.
    pub head: Option<String>,
    /// Who decides for the people of a group, by the group's name.
    pub groups: BTreeMap<String, String>,
    /// A book of lessons that everybody is taught: a file, from the scenario's folder on. None
    /// without.
    pub lessons: Option<PathBuf>,
    /// The weights of the terms of the reward, each from −100 to 100.
    pub rewards: RewardWeights,
}

/// Checks a `[conduct]` table.
pub(super) fn resolve(
    source: &Source,
    file: Option<&Spanned<ConductSettings>>,
    groups: &Groups<'_>,
    mistakes: &mut Mistakes,
) -> ConductSettings {
    let Some(table) = file else {
        return ConductSettings::default();
    };
    let mut settings = table.get_ref().clone();
    let at = |path: &[&str], what: String| {
        let path: Vec<&str> = ["conduct"].iter().chain(path).copied().collect();
        source.error(source.span_of(&path), what)
    };
    if let Some(named) = &settings.lessons {
        let file = files::beside(&source.file, named);
        if !files::is_file(&file) {
            let what = format!(
                "conduct.lessons: {} is not there; expected a file",
                file.shown()
            );
            mistakes.note(at(&["lessons"], what));
        }
        settings.lessons = Some(file);
    }
    for (name, weight) in settings.rewards.named() {
        if !(-100.0..=100.0).contains(&weight) {
            let what = format!("conduct.rewards.{name} is {weight}; expected -100 to 100");
            mistakes.note(at(&["rewards", name], what));
        }
    }
    if let Some(head) = settings.head.iter().find(|head| !plain(head)) {
        mistakes.note(at(&["head"], not_plain(head)));
    }
    for (name, head) in &settings.groups {
        if !plain(head) {
            mistakes.note(at(&["groups", name], not_plain(head)));
        }
        if !groups.has(name) && !groups.may_have(name) {
            let near = did_you_mean(name, groups.names.iter().map(String::as_str));
            if near.is_empty() && !groups.are_all {
                continue;
            }
            let what = format!(
                "conduct.groups: found the group “{name}”; expected one of {}{near}",
                groups.names.join(", ")
            );
            mistakes.note(at(&["groups", name], what));
        }
    }
    // A path that was told of is not to be followed.
    settings.head = settings.head.filter(|head| plain(head));
    settings.groups.retain(|_, head| plain(head));
    settings
}

/// Whether a head is called by a name, and not by a path that leads elsewhere.
fn plain(head: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !head.starts_with('.') && !head.is_empty() && head.chars().all(fits)
}

fn not_plain(head: &str) -> String {
    format!("found the head “{head}”; expected off, expert, or the name of a head, without a path")
}
