//! Seeded random streams.
//!
//! A stream is a pure function of (seed, who, purpose, moment): nothing is carried from one roll to
//! the next, so adding a person, changing the thread count or restoring a snapshot never shifts
//! anybody else's luck.

use bevy::prelude::Resource;
use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;

/// What a stream is drawn for. Two purposes never share a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Draw {
    /// Drawing people from a seed.
    Population = 1,
    /// Making the plan of a day.
    Plan,
    /// Small differences of taste when choosing what to do.
    Taste,
    /// How long something takes.
    Duration,
    /// How early or late one sets off.
    Punctuality,
    /// Whether to cut into a queue.
    Queue,
    /// How loudly one speaks.
    Voice,
    /// Whether to start talking.
    Talk,
    /// Which words a line is put into.
    Speech,
    /// Choosing among equally good places or spots.
    Where,
    /// Whether to write a post, and about what.
    Post,
    /// How a thought or a page of the diary is put into words.
    Thought,
    /// Whether a mind wanders, and where to.
    Wandering,
    /// What is done at a decision point of conduct.
    Conduct,
    /// Whether a lesson changes it.
    Lesson,
}

/// The run's seed, from which every stream comes.
#[derive(Resource, Clone, Copy, Debug)]
pub struct Dice {
    /// The seed given by the scenario or on the command line.
    pub seed: u64,
}

/// One stream of random numbers.
pub struct Stream(Pcg64Mcg);

/// SplitMix64's finaliser (Steele, Lea and Flood 2014): spreads every input bit over the output.
const fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Dice {
    /// The stream of `who` (an agent's number, or any other stable number) for `purpose` at
    /// `moment` (a tick, a day, …).
    pub fn stream(&self, who: u32, purpose: Draw, moment: u64) -> Stream {
        let high = mix(mix(self.seed) ^ u64::from(who) ^ ((purpose as u64) << 40));
        let low = mix(high ^ moment);
        Stream(Pcg64Mcg::new((u128::from(high) << 64) | u128::from(low)))
    }
}

impl Stream {
    /// A number in `[0, 1)`, every one as likely as any other.
    pub fn unit(&mut self) -> f32 {
        self.0.random::<f32>()
    }

    /// True with probability `p`.
    pub fn chance(&mut self, p: f32) -> bool {
        self.unit() < p
    }

    /// A number in `low..high`; `low` when the range is empty.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low).max(0.0) * self.unit()
    }

    /// An index below `len`; 0 when `len` is 0.
    pub fn index(&mut self, len: usize) -> usize {
        if len < 2 {
            0
        } else {
            self.0.random_range(0..len as u64) as usize
        }
    }

    /// One of `items`, or none when there are none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.index(items.len()))
    }

    /// A bell-shaped number around 0, within -1..1 (the mean of three).
    pub fn bell(&mut self) -> f32 {
        (self.unit() + self.unit() + self.unit()) * (2.0 / 3.0) - 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_gives_the_same_stream() {
        let dice = Dice { seed: 7 };
        let a: Vec<f32> = {
            let mut s = dice.stream(3, Draw::Taste, 9);
            (0..8).map(|_| s.unit()).collect()
        };
        let b: Vec<f32> = {
            let mut s = dice.stream(3, Draw::Taste, 9);
            (0..8).map(|_| s.unit()).collect()
        };
        assert_eq!(a, b);
    }

    #[test]
    fn every_part_of_the_key_matters() {
        let first = |seed, who, purpose, moment| Dice { seed }.stream(who, purpose, moment).unit();
        let base = first(1, 1, Draw::Taste, 1);
        assert_ne!(base, first(2, 1, Draw::Taste, 1));
        assert_ne!(base, first(1, 2, Draw::Taste, 1));
        assert_ne!(base, first(1, 1, Draw::Queue, 1));
        assert_ne!(base, first(1, 1, Draw::Taste, 2));
    }

    #[test]
    fn rolls_are_even() {
        let dice = Dice { seed: 1 };
        let mean = (0..20_000u32)
            .map(|i| dice.stream(i, Draw::Talk, 5).unit())
            .sum::<f32>()
            / 20_000.0;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
    }
}
