//! The index of a memory stream: vectors side by side, an exact scan for small streams, and a graph
//! for large ones.
//!
//! **How the graph finds the best by all parts.** With the ranges of the parts known, the score of
//! a memory m is `w·m + a · importance + b · recency + constant`, where w joins query and task: `w
//! = α query + β task`. So importance becomes a further direction of the indexed points (completed
//! to equal length, as in Bachrach et al. 2014), and one search of a graph of near neighbours
//! (HNSW) finds the memories with the highest sum. Recency fades within weeks: the newest memories
//! are looked at one by one. The ranges come from a second graph, of meaning alone: what is nearest
//! to the query and to its opposite. What is found this way is scored again, exactly.
//!
//! Memories that say the same and matter the same are one point with a list: of such only the
//! newest (or oldest) can be among the best.

use super::{
    embed::{DIMENSIONS, dot},
    retrieve::{Candidate, Range, Recency, Scored, Settings, top},
};
use collegium_core::time::SimTime;
use instant_distance::{Builder, Heuristic, Hnsw, Search};
use std::collections::{BTreeMap, BTreeSet};

/// How many of the nearest are kept in view while searching by all parts, by meaning alone, and
/// while building.
const EF_JOINT: usize = 136;
const EF_MEANING: usize = 44;
const EF_BUILD: usize = 160;
/// How many of the newest memories are always looked at.
const NEWEST: usize = 600;
/// How many of the most important memories are always looked at.
const WEIGHTIEST: usize = 1000;
/// How long the direction of importance is beside the vectors of length one.
const WEIGHT: f32 = 3.0;
/// Lanes for importance, and as many to complete the length.
const LANES: usize = 8;
/// Numbers of a point.
const WIDTH: usize = DIMENSIONS + 2 * LANES;

/// What the index is asked for: the memories that score best by all of this.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// Profile, weights, decay.
    pub settings: &'a Settings,
    /// The moment from which recency is counted.
    pub now: SimTime,
    /// The query's vector.
    pub query: &'a [f32],
    /// The vector of the long-term task.
    pub task: Option<&'a [f32]>,
    /// How many memories at most.
    pub most: usize,
}

/// The vectors of a stream, with what scoring needs beside them.
#[derive(Clone, Debug, Default)]
pub struct Store {
    vectors: Vec<f32>,
    /// For each memory when it was last touched, and its importance.
    entries: Vec<(SimTime, u8)>,
    /// Memories touched after they were made, with when.
    late: BTreeMap<u32, SimTime>,
    /// The same by time.
    by_time: BTreeSet<(SimTime, u32)>,
}

/// A point of the graph: a vector with importance, in small whole numbers: quick to multiply, and
/// summed to the same everywhere. Bytes are too coarse: among 100,000 memories they lose one in
/// fifty of the best.
#[derive(Clone, Debug)]
struct Point<const W: usize>([i16; W]);

impl<const W: usize> instant_distance::Point for Point<W> {
    fn distance(&self, other: &Self) -> f32 {
        let product: i32 = self
            .0
            .iter()
            .zip(&other.0)
            .map(|(a, b)| i32::from(*a) * i32::from(*b))
            .sum();
        // Points are equally long, so the nearest is the one with the greatest product. The graph
        // only compares distances.
        (FAR - product) as f32
    }
}

/// More than any product of two points.
const FAR: i32 = (GREATEST * GREATEST) as i32 * WIDTH as i32;
/// The greatest number of a point.
const GREATEST: f32 = 511.0;
/// What a length of one is in a point.
const FINENESS: f32 = 511.0;

/// A graph, and for each of its points the memories that lie there, as a range of
/// [`BuiltIndex::members`].
struct Graph<const W: usize> {
    graph: Hnsw<Point<W>>,
    ranges: Vec<(u32, u32)>,
}

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

/// Room to search in, kept between searches of one stream; it also remembers what was found for the
/// task, which changes seldom.
#[derive(Default)]
pub struct Scratch {
    joint: Search,
    meaning: Search,
    candidates: Vec<u32>,
    task: Vec<f32>,
    task_found: Vec<u32>,
    task_covers: usize,
    /// Likeness to the task [`Scratch::resonant`], for each memory for which it was worked out; not
    /// a number for the others.
    resonance: Vec<f32>,
    resonant: Vec<f32>,
}

