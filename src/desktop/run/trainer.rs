//! Training while the campus runs: a session on a thread of its own, what it is told, and what it
//! tells.

use crate::desktop::{frame::FrameStep, state::TrainingOrder};
use bevy::prelude::*;
#[cfg(feature = "gpu")]
use bevy::render::renderer;
use collegium_core::i18n::key;
use collegium_learning::{
    LearnError, heads,
    plan::TrainingPlan,
    train::{Device, RoundReport, Session},
};
use collegium_sim::conduct::Whom;
use egui_plot::PlotPoint;
use std::{
    sync::mpsc::{Receiver, Sender, TryRecvError, channel},
    time::Duration,
};
use training::metrics::Aspect;

/// How far a training is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is trained.
    #[default]
    Idle,
    /// Data are read, the device is tried.
    Preparing,
    /// Rounds follow one another.
    Running,
    /// It rests between two rounds.
    Paused,
    /// It has ended; heads are there.
    Done,
    /// It has ended with a failure.
    Failed,
}

impl Phase {
    /// Whether there is a training under way.
    pub const fn busy(self) -> bool {
        matches!(self, Phase::Preparing | Phase::Running | Phase::Paused)
    }
}

/// A measure over the rounds.
#[derive(Clone, Debug)]
pub struct MetricSeries {
    /// By CleanRL's and imitation's names.
    pub name: String,
    /// What it is a measure of; none where that is not known.
    pub aspect: Option<Aspect>,
    /// Decisions learned from, and the value.
    pub points: Vec<PlotPoint>,
}

/// What is known of a training.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// How far it is.
    pub phase: Phase,
    /// The name of the head that comes of it.
    pub name: String,
    /// Rounds done, and of how many.
    pub rounds: (u64, u64),
    /// How many decisions were learned from.
    pub steps: u64,
    /// Where tensors are, and why there: the keys of texts.
    pub device: Option<(&'static str, &'static str)>,
    /// What went wrong, or which check of the graphics device failed, or the times of a gradient
    /// step on CPU and graphics device.
    pub message: String,
    /// The heads that came of it, and for whom each is.
    pub heads: Vec<(String, Whom)>,
    /// The curves, one for each measure, in the order in which they first came.
    pub series: Vec<MetricSeries>,
}

impl Progress {
    /// The share of the rounds that are done.
    pub fn share(&self) -> f32 {
        self.rounds.0 as f32 / self.rounds.1.max(1) as f32
    }

    /// Takes in what a round brought.
    pub fn take_in(&mut self, report: &RoundReport) {
        self.rounds = (report.round, report.rounds);
        self.steps = report.steps;
        for (name, y) in report.metrics.iter().filter(|(_, value)| value.is_finite()) {
            // Offline passes count the same decisions again; where none are counted, rounds take
            // their place.
            let x = if report.steps > 0 {
                report.steps
            } else {
                report.round
            } as f64;
            let point = PlotPoint::new(x, y);
            match self.series.iter_mut().find(|s| s.name == name) {
                Some(series) => series.points.push(point),
                None => self.series.push(MetricSeries {
                    name: name.to_owned(),
                    aspect: Aspect::of(name),
                    points: vec![point],
                }),
            }
        }
    }
}

/// What the thread of the training tells the app.
enum News {
    /// The device was chosen: where, why, and which check failed or what was measured.
    On(&'static str, &'static str, String),
    /// A round was done.
    Round(Box<RoundReport>),
    /// It ended with these heads, and what went wrong before, if anything did.
    Ended(Vec<(String, Whom)>, Option<String>),
}

/// What the thread is told.
enum Tell {
    Pause,
    Stop,
}

