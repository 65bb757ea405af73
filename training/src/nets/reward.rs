//! A reward with a potential, as AIRL learns it.

use super::init::Init;
use super::mlp::{Activation, Mlp, MlpShape};
use crate::backend::{Backend, BurnDevice};
use crate::seed::Stream;
use burn::module::Module;
use burn::tensor::Tensor;

/// `f(s, a, s') = g(s, a) + γ·h(s')·(1 − done) − h(s)`: a reward `g` and a potential `h`, which
/// changes no optimal policy (Ng, Harada & Russell 1999) and is 0 where an episode is over.
#[derive(Module, Debug)]
pub struct ShapedReward<B: Backend> {
    /// `g`, from observation and action to one number.
    pub reward: Mlp<B>,
    /// `h`, from an observation to one number.
    pub potential: Mlp<B>,
}

/// What a [`ShapedReward`] sees of `rows` steps.
#[derive(Clone, Debug)]
pub struct Shaped<B: Backend> {
    /// Observations and actions, `[rows, inputs]`.
    pub inputs: Tensor<B, 2>,
    /// Observations, `[rows, observation]`.
    pub before: Tensor<B, 2>,
    /// Observations after, `[rows, observation]`; anything finite where an episode was over.
    pub after: Tensor<B, 2>,
    /// 0 where an episode was over after the step, 1 elsewhere, `[rows]`.
    pub goes_on: Tensor<B, 1>,
}

impl<B: Backend> ShapedReward<B> {
    /// Fresh networks with PyTorch's initialisation, `inputs` wide for the reward and `observation`
    /// for the potential.
    pub fn new(
        dice: &mut Stream,
        inputs: usize,
        observation: usize,
        hidden: (&[usize], &[usize]),
        activation: Activation,
        device: &BurnDevice<B>,
    ) -> Self {
        let mut net = |input: usize, hidden: &[usize]| {
            Mlp::new(
                dice,
                &MlpShape::new(input, hidden, 1, activation),
                Init::Torch,
                Init::Torch,
                device,
            )
        };
        ShapedReward {
            reward: net(inputs, hidden.0),
            potential: net(observation, hidden.1),
        }
    }

    /// The reward `g` of each row, `[rows]`.
    pub fn unshaped(&self, inputs: Tensor<B, 2>) -> Tensor<B, 1> {
        self.reward.forward(inputs).squeeze_dim::<1>(1)
    }

    /// The shaped reward `f` of each row, `[rows]`.
    pub fn forward(&self, seen: Shaped<B>, gamma: f64) -> Tensor<B, 1> {
        let potential = |x: Tensor<B, 2>| self.potential.forward(x).squeeze_dim::<1>(1);
        self.unshaped(seen.inputs) + potential(seen.after) * seen.goes_on * gamma
            - potential(seen.before)
    }
}
