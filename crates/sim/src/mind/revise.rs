//! Plans are kept, or changed on purpose: why somebody does something else than their plan has now,
//! and what becomes of the rest of the day.

use crate::{
    mind::{
        builtin::options::Choice,
        outlook::Outlook,
        state::{Action, Consideration, Decision, Plan, PlanItem, Weighed},
    },
    tools::{Names, tell},
};
use collegium_core::{
    i18n::{Words, key},
    named,
    time::{HOUR, MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};

/// How long after its time a meal is still wanted, in seconds.
const MEAL_WAITS: u32 = 2 * HOUR + 30 * MINUTE;

/// The shortest gap into which a part of the plan is moved, in seconds.
const SHORTEST: u32 = 25 * MINUTE;

named! {
    /// What keeps somebody from what their plan has now.
    Hindrance {
        /// It was tried and did not work.
        Failed = "failed",
        /// Nothing of it can be done now: it is closed, nobody is about, there is no time.
        Impossible = "impossible",
        /// Something else matters more.
        Outweighed = "outweighed",
        /// Nothing but the mood of the moment.
        Mood = "mood",
    }
}

/// That something else was done than the plan had then, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// When it was decided.
    pub at: SimTime,
    /// The part of the plan that was on.
    pub part: PlanItem,
    /// What is done in its place.
    pub instead: Action,
    /// What kept them from it.
    pub because: Hindrance,
    /// When it is to be done now; none where the day has no room left for it.
    pub moved: Option<SimTime>,
}

impl Departure {
    /// The departure in a sentence, in the language of the words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let instead = words.label("action", self.instead.word());
        let values = [
            ("what", tell::pursuit(words, &self.part.what, names).into()),
            ("instead", instead.into()),
            ("why", words.label("hindrance", self.because.word()).into()),
        ];
        let text = words.say_with("departs", &values);
        match self.moved {
            Some(at) => {
                let moved = words.say_with("departs-moved", &[("time", at.clock().into())]);
                format!("{text} {moved}")
            }
            None => format!("{text} {}", words.say(key("departs-dropped"))),
        }
    }
}

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

/// Whether what a part of the plan asks for has been done: lunch that was eaten is over, though its
/// hour is not.
pub(super) fn done<'a>(
    part: &PlanItem,
    mut decisions: impl DoubleEndedIterator<Item = &'a Decision>,
) -> bool {
    once(part.action)
        && decisions
            .rfind(|d| d.chosen == part.action && d.at >= part.from)
            .is_some_and(|d| !d.outcomes.iter().any(|o| o.failed()))
}

/// What keeps somebody from the part of their plan that is on, where they choose something else.
/// `options` are all that were weighed.
pub(super) fn departure(
    outlook: &Outlook<'_>,
    chosen: &Choice,
    options: &[Weighed],
) -> Option<Departure> {
    let part = outlook.plan.at(outlook.now)?;
    if part.action == chosen.action {
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
        Some(planned) if for_it(&chosen.parts) > for_it(&planned.parts) => Hindrance::Outweighed,
        Some(_) => Hindrance::Mood,
    };
    Some(instead_of(part, outlook.now, chosen.action, because))
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

impl Plan {
    /// Changes what is left of the day after a departure: the part that is on gives way, and is
    /// moved to the next gap that has room for it, once a day.
    pub(super) fn revise(&mut self, mut departure: Departure, bed: SimTime) {
        let (now, part) = (departure.at, departure.part.clone());
        self.items.retain_mut(|item| {
            if *item == part {
                item.to = now;
            }
            item.from < item.to
        });
        let moved_before = |d: &Departure| d.part.what == part.what && d.part.action == part.action;
        let again = !self.departures.iter().any(moved_before) && part.action != Action::Attend;
        let until = match part.action {
            Action::Eat => part.to.plus(MEAL_WAITS).min(bed),
            Action::Sleep => now,
            _ => bed,
        };
        if again && let Some((from, to)) = self.gap(now.plus(SHORTEST), until, part.to.since(now)) {
            self.items.push(PlanItem { from, to, ..part });
            self.items.sort_by_key(|item| item.from);
            departure.moved = Some(from);
        }
        self.departures.push(departure);
    }

    /// The first gap between the parts, from one moment to another, that has room for so many
    /// seconds, or for as many as are worth while.
    fn gap(&self, from: SimTime, until: SimTime, seconds: u32) -> Option<(SimTime, SimTime)> {
        let wanted = seconds.max(SHORTEST);
        let mut at = from;
        for item in self.items.iter().filter(|item| item.to > from) {
            if item.from.since(at) >= SHORTEST && at < item.from {
                break;
            }
            at = at.max(item.to);
        }
        let next = self.items.iter().map(|item| item.from).filter(|f| *f >= at);
        let end = next.min().unwrap_or(until).min(until);
        (at < end && end.since(at) >= SHORTEST).then(|| (at, end.min(at.plus(wanted))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::{Pursuit, Routine};

    fn item(from: u32, to: u32, action: Action) -> PlanItem {
        PlanItem {
            from: SimTime(from * MINUTE),
            to: SimTime(to * MINUTE),
            action,
            place: None,
            what: Pursuit::Routine(Routine::Free),
        }
    }

    fn departs(part: &PlanItem, at: u32) -> Departure {
        Departure {
            at: SimTime(at * MINUTE),
            part: part.clone(),
            instead: Action::Rest,
            because: Hindrance::Impossible,
            moved: None,
        }
    }

    #[test]
    fn what_gives_way_is_moved_once_to_where_there_is_room() {
        let study = item(60, 120, Action::Study);
        let mut plan = Plan {
            items: vec![
                study.clone(),
                item(130, 200, Action::Attend),
                item(210, 220, Action::Eat),
                item(400, 500, Action::Sleep),
            ],
            ..Plan::default()
        };
        let bed = SimTime(400 * MINUTE);
        plan.revise(departs(&study, 70), bed);
        assert_eq!(plan.items[0].to, SimTime(70 * MINUTE));
        // Before the class, with as much of the hour as is free there.
        let moved = SimTime(95 * MINUTE);
        assert_eq!(plan.departures[0].moved, Some(moved));
        let again = plan.items.iter().find(|i| i.from == moved).unwrap().clone();
        assert_eq!(
            (again.action, again.to),
            (Action::Study, SimTime(130 * MINUTE))
        );
        plan.revise(departs(&again, 100), bed);
        assert_eq!(plan.departures[1].moved, None, "once a day");
        for pair in plan.items.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{pair:?}");
        }
    }

    #[test]
    fn what_has_no_room_left_is_dropped_and_lunch_is_not_moved_to_the_evening() {
        let lunch = item(60, 100, Action::Eat);
        let mut plan = Plan {
            items: vec![lunch.clone(), item(100, 300, Action::Attend)],
            ..Plan::default()
        };
        plan.revise(departs(&lunch, 60), SimTime(600 * MINUTE));
        assert_eq!(plan.items.len(), 1);
        assert_eq!(plan.departures[0].moved, None);
    }
}
