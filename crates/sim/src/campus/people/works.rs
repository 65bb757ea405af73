//! Long-term tasks: the parts that they have, how far somebody is, and what comes of them.

use bevy::prelude::Component;
use collegium_core::{
    named,
    time::{DAY, HOUR, SimTime},
};
use serde::{Deserialize, Serialize};

/// How many hours of work a part of a task takes, in seconds.
pub const PART: u32 = 2 * HOUR;

/// After how long without work a task is stuck, in simulated seconds.
const STUCK: u32 = 3 * DAY;

/// After how long without work a task is given up, in simulated seconds.
const GIVEN_UP: u32 = 9 * DAY;

/// How many tasks of the stock follow those that a scenario gives somebody, and come round again.
pub const DRAWN: usize = 3;

/// How many endings of tasks somebody keeps in mind.
const KEPT: usize = 12;

named! {
    /// What a task ends in.
    Ending {
        /// A project that is finished.
        Project = "project",
        /// Something that is shown to everybody.
        Exhibition = "exhibition",
        /// A paper that is handed in.
        Paper = "paper",
        /// A piece of work that is done.
        Work = "work",
    }
}

/// A long-term task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is to be done, in words that follow “to”.
    pub what: String,
    /// Its parts, in the order in which they are done: each in such words, too.
    pub parts: Vec<String>,
    /// What it ends in.
    pub ends: Ending,
}

/// What came of work at a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// A part is done, by its index; more are left.
    Part(u8),
    /// The last part is done, and with it the whole.
    Whole,
    /// It was given up.
    GivenUp,
}

named! {
    /// How somebody gets on with their task.
    Standing {
        /// Not begun yet, or just begun.
        Fresh = "fresh",
        /// It goes well: parts get done, or work on them goes on.
        Going = "going",
        /// Nothing was done for it for days.
        Stuck = "stuck",
    }
}

/// The end of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The running number of the task.
    pub task: u16,
    /// What came of it.
    pub came: Came,
    /// When.
    pub at: SimTime,
}

/// How far somebody is with their tasks, one after the other.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Works {
    /// The running number of the task, from 0.
    pub task: u16,
    /// The index of the part that is to be done next.
    pub part: u8,
    /// How long they have worked at that part, in seconds.
    pub worked: u32,
    /// When they last worked at the task, or began with it.
    pub last: SimTime,
    /// How earlier tasks ended, the last ones.
    pub ended: Vec<Ended>,
}

impl Works {
    /// At the beginning of their first task.
    pub fn new(now: SimTime) -> Self {
        Self {
            last: now,
            ..Self::default()
        }
    }

    /// They worked for so many seconds at a task of so many parts. Gives what came of it.
    pub fn works(&mut self, seconds: u32, parts: usize, now: SimTime) -> Option<Came> {
        if seconds == 0 || parts == 0 {
            return None;
        }
        self.last = now;
        self.worked = self.worked.saturating_add(seconds);
        if self.worked < PART {
            return None;
        }
        // What is left of an hour goes into the next part.
        self.worked = (self.worked - PART).min(PART / 2);
        if usize::from(self.part) + 1 < parts {
            self.part += 1;
            return Some(Came::Part(self.part - 1));
        }
        self.end(Came::Whole, now);
        Some(Came::Whole)
    }

    /// Gives up a task for which nothing was done for too long. Says whether it was given up.
    pub fn gives_up(&mut self, now: SimTime) -> bool {
        let over = now.since(self.last) >= GIVEN_UP;
        if over {
            self.end(Came::GivenUp, now);
        }
        over
    }

    /// Ends the task and turns to the next.
    fn end(&mut self, came: Came, now: SimTime) {
        let task = self.task;
        self.ended.push(Ended {
            task,
            came,
            at: now,
        });
        if self.ended.len() > KEPT {
            self.ended.remove(0);
        }
        self.task = self.task.saturating_add(1);
        (self.part, self.worked, self.last) = (0, 0, now);
    }

    /// How they get on with it.
    pub fn standing(&self, now: SimTime) -> Standing {
        match () {
            () if now.since(self.last) >= STUCK => Standing::Stuck,
            () if self.part > 0 || self.worked >= PART / 2 => Standing::Going,
            () => Standing::Fresh,
        }
    }

    /// How much of a task of so many parts is done, 0 to 1.
    pub fn share(&self, parts: usize) -> f32 {
        let done = f32::from(self.part) + self.worked as f32 / PART as f32;
        if parts == 0 {
            0.0
        } else {
            (done / parts as f32).clamp(0.0, 1.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_get_done_the_last_ends_the_task_and_the_next_begins() {
        let mut works = Works::new(SimTime(0));
        let mut came = Vec::new();
        for hour in 1..=6 {
            came.extend(works.works(HOUR, 3, SimTime(hour * HOUR)));
        }
        assert_eq!(came, [Came::Part(0), Came::Part(1), Came::Whole]);
        assert_eq!((works.task, works.part, works.worked), (1, 0, 0));
        assert_eq!(works.ended[0].came, Came::Whole);
        assert_eq!(works.works(HOUR, 0, SimTime(7 * HOUR)), None);
    }

    #[test]
    fn what_nobody_works_at_is_stuck_and_then_given_up() {
        let mut works = Works::new(SimTime(0));
        works.works(HOUR, 3, SimTime(HOUR));
        assert_eq!(works.standing(SimTime(2 * HOUR)), Standing::Going);
        assert!((works.share(3) - 1.0 / 6.0).abs() < 1e-6);
        let later = SimTime(HOUR + STUCK);
        assert_eq!(works.standing(later), Standing::Stuck);
        assert!(!works.gives_up(later));
        assert!(works.gives_up(SimTime(HOUR + GIVEN_UP)));
        assert_eq!((works.task, works.ended[0].came), (1, Came::GivenUp));
        assert_eq!(
            works.standing(SimTime(HOUR + GIVEN_UP)),
            Standing::Fresh,
            "the next is new"
        );
    }
}
