//! What has emerged among people, as JSON.

use super::part::{Part, Sources};
use crate::{
    campus::{Invitations, Roster},
    record::{chronicle::Chronicle, seal::Writer, strings::Strings, table::Table, tally::Tallied},
    social::{self, Ledger},
    tools::Names,
};
use bevy::prelude::World;
use collegium_core::time::Clock;
use rusqlite::params;

/// What has emerged so far, worked out anew for every commit.
#[derive(Debug)]
pub(super) struct Emergence;

impl Part for Emergence {
    fn write(
        &self,
        from: &Sources<'_>,
        writer: &mut Writer<'_>,
        _: &mut Strings,
    ) -> rusqlite::Result<()> {
        let emergence = emergence(from.world, from.names);
        let json = serde_json::to_string(&emergence).unwrap_or_default();
        writer.put(Table::Meta, params!["emergence", json])
    }
}

/// What has emerged so far: how the planted facts have spread, how dense the network is, how far
/// invitations came.
pub fn emergence(world: &World, names: &Names<'_>) -> social::Emergence {
    let clock = world.resource::<Clock>();
    let roster = &world.resource::<Roster>().0;
    let tally = &world.resource::<Chronicle>().head.tally;
    let conversations = tally.get(Tallied::Conversations);
    social::measure(&social::Society {
        ledger: world.resource::<Ledger>(),
        claims: world.resource::<social::Claimed>(),
        social: roster.iter().filter_map(|who| world.get(*who)).collect(),
        invitations: world.resource::<Invitations>(),
        talks: conversations,
        start: clock.start,
        now: clock.now,
        names: *names,
    })
}
