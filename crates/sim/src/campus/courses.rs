//! The term: courses, their sessions, and days without classes.

use collegium_core::{
    ids::{AgentId, PlaceId},
    time::{Date, DayHours, SimTime},
};
use serde::{Deserialize, Serialize};

/// A course of the term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Course {
    /// Its code, such as `BIO101`.
    pub code: String,
    /// What people call it, such as `Cells and Systems`.
    pub title: String,
    /// Who teaches it; none for a visiting teacher who is not simulated.
    pub teacher: Option<AgentId>,
    /// Where it is taught.
    pub room: PlaceId,
    /// When; each entry covers one or more days.
    pub sessions: Vec<DayHours>,
    /// Who is enrolled, in order.
    pub students: Vec<AgentId>,
}

/// A part of the year in which courses are held every week.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Term {
    /// What it is called, such as `Autumn term`.
    pub title: String,
    /// The date of the Monday of its first week.
    pub begins: Date,
    /// How many weeks it lasts.
    pub weeks: u32,
    /// Days without classes, counted from the first Monday.
    pub holidays: Vec<u32>,
    /// The courses held in it, numbered from 0 in their order.
    pub courses: Vec<Course>,
}

impl Term {
    /// Whether classes are held on `day`.
    pub fn teaches_on(&self, day: u32) -> bool {
        day / 7 < self.weeks && !self.holidays.contains(&day)
    }

    /// When the test of a course is written in the week of a day: in the last lesson of the week, from
    /// then to its end; none in a week without lessons.
    pub fn test(&self, course: u16, day: u32) -> Option<(u8, SimTime, SimTime)> {
        let sessions = &self.courses.get(usize::from(course))?.sessions;
        let monday = day - day % 7;
        (monday..monday + 7).rev().find_map(|day| {
            let midnight = SimTime(day * collegium_core::time::DAY);
            let held = (0..).zip(sessions);
            let held = held.filter(|(_, s)| s.days.contains(midnight.weekday()));
            let last = held.max_by_key(|(number, s)| (s.from, *number));
            let (number, s) = last.filter(|_| self.teaches_on(day))?;
            Some((number, midnight.plus(s.from), midnight.plus(s.to)))
        })
    }

    /// When the next test of a course begins that is yet to be written.
    pub fn next_test(&self, course: u16, now: SimTime) -> Option<SimTime> {
        let tests = [now.day(), now.day() + 7].map(|day| self.test(course, day));
        let begins = tests.into_iter().flatten().map(|(_, begins, _)| begins);
        begins.into_iter().find(|begins| *begins > now)
    }

    /// The sessions on a day: (course, session, begins, ends), in order of time.
    pub fn sessions_on(&self, day: u32) -> Vec<(u16, u8, SimTime, SimTime)> {
        let mut all = Vec::new();
        if self.teaches_on(day) {
            let midnight = SimTime(day * collegium_core::time::DAY);
            for (c, course) in self.courses.iter().enumerate() {
                for (s, session) in course.sessions.iter().enumerate() {
                    if session.days.contains(midnight.weekday()) {
                        all.push((
                            c as u16,
                            s as u8,
                            midnight.plus(session.from),
                            midnight.plus(session.to),
                        ));
                    }
                }
            }
        }
        all.sort_unstable_by_key(|(c, s, begins, _)| (*begins, *c, *s));
        all
    }
}
