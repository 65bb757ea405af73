//! Tendencies: what an insight changes of what somebody does. Small additive terms on the built-in
//! mind's options, for a time.

pub use crate::campus::people::Toward;

use crate::{
    mind::state::{Action, ActionStep},
    tools::{Destination, ToolCall},
};
use collegium_core::time::{DAY, SimTime};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// By how much a tendency of strength 1 to set off early does so, in seconds.
pub const EARLIER: f32 = 600.0;

/// How long a tendency lasts unless the insight is renewed, in simulated seconds.
pub const LASTS: u32 = 4 * DAY;

/// The most tendencies somebody has; the oldest gives way.
const MOST: usize = 8;

/// Something an insight makes more or less likely.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tendency {
    /// What it is for or against.
    pub toward: Toward,
    /// At which hours of the day, in seconds; none for always.
    pub hours: Option<(u32, u32)>,
    /// What it adds to an option's score, which is 0 to 1; below 0 it speaks against.
    pub strength: f32,
    /// Until when it holds.
    pub until: SimTime,
    /// The thought it comes from, by its place among the memories.
    pub thought: u32,
}

impl Tendency {
    /// Whether it holds now.
    fn holds(&self, now: SimTime) -> bool {
        now < self.until
            && self
                .hours
                .is_none_or(|(from, to)| (from..to).contains(&now.of_day()))
    }

    /// Whether it is about an option.
    fn meets(&self, action: Action, steps: &VecDeque<ActionStep>) -> bool {
        match self.toward {
            Toward::Action(wanted) => wanted == action,
            Toward::Place(place) => {
                let there = Destination::Place(place);
                let leads = |step: &ActionStep| match step {
                    ActionStep::Call(ToolCall::Move(walk)) => walk.to == there,
                    _ => false,
                };
                steps.iter().any(leads)
            }
            Toward::Person(person) => {
                let turns = |s: &ActionStep| matches!(s, ActionStep::TalkTo(p) if *p == person);
                steps.iter().any(turns)
            }
            Toward::SettingOffEarly => false,
        }
    }
}

/// What tendencies add to an option's score, −0.3 to 0.2: they tip the scales and do not fill them.
pub fn adds(
    tendencies: &[Tendency],
    action: Action,
    steps: &VecDeque<ActionStep>,
    now: SimTime,
) -> f32 {
    if tendencies.is_empty() {
        return 0.0;
    }
    let sum: f32 = tendencies
        .iter()
        .filter(|t| t.holds(now) && t.meets(action, steps))
        .map(|t| t.strength)
        .sum();
    sum.clamp(-0.3, 0.2)
}

/// The thoughts whose tendencies speak for an option, by their numbers.
pub fn thoughts(
    tendencies: &[Tendency],
    action: Action,
    steps: &VecDeque<ActionStep>,
    now: SimTime,
) -> Vec<u32> {
    let early = |t: &Tendency| {
        action == Action::Attend && t.toward == Toward::SettingOffEarly && t.holds(now)
    };
    let spoke =
        |t: &&Tendency| t.strength > 0.0 && (t.holds(now) && t.meets(action, steps) || early(t));
    tendencies.iter().filter(spoke).map(|t| t.thought).collect()
}

/// How many seconds earlier than usual tendencies make somebody set off.
pub fn earlier(tendencies: &[Tendency], now: SimTime) -> u32 {
    let early = tendencies
        .iter()
        .filter(|t| t.toward == Toward::SettingOffEarly && t.holds(now));
    (early
        .map(|t| t.strength)
        .fold(0.0, f32::max)
        .clamp(0.0, 1.0)
        * EARLIER) as u32
}

/// Takes up a tendency: it renews one for the same, which then holds as long as either does; else it
/// is added.
pub fn take_up(tendencies: &mut Vec<Tendency>, mut new: Tendency, now: SimTime) {
    let same = |t: &&Tendency| t.toward == new.toward && t.hours == new.hours;
    if let Some(old) = tendencies.iter().find(same)
        && old.strength * new.strength > 0.0
    {
        new.until = new.until.max(old.until);
    }
    tendencies.retain(|t| now < t.until && !(t.toward == new.toward && t.hours == new.hours));
    if tendencies.len() >= MOST {
        tendencies.remove(0);
    }
    tendencies.push(new);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools;
    use collegium_core::ids::{AgentId, PlaceId};

    fn tendency(toward: Toward, hours: Option<(u32, u32)>, strength: f32) -> Tendency {
        Tendency {
            toward,
            hours,
            strength,
            until: SimTime(DAY),
            thought: 0,
        }
    }

    #[test]
    fn a_tendency_counts_where_and_when_it_holds() {
        let place = PlaceId(3);
        let to = |p| {
            ActionStep::Call(ToolCall::Move(tools::Move {
                to: Destination::Place(p),
                then: None,
                hurry: false,
            }))
        };
        let all = [
            tendency(Toward::Place(place), Some((100, 200)), -0.2),
            tendency(Toward::Action(Action::Eat), None, 0.1),
            tendency(Toward::Person(AgentId(1)), None, 0.5),
        ];
        let there: VecDeque<ActionStep> = [to(place)].into();
        assert!((adds(&all, Action::Eat, &there, SimTime(150)) + 0.1).abs() < 1e-6);
        assert!((adds(&all, Action::Eat, &there, SimTime(250)) - 0.1).abs() < 1e-6);
        assert_eq!(
            adds(&all, Action::Study, &[to(PlaceId(4))].into(), SimTime(150)),
            0.0
        );
        assert_eq!(
            adds(
                &all,
                Action::Socialise,
                &[ActionStep::TalkTo(AgentId(1))].into(),
                SimTime(150)
            ),
            0.2
        );
        assert_eq!(adds(&all, Action::Eat, &there, SimTime(2 * DAY)), 0.0);
    }

    #[test]
    fn tendencies_are_renewed_and_few() {
        let mut all = Vec::new();
        for i in 0..20 {
            take_up(
                &mut all,
                tendency(Toward::Person(AgentId(i)), None, 0.1),
                SimTime(0),
            );
        }
        assert_eq!(all.len(), MOST);
        take_up(
            &mut all,
            tendency(Toward::Person(AgentId(19)), None, 0.2),
            SimTime(0),
        );
        assert_eq!(
            all.iter()
                .filter(|t| t.toward == Toward::Person(AgentId(19)))
                .count(),
            1
        );
        take_up(
            &mut all,
            Tendency {
                until: SimTime(3 * DAY),
                ..tendency(Toward::SettingOffEarly, None, 0.5)
            },
            SimTime(2 * DAY),
        );
        assert_eq!(all.len(), 1);
        assert_eq!(earlier(&all, SimTime(2 * DAY)), 300);
    }
}
