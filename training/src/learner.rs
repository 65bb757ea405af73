//! All learners under one face, on whichever device: what they learn from comes round by round from
//! whoever collects it.

use crate::algo::adversarial::{Adversarial, AdversarialConfig};
use crate::algo::bc::{Bc, BcConfig};
use crate::algo::cql::{Cql, CqlConfig};
use crate::algo::grpo::{Grpo, GrpoConfig};
use crate::algo::iql::{Iql, IqlConfig};
use crate::algo::offline::Dataset as Offline;
use crate::algo::on_policy::Rewarder as _;
use crate::algo::ppo::{Ppo, PpoConfig};
use crate::algo::sac::{Sac, SacConfig};
use crate::backend::{AutodiffBackend, CpuGrad, Device as BurnDevice, cpu};
use crate::batch::Batch;
use crate::checkpoint::Checkpoint;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::lora::LoraConfig;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::Weights;
use crate::nets::policy::Policy;
use crate::rollout::{Segment, Shape};
use crate::seed::{Use, stream};
use crate::speed::Load;

/// Where tensors are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Device {
    /// On the CPU: the same bits every time.
    #[default]
    Cpu,
    /// On a GPU, by the name that burn has for its device.
    #[cfg(feature = "gpu")]
    Gpu(crate::backend::GpuDevice),
}

/// A head to begin with.
pub struct Start {
    /// Its weights.
    pub weights: Weights,
    /// Between its layers.
    pub activation: Activation,
}

/// A learner, whatever it is.
pub trait Learner: Send {
    /// Learns from fresh segments (online), or once more from its dataset (offline). `progress` is
    /// the share of the whole training that is done. Gives also the number of decisions that were
    /// learned from.
    ///
    /// # Errors
    /// When a loss turns non-finite: then it is as before.
    fn round(&mut self, fresh: Vec<Segment>, progress: f64) -> Result<(Metrics, u64)>;

    /// A head that acts as it does now.
    ///
    /// # Errors
    /// When weights are not finite.
    fn head(&self) -> Result<Head>;

    /// Everything that is needed to go on, in parts.
    ///
    /// # Errors
    /// When it cannot be written down.
    fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>>;

    /// Goes on from what [`Learner::checkpoint`] gave, part by part.
    ///
    /// # Errors
    /// When a part is of something else.
    fn resume(&mut self, part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>) -> Result<()>;
}

/// How is learned, with all settings.
#[derive(Clone, Debug, PartialEq)]
pub enum Method {
    /// Behaviour cloning; with an adapter only that is trained, over the head to begin with.
    Bc {
        /// Its settings.
        config: BcConfig,
        /// The adapter's.
        adapter: Option<LoraConfig>,
    },
    /// Implicit Q-learning.
    Iql(IqlConfig),
    /// Conservative Q-learning.
    Cql(CqlConfig),
    /// Soft actor-critic.
    Sac(SacConfig),
    /// Group relative policy optimisation.
    Grpo(GrpoConfig),
    /// Proximal policy optimisation, by the rewards of the segments or those of a discriminator.
    Ppo {
        /// Its settings.
        config: PpoConfig,
        /// The discriminator's.
        adversarial: Option<Box<AdversarialConfig>>,
    },
}

impl Method {
    /// What a gradient step of it is made of, when `rows` decisions are collected for an update;
    /// for choosing a device.
    pub fn load(&self, shape: &Shape, rows: usize) -> Load {
        let (hidden, batch) = match self {
            Method::Bc { config, .. } => (&config.hidden, config.batch_size),
            Method::Iql(config) => (&config.hidden, config.batch_size),
            Method::Cql(config) => (&config.hidden, config.batch_size),
            Method::Sac(config) => (&config.hidden, config.batch_size),
            Method::Grpo(config) => (&config.hidden, rows),
            Method::Ppo { config, .. } => (&config.hidden, rows / config.num_minibatches.max(1)),
        };
        let actions = shape.actions.width();
        Load {
            observation: shape.observation,
            actions,
            hidden: hidden.clone(),
            batch: batch.max(1),
        }
    }
}

