//! Decision processes small enough to be solved exactly: what learned policies and values are
//! measured against.

use serde::{Deserialize, Serialize};

/// What may come of an action in a state.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transition {
    /// How likely it is.
    pub probability: f64,
    /// The number of the state that comes after.
    pub next: usize,
    /// What that step brings.
    pub reward: f64,
    /// Whether that ends the episode, so that `next` is worth nothing.
    pub terminated: bool,
}

/// Why a process cannot be had or solved.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TabularError {
    /// A vector has the wrong length.
    #[error("{what}: expected {expected} entries, found {found}")]
    Shape {
        /// The name of the vector.
        what: &'static str,
        /// Its length as it should be.
        expected: usize,
        /// The length that it has.
        found: usize,
    },
    /// Probabilities are negative, not finite, or do not sum to 1.
    #[error("{what}: probabilities sum to {sum}, not 1")]
    Probabilities {
        /// Which probabilities they are.
        what: String,
        /// What they sum to, where it should be 1.
        sum: f64,
    },
    /// An outcome leads out of the table, or its reward is not finite.
    #[error(
        "state {state}, action {action}: leads to state {next} of {states} with reward {reward}"
    )]
    Transition {
        /// The number of the state that it leads from.
        state: usize,
        /// The action that is taken there.
        action: usize,
        /// The state after, which is not there.
        next: usize,
        /// How many states there are.
        states: usize,
        /// What that step brings.
        reward: f64,
    },
    /// The discount is outside of [0, 1].
    #[error("the discount must be in [0, 1], found {0}")]
    Discount(f64),
    /// Values still change after the last sweep that was allowed.
    #[error(
        "values still change by {change} after {sweeps} sweeps (is the discount below 1, or does \
         every way end?)"
    )]
    Unsettled {
        /// The largest change of the last sweep.
        change: f64,
        /// How many sweeps were made.
        sweeps: usize,
    },
}

/// A decision process as a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mdp {
    states: usize,
    actions: usize,
    start: Vec<f64>,
    table: Vec<Vec<Transition>>,
}

/// Values and choices that are best.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The value of each state.
    pub values: Vec<f64>,
    /// The value of each action in each state, `states × actions`.
    pub q: Vec<f64>,
    /// The best action of each state; the lowest number among equals.
    pub policy: Vec<usize>,
}

/// The best that can be had within a number of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Finite {
    /// The value of each state with all steps left.
    pub values: Vec<f64>,
    /// The best action of each state after 0, 1, 2, … steps, `horizon × states`.
    pub policy: Vec<Vec<usize>>,
}

impl Mdp {
    /// A process of `states` with `actions` each: how likely each state is the first, and what may
    /// come of each action in each state (`table[state × actions + action]`).
    ///
    /// # Errors
    ///
    /// When lengths do not fit, probabilities do not sum to 1 (to 1e-9), or an outcome leads out of
    /// the table.
    pub fn new(
        states: usize,
        actions: usize,
        start: Vec<f64>,
        table: Vec<Vec<Transition>>,
    ) -> Result<Self, TabularError> {
        if start.len() != states {
            return Err(TabularError::Shape {
                what: "start",
                expected: states,
                found: start.len(),
            });
        }
        if table.len() != states * actions {
            return Err(TabularError::Shape {
                what: "table",
                expected: states * actions,
                found: table.len(),
            });
        }
        sums_to_one("start", start.iter().copied())?;
        for (at, outcomes) in table.iter().enumerate() {
            let (state, action) = (at / actions.max(1), at % actions.max(1));
            sums_to_one(
                &format!("state {state}, action {action}"),
                outcomes.iter().map(|o| o.probability),
            )?;
            if let Some(o) = outcomes
                .iter()
                .find(|o| o.next >= states || !o.reward.is_finite())
            {
                return Err(TabularError::Transition {
                    state,
                    action,
                    next: o.next,
                    states,
                    reward: o.reward,
                });
            }
        }
        Ok(Self {
            states,
            actions,
            start,
            table,
        })
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.states
    }

