//! Training sessions: learners of the package `training` fed with what campuses bring, round by
//! round.
//!
//! A [`Session`] is driven by whoever owns it: the command line with a progress bar, or a thread of
//! the desktop app. Nothing of it knows the time. A round of an online algorithm lives fresh
//! campuses, so that a session is wholly given by its plan, its learners and the number of rounds
//! done: stopped and resumed on the CPU, it goes on bit for bit.

use super::{
    LearnError, Result,
    collect::{Episode, Field, Run, side_by_side},
    conduct_options::Choice,
    dataset::{Dataset, Row},
    heads::{self, Card},
    plan::{Grouping, Plan},
};
use collegium_core::{
    files,
    time::{DAY, HOUR},
};
use collegium_sim::conduct::{Change, Decider, Mounted, Violations, Weights, Whom};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use training::{
    algorithm::Data,
    checkpoint::{Checkpoint, read_json, write_json},
    files::remove_partial,
    learner::{Learner, Start},
    metrics::Metrics,
    rollout::Segment,
    seed::{Use, stream},
};

pub use training::learner::Device;

/// A head that is being trained, and for whom.
struct Lane {
    /// The group it is for; everybody without one.
    group: Option<(u32, String)>,
    learner: Box<dyn Learner>,
}

/// What a round has brought, to be shown and logged.
#[derive(Clone, Debug)]
pub struct Report {
    /// Rounds done, 1 after the first.
    pub round: u64,
    /// Rounds that the plan has.
    pub rounds: u64,
    /// Decisions that gradient steps were taken on so far, over all heads; one that is taken
    /// several times counts as often.
    pub steps: u64,
    /// What was measured, by CleanRL's and imitation's names; with several heads each under its
    /// group.
    pub metrics: Metrics,
}

/// A training under way: its plan, its campuses and a learner for everybody or for each group.
pub struct Session {
    plan: Plan,
    field: Field,
    weights: Weights,
    lanes: Vec<Lane>,
    round: u64,
    steps: u64,
    device: Device,
}

/// What a session keeps beside its learners.
#[derive(serde::Serialize, serde::Deserialize)]
struct Kept {
    round: u64,
    steps: u64,
    lanes: Vec<String>,
}

impl Session {
    /// A fresh session.
    ///
    /// # Errors
    /// When the plan cannot be, or its scenario, dataset or first head is refused.
    pub fn new(plan: Plan, device: Device) -> Result<Self> {
        plan.check()?;
        let field = Field::open(&plan.scenario, plan.persons, true)?;
        let weights = field.scenario().conduct.rewards;
        let start = plan.start.as_deref().map(start).transpose()?;
        let data = match &plan.data {
            Some(folder) => Some(Dataset::load(folder)?.thinned(plan.coverage, plan.seed)),
            None => None,
        };
        if let Some(data) = &data
            && data.manifest.lived_by.is_some()
            && plan.algorithm.data == Data::Rewards
        {
            let found = format!(
                "what {} would do, without what comes of it",
                data.manifest.expert
            );
            return Err(LearnError::setting(
                "data",
                found,
                "decisions with rewards, as `collegium demos` makes them",
            ));
        }
        let groups: Vec<Option<(u32, String)>> = if plan.per_group {
            field
                .groups
                .iter()
                .enumerate()
                .map(|(i, g)| Some((i as u32, g.clone())))
                .collect()
        } else {
            vec![None]
        };
        let mut lanes = Vec::new();
        for group in groups {
            let segments = data
                .as_ref()
                .map(|d| demonstrations(d, &weights, group.as_ref(), plan.algorithm.data));
            if segments.as_ref().is_some_and(Vec::is_empty) {
                let name = group.map_or_else(|| "everybody".to_owned(), |(_, name)| name);
                let expected =
                    "at least two of somebody: take other demonstrations, or more of them";
                return Err(LearnError::setting(
                    format!("decisions of the group “{name}”"),
                    0,
                    expected,
                ));
            }
            // A seed of its own for each group, whatever other groups there are.
            let name = group.as_ref().map_or("", |(_, name)| name.as_str());
            let seed = plan.seed
                ^ blake3::hash(name.as_bytes()).as_bytes()[..8]
                    .iter()
                    .fold(0, |s, b| s << 8 | u64::from(*b));
            let seed = if group.is_some() { seed } else { plan.seed };
            let (method, data) = (plan.method()?, segments.unwrap_or_default());
            let shape = heads::head_shape();
            let learner = method.make(&shape, seed, data, start.as_ref(), &device)?;
            lanes.push(Lane { group, learner });
        }
        Ok(Self {
            plan,
            field,
            weights,
            lanes,
            round: 0,
            steps: 0,
            device,
        })
    }

