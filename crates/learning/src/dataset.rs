//! Datasets of decisions: what was seen, possible, done and rewarded, with a manifest beside them.
//!
//! A dataset is a folder: `decisions.parquet` (and `decisions.jsonl` where asked for) with one row
//! for each decision, and `manifest.json`.

mod parquet;

use super::{LearnError, Result, json::write_json};
use collegium_core::{files, ids::AgentId, text::harmless_json};
use collegium_sim::{
    campus::scenario::MOST_PEOPLE,
    conduct::{
        ACTS, Act, ActMask, Decided, FEATURES, Observation, Point, RewardTerm, RewardWeights,
        TERMS, Violations,
    },
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufRead as _, Read as _, Write},
    path::{Path, PathBuf},
};
use training::{env::Mask, files::Whole, rollout::Segment};

/// A decision of a dataset, with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The seed of the run it was made in.
    pub seed: u64,
    /// The agent that decided.
    pub agent: AgentId,
    /// The number of the agent's group, by the manifest's list.
    pub group: u32,
    /// Simulated seconds since 00:00 of the Monday of term week 1.
    pub at: u32,
    /// The decision point at which it was made.
    pub point: Point,
    /// The numbers that a head sees, each within the range of its feature.
    pub observation: Observation,
    /// The acts that were possible, a bit each.
    pub mask: ActMask,
    /// The act that was done, one of those that were possible.
    pub act: Act,
    /// What the built-in rule would have done.
    pub rule: Act,
    /// Natural logarithm of the probability with which it was done; 0 for rule and expert.
    pub log_prob: f32,
    /// What it brought, term by term in the order of the reward's terms, unweighted.
    pub rewards: [f32; TERMS],
    /// The norms that were broken by it.
    pub violations: Violations,
}

impl Row {
    /// A decision as a row, with the seed of its run and the number of its group.
    pub fn of(decided: &Decided, seed: u64, group: u32) -> Self {
        Self {
            seed,
            agent: decided.agent,
            group,
            at: decided.at.0,
            point: decided.point,
            observation: decided.observation,
            mask: decided.mask,
            act: decided.act,
            rule: decided.rule,
            log_prob: decided.log_prob,
            rewards: decided.rewards,
            violations: decided.violations,
        }
    }
}

/// A column of a dataset that says something of the decision beside observation and reward.
pub(super) const HEAD_COLUMNS: [&str; 10] = [
    "seed",
    "agent",
    "group",
    "at",
    "point",
    "mask",
    "act",
    "rule",
    "violations",
    "log_prob",
];

/// What is said of a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the manifest's form; others are refused.
    pub schema: u32,
    /// The version of Collegium that made it.
    pub version: String,
    /// The scenario in which the campuses were lived, by its file's name.
    pub scenario: String,
    /// The seeds of the campuses, one each.
    pub seeds: Vec<u64>,
    /// How many people are in each campus.
    pub persons: usize,
    /// Simulated days of each campus.
    pub days: u32,
    /// The name of who decided: `off`, `expert`, a head or a model.
    pub expert: String,
    /// Who lived the campuses, where the decisions were only asked about afterwards; they have no
    /// rewards then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lived_by: Option<String>,
    /// The part of the people of each run whose decisions are kept, 0 to 1.
    pub coverage: f64,
    /// The groups, by the numbers in the rows.
    pub groups: Vec<String>,
    /// How many decisions the dataset has.
    pub rows: usize,
    /// The mean reward of a decision, all terms weighed 1: without a unit.
    pub mean_reward: f64,
    /// Norms broken (lateness, queue cutting, noise) for each person and day.
    pub violations: f64,
    /// How many decisions there are at each point.
    pub points: Vec<(String, usize)>,
    /// The numbers of an observation: name, unit, least, most, meaning.
    pub observation: Vec<(String, String, f32, f32, String)>,
    /// The acts, by their numbers.
    pub acts: Vec<String>,
    /// The names of the terms of the reward, in their order.
    pub terms: Vec<String>,
    /// BLAKE3 of `decisions.parquet`, in hexadecimal digits.
    pub hash: String,
    /// BLAKE3 of the decisions as JSON lines, whether they are written or not; none in datasets of
    /// versions that had no such checksum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines_hash: Option<String>,
}

