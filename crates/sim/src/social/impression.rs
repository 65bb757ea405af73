//! What a conversation leaves behind in each who took part: how close, what feeling, what is
//! thought of the other, what is remembered.

use crate::{
    campus::{
        people::{Need, Needs, Persona, Relation},
        talks::{Line, SpeechAct, Talk, Topic},
    },
    memory::{Episodic, Feeling, Impression, Memory, MemoryKind, Object, Predicate, SocialMemory},
    tools::Names,
};
use collegium_core::{
    i18n::{Words, key},
    ids::AgentId,
    time::SimTime,
};

/// What the built-in mind makes of a talk of `me` with `partner`: from what was said and done, and
/// from what they are to each other.
pub fn built_in(
    talk: &Talk,
    (me, persona): (AgentId, &Persona),
    partner: AgentId,
    social: &SocialMemory,
    names: &Names<'_>,
) -> Impression {
    let said = |by: AgentId, act: SpeechAct| {
        talk.lines
            .iter()
            .filter(move |l| l.speaker == by && l.speech.act == Some(act))
            .count() as f32
    };
    let theirs = |act: SpeechAct| said(partner, act);
    let exchanged = talk
        .lines
        .iter()
        .filter(|l| l.speaker == me || l.speaker == partner)
        .count() as f32;
    let known = social.known.get(&partner);
    let rival = known.is_some_and(|k| k.kind == Relation::Rival);
    let told = talk
        .lines
        .iter()
        .filter(|l| l.speaker == partner)
        .map(|l| l.speech.tells.len())
        .sum::<usize>() as f32;
    let courtesy = names.persona(partner).map_or(0.5, |p| p.traits.courtesy);
    let mut warmth = 0.022 * exchanged + 0.05 * told + 0.12 * theirs(SpeechAct::Invite).min(1.0);
    warmth += 0.1
        * (theirs(SpeechAct::Comfort) + theirs(SpeechAct::Thank) + theirs(SpeechAct::Apologise))
            .min(2.0);
    warmth += 0.06 * (courtesy - 0.5);
    // Two rough people who are not close rub each other up the wrong way.
    let quarrel =
        rival || courtesy + persona.traits.courtesy < 0.75 && social.closeness(partner) < 4.0;
    if quarrel {
        warmth = -0.06 - 0.02 * exchanged;
    }
    let feeling = feel(
        &theirs,
        known.map_or(0.0, |k| k.closeness),
        told,
        quarrel,
        known.map(|k| k.kind),
        rival,
    );
    // What is thought of others and remembered is told in the language one thinks in.
    let words = names.words_of(me);
    let about: Vec<String> = talk
        .topics
        .iter()
        .chain([&talk.topic])
        .filter_map(|t| about(words, *t, names))
        .take(2)
        .collect();
    let news = talk
        .lines
        .iter()
        .rev()
        .find(|l| l.speaker == partner && !l.speech.tells.is_empty());
    let best = news.or_else(|| telling(talk, partner));
    let who = ("who", names.first(partner).into());
    let manner = ("manner", words.label("manner", feeling.word()).into());
    let summary = match (&about[..], news) {
        (_, Some(line)) => {
            let values = [who, manner, ("what", line.text.as_str().into())];
            words.say_with("impression-told", &values)
        }
        ([], None) => words.say_with("impression-slight", &[who, manner]),
        ([one], None) => {
            let values = [who, manner, ("what", one.as_str().into())];
            words.say_with("impression-about", &values)
        }
        ([one, two, ..], None) => {
            let both = [("one", one.as_str().into()), ("two", two.as_str().into())];
            let both = words.say_with("both", &both);
            words.say_with("impression-about", &[who, manner, ("what", both.into())])
        }
    };
    let place = talk
        .place
        .map_or_else(|| words.say(key("on-the-way")), |p| names.place(p));
    let (with, place) = (
        ("with", names.person(partner).into()),
        ("place", place.into()),
    );
    let remember = match best {
        Some(line) => {
            let values = [with, place, ("what", line.text.as_str().into())];
            words.say_with("recalled-talk", &values)
        }
        None => words.say_with("recalled-talk-unanswered", &[with, place]),
    };
    let importance = 2.0 + social.closeness(partner) / 3.5 + told + if quarrel { 1.0 } else { 0.0 };
    Impression {
        summary,
        feeling,
        closeness_change: warmth.clamp(-1.0, 1.0),
        remember,
        about: best.and_then(|line| Object::of_talk(line.speech.topic)),
        importance: importance.clamp(1.0, 8.0) as u8,
    }
}

