//! Events: the typed facts of a tick, which the record keeps and others may perceive. An event
//! holds numbers and names of things, never sentences; words are made of it where they are shown
//! ([`super::tell`]) or remembered.

use super::{Decides, Deed, Find, News, Refusal, ToolCall};
use crate::campus::{
    Item, Pursuit, Tile,
    invitations::Occasion,
    people::{Came, Doing, Engagement, Relation, Role, Stands, Toward},
};
use bevy::prelude::Resource;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use collegium_llm::{Fault, Purpose};
use serde::{Deserialize, Serialize};

named! {
    /// Norms that can be broken. The order is that of the bits in datasets: never reorder.
    Norm {
        /// Coming late to a class or shift.
        Lateness = "lateness",
        /// Stepping in front of those who wait.
        QueueCutting = "queue_cutting",
        /// Being too loud for a place.
        Noise = "noise",
        /// Not coming to a class.
        Absence = "absence",
        /// Leaving a greeting unanswered, or owing an apology.
        Discourtesy = "discourtesy",
    }
}

impl Norm {
    /// Those that break in a moment which others can see: see [`Breach`].
    pub const SEEN: [Norm; 3] = [Norm::Lateness, Norm::QueueCutting, Norm::Noise];
}

named! {
    /// How somebody came to know a fact.
    Source {
        /// They know it from the start of the scenario.
        Planted = "planted",
        /// Somebody told them in a conversation.
        Told = "told",
        /// Heard it said to others.
        Overheard = "overheard",
        /// They read it in a post on the feed.
        Read = "read",
        /// Saw it happen, or did it.
        Witnessed = "witnessed",
        /// They looked it up in the library.
        LookedUp = "looked_up",
    }
}

named! {
    /// Why a thought is refused.
    Flaw {
        /// It has no words.
        Empty = "empty",
        /// It cites nothing, or what is not there.
        NoEvidence = "no_evidence",
        /// It contradicts who the person is or what others are to them.
        Contradiction = "contradiction",
    }
}

/// What is fixed about somebody, which a thought went against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Established {
    /// Their age, in years.
    Age(u8),
    /// Their name: the thought gives them another.
    Name,
    /// Where they come from.
    Origin,
    /// Their group.
    Group,
    /// The role that they have, whatever the thought says of it.
    Role(Role),
    /// A place where the thought has them work, and they have no shift.
    NoShiftAt(PlaceId),
    /// What somebody is to them; none for a stranger.
    Tie(AgentId, Option<Relation>),
}

/// How a norm was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// Somebody came late.
    Lateness {
        /// The class, shift, event or meeting that they were late for.
        what: Engagement,
        /// By how many seconds.
        seconds: u32,
    },
    /// Somebody stepped in front of others.
    QueueCutting {
        /// The first of those who were passed.
        passed: Option<AgentId>,
    },
    /// Somebody was too loud for a place.
    Noise {
        /// The person they spoke to.
        to: AgentId,
    },
}

impl Breach {
    /// The norm that was broken.
    pub const fn norm(&self) -> Norm {
        match self {
            Breach::Lateness { .. } => Norm::Lateness,
            Breach::QueueCutting { .. } => Norm::QueueCutting,
            Breach::Noise { .. } => Norm::Noise,
        }
    }
}

/// What became of a thought that a model was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// An answer of the right shape.
    Ok,
    /// An answer that had to be mended or asked for again.
    Repaired,
    /// No usable answer: the built-in mind decided, and why.
    FellBack(Fault),
}

/// Something with a name and a checksum of what it holds: a head, or a book of lessons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// What people call it; two may bear one name.
    pub name: String,
    /// The checksum: equal sums act alike.
    pub checksum: u64,
}

/// Who decides at decision points, as the log keeps it: a head by its name and checksum.
pub type DecidedBy = Decides<Checked>;

