//! Proximal policy optimisation (Schulman et al. 2017, arXiv 1707.06347), with every detail of
//! CleanRL's `ppo.py` and `ppo_continuous_action.py`, and those of MAPPO (marlbenchmark/on-policy,
//! arXiv 2103.01955) that can be had without its runner.
//!
//! The thirteen core details of "The 37 implementation details of PPO" (ICLR blog track 2022) and
//! where they are:
//! 1. environments in parallel that go on between rollouts:
//!    [`Collector`](super::on_policy::Collector);
//! 2. orthogonal weights (√2; 0.01 for the policy, 1 for the value) and zero biases: [`Ppo::new`];
//! 3. Adam's ε 1e-5: [`PpoConfig::adam_eps`];
//! 4. the learning rate in a line to 0: [`PpoConfig::anneal_lr`], by the progress given to
//!    [`Ppo::update`];
//! 5. GAE, bootstrapped from the observation after the last step: [`crate::gae`];
//! 6. shuffled minibatches that cover the batch: [`crate::batch::minibatches`];
//! 7. advantages normalised in every minibatch (mean, unbiased deviation, 1e-8): [`AdvantageNorm`];
//! 8. the clipped surrogate, and 9. the clipped value loss: [`loss`];
//! 10. the entropy bonus; 11. gradients clipped by their norm over all parameters, 0.5;
//! 12. what is logged: CleanRL's names; 13. networks apart for policy and value.
//!
//! Of the continuous ones: a deviation independent of the state, log-probability and entropy summed
//! over dimensions, actions clipped by the environment, observations normalised and clipped at ±10,
//! rewards scaled by the deviation of the discounted return and clipped at ±10. One thing differs:
//! the statistics of observations stand still during a rollout and the update on it, and take the
//! rollout in after, so that the policy that is updated is exactly the one that acted (the
//! reference's wrapper moves them at every step).
//!
//! Of the recurrent ones: a GRU in place of the LSTM, policy and critic with one each (as MAPPO's),
//! minibatches of whole sequences, states that begin anew with an episode. They also begin anew
//! with a rollout, in acting and in learning alike, where the reference carries them over.
//!
//! Of MAPPO: one policy for all actors, a critic that may see a state of its own, `ValueNorm`
//! (taking in targets once an update, and not once a minibatch), Huber loss, advantages normalised
//! over the whole batch, policy and critic clipped apart. Its layer norm on inputs is left out.

mod config;
pub mod loss;
mod memory;
mod prepare;
#[cfg(test)]
mod tests;
mod update;

pub use config::{AdvantageNorm, PpoConfig};

use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::batch::Batch;
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::error::{Error, Result};
use crate::head::{Head, InputNorm};
use crate::learner::{Learner, LearnerInputs, Method, Recipe, Single, count};
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::mlp::{Mlp, MlpShape};
use crate::nets::params::Weights;
use crate::norm::{RunningNorm, ValueNorm};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::{Policy, check_shape};
use crate::rollout::{Segment, Shape};
use crate::seed::{Stream, Use, stream};
use burn::module::Module;
use memory::{RecurrentActorCritic, sequences};
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "ppo",
    title: "proximal policy optimisation",
    kind: AlgorithmKind::Online,
    data: Data::None,
    adapters: false,
    rounds: 40,
    worlds: 8,
    method,
    gold: &["ppo/"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(usual(given)?))
}

/// The usual settings for heads of campuses, also beside a discriminator, with what is given.
pub(crate) fn usual(given: &Hyperparameters<'_>) -> Result<PpoConfig> {
    given.settings(PpoConfig {
        learning_rate: 1e-3,
        gamma: 0.95,
        num_minibatches: 8,
        truncation_bootstrap: true,
        ..PpoConfig::default()
    })
}

impl Recipe for PpoConfig {
    fn step(&self, rows: usize) -> (&[usize], usize) {
        (&self.hidden, rows / self.num_minibatches.max(1))
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        let LearnerInputs {
            shape,
            seed,
            policy,
            device,
            ..
        } = making;
        Ok(Box::new(Single::<B, _, _> {
            part: "ppo",
            learner: Ppo::<B>::begun(self.clone(), shape, seed, policy, device.clone())?,
            data: (),
            device,
            round: |ppo, _, fresh, progress| Ok((ppo.update(fresh, progress)?, count(fresh))),
            head: Ppo::head,
            checkpoint: Ppo::checkpoint,
            resume: Ppo::resume,
        }))
    }
}

