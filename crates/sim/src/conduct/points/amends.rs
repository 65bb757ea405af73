//! Whether to say sorry when a norm was broken at somebody's cost.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        measures::{Count, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
    tools::Norm,
};
use collegium_core::dice::Stream;

pub(super) struct Amends;

impl DecisionPoint for Amends {
    fn question(&self) -> &'static str {
        "You have just broken a norm at somebody's cost. Do you say sorry?"
    }

    fn built_in(&self, _: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Act {
        if roll.chance(0.15 + 0.6 * traits.courtesy) {
            Act::Apologise
        } else {
            Act::SayNothing
        }
    }

    fn expert(&self, _: &Situation, _: Feels) -> Act {
        Act::Apologise
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        let brought = Brought::default();
        match act {
            Act::Apologise => brought
                .and(RewardTerm::Courtesy, 0.3)
                .and(RewardTerm::Effort, -0.02),
            Act::SayNothing => brought
                .and(RewardTerm::Courtesy, -0.3)
                .breaking(Norm::Discourtesy),
            _ => brought,
        }
    }

    fn count(&self, act: Act, _: &Situation, counts: &mut Counts) {
        counts.add(Count::AmendsDue, 1);
        counts.add(Count::Apologised, u32::from(act == Act::Apologise));
    }
}
