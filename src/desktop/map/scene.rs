//! What is on the map, on one or both of the campuses that are compared.

use crate::desktop::pictures::campus::Building;
use bevy::prelude::*;
use bevy_egui::egui;

/// Marks what belongs to the map on the screen and goes with it.
#[derive(Component)]
pub struct MapScene;

/// One of the two campuses on the screen while they are compared; without a comparison there is
/// only the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The campus of the run, which is saved.
    #[default]
    Run,
    /// The run's twin, in which the rule decides.
    Twin,
}

impl Side {
    /// Both campuses, the run's first.
    pub const ALL: [Side; 2] = [Side::Run, Side::Twin];

    /// What only the camera of this side sees; layer 0 is seen by both.
    pub const fn layer(self) -> usize {
        self as usize + 1
    }
}

/// Small pictures for marks on the map.
#[derive(Resource, Default)]
pub struct Marks {
    /// The strip of badges, and how many there are.
    pub badges: Option<(egui::TextureId, usize)>,
}

/// The buildings of the map on the screen, for labels.
#[derive(Resource, Default)]
pub struct Buildings(pub Vec<Building>);