/// Declares the events with the word of each: the `kind` column of the log.
macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)? })? = $word:literal;)+) => {
        /// Something that happened, with all that belongs to it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum SimEvent {
            $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $type),+ })?,)+
        }

        impl SimEvent {
            /// The words of all kinds.
            pub const KINDS: &'static [&'static str] = &[$($word),+];

            /// The word of its kind: the `kind` column of the log.
            pub const fn kind(&self) -> &'static str {
                match self { $(SimEvent::$variant { .. } => $word),+ }
            }
        }
    };
}

events! {
    /// A call was carried out.
    Done {
        /// The call, as it was made.
        call: ToolCall,
    } = "done";
    /// A call was refused.
    Refused {
        /// The call, as it was made.
        call: ToolCall,
        /// Why the executor did not carry it out.
        why: Refusal,
    } = "refused";
    /// Somebody reached the end of a walk.
    Arrived = "arrived";
    /// Somebody finished what they were doing.
    Finished {
        /// The activity that came to its end.
        doing: Doing,
        /// How long it took, in seconds.
        seconds: u32,
    } = "finished";
    /// Somebody was served at a counter.
    Served {
        /// What they were served.
        item: Item,
        /// How long they waited, in seconds.
        waited: u32,
    } = "served";
    /// Somebody gave up waiting.
    GaveUp {
        /// What they had wanted to buy.
        item: Item,
        /// How long they had waited, in seconds.
        waited: u32,
    } = "gave_up";
    /// Somebody began a conversation.
    TalkBegan {
        /// The person they spoke to first.
        with: AgentId,
        /// The conversation's number, which no other has.
        talk: u32,
    } = "talk_began";
    /// A line was said.
    Said {
        /// The person the line was said to.
        with: AgentId,
        /// The conversation, by its number.
        talk: u32,
        /// The words that were said.
        text: String,
    } = "said";
    /// A conversation came to its end.
    TalkEnded {
        /// The person whom the opener spoke to first.
        with: AgentId,
        /// The conversation's number.
        talk: u32,
        /// How many lines were said.
        lines: u32,
    } = "talk_ended";
    /// A session of a course began.
    ClassBegan {
        /// The course, by its number in the term.
        course: u16,
    } = "class_began";
    /// A session of a course ended.
    ClassEnded {
        /// The course, by its number in the term.
        course: u16,
    } = "class_ended";
    /// Somebody came to a class in time.
    Attended {
        /// The class that it was.
        what: Engagement,
    } = "attended";
    /// Somebody did not come to a class.
    Missed {
        /// The course, by its number in the term.
        course: u16,
    } = "missed";
    /// Somebody wrote the weekly test of a course.
    Tested {
        /// The course, by its number in the term.
        course: u16,
        /// The result, 0 to 100.
        result: u8,
        /// What they had expected, 0 to 100.
        expected: u8,
    } = "tested";
    /// Something came of somebody's work at their task.
    Worked {
        /// The running number of the task.
        task: u16,
        /// What came of it.
        came: Came,
    } = "worked";
    /// Somebody set themselves a goal by what they have come to think, met it or gave it up.
    Goal {
        /// What it is toward.
        toward: Toward,
        /// How it stands now.
        stands: Stands,
    } = "goal";
    /// A norm was broken.
    Violation {
        /// Which norm, and how.
        breach: Breach,
    } = "violation";
    /// Somebody made their plan for the day.
    Planned {
        /// What comes next in it: from when, and what.
        parts: Vec<(SimTime, Pursuit)>,
    } = "planned";
    /// Somebody woke up.
    Woke {
        /// How long they have slept, in seconds.
        seconds: u32,
    } = "woke";
    /// Two people arranged to meet.
    Arranged {
        /// The person they will meet.
        with: AgentId,
        /// The place where they will meet.
        at: PlaceId,
        /// When the meeting begins.
        begins: SimTime,
    } = "arranged";
    /// Somebody wrote a post on the feed.
    Posted {
        /// The words of the post.
        text: String,
    } = "posted";
    /// Somebody got their weekly money.
    Paid {
        /// How much they got, in cents.
        cents: u32,
    } = "paid";
    /// A new day began, at midnight.
    NewDay = "new_day";
    /// A model answered, or failed to.
    Thought {
        /// The request's number, which its answer bears too.
        request: u32,
        /// What the model was asked to think of.
        purpose: Purpose,
        /// Whether the answer could be used, and why not.
        answered: Answered,
    } = "thought";
    /// Somebody came to an insight.
    Reflected {
        /// Its place among their memories.
        memory: u32,
        /// The person whom the insight is about; none where that is nobody, or several.
        about: Option<AgentId>,
        /// The insight, in a sentence.
        text: String,
    } = "reflected";
    /// A thought was joined to one that was there already.
    Merged {
        /// That one's place among their memories.
        memory: u32,
        /// The person whom the thought is about; none where that is nobody, or several.
        about: Option<AgentId>,
        /// The thought, in a sentence.
        text: String,
    } = "merged";
    /// A thought was refused.
    Dismissed {
        /// Why the thought was not kept.
        flaw: Flaw,
        /// What is fixed that it goes against, where that is why.
        fixed: Option<Established>,
        /// The person whom the thought is about; none where that is nobody, or several.
        about: Option<AgentId>,
        /// The thought, in a sentence; only how it begins where it says nothing.
        text: String,
    } = "dismissed";
    /// Somebody wrote their diary.
    Diary {
        /// The page's place among their memories.
        memory: u32,
        /// The words of the page.
        text: String,
    } = "diary";
    /// Somebody's mind wandered.
    Mused {
        /// The association's place among their memories.
        memory: u32,
        /// The person whom the association is about; none where that is nobody, or several.
        about: Option<AgentId>,
        /// The association, in a sentence.
        text: String,
    } = "mused";
    /// Somebody came to know a fact.
    Learned {
        /// The fact's number in the ledger.
        fact: u32,
        /// How they came to know it.
        source: Source,
        /// Who told or wrote it; none where nobody did.
        from: Option<AgentId>,
        /// What the fact says, whole.
        news: News,
    } = "learned";
    /// Somebody joined a conversation.
    Joined {
        /// The person they spoke to.
        with: AgentId,
        /// The conversation, by its number.
        talk: u32,
    } = "joined";
    /// Somebody left a conversation that went on.
    Left {
        /// The person they spoke with last.
        with: AgentId,
        /// The conversation, by its number.
        talk: u32,
    } = "left";
    /// Somebody was invited.
    Invited {
        /// The person who invited them.
        with: AgentId,
        /// The invitation's number, by which it is answered.
        invitation: u32,
        /// What the guest is invited to.
        to: Occasion,
        /// When what they are invited to begins.
        begins: SimTime,
    } = "invited";
    /// Somebody answered an invitation.
    Replied {
        /// The person who had invited them.
        with: AgentId,
        /// The invitation's number.
        invitation: u32,
        /// What the guest is invited to.
        to: Occasion,
        /// Yes or no.
        accept: bool,
    } = "replied";
    /// Somebody looked something up.
    Found {
        /// The words that were looked for.
        query: String,
        /// What was found, best first; empty where nothing was.
        finds: Vec<Find>,
    } = "found";
    /// From here on somebody else decides at somebody's decision points.
    Mounted {
        /// Who decides there from now on.
        by: DecidedBy,
    } = "mounted";
    /// From here on lessons of what has gone well are taught to somebody.
    Taught {
        /// Their book; none when nothing is taught any more.
        book: Option<Checked>,
    } = "taught";
    /// Somebody did something for somebody else.
    Deed {
        /// What was done, and for whom.
        deed: Deed,
    } = "deed";
}

