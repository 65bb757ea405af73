//! Encounters: people who come by each other greet or do not; people who are stuck ask for help;
//! people who study are tempted to break off.

use crate::{
    campus::{
        Posture,
        people::{Doing, Need, Stay},
    },
    conduct::{
        self, Conducting, Point, Situation,
        points::{Focus, Greet, Help},
    },
    mind::{
        became::{Became, StepOutcome},
        state::{Action, Mind},
        talk::converse::{Voices, other},
    },
    tools::{self, Destination, Gesture, Stage, ToolCall},
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId, time::MINUTE};

/// Whether somebody who looks up from books is tempted or stuck.
const LOOKS_UP: Draw = Draw::of("talk: looking up from books");

/// People who have just come by each other and know each other.
#[derive(Resource, Clone, Debug, Default)]
pub struct Encounters(pub Vec<(AgentId, AgentId)>);

/// How near people greet, in tiles.
const NEAR: u32 = 5;

/// Whether somebody doing that looks up when somebody comes by.
const fn looks_up(doing: Doing) -> bool {
    !matches!(
        doing,
        Doing::Sleeping | Doing::Washing | Doing::InClass | Doing::Teaching | Doing::InTown
    )
}

/// Those who came by each other decide whether to greet; whoever is greeted decides whether to
/// greet back.
///
/// # Errors
/// Never for people of the roster.
pub fn greet(
    mut stage: Stage,
    mut encounters: ResMut<Encounters>,
    mut conduct: Conducting,
    mut voices: Voices,
) -> Result {
    for (walker, met) in std::mem::take(&mut encounters.0) {
        let (a, b) = (stage.look(walker)?, stage.look(met)?);
        let present = |p: &tools::PersonReadOnlyItem| {
            p.body.posture != Posture::Away && looks_up(p.activity.doing)
        };
        let together = a.activity.talk.is_some() && a.activity.talk == b.activity.talk;
        if !present(&a) || !present(&b) || together || a.body.tile.distance(b.body.tile) > NEAR {
            continue;
        }
        let first = greets(&mut stage, &mut conduct, &voices, walker, met, false)?;
        let back = greets(&mut stage, &mut conduct, &voices, met, walker, first)?;
        if first && back {
            for (one, two) in [(walker, met), (met, walker)] {
                let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(one))?;
                social.warm_to(two, 0.005);
            }
        } else if back {
            // The walker, who had passed by, is greeted after all.
            greets(&mut stage, &mut conduct, &voices, walker, met, true)?;
        }
    }
    Ok(())
}

/// Lets somebody decide whether to greet, and greet.
fn greets(
    stage: &mut Stage,
    conduct: &mut Conducting,
    voices: &Voices,
    agent: AgentId,
    with: AgentId,
    turned: bool,
) -> Result<bool> {
    let about = other(stage, voices, agent, with, turned)?;
    if about.closeness.is_none() && !turned {
        return Ok(false);
    }
    let situation = Situation {
        other: Some(about),
        ..conduct::situation(stage, agent, Point::Greet)?
    };
    let greets = conduct::decide(conduct, stage, agent, situation)? == Greet::Greet;
    Ok(greets
        && tools::call(
            stage,
            agent,
            &ToolCall::Gesture(tools::Sign {
                with,
                gesture: Gesture::Wave,
            }),
        )?
        .is_ok())
}

/// Somebody who studies looks up: they may be tempted to break off, or be stuck and ask for help.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn looks_up_from_books(
    stage: &mut Stage,
    conduct: &mut Conducting,
    minds: &mut Query<Mind<'static>>,
    voices: &mut Voices,
    agent: AgentId,
) -> Result {
    let now = stage.now();
    let person = stage.look(agent)?;
    let since = now.since(person.activity.since);
    let bored = 1.0 - person.needs.level(Need::Fun, now);
    let mut roll = stage.dice.stream(agent.0, LOOKS_UP, stage.clock.tick);
    if since > 8 * MINUTE && roll.chance(0.25 + 0.4 * bored) {
        let situation = conduct::situation(stage, agent, Point::Focus)?;
        if conduct::decide(conduct, stage, agent, situation)? == Focus::BreakOff {
            return break_off(stage, minds, agent, roll.between(5.0, 12.0));
        }
    }
    if roll.chance(0.12) {
        return ask_for_help(stage, conduct, voices, agent);
    }
    Ok(())
}

/// Breaks off studying for a few minutes.
fn break_off(
    stage: &mut Stage,
    minds: &mut Query<Mind<'static>>,
    agent: AgentId,
    minutes: f32,
) -> Result {
    let Some(place) = stage.map().place_of(stage.look(agent)?.body.tile) else {
        return Ok(());
    };
    let stay = Stay {
        doing: Doing::Resting,
        seconds: (minutes * MINUTE as f32) as u32,
    };
    let call = ToolCall::Move(tools::Move {
        to: Destination::Place(place),
        then: Some(stay),
        hurry: false,
    });
    if tools::call(stage, agent, &call)?.is_ok() {
        let (mut current, mut decisions, ..) = minds.get_mut(stage.roster.entity(agent))?;
        current.steps.clear();
        if current.action == Action::Study
            && let Some(last) = decisions.0.back_mut()
        {
            last.outcomes.push(StepOutcome {
                at: stage.clock.now,
                became: Became::BrokeOff,
            });
        }
    }
    Ok(())
}

/// Asks the nearest who might help; who is asked decides.
fn ask_for_help(
    stage: &mut Stage,
    conduct: &mut Conducting,
    voices: &mut Voices,
    agent: AgentId,
) -> Result {
    let tile = stage.look(agent)?.body.tile;
    let mut near = Vec::new();
    stage.neighbourhood.around(tile, NEAR as i16, |who, there| {
        if who != agent && stage.hears(tile, there, false) {
            near.push((tile.distance(there), who));
        }
    });
    near.sort_unstable();
    for (_, with) in near {
        let person = stage.look(with)?;
        let free = matches!(
            person.activity.doing,
            Doing::Studying | Doing::Resting | Doing::Working | Doing::Browsing
        );
        if !free || person.activity.talk.is_some() {
            continue;
        }
        if tools::call(
            stage,
            agent,
            &ToolCall::Gesture(tools::Sign {
                with,
                gesture: Gesture::AskHelp,
            }),
        )?
        .is_err()
        {
            continue;
        }
        let about = Some(other(stage, voices, with, agent, true)?);
        let situation = Situation {
            other: about,
            ..conduct::situation(stage, with, Point::Help)?
        };
        let helps = conduct::decide(conduct, stage, with, situation)? == Help::Help;
        if helps
            && tools::call(
                stage,
                with,
                &ToolCall::Gesture(tools::Sign {
                    with: agent,
                    gesture: Gesture::Help,
                }),
            )?
            .is_ok()
        {
            for (one, two) in [(agent, with), (with, agent)] {
                let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(one))?;
                social.warm_to(two, 0.05);
            }
        }
        return Ok(());
    }
    Ok(())
}
