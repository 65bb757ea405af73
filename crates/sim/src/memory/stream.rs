//! The memory stream: memories with time, importance and kind, and their retrieval.

use super::{
    embed::{Hashed, dot},
    forget,
    index::{Ask, BuiltIndex, Scratch, Store},
    item::{Grounds, Memory, MemoryKind},
    retrieve::{Profile, Scored, Settings},
    vectors::Vectors,
};
use crate::campus::Numbered;
use bevy::prelude::Component;
use collegium_core::time::{HOUR, SimTime};
use serde::{Deserialize, Serialize, Serializer};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};

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

/// A memory that came to mind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recalled {
    /// Its number in the stream.
    pub number: u32,
    /// Its score; the index there is its place among those held.
    pub scored: Scored,
}

/// Streams of at least so many memories are searched through a graph, what is newer than the graph
/// one by one.
const LARGE: usize = 4096;
/// A new graph is begun when this share of a stream, as one part in so many, is newer than the old
/// one.
const TAIL: usize = 3;
/// How long after a graph was begun it is taken up, in simulated seconds: whatever needs it then
/// waits for it.
const BUILDING: u32 = 2 * HOUR;

/// What must be kept of a stream beside its memories so that it goes on as it would have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The memories that have come to mind, each with when it last did, in their order.
    pub touched: Vec<(u32, SimTime)>,
    /// How many memories the graph in use covers.
    pub graph: Option<u32>,
    /// How many memories the graph that is being built covers, and when it is taken up.
    pub building: Option<(u32, SimTime)>,
    /// How many memories there have been.
    pub count: u32,
    /// Which of them are held: by turns how many numbers are left out, and how many follow.
    pub held: Vec<(u32, u32)>,
}

impl Kept {
    /// The numbers of the memories that are held, as ranges in order.
    pub fn ranges(&self) -> impl Iterator<Item = Range<u32>> {
        let mut next = 0u32;
        self.held.iter().map(move |(left_out, follow)| {
            let from = next.saturating_add(*left_out);
            next = from.saturating_add(*follow);
            from..next
        })
    }
}

/// A graph that is in use or will be.
#[derive(Default)]
enum Graph {
    /// None.
    #[default]
    None,
    /// To be built over so many memories when it is first needed: after a resume.
    Planned(usize),
    /// In use.
    Built(Arc<BuiltIndex>),
}

/// A graph that is being built on a thread of its own.
struct Building {
    covers: usize,
    /// When it is taken up.
    due: SimTime,
    /// The thread; none when it has still to be started.
    thread: Option<JoinHandle<Option<BuiltIndex>>>,
}

/// What is made of the memories: vectors, and for large streams a graph of them.
#[derive(Default)]
struct Made {
    store: Store,
    /// When memories last came to mind whose vectors have not been made yet.
    touched: BTreeMap<u32, SimTime>,
    graph: Graph,
    building: Option<Building>,
    scratch: Scratch,
}

/// The vectors of what is asked for.
struct Asked {
    query: Vec<f32>,
    task: Option<Vec<f32>>,
}

impl Made {
    /// Takes in the next memory with its vector.
    fn take_in(&mut self, number: u32, memory: &Memory, vector: &[f32]) {
        let index = self.store.len();
        self.store.push(vector, memory.at, memory.importance);
        if let Some(touched) = self.touched.remove(&number) {
            self.store.touch(index, touched);
        }
    }

    fn kept(&self, memories: &Numbered<Memory>) -> Kept {
        let mut touched = self.touched.clone();
        let of_store = self.store.touched();
        touched.extend(of_store.filter_map(|(i, at)| Some((memories.nth(i as usize)?.0, at))));
        let mut held: Vec<(u32, u32)> = Vec::new();
        let mut next = 0;
        for (number, _) in memories.iter() {
            match held.last_mut().filter(|_| number == next) {
                Some(run) => run.1 += 1,
                None => held.push((number - next, 1)),
            }
            next = number + 1;
        }
        Kept {
            touched: touched.into_iter().collect(),
            count: memories.count(),
            held,
            graph: match &self.graph {
                Graph::None => None,
                Graph::Planned(covers) => Some(*covers as u32),
                Graph::Built(built) => Some(built.covers() as u32),
            },
            building: self.building.as_ref().map(|b| (b.covers as u32, b.due)),
        }
    }

    fn of(kept: Kept) -> Self {
        Self {
            touched: kept.touched.into_iter().collect(),
            graph: kept
                .graph
                .map_or(Graph::None, |covers| Graph::Planned(covers as usize)),
            building: kept.building.map(|(covers, due)| Building {
                covers: covers as usize,
                due,
                thread: None,
            }),
            ..Self::default()
        }
    }

