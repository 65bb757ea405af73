//! Rollouts from one situation, to be compared with one another.

use crate::env::{Action, Environment};
use crate::head::{Head, Scratch};
use crate::rollout::Segment;
use crate::seed::{Stream, Use, stream};
use serde::{Deserialize, Serialize};

/// A situation to branch from: the stream with which an episode began, and what was done since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BranchPoint {
    /// What the environment draws from.
    pub began: Stream,
    /// The actions since then, in order.
    pub done: Vec<Action>,
}

/// `count` rollouts from one situation, until the episode ends or `steps` are done: the environment
/// draws the same in all of them, the head differently, so that what differs is what the head did.
/// Segment `i` draws from stream `first + i` of a seed.
pub fn branch(
    environment: &mut dyn Environment,
    head: &Head,
    situation: &BranchPoint,
    (count, steps): (usize, usize),
    group: u32,
    (seed, first): (u64, u64),
) -> Vec<Segment> {
    let mut scratch = Scratch::default();
    let mut seen = vec![0.0; environment.spec().observation];
    let mut rollout = |i: usize| {
        let mut segment = Segment {
            group,
            ..Segment::default()
        };
        let (mut world, mut act) = (
            situation.began.clone(),
            stream(seed, Use::Act, first + i as u64),
        );
        environment.reset(&mut world, &mut seen);
        let over = situation
            .done
            .iter()
            .any(|action| environment.step(action, &mut world, &mut seen).done());
        let mut memory = vec![0.0; head.state_width()];
        for _ in 0..if over { 0 } else { steps } {
            let mask = environment.mask();
            let (action, log_prob) =
                head.decide(&seen, mask, &mut memory, Some(&mut act), &mut scratch);
            segment.observations.extend_from_slice(&seen);
            segment.log_probs.push(log_prob);
            match &action {
                Action::Discrete(a) => {
                    segment.masks.push(mask);
                    segment.actions.push(u32::try_from(*a).unwrap_or(0));
                }
                Action::Continuous(moves) => segment.moves.extend_from_slice(moves),
            }
            let step = environment.step(&action, &mut world, &mut seen);
            segment.rewards.push(step.reward);
            segment.terminated.push(step.terminated);
            segment.truncated.push(step.truncated);
            if step.done() {
                break;
            }
        }
        segment.next_observation = seen.clone();
        segment
    };
    (0..count).map(&mut rollout).collect()
}
