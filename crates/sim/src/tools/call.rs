//! The eleven calls and their arguments.

use crate::campus::{
    CampusMap, Item,
    invitations::Occasion,
    people::{Engagement, Persona, Stay},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

named! {
    /// A gesture: what is said without words, or in one.
    Gesture {
        /// Greets.
        Wave = "wave",
        /// Asks for help with what one is stuck in.
        AskHelp = "ask_help",
        /// Helps.
        Help = "help",
        /// Thanks.
        Thank = "thank",
        /// Says sorry.
        Apologise = "apologise",
    }
}

/// Where a walk goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Destination {
    /// A place.
    Place(PlaceId),
    /// Beside a person.
    Person(AgentId),
}

/// A tool call with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToolCall {
    /// Walks to a place or person and, if so wanted, stays there doing something.
    Move {
        /// Where to.
        to: Destination,
        /// What is done there.
        then: Option<Stay>,
        /// Half as fast again.
        hurry: bool,
    },
    /// Says something to somebody in earshot; opens a conversation or takes one's turn in it.
    Talk {
        /// To whom.
        with: AgentId,
        /// What.
        text: String,
        /// With a voice that carries.
        loud: bool,
    },
    /// Takes part in a commitment where it is held.
    Attend {
        /// Which.
        what: Engagement,
    },
    /// Queues at the counter of the place one is in and buys something.
    Buy {
        /// What.
        item: Item,
        /// Steps in front of those who wait.
        cut_in: bool,
    },
    /// Studies where one is.
    Study {
        /// What.
        subject: String,
        /// How long.
        seconds: u32,
    },
    /// Writes on the campus feed.
    Post {
        /// What.
        text: String,
    },
    /// Arranges a meeting with somebody in earshot.
    Schedule {
        /// With whom.
        with: AgentId,
        /// Where.
        place: PlaceId,
        /// When it begins.
        begins: SimTime,
        /// How long.
        seconds: u32,
    },
    /// Invites somebody in earshot, who may then reply.
    Invite {
        /// Whom.
        with: AgentId,
        /// To what.
        to: Occasion,
    },
    /// Replies to an invitation.
    Reply {
        /// Which, by its number.
        invitation: u32,
        /// Yes or no.
        accept: bool,
    },
    /// Greets, thanks, helps or says sorry to somebody in sight, without a conversation.
    Gesture {
        /// To whom.
        with: AgentId,
        /// Which.
        gesture: Gesture,
    },
    /// Looks something up in the library catalogue and the campus feed.
    Search {
        /// What.
        query: String,
    },
}

impl ToolCall {
    /// The tool's name.
    pub const fn name(&self) -> &'static str {
        match self {
            ToolCall::Move { .. } => "move",
            ToolCall::Talk { .. } => "talk",
            ToolCall::Attend { .. } => "attend",
            ToolCall::Buy { .. } => "buy",
            ToolCall::Study { .. } => "study",
            ToolCall::Post { .. } => "post",
            ToolCall::Schedule { .. } => "schedule",
            ToolCall::Invite { .. } => "invite",
            ToolCall::Reply { .. } => "reply",
            ToolCall::Gesture { .. } => "gesture",
            ToolCall::Search { .. } => "search",
        }
    }

    /// The call as JSON with names in the place of numbers: `{"tool": "move", "to": "Refectory",
    /// …}`.
    pub fn to_json(&self, names: &Names<'_>) -> Value {
        match self {
            ToolCall::Move { to, then, hurry } => {
                let to = match to {
                    Destination::Place(place) => names.place(*place),
                    Destination::Person(agent) => names.person(*agent),
                };
                let mut call = json!({"tool": "move", "to": to, "hurry": hurry});
                if let Some(stay) = then {
                    call["activity"] = json!(stay.doing.word());
                    call["minutes"] = json!(stay.seconds / 60);
                }
                call
            }
            ToolCall::Talk { with, text, loud } => {
                json!({"tool": "talk", "with": names.person(*with), "text": text, "loud": loud})
            }
            ToolCall::Attend { what } => json!({"tool": "attend", "what": names.engagement(*what)}),
            ToolCall::Buy { item, cut_in } => {
                json!({"tool": "buy", "item": item.word(), "cut_in": cut_in})
            }
            ToolCall::Study { subject, seconds } => {
                json!({"tool": "study", "subject": subject, "minutes": seconds / 60})
            }
            ToolCall::Post { text } => json!({"tool": "post", "text": text}),
            ToolCall::Schedule {
                with,
                place,
                begins,
                seconds,
            } => json!({
                "tool": "schedule", "with": names.person(*with), "place": names.place(*place),
                "begins": begins.to_string(), "minutes": seconds / 60,
            }),
            ToolCall::Invite { with, to } => match to {
                Occasion::Event(_) => {
                    json!({"tool": "invite", "with": names.person(*with), "what": names.occasion(to)})
                }
                Occasion::Gathering {
                    place,
                    begins,
                    seconds,
                    ..
                } => json!({
                    "tool": "invite", "with": names.person(*with), "what": names.occasion(to), "place": names.place(*place),
                    "begins": begins.to_string(), "minutes": seconds / 60,
                }),
            },
            ToolCall::Reply { invitation, accept } => {
                json!({"tool": "reply", "invitation": invitation, "accept": accept})
            }
            ToolCall::Gesture { with, gesture } => {
                json!({"tool": "gesture", "with": names.person(*with), "gesture": gesture.word()})
            }
            ToolCall::Search { query } => json!({"tool": "search", "query": query}),
        }
    }
}

/// Turns numbers into names.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The map.
    pub map: &'a CampusMap,
    /// The scenario.
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

    /// A person.
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

    /// A person's first name.
    pub fn first(&self, id: AgentId) -> &str {
        self.persona(id).map_or("somebody", Persona::first_name)
    }

    /// What an occasion is about, in a word or two: the event, the course, or what it is for.
    pub fn matter(&self, what: &Occasion) -> String {
        match what {
            Occasion::Event(e) => self.engagement(Engagement::Event(*e)),
            Occasion::Gathering { cause, course, .. } => course
                .and_then(|c| self.scenario.term.courses.get(usize::from(c)))
                .map_or_else(|| cause.to_string(), |course| course.title.clone()),
        }
    }

    /// An occasion in words.
    pub fn occasion(&self, what: &Occasion) -> String {
        match what {
            Occasion::Event(e) => self.engagement(Engagement::Event(*e)),
            Occasion::Gathering { cause, course, .. } => {
                match course.and_then(|c| self.scenario.term.courses.get(usize::from(c))) {
                    Some(course) => format!("{cause} together: {}", course.title),
                    None => format!("{cause} together"),
                }
            }
        }
    }

    /// A commitment in words.
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
