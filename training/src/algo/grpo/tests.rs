//! GRPO's vectors, and what it learns, resumes and refuses.

use super::*;
use crate::backend::{Cpu, CpuGrad, cpu};
use crate::env::{Action, ActionSpace, Mask};
use crate::envs;
use crate::head::Scratch;
use crate::nets::lora::LoraConfig;

fn close(found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() < 1e-4, "{found:?} {expected:?}");
    }
}

#[test]
fn reference_advantages() {
    let of = |rewards: &[f32]| group_advantages(rewards, &vec![3; rewards.len()], Scale::Group);
    close(
        &of(&[1.0, 0.0, 0.0, 1.0]).0,
        &[0.8659, -0.8659, -0.8659, 0.8659],
    );
    close(
        &of(&[1.0, 0.0, 0.0, 0.0]).0,
        &[1.4997, -0.4999, -0.4999, -0.4999],
    );
    assert_eq!(of(&[0.1; 5]), (vec![0.0; 5], 1.0));
    assert_eq!(of(&[4.0]), (vec![0.0], 1.0));
    // Groups apart, and in any order.
    let mixed = group_advantages(&[1.0, 5.0, 0.0, 5.0], &[7, 2, 7, 2], Scale::Group);
    assert_eq!(mixed.1, 0.5);
    close(&mixed.0, &[0.707, 0.0, -0.707, 0.0]);
    let (plain, _) = group_advantages(&[1.0, 0.0, 4.0, 8.0], &[0, 0, 1, 1], Scale::None);
    close(&plain, &[0.5, -0.5, -2.0, 2.0]);
    let (batch, _) = group_advantages(&[1.0, 0.0, 4.0, 8.0], &[0, 0, 1, 1], Scale::Batch);
    let by = deviation(&[1.0, 0.0, 4.0, 8.0]) as f32 + 1e-4;
    close(&batch, &[0.5 / by, -0.5 / by, -2.0 / by, 2.0 / by]);
}

#[test]
fn losses_and_weights() {
    let t = |x: &[f32]| tensor::<Cpu, 1>(x.to_vec(), [x.len()], &cpu());
    let loss = surrogate(
        t(&[1.5, 0.5, 1.5, 0.5]),
        t(&[1.0, 1.0, -1.0, -1.0]),
        0.2,
        0.3,
    );
    close(&values(&loss), &[-1.3, -0.5, 1.5, 0.8]);
    close(
        &values(&k3(t(&[-1.0, -1.0]), t(&[-1.0, -0.7]))),
        &[0.0, 0.049_858_8],
    );
    close(
        &step_weights(&[1, 3], Aggregation::Original, 10),
        &[0.5, 1.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0],
    );
    close(&step_weights(&[1, 3], Aggregation::Dapo, 10), &[0.25; 4]);
    close(&step_weights(&[1, 3], Aggregation::DrGrpo, 10), &[0.05; 4]);
}

/// Two groups of eight pulls of an arm, each from the same state of the same environment.
fn pulls(head: &Head, round: u64) -> Vec<Segment> {
    let mut environment = envs::make("ocean/Bandit").unwrap();
    (0..2)
        .flat_map(|group| {
            let began = stream(round, Use::Environment, u64::from(group));
            let situation = BranchPoint {
                began,
                done: Vec::new(),
            };
            let first = 100 * round + 10 * u64::from(group);
            branch(
                environment.as_mut(),
                head,
                &situation,
                (8, 5),
                group,
                (1, first),
            )
        })
        .collect()
}

fn shape() -> Shape {
    Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(10),
    }
}

#[test]
fn a_bandit_is_solved_and_resumed_bit_for_bit() {
    let config = GrpoConfig {
        beta: 1e-3,
        ..GrpoConfig::heads()
    };
    let mut whole = Grpo::<CpuGrad>::new(config, shape(), 1, cpu()).unwrap();
    let train = |grpo: &mut Grpo<CpuGrad>, rounds: std::ops::Range<u64>| {
        let round = |round| {
            grpo.update(&pulls(&grpo.head().unwrap(), round), 0.0)
                .unwrap()
        };
        rounds.map(round).last().unwrap()
    };
    let first = train(&mut whole, 0..1);
    train(&mut whole, 1..60);
    let dir = tempfile::tempdir().unwrap();
    whole
        .checkpoint()
        .unwrap()
        .save(dir.path().join("c"), false)
        .unwrap();
    let mut resumed =
        Grpo::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("c")).unwrap(), cpu()).unwrap();
    let last = train(&mut whole, 60..120);
    assert_eq!(train(&mut resumed, 60..120), last);
    assert_eq!(
        Weights::of(&whole.model).checksum(),
        Weights::of(&resumed.model).checksum()
    );
    let mut scratch = Scratch::default();
    whole
        .head()
        .unwrap()
        .probs(&[1.0], Mask::all(10), &mut [], &mut scratch);
    assert!(
        scratch.probs[envs::ocean::Bandit::ARM] > 0.9,
        "{:?}",
        scratch.probs
    );
    assert!(
        last.get("entropy") < first.get("entropy") && last.get("kl").unwrap() > 0.1,
        "{last:?}"
    );
}

