//! Group-relative policy optimisation (Shao et al. 2024, "DeepSeekMath", arXiv 2402.03300), as
//! TRL's `grpo_trainer.py` has it, for small heads.
//!
//! A *completion* is a segment: what one actor did until its horizon. A *group* is the segments
//! with the same [`Segment::group`]: those of one persona group, or K rollouts branched from one
//! saved situation ([`branch()`]). There is no critic: the advantage of every step of a segment is
//! how much better its sum of rewards is than its group's mean.
//!
//! * `A_i = (r_i − mean(group)) / (std + 1e-4)`, with the unbiased deviation; a group whose rewards
//!   are all the same, or of one segment, has 0. The deviation is the group's, the batch's, or left
//!   out ([`Scale`]; Dr. GRPO, arXiv 2503.20783).
//! * `min(ρA, clip(ρ, 1 − ε_low, 1 + ε_high)·A) − β·k3` a step, `k3 = π_ref/π − log(π_ref/π) − 1`
//!   (DAPO's clip-higher, arXiv 2503.14476).
//! * Steps are averaged within segments and then over them (the paper), over all steps alike (DAPO,
//!   TRL's default), or over segments and the longest length there can be (Dr. GRPO):
//!   [`Aggregation`].
//! * Every batch is gone over `iterations` times (μ), whole; gradients clipped to norm 1 (the
//!   Hugging Face trainer's), Adam with PyTorch's constants, the learning rate in a line to 0.
//!
//! With [`GrpoConfig::memory`] the policy sees what a gated recurrent unit made of all observations
//! of its segment so far: segments must then begin with an empty memory, as those of [`branch()`]
//! do; episodes that follow one another in a segment each begin with one.
//!
//! TRL's learning rate of 1e-6 is for language models: [`GrpoConfig::heads`] has one for heads of
//! some thousand weights.

mod branch;
mod config;
mod loss;
mod model;
#[cfg(test)]
mod tests;

pub use branch::{BranchPoint, branch};
pub use config::{Aggregation, GrpoConfig, Scale};
pub use loss::{group_advantages, k3, step_weights, surrogate};
pub use model::GrpoModel;

use super::offline::finite_weights;
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::batch::Batch;
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::error::{Error, Result, finite};
use crate::head::Head;
use crate::learner::{Learner, LearnerInputs, Method, Recipe, Single, count};
use crate::metrics::Metrics;
use crate::nets::gru::Gru;
use crate::nets::init::Init;
use crate::nets::mlp::MlpShape;
use crate::nets::params::{Weights, tensor, trained_count, values};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::{Policy, Taken, check_shape};
use crate::rollout::{Segment, Shape};
use crate::seed::{Use, stream};
use burn::module::AutodiffModule;
use burn::tensor::Tensor;
use loss::deviation;
use model::Seen;
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "grpo",
    title: "group relative policy optimisation",
    kind: AlgorithmKind::Online,
    data: Data::None,
    adapters: false,
    rounds: 40,
    // A campus is lived on from once for each rollout of a group.
    worlds: 2,
    method,
    gold: &["learn/grpo"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(given.settings(GrpoConfig {
        ent_coef: 0.01,
        ..GrpoConfig::heads()
    })?))
}

impl Recipe for GrpoConfig {
    fn step(&self, rows: usize) -> (&[usize], usize) {
        (&self.hidden, rows)
    }

    fn group_size(&self) -> Option<usize> {
        Some(self.group_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        let LearnerInputs {
            shape,
            seed,
            policy,
            device,
            ..
        } = making;
        let (config, to) = (self.clone(), device.clone());
        Ok(Box::new(Single::<B, _, _> {
            part: "grpo",
            learner: match policy {
                Some(policy) => Grpo::from_policy(config, shape, policy, to)?,
                None => Grpo::<B>::new(config, shape, seed, to)?,
            },
            data: (),
            device,
            round: |grpo, _, fresh, progress| Ok((grpo.update(fresh, progress)?, count(fresh))),
            head: Grpo::head,
            checkpoint: Grpo::checkpoint,
            resume: Grpo::resume,
        }))
    }
}

/// A policy with its optimiser and, where a KL weight asks for it, the policy it must stay near.
#[derive(Clone, Debug)]
pub struct Grpo<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: GrpoConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// What is trained.
    pub model: GrpoModel<B>,
    /// What it is held near to where β is not 0: the policy with which training began.
    reference: GrpoModel<B::InnerBackend>,
    adam: Adam<B>,
    state: GrpoState,
    device: BurnDevice<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct GrpoState {
    updates: u64,
    steps: u64,
}

/// Names of what an iteration reports, in the order of its tensor.
const REPORTED: [&str; 7] = [
    "losses/policy_loss",
    "entropy",
    "kl",
    "clip_ratio/low_mean",
    "clip_ratio/high_mean",
    "losses/approx_kl",
    "losses/grad_norm",
];

/// A batch on the device.
struct Prepared<B: AutodiffBackend> {
    seen: Seen<B>,
    taken: Taken<B>,
    old: Tensor<B, 1>,
    reference: Option<Tensor<B, 1>>,
    advantages: Tensor<B, 1>,
    weights: Tensor<B, 1>,
}

impl<B: AutodiffBackend> Grpo<B> {
    /// A fresh learner with a policy of its own.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: GrpoConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        check_shape(&shape, &config.hidden)?;
        let init = (Init::Orthogonal(2.0_f32.sqrt()), Init::Orthogonal(0.01));
        let mut dice = stream(seed, Use::Init, 0);
        let (width, activation) = (config.memory, config.activation);
        let memory = (width > 0).then(|| {
            let none = MlpShape {
                widths: vec![width],
                activation,
            };
            Gru::new(
                &mut dice,
                shape.observation,
                width,
                &none,
                Init::Zero,
                &device,
            )
        });
        let sees = if width > 0 {
            Shape {
                observation: width,
                ..shape.clone()
            }
        } else {
            shape.clone()
        };
        let policy = Policy::new(&mut dice, &sees, &config.hidden, activation, init, &device);
        Grpo::with(config, shape, GrpoModel { policy, memory }, device)
    }

