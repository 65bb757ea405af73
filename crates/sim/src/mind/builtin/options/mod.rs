//! The options of the built-in mind, one function for each: its score from weighted considerations,
//! and its steps.

mod body;
mod leisure;

use crate::{
    campus::{
        PlaceKind, Pursuit, SpotKind,
        people::{Aim, Commitment, Doing, Engagement, Need, Role, places_for},
    },
    mind::{
        outlook::Outlook,
        recollect,
        state::{Action, ActionStep, Consideration},
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

/// How much more or less than usual somebody is in the mood for an action.
const WHIM: Draw = Draw::of("options: a whim");
/// Where somebody lingers, and for how long.
const LINGER_PLACE: Draw = Draw::of("options: where to linger");
const LINGER_TIME: Draw = Draw::of("options: how long to linger");
/// What somebody studies, in which kind of place, at which and for how long.
const COURSE: Draw = Draw::of("options: which course to study for");
const SUBJECT: Draw = Draw::of("options: what to study");
const STUDY: Draw = Draw::of("options: how to study");
const STUDY_PLACE: Draw = Draw::of("options: where to study");
const STUDY_TIME: Draw = Draw::of("options: how long to study");

/// How much more an action is worth of which somebody's group wants as much as can be: somewhat
/// more than what the plan of the day is worth.
const WANTED: f32 = 0.3;

/// What of a group's wishes an action is for.
const fn aim(action: Action) -> Option<Aim> {
    Some(match action {
        Action::Study => Aim::Study,
        Action::Exercise => Aim::Exercise,
        Action::Play => Aim::Play,
        Action::Socialise => Aim::Socialise,
        Action::Rest => Aim::Rest,
        Action::Coffee => Aim::Coffee,
        Action::Shop => Aim::Shop,
        Action::Post => Aim::Post,
        Action::Attend => Aim::Attend,
        Action::Sleep
        | Action::Wash
        | Action::Eat
        | Action::GoToTown
        | Action::Linger
        | Action::Improvise => return None,
    })
}

/// An action that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What would be done.
    pub action: Action,
    /// How much it is wanted, all considered, 0 to 1.
    pub score: Score,
    /// What spoke for it (above 0) and against it (below 0), and by how much.
    pub parts: Vec<(Consideration, f32)>,
    /// Why it would be chosen.
    pub why: Why,
    /// What is to be done for it, first to last.
    pub steps: VecDeque<ActionStep>,
    /// The commitment it would be done for; none where it is for none.
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
        list: impl IntoIterator<Item = ActionStep>,
    ) -> Choice {
        let mut parts = parts;
        let planned = self.plan.at(self.now).is_some_and(|i| i.action == action);
        if planned && action != Action::Attend {
            // Who is diligent keeps to what they have planned.
            parts.push((
                Consideration::Plan,
                0.3 + 0.2 * self.persona.traits.diligence,
            ));
        }
        let list = steps(list);
        let wish = tendency::adds(self.tendencies, action, &list, self.now);
        if wish != 0.0 {
            parts.push((Consideration::Insight, wish));
        }
        let wanted = aim(action).map_or(0.0, |aim| self.persona.aims.weight(aim));
        if wanted != 0.0 {
            parts.push((Consideration::Objective, WANTED * wanted));
        }
        let mut whim = self.roll(WHIM.nth(action as u64));
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
            .or_else(|| self.nearest(&sitting, LINGER_PLACE))
            .or(here);
        let (doing, minutes) = if self.free_seconds() < 8 * MINUTE {
            (Doing::Waiting, 4.0)
        } else {
            (Doing::Resting, 15.0)
        };
        let minutes = minutes * (0.8 + 0.5 * self.roll(LINGER_TIME).unit());
        let list = place.map(|p| self.go(p, Some(self.stay(p, doing, minutes))));
        let parts = vec![(Consideration::Habit, 0.1)];
        self.option(Action::Linger, parts, Why::Idle, list)
    }

    /// Whether somebody has made up their mind not to go to something.
    fn skips(&self, commitment: &Commitment) -> bool {
        self.conduct.skips == Some(commitment.begins)
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
            list.push(ActionStep::Call(ToolCall::Move(tools::Move {
                to: Destination::Place(next.place),
                then: None,
                hurry: false,
            })));
        }
        let eats_there = matches!(next.what, Engagement::Event(_))
            && self.needs.level(Need::Food, self.now) < 0.8;
        if eats_there && let Some(item) = self.meal_at(next.place) {
            list.push(ActionStep::Buy(item));
        }
        list.push(ActionStep::Call(ToolCall::Attend(tools::Attend {
            what: next.what,
        })));
        let why = Why::Begins(next.what, next.begins);
        let mut option = self.option(Action::Attend, vec![(Consideration::Duty, duty)], why, list);
        option.engagement = Some(next.what);
        Some(option)
    }

    /// The course that somebody had best study for, and how pressing it is, 0 to 1: the one they
    /// understand least, sooner one whose test is near.
    fn course_due(&self) -> Option<(u16, f32)> {
        let mut roll = self.roll(COURSE);
        let all = self.learning.all().map(|(course, grasp)| {
            let test = self.scenario.term.next_test(course, self.now);
            let soon = test.is_some_and(|test| test.since(self.now) < 36 * HOUR);
            let lack = 1.0 - grasp.level;
            let weight = lack * if soon { 1.6 } else { 1.0 } + 0.05 * roll.bell();
            (weight, course, if soon { lack } else { 0.0 })
        });
        let due = all.max_by(|a, b| a.0.total_cmp(&b.0));
        due.map(|(_, course, pressing)| (course, pressing))
    }

    /// What somebody studies: one of their courses, or their task.
    fn subject(&self, due: Option<(u16, f32)>) -> String {
        let courses = &self.scenario.term.courses;
        let now = self.plan.at(self.now).map(|part| &part.what);
        if let Some(Pursuit::CatchUp(missed)) = now
            && let Some(course) = courses.get(usize::from(*missed))
        {
            return course.title.clone();
        }
        let mut roll = self.roll(SUBJECT);
        let taught: Vec<&str> = courses
            .iter()
            .filter(|c| c.teacher == Some(self.agent))
            .map(|c| c.title.as_str())
            .collect();
        let title = match due {
            Some((course, _)) => courses.get(usize::from(course)).map(|c| c.title.as_str()),
            None => roll.pick(&taught).copied(),
        };
        let pressing = due.map_or(0.0, |(_, pressing)| pressing);
        match title {
            Some(course) if roll.chance(0.6 + 0.4 * pressing) || self.persona.task.is_empty() => {
                course.to_owned()
            }
            _ if !self.persona.task.is_empty() => self.persona.next_work().to_owned(),
            _ => Words::of(self.persona.language)
                .say(key("study-a-book"))
                .to_owned(),
        }
    }

    /// How likely somebody looks up what there is on what they are about to study: rather for a
    /// course in the library, and not where they know of a book for it.
    fn looks_up(&self, subject: &str, place: PlaceId) -> f32 {
        let courses = &self.scenario.term.courses;
        let course = courses.iter().position(|course| course.title == subject);
        match course {
            None => 0.08,
            Some(course) if recollect::book_of(self, course as u16).is_some() => 0.0,
            Some(_) if self.map.place(place).kind == PlaceKind::Library => 0.4,
            Some(_) => 0.12,
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
        let due = self.course_due();
        let mut parts = vec![
            (Consideration::Character, eager),
            (Consideration::Habit, -0.35 * (hours / wanted).min(1.5)),
            (
                Consideration::Need,
                -0.15 * self.lack(Need::Fun)
                    - 0.2 * Evaluator::Power(3).evaluate(self.lack(Need::Sleep)).get(),
            ),
        ];
        // A test that is near weighs on whoever is not ready for it.
        let pressing = due.map_or(0.0, |(_, pressing)| pressing);
        if pressing > 0.0 {
            parts.push((Consideration::Duty, 0.15 * pressing));
        }
        let mut roll = self.roll(STUDY);
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
        let place = here
            .or_else(|| self.nearest_with(kinds, &[SpotKind::Desk, SpotKind::Seat], STUDY_PLACE))?;
        let subject = self.subject(due);
        let minutes = 35.0 + 50.0 * self.persona.traits.diligence * self.roll(STUDY_TIME).unit();
        if self.free_seconds_at(place) < 10 * MINUTE {
            return None;
        }
        let seconds = self.stay(place, Doing::Studying, minutes).seconds;
        let seconds = seconds.max(5 * MINUTE);
        let mut list = Vec::new();
        if self.map.place_of(self.body.tile) != Some(place) {
            list.push(self.go(place, None));
        }
        if roll.chance(self.looks_up(&subject, place)) {
            list.push(ActionStep::Call(ToolCall::Search(tools::Search {
                query: subject.clone(),
            })));
        }
        let why = Why::Work(subject.clone());
        list.push(ActionStep::Call(ToolCall::Study(tools::Study {
            subject,
            seconds,
        })));
        Some(self.option(Action::Study, parts, why, list))
    }
}

/// The steps in a queue from a list.
pub(in crate::mind) fn steps(list: impl IntoIterator<Item = ActionStep>) -> VecDeque<ActionStep> {
    list.into_iter().collect()
}

/// The end of the night for somebody: when they next want to get up.
pub(in crate::mind) fn next_morning(now: SimTime, wakes: u32) -> SimTime {
    let today = now.minus(now.of_day()).plus(wakes);
    if today > now.plus(2 * HOUR) {
        today
    } else {
        today.plus(DAY)
    }
}
