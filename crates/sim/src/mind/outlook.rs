//! What people go by when they decide: everything they know and have, and simple questions about
//! it.

use crate::{
    campus::{
        Bag, CampusMap, PlaceKind, SpotKind,
        people::{Body, Commitment, Doing, Learning, Need, Needs, Persona, Purse, Stay, Timetable},
        scenario::Scenario,
    },
    conduct::ConductState,
    memory::{Episodic, SocialMemory},
    mind::{
        state::{Action, ActionStep, CurrentAction, Habits, Plan},
        tendency::{self, Tendency},
    },
    tools::{self, Destination, ToolCall},
};
use collegium_core::{
    dice::{Dice, Draw, Stream},
    ids::{AgentId, PlaceId},
    time::{HOUR, MINUTE, SimTime},
};

/// Everything somebody goes by when they decide.
pub struct Outlook<'a> {
    /// The person's number.
    pub agent: AgentId,
    /// The moment of the decision.
    pub now: SimTime,
    /// The tick, by which the dice roll.
    pub tick: u64,
    /// The dice of the campus, for [`Outlook::roll`].
    pub dice: Dice,
    /// The ground, for ways, distances and opening hours.
    pub map: &'a CampusMap,
    /// The term, the events and the settings.
    pub scenario: &'a Scenario,
    /// Who they are.
    pub persona: &'a Persona,
    /// Where they are.
    pub body: &'a Body,
    /// How tired, hungry or lonely they are.
    pub needs: &'a Needs,
    /// What they can spend.
    pub purse: &'a Purse,
    /// What they have to do and have agreed to, today and later.
    pub timetable: &'a Timetable,
    /// What they carry.
    pub bag: &'a Bag,
    /// What they have planned for today.
    pub plan: &'a Plan,
    /// What they did when, and what they leave alone for a while.
    pub habits: &'a Habits,
    /// What they did until now.
    pub current: &'a CurrentAction,
    /// What they remember.
    pub episodic: &'a Episodic,
    /// Whom they know.
    pub social: &'a SocialMemory,
    /// What their insights want of them.
    pub tendencies: &'a [Tendency],
    /// How they conduct themselves.
    pub conduct: &'a ConductState,
    /// What they understand of their courses.
    pub learning: &'a Learning,
}

/// Seconds per tile at a walk.
const TILE_SECONDS: u32 = 5;

