//! The tool calls: the only way in which an agent changes the world.
//!
//! A mind proposes a [`ToolCall`]; the executor checks it against the world and either carries it
//! out or gives a [`Refusal`] that says why. Every outcome becomes a [`SimEvent`], which the
//! record keeps and others may perceive. `docs/tools.md` lists calls and refusals.

mod call;
mod counter;
mod event;
mod executor;
mod invite;
mod parse;
mod refusal;
mod schema;
mod spots;
mod stage;
pub mod tell;
mod walk;

pub use call::{Destination, Gesture, Names, ToolCall};
pub use counter::{give_up_queue, serve};
pub use event::{
    Answered, Breach, Checked, DecidedBy, Flaw, News, Occurrence, Occurrences, SimEvent, Source,
    Violation,
};
pub use executor::{Outcome, call, speak};
pub use parse::{call_schema, parse, tool_list};
pub use refusal::Refusal;
pub use schema::{Argument, SCHEMAS, ToolSchema, json_schema, markdown_table};
pub use stage::{Person, PersonItem, PersonReadOnlyItem, Stage, Undecided, Walkers};
pub use walk::{end_talk, finish, free_for_talk, leave_talk, walk};

use crate::{
    campus::Feed,
    room::{DeclareRoom as _, SimSystems, SimTick},
};
use bevy::prelude::*;
use collegium_core::ids::AgentId;

/// Declares the room: what can be done, who walks, and who has to decide.
pub fn plugin(app: &mut App) {
    app.init_resource::<Occurrences>()
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

/// The most characters of a post or a spoken line.
pub const LONGEST_TEXT: usize = 500;

/// The newest posts that a search looks through.
pub fn recent_posts(feed: &Feed) -> impl Iterator<Item = &crate::campus::Post> {
    feed.posts.iter().rev().take(50).map(|(_, post)| post)
}