/// Policy and critic.
#[derive(Module, Debug)]
pub struct ActorCritic<B: Backend> {
    /// From observations to actions.
    pub actor: Policy<B>,
    /// From observations, or states where there are any, to a value.
    pub critic: Mlp<B>,
    /// A recurrent policy and a recurrent critic (GRUs), which are used in the place of `actor` and
    /// `critic` where [`PpoConfig::recurrent`] is above 0.
    pub memory: Option<RecurrentActorCritic<B>>,
}

impl<B: AutodiffBackend> ActorCritic<B> {
    /// Trained numbers of the critic that is in use, which come last in the order of parameters:
    /// with a memory, nothing flows to the other.
    fn critics(&self) -> usize {
        self.memory.as_ref().map_or_else(
            || self.critic.num_params(),
            |memory| memory.critic.num_params(),
        )
    }
}

/// A policy and a critic with their optimiser and running statistics.
#[derive(Clone, Debug)]
pub struct Ppo<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: PpoConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// What is trained.
    pub model: ActorCritic<B>,
    adam: Adam<B>,
    state: PpoState,
    device: BurnDevice<B>,
}

/// What goes on beside weights and moments.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct PpoState {
    updates: u64,
    steps: u64,
    shuffle: Stream,
    observations: Option<RunningNorm>,
    values: Option<ValueNorm>,
}

/// Observations are held within this after they are normalised.
const OBSERVATION_CLIP: f32 = 10.0;

impl<B: AutodiffBackend> Ppo<B> {
    /// A fresh learner.
    ///
    /// # Errors
    /// Where settings or shape cannot be.
    pub fn new(config: PpoConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        config.check()?;
        check_shape(&shape, &config.hidden)?;
        let hidden = Init::Orthogonal(2.0_f32.sqrt());
        let mut dice = stream(seed, Use::Init, 0);
        let init = (hidden, Init::Orthogonal(0.01));
        let actor = Policy::new(
            &mut dice,
            &shape,
            &config.hidden,
            config.activation,
            init,
            &device,
        );
        let sees = if shape.state > 0 {
            shape.state
        } else {
            shape.observation
        };
        let critic = MlpShape::new(sees, &config.hidden, 1, config.activation);
        let critic = Mlp::new(&mut dice, &critic, hidden, Init::Orthogonal(1.0), &device);
        let memory = (config.recurrent > 0)
            .then(|| RecurrentActorCritic::new(&mut dice, &shape, &config, &device));
        let state = PpoState {
            updates: 0,
            steps: 0,
            shuffle: stream(seed, Use::Shuffle, 0),
            observations: config.norm_obs.then(|| RunningNorm::new(shape.observation)),
            values: config.value_norm.then(ValueNorm::default),
        };
        let adam = Adam::new(AdamConfig::eps(config.adam_eps));
        Ok(Ppo {
            config,
            shape,
            model: ActorCritic {
                actor,
                critic,
                memory,
            },
            adam,
            state,
            device,
        })
    }

    /// A learner that begins with a policy, or afresh.
    ///
    /// # Errors
    /// As [`Ppo::new`].
    pub(crate) fn begun(
        config: PpoConfig,
        shape: Shape,
        seed: u64,
        policy: Option<Policy<B>>,
        device: BurnDevice<B>,
    ) -> Result<Self> {
        let mut ppo = Ppo::new(config, shape, seed, device)?;
        if let Some(policy) = policy {
            ppo.set_actor(policy);
        }
        Ok(ppo)
    }

    /// Replaces the policy, as by one that was cloned before, or one with an adapter. The optimiser
    /// starts afresh.
    pub fn set_actor(&mut self, actor: Policy<B>) {
        self.model.actor = actor;
        self.adam = Adam::new(AdamConfig::eps(self.config.adam_eps));
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
        let norm = |norm: &RunningNorm| InputNorm {
            norm: norm.clone(),
            clip: OBSERVATION_CLIP,
        };
        let norm = self.state.observations.as_ref().map(norm);
        Head::new(
            &self.policy_weights(),
            self.config.activation,
            &self.shape,
            norm,
        )
    }

