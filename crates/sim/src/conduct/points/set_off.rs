//! When to set off for what is fixed next, or to stay away from it.

use super::{Act, DecisionPoint};
use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::{dice::Stream, time::MINUTE};

pub(super) struct SetOff;

/// How many seconds before a commitment somebody means to be there who has chosen one of the acts
/// of this point; negative for after.
pub(in crate::conduct) const fn aim(act: Act) -> i32 {
    match act {
        Act::Early => 480,
        Act::InTime => 180,
        Act::Late => -300,
        _ => 0,
    }
}

impl DecisionPoint for SetOff {
    fn question(&self) -> &'static str {
        "Something fixed comes next. When do you mean to be there, if at all?"
    }

    fn circumstances(&self) -> &'static [Circumstance] {
        &[Circumstance::Class, Circumstance::Engagement]
    }

    fn possible(&self, act: Act, situation: &Situation) -> bool {
        act != Act::Skip || situation.optional
    }

    /// The punctual aim at minutes before, the careless at minutes after, luck adds some either
    /// way; the less diligent and the more tired stay away from a class, the rather.
    fn built_in(
        &self,
        situation: &Situation,
        traits: &Traits,
        feels: Feels,
        roll: &mut Stream,
    ) -> Act {
        let skips = roll.chance((0.6 - traits.diligence).max(0.0) * 0.3 + 0.05 * feels.tired);
        if situation.optional && skips {
            return Act::Skip;
        }
        let wanted = ((traits.punctuality - 0.42) * 13.0 + roll.bell() * 5.0) * MINUTE as f32;
        let off = |act: &Act| (aim(*act) as f32 - wanted).abs();
        [Act::Early, Act::InTime, Act::Tight, Act::Late]
            .into_iter()
            .min_by(|a, b| off(a).total_cmp(&off(b)))
            .unwrap_or(Act::InTime)
    }

    fn expert(&self, _: &Situation, _: Feels) -> Act {
        Act::InTime
    }

    fn brings(&self, act: Act, _: &Situation) -> Brought {
        match act {
            Act::Early => Brought::default().and(RewardTerm::Effort, -0.05),
            _ => Brought::default(),
        }
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
    fn the_punctual_come_early_and_only_a_class_is_skipped() {
        let class = Situation {
            optional: true,
            ..Situation::at(Point::SetOff, Noise::Normal)
        };
        let punctual = |punctuality| Traits {
            punctuality,
            ..Traits::default()
        };
        assert!(share(Act::Early, class, punctual(0.95)) > 0.5);
        assert!(share(Act::Late, class, punctual(0.05)) > 0.5);
        let idle = Traits {
            diligence: 0.05,
            ..Traits::default()
        };
        assert!(share(Act::Skip, class, idle) > 0.1);
        let shift = Situation {
            optional: false,
            ..class
        };
        assert_eq!(share(Act::Skip, shift, idle), 0.0);
    }
}
