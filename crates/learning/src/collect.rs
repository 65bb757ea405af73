//! Running campuses for experience: one or many side by side, with heads mounted, and what was
//! decided in them.

use super::{LearnError, Result};
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};
use collegium_sim::{
    campus::{
        CampusMap,
        scenario::{self, Overrides, Scenario},
    },
    conduct::{Change, Counts, Decided, Whom},
    simulation::Campus,
};
use rayon::prelude::*;
use std::{path::Path, sync::Arc};

/// A scenario and its map, loaded once, in which any number of campuses can live.
#[derive(Clone)]
pub struct Field {
    scenario: Arc<Scenario>,
    map: Arc<CampusMap>,
    /// The names of the persona groups, sorted.
    pub groups: Vec<String>,
}

/// The life of one campus, from its seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The seed of the campus's dice.
    pub seed: u64,
    /// The day of the week it begins on, Monday 0; the scenario's own without one.
    pub weekday: Option<u32>,
    /// How many simulated days it lasts.
    pub days: u32,
}

/// What an episode brought: decisions, and what was counted.
#[derive(Clone, Debug)]
pub struct EpisodeRecord {
    /// The campus that was lived.
    pub episode: Episode,
    /// All decisions, where they were kept.
    pub decisions: Vec<Decided>,
    /// What was counted of everybody together.
    pub counts: Counts,
    /// People times simulated days.
    pub person_days: f64,
}

/// Parts of the mind that have no part in conduct, and are switched off where experience is all
/// that is wanted.
const IDLE: [&str; 2] = ["reflection", "mind_wandering"];

impl Field {
    /// Loads a scenario with so many people; all it names without a number. With `lean`, people
    /// neither reflect nor let their minds wander.
    ///
    /// # Errors
    /// When the scenario is refused, or its people are minded by models.
    pub fn open(file: &Path, persons: Option<usize>, lean: bool) -> Result<Self> {
        let without = if lean {
            IDLE.map(str::to_owned).to_vec()
        } else {
            Vec::new()
        };
        let overrides = Overrides {
            agents: persons,
            without,
            ..Overrides::default()
        };
        let (scenario, map) = scenario::load(file, overrides)?;
        if scenario.people.is_empty() {
            return Err(LearnError::setting("people", 0, "at least one"));
        }
        let mut groups: Vec<String> = scenario
            .people
            .iter()
            .map(|(p, _)| p.group.clone())
            .collect();
        groups.sort();
        groups.dedup();
        Ok(Self {
            scenario: Arc::new(scenario),
            map: Arc::new(map),
            groups,
        })
    }

    /// The scenario that all its campuses begin with.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The number of somebody's group.
    pub fn group(&self, agent: AgentId) -> u32 {
        let name = self
            .scenario
            .people
            .get(agent.0 as usize)
            .map(|(p, _)| p.group.as_str());
        name.and_then(|name| self.groups.iter().position(|g| g == name))
            .unwrap_or(0) as u32
    }

    /// A campus at the beginning of an episode.
    pub fn campus(&self, episode: Episode) -> Campus {
        let mut scenario = (*self.scenario).clone();
        scenario.seed = episode.seed;
        if let Some(day) = episode.weekday {
            scenario.start = SimTime(day * DAY + scenario.start.of_day());
        }
        let mut campus = Campus::new(Arc::new(scenario), Arc::clone(&self.map), 1);
        campus.keep_events(false);
        campus
    }

    /// Lives an episode with heads mounted and lessons taught.
    pub fn run(&self, episode: Episode, changes: &[(Whom, Change)], keep: bool) -> EpisodeRecord {
        let mut campus = self.campus(episode);
        campus.keep_decisions(keep);
        for (whom, change) in changes {
            campus.change(whom, change);
        }
        let end = campus.clock().start.plus(episode.days * DAY);
        campus.run_until(end);
        EpisodeRecord {
            episode,
            decisions: campus.take_decisions(true),
            counts: campus.conduct().counts(),
            person_days: campus.people() as f64 * f64::from(episode.days),
        }
    }

    /// Lives many episodes side by side on so many threads; the order of what comes back is that of
    /// the episodes, whatever the threads. `each` is told when one has ended.
    ///
    /// # Errors
    /// When threads cannot be had.
    pub fn run_all(
        &self,
        episodes: &[Episode],
        changes: &[(Whom, Change)],
        keep: bool,
        threads: usize,
        each: &(dyn Fn() + Sync),
    ) -> Result<Vec<EpisodeRecord>> {
        side_by_side(threads, episodes, |episode| {
            let run = self.run(*episode, changes, keep);
            each();
            run
        })
    }
}

/// Does something for each item on so many threads, and gives the results in the order of the
/// items.
///
/// # Errors
/// When threads cannot be had.
pub fn side_by_side<I: Sync, T: Send>(
    threads: usize,
    items: &[I],
    work: impl Fn(&I) -> T + Send + Sync,
) -> Result<Vec<T>> {
    if threads <= 1 || items.len() <= 1 {
        return Ok(items.iter().map(work).collect());
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|i| format!("campus {i}"))
        .build()
        .map_err(|e| LearnError::setting("threads", e, format!("{threads} threads")))?;
    Ok(pool.install(|| items.par_iter().map(work).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::{conduct::Decider, simulation::testing::project_file};

    #[test]
    fn episodes_do_not_depend_on_threads_and_begin_on_their_day() {
        let field = Field::open(&project_file("scenarios/first-week.toml"), Some(8), true).unwrap();
        let episodes: Vec<Episode> = (0..3)
            .map(|i| Episode {
                seed: i,
                weekday: Some(i as u32),
                days: 1,
            })
            .collect();
        let run = |threads| {
            field
                .run_all(
                    &episodes,
                    &[(Whom::Everybody, Decider::Expert.into())],
                    true,
                    threads,
                    &|| (),
                )
                .unwrap()
        };
        let (one, two) = (run(1), run(3));
        for (a, b) in one.iter().zip(&two) {
            assert_eq!(a.decisions, b.decisions);
            assert!(a.decisions.len() > 20, "{}", a.decisions.len());
            assert!(
                a.decisions
                    .iter()
                    .all(|d| d.at.day() >= a.episode.weekday.unwrap())
            );
        }
        assert_ne!(one[0].decisions, one[1].decisions);
    }
}
