//! The graphs of a stream: how they are built, and how the best by all parts are found with them.

use super::{
    graph::{FINENESS, Graph, LANES, Point, WEIGHT, WIDTH, Wanted, by_all, by_meaning, stretch},
    scan::{Scratch, SearchQuery, rank},
    store::Store,
};
use crate::memory::{
    project::narrow,
    retrieve::{Range, Recency, Scored, top},
};
use collegium_core::embed::{DIMENSIONS, dot};

/// How many of the nearest are kept in view while searching by all parts, and by meaning alone.
const EF_JOINT: usize = 136;
const EF_MEANING: usize = 44;
/// How many of the newest memories are always looked at.
const NEWEST: usize = 600;
/// How many of the most important memories are always looked at.
const WEIGHTIEST: usize = 1000;

/// The graphs over the first memories of a stream.
pub struct BuiltIndex {
    /// By all parts, and for each point its memories, as a range of `members`.
    joint: Graph<WIDTH>,
    /// By meaning alone.
    meaning: Graph<DIMENSIONS>,
    /// Memories, grouped by point, the oldest first.
    members: Vec<u32>,
    /// The most important, the newest first.
    weightiest: Vec<u32>,
    /// One of the least important.
    lightest: u32,
    covers: usize,
}

impl Store {
    /// Builds the graph over all vectors there are now. It takes seconds for large streams; a clone
    /// of the store may be built on another thread. The same vectors always give the same graph.
    ///
    /// # Errors
    /// When no thread can be started to build on.
    pub fn build(&self) -> Result<BuiltIndex, rayon::ThreadPoolBuildError> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .thread_name(|_| "index".to_owned())
            .build()?;
        let mut range = Range::EMPTY;
        for (_, importance) in &self.entries {
            range.take(f32::from(*importance));
        }
        let members = self.grouped();
        let lane = WEIGHT / (LANES as f32).sqrt();
        let (mut joint, mut joint_ranges) = (Vec::new(), Vec::new());
        let (mut meaning, mut meaning_ranges) = (Vec::new(), Vec::<(u32, u32)>::new());
        let mut first = 0u32;
        let mut before: Option<u64> = None;
        for group in members.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (hash, importance, one) = group[0];
            let vector = &*narrow(self.vector(one as usize));
            let normalised = (f32::from(importance) - range.low) / range.width().max(1.0);
            let completion = (1.0 - normalised * normalised).max(0.0).sqrt();
            let end = first + group.len() as u32;
            joint.push(by_all(
                vector,
                lane * normalised,
                lane * completion,
                FINENESS,
            ));
            joint_ranges.push((first, end));
            match meaning_ranges.last_mut().filter(|_| before == Some(hash)) {
                Some(last) => last.1 = end,
                None => {
                    meaning.push(by_meaning(vector, FINENESS));
                    meaning_ranges.push((first, end));
                }
            }
            before = Some(hash);
            first = end;
        }
        let joint = Graph::build(&pool, EF_JOINT, joint, &joint_ranges);
        let meaning = Graph::build(&pool, EF_MEANING, meaning, &meaning_ranges);
        let mut weightiest: Vec<u32> = (0..self.len() as u32).collect();
        weightiest.sort_unstable_by_key(|i| std::cmp::Reverse((self.entries[*i as usize].1, *i)));
        let lightest = weightiest.last().copied().unwrap_or(0);
        weightiest.truncate(WEIGHTIEST);
        let members = members.into_iter().map(|m| m.2).collect();
        Ok(BuiltIndex {
            joint,
            meaning,
            members,
            weightiest,
            lightest,
            covers: self.len(),
        })
    }

    /// The best memories that `admits` lets in by means of a graph that was built over the first
    /// memories of this stream; what is newer is looked at one by one. Where hardly anything of
    /// what the graph finds is let in, every memory is looked at.
    pub fn search(
        &self,
        built: &BuiltIndex,
        scratch: &mut Scratch,
        ask: &SearchQuery<'_>,
        admits: impl Fn(usize) -> bool,
    ) -> Vec<Scored> {
        let recency = ask.settings.recency;
        let mut found = std::mem::take(&mut scratch.candidates);
        found.clear();
        self.always(built, recency, &mut found);
        let direction = built.direction(self, scratch, ask, &mut found);
        let wanted = built.wanted(recency, EF_JOINT, ask.most);
        built
            .joint
            .collect(&mut scratch.joint, &wanted, &direction, &mut found);
        found.sort_unstable();
        found.dedup();
        let of = found.iter().map(|i| *i as usize);
        let mut candidates = self.candidates(scratch, ask, of, &admits);
        scratch.candidates = found;
        if candidates.len() < ask.most.saturating_mul(3) && candidates.len() < self.len() {
            return self.exact(scratch, ask, admits);
        }
        if !self.late.is_empty() {
            rank(&mut candidates, recency);
        }
        top(ask.settings, ask.now, &candidates, ask.most)
    }

    /// The memories that are looked at whatever is asked: what recency favours, what was touched
    /// last, what weighs most, and one of each end for the ranges.
    fn always(&self, built: &BuiltIndex, recency: Recency, found: &mut Vec<u32>) {
        let covers = built.covers.min(self.len());
        // The newest, or under the published code the oldest.
        match recency {
            Recency::Hours => found
                .extend(self.len().saturating_sub(NEWEST).min(covers) as u32..self.len() as u32),
            Recency::OldestFirst => {
                found.extend(0..NEWEST.min(covers) as u32);
                found.extend(covers as u32..self.len() as u32);
                found.extend(self.len().checked_sub(1).map(|last| last as u32));
            }
        }
        found.extend(
            self.by_time
                .iter()
                .rev()
                .take(NEWEST)
                .map(|(_, index)| *index),
        );
        found.extend(built.weightiest.iter().take(WEIGHTIEST));
        if covers > 0 {
            found.extend([0, built.lightest]);
        }
    }
}