/// The version of the manifest's form that is written and read.
const SCHEMA: u32 = 1;

impl Manifest {
    /// A manifest of this version's observations, acts and terms, without rows.
    pub fn new(scenario: &str) -> Self {
        Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: scenario.to_owned(),
            seeds: Vec::new(),
            persons: 0,
            days: 0,
            expert: String::new(),
            lived_by: None,
            coverage: 1.0,
            groups: Vec::new(),
            rows: 0,
            mean_reward: 0.0,
            violations: 0.0,
            points: Vec::new(),
            observation: FEATURES
                .iter()
                .map(|f| {
                    (
                        f.name.to_owned(),
                        f.unit.word().to_owned(),
                        f.low,
                        f.high,
                        f.meaning.to_owned(),
                    )
                })
                .collect(),
            acts: Act::ALL.iter().map(|a| a.word().to_owned()).collect(),
            terms: RewardTerm::ALL
                .iter()
                .map(|t| t.word().to_owned())
                .collect(),
            hash: String::new(),
            lines_hash: None,
        }
    }

    /// What cannot be in it, and what could.
    fn check(&self) -> std::result::Result<(), (String, String)> {
        if !(0.0..=1.0).contains(&self.coverage) {
            return Err((
                format!("coverage = {}", self.coverage),
                "0 to 1, the part of the people".to_owned(),
            ));
        }
        if !(1..=MOST_PEOPLE).contains(&self.persons) {
            return Err((
                format!("persons = {}", self.persons),
                format!("1 to {MOST_PEOPLE}"),
            ));
        }
        Ok(())
    }
}

/// Decisions with their manifest. The rows of one agent in one run stand together, in order of
/// time.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What the decisions are and where they are from.
    pub manifest: Manifest,
    /// The decisions, as the manifest counts them.
    pub rows: Vec<Row>,
}

impl Dataset {
    /// Puts rows in order and reckons what the manifest says of them.
    pub fn new(mut manifest: Manifest, mut rows: Vec<Row>) -> Self {
        rows.sort_by_key(|r| (r.seed, r.agent));
        let weights = RewardWeights::default();
        let sum: f64 = rows
            .iter()
            .map(|r| f64::from(weights.sum(&r.rewards)))
            .sum();
        manifest.rows = rows.len();
        manifest.mean_reward = if rows.is_empty() {
            0.0
        } else {
            sum / rows.len() as f64
        };
        manifest.points = Point::ALL
            .iter()
            .map(|p| {
                (
                    p.word().to_owned(),
                    rows.iter().filter(|r| r.point == *p).count(),
                )
            })
            .collect();
        Self { manifest, rows }
    }

    /// Keeps the decisions of a part of the people of each run: those whom a seed draws first, so
    /// that a smaller part lies within a larger one.
    #[must_use]
    pub fn thinned(&self, coverage: f64, seed: u64) -> Self {
        let persons = self.manifest.persons.max(1);
        let kept = ((persons as f64 * coverage).round() as usize).clamp(1, persons);
        let mut order: Vec<usize> = (0..persons).collect();
        training::seed::stream(seed, training::seed::Use::Shuffle, 0x7417).shuffle(&mut order);
        let kept = &order[..kept];
        let rows = self
            .rows
            .iter()
            .filter(|r| kept.contains(&(r.agent.0 as usize)))
            .cloned()
            .collect();
        Self::new(
            Manifest {
                coverage: self.manifest.coverage * coverage,
                ..self.manifest.clone()
            },
            rows,
        )
    }

    /// Each agent's decisions as a segment. The last decision, of which it is not known what comes
    /// after, is what the segment leads to; with `whole` it is a step of the segment too, for
    /// learners that only look at what was done.
    pub fn segments(&self, weights: &RewardWeights, whole: bool) -> Vec<Segment> {
        self.segments_by(|_| *weights, whole)
    }

