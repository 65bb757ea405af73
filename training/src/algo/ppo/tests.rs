//! PPO learns, resumes and refuses.

use super::*;
use crate::algo::on_policy::{OwnReward, PpoTrainer, train_ppo};
use crate::backend::{CpuGrad, cpu};
use crate::env::{Action, ActionSpace, Environment, Mask, Spec, Step};
use crate::nets::lora::LoraConfig;

/// Five places in a row. Right leads to a reward, left back; a third action, which would end
/// everything well, is never possible.
struct Corridor(Spec, usize, u32);

fn corridor(_: usize) -> Box<dyn Environment> {
    let spec = Spec {
        name: "Corridor".to_owned(),
        observation: 1,
        actions: ActionSpace::Discrete(3),
        horizon: 20,
        fixed_horizon: false,
    };
    Box::new(Corridor(spec, 0, 0))
}

impl Environment for Corridor {
    fn spec(&self) -> &Spec {
        &self.0
    }
    fn reset(&mut self, dice: &mut Stream, observation: &mut [f32]) {
        (self.1, self.2) = (dice.below(2), 0);
        observation[0] = self.1 as f32;
    }
    fn step(&mut self, action: &Action, _: &mut Stream, observation: &mut [f32]) -> Step {
        self.1 = if *action == Action::Discrete(1) {
            self.1 + 1
        } else {
            self.1.saturating_sub(1)
        };
        self.2 += 1;
        observation[0] = self.1 as f32;
        let terminated = self.1 == 4;
        let reward = if terminated { 1.0 } else { -0.05 };
        Step {
            reward,
            terminated,
            truncated: !terminated && self.2 == 20,
        }
    }
    fn mask(&self) -> Mask {
        Mask(0b011)
    }
}

fn quick() -> PpoConfig {
    PpoConfig {
        num_steps: 64,
        learning_rate: 2.5e-3,
        hidden: vec![16],
        ..PpoConfig::default()
    }
}

#[test]
fn a_corridor_is_learned() {
    for config in [
        quick(),
        PpoConfig {
            norm_obs: true,
            norm_reward: true,
            truncation_bootstrap: true,
            ..quick()
        },
        PpoConfig {
            num_envs: 4,
            num_steps: 64,
            learning_rate: 2.5e-3,
            ..PpoConfig::mappo()
        },
    ] {
        let mut returns = Vec::new();
        let mut each = |_: u64, iteration: &crate::algo::on_policy::Iteration| {
            returns.push(
                iteration
                    .metrics
                    .get("charts/episodic_return")
                    .unwrap_or(-1.0),
            );
            true
        };
        let trainer = train_ppo::<CpuGrad>(&corridor, config, 1, 10_000, cpu(), &mut each).unwrap();
        let last = returns[returns.len() - 5..].iter().sum::<f64>() / 5.0;
        assert!(returns[0] < 0.6 && last > 0.8, "{returns:?}");
        assert!(trainer.done() && trainer.ppo.steps() == 39 * 256);
    }
}

#[test]
fn twice_n_is_n_and_n_again_bit_for_bit() {
    let config = PpoConfig {
        norm_obs: true,
        norm_reward: true,
        value_norm: true,
        clip_apart: true,
        ..quick()
    };
    let new = || PpoTrainer::<CpuGrad>::new(&corridor, config.clone(), 3, 2560, cpu()).unwrap();
    let run = |mut trainer: PpoTrainer<CpuGrad>, n: usize| {
        let all: Vec<_> = (0..n)
            .map(|_| trainer.iterate(&mut OwnReward).unwrap().metrics)
            .collect();
        (trainer, all.last().cloned())
    };
    let (whole, last) = run(new(), 10);
    let dir = tempfile::tempdir().unwrap();
    run(new(), 5)
        .0
        .checkpoint()
        .unwrap()
        .save(dir.path().join("c"), false)
        .unwrap();
    let saved = Checkpoint::load(dir.path().join("c")).unwrap();
    let resumed = PpoTrainer::<CpuGrad>::resume(&saved, &corridor, cpu()).unwrap();
    let (resumed, again) = run(resumed, 5);
    assert_eq!(last, again);
    assert_eq!(
        Weights::of(&whole.ppo.model).checksum(),
        Weights::of(&resumed.ppo.model).checksum()
    );
    assert_eq!(whole.ppo.adam.state(), resumed.ppo.adam.state());
    let other = run(
        PpoTrainer::<CpuGrad>::new(&corridor, config, 4, 2560, cpu()).unwrap(),
        10,
    )
    .0;
    assert_ne!(
        Weights::of(&whole.ppo.model).checksum(),
        Weights::of(&other.ppo.model).checksum()
    );
}

