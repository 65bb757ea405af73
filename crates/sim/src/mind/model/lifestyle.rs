//! The lifestyle policy of Affordable Generative Agents (Yu et al. 2024): plans and steps that were
//! thought out once are kept, and used again where task, place, openness and company match.

use crate::{
    campus::{
        Setting,
        people::{Commitment, Doing},
        scenario::policies::{DayPolicy, Occupation, PartPolicy, Policy, StepPolicy, StepsPolicy},
    },
    memory::{Hashed, dot},
    mind::state::{Action, PlanItem, PlanStep},
};
use bevy::prelude::{Component, Entity, World};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{DAY, MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};

/// How near the words of two tasks must be to count as one: the published threshold of the cosine.
pub const SAME_TASK: f32 = 0.97;

/// How many days and parts somebody keeps at most; what was not used for longest goes first.
const MOST: usize = 48;

/// What must match besides the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// What kind of thing is done.
    pub action: Action,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// Whether that place is open.
    pub open: bool,
    /// Whether somebody one knows well is near.
    pub company: bool,
}

/// A step without its time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptStep {
    seconds: u32,
    doing: Doing,
    place: Option<PlaceId>,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptPart {
    task: String,
    circumstances: Circumstances,
    steps: Vec<KeptStep>,
    used: SimTime,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptDay {
    weekend: bool,
    fixed: Vec<(u32, u32, PlaceId)>,
    items: Vec<PlanItem>,
    used: SimTime,
}

/// What somebody has thought out before.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifestyle {
    parts: Vec<KeptPart>,
    days: Vec<KeptDay>,
    /// How often steps were used again.
    pub steps_reused: u32,
    /// How often the plan of a day was used again.
    pub plans_reused: u32,
}

/// What is fixed on a day, without the day.
fn fixed(commitments: &[Commitment]) -> Vec<(u32, u32, PlaceId)> {
    commitments
        .iter()
        .map(|c| (c.begins.of_day(), c.ends.of_day(), c.place))
        .collect()
}

const fn weekend(day: u32) -> bool {
    day % 7 >= 5
}

/// Adds one to a list; in a full list it takes the place of the one that was used longest ago.
fn keep<T>(list: &mut Vec<T>, one: T, used: impl Fn(&T) -> SimTime) {
    if list.len() >= MOST
        && let Some(oldest) = (0..list.len()).min_by_key(|i| used(&list[*i]))
    {
        list.remove(oldest);
    }
    list.push(one);
}

/// What an action is in a policy; none for what is in none.
fn occupation(action: Action) -> Option<Occupation> {
    Occupation::parse(action.word()).ok()
}

impl Lifestyle {
    /// What somebody has thought out before the run begins: what the scenario's policies say of
    /// them and of everybody.
    pub(super) fn begins_with(world: &World, person: Entity) -> Self {
        let mut lifestyle = Self::default();
        let (Some(setting), Some(id)) = (world.get_resource::<Setting>(), world.get(person)) else {
            return lifestyle;
        };
        let id: &AgentId = id;
        let policies = setting.0.policies.iter();
        for policy in policies.filter(|p| p.who.is_none_or(|who| who == *id)) {
            lifestyle.take_over(policy, setting.0.start);
        }
        lifestyle
    }

    /// Takes over what is in a policy.
    fn take_over(&mut self, policy: &Policy, used: SimTime) {
        let action = |occupation: Occupation| Action::parse(occupation.word()).ok();
        for part in &policy.steps {
            let Some(action) = action(part.occupation) else {
                continue;
            };
            let steps = part.steps.iter().map(|s| KeptStep {
                seconds: s.seconds,
                doing: s.doing,
                place: s.place,
                text: s.text.clone(),
            });
            let part = KeptPart {
                task: part.task.clone(),
                circumstances: Circumstances {
                    action,
                    place: part.place,
                    open: part.open,
                    company: part.company,
                },
                steps: steps.collect(),
                used,
            };
            keep(&mut self.parts, part, |p| p.used);
        }
        for day in &policy.days {
            let items = day.parts.iter().filter_map(|part| {
                Some(PlanItem {
                    from: SimTime(part.from),
                    to: SimTime(part.to),
                    action: action(part.occupation)?,
                    place: part.place,
                    what: part.what.clone(),
                })
            });
            let day = KeptDay {
                weekend: day.weekend,
                fixed: day.fixed.clone(),
                items: items.collect(),
                used,
            };
            keep(&mut self.days, day, |d| d.used);
        }
    }

