//! What minds think about: one [`Ask`] for each purpose, with everything that was known when the thought began.

use super::{impress::ImpressionAsk, speech::LineAsk, state::PlanItem};
use crate::llm::Purpose;
use serde::{Deserialize, Serialize};

/// Something to think about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The plan of a day.
    Plan(PlanAsk),
    /// The steps within a part of the plan.
    Steps(StepsAsk),
    /// The next tool call.
    Act(ActAsk),
    /// The next line of a conversation.
    Line(Box<LineAsk>),
    /// What a conversation leaves behind.
    Impression(Box<ImpressionAsk>),
}

impl Ask {
    /// What a model is asked for.
    pub const fn purpose(&self) -> Purpose {
        match self {
            Ask::Plan(_) => Purpose::Plan,
            Ask::Steps(_) => Purpose::Steps,
            Ask::Act(_) => Purpose::Act,
            Ask::Line(_) => Purpose::Line,
            Ask::Impression(_) => Purpose::Impression,
        }
    }
}

/// The plan of a day, to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAsk {
    /// The day, counted from the first Monday.
    pub day: u32,
}

/// The steps of a part of the plan, to be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepsAsk {
    /// The part.
    pub item: PlanItem,
}

/// What to do next, after something came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActAsk {
    /// What came up, in a sentence.
    pub because: String,
    /// What was tried so far: the thought, the call, and what was observed.
    pub tried: Vec<[String; 3]>,
}