    /// The same with the weights of the number of each agent's group.
    pub fn segments_by(&self, weigh: impl Fn(u32) -> RewardWeights, whole: bool) -> Vec<Segment> {
        let mut all = Vec::new();
        for rows in self
            .rows
            .chunk_by(|a, b| (a.seed, a.agent) == (b.seed, b.agent))
        {
            let (steps, last) = if whole {
                (rows, rows)
            } else {
                (&rows[..rows.len() - 1], rows)
            };
            let Some(last) = last.last().filter(|_| !steps.is_empty()) else {
                continue;
            };
            let len = steps.len();
            let weights = weigh(last.group);
            all.push(Segment {
                observations: steps.iter().flat_map(|r| r.observation).collect(),
                masks: steps.iter().map(|r| Mask(u64::from(r.mask.0))).collect(),
                actions: steps.iter().map(|r| r.act.number() as u32).collect(),
                log_probs: steps.iter().map(|r| r.log_prob).collect(),
                rewards: steps.iter().map(|r| weights.sum(&r.rewards)).collect(),
                terminated: vec![false; len],
                truncated: vec![false; len],
                next_observation: last.observation.to_vec(),
                group: last.group,
                ..Segment::default()
            });
        }
        all
    }

    /// Writes the dataset into a new folder.
    ///
    /// # Errors
    /// When the folder holds a dataset already, or cannot be written.
    pub fn save(&self, folder: &Path, jsonl: bool) -> Result<()> {
        fs::create_dir_all(folder).map_err(LearnError::file(folder))?;
        let manifest_file = folder.join(MANIFEST);
        if manifest_file.exists() {
            return Err(LearnError::wrong(
                folder,
                "a dataset",
                "a folder without one: nothing is overwritten",
            ));
        }
        let (table, lines) = (folder.join(TABLE), folder.join(LINES));
        parquet::write(&table, &self.rows)?;
        if jsonl {
            self.jsonl(&lines)?.finish()?;
        }
        let mut sum = blake3::Hasher::new();
        self.write_lines(&lines, &mut sum)?;
        let manifest = Manifest {
            hash: hash(&table)?,
            lines_hash: Some(sum.finalize().to_hex().to_string()),
            ..self.manifest.clone()
        };
        write_json(&manifest_file, &manifest)
    }

    /// Writes the decisions alone, a JSON object a line.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn export_jsonl(&self, file: &Path) -> Result<()> {
        if file.exists() {
            return Err(LearnError::wrong(
                file,
                "a file",
                "a name that is free: nothing is overwritten",
            ));
        }
        Ok(self.jsonl(file)?.finish_new()?)
    }

    /// The decisions as JSON lines, not yet in their place.
    fn jsonl(&self, file: &Path) -> Result<Whole> {
        let mut out = Whole::create(file)?;
        self.write_lines(file, &mut out)?;
        Ok(out)
    }

    /// Writes the decisions as JSON lines; `file` is for messages.
    fn write_lines(&self, file: &Path, out: &mut impl Write) -> Result<()> {
        let fail = || LearnError::file(file);
        for row in &self.rows {
            let line = serde_json::to_string(&Line::of(row, &self.manifest.groups))
                .map_err(|e| fail()(e.into()))?;
            writeln!(out, "{}", harmless_json(&line)).map_err(fail())?;
        }
        Ok(())
    }

    /// Reads a dataset: a folder with a manifest, and its Parquet file or, where there is none, its
    /// JSON lines. Either is compared with the manifest's checksum of it.
    ///
    /// # Errors
    /// When something is missing, was changed, is of other observations or acts, of people or
    /// campuses that the manifest does not have, or holds a number that is not finite.
    pub fn load(folder: &Path) -> Result<Self> {
        let file = folder.join(MANIFEST);
        let manifest: Manifest =
            training::checkpoint::read_json(&file, "the manifest of a dataset")?;
        let expected = Manifest::new("");
        if manifest.schema != SCHEMA {
            return Err(LearnError::wrong(
                file,
                format!("schema {}", manifest.schema),
                SCHEMA.to_string(),
            ));
        }
        // What the numbers mean may be said in other words.
        let numbers = |m: &Manifest| -> Vec<(String, String, f32, f32)> {
            let of = |(name, unit, low, high, _): &(String, String, f32, f32, String)| {
                (name.clone(), unit.clone(), *low, *high)
            };
            m.observation.iter().map(of).collect()
        };
        if numbers(&manifest) != numbers(&expected)
            || manifest.acts != expected.acts
            || manifest.terms != expected.terms
        {
            let expected = "those of this version; make the dataset anew with `collegium demos`";
            return Err(LearnError::wrong(
                file,
                "other observations, acts or reward terms",
                expected,
            ));
        }
        manifest
            .check()
            .map_err(|(found, expected)| LearnError::wrong(&file, found, expected))?;
        let (file, rows) = read_rows(folder, &manifest)?;
        if rows.len() != manifest.rows || rows.is_empty() {
            let expected = format!("{} rows ({MANIFEST}), at least one", manifest.rows);
            return Err(LearnError::wrong(
                file,
                format!("{} rows", rows.len()),
                expected,
            ));
        }
        let seeds: BTreeSet<u64> = manifest.seeds.iter().copied().collect();
        for (i, row) in rows.iter().enumerate() {
            check(row)
                .and_then(|()| check_named(row, &manifest, &seeds))
                .map_err(|(found, expected)| {
                    LearnError::wrong(&file, format!("row {}: {found}", i + 1), expected)
                })?;
        }
        Ok(Self { manifest, rows })
    }
}

