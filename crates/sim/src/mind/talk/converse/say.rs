//! Saying lines: the words that were found, how loud they are, and the calls that go with them.

use super::{
    ask::LineAnswer,
    outcome::{pass_turn, set_length, share},
    recount::of_line,
    voice::{Voices, other, speaker},
};
use crate::{
    campus::{
        exchange::Step,
        people::Doing,
        talks::{Speech, SpeechAct, Talk, Topic},
    },
    conduct::{self, Conducting, Point, Situation, measures::RememberingLines},
    mind::{
        model::fit,
        outcome::refused,
        recollection::{Recollection, Recollections, Recounted},
        state::Mind,
        talk::{
            prompts::LONGEST_LINE,
            speech::{self, Speaker, Utterance},
        },
        thinking::{Ask, LineAsk},
        thought_queue::{Heard, ThoughtReply},
    },
    social::{self, Claimant, Claimed, Claims, Ledger, Lexicon},
    tools::{self, Stage, ToolCall},
};
use bevy::prelude::*;
use collegium_core::{
    dice::{Draw, Stream},
    ids::AgentId,
    spelling::words,
    text::one_line,
};
use collegium_llm::{Purpose, Unfit};

const WORDS: Draw = Draw::of("talk: the words of a line");

/// Says the lines that were thought of: those of the built-in mind in the same tick, those of
/// models when they have come.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn say_lines(
    mut stage: Stage,
    mut ledger: ResMut<Ledger>,
    mut heard: ResMut<Heard>,
    mut minds: Query<Mind<'static>>,
    mut voices: Voices,
    mut conduct: Conducting,
    mut recollections: Query<&mut Recollections>,
    mut claimed: ResMut<Claimed>,
    mut lexicon: Local<Option<Lexicon>>,
) -> Result {
    let lexicon = &*lexicon.get_or_insert_with(|| Lexicon::of(&stage.names()));
    let thought = heard.take(|ask| match ask {
        Ask::Line(line) => Ok(line),
        other => Err(other),
    });
    for (agent, ask, reply) in thought {
        let mut aside = None;
        let said = say(
            &mut stage,
            (&mut ledger, lexicon),
            &mut voices,
            &mut conduct,
            agent,
            (&ask, &reply),
            &mut aside,
        )?;
        if let Some(why) = aside {
            heard.put_aside(agent, Purpose::Line, why);
        }
        match said {
            Spoken::Said {
                memories,
                claims,
                by_model,
            } => {
                claimed.add(claims, by_model);
                let entity = stage.roster.entity(agent);
                conduct.count(agent, RememberingLines::All, 1);
                let resting = u32::from(memories.rests());
                conduct.count(agent, RememberingLines::FromMemory, resting);
                recollections.get_mut(entity)?.said(Recounted {
                    at: stage.now(),
                    with: ask.with,
                    memories,
                });
                continue;
            }
            Spoken::Hushed => continue,
            Spoken::Not => {}
        }
        let talk = ask.talk.and_then(|number| stage.talks.live.get(&number));
        if talk.is_some_and(|t| t.members.contains(&agent)) {
            // Nobody waits for a line that will not be said.
            if talk.is_some_and(|t| t.turn == agent) {
                tools::leave_talk(&mut stage, agent)?;
            }
            continue;
        }
        // Whoever had come to talk, and for nothing else, decides again: there was nobody to turn
        // to, or the talk that they came to is over.
        let person = stage.look(agent)?;
        let doing = person.activity.doing;
        let alone = person.activity.talk.is_none();
        if doing == Doing::Idle && !stage.undecided.0.contains(&agent) {
            refused(&mut stage, &mut minds, agent, None)?;
        } else if doing == Doing::Chatting && alone {
            stage.begin(agent, Doing::Idle, None)?;
        }
    }
    Ok(())
}

/// Whether words are so few that people say them again and again, and back to each other: a
/// greeting, a yes, a thank-you.
fn is_brief(text: &str) -> bool {
    /// The most words, and the most characters where a character is a syllable.
    const BRIEF: (usize, usize) = (2, 4);
    let syllables = text.chars().filter(|c| *c >= '\u{2e80}').count();
    words(text).len() <= BRIEF.0 && syllables <= BRIEF.1
}

/// Why the words of a model are not fit to be said.
fn unfit(me: &Speaker<'_>, talk: Option<&Talk>, text: &str) -> Option<Unfit> {
    if !text.chars().any(char::is_alphabetic) {
        return Some(Unfit::Empty);
    }
    if !is_brief(text) && (me.social.has_said(text) || speech::repeats(talk, text)) {
        return Some(Unfit::Repeats);
    }
    fit::unfit(text, me.persona.language)
}

/// The memories that a model cited for its words; where the words are the built-in mind's, why those
/// of a model were put aside for them, if there were any.
type Rests = Result<Recollection, Option<Unfit>>;

