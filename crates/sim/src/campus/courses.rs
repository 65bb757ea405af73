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
