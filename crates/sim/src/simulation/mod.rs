//! A campus that lives: the rooms joined into one ECS world with one schedule.
//!
//! A [`Campus`] owns its world. Nothing is global, so a process can hold hundreds of campuses, on
//! any threads; whoever shows, saves or trains on a campus holds it and steps it.

mod correspondence;
mod day;
mod due;
mod embedding;
mod keyframes;
mod keys;
mod onlooker;
mod plugins;
mod snapshot;
mod stored;
pub mod testing;
mod verify;
mod view;

pub use crate::room::{SimSystems, SimTick};
pub use correspondence::{
    Correspondence, Diverged, JoinError, Replay, USUAL_SETTINGS, settings, settings_file,
};
pub use embedding::Endpoint;
pub use onlooker::Onlooker;
pub use plugins::{CampusPlugins, SimUpdate, Steps, rooms, step};
pub use snapshot::Snapshot;
pub use stored::{ResumeError, Saver, fits_rooms, load, look, resume, setting};
pub use verify::{Verified, VerifyError, verify};
pub use view::PersonView;

use crate::{
    campus::{CampusMap, Roster, people::MindKind, scenario::Scenario},
    conduct::{
        self, Change, Conduct, ConductState, ConductView, Decider, Lessons, Observations, Whom,
    },
    memory::Vectors,
    mind::thought_queue::{Calls, ThoughtQueue},
    record::{self, Chronicle, LogHead, Logged},
    room::Rooms,
    social,
    tools::{self, Agenda, Occurrence, Occurrences, Stage, ToolCall, Undecided},
};
use bevy::{
    app::SubApp,
    ecs::{schedule::ScheduleLabel as _, system::SystemState},
    prelude::*,
};
use collegium_core::{
    ids::AgentId,
    time::{Clock, SimTime},
};
use collegium_llm::{Answer, Call, Request};
use std::sync::Arc;

/// A campus that lives.
pub struct Campus {
    world: World,
    scenario: Arc<Scenario>,
    map: Arc<CampusMap>,
    threads: usize,
    /// Of everybody's memories.
    vectors: Vectors,
}

impl Campus {
    /// Builds a campus at the start of its scenario. `threads` is how many threads may decide at
    /// once; the log does not depend on it.
    pub fn new(scenario: Arc<Scenario>, map: Arc<CampusMap>, threads: usize) -> Self {
        let mut campus = Self::empty(scenario, map, threads);
        plugins::begin(&mut campus.world);
        campus
    }

    /// The world with what its rooms have declared, and nothing in it.
    fn empty(scenario: Arc<Scenario>, map: Arc<CampusMap>, threads: usize) -> Self {
        let plugins = CampusPlugins {
            scenario: Arc::clone(&scenario),
            map: Arc::clone(&map),
            threads,
        };
        let mut app = SubApp::new();
        app.add_plugins(plugins);
        Self {
            // A sub-app cannot be looked at from several threads, its world can.
            world: std::mem::take(app.world_mut()),
            scenario,
            map,
            threads,
            vectors: Vectors::default(),
        }
    }

    /// Hands the campus over as a Bevy sub-app, to be put into somebody's `App`; each update of it
    /// is a tick that ends at the next moment with something in it.
    pub fn into_sub_app(self) -> SubApp {
        let mut app = SubApp::new();
        *app.world_mut() = self.world;
        app.update_schedule = Some(SimUpdate.intern());
        app
    }

    /// Runs one tick, then moves on to the next one that has something in it, but not beyond
    /// `limit`.
    pub fn step(&mut self, limit: SimTime) {
        step(&mut self.world, limit);
    }

    /// Runs until the clock stands at `limit`, or at the first tick after it.
    pub fn run_until(&mut self, limit: SimTime) {
        while self.clock().now < limit {
            self.step(limit);
        }
    }

