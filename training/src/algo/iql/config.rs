//! IQL's settings.

use crate::algo::offline::check_settings;
use crate::error::{Error, Result};
use crate::schedule::LearningRateSchedule;
use serde::{Deserialize, Serialize};

/// Settings. The default is CORL's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IqlConfig {
    /// Gradient steps of the whole training.
    pub steps: u64,
    /// Transitions in a batch.
    pub batch_size: usize,
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// τ: which expectile of the values of what was done is the value of a state; in (0, 1).
    pub expectile: f64,
    /// β: how much better actions are preferred. 0 is behaviour cloning.
    pub beta: f64,
    /// No action counts more than this.
    pub weight_cap: f64,
    /// Adam's learning rate of the policy at the start.
    pub actor_lr: f64,
    /// How that rate changes over the training.
    pub actor_schedule: LearningRateSchedule,
    /// Adam's learning rate of the critics.
    pub q_lr: f64,
    /// Adam's learning rate of the value.
    pub v_lr: f64,
    /// How far target critics follow a step.
    pub polyak: f64,
    /// Widths of hidden layers of all networks.
    pub hidden: Vec<usize>,
    /// Whether observations are normalised by the dataset's mean and deviation, and held within
    /// ±10.
    pub norm_obs: bool,
    /// Rewards are scaled so that returns of the dataset range over this; as they are without.
    pub return_range: Option<f32>,
}

impl Default for IqlConfig {
    fn default() -> Self {
        IqlConfig {
            steps: 1_000_000,
            batch_size: 256,
            gamma: 0.99,
            expectile: 0.7,
            beta: 3.0,
            weight_cap: 100.0,
            actor_lr: 3e-4,
            actor_schedule: LearningRateSchedule::Cosine,
            q_lr: 3e-4,
            v_lr: 3e-4,
            polyak: 0.005,
            hidden: vec![256, 256],
            norm_obs: true,
            return_range: None,
        }
    }
}

impl IqlConfig {
    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let inner = |x: f64| x > 0.0 && x < 1.0;
        check_settings(
            &[
                ("steps", usize::try_from(self.steps).unwrap_or(usize::MAX)),
                ("batch_size", self.batch_size),
            ],
            &[
                ("weight_cap", self.weight_cap),
                ("actor_lr", self.actor_lr),
                ("q_lr", self.q_lr),
                ("v_lr", self.v_lr),
                ("return_range", f64::from(self.return_range.unwrap_or(1.0))),
            ],
            &[("gamma", f64::from(self.gamma)), ("polyak", self.polyak)],
            &[("beta", self.beta)],
        )?;
        if inner(self.expectile) {
            Ok(())
        } else {
            Err(Error::config(
                "expectile",
                self.expectile,
                "between 0 and 1",
            ))
        }
    }
}
