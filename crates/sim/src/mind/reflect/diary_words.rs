//! How the built-in mind writes its diary: who somebody is decides what they write of, in which
//! order and in which tone.

use crate::{campus::people::Persona, mind::stock::stock};
use collegium_core::{
    dice::Stream,
    i18n::{Language, bare},
    named,
};

/// The facts of a day.
pub struct Day {
    /// 0 for Monday.
    pub weekday: usize,
    /// First names of those they talked with most.
    pub met: Vec<String>,
    /// What stood out, as it was remembered.
    pub best: Option<String>,
    /// What they came to in time.
    pub attended: Vec<String>,
    /// What they came late to.
    pub late: Vec<String>,
    /// Titles of what was fixed and they did not come to.
    pub missed: Vec<String>,
    /// How much was fixed that day.
    pub fixed: usize,
    /// The last insight of the day.
    pub thought: Option<String>,
    /// The long-term task of which the page tells.
    pub task: String,
    /// How it stands.
    pub stands: TaskStands,
    /// A goal of their own that ended on the day, with whether it was met.
    pub goal: Option<(String, bool)>,
    /// How well their needs are met, 0 to 1, sleep left out.
    pub mood: f32,
    /// How tired they are, 0 to 1.
    pub tired: f32,
}

impl Day {
    /// Whether the task came to its end on the day.
    const fn task_ended(&self) -> bool {
        matches!(self.stands, TaskStands::Done | TaskStands::GivenUp)
    }
}

/// What somebody says of themselves these days.
pub struct These {
    /// First names of those they talk with most.
    pub people: Vec<String>,
    /// Where they mostly are.
    pub places: Vec<String>,
    /// What they think lately, the deepest first.
    pub thoughts: Vec<String>,
    /// The long-term task.
    pub task: String,
    /// How it stands.
    pub stands: TaskStands,
    /// What they have set themselves; empty where that is nothing.
    pub goal: String,
}

named! {
    /// How the task of which somebody writes stands: the word is the key of its sentences in the table
    /// `diary` of the stocks.
    TaskStands {
        /// It is not begun, or just begun.
        Fresh = "task",
        /// A part of it was done on the day.
        Part = "task_part",
        /// It goes well.
        Going = "task_going",
        /// Nothing was done for it for days.
        Stuck = "task_stuck",
        /// It was done on the day.
        Done = "task_done",
        /// It was given up on the day.
        GivenUp = "task_given_up",
    }
}

/// One of the sentences under a key of the table `diary`, with a value in its gaps.
fn one(l: Language, roll: &mut Stream, key: &str, value: &str) -> String {
    let all = stock(l).list("diary", key);
    roll.pick(all).map_or_else(String::new, |sentence| {
        sentence
            .fill(&|_| Some(value.to_owned()), true)
            .unwrap_or_default()
    })
}

/// The sentence under a key that has only one.
fn only(l: Language, key: &str, value: &str) -> String {
    let all = stock(l).list("diary", key);
    all.first()
        .map_or_else(String::new, |form| form.with(value))
}

/// Names as one enumeration, with commas and an “and” before the last.
fn row(names: &[String], language: Language) -> String {
    let (comma, and) = (only(language, "comma", ""), only(language, "and", ""));
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(&comma)),
    }
}

/// Writes the page of a day in the first person, as the persona's nature has it.
pub fn page(day: &Day, persona: &Persona, roll: &mut Stream) -> String {
    let (l, t) = (persona.language, &persona.traits);
    let key = if t.energy > 0.68 {
        "open_lively"
    } else if t.quietness > 0.62 {
        "open_quiet"
    } else if t.diligence > 0.72 {
        "open_orderly"
    } else {
        "open"
    };
    let weekday = stock(l).day_of_week(day.weekday);
    let mut parts = vec![one(l, roll, key, &weekday)];
    // What somebody is like decides what comes first.
    let mut topics: Vec<(f32, fn(&Day, Language, &mut Stream) -> Option<String>)> = vec![
        (t.sociability, people),
        (t.diligence, duties),
        (0.55 + 0.2 * roll.bell(), best),
        (0.45 + 0.3 * (1.0 - t.energy), thought),
        // What came to its end on the day is worth more than that it is still to do.
        (
            if day.task_ended() {
                0.8
            } else {
                0.3 * t.diligence
            } + 0.2 * roll.bell(),
            task,
        ),
        (0.5 + 0.2 * roll.bell(), goal),
    ];
    topics.sort_by(|a, b| b.0.total_cmp(&a.0));
    let most = if t.quietness > 0.7 { 2 } else { 4 };
    parts.extend(
        topics
            .into_iter()
            .filter_map(|(_, tell)| tell(day, l, roll))
            .take(most),
    );
    parts.push(closing(day, l, roll));
    parts.join(if l == Language::Chinese { "" } else { " " })
}

fn people(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let key = if day.met.is_empty() { "nobody" } else { "met" };
    Some(one(l, roll, key, &row(&day.met, l)))
}

fn duties(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let (key, what) = if !day.missed.is_empty() {
        ("missed", &day.missed)
    } else if !day.late.is_empty() {
        ("late", &day.late)
    } else if !day.attended.is_empty() {
        ("attended", &day.attended)
    } else if day.fixed == 0 {
        ("free", &day.attended)
    } else {
        ("held", &day.attended)
    };
    Some(one(l, roll, key, &row(&what[..what.len().min(3)], l)))
}

