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
    let until = httpdate::parse_http_date(value).ok()?;
    let now = httpdate::parse_http_date(date?.trim()).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
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
        assert_eq!(retry_after("7", None), Some(Duration::from_secs(7)));
        assert_eq!(retry_after("0.25", None), Some(Duration::from_millis(250)));
        assert_eq!(
            retry_after(
                "Sun, 06 Nov 1994 08:49:40 GMT",
                Some("Sun, 06 Nov 1994 08:49:37 GMT")
            ),
            Some(Duration::from_secs(3))
        );
        assert_eq!(
            retry_after(
                "Thu, 29 Feb 2024 00:00:01 GMT",
                Some("Wed, 28 Feb 2024 23:59:59 GMT")
            ),
            Some(Duration::from_secs(2))
        );
        assert_eq!(
            retry_after(
                "Sun, 06 Nov 1994 08:49:37 GMT",
                Some("Sun, 06 Nov 1994 08:49:40 GMT")
            ),
            Some(Duration::ZERO),
            "a moment that is over"
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