/// A number of a point.
fn whole(x: f32, scale: f32) -> i16 {
    (x * scale).round().clamp(-GREATEST, GREATEST) as i16
}

/// A point by meaning.
fn by_meaning<const W: usize>(vector: &[f32], scale: f32) -> Point<W> {
    let mut point = [0i16; W];
    for (to, from) in point.iter_mut().zip(vector) {
        *to = whole(*from, scale);
    }
    Point(point)
}

/// A point by all parts: each lane holds its share of importance and of what completes the length.
fn by_all(vector: &[f32], importance: f32, completion: f32, scale: f32) -> Point<WIDTH> {
    let mut point = by_meaning(vector, scale);
    point.0[DIMENSIONS..DIMENSIONS + LANES].fill(whole(importance, scale));
    point.0[DIMENSIONS + LANES..].fill(whole(completion, scale));
    point
}

/// By how much a query is stretched so that its greatest number is the greatest there is.
fn stretch(vector: &[f32], importance: f32) -> f32 {
    let most = vector.iter().fold(importance.abs(), |m, x| m.max(x.abs()));
    if most > 0.0 { GREATEST / most } else { 0.0 }
}

impl<const W: usize> Graph<W> {
    /// Builds on one thread: with several, the order of insertion and with it the graph would
    /// depend on luck.
    fn build(
        pool: &rayon::ThreadPool,
        ef: usize,
        points: Vec<Point<W>>,
        ranges: &[(u32, u32)],
    ) -> Self {
        let builder = Builder::default()
            .seed(1)
            .ef_search(ef)
            .ef_construction(EF_BUILD)
            .select_heuristic(Some(Heuristic {
                extend_candidates: false,
                keep_pruned: false,
            }));
        let (graph, ids) = pool.install(|| builder.build_hnsw(points));
        let mut by_point = vec![(0, 0); ranges.len()];
        for (id, range) in ids.into_iter().zip(ranges) {
            by_point[id.into_inner() as usize] = *range;
        }
        Self {
            graph,
            ranges: by_point,
        }
    }

    /// The memories of the points nearest to a direction, of each as many as can be among the best.
    fn collect(
        &self,
        search: &mut Search,
        wanted: &Wanted<'_>,
        direction: &Point<W>,
        found: &mut Vec<u32>,
    ) {
        for item in self.graph.search(direction, search).take(wanted.points) {
            let Some((from, to)) = self.ranges.get(item.pid.into_inner() as usize) else {
                continue;
            };
            let members = &wanted.members[*from as usize..*to as usize];
            let kept = wanted.of_each.min(members.len());
            match wanted.recency {
                Recency::Hours => found.extend(&members[members.len() - kept..]),
                Recency::OldestFirst => found.extend(&members[..kept]),
            }
        }
    }
}

/// What is taken from a search.
struct Wanted<'a> {
    members: &'a [u32],
    recency: Recency,
    points: usize,
    of_each: usize,
}

impl Store {
    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the vector of the next memory. Memories come in order of time.
    pub fn push(&mut self, vector: &[f32], touched: SimTime, importance: u8) {
        let from = self.vectors.len();
        self.vectors.extend(vector.iter().copied().take(DIMENSIONS));
        self.vectors.resize(from + DIMENSIONS, 0.0);
        self.entries.push((touched, importance));
    }

    /// Notes that a memory was touched.
    pub fn touch(&mut self, index: usize, now: SimTime) {
        let Some(entry) = self.entries.get_mut(index) else {
            return;
        };
        entry.0 = now;
        if let Some(before) = self.late.insert(index as u32, now) {
            self.by_time.remove(&(before, index as u32));
        }
        self.by_time.insert((now, index as u32));
    }

    /// When a memory was last touched; none where there is no such memory here.
    pub fn last_touched(&self, index: usize) -> Option<SimTime> {
        self.entries.get(index).map(|(touched, _)| *touched)
    }

