//! Changes by hand: what somebody with SQL at hand does to the rows of a save, and what bad luck
//! does to the pages on which they are looked up. Tests and `collegium torture` make them, to see
//! that each is found.

use collegium_core::dice::Stream;
use rusqlite::{Connection, Error, Result, params_from_iter, types::Value};

/// A table with its columns, those of its key first.
struct Table {
    name: String,
    columns: Vec<String>,
    key: usize,
    rows: i64,
}

impl Table {
    /// The row that stands at a place.
    fn row(&self, db: &Connection, at: usize) -> Result<Vec<Value>> {
        let select = format!(
            "SELECT {} FROM {} LIMIT 1 OFFSET {at}",
            self.columns.join(", "),
            self.name
        );
        db.query_row(&select, [], |row| {
            (0..self.columns.len()).map(|i| row.get(i)).collect()
        })
    }
}

/// The tables that have a row.
fn tables(db: &Connection) -> Result<Vec<Table>> {
    let list = |sql: &str| -> Result<Vec<String>> {
        let mut query = db.prepare(sql)?;
        query.query_map([], |row| row.get(0))?.collect()
    };
    let mut all = Vec::new();
    for name in list("SELECT name FROM sqlite_schema WHERE type = 'table'")? {
        let columns = format!("SELECT name FROM pragma_table_info('{name}') ORDER BY cid");
        let key = format!("SELECT name FROM pragma_table_info('{name}') WHERE pk > 0");
        let rows = db.query_row(&format!("SELECT COUNT(*) FROM {name}"), [], |r| r.get(0))?;
        let (columns, key) = (list(&columns)?, list(&key)?.len());
        all.push(Table {
            name,
            columns,
            key,
            rows,
        });
    }
    all.retain(|table| table.rows > 0);
    Ok(all)
}

/// Another value of the same kind.
fn other(value: &Value, dice: &mut Stream) -> Value {
    match value {
        Value::Null => Value::Integer(7),
        Value::Integer(number) => Value::Integer(number + 1 + dice.index(1000) as i64),
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) => Value::Text(format!("{text}.")),
        Value::Blob(bytes) => {
            let mut bytes = bytes.clone();
            let at = dice.index(bytes.len());
            match bytes.get_mut(at) {
                Some(byte) => *byte ^= 1 << dice.index(8),
                None => bytes.push(0),
            }
            Value::Blob(bytes)
        }
    }
}

/// What was done to a row, or to two entries by which rows are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEdit {
    /// The table, or the index, that it stands in.
    pub table: String,
    /// What was done, in words.
    pub what: String,
}

/// Changes, doubles or takes out a row. Gives what was done; none where that row cannot be
/// changed so, or there is no row.
///
/// # Errors
/// When what is opened is no database that can be written.
pub fn change(db: &Connection, dice: &mut Stream) -> Result<Option<RowEdit>> {
    let tables = tables(db)?;
    let Some(table) = tables.get(dice.index(tables.len())) else {
        return Ok(None);
    };
    let Table { name, columns, .. } = table;
    let row = table.row(db, dice.index(table.rows as usize))?;
    let of_key: Vec<String> = columns
        .iter()
        .take(table.key)
        .enumerate()
        .map(|(i, column)| format!("{column} = ?{}", i + 1))
        .collect();
    let of_key = of_key.join(" AND ");
    let mut values: Vec<Value> = row.iter().take(table.key).cloned().collect();
    let (sql, told) = match dice.index(4) {
        0 => (
            format!("DELETE FROM {name} WHERE {of_key}"),
            "taken out".to_owned(),
        ),
        1 => {
            values = row;
            if let Some(first) = values.first_mut() {
                *first = other(first, dice);
            }
            let places: Vec<&str> = columns.iter().map(|_| "?").collect();
            let places = places.join(", ");
            (
                format!("INSERT INTO {name} VALUES ({places})"),
                "doubled".to_owned(),
            )
        }
        _ => {
            let which = dice.index(columns.len());
            let (Some(column), Some(value)) = (columns.get(which), row.get(which)) else {
                return Ok(None);
            };
            values.push(other(value, dice));
            let place = values.len();
            (
                format!("UPDATE {name} SET {column} = ?{place} WHERE {of_key}"),
                format!("{column} changed"),
            )
        }
    };
    // A key that is taken, or a value that may not be none: another one then.
    match db.execute(&sql, params_from_iter(values)) {
        Ok(1) => Ok(Some(RowEdit {
            table: name.clone(),
            what: told,
        })),
        Ok(_) | Err(Error::SqliteFailure(..)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A page of an index, or of a table that is kept as one, by where things are in the file.
struct KeyPage {
    /// Where the places of its entries begin, two bytes each.
    places: usize,
    /// How many entries it has.
    entries: usize,
    /// Where its entries are counted from.
    from: usize,
    /// Whether no page lies below it.
    leaf: bool,
}

impl KeyPage {
    /// The last byte of an entry, where all of it stands on the page: of an index the end of the
    /// number of a row.
    fn end(&self, bytes: &[u8], entry: usize) -> Option<usize> {
        let at = self.from + two(bytes, self.places + 2 * entry)?;
        let length = usize::from(*bytes.get(at)?);
        // A longer one says so in more bytes than one.
        (self.leaf && length < 0x80).then_some(at + length)
    }
}

/// The number in two bytes of a file.
fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_be_bytes(bytes.try_into().ok()?)))
}

