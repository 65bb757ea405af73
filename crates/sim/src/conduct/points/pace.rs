//! At which pace to go to what is fixed.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

pub(super) struct Pace;

impl DecisionPoint for Pace {
    fn question(&self) -> &'static str {
        "You set off for something fixed. At which pace?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        &[Circumstance::Late, Circumstance::Unhurried]
    }

    fn built_in(&self, _: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Act {
        let hurries =
            feels.late > 0 && roll.chance(0.25 + 0.5 * traits.punctuality + 0.25 * traits.energy);
        if hurries { Act::Hurry } else { Act::Walk }
    }

    fn expert(&self, _: &Situation, feels: Feels) -> Act {
        if feels.late > 0 {
            Act::Hurry
        } else {
            Act::Walk
        }
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        match act {
            Act::Hurry => Brought::default().and(RewardTerm::Effort, -0.03),
            _ => Brought::default(),
        }
    }
}
