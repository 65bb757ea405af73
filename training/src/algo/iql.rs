//! Implicit Q-learning (Kostrikov et al. 2021, arXiv 2110.06169) for discrete actions, as CORL's
//! `iql.py` and d3rlpy's `IQL` have it.
//!
//! One gradient step, on one batch, in CORL's order:
//! * `u = min_i Q̄_i(s,a) − V(s)` with target critics, before anything moves; `L_V = E |τ −
//!   1(u<0)|·u²`;
//! * `L_Q = ½ Σ_i E (Q_i(s,a) − (r + γ(1−d)·V(s')))²`, with `d` for ends only: a time limit is
//!   none;
//! * `L_π = E −min(exp(β·u), 100)·log π(a|s)`;
//! * target critics follow by Polyak averaging.
//!
//! Adam with PyTorch's constants, one for each of the three; PyTorch's initial weights; two hidden
//! layers of 256 with ReLU; the policy's learning rate along half a cosine to 0 at the last step,
//! without restart; observations normalised by the dataset's mean and deviation; rewards times a
//! factor that makes the range of returns 1000, where asked for ([`IqlConfig::return_range`]; CORL
//! on locomotion, d3rlpy's reproductions). For discrete actions `log π` is that of a categorical
//! distribution over what was possible.

mod config;
#[cfg(test)]
mod tests;

pub use config::IqlConfig;

use super::offline::{TransitionRows, discrete, rows_of};
use super::offline_loss::expectile;
use super::offline_steps::{Common, OfflineState, OfflineSteps, ROUND, in_rounds};
use crate::backend::{AutodiffBackend, Backend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::error::Result;
use crate::head::Head;
use crate::learner::{Learner, LearnerInputs, Method, Recipe};
use crate::nets::critics::TwinCritics;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{Weights, polyak, tensor, trained_count, values};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::{Policy, Taken, check_shape};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::module::Module;
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "iql",
    title: "implicit Q-learning",
    kind: AlgorithmKind::Offline,
    data: Data::Rewards,
    adapters: false,
    rounds: 20,
    worlds: 8,
    method,
    gold: &["offline/iql"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(given.settings(IqlConfig {
        steps: given.rounds * ROUND,
        hidden: vec![64, 64],
        norm_obs: false,
        ..IqlConfig::default()
    })?))
}

impl Recipe for IqlConfig {
    fn step(&self, _: usize) -> (&[usize], usize) {
        (&self.hidden, self.batch_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        let mut learner = Iql::<B>::new(self.clone(), making.shape, making.seed, making.device)?;
        if let Some(policy) = making.policy {
            learner.set_actor(policy);
        }
        in_rounds(learner, &making.data)
    }
}

impl<B: Backend> TwinCritics<B> {
    fn of_done(&self, rows: &TransitionRows<B>) -> (Tensor<B, 1>, Tensor<B, 1>) {
        let q = |net: &Mlp<B>| rows.done(net.forward(rows.observations.clone()));
        (q(&self.first), q(&self.second))
    }
}

/// What is trained.
#[derive(Module, Debug)]
pub struct IqlModel<B: Backend> {
    /// From observations to actions.
    pub actor: Policy<B>,
    /// From observations to the value of each action.
    pub critics: TwinCritics<B>,
    /// From observations to the value of a state.
    pub value: Mlp<B>,
}

/// Policy, critics and value with their optimisers, and the target critics.
#[derive(Clone, Debug)]
pub struct Iql<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: IqlConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// Policy, critics and value.
    pub model: IqlModel<B>,
    target: TwinCritics<B>,
    actor_adam: Adam<B>,
    q_adam: Adam<B>,
    v_adam: Adam<B>,
    state: OfflineState,
    device: BurnDevice<B>,
}

/// Names of what a step reports, in the order of its tensor.
const REPORTED: [&str; 6] = [
    "losses/v_loss",
    "losses/q_loss",
    "losses/actor_loss",
    "iql/v",
    "iql/advantage",
    "iql/weight",
];

impl<B: AutodiffBackend> Iql<B> {
    /// A fresh learner.
    ///
    /// # Errors
    /// Where settings or shape cannot be, or actions are continuous.
    pub fn new(config: IqlConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        config.check()?;
        check_shape(&shape, &config.hidden)?;
        let actions = discrete(&shape)?;
        let mut dice = stream(seed, Use::Init, 0);
        let (torch, relu) = ((Init::Torch, Init::Torch), Activation::Relu);
        let actor = Policy::new(&mut dice, &shape, &config.hidden, relu, torch, &device);
        let net = |dice: &mut Stream, width| {
            let shape = MlpShape::new(shape.observation, &config.hidden, width, relu);
            Mlp::new(dice, &shape, Init::Torch, Init::Torch, &device)
        };
        let critics = TwinCritics {
            first: net(&mut dice, actions),
            second: net(&mut dice, actions),
        };
        let value = net(&mut dice, 1);
        let adam = || Adam::new(AdamConfig::default());
        Ok(Iql {
            target: critics.clone().no_grad(),
            model: IqlModel {
                actor,
                critics,
                value,
            },
            actor_adam: adam(),
            q_adam: adam(),
            v_adam: adam(),
            state: OfflineState::new(seed),
            config,
            shape,
            device,
        })
    }

    /// Replaces the policy, as by one that was cloned before, or one with an adapter. Its optimiser
    /// starts afresh.
    pub fn set_actor(&mut self, actor: Policy<B>) {
        self.model.actor = actor;
        self.actor_adam = Adam::new(AdamConfig::default());
    }

