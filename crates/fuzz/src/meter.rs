//! What reading an input takes.

use std::fs;

/// The longest that an input may take, in seconds of this thread on a processor.
pub const MOST_SECONDS: f64 = 1.0;

/// How much more memory than at the beginning the process may ever have taken, in bytes.
pub const MOST_BYTES: u64 = 512 << 20;

/// Looks at what inputs take, one after the other. Where the system does not tell (elsewhere than
/// on Linux), nothing is said.
#[derive(Debug)]
pub struct Meter {
    bytes: Option<u64>,
    /// How many inputs there were.
    pub inputs: u64,
    /// The most seconds that one of them took.
    pub slowest: f64,
}

impl Meter {
    /// Begins to look at memory and time.
    pub fn start() -> Self {
        Self {
            bytes: status("VmRSS:"),
            inputs: 0,
            slowest: 0.0,
        }
    }

    /// Reads an input.
    ///
    /// # Panics
    /// Where it takes longer than [`MOST_SECONDS`], or the process has taken [`MOST_BYTES`]: that
    /// is what is looked for.
    pub fn take<T>(&mut self, read: impl FnOnce() -> T) -> T {
        let began = seconds();
        let given = read();
        let took = began.and_then(|began| Some(seconds()? - began));
        self.inputs += 1;
        self.slowest = self.slowest.max(took.unwrap_or_default());
        assert!(
            took.is_none_or(|took| took <= MOST_SECONDS),
            "it took {took:?} s; expected at most {MOST_SECONDS} s"
        );
        let more = self.more_bytes();
        assert!(
            more <= MOST_BYTES,
            "it took {more} bytes of memory; expected at most {MOST_BYTES}"
        );
        given
    }

    /// How much more memory than at the beginning the process has taken at most, in bytes.
    pub fn more_bytes(&self) -> u64 {
        let most = status("VmHWM:").zip(self.bytes);
        most.map_or(0, |(most, before)| most.saturating_sub(before))
    }
}

/// The seconds that this thread has been on a processor.
fn seconds() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: u64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds as f64 / 1e9)
}

/// A number of kibibytes that the system tells of this process, in bytes.
fn status(key: &str) -> Option<u64> {
    let told = fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix(key))?;
    let kib: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_too_long_is_found() {
        let mut meter = Meter::start();
        assert_eq!(meter.take(|| 5), 5);
        assert_eq!(meter.inputs, 1);
        if seconds().is_some() {
            let busy = || {
                let until = seconds().unwrap_or_default() + MOST_SECONDS + 0.05;
                while seconds().is_some_and(|now| now < until) {}
            };
            let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| meter.take(busy)));
            assert!(found.is_err());
        }
    }
}
