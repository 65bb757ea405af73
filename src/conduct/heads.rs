//! Policy heads that are mounted, and how they choose.

use super::{
    observe::Observation,
    point::{ACTS, Act, ActMask},
};
use crate::dice::Stream;
use serde::{Deserialize, Serialize};

/// The name under which the conscientious expert is mounted.
pub const EXPERT: &str = "expert";

/// Who decides for somebody at decision points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mount {
    /// The built-in rule of character and luck.
    #[default]
    Rule,
    /// The conscientious expert.
    Expert,
    /// A head, by its number.
    Head(u16),
}

/// A policy head that can be mounted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mounted {
    /// Its name.
    pub name: String,
    /// Whether it takes what it finds likeliest; else it draws by its probabilities.
    pub greedy: bool,
}

impl Mounted {
    /// Chooses an act, and gives the probability of each.
    pub fn choose(&self, observation: &Observation, mask: ActMask, roll: &mut Stream) -> (Act, [f32; ACTS]) {
        let _ = observation;
        let mut probabilities = [0.0; ACTS];
        let count = mask.acts().count().max(1) as f32;
        for act in mask.acts() {
            probabilities[act as usize] = 1.0 / count;
        }
        let mut left = roll.unit();
        let drawn = mask.acts().find(|act| {
            left -= probabilities[*act as usize];
            left < 0.0
        });
        (drawn.or(mask.acts().last()).unwrap_or(Act::Wait), probabilities)
    }
}
