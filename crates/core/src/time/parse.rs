//! Reading times, days and hours as people write them.

use super::{DAY, HOUR, MINUTE, SimTime, WEEKDAYS};
use crate::input::did_you_mean;
use serde::{Deserialize, Serialize};

/// A set of days of the week, one bit each, Monday lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Weekdays(pub u8);

impl Weekdays {
    /// All seven days.
    pub const ALL: Self = Self(0x7f);

    /// Whether `weekday` (Monday = 0) belongs to it.
    pub const fn contains(self, weekday: usize) -> bool {
        self.0 >> weekday & 1 == 1
    }
}

/// A span within certain days: seconds since midnight, `from` before `to`, `to` at most 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayHours {
    /// The days of the week on which it holds.
    pub days: Weekdays,
    /// Where it begins, in seconds of the day.
    pub from: u32,
    /// Where it ends, in seconds of the day.
    pub to: u32,
}

impl DayHours {
    /// Whether it covers `moment`.
    pub const fn covers(&self, moment: SimTime) -> bool {
        self.days.contains(moment.weekday())
            && self.from <= moment.of_day()
            && moment.of_day() < self.to
    }
}

/// Reads `HH:MM`, from `00:00` to `24:00`, as seconds of the day.
///
/// # Errors
/// When it is not such a time.
pub fn parse_clock(text: &str) -> Result<u32, String> {
    let wrong = || format!("found “{text}”; expected a time such as 08:30");
    let (hours, minutes) = text.trim().split_once(':').ok_or_else(wrong)?;
    if hours.is_empty()
        || hours.len() > 2
        || minutes.len() != 2
        || !(hours.to_owned() + minutes)
            .bytes()
            .all(|b| b.is_ascii_digit())
    {
        return Err(wrong());
    }
    let (hours, minutes): (u32, u32) = (
        hours.parse().map_err(|_| wrong())?,
        minutes.parse().map_err(|_| wrong())?,
    );
    let seconds = hours * HOUR + minutes * MINUTE;
    if minutes > 59 || seconds > DAY {
        Err(wrong())
    } else {
        Ok(seconds)
    }
}

/// Reads `HH:MM-HH:MM`, the first before the second.
///
/// # Errors
/// When it is not such a span.
pub fn parse_hours(text: &str) -> Result<(u32, u32), String> {
    let wrong = || {
        format!("found “{text}”; expected hours such as 08:30-17:00, the first before the second")
    };
    let (from, to) = text.trim().split_once(['-', '–']).ok_or_else(wrong)?;
    let (from, to) = (parse_clock(from)?, parse_clock(to)?);
    if from < to {
        Ok((from, to))
    } else {
        Err(wrong())
    }
}

/// Reads `Mon`, `Mon-Fri`, `Mon,Wed,Fri` or a mixture of them.
///
/// # Errors
/// When a day is unknown or a range runs backwards.
pub fn parse_days(text: &str) -> Result<Weekdays, String> {
    let day = |word: &str| {
        let word = word.trim();
        WEEKDAYS
            .iter()
            .position(|d| d.eq_ignore_ascii_case(word))
            .ok_or_else(|| {
                format!(
                    "found day “{word}”; expected Mon, Tue, Wed, Thu, Fri, Sat or Sun{}",
                    did_you_mean(word, WEEKDAYS)
                )
            })
    };
    let mut set = 0u8;
    for part in text.split(',') {
        if let Some((a, b)) = part.split_once(['-', '–']) {
            let (a, b) = (day(a)?, day(b)?);
            if a > b {
                return Err(format!(
                    "found days “{}”; expected the first before the second",
                    part.trim()
                ));
            }
            for d in a..=b {
                set |= 1 << d;
            }
        } else {
            set |= 1 << day(part)?;
        }
    }
    Ok(Weekdays(set))
}

/// Reads opening hours or sessions: `always`, `08:00-18:00` (every day), `Mon-Fri 08:00-18:00; Sat
/// 10:00-14:00`.
///
/// # Errors
/// When a part is not of that form.
pub fn parse_day_hours(text: &str) -> Result<Vec<DayHours>, String> {
    if text.trim() == "always" {
        return Ok(vec![DayHours {
            days: Weekdays::ALL,
            from: 0,
            to: DAY,
        }]);
    }
    let mut all = Vec::new();
    for part in text.split(';') {
        let part = part.trim();
        let read = parse_days_and_hours(part).map_err(|what| {
            format!("{what}, in “{part}”: always, 08:00-18:00 or Mon-Fri 08:00-18:00 can be read")
        });
        all.push(read?);
    }
    Ok(all)
}

/// Reads `08:00-18:00`, of every day, or `Mon-Fri 08:00-18:00`.
fn parse_days_and_hours(part: &str) -> Result<DayHours, String> {
    let (days, hours) = match part.split_once(' ') {
        Some((days, hours)) => (parse_days(days)?, hours),
        None => (Weekdays::ALL, part),
    };
    let (from, to) = parse_hours(hours)?;
    Ok(DayHours { days, from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clocks_hours_and_days() {
        assert_eq!(parse_clock("08:30"), Ok(8 * HOUR + 30 * MINUTE));
        assert_eq!(parse_clock("24:00"), Ok(DAY));
        for bad in [
            "", "8", "8:5", "25:00", "08:60", "-1:00", "+8:00", "aa:bb", "24:01", "008:00",
        ] {
            assert!(parse_clock(bad).is_err(), "{bad}");
        }
        assert_eq!(parse_days("Mon-Wed,sun"), Ok(Weekdays(0b100_0111)));
        assert!(parse_days("Fri-Mon").is_err());
        assert!(
            parse_days("Mun")
                .unwrap_err()
                .contains("did you mean “Mon”")
        );
        let hours = parse_day_hours("Mon-Fri 08:00-18:00; Sat 10:00-14:00").unwrap();
        assert!(hours[1].covers(SimTime(5 * DAY + 11 * HOUR)));
        assert!(!hours.iter().any(|h| h.covers(SimTime(6 * DAY + 11 * HOUR))));
        assert!(parse_day_hours("always").unwrap()[0].covers(SimTime(6 * DAY + 23 * HOUR)));
        assert!(parse_day_hours("18:00-08:00").is_err());
        let short = parse_day_hours("Sat 10:00-14:00; 8-18").unwrap_err();
        assert!(
            short.contains("found “8”") && short.contains("“8-18”"),
            "{short}"
        );
    }

    proptest! {
        #[test]
        fn garbage_is_refused_in_words(text in ".*") {
            for message in [parse_clock(&text).err(), parse_days(&text).err(), parse_day_hours(&text).err()].into_iter().flatten() {
                prop_assert!(message.contains("expected"));
            }
        }

        #[test]
        fn every_minute_reads_back(minute in 0u32..1440) {
            let text = SimTime(minute * MINUTE).clock();
            prop_assert_eq!(parse_clock(&text), Ok(minute * MINUTE));
        }
    }
}