    /// The settings it was begun with.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where its tensors are.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// How many rounds are done.
    pub fn round(&self) -> u64 {
        self.round
    }

    /// Whether all rounds are done.
    pub fn done(&self) -> bool {
        self.round >= self.plan.rounds
    }

    /// One round: experience where the algorithm wants it, and learning from it.
    ///
    /// # Errors
    /// When a loss turns non-finite (all learners are as before the round then), or experience
    /// cannot be had.
    pub fn advance(&mut self) -> Result<Report> {
        let mut metrics = Metrics::new();
        let fresh = if self.plan.algorithm.offline() {
            Vec::new()
        } else {
            self.experience(&mut metrics)?
        };
        let progress = self.round as f64 / self.plan.rounds as f64;
        let several = self.lanes.len() > 1;
        let (mut steps, mut before) = (0, Vec::new());
        for i in 0..self.lanes.len() {
            let lane = &mut self.lanes[i];
            if several {
                before.push(lane.learner.checkpoint()?);
            }
            let own: Vec<Segment> = match &lane.group {
                Some((number, _)) => fresh
                    .iter()
                    .filter(|(group, _)| group == number)
                    .map(|(_, s)| s.clone())
                    .collect(),
                None => fresh.iter().map(|(_, s)| s.clone()).collect(),
            };
            let (learned, of) = match lane.learner.round(own, progress) {
                Ok(learned) => learned,
                Err(error) => {
                    self.go_back(before)?;
                    return Err(error.into());
                }
            };
            steps += of;
            match (&lane.group, several) {
                (Some((_, group)), true) => {
                    for (name, value) in learned.iter() {
                        metrics.set(&format!("{group}/{name}"), value);
                    }
                }
                _ => metrics.merge(learned),
            }
        }
        self.round += 1;
        self.steps += steps;
        Ok(Report {
            round: self.round,
            rounds: self.plan.rounds,
            steps: self.steps,
            metrics,
        })
    }

