//! Tasks that follow those of a scenario, and parts where it names none: `assets/population/tasks/`.

use crate::campus::people::{DRAWN, Ending, Persona, Role, Task, Works};
use collegium_core::{
    dice::{Dice, Draw},
    files,
    i18n::Language,
    ids::AgentId,
    sentence::Sentence,
};
use serde::{Deserialize, Deserializer, de::Error as _};
use std::sync::LazyLock;

/// Which tasks of the stock somebody has.
const TASKS: Draw = Draw::of("campus: the tasks to come");

/// The tasks of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskStock {
    parts: PartsStock,
    student: Vec<Stocked>,
    teacher: Vec<Stocked>,
    staff: Vec<Stocked>,
}

/// The parts of a task, by what it ends in.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartsStock {
    project: Vec<Sentence>,
    exhibition: Vec<Sentence>,
    paper: Vec<Sentence>,
    work: Vec<Sentence>,
}

/// A task of the stock.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stocked {
    what: String,
    #[serde(deserialize_with = "ending")]
    ends: Ending,
    parts: Vec<String>,
}

/// Reads what a task ends in by its word, as scenarios say it.
fn ending<'de, D: Deserializer<'de>>(from: D) -> Result<Ending, D::Error> {
    let word = String::deserialize(from)?;
    Ending::parse(&word).map_err(D::Error::custom)
}

static STOCKS: LazyLock<Vec<(Language, TaskStock)>> = LazyLock::new(|| {
    let read = |text: &str| toml::from_str(text).map_err(|error| error.to_string());
    let of = |language: &Language| {
        let file = format!("assets/population/tasks/{}.toml", language.word());
        (*language, files::text(&file, read))
    };
    Language::ALL.iter().map(of).collect()
});

impl TaskStock {
    fn of(language: Language) -> Option<&'static Self> {
        let mut all = STOCKS.iter();
        all.find(|(l, _)| *l == language).map(|(_, stock)| stock)
    }

    fn of_role(&self, role: Role) -> &[Stocked] {
        match role {
            Role::Student => &self.student,
            Role::Teacher => &self.teacher,
            _ => &self.staff,
        }
    }

    /// The parts of a task, by what it ends in.
    fn parts(&self, task: &Task) -> Vec<String> {
        let parts = match task.ends {
            Ending::Project => &self.parts.project,
            Ending::Exhibition => &self.parts.exhibition,
            Ending::Paper => &self.parts.paper,
            Ending::Work => &self.parts.work,
        };
        parts.iter().map(|part| part.with(&task.what)).collect()
    }
}

/// Gives everybody who has a task the parts of it and the tasks that come after it, in their
/// language.
pub fn complete(people: &mut [(Persona, u32)], seed: u64) {
    let dice = Dice { seed };
    for ((persona, _), id) in people.iter_mut().zip(0..) {
        let Some(stock) = TaskStock::of(persona.language) else {
            continue;
        };
        if persona.tasks.is_empty() && !persona.task.is_empty() {
            persona.tasks.push(Task {
                what: persona.task.clone(),
                parts: Vec::new(),
                ends: Ending::of(persona.role),
            });
        }
        if persona.tasks.is_empty() {
            continue;
        }
        for task in persona.tasks.iter_mut().filter(|t| t.parts.is_empty()) {
            task.parts = stock.parts(task);
        }
        let mut left: Vec<&Stocked> = stock.of_role(persona.role).iter().collect();
        let mut roll = dice.stream(AgentId(id).0, TASKS, 0);
        for _ in 0..DRAWN.min(left.len()) {
            let drawn = left.remove(roll.index(left.len()));
            persona.tasks.push(Task {
                what: drawn.what.clone(),
                parts: drawn.parts.clone(),
                ends: drawn.ends,
            });
        }
        persona.turn_to(&Works::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_tasks_for_every_role_with_parts() {
        for language in Language::ALL.iter().copied() {
            let stock = TaskStock::of(language).unwrap();
            for role in Role::ALL.iter().copied() {
                let tasks = stock.of_role(role);
                assert!(tasks.len() >= DRAWN, "{language} {role}");
                assert!(
                    tasks
                        .iter()
                        .all(|t| t.parts.len() >= 3 && !t.what.is_empty())
                );
            }
            for ends in Ending::ALL.iter().copied() {
                let what = "{x} it".to_owned();
                let parts = stock.parts(&Task {
                    what,
                    parts: Vec::new(),
                    ends,
                });
                assert_eq!(parts.len(), 3);
                assert!(
                    parts.iter().all(|part| part.contains("{x} it")),
                    "{parts:?}"
                );
            }
        }
    }
}
