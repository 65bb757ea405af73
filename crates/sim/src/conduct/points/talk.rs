//! Whether to speak to somebody, given the place.

use super::{Act, DecisionPoint};
use crate::{
    campus::{Noise, people::Traits},
    conduct::{
        circumstance::Circumstance,
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

pub(super) struct Talk;

impl DecisionPoint for Talk {
    fn question(&self) -> &'static str {
        "You are about to speak to somebody. Do you, here and now?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        Circumstance::OF_THE_PLACE
    }

    fn built_in(&self, situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Act {
        let dares = match situation.noise {
            Noise::Silent => roll.chance(0.12 * (1.2 - traits.courtesy) * traits.sociability),
            Noise::Quiet => roll.chance(0.5),
            Noise::Normal | Noise::Loud => true,
        };
        if dares { Act::Begin } else { Act::Refrain }
    }

    fn expert(&self, situation: &Situation, _: Feels) -> Act {
        if situation.noise == Noise::Silent {
            Act::Refrain
        } else {
            Act::Begin
        }
    }
}
