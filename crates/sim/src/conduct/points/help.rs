//! Whether to help somebody who asks.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Count, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::{dice::Stream, time::MINUTE};

pub(super) struct Help;

impl DecisionPoint for Help {
    fn question(&self) -> &'static str {
        "Somebody beside you is stuck and asks for help. Do you help?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        &[Circumstance::Late, Circumstance::Unhurried]
    }

    fn built_in(
        &self,
        situation: &Situation,
        traits: &Traits,
        feels: Feels,
        roll: &mut Stream,
    ) -> Act {
        let busy = if feels.late > -10 * MINUTE as i32 {
            0.3
        } else {
            0.0
        };
        let helps = 0.1 + 0.5 * traits.courtesy + 0.3 * situation.closeness() - busy;
        if roll.chance(helps.clamp(0.02, 0.95)) {
            Act::Help
        } else {
            Act::Decline
        }
    }

    fn expert(&self, _: &Situation, feels: Feels) -> Act {
        // To help and come late would be no kindness to those who wait.
        if feels.late > -3 * MINUTE as i32 {
            Act::Decline
        } else {
            Act::Help
        }
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        let brought = Brought::default();
        match act {
            Act::Help => brought
                .and(RewardTerm::Cooperation, 0.5)
                .and(RewardTerm::Effort, -0.1),
            Act::Decline => brought.and(RewardTerm::Cooperation, -0.2),
            _ => brought,
        }
    }

    fn count(&self, act: Act, _: &Situation, counts: &mut Counts) {
        counts.add(Count::Asked, 1);
        counts.add(Count::Helped, u32::from(act == Act::Help));
    }
}
