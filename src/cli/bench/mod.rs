//! `collegium bench`: measurements of parts that anybody can repeat.

mod campus;
mod growth;
mod retrieval;
mod training;

use super::{Failure, args};
use std::process::ExitCode;

/// Runs the measurement that was asked for.
///
/// # Errors
/// When a value is out of range, a part cannot be had, or standard output cannot be written.
pub fn bench(options: &args::Bench) -> Result<ExitCode, Failure> {
    match &options.what {
        args::Measurement::Retrieval(options) => retrieval::bench(options),
        args::Measurement::Campus(options) => campus::bench(options),
        args::Measurement::Training(options) => training::bench(options),
        args::Measurement::Growth(options) => growth::bench(options),
    }
}

/// The middle of what was measured.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
