//! The library's catalogue: the books that a scenario and its term tell of.

use serde::{Deserialize, Serialize};

/// A book of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// The book's title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// What it is about, in a few words.
    pub topic: String,
    /// The course that reads it, by its index in the term; none where none does.
    pub course: Option<u16>,
}
