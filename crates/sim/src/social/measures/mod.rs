//! What emerges: who knows the planted facts over time, how dense the network of acquaintances is,
//! how far invitations come. Each measure has a file of its own, which says how it is worked out;
//! the list below is where they are known.
//!
//! The measures of Generative Agents (Park et al. 2023, section 7), from provenance instead of
//! interviews.

mod density;
mod invitations;
mod registry;
mod society;
mod sources;
mod spread;
mod talks;

pub use society::Society;
pub use spread::Spread;

use super::claims::Claimed;
use crate::campus::invitations::Funnel;
use registry::registry;

// The list of the measures. A new one is a file of its own, its `mod` above and its line here.
registry! {
    /// How the facts whose spread is watched have spread.
    facts: Vec<Spread> = spread::facts;
    /// Density of the network of mutual acquaintances at the start: `2|E| / (n (n - 1))`, 0 to 1.
    density_start: f64 = density::at_start;
    /// That density now, 0 to 1.
    density: f64 = density::now;
    /// How far invitations have come.
    invitations: Funnel = invitations::funnel;
    /// Sentences that were said about people, places, times and events, by whether their speaker
    /// can know it: those of models, and those of the built-in mind as a control.
    claims: Claimed = sources::claims;
    /// Conversations that were begun, per person and day.
    conversations_per_agent_day: f64 = talks::begun_each_day;
}
