//! GRPO's settings.

use crate::algo::offline::check_settings;
use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use crate::schedule::LearningRateSchedule;
use serde::{Deserialize, Serialize};

/// What advantages are divided by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// The deviation of the group's rewards.
    #[default]
    Group,
    /// That of all rewards of the batch.
    Batch,
    /// Nothing (Dr. GRPO).
    None,
}

/// How steps are averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aggregation {
    /// Within a segment, then over segments: steps of long segments count less (the paper).
    Original,
    /// Over all steps alike (DAPO; TRL's default).
    #[default]
    Dapo,
    /// Their sum over the number of segments times `max_length` (Dr. GRPO).
    DrGrpo,
}

/// Settings. The default is TRL's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GrpoConfig {
    /// Segments of a group that who collects should provide (TRL's `num_generations`).
    pub group_size: usize,
    /// Adam's learning rate at the start.
    pub learning_rate: f64,
    /// How the learning rate changes over the training.
    pub schedule: LearningRateSchedule,
    /// μ: times a batch is gone over.
    pub iterations: usize,
    /// How far a probability may fall, as a share of what it was.
    pub epsilon_low: f64,
    /// How far it may rise.
    pub epsilon_high: f64,
    /// Weight of the divergence from the reference policy; 0 for none.
    pub beta: f64,
    /// What advantages are divided by.
    pub scale_rewards: Scale,
    /// How steps are averaged.
    pub aggregation: Aggregation,
    /// The longest a segment can be, for Dr. GRPO's average.
    pub max_length: usize,
    /// Weight of an entropy bonus; none in the reference.
    pub ent_coef: f64,
    /// Gradients are scaled down to this norm.
    pub max_grad_norm: f64,
    /// Numbers that a recurrent unit before the policy remembers; 0 for none.
    pub memory: usize,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
}

impl Default for GrpoConfig {
    fn default() -> Self {
        GrpoConfig {
            group_size: 8,
            learning_rate: 1e-6,
            schedule: LearningRateSchedule::Linear,
            iterations: 1,
            epsilon_low: 0.2,
            epsilon_high: 0.2,
            beta: 0.0,
            scale_rewards: Scale::Group,
            aggregation: Aggregation::Dapo,
            max_length: 256,
            ent_coef: 0.0,
            max_grad_norm: 1.0,
            memory: 0,
            hidden: vec![64, 64],
            activation: Activation::Tanh,
        }
    }
}

impl GrpoConfig {
    /// For heads of some thousand weights: a learning rate as PPO's, and four times over a batch.
    pub fn heads() -> Self {
        GrpoConfig {
            learning_rate: 2.5e-3,
            iterations: 4,
            ..GrpoConfig::default()
        }
    }

    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        if self.group_size < 2 {
            return Err(Error::config("group_size", self.group_size, "at least 2"));
        }
        check_settings(
            &[
                ("iterations", self.iterations),
                ("max_length", self.max_length),
            ],
            &[
                ("learning_rate", self.learning_rate),
                ("epsilon_high", self.epsilon_high),
                ("max_grad_norm", self.max_grad_norm),
            ],
            &[("epsilon_low", self.epsilon_low)],
            &[("beta", self.beta), ("ent_coef", self.ent_coef)],
        )
    }
}