    /// Takes up a graph whose time has come, and begins a new one where much is newer than the old
    /// one. Only simulated time decides.
    fn tend(&mut self, now: SimTime) {
        if let Some(building) = self.building.take_if(|b| b.due <= now) {
            let built = match building.thread {
                Some(thread) => thread.join().ok().flatten(),
                None => self.store.first(building.covers).build().ok(),
            };
            self.graph = built.map_or(Graph::None, |built| Graph::Built(Arc::new(built)));
        }
        let covered = match &self.graph {
            Graph::None => 0,
            Graph::Planned(covers) => *covers,
            Graph::Built(built) => built.covers(),
        };
        let count = self.store.len();
        if self.building.is_none() && count >= LARGE && (count - covered.min(count)) * TAIL > count
        {
            let store = self.store.clone();
            let thread = std::thread::Builder::new()
                .name("index".to_owned())
                .spawn(move || store.build().ok())
                .ok();
            self.building = Some(Building {
                covers: count,
                due: now.plus(BUILDING),
                thread,
            });
        }
    }

    /// The graph in use, built now when it was only planned.
    fn graph(&mut self) -> Option<Arc<BuiltIndex>> {
        if let Graph::Planned(covers) = self.graph {
            self.graph = self
                .store
                .first(covers)
                .build()
                .map_or(Graph::None, |b| Graph::Built(Arc::new(b)));
        }
        match &self.graph {
            Graph::Built(built) => Some(Arc::clone(built)),
            _ => None,
        }
    }
}