    /// How many actions each state has.
    pub fn actions(&self) -> usize {
        self.actions
    }

    /// How likely each state is the first.
    pub fn start(&self) -> &[f64] {
        &self.start
    }

    /// What may come of an action in a state; nothing for what is not in the table.
    pub fn outcomes(&self, state: usize, action: usize) -> &[Transition] {
        if action >= self.actions {
            return &[];
        }
        self.table
            .get(state * self.actions + action)
            .map_or(&[], Vec::as_slice)
    }

    /// The value at the start, of values by state.
    pub fn at_start(&self, values: &[f64]) -> f64 {
        self.start.iter().zip(values).map(|(p, v)| p * v).sum()
    }

    /// What an action in a state is worth when the states after it are worth `values`.
    fn backup(&self, state: usize, action: usize, gamma: f64, values: &[f64]) -> f64 {
        let worth = |o: &Transition| {
            o.reward
                + if o.terminated {
                    0.0
                } else {
                    gamma * values[o.next]
                }
        };
        self.outcomes(state, action)
            .iter()
            .map(|o| o.probability * worth(o))
            .sum()
    }

    /// The values of all actions in all states when the states after are worth `values`, `states ×
    /// actions`.
    fn backups(&self, gamma: f64, values: &[f64]) -> Vec<f64> {
        (0..self.states * self.actions)
            .map(|i| self.backup(i / self.actions, i % self.actions, gamma, values))
            .collect()
    }

    /// The undiscounted optimum within `horizon` steps, by induction from the last step back.
    pub fn finite_horizon(&self, horizon: usize) -> Finite {
        let mut values = vec![0.0; self.states];
        let mut policy = Vec::with_capacity(horizon);
        for _ in 0..horizon {
            let best = self.greedy(&self.backups(1.0, &values));
            policy.push(best.iter().map(|(a, _)| *a).collect());
            values = best.into_iter().map(|(_, v)| v).collect();
        }
        policy.reverse();
        Finite { values, policy }
    }

    /// The undiscounted value of each state within `horizon` steps under a policy of probabilities,
    /// `states × actions`.
    ///
    /// # Errors
    ///
    /// When the policy has the wrong length or its probabilities do not sum to 1.
    pub fn evaluate_finite(
        &self,
        policy: &[f64],
        horizon: usize,
    ) -> Result<Vec<f64>, TabularError> {
        self.check(policy)?;
        let mut values = vec![0.0; self.states];
        for _ in 0..horizon {
            values = self.mix(policy, &self.backups(1.0, &values));
        }
        Ok(values)
    }

    /// The optimum over all time with discount `gamma`, by value iteration until no value changes
    /// by more than `tolerance` (at most 1,000,000 sweeps).
    ///
    /// # Errors
    ///
    /// When the discount is outside of [0, 1] or values do not settle.
    pub fn value_iteration(&self, gamma: f64, tolerance: f64) -> Result<Solution, TabularError> {
        let values = self.settle(gamma, tolerance, |q| {
            self.greedy(q).into_iter().map(|(_, v)| v).collect()
        })?;
        let q = self.backups(gamma, &values);
        let policy = self.greedy(&q).into_iter().map(|(a, _)| a).collect();
        Ok(Solution { values, q, policy })
    }

    /// The values of a policy of probabilities (`states × actions`) over all time: what SARSA and
    /// expected SARSA converge to. Gives the value of each state and of each action in it.
    ///
    /// # Errors
    ///
    /// When the policy has the wrong shape, the discount is outside of [0, 1], or values do not
    /// settle.
    pub fn evaluate(
        &self,
        policy: &[f64],
        gamma: f64,
        tolerance: f64,
    ) -> Result<(Vec<f64>, Vec<f64>), TabularError> {
        self.check(policy)?;
        let values = self.settle(gamma, tolerance, |q| self.mix(policy, q))?;
        let q = self.backups(gamma, &values);
        Ok((values, q))
    }

