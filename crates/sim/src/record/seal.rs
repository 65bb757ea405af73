//! The seal of a save: for every table the number of its rows and a sum over what stands in them.
//! Whatever is written is summed as it is written; whoever sums up the tables again finds whether a
//! row was changed, taken out, doubled or added since.
//!
//! A table's sum is that of the BLAKE3 hashes of its rows, as numbers of 256 bits, so that it does
//! not depend on their order and a row that is written anew costs no other (Bellare and Micciancio
//! 1997, “A New Paradigm for Collision-Free Hashing”). It finds damage and changes by hand; whoever
//! writes a save by a program of their own can write a seal that fits.

use super::table::Table;
use rusqlite::{
    Connection, ToSql, params, params_from_iter,
    types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef},
};
use std::sync::LazyLock;

/// The table of the sums, which stands under none.
pub(super) const SCHEMA: &str = "
CREATE TABLE seal (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum BLOB NOT NULL) WITHOUT ROWID;
";

/// What is asked of a table.
struct Sql {
    insert: String,
    replace: String,
    select: String,
    find: String,
}

impl Sql {
    fn of(table: Table) -> Self {
        let (name, columns) = (table.name(), table.columns());
        let places: Vec<String> = (1..=columns.len()).map(|i| format!("?{i}")).collect();
        let places = places.join(", ");
        let key = columns.iter().take(table.key()).enumerate();
        let key: Vec<String> = key.map(|(i, c)| format!("{c} = ?{}", i + 1)).collect();
        let columns = columns.join(", ");
        Self {
            insert: format!("INSERT OR IGNORE INTO {name} ({columns}) VALUES ({places})"),
            replace: format!("REPLACE INTO {name} ({columns}) VALUES ({places})"),
            select: format!("SELECT {columns} FROM {name}"),
            find: format!("SELECT {columns} FROM {name} WHERE {}", key.join(" AND ")),
        }
    }

    fn about(table: Table) -> &'static Self {
        static ALL: LazyLock<Vec<Sql>> =
            LazyLock::new(|| Table::ALL.iter().copied().map(Sql::of).collect());
        &ALL[table as usize]
    }
}

/// The rows of a table, summed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    rows: i64,
    /// Little end first.
    sum: [u64; 4],
}

impl Sum {
    /// The rows that a query gives.
    fn over(db: &Connection, query: &str) -> rusqlite::Result<Self> {
        let (mut sum, mut bytes) = (Self::default(), Vec::new());
        let mut query = db.prepare(query)?;
        let columns = query.column_count();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            bytes.clear();
            for column in 0..columns {
                put(&mut bytes, row.get_ref(column)?);
            }
            sum.add(&bytes);
        }
        Ok(sum)
    }

    fn add(&mut self, row: &[u8]) {
        self.rows += 1;
        let mut carry = false;
        for (sum, part) in self.sum.iter_mut().zip(parts(row)) {
            let (first, over) = sum.overflowing_add(part);
            let (second, more) = first.overflowing_add(u64::from(carry));
            (*sum, carry) = (second, over || more);
        }
    }

    fn take(&mut self, row: &[u8]) {
        self.rows -= 1;
        let mut borrow = false;
        for (sum, part) in self.sum.iter_mut().zip(parts(row)) {
            let (first, under) = sum.overflowing_sub(part);
            let (second, more) = first.overflowing_sub(u64::from(borrow));
            (*sum, borrow) = (second, under || more);
        }
    }

    fn bytes(&self) -> Vec<u8> {
        self.sum
            .iter()
            .flat_map(|part| part.to_le_bytes())
            .collect()
    }
}

/// The hash of a row as four numbers.
fn parts(row: &[u8]) -> [u64; 4] {
    let hash = blake3::hash(row);
    let (eights, _) = hash.as_bytes().as_chunks::<8>();
    let mut parts = [0; 4];
    for (part, eight) in parts.iter_mut().zip(eights) {
        *part = u64::from_le_bytes(*eight);
    }
    parts
}

impl FromSql for Sum {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        let mut sum = Self::default();
        let (eights, rest) = bytes.as_chunks::<8>();
        if eights.len() != 4 || !rest.is_empty() {
            return Err(rusqlite::types::FromSqlError::InvalidBlobSize {
                expected_size: 32,
                blob_size: bytes.len(),
            });
        }
        for (part, eight) in sum.sum.iter_mut().zip(eights) {
            *part = u64::from_le_bytes(*eight);
        }
        Ok(sum)
    }
}

/// Adds a value to the bytes of a row: what it is, and it.
fn put(row: &mut Vec<u8>, value: ValueRef<'_>) {
    let mut words = |kind: u8, bytes: &[u8]| {
        row.push(kind);
        row.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        row.extend_from_slice(bytes);
    };
    match value {
        ValueRef::Null => row.push(0),
        ValueRef::Integer(number) => {
            row.push(1);
            row.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            row.push(2);
            row.extend_from_slice(&number.to_bits().to_le_bytes());
        }
        ValueRef::Text(bytes) => words(3, bytes),
        ValueRef::Blob(bytes) => words(4, bytes),
    }
}

