//! What heads live through in a round: campuses side by side, or branches of them.

use super::{Lane, Session};
use crate::{
    Result,
    collect::{Episode, EpisodeRecord, side_by_side},
    dataset::{Dataset, Manifest, Row},
    heads,
    plan::Grouping,
};
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR},
};
use collegium_sim::{
    conduct::{Change, Counts, Decider, RewardWeights, Whom},
    tools::Norm,
};
use std::sync::Arc;
use tracing::debug_span;
use training::{
    metrics::Metrics,
    rollout::Segment,
    seed::{Use, stream},
};

impl Session {
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
    /// the number of their group.
    pub(super) fn experience(&self, metrics: &mut Metrics) -> Result<Vec<(u32, Segment)>> {
        let (mounts, episodes) = (self.mounts()?, self.episodes());
        let _span = debug_span!("experience", campuses = episodes.len()).entered();
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
        report(&runs, |agent| self.weigh(self.field.group(agent)), metrics);
        let mut all = Vec::new();
        for run in &runs {
            for (group, mut segment) in self.segments(run) {
                segment.group = group;
                all.push((group, segment));
            }
        }
        Ok(all)
    }

    /// The weights of the reward's terms for those of a group, by its number.
    fn weigh(&self, group: u32) -> RewardWeights {
        let name = self.field.groups.get(group as usize);
        let name = name.map_or("", String::as_str);
        self.field.scenario().reward_weights(name)
    }

    fn segments(&self, run: &EpisodeRecord) -> Vec<(u32, Segment)> {
        let rows: Vec<Row> = run
            .decisions
            .iter()
            .map(|d| Row::of(d, run.episode.seed, self.field.group(d.agent)))
            .collect();
        let mut manifest = Manifest::new("");
        manifest.persons = self.field.scenario().people.len();
        let data = Dataset::new(manifest, rows);
        data.segments_by(|group| self.weigh(group), false)
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
            let run = EpisodeRecord {
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
                let data = Dataset::new(Manifest::new(""), rows);
                for mut segment in data.segments_by(|group| self.weigh(group), false) {
                    segment.group = state * people + agent;
                    all.push((group, segment));
                }
            }
            lived.push(run);
        }
        report(&lived, |agent| self.weigh(self.field.group(agent)), metrics);
        Ok(all)
    }

    fn rows_by_agent(&self, run: &EpisodeRecord) -> Vec<Vec<Row>> {
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
}

/// What runs say of those who lived them.
fn report(runs: &[EpisodeRecord], weigh: impl Fn(AgentId) -> RewardWeights, metrics: &mut Metrics) {
    let mut counts = Counts::default();
    let (mut reward, mut decisions, mut days, mut broken) = (0.0, 0_usize, 0.0, 0_usize);
    for run in runs {
        counts.merge(&run.counts);
        days += run.person_days;
        decisions += run.decisions.len();
        reward += run
            .decisions
            .iter()
            .map(|d| f64::from(weigh(d.agent).sum(&d.rewards)))
            .sum::<f64>();
        broken += run
            .decisions
            .iter()
            .filter(|d| Norm::SEEN.iter().any(|n| d.violations.has(*n)))
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