#[test]
fn adapters_train_over_a_frozen_base() {
    let mut trainer = PpoTrainer::<CpuGrad>::new(&corridor, quick(), 1, 20_000, cpu()).unwrap();
    let base = Weights::of(&trainer.ppo.model.actor.base).checksum();
    let mut dice = stream(1, Use::Init, 1);
    let adapted = trainer
        .ppo
        .model
        .actor
        .clone()
        .adapted(&mut dice, LoraConfig::default(), &cpu())
        .unwrap();
    trainer.ppo.set_actor(adapted);
    let mut last = 0.0;
    for _ in 0..60 {
        last = trainer
            .iterate(&mut OwnReward)
            .unwrap()
            .metrics
            .get("charts/episodic_return")
            .unwrap_or(last);
    }
    assert_eq!(Weights::of(&trainer.ppo.model.actor.base).checksum(), base);
    assert!(last > 0.8, "{last}");
    let resumed = Ppo::<CpuGrad>::resume(&trainer.ppo.checkpoint().unwrap(), cpu()).unwrap();
    assert_eq!(
        resumed.head().unwrap().checksum(),
        trainer.ppo.head().unwrap().checksum()
    );
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_lost() {
    let shape = Shape {
        observation: 1,
        state: 0,
        actions: ActionSpace::Discrete(2),
    };
    let refused = |config: PpoConfig| {
        Ppo::<CpuGrad>::new(config, shape.clone(), 1, cpu())
            .unwrap_err()
            .to_string()
    };
    assert!(
        refused(PpoConfig {
            num_minibatches: 0,
            ..quick()
        })
        .contains("num_minibatches")
    );
    assert!(
        refused(PpoConfig {
            gamma: f32::NAN,
            ..quick()
        })
        .contains("gamma")
    );
    assert!(
        refused(PpoConfig {
            hidden: vec![0],
            ..quick()
        })
        .contains("hidden")
    );
    assert!(
        refused(PpoConfig {
            hidden: vec![100_000_000],
            ..quick()
        })
        .contains("widths of 1 to 8192")
    );
    assert!(
        refused(PpoConfig {
            hidden: vec![8; 17],
            ..quick()
        })
        .contains("17 layers")
    );
    assert!(toml::from_str::<PpoConfig>("gama = 0.9").is_err());
    assert_eq!(
        toml::from_str::<PpoConfig>("").unwrap(),
        PpoConfig::default()
    );
    let config = PpoConfig {
        learning_rate: 1e38,
        anneal_lr: false,
        ..quick()
    };
    let mut trainer = PpoTrainer::<CpuGrad>::new(&corridor, config, 1, 2560, cpu()).unwrap();
    let before = Weights::of(&trainer.ppo.model).checksum();
    let said = trainer.iterate(&mut OwnReward).unwrap_err().to_string();
    assert!(
        said.starts_with("training stopped at step ") && said.contains("losses/"),
        "{said}"
    );
    assert_eq!(Weights::of(&trainer.ppo.model).checksum(), before);
}

#[test]
fn a_central_critic_sees_states() {
    let shape = Shape {
        observation: 1,
        state: 2,
        actions: ActionSpace::Discrete(2),
    };
    let config = PpoConfig {
        truncation_bootstrap: true,
        ..PpoConfig::mappo()
    };
    let mut ppo = Ppo::<CpuGrad>::new(config, shape, 1, cpu()).unwrap();
    let segment = Segment {
        observations: vec![0.1, 0.2, 0.3],
        states: vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0],
        masks: vec![Mask(3), Mask(1), Mask(3)],
        actions: vec![0, 0, 1],
        log_probs: vec![-0.7, 0.0, -0.7],
        rewards: vec![1.0, 0.0, 2.0],
        terminated: vec![false; 3],
        truncated: vec![false, true, false],
        final_observations: vec![0.9],
        final_states: vec![7.0, 8.0],
        next_observation: vec![0.4],
        next_state: vec![6.0, 7.0],
        ..Segment::default()
    };
    assert!(
        ppo.update(std::slice::from_ref(&segment), 0.0)
            .unwrap()
            .get("losses/value_loss")
            .unwrap()
            > 0.0
    );
    let blind = Segment {
        next_state: vec![],
        ..segment
    };
    assert!(ppo.update(&[blind], 0.0).is_err());
}

/// What is seen at first must be said at the end, three steps later.
struct Recall(Spec, usize, u32);

fn recall(_: usize) -> Box<dyn Environment> {
    let spec = Spec {
        name: "Recall".to_owned(),
        observation: 2,
        actions: ActionSpace::Discrete(2),
        horizon: 4,
        fixed_horizon: true,
    };
    Box::new(Recall(spec, 0, 0))
}

impl Environment for Recall {
    fn spec(&self) -> &Spec {
        &self.0
    }
    fn reset(&mut self, dice: &mut Stream, observation: &mut [f32]) {
        (self.1, self.2) = (dice.below(2), 0);
        observation.copy_from_slice(&[self.1 as f32 * 2.0 - 1.0, 0.0]);
    }
    fn step(&mut self, action: &Action, _: &mut Stream, observation: &mut [f32]) -> Step {
        self.2 += 1;
        observation.copy_from_slice(&[0.0, f32::from(u8::from(self.2 == 3))]);
        let right = self.2 == 4 && *action == Action::Discrete(self.1);
        Step {
            reward: f32::from(u8::from(right)),
            terminated: self.2 == 4,
            truncated: false,
        }
    }
}

#[test]
fn what_was_seen_is_remembered() {
    let last = |recurrent: usize| {
        let config = PpoConfig {
            num_envs: 8,
            num_steps: 32,
            recurrent,
            ..quick()
        };
        let mut returns = Vec::new();
        let mut each = |_: u64, iteration: &crate::algo::on_policy::Iteration| {
            returns.push(
                iteration
                    .metrics
                    .get("charts/episodic_return")
                    .unwrap_or(0.0),
            );
            true
        };
        let trainer = train_ppo::<CpuGrad>(&recall, config, 1, 12_800, cpu(), &mut each).unwrap();
        let resumed = Ppo::<CpuGrad>::resume(&trainer.ppo.checkpoint().unwrap(), cpu()).unwrap();
        assert_eq!(
            resumed.head().unwrap().checksum(),
            trainer.ppo.head().unwrap().checksum()
        );
        returns[returns.len() - 5..].iter().sum::<f64>() / 5.0
    };
    let (with, without) = (last(12), last(0));
    assert!(with > 0.9 && without < 0.65, "{with} {without}");
}
