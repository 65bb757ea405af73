//! Lessons: what has gone well, as sentences that people and language models read and that the
//! built-in rule goes by.
//!
//! A lesson says which act to favour at a decision point, and in which circumstances. A book of
//! lessons is a TOML file (`docs/learning.md`); whoever is taught one chooses by the built-in rule
//! as before, and then, by luck and the lesson's strength, does what the lesson favours instead.

use super::{
    circumstance::Circumstance,
    observe::Observation,
    points::{Act, Point},
    situation::ActMask,
};
use crate::tools::Checked;
use collegium_core::{
    dice::Stream,
    i18n::{Language, Value, Words},
};
use serde::{Deserialize, Serialize};

/// How much the decisions of a dataset speak for a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// How much more reward a stretch brought after the act than after what it is advised instead
    /// of, in the mean: a weighed sum of reward terms, so without a unit.
    pub gain: f32,
    /// The lower end of the gain's 95 % interval; without a unit, like the gain.
    pub low: f32,
    /// The upper end of that interval.
    pub high: f32,
    /// How likely so much would be by chance, corrected for all that was compared; 0 to 1.
    pub p: f32,
    /// In the best quarter of stretches: how often the act was done, of how many decisions.
    pub good: (u32, u32),
    /// The same in all others.
    pub others: (u32, u32),
}

/// Something that has gone well.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The decision point that it is for.
    pub point: Point,
    /// In which circumstance; in every one without.
    pub when: Option<Circumstance>,
    /// The act that it advises.
    pub act: Act,
    /// The act that it is advised in the place of; of any other one where there is none.
    pub instead: Option<Act>,
    /// With which probability the built-in rule gives way to it, 0 to 1.
    pub strength: f32,
    /// What speaks for it; nothing for one that somebody wrote down.
    pub evidence: Option<Evidence>,
}

impl Lesson {
    /// Whether it would change what the rule has chosen.
    pub fn changes(&self, point: Point, ruled: Act, mask: ActMask, seen: &Observation) -> bool {
        self.point == point
            && self.act != ruled
            && self.instead.is_none_or(|act| act == ruled)
            && mask.allows(self.act)
            && self.when.is_none_or(|when| when.holds(seen))
    }

    /// It in a sentence, in the language of the words.
    pub fn sentence(&self, words: &Words) -> String {
        let when = match self.when {
            Some(when) => words.label("lesson-when", when.word()),
            None => words.label("lesson-at", self.point.word()),
        };
        let act = words.label("lesson-do", self.act.word());
        let mut values: Vec<(&str, Value<'_>)> = vec![("when", when.into()), ("act", act.into())];
        match self.instead {
            Some(instead) => {
                values.push(("instead", words.label("lesson-do", instead.word()).into()));
                words.say_with("lesson-rather", &values)
            }
            None => words.say_with("lesson-plain", &values),
        }
    }

    /// It in a sentence for prompts and files, whichever language the window speaks.
    pub fn in_words(&self, language: Language) -> String {
        self.sentence(Words::of(language))
    }
}

/// Which decisions a book of lessons was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The name of the scenario in which it was found.
    pub scenario: String,
    /// Who decided there: `off`, `expert`, or the name of a head or model.
    pub by: String,
    /// How many decisions were looked at.
    pub decisions: u64,
    /// How long a stretch is, in simulated minutes.
    pub stretch_minutes: u32,
}

/// The most lessons of a book: each stands in the prompts.
pub const MOST: usize = 8;

/// A book of lessons, which is taught as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lessons {
    /// Its name, in letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// What it was made from; nothing for one that somebody wrote.
    pub made_from: Option<Origin>,
    /// The lessons, the weightiest first.
    pub list: Vec<Lesson>,
}

impl Lessons {
    /// The first lesson, by luck and its strength, that changes what the rule has chosen.
    pub fn change(
        &self,
        (point, ruled, mask): (Point, Act, ActMask),
        seen: &Observation,
        roll: &mut Stream,
    ) -> Option<Lesson> {
        self.list
            .iter()
            .find(|l| l.changes(point, ruled, mask, seen) && roll.chance(l.strength))
            .copied()
    }

