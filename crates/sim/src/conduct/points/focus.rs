//! Whether to go on studying.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        measures::{Count, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

pub(super) struct Focus;

impl DecisionPoint for Focus {
    fn question(&self) -> &'static str {
        "You are studying and tempted to break off. Do you?"
    }

    fn built_in(&self, _: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Act {
        let gives_in =
            (0.55 - 0.5 * traits.diligence) * (0.4 + 0.6 * feels.bored + 0.3 * feels.tired);
        if roll.chance(gives_in) {
            Act::BreakOff
        } else {
            Act::KeepOn
        }
    }

    fn expert(&self, _: &Situation, feels: Feels) -> Act {
        if feels.tired > 0.8 || feels.bored > 0.9 {
            Act::BreakOff
        } else {
            Act::KeepOn
        }
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        match act {
            Act::BreakOff => Brought::default().and(RewardTerm::Focus, -0.05),
            _ => Brought::default(),
        }
    }

    fn count(&self, act: Act, _: &Situation, counts: &mut Counts) {
        counts.add(Count::Tempted, 1);
        counts.add(Count::BrokeOff, u32::from(act == Act::BreakOff));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campus::Noise,
        conduct::points::{Point, testing::share},
    };

    #[test]
    fn the_diligent_go_on() {
        let breaks_off = |diligence| {
            let traits = Traits {
                diligence,
                ..Traits::default()
            };
            share(
                Act::BreakOff,
                Situation::at(Point::Focus, Noise::Quiet),
                traits,
            )
        };
        assert!(breaks_off(0.05) > 4.0 * breaks_off(0.95));
    }
}
