//! Goals that people set themselves when they look back: toward what, how far they have come, and how
//! they ended.

use super::action::Action;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};

/// On how many days something must have been done for its goal to be met: it is thrice that reflection
/// speaks of “often”, and on several days, since an afternoon changes nobody's ways.
pub const REACHED: u8 = 3;

/// After how long without a step forward a goal is given up, in simulated seconds: as long as an
/// insight sways somebody that is not renewed.
const GIVES_UP: u32 = 4 * DAY;

/// How many goals that ended somebody keeps in mind.
const KEPT: usize = 8;

/// What somebody is drawn to, or away from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Toward {
    /// An action, wherever it is done.
    Action(Action),
    /// Whatever is done in a place.
    Place(PlaceId),
    /// Whatever is done with a person.
    Person(AgentId),
    /// Setting off earlier for what is fixed.
    SettingOffEarly,
}

impl Toward {
    /// The word under which the texts have it: that of the action, or of the kind.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Action(action) => action.word(),
            Self::Place(_) => "place",
            Self::Person(_) => "person",
            Self::SettingOffEarly => "setting_off_early",
        }
    }
}

named! {
    /// What kept somebody from a goal that they gave up.
    Obstacle {
        /// They never came to it: no day had time for it.
        NoTime = "no_time",
        /// It could not be done when they wanted to: closed, full, or whom they looked for not there.
        NoChance = "no_chance",
        /// Something else mattered more.
        Outweighed = "outweighed",
    }
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// It has just been set.
    Set,
    /// It is met.
    Met,
    /// It was given up, and for what.
    GivenUp(Obstacle),
}

/// A goal that somebody is at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What it is toward.
    pub toward: Toward,
    /// At which hours of the day, in seconds; none for always.
    pub hours: Option<(u32, u32)>,
    /// The thought it comes from, by its place among the memories.
    pub thought: u32,
    /// When it was set.
    pub since: SimTime,
    /// On how many days it got a step further.
    pub days: u8,
    /// When it last did; none before it ever did.
    pub last: Option<SimTime>,
    /// How often the plan had it and it could not be done.
    pub failed: u8,
    /// How often the plan had it and something else was done.
    pub outweighed: u8,
}

impl Goal {
    /// Since when nothing has come of it.
    fn rests(&self) -> SimTime {
        self.last.unwrap_or(self.since)
    }

    /// What kept somebody from it, as far as their plans of those days say. Of what never stood in a
    /// plan there was no time for, and whom one never came upon there was no chance to meet.
    fn obstacle(&self) -> Obstacle {
        match (self.failed, self.outweighed) {
            (0, 0) if matches!(self.toward, Toward::Person(_)) => Obstacle::NoChance,
            (0, 0) => Obstacle::NoTime,
            (failed, outweighed) if failed > outweighed => Obstacle::NoChance,
            _ => Obstacle::Outweighed,
        }
    }
}

/// How a goal ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it was toward.
    pub toward: Toward,
    /// Whether it was met, or else why it was given up.
    pub stands: Stands,
    /// When it ended.
    pub at: SimTime,
}

/// The goals of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goals {
    /// Those that they are at, oldest first.
    pub open: Vec<Goal>,
    /// How earlier ones ended, the last ones.
    pub ended: Vec<Outcome>,
}

impl Goals {
    /// Sets a goal. Says whether it is new: one for the same at the same hours goes on as it is.
    pub fn set(
        &mut self,
        toward: Toward,
        hours: Option<(u32, u32)>,
        thought: u32,
        now: SimTime,
    ) -> bool {
        let same = |g: &Goal| g.toward == toward && g.hours == hours;
        if self.open.iter().any(same) {
            return false;
        }
        self.open.push(Goal {
            toward,
            hours,
            thought,
            since: now,
            days: 0,
            last: None,
            failed: 0,
            outweighed: 0,
        });
        true
    }

    /// Something was done, from one moment to another, that is a step toward what `meets` says: at most
    /// one a day for each goal. Gives the goals that got further, those that are met by it with
    /// `true`.
    pub fn further(
        &mut self,
        meets: impl Fn(Toward) -> bool,
        began: SimTime,
        now: SimTime,
    ) -> Vec<(Goal, bool)> {
        let mut further = Vec::new();
        for goal in &mut self.open {
            let hour = began.of_day();
            let then = goal
                .hours
                .is_none_or(|(from, to)| (from..to).contains(&hour));
            let today = goal.last.is_some_and(|last| last.day() == now.day());
            // What was begun before the goal was set is no step toward it.
            if then && !today && began >= goal.since && meets(goal.toward) {
                goal.days = goal.days.saturating_add(1);
                goal.last = Some(now);
                further.push((goal.clone(), goal.days >= REACHED));
            }
        }
        let met: Vec<Goal> = self.leave(|goal| goal.days >= REACHED);
        for goal in met {
            self.end(goal.toward, Stands::Met, now);
        }
        further
    }