/// Makes a learner of heads of a shape. `data` is what is learned from, or demonstrations; nothing
/// for those who need neither.
///
/// # Errors
/// When settings, data or the head to begin with cannot be.
pub fn make(
    method: Method,
    shape: &Shape,
    seed: u64,
    data: Vec<Segment>,
    start: Option<&Start>,
    device: &Device,
) -> Result<Box<dyn Learner>> {
    match device {
        Device::Cpu => build::<CpuGrad>(method, shape, seed, data, start, cpu()),
        #[cfg(feature = "gpu")]
        Device::Gpu(device) => {
            build::<crate::backend::GpuGrad>(method, shape, seed, data, start, device.clone())
        }
    }
}

fn build<B: AutodiffBackend>(
    method: Method,
    shape: &Shape,
    seed: u64,
    data: Vec<Segment>,
    start: Option<&Start>,
    device: BurnDevice<B>,
) -> Result<Box<dyn Learner>> {
    let policy = start
        .map(|start| policy::<B>(start, shape, &device))
        .transpose()?;
    let (own, to) = (shape.clone(), device.clone());
    Ok(match method {
        Method::Bc { config, adapter } => {
            let learner = match (policy, adapter) {
                (Some(policy), Some(adapter)) => {
                    let adapted =
                        policy.adapted(&mut stream(seed, Use::Init, 1), adapter, &device)?;
                    Bc::from_policy(config, own, adapted, seed, to)?
                }
                (Some(policy), None) => Bc::from_policy(config, own, policy, seed, to)?,
                (None, None) => Bc::<B>::new(config, own, seed, to)?,
                (None, Some(_)) => {
                    return Err(Error::config(
                        "lora_rank",
                        "an adapter",
                        "a head to begin with",
                    ));
                }
            };
            Box::new(Cloning {
                learner,
                data: Batch::of(&data, shape)?,
                device,
            })
        }
        Method::Iql(config) => {
            let mut learner = Iql::<B>::new(config, own, seed, to)?;
            if let Some(policy) = policy {
                learner.set_actor(policy);
            }
            Box::new(Implicit {
                learner,
                data: Offline::new(&data, shape)?,
                device,
            })
        }
        Method::Cql(config) => {
            refuse_start(policy.is_some(), "cql")?;
            let learner = Cql::<B>::new(config, own, seed, to)?;
            Box::new(Conservative {
                learner,
                data: Offline::new(&data, shape)?,
                device,
            })
        }
        Method::Sac(config) => {
            refuse_start(policy.is_some(), "sac")?;
            Box::new(Soft {
                learner: Sac::<B>::new(config, own, seed, to)?,
                device,
            })
        }
        Method::Grpo(config) => {
            let learner = match policy {
                Some(policy) => Grpo::from_policy(config, own, policy, to)?,
                None => Grpo::<B>::new(config, own, seed, to)?,
            };
            Box::new(Relative { learner, device })
        }
        Method::Ppo {
            config,
            adversarial,
        } => {
            let mut learner = Ppo::<B>::new(config, own.clone(), seed, to.clone())?;
            if let Some(policy) = policy {
                learner.set_actor(policy);
            }
            let rewarder = adversarial
                .map(|config| Adversarial::new::<B>(*config, own, &data, seed, to))
                .transpose()?;
            Box::new(Proximal {
                learner,
                rewarder,
                data,
                device,
            })
        }
    })
}

fn refuse_start(given: bool, algorithm: &str) -> Result<()> {
    if given {
        return Err(Error::config(
            "start",
            "a head",
            format!("none: {algorithm} learns values, not a policy"),
        ));
    }
    Ok(())
}

/// A policy with the weights of a head.
fn policy<B: AutodiffBackend>(
    start: &Start,
    shape: &Shape,
    device: &BurnDevice<B>,
) -> Result<Policy<B>> {
    let widths: Vec<usize> = (0..)
        .map_while(|i| start.weights.get(&format!("layers.{i}.weight")))
        .filter_map(|layer| layer.shape.get(1).copied())
        .collect();
    let hidden = &widths[..widths.len().saturating_sub(1)];
    let net = MlpShape::new(
        shape.observation,
        hidden,
        shape.actions.width(),
        start.activation,
    );
    let blank = Mlp::new(
        &mut stream(0, Use::Init, 0),
        &net,
        Init::Zero,
        Init::Zero,
        device,
    );
    Ok(Policy {
        base: start.weights.into_module(blank, device)?,
        adapter: None,
        log_std: None,
    })
}

/// What a learner that samples from a dataset does in a round.
const OFFLINE_STEPS: u64 = 1000;

