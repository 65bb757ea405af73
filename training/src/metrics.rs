//! What a learner reports, by the names of the reference implementations, and a file of one JSON
//! object a line.

use crate::error::{Error, Result};
use crate::files::{MOST_BYTES, read_at_most, write_whole};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a measure is a measure of, whichever learner reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The reward that is gained.
    Return,
    /// A loss, which learning makes small.
    Loss,
    /// How well experts are told from policies.
    Discriminator,
    /// How undecided a policy is.
    Entropy,
    /// How far a step goes from the policy before it.
    Divergence,
    /// How people conduct themselves.
    Conduct,
}

/// The names of measures with an aspect that plots show, without a group before them.
const ASPECTS: [(&str, Aspect); 36] = [
    ("charts/episodic_return", Aspect::Return),
    ("charts/reward", Aspect::Return),
    ("reward", Aspect::Return),
    ("reward_std", Aspect::Return),
    ("frac_reward_zero_std", Aspect::Return),
    ("disc/reward_mean", Aspect::Return),
    ("disc/reward_std", Aspect::Return),
    ("losses/loss", Aspect::Loss),
    ("losses/actor_loss", Aspect::Loss),
    ("losses/alpha_loss", Aspect::Loss),
    ("losses/conservative_loss", Aspect::Loss),
    ("losses/policy_loss", Aspect::Loss),
    ("losses/q_loss", Aspect::Loss),
    ("losses/qf1_loss", Aspect::Loss),
    ("losses/qf2_loss", Aspect::Loss),
    ("losses/td_loss", Aspect::Loss),
    ("losses/v_loss", Aspect::Loss),
    ("losses/value_loss", Aspect::Loss),
    ("bc/loss", Aspect::Loss),
    ("disc/disc_loss", Aspect::Loss),
    ("disc/disc_acc", Aspect::Discriminator),
    ("disc/disc_acc_expert", Aspect::Discriminator),
    ("disc/disc_acc_gen", Aspect::Discriminator),
    ("losses/entropy", Aspect::Entropy),
    ("losses/alpha", Aspect::Entropy),
    ("entropy", Aspect::Entropy),
    ("bc/entropy", Aspect::Entropy),
    ("disc/disc_entropy", Aspect::Entropy),
    ("losses/approx_kl", Aspect::Divergence),
    ("kl", Aspect::Divergence),
    ("losses/clipfrac", Aspect::Divergence),
    ("norms/violation_rate", Aspect::Conduct),
    ("norms/class_lateness", Aspect::Conduct),
    ("norms/courtesy", Aspect::Conduct),
    ("norms/cooperation", Aspect::Conduct),
    ("norms/breaks", Aspect::Conduct),
];

impl Aspect {
    /// The aspect of a measure; none for measures that no plot shows.
    pub fn of(measure: &str) -> Option<Self> {
        // Where several groups learn, a group's name stands before the measure's.
        let own = measure.split_once('/').map_or(measure, |(_, own)| own);
        let find = |name: &str| ASPECTS.iter().find(|(known, _)| *known == name);
        find(measure)
            .or_else(|| find(own))
            .map(|(_, aspect)| *aspect)
    }
}

/// The name of a measure in its parts: `FAMILY/NAME`, and `GROUP/FAMILY/NAME` where several groups
/// learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetricName<'a> {
    /// The group that learns; none where everybody does.
    pub group: Option<&'a str>,
    /// The name without family and group, for where there is little room.
    pub short: &'a str,
}

impl<'a> MetricName<'a> {
    /// The parts of a measure's name.
    pub fn of(measure: &'a str) -> Self {
        let group = measure.split_once('/').filter(|(_, own)| own.contains('/'));
        MetricName {
            group: group.map(|(group, _)| group),
            short: measure.rsplit('/').next().unwrap_or(measure),
        }
    }
}

/// Named numbers in the order in which they were set. Names are CleanRL's (`charts/…`, `losses/…`)
/// and imitation's (`disc/…`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metrics(Vec<(String, f64)>);

impl Metrics {
    /// Metrics without any number.
    pub fn new() -> Self {
        Metrics::default()
    }

    /// Sets a number, in its old place where the name is there already.
    pub fn set(&mut self, name: &str, value: impl Into<f64>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// The number under a name; none where it was never set.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| *value)
    }

    /// All names and numbers, in the order in which they were set.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(name, value)| (name.as_str(), *value))
    }

    /// Takes over all of another.
    pub fn merge(&mut self, other: Metrics) {
        other
            .0
            .into_iter()
            .for_each(|(name, value)| self.set(&name, value));
    }
}

impl Serialize for Metrics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        // Numbers that are not finite become null: JSON has none.
        self.0
            .iter()
            .try_for_each(|(name, value)| map.serialize_entry(name, value))?;
        map.end()
    }
}

