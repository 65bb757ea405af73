//! What people remember: a short-term ring of what was just perceived, an episodic stream with its
//! retrieval, and whom they know.

mod embed;
mod forget;
pub mod gates;
mod index;
mod item;
mod project;
mod retrieve;
mod social;
mod stream;
mod vectors;

pub use embed::{Embedder, Hashed, dot, says_little};
pub use index::{Ask, BuiltIndex, Scratch, Store};
pub use item::{Grounds, Memory, MemoryKind, Predicate};
pub use project::FITTING;
pub use retrieve::{Part, Parts, Profile, Recency, Scored, Settings, Weights};
pub use social::{Acquaintance, Feeling, Impression, LONGEST_SUMMARY, SocialMemory};
pub use stream::{Cue, Episodic, Kept, Percept, Recalled, ShortTerm};
pub use vectors::{TextKey, Traffic, Vectors};