/// Training, as the app sees it.
#[derive(Resource, Default)]
pub struct Trainer {
    thread: Option<(Sender<Tell>, std::sync::Mutex<Receiver<News>>)>,
    /// The graphics device that draws, as training knows it; made once.
    #[cfg(feature = "gpu")]
    shared: Option<training::backend::GpuDevice>,
    /// How far the training is, as last told.
    pub progress: Progress,
    /// Counts the trainings that have ended, so that lists of heads are read anew.
    pub ended: u64,
}

/// Where tensors are to be: the key of the text for where, the one for why, and which check failed
/// or what was measured.
type Place = (Device, &'static str, &'static str, String);

impl Trainer {
    /// Begins; nothing happens while another training is under way.
    ///
    /// # Errors
    /// When no thread can be begun.
    pub fn begin(&mut self, mut plan: TrainingPlan, gpu: GpuAccess) -> std::io::Result<()> {
        if self.progress.phase.busy() {
            return Ok(());
        }
        // One core is left for drawing.
        plan.threads =
            std::thread::available_parallelism().map_or(1, |n| n.get().saturating_sub(1).max(1));
        plan.name = free_name(&plan.name);
        self.progress = Progress {
            phase: Phase::Preparing,
            name: plan.name.clone(),
            rounds: (0, plan.rounds),
            ..Progress::default()
        };
        let (orders, obey) = channel();
        let (tell, news) = channel();
        let work = move || {
            let ended = work(plan, gpu, &obey, &tell);
            // Nobody listens any more when the app has ended.
            let _ = tell.send(ended);
        };
        std::thread::Builder::new()
            .name("training".to_owned())
            .spawn(work)?;
        self.thread = Some((orders, std::sync::Mutex::new(news)));
        Ok(())
    }

    /// Lets it rest or go on.
    pub fn pause(&mut self) {
        self.order(Tell::Pause);
        self.progress.phase = match self.progress.phase {
            Phase::Running => Phase::Paused,
            Phase::Paused => Phase::Running,
            other => other,
        };
    }

    /// Ends it after the present round.
    pub fn stop(&mut self) {
        self.order(Tell::Stop);
    }

    fn order(&self, order: Tell) {
        if let Some((orders, _)) = &self.thread {
            // A thread that has ended obeys nobody.
            let _ = orders.send(order);
        }
    }

    /// Takes in what the thread has told since the last time.
    pub fn listen(&mut self) {
        let Self {
            thread,
            progress,
            ended,
            ..
        } = self;
        let Some((_, news)) = thread.as_mut() else {
            return;
        };
        let Ok(news) = news.get_mut() else { return };
        let over = loop {
            match news.try_recv() {
                Ok(News::On(place, why, check)) => {
                    progress.device = Some((place, why));
                    progress.message = check;
                    progress.phase = Phase::Running;
                }
                Ok(News::Round(report)) => progress.take_in(&report),
                Ok(News::Ended(names, trouble)) => {
                    progress.phase = if trouble.is_some() {
                        Phase::Failed
                    } else {
                        Phase::Done
                    };
                    progress.heads = names;
                    progress.message = trouble.unwrap_or_default();
                    break true;
                }
                Err(TryRecvError::Empty) => break false,
                Err(TryRecvError::Disconnected) => {
                    progress.phase = Phase::Failed;
                    break true;
                }
            }
        };
        if over {
            *thread = None;
            *ended += 1;
        }
    }
}

/// A name that no head has yet.
fn free_name(name: &str) -> String {
    let all = heads::list();
    let taken = |name: &str| {
        all.iter()
            .any(|(known, _)| known == name || known.starts_with(&format!("{name}-")))
    };
    if !taken(name) {
        return name.to_owned();
    }
    collegium_sim::record::free_name(name, |name| taken(name))
}

