//! Every discriminator by itself: published numbers, gradients, noise, and bad input.

use super::airl::{Airl, AirlConfig};
use super::core::statistics;
use super::drail::{Drail, DrailConfig, Sampling, StepDraw, probability};
use super::gail::{Gail, GailConfig};
use super::{
    DiscConfig, Discriminator, InputScale, NextRows, RewardKind, Rows, resume, rewards, softplus,
};
use crate::backend::{CpuGrad, cpu};
use crate::checkpoint::Checkpoint;
use crate::env::{Action, ActionSpace, Mask};
use crate::head::Scratch;
use crate::learner::Device;
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{Weights, tensor, values};
use crate::policy::Policy;
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use burn::module::AutodiffModule;

fn noise(index: u64) -> Stream {
    stream(5, Use::Noise, index)
}

fn discrete() -> Shape {
    Shape {
        observation: 2,
        state: 0,
        actions: ActionSpace::Discrete(3),
    }
}

fn continuous() -> Shape {
    Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Continuous {
            low: vec![-1.5],
            high: vec![1.5],
        },
    }
}

/// Steps whose action follows their first number, or not.
fn steps(len: usize, expert: bool, index: u64) -> Rows {
    let mut dice = noise(index);
    let mut segment = Segment {
        rewards: vec![0.0; len],
        ..Segment::default()
    };
    for i in 0..len {
        let (x, y) = (dice.normal(), dice.normal());
        segment.observations.extend([x, 10.0 * y + 3.0]);
        segment.masks.push(Mask(0b111));
        segment.actions.push(if expert {
            u32::from(x > 0.0)
        } else {
            dice.below(3) as u32
        });
        segment.terminated.push(i % 10 == 9);
        segment.truncated.push(false);
    }
    segment.next_observation = vec![0.0, 0.0];
    let mut rows = Rows::of(&[segment], &discrete(), NextRows::Needed).unwrap();
    rows.log_probs = vec![-(3.0_f32.ln()); len];
    rows
}

fn small() -> Vec<DiscConfig> {
    let drail = DrailConfig {
        num_units: 32,
        label_dim: 4,
        ..DrailConfig::default()
    };
    vec![
        DiscConfig::from(GailConfig::default()),
        DiscConfig::from(AirlConfig::default()),
        DiscConfig::from(drail.clone()),
        DiscConfig::from(DrailConfig {
            sampling: Sampling::Paired,
            samples: 2,
            ..drail.clone()
        }),
        DiscConfig::from(DrailConfig {
            conditional: false,
            ..drail
        }),
    ]
}

fn built(config: DiscConfig) -> Box<dyn Discriminator> {
    config.build(discrete(), 1, &Device::Cpu).unwrap()
}

fn get(metrics: &Metrics, name: &str) -> f64 {
    metrics.get(name).unwrap()
}

#[test]
fn published_rewards() {
    let softplus_of = [
        (-5.0, 0.006_715_3),
        (-1.0, 0.313_261_7),
        (0.0, std::f32::consts::LN_2),
        (1.0, 1.313_261_7),
        (5.0, 5.006_715_3),
    ];
    for (logit, expected) in softplus_of {
        assert!((RewardKind::Imitation.of(logit, 0.0) - expected).abs() < 1e-5);
        assert!((RewardKind::Gail.of(-logit, 0.0) + expected).abs() < 1e-5);
        // log D − log(1 − D) is the logit, whatever D is.
        let d = RewardKind::Raw.of(logit, 0.0);
        assert!((d.ln() - (1.0 - d).ln() - RewardKind::Airl.of(logit, 0.0)).abs() < 1e-4);
        assert!((RewardKind::AirlPositive.of(logit, 20.0) - logit - 20.0).abs() < 1e-6);
    }
    assert_eq!((softplus(200.0), softplus(-200.0)), (200.0, 0.0));
    for ((expert, agent), d, r) in [((0.9, 1.1), 0.549_834, 0.2), ((0.2, 1.3), 0.750_260_1, 1.1)] {
        assert!((probability(expert, agent) - d).abs() < 1e-5);
        assert!((RewardKind::Airl.of(agent - expert, 0.0) - r).abs() < 1e-5);
        assert!((d / (1.0 - d)).ln() - r < 1e-5);
    }
}

