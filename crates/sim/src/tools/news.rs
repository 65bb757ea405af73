//! News: what facts say, which people come to know and pass on. Like events they hold numbers, and
//! words are made of them where they are told ([`super::tell`]).

use super::Names;
use crate::campus::{invitations::Occasion, people::Came};
use collegium_core::{
    i18n::bare,
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a fact says, whole: it can be told without the ledger that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A planted fact of the scenario, by its number.
    Planted(u16),
    /// An event of the scenario, by its number.
    Event(u16),
    /// Somebody invites to a gathering of their own.
    Gathering {
        /// The person who invites.
        host: AgentId,
        /// What the guest is invited to.
        to: Occasion,
        /// The place where the guests are to meet.
        place: PlaceId,
        /// When the gathering begins.
        begins: SimTime,
    },
    /// Somebody pushed in front of somebody in a queue.
    Pushed {
        /// Who did; none where the fact does not name them.
        who: Option<AgentId>,
        /// The first of those who were passed.
        passed: AgentId,
        /// The place of the queue, where there is one to name.
        place: Option<PlaceId>,
    },
    /// Somebody was loud where people want quiet.
    Loud {
        /// Who did; none where the fact does not name them.
        who: Option<AgentId>,
        /// The place where people want quiet, where there is one to name.
        place: Option<PlaceId>,
    },
    /// Somebody missed a class.
    Missed {
        /// Who did; none where the fact does not name them.
        who: Option<AgentId>,
        /// The course, by its number in the term.
        course: u16,
    },
    /// Somebody wrote the test of a course.
    Scored {
        /// Who did.
        who: AgentId,
        /// The course, by its number in the term.
        course: u16,
        /// The result, 0 to 100.
        result: u8,
    },
    /// Something came of somebody's work at their task.
    Worked {
        /// Whose task it is.
        who: AgentId,
        /// The running number of the task.
        task: u16,
        /// What came of it.
        came: Came,
    },
    /// Something of somebody's own life.
    Life {
        /// The person whose life it is of.
        who: AgentId,
        /// Which of the memories that they begin with, by its index.
        memory: u16,
    },
}

impl News {
    /// Whom it is of: who invites, who did it, whose life it is; none where it names nobody.
    pub const fn who(&self) -> Option<AgentId> {
        match *self {
            News::Gathering { host: who, .. }
            | News::Scored { who, .. }
            | News::Worked { who, .. }
            | News::Life { who, .. } => Some(who),
            News::Pushed { who, .. } | News::Loud { who, .. } | News::Missed { who, .. } => who,
            News::Planted(_) | News::Event(_) => None,
        }
    }

    /// The same deed of the same person, wherever it was.
    pub const fn anywhere(self) -> Self {
        match self {
            News::Pushed { who, passed, .. } => News::Pushed {
                who,
                passed,
                place: None,
            },
            News::Loud { who, .. } => News::Loud { who, place: None },
            elsewhere => elsewhere,
        }
    }

    /// The words that the scenario has for it, where it is the scenario's own.
    pub fn own_words<'a>(&self, names: &'a Names<'_>) -> Option<Cow<'a, str>> {
        match *self {
            News::Planted(n) => names
                .scenario
                .facts
                .get(usize::from(n))
                .map(|f| f.text.as_str().into()),
            News::Life { who, memory } => names
                .persona(who)?
                .memories
                .get(usize::from(memory))
                .map(|m| bare(&m.text)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_of_one_deed_are_the_same_wherever_it_was() {
        let loud = |who, place| News::Loud {
            who: Some(AgentId(who)),
            place: Some(PlaceId(place)),
        };
        assert_eq!(loud(1, 2).who(), Some(AgentId(1)));
        assert_eq!(loud(1, 2).anywhere(), loud(1, 3).anywhere());
        assert_ne!(loud(1, 2).anywhere(), loud(4, 2).anywhere());
        let missed = News::Missed {
            who: None,
            course: 5,
        };
        assert_eq!((missed.anywhere(), missed.who()), (missed, None));
    }
}