    /// The values of observations, one after another.
    ///
    /// # Errors
    /// Where they are not whole rows.
    pub fn values(&self, observations: &[f32]) -> Result<Vec<f32>> {
        let (rows, dims) = rows_of(observations, &self.shape, self.state.norm())?;
        Ok(values(&self.model.value.forward(tensor(
            rows,
            dims,
            &self.device,
        ))))
    }
}

impl<B: AutodiffBackend> OfflineSteps<B> for Iql<B> {
    const KIND: &'static str = "iql";
    const REPORTED: &'static [&'static str] = &REPORTED;

    fn common(&self) -> Common {
        Common {
            steps: self.config.steps,
            batch_size: self.config.batch_size,
            norm_obs: self.config.norm_obs,
            return_range: self.config.return_range,
        }
    }

    fn shape(&self) -> &Shape {
        &self.shape
    }

    fn device(&self) -> &BurnDevice<B> {
        &self.device
    }

    fn state(&self) -> &OfflineState {
        &self.state
    }

    fn state_mut(&mut self) -> &mut OfflineState {
        &mut self.state
    }

    fn trained(&self) -> Weights {
        Weights::of(&self.model)
    }

    /// A head that acts as the policy does now.
    fn head(&self) -> Result<Head> {
        self.model.actor.head(&self.shape, self.state.input_norm())
    }

    fn step(&mut self, rows: &TransitionRows<B>) -> Tensor<B::InnerBackend, 1> {
        let (config, len) = (&self.config, rows.len());
        let done = config.steps.max(1);
        let value = |x: &Tensor<B, 2>| self.model.value.forward(x.clone()).reshape([len]);
        let after = value(&rows.next).detach();
        let (first, second) = self.target.of_done(rows);
        let v = value(&rows.observations);
        let u = first.min_pair(second).detach() - v.clone();
        let v_loss = expectile(u.clone(), config.expectile).mean();

        let goal = rows.bootstrapped(after, config.gamma);
        let square = |q: Tensor<B, 1>| (q - goal.clone()).powi_scalar(2).mean();
        let (first, second) = self.model.critics.of_done(rows);
        let q_loss = (square(first) + square(second)) * 0.5;

        let advantage = u.detach();
        let weight = (advantage.clone() * config.beta)
            .exp()
            .clamp_max(config.weight_cap);
        let dist = self
            .model
            .actor
            .dist(rows.observations.clone(), rows.possible.clone());
        let actor_loss =
            -(weight.clone() * dist.log_prob(Taken::Discrete(rows.actions.clone()))).mean();

        // The three have no parameter in common, so that one pass back is that of each.
        let gradients = (v_loss.clone() + q_loss.clone() + actor_loss.clone()).backward();
        let rate = config
            .actor_schedule
            .rate(config.actor_lr, self.state.steps() as f64 / done as f64);
        let IqlModel {
            actor,
            critics,
            value,
        } = self.model.clone();
        self.model = IqlModel {
            actor: self.actor_adam.step(actor, &gradients, rate, None).0,
            critics: self.q_adam.step(critics, &gradients, config.q_lr, None).0,
            value: self.v_adam.step(value, &gradients, config.v_lr, None).0,
        };
        self.target = polyak(self.target.clone(), &self.model.critics, config.polyak);
        self.state.step();
        let mean = |x: Tensor<B, 1>| x.inner().mean();
        let parts = vec![
            v_loss.inner(),
            q_loss.inner(),
            actor_loss.inner(),
            mean(v),
            mean(advantage),
            mean(weight),
        ];
        Tensor::cat(parts, 0)
    }

    fn checkpoint(&self) -> Result<Checkpoint> {
        let adapter = self
            .model
            .actor
            .adapter
            .as_ref()
            .map(crate::nets::lora::Lora::config);
        let adam_steps = [
            self.actor_adam.steps(),
            self.q_adam.steps(),
            self.v_adam.steps(),
        ];
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps,
            adapter,
        };
        Ok(
            Checkpoint::new(Self::KIND, &self.shape, &self.config, &saved)?
                .with("policy", self.model.actor.weights())
                .with("model", Weights::of(&self.model))
                .with("target", Weights::of(&self.target))
                .with("actor_optimizer", self.actor_adam.state().weights())
                .with("q_optimizer", self.q_adam.state().weights())
                .with("v_optimizer", self.v_adam.state().weights()),
        )
    }

    fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind(Self::KIND)?;
        let saved: Saved = checkpoint.state()?;
        let mut iql = Iql::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        if let Some(config) = saved.adapter {
            let actor = iql.model.actor.clone().adapted(
                &mut stream(0, Use::Init, 0),
                config,
                &iql.device,
            )?;
            iql.set_actor(actor);
        }
        iql.model = checkpoint
            .weights("model")?
            .into_module(iql.model, &iql.device)?;
        iql.target = checkpoint
            .weights("target")?
            .into_module(iql.target, &iql.device)?;
        let counts = [
            trained_count(&iql.model.actor),
            trained_count(&iql.model.critics),
            trained_count(&iql.model.value),
        ];
        let names = ["actor_optimizer", "q_optimizer", "v_optimizer"];
        let adams = [&mut iql.actor_adam, &mut iql.q_adam, &mut iql.v_adam];
        for (i, adam) in adams.into_iter().enumerate() {
            let state =
                AdamState::from_weights(checkpoint.weights(names[i])?, saved.adam_steps[i])?;
            adam.restore(&state, counts[i], &iql.device)?;
        }
        iql.state = saved.learner.checked(iql.shape.observation)?;
        Ok(iql)
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: OfflineState,
    adam_steps: [u64; 3],
    adapter: Option<crate::nets::lora::LoraConfig>,
}
