//! What minds think about: one [`Ask`] for each purpose, with everything that was known when the
//! thought began.

use crate::{
    campus::{
        exchange::Step,
        invitations::Occasion,
        talks::{SpeechAct, Talk, Topic},
    },
    mind::{
        model::lifestyle::Circumstances,
        state::{PlanItem, PlanStep},
    },
};
use bevy::prelude::SystemSet;
use collegium_core::{ids::AgentId, time::SimTime};
use collegium_llm::Purpose;
use serde::{Deserialize, Serialize};

/// Something to think about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// The plan of a day, hour by hour.
    Plan(PlanAsk),
    /// The steps within a part of the plan.
    Steps(StepsAsk),
    /// The next tool call.
    Act(ActAsk),
    /// The questions that a reflection begins with.
    Questions(QuestionsAsk),
    /// The insights that answer them.
    Insights(InsightsAsk),
    /// The diary page of a day.
    Diary(DiaryAsk),
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
            Ask::Questions(_) => Purpose::Questions,
            Ask::Insights(_) => Purpose::Insights,
            Ask::Diary(_) => Purpose::Diary,
            Ask::Line(_) => Purpose::Line,
            Ask::Impression(_) => Purpose::Impression,
        }
    }
}

/// The plan of a day, to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAsk {
    /// The day, counted from the first Monday.
    pub day: u32,
}

/// The steps of a part of the plan, to be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepsAsk {
    /// The part, or the free time between two parts.
    pub item: PlanItem,
    /// What it is for, in the words of whoever planned it.
    pub task: String,
    /// Until when there is time for it.
    pub until: SimTime,
    /// What else was the case, by which it is kept for another time.
    pub circumstances: Circumstances,
    /// Steps kept from another time; none when they have to be thought out.
    pub kept: Option<Vec<PlanStep>>,
}

/// What to do next, after something came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActAsk {
    /// How often it has been tried.
    pub turn: u8,
    /// The memories that the prompt offers, by their numbers in the stream; it counts them from 1.
    pub memories: Vec<u32>,
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
    /// The questions that the reflection began with.
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

/// A line to be said: to whom, what for, about what. Words are found afterwards, by the built-in
/// mind or by a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAsk {
    /// The talk; none when this line opens one.
    pub talk: Option<u32>,
    /// How many lines had been said in it.
    pub spoken: u16,
    /// The person it is said to.
    pub with: AgentId,
    /// What the line is for.
    pub act: SpeechAct,
    /// What the line is about.
    pub topic: Topic,
    /// The facts that the built-in mind would tell.
    pub tells: Vec<u32>,
    /// The facts that a model may choose from.
    pub offers: Vec<u32>,
    /// The invitation that it answers.
    pub invitation: Option<u32>,
    /// What it invites to; none where it does not invite.
    pub occasion: Option<Occasion>,
    /// The memories that a model is offered, by their numbers in the stream; a prompt counts them
    /// from 1.
    pub memories: Vec<u32>,
    /// Which part of which exchange it is; none for what stands outside of them.
    pub step: Option<Step>,
    /// What is remembered in it, by its number in the stream of the one who speaks.
    pub memory: Option<u32>,
}

impl LineAsk {
    /// A line with nothing to tell.
    pub fn new(with: AgentId, act: SpeechAct, topic: Topic) -> Self {
        Self {
            talk: None,
            spoken: 0,
            with,
            act,
            topic,
            tells: Vec::new(),
            offers: Vec::new(),
            invitation: None,
            occasion: None,
            memories: Vec::new(),
            step: None,
            memory: None,
        }
    }

    /// The same line as a part of an exchange.
    #[must_use]
    pub fn in_step(self, step: Step) -> Self {
        Self {
            step: Some(step),
            ..self
        }
    }
}

/// A talk that is over, of which somebody keeps something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImpressionAsk {
    /// The person talked with most.
    pub partner: AgentId,
    /// The whole conversation, with its lines.
    pub talk: Talk,
}

/// Who decides in the phase of deciding, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thinkers {
    /// The built-in mind, and the steps it works out.
    BuiltIn,
    /// Language models: what they have answered comes in, and what they are asked goes out.
    Model,
    /// What the built-in mind thinks in their place.
    Instead,
}
