//! Behaviour cloning, as imitation's `bc.py`: maximum likelihood of what was demonstrated, with a
//! small entropy bonus.
//!
//! Loss: `−E log π(a|s) − 1e-3·H + l2·½‖θ‖²` by Adam (PyTorch's constants) on shuffled minibatches
//! of 32; networks of two hidden layers of 32 with tanh and PPO's initialisation, as imitation's
//! `FeedForward32Policy`; reported by its names (`bc/…`, with `prob_true_act`, the mean probability
//! of what was demonstrated). Ours: with an adapter ([`Bc::from_policy`]) only that is trained, and
//! observations may be normalised by the statistics of the demonstrations.

use crate::algorithm::{Ask, Data, Descriptor, Kind};
use crate::backend::{AutodiffBackend, Device};
use crate::batch::{Batch, minibatches};
use crate::checkpoint::Checkpoint;
use crate::error::{Error, Result, finite};
use crate::head::{Head, InputNorm};
use crate::learner::{Learner, Making, Method, Recipe, Single};
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::lora::LoraConfig;
use crate::nets::mlp::Activation;
use crate::nets::params::{Weights, squares, tensor, trained_count, values};
use crate::nets::policy::{Policy, Taken, check_shape, possible};
use crate::norm::RunningNorm;
use crate::optim::{Adam, AdamConfig, AdamState};
use crate::rollout::Shape;
use crate::seed::{Stream, Use, stream};
use burn::tensor::{Int, Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// How it is registered.
pub static ALGORITHM: Descriptor = Descriptor {
    word: "bc",
    title: "behaviour cloning, also with LoRA adapters over a head (`lora_rank`)",
    kind: Kind::Offline,
    data: Data::Acts,
    adapters: true,
    rounds: 40,
    worlds: 8,
    method,
    gold: &["learn/bc", "bc/"],
};

fn method(ask: &Ask<'_>) -> Result<Box<dyn Method>> {
    if ask.settings.contains_key("epochs") {
        return Err(Error::config(
            "settings.epochs",
            "passes",
            "rounds = N: a round is one pass",
        ));
    }
    let config = ask.settings(BcConfig {
        batch_size: 256,
        learning_rate: 2e-3,
        hidden: vec![64, 64],
        ..BcConfig::default()
    })?;
    let adapter = LoraConfig {
        rank: ask.lora_rank,
        ..LoraConfig::default()
    };
    let adapter = (ask.lora_rank > 0).then_some(adapter);
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

    fn learner<B: AutodiffBackend>(&self, making: Making<B>) -> Result<Box<dyn Learner>> {
        let Making {
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

/// Behaviour cloning's settings. The default is imitation's, except for `epochs`, which it leaves
/// to who calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BcConfig {
    /// Times the demonstrations are gone over.
    pub epochs: usize,
    /// Demonstrated steps in a minibatch.
    pub batch_size: usize,
    /// Adam's learning rate.
    pub learning_rate: f64,
    /// Weight of the entropy bonus.
    pub ent_weight: f64,
    /// Weight of half the squared norm of all trained parameters.
    pub l2_weight: f64,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// What stands after each hidden layer.
    pub activation: Activation,
    /// Whether observations are normalised by the statistics of the first demonstrations, and held
    /// within ±10.
    pub norm_obs: bool,
}

impl Default for BcConfig {
    fn default() -> Self {
        BcConfig {
            epochs: 10,
            batch_size: 32,
            learning_rate: 1e-3,
            ent_weight: 1e-3,
            l2_weight: 0.0,
            hidden: vec![32, 32],
            activation: Activation::Tanh,
            norm_obs: false,
        }
    }
}

impl BcConfig {
    /// Refuses settings that cannot be.
    ///
    /// # Errors
    /// With the first setting that is wrong.
    pub fn check(&self) -> Result<()> {
        if self.batch_size == 0 {
            return Err(Error::config("batch_size", 0, "at least 1"));
        }
        if !(self.learning_rate.is_finite() && self.learning_rate > 0.0) {
            return Err(Error::config(
                "learning_rate",
                self.learning_rate,
                "a number above 0",
            ));
        }
        let weights = [
            ("ent_weight", self.ent_weight),
            ("l2_weight", self.l2_weight),
        ];
        match weights.into_iter().find(|(_, x)| !x.is_finite()) {
            Some((field, found)) => Err(Error::config(field, found, "a finite number")),
            None => Ok(()),
        }
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
    state: State,
    device: Device<B>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct State {
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
    pub fn new(config: BcConfig, shape: Shape, seed: u64, device: Device<B>) -> Result<Self> {
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
        device: Device<B>,
    ) -> Result<Self> {
        config.check()?;
        let state = State {
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
    pub fn resume(checkpoint: &Checkpoint, device: Device<B>) -> Result<Self> {
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
    learner: State,
    adam_steps: u64,
    adapter: Option<LoraConfig>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{CpuGrad, cpu};
    use crate::env::{ActionSpace, Mask};
    use crate::head::{Choice, Scratch};
    use crate::rollout::Segment;

    /// The rule: the quadrant of two numbers, where action 3 is impossible every other time and
    /// action 0 is then demonstrated.
    fn rule(len: usize, seed: u64) -> Batch {
        let mut dice = stream(seed, Use::Noise, 0);
        let mut segment = Segment {
            rewards: vec![0.0; len],
            ..Segment::default()
        };
        for i in 0..len {
            let (x, y) = (dice.between(-1.0, 1.0), dice.between(-1.0, 1.0));
            let quadrant = u32::from(x > 0.0) + 2 * u32::from(y > 0.0);
            let mask = Mask(if i % 2 == 0 { 0b1111 } else { 0b0111 });
            segment.observations.extend([x, y]);
            segment.masks.push(mask);
            segment.actions.push(if mask.allows(quadrant as usize) {
                quadrant
            } else {
                0
            });
            segment.terminated.push(false);
            segment.truncated.push(false);
        }
        Batch::of(&[segment], &shape()).unwrap()
    }

    fn shape() -> Shape {
        Shape {
            observation: 2,
            state: 0,
            actions: ActionSpace::Discrete(4),
        }
    }

    fn right(bc: &Bc<CpuGrad>) -> f32 {
        let (head, held_out, mut scratch) = (bc.head().unwrap(), rule(1000, 9), Scratch::default());
        let hits = held_out
            .observations
            .chunks(2)
            .zip(&held_out.masks)
            .zip(&held_out.actions)
            .filter(|((o, m), a)| {
                head.act(o, **m, &mut [], Choice::Greedy, &mut scratch).0 == **a as usize
            });
        hits.count() as f32 / 1000.0
    }

    #[test]
    fn a_rule_is_cloned_and_resumed_bit_for_bit() {
        let config = BcConfig {
            norm_obs: true,
            epochs: 40,
            ..BcConfig::default()
        };
        let data = rule(1000, 1);
        let mut whole = Bc::<CpuGrad>::new(config, shape(), 1, cpu()).unwrap();
        let first = whole.epoch(&data).unwrap();
        (0..4).for_each(|_| drop(whole.epoch(&data).unwrap()));
        let dir = tempfile::tempdir().unwrap();
        whole
            .checkpoint()
            .unwrap()
            .save(dir.path().join("bc"), false)
            .unwrap();
        let mut resumed =
            Bc::<CpuGrad>::resume(&Checkpoint::load(dir.path().join("bc")).unwrap(), cpu())
                .unwrap();
        let last = whole.train(&data, &mut |_, _| true).unwrap();
        assert_eq!(last, resumed.train(&data, &mut |_, _| true).unwrap());
        assert_eq!(
            whole.head().unwrap().checksum(),
            resumed.head().unwrap().checksum()
        );
        assert!(last.get("bc/loss") < first.get("bc/loss"));
        assert!(last.get("bc/prob_true_act").unwrap() > 0.85, "{last:?}");
        assert!(right(&whole) > 0.93, "{}", right(&whole));
    }

    #[test]
    fn an_adapter_learns_what_its_base_does_not_know() {
        let data = rule(1000, 1);
        let base = Bc::<CpuGrad>::new(BcConfig::default(), shape(), 1, cpu())
            .unwrap()
            .policy;
        let frozen = Weights::of(&base.base).checksum();
        let adapted = base
            .adapted(
                &mut stream(2, Use::Init, 0),
                LoraConfig {
                    rank: 8,
                    alpha: 16.0,
                },
                &cpu(),
            )
            .unwrap();
        let mut bc =
            Bc::<CpuGrad>::from_policy(BcConfig::default(), shape(), adapted, 1, cpu()).unwrap();
        bc.train(&data, &mut |_, _| true).unwrap();
        assert_eq!(Weights::of(&bc.policy.base).checksum(), frozen);
        assert!(right(&bc) > 0.8, "{}", right(&bc));
        let mut resumed = Bc::<CpuGrad>::resume(&bc.checkpoint().unwrap(), cpu()).unwrap();
        assert_eq!(resumed.epoch(&data).unwrap(), bc.epoch(&data).unwrap());
    }

    #[test]
    fn vectors_are_cloned_too() {
        let actions = ActionSpace::Continuous {
            low: vec![-2.0],
            high: vec![2.0],
        };
        let shape = Shape {
            observation: 1,
            state: 0,
            actions,
        };
        let mut dice = stream(3, Use::Noise, 0);
        let observations: Vec<f32> = (0..1000).map(|_| dice.between(-1.0, 1.0)).collect();
        let moves = observations
            .iter()
            .map(|x| 1.5 * x + 0.2 * dice.normal())
            .collect();
        let data = Batch {
            observations,
            moves,
            rewards: vec![0.0; 1000],
            ..Batch::default()
        };
        let config = BcConfig {
            l2_weight: 1e-4,
            epochs: 30,
            learning_rate: 3e-3,
            ..BcConfig::default()
        };
        let mut bc = Bc::<CpuGrad>::new(config, shape, 1, cpu()).unwrap();
        let last = bc.train(&data, &mut |_, _| true).unwrap();
        assert!(last.get("bc/l2_norm").unwrap() > 0.0);
        let (head, mut out) = (bc.head().unwrap(), Vec::new());
        for x in [-0.7, 0.0, 0.5] {
            head.steer(&[x], &mut [], &[], &mut out, &mut Scratch::default());
            assert!((out[0] - 1.5 * x).abs() < 0.15, "{x}: {out:?}");
        }
        // The spread of the demonstrations.
        let log_std = values(&bc.policy.log_std.as_ref().unwrap().val())[0];
        assert!((log_std.exp() - 0.2).abs() < 0.1, "{log_std}");
    }

    #[test]
    fn a_rate_beyond_reason_stops_with_the_weights_of_before() {
        let config = BcConfig {
            learning_rate: 1e38,
            ..BcConfig::default()
        };
        let mut bc = Bc::<CpuGrad>::new(config, shape(), 1, cpu()).unwrap();
        let before = Weights::of(&bc.policy).checksum();
        let said = bc.epoch(&rule(100, 1)).unwrap_err().to_string();
        assert!(
            said.starts_with("training stopped at step ") && said.contains("bc/"),
            "{said}"
        );
        assert_eq!(Weights::of(&bc.policy).checksum(), before);
    }
}
