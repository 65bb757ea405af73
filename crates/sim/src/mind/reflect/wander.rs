//! Mind wandering: seldom, while somebody sits with nothing to do, two memories from clusters that
//! lie far from each other meet, and something to do may come of it.
//!
//! As in Affordable Generative Agents (Yu et al. 2024) memories are sampled with a probability that
//! falls with the size of their cluster: a cluster is drawn first, then one of its members, so that
//! what is seldom thought of has its turn.

use crate::{
    memory::{
        Concern, Episodic, Memory, MemoryKind, Object, Predicate, dot,
        gates::{self, Judgement},
    },
    mind::{
        reflect::{
            conclude::Known,
            inner::{Idea, Inner, InnerItem, Musing},
            insight::Finding,
        },
        stock::stock,
        tendency::{self, Tendency, Toward},
    },
    tools::{SimEvent, Stage},
};
use bevy::prelude::*;
use collegium_core::{
    dice::{Draw, Stream},
    i18n::{Language, bare},
    ids::AgentId,
    time::{DAY, SimTime},
};
use std::collections::BTreeSet;

/// Whether a mind wanders, and where to.
const WANDERS: Draw = Draw::of("reflect: where a mind wanders");
/// With which probability a mind wanders when there is occasion, 0 to 1.
const CHANCE: f32 = 0.4;
/// How many memories somebody's mind wanders over.
const SAMPLE: usize = 96;
/// Memories at least so alike (cosine of their vectors) lie in one cluster.
const NEAR: f32 = 0.42;
/// Clusters at most so alike (cosine again) lie far from each other.
const FAR: f32 = 0.15;
/// How many ideas somebody keeps, and for how long.
const MOST_IDEAS: usize = 4;
const IDEA_LASTS: u32 = 3 * DAY;

/// Lets somebody's mind wander, once a day at most and not every day.
///
/// # Errors
/// Never for people of the roster.
pub(in crate::mind) fn wander(
    stage: &mut Stage,
    inner: &mut Query<Inner>,
    agent: AgentId,
) -> Result {
    let now = stage.now();
    let entity = stage.roster.entity(agent);
    let mut mind = inner.get_mut(entity)?;
    let mut roll = stage.dice.stream(agent.0, WANDERS, stage.clock.tick);
    if mind.musing.day == Some(now.day()) || !roll.chance(CHANCE) {
        return Ok(());
    }
    mind.musing.day = Some(now.day());
    let Some(between) = far_apart(&mind.episodic, now, &mut roll) else {
        return Ok(());
    };
    let Some((finding, idea)) = associate(stage, &mind.episodic, agent, between, &mut roll)? else {
        return Ok(());
    };
    // An association passes the same gates as an insight; one that says what was thought before is
    // let go.
    let known = Known::of(&stage.setting.0, &stage.ground.0);
    if known.judge(agent, &finding, &mind.episodic, mind.social, now) != Some(Judgement::Fresh) {
        return Ok(());
    }
    let memory = Memory {
        at: now,
        kind: MemoryKind::Thought,
        importance: finding.importance,
        about: finding.about,
        text: finding.text.clone(),
        predicate: Predicate::Thinks,
        object: Some(Object::Concern(finding.topic)),
        ..Memory::default()
    };
    let expires = Some(now.plus(gates::KEPT_FOR));
    let index = mind.episodic.conclude(memory, &finding.evidence, expires);
    if let Some(idea) = idea {
        take_up(idea, index, &mut mind);
    }
    let mused = SimEvent::Mused {
        memory: index,
        about: finding.about,
        text: finding.text,
    };
    stage.note(agent, mused)
}

