//! Calls that have been answered and wait to be saved: a campus's cassette grows from them.

use super::{Answer, Request};
use serde::{Deserialize, Serialize};

/// An answered request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The tick in which the answer entered the world.
    pub tick: u64,
    /// What was asked.
    pub request: Request,
    /// What came back.
    pub answer: Answer,
}
