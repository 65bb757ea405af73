//! The memory stream: percepts and memories with time, importance and kind, and their retrieval.

use super::{
    embed::{Embedder as _, Hashed},
    index::{Ask, Store},
    retrieve::{Profile, Scored, Settings},
};
use crate::{
    campus::{AgentId, PlaceId, map::place::named},
    time::SimTime,
};
use bevy::prelude::Component;
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

named! {
    /// What kind of memory it is.
    MemoryKind {
        /// Known from the start.
        Seed = "seed",
        /// Something seen or heard.
        Observation = "observation",
        /// Something done.
        Deed = "deed",
        /// A conversation.
        Chat = "chat",
        /// A plan made.
        Plan = "plan",
        /// A thought about other memories.
        Thought = "thought",
    }
}

/// Something perceived: subject, predicate, object, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Percept {
    /// When.
    pub at: SimTime,
    /// Whom it is about, when it is about a person.
    pub subject: Option<AgentId>,
    /// What it says, in a sentence without a full stop.
    pub text: String,
    /// Where.
    pub place: Option<PlaceId>,
    /// How much it stands out, 0 to 10.
    pub salience: u8,
}

/// The last things perceived, oldest first.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortTerm {
    ring: VecDeque<Percept>,
}

/// How many percepts are kept.
const RING: usize = 24;

impl ShortTerm {
    /// Takes in a percept; the oldest goes when there are too many.
    pub fn take_in(&mut self, percept: Percept) {
        if self.ring.len() == RING {
            self.ring.pop_front();
        }
        self.ring.push_back(percept);
    }

    /// What is there, newest first.
    pub fn recent(&self) -> impl Iterator<Item = &Percept> {
        self.ring.iter().rev()
    }
}

/// A memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// When it was made.
    pub at: SimTime,
    /// Its kind.
    pub kind: MemoryKind,
    /// 1 (mundane) to 10 (poignant).
    pub importance: u8,
    /// Whom it is about, when it is about a person.
    pub about: Option<AgentId>,
    /// Where it happened.
    pub place: Option<PlaceId>,
    /// The memory in words.
    pub text: String,
}

/// What brings memories to mind.
#[derive(Clone, Copy, Debug)]
pub struct Cue<'a> {
    /// Profile, weights, decay.
    pub settings: &'a Settings,
    /// Now.
    pub now: SimTime,
    /// What it is about, in words.
    pub query: &'a str,
    /// The long-term task, in words; empty for none.
    pub task: &'a str,
    /// How many memories at most.
    pub most: usize,
}

/// Everything somebody remembers, oldest first. Memories are only ever added.
#[derive(Component, Debug, Default)]
pub struct Episodic {
    /// The memories.
    pub memories: Vec<Memory>,
    /// The vectors of the first memories: made when they are first needed, from the texts alone, and so never saved.
    vectors: Mutex<Store>,
}

impl Clone for Episodic {
    fn clone(&self) -> Self {
        Self { memories: self.memories.clone(), vectors: Mutex::new(self.made().clone()) }
    }
}

impl PartialEq for Episodic {
    fn eq(&self, other: &Self) -> bool {
        self.memories == other.memories
    }
}

impl Eq for Episodic {}

impl Episodic {
    /// A stream that begins with these memories.
    pub fn of(memories: Vec<Memory>) -> Self {
        Self { memories, vectors: Mutex::default() }
    }

    /// Adds a memory.
    pub fn remember(&mut self, memory: Memory) {
        self.memories.push(memory);
    }

