//! What all discriminators share: one gradient step down a binary cross-entropy, its statistics,
//! normalisation, and what is saved.

use super::{InputScale, RequiredInputs, Rows};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::error::{Error, Result, finite};
use crate::metrics::Metrics;
use crate::nets::mlp::check_widths;
use crate::nets::params::{Weights, flat_gradients, tensor, trained_count, values};
use crate::norm::RunningNorm;
use crate::optim::{Adam, AdamConfig, AdamState, clip};
use crate::policy::check_shape;
use crate::rollout::Shape;
use burn::module::Module;
use burn::tensor::{Int, Tensor, TensorData, activation};
use serde::{Deserialize, Serialize};

/// How a step is taken.
#[derive(Clone, Copy, Debug)]
pub struct StepSettings {
    /// Adam's learning rate.
    pub rate: f64,
    /// Gradients are scaled down to this norm.
    pub max_norm: Option<f64>,
    /// Expert rows whose gradients are found at once; all where it is 0.
    pub minibatch: usize,
    /// Whether the loss is one mean over all rows (imitation) or the sum of the experts' and the
    /// policies' means (DRAIL).
    pub summed: bool,
}

/// A discriminator's network with its optimiser and the statistics of its inputs: what all of them
/// have in common.
#[derive(Clone, Debug)]
pub struct Core<B: AutodiffBackend, M> {
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// The network, whose outputs the discriminator reads.
    pub model: M,
    /// Running means and deviations of inputs; each discriminator has its own widths.
    pub norms: Vec<RunningNorm>,
    /// The device on which tensors are.
    pub device: BurnDevice<B>,
    adam: Adam<B>,
}

#[derive(Serialize, Deserialize)]
struct Saved {
    adam_steps: u64,
    norms: Vec<RunningNorm>,
}

impl<B: AutodiffBackend, M: Module<B>> Core<B, M> {
    /// Around a fresh network; `norms` are widths of what is normalised.
    ///
    /// # Errors
    /// Where the shape cannot be.
    pub fn new(
        shape: Shape,
        model: M,
        norms: &[usize],
        adam_eps: f64,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        check_shape(&shape, &[])?;
        let norms = norms.iter().map(|width| RunningNorm::new(*width)).collect();
        Ok(Core {
            shape,
            model,
            norms,
            device,
            adam: Adam::new(AdamConfig::eps(adam_eps)),
        })
    }

    /// Numbers in an observation and an action together.
    pub fn width(&self) -> usize {
        self.shape.observation + self.shape.actions.width()
    }

    /// Gradient steps taken.
    pub fn steps(&self) -> u64 {
        self.adam.steps()
    }

    /// Takes in the statistics of rows, by how the discriminator normalises.
    pub fn see(&mut self, rows: [&Rows; 2], scale: InputScale) {
        let mut all = Vec::new();
        for rows in rows {
            match scale {
                InputScale::None => {}
                InputScale::Inputs => all.extend(joined(rows, &self.shape)),
                InputScale::Observations => all.extend_from_slice(&rows.observations),
            }
        }
        if let Some(norm) = self.norms.first_mut() {
            norm.update(&all);
        }
    }

    /// Observations and actions side by side, normalised, `len × width`.
    pub fn inputs(&self, rows: &Rows, scale: InputScale) -> Vec<f32> {
        let mut all = joined(rows, &self.shape);
        match (self.norms.first(), scale) {
            (Some(norm), InputScale::Inputs) => normalize(norm, &mut all),
            (Some(norm), InputScale::Observations) => {
                let (factors, offsets) = norm.affine();
                for row in all.chunks_mut(self.width()) {
                    for ((x, factor), offset) in row.iter_mut().zip(&factors).zip(&offsets) {
                        *x = (*x * factor + offset).clamp(-OBSERVATION_CLIP, OBSERVATION_CLIP);
                    }
                }
            }
            _ => {}
        }
        all
    }

    /// An expert's and a policy's rows as inputs, once their statistics are taken in.
    ///
    /// # Errors
    /// Where rows do not fit: then nothing is taken in.
    pub fn prepare(
        &mut self,
        rows: [&Rows; 2],
        scale: InputScale,
        needs: RequiredInputs,
    ) -> Result<[Vec<f32>; 2]> {
        rows.iter()
            .try_for_each(|rows| rows.expect(&self.shape, needs))?;
        self.see(rows, scale);
        Ok(rows.map(|rows| self.inputs(rows, scale)))
    }

