//! The options of the built-in mind, one function for each: its score from weighted considerations,
//! and its steps.

use crate::{
    campus::{
        About, Item, PlaceKind, Posture, SpotKind,
        people::{Commitment, Doing, Engagement, Need, Role, Stay, places_for},
    },
    memory::MemoryKind,
    mind::{
        outlook::Outlook,
        state::{Action, Consideration, Step},
        talk::speech,
        tendency,
        utility::{Evaluator, Joining, Score},
        why::Why,
    },
    tools::{self, Destination, ToolCall},
};
use collegium_core::{
    dice::Draw,
    i18n::{Words, key},
    ids::PlaceId,
    time::{DAY, HOUR, MINUTE, SimTime},
};
use std::collections::VecDeque;

/// An action that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What would be done.
    pub action: Action,
    /// How much it is wanted, all considered.
    pub score: Score,
    /// What spoke for it and against it.
    pub parts: Vec<(Consideration, f32)>,
    /// What it is for.
    pub why: Why,
    /// What is to be done for it, first to last.
    pub steps: VecDeque<Step>,
    /// The commitment it is for.
    pub engagement: Option<Engagement>,
}

impl Outlook<'_> {
    /// Every action that is possible at all, with its score.
    pub fn options(&self) -> Vec<Choice> {
        let builders: [fn(&Self) -> Option<Choice>; 13] = [
            Self::attend,
            Self::sleep,
            Self::wash,
            Self::eat,
            Self::coffee,
            Self::study,
            Self::exercise,
            Self::play,
            Self::socialise,
            Self::rest,
            Self::shop,
            Self::go_to_town,
            Self::post,
        ];
        builders.iter().filter_map(|build| build(self)).collect()
    }

    fn option(
        &self,
        action: Action,
        parts: Vec<(Consideration, f32)>,
        why: Why,
        list: impl IntoIterator<Item = Step>,
    ) -> Choice {
        let mut parts = parts;
        if let Some(item) = self
            .plan
            .at(self.now)
            .filter(|i| i.action == action && action != Action::Attend)
        {
            parts.push((Consideration::Plan, 0.22));
            let _ = item;
        }
        let list = steps(list);
        let wish = tendency::adds(self.tendencies, action, &list, self.now);
        if wish != 0.0 {
            parts.push((Consideration::Insight, wish));
        }
        let mut whim = self.roll(Draw::Taste, action as u64);
        parts.push((Consideration::Whim, 0.06 * whim.bell()));
        let joined: Vec<(f32, Score)> = parts
            .iter()
            .map(|(_, v)| (v.signum(), Score::new(v.abs())))
            .collect();
        Choice {
            action,
            score: Joining::WeightedSum.join(&joined),
            parts,
            why,
            steps: list,
            engagement: None,
        }
    }

    /// Staying for a moment: what is done when nothing else is good enough.
    pub fn linger(&self) -> Choice {
        let late = self.now.of_day() > 21 * HOUR || self.now.of_day() < 5 * HOUR;
        let home = self.persona.home.filter(|_| late);
        let pleasant = |place: &PlaceId| {
            let kind = self.map.place(*place).kind;
            !matches!(
                kind,
                PlaceKind::Washroom
                    | PlaceKind::Shop
                    | PlaceKind::Gym
                    | PlaceKind::Hall
                    | PlaceKind::HealthCentre
            )
        };
        let here = self.map.place_of(self.body.tile);
        let sitting = [PlaceKind::CommonRoom, PlaceKind::Plaza, PlaceKind::Lawn];
        let place = home
            .or(here.filter(pleasant))
            .or_else(|| self.nearest(&sitting, 90))
            .or(here);
        let (doing, minutes) = if self.free_seconds() < 8 * MINUTE {
            (Doing::Waiting, 4.0)
        } else {
            (Doing::Resting, 15.0)
        };
        let minutes = minutes * (0.8 + 0.5 * self.roll(Draw::Duration, 91).unit());
        let list = place.map(|p| self.go(p, Some(self.stay(doing, minutes))));
        let parts = vec![(Consideration::Habit, 0.1)];
        self.option(Action::Linger, parts, Why::Idle, list)
    }

    /// Whether somebody has made up its mind not to go to a class.
    fn skips(&self, commitment: &Commitment) -> bool {
        matches!(commitment.what, Engagement::Class(..))
            && self.conduct.skips == Some(commitment.begins)
    }

    /// Commitments that are let go when something else is chosen although it is time to set off.
    pub fn given_up(&self, chosen: &Choice) -> Vec<Engagement> {
        match self.next() {
            Some(next) if self.leave_at(next) <= self.now.plus(3 * MINUTE) && self.skips(next) => {
                vec![next.what]
            }
            Some(next)
                if chosen.action != Action::Attend
                    && chosen.action != Action::Linger
                    && self.leave_at(next) <= self.now =>
            {
                vec![next.what]
            }
            Some(next)
                if self.current.failures >= 3 && self.current.engagement == Some(next.what) =>
            {
                vec![next.what]
            }
            _ => Vec::new(),
        }
    }

    pub(in crate::mind) fn attend(&self) -> Option<Choice> {
        let next = self.next()?;
        let leave = self.leave_at(next);
        if self.now.plus(3 * MINUTE) < leave || self.skips(next) {
            return None;
        }
        let traits = &self.persona.traits;
        let duty = match next.what {
            Engagement::Teach(..) | Engagement::Shift(_) => 0.97,
            Engagement::Class(..) => 0.72 + 0.28 * traits.diligence - 0.12 * self.lack(Need::Sleep),
            Engagement::Meeting(with) => 0.6 + 0.03 * self.social.closeness(with),
            Engagement::Event(_) => 0.5 + 0.4 * traits.sociability,
        };
        let mut list = Vec::new();
        if self.map.place_of(self.body.tile) != Some(next.place) {
            list.push(Step::Call(ToolCall::Move(tools::Move {
                to: Destination::Place(next.place),
                then: None,
                hurry: false,
            })));
        }
        let eats_there = matches!(next.what, Engagement::Event(_))
            && self.needs.level(Need::Food, self.now) < 0.8;
        if eats_there && let Some(item) = self.meal_at(next.place) {
            list.push(Step::Buy(item));
        }
        list.push(Step::Call(ToolCall::Attend(tools::Attend {
            what: next.what,
        })));
        let why = Why::Begins(next.what, next.begins);
        let mut option = self.option(Action::Attend, vec![(Consideration::Duty, duty)], why, list);
        option.engagement = Some(next.what);
        Some(option)
    }

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
            let mut roll = self.roll(Draw::Duration, 2);
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
        let list = [self.go(washroom, Some(self.stay(Doing::Washing, 9.0)))];
        Some(self.option(Action::Wash, parts, Why::Shower, list))
    }

    /// The meal that a place sells at this hour and one can pay.
    fn meal_at(&self, place: PlaceId) -> Option<Item> {
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
        if self.free_seconds() < 30 * MINUTE {
            parts.push((Consideration::Time, -0.25));
        }
        if self.habits.hours_since(Action::Eat, self.now) < 4.0 {
            parts.push((Consideration::Habit, -0.3));
        }
        let has_food = self.bag.items().any(|i| i.nourishment() > 0.2);
        if has_food {
            let here = self.map.place_of(self.body.tile);
            let place = here
                .or(self.persona.home)
                .or_else(|| self.nearest(&[PlaceKind::CommonRoom, PlaceKind::Lawn], 31))?;
            let list = [self.go(place, Some(self.stay(Doing::Eating, 14.0)))];
            return Some(self.option(Action::Eat, parts, Why::HungryWithFood, list));
        }
        let mut venues: Vec<PlaceId> = Vec::new();
        venues.extend(self.map.of_kind(PlaceKind::Cafeteria));
        if self.persona.traits.thrift < 0.6 || venues.is_empty() {
            venues.extend(self.map.of_kind(PlaceKind::Cafe));
        }
        let mut roll = self.roll(Draw::Where, 32);
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
        let minutes = 16.0 + 14.0 * self.roll(Draw::Duration, 33).unit();
        let eat = self.go(place, Some(self.stay(Doing::Eating, minutes)));
        let why = Why::Hungry(item, place);
        Some(self.option(
            Action::Eat,
            parts,
            why,
            [self.go(place, None), Step::Buy(item), eat],
        ))
    }

    pub(in crate::mind) fn coffee(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Coffee, self.now);
        let hour = self.now.hour();
        if since < 2.5
            || !(7.2..17.5).contains(&hour)
            || self.free_seconds() < 20 * MINUTE
            || self.purse.cents < 600
        {
            return None;
        }
        let cafe = self
            .map
            .of_kind(PlaceKind::Cafe)
            .filter(|p| !self.habits.avoids_place(*p, self.now))
            .find(|p| self.map.place(*p).is_open(self.now.plus(20 * MINUTE)))?;
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
            Step::Buy(item),
            self.go(cafe, Some(self.stay(Doing::Coffee, 16.0))),
        ];
        Some(self.option(Action::Coffee, parts, Why::Mood(item), list))
    }

    /// What somebody studies: one of its courses, or its task.
    fn subject(&self) -> String {
        let courses: Vec<&str> = self
            .scenario
            .term
            .courses
            .iter()
            .filter(|c| c.students.contains(&self.agent) || c.teacher == Some(self.agent))
            .map(|c| c.title.as_str())
            .collect();
        let mut roll = self.roll(Draw::Taste, 40);
        match roll.pick(&courses) {
            Some(course) if roll.chance(0.6) || self.persona.task.is_empty() => {
                (*course).to_owned()
            }
            _ if !self.persona.task.is_empty() => self.persona.task.clone(),
            _ => Words::of(self.persona.language)
                .say(key("study-a-book"))
                .to_owned(),
        }
    }

    fn study(&self) -> Option<Choice> {
        let hour = self.now.hour();
        if !matches!(self.persona.role, Role::Student | Role::Teacher)
            || !(7.5..22.5).contains(&hour)
            || self.free_seconds() < 20 * MINUTE
        {
            return None;
        }
        let hours = self.habits.study_planned as f32 / HOUR as f32;
        let wanted = 1.5 + 4.5 * self.persona.traits.diligence;
        let eager = Evaluator::Linear {
            from: 0.16,
            to: 0.5,
        }
        .evaluate(self.persona.traits.diligence)
        .get();
        let parts = vec![
            (Consideration::Character, eager),
            (Consideration::Habit, -0.35 * (hours / wanted).min(1.5)),
            (
                Consideration::Need,
                -0.15 * self.lack(Need::Fun)
                    - 0.2 * Evaluator::Power(3).evaluate(self.lack(Need::Sleep)).get(),
            ),
        ];
        let mut roll = self.roll(Draw::Where, 41);
        let kinds: &[PlaceKind] = match (
            self.persona.role,
            roll.unit() < 0.25 + 0.3 * self.persona.traits.sociability,
        ) {
            (Role::Teacher, _) => &[PlaceKind::Office, PlaceKind::Library],
            (_, true) => &[PlaceKind::CommonRoom, PlaceKind::Cafe, PlaceKind::Lab],
            (_, false) if self.persona.home.is_some() => &[PlaceKind::Library, PlaceKind::Bedroom],
            (_, false) => &[PlaceKind::Library],
        };
        let here = self.map.place_of(self.body.tile).filter(|p| {
            let suits = places_for(Doing::Studying).contains(&self.map.place(*p).kind)
                && !self.habits.avoids_place(*p, self.now);
            let stays_open = self.map.place(*p).is_open(self.now.plus(30 * MINUTE));
            self.current.action == Action::Study && suits && stays_open && roll.chance(0.8)
        });
        let place =
            here.or_else(|| self.nearest_with(kinds, &[SpotKind::Desk, SpotKind::Seat], 42))?;
        let subject = self.subject();
        let minutes =
            35.0 + 50.0 * self.persona.traits.diligence * self.roll(Draw::Duration, 43).unit();
        let seconds = self
            .stay(Doing::Studying, minutes)
            .seconds
            .saturating_sub(self.walk_seconds(place).min(15 * MINUTE))
            .max(5 * MINUTE);
        let mut list = Vec::new();
        if self.map.place_of(self.body.tile) != Some(place) {
            list.push(self.go(place, None));
        }
        if roll.chance(0.15) {
            list.push(Step::Call(ToolCall::Search(tools::Search {
                query: subject.clone(),
            })));
        }
        let why = Why::Work(subject.clone());
        list.push(Step::Call(ToolCall::Study(tools::Study {
            subject,
            seconds,
        })));
        Some(self.option(Action::Study, parts, why, list))
    }

    pub(in crate::mind) fn exercise(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Exercise, self.now);
        if since < 18.0
            || self.free_seconds() < 70 * MINUTE
            || self.lack(Need::Food) > 0.75
            || !(6.5..21.0).contains(&self.now.hour())
        {
            return None;
        }
        // Some move before breakfast, some in the late afternoon, and not everybody every day.
        let mut day = self.dice.stream(
            self.agent.0,
            Draw::Taste,
            u64::from(self.now.day()) | 1 << 62,
        );
        if !day.chance(0.3 + 0.5 * self.persona.traits.energy) {
            return None;
        }
        let early = self.persona.wakes < 6 * HOUR + 30 * MINUTE && day.chance(0.4);
        let window = if early { 6.5..8.5 } else { 15.5..20.0 };
        let hour = if window.contains(&self.now.hour()) {
            0.12
        } else {
            -0.12
        };
        let gym = self.nearest_with(&[PlaceKind::Gym], &[SpotKind::Play], 50)?;
        let parts = vec![
            (Consideration::Character, 0.32 * self.persona.traits.energy),
            (Consideration::Need, 0.25 * self.lack(Need::Fun)),
            (Consideration::Hour, hour),
        ];
        let mut list = vec![self.go(gym, Some(self.stay(Doing::Exercising, 40.0)))];
        let building = &self.map.place(gym).building;
        if let Some(shower) = self
            .map
            .of_kind(PlaceKind::Washroom)
            .find(|p| self.map.place(*p).building == *building)
        {
            list.push(self.go(shower, Some(self.stay(Doing::Washing, 8.0))));
        }
        Some(self.option(Action::Exercise, parts, Why::Sport, list))
    }

    fn play(&self) -> Option<Choice> {
        if self.free_seconds() < 30 * MINUTE {
            return None;
        }
        let musical = self.persona.group == "music";
        let kinds: &[PlaceKind] = if musical {
            &[PlaceKind::MusicRoom]
        } else {
            &[PlaceKind::CommonRoom, PlaceKind::MusicRoom]
        };
        let place = self.nearest_with(kinds, &[SpotKind::Play], 60)?;
        let hour = self.now.hour();
        let parts = vec![
            (
                Consideration::Need,
                0.55 * Evaluator::Power(2).evaluate(self.lack(Need::Fun)).get(),
            ),
            (Consideration::Hour, if hour > 17.0 { 0.12 } else { 0.0 }),
            (Consideration::Character, if musical { 0.16 } else { 0.0 }),
            (
                Consideration::Habit,
                if self.habits.hours_since(Action::Play, self.now) < 3.0 {
                    -0.2
                } else {
                    0.0
                },
            ),
        ];
        let list = [self.go(place, Some(self.stay(Doing::Playing, 35.0)))];
        Some(self.option(Action::Play, parts, Why::Fun, list))
    }

    pub(in crate::mind) fn socialise(&self) -> Option<Choice> {
        if self.free_seconds() < 15 * MINUTE || self.body.posture == Posture::Away || self.night() {
            return None;
        }
        let recently = self.now.minus(40 * MINUTE);
        let friend = self
            .social
            .noticed_since(recently)
            .filter_map(|who| Some((who, self.social.known.get(&who)?)))
            .filter(|(_, k)| k.talked.is_none_or(|at| self.now.since(at) > 90 * MINUTE))
            .max_by(|(a, x), (b, y)| x.closeness.total_cmp(&y.closeness).then(b.cmp(a)))?;
        let (who, known) = friend;
        let traits = &self.persona.traits;
        let parts = vec![
            (
                Consideration::Need,
                self.lack(Need::Company) * (0.25 + 0.45 * traits.sociability),
            ),
            (
                Consideration::Character,
                0.02 * known.closeness * traits.sociability,
            ),
        ];
        let why = Why::See(who);
        let find = Step::Call(ToolCall::Move(tools::Move {
            to: Destination::Person(who),
            then: None,
            hurry: false,
        }));
        Some(self.option(Action::Socialise, parts, why, [find, Step::TalkTo(who)]))
    }

    fn rest(&self) -> Option<Choice> {
        let daylight = (8.0..20.5).contains(&self.now.hour());
        let kinds: &[PlaceKind] = match (daylight, self.persona.home) {
            (true, _) => &[PlaceKind::Lawn, PlaceKind::Plaza, PlaceKind::CommonRoom],
            (false, Some(_)) => &[PlaceKind::Bedroom, PlaceKind::CommonRoom],
            (false, None) => &[PlaceKind::CommonRoom, PlaceKind::Plaza],
        };
        let place = self.nearest(kinds, 70)?;
        let parts = vec![
            (
                Consideration::Need,
                0.2 * self.lack(Need::Sleep) + 0.18 * self.lack(Need::Fun),
            ),
            (
                Consideration::Character,
                0.12 * (1.0 - self.persona.traits.diligence) + 0.04,
            ),
            (
                Consideration::Habit,
                if self.habits.hours_since(Action::Rest, self.now) < 1.0 {
                    -0.12
                } else {
                    0.0
                },
            ),
        ];
        let minutes = 18.0 + 22.0 * self.roll(Draw::Duration, 71).unit();
        let list = [self.go(place, Some(self.stay(Doing::Resting, minutes)))];
        Some(self.option(Action::Rest, parts, Why::Break(place), list))
    }

    pub(in crate::mind) fn shop(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Shop, self.now);
        let rhythm = 40.0 + 40.0 * self.roll(Draw::Taste, 80).unit() * self.persona.traits.thrift;
        if since < rhythm.min(72.0) || self.free_seconds() < 30 * MINUTE || self.purse.cents < 2500
        {
            return None;
        }
        let shop = self
            .map
            .of_kind(PlaceKind::Shop)
            .filter(|p| !self.habits.avoids_place(*p, self.now))
            .find(|p| {
                let arrival = self.now.plus(self.walk_seconds(*p));
                self.map.place(*p).is_open(arrival)
                    && self.map.place(*p).is_open(arrival.plus(20 * MINUTE))
            })?;
        let wares: Vec<Item> = self
            .map
            .place(shop)
            .prices
            .iter()
            .map(|(item, _)| *item)
            .collect();
        let item = *self.roll(Draw::Taste, 81).pick(&wares)?;
        let parts = vec![
            (
                Consideration::Character,
                0.3 * (1.2 - self.persona.traits.thrift),
            ),
            (
                Consideration::Hour,
                if (10.0..18.0).contains(&self.now.hour()) {
                    0.06
                } else {
                    0.0
                },
            ),
        ];
        let list = [
            self.go(shop, Some(self.stay(Doing::Browsing, 5.0))),
            Step::Buy(item),
        ];
        Some(self.option(Action::Shop, parts, Why::Wants(item), list))
    }

    fn go_to_town(&self) -> Option<Choice> {
        if self.persona.home.is_some()
            || self.free_seconds() < 90 * MINUTE
            || self.body.posture == Posture::Away && !self.night()
        {
            return None;
        }
        let gate = self.map.of_kind(PlaceKind::Gate).next()?;
        let hour = self.now.hour();
        let parts = vec![
            (
                Consideration::Hour,
                if hour > 18.5 {
                    0.4
                } else if hour > 16.0 {
                    0.2
                } else {
                    0.05
                },
            ),
            (Consideration::Need, 0.15 * self.lack(Need::Sleep)),
        ];
        let list = [self.go(gate, Some(self.stay(Doing::InTown, 150.0)))];
        Some(self.option(Action::GoToTown, parts, Why::Town, list))
    }

    fn post(&self) -> Option<Choice> {
        if self.habits.hours_since(Action::Post, self.now) < 7.0
            || self.body.posture == Posture::Away
            || self.night()
        {
            return None;
        }
        let (number, fresh) = self.episodic.iter().rev().take(12).find(|(_, m)| {
            matches!(m.kind, MemoryKind::Observation | MemoryKind::Deed)
                && m.importance >= 4
                && self.now.since(m.at) < 2 * HOUR
        })?;
        let text = speech::post(self, &fresh.text);
        let about = About::Memory(number);
        let parts = vec![(
            Consideration::Character,
            0.5 * self.persona.traits.sociability * (1.1 - self.persona.traits.quietness),
        )];
        Some(self.option(
            Action::Post,
            parts,
            Why::Tell,
            [Step::Call(ToolCall::Post(tools::Post { text, about }))],
        ))
    }
}

/// The steps in a queue from a list.
pub(in crate::mind) fn steps(list: impl IntoIterator<Item = Step>) -> VecDeque<Step> {
    list.into_iter().collect()
}

/// The end of the night for somebody: when it next wants to get up.
pub(in crate::mind) fn next_morning(now: SimTime, wakes: u32) -> SimTime {
    let today = now.minus(now.of_day()).plus(wakes);
    if today > now.plus(2 * HOUR) {
        today
    } else {
        today.plus(DAY)
    }
}
