//! Episodes from beginning to end, by whatever decides.

use super::collect::{EpisodeStats, after, record};
use crate::env::{Action, ActionSpace, Environment, Mask};
use crate::head::{Head, Scratch};
use crate::rollout::Segment;
use crate::seed::{Stream, Use, stream};

/// What a policy decides on in [`play`].
#[derive(Clone, Copy, Debug)]
pub struct PolicyInput<'a> {
    /// The observation, as wide as the environment's.
    pub observation: &'a [f32],
    /// The actions that are possible now.
    pub mask: Mask,
    /// Steps taken in this episode.
    pub step: u32,
}

/// Plays whole episodes with any policy, one after another from the evaluation streams of a seed,
/// and records them, a segment each: demonstrations, or an evaluation. The policy is given a stream
/// to draw from.
pub fn play(
    environment: &mut dyn Environment,
    policy: &mut dyn FnMut(PolicyInput<'_>, &mut Stream) -> Action,
    episodes: usize,
    seed: u64,
) -> (Vec<Segment>, Vec<EpisodeStats>) {
    let spec = environment.spec().clone();
    let (mut segments, mut ended) = (Vec::with_capacity(episodes), Vec::with_capacity(episodes));
    for i in 0..episodes {
        let mut dice = stream(seed, Use::Evaluate, 2 * i as u64);
        let mut act = stream(seed, Use::Evaluate, 2 * i as u64 + 1);
        let mut observation = vec![0.0; spec.observation];
        environment.reset(&mut dice, &mut observation);
        let mut segment = Segment::default();
        for step in 0..spec.horizon.max(1) {
            let mask = environment.mask();
            let action = policy(
                PolicyInput {
                    observation: &observation,
                    mask,
                    step,
                },
                &mut act,
            );
            segment.observations.extend_from_slice(&observation);
            record(&mut segment, &action, mask);
            let step = environment.step(&action, &mut dice, &mut observation);
            after(&mut segment, step, &observation, environment.mask());
            if step.done() {
                break;
            }
        }
        segment.next_mask = segment.masks.first().map(|_| environment.mask());
        segment.next_observation = observation;
        let length = u32::try_from(segment.len()).unwrap_or(u32::MAX);
        ended.push(EpisodeStats {
            total: segment.rewards.iter().sum(),
            length,
            score: environment.score(),
        });
        segments.push(segment);
    }
    (segments, ended)
}

/// Plays whole episodes with a head, drawing its actions or greedily: [`play`].
pub fn evaluate(
    environment: &mut dyn Environment,
    head: &Head,
    greedy: bool,
    episodes: usize,
    seed: u64,
) -> (Vec<Segment>, Vec<EpisodeStats>) {
    let mut scratch = Scratch::default();
    let mut memory = vec![0.0; head.state_width()];
    let mut policy = |turn: PolicyInput<'_>, dice: &mut Stream| {
        if turn.step == 0 {
            memory.fill(0.0);
        }
        let dice = if greedy { None } else { Some(dice) };
        head.decide(turn.observation, turn.mask, &mut memory, dice, &mut scratch)
            .0
    };
    play(environment, &mut policy, episodes, seed)
}

/// A policy that picks evenly among what is possible, as a baseline.
pub fn random(actions: &ActionSpace) -> impl FnMut(PolicyInput<'_>, &mut Stream) -> Action + use<> {
    let actions = actions.clone();
    move |turn, dice| match &actions {
        ActionSpace::Discrete(n) => {
            let possible: Vec<usize> = (0..*n).filter(|i| turn.mask.allows(*i)).collect();
            Action::Discrete(
                possible
                    .get(dice.below(possible.len()))
                    .copied()
                    .unwrap_or(0),
            )
        }
        ActionSpace::Continuous { low, high } => Action::Continuous(
            low.iter()
                .zip(high)
                .map(|(low, high)| dice.between(*low, *high))
                .collect(),
        ),
    }
}
