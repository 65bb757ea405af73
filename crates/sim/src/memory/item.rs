//! One memory: what it says, in words and as subject, predicate and object, and what it rests on.

use super::object::{Concern, Object};
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

named! {
    /// How a memory came about.
    MemoryKind {
        /// Known from the start.
        Seed = "seed",
        /// Something seen or heard.
        Observation = "observation",
        /// Something done.
        Deed = "deed",
        /// A conversation.
        Chat = "chat",
        /// A plan made.
        Plan = "plan",
        /// A thought about other memories.
        Thought = "thought",
        /// A page of the diary.
        Diary = "diary",
    }
}

named! {
    /// The predicate of a memory: what the subject did, or is.
    Predicate {
        /// Is, or says of themselves, what the text says.
        Is = "is",
        /// Was doing (the object is the activity).
        Does = "does",
        /// Was served (the object is the ware).
        Had = "had",
        /// Waited long for (the object is the ware).
        WaitedFor = "waited_for",
        /// Gave up waiting for (the object is the ware).
        GaveUp = "gave_up",
        /// Was in (the object is a course or event).
        Attended = "attended",
        /// Came late to (the object is a course or event).
        CameLate = "came_late",
        /// Did not go to (the object is a course).
        Missed = "missed",
        /// Will meet somebody.
        WillMeet = "will_meet",
        /// Posted (the object is the post).
        Posted = "posted",
        /// Has planned the day (there is no object).
        Plans = "plans",
        /// Could not (the object is the reason of the refusal).
        CouldNot = "could_not",
        /// Talked with somebody.
        TalkedWith = "talked_with",
        /// Pushed in front of somebody.
        PushedIn = "pushed_in",
        /// Was loud where people want quiet.
        WasLoud = "was_loud",
        /// Thinks (the object is what the thought is about).
        Thinks = "thinks",
        /// Wrote (the text is a page of the diary).
        Wrote = "wrote",
        /// Knows, from somebody or something.
        Knows = "knows",
        /// Wrote a test (the object is the test).
        Scored = "scored",
        /// Got a part of a task done, or the whole (the object is what came of it).
        GotDone = "got_done",
        /// Met a goal (the object is what it was toward).
        Reached = "reached",
        /// Gave up a task or a goal (the object is what came of it).
        GaveUpOn = "gave_up_on",
    }
}

impl Predicate {
    /// Whether it says something of whom the memory is about, and not of the one who remembers.
    pub const fn of_another(self) -> bool {
        matches!(
            self,
            Predicate::Does | Predicate::PushedIn | Predicate::WasLoud
        )
    }
}

/// What a thought rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// The memories that it is drawn from, by their numbers in the same stream, in order.
    pub evidence: Vec<u32>,
    /// 0 for what was perceived; for a thought, 1 more than the deepest of its evidence.
    pub depth: u8,
    /// From when on it is not brought to mind any more.
    pub expires: Option<SimTime>,
}

/// Something that a person remembers, as one entry of their stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// When it was made.
    pub at: SimTime,
    /// How it came about: seen, done, said, thought, planned.
    pub kind: MemoryKind,
    /// 1 (mundane) to 10 (poignant).
    pub importance: u8,
    /// Whom it is about, when it is about a person.
    pub about: Option<AgentId>,
    /// Where it happened.
    pub place: Option<PlaceId>,
    /// The memory in words.
    pub text: String,
    /// What is said of whom or what it is about.
    pub predicate: Predicate,
    /// The object, where it is not a person.
    pub object: Option<Object>,
    /// What it rests on; none for what was perceived and does not expire.
    pub grounds: Option<Box<Grounds>>,
}

impl Default for Memory {
    /// An empty observation, for filling in what is known.
    fn default() -> Self {
        Self {
            at: SimTime(0),
            kind: MemoryKind::Observation,
            importance: 1,
            about: None,
            place: None,
            text: String::new(),
            predicate: Predicate::Is,
            object: None,
            grounds: None,
        }
    }
}

impl Memory {
    /// The subject: whom the predicate is said of, when `owner` remembers it. None where nobody in
    /// particular is meant.
    pub fn subject(&self, owner: AgentId) -> Option<AgentId> {
        match self.kind {
            MemoryKind::Observation => self.about,
            _ if self.predicate.of_another() => self.about,
            _ => Some(owner),
        }
    }

    /// What it was drawn from, by number in the stream.
    pub fn evidence(&self) -> &[u32] {
        self.grounds.as_ref().map_or(&[], |g| &g.evidence)
    }

    /// 0 for what was perceived, more for thoughts about thoughts.
    pub fn depth(&self) -> u8 {
        self.grounds.as_ref().map_or(0, |g| g.depth)
    }

    /// From when on it is not brought to mind any more.
    pub fn expires(&self) -> Option<SimTime> {
        self.grounds.as_ref().and_then(|g| g.expires)
    }

    /// Whether it can still be brought to mind.
    pub fn lives(&self, now: SimTime) -> bool {
        self.expires().is_none_or(|moment| now < moment)
    }

    /// What a thought is about; none for what is no thought of the built-in mind.
    pub const fn concern(&self) -> Option<Concern> {
        match self.object {
            Some(Object::Concern(concern)) => Some(concern),
            _ => None,
        }
    }
}