    /// What somebody has thought out so far, to be used in other runs.
    pub fn policy(&self, who: AgentId) -> Policy {
        let steps = self.parts.iter().filter_map(|part| {
            let steps = part.steps.iter().map(|s| StepPolicy {
                seconds: s.seconds,
                doing: s.doing,
                place: s.place,
                text: s.text.clone(),
            });
            Some(StepsPolicy {
                task: part.task.clone(),
                occupation: occupation(part.circumstances.action)?,
                place: part.circumstances.place,
                open: part.circumstances.open,
                company: part.circumstances.company,
                steps: steps.collect(),
            })
        });
        let days = self.days.iter().map(|day| {
            let parts = day.items.iter().filter_map(|item| {
                Some(PartPolicy {
                    from: item.from.0,
                    to: item.to.0,
                    occupation: occupation(item.action)?,
                    place: item.place,
                    what: item.what.clone(),
                })
            });
            DayPolicy {
                weekend: day.weekend,
                fixed: day.fixed.clone(),
                parts: parts.collect(),
            }
        });
        Policy {
            who: Some(who),
            days: days.collect(),
            steps: steps.collect(),
        }
    }

    /// Keeps the steps of a part of the plan.
    pub fn keep_steps(
        &mut self,
        task: &str,
        circumstances: Circumstances,
        steps: &[PlanStep],
        now: SimTime,
    ) {
        let steps = steps
            .iter()
            .map(|s| KeptStep {
                seconds: s.to.since(s.from),
                doing: s.doing,
                place: s.place,
                text: s.text.clone(),
            })
            .collect();
        self.parts
            .retain(|p| p.circumstances != circumstances || p.task != task);
        keep(
            &mut self.parts,
            KeptPart {
                task: task.to_owned(),
                circumstances,
                steps,
                used: now,
            },
            |p| p.used,
        );
    }

    /// The steps thought out for such a part before, laid out from `now` to `until`.
    pub fn steps_for(
        &mut self,
        task: &str,
        circumstances: Circumstances,
        now: SimTime,
        until: SimTime,
    ) -> Option<Vec<PlanStep>> {
        let wanted = Hashed.embed(task);
        let found = self.parts.iter_mut().find(|p| {
            p.circumstances == circumstances
                && (p.task == task || dot(&wanted, &Hashed.embed(&p.task)) > SAME_TASK)
        })?;
        found.used = now;
        self.steps_reused += 1;
        let steps = found
            .steps
            .iter()
            .map(|s| (s.seconds, s.doing, s.place, s.text.clone()));
        Some(lay_out(steps, now, until))
    }

    /// Keeps the plan of a day, for days of its kind (in the week or at its end) with the same
    /// commitments, which are no part of what is kept.
    pub fn keep_day(
        &mut self,
        day: u32,
        commitments: &[Commitment],
        items: &[PlanItem],
        now: SimTime,
    ) {
        let (weekend, fixed) = (weekend(day), fixed(commitments));
        let free = items.iter().filter(|i| i.action != Action::Attend);
        let items = free.map(|i| shifted(i, day, 0)).collect();
        self.days
            .retain(|d| d.weekend != weekend || d.fixed != fixed);
        keep(
            &mut self.days,
            KeptDay {
                weekend,
                fixed,
                items,
                used: now,
            },
            |d| d.used,
        );
    }

