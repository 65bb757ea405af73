//! The plan of a day: its parts and steps, how it is revised, and what is kept of where it went
//! otherwise and why.

use crate::{
    campus::{
        Pursuit,
        people::{Action, Commitment, Doing, Engagement, Persona, Timetable},
    },
    mind::why::CameUp,
    tools::{Names, tell},
};
use bevy::prelude::Component;
use collegium_core::{
    i18n::{Words, key},
    ids::PlaceId,
    named,
    time::{HOUR, MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};

/// How long after its time a meal is still wanted, in seconds.
const MEAL_WAITS: u32 = 2 * HOUR + 30 * MINUTE;

/// The shortest gap into which a part of the plan is moved, in seconds.
pub(super) const SHORTEST: u32 = 25 * MINUTE;

/// How many reactions of a day are kept.
const KEPT: usize = 12;

/// A part of the day's plan: hours, and what for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanItem {
    /// When it begins.
    pub from: SimTime,
    /// When it ends.
    pub to: SimTime,
    /// What is done then.
    pub action: Action,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// What it is for.
    pub what: Pursuit,
}

impl PlanItem {
    /// A commitment as a part of the plan.
    pub fn of(commitment: &Commitment, persona: &Persona) -> Self {
        // The scenario has words of its own for shifts.
        let shift = match commitment.what {
            Engagement::Shift(i) => persona.shifts.get(usize::from(i)),
            _ => None,
        };
        let what = shift.map_or(Pursuit::Engagement(commitment.what), |s| {
            Pursuit::Words(s.what.clone())
        });
        Self {
            from: commitment.begins,
            to: commitment.ends,
            action: Action::Attend,
            place: Some(commitment.place),
            what,
        }
    }
}

/// A step of some minutes within a part of the plan, made just in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// When it begins.
    pub from: SimTime,
    /// When it ends.
    pub to: SimTime,
    /// What others will see them do.
    pub doing: Doing,
    /// Where; none for wherever one is.
    pub place: Option<PlaceId>,
    /// What is done, in words.
    pub text: String,
}

/// The plan of a day: hours, and the steps of the part that is on.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The day, counted from the first Monday.
    pub day: u32,
    /// Its parts in order of time.
    pub items: Vec<PlanItem>,
    /// The steps of the part that is on, in order of time.
    pub steps: Vec<PlanStep>,
    /// Until when steps have been thought about, whether or not any came of it.
    pub stepped: SimTime,
    /// Where the day went otherwise than planned, and why, in order of time.
    pub departures: Vec<Departure>,
    /// What came up, and what was done about it, in order of time.
    pub reactions: Vec<Reaction>,
}

impl Plan {
    /// The part that is on at `now`; none in the free time between parts.
    pub fn at(&self, now: SimTime) -> Option<&PlanItem> {
        self.items.iter().find(|i| i.from <= now && now < i.to)
    }

    /// The step that is on at `now`; none between steps, or where none were thought of.
    pub fn step_at(&self, now: SimTime) -> Option<&PlanStep> {
        self.steps.iter().find(|s| s.from <= now && now < s.to)
    }
}

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

/// What was done about something that came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Did {
    /// Nothing: they went on as before.
    WentOn,
    /// The plan of the day has this too now.
    Added(PlanItem),
    /// A call of a tool.
    Called,
    /// The rest of the day was planned anew.
    Revised,
}

/// Something that came up, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// When it was decided.
    pub at: SimTime,
    /// What came up.
    pub because: CameUp,
    /// What was thought about it, in a model's words; empty for the built-in mind.
    pub thought: String,
    /// What was done.
    pub did: Did,
    /// The parts of the plan that gave way.
    pub changed: Vec<Change>,
}

impl Reaction {
    /// The reaction in sentences, in the language of the words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let because = self.because.told(words, names);
        let mut values = vec![("because", because.as_str().into())];
        let key = match &self.did {
            Did::WentOn => "reaction-went-on",
            Did::Added(part) => {
                values.push(("what", tell::pursuit(words, &part.what, names).into()));
                values.push(("time", part.from.clock().into()));
                "reaction-added"
            }
            Did::Called => "reaction-called",
            Did::Revised => "reaction-revised",
        };
        let mut sentences = vec![match key {
            "reaction-went-on" => words.say_with("reaction-went-on", &values),
            "reaction-added" => words.say_with("reaction-added", &values),
            "reaction-called" => words.say_with("reaction-called", &values),
            _ => words.say_with("reaction-revised", &values),
        }];
        sentences.extend(self.changed.iter().map(|change| change.told(words, names)));
        sentences.join(" ")
    }
}

/// Until when a part can be moved: a meal only so far, a night not at all.
fn latest(part: &PlanItem, now: SimTime, bed: SimTime) -> SimTime {
    match part.action {
        Action::Eat => part.to.plus(MEAL_WAITS).min(bed),
        Action::Sleep => now,
        _ => bed,
    }
}

