//! What is on the map, on one or both of the campuses that are compared.

use crate::desktop::pictures::campus::Building;
use bevy::{camera::visibility::RenderLayers, prelude::*};
use bevy_egui::egui;
use collegium_sim::campus::Tile;
use std::collections::BTreeMap;

/// Marks what belongs to the map on the screen and goes with it.
#[derive(Component, Clone, Copy)]
pub struct MapScene;

/// Marks what of that is made of the map's file, and is made anew when the file has changed.
#[derive(Component, Clone, Copy)]
pub struct MapPicture;

/// Depths of what stands on the map among people: from the top of the map to its bottom.
const UPRIGHT: (f32, f32) = (20.0, 30.0);

/// The depth of what stands at a line of a map of that height (both in pixels from the top): what
/// is further down is drawn over what is further up.
pub fn upright(line: f32, height: f32) -> f32 {
    UPRIGHT.0 + (UPRIGHT.1 - UPRIGHT.0) * (line / height.max(1.0))
}

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

/// Marks what is seen as far as the sun shines, with how opaque it is in full sun.
#[derive(Component, Clone, Copy)]
pub struct Sunlit(pub f32);

/// What only the camera sees that takes a picture of the bare map.
pub const BARE: usize = 3;

/// What both sides see, and a picture of the bare map does not.
pub fn on_both_sides() -> RenderLayers {
    RenderLayers::from_layers(&Side::ALL.map(Side::layer))
}

/// Small pictures for marks on the map.
#[derive(Resource, Default)]
pub struct Marks {
    /// The strip of badges, and how many there are.
    pub badges: Option<(egui::TextureId, usize)>,
    /// The halo of a lamp.
    pub glow: Option<Handle<Image>>,
    /// Puddles, side by side.
    pub puddles: Option<Handle<Image>>,
    /// An umbrella in greys.
    pub umbrella: Option<Handle<Image>>,
    /// A cat and birds, in rows.
    pub wildlife: Option<Handle<Image>>,
}

/// The buildings of the map on the screen, for labels.
#[derive(Resource, Default)]
pub struct Buildings(pub Vec<Building>);

/// The lines at which those are drawn who lie in the beds of the map, by the tiles on which one
/// lies.
#[derive(Resource, Default)]
pub struct Beds(BTreeMap<Tile, f32>);

impl Beds {
    /// Beds that stand at those lines, their sleepers so much before them.
    pub fn of(beds: BTreeMap<Tile, f32>, before: f32) -> Self {
        Self(
            beds.into_iter()
                .map(|(t, line)| (t, line + before))
                .collect(),
        )
    }

    /// The line at which somebody is drawn who lies on a tile; none where there is no bed.
    pub fn line(&self, tile: Tile) -> Option<f32> {
        self.0.get(&tile).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_further_down_is_drawn_later() {
        assert_eq!(upright(0.0, 3200.0), 20.0);
        assert_eq!(upright(3200.0, 3200.0), 30.0);
        assert!(upright(1601.0, 3200.0) > upright(1600.0, 3200.0));
        assert!(upright(1.0, 0.0).is_finite());
    }
}
