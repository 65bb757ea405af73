//! What is particular about a moment of decision, and which acts it leaves open.

use super::points::{Act, Point};
use crate::campus::{Noise, people::Engagement};
use serde::{Deserialize, Serialize};

/// Which acts are possible: bit `i` for the act of number `i`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActMask(pub u32);

impl ActMask {
    /// A mask of some acts.
    pub fn of(acts: &[Act]) -> Self {
        ActMask(acts.iter().fold(0, |mask, act| mask | 1 << act.number()))
    }

    /// Whether an act is possible.
    pub const fn allows(self, act: Act) -> bool {
        self.0 >> act.number() & 1 == 1
    }

    /// The mask without an act.
    pub const fn without(self, act: Act) -> Self {
        ActMask(self.0 & !(1 << act.number()))
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
    /// The decision point that has come up.
    pub point: Point,
    /// How many wait in front, in a queue.
    pub ahead: usize,
    /// Who else is concerned, such as who is to be greeted or helped; none where nobody is.
    pub other: Option<Other>,
    /// How loud one may be in the place.
    pub noise: Noise,
    /// Whether it may be left: classes, events and meetings may be skipped, a talk that others began
    /// may be ended.
    pub optional: bool,
    /// What is fixed next, when one decides to set off for it; none elsewhere.
    pub next: Option<Engagement>,
}

/// How many wait in front before stepping in front of them is a norm broken: nobody steps in front
/// of one or two.
pub(super) const LONG_QUEUE: usize = 3;

impl Situation {
    /// A situation in which nothing is particular.
    pub const fn at(point: Point, noise: Noise) -> Self {
        Self {
            point,
            ahead: 0,
            other: None,
            noise,
            optional: false,
            next: None,
        }
    }

    /// The possible acts: at least two.
    pub fn mask(&self) -> ActMask {
        let acts = self.point.acts().iter().filter(|act| act.possible(self));
        ActMask(acts.fold(0, |mask, act| mask | 1 << act.number()))
    }

    /// Whether many wait in front.
    pub const fn long_queue(&self) -> bool {
        self.ahead >= LONG_QUEUE
    }

    /// How close the other is, 0 to 1; 0 for a stranger or nobody.
    pub(super) fn closeness(&self) -> f32 {
        self.other.and_then(|o| o.closeness).unwrap_or(0.0) / 10.0
    }

    /// Whether the other has turned to one first.
    pub(super) fn turned(&self) -> bool {
        self.other.is_some_and(|o| o.turned)
    }
}

/// What the written-down minds go by beside the situation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feels {
    /// How tired somebody is, 0 to 1.
    pub tired: f32,
    /// How little fun they had lately, 0 to 1.
    pub bored: f32,
    /// Seconds by which they would come late at a walk; negative when early.
    pub late: i32,
}
