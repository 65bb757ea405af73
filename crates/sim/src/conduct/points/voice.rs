//! How loud to say a line, or whether to say no more.

use super::{Act, DecisionPoint};
use crate::{
    campus::{Noise, people::Traits},
    conduct::{
        circumstance::Circumstance,
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

pub(super) struct Voice;

impl DecisionPoint for Voice {
    fn question(&self) -> &'static str {
        "You are about to say something. How loud, or not at all?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        Circumstance::OF_THE_PLACE
    }

    fn possible(&self, act: Act, situation: &Situation) -> bool {
        act != Act::Hush || situation.optional
    }

    fn built_in(&self, situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Act {
        let habit = (0.9 - traits.quietness).max(0.0);
        let held_back = match situation.noise {
            Noise::Silent => 0.1,
            Noise::Quiet => 0.25,
            Noise::Normal => 0.6,
            Noise::Loud => 1.0,
        };
        if roll.chance(habit * held_back * (1.3 - 0.6 * traits.courtesy)) {
            Act::SpeakUp
        } else {
            Act::SpeakLow
        }
    }

    fn expert(&self, situation: &Situation, _: Feels) -> Act {
        // Whoever is spoken to in a reading room does not answer there.
        if situation.noise == Noise::Silent && situation.optional {
            Act::Hush
        } else {
            Act::SpeakLow
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
        let up = |noise| share(Act::SpeakUp, Situation::at(Point::Voice, noise), loud);
        assert!(up(Noise::Loud) > up(Noise::Quiet));
        assert!(up(Noise::Quiet) > up(Noise::Silent));
    }
}
