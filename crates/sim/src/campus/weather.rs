//! Seasons and the weather of the day. Both are worked out from the date and the run's seed
//! whenever somebody asks, so that nothing of them is kept; they change nothing in a run.

use super::scenario::Scenario;
use collegium_core::{
    dice::{Dice, Draw},
    time::{DAY, Date, HOUR, SimTime},
};

const SKY: Draw = Draw::of("skies");

/// How long puddles stay after rain, in seconds.
const DRIES: u32 = HOUR;

/// How long rain takes to fill puddles, and clouds to gather and to go, in seconds.
const GATHERS: u32 = HOUR / 2;

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to September.
    Summer,
    /// October and November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// The season in which a date lies. Leaves turn with October.
    pub const fn of(date: Date) -> Self {
        match date.month {
            3..=5 => Self::Spring,
            6..=9 => Self::Summer,
            10..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }

    /// Its word, as maps and tilesets write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// What falls from the sky, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sky {
    /// The sun shines.
    Clear,
    /// Clouds hide the sun.
    Overcast,
    /// It rains.
    Rain,
    /// It snows.
    Snow,
}

impl Sky {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Overcast => "overcast",
            Self::Rain => "rain",
            Self::Snow => "snow",
        }
    }

    /// Whether something falls.
    pub const fn falls(self) -> bool {
        matches!(self, Self::Rain | Self::Snow)
    }
}

/// The weather of a day: clear but for some hours at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weather {
    /// What those hours bring.
    pub sky: Sky,
    /// When they begin and when they end, in seconds from midnight.
    pub hours: (u32, u32),
    /// How much falls in them, 0 to 1; 0 where nothing does.
    pub strength: f32,
}

/// How often in a month days are overcast without more, how often something falls, and what share
/// of that is snow.
const MONTHLY: [(f32, f32, f32); 12] = [
    (0.30, 0.36, 0.65),
    (0.28, 0.33, 0.60),
    (0.25, 0.32, 0.20),
    (0.22, 0.34, 0.03),
    (0.20, 0.28, 0.0),
    (0.17, 0.24, 0.0),
    (0.15, 0.22, 0.0),
    (0.16, 0.24, 0.0),
    (0.20, 0.27, 0.0),
    (0.25, 0.34, 0.0),
    (0.32, 0.38, 0.15),
    (0.32, 0.37, 0.55),
];

impl Weather {
    /// The weather of a day of a run with that seed, which is that date.
    pub fn of(seed: u64, day: u32, date: Date) -> Self {
        let mut dice = Dice { seed }.stream(0, SKY, day.into());
        let month = usize::from(date.month).saturating_sub(1) % MONTHLY.len();
        let (overcast, falls, snow) = MONTHLY[month];
        let (what, kind) = (dice.unit(), dice.unit());
        let sky = match what {
            u if u < falls && kind < snow => Sky::Snow,
            u if u < falls => Sky::Rain,
            u if u < falls + overcast => Sky::Overcast,
            _ => Sky::Clear,
        };
        let middle = dice.between(7.0, 19.0);
        let long = if sky.falls() {
            dice.between(1.0, 7.0)
        } else {
            dice.between(5.0, 16.0)
        };
        let strength = dice.between(0.35, 1.0);
        let second = |hour: f32| (hour * HOUR as f32) as u32;
        let hours = match sky {
            Sky::Clear => (0, 0),
            _ => (
                second((middle - long / 2.0).max(0.0)),
                second((middle + long / 2.0).min(24.0)).min(DAY),
            ),
        };
        Self {
            sky,
            hours,
            strength: if sky.falls() { strength } else { 0.0 },
        }
    }

    /// What the sky does at a moment of this day.
    pub const fn at(&self, of_day: u32) -> Sky {
        if self.hours.0 <= of_day && of_day < self.hours.1 {
            self.sky
        } else {
            Sky::Clear
        }
    }

    /// How far clouds hide the sun at a moment of this day, 0 to 1: they gather before what falls,
    /// and go after it.
    pub fn cloud(&self, of_day: u32) -> f32 {
        match self.sky {
            Sky::Clear => 0.0,
            _ => within(self.hours, of_day, GATHERS, GATHERS, false),
        }
    }

