//! What people remember: a short-term ring of what was just perceived, an episodic stream with its
//! retrieval, and whom they know.

mod forget;
pub mod gates;
mod index;
mod item;
mod made;
mod noticed;
mod object;
mod project;
mod retrieve;
mod short_term;
mod social;
mod stream;
mod vectors;

pub use collegium_core::embed::{Embedder, Hashed, dot};
pub use index::{BuiltIndex, Scratch, SearchQuery, Store};
pub use item::{Grounds, Memory, MemoryKind, Predicate};
pub use made::Kept;
pub use object::{Concern, Object};
pub use project::FITTING;
pub use retrieve::{
    Profile, Recency, RetrievalSettings, RetrievalWeights, ScorePart, ScoreParts, Scored,
};
pub use short_term::{Perceived, Percept, ShortTerm};
pub use social::{Acquaintance, Feeling, Impression, LONGEST_SUMMARY, SocialMemory};
pub use stream::{Cue, Episodic, Recalled};
pub use vectors::{TextKey, Traffic, Vectors};

use crate::{
    campus::{Ground, Roster, Setting, people::Persona},
    room::{DeclareRoom as _, SimSystems, SimTick},
};
use bevy::prelude::*;
use collegium_core::time::Clock;

/// Declares the room: what people perceive, remember, and whom they know.
pub fn plugin(app: &mut App) {
    app.add_systems(SimTick, fade.in_set(SimSystems::Midnight))
        .room("memory", 5)
        .keep::<ShortTerm>("short_term")
        .keep_from("social", acquaintances)
        .keep_from("episodic", stream_of)
        .grows_in_people::<Episodic>()
        .checks(check);
}

/// At midnight what has faded is forgotten, and ties that nobody tends loosen.
pub fn fade(clock: Res<Clock>, mut minds: Query<(&mut Episodic, &mut SocialMemory)>) {
    for (mut stream, mut social) in &mut minds {
        stream.forget(clock.now);
        social.fade();
    }
}

/// Whether what people remember can be: whom and which places it is about, how much it matters.
fn check(world: &World) -> Result<(), String> {
    let people = world.resource::<Roster>();
    let places = world.resource::<Ground>().0.places.len();
    for (i, person) in people.0.iter().enumerate() {
        let stream = world.get::<Episodic>(*person);
        let stream = stream.ok_or_else(|| format!("person {i} has no stream of memories"))?;
        let fits = |m: &Memory| {
            m.importance <= 10
                && m.about.is_none_or(|a| (a.0 as usize) < people.len())
                && m.place.is_none_or(|p| (p.0 as usize) < places)
        };
        if let Some((number, _)) = stream.iter().find(|(_, memory)| !fits(memory)) {
            return Err(format!("memory {number} of person {i} cannot be"));
        }
    }
    Ok(())
}

/// Whom somebody knows from before the scenario.
fn acquaintances(world: &World, person: Entity) -> SocialMemory {
    let Some(persona) = world.get::<Persona>(person) else {
        return SocialMemory::default();
    };
    let known = persona
        .relationships
        .iter()
        .map(|r| {
            (
                r.with,
                Acquaintance::new(r.kind, r.closeness, r.note.clone()),
            )
        })
        .collect();
    SocialMemory::of(known)
}

/// What somebody remembers from before the scenario.
fn stream_of(world: &World, person: Entity) -> Episodic {
    let (Some(setting), Some(persona)) = (
        world.get_resource::<Setting>(),
        world.get::<Persona>(person),
    ) else {
        return Episodic::default();
    };
    let seeds = persona.memories.iter().map(|m| Memory {
        at: setting.0.start,
        kind: MemoryKind::Seed,
        importance: m.importance,
        text: m.text.clone(),
        predicate: Predicate::Knows,
        ..Memory::default()
    });
    Episodic::of(seeds.collect())
}
