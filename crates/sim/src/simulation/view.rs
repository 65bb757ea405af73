//! What screens show of a campus: events in words, and people in a form that is easy to draw.

use super::Campus;
use crate::{
    campus::{
        people::{Activity, Body, Doing, Persona, Posture},
        talks::Talks,
    },
    record::Logged,
    tools::{HappeningKind, Names, Violation},
};
use collegium_core::ids::{AgentId, PlaceId};

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

/// An event in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    /// Who.
    pub agent: Option<AgentId>,
    /// With whom.
    pub with: Option<AgentId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// Its kind.
    pub kind: HappeningKind,
    /// In words.
    pub text: String,
}

impl Campus {
    /// Everybody, in order.
    pub fn persons(&self) -> impl Iterator<Item = PersonView<'_>> {
        (0..self.people()).filter_map(|i| self.person(AgentId(i as u32)))
    }

    /// A person.
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

/// An event in words, or none for those that say nothing to a reader.
pub fn event_line(logged: &Logged, names: &Names<'_>) -> Option<EventLine> {
    let h = &logged.happening;
    let who = h.agent.map_or("", |a| names.person(a));
    let with = h.with.map_or("somebody", |a| names.person(a));
    let place = h.place.map_or("on the way", |p| names.place(p));
    let minutes = h.number / 60;
    let text = match h.kind {
        HappeningKind::Done => return None,
        HappeningKind::Refused => {
            format!(
                "{who} could not {}: {}",
                h.call.as_ref()?.name(),
                h.refusal?
            )
        }
        HappeningKind::Arrived => format!("{who} arrives: {place}"),
        HappeningKind::Finished => format!("{who} finishes {}", h.text.replace('_', " ")),
        HappeningKind::Served => format!("{who} gets {} after {minutes} min ({place})", h.text),
        HappeningKind::GaveUp => format!("{who} gives up waiting for {} ({place})", h.text),
        HappeningKind::TalkBegan => format!("{who} begins to talk with {with} ({place})"),
        HappeningKind::Said => format!("{who}: “{}”", h.text),
        HappeningKind::TalkEnded => format!("{who} and {with} part"),
        HappeningKind::ClassBegan => format!("{} begins ({place})", h.text),
        HappeningKind::ClassEnded => format!("{} ends ({place})", h.text),
        HappeningKind::Attended => format!("{who} is in time for {}", h.text),
        HappeningKind::Late => format!("{who} is {minutes} min late for {}", h.text),
        HappeningKind::Missed => format!("{who} missed {}", h.text),
        HappeningKind::Violation => match h.violation? {
            Violation::Lateness => return None,
            Violation::QueueCutting => format!("{who} pushes in front of {with} ({place})"),
            Violation::Noise => format!("{who} is too loud ({place})"),
        },
        HappeningKind::Planned => format!("{who} plans the day: {}", h.text),
        HappeningKind::Woke => format!("{who} wakes up"),
        HappeningKind::Arranged => format!("{who} and {with} arrange to meet: {}", h.text),
        HappeningKind::Posted => format!("{who} posts: “{}”", h.text),
        HappeningKind::Paid => {
            format!("{who} gets {:.2} for the week", f64::from(h.number) / 100.0)
        }
        HappeningKind::Learned => {
            let (how, fact) = h.text.split_once(": ")?;
            match how {
                "told" => format!("{who} hears from {with}: {fact}"),
                "overheard" => format!("{who} overhears {with}: {fact}"),
                "read" => format!("{who} reads a post of {with}: {fact}"),
                _ => return None,
            }
        }
        HappeningKind::Joined => format!("{who} joins {with} ({place})"),
        HappeningKind::Left => format!("{who} leaves the others ({place})"),
        HappeningKind::Invited => format!("{who} invites {with}: {}", h.text),
        HappeningKind::Replied => format!("{who} answers {with} with {}", h.text),
        // That a model has answered says nothing to a reader; that it has not, does.
        HappeningKind::Thought if h.text.ends_with("ok") => return None,
        HappeningKind::Thought => format!("{who} thinks: {}", h.text),
        HappeningKind::Reflected => format!("{who} comes to think: {}", h.text),
        HappeningKind::Mused => format!("{who} is reminded: {}", h.text),
        HappeningKind::Diary => format!("{who} writes in the diary: {}", h.text),
        HappeningKind::Merged | HappeningKind::Dismissed => return None,
        HappeningKind::Mounted => {
            let name = h.text.split(' ').next().unwrap_or_default();
            format!("{who}'s conduct is decided by: {name}")
        }
        HappeningKind::Taught => match h.text.split(' ').next() {
            Some("off") | None => format!("{who} is no longer taught what has gone well"),
            Some(book) => format!("{who} is taught what has gone well: {book}"),
        },
        HappeningKind::NewDay => "A new day".to_owned(),
    };
    Some(EventLine {
        agent: h.agent,
        with: h.with,
        place: h.place,
        kind: h.kind,
        text,
    })
}
