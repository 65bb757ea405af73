//! Generalised advantage estimation (Schulman et al. 2016, arXiv 1506.02438).

use crate::rollout::Segment;

/// A critic's values for a segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SegmentValues {
    /// Of every step's observation.
    pub steps: Vec<f32>,
    /// Of the observation after each truncated step, in order; may be left empty where truncations
    /// are not bootstrapped.
    pub finals: Vec<f32>,
    /// Of the observation after the last step.
    pub next: f32,
}

/// Advantages, and returns for the critic, one a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advantages {
    /// How much better each action was than expected.
    pub advantages: Vec<f32>,
    /// What the critic is to learn: each advantage plus its value, `A + V`.
    pub returns: Vec<f32>,
}

/// How [`advantages`] discounts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discount {
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// λ: how far advantages look beyond one step, 0 (one step) to 1 (all rewards).
    pub lambda: f32,
    /// What comes after a cut-off episode is worth what the critic says of its last observation
    /// (Stable-Baselines3), and not nothing (CleanRL, which takes truncation for termination).
    /// Either way no advantage flows over the cut.
    pub truncation_bootstrap: bool,
}

/// `δ_t = r_t + γ·V_{t+1}·(1 − d_t) − V_t`, `A_t = δ_t + γλ·(1 − d_t)·A_{t+1}`, where `d_t` says
/// that an episode ended with step `t`.
pub fn advantages(segment: &Segment, values: &SegmentValues, discount: Discount) -> Advantages {
    let Discount {
        gamma,
        lambda,
        truncation_bootstrap,
    } = discount;
    let len = segment.len().min(values.steps.len());
    let mut found = Advantages {
        advantages: vec![0.0; len],
        returns: vec![0.0; len],
    };
    let mut cut = segment.truncated[..len].iter().filter(|cut| **cut).count();
    let (mut next_value, mut next_advantage) = (values.next, 0.0);
    for t in (0..len).rev() {
        let (after, keep) = match (segment.terminated[t], segment.truncated[t]) {
            (true, truncated) => {
                cut -= usize::from(truncated);
                (0.0, 0.0)
            }
            (false, true) => {
                cut -= 1;
                (
                    if truncation_bootstrap {
                        values.finals.get(cut).copied().unwrap_or(0.0)
                    } else {
                        0.0
                    },
                    0.0,
                )
            }
            (false, false) => (next_value, 1.0),
        };
        let delta = segment.rewards[t] + gamma * after - values.steps[t];
        next_advantage = delta + gamma * lambda * keep * next_advantage;
        found.advantages[t] = next_advantage;
        found.returns[t] = next_advantage + values.steps[t];
        next_value = values.steps[t];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLEANRL: Discount = Discount {
        gamma: 0.99,
        lambda: 0.95,
        truncation_bootstrap: false,
    };

    fn segment(truncate: bool) -> Segment {
        // The reference's flags are of the observation before a step: done before step 3 is the end
        // after step 2.
        let end = vec![false, false, true, false, false];
        let none = vec![false; 5];
        let (terminated, truncated) = if truncate { (none, end) } else { (end, none) };
        Segment {
            rewards: vec![1.0, 0.0, 0.5, -1.0, 2.0],
            terminated,
            truncated,
            ..Segment::default()
        }
    }

    fn values() -> SegmentValues {
        SegmentValues {
            steps: vec![0.5, 0.4, 0.3, 0.2, 0.1],
            finals: vec![0.7],
            next: 0.25,
        }
    }

    #[test]
    fn the_reference_vector() {
        let expected = [0.976_036_55, 0.0851, 0.2, 0.918_723_75, 2.1475];
        for truncate in [false, true] {
            let found = advantages(&segment(truncate), &values(), CLEANRL);
            for (t, (found, expected)) in found.advantages.iter().zip(expected).enumerate() {
                assert!((found - expected).abs() < 1e-5, "{t}: {found} {expected}");
            }
            assert!((found.returns[4] - 2.2475).abs() < 1e-5);
        }
    }

    #[test]
    fn truncation_can_be_worth_what_the_critic_says() {
        let found = advantages(
            &segment(true),
            &values(),
            Discount {
                truncation_bootstrap: true,
                ..CLEANRL
            },
        );
        assert!((found.advantages[2] - (0.5 + 0.99 * 0.7 - 0.3)).abs() < 1e-6);
        let ended = advantages(
            &segment(false),
            &values(),
            Discount {
                truncation_bootstrap: true,
                ..CLEANRL
            },
        );
        assert!((ended.advantages[2] - 0.2).abs() < 1e-6);
        // Nothing flows over the cut.
        assert_eq!(found.advantages[3..], ended.advantages[3..]);
    }
}
