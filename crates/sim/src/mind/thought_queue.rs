//! The thought queue: what minds ask of language models, and what comes back.
//!
//! Every act of thinking has one form, whichever mind does it. A system that finds something to
//! think about puts an [`Ask`] on the queue ([`ThoughtQueue::ask`]). For the built-in mind it comes
//! back at once, in the same tick, as [`ThoughtReply::BuiltIn`]; for a model-driven mind it becomes
//! a [`Request`] that the driver of the campus hands to a model, and comes back in the tick in
//! which the answer is delivered. Then the system of its purpose takes it ([`Heard::take`]), makes
//! the thought of it (the built-in mind's own where no usable answer came), and applies it.

use crate::{
    campus::people::{MindKind, Persona},
    mind::thinking::Ask,
    room::Grows,
    tools::{Answered, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{ids::AgentId, text::without_harm, time::SimTime};
use collegium_llm::{
    Answer, Call, Fault, Outcome, Prompt, Purpose, Repair, Request, Unfit, Usage,
    repair::MOST_REPAIRS,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{borrow::Cow, collections::BTreeMap};

/// For how long, in simulated seconds, somebody waits for an answer, should whoever drives the
/// campus not bring one.
const LONGEST_WAIT: u32 = 1800;

/// Something asked of a model and not yet answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// What is thought about.
    pub ask: Ask,
    /// What is asked of the model.
    pub request: Request,
}

/// What is asked of models.
#[derive(Resource, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ThoughtQueue {
    waiting: BTreeMap<u64, Pending>,
    /// How many requests there have been.
    begun: u64,
    /// The last request that was handed out. Not saved: after a resume everything that waits is
    /// handed out again.
    #[serde(skip)]
    handed_out: u64,
    /// Answers delivered since the last tick.
    #[serde(skip)]
    inbox: Vec<Answer>,
}

/// The calls that have been answered and not yet been taken out by whoever saves or shows them.
#[derive(Resource, Clone, Debug, Default)]
pub struct Calls(pub Vec<Call>);

impl Grows for Calls {
    // They are counted where nobody saves, too.
    fn hold(&mut self, _: bool) {}

    fn saved(&mut self) {
        self.0.clear();
    }
}

/// How something thought about comes back.
#[derive(Clone, Debug, PartialEq)]
pub enum ThoughtReply {
    /// The built-in mind thinks it.
    BuiltIn,
    /// A model was asked.
    Model(Outcome),
}

impl ThoughtReply {
    /// Whether a model has answered in the shape that was asked for.
    pub const fn is_answer(&self) -> bool {
        matches!(
            self,
            ThoughtReply::Model(Outcome::Ok(_) | Outcome::Repaired(..))
        )
    }

    /// The model's answer, without the characters that steer whatever shows them or are not seen:
    /// its texts are said, remembered and shown. None when the built-in mind is to think instead.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        match self {
            ThoughtReply::Model(Outcome::Ok(json) | Outcome::Repaired(json, _)) => {
                let mut answer = serde_json::from_str(json).ok()?;
                strip(&mut answer);
                serde_json::from_value(answer).ok()
            }
            ThoughtReply::Model(Outcome::FellBack(..)) | ThoughtReply::BuiltIn => None,
        }
    }
}