/// What the learner says of a batch is what its head said when it acted, with a memory too; and the
/// memory comes back from a checkpoint.
#[test]
fn a_memory_is_the_same_in_acting_and_in_learning() {
    let config = GrpoConfig {
        memory: 6,
        learning_rate: 1e-6,
        iterations: 1,
        ..GrpoConfig::heads()
    };
    let shape = Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(2),
    };
    let mut grpo = Grpo::<CpuGrad>::new(config, shape.clone(), 1, cpu()).unwrap();
    let head = grpo.head().unwrap();
    assert_eq!(head.state_width(), 6);
    let mut environment = envs::make("ocean/Memory").unwrap();
    let situation = |i| BranchPoint {
        began: stream(i, Use::Environment, 0),
        done: Vec::new(),
    };
    let mut segments: Vec<Segment> = (0..4)
        .flat_map(|i| {
            branch(
                environment.as_mut(),
                &head,
                &situation(i),
                (2, 5),
                i as u32,
                (i, 0),
            )
        })
        .collect();
    // Of different lengths, and two episodes one after the other.
    let cut = branch(
        environment.as_mut(),
        &head,
        &situation(9),
        (1, 3),
        7,
        (9, 0),
    );
    segments.extend(cut);
    let second = segments[1].clone();
    let first = &mut segments[0];
    first.observations.extend(second.observations);
    first.masks.extend(second.masks);
    first.actions.extend(second.actions);
    first.log_probs.extend(second.log_probs);
    first.rewards.extend(second.rewards);
    first.terminated.extend(second.terminated);
    first.truncated.extend(second.truncated);
    let batch = Batch::of(&segments, &shape).unwrap();
    let seen = Seen::of(&segments, &batch, &shape, true, &cpu());
    let said = values(
        &grpo
            .model
            .dist(&seen)
            .log_prob(Taken::of(&batch, &shape, &cpu())),
    );
    close(&said, &batch.log_probs);
    let resumed = Grpo::<CpuGrad>::resume(&grpo.checkpoint().unwrap(), cpu()).unwrap();
    assert_eq!(resumed.head().unwrap().checksum(), head.checksum());
    grpo.update(&segments, 0.0).unwrap();
    let policy = grpo.model.policy.clone();
    assert!(Grpo::<CpuGrad>::from_policy(grpo.config.clone(), shape, policy, cpu()).is_err());
}

#[test]
fn a_situation_is_the_same_for_all_and_goes_on_where_it_stood() {
    let grpo = Grpo::<CpuGrad>::new(
        GrpoConfig::heads(),
        Shape {
            observation: 4,
            state: 0,
            actions: ActionSpace::Discrete(2),
        },
        1,
        cpu(),
    );
    let head = grpo.unwrap().head().unwrap();
    let done = vec![Action::Discrete(1), Action::Discrete(0)];
    let situation = BranchPoint {
        began: stream(5, Use::Environment, 0),
        done,
    };
    let mut environment = envs::make("CartPole-v1").unwrap();
    let found = branch(environment.as_mut(), &head, &situation, (6, 9), 4, (1, 0));
    assert!(found.iter().all(|s| s.len() == 9
        && s.group == 4
        && s.observations[..4] == found[0].observations[..4]));
    assert!(found.iter().any(|s| s.actions != found[0].actions));
}

#[test]
fn only_the_adapter_trains_and_what_cannot_be_is_refused() {
    let base = Grpo::<CpuGrad>::new(GrpoConfig::heads(), shape(), 1, cpu())
        .unwrap()
        .model
        .policy;
    let frozen = Weights::of(&base.base).checksum();
    let adapted = base
        .adapted(&mut stream(2, Use::Init, 0), LoraConfig::default(), &cpu())
        .unwrap();
    let mut grpo =
        Grpo::<CpuGrad>::from_policy(GrpoConfig::heads(), shape(), adapted, cpu()).unwrap();
    let before = grpo.head().unwrap().checksum();
    let segments = pulls(&grpo.head().unwrap(), 1);
    grpo.update(&segments, 0.0).unwrap();
    assert_eq!(Weights::of(&grpo.model.policy.base).checksum(), frozen);
    assert_ne!(grpo.head().unwrap().checksum(), before);
    assert!(Grpo::<CpuGrad>::resume(&grpo.checkpoint().unwrap(), cpu()).is_ok());
    assert!(grpo.update(&[], 0.0).is_err());
    let empty = [segments[0].clone(), Segment::default()];
    assert!(
        grpo.update(&empty, 0.0)
            .unwrap_err()
            .to_string()
            .contains("segments[1]")
    );
    let refused = |config: GrpoConfig| {
        Grpo::<CpuGrad>::new(config, shape(), 1, cpu())
            .unwrap_err()
            .to_string()
    };
    assert!(
        refused(GrpoConfig {
            group_size: 1,
            ..GrpoConfig::default()
        })
        .contains("group_size")
    );
    assert!(
        refused(GrpoConfig {
            epsilon_low: 1.5,
            ..GrpoConfig::default()
        })
        .contains("epsilon_low")
    );
    assert!(toml::from_str::<GrpoConfig>("betta = 1.0").is_err());
    let mut wild = Grpo::<CpuGrad>::new(
        GrpoConfig {
            learning_rate: 1e38,
            iterations: 3,
            ..GrpoConfig::default()
        },
        shape(),
        1,
        cpu(),
    )
    .unwrap();
    let before = wild.head().unwrap().checksum();
    let said = wild.update(&segments, 0.0).unwrap_err().to_string();
    assert!(said.starts_with("training stopped at step "), "{said}");
    assert_eq!(wild.head().unwrap().checksum(), before);
}
