//! Acting: a plain `f32` forward pass that gives the same bits wherever it runs.
//!
//! Sums run over inputs in order, a product and a sum apart (Rust never fuses them), and the only
//! transcendental functions are `libm`'s exponential and logarithm and [`crate::tanh`]. Nothing is
//! allocated for a decision: a [`Scratch`] holds what lies between layers.

use crate::dist::{HALF_LOG_TAU, draw};
use crate::env::{Action, ActionSpace, Mask};
use crate::error::{Error, Result};
use crate::nets::mlp::Activation;
use crate::nets::params::{Checksum, Named, Weights};
use crate::norm::RunningNorm;
use crate::rollout::Shape;
use crate::tanh::{tanh, tanh_all};
use serde::{Deserialize, Serialize};

/// A linear layer, `x·W + b`.
#[derive(Clone, Debug, PartialEq)]
struct Layer {
    inputs: usize,
    outputs: usize,
    /// `[inputs, outputs]`, row-major.
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl Layer {
    fn of(weights: &Weights, name: &str) -> Result<Self> {
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
    layers: Vec<Layer>,
    activation: Activation,
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

    /// How many numbers go in.
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
struct HostGru {
    input: Layer,
    recurrent: Layer,
}

impl HostGru {
    #[inline]
    fn step(&self, x: &[f32], state: &mut [f32], from: &mut Vec<f32>, back: &mut Vec<f32>) {
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

/// How observations are normalised before they go in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputNorm {
    /// The mean and deviation of each number.
    pub norm: RunningNorm,
    /// Normalised numbers are held within this, either way.
    pub clip: f32,
}

/// What lies between layers, reused from decision to decision, and what the last decision was made
/// of.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    x: Vec<f32>,
    spare: Vec<f32>,
    back: Vec<f32>,
    /// Outputs of the last decision: logits, or means.
    pub outputs: Vec<f32>,
    /// Probabilities of the last discrete decision, 0 where impossible.
    pub probs: Vec<f32>,
}

/// How an action is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// The most probable, the first of equals; the mean.
    Greedy,
    /// By probability, from a uniform number in `[0, 1)`.
    Sample(f32),
}

/// A policy for acting. With a GRU it has a state, which the caller keeps: [`Head::state_width`]
/// zeros at the start of an episode.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    actions: ActionSpace,
    norm: Option<(InputNorm, Vec<f32>, Vec<f32>)>,
    gru: Option<HostGru>,
    mlp: HostMlp,
    log_std: Vec<f32>,
}

impl Head {
    /// From the weights of a policy: those of an [`Mlp`](crate::nets::mlp::Mlp) (`layers.…`), or of
    /// a [`Gru`](crate::nets::gru::Gru) (`input`, `recurrent`, `head.layers.…`), and for continuous
    /// actions `log_std`. Adapters are merged before.
    ///
    /// # Errors
    /// Where a tensor is missing, not finite or of a wrong shape.
    pub fn new(
        weights: &Weights,
        activation: Activation,
        shape: &Shape,
        norm: Option<InputNorm>,
    ) -> Result<Self> {
        let gru = match weights.get("recurrent.weight") {
            Some(_) => Some(HostGru {
                input: Layer::of(weights, "input")?,
                recurrent: Layer::of(weights, "recurrent")?,
            }),
            None => None,
        };
        let mlp = HostMlp::new(
            &if gru.is_some() {
                weights.part("head")
            } else {
                weights.clone()
            },
            activation,
        )?;
        let input = gru.as_ref().map_or(mlp.input(), |gru| gru.input.inputs);
        let log_std = weights
            .get("log_std")
            .map(|named| named.values.clone())
            .unwrap_or_default();
        let stds = if matches!(shape.actions, ActionSpace::Continuous { .. }) {
            shape.actions.width()
        } else {
            0
        };
        let mut widths = vec![
            ("observation", input, shape.observation),
            ("actions", mlp.output(), shape.actions.width()),
            ("log_std", log_std.len(), stds),
        ];
        if let Some(gru) = &gru {
            let state = gru.recurrent.inputs;
            widths.push(("recurrent.weight", gru.recurrent.outputs, 3 * state));
            widths.push(("input.weight", gru.input.outputs, 3 * state));
            widths.push(("head.layers.0.weight", mlp.input(), state));
        }
        if let Some((what, found, expected)) = widths
            .into_iter()
            .find(|(_, found, expected)| found != expected)
        {
            return Err(Error::shape(format!("policy, {what}"), found, expected));
        }
        if log_std.iter().any(|x| !x.is_finite()) {
            return Err(Error::shape(
                "log_std",
                "a number that is not finite",
                "finite numbers",
            ));
        }
        if let Some(norm) = &norm {
            norm.norm.check(shape.observation)?;
        }
        let norm = norm.map(|norm| {
            let (factors, offsets) = norm.norm.affine();
            (norm, factors, offsets)
        });
        Ok(Head {
            actions: shape.actions.clone(),
            norm,
            gru,
            mlp,
            log_std,
        })
    }