    /// Leaves only those for which `stays` says so, in order; those beyond its end stay.
    pub fn retain(&mut self, stays: &[bool]) {
        let stays = |i: usize| stays.get(i).copied().unwrap_or(true);
        let mut left = Self::default();
        for index in (0..self.len()).filter(|i| stays(*i)) {
            let place = left.len();
            left.vectors.extend_from_slice(self.vector(index));
            left.entries.push(self.entries[index]);
            if let Some(at) = self.late.get(&(index as u32)) {
                left.late.insert(place as u32, *at);
                left.by_time.insert((*at, place as u32));
            }
        }
        *self = left;
    }

    /// The memories touched after they were made, with when, in their order.
    pub fn touched(&self) -> impl Iterator<Item = (u32, SimTime)> {
        self.late.iter().map(|(index, at)| (*index, *at))
    }

    /// Gives a memory another importance.
    pub fn weigh(&mut self, index: usize, importance: u8) {
        if let Some(entry) = self.entries.get_mut(index) {
            entry.1 = importance;
        }
    }

    /// A copy of the first `count` memories.
    pub fn first(&self, count: usize) -> Self {
        let count = count.min(self.len());
        Self {
            vectors: self.vectors[..count * DIMENSIONS].to_vec(),
            entries: self.entries[..count].to_vec(),
            ..Self::default()
        }
    }

    /// The vector of a memory.
    pub fn vector(&self, index: usize) -> &[f32] {
        &self.vectors[index * DIMENSIONS..(index + 1) * DIMENSIONS]
    }

    /// The best of all memories that `admits` lets in, by looking at every one.
    pub fn exact(
        &self,
        scratch: &mut Scratch,
        ask: &Ask<'_>,
        admits: impl Fn(usize) -> bool,
    ) -> Vec<Scored> {
        let mut resonance = Resonance::take(scratch, ask.task);
        let mut candidates: Vec<Candidate> = Vec::with_capacity(self.len());
        for index in (0..self.len()).filter(|i| admits(*i)) {
            let (touched, importance) = self.entries[index];
            candidates.push(Candidate {
                index,
                rank: 0,
                touched,
                importance,
                relevance: dot(self.vector(index), ask.query),
                resonance: resonance.of(self, index, ask.task),
            });
        }
        resonance.give_back(scratch);
        rank(&mut candidates, ask.settings.recency);
        top(ask.settings, ask.now, &candidates, ask.most)
    }

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
            let vector = self.vector(one as usize);
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

    /// All memories with a hash of their vector and their importance, those that say the same
    /// beside each other, the oldest first. Two vectors with the same hash of 64 bits would share a
    /// point; a search might then miss one of them.
    fn grouped(&self) -> Vec<(u64, u8, u32)> {
        let hash = |i: usize| {
            self.vector(i)
                .iter()
                .fold(0xcbf2_9ce4_8422_2325u64, |h, x| {
                    (h ^ u64::from(x.to_bits()))
                        .wrapping_mul(0x0000_0100_0000_01b3)
                        .rotate_left(23)
                })
        };
        let mut members: Vec<(u64, u8, u32)> = (0..self.len())
            .map(|i| (hash(i), self.entries[i].1, i as u32))
            .collect();
        members.sort_unstable();
        members
    }