    /// Lets an agent make a call between two ticks, as a mind would: checked, carried out or
    /// refused, and entered into the log with the next tick.
    ///
    /// # Errors
    /// When there is no such agent.
    pub fn call(
        &mut self,
        agent: AgentId,
        call: &ToolCall,
    ) -> Result<tools::ToolOutcome, BevyError> {
        if agent.0 as usize >= self.people() {
            return Err(format!(
                "there is no agent {agent}; expected a number below {}",
                self.people()
            )
            .into());
        }
        let mut state: SystemState<Stage> = SystemState::new(&mut self.world);
        let mut stage = state.get_mut(&mut self.world)?;
        tools::call(&mut stage, agent, call)
    }

    /// The requests to language models since the last time; whoever drives the campus has them
    /// answered.
    pub fn take_requests(&mut self) -> Vec<Request> {
        self.world.resource_mut::<ThoughtQueue>().hand_out()
    }

    /// Brings answers; they enter the world with the next tick.
    pub fn deliver(&mut self, answers: Vec<Answer>) {
        self.world.resource_mut::<ThoughtQueue>().deliver(answers);
    }

    /// When the oldest request that waits for an answer was asked, whether or not one has been
    /// delivered.
    pub fn waits_since(&self) -> Option<SimTime> {
        self.world.resource::<ThoughtQueue>().oldest()
    }

    /// When the oldest request was asked to which no answer has been delivered.
    pub fn unanswered_since(&self) -> Option<SimTime> {
        self.world.resource::<ThoughtQueue>().oldest_unanswered()
    }

