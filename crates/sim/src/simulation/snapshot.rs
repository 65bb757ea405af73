//! Snapshots: the whole state of a campus, taken between two ticks and restored exactly.

use super::Campus;
use crate::{
    campus::{
        CampusMap, Feed, Invitations, Register, Roster,
        counters::Counters,
        people::{Activity, Bag, Body, MindKind, Needs, Purse, Timetable},
        scenario::Scenario,
        talks::Talks,
    },
    conduct::{Conduct, ConductFrame},
    memory::{Episodic, Kept, Memory, ShortTerm, SocialMemory},
    mind::{
        CurrentAction, Decisions, Deliberation, Habits, Plan,
        model::lifestyle::Lifestyle,
        reflect::{Reflecting, diary::SelfSummary, wander::Musing},
        thought_queue::Desk,
    },
    record::{Chronicle, Head},
    social::Ledger,
    tools::Undecided,
};
use collegium_core::{
    ids::AgentId,
    time::{Agenda, Clock, Due, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, sync::Arc};

/// The state of one agent, without its episodic memories.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct AgentFrame {
    pub body: Body,
    pub needs: Needs,
    pub purse: Purse,
    pub timetable: Timetable,
    pub activity: Activity,
    pub bag: Bag,
    pub short_term: ShortTerm,
    pub social: SocialMemory,
    pub plan: Plan,
    pub current: CurrentAction,
    pub habits: Habits,
    pub decisions: Decisions,
    pub deliberation: Deliberation,
    pub lifestyle: Lifestyle,
    pub mind: MindKind,
    /// What the stream of memories must keep beside them.
    pub kept: Kept,
    pub reflecting: Reflecting,
    pub summary: SelfSummary,
    pub musing: Musing,
}

/// The state of a campus, without episodic memories: what a keyframe holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Frame {
    pub clock: Clock,
    pub head: Head,
    agenda: (u64, Vec<(SimTime, u64, Due)>),
    counters: Counters,
    talks: Talks,
    feed: Feed,
    pub invitations: Invitations,
    pub ledger: Ledger,
    register: Register,
    undecided: BTreeSet<AgentId>,
    desk: Desk,
    conduct: ConductFrame,
    pub agents: Vec<AgentFrame>,
}

/// The whole state of a campus.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub(super) frame: Frame,
    memories: Vec<Vec<(u32, Memory)>>,
}

impl Campus {
    /// Takes the state, memories left out.
    pub(super) fn frame(&self) -> Frame {
        let world = &self.world;
        let roster = &world.resource::<Roster>().0;
        let agents: Vec<AgentFrame> = (0..roster.len())
            .filter_map(|i| self.agent_frame(AgentId(i as u32)))
            .collect();
        Frame {
            clock: *world.resource::<Clock>(),
            head: world.resource::<Chronicle>().head.clone(),
            agenda: world.resource::<Agenda>().entries(),
            counters: world.resource::<Counters>().clone(),
            talks: world.resource::<Talks>().clone(),
            feed: world.resource::<Feed>().clone(),
            invitations: world.resource::<Invitations>().clone(),
            ledger: world.resource::<Ledger>().clone(),
            register: world.resource::<Register>().clone(),
            undecided: world.resource::<Undecided>().0.clone(),
            desk: world.resource::<Desk>().clone(),
            conduct: world.resource::<Conduct>().frame(),
            agents,
        }
    }

    fn agent_frame(&self, id: AgentId) -> Option<AgentFrame> {
        Some(AgentFrame {
            body: self.get::<Body>(id)?.clone(),
            needs: *self.get::<Needs>(id)?,
            purse: *self.get::<Purse>(id)?,
            timetable: self.get::<Timetable>(id)?.clone(),
            activity: self.get::<Activity>(id)?.clone(),
            bag: self.get::<Bag>(id)?.clone(),
            short_term: self.get::<ShortTerm>(id)?.clone(),
            social: self.get::<SocialMemory>(id)?.clone(),
            plan: self.get::<Plan>(id)?.clone(),
            current: self.get::<CurrentAction>(id)?.clone(),
            habits: self.get::<Habits>(id)?.clone(),
            decisions: self.get::<Decisions>(id)?.clone(),
            deliberation: self.get::<Deliberation>(id)?.clone(),
            lifestyle: self.get::<Lifestyle>(id)?.clone(),
            mind: self.get::<MindKind>(id)?.clone(),
            kept: self.get::<Episodic>(id)?.kept(),
            reflecting: self.get::<Reflecting>(id)?.clone(),
            summary: self.get::<SelfSummary>(id)?.clone(),
            musing: self.get::<Musing>(id)?.clone(),
        })
    }

    /// Takes the whole state.
    pub fn snapshot(&self) -> Snapshot {
        let count = self.people();
        let memories = (0..count)
            .map(|i| {
                self.get::<Episodic>(AgentId(i as u32))
                    .map(|e| e.iter().map(|(n, m)| (n, m.clone())).collect())
                    .unwrap_or_default()
            })
            .collect();
        Snapshot {
            frame: self.frame(),
            memories,
        }
    }

    /// A campus in the state of a snapshot, on the built-in embedder. Scenario and map must be
    /// those it was taken with.
    pub fn restore(
        scenario: Arc<Scenario>,
        map: Arc<CampusMap>,
        snapshot: Snapshot,
        threads: usize,
    ) -> Self {
        let Snapshot { frame, memories } = snapshot;
        let mut campus = Self::empty(scenario, map, threads);
        let Frame {
            clock,
            head,
            agenda,
            counters,
            talks,
            feed,
            invitations,
            mut ledger,
            register,
            undecided,
            desk,
            conduct,
            agents,
        } = frame;
        ledger.index(agents.len());
        for (i, (agent, memories)) in agents.into_iter().zip(memories).enumerate() {
            let stream = Episodic::restore(memories, agent.kept.clone());
            campus.spawn(AgentId(i as u32), agent, stream);
        }
        let world = &mut campus.world;
        world.insert_resource(clock);
        world.insert_resource(Agenda::restore(agenda.0, agenda.1));
        world.insert_resource(counters);
        world.insert_resource(talks);
        world.insert_resource(feed);
        world.insert_resource(invitations);
        world.insert_resource(ledger);
        world.insert_resource(register);
        world.insert_resource(Undecided(undecided));
        world.insert_resource(desk);
        world.insert_resource(Conduct::restore(conduct));
        world.resource_mut::<Chronicle>().head = head;
        campus
    }

    /// A second campus in the same state, which goes its own way from here.
    pub fn branch(&self) -> Self {
        let mut branch = Self::restore(
            Arc::clone(&self.scenario),
            Arc::clone(&self.map),
            self.snapshot(),
            self.threads,
        );
        branch.use_vectors(self.vectors.clone());
        branch
    }
}

impl Snapshot {
    /// Joins a keyframe's state with the memories of the save.
    pub(super) fn join(frame: Frame, memories: Vec<Vec<(u32, Memory)>>) -> Self {
        Self { frame, memories }
    }
}
