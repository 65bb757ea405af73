//! The state of a world as bytes: what a keyframe of a save holds.

use collegium_core::cleaned::Cleaned;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Everything that the rooms of a world keep, a page for each kept type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The pages, in the order of the declarations.
    pub pages: Vec<Page>,
}

impl Frame {
    /// The first page that another state has otherwise, by its room and name; none where both are
    /// the same but for the page `aside`.
    pub fn differs<'a>(&'a self, other: &'a Self, aside: &str) -> Option<&'a str> {
        let pages = self.pages.iter().zip(&other.pages);
        let mut unlike = pages
            .filter(|(one, other)| one != other && !(one.name == aside && other.name == aside));
        let page = unlike.next().map(|(page, _)| page);
        let more = |a: &'a Self, b: &Self| a.pages.get(b.pages.len());
        page.or_else(|| more(self, other))
            .or_else(|| more(other, self))
            .map(|page| page.name.as_str())
    }
}

/// Reads what postcard wrote of a value. The bytes may be those of a save that somebody passed on:
/// what steers or hides in a text, wherever it stands, is made visible.
///
/// # Errors
/// When the bytes are not those of such a value.
pub fn read_harmless<T: DeserializeOwned>(bytes: &[u8]) -> postcard::Result<T> {
    T::deserialize(Cleaned(&mut postcard::Deserializer::from_bytes(bytes)))
}

/// What was written of one kept type: a row for each person, or one for the world.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The room and the name of what is kept.
    pub name: String,
    /// The rows, one after the other.
    bytes: Vec<u8>,
    /// Where each row ends in `bytes`: the index after its last byte.
    ends: Vec<u32>,
}

impl Page {
    /// A page without rows.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When the value cannot be written.
    pub fn push<T: Serialize>(&mut self, value: &T) -> postcard::Result<()> {
        self.bytes = postcard::to_extend(value, std::mem::take(&mut self.bytes))?;
        self.ends.push(self.bytes.len() as u32);
        Ok(())
    }

    /// Adds a row as it was written.
    pub fn push_bytes(&mut self, row: &[u8]) {
        self.bytes.extend_from_slice(row);
        self.ends.push(self.bytes.len() as u32);
    }

    /// One row; none where there are fewer.
    pub fn row(&self, number: usize) -> Option<&[u8]> {
        let end = *self.ends.get(number)?;
        let begin = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.bytes.get(begin as usize..end as usize)
    }

    /// How many rows the page has.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The rows, in order; one that lies outside of the bytes is empty.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(begin, end)| {
            self.bytes
                .get(begin as usize..*end as usize)
                .unwrap_or_default()
        })
    }
}
