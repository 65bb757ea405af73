//! The broker: everything between a request and its answer. Each request is answered exactly once
//! and within its deadline, whatever the servers do.
//!
//! It lives on a thread of its own with a runtime of its own; nothing here blocks whoever drives
//! the campus.

mod call;
mod dialogue;
mod exchange;
mod flight;
mod lane;
mod so_far;

pub use lane::{Health, HealthState};

use super::{
    budget::{Budget, Spent},
    request::{Answer, Fault, Outcome, Request, Usage},
    secrets::Secrets,
    settings::Settings,
    tokens,
    validate::Schemas,
};
use flight::{Flights, Landing};
use lane::Lane;
use so_far::SaidSoFar;
use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
    time::Duration,
};
use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
    time::Instant,
};

/// Why no broker could be started.
#[derive(Debug, thiserror::Error)]
pub enum BrokerError {
    /// The system gave no thread or runtime.
    #[error("the thread for language models could not be started: {0}")]
    Thread(#[from] std::io::Error),
    /// A profile's connection could not be prepared.
    #[error("profile {profile} cannot be used: {what}")]
    Client {
        /// The profile's name in the settings.
        profile: String,
        /// What the system said.
        what: String,
    },
}

enum Command {
    Submit(Box<Request>, Instant),
    CancelAll,
    Stop,
}

/// Answers that wait to be collected, and how many have not been.
#[derive(Default)]
struct Tray {
    ready: Vec<Answer>,
    outstanding: usize,
}

/// What the threads of the broker share.
struct Hub {
    settings: Settings,
    secrets: Arc<Secrets>,
    lanes: BTreeMap<String, Lane>,
    budget: Budget,
    schemas: Schemas,
    flights: Flights,
    so_far: SaidSoFar,
    cancelled: watch::Sender<u64>,
    tray: Mutex<Tray>,
    arrived: Condvar,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Hub {
    /// Whether some limit needs estimates of tokens.
    fn counts_tokens(&self) -> bool {
        self.lanes.values().any(|lane| {
            lane.profile.tokens_per_minute.is_some() || self.budget.limited(&lane.profile)
        })
    }

    /// Hands an answer out. Nothing passes here with a key in it: what a model says has been
    /// looked through already, what became of it is looked through now.
    fn deliver(&self, mut answer: Answer) {
        if let Outcome::FellBack(_, what) = &mut answer.outcome {
            *what = self.secrets.scrub(what).into_owned();
        }
        lock(&self.tray).ready.push(answer);
        self.arrived.notify_all();
    }
}

/// The way to all models of the settings. Can be shared between threads; dropping it ends its
/// thread at once.
pub struct Broker {
    hub: Arc<Hub>,
    commands: mpsc::UnboundedSender<Command>,
    thread: Option<JoinHandle<()>>,
}

impl Broker {
    /// Starts the broker's thread.
    ///
    /// # Errors
    /// When the system gives no thread, or the connections of a profile cannot be prepared.
    pub fn start(settings: Settings) -> Result<Self, BrokerError> {
        Self::resume(settings, Spent::default())
    }

