//! What a conversation leaves behind in each who took part: how close, what feeling, what is
//! thought of the other, what is remembered.

use crate::{
    campus::{
        people::{Need, Needs, Persona, Relation},
        talks::{Line, SpeechAct, Talk, Topic},
    },
    memory::{Episodic, Feeling, Impression, Memory, MemoryKind, Object, Predicate, SocialMemory},
    tools::{Names, tell},
};
use collegium_core::{i18n::key, ids::AgentId, time::SimTime};

/// What the built-in mind makes of a talk of `me` with `partner`: from what was said and done, and
/// from what they are to each other.
pub fn built_in(
    talk: &Talk,
    (me, persona): (AgentId, &Persona),
    partner: AgentId,
    social: &SocialMemory,
    names: &Names<'_>,
) -> Impression {
    let between = Between::of(talk, (me, persona), partner, social, names);
    let (warmth, feeling) = (between.warmth(), between.feeling());
    let news = talk
        .lines
        .iter()
        .rev()
        .find(|l| l.speaker == partner && !l.speech.tells.is_empty());
    let best = news.or_else(|| telling(talk, partner));
    let importance = between.importance();
    Impression {
        summary: summary(talk, (me, partner), feeling, news, names),
        feeling,
        closeness_change: warmth.clamp(-1.0, 1.0),
        remember: remembered(talk, (me, partner), best, names),
        about: best.and_then(|line| Object::of_talk(line.speech.topic)),
        importance: importance.clamp(1.0, 8.0) as u8,
    }
}

/// What passed between two in a talk, and what the other was to one before.
struct Between<'a> {
    talk: &'a Talk,
    partner: AgentId,
    /// How many lines the two said together.
    exchanged: f32,
    /// How many facts the other told.
    told: f32,
    /// The other's courtesy, 0 to 1.
    courtesy: f32,
    closeness: f32,
    kind: Option<Relation>,
    /// Whether they rub each other up the wrong way.
    quarrel: bool,
}

impl<'a> Between<'a> {
    fn of(
        talk: &'a Talk,
        (me, persona): (AgentId, &Persona),
        partner: AgentId,
        social: &SocialMemory,
        names: &Names<'_>,
    ) -> Self {
        let lines = talk.lines.iter();
        let theirs = lines.clone().filter(|l| l.speaker == partner);
        let kind = social.known.get(&partner).map(|k| k.kind);
        let courtesy = names.persona(partner).map_or(0.5, |p| p.traits.courtesy);
        let closeness = social.closeness(partner);
        // Two rough people who are not close do, and rivals always.
        let rough = courtesy + persona.traits.courtesy < 0.75 && closeness < 4.0;
        Self {
            talk,
            partner,
            exchanged: lines
                .filter(|l| l.speaker == me || l.speaker == partner)
                .count() as f32,
            told: theirs.map(|l| l.speech.tells.len()).sum::<usize>() as f32,
            courtesy,
            closeness,
            kind,
            quarrel: kind == Some(Relation::Rival) || rough,
        }
    }

    /// How many lines of the other had that purpose.
    fn theirs(&self, act: SpeechAct) -> f32 {
        let lines = self.talk.lines.iter();
        lines
            .filter(|l| l.speaker == self.partner && l.speech.act == Some(act))
            .count() as f32
    }

    /// How much closer it brought one to the other, in points of closeness (0 to 10); less than 0
    /// for further away.
    fn warmth(&self) -> f32 {
        if self.quarrel {
            return -0.06 - 0.02 * self.exchanged;
        }
        let invited = self.theirs(SpeechAct::Invite).min(1.0);
        let kind = self.theirs(SpeechAct::Comfort)
            + self.theirs(SpeechAct::Thank)
            + self.theirs(SpeechAct::Apologise);
        0.022 * self.exchanged
            + 0.05 * self.told
            + 0.12 * invited
            + 0.1 * kind.min(2.0)
            + 0.06 * (self.courtesy - 0.5)
    }

    /// What one feels towards the other after it.
    fn feeling(&self) -> Feeling {
        let helped = self.theirs(SpeechAct::Comfort) + self.theirs(SpeechAct::Thank) > 0.0;
        match self.kind {
            Some(Relation::Rival) => Feeling::Wary,
            _ if self.quarrel => Feeling::Annoyed,
            _ if helped => Feeling::Grateful,
            Some(Relation::Teacher) => Feeling::Admiring,
            _ if self.closeness > 7.0 => Feeling::Fond,
            _ if self.told > 0.0 && self.closeness < 4.0 => Feeling::Curious,
            _ if self.closeness > 3.0 || self.theirs(SpeechAct::Invite) > 0.0 => Feeling::Warm,
            _ => Feeling::Neutral,
        }
    }

    /// How much the talk is worth remembering, from 2 up.
    fn importance(&self) -> f32 {
        2.0 + self.closeness / 3.5 + self.told + if self.quarrel { 1.0 } else { 0.0 }
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

/// What is thought of the other, in the language one thinks in: what news they had, or else what
/// the talk was about.
fn summary(
    talk: &Talk,
    (me, partner): (AgentId, AgentId),
    feeling: Feeling,
    news: Option<&Line>,
    names: &Names<'_>,
) -> String {
    let words = names.words_of(me);
    let who = ("who", names.first(partner).into());
    let manner = ("manner", words.label("manner", feeling.word()).into());
    if let Some(line) = news {
        let values = [who, manner, ("what", line.text.as_str().into())];
        return words.say_with("impression-told", &values);
    }
    let topics = talk.topics.iter().chain([&talk.topic]);
    let mut subjects = topics.filter_map(|topic| tell::subject(words, *topic, names));
    let what = match (subjects.next(), subjects.next()) {
        (None, _) => return words.say_with("impression-slight", &[who, manner]),
        (Some(one), None) => one,
        (Some(one), Some(two)) => {
            words.say_with("both", &[("one", one.into()), ("two", two.into())])
        }
    };
    words.say_with("impression-about", &[who, manner, ("what", what.into())])
}

/// What is remembered of the talk: where it was, and the line of the other that said most.
fn remembered(
    talk: &Talk,
    (me, partner): (AgentId, AgentId),
    best: Option<&Line>,
    names: &Names<'_>,
) -> String {
    let words = names.words_of(me);
    let place = talk
        .place
        .map_or_else(|| words.say(key("on-the-way")), |p| names.place(p));
    let with = ("with", names.person(partner).into());
    let place = ("place", place.into());
    match best {
        Some(line) => {
            let values = [with, place, ("what", line.text.as_str().into())];
            words.say_with("recalled-talk", &values)
        }
        None => words.say_with("recalled-talk-unanswered", &[with, place]),
    }
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
