//! From decision to call: minds propose in parallel, then one ordered pass carries the calls out.

use crate::{
    campus::{
        Bag, Ground, Roster, Setting,
        people::{Body, Doing, Learning, MindKind, Needs, Persona, Purse, Timetable},
    },
    conduct::{
        self, Act, ConductState, Conducting, Point, Situation,
        measures::{RememberingDecisions, ScheduleAdherence, TaskLatency},
        points::{Pace, Queue},
    },
    memory::{Episodic, Perceived, Percept, ShortTerm, SocialMemory},
    mind::{
        builtin::{self, Proposal},
        outcome::{accepted, answered_aside, finds_busy, goes_without, refused},
        outlook::Outlook,
        plans::Hindrance,
        react::{self, Answers},
        recollection::Recollections,
        reflect::Reflecting,
        revise,
        state::{Action, ActionStep, CurrentAction, Habits, Mind, Plan},
        stepping,
        talk::converse::{Approach, Approaches},
        utility::ActionState,
    },
    tools::{self, Lasts, Observed, Stage, There, ToolCall, Undecided},
};
use bevy::{ecs::query::QueryData, prelude::*, tasks::TaskPool};
use collegium_core::{
    dice::{Dice, Draw},
    ids::AgentId,
    time::{Clock, MINUTE},
};

const STEPS: Draw = Draw::of("mind: the steps of a stay");

/// What a mind reads of its person.
#[derive(QueryData)]
pub struct MindView {
    pub(super) persona: &'static Persona,
    pub(super) kind: &'static MindKind,
    pub(super) body: &'static Body,
    needs: &'static Needs,
    purse: &'static Purse,
    pub(super) timetable: &'static Timetable,
    bag: &'static Bag,
    plan: &'static Plan,
    habits: &'static Habits,
    current: &'static CurrentAction,
    episodic: &'static Episodic,
    social: &'static SocialMemory,
    reflecting: &'static Reflecting,
    pub(super) conduct: &'static ConductState,
    learning: &'static Learning,
}

impl MindViewItem<'_, '_> {
    /// Whether they have to decide what to do next.
    pub(super) fn decides(&self) -> bool {
        self.current.steps.is_empty() || self.current.state == ActionState::Failure
    }
}

/// The threads that minds may decide on; none for the calling thread alone.
#[derive(Resource, Default)]
pub struct SimThreads(pub Option<TaskPool>);

/// What the minds propose in this tick, in the order of the agents.
#[derive(Resource, Default)]
pub struct Proposals(pub Vec<(AgentId, Proposal)>);

impl Proposals {
    /// Whether there is one of somebody.
    pub fn holds(&self, agent: AgentId) -> bool {
        self.0.iter().any(|(a, _)| *a == agent)
    }
}

/// Below this number of deciding agents the work is done on one thread.
const WORTH_SPREADING: usize = 24;

/// Lets the built-in mind of every agent that has nothing left to do propose an action. Reads only.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn decide(
    clock: Res<Clock>,
    dice: Res<Dice>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    roster: Res<Roster>,
    undecided: Res<Undecided>,
    threads: Res<SimThreads>,
    minds: Query<MindView>,
    mut proposals: ResMut<Proposals>,
) -> Result {
    proposals.0.clear();
    let asks = |agent: &AgentId| {
        minds
            .get(roster.entity(*agent))
            .is_ok_and(|m| !m.kind.is_model() && m.decides())
    };
    let agents: Vec<AgentId> = undecided.0.iter().copied().filter(asks).collect();
    let propose = |agent: AgentId| -> Option<(AgentId, Proposal)> {
        let mind = minds.get(roster.entity(agent)).ok()?;
        let outlook = outlook(agent, &mind, &clock, *dice, &ground, &setting);
        Some((agent, builtin::decide(&outlook)))
    };
    match &threads.0 {
        Some(pool) if agents.len() >= WORTH_SPREADING => {
            let share = agents.len().div_ceil(pool.thread_num().max(1));
            let parts = pool.scope(|scope| {
                for chunk in agents.chunks(share) {
                    scope.spawn(async move {
                        chunk.iter().filter_map(|a| propose(*a)).collect::<Vec<_>>()
                    });
                }
            });
            proposals.0.extend(parts.into_iter().flatten());
        }
        _ => proposals.0.extend(agents.into_iter().filter_map(propose)),
    }
    Ok(())
}

