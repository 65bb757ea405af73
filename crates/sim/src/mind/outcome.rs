//! What comes of a step: after it was carried out, refused or gone without, the reasons, the habits
//! and what is deliberated on follow.

use crate::{
    campus::people::{Doing, MindKind},
    mind::{
        became::{Became, StepOutcome},
        chain::{Called, Observation, Turn},
        state::{Action, Mind},
        utility::ActionState,
        why::{CameUp, Why},
    },
    tools::{self, Due, Lasts, Observed, Refusal, Stage, ToolCall, free_for_talk},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::{AgentId, PlaceId},
    time::{HOUR, MINUTE, SimTime},
};

/// How many places in a row somebody tries before they leave what they meant to do for a while.
const TRIES: u8 = 4;

/// When somebody who stays looks around first.
const FIRST_LOOK: Draw = Draw::of("mind: when to look around first");

/// A turn of a chain: the thought that the action was chosen for, its call, and what was observed.
fn turn(
    why: Option<&Why>,
    call: Option<&ToolCall>,
    observation: Observation,
    now: SimTime,
) -> Turn {
    let thought = match why {
        Some(Why::Words(thought)) => thought.clone(),
        _ => String::new(),
    };
    Turn {
        at: now,
        thought,
        called: call.map_or_else(
            || Called::Unread(String::new()),
            |call| Called::Tool(call.clone()),
        ),
        observed: vec![observation],
    }
}

/// Leaves a counter alone for a while.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn goes_without(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
) -> Result {
    let until = stage.now().plus(20 * MINUTE);
    let (mut current, mut decisions, mut habits, ..) = minds.get_mut(stage.roster.entity(agent))?;
    if let Some(last) = decisions.0.back_mut() {
        last.outcomes.push(StepOutcome {
            at: stage.clock.now,
            became: Became::WentWithout,
        });
    }
    current.steps.clear();
    habits.avoid.extend([
        (Action::Eat, until),
        (Action::Coffee, until),
        (Action::Shop, until),
    ]);
    stage.undecided.0.insert(agent);
    Ok(())
}

/// Whom somebody wanted to see has no time: they think of somebody or something else.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn finds_busy(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    who: AgentId,
) -> Result {
    let now = stage.now();
    let (mut current, mut decisions, mut habits, ..) = minds.get_mut(stage.roster.entity(agent))?;
    if let Some(last) = decisions.0.back_mut() {
        last.outcomes.push(StepOutcome {
            at: now,
            became: Became::Busy(who),
        });
    }
    current.steps.clear();
    habits.avoid_people.retain(|(_, until)| *until > now);
    habits.avoid_people.push((who, now.plus(40 * MINUTE)));
    stage.undecided.0.insert(agent);
    Ok(())
}

/// After a call was carried out: habits, and a look around for company during the stay.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn accepted(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    (call, observed): (&ToolCall, &Observed),
) -> Result {
    let now = stage.now();
    let (current, mut decisions, mut habits, mut deliberation, _) =
        minds.get_mut(stage.roster.entity(agent))?;
    if let Some(last) = decisions.0.back_mut() {
        last.outcomes.push(StepOutcome {
            at: now,
            became: Became::Done(call.clone(), observed.clone()),
        });
    }
    if current.action == Action::Improvise && deliberation.came_up.is_some() {
        let observation = Observation::Answered(observed.clone());
        let turn = turn(current.why.as_ref(), Some(call), observation, now);
        deliberation.answered(turn, call.lasts() != Lasts::Not, now);
    }
    let stays = match call.lasts() {
        Lasts::Not => false,
        Lasts::AsItTakes => true,
        Lasts::Stay { stay, .. } => {
            if stay.doing == Doing::Studying {
                habits.study_planned += stay.seconds;
            }
            free_for_talk(stay.doing)
        }
    };
    if stays {
        let mut roll = stage.dice.stream(agent.0, FIRST_LOOK, stage.clock.tick);
        let at = now.plus(roll.between(60.0, 200.0) as u32);
        habits.looks_around = at;
        stage.agenda.put(at, Due::Reconsider(agent));
    }
    Ok(())
}

