//! Deeds: what a call has done for somebody else, beside the call itself. A tool says in its own
//! file what a deed of it is; that it is an event, remembered by both, and counts, goes for all.

use super::Names;
use collegium_core::{
    i18n::{Value, Words},
    ids::AgentId,
};

/// What somebody remembers of a deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeedMemory {
    /// What, in a sentence of its own without a full stop.
    pub text: String,
    /// How important it is, 1 to 10.
    pub importance: u8,
    /// What it was about, in a word or two.
    pub object: String,
}

/// Something done for somebody else; its values are what was done.
pub trait Does {
    /// Its word; the texts have it under `event-` and this, filled with `who`, `with` and the values.
    fn word(&self) -> &'static str;

    /// For whom.
    fn with(&self) -> AgentId;

    /// What its text is filled with, beside `who` and `with`.
    fn values<'a>(&self, words: &'a Words) -> Vec<(&'static str, Value<'a>)>;

    /// What the one who did it remembers of it, and what the other does.
    fn recalled(&self, names: &Names<'_>, by: AgentId) -> [DeedMemory; 2];

    /// How much closer it brings the two, in points of closeness (0 to 10).
    fn warmth(&self) -> f32;

    /// Whether it counts as cooperation: something given that nobody had a claim to.
    fn cooperates(&self) -> bool;
}
