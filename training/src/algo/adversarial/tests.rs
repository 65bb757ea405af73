//! The loop: orders, the buffer, resumption, horizons, signs of rewards, and drivers of their own.

use super::{Adversarial, AdversarialConfig, Order, Retention, RewardScale, train_adversarial};
use crate::algo::disc::airl::AirlConfig;
use crate::algo::disc::drail::DrailConfig;
use crate::algo::disc::gail::GailConfig;
use crate::algo::disc::{DiscConfig, RewardKind};
use crate::algo::on_policy::{Iteration, PpoTrainer, Rewarder, evaluate, shape};
use crate::algo::ppo::{Ppo, PpoConfig};
use crate::backend::{CpuGrad, cpu};
use crate::checkpoint::Checkpoint;
use crate::env::{ActionSpace, Environment, Mask};
use crate::envs::experts::{Demos, demos};
use crate::envs::make;
use crate::learner::Device;
use crate::nets::params::Weights;
use crate::rollout::{Segment, Shape};

const RISKY: &str = "seals/RiskyPath-v0";

fn shown(name: &str, episodes: usize) -> (Vec<Segment>, Shape) {
    let how = Demos {
        episodes,
        seed: 7,
        ..Demos::default()
    };
    (
        demos(name, &how).unwrap().segments,
        shape(make(name).unwrap().spec()),
    )
}

fn factory(name: &'static str) -> impl Fn(usize) -> Box<dyn Environment> {
    move |_| make(name).unwrap()
}

fn ppo() -> PpoConfig {
    PpoConfig {
        num_envs: 4,
        num_steps: 64,
        learning_rate: 3e-3,
        anneal_lr: false,
        ent_coef: 0.0,
        hidden: vec![16],
        truncation_bootstrap: true,
        ..PpoConfig::default()
    }
}

fn quick(disc: DiscConfig) -> AdversarialConfig {
    AdversarialConfig {
        demo_batch_size: 64,
        n_disc_updates_per_round: 2,
        disc_epochs: 1,
        disc,
        ..Default::default()
    }
}

fn discs() -> [DiscConfig; 3] {
    [
        DiscConfig::from(GailConfig::default()),
        DiscConfig::from(AirlConfig::default()),
        DiscConfig::from(DrailConfig {
            num_units: 16,
            label_dim: 2,
            ..DrailConfig::default()
        }),
    ]
}

/// A learner that never acts: what a caller outside collected.
fn walked(len: usize, end: usize) -> Segment {
    Segment {
        observations: (0..len).map(|i| i as f32).collect(),
        masks: vec![Mask(0b11); len],
        actions: (0..len).map(|i| (i % 2) as u32).collect(),
        log_probs: vec![-0.7; len],
        rewards: vec![9.0; len],
        terminated: (0..len).map(|i| i % end == end - 1).collect(),
        truncated: vec![false; len],
        next_observation: vec![len as f32],
        ..Segment::default()
    }
}

fn walks() -> Shape {
    Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(2),
    }
}

fn with(config: AdversarialConfig, demos: &[Segment]) -> Adversarial {
    Adversarial::new(config, walks(), demos, 1, &Device::Cpu).unwrap()
}

#[test]
fn every_discriminator_in_every_order_resumes_bit_for_bit() {
    let (segments, shape) = shown(RISKY, 20);
    let make = factory(RISKY);
    let dir = tempfile::tempdir().unwrap();
    for (i, disc) in discs().into_iter().enumerate() {
        for (order, scale) in [
            (Order::Imitation, RewardScale::Output),
            (Order::Drail, RewardScale::Returns),
        ] {
            let config = AdversarialConfig {
                order,
                reward_scale: scale,
                gen_replay_buffer_capacity: 300,
                ..quick(disc.clone())
            };
            let new = || {
                Adversarial::new(config.clone(), shape.clone(), &segments, 3, &Device::Cpu).unwrap()
            };
            let begin = || PpoTrainer::<CpuGrad>::new(&make, ppo(), 3, 4096, cpu()).unwrap();
            let run =
                |trainer: &mut PpoTrainer<CpuGrad>, adversarial: &mut Adversarial, n: usize| {
                    (0..n)
                        .map(|_| trainer.iterate(adversarial).unwrap().metrics)
                        .last()
                };
            let (mut trainer, mut whole) = (begin(), new());
            let last = run(&mut trainer, &mut whole, 4);
            assert_eq!(whole.rounds(), 4);
            let (mut half, mut part) = (begin(), new());
            run(&mut half, &mut part, 2);
            let path = |what: &str| dir.path().join(format!("{i}{order:?}{what}"));
            half.checkpoint().unwrap().save(path("ppo"), false).unwrap();
            part.checkpoint()
                .unwrap()
                .save(path("disc"), false)
                .unwrap();
            let saved = Checkpoint::load(path("disc")).unwrap();
            let mut again = Adversarial::resume(&saved, &segments, &Device::Cpu).unwrap();
            let mut half =
                PpoTrainer::resume(&Checkpoint::load(path("ppo")).unwrap(), &make, cpu()).unwrap();
            assert_eq!(run(&mut half, &mut again, 2), last);
            assert_eq!(
                half.ppo.head().unwrap().checksum(),
                trainer.ppo.head().unwrap().checksum()
            );
            let weights =
                |a: &Adversarial| -> Weights { a.disc.checkpoint().unwrap().tensors[0].1.clone() };
            assert_eq!(weights(&whole).checksum(), weights(&again).checksum());
            let others = shown(RISKY, 19).0;
            let said = Adversarial::resume(&saved, &others, &Device::Cpu)
                .err()
                .unwrap()
                .to_string();
            assert!(said.contains("demonstrations"), "{said}");
        }
    }
}

