//! Being asked to stop: Ctrl-C, the end of a terminal, and whoever ends processes politely. The
//! first time the command stops where it can go on later; the second time at once. A signal that
//! the process was started to pass over (`nohup` does that with the end of a terminal) is passed
//! over. So is the one of a file that may not grow any further: the write fails, and is told.

use std::{
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// Whether, and by which signal, the process was asked to stop.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicUsize>);

impl Stop {
    /// Listens from now on. Where that is not possible, a signal ends the process as usual: what
    /// was done since the last commit or checkpoint is lost, and nothing else.
    #[cfg(unix)]
    pub fn listen() -> Self {
        use signal_hook::{
            consts::{SIGHUP, SIGINT, SIGTERM},
            flag,
        };
        let stop = Self::default();
        let again = Arc::new(std::sync::atomic::AtomicBool::new(false));
        let ignored = ignored();
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            // Whoever started the process wants it to go on.
            if (ignored >> (signal - 1)) & 1 == 1 {
                continue;
            }
            let code = 128 + signal;
            // In this order: only the second time is `again` true already.
            let _ = flag::register_conditional_shutdown(signal, code, Arc::clone(&again));
            let _ = flag::register(signal, Arc::clone(&again));
            let _ = flag::register_usize(signal, Arc::clone(&stop.0), signal as usize);
        }
        stop
    }

    /// Listens from now on.
    #[cfg(not(unix))]
    pub fn listen() -> Self {
        let stop = Self::default();
        let asked = Arc::clone(&stop.0);
        // 2 is SIGINT.
        let _ = ctrlc::set_handler(move || asked.store(2, Ordering::Relaxed));
        stop
    }

    /// Whether it was asked to stop.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// The exit code that says by what: 129 for the end of a terminal, 130 for Ctrl-C, 143 for
    /// whoever ends processes; success where nobody has asked.
    pub fn exit_code(&self) -> ExitCode {
        match self.0.load(Ordering::Relaxed) {
            0 => ExitCode::SUCCESS,
            signal => ExitCode::from(u8::try_from(128 + signal).unwrap_or(130)),
        }
    }
}

/// Has a write fail where a file may not grow any further (`ulimit -f`), so that it is told as a
/// full disk is, in the place of a signal that ends the process without a word.
#[cfg(unix)]
pub fn let_writes_fail() {
    // Nobody looks at it: what is listened to does not end the process.
    let reached = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, reached);
}

/// There is no such signal.
#[cfg(not(unix))]
pub fn let_writes_fail() {}

/// The signals that this process was started to pass over, the lowest bit for signal 1; none where
/// the system does not tell.
#[cfg(unix)]
fn ignored() -> u64 {
    std::fs::read_to_string("/proc/self/status").map_or(0, |status| ignored_in(&status))
}

/// The same from what Linux tells of a process.
#[cfg(unix)]
fn ignored_in(status: &str) -> u64 {
    let mut lines = status.lines();
    let bits = lines.find_map(|line| line.strip_prefix("SigIgn:"));
    bits.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok())
        .unwrap_or(0)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_is_read_from_what_the_system_tells() {
        let status = "Name:\tcollegium\nSigBlk:\t0000000000000002\n\
                      SigIgn:\t0000000000001001\nSigCgt:\t0000000000004002\n";
        // SIGHUP and SIGPIPE.
        assert_eq!(ignored_in(status), (1 << 12) | 1);
        assert_eq!(ignored_in("SigIgn:\tnone\n"), 0);
        assert_eq!(ignored_in(""), 0);
    }
}
