//! What a map is read into: its objects by what they are, and the draft made of them.

use super::{found::Found, pieces::Piece};
use crate::campus::map::{CampusMap, problems::At};

/// Everything read from a map before its rules are checked.
pub(in crate::campus::map) struct Draft {
    /// The map as far as it was read.
    pub map: CampusMap,
    /// Whether a place was left out, which is noted.
    pub unread: bool,
    /// For each place, where it stands in the file.
    pub place_at: Vec<At>,
    /// For each spot, where it stands in the file: the spot, or the piece that it is a part of.
    pub spot_at: Vec<At>,
}

/// Something that may have spots.
pub(super) enum Holder<'map, 'a> {
    Spot(Found<'map>),
    Piece(Piece<'a>),
}

impl<'a> Holder<'_, 'a> {
    pub(super) const fn piece(&self) -> Option<&Piece<'a>> {
        match self {
            Self::Piece(piece) => Some(piece),
            Self::Spot(_) => None,
        }
    }
}

/// The objects of a map by what they are, each kind in the file's order.
#[derive(Default)]
pub(super) struct Sorted<'map, 'a> {
    pub(super) places: Vec<Found<'map>>,
    pub(super) buildings: Vec<Found<'map>>,
    pub(super) queues: Vec<Found<'map>>,
    pub(super) holders: Vec<Holder<'map, 'a>>,
}
