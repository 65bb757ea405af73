//! Conduct as people ask for it: heads that are mounted and lessons that are taught by the words of
//! an option, or as a scenario says.

use super::{LearnError, Result, heads, lessons};
use collegium_sim::{
    conduct::{
        Change, Decider, Decides, Lessons, Whom,
        heads::{EXPERT, OFF},
    },
    simulation::Campus,
};
use std::{fmt, sync::Arc};

/// What stands before the name of a book of lessons, where the name of a head may stand as well.
const LESSONS: &str = "lessons:";

/// What can be chosen for somebody's conduct: who decides, or what is taught. Every word of
/// options, scenarios and lists is read here and written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConductChoice {
    /// Who decides: the built-in rule (`off`, or `rule`), the conscientious expert (`expert`), or a
    /// head, by its name in the usual folders or by its file.
    Decider(Decides<String>),
    /// The lessons that are taught, by the name of a book in the usual folders or by its file
    /// (`lessons:BOOK`); none are any more (`lessons:off`).
    Lessons(Option<String>),
}

impl ConductChoice {
    /// What a word means. Whether a head or book is there is seen by [`ConductChoice::change`].
    pub fn of(word: &str) -> Self {
        match word.strip_prefix(LESSONS) {
            Some(book) => Self::lessons(book),
            None => Self::Decider(match word {
                OFF | "rule" => Decides::Rule,
                EXPERT => Decides::Expert,
                head => Decides::Head(head.to_owned()),
            }),
        }
    }

    /// The lessons of a word that can mean lessons only: `off`, a name or a file.
    pub fn lessons(book: &str) -> Self {
        Self::Lessons((book != OFF).then(|| book.to_owned()))
    }

    /// The change in conduct that it is; heads and books are read.
    ///
    /// # Errors
    /// When there is no such head or book, or its file is refused.
    pub fn change(&self) -> Result<Change> {
        Ok(match self {
            Self::Decider(who) => {
                let head = |name: &String| heads::named(name).map(Arc::new);
                Change::Decider(who.as_ref().try_map(head)?)
            }
            Self::Lessons(None) => Change::Lessons(None),
            Self::Lessons(Some(book)) => lessons::book(book)?.into(),
        })
    }

    /// Who decides.
    ///
    /// # Errors
    /// When there is no such head, its file is refused, or it is lessons.
    pub fn decider(&self) -> Result<Decider> {
        match self.change()? {
            Change::Decider(decider) => Ok(decider),
            Change::Lessons(_) => Err(LearnError::setting(
                "head",
                self,
                format!("{OFF}, {EXPERT}, or a head"),
            )),
        }
    }

    /// Whether somebody else than the built-in rule decides by it.
    pub const fn mounts(&self) -> bool {
        matches!(self, Self::Decider(who) if !who.is_rule())
    }
}

impl fmt::Display for ConductChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decider(who) => f.write_str(who.as_ref().map(String::as_str).name()),
            Self::Lessons(book) => write!(f, "{LESSONS}{}", book.as_deref().unwrap_or(OFF)),
        }
    }
}

/// The conduct that somebody asks for, in the words of the command line and the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConductOptions {
    /// Heads: `WHO` for everybody, or `GROUP=WHO`, where `WHO` is `off`, `expert`, or a head's name
    /// or file.
    pub heads: Vec<String>,
    /// Lessons: `FILE` or `off` for everybody, or `GROUP=FILE`.
    pub lessons: Vec<String>,
}

impl ConductOptions {
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
            Ok(ConductChoice::of(who).decider()?.into())
        })?;
        change(campus, "--lessons", &self.lessons, |book| {
            ConductChoice::lessons(book).change()
        })
    }
}

