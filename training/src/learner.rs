//! All learners under one face, on whichever device: what they learn from comes round by round from
//! whoever collects it. How each algorithm makes its own stands in its file ([`Recipe`]).

use crate::backend::{AutodiffBackend, BurnDevice, CpuGrad, cpu};
use crate::checkpoint::Checkpoint;
use crate::error::{Error, Result};
use crate::head::Head;
use crate::metrics::Metrics;
use crate::nets::init::Init;
use crate::nets::mlp::{Activation, Mlp, MlpShape};
use crate::nets::params::Weights;
use crate::policy::Policy;
use crate::rollout::{Segment, Shape};
use crate::seed::{Use, stream};
use std::fmt::Debug;

/// A network and a batch, as large as those of a gradient step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Load {
    /// How many numbers an observation has.
    pub observation: usize,
    /// How many actions there are to choose from.
    pub actions: usize,
    /// Widths of hidden layers.
    pub hidden: Vec<usize>,
    /// Rows in a gradient step.
    pub batch: usize,
}

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

/// The weights of a head that training begins with.
pub struct Start {
    /// What its layers begin with, by name.
    pub weights: Weights,
    /// What stands between its layers.
    pub activation: Activation,
}

/// A learner, whatever it is.
pub trait Learner: Send {
    /// Learns from fresh segments (online), or once more from its dataset (offline). `progress` is
    /// the share of the whole training that is done, 0 to 1. Gives also the number of decisions
    /// that were learned from.
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

/// How an algorithm makes its learner; the settings of most are theirs.
pub trait Recipe: Debug + Send + Sync {
    /// Widths of hidden layers, and rows of a gradient step when `rows` decisions are collected for
    /// an update.
    fn step(&self, rows: usize) -> (&[usize], usize);

    /// How many rollouts from the same state it compares; nothing where it compares none.
    fn group_size(&self) -> Option<usize> {
        None
    }

    /// A learner by this method, with fresh weights or those of a head to begin with.
    ///
    /// # Errors
    /// When settings, data or the head to begin with cannot be.
    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>>;
}

/// What a learner is made of, on its device.
pub struct LearnerInputs<B: AutodiffBackend> {
    /// Numbers in an observation and in a central critic's state, and the actions.
    pub shape: Shape,
    /// The seed of weights and batches.
    pub seed: u64,
    /// What is learned from, or demonstrations; nothing for those who need neither.
    pub data: Vec<Segment>,
    /// The policy of the head to begin with.
    pub policy: Option<Policy<B>>,
    /// Where tensors are.
    pub device: BurnDevice<B>,
    /// The same, whatever backend it is of.
    pub place: Device,
}

impl<B: AutodiffBackend> LearnerInputs<B> {
    /// Refuses a head to begin with, for those who learn values and no policy.
    pub(crate) fn refuse_start(&self, algorithm: &str) -> Result<()> {
        if self.policy.is_some() {
            return Err(Error::config(
                "start",
                "a head",
                format!("none: {algorithm} learns values, not a policy"),
            ));
        }
        Ok(())
    }
}

/// How is learned, with all settings: a [`Recipe`] of which the algorithm is forgotten.
pub trait Method: Debug + Send + Sync {
    /// What a gradient step of it is made of, when `rows` decisions are collected for an update;
    /// for choosing a device.
    fn load(&self, shape: &Shape, rows: usize) -> Load;

    /// As [`Recipe::group_size`].
    fn group_size(&self) -> Option<usize>;

    /// Makes a learner of heads of a shape. `data` is what is learned from, or demonstrations;
    /// nothing for those who need neither.
    ///
    /// # Errors
    /// When settings, data or the head to begin with cannot be.
    fn make(
        &self,
        shape: &Shape,
        seed: u64,
        data: Vec<Segment>,
        start: Option<&Start>,
        device: &Device,
    ) -> Result<Box<dyn Learner>>;
}

impl<R: Recipe> Method for R {
    fn load(&self, shape: &Shape, rows: usize) -> Load {
        let (hidden, batch) = self.step(rows);
        Load {
            observation: shape.observation,
            actions: shape.actions.width(),
            hidden: hidden.to_vec(),
            batch: batch.max(1),
        }
    }

    fn group_size(&self) -> Option<usize> {
        Recipe::group_size(self)
    }

