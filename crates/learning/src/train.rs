//! Training sessions: learners of the package `training` fed with what campuses bring, round by
//! round.
//!
//! A [`Session`] is driven by whoever owns it: the command line with a progress bar, or a thread of
//! the desktop app. Nothing of it knows the time. A round of an online algorithm lives fresh
//! campuses, so that a session is wholly given by its plan, its learners and the number of rounds
//! done: stopped and resumed on the CPU, it goes on bit for bit.

mod experience;
mod folder;
mod kept;

pub use folder::TrainingFolder;
pub use kept::session_folder;
pub use training::learner::Device;

use super::{
    LearnError, Result, collect::Field, conduct_options::ConductChoice, dataset::Dataset, heads,
    plan::TrainingPlan,
};
use collegium_sim::{
    campus::scenario::Scenario,
    conduct::{Decider, Whom},
};
use tracing::{debug_span, info_span};
use training::{
    checkpoint::Checkpoint,
    descriptor::Data,
    learner::{Learner, Start},
    metrics::Metrics,
    rollout::Segment,
};

/// A head that is being trained, and for whom.
struct Lane {
    /// The group it is for; everybody without one.
    group: Option<(u32, String)>,
    learner: Box<dyn Learner>,
}

/// What a round brought.
#[derive(Clone, Debug)]
pub struct RoundReport {
    /// How many rounds are done, 1 after the first.
    pub round: u64,
    /// How many rounds the plan has.
    pub rounds: u64,
    /// Decisions that gradient steps were taken on so far, over all heads; one that is taken
    /// several times counts as often.
    pub steps: u64,
    /// What was measured, by CleanRL's and imitation's names; with several heads each under its
    /// group.
    pub metrics: Metrics,
}

/// A training under way: its plan, its campuses and a learner for everybody or for each group.
pub struct Session {
    plan: TrainingPlan,
    field: Field,
    lanes: Vec<Lane>,
    round: u64,
    steps: u64,
    device: Device,
}

impl Session {
    /// A fresh session.
    ///
    /// # Errors
    /// When the plan cannot be, or its scenario, dataset or first head is refused.
    pub fn new(plan: TrainingPlan, device: Device) -> Result<Self> {
        plan.check()?;
        let field = Field::open(&plan.scenario, plan.persons, true)?;
        let start = plan.start.as_deref().map(start).transpose()?;
        let data = match &plan.data {
            Some(folder) => Some(Dataset::load(folder)?.thinned(plan.coverage, plan.seed)),
            None => None,
        };
        if let Some(data) = &data
            && data.manifest.lived_by.is_some()
            && plan.algorithm.data == Data::Rewards
        {
            let found = format!(
                "what {} would do, without what comes of it",
                data.manifest.expert
            );
            return Err(LearnError::setting(
                "data",
                found,
                "decisions with rewards, as `collegium demos` makes them",
            ));
        }
        let groups: Vec<Option<(u32, String)>> = if plan.per_group {
            field
                .groups
                .iter()
                .enumerate()
                .map(|(i, g)| Some((i as u32, g.clone())))
                .collect()
        } else {
            vec![None]
        };
        let mut lanes = Vec::new();
        for group in groups {
            let segments = data
                .as_ref()
                .map(|d| demonstrations(d, field.scenario(), group.as_ref(), plan.algorithm.data));
            if segments.as_ref().is_some_and(Vec::is_empty) {
                let name = group.map_or_else(|| "everybody".to_owned(), |(_, name)| name);
                let expected =
                    "at least two of somebody: take other demonstrations, or more of them";
                return Err(LearnError::setting(
                    format!("decisions of the group “{name}”"),
                    0,
                    expected,
                ));
            }
            // A seed of its own for each group, whatever other groups there are.
            let name = group.as_ref().map_or("", |(_, name)| name.as_str());
            let seed = plan.seed
                ^ blake3::hash(name.as_bytes()).as_bytes()[..8]
                    .iter()
                    .fold(0, |s, b| s << 8 | u64::from(*b));
            let seed = if group.is_some() { seed } else { plan.seed };
            let (method, data) = (plan.method()?, segments.unwrap_or_default());
            let shape = heads::head_shape();
            let learner = method.make(&shape, seed, data, start.as_ref(), &device)?;
            lanes.push(Lane { group, learner });
        }
        Ok(Self {
            plan,
            field,
            lanes,
            round: 0,
            steps: 0,
            device,
        })
    }

    /// The settings it was begun with.
    pub fn plan(&self) -> &TrainingPlan {
        &self.plan
    }

