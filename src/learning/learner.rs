//! The learners of the package `training` under one face, on whichever device.

use super::{
    LearnError, Result,
    plan::{Algorithm, Plan},
};
use crate::conduct::heads::shape;
use training::{
    algo::{
        adversarial::Adversarial, bc::Bc, cql::Cql, grpo::Grpo, iql::Iql, offline::Dataset as Offline,
        on_policy::Rewarder as _, ppo::Ppo, sac::Sac,
    },
    backend::{AutodiffBackend, CpuGrad, Device as BurnDevice, cpu},
    batch::Batch,
    checkpoint::Checkpoint,
    head::Head,
    metrics::Metrics,
    nets::{
        init::Init,
        lora::LoraConfig,
        mlp::{Activation, Mlp, MlpShape},
        params::Weights,
        policy::Policy,
    },
    rollout::Segment,
    seed::{Use, stream},
};

/// Where tensors are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Device {
    /// On the CPU: the same bits every time.
    #[default]
    Cpu,
    /// On a GPU device that is there already, by the number under which it was shared.
    #[cfg(feature = "gpu")]
    Gpu(training::backend::GpuDevice),
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
    /// Learns from fresh segments (online), or once more from its dataset (offline). `progress` is the share of the whole training that is done.
    /// Gives also the number of decisions that were learned from.
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

/// Makes the learner of a plan.
///
/// # Errors
/// When settings, data or the head to begin with cannot be.
pub fn make(
    plan: &Plan,
    seed: u64,
    data: Vec<Segment>,
    start: Option<&Start>,
    device: &Device,
) -> Result<Box<dyn Learner>> {
    match device {
        Device::Cpu => build::<CpuGrad>(plan, seed, data, start, cpu()),
        #[cfg(feature = "gpu")]
        Device::Gpu(device) => build::<training::backend::GpuGrad>(plan, seed, data, start, device.clone()),
    }
}

fn build<B: AutodiffBackend>(
    plan: &Plan,
    seed: u64,
    data: Vec<Segment>,
    start: Option<&Start>,
    device: BurnDevice<B>,
) -> Result<Box<dyn Learner>> {
    let policy = start.map(|start| policy::<B>(start, &device)).transpose()?;
    Ok(match plan.algorithm {
        Algorithm::Bc => {
            let config = plan.bc()?;
            let learner = match policy {
                Some(mut policy) => {
                    if plan.lora_rank > 0 {
                        let config = LoraConfig { rank: plan.lora_rank, ..LoraConfig::default() };
                        policy = policy.adapted(&mut stream(seed, Use::Init, 1), config, &device)?;
                    }
                    Bc::from_policy(config, shape(), policy, seed, device.clone())?
                }
                None => Bc::<B>::new(config, shape(), seed, device.clone())?,
            };
            Box::new(Cloning { learner, data: Batch::of(&data, &shape())?, device })
        }
        Algorithm::Iql => {
            let mut learner = Iql::<B>::new(plan.iql()?, shape(), seed, device.clone())?;
            if let Some(policy) = policy {
                learner.set_actor(policy);
            }
            Box::new(Implicit { learner, data: Offline::new(&data, &shape())?, device })
        }
        Algorithm::Cql => {
            refuse_start(policy.is_some(), "cql")?;
            let learner = Cql::<B>::new(plan.cql()?, shape(), seed, device.clone())?;
            Box::new(Conservative { learner, data: Offline::new(&data, &shape())?, device })
        }
        Algorithm::Sac => {
            refuse_start(policy.is_some(), "sac")?;
            Box::new(Soft { learner: Sac::<B>::new(plan.sac()?, shape(), seed, device.clone())?, device })
        }
        Algorithm::Grpo => {
            let config = plan.grpo()?;
            let learner = match policy {
                Some(policy) => Grpo::from_policy(config, shape(), policy, device.clone())?,
                None => Grpo::<B>::new(config, shape(), seed, device.clone())?,
            };
            Box::new(Relative { learner, device })
        }
        _ => {
            let mut learner = Ppo::<B>::new(plan.ppo()?, shape(), seed, device.clone())?;
            if let Some(policy) = policy {
                learner.set_actor(policy);
            }
            let rewarder = if plan.algorithm.adversarial() {
                Some(Adversarial::new::<B>(plan.adversarial()?, shape(), &data, seed, device.clone())?)
            } else {
                None
            };
            Box::new(Proximal { learner, rewarder, data, device })
        }
    })
}

fn refuse_start(given: bool, algorithm: &str) -> Result<()> {
    if given {
        return Err(LearnError::setting("start", "a head", format!("none: {algorithm} learns values, not a policy")));
    }
    Ok(())
}

/// A policy with the weights of a head.
fn policy<B: AutodiffBackend>(start: &Start, device: &BurnDevice<B>) -> Result<Policy<B>> {
    let widths: Vec<usize> = (0..)
        .map_while(|i| start.weights.get(&format!("layers.{i}.weight")))
        .filter_map(|layer| layer.shape.get(1).copied())
        .collect();
    let hidden = &widths[..widths.len().saturating_sub(1)];
    let shape = shape();
    let net = MlpShape::new(shape.observation, hidden, shape.actions.width(), start.activation);
    let blank = Mlp::new(&mut stream(0, Use::Init, 0), &net, Init::Zero, Init::Zero, device);
    Ok(Policy { base: start.weights.into_module(blank, device)?, adapter: None, log_std: None })
}

/// What a learner that samples from a dataset does in a round.
const OFFLINE_STEPS: u64 = 1000;

/// Head, checkpoint and resumption of a learner that is all there is to keep.
macro_rules! alone {
    ($learner:ident, $part:literal) => {
        fn head(&self) -> Result<Head> {
            Ok(self.learner.head()?)
        }

        fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>> {
            Ok(vec![($part, self.learner.checkpoint()?)])
        }

        fn resume(&mut self, part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>) -> Result<()> {
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
        Ok((self.learner.advance(&rows, OFFLINE_STEPS)?, OFFLINE_STEPS * batch))
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
        Ok((self.learner.advance(&rows, OFFLINE_STEPS)?, OFFLINE_STEPS * batch))
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
        Ok(self.learner.head()?)
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
            self.rewarder = Some(Adversarial::resume::<B>(&part("discriminator")?, &self.data, self.device.clone())?);
        }
        Ok(())
    }
}

fn count(segments: &[Segment]) -> u64 {
    segments.iter().map(|s| s.len() as u64).sum()
}
