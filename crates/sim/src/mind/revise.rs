//! Plans are kept, or changed on purpose: why somebody does something else than their plan has now.

use crate::mind::{
    outlook::Outlook,
    plans::{Departure, Hindrance},
    state::{Action, Consideration, Decision, PlanItem, Weighed},
};
use collegium_core::time::{MINUTE, SimTime};

/// Whether an action is done once in its time, and not all through it.
const fn once(action: Action) -> bool {
    matches!(
        action,
        Action::Eat
            | Action::Coffee
            | Action::Wash
            | Action::Shop
            | Action::Exercise
            | Action::Post
            | Action::GoToTown
    )
}

/// How long before its time a part of the plan can be done already, in seconds: who is hungry goes
/// to lunch a little earlier.
const AHEAD: u32 = 45 * MINUTE;

/// Whether what a part of the plan asks for has been done: lunch that was eaten is over, though its
/// hour is not.
pub(super) fn done<'a>(
    part: &PlanItem,
    mut decisions: impl DoubleEndedIterator<Item = &'a Decision>,
) -> bool {
    once(part.action)
        && decisions
            .rfind(|d| d.chosen == part.action && d.at.plus(AHEAD) >= part.from)
            .is_some_and(|d| !d.outcomes.iter().any(|o| o.failed()))
}

/// What keeps somebody from the part of their plan that is on, where they choose something else.
/// `options` are all that were weighed.
pub(super) fn departure(
    outlook: &Outlook<'_>,
    (chosen, reasons): (Action, &[(Consideration, f32)]),
    options: &[Weighed],
) -> Option<Departure> {
    let part = outlook.plan.at(outlook.now)?;
    if part.action == chosen {
        return None;
    }
    let planned = options.iter().find(|o| o.action == part.action);
    let for_it = |parts: &[(Consideration, f32)]| -> f32 {
        let whims = parts.iter().filter(|(c, _)| *c != Consideration::Whim);
        whims.map(|(_, weight)| weight).sum()
    };
    let because = match planned {
        _ if outlook.habits.avoids(part.action, outlook.now) => Hindrance::Failed,
        None => Hindrance::Impossible,
        Some(planned) if for_it(reasons) > for_it(&planned.parts) => Hindrance::Outweighed,
        Some(_) => Hindrance::Mood,
    };
    Some(instead_of(part, outlook.now, chosen, because))
}

/// How an action departs from the plan that was chosen because it matters more: by a model, whose
/// thought says why, or since it is fixed.
pub(super) fn matters_more(outlook: &Outlook<'_>, action: Action) -> Option<Departure> {
    let part = outlook.plan.at(outlook.now)?;
    let other = part.action != action;
    other.then(|| instead_of(part, outlook.now, action, Hindrance::Outweighed))
}

fn instead_of(part: &PlanItem, at: SimTime, instead: Action, because: Hindrance) -> Departure {
    Departure {
        at,
        part: part.clone(),
        instead,
        because,
        moved: None,
    }
}
