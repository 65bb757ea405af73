//! What people see: at a decision, and after every tick for whoever steps a campus as an
//! environment.

use super::{
    ConductState,
    decide::situation,
    observe::{self, Observation},
    points::Point,
    situation::{ActMask, Situation},
};
use crate::tools::{PersonReadOnlyItem, Stage};
use bevy::prelude::*;
use collegium_core::ids::AgentId;

/// How far people are that count as near, in tiles.
const NEAR: i16 = 3;

/// What somebody sees in a situation.
pub(super) fn seen(
    stage: &Stage,
    person: &PersonReadOnlyItem,
    state: &ConductState,
    situation: &Situation,
) -> Observation {
    let mut near = 0;
    let own = *person.id;
    stage
        .neighbourhood
        .around(person.body.tile, NEAR, |who, _| {
            near += usize::from(who != own);
        });
    let now = stage.now();
    let seen = observe::Seen {
        persona: person.persona,
        body: person.body,
        needs: person.needs,
        activity: person.activity,
        next: person.timetable.next(now),
        now,
        aim: state.aim.map_or(0, |(_, aim)| aim),
        studied: state.studied,
        violations: state.violations,
        near,
    };
    observe::observe(situation, &seen, stage.map())
}

/// What everybody sees after each tick, for whoever steps a campus as an environment; there only
/// where it is wanted ([`crate::simulation::Campus::watch`]).
#[derive(Resource, Clone, Debug, Default)]
pub struct Observations {
    /// By agent: as if they had to decide when to set off.
    pub rows: Vec<Observation>,
    /// By agent: what they could do then.
    pub masks: Vec<ActMask>,
}

/// Looks at everybody.
///
/// # Errors
/// Never for people of the roster.
pub fn watch(stage: Stage, states: Query<&ConductState>, mut all: ResMut<Observations>) -> Result {
    all.rows.clear();
    all.masks.clear();
    for (number, person) in stage.roster.0.iter().enumerate() {
        let agent = AgentId(number as u32);
        let state = states.get(*person)?;
        let situation = situation(&stage, agent, Point::SetOff)?;
        all.masks.push(situation.mask());
        all.rows
            .push(seen(&stage, &stage.look(agent)?, state, &situation));
    }
    Ok(())
}