    /// The profiles that model-driven minds name, one for each such mind; empty where a mind leaves
    /// it to the settings.
    pub fn model_profiles(&self) -> impl Iterator<Item = String> + '_ {
        (0..self.people()).filter_map(|i| match self.get::<MindKind>(AgentId(i as u32)) {
            Some(MindKind::Model(profile)) => Some(profile.clone()),
            _ => None,
        })
    }

    /// How many requests wait for an answer.
    pub fn waiting(&self) -> usize {
        self.world.resource::<ThoughtQueue>().waiting().count()
    }

    /// The key of a request that waits for an answer.
    pub fn request_key(&self, id: u64) -> Option<[u8; 32]> {
        self.world
            .resource::<ThoughtQueue>()
            .waiting()
            .find(|p| p.request.id == id)
            .map(|p| p.request.key())
    }

    /// The calls answered since the last commit, for whoever counts them.
    pub fn calls(&self) -> &[Call] {
        &self.world.resource::<Calls>().0
    }

    /// What has emerged so far: how the planted facts have spread, how dense the network is, how
    /// far invitations came.
    pub fn emergence(&self) -> social::Emergence {
        record::emergence(&self.world, &self.names())
    }

    /// Everybody's conduct: what was decided at decision points, and by whom.
    pub fn conduct(&self) -> ConductView<'_> {
        ConductView::of(&self.world)
    }

    /// The moment it has come to, and what a tick is.
    pub fn clock(&self) -> Clock {
        *self.world.resource::<Clock>()
    }

    /// Where the log stands.
    pub fn head(&self) -> &LogHead {
        &self.world.resource::<Chronicle>().head
    }

    /// The scenario it was begun with, shared with every campus of it.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The map it stands on, shared with every campus on it.
    pub fn map(&self) -> &Arc<CampusMap> {
        &self.map
    }

    /// What the run has done since it was built or restored.
    pub fn steps(&self) -> Steps {
        *self.world.resource::<Steps>()
    }

    /// How many people live on the campus.
    pub fn people(&self) -> usize {
        self.scenario.people.len()
    }

    /// The world, for whoever looks closer.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// A component of a person; none where there is no such person, or they do not have it.
    pub fn get<C: Component>(&self, agent: AgentId) -> Option<&C> {
        let entity = *self.world.resource::<Roster>().0.get(agent.0 as usize)?;
        self.world.get::<C>(entity)
    }

    /// Whether events, and what is let go, are kept for whoever saves or shows them (as they are at
    /// first), or only hashed and counted.
    pub fn keep_events(&mut self, keep: bool) {
        self.grow(|rooms, world, roster| rooms.hold(world, roster, keep));
    }

    /// Lets go of what was held for a save alone: it has it, or there is none.
    pub fn let_go(&mut self) {
        self.grow(Rooms::saved);
    }

    fn grow(&mut self, act: impl FnOnce(&Rooms, &mut World, &[Entity])) {
        self.world.resource_scope(|world, rooms: Mut<Rooms>| {
            let roster = world.resource::<Roster>().0.clone();
            act(&rooms, world, &roster);
        });
    }

    /// Lets a head, the expert or the built-in rule decide at the decision points of some, from the
    /// next tick on; the log says so. Gives how many it concerns.
    pub fn mount(&mut self, whom: &Whom, decider: &Decider) -> usize {
        self.change(whom, &Change::Decider(decider.clone()))
    }

    /// Teaches some a book of lessons, in the place of what they were taught before, or none any
    /// more; from the next tick on. Gives how many people it concerns.
    pub fn teach(&mut self, whom: &Whom, lessons: Option<&Arc<Lessons>>) -> usize {
        self.change(whom, &Change::Lessons(lessons.cloned()))
    }

    /// Changes the conduct of some from the next tick on; the log says so. Gives how many it
    /// concerns.
    pub fn change(&mut self, whom: &Whom, change: &Change) -> usize {
        let now = self.clock().now;
        let mut changed = 0;
        for i in 0..self.people() {
            let (agent, group) = (AgentId(i as u32), &self.scenario.people[i].0.group);
            let meant = match whom {
                Whom::Everybody => true,
                Whom::Group(name) => name == group,
                Whom::Person(id) => *id == agent,
            };
            let Some(entity) = meant
                .then(|| self.world.resource::<Roster>().0.get(i).copied())
                .flatten()
            else {
                continue;
            };
            let noted = self
                .world
                .resource_scope(|world, mut conduct: Mut<Conduct>| {
                    let mut state = world.get_mut::<ConductState>(entity)?;
                    conduct.change((agent, &mut state), change, now)
                });
            if let Some(event) = noted {
                let occurrence = Occurrence::of(Some(agent), event);
                self.world
                    .resource_mut::<Occurrences>()
                    .list
                    .push(occurrence);
                changed += 1;
            }
        }
        changed
    }

    /// Lets heads draw their acts otherwise than in other branches of this campus, while everything
    /// else keeps its luck.
    pub fn branch_dice(&mut self, number: u64) {
        self.world
            .resource_mut::<conduct::Deciding>()
            .branch(number);
    }

    /// Whether decisions of conduct are kept for whoever learns from them.
    pub fn keep_decisions(&mut self, keep: bool) {
        self.world
            .resource_mut::<conduct::Deciding>()
            .keep_decisions(keep);
    }

    /// Takes out the decisions of conduct since the last time; see
    /// [`conduct::Deciding::take_decisions`].
    pub fn take_decisions(&mut self, all: bool) -> Vec<conduct::Decided> {
        self.world
            .resource_mut::<conduct::Deciding>()
            .take_decisions(all)
    }

    /// Whether everybody is observed after every tick; see [`Campus::observations`].
    pub fn watch(&mut self, watch: bool) {
        if watch {
            self.world.init_resource::<Observations>();
        } else {
            self.world.remove_resource::<Observations>();
        }
    }

    /// What everybody saw after the last tick; nothing where nobody watches.
    pub fn observations(&self) -> Option<&Observations> {
        self.world.get_resource::<Observations>()
    }

    /// Whether the next tick may ask anybody anything: somebody has to decide, or something is due.
    /// Else people only walk and notice whom they pass.
    pub fn asks(&self) -> bool {
        let now = self.clock().now;
        !self.world.resource::<Undecided>().0.is_empty()
            || self.clock().begins_day()
            || self
                .world
                .resource::<Agenda>()
                .next()
                .is_some_and(|due| due <= now)
    }

    /// Takes out the events since the last time.
    pub fn take_events(&mut self) -> Vec<Logged> {
        std::mem::take(&mut self.world.resource_mut::<Chronicle>().pending)
    }
}
