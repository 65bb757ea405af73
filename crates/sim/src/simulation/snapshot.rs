//! Snapshots: the whole state of a campus, taken between two ticks and restored exactly.

use super::{Campus, plugins};
use crate::{
    campus::{CampusMap, Roster, scenario::Scenario},
    memory::Vectors,
    room::{Frame, KeptState, Rooms},
};
use bevy::prelude::*;
use std::sync::Arc;

/// The whole state of a campus: what its rooms keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub(super) state: KeptState,
}

impl Campus {
    /// Takes the whole state.
    pub fn snapshot(&self) -> Snapshot {
        let (rooms, roster) = self.kept();
        Snapshot {
            state: rooms.take(&self.world, roster),
        }
    }

    /// The state as bytes, without the memories that saves keep in rows of their own.
    ///
    /// # Errors
    /// When something cannot be written: what, and why.
    pub fn frame(&self) -> Result<Frame, String> {
        let (rooms, roster) = self.kept();
        rooms.write(&self.world, roster)
    }

    fn kept(&self) -> (&Rooms, &[Entity]) {
        let roster = &self.world.resource::<Roster>().0;
        (self.world.resource::<Rooms>(), roster)
    }

    /// A campus in the state of a snapshot, on the built-in embedder. Scenario and map must be
    /// those it was taken with.
    pub fn restore(
        scenario: Arc<Scenario>,
        map: Arc<CampusMap>,
        snapshot: Snapshot,
        threads: usize,
    ) -> Self {
        let mut campus = Self::restored(scenario, map, snapshot, threads);
        campus.use_vectors(Vectors::default());
        campus
    }

    fn restored(
        scenario: Arc<Scenario>,
        map: Arc<CampusMap>,
        Snapshot { state }: Snapshot,
        threads: usize,
    ) -> Self {
        let mut campus = Self::empty(scenario, map, threads);
        campus.world.resource_scope(|world, rooms: Mut<Rooms>| {
            rooms.prepare(world);
            let roster = plugins::spawn(world);
            rooms.put(world, &roster, state);
        });
        campus
    }

    /// A campus in the state that a frame holds, without what saves keep in rows of their own;
    /// [`Campus::check`] looks at it when that is there.
    ///
    /// # Errors
    /// When the frame does not fit the rooms: where, and why.
    pub(super) fn reread(
        scenario: Arc<Scenario>,
        map: Arc<CampusMap>,
        frame: &Frame,
        threads: usize,
    ) -> Result<Self, String> {
        let mut campus = Self::empty(scenario, map, threads);
        campus.world.resource_scope(|world, rooms: Mut<Rooms>| {
            let people = campus.scenario.people.len();
            let state = rooms.read(frame, people)?;
            rooms.prepare(world);
            let roster = plugins::spawn(world);
            rooms.put(world, &roster, state);
            Ok::<(), String>(())
        })?;
        Ok(campus)
    }

    /// Looks whether everything that was read from a save can be.
    ///
    /// # Errors
    /// The first thing that cannot, and why.
    pub(super) fn check(&self) -> Result<(), String> {
        self.world.resource::<Rooms>().check(&self.world)
    }

    /// A second campus in the same state, which goes its own way from here.
    pub fn branch(&self) -> Self {
        let mut branch = Self::restored(
            Arc::clone(&self.scenario),
            Arc::clone(&self.map),
            self.snapshot(),
            self.threads,
        );
        branch.vectors = self.vectors.clone();
        branch
    }
}