/// The rows of a dataset, as they were written, and the file that they are from.
fn read_rows(folder: &Path, manifest: &Manifest) -> Result<(PathBuf, Vec<Row>)> {
    let (table, lines) = (folder.join(TABLE), folder.join(LINES));
    if is_there(&table)? {
        unchanged(&table, &manifest.hash)?;
        let rows = parquet::read(&table)?;
        return Ok((table, rows));
    }
    if !is_there(&lines)? {
        return Err(LearnError::wrong(
            folder,
            "no decisions",
            format!("{TABLE} or {LINES} beside {MANIFEST}"),
        ));
    }
    let Some(known) = &manifest.lines_hash else {
        return Err(LearnError::wrong(
            lines,
            format!("decisions of which {MANIFEST} has no checksum"),
            format!("{TABLE} beside them, or a dataset that is made anew with `collegium demos`"),
        ));
    };
    unchanged(&lines, known)?;
    let rows = read_jsonl(&lines, &manifest.groups)?;
    Ok((lines, rows))
}

/// Whether something has that name, be it a file or not.
fn is_there(path: &Path) -> Result<bool> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        found => found.map(|_| true).map_err(LearnError::file(path)),
    }
}

/// Refuses a file that is none, or has another checksum than it had.
fn unchanged(file: &Path, known: &str) -> Result<()> {
    let hash = hash(file)?;
    if hash != known {
        let expected = format!("{known} ({MANIFEST}): the file was changed or cut off");
        return Err(LearnError::wrong(file, format!("BLAKE3 {hash}"), expected));
    }
    Ok(())
}

const MANIFEST: &str = "manifest.json";
const TABLE: &str = "decisions.parquet";
const LINES: &str = "decisions.jsonl";

/// What is wrong with a row, and what was expected.
fn check(row: &Row) -> std::result::Result<(), (String, String)> {
    for (feature, value) in FEATURES.iter().zip(row.observation) {
        if !(feature.low..=feature.high).contains(&value) {
            return Err((
                format!("{} = {value}", feature.name),
                format!("{} to {}", feature.low, feature.high),
            ));
        }
    }
    if let Some((term, value)) = RewardTerm::ALL
        .iter()
        .zip(row.rewards)
        .find(|(_, v)| !v.is_finite())
    {
        return Err((
            format!("reward_{term} = {value}"),
            "a finite number".to_owned(),
        ));
    }
    if !row.log_prob.is_finite() || row.log_prob > 0.0 {
        return Err((
            format!("log_prob = {}", row.log_prob),
            "a finite number, at most 0".to_owned(),
        ));
    }
    if row.mask.0 >> ACTS != 0 || !row.mask.allows(row.act) {
        return Err((
            format!("act {} outside its mask {:#b}", row.act.word(), row.mask.0),
            "a possible act".to_owned(),
        ));
    }
    Ok(())
}

