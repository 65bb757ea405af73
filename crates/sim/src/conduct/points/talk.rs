//! Whether to speak to somebody, given the place.

use super::point::DecisionPoint;
use crate::{
    campus::{Noise, people::Traits},
    conduct::{
        circumstance::Circumstance,
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// Whether somebody begins to talk.
    Talk {
        /// Begins to talk.
        Begin = "begin",
        /// Lets it be.
        Refrain = "refrain",
    }
}

impl DecisionPoint for Talk {
    const QUESTION: &'static str = "You are about to speak to somebody. Do you, here and now?";

    const CIRCUMSTANCES: &'static [Circumstance] = Circumstance::OF_THE_PLACE;

    fn built_in(situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Self {
        let dares = match situation.noise {
            Noise::Silent => roll.chance(0.12 * (1.2 - traits.courtesy) * traits.sociability),
            Noise::Quiet => roll.chance(0.5),
            Noise::Normal | Noise::Loud => true,
        };
        if dares { Self::Begin } else { Self::Refrain }
    }

    fn expert(situation: &Situation, _: Feels) -> Self {
        if situation.noise == Noise::Silent {
            Self::Refrain
        } else {
            Self::Begin
        }
    }
}
