//! Decision points, and the acts there are at each.

use crate::campus::Noise;
use collegium_core::named;
use serde::{Deserialize, Serialize};

named! {
    /// A moment at which micro-behaviour matters. The order is that of the observation's first
    /// numbers: never reorder.
    Point {
        /// Something fixed comes next: when to set off for it, or to stay away.
        SetOff = "set_off",
        /// On the way to something fixed: at which pace.
        Pace = "pace",
        /// At a counter where people wait.
        Queue = "queue",
        /// About to speak to somebody: whether to, given the place.
        Talk = "talk",
        /// About to say a line: how loud, or not at all.
        Voice = "voice",
        /// Tempted to break off studying.
        Focus = "focus",
        /// Somebody known comes by, or has greeted.
        Greet = "greet",
        /// Somebody asks for help.
        Help = "help",
        /// A norm was just broken at somebody's cost.
        Amends = "amends",
    }
}

named! {
    /// What can be done at decision points: the discrete actions of policy heads, numbered in this
    /// order. Never reorder.
    Act {
        /// Means to be there eight minutes before.
        Early = "early",
        /// Means to be there three minutes before.
        InTime = "in_time",
        /// Means to be there on the minute.
        Tight = "tight",
        /// Means to come five minutes late.
        Late = "late",
        /// Stays away from a class.
        Skip = "skip",
        /// Goes at a walk.
        Walk = "walk",
        /// Goes half as fast again.
        Hurry = "hurry",
        /// Waits for its turn.
        Wait = "wait",
        /// Steps in front of those who wait.
        CutIn = "cut_in",
        /// Goes without.
        GiveUp = "give_up",
        /// Begins to talk.
        Begin = "begin",
        /// Lets it be.
        Refrain = "refrain",
        /// Speaks low.
        SpeakLow = "speak_low",
        /// Speaks with a voice that carries.
        SpeakUp = "speak_up",
        /// Says no more and ends the talk.
        Hush = "hush",
        /// Goes on studying.
        KeepOn = "keep_on",
        /// Breaks off for a few minutes.
        BreakOff = "break_off",
        /// Greets.
        Greet = "greet",
        /// Passes by without a word.
        PassBy = "pass_by",
        /// Helps.
        Help = "help",
        /// Does not help.
        Decline = "decline",
        /// Says sorry.
        Apologise = "apologise",
        /// Says nothing.
        SayNothing = "say_nothing",
    }
}

/// How many acts there are: the width of a head's output.
pub const ACTS: usize = Act::ALL.len();

impl Point {
    /// The acts that exist at it.
    pub const fn acts(self) -> &'static [Act] {
        match self {
            Point::SetOff => &[Act::Early, Act::InTime, Act::Tight, Act::Late, Act::Skip],
            Point::Pace => &[Act::Walk, Act::Hurry],
            Point::Queue => &[Act::Wait, Act::CutIn, Act::GiveUp],
            Point::Talk => &[Act::Begin, Act::Refrain],
            Point::Voice => &[Act::SpeakLow, Act::SpeakUp, Act::Hush],
            Point::Focus => &[Act::KeepOn, Act::BreakOff],
            Point::Greet => &[Act::Greet, Act::PassBy],
            Point::Help => &[Act::Help, Act::Decline],
            Point::Amends => &[Act::Apologise, Act::SayNothing],
        }
    }

    /// What is to be decided there, in a sentence.
    pub const fn question(self) -> &'static str {
        match self {
            Point::SetOff => "Something fixed comes next. When do you mean to be there, if at all?",
            Point::Pace => "You set off for something fixed. At which pace?",
            Point::Queue => "You come to a counter where others wait. Do you wait for your turn?",
            Point::Talk => "You are about to speak to somebody. Do you, here and now?",
            Point::Voice => "You are about to say something. How loud, or not at all?",
            Point::Focus => "You are studying and tempted to break off. Do you?",
            Point::Greet => "Somebody you know is near. Do you greet?",
            Point::Help => "Somebody beside you is stuck and asks for help. Do you help?",
            Point::Amends => "You have just broken a norm at somebody's cost. Do you say sorry?",
        }
    }
}

impl Act {
    /// How many seconds before a commitment somebody means to be there, for the acts of
    /// [`Point::SetOff`].
    pub const fn aim(self) -> i32 {
        match self {
            Act::Early => 480,
            Act::InTime => 180,
            Act::Late => -300,
            _ => 0,
        }
    }
}

/// Which acts are possible: bit `i` for the act of number `i`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActMask(pub u32);

impl ActMask {
    /// A mask of some acts.
    pub fn of(acts: &[Act]) -> Self {
        ActMask(acts.iter().fold(0, |mask, act| mask | 1 << *act as u32))
    }

    /// Whether an act is possible.
    pub const fn allows(self, act: Act) -> bool {
        self.0 >> (act as u32) & 1 == 1
    }

    /// The mask without an act.
    pub const fn without(self, act: Act) -> Self {
        ActMask(self.0 & !(1 << act as u32))
    }

    /// The possible acts in order.
    pub fn acts(self) -> impl Iterator<Item = Act> {
        Act::ALL
            .iter()
            .copied()
            .filter(move |act| self.allows(*act))
    }
}

/// The other at a decision point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Other {
    /// How close the other is, 0 to 10; none for a stranger.
    pub closeness: Option<f32>,
    /// Whether the other has turned to one first: greeted, or asked.
    pub turned: bool,
}

/// What is particular about a moment of decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Situation {
    /// Which point.
    pub point: Point,
    /// How many wait in front.
    pub ahead: usize,
    /// The other, where there is one.
    pub other: Option<Other>,
    /// The norm of the place.
    pub noise: Noise,
    /// Whether it may be left: a class may be skipped, a talk that others began may be ended.
    pub optional: bool,
}

impl Situation {
    /// A situation in which nothing is particular.
    pub const fn at(point: Point, noise: Noise) -> Self {
        Self {
            point,
            ahead: 0,
            other: None,
            noise,
            optional: false,
        }
    }

    /// The possible acts.
    pub fn mask(&self) -> ActMask {
        let mask = ActMask::of(self.point.acts());
        match self.point {
            Point::SetOff if !self.optional => mask.without(Act::Skip),
            Point::Voice if !self.optional => mask.without(Act::Hush),
            // Nobody steps in front of one or two.
            Point::Queue if self.ahead <= 2 => mask.without(Act::CutIn),
            _ => mask,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_belongs_to_one_point_and_something_is_always_possible() {
        let all: Vec<Act> = Point::ALL.iter().flat_map(|p| p.acts()).copied().collect();
        assert_eq!(all, Act::ALL);
        for point in Point::ALL {
            for (optional, ahead) in [(false, 0), (true, 9)] {
                let mask = Situation {
                    optional,
                    ahead,
                    ..Situation::at(*point, Noise::Normal)
                }
                .mask();
                assert!(mask.acts().count() >= 2, "{point}");
                assert!(mask.acts().all(|act| point.acts().contains(&act)));
            }
        }
    }
}
