//! Who may hear what: a secret is for those who are trusted, and out of earshot of whom it concerns.

use super::speaker::Speaker;
use crate::{
    campus::{people::Relation, talks::Talk},
    memory::Memory,
    tools::News,
};
use collegium_core::ids::AgentId;

/// From which importance on (of 10) something of a life is a secret.
pub(super) const SECRET: u8 = 7;

/// Those who would hear a line to `with`: of the talk, and of those nearby.
fn hearers<'a>(
    me: &'a Speaker<'_>,
    with: AgentId,
    talk: Option<&'a Talk>,
) -> impl Iterator<Item = AgentId> + 'a {
    let members = talk.map_or(&[][..], |t| &t.members);
    let all = [with].into_iter().chain(members.iter().copied());
    all.chain(me.around.near.iter().copied())
        .filter(|who| *who != me.agent)
}

/// Whether a text of the scenario names somebody: by a first name or a family name.
pub(super) fn names(me: &Speaker<'_>, text: &str, who: AgentId) -> bool {
    let name = me.names.person(who);
    let parts = name.split(' ').filter(|part| part.chars().count() > 2);
    parts.into_iter().any(|part| has_word(text, part))
}

/// Whether a text has a word, whole.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c.is_ascii());
        !letter(text[..at].chars().next_back()) && !letter(text[at + found.len()..].chars().next())
    })
}

/// Whether somebody tells a memory of their own life to another: the graver, the closer all of
/// those must be who take part, and none of those it names may hear it.
pub(super) fn may_hear_story(
    me: &Speaker<'_>,
    memory: &Memory,
    with: AgentId,
    talk: Option<&Talk>,
) -> bool {
    let weight = f32::from(memory.importance);
    let needed = if memory.importance >= SECRET {
        weight - 2.0
    } else {
        weight - 4.5
    };
    let members = talk.map_or(&[][..], |t| &t.members);
    let takes_part = |who: &AgentId| *who == with || members.contains(who);
    hearers(me, with, talk).all(|who| {
        let rival = me
            .social
            .known
            .get(&who)
            .is_some_and(|k| k.kind == Relation::Rival);
        let trusted = !takes_part(&who)
            || me.social.closeness(who) >= needed && !(rival && memory.importance > 4);
        trusted && !names(me, &memory.text, who)
    })
}

/// Whether a fact may be passed on to somebody: nothing of those who would hear it, and nothing
/// that was confided.
pub(super) fn may_pass_on(
    me: &Speaker<'_>,
    news: &News,
    importance: u8,
    with: AgentId,
    talk: Option<&Talk>,
) -> bool {
    // What the scenario plants may name somebody, who need not be told.
    if let News::Planted(_) = news {
        let words = news.own_words(&me.names).unwrap_or_default();
        return !names(me, &words, with);
    }
    let Some(of) = news.who().filter(|of| *of != me.agent) else {
        return true;
    };
    if matches!(news, News::Gathering { .. }) {
        return true;
    }
    let words = match news {
        News::Life { .. } if importance >= SECRET => return false,
        News::Life { .. } => news.own_words(&me.names),
        _ => None,
    };
    hearers(me, with, talk).all(|who| {
        let named = words.as_ref().is_some_and(|text| names(me, text, who));
        who != of && !named
    })
}
