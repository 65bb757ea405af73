//! Where people have been since the run was opened in the window.

use collegium_core::time::SimTime;
use collegium_sim::{
    campus::{Posture, Tile},
    simulation::Campus,
};

/// How long people have been on each tile, in person-seconds.
#[derive(Clone, Debug)]
pub struct Presence {
    since: SimTime,
    until: SimTime,
    seconds: Vec<u32>,
    most: u32,
}

impl Presence {
    /// Of nobody so far.
    pub fn of(campus: &Campus) -> Self {
        let now = campus.clock().now;
        Self {
            since: now,
            until: now,
            seconds: vec![0; campus.map().grid.len()],
            most: 0,
        }
    }

    /// Counts the time since the last time to the tiles on which people are now.
    pub fn take_in(&mut self, campus: &Campus) {
        let now = campus.clock().now;
        let seconds = now.since(self.until);
        self.until = now;
        let grid = &campus.map().grid;
        for person in campus.persons() {
            if person.body.posture != Posture::Away
                && let Some(at) = grid.index(person.body.tile)
                && let Some(there) = self.seconds.get_mut(at)
            {
                *there = there.saturating_add(seconds);
                self.most = self.most.max(*there);
            }
        }
    }

    /// When the counting began.
    pub const fn since(&self) -> SimTime {
        self.since
    }

    /// The most of any tile, in person-seconds.
    pub const fn most(&self) -> u32 {
        self.most
    }

    /// The tiles on which somebody has been, with their person-seconds.
    pub fn tiles<'a>(&'a self, campus: &'a Campus) -> impl Iterator<Item = (Tile, u32)> + 'a {
        let grid = &campus.map().grid;
        let been = self.seconds.iter().enumerate().filter(|(_, s)| **s > 0);
        been.map(|(at, seconds)| (grid.tile(at), *seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::simulation::testing;

    #[test]
    fn every_second_of_everybody_is_counted_once() {
        let mut campus = testing::campus(1, 6, 1);
        let mut presence = Presence::of(&campus);
        let begun = campus.clock().now;
        for _ in 0..20 {
            campus.step(SimTime(begun.0 + 600));
            presence.take_in(&campus);
        }
        presence.take_in(&campus);
        let counted: u32 = presence.tiles(&campus).map(|(_, seconds)| seconds).sum();
        let passed = campus.clock().now.since(begun);
        assert_eq!(counted, passed * campus.people() as u32);
        assert!(passed > 0 && presence.most() <= counted);
    }
}
