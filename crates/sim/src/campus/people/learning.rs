//! What somebody understands of the courses that they take: raised by classes, study and help,
//! fading without use, and shown by a weekly test.

use bevy::prelude::Component;
use collegium_core::time::{DAY, HOUR, SimTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an hour of class adds at most, of what one does not understand yet.
const CLASS: f32 = 0.07;

/// What the first hour of study of a day adds, of what one does not understand yet.
const STUDY: f32 = 0.05;

/// What of an hour whose beginning one has missed is left of its worth.
const LATE: f32 = 0.8;

/// What is left from one night to the next of what was not used for longer than [`FRESH`].
const KEPT: f32 = 0.993;

/// For how long nothing fades that was used, in simulated seconds.
const FRESH: u32 = 2 * DAY;

/// What one expects of a first test, of 100.
const FIRST_EXPECTED: u8 = 55;

/// By how much a result may miss what was expected and be as expected, of 100.
const NEARLY: u8 = 8;

/// The result of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// When it was written.
    pub at: SimTime,
    /// The result, 0 to 100.
    pub result: u8,
    /// What the student had expected, 0 to 100.
    pub expected: u8,
}

impl Test {
    /// Whether it went better than expected.
    pub const fn is_good(&self) -> bool {
        self.result >= self.expected.saturating_add(NEARLY)
    }

    /// Whether it went worse than expected.
    pub const fn is_bad(&self) -> bool {
        self.result.saturating_add(NEARLY) <= self.expected
    }
}

/// What somebody understands of a course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grasp {
    /// How much of it they understand, 0 to 1.
    pub level: f32,
    /// When they last sat in it, studied for it or were helped with it.
    pub used: SimTime,
    /// How long they have studied for it today, in seconds.
    pub studied: u32,
    /// What they expect of the next test, of 100.
    pub expects: u8,
    /// Their last test.
    pub last: Option<Test>,
}

impl Grasp {
    fn new(level: f32, now: SimTime) -> Self {
        Self {
            level: level.clamp(0.0, 1.0),
            used: now,
            studied: 0,
            expects: FIRST_EXPECTED,
            last: None,
        }
    }

    /// Adds a share of what is not understood yet.
    fn gain(&mut self, share: f32, now: SimTime) {
        let share = if share.is_finite() { share } else { 0.0 };
        self.level += (1.0 - self.level) * share.clamp(0.0, 1.0);
        self.used = now;
    }
}

/// How awake a mind must be to take something in: half of it goes past whoever is dead tired.
fn takes_in(rested: f32) -> f32 {
    0.5 + 0.5 * rested.clamp(0.0, 1.0)
}

/// What somebody understands of each course that they take, by its number in the term.
#[derive(Component, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Learning {
    courses: BTreeMap<u16, Grasp>,
}

impl Learning {
    /// With so much of each course to begin with.
    pub fn new(levels: impl IntoIterator<Item = (u16, f32)>, now: SimTime) -> Self {
        let grasps = levels.into_iter().map(|(c, l)| (c, Grasp::new(l, now)));
        Self {
            courses: grasps.collect(),
        }
    }

    /// Every course that they take, with what they understand of it, in order of their numbers.
    pub fn all(&self) -> impl Iterator<Item = (u16, &Grasp)> {
        self.courses.iter().map(|(course, grasp)| (*course, grasp))
    }

    /// What they understand of a course; none for one that they do not take.
    pub fn of(&self, course: u16) -> Option<&Grasp> {
        self.courses.get(&course)
    }

    /// How much of a course they understand, 0 to 1: nothing where they do not take it.
    pub fn level(&self, course: u16) -> f32 {
        self.of(course).map_or(0.0, |grasp| grasp.level)
    }

    /// The mean over all their courses; none for whoever takes none.
    pub fn mean(&self) -> Option<f32> {
        let sum: f32 = self.courses.values().map(|grasp| grasp.level).sum();
        (!self.courses.is_empty()).then(|| sum / self.courses.len() as f32)
    }

    /// The course that they understand least.
    pub fn weakest(&self) -> Option<u16> {
        let lowest = |a: &(u16, &Grasp), b: &(u16, &Grasp)| a.1.level.total_cmp(&b.1.level);
        self.all().min_by(lowest).map(|(course, _)| course)
    }

    /// They sat in a class for so many seconds, so rested, 0 to 1.
    pub fn sat_in(&mut self, course: u16, seconds: u32, rested: f32, late: bool, now: SimTime) {
        if let Some(grasp) = self.courses.get_mut(&course) {
            let hours = seconds as f32 / HOUR as f32;
            let in_time = if late { LATE } else { 1.0 };
            grasp.gain(CLASS * hours * takes_in(rested) * in_time, now);
        }
    }

    /// They studied for a course for so many seconds, so rested, 0 to 1: the more of it lies behind
    /// them on the day, the less it brings.
    pub fn studied(&mut self, course: u16, seconds: u32, rested: f32, now: SimTime) {
        if let Some(grasp) = self.courses.get_mut(&course) {
            let hours = |seconds: u32| seconds as f32 / HOUR as f32;
            let before = hours(grasp.studied);
            grasp.studied = grasp.studied.saturating_add(seconds);
            // The integral of 1 / (1 + hours) over what was studied.
            let worth = libm::logf((1.0 + hours(grasp.studied)) / (1.0 + before));
            grasp.gain(STUDY * worth * takes_in(rested), now);
        }
    }

