//! Conservative Q-learning (Kumar et al. 2020, arXiv 2006.04779) for discrete actions, as d3rlpy's
//! `DiscreteCQL` has it: double DQN with Huber's loss, plus `α·E[log Σ_a exp Q(s,a) − Q(s,
//! a_data)]`.
//!
//! Targets are `r + γ(1−d)·Q̄(s', argmax_a Q(s',a))`, with `d` for ends only; the target network is
//! a copy, renewed every so many steps. Adam with PyTorch's constants, two hidden layers of 256
//! with ReLU and PyTorch's initial weights. Impossible actions are left out of the sum of
//! exponentials and of the argmax.

use super::offline::{TransitionRows, check_settings, discrete, rows_of};
use super::offline_loss::{conservative, huber, masked};
use super::offline_steps::{Common, OfflineState, OfflineSteps, ROUND, in_rounds};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::{AlgorithmKind, Data, Descriptor, Hyperparameters};
use crate::error::Result;
use crate::head::Head;
use crate::learner::{Learner, LearnerInputs, Method, Recipe};
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::{Weights, polyak, tensor, trained_count, values};
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::policy::check_shape;
use crate::rollout::Shape;
use crate::seed::{Use, stream};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "cql",
    title: "conservative Q-learning",
    kind: AlgorithmKind::Offline,
    data: Data::Rewards,
    adapters: false,
    rounds: 20,
    worlds: 8,
    method,
    gold: &["offline/cql"],
};

fn method(given: &Hyperparameters<'_>) -> Result<Box<dyn Method>> {
    Ok(Box::new(given.settings(CqlConfig {
        steps: given.rounds * ROUND,
        batch_size: 256,
        learning_rate: 3e-4,
        target_every: 500,
        hidden: vec![64, 64],
        ..CqlConfig::default()
    })?))
}

impl Recipe for CqlConfig {
    fn step(&self, _: usize) -> (&[usize], usize) {
        (&self.hidden, self.batch_size)
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        making.refuse_start("cql")?;
        let learner = Cql::<B>::new(self.clone(), making.shape, making.seed, making.device)?;
        in_rounds(learner, &making.data)
    }
}

/// Settings. The default is d3rlpy's, whose number of steps is left to who calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CqlConfig {
    /// Gradient steps of the whole training.
    pub steps: u64,
    /// Transitions in a batch.
    pub batch_size: usize,
    /// γ: what a reward one step later is worth, 0 to 1.
    pub gamma: f32,
    /// α: weight of the conservative gap. 0 is double DQN.
    pub alpha: f64,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Steps after which the target network is renewed.
    pub target_every: u64,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// Whether observations are normalised by the dataset's mean and deviation, and held within
    /// ±10.
    pub norm_obs: bool,
    /// Rewards are scaled so that returns of the dataset range over this; as they are without.
    pub return_range: Option<f32>,
}

impl Default for CqlConfig {
    fn default() -> Self {
        CqlConfig {
            steps: 100_000,
            batch_size: 32,
            gamma: 0.99,
            alpha: 1.0,
            learning_rate: 6.25e-5,
            target_every: 8000,
            hidden: vec![256, 256],
            norm_obs: false,
            return_range: None,
        }
    }
}

impl CqlConfig {
    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        check_settings(
            &[
                ("steps", count(self.steps)),
                ("batch_size", self.batch_size),
                ("target_every", count(self.target_every)),
            ],
            &[
                ("learning_rate", self.learning_rate),
                ("return_range", f64::from(self.return_range.unwrap_or(1.0))),
            ],
            &[("gamma", f64::from(self.gamma))],
            &[("alpha", self.alpha)],
        )
    }
}

/// Double DQN with the conservative gap: a network of values, its target and their optimiser.
#[derive(Clone, Debug)]
pub struct Cql<B: AutodiffBackend> {
    /// Its settings, which hold for the whole training.
    pub config: CqlConfig,
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// From observations to the value of each action.
    pub q: Mlp<B>,
    target: Mlp<B>,
    adam: Adam<B>,
    state: OfflineState,
    device: BurnDevice<B>,
}

/// Names of what a step reports, in the order of its tensor.
const REPORTED: [&str; 4] = [
    "losses/loss",
    "losses/td_loss",
    "losses/conservative_loss",
    "cql/q_data",
];