/// Writes metrics to a file, one JSON object a line, each line whole.
#[derive(Debug)]
pub struct MetricsLog {
    path: PathBuf,
    file: std::fs::File,
}

impl MetricsLog {
    /// Opens a file, which goes on where it ended.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn append(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path);
        Ok(MetricsLog {
            file: file.map_err(|e| Error::io(&path, e))?,
            path,
        })
    }

    /// Opens the file of a training that goes on after `step`: later lines, and what somebody who
    /// was killed left of a line, are dropped. Gives the lines that are kept, each with its step.
    ///
    /// # Errors
    /// Where it cannot be read or written.
    pub fn go_on(path: impl AsRef<Path>, step: u64) -> Result<(Self, Vec<(f64, Metrics)>)> {
        let path = path.as_ref();
        let text = match read_at_most(path, MOST_BYTES) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            text => text.map_err(|e| Error::io(path, e))?,
        };
        let (mut whole, mut lines) = (Vec::with_capacity(text.len()), Vec::new());
        for line in text.split_inclusive(|b| *b == b'\n') {
            match read_line(line) {
                Some((at, metrics)) if at <= step as f64 && line.ends_with(b"\n") => {
                    whole.extend_from_slice(line);
                    lines.push((at, metrics));
                }
                _ => {}
            }
        }
        if whole != text {
            write_whole(path, &whole)?;
        }
        Ok((MetricsLog::append(path)?, lines))
    }

    /// Writes a line: `global_step` first, then the metrics.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&mut self, step: u64, metrics: &Metrics) -> Result<()> {
        let mut line = Metrics::new();
        line.set(STEP, step as f64);
        line.merge(metrics.clone());
        let mut text = serde_json::to_string(&line).map_err(|e| Error::io(&self.path, e.into()))?;
        text.push('\n');
        self.file
            .write_all(text.as_bytes())
            .map_err(|e| Error::io(&self.path, e))
    }
}

/// A line's step and its other numbers; nothing where it is no such line. What was not finite is
/// left out.
fn read_line(line: &[u8]) -> Option<(f64, Metrics)> {
    let Ok(Value::Object(row)) = serde_json::from_slice(line) else {
        return None;
    };
    let step = row.get(STEP)?.as_f64()?;
    let mut metrics = Metrics::new();
    for (name, value) in row.iter().filter(|(name, _)| *name != STEP) {
        if let Some(value) = value.as_f64() {
            metrics.set(name, value);
        }
    }
    Some((step, metrics))
}

/// The name of a line's step.
const STEP: &str = "global_step";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_parts() {
        let of = |name| (MetricName::of(name).group, MetricName::of(name).short);
        assert_eq!(of("losses/policy_loss"), (None, "policy_loss"));
        assert_eq!(
            of("staff/losses/policy_loss"),
            (Some("staff"), "policy_loss")
        );
        assert_eq!(of("kl"), (None, "kl"));
    }

    #[test]
    fn a_log_goes_on_after_the_state_that_was_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("metrics.jsonl");
        let mut metrics = Metrics::new();
        metrics.set("losses/value_loss", 0.5);
        let (mut log, lines) = MetricsLog::go_on(&path, 0).unwrap();
        assert!(lines.is_empty());
        for step in 1..=7 {
            log.write(step, &metrics).unwrap();
        }
        // Killed within the eighth line, when the state of step 5 was kept.
        let mut text = std::fs::read(&path).unwrap();
        let five = text.len() * 5 / 7;
        text.extend(b"{\"global_step\":8.0,\"los");
        std::fs::write(&path, &text).unwrap();
        let (mut log, lines) = MetricsLog::go_on(&path, 5).unwrap();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[4], (5.0, metrics.clone()));
        assert_eq!(std::fs::read(&path).unwrap(), text[..five]);
        log.write(6, &metrics).unwrap();
        assert_eq!(MetricsLog::go_on(&path, 6).unwrap().1.len(), 6);
    }

    #[test]
    fn lines_keep_order() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("metrics.jsonl");
        let mut metrics = Metrics::new();
        metrics.set("losses/value_loss", 0.5);
        metrics.set("charts/episodic_return", f64::NAN);
        metrics.set("losses/value_loss", 0.25);
        for step in [1, 2] {
            MetricsLog::append(&path)
                .unwrap()
                .write(step, &metrics)
                .unwrap();
        }
        let line = |step: &str| {
            format!(
                "{{\"global_step\":{step},\"losses/value_loss\":0.25,\"charts/episodic_return\":null}}\n"
            )
        };
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            line("1.0") + &line("2.0")
        );
        assert!(MetricsLog::append(dir.path()).is_err());
    }
}