impl Outlook<'_> {
    /// The dice of this tick for a purpose.
    pub(in crate::mind) fn roll(&self, purpose: Draw) -> Stream {
        self.dice.stream(self.agent.0, purpose, self.tick)
    }

    /// How badly a need is unmet, 0 to 1.
    pub(in crate::mind) fn lack(&self, need: Need) -> f32 {
        1.0 - self.needs.level(need, self.now)
    }

    /// How long the walk to a place takes, in seconds.
    pub(in crate::mind) fn walk_seconds(&self, place: PlaceId) -> u32 {
        self.map
            .distance(self.body.tile, self.map.entrance(place))
            .unwrap_or(200)
            * TILE_SECONDS
    }

    /// When to set off for a commitment.
    pub(in crate::mind) fn leave_at(&self, commitment: &Commitment) -> SimTime {
        let lead = self
            .conduct
            .aim
            .filter(|(begins, _)| *begins == commitment.begins)
            .map_or(0, |(_, aim)| aim);
        let walk = self.walk_seconds(commitment.place) as i64;
        let early = i64::from(tendency::earlier(self.tendencies, self.now));
        SimTime((i64::from(commitment.begins.0) - walk - i64::from(lead) - early).max(0) as u32)
    }

    /// The commitment that comes next or is on.
    pub(in crate::mind) fn next(&self) -> Option<&Commitment> {
        self.timetable.next(self.now)
    }

    /// Seconds until one has to set off for the next commitment; many when there is none.
    pub(in crate::mind) fn free_seconds(&self) -> u32 {
        self.next()
            .map_or(12 * HOUR, |c| self.leave_at(c).since(self.now))
    }

    /// Seconds that one could spend at a place before one has to set off from there for the next
    /// commitment; many when there is none.
    pub(in crate::mind) fn free_seconds_at(&self, place: PlaceId) -> u32 {
        let Some(next) = self.next() else {
            return 12 * HOUR;
        };
        let there = self.map.entrance(place);
        let on = self.map.distance(there, self.map.entrance(next.place));
        let on = on.unwrap_or(200) * TILE_SECONDS;
        let from_here = self.leave_at(next).plus(self.walk_seconds(next.place));
        from_here.since(self.now.plus(self.walk_seconds(place) + on))
    }

    /// A stay of so many minutes at a place, cut short by the next commitment and by bedtime.
    pub(in crate::mind) fn stay(&self, place: PlaceId, doing: Doing, minutes: f32) -> Stay {
        let bed = self.until_bed().max(10 * MINUTE);
        let most = self.free_seconds_at(place).max(2 * MINUTE).min(bed);
        let most = most.min(self.until_part().max(10 * MINUTE));
        Stay {
            doing,
            seconds: ((minutes * MINUTE as f32) as u32).clamp(MINUTE, most),
        }
    }

    /// Seconds until the next part of the plan begins; many where none does.
    pub(in crate::mind) fn until_part(&self) -> u32 {
        let later = self.plan.items.iter().filter(|i| i.from > self.now);
        later
            .map(|i| i.from.since(self.now))
            .min()
            .unwrap_or(12 * HOUR)
    }

    /// Seconds until a part of the plan begins that asks for an action; none where none does any
    /// more, or one is on.
    pub(in crate::mind) fn until_planned(&self, action: Action) -> Option<u32> {
        let later = self.plan.items.iter().filter(|i| i.from > self.now);
        let of = later.filter(|i| i.action == action && !self.planned(action));
        of.map(|i| i.from.since(self.now)).min()
    }

    /// Whether the plan of the day has an action now.
    pub(in crate::mind) fn planned(&self, action: Action) -> bool {
        self.plan.at(self.now).is_some_and(|i| i.action == action)
    }

    /// Seconds until bedtime; many in the morning.
    pub(in crate::mind) fn until_bed(&self) -> u32 {
        if self.night() {
            return 0;
        }
        let (now, bed) = (self.now.of_day(), self.persona.sleeps);
        if bed > now {
            bed - now
        } else {
            bed + collegium_core::time::DAY - now
        }
    }

    /// Whether it is between bedtime and getting up.
    pub(in crate::mind) fn night(&self) -> bool {
        let (now, bed, up) = (self.now.of_day(), self.persona.sleeps, self.persona.wakes);
        if bed > up {
            now >= bed || now + 30 * MINUTE < up
        } else {
            now >= bed && now + 30 * MINUTE < up
        }
    }

    /// The step of going to a place.
    pub(in crate::mind) fn go(&self, to: PlaceId, then: Option<Stay>) -> ActionStep {
        ActionStep::Call(ToolCall::Move(tools::Move {
            to: Destination::Place(to),
            then,
            hurry: false,
        }))
    }

    /// The nearest open place of some kinds, a little different from time to time.
    pub(in crate::mind) fn nearest(&self, kinds: &[PlaceKind], purpose: Draw) -> Option<PlaceId> {
        self.nearest_with(kinds, &[], purpose)
    }

    /// The nearest of some places, a little different from time to time.
    pub(in crate::mind) fn nearest_of(
        &self,
        places: impl Iterator<Item = PlaceId>,
        purpose: Draw,
    ) -> Option<PlaceId> {
        let mut roll = self.roll(purpose);
        // A walk of a minute is as good as none.
        places.min_by_key(|place| {
            let walk = self.walk_seconds(*place).max(60) as f32;
            (walk * (0.5 + roll.unit())) as u32
        })
    }

    /// The nearest open place of some kinds that has a spot of one of `spots`, where any are named.
    pub(in crate::mind) fn nearest_with(
        &self,
        kinds: &[PlaceKind],
        spots: &[SpotKind],
        purpose: Draw,
    ) -> Option<PlaceId> {
        let mut roll = self.roll(purpose);
        let mut best: Option<(f32, PlaceId)> = None;
        for kind in kinds {
            for place in self.map.of_kind(*kind) {
                let what = self.map.place(place);
                let open_for = what.is_open(self.now) && what.is_open(self.now.plus(15 * MINUTE));
                let private = what.kind == PlaceKind::Bedroom && self.persona.home != Some(place);
                let suits = spots.is_empty()
                    || what
                        .spots
                        .iter()
                        .any(|s| spots.contains(&self.map.spot(*s).kind));
                if !open_for || private || !suits || self.habits.avoids_place(place, self.now) {
                    continue;
                }
                let cost = self.walk_seconds(place) as f32 * (0.5 + roll.unit());
                if best.is_none_or(|(c, _)| cost < c) {
                    best = Some((cost, place));
                }
            }
        }
        best.map(|(_, place)| place)
    }
}