/// Head, checkpoint and resumption of a learner that is all there is to keep.
macro_rules! alone {
    ($learner:ident, $part:literal) => {
        fn head(&self) -> Result<Head> {
            self.learner.head()
        }

        fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>> {
            Ok(vec![($part, self.learner.checkpoint()?)])
        }

        fn resume(
            &mut self,
            part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>,
        ) -> Result<()> {
            self.learner = $learner::resume(&part($part)?, self.device.clone())?;
            Ok(())
        }
    };
}

struct Cloning<B: AutodiffBackend> {
    learner: Bc<B>,
    data: Batch,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Cloning<B> {
    fn round(&mut self, _: Vec<Segment>, _: f64) -> Result<(Metrics, u64)> {
        Ok((self.learner.epoch(&self.data)?, self.data.len() as u64))
    }

    alone!(Bc, "bc");
}

struct Implicit<B: AutodiffBackend> {
    learner: Iql<B>,
    data: Offline,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Implicit<B> {
    fn round(&mut self, _: Vec<Segment>, _: f64) -> Result<(Metrics, u64)> {
        let rows = self.learner.load(&self.data)?;
        let batch = self.learner.config.batch_size as u64;
        Ok((
            self.learner.advance(&rows, OFFLINE_STEPS)?,
            OFFLINE_STEPS * batch,
        ))
    }

    alone!(Iql, "iql");
}

struct Conservative<B: AutodiffBackend> {
    learner: Cql<B>,
    data: Offline,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Conservative<B> {
    fn round(&mut self, _: Vec<Segment>, _: f64) -> Result<(Metrics, u64)> {
        let rows = self.learner.load(&self.data)?;
        let batch = self.learner.config.batch_size as u64;
        Ok((
            self.learner.advance(&rows, OFFLINE_STEPS)?,
            OFFLINE_STEPS * batch,
        ))
    }

    alone!(Cql, "cql");
}

struct Soft<B: AutodiffBackend> {
    learner: Sac<B>,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Soft<B> {
    fn round(&mut self, fresh: Vec<Segment>, _: f64) -> Result<(Metrics, u64)> {
        let steps = count(&fresh);
        Ok((self.learner.learn(&fresh)?, steps))
    }

    alone!(Sac, "sac");
}

struct Relative<B: AutodiffBackend> {
    learner: Grpo<B>,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Relative<B> {
    fn round(&mut self, fresh: Vec<Segment>, progress: f64) -> Result<(Metrics, u64)> {
        let steps = count(&fresh);
        Ok((self.learner.update(&fresh, progress)?, steps))
    }

    alone!(Grpo, "grpo");
}

/// PPO, by its own rewards or a discriminator's.
struct Proximal<B: AutodiffBackend> {
    learner: Ppo<B>,
    rewarder: Option<Adversarial>,
    data: Vec<Segment>,
    device: BurnDevice<B>,
}

impl<B: AutodiffBackend> Learner for Proximal<B> {
    fn round(&mut self, mut fresh: Vec<Segment>, progress: f64) -> Result<(Metrics, u64)> {
        let steps = count(&fresh);
        let mut metrics = Metrics::new();
        if let Some(rewarder) = &mut self.rewarder {
            rewarder.policy(&self.learner.head()?);
            metrics.merge(rewarder.before_update(&mut fresh)?);
        }
        metrics.merge(self.learner.update(&fresh, progress)?);
        if let Some(rewarder) = &mut self.rewarder {
            rewarder.policy(&self.learner.head()?);
            metrics.merge(rewarder.after_update(&fresh)?);
        }
        Ok((metrics, steps))
    }

    fn head(&self) -> Result<Head> {
        self.learner.head()
    }

    fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>> {
        let mut parts = vec![("ppo", self.learner.checkpoint()?)];
        if let Some(rewarder) = &self.rewarder {
            parts.push(("discriminator", rewarder.checkpoint()?));
        }
        Ok(parts)
    }

