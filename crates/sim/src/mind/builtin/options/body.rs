//! What the body wants: sleep, washing, food and drink, exercise.

use super::{Choice, next_morning};
use crate::{
    campus::{
        Item, PlaceKind, SpotKind,
        people::{Aim, Doing, Need, Stay},
    },
    mind::{
        outlook::Outlook,
        state::{Action, ActionStep, Consideration},
        utility::Evaluator,
        why::Why,
    },
};
use collegium_core::{
    dice::Draw,
    ids::PlaceId,
    time::{HOUR, MINUTE},
};

/// How long somebody sleeps in.
const SLEEP_IN: Draw = Draw::of("options: how long to sleep in");
/// Where somebody eats what they carry.
const PICNIC: Draw = Draw::of("options: where to eat what is carried");
/// Where somebody has a meal, and for how long.
const MEAL_PLACE: Draw = Draw::of("options: where to have a meal");
const MEAL_TIME: Draw = Draw::of("options: how long to have a meal");
/// Where somebody has a coffee.
const CAFE: Draw = Draw::of("options: where to have a coffee");
/// Whether somebody exercises on a day, and whether early; and where.
const SPORT: Draw = Draw::of("options: whether to exercise on a day");
const SPORT_PLACE: Draw = Draw::of("options: where to exercise");

