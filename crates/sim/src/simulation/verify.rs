//! Verifying a save: that its rows are as they were written, and that they are what its scenario
//! comes to when it is run again.

use super::{Campus, Diverged, Replay, ResumeError, look};
use crate::{campus::Roster, memory::Episodic, record::SaveError};
use collegium_core::time::{DAY, SimTime};
use std::path::Path;

/// Why a save could not be verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It cannot be read, or its rows are not as they were written.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// Run again, it asks models something else.
    #[error(transparent)]
    Diverged(#[from] Diverged),
}

impl From<SaveError> for VerifyError {
    fn from(error: SaveError) -> Self {
        Self::Resume(error.into())
    }
}

/// What a verification has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many events the save has.
    pub events: u64,
    /// The moment of its last state.
    pub until: SimTime,
    /// The hash of its log, in hexadecimal digits.
    pub kept: String,
    /// The hash of the log of a run from its beginning, in hexadecimal digits.
    pub found: String,
    /// How many answers of models were played.
    pub calls: usize,
    /// The first thing in which both differ, in a sentence; none where they are the same.
    pub differs: Option<String>,
}

/// Goes through the pages and rows of a save, runs its scenario again from its beginning to where
/// the save stands, and compares: the log's hash, every event, and what people remember.
///
/// # Errors
/// When the save cannot be read, was changed since it was written, or asks models something else
/// than it did.
pub fn verify(path: &Path) -> Result<Verified, VerifyError> {
    let (saved, saver) = look(path, 1)?;
    saver.check_pages()?;
    saver.check_rows()?;
    let until = saved.clock().now;
    let mut again = Campus::new(saved.scenario().clone(), saved.map().clone(), 1);
    let cassette = saver.cassette()?;
    // Every answer of a model and every vector comes from the save: no network is needed.
    let mut replay = Replay::new(&cassette)
        .with_vectors(saver.vectors()?)
        .with_changes(saved.conduct().history());
    let mut differs = None;
    let mut seq = 0;
    while again.clock().now < until {
        let day = SimTime((again.clock().now.day() + 1) * DAY);
        replay.run_until(&mut again, day.min(until))?;
        let mut lived = again.take_events();
        for logged in &mut lived {
            // On which tile something happened is in no row.
            logged.occurrence.tile = None;
        }
        let rows = saver.events_from(seq, lived.len())?;
        let apart = lived.iter().zip(&rows).find(|(lived, row)| lived != row);
        if let (None, Some((_, row))) = (&differs, apart) {
            differs = Some(format!(
                "event {} ({}) is another one in a run from the beginning",
                row.seq, row.at
            ));
        }
        seq += lived.len() as u64;
    }
    let (kept, found) = (saved.head().hex(), again.head().hex());
    if differs.is_none() {
        differs = if kept == found {
            remembered_otherwise(&saved, &again)
        } else {
            Some("the logs have other hashes".to_owned())
        };
    }
    Ok(Verified {
        events: saved.head().events,
        until,
        kept,
        found,
        calls: cassette.rows.len(),
        differs,
    })
}

/// Whether somebody remembers something else in one campus than in the other: who, in a sentence.
fn remembered_otherwise(one: &Campus, other: &Campus) -> Option<String> {
    let people = |campus: &Campus| campus.world().resource::<Roster>().0.clone();
    let pairs = people(one).into_iter().zip(people(other)).enumerate();
    let names = one.names();
    pairs
        .filter(|(_, (a, b))| {
            let (a, b) = (one.world().get::<Episodic>(*a), other.world().get(*b));
            match (a, b) {
                (Some(a), Some(b)) => {
                    let b: &Episodic = b;
                    !a.iter().eq(b.iter())
                }
                (a, b) => a.is_some() != b.is_some(),
            }
        })
        .map(|(i, _)| {
            let name = names.person(collegium_core::ids::AgentId(i as u32));
            format!("{name} remembers something else in a run from the beginning")
        })
        .next()
}
