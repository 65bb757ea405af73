//! What goes on in a mind: the action under way, habits, the last decisions with their reasons, and
//! what is deliberated on; with the plan of the day, which has a file of its own.

pub use super::{
    action::Consideration,
    plans::{Plan, PlanItem, PlanStep},
};
pub use crate::campus::people::Action;

use crate::{
    campus::{
        Item,
        people::{ByNeed, Engagement, MindKind},
    },
    mind::{
        became::StepOutcome,
        chain::{Chain, Ending, Turn},
        plans::Departure,
        recollection::Recollection,
        utility::{ActionState, Score},
        why::{CameUp, Why},
    },
    tools::{Occurrence, ToolCall},
};
use bevy::prelude::{Component, Query};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// A step of an action. Some are worked out only when their turn comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionStep {
    /// A tool call as it stands.
    Call(ToolCall),
    /// Buying; whether to wait one's turn is decided at the queue.
    Buy(Item),
    /// Speaking to somebody; what to say is decided face to face.
    TalkTo(AgentId),
}

/// The action under way.
#[derive(Component, Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurrentAction {
    /// What is done then.
    pub action: Action,
    /// How far it has come.
    pub state: ActionState,
    /// The steps still to take.
    pub steps: VecDeque<ActionStep>,
    /// When it was begun.
    pub since: SimTime,
    /// Why; none before the first decision.
    pub why: Option<Why>,
    /// The commitment it is for; none where it is for none.
    pub engagement: Option<Engagement>,
    /// How often in a row something was refused.
    pub failures: u8,
}

impl Default for CurrentAction {
    fn default() -> Self {
        Self {
            action: Action::Linger,
            state: ActionState::Init,
            steps: VecDeque::new(),
            since: SimTime(0),
            why: None,
            engagement: None,
            failures: 0,
        }
    }
}

/// When things were last done, and what to leave alone for a while.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habits {
    /// When each action was last begun, by its number; none for never.
    pub last: [Option<SimTime>; Action::ALL.len()],
    /// Seconds of study begun today: as long as each stretch was meant to last. What was really
    /// studied, conduct counts.
    pub study_planned: u32,
    /// Actions to leave alone, until when.
    pub avoid: Vec<(Action, SimTime)>,
    /// Places to leave alone, until when: where nobody served, or no room was left.
    pub avoid_places: Vec<(PlaceId, SimTime)>,
    /// People to leave alone, until when: they had no time.
    pub avoid_people: Vec<(AgentId, SimTime)>,
    /// When the next look around for company is due.
    pub looks_around: SimTime,
}

/// At midnight nothing is studied yet.
pub fn begin_day(mut everybody: Query<&mut Habits>) {
    for mut habits in &mut everybody {
        habits.study_planned = 0;
    }
}

impl Habits {
    /// Hours since an action was last begun; a large number for never.
    pub fn hours_since(&self, action: Action, now: SimTime) -> f32 {
        self.last[action as usize].map_or(1000.0, |at| now.since(at) as f32 / 3600.0)
    }

    /// Whether a place is to be left alone.
    pub fn avoids_place(&self, place: PlaceId, now: SimTime) -> bool {
        self.avoid_places
            .iter()
            .any(|(p, until)| *p == place && *until > now)
    }

    /// Whether somebody is to be left alone.
    pub fn avoids_person(&self, who: AgentId, now: SimTime) -> bool {
        self.avoid_people
            .iter()
            .any(|(other, until)| *other == who && *until > now)
    }

    /// Whether an action is to be left alone.
    pub fn avoids(&self, action: Action, now: SimTime) -> bool {
        self.avoid
            .iter()
            .any(|(a, until)| *a == action && *until > now)
    }
}

/// An action that was weighed, with what it came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// The action that was weighed.
    pub action: Action,
    /// How much it was wanted, all considered, 0 to 1.
    pub score: Score,
    /// What spoke for it (above 0) and against it (below 0), and by how much.
    pub parts: Vec<(Consideration, f32)>,
}

/// What was decided, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// When it was decided.
    pub at: SimTime,
    /// What was weighed, best first.
    pub options: Vec<Weighed>,
    /// The action that was chosen.
    pub chosen: Action,
    /// Why it was chosen.
    pub why: Why,
    /// That it is not what the plan of the day had then, and why; none where it is, or the plan had
    /// nothing.
    pub departs: Option<Departure>,
    /// What became of it, call by call.
    pub outcomes: Vec<StepOutcome>,
    /// The memories that were there for it, and those that it rests on.
    pub memories: Recollection,
}

