//! What people remember: a short-term ring of what was just perceived, an episodic stream with its retrieval, and whom they know.

mod embed;
mod index;
mod retrieve;
mod social;
mod stream;

pub use embed::{Embedder, Hashed};
pub use index::{Ask, BuiltIndex, LARGE, Scratch, Store};
pub use retrieve::{Part, Parts, Profile, Recency, Scored, Settings, Weights};
pub use social::{Acquaintance, Feeling, Impression, LONGEST_SUMMARY, SocialMemory};
pub use stream::{Cue, Episodic, Memory, MemoryKind, Percept, ShortTerm};
