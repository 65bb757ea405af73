//! What screens show of a campus: people in a form that is easy to draw.

use super::Campus;
use crate::{
    campus::{
        people::{Activity, Body, Doing, Persona, Posture},
        talks::Talks,
    },
    tools::Names,
};
use collegium_core::ids::AgentId;

/// A person as a screen shows it.
#[derive(Clone, Copy, Debug)]
pub struct PersonView<'a> {
    /// Its number.
    pub id: AgentId,
    /// Who it is.
    pub persona: &'a Persona,
    /// Where it is.
    pub body: &'a Body,
    /// What it does.
    pub activity: &'a Activity,
}

impl Campus {
    /// Everybody, in order.
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

    /// What somebody does, in words: “studying Cells and Systems (Library Reading Room)”.
    pub fn describe(&self, id: AgentId) -> String {
        let Some(person) = self.person(id) else {
            return String::new();
        };
        let names = self.names();
        let place = self.map.place_of(person.body.tile).map(|p| names.place(p));
        if person.body.posture == Posture::Away {
            return match person.activity.doing {
                Doing::Sleeping => "asleep at home in town".to_owned(),
                _ => "at home in town".to_owned(),
            };
        }
        let doing = match person.activity.doing {
            Doing::Walking => {
                let to = person
                    .body
                    .counts_in
                    .map_or("somewhere", |p| names.place(p));
                return format!("on the way to {to}");
            }
            Doing::Studying => format!("studying {}", person.activity.note),
            Doing::AtEvent if !person.activity.note.is_empty() => person.activity.note.clone(),
            Doing::InClass if !person.activity.note.is_empty() => {
                format!("in {}", person.activity.note)
            }
            other => other.to_string(),
        };
        let talk = person
            .activity
            .talk
            .and_then(|t| self.world.resource::<Talks>().live.get(&t));
        let with = talk.map_or_else(String::new, |t| {
            let others: Vec<&str> = t.others(id).map(|o| names.first(o)).collect();
            format!(", talking with {}", others.join(", "))
        });
        match place {
            Some(place) => format!("{doing}{with} ({place})"),
            None => format!("{doing}{with}"),
        }
    }
}