/// The words of a line: the model's where they are fit to be said, else the built-in mind's. With
/// whether its speaker leaves, and why a model's words were put aside.
fn find_words(
    me: &Speaker<'_>,
    ask: &LineAsk,
    talk: Option<&Talk>,
    reply: &ThoughtReply,
    roll: &mut Stream,
) -> (Utterance, bool, Rests) {
    let mut aside = reply.is_answer().then_some(Unfit::Unread);
    if let Some(LineAnswer {
        say,
        tells,
        answer,
        leaves,
        used,
    }) = reply.read::<LineAnswer>()
    {
        let text = one_line(&say, LONGEST_LINE);
        aside = unfit(me, talk, &text);
        if aside.is_none() {
            let mut tells: Vec<u32> = tells
                .into_iter()
                .filter(|f| ask.offers.contains(f))
                .collect();
            tells.sort_unstable();
            tells.dedup();
            let accepts = ask.invitation.map(|_| answer.as_deref() == Some("accept"));
            return (
                Utterance {
                    text,
                    tells,
                    accepts,
                },
                leaves,
                Ok(Recollection::cited(&ask.memories, used.as_ref())),
            );
        }
    }
    (speech::words(me, ask, talk, roll), false, Err(aside))
}

/// A line as somebody means to say it.
struct Line {
    act: SpeechAct,
    words: Utterance,
    /// Whether they leave after it.
    leaves: bool,
    rests: Rests,
}

/// What became of a line.
enum Spoken {
    /// It could not be said.
    Not,
    /// They thought better of it.
    Hushed,
    /// It was said.
    Said {
        /// What it rests on.
        memories: Recollection,
        /// What its sentences claim.
        claims: Claims,
        /// Whether a model made the words.
        by_model: bool,
    },
}

/// Which part of an exchange a line is that was said with an act. What an answer in a model's words
/// comes to is not known.
fn step_of(ask: &LineAsk, act: SpeechAct, spoken_by_model: bool) -> Option<Step> {
    let step = ask.step.filter(|_| act == ask.act)?;
    let known = step.gist.filter(|_| !spoken_by_model);
    Some(step.on(step.part, known))
}

/// Whether a line comes too late: while somebody thought the talk may have ended, or gone on
/// without them. `mine` is the talk they are in.
fn is_stale(stage: &Stage, agent: AgentId, ask: &LineAsk, mine: Option<u32>) -> bool {
    let talk = ask.talk.and_then(|n| stage.talks.live.get(&n));
    ask.talk.is_some() && talk.is_none()
        || mine.is_some() && (mine != ask.talk || talk.is_some_and(|t| t.turn != agent))
}

/// The line that somebody says who was asked for one: a farewell where there is nothing left to say
/// that was not said. `opens` is whether it opens a talk or joins one.
fn find_line(
    me: &Speaker<'_>,
    (ask, reply): (&LineAsk, &ThoughtReply),
    talk: Option<&Talk>,
    roll: &mut Stream,
    opens: bool,
) -> Line {
    let (mut words, leaves, mut rests) = find_words(me, ask, talk, reply, roll);
    let mut act = ask.act;
    // A model's words were looked through already.
    let by_model = rests.is_ok();
    let spent = words.text.is_empty() || !by_model && speech::repeats(talk, &words.text);
    if !opens && act != SpeechAct::Part && spent {
        act = SpeechAct::Part;
        let part = LineAsk::new(ask.with, SpeechAct::Part, Topic::Day);
        words = find_words(me, &part, talk, &ThoughtReply::BuiltIn, roll).0;
        rests = Err(rests.err().flatten());
    }
    Line {
        act,
        words,
        leaves: leaves || act == SpeechAct::Part,
        rests,
    }
}