    /// One step. `logits` is given the network and the numbers of some rows, experts' first:
    /// `0..experts` are theirs.
    ///
    /// # Errors
    /// Where the loss or its gradient is not finite: then network and optimiser are as before.
    pub fn step(
        &mut self,
        (experts, policies): (usize, usize),
        how: StepSettings,
        logits: impl Fn(&M, &[usize]) -> Tensor<B, 1>,
    ) -> Result<Metrics> {
        let total = experts + policies;
        let weights = match how.summed {
            true => [1.0 / experts.max(1) as f32, 1.0 / policies.max(1) as f32],
            false => [1.0 / total.max(1) as f32; 2],
        };
        let parts = parts(experts, policies, how.minibatch);
        let mut found = vec![0.0; total];
        let mut earlier: Option<Tensor<B::InnerBackend, 1>> = None;
        let before = (self.model.clone(), self.adam.clone());
        let mut norm = 0.0;
        for (i, part) in parts.iter().enumerate() {
            // Leaves of its own for every backward pass: where burn 0.21 meets leaves again that
            // one has gone through, a pass on another thread can take their steps away, and
            // gradients are lost without a word (burn issue 5573).
            let model = self.model.clone().fork(&self.device);
            let out = logits(&model, part);
            for (row, logit) in part.iter().zip(values(&out)) {
                found[*row] = logit;
            }
            let expert = |row: &usize| *row < experts;
            let vector = |from: Vec<f32>| tensor::<B, 1>(from, [part.len()], &self.device);
            let sign = vector(
                part.iter()
                    .map(|row| if expert(row) { 1.0 } else { -1.0 })
                    .collect(),
            );
            let weight = vector(
                part.iter()
                    .map(|row| weights[usize::from(!expert(row))])
                    .collect(),
            );
            let loss = -(activation::log_sigmoid(out * sign) * weight).sum();
            let gradients = loss.backward();
            if i + 1 < parts.len() {
                let fresh = flat_gradients(&model, &gradients);
                earlier = match (earlier, fresh) {
                    (Some(sum), Some(fresh)) => Some(sum + fresh),
                    (sum, fresh) => sum.or(fresh),
                };
                continue;
            }
            let max = how.max_norm.unwrap_or(f64::MAX);
            let sum = earlier.take();
            let (model, size) = self
                .adam
                .step_with(model, &gradients, how.rate, |gradient| {
                    let gradient = sum.map_or(gradient.clone(), |sum| sum + gradient);
                    match how.max_norm {
                        Some(_) => clip(gradient, max),
                        None => {
                            let size = (gradient.clone() * gradient.clone()).sum().sqrt();
                            (gradient, size)
                        }
                    }
                });
            self.model = model;
            norm = size
                .and_then(|size| values(&size).first().copied())
                .unwrap_or(0.0);
        }
        let metrics = statistics(&found, experts, weights);
        let loss = metrics.get("disc/disc_loss").unwrap_or(f64::NAN) as f32;
        finite(
            before.1.steps(),
            [("disc/disc_loss", loss), ("disc/grad_norm", norm)],
        )
        .inspect_err(|_| {
            (self.model, self.adam) = before;
        })?;
        Ok(metrics)
    }

    /// A checkpoint of a kind.
    ///
    /// # Errors
    /// Where settings cannot be put in JSON.
    pub fn checkpoint(&self, kind: &str, config: &impl Serialize) -> Result<Checkpoint> {
        let saved = Saved {
            adam_steps: self.adam.steps(),
            norms: self.norms.clone(),
        };
        Ok(Checkpoint::new(kind, &self.shape, config, &saved)?
            .with("model", Weights::of(&self.model))
            .with("optimizer", self.adam.state().weights()))
    }

