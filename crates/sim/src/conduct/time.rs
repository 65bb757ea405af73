//! What goes by with time: what people are found in minute by minute, the commitments that end
//! meanwhile, how close they come to each other, and how much they understand. Ticks in which
//! nothing happens are passed over, so a look counts for all the minutes since the one before it.

use super::{ConductState, measures::Look};
use crate::{
    campus::{
        Setting,
        people::{Activity, Learning, Need, Needs, Timetable},
    },
    memory::SocialMemory,
};
use bevy::prelude::*;
use collegium_core::time::{Clock, HOUR, MINUTE, SimTime};
use serde::{Deserialize, Serialize};

/// From which level on, 0 to 1, a need is met: well before it is urgent.
const MET: f32 = 0.3;

/// Up to when people's time has been counted.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted(SimTime);

impl Counted {
    /// Nothing is counted before the scenario begins.
    pub(super) fn from_the_start(world: &World) -> Self {
        Self(world.resource::<Setting>().0.start)
    }
}

/// Whether a minute has gone by since the last look.
pub(super) fn minute_is_over(clock: Res<Clock>, counted: Res<Counted>) -> bool {
    clock.now.since(counted.0) >= MINUTE
}

/// Counts everybody's minutes since the last look, by what they do since the last tick: before a
/// new day clears what was fixed for the old one.
pub(super) fn count_time(
    clock: Res<Clock>,
    mut counted: ResMut<Counted>,
    mut people: Query<(
        &Activity,
        &Needs,
        &Timetable,
        &SocialMemory,
        &Learning,
        &mut ConductState,
    )>,
) {
    let now = clock.now;
    let from = counted.0;
    let minutes = now.since(from) / MINUTE;
    let until = from.plus(minutes * MINUTE);
    counted.0 = until;
    let hours = until.0 / HOUR - from.0 / HOUR;
    for (activity, needs, timetable, social, learning, mut state) in &mut people {
        // What people do changes in ticks only, but needs grow in between: minute by minute, so that
        // it does not matter where a run was stopped.
        for minute in 1..=minutes {
            let levels = needs.levels(from.plus(minute * MINUTE));
            let look = Look {
                doing: activity.doing,
                talks: activity.talk.is_some(),
                needs: Need::ALL.len() as u32,
                met: levels.iter().filter(|(_, level)| **level >= MET).count() as u32,
            };
            state.counts.lived(&look, 1);
        }
        let over = |ends: SimTime| ends > from && ends <= until;
        for commitment in timetable.today.iter().filter(|c| over(c.ends)) {
            let came = state.came.contains(&commitment.what);
            state.counts.was_due(commitment.what, came);
        }
        if hours > 0 || state.closeness.is_none() {
            let closeness = social.known.values().map(|known| known.closeness).sum();
            if let Some(before) = state.closeness {
                state.counts.closer(closeness - before);
            }
            state.closeness = Some(closeness);
            let understood = learning.mean();
            if let (Some(before), Some(after)) = (state.understood, understood) {
                state.counts.understood((after - before) * 100.0, hours);
            }
            state.understood = understood;
        }
    }
}
