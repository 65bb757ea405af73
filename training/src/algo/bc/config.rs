//! Behaviour cloning's settings.

use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use serde::{Deserialize, Serialize};

/// Behaviour cloning's settings. The default is imitation's, except for `epochs`, which it leaves
/// to who calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BcConfig {
    /// Times the demonstrations are gone over.
    pub epochs: usize,
    /// Demonstrated steps in a minibatch.
    pub batch_size: usize,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Weight of the entropy bonus.
    pub ent_weight: f64,
    /// Weight of half the squared norm of all trained parameters.
    pub l2_weight: f64,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Whether observations are normalised by the statistics of the first demonstrations, and held
    /// within ±10.
    pub norm_obs: bool,
}

impl Default for BcConfig {
    fn default() -> Self {
        BcConfig {
            epochs: 10,
            batch_size: 32,
            learning_rate: 1e-3,
            ent_weight: 1e-3,
            l2_weight: 0.0,
            hidden: vec![32, 32],
            activation: Activation::Tanh,
            norm_obs: false,
        }
    }
}

impl BcConfig {
    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        if self.batch_size == 0 {
            return Err(Error::config("batch_size", 0, "at least 1"));
        }
        if !(self.learning_rate.is_finite() && self.learning_rate > 0.0) {
            return Err(Error::config(
                "learning_rate",
                self.learning_rate,
                "a number above 0",
            ));
        }
        let weights = [
            ("ent_weight", self.ent_weight),
            ("l2_weight", self.l2_weight),
        ];
        match weights.into_iter().find(|(_, x)| !x.is_finite()) {
            Some((field, found)) => Err(Error::config(field, found, "a finite number")),
            None => Ok(()),
        }
    }
}