/// The sums of all tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seal(Vec<Sum>);

impl Default for Seal {
    fn default() -> Self {
        Self(vec![Sum::default(); Table::ALL.len()])
    }
}

impl Seal {
    /// The seal that a save bears.
    ///
    /// # Errors
    /// When the table of the sums is missing or cannot be read, or holds what is no sum.
    pub fn of(db: &Connection) -> rusqlite::Result<Self> {
        let mut seal = Self::default();
        let mut query = db.prepare("SELECT name, rows, sum FROM seal")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            if let Some(table) = Table::ALL.iter().copied().find(|t| t.name() == name) {
                let (rows, sum) = (row.get(1)?, row.get::<_, Sum>(2)?);
                seal.0[table as usize] = Sum { rows, ..sum };
            }
        }
        Ok(seal)
    }

    /// Whether a save bears a sum for each table, and no more.
    ///
    /// # Errors
    /// When the table of the sums is missing or cannot be read.
    pub fn is_whole(db: &Connection) -> rusqlite::Result<bool> {
        let mut query = db.prepare("SELECT name FROM seal")?;
        let names = query.query_map([], |row| row.get(0))?;
        let mut names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
        let mut tables: Vec<&str> = Table::ALL.iter().map(|t| t.name()).collect();
        names.sort_unstable();
        tables.sort_unstable();
        Ok(names == tables)
    }

    /// Sums up what stands in the tables.
    ///
    /// # Errors
    /// When a table is missing or cannot be read.
    pub fn sum_up(db: &Connection) -> rusqlite::Result<Self> {
        let tables = Table::ALL.iter().copied();
        let sums = tables.map(|table| Sum::over(db, &Sql::about(table).select));
        Ok(Self(sums.collect::<rusqlite::Result<_>>()?))
    }

    /// Sums up what the tables tell; see [`Table::tells`].
    ///
    /// # Errors
    /// When a table is missing or cannot be read.
    pub fn told(db: &Connection) -> rusqlite::Result<Self> {
        let tables = Table::ALL.iter().copied();
        let sums = tables.map(|table| {
            let query = table.tells();
            query.map_or_else(|| Ok(Sum::default()), |query| Sum::over(db, query))
        });
        Ok(Self(sums.collect::<rusqlite::Result<_>>()?))
    }

    /// What is found in a table that was not written so, in words; this is what was found, `other`
    /// what the save says was written.
    pub fn differs(&self, other: &Self) -> Vec<String> {
        let pairs = Table::ALL.iter().zip(self.0.iter().zip(&other.0));
        pairs
            .filter(|(_, (found, written))| found != written)
            .map(|(table, (found, written))| {
                let name = table.told();
                match found.rows - written.rows {
                    0 => format!("{name}: not all rows are as they were written"),
                    more @ 1.. => format!("{name}: rows too many: {more}"),
                    fewer => format!("{name}: rows missing: {}", -fewer),
                }
            })
            .collect()
    }
}

/// Writes rows, and sums them up.
pub(super) struct Writer<'a> {
    db: &'a Connection,
    seal: &'a mut Seal,
    row: Vec<u8>,
}

impl<'a> Writer<'a> {
    /// Whoever writes into a save does it with this, within one transaction of its own.
    pub fn new(db: &'a Connection, seal: &'a mut Seal) -> Self {
        Self {
            db,
            seal,
            row: Vec::new(),
        }
    }