    /// Somebody who understands so much of a course explained some of it: a share of what they
    /// have before them is taken over. Gives whether there was anything to learn.
    pub fn was_helped(&mut self, course: u16, theirs: f32, share: f32, now: SimTime) -> bool {
        let Some(grasp) = self.courses.get_mut(&course) else {
            return false;
        };
        let before = (theirs - grasp.level).max(0.0) * share;
        if before > 0.0 {
            grasp.level = (grasp.level + before).min(1.0);
            grasp.used = now;
        }
        before > 0.0
    }

    /// They write the test of a course, so rested, 0 to 1, with luck of about −1 to 1; none where
    /// they do not take it.
    pub fn tested(&mut self, course: u16, rested: f32, luck: f32, now: SimTime) -> Option<Test> {
        let grasp = self.courses.get_mut(&course)?;
        let mark = 100.0 * (0.1 + 0.9 * grasp.level) * (0.85 + 0.15 * rested) + 8.0 * luck;
        let test = Test {
            at: now,
            result: mark.clamp(0.0, 100.0).round() as u8,
            expected: grasp.expects,
        };
        grasp.expects = grasp.expects.midpoint(test.result);
        grasp.last = Some(test);
        Some(test)
    }

    /// A night passes: the day's study is over, and what was not used for days fades.
    pub fn sleep_over(&mut self, now: SimTime) {
        for grasp in self.courses.values_mut() {
            grasp.studied = 0;
            if now.since(grasp.used) > FRESH {
                grasp.level *= KEPT;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::MINUTE;

    const NOW: SimTime = SimTime(9 * HOUR);

    fn at(level: f32) -> Learning {
        Learning::new([(3, level)], NOW)
    }

    fn raised(by: impl FnOnce(&mut Learning)) -> f32 {
        let mut learning = at(0.3);
        by(&mut learning);
        learning.level(3) - 0.3
    }

    #[test]
    fn classes_bring_more_to_who_is_rested_and_in_time() {
        let class = |rested, late| raised(|l| l.sat_in(3, 90 * MINUTE, rested, late, NOW));
        assert!(class(0.9, false) > class(0.2, false));
        assert!(class(0.9, false) > class(0.9, true));
        assert!(class(0.0, true) > 0.0);
        assert_eq!(raised(|l| l.sat_in(4, HOUR, 1.0, false, NOW)), 0.0);
    }

    #[test]
    fn study_brings_less_the_longer_it_lasts_and_begins_anew_the_next_day() {
        let mut learning = at(0.3);
        let hour = |l: &mut Learning| {
            let before = l.level(3);
            l.studied(3, HOUR, 0.8, NOW);
            (l.level(3) - before) / (1.0 - before)
        };
        let (first, second) = (hour(&mut learning), hour(&mut learning));
        assert!(first > 1.3 * second && second > 0.0, "{first} {second}");
        learning.sleep_over(NOW.plus(DAY));
        assert!((hour(&mut learning) - first).abs() < 1e-6);
        // In pieces it brings what it brings at once.
        let whole = raised(|l| l.studied(3, HOUR, 0.8, NOW));
        let halves = raised(|l| {
            l.studied(3, HOUR / 2, 0.8, NOW);
            l.studied(3, HOUR / 2, 0.8, NOW);
        });
        assert!((whole - halves).abs() < 0.001, "{whole} {halves}");
    }

    #[test]
    fn help_comes_from_who_understands_more_and_never_beyond_them() {
        assert!(raised(|l| assert!(l.was_helped(3, 0.8, 0.2, NOW))) > 0.05);
        assert_eq!(raised(|l| assert!(!l.was_helped(3, 0.2, 0.2, NOW))), 0.0);
        assert!(raised(|l| assert!(l.was_helped(3, 0.8, 1.0, NOW))) <= 0.501);
    }

    #[test]
    fn what_is_not_used_fades() {
        let mut learning = at(0.5);
        learning.sleep_over(NOW.plus(DAY));
        assert_eq!(learning.level(3), 0.5);
        for day in 3..33 {
            learning.sleep_over(NOW.plus(day * DAY));
        }
        assert!((0.35..0.45).contains(&learning.level(3)));
    }

    #[test]
    fn tests_show_what_is_understood_and_what_was_expected() {
        let test = |level: f32| at(level).tested(3, 0.8, 0.0, NOW).unwrap();
        assert!(test(0.9).result > 75 && test(0.1).result < 30);
        assert!(test(0.9).is_good() && test(0.1).is_bad());
        let mut learning = at(0.9);
        let first = learning.tested(3, 0.8, 0.0, NOW).unwrap();
        let second = learning.tested(3, 0.8, 0.0, NOW).unwrap();
        assert!(second.expected > first.expected && second.result == first.result);
        assert_eq!(learning.of(3).and_then(|g| g.last), Some(second));
        assert!(learning.tested(9, 1.0, 0.0, NOW).is_none());
        let lucky = at(1.0).tested(3, 1.0, 9.0, NOW).unwrap();
        assert_eq!(lucky.result, 100);
    }
}
