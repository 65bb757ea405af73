//! Texts in a save, each kept once: what is said is remembered by many and told again, and most
//! events are like others.

use super::{seal::Writer, table::Table};
use std::collections::HashMap;

/// The table of the texts, by number.
pub(super) const SCHEMA: &str = "
CREATE TABLE strings (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
";

/// How many texts are known by heart before the older half of them goes. One that comes again after
/// that is kept a second time.
const MOST: usize = 60_000;

/// The texts that were kept lately, by the first half of their BLAKE3 hash.
#[derive(Debug, Default)]
pub(super) struct Strings {
    young: HashMap<[u8; 16], i64>,
    old: HashMap<[u8; 16], i64>,
    /// The number of the next text; none before the table was looked at.
    next: Option<i64>,
}

impl Strings {
    /// The number of a text, which is entered where it is not known.
    ///
    /// # Errors
    /// When the save cannot be read or written.
    pub fn id(&mut self, writer: &mut Writer<'_>, text: &str) -> rusqlite::Result<i64> {
        let mut key = [0; 16];
        key.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
        if let Some(id) = self.young.get(&key) {
            return Ok(*id);
        }
        let id = match self.old.get(&key) {
            Some(id) => *id,
            None => self.enter(writer, text)?,
        };
        if self.young.len() * 2 >= MOST {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, id);
        Ok(id)
    }

    fn enter(&mut self, writer: &mut Writer<'_>, text: &str) -> rusqlite::Result<i64> {
        let id = match self.next {
            Some(id) => id,
            None => {
                let last = "SELECT IFNULL(MAX(id), 0) + 1 FROM strings";
                writer.db().query_row(last, [], |r| r.get(0))?
            }
        };
        writer.add(Table::Strings, &[&id, &text])?;
        self.next = Some(id + 1);
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::seal::Seal;
    use rusqlite::Connection;

    #[test]
    fn a_text_is_kept_once_and_an_older_one_at_most_twice() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        let mut seal = Seal::default();
        let mut writer = Writer::new(&db, &mut seal);
        let mut strings = Strings::default();
        let mut id = |text: &str| strings.id(&mut writer, text).unwrap();
        let first = id("hello");
        assert_eq!((id("hello"), id("you")), (first, first + 1));
        for i in 0..MOST {
            id(&i.to_string());
        }
        assert!(id("hello") > first, "forgotten, and entered again");
        let text = |id: i64| -> String {
            db.query_row("SELECT text FROM strings WHERE id = ?1", [id], |r| r.get(0))
                .unwrap()
        };
        assert_eq!(text(first), "hello");
        assert_eq!(text(first + 1), "you");
        // Another writer goes on after the last one.
        let mut strings = Strings::default();
        let new = strings.id(&mut Writer::new(&db, &mut seal), "new").unwrap();
        assert_eq!(text(new), "new");
        assert_eq!(text(new - 1), "hello");
    }
}
