//! Talks that have ended: a row each, and one for each who took part and each line.

use super::part::{Part, Sources};
use crate::record::{chronicle::Chronicle, seal::Writer, strings::Strings, table::Table};
use rusqlite::params;

/// The talks that have ended, with who took part and what was said.
#[derive(Debug)]
pub(super) struct Talks;

impl Part for Talks {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        strings: &mut Strings,
    ) -> rusqlite::Result<()> {
        for (number, ended, talk) in &from.world.resource::<Chronicle>().talks {
            writer.add(
                Table::Talks,
                params![
                    number,
                    talk.opener().0,
                    talk.other().0,
                    talk.place.map(|p| p.0),
                    talk.began.0,
                    ended.0
                ],
            )?;
            for (n, line) in talk.lines.iter().enumerate() {
                let mut id = |text: &str| strings.id(writer, text);
                let act = line.speech.act.map(|a| id(a.word())).transpose()?;
                let text = id(&line.text)?;
                writer.add(
                    Table::Lines,
                    params![
                        number,
                        n as i64,
                        line.speaker.0,
                        line.at.0,
                        text,
                        line.to.0,
                        act
                    ],
                )?;
            }
            for agent in &talk.all {
                writer.add(Table::Members, params![number, agent.0])?;
            }
        }
        Ok(())
    }
}
