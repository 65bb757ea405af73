//! Times of day as people spell them.

use super::{HOUR, MINUTE};

/// Words for times that need no number, with their hours.
const NAMED: [(&str, u32); 9] = [
    ("noon", 12),
    ("midday", 12),
    ("12 noon", 12),
    ("midnight", 0),
    ("trưa", 12),
    ("nửa đêm", 0),
    ("中午", 12),
    ("正午", 12),
    ("午夜", 0),
];

/// What stands between hours and minutes, or behind the hours.
const BETWEEN: [&str; 11] = [
    ":", "：", ".", "giờ", "hrs", "hr", "h", "点", "點", "时", "時",
];

/// Words of the half of the day: whether it is the second, and the words.
const HALVES: [(bool, &[&str]); 2] = [
    (
        false,
        &[
            "a.m.",
            "a.m",
            "am",
            "in the morning",
            "sáng",
            "上午",
            "早上",
            "凌晨",
        ],
    ),
    (
        true,
        &[
            "p.m.",
            "p.m",
            "pm",
            "in the afternoon",
            "in the evening",
            "at night",
            "chiều",
            "tối",
            "下午",
            "晚上",
        ],
    ),
];

/// Words that say nothing more of a time.
const EMPTY: [&str; 6] = ["at ", "around ", "about ", "o'clock", "o’clock", "uhr"];

/// Reads a time of day in one of the spellings that are usual: `9:00`, `09.00`, `9 am`, `9:30 p.m.`,
/// `09h00`, `0900`, `9 o'clock`, `noon`, `9 giờ 30`, `上午9点半`. Seconds after midnight, fewer than a
/// day has; none where it is no such time.
pub fn spelled_clock(text: &str) -> Option<u32> {
    let mut text = text.trim().to_lowercase();
    if text.chars().count() > 40 {
        return None;
    }
    for word in EMPTY {
        text = text.replace(word, " ");
    }
    let text = text.trim().trim_end_matches('.');
    if let Some((_, hours)) = NAMED.iter().find(|(word, _)| *word == text) {
        return Some(hours * HOUR);
    }
    let (later, rest) = half_of_day(text);
    let (hours, minutes) = numbers(&rest)?;
    let hours = match (later, hours) {
        (Some(false), 13..) => return None,
        (Some(true), 1..=11) => hours + 12,
        (Some(false), 12) => 0,
        // “24:00” is the end of the day, which is the beginning of the next.
        (_, 24) if minutes == 0 => 0,
        _ => hours,
    };
    (hours < 24 && minutes < 60).then_some(hours * HOUR + minutes * MINUTE)
}

/// Which half of the day is named, and the text without its name.
fn half_of_day(text: &str) -> (Option<bool>, String) {
    for (later, words) in HALVES {
        for word in words {
            if let Some(rest) = text.strip_suffix(word).or_else(|| text.strip_prefix(word)) {
                return (Some(later), rest.trim().to_owned());
            }
        }
    }
    (None, text.to_owned())
}

/// Hours and minutes, however they are parted.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let number = |t: &str| {
        let t = t.trim();
        (all_digits(t) && t.len() <= 2)
            .then(|| t.parse().ok())
            .flatten()
    };
    if all_digits(text) && matches!(text.len(), 3 | 4) {
        let (hours, minutes) = text.split_at(text.len() - 2);
        return Some((number(hours)?, number(minutes)?));
    }
    for between in BETWEEN {
        if let Some((hours, minutes)) = text.split_once(between) {
            let minutes = minutes.trim().trim_end_matches(['m', '分', '整']);
            let minutes = match minutes.trim().trim_end_matches("phút") {
                "" => 0,
                "半" | "rưỡi" => 30,
                other => match other.split_once(':') {
                    // Seconds behind the minutes say nothing here.
                    Some((minutes, seconds)) => number(seconds).and(number(minutes))?,
                    None => number(other)?,
                },
            };
            return Some((number(hours)?, minutes));
        }
    }
    Some((number(text)?, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_clock;
    use proptest::prelude::*;

    #[test]
    fn usual_spellings_are_read() {
        for (text, clock) in [
            ("9:00", "09:00"),
            ("09:00", "09:00"),
            ("9.30", "09:30"),
            ("09.00.", "09:00"),
            ("9 am", "09:00"),
            ("9am", "09:00"),
            ("9:15 A.M.", "09:15"),
            ("9:15 p.m.", "21:15"),
            ("12 am", "00:00"),
            ("12:30 pm", "12:30"),
            ("12 pm", "12:00"),
            ("14:00 pm", "14:00"),
            ("09h00", "09:00"),
            ("9h", "09:00"),
            ("0930", "09:30"),
            ("930", "09:30"),
            ("noon", "12:00"),
            ("Noon", "12:00"),
            ("midnight", "00:00"),
            ("9 o'clock", "09:00"),
            ("at 9 o’clock in the evening", "21:00"),
            ("7", "07:00"),
            ("24:00", "00:00"),
            ("09:00:00", "09:00"),
            ("9 giờ 30", "09:30"),
            ("9 giờ rưỡi sáng", "09:30"),
            ("上午9点半", "09:30"),
            ("下午3点", "15:00"),
            ("９：00", "none"),
            ("中午", "12:00"),
        ] {
            let read = spelled_clock(text);
            if clock == "none" {
                assert_eq!(read, None, "{text}");
            } else {
                assert_eq!(read, parse_clock(clock).ok(), "{text}");
            }
        }
        for text in [
            "",
            "soon",
            "25:00",
            "9:75",
            "13 am",
            "9-10",
            "9:00 to 10:00",
            "12345",
            "-3",
            "9:0:x",
            "after lunch",
            "am",
            ":",
            "1e3",
        ] {
            assert_eq!(spelled_clock(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in ".{0,50}") {
            prop_assert!(spelled_clock(&text).is_none_or(|s| s < 24 * HOUR));
        }

        #[test]
        fn every_time_as_it_is_written_is_read(minute in 0_u32..1440) {
            let text = format!("{:02}:{:02}", minute / 60, minute % 60);
            prop_assert_eq!(spelled_clock(&text), parse_clock(&text).ok());
        }
    }
}
