//! The built-in mind: which actions it weighs, what speaks for and against each, and the steps it
//! takes.

mod arranging;
mod giving;
pub mod look_around;
mod looking_up;
pub(in crate::mind) mod options;
pub mod plan;

use crate::{
    campus::people::Engagement,
    mind::{
        builtin::options::Choice,
        outlook::Outlook,
        plans::Departure,
        recollect, revise,
        state::{Action, CurrentAction, Decision, Weighed},
        talk,
        utility::{ActionState, Picker, Thinker},
    },
    room::{DeclareRoom as _, SimSystems, SimTick},
};
use bevy::prelude::*;
use giving::Giving;
use look_around::{Lookers, look_around};

/// Adds the room: those who stay somewhere look around, and hand things to those beside them. Who
/// looks when is on the agenda.
pub fn plugin(app: &mut App) {
    app.room("builtin", 1).keep::<Giving>("giving");
    app.init_resource::<Lookers>().add_systems(
        SimTick,
        look_around
            .in_set(SimSystems::Act)
            .after(talk::begin_lines)
            .before(talk::approach)
            .run_if(|lookers: Res<Lookers>| !lookers.0.is_empty()),
    );
}

/// What a decision gives: the action to start and the reasons to keep.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The action that was chosen, with its steps.
    pub action: CurrentAction,
    /// The reasons: what was weighed and why this was chosen.
    pub decision: Decision,
    /// Commitments that are let go.
    pub lets_go: Vec<Engagement>,
}

/// How many weighed options a decision keeps.
const KEPT: usize = 6;

/// Decides what to do next. A pure function of what the agent knows.
pub fn decide(outlook: &Outlook<'_>) -> Proposal {
    let mut options = outlook.options();
    options.retain(|o| {
        !outlook.habits.avoids(o.action, outlook.now)
            || o.action == Action::Attend && outlook.current.failures < 2
    });
    let mut thinker = Thinker::build(Picker::HighestToScore { threshold: 0.12 }, usize::MAX);
    for (i, option) in options.iter().enumerate() {
        thinker.when(option.score, i);
    }
    let (_, choice) = thinker.think();
    let chosen = options
        .get(choice)
        .cloned()
        .unwrap_or_else(|| outlook.linger());
    let lets_go = outlook.given_up(&chosen);
    let mut weighed: Vec<Weighed> = options
        .into_iter()
        .map(|o| Weighed {
            action: o.action,
            score: o.score,
            parts: o.parts,
        })
        .collect();
    let departs = revise::departure(outlook, (chosen.action, &chosen.parts), &weighed);
    weighed.sort_by(|a, b| {
        b.score
            .get()
            .total_cmp(&a.score.get())
            .then(a.action.cmp(&b.action))
    });
    weighed.truncate(KEPT);
    propose(outlook, chosen, weighed, lets_go, departs)
}

/// A choice as a proposal; `weighed` are the options it was chosen from, best first, and `departs`
/// is how it departs from the plan.
pub(in crate::mind) fn propose(
    outlook: &Outlook<'_>,
    chosen: Choice,
    mut weighed: Vec<Weighed>,
    lets_go: Vec<Engagement>,
    departs: Option<Departure>,
) -> Proposal {
    let Choice {
        action,
        why,
        steps,
        engagement,
        score,
        parts,
    } = chosen;
    if weighed.is_empty() {
        weighed.push(Weighed {
            action,
            score,
            parts,
        });
    }
    let memories = recollect::of_choice(outlook, action, &steps, &why, engagement);
    let decision = Decision {
        at: outlook.now,
        options: weighed,
        chosen: action,
        why: why.clone(),
        departs,
        outcomes: Vec::new(),
        memories,
    };
    let action = CurrentAction {
        action,
        state: ActionState::Requested,
        steps,
        since: outlook.now,
        why: Some(why),
        engagement,
        failures: outlook.current.failures,
    };
    Proposal {
        action,
        decision,
        lets_go,
    }
}
