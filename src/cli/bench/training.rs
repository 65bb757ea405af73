//! `collegium bench training`: gradient steps by width and batch, on the CPU and on a GPU, and
//! which is the better from where on.

use super::super::{
    Failure, args,
    out::{json, out},
};
use collegium_learning::heads::head_shape;
use serde::Serialize;
use std::{io::Write as _, process::ExitCode, time::Duration};
use training::{
    backend::{CpuGrad, cpu},
    speed::{Load, step_seconds},
};

/// Widths of two hidden layers.
const WIDTHS: [usize; 4] = [32, 64, 256, 1024];

/// Rows in a step.
const BATCHES: [usize; 4] = [32, 256, 1024, 4096];

/// What was found for a network and a batch.
#[derive(Debug, Serialize)]
struct Found {
    width: usize,
    batch: usize,
    /// Gradient steps a second.
    cpu: f64,
    /// The same on the GPU, where there is one.
    gpu: Option<f64>,
}

/// Measures every width with every batch.
///
/// # Errors
/// When standard output cannot be written.
pub fn bench(options: &args::BenchTraining) -> Result<ExitCode, Failure> {
    let budget = Duration::from_millis(options.milliseconds);
    let gpu = open(options)?;
    let mut out = out();
    let mut all = Vec::new();
    if !options.json {
        writeln!(
            out,
            "GPU: {}",
            gpu.as_ref().map_or("none", |gpu| gpu.name())
        )?;
        writeln!(
            out,
            "two layers of   rows   steps/s on the CPU   on the GPU   better"
        )?;
    }
    for width in WIDTHS {
        for batch in BATCHES {
            let shape = head_shape();
            let actions = shape.actions.width();
            let load = Load {
                observation: shape.observation,
                actions,
                hidden: vec![width; 2],
                batch,
            };
            let own = 1.0 / step_seconds::<CpuGrad>(&load, budget, &cpu())?;
            let theirs = gpu
                .as_ref()
                .map(|gpu| gpu.steps(&load, budget))
                .transpose()?;
            if !options.json {
                let better = if theirs.is_some_and(|theirs| theirs > own) {
                    "GPU"
                } else {
                    "CPU"
                };
                let theirs = theirs.map_or_else(|| "–".to_owned(), |theirs| format!("{theirs:.0}"));
                writeln!(
                    out,
                    "{width:>13} {batch:>6} {own:>20.0} {theirs:>12}   {better}"
                )?;
            }
            all.push(Found {
                width,
                batch,
                cpu: own,
                gpu: theirs,
            });
        }
    }
    if options.json {
        let name = gpu.as_ref().map(|gpu| gpu.name().to_owned());
        let told = serde_json::json!({ "gpu": name, "steps_per_second": all });
        writeln!(out, "{}", json(&told)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A GPU to measure on.
#[cfg(feature = "gpu")]
struct Gpu(training::backend::Opened);

#[cfg(feature = "gpu")]
impl Gpu {
    fn name(&self) -> &str {
        &self.0.name
    }

    fn steps(&self, load: &Load, budget: Duration) -> Result<f64, Failure> {
        Ok(1.0 / step_seconds::<training::backend::GpuGrad>(load, budget, &self.0.device)?)
    }
}

/// Opens the GPU that was asked for.
#[cfg(feature = "gpu")]
fn open(options: &args::BenchTraining) -> Result<Option<Gpu>, Failure> {
    if options.cpu_only {
        return Ok(None);
    }
    Ok(training::backend::open(false).ok().map(Gpu))
}

/// There is none in this build.
#[cfg(not(feature = "gpu"))]
enum Gpu {}

#[cfg(not(feature = "gpu"))]
impl Gpu {
    fn name(&self) -> &str {
        match *self {}
    }

    fn steps(&self, _: &Load, _: Duration) -> Result<f64, Failure> {
        match *self {}
    }
}

#[cfg(not(feature = "gpu"))]
#[expect(clippy::unnecessary_wraps, reason = "as with a GPU")]
const fn open(_: &args::BenchTraining) -> Result<Option<Gpu>, Failure> {
    Ok(None)
}
