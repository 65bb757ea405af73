//! The mind: perceive, plan, decide, act. Whichever mind somebody has, what it proposes goes the
//! same way.
//!
//! None of it goes in a circle. Lowest stand what is kept of a mind ([`state`]), what it goes by
//! ([`outlook`]), what can be thought about ([`thinking`], [`thought_queue`]) and what is asked of
//! language models ([`model`]); above them inner life ([`reflect`]), then conversation ([`talk`]),
//! the mind that needs no model ([`builtin`]), and the systems of each phase.

mod act;
mod action;
pub mod became;
pub mod builtin;
pub mod chain;
mod deliberate;
pub mod model;
mod outcome;
pub mod outlook;
mod perceive;
mod planning;
pub mod plans;
mod react;
mod recollect;
pub mod recollection;
pub mod reflect;
mod revise;
mod scene;
pub mod state;
mod stepping;
mod stock;
pub mod talk;
pub mod tendency;
pub mod thinking;
pub mod thought_queue;
pub mod utility;
pub mod why;

pub use act::{Proposals, SimThreads, act, answer, decide};
pub use chain::{Chain, Ending};
pub use deliberate::{apply_acts, deliberate};
pub use perceive::{notice_events, notice_people};
pub use planning::{apply_plans, begin_plans};
pub use recollection::{Recollection, Recollections};
pub use state::{Action, CurrentAction, Decision, Decisions, Deliberation, Habits, Plan, PlanItem};
pub use stepping::apply_steps;
pub use why::{CameUp, Why};

use crate::{
    conduct,
    room::{DeclareRoom as _, SimSystems, SimTick},
    social, tools,
};
use bevy::prelude::*;
use thinking::Thinkers;
use thought_queue::{Calls, Heard, ThoughtQueue};

/// Declares the room with its sub-rooms: what people plan and do, and what they think about.
pub fn plugin(app: &mut App) {
    app.add_plugins((
        builtin::plugin,
        model::plugin,
        talk::plugin,
        reflect::plugin,
    ))
    .init_resource::<Heard>()
    .init_resource::<Proposals>()
    .init_resource::<react::Stirred>()
    .init_resource::<react::Answers>()
    .init_resource::<Calls>()
    .configure_sets(
        SimTick,
        (Thinkers::BuiltIn, Thinkers::Model, Thinkers::Instead)
            .chain()
            .in_set(SimSystems::Decide)
            .after(conduct::aim),
    )
    .add_systems(
        SimTick,
        (
            state::begin_day.in_set(SimSystems::Midnight),
            thought_queue::hear.in_set(SimSystems::Sense),
            // What models have answered comes first, so that it is not asked for again; what the
            // built-in mind thinks comes after.
            (apply_plans, begin_plans, apply_plans)
                .chain()
                .in_set(SimSystems::Recall),
            (decide, apply_steps).chain().in_set(Thinkers::BuiltIn),
            (apply_acts, deliberate).chain().in_set(Thinkers::Model),
            apply_steps.in_set(Thinkers::Instead),
            (act, answer)
                .chain()
                .in_set(SimSystems::Act)
                .before(talk::begin_lines),
            notice_people
                .in_set(SimSystems::Settle)
                .after(tools::walk_on)
                .before(talk::greet),
            thought_queue::note_put_aside
                .in_set(SimSystems::Record)
                .after(reflect::look_inward),
            (notice_events, react::react)
                .chain()
                .in_set(SimSystems::Record)
                .after(reflect::pursue)
                .before(social::arise),
        ),
    )
    .room("mind", 4)
    .keep::<Plan>("plan")
    .keep::<CurrentAction>("current")
    .keep::<Habits>("habits")
    .keep::<Decisions>("decisions")
    .keep::<Recollections>("recollections")
    .keep_resource::<ThoughtQueue>("thought_queue")
    .grows::<Calls>();
}
