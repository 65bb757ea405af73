//! Conversations under way: who takes part, what was said, what it is about, and whose turn it is.

use super::exchange::{Part, Step};
use bevy::prelude::Resource;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// The most people in one conversation.
pub const MOST_MEMBERS: usize = 5;

named! {
    /// What a line is for.
    SpeechAct {
        /// Greets somebody known.
        Greet = "greet",
        /// Introduces oneself to a stranger.
        Introduce = "introduce",
        /// Answers a question of the other.
        Answer = "answer",
        /// Tells a fact of the ledger.
        Tell = "tell",
        /// Tells something remembered.
        Remember = "remember",
        /// Asks the other something.
        Ask = "ask",
        /// Says something to what was told.
        React = "react",
        /// Invites the other to an event or a gathering.
        Invite = "invite",
        /// Says yes or no to an invitation.
        Reply = "reply",
        /// Proposes to study together.
        Arrange = "arrange",
        /// Tells something about somebody who is not there.
        Gossip = "gossip",
        /// Comforts the other.
        Comfort = "comfort",
        /// Thanks the other.
        Thank = "thank",
        /// Says sorry for something done.
        Apologise = "apologise",
        /// Says goodbye and leaves.
        Part = "part",
    }
}

/// What a conversation is about for a few lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic {
    /// Nothing yet: greetings, the day.
    #[default]
    Day,
    /// A course that both have to do with, by its index in the term.
    Course(u16),
    /// A fact, by its number in the ledger.
    Fact(u32),
    /// An event of the scenario that everybody invited knows of, by its index.
    Event(u16),
    /// An invitation, by its number.
    Invitation(u32),
    /// Something that somebody remembers.
    Memory(AgentId),
    /// Somebody whom both know and who is not there.
    Person(AgentId),
    /// The place, the food, the queue.
    Here,
    /// What somebody wants: whose, and which of their goals.
    Goal(AgentId, u8),
    /// What is on somebody's mind: whose task, and which by its running number.
    Task(AgentId, u16),
    /// The plans for the day of the one who began it.
    Plans,
    /// An apology or a thank-you.
    Courtesy,
    /// Something posted on the feed, by its number.
    Post(u32),
}

impl Topic {
    /// The word under which the stocks of speech keep it.
    pub const fn word(self) -> &'static str {
        match self {
            Topic::Day => "day",
            Topic::Course(_) => "course",
            Topic::Fact(_) => "fact",
            Topic::Event(_) => "event",
            Topic::Invitation(_) => "invitation",
            Topic::Memory(_) => "memory",
            Topic::Person(_) => "person",
            Topic::Here => "here",
            Topic::Goal(..) => "goal",
            Topic::Task(..) => "task",
            Topic::Plans => "plans",
            Topic::Courtesy => "courtesy",
            Topic::Post(_) => "post",
        }
    }
}

/// What a line does besides being heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// What it is for; none where only the words are known.
    pub act: Option<SpeechAct>,
    /// What the line is about.
    pub topic: Topic,
    /// The facts it tells, by their numbers in the ledger.
    pub tells: Vec<u32>,
    /// Which part of which exchange it is; none for what stands outside of them (an invitation, a
    /// goodbye), and where only the words are known.
    pub step: Option<Step>,
}

/// A few lines of a talk that belong together: something asked or told, what was said to it, and
/// what came of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// How far it has come, and what the answer came to.
    pub step: Step,
    /// What it is about.
    pub topic: Topic,
    /// The person who opened it.
    pub by: AgentId,
    /// The person it was opened with.
    pub to: AgentId,
    /// Whether the words of its latest line were found for it, and not by a model, which may have
    /// said something else.
    pub sure: bool,
}

/// A line of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The person who said it.
    pub speaker: AgentId,
    /// The person it was said to.
    pub to: AgentId,
    /// When it was said.
    pub at: SimTime,
    /// The words that were said.
    pub text: String,
    /// What the line was for, and what it told.
    pub speech: Speech,
}

/// A conversation of two to five people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Who takes part now, the one who began first, then in the order of coming.
    pub members: Vec<AgentId>,
    /// Everybody who took part, in the order of coming.
    pub all: Vec<AgentId>,
    /// The place where they talk; none on open ground.
    pub place: Option<PlaceId>,
    /// When it was opened.
    pub began: SimTime,
    /// The lines so far, in order.
    pub lines: Vec<Line>,
    /// How many lines they mean to exchange in all.
    pub length: u8,
    /// Whether their voices carry.
    pub loud: bool,
    /// When the next line falls due.
    pub next_at: SimTime,
    /// Who says the next line.
    pub turn: AgentId,
    /// What it is about now.
    pub topic: Topic,
    /// How many lines it has been about that.
    pub on_topic: u8,
    /// What it was about before, in order.
    pub topics: Vec<Topic>,
    /// Who is about to leave, and says goodbye first.
    pub leaving: Vec<AgentId>,
    /// Until when the talk waits for somebody who thinks about their line.
    pub waits: Option<SimTime>,
    /// What was opened so far, in order; the last is under way, or done with.
    pub exchanges: Vec<Exchange>,
}

