//! Decision points. Each has a file of its own, which says what the acts there are, which of them a
//! situation leaves open, what the written-down minds choose, and what a choice brings and counts;
//! the list below is where they are known.

mod amends;
mod focus;
mod greet;
mod help;
mod pace;
mod point;
mod queue;
mod registry;
mod set_off;
mod talk;
mod voice;

use super::{
    circumstance::Circumstance,
    measures::Counts,
    reward::Brought,
    situation::{Feels, Situation},
};
use crate::campus::people::Traits;
use collegium_core::{dice::Stream, named::none_of};
use point::DecisionPoint as _;
use registry::registry;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

// The list of the decision points. A new one is a file of its own, its `mod` above and its line
// here. Heads read observations and give acts by place: append, never reorder.
registry! {
    /// Something fixed comes next: when to set off for it, or to stay away.
    SetOff(set_off);
    /// On the way to something fixed: at which pace.
    Pace(pace);
    /// At a counter where people wait.
    Queue(queue);
    /// About to speak to somebody: whether to, given the place.
    Talk(talk);
    /// About to say a line: how loud, or not at all.
    Voice(voice);
    /// Tempted to break off studying.
    Focus(focus);
    /// Somebody known comes by, or has greeted.
    Greet(greet);
    /// Somebody asks for help.
    Help(help);
    /// A norm was just broken at somebody's cost.
    Amends(amends);
}

impl Act {
    /// The one with that word; none for any other word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|act| act.word() == word)
    }

    /// Reads the word used in files.
    ///
    /// # Errors
    /// For any other word, naming what was expected.
    pub fn parse(word: &str) -> Result<Self, String> {
        Self::find(word).ok_or_else(|| {
            let words: Vec<&str> = Self::ALL.iter().map(|act| act.word()).collect();
            none_of(word, &words)
        })
    }
}

/// As its number: that is how saves have it.
impl Serialize for Act {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number() as u32)
    }
}

impl<'de> Deserialize<'de> for Act {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        let act = Self::ALL.get(number as usize).copied();
        act.ok_or_else(|| {
            D::Error::custom(format!("found act {number}; expected less than {ACTS}"))
        })
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.word().replace('_', " "))
    }
}

#[cfg(test)]
mod testing {
    use super::*;
    use collegium_core::dice::{Dice, Draw};

    /// Somebody rested, in good spirits and in good time.
    pub const FRESH: Feels = Feels {
        tired: 0.1,
        bored: 0.2,
        late: -1200,
    };

    /// How often somebody of that character does that, by the built-in rule.
    pub fn share(act: impl Into<Act>, situation: Situation, traits: Traits) -> f32 {
        let (act, dice) = (act.into(), Dice { seed: 3 });
        let done = |i: &u32| {
            let mut roll = dice.stream(*i, Draw::of("test"), 0);
            let done = situation
                .point
                .built_in(&situation, &traits, FRESH, &mut roll);
            done == act
        };
        (0..4000).filter(done).count() as f32 / 4000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::Noise;
    use collegium_core::dice::{Dice, Draw};

    /// Situations of every kind at a point.
    fn situations(point: Point) -> impl Iterator<Item = Situation> {
        [(false, 0), (true, 0), (true, 9)]
            .into_iter()
            .flat_map(move |(optional, ahead)| {
                [Noise::Silent, Noise::Quiet, Noise::Normal, Noise::Loud].map(|noise| Situation {
                    optional,
                    ahead,
                    ..Situation::at(point, noise)
                })
            })
    }

    #[test]
    fn every_act_belongs_to_one_point_and_two_are_always_possible() {
        let all: Vec<Act> = Point::ALL.iter().flat_map(|p| p.acts()).copied().collect();
        assert_eq!(all, Act::ALL);
        for (number, act) in all.into_iter().enumerate() {
            assert_eq!((act.number(), Act::find(act.word())), (number, Some(act)));
            let saved = postcard::to_stdvec(&act).unwrap();
            assert_eq!(saved, [number as u8], "saves have an act as its number");
            assert_eq!(postcard::from_bytes::<Act>(&saved).unwrap(), act);
        }
        assert!(postcard::from_bytes::<Act>(&[ACTS as u8]).is_err());
        for situation in Point::ALL.iter().copied().flat_map(situations) {
            let acts: Vec<Act> = situation.mask().acts().collect();
            assert!(acts.len() >= 2, "{}", situation.point);
            assert!(acts.iter().all(|act| situation.point.acts().contains(act)));
        }
    }

    #[test]
    fn who_decides_does_what_is_possible_and_the_expert_breaks_no_norm() {
        for situation in Point::ALL.iter().copied().flat_map(situations) {
            let (point, mask) = (situation.point, situation.mask());
            for late in [-1800, 0, 240] {
                let feels = Feels {
                    late,
                    ..testing::FRESH
                };
                let act = point.expert(&situation, feels);
                assert!(mask.allows(act), "{point} {act}");
                assert!(!act.brings(&situation).broken.any());
                assert!(!matches!(
                    act,
                    Act::Queue(Queue::CutIn)
                        | Act::SetOff(SetOff::Late | SetOff::Skip)
                        | Act::Voice(Voice::SpeakUp)
                ));
                for i in 0..50 {
                    let mut roll = Dice { seed: 9 }.stream(i, Draw::of("test"), 0);
                    let act = point.built_in(&situation, &Traits::default(), feels, &mut roll);
                    assert!(mask.allows(act), "{point} {act}");
                }
            }
        }
    }
}