/// The number in four bytes of a file.
fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// The pages of a tree of keys that have more than one entry; none of a tree of rows.
fn key_pages(bytes: &[u8], size: usize, root: u32) -> Vec<KeyPage> {
    let (mut found, mut open) = (Vec::new(), vec![root]);
    while let Some(number) = open.pop() {
        let from = (number as usize).saturating_sub(1) * size;
        let (Some(kind), Some(entries)) = (bytes.get(from), two(bytes, from + 3)) else {
            continue;
        };
        let (leaf, places) = match kind {
            2 => (false, from + 12),
            10 => (true, from + 8),
            _ => continue,
        };
        if !leaf {
            let below = |i: usize| four(bytes, from + two(bytes, places + 2 * i)?);
            open.extend((0..entries).filter_map(below));
            open.extend(four(bytes, from + 8));
        }
        if entries > 1 {
            found.push(KeyPage {
                places,
                entries,
                from,
                leaf,
            });
        }
    }
    found
}

/// Exchanges two entries of an index, or of a table that is kept as one, in the bytes of a whole
/// save, or the rows to which two entries of an index lead: every row is as it was, and not all are
/// found where they are looked for. Gives what was done; none where the dice chose a table or a
/// page with which it cannot be.
///
/// # Errors
/// When what is opened is not the database of these bytes.
pub fn tangle(db: &Connection, bytes: &mut [u8], dice: &mut Stream) -> Result<Option<RowEdit>> {
    let size: u32 = db.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let roots = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 1 ORDER BY rootpage";
    let mut query = db.prepare(roots)?;
    let roots: Vec<(String, u32)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    let Some((name, root)) = roots.get(dice.index(roots.len())) else {
        return Ok(None);
    };
    let pages = key_pages(bytes, size as usize, *root);
    let Some(page) = pages.get(dice.index(pages.len())) else {
        return Ok(None);
    };
    let entry = dice.index(page.entries - 1);
    let told = |what: &str| {
        Ok(Some(RowEdit {
            table: name.clone(),
            what: what.to_owned(),
        }))
    };
    // Entries of a table that is kept as an index end with a value.
    if name.starts_with("sqlite_autoindex") && dice.index(2) == 0 {
        let ends = (page.end(bytes, entry), page.end(bytes, entry + 1));
        let (Some(one), Some(other)) = ends else {
            return Ok(None);
        };
        if bytes.get(one) == bytes.get(other) {
            return Ok(None);
        }
        bytes.swap(one, other);
        return told("two entries lead to each other's rows");
    }
    let place = page.places + 2 * entry;
    bytes.swap(place, place + 2);
    bytes.swap(place + 1, place + 3);
    told("two entries exchanged")
}
