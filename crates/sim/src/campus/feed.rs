//! The campus feed: short posts that everybody can read.

use bevy::prelude::Resource;
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};

/// A post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Who wrote it.
    pub author: AgentId,
    /// When.
    pub at: SimTime,
    /// What.
    pub text: String,
    /// The facts it tells.
    pub tells: Vec<u32>,
}

/// All posts, oldest first.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// The posts.
    pub posts: Vec<Post>,
}

/// Who has attended which class session of today: (course, session, student).
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// Those who came, in order of coming.
    pub present: Vec<(u16, u8, AgentId)>,
}
