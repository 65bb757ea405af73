//! What comes of the goals that people set themselves when they look back: a step further by what they
//! do, met, or given up.

use crate::{
    campus::{
        Pursuit,
        people::{Action, Doing, Goal, Stands, Toward},
    },
    mind::{
        plans::Hindrance,
        reflect::inner::Reflecting,
        state::{Plan, PlanItem},
        tendency::{self, Tendency},
    },
    tools::{SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, MINUTE, SimTime},
};

/// How long one must have been at a place for a stay there, in seconds.
const STAY: u32 = 10 * MINUTE;

/// How many lines make a talk of it: something said and an answer.
const TALK: u32 = 2;

/// Something that somebody did, which may be a step toward a goal.
enum Step {
    /// Did something to its end, at a place.
    Stay {
        doing: Doing,
        place: Option<PlaceId>,
        seconds: u32,
    },
    /// Talked with somebody.
    Talk(AgentId),
    /// Was in time for something fixed.
    InTime,
}

impl Step {
    /// Whether it is a step toward something.
    fn meets(&self, toward: Toward) -> bool {
        match (self, toward) {
            (Self::Stay { doing, .. }, Toward::Action(action)) => {
                Action::of(*doing) == Some(action)
            }
            (Self::Stay { place, seconds, .. }, Toward::Place(wanted)) => {
                *place == Some(wanted) && *seconds >= STAY
            }
            (Self::Talk(with), Toward::Person(wanted)) => *with == wanted,
            (Self::Talk(_), Toward::Action(Action::Socialise))
            | (Self::InTime, Toward::SettingOffEarly) => true,
            _ => false,
        }
    }

    /// When it was begun.
    const fn began(&self, now: SimTime) -> SimTime {
        match self {
            Self::Stay { seconds, .. } => now.minus(*seconds),
            Self::Talk(_) | Self::InTime => now,
        }
    }
}

/// What was done in this tick, and by whom.
fn steps(stage: &Stage) -> Vec<(AgentId, Step)> {
    let mut steps = Vec::new();
    for occurrence in &stage.occurrences.list {
        let (Some(agent), place) = (occurrence.agent, occurrence.place) else {
            continue;
        };
        let stay = |doing, seconds| Step::Stay {
            doing,
            place,
            seconds,
        };
        match occurrence.event {
            SimEvent::Finished { doing, seconds } => steps.push((agent, stay(doing, seconds))),
            SimEvent::Woke { seconds } => steps.push((agent, stay(Doing::Sleeping, seconds))),
            SimEvent::TalkEnded { with, lines, .. } if lines >= TALK => {
                steps.push((agent, Step::Talk(with)));
                steps.push((with, Step::Talk(agent)));
            }
            SimEvent::Left { with, .. } => {
                steps.push((agent, Step::Talk(with)));
                steps.push((with, Step::Talk(agent)));
            }
            SimEvent::Attended { .. } => steps.push((agent, Step::InTime)),
            _ => {}
        }
    }
    steps
}

/// Whether a tendency is for what a goal is for.
fn is_of(tendency: &Tendency, goal: &Goal) -> bool {
    tendency.toward == goal.toward && tendency.hours == goal.hours
}

/// Lets what people did in this tick bring them further with their goals. What brings one further goes
/// on swaying; what is met lets go of them.
///
/// # Errors
/// Never for people of the roster.
pub fn pursue(mut stage: Stage, mut minds: Query<&mut Reflecting>) -> Result {
    let now = stage.now();
    for (agent, step) in steps(&stage) {
        let mut mind = minds.get_mut(stage.roster.entity(agent))?;
        if mind.goals.open.is_empty() {
            continue;
        }
        let meets = |toward| step.meets(toward);
        let further = mind.goals.further(meets, step.began(now), now);
        for (goal, met) in further {
            if met {
                mind.tendencies.retain(|t| !is_of(t, &goal));
                let event = SimEvent::Goal {
                    toward: goal.toward,
                    stands: Stands::Met,
                };
                stage.note(agent, event)?;
            } else if let Some(sways) = mind.tendencies.iter_mut().find(|t| is_of(t, &goal)) {
                sways.until = sways.until.max(now.plus(tendency::LASTS));
            }
        }
    }
    Ok(())
}

/// Whether a part that a plan had was a step toward a goal.
fn is_toward(goal: &Goal, part: &PlanItem) -> bool {
    match goal.toward {
        Toward::Action(action) => part.action == action,
        Toward::Place(place) => part.place == Some(place),
        Toward::Person(who) => part.what == Pursuit::See(who) || part.action == Action::Socialise,
        Toward::SettingOffEarly => part.action == Action::Attend,
    }
}

/// At midnight: what kept people from their goals on the day, as their plans say, and which of these
/// they give up.
///
/// # Errors
/// Never for people of the roster.
pub fn sleep_over(mut stage: Stage, mut minds: Query<(&mut Reflecting, &Plan)>) -> Result {
    let now = stage.now();
    for agent in (0..stage.roster.len() as u32).map(AgentId) {
        let (mut mind, plan) = minds.get_mut(stage.roster.entity(agent))?;
        if mind.goals.open.is_empty() {
            continue;
        }
        let mind = &mut *mind;
        let today = plan.departures.iter().filter(|d| now.since(d.at) <= DAY);
        for departure in today {
            for goal in &mut mind.goals.open {
                if !is_toward(goal, &departure.part) {
                    continue;
                }
                let counts = match departure.because {
                    Hindrance::Failed | Hindrance::Impossible => &mut goal.failed,
                    Hindrance::Outweighed | Hindrance::Mood => &mut goal.outweighed,
                };
                *counts = counts.saturating_add(1);
            }
        }
        let tendencies = &mut mind.tendencies;
        let sways = |goal: &Goal| {
            tendencies
                .iter()
                .any(|t| is_of(t, goal) && t.strength > 0.0)
        };
        let ended = mind.goals.sleep_over(sways, now);
        for (goal, stands) in ended {
            tendencies.retain(|t| !(is_of(t, &goal) && t.strength > 0.0));
            let toward = goal.toward;
            stage.note(agent, SimEvent::Goal { toward, stands })?;
        }
    }
    Ok(())
}