/// What two memories make one think of, and what to do about it where one of them is of somebody;
/// none where a memory is there no more.
fn associate(
    stage: &Stage,
    stream: &Episodic,
    agent: AgentId,
    (first, second): (u32, u32),
    roll: &mut Stream,
) -> Result<Option<(Finding, Option<Idea>)>> {
    let (Some(one), Some(other)) = (stream.get(first), stream.get(second)) else {
        return Ok(None);
    };
    let language = stage.look(agent)?.persona.language;
    let text = association(language, one, other, roll);
    let about = one.about.or(other.about).filter(|a| *a != agent);
    let idea = about.and_then(|with| idea(stage, agent, with, (one, other)));
    let finding = Finding {
        text,
        evidence: vec![first.min(second), first.max(second)],
        importance: 4,
        about,
        place: None,
        topic: Concern::Musing,
        wishes: Vec::new(),
    };
    Ok(Some((finding, idea)))
}

/// Something to ask somebody of whom one of two memories is, about what the other is of; none
/// where neither is of anything that one might ask about.
fn idea(
    stage: &Stage,
    agent: AgentId,
    with: AgentId,
    (one, other): (&Memory, &Memory),
) -> Option<Idea> {
    let names = stage.names();
    let words = names.words_of(agent);
    // The form of the sentence, and what it is asked about.
    let asked = |memory: &Memory| {
        let object = memory.object.as_ref()?;
        let form = match object {
            Object::Person(whom) if *whom != with && *whom != agent => "idea_person",
            _ if object.is_asked_about() => "idea",
            _ => return None,
        };
        Some((form, object.name(words, &names)?))
    };
    let (form, topic) =
        asked(if one.about == Some(with) { other } else { one }).or_else(|| asked(one))?;
    let value = |name: &str| match name {
        "p" => Some(names.first(with).to_owned()),
        "what" => Some(topic.clone()),
        _ => None,
    };
    let language = names.persona(agent)?.language;
    let text = stock(language)
        .list("musing", form)
        .iter()
        .find_map(|form| form.fill(&value, false))?;
    Some(Idea {
        at: stage.now(),
        text,
        with: Some(with),
    })
}

/// Keeps an idea and sways somebody towards the other; the oldest make room.
fn take_up(idea: Idea, thought: u32, mind: &mut InnerItem<'_, '_>) {
    let now = idea.at;
    if let Some(with) = idea.with {
        let new = Tendency {
            toward: Toward::Person(with),
            hours: None,
            strength: 0.08,
            until: now.plus(DAY),
            thought,
        };
        tendency::take_up(&mut mind.reflecting.tendencies, new, now);
    }
    let ideas = &mut mind.musing.ideas;
    ideas.retain(|i| now.since(i.at) < IDEA_LASTS && i.text != idea.text);
    if ideas.len() >= MOST_IDEAS {
        ideas.remove(0);
    }
    ideas.push(idea);
}

/// Two memories from clusters that lie far from each other.
fn far_apart(stream: &Episodic, now: SimTime, roll: &mut Stream) -> Option<(u32, u32)> {
    let fit = |m: &Memory| {
        m.lives(now)
            && m.importance >= 3
            && !matches!(m.kind, MemoryKind::Plan | MemoryKind::Diary)
            // An association of associations would quote them both.
            && m.concern() != Some(Concern::Musing)
            && !m.text.is_empty()
    };
    let all: Vec<u32> = stream
        .iter()
        .filter(|(_, m)| fit(m))
        .map(|(i, _)| i)
        .collect();
    // Evenly over the whole of what is remembered.
    let step = all.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<u32> = all
        .iter()
        .copied()
        .skip(roll.index(step))
        .step_by(step)
        .collect();
    let clusters = clusters(stream, &sample);
    let first = clusters.get(roll.index(clusters.len()))?;
    let far: Vec<&Cluster> = clusters
        .iter()
        .filter(|c| dot(&c.centre, &first.centre) < FAR)
        .collect();
    let second = roll.pick(&far)?;
    Some((*roll.pick(&first.members)?, *roll.pick(&second.members)?))
}

/// Memories that are about much the same.
struct Cluster {
    centre: Vec<f32>,
    members: Vec<u32>,
}

/// Gathers memories around the first of each kind, in order.
fn clusters(stream: &Episodic, sample: &[u32]) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    for index in sample {
        let vector = stream.vector(*index);
        match found.iter_mut().find(|c| dot(&c.centre, &vector) > NEAR) {
            Some(cluster) => cluster.members.push(*index),
            None => found.push(Cluster {
                centre: vector,
                members: vec![*index],
            }),
        }
    }
    found
}

