//! Deeds: what a call has done for somebody else, beside the call itself. A tool says in its own
//! file what a deed of it is; that it is an event, remembered by both, and counts, goes for all.

use collegium_core::{
    i18n::{Value, Words},
    ids::AgentId,
};
use std::borrow::Cow;

/// Something done for somebody else; its values are what was done.
pub trait Does {
    /// The words of all such deeds, in the order in which they are told.
    fn words() -> Vec<&'static str>
    where
        Self: Sized;

    /// Its word; the texts have it under `event-` and this, and what the two remember of it under
    /// `recalled-` and `received-`, filled with `who`, `with` and the values.
    fn word(&self) -> &'static str;

    /// The person for whom it was done.
    fn with(&self) -> AgentId;

    /// What its text is filled with, beside `who` and `with`.
    fn values<'a>(&self, words: &'a Words) -> Vec<(&'static str, Value<'a>)>;

    /// How important the two remember it to be, 1 to 10.
    fn importance(&self) -> u8;

    /// What it was about, in a word or two.
    fn matter<'a>(&self, words: &'a Words) -> Cow<'a, str>;

    /// How much closer it brings the two, in points of closeness (0 to 10).
    fn warmth(&self) -> f32;

    /// Whether it counts as cooperation: something given that nobody had a claim to.
    fn cooperates(&self) -> bool;
}