/// Puts together what an agent goes by.
pub(super) fn outlook<'a>(
    agent: AgentId,
    mind: &MindViewItem<'a, '_>,
    clock: &Clock,
    dice: Dice,
    ground: &'a Ground,
    setting: &'a Setting,
) -> Outlook<'a> {
    Outlook {
        agent,
        now: clock.now,
        tick: clock.tick,
        dice,
        map: &ground.0,
        scenario: &setting.0,
        persona: mind.persona,
        body: mind.body,
        needs: mind.needs,
        purse: mind.purse,
        timetable: mind.timetable,
        bag: mind.bag,
        plan: mind.plan,
        habits: mind.habits,
        current: mind.current,
        episodic: mind.episodic,
        social: mind.social,
        tendencies: &mind.reflecting.tendencies,
        conduct: mind.conduct,
        learning: mind.learning,
    }
}

/// Carries out, in order, the next step of everybody who is free.
///
/// # Errors
/// Never for people of the roster.
pub fn act(
    mut stage: Stage,
    mut proposals: ResMut<Proposals>,
    mut minds: Query<Mind<'static>>,
    mut plans: Query<&mut Plan>,
    mut approaches: ResMut<Approaches>,
    mut conduct: Conducting,
    mut minded: Query<(&mut ShortTerm, &mut Recollections)>,
) -> Result {
    for (agent, proposal) in proposals.0.drain(..) {
        let (_, mut recollections) = minded.get_mut(stage.roster.entity(agent))?;
        let memories = &proposal.decision.memories;
        recollections.decided(memories);
        conduct.count(agent, RememberingDecisions::All, 1);
        let resting = u32::from(memories.rests());
        conduct.count(agent, RememberingDecisions::FromMemory, resting);
        let mut proposal = proposal;
        measure(
            &stage,
            &mut conduct,
            agent,
            &mut plans,
            &minds,
            &mut proposal,
        )?;
        adopt(&mut stage, &mut minds, agent, proposal)?;
    }
    let agents: Vec<AgentId> = std::mem::take(&mut stage.undecided.0).into_iter().collect();
    for agent in agents {
        if stage.look(agent)?.activity.doing != Doing::Idle {
            continue;
        }
        let entity = stage.roster.entity(agent);
        let (mut current, ..) = minds.get_mut(entity)?;
        let Some(step) = current.steps.pop_front() else {
            stage.undecided.0.insert(agent);
            continue;
        };
        current.state = ActionState::Executing;
        let call = match step {
            ActionStep::TalkTo(with) => {
                // What to say takes thought; who may not or dares not speak decides again.
                approaches.0.push(Approach {
                    agent,
                    with,
                    act: None,
                    failing: true,
                });
                continue;
            }
            ActionStep::Call(ToolCall::Move(tools::Move {
                to: tools::Destination::Person(who),
                ..
            })) if current.action == Action::Socialise && !has_time(&stage, agent, who)? => {
                finds_busy(&mut stage, &mut minds, agent, who)?;
                continue;
            }
            step => {
                let attends = current.action == Action::Attend;
                match resolve(&stage, &mut conduct, agent, step, attends)? {
                    Some(call) => call,
                    None => {
                        goes_without(&mut stage, &mut minds, agent)?;
                        continue;
                    }
                }
            }
        };
        match tools::call(&mut stage, agent, &call)? {
            Ok(observed) => {
                // What takes no time leaves them free for the next step.
                if stage.look(agent)?.activity.doing == Doing::Idle {
                    stage.undecided.0.insert(agent);
                }
                let (mut short, _) = minded.get_mut(entity)?;
                observe(&stage, agent, observed.clone(), &mut short)?;
                accepted(&mut stage, &mut minds, agent, (&call, &observed))?;
                if !minds.get(entity)?.4.is_model() && stage.setting.0.features.planning {
                    lay_steps(&stage, agent, &call, &mut *plans.get_mut(entity)?)?;
                }
            }
            Err(refusal) => refused(&mut stage, &mut minds, agent, Some((&call, refusal)))?,
        }
    }
    Ok(())
}