    /// A learner that goes on with a policy without memory, which is also its reference. Only the
    /// adapter trains where there is one.
    ///
    /// # Errors
    /// Where settings cannot be, or ask for a memory.
    pub fn from_policy(
        config: GrpoConfig,
        shape: Shape,
        policy: Policy<B>,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        if config.memory > 0 {
            return Err(Error::config(
                "memory",
                config.memory,
                "0, for a policy that has none",
            ));
        }
        Grpo::with(
            config,
            shape,
            GrpoModel {
                policy,
                memory: None,
            },
            device,
        )
    }

    fn with(
        config: GrpoConfig,
        shape: Shape,
        model: GrpoModel<B>,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        config.check()?;
        let reference = model.valid();
        let state = GrpoState {
            updates: 0,
            steps: 0,
        };
        Ok(Grpo {
            config,
            shape,
            model,
            reference,
            adam: Adam::new(AdamConfig::default()),
            state,
            device,
        })
    }

    /// Updates made.
    pub fn updates(&self) -> u64 {
        self.state.updates
    }

    /// Steps learned from.
    pub fn steps(&self) -> u64 {
        self.state.steps
    }

    /// A head that acts as the policy does now.
    ///
    /// # Errors
    /// Where the policy does not fit the shape.
    pub fn head(&self) -> Result<Head> {
        Head::new(
            &self.model.weights(),
            self.config.activation,
            &self.shape,
            None,
        )
    }

    /// Learns from segments that the current policy collected, each with its group. `progress` is
    /// the share of the whole training that is done.
    ///
    /// # Errors
    /// Where segments do not fit, one is empty, or a loss turns non-finite: then everything is as
    /// before the update.
    pub fn update(&mut self, segments: &[Segment], progress: f64) -> Result<Metrics> {
        if let Some(i) = segments.iter().position(Segment::is_empty) {
            return Err(Error::data(
                format!("segments[{i}]"),
                "no steps",
                "at least one",
            ));
        }
        let batch = Batch::of(segments, &self.shape)?;
        if batch.log_probs.is_empty() {
            return Err(Error::data(
                "log_probs",
                "none",
                "one a step: GRPO learns from what its own policy did",
            ));
        }
        let before = (self.model.clone(), self.adam.clone());
        let rewards: Vec<f32> = segments
            .iter()
            .map(|segment| segment.rewards.iter().sum())
            .collect();
        let groups: Vec<u32> = segments.iter().map(|segment| segment.group).collect();
        let (advantages, same) = group_advantages(&rewards, &groups, self.config.scale_rewards);
        let prepared = self.prepare(segments, &batch, &advantages);
        let rate = self
            .config
            .schedule
            .rate(self.config.learning_rate, progress);
        let learned = self.iterations(&prepared, rate);
        match learned {
            Ok(mut metrics) => {
                let all: Vec<f64> = rewards.iter().map(|r| f64::from(*r)).collect();
                metrics.set("reward", all.iter().sum::<f64>() / all.len() as f64);
                metrics.set("reward_std", deviation(&all));
                metrics.set("frac_reward_zero_std", same);
                metrics.set(
                    "completions/mean_length",
                    batch.len() as f64 / segments.len() as f64,
                );
                metrics.set("charts/learning_rate", rate);
                self.state.updates += 1;
                self.state.steps += batch.len() as u64;
                Ok(metrics)
            }
            Err(problem) => {
                (self.model, self.adam) = before;
                Err(problem)
            }
        }
    }

