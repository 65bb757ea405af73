//! Rewards: what conduct brings, term by term, and the weights by which a scenario adds them up.

use super::point::{Act, Point};
use crate::{
    campus::people::Engagement,
    tools::{self, Breach, SimEvent, ToolCall},
};
use collegium_core::{named, time::MINUTE};
use serde::{Deserialize, Serialize};

named! {
    /// A term of the reward. The order is that of datasets: never reorder.
    RewardTerm {
        /// 0.5 for coming to a class in time; −0.5 for coming late, and −0.1 more for each minute,
        /// to −1.5.
        Punctuality = "punctuality",
        /// 0.5 for coming to a class or event at all; −1 for a class missed.
        Attendance = "attendance",
        /// −1 for stepping in front of others.
        Queueing = "queueing",
        /// −0.02 for each minute waited in a queue; −0.2 for going without.
        Patience = "patience",
        /// −1 for each line that is too loud for its place.
        Noise = "noise",
        /// 0.01 for each minute studied; −0.05 for each break.
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

pub use crate::campus::scenario::conduct::RewardWeights as Weights;

impl Weights {
    /// The reward: the weighted sum of the terms.
    pub fn sum(&self, terms: &[f32; TERMS]) -> f32 {
        self.named()
            .iter()
            .zip(terms)
            .map(|((_, weight), term)| weight * term)
            .sum()
    }
}

/// Norms that were broken, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violations(pub u8);

impl Violations {
    /// The names of the bits, lowest first.
    pub const WORDS: [&'static str; 5] = [
        "lateness",
        "queue_cutting",
        "noise",
        "absence",
        "discourtesy",
    ];
    /// Came late to a class or shift.
    pub const LATENESS: Violations = Violations(1);
    /// Stepped in front of others.
    pub const QUEUE_CUTTING: Violations = Violations(2);
    /// Was too loud for a place.
    pub const NOISE: Violations = Violations(4);
    /// Did not come to a class.
    pub const ABSENCE: Violations = Violations(8);
    /// Left a greeting unanswered, or owed an apology.
    pub const DISCOURTESY: Violations = Violations(16);

    /// Both.
    pub const fn and(self, other: Violations) -> Violations {
        Violations(self.0 | other.0)
    }

    /// Whether any was broken.
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether a bit is set.
    pub const fn has(self, other: Violations) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What an act brings by itself, at once: the terms, and the norm it breaks.
pub(super) fn of_act(point: Point, act: Act, turned: bool) -> ([f32; TERMS], Violations) {
    let mut terms = [0.0; TERMS];
    let mut add = |term: RewardTerm, amount: f32| terms[term as usize] += amount;
    let mut broken = Violations::default();
    match (point, act) {
        (_, Act::Early) => add(RewardTerm::Effort, -0.05),
        (_, Act::Hurry) => add(RewardTerm::Effort, -0.03),
        (_, Act::GiveUp) => add(RewardTerm::Patience, -0.2),
        (_, Act::BreakOff) => add(RewardTerm::Focus, -0.05),
        (_, Act::Greet) => add(RewardTerm::Courtesy, if turned { 0.1 } else { 0.05 }),
        (_, Act::PassBy) if turned => {
            add(RewardTerm::Courtesy, -0.2);
            broken = Violations::DISCOURTESY;
        }
        (_, Act::Help) => {
            add(RewardTerm::Cooperation, 0.5);
            add(RewardTerm::Effort, -0.1);
        }
        (_, Act::Decline) => add(RewardTerm::Cooperation, -0.2),
        (_, Act::Apologise) => {
            add(RewardTerm::Courtesy, 0.3);
            add(RewardTerm::Effort, -0.02);
        }
        (_, Act::SayNothing) => {
            add(RewardTerm::Courtesy, -0.3);
            broken = Violations::DISCOURTESY;
        }
        _ => {}
    }
    (terms, broken)
}

/// What so many seconds of study bring.
pub(super) fn of_study(seconds: u32) -> [f32; TERMS] {
    let mut terms = [0.0; TERMS];
    terms[RewardTerm::Focus as usize] = 0.01 * seconds as f32 / MINUTE as f32;
    terms
}

/// What an event brings to the one whom it happens to: the terms, and the norm it broke.
pub(super) fn of_event(event: &SimEvent) -> Option<([f32; TERMS], Violations)> {
    let mut terms = [0.0; TERMS];
    let mut add = |term: RewardTerm, amount: f32| terms[term as usize] += amount;
    let mut broken = Violations::default();
    let minutes = |seconds: u32| seconds as f32 / MINUTE as f32;
    match event {
        SimEvent::Attended { .. } => {
            add(RewardTerm::Punctuality, 0.5);
            add(RewardTerm::Attendance, 0.5);
        }
        SimEvent::Late { .. } => {
            add(RewardTerm::Attendance, 0.5);
        }
        SimEvent::Missed { .. } => {
            add(RewardTerm::Attendance, -1.0);
            broken = Violations::ABSENCE;
        }
        SimEvent::Violation { breach } => match breach {
            Breach::Lateness { seconds, .. } => {
                add(
                    RewardTerm::Punctuality,
                    -0.5 - (0.1 * minutes(*seconds)).min(1.0),
                );
                broken = Violations::LATENESS;
            }
            Breach::QueueCutting { .. } => {
                add(RewardTerm::Queueing, -1.0);
                broken = Violations::QUEUE_CUTTING;
            }
            Breach::Noise { .. } => {
                add(RewardTerm::Noise, -1.0);
                broken = Violations::NOISE;
            }
        },
        SimEvent::Served { waited, .. } | SimEvent::GaveUp { waited, .. } => {
            add(RewardTerm::Patience, -0.02 * minutes(*waited));
        }
        SimEvent::TalkBegan { .. } => add(RewardTerm::Company, 0.05),
        SimEvent::Deed { deed } if deed.does().cooperates() => {
            add(RewardTerm::Cooperation, 0.3);
            add(RewardTerm::Effort, -0.02);
        }
        SimEvent::Done {
            call:
                ToolCall::Attend(tools::Attend {
                    what: Engagement::Event(_) | Engagement::Meeting(_),
                }),
        } => add(RewardTerm::Attendance, 0.5),
        _ => return None,
    }
    Some((terms, broken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_stand_in_the_order_of_the_terms() {
        let json = serde_json::to_value(Weights::default()).unwrap();
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
            let weights: Weights = toml::from_str(&toml).unwrap();
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
        assert!(late(180).0[0] > late(600).0[0] && late(600).0[0] == late(3000).0[0]);
        assert!(late(180).1.has(Violations::LATENESS));
        assert_eq!(of_event(&SimEvent::NewDay), None);
    }
}