    /// The best memories that `admits` lets in by means of a graph that was built over the first
    /// memories of this stream; what is newer is looked at one by one. Where hardly anything of
    /// what the graph finds is let in, every memory is looked at.
    pub fn search(
        &self,
        built: &BuiltIndex,
        scratch: &mut Scratch,
        ask: &Ask<'_>,
        admits: impl Fn(usize) -> bool,
    ) -> Vec<Scored> {
        let covers = built.covers.min(self.len());
        let mut found = std::mem::take(&mut scratch.candidates);
        found.clear();
        // What recency favours: the newest, or under the published code the oldest; one of each end
        // for the range.
        match ask.settings.recency {
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
        let relevance = built.gauge(
            self,
            scratch,
            ask.settings.recency,
            ask.query,
            ask.most,
            &mut found,
        );
        let weights = &ask.settings.weights;
        let mut joint: Vec<f32> = ask
            .query
            .iter()
            .map(|x| x * slope(weights.relevance, relevance))
            .collect();
        if let Some(task) = ask.task.filter(|_| weights.resonance > 0.0) {
            let resonance = built.gauge_task(
                self,
                scratch,
                ask.settings.recency,
                task,
                ask.most,
                &mut found,
            );
            for (to, x) in joint.iter_mut().zip(task) {
                *to += x * slope(weights.resonance, resonance);
            }
        }
        // A point's lanes hold importance times WEIGHT/√LANES each: together they give back the
        // weight of importance.
        let importance = weights.importance / (WEIGHT * (LANES as f32).sqrt());
        let direction = by_all(&joint, importance, 0.0, stretch(&joint, importance));
        let wanted = built.wanted(ask.settings.recency, EF_JOINT, ask.most);
        built
            .joint
            .collect(&mut scratch.joint, &wanted, &direction, &mut found);
        found.sort_unstable();
        found.dedup();
        let mut resonance = Resonance::take(scratch, ask.task);
        let mut candidates: Vec<Candidate> = Vec::with_capacity(found.len());
        for index in found.iter().map(|i| *i as usize).filter(|i| admits(*i)) {
            let (touched, importance) = self.entries[index];
            let relevance = dot(self.vector(index), ask.query);
            let resonance = resonance.of(self, index, ask.task);
            candidates.push(Candidate {
                index,
                rank: index + 1,
                touched,
                importance,
                relevance,
                resonance,
            });
        }
        resonance.give_back(scratch);
        scratch.candidates = found;
        if candidates.len() < ask.most.saturating_mul(3) && candidates.len() < self.len() {
            return self.exact(scratch, ask, admits);
        }
        if !self.late.is_empty() {
            rank(&mut candidates, ask.settings.recency);
        }
        top(ask.settings, ask.now, &candidates, ask.most)
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

    fn of(&mut self, store: &Store, index: usize, task: Option<&[f32]>) -> f32 {
        let Some(task) = task else { return 0.0 };
        if self.known.len() <= index {
            self.known.resize(store.len(), f32::NAN);
        }
        let known = &mut self.known[index];
        if known.is_nan() {
            *known = dot(store.vector(index), task);
        }
        *known
    }
}

/// Ranks candidates by when they were last touched, 1 for the longest ago, where that is what
/// recency goes by.
fn rank(candidates: &mut [Candidate], recency: Recency) {
    if recency == Recency::OldestFirst {
        candidates.sort_by_key(|c| (c.touched, c.index));
        for (i, candidate) in candidates.iter_mut().enumerate() {
            candidate.rank = i + 1;
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
        let scale = stretch(vector, 0.0);
        let ends = [
            (scale, self.wanted(recency, 2 * most, 2)),
            (-scale, self.wanted(recency, 4, 1)),
        ];
        for (scale, wanted) in ends {
            self.meaning.collect(
                &mut scratch.meaning,
                &wanted,
                &by_meaning(vector, scale),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{embed::Hashed, retrieve::Profile};

    /// A small stream of invented sentences, with repetitions.
    fn stream(count: u32) -> Store {
        let mut store = Store::default();
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
        for i in 0..count {
            let n = i.wrapping_mul(2_654_435_761) >> 7;
            let text = format!(
                "{} spoke of {} at {} o'clock, for the {}th time",
                names[(n % 7) as usize],
                things[(n / 7 % 7) as usize],
                n / 49 % 12,
                n / 588 % 40
            );
            store.push(&Hashed.embed(&text), SimTime(i * 600), (1 + n % 10) as u8);
        }
        store
    }

    fn indices(found: &[Scored]) -> Vec<usize> {
        found.iter().map(|s| s.index).collect()
    }

    #[test]
    fn the_graph_finds_what_the_scan_finds() {
        let store = stream(4000);
        let built = store.build().unwrap();
        assert_eq!(built.covers(), 4000);
        assert!(built.points() <= 4000);
        let task = Hashed.embed("find out who borrowed the star map");
        let mut scratch = Scratch::default();
        let mut scanning = Scratch::default();
        let now = SimTime(4000 * 600 + 60);
        for profile in Profile::ALL {
            let settings = Settings::of(*profile);
            let (mut hits, mut all) = (0, 0);
            for query in [
                "Odile and her essay",
                "tea with Kwame",
                "the choir at 9",
                "notebooks",
                "Noor's archive",
                "",
            ] {
                let query = Hashed.embed(query);
                for task in [None, Some(task.as_slice())] {
                    let ask = Ask {
                        settings: &settings,
                        now,
                        query: &query,
                        task,
                        most: 10,
                    };
                    let (quick, exact) = (
                        store.search(&built, &mut scratch, &ask, |_| true),
                        store.exact(&mut scanning, &ask, |_| true),
                    );
                    all += exact.len();
                    hits += exact
                        .iter()
                        .filter(|e| quick.iter().any(|q| q.index == e.index))
                        .count();
                }
            }
            assert!(hits * 100 >= all * 95, "{profile}: {hits} of {all}");
        }
    }

    #[test]
    fn what_is_newer_than_the_graph_is_found() {
        let mut store = stream(1500);
        let built = store.build().unwrap();
        let vector = Hashed.embed("a fox sat on the steps of the observatory");
        for i in 0..900 {
            let other = Hashed.embed(&format!("nothing of note, part {i}"));
            store.push(
                if i == 3 { &vector } else { &other },
                SimTime(1500 * 600 + i),
                10,
            );
        }
        let settings = Settings::default();
        let ask = Ask {
            settings: &settings,
            now: SimTime(1_000_000),
            query: &vector,
            task: None,
            most: 3,
        };
        assert_eq!(
            store.search(&built, &mut Scratch::default(), &ask, |_| true)[0].index,
            1503
        );
    }

    #[test]
    fn the_same_stream_gives_the_same_graph() {
        let store = stream(2500);
        let (a, b) = (store.build().unwrap(), store.clone().build().unwrap());
        let settings = Settings::default();
        let (mut one, mut other) = (Scratch::default(), Scratch::default());
        for query in ["Ruta", "the star map", "a flat tyre at 7", "tea"] {
            let query = Hashed.embed(query);
            let ask = Ask {
                settings: &settings,
                now: SimTime(9_999_999),
                query: &query,
                task: None,
                most: 40,
            };
            assert_eq!(
                store.search(&a, &mut one, &ask, |_| true),
                store.search(&b, &mut other, &ask, |_| true)
            );
        }
        assert_eq!(one.candidates, other.candidates);
    }

    #[test]
    fn what_is_known_of_a_task_is_not_taken_for_another() {
        let mut store = stream(50);
        let settings = Settings::default();
        let (query, tasks) = (
            Hashed.embed("tea"),
            ["the choir", "a star map", "the choir"].map(|t| Hashed.embed(t)),
        );
        let mut scratch = Scratch::default();
        for (i, task) in tasks.iter().enumerate() {
            for task in [Some(task.as_slice()), None, Some(task.as_slice())] {
                let ask = Ask {
                    settings: &settings,
                    now: SimTime(50 * 600),
                    query: &query,
                    task,
                    most: 60,
                };
                let kept = store.exact(&mut scratch, &ask, |_| true);
                assert_eq!(kept, store.exact(&mut Scratch::default(), &ask, |_| true));
            }
            store.push(&Hashed.embed("the choir sings"), SimTime(50 * 600), i as u8);
        }
    }

    #[test]
    fn nothing_and_little_are_searched_too() {
        let settings = Settings::default();
        let query = Hashed.embed("anything");
        let ask = Ask {
            settings: &settings,
            now: SimTime(5),
            query: &query,
            task: Some(&query),
            most: 10,
        };
        for count in [0, 1, 2, 40] {
            let store = stream(count);
            let built = store.build().unwrap();
            let found = store.search(&built, &mut Scratch::default(), &ask, |_| true);
            assert_eq!(
                indices(&found),
                indices(&store.exact(&mut Scratch::default(), &ask, |_| true)),
                "{count}"
            );
        }
        assert!(Store::default().is_empty());
    }
}