#[test]
fn statistics_are_imitations() {
    // Two experts, one of them taken for a policy; three of a policy, one of them taken for an
    // expert.
    let m = statistics(&[2.0, -1.0, -3.0, 0.5, -0.1], 2, [0.2; 2]);
    let bce = |l: f64, expert: bool| {
        if expert {
            (1.0 + (-l).exp()).ln()
        } else {
            (1.0 + l.exp()).ln()
        }
    };
    let loss =
        (bce(2.0, true) + bce(-1.0, true) + bce(-3.0, false) + bce(0.5, false) + bce(-0.1, false))
            / 5.0;
    let h = |l: f64| {
        let p = 1.0 / (1.0 + (-l).exp());
        -p * p.ln() - (1.0 - p) * (1.0 - p).ln()
    };
    let entropy = [2.0, -1.0, -3.0, 0.5, -0.1].map(h).iter().sum::<f64>() / 5.0;
    for (name, expected) in [
        ("disc/disc_loss", loss),
        ("disc/disc_acc", 0.6),
        ("disc/disc_acc_expert", 0.5),
        ("disc/disc_acc_gen", 2.0 / 3.0),
        ("disc/disc_entropy", entropy),
        ("disc/disc_proportion_expert_true", 0.4),
        ("disc/disc_proportion_expert_pred", 0.4),
        ("disc/n_expert", 2.0),
        ("disc/n_generated", 3.0),
    ] {
        assert!(
            (get(&m, name) - expected).abs() < 1e-6,
            "{name}: {} {expected}",
            get(&m, name)
        );
    }
}

#[test]
fn three_steps_on_fixed_data_help() {
    let (expert, policy) = (steps(256, true, 1), steps(256, false, 2));
    for config in small() {
        // The noise of the diffusion is the same every time, so that only the weights differ.
        let mut disc = built(config.clone());
        let losses: Vec<f64> = (0..4)
            .map(|_| {
                get(
                    &disc.update(&expert, &policy, &mut noise(3)).unwrap(),
                    "disc/disc_loss",
                )
            })
            .collect();
        assert!(losses[3] < losses[0], "{config:?}: {losses:?}");
        assert_eq!(disc.steps(), 4);
    }
}

#[test]
fn parts_of_a_batch_are_the_whole() {
    let (expert, policy) = (steps(96, true, 1), steps(96, false, 2));
    for config in small() {
        let parted = config.with("demo_minibatch_size = 32");
        let (mut whole, mut parts) = (built(config), built(parted));
        let (mut a, mut b) = (noise(3), noise(3));
        for step in 0..8 {
            let m = whole.update(&expert, &policy, &mut a).unwrap();
            let n = parts.update(&expert, &policy, &mut b).unwrap();
            assert!((get(&m, "disc/disc_loss") - get(&n, "disc/disc_loss")).abs() < 1e-4);
            let (m, n) = (whole.checkpoint().unwrap(), parts.checkpoint().unwrap());
            let (m, n) = (m.weights("model").unwrap(), n.weights("model").unwrap());
            let pairs =
                m.0.iter()
                    .flat_map(|n| &n.values)
                    .zip(n.0.iter().flat_map(|n| &n.values));
            let apart: Vec<f32> = pairs.map(|(m, n)| (m - n).abs()).collect();
            // The tolerance of imitation's own test.
            assert!(
                apart.iter().all(|d| *d < 2e-4 * (1.0 + step as f32)),
                "{apart:?}"
            );
        }
        // Different numbers of rows are as good.
        parts
            .update(&expert, &policy.take(&[1, 2, 3]), &mut b)
            .unwrap();
    }
}

