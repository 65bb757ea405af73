//! Layers of linear maps with a nonlinearity between.

use super::init::{Init, linear};
use super::params::param;
use crate::backend::{Backend, BurnDevice};
use crate::error::{Error, Result};
use crate::seed::Stream;
use crate::tanh::tanh_tensor;
use burn::module::{Module, Param};
use burn::tensor::{Tensor, activation};
use serde::{Deserialize, Serialize};

/// The nonlinearity between layers. The last layer has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Activation {
    /// The hyperbolic tangent.
    #[default]
    Tanh,
    /// The rectifier, `max(0, x)`.
    Relu,
}

/// The widest a hidden layer may be. Such a layer over another has 67 million weights, with Adam's
/// state 800 MB.
pub const WIDEST: usize = 8192;

/// The most hidden layers.
pub const DEEPEST: usize = 16;

/// Refuses hidden layers that cannot be, or would take all memory; `field` is the setting they are
/// of.
///
/// # Errors
/// Where a width is 0 or above [`WIDEST`], or there are more than [`DEEPEST`].
pub fn check_widths(field: &'static str, hidden: &[usize]) -> Result<()> {
    if hidden.len() > DEEPEST {
        return Err(Error::config(
            field,
            format!("{} layers", hidden.len()),
            format!("at most {DEEPEST}"),
        ));
    }
    if hidden.iter().any(|width| !(1..=WIDEST).contains(width)) {
        return Err(Error::config(
            field,
            format!("{hidden:?}"),
            format!("widths of 1 to {WIDEST}"),
        ));
    }
    Ok(())
}

/// What an [`Mlp`] looks like: its widths from input to output, and its nonlinearity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MlpShape {
    /// Widths: input, hidden layers, output; at least two.
    pub widths: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
}

impl MlpShape {
    /// From `input` through `hidden` to `output`.
    pub fn new(input: usize, hidden: &[usize], output: usize, activation: Activation) -> Self {
        let widths = std::iter::once(input)
            .chain(hidden.iter().copied())
            .chain(std::iter::once(output))
            .collect();
        MlpShape { widths, activation }
    }
}

/// A linear layer `x·W + b`, with `W` as `[inputs, outputs]`.
#[derive(Module, Debug)]
pub struct Linear<B: Backend> {
    /// The weight `W`, `[inputs, outputs]`.
    pub weight: Param<Tensor<B, 2>>,
    /// The bias `b`, `[outputs]`.
    pub bias: Param<Tensor<B, 1>>,
}

impl<B: Backend> Linear<B> {
    /// A layer with weights drawn as `init` says.
    pub fn new(
        dice: &mut Stream,
        inputs: usize,
        outputs: usize,
        init: Init,
        device: &BurnDevice<B>,
    ) -> Self {
        let (weight, bias) = linear(dice, inputs, outputs, init);
        Linear {
            weight: param(weight, [inputs, outputs], device),
            bias: param(bias, [outputs], device),
        }
    }

    /// `[rows, inputs]` to `[rows, outputs]`.
    pub fn forward(&self, x: Tensor<B, 2>) -> Tensor<B, 2> {
        x.matmul(self.weight.val()) + self.bias.val().unsqueeze()
    }
}

/// A multilayer perceptron: linear layers with a nonlinearity between them.
#[derive(Module, Debug)]
pub struct Mlp<B: Backend> {
    /// From input to output.
    pub layers: Vec<Linear<B>>,
    /// Whether the nonlinearity is ReLU; tanh otherwise.
    relu: bool,
}

impl<B: Backend> Mlp<B> {
    /// A network of a shape, its hidden layers drawn as `hidden` says and the last as `last`.
    pub fn new(
        dice: &mut Stream,
        shape: &MlpShape,
        hidden: Init,
        last: Init,
        device: &BurnDevice<B>,
    ) -> Self {
        let count = shape.widths.len().saturating_sub(1);
        let layers = (0..count)
            .map(|i| {
                let init = if i + 1 == count { last } else { hidden };
                Linear::new(dice, shape.widths[i], shape.widths[i + 1], init, device)
            })
            .collect();
        Mlp {
            layers,
            relu: shape.activation == Activation::Relu,
        }
    }

    /// What stands after each hidden layer.
    pub fn activation(&self) -> Activation {
        if self.relu {
            Activation::Relu
        } else {
            Activation::Tanh
        }
    }

