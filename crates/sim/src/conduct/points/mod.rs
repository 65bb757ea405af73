//! Decision points, one file each: the acts there, which of them a situation leaves open, what the
//! written-down minds choose, and what a choice brings and counts.

mod amends;
mod focus;
mod greet;
mod help;
mod pace;
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
use collegium_core::dice::Stream;
use registry::registry;

pub(super) use set_off::aim;

// The list of the decision points. A new one is a file of its own, its `mod` above and its entry
// here. Heads read observations and give acts by place: append, never reorder.
registry! {
    /// Something fixed comes next: when to set off for it, or to stay away.
    SetOff(set_off) {
        /// Means to be there eight minutes before.
        Early = "early",
        /// Means to be there three minutes before.
        InTime = "in_time",
        /// Means to be there on the minute.
        Tight = "tight",
        /// Means to come five minutes late.
        Late = "late",
        /// Stays away (classes only).
        Skip = "skip",
    }
    /// On the way to something fixed: at which pace.
    Pace(pace) {
        /// Goes at a walk.
        Walk = "walk",
        /// Goes half as fast again.
        Hurry = "hurry",
    }
    /// At a counter where people wait.
    Queue(queue) {
        /// Waits for their turn.
        Wait = "wait",
        /// Steps in front of those who wait (where more than two do).
        CutIn = "cut_in",
        /// Goes without.
        GiveUp = "give_up",
    }
    /// About to speak to somebody: whether to, given the place.
    Talk(talk) {
        /// Begins to talk.
        Begin = "begin",
        /// Lets it be.
        Refrain = "refrain",
    }
    /// About to say a line: how loud, or not at all.
    Voice(voice) {
        /// Speaks low.
        SpeakLow = "speak_low",
        /// Speaks with a voice that carries.
        SpeakUp = "speak_up",
        /// Says no more and ends the talk (where others began it).
        Hush = "hush",
    }
    /// Tempted to break off studying.
    Focus(focus) {
        /// Goes on studying.
        KeepOn = "keep_on",
        /// Breaks off for five to twelve minutes.
        BreakOff = "break_off",
    }
    /// Somebody known comes by, or has greeted.
    Greet(greet) {
        /// Greets.
        Greet = "greet",
        /// Passes by without a word.
        PassBy = "pass_by",
    }
    /// Somebody asks for help.
    Help(help) {
        /// Helps.
        Help = "help",
        /// Does not help.
        Decline = "decline",
    }
    /// A norm was just broken at somebody's cost.
    Amends(amends) {
        /// Says sorry.
        Apologise = "apologise",
        /// Says nothing.
        SayNothing = "say_nothing",
    }
}

/// How many acts there are: the width of a head's output.
pub const ACTS: usize = Act::ALL.len();

/// What is known of a decision point; its acts stand in the list.
pub(super) trait DecisionPoint: Sync {
    /// What is to be decided, as one asks somebody.
    fn question(&self) -> &'static str;

    /// What is told apart by those who learn from decisions there: exactly one of them holds, or
    /// there are none.
    fn circumstances(&self) -> &'static [Circumstance] {
        &[]
    }

    /// Whether a situation leaves one of its acts open. Two at least always are.
    fn possible(&self, _act: Act, _situation: &Situation) -> bool {
        true
    }

    /// What somebody of that character does, by luck.
    fn built_in(
        &self,
        situation: &Situation,
        traits: &Traits,
        feels: Feels,
        roll: &mut Stream,
    ) -> Act;

    /// What a conscientious person does, whoever they are: in time, in turn, low where others want
    /// quiet, attentive to others, and tired only when they are.
    fn expert(&self, situation: &Situation, feels: Feels) -> Act;

    /// What an act brings by itself, at once.
    fn brings(&self, _act: Act, _situation: &Situation) -> Brought {
        Brought::default()
    }

    /// What an act counts of the one who has chosen it.
    fn count(&self, _act: Act, _situation: &Situation, _counts: &mut Counts) {}
}

impl Point {
    /// What is to be decided there, as one asks somebody.
    pub fn question(self) -> &'static str {
        self.rules().question()
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
    pub fn share(act: Act, situation: Situation, traits: Traits) -> f32 {
        let dice = Dice { seed: 3 };
        let rules = situation.point.rules();
        let done = |i: &u32| {
            let mut roll = dice.stream(*i, Draw::Punctuality, 0);
            rules.built_in(&situation, &traits, FRESH, &mut roll) == act
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
        for situation in Point::ALL.iter().copied().flat_map(situations) {
            let acts: Vec<Act> = situation.mask().acts().collect();
            assert!(acts.len() >= 2, "{}", situation.point);
            assert!(acts.iter().all(|act| situation.point.acts().contains(act)));
        }
    }

    #[test]
    fn who_decides_does_what_is_possible_and_the_expert_breaks_no_norm() {
        for situation in Point::ALL.iter().copied().flat_map(situations) {
            let (rules, mask) = (situation.point.rules(), situation.mask());
            for late in [-1800, 0, 240] {
                let feels = Feels {
                    late,
                    ..testing::FRESH
                };
                let act = rules.expert(&situation, feels);
                assert!(mask.allows(act), "{} {act}", situation.point);
                assert!(!rules.brings(act, &situation).broken.any());
                assert!(!matches!(
                    act,
                    Act::CutIn | Act::Late | Act::Skip | Act::SpeakUp
                ));
                for i in 0..50 {
                    let mut roll = Dice { seed: 9 }.stream(i, Draw::Conduct, 0);
                    let act = rules.built_in(&situation, &Traits::default(), feels, &mut roll);
                    assert!(mask.allows(act), "{} {act}", situation.point);
                }
            }
        }
    }
}
