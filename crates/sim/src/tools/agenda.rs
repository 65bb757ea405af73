//! What falls due on a campus.

use collegium_core::{
    ids::{AgentId, PlaceId},
    time,
};
use serde::{Deserialize, Serialize};

/// Something that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Due {
    /// An agent's activity ends; the number is the activity's, so that one given up meanwhile is
    /// passed over.
    ActivityEnds(AgentId, u32),
    /// An agent should look again at what they do (a commitment nears, a need has grown).
    Reconsider(AgentId),
    /// The counter of a place has served the person at the head of its queue.
    Served(PlaceId),
    /// The next line of a conversation, by its number, falls due.
    Line(u32),
    /// A class session begins (index into the term's courses, index of the session).
    ClassBegins(u16, u8),
    /// A class session ends (indices as when it begins).
    ClassEnds(u16, u8),
}

/// The agenda of a campus.
pub type Agenda = time::Agenda<Due>;
