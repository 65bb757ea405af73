//! The terms of the reward and the weights by which a scenario adds them up.

use collegium_core::named;
use serde::{Deserialize, Serialize};

/// Writes [`RewardTerm`] and [`RewardWeights`]: a line for each term, with what it is, its variant,
/// and its word, which is the field of its weight.
macro_rules! rewards {
    ($($(#[doc = $meaning:literal])+ $term:ident = $word:ident,)+) => {
        named! {
            /// A term of the reward. The order is that of datasets: never reorder.
            RewardTerm { $($(#[doc = $meaning])+ $term = stringify!($word)),+ }
        }

        /// The weights of the terms of the reward: the table `[conduct.rewards]`. Each is a factor
        /// without a unit, from −100 to 100, and 1 unless the scenario says otherwise.
        #[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct RewardWeights {
            $(
                #[doc = concat!("What [`RewardTerm::", stringify!($term), "`] is multiplied by.")]
                pub $word: f32,
            )+
        }

        impl Default for RewardWeights {
            fn default() -> Self {
                Self { $($word: 1.0,)+ }
            }
        }

        impl RewardWeights {
            /// Weights of which each is nothing.
            pub const NONE: Self = Self { $($word: 0.0,)+ };

            /// Adds to the weight of a term.
            pub const fn add(&mut self, term: RewardTerm, weight: f32) {
                match term { $(RewardTerm::$term => self.$word += weight,)+ }
            }

            /// The sums of the weights of both.
            #[must_use]
            pub const fn and(self, other: &Self) -> Self {
                Self { $($word: self.$word + other.$word,)+ }
            }

            /// The weights by name, in the order of the terms.
            pub const fn named(&self) -> [(&'static str, f32); TERMS] {
                [$((stringify!($word), self.$word),)+]
            }
        }
    };
}

rewards! {
    /// 0.5 for coming to a class in time; −0.5 for coming late to a class or shift, and −0.1
    /// more a minute, to −1.5.
    Punctuality = punctuality,
    /// 0.5 for coming to a class, event or meeting; −1 for a class missed.
    Attendance = attendance,
    /// −1 for stepping in front of others.
    Queueing = queueing,
    /// −0.02 a minute waited in a queue; −0.2 for going without.
    Patience = patience,
    /// −1 a line that is too loud for its place.
    Noise = noise,
    /// 0.01 a minute studied; −0.05 a break.
    Focus = focus,
    /// 0.05 for a greeting, 0.1 for one returned, −0.2 for one that was not; 0.3 for an apology
    /// that was due, −0.3 for one that was not made.
    Courtesy = courtesy,
    /// 0.5 for help, 0.3 for something given or lent, −0.2 for help refused.
    Cooperation = cooperation,
    /// 0.05 for a conversation begun.
    Company = company,
    /// What it costs: −0.05 for coming early, −0.03 for hurrying, −0.1 for helping, −0.02 for
    /// an apology and for giving or lending.
    Effort = effort,
}

/// How many terms there are.
pub const TERMS: usize = RewardTerm::ALL.len();

impl RewardWeights {
    /// The reward: the weighted sum of the terms.
    pub fn sum(&self, terms: &[f32; TERMS]) -> f32 {
        self.named()
            .iter()
            .zip(terms)
            .map(|((_, weight), term)| weight * term)
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_counts_its_own_term() {
        for term in RewardTerm::ALL {
            let toml = format!("{} = 3.0", term.word());
            let weights: RewardWeights = toml::from_str(&toml).unwrap();
            for other in RewardTerm::ALL {
                let mut terms = [0.0; TERMS];
                terms[other.number()] = 2.0;
                let expected = if other == term { 6.0 } else { 2.0 };
                assert_eq!(weights.sum(&terms), expected, "{term}, {other}");
            }
        }
    }
}
