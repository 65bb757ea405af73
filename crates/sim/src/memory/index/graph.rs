//! A graph of points: sentences in small whole numbers, with lanes for importance.

use crate::memory::retrieve::Recency;
use collegium_core::embed::DIMENSIONS;
use instant_distance::{Builder, Heuristic, Hnsw, Search};

/// How many of the nearest are kept in view while building.
const EF_BUILD: usize = 160;
/// How long the direction of importance is beside the vectors of length one.
pub(super) const WEIGHT: f32 = 3.0;
/// Lanes for importance, and as many to complete the length.
pub(super) const LANES: usize = 8;
/// Numbers of a point.
pub(super) const WIDTH: usize = DIMENSIONS + 2 * LANES;

/// A point of the graph: a vector with importance, in small whole numbers: quick to multiply, and
/// summed to the same everywhere. Bytes are too coarse: among 100,000 memories they lose one in
/// fifty of the best.
#[derive(Clone, Debug)]
pub(super) struct Point<const W: usize>([i16; W]);

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

/// No product of two points is greater.
const FAR: i32 = (GREATEST * GREATEST) as i32 * WIDTH as i32;
/// The greatest number of a point.
const GREATEST: f32 = 511.0;
/// What a length of one is in a point.
pub(super) const FINENESS: f32 = 511.0;

/// A graph, and for each of its points the memories that lie there, as a range of
/// [`Wanted::members`].
pub(super) struct Graph<const W: usize> {
    graph: Hnsw<Point<W>>,
    pub(super) ranges: Vec<(u32, u32)>,
}

/// A number of a point.
fn whole(x: f32, scale: f32) -> i16 {
    (x * scale).round().clamp(-GREATEST, GREATEST) as i16
}

/// The point of a vector, of which each number is taken times `scale`.
pub(super) fn by_meaning<const W: usize>(vector: &[f32], scale: f32) -> Point<W> {
    let mut point = [0i16; W];
    for (to, from) in point.iter_mut().zip(vector) {
        *to = whole(*from, scale);
    }
    Point(point)
}

/// A point by all parts: each lane holds its share of importance and of what completes the length.
pub(super) fn by_all(vector: &[f32], importance: f32, completion: f32, scale: f32) -> Point<WIDTH> {
    let mut point = by_meaning(vector, scale);
    point.0[DIMENSIONS..DIMENSIONS + LANES].fill(whole(importance, scale));
    point.0[DIMENSIONS + LANES..].fill(whole(completion, scale));
    point
}

/// By how much a query is stretched so that its greatest number is the greatest there is.
pub(super) fn stretch(vector: &[f32], importance: f32) -> f32 {
    let most = vector.iter().fold(importance.abs(), |m, x| m.max(x.abs()));
    if most > 0.0 { GREATEST / most } else { 0.0 }
}

impl<const W: usize> Graph<W> {
    /// Builds on one thread: with several, the order of insertion and with it the graph would
    /// depend on luck.
    pub(super) fn build(
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
    pub(super) fn collect(
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
pub(super) struct Wanted<'a> {
    pub(super) members: &'a [u32],
    pub(super) recency: Recency,
    pub(super) points: usize,
    pub(super) of_each: usize,
}
