//! Who speaks: what their mind reads of them, what the other is to them, whether they have time.

use crate::{
    campus::{
        Tile,
        people::{MindKind, Need},
    },
    conduct::Other,
    memory::{Episodic, SocialMemory},
    mind::{
        state::Plan,
        talk::speech::{Around, Speaker},
    },
    social::Ledger,
    tools::Stage,
};
use bevy::prelude::*;
use collegium_core::{ids::AgentId, time::SimTime};

/// How near somebody must be to be spoken to, in tiles.
pub(in crate::mind) const NEAR: i16 = 3;

/// What a mind reads and changes of its person when they speak.
pub type Voice<'w> = (&'w Plan, &'w Episodic, &'w mut SocialMemory, &'w MindKind);

/// A query of every person's [`Voice`].
pub type Voices<'w, 's> = Query<'w, 's, Voice<'static>>;

/// Puts together what somebody goes by when they speak.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn speaker<'a>(
    stage: &'a Stage,
    ledger: &'a Ledger,
    voices: &'a Voices,
    agent: AgentId,
) -> Result<Speaker<'a>> {
    let person = stage.look(agent)?;
    let (plan, episodic, social, _) = voices.get(stage.roster.entity(agent))?;
    Ok(Speaker {
        agent,
        persona: person.persona,
        plan,
        timetable: person.timetable,
        learning: person.learning,
        works: person.works,
        episodic,
        social,
        ledger,
        invitations: &stage.invitations,
        doing: person.activity.doing,
        place: stage.map().place_of(person.body.tile),
        now: stage.now(),
        dice: *stage.dice,
        names: stage.names(),
        around: Around {
            near: hearers(stage, agent, person.body.tile),
            rested: person.needs.level(Need::Sleep, stage.now()),
            feed: Some(&stage.feed),
            talks: Some(&stage.talks),
            theirs: None,
        },
    })
}

/// Who is near enough to hear what somebody says, and sees them.
fn hearers(stage: &Stage, agent: AgentId, tile: Tile) -> Vec<AgentId> {
    let attention = usize::from(stage.setting.0.perception.attention);
    let hears = |who, there| who != agent && stage.hears(tile, there, false);
    stage.neighbourhood.nearest(tile, NEAR, attention, hears)
}

/// What somebody is to somebody, for a decision about them.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn other(
    stage: &Stage,
    voices: &Voices,
    agent: AgentId,
    with: AgentId,
    turned: bool,
) -> Result<Other> {
    let (.., social, _) = voices.get(stage.roster.entity(agent))?;
    Ok(Other {
        closeness: social.known.get(&with).map(|k| k.closeness),
        turned,
    })
}

/// Whether somebody has to leave for their next commitment.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn must_go(stage: &Stage, agent: AgentId) -> Result<bool> {
    let person = stage.look(agent)?;
    let now: SimTime = stage.now();
    Ok(person.timetable.next(now).is_some_and(|c| {
        let walk = stage
            .map()
            .distance(person.body.tile, stage.map().entrance(c.place))
            .unwrap_or(0)
            * 5;
        stage.map().place_of(person.body.tile) != Some(c.place) && now.plus(walk) >= c.begins
    }))
}