impl SimEvent {
    /// The other person it is about, beside the one whom it happened to.
    pub fn with(&self) -> Option<AgentId> {
        match self {
            SimEvent::TalkBegan { with, .. }
            | SimEvent::Said { with, .. }
            | SimEvent::TalkEnded { with, .. }
            | SimEvent::Arranged { with, .. }
            | SimEvent::Joined { with, .. }
            | SimEvent::Left { with, .. }
            | SimEvent::Invited { with, .. }
            | SimEvent::Replied { with, .. } => Some(*with),
            SimEvent::Violation { breach } => match breach {
                Breach::QueueCutting { passed } => *passed,
                Breach::Noise { to } => Some(*to),
                Breach::Lateness { .. } => None,
            },
            SimEvent::Learned { from, .. } => *from,
            SimEvent::Deed { deed } => Some(deed.does().with()),
            SimEvent::Goal {
                toward: Toward::Person(who),
                ..
            } => Some(*who),
            SimEvent::Reflected { about, .. }
            | SimEvent::Merged { about, .. }
            | SimEvent::Dismissed { about, .. }
            | SimEvent::Mused { about, .. } => *about,
            SimEvent::Done { .. }
            | SimEvent::Refused { .. }
            | SimEvent::Arrived
            | SimEvent::Finished { .. }
            | SimEvent::Served { .. }
            | SimEvent::GaveUp { .. }
            | SimEvent::ClassBegan { .. }
            | SimEvent::ClassEnded { .. }
            | SimEvent::Attended { .. }
            | SimEvent::Missed { .. }
            | SimEvent::Tested { .. }
            | SimEvent::Worked { .. }
            | SimEvent::Goal { .. }
            | SimEvent::Planned { .. }
            | SimEvent::Woke { .. }
            | SimEvent::Posted { .. }
            | SimEvent::Paid { .. }
            | SimEvent::NewDay
            | SimEvent::Thought { .. }
            | SimEvent::Diary { .. }
            | SimEvent::Found { .. }
            | SimEvent::Mounted { .. }
            | SimEvent::Taught { .. } => None,
        }
    }

