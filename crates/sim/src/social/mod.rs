//! What people have to do with each other: facts and how they spread, what conversations leave
//! behind, and the measures of both.

mod arise;
mod claims;
mod facts;
pub mod heed;
mod help;
pub mod impression;
mod ledger;
pub mod measures;
mod spread;

pub use arise::arise;
pub use claims::{Claimant, Claimed, Claims, Lexicon, claims};
pub use facts::{Fact, FactKind, Source};
pub use impression::{apply, built_in};
pub use ledger::{Knowledge, Ledger};
pub use measures::{Emergence, Society, measure};
pub use spread::{read_feed, spread, teach};

use crate::{
    campus::{Roster, Setting},
    memory,
    room::{DeclareRoom as _, SimSystems, SimTick},
    tools::Occurrences,
};
use bevy::prelude::*;
use collegium_core::time::Clock;

/// Declares the room: facts, and who knows them.
pub fn plugin(app: &mut App) {
    let something_happened = |occurrences: Res<Occurrences>| !occurrences.list.is_empty();
    app.add_systems(
        SimTick,
        (
            (heed::fade, forget)
                .chain()
                .in_set(SimSystems::Midnight)
                .after(memory::fade),
            arise.in_set(SimSystems::Record).run_if(something_happened),
        ),
    )
    .room("social", 3)
    .keep_resource_from("ledger", |world| Ledger::of(&world.resource::<Setting>().0))
    .keep_resource::<Claimed>("claims")
    .rebuilds(|world| {
        let people = world.resource::<Roster>().len();
        world.resource_mut::<Ledger>().index(people);
    })
    .grows::<Ledger>();
}

/// At midnight facts that nobody can use any more are let go.
pub fn forget(clock: Res<Clock>, mut ledger: ResMut<Ledger>) {
    ledger.forget(clock.now);
}
