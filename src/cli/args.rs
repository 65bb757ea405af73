//! Arguments and their help.

mod learn;

pub use learn::{
    DemosArgs, DeviceArg, EvaluateArgs, ExportArgs, ExportForm, GoldArgs, LessonsArgs, TrainArgs,
};

#[cfg(feature = "desktop")]
use super::scenarios::scenario_file;
use super::{
    bench::BenchArgs,
    torture::TortureArgs,
    values::{MANY, MOST_PEOPLE, length, moment, seconds, seed, whole},
};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use collegium_core::{
    files,
    time::{DAY, HOUR, SimTime, Speed},
};
#[cfg(feature = "desktop")]
use collegium_core::{i18n::Language, time::MINUTE};
use collegium_learning::conduct_options::ConductOptions;
use collegium_sim::campus::{people::MindKind, scenario::Features};
use std::path::{Path, PathBuf};

/// A university campus whose people are generative agents.
///
/// Without a command the desktop app opens. It needs no model, no network and no key: the built-in
/// mind runs the campus.
#[derive(Parser, Debug)]
#[command(name = "collegium", version, about)]
pub struct Args {
    /// The command; none for the desktop app.
    #[command(subcommand)]
    pub command: Option<Commands>,
    /// Options of every command.
    #[command(flatten)]
    pub everywhere: Everywhere,
    /// Where files are found.
    #[command(flatten)]
    pub project: Project,
    /// Options of the desktop app.
    #[command(flatten)]
    pub app: AppArgs,
}

/// Options of every command.
#[derive(ClapArgs, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Everywhere {
    /// Tell more: -v in detail, -vv everything
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    /// Tell errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
}

/// Where files are found.
#[derive(ClapArgs, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Project {
    /// A project whose scenarios, maps, art and heads win over those in the program [default: the
    /// working folder, where it holds collegium.toml or scenarios/]
    #[arg(long = "data", id = "project", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// Commands.
#[derive(Subcommand, Debug)]
pub enum Commands {
    /// Run a campus headless, save it, and print a summary
    Run(RunArgs),
    /// Check this machine, a scenario or a map
    Doctor(DoctorArgs),
    /// Print a stretch of a save's event log, or verify a save by running it again from its
    /// beginning
    Replay(ReplayArgs),
    /// Check that every row of a save is as it was written, without running it again
    Check(CheckArgs),
    /// What a save's calls to language models have cost, by purpose and by model; or the log of
    /// every call
    Calls(CallsArgs),
    /// Print the days and steps that a save's model-driven minds have thought out, as a file that
    /// other runs take with --policies
    Policies(PoliciesArgs),
    /// Agree to the servers that settings send your keys to
    Agree(AgreeArgs),
    /// Measure a part of the program on this machine
    Bench(BenchArgs),
    /// Record expert demonstrations at decision points, as a dataset (Parquet, and JSON lines)
    Demos(DemosArgs),
    /// Write a dataset in another form
    Export(ExportArgs),
    /// Train a policy head, with a progress bar, metrics and plots; or go on with a training
    Train(TrainArgs),
    /// Compare deciders over paired seeds: measures with confidence intervals, as tables and plots
    Evaluate(EvaluateArgs),
    /// Find what the good stretches of a dataset have in common, as a book of lessons (TOML) that
    /// can be taught
    Lessons(LessonsArgs),
    /// Run the gold checks: what the learning algorithms compute, beside published numbers
    Gold(GoldArgs),
    /// Try by force what the program promises of what it writes: kill it, fill disks, change rows,
    /// let models fail
    Torture(TortureArgs),
    /// Make a project folder with a scenario, people and a map to change
    New(NewArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
    /// Print the man page of the program, or of a command
    Man(ManArgs),
    /// Print the licences of the program and of what it is built from
    Licences,
}

impl Commands {
    /// The project that was named after the command.
    pub fn project(&self) -> Option<&Path> {
        let project = match self {
            Self::Run(run) => &run.project,
            Self::Doctor(doctor) => &doctor.project,
            Self::Demos(demos) => &demos.project,
            Self::Evaluate(evaluate) => &evaluate.project,
            _ => return None,
        };
        project.folder.as_deref()
    }
}

/// Options of `new`.
#[derive(ClapArgs, Debug)]
pub struct NewArgs {
    /// The folder that is made
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Options of `agree`.
#[derive(ClapArgs, Debug)]
pub struct AgreeArgs {
    /// The settings [default: collegium.toml in the project]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Agree without being asked
    #[arg(long)]
    pub yes: bool,
}

/// Options of `completions`.
#[derive(ClapArgs, Debug)]
pub struct CompletionsArgs {
    /// The shell for which completions are printed
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Options of `man`.
#[derive(ClapArgs, Debug)]
pub struct ManArgs {
    /// A command; the program without it
    pub command: Option<String>,
}

/// Options of the desktop app.
#[derive(ClapArgs, Debug)]
pub struct AppArgs {
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// Go on with a save of this name
    #[arg(long, value_name = "NAME")]
    pub resume: Option<String>,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("saves"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub saves: PathBuf,
    /// Speed: 1, 10, 60, 600 or max
    #[arg(long, default_value = "10", value_name = "SPEED", value_parser = Speed::parse)]
    pub speed: Speed,
    /// Another seed than the scenario's
    #[arg(long, value_name = "N", value_parser = seed)]
    pub seed: Option<u64>,
    /// How many people: fewer are the first ones, more are generated
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, MOST_PEOPLE))]
    pub agents: Option<usize>,
    /// Select and follow this person (part of a name will do)
    #[arg(long, value_name = "NAME")]
    pub select: Option<String>,
    /// Take a picture of the window and exit
    #[arg(long, value_name = "FILE")]
    pub screenshot: Option<PathBuf>,

