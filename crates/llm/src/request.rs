//! Requests to a model and their answers: plain data that can be saved, replayed and compared.

use crate::repair::{Repair, Unfit};
use collegium_core::{ids::AgentId, named, time::SimTime};
use serde::{Deserialize, Serialize};

named! {
    /// What a model is asked for; settings may choose another model for each.
    Purpose {
        /// The plan of a day, hour by hour.
        Plan = "plan",
        /// The steps of 5 to 15 minutes within one part of the plan.
        Steps = "steps",
        /// The next tool call, after something came up.
        Act = "act",
        /// The next line of a conversation.
        Line = "line",
        /// What a conversation leaves behind.
        Impression = "impression",
        /// The questions that a reflection begins with.
        Questions = "questions",
        /// The insights that answer them.
        Insights = "insights",
        /// The diary page of a day.
        Diary = "diary",
    }
}

/// A prompt: first what stays the same from call to call, so that a server's prefix cache helps,
/// then what is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// The part that stays the same for an agent and purpose.
    pub system: String,
    /// What is asked now.
    pub user: String,
    /// The JSON schema of the answer, as JSON text.
    pub schema: String,
    /// The most tokens the answer may have.
    pub most_tokens: u32,
}

/// Something asked of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its number within the campus, counted from 1.
    pub id: u64,
    /// The person whose mind asks.
    pub agent: AgentId,
    /// Which act of thinking it is.
    pub purpose: Purpose,
    /// When it was asked, in simulated time: budgets of a day go by its day.
    pub asked: SimTime,
    /// The profile that the agent's mind names; empty for the one that the settings choose.
    pub profile: String,
    /// The asker's full name, by which settings choose a model.
    pub name: String,
    /// The asker's group, by which settings choose a model.
    pub group: String,
    /// What the model is told and asked.
    pub prompt: Prompt,
}

impl Request {
    /// BLAKE3 of everything that decides the answer: equal requests have equal keys.
    pub fn key(&self) -> [u8; 32] {
        let mut hash = blake3::Hasher::new();
        for part in [
            self.purpose.word(),
            &self.profile,
            &self.prompt.system,
            &self.prompt.user,
            &self.prompt.schema,
        ] {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        *hash.finalize().as_bytes()
    }
}

named! {
    /// What can go wrong with a call.
    Fault {
        /// No connection, or one that broke.
        Connection = "connection",
        /// No answer within the time allowed.
        Timeout = "timeout",
        /// The server asked to slow down.
        RateLimited = "rate_limited",
        /// The server failed.
        Server = "server",
        /// The server refused: a wrong key, model or request.
        Rejected = "rejected",
        /// Nothing was in the answer.
        Empty = "empty",
        /// The answer was larger than is read.
        TooLarge = "too_large",
        /// The answer broke off at its token limit.
        Truncated = "truncated",
        /// No JSON could be found in the answer.
        NotJson = "not_json",
        /// The JSON had not the shape asked for.
        WrongShape = "wrong_shape",
        /// A budget is spent.
        Budget = "budget",
        /// The model has failed too often lately and is left alone for a while.
        CircuitOpen = "circuit_open",
        /// The run ended before the answer came.
        Cancelled = "cancelled",
        /// No such profile is in the settings.
        NoProfile = "no_profile",
        /// The answer did not fit the world.
        Impossible = "impossible",
    }
}

/// How asking went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// An answer of the right shape, as JSON text.
    Ok(String),
    /// An answer that had to be mended or asked for again, and what was wrong with it at first.
    Repaired(String, Vec<Fault>),
    /// No usable answer: the built-in mind decides. Why, and a sentence for people.
    FellBack(Fault, String),
}

/// What asking has cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Calls made, repeated ones included.
    pub calls: u32,
    /// Tokens of the prompts, in all calls.
    pub tokens_in: u64,
    /// Those of them that the server had in its cache.
    pub tokens_cached: u64,
    /// Tokens of the answers, thoughts included, in all calls.
    pub tokens_out: u64,
    /// Cost in millionths of the unit that the profile's prices are in.
    pub micros: u64,
    /// Real milliseconds from asking to answer.
    pub milliseconds: u64,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The number of the request it answers.
    pub id: u64,
    /// The answer, or why there is none.
    pub outcome: Outcome,
    /// The profile that answered, or the last that was asked in vain; empty when none was asked.
    pub model: String,
    /// What went wrong on the way, call by call.
    pub faults: Vec<Fault>,
    /// What was done to the answer so that it could be used.
    #[serde(default)]
    pub repairs: Vec<Repair>,
    /// Why it was put aside where it met the world; none where it was used, or where there is none.
    #[serde(default)]
    pub put_aside: Option<Unfit>,
    /// What asking has cost, all calls together.
    pub usage: Usage,
}