/// Says one line and everything that goes with it.
fn say(
    stage: &mut Stage,
    (ledger, lexicon): (&mut Ledger, &Lexicon),
    voices: &mut Voices,
    conduct: &mut Conducting,
    agent: AgentId,
    (ask, reply): (&LineAsk, &ThoughtReply),
    aside: &mut Option<Unfit>,
) -> Result<Spoken> {
    let mine = stage.look(agent)?.activity.talk;
    if is_stale(stage, agent, ask, mine) {
        *aside = reply.is_answer().then_some(Unfit::Late);
        return Ok(Spoken::Not);
    }
    let opens = mine.is_none();
    let purpose = WORDS.nth(u64::from(ask.spoken));
    let mut roll = stage.dice.stream(agent.0, purpose, stage.clock.tick);
    let me = speaker(stage, ledger, voices, agent)?;
    let talk = ask.talk.and_then(|n| stage.talks.live.get(&n));
    let Line {
        act,
        words,
        leaves,
        rests,
    } = find_line(&me, (ask, reply), talk, &mut roll, opens);
    let spoken_by_model = rests.is_ok();
    let memories = rests.unwrap_or_else(|why| {
        *aside = why;
        of_line(&me, ask.with, act, ask.topic, &words.tells)
    });
    let claims = claimed(&me, &words.text, talk, (&memories, lexicon));
    let about = Some(other(stage, voices, agent, ask.with, !opens)?);
    let situation = Situation {
        other: about,
        optional: !opens,
        ..conduct::situation(stage, agent, Point::Voice)?
    };
    let voice = conduct::decide(conduct, stage, agent, situation)?;
    if voice == conduct::points::Voice::Hush {
        tools::leave_talk(stage, agent)?;
        return Ok(Spoken::Hushed);
    }
    let Utterance {
        text,
        tells,
        accepts,
    } = words;
    let call = ToolCall::Talk(tools::Talk {
        with: ask.with,
        text: text.clone(),
        loud: voice == conduct::points::Voice::SpeakUp || act == SpeechAct::Apologise,
    });
    let speech = Speech {
        act: Some(act),
        topic: if act == SpeechAct::Part {
            Topic::Day
        } else {
            ask.topic
        },
        tells,
        step: step_of(ask, act, spoken_by_model),
    };
    if tools::speak(stage, agent, &call, speech)?.is_err() {
        if !opens {
            tools::leave_talk(stage, agent)?;
        }
        return Ok(Spoken::Not);
    }
    let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(agent))?;
    social.says(&text);
    let spoken = Spoken::Said {
        memories,
        claims,
        by_model: spoken_by_model,
    };
    let Some(number) = stage.look(agent)?.activity.talk else {
        return Ok(spoken);
    };
    if opens && ask.talk.is_none() {
        set_length(stage, voices, number, act)?;
    }
    if let (Some(invitation), Some(accept)) = (ask.invitation, accepts) {
        reply_to(stage, agent, invitation, accept)?;
    }
    if let Some(to) = ask.occasion.filter(|_| act == ask.act) {
        // A refusal (the other has heard of it meanwhile, say) is recorded like any other.
        let _ = tools::call(
            stage,
            agent,
            &ToolCall::Invite(tools::Invite { with: ask.with, to }),
        )?;
    }
    share(stage, ledger, voices, agent, number)?;
    pass_turn(stage, number, act)?;
    if leaves {
        tools::leave_talk(stage, agent)?;
    }
    Ok(spoken)
}

/// What somebody may repeat word for word in a line: the tasks of those in the talk, and what is
/// posted, where they quote.
fn repeated<'a>(me: &Speaker<'a>, talk: Option<&Talk>, text: &str) -> Vec<&'a str> {
    let members = talk.into_iter().flat_map(|talk| &talk.members);
    let people = &me.names.scenario.people;
    let tasks = members
        .filter_map(|who| people.get(who.0 as usize))
        .map(|(persona, _)| persona)
        .chain([me.persona])
        .flat_map(|persona| &persona.tasks)
        .flat_map(|task| task.parts.iter().chain([&task.what]))
        .map(String::as_str);
    let quotes = text.contains(['“', '「', '"']);
    let feed = me.around.feed.filter(|_| quotes).into_iter();
    let posts = feed.flat_map(|feed| feed.posts.iter().map(|(_, post)| post.text.as_str()));
    tasks.chain(posts).collect()
}

/// What the sentences of a line claim, by what its speaker can know: what is fixed for them, whom
/// they know, what they have heard in this talk, and the memories that were there for it.
fn claimed(
    me: &Speaker<'_>,
    text: &str,
    talk: Option<&Talk>,
    (memories, lexicon): (&Recollection, &Lexicon),
) -> Claims {
    let lines = talk.into_iter().flat_map(|talk| &talk.lines);
    let memories = memories.offered.iter().chain(&memories.used);
    let memories: Vec<_> = memories.filter_map(|n| me.episodic.get(*n)).collect();
    let heard = lines
        .filter(|line| line.speaker != me.agent)
        .map(|line| line.text.as_str())
        .chain(memories.iter().map(|memory| memory.text.as_str()))
        .chain(me.persona.own_words())
        .collect();
    let planned = me.plan.items.iter().flat_map(|i| [i.from, i.to]);
    let invited = me.invitations.of(me.agent).map(|invited| invited.begins);
    let remembered = memories.iter().map(|memory| memory.at);
    let by = Claimant {
        agent: me.agent,
        persona: me.persona,
        timetable: me.timetable,
        social: me.social,
        ledger: me.ledger,
        plans: planned.chain(invited).chain(remembered).collect(),
        heard,
        repeats: repeated(me, talk, text),
        near: &me.around.near,
        now: me.now,
        names: me.names,
    };
    social::claims(text, &by, lexicon)
}

/// Answers an invitation.
fn reply_to(stage: &mut Stage, agent: AgentId, invitation: u32, accept: bool) -> Result {
    let call = |accept| ToolCall::Reply(tools::Reply { invitation, accept });
    if tools::call(stage, agent, &call(accept))?.is_err() {
        // They said yes to what they have no time for: that is a no.
        let _ = tools::call(stage, agent, &call(false))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_may_come_back() {
        for brief in ["Hello!", "Thank you.", "No", "Xin chào!", "你好！", "D'am"] {
            assert!(is_brief(brief), "{brief}");
        }
        for long in ["I have class now", "Tôi đi học đây", "我五点在图书馆"] {
            assert!(!is_brief(long), "{long}");
        }
    }
}
