//! Calls that have been answered and wait to be saved: a campus's cassette grows from them.

use super::{Answer, Request};
use serde::{Deserialize, Serialize};

/// A request with the answer that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The tick in which the answer entered the world.
    pub tick: u64,
    /// What the model was asked.
    pub request: Request,
    /// What came of asking.
    pub answer: Answer,
}
