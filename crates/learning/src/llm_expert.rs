//! A language model as the expert: what it would do at decisions that somebody else lived.
//!
//! Campuses do not wait for the model. They are lived by the conscientious expert or the built-in
//! rule; then each decision is put to the model in the very words of [`super::finetune`], and its
//! answer, one of the acts that are possible, takes the place of what was done. Rewards belong to
//! what was done and not to what was said, so they are dropped: such a dataset is for imitation
//! alone.

use super::{
    LearnError, Result,
    dataset::{Dataset, Manifest, Row},
    finetune,
};
use collegium_core::time::SimTime;
use collegium_llm::{Answer, Fault, Model, Outcome, Prompt, Purpose, Request, Usages};
use collegium_sim::{
    conduct::{Act, ActMask, TERMS, Violations},
    mind::model::prompts,
};
use serde_json::json;
use std::{collections::BTreeMap, time::Duration};
use tracing::info_span;
use training::seed::{Use, stream};

/// Requests that are under way at most.
const UNDER_WAY: usize = 32;

/// After so many refusals with no answer between them the model is given up.
const PATIENCE: usize = 32;

/// A server that has failed too often is left alone for a while: so long is waited for it, in steps
/// of [`PAUSE`].
const MOST_PAUSES: usize = 120;

/// Before a question is put again to a server that is left alone.
const PAUSE: Duration = Duration::from_millis(500);

/// Tokens of an answer: a short word in JSON.
const MOST_TOKENS: u32 = 40;

/// How long to wait for answers before looking again.
const WAIT: Duration = Duration::from_millis(200);

/// What is to be asked, and of whom.
pub struct AdviceSettings {
    /// The profile of the settings that is asked; the one that the settings choose where it is
    /// empty.
    pub profile: String,
    /// Decisions asked about at most; they are drawn by the seed from all.
    pub most: usize,
    /// The seed of that draw.
    pub seed: u64,
}

/// What came of asking a model.
pub struct Advice {
    /// The decisions that were answered.
    pub data: Dataset,
    /// The calls, tokens and money that the asking cost.
    pub usages: Usages,
    /// Why not all were asked about, where the model stopped answering.
    pub stopped: Option<String>,
}

/// Asks a model what it would do at decisions of a dataset. Decisions in equal words are asked
/// about once. `each` is told how many decisions are answered.
///
/// # Errors
/// When the model answers nothing: with what it said last.
pub fn advise(
    data: &Dataset,
    wanted: &AdviceSettings,
    model: &mut dyn Model,
    each: &mut dyn FnMut(usize),
) -> Result<Advice> {
    let profile = wanted.profile.as_str();
    let _span = info_span!("advice", profile, decisions = wanted.most).entered();
    let mut asking = Asking::of(data, wanted);
    while asking.goes_on() {
        model.submit(asking.requests());
        let mut left_alone = false;
        for answer in model.collect(WAIT) {
            left_alone |= asking.hear(&answer, each) == Heard::LeftAlone;
        }
        if left_alone {
            asking.pauses += 1;
            std::thread::sleep(PAUSE);
        }
    }
    asking.advice()
}

/// How far a model has been asked.
struct Asking<'a> {
    data: &'a Dataset,
    wanted: &'a AdviceSettings,
    /// The questions to come, each with the decisions that are put in its words, the next one last.
    waiting: Vec<(String, Vec<usize>)>,
    /// The decisions of each request that is not answered yet.
    under_way: BTreeMap<u64, Vec<usize>>,
    /// The number of the next request.
    next: u64,
    /// What was answered, with the numbers of the decisions.
    rows: Vec<(usize, Row)>,
    usages: Usages,
    /// How many refusals there were with no answer between them, and pauses.
    refused: usize,
    pauses: usize,
    /// What was said last by a model that does not answer.
    last: String,
}

/// What became of a request.
#[derive(PartialEq)]
enum Heard {
    /// There is an answer, or there will be none.
    Settled,
    /// The server is left alone for now; it is asked again.
    LeftAlone,
}

impl<'a> Asking<'a> {
    fn of(data: &'a Dataset, wanted: &'a AdviceSettings) -> Self {
        let mut questions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for number in drawn(data.rows.len(), wanted) {
            questions
                .entry(finetune::question(&data.rows[number]))
                .or_default()
                .push(number);
        }
        Self {
            data,
            wanted,
            waiting: questions.into_iter().rev().collect(),
            under_way: BTreeMap::new(),
            next: 1,
            rows: Vec::new(),
            usages: Usages::default(),
            refused: 0,
            pauses: 0,
            last: String::new(),
        }
    }