/// Carries out what model-driven minds made of what came up while they stay somewhere, and keeps it
/// with the plan of the day.
///
/// # Errors
/// Never for people of the roster.
pub fn answer(
    mut stage: Stage,
    mut answers: ResMut<Answers>,
    mut minds: Query<Mind<'static>>,
    mut plans: Query<&mut Plan>,
    mut recollections: Query<&mut Recollections>,
) -> Result {
    for answered in std::mem::take(&mut answers.0) {
        let agent = answered.agent;
        let (plan, made) = (
            &mut *plans.get_mut(stage.roster.entity(agent))?,
            react::made_of(answered, stage.now()),
        );
        if let Some((proposal, call)) = plan.answer(made) {
            let entity = stage.roster.entity(agent);
            recollections
                .get_mut(entity)?
                .decided(&proposal.decision.memories);
            if call.lasts() == Lasts::Not {
                aside(&mut stage, &mut minds, agent, proposal, &call)?;
                // They go on with the chain, and think about it next.
                stage.undecided.0.insert(agent);
            } else {
                break_up(&mut stage, &mut minds, &mut plans, agent, proposal)?;
            }
        }
    }
    Ok(())
}

/// Does something of a moment while somebody stays where they are.
fn aside(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    proposal: Proposal,
    call: &ToolCall,
) -> Result {
    let (_, mut decisions, ..) = minds.get_mut(stage.roster.entity(agent))?;
    let thought = proposal.action.why.clone();
    decisions.add(proposal.decision);
    let answer = tools::call(stage, agent, call)?;
    answered_aside(stage, minds, agent, (thought, call), answer)
}

/// Leaves a stay for something else, with a goodbye where there is a talk.
fn break_up(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    plans: &mut Query<&mut Plan>,
    agent: AgentId,
    proposal: Proposal,
) -> Result {
    if let Some(departure) = proposal.decision.departs.clone() {
        let bed = react::bedtime(stage.look(agent)?.persona, stage.now());
        plans
            .get_mut(stage.roster.entity(agent))?
            .revise(departure, bed);
    }
    adopt(stage, minds, agent, proposal)?;
    let number = stage.look(agent)?.activity.number;
    tools::finish(stage, agent, number)
}

/// What somebody observes of what they have just done enters short-term memory. What becomes an
/// event of its own is remembered by that.
fn observe(stage: &Stage, agent: AgentId, observed: Observed, short: &mut ShortTerm) -> Result {
    let of_its_own = matches!(
        observed,
        Observed::Done | Observed::Found(_) | Observed::Waits(_) | Observed::Entered(_)
    );
    if !of_its_own {
        short.take_in(Percept {
            at: stage.now(),
            subject: Some(agent),
            place: stage.map().place_of(stage.look(agent)?.body.tile),
            what: Perceived::Observed(observed),
            salience: 1,
        });
    }
    Ok(())
}

/// How long somebody has to have for a visit once the visitor is there, in seconds.
const VISIT: u32 = 5 * MINUTE;

/// Whether somebody whom `agent` wants to see has time for it: people ask before they set off.
fn has_time(stage: &Stage, agent: AgentId, who: AgentId) -> Result<bool> {
    let (here, other) = (stage.look(agent)?.body.tile, stage.look(who)?);
    let walk = stage.map().distance(here, other.body.tile).unwrap_or(200) * 5;
    let until = stage.now().plus(walk + VISIT);
    let at_leisure = matches!(
        other.activity.doing,
        Doing::Eating
            | Doing::Coffee
            | Doing::Resting
            | Doing::Waiting
            | Doing::Playing
            | Doing::AtEvent
            | Doing::OnPhone
    );
    let stays = other.activity.until.is_none_or(|ends| ends >= until);
    let next = other.timetable.next(stage.now());
    Ok(at_leisure && stays && next.is_none_or(|c| c.begins >= until || c.begins <= stage.now()))
}

/// Takes up a proposal: the action, its reasons, and what is let go for it.
fn adopt(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    proposal: Proposal,
) -> Result {
    let now = stage.now();
    let Proposal {
        action,
        decision,
        lets_go,
    } = proposal;
    stage.person(agent)?.timetable.settled.extend(lets_go);
    let (mut current, mut decisions, mut habits, ..) = minds.get_mut(stage.roster.entity(agent))?;
    if current.state == ActionState::Executing {
        current.failures = 0;
    }
    let failures = current.failures;
    habits.last[action.action as usize] = Some(now);
    habits.avoid.retain(|(_, until)| *until > now);
    *current = action;
    current.failures = failures;
    decisions.add(decision);
    // What they studied or attended until now is over.
    stage.person(agent)?.activity.focus = None;
    Ok(())
}

