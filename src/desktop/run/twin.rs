//! The twin of the run on the screen: the same campus, in which the built-in rule decides for
//! everybody. It goes its own way from the moment at which the two began to be compared, in step
//! with the run, and is never saved.

use super::drive::Footing;
use collegium_core::{
    ids::AgentId,
    time::{DAY, HOUR, SimTime},
};
use collegium_sim::{
    campus::Posture,
    conduct::{Count, Counts, Decider, Measure, Whom},
    simulation::{Campus, PersonView},
};

/// Real seconds between two comparisons of the measures.
const EVERY: f32 = 0.25;

/// A measure of both since they began to be compared; none where nothing was due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwinScore {
    /// The measure by which both are compared.
    pub measure: Measure,
    /// Its value in the twin, in the measure's own unit.
    pub twin: Option<f64>,
    /// Its value in the run, in the measure's own unit.
    pub run: Option<f64>,
}

impl TwinScore {
    /// How much more the run has, and whether that is better; none where there is nothing to
    /// compare, or no difference that shows.
    pub fn difference(&self) -> Option<(f64, bool)> {
        let more = self.run? - self.twin?;
        (more.abs() >= 0.005).then_some((more, (more > 0.0) == self.measure.more_is_better()))
    }
}

/// The campus beside the run's.
pub struct Twin {
    /// The branch of the run's campus in which the rule decides.
    pub campus: Campus,
    /// Where its people stand and stood.
    pub footing: Footing,
    /// When the comparison began.
    pub since: SimTime,
    /// The measures of both, in their order.
    pub scores: Vec<TwinScore>,
    /// For each person whether they are elsewhere, or do something else, than their twin.
    differs: Vec<bool>,
    count: usize,
    /// What had been counted when the comparison began: the same for both.
    before: Counts,
    wait: f32,
}

/// Whether somebody is elsewhere, or does something else.
fn differ(campus: &Campus, a: &PersonView<'_>, b: &PersonView<'_>) -> bool {
    let place = |p: &PersonView<'_>| {
        if p.body.posture == Posture::Away {
            None
        } else {
            Some(campus.map().place_of(p.body.tile))
        }
    };
    let talks = |p: &PersonView<'_>| p.activity.talk.is_some();
    a.activity.doing != b.activity.doing || talks(a) != talks(b) || place(a) != place(b)
}

/// What has been counted since.
fn counted(now: &Counts, before: &Counts) -> Counts {
    let mut since = Counts::default();
    for what in Count::ALL {
        since.add(*what, now.get(*what).saturating_sub(before.get(*what)));
    }
    since
}

impl Twin {
    /// The twin of a campus from now on.
    pub fn of(run: &Campus) -> Self {
        let mut campus = run.branch();
        campus.keep_events(false);
        campus.mount(&Whom::Everybody, &Decider::Rule);
        let mut footing = Footing::default();
        footing.look(&campus);
        let mut twin = Self {
            footing,
            since: run.clock().now,
            scores: Vec::new(),
            differs: Vec::new(),
            count: 0,
            before: run.conduct().counts(),
            wait: 0.0,
            campus,
        };
        twin.compare(run, 0.0);
        twin
    }

    /// Runs until the clock stands where the run's does.
    pub fn keep_up(&mut self, now: SimTime) {
        while self.campus.clock().now < now {
            self.campus.step(now);
            self.footing.look(&self.campus);
        }
    }

    /// Looks who differs, and now and then what the measures are.
    pub fn compare(&mut self, run: &Campus, seconds: f32) {
        self.differs.clear();
        self.differs.extend(
            run.persons()
                .zip(self.campus.persons())
                .map(|(a, b)| differ(run, &a, &b)),
        );
        self.count = self.differs.iter().filter(|d| **d).count();
        self.wait -= seconds;
        if self.wait <= 0.0 {
            self.wait = EVERY;
            // A few minutes tell nothing of a day.
            let seconds = run.clock().now.since(self.since).max(HOUR);
            let person_days = run.people() as f64 * f64::from(seconds) / f64::from(DAY);
            let measures = |campus: &Campus| {
                counted(&campus.conduct().counts(), &self.before).measures(person_days)
            };
            let (twin, run) = (measures(&self.campus), measures(run));
            self.scores.clear();
            self.scores.extend(
                twin.into_iter()
                    .zip(run)
                    .map(|((measure, twin), (_, run))| TwinScore { measure, twin, run }),
            );
        }
    }

    /// Whether somebody is elsewhere, or does something else, than their twin.
    pub fn differs(&self, agent: AgentId) -> bool {
        self.differs
            .get(agent.0 as usize)
            .copied()
            .unwrap_or_default()
    }

    /// How many differ.
    pub fn differing(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::simulation::testing;

    #[test]
    fn without_another_decider_twins_live_the_same_and_with_one_they_part() {
        let mut run = testing::campus(1, 25, 1);
        run.run_until(run.clock().now.plus(2 * HOUR));
        let mut twin = Twin::of(&run);
        let until = run.clock().now.plus(3 * HOUR);
        let step = |run: &mut Campus, twin: &mut Twin, until: SimTime| {
            while run.clock().now < until {
                run.step(until);
                twin.keep_up(run.clock().now);
                assert_eq!(run.clock().now, twin.campus.clock().now);
            }
            twin.compare(run, 1.0);
        };
        step(&mut run, &mut twin, until);
        assert_eq!(twin.differing(), 0);
        assert!(
            twin.scores
                .iter()
                .all(|s| s.difference().is_none() && s.run == s.twin)
        );
        run.mount(&Whom::Everybody, &Decider::Expert);
        step(&mut run, &mut twin, until.plus(6 * HOUR));
        assert!(twin.differing() > 0);
        assert!(twin.scores.iter().any(|s| s.difference().is_some()));
        let decides = |campus: &Campus| {
            (0..25)
                .filter(|i| !campus.conduct().decider(AgentId(*i)).is_rule())
                .count()
        };
        assert_eq!((decides(&run), decides(&twin.campus)), (25, 0));
    }

    #[test]
    fn a_difference_is_better_or_worse_by_what_is_measured() {
        let score = |measure, twin, run| TwinScore { measure, twin, run }.difference();
        assert_eq!(
            score(Measure::Courtesy, Some(0.25), Some(0.75)),
            Some((0.5, true))
        );
        assert_eq!(
            score(Measure::ClassLateness, Some(0.25), Some(0.75)),
            Some((0.5, false))
        );
        assert_eq!(score(Measure::ClassLateness, Some(0.25), None), None);
        assert_eq!(
            score(Measure::ClassLateness, Some(0.25), Some(0.2501)),
            None
        );
    }
}
