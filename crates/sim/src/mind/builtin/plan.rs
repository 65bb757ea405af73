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
    ids::PlaceId,
    time::{DAY, HOUR, MINUTE, SimTime},
};

/// A day as it fills, of which nothing is done twice at once.
struct Filling<'a> {
    midnight: SimTime,
    items: Vec<PlanItem>,
    persona: &'a Persona,
    map: &'a CampusMap,
}

impl Filling<'_> {
    /// Adds something where the day is still free; times in seconds since midnight.
    fn add(
        &mut self,
        from: u32,
        seconds: u32,
        action: Action,
        place: Option<PlaceId>,
        what: Pursuit,
    ) {
        let (from, to) = (self.midnight.plus(from), self.midnight.plus(from + seconds));
        if self.items.iter().all(|i| to <= i.from || i.to <= from) {
            self.items.push(PlanItem {
                from,
                to,
                action,
                place,
                what,
            });
        }
    }

    fn first(&self, kind: PlaceKind) -> Option<PlaceId> {
        self.map.of_kind(kind).next()
    }

    /// Breakfast after rising, lunch and dinner, none of them at the same minute every day.
    fn meals(&mut self, roll: &mut Stream) {
        let cafeteria = self.first(PlaceKind::Cafeteria);
        // After a shower, and not before anybody serves it.
        let up = self.persona.wakes + 35 * MINUTE;
        let serves =
            |at: &u32| cafeteria.is_none_or(|c| self.map.place(c).is_open(self.midnight.plus(*at)));
        let breakfast = (0..12).map(|n| up + n * 15 * MINUTE).find(serves);
        let meals = [
            (breakfast.unwrap_or(up), 0.0, 40, Routine::Breakfast),
            (12 * HOUR + 20 * MINUTE, 30.0, 45, Routine::Lunch),
            (18 * HOUR + 15 * MINUTE, 40.0, 50, Routine::Dinner),
        ];
        for (base, jitter, minutes, routine) in meals {
            let shift = (roll.bell() * jitter * MINUTE as f32) as i32;
            let from = (base as i32 + shift).clamp(0, DAY as i32 - 1) as u32;
            let what = Pursuit::Routine(routine);
            self.add(from, minutes * MINUTE, Action::Eat, cafeteria, what);
        }
    }

    /// Hours over books for those who teach or learn, the more the more diligent they are.
    fn study(&mut self) {
        if !matches!(self.persona.role, Role::Student | Role::Teacher) {
            return;
        }
        let library = self.first(PlaceKind::Library);
        let wanted = (1.0 + 3.5 * self.persona.traits.diligence).round() as u32;
        for start in [9, 10, 11, 14, 15, 16, 20, 13, 19]
            .into_iter()
            .take(wanted as usize)
        {
            self.add(
                start * HOUR + 10 * MINUTE,
                45 * MINUTE,
                Action::Study,
                library,
                Pursuit::Words(self.persona.next_work().to_owned()),
            );
        }
    }

    /// Sport, friends and the evening.
    fn leisure(&mut self, roll: &mut Stream) {
        let traits = &self.persona.traits;
        if roll.chance(0.25 + 0.5 * traits.energy) {
            let hour = if traits.energy > 0.65 && roll.chance(0.5) {
                7
            } else {
                17
            };
            self.add(
                hour * HOUR,
                50 * MINUTE,
                Action::Exercise,
                self.first(PlaceKind::Gym),
                Pursuit::Routine(Routine::Gym),
            );
        }
        if traits.sociability > 0.4 {
            self.add(
                19 * HOUR + 30 * MINUTE,
                60 * MINUTE,
                Action::Socialise,
                None,
                Pursuit::Routine(Routine::Friends),
            );
        }
        let evening = 20 * HOUR + 45 * MINUTE;
        // Some play, the others sit down and do nothing in particular.
        let plays = roll.chance(0.2 + 0.4 * traits.energy);
        let (action, what) = match self.persona.home {
            Some(_) if plays => (Action::Play, Routine::Evening),
            Some(_) => (Action::Rest, Routine::Evening),
            None => (Action::GoToTown, Routine::Home),
        };
        self.add(evening, 60 * MINUTE, action, None, Pursuit::Routine(what));
    }

    /// The rest of the day in bed, for those who go there before midnight.
    fn night(&mut self) {
        let Persona { sleeps, home, .. } = *self.persona;
        if sleeps > 12 * HOUR {
            let what = Pursuit::Routine(Routine::Bed);
            self.add(sleeps, DAY - sleeps, Action::Sleep, home, what);
        }
    }
}

/// Makes the plan of a day around its commitments.
pub fn make(
    persona: &Persona,
    timetable: &Timetable,
    map: &CampusMap,
    day: u32,
    roll: &mut Stream,
) -> Plan {
    let commitments = timetable.today.iter();
    let mut filling = Filling {
        midnight: SimTime(day * DAY),
        items: commitments.map(|c| PlanItem::of(c, persona)).collect(),
        persona,
        map,
    };
    filling.meals(roll);
    filling.study();
    filling.leisure(roll);
    filling.night();
    let mut items = filling.items;
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
                let mut roll = Dice { seed: 1 }.stream(agent.0, Draw::of("test"), u64::from(day));
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