    /// Takes over what was saved.
    ///
    /// # Errors
    /// Where it does not fit.
    pub fn restore(mut self, checkpoint: &Checkpoint) -> Result<Self> {
        let saved: Saved = checkpoint.state()?;
        self.model = checkpoint
            .weights("model")?
            .into_module(self.model, &self.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        self.adam
            .restore(&state, trained_count(&self.model), &self.device)?;
        if saved.norms.len() != self.norms.len() {
            return Err(Error::data(
                "checkpoint, norms",
                saved.norms.len(),
                self.norms.len().to_string(),
            ));
        }
        for (new, old) in saved.norms.iter().zip(&self.norms) {
            new.check(old.width())?;
        }
        self.norms = saved.norms;
        Ok(self)
    }
}

/// Observations are held within this after they are normalised by [`InputScale::Observations`].
const OBSERVATION_CLIP: f32 = 10.0;

/// Widths of what is normalised.
pub(super) fn norm_widths(input: InputScale, shape: &Shape) -> Vec<usize> {
    match input {
        InputScale::None => vec![],
        InputScale::Inputs => vec![shape.observation + shape.actions.width()],
        InputScale::Observations => vec![shape.observation],
    }
}

/// Row numbers as a tensor.
pub(super) fn index<B: AutodiffBackend>(
    rows: &[usize],
    device: &BurnDevice<B>,
) -> Tensor<B, 1, Int> {
    let rows: Vec<i32> = rows.iter().map(|i| *i as i32).collect();
    let count = rows.len();
    Tensor::from_data(TensorData::new(rows, [count]), device)
}

/// Observations and actions side by side.
fn joined(rows: &Rows, shape: &Shape) -> Vec<f32> {
    let (seen, done) = (shape.observation, shape.actions.width());
    let pairs = rows
        .observations
        .chunks(seen.max(1))
        .zip(rows.actions.chunks(done.max(1)));
    pairs
        .flat_map(|(seen, done)| seen.iter().chain(done).copied())
        .collect()
}

/// Mean 0 and variance 1 with imitation's ε, without a limit.
pub fn normalize(norm: &RunningNorm, rows: &mut [f32]) {
    const EPS: f64 = 1e-5;
    let scales: Vec<(f64, f64)> = norm
        .mean
        .iter()
        .zip(&norm.variance)
        .map(|(mean, variance)| (*mean, 1.0 / (variance + EPS).sqrt()))
        .collect();
    for row in rows.chunks_mut(norm.width().max(1)) {
        for (x, (mean, scale)) in row.iter_mut().zip(&scales) {
            *x = ((f64::from(*x) - mean) * scale) as f32;
        }
    }
}

/// Row numbers cut in parts that each have their share of both kinds.
fn parts(experts: usize, policies: usize, minibatch: usize) -> Vec<Vec<usize>> {
    let count = if minibatch == 0 {
        1
    } else {
        experts.max(policies).div_ceil(minibatch).max(1)
    };
    let share = |n: usize, i: usize| n * i / count;
    (0..count)
        .map(|i| {
            let expert = share(experts, i)..share(experts, i + 1);
            let policy = experts + share(policies, i)..experts + share(policies, i + 1);
            expert.chain(policy).collect()
        })
        .filter(|part: &Vec<usize>| !part.is_empty())
        .collect()
}

/// imitation's statistics of logits, experts' first, and the loss by weights of experts' and
/// policies' rows.
pub fn statistics(logits: &[f32], experts: usize, weights: [f32; 2]) -> Metrics {
    let policies = logits.len() - experts;
    let (mut loss, mut entropy, mut right) = (0.0, 0.0, [0_usize; 2]);
    for (i, logit) in logits.iter().enumerate() {
        let (l, kind) = (f64::from(*logit), usize::from(i >= experts));
        let softplus = |x: f64| x.max(0.0) + (-x.abs()).exp().ln_1p();
        let signed = if kind == 0 { l } else { -l };
        loss += softplus(-signed) * f64::from(weights[kind]);
        let p = 1.0 / (1.0 + (-l).exp());
        entropy += softplus(-l) * p + softplus(l) * (1.0 - p);
        // A logit of 0 is taken for an expert's, as in the reference.
        right[kind] += usize::from((*logit >= 0.0) == (kind == 0));
    }
    let share = |n: usize, of: usize| {
        if of == 0 {
            f64::NAN
        } else {
            n as f64 / of as f64
        }
    };
    let all = logits.len();
    let mut metrics = Metrics::new();
    for (name, value) in [
        ("disc/disc_loss", loss),
        ("disc/disc_acc", share(right[0] + right[1], all)),
        ("disc/disc_acc_expert", share(right[0], experts)),
        ("disc/disc_acc_gen", share(right[1], policies)),
        ("disc/disc_entropy", entropy / all.max(1) as f64),
        ("disc/disc_proportion_expert_true", share(experts, all)),
        (
            "disc/disc_proportion_expert_pred",
            share(right[0] + policies - right[1], all),
        ),
        ("disc/n_expert", experts as f64),
        ("disc/n_generated", policies as f64),
    ] {
        metrics.set(name, value);
    }
    metrics
}

/// Refuses settings that cannot be.
///
/// # Errors
/// With the first setting that is wrong.
pub fn check_settings(
    positive: &[(&'static str, f64)],
    hidden: &[(&'static str, &[usize])],
) -> Result<()> {
    if let Some((field, found)) = positive.iter().find(|(_, x)| !(x.is_finite() && *x > 0.0)) {
        return Err(Error::config(field, found, "a number above 0"));
    }
    hidden
        .iter()
        .try_for_each(|(field, widths)| check_widths(field, widths))
}

/// Refuses logits that are not finite.
///
/// # Errors
/// Where one is not.
pub fn finite_logits(logits: Vec<f32>, steps: u64) -> Result<Vec<f32>> {
    let worst = logits
        .iter()
        .find(|x| !x.is_finite())
        .copied()
        .unwrap_or(0.0);
    finite(steps, [("disc/logits", worst)])?;
    Ok(logits)
}