/// The first sentence of a memory, or as many of its words as fit beside another's. This only makes
/// a text shorter: nothing is concluded from where it is cut.
pub(in crate::mind) fn gist(text: &str, most: usize) -> String {
    // What somebody is quoted with belongs to the sentence that quotes it.
    let mut quoted = false;
    let end = text.char_indices().find(|(_, c)| {
        quoted = *c == '“' || quoted && *c != '”';
        !quoted && matches!(c, '.' | '。' | '!' | '?')
    });
    let first = end.map_or(text, |(at, c)| &text[..at + c.len_utf8()]);
    let whole = if first.chars().count() >= 20 {
        first
    } else {
        text
    };
    let whole = bare(whole);
    if whole.chars().count() <= most {
        return whole.into_owned();
    }
    let cut: String = whole.chars().take(most).collect();
    let at = cut
        .rfind(' ')
        .filter(|at| *at > most / 2)
        .unwrap_or(cut.len());
    format!(
        "{}…{}",
        cut[..at].trim_end_matches([',', ';', ':']),
        if whole.contains('“') { "”" } else { "" }
    )
}

/// The association in words.
fn association(language: Language, one: &Memory, other: &Memory, roll: &mut Stream) -> String {
    let value = |name: &str| match name {
        "one" => Some(gist(&one.text, 100)),
        "other" => Some(gist(&other.text, 100)),
        _ => None,
    };
    let forms = stock(language).list("musing", "association");
    roll.pick(forms)
        .and_then(|form| form.fill(&value, false))
        .unwrap_or_default()
        .replace("….", "…")
}

/// The words of ideas, for whoever asks which there are.
pub fn ideas(musing: &Musing) -> BTreeSet<&str> {
    musing.ideas.iter().map(|i| i.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::dice::Dice;

    fn stream(texts: &[&str]) -> Episodic {
        let memory = |text: &&str| Memory {
            importance: 5,
            text: (*text).to_owned(),
            ..Memory::default()
        };
        Episodic::of(texts.iter().map(memory).collect())
    }

    #[test]
    fn like_lies_with_like_and_associations_join_the_unlike() {
        let stream = stream(&[
            "The star map is missing from the observatory",
            "Somebody took the star map of the observatory",
            "the observatory has lost its star map",
            "Kwame bakes bread with rye",
            "rye bread is what Kwame bakes",
        ]);
        let sample: Vec<u32> = (0..5).collect();
        let found: Vec<Vec<u32>> = clusters(&stream, &sample)
            .into_iter()
            .map(|c| c.members)
            .collect();
        assert_eq!(found, [vec![0, 1, 2], vec![3, 4]]);
        let mut rare = 0;
        for moment in 0..200 {
            let mut roll = Dice { seed: 1 }.stream(0, WANDERS, moment);
            let (a, b) =
                far_apart(&stream, SimTime(0), &mut roll).expect("two clusters lie far apart");
            assert!((a < 3) != (b < 3), "{a} {b}");
            rare += usize::from(a >= 3);
        }
        // The smaller cluster comes first as often as the larger one.
        assert!((70..130).contains(&rare), "{rare}");
    }

    #[test]
    fn one_cluster_gives_no_association() {
        let stream = stream(&["the star map", "the star map again", "star map"]);
        let mut roll = Dice { seed: 1 }.stream(0, WANDERS, 0);
        assert_eq!(far_apart(&stream, SimTime(0), &mut roll), None);
    }

    #[test]
    fn gists_end_where_a_word_does() {
        assert_eq!(
            gist(
                "I lost my notebook in the library. Nobody has seen it.",
                100
            ),
            "I lost my notebook in the library"
        );
        let long = gist(
            &format!(
                "I talked with Ravi, who said: “{}”",
                "many words and more ".repeat(9)
            ),
            100,
        );
        assert!(
            long.ends_with("…”") && long.chars().count() <= 102 && !long.contains(" …"),
            "{long}"
        );
    }
}