    fn prepare(&self, segments: &[Segment], batch: &Batch, advantages: &[f32]) -> Prepared<B> {
        let (len, device) = (batch.len(), &self.device);
        let lengths: Vec<usize> = segments.iter().map(Segment::len).collect();
        let each = lengths
            .iter()
            .zip(advantages)
            .flat_map(|(len, a)| std::iter::repeat_n(*a, *len))
            .collect();
        let weights = step_weights(&lengths, self.config.aggregation, self.config.max_length);
        let reference = (self.config.beta != 0.0).then(|| {
            let seen = Seen::of(
                segments,
                batch,
                &self.shape,
                self.model.memory.is_some(),
                device,
            );
            Tensor::from_inner(self.reference.dist(&seen).log_prob(Taken::of(
                batch,
                &self.shape,
                device,
            )))
        });
        Prepared {
            seen: Seen::of(
                segments,
                batch,
                &self.shape,
                self.model.memory.is_some(),
                device,
            ),
            taken: Taken::of(batch, &self.shape, device),
            old: tensor(batch.log_probs.clone(), [len], device),
            reference,
            advantages: tensor(each, [len], device),
            weights: tensor(weights, [len], device),
        }
    }

    fn iterations(&mut self, data: &Prepared<B>, rate: f64) -> Result<Metrics> {
        let first = self.adam.steps();
        let reports: Vec<_> = (0..self.config.iterations)
            .map(|_| self.iteration(data, rate))
            .collect();
        let table = values(&Tensor::cat(reports, 0));
        for (i, row) in table.chunks(REPORTED.len()).enumerate() {
            finite(
                first + i as u64,
                REPORTED.iter().copied().zip(row.iter().copied()),
            )?;
        }
        finite_weights(self.adam.steps(), &Weights::of(&self.model))?;
        let mut metrics = Metrics::new();
        for (i, name) in REPORTED.iter().enumerate() {
            let mean = table.iter().skip(i).step_by(REPORTED.len()).sum::<f32>()
                / self.config.iterations as f32;
            metrics.set(name, mean);
        }
        Ok(metrics)
    }

    /// One gradient step on the whole batch; gives what it reports.
    fn iteration(&mut self, data: &Prepared<B>, rate: f64) -> Tensor<B::InnerBackend, 1> {
        let config = &self.config;
        let dist = self.model.dist(&data.seen);
        let log_prob = dist.log_prob(data.taken.clone());
        let log_ratio = log_prob.clone() - data.old.clone();
        let ratio = log_ratio.clone().exp();
        let each = surrogate(
            ratio.clone(),
            data.advantages.clone(),
            config.epsilon_low,
            config.epsilon_high,
        );
        let near = data
            .reference
            .as_ref()
            .map(|reference| k3(log_prob, reference.clone()));
        let each = match &near {
            Some(kl) => each + kl.clone() * config.beta,
            None => each,
        };
        let entropy = dist.entropy().mean();
        let loss = (each * data.weights.clone()).sum();
        let whole = if config.ent_coef == 0.0 {
            loss.clone()
        } else {
            loss.clone() - entropy.clone() * config.ent_coef
        };
        let gradients = whole.backward();
        let (model, norm) = self.adam.step(
            self.model.clone(),
            &gradients,
            rate,
            Some(config.max_grad_norm),
        );
        let (ratio, advantages) = (ratio.inner(), data.advantages.clone().inner());
        let low = ratio.clone().lower_elem(1.0 - config.epsilon_low).float()
            * advantages.clone().lower_elem(0.0).float();
        let high = ratio
            .clone()
            .greater_elem(1.0 + config.epsilon_high)
            .float()
            * advantages.greater_elem(0.0).float();
        self.model = model;
        let moved = (ratio - 1.0 - log_ratio.inner()).mean();
        let zero = || Tensor::zeros([1], &self.device);
        let kl = near.map_or_else(zero, |kl| kl.inner().mean());
        let norm = norm.unwrap_or_else(zero);
        Tensor::cat(
            vec![
                loss.inner(),
                entropy.inner(),
                kl,
                low.mean(),
                high.mean(),
                moved,
                norm,
            ],
            0,
        )
    }

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let adapter = self
            .model
            .policy
            .adapter
            .as_ref()
            .map(crate::nets::lora::Lora::config);
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps: self.adam.steps(),
            adapter,
        };
        Ok(Checkpoint::new("grpo", &self.shape, &self.config, &saved)?
            .with("policy", self.model.weights())
            .with("model", Weights::of(&self.model))
            .with("reference", Weights::of(&self.reference))
            .with("optimizer", self.adam.state().weights()))
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind("grpo")?;
        let saved: Saved = checkpoint.state()?;
        let mut grpo = Grpo::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        if let Some(config) = saved.adapter {
            grpo.model.policy =
                grpo.model
                    .policy
                    .adapted(&mut stream(0, Use::Init, 0), config, &grpo.device)?;
        }
        grpo.reference = checkpoint
            .weights("reference")?
            .into_module(grpo.model.valid(), &grpo.device)?;
        grpo.model = checkpoint
            .weights("model")?
            .into_module(grpo.model, &grpo.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        grpo.adam
            .restore(&state, trained_count(&grpo.model), &grpo.device)?;
        grpo.state = saved.learner;
        Ok(grpo)
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: GrpoState,
    adam_steps: u64,
    adapter: Option<crate::nets::lora::LoraConfig>,
}