    /// Whether there is something to wait for, and a model worth waiting for.
    fn goes_on(&self) -> bool {
        let done = self.waiting.is_empty() && self.under_way.is_empty();
        !self.given_up() && !done
    }

    fn given_up(&self) -> bool {
        self.refused >= PATIENCE || self.pauses >= MOST_PAUSES
    }

    /// As many of the next requests as there is room for.
    fn requests(&mut self) -> Vec<Request> {
        let room = UNDER_WAY.saturating_sub(self.under_way.len());
        let from = self.waiting.len().saturating_sub(room);
        let asked = self.waiting.split_off(from).into_iter();
        let requests = asked.map(|(user, numbers)| {
            let row = &self.data.rows[numbers[0]];
            let request = request(self.next, user, row, &self.wanted.profile);
            self.under_way.insert(self.next, numbers);
            self.next += 1;
            request
        });
        requests.collect()
    }

    /// Takes in an answer.
    fn hear(&mut self, answer: &Answer, each: &mut dyn FnMut(usize)) -> Heard {
        self.usages.add(Purpose::Act, answer);
        let Some(numbers) = self.under_way.remove(&answer.id) else {
            return Heard::Settled;
        };
        let rows = &self.data.rows;
        if let Outcome::FellBack(Fault::CircuitOpen, why) = &answer.outcome {
            self.last.clone_from(why);
            let question = finetune::question(&rows[numbers[0]]);
            self.waiting.push((question, numbers));
            return Heard::LeftAlone;
        }
        match act(answer, rows[numbers[0]].mask) {
            Ok(act) => {
                (self.refused, self.pauses) = (0, 0);
                let answered = numbers.iter().map(|n| (*n, labelled(&rows[*n], act)));
                self.rows.extend(answered);
                each(self.rows.len());
            }
            Err(why) => {
                self.refused += 1;
                self.last = why;
            }
        }
        Heard::Settled
    }

    /// What came of it all.
    ///
    /// # Errors
    /// When nothing was answered.
    fn advice(mut self) -> Result<Advice> {
        if self.rows.is_empty() {
            let found = format!("no answer that could be used; the last: {}", self.last);
            return Err(LearnError::setting(
                "the model",
                found,
                "answers; look at `collegium doctor`",
            ));
        }
        let stopped = self.given_up().then_some(self.last);
        // Answers come in any order; decisions stay in theirs.
        self.rows.sort_by_key(|(number, _)| *number);
        let rows = self.rows.into_iter().map(|(_, row)| row).collect();
        let manifest = Manifest {
            expert: if self.wanted.profile.is_empty() {
                "model".to_owned()
            } else {
                format!("model:{}", self.wanted.profile)
            },
            lived_by: Some(self.data.manifest.expert.clone()),
            ..self.data.manifest.clone()
        };
        Ok(Advice {
            data: Dataset::new(manifest, rows),
            usages: self.usages,
            stopped,
        })
    }
}

/// The numbers of the decisions that are asked about.
fn drawn(rows: usize, wanted: &AdviceSettings) -> Vec<usize> {
    let mut all: Vec<usize> = (0..rows).collect();
    if rows > wanted.most {
        stream(wanted.seed, Use::Shuffle, 0xad).shuffle(&mut all);
        all.truncate(wanted.most);
        all.sort_unstable();
    }
    all
}

fn request(id: u64, user: String, row: &Row, profile: &str) -> Request {
    let acts: Vec<&str> = row.mask.acts().map(Act::word).collect();
    let schema = json!({
        "type": "object", "additionalProperties": false, "required": ["act"],
        "properties": { "act": { "type": "string", "enum": acts } },
    });
    Request {
        id,
        agent: row.agent,
        purpose: Purpose::Act,
        asked: SimTime(row.at),
        profile: profile.to_owned(),
        name: String::new(),
        group: String::new(),
        prompt: Prompt {
            system: prompts::conduct_task(),
            user,
            schema: schema.to_string(),
            most_tokens: MOST_TOKENS,
        },
    }
}

/// The act that an answer names, when it is one that was possible; else why there is none.
fn act(answer: &Answer, mask: ActMask) -> std::result::Result<Act, String> {
    let text = match &answer.outcome {
        Outcome::Ok(text) | Outcome::Repaired(text, _) => text,
        Outcome::FellBack(_, why) => return Err(why.clone()),
    };
    let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let word = value["act"].as_str().unwrap_or_default();
    mask.acts()
        .find(|act| act.word() == word)
        .ok_or_else(|| format!("it answered “{word}”, which was not possible"))
}