fn best(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let best = day.best.as_deref()?;
    Some(one(l, roll, "best", &bare(best)))
}

fn thought(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let thought = day.thought.as_deref()?;
    Some(one(l, roll, "thought", &bare(thought)))
}

fn task(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    (!day.task.is_empty()).then(|| one(l, roll, day.stands.word(), &day.task))
}

fn goal(day: &Day, l: Language, roll: &mut Stream) -> Option<String> {
    let (goal, met) = day.goal.as_ref()?;
    let key = if *met { "goal_met" } else { "goal_given_up" };
    Some(one(l, roll, key, goal))
}

fn closing(day: &Day, l: Language, roll: &mut Stream) -> String {
    let key = if day.tired > 0.75 {
        "close_tired"
    } else if day.mood > 0.62 {
        "close_good"
    } else if day.mood > 0.42 {
        "close_fair"
    } else {
        "close_poor"
    };
    one(l, roll, key, "")
}

/// A self-summary.
pub fn summary(these: &These, persona: &Persona) -> String {
    let l = persona.language;
    let thoughts: Vec<String> = these
        .thoughts
        .iter()
        .map(|t| bare(t).into_owned())
        .collect();
    let on_my_mind = match these.stands {
        TaskStands::Going | TaskStands::Part => "on_my_mind_going",
        TaskStands::Stuck => "on_my_mind_stuck",
        TaskStands::Fresh | TaskStands::Done | TaskStands::GivenUp => "on_my_mind",
    };
    let parts: Vec<String> = [
        ("days", row(&these.places, l)),
        ("company", row(&these.people, l)),
        (on_my_mind, these.task.clone()),
        ("aims", these.goal.clone()),
        ("lately", thoughts.join("; ")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| only(l, key, &value))
    .collect();
    parts.join(if l == Language::Chinese { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;
    use collegium_core::dice::{Dice, Draw};
    use std::collections::BTreeSet;

    fn a_day() -> Day {
        Day {
            weekday: 2,
            met: vec!["Hana".to_owned(), "Elliot".to_owned()],
            best: Some("I waited 12 minutes for lunch at Refectory".to_owned()),
            attended: vec!["COM101 First Programs".to_owned()],
            late: Vec::new(),
            missed: Vec::new(),
            fixed: 2,
            thought: Some("I keep meeting Hana at the Library around 15:00.".to_owned()),
            task: "finish the map".to_owned(),
            stands: TaskStands::Fresh,
            goal: None,
            mood: 0.6,
            tired: 0.4,
        }
    }

    #[test]
    fn no_two_people_write_the_same_page_of_the_same_day() {
        let (scenario, _) = testing::first_week();
        let mut pages = BTreeSet::new();
        for (i, (persona, _)) in scenario.people.iter().enumerate() {
            let mut roll = Dice { seed: 1 }.stream(i as u32, Draw::of("test"), 2);
            let text = page(&a_day(), persona, &mut roll);
            assert!(
                text.contains("Wednesday") && !text.contains('{') && !text.contains(".."),
                "{text}"
            );
            pages.insert(text);
        }
        assert!(pages.len() >= scenario.people.len() - 1, "{pages:#?}");
    }

    #[test]
    fn how_the_task_stands_and_what_became_of_goals_is_said_in_words_of_its_own() {
        let mut roll = Dice { seed: 1 }.stream(0, Draw::of("test"), 0);
        for l in Language::ALL.iter().copied() {
            let mut said = BTreeSet::new();
            for stands in TaskStands::ALL.iter().copied() {
                let day = Day { stands, ..a_day() };
                let text = task(&day, l, &mut roll).unwrap();
                assert!(text.contains("finish the map"), "{l} {stands}: {text}");
                said.insert(text);
            }
            for met in [true, false] {
                let goal_of_it = Some(("see Hana".to_owned(), met));
                let day = Day {
                    goal: goal_of_it,
                    ..a_day()
                };
                let text = goal(&day, l, &mut roll).unwrap();
                assert!(text.contains("see Hana"), "{l}: {text}");
                said.insert(text);
            }
            assert_eq!(said.len(), TaskStands::ALL.len() + 2, "{said:?}");
            assert!(goal(&a_day(), l, &mut roll).is_none());
        }
    }

    #[test]
    fn pages_are_written_in_the_language_of_their_writer() {
        let (scenario, _) = testing::first_week();
        let mut persona = scenario.people[3].0.clone();
        for (language, weekday) in [
            (Language::English, "Wednesday"),
            (Language::Chinese, "星期三"),
            (Language::Vietnamese, "hứ Tư"),
        ] {
            persona.language = language;
            for moment in 0..20 {
                let mut roll = Dice { seed: 1 }.stream(3, Draw::of("test"), moment);
                let text = page(&a_day(), &persona, &mut roll);
                assert!(text.contains(weekday) && !text.contains('{'), "{text}");
            }
            let these = These {
                people: vec!["Hana".to_owned()],
                places: vec!["Library".to_owned(), "Refectory".to_owned()],
                thoughts: vec!["I am late too often.".to_owned()],
                task: "x".to_owned(),
                stands: TaskStands::Fresh,
                goal: String::new(),
            };
            let text = summary(&these, &persona);
            assert!(
                text.contains("Hana") && text.contains("Library") && !text.contains('{'),
                "{text}"
            );
        }
    }
}