    /// The plan thought out for such a day before, without what is fixed.
    pub fn day_for(
        &mut self,
        day: u32,
        commitments: &[Commitment],
        now: SimTime,
    ) -> Option<Vec<PlanItem>> {
        let (weekend, fixed) = (weekend(day), fixed(commitments));
        let found = self
            .days
            .iter_mut()
            .find(|d| d.weekend == weekend && d.fixed == fixed)?;
        found.used = now;
        self.plans_reused += 1;
        Some(found.items.iter().map(|i| shifted(i, 0, day)).collect())
    }
}

/// A part of the plan on another day.
fn shifted(item: &PlanItem, from: u32, to: u32) -> PlanItem {
    let on = |t: SimTime| SimTime(t.0.saturating_sub(from * DAY) + to * DAY);
    PlanItem {
        from: on(item.from),
        to: on(item.to),
        ..item.clone()
    }
}

/// Lays steps one after the other from `now`; the last one that begins before `until` lasts until
/// then, if it would not be long.
pub fn lay_out(
    steps: impl IntoIterator<Item = (u32, Doing, Option<PlaceId>, String)>,
    now: SimTime,
    until: SimTime,
) -> Vec<PlanStep> {
    let mut laid: Vec<PlanStep> = Vec::new();
    let mut from = now;
    for (seconds, doing, place, text) in steps {
        if from >= until {
            break;
        }
        let to = from.plus(seconds.max(MINUTE)).min(until);
        laid.push(PlanStep {
            from,
            to,
            doing,
            place,
            text,
        });
        from = to;
    }
    if let Some(last) = laid.last_mut()
        && until.since(last.from) <= 30 * MINUTE
    {
        last.to = until;
    }
    laid
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::HOUR;

    const AT_DESK: Circumstances = Circumstances {
        action: Action::Study,
        place: Some(PlaceId(3)),
        open: true,
        company: false,
    };

    fn step(minutes: u32, text: &str) -> (u32, Doing, Option<PlaceId>, String) {
        (minutes * MINUTE, Doing::Studying, None, text.to_owned())
    }

    #[test]
    fn steps_are_used_again_where_everything_matches() {
        let mut lifestyle = Lifestyle::default();
        let monday = SimTime(10 * HOUR);
        let steps = lay_out(
            [step(15, "read the chapter"), step(15, "solve two problems")],
            monday,
            monday.plus(1800),
        );
        lifestyle.keep_steps("work on the problem sheet", AT_DESK, &steps, monday);
        let later = monday.plus(DAY);
        let again = lifestyle
            .steps_for(
                "Work on the problem sheet.",
                AT_DESK,
                later,
                later.plus(1500),
            )
            .unwrap();
        assert_eq!(
            again.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(),
            ["read the chapter", "solve two problems"]
        );
        assert_eq!((again[0].from, again[1].to), (later, later.plus(1500)));
        for other in [
            Circumstances {
                open: false,
                ..AT_DESK
            },
            Circumstances {
                company: true,
                ..AT_DESK
            },
        ] {
            assert!(
                lifestyle
                    .steps_for("work on the problem sheet", other, later, later.plus(1500))
                    .is_none()
            );
        }
        assert!(
            lifestyle
                .steps_for("water the plants", AT_DESK, later, later.plus(1500))
                .is_none()
        );
        assert_eq!(lifestyle.steps_reused, 1);
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let mut lifestyle = Lifestyle::default();
        for i in 0..60u32 {
            let now = SimTime(i * HOUR);
            lifestyle.keep_steps(
                &format!("{i}"),
                Circumstances {
                    place: Some(PlaceId(i as u16)),
                    ..AT_DESK
                },
                &[],
                now,
            );
        }
        assert_eq!(lifestyle.parts.len(), MOST);
        assert_eq!(lifestyle.parts[0].task, "12");
    }
}
