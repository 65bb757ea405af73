//! SAC's settings.

use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use serde::{Deserialize, Serialize};

/// SAC's settings. The default is CleanRL's `sac_atari.py`, made for millions of steps;
/// [`SacConfig::small`] is for small tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SacConfig {
    /// Transitions that are held.
    pub buffer_size: usize,
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// How far target networks move: 1 copies.
    pub tau: f64,
    /// Transitions in an update.
    pub batch_size: usize,
    /// Steps that are collected before the first gradient step.
    pub learning_starts: u64,
    /// The policy's learning rate.
    pub policy_lr: f64,
    /// The critics' and the temperature's learning rate.
    pub q_lr: f64,
    /// Collected steps for each update.
    pub update_frequency: u64,
    /// Steps between moves of target networks.
    pub target_network_frequency: u64,
    /// The temperature, where it is not tuned.
    pub alpha: f32,
    /// Whether the temperature is tuned.
    pub autotune: bool,
    /// The target entropy as a share of that of an even choice.
    pub target_entropy_scale: f32,
    /// Adam's ε.
    pub adam_eps: f64,
    /// Widths of hidden layers, of policy and critics.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
}

impl Default for SacConfig {
    fn default() -> Self {
        SacConfig {
            buffer_size: 1_000_000,
            gamma: 0.99,
            tau: 1.0,
            batch_size: 64,
            learning_starts: 20_000,
            policy_lr: 3e-4,
            q_lr: 3e-4,
            update_frequency: 4,
            target_network_frequency: 8000,
            alpha: 0.2,
            autotune: true,
            target_entropy_scale: 0.89,
            adam_eps: 1e-4,
            hidden: vec![256, 256],
            activation: Activation::Relu,
        }
    }
}

impl SacConfig {
    /// For tasks of some ten thousand steps: targets that follow softly at every update, a smaller
    /// buffer, learning from a thousand steps on, and a target entropy that lets a policy become
    /// nearly certain.
    pub fn small() -> Self {
        SacConfig {
            buffer_size: 50_000,
            tau: 0.005,
            learning_starts: 1000,
            policy_lr: 1e-3,
            q_lr: 1e-3,
            update_frequency: 1,
            target_network_frequency: 1,
            target_entropy_scale: 0.3,
            hidden: vec![64, 64],
            ..SacConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let counts = [
            ("buffer_size", self.buffer_size as u64),
            ("batch_size", self.batch_size as u64),
            ("update_frequency", self.update_frequency),
            ("target_network_frequency", self.target_network_frequency),
        ];
        if let Some((field, found)) = counts.into_iter().find(|(_, n)| *n == 0) {
            return Err(Error::config(field, found, "at least 1"));
        }
        let positive = [
            ("policy_lr", self.policy_lr),
            ("q_lr", self.q_lr),
            ("adam_eps", self.adam_eps),
        ];
        if let Some((field, found)) = positive
            .into_iter()
            .find(|(_, x)| !(x.is_finite() && *x > 0.0))
        {
            return Err(Error::config(field, found, "a number above 0"));
        }
        let shares = [
            ("gamma", f64::from(self.gamma)),
            ("tau", self.tau),
            ("target_entropy_scale", f64::from(self.target_entropy_scale)),
        ];
        if let Some((field, found)) = shares.into_iter().find(|(_, x)| !(0.0..=1.0).contains(x)) {
            return Err(Error::config(field, found, "0 to 1"));
        }
        if !(self.alpha.is_finite() && self.alpha > 0.0) {
            return Err(Error::config("alpha", self.alpha, "a number above 0"));
        }
        Ok(())
    }
}