/// For whom a word of an option is, and what: `GROUP=WHAT`, or `WHAT` for everybody.
pub fn whom_and_what(word: &str) -> (Option<&str>, &str) {
    match word.split_once('=') {
        Some((group, what)) => (Some(group.trim()), what.trim()),
        None => (None, word.trim()),
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
        let (whom, what) = match whom_and_what(word) {
            (Some(group), what) => {
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
            (None, what) => (Whom::Everybody, what),
        };
        campus.change(&whom, &read(what)?);
    }
    Ok(())
}

/// Mounts the heads that a campus' scenario names.
fn mount_scenario(campus: &mut Campus) -> Result<()> {
    let settings = campus.scenario().conduct.clone();
    if let Some(name) = &settings.head {
        campus.mount(&Whom::Everybody, &ConductChoice::of(name).decider()?);
    }
    for (group, name) in &settings.groups {
        let decider = ConductChoice::of(name).decider()?;
        campus.mount(&Whom::Group(group.clone()), &decider);
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
    use collegium_sim::{
        campus::scenario::Overrides,
        simulation::{Campus, testing},
    };
    use std::{fs, sync::Arc};

    #[test]
    fn words_are_read_as_they_are_written() {
        let rule = ConductChoice::Decider(Decides::Rule);
        let expert = ConductChoice::Decider(Decides::Expert);
        let head = ConductChoice::Decider(Decides::Head("bc-25".to_owned()));
        let no_lessons = ConductChoice::Lessons(None);
        let lessons = ConductChoice::Lessons(Some("a/b.toml".to_owned()));
        let all = [
            (&rule, "off"),
            (&expert, "expert"),
            (&head, "bc-25"),
            (&no_lessons, "lessons:off"),
            (&lessons, "lessons:a/b.toml"),
        ];
        for (choice, word) in all {
            assert_eq!(ConductChoice::of(word), *choice);
            assert_eq!(choice.to_string(), word);
        }
        assert_eq!(ConductChoice::of("rule"), rule);
        assert_eq!(rule.decider().unwrap(), Decider::Rule);
        assert_eq!(expert.decider().unwrap(), Decider::Expert);
        let mounts = all.map(|(choice, _)| choice.mounts());
        assert_eq!(mounts, [false, true, true, false, false]);
        assert!(no_lessons.decider().is_err());
        let head = ConductChoice::of("no-such-head")
            .decider()
            .unwrap_err()
            .to_string();
        assert!(
            head.contains("no-such-head") && head.contains("off, expert"),
            "{head}"
        );
    }

    #[test]
    fn groups_are_known_or_named() {
        let mut campus = testing::campus(1, 25, 1);
        let group = campus.scenario().people[0].0.group.clone();
        let asked = |word: String| ConductOptions {
            heads: vec![word],
            ..ConductOptions::default()
        };
        asked(format!("{group}=expert")).begin(&mut campus).unwrap();
        for i in 0..25 {
            let meant = campus.scenario().people[i as usize].0.group == group;
            assert_eq!(!campus.conduct().decider(AgentId(i)).is_rule(), meant);
        }
        let said = asked("Pirates=expert".to_owned())
            .begin(&mut campus)
            .unwrap_err()
            .to_string();
        assert!(said.contains("Pirates") && said.contains(&group), "{said}");
        assert!(asked("no-such-head".to_owned()).go_on(&mut campus).is_err());
    }

    #[test]
    fn the_lessons_that_a_scenario_names_are_taught() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("norms.toml");
        let (scenario, map) = testing::load("first-week", Overrides::default());
        let mut scenario = Arc::unwrap_or_clone(scenario);
        scenario.conduct.lessons = Some(book.clone());
        let mut campus = Campus::new(Arc::new(scenario), map, 1);
        let lesson = "[[lesson]]\npoint = \"greet\"\ndo = \"greet\"\nstrength = 1\n";
        fs::write(&book, format!("name = \"norms\"\n{lesson}")).unwrap();
        ConductOptions::default().begin(&mut campus).unwrap();
        let taught = campus.conduct().lessons(AgentId(3));
        assert_eq!(taught.map(|l| l.name.as_str()), Some("norms"));
        fs::write(&book, lesson).unwrap();
        let said = ConductOptions::default()
            .begin(&mut campus)
            .unwrap_err()
            .to_string();
        assert!(
            said.contains("norms.toml") && said.contains("missing field `name`"),
            "{said}"
        );
    }
}
