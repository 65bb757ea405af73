//! Changes by hand: what somebody with SQL at hand does to the rows of a save. Tests and
//! `collegium torture` make them, to see that each is found.

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

/// What was done to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEdit {
    /// The table that it stands in.
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
