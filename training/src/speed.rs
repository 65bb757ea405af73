//! How fast gradient steps are, by width of network and batch, and which device is the better for a
//! training.
//!
//! On small networks a graphics device loses to the CPU, for every operation has to be handed over;
//! from which width and batch on it wins is measured on the spot, with the very steps that
//! behaviour cloning takes.

use crate::algo::bc::{Bc, BcConfig};
use crate::backend::{AutodiffBackend, BurnDevice, CpuGrad, cpu};
use crate::batch::Batch;
use crate::env::{ActionSpace, Mask};
use crate::error::Result;
use crate::learner::{Device, Load};
use crate::rollout::{Segment, Shape};
use crate::seed::{Use, stream};
use std::time::{Duration, Instant};

/// Steps before the clock runs: kernels are compiled and memory is had.
const WARM_UP: usize = 2;

/// The least steps that are timed.
const LEAST: usize = 3;

/// The median time of a gradient step of behaviour cloning (gathering, forward, backward, Adam), in
/// seconds, from steps that fill `budget`.
///
/// # Errors
/// When the load has no rows or layers that cannot be.
pub fn step_seconds(load: &Load, budget: Duration, device: &Device) -> Result<f64> {
    match device {
        Device::Cpu => timed::<CpuGrad>(load, budget, &cpu()),
        #[cfg(feature = "gpu")]
        Device::Gpu(device) => timed::<crate::backend::GpuGrad>(load, budget, device),
    }
}

#[expect(clippy::disallowed_methods, reason = "what is measured is time")]
fn timed<B: AutodiffBackend>(load: &Load, budget: Duration, device: &BurnDevice<B>) -> Result<f64> {
    let (mut learner, data) = learner::<B>(load, device)?;
    for _ in 0..WARM_UP {
        learner.epoch(&data)?;
    }
    let (began, mut times) = (Instant::now(), Vec::new());
    while times.len() < LEAST || began.elapsed() < budget {
        let step = Instant::now();
        // The metrics that come back are read from the device: the step is over.
        learner.epoch(&data)?;
        times.push(step.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

/// A learner whose epoch is one step, and what it learns from.
fn learner<B: AutodiffBackend>(load: &Load, device: &BurnDevice<B>) -> Result<(Bc<B>, Batch)> {
    let shape = Shape {
        observation: load.observation,
        state: 0,
        actions: ActionSpace::Discrete(load.actions),
    };
    let mut dice = stream(1, Use::Noise, 0);
    let mut segment = Segment {
        rewards: vec![0.0; load.batch],
        ..Segment::default()
    };
    for _ in 0..load.batch {
        segment
            .observations
            .extend((0..load.observation).map(|_| dice.normal()));
        segment.masks.push(Mask(
            u64::MAX >> 64_usize.saturating_sub(load.actions).min(63),
        ));
        segment.actions.push(dice.below(load.actions.max(1)) as u32);
        segment.terminated.push(false);
        segment.truncated.push(false);
    }
    segment.next_observation = vec![0.0; load.observation];
    let config = BcConfig {
        batch_size: load.batch,
        hidden: load.hidden.clone(),
        ..BcConfig::default()
    };
    Ok((
        Bc::new(config, shape.clone(), 1, device.clone())?,
        Batch::of(&[segment], &shape)?,
    ))
}

/// Which device was chosen for a load, and why.
#[cfg(feature = "gpu")]
#[derive(Clone, Debug)]
pub struct DeviceChoice {
    /// The faster of the two for this load.
    pub device: Device,
    /// Seconds of a gradient step on the CPU.
    pub cpu: f64,
    /// The same on the graphics device.
    pub gpu: f64,
    /// The first check of the parity gate that the graphics device failed; it is tried only where
    /// it is the quicker.
    pub failed: Option<String>,
}

/// Measures both devices on a load, and takes the graphics device where it is the quicker and
/// computes as the CPU does.
///
/// # Errors
/// When the load cannot be.
#[cfg(feature = "gpu")]
pub fn choose(gpu: &crate::backend::GpuDevice, load: &Load) -> Result<DeviceChoice> {
    let gpu = Device::Gpu(gpu.clone());
    let budget = Duration::from_millis(200);
    let own = step_seconds(load, budget, &Device::Cpu)?;
    let theirs = step_seconds(load, budget, &gpu)?;
    let mut choice = DeviceChoice {
        device: Device::Cpu,
        cpu: own,
        gpu: theirs,
        failed: None,
    };
    if theirs < own {
        let checks = crate::parity::gate(&gpu);
        choice.failed = checks
            .into_iter()
            .find(|check| !check.passed)
            .map(|check| check.name);
        if choice.failed.is_none() {
            choice.device = gpu;
        }
    }
    Ok(choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(width: usize, batch: usize) -> Load {
        Load {
            observation: 8,
            actions: 4,
            hidden: vec![width],
            batch,
        }
    }

    #[test]
    fn more_work_takes_longer() {
        let time = |load| step_seconds(&load, Duration::from_millis(30), &Device::Cpu).unwrap();
        let (small, large) = (time(load(8, 16)), time(load(512, 2048)));
        assert!(small > 0.0 && large > 4.0 * small, "{small} {large}");
    }

    #[test]
    fn nothing_cannot_be_timed() {
        assert!(step_seconds(&load(8, 0), Duration::ZERO, &Device::Cpu).is_err());
    }

    #[cfg(feature = "gpu")]
    #[test]
    fn the_quicker_device_is_taken() {
        let gpu = crate::backend::open(true).unwrap();
        let choice = choose(&gpu.device, &load(16, 32)).unwrap();
        let taken = choice.device != Device::Cpu;
        assert_eq!(
            taken,
            choice.gpu < choice.cpu && choice.failed.is_none(),
            "{choice:?}"
        );
    }
}