    fn settle(
        &self,
        gamma: f64,
        tolerance: f64,
        value: impl Fn(&[f64]) -> Vec<f64>,
    ) -> Result<Vec<f64>, TabularError> {
        const SWEEPS: usize = 1_000_000;
        if !(0.0..=1.0).contains(&gamma) {
            return Err(TabularError::Discount(gamma));
        }
        let mut values = vec![0.0; self.states];
        let mut change = f64::INFINITY;
        for _ in 0..SWEEPS {
            let next = value(&self.backups(gamma, &values));
            change = next
                .iter()
                .zip(&values)
                .map(|(a, b)| (a - b).abs())
                .fold(0.0, f64::max);
            values = next;
            if change <= tolerance {
                return Ok(values);
            }
        }
        Err(TabularError::Unsettled {
            change,
            sweeps: SWEEPS,
        })
    }

    /// The best action of each state and its value; among values equal to 1e-12 the lowest action,
    /// so that rounding does not choose.
    fn greedy(&self, q: &[f64]) -> Vec<(usize, f64)> {
        let best = |row: &[f64]| {
            row.iter()
                .enumerate()
                .fold((0, f64::NEG_INFINITY), |(a, v), (i, x)| {
                    if *x > v + 1e-12 { (i, *x) } else { (a, v) }
                })
        };
        q.chunks(self.actions.max(1)).map(best).collect()
    }

    fn mix(&self, policy: &[f64], q: &[f64]) -> Vec<f64> {
        let rows = policy
            .chunks(self.actions.max(1))
            .zip(q.chunks(self.actions.max(1)));
        rows.map(|(p, q)| p.iter().zip(q).map(|(p, q)| p * q).sum())
            .collect()
    }

    fn check(&self, policy: &[f64]) -> Result<(), TabularError> {
        let expected = self.states * self.actions;
        if policy.len() != expected {
            return Err(TabularError::Shape {
                what: "policy",
                expected,
                found: policy.len(),
            });
        }
        policy
            .chunks(self.actions.max(1))
            .enumerate()
            .try_for_each(|(state, row)| {
                sums_to_one(&format!("policy in state {state}"), row.iter().copied())
            })
    }
}

/// A policy that always does the given action of each state, as probabilities.
pub fn certain(policy: &[usize], actions: usize) -> Vec<f64> {
    policy
        .iter()
        .flat_map(|best| (0..actions).map(move |a| if a == *best { 1.0 } else { 0.0 }))
        .collect()
}