    /// Take a picture of the map alone, as Tiled shows it, a pixel for a pixel, and exit; nothing is
    /// saved
    #[arg(long, value_name = "FILE", conflicts_with = "screenshot")]
    pub map_picture: Option<PathBuf>,
    /// When to take the picture, in seconds after the start
    #[arg(long, default_value_t = 5.0, value_name = "SECONDS", value_parser = seconds)]
    pub after: f32,
    /// Pause when the clock reaches this moment, such as "Tue 09:00" or "Mon 12:30"
    #[arg(long, value_name = "WHEN", allow_negative_numbers = true)]
    pub until: Option<String>,
    /// Name of the save; a free one is found when it is left out
    #[arg(long, value_name = "NAME")]
    pub save: Option<String>,
    /// Simulated minutes between two automatic saves
    #[arg(long, default_value_t = 60, value_name = "MINUTES", value_parser = whole::<u32>(1, 10_080))]
    pub autosave: u32,
    /// Minds and models
    #[command(flatten)]
    pub minds: MindsArgs,
    /// Heads and lessons
    #[command(flatten)]
    pub conduct: ConductArgs,
    /// Language of the window: en, zh or vi; the system's when it is left out and is one of these,
    /// or else English
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

/// Who decides at decision points, and what has been learned about them.
#[derive(ClapArgs, Clone, Debug, Default)]
#[command(next_help_heading = "Conduct")]
pub struct ConductArgs {
    /// Who decides at decision points of conduct: off (the built-in rule), expert, a head's name or
    /// file; or GROUP=NAME for a group. Several are separated by commas; what the scenario says
    /// without it
    #[arg(long, value_name = "off|expert|HEAD", value_delimiter = ',')]
    pub heads: Vec<String>,
    /// A book of lessons that everybody is taught: a file that `collegium lessons` made, or off; or
    /// GROUP=FILE for a group. Several are separated by commas; what the scenario says without it
    #[arg(long, value_name = "off|FILE", value_delimiter = ',')]
    pub lessons: Vec<String>,
}

impl ConductArgs {
    /// As it is asked of a campus.
    pub fn asked(&self) -> ConductOptions {
        ConductOptions {
            heads: self.heads.clone(),
            lessons: self.lessons.clone(),
        }
    }
}

/// Which mind decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MindArg {
    /// Rules, utilities and templates; no model, no network
    Builtin,
    /// A language model, by the profiles of the settings; where it fails, the built-in mind
    Model,
}

impl MindArg {
    /// The mind of everybody, with the profile that `--model` names.
    pub fn kind(self, profile: Option<&str>) -> MindKind {
        match self {
            MindArg::Builtin => MindKind::BuiltIn,
            MindArg::Model => MindKind::Model(profile.unwrap_or_default().to_owned()),
        }
    }
}

/// Options about minds and models.
#[derive(ClapArgs, Clone, Debug, Default)]
#[command(next_help_heading = "Minds and models")]
pub struct MindsArgs {
    /// Which mind decides for everybody; without it what the scenario says, which is builtin where
    /// it says nothing
    #[arg(long, value_enum)]
    pub mind: Option<MindArg>,
    /// The profile of the settings that model-driven minds use, in the place of the one that the
    /// settings choose
    #[arg(long, value_name = "PROFILE")]
    pub model: Option<String>,
    /// The file with the models' profiles [default: collegium.toml, where there is one]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Parts of the mind to switch off
    #[arg(
        long, value_name = "PART", value_delimiter = ',', value_parser = part,
        help = format!(
            "Parts of the mind to switch off, to see what each is worth: {}",
            Features::WORDS.join(", ")
        )
    )]
    pub without: Vec<String>,
    /// Days and steps that model-driven minds have thought out in other runs, to be used again
    /// where they fit: a file that `collegium policies` wrote
    #[arg(long, value_name = "FILE")]
    pub policies: Option<PathBuf>,
}