    /// Where its tensors are.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// How many rounds are done.
    pub fn round(&self) -> u64 {
        self.round
    }

    /// Whether all rounds are done.
    pub fn done(&self) -> bool {
        self.round >= self.plan.rounds
    }

    /// One round: experience where the algorithm wants it, and learning from it.
    ///
    /// # Errors
    /// When a loss turns non-finite (all learners are as before the round then), or experience
    /// cannot be had.
    pub fn advance(&mut self) -> Result<RoundReport> {
        let algorithm = self.plan.algorithm.word;
        let _span = info_span!("training round", algorithm, round = self.round + 1).entered();
        let mut metrics = Metrics::new();
        let fresh = if self.plan.algorithm.offline() {
            Vec::new()
        } else {
            self.experience(&mut metrics)?
        };
        let progress = self.round as f64 / self.plan.rounds as f64;
        let several = self.lanes.len() > 1;
        let (mut steps, mut before) = (0, Vec::new());
        for i in 0..self.lanes.len() {
            let lane = &mut self.lanes[i];
            if several {
                before.push(lane.learner.checkpoint()?);
            }
            let own: Vec<Segment> = match &lane.group {
                Some((number, _)) => fresh
                    .iter()
                    .filter(|(group, _)| group == number)
                    .map(|(_, s)| s.clone())
                    .collect(),
                None => fresh.iter().map(|(_, s)| s.clone()).collect(),
            };
            let group = lane.group.as_ref().map(|(_, name)| name.as_str());
            let _span = debug_span!("learning", group).entered();
            let (learned, of) = match lane.learner.round(own, progress) {
                Ok(learned) => learned,
                Err(error) => {
                    self.go_back(before)?;
                    return Err(error.into());
                }
            };
            steps += of;
            match (&lane.group, several) {
                (Some((_, group)), true) => {
                    for (name, value) in learned.iter() {
                        metrics.set(&format!("{group}/{name}"), value);
                    }
                }
                _ => metrics.merge(learned),
            }
        }
        self.round += 1;
        self.steps += steps;
        Ok(RoundReport {
            round: self.round,
            rounds: self.plan.rounds,
            steps: self.steps,
            metrics,
        })
    }

    /// Puts the first learners back to what they were: a round is done by all or by none.
    fn go_back(&mut self, before: Vec<Vec<(&'static str, Checkpoint)>>) -> Result<()> {
        for (lane, parts) in self.lanes.iter_mut().zip(before) {
            lane.learner.resume(&mut |part| {
                let found = parts.iter().find(|(name, _)| *name == part);
                found
                    .map(|(_, checkpoint)| checkpoint.clone())
                    .ok_or_else(|| training::error::Error::data("checkpoint", "none", part))
            })?;
        }
        Ok(())
    }

    /// For whom the heads are, in their order: everybody, or a group.
    pub fn whom(&self) -> Vec<Whom> {
        let whom = |lane: &Lane| {
            lane.group
                .as_ref()
                .map_or(Whom::Everybody, |(_, name)| Whom::Group(name.clone()))
        };
        self.lanes.iter().map(whom).collect()
    }

    /// Lets a session go on for more rounds than were planned.
    pub fn set_rounds(&mut self, rounds: u64) {
        self.plan.rounds = rounds;
    }
}

/// The head to begin with.
fn start(name: &str) -> Result<Start> {
    match ConductChoice::of(name).decider()? {
        Decider::Head(head) if head.parts().norm.is_none() => {
            let parts = head.parts();
            Ok(Start {
                weights: parts.weights.clone(),
                activation: parts.activation,
            })
        }
        Decider::Head(_) => Err(LearnError::setting(
            "start",
            name,
            "a head that does not normalise what it sees",
        )),
        _ => Err(LearnError::setting(
            "start",
            name,
            "the name of a head, or a .safetensors file",
        )),
    }
}

/// Demonstrations of a group (or of everybody) as segments.
fn demonstrations(
    data: &Dataset,
    scenario: &Scenario,
    group: Option<&(u32, String)>,
    needs: Data,
) -> Vec<Segment> {
    // Numbers of groups are a dataset's own.
    let number = group.map(|(_, name)| {
        data.manifest
            .groups
            .iter()
            .position(|g| g == name)
            .map(|n| n as u32)
    });
    let weigh = |group: u32| {
        let name = data.manifest.groups.get(group as usize);
        scenario.reward_weights(name.map_or("", String::as_str))
    };
    let segments = data.segments_by(weigh, needs == Data::Acts);
    match number {
        None => segments,
        Some(number) => segments
            .into_iter()
            .filter(|s| Some(s.group) == number)
            .collect(),
    }
}
