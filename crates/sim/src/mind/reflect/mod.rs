//! Inner life: when something that happened to somebody gives occasion, they reflect, write their
//! diary, or let their mind wander.

mod conclude;
mod diary;
mod diary_words;
mod inner;
mod insight;
mod insight_words;
mod pursue;
mod wander;

pub use inner::{Idea, Musing, Reflecting, SelfSummary};
pub use pursue::{pursue, sleep_over};
pub use wander::ideas;

use crate::{
    campus::{self, people::Doing},
    conduct,
    mind::thought_queue::{Heard, ThoughtQueue},
    room::{DeclareRoom as _, SimSystems, SimTick},
    social,
    tools::{self, SimEvent, Stage, ToolCall},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE},
};
use inner::Inner;

/// Declares the room: what people conclude, write into their diaries and muse about.
pub fn plugin(app: &mut App) {
    app.add_systems(
        SimTick,
        look_inward
            .in_set(SimSystems::Record)
            .after(social::arise)
            .before(conduct::score),
    )
    .add_systems(
        SimTick,
        (
            pursue.in_set(SimSystems::Record),
            sleep_over
                .in_set(SimSystems::Midnight)
                .after(campus::forget)
                .after(social::forget),
        ),
    )
    .room("reflect", 2)
    .keep::<Reflecting>("reflecting")
    .keep::<SelfSummary>("summary")
    .keep::<Musing>("musing");
}

/// A stay of at least so many simulated seconds in bed is the night.
const NIGHT: u32 = 4 * HOUR;
/// How long before their usual hour of going to bed somebody looks back on the day, in seconds.
const EVENING: u32 = 35 * MINUTE;

/// What gives occasion to look inward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Occasion {
    /// Going to bed for the night.
    Bedtime,
    /// Going to sit somewhere with nothing to do.
    Idle,
    /// Anything else that ended or began.
    Turn,
}

/// Finds out to whom something happened in this tick that may stir them.
fn occasions(stage: &Stage) -> Vec<(AgentId, Occasion)> {
    let mut stirred: Vec<(AgentId, Occasion)> = Vec::new();
    for occurrence in &stage.occurrences.list {
        let Some(agent) = occurrence.agent else {
            continue;
        };
        let occasion = match &occurrence.event {
            SimEvent::Done {
                call:
                    ToolCall::Move(tools::Move {
                        then: Some(stay), ..
                    }),
            } => match stay.doing {
                Doing::Sleeping if stay.seconds >= NIGHT => Occasion::Bedtime,
                Doing::Resting => Occasion::Idle,
                _ => Occasion::Turn,
            },
            SimEvent::Done { .. }
            | SimEvent::Finished { .. }
            | SimEvent::Served { .. }
            | SimEvent::TalkEnded { .. } => Occasion::Turn,
            _ => continue,
        };
        stirred.push((agent, occasion));
    }
    stirred.sort_unstable();
    stirred.dedup_by_key(|s| s.0);
    stirred
}

/// Lets those whom something happened to look inward, and lets thoughts that have come back become
/// memories.
///
/// # Errors
/// Never for people of the roster.
pub fn look_inward(
    mut stage: Stage,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut inner: Query<Inner>,
) -> Result {
    let features = stage.setting.0.features;
    if features.reflection || features.mind_wandering {
        for (agent, occasion) in occasions(&stage) {
            if features.reflection {
                // At the last turn of the evening, or else when lying down.
                let person = stage.look(agent)?;
                let left = (person.persona.sleeps + DAY - stage.now().of_day()) % DAY;
                let bedtime = occasion == Occasion::Bedtime
                    || left <= EVENING && person.activity.doing != Doing::Sleeping;
                conclude::begin(
                    &stage,
                    &mut thoughts,
                    &mut heard,
                    &mut inner,
                    agent,
                    bedtime,
                )?;
                if bedtime {
                    diary::begin(&stage, &mut thoughts, &mut heard, &mut inner, agent)?;
                }
            }
            if features.mind_wandering && occasion == Occasion::Idle {
                wander::wander(&mut stage, &mut inner, agent)?;
            }
        }
    }
    conclude::ask_for_insights(&stage, &mut thoughts, &mut heard, &mut inner)?;
    conclude::keep_insights(&mut stage, &mut heard, &mut inner)?;
    diary::keep(&mut stage, &mut heard, &mut inner)
}