    /// How a norm was broken, when one was.
    pub const fn breach(&self) -> Option<&Breach> {
        match self {
            SimEvent::Violation { breach } => Some(breach),
            _ => None,
        }
    }
}

/// An event, whom it happened to, and where it can be perceived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// Who, when it is about somebody.
    pub agent: Option<AgentId>,
    /// The place it happened in; none where it is nowhere in particular.
    pub place: Option<PlaceId>,
    /// On which tile, so that it can be perceived.
    pub tile: Option<Tile>,
    /// What happened, with all that belongs to it.
    pub event: SimEvent,
}

impl Occurrence {
    /// An event that is nowhere in particular.
    pub const fn of(agent: Option<AgentId>, event: SimEvent) -> Self {
        Self {
            agent,
            place: None,
            tile: None,
            event,
        }
    }
}

/// What has happened in the current tick, in order.
#[derive(Resource, Clone, Debug, Default)]
pub struct Occurrences {
    /// All that has happened in the tick so far, in order.
    pub list: Vec<Occurrence>,
    /// How many of them have been perceived.
    pub perceived: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_written_under_the_word_of_its_kind_and_read_again() {
        let events = [
            SimEvent::Arrived,
            SimEvent::GaveUp {
                item: Item::ALL[0],
                waited: 90,
            },
            SimEvent::Violation {
                breach: Breach::QueueCutting { passed: None },
            },
            SimEvent::Mounted {
                by: DecidedBy::Head(Checked {
                    name: "a head".to_owned(),
                    checksum: u64::MAX,
                }),
            },
        ];
        for event in events {
            let json = serde_json::to_value(&event).unwrap();
            let word = json
                .as_str()
                .or_else(|| Some(json.as_object()?.keys().next()?.as_str()));
            assert_eq!(word, Some(event.kind()));
            assert!(SimEvent::KINDS.contains(&event.kind()));
            assert_eq!(serde_json::from_value::<SimEvent>(json).unwrap(), event);
            let bytes = postcard::to_allocvec(&event).unwrap();
            assert_eq!(postcard::from_bytes::<SimEvent>(&bytes).unwrap(), event);
        }
    }
}
