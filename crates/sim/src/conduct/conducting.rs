//! Everybody's conduct: to decide by and to change, and to look at.

use super::{
    Conduct, ConductState, KEPT, Verdict,
    change::Change,
    decide::Deciding,
    heads::{Decides, Mount, Mounted},
    lessons::Lessons,
    measures::{Count, Counts},
    reward::{self, Brought},
    situation::Situation,
};
use crate::{
    campus::{
        Roster,
        people::{Doing, Engagement},
    },
    tools::{Occurrence, SimEvent},
};
use bevy::{ecs::system::SystemParam, prelude::*};
use collegium_core::{ids::AgentId, time::SimTime};
use std::sync::{Arc, LazyLock};

/// Everybody's conduct, to decide by and to change.
#[derive(SystemParam)]
pub struct Conducting<'w, 's> {
    roster: Res<'w, Roster>,
    pub(super) shared: Res<'w, Conduct>,
    pub(super) deciding: ResMut<'w, Deciding>,
    states: Query<'w, 's, &'static mut ConductState>,
}

impl Conducting<'_, '_> {
    /// Somebody's; none for a number beyond the roster.
    pub(super) fn state(&self, agent: AgentId) -> Option<&ConductState> {
        let entity = self.roster.0.get(agent.0 as usize)?;
        self.states.get(*entity).ok()
    }

    pub(super) fn state_mut(&mut self, agent: AgentId) -> Option<Mut<'_, ConductState>> {
        let entity = self.roster.0.get(agent.0 as usize)?;
        self.states.get_mut(*entity).ok()
    }

    /// The lessons that somebody has been taught.
    pub fn lessons(&self, agent: AgentId) -> Option<&Arc<Lessons>> {
        self.shared.lessons_of(self.state(agent)?)
    }

    /// Counts something of somebody.
    pub fn count(&mut self, agent: AgentId, what: impl Into<Count>, amount: u32) {
        if let Some(mut state) = self.state_mut(agent) {
            state.counts.add(what, amount);
        }
    }

    fn credit(&mut self, agent: AgentId, brought: &Brought) {
        if let Some(mut state) = self.state_mut(agent) {
            let broken = u16::from(brought.broken.any());
            state.violations = state.violations.saturating_add(broken);
        }
        if let Some(trace) = &mut self.deciding.trace {
            trace.credit(agent, brought);
        }
    }
}

/// At midnight what is counted by the day begins anew.
pub fn begin_day(mut people: Query<&mut ConductState>) {
    for mut state in &mut people {
        (state.studied, state.violations) = (0, 0);
        state.came.clear();
        state.closeness = None;
    }
}

impl Conducting<'_, '_> {
    /// Keeps a verdict, counts it, and rewards what it brings by itself.
    pub(super) fn note(&mut self, agent: AgentId, situation: &Situation, verdict: Verdict) {
        let act = verdict.act;
        if let Some(mut state) = self.state_mut(agent) {
            if state.verdicts.len() == KEPT {
                state.verdicts.pop_front();
            }
            state.verdicts.push_back(verdict);
            let counts = &mut state.counts;
            counts.add(Count::Decisions, 1);
            act.count(situation, counts);
        }
        let brought = act.brings(situation);
        if brought.any() {
            self.credit(agent, &brought);
        }
    }

    /// Rewards time spent studying, in seconds.
    pub(super) fn has_studied(&mut self, agent: AgentId, seconds: u32) {
        if let Some(mut state) = self.state_mut(agent) {
            state.studied += seconds;
        }
        self.credit(agent, &reward::of_study(seconds));
    }

    /// Counts somebody's coming to what is fixed for them today.
    pub(super) fn came(&mut self, agent: AgentId, what: Engagement, late: bool) {
        if let Some(mut state) = self.state_mut(agent) {
            state.came.push(what);
            state.counts.came(what, late);
        }
    }

    pub(super) fn happened(&mut self, occurrence: &Occurrence) {
        let Some(agent) = occurrence.agent else {
            return;
        };
        let event = &occurrence.event;
        if let Some(mut state) = self.state_mut(agent) {
            state.counts.happened(event);
        }
        if let SimEvent::Finished {
            doing: Doing::Studying,
            seconds,
        } = event
        {
            self.has_studied(agent, *seconds);
        }
        if let Some(brought) = reward::of_event(event) {
            self.credit(agent, &brought);
        }
    }
}

/// Everybody's conduct, to look at.
#[derive(Clone, Copy, Debug)]
pub struct ConductView<'a> {
    world: &'a World,
    shared: &'a Conduct,
}

impl<'a> ConductView<'a> {
    /// That of the people of a world.
    pub fn of(world: &'a World) -> Self {
        Self {
            world,
            shared: world.resource::<Conduct>(),
        }
    }

    /// Somebody's; that of nobody for a number beyond the roster.
    pub fn state(&self, agent: AgentId) -> &'a ConductState {
        static NOBODY: LazyLock<ConductState> = LazyLock::new(ConductState::default);
        let roster = self.world.resource::<Roster>();
        let entity = roster.0.get(agent.0 as usize);
        entity
            .and_then(|entity| self.world.get(*entity))
            .unwrap_or(&NOBODY)
    }

    /// Who decides for somebody, heads by their names.
    pub fn decider(&self, agent: AgentId) -> Decides<&'a str> {
        self.named(self.state(agent).mount)
    }

    /// Who is meant, heads by their names. Where a head is not there, the rule decides.
    pub fn named(&self, mount: Mount) -> Decides<&'a str> {
        mount.find(|number| {
            self.heads()
                .get(usize::from(number))
                .map(|head| head.name())
        })
    }

    /// The lessons that somebody has been taught.
    pub fn lessons(&self, agent: AgentId) -> Option<&'a Arc<Lessons>> {
        self.shared.lessons_of(self.state(agent))
    }

    /// The heads that have been mounted, by the numbers that a [`Mount`] has.
    pub fn heads(&self) -> &'a [Arc<Mounted>] {
        &self.shared.heads
    }

    /// What was counted of everybody together.
    pub fn counts(&self) -> Counts {
        let mut all = Counts::default();
        for agent in 0..self.world.resource::<Roster>().len() {
            all.merge(&self.state(AgentId(agent as u32)).counts);
        }
        all
    }

    /// What was changed for whom, and when, from the beginning.
    pub fn history(&self) -> impl Iterator<Item = (SimTime, AgentId, Change)> + 'a {
        self.shared.history()
    }
}