/// The training, from beginning to end.
fn work(plan: TrainingPlan, gpu: GpuAccess, obey: &Receiver<Tell>, tell: &Sender<News>) -> News {
    let (device, place, why, message) = place(gpu, &plan);
    let mut session = match Session::new(plan, device) {
        Ok(session) => session,
        Err(error) => return News::Ended(Vec::new(), Some(error.to_string())),
    };
    // Whether anybody listens is seen when rounds are told.
    let _ = tell.send(News::On(place, why, message));
    let mut last = None;
    let mut trouble = None;
    while !session.done() && !stopped(obey) {
        match session.advance() {
            Ok(report) => {
                last = Some(report.metrics.clone());
                if tell.send(News::Round(Box::new(report))).is_err() {
                    break;
                }
            }
            Err(error) => {
                trouble = Some(error.to_string());
                break;
            }
        }
        // Whatever else waits for a core comes first.
        std::thread::sleep(Duration::from_millis(2));
    }
    // What was learned before it went wrong is kept.
    let Some(last) = last else {
        return News::Ended(Vec::new(), trouble);
    };
    match session.save_heads(&heads::trained(), false, &last) {
        Ok(names) => News::Ended(names.into_iter().zip(session.whom()).collect(), trouble),
        Err(error) => News::Ended(
            Vec::new(),
            Some(trouble.unwrap_or_else(|| LearnError::to_string(&error))),
        ),
    }
}

/// Whether the training is to end; waits while it is to rest.
fn stopped(obey: &Receiver<Tell>) -> bool {
    let mut resting = false;
    loop {
        let order = if resting {
            obey.recv().map_err(|_| TryRecvError::Disconnected)
        } else {
            obey.try_recv()
        };
        match order {
            Ok(Tell::Pause) => resting = !resting,
            Ok(Tell::Stop) | Err(TryRecvError::Disconnected) => return true,
            Err(TryRecvError::Empty) => return false,
        }
    }
}

/// The graphics device that draws, for training.
#[cfg(feature = "gpu")]
pub type GpuHandle = training::backend::GpuDevice;

/// Without the feature there is none.
#[cfg(not(feature = "gpu"))]
pub type GpuHandle = std::convert::Infallible;

/// Whether the graphics device is wanted, and there.
pub enum GpuAccess {
    /// It is not wanted.
    No,
    /// It is wanted, and cannot be had.
    None,
    /// It is wanted, and there.
    Shared(GpuHandle),
}

/// On the graphics device where it is wanted, quicker and right; else on the CPU.
#[cfg_attr(
    not(feature = "gpu"),
    expect(unused_variables, reason = "without a device nothing is tried out")
)]
fn place(gpu: GpuAccess, plan: &TrainingPlan) -> Place {
    let cpu = |why, message| (Device::Cpu, key("device-cpu"), why, message);
    let device = match gpu {
        GpuAccess::No => return cpu(key("device-same-bits"), String::new()),
        GpuAccess::None => return cpu(key("device-none"), String::new()),
        GpuAccess::Shared(device) => device,
    };
    #[cfg(feature = "gpu")]
    {
        let chosen = plan
            .load()
            .and_then(|load| Ok(training::speed::choose(&device, &load)?));
        match chosen {
            // A plan that cannot be is refused by the session.
            Err(error) => cpu(key("device-none"), error.to_string()),
            Ok(choice) => {
                let times = format!("{:.1} : {:.1} ms", 1e3 * choice.cpu, 1e3 * choice.gpu);
                match (choice.failed, choice.device) {
                    (Some(check), _) => cpu(key("device-gate-failed"), check),
                    (None, Device::Cpu) => cpu(key("device-cpu-quicker"), times),
                    (None, device) => (device, key("device-gpu"), key("device-gate-passed"), times),
                }
            }
        }
    }
    #[cfg(not(feature = "gpu"))]
    match device {}
}

/// What the graphics device that draws was opened with: only whoever draws has it at first.
#[cfg(feature = "gpu")]
#[derive(Resource, Clone, Default)]
struct Instance(std::sync::Arc<std::sync::OnceLock<renderer::RenderInstance>>);

