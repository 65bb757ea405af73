//! What goes by with time: what people are found in minute by minute, the commitments that end
//! meanwhile, and how close they come to each other. Ticks in which nothing happens are passed
//! over, so a look counts for all the minutes since the one before it.

use super::{ConductState, measures::Look};
use crate::{
    campus::people::{Activity, Need, Needs, Timetable},
    memory::SocialMemory,
};
use bevy::prelude::*;
use collegium_core::time::{Clock, HOUR, MINUTE, SimTime};
use serde::{Deserialize, Serialize};

/// From which level on, 0 to 1, a need is met: well before it is urgent.
const MET: f32 = 0.3;

/// Up to when people's time has been counted; none before the first look.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted(Option<SimTime>);

/// Whether a minute has gone by since the last look.
pub(super) fn minute_is_over(clock: Res<Clock>, counted: Res<Counted>) -> bool {
    counted
        .0
        .is_none_or(|until| clock.now.since(until) >= MINUTE)
}

/// Counts everybody's minutes since the last look. It runs before a new day clears what was fixed
/// for the old one.
pub(super) fn count_time(
    clock: Res<Clock>,
    mut counted: ResMut<Counted>,
    mut people: Query<(
        &Activity,
        &Needs,
        &Timetable,
        &SocialMemory,
        &mut ConductState,
    )>,
) {
    let now = clock.now;
    let Some(from) = counted.0 else {
        counted.0 = Some(now);
        return;
    };
    let minutes = now.since(from) / MINUTE;
    let until = from.plus(minutes * MINUTE);
    counted.0 = Some(until);
    let hour_is_over = from.0 / HOUR != until.0 / HOUR;
    for (activity, needs, timetable, social, mut state) in &mut people {
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
        if hour_is_over || state.closeness.is_none() {
            let closeness = social.known.values().map(|known| known.closeness).sum();
            if let Some(before) = state.closeness {
                state.counts.closer(closeness - before);
            }
            state.closeness = Some(closeness);
        }
    }
}