/// After a call that was made while somebody stays where they are: they observe what came of it.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn answered_aside(
    stage: &Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    (why, call): (Option<Why>, &ToolCall),
    answer: Result<Observed, Refusal>,
) -> Result {
    let now = stage.now();
    let (_, mut decisions, _, mut deliberation, _) = minds.get_mut(stage.roster.entity(agent))?;
    let observation = match &answer {
        Ok(observed) => Observation::Answered(observed.clone()),
        Err(refusal) => Observation::Refused(*refusal),
    };
    let turn = turn(why.as_ref(), Some(call), observation, now);
    let became = match answer {
        Ok(observed) => {
            deliberation.answered(turn, false, now);
            Became::Done(call.clone(), observed)
        }
        Err(refusal) => {
            deliberation.failed(turn, now);
            Became::Refused(call.clone(), refusal)
        }
    };
    if let Some(last) = decisions.0.back_mut() {
        last.outcomes.push(StepOutcome { at: now, became });
    }
    Ok(())
}

/// The place that a refusal spoils for somebody, and for how many seconds; none where it is not
/// about a place.
fn spoiled(call: &ToolCall, refusal: Refusal, here: Option<PlaceId>) -> Option<(PlaceId, u32)> {
    match (call, refusal) {
        (_, Refusal::Closed { place } | Refusal::Full { place }) => Some((place, HOUR)),
        (
            ToolCall::Move(tools::Move {
                to: tools::Destination::Place(place),
                ..
            }),
            Refusal::NoFreeSpot { .. },
        ) => Some((*place, 15 * MINUTE)),
        (_, Refusal::NobodyServes | Refusal::NotSold { .. }) => Some((here?, 4 * HOUR)),
        (_, Refusal::NoFreeSpot { .. }) => Some((here?, 20 * MINUTE)),
        _ => None,
    }
}

/// Whether a call is a way to a person.
const fn seeks_somebody(call: &ToolCall) -> bool {
    matches!(
        call,
        ToolCall::Move(tools::Move {
            to: tools::Destination::Person(_),
            ..
        })
    )
}

/// After a refusal: the action has failed and is left alone for a while.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn refused(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    why: Option<(&ToolCall, Refusal)>,
) -> Result {
    let now = stage.now();
    let outcome = StepOutcome {
        at: now,
        became: why.map_or(Became::Stuck, |(call, refusal)| {
            Became::Refused(call.clone(), refusal)
        }),
    };
    let here = stage.map().place_of(stage.look(agent)?.body.tile);
    let spoiled = why.and_then(|(call, refusal)| spoiled(call, refusal, here));
    let (mut current, mut decisions, mut habits, mut deliberation, kind) =
        minds.get_mut(stage.roster.entity(agent))?;
    // A model-driven mind observes the refusal and thinks again.
    match (kind, current.action) {
        (MindKind::BuiltIn, _) | (_, Action::Linger) => {}
        (_, Action::Improvise) => {
            let observation = why.map_or(Observation::Stuck, |(_, why)| Observation::Refused(why));
            let turn = turn(
                current.why.as_ref(),
                why.map(|(call, _)| call),
                observation,
                now,
            );
            deliberation.failed(turn, now);
        }
        _ => {
            if let Some(why) = current.why.clone() {
                deliberation.refused(CameUp::Failed(why, outcome.clone()), now);
            }
        }
    }
    if let Some(last) = decisions.0.back_mut() {
        last.outcomes.push(outcome);
    }
    habits.avoid_places.retain(|(_, until)| *until > now);
    habits
        .avoid_places
        .extend(spoiled.map(|(place, pause)| (place, now.plus(pause))));
    current.state = ActionState::Failure;
    current.steps.clear();
    current.failures = current.failures.saturating_add(1);
    let pause = if current.action == Action::Attend {
        MINUTE
    } else {
        12 * MINUTE
    };
    // Another place may do for what was meant, but not for somebody who is in that one.
    // Who has found none in a while of looking thinks of something else.
    let elsewhere = spoiled.is_some()
        && !why.is_some_and(|(call, _)| seeks_somebody(call))
        && (current.failures < TRIES || current.action == Action::Attend);
    if current.action != Action::Linger && !elsewhere {
        habits.avoid.push((current.action, now.plus(pause)));
    }
    stage.undecided.0.insert(agent);
    Ok(())
}
