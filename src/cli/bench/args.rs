//! Arguments of `collegium bench`.

use crate::cli::values::{MOST_PEOPLE, whole};
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Options of `bench`.
#[derive(ClapArgs, Debug)]
pub struct BenchArgs {
    /// What is measured.
    #[command(subcommand)]
    pub what: Measurement,
}

/// What can be measured.
#[derive(Subcommand, Debug)]
pub enum Measurement {
    /// How quickly and how exactly memories are retrieved from a large stream
    Retrieval(RetrievalArgs),
    /// How often a memory is found by a question that says the same in other words
    Recall(RecallArgs),
    /// How fast a campus steps as an environment, and what observations, minds and heads cost
    Campus(CampusArgs),
    /// How fast heads learn, by width and batch, on the CPU and on a GPU
    Training(TrainingArgs),
    /// What a run costs as it grows: speed by week, save, memory, time to resume, and days of many
    /// people
    Growth(GrowthArgs),
    /// How fast the window draws: near, middle and far, by day and at night (needs a display)
    #[cfg(feature = "desktop")]
    Frames(FramesArgs),
}

/// Options of `bench retrieval`.
#[derive(ClapArgs, Debug)]
pub struct RetrievalArgs {
    /// How many memories the stream has, up to 4000000
    #[arg(long, default_value_t = 10_000, value_name = "N", value_parser = whole::<u32>(1, 4_000_000))]
    pub memories: u32,
    /// How many questions are asked
    #[arg(long, default_value_t = 500, value_name = "N", value_parser = whole::<u32>(1, 100_000))]
    pub questions: u32,
    /// Whose formula is used: paper, stanford-code or fixed
    #[arg(long, default_value = "fixed", value_name = "NAME")]
    pub profile: String,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bench recall`.
#[derive(ClapArgs, Debug)]
pub struct RecallArgs {
    /// A file with memories, questions that mean them, and other memories, such as
    /// `llama_cpp_check/paraphrases.json`
    #[arg(long, value_name = "FILE")]
    pub pairs: PathBuf,
    /// Settings whose [embeddings] name the server that makes the vectors; without them the built-in
    /// embedder does
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bench campus`.
#[derive(ClapArgs, Debug)]
pub struct CampusArgs {
    /// How many people, each number in turn
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "25,100",
        value_name = "N,…",
        value_parser = whole::<usize>(1, MOST_PEOPLE)
    )]
    pub persons: Vec<usize>,
    /// The head that is mounted
    #[arg(long, default_value = "bc", value_name = "HEAD")]
    pub head: String,
    /// Days measured for each row, each with a seed of its own
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = whole::<u32>(1, 1000))]
    pub repeats: u32,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bench training`.
#[derive(ClapArgs, Debug)]
pub struct TrainingArgs {
    /// Milliseconds for each cell of the table, at least
    #[arg(
        long,
        default_value_t = 300,
        value_name = "N",
        value_parser = whole::<u64>(1, 3_600_000)
    )]
    pub milliseconds: u64,
    /// Leave the GPU out
    #[arg(long)]
    pub cpu_only: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bench growth`.
#[derive(ClapArgs, Debug)]
pub struct GrowthArgs {
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// How many days the long run takes, with the first number of people
    #[arg(long, default_value_t = 84, value_name = "N", value_parser = whole::<u32>(1, 3650))]
    pub days: u32,
    /// How many people live one day, each number in turn
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "25,500,1000",
        value_name = "N,…",
        value_parser = whole::<usize>(1, MOST_PEOPLE)
    )]
    pub people: Vec<usize>,
    /// Also run so many days in processes of their own that are killed twice on the way, gone on
    /// with and verified
    #[arg(
        long,
        num_args = 0..=1,
        default_missing_value = "365",
        value_name = "DAYS",
        value_parser = whole::<u32>(3, 3650)
    )]
    pub year: Option<u32>,
    /// Also start the window, with the save of a day and with the long run's (needs a display)
    #[arg(long)]
    pub app: bool,
    /// How often each day and each resuming is measured; the median counts
    #[arg(long, default_value_t = 3, value_name = "N", value_parser = whole::<u32>(1, 1000))]
    pub repeats: u32,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bench frames`.
#[cfg(feature = "desktop")]
#[derive(ClapArgs, Debug)]
pub struct FramesArgs {
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// Seconds for each of the six views
    #[arg(long, default_value_t = 4, value_name = "N", value_parser = whole::<u32>(1, 600))]
    pub seconds: u32,
    /// Also save a picture of each view in this folder
    #[arg(long, value_name = "DIR")]
    pub pictures: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
