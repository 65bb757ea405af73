//! Whether to help somebody who asks.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Cooperation, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::{dice::Stream, time::MINUTE};

collegium_core::named! {
    /// Whether somebody helps.
    Help {
        /// Helps.
        Help = "help",
        /// Does not help.
        Decline = "decline",
    }
}

impl DecisionPoint for Help {
    const QUESTION: &'static str = "Somebody beside you is stuck and asks for help. Do you help?";

    const CIRCUMSTANCES: &'static [Circumstance] = &[Circumstance::Late, Circumstance::Unhurried];

    fn built_in(situation: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Self {
        let busy = if feels.late > -10 * MINUTE as i32 {
            0.3
        } else {
            0.0
        };
        let helps = 0.1 + 0.5 * traits.courtesy + 0.3 * situation.closeness() - busy;
        if roll.chance(helps.clamp(0.02, 0.95)) {
            Self::Help
        } else {
            Self::Decline
        }
    }

    fn expert(_: &Situation, feels: Feels) -> Self {
        // To help and come late would be no kindness to those who wait.
        if feels.late > -3 * MINUTE as i32 {
            Self::Decline
        } else {
            Self::Help
        }
    }

    fn brings(self, _: &Situation) -> Brought {
        let brought = Brought::default();
        match self {
            Self::Help => brought
                .and(RewardTerm::Cooperation, 0.5)
                .and(RewardTerm::Effort, -0.1),
            Self::Decline => brought.and(RewardTerm::Cooperation, -0.2),
        }
    }

    fn count(self, _: &Situation, counts: &mut Counts) {
        counts.add(Cooperation::Asked, 1);
        counts.add(Cooperation::Helped, u32::from(self == Self::Help));
    }
}