/// Reads the name of a part of the mind.
fn part(word: &str) -> Result<String, String> {
    Features::default().without(word).map(|()| word.to_owned())
}

/// Options of `run`.
#[derive(ClapArgs, Debug)]
pub struct RunArgs {
    /// Where files are found
    #[command(flatten)]
    pub project: Project,
    /// The scenario: a name in scenarios/, or a file
    #[arg(long, default_value = "first-week", value_name = "NAME|FILE")]
    pub scenario: String,
    /// How many people: fewer are the first ones, more are generated
    #[arg(long, value_name = "N", value_parser = whole::<usize>(1, MOST_PEOPLE))]
    pub agents: Option<usize>,
    /// Where the run ends, in simulated hours counted from the scenario's start (also with
    /// --resume)
    #[arg(long, conflicts_with_all = ["days", "until"], value_parser = length(HOUR))]
    pub hours: Option<f64>,
    /// Where the run ends, in simulated days counted from the scenario's start (also with --resume)
    #[arg(long, conflicts_with = "until", value_parser = length(DAY))]
    pub days: Option<f64>,
    /// Until when, such as "Tue 09:00" or "week 2 Mon 08:00": the first such moment after the
    /// scenario's start
    #[arg(long, value_name = "WHEN", allow_negative_numbers = true)]
    pub until: Option<String>,
    /// Where the run ends, in ticks counted from where it begins: with --resume, so many more
    #[arg(
        long, value_name = "N", conflicts_with_all = ["hours", "days", "until"],
        value_parser = whole::<u32>(1, MOST_STEPS)
    )]
    pub steps: Option<u32>,
    /// Another seed than the scenario's
    #[arg(long, value_name = "N", value_parser = seed)]
    pub seed: Option<u64>,
    /// How many threads may decide at once; the event log does not depend on it
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = whole::<usize>(1, 256))]
    pub threads: usize,
    /// Minds and models
    #[command(flatten)]
    pub minds: MindsArgs,
    /// Heads and lessons
    #[command(flatten)]
    pub conduct: ConductArgs,
    /// Name of the save; a free one is found when it is left out
    #[arg(long, value_name = "NAME", conflicts_with = "resume")]
    pub save: Option<String>,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("saves"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub saves: PathBuf,
    /// Go on with a save of this name from its last committed tick
    #[arg(long, value_name = "NAME", conflicts_with_all = ["scenario", "agents", "seed"])]
    pub resume: Option<String>,
    /// Simulated minutes between two automatic saves
    #[arg(long, default_value_t = 180, value_name = "MINUTES", value_parser = whole::<u32>(1, 10_080))]
    pub autosave: u32,
    /// Save nothing: no save is made, and one that --resume goes on with stays as it is
    #[arg(long, conflicts_with = "save")]
    pub no_save: bool,
    /// Print the summary as one JSON object
    #[arg(long)]
    pub json: bool,
    /// What is told of the run beside its summary
    #[command(flatten)]
    pub watch: WatchArgs,
}

/// What is told of a run while it goes on.
#[derive(ClapArgs, Clone, Debug, Default)]
#[command(next_help_heading = "Looking on")]
pub struct WatchArgs {
    /// Stop at the first request that no model gave a usable answer to, and show the call; without
    /// it the built-in mind thinks in the model's place
    #[arg(long)]
    pub strict: bool,
    /// Write every prompt and answer of models as it happens: into a new file, or to standard error
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    pub trace: Option<Option<PathBuf>>,
    /// Write figures into a folder: calls, failures with reasons, time and tokens by purpose and by
    /// model, a JSON file each, and a log of each person
    #[arg(long, value_name = "DIR")]
    pub metrics: Option<PathBuf>,
}

/// The most ticks that are asked for at once: those of 700 days of the shortest ticks.
const MOST_STEPS: u64 = 700 * DAY as u64;

