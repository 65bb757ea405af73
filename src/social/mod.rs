//! What conversations leave behind: memories, and people who know each other better.

use crate::{
    campus::{
        AgentId, Ground, Roster, Setting,
        people::{Need, Needs, Relation},
        talks::{Talk, Talks},
    },
    memory::{Episodic, Memory, MemoryKind, Predicate, SocialMemory},
    tools::Names,
};
use bevy::prelude::*;

/// Lets those who have ended a talk remember it.
///
/// # Errors
/// Never for people of the roster.
pub fn remember_talks(
    talks: Res<Talks>,
    clock: Res<crate::time::Clock>,
    roster: Res<Roster>,
    ground: Res<Ground>,
    setting: Res<Setting>,
    mut people: Query<(&mut Episodic, &mut SocialMemory, &mut Needs)>,
) -> Result {
    let names = Names { map: &ground.0, scenario: &setting.0 };
    for (_, talk) in &talks.ended {
        for agent in [talk.opener, talk.other] {
            let partner = talk.partner(agent);
            let (mut episodic, mut social, mut needs) = people.get_mut(roster.entity(agent))?;
            let rival = social.known.get(&partner).is_some_and(|k| k.kind == Relation::Rival);
            let lines = talk.lines.len() as f32;
            social.talked_with(partner, clock.now, if rival { -0.05 } else { 0.03 * lines });
            needs.add(Need::Company, 0.05 * lines, clock.now);
            episodic.remember(Memory {
                at: clock.now,
                kind: MemoryKind::Chat,
                importance: (2.0 + social.closeness(partner) / 3.0).min(8.0) as u8,
                about: Some(partner),
                place: talk.place,
                text: summary(talk, partner, &names),
                predicate: Predicate::TalkedWith,
                object: None,
                grounds: None,
            });
        }
    }
    Ok(())
}

/// A talk in a sentence, for the one who talked with `partner`.
fn summary(talk: &Talk, partner: AgentId, names: &Names<'_>) -> String {
    let said = talk.lines.iter().filter(|l| l.speaker == partner).max_by_key(|l| l.text.len());
    let place = talk.place.map_or("on the way", |p| names.place(p));
    match said {
        Some(line) => format!("I talked with {} ({place}), who said: “{}”", names.person(partner), line.text),
        None => format!("I spoke to {} ({place}), who did not answer", names.person(partner)),
    }
}
