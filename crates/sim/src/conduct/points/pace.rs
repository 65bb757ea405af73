//! At which pace to go to what is fixed.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// At which pace somebody goes.
    Pace {
        /// Goes at a walk.
        Walk = "walk",
        /// Goes half as fast again.
        Hurry = "hurry",
    }
}

impl DecisionPoint for Pace {
    const QUESTION: &'static str = "You set off for something fixed. At which pace?";

    const CIRCUMSTANCES: &'static [Circumstance] = &[Circumstance::Late, Circumstance::Unhurried];

    fn built_in(_: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Self {
        let hurries =
            feels.late > 0 && roll.chance(0.25 + 0.5 * traits.punctuality + 0.25 * traits.energy);
        if hurries { Self::Hurry } else { Self::Walk }
    }

    fn expert(_: &Situation, feels: Feels) -> Self {
        if feels.late > 0 {
            Self::Hurry
        } else {
            Self::Walk
        }
    }

    fn brings(self, _: &Situation) -> Brought {
        match self {
            Self::Hurry => Brought::default().and(RewardTerm::Effort, -0.03),
            Self::Walk => Brought::default(),
        }
    }
}
