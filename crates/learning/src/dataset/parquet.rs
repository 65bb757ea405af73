//! Decisions as Parquet: a column for every number, so that any tool can read them without knowing
//! Collegium.

use super::{HEAD_COLUMNS, Row};
use crate::{LearnError, Result};
use ::parquet::{
    basic::Compression,
    column::reader::{ColumnReader, ColumnReaderImpl},
    data_type::{DataType, FloatType, Int32Type, Int64Type},
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        reader::{FileReader as _, RowGroupReader, SerializedFileReader},
        writer::SerializedFileWriter,
    },
    schema::parser::parse_message_type,
};
use collegium_core::{files, ids::AgentId};
use collegium_sim::conduct::{Act, ActMask, FEATURES, Point, RewardTerm, TERMS, Violations, WIDTH};
use std::{path::Path, sync::Arc};
use training::files::Whole;

/// Rows of a row group.
const GROUP: usize = 65_536;

/// The names of all columns, in order.
fn columns() -> Vec<String> {
    let head = HEAD_COLUMNS.iter().map(|name| (*name).to_owned());
    let seen = FEATURES.iter().map(|f| f.name.to_owned());
    let brought = RewardTerm::ALL
        .iter()
        .map(|t| format!("reward_{}", t.word()));
    head.chain(seen).chain(brought).collect()
}

/// The whole numbers of a row, in the order of the columns.
fn whole(row: &Row) -> [i64; 9] {
    [
        row.seed as i64,
        i64::from(row.agent.0),
        i64::from(row.group),
        i64::from(row.at),
        row.point as i64,
        i64::from(row.mask.0),
        row.act.number() as i64,
        row.rule.number() as i64,
        i64::from(row.violations.0),
    ]
}

fn failed(path: &Path) -> impl Fn(ParquetError) -> LearnError + '_ {
    move |error| match error {
        ParquetError::External(source) => match source.downcast::<std::io::Error>() {
            Ok(cause) => LearnError::File {
                path: path.to_owned(),
                cause: *cause,
            },
            Err(source) => LearnError::wrong(path, source, "a Parquet file of decisions"),
        },
        error => LearnError::wrong(path, error, "a Parquet file of decisions"),
    }
}

/// Writes rows into a Parquet file, in their order.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn write(path: &Path, rows: &[Row]) -> Result<()> {
    let fields: String = columns()
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let kind = match i {
                0 => "int64",
                1..9 => "int32",
                _ => "float",
            };
            format!("required {kind} {name};\n")
        })
        .collect();
    let schema =
        parse_message_type(&format!("message decisions {{\n{fields}}}")).map_err(failed(path))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .build();
    let file = Whole::create(path)?;
    let mut writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))
        .map_err(failed(path))?;
    for rows in rows.chunks(GROUP) {
        let mut group = writer.next_row_group().map_err(failed(path))?;
        let mut at = 0;
        while let Some(mut column) = group.next_column().map_err(failed(path))? {
            let floats = |number: fn(&Row, usize) -> f32, from: usize| -> Vec<f32> {
                rows.iter().map(|row| number(row, at - from)).collect()
            };
            match at {
                0 => {
                    let values: Vec<i64> = rows.iter().map(|row| whole(row)[0]).collect();
                    column.typed::<Int64Type>().write_batch(&values, None, None)
                }
                1..9 => {
                    let values: Vec<i32> = rows.iter().map(|row| whole(row)[at] as i32).collect();
                    column.typed::<Int32Type>().write_batch(&values, None, None)
                }
                _ => {
                    let values = match at {
                        9 => floats(|row, _| row.log_prob, 9),
                        _ if at < 10 + WIDTH => floats(|row, i| row.observation[i], 10),
                        _ => floats(|row, i| row.rewards[i], 10 + WIDTH),
                    };
                    column.typed::<FloatType>().write_batch(&values, None, None)
                }
            }
            .map_err(failed(path))?;
            column.close().map_err(failed(path))?;
            at += 1;
        }
        group.close().map_err(failed(path))?;
    }
    Ok(writer.into_inner().map_err(failed(path))?.finish()?)
}