impl<B: AutodiffBackend> Cql<B> {
    /// A fresh learner.
    ///
    /// # Errors
    /// Where settings or shape cannot be, or actions are continuous.
    pub fn new(config: CqlConfig, shape: Shape, seed: u64, device: BurnDevice<B>) -> Result<Self> {
        config.check()?;
        check_shape(&shape, &config.hidden)?;
        let net = MlpShape::new(
            shape.observation,
            &config.hidden,
            discrete(&shape)?,
            Activation::Relu,
        );
        let q = Mlp::new(
            &mut stream(seed, Use::Init, 0),
            &net,
            Init::Torch,
            Init::Torch,
            &device,
        );
        let target = q.clone().frozen();
        let state = OfflineState::new(seed);
        Ok(Cql {
            config,
            shape,
            q,
            target,
            adam: Adam::new(AdamConfig::default()),
            state,
            device,
        })
    }

    /// The values of all actions for observations, `rows × actions`.
    ///
    /// # Errors
    /// Where they are not whole rows.
    pub fn values(&self, observations: &[f32]) -> Result<Vec<f32>> {
        let (rows, dims) = rows_of(observations, &self.shape, self.state.norm())?;
        Ok(values(&self.q.forward(tensor(rows, dims, &self.device))))
    }
}

impl<B: AutodiffBackend> OfflineSteps<B> for Cql<B> {
    const KIND: &'static str = "cql";
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
        Weights::of(&self.q)
    }

    /// A head whose outputs are the values of actions: to be acted by greedily.
    fn head(&self) -> Result<Head> {
        Head::new(
            &Weights::of(&self.q),
            self.q.activation(),
            &self.shape,
            self.state.input_norm(),
        )
    }

    fn step(&mut self, rows: &TransitionRows<B>) -> Tensor<B::InnerBackend, 1> {
        // Which action is best after is the online network's word, what it is worth the target's.
        let best = masked(
            self.q.forward(rows.next.clone()),
            rows.next_possible.clone(),
        )
        .argmax(1);
        let after = self
            .target
            .forward(rows.next.clone())
            .gather(1, best)
            .squeeze_dim::<1>(1)
            .detach();
        let goal = rows.bootstrapped(after, self.config.gamma);
        let q = self.q.forward(rows.observations.clone());
        let q_data = rows.done(q.clone());
        let td = huber(q_data.clone() - goal).mean();
        let gap = conservative(q, q_data.clone(), rows.possible.clone()).mean();
        let loss = td.clone() + gap.clone() * self.config.alpha;
        let gradients = loss.backward();
        self.q = self
            .adam
            .step(self.q.clone(), &gradients, self.config.learning_rate, None)
            .0;
        self.state.step();
        if self.state.steps().is_multiple_of(self.config.target_every) {
            self.target = polyak(self.target.clone(), &self.q, 1.0);
        }
        Tensor::cat(
            vec![loss.inner(), td.inner(), gap.inner(), q_data.inner().mean()],
            0,
        )
    }

    fn checkpoint(&self) -> Result<Checkpoint> {
        let saved = Saved {
            learner: self.state.clone(),
            adam_steps: self.adam.steps(),
        };
        Ok(
            Checkpoint::new(Self::KIND, &self.shape, &self.config, &saved)?
                .with("policy", Weights::of(&self.q))
                .with("target", Weights::of(&self.target))
                .with("optimizer", self.adam.state().weights()),
        )
    }

    fn resume(checkpoint: &Checkpoint, device: BurnDevice<B>) -> Result<Self> {
        checkpoint.expect_kind(Self::KIND)?;
        let saved: Saved = checkpoint.state()?;
        let mut cql = Cql::new(checkpoint.config()?, checkpoint.shape.clone(), 0, device)?;
        cql.q = checkpoint
            .weights("policy")?
            .into_module(cql.q, &cql.device)?;
        cql.target = checkpoint
            .weights("target")?
            .into_module(cql.target, &cql.device)?;
        let state = AdamState::from_weights(checkpoint.weights("optimizer")?, saved.adam_steps)?;
        cql.adam
            .restore(&state, trained_count(&cql.q), &cql.device)?;
        cql.state = saved.learner.checked(cql.shape.observation)?;
        Ok(cql)
    }
}

