//! Rewards: what conduct brings, term by term, and the weights by which a scenario adds them up.

use crate::{
    campus::people::Engagement,
    tools::{self, Breach, Norm, SimEvent, ToolCall},
};
use collegium_core::{named, time::MINUTE};
use serde::{Deserialize, Serialize};

named! {
    /// A term of the reward. The order is that of datasets: never reorder.
    RewardTerm {
        /// 0.5 for coming to a class in time; −0.5 for coming late to a class or shift, and −0.1
        /// more a minute, to −1.5.
        Punctuality = "punctuality",
        /// 0.5 for coming to a class, event or meeting; −1 for a class missed.
        Attendance = "attendance",
        /// −1 for stepping in front of others.
        Queueing = "queueing",
        /// −0.02 a minute waited in a queue; −0.2 for going without.
        Patience = "patience",
        /// −1 a line that is too loud for its place.
        Noise = "noise",
        /// 0.01 a minute studied; −0.05 a break.
        Focus = "focus",
        /// 0.05 for a greeting, 0.1 for one returned, −0.2 for one that was not; 0.3 for an apology
        /// that was due, −0.3 for one that was not made.
        Courtesy = "courtesy",
        /// 0.5 for help, 0.3 for something given or lent, −0.2 for help refused.
        Cooperation = "cooperation",
        /// 0.05 for a conversation begun.
        Company = "company",
        /// What it costs: −0.05 for coming early, −0.03 for hurrying, −0.1 for helping, −0.02 for
        /// an apology and for giving or lending.
        Effort = "effort",
    }
}

/// How many terms there are.
pub const TERMS: usize = RewardTerm::ALL.len();

pub use crate::campus::scenario::conduct::RewardWeights;

impl RewardWeights {
    /// The reward: the weighted sum of the terms.
    pub fn sum(&self, terms: &[f32; TERMS]) -> f32 {
        self.named()
            .iter()
            .zip(terms)
            .map(|((_, weight), term)| weight * term)
            .sum()
    }
}

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
    fn weights_stand_in_the_order_of_the_terms() {
        let json = serde_json::to_value(RewardWeights::default()).unwrap();
        let names: Vec<&String> = json.as_object().unwrap().keys().collect();
        let mut words: Vec<&str> = RewardTerm::ALL.iter().map(|t| t.word()).collect();
        assert_eq!(words.len(), names.len());
        words.sort_unstable();
        assert!(words.iter().all(|w| json.get(*w).is_some()));
        for (i, term) in RewardTerm::ALL.iter().enumerate() {
            let mut toml = String::new();
            for other in RewardTerm::ALL {
                toml.push_str(&format!(
                    "{} = {}\n",
                    other.word(),
                    if other == term { 2.0 } else { 0.0 }
                ));
            }
            let weights: RewardWeights = toml::from_str(&toml).unwrap();
            assert_eq!(weights.named()[i], (term.word(), 2.0));
        }
    }

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
