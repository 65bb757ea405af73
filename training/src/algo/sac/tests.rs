//! SAC learns, resumes and refuses.

use super::*;
use crate::backend::{CpuGrad, cpu};
use crate::env::Mask;
use crate::head::{ActionSelection, Scratch};
use crate::nets::params::tensor;

/// A bandit of one step with four arms, of which the last, the best, is never possible: arm 2
/// gives most.
fn pulls(sac: &Sac<CpuGrad>, count: usize, dice: &mut Stream) -> Segment {
    let (head, mut scratch) = (sac.head().unwrap(), Scratch::default());
    let mask = Mask(0b0111);
    let mut segment = Segment::default();
    for _ in 0..count {
        let (action, _) = head.act(
            &[1.0],
            mask,
            &mut [],
            ActionSelection::Sample(dice.unit()),
            &mut scratch,
        );
        segment.observations.push(1.0);
        segment.masks.push(mask);
        segment.actions.push(action as u32);
        segment.rewards.push([0.0, 0.5, 1.0, 9.0][action]);
        segment.terminated.push(true);
        segment.truncated.push(false);
    }
    segment
}

fn new(seed: u64) -> Sac<CpuGrad> {
    let shape = Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(4),
    };
    let config = SacConfig {
        learning_starts: 64,
        q_lr: 3e-3,
        batch_size: 32,
        hidden: vec![16],
        ..SacConfig::small()
    };
    Sac::new(config, shape, seed, cpu()).unwrap()
}

#[test]
fn a_bandit_is_solved_with_the_entropy_that_was_asked_for() {
    let (mut sac, mut dice) = (new(1), stream(1, Use::Act, 0));
    let mut last = Metrics::new();
    for _ in 0..100 {
        let segment = pulls(&sac, 20, &mut dice);
        last = sac.learn(&[segment]).unwrap();
    }
    let (head, mut scratch) = (sac.head().unwrap(), Scratch::default());
    head.probs(&[1.0], Mask(0b0111), &mut [], &mut scratch);
    assert!(
        scratch.probs[2] > 0.75 && scratch.probs[3] == 0.0,
        "{:?}",
        scratch.probs
    );
    let entropy: f32 = scratch
        .probs
        .iter()
        .filter(|p| **p > 0.0)
        .map(|p| -p * p.ln())
        .sum();
    assert!(
        (entropy - 0.3 * 3.0_f32.ln()).abs() < 0.2,
        "{entropy} {last:?}"
    );
    let q = values(&sac.critics.first.forward(tensor(vec![1.0], [1, 1], &cpu())));
    assert!(
        (q[2] - 1.0).abs() < 0.1 && (q[1] - 0.5).abs() < 0.2,
        "{q:?}"
    );
}

#[test]
fn resumed_bit_for_bit() {
    let (mut whole, mut dice) = (new(2), stream(2, Use::Act, 0));
    for _ in 0..10 {
        let segment = pulls(&whole, 20, &mut dice);
        whole.learn(&[segment]).unwrap();
    }
    let dir = tempfile::tempdir().unwrap();
    whole
        .checkpoint()
        .unwrap()
        .save(dir.path().join("sac"), false)
        .unwrap();
    let mut again =
        Sac::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("sac")).unwrap(), cpu()).unwrap();
    assert_eq!(again.replay.all(), whole.replay.all());
    let mut same = dice.clone();
    for _ in 0..5 {
        let (a, b) = (pulls(&whole, 20, &mut dice), pulls(&again, 20, &mut same));
        assert_eq!(whole.learn(&[a]).unwrap(), again.learn(&[b]).unwrap());
    }
    assert_eq!(
        Weights::of(&whole.critics).checksum(),
        Weights::of(&again.critics).checksum()
    );
    assert_eq!(
        Weights::of(&whole.targets).checksum(),
        Weights::of(&again.targets).checksum()
    );
}

#[test]
fn an_environment_is_learned_off_policy() {
    let factory = |slot: usize| crate::envs::make_slot("ocean/Bandit", slot).unwrap();
    let config = SacConfig {
        learning_starts: 64,
        batch_size: 32,
        hidden: vec![16],
        q_lr: 3e-3,
        ..SacConfig::small()
    };
    let mut totals = Vec::new();
    let mut each = |_: u64, _: &Metrics, ended: &[EpisodeStats]| {
        totals.extend(
            ended
                .iter()
                .map(|episode| episode.score.unwrap_or(episode.total)),
        );
        true
    };
    train_sac::<CpuGrad>(&factory, config, 1, 1500, cpu(), &mut each).unwrap();
    let mean = |part: &[f32]| part.iter().sum::<f32>() / part.len() as f32;
    let (first, last) = (mean(&totals[..64]), mean(&totals[totals.len() - 200..]));
    assert!(first < 0.5 && last > 0.75, "{first} {last}");
}

#[test]
fn continuous_actions_are_refused() {
    let actions = ActionSpace::Continuous {
        low: vec![0.0],
        high: vec![1.0],
    };
    let shape = Shape {
        observation: 1,
        state: 0,
        actions,
    };
    assert!(Sac::<CpuGrad>::new(SacConfig::default(), shape, 1, cpu()).is_err());
    assert!(toml::from_str::<SacConfig>("buffer = 1").is_err());
}