impl Outlook<'_> {
    pub(in crate::mind) fn sleep(&self) -> Option<Choice> {
        let tired = self.lack(Need::Sleep);
        let night = if self.night() { 0.62 } else { 0.0 };
        let need = Evaluator::Power(4).evaluate(tired).get() * 0.55
            + if self.night() { 0.25 * tired } else { 0.0 };
        let place = self
            .persona
            .home
            .or_else(|| self.map.of_kind(PlaceKind::Gate).next())?;
        // Who is worn out in the evening goes to bed for the night and not for a nap.
        let for_the_night = self.night() || self.now.hour() > 18.5;
        let until = if for_the_night {
            let mut morning = next_morning(self.now, self.persona.wakes);
            let mut roll = self.roll(SLEEP_IN);
            morning = morning.plus(
                (roll.bell().abs() * 12.0 * (1.3 - self.persona.traits.diligence) * MINUTE as f32)
                    as u32,
            );
            let first = crate::campus::commitments::commitments(
                self.agent,
                self.persona,
                self.timetable,
                self.scenario,
                morning.day(),
            )
            .first()
            .map_or(morning, |c| c.begins.minus(40 * MINUTE));
            let morning = morning.min(first).max(self.now.plus(HOUR));
            if morning.since(self.now) > 12 * HOUR {
                self.now.plus(9 * HOUR)
            } else {
                morning
            }
        } else {
            self.now
                .plus(self.free_seconds().clamp(20 * MINUTE, 90 * MINUTE))
        };
        let nap_time = (12.0..17.0).contains(&self.now.hour()) && tired > 0.5;
        if !self.night() && (self.free_seconds() < 40 * MINUTE || !nap_time && tired < 0.85) {
            return None;
        }
        let stay = Stay {
            doing: Doing::Sleeping,
            seconds: until.since(self.now).clamp(10 * MINUTE, 12 * HOUR),
        };
        let why = if self.night() {
            Why::Bedtime
        } else {
            Why::Tired
        };
        let parts = vec![(Consideration::Need, need), (Consideration::Hour, night)];
        Some(self.option(Action::Sleep, parts, why, [self.go(place, Some(stay))]))
    }

    pub(in crate::mind) fn wash(&self) -> Option<Choice> {
        let lack = self.lack(Need::Hygiene);
        if lack < 0.2 || self.persona.home.is_none() && lack < 0.6 {
            return None;
        }
        let since_up = self.now.of_day().saturating_sub(self.persona.wakes);
        let morning =
            if since_up < 90 * MINUTE && self.habits.hours_since(Action::Wash, self.now) > 10.0 {
                0.25
            } else {
                0.0
            };
        let building = self
            .persona
            .home
            .map(|home| self.map.place(home).building.as_str());
        let washroom = self
            .map
            .of_kind(PlaceKind::Washroom)
            .filter(|p| {
                self.map.place(*p).is_open(self.now) && !self.habits.avoids_place(*p, self.now)
            })
            .min_by_key(|p| {
                (
                    building != Some(self.map.place(*p).building.as_str()),
                    self.walk_seconds(*p),
                )
            })?;
        let need = Evaluator::Power(2).evaluate(lack).get() * 0.7;
        let parts = vec![(Consideration::Need, need), (Consideration::Hour, morning)];
        let list = [self.go(washroom, Some(self.stay(washroom, Doing::Washing, 9.0)))];
        Some(self.option(Action::Wash, parts, Why::Shower, list))
    }

    /// The meal that a place sells at this hour and one can pay.
    pub(super) fn meal_at(&self, place: PlaceId) -> Option<Item> {
        let hour = self.now.plus(10 * MINUTE).hour();
        [Item::Breakfast, Item::Lunch, Item::Dinner, Item::Snack]
            .into_iter()
            .find(|item| {
                let (from, to) = item.served();
                let affordable = self
                    .map
                    .place(place)
                    .price(*item)
                    .is_some_and(|p| p <= self.purse.cents);
                affordable && (from..to - 0.2).contains(&hour)
            })
    }

    /// What speaks against a meal at a place for whom hardly has the time for it.
    fn haste(&self, place: PlaceId) -> Option<(Consideration, f32)> {
        (self.free_seconds_at(place) < 25 * MINUTE).then_some((Consideration::Time, -0.25))
    }

    pub(in crate::mind) fn eat(&self) -> Option<Choice> {
        let lack = self.lack(Need::Food);
        if lack < 0.22 {
            return None;
        }
        let hour = self.now.hour();
        let mealtime = [(6.0, 9.5), (11.5, 13.7), (17.4, 20.0)]
            .iter()
            .any(|(from, to)| (*from..*to).contains(&hour));
        let need = Evaluator::Power(2).evaluate(lack).get() * 0.95;
        let mut parts = vec![(Consideration::Need, need)];
        if mealtime && lack > 0.35 {
            parts.push((Consideration::Hour, 0.22));
        }
        // Who will have a meal soon waits for it, unless they are famished.
        let soon = self.until_planned(Action::Eat);
        if soon.is_some_and(|seconds| seconds < 100 * MINUTE) && lack < 0.7 {
            parts.push((Consideration::Plan, -0.4));
        }
        if self.habits.hours_since(Action::Eat, self.now) < 4.0 {
            parts.push((Consideration::Habit, -0.3));
        }
        let has_food = self.bag.items().any(|i| i.nourishment() > 0.2);
        if has_food {
            let here = self.map.place_of(self.body.tile);
            let place = here
                .or(self.persona.home)
                .or_else(|| self.nearest(&[PlaceKind::CommonRoom, PlaceKind::Lawn], PICNIC))?;
            parts.extend(self.haste(place));
            let list = [self.go(place, Some(self.stay(place, Doing::Eating, 14.0)))];
            return Some(self.option(Action::Eat, parts, Why::HungryWithFood, list));
        }
        let mut venues: Vec<PlaceId> = Vec::new();
        venues.extend(self.map.of_kind(PlaceKind::Cafeteria));
        if self.persona.traits.thrift < 0.6 || venues.is_empty() {
            venues.extend(self.map.of_kind(PlaceKind::Cafe));
        }
        let mut roll = self.roll(MEAL_PLACE);
        let (place, item) = venues
            .into_iter()
            .filter(|p| !self.habits.avoids_place(*p, self.now))
            .filter(|p| {
                let arrival = self.now.plus(self.walk_seconds(*p));
                self.map.place(*p).is_open(arrival)
                    && self.map.place(*p).is_open(arrival.plus(15 * MINUTE))
            })
            .filter_map(|p| Some((p, self.meal_at(p)?)))
            .min_by_key(|(p, item)| {
                let liking = match (item.is_meal(), self.map.place(*p).kind) {
                    (true, PlaceKind::Cafeteria) => 0.8,
                    (true, _) => 1.2,
                    // A snack is no meal.
                    (false, _) => 4.0,
                };
                (self.walk_seconds(*p).max(60) as f32 * liking * (0.6 + roll.unit())) as u32
            })?;
        parts.extend(self.haste(place));
        let minutes = 16.0 + 14.0 * self.roll(MEAL_TIME).unit();
        let eat = self.go(place, Some(self.stay(place, Doing::Eating, minutes)));
        let why = Why::Hungry(item, place);
        Some(self.option(
            Action::Eat,
            parts,
            why,
            [self.go(place, None), ActionStep::Buy(item), eat],
        ))
    }

    /// What somebody can spend on other things, in cents: what is left once the meals until the next
    /// pay are set aside.
    pub(super) fn spare_cents(&self) -> u32 {
        let cheapest = |item: Item| {
            let places = [PlaceKind::Cafeteria, PlaceKind::Cafe];
            let sold = places.iter().flat_map(|kind| self.map.of_kind(*kind));
            sold.filter_map(|p| self.map.place(p).price(item)).min()
        };
        let meals = [Item::Breakfast, Item::Lunch, Item::Dinner];
        let of_a_day: u32 = meals.into_iter().filter_map(cheapest).sum();
        let days = 7 - self.now.weekday() as u32;
        self.purse.cents.saturating_sub(of_a_day * days)
    }

    pub(in crate::mind) fn coffee(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Coffee, self.now);
        let hour = self.now.hour();
        if since < 2.5
            || !(7.2..17.5).contains(&hour)
            || self.free_seconds() < 20 * MINUTE
            || self.spare_cents() < 600
        {
            return None;
        }
        let open = self
            .map
            .of_kind(PlaceKind::Cafe)
            .filter(|p| !self.habits.avoids_place(*p, self.now))
            .filter(|p| self.map.place(*p).is_open(self.now.plus(20 * MINUTE)));
        let cafe = self.nearest_of(open, CAFE)?;
        if self.free_seconds_at(cafe) < 12 * MINUTE {
            return None;
        }
        let item = if self.lack(Need::Food) > 0.45 {
            Item::Pastry
        } else {
            Item::Coffee
        };
        self.map.place(cafe).price(item)?;
        let parts = vec![
            (
                Consideration::Need,
                0.22 * self.lack(Need::Sleep) + 0.1 * self.lack(Need::Fun),
            ),
            (
                Consideration::Character,
                0.2 * (1.0 - self.persona.traits.thrift),
            ),
            (
                Consideration::Hour,
                if (9.5..11.5).contains(&hour) || (14.0..16.5).contains(&hour) {
                    0.1
                } else {
                    0.0
                },
            ),
        ];
        let list = [
            self.go(cafe, None),
            ActionStep::Buy(item),
            self.go(cafe, Some(self.stay(cafe, Doing::Coffee, 16.0))),
        ];
        Some(self.option(Action::Coffee, parts, Why::Mood(item), list))
    }

    pub(in crate::mind) fn exercise(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Exercise, self.now);
        let planned = self.planned(Action::Exercise);
        let long_enough = if planned { 35 } else { 70 } * MINUTE;
        if since < 12.0
            || since < 18.0 && !planned
            || self.free_seconds() < long_enough
            || self.lack(Need::Food) > 0.75
            || !(6.5..21.0).contains(&self.now.hour())
        {
            return None;
        }
        // Some move before breakfast, some in the late afternoon, and not everybody every day.
        let mut day = self
            .dice
            .stream(self.agent.0, SPORT, u64::from(self.now.day()));
        let energy = self.persona.led(self.persona.traits.energy, Aim::Exercise);
        if !day.chance(0.3 + 0.5 * energy) && !planned {
            return None;
        }
        let early = self.persona.wakes < 6 * HOUR + 30 * MINUTE && day.chance(0.4);
        let window = if early { 6.5..8.5 } else { 15.5..20.0 };
        let hour = if planned || window.contains(&self.now.hour()) {
            0.12
        } else {
            -0.12
        };
        let gym = self.nearest_with(&[PlaceKind::Gym], &[SpotKind::Play], SPORT_PLACE)?;
        if self.free_seconds_at(gym) < long_enough / 2 {
            return None;
        }
        let parts = vec![
            (Consideration::Character, 0.32 * energy),
            (Consideration::Need, 0.25 * self.lack(Need::Fun)),
            (Consideration::Hour, hour),
        ];
        let mut list = vec![self.go(
            gym,
            Some(self.stay(gym, Doing::Exercising, 20.0 + 40.0 * energy)),
        )];
        let building = &self.map.place(gym).building;
        if let Some(shower) = self
            .map
            .of_kind(PlaceKind::Washroom)
            .find(|p| self.map.place(*p).building == *building)
        {
            list.push(self.go(shower, Some(self.stay(shower, Doing::Washing, 8.0))));
        }
        Some(self.option(Action::Exercise, parts, Why::Sport, list))
    }
}