    /// Every lesson of it in a sentence.
    pub fn in_words(&self, language: Language) -> Vec<String> {
        self.list
            .iter()
            .map(|lesson| lesson.in_words(language))
            .collect()
    }

    /// A checksum over the book as it stands in its file: books of equal sums teach alike.
    pub fn checksum(&self) -> u64 {
        let hash = blake3::hash(self.toml().as_bytes());
        hash.as_bytes()
            .iter()
            .take(8)
            .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    /// The mark of it that the log keeps: its name and checksum.
    pub(super) fn mark(&self) -> Checked {
        Checked {
            name: self.name.clone(),
            checksum: self.checksum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::{
        WIDTH,
        observe::place,
        points::{Queue, Voice},
    };
    use collegium_core::dice::{Dice, Draw};

    #[test]
    fn every_lesson_is_a_sentence_in_every_language() {
        for language in Language::ALL.iter().copied() {
            let mut all = std::collections::BTreeSet::new();
            let mut count = 0;
            for point in Point::ALL.iter().copied() {
                let whens = Circumstance::of(point)
                    .iter()
                    .copied()
                    .map(Some)
                    .chain([None]);
                for (when, act) in
                    whens.flat_map(|when| point.acts().iter().map(move |act| (when, *act)))
                {
                    let others = point
                        .acts()
                        .iter()
                        .copied()
                        .filter(|other| *other != act)
                        .map(Some)
                        .chain([None]);
                    for instead in others {
                        let lesson = Lesson {
                            point,
                            when,
                            act,
                            instead,
                            strength: 1.0,
                            evidence: None,
                        };
                        let text = lesson.in_words(language);
                        assert!(
                            text.ends_with(['.', '。']) && !text.contains(['_', '{']),
                            "{text}"
                        );
                        assert!(
                            !text.contains("lesson") && text.chars().count() < 160,
                            "{text}"
                        );
                        count += 1;
                        all.insert(text);
                    }
                }
            }
            assert_eq!(
                all.len(),
                count,
                "two lessons read alike in {}",
                language.word()
            );
        }
        let quiet = Lesson {
            point: Point::Voice,
            when: Some(Circumstance::Quiet),
            act: Voice::SpeakLow.into(),
            instead: Some(Voice::SpeakUp.into()),
            strength: 1.0,
            evidence: None,
        };
        let text = quiet.in_words(Language::English);
        assert_eq!(
            text,
            "Where others want quiet, keep your voice low rather than speak up."
        );
    }

    #[test]
    fn a_lesson_changes_what_it_is_about_and_by_its_strength() {
        let wait = Lesson {
            point: Point::Queue,
            when: Some(Circumstance::LongQueue),
            act: Queue::Wait.into(),
            instead: Some(Queue::CutIn.into()),
            strength: 0.5,
            evidence: None,
        };
        let mut seen = [0.0; WIDTH];
        seen[place("ahead")] = 0.5;
        let mask = ActMask::of(Point::Queue.acts());
        assert!(wait.changes(Point::Queue, Queue::CutIn.into(), mask, &seen));
        assert!(
            !wait.changes(Point::Queue, Queue::GiveUp.into(), mask, &seen),
            "it is about stepping in front"
        );
        assert!(!wait.changes(Point::Queue, Queue::Wait.into(), mask, &seen));
        assert!(
            !wait.changes(
                Point::Queue,
                Queue::CutIn.into(),
                mask.without(Queue::Wait.into()),
                &seen
            ),
            "it is not possible"
        );
        assert!(
            !wait.changes(Point::Queue, Queue::CutIn.into(), mask, &[0.0; WIDTH]),
            "the queue is short"
        );
        let book = Lessons {
            name: "one".to_owned(),
            made_from: None,
            list: vec![wait],
        };
        let dice = Dice { seed: 3 };
        let changed = (0..4000)
            .filter(|i| {
                let mut roll = dice.stream(*i, Draw::of("test"), 0);
                book.change((Point::Queue, Queue::CutIn.into(), mask), &seen, &mut roll)
                    .is_some()
            })
            .count();
        assert!((1900..2100).contains(&changed), "{changed}");
    }
}