    /// What is written into; to read only.
    pub fn db(&self) -> &'a Connection {
        self.db
    }

    /// The bytes of a row that is to be written.
    ///
    /// # Errors
    /// For a value that SQLite cannot keep in a row.
    fn take_in(&mut self, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
        self.row.clear();
        for value in values {
            match value.to_sql()? {
                ToSqlOutput::Borrowed(value) => put(&mut self.row, value),
                ToSqlOutput::Owned(value) => put(&mut self.row, (&value).into()),
                _ => {
                    let why = "a value that is no value of a row";
                    return Err(rusqlite::Error::ToSqlConversionFailure(why.into()));
                }
            }
        }
        Ok(())
    }

    /// Enters a row, unless there is one of its key. Gives whether it did.
    ///
    /// # Errors
    /// When the row does not fit its table, or the save cannot be written.
    pub fn add(&mut self, table: Table, values: &[&dyn ToSql]) -> rusqlite::Result<bool> {
        let insert = &Sql::about(table).insert;
        let entered = self.db.prepare_cached(insert)?.execute(values)? > 0;
        if entered {
            self.take_in(values)?;
            self.seal.0[table as usize].add(&self.row);
        }
        Ok(entered)
    }

    /// Enters a row in the place of the one of its key, where there is one.
    ///
    /// # Errors
    /// When the row does not fit its table, or the save cannot be read or written.
    pub fn put(&mut self, table: Table, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
        if self.add(table, values)? {
            return Ok(());
        }
        let sql = Sql::about(table);
        let key = values.iter().take(table.key());
        self.forget(table, &sql.find, key.copied())?;
        self.db.prepare_cached(&sql.replace)?.execute(values)?;
        self.take_in(values)?;
        self.seal.0[table as usize].add(&self.row);
        Ok(())
    }

    /// Takes rows out of the sum of a table.
    ///
    /// # Errors
    /// When the rows cannot be read.
    fn forget<'v>(
        &mut self,
        table: Table,
        select: &str,
        values: impl Iterator<Item = &'v dyn ToSql>,
    ) -> rusqlite::Result<()> {
        let mut query = self.db.prepare_cached(select)?;
        let mut rows = query.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            self.row.clear();
            for column in 0..table.columns().len() {
                put(&mut self.row, row.get_ref(column)?);
            }
            self.seal.0[table as usize].take(&self.row);
        }
        Ok(())
    }

    /// Takes out the rows of a table of which a condition with one value is so.
    ///
    /// # Errors
    /// When the condition names what the table does not have, or the save cannot be read or
    /// written.
    pub fn remove(&mut self, table: Table, condition: &str, value: i64) -> rusqlite::Result<()> {
        let (name, select) = (table.name(), &Sql::about(table).select);
        let values: [&dyn ToSql; 1] = [&value];
        self.forget(
            table,
            &format!("{select} WHERE {condition}"),
            values.into_iter(),
        )?;
        let delete = format!("DELETE FROM {name} WHERE {condition}");
        self.db.prepare_cached(&delete)?.execute([value])?;
        Ok(())
    }

    /// Writes down the sums: the last that is done in a transaction.
    ///
    /// # Errors
    /// When the save cannot be written.
    pub fn seal(self) -> rusqlite::Result<()> {
        let mut write = self
            .db
            .prepare_cached("REPLACE INTO seal (name, rows, sum) VALUES (?1, ?2, ?3)")?;
        for (table, sum) in Table::ALL.iter().zip(&self.seal.0) {
            write.execute(params![table.name(), sum.rows, sum.bytes()])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::schema;

    /// A database with some rows under a seal.
    fn sealed() -> (Connection, Seal) {
        let db = Connection::open_in_memory().unwrap();
        schema::create(&db).unwrap();
        let mut seal = Seal::default();
        let mut writer = Writer::new(&db, &mut seal);
        for i in 0..5_i64 {
            let row: [&dyn ToSql; 2] = [&i, &format!("text {i}")];
            assert!(writer.add(Table::Strings, &row).unwrap());
            assert!(!writer.add(Table::Strings, &row).unwrap(), "it is there");
        }
        writer.put(Table::Strings, &[&2_i64, &"another"]).unwrap();
        writer.put(Table::Meta, &[&"title", &"a title"]).unwrap();
        writer.remove(Table::Strings, "id = ?1", 4).unwrap();
        writer.seal().unwrap();
        (db, seal)
    }

    #[test]
    fn what_is_written_is_what_is_summed_up() {
        let (db, seal) = sealed();
        assert_eq!(Seal::of(&db).unwrap(), seal);
        assert_eq!(Seal::sum_up(&db).unwrap(), seal);
        assert_eq!(seal.0[Table::Strings as usize].rows, 4);
    }

    #[test]
    fn every_change_is_found() {
        for (change, told) in [
            ("DELETE FROM strings WHERE id = 1", "rows missing: 1"),
            (
                "INSERT INTO strings VALUES (9, 'text 1')",
                "rows too many: 1",
            ),
            (
                "UPDATE strings SET text = 'text 3' WHERE id = 1",
                "not all rows are as they were",
            ),
            (
                "UPDATE strings SET id = 8 WHERE id = 1",
                "not all rows are as they were",
            ),
            (
                "UPDATE strings SET text = CAST(text AS BLOB)",
                "not all rows are as they were",
            ),
            (
                "UPDATE meta SET value = CAST('a title' AS BLOB)",
                "not all rows are as they were",
            ),
            (
                "UPDATE seal SET rows = 3 WHERE name = 'strings'",
                "rows too many: 1",
            ),
            (
                "DELETE FROM seal WHERE name = 'strings'",
                "rows too many: 4",
            ),
        ] {
            let (db, _) = sealed();
            db.execute_batch(change).unwrap();
            let found = Seal::sum_up(&db).unwrap();
            let why = found.differs(&Seal::of(&db).unwrap());
            assert_eq!(why.len(), 1, "{change}: {why:?}");
            assert!(why[0].contains(told), "{change}: {why:?}");
        }
    }

    #[test]
    fn what_was_taken_out_leaves_nothing() {
        let mut sum = Sum::default();
        for row in [b"one".as_slice(), b"two", b"three"] {
            sum.add(row);
        }
        for row in [b"two".as_slice(), b"three", b"one"] {
            sum.take(row);
        }
        assert_eq!(sum, Sum::default());
    }
}
