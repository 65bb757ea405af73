//! The memory stream: memories with time, importance and kind, and their retrieval.

use super::{
    forget,
    index::{Scratch, SearchQuery, Store},
    item::{Grounds, Memory, MemoryKind},
    made::{Asked, Graph, Kept, Made},
    retrieve::{Profile, RetrievalSettings, Scored},
    vectors::Vectors,
};
use crate::{campus::Numbered, room::Grows};
use bevy::prelude::Component;
use collegium_core::embed::{Hashed, dot};
use collegium_core::time::SimTime;
use serde::{Deserialize, Serialize, Serializer};
use std::{
    collections::BTreeSet,
    ops::Range,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What brings memories to mind.
#[derive(Clone, Copy, Debug)]
pub struct Cue<'a> {
    /// Profile, weights, decay.
    pub settings: &'a RetrievalSettings,
    /// The moment at which it comes to mind.
    pub now: SimTime,
    /// What it is about, in words.
    pub query: &'a str,
    /// The long-term task, in words; empty for none.
    pub task: &'a str,
    /// How many memories at most.
    pub most: usize,
}

/// A memory that came to mind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recalled {
    /// Its number in the stream.
    pub number: u32,
    /// Its score; the index there is its place among those held.
    pub scored: Scored,
}

/// What somebody remembers, oldest first. Each memory has a number that it keeps; a thought may
/// gain evidence and weight ([`Episodic::strengthen`]); what has faded is forgotten
/// ([`Episodic::forget`]). Written out it is what must be kept beside the memories, which saves
/// hold in rows of their own ([`Episodic::refill`]).
#[derive(Component, Default, Deserialize)]
#[serde(from = "Kept")]
pub struct Episodic {
    memories: Numbered<Memory>,
    /// What is made of them when it is first needed, from the texts alone, and so never saved; and
    /// when they came to mind.
    made: Mutex<Made>,
    /// Whence the vectors come.
    vectors: Vectors,
    /// Thoughts that have gained evidence since the last commit of a save.
    amended: BTreeSet<u32>,
    /// The numbers of the memories that it held when it was written out, until it has them again.
    awaits: Vec<Range<u32>>,
}

impl std::fmt::Debug for Episodic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Episodic")
            .field("memories", &self.memories)
            .finish_non_exhaustive()
    }
}

impl Clone for Episodic {
    fn clone(&self) -> Self {
        Self {
            memories: self.memories.clone(),
            made: Mutex::new(Made::of(self.kept())),
            vectors: self.vectors.clone(),
            amended: self.amended.clone(),
            awaits: self.awaits.clone(),
        }
    }
}

impl Serialize for Episodic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.kept().serialize(serializer)
    }
}

impl From<Kept> for Episodic {
    fn from(kept: Kept) -> Self {
        Self {
            awaits: kept.ranges().collect(),
            ..Self::restore(Vec::new(), kept)
        }
    }
}

impl PartialEq for Episodic {
    fn eq(&self, other: &Self) -> bool {
        self.memories == other.memories && self.kept() == other.kept()
    }
}

impl Eq for Episodic {}

impl Grows for Episodic {
    fn hold(&mut self, hold: bool) {
        self.memories.hold(hold);
    }

    fn saved(&mut self) {
        self.amended.clear();
        self.memories.saved();
    }
}

impl Episodic {
    /// A stream that begins with these memories.
    pub fn of(memories: Vec<Memory>) -> Self {
        let mut stream = Self::default();
        memories.into_iter().for_each(|m| stream.remember(m));
        stream
    }

    /// A stream as it was when `kept` was taken, of the memories that were held then.
    pub fn restore(memories: Vec<(u32, Memory)>, kept: Kept) -> Self {
        Self {
            memories: Numbered::restore(memories, kept.count),
            made: Mutex::new(Made::of(kept)),
            ..Self::default()
        }
    }

    /// The numbers of the memories that a stream which was read from a save still lacks.
    pub fn awaits(&self) -> &[Range<u32>] {
        &self.awaits
    }

