//! Pauses between attempts: exponential with full jitter, or what the server asks for.

use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;
use std::time::Duration;

/// The longest pause of our own choice.
const LONGEST: Duration = Duration::from_secs(20);

/// A pause before the attempt that follows `attempt` (from 0): anything up to `base` × 2^attempt,
/// so that those who failed together do not come back together. The same key and attempt give the
/// same pause.
pub fn pause(base: Duration, attempt: u32, key: &[u8; 32]) -> Duration {
    let most = base.saturating_mul(1 << attempt.min(16)).min(LONGEST);
    let mut seed = [0; 16];
    seed.copy_from_slice(&key[..16]);
    let mut dice = Pcg64Mcg::new(u128::from_le_bytes(seed) ^ (u128::from(attempt) << 64));
    most.mul_f64(dice.random::<f64>())
}

/// What a server asks for in `Retry-After`: seconds, or a date to be compared with the server's own
/// `Date`.
pub fn retry_after(value: &str, date: Option<&str>) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<f64>() {
        return (0.0..1e7)
            .contains(&seconds)
            .then(|| Duration::from_secs_f64(seconds));
    }
    let until = http_date(value)?;
    let now = http_date(date?)?;
    Some(Duration::from_secs(until.saturating_sub(now)))
}

/// Seconds since 1970 of a date like `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, the preferred
/// form).
fn http_date(text: &str) -> Option<u64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let parts: Vec<&str> = text.trim().split_once(", ")?.1.split([' ', ':']).collect();
    let &[day, month, year, hour, minute, second, "GMT"] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str, most: u64| part.parse::<u64>().ok().filter(|n| *n <= most);
    let month = MONTHS.iter().position(|m| *m == month)? as u64 + 1;
    let (day, year) = (number(day, 31)?, number(year, 9999)?);
    let (hour, minute, second) = (number(hour, 23)?, number(minute, 59)?, number(second, 60)?);
    if year < 1970 || day == 0 {
        return None;
    }
    // Days from the civil calendar (Howard Hinnant's algorithm), counting years from March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + of_year;
    Some(days.checked_sub(719_468)? * 86_400 + hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_are_jittered() {
        let base = Duration::from_millis(500);
        let mut longest = [Duration::ZERO; 4];
        for key in 0..200u8 {
            for attempt in 0..4 {
                let key = *blake3::hash(&[key]).as_bytes();
                let pause = pause(base, attempt, &key);
                assert!(pause <= base * (1 << attempt));
                longest[attempt as usize] = longest[attempt as usize].max(pause);
            }
        }
        for attempt in 0..4 {
            assert!(
                longest[attempt] > base * (1 << attempt) * 9 / 10,
                "{longest:?}"
            );
        }
        assert!(pause(base, 99, &[7; 32]) <= LONGEST);
    }

    #[test]
    fn retry_after_in_seconds_and_as_a_date() {
        assert_eq!(
            http_date("Sun, 06 Nov 1994 08:49:37 GMT"),
            Some(784_111_777)
        );
        assert_eq!(
            http_date("Thu, 29 Feb 2024 00:00:00 GMT"),
            Some(1_709_164_800)
        );
        assert_eq!(retry_after("7", None), Some(Duration::from_secs(7)));
        assert_eq!(retry_after("0.25", None), Some(Duration::from_millis(250)));
        assert_eq!(
            retry_after(
                "Sun, 06 Nov 1994 08:49:40 GMT",
                Some("Sun, 06 Nov 1994 08:49:37 GMT")
            ),
            Some(Duration::from_secs(3))
        );
        for wrong in [
            "",
            "soon",
            "-3",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nev 1994 08:49:37 GMT",
            "inf",
            "Sun, ",
        ] {
            assert_eq!(
                retry_after(wrong, Some("Sun, 06 Nov 1994 08:49:37 GMT")),
                None,
                "{wrong}"
            );
        }
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", None), None);
    }
}