#[test]
fn a_gradient_is_that_of_the_formula() {
    // One linear layer without normalisation: the gradient of the bias is the mean of D − label.
    let config = GailConfig {
        hidden: vec![],
        input: InputScale::None,
        ..GailConfig::default()
    };
    let mut gail = Gail::<CpuGrad>::new(config, discrete(), 1, cpu()).unwrap();
    let (expert, policy) = (steps(64, true, 1), steps(64, false, 2));
    let logits = |gail: &Gail<CpuGrad>, rows: &Rows| gail.logits(rows, &mut noise(0)).unwrap();
    let sum = |all: Vec<f32>, label: f32| {
        all.into_iter()
            .map(|l| 1.0 / (1.0 + (-l).exp()) - label)
            .sum::<f32>()
    };
    let expected = (sum(logits(&gail, &expert), 1.0) + sum(logits(&gail, &policy), 0.0)) / 128.0;
    let m = gail.update(&expert, &policy, &mut noise(0)).unwrap();
    assert!(m.get("disc/disc_loss").unwrap().is_finite());
    let saved = gail.checkpoint().unwrap();
    let first = saved
        .weights("optimizer")
        .unwrap()
        .get("first")
        .unwrap()
        .values
        .clone();
    // Adam's first moment after one step is a tenth of the gradient.
    assert!(
        (first.last().unwrap() * 10.0 - expected).abs() < 1e-5,
        "{first:?} {expected}"
    );
}

#[test]
fn airl_is_a_shaped_reward_less_a_log_probability() {
    let config = AirlConfig {
        norm_input: false,
        ..AirlConfig::default()
    };
    let airl = Airl::<CpuGrad>::new(config, discrete(), 1, cpu()).unwrap();
    let rows = steps(20, true, 1);
    let weights = airl.checkpoint().unwrap().weights("model").unwrap().clone();
    let net = |name: &str, input: usize, hidden: &[usize]| {
        let shape = MlpShape::new(input, hidden, 1, Activation::Relu);
        let fresh = Mlp::<CpuGrad>::new(&mut noise(0), &shape, Init::Torch, Init::Torch, &cpu());
        weights
            .part(name)
            .into_module(fresh, &cpu())
            .unwrap()
            .valid()
    };
    let (g, h) = (net("reward", 5, &[32]), net("potential", 2, &[32, 32]));
    let f = airl.reward(&rows, &mut noise(0)).unwrap();
    let test = airl.test_reward(&rows, &mut noise(0)).unwrap();
    let logits = airl.logits(&rows, &mut noise(0)).unwrap();
    for i in 0..20 {
        let row = rows.take(&[i]);
        let one = |net: &Mlp<_>, x: Vec<f32>| {
            let width = x.len();
            values(&net.forward(tensor(x, [1, width], &cpu())))[0]
        };
        let g = one(&g, [row.observations.clone(), row.actions.clone()].concat());
        let after = if i % 10 == 9 {
            0.0
        } else {
            0.99 * one(&h, row.next.clone())
        };
        let expected = g + after - one(&h, row.observations.clone());
        assert!((f[i] - expected).abs() < 1e-5, "{i}: {} {expected}", f[i]);
        assert!((test[i] - g).abs() < 1e-5);
        assert!((logits[i] - (f[i] + 3.0_f32.ln())).abs() < 1e-5);
    }
    assert!(
        airl.logits(
            &Rows {
                log_probs: vec![],
                ..rows
            },
            &mut noise(0)
        )
        .is_err()
    );
}

#[test]
fn policies_are_asked_for_log_probabilities() {
    let policy = |shape: &Shape| {
        let init = (Init::Torch, Init::Torch);
        let policy =
            Policy::<CpuGrad>::new(&mut noise(7), shape, &[8], Activation::Tanh, init, &cpu());
        policy.head(shape, None).unwrap()
    };
    let mut rows = steps(50, false, 2);
    rows.judge(&policy(&discrete())).unwrap();
    // Over the actions the probabilities of one observation sum to 1.
    let one = rows.take(&[0]);
    let all: f32 = (0..3)
        .map(|a| {
            let mut row = Rows {
                actions: vec![0.0; 3],
                ..one.clone()
            };
            row.actions[a] = 1.0;
            row.judge(&policy(&discrete())).unwrap();
            row.log_probs[0].exp()
        })
        .sum();
    assert!((all - 1.0).abs() < 1e-5, "{all}");
    let segment = Segment {
        observations: vec![0.3],
        moves: vec![7.0],
        rewards: vec![0.0],
        terminated: vec![true],
        truncated: vec![false],
        ..Segment::default()
    };
    let mut held = Rows::of(&[segment], &continuous(), NextRows::Unneeded).unwrap();
    assert_eq!(held.actions, [1.5]);
    held.judge(&policy(&continuous())).unwrap();
    assert!(held.log_probs[0].is_finite());
    // What a head says of an action that it drew is what it said when it drew it.
    let (head, mut scratch, mut out) = (policy(&continuous()), Scratch::default(), Vec::new());
    let drawn = head.steer(&[0.3], &mut [], &[0.7], &mut out, &mut scratch);
    let again = head.log_prob(
        &[0.3],
        Mask::all(1),
        &Action::Continuous(out),
        &mut [],
        &mut scratch,
    );
    assert!((drawn - again).abs() < 1e-5, "{drawn} {again}");
}

