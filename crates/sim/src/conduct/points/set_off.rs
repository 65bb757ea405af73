//! When to set off for what is fixed next, or to stay away from it.

use super::point::DecisionPoint;
use crate::{
    campus::people::{Engagement, Traits},
    conduct::{
        circumstance::Circumstance,
        reward::{Brought, RewardTerm},
        situation::{Feels, Situation},
    },
};
use collegium_core::{dice::Stream, time::MINUTE};

collegium_core::named! {
    /// When somebody means to be there, if at all.
    SetOff {
        /// Means to be there eight minutes before.
        Early = "early",
        /// Means to be there three minutes before.
        InTime = "in_time",
        /// Means to be there on the minute.
        Tight = "tight",
        /// Means to come five minutes late.
        Late = "late",
        /// Stays away (from classes, events and meetings).
        Skip = "skip",
    }
}

impl SetOff {
    /// How many seconds before a commitment somebody means to be there; negative for after.
    pub(in crate::conduct) const fn aim(self) -> i32 {
        match self {
            Self::Early => 480,
            Self::InTime => 180,
            Self::Late => -300,
            Self::Tight | Self::Skip => 0,
        }
    }
}

impl DecisionPoint for SetOff {
    const QUESTION: &'static str =
        "Something fixed comes next. When do you mean to be there, if at all?";

    const CIRCUMSTANCES: &'static [Circumstance] = &[Circumstance::Class, Circumstance::Engagement];

    fn possible(self, situation: &Situation) -> bool {
        self != Self::Skip || situation.optional
    }

    /// The punctual aim at minutes before, the careless at minutes after, luck adds some either
    /// way. The more tired stay away, the rather: the less diligent from a class; the less sociable
    /// from an event, for which a yes binds nobody; from a meeting, the less, the closer the one who
    /// waits.
    fn built_in(situation: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Self {
        let unwilling = match situation.next {
            Some(Engagement::Event(_)) => 0.05 + 0.3 * (0.6 - traits.sociability).max(0.0),
            Some(Engagement::Meeting(_)) => 0.12 * (1.0 - situation.closeness()),
            _ => 0.3 * (0.6 - traits.diligence).max(0.0),
        };
        let tired = match situation.next {
            Some(Engagement::Event(_)) => 0.3,
            Some(Engagement::Meeting(_)) => 0.1,
            _ => 0.05,
        };
        if situation.optional && roll.chance(unwilling + tired * feels.tired) {
            return Self::Skip;
        }
        let wanted = ((traits.punctuality - 0.42) * 13.0 + roll.bell() * 5.0) * MINUTE as f32;
        let off = |act: &Self| (act.aim() as f32 - wanted).abs();
        [Self::Early, Self::InTime, Self::Tight, Self::Late]
            .into_iter()
            .min_by(|a, b| off(a).total_cmp(&off(b)))
            .unwrap_or(Self::InTime)
    }

    fn expert(_: &Situation, _: Feels) -> Self {
        Self::InTime
    }

    fn brings(self, _: &Situation) -> Brought {
        match self {
            Self::Early => Brought::default().and(RewardTerm::Effort, -0.05),
            _ => Brought::default(),
        }
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
    use collegium_core::ids::AgentId;

    #[test]
    fn the_punctual_come_early_and_not_everybody_comes_to_what_they_may_skip() {
        let next = |what, optional| Situation {
            optional,
            next: Some(what),
            ..Situation::at(Point::SetOff, Noise::Normal)
        };
        let class = next(Engagement::Class(0, 0), true);
        let punctual = |punctuality| Traits {
            punctuality,
            ..Traits::default()
        };
        assert!(share(SetOff::Early, class, punctual(0.95)) > 0.5);
        assert!(share(SetOff::Late, class, punctual(0.05)) > 0.5);
        let idle = Traits {
            diligence: 0.05,
            ..Traits::default()
        };
        assert!(share(SetOff::Skip, class, idle) > 0.1);
        let shift = next(Engagement::Shift(0), false);
        assert_eq!(share(SetOff::Skip, shift, idle), 0.0);
        let sociable = |sociability| Traits {
            sociability,
            ..Traits::default()
        };
        let event = next(Engagement::Event(0), true);
        let stays_away = |sociability| share(SetOff::Skip, event, sociable(sociability));
        assert!(stays_away(0.1) > 2.0 * stays_away(0.9) && stays_away(0.9) > 0.0);
        let meeting = |closeness| Situation {
            other: Some(Other {
                closeness: Some(closeness),
                turned: false,
            }),
            ..next(Engagement::Meeting(AgentId(1)), true)
        };
        let lets_wait = |closeness| share(SetOff::Skip, meeting(closeness), Traits::default());
        assert!(lets_wait(1.0) > 2.0 * lets_wait(9.0));
    }
}
