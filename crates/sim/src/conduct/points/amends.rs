//! Whether to say sorry when a norm was broken at somebody's cost.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        measures::{Counts, Courtesy},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
    tools::Norm,
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// Whether somebody says sorry.
    Amends {
        /// Says sorry.
        Apologise = "apologise",
        /// Says nothing.
        SayNothing = "say_nothing",
    }
}

impl DecisionPoint for Amends {
    const QUESTION: &'static str =
        "You have just broken a norm at somebody's cost. Do you say sorry?";

    fn built_in(_: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Self {
        if roll.chance(0.15 + 0.6 * traits.courtesy) {
            Self::Apologise
        } else {
            Self::SayNothing
        }
    }

    fn expert(_: &Situation, _: Feels) -> Self {
        Self::Apologise
    }

    fn brings(self, _: &Situation) -> Brought {
        let brought = Brought::default();
        match self {
            Self::Apologise => brought
                .and(RewardTerm::Courtesy, 0.3)
                .and(RewardTerm::Effort, -0.02),
            Self::SayNothing => brought
                .and(RewardTerm::Courtesy, -0.3)
                .breaking(Norm::Discourtesy),
        }
    }

    fn count(self, _: &Situation, counts: &mut Counts) {
        counts.add(Courtesy::AmendsDue, 1);
        counts.add(Courtesy::Apologised, u32::from(self == Self::Apologise));
    }
}
