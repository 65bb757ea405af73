//! The campus feed: short posts that everybody can read.

use super::Numbered;
use crate::room::Grows;
use bevy::prelude::Resource;
use collegium_core::{
    ids::AgentId,
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};

/// What a post tells of, where whoever wrote it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// Nobody says: the facts that its words name are looked for.
    #[default]
    Words,
    /// An event of the scenario, by its number.
    Event(u16),
    /// What the author remembers under this number.
    Memory(u32),
}

/// Something written for all to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The person who wrote it.
    pub author: AgentId,
    /// When it was posted.
    pub at: SimTime,
    /// Its words, as they were written.
    pub text: String,
    /// What it tells of, where its author says so.
    pub about: About,
    /// The facts it tells, by their numbers in the ledger.
    pub tells: Vec<u32>,
}

/// How long a post stays on the feed, in simulated seconds.
const STAYS: u32 = 3 * DAY;

/// The posts of the last days, oldest first.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// What is held of them, oldest first, by number.
    pub posts: Numbered<Post>,
}

impl Feed {
    /// Takes down the posts of more than three days ago.
    pub(super) fn forget(&mut self, now: SimTime) {
        self.posts.retain(|_, post| post.at.plus(STAYS) > now);
    }
}

impl Grows for Feed {
    fn hold(&mut self, hold: bool) {
        self.posts.hold(hold);
    }

    fn saved(&mut self) {
        self.posts.saved();
    }
}

/// Who has attended which class session of today: (course, session, student).
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Those who came, in order of coming.
    pub present: Vec<(u16, u8, AgentId)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_taken_down_after_three_days() {
        let mut feed = Feed::default();
        for day in 0..5 {
            feed.posts.add(Post {
                author: AgentId(day),
                at: SimTime(day * DAY),
                text: String::new(),
                about: About::Words,
                tells: Vec::new(),
            });
        }
        feed.forget(SimTime(4 * DAY + 10));
        let left: Vec<u32> = feed.posts.iter().map(|(n, _)| n).collect();
        assert_eq!((left, feed.posts.count()), (vec![2, 3, 4], 5));
    }
}
