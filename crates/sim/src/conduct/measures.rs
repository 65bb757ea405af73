//! What conduct comes to over a run: norms kept and broken, and the skills of a campus.

use collegium_core::named;
use serde::{Deserialize, Serialize};

named! {
    /// Something that is counted for each person.
    Count {
        /// Decisions at decision points.
        Decisions = "decisions",
        /// Class sessions come to, late ones included.
        Attended = "attended",
        /// Class sessions missed.
        Missed = "missed",
        /// Times late to a class, a class to give, or a shift.
        Late = "late",
        /// Seconds late in all.
        LateSeconds = "late_seconds",
        /// Times in a queue of three or more.
        Queued = "queued",
        /// Times cut in.
        CutIn = "cut_in",
        /// Times gone without, or given up.
        GaveUp = "gave_up",
        /// Seconds waited in queues.
        WaitedSeconds = "waited_seconds",
        /// Lines said.
        Lines = "lines",
        /// Lines too loud for their place.
        Noise = "noise",
        /// Chances to greet.
        Met = "met",
        /// Greetings given.
        Greeted = "greeted",
        /// Times asked for help.
        Asked = "asked",
        /// Times helped.
        Helped = "helped",
        /// Times something was given or lent that nobody had a claim to.
        Gave = "gave",
        /// Apologies due.
        AmendsDue = "amends_due",
        /// Apologies made.
        Apologised = "apologised",
        /// Times tempted to break off studying.
        Tempted = "tempted",
        /// Times broken off.
        BrokeOff = "broke_off",
        /// Seconds studied.
        StudySeconds = "study_seconds",
        /// Events that one knew of and that took place.
        EventsDue = "events_due",
        /// Events and meetings come to.
        EventsAttended = "events_attended",
        /// Times an action was chosen while a part of the day's plan was on.
        PlanMoments = "plan_moments",
        /// Times it was what the plan said.
        PlanKept = "plan_kept",
        /// Seconds between the beginning of a part of the plan and the action it asks for, once a
        /// part.
        LatencySeconds = "latency_seconds",
        /// Parts of the plan that were begun.
        PartsBegun = "parts_begun",
    }
}

/// How much of everything, of one person or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts([u32; Count::ALL.len()]);

impl Counts {
    /// How much of something.
    pub const fn get(&self, what: Count) -> u32 {
        self.0[what as usize]
    }

    /// Adds to it.
    pub fn add(&mut self, what: Count, amount: u32) {
        let count = &mut self.0[what as usize];
        *count = count.saturating_add(amount);
    }

    /// Adds another's.
    pub fn merge(&mut self, other: &Counts) {
        for what in Count::ALL {
            self.add(*what, other.get(*what));
        }
    }

    /// Norms broken: lateness, queue cutting and noise.
    pub fn violations(&self) -> u32 {
        self.get(Count::Late) + self.get(Count::CutIn) + self.get(Count::Noise)
    }

    fn ratio(&self, part: Count, of: u32) -> Option<f64> {
        (of > 0).then(|| f64::from(self.get(part)) / f64::from(of))
    }

