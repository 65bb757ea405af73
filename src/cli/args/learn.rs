//! Arguments of what learns: demonstrations, training, evaluation, lessons, gold checks.

use super::Project;
use crate::cli::values::{MANY, MOST_PEOPLE, probability, seed, whole};
use clap::{Args as ClapArgs, ValueEnum};
use collegium_core::{files, input::did_you_mean};
use collegium_learning::plan::Algorithm;
use collegium_sim::conduct::MOST_LESSONS;
use std::path::PathBuf;

/// Options of `demos`.
#[derive(ClapArgs, Debug)]
pub struct DemosArgs {
    /// Where files are found
    #[command(flatten)]
    pub project: Project,
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// How many people
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, MOST_PEOPLE))]
    pub persons: Option<usize>,
    /// Simulated days of each campus
    #[arg(long, default_value_t = 7, value_name = "N", value_parser = whole::<u32>(1, 365))]
    pub days: u32,
    /// How many campuses, with seeds from --seed on
    #[arg(long, default_value_t = 4, value_name = "N", value_parser = whole::<u64>(1, 10_000))]
    pub runs: u64,
    /// The first seed
    #[arg(long, default_value_t = 1000, value_name = "N", value_parser = seed)]
    pub seed: u64,
    /// Who is to be imitated: expert (the conscientious one), off (the built-in rule), a head, or a
    /// language model of the settings (model, or model:PROFILE), which is asked about decisions
    /// that somebody else lived
    #[arg(long, default_value = "expert", value_name = "WHO")]
    pub expert: String,
    /// Who lives the campuses that a language model is asked about
    #[arg(long, default_value = "expert", value_name = "WHO")]
    pub lived_by: String,
    /// How many decisions a language model is asked about at most
    #[arg(long, default_value_t = 2000, value_name = "N", value_parser = whole::<usize>(1, MANY))]
    pub most: usize,
    /// The settings of language models [default: collegium.toml]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The part of the people whose decisions are kept, in per cent
    #[arg(long, default_value_t = 100, value_name = "PERCENT", value_parser = whole::<u32>(1, 100))]
    pub coverage: u32,
    /// The folder that is made [default: demos/expert, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("demos/expert"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub out: PathBuf,
    /// Write JSON lines beside the Parquet file
    #[arg(long)]
    pub jsonl: bool,
    /// Threads; all cores without it
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, 256))]
    pub threads: Option<usize>,
    /// Print the manifest as JSON
    #[arg(long)]
    pub json: bool,
}

/// The forms of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    /// Conversations, a JSON object a line, for tuning a language model with any public trainer
    Finetune,
    /// Decisions, a JSON object a line
    Jsonl,
}

/// Options of `export`.
#[derive(ClapArgs, Debug)]
pub struct ExportArgs {
    /// The dataset: a folder that `demos` made
    pub dataset: PathBuf,
    /// What is written: conversations to tune a language model with, or the decisions as they are
    #[arg(long, value_enum, default_value = "finetune")]
    pub format: ExportForm,
    /// The file that is made
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// Reads the word of an algorithm.
fn algorithm(word: &str) -> Result<Algorithm, String> {
    Algorithm::of(word).ok_or_else(|| {
        let words = Algorithm::words();
        let near = did_you_mean(word, words.iter().copied());
        format!("expected one of {}{near}", words.join(", "))
    })
}

/// Reads the name of a gold check, or how the names of several begin.
fn check(name: &str) -> Result<String, String> {
    let names: Vec<String> = training::gold::entries()
        .into_iter()
        .map(|e| e.name)
        .collect();
    if names.iter().any(|known| known.starts_with(name)) {
        return Ok(name.to_owned());
    }
    let near = did_you_mean(name, names.iter().map(String::as_str));
    Err(format!(
        "expected the name of a check, or how some begin{near}; `gold --list` names all"
    ))
}

/// Options of `train`.
#[derive(ClapArgs, Debug)]
pub struct TrainArgs {
    /// The algorithm
    #[arg(
        required_unless_present_any = ["plan", "resume"],
        value_parser = algorithm,
        help = format!("The algorithm: {}", Algorithm::words().join(", "))
    )]
    pub algorithm: Option<Algorithm>,
    /// A plan: a TOML file with the algorithm, and whatever differs from its usual plan
    #[arg(long, value_name = "FILE", conflicts_with_all = ["algorithm", "resume"])]
    pub plan: Option<PathBuf>,
    /// Go on with the training in this folder
    #[arg(
        long,
        value_name = "DIR",
        conflicts_with_all = [
            "algorithm", "data", "start", "name", "worlds", "persons", "scenario", "seed",
            "coverage", "per_group", "set", "out",
        ]
    )]
    pub resume: Option<PathBuf>,
    /// The dataset: demonstrations, or what is learned from
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The head to begin with
    #[arg(long, value_name = "HEAD")]
    pub start: Option<String>,
    /// The name of the head that comes of it
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// After how many rounds the training is over [default: the plan's]
    #[arg(long, value_name = "N", value_parser = whole::<u64>(1, MANY))]
    pub rounds: Option<u64>,
    /// Campuses side by side in a round
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, 10_000))]
    pub worlds: Option<usize>,
    /// How many people
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, MOST_PEOPLE))]
    pub persons: Option<usize>,
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, value_name = "NAME|FILE")]
    pub scenario: Option<String>,
    /// The seed of the training: with the same one the CPU comes to the same head [default: the
    /// plan's]
    #[arg(long, value_name = "N", value_parser = seed)]
    pub seed: Option<u64>,
    /// The part of the people whose demonstrations are used, in per cent
    #[arg(long, value_name = "PERCENT", value_parser = whole::<u32>(1, 100))]
    pub coverage: Option<u32>,
    /// A head for every group of people
    #[arg(long)]
    pub per_group: bool,
    /// A setting of the algorithm, as learning_rate=0.001; may be given several times
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// The folder of the training: metrics, checkpoints, plots [default: runs/NAME, in the project
    /// or in your data folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The folder the head is put into [default: heads, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = collegium_learning::heads::trained(),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub heads: PathBuf,
    /// Put head and training in the place of those of the same name
    #[arg(long)]
    pub overwrite: bool,
    /// Where tensors are: on the CPU, on the GPU, or on whichever takes the steps of this training
    /// quicker
    #[arg(long, value_enum, default_value = "cpu")]
    pub device: DeviceArg,
    /// Rounds between two checkpoints
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = whole::<u64>(1, MANY))]
    pub every: u64,
    /// Print what came of it as JSON
    #[arg(long)]
    pub json: bool,
}