/// Reads the rows of a Parquet file, in their order.
///
/// # Errors
/// When the file cannot be read, or does not hold decisions of this form.
pub(super) fn read(path: &Path) -> Result<Vec<Row>> {
    let file = files::open(path).map_err(LearnError::file(path))?;
    let reader = SerializedFileReader::new(file).map_err(failed(path))?;
    let schema = reader.metadata().file_metadata().schema_descr();
    let (found, expected): (Vec<&str>, Vec<String>) = (
        schema.columns().iter().map(|c| c.name()).collect(),
        columns(),
    );
    if let Some((i, expected)) = expected
        .iter()
        .enumerate()
        .find(|(i, name)| found.get(*i) != Some(&name.as_str()))
    {
        let found = found.get(i).map_or_else(
            || "no more columns".to_owned(),
            |name| format!("column {} = {name}", i + 1),
        );
        return Err(LearnError::wrong(path, found, expected.clone()));
    }
    let mut rows = Vec::new();
    for i in 0..reader.num_row_groups() {
        let group = reader.get_row_group(i).map_err(failed(path))?;
        let columns = Columns::read(path, group.as_ref(), &expected)?;
        for r in 0..columns.len {
            let row = columns.row(r).map_err(|(what, found)| {
                let found = format!("row {}: {what} {found}", rows.len() + 1);
                LearnError::wrong(path, found, "a known number")
            })?;
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The numbers of a row group, column by column.
struct Columns {
    /// How many rows the group has.
    len: usize,
    /// The columns of whole numbers, in their order.
    wholes: Vec<Vec<i64>>,
    /// The columns of other numbers, in their order.
    floats: Vec<Vec<f32>>,
}

impl Columns {
    fn read(path: &Path, group: &dyn RowGroupReader, names: &[String]) -> Result<Self> {
        let len = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        let (mut wholes, mut floats): (Vec<Vec<i64>>, Vec<Vec<f32>>) = (Vec::new(), Vec::new());
        for (c, name) in names.iter().enumerate() {
            let read = match group.get_column_reader(c).map_err(failed(path))? {
                ColumnReader::Int64ColumnReader(column) => {
                    wholes.push(all(column, len).map_err(failed(path))?);
                    wholes.last().map_or(0, Vec::len)
                }
                ColumnReader::Int32ColumnReader(column) => {
                    let values = all(column, len).map_err(failed(path))?;
                    wholes.push(values.into_iter().map(i64::from).collect());
                    wholes.last().map_or(0, Vec::len)
                }
                ColumnReader::FloatColumnReader(column) => {
                    floats.push(all(column, len).map_err(failed(path))?);
                    floats.last().map_or(0, Vec::len)
                }
                _ => {
                    return Err(LearnError::wrong(
                        path,
                        format!("column {name} of another type"),
                        "int32, int64 or float",
                    ));
                }
            };
            if read != len {
                return Err(LearnError::wrong(
                    path,
                    format!("{read} values in column {name}"),
                    format!("{len}"),
                ));
            }
        }
        if wholes.len() != 9 || floats.len() != 1 + WIDTH + TERMS {
            return Err(LearnError::wrong(
                path,
                "columns of other types",
                "nine of whole numbers, the others of floats",
            ));
        }
        Ok(Self {
            len,
            wholes,
            floats,
        })
    }

    /// A row; or what is not known in it, and its number.
    fn row(&self, r: usize) -> std::result::Result<Row, (&'static str, i64)> {
        let n = |c: usize| self.wholes[c][r];
        let number = |c: usize| usize::try_from(n(c)).ok();
        let act = |what, c: usize| {
            let act = number(c).and_then(|i| Act::ALL.get(i)).copied();
            act.ok_or((what, n(c)))
        };
        let point = number(4).and_then(|i| Point::ALL.get(i)).copied();
        Ok(Row {
            seed: n(0) as u64,
            agent: AgentId(n(1) as u32),
            group: n(2) as u32,
            at: n(3) as u32,
            point: point.ok_or(("point", n(4)))?,
            mask: ActMask(n(5) as u32),
            act: act("act", 6)?,
            rule: act("rule", 7)?,
            violations: Violations(n(8) as u8),
            log_prob: self.floats[0][r],
            observation: std::array::from_fn(|i| self.floats[1 + i][r]),
            rewards: std::array::from_fn(|i| self.floats[1 + WIDTH + i][r]),
        })
    }
}

/// All values of a column that has no nulls, at most `len`.
fn all<T: DataType>(
    mut column: ColumnReaderImpl<T>,
    len: usize,
) -> std::result::Result<Vec<T::T>, ParquetError> {
    let mut values = Vec::new();
    column.read_records(len, None, None, &mut values)?;
    Ok(values)
}