/// Hands on what the graphics device was opened with.
#[cfg(feature = "gpu")]
fn hand_on(app: &mut App) {
    use bevy::render::{RenderApp, RenderStartup};
    let known = Instance::default();
    app.insert_resource(known.clone());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.insert_resource(known).add_systems(
            RenderStartup,
            |known: Res<Instance>, instance: Res<renderer::RenderInstance>| {
                // It is set once; a second start of drawing has the same.
                let _ = known.0.set(instance.clone());
            },
        );
    }
}

/// The graphics device that draws, opened for training once.
#[cfg(feature = "gpu")]
fn share(world: &mut World) -> Option<GpuHandle> {
    if let Some(known) = &world.resource::<Trainer>().shared {
        return Some(known.clone());
    }
    let device = world
        .get_resource::<renderer::RenderDevice>()?
        .wgpu_device()
        .clone();
    let queue = (**world.get_resource::<renderer::RenderQueue>()?.0).clone();
    let adapter = (**world.get_resource::<renderer::RenderAdapter>()?.0).clone();
    let instance = (**world.get_resource::<Instance>()?.0.get()?.0).clone();
    let backend = adapter.get_info().backend;
    let shared = training::backend::shared(training::backend::WgpuSetup {
        instance,
        adapter,
        device,
        queue,
        backend,
    });
    world.resource_mut::<Trainer>().shared = Some(shared.clone());
    Some(shared)
}

/// Without the feature there is none.
#[cfg(not(feature = "gpu"))]
const fn share(_: &mut World) -> Option<GpuHandle> {
    None
}

/// Carries out what is asked of training.
pub fn obey(world: &mut World, order: TrainingOrder) {
    match order {
        TrainingOrder::Begin { plan, gpu } => {
            let gpu = if gpu {
                share(world).map_or(GpuAccess::None, GpuAccess::Shared)
            } else {
                GpuAccess::No
            };
            let begun = world.resource_mut::<Trainer>().begin(*plan, gpu);
            if let Err(error) = begun {
                let mut trainer = world.resource_mut::<Trainer>();
                trainer.progress.phase = Phase::Failed;
                trainer.progress.message = error.to_string();
            }
        }
        TrainingOrder::Pause => world.resource_mut::<Trainer>().pause(),
        TrainingOrder::Stop => world.resource_mut::<Trainer>().stop(),
    }
}

/// Adds training beside the run.
pub(super) fn plugin(app: &mut App) {
    #[cfg(feature = "gpu")]
    hand_on(app);
    app.init_resource::<Trainer>().add_systems(
        Update,
        (|mut trainer: ResMut<Trainer>| trainer.listen()).in_set(FrameStep::Act),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_grow_with_rounds() {
        let mut progress = Progress::default();
        for round in 1..=3 {
            let mut metrics = training::metrics::Metrics::new();
            metrics.set("losses/entropy", round as f64);
            metrics.set("odd", f64::NAN);
            progress.take_in(&RoundReport {
                round,
                rounds: 4,
                steps: round * 100,
                metrics,
            });
        }
        assert_eq!(progress.series.len(), 1);
        assert_eq!(
            progress.series[0].points.last().map(|p| (p.x, p.y)),
            Some((300.0, 3.0))
        );
        assert_eq!(progress.share(), 0.75);
    }

    #[test]
    fn what_cannot_be_trained_is_said_and_nothing_is_left() {
        let mut trainer = Trainer::default();
        let plan = TrainingPlan {
            data: Some("no/such/folder".into()),
            ..TrainingPlan::default()
        };
        trainer.begin(plan, GpuAccess::No).unwrap();
        assert!(trainer.progress.phase.busy());
        while trainer.progress.phase.busy() {
            std::thread::sleep(Duration::from_millis(5));
            trainer.listen();
        }
        assert_eq!(trainer.progress.phase, Phase::Failed);
        assert!(!trainer.progress.message.is_empty() && trainer.progress.heads.is_empty());
        assert_eq!(trainer.ended, 1);
    }
}
