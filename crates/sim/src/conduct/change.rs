//! What is changed in people's conduct while a campus lives: who decides, and which lessons are
//! taught; with the history of it.

use super::{
    Conduct, ConductState,
    heads::{Decider, Mount},
    lessons::Lessons,
};
use crate::tools::SimEvent;
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A change in somebody's conduct.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Somebody else decides.
    Decider(Decider),
    /// Lessons are taught; none are from now on.
    Lessons(Option<Arc<Lessons>>),
}

impl From<Decider> for Change {
    fn from(decider: Decider) -> Self {
        Self::Decider(decider)
    }
}

impl From<Lessons> for Change {
    fn from(lessons: Lessons) -> Self {
        Self::Lessons(Some(Arc::new(lessons)))
    }
}

/// A change as snapshots keep it: heads and books of lessons by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Mark {
    /// Who decides from then on.
    Mount(Mount),
    /// Which book is taught.
    Book(Option<u16>),
}

/// The number of something in a list; a new one for what is not in it.
fn number<T: PartialEq>(list: &mut Vec<Arc<T>>, one: &Arc<T>) -> u16 {
    let known = list
        .iter()
        .position(|other| Arc::ptr_eq(other, one) || other == one);
    known.unwrap_or_else(|| {
        list.push(Arc::clone(one));
        list.len() - 1
    }) as u16
}

impl Conduct {
    /// The lessons that somebody of that state has been taught.
    pub fn lessons_of(&self, state: &ConductState) -> Option<&Arc<Lessons>> {
        state
            .book
            .and_then(|number| self.books.get(usize::from(number)))
    }

    /// Changes somebody's conduct from `now` on. Gives what the log says of it; none when it is so
    /// already.
    pub fn change(
        &mut self,
        (agent, state): (AgentId, &mut ConductState),
        change: &Change,
        now: SimTime,
    ) -> Option<SimEvent> {
        let mark = match change {
            Change::Decider(decider) => {
                let heads = &mut self.heads;
                Mark::Mount(decider.as_ref().map(|head| number(heads, head)))
            }
            Change::Lessons(book) => {
                Mark::Book(book.as_ref().map(|book| number(&mut self.books, book)))
            }
        };
        let before = match mark {
            Mark::Mount(mount) => Mark::Mount(std::mem::replace(&mut state.mount, mount)),
            Mark::Book(book) => Mark::Book(std::mem::replace(&mut state.book, book)),
        };
        if before == mark {
            return None;
        }
        self.history.push((now, agent, mark));
        Some(match change {
            Change::Decider(decider) => SimEvent::Mounted { by: decider.mark() },
            Change::Lessons(book) => SimEvent::Taught {
                book: book.as_ref().map(|book| book.mark()),
            },
        })
    }

    /// What was changed for whom, and when, from the beginning.
    pub fn history(&self) -> impl Iterator<Item = (SimTime, AgentId, Change)> + '_ {
        self.history
            .iter()
            .map(|(at, agent, mark)| (*at, *agent, self.meant(*mark)))
    }

    /// The change that a mark stands for, with the head or book itself.
    fn meant(&self, mark: Mark) -> Change {
        match mark {
            Mark::Mount(mount) => {
                let head = |number: u16| self.heads.get(usize::from(number)).cloned();
                Change::Decider(mount.find(head))
            }
            Mark::Book(book) => {
                Change::Lessons(book.and_then(|n| self.books.get(usize::from(n)).cloned()))
            }
        }
    }
}
