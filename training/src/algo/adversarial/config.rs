//! The loop's settings, and those that others published.

use crate::algo::disc::DiscConfig;
use crate::algo::disc::gail::GailConfig;
use crate::algo::ppo::PpoConfig;
use crate::env::Spec;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// When the discriminator learns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// After the policy, which learned by the rewards of the discriminator before.
    #[default]
    Imitation,
    /// Before the policy, which learns by the rewards of the discriminator as it is then.
    Drail,
}

/// Which of a round's steps enter a buffer that holds fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Retention {
    /// The last in the order in which imitation stores them: episodes that ended, then those that
    /// go on, actor by actor. With few kept these are the beginnings of the last actors' episodes.
    #[default]
    Latest,
    /// Evenly drawn ones, so that all parts of episodes are there.
    Spread,
}

/// How learned rewards are brought to one scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RewardScale {
    /// Not at all.
    #[default]
    None,
    /// Divided by the running deviation of their discounted sums, held within ±10 (DRAIL's
    /// `drail-reward-norm`).
    Returns,
    /// Brought to mean 0 and deviation 1 by running statistics (imitation's `NormalizedRewardNet`
    /// with `RunningNorm`).
    Output,
}

/// The loop's settings, with the discriminator's. The default is GAIL as imitation's script has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AdversarialConfig {
    /// When the discriminator learns.
    pub order: Order,
    /// Expert rows of one discriminator step, and as many of the policy's.
    pub demo_batch_size: usize,
    /// Discriminator steps a round, in imitation's order.
    pub n_disc_updates_per_round: usize,
    /// Steps of the policy that are kept for the discriminator, in imitation's order; 0 for all of
    /// the latest round.
    pub gen_replay_buffer_capacity: usize,
    /// Which are kept where a round has more.
    pub keep: Retention,
    /// Times a round's steps are gone over, in DRAIL's order.
    pub disc_epochs: usize,
    /// How rewards are scaled.
    pub reward_scale: RewardScale,
    /// Discount of [`RewardScale::Returns`].
    pub gamma: f32,
    /// Whether episodes may differ in length.
    pub allow_variable_horizon: bool,
    /// Whether labels are shuffled in every batch, so that there is nothing to learn: a control
    /// that must fail.
    pub shuffle_labels: bool,
    /// How the discriminator is built and trained, with its word as `kind`.
    pub disc: DiscConfig,
}

impl Default for AdversarialConfig {
    fn default() -> Self {
        AdversarialConfig {
            order: Order::Imitation,
            demo_batch_size: 1024,
            n_disc_updates_per_round: 4,
            gen_replay_buffer_capacity: 0,
            keep: Retention::Latest,
            disc_epochs: 5,
            reward_scale: RewardScale::None,
            gamma: 0.99,
            allow_variable_horizon: false,
            shuffle_labels: false,
            disc: DiscConfig::from(GailConfig::default()),
        }
    }
}

impl AdversarialConfig {
    /// imitation's tutorial "Train an Agent using Generative Adversarial Imitation Learning" on
    /// `seals/CartPole-v0`: PPO's settings (Stable-Baselines3's where the tutorial gives none) and
    /// the loop's. Its authors reach the expert's 500 in 800,000 steps (imitation's pull request
    /// 772 and `docs/algorithms/gail.rst`); the notebook itself was later cut to 200,000, which are
    /// 12 rounds.
    pub fn tutorial() -> (PpoConfig, Self) {
        let ppo = PpoConfig {
            num_envs: 8,
            num_steps: 2048,
            learning_rate: 4e-4,
            anneal_lr: false,
            gamma: 0.95,
            num_minibatches: 256,
            update_epochs: 5,
            clip_vloss: false,
            ent_coef: 0.0,
            truncation_bootstrap: true,
            ..PpoConfig::default()
        };
        let adversarial = AdversarialConfig {
            n_disc_updates_per_round: 8,
            gen_replay_buffer_capacity: 512,
            ..AdversarialConfig::default()
        };
        (ppo, adversarial)
    }

    /// [`AdversarialConfig::tutorial`] in rounds an eighth as long (rollouts of 256 steps,
    /// minibatches of 64 as before) of which the discriminator sees all: 200,000 steps are 97
    /// rounds and suffice.
    pub fn short_rounds() -> (PpoConfig, Self) {
        let (ppo, adversarial) = AdversarialConfig::tutorial();
        let ppo = PpoConfig {
            num_steps: 256,
            num_minibatches: 32,
            ..ppo
        };
        (
            ppo,
            AdversarialConfig {
                gen_replay_buffer_capacity: 0,
                ..adversarial
            },
        )
    }

    /// DRAIL's released configuration of the maze: the common PPO settings (32 actors, 128 steps,
    /// 32 minibatches) and the loop's. A discriminator of its comparison goes in by `disc`.
    pub fn drail(disc: DiscConfig) -> (PpoConfig, Self) {
        let ppo = PpoConfig {
            num_envs: 32,
            num_steps: 128,
            learning_rate: 1e-4,
            num_minibatches: 32,
            update_epochs: 5,
            ent_coef: 1e-4,
            adam_eps: 1e-12,
            norm_obs: true,
            truncation_bootstrap: true,
            ..PpoConfig::default()
        };
        let adversarial = AdversarialConfig {
            order: Order::Drail,
            demo_batch_size: 128,
            disc,
            ..AdversarialConfig::default()
        };
        (ppo, adversarial)
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let counts = [
            ("demo_batch_size", self.demo_batch_size),
            ("disc_epochs", self.disc_epochs),
        ];
        if let Some((field, found)) = counts.into_iter().find(|(_, n)| *n == 0) {
            return Err(Error::config(field, found, "at least 1"));
        }
        if !(0.0..=1.0).contains(&self.gamma) {
            return Err(Error::config("gamma", self.gamma, "0 to 1"));
        }
        Ok(())
    }

    /// Refuses an environment whose episodes differ in length, unless that is allowed.
    ///
    /// # Errors
    /// Where it is one.
    pub fn check_horizon(&self, spec: &Spec) -> Result<()> {
        if spec.fixed_horizon || self.allow_variable_horizon {
            return Ok(());
        }
        Err(Error::config(
            "allow_variable_horizon",
            format!("false, with {}, whose episodes end early", spec.name),
            "an environment of fixed length: the end of an episode tells of the reward",
        ))
    }
}
