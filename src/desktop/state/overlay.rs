//! What can colour the tiles of the map.

use collegium_core::i18n::key;

/// Minutes on foot from which on everything is far.
pub const FAR_MINUTES: u32 = 10;

/// What colours the tiles of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Where people have been since the run was opened.
    Presence,
    /// How far it is on foot from where the selected person is.
    Reach,
    /// How full places are.
    Occupancy,
    /// The ways that people are walking now.
    Paths,
}

impl Overlay {
    /// All of them, with the keys of their names.
    pub const ALL: [(Overlay, &'static str); 4] = [
        (Overlay::Presence, key("overlay-presence")),
        (Overlay::Reach, key("overlay-reach")),
        (Overlay::Occupancy, key("overlay-occupancy")),
        (Overlay::Paths, key("overlay-paths")),
    ];

    /// The one after this; none after the last, and the first after none.
    pub fn next(present: Option<Self>) -> Option<Self> {
        let at = Self::ALL
            .iter()
            .position(|(overlay, _)| Some(*overlay) == present);
        Self::ALL
            .get(at.map_or(0, |at| at + 1))
            .map(|(overlay, _)| *overlay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_overlay_has_its_turn() {
        let mut seen = vec![None];
        for _ in Overlay::ALL {
            seen.push(Overlay::next(seen[seen.len() - 1]));
        }
        let all = Overlay::ALL.map(|(overlay, _)| Some(overlay));
        assert_eq!(seen[1..], all);
        assert_eq!(Overlay::next(seen[seen.len() - 1]), None);
    }
}