    /// The widths of its layers, and what stands between them.
    pub fn shape(&self) -> MlpShape {
        let first = self.layers.first().map(|layer| layer.weight.dims()[0]);
        let widths = first
            .into_iter()
            .chain(self.layers.iter().map(|layer| layer.weight.dims()[1]))
            .collect();
        MlpShape {
            widths,
            activation: self.activation(),
        }
    }

    /// Applies the nonlinearity to every number.
    pub fn activate(&self, x: Tensor<B, 2>) -> Tensor<B, 2> {
        if self.relu {
            activation::relu(x)
        } else {
            tanh_tensor(x)
        }
    }

    /// `[rows, input]` to `[rows, output]`.
    pub fn forward(&self, x: Tensor<B, 2>) -> Tensor<B, 2> {
        let last = self.layers.len().saturating_sub(1);
        self.layers.iter().enumerate().fold(x, |x, (i, layer)| {
            let x = layer.forward(x);
            if i == last { x } else { self.activate(x) }
        })
    }

    /// The same without training: what it computes is constant for gradients.
    pub fn frozen(self) -> Self {
        self.no_grad()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, CpuGrad, cpu};
    use crate::nets::params::{Weights, polyak, tensor, values};
    use crate::seed::{Use, stream};

    fn net(seed: u64) -> Mlp<Cpu> {
        let shape = MlpShape::new(3, &[4, 5], 2, Activation::Tanh);
        Mlp::new(
            &mut stream(seed, Use::Init, 0),
            &shape,
            Init::Torch,
            Init::Torch,
            &cpu(),
        )
    }

    #[test]
    fn weights_go_out_and_in_by_name() {
        let (a, b) = (net(1), net(2));
        let weights = Weights::of(&a);
        let names: Vec<_> = weights.0.iter().map(|n| n.name.as_str()).collect();
        assert_eq!(
            names[..3],
            ["layers.0.weight", "layers.0.bias", "layers.1.weight"]
        );
        assert_eq!(weights.0[0].shape, [3, 4]);
        assert_ne!(weights.checksum(), Weights::of(&b).checksum());
        let loaded = weights.into_module(b, &cpu()).unwrap();
        assert_eq!(Weights::of(&loaded), weights);
        // A clone has the same weights.
        assert_eq!(Weights::of(&loaded.clone()).checksum(), weights.checksum());
        let mut wrong = weights.clone();
        wrong.0[0].shape = vec![4, 3];
        assert!(
            wrong
                .into_module(net(3), &cpu())
                .unwrap_err()
                .to_string()
                .contains("layers.0.weight: found [4, 3]")
        );
        let mut bad = weights.clone();
        bad.0[1].values[0] = f32::NAN;
        assert!(bad.into_module(net(3), &cpu()).is_err());
        let mut short = weights.clone();
        short.0.pop();
        assert!(
            short
                .into_module(net(3), &cpu())
                .unwrap_err()
                .to_string()
                .contains("layers.2.bias")
        );
        let mut long = weights;
        long.0.push(crate::nets::params::Named {
            name: "more".into(),
            shape: vec![1],
            values: vec![0.0],
        });
        assert!(long.into_module(net(3), &cpu()).is_err());
    }

    #[test]
    fn polyak_mixes_and_copies() {
        let (a, b) = (net(1), net(2));
        let (wa, wb) = (Weights::of(&a), Weights::of(&b));
        let mixed = Weights::of(&polyak(a.clone(), &b, 0.25));
        for ((m, a), b) in mixed.0.iter().zip(&wa.0).zip(&wb.0) {
            for ((m, a), b) in m.values.iter().zip(&a.values).zip(&b.values) {
                assert!((m - (0.75 * a + 0.25 * b)).abs() < 1e-6);
            }
        }
        assert_eq!(Weights::of(&polyak(a, &b, 1.0)), wb);
    }

    #[test]
    fn frozen_layers_have_no_gradient() {
        let shape = MlpShape::new(3, &[4], 2, Activation::Relu);
        let net = Mlp::<CpuGrad>::new(
            &mut stream(1, Use::Init, 0),
            &shape,
            Init::Torch,
            Init::Torch,
            &cpu(),
        );
        let x = tensor::<CpuGrad, 2>(vec![1.0, -2.0, 3.0], [1, 3], &cpu());
        let gradients = net.forward(x.clone()).sum().backward();
        assert_eq!(
            crate::nets::params::flat_gradients(&net, &gradients)
                .unwrap()
                .dims(),
            [26]
        );
        let out = values(&net.forward(x.clone()));
        let frozen = net.frozen();
        assert_eq!(values(&frozen.forward(x)), out);
        assert!(crate::nets::params::flat_params(&frozen).is_none());
    }
}