/// Which device training is to use.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceArg {
    /// The CPU: the same bits every time
    Cpu,
    /// The GPU, where it computes as the CPU does
    Gpu,
    /// The quicker one, by a short measurement
    Auto,
}

/// Options of `evaluate`.
#[derive(ClapArgs, Debug)]
pub struct EvaluateArgs {
    /// Where files are found
    #[command(flatten)]
    pub project: Project,
    /// Who is compared with the built-in rule: expert, or heads, each as HEAD or NAME=HEAD; or the
    /// rule with lessons, as lessons:FILE or NAME=lessons:FILE
    #[arg(required = true, value_name = "HEAD|lessons:FILE")]
    pub heads: Vec<String>,
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// How many people
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, MOST_PEOPLE))]
    pub persons: Option<usize>,
    /// Simulated days of each campus
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = whole::<u32>(1, 365))]
    pub days: u32,
    /// How many seeds
    #[arg(long, default_value_t = 20, value_name = "N", value_parser = whole::<u64>(1, 10_000))]
    pub seeds: u64,
    /// The contenders are stages, each made from the one before: show also how each differs from
    /// that
    #[arg(long)]
    pub stages: bool,
    /// The first seed; take seeds that no training used
    #[arg(long, default_value_t = 90_000, value_name = "N", value_parser = seed)]
    pub seed: u64,
    /// Threads; all cores without it
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, 256))]
    pub threads: Option<usize>,
    /// A folder for the table (Markdown), the plots (SVG) and all values (JSON)
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print all values as JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `lessons`.
#[derive(ClapArgs, Debug)]
pub struct LessonsArgs {
    /// The dataset: a folder that `demos` made. Behaviour must vary in it: `demos --expert off`
    pub data: PathBuf,
    /// The file that is made; its name without the ending is that of the book [default:
    /// lessons.toml in the dataset's folder]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The most lessons
    #[arg(
        long,
        default_value_t = MOST_LESSONS,
        value_name = "N",
        value_parser = whole::<usize>(1, MOST_LESSONS as u64)
    )]
    pub most: usize,
    /// How long a stretch is, in simulated minutes
    #[arg(
        long,
        default_value_t = 120,
        value_name = "MINUTES",
        value_parser = whole::<u32>(10, 1440)
    )]
    pub stretch: u32,
    /// The greatest probability of a find by chance, over all that is compared
    #[arg(long, default_value_t = 0.05, value_name = "P", value_parser = probability)]
    pub level: f64,
    /// How many times acts are shared out anew to test one
    #[arg(
        long,
        default_value_t = 9999,
        value_name = "N",
        value_parser = whole::<usize>(1, 1_000_000)
    )]
    pub permutations: usize,
    /// The scenario whose [conduct.rewards] weigh the reward: a name in scenarios/, or a file;
    /// every term weighs 1 without it
    #[arg(long, value_name = "NAME|FILE")]
    pub scenario: Option<String>,
    /// The seed of the tests
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = seed)]
    pub seed: u64,
    /// Write over a file that is there
    #[arg(long)]
    pub overwrite: bool,
    /// Print what was found and all that was tried as JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `gold`.
#[derive(ClapArgs, Debug)]
pub struct GoldArgs {
    /// Only these checks
    #[arg(value_name = "CHECK", value_parser = check)]
    pub checks: Vec<String>,
    /// The quick ones: under a minute
    #[arg(long, conflicts_with = "checks")]
    pub quick: bool,
    /// How many seeds of each long check
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, 1000))]
    pub seeds: Option<usize>,
    /// List the checks
    #[arg(long)]
    pub list: bool,
    /// Keep results, curves and the page in this folder, such as training
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// What GOLD.md says of the machine
    #[arg(
        long,
        default_value = "Run on a machine not described.",
        value_name = "TEXT"
    )]
    pub machine: String,
    /// Print the checks as JSON
    #[arg(long)]
    pub json: bool,
}