/// What a step of one in a raw part adds to the score.
fn slope(weight: f32, range: Range) -> f32 {
    if range.width() > 0.0 {
        weight / range.width()
    } else {
        0.0
    }
}

impl BuiltIndex {
    /// How many memories the graph holds; those after them are its tail.
    pub const fn covers(&self) -> usize {
        self.covers
    }

    /// How many points it has: distinct sentences of distinct importance.
    pub fn points(&self) -> usize {
        self.joint.ranges.len()
    }

    fn wanted(&self, recency: Recency, points: usize, of_each: usize) -> Wanted<'_> {
        Wanted {
            members: &self.members,
            recency,
            points,
            of_each,
        }
    }

    /// The direction of what scores best by all parts; what is found while the ranges of the parts
    /// are taken goes into `found`.
    fn direction(
        &self,
        store: &Store,
        scratch: &mut Scratch,
        ask: &SearchQuery<'_>,
        found: &mut Vec<u32>,
    ) -> Point<WIDTH> {
        let (recency, weights) = (ask.settings.recency, &ask.settings.weights);
        let relevance = self.gauge(store, scratch, recency, ask.query, ask.most, found);
        let mut joint: Vec<f32> = ask
            .query
            .iter()
            .map(|x| x * slope(weights.relevance, relevance))
            .collect();
        if let Some(task) = ask.task.filter(|_| weights.resonance > 0.0) {
            let resonance = self.gauge_task(store, scratch, recency, task, ask.most, found);
            for (to, x) in joint.iter_mut().zip(task) {
                *to += x * slope(weights.resonance, resonance);
            }
        }
        // A point's lanes hold importance times WEIGHT/√LANES each: together they give back the
        // weight of importance.
        let joint = narrow(&joint);
        let importance = weights.importance / (WEIGHT * (LANES as f32).sqrt());
        by_all(&joint, importance, 0.0, stretch(&joint, importance))
    }

    /// Finds what is nearest to a vector and to its opposite, and so the range of the likeness to
    /// it.
    fn gauge(
        &self,
        store: &Store,
        scratch: &mut Scratch,
        recency: Recency,
        vector: &[f32],
        most: usize,
        found: &mut Vec<u32>,
    ) -> Range {
        let from = found.len();
        let direction = narrow(vector);
        let scale = stretch(&direction, 0.0);
        let ends = [
            (scale, self.wanted(recency, 2 * most, 2)),
            (-scale, self.wanted(recency, 4, 1)),
        ];
        for (scale, wanted) in ends {
            self.meaning.collect(
                &mut scratch.meaning,
                &wanted,
                &by_meaning(&direction, scale),
                found,
            );
        }
        let mut range = Range::EMPTY;
        for index in &found[from..] {
            range.take(dot(store.vector(*index as usize), vector));
        }
        range
    }

    /// The same for the task, from the scratch when it was this one's the last time.
    fn gauge_task(
        &self,
        store: &Store,
        scratch: &mut Scratch,
        recency: Recency,
        task: &[f32],
        most: usize,
        found: &mut Vec<u32>,
    ) -> Range {
        if scratch.task != task || scratch.task_covers != self.covers {
            let mut fresh = Vec::new();
            self.gauge(store, scratch, recency, task, most, &mut fresh);
            scratch.task = task.to_vec();
            scratch.task_covers = self.covers;
            scratch.task_found = fresh;
        }
        let mut range = Range::EMPTY;
        for index in scratch
            .task_found
            .iter()
            .filter(|i| (**i as usize) < store.len())
        {
            range.take(dot(store.vector(*index as usize), task));
            found.push(*index);
        }
        range
    }
}
