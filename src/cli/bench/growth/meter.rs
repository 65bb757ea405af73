//! What the measurement is taken with: time on a core, memory of this process, sizes of saves.

use super::super::super::Failure;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};
use tempfile::TempDir;

/// The bytes of a save that is closed.
pub(super) fn size_of_save(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |data| data.len())
}

/// Seconds that this thread has been on a core, where the system tells.
pub(super) fn cpu_seconds() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// A figure of this process's memory in bytes, where the system tells.
pub(in crate::cli::bench) fn memory(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix(name))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// Measures time on a core, which other programs do not disturb, or else by the wall clock.
pub(super) struct Watch {
    cpu: Option<f64>,
    wall: Instant,
}

impl Watch {
    #[expect(clippy::disallowed_methods, reason = "time is what is measured")]
    pub(super) fn start() -> Self {
        Self {
            wall: Instant::now(),
            cpu: cpu_seconds(),
        }
    }

    pub(super) fn seconds(&self) -> f64 {
        match (self.cpu, cpu_seconds()) {
            (Some(from), Some(to)) => to - from,
            _ => self.wall.elapsed().as_secs_f64(),
        }
    }
}

/// A folder for the saves of a measurement, which goes with it.
pub(super) struct Folder(TempDir);

impl Folder {
    pub(super) fn new() -> Result<Self, Failure> {
        let made = tempfile::Builder::new()
            .prefix("collegium-growth-")
            .tempdir()?;
        Ok(Self(made))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn save(&self, name: &str) -> PathBuf {
        self.path().join(format!("{name}.campus"))
    }
}
