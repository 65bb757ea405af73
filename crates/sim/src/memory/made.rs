//! What is made of memories so that they can be found: vectors, and for large streams a graph of
//! them. It follows from the memories, and so is never saved; what must be kept for it to go on as
//! it would have is [`Kept`].

use super::{
    index::{BuiltIndex, Scratch, Store},
    item::Memory,
};
use crate::campus::Numbered;
use collegium_core::embed::Hashed;
use collegium_core::time::{HOUR, SimTime};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Range, sync::Arc, thread::JoinHandle};

/// Streams of at least so many memories are searched through a graph, what is newer than the graph
/// one by one.
pub(super) const LARGE: usize = 4096;
/// A new graph is begun when this share of a stream, as one part in so many, is newer than the old
/// one.
const TAIL: usize = 3;
/// How long after a graph was begun it is taken up, in simulated seconds: whatever needs it then
/// waits for it.
const BUILDING: u32 = 2 * HOUR;

/// What must be kept of a stream beside its memories so that it goes on as it would have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The memories that have come to mind, each with when it last did, in their order.
    pub touched: Vec<(u32, SimTime)>,
    /// How many memories the graph in use covers.
    pub graph: Option<u32>,
    /// How many memories the graph that is being built covers, and when it is taken up.
    pub building: Option<(u32, SimTime)>,
    /// How many memories there have been.
    pub count: u32,
    /// Which of them are held: by turns how many numbers are left out, and how many follow.
    pub held: Vec<(u32, u32)>,
}

impl Kept {
    /// The numbers of the memories that are held, as ranges in order.
    pub fn ranges(&self) -> impl Iterator<Item = Range<u32>> {
        let mut next = 0u32;
        self.held.iter().map(move |(left_out, follow)| {
            let from = next.saturating_add(*left_out);
            next = from.saturating_add(*follow);
            from..next
        })
    }
}

/// A graph that is in use or will be.
#[derive(Default)]
pub(super) enum Graph {
    /// There is none: memories are compared one by one.
    #[default]
    None,
    /// To be built over so many memories when it is first needed: after a resume.
    Planned(usize),
    /// In use.
    Built(Arc<BuiltIndex>),
}

/// A graph that is being built on a thread of its own.
pub(super) struct Building {
    pub covers: usize,
    /// When it is taken up.
    due: SimTime,
    /// The thread; none when it has still to be started.
    thread: Option<JoinHandle<Option<BuiltIndex>>>,
}

/// What is made of the memories: vectors, and for large streams a graph of them.
#[derive(Default)]
pub(super) struct Made {
    pub store: Store,
    /// When memories last came to mind whose vectors have not been made yet.
    pub touched: BTreeMap<u32, SimTime>,
    pub graph: Graph,
    pub building: Option<Building>,
    pub scratch: Scratch,
    /// The long-term task that was asked about last, which changes seldom, with its vector.
    task: (String, Vec<f32>),
}

/// The vectors of what is asked for.
pub(super) struct Asked {
    pub query: Vec<f32>,
    pub task: Option<Vec<f32>>,
}

impl Made {
    /// The vector of a long-term task by the built-in embedder.
    pub fn task(&mut self, task: &str) -> Vec<f32> {
        if self.task.0 != task {
            self.task = (task.to_owned(), Hashed.embed(task));
        }
        self.task.1.clone()
    }

    /// Takes in the next memory with its vector.
    pub fn take_in(&mut self, number: u32, memory: &Memory, vector: &[f32]) {
        let index = self.store.len();
        self.store.push(vector, memory.at, memory.importance);
        if let Some(touched) = self.touched.remove(&number) {
            self.store.touch(index, touched);
        }
    }

    pub fn kept(&self, memories: &Numbered<Memory>) -> Kept {
        let of_store = self.store.touched();
        let of_store = of_store.filter_map(|(i, at)| Some((memories.nth(i as usize)?.0, at)));
        // Those without vectors are newer than those that have one.
        let waiting = self.touched.iter().map(|(number, at)| (*number, *at));
        let touched: Vec<(u32, SimTime)> = of_store.chain(waiting).collect();
        let mut held: Vec<(u32, u32)> = Vec::new();
        let mut next = 0;
        for (number, _) in memories.iter() {
            match held.last_mut().filter(|_| number == next) {
                Some(run) => run.1 += 1,
                None => held.push((number - next, 1)),
            }
            next = number + 1;
        }
        Kept {
            touched,
            count: memories.count(),
            held,
            graph: match &self.graph {
                Graph::None => None,
                Graph::Planned(covers) => Some(*covers as u32),
                Graph::Built(built) => Some(built.covers() as u32),
            },
            building: self.building.as_ref().map(|b| (b.covers as u32, b.due)),
        }
    }

    pub fn of(kept: Kept) -> Self {
        Self {
            touched: kept.touched.into_iter().collect(),
            graph: kept
                .graph
                .map_or(Graph::None, |covers| Graph::Planned(covers as usize)),
            building: kept.building.map(|(covers, due)| Building {
                covers: covers as usize,
                due,
                thread: None,
            }),
            ..Self::default()
        }
    }

    /// Takes up a graph whose time has come, and begins a new one where much is newer than the old
    /// one. Only simulated time decides.
    pub fn tend(&mut self, now: SimTime) {
        if let Some(building) = self.building.take_if(|b| b.due <= now) {
            let built = match building.thread {
                Some(thread) => thread.join().ok().flatten(),
                None => self.store.first(building.covers).build().ok(),
            };
            self.graph = built.map_or(Graph::None, |built| Graph::Built(Arc::new(built)));
        }
        let covered = match &self.graph {
            Graph::None => 0,
            Graph::Planned(covers) => *covers,
            Graph::Built(built) => built.covers(),
        };
        let count = self.store.len();
        if self.building.is_none() && count >= LARGE && (count - covered.min(count)) * TAIL > count
        {
            let store = self.store.clone();
            let thread = std::thread::Builder::new()
                .name("index".to_owned())
                .spawn(move || store.build().ok())
                .ok();
            self.building = Some(Building {
                covers: count,
                due: now.plus(BUILDING),
                thread,
            });
        }
    }

    /// The graph in use, built now when it was only planned.
    pub fn graph(&mut self) -> Option<Arc<BuiltIndex>> {
        if let Graph::Planned(covers) = self.graph {
            self.graph = self
                .store
                .first(covers)
                .build()
                .map_or(Graph::None, |b| Graph::Built(Arc::new(b)));
        }
        match &self.graph {
            Graph::Built(built) => Some(Arc::clone(built)),
            _ => None,
        }
    }
}
