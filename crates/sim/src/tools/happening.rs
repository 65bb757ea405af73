//! Happenings: the facts of a tick, which the record keeps and others may perceive.

use super::{Refusal, ToolCall};
use crate::campus::Tile;
use bevy::prelude::Resource;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
};
use serde::{Deserialize, Serialize};

named! {
    /// What kind of fact it is: the `kind` column of the log.
    HappeningKind {
        /// A call was carried out.
        Done = "done",
        /// A call was refused.
        Refused = "refused",
        /// Somebody reached the end of a walk.
        Arrived = "arrived",
        /// Somebody finished what it was doing.
        Finished = "finished",
        /// Somebody was served at a counter.
        Served = "served",
        /// Somebody gave up waiting.
        GaveUp = "gave_up",
        /// A conversation began.
        TalkBegan = "talk_began",
        /// A line was said.
        Said = "said",
        /// A conversation ended.
        TalkEnded = "talk_ended",
        /// A class began.
        ClassBegan = "class_began",
        /// A class ended.
        ClassEnded = "class_ended",
        /// Somebody came to a class in time.
        Attended = "attended",
        /// Somebody came late.
        Late = "late",
        /// Somebody did not come to a class.
        Missed = "missed",
        /// A norm was broken.
        Violation = "violation",
        /// Somebody made its plan for the day.
        Planned = "planned",
        /// Somebody woke up.
        Woke = "woke",
        /// Two people arranged to meet.
        Arranged = "arranged",
        /// A post appeared.
        Posted = "posted",
        /// Somebody got its weekly money.
        Paid = "paid",
        /// A new day began.
        NewDay = "new_day",
        /// A model answered, or failed to.
        Thought = "thought",
        /// Somebody came to an insight; `number` is its place among its memories.
        Reflected = "reflected",
        /// A thought was joined to one that was there already; `number` is that one's place.
        Merged = "merged",
        /// A thought was refused; `text` begins with the reason.
        Dismissed = "dismissed",
        /// Somebody wrote its diary; `number` is the page's place among its memories.
        Diary = "diary",
        /// Somebody's mind wandered; `number` is the association's place among its memories.
        Mused = "mused",
        /// Somebody came to know a fact.
        Learned = "learned",
        /// Somebody joined a conversation.
        Joined = "joined",
        /// Somebody left a conversation that went on.
        Left = "left",
        /// Somebody was invited.
        Invited = "invited",
        /// From here on a head (or the rule again) decides at somebody's decision points; `text` is
        /// its name, with the checksum of its weights.
        Mounted = "mounted",
        /// Somebody answered an invitation.
        Replied = "replied",
        /// From here on lessons of what has gone well (or none again) are taught to somebody;
        /// `text` is their book's name, with its checksum, or `off`.
        Taught = "taught",
    }
}

named! {
    /// Norms that can be broken.
    Violation {
        /// Coming late to a class or shift.
        Lateness = "lateness",
        /// Stepping in front of those who wait.
        QueueCutting = "queue_cutting",
        /// Being too loud for a place.
        Noise = "noise",
    }
}

/// A fact of a tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// Its kind.
    pub kind: HappeningKind,
    /// Who, when it is about somebody.
    pub agent: Option<AgentId>,
    /// With whom.
    pub with: Option<AgentId>,
    /// Where.
    pub place: Option<PlaceId>,
    /// On which tile, so that it can be perceived.
    pub tile: Option<Tile>,
    /// The call, when there was one.
    pub call: Option<ToolCall>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// Which norm was broken.
    pub violation: Option<Violation>,
    /// A number that belongs to it: seconds late, seconds waited, the conversation, the course.
    pub number: u32,
    /// In words, where the rest does not say it.
    pub text: String,
}

impl Happening {
    /// A happening of a kind with nothing else said.
    pub const fn new(kind: HappeningKind) -> Self {
        Self {
            kind,
            agent: None,
            with: None,
            place: None,
            tile: None,
            call: None,
            refusal: None,
            violation: None,
            number: 0,
            text: String::new(),
        }
    }
}

/// The happenings of the current tick, in order.
#[derive(Resource, Clone, Debug, Default)]
pub struct Happenings {
    /// In order.
    pub list: Vec<Happening>,
    /// How many of them have been perceived.
    pub perceived: usize,
}