#[test]
fn the_risky_path_is_not_taken() {
    // seals' RiskyPath: the expert waits in safety and goes the long way round; the short way ends
    // badly half of the time.
    let (segments, shape) = shown(RISKY, 50);
    for disc in discs() {
        let order = if disc.get::<DrailConfig>().is_some() {
            Order::Drail
        } else {
            Order::Imitation
        };
        let disc = disc.with(match disc.word() {
            "airl" => "learning_rate = 3e-3",
            "drail" => "num_units = 32\nlearning_rate = 3e-3\nsampling = 'paired'\nsamples = 2",
            _ => "",
        });
        let config = AdversarialConfig {
            order,
            n_disc_updates_per_round: 8,
            disc_epochs: 4,
            ..quick(disc)
        };
        let mut adversarial =
            Adversarial::new(config, shape.clone(), &segments, 1, &Device::Cpu).unwrap();
        let trainer = train_adversarial::<CpuGrad>(
            &factory(RISKY),
            ppo(),
            &mut adversarial,
            (1, 10_000),
            cpu(),
            &mut |_, _: &Iteration| true,
        )
        .unwrap();
        let mut scratch = crate::head::Scratch::default();
        trainer.ppo.head().unwrap().probs(
            &[1.0, 0.0, 0.0, 0.0],
            Mask::all(2),
            &mut [],
            &mut scratch,
        );
        assert!(
            scratch.probs[0] > 0.8,
            "{}: {:?}",
            adversarial.disc.kind(),
            scratch.probs
        );
    }
}

/// The mean length of episodes of a policy that GAIL trained with a kind of reward.
fn length(name: &'static str, kind: RewardKind) -> f64 {
    let (segments, shape) = shown(name, 50);
    let gail = GailConfig {
        reward: kind,
        ..GailConfig::default()
    };
    let config = AdversarialConfig {
        allow_variable_horizon: true,
        ..quick(DiscConfig::from(gail))
    };
    let mut adversarial = Adversarial::new(config, shape, &segments, 1, &Device::Cpu).unwrap();
    let make_one = factory(name);
    let mut each = |_: u64, _: &Iteration| true;
    let ppo = PpoConfig {
        gamma: 0.99,
        ..ppo()
    };
    let trainer = train_adversarial::<CpuGrad>(
        &make_one,
        ppo,
        &mut adversarial,
        (1, 6_000),
        cpu(),
        &mut each,
    )
    .unwrap();
    let ended = evaluate(
        make_one(0).as_mut(),
        &trainer.ppo.head().unwrap(),
        false,
        50,
        5,
    )
    .1;
    ended.iter().map(|e| f64::from(e.length)).sum::<f64>() / 50.0
}

#[test]
fn the_sign_of_a_reward_tells_of_the_length_of_episodes() {
    // seals' EarlyTermPos is to be lived in (10 steps), EarlyTermNeg to be left (2 steps).
    let (pos, neg) = ("seals/EarlyTermPos-v0", "seals/EarlyTermNeg-v0");
    // A reward of either sign follows the expert; one never below 0 stays whatever the expert does,
    // one never above 0 leaves.
    for (kind, in_pos, in_neg) in [
        (RewardKind::Airl, 10.0, 2.0),
        (RewardKind::Imitation, 10.0, 10.0),
        (RewardKind::Gail, 2.0, 2.0),
    ] {
        for (name, expected) in [(pos, in_pos), (neg, in_neg)] {
            let found = length(name, kind);
            assert!(
                (found - expected).abs() < 1.5,
                "{kind:?} in {name}: {found} {expected}"
            );
        }
    }
}