    /// Puts the first learners back to what they were: a round is done by all or by none.
    fn go_back(&mut self, before: Vec<Vec<(&'static str, Checkpoint)>>) -> Result<()> {
        for (lane, parts) in self.lanes.iter_mut().zip(before) {
            lane.learner.resume(&mut |part| {
                let found = parts.iter().find(|(name, _)| *name == part);
                found
                    .map(|(_, checkpoint)| checkpoint.clone())
                    .ok_or_else(|| training::error::Error::data("checkpoint", "none", part))
            })?;
        }
        Ok(())
    }

    /// What decides for whom while experience is gathered: every lane's head as it is now, drawing
    /// by its probabilities.
    fn mounts(&self) -> Result<Vec<(Whom, Change)>> {
        let mount = |(lane, whom): (&Lane, Whom)| {
            let head = heads::mountable("learning", &lane.learner.head()?, false)?;
            Ok((whom, Decider::Head(Arc::new(head)).into()))
        };
        self.lanes.iter().zip(self.whom()).map(mount).collect()
    }

    /// The episodes of this round: every weekday in turn, seeds that no other round uses.
    fn episodes(&self) -> Vec<Episode> {
        let worlds = self.plan.worlds as u64;
        (0..worlds)
            .map(|world| {
                let number = self.round * worlds + world;
                let seed = stream(self.plan.seed, Use::Environment, number).seed() >> 1;
                Episode {
                    seed,
                    weekday: Some((number % 7) as u32),
                    days: self.plan.days,
                }
            })
            .collect()
    }

    /// Lives campuses with the heads as they are, and gives everybody's decisions as segments with
    /// the number of its group.
    fn experience(&self, metrics: &mut Metrics) -> Result<Vec<(u32, Segment)>> {
        let (mounts, episodes) = (self.mounts()?, self.episodes());
        let threads = match self.plan.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        };
        if let Some(size) = self.plan.method()?.group_size()
            && self.plan.grouping == Grouping::Branches
        {
            return self.branches(&mounts, &episodes, (size, threads), metrics);
        }
        let runs = self
            .field
            .run_all(&episodes, &mounts, true, threads, &|| ())?;
        report(&runs, &self.weights, metrics);
        let mut all = Vec::new();
        for run in &runs {
            for (group, mut segment) in self.segments(run) {
                segment.group = group;
                all.push((group, segment));
            }
        }
        Ok(all)
    }

    fn segments(&self, run: &Run) -> Vec<(u32, Segment)> {
        let rows: Vec<Row> = run
            .decisions
            .iter()
            .map(|d| Row::of(d, run.episode.seed, self.field.group(d.agent)))
            .collect();
        let mut manifest = super::dataset::Manifest::new("");
        manifest.persons = self.field.scenario().people.len();
        let data = Dataset::new(manifest, rows);
        data.segments(&self.weights, false)
            .into_iter()
            .map(|s| (s.group, s))
            .collect()
    }

    /// Rollouts branched from the same saved state: a campus lives until some hour of its day, then
    /// goes on `size` times with other actions. What one person does in all of them from there is
    /// a group.
    fn branches(
        &self,
        mounts: &[(Whom, Change)],
        episodes: &[Episode],
        (size, threads): (usize, usize),
        metrics: &mut Metrics,
    ) -> Result<Vec<(u32, Segment)>> {
        let people = self.field.scenario().people.len() as u32;
        let jobs: Vec<(usize, Episode, u64)> = episodes
            .iter()
            .enumerate()
            .flat_map(|(state, episode)| (0..size as u64).map(move |k| (state, *episode, k)))
            .collect();
        let field = &self.field;
        let runs = side_by_side(threads, &jobs, |(state, episode, k)| {
            let mut campus = field.campus(*episode);
            for (whom, change) in mounts {
                campus.change(whom, change);
            }
            let mut dice = stream(episode.seed, Use::Environment, 0);
            let begins = campus.clock().start.plus((2 + dice.below(8) as u32) * HOUR);
            // All branches live the same until here; from here on each draws its actions anew.
            campus.run_until(begins);
            campus.keep_decisions(true);
            campus.branch_dice(*k);
            campus.run_until(begins.plus(6 * HOUR));
            let run = Run {
                episode: *episode,
                decisions: campus.take_decisions(true),
                counts: campus.conduct().counts(),
                person_days: f64::from(people) * f64::from(6 * HOUR) / f64::from(DAY),
            };
            (*state as u32, run)
        })?;
        let mut all = Vec::new();
        let mut lived = Vec::with_capacity(runs.len());
        for (state, run) in runs {
            for rows in self.rows_by_agent(&run) {
                let Some(first) = rows.first() else { continue };
                let (agent, group) = (first.agent.0, first.group);
                for mut segment in Dataset::new(super::dataset::Manifest::new(""), rows)
                    .segments(&self.weights, false)
                {
                    segment.group = state * people + agent;
                    all.push((group, segment));
                }
            }
            lived.push(run);
        }
        report(&lived, &self.weights, metrics);
        Ok(all)
    }

