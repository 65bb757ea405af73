//! Two critics, of which the lower counts.

use super::mlp::Mlp;
use crate::backend::Backend;
use burn::module::Module;
use burn::tensor::Tensor;

/// Two critics of one form and different first weights, so that the lower of both can be taken.
#[derive(Module, Debug)]
pub struct TwinCritics<B: Backend> {
    /// From observations to the value of each action.
    pub first: Mlp<B>,
    /// The same from weights of its own: the lower of both is believed.
    pub second: Mlp<B>,
}

impl<B: Backend> TwinCritics<B> {
    /// The lesser of the two values of every action, `[rows, actions]`.
    pub fn least(&self, observations: Tensor<B, 2>) -> Tensor<B, 2> {
        self.first
            .forward(observations.clone())
            .min_pair(self.second.forward(observations))
    }
}
