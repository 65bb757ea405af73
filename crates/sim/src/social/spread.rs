//! How facts spread: by talk, by what is overheard, by posts.

use super::{
    facts::{Fact, Source},
    heed,
    ledger::{Knowledge, Ledger},
};
use crate::{
    campus::{
        About,
        invitations::Occasion,
        people::{Commitment, Engagement},
    },
    memory::{Episodic, SocialMemory},
    tools::{Find, SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{dice::Draw, ids::AgentId};

/// Whether somebody who hears of an event goes to it.
const GOES: Draw = Draw::of("social: whether to go to an event");

/// Lets somebody learn a fact: into the ledger and the log. Who learns of an event may make up
/// their mind to go; who overhears that there is one, not before they know more.
///
/// # Errors
/// Never for people of the roster.
pub fn teach(
    stage: &mut Stage,
    ledger: &mut Ledger,
    knowledge: Knowledge,
    closeness: f32,
) -> Result<bool> {
    let Knowledge {
        fact: number,
        agent,
        source,
        from,
        ..
    } = knowledge;
    // Who only caught in passing that there is something has to hear or read more of it.
    let vaguely = ledger.source_of(agent, number) == Some(Source::Overheard);
    let is_new = ledger.learn(knowledge);
    if !is_new && !vaguely {
        return Ok(false);
    }
    let Some(fact) = ledger.fact(number).copied() else {
        return Ok(false);
    };
    if is_new {
        let learned = SimEvent::Learned {
            fact: number,
            source,
            from,
            news: fact.news,
        };
        stage.note(agent, learned)?;
    }
    let event = fact.event(&stage.setting.0);
    if let Some(event) = event
        && source != Source::Overheard
        && !stage
            .invitations
            .list
            .iter()
            .any(|(_, i)| i.guest == agent && i.to == Occasion::Event(event))
        && wants_to_go(stage, agent, event, closeness)?
    {
        go_to(stage, agent, event)?;
    }
    Ok(is_new)
}

/// Whether somebody would go to an event that they hear of from somebody so close to them.
fn wants_to_go(stage: &Stage, agent: AgentId, event: u16, closeness: f32) -> Result<bool> {
    let person = stage.look(agent)?;
    let Some(what) = stage.setting.0.events.get(usize::from(event)) else {
        return Ok(false);
    };
    if !what.invites(&person.persona.group) || person.timetable.clashes(what.begins, what.ends) {
        return Ok(false);
    }
    let mut roll = stage.dice.stream(agent.0, GOES, u64::from(event));
    Ok(roll.chance(0.2 + 0.5 * person.persona.traits.sociability + 0.03 * closeness))
}

/// Enters an event into somebody's timetable.
fn go_to(stage: &mut Stage, agent: AgentId, event: u16) -> Result {
    let Some((place, begins, ends)) = stage
        .setting
        .0
        .events
        .get(usize::from(event))
        .map(|e| (e.place, e.begins, e.ends))
    else {
        return Ok(());
    };
    let today = stage.now().day();
    let mut person = stage.person(agent)?;
    if begins.0 > 0 && !person.timetable.events.contains(&event) {
        person.timetable.enter(
            Commitment {
                what: Engagement::Event(event),
                place,
                begins,
                ends,
            },
            today,
        );
    }
    Ok(())
}

/// Lets those who take part in a talk, and those who overhear it, learn what its last line told.
/// Gives who was told what, so that speaker and listeners can note what the other now knows;
/// `closeness` says how close somebody feels to another.
///
/// # Errors
/// Never for people of the roster.
pub fn spread(
    stage: &mut Stage,
    ledger: &mut Ledger,
    number: u32,
    closeness: &dyn Fn(AgentId, AgentId) -> f32,
) -> Result<Vec<(AgentId, u32)>> {
    let Some(talk) = stage.talks.live.get(&number) else {
        return Ok(Vec::new());
    };
    let Some(line) = talk.lines.last().filter(|l| !l.speech.tells.is_empty()) else {
        return Ok(Vec::new());
    };
    let (speaker, members, loud, now) =
        (line.speaker, talk.members.clone(), talk.loud, stage.now());
    let tells: Vec<u32> = line
        .speech
        .tells
        .iter()
        .copied()
        .filter(|f| ledger.knows(speaker, *f))
        .collect();
    let tile = stage.look(speaker)?.body.tile;
    let earshot = crate::tools::EARSHOT[usize::from(loud)] as i16;
    let attention = usize::from(stage.setting.0.perception.attention);
    let overhear = stage
        .neighbourhood
        .nearest(tile, earshot, attention, |who, there| {
            !members.contains(&who) && stage.hears(tile, there, loud)
        });
    let (from, by) = (Some(speaker), Some(number));
    let mut told = Vec::new();
    for fact in tells {
        for agent in members.iter().copied().filter(|m| *m != speaker) {
            let known = Knowledge {
                fact,
                agent,
                since: now,
                source: Source::Told,
                from,
                by,
            };
            let heard = (Source::Told, loud);
            if heed::takes_in(stage, ledger, (agent, fact), heard, closeness, speaker)? {
                teach(stage, ledger, known, closeness(agent, speaker))?;
            }
            // Who told it takes it for known.
            told.push((agent, fact));
        }
        for agent in overhear.iter().copied() {
            let activity = stage.look(agent)?.activity;
            let listens = crate::tools::free_for_talk(activity.doing) && activity.talk.is_none();
            let heard = (Source::Overheard, loud);
            if listens && heed::takes_in(stage, ledger, (agent, fact), heard, closeness, speaker)? {
                let known = Knowledge {
                    fact,
                    agent,
                    since: now,
                    source: Source::Overheard,
                    from,
                    by,
                };
                teach(stage, ledger, known, closeness(agent, speaker))?;
            }
        }
    }
    Ok(told)
}

/// A line of which only the words are known tells the facts that they name.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn said(stage: &mut Stage, ledger: &mut Ledger, talk: u32) -> Result {
    let Some(line) = stage.talks.live.get(&talk).and_then(|t| t.lines.last()) else {
        return Ok(());
    };
    if line.speech.act.is_some() || line.at != stage.now() || !line.speech.tells.is_empty() {
        return Ok(());
    }
    let tells = ledger.named_in(line.speaker, &line.text, &stage.names());
    if tells.is_empty() {
        return Ok(());
    }
    if let Some(line) = stage
        .talks
        .live
        .get_mut(&talk)
        .and_then(|t| t.lines.last_mut())
    {
        line.speech.tells = tells;
    }
    spread(stage, ledger, talk, &|_, _| 0.0)?;
    Ok(())
}

/// Finds the facts that the newest post of somebody tells: of what it says that it tells of, and
/// otherwise by its words.
pub(super) fn posted(stage: &mut Stage, ledger: &Ledger, author: AgentId, memories: &Episodic) {
    let newest = stage
        .feed
        .posts
        .iter()
        .rev()
        .find(|(_, p)| p.author == author);
    let Some((number, post)) = newest else {
        return;
    };
    let names = stage.names();
    let tells = match post.about {
        About::Words => ledger.named_in(author, &post.text, &names),
        About::Event(event) => ledger.of_event(author, event, names.scenario),
        About::Memory(n) => memories
            .get(n)
            .map_or_else(Vec::new, |memory| ledger.remembered_in(author, memory)),
    };
    if let Some(post) = stage.feed.posts.get_mut(number) {
        post.tells = tells;
    }
}

/// Lets somebody learn the facts that what they have looked up tells: those of an event by its
/// notice, those of a post by its words. Gives how many were new to them.
///
/// # Errors
/// Never for people of the roster.
pub fn found(
    stage: &mut Stage,
    ledger: &mut Ledger,
    agent: AgentId,
    finds: &[Find],
) -> Result<usize> {
    let mut learned = 0;
    for find in finds {
        let (facts, source, from, by) = match find {
            Find::Event(event) => {
                let of = |fact: &Fact| fact.event(&stage.setting.0) == Some(*event);
                let facts = ledger.facts.iter().filter(|(_, fact)| of(fact));
                let facts: Vec<u32> = facts.map(|(number, _)| number).collect();
                (facts, Source::LookedUp, None, None)
            }
            Find::Post { number, author, .. } => {
                let post = stage.feed.posts.get(*number);
                let facts = post.map_or_else(Vec::new, |post| post.tells.clone());
                (facts, Source::Read, Some(*author), Some(*number))
            }
            Find::Course(_) | Find::Book(_) | Find::Place(_) => continue,
        };
        for fact in facts {
            let known = Knowledge {
                fact,
                agent,
                since: stage.now(),
                source,
                from,
                by,
            };
            learned += usize::from(teach(stage, ledger, known, 0.0)?);
        }
    }
    Ok(learned)
}

/// How many of the newest unread posts somebody reads at once.
const READ_AT_ONCE: u32 = 5;

/// Lets somebody read the newest posts they have not read, and learn what they tell. Gives how many
/// they read.
///
/// # Errors
/// Never for people of the roster.
pub fn read_feed(
    stage: &mut Stage,
    ledger: &mut Ledger,
    reader: AgentId,
    social: &mut SocialMemory,
) -> Result<usize> {
    let count = stage.feed.posts.count();
    let from = social
        .read
        .max(count.saturating_sub(READ_AT_ONCE))
        .min(count);
    social.read = count;
    let mut read = 0;
    for n in from..count {
        let Some(post) = stage.feed.posts.get(n) else {
            continue;
        };
        read += 1;
        let (author, tells) = (post.author, post.tells.clone());
        for fact in tells.into_iter().filter(|_| author != reader) {
            let near = |_: AgentId, who: AgentId| social.closeness(who);
            let seen = (Source::Read, false);
            if !heed::takes_in(stage, ledger, (reader, fact), seen, &near, author)? {
                continue;
            }
            let (from, by, since) = (Some(author), Some(n), stage.now());
            let read = Knowledge {
                fact,
                agent: reader,
                since,
                source: Source::Read,
                from,
                by,
            };
            teach(stage, ledger, read, social.closeness(author))?;
            social.learns(author, fact);
        }
    }
    Ok(read)
}