/// Turns a step into a call, deciding what is decided on the spot; none when it is decided to go
/// without.
fn resolve(
    stage: &Stage,
    conduct: &mut Conducting,
    agent: AgentId,
    step: ActionStep,
    attends: bool,
) -> Result<Option<ToolCall>> {
    Ok(Some(match step {
        ActionStep::Call(ToolCall::Move(tools::Move {
            to: to @ tools::Destination::Place(_),
            then: None,
            ..
        })) if attends => {
            let situation = conduct::situation(stage, agent, Point::Pace)?;
            let hurry = conduct::decide(conduct, stage, agent, situation)? == Pace::Hurry;
            ToolCall::Move(tools::Move {
                to,
                then: None,
                hurry,
            })
        }
        ActionStep::Call(call) => call,
        ActionStep::Buy(item) => {
            let person = stage.look(agent)?;
            let ahead = stage
                .map()
                .place_of(person.body.tile)
                .and_then(|p| stage.counters.0.get(&p))
                .map_or(0, |counter| counter.queue.len());
            if ahead == 0 {
                return Ok(Some(ToolCall::Buy(tools::Buy {
                    item,
                    cut_in: false,
                })));
            }
            let situation = Situation {
                ahead,
                ..conduct::situation(stage, agent, Point::Queue)?
            };
            match conduct::decide(conduct, stage, agent, situation)? {
                Act::Queue(Queue::GiveUp) => return Ok(None),
                act => ToolCall::Buy(tools::Buy {
                    item,
                    cut_in: act == Queue::CutIn,
                }),
            }
        }
        ActionStep::TalkTo(other) => ToolCall::Move(tools::Move {
            to: tools::Destination::Person(other),
            then: None,
            hurry: false,
        }),
    }))
}

/// Counts whether what somebody is about to do is what their plan says, and how late they come to
/// it; where it is not, the rest of the day is planned anew.
fn measure(
    stage: &Stage,
    conduct: &mut Conducting,
    agent: AgentId,
    plans: &mut Query<&mut Plan>,
    minds: &Query<Mind<'static>>,
    proposal: &mut Proposal,
) -> Result {
    let now = stage.now();
    let entity = stage.roster.entity(agent);
    let mut plan = plans.get_mut(entity)?;
    let Some(part) = plan.at(now) else {
        return Ok(());
    };
    if revise::done(part, minds.get(entity)?.1.0.iter()) {
        proposal.decision.departs = None;
        return Ok(());
    }
    // Whoever finds one friend busy and thinks of another is still at the same thing.
    let found_busy = minds.get(entity)?.1.0.back().is_some_and(|last| {
        last.chosen == part.action && last.outcomes.last().is_some_and(|o| o.is_busy())
    });
    let kept = proposal.decision.departs.is_none();
    if found_busy && kept {
        return Ok(());
    }
    conduct.count(agent, ScheduleAdherence::PlanMoments, 1);
    conduct.count(agent, ScheduleAdherence::PlanKept, u32::from(kept));
    let begun_before =
        minds.get(entity)?.2.last[part.action as usize].is_some_and(|at| at >= part.from);
    if kept && !begun_before {
        conduct.count(agent, TaskLatency::PartsBegun, 1);
        conduct.count(agent, TaskLatency::LatencySeconds, now.since(part.from));
    }
    if let Some(departure) = proposal.decision.departs.clone() {
        let reasoned = departure.because != Hindrance::Mood;
        conduct.count(
            agent,
            ScheduleAdherence::PlanLeftForAReason,
            u32::from(reasoned),
        );
        let bed = react::bedtime(stage.look(agent)?.persona, now);
        plan.revise(departure, bed);
    }
    Ok(())
}

/// Works out the steps of a stay that has begun, for the built-in mind.
fn lay_steps(stage: &Stage, agent: AgentId, call: &ToolCall, plan: &mut Plan) -> Result {
    let person = stage.look(agent)?;
    let Lasts::Stay {
        stay,
        there,
        subject,
    } = call.lasts()
    else {
        return Ok(());
    };
    let walk = match there {
        There::Here => 0,
        There::Place(place) => {
            let map = stage.map();
            map.distance(person.body.tile, map.entrance(place))
                .unwrap_or(0)
                * 5
        }
        There::WalkEnd => return Ok(()),
    };
    let mut roll = stage.dice.stream(agent.0, STEPS, stage.clock.tick);
    plan.steps = stepping::built_in(
        stay,
        subject,
        person.persona.language,
        stage.now().plus(walk),
        &mut roll,
    );
    Ok(())
}