    /// The measures of a run of `person_days` people × days, with their names; none where nothing
    /// was due.
    pub fn measures(&self, person_days: f64) -> Vec<(Measure, Option<f64>)> {
        let each_day = |amount: u32| (person_days > 0.0).then(|| f64::from(amount) / person_days);
        let value = |measure: Measure| match measure {
            Measure::Violations => each_day(self.violations()),
            Measure::Lateness => self.ratio(
                Count::Late,
                self.get(Count::Attended).max(self.get(Count::Late)),
            ),
            Measure::QueueCutting => self.ratio(Count::CutIn, self.get(Count::Queued)),
            Measure::Noise => each_day(self.get(Count::Noise)),
            Measure::ClassAttendance => self.ratio(
                Count::Attended,
                self.get(Count::Attended) + self.get(Count::Missed),
            ),
            Measure::EventAttendance => self.ratio(
                Count::EventsAttended,
                self.get(Count::EventsDue)
                    .max(self.get(Count::EventsAttended)),
            ),
            Measure::TaskLatency => self
                .ratio(Count::LatencySeconds, self.get(Count::PartsBegun))
                .map(|seconds| seconds / 60.0),
            Measure::ScheduleAdherence => self.ratio(Count::PlanKept, self.get(Count::PlanMoments)),
            Measure::Courtesy => {
                let due = self.get(Count::Met) + self.get(Count::AmendsDue);
                (due > 0).then(|| {
                    f64::from(self.get(Count::Greeted) + self.get(Count::Apologised))
                        / f64::from(due)
                })
            }
            Measure::Cooperation => {
                let (helped, gave) = (self.get(Count::Helped), self.get(Count::Gave));
                let due = self.get(Count::Asked) + gave;
                (due > 0).then(|| f64::from(helped + gave) / f64::from(due))
            }
            Measure::StudyFocus => {
                each_day(self.get(Count::StudySeconds)).map(|seconds| seconds / 3600.0)
            }
            Measure::Breaks => self.ratio(Count::BrokeOff, self.get(Count::Tempted)),
        };
        Measure::ALL.iter().map(|m| (*m, value(*m))).collect()
    }
}

named! {
    /// A norm or skill measured over a run.
    Measure {
        /// Norms broken (lateness, queue cutting, noise) for each person and day.
        Violations = "violations",
        /// Late arrivals for each arrival at a class.
        Lateness = "lateness",
        /// Cutting in for each queue of three or more.
        QueueCutting = "queue_cutting",
        /// Lines too loud for their place, for each person and day.
        Noise = "noise",
        /// Classes come to, of those enrolled in.
        ClassAttendance = "class_attendance",
        /// Events and meetings come to, of those known of.
        EventAttendance = "event_attendance",
        /// Minutes between the beginning of a part of the plan and the action it asks for.
        TaskLatency = "task_latency",
        /// Actions that were what the plan said.
        ScheduleAdherence = "schedule_adherence",
        /// Greetings and apologies made, of those there was occasion for.
        Courtesy = "courtesy",
        /// Help given, of help asked for, and what was given or lent unasked.
        Cooperation = "cooperation",
        /// Hours studied for each person and day.
        StudyFocus = "study_focus",
        /// Breaks, of temptations to break off.
        Breaks = "breaks",
    }
}

impl Measure {
    /// What it is, with its unit.
    pub const fn meaning(self) -> &'static str {
        match self {
            Measure::Violations => {
                "norms broken (lateness, queue cutting, noise) for each person and day"
            }
            Measure::Lateness => "late arrivals, of all arrivals at classes",
            Measure::QueueCutting => "times cut in, of all queues of three or more",
            Measure::Noise => "lines too loud for their place, for each person and day",
            Measure::ClassAttendance => "classes come to, of those enrolled in",
            Measure::EventAttendance => "events and meetings come to, of those known of",
            Measure::TaskLatency => {
                "minutes between the beginning of a part of the plan and the action it asks for"
            }
            Measure::ScheduleAdherence => {
                "actions that were what the plan said, of those chosen while a part of it was on"
            }
            Measure::Courtesy => "greetings and apologies made, of those there was occasion for",
            Measure::Cooperation => {
                "help given and things given or lent, of help asked for and these"
            }
            Measure::StudyFocus => "hours studied for each person and day",
            Measure::Breaks => "breaks, of temptations to break off studying",
        }
    }

    /// Whether more of it is better.
    pub const fn more_is_better(self) -> bool {
        matches!(
            self,
            Measure::ClassAttendance
                | Measure::EventAttendance
                | Measure::ScheduleAdherence
                | Measure::Courtesy
                | Measure::Cooperation
                | Measure::StudyFocus
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_ratios_of_what_was_due() {
        let mut counts = Counts::default();
        assert!(counts.measures(0.0).iter().all(|(_, v)| v.is_none()));
        for (what, amount) in [
            (Count::Attended, 8),
            (Count::Missed, 2),
            (Count::Late, 4),
            (Count::CutIn, 1),
            (Count::Noise, 3),
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
}