    /// A night passes: goals without a step forward for too long are given up, and those that nothing
    /// sways somebody to any more.
    pub fn sleep_over(
        &mut self,
        sways: impl Fn(&Goal) -> bool,
        now: SimTime,
    ) -> Vec<(Goal, Stands)> {
        let over = |goal: &Goal| now.since(goal.rests()) >= GIVES_UP;
        let given_up = self.leave(|goal| over(goal) || !sways(goal));
        let mut ended = Vec::new();
        for goal in given_up {
            let obstacle = if over(&goal) {
                goal.obstacle()
            } else {
                Obstacle::Outweighed
            };
            let stands = Stands::GivenUp(obstacle);
            self.end(goal.toward, stands, now);
            ended.push((goal, stands));
        }
        ended
    }

    /// Takes out the goals of which something holds.
    fn leave(&mut self, holds: impl Fn(&Goal) -> bool) -> Vec<Goal> {
        let (out, stay) = std::mem::take(&mut self.open).into_iter().partition(holds);
        self.open = stay;
        out
    }

    /// Keeps how a goal ended; the oldest make room.
    fn end(&mut self, toward: Toward, stands: Stands, at: SimTime) {
        if self.ended.len() >= KEPT {
            self.ended.remove(0);
        }
        self.ended.push(Outcome { toward, stands, at });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::HOUR;

    const STUDY: Toward = Toward::Action(Action::Study);

    fn at(day: u32, hour: u32) -> SimTime {
        SimTime(day * DAY + hour * HOUR)
    }

    #[test]
    fn three_days_meet_a_goal_and_one_afternoon_does_not() {
        let mut goals = Goals::default();
        assert!(goals.set(STUDY, None, 4, at(0, 9)));
        assert!(!goals.set(STUDY, None, 7, at(0, 10)), "it goes on as it is");
        let study = |toward| toward == STUDY;
        assert!(
            goals.further(study, at(0, 8), at(0, 11)).is_empty(),
            "begun before"
        );
        for hour in 12..18 {
            goals.further(study, at(0, hour), at(0, hour + 1));
        }
        assert_eq!((goals.open.len(), goals.open[0].days), (1, 1));
        assert!(
            goals
                .further(|t| t == Toward::SettingOffEarly, at(1, 9), at(1, 9))
                .is_empty()
        );
        assert!(!goals.further(study, at(1, 9), at(1, 10))[0].1);
        assert!(goals.further(study, at(2, 9), at(2, 10))[0].1);
        assert!(goals.open.is_empty());
        assert_eq!(goals.ended[0].stands, Stands::Met);
        assert!(goals.set(STUDY, None, 9, at(3, 9)), "it can be set again");
    }

    #[test]
    fn only_the_hours_of_a_goal_count() {
        let mut goals = Goals::default();
        goals.set(STUDY, Some((11 * HOUR, 12 * HOUR)), 0, at(0, 0));
        assert!(goals.further(|_| true, at(0, 12), at(0, 13)).is_empty());
        assert_eq!(goals.further(|_| true, at(0, 11), at(0, 13)).len(), 1);
    }

    #[test]
    fn what_rests_is_given_up_for_what_the_plans_say() {
        let cases = [
            (STUDY, 0, 0, Obstacle::NoTime),
            (Toward::Person(AgentId(3)), 0, 0, Obstacle::NoChance),
            (STUDY, 2, 1, Obstacle::NoChance),
            (STUDY, 1, 2, Obstacle::Outweighed),
        ];
        for (toward, failed, outweighed, obstacle) in cases {
            let mut goals = Goals::default();
            goals.set(toward, None, 0, at(0, 12));
            (goals.open[0].failed, goals.open[0].outweighed) = (failed, outweighed);
            assert!(goals.sleep_over(|_| true, at(4, 0)).is_empty());
            let ended = goals.sleep_over(|_| true, at(5, 0));
            assert_eq!(ended[0].1, Stands::GivenUp(obstacle), "{toward:?}");
            assert!(goals.open.is_empty() && goals.ended.len() == 1);
        }
        // What nothing sways to any more has given way to something else.
        let mut goals = Goals::default();
        goals.set(STUDY, None, 0, at(0, 12));
        let ended = goals.sleep_over(|_| false, at(1, 0));
        assert_eq!(ended[0].1, Stands::GivenUp(Obstacle::Outweighed));
    }

    #[test]
    fn a_step_forward_gives_a_goal_time() {
        let mut goals = Goals::default();
        goals.set(STUDY, None, 0, at(0, 12));
        goals.further(|_| true, at(3, 9), at(3, 10));
        assert!(goals.sleep_over(|_| true, at(5, 0)).is_empty());
        assert_eq!(goals.sleep_over(|_| true, at(8, 0)).len(), 1);
    }
}
