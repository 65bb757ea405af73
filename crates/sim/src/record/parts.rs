//! What a save is made of: its header, its states, and what is committed at once.

use super::chronicle::Logged;
use crate::{
    campus::{invitations::Invitation, talks::Talk},
    memory::{Memory, TextKey},
    social::Ledger,
};
use collegium_core::time::SimTime;
use collegium_llm::Call;
use std::collections::BTreeMap;

/// What a save says of its run once and for all.
#[derive(Clone, Debug)]
pub struct Header {
    /// The resolved scenario, as the simulation packs it.
    pub scenario: Vec<u8>,
    /// The map, as the simulation packs it.
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

/// A state of the whole world in the save.
#[derive(Clone, Debug)]
pub struct Keyframe {
    /// The tick after which it was taken.
    pub tick: u64,
    /// The moment of the run at that tick.
    pub at: SimTime,
    /// The number of events before it.
    pub events: u64,
    /// The log's hash there.
    pub hash: String,
    /// The tick of the keyframe whose state this one changes; none for a whole state.
    pub base: Option<u64>,
    /// The state, or what has changed in it, packed.
    pub data: Vec<u8>,
}

/// What is committed at once: everything since the last commit and the state that goes with it.
pub struct Commit<'a> {
    /// The events since the last commit, in order.
    pub events: &'a [Logged],
    /// The memories since the last commit: agent, number, memory.
    pub memories: Vec<(u32, u32, &'a Memory)>,
    /// Conversations that have ended.
    pub talks: &'a [(u32, SimTime, Talk)],
    /// Calls to language models that have been answered.
    pub calls: &'a [Call],
    /// Which embedder makes vectors, and those of its vectors that are new; none for the built-in
    /// one.
    pub vectors: (&'a str, Vec<(TextKey, Vec<f32>)>),
    /// Every fact and who knows it; those before `facts` and `knowledge` are saved already.
    pub ledger: &'a Ledger,
    /// How many facts are saved already.
    pub facts: u32,
    /// How much of who knows what is saved already.
    pub knowledge: u32,
    /// The invitations that are not saved as they are now, by number.
    pub changed: Vec<(u32, &'a Invitation)>,
    /// What has emerged, as JSON.
    pub emergence: String,
    /// The state after them.
    pub keyframe: Keyframe,
}
