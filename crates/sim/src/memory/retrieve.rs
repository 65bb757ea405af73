//! Retrieval: which memories come to mind, scored by recency, importance, relevance and task
//! resonance.
//!
//! Each part is normalised to 0..1 over the candidates (least to greatest; 0.5 for all when they do
//! not differ), weighted and summed. The profiles are those of the Generative Agents paper, of the
//! code published with it, and a mended one; `docs/memory.md` compares them.

pub use crate::campus::scenario::retrieval::{
    Profile, Recency, RetrievalSettings, RetrievalWeights,
};
use collegium_core::time::{HOUR, SimTime};

/// What scoring needs to know of a candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Which memory it is: its place in the stream.
    pub index: usize,
    /// Its rank by when it was last touched, 1 for the longest ago.
    pub rank: usize,
    /// When it was last touched.
    pub touched: SimTime,
    /// How poignant it is, 1 to 10.
    pub importance: u8,
    /// Likeness to the query, −1 to 1.
    pub relevance: f32,
    /// Likeness to the task, −1 to 1; 0 when there is none.
    pub resonance: f32,
}

/// One part of a score, at each step from what is measured to what it adds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScorePart {
    /// As measured: likeness −1 to 1, importance 1 to 10, recency 0 to 1.
    pub raw: f32,
    /// Between 0 and 1 over the candidates.
    pub normalised: f32,
    /// What it adds to the score: the normalised part times its weight.
    pub weighted: f32,
}

/// A score by its parts; their weights are those of [`RetrievalWeights`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScoreParts {
    /// How lately it was touched.
    pub recency: ScorePart,
    /// How poignant it is.
    pub importance: ScorePart,
    /// How like the query it is.
    pub relevance: ScorePart,
    /// How like the task it is.
    pub resonance: ScorePart,
}

/// A memory that came to mind, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Which memory it is: its place in the stream.
    pub index: usize,
    /// When it was last touched.
    pub touched: SimTime,
    /// The sum of the weighted parts: only to compare with those of the same recall.
    pub score: f32,
    /// What the score is made of.
    pub parts: ScoreParts,
}

/// decay ^ n by squaring, in a fixed order: `powf` and `powi` may differ between platforms.
fn power(decay: f64, n: u64) -> f64 {
    let (mut result, mut base, mut n) = (1.0, decay, n);
    while n > 0 {
        if n & 1 == 1 {
            result *= base;
        }
        base *= base;
        n >>= 1;
    }
    result
}

impl RetrievalSettings {
    /// The recency of something touched then, or of that rank. Parts of an hour are interpolated
    /// between whole hours.
    pub fn recency_of(&self, now: SimTime, touched: SimTime, rank: usize) -> f32 {
        let decay = f64::from(self.decay.clamp(0.0, 1.0));
        let raw = match self.recency {
            Recency::Hours => {
                let seconds = now.since(touched);
                let whole = power(decay, u64::from(seconds / HOUR));
                let part = f64::from(seconds % HOUR) / f64::from(HOUR);
                whole * (1.0 - part * (1.0 - decay))
            }
            Recency::OldestFirst => power(decay, rank as u64),
        };
        raw as f32
    }
}

/// The least and the greatest of a part over the candidates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// What the candidate has that has the least of it; it counts as 0.
    pub low: f32,
    /// What the candidate has that has the most of it; it counts as 1.
    pub high: f32,
}

impl Range {
    /// Of nothing yet.
    pub const EMPTY: Self = Self {
        low: f32::INFINITY,
        high: f32::NEG_INFINITY,
    };

    /// Takes in a value.
    pub const fn take(&mut self, value: f32) {
        self.low = self.low.min(value);
        self.high = self.high.max(value);
    }

    /// How far the values lie apart, in their own unit; below 0 where there are none.
    pub const fn width(&self) -> f32 {
        self.high - self.low
    }

