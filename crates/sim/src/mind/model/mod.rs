//! Minds that a language model drives: what it is asked next, in which words, and what is spared
//! because it was thought out before.

pub mod deliberate;
pub mod lifestyle;
pub mod prompts;

pub use deliberate::{apply_acts, deliberate};
pub use lifestyle::Lifestyle;

use super::{Deliberation, Thinkers};
use crate::room::{DeclareRoom as _, SimTick};
use bevy::prelude::*;

/// Declares the room: what models are asked, and the days they have thought out.
pub fn plugin(app: &mut App) {
    app.add_systems(
        SimTick,
        (apply_acts, deliberate).chain().in_set(Thinkers::Model),
    )
    .room("model", 2)
    .keep::<Deliberation>("deliberation")
    .keep::<Lifestyle>("lifestyle");
}
