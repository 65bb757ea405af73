//! Whether to wait one's turn at a counter.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Count, Counts},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

pub(super) struct Queue;

impl DecisionPoint for Queue {
    fn question(&self) -> &'static str {
        "You come to a counter where others wait. Do you wait for your turn?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        &[Circumstance::LongQueue, Circumstance::ShortQueue]
    }

    fn possible(&self, act: Act, situation: &Situation) -> bool {
        act != Act::CutIn || situation.long_queue()
    }

    fn built_in(&self, situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Act {
        let cuts = situation.long_queue()
            && roll.chance((0.65 - traits.patience).max(0.0) * (1.15 - traits.courtesy) * 0.9);
        if cuts { Act::CutIn } else { Act::Wait }
    }

    fn expert(&self, _: &Situation, _: Feels) -> Act {
        Act::Wait
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        match act {
            Act::GiveUp => Brought::default().and(RewardTerm::Patience, -0.2),
            _ => Brought::default(),
        }
    }

    fn count(&self, _: Act, situation: &Situation, counts: &mut Counts) {
        counts.add(Count::Queued, u32::from(situation.long_queue()));
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
    fn the_impatient_step_in_front_of_many() {
        let queue = |ahead| Situation {
            ahead,
            ..Situation::at(Point::Queue, Noise::Normal)
        };
        let pushy = Traits {
            patience: 0.05,
            courtesy: 0.1,
            ..Traits::default()
        };
        let patient = Traits {
            patience: 0.9,
            ..Traits::default()
        };
        assert!(share(Act::CutIn, queue(9), pushy) > 0.2);
        assert!(share(Act::CutIn, queue(3), pushy) > 0.2);
        assert_eq!(share(Act::CutIn, queue(2), pushy), 0.0);
        assert_eq!(share(Act::CutIn, queue(9), patient), 0.0);
    }
}
