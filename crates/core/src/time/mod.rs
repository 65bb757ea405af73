//! Simulated time: whole seconds from the Monday of the first term week, the clock, the agenda and
//! the speeds.

mod agenda;
mod date;
mod parse;
mod speed;
mod spelled;

pub use agenda::Agenda;
pub use date::{Date, MONTHS, parse_date};
pub use parse::{DayHours, Weekdays, parse_clock, parse_day_hours, parse_days, parse_hours};
pub use speed::Speed;
pub use spelled::spelled_clock;

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Seconds in a minute.
pub const MINUTE: u32 = 60;
/// Seconds in an hour.
pub const HOUR: u32 = 3600;
/// Seconds in a day.
pub const DAY: u32 = 86_400;

/// Names of the days of the week, as files and screens show them.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A moment in simulated time: seconds since 00:00 of the Monday of term week 1.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct SimTime(pub u32);

impl SimTime {
    /// Days since the first Monday.
    pub const fn day(self) -> u32 {
        self.0 / DAY
    }

    /// Seconds since midnight, 0 to 86,399.
    pub const fn of_day(self) -> u32 {
        self.0 % DAY
    }

    /// Day of the week, Monday = 0.
    pub const fn weekday(self) -> usize {
        (self.day() % 7) as usize
    }

    /// Week of the term, from 1.
    pub const fn week(self) -> u32 {
        self.day() / 7 + 1
    }

    /// Hour of the day with its fraction, 0 to 24.
    pub fn hour(self) -> f32 {
        self.of_day() as f32 / HOUR as f32
    }

    /// This moment and `seconds` more.
    #[must_use]
    pub const fn plus(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// This moment less `seconds`, not before the beginning.
    #[must_use]
    pub const fn minus(self, seconds: u32) -> Self {
        Self(self.0.saturating_sub(seconds))
    }

    /// Seconds since `earlier`, 0 when that is later.
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The time of day as `HH:MM`, 00:00 to 23:59.
    pub fn clock(self) -> String {
        format!(
            "{:02}:{:02}",
            self.of_day() / HOUR,
            self.of_day() % HOUR / MINUTE
        )
    }
}

impl fmt::Display for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} (week {})",
            WEEKDAYS[self.weekday()],
            self.clock(),
            self.week()
        )
    }
}

/// The campus's clock.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// When the scenario began.
    pub start: SimTime,
    /// Now: the beginning of the current tick.
    pub now: SimTime,
    /// Ticks run or skipped since the start.
    pub tick: u64,
    /// Simulated seconds per tick.
    pub tick_seconds: u32,
    /// Ticks run since the start: those of `tick` that were not skipped.
    pub ticks_run: u64,
}

impl Clock {
    /// A clock that stands at `start` and moves `tick_seconds` simulated seconds a tick.
    pub const fn new(start: SimTime, tick_seconds: u32) -> Self {
        Self {
            start,
            now: start,
            tick: 0,
            tick_seconds,
            ticks_run: 0,
        }
    }

    /// Moves on by `ticks` ticks.
    pub const fn advance(&mut self, ticks: u64) {
        self.tick += ticks;
        self.now = SimTime(self.start.0 + (self.tick * self.tick_seconds as u64) as u32);
    }

    /// The next midnight.
    pub const fn midnight(&self) -> SimTime {
        SimTime((self.now.day() + 1).saturating_mul(DAY))
    }

    /// Whether this tick is the first of its day; the one in which the scenario began is not.
    pub const fn begins_day(&self) -> bool {
        self.tick > 0 && self.now.of_day() < self.tick_seconds
    }

    /// How many ticks it takes until the clock stands at `moment` or after it (at least 1).
    pub const fn ticks_until(&self, moment: SimTime) -> u64 {
        let ticks = moment.since(self.now).div_ceil(self.tick_seconds) as u64;
        if ticks == 0 { 1 } else { ticks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_named() {
        let t = SimTime(8 * DAY + 9 * HOUR + 5 * MINUTE);
        assert_eq!(t.to_string(), "Tue 09:05 (week 2)");
        assert_eq!(t.weekday(), 1);
    }

    #[test]
    fn the_clock_moves_by_whole_ticks() {
        let mut clock = Clock::new(SimTime(6 * HOUR), 10);
        assert_eq!(clock.ticks_until(SimTime(6 * HOUR + 25)), 3);
        clock.advance(3);
        assert_eq!(clock.now, SimTime(6 * HOUR + 30));
        assert_eq!(clock.ticks_until(SimTime(0)), 1);
    }

    #[test]
    fn a_day_begins_once_whatever_a_tick_is() {
        for seconds in [1, 7, 10, 600] {
            let mut clock = Clock::new(SimTime(23 * HOUR), seconds);
            let mut begun = Vec::new();
            for _ in 0..2 {
                let midnight = clock.midnight();
                clock.advance(clock.ticks_until(midnight) - 1);
                for _ in 0..3 {
                    clock.advance(1);
                    if clock.begins_day() {
                        begun.push(clock.now.day());
                    }
                }
            }
            assert_eq!(begun, [1, 2], "{seconds}");
        }
        let start = Clock::new(SimTime(DAY), 10);
        assert!(!start.begins_day(), "the scenario begins with it");
    }
}