    fn rows_by_agent(&self, run: &Run) -> Vec<Vec<Row>> {
        let mut rows: Vec<Row> = run
            .decisions
            .iter()
            .map(|d| Row::of(d, run.episode.seed, self.field.group(d.agent)))
            .collect();
        rows.sort_by_key(|r| r.agent);
        rows.chunk_by(|a, b| a.agent == b.agent)
            .map(<[Row]>::to_vec)
            .collect()
    }

    /// For whom the heads are, in their order: everybody, or a group.
    pub fn whom(&self) -> Vec<Whom> {
        let whom = |lane: &Lane| {
            lane.group
                .as_ref()
                .map_or(Whom::Everybody, |(_, name)| Whom::Group(name.clone()))
        };
        self.lanes.iter().map(whom).collect()
    }

    /// The heads as they are now, under the names that they will have as files.
    ///
    /// # Errors
    /// When weights are not finite.
    pub fn heads(&self) -> Result<Vec<Arc<Mounted>>> {
        let name = |lane: &Lane| match &lane.group {
            Some((_, group)) => format!(
                "{}-{}",
                self.plan.name,
                group.to_lowercase().replace(' ', "-")
            ),
            None => self.plan.name.clone(),
        };
        let mount = |lane: &Lane| {
            Ok(Arc::new(heads::mountable(
                &name(lane),
                &lane.learner.head()?,
                true,
            )?))
        };
        self.lanes.iter().map(mount).collect()
    }

    /// Writes the heads and their cards into a folder; gives their names.
    ///
    /// # Errors
    /// When files cannot be written, or are there already and may not be overwritten.
    pub fn save_heads(
        &self,
        folder: &Path,
        overwrite: bool,
        last: &Metrics,
    ) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for head in self.heads()? {
            let description = format!(
                "trained by {} in {} rounds",
                self.plan.algorithm.word, self.round
            );
            let mut card = Card::new(head.name(), self.plan.algorithm.word, &description);
            card.training = serde_json::to_value(&self.plan)
                .map_err(|e| LearnError::wrong(folder, e, "a plan that JSON can hold"))?;
            card.results = last
                .iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            heads::save(folder, &head, card, overwrite)?;
            names.push(head.name().to_owned());
        }
        Ok(names)
    }

    /// Writes everything that is needed to go on into a folder, in the place of what is there.
    ///
    /// # Errors
    /// When files cannot be written.
    pub fn save(&self, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder).map_err(LearnError::file(folder))?;
        for (i, lane) in self.lanes.iter().enumerate() {
            for (part, checkpoint) in lane.learner.checkpoint()? {
                checkpoint.save(folder.join(lane_folder(self.round, i, part)), true)?;
            }
        }
        let lanes = self
            .lanes
            .iter()
            .map(|l| l.group.as_ref().map_or_else(String::new, |g| g.1.clone()))
            .collect();
        let kept = Kept {
            round: self.round,
            steps: self.steps,
            lanes,
        };
        // The session's file names the round whose learners belong to it: whatever is interrupted,
        // one whole state is there.
        write_json(&folder.join("plan.json"), &self.plan)?;
        write_json(&folder.join("session.json"), &kept)?;
        remove_others(folder, self.round);
        Ok(())
    }

    /// Goes on with a session that was saved.
    ///
    /// # Errors
    /// When something is missing, damaged, or of another session.
    pub fn resume(folder: &Path, device: Device) -> Result<Self> {
        let plan: Plan = read_json(&folder.join("plan.json"), "the plan of a training session")?;
        let kept: Kept = read_json(&folder.join("session.json"), "a training session")?;
        let mut session = Self::new(plan, device)?;
        let names: Vec<String> = session
            .lanes
            .iter()
            .map(|l| l.group.as_ref().map_or_else(String::new, |g| g.1.clone()))
            .collect();
        if names != kept.lanes {
            let (found, expected) = (
                format!("groups {}", kept.lanes.join(", ")),
                names.join(", "),
            );
            return Err(LearnError::wrong(
                folder.join("session.json"),
                found,
                expected,
            ));
        }
        for (i, lane) in session.lanes.iter_mut().enumerate() {
            lane.learner.resume(&mut |part| {
                Checkpoint::load(folder.join(lane_folder(kept.round, i, part)))
            })?;
        }
        (session.round, session.steps) = (kept.round, kept.steps);
        Ok(session)
    }

    /// Lets a session go on for more rounds than were planned.
    pub fn set_rounds(&mut self, rounds: u64) {
        self.plan.rounds = rounds;
    }
}

