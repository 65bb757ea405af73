//! The layers of a head: a perceptron, and a recurrent unit before it.

use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use crate::nets::params::Weights;
use crate::tanh::{tanh, tanh_all};

/// A linear layer, `x·W + b`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    /// `[inputs, outputs]`, row-major.
    pub(super) weight: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

impl Layer {
    pub(super) fn of(weights: &Weights, name: &str) -> Result<Self> {
        let get = |field: &str| {
            let name = format!("{name}.{field}");
            let found = weights
                .get(&name)
                .ok_or_else(|| Error::shape(&name, "no such tensor", "a linear layer"))?;
            match found.values.iter().find(|x| !x.is_finite()) {
                Some(x) => Err(Error::shape(name, x, "finite numbers")),
                None => Ok(found),
            }
        };
        let (weight, bias) = (get("weight")?, get("bias")?);
        let &[inputs, outputs] = weight.shape.as_slice() else {
            return Err(Error::shape(
                &weight.name,
                format!("{:?}", weight.shape),
                "[inputs, outputs]",
            ));
        };
        if inputs.checked_mul(outputs) != Some(weight.values.len()) || bias.values.len() != outputs
        {
            let found = format!(
                "{} weights and {} biases",
                weight.values.len(),
                bias.values.len()
            );
            return Err(Error::shape(
                &weight.name,
                found,
                format!("{inputs}×{outputs} and {outputs}"),
            ));
        }
        Ok(Layer {
            inputs,
            outputs,
            weight: weight.values.clone(),
            bias: bias.values.clone(),
        })
    }

    #[inline]
    fn forward(&self, x: &[f32], out: &mut Vec<f32>) {
        out.clear();
        out.extend_from_slice(&self.bias);
        // Column by column side by side, so that the compiler may use wide registers without
        // changing the order of any sum.
        for (x, row) in x.iter().zip(self.weight.chunks_exact(self.outputs.max(1))) {
            for (out, weight) in out.iter_mut().zip(row) {
                *out += x * weight;
            }
        }
    }
}

/// Layers of a perceptron from weights named `layers.0.weight` and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct HostMlp {
    pub(super) layers: Vec<Layer>,
    pub(super) activation: Activation,
}

impl HostMlp {
    /// From the weights of an [`Mlp`](crate::nets::mlp::Mlp).
    ///
    /// # Errors
    /// Where there is no layer, one lacks a tensor, or widths do not follow one another.
    pub fn new(weights: &Weights, activation: Activation) -> Result<Self> {
        let count = (0..)
            .take_while(|i| weights.get(&format!("layers.{i}.weight")).is_some())
            .count();
        let layers = (0..count.max(1))
            .map(|i| Layer::of(weights, &format!("layers.{i}")))
            .collect::<Result<Vec<_>>>()?;
        for (i, pair) in layers.windows(2).enumerate() {
            if pair[0].outputs != pair[1].inputs {
                return Err(Error::shape(
                    format!("layers.{}.weight", i + 1),
                    pair[1].inputs,
                    pair[0].outputs,
                ));
            }
        }
        Ok(HostMlp { layers, activation })
    }

    /// Width of what goes in.
    pub fn input(&self) -> usize {
        self.layers.first().map_or(0, |layer| layer.inputs)
    }

    /// Width of what comes out.
    pub fn output(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.outputs)
    }

    /// Turns what is in `x` into the output; `spare` is overwritten.
    #[inline]
    pub fn forward(&self, x: &mut Vec<f32>, spare: &mut Vec<f32>) {
        for (i, layer) in self.layers.iter().enumerate() {
            layer.forward(x, spare);
            if i + 1 < self.layers.len() {
                match self.activation {
                    Activation::Tanh => tanh_all(spare),
                    Activation::Relu => spare.iter_mut().for_each(|x| *x = x.max(0.0)),
                }
            }
            std::mem::swap(x, spare);
        }
    }
}

/// A recurrent unit before the layers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HostGru {
    pub(super) input: Layer,
    pub(super) recurrent: Layer,
}

impl HostGru {
    #[inline]
    pub(super) fn step(
        &self,
        x: &[f32],
        state: &mut [f32],
        from: &mut Vec<f32>,
        back: &mut Vec<f32>,
    ) {
        self.input.forward(x, from);
        self.recurrent.forward(state, back);
        let width = state.len();
        let sigmoid = |x: f32| 1.0 / (1.0 + libm::expf(-x));
        for (i, state) in state.iter_mut().enumerate() {
            let reset = sigmoid(from[i] + back[i]);
            let update = sigmoid(from[width + i] + back[width + i]);
            let new = tanh(from[2 * width + i] + reset * back[2 * width + i]);
            *state = new + update * (*state - new);
        }
    }
}
