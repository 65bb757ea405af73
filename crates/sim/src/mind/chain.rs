//! Chains of thought, act and observation (Yao et al. 2023, ReAct): what a model-driven mind tried
//! about something that came up, and what it observed of each call: why it was refused, what came
//! of it at once, and what happened to it until the next thought.

use crate::{
    mind::why::CameUp,
    tools::{Names, Observed, Occurrence, Refusal, SimEvent, ToolCall, tell},
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// A call as a model made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Called {
    /// A tool, with its arguments.
    Tool(ToolCall),
    /// What cannot be read as a call.
    Unread(String),
}

/// Something observed of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Observation {
    /// It cannot be read, and what was expected in its place.
    Unread(String),
    /// It was refused.
    Refused(Refusal),
    /// No step of it could be taken.
    Stuck,
    /// It was carried out.
    Answered(Observed),
    /// What happened later to whoever made it, or was said to them.
    Happened(Box<Occurrence>),
}

impl Observation {
    /// The observation in words.
    pub fn told(&self, words: &Words, names: &Names<'_>) -> String {
        match self {
            Self::Unread(why) => {
                words.say_with("observation-unread", &[("why", why.as_str().into())])
            }
            Self::Refused(why) => {
                let why = words.label("refusal", why.word());
                words.say_with("observation-refused", &[("why", why.into())])
            }
            Self::Stuck => words.say(key("outcome-stuck")).to_owned(),
            Self::Answered(observed) => observed.told(words, names),
            Self::Happened(occurrence) => match &occurrence.event {
                SimEvent::Said { text, .. } => {
                    let who = occurrence.agent.map_or("", |who| names.first(who));
                    let values = [("name", who.into()), ("what", text.as_str().into())];
                    words.say_with("observation-said", &values)
                }
                _ => tell::recalled(words, occurrence, names),
            },
        }
    }
}

/// A thought, the call that came of it, and what was observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// When the call was made.
    pub at: SimTime,
    /// The thought, in the model's words.
    pub thought: String,
    /// The call.
    pub called: Called,
    /// What was observed, in order.
    pub observed: Vec<Observation>,
}

/// How many observations of one call are kept.
const OBSERVED: usize = 5;

impl Turn {
    /// The call as the model wrote it: JSON.
    pub fn call(&self, names: &Names<'_>) -> String {
        match &self.called {
            Called::Tool(call) => call.to_json(names).to_string(),
            Called::Unread(text) => text.clone(),
        }
    }

    /// The call in words, for whoever looks on.
    pub fn call_told(&self, words: &Words, names: &Names<'_>) -> String {
        match &self.called {
            Called::Tool(call) => call.told(words, names),
            Called::Unread(text) => text.clone(),
        }
    }

    /// All that was observed, in words.
    pub fn observed_told(&self, words: &Words, names: &Names<'_>) -> String {
        let told = self.observed.iter().map(|o| o.told(words, names));
        told.collect::<Vec<_>>().join("; ")
    }

    /// Takes in what happened later.
    pub fn happened(&mut self, occurrence: &Occurrence) {
        if self.observed.len() < OBSERVED {
            let happened = Observation::Happened(Box::new(occurrence.clone()));
            self.observed.push(happened);
        }
    }
}

/// Whether something that happened is what one observes of one's last call: to oneself what it
/// brought about, of others what they say to one.
pub fn is_observed(occurrence: &Occurrence, by: AgentId) -> bool {
    let own = occurrence.agent == Some(by);
    match &occurrence.event {
        SimEvent::Said { with, .. } => !own && *with == by,
        SimEvent::Arrived
        | SimEvent::Served { .. }
        | SimEvent::GaveUp { .. }
        | SimEvent::Learned { .. }
        | SimEvent::TalkEnded { .. }
        | SimEvent::Violation { .. } => own,
        _ => false,
    }
}

named! {
    /// How a chain came to its end.
    Ending {
        /// The model said that nothing more is to be done about it.
        Met = "met",
        /// With a call that goes on by itself.
        Lasts = "lasts",
        /// With as many calls as there may be.
        Enough = "enough",
        /// Nothing worked: the built-in mind decided.
        GaveUp = "gave_up",
        /// Something else came up, or it was too long ago.
        Overtaken = "overtaken",
    }
}

/// A chain that came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// What had come up.
    pub came_up: CameUp,
    /// What was tried, in order.
    pub turns: Vec<Turn>,
    /// When it ended.
    pub ended: SimTime,
    /// How it ended.
    pub ending: Ending,
}
