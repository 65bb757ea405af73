//! `collegium bench`: measurements of parts that anybody can repeat.

mod args;
mod campus;
#[cfg(feature = "desktop")]
mod frames;
mod growth;
mod recall;
mod retrieval;
mod training;

pub use args::BenchArgs;

use super::Failure;
use args::Measurement;
use std::process::ExitCode;

/// Runs the measurement that was asked for.
///
/// # Errors
/// When a value is out of range, a part cannot be had, or standard output cannot be written.
pub fn bench(options: &BenchArgs) -> Result<ExitCode, Failure> {
    match &options.what {
        Measurement::Retrieval(options) => retrieval::bench(options),
        Measurement::Recall(options) => recall::bench(options),
        Measurement::Campus(options) => campus::bench(options),
        Measurement::Training(options) => training::bench(options),
        Measurement::Growth(options) => growth::bench(options),
        #[cfg(feature = "desktop")]
        Measurement::Frames(options) => frames::bench(options),
    }
}

/// The middle of what was measured, the upper of the two middle ones where there are two; not a
/// number where nothing was.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