/// The last decisions, newest last.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decisions(pub VecDeque<Decision>);

/// How many decisions are kept.
const KEPT: usize = 10;

impl Decisions {
    /// Adds a decision; the oldest goes when there are too many.
    pub fn add(&mut self, decision: Decision) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(decision);
    }
}

/// What a model-driven mind deliberates on when its plan does not answer it.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliberation {
    /// What came up; none while the plan goes on undisturbed.
    pub came_up: Option<CameUp>,
    /// What was tried since, in order: the chain that is open.
    pub tried: Vec<Turn>,
    /// The last chains that came to an end, newest last.
    pub past: VecDeque<Chain>,
    /// Until when the built-in mind decides, after deliberation came to nothing.
    pub left_to_built_in: SimTime,
    /// Until when refusals are not thought about again: the built-in mind goes round them.
    pub quiet: SimTime,
    /// When each need last came up.
    pub warned: ByNeed<Option<SimTime>>,
}

/// How often a mind may think, act and observe about one thing.
pub const MOST_TURNS: usize = 6;

/// How many chains are kept after their end.
const CHAINS: usize = 4;

/// After how long without a thought a chain is not gone on with, in seconds.
const STALE: u32 = 45 * collegium_core::time::MINUTE;

impl Deliberation {
    /// Something was refused; thought about unless something was thought about just before.
    pub fn refused(&mut self, what: CameUp, now: SimTime) {
        if self.quiet <= now {
            self.quiet = now.plus(20 * collegium_core::time::MINUTE);
            self.comes_up(what, now);
        }
    }

    /// Something came up that can wait: it is thought about unless something else is, or was just
    /// before. Gives whether it is.
    pub fn stirred(&mut self, what: CameUp, now: SimTime) -> bool {
        let free = self.came_up.is_none() && self.quiet <= now && self.left_to_built_in <= now;
        if free {
            self.quiet = now.plus(15 * collegium_core::time::MINUTE);
            self.came_up = Some(what);
        }
        free
    }

    /// Something came up.
    pub fn comes_up(&mut self, what: CameUp, now: SimTime) {
        self.end(Ending::Overtaken, now);
        self.came_up = Some(what);
    }

    /// A call was tried that could not be read or was not carried out; after too many turns the
    /// built-in mind is to decide for ten minutes.
    pub fn failed(&mut self, turn: Turn, now: SimTime) {
        self.tried.push(turn);
        if self.tried.len() >= MOST_TURNS {
            self.give_up(now);
        }
    }

    /// A call was carried out. What came up is thought about further, unless the call goes on by
    /// itself or there were turns enough.
    pub fn answered(&mut self, turn: Turn, lasts: bool, now: SimTime) {
        self.tried.push(turn);
        if lasts {
            self.end(Ending::Lasts, now);
        } else if self.tried.len() >= MOST_TURNS {
            self.end(Ending::Enough, now);
        }
    }

    /// Whether something was tried and what comes of it is observed.
    pub const fn observes(&self) -> bool {
        self.came_up.is_some() && !self.tried.is_empty()
    }

    /// Something happened that is observed of the last call.
    pub fn happened(&mut self, occurrence: &Occurrence) {
        if self.came_up.is_some()
            && let Some(turn) = self.tried.last_mut()
        {
            turn.happened(occurrence);
        }
    }

    /// Lets go of what was begun so long ago that nobody thinks of it any more.
    pub fn outlives(&mut self, now: SimTime) {
        if self
            .tried
            .last()
            .is_some_and(|turn| now.since(turn.at) > STALE)
        {
            self.end(Ending::Overtaken, now);
        }
    }

    /// Leaves it to the built-in mind for ten minutes.
    pub fn give_up(&mut self, now: SimTime) {
        self.end(Ending::GaveUp, now);
        self.left_to_built_in = now.plus(10 * collegium_core::time::MINUTE);
    }

    /// Nothing is deliberated on any more: the plan goes on. What was tried is kept for a while.
    pub fn end(&mut self, ending: Ending, now: SimTime) {
        let turns = std::mem::take(&mut self.tried);
        let Some(came_up) = self.came_up.take().filter(|_| !turns.is_empty()) else {
            return;
        };
        if self.past.len() == CHAINS {
            self.past.pop_front();
        }
        self.past.push_back(Chain {
            came_up,
            turns,
            ended: now,
            ending,
        });
    }
}

/// What a mind changes of itself when it acts.
pub type Mind<'w> = (
    &'w mut CurrentAction,
    &'w mut Decisions,
    &'w mut Habits,
    &'w mut Deliberation,
    &'w MindKind,
);