impl Talk {
    /// A talk that `opener` begins with `other`.
    pub fn new(opener: AgentId, other: AgentId, place: Option<PlaceId>, now: SimTime) -> Self {
        Self {
            members: vec![opener, other],
            all: vec![opener, other],
            place,
            began: now,
            lines: Vec::new(),
            length: 6,
            loud: false,
            next_at: now,
            turn: opener,
            topic: Topic::Day,
            on_topic: 0,
            topics: Vec::new(),
            leaving: Vec::new(),
            waits: None,
            exchanges: Vec::new(),
        }
    }

    /// Notes what a line does for the exchange under way, or that it opens another.
    pub fn note(&mut self, by: AgentId, to: AgentId, speech: &Speech) {
        let Some(step) = speech.step else {
            return;
        };
        let topic = speech.topic;
        let sure = step.part.opens() || step.gist.is_some();
        if step.part.opens() {
            self.exchanges.push(Exchange {
                step,
                topic,
                by,
                to,
                sure,
            });
        } else if let Some(last) = self.exchanges.last_mut() {
            (last.step, last.sure) = (step, sure);
        }
    }

    /// The exchange under way that waits for an answer of somebody.
    pub fn asked(&self, agent: AgentId) -> Option<&Exchange> {
        self.exchanges
            .last()
            .filter(|e| e.step.part.opens() && e.to == agent)
    }

    /// Whom the exchange under way waits for: who was asked, then who asked.
    pub fn awaited(&self) -> Option<AgentId> {
        let last = self.exchanges.last()?;
        match last.step.part {
            Part::Opens | Part::Returns => Some(last.to),
            Part::Answers if last.sure => Some(last.by),
            _ => None,
        }
        .filter(|who| self.members.contains(who))
    }

    /// Who speaks next.
    pub const fn next_speaker(&self) -> AgentId {
        self.turn
    }

    /// The person who began it.
    pub fn opener(&self) -> AgentId {
        self.all[0]
    }

    /// Whom the opener spoke to first.
    pub fn other(&self) -> AgentId {
        self.all[1]
    }

    /// The one of the others whom `agent` talks with most: who last spoke to them, or whom they
    /// last spoke to, or anybody else of the talk.
    pub fn partner(&self, agent: AgentId) -> AgentId {
        let with = self
            .lines
            .iter()
            .rev()
            .find_map(|l| match (l.speaker, l.to) {
                (speaker, to) if speaker == agent => Some(to),
                (speaker, to) if to == agent => Some(speaker),
                _ => None,
            });
        with.or_else(|| {
            self.members
                .iter()
                .chain(&self.all)
                .copied()
                .find(|m| *m != agent)
        })
        .unwrap_or(agent)
    }

    /// Those who take part now besides `agent`.
    pub fn others(&self, agent: AgentId) -> impl Iterator<Item = AgentId> + '_ {
        self.members.iter().copied().filter(move |m| *m != agent)
    }

    /// How many lines ago somebody last spoke; many when they have not.
    pub fn silent_for(&self, agent: AgentId) -> usize {
        self.lines
            .iter()
            .rev()
            .position(|l| l.speaker == agent)
            .unwrap_or(self.lines.len() + 3)
    }

    /// Turns to a topic, or stays with it.
    pub fn turn_to(&mut self, topic: Topic) {
        if topic == self.topic {
            self.on_topic = self.on_topic.saturating_add(1);
            return;
        }
        let before = std::mem::replace(&mut self.topic, topic);
        if before != Topic::Day {
            self.topics.push(before);
        }
        self.on_topic = 1;
    }
}

/// All conversations under way, by number; numbers are never used again.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talks {
    /// Those under way.
    pub live: BTreeMap<u32, Talk>,
    /// How many there have been.
    pub begun: u32,
    /// Those that ended in this tick.
    pub ended: Vec<(u32, Talk)>,
    /// Hashes of the lines that were said last, oldest first.
    said: VecDeque<u32>,
}

/// How many of the last lines of all talks are kept in mind, not to be said again word for word.
const SAID: usize = 4096;

impl Talks {
    /// Whether somebody has said exactly that lately.
    pub fn has_said(&self, line: &str) -> bool {
        self.said.contains(&hash(line))
    }

    /// Notes a line that was said.
    pub fn says(&mut self, line: &str) {
        if self.said.len() == SAID {
            self.said.pop_front();
        }
        self.said.push_back(hash(line));
    }
}

/// FNV-1a: short, and the same on every machine.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |h, b| {
        (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_is_whom_one_exchanges_lines_with() {
        let [a, b, c] = [AgentId(1), AgentId(2), AgentId(3)];
        let mut talk = Talk::new(a, b, None, SimTime(0));
        assert_eq!(talk.partner(a), b);
        talk.members.push(c);
        talk.all.push(c);
        let line = |speaker, to| Line {
            speaker,
            to,
            at: SimTime(1),
            text: String::new(),
            speech: Speech::default(),
        };
        talk.lines.push(line(c, a));
        assert_eq!(
            (talk.partner(a), talk.partner(c), talk.partner(b)),
            (c, a, a)
        );
        assert!(talk.silent_for(b) > talk.silent_for(c));
    }

    #[test]
    fn topics_are_kept_and_left() {
        let mut talk = Talk::new(AgentId(0), AgentId(1), None, SimTime(0));
        talk.turn_to(Topic::Here);
        talk.turn_to(Topic::Here);
        assert_eq!((talk.topic, talk.on_topic), (Topic::Here, 2));
        talk.turn_to(Topic::Plans);
        assert_eq!(
            (talk.topics.as_slice(), talk.on_topic),
            (&[Topic::Here][..], 1)
        );
    }
}