#[test]
fn drails_reward_is_the_difference_of_its_losses() {
    let (expert, policy) = (steps(200, true, 1), steps(200, false, 2));
    for sampling in [Sampling::Official, Sampling::Paired] {
        let config = DrailConfig {
            num_units: 32,
            sampling,
            samples: 3,
            ..DrailConfig::default()
        };
        let mut drail = Drail::<CpuGrad>::new(config, discrete(), 1, cpu()).unwrap();
        for i in 0..5 {
            drail.update(&expert, &policy, &mut noise(i)).unwrap();
        }
        let (of_expert, of_agent) = drail.losses(&expert, &mut noise(9)).unwrap();
        let reward = drail.reward(&expert, &mut noise(9)).unwrap();
        for ((plus, minus), r) in of_expert.iter().zip(&of_agent).zip(&reward) {
            assert_eq!(minus - plus, *r);
            let d = f64::from(probability(*plus, *minus));
            assert!((d.ln() - (1.0 - d).ln() - f64::from(*r)).abs() < 1e-5);
        }
    }
    // Without labels there is one loss L, and D = e^−L.
    let config = DrailConfig {
        num_units: 32,
        ..DrailConfig::unconditional()
    };
    let plain = Drail::<CpuGrad>::new(config, discrete(), 1, cpu()).unwrap();
    let (loss, same) = plain.losses(&expert, &mut noise(9)).unwrap();
    assert_eq!(loss, same);
    for (loss, logit) in loss
        .iter()
        .zip(plain.logits(&expert, &mut noise(9)).unwrap())
    {
        let d = 1.0 / (1.0 + (-f64::from(logit)).exp());
        assert!((d - (-f64::from(*loss)).exp()).abs() < 1e-5);
    }
}

#[test]
fn shared_noise_makes_rewards_quieter() {
    let (expert, policy) = (steps(256, true, 1), steps(256, false, 2));
    let config = DrailConfig {
        num_units: 32,
        ..DrailConfig::default()
    };
    let mut official = Drail::<CpuGrad>::new(config, discrete(), 1, cpu()).unwrap();
    for i in 0..20 {
        official.update(&expert, &policy, &mut noise(i)).unwrap();
    }
    // The same weights, looked at in both ways.
    let spread = |drail: &Drail<CpuGrad>| {
        let looks: Vec<Vec<f32>> = (0..16)
            .map(|i| {
                drail
                    .reward(&expert.take(&[0, 1, 2, 3]), &mut noise(50 + i))
                    .unwrap()
            })
            .collect();
        let variance = |row: usize| {
            let mean = looks.iter().map(|l| l[row]).sum::<f32>() / 16.0;
            looks.iter().map(|l| (l[row] - mean).powi(2)).sum::<f32>() / 15.0
        };
        (0..4).map(variance).sum::<f32>() / 4.0
    };
    let mut paired = official.clone();
    paired.config.sampling = Sampling::Paired;
    let (alone, shared) = (spread(&official), spread(&paired));
    assert!(shared < 0.25 * alone, "{shared} {alone}");
    paired.config.samples = 8;
    assert!(
        spread(&paired) < 0.5 * shared,
        "{} {shared}",
        spread(&paired)
    );
    let mut constant = official;
    constant.config.sample_strategy = StepDraw::Constant;
    assert!(spread(&constant).is_finite());
}