    /// A value between 0 and 1; 0.5 when the candidates do not differ, as the published code has
    /// it.
    fn part(&self, raw: f32, weight: f32) -> ScorePart {
        let normalised = if self.width() > 0.0 {
            (raw - self.low) / self.width()
        } else {
            0.5
        };
        ScorePart {
            raw,
            normalised,
            weighted: weight * normalised,
        }
    }
}

/// Scores all candidates and gives the `most` best, best first. Of equals the one touched later
/// comes first, then the one that stands later in the stream.
pub fn top(
    settings: &RetrievalSettings,
    now: SimTime,
    candidates: &[Candidate],
    most: usize,
) -> Vec<Scored> {
    let recency = |c: &Candidate| settings.recency_of(now, c.touched, c.rank);
    let mut ranges = [Range::EMPTY; 4];
    // Candidates lie in order of time mostly, so many in a row have the same recency.
    let mut raw = Vec::with_capacity(candidates.len());
    let mut last = (SimTime(0), 0, 1.0f32);
    for (i, c) in candidates.iter().enumerate() {
        let same = i > 0 && settings.recency == Recency::Hours && last.0 == c.touched;
        if !same {
            last = (c.touched, c.rank, recency(c));
        }
        raw.push(last.2);
        for (range, value) in
            ranges
                .iter_mut()
                .zip([last.2, f32::from(c.importance), c.relevance, c.resonance])
        {
            range.take(value);
        }
    }
    let weights = &settings.weights;
    let parts = |c: &Candidate, recency: f32| ScoreParts {
        recency: ranges[0].part(recency, weights.recency),
        importance: ranges[1].part(f32::from(c.importance), weights.importance),
        relevance: ranges[2].part(c.relevance, weights.relevance),
        resonance: ranges[3].part(c.resonance, weights.resonance),
    };
    let sum = |p: &ScoreParts| {
        p.recency.weighted + p.importance.weighted + p.relevance.weighted + p.resonance.weighted
    };
    let mut order: Vec<(f32, u32)> = candidates
        .iter()
        .zip(&raw)
        .zip(0..)
        .map(|((c, recency), i)| (sum(&parts(c, *recency)), i))
        .collect();
    let better = |a: &(f32, u32), b: &(f32, u32)| {
        let place = |i: u32| {
            let candidate = &candidates[i as usize];
            (candidate.touched, candidate.index)
        };
        b.0.total_cmp(&a.0)
            .then_with(|| place(b.1).cmp(&place(a.1)))
    };
    if most == 0 {
        return Vec::new();
    }
    if most < order.len() {
        order.select_nth_unstable_by(most - 1, better);
        order.truncate(most);
    }
    order.sort_unstable_by(better);
    order
        .into_iter()
        .map(|(score, i)| {
            let candidate = &candidates[i as usize];
            Scored {
                index: candidate.index,
                touched: candidate.touched,
                score,
                parts: parts(candidate, raw[i as usize]),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three memories, touched 100, 10 and 0 hours ago.
    fn three() -> [Candidate; 3] {
        let c = |index, hour, importance, relevance, resonance| Candidate {
            index,
            rank: index + 1,
            touched: SimTime(hour * HOUR),
            importance,
            relevance,
            resonance,
        };
        [
            c(0, 0, 9, 0.5, 0.0),
            c(1, 90, 1, 0.7, 0.2),
            c(2, 100, 3, 0.3, 0.4),
        ]
    }

    fn scores(profile: Profile) -> Vec<(usize, f32)> {
        let mut found = top(
            &RetrievalSettings::of(profile),
            SimTime(100 * HOUR),
            &three(),
            3,
        );
        found.sort_by_key(|s| s.index);
        found.iter().map(|s| (s.index, s.score)).collect()
    }

    fn close(found: &[(usize, f32)], expected: [f32; 3]) {
        for ((i, score), expected) in found.iter().zip(expected) {
            assert!(
                (score - expected).abs() < 1e-4,
                "{i}: {score}, expected {expected}"
            );
        }
    }

    // By hand, for all profiles with decay 0.99:
    //   hours: 0.99^100 = 0.366032, 0.99^10 = 0.904382, 0.99^0 = 1; width 0.633968
    //          normalised 0, (0.904382 − 0.366032) / 0.633968 = 0.849176, 1
    //   rank:  0.99^1 = 0.99, 0.99^2 = 0.9801, 0.99^3 = 0.970299; width 0.019701
    //          normalised 1, (0.9801 − 0.970299) / 0.019701 = 0.497487, 0
    //   importance 9, 1, 3: normalised 1, 0, 0.25
    //   relevance 0.5, 0.7, 0.3: normalised 0.5, 1, 0
    //   resonance 0, 0.2, 0.4: normalised 0, 0.5, 1

    #[test]
    fn the_paper_weighs_all_alike() {
        // 0 + 1 + 0.5;  0.849176 + 0 + 1;  1 + 0.25 + 0
        close(&scores(Profile::Paper), [1.5, 1.849_176, 1.25]);
    }

    #[test]
    fn the_published_code_takes_the_oldest_for_the_newest() {
        // 0.5·1 + 2·1 + 3·0.5;  0.5·0.497487 + 2·0 + 3·1;  0.5·0 + 2·0.25 + 3·0
        close(&scores(Profile::StanfordCode), [4.0, 3.248_744, 0.5]);
    }

    #[test]
    fn the_mended_one_adds_the_task() {
        // 0.5·0 + 2·1 + 3·0.5 + 0;  0.5·0.849176 + 0 + 3 + 0.5;  0.5·1 + 2·0.25 + 0 + 1
        close(&scores(Profile::Fixed), [3.5, 3.924_588, 2.0]);
    }

    #[test]
    fn every_part_is_shown() {
        let found = top(
            &RetrievalSettings::default(),
            SimTime(100 * HOUR),
            &three(),
            1,
        );
        let parts = found[0].parts;
        assert_eq!(found[0].index, 1);
        assert_eq!(
            (
                parts.relevance.raw,
                parts.relevance.normalised,
                parts.relevance.weighted
            ),
            (0.7, 1.0, 3.0)
        );
        assert_eq!(
            (parts.importance.raw, parts.importance.normalised),
            (1.0, 0.0)
        );
        assert!(
            (parts.recency.raw - 0.904_382).abs() < 1e-6
                && (parts.resonance.weighted - 0.5).abs() < 1e-6
        );
    }

    #[test]
    fn parts_of_an_hour_lie_between_the_hours() {
        let settings = RetrievalSettings::default();
        // Half an hour: 1 − 0.5 · 0.01
        assert!((settings.recency_of(SimTime(HOUR / 2), SimTime(0), 1) - 0.995).abs() < 1e-6);
        assert!(settings.recency_of(SimTime(u32::MAX), SimTime(0), 1) >= 0.0);
    }

    #[test]
    fn equals_count_half_and_the_newest_comes_first() {
        let c = |index, touched| Candidate {
            index,
            rank: 1,
            touched: SimTime(touched),
            importance: 4,
            relevance: 0.2,
            resonance: 0.0,
        };
        // Both fall into the same moment: every part is 0.5, so 0.5·(0.5 + 2 + 3 + 1) = 3.25.
        let found = top(
            &RetrievalSettings::default(),
            SimTime(9),
            &[c(0, 5), c(1, 5)],
            5,
        );
        assert_eq!(
            found.iter().map(|s| (s.index, s.score)).collect::<Vec<_>>(),
            [(1, 3.25), (0, 3.25)]
        );
        assert!(top(&RetrievalSettings::default(), SimTime(9), &[], 5).is_empty());
        assert!(top(&RetrievalSettings::default(), SimTime(9), &[c(0, 5)], 0).is_empty());
    }
}
