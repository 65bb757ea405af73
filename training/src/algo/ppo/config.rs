//! PPO's settings.

use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use serde::{Deserialize, Serialize};

/// Over what advantages are brought to mean 0 and deviation 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AdvantageNorm {
    /// Every minibatch (CleanRL).
    #[default]
    Minibatch,
    /// The whole batch (MAPPO).
    Batch,
    /// They are used as they are.
    None,
}

/// PPO's settings. The default is CleanRL's `ppo.py`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PpoConfig {
    /// Environments side by side.
    pub num_envs: usize,
    /// Steps of each before an update.
    pub num_steps: usize,
    /// Adam's learning rate at the start.
    pub learning_rate: f64,
    /// Whether it goes in a line to 0.
    pub anneal_lr: bool,
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// λ of GAE: how far advantages look beyond one step, 0 (one step) to 1 (all rewards).
    pub gae_lambda: f32,
    /// Minibatches into which the rollout is cut in each epoch.
    pub num_minibatches: usize,
    /// Times an update goes over its batch.
    pub update_epochs: usize,
    /// How advantages are normalised.
    pub norm_adv: AdvantageNorm,
    /// ε of the surrogate and of the value's clipping.
    pub clip_coef: f64,
    /// Whether the value loss is clipped.
    pub clip_vloss: bool,
    /// Weight of the entropy bonus.
    pub ent_coef: f64,
    /// Weight of the value loss.
    pub vf_coef: f64,
    /// Gradients are scaled down to this norm.
    pub max_grad_norm: f64,
    /// Whether policy and critic are clipped apart (MAPPO).
    pub clip_apart: bool,
    /// An update ends after the epoch whose last minibatch had a greater k3 divergence.
    pub target_kl: Option<f32>,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Widths of hidden layers, of policy and critic.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Numbers that a GRU remembers before the hidden layers, in policy and critic each; 0 for
    /// none.
    pub recurrent: usize,
    /// Whether cut-off episodes are bootstrapped from their last observation (Stable-Baselines3) or
    /// taken for ended (CleanRL).
    pub truncation_bootstrap: bool,
    /// Whether observations are normalised by running statistics.
    pub norm_obs: bool,
    /// Whether rewards are scaled by the running deviation of the discounted return.
    pub norm_reward: bool,
    /// Whether the critic learns normalised returns (MAPPO).
    pub value_norm: bool,
    /// Huber's δ for the value loss; squared error without.
    pub huber_delta: Option<f64>,
}

impl Default for PpoConfig {
    fn default() -> Self {
        PpoConfig {
            num_envs: 4,
            num_steps: 128,
            learning_rate: 2.5e-4,
            anneal_lr: true,
            gamma: 0.99,
            gae_lambda: 0.95,
            num_minibatches: 4,
            update_epochs: 4,
            norm_adv: AdvantageNorm::Minibatch,
            clip_coef: 0.2,
            clip_vloss: true,
            ent_coef: 0.01,
            vf_coef: 0.5,
            max_grad_norm: 0.5,
            clip_apart: false,
            target_kl: None,
            adam_eps: 1e-5,
            hidden: vec![64, 64],
            activation: Activation::Tanh,
            recurrent: 0,
            truncation_bootstrap: false,
            norm_obs: false,
            norm_reward: false,
            value_norm: false,
            huber_delta: None,
        }
    }
}

impl PpoConfig {
    /// CleanRL's `ppo_continuous_action.py`.
    pub fn continuous() -> Self {
        PpoConfig {
            num_envs: 1,
            num_steps: 2048,
            learning_rate: 3e-4,
            num_minibatches: 32,
            update_epochs: 10,
            ent_coef: 0.0,
            norm_obs: true,
            norm_reward: true,
            ..PpoConfig::default()
        }
    }

    /// MAPPO's (on-policy, `config.py`), as far as it is here.
    pub fn mappo() -> Self {
        PpoConfig {
            num_envs: 32,
            num_steps: 200,
            learning_rate: 5e-4,
            anneal_lr: false,
            num_minibatches: 1,
            update_epochs: 15,
            norm_adv: AdvantageNorm::Batch,
            vf_coef: 1.0,
            max_grad_norm: 10.0,
            clip_apart: true,
            hidden: vec![64, 64],
            value_norm: true,
            huber_delta: Some(10.0),
            ..PpoConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let counts = [
            ("num_envs", self.num_envs),
            ("num_steps", self.num_steps),
            ("num_minibatches", self.num_minibatches),
            ("update_epochs", self.update_epochs),
        ];
        if let Some((field, found)) = counts.into_iter().find(|(_, n)| *n == 0) {
            return Err(Error::config(field, found, "at least 1"));
        }
        let positive = [
            ("learning_rate", self.learning_rate),
            ("clip_coef", self.clip_coef),
            ("max_grad_norm", self.max_grad_norm),
            ("adam_eps", self.adam_eps),
            ("huber_delta", self.huber_delta.unwrap_or(1.0)),
        ];
        if let Some((field, found)) = positive
            .into_iter()
            .find(|(_, x)| !(x.is_finite() && *x > 0.0))
        {
            return Err(Error::config(field, found, "a number above 0"));
        }
        let shares = [("gamma", self.gamma), ("gae_lambda", self.gae_lambda)];
        if let Some((field, found)) = shares.into_iter().find(|(_, x)| !(0.0..=1.0).contains(x)) {
            return Err(Error::config(field, found, "0 to 1"));
        }
        if self.recurrent > 0 && self.truncation_bootstrap {
            return Err(Error::config(
                "truncation_bootstrap",
                true,
                "false with a recurrent policy",
            ));
        }
        let weights = [("ent_coef", self.ent_coef), ("vf_coef", self.vf_coef)];
        match weights.into_iter().find(|(_, x)| !x.is_finite()) {
            Some((field, found)) => Err(Error::config(field, found, "a finite number")),
            None => Ok(()),
        }
    }
}
