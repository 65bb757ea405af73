//! The ways in which a model server can fail, and the choice of one.

use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;
use std::{fmt, str::FromStr};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal,)*) => {
        /// A way in which the server can fail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FaultKind { $($(#[$doc])* $kind,)* }

        impl FaultKind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The word for it on the command line and in reports.
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }
        }
    };
}

kinds! {
    /// Status 429 that does not say when to come back.
    RateLimited = "rate-limited",
    /// Status 429 with a `Retry-After` header in seconds, see [`crate::Options::retry_after`].
    RateLimitedRetryAfter = "rate-limited-retry-after",
    /// Status 500: the server itself has failed.
    ServerError = "server-error",
    /// Reads the request and never answers; ends when the client goes.
    Hang = "hang",
    /// A good answer, one byte of its body every [`crate::Options::drip`].
    SlowDrip = "slow-drip",
    /// The connection is closed after half of the body that `Content-Length` promised.
    Dropped = "dropped",
    /// The answer's JSON breaks off in the middle, and the reason given is the token limit.
    Truncated = "truncated",
    /// Prose and a code fence around the JSON.
    Prose = "prose",
    /// A `<think>` block before the JSON, sometimes with other JSON in it.
    Think = "think",
    /// A good answer without any content.
    Empty = "empty",
    /// JSON of the wrong types: strings for numbers, objects for lists.
    WrongTypes = "wrong-types",
    /// More than 10 MB of content.
    Huge = "huge",
    /// Bytes that are not UTF-8 within the content.
    InvalidUtf8 = "invalid-utf8",
    /// A tool, or another word of an enumeration, that does not exist.
    WrongTool = "wrong-tool",
    /// The right shape with absurd values: numbers at their extremes, places that do not exist.
    Impossible = "impossible",
    /// Plain prose without any JSON.
    NotJson = "not-json",
}

impl FaultKind {
    /// Whether the fault lies in the transport or the status; the others lie in what the model
    /// says.
    pub fn is_transport(self) -> bool {
        matches!(
            self,
            Self::RateLimited
                | Self::RateLimitedRetryAfter
                | Self::ServerError
                | Self::Hang
                | Self::SlowDrip
                | Self::Dropped
        )
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for FaultKind {
    type Err = String;

    /// Case, dashes and underscores do not matter: `RateLimited`, `rate-limited` and `rate_limited`
    /// are the same.
    fn from_str(word: &str) -> Result<Self, String> {
        let plain = |word: &str| word.replace(['-', '_'], "").to_lowercase();
        Self::ALL
            .iter()
            .copied()
            .find(|kind| plain(kind.word()) == plain(word))
            .ok_or_else(|| {
                let known: Vec<&str> = Self::ALL.iter().map(|kind| kind.word()).collect();
                format!("'{word}' is no kind of fault; known: {}", known.join(", "))
            })
    }
}

/// FNV-1a, 64 bits: quick, and the same on every machine.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Dice that depend on nothing but the numbers given.
pub(crate) fn dice(parts: &[u64]) -> Pcg64Mcg {
    let bytes: Vec<u8> = parts.iter().flat_map(|part| part.to_le_bytes()).collect();
    Pcg64Mcg::seed_from_u64(hash(&bytes))
}

/// The fault for a request that is not scripted. It depends on the seed, the body and how often
/// that very body came before, and so not on the order in which requests of several connections
/// arrive.
pub(crate) fn choose(
    seed: u64,
    body: u64,
    repeat: u64,
    rate: f64,
    among: &[FaultKind],
) -> Option<FaultKind> {
    let mut dice = dice(&[seed, body, repeat]);
    (!among.is_empty() && dice.random::<f64>() < rate)
        .then(|| among[dice.random_range(0..among.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_any_spelling() {
        for &kind in FaultKind::ALL {
            assert_eq!(kind.word().parse(), Ok(kind));
            assert_eq!(format!("{kind:?}").parse(), Ok(kind));
        }
        let error = "meteor".parse::<FaultKind>().unwrap_err();
        assert!(
            error.contains("meteor") && error.contains("slow-drip"),
            "{error}"
        );
    }

    #[test]
    fn faults_come_at_their_rate_and_the_same_every_time() {
        let draw = |seed| -> Vec<_> {
            (0..4000)
                .map(|body| choose(seed, body, 0, 0.2, FaultKind::ALL))
                .collect()
        };
        let faults = draw(1);
        let hit = faults.iter().flatten().count();
        assert!((700..900).contains(&hit), "{hit} of 4000");
        for kind in FaultKind::ALL {
            assert!(faults.contains(&Some(*kind)), "{kind} never comes");
        }
        assert_eq!(faults, draw(1));
        assert_ne!(faults, draw(2));
    }

    #[test]
    fn the_same_body_asked_again_can_fare_better() {
        let fates: Vec<bool> = (0..50)
            .map(|repeat| choose(1, 7, repeat, 0.5, FaultKind::ALL).is_some())
            .collect();
        assert!(fates.contains(&true) && fates.contains(&false));
    }

    #[test]
    fn no_kinds_or_no_rate_mean_no_faults() {
        assert!((0..100).all(|body| choose(1, body, 0, 1.0, &[]).is_none()));
        assert!((0..100).all(|body| choose(1, body, 0, 0.0, FaultKind::ALL).is_none()));
    }
}
