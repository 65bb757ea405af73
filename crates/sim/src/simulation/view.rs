//! What screens show of a campus: people in a form that is easy to draw.

use super::Campus;
use crate::{
    campus::{
        people::{Activity, Body, Persona},
        talks::Talks,
    },
    tools::Names,
};
use collegium_core::ids::AgentId;

/// A person as a screen shows them.
#[derive(Clone, Copy, Debug)]
pub struct PersonView<'a> {
    /// The person's number.
    pub id: AgentId,
    /// Who they are.
    pub persona: &'a Persona,
    /// Where they are.
    pub body: &'a Body,
    /// What they do now.
    pub activity: &'a Activity,
}

impl Campus {
    /// Everybody, in the order of their numbers.
    pub fn persons(&self) -> impl Iterator<Item = PersonView<'_>> {
        (0..self.people()).filter_map(|i| self.person(AgentId(i as u32)))
    }

    /// What screens show of a person; none where there is none of that number.
    pub fn person(&self, id: AgentId) -> Option<PersonView<'_>> {
        Some(PersonView {
            id,
            persona: self.get::<Persona>(id)?,
            body: self.get::<Body>(id)?,
            activity: self.get::<Activity>(id)?,
        })
    }

    /// Turns numbers into names.
    pub fn names(&self) -> Names<'_> {
        Names {
            map: &self.map,
            scenario: &self.scenario,
        }
    }

    /// The last line of a conversation that somebody has just spoken: for the speech bubble.
    pub fn speaks(&self, id: AgentId) -> Option<&str> {
        let number = self.get::<Activity>(id)?.talk?;
        let talk = self.world.resource::<Talks>().live.get(&number)?;
        let last = talk.lines.last()?;
        (last.speaker == id).then_some(last.text.as_str())
    }
}