    /// The vectors made so far. Making them has no step in which they are half made, so a panic elsewhere does no harm to them.
    fn made(&self) -> MutexGuard<'_, Store> {
        self.vectors.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The vectors of all memories.
    fn vectors(&self) -> MutexGuard<'_, Store> {
        let mut made = self.made();
        for memory in &self.memories[made.len().min(self.memories.len())..] {
            made.push(&Hashed.embed(&memory.text), memory.at, memory.importance);
        }
        made
    }

    /// A copy of the vectors, for whoever builds an index over a large stream on another thread.
    pub fn store(&self) -> Store {
        self.vectors().clone()
    }

    /// The memories that come to mind first among those that `admits` lets in, with the parts of their scores. The published code passes over
    /// talks and over whatever is idle.
    pub fn retrieve(&self, cue: &Cue<'_>, admits: impl Fn(&Memory) -> bool) -> Vec<Scored> {
        let query = Hashed.embed(cue.query);
        let task = (!cue.task.is_empty()).then(|| Hashed.embed(cue.task));
        let ask = Ask { settings: cue.settings, now: cue.now, query: &query, task: task.as_deref(), most: cue.most };
        let passed_over = |m: &Memory| {
            cue.settings.profile == Profile::StanfordCode && (m.kind == MemoryKind::Chat || m.text.contains("idle"))
        };
        self.vectors().exact(&ask, |i| self.memories.get(i).is_some_and(|m| !passed_over(m) && admits(m)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(at: u32, importance: u8, about: Option<u32>) -> Memory {
        Memory {
            at: SimTime(at),
            kind: MemoryKind::Observation,
            importance,
            about: about.map(AgentId),
            place: None,
            text: at.to_string(),
        }
    }

    #[test]
    fn the_ring_forgets_the_oldest() {
        let mut ring = ShortTerm::default();
        for i in 0..40 {
            ring.take_in(Percept { at: SimTime(i), subject: None, text: String::new(), place: None, salience: 1 });
        }
        assert_eq!(ring.recent().count(), RING);
        assert_eq!(ring.recent().next().map(|p| p.at), Some(SimTime(39)));
    }

    fn ids(found: &[Scored]) -> Vec<usize> {
        found.iter().map(|s| s.index).collect()
    }

    #[test]
    fn what_matters_and_what_is_asked_for_comes_first() {
        let mut stream = Episodic::default();
        for (at, importance, text) in [
            (0, 9, "My grandmother taught me to read the stars"),
            (3600, 2, "Kwame is eating (Refectory)"),
            (3700, 3, "I lost my notebook in the library"),
        ] {
            stream.remember(Memory { text: text.to_owned(), ..memory(at, importance, None) });
        }
        let settings = Settings::default();
        let mut cue = Cue { settings: &settings, now: SimTime(7200), query: "the lost notebooks", task: "", most: 9 };
        assert_eq!(ids(&stream.retrieve(&cue, |_| true))[0], 2);
        cue.query = "";
        assert_eq!(ids(&stream.retrieve(&cue, |_| true))[0], 0);
        (cue.query, cue.task) = ("Kwame", "watch who is eating at the Refectory");
        assert_eq!(ids(&stream.retrieve(&cue, |m| m.importance < 9))[0], 1);
        assert_eq!(stream.retrieve(&cue, |_| true).len(), 3);
        assert!(stream.retrieve(&cue, |_| false).is_empty());
    }

    #[test]
    fn a_copy_and_a_rebuilt_stream_retrieve_the_same() {
        let mut stream = Episodic::default();
        let settings = Settings::default();
        let cue = Cue { settings: &settings, now: SimTime(99), query: "text 7", task: "a task of 3", most: 5 };
        for i in 0..20 {
            stream.remember(Memory { text: format!("a text of number {i}"), ..memory(i, 3, None) });
            stream.retrieve(&cue, |_| true);
        }
        let found = stream.retrieve(&cue, |_| true);
        assert_eq!(found, stream.clone().retrieve(&cue, |_| true));
        assert_eq!(found, Episodic::of(stream.memories.clone()).retrieve(&cue, |_| true));
        assert_eq!(stream.store().len(), 20);
    }

    #[test]
    fn the_published_code_passes_over_talks_and_what_is_idle() {
        let mut stream = Episodic::default();
        stream.remember(Memory { kind: MemoryKind::Chat, ..memory(0, 3, None) });
        stream.remember(Memory { text: "the desk is idle".to_owned(), ..memory(1, 3, None) });
        stream.remember(memory(2, 3, None));
        for (profile, expected) in [(Profile::StanfordCode, 1), (Profile::Paper, 3), (Profile::Fixed, 3)] {
            let settings = Settings::of(profile);
            let cue = Cue { settings: &settings, now: SimTime(9), query: "2", task: "", most: 9 };
            assert_eq!(stream.retrieve(&cue, |_| true).len(), expected, "{profile}");
        }
    }
}
