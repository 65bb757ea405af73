//! Conduct: the decision points of micro-behaviour.
//!
//! Plans say what to do; conduct says how: when to set off, whether to hurry, to wait one's turn,
//! to keep one's voice down, to go on studying, to greet, to help, to say sorry. Each [`Point`] has
//! a few [`Act`]s. A policy head that is mounted decides among them from an [`Observation`]; where
//! none is, the built-in rule of character and luck does, and [`Lessons`] that were taught may
//! change what it has chosen. Whatever is decided is rewarded by what comes of it ([`RewardTerm`]).

mod change;
mod circumstance;
mod conducting;
mod decide;
pub mod docs;
pub mod heads;
mod lesson_file;
mod lessons;
pub mod measures;
mod observe;
pub mod points;
mod reward;
mod situation;
mod time;
mod trace;
mod watch;

pub use change::Change;
pub use circumstance::Circumstance;
pub use conducting::{ConductView, Conducting, begin_day};
pub use decide::{Deciding, aim, decide, situation};
pub use heads::{Decider, Decides, HeadParts, Mount, Mounted, Whom};
pub use lessons::{Evidence, Lesson, Lessons, MOST as MOST_LESSONS, Origin};
pub use measures::{Count, Counts, Measure};
pub use observe::{FEATURES, Feature, Observation, Unit, WIDTH, lateness};
pub use points::{ACTS, Act, Point};
pub use reward::{RewardTerm, RewardWeights, TERMS, Violations};
pub use situation::{ActMask, Other, Situation};
pub use trace::Decided;
pub use watch::{Observations, watch};

use crate::{
    campus::{
        Roster,
        people::{Engagement, Timetable},
    },
    room::{DeclareRoom as _, SimPassed, SimSystems, SimTick},
    tools::{GRACE, Occurrences, SimEvent, ToolCall},
};
use bevy::prelude::*;
use change::Mark;
use collegium_core::{
    ids::AgentId,
    time::{Clock, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{collections::VecDeque, sync::Arc};

/// A decision with its reasons, as the inspector shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// When it was decided.
    pub at: SimTime,
    /// The decision point that came up.
    pub point: Point,
    /// The acts that were possible.
    pub mask: ActMask,
    /// The act that was done.
    pub act: Act,
    /// What the built-in rule would have done.
    pub rule: Act,
    /// Who decided; [`ConductView::named`] tells the head's name.
    pub by: Mount,
    /// The lesson by which something else was done than the rule would have done.
    pub lesson: Option<Lesson>,
    /// What the head saw; empty for the rule.
    pub observation: Vec<f32>,
    /// The head's probability of each act, 0 to 1, by the act's number; empty for the rule.
    pub probabilities: Vec<f32>,
}

/// How somebody conducts themselves.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConductState {
    /// Who decides for them.
    pub mount: Mount,
    /// The lessons they have been taught, by the number of their book.
    pub book: Option<u16>,
    /// The commitment they have decided about last, by when it begins, and how many seconds before
    /// that they mean to be there.
    pub aim: Option<(SimTime, i32)>,
    /// The commitment, by when it begins, that they stay away from.
    pub skips: Option<SimTime>,
    /// Seconds studied today.
    pub studied: u32,
    /// How many norms were broken today.
    pub violations: u16,
    /// What they have come to of what is fixed for today.
    pub came: Vec<Engagement>,
    /// How close they were to all others together when that was looked at last today, in points;
    /// none before that.
    pub closeness: Option<f32>,
    /// How much of their courses they understood when that was looked at last, 0 to 1; none for
    /// whoever takes none.
    pub understood: Option<f32>,
    /// What the measures count of them, since the start.
    pub counts: Counts,
    /// Their last decisions, newest last.
    pub verdicts: VecDeque<Verdict>,
}

/// How many verdicts are kept of each person.
const KEPT: usize = 8;

/// Declares the room: who decides micro-behaviour, what was decided, and what is counted of it.
pub fn plugin(app: &mut App) {
    let something_happened = |occurrences: Res<Occurrences>| !occurrences.list.is_empty();
    app.init_resource::<Deciding>()
        .add_systems(
            SimTick,
            (
                begin_day.in_set(SimSystems::Midnight),
                aim.in_set(SimSystems::Decide),
                (
                    score.run_if(something_happened),
                    watch.run_if(resource_exists::<Observations>),
                )
                    .chain()
                    .in_set(SimSystems::Record),
            ),
        )
        .add_systems(SimPassed, time::count_time.run_if(time::minute_is_over))
        .room("conduct", 5)
        .keep::<ConductState>("state")
        .keep_resource::<Conduct>("conduct")
        .keep_resource_from("counted", time::Counted::from_the_start);
}

/// The heads that are mounted, the lessons that are taught, and what was changed when.
#[derive(Resource, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conduct {
    #[serde(with = "shared")]
    heads: Vec<Arc<Mounted>>,
    #[serde(with = "shared")]
    books: Vec<Arc<Lessons>>,
    history: Vec<(SimTime, AgentId, Mark)>,
}

/// What is shared between branches, in a save as if it were not.
mod shared {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::sync::Arc;

    pub fn serialize<S: Serializer, T: Serialize>(
        list: &[Arc<T>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|one| &**one))
    }

    pub fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<T>>, D::Error> {
        let list = Vec::<T>::deserialize(deserializer)?;
        Ok(list.into_iter().map(Arc::new).collect())
    }
}

/// Rewards everybody for what happened in this tick, and counts it. Runs before the record takes
/// the events away.
pub fn score(
    occurrences: Res<Occurrences>,
    clock: Res<Clock>,
    roster: Res<Roster>,
    timetables: Query<&Timetable>,
    mut conduct: Conducting,
) {
    for occurrence in &occurrences.list {
        if let SimEvent::Done {
            call: ToolCall::Attend(attend),
        } = &occurrence.event
            && let Some(agent) = occurrence.agent
        {
            let entity = roster.0.get(agent.0 as usize);
            let timetable = entity.and_then(|entity| timetables.get(*entity).ok());
            let fixed = timetable.and_then(|t| t.today.iter().find(|c| c.what == attend.what));
            let late = fixed.is_some_and(|c| clock.now.since(c.begins) > GRACE);
            conduct.came(agent, attend.what, late);
        }
        conduct.happened(occurrence);
    }
}