/// The line of somebody that says most: not a greeting and not a goodbye where there is another.
fn telling(talk: &Talk, speaker: AgentId) -> Option<&Line> {
    let idle = |l: &Line| {
        matches!(
            l.speech.act,
            Some(SpeechAct::Greet | SpeechAct::Introduce | SpeechAct::Part | SpeechAct::React)
        )
    };
    talk.lines
        .iter()
        .filter(|l| l.speaker == speaker)
        .max_by_key(|l| (!idle(l), l.text.len()))
}

fn feel(
    theirs: &impl Fn(SpeechAct) -> f32,
    closeness: f32,
    told: f32,
    quarrel: bool,
    kind: Option<Relation>,
    rival: bool,
) -> Feeling {
    match kind {
        _ if rival => Feeling::Wary,
        _ if quarrel => Feeling::Annoyed,
        _ if theirs(SpeechAct::Comfort) + theirs(SpeechAct::Thank) > 0.0 => Feeling::Grateful,
        Some(Relation::Teacher) => Feeling::Admiring,
        _ if closeness > 7.0 => Feeling::Fond,
        _ if told > 0.0 && closeness < 4.0 => Feeling::Curious,
        _ if closeness > 3.0 || theirs(SpeechAct::Invite) > 0.0 => Feeling::Warm,
        _ => Feeling::Neutral,
    }
}

/// What a topic is about, in words.
fn about(words: &Words, topic: Topic, names: &Names<'_>) -> Option<String> {
    let who = |who: AgentId| [("who", names.first(who).into())];
    Some(match topic {
        Topic::Course(c) => names
            .scenario
            .term
            .courses
            .get(usize::from(c))?
            .title
            .clone(),
        Topic::Event(e) => names.scenario.events.get(usize::from(e))?.title.clone(),
        Topic::Person(whom) => names.first(whom).to_owned(),
        Topic::Goal(whose, _) => words.say_with("subject-goal", &who(whose)),
        Topic::Task(whose) => words.say_with("subject-task", &who(whose)),
        Topic::Memory(_) => words.say(key("subject-old-times")).to_owned(),
        Topic::Plans => words.say(key("subject-plans")).to_owned(),
        _ => return None,
    })
}

/// Lets somebody keep what a talk has left behind.
pub fn apply(
    impression: &Impression,
    talk: &Talk,
    (me, partner, now): (AgentId, AgentId, SimTime),
    (episodic, social, needs): (&mut Episodic, &mut SocialMemory, &mut Needs),
) {
    let topics: Vec<Topic> = talk
        .topics
        .iter()
        .copied()
        .chain([talk.topic])
        .filter(|t| *t != Topic::Day)
        .collect();
    social.take_in(partner, now, impression, &topics);
    let exchanged = talk
        .lines
        .iter()
        .filter(|l| l.speaker == me || l.to == me)
        .count();
    needs.add(Need::Company, 0.05 * exchanged as f32, now);
    if impression.remember.trim().is_empty() {
        return;
    }
    episodic.remember(Memory {
        at: now,
        kind: MemoryKind::Chat,
        importance: impression.importance.clamp(1, 10),
        about: Some(partner),
        place: talk.place,
        text: impression.remember.chars().take(300).collect(),
        predicate: Predicate::TalkedWith,
        object: impression.about.clone(),
        ..Memory::default()
    });
}
