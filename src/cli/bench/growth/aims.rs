//! What the figures are to be: a year costs a year's worth, and people cost what people cost.

use super::Growth;
use serde::Serialize;

/// What a figure is to be, and is.
#[derive(Debug, Serialize)]
pub(super) struct Aim {
    /// The figure, with its bound.
    pub what: String,
    /// What was found.
    pub found: String,
    pub holds: bool,
}

/// Steps a second of 25 people.
const STEPS: f64 = 1e6;
/// People, and their steps a second beside those of 25.
const BESIDE: [(usize, f64); 2] = [(500, 0.9), (1000, 0.8)];
/// The last week's speed beside the first's.
const LAST_BESIDE_FIRST: f64 = 0.9;
/// Bytes of the save a day.
const SAVE_A_DAY: f64 = 3e6;
/// Bytes of memory.
const PEAK: f64 = 200e6;
/// Bytes of the save of a day of 500 people.
const SAVE_OF_500: f64 = 20e6;
/// Seconds of a year, killed and gone on with.
const YEAR: f64 = 180.0;
/// The start of the window with a long save beside that with the save of a day.
const START: f64 = 1.5;

impl Aim {
    fn least(what: &str, found: f64, bound: f64) -> Self {
        Self {
            what: format!("{what} ≥ {bound}"),
            found: format!("{found:.2}"),
            holds: found >= bound,
        }
    }

    fn most(what: &str, found: f64, bound: f64) -> Self {
        Self {
            what: format!("{what} ≤ {bound:.1}"),
            found: format!("{found:.2}"),
            holds: found <= bound,
        }
    }
}

impl Growth {
    /// The aims that this measurement says something about.
    pub(super) fn find_aims(&self) -> Vec<Aim> {
        let mut all = Vec::new();
        let run = &self.run;
        let of = |people: usize| self.sizes.iter().find(|size| size.people == people);
        if let Some(size) = of(25) {
            let millions = size.steps_per_second / 1e6;
            all.push(Aim::least(
                "25 people, millions of steps/s",
                millions,
                STEPS / 1e6,
            ));
        }
        for (people, bound) in BESIDE {
            if let Some(size) = of(people) {
                let what = format!("{people} people beside the first");
                all.push(Aim::least(&what, size.beside_first, bound));
            }
        }
        if let Some(share) = run.last_beside_first {
            all.push(Aim::least(
                "last week beside the first",
                share,
                LAST_BESIDE_FIRST,
            ));
        }
        let a_day = run.save_bytes_a_day / 1e6;
        all.push(Aim::most("the save, MB a day", a_day, SAVE_A_DAY / 1e6));
        if let Some(peak) = run.peak_bytes {
            all.push(Aim::most(
                "memory at its peak, MB",
                peak as f64 / 1e6,
                PEAK / 1e6,
            ));
        }
        if let Some(size) = of(500) {
            let day = size.save_bytes as f64 / 1e6;
            all.push(Aim::most("a day of 500 people, MB", day, SAVE_OF_500 / 1e6));
        }
        if let Some(year) = &self.year {
            let bound = YEAR * f64::from(year.days) / 365.0;
            all.push(Aim::most("the year by the clock, s", year.seconds, bound));
            all.push(Aim {
                what: "the year verifies".to_owned(),
                found: if year.verified {
                    "it does"
                } else {
                    "it does not"
                }
                .to_owned(),
                holds: year.verified,
            });
        }
        if let Some(start) = &self.app_start {
            all.push(Aim::most(
                "the window, long save beside a day's",
                start.beside_day,
                START,
            ));
        }
        all
    }
}
