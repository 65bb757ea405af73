//! Reacting: what somebody perceives that gives them reason to think again, and what becomes of the
//! rest of their day (Park et al. 2023, 4.3.1, “Reacting and updating plans”).
//!
//! What stands out so much is one thing for both minds: news that are grave for somebody, a wrong
//! done to them, something missed, something newly agreed upon. A model-driven mind thinks about it
//! and calls tools, plans the rest of the day anew, or goes on; the built-in mind changes the plan
//! by rule. Either way what was done and why is kept with the plan.

use crate::{
    campus::{
        Pursuit,
        people::{Engagement, MindKind, Persona},
    },
    mind::{
        builtin::Proposal,
        plans::{Did, Plan, PlanItem, Reaction},
        state::{Action, Deliberation},
        why::CameUp,
    },
    tools::{Breach, Names, News, Occurrence, SimEvent, Stage, ToolCall},
};
use bevy::prelude::*;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// How important a memory of somebody's life is that makes those think who are close to them.
const GRAVE: u8 = 7;

/// How close somebody is who takes the news of another's life to heart, 0 to 10.
const CLOSE: f32 = 4.5;

/// How long somebody catches up on a class that they missed, in seconds.
const CATCH_UP: u32 = 45 * MINUTE;

/// How long somebody means to be with a friend whose news they took to heart, in seconds.
const VISIT: u32 = 30 * MINUTE;

/// Those to whom something came up in this tick, and those whose timetable may hold something new;
/// empty again before the tick ends.
#[derive(Resource, Clone, Debug, Default)]
pub struct Stirred {
    /// Who has reason to think again, and about what.
    pub(super) thinks: Vec<(AgentId, CameUp)>,
    /// Who may have agreed to something.
    pub(super) agreed: Vec<AgentId>,
}

/// What a model-driven mind makes of what came up.
#[derive(Clone, Debug)]
pub enum Answer {
    /// It goes on as before.
    GoesOn,
    /// It has called a tool, which is carried out as any other.
    Called,
    /// It calls a tool while it stays somewhere: at once, or in place of the stay.
    Calls(Box<(Proposal, ToolCall)>),
    /// It has planned the rest of the day anew.
    Revises(Vec<PlanItem>),
}

/// What somebody made of what came up, in this tick.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Who it came up for.
    pub(super) agent: AgentId,
    /// What came up.
    pub(super) because: CameUp,
    /// What they think about it.
    pub(super) thought: String,
    /// What they make of it.
    pub(super) what: Answer,
    /// Whether it is the first they make of it, and no later turn of a chain.
    pub(super) first: bool,
}

/// What model-driven minds made of what came up in this tick; empty again before it ends.
#[derive(Resource, Clone, Debug, Default)]
pub struct Answers(pub(super) Vec<Answered>);

/// What was made of something as it is kept, and what is still to be done of it.
pub(super) fn made_of(answered: Answered, now: SimTime) -> (Option<Reaction>, Answer) {
    let did = match answered.what {
        Answer::GoesOn => Did::WentOn,
        Answer::Called | Answer::Calls(_) => Did::Called,
        Answer::Revises(_) => Did::Revised,
    };
    let reaction = Reaction {
        at: now,
        because: answered.because,
        thought: answered.thought,
        did,
        changed: Vec::new(),
    };
    (answered.first.then_some(reaction), answered.what)
}

impl Plan {
    /// Takes up what a model-driven mind made of something; gives the call that is to be carried
    /// out while they stay somewhere.
    pub(super) fn answer(
        &mut self,
        (reaction, what): (Option<Reaction>, Answer),
    ) -> Option<(Proposal, ToolCall)> {
        if let Answer::Revises(parts) = &what {
            let from = parts.iter().map(|part| part.from).min();
            self.items.retain_mut(|item| {
                item.to = from.map_or(item.to, |from| item.to.min(from));
                item.from < item.to
            });
            self.items.extend(parts.iter().cloned());
            self.items.sort_by_key(|item| item.from);
            self.steps.clear();
            self.stepped = SimTime(0);
        }
        if let Some(reaction) = reaction {
            self.reacted(reaction);
        }
        match what {
            Answer::Calls(call) => Some(*call),
            _ => None,
        }
    }
}