impl RunArgs {
    /// The end of the run from `--steps`, `--hours`, `--days` or `--until`; a day when none is
    /// given. A run that goes on stands at `now`.
    ///
    /// # Errors
    /// When `--until` is no moment after the start.
    pub fn end(&self, start: SimTime, now: SimTime, tick: u32) -> Result<SimTime, anyhow::Error> {
        if let Some(until) = &self.until {
            return moment(until, start);
        }
        if let Some(steps) = self.steps {
            return Ok(SimTime(now.0.saturating_add(steps.saturating_mul(tick))));
        }
        let seconds = match (self.hours, self.days) {
            (Some(hours), _) => hours * f64::from(HOUR),
            (None, days) => days.unwrap_or(1.0) * f64::from(DAY),
        };
        Ok(start.plus(seconds as u32))
    }
}

/// Options of `doctor`.
#[derive(ClapArgs, Debug)]
pub struct DoctorArgs {
    /// Where files are found
    #[command(flatten)]
    pub project: Project,
    /// List every rule that a map breaks
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Check a scenario with its map, term and personas
    #[arg(long, value_name = "NAME|FILE")]
    pub scenario: Option<String>,
    /// Probe the models of this settings file [default: collegium.toml, where there is one]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
}

/// Options of `check`.
#[derive(ClapArgs, Debug)]
pub struct CheckArgs {
    /// The save's name
    pub save: String,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(long, default_value_os_t = files::made("saves"), hide_default_value = true, value_name = "DIR")]
    pub saves: PathBuf,
}

/// Options of `replay`.
#[derive(ClapArgs, Debug)]
pub struct ReplayArgs {
    /// The save's name
    pub save: String,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("saves"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub saves: PathBuf,
    /// Check every row, run the scenario again from its beginning, and compare events, memories and
    /// the log's hash
    #[arg(long)]
    pub verify: bool,
    /// Print only events of this person (part of a name will do)
    #[arg(long, value_name = "NAME")]
    pub agent: Option<String>,
    /// Print at most so many of the newest events
    #[arg(long, default_value_t = 40, value_name = "N", value_parser = whole::<usize>(0, MANY))]
    pub last: usize,
    /// Print what is told in other words by another event too, such as calls that were carried out
    #[arg(long)]
    pub all: bool,
    /// Print JSON: every event
    #[arg(long)]
    pub json: bool,
}

/// Options of `policies`.
#[derive(ClapArgs, Debug)]
pub struct PoliciesArgs {
    /// The save's name
    pub save: String,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("saves"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub saves: PathBuf,
    /// Write them into this new file, in the place of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Options of `calls`.
#[derive(ClapArgs, Debug)]
pub struct CallsArgs {
    /// The save's name
    pub save: String,
    /// The folder of the saves [default: saves, in the project or in your data folder]
    #[arg(
        long,
        default_value_os_t = files::made("saves"),
        hide_default_value = true,
        value_name = "DIR"
    )]
    pub saves: PathBuf,
    /// Print every call with its prompt and answer, one JSON object a line
    #[arg(long)]
    pub log: bool,
    /// Count the tokens of every prompt, schema and answer anew, with the tokenizer cl100k_base,
    /// whatever the servers said
    #[arg(long, conflicts_with = "log")]
    pub count: bool,
    /// Print the statistics as JSON
    #[arg(long)]
    pub json: bool,
}

#[cfg(feature = "desktop")]
impl AppArgs {
    /// The desktop app's options.
    ///
    /// # Errors
    /// When a value cannot be read.
    pub fn options(self) -> Result<crate::desktop::Options, anyhow::Error> {
        let until = self
            .until
            .as_deref()
            .map(|text| moment(text, SimTime(0)))
            .transpose()?;
        let language = match &self.language {
            Some(text) => Language::parse(text).map_err(|e| anyhow::anyhow!("--language: {e}"))?,
            None => Language::of_environment(),
        };
        Ok(crate::desktop::Options {
            scenario: scenario_file(&self.scenario)?,
            resume: self.resume,
            saves: self.saves,
            speed: self.speed,
            seed: self.seed,
            agents: self.agents,
            select: self.select,
            screenshot: self.screenshot,
            map_picture: self.map_picture,
            after: self.after,
            autosave: self.autosave * MINUTE,
            until,
            save: self.save,
            language,
            mind: self.minds.mind.map(|m| m.kind(self.minds.model.as_deref())),
            settings: self.minds.settings,
            without: self.minds.without,
            policies: self.minds.policies,
            conduct: self.conduct.asked(),
            measure: None,
        })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_arguments_are_sound() {
        crate::cli::help::grouped().debug_assert();
    }
}
