//! Cassettes: recorded answers, to run a campus again without a network, or to stand in for a model
//! in tests.

use super::{
    model::Model,
    request::{Answer, Fault, Outcome, Request, Usage},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, time::Duration};

/// An answer as it came, and when the campus took it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CassetteRow {
    /// [`Request::key`] of its request.
    pub key: [u8; 32],
    /// The number of its request within the campus.
    pub id: u64,
    /// The tick in which the campus took the answer in.
    pub tick: u64,
    /// What came back, whether it was usable or not.
    pub answer: Answer,
}

/// Everything that models have answered in a run, in the order in which the campus took it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cassette {
    /// The answers, in the order in which the campus took them in.
    pub rows: Vec<CassetteRow>,
}

impl Cassette {
    /// Records an answer that the campus takes in at `tick`.
    pub fn record(&mut self, request: &Request, tick: u64, answer: &Answer) {
        self.rows.push(CassetteRow {
            key: request.key(),
            id: request.id,
            tick,
            answer: answer.clone(),
        });
    }

    /// The recorded answer to an equal request, as an answer to this one; the first that was
    /// recorded.
    pub fn as_model(&self, request: &Request) -> Option<Answer> {
        let key = request.key();
        self.rows
            .iter()
            .find(|row| row.key == key)
            .map(|row| Answer {
                id: request.id,
                ..row.answer.clone()
            })
    }

    /// A tape that plays from the beginning.
    pub fn tape(&self) -> Tape {
        let mut rows = self.rows.clone();
        rows.sort_by_key(|row| (row.tick, row.id));
        Tape { rows, at: 0 }
    }
}

/// Plays the answers of a cassette at the ticks at which they came.
#[derive(Clone, Debug)]
pub struct Tape {
    rows: Vec<CassetteRow>,
    at: usize,
}

impl Tape {
    /// The answers that the campus takes in at `tick`, by the numbers of their requests, and those
    /// of earlier ticks that were not asked for.
    pub fn due(&mut self, tick: u64) -> Vec<CassetteRow> {
        let from = self.at;
        self.at += self.rows[from..]
            .iter()
            .take_while(|row| row.tick <= tick)
            .count();
        self.rows[from..self.at].to_vec()
    }

    /// Goes on behind a tick, as when a run is taken up from a save.
    pub fn skip(&mut self, tick: u64) {
        self.due(tick);
    }

    /// The tick at which the next answer enters the world; none when all are played.
    pub fn next_tick(&self) -> Option<u64> {
        self.rows.get(self.at).map(|row| row.tick)
    }

    /// Whether everything has been played.
    pub fn is_over(&self) -> bool {
        self.at == self.rows.len()
    }
}

/// A cassette as a model: answers at once, by the key of the request. Where equal requests were
/// recorded several times they are answered in that order, then again from the last.
#[derive(Clone, Debug, Default)]
pub struct Player {
    answers: BTreeMap<[u8; 32], (usize, Vec<Answer>)>,
    ready: Vec<Answer>,
}

impl Player {
    /// A player of what a cassette holds.
    pub fn new(cassette: &Cassette) -> Self {
        let mut player = Self::default();
        for row in &cassette.rows {
            player
                .answers
                .entry(row.key)
                .or_default()
                .1
                .push(row.answer.clone());
        }
        player
    }

    fn answer(&mut self, request: &Request) -> Answer {
        let recorded = self
            .answers
            .get_mut(&request.key())
            .and_then(|(next, answers)| {
                let answer = answers.get(*next).or_else(|| answers.last())?;
                *next += 1;
                Some(Answer {
                    id: request.id,
                    ..answer.clone()
                })
            });
        recorded.unwrap_or_else(|| Answer {
            id: request.id,
            outcome: Outcome::FellBack(
                Fault::NoProfile,
                "the cassette has no answer to this request".to_owned(),
            ),
            model: String::new(),
            faults: vec![Fault::NoProfile],
            repairs: Vec::new(),
            put_aside: None,
            usage: Usage::default(),
        })
    }
}

impl Model for Player {
    fn submit(&mut self, requests: Vec<Request>) {
        for request in requests {
            let answer = self.answer(&request);
            self.ready.push(answer);
        }
    }

    fn collect(&mut self, _patience: Duration) -> Vec<Answer> {
        std::mem::take(&mut self.ready)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{Prompt, Purpose};
    use collegium_core::{ids::AgentId, time::SimTime};

    fn request(id: u64, user: &str) -> Request {
        let prompt = Prompt {
            system: String::new(),
            user: user.into(),
            schema: String::new(),
            most_tokens: 1,
        };
        Request {
            id,
            agent: AgentId(0),
            purpose: Purpose::Line,
            asked: SimTime(0),
            profile: String::new(),
            name: String::new(),
            group: String::new(),
            prompt,
        }
    }

    fn answer(id: u64, text: &str) -> Answer {
        Answer {
            id,
            outcome: Outcome::Ok(text.into()),
            model: "m".into(),
            faults: vec![],
            repairs: Vec::new(),
            put_aside: None,
            usage: Usage::default(),
        }
    }

    fn cassette() -> Cassette {
        let mut cassette = Cassette::default();
        for (id, tick, user, text) in [(2, 5, "b", "B"), (1, 5, "a", "A1"), (3, 9, "a", "A2")] {
            cassette.record(&request(id, user), tick, &answer(id, text));
        }
        cassette
    }

    #[test]
    fn a_tape_plays_by_tick_and_number() {
        let mut tape = cassette().tape();
        assert!(tape.due(4).is_empty());
        assert_eq!(tape.next_tick(), Some(5));
        assert_eq!(
            tape.due(7).iter().map(|row| row.id).collect::<Vec<_>>(),
            [1, 2]
        );
        assert!(tape.due(8).is_empty() && !tape.is_over());
        assert_eq!(tape.due(9)[0].answer, answer(3, "A2"));
        assert!(tape.is_over());
        let mut tape = cassette().tape();
        tape.skip(5);
        assert_eq!(tape.next_tick(), Some(9));
    }

    #[test]
    fn a_cassette_stands_in_for_a_model() {
        assert_eq!(
            cassette().as_model(&request(77, "a")),
            Some(answer(77, "A1"))
        );
        assert_eq!(cassette().as_model(&request(77, "z")), None);
        let mut player = Player::new(&cassette());
        player.submit(vec![
            request(10, "a"),
            request(11, "a"),
            request(12, "a"),
            request(13, "z"),
        ]);
        let answers = player.collect(Duration::ZERO);
        assert_eq!(
            answers[..3],
            [answer(10, "A1"), answer(11, "A2"), answer(12, "A2")]
        );
        assert!(matches!(
            answers[3].outcome,
            Outcome::FellBack(Fault::NoProfile, _)
        ));
        assert!(player.collect(Duration::ZERO).is_empty());
    }

    #[test]
    fn it_can_be_saved() {
        let cassette = cassette();
        let bytes = postcard::to_stdvec(&cassette).unwrap();
        assert_eq!(postcard::from_bytes::<Cassette>(&bytes).unwrap(), cassette);
    }
}