/// What of an event gives somebody reason to think again; `closeness` says how close the first is
/// to the second.
pub(super) fn stirs(
    occurrence: &Occurrence,
    names: &Names<'_>,
    closeness: impl Fn(AgentId, AgentId) -> f32,
) -> Option<(AgentId, CameUp)> {
    let agent = occurrence.agent?;
    match &occurrence.event {
        SimEvent::Missed { course } => Some((agent, CameUp::Missed(Engagement::Class(*course, 0)))),
        SimEvent::Violation {
            breach: Breach::QueueCutting { passed: Some(who) },
        } => Some((*who, CameUp::Wronged(agent))),
        SimEvent::Learned { news, .. } => {
            let News::Life { who, memory } = news else {
                return None;
            };
            let of = names.scenario.people.get(who.0 as usize)?;
            let importance = of.0.memories.get(usize::from(*memory))?.importance;
            let grave = importance >= GRAVE && *who != agent && closeness(agent, *who) >= CLOSE;
            grave.then_some((agent, CameUp::Heard(*news)))
        }
        _ => None,
    }
}

/// Whether an event may leave those who take part in it with something new in their timetable.
pub(super) const fn may_fix(event: &SimEvent) -> bool {
    matches!(
        event,
        SimEvent::Replied { .. }
            | SimEvent::Arranged { .. }
            | SimEvent::Learned { .. }
            | SimEvent::Found { .. }
    )
}

/// The end of the day for somebody: when they go to bed, or midnight.
pub(super) fn bedtime(persona: &Persona, now: SimTime) -> SimTime {
    let midnight = now.minus(now.of_day());
    if persona.sleeps > 12 * HOUR {
        midnight.plus(persona.sleeps)
    } else {
        midnight.plus(DAY)
    }
}

/// What a model-driven mind thinks about, and what the built-in mind makes of it; what is newly
/// agreed upon enters the plan of either, and what it displaces is moved.
///
/// # Errors
/// Never for people of the roster.
pub fn react(
    mut stage: Stage,
    mut stirred: ResMut<Stirred>,
    mut minds: Query<(&MindKind, &mut Deliberation, &mut Plan)>,
) -> Result {
    let now = stage.now();
    let plans = stage.setting.0.features.planning;
    for agent in std::mem::take(&mut stirred.agreed) {
        let (_, _, mut plan) = minds.get_mut(stage.roster.entity(agent))?;
        if plans && plan.day == now.day() && !plan.items.is_empty() {
            let person = stage.look(agent)?;
            let lacks = plan.lacks(person.timetable, person.persona, now);
            let bed = bedtime(person.persona, now);
            for part in lacks {
                take_up(&mut plan, part, now, bed);
            }
        }
    }
    for (agent, came_up) in std::mem::take(&mut stirred.thinks) {
        let (kind, mut deliberation, mut plan) = minds.get_mut(stage.roster.entity(agent))?;
        if kind.is_model() {
            // They think about it as soon as they can.
            deliberation.comes_up(came_up, now);
            stage.undecided.0.insert(agent);
        } else if plans && plan.day == now.day() {
            let bed = bedtime(stage.look(agent)?.persona, now);
            by_rule(&mut plan, came_up, now, bed);
        }
    }
    Ok(())
}

/// Puts something that is fixed now into the plan.
fn take_up(plan: &mut Plan, part: PlanItem, now: SimTime, bed: SimTime) {
    let Pursuit::Engagement(what) = part.what else {
        return;
    };
    let changed = plan.make_room(&part, now, bed);
    plan.reacted(Reaction {
        at: now,
        because: CameUp::Agreed(what),
        thought: String::new(),
        did: Did::Added(part),
        changed,
    });
}

/// What the built-in mind makes of something that came up: it catches up on a class that it missed,
/// and goes and sees a friend whose news it took to heart; of the rest it makes nothing.
fn by_rule(plan: &mut Plan, came_up: CameUp, now: SimTime, bed: SimTime) {
    let wish = match came_up {
        CameUp::Missed(Engagement::Class(course, _)) => {
            Some((Action::Study, Pursuit::CatchUp(course), CATCH_UP))
        }
        CameUp::Heard(News::Life { who, .. }) => {
            Some((Action::Socialise, Pursuit::See(who), VISIT))
        }
        _ => None,
    };
    let added =
        wish.and_then(|(action, what, seconds)| plan.find_time((action, what), now, bed, seconds));
    plan.reacted(Reaction {
        at: now,
        because: came_up,
        thought: String::new(),
        did: added.map_or(Did::WentOn, Did::Added),
        changed: Vec::new(),
    });
}