    /// Gives such a stream its memories. False when they are not as many as they were.
    pub fn refill(&mut self, memories: Vec<(u32, Memory)>) -> bool {
        let awaited: usize = self.awaits.iter().map(ExactSizeIterator::len).sum();
        self.awaits.clear();
        let fits = memories.len() == awaited;
        self.memories = Numbered::restore(memories, self.count());
        fits
    }

    /// The same stream with vectors from elsewhere than the built-in embedder.
    #[must_use]
    pub fn with(mut self, vectors: Vectors) -> Self {
        self.take_vectors(vectors);
        self
    }

    /// Changes whence the vectors come: all of them are made anew, as after a resume.
    pub fn take_vectors(&mut self, vectors: Vectors) {
        let kept = self.kept();
        self.made = Mutex::new(Made::of(kept));
        self.vectors = vectors;
    }

    /// What must be kept beside the memories.
    pub fn kept(&self) -> Kept {
        self.made().kept(&self.memories)
    }

    /// What is held, with numbers, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, &Memory)> + ExactSizeIterator {
        self.memories.iter()
    }

    /// What is held of what was made at a moment or later.
    pub fn since(&self, from: SimTime) -> impl DoubleEndedIterator<Item = (u32, &Memory)> {
        self.memories
            .iter()
            .skip(self.memories.partition_point(|m| m.at < from))
    }

    /// What is held of the memories from a number on.
    pub fn from(&self, number: u32) -> impl Iterator<Item = (u32, &Memory)> {
        self.memories.held_from(number)
    }

    /// A memory by its number, while it is held.
    pub fn get(&self, number: u32) -> Option<&Memory> {
        self.memories.get(number)
    }

    /// How many memories there have been: the number of the next one.
    pub const fn count(&self) -> u32 {
        self.memories.count()
    }

    /// How many are held.
    pub fn len(&self) -> usize {
        self.memories.len()
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.memories.is_empty()
    }

    /// Adds a memory.
    pub fn remember(&mut self, memory: Memory) {
        self.memories.add(memory);
    }

    /// Forgets what has faded ([`forget::fades`]), where that is a good part of what is held: so
    /// that tables are not made anew for a few memories each night.
    pub fn forget(&mut self, now: SimTime) {
        let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
        let touched = |i: usize, number: u32, memory: &Memory| {
            let late = made.store.last_touched(i);
            late.or_else(|| made.touched.get(&number).copied())
                .unwrap_or(memory.at)
        };
        let stays: Vec<bool> = self
            .memories
            .iter()
            .enumerate()
            .map(|(i, (number, memory))| {
                !forget::has_faded(memory, touched(i, number, memory), now)
            })
            .collect();
        let leave = stays.iter().filter(|stays| !**stays).count();
        if leave * forget::SHARE <= stays.len() {
            return;
        }
        made.store.retain(&stays);
        made.graph = Graph::None;
        made.building = None;
        made.scratch = Scratch::default();
        let mut stays = stays.into_iter();
        self.memories.retain(|_, _| stays.next().unwrap_or(true));
        let memories = &self.memories;
        made.touched
            .retain(|number, _| memories.get(*number).is_some());
    }

    /// Adds a thought about other memories and works out its depth. Evidence that is not in the
    /// stream is left out. Gives its place.
    pub fn conclude(&mut self, memory: Memory, evidence: &[u32], expires: Option<SimTime>) -> u32 {
        let evidence = self.sound(evidence.iter().copied());
        let depth = self.depth_over(&evidence);
        self.memories.add(Memory {
            grounds: Some(Box::new(Grounds {
                evidence,
                depth,
                expires,
            })),
            ..memory
        })
    }

    /// In order, without repetitions, and only what is or was in the stream.
    fn sound(&self, evidence: impl Iterator<Item = u32>) -> Vec<u32> {
        let all: BTreeSet<u32> = evidence.filter(|i| *i < self.count()).collect();
        all.into_iter().collect()
    }

    /// The depth of a thought that rests on these, as far as they are held.
    fn depth_over(&self, evidence: &[u32]) -> u8 {
        let depths = evidence.iter().filter_map(|i| self.get(*i));
        depths
            .map(Memory::depth)
            .max()
            .map_or(0, |d| d.saturating_add(1))
    }

    /// Joins further evidence to a thought that is there already, instead of thinking it twice: it
    /// becomes as important as the more important of the two and expires as the later one.
    pub fn strengthen(
        &mut self,
        number: u32,
        evidence: &[u32],
        importance: u8,
        expires: Option<SimTime>,
    ) {
        let Some(index) = self.memories.place(number) else {
            return;
        };
        let Some(memory) = self.get(number) else {
            return;
        };
        let joined = self.sound(
            memory
                .evidence()
                .iter()
                .chain(evidence)
                .copied()
                .filter(|i| *i < number),
        );
        let depth = self.depth_over(&joined);
        let Some(memory) = self.memories.get_mut(number) else {
            return;
        };
        let grounds = memory.grounds.get_or_insert_default();
        let depth = depth.max(grounds.depth);
        let expires = grounds.expires.zip(expires).map(|(a, b)| a.max(b));
        **grounds = Grounds {
            evidence: joined,
            depth,
            expires,
        };
        if importance > memory.importance {
            memory.importance = importance;
            let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
            made.store.weigh(index, importance);
            // A graph holds importance as a direction; one that covers this memory would not be
            // built again as it is.
            let covers = |covers: usize| covers > index;
            if matches!(&made.graph, Graph::Planned(n) if covers(*n))
                || matches!(&made.graph, Graph::Built(b) if covers(b.covers()))
            {
                made.graph = Graph::None;
            }
            made.building.take_if(|b| covers(b.covers));
        }
        self.amended.insert(number);
    }

    /// What a save that has the first `saved` memories lacks: newer ones, and thoughts that have
    /// gained evidence since the last commit.
    pub fn unsaved(&self, saved: u32) -> impl Iterator<Item = (u32, &Memory)> {
        let amended = self.amended.range(..saved);
        amended
            .filter_map(|n| Some((*n, self.memories.get_unsaved(*n)?)))
            .chain(self.memories.since(saved))
    }

    /// What is made so far. Making it has no step in which it is half made, so a panic elsewhere
    /// does no harm to it.
    fn made(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is made, with the vectors of all memories, and the vectors of further texts: what is
    /// new is asked for together.
    fn vectors<const N: usize>(&self, also: [&str; N]) -> (MutexGuard<'_, Made>, [Vec<f32>; N]) {
        let mut made = self.made();
        let fresh = self.memories.iter().skip(made.store.len());
        if self.vectors.built_in() {
            fresh.for_each(|(n, memory)| made.take_in(n, memory, &Hashed.embed(&memory.text)));
            return (made, also.map(|text| Hashed.embed(text)));
        }
        let texts: Vec<&str> = fresh
            .clone()
            .map(|(_, memory)| memory.text.as_str())
            .chain(also)
            .collect();
        let mut vectors = self.vectors.embed(&texts).into_iter();
        fresh
            .zip(vectors.by_ref())
            .for_each(|((n, memory), vector)| made.take_in(n, memory, &vector));
        (made, also.map(|_| vectors.next().unwrap_or_default()))
    }

    /// A copy of the vectors, for whoever builds an index over a large stream on another thread.
    pub fn store(&self) -> Store {
        self.vectors([]).0.store.clone()
    }

    /// The vector of a memory by the built-in embedder, whichever one retrieval uses: for comparing
    /// with thresholds, which hold for this one only.
    pub fn vector(&self, number: u32) -> Vec<f32> {
        let (Some(memory), Some(index)) = (self.get(number), self.memories.place(number)) else {
            return Vec::new();
        };
        if self.vectors.built_in() {
            self.vectors([]).0.store.vector(index).to_vec()
        } else {
            Hashed.embed(&memory.text)
        }
    }

    /// The memory most like a text among those that `admits` lets in, with its likeness by the
    /// built-in embedder, −1 to 1.
    pub fn nearest(&self, text: &str, admits: impl Fn(&Memory) -> bool) -> Option<(u32, f32)> {
        let vector = Hashed.embed(text);
        let made = self.vectors.built_in().then(|| self.vectors([]).0);
        let mut best: Option<(u32, f32)> = None;
        let all = self.memories.iter().enumerate();
        for (i, (number, memory)) in all.filter(|(_, (_, m))| admits(m)) {
            let likeness = match &made {
                Some(made) => dot(made.store.vector(i), &vector),
                None => dot(&Hashed.embed(&memory.text), &vector),
            };
            if best.is_none_or(|(_, most)| likeness > most) {
                best = Some((number, likeness));
            }
        }
        best
    }

    /// Finds what comes to mind without it counting as having come to mind: for whoever looks at a
    /// mind from outside.
    pub fn retrieve(&self, cue: &Cue<'_>, admits: impl Fn(&Memory) -> bool) -> Vec<Recalled> {
        let (mut made, asked) = self.asked(cue);
        self.search(&mut made, cue, &asked, admits)
    }

    /// Calls to mind: the memories that come first among those that `admits` lets in and that have
    /// not expired, with the parts of their scores. From now on they count as having been touched
    /// now. Only the mind of its owner may call it, at its own moments: then the order in which
    /// several minds do so does not matter.
    pub fn recall(&self, cue: &Cue<'_>, admits: impl Fn(&Memory) -> bool) -> Vec<Recalled> {
        let (mut made, asked) = self.asked(cue);
        made.tend(cue.now);
        let found = self.search(&mut made, cue, &asked, admits);
        for scored in &found {
            if let Some(index) = self.memories.place(scored.number) {
                made.store.touch(index, cue.now);
            }
        }
        found
    }

    /// What is made, and the vectors of query and task.
    fn asked(&self, cue: &Cue<'_>) -> (MutexGuard<'_, Made>, Asked) {
        let resonates = cue.settings.weights.resonance != 0.0 && !cue.task.is_empty();
        if self.vectors.built_in() {
            let (mut made, [query]) = self.vectors([cue.query]);
            let task = resonates.then(|| made.task(cue.task));
            (made, Asked { query, task })
        } else if resonates {
            let (made, [query, task]) = self.vectors([cue.query, cue.task]);
            let task = Some(task);
            (made, Asked { query, task })
        } else {
            let (made, [query]) = self.vectors([cue.query]);
            (made, Asked { query, task: None })
        }
    }

    /// The published code passes over talks and over whatever is idle.
    fn search(
        &self,
        made: &mut Made,
        cue: &Cue<'_>,
        Asked { query, task }: &Asked,
        admits: impl Fn(&Memory) -> bool,
    ) -> Vec<Recalled> {
        let ask = SearchQuery {
            settings: cue.settings,
            now: cue.now,
            query,
            task: task.as_deref(),
            most: cue.most,
        };
        let passed_over = |m: &Memory| {
            cue.settings.profile == Profile::StanfordCode
                && (m.kind == MemoryKind::Chat || m.text.contains("idle"))
        };
        let admitted = |i: usize| {
            self.memories
                .nth(i)
                .is_some_and(|(_, m)| m.lives(cue.now) && !passed_over(m) && admits(m))
        };
        let found = match made.graph() {
            Some(graph) => made.store.search(&graph, &mut made.scratch, &ask, admitted),
            None => made.store.exact(&mut made.scratch, &ask, admitted),
        };
        let numbered = found.into_iter().filter_map(|scored| {
            let (number, _) = self.memories.nth(scored.index)?;
            Some(Recalled { number, scored })
        });
        numbered.collect()
    }
}

#[cfg(test)]
mod tests;