#[test]
fn what_is_saved_goes_on_bit_for_bit() {
    let (expert, policy) = (steps(64, true, 1), steps(64, false, 2));
    let dir = tempfile::tempdir().unwrap();
    for (i, config) in small().into_iter().enumerate() {
        let (mut whole, mut dice) = (built(config), noise(3));
        (0..3).for_each(|_| drop(whole.update(&expert, &policy, &mut dice).unwrap()));
        let path = dir.path().join(i.to_string());
        whole.checkpoint().unwrap().save(&path, false).unwrap();
        let saved = Checkpoint::load(&path).unwrap();
        let mut again = resume(&saved, &Device::Cpu).unwrap();
        let mut same = dice.clone();
        for _ in 0..3 {
            let m = whole.update(&expert, &policy, &mut dice).unwrap();
            assert_eq!(m, again.update(&expert, &policy, &mut same).unwrap());
        }
        assert_eq!(
            whole.reward(&expert, &mut noise(4)).unwrap(),
            again.reward(&expert, &mut noise(4)).unwrap()
        );
        let weights = |disc: &dyn Discriminator| -> Weights {
            disc.checkpoint().unwrap().tensors[0].1.clone()
        };
        assert_eq!(
            weights(whole.as_ref()).checksum(),
            weights(again.as_ref()).checksum()
        );
        let other = Checkpoint {
            kind: "ppo".to_owned(),
            ..saved
        };
        assert!(
            resume(&other, &Device::Cpu)
                .err()
                .unwrap()
                .to_string()
                .contains("ppo")
        );
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_lost() {
    let (expert, policy) = (steps(32, true, 1), steps(32, false, 2));
    let mut wild = policy.clone();
    wild.observations
        .iter_mut()
        .for_each(|x| *x *= f32::MAX / 1e3);
    for config in small() {
        let mut disc = built(config);
        disc.update(&expert, &policy, &mut noise(1)).unwrap();
        let before = disc.checkpoint().unwrap();
        let narrow = Rows {
            observations: vec![0.0; 32],
            ..expert.clone()
        };
        assert!(
            disc.update(&narrow, &policy, &mut noise(1))
                .unwrap_err()
                .to_string()
                .contains("observations")
        );
        assert!(
            disc.update(&Rows::default(), &policy, &mut noise(1))
                .is_err()
        );
        let mut broken = policy.clone();
        broken.actions.iter_mut().for_each(|x| *x = f32::NAN);
        let mut dice = noise(1);
        let said = disc
            .update(&expert, &broken, &mut dice)
            .unwrap_err()
            .to_string();
        assert!(
            said.starts_with("training stopped at step 1: disc/"),
            "{said}"
        );
        let after = disc.checkpoint().unwrap();
        assert_eq!(before.tensors, after.tensors);
        assert_eq!(before.state, after.state);
        drop(disc.reward(&wild, &mut noise(1)));
    }
    let refused = |config: DiscConfig| {
        config
            .build(discrete(), 1, &Device::Cpu)
            .err()
            .unwrap()
            .to_string()
    };
    let drail = DrailConfig::default();
    assert!(
        refused(DiscConfig::from(DrailConfig {
            depth: 0,
            ..drail.clone()
        }))
        .contains("depth")
    );
    let constant = DrailConfig {
        sample_strategy: StepDraw::Constant,
        constant_step: 1000,
        ..drail
    };
    assert!(refused(DiscConfig::from(constant)).contains("constant_step"));
    let gail = GailConfig {
        learning_rate: f64::NAN,
        ..GailConfig::default()
    };
    assert!(refused(DiscConfig::from(gail)).contains("learning_rate"));
    let airl = AirlConfig {
        gamma: 2.0,
        ..AirlConfig::default()
    };
    assert!(refused(DiscConfig::from(airl)).contains("gamma"));
}

#[test]
fn rewards_come_back_by_segment() {
    let segment = |len: usize| Segment {
        observations: vec![0.5; 2 * len],
        actions: vec![1; len],
        rewards: vec![0.0; len],
        terminated: vec![false; len],
        truncated: vec![false; len],
        next_observation: vec![0.0; 2],
        ..Segment::default()
    };
    let airl = built(DiscConfig::from(AirlConfig::default()));
    let found = rewards(airl.as_ref(), &[segment(3), segment(2)], &mut noise(1)).unwrap();
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [3, 2]);
    let open = Segment {
        next_observation: vec![],
        ..segment(2)
    };
    let said = rewards(airl.as_ref(), &[open], &mut noise(1))
        .unwrap_err()
        .to_string();
    assert!(said.contains("next_observation"), "{said}");
}