/// A part of the plan that gave way to something else, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The part as it was.
    pub part: PlanItem,
    /// What became of it.
    pub became: GaveWay,
}

/// What became of a part of the plan that gave way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GaveWay {
    /// It ends earlier.
    Shortened(SimTime),
    /// It begins at another time.
    Moved(SimTime),
    /// The day has no room left for it.
    Dropped,
}

impl Change {
    /// The change in a sentence, in the language of the words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let what = tell::pursuit(words, &self.part.what, names);
        let time = match self.became {
            GaveWay::Shortened(at) | GaveWay::Moved(at) => at.clock(),
            GaveWay::Dropped => String::new(),
        };
        let values = [("what", what.into()), ("time", time.into())];
        match self.became {
            GaveWay::Shortened(_) => words.say_with("gives-way-shortened", &values),
            GaveWay::Moved(_) => words.say_with("gives-way-moved", &values),
            GaveWay::Dropped => words.say_with("gives-way-dropped", &values[..1]),
        }
    }
}

impl Plan {
    /// Puts a part into the plan that is fixed; what it displaces ends earlier or is moved to the
    /// next gap that has room for it.
    pub(super) fn make_room(
        &mut self,
        fixed: &PlanItem,
        now: SimTime,
        bed: SimTime,
    ) -> Vec<Change> {
        let apart = |item: &PlanItem| item.to <= fixed.from || fixed.to <= item.from;
        let stays = |item: &PlanItem| matches!(item.action, Action::Attend | Action::Sleep);
        let mut changed = Vec::new();
        let mut displaced = Vec::new();
        self.items.retain_mut(|item| {
            if apart(item) || stays(item) {
                return true;
            }
            let part = item.clone();
            if item.from.plus(SHORTEST) <= fixed.from {
                item.to = fixed.from;
                let became = GaveWay::Shortened(item.to);
                changed.push(Change { part, became });
                return true;
            }
            displaced.push(part);
            false
        });
        self.items.push(fixed.clone());
        self.items.sort_by_key(|item| item.from);
        for part in displaced {
            let until = latest(&part, now, bed);
            let gap = self.gap(now.plus(SHORTEST), until, part.to.since(part.from));
            let became = gap.map_or(GaveWay::Dropped, |(from, _)| GaveWay::Moved(from));
            if let Some((from, to)) = gap {
                let moved = PlanItem {
                    from,
                    to,
                    ..part.clone()
                };
                self.items.push(moved);
                self.items.sort_by_key(|item| item.from);
            }
            changed.push(Change { part, became });
        }
        changed
    }

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
        let until = latest(&part, now, bed);
        if again && let Some((from, to)) = self.gap(now.plus(SHORTEST), until, part.to.since(now)) {
            self.items.push(PlanItem { from, to, ..part });
            self.items.sort_by_key(|item| item.from);
            departure.moved = Some(from);
        }
        self.departures.push(departure);
    }

    /// The first gap between the parts, from one moment to another, that has room for so many
    /// seconds, or for as many as are worth while.
    pub(super) fn gap(
        &self,
        from: SimTime,
        until: SimTime,
        seconds: u32,
    ) -> Option<(SimTime, SimTime)> {
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

impl Plan {
    /// Keeps a reaction; the oldest of the day goes when there are too many.
    pub(super) fn reacted(&mut self, reaction: Reaction) {
        if self.reactions.len() == KEPT {
            self.reactions.remove(0);
        }
        self.reactions.push(reaction);
    }

    /// Finds time for something that came to mind: the first gap that has room for so long. None
    /// where the day has none left.
    pub(super) fn find_time(
        &mut self,
        (action, what): (Action, Pursuit),
        now: SimTime,
        until: SimTime,
        seconds: u32,
    ) -> Option<PlanItem> {
        let planned = |item: &PlanItem| item.to > now && item.what == what;
        if self.items.iter().any(planned) {
            return None;
        }
        let (from, to) = self.gap(now.plus(SHORTEST), until, seconds)?;
        let part = PlanItem {
            from,
            to,
            action,
            place: None,
            what,
        };
        self.items.push(part.clone());
        self.items.sort_by_key(|item| item.from);
        Some(part)
    }

    /// What the timetable has for the rest of the day and the plan has not.
    pub(super) fn lacks(
        &self,
        timetable: &Timetable,
        persona: &Persona,
        now: SimTime,
    ) -> Vec<PlanItem> {
        let has = |part: &PlanItem| {
            let same = |item: &PlanItem| item.what == part.what && item.from == part.from;
            self.items.iter().any(same)
        };
        let ahead = timetable.today.iter().filter(|c| c.ends > now);
        let parts = ahead.map(|c| PlanItem::of(c, persona));
        parts.filter(|part| !has(part)).collect()
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
