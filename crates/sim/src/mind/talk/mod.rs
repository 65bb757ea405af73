//! Talk: who turns to whom, whose turn it is, what is said and what a conversation leaves behind.

pub mod converse;
pub mod encounter;
pub mod impress;
mod prompts;
pub mod speech;

pub use converse::{Approaches, LinesDue, approach, begin_lines, say_lines};
pub use encounter::{Encounters, greet};
pub use impress::{begin_impressions, keep_impressions};

use crate::{
    campus::talks::Talks,
    mind::thought_queue::Heard,
    room::{SimSystems, SimTick},
    tools::{Occurrences, SimEvent},
};
use bevy::prelude::*;

/// Adds the room: who turns to whom, and what is said. It keeps nothing; conversations are the
/// campus's.
pub fn plugin(app: &mut App) {
    let thought_out = |heard: Res<Heard>| !heard.is_empty();
    app.init_resource::<Approaches>()
        .init_resource::<Encounters>()
        .init_resource::<LinesDue>()
        .add_systems(
            SimTick,
            // Most ticks have no line, no encounter and no end of a talk in them: then these
            // systems are passed over.
            (
                (
                    begin_lines.run_if(|due: Res<LinesDue>| !due.0.is_empty()),
                    approach.run_if(somebody_turns_to_somebody),
                    say_lines.run_if(thought_out),
                )
                    .chain()
                    .in_set(SimSystems::Act),
                (
                    greet.run_if(|encounters: Res<Encounters>| !encounters.0.is_empty()),
                    begin_impressions.run_if(|talks: Res<Talks>| !talks.ended.is_empty()),
                    keep_impressions.run_if(thought_out),
                )
                    .chain()
                    .in_set(SimSystems::Settle),
            ),
        );
}

/// Whether anybody wants to speak to somebody, or has to apologise or to thank.
fn somebody_turns_to_somebody(approaches: Res<Approaches>, occurrences: Res<Occurrences>) -> bool {
    let calls_for_words =
        |event: &SimEvent| event.breach().is_some() || matches!(event, SimEvent::Served { .. });
    !approaches.0.is_empty() || occurrences.list.iter().any(|o| calls_for_words(&o.event))
}
