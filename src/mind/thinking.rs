//! What minds think about: one [`Ask`] for each purpose, with everything that was known when the thought began.

use super::state::PlanItem;
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
    /// The questions that a reflection begins with.
    Questions(QuestionsAsk),
    /// The insights that answer them.
    Insights(InsightsAsk),
    /// The diary of a day.
    Diary(DiaryAsk),
}

impl Ask {
    /// What a model is asked for.
    pub const fn purpose(&self) -> Purpose {
        match self {
            Ask::Plan(_) => Purpose::Plan,
            Ask::Steps(_) => Purpose::Steps,
            Ask::Act(_) => Purpose::Act,
            Ask::Questions(_) => Purpose::Questions,
            Ask::Insights(_) => Purpose::Insights,
            Ask::Diary(_) => Purpose::Diary,
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

/// The questions of a reflection, to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsAsk {
    /// The memories to reflect on, by their places in the stream.
    pub statements: Vec<u32>,
}

/// Insights, to be drawn from memories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsightsAsk {
    /// The questions.
    pub questions: Vec<String>,
    /// The memories that bear on them, by their places in the stream; a prompt counts them from 1.
    pub statements: Vec<u32>,
}

/// The diary of a day, to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiaryAsk {
    /// The day, counted from the first Monday.
    pub day: u32,
    /// What of the day is worth a line, by place in the stream.
    pub statements: Vec<u32>,
}
