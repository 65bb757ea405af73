//! Values of options: what is read from the command line, and what it means.

use collegium_core::time::{DAY, SimTime, parse_clock, parse_days};
use collegium_sim::campus::scenario;

/// The most people that can be asked for.
pub const MOST_PEOPLE: u64 = scenario::MOST_PEOPLE as u64;

/// More of anything that is counted than is ever asked for in earnest.
pub const MANY: u64 = 1_000_000_000;

/// Reads a seed.
///
/// # Errors
/// When it is none.
pub fn seed(text: &str) -> Result<u64, String> {
    whole(0, u64::MAX)(text)
}

/// Reads a probability that leaves something to chance.
///
/// # Errors
/// When it is none.
pub fn probability(text: &str) -> Result<f64, String> {
    let read = text.parse::<f64>().ok();
    read.filter(|p| *p > 0.0 && *p < 1.0)
        .ok_or_else(|| "expected a number above 0 and below 1".to_owned())
}

/// Reads a whole number within bounds.
pub fn whole<T: TryFrom<u64>>(
    least: u64,
    most: u64,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static {
    move |text| {
        let read = text.parse::<u64>().ok();
        read.filter(|n| (least..=most).contains(n))
            .and_then(|n| T::try_from(n).ok())
            .ok_or_else(|| format!("expected a whole number from {least} to {most}"))
    }
}

/// Reads how long a run is, in parts of so many simulated seconds.
pub fn length(part: u32) -> impl Fn(&str) -> Result<f64, String> + Clone + Send + Sync + 'static {
    move |text| {
        let read = text.parse::<f64>().ok();
        let within = |n: &f64| {
            let seconds = n * f64::from(part);
            seconds >= 1.0 && seconds <= f64::from(LONGEST)
        };
        let most = LONGEST / part;
        read.filter(within)
            .ok_or_else(|| format!("expected a number above 0, at most {most} (a hundred weeks)"))
    }
}

/// The longest run, in simulated seconds.
const LONGEST: u32 = 700 * DAY;

/// Reads a number of seconds of the wall clock, 0 to 86,400.
///
/// # Errors
/// When it is none.
pub fn seconds(text: &str) -> Result<f32, String> {
    let read = text.parse::<f32>().ok();
    read.filter(|n| (0.0..=86_400.0).contains(n))
        .ok_or_else(|| "expected 0 to 86400 seconds".to_owned())
}

/// Reads a number of minutes of the wall clock, 0 to 10,080: a week.
///
/// # Errors
/// When it is none.
pub fn minutes(text: &str) -> Result<f64, String> {
    let read = text.parse::<f64>().ok();
    read.filter(|n| (0.0..=10_080.0).contains(n))
        .ok_or_else(|| "expected 0 to 10080 minutes (a week)".to_owned())
}

/// Reads "Tue 09:00" or "week 2 Tue 09:00" as the first such moment after `start`.
///
/// # Errors
/// When it is not such a moment.
pub fn moment(text: &str, start: SimTime) -> Result<SimTime, anyhow::Error> {
    let wrong = |why: &str| {
        anyhow::anyhow!(
            "--until “{text}”: {why}; expected a moment such as \"Tue 09:00\" or \"week 2 Mon 08:00\""
        )
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let (week, day, clock) = match words.as_slice() {
        [clock] => (None, None, *clock),
        [day, clock] => (None, Some(*day), *clock),
        ["week", week, day, clock] => (Some(*week), Some(*day), *clock),
        _ => return Err(wrong("it cannot be read")),
    };
    let clock = parse_clock(clock).map_err(|e| wrong(&e))?;
    let weekday = match day {
        None => None,
        Some(day) => {
            let set = parse_days(day).map_err(|e| wrong(&e))?;
            (set.0.count_ones() == 1)
                .then(|| set.0.trailing_zeros())
                .map_or_else(|| Err(wrong("one day is expected")), |d| Ok(Some(d)))?
        }
    };
    if let (Some(week), Some(weekday)) = (week, weekday) {
        let week: u32 = week
            .parse()
            .ok()
            .filter(|w| (1..=200).contains(w))
            .ok_or_else(|| wrong("the week is not a number from 1 to 200"))?;
        let moment = SimTime(((week - 1) * 7 + weekday) * DAY + clock);
        return if moment > start {
            Ok(moment)
        } else {
            Err(wrong("it lies before the scenario's start"))
        };
    }
    let first = (0..15)
        .map(|d| SimTime((start.day() + d) * DAY + clock))
        .find(|t| *t > start && weekday.is_none_or(|w| t.day() % 7 == w));
    first.ok_or_else(|| wrong("no such moment follows the scenario's start"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::time::{HOUR, MINUTE};

    #[test]
    fn moments_are_found_after_the_start() {
        let start = SimTime(6 * HOUR);
        assert_eq!(moment("Mon 07:00", start).ok(), Some(SimTime(7 * HOUR)));
        assert_eq!(
            moment("Mon 06:00", start).ok(),
            Some(SimTime(7 * DAY + 6 * HOUR))
        );
        assert_eq!(moment("05:00", start).ok(), Some(SimTime(DAY + 5 * HOUR)));
        assert_eq!(
            moment("week 2 Tue 09:30", start).ok(),
            Some(SimTime(8 * DAY + 9 * HOUR + 30 * MINUTE))
        );
        for bad in [
            "",
            "Mon",
            "Mon-Tue 08:00",
            "week x Mon 08:00",
            "week 1 Mon 05:00",
            "later",
        ] {
            assert!(moment(bad, start).is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_out_of_bounds_are_refused() {
        let threads = whole::<u8>(1, 200);
        assert_eq!(threads("200"), Ok(200));
        for bad in ["0", "201", "-1", "1.5", "nan", "", "99999999999999999999"] {
            let said = threads(bad).unwrap_err();
            assert_eq!(said, "expected a whole number from 1 to 200", "{bad}");
        }
        assert_eq!(length(DAY)("0.5"), Ok(0.5));
        for bad in ["0", "nan", "inf", "-1", "1e12", "soon"] {
            assert!(
                length(DAY)(bad).is_err() && length(HOUR)(bad).is_err(),
                "{bad}"
            );
        }
        assert!(seconds("nan").is_err() && seconds("5").is_ok());
    }
}
