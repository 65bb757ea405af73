//! What somebody observes of a call that was carried out, at once: as a refusal says why not, this
//! says what came of it. What follows later (being served, an answer, the end of a walk) is told by
//! the events that it becomes.

use super::{Find, Names, tell};
use collegium_core::{
    i18n::{Words, key},
    ids::{AgentId, PlaceId},
    time::{MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};

/// What somebody observes of their call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Observed {
    /// It is done, and there is nothing more to see of it.
    Done,
    /// They have set out.
    OnTheWay {
        /// The place where the way ends; none for open ground.
        place: Option<PlaceId>,
        /// How long the way takes, in seconds.
        seconds: u32,
        /// How many people are in the place.
        there: u16,
    },
    /// They stand in a queue.
    Queueing {
        /// How many are served before them.
        ahead: u16,
        /// What they will pay, in cents.
        cents: u32,
    },
    /// It goes on until then.
    Until(SimTime),
    /// What they looked for, as far as it was found.
    Found(Vec<Find>),
    /// They are heard by so many.
    Heard {
        /// The person they speak to.
        by: AgentId,
        /// How many others take part in the talk.
        others: u16,
    },
    /// It waits for somebody's answer.
    Waits(AgentId),
    /// It stands in their timetable, and begins then.
    Entered(SimTime),
}

impl Observed {
    /// Whether there is more to it than that the call was carried out.
    pub const fn says(&self) -> bool {
        !matches!(self, Observed::Done)
    }

    /// What was observed, in a few words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        match self {
            Observed::Done => words.say(key("observed-done")).to_owned(),
            Observed::OnTheWay {
                place,
                seconds,
                there,
            } => {
                let place = tell::place(words, *place, names);
                let values = [
                    ("place", place.into()),
                    ("minutes", seconds.div_ceil(MINUTE).into()),
                    ("n", u32::from(*there).into()),
                ];
                words.say_with("observed-on-the-way", &values)
            }
            Observed::Queueing { ahead, cents } => {
                let values = [
                    ("n", u32::from(*ahead).into()),
                    ("money", tell::money(*cents).into()),
                ];
                words.say_with("observed-queueing", &values)
            }
            Observed::Until(moment) => {
                words.say_with("observed-until", &[("time", moment.clock().into())])
            }
            Observed::Found(finds) => tell::finds(words, finds, names),
            Observed::Heard { by, others } => {
                let values = [
                    ("name", names.first(*by).into()),
                    ("n", u32::from(*others).into()),
                ];
                words.say_with("observed-heard", &values)
            }
            Observed::Waits(on) => {
                words.say_with("observed-waits", &[("name", names.first(*on).into())])
            }
            Observed::Entered(begins) => {
                let time = tell::day_and_time(words, *begins);
                words.say_with("observed-entered", &[("time", time.into())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;
    use collegium_core::i18n::Language;

    #[test]
    fn observations_are_told_in_every_language() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let all = [
            Observed::Done,
            Observed::OnTheWay {
                place: Some(PlaceId(0)),
                seconds: 100,
                there: 3,
            },
            Observed::Queueing {
                ahead: 4,
                cents: 350,
            },
            Observed::Until(SimTime(36_000)),
            Observed::Found(Vec::new()),
            Observed::Found(tell::samples::finds()),
            Observed::Heard {
                by: AgentId(1),
                others: 2,
            },
            Observed::Waits(AgentId(1)),
            Observed::Entered(SimTime(36_000)),
        ];
        for language in Language::ALL.iter().copied() {
            let words = Words::of(language);
            for observed in &all {
                let text = observed.told(words, &names);
                let told = !text.is_empty() && !text.contains(['{', '$', '_']);
                assert!(told && !text.starts_with("observed-"), "{text}");
            }
        }
        assert_eq!(
            all[2].told(Words::of(Language::English), &names),
            "4 people wait before me; it costs 3.50"
        );
    }
}