#[derive(Serialize, Deserialize)]
struct Saved {
    learner: OfflineState,
    adam_steps: u64,
}

#[cfg(test)]
mod tests {
    use super::super::offline::{OfflineDataset, tests::bandit};
    use super::*;
    use crate::backend::{CpuGrad, cpu};
    use crate::env::Mask;
    use crate::nets::params::Checksum;

    fn small() -> CqlConfig {
        CqlConfig {
            hidden: vec![16],
            batch_size: 8,
            learning_rate: 3e-3,
            target_every: 10,
            ..CqlConfig::default()
        }
    }

    /// With half the weight, since Huber's loss has half the slope of the square that the fixed
    /// point was worked out for.
    fn solved(mask: Mask, arms: usize) -> Vec<f32> {
        let (shape, segments) = bandit(mask, arms);
        let mut cql = Cql::<CpuGrad>::new(
            CqlConfig {
                alpha: 0.5,
                ..small()
            },
            shape.clone(),
            1,
            cpu(),
        )
        .unwrap();
        let rows = cql
            .load(&OfflineDataset::new(&segments, &shape).unwrap())
            .unwrap();
        cql.advance_whole(&rows, 3000).unwrap();
        cql.values(&[1.0]).unwrap()
    }

    #[test]
    fn a_bandit_has_its_fixed_point() {
        for (mask, arms) in [(Mask(0b11), 2), (Mask(0b011), 3)] {
            let q = solved(mask, arms);
            assert!(
                (q[0] - 0.162_584).abs() < 1e-3 && (q[1] - 0.837_416).abs() < 1e-3,
                "{q:?}"
            );
        }
    }

    #[test]
    fn twice_n_is_n_and_n_again_bit_for_bit() {
        let (shape, segments) = bandit(Mask(0b11), 2);
        let data = OfflineDataset::new(&segments, &shape).unwrap();
        let config = CqlConfig {
            steps: 40,
            norm_obs: true,
            return_range: Some(10.0),
            target_every: 7,
            ..small()
        };
        let mut whole = Cql::<CpuGrad>::new(config, shape, 3, cpu()).unwrap();
        let rows = whole.load(&data).unwrap();
        whole.advance(&rows, 20).unwrap();
        let dir = tempfile::tempdir().unwrap();
        whole
            .checkpoint()
            .unwrap()
            .save(dir.path().join("c"), false)
            .unwrap();
        let mut resumed =
            Cql::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("c")).unwrap(), cpu())
                .unwrap();
        let last = whole.train(&data, &mut |_, _| true).unwrap();
        assert_eq!(resumed.train(&data, &mut |_, _| true).unwrap(), last);
        assert_eq!(
            Weights::of(&whole.q).checksum(),
            Weights::of(&resumed.q).checksum()
        );
        assert_ne!(Weights::of(&whole.q).checksum(), Checksum::default().0);
        assert!(whole.head().is_ok());
    }

    #[test]
    fn what_cannot_be_is_refused_and_nothing_is_lost() {
        let (shape, segments) = bandit(Mask(0b11), 2);
        let refused = |config: CqlConfig| {
            Cql::<CpuGrad>::new(config, shape.clone(), 1, cpu())
                .unwrap_err()
                .to_string()
        };
        assert!(
            refused(CqlConfig {
                target_every: 0,
                ..small()
            })
            .contains("target_every")
        );
        assert!(
            refused(CqlConfig {
                gamma: 2.0,
                ..small()
            })
            .contains("gamma")
        );
        assert!(
            refused(CqlConfig {
                alpha: f64::INFINITY,
                ..small()
            })
            .contains("alpha")
        );
        assert!(toml::from_str::<CqlConfig>("alfa = 1.0").is_err());
        let data = OfflineDataset::new(&segments, &shape).unwrap();
        let mut cql = Cql::<CpuGrad>::new(
            CqlConfig {
                learning_rate: 1e38,
                ..small()
            },
            shape,
            1,
            cpu(),
        )
        .unwrap();
        let before = Weights::of(&cql.q).checksum();
        let said = cql.train(&data, &mut |_, _| true).unwrap_err().to_string();
        assert!(said.starts_with("training stopped at step "), "{said}");
        assert_eq!((Weights::of(&cql.q).checksum(), cql.steps()), (before, 0));
        assert!(cql.values(&[]).is_err());
    }
}
