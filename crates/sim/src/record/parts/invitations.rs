//! The invitations and how far they have come, a row each, which changes as long as they are held.

use super::part::{Part, Sources};
use crate::{
    campus::{self, invitations::Invitation},
    record::{seal::Writer, strings::Strings, table::Table},
    tools::tell,
};
use rusqlite::params;
use std::collections::BTreeMap;

/// The invitations that are held, as the save has them.
#[derive(Debug, Default)]
pub(super) struct Invitations {
    saved: BTreeMap<u32, Invitation>,
}

impl Part for Invitations {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        _: &mut Strings,
    ) -> rusqlite::Result<()> {
        let all = from
            .world
            .resource::<campus::Invitations>()
            .list
            .with_gone();
        let changed = all.filter(|(n, invitation)| self.saved.get(n) != Some(*invitation));
        for (n, i) in changed {
            let (answered, accepted) = (
                i.answered.map(|(at, _)| at.0),
                i.answered.map(|(_, yes)| yes),
            );
            let (planned, attended) = (i.planned.map(|at| at.0), i.attended.map(|at| at.0));
            let what = tell::occasion(&tell::ENGLISH, &i.to, from.names);
            writer.put(
                Table::Invitations,
                params![
                    n,
                    i.host.0,
                    i.guest.0,
                    what,
                    i.place.0,
                    i.begins.0,
                    i.invited.0,
                    answered,
                    accepted,
                    planned,
                    attended
                ],
            )?;
        }
        Ok(())
    }

    fn saved(&mut self, from: &Sources<'_>) {
        let held = from.world.resource::<campus::Invitations>().list.iter();
        self.saved = held.map(|(n, invitation)| (n, *invitation)).collect();
    }
}
