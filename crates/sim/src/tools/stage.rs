//! The stage: everything of the world that a tool call may look at and change.

use super::{Agenda, Due, Names, Occurrence, Occurrences, SimEvent, learn::learn};
use crate::campus::{
    Attendance, Bag, CampusMap, Feed, Ground, Invitations, Roster, Setting, SpotId, Tile,
    counters::{Counters, Occupancy},
    neighbourhood::Neighbourhood,
    people::{
        Activity, Body, Came, Doing, Learning, Needs, Persona, Posture, Purse, Timetable, Works,
    },
    talks::Talks,
};
use bevy::{
    ecs::{query::QueryData, system::SystemParam},
    prelude::*,
};
use collegium_core::{
    dice::Dice,
    ids::{AgentId, PlaceId},
    time::{Clock, SimTime},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, sync::Arc};

/// A person as the executor sees them.
#[derive(QueryData)]
#[query_data(mutable)]
pub struct Person {
    /// The person's number.
    pub id: &'static AgentId,
    /// Who they are; never changes.
    pub persona: &'static Persona,
    /// Where they are and where they walk.
    pub body: &'static mut Body,
    /// How tired, hungry or lonely they are.
    pub needs: &'static mut Needs,
    /// What they can spend.
    pub purse: &'static mut Purse,
    /// What they have to do and have agreed to, today and later.
    pub timetable: &'static mut Timetable,
    /// What they do now.
    pub activity: &'static mut Activity,
    /// What they carry.
    pub bag: &'static mut Bag,
    /// What they understand of their courses.
    pub learning: &'static mut Learning,
    /// How far they are with their tasks.
    pub works: &'static mut Works,
}

/// Those who walk: an index, in the order of their numbers. That somebody walks is told by the way
/// that their [`Body`] has left, from which the index is made anew when a save is read. It is a
/// resource, for every tick goes through those who walk in that order and through nobody else, and
/// the clock asks whether there is anybody.
#[derive(Resource, Clone, Debug, Default)]
pub struct Walkers(pub BTreeSet<AgentId>);

/// Those who have to decide what to do next: a queue, in the order of their numbers. It is no state
/// of theirs: whoever is idle may be in it, or wait for the words that they begin a talk with, and
/// who is in it leaves it when they act. It is a resource, for that order is the log's,
/// deciding empties it as a whole, and the clock asks in every tick whether there is anybody. As
/// nothing else tells who is in it, saves keep it.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided(pub BTreeSet<AgentId>);

/// Those who turn to another part of their task, or to another task, at the end of the tick: nobody
/// is left when it is over.
#[derive(Resource, Clone, Debug, Default)]
pub struct Turning(pub Vec<AgentId>);

/// Everything that a tool call may look at and change.
#[derive(SystemParam)]
pub struct Stage<'w, 's> {
    /// The time of the tick.
    pub clock: Res<'w, Clock>,
    /// What random numbers are drawn from.
    pub dice: Res<'w, Dice>,
    /// The map the campus stands on.
    pub ground: Res<'w, Ground>,
    /// The scenario the campus began with.
    pub setting: Res<'w, Setting>,
    /// People's entities.
    pub roster: Res<'w, Roster>,
    /// What happens at which moment to come.
    pub agenda: ResMut<'w, Agenda>,
    /// The counters with their queues.
    pub counters: ResMut<'w, Counters>,
    /// Who holds which spot, and how many are in each place.
    pub occupancy: ResMut<'w, Occupancy>,
    /// Who is near.
    pub neighbourhood: ResMut<'w, Neighbourhood>,
    /// The conversations under way.
    pub talks: ResMut<'w, Talks>,
    /// Who is invited to what.
    pub invitations: ResMut<'w, Invitations>,
    /// The posts of the last days.
    pub feed: ResMut<'w, Feed>,
    /// Who came to class.
    pub register: ResMut<'w, Attendance>,
    /// The events of this tick so far.
    pub occurrences: ResMut<'w, Occurrences>,
    /// Those who are on their way.
    pub walkers: ResMut<'w, Walkers>,
    /// Who decides next.
    pub undecided: ResMut<'w, Undecided>,
    /// Who turns to another part of their task, or to another task.
    pub turning: ResMut<'w, Turning>,
    /// Everybody's components; a person is found through the roster.
    pub people: Query<'w, 's, Person>,
}

