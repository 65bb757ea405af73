//! Where somebody is and how they are held, and what they have in hand.

use crate::campus::{Facing, SpotId, Tile};
use bevy::prelude::Component;
use collegium_core::ids::PlaceId;
use serde::{Deserialize, Serialize};

/// How a body is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posture {
    /// On their feet.
    #[default]
    Standing,
    /// On a seat or at a desk.
    Sitting,
    /// On a bed.
    Lying,
    /// Not on the campus: they are near nobody.
    Away,
}

/// Where somebody is, and where the feet are going.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The tile they are on; while they walk, the last that they have reached.
    pub tile: Tile,
    /// Which way they look.
    pub facing: Facing,
    /// How they are held.
    pub posture: Posture,
    /// The tiles still to walk, last first.
    pub path: Vec<Tile>,
    /// The tiles walked in the last tick, where they stood before them first.
    pub trail: Vec<Tile>,
    /// Whether they go half as fast again as at a walk.
    pub hurries: bool,
    /// Tenths of a tile walked beyond the tile they are on.
    pub stride: u16,
    /// The spot they hold or walk to.
    pub spot: Option<SpotId>,
    /// The place in which they count: the one they walk to, or else the one they are in.
    pub counts_in: Option<PlaceId>,
    /// The place in which they set out last: who only changes seats does not arrive.
    pub set_out_in: Option<PlaceId>,
}

/// What somebody can spend.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purse {
    /// Money in hand, in cents.
    pub cents: u32,
}
