//! The campus and its people: map, courses, scenario, personas, and what a person is made of.

mod arrival;
pub mod bag;
pub mod commitments;
pub mod counters;
pub mod courses;
pub mod exchange;
pub mod feed;
pub mod invitations;
pub mod library;
pub mod looks;
pub mod map;
pub mod neighbourhood;
mod numbered;
pub mod people;
mod population;
pub mod pursuits;
pub mod scenario;
pub mod talks;
pub mod testing;
pub mod weather;

pub use bag::Bag;
use collegium_core::ids::AgentId;
pub use feed::{About, Attendance, Feed, Post};
pub use invitations::Invitations;
pub use map::{CampusMap, Facing, Item, Noise, Place, PlaceKind, Spot, SpotId, SpotKind, Tile};
pub use numbered::Numbered;
pub use people::Posture;
pub use pursuits::{Pursuit, Routine};
pub use weather::{Season, Sky, Weather};

use crate::room::{DeclareRoom as _, SimSystems, SimTick};
use bevy::prelude::*;
use collegium_core::time::Clock;
use std::sync::Arc;

/// Declares the room: people's bodies, what they need, own and have to do, and what stands on the
/// campus.
pub fn plugin(app: &mut App) {
    app.init_resource::<Roster>()
        .add_systems(SimTick, forget.in_set(SimSystems::Midnight))
        .room("campus", 7)
        .starts(neighbourhood::Neighbourhood::of)
        .starts(counters::Occupancy::of)
        .keep_from("timetable", arrival::timetable)
        .keep_from("activity", arrival::activity)
        .keep_from("body", arrival::body)
        .keep_from("needs", arrival::needs)
        .keep_from("purse", arrival::purse)
        .keep_from("mind", arrival::mind)
        .keep_from("learning", arrival::learning)
        .keep_from("works", arrival::works)
        .keep_from("bag", bag::begins_with)
        .keep_resource::<counters::Counters>("counters")
        .keep_resource::<talks::Talks>("talks")
        .keep_resource::<Feed>("feed")
        .keep_resource::<Attendance>("register")
        .keep_resource::<Invitations>("invitations")
        .grows::<Feed>()
        .grows::<Invitations>()
        .enters(arrival::enter)
        .rebuilds(arrival::turn_to_tasks)
        .checks(arrival::check);
}

/// At midnight invitations to what is over, and old posts, are let go, and what people do not use
/// of what they understand fades.
pub fn forget(
    clock: Res<Clock>,
    mut invitations: ResMut<Invitations>,
    mut feed: ResMut<Feed>,
    mut learners: Query<&mut people::Learning>,
) {
    for mut learning in &mut learners {
        learning.sleep_over(clock.now);
    }
    invitations.forget(clock.now);
    feed.forget(clock.now);
}

/// The map of this campus, shared read-only with every campus that stands on it.
#[derive(Resource, Clone, Debug)]
pub struct Ground(pub Arc<CampusMap>);

/// The term, the events and the settings of this campus, shared read-only.
#[derive(Resource, Clone, Debug)]
pub struct Setting(pub Arc<scenario::Scenario>);

/// The people's entities in the order of their numbers: every ordered pass over people goes by it.
#[derive(Resource, Clone, Debug, Default)]
pub struct Roster(pub Vec<Entity>);

impl Roster {
    /// The entity of a person, by their number. Panics for a number beyond those of the roster.
    pub fn entity(&self, id: AgentId) -> Entity {
        self.0[id.0 as usize]
    }

    /// The number of people.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody is there.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
