//! How the built-in mind puts its insights and questions into words, in the languages that people
//! live in.

use crate::mind::stock::stock;
use collegium_core::{i18n::Language, named};

named! {
    /// What an insight says: the word is the key of its sentences in the table `insight` of the
    /// stocks. Their gaps are `p` (a person), `place`, `hour`, `what` and `n`.
    Pattern {
        /// Much time with somebody close.
        CloseCompany = "close_company",
        /// Many talks with somebody not close.
        NewCompany = "new_company",
        /// Meets somebody at a place at an hour.
        Encounter = "encounter",
        /// Late to the same thing again.
        LateTo = "late_to",
        /// Late three times or more, to whatever it was.
        LateOften = "late_often",
        /// Missed something.
        Missed = "missed",
        /// Was at every session.
        Steady = "steady",
        /// Waits long at a place at an hour.
        Queue = "queue",
        /// A place is full or closed when one comes.
        Turned = "turned",
        /// The task has not moved.
        TaskStuck = "task_stuck",
        /// A task is done.
        TaskDone = "task_done",
        /// A task was given up.
        TaskGivenUp = "task_given_up",
        /// A goal is met.
        GoalMet = "goal_met",
        /// A goal was given up.
        GoalGivenUp = "goal_given_up",
        /// What somebody kept speaking of is done.
        TheirTaskDone = "their_task_done",
        /// Much turns about the task.
        TaskMoves = "task_moves",
        /// Somebody keeps speaking of something.
        Interest = "interest",
        /// Somebody does not wait their turn, or is loud.
        Inconsiderate = "inconsiderate",
        /// Makes time for somebody.
        Arranged = "arranged",
        /// Misses company.
        Lonely = "lonely",
        /// Misses fun.
        AllWork = "all_work",
        /// Sleeps too little.
        Tired = "tired",
        /// Several thoughts about one person.
        PersonMatters = "person_matters",
        /// Several thoughts about coming late and missing.
        OutOfHand = "out_of_hand",
        /// Several thoughts about queues and full places.
        Crowded = "crowded",
        /// Thoughts mostly about people.
        ForPeople = "for_people",
        /// Thoughts mostly about work.
        ForWork = "for_work",
    }
}

/// An insight in words. Somebody keeps their own way of saying a thing, so that the same thought
/// is recognised when it comes again: `own` picks it.
pub fn say(pattern: Pattern, language: Language, own: u32, values: &[(&str, &str)]) -> String {
    let all = stock(language).list("insight", pattern.word());
    let value = |name: &str| {
        let (_, value) = values.iter().find(|(known, _)| *known == name)?;
        Some((*value).to_owned())
    };
    // Where somebody's own words for it have a gap that nothing fills, others are taken.
    let mut order = (0..all.len()).map(|more| (own as usize + more) % all.len());
    let said = order.find_map(|at| all[at].fill(&value, true));
    said.unwrap_or_default()
}

named! {
    /// What a question asks about: the word is the key of its sentence in the table `question` of
    /// the stocks.
    Subject {
        /// Somebody else, by their first name.
        Person = "person",
        /// A place of the campus, by its name.
        Place = "place",
        /// A course or event.
        Course = "course",
        /// The long-term task.
        Task = "task",
        /// Oneself.
        Myself = "myself",
    }
}

/// A question of a reflection in words.
pub fn ask(subject: Subject, language: Language, name: &str) -> String {
    let all = stock(language).list("question", subject.word());
    all.first().map_or_else(String::new, |form| form.with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn everything_can_be_said_and_asked_in_every_language() {
        let values = ["p", "place", "hour", "what", "n"].map(|name| (name, "Hana {x}"));
        for language in Language::ALL.iter().copied() {
            for pattern in Pattern::ALL.iter().copied() {
                let all = stock(language).list("insight", pattern.word());
                assert!(all.len() >= 2, "{language} {pattern}");
                let said: BTreeSet<String> = (0..all.len() as u32)
                    .map(|own| say(pattern, language, own, &values))
                    .collect();
                assert_eq!(said.len(), all.len(), "{language} {pattern}");
                assert!(
                    said.iter()
                        .all(|text| text.len() > 8 && !text.contains("{{")),
                    "{said:?}"
                );
            }
            for subject in Subject::ALL.iter().copied() {
                let asked = ask(subject, language, "Hana {x}");
                let named = asked.contains("Hana {x}");
                assert_eq!(named, subject != Subject::Myself, "{asked}");
                assert!(asked.ends_with(['?', '？']), "{asked}");
            }
        }
    }
}
