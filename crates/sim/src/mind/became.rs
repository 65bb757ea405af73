//! What becomes of the steps that people take.

use crate::tools::{Names, Observed, Refusal, ToolCall};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// What became of a step of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Became {
    /// A call was carried out, and what was observed of it.
    Done(ToolCall, Observed),
    /// A call was refused, and why.
    Refused(ToolCall, Refusal),
    /// No next step could be found.
    Stuck,
    /// Too many waited.
    WentWithout,
    /// It was broken off for a while.
    BrokeOff,
    /// Whom they wanted to see had no time.
    Busy(AgentId),
}

/// When a step was taken, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepOutcome {
    /// When the step was taken.
    pub at: SimTime,
    /// Whether it was done or refused, or why it came to nothing.
    pub became: Became,
}

impl StepOutcome {
    /// Whether it came to nothing.
    pub const fn failed(&self) -> bool {
        matches!(self.became, Became::Refused(..) | Became::Stuck)
    }

    /// Whether whom they wanted to see had no time.
    pub const fn is_busy(&self) -> bool {
        matches!(self.became, Became::Busy(_))
    }

    /// What became of it, as a sentence in the language of the words.
    pub fn text(&self, words: &Words, names: &Names<'_>) -> String {
        let what = match &self.became {
            Became::Done(call, observed) if observed.says() => words.say_with(
                "outcome-done",
                &[
                    ("call", call.told(words, names).into()),
                    ("what", observed.told(words, names).into()),
                ],
            ),
            Became::Done(call, _) => call.told(words, names),
            Became::Refused(call, why) => words.say_with(
                "outcome-refused",
                &[
                    ("call", call.told(words, names).into()),
                    ("why", words.label("refusal", why.word()).into()),
                ],
            ),
            Became::Stuck => words.say(key("outcome-stuck")).to_owned(),
            Became::WentWithout => words.say(key("outcome-went-without")).to_owned(),
            Became::Busy(who) => {
                words.say_with("outcome-busy", &[("name", names.first(*who).into())])
            }
            Became::BrokeOff => words.say(key("outcome-broke-off")).to_owned(),
        };
        format!("{} {what}", self.at.clock())
    }
}
