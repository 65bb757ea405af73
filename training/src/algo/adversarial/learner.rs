//! Adversarial imitation as a learner of a training: a discriminator's rewards and PPO.

use super::{Adversarial, AdversarialConfig, Order, RewardScale};
use crate::algo::disc::DiscConfig;
use crate::algo::on_policy::Rewarder as _;
use crate::algo::ppo::{Ppo, PpoConfig, usual};
use crate::backend::{AutodiffBackend, BurnDevice};
use crate::checkpoint::Checkpoint;
use crate::descriptor::Hyperparameters;
use crate::error::Result;
use crate::head::Head;
use crate::learner::{Device, Learner, LearnerInputs, Method, Recipe, count};
use crate::metrics::Metrics;
use crate::rollout::Segment;

/// The method of a discriminator and an order, with the usual settings for heads of campuses and
/// what is given in their place.
///
/// # Errors
/// Where a setting is not known.
pub(crate) fn method(
    given: &Hyperparameters<'_>,
    order: Order,
    disc: DiscConfig,
) -> Result<Box<dyn Method>> {
    let adversarial = given.adversarial(AdversarialConfig {
        order,
        disc,
        demo_batch_size: 256,
        disc_epochs: 2,
        reward_scale: RewardScale::Returns,
        // A campus' day ends for everybody alike, so that its length tells nothing; only the number
        // of decisions differs.
        allow_variable_horizon: true,
        ..AdversarialConfig::default()
    })?;
    Ok(Box::new(Imitation {
        ppo: usual(given)?,
        adversarial,
    }))
}

#[derive(Debug)]
struct Imitation {
    ppo: PpoConfig,
    adversarial: AdversarialConfig,
}

impl Recipe for Imitation {
    fn step(&self, rows: usize) -> (&[usize], usize) {
        Recipe::step(&self.ppo, rows)
    }

    fn learner<B: AutodiffBackend>(&self, making: LearnerInputs<B>) -> Result<Box<dyn Learner>> {
        let LearnerInputs {
            shape,
            seed,
            data,
            policy,
            device,
            place,
        } = making;
        let config = self.adversarial.clone();
        Ok(Box::new(Imitating {
            rewarder: Adversarial::new(config, shape.clone(), &data, seed, &place)?,
            policy: Ppo::<B>::begun(self.ppo.clone(), shape, seed, policy, device.clone())?,
            data,
            device,
            place,
        }))
    }
}

struct Imitating<B: AutodiffBackend> {
    policy: Ppo<B>,
    rewarder: Adversarial,
    data: Vec<Segment>,
    device: BurnDevice<B>,
    place: Device,
}

impl<B: AutodiffBackend> Learner for Imitating<B> {
    fn round(&mut self, mut fresh: Vec<Segment>, progress: f64) -> Result<(Metrics, u64)> {
        let steps = count(&fresh);
        let mut metrics = Metrics::new();
        self.rewarder.policy(&self.policy.head()?);
        metrics.merge(self.rewarder.before_update(&mut fresh)?);
        metrics.merge(self.policy.update(&fresh, progress)?);
        self.rewarder.policy(&self.policy.head()?);
        metrics.merge(self.rewarder.after_update(&fresh)?);
        Ok((metrics, steps))
    }

    fn head(&self) -> Result<Head> {
        self.policy.head()
    }

    fn checkpoint(&self) -> Result<Vec<(&'static str, Checkpoint)>> {
        Ok(vec![
            ("ppo", self.policy.checkpoint()?),
            ("discriminator", self.rewarder.checkpoint()?),
        ])
    }

    fn resume(&mut self, part: &mut dyn FnMut(&'static str) -> Result<Checkpoint>) -> Result<()> {
        self.policy = Ppo::resume(&part("ppo")?, self.device.clone())?;
        let discriminator = part("discriminator")?;
        self.rewarder = Adversarial::resume(&discriminator, &self.data, &self.place)?;
        Ok(())
    }
}
