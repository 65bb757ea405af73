//! Whether to greet somebody known.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Count, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
    tools::Norm,
};
use collegium_core::dice::Stream;

pub(super) struct Greet;

impl DecisionPoint for Greet {
    fn question(&self) -> &'static str {
        "Somebody you know is near. Do you greet?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        &[Circumstance::Greeted, Circumstance::Ungreeted]
    }

    fn built_in(&self, situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Act {
        let turned = if situation.turned() { 0.4 } else { 0.0 };
        let greets = 0.15 + 0.45 * traits.courtesy + 0.3 * situation.closeness() + turned;
        if roll.chance(greets.min(0.98)) {
            Act::Greet
        } else {
            Act::PassBy
        }
    }

    fn expert(&self, _: &Situation, _: Feels) -> Act {
        Act::Greet
    }

    fn brings(&self, act: Act, situation: &Situation) -> Brought {
        let brought = Brought::default();
        match (act, situation.turned()) {
            (Act::Greet, true) => brought.and(RewardTerm::Courtesy, 0.1),
            (Act::Greet, false) => brought.and(RewardTerm::Courtesy, 0.05),
            (Act::PassBy, true) => brought
                .and(RewardTerm::Courtesy, -0.2)
                .breaking(Norm::Discourtesy),
            _ => brought,
        }
    }

    fn count(&self, act: Act, _: &Situation, counts: &mut Counts) {
        counts.add(Count::Met, 1);
        counts.add(Count::Greeted, u32::from(act == Act::Greet));
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
        let greets = |turned| share(Act::Greet, met(turned), Traits::default());
        assert!(greets(true) > greets(false) + 0.2);
    }
}