    /// Starts the broker's thread with budgets going on from what was spent before.
    ///
    /// # Errors
    /// As [`Broker::start`].
    pub fn resume(settings: Settings, spent: Spent) -> Result<Self, BrokerError> {
        // Another part of the program may have chosen its cryptography already: then that one is
        // used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut lanes = BTreeMap::new();
        let secrets = Arc::new(settings.secrets());
        for (name, profile) in &settings.profiles {
            let lane = Lane::new(Arc::clone(profile), Arc::clone(&secrets)).map_err(|what| {
                BrokerError::Client {
                    profile: name.clone(),
                    what,
                }
            })?;
            lanes.insert(name.clone(), lane);
        }
        let hub = Arc::new(Hub {
            budget: Budget::new(settings.budget, spent),
            settings,
            secrets,
            lanes,
            schemas: Schemas::default(),
            flights: Flights::default(),
            so_far: SaidSoFar::default(),
            cancelled: watch::Sender::new(0),
            tray: Mutex::default(),
            arrived: Condvar::new(),
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (commands, orders) = mpsc::unbounded_channel();
        let inside = Arc::clone(&hub);
        let thread = std::thread::Builder::new()
            .name("models".to_owned())
            .spawn(move || {
                if inside.counts_tokens() {
                    // Loads the vocabulary before anybody waits for it.
                    tokens::count("a");
                }
                runtime.block_on(serve(&inside, orders));
                // A name being looked up cannot be interrupted: it is left behind.
                runtime.shutdown_timeout(Duration::from_millis(20));
            })?;
        Ok(Self {
            hub,
            commands,
            thread: Some(thread),
        })
    }

    /// Hands in a request. Never waits.
    pub fn submit(&self, request: Request) {
        lock(&self.hub.tray).outstanding += 1;
        let command = Command::Submit(Box::new(request), Instant::now());
        if let Err(mpsc::error::SendError(Command::Submit(request, _))) =
            self.commands.send(command)
        {
            self.hub.deliver(unanswered(
                request.id,
                Fault::Cancelled,
                "the models' thread has ended",
            ));
        }
    }

    /// The answers that have come. Never waits.
    pub fn poll(&self) -> Vec<Answer> {
        self.collect(&mut lock(&self.hub.tray))
    }

    /// The answers that have come; waits for the first when there is none yet and any is
    /// outstanding, but no longer than `patience`.
    pub fn wait(&self, patience: Duration) -> Vec<Answer> {
        let nothing = |tray: &mut Tray| tray.ready.is_empty() && tray.outstanding > 0;
        let waited = self
            .hub
            .arrived
            .wait_timeout_while(lock(&self.hub.tray), patience, nothing);
        let (mut tray, _) = waited.unwrap_or_else(PoisonError::into_inner);
        self.collect(&mut tray)
    }

    fn collect(&self, tray: &mut Tray) -> Vec<Answer> {
        let ready = std::mem::take(&mut tray.ready);
        tray.outstanding = tray.outstanding.saturating_sub(ready.len());
        for answer in &ready {
            self.hub.so_far.forget(answer.id);
        }
        ready
    }

    /// From now on lines that somebody speaks are asked for piece by piece, where the server can do
    /// so, and [`Broker::so_far`] tells them as they come.
    pub fn listen(&self) {
        self.hub.so_far.listen();
    }

    /// What models have written so far of the lines that are not collected yet, by the numbers of
    /// their requests: raw text, most often the beginning of JSON. It may still be refused.
    pub fn so_far(&self) -> BTreeMap<u64, String> {
        self.hub.so_far.all()
    }

    /// Requests whose answers have not been collected yet.
    pub fn in_flight(&self) -> usize {
        lock(&self.hub.tray).outstanding
    }

    /// Gives up on everything handed in so far: each request without an answer is answered with
    /// [`Fault::Cancelled`].
    pub fn cancel_all(&self) {
        // When the thread has ended, nothing is left to cancel.
        let _ = self.commands.send(Command::CancelAll);
    }

    /// How each profile is doing, by name.
    pub fn health(&self) -> Vec<Health> {
        let now = Instant::now();
        self.hub
            .lanes
            .values()
            .map(|lane| lane.health(now))
            .collect()
    }

    /// What has been spent, with what is set aside for calls under way.
    pub fn spent(&self) -> Spent {
        self.hub.budget.spent()
    }

    /// The settings it was started with.
    pub fn settings(&self) -> &Settings {
        &self.hub.settings
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        let _ = self.commands.send(Command::Stop);
        if let Some(thread) = self.thread.take() {
            // It holds nothing that its panic could harm.
            let _ = thread.join();
        }
    }
}

fn unanswered(id: u64, fault: Fault, what: &str) -> Answer {
    let outcome = Outcome::FellBack(fault, what.to_owned());
    Answer {
        id,
        outcome,
        model: String::new(),
        faults: vec![fault],
        repairs: Vec::new(),
        put_aside: None,
        usage: Usage::default(),
    }
}

/// The broker's thread: starts a flight for each request and ends them all when told to.
async fn serve(hub: &Arc<Hub>, mut orders: mpsc::UnboundedReceiver<Command>) {
    let mut gates = JoinSet::new();
    for lane in hub.lanes.values() {
        gates.spawn(lane.gate.clone().serve());
    }
    let mut flights = JoinSet::new();
    let mut number = 0;
    loop {
        tokio::select! {
            command = orders.recv() => match command {
                Some(Command::Submit(mut request, asked)) => {
                    number += 1;
                    for text in [&mut request.prompt.system, &mut request.prompt.user] {
                        *text = hub.secrets.scrub(text).into_owned();
                    }
                    if let Some(landing) = Landing::board(hub, &request, asked) {
                        let cancelled = hub.cancelled.subscribe();
                        flights.spawn(flight::fly(landing, request, number, asked, cancelled));
                    }
                }
                Some(Command::CancelAll) => hub.cancelled.send_modify(|times| *times += 1),
                Some(Command::Stop) | None => break,
            },
            Some(_) = flights.join_next(), if !flights.is_empty() => {}
        }
    }
    // What has not been answered is answered as cancelled when its flight is dropped here.
    drop(flights);
    orders.close();
    while let Some(command) = orders.recv().await {
        if let Command::Submit(request, _) = command {
            hub.deliver(unanswered(
                request.id,
                Fault::Cancelled,
                "the run ended before the answer came",
            ));
        }
    }
}