    fn resume(&mut self, part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>) -> Result<()> {
        self.learner = Ppo::resume(&part("ppo")?, self.device.clone())?;
        if self.rewarder.is_some() {
            self.rewarder = Some(Adversarial::resume::<B>(
                &part("discriminator")?,
                &self.data,
                self.device.clone(),
            )?);
        }
        Ok(())
    }
}

fn count(segments: &[Segment]) -> u64 {
    segments.iter().map(|s| s.len() as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algo::disc::DiscConfig;
    use crate::algo::drail::DrailConfig;
    use crate::algo::gail::GailConfig;
    use crate::env::{ActionSpace, Mask};

    fn shape() -> Shape {
        Shape {
            observation: 2,
            state: 0,
            actions: ActionSpace::Discrete(3),
        }
    }

    fn segment(len: usize, index: u64) -> Segment {
        let mut dice = stream(5, Use::Noise, index);
        let mut segment = Segment {
            log_probs: vec![-(3.0_f32.ln()); len],
            ..Segment::default()
        };
        for _ in 0..len {
            segment.observations.extend([dice.normal(), dice.normal()]);
            segment.masks.push(Mask(0b111));
            segment.actions.push(dice.below(3) as u32);
            segment.rewards.push(dice.normal());
            segment.terminated.push(false);
            segment.truncated.push(false);
        }
        segment.next_observation = vec![0.0; 2];
        segment
    }

    fn methods() -> Vec<Method> {
        let adversarial = |disc| Method::Ppo {
            config: PpoConfig::default(),
            adversarial: Some(Box::new(AdversarialConfig {
                disc,
                demo_batch_size: 96,
                allow_variable_horizon: true,
                ..AdversarialConfig::default()
            })),
        };
        vec![
            Method::Bc {
                config: BcConfig::default(),
                adapter: None,
            },
            Method::Sac(SacConfig {
                learning_starts: 64,
                ..SacConfig::small()
            }),
            Method::Grpo(GrpoConfig::heads()),
            Method::Ppo {
                config: PpoConfig::default(),
                adversarial: None,
            },
            adversarial(DiscConfig::Gail(GailConfig {
                demo_minibatch_size: 32,
                ..GailConfig::default()
            })),
            adversarial(DiscConfig::Drail(DrailConfig {
                num_units: 32,
                demo_minibatch_size: 32,
                ..DrailConfig::default()
            })),
        ]
    }

    /// The checksum of what a learner knows after a few rounds.
    fn learned(method: &Method) -> Vec<Vec<u32>> {
        let mut learner = make(
            method.clone(),
            &shape(),
            1,
            vec![segment(256, 1)],
            None,
            &Device::Cpu,
        )
        .unwrap();
        for round in 0..3 {
            learner
                .round(
                    (0..4).map(|i| segment(64, 10 + 4 * round + i)).collect(),
                    0.1,
                )
                .unwrap();
        }
        let (weights, _, _) = learner.head().unwrap().parts();
        let mut all: Vec<Weights> = vec![weights];
        for (_, checkpoint) in learner.checkpoint().unwrap() {
            all.extend(
                ["model", "optimizer"]
                    .iter()
                    .filter_map(|name| checkpoint.weights(name).ok().cloned()),
            );
        }
        all.iter()
            .flat_map(|w| &w.0)
            .map(|w| w.values.iter().map(|v| v.to_bits()).collect())
            .collect()
    }

    #[test]
    fn learners_side_by_side_do_not_disturb_one_another() {
        for method in methods() {
            let alone = learned(&method);
            std::thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| {
                        for _ in 0..3 {
                            assert!(learned(&method) == alone, "{method:?}");
                        }
                    });
                }
            });
        }
    }

    #[test]
    fn heads_to_begin_with_are_used_or_refused() {
        let bc = Method::Bc {
            config: BcConfig::default(),
            adapter: None,
        };
        let (weights, activation, _) =
            make(bc, &shape(), 3, vec![segment(64, 1)], None, &Device::Cpu)
                .unwrap()
                .head()
                .unwrap()
                .parts();
        let start = Start {
            weights,
            activation,
        };
        let ppo = Method::Ppo {
            config: PpoConfig::default(),
            adversarial: None,
        };
        let begun = make(ppo, &shape(), 4, Vec::new(), Some(&start), &Device::Cpu)
            .unwrap()
            .head()
            .unwrap();
        assert_eq!(
            begun
                .parts()
                .0
                .0
                .iter()
                .map(|w| &w.values)
                .collect::<Vec<_>>(),
            {
                start
                    .weights
                    .0
                    .iter()
                    .map(|w| &w.values)
                    .collect::<Vec<_>>()
            }
        );
        let cql = make(
            Method::Cql(CqlConfig::default()),
            &shape(),
            1,
            vec![segment(64, 1)],
            Some(&start),
            &Device::Cpu,
        );
        assert!(cql.err().unwrap().to_string().contains("cql learns values"));
    }
}
