//! Utility AI in the vocabulary of the `big-brain` crate: Scorers give Scores, Evaluators bend
//! them, Joinings (its Measures) join them, a Picker chooses among a Thinker's choices, and Actions
//! go through states.
//!
//! That crate's last release does not build with this Bevy. Here everything is plain data evaluated
//! in one pass for one agent: no entities per scorer, a fixed order, and a breakdown of every score
//! for whoever asks why.

use serde::{Deserialize, Serialize};

/// How much something is wanted, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Score(f32);

impl Score {
    /// A score, brought into 0..=1; what is not a number becomes 0.
    pub const fn new(value: f32) -> Self {
        if value.is_nan() {
            Self(0.0)
        } else {
            Self(value.clamp(0.0, 1.0))
        }
    }

    /// Its value, 0 to 1.
    pub const fn get(self) -> f32 {
        self.0
    }
}

/// Bends an input in 0..=1 into a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evaluator {
    /// From one value at 0 to another at 1.
    Linear {
        /// The score at an input of 0, from 0 to 1.
        from: f32,
        /// The score at an input of 1, from 0 to 1.
        to: f32,
    },
    /// The input to a whole power: small wants stay small.
    Power(i32),
    /// An S around a middle; the greater the steepness, the more like a threshold.
    Sigmoid {
        /// The input, 0 to 1, at which it is one half.
        middle: f32,
        /// How steep it is there: 0 is flat; the greater, the more like a threshold.
        steepness: f32,
    },
}

impl Evaluator {
    /// The score of an input; inputs are held within 0 and 1.
    pub fn evaluate(self, input: f32) -> Score {
        let x = input.clamp(0.0, 1.0);
        Score::new(match self {
            Evaluator::Linear { from, to } => from + (to - from) * x,
            Evaluator::Power(power) => x.powi(power),
            Evaluator::Sigmoid { middle, steepness } => {
                // x/(1+|x|) in the place of a logistic: the same on every platform.
                let d = (x - middle) * steepness;
                0.5 + 0.5 * d / (1.0 + d.abs())
            }
        })
    }
}

/// Joins several weighted scores into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// The sum of the scores, each times its weight.
    WeightedSum,
    /// The product, each score raised towards 1 as its weight falls.
    WeightedProduct,
    /// The greatest weighted score.
    ChebyshevDistance,
}

impl Joining {
    /// The joint score of parts, each a weight and a score; held within 0 and 1.
    pub fn join(self, parts: &[(f32, Score)]) -> Score {
        Score::new(match self {
            Joining::WeightedSum => parts.iter().map(|(w, s)| w * s.get()).sum(),
            Joining::WeightedProduct => parts
                .iter()
                .map(|(w, s)| 1.0 - w.clamp(0.0, 1.0) * (1.0 - s.get()))
                .product(),
            Joining::ChebyshevDistance => {
                parts.iter().map(|(w, s)| w * s.get()).fold(0.0, f32::max)
            }
        })
    }
}

/// Chooses among scored choices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Picker {
    /// The highest, the first of equals.
    Highest,
    /// The first that reaches a threshold.
    FirstToScore {
        /// The least score that is good enough, 0 to 1.
        threshold: f32,
    },
    /// The highest of those that reach a threshold.
    HighestToScore {
        /// The least score that is good enough, 0 to 1.
        threshold: f32,
    },
}

impl Picker {
    /// The index of the choice, if one is good enough.
    pub fn pick(self, scores: &[Score]) -> Option<usize> {
        let highest = |least: f32| {
            let mut best: Option<usize> = None;
            for (i, score) in scores.iter().enumerate() {
                if score.get() >= least && best.is_none_or(|b| *score > scores[b]) {
                    best = Some(i);
                }
            }
            best
        };
        match self {
            Picker::Highest => highest(f32::EPSILON),
            Picker::FirstToScore { threshold } => scores.iter().position(|s| s.get() >= threshold),
            Picker::HighestToScore { threshold } => highest(threshold),
        }
    }
}

/// How far an action has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionState {
    /// Nothing was chosen yet.
    #[default]
    Init,
    /// Chosen, its first step not yet taken.
    Requested,
    /// Under way: its first step was taken.
    Executing,
    /// Given up for something else.
    Cancelled,
    /// Carried out to its end.
    Success,
    /// A call of it was refused, or no next step was found.
    Failure,
}

/// A thinker: a picker, choices, and what is done when nothing is good enough.
#[derive(Clone, Debug)]
pub struct Thinker<A> {
    picker: Picker,
    choices: Vec<(Score, A)>,
    otherwise: A,
}

impl<A: Clone> Thinker<A> {
    /// Begins to build a thinker.
    pub fn build(picker: Picker, otherwise: A) -> Self {
        Self {
            picker,
            choices: Vec::new(),
            otherwise,
        }
    }

    /// Adds something to choose, with its score.
    pub fn when(&mut self, score: Score, action: A) {
        self.choices.push((score, action));
    }

    /// The score and the choice that the picker takes; what is done otherwise, at 0, where it takes
    /// none.
    pub fn think(&self) -> (Score, A) {
        let scores: Vec<Score> = self.choices.iter().map(|(s, _)| *s).collect();
        match self.picker.pick(&scores) {
            Some(i) => (scores[i], self.choices[i].1.clone()),
            None => (Score::default(), self.otherwise.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pickers_choose_as_named() {
        let scores = [0.2, 0.6, 0.9, 0.9].map(Score::new);
        assert_eq!(Picker::Highest.pick(&scores), Some(2));
        assert_eq!(
            Picker::FirstToScore { threshold: 0.5 }.pick(&scores),
            Some(1)
        );
        assert_eq!(
            Picker::HighestToScore { threshold: 0.95 }.pick(&scores),
            None
        );
        assert_eq!(Picker::Highest.pick(&[]), None);
        assert_eq!(Picker::Highest.pick(&[Score::default()]), None);
    }

    #[test]
    fn thinkers_fall_back() {
        let mut thinker = Thinker::build(Picker::HighestToScore { threshold: 0.5 }, "wait");
        thinker.when(Score::new(0.4), "eat");
        assert_eq!(thinker.think().1, "wait");
        thinker.when(Score::new(0.7), "sleep");
        assert_eq!(thinker.think().1, "sleep");
    }

    proptest! {
        #[test]
        fn scores_stay_scores(x in any::<f32>(), y in any::<f32>(), w in -2.0f32..2.0) {
            for evaluator in [Evaluator::Linear { from: x, to: y }, Evaluator::Power(3), Evaluator::Sigmoid { middle: 0.4, steepness: x }] {
                let score = evaluator.evaluate(y).get();
                prop_assert!((0.0..=1.0).contains(&score));
            }
            for measure in [Joining::WeightedSum, Joining::WeightedProduct, Joining::ChebyshevDistance] {
                let score = measure.join(&[(w, Score::new(x)), (1.0, Score::new(y))]).get();
                prop_assert!((0.0..=1.0).contains(&score));
            }
        }

        #[test]
        fn sigmoids_rise(a in 0.0f32..1.0, b in 0.0f32..1.0) {
            let s = Evaluator::Sigmoid { middle: 0.5, steepness: 8.0 };
            prop_assert!((a <= b) == (s.evaluate(a) <= s.evaluate(b)));
        }
    }
}
