//! Rewards: what conduct brings, term by term. The terms stand in the room `campus`, which reads
//! from scenarios by which weights they are added up.

use crate::{
    campus::people::Engagement,
    tools::{self, Breach, Norm, SimEvent, ToolCall},
};
use collegium_core::time::MINUTE;
use serde::{Deserialize, Serialize};

pub use crate::campus::scenario::rewards::{RewardTerm, RewardWeights, TERMS};

/// Norms that were broken, as bits, that of the first [`Norm`] lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violations(pub u8);

impl Violations {
    /// That norm alone: a single bit.
    pub const fn of(norm: Norm) -> Violations {
        Violations(1 << norm as u8)
    }

    /// The norms of both together.
    pub const fn and(self, other: Violations) -> Violations {
        Violations(self.0 | other.0)
    }

    /// Whether any was broken.
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether a norm is among them.
    pub const fn has(self, norm: Norm) -> bool {
        self.0 & Violations::of(norm).0 != 0
    }
}

/// What something has brought somebody: the terms of the reward, and the norms they broke.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Brought {
    /// What each term of the reward comes to, unweighted, in the order of [`RewardTerm`].
    pub terms: [f32; TERMS],
    /// The norms that were broken.
    pub broken: Violations,
}

impl Brought {
    /// The same with more of a term.
    #[must_use]
    pub fn and(mut self, term: RewardTerm, amount: f32) -> Self {
        self.terms[term as usize] += amount;
        self
    }

    /// The same with a norm broken.
    #[must_use]
    pub fn breaking(mut self, norm: Norm) -> Self {
        self.broken = self.broken.and(Violations::of(norm));
        self
    }

    /// Whether there is anything in it.
    pub fn any(&self) -> bool {
        self.broken.any() || self.terms.iter().any(|t| *t != 0.0)
    }
}

/// What so many seconds of study bring.
pub(super) fn of_study(seconds: u32) -> Brought {
    Brought::default().and(RewardTerm::Focus, 0.01 * seconds as f32 / MINUTE as f32)
}

/// What an event brings to the one whom it happens to; none where it brings nothing.
pub(super) fn of_event(event: &SimEvent) -> Option<Brought> {
    let minutes = |seconds: u32| seconds as f32 / MINUTE as f32;
    let brought = Brought::default();
    Some(match event {
        SimEvent::Attended { .. } => brought
            .and(RewardTerm::Punctuality, 0.5)
            .and(RewardTerm::Attendance, 0.5),
        SimEvent::Missed { .. } => brought
            .and(RewardTerm::Attendance, -1.0)
            .breaking(Norm::Absence),
        SimEvent::Violation { breach } => match breach {
            Breach::Lateness { what, seconds } => {
                let more = (0.1 * minutes(*seconds)).min(1.0);
                let came = match what {
                    Engagement::Class(..) => brought.and(RewardTerm::Attendance, 0.5),
                    _ => brought,
                };
                came.and(RewardTerm::Punctuality, -0.5 - more)
                    .breaking(Norm::Lateness)
            }
            Breach::QueueCutting { .. } => brought
                .and(RewardTerm::Queueing, -1.0)
                .breaking(Norm::QueueCutting),
            Breach::Noise { .. } => brought.and(RewardTerm::Noise, -1.0).breaking(Norm::Noise),
        },
        SimEvent::Served { waited, .. } | SimEvent::GaveUp { waited, .. } => {
            brought.and(RewardTerm::Patience, -0.02 * minutes(*waited))
        }
        SimEvent::TalkBegan { .. } => brought.and(RewardTerm::Company, 0.05),
        SimEvent::Deed { deed } if deed.does().cooperates() => brought
            .and(RewardTerm::Cooperation, 0.3)
            .and(RewardTerm::Effort, -0.02),
        SimEvent::Done {
            call:
                ToolCall::Attend(tools::Attend {
                    what: Engagement::Event(_) | Engagement::Meeting(_),
                }),
        } => brought.and(RewardTerm::Attendance, 0.5),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_late_costs_more_by_the_minute() {
        let late = |seconds| {
            let what = Engagement::Shift(0);
            let breach = Breach::Lateness { what, seconds };
            of_event(&SimEvent::Violation { breach }).unwrap()
        };
        assert!(late(180).terms[0] > late(600).terms[0]);
        assert!(late(600).terms[0] == late(3000).terms[0]);
        assert!(late(180).broken.has(Norm::Lateness));
        assert_eq!(of_event(&SimEvent::NewDay), None);
    }
}
