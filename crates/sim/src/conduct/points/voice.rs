//! How loud to say a line, or whether to say no more.

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
    /// How loud somebody says it, if at all.
    Voice {
        /// Speaks low.
        SpeakLow = "speak_low",
        /// Speaks with a voice that carries.
        SpeakUp = "speak_up",
        /// Says no more and ends the talk (where others began it).
        Hush = "hush",
    }
}

impl DecisionPoint for Voice {
    const QUESTION: &'static str = "You are about to say something. How loud, or not at all?";

    const CIRCUMSTANCES: &'static [Circumstance] = Circumstance::OF_THE_PLACE;

    fn possible(self, situation: &Situation) -> bool {
        self != Self::Hush || situation.optional
    }

    fn built_in(situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Self {
        let habit = (0.9 - traits.quietness).max(0.0);
        let held_back = match situation.noise {
            Noise::Silent => 0.1,
            Noise::Quiet => 0.25,
            Noise::Normal => 0.6,
            Noise::Loud => 1.0,
        };
        if roll.chance(habit * held_back * (1.3 - 0.6 * traits.courtesy)) {
            Self::SpeakUp
        } else {
            Self::SpeakLow
        }
    }

    fn expert(situation: &Situation, _: Feels) -> Self {
        // Whoever is spoken to in a reading room does not answer there.
        if situation.noise == Noise::Silent && situation.optional {
            Self::Hush
        } else {
            Self::SpeakLow
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conduct::points::{Point, testing::share};

    #[test]
    fn even_the_loud_heed_the_place() {
        let loud = Traits {
            quietness: 0.1,
            ..Traits::default()
        };
        let up = |noise| share(Voice::SpeakUp, Situation::at(Point::Voice, noise), loud);
        assert!(up(Noise::Loud) > up(Noise::Quiet));
        assert!(up(Noise::Quiet) > up(Noise::Silent));
    }
}
