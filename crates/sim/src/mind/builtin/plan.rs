//! The plan of the day: commitments first, then meals, study and free time around them.

use crate::{
    campus::{
        CampusMap, PlaceKind, Pursuit, Routine,
        people::{Persona, Role, Timetable},
    },
    mind::state::{Action, Plan, PlanItem},
};
use collegium_core::{
    dice::Stream,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// Makes the plan of a day around its commitments.
pub fn make(
    persona: &Persona,
    timetable: &Timetable,
    map: &CampusMap,
    day: u32,
    roll: &mut Stream,
) -> Plan {
    let midnight = SimTime(day * DAY);
    let mut items: Vec<PlanItem> = timetable
        .today
        .iter()
        .map(|c| PlanItem::of(c, persona))
        .collect();
    let wakes = persona.wakes;
    let first = |kind: PlaceKind| map.of_kind(kind).next();
    let mut add = |from: u32, seconds: u32, action: Action, place, what: Pursuit| {
        let (from, to) = (midnight.plus(from), midnight.plus(from + seconds));
        if items.iter().all(|i| to <= i.from || i.to <= from) {
            items.push(PlanItem {
                from,
                to,
                action,
                place,
                what,
            });
        }
    };
    let jitter = |roll: &mut Stream, minutes: f32| (roll.bell() * minutes * MINUTE as f32) as i32;
    let at = |base: u32, shift: i32| (base as i32 + shift).clamp(0, DAY as i32 - 1) as u32;
    add(
        at(wakes + 20 * MINUTE, jitter(roll, 10.0)),
        40 * MINUTE,
        Action::Eat,
        first(PlaceKind::Cafeteria),
        Pursuit::Routine(Routine::Breakfast),
    );
    let lunch = at(12 * HOUR + 20 * MINUTE, jitter(roll, 30.0));
    add(
        lunch,
        45 * MINUTE,
        Action::Eat,
        first(PlaceKind::Cafeteria),
        Pursuit::Routine(Routine::Lunch),
    );
    let dinner = at(18 * HOUR + 15 * MINUTE, jitter(roll, 40.0));
    add(
        dinner,
        50 * MINUTE,
        Action::Eat,
        first(PlaceKind::Cafeteria),
        Pursuit::Routine(Routine::Dinner),
    );
    if matches!(persona.role, Role::Student | Role::Teacher) {
        let wanted = (1.0 + 3.5 * persona.traits.diligence).round() as u32;
        let mut found = 0;
        for start in [9, 10, 11, 14, 15, 16, 20, 13, 19] {
            if found < wanted {
                add(
                    start * HOUR + 10 * MINUTE,
                    45 * MINUTE,
                    Action::Study,
                    first(PlaceKind::Library),
                    Pursuit::Words(persona.task.clone()),
                );
                found += 1;
            }
        }
    }
    if roll.chance(0.25 + 0.5 * persona.traits.energy) {
        let hour = if persona.traits.energy > 0.65 && roll.chance(0.5) {
            7
        } else {
            17
        };
        add(
            hour * HOUR,
            50 * MINUTE,
            Action::Exercise,
            first(PlaceKind::Gym),
            Pursuit::Routine(Routine::Gym),
        );
    }
    if persona.traits.sociability > 0.4 {
        add(
            19 * HOUR + 30 * MINUTE,
            60 * MINUTE,
            Action::Socialise,
            None,
            Pursuit::Routine(Routine::Friends),
        );
    }
    add(
        20 * HOUR + 45 * MINUTE,
        60 * MINUTE,
        Action::Play,
        None,
        Pursuit::Routine(Routine::Evening),
    );
    if persona.sleeps > 12 * HOUR {
        add(
            persona.sleeps,
            DAY - persona.sleeps,
            Action::Sleep,
            persona.home,
            Pursuit::Routine(Routine::Bed),
        );
    }
    items.sort_by_key(|i| i.from);
    Plan {
        day,
        items,
        ..Plan::default()
    }
}

/// Finds half an hour in the later part of a day for something that came to mind; false when there
/// is none.
pub fn weave(plan: &mut Plan, text: &str) -> bool {
    let midnight = SimTime(plan.day * DAY);
    let free = (16 * 4..21 * 4)
        .map(|quarter| midnight.plus(quarter * 15 * MINUTE))
        .find(|from| {
            let to = from.plus(30 * MINUTE);
            plan.items.iter().all(|i| to <= i.from || i.to <= *from)
        });
    let Some(from) = free else { return false };
    let (to, action) = (from.plus(30 * MINUTE), Action::Socialise);
    plan.items.push(PlanItem {
        from,
        to,
        action,
        place: None,
        what: Pursuit::Words(text.to_owned()),
    });
    plan.items.sort_by_key(|i| i.from);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::{commitments::commitments, testing};
    use collegium_core::{
        dice::{Dice, Draw},
        ids::AgentId,
    };

    #[test]
    fn plans_keep_to_commitments_and_do_not_overlap() {
        let (scenario, map) = testing::first_week();
        for (i, (persona, _)) in scenario.people.iter().enumerate() {
            for day in 0..7 {
                let agent = AgentId(i as u32);
                let today = commitments(agent, persona, &Timetable::default(), &scenario, day);
                let timetable = Timetable {
                    today: today.clone(),
                    ..Timetable::default()
                };
                let mut roll = Dice { seed: 1 }.stream(agent.0, Draw::Plan, u64::from(day));
                let plan = make(persona, &timetable, &map, day, &mut roll);
                assert_eq!(
                    plan.items
                        .iter()
                        .filter(|p| p.action == Action::Attend)
                        .count(),
                    today.len()
                );
                for pair in plan.items.windows(2) {
                    assert!(pair[0].to <= pair[1].from, "{} {pair:?}", persona.name);
                }
            }
        }
    }
}
