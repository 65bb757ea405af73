//! Whether to go on studying.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        measures::{Breaks, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// Whether somebody goes on studying.
    Focus {
        /// Goes on studying.
        KeepOn = "keep_on",
        /// Breaks off for five to twelve minutes.
        BreakOff = "break_off",
    }
}

impl DecisionPoint for Focus {
    const QUESTION: &'static str = "You are studying and tempted to break off. Do you?";

    fn built_in(_: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Self {
        let gives_in =
            (0.55 - 0.5 * traits.diligence) * (0.4 + 0.6 * feels.bored + 0.3 * feels.tired);
        if roll.chance(gives_in) {
            Self::BreakOff
        } else {
            Self::KeepOn
        }
    }

    fn expert(_: &Situation, feels: Feels) -> Self {
        if feels.tired > 0.8 || feels.bored > 0.9 {
            Self::BreakOff
        } else {
            Self::KeepOn
        }
    }

    fn brings(self, _: &Situation) -> Brought {
        match self {
            Self::BreakOff => Brought::default().and(RewardTerm::Focus, -0.05),
            Self::KeepOn => Brought::default(),
        }
    }

    fn count(self, _: &Situation, counts: &mut Counts) {
        counts.add(Breaks::Tempted, 1);
        counts.add(Breaks::BrokeOff, u32::from(self == Self::BreakOff));
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
                Focus::BreakOff,
                Situation::at(Point::Focus, Noise::Quiet),
                traits,
            )
        };
        assert!(breaks_off(0.05) > 4.0 * breaks_off(0.95));
    }
}