    fn make(
        &self,
        shape: &Shape,
        seed: u64,
        data: Vec<Segment>,
        start: Option<&Start>,
        device: &Device,
    ) -> Result<Box<dyn Learner>> {
        match device {
            Device::Cpu => build::<CpuGrad, R>(self, shape, seed, data, start, (cpu(), device)),
            #[cfg(feature = "gpu")]
            Device::Gpu(own) => {
                let both = (own.clone(), device);
                build::<crate::backend::GpuGrad, R>(self, shape, seed, data, start, both)
            }
        }
    }
}

fn build<B: AutodiffBackend, R: Recipe>(
    recipe: &R,
    shape: &Shape,
    seed: u64,
    data: Vec<Segment>,
    start: Option<&Start>,
    (device, place): (BurnDevice<B>, &Device),
) -> Result<Box<dyn Learner>> {
    let policy = start
        .map(|start| policy::<B>(start, shape, &device))
        .transpose()?;
    recipe.learner(LearnerInputs {
        shape: shape.clone(),
        seed,
        data,
        policy,
        device,
        place: place.clone(),
    })
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

/// A learner that is all there is to keep, with what it learns from beside fresh segments.
pub(crate) struct Single<B: AutodiffBackend, L, D> {
    /// The name under which its checkpoint is kept.
    pub part: &'static str,
    /// What is trained and kept.
    pub learner: L,
    /// What it learns from in every round.
    pub data: D,
    /// Where its tensors are.
    pub device: BurnDevice<B>,
    /// [`Learner::round`].
    pub round: fn(&mut L, &D, &[Segment], f64) -> Result<(Metrics, u64)>,
    /// [`Learner::head`].
    pub head: fn(&L) -> Result<Head>,
    /// [`Learner::checkpoint`], of one part.
    pub checkpoint: fn(&L) -> Result<Checkpoint>,
    /// Makes a learner of a checkpoint.
    pub resume: fn(&Checkpoint, BurnDevice<B>) -> Result<L>,
}

impl<B: AutodiffBackend, L: Send, D: Send> Learner for Single<B, L, D> {
    fn round(&mut self, fresh: Vec<Segment>, progress: f64) -> Result<(Metrics, u64)> {
        (self.round)(&mut self.learner, &self.data, &fresh, progress)
    }

    fn head(&self) -> Result<Head> {
        (self.head)(&self.learner)
    }

    fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>> {
        Ok(vec![(self.part, (self.checkpoint)(&self.learner)?)])
    }

    fn resume(&mut self, part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>) -> Result<()> {
        self.learner = (self.resume)(&part(self.part)?, self.device.clone())?;
        Ok(())
    }
}

/// How many decisions segments have in all.
pub(crate) fn count(segments: &[Segment]) -> u64 {
    segments.iter().map(|s| s.len() as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algorithm::Algorithm;
    use crate::descriptor::Hyperparameters;
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

    fn method(word: &str, settings: &str) -> Box<dyn Method> {
        let settings: toml::Table = settings.parse().unwrap();
        let given = Hyperparameters {
            rounds: 1,
            lora_rank: 0,
            settings: &settings,
        };
        (Algorithm::of(word).unwrap().method)(&given).unwrap()
    }

    fn methods() -> Vec<Box<dyn Method>> {
        let adversarial = |word, disc: &str| {
            let both = format!("[adversarial]\ndemo_batch_size = 96\n[adversarial.disc]\n{disc}");
            method(word, &both)
        };
        vec![
            method("bc", ""),
            method("sac", "learning_starts = 64"),
            method("grpo", ""),
            method("ppo", ""),
            adversarial("gail", "kind = 'gail'\ndemo_minibatch_size = 32"),
            adversarial(
                "drail",
                "kind = 'drail'\nnum_units = 32\ndemo_minibatch_size = 32",
            ),
        ]
    }

    /// The checksum of what a learner knows after a few rounds.
    fn learned(method: &dyn Method) -> Vec<Vec<u32>> {
        let mut learner = method
            .make(&shape(), 1, vec![segment(256, 1)], None, &Device::Cpu)
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
            let method = method.as_ref();
            let alone = learned(method);
            std::thread::scope(|scope| {
                for _ in 0..8 {
                    scope.spawn(|| {
                        for _ in 0..3 {
                            assert!(learned(method) == alone, "{method:?}");
                        }
                    });
                }
            });
        }
    }

    #[test]
    fn heads_to_begin_with_are_used_or_refused() {
        let (weights, activation, _) = method("bc", "")
            .make(&shape(), 3, vec![segment(64, 1)], None, &Device::Cpu)
            .unwrap()
            .head()
            .unwrap()
            .parts();
        let start = Start {
            weights,
            activation,
        };
        let begun = method("ppo", "")
            .make(&shape(), 4, Vec::new(), Some(&start), &Device::Cpu)
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
        let cql = method("cql", "").make(
            &shape(),
            1,
            vec![segment(64, 1)],
            Some(&start),
            &Device::Cpu,
        );
        assert!(cql.err().unwrap().to_string().contains("cql learns values"));
    }
}