#[test]
fn shuffled_labels_teach_nothing() {
    let demos: Vec<Segment> = (0..8)
        .map(|_| Segment {
            observations: vec![5.0; 64],
            ..walked(64, 8)
        })
        .collect();
    for (shuffle_labels, low, high) in [(false, 0.95, 1.0), (true, 0.42, 0.58)] {
        let config = AdversarialConfig {
            shuffle_labels,
            n_disc_updates_per_round: 60,
            ..quick(discs()[0].clone())
        };
        let mut adversarial = with(config, &demos);
        let fresh = || {
            vec![
                Segment {
                    observations: vec![-5.0; 64],
                    ..walked(64, 8)
                };
                4
            ]
        };
        adversarial.before_update(&mut fresh()).unwrap();
        for _ in 0..3 {
            adversarial.after_update(&fresh()).unwrap();
        }
        let accuracy = adversarial
            .after_update(&fresh())
            .unwrap()
            .get("disc/disc_acc")
            .unwrap();
        assert!(
            (low..=high).contains(&accuracy),
            "{shuffle_labels} {accuracy}"
        );
    }
}

#[test]
fn a_driver_of_ones_own_brings_segments_and_a_learner() {
    let demos = [walked(64, 8)];
    for disc in discs() {
        let needs_policy = disc.get::<AirlConfig>().is_some();
        let mut adversarial = with(quick(disc), &demos);
        let mut learner = Ppo::<CpuGrad>::new(ppo(), walks(), 1, cpu()).unwrap();
        // Segments of different lengths, as persons of a campus have.
        let mut segments = vec![walked(24, 8), walked(40, 8), walked(16, 8)];
        if needs_policy {
            adversarial.before_update(&mut segments).unwrap();
            let said = adversarial.after_update(&segments).unwrap_err().to_string();
            assert!(said.contains("policy"), "{said}");
        }
        adversarial.policy(&learner.head().unwrap());
        let first = adversarial.before_update(&mut segments).unwrap();
        assert!(segments.iter().flat_map(|s| &s.rewards).all(|r| *r != 9.0));
        let mean = segments.iter().flat_map(|s| &s.rewards).sum::<f32>() / 80.0;
        assert!((f64::from(mean) - first.get("disc/reward_mean").unwrap()).abs() < 1e-4);
        learner.update(&segments, 0.0).unwrap();
        adversarial.policy(&learner.head().unwrap());
        assert!(
            adversarial
                .after_update(&segments)
                .unwrap()
                .get("disc/disc_loss")
                .unwrap()
                > 0.0
        );
        assert_eq!((adversarial.rounds(), adversarial.kept()), (1, 80));
    }
}

#[test]
fn the_buffer_holds_what_its_reference_holds() {
    let demos = [walked(64, 8)];
    let config = |keep| AdversarialConfig {
        gen_replay_buffer_capacity: 10,
        keep,
        allow_variable_horizon: true,
        n_disc_updates_per_round: 0,
        ..quick(discs()[0].clone())
    };
    let seen = |adversarial: &Adversarial| {
        let saved = adversarial.checkpoint().unwrap();
        saved
            .weights("buffer")
            .unwrap()
            .get("observations")
            .unwrap()
            .values
            .clone()
    };
    // The first actor's episodes end after 3 and 6 of 8 steps, the second's after 5; then come the
    // open ends, actor by actor.
    let fresh = |offset: f32| {
        let moved = |mut s: Segment| {
            s.observations.iter_mut().for_each(|x| *x += offset);
            s
        };
        vec![moved(walked(8, 3)), moved(walked(8, 5))]
    };
    let mut latest = with(config(Retention::Latest), &demos);
    latest.after_update(&fresh(0.0)).unwrap();
    assert_eq!(
        seen(&latest),
        [3.0, 4.0, 3.0, 4.0, 5.0, 6.0, 7.0, 5.0, 6.0, 7.0]
    );
    latest.after_update(&[walked(4, 9)]).unwrap();
    assert_eq!(seen(&latest)[6..], [0.0, 1.0, 2.0, 3.0]);
    assert_eq!(latest.kept(), 10);
    let mut spread = with(config(Retention::Spread), &demos);
    spread.after_update(&fresh(100.0)).unwrap();
    assert!(seen(&spread).len() == 10 && seen(&spread).iter().all(|x| *x >= 100.0));
    let mut whole = with(
        AdversarialConfig {
            gen_replay_buffer_capacity: 0,
            ..config(Retention::Latest)
        },
        &demos,
    );
    whole.after_update(&fresh(0.0)).unwrap();
    assert_eq!(whole.kept(), 16);
    whole.after_update(&[walked(5, 9)]).unwrap();
    assert_eq!(whole.kept(), 5);
}