    /// What it was made of: weights by name, the nonlinearity, and how observations are normalised.
    pub fn parts(&self) -> (Weights, Activation, Option<InputNorm>) {
        let mut all = Vec::new();
        let mut put = |name: String, layer: &Layer| {
            let (weight, bias) = (layer.weight.clone(), layer.bias.clone());
            all.push(Named {
                name: format!("{name}.weight"),
                shape: vec![layer.inputs, layer.outputs],
                values: weight,
            });
            all.push(Named {
                name: format!("{name}.bias"),
                shape: vec![layer.outputs],
                values: bias,
            });
        };
        if let Some(gru) = &self.gru {
            put("input".to_owned(), &gru.input);
            put("recurrent".to_owned(), &gru.recurrent);
        }
        let under = if self.gru.is_some() { "head." } else { "" };
        for (i, layer) in self.mlp.layers.iter().enumerate() {
            put(format!("{under}layers.{i}"), layer);
        }
        if !self.log_std.is_empty() {
            all.push(log_std(self.log_std.clone()));
        }
        (
            Weights(all),
            self.mlp.activation,
            self.norm.as_ref().map(|(norm, ..)| norm.clone()),
        )
    }

    /// How many numbers an observation has.
    pub fn input(&self) -> usize {
        self.gru
            .as_ref()
            .map_or(self.mlp.input(), |gru| gru.input.inputs)
    }

    /// The actions that it chooses from.
    pub fn actions(&self) -> &ActionSpace {
        &self.actions
    }

    /// Numbers to be kept for an actor between decisions; 0 without a GRU.
    pub fn state_width(&self) -> usize {
        self.gru.as_ref().map_or(0, |gru| gru.recurrent.inputs)
    }

    /// Logits or means into `scratch.outputs`. An observation that is too short reads as zeros
    /// behind.
    #[inline]
    pub fn outputs(&self, observation: &[f32], state: &mut [f32], scratch: &mut Scratch) {
        let Scratch {
            x,
            spare,
            back,
            outputs,
            ..
        } = scratch;
        x.clear();
        x.extend(observation.iter().take(self.input()));
        x.resize(self.input(), 0.0);
        if let Some((norm, factors, offsets)) = &self.norm {
            for ((x, factor), offset) in x.iter_mut().zip(factors).zip(offsets) {
                *x = (*x * factor + offset).clamp(-norm.clip, norm.clip);
            }
        }
        if let Some(gru) = &self.gru
            && state.len() == gru.recurrent.inputs
        {
            gru.step(x, state, spare, back);
            x.clear();
            x.extend_from_slice(state);
        }
        self.mlp.forward(x, spare);
        outputs.clear();
        outputs.extend_from_slice(x);
    }

    /// Probabilities of discrete actions into `scratch.probs`, 0 where impossible; all equal where
    /// nothing is possible.
    #[inline]
    pub fn probs(&self, observation: &[f32], mask: Mask, state: &mut [f32], scratch: &mut Scratch) {
        self.outputs(observation, state, scratch);
        softmax(&scratch.outputs, mask, &mut scratch.probs);
    }

    /// Decides for a discrete action, and its log-probability. `state` is empty without a GRU.
    #[inline]
    pub fn act(
        &self,
        observation: &[f32],
        mask: Mask,
        state: &mut [f32],
        choice: Choice,
        scratch: &mut Scratch,
    ) -> (usize, f32) {
        self.probs(observation, mask, state, scratch);
        let action = match choice {
            Choice::Greedy => {
                let mut best = 0;
                for (i, p) in scratch.probs.iter().enumerate() {
                    if *p > scratch.probs[best] {
                        best = i;
                    }
                }
                best
            }
            Choice::Sample(uniform) => draw(&scratch.probs, uniform),
        };
        let log_prob = log_softmax_at(&scratch.outputs, mask, action);
        (action, log_prob)
    }