fn lane_folder(round: u64, lane: usize, part: &str) -> String {
    format!("round-{round}-{lane}-{part}")
}

/// Removes the learners of other rounds than the one that was just saved, and what was left half
/// written.
fn remove_others(folder: &Path, round: u64) {
    remove_partial(folder);
    let own = format!("round-{round}-");
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("round-") && !name.starts_with(&own) {
            // What cannot be removed does no harm: the session's file does not name it.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// The head of that name or file, to begin with; one that does not normalise what it sees.
fn start(name: &str) -> Result<Start> {
    match Choice::of(name).decider()? {
        Decider::Head(head) if head.parts().norm.is_none() => {
            let parts = head.parts();
            Ok(Start {
                weights: parts.weights.clone(),
                activation: parts.activation,
            })
        }
        Decider::Head(_) => Err(LearnError::setting(
            "start",
            name,
            "a head that does not normalise what it sees",
        )),
        _ => Err(LearnError::setting(
            "start",
            name,
            "the name of a head, or a .safetensors file",
        )),
    }
}

/// Demonstrations of a group (or of everybody) as segments.
fn demonstrations(
    data: &Dataset,
    weights: &Weights,
    group: Option<&(u32, String)>,
    needs: Data,
) -> Vec<Segment> {
    // Numbers of groups are a dataset's own.
    let number = group.map(|(_, name)| {
        data.manifest
            .groups
            .iter()
            .position(|g| g == name)
            .map(|n| n as u32)
    });
    let segments = data.segments(weights, needs == Data::Acts);
    match number {
        None => segments,
        Some(number) => segments
            .into_iter()
            .filter(|s| Some(s.group) == number)
            .collect(),
    }
}

/// What runs say of those who lived them.
fn report(runs: &[Run], weights: &Weights, metrics: &mut Metrics) {
    let mut counts = collegium_sim::conduct::Counts::default();
    let (mut reward, mut decisions, mut days, mut broken) = (0.0, 0_usize, 0.0, 0_usize);
    let norms = [
        Violations::LATENESS,
        Violations::QUEUE_CUTTING,
        Violations::NOISE,
    ];
    for run in runs {
        counts.merge(&run.counts);
        days += run.person_days;
        decisions += run.decisions.len();
        reward += run
            .decisions
            .iter()
            .map(|d| f64::from(weights.sum(&d.rewards)))
            .sum::<f64>();
        broken += run
            .decisions
            .iter()
            .filter(|d| norms.iter().any(|n| d.violations.has(*n)))
            .count();
    }
    metrics.set("charts/episodic_return", reward / days.max(1e-9));
    metrics.set("charts/decisions", decisions as f64);
    metrics.set("charts/reward", reward / (decisions.max(1)) as f64);
    metrics.set(
        "norms/violation_rate",
        broken as f64 / (decisions.max(1)) as f64,
    );
    for (measure, value) in counts.measures(days) {
        if let Some(value) = value {
            metrics.set(&format!("norms/{}", measure.word()), value);
        }
    }
}

/// Where sessions are kept.
pub fn session_folder(name: &str) -> PathBuf {
    files::made("runs").join(name)
}