/// What somebody remembers, oldest first. Each memory has a number that it keeps; a thought may gain
/// evidence and weight ([`Episodic::strengthen`]); what has faded is forgotten
/// ([`Episodic::forget`]). Written out it is what must be kept beside the memories, which saves hold
/// in rows of their own ([`Episodic::refill`]).
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

    /// Whether what is forgotten waits for a commit of a save, as it does at first.
    pub fn keep_forgotten(&mut self, keep: bool) {
        self.memories.keep_gone(keep);
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

    /// Notes that everything is saved.
    pub fn saved(&mut self) {
        self.amended.clear();
        self.memories.saved();
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
        if cue.settings.weights.resonance != 0.0 && !cue.task.is_empty() {
            let (made, [query, task]) = self.vectors([cue.query, cue.task]);
            (
                made,
                Asked {
                    query,
                    task: Some(task),
                },
            )
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
        let ask = Ask {
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
mod tests {
    use super::*;
    use collegium_core::ids::AgentId;

    fn memory(at: u32, importance: u8, about: Option<u32>) -> Memory {
        Memory {
            at: SimTime(at),
            importance,
            about: about.map(AgentId),
            text: at.to_string(),
            ..Memory::default()
        }
    }

    fn all(stream: &Episodic) -> Vec<(u32, Memory)> {
        stream.iter().map(|(n, m)| (n, m.clone())).collect()
    }

    fn ids(found: &[Recalled]) -> Vec<u32> {
        found.iter().map(|s| s.number).collect()
    }

    #[test]
    fn what_matters_and_what_is_asked_for_comes_first() {
        let mut stream = Episodic::default();
        for (at, importance, text) in [
            (0, 9, "My grandmother taught me to read the stars"),
            (3600, 2, "Kwame is eating (Refectory)"),
            (3700, 3, "I lost my notebook in the library"),
        ] {
            stream.remember(Memory {
                text: text.to_owned(),
                ..memory(at, importance, None)
            });
        }
        let settings = Settings::default();
        let mut cue = Cue {
            settings: &settings,
            now: SimTime(7200),
            query: "the lost notebooks",
            task: "",
            most: 9,
        };
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
        let cue = Cue {
            settings: &settings,
            now: SimTime(99),
            query: "text 7",
            task: "a task of 3",
            most: 5,
        };
        for i in 0..20 {
            stream.remember(Memory {
                text: format!("a text of number {i}"),
                ..memory(i, 3, None)
            });
            stream.retrieve(&cue, |_| true);
        }
        let found = stream.retrieve(&cue, |_| true);
        assert_eq!(found, stream.clone().retrieve(&cue, |_| true));
        assert_eq!(
            found,
            Episodic::of(all(&stream).into_iter().map(|m| m.1).collect()).retrieve(&cue, |_| true)
        );
        assert_eq!(stream.store().len(), 20);
    }

    #[test]
    fn the_published_code_passes_over_talks_and_what_is_idle() {
        let mut stream = Episodic::default();
        stream.remember(Memory {
            kind: MemoryKind::Chat,
            ..memory(0, 3, None)
        });
        stream.remember(Memory {
            text: "the desk is idle".to_owned(),
            ..memory(1, 3, None)
        });
        stream.remember(memory(2, 3, None));
        for (profile, expected) in [
            (Profile::StanfordCode, 1),
            (Profile::Paper, 3),
            (Profile::Fixed, 3),
        ] {
            let settings = Settings::of(profile);
            let cue = Cue {
                settings: &settings,
                now: SimTime(9),
                query: "2",
                task: "",
                most: 9,
            };
            assert_eq!(stream.retrieve(&cue, |_| true).len(), expected, "{profile}");
        }
    }

    #[test]
    fn what_has_expired_is_not_brought_to_mind() {
        let mut stream = Episodic::of(vec![memory(0, 3, None)]);
        let thought = Memory {
            kind: MemoryKind::Thought,
            ..memory(0, 9, None)
        };
        let index = stream.conclude(thought, &[0, 0, 7], Some(SimTime(100)));
        assert_eq!(
            (
                stream.get(index).unwrap().evidence(),
                stream.get(index).unwrap().depth()
            ),
            (&[0][..], 1)
        );
        let settings = Settings::default();
        let at = |now| Cue {
            settings: &settings,
            now: SimTime(now),
            query: "0",
            task: "",
            most: 9,
        };
        assert_eq!(stream.recall(&at(99), |_| true).len(), 2);
        assert_eq!(ids(&stream.recall(&at(100), |_| true)), [0]);
        // Renewed, it lives on; and depth grows with what it rests on.
        let deeper = stream.conclude(memory(50, 5, None), &[index], None);
        assert_eq!(stream.get(deeper).unwrap().depth(), 2);
        stream.strengthen(index, &[0], 10, Some(SimTime(300)));
        assert_eq!(stream.get(index).unwrap().importance, 10);
        assert_eq!(
            stream
                .recall(&at(200), |m| m.kind == MemoryKind::Thought)
                .len(),
            1
        );
        let amended: Vec<u32> = stream.unsaved(stream.count()).map(|(n, _)| n).collect();
        assert_eq!(amended, [index]);
        stream.saved();
        assert_eq!(stream.unsaved(stream.count()).count(), 0);
    }

    #[test]
    fn what_has_faded_is_forgotten_and_the_rest_keeps_its_numbers_and_vectors() {
        use collegium_core::time::DAY;
        let mut stream = Episodic::default();
        for i in 0..40 {
            stream.remember(Memory {
                text: format!("small thing {i}"),
                ..memory(0, 2, None)
            });
        }
        stream.remember(Memory {
            text: "The day my bicycle was stolen".to_owned(),
            ..memory(0, 8, None)
        });
        let settings = Settings::default();
        let cue = |query, day: u32| Cue {
            settings: &settings,
            now: SimTime(day * DAY),
            query,
            task: "",
            most: 1,
        };
        assert_eq!(ids(&stream.recall(&cue("small thing 7", 5), |_| true)), [7]);
        let thought = stream.conclude(memory(6 * DAY, 4, None), &[3, 40], None);
        stream.forget(SimTime(8 * DAY - 1));
        assert_eq!(stream.len(), 42, "nothing goes before its time");
        stream.forget(SimTime(8 * DAY));
        let held: Vec<u32> = stream.iter().map(|(n, _)| n).collect();
        assert_eq!((held, stream.count()), (vec![7, 40, thought], 42));
        let found = stream.retrieve(&cue("the stolen bicycle", 9), |_| true);
        assert_eq!(ids(&found), [40]);
        assert!(found[0].scored.parts.relevance.raw > 0.5, "{found:?}");
        assert_eq!(stream.kept().touched, [(7, SimTime(5 * DAY))]);
        assert_eq!(stream.kept().ranges().collect::<Vec<_>>(), [7..8, 40..42]);
        // What a thought rests on keeps its number, and its depth, when it is forgotten.
        assert_eq!(stream.get(thought).unwrap().evidence(), [3, 40]);
        stream.strengthen(thought, &[7], 4, None);
        assert_eq!(stream.get(thought).unwrap().evidence(), [3, 7, 40]);
        let again = Episodic::restore(all(&stream), stream.kept());
        assert!(again == stream);
        assert_eq!(
            again.retrieve(&cue("the stolen bicycle", 9), |_| true),
            found
        );
        // A save that has had none of it gets a row of each; one that has all gets the thought.
        assert_eq!(stream.unsaved(0).count(), 42);
        assert_eq!(
            stream.unsaved(42).map(|(n, _)| n).collect::<Vec<_>>(),
            [thought]
        );
        // A few faded ones among many wait for more.
        for i in 0..40 {
            stream.remember(memory(12 * DAY + i, 2, None));
        }
        stream.forget(SimTime(13 * DAY));
        assert!(stream.get(7).is_some());
    }

    #[test]
    fn what_came_to_mind_is_recent_again_and_stays_so() {
        let texts = [
            "A fox sat on the steps",
            "Tea with two sugars",
            "The choir rehearses",
        ];
        let remembered = texts.iter().zip(0..).map(|(t, i)| Memory {
            text: (*t).to_owned(),
            ..memory(i, 3, None)
        });
        let stream = Episodic::of(remembered.collect());
        let settings = Settings::default();
        let cue = |query, most, hour| Cue {
            settings: &settings,
            now: SimTime(hour * HOUR),
            query,
            task: "",
            most,
        };
        assert_eq!(ids(&stream.recall(&cue("the fox", 1, 100), |_| true)), [0]);
        // Looking from outside touches nothing.
        stream.retrieve(&cue("sugar", 1, 101), |_| true);
        assert_eq!(stream.kept().touched, [(0, SimTime(100 * HOUR))]);
        // Asked for nothing in particular, all weigh the same but for recency: 0.99^100 against
        // 0.99^200.
        let found = stream.retrieve(&cue("", 3, 200), |_| true);
        assert_eq!(found[0].number, 0);
        assert!(
            (found[0].scored.parts.recency.raw - 0.366_032).abs() < 1e-5,
            "{:?}",
            found[0].scored.parts
        );
        let again = Episodic::restore(all(&stream), stream.kept());
        assert!(again == stream && again.retrieve(&cue("", 3, 200), |_| true) == found);
    }

    #[test]
    fn the_published_code_ranks_by_last_access() {
        let mut stream = Episodic::default();
        for i in 0..3 {
            stream.remember(memory(i, 3, None));
        }
        let settings = Settings::of(Profile::StanfordCode);
        let cue = |query, most| Cue {
            settings: &settings,
            now: SimTime(50),
            query,
            task: "",
            most,
        };
        stream.recall(&cue("0", 1), |_| true);
        // Memory 0 was touched last, so memory 1 has rank 1: 0.99, and memory 0 rank 3: 0.970299.
        let found = stream.retrieve(&cue("", 3), |_| true);
        for (index, expected) in [(1, 0.99), (2, 0.9801), (0, 0.970_299)] {
            let raw = found
                .iter()
                .find(|s| s.number == index)
                .map_or(0.0, |s| s.scored.parts.recency.raw);
            assert!((raw - expected).abs() < 1e-6, "{index}: {raw}");
        }
    }

    #[test]
    fn a_graph_is_taken_up_at_its_time_whatever_the_clock_on_the_wall() {
        let names = ["Kwame", "Odile", "Ruta", "Elliot", "Hana", "Mateo", "Noor"];
        let things = [
            "the essay",
            "a lost notebook",
            "the star map",
            "tea",
            "the choir",
            "a flat tyre",
            "the archive",
        ];
        let mut stream = Episodic::default();
        for i in 0..LARGE as u32 {
            let n = i.wrapping_mul(2_654_435_761) >> 7;
            let text = format!(
                "{} spoke of {} at {}",
                names[n as usize % 7],
                things[n as usize / 7 % 7],
                n / 49 % 24
            );
            stream.remember(Memory {
                text,
                ..memory(i, 1 + (n % 9) as u8, None)
            });
        }
        let settings = Settings::default();
        let ask = |stream: &Episodic, hour: u32| {
            let cue = Cue {
                settings: &settings,
                now: SimTime(hour * HOUR),
                query: "Ruta and tea",
                task: "map",
                most: 8,
            };
            ids(&stream.recall(&cue, |m| m.importance < 9))
        };
        ask(&stream, 10);
        assert_eq!(
            stream.kept().building,
            Some((LARGE as u32, SimTime(12 * HOUR)))
        );
        let copy = Episodic::restore(all(&stream), stream.kept());
        assert_eq!(
            (ask(&stream, 11), stream.kept().graph),
            (ask(&copy, 11), None)
        );
        let first = ask(&stream, 12);
        assert_eq!(stream.kept().graph, Some(LARGE as u32));
        assert_eq!(first, ask(&copy, 12));
        // Resumed with the graph in use, it is built anew and finds the same.
        let late = Episodic::restore(all(&stream), stream.kept());
        assert_eq!(ask(&late, 13), ask(&stream, 13));
        assert!(late == stream);
        // Where the graph finds too little of what is let in, everything is looked at.
        let cue = Cue {
            settings: &settings,
            now: SimTime(14 * HOUR),
            query: "",
            task: "",
            most: 3,
        };
        assert_eq!(ids(&stream.retrieve(&cue, |m| m.at == SimTime(77))), [77]);
    }
}