    /// How wet ways are from rain at a moment of this day, 0 to 1: puddles grow with it and dry
    /// after it.
    pub fn wet(&self, of_day: u32) -> f32 {
        match self.sky {
            Sky::Rain => within(self.hours, of_day, GATHERS, DRIES, true),
            _ => 0.0,
        }
    }
}

/// How far within hours a moment is, 0 to 1: rising for some seconds, before the hours or in them,
/// and falling for some after.
fn within((from, to): (u32, u32), at: u32, rises: u32, falls: u32, inside: bool) -> f32 {
    let begins = if inside { from + rises } else { from };
    let up = 1.0 - begins.saturating_sub(at) as f32 / rises as f32;
    let down = 1.0 - at.saturating_sub(to) as f32 / falls as f32;
    up.min(down).clamp(0.0, 1.0)
}

impl Scenario {
    /// The date of a moment.
    pub fn date(&self, at: SimTime) -> Date {
        self.term.begins.plus(at.day())
    }

    /// The season of a moment.
    pub fn season(&self, at: SimTime) -> Season {
        Season::of(self.date(at))
    }

    /// The weather of the day of a moment.
    pub fn weather(&self, at: SimTime) -> Weather {
        Weather::of(self.seed, at.day(), self.date(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(month: u8) -> Vec<Weather> {
        let date = Date { month, day: 10 };
        (0..3000).map(|day| Weather::of(5, day, date)).collect()
    }

    #[test]
    fn seasons_follow_the_months() {
        let season = |month| Season::of(Date { month, day: 1 });
        let found: Vec<&str> = (1..=12).map(|m| season(m).word()).collect();
        let wanted =
            "winter winter spring spring spring summer summer summer summer autumn autumn winter";
        assert_eq!(found.join(" "), wanted);
    }

    #[test]
    fn each_month_has_its_weather() {
        for month in 1..=12u8 {
            let all = days(month);
            let share = |sky: Sky| all.iter().filter(|w| w.sky == sky).count() as f32 / 3000.0;
            let (overcast, falls, snow) = MONTHLY[usize::from(month) - 1];
            assert!((share(Sky::Overcast) - overcast).abs() < 0.04, "{month}");
            assert!((share(Sky::Snow) - falls * snow).abs() < 0.04, "{month}");
            assert!(
                (share(Sky::Rain) - falls * (1.0 - snow)).abs() < 0.04,
                "{month}"
            );
            assert!(share(Sky::Clear) > 0.25, "{month}");
        }
        assert!(days(7).iter().all(|w| w.sky != Sky::Snow));
    }

    #[test]
    fn hours_are_in_order_and_days_differ() {
        for month in [1, 4, 7, 10] {
            let all = days(month);
            for w in &all {
                let (from, to) = w.hours;
                assert!(to <= DAY && (from < to || w.sky == Sky::Clear), "{w:?}");
                assert_eq!(w.strength > 0.0, w.sky.falls(), "{w:?}");
            }
            assert_eq!(all, days(month));
            assert!(all.windows(2).any(|two| two[0] != two[1]));
        }
        let date = Date::default();
        let of = |seed| (0..50).map(move |day| Weather::of(seed, day, date));
        assert!(of(1).zip(of(2)).any(|(a, b)| a != b), "seeds differ");
    }

    #[test]
    fn clouds_come_before_rain_and_puddles_stay_after_it() {
        let weather = Weather {
            sky: Sky::Rain,
            hours: (10 * HOUR, 12 * HOUR),
            strength: 0.5,
        };
        let sky = |hour: f32| weather.at((hour * 3600.0) as u32);
        assert_eq!(
            [sky(9.9), sky(10.0), sky(11.9), sky(12.0)].map(Sky::word),
            ["clear", "rain", "rain", "clear"]
        );
        let cloud = |hour: f32| weather.cloud((hour * 3600.0) as u32);
        assert_eq!(
            [cloud(9.5), cloud(9.75), cloud(11.0), cloud(12.5)],
            [0.0, 0.5, 1.0, 0.0]
        );
        let wet = |hour: f32| weather.wet((hour * 3600.0) as u32);
        assert_eq!(
            [wet(10.0), wet(10.25), wet(11.0), wet(12.5), wet(13.0)],
            [0.0, 0.5, 1.0, 0.5, 0.0]
        );
    }
}