    /// Decides for a continuous action: the mean plus `noise` (standard normal numbers, one a
    /// dimension; none for the mean itself) times the deviation, not yet held within the bounds.
    /// Gives its log-density.
    #[inline]
    pub fn steer(
        &self,
        observation: &[f32],
        state: &mut [f32],
        noise: &[f32],
        out: &mut Vec<f32>,
        scratch: &mut Scratch,
    ) -> f32 {
        self.outputs(observation, state, scratch);
        out.clear();
        let mut log_prob = 0.0;
        for (i, (mean, log_std)) in scratch.outputs.iter().zip(&self.log_std).enumerate() {
            let noise = noise.get(i).copied().unwrap_or(0.0);
            out.push(mean + libm::expf(*log_std) * noise);
            log_prob += -0.5 * noise * noise - log_std - HALF_LOG_TAU;
        }
        log_prob
    }

    /// Decides in either space, drawing what it needs from `dice`, or greedily without.
    #[inline]
    pub fn decide(
        &self,
        observation: &[f32],
        mask: Mask,
        state: &mut [f32],
        dice: Option<&mut crate::seed::Stream>,
        scratch: &mut Scratch,
    ) -> (Action, f32) {
        match &self.actions {
            ActionSpace::Discrete(_) => {
                let choice = dice.map_or(Choice::Greedy, |dice| Choice::Sample(dice.unit()));
                let (action, log_prob) = self.act(observation, mask, state, choice, scratch);
                (Action::Discrete(action), log_prob)
            }
            ActionSpace::Continuous { low, .. } => {
                let noise: Vec<f32> = dice
                    .map(|dice| low.iter().map(|_| dice.normal()).collect())
                    .unwrap_or_default();
                let mut moves = Vec::with_capacity(low.len());
                let log_prob = self.steer(observation, state, &noise, &mut moves, scratch);
                (Action::Continuous(moves), log_prob)
            }
        }
    }

    /// The log-probability (for continuous actions the log-density) of an action, with the state of
    /// a recurrent head before it. Of an action of the wrong kind it is that of something
    /// impossible.
    pub fn log_prob(
        &self,
        observation: &[f32],
        mask: Mask,
        action: &Action,
        state: &mut [f32],
        scratch: &mut Scratch,
    ) -> f32 {
        self.outputs(observation, state, scratch);
        match (action, &self.actions) {
            (Action::Discrete(action), ActionSpace::Discrete(_)) => {
                log_softmax_at(&scratch.outputs, mask, *action)
            }
            (Action::Continuous(moves), ActionSpace::Continuous { .. }) => {
                let each = scratch.outputs.iter().zip(&self.log_std).zip(moves);
                each.map(|((mean, log_std), x)| {
                    let off = (x - mean) / libm::expf(*log_std);
                    -0.5 * off * off - log_std - HALF_LOG_TAU
                })
                .sum()
            }
            _ => crate::dist::MASKED,
        }
    }