    /// The weights of a head that acts as the policy does now.
    pub fn policy_weights(&self) -> Weights {
        match &self.model.memory {
            Some(memory) => memory.weights(self.model.actor.log_std.as_ref()),
            None => self.model.actor.weights(),
        }
    }

    /// Learns from segments that the current policy collected. `progress` is the share of the whole
    /// training that is done, for annealing.
    ///
    /// # Errors
    /// Where segments do not fit, or a loss turns non-finite: then everything is as before the
    /// update.
    pub fn update(&mut self, segments: &[Segment], progress: f64) -> Result<Metrics> {
        let batch = Batch::of(segments, &self.shape)?;
        if batch.log_probs.is_empty() {
            return Err(Error::data(
                "log_probs",
                "none",
                "one a step: PPO learns from what its own policy did",
            ));
        }
        let before = (self.model.clone(), self.adam.clone(), self.state.clone());
        let learned = self.prepare(segments, &batch).and_then(|prepared| {
            let rate = if self.config.anneal_lr {
                1.0 - progress.clamp(0.0, 1.0)
            } else {
                1.0
            };
            let sequences = if self.config.recurrent > 0 {
                sequences(segments)?
            } else {
                0
            };
            self.epochs(&prepared, sequences, self.config.learning_rate * rate)
        });
        match learned {
            Ok(metrics) => {
                if let Some(norm) = &mut self.state.observations {
                    norm.update(&batch.observations);
                }
                self.state.updates += 1;
                self.state.steps += batch.len() as u64;
                Ok(metrics)
            }
            Err(problem) => {
                (self.model, self.adam, self.state) = before;
                Err(problem)
            }
        }
    }

    /// Everything that is needed to go on bit for bit.
    ///
    /// # Errors
    /// Where it cannot be put in JSON.
    pub fn checkpoint(&self) -> Result<Checkpoint> {
        #[derive(Serialize)]
        struct Saved<'a> {
            learner: &'a PpoState,
            adam_steps: u64,
            adapter: Option<crate::nets::lora::LoraConfig>,
        }
        let adapter = self
            .model
            .actor
            .adapter
            .as_ref()
            .map(crate::nets::lora::Lora::config);
        let saved = Saved {
            learner: &self.state,
            adam_steps: self.adam.steps(),
            adapter,
        };
        Ok(Checkpoint::new("ppo", &self.shape, &self.config, &saved)?
            .with("policy", self.policy_weights())
            .with("model", Weights::of(&self.model))
            .with("optimizer", self.adam.state().weights()))
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// Where it is of another kind, or does not fit its own settings.
    pub fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        #[derive(Deserialize)]
        struct Saved {
            learner: PpoState,
            adam_steps: u64,
            adapter: Option<crate::nets::lora::LoraConfig>,
        }
        checkpoint.expect_kind("ppo")?;
        let saved: Saved = checkpoint.state()?;
        let mut ppo = Ppo::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        if let Some(config) = saved.adapter {
            let actor = ppo.model.actor.clone().adapted(
                &mut stream(0, Use::Init, 0),
                config,
                &ppo.device,
            )?;
            ppo.set_actor(actor);
        }
        ppo.model = checkpoint
            .weights("model")?
            .into_module(ppo.model, &ppo.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        let trained = crate::nets::params::trained_count(&ppo.model);
        ppo.adam.restore(&state, trained, &ppo.device)?;
        if saved.learner.observations.is_some() != ppo.state.observations.is_some()
            || saved.learner.values.is_some() != ppo.state.values.is_some()
        {
            return Err(Error::data(
                "checkpoint, state",
                "other normalisers",
                "those of its configuration",
            ));
        }
        if let Some(norm) = &saved.learner.observations {
            norm.check(ppo.shape.observation)?;
        }
        ppo.state = saved.learner;
        Ok(ppo)
    }
}
