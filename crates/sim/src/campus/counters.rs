//! Counters and their queues: who waits where, and who is served.

use super::{Ground, Item, Setting};
use bevy::prelude::{Resource, World};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// One who waits in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The person who waits.
    pub agent: AgentId,
    /// What they want to buy.
    pub item: Item,
    /// When they joined the queue.
    pub since: SimTime,
}

/// A counter with its queue, the one being served first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// Those who wait, in order.
    pub queue: VecDeque<Waiting>,
    /// When the first one is served; none when nobody waits.
    pub serves_at: Option<SimTime>,
}

/// The counters, by place; a place has one here once somebody has tried to queue there.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters(pub BTreeMap<PlaceId, Counter>);

/// Who holds which spot, and how many are in each place or on the way there.
#[derive(Resource, Clone, Debug, Default)]
pub struct Occupancy {
    /// For each spot its holder.
    pub spots: Vec<Option<AgentId>>,
    /// For each place how many are inside or bound for it.
    pub people: Vec<u32>,
    /// For each place whether nobody of the scenario ever works there: then its counter counts as
    /// staffed while it is open.
    pub unseen_staff: Vec<bool>,
}

impl Occupancy {
    /// The occupancy of an empty campus: no spot held, nobody anywhere.
    pub fn of(world: &World) -> Self {
        let map = &world.resource::<Ground>().0;
        let people = &world.resource::<Setting>().0.people;
        let staffed = |place: usize| {
            let mut shifts = people.iter().flat_map(|(p, _)| &p.shifts);
            shifts.any(|s| usize::from(s.place.0) == place)
        };
        Self {
            spots: vec![None; map.spots.len()],
            people: vec![0; map.places.len()],
            unseen_staff: (0..map.places.len()).map(|i| !staffed(i)).collect(),
        }
    }
}
