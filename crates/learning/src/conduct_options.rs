//! Conduct as people ask for it: heads that are mounted and lessons that are taught by the words of
//! an option, or as a scenario says.

use super::{LearnError, Result, heads::decider, lessons::book};
use collegium_sim::{
    conduct::{Change, Lessons, Whom},
    simulation::Campus,
};
use std::sync::Arc;

/// What somebody asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Heads: `WHO` for everybody, or `GROUP=WHO`, where `WHO` is `off`, `expert`, or a head's name
    /// or file.
    pub heads: Vec<String>,
    /// Lessons: `FILE` or `off` for everybody, or `GROUP=FILE`.
    pub lessons: Vec<String>,
}

impl Asked {
    /// Changes the conduct of a campus that begins: as is asked, and where nothing is asked as its
    /// scenario says.
    ///
    /// # Errors
    /// When there is no such group or head, or a file is refused.
    pub fn begin(&self, campus: &mut Campus) -> Result<()> {
        if self.heads.is_empty() {
            mount_scenario(campus)?;
        }
        if self.lessons.is_empty() {
            teach_scenario(campus)?;
        }
        self.go_on(campus)
    }

    /// Changes the conduct of a campus that goes on: as is asked, and nothing else.
    ///
    /// # Errors
    /// When there is no such group or head, or a file is refused.
    pub fn go_on(&self, campus: &mut Campus) -> Result<()> {
        change(campus, "--heads", &self.heads, |who| {
            Ok(Change::Decider(decider(who)?))
        })?;
        change(campus, "--lessons", &self.lessons, |file| {
            Ok(Change::Lessons(book(file)?))
        })
    }
}

/// Changes the conduct of everybody or of groups, as the words of an option say.
fn change(
    campus: &mut Campus,
    option: &str,
    words: &[String],
    read: impl Fn(&str) -> Result<Change>,
) -> Result<()> {
    for word in words {
        let (whom, what) = match word
            .split_once('=')
            .map(|(group, what)| (group.trim(), what.trim()))
        {
            Some((group, what)) => {
                let mut groups: Vec<&str> = campus
                    .scenario()
                    .people
                    .iter()
                    .map(|(p, _)| p.group.as_str())
                    .collect();
                if !groups.contains(&group) {
                    groups.sort_unstable();
                    groups.dedup();
                    let found = format!("the group “{group}”");
                    return Err(LearnError::setting(
                        option,
                        found,
                        format!("one of {}", groups.join(", ")),
                    ));
                }
                (Whom::Group(group.to_owned()), what)
            }
            None => (Whom::Everybody, word.trim()),
        };
        campus.change(&whom, &read(what)?);
    }
    Ok(())
}

/// Mounts the heads that a campus' scenario names.
fn mount_scenario(campus: &mut Campus) -> Result<()> {
    let settings = campus.scenario().conduct.clone();
    if let Some(name) = &settings.head {
        campus.mount(&Whom::Everybody, &decider(name)?);
    }
    for (group, name) in &settings.groups {
        campus.mount(&Whom::Group(group.clone()), &decider(name)?);
    }
    Ok(())
}

/// Teaches the lessons that a campus' scenario names.
fn teach_scenario(campus: &mut Campus) -> Result<()> {
    if let Some(file) = campus.scenario().conduct.lessons.clone() {
        campus.teach(&Whom::Everybody, Some(&Arc::new(Lessons::read(&file)?)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::ids::AgentId;
    use collegium_sim::simulation::testing;

    #[test]
    fn groups_are_known_or_named() {
        let mut campus = testing::campus(1, 25, 1);
        let group = campus.scenario().people[0].0.group.clone();
        let asked = |word: String| Asked {
            heads: vec![word],
            ..Asked::default()
        };
        asked(format!("{group}=expert")).begin(&mut campus).unwrap();
        for i in 0..25 {
            let meant = campus.scenario().people[i as usize].0.group == group;
            assert_eq!(campus.conduct().decider(AgentId(i)).is_some(), meant);
        }
        let said = asked("Pirates=expert".to_owned())
            .begin(&mut campus)
            .unwrap_err()
            .to_string();
        assert!(said.contains("Pirates") && said.contains(&group), "{said}");
        assert!(asked("no-such-head".to_owned()).go_on(&mut campus).is_err());
    }
}
