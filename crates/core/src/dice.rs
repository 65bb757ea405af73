//! Seeded random streams.
//!
//! A stream is a pure function of (seed, who, purpose, moment): nothing is carried from one roll to
//! the next, so adding a person, changing the thread count or restoring a snapshot never shifts
//! anybody else's luck.

use bevy::prelude::Resource;
use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;

/// What a stream is drawn for. Whoever draws declares it beside where it is used, as a constant:
/// `const TASTE: Draw = Draw::of("taste");`. Two purposes of one name would share a stream, so each
/// has a name of its own in the whole program; a test finds those that are given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw(u64);

impl Draw {
    /// The purpose of that name. (The name's 64-bit FNV-1a; Fowler, Noll and Vo.)
    pub const fn of(name: &str) -> Self {
        let (name, mut at) = (name.as_bytes(), 0);
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        while at < name.len() {
            hash = (hash ^ name[at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        Self(hash)
    }

    /// The same purpose for the `n`-th of several things at one moment, each with a stream of its
    /// own.
    pub const fn nth(self, n: u64) -> Self {
        Self(mix(self.0 ^ n))
    }
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
        let high = mix(mix(mix(self.seed) ^ purpose.0) ^ u64::from(who));
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

    const ONE: Draw = Draw::of("one");
    const OTHER: Draw = Draw::of("other");

    #[test]
    fn the_same_key_gives_the_same_stream() {
        let dice = Dice { seed: 7 };
        let a: Vec<f32> = {
            let mut s = dice.stream(3, ONE, 9);
            (0..8).map(|_| s.unit()).collect()
        };
        let b: Vec<f32> = {
            let mut s = dice.stream(3, Draw::of("one"), 9);
            (0..8).map(|_| s.unit()).collect()
        };
        assert_eq!(a, b);
    }

    #[test]
    fn every_part_of_the_key_matters() {
        let first = |seed, who, purpose, moment| Dice { seed }.stream(who, purpose, moment).unit();
        let base = first(1, 1, ONE, 1);
        assert_ne!(base, first(2, 1, ONE, 1));
        assert_ne!(base, first(1, 2, ONE, 1));
        assert_ne!(base, first(1, 1, OTHER, 1));
        assert_ne!(base, first(1, 1, ONE, 2));
        assert_ne!(base, first(1, 1, ONE.nth(0), 1));
        assert_ne!(first(1, 1, ONE.nth(0), 1), first(1, 1, ONE.nth(1), 1));
    }

    #[test]
    fn a_purpose_is_its_name_hashed() {
        assert_eq!(Draw::of("foobar"), Draw(0x8594_4171_f739_67e8));
    }

    #[test]
    fn rolls_are_even() {
        let dice = Dice { seed: 1 };
        let even = |mean: f32| assert!((mean - 0.5).abs() < 0.01, "{mean}");
        let people = (0..20_000).map(|who| dice.stream(who, ONE, 5).unit());
        even(people.sum::<f32>() / 20_000.0);
        let moments = (0..20_000).map(|moment| dice.stream(5, ONE, moment).unit());
        even(moments.sum::<f32>() / 20_000.0);
        let several = (0..20_000).map(|n| dice.stream(5, ONE.nth(n), 5).unit());
        even(several.sum::<f32>() / 20_000.0);
    }
}
