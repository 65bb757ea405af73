//! The facts of the ledger, and who knows them: a row each.

use super::part::{Part, Sources};
use crate::{
    record::{seal::Writer, strings::Strings, table::Table},
    social::Ledger,
    tools::tell,
};
use rusqlite::params;

/// How many facts, and how much of who knows what, the save has.
#[derive(Debug, Default)]
pub(super) struct Facts {
    facts: u32,
    knowledge: u32,
}

impl Part for Facts {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        _: &mut Strings,
    ) -> rusqlite::Result<()> {
        let ledger = from.world.resource::<Ledger>();
        for (n, f) in ledger.facts.since(self.facts) {
            let text = f.text(&tell::ENGLISH, from.names);
            let place = f.place(from.names.scenario);
            writer.add(
                Table::Facts,
                params![
                    n,
                    f.kind().word(),
                    f.who().map(|a| a.0),
                    place.map(|p| p.0),
                    f.arose.0,
                    f.until.0,
                    f.importance,
                    text
                ],
            )?;
        }
        for (n, k) in ledger.log.since(self.knowledge) {
            let from = k.from.map(|a| a.0);
            writer.add(
                Table::Knowledge,
                params![n, k.fact, k.agent.0, k.since.0, k.source.word(), from, k.by],
            )?;
        }
        Ok(())
    }

    fn saved(&mut self, from: &Sources<'_>) {
        let ledger = from.world.resource::<Ledger>();
        (self.facts, self.knowledge) = (ledger.facts.count(), ledger.log.count());
    }
}
