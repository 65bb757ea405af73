//! Names in the place of numbers.

use crate::campus::{
    CampusMap,
    invitations::Occasion,
    people::{Engagement, Persona},
};
use collegium_core::{
    i18n::{Language, Words},
    ids::{AgentId, PlaceId},
};

/// Turns numbers into names.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Where places have their names from.
    pub map: &'a CampusMap,
    /// Where people, courses and events have their names from.
    pub scenario: &'a crate::campus::scenario::Scenario,
}

impl Names<'_> {
    /// A place's name.
    pub fn place(&self, id: PlaceId) -> &str {
        self.map
            .places
            .get(id.0 as usize)
            .map_or("somewhere", |p| &p.name)
    }

    /// Who somebody is; none where there is no such person.
    pub fn persona(&self, id: AgentId) -> Option<&Persona> {
        self.scenario
            .people
            .get(id.0 as usize)
            .map(|(persona, _)| persona)
    }

    /// A person's name.
    pub fn person(&self, id: AgentId) -> &str {
        self.persona(id).map_or("somebody", |p| &p.name)
    }

    /// A task of somebody in words, by its running number; none where they have no such task.
    pub fn task(&self, whose: AgentId, number: u16) -> Option<&str> {
        let persona = self.persona(whose)?;
        let task = persona.task_of(number).map(|task| task.what.as_str());
        let first = || Some(persona.task.as_str()).filter(|_| number == 0);
        task.or_else(first).filter(|task| !task.is_empty())
    }

    /// A person's first name.
    pub fn first(&self, id: AgentId) -> &str {
        self.persona(id).map_or("somebody", Persona::first_name)
    }

    /// The app's texts in the language in which somebody thinks.
    pub fn words_of(&self, id: AgentId) -> &'static Words {
        Words::of(
            self.persona(id)
                .map_or_else(Language::default, |p| p.language),
        )
    }

    /// The name by which tool calls say which occasion is meant, the same in every language: it is
    /// read back. What people see, remember or are asked is told by [`super::tell::occasion`].
    pub fn occasion(&self, what: &Occasion) -> String {
        match what {
            Occasion::Event(e) => self.engagement(Engagement::Event(*e)),
            Occasion::Gathering { cause, .. } => cause.word().to_owned(),
        }
    }

    /// The name by which tool calls say which commitment is meant, the same in every language: it
    /// is read back. What people see, remember or are asked is told by [`super::tell::engagement`].
    pub fn engagement(&self, what: Engagement) -> String {
        let course = |c: u16| self.scenario.term.courses.get(c as usize);
        match what {
            Engagement::Class(c, _) => {
                course(c).map_or_else(|| "class".to_owned(), |c| format!("{} {}", c.code, c.title))
            }
            Engagement::Teach(c, _) => course(c).map_or_else(
                || "class".to_owned(),
                |c| format!("{} {} (teaching)", c.code, c.title),
            ),
            Engagement::Shift(_) => "shift".to_owned(),
            Engagement::Event(e) => self
                .scenario
                .events
                .get(e as usize)
                .map_or_else(|| "event".to_owned(), |e| e.title.clone()),
            Engagement::Meeting(with) => format!("meeting {}", self.person(with)),
        }
    }
}
