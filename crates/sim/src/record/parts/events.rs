//! The events of the log, a row each.

use super::part::{Part, Sources};
use crate::{
    record::{
        chronicle::{Chronicle, Logged},
        seal::Writer,
        strings::Strings,
        table::Table,
    },
    tools::SimEvent,
};
use rusqlite::params;

/// The events of the log.
#[derive(Debug)]
pub(super) struct Events;

impl Part for Events {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        strings: &mut Strings,
    ) -> rusqlite::Result<()> {
        for Logged {
            seq,
            tick,
            at,
            occurrence,
        } in &from.world.resource::<Chronicle>().pending
        {
            let (fields, text) = fields(&occurrence.event)?;
            let mut id = |text: Option<String>| text.map(|t| strings.id(writer, &t)).transpose();
            let (fields, text) = (id(fields)?, id(text)?);
            let kind = strings.id(writer, occurrence.event.kind())?;
            writer.add(
                Table::Events,
                params![
                    *seq as i64,
                    *tick as i64,
                    at.0,
                    occurrence.agent.map(|a| a.0),
                    occurrence.place.map(|p| p.0),
                    occurrence.event.with().map(|a| a.0),
                    kind,
                    fields,
                    text,
                ],
            )?;
        }
        Ok(())
    }
}

/// What belongs to an event, as JSON: none where its kind says all; and apart from it the text,
/// where it has one.
fn fields(event: &SimEvent) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let wrong = |e: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(e.into());
    let mut json = serde_json::to_value(event).map_err(wrong)?;
    // The word of the kind stands in a column of its own.
    let Some(mut fields) = json.get_mut(event.kind()).map(serde_json::Value::take) else {
        return Ok((None, None));
    };
    let text = match fields
        .as_object_mut()
        .and_then(|fields| fields.remove("text"))
    {
        Some(serde_json::Value::String(text)) => Some(text),
        _ => None,
    };
    Ok((Some(fields.to_string()), text))
}
