//! The tool calls: the only way in which an agent changes the world.
//!
//! A mind proposes a [`ToolCall`]; the executor checks it against the world and either carries it
//! out or gives a [`Refusal`] that says why. Every outcome becomes a [`SimEvent`], which the
//! record keeps and others may perceive. Each tool has a file of its own, which says what it is and
//! does; [`TOOLS`] lists them. What minds are told of them, how their calls are read and written,
//! and `docs/tools.md` come from there, and nothing else knows which tools there are.

mod agenda;
mod attend;
mod buy;
mod counter;
mod decides;
mod deed;
mod event;
mod executor;
mod find;
mod gesture;
mod give;
mod invite;
mod learn;
mod move_to;
mod names;
mod news;
mod observed;
mod post;
mod reader;
mod refusal;
mod registry;
mod reply;
mod schedule;
mod schema;
mod search;
mod spots;
mod stage;
mod study;
mod talk;
pub mod tell;
mod tool;
mod walk;

pub use agenda::{Agenda, Due};
pub use counter::{give_up_queue, serve};
pub use decides::{Decides, EXPERT, OFF};
pub use deed::Does;
pub use event::{
    Answered, Breach, Checked, DecidedBy, Established, Flaw, Norm, Occurrence, Occurrences,
    SimEvent, Source,
};
pub use executor::{call, speak};
pub use find::{Find, MOST_FINDS};
pub use gesture::Gesture;
pub use give::{How, LOAN, hands_full};
pub use move_to::{Destination, STAYS};
pub use names::Names;
pub use news::News;
pub use observed::Observed;
pub use reader::{Reader, parse};
pub use refusal::Refusal;
pub use registry::Entry;
pub use schema::{Possible, call_schema, markdown_table, tool_list};
pub use stage::{Person, PersonItem, PersonReadOnlyItem, Stage, Turning, Undecided, Walkers};
pub use tool::{Argument, ArgumentKind, Lasts, Span, There, Tool, ToolOutcome, ToolSchema};
pub use walk::{PACE, end_talk, finish, free_for_talk, leave_talk, walk};

use crate::{
    campus::Feed,
    room::{DeclareRoom as _, SimSystems, SimTick},
};
use bevy::prelude::*;
use collegium_core::{ids::AgentId, time::DAY};
use registry::registry;

// The list of the tools. A new one is a file of its own, its `mod` above and its line here.
registry! {
    /// Walks to a place or person and, if so wanted, stays there doing something.
    Move(move_to::Move);
    /// Says something to somebody in earshot; opens a conversation or takes one's turn in it.
    Talk(talk::Talk);
    /// Takes part in a commitment where it is held.
    Attend(attend::Attend);
    /// Queues at the counter of the place one is in and buys something.
    Buy(buy::Buy);
    /// Studies where one is.
    Study(study::Study);
    /// Writes on the campus feed.
    Post(post::Post);
    /// Arranges a meeting with somebody in earshot.
    Schedule(schedule::Schedule);
    /// Invites somebody in earshot, who may then reply.
    Invite(invite::Invite);
    /// Answers an invitation with yes or no.
    Reply(reply::Reply);
    /// Greets, thanks, helps or says sorry to somebody in sight, without a conversation.
    Gesture(gesture::Sign);
    /// Looks something up in the library catalogue and the campus feed.
    Search(search::Search);
    /// Hands or lends something out of the bag to somebody in reach.
    Give(give::Give) does Handover;
}

/// Declares the room: what can be done, who walks, and who has to decide.
pub fn plugin(app: &mut App) {
    app.init_resource::<Occurrences>()
        .init_resource::<Turning>()
        .add_systems(SimTick, walk_on.in_set(SimSystems::Settle))
        .room("tools", 1)
        .keep_resource::<Undecided>("undecided")
        .starts(|_| Walkers::default())
        .enters(|world, person| {
            let walks = world
                .get::<crate::campus::people::Body>(person)
                .is_some_and(|body| !body.path.is_empty());
            if let Some(id) = world.get::<AgentId>(person).copied().filter(|_| walks) {
                world.resource_mut::<Walkers>().0.insert(id);
            }
        });
}

/// Everybody who walks goes on.
///
/// # Errors
/// Never for people of the roster.
pub fn walk_on(mut stage: Stage) -> Result {
    walk(&mut stage)
}

/// How far a voice carries, in tiles: a low one and a loud one.
pub const EARSHOT: [u32; 2] = [3, 6];

/// How late one may come to a class or shift before it counts as lateness, in seconds.
pub const GRACE: u32 = 120;

/// How early one may take a seat before something begins, in seconds.
pub const EARLY: u32 = 20 * 60;

/// How far ahead one may arrange something, in seconds.
pub const AHEAD: u32 = 14 * DAY;

/// The most characters of a post or a spoken line.
pub const LONGEST_TEXT: usize = 500;

/// How many posts a search looks through, the newest ones.
pub const RECENT_POSTS: usize = 50;

/// The newest posts, that a search looks through, with their numbers.
pub fn recent_posts(feed: &Feed) -> impl Iterator<Item = (u32, &crate::campus::Post)> {
    feed.posts.iter().rev().take(RECENT_POSTS)
}
