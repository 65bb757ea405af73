//! Facts: what there is to know and tell.

use crate::{
    campus::{Invitations, scenario::Scenario},
    tools::{Names, News, tell},
};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

named! {
    /// Where a fact comes from.
    FactKind {
        /// The scenario plants it, to watch it spread.
        Planted = "planted",
        /// An event of the scenario that only some know of.
        Event = "event",
        /// A gathering that somebody invites to.
        Invitation = "invitation",
        /// Something that happened.
        News = "news",
        /// Something of somebody's own life.
        Personal = "personal",
    }
}

pub use crate::tools::Source;

/// What a fact says; its words come from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// A planted fact of the scenario, by its number.
    Planted(u16),
    /// An event of the scenario, by its number.
    Event(u16),
    /// What an invitation is to, by the invitation's number.
    Gathering(u32),
    /// Somebody pushed in front of this person in a queue.
    Pushed(AgentId),
    /// Somebody was loud where people want quiet.
    Loud,
    /// Somebody missed a class of a course, by its number in the term.
    Missed(u16),
    /// A memory that a persona begins with, by its index.
    Life(u16),
}

/// Something that people can know and tell each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Where it comes from: the scenario, an invitation, what happened, or a life.
    pub kind: FactKind,
    /// What kind of thing it tells, and of what.
    pub form: Form,
    /// Whom it is about, when it is about somebody.
    pub who: Option<AgentId>,
    /// The place it happened or happens in.
    pub place: Option<PlaceId>,
    /// Since when there is something to know.
    pub arose: SimTime,
    /// Until when it is worth telling.
    pub until: SimTime,
    /// How much it is worth telling, 1 to 10.
    pub importance: u8,
}

impl Fact {
    /// What it says, whole; none when what it came from is gone.
    pub fn news(&self, invitations: &Invitations) -> Option<News> {
        let (who, place) = (self.who, self.place);
        Some(match self.form {
            Form::Planted(n) => News::Planted(n),
            Form::Event(n) => News::Event(n),
            Form::Gathering(n) => {
                let invitation = invitations.list.get_unsaved(n)?;
                News::Gathering {
                    host: invitation.host,
                    to: invitation.to,
                    place: invitation.place,
                    begins: invitation.begins,
                }
            }
            Form::Pushed(passed) => News::Pushed { who, passed, place },
            Form::Loud => News::Loud { who, place },
            Form::Missed(course) => News::Missed { who, course },
            Form::Life(memory) => News::Life { who: who?, memory },
        })
    }

    /// The fact in a neutral sentence, without a full stop.
    pub fn text(&self, words: &Words, invitations: &Invitations, names: &Names<'_>) -> String {
        self.news(invitations)
            .map_or_else(String::new, |news| tell::news(words, &news, names))
    }

    /// The event it is about.
    pub fn event(&self, scenario: &Scenario) -> Option<u16> {
        match self.form {
            Form::Event(n) => Some(n),
            Form::Planted(n) => scenario.facts.get(usize::from(n)).and_then(|f| f.event),
            _ => None,
        }
    }
}
