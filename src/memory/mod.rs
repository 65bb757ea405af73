//! What people remember: a short-term ring of what was just perceived, an episodic stream, and whom they know.

mod social;
mod stream;

pub use social::{Acquaintance, SocialMemory};
pub use stream::{Episodic, Memory, MemoryKind, Percept, ShortTerm};
