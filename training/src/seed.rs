//! Seeded random streams on the host: every initial weight, sampled action, shuffle and noise comes
//! from one.
//!
//! burn's own generators are one per process, so that anything else that draws from them changes
//! the run; nothing here uses them.

use rand::{Rng as _, RngExt as _, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

/// What a stream is for. The numbers are part of what a seed means: never reorder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u64)]
pub enum Use {
    /// Initial weights of networks.
    Init = 1,
    /// Actions that a policy draws.
    Act = 2,
    /// Whatever environments draw.
    Environment = 3,
    /// Order of minibatches, and draws from buffers and datasets.
    Shuffle = 4,
    /// Noise of diffusion and of other learners.
    Noise = 5,
    /// Resampling in statistics.
    Bootstrap = 6,
    /// Episodes of evaluation.
    Evaluate = 7,
}

/// A random stream that can be saved and resumed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stream(Pcg64Mcg);

// As text: the state has 128 bits, which not every format holds as a number.
impl From<Stream> for String {
    fn from(stream: Stream) -> String {
        let state = serde_json::to_string(&stream.0).unwrap_or_default();
        state.chars().filter(char::is_ascii_digit).collect()
    }
}

impl TryFrom<String> for Stream {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let state: u128 = text
            .parse()
            .map_err(|_| format!("found {text:?}, expected the state of a random stream"))?;
        let read = serde_json::from_str(&format!("{{\"state\":{state}}}"));
        read.map(Stream).map_err(|e| format!("random stream: {e}"))
    }
}

/// The stream for a use and an index (an environment slot, a network) under a seed.
pub fn stream(seed: u64, what: Use, index: u64) -> Stream {
    // SplitMix64's finaliser over the three, so that neighbouring seeds share nothing.
    let mut state =
        [seed, what as u64, index]
            .into_iter()
            .fold(0x9E37_79B9_7F4A_7C15_u64, |state, part| {
                let mut z = state
                    ^ part
                        .wrapping_add(0x9E37_79B9_7F4A_7C15)
                        .wrapping_mul(0xBF58_476D_1CE4_E5B9);
                z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                z ^ (z >> 31)
            });
    state |= 1;
    Stream(Pcg64Mcg::seed_from_u64(state))
}

impl Stream {
    /// A number in `[0, 1)`, every one as likely as any other.
    pub fn unit(&mut self) -> f32 {
        // 24 bits: every value is exact in f32 and below one.
        (self.0.next_u32() >> 8) as f32 / (1_u32 << 24) as f32
    }

    /// A number in `[low, high)`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// A standard normal number.
    pub fn normal(&mut self) -> f32 {
        StandardNormal.sample(&mut self.0)
    }

    /// An index below `len`; 0 when `len` is 0.
    pub fn below(&mut self, len: usize) -> usize {
        if len == 0 {
            0
        } else {
            self.0.random_range(0..len)
        }
    }

    /// Whether something of probability `p` happens.
    pub fn chance(&mut self, p: f32) -> bool {
        self.unit() < p
    }

    /// Puts a slice in random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// A seed for something else.
    pub fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_apart_and_resume() {
        let draw = |mut s: Stream| (0..8).map(|_| s.unit()).collect::<Vec<_>>();
        let a = draw(stream(1, Use::Init, 0));
        assert_eq!(a, draw(stream(1, Use::Init, 0)));
        for other in [
            stream(2, Use::Init, 0),
            stream(1, Use::Act, 0),
            stream(1, Use::Init, 1),
        ] {
            assert_ne!(a, draw(other));
        }
        let mut s = stream(7, Use::Noise, 3);
        s.normal();
        let mut resumed: Stream =
            serde_json::from_str(&serde_json::to_string(&s).unwrap()).unwrap();
        assert_eq!(s.seed(), resumed.seed());
        let mut again: Stream = serde_json::from_value(serde_json::to_value(&s).unwrap()).unwrap();
        assert_eq!(s.seed(), again.seed());
        assert!(serde_json::from_str::<Stream>("\"x\"").is_err());
    }

    #[test]
    fn draws_are_spread() {
        let mut s = stream(3, Use::Act, 0);
        let mean = (0..20_000).map(|_| s.unit()).sum::<f32>() / 20_000.0;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
        let (sum, square) = (0..20_000)
            .map(|_| s.normal())
            .fold((0.0, 0.0), |(a, b), x| (a + x, b + x * x));
        assert!((sum / 20_000.0_f32).abs() < 0.03 && (square / 20_000.0_f32 - 1.0).abs() < 0.05);
    }
}
