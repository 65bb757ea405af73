//! Verifying a save: that its rows are as they were written, and that they are what its scenario
//! comes to when it is run again.

use super::{Campus, Diverged, Replay, ResumeError, Saver, keyframes::Keyframes, look};
use crate::record::{Keyframe, Logged, SaveError};
use collegium_core::time::SimTime;
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

/// Looks whether the rows of a save are as they were written, runs its scenario again from its
/// beginning to where the save stands, into a save that lies nowhere, and compares: every event, the
/// states from which one can go on, and what all tables tell.
///
/// # Errors
/// When the save cannot be read, was changed since it was written, or asks models something else
/// than it did.
pub fn verify(path: &Path) -> Result<Verified, VerifyError> {
    let (saved, saver) = look(path, 1)?;
    saver.check_rows()?;
    let mut again = Campus::new(saved.scenario().clone(), saved.map().clone(), 1);
    let cassette = saver.cassette()?;
    // Every answer of a model and every vector comes from the save: no network is needed.
    let mut replay = Replay::new(&cassette)
        .with_vectors(saver.vectors()?)
        .with_changes(saved.conduct().history());
    let mut second = Saver::scratch(path, &mut again)?;
    let file = saver.file();
    let mut differs = None;
    let mut seq = 0;
    for tick in file.whole_states()?.into_iter().map(Some).chain([None]) {
        let (state, base) = match tick {
            Some(_) => (file.keyframe(tick)?, None),
            None => file
                .last_keyframe()?
                .map_or((None, None), |(last, base)| (Some(last), base)),
        };
        let Some(state) = state else { continue };
        // A state that says it is of a later moment than the last one is not waited for.
        replay.run_until(&mut again, state.at.min(saved.clock().now))?;
        // A change of conduct between two ticks may have been made before or after this state.
        let changed = saved.conduct().history().any(|(at, ..)| at == state.at);
        let unlike = unlike(path, &state, base.as_ref(), &again, changed)?;
        second.commit(&mut again)?;
        let most = (again.head().events - seq) as usize;
        let events = otherwise(
            &file.events_from(seq, most)?,
            &second.file().events_from(seq, most)?,
        );
        seq = again.head().events;
        differs = differs.or(events).or(unlike);
    }
    if differs.is_none() {
        let tables = file.differs(second.file())?;
        if !tables.is_empty() {
            differs = Some(format!(
                "beside a run from the beginning: {}",
                tables.join("; ")
            ));
        }
    }
    Ok(Verified {
        events: saved.head().events,
        until: saved.clock().now,
        kept: saved.head().hex(),
        found: again.head().hex(),
        calls: cassette.rows.len(),
        differs,
    })
}

/// The first event that is another one than in a run from the beginning, in a sentence.
fn otherwise(rows: &[Logged], lived: &[Logged]) -> Option<String> {
    if let Some((row, _)) = rows.iter().zip(lived).find(|(row, lived)| row != lived) {
        return Some(format!(
            "event {} ({}) is another one in a run from the beginning",
            row.seq, row.at
        ));
    }
    let next = lived.get(rows.len())?;
    Some(format!("event {} ({}) is missing", next.seq, next.at))
}

/// The page of the clock: how many ticks were run, and not passed over, hangs on where one stopped.
const CLOCK: &str = "simulation/clock";

/// In what a state of a save is another one than the campus has at that moment, in a sentence; where
/// something was `changed` then, only the log is compared.
fn unlike(
    path: &Path,
    state: &Keyframe,
    base: Option<&Keyframe>,
    lived: &Campus,
    changed: bool,
) -> Result<Option<String>, SaveError> {
    let at = state.at;
    if (state.tick, state.events) != (lived.clock().tick, lived.head().events) {
        return Ok(Some(format!(
            "the state of {at} stands behind other events"
        )));
    }
    if state.hash != lived.head().hex() {
        return Ok(Some(format!("until {at} the log has another hash")));
    }
    if changed {
        return Ok(None);
    }
    let (_, kept) = Keyframes::read(state, base)
        .map_err(|why| SaveError::Damaged(path.to_owned(), format!("the state of {at}: {why}")))?;
    let found = lived
        .frame()
        .map_err(|why| SaveError::Unwritable(path.to_owned(), why))?;
    let other = |name: &str| {
        format!("the state of {at} is another one in a run from the beginning ({name})")
    };
    Ok(kept.differs(&found, CLOCK).map(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::{SaveFile, save_path},
        simulation::testing,
    };
    use collegium_core::time::HOUR;

    #[test]
    fn what_does_not_follow_from_the_scenario_is_found_under_any_seal() {
        let folder = tempfile::tempdir().unwrap();
        let good = save_path(folder.path(), "good");
        let mut campus = testing::campus(1, 8, 1);
        let mut saver = Saver::create(&good, &mut campus, HOUR).unwrap();
        while campus.clock().now < campus.clock().start.plus(30 * HOUR) {
            campus.run_until(campus.clock().now.plus(HOUR));
            saver.commit_if_due(&mut campus).unwrap();
        }
        saver.commit(&mut campus).unwrap();
        drop(saver);
        assert_eq!(verify(&good).unwrap().differs, None);
        for (change, told) in [
            ("DELETE FROM event_rows", "event 0"),
            ("DELETE FROM event_rows WHERE seq > 200", "event 201"),
            ("UPDATE event_rows SET other = 3", "events:"),
            (
                "INSERT INTO event_rows SELECT seq + 100000, tick, time, agent, place, other, \
                 kind, fields, text FROM event_rows",
                "events: rows too many",
            ),
            ("UPDATE event_rows SET place = 1 WHERE seq = 9", "event 9"),
            ("DELETE FROM conversations", "conversations: rows missing"),
            ("DELETE FROM line_rows", "lines: rows missing"),
            ("UPDATE facts SET importance = 9", "facts:"),
            (
                "DELETE FROM knowledge WHERE n = 0",
                "knowledge: rows missing: 1",
            ),
            ("UPDATE people SET name = 'Mallory' WHERE id = 1", "people:"),
            ("UPDATE meta SET value = '7' WHERE key = 'seed'", "meta:"),
            (
                "UPDATE keyframes SET time = time + 10 WHERE tick = 0",
                "the state of",
            ),
            (
                "UPDATE keyframes SET time = 4000000000 WHERE tick = 0",
                "the state of",
            ),
            (
                "UPDATE keyframes SET hash = 'ff' WHERE tick = 0",
                "has another hash",
            ),
            (
                "UPDATE strings SET text = 'nobody' WHERE id = (SELECT text FROM memory_rows)",
                "memories:",
            ),
        ] {
            let changed = save_path(folder.path(), "changed");
            std::fs::copy(&good, &changed).unwrap();
            let db = rusqlite::Connection::open(&changed).unwrap();
            db.execute_batch(change).unwrap();
            db.close().unwrap();
            SaveFile::seal_anew(&changed).unwrap();
            let differs = verify(&changed).unwrap().differs;
            let differs = differs.unwrap_or_else(|| panic!("{change}: nothing was found"));
            assert!(differs.contains(told), "{change}: {differs}");
        }
    }
}