fn sums_to_one(
    what: &str,
    probabilities: impl Iterator<Item = f64> + Clone,
) -> Result<(), TabularError> {
    let sum: f64 = probabilities.clone().sum();
    if (sum - 1.0).abs() > 1e-9 || !probabilities.into_iter().all(|p| p >= 0.0) {
        return Err(TabularError::Probabilities {
            what: what.to_owned(),
            sum,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envs::grids;

    fn table(name: &str) -> Mdp {
        grids::mdp(name).unwrap().0
    }

    #[test]
    fn published_optima() {
        for (name, steps, optimum) in [
            ("FrozenLake-v1", 100, 0.744190),
            ("FrozenLake8x8-v1", 200, 0.913220),
            ("CliffWalking-v1", 200, -13.0),
        ] {
            let mdp = table(name);
            let value = mdp.at_start(&mdp.finite_horizon(steps).values);
            assert!((value - optimum).abs() < 1e-6, "{name}: {value}");
        }
        let lake = table("FrozenLake-v1");
        let value = lake.at_start(&lake.value_iteration(1.0, 1e-13).unwrap().values);
        assert!((value - 14.0 / 17.0).abs() < 1e-9, "{value}");
        let cliff = table("CliffWalking-v1");
        let solved = cliff.value_iteration(1.0, 0.0).unwrap();
        assert_eq!(cliff.at_start(&solved.values), -13.0);
        // The published policy of the cliff: up, eleven to the right, down.
        assert_eq!(
            (solved.policy[36], solved.policy[24], solved.policy[35]),
            (0, 1, 2)
        );
    }

    #[test]
    fn a_policy_is_worth_what_it_does() {
        let lake = table("FrozenLake-v1");
        // What is best over all time is worth as much when it is evaluated.
        let solved = lake.value_iteration(0.99, 1e-12).unwrap();
        let (values, q) = lake
            .evaluate(&certain(&solved.policy, 4), 0.99, 1e-12)
            .unwrap();
        for (a, b) in values
            .iter()
            .zip(&solved.values)
            .chain(q.iter().zip(&solved.q))
        {
            assert!((a - b).abs() < 1e-8);
        }
        // Chance is worse, and its value is the average of its actions.
        let chance = vec![0.25; 64];
        let (values, q) = lake.evaluate(&chance, 0.99, 1e-12).unwrap();
        assert!(lake.at_start(&values) < 0.02);
        assert!((values[14] - q[56..60].iter().sum::<f64>() / 4.0).abs() < 1e-9);
        // A random walk of 100 steps reaches the goal with the probability that Gymnasium users
        // see: about 1.4 %.
        let value = lake.at_start(&lake.evaluate_finite(&chance, 100).unwrap());
        assert!((0.013..0.015).contains(&value), "{value}");
    }

    #[test]
    fn risky_path_is_not_worth_its_risk() {
        let (mdp, horizon) = grids::mdp("seals/RiskyPath-v0").unwrap();
        let finite = mdp.finite_horizon(horizon as usize);
        // Two steps to the goal, then 1 in each of the three that are left.
        assert_eq!(mdp.at_start(&finite.values), 3.0);
        assert_eq!((finite.policy[0][0], finite.policy[1][1]), (0, 0));
        // The risk: half of the time 1 in four steps, half of the time −100.
        let risky = certain(&[1, 0, 0, 0], 2);
        assert_eq!(
            mdp.at_start(&mdp.evaluate_finite(&risky, 5).unwrap()),
            0.5 * 4.0 - 0.5 * 400.0
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        let o = |probability, next| Transition {
            probability,
            next,
            reward: 1.0,
            terminated: false,
        };
        assert!(matches!(
            Mdp::new(2, 1, vec![1.0], vec![]),
            Err(TabularError::Shape { what: "start", .. })
        ));
        assert!(matches!(
            Mdp::new(1, 1, vec![1.0], vec![]),
            Err(TabularError::Shape { what: "table", .. })
        ));
        assert!(matches!(
            Mdp::new(1, 1, vec![1.0], vec![vec![o(0.5, 0)]]),
            Err(TabularError::Probabilities { .. })
        ));
        assert!(matches!(
            Mdp::new(1, 1, vec![f64::NAN], vec![vec![o(1.0, 0)]]),
            Err(TabularError::Probabilities { .. })
        ));
        assert!(matches!(
            Mdp::new(1, 1, vec![1.0], vec![vec![o(1.0, 1)]]),
            Err(TabularError::Transition { next: 1, .. })
        ));
        let loops = Mdp::new(1, 1, vec![1.0], vec![vec![o(1.0, 0)]]).unwrap();
        assert!(matches!(
            loops.value_iteration(1.0, 1e-9),
            Err(TabularError::Unsettled { .. })
        ));
        assert!(matches!(
            loops.value_iteration(1.5, 1e-9),
            Err(TabularError::Discount(_))
        ));
        assert!((loops.value_iteration(0.9, 1e-12).unwrap().values[0] - 10.0).abs() < 1e-9);
        assert!(
            loops.evaluate(&[0.5], 0.9, 1e-9).is_err() && loops.evaluate_finite(&[], 3).is_err()
        );
        assert!(loops.outcomes(0, 1).is_empty() && loops.outcomes(9, 0).is_empty());
    }
}