#[test]
fn bad_demonstrations_and_horizons_are_refused() {
    let refused = |demos: &[Segment]| {
        let config = quick(discs()[0].clone());
        Adversarial::new(config, walks(), demos, 1, &Device::Cpu)
            .err()
            .unwrap()
            .to_string()
    };
    assert!(refused(&[]).contains("demonstrations: found no steps"));
    assert!(refused(&[Segment::default()]).contains("no steps"));
    let nan = Segment {
        observations: vec![0.0, f32::NAN, 0.0, 0.0],
        ..walked(4, 4)
    };
    let said = refused(&[walked(4, 4), nan]);
    assert!(
        said.contains("demonstration 1, observations[1]: found NaN"),
        "{said}"
    );
    assert!(
        refused(&[Segment {
            observations: vec![0.0; 8],
            ..walked(4, 4)
        }])
        .contains("8 numbers")
    );
    assert!(
        refused(&[Segment {
            actions: vec![5; 4],
            ..walked(4, 4)
        }])
        .contains("actions[0]")
    );
    let said = |config: AdversarialConfig| {
        Adversarial::new(config, walks(), &[walked(4, 4)], 1, &Device::Cpu)
            .err()
            .unwrap()
            .to_string()
    };
    assert!(
        said(AdversarialConfig {
            demo_batch_size: 0,
            ..Default::default()
        })
        .contains("demo_batch_size")
    );

    // An environment that ends early, and one that says it does not.
    let (segments, shape) = shown("CartPole-v1", 2);
    let mut adversarial =
        Adversarial::new(quick(discs()[0].clone()), shape, &segments, 1, &Device::Cpu).unwrap();
    let trained = train_adversarial::<CpuGrad>(
        &factory("CartPole-v1"),
        ppo(),
        &mut adversarial,
        (1, 256),
        cpu(),
        &mut |_, _| true,
    );
    let said = trained.err().unwrap().to_string();
    assert!(
        said.contains("allow_variable_horizon") && said.contains("CartPole-v1"),
        "{said}"
    );
    let mut adversarial = with(quick(discs()[0].clone()), &[walked(64, 8)]);
    adversarial
        .before_update(&mut [walked(20, 8), walked(12, 8)])
        .unwrap();
    // Both go on where they were: 4 steps into an episode.
    let mut good = [walked(4, 4), walked(4, 4)];
    adversarial.before_update(&mut good).unwrap();
    let said = adversarial
        .before_update(&mut [walked(7, 7)])
        .unwrap_err()
        .to_string();
    assert!(said.contains("one of 7 steps after one of 8"), "{said}");
    let mut allowed = with(
        AdversarialConfig {
            allow_variable_horizon: true,
            ..quick(discs()[0].clone())
        },
        &[walked(64, 8)],
    );
    allowed
        .before_update(&mut [walked(20, 8), walked(20, 5)])
        .unwrap();
}

#[test]
fn settings_are_read_from_toml() {
    let read = |text: &str| toml::from_str::<AdversarialConfig>(text);
    assert_eq!(read("").unwrap(), AdversarialConfig::default());
    let text = "order = \"drail\"\nreward_scale = \"returns\"\n[disc]\nkind = \"drail\"\nconditional = false";
    let expected = AdversarialConfig {
        order: Order::Drail,
        reward_scale: RewardScale::Returns,
        disc: DiscConfig::from(DrailConfig::unconditional()),
        ..AdversarialConfig::default()
    };
    assert_eq!(read(text).unwrap(), expected);
    assert_eq!(
        read(&toml::to_string(&expected).unwrap()).unwrap(),
        expected
    );
    assert!(read("ordr = 1").is_err());
    let (_, tutorial) = AdversarialConfig::tutorial();
    assert_eq!(
        (
            tutorial.demo_batch_size,
            tutorial.gen_replay_buffer_capacity
        ),
        (1024, 512)
    );
}
