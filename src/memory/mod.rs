//! What people remember: a short-term ring of what was just perceived, an episodic stream with its retrieval, and whom they know.

mod embed;
pub mod gates;
mod index;
mod item;
mod retrieve;
mod social;
mod stream;

pub use embed::{Embedder, Hashed, dot, says_little};
pub use index::{Ask, BuiltIndex, Scratch, Store};
pub use item::{Grounds, Memory, MemoryKind, Predicate};
pub use retrieve::{Part, Parts, Profile, Recency, Scored, Settings, Weights};
pub use social::{Acquaintance, Feeling, Impression, LONGEST_SUMMARY, SocialMemory};
pub use stream::{Cue, Episodic, Kept, Percept, ShortTerm};
