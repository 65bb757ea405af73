//! What minds that a language model drives have of their own: the words in which it is asked, and
//! what need not be asked because it was thought out before.

pub mod courses;
pub mod fit;
pub mod lifestyle;
pub mod prompts;

pub use lifestyle::Lifestyle;

use crate::{mind::state::Deliberation, room::DeclareRoom as _};
use bevy::prelude::*;

/// Declares the room: what models deliberate on, and the days they have thought out.
pub fn plugin(app: &mut App) {
    app.room("model", 3)
        .keep::<Deliberation>("deliberation")
        .keep_from("lifestyle", Lifestyle::begins_with);
}
