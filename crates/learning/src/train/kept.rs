//! What is kept of a session in files: its heads, and everything that is needed to go on.

use super::{Lane, Session, folder::SESSION};
use crate::{
    LearnError, Result,
    heads::{self, Card},
    json::write_json,
    plan::TrainingPlan,
};
use collegium_core::{files, text::Shown as _};
use collegium_sim::conduct::Mounted;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tracing::debug_span;
use training::{
    checkpoint::{Checkpoint, read_json},
    files::remove_partial,
    learner::Device,
    metrics::Metrics,
};

/// What a session keeps beside its learners.
#[derive(serde::Serialize, serde::Deserialize)]
struct Kept {
    round: u64,
    steps: u64,
    lanes: Vec<String>,
}

impl Session {
    /// The heads as they are now, under the names that they will have as files.
    ///
    /// # Errors
    /// When weights are not finite.
    pub fn heads(&self) -> Result<Vec<Arc<Mounted>>> {
        let name = |lane: &Lane| match &lane.group {
            Some((_, group)) => format!(
                "{}-{}",
                self.plan.name,
                group.to_lowercase().replace(' ', "-")
            ),
            None => self.plan.name.clone(),
        };
        let mount = |lane: &Lane| {
            Ok(Arc::new(heads::mountable(
                &name(lane),
                &lane.learner.head()?,
                true,
            )?))
        };
        self.lanes.iter().map(mount).collect()
    }

    /// Writes the heads and their cards into a folder; gives their names.
    ///
    /// # Errors
    /// When files cannot be written, or are there already and may not be overwritten.
    pub fn save_heads(
        &self,
        folder: &Path,
        overwrite: bool,
        last: &Metrics,
    ) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for head in self.heads()? {
            let description = format!(
                "trained by {} in {} rounds",
                self.plan.algorithm.word, self.round
            );
            let mut card = Card::new(head.name(), self.plan.algorithm.word, &description);
            card.training = serde_json::to_value(&self.plan)
                .map_err(|e| LearnError::wrong(folder, e, "a plan that JSON can hold"))?;
            card.results = last
                .iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect();
            heads::save(folder, &head, card, overwrite)?;
            names.push(head.name().to_owned());
        }
        Ok(names)
    }

    /// Writes everything that is needed to go on into a folder, in the place of what is there.
    /// Who shares the folder with others holds it meanwhile, by a
    /// [`TrainingFolder`](super::TrainingFolder).
    ///
    /// # Errors
    /// When files cannot be written.
    pub fn save(&self, folder: &Path) -> Result<()> {
        let _span = debug_span!("save training", folder = %folder.shown()).entered();
        std::fs::create_dir_all(folder).map_err(LearnError::file(folder))?;
        for (i, lane) in self.lanes.iter().enumerate() {
            for (part, checkpoint) in lane.learner.checkpoint()? {
                checkpoint.save(folder.join(lane_folder(self.round, i, part)), true)?;
            }
        }
        let lanes = self
            .lanes
            .iter()
            .map(|l| l.group.as_ref().map_or_else(String::new, |g| g.1.clone()))
            .collect();
        let kept = Kept {
            round: self.round,
            steps: self.steps,
            lanes,
        };
        // The session's file names the round whose learners belong to it: whatever is interrupted,
        // one whole state is there.
        write_json(&folder.join("plan.json"), &self.plan)?;
        write_json(&folder.join(SESSION), &kept)?;
        remove_others(folder, self.round);
        Ok(())
    }

    /// Goes on with a session that was saved.
    ///
    /// # Errors
    /// When something is missing, damaged, or of another session.
    pub fn resume(folder: &Path, device: Device) -> Result<Self> {
        let _span = debug_span!("resume training", folder = %folder.shown()).entered();
        let plan: TrainingPlan =
            read_json(&folder.join("plan.json"), "the plan of a training session")?;
        let kept: Kept = read_json(&folder.join(SESSION), "a training session")?;
        let mut session = Self::new(plan, device)?;
        let names: Vec<String> = session
            .lanes
            .iter()
            .map(|l| l.group.as_ref().map_or_else(String::new, |g| g.1.clone()))
            .collect();
        if names != kept.lanes {
            let (found, expected) = (
                format!("groups {}", kept.lanes.join(", ")),
                names.join(", "),
            );
            return Err(LearnError::wrong(folder.join(SESSION), found, expected));
        }
        for (i, lane) in session.lanes.iter_mut().enumerate() {
            lane.learner.resume(&mut |part| {
                Checkpoint::load(folder.join(lane_folder(kept.round, i, part)))
            })?;
        }
        (session.round, session.steps) = (kept.round, kept.steps);
        Ok(session)
    }
}

fn lane_folder(round: u64, lane: usize, part: &str) -> String {
    format!("round-{round}-{lane}-{part}")
}

/// Removes the learners of other rounds than the one that was just saved, and what was left half
/// written: nobody else trains in that folder.
fn remove_others(folder: &Path, round: u64) {
    remove_partial(folder);
    let own = format!("round-{round}-");
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("round-") && !name.starts_with(&own) {
            // What cannot be removed does no harm: the session's file does not name it.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Where sessions are kept.
pub fn session_folder(name: &str) -> PathBuf {
    files::made("runs").join(name)
}