impl<'s> Stage<'_, 's> {
    /// The map that this campus stands on.
    pub fn map(&self) -> &CampusMap {
        &self.ground.0
    }

    /// The moment of this tick.
    pub fn now(&self) -> SimTime {
        self.clock.now
    }

    /// Turns numbers into names.
    pub fn names(&self) -> Names<'_> {
        Names {
            map: &self.ground.0,
            scenario: &self.setting.0,
        }
    }

    /// A person to change.
    ///
    /// # Errors
    /// Never for a number of the roster.
    pub fn person(&mut self, id: AgentId) -> Result<PersonItem<'_, 's>> {
        Ok(self.people.get_mut(self.roster.entity(id))?)
    }

    /// A person to look at.
    ///
    /// # Errors
    /// Never for a number of the roster.
    pub fn look(&self, id: AgentId) -> Result<PersonReadOnlyItem<'_, 's>> {
        Ok(self.people.get(self.roster.entity(id))?)
    }

    /// Notes that something happened to `agent` where they are.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn note(&mut self, agent: AgentId, event: SimEvent) -> Result {
        let tile = self.look(agent)?.body.tile;
        let place = self.map().place_of(tile);
        self.occurrences.list.push(Occurrence {
            agent: Some(agent),
            place,
            tile: Some(tile),
            event,
        });
        Ok(())
    }

    /// Begins an activity, until `until` where that is known; what was done before has taught what
    /// it has.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn begin(&mut self, agent: AgentId, doing: Doing, until: Option<SimTime>) -> Result {
        let now = self.now();
        let setting = Arc::clone(&self.setting.0);
        let mut person = self.person(agent)?;
        let task = person.works.task;
        let came = learn(
            (&mut *person.learning, &mut *person.works),
            person.persona,
            &person.activity,
            &person.needs,
            &setting.term,
            now,
        );
        let activity = &mut *person.activity;
        activity.number = activity.number.wrapping_add(1);
        activity.doing = doing;
        activity.since = now;
        activity.until = until;
        activity.then = None;
        let number = activity.number;
        let traits = person.persona.traits;
        person.needs.turn_to(doing, &traits, now);
        if doing == Doing::Idle {
            self.undecided.0.insert(agent);
        }
        if let Some(until) = until {
            self.agenda.put(until, Due::ActivityEnds(agent, number));
        }
        if let Some(came) = came {
            self.came_of(agent, task, came)?;
        }
        Ok(())
    }

    /// Notes what came of the work at somebody's task.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn came_of(&mut self, agent: AgentId, task: u16, came: Came) -> Result {
        self.turning.0.push(agent);
        self.note(agent, SimEvent::Worked { task, came })
    }

    /// Lets somebody stand, sit or lie, or be away from the campus: then they are near nobody.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn pose(&mut self, agent: AgentId, posture: Posture) -> Result {
        let body = &mut *self.person(agent)?.body;
        let (before, tile) = (std::mem::replace(&mut body.posture, posture), body.tile);
        match (before == Posture::Away, posture == Posture::Away) {
            (true, false) => self.neighbourhood.enter(agent, tile),
            (false, true) => self.neighbourhood.leave(agent, tile),
            _ => {}
        }
        Ok(())
    }

    /// Counts somebody in another place.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn count_in(&mut self, agent: AgentId, place: Option<PlaceId>) -> Result {
        let mut person = self.person(agent)?;
        let before = std::mem::replace(&mut person.body.counts_in, place);
        if let Some(before) = before {
            let count = &mut self.occupancy.people[before.0 as usize];
            *count = count.saturating_sub(1);
        }
        if let Some(place) = place {
            self.occupancy.people[place.0 as usize] += 1;
        }
        Ok(())
    }

    /// Lets go of the spot somebody holds.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn release_spot(&mut self, agent: AgentId) -> Result {
        if let Some(spot) = self.person(agent)?.body.spot.take()
            && self.occupancy.spots[spot.0 as usize] == Some(agent)
        {
            self.occupancy.spots[spot.0 as usize] = None;
        }
        Ok(())
    }

    /// Holds a spot for somebody, letting go of the one before.
    ///
    /// # Errors
    /// Never for people of the roster.
    pub fn hold_spot(&mut self, agent: AgentId, spot: SpotId) -> Result {
        self.release_spot(agent)?;
        self.occupancy.spots[spot.0 as usize] = Some(agent);
        self.person(agent)?.body.spot = Some(spot);
        Ok(())
    }

    /// Whether a voice from `a` reaches `b`.
    pub fn hears(&self, a: Tile, b: Tile, loud: bool) -> bool {
        a.distance(b) <= super::EARSHOT[usize::from(loud)] && self.map().grid.sees(a, b)
    }
}
