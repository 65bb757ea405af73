//! What conduct comes to over a run: norms kept and broken, and the skills of a campus. Each
//! measure has a file of its own, which says what is counted for it, which way is better, what
//! events count, and how it is worked out; the list below is where they are known.

mod breaks;
mod class_attendance;
mod cooperation;
mod courtesy;
mod event_attendance;
mod lateness;
mod noise;
mod queue_cutting;
mod registry;
mod schedule_adherence;
mod study_focus;
mod task_latency;
mod violations;

use crate::tools::SimEvent;
use registry::registry;
use serde::{Deserialize, Serialize};

// The list of the measures. A new one is a file of its own, its `mod` above and its line here.
registry! {
    /// Norms broken (lateness, queue cutting, noise) for each person and day.
    Violations(violations);
    /// Times late, for each arrival at a class.
    Lateness(lateness);
    /// Times cut in, of all queues of three or more.
    QueueCutting(queue_cutting);
    /// Lines too loud for their place, for each person and day.
    Noise(noise);
    /// Classes come to, of those enrolled in.
    ClassAttendance(class_attendance);
    /// Events and meetings come to, of those known of.
    EventAttendance(event_attendance);
    /// Minutes between the beginning of a part of the plan and the action it asks for.
    TaskLatency(task_latency);
    /// Actions that were what the plan said, of those chosen while a part of it was on.
    ScheduleAdherence(schedule_adherence);
    /// Greetings and apologies made, of those there was occasion for.
    Courtesy(courtesy);
    /// Help given and things given or lent, of help asked for and these.
    Cooperation(cooperation);
    /// Hours studied for each person and day.
    StudyFocus(study_focus);
    /// Breaks, of temptations to break off studying.
    Breaks(breaks);
}

/// A measure; its values are what is counted for it.
trait Measured {
    /// Whether a greater value is the better conduct.
    const MORE_IS_BETTER: bool;

    /// Counts what an event means for the one whom it happens to. Decision points count what was
    /// chosen there.
    fn count(_event: &SimEvent, _counts: &mut Counts) {}

    /// What the counts of so many people × days come to; none where nothing was due.
    fn value(counts: &Counts, person_days: f64) -> Option<f64>;
}

/// How much of everything, of one person or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts([u32; COUNTS]);

impl Counts {
    /// How much of something.
    pub fn get(&self, what: impl Into<Count>) -> u32 {
        self.0[what.into().number()]
    }

    /// Adds to one of the counts, which stays at the greatest number there is.
    pub fn add(&mut self, what: impl Into<Count>, amount: u32) {
        let count = &mut self.0[what.into().number()];
        *count = count.saturating_add(amount);
    }

    /// Adds another's.
    pub fn merge(&mut self, other: &Counts) {
        for what in Count::ALL {
            self.add(*what, other.get(*what));
        }
    }

    /// The measures of a run of `person_days` people × days; none where nothing was due.
    pub fn measures(&self, person_days: f64) -> Vec<(Measure, Option<f64>)> {
        Measure::ALL
            .iter()
            .map(|measure| (*measure, measure.value(self, person_days)))
            .collect()
    }
}

/// The share of what was due; none where nothing was.
fn ratio(part: u32, due: u32) -> Option<f64> {
    (due > 0).then(|| f64::from(part) / f64::from(due))
}

/// So much for each person and day; none where there was no day.
fn each_day(amount: u32, person_days: f64) -> Option<f64> {
    (person_days > 0.0).then(|| f64::from(amount) / person_days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_ratios_of_what_was_due() {
        let mut counts = Counts::default();
        assert!(counts.measures(0.0).iter().all(|(_, v)| v.is_none()));
        for (what, amount) in [
            (ClassAttendance::Attended.into(), 8),
            (ClassAttendance::Missed.into(), 2),
            (Lateness::Late.into(), 4),
            (QueueCutting::CutIn.into(), 1),
            (Count::from(Noise::Noise), 3),
        ] {
            counts.add(what, amount);
        }
        let mut both = counts;
        both.merge(&counts);
        let all = both.measures(4.0);
        let value = |m: Measure| all.iter().find(|(n, _)| *n == m).unwrap().1;
        assert_eq!(value(Measure::ClassAttendance), Some(0.8));
        assert_eq!(value(Measure::Lateness), Some(0.5));
        assert_eq!(value(Measure::Violations), Some(4.0));
        assert_eq!(value(Measure::Cooperation), None);
    }

    #[test]
    fn nothing_is_counted_for_two_measures() {
        let words: std::collections::BTreeSet<&str> =
            Count::ALL.iter().map(|count| count.word()).collect();
        assert_eq!(words.len(), Count::ALL.len());
        let numbers = Count::ALL.iter().map(|count| count.number());
        assert!(numbers.eq(0..COUNTS), "what is counted stands in its order");
    }
}
