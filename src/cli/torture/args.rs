//! Arguments of `collegium torture`.

use super::PARTS;
use crate::cli::values::{minutes, seed};
use clap::{
    Args as ClapArgs,
    builder::{PossibleValue, PossibleValuesParser},
};
use std::path::PathBuf;

/// Options of `torture`.
#[derive(ClapArgs, Debug)]
pub struct TortureArgs {
    /// What is done; everything but the year where nothing is named
    #[arg(
        value_name = "PART",
        value_parser = PossibleValuesParser::new(
            PARTS.iter().map(|p| PossibleValue::new(p.name).help(p.about))
        )
    )]
    pub parts: Vec<String>,
    /// How long it takes, shared among the parts; each does at least one round. The year takes as
    /// long as it takes
    #[arg(long, default_value_t = 10.0, value_name = "N", value_parser = minutes)]
    pub minutes: f64,
    /// What is done when is drawn from it
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = seed)]
    pub seed: u64,
    /// Where all of it is written, in a folder of its own; it is kept where something failed
    /// [default: the system's folder for such things]
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
