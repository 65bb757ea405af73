//! `collegium bench training`: gradient steps by width and batch, on the CPU and on a GPU, and
//! which is the better from where on.

use super::{
    super::{
        Failure,
        out::{json, out},
    },
    args::TrainingArgs,
};
use collegium_learning::heads::head_shape;
use serde::Serialize;
use std::{io::Write as _, process::ExitCode, time::Duration};
use training::{
    learner::{Device, Load},
    speed::step_seconds,
};

/// Widths of two hidden layers, in units.
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
pub fn bench(options: &TrainingArgs) -> Result<ExitCode, Failure> {
    let budget = Duration::from_millis(options.milliseconds);
    let (gpu, name) = gpu(options).unzip();
    let mut out = out();
    let mut all = Vec::new();
    if !options.json {
        writeln!(out, "GPU: {}", name.as_deref().unwrap_or("none"))?;
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
            let steps = |device: &Device| -> Result<f64, Failure> {
                Ok(1.0 / step_seconds(&load, budget, device)?)
            };
            let own = steps(&Device::Cpu)?;
            let theirs = gpu.as_ref().map(steps).transpose()?;
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
        let told = serde_json::json!({ "gpu": name, "steps_per_second": all });
        writeln!(out, "{}", json(&told)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The GPU that was asked for, and what it calls itself.
#[cfg(feature = "gpu")]
fn gpu(options: &TrainingArgs) -> Option<(Device, String)> {
    if options.cpu_only {
        return None;
    }
    let opened = training::backend::open(false).ok()?;
    Some((Device::Gpu(opened.device), opened.name))
}

/// There is none in this build.
#[cfg(not(feature = "gpu"))]
const fn gpu(_: &TrainingArgs) -> Option<(Device, String)> {
    None
}
