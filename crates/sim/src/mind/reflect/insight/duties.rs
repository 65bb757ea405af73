//! What is concluded of duties: whether one comes, comes late or misses them, and whether the
//! long-term task moves.

use super::reflection::{Finding, Item, Reflection};
use crate::{
    campus::people::{Came, Role, Standing},
    memory::{Concern, Cue, Memory, MemoryKind, Object, Predicate},
    mind::{reflect::insight_words::Pattern, state::Action, tendency::Toward},
};
use collegium_core::{i18n::bare, time::DAY};
use std::collections::BTreeMap;

impl Reflection<'_> {
    /// Classes, shifts and meetings: those kept, those come late to, those missed.
    pub(super) fn of_duties(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let mut by_duty: BTreeMap<String, [Vec<Item<'_>>; 3]> = BTreeMap::new();
        let mut late = Vec::new();
        for item in items.iter().filter(|(_, m)| m.kind == MemoryKind::Deed) {
            let n = match item.1.predicate {
                Predicate::Attended => 0,
                Predicate::CameLate => 1,
                Predicate::Missed => 2,
                _ => continue,
            };
            if n == 1 {
                late.push(*item);
            }
            by_duty
                .entry(self.duty(item.1).unwrap_or_default())
                .or_default()[n]
                .push(*item);
        }
        for (what, [in_time, late, missed]) in &by_duty {
            let fill = [("what", what.as_str())];
            if late.len() >= 2 {
                let mut found = self.finding(Pattern::LateTo, late, &fill, 6, Concern::Late);
                found.wishes.push((Toward::SettingOffEarly, None, 0.4));
                all.push(found);
            }
            if !missed.is_empty() {
                let mut found = self.finding(Pattern::Missed, missed, &fill, 6, Concern::Missed);
                found
                    .wishes
                    .push((Toward::Action(Action::Attend), None, 0.05));
                all.push(found);
            }
            if in_time.len() >= 2 && late.is_empty() && missed.is_empty() {
                all.push(self.finding(Pattern::Steady, in_time, &fill, 4, Concern::Steady));
            }
        }
        if late.len() >= 3 {
            let mut found = self.finding(Pattern::LateOften, &late, &[], 6, Concern::Late);
            found.wishes.push((Toward::SettingOffEarly, None, 0.6));
            all.push(found);
        }
    }

    /// What came of tasks lately: one that is done, one that was given up. Says whether a part was
    /// done of the one that goes on.
    fn of_works(&self, items: &[Item<'_>], all: &mut Vec<Finding>) -> bool {
        let mut moves = false;
        for item in items {
            let Some(Object::Work { task, came }) = item.1.object else {
                continue;
            };
            let pattern = match came {
                Came::Part(_) => {
                    moves |= task == self.works.task;
                    continue;
                }
                Came::Whole => Pattern::TaskDone,
                Came::GivenUp => Pattern::TaskGivenUp,
            };
            let of_it = |(_, m): &&Item<'_>| matches!(m.object, Some(Object::Work { task: t, .. }) if t == task);
            let evidence: Vec<Item<'_>> = items.iter().filter(of_it).copied().collect();
            let Some(what) = self.persona.task_of(task) else {
                continue;
            };
            let fill = [("what", &*bare(&what.what))];
            all.push(self.finding(pattern, &evidence, &fill, 7, Concern::Task));
        }
        moves
    }

    /// Whether the long-term task moves: whether what is lived has to do with it.
    pub(super) fn of_task(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let worked = self.of_works(items, all);
        let task = &*bare(&self.persona.task);
        if task.is_empty() {
            return;
        }
        let settings = self.names.scenario.retrieval;
        let cue = Cue {
            settings: &settings,
            now: self.now,
            query: task,
            task: "",
            most: 6,
        };
        let lived = |m: &Memory| {
            matches!(
                m.kind,
                MemoryKind::Chat | MemoryKind::Deed | MemoryKind::Observation
            ) && self.now.since(m.at) < 2 * DAY
        };
        let near: Vec<Item<'_>> = self
            .stream
            .retrieve(&cue, lived)
            .into_iter()
            .filter(|s| s.scored.parts.relevance.raw > 0.3)
            .filter_map(|s| Some((s.number, self.stream.get(s.number)?)))
            .collect();
        let works = matches!(self.persona.role, Role::Student | Role::Teacher);
        let parts = items.iter().copied();
        let parts = parts.filter(
            |(_, m)| matches!(m.object, Some(Object::Work { task, .. }) if task == self.works.task),
        );
        let mut evidence: Vec<Item<'_>> = near.iter().copied().chain(parts).collect();
        evidence.sort_by_key(|(i, _)| *i);
        evidence.dedup_by_key(|(i, _)| *i);
        let standing = self.works.standing(self.now);
        let untouched = standing == Standing::Fresh && self.works.worked == 0;
        if standing != Standing::Stuck && (near.len() >= 3 || worked) {
            all.push(self.finding(
                Pattern::TaskMoves,
                &evidence,
                &[("what", task)],
                6,
                Concern::Task,
            ));
        } else if standing == Standing::Stuck || untouched && near.len() <= 1 {
            // What they planned and did instead is what says so.
            let plans = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Plan);
            let deeds = items
                .iter()
                .copied()
                .filter(|(_, m)| m.kind == MemoryKind::Deed);
            let mut instead: Vec<Item<'_>> =
                plans.rev().take(2).chain(deeds.rev().take(3)).collect();
            instead.sort_by_key(|(i, _)| *i);
            if instead.len() >= 3 {
                let mut found = self.finding(
                    Pattern::TaskStuck,
                    &instead,
                    &[("what", task)],
                    6,
                    Concern::Task,
                );
                if works {
                    found
                        .wishes
                        .push((Toward::Action(Action::Study), None, 0.07));
                }
                all.push(found);
            }
        }
    }
}
