//! A gated recurrent unit with a head over its state, for policies that must remember.

use super::init::{Init, linear};
use super::mlp::{Linear, Mlp, MlpShape};
use super::params::param;
use crate::backend::{Backend, BurnDevice};
use crate::seed::Stream;
use burn::module::Module;
use burn::tensor::{Tensor, activation};

/// A GRU (Cho et al. 2014, in PyTorch's form: the reset gate acts after the recurrent product) and
/// an [`Mlp`] over its state.
///
/// Gates are side by side in the columns of both maps: reset, update, new.
#[derive(Module, Debug)]
pub struct Gru<B: Backend> {
    /// From the input, `[input, 3·state]`.
    pub input: Linear<B>,
    /// From the state, `[state, 3·state]`.
    pub recurrent: Linear<B>,
    /// From the state to the output.
    pub head: Mlp<B>,
}

impl<B: Backend> Gru<B> {
    /// A network from `input` numbers through `state` numbers that are remembered to a head (its
    /// input width is `state`). Recurrent matrices are orthogonal a gate and biases 0, as in the
    /// PPO reference's recurrent variant.
    pub fn new(
        dice: &mut Stream,
        input: usize,
        state: usize,
        head: &MlpShape,
        last: Init,
        device: &BurnDevice<B>,
    ) -> Self {
        let gates = |dice: &mut Stream, rows: usize| {
            let parts: Vec<_> = (0..3)
                .map(|_| linear(dice, rows, state, Init::Orthogonal(1.0)).0)
                .collect();
            let weight = (0..rows)
                .flat_map(|row| {
                    parts
                        .iter()
                        .flat_map(move |part| part[row * state..(row + 1) * state].iter().copied())
                })
                .collect::<Vec<f32>>();
            Linear {
                weight: param(weight, [rows, 3 * state], device),
                bias: param(vec![0.0; 3 * state], [3 * state], device),
            }
        };
        let (from_input, recurrent) = (gates(dice, input), gates(dice, state));
        let head = Mlp::new(dice, head, Init::Orthogonal(2.0_f32.sqrt()), last, device);
        Gru {
            input: from_input,
            recurrent,
            head,
        }
    }

    /// How many numbers it remembers from step to step.
    pub fn width(&self) -> usize {
        self.recurrent.weight.dims()[0]
    }

    /// One step: `[rows, input]` and the state `[rows, state]` to the next state.
    pub fn step(&self, x: Tensor<B, 2>, state: Tensor<B, 2>) -> Tensor<B, 2> {
        let [rows, width] = state.dims();
        let (from, back) = (self.input.forward(x), self.recurrent.forward(state.clone()));
        let gates = activation::sigmoid(
            from.clone().slice([0..rows, 0..2 * width])
                + back.clone().slice([0..rows, 0..2 * width]),
        );
        let reset = gates.clone().slice([0..rows, 0..width]);
        let update = gates.slice([0..rows, width..2 * width]);
        let columns = [0..rows, 2 * width..3 * width];
        let new = activation::tanh(from.slice(columns.clone()) + reset * back.slice(columns));
        // (1 − z)·n + z·h
        new.clone() + update * (state - new)
    }

    /// A sequence: `xs` of `[time, rows, input]`, `keep` of `[time, rows]` with 0 where an episode
    /// begins with that step and 1 elsewhere, and the state before the first step, `[rows, state]`.
    /// Gives outputs `[time·rows, output]`, time by time, and the last state.
    pub fn sequence(
        &self,
        xs: Tensor<B, 3>,
        keep: Tensor<B, 2>,
        state: Tensor<B, 2>,
    ) -> (Tensor<B, 2>, Tensor<B, 2>) {
        let [time, rows, input] = xs.dims();
        let mut state = state;
        let mut states = Vec::with_capacity(time);
        for t in 0..time {
            let x = xs
                .clone()
                .slice([t..t + 1, 0..rows, 0..input])
                .reshape([rows, input]);
            let keep = keep.clone().slice([t..t + 1, 0..rows]).reshape([rows, 1]);
            state = self.step(x, state * keep);
            states.push(state.clone());
        }
        (self.head.forward(Tensor::cat(states, 0)), state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, cpu};
    use crate::nets::mlp::Activation;
    use crate::nets::params::{tensor, values};
    use crate::seed::{Use, stream};

    #[test]
    fn a_sequence_is_its_steps_and_forgets_at_starts() {
        let mut dice = stream(4, Use::Init, 0);
        let head = MlpShape::new(5, &[], 2, Activation::Tanh);
        let net = Gru::<Cpu>::new(&mut dice, 3, 5, &head, Init::Torch, &cpu());
        let xs: Vec<f32> = (0..4 * 3).map(|_| dice.normal()).collect();
        let zero = || Tensor::<Cpu, 2>::zeros([1, 5], &cpu());
        let run = |keep: [f32; 4], xs: &[f32]| {
            let time = xs.len() / 3;
            let keep = tensor(keep[4 - time..].to_vec(), [time, 1], &cpu());
            values(
                &net.sequence(tensor(xs.to_vec(), [time, 1, 3], &cpu()), keep, zero())
                    .0,
            )
        };
        let (whole, reset) = (
            run([0.0, 1.0, 1.0, 1.0], &xs),
            run([0.0, 1.0, 0.0, 1.0], &xs),
        );
        assert_eq!(whole[..4], reset[..4]);
        assert_ne!(whole[4..], reset[4..]);
        assert_eq!(reset[4..], run([0.0, 1.0, 0.0, 1.0], &xs[6..]));
        let mut state = zero();
        for (t, x) in xs.chunks(3).enumerate() {
            state = net.step(tensor(x.to_vec(), [1, 3], &cpu()), state);
            assert_eq!(
                values(&net.head.forward(state.clone())),
                whole[2 * t..2 * t + 2]
            );
        }
    }
}
