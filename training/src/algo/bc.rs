//! Behaviour cloning, as imitation's `bc.py`: maximum likelihood of what was demonstrated, with a
//! small entropy bonus.
//!
//! Loss: `−E log π(a|s) − 1e-3·H + l2·½‖θ‖²` by Adam (PyTorch's constants) on shuffled minibatches
//! of 32; networks of two hidden layers of 32 with tanh and PPO's initialisation, as imitation's
//! `FeedForward32Policy`; reported by its names (`bc/…`, with `prob_true_act`, the mean probability
//! of what was demonstrated). Ours: with an adapter ([`Bc::from_policy`]) only that is trained, and
//! observations may be normalised by the statistics of the demonstrations.

mod config;
#[cfg(test)]
mod tests;

pub use config::BcConfig;

use crate::backend::{AutodiffBackend, BurnDevice};
use crate::batch::{Batch, minibatches};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::error::{Error, Result, finite};
use crate::head::{Head, InputNorm};
use crate::learner::{Learner, LearnerInputs, Method, Recipe, Single};
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::lora::LoraConfig;
use crate::nets::params::{Weights, squares, tensor, trained_count, values};
use crate::norm::RunningNorm;
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::{Policy, Taken, check_shape, possible};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::tensor::{Int, Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "bc",
    title: "behaviour cloning, also with LoRA adapters over a head (`lora_rank`)",
    kind: AlgorithmKind::Offline,
    data: Data::Acts,
    adapters: true,
    rounds: 40,
    worlds: 8,
    method,
    gold: &["learn/bc", "bc/"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    if given.settings.contains_key("epochs") {
        return Err(Error::config(
            "settings.epochs",
            "passes",
            "rounds = N: a round is one pass",
        ));
    }
    let config = given.settings(BcConfig {
        batch_size: 256,
        learning_rate: 2e-3,
        hidden: vec![64, 64],
        ..BcConfig::default()
    })?;
    let adapter = LoraConfig {
        rank: given.lora_rank,
        ..LoraConfig::default()
    };
    let adapter = (given.lora_rank > 0).then_some(adapter);
    Ok(Box::new(Cloning { config, adapter }))
}

/// With an adapter only that is trained, over the head to begin with.
#[derive(Debug)]
struct Cloning {
    config: BcConfig,
    adapter: Option<LoraConfig>,
}

impl Recipe for Cloning {
    fn step(&self, _: usize) -> (&[usize], usize) {
        (&self.config.hidden, self.config.batch_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        let LearnerInputs {
            shape,
            seed,
            data,
            policy,
            device,
            ..
        } = making;
        let (config, to) = (self.config.clone(), device.clone());
        let data = Batch::of(&data, &shape)?;
        let learner = match (policy, self.adapter) {
            (Some(policy), Some(adapter)) => {
                let adapted = policy.adapted(&mut stream(seed, Use::Init, 1), adapter, &device)?;
                Bc::from_policy(config, shape, adapted, seed, to)?
            }
            (Some(policy), None) => Bc::from_policy(config, shape, policy, seed, to)?,
            (None, None) => Bc::<B>::new(config, shape, seed, to)?,
            (None, Some(_)) => {
                return Err(Error::config(
                    "lora_rank",
                    "an adapter",
                    "a head to begin with",
                ));
            }
        };
        Ok(Box::new(Single::<B, _, _> {
            part: "bc",
            learner,
            data,
            device,
            round: |bc, data, _, _| Ok((bc.epoch(data)?, data.len() as u64)),
            head: Bc::head,
            checkpoint: Bc::checkpoint,
            resume: Bc::resume,
        }))
    }
}

/// A policy with its optimiser, learning from demonstrations.
#[derive(Clone, Debug)]
pub struct Bc<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: BcConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// What is trained.
    pub policy: Policy<B>,
    adam: Adam<B>,
    state: BcState,
    device: BurnDevice<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct BcState {
    epochs: u64,
    shuffle: Stream,
    observations: Option<RunningNorm>,
}

const OBSERVATION_CLIP: f32 = 10.0;

/// Names of what a minibatch reports, in the order of its tensor.
const REPORTED: [&str; 5] = [
    "bc/loss",
    "bc/neglogp",
    "bc/entropy",
    "bc/prob_true_act",
    "bc/l2_norm",
];

impl<B: AutodiffBackend> Bc<B> {
    /// A fresh learner with a policy of its own.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: BcConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        check_shape(&shape, &config.hidden)?;
        let init = (Init::Orthogonal(2.0_f32.sqrt()), Init::Orthogonal(0.01));
        let mut dice = stream(seed, Use::Init, 0);
        let policy = Policy::new(
            &mut dice,
            &shape,
            &config.hidden,
            config.activation,
            init,
            &device,
        );
        Bc::from_policy(config, shape, policy, seed, device)
    }

    /// A learner that goes on with a policy, of which only the adapter trains where it has one.
    ///
    /// # Errors
    /// Where settings cannot be.
    pub fn from_policy(
        config: BcConfig,
        shape: Shape,
        policy: Policy<B>,
        seed: u64,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        config.check()?;
        let state = BcState {
            epochs: 0,
            shuffle: stream(seed, Use::Shuffle, 0),
            observations: None,
        };
        Ok(Bc {
            config,
            shape,
            policy,
            adam: Adam::new(AdamConfig::default()),
            state,
            device,
        })
    }

    /// A head that acts as the policy does now.
    ///
    /// # Errors
    /// Where the policy does not fit the shape.
    pub fn head(&self) -> Result<Head> {
        let norm = |norm: &RunningNorm| InputNorm {
            norm: norm.clone(),
            clip: OBSERVATION_CLIP,
        };
        self.policy
            .head(&self.shape, self.state.observations.as_ref().map(norm))
    }

    /// All epochs. `each` is told of every epoch and its number from 1, and stops training by
    /// giving `false`.
    ///
    /// # Errors
    /// As [`Bc::epoch`].
    pub fn train(
        &mut self,
        data: &Batch,
        each: &mut dyn FnMut(u64, &Metrics) -> bool,
    ) -> Result<Metrics> {
        let mut last = Metrics::new();
        while self.state.epochs < self.config.epochs as u64 {
            last = self.epoch(data)?;
            if !each(self.state.epochs, &last) {
                break;
            }
        }
        Ok(last)
    }

    /// Goes over the demonstrations once; gives the means over its minibatches.
    ///
    /// # Errors
    /// Where demonstrations are missing or of another shape, or a loss turns non-finite: then
    /// everything is as before the epoch.
    pub fn epoch(&mut self, data: &Batch) -> Result<Metrics> {
        let width = self.shape.observation;
        if data.is_empty() || data.observations.len() != data.len() * width {
            let found = format!(
                "{} numbers for {} steps",
                data.observations.len(),
                data.len()
            );
            return Err(Error::data(
                "demonstrations",
                found,
                format!("{width} a step, and at least one step"),
            ));
        }
        let before = (self.policy.clone(), self.adam.clone(), self.state.clone());
        let learned = self.pass(data);
        if learned.is_err() {
            (self.policy, self.adam, self.state) = before;
        }
        learned
    }

    fn pass(&mut self, data: &Batch) -> Result<Metrics> {
        let (width, len) = (self.shape.observation, data.len());
        let mut rows = data.observations.clone();
        if self.config.norm_obs {
            let norm = self.state.observations.get_or_insert_with(|| {
                let mut norm = RunningNorm::new(width);
                norm.update(&rows);
                norm
            });
            norm.apply(&mut rows, OBSERVATION_CLIP);
        }
        let observations = tensor::<B, 2>(rows, [len, width], &self.device);
        let allowed = possible::<B>(data, &self.shape, &self.device);
        let taken = Taken::<B>::of(data, &self.shape, &self.device);
        let first = self.adam.steps();
        let mut reports = Vec::new();
        for rows in minibatches(len, self.config.batch_size, &mut self.state.shuffle) {
            let count = rows.len();
            let index: Vec<i32> = rows.into_iter().map(|i| i as i32).collect();
            let index =
                Tensor::<B, 1, Int>::from_data(TensorData::new(index, [count]), &self.device);
            let allowed = allowed
                .as_ref()
                .map(|all| all.clone().select(0, index.clone()));
            let dist = self
                .policy
                .dist(observations.clone().select(0, index.clone()), allowed);
            reports.push(self.step(dist.log_prob(taken.select(index)), dist.entropy()));
        }
        let table = values(&Tensor::cat(reports, 0));
        for (i, row) in table.chunks(REPORTED.len()).enumerate() {
            finite(
                first + i as u64,
                REPORTED.iter().copied().zip(row.iter().copied()),
            )?;
        }
        self.state.epochs += 1;
        let mut metrics = Metrics::new();
        let rows = (table.len() / REPORTED.len()).max(1) as f64;
        for (i, name) in REPORTED.iter().enumerate() {
            metrics.set(
                name,
                table
                    .iter()
                    .skip(i)
                    .step_by(REPORTED.len())
                    .map(|x| f64::from(*x))
                    .sum::<f64>()
                    / rows,
            );
        }
        Ok(metrics)
    }

    fn step(
        &mut self,
        log_prob: Tensor<B, 1>,
        entropy: Tensor<B, 1>,
    ) -> Tensor<B::InnerBackend, 1> {
        let sure = log_prob.clone().inner().exp().mean();
        let (unlikely, entropy) = (-log_prob.mean(), entropy.mean());
        let mut loss = unlikely.clone() - entropy.clone() * self.config.ent_weight;
        let mut size = Tensor::zeros([1], &self.device);
        if self.config.l2_weight != 0.0 {
            let half = squares(&self.policy, &self.device) * 0.5;
            size = half.clone().inner();
            loss = loss + half * self.config.l2_weight;
        }
        let gradients = loss.backward();
        let policy = self.policy.clone();
        self.policy = self
            .adam
            .step(policy, &gradients, self.config.learning_rate, None)
            .0;
        Tensor::cat(
            vec![loss.inner(), unlikely.inner(), entropy.inner(), sure, size],
            0,
        )
    }

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        let adapter = self
            .policy
            .adapter
            .as_ref()
            .map(crate::nets::lora::Lora::config);
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps: self.adam.steps(),
            adapter,
        };
        Ok(Checkpoint::new("bc", &self.shape, &self.config, &saved)?
            .with("policy", self.policy.weights())
            .with("model", Weights::of(&self.policy))
            .with("optimizer", self.adam.state().weights()))
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind("bc")?;
        let saved: Saved = checkpoint.state()?;
        let mut bc = Bc::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        if let Some(config) = saved.adapter {
            bc.policy = bc
                .policy
                .adapted(&mut stream(0, Use::Init, 0), config, &bc.device)?;
        }
        bc.policy = checkpoint
            .weights("model")?
            .into_module(bc.policy, &bc.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        bc.adam
            .restore(&state, trained_count(&bc.policy), &bc.device)?;
        if let Some(norm) = &saved.learner.observations {
            norm.check(bc.shape.observation)?;
        }
        bc.state = saved.learner;
        Ok(bc)
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: BcState,
    adam_steps: u64,
    adapter: Option<LoraConfig>,
}
