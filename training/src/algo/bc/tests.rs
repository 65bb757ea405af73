//! Behaviour cloning clones, resumes and refuses.

use super::*;
use crate::backend::{CpuGrad, cpu};
use crate::env::{ActionSpace, Mask};
use crate::head::{ActionSelection, Scratch};
use crate::rollout::Segment;

/// The rule: the quadrant of two numbers, where action 3 is impossible every other time and
/// action 0 is then demonstrated.
fn rule(len: usize, seed: u64) -> Batch {
    let mut dice = stream(seed, Use::Noise, 0);
    let mut segment = Segment {
        rewards: vec![0.0; len],
        ..Segment::default()
    };
    for i in 0..len {
        let (x, y) = (dice.between(-1.0, 1.0), dice.between(-1.0, 1.0));
        let quadrant = u32::from(x > 0.0) + 2 * u32::from(y > 0.0);
        let mask = Mask(if i % 2 == 0 { 0b1111 } else { 0b0111 });
        segment.observations.extend([x, y]);
        segment.masks.push(mask);
        segment.actions.push(if mask.allows(quadrant as usize) {
            quadrant
        } else {
            0
        });
        segment.terminated.push(false);
        segment.truncated.push(false);
    }
    Batch::of(&[segment], &shape()).unwrap()
}

fn shape() -> Shape {
    Shape {
        observation: 2,
        state: 0,
        actions: ActionSpace::Discrete(4),
    }
}

fn right(bc: &Bc<CpuGrad>) -> f32 {
    let (head, held_out, mut scratch) = (bc.head().unwrap(), rule(1000, 9), Scratch::default());
    let hits = held_out
        .observations
        .chunks(2)
        .zip(&held_out.masks)
        .zip(&held_out.actions)
        .filter(|((o, m), a)| {
            head.act(o, **m, &mut [], ActionSelection::Greedy, &mut scratch)
                .0
                == **a as usize
        });
    hits.count() as f32 / 1000.0
}

#[test]
fn a_rule_is_cloned_and_resumed_bit_for_bit() {
    let config = BcConfig {
        norm_obs: true,
        epochs: 40,
        ..BcConfig::default()
    };
    let data = rule(1000, 1);
    let mut whole = Bc::<CpuGrad>::new(config, shape(), 1, cpu()).unwrap();
    let first = whole.epoch(&data).unwrap();
    (0..4).for_each(|_| drop(whole.epoch(&data).unwrap()));
    let dir = tempfile::tempdir().unwrap();
    whole
        .checkpoint()
        .unwrap()
        .save(dir.path().join("bc"), false)
        .unwrap();
    let mut resumed =
        Bc::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("bc")).unwrap(), cpu()).unwrap();
    let last = whole.train(&data, &mut |_, _| true).unwrap();
    assert_eq!(last, resumed.train(&data, &mut |_, _| true).unwrap());
    assert_eq!(
        whole.head().unwrap().checksum(),
        resumed.head().unwrap().checksum()
    );
    assert!(last.get("bc/loss") < first.get("bc/loss"));
    assert!(last.get("bc/prob_true_act").unwrap() > 0.85, "{last:?}");
    assert!(right(&whole) > 0.93, "{}", right(&whole));
}

#[test]
fn an_adapter_learns_what_its_base_does_not_know() {
    let data = rule(1000, 1);
    let base = Bc::<CpuGrad>::new(BcConfig::default(), shape(), 1, cpu())
        .unwrap()
        .policy;
    let frozen = Weights::of(&base.base).checksum();
    let adapted = base
        .adapted(
            &mut stream(2, Use::Init, 0),
            LoraConfig {
                rank: 8,
                alpha: 16.0,
            },
            &cpu(),
        )
        .unwrap();
    let mut bc =
        Bc::<CpuGrad>::from_policy(BcConfig::default(), shape(), adapted, 1, cpu()).unwrap();
    bc.train(&data, &mut |_, _| true).unwrap();
    assert_eq!(Weights::of(&bc.policy.base).checksum(), frozen);
    assert!(right(&bc) > 0.8, "{}", right(&bc));
    let mut resumed = Bc::<CpuGrad>::resume(&bc.checkpoint().unwrap(), cpu()).unwrap();
    assert_eq!(resumed.epoch(&data).unwrap(), bc.epoch(&data).unwrap());
}

#[test]
fn vectors_are_cloned_too() {
    let actions = ActionSpace::Continuous {
        low: vec![-2.0],
        high: vec![2.0],
    };
    let shape = Shape {
        observation: 1,
        state: 0,
        actions,
    };
    let mut dice = stream(3, Use::Noise, 0);
    let observations: Vec<f32> = (0..1000).map(|_| dice.between(-1.0, 1.0)).collect();
    let moves = observations
        .iter()
        .map(|x| 1.5 * x + 0.2 * dice.normal())
        .collect();
    let data = Batch {
        observations,
        moves,
        rewards: vec![0.0; 1000],
        ..Batch::default()
    };
    let config = BcConfig {
        l2_weight: 1e-4,
        epochs: 30,
        learning_rate: 3e-3,
        ..BcConfig::default()
    };
    let mut bc = Bc::<CpuGrad>::new(config, shape, 1, cpu()).unwrap();
    let last = bc.train(&data, &mut |_, _| true).unwrap();
    assert!(last.get("bc/l2_norm").unwrap() > 0.0);
    let (head, mut out) = (bc.head().unwrap(), Vec::new());
    for x in [-0.7, 0.0, 0.5] {
        head.steer(&[x], &mut [], &[], &mut out, &mut Scratch::default());
        assert!((out[0] - 1.5 * x).abs() < 0.15, "{x}: {out:?}");
    }
    // The spread of the demonstrations.
    let log_std = values(&bc.policy.log_std.as_ref().unwrap().val())[0];
    assert!((log_std.exp() - 0.2).abs() < 0.1, "{log_std}");
}

#[test]
fn a_rate_beyond_reason_stops_with_the_weights_of_before() {
    let config = BcConfig {
        learning_rate: 1e38,
        ..BcConfig::default()
    };
    let mut bc = Bc::<CpuGrad>::new(config, shape(), 1, cpu()).unwrap();
    let before = Weights::of(&bc.policy).checksum();
    let said = bc.epoch(&rule(100, 1)).unwrap_err().to_string();
    assert!(
        said.starts_with("training stopped at step ") && said.contains("bc/"),
        "{said}"
    );
    assert_eq!(Weights::of(&bc.policy).checksum(), before);
}