/// What a row names that its manifest does not have, and what it has.
fn check_named(
    row: &Row,
    manifest: &Manifest,
    seeds: &BTreeSet<u64>,
) -> std::result::Result<(), (String, String)> {
    let below = |what: &str, found: u32, known: usize| match (found as usize) < known {
        true => Ok(()),
        false => Err((
            format!("{what} {found}"),
            format!("one of the {known} of {MANIFEST}, counted from 0"),
        )),
    };
    below("agent", row.agent.0, manifest.persons)?;
    below("group", row.group, manifest.groups.len())?;
    if !seeds.contains(&row.seed) {
        return Err((
            format!("seed {}", row.seed),
            format!("one of the {} of {MANIFEST}", seeds.len()),
        ));
    }
    Ok(())
}

/// A row as a line of JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seed: u64,
    agent: u32,
    group: String,
    at: u32,
    point: String,
    observation: Vec<f32>,
    possible: Vec<String>,
    act: String,
    rule: String,
    log_prob: f32,
    rewards: Vec<f32>,
    violations: u8,
}

impl Line {
    fn of(row: &Row, groups: &[String]) -> Self {
        Self {
            seed: row.seed,
            agent: row.agent.0,
            group: groups.get(row.group as usize).cloned().unwrap_or_default(),
            at: row.at,
            point: row.point.word().to_owned(),
            observation: row.observation.to_vec(),
            possible: row.mask.acts().map(|a| a.word().to_owned()).collect(),
            act: row.act.word().to_owned(),
            rule: row.rule.word().to_owned(),
            log_prob: row.log_prob,
            rewards: row.rewards.to_vec(),
            violations: row.violations.0,
        }
    }

    fn row(self, groups: &[String]) -> std::result::Result<Row, String> {
        let acts: std::result::Result<Vec<Act>, String> =
            self.possible.iter().map(|word| Act::parse(word)).collect();
        let known = groups.iter().position(|g| *g == self.group);
        Ok(Row {
            seed: self.seed,
            agent: AgentId(self.agent),
            group: known.ok_or_else(|| {
                format!("group “{}”, which the manifest does not name", self.group)
            })? as u32,
            at: self.at,
            point: Point::parse(&self.point)?,
            observation: self
                .observation
                .as_slice()
                .try_into()
                .map_err(|_| format!("{} numbers observed", self.observation.len()))?,
            mask: ActMask::of(&acts?),
            act: Act::parse(&self.act)?,
            rule: Act::parse(&self.rule)?,
            log_prob: self.log_prob,
            rewards: self
                .rewards
                .as_slice()
                .try_into()
                .map_err(|_| format!("{} reward terms", self.rewards.len()))?,
            violations: Violations(self.violations),
        })
    }
}

/// The longest line of decisions, in bytes: one has some two thousand.
const LONGEST_LINE: u64 = 1 << 20;

/// BLAKE3 of a file, read piece by piece: a dataset may be larger than memory.
fn hash(file: &Path) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    let opened = files::open(file).map_err(LearnError::file(file))?;
    hasher
        .update_reader(opened)
        .map_err(LearnError::file(file))?;
    Ok(hasher.finalize().to_hex().to_string())
}

fn read_jsonl(file: &Path, groups: &[String]) -> Result<Vec<Row>> {
    let opened = files::open(file).map_err(LearnError::file(file))?;
    let mut text = io::BufReader::new(opened);
    let mut rows = Vec::new();
    for number in 1.. {
        let wrong = |what: String| {
            LearnError::wrong(
                file,
                format!("line {number}: {what}"),
                "a decision as `collegium demos` writes it",
            )
        };
        let mut line = Vec::new();
        let length = text
            .by_ref()
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .map_err(LearnError::file(file))?;
        match length as u64 {
            0 => break,
            LONGEST_LINE => return Err(wrong(format!("{LONGEST_LINE} bytes or more"))),
            _ => {}
        }
        let row = serde_json::from_slice::<Line>(&line)
            .map_err(|e| e.to_string())
            .and_then(|l| l.row(groups));
        rows.push(row.map_err(wrong)?);
    }
    Ok(rows)
}
