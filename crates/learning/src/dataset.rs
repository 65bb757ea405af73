//! Datasets of decisions: what was seen, possible, done and rewarded, with a manifest beside them.
//!
//! A dataset is a folder: `decisions.parquet` (and `decisions.jsonl` where asked for) with one row
//! for each decision, and `manifest.json`.

mod parquet;

use super::{LearnError, Result, json::write_json};
use collegium_core::{files, ids::AgentId, text::harmless_json};
use collegium_sim::conduct::{
    ACTS, Act, ActMask, Decided, FEATURES, Observation, Point, RewardTerm, RewardWeights, TERMS,
    Violations,
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::{BufRead as _, Read as _, Write as _},
    path::Path,
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
    /// What it brought, term by term.
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
    /// People in each campus.
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
    /// The mean reward of a decision, by weights of 1.
    pub mean_reward: f64,
    /// Norms broken (lateness, queue cutting, noise) for each person and day.
    pub violations: f64,
    /// Decisions at each point.
    pub points: Vec<(String, usize)>,
    /// The numbers of an observation: name, unit, least, most, meaning.
    pub observation: Vec<(String, String, f32, f32, String)>,
    /// The acts, by their numbers.
    pub acts: Vec<String>,
    /// The names of the terms of the reward, in their order.
    pub terms: Vec<String>,
    /// BLAKE3 of `decisions.parquet`, in hexadecimal digits.
    pub hash: String,
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
        }
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
        let table = folder.join(TABLE);
        parquet::write(&table, &self.rows)?;
        if jsonl {
            self.jsonl(&folder.join(LINES))?.finish()?;
        }
        let manifest = Manifest {
            hash: hash(&table)?,
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
        let fail = || LearnError::file(file);
        let mut out = Whole::create(file)?;
        for row in &self.rows {
            let line = serde_json::to_string(&Line::of(row, &self.manifest.groups))
                .map_err(|e| fail()(e.into()))?;
            writeln!(out, "{}", harmless_json(&line)).map_err(fail())?;
        }
        Ok(out)
    }

    /// Reads a dataset: a folder with a manifest, its Parquet file or its JSON lines.
    ///
    /// # Errors
    /// When something is missing, was changed, is of other observations or acts, or holds a number
    /// that is not finite.
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
        let table = folder.join(TABLE);
        let rows = if table.is_file() {
            let hash = hash(&table)?;
            if hash != manifest.hash {
                let expected = format!("{}: the file was changed or cut off", manifest.hash);
                return Err(LearnError::wrong(table, format!("BLAKE3 {hash}"), expected));
            }
            parquet::read(&table)?
        } else if !folder.join(LINES).is_file() {
            return Err(LearnError::wrong(
                folder,
                "no decisions",
                format!("{TABLE} or {LINES} beside {MANIFEST}"),
            ));
        } else {
            read_jsonl(&folder.join(LINES), &manifest.groups)?
        };
        if rows.len() != manifest.rows || rows.is_empty() {
            let expected = format!("{} rows (manifest.json), at least one", manifest.rows);
            return Err(LearnError::wrong(
                folder,
                format!("{} rows", rows.len()),
                expected,
            ));
        }
        for (i, row) in rows.iter().enumerate() {
            check(row).map_err(|(found, expected)| {
                LearnError::wrong(folder, format!("row {}: {found}", i + 1), expected)
            })?;
        }
        Ok(Self { manifest, rows })
    }
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
    let mut text = std::io::BufReader::new(opened);
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
