//! What conduct comes to over a run: norms kept and broken, and the skills of a campus. Each
//! measure has a file of its own, which says what is counted for it, which way is better, what
//! events count, and how it is worked out; the list below is where they are known.

mod breaks;
mod class_attendance;
mod class_lateness;
mod closeness_gained;
mod cooperation;
mod courtesy;
mod event_attendance;
mod event_lateness;
mod meeting_attendance;
mod meeting_lateness;
mod noise;
mod queue_cutting;
mod registry;
mod remembering_decisions;
mod remembering_lines;
mod schedule_adherence;
mod study_focus;
mod talk_time;
mod task_latency;
mod tasks_done;
mod understanding;
mod violations;
mod wellbeing;
mod work_lateness;

use crate::{
    campus::people::{Doing, Engagement},
    tools::SimEvent,
};
use registry::registry;
use serde::{Deserialize, Serialize};

// The list of the measures. A new one is a file of its own, its `mod` above and its line here.
registry! {
    /// Norms broken (lateness, queue cutting, noise) for each person and day.
    Violations(violations);
    /// Arrivals at classes that were late, of all.
    ClassLateness(class_lateness);
    /// Arrivals at shifts and at classes to give that were late, of all.
    WorkLateness(work_lateness);
    /// Arrivals at events that were late, of all.
    EventLateness(event_lateness);
    /// Arrivals at meetings that were late, of all.
    MeetingLateness(meeting_lateness);
    /// Times cut in, of all queues of three or more.
    QueueCutting(queue_cutting);
    /// Lines too loud for their place, for each person and day.
    Noise(noise);
    /// Classes come to, of those enrolled in.
    ClassAttendance(class_attendance);
    /// Events come to, of those that one is invited to and knows of.
    EventAttendance(event_attendance);
    /// Meetings come to, of those agreed upon.
    MeetingAttendance(meeting_attendance);
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
    /// Minutes in conversation for each person and day.
    TalkTime(talk_time);
    /// Time in which needs are met, of all time, each need by itself.
    Wellbeing(wellbeing);
    /// Percentage points more understood of one's courses, for each day of whoever takes any.
    Understanding(understanding);
    /// Parts of long-term tasks done, for each person and day.
    TasksDone(tasks_done);
    /// Points of closeness gained towards all others together, for each person and day.
    ClosenessGained(closeness_gained);
    /// Decisions about what to do next that rest on a memory, of all.
    RememberingDecisions(remembering_decisions);
    /// Lines that rest on a memory, of all that were said.
    RememberingLines(remembering_lines);
}

/// What somebody is found in when their time is counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// What they do.
    pub doing: Doing,
    /// Whether they are in a conversation.
    pub talks: bool,
    /// How many needs there are.
    pub needs: u32,
    /// How many of them are met.
    pub met: u32,
}

/// A measure; its values are what is counted for it.
trait Measured {
    /// Whether a greater value is the better conduct.
    const MORE_IS_BETTER: bool;

    /// Counts what an event means for the one whom it happens to. Decision points count what was
    /// chosen there.
    fn count(_event: &SimEvent, _counts: &mut Counts) {}

    /// Counts somebody's coming to a commitment, late or not.
    fn came(_what: Engagement, _late: bool, _counts: &mut Counts) {}

    /// Counts the end of a commitment that somebody came to or did not.
    fn was_due(_what: Engagement, _came: bool, _counts: &mut Counts) {}

    /// Counts so many minutes of somebody's time.
    fn lived(_look: &Look, _minutes: u32, _counts: &mut Counts) {}

    /// Counts how much closer somebody has come to the others, in points; less than 0 where they
    /// have grown apart.
    fn closer(_points: f32, _counts: &mut Counts) {}

    /// Counts by how many percentage points more than so many hours before somebody who takes courses
    /// understands of them; less than 0 where they have forgotten some.
    fn understood(_points: f32, _hours: u32, _counts: &mut Counts) {}

    /// What the counts of so many people × days come to; none where nothing was due.
    fn value(counts: &Counts, person_days: f64) -> Option<f64>;
}

/// How much of everything, of one person or of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u32>", into = "Vec<u32>")]
pub struct Counts([u32; COUNTS]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; COUNTS])
    }
}

impl From<Counts> for Vec<u32> {
    fn from(counts: Counts) -> Self {
        counts.0.to_vec()
    }
}

impl TryFrom<Vec<u32>> for Counts {
    type Error = String;

    fn try_from(list: Vec<u32>) -> Result<Self, Self::Error> {
        let found = list.len();
        let all = list.try_into();
        all.map(Self)
            .map_err(|_| format!("{found} counts; expected {COUNTS}"))
    }
}

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
            (ClassLateness::Came.into(), 8),
            (ClassLateness::Late.into(), 4),
            (Violations::Late.into(), 4),
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
        assert_eq!(value(Measure::ClassLateness), Some(0.5));
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