/// Takes out of every text of an answer what does harm.
fn strip(answer: &mut Value) {
    match answer {
        Value::String(text) => {
            if let Cow::Owned(clean) = without_harm(text) {
                *text = clean;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        Value::Object(fields) => fields.values_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What has come back in this tick and waits for the system of its purpose.
#[derive(Resource, Clone, Debug, Default)]
pub struct Heard {
    replies: Vec<(AgentId, Ask, ThoughtReply)>,
    /// The answers that could not be used, and why.
    aside: Vec<(AgentId, Purpose, Unfit)>,
    /// What was done to answers so that they fit the world.
    mended: Vec<(AgentId, Purpose, Vec<Repair>)>,
}

impl Heard {
    /// Brings something that is known without thinking.
    pub fn bring(&mut self, agent: AgentId, ask: Ask) {
        self.replies.push((agent, ask, ThoughtReply::BuiltIn));
    }

    /// Notes that a model's answer is put aside, so that the built-in mind thinks instead.
    pub fn put_aside(&mut self, agent: AgentId, purpose: Purpose, why: Unfit) {
        self.aside.push((agent, purpose, why));
    }

    /// Notes what was done to a model's answer so that it fits the world.
    pub fn mend(&mut self, agent: AgentId, purpose: Purpose, repairs: Vec<Repair>) {
        if !repairs.is_empty() {
            self.mended.push((agent, purpose, repairs));
        }
    }

    /// Whether nothing waits.
    pub const fn is_empty(&self) -> bool {
        self.replies.is_empty()
    }

    /// Takes what `wants` picks out of it, in order: the agent, what `wants` made of what they
    /// thought about, and the reply.
    pub fn take<T>(
        &mut self,
        wants: impl Fn(Ask) -> Result<T, Ask>,
    ) -> Vec<(AgentId, T, ThoughtReply)> {
        if self.replies.is_empty() {
            return Vec::new();
        }
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for (agent, ask, reply) in self.replies.drain(..) {
            match wants(ask) {
                Ok(mine) => taken.push((agent, mine, reply)),
                Err(ask) => left.push((agent, ask, reply)),
            }
        }
        self.replies = left;
        taken
    }
}

impl ThoughtQueue {
    /// Has `agent` think about something. `prompt` is made only when a model is asked.
    pub fn ask(
        &mut self,
        heard: &mut Heard,
        (agent, persona, mind): (AgentId, &Persona, &MindKind),
        now: SimTime,
        ask: Ask,
        prompt: impl FnOnce(&Ask) -> Prompt,
    ) {
        let MindKind::Model(profile) = mind else {
            heard.replies.push((agent, ask, ThoughtReply::BuiltIn));
            return;
        };
        self.begun += 1;
        let request = Request {
            id: self.begun,
            agent,
            purpose: ask.purpose(),
            asked: now,
            profile: profile.clone(),
            name: persona.name.clone(),
            group: persona.group.clone(),
            prompt: prompt(&ask),
        };
        self.waiting.insert(self.begun, Pending { ask, request });
    }

    /// Whether somebody waits for an answer about `purpose`.
    pub fn waits(&self, agent: AgentId, purpose: impl Fn(Purpose) -> bool) -> bool {
        self.waiting
            .values()
            .any(|p| p.request.agent == agent && purpose(p.request.purpose))
    }

    /// Everything that waits for an answer, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Pending> {
        self.waiting.values()
    }

    /// When the oldest request without an answer was asked.
    pub fn oldest(&self) -> Option<SimTime> {
        self.waiting.values().next().map(|p| p.request.asked)
    }

    /// When the oldest request was asked to which no answer has been delivered.
    pub fn oldest_unanswered(&self) -> Option<SimTime> {
        let answered = |id: u64| self.inbox.iter().any(|a| a.id == id);
        self.waiting
            .iter()
            .find(|(id, _)| !answered(**id))
            .map(|(_, p)| p.request.asked)
    }

    /// The lines that somebody was asked for and has not said yet: the number of the request, who
    /// speaks, and the whole answer where one has been delivered.
    pub fn lines(&self) -> impl Iterator<Item = (u64, AgentId, Option<&Answer>)> {
        let lines = self.waiting.iter();
        lines
            .filter(|(_, p)| p.request.purpose == Purpose::Line)
            .map(|(id, p)| {
                let answer = self.inbox.iter().find(|answer| answer.id == *id);
                (*id, p.request.agent, answer)
            })
    }

    /// The requests not handed out before.
    pub fn hand_out(&mut self) -> Vec<Request> {
        let new = self
            .waiting
            .range(self.handed_out + 1..)
            .map(|(_, p)| p.request.clone())
            .collect();
        self.handed_out = self.begun;
        new
    }

    /// Gives up what nobody has answered for too long, as if it had been answered so.
    fn give_up(&self, now: SimTime, answers: &mut Vec<Answer>) {
        for (id, pending) in &self.waiting {
            if pending.request.asked.plus(LONGEST_WAIT) > now {
                break;
            }
            if answers.iter().all(|a| a.id != *id) {
                let why = "nobody answered in half an hour of simulated time".to_owned();
                answers.push(Answer {
                    id: *id,
                    outcome: Outcome::FellBack(Fault::Timeout, why),
                    model: String::new(),
                    faults: vec![Fault::Timeout],
                    repairs: Vec::new(),
                    put_aside: None,
                    usage: Usage::default(),
                });
            }
        }
    }

    /// Takes in answers; they enter the world with the next tick.
    pub fn deliver(&mut self, answers: impl IntoIterator<Item = Answer>) {
        self.inbox.extend(answers);
    }
}

/// Lets the answers delivered since the last tick enter the world, in the order of their requests.
///
/// # Errors
/// Never for people of the roster.
pub fn hear(
    mut stage: Stage,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut calls: ResMut<Calls>,
) -> Result {
    heard.replies.clear();
    heard.aside.clear();
    heard.mended.clear();
    let mut answers = std::mem::take(&mut thoughts.inbox);
    thoughts.give_up(stage.now(), &mut answers);
    if answers.is_empty() {
        return Ok(());
    }
    answers.sort_by_key(|a| a.id);
    for mut answer in answers {
        // A recorded one may say what became of it then.
        answer.put_aside = None;
        // An answer to nothing that waits (a second one, say) changes nothing.
        let Some(Pending { ask, request }) = thoughts.waiting.remove(&answer.id) else {
            continue;
        };
        let thought = SimEvent::Thought {
            request: u32::try_from(request.id).unwrap_or(u32::MAX),
            purpose: request.purpose,
            answered: match &answer.outcome {
                Outcome::Ok(_) => Answered::Ok,
                Outcome::Repaired(..) => Answered::Repaired,
                Outcome::FellBack(fault, _) => Answered::FellBack(*fault),
            },
        };
        stage.note(request.agent, thought)?;
        heard.replies.push((
            request.agent,
            ask,
            ThoughtReply::Model(answer.outcome.clone()),
        ));
        calls.0.push(Call {
            tick: stage.clock.tick,
            request,
            answer,
        });
    }
    Ok(())
}

/// Writes beside the calls of this tick what was done to their answers, and why some were put aside.
pub fn note_put_aside(mut heard: ResMut<Heard>, mut calls: ResMut<Calls>) {
    for (agent, purpose, repairs) in heard.mended.drain(..) {
        let mut answered = calls.0.iter_mut().rev();
        let call =
            answered.find(|call| call.request.agent == agent && call.request.purpose == purpose);
        if let Some(call) = call {
            let told = &mut call.answer.repairs;
            for repair in repairs {
                // A recorded answer may tell of it already.
                if told.len() < MOST_REPAIRS && !told.contains(&repair) {
                    told.push(repair);
                }
            }
        }
    }
    for (agent, purpose, why) in heard.aside.drain(..) {
        let mut answered = calls.0.iter_mut().rev();
        let call = answered.find(|call| {
            let request = &call.request;
            request.agent == agent && request.purpose == purpose && call.answer.put_aside.is_none()
        });
        if let Some(call) = call {
            call.answer.put_aside = Some(why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_model_answers_hides_nothing() {
        let answer = json!({
            "say": "a\u{202e}b\u{200b}c\n\u{1b}[2J ❤\u{fe0f}",
            "call": {"tool": "post", "text": ["\u{e0041}one\ttwo"]},
            "minutes": 5,
        });
        let expected = json!({
            "say": "abc\n[2J ❤\u{fe0f}",
            "call": {"tool": "post", "text": ["one\ttwo"]},
            "minutes": 5,
        });
        let reply = ThoughtReply::Model(Outcome::Ok(answer.to_string()));
        assert_eq!(reply.read::<Value>(), Some(expected));
        assert_eq!(ThoughtReply::BuiltIn.read::<Value>(), None);
    }
}
