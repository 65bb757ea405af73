//! Looking at memories one by one: what is asked, what is worked out of each, and the exact scan.

use super::store::Store;
use crate::memory::retrieve::{Candidate, Recency, RetrievalSettings, Scored, top};
use collegium_core::{embed::dot, time::SimTime};
use instant_distance::Search;
use pulp::Arch;

/// What the index is asked for: the memories that score best by all of this.
#[derive(Clone, Copy, Debug)]
pub struct SearchQuery<'a> {
    /// Profile, weights, decay.
    pub settings: &'a RetrievalSettings,
    /// The moment from which recency is counted.
    pub now: SimTime,
    /// The query's vector.
    pub query: &'a [f32],
    /// The vector of the long-term task.
    pub task: Option<&'a [f32]>,
    /// How many memories at most.
    pub most: usize,
}

/// Room to search in, kept between searches of one stream; it also remembers what was found for the
/// task, which changes seldom.
#[derive(Default)]
pub struct Scratch {
    pub(super) joint: Search,
    pub(super) meaning: Search,
    pub(super) candidates: Vec<u32>,
    pub(super) task: Vec<f32>,
    pub(super) task_found: Vec<u32>,
    pub(super) task_covers: usize,
    /// Likeness to the task [`Scratch::resonant`] of each memory, as far as there were memories.
    resonance: Vec<f32>,
    resonant: Vec<f32>,
}

impl Store {
    /// The best of all memories that `admits` lets in, by looking at every one.
    pub fn exact(
        &self,
        scratch: &mut Scratch,
        ask: &SearchQuery<'_>,
        admits: impl Fn(usize) -> bool,
    ) -> Vec<Scored> {
        let mut candidates = self.candidates(scratch, ask, 0..self.len(), admits);
        rank(&mut candidates, ask.settings.recency);
        top(ask.settings, ask.now, &candidates, ask.most)
    }

    /// Those of some memories, in order, that `admits` lets in, with what they are scored by.
    pub(super) fn candidates(
        &self,
        scratch: &mut Scratch,
        ask: &SearchQuery<'_>,
        of: impl ExactSizeIterator<Item = usize>,
        admits: impl Fn(usize) -> bool,
    ) -> Vec<Candidate> {
        let mut resonance = Resonance::take(scratch, ask.task);
        let like_task = ask.task.map_or(&[][..], |task| resonance.of(self, task));
        let mut candidates: Vec<Candidate> = Vec::with_capacity(of.len());
        // Products are summed in the same order in registers of any width.
        Arch::new().dispatch(|| {
            for index in of.filter(|i| admits(*i)) {
                let (touched, importance) = self.entries[index];
                candidates.push(Candidate {
                    index,
                    rank: index + 1,
                    touched,
                    importance,
                    relevance: dot(self.vector(index), ask.query),
                    resonance: like_task.get(index).copied().unwrap_or(0.0),
                });
            }
        });
        resonance.give_back(scratch);
        candidates
    }
}

/// Likeness to the task, worked out once for each memory as long as the task stays the same.
struct Resonance {
    known: Vec<f32>,
}

impl Resonance {
    /// What is known of a task; what is known of another one is of no use.
    fn take(scratch: &mut Scratch, task: Option<&[f32]>) -> Self {
        let known = std::mem::take(&mut scratch.resonance);
        let same = task.is_none_or(|task| task == scratch.resonant);
        if let Some(task) = task.filter(|_| !same) {
            scratch.resonant = task.to_vec();
        }
        Self {
            known: if same { known } else { Vec::new() },
        }
    }

    /// Keeps what has been worked out for the next search.
    fn give_back(self, scratch: &mut Scratch) {
        scratch.resonance = self.known;
    }

    /// That of every memory, after what is not known yet has been worked out.
    fn of(&mut self, store: &Store, task: &[f32]) -> &[f32] {
        let new = self.known.len()..store.len();
        self.known.extend(new.map(|i| dot(store.vector(i), task)));
        &self.known
    }
}

/// Ranks candidates by when they were last touched, 1 for the longest ago, where that is what
/// recency goes by.
pub(super) fn rank(candidates: &mut [Candidate], recency: Recency) {
    if recency == Recency::OldestFirst {
        candidates.sort_by_key(|c| (c.touched, c.index));
        for (i, candidate) in candidates.iter_mut().enumerate() {
            candidate.rank = i + 1;
        }
    }
}
