//! Whether to greet somebody known.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Counts, Courtesy},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
    tools::Norm,
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// Whether somebody greets.
    Greet {
        /// Greets.
        Greet = "greet",
        /// Passes by without a word.
        PassBy = "pass_by",
    }
}

impl DecisionPoint for Greet {
    const QUESTION: &'static str = "Somebody you know is near. Do you greet?";

    const CIRCUMSTANCES: &'static [Circumstance] =
        &[Circumstance::Greeted, Circumstance::Ungreeted];

    fn built_in(situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Self {
        let turned = if situation.turned() { 0.4 } else { 0.0 };
        let greets = 0.15 + 0.45 * traits.courtesy + 0.3 * situation.closeness() + turned;
        if roll.chance(greets.min(0.98)) {
            Self::Greet
        } else {
            Self::PassBy
        }
    }

    fn expert(_: &Situation, _: Feels) -> Self {
        Self::Greet
    }

    fn brings(self, situation: &Situation) -> Brought {
        let brought = Brought::default();
        match (self, situation.turned()) {
            (Self::Greet, true) => brought.and(RewardTerm::Courtesy, 0.1),
            (Self::Greet, false) => brought.and(RewardTerm::Courtesy, 0.05),
            (Self::PassBy, true) => brought
                .and(RewardTerm::Courtesy, -0.2)
                .breaking(Norm::Discourtesy),
            (Self::PassBy, false) => brought,
        }
    }

    fn count(self, _: &Situation, counts: &mut Counts) {
        counts.add(Courtesy::Met, 1);
        counts.add(Courtesy::Greeted, u32::from(self == Self::Greet));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::Noise,
        conduct::{
            points::{Point, testing::share},
            situation::Other,
        },
    };

    #[test]
    fn a_greeting_is_returned_rather_than_begun() {
        let met = |turned| Situation {
            other: Some(Other {
                closeness: Some(2.0),
                turned,
            }),
            ..Situation::at(Point::Greet, Noise::Normal)
        };
        let greets = |turned| share(Greet::Greet, met(turned), Traits::default());
        assert!(greets(true) > greets(false) + 0.2);
    }
}