/// A decision with what the model would have done.
fn labelled(row: &Row, act: Act) -> Row {
    Row {
        act,
        log_prob: 0.0,
        rewards: [0.0; TERMS],
        violations: Violations::default(),
        ..row.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        collect::Field,
        demos::{self, demonstrate},
    };
    use collegium_llm::Usage;
    use collegium_sim::{
        conduct::{Decider, Point, points::Greet},
        simulation::testing::project_file,
    };

    /// Answers by a rule of its own, late and out of order, or not at all.
    struct Oracle {
        waiting: Vec<Request>,
        mute: bool,
        most_under_way: usize,
    }

    impl Model for Oracle {
        fn submit(&mut self, requests: Vec<Request>) {
            self.waiting.extend(requests);
            self.most_under_way = self.most_under_way.max(self.waiting.len());
        }

        fn collect(&mut self, _: Duration) -> Vec<Answer> {
            let some = self.waiting.len().div_ceil(2);
            let tail = self.waiting.split_off(self.waiting.len() - some);
            let answer = |request: &Request| {
                let schema: serde_json::Value =
                    serde_json::from_str(&request.prompt.schema).unwrap();
                let last = schema["properties"]["act"]["enum"]
                    .as_array()
                    .unwrap()
                    .last()
                    .unwrap()
                    .clone();
                let outcome = match () {
                    () if self.mute => {
                        Outcome::FellBack(Fault::Connection, "nobody is there".to_owned())
                    }
                    // Left alone once, then there again.
                    () if request.id == 40 => {
                        Outcome::FellBack(Fault::CircuitOpen, "left alone".to_owned())
                    }
                    () if request.id.is_multiple_of(7) => {
                        Outcome::Ok("{\"act\":\"levitate\"}".to_owned())
                    }
                    () => Outcome::Ok(json!({ "act": last }).to_string()),
                };
                Answer {
                    id: request.id,
                    outcome,
                    model: String::new(),
                    faults: Vec::new(),
                    repairs: Vec::new(),
                    put_aside: None,
                    usage: Usage::default(),
                }
            };
            tail.iter().rev().map(answer).collect()
        }
    }

    fn lived() -> Dataset {
        let field = Field::open(&project_file("scenarios/first-week.toml"), Some(8), true).unwrap();
        let wanted = demos::DemonstrationSettings {
            expert: Decider::Expert,
            days: 1,
            seeds: vec![3],
            coverage: 1.0,
            threads: 1,
        };
        demonstrate(&field, &wanted, &|| ()).unwrap()
    }

    fn ask(data: &Dataset, most: usize, mute: bool) -> (Result<Advice>, Oracle) {
        let mut oracle = Oracle {
            waiting: Vec::new(),
            mute,
            most_under_way: 0,
        };
        let wanted = AdviceSettings {
            profile: "oracle".to_owned(),
            most,
            seed: 1,
        };
        let found = advise(data, &wanted, &mut oracle, &mut |_| ());
        (found, oracle)
    }

    #[test]
    fn its_answers_take_the_place_of_what_was_done() {
        let data = lived();
        let (found, oracle) = ask(&data, usize::MAX, false);
        let advice = found.unwrap();
        assert_eq!(advice.stopped, None);
        let advised = advice.data;
        assert!(oracle.most_under_way <= UNDER_WAY);
        assert_eq!(
            (
                advised.manifest.expert.as_str(),
                advised.manifest.lived_by.as_deref()
            ),
            ("model:oracle", Some("expert"))
        );
        // One question in seven was answered with something impossible, and is left out.
        assert!(
            advised.rows.len() < data.rows.len() && advised.rows.len() * 4 > data.rows.len() * 3
        );
        for row in &advised.rows {
            assert_eq!(Some(row.act), row.mask.acts().last(), "{row:?}");
            assert_eq!(row.rewards, [0.0; TERMS]);
        }
        let ordered = |a: &Row, b: &Row| (a.agent, a.at) <= (b.agent, b.at);
        assert!(advised.rows.is_sorted_by(ordered));
        assert!(
            advised
                .rows
                .iter()
                .any(|r| r.point == Point::Greet && r.act == Greet::PassBy)
        );
        assert_eq!(ask(&data, usize::MAX, false).0.unwrap().data, advised);
        assert!(ask(&data, 50, false).0.unwrap().data.rows.len() <= 50);
    }

    #[test]
    fn a_model_that_says_nothing_is_given_up_with_its_reason() {
        let (found, _) = ask(&lived(), usize::MAX, true);
        let said = found.err().unwrap().to_string();
        assert!(
            said.contains("nobody is there") && said.contains("doctor"),
            "{said}"
        );
    }
}
