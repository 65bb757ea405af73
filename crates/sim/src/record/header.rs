//! What a save says of its run once and for all.

use std::collections::BTreeMap;

/// What a save says of its run once and for all.
#[derive(Clone, Debug)]
pub struct Header {
    /// The resolved scenario, in the bytes that the simulation packs it into.
    pub scenario: Vec<u8>,
    /// The map, in the bytes that the simulation packs it into.
    pub map: Vec<u8>,
    /// The scenario's title, for lists of saves.
    pub title: String,
    /// The seed of every roll of the run.
    pub seed: u64,
    /// Which embedder made the vectors of its memories.
    pub embedder: String,
    /// The versions of the rooms that made it.
    pub rooms: BTreeMap<String, u32>,
}