    /// A checksum over all that decides: equal sums act alike.
    pub fn checksum(&self) -> u64 {
        let mut sum = Checksum::default();
        let gru = self.gru.iter().flat_map(|gru| [&gru.input, &gru.recurrent]);
        for layer in gru.chain(&self.mlp.layers) {
            sum.floats(&layer.weight);
            sum.floats(&layer.bias);
        }
        sum.floats(&self.log_std);
        if let Some((norm, factors, offsets)) = &self.norm {
            sum.floats(factors);
            sum.floats(offsets);
            sum.floats(&[norm.clip]);
        }
        sum.bytes(&[self.mlp.activation as u8]);
        sum.0
    }
}

/// Probabilities of logits over what a mask allows, 0 elsewhere; all equal where it allows nothing.
#[inline]
pub fn softmax(logits: &[f32], mask: Mask, probs: &mut Vec<f32>) {
    probs.clear();
    let best = highest(logits, mask);
    let mut total = 0.0;
    for (i, logit) in logits.iter().enumerate() {
        let p = if mask.allows(i) {
            libm::expf(logit - best)
        } else {
            0.0
        };
        total += p;
        probs.push(p);
    }
    if total > 0.0 {
        probs.iter_mut().for_each(|p| *p /= total);
    } else {
        let even = 1.0 / logits.len().max(1) as f32;
        probs.iter_mut().for_each(|p| *p = even);
    }
}

/// The log-probability of one action under logits and a mask.
#[inline]
pub fn log_softmax_at(logits: &[f32], mask: Mask, action: usize) -> f32 {
    let best = highest(logits, mask);
    let mut total = 0.0;
    for (i, logit) in logits.iter().enumerate() {
        if mask.allows(i) {
            total += libm::expf(logit - best);
        }
    }
    match logits.get(action) {
        Some(logit) if mask.allows(action) && total > 0.0 => logit - best - libm::logf(total),
        _ => crate::dist::MASKED,
    }
}

#[inline]
fn highest(logits: &[f32], mask: Mask) -> f32 {
    logits
        .iter()
        .enumerate()
        .filter(|(i, _)| mask.allows(*i))
        .fold(f32::NEG_INFINITY, |best, (_, x)| best.max(*x))
}

/// The parameter of a policy of continuous actions, as [`Head::new`] reads it.
pub fn log_std(values: Vec<f32>) -> Named {
    Named {
        name: "log_std".to_owned(),
        shape: vec![values.len()],
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{Cpu, cpu};
    use crate::dist::{Categorical, action_tensor, mask_tensor};
    use crate::nets::gru::Gru;
    use crate::nets::init::Init;
    use crate::nets::mlp::{Mlp, MlpShape};
    use crate::nets::params::{tensor, values};
    use crate::seed::{Stream, Use, stream};
    use burn::tensor::Tensor;

    fn shape() -> Shape {
        Shape {
            observation: 5,
            state: 0,
            actions: ActionSpace::Discrete(4),
        }
    }

    fn observations(dice: &mut Stream, rows: usize) -> Vec<f32> {
        (0..rows * 5).map(|_| 3.0 * dice.normal() + 1.0).collect()
    }

    #[test]
    fn a_head_is_what_burn_computes() {
        for activation in [Activation::Tanh, Activation::Relu] {
            let mut dice = stream(1, Use::Init, 0);
            let net = MlpShape::new(5, &[16, 8], 4, activation);
            let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Orthogonal(1.4), Init::Torch, &cpu());
            let rows = observations(&mut dice, 64);
            let mut norm = RunningNorm::new(5);
            norm.update(&rows);
            let mut normal = rows.clone();
            norm.apply(&mut normal, 2.0);
            let input = InputNorm { norm, clip: 2.0 };
            let head = Head::new(&Weights::of(&net), activation, &shape(), Some(input)).unwrap();
            let masks: Vec<_> = (0..64).map(|i| Mask(i % 15 + 1)).collect();
            let logits = net.forward(tensor(normal, [64, 5], &cpu()));
            let probs = Categorical::new(logits, mask_tensor(&masks, 4, &cpu()));
            let mut scratch = Scratch::default();
            let mut taken = Vec::new();
            let mut log_probs = Vec::new();
            let expected = values(&probs.probs());
            for (i, row) in rows.chunks(5).enumerate() {
                let (action, log_prob) = head.act(
                    row,
                    masks[i],
                    &mut [],
                    Choice::Sample(dice.unit()),
                    &mut scratch,
                );
                assert!(masks[i].allows(action));
                for (p, e) in scratch.probs.iter().zip(&expected[4 * i..4 * i + 4]) {
                    assert!((p - e).abs() < 1e-5, "{p} {e}");
                }
                taken.push(action as u32);
                log_probs.push(log_prob);
                let (greedy, _) = head.act(row, masks[i], &mut [], Choice::Greedy, &mut scratch);
                assert!(scratch.probs.iter().all(|p| *p <= scratch.probs[greedy]));
            }
            for (found, expected) in log_probs
                .iter()
                .zip(values(&probs.log_prob(action_tensor(&taken, &cpu()))))
            {
                assert!((found - expected).abs() < 1e-5, "{found} {expected}");
            }
        }
    }

    #[test]
    fn a_recurrent_head_remembers_as_burn_does() {
        let mut dice = stream(2, Use::Init, 0);
        let net = Gru::<Cpu>::new(
            &mut dice,
            5,
            6,
            &MlpShape::new(6, &[7], 4, Activation::Tanh),
            Init::Torch,
            &cpu(),
        );
        let head = Head::new(&Weights::of(&net), Activation::Tanh, &shape(), None).unwrap();
        let rows = observations(&mut dice, 10);
        let keep = tensor(vec![1.0; 10], [10, 1], &cpu());
        let (outputs, _) = net.sequence(
            tensor(rows.clone(), [10, 1, 5], &cpu()),
            keep,
            Tensor::zeros([1, 6], &cpu()),
        );
        let (mut state, mut scratch) = (vec![0.0; head.state_width()], Scratch::default());
        for (row, expected) in rows.chunks(5).zip(values(&outputs).chunks(4)) {
            head.outputs(row, &mut state, &mut scratch);
            for (found, expected) in scratch.outputs.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn continuous_heads_steer() {
        let mut dice = stream(3, Use::Init, 0);
        let net = MlpShape::new(5, &[8], 2, Activation::Tanh);
        let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
        let actions = ActionSpace::Continuous {
            low: vec![-1.0; 2],
            high: vec![1.0; 2],
        };
        let shape = Shape {
            observation: 5,
            state: 0,
            actions,
        };
        let mut weights = Weights::of(&net);
        assert!(Head::new(&weights, Activation::Tanh, &shape, None).is_err());
        weights.0.push(log_std(vec![0.0, -1.0]));
        let head = Head::new(&weights, Activation::Tanh, &shape, None).unwrap();
        let (mut out, mut scratch) = (Vec::new(), Scratch::default());
        let log_prob = head.steer(&[0.5; 5], &mut [], &[1.0, -2.0], &mut out, &mut scratch);
        let mean = values(&net.forward(tensor(vec![0.5; 5], [1, 5], &cpu())));
        assert!(
            (out[0] - mean[0] - 1.0).abs() < 1e-5
                && (out[1] - mean[1] + 2.0 * (-1.0_f32).exp()).abs() < 1e-5
        );
        assert!((log_prob - (-0.5 - 2.0 + 1.0 - 2.0 * HALF_LOG_TAU)).abs() < 1e-5);
    }

    #[test]
    fn bits_are_the_same_everywhere() {
        let mut dice = stream(4, Use::Init, 0);
        let net = MlpShape::new(5, &[32, 32], 4, Activation::Tanh);
        let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
        let head = Head::new(&Weights::of(&net), Activation::Tanh, &shape(), None).unwrap();
        let (mut sum, mut scratch) = (Checksum::default(), Scratch::default());
        // Uniform numbers: normal ones are drawn with the platform's own logarithm.
        let rows: Vec<f32> = (0..5000).map(|_| dice.between(-4.0, 4.0)).collect();
        for row in rows.chunks(5) {
            let (action, log_prob) = head.act(
                row,
                Mask(0b1011),
                &mut [],
                Choice::Sample(dice.unit()),
                &mut scratch,
            );
            sum.floats(&scratch.probs);
            sum.floats(&[log_prob, action as f32]);
        }
        // A change here means that every recorded run acts differently.
        assert_eq!(sum.0, 4_008_085_346_898_852_754);
    }

    #[test]
    fn damaged_weights_are_refused() {
        let mut dice = stream(5, Use::Init, 0);
        let net = MlpShape::new(5, &[8], 4, Activation::Tanh);
        let net = Mlp::<Cpu>::new(&mut dice, &net, Init::Torch, Init::Torch, &cpu());
        let weights = Weights::of(&net);
        let refused = |change: &dyn Fn(&mut Weights), shape: &Shape| {
            let mut bad = weights.clone();
            change(&mut bad);
            Head::new(&bad, Activation::Tanh, shape, None)
                .unwrap_err()
                .to_string()
        };
        assert!(refused(&|w| w.0.clear(), &shape()).contains("layers.0.weight"));
        assert!(refused(&|w| w.0[0].values[3] = f32::INFINITY, &shape()).contains("finite"));
        assert!(
            refused(&|w| w.0[0].shape = vec![usize::MAX, usize::MAX], &shape())
                .contains("layers.0.weight")
        );
        assert!(refused(&|w| w.0[2].shape = vec![4, 8], &shape()).contains("layers.1"));
        assert!(
            refused(
                &|_| {},
                &Shape {
                    observation: 6,
                    ..shape()
                }
            )
            .contains("found 5, expected 6")
        );
    }
}
