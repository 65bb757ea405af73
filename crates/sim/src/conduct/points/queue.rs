//! Whether to wait one's turn at a counter.

use super::point::DecisionPoint;
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::{Counts, QueueCutting},
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

collegium_core::named! {
    /// Whether somebody waits for their turn.
    Queue {
        /// Waits for their turn.
        Wait = "wait",
        /// Steps in front of those who wait (where more than two do).
        CutIn = "cut_in",
        /// Goes without.
        GiveUp = "give_up",
    }
}

impl DecisionPoint for Queue {
    const QUESTION: &'static str =
        "You come to a counter where others wait. Do you wait for your turn?";

    const CIRCUMSTANCES: &'static [Circumstance] =
        &[Circumstance::LongQueue, Circumstance::ShortQueue];

    fn possible(self, situation: &Situation) -> bool {
        self != Self::CutIn || situation.long_queue()
    }

    fn built_in(situation: &Situation, traits: &Traits, _: Feels, roll: &mut Stream) -> Self {
        let cuts = situation.long_queue()
            && roll.chance((0.65 - traits.patience).max(0.0) * (1.15 - traits.courtesy) * 0.9);
        if cuts { Self::CutIn } else { Self::Wait }
    }

    fn expert(_: &Situation, _: Feels) -> Self {
        Self::Wait
    }

    fn brings(self, _: &Situation) -> Brought {
        match self {
            Self::GiveUp => Brought::default().and(RewardTerm::Patience, -0.2),
            Self::Wait | Self::CutIn => Brought::default(),
        }
    }

    fn count(self, situation: &Situation, counts: &mut Counts) {
        counts.add(QueueCutting::Queued, u32::from(situation.long_queue()));
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
        assert!(share(Queue::CutIn, queue(9), pushy) > 0.2);
        assert!(share(Queue::CutIn, queue(3), pushy) > 0.2);
        assert_eq!(share(Queue::CutIn, queue(2), pushy), 0.0);
        assert_eq!(share(Queue::CutIn, queue(9), patient), 0.0);
    }
}
