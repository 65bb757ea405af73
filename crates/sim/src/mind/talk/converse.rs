//! Conversations: whose turn it is, what the line is for, who joins and who leaves. Words come from
//! a model or from `speech`; either way they are said through one path, [`say_lines`].

use crate::{
    campus::{
        people::{Doing, MindKind},
        talks::{MOST_MEMBERS, Speech, SpeechAct, Talk, Topic},
    },
    conduct::{self, Conducting, Other, Point, Situation},
    memory::{Episodic, SocialMemory},
    mind::{
        outcome::refused,
        state::{Mind, Plan},
        talk::{
            prompts::{self, LONGEST_LINE},
            speech::{self, Speaker, Words},
        },
        thinking::{Ask, LineAsk},
        thought_queue::{Heard, Reply, ThoughtQueue},
    },
    social::{self, Ledger},
    tools::{self, Breach, Stage, ToolCall, free_for_talk},
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    text::one_line,
    time::{Due, MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};

/// Conversations whose next line is due in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct LinesDue(pub Vec<u32>);

/// Somebody turns to somebody, to open a conversation or to join one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approach {
    /// The person who turns to somebody.
    pub agent: AgentId,
    /// The person they turn to.
    pub with: AgentId,
    /// What for; none for whatever there is to say.
    pub act: Option<SpeechAct>,
    /// Whether it is the step of an action that fails with it.
    pub failing: bool,
}

/// Those who turn to somebody in this tick.
#[derive(Resource, Clone, Debug, Default)]
pub struct Approaches(pub Vec<Approach>);

/// What a mind reads and changes of its person when they speak.
pub type Voice<'w> = (&'w Plan, &'w Episodic, &'w mut SocialMemory, &'w MindKind);

/// A query of every person's [`Voice`].
pub type Voices<'w, 's> = Query<'w, 's, Voice<'static>>;

/// How long a talk waits for a model's line, in simulated seconds; then it ends.
const PATIENCE: u32 = 10 * MINUTE;

/// How near somebody must be to be spoken to.
pub(in crate::mind) const NEAR: i16 = 3;

/// The answer of a model that was asked for a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineAnswer {
    /// The words of the line.
    pub say: String,
    /// The numbers of the facts they tell, of those offered.
    #[serde(default)]
    pub tells: Vec<u32>,
    /// `accept` or `decline`, where an invitation waits for an answer.
    #[serde(default)]
    pub answer: Option<String>,
    /// Whether the speaker leaves after it.
    #[serde(default)]
    pub leaves: bool,
}

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
        episodic,
        social,
        ledger,
        invitations: &stage.invitations,
        doing: person.activity.doing,
        place: stage.map().place_of(person.body.tile),
        now: stage.now(),
        dice: *stage.dice,
        names: stage.names(),
    })
}

/// The moment of a line, for the dice: no two lines of one person share one.
fn moment(stage: &Stage, spoken: usize) -> u64 {
    stage
        .clock
        .tick
        .wrapping_mul(16)
        .wrapping_add(spoken as u64)
}

/// Has somebody think about a line. Gives whether a model was asked.
fn ask_for_line(
    stage: &Stage,
    (ledger, conduct): (&Ledger, &Conducting),
    voices: &Voices,
    (thoughts, heard): (&mut ThoughtQueue, &mut Heard),
    (agent, with, number): (AgentId, AgentId, Option<u32>),
    act: Option<SpeechAct>,
) -> Result<bool> {
    let me = speaker(stage, ledger, voices, agent)?;
    let talk = number.and_then(|n| stage.talks.live.get(&n));
    let spoken = talk.map_or(0, |t| t.lines.len());
    let mut roll = stage
        .dice
        .stream(agent.0, Draw::Speech, moment(stage, spoken));
    let mut ask = match act {
        Some(act) => LineAsk::new(with, act, Topic::Courtesy),
        None => speech::choose(&me, with, talk, stage.map(), &mut roll),
    };
    (ask.talk, ask.spoken) = (number, spoken as u16);
    let (.., mind) = voices.get(stage.roster.entity(agent))?;
    if mind.is_model() {
        ask.offers = speech::tellable(&me, with, talk)
            .into_iter()
            .map(|(_, fact)| fact)
            .take(4)
            .collect();
        let more: Vec<u32> = ask
            .tells
            .iter()
            .copied()
            .filter(|f| !ask.offers.contains(f))
            .collect();
        ask.offers.extend(more);
    }
    let features = &stage.setting.0.features;
    thoughts.ask(
        heard,
        (agent, me.persona, mind),
        me.now,
        Ask::Line(Box::new(ask)),
        |ask| match ask {
            Ask::Line(ask) => {
                let lessons = conduct.lessons(agent).map(|l| &**l);
                prompts::line((&me, lessons), ask, talk, features.social_impressions)
            }
            // Only a line was asked for.
            _ => collegium_llm::Prompt {
                system: String::new(),
                user: String::new(),
                schema: String::new(),
                most_tokens: 1,
            },
        },
    );
    Ok(mind.is_model())
}

/// Sees to the conversations whose next line is due: who speaks, to whom, and what for.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn begin_lines(
    mut stage: Stage,
    ledger: Res<Ledger>,
    mut due: ResMut<LinesDue>,
    mut approaches: ResMut<Approaches>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    voices: Voices,
    conduct: Conducting,
) -> Result {
    let now = stage.now();
    for number in std::mem::take(&mut due.0) {
        let Some(talk) = stage.talks.live.get(&number) else {
            continue;
        };
        if talk.next_at > now || talk.waits.is_some_and(|until| until > now) {
            continue;
        }
        if talk.waits.is_some() {
            tools::end_talk(&mut stage, number)?;
            continue;
        }
        let agent = next_speaker(talk);
        let with = talk.partner(agent);
        if must_go(&stage, agent)?
            && let Some(talk) = stage.talks.live.get_mut(&number)
            && !talk.leaving.contains(&agent)
        {
            talk.leaving.push(agent);
        }
        let Some(talk) = stage.talks.live.get_mut(&number) else {
            continue;
        };
        (talk.turn, talk.waits) = (agent, Some(now.plus(PATIENCE)));
        let queues = (&mut *thoughts, &mut *heard);
        let asked = ask_for_line(
            &stage,
            (&ledger, &conduct),
            &voices,
            queues,
            (agent, with, Some(number)),
            None,
        )?;
        if asked {
            stage.agenda.put(now.plus(PATIENCE), Due::Line(number));
        }
        approaches.0.extend(joins(&stage, &voices, number)?);
    }
    Ok(())
}

/// Who speaks next: who is about to leave, or whose turn it is.
fn next_speaker(talk: &Talk) -> AgentId {
    let last = talk.lines.last().map(|l| l.speaker);
    talk.leaving
        .iter()
        .copied()
        .find(|a| Some(*a) != last)
        .unwrap_or(talk.turn)
}

/// Somebody nearby who would like to join a talk.
fn joins(stage: &Stage, voices: &Voices, number: u32) -> Result<Option<Approach>> {
    let Some(talk) = stage.talks.live.get(&number) else {
        return Ok(None);
    };
    let room =
        talk.members.len() < MOST_MEMBERS && talk.lines.len() + 3 < usize::from(talk.length).max(5);
    if !room || talk.lines.len().is_multiple_of(2) || talk.topic == Topic::Courtesy {
        return Ok(None);
    }
    let tile = stage.look(talk.turn)?.body.tile;
    let attention = usize::from(stage.setting.0.perception.attention);
    let near = stage
        .neighbourhood
        .nearest(tile, NEAR, attention, |who, there| {
            !talk.all.contains(&who) && stage.hears(tile, there, false)
        });
    for agent in near {
        let person = stage.look(agent)?;
        let leisure = !matches!(
            person.activity.doing,
            Doing::Working | Doing::Studying | Doing::Queueing | Doing::Idle
        );
        if person.activity.talk.is_some() || !leisure || !free_for_talk(person.activity.doing) {
            continue;
        }
        let (.., social, _) = voices.get(stage.roster.entity(agent))?;
        let closest = |a: &AgentId, b: &AgentId| {
            social
                .closeness(*a)
                .total_cmp(&social.closeness(*b))
                .then(b.cmp(a))
        };
        let Some(with) = talk.members.iter().copied().max_by(closest) else {
            continue;
        };
        let mut roll = stage
            .dice
            .stream(agent.0, Draw::Talk, stage.clock.tick ^ 0x0101_0101);
        let wish = 0.1 * person.persona.traits.sociability + 0.035 * social.closeness(with);
        if roll.chance(wish) {
            return Ok(Some(Approach {
                agent,
                with,
                act: None,
                failing: false,
            }));
        }
    }
    Ok(None)
}

/// Lets those who turn to somebody find words: to open a talk, to join one, or to apologise.
///
/// # Errors
/// Never for people of the roster.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters are what it reads and changes"
)]
pub fn approach(
    mut stage: Stage,
    ledger: Res<Ledger>,
    mut approaches: ResMut<Approaches>,
    mut thoughts: ResMut<ThoughtQueue>,
    mut heard: ResMut<Heard>,
    mut minds: Query<Mind<'static>>,
    voices: Voices,
    mut conduct: Conducting,
) -> Result {
    approaches.0.extend(courtesies(&stage, &mut conduct)?);
    for Approach {
        agent,
        with,
        act,
        failing,
    } in std::mem::take(&mut approaches.0)
    {
        let person = stage.look(agent)?;
        let waits = {
            let (.., mind) = voices.get(stage.roster.entity(agent))?;
            mind.is_model() && thoughts.waits(agent, |p| p == collegium_llm::Purpose::Line)
        };
        // An apology is called over, if need be.
        let heard_there = stage.hears(
            person.body.tile,
            stage.look(with)?.body.tile,
            act == Some(SpeechAct::Apologise),
        );
        let may = !waits && person.activity.talk.is_none() && heard_there;
        let dares =
            may && (act.is_some() || dares_to_talk(&stage, &mut conduct, &voices, agent, with)?);
        if !dares {
            if failing {
                refused(&mut stage, &mut minds, agent, None)?;
            }
            continue;
        }
        let number = stage.look(with)?.activity.talk;
        let queues = (&mut *thoughts, &mut *heard);
        let asked = ask_for_line(
            &stage,
            (&ledger, &conduct),
            &voices,
            queues,
            (agent, with, number),
            act,
        )?;
        if asked && stage.look(agent)?.activity.doing == Doing::Idle {
            let until = stage.now().plus(2 * MINUTE);
            stage.begin(agent, Doing::Chatting, Some(until))?;
        }
    }
    Ok(())
}

/// Whether somebody speaks to somebody, here and now.
fn dares_to_talk(
    stage: &Stage,
    conduct: &mut Conducting,
    voices: &Voices,
    agent: AgentId,
    with: AgentId,
) -> Result<bool> {
    let other = Some(other(stage, voices, agent, with, false)?);
    let situation = Situation {
        other,
        ..conduct::situation(stage, agent, Point::Talk)?
    };
    Ok(conduct::decide(conduct, stage, agent, situation)? == conduct::Act::Begin)
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

/// Those who have just broken a norm at somebody's cost and are courteous enough to say so.
fn courtesies(stage: &Stage, conduct: &mut Conducting) -> Result<Vec<Approach>> {
    let mut all = Vec::new();
    for occurrence in &stage.occurrences.list {
        let Some(agent) = occurrence.agent else {
            continue;
        };
        if let Some(Breach::QueueCutting { passed: Some(with) }) = occurrence.event.breach() {
            let with = *with;
            let situation = conduct::situation(stage, agent, Point::Amends)?;
            if conduct::decide(conduct, stage, agent, situation)? == conduct::Act::Apologise {
                all.push(Approach {
                    agent,
                    with,
                    act: Some(SpeechAct::Apologise),
                    failing: false,
                });
            }
        }
    }
    Ok(all)
}

/// Says the lines that were thought of: those of the built-in mind in the same tick, those of
/// models when they have come.
///
/// # Errors
/// Never for people of the roster.
pub fn say_lines(
    mut stage: Stage,
    mut ledger: ResMut<Ledger>,
    mut heard: ResMut<Heard>,
    mut minds: Query<Mind<'static>>,
    mut voices: Voices,
    mut conduct: Conducting,
) -> Result {
    let thought = heard.take(|ask| match ask {
        Ask::Line(line) => Ok(line),
        other => Err(other),
    });
    for (agent, ask, reply) in thought {
        if say(
            &mut stage,
            &mut ledger,
            &mut voices,
            &mut conduct,
            agent,
            (&ask, &reply),
        )? {
            continue;
        }
        if let Some(number) = ask.talk {
            // Nobody waits for a line that will not be said.
            if stage
                .talks
                .live
                .get(&number)
                .is_some_and(|t| t.turn == agent && t.members.contains(&agent))
            {
                tools::leave_talk(&mut stage, agent)?;
            }
        } else {
            let person = stage.look(agent)?;
            // Whoever had come to talk, and for nothing else, decides again.
            if person.activity.doing == Doing::Idle {
                refused(&mut stage, &mut minds, agent, None)?;
            } else if person.activity.doing == Doing::Chatting && person.activity.talk.is_none() {
                stage.begin(agent, Doing::Idle, None)?;
            }
        }
    }
    Ok(())
}

/// The words of a line: the model's where they are fit to be said, else the built-in mind's.
fn find_words(
    me: &Speaker<'_>,
    ask: &LineAsk,
    talk: Option<&Talk>,
    reply: &Reply,
    moment: u64,
) -> (Words, bool) {
    if let Some(LineAnswer {
        say,
        tells,
        answer,
        leaves,
    }) = reply.read::<LineAnswer>()
    {
        let text = one_line(&say, LONGEST_LINE);
        if !text.is_empty() && !me.social.has_said(&text) && !speech::repeats(talk, &text) {
            let mut tells: Vec<u32> = tells
                .into_iter()
                .filter(|f| ask.offers.contains(f))
                .collect();
            tells.sort_unstable();
            tells.dedup();
            let accepts = ask.invitation.map(|_| answer.as_deref() == Some("accept"));
            return (
                Words {
                    text,
                    tells,
                    accepts,
                },
                leaves,
            );
        }
    }
    let mut roll = me.dice.stream(me.agent.0, Draw::Speech, moment ^ 1 << 63);
    (speech::words(me, ask, talk, &mut roll), false)
}

/// Says one line and everything that goes with it. False when it could not be said.
fn say(
    stage: &mut Stage,
    ledger: &mut Ledger,
    voices: &mut Voices,
    conduct: &mut Conducting,
    agent: AgentId,
    (ask, reply): (&LineAsk, &Reply),
) -> Result<bool> {
    let talk = ask.talk.and_then(|n| stage.talks.live.get(&n));
    let mine = stage.look(agent)?.activity.talk;
    // While somebody thought the talk may have ended, or gone on without them.
    let stale = ask.talk.is_some() && talk.is_none()
        || mine.is_some() && (mine != ask.talk || talk.is_some_and(|t| t.turn != agent));
    if stale {
        return Ok(false);
    }
    let opens = mine.is_none();
    let moment = moment(stage, usize::from(ask.spoken));
    let me = speaker(stage, ledger, voices, agent)?;
    let (mut words, mut leaves) = find_words(&me, ask, talk, reply, moment);
    let mut act = ask.act;
    if !opens
        && act != SpeechAct::Part
        && (words.text.is_empty() || speech::repeats(talk, &words.text))
    {
        // There is nothing left to say that was not said.
        act = SpeechAct::Part;
        let part = LineAsk::new(ask.with, SpeechAct::Part, Topic::Day);
        words = find_words(&me, &part, talk, &Reply::BuiltIn, moment).0;
    }
    leaves |= act == SpeechAct::Part;
    let about = Some(other(stage, voices, agent, ask.with, !opens)?);
    let situation = Situation {
        other: about,
        optional: !opens,
        ..conduct::situation(stage, agent, Point::Voice)?
    };
    let voice = conduct::decide(conduct, stage, agent, situation)?;
    if voice == conduct::Act::Hush {
        tools::leave_talk(stage, agent)?;
        return Ok(true);
    }
    let loud = voice == conduct::Act::SpeakUp || act == SpeechAct::Apologise;
    let Words {
        text,
        tells,
        accepts,
    } = words;
    let call = ToolCall::Talk(tools::Talk {
        with: ask.with,
        text: text.clone(),
        loud,
    });
    let speech = Speech {
        act: Some(act),
        topic: if act == SpeechAct::Part {
            Topic::Day
        } else {
            ask.topic
        },
        tells,
    };
    if tools::speak(stage, agent, &call, speech)?.is_err() {
        if !opens {
            tools::leave_talk(stage, agent)?;
        }
        return Ok(false);
    }
    let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(agent))?;
    social.says(&text);
    let Some(number) = stage.look(agent)?.activity.talk else {
        return Ok(true);
    };
    if opens && ask.talk.is_none() {
        set_length(stage, voices, number, act)?;
    }
    if let (Some(invitation), Some(accept)) = (ask.invitation, accepts)
        && tools::call(
            stage,
            agent,
            &ToolCall::Reply(tools::Reply { invitation, accept }),
        )?
        .is_err()
    {
        // They said yes to what they have no time for: that is a no.
        let _ = tools::call(
            stage,
            agent,
            &ToolCall::Reply(tools::Reply {
                invitation,
                accept: false,
            }),
        )?;
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
    Ok(true)
}

/// Lets the last line of a talk be learned from, and speaker and listeners note what the others now
/// know.
fn share(
    stage: &mut Stage,
    ledger: &mut Ledger,
    voices: &mut Voices,
    agent: AgentId,
    number: u32,
) -> Result {
    let told = {
        let entities = stage.roster.0.clone();
        let closeness = |a: AgentId, b: AgentId| {
            entities
                .get(a.0 as usize)
                .and_then(|e| voices.get(*e).ok())
                .map_or(0.0, |(_, _, s, _)| s.closeness(b))
        };
        social::spread(stage, ledger, number, &closeness)?
    };
    for (listener, fact) in told {
        let about = ledger.fact(fact).and_then(|f| f.who);
        let news = ledger
            .fact(fact)
            .is_some_and(|f| f.kind == social::FactKind::News);
        let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(listener))?;
        social.learns(agent, fact);
        // Gossip changes how one sees the one whom it is about: news of broken norms for the worse,
        // stories for the better.
        if let Some(about) = about.filter(|w| *w != agent && *w != listener) {
            social.warm_to(about, if news { -0.12 } else { 0.05 });
        }
        let (_, _, mut social, _) = voices.get_mut(stage.roster.entity(agent))?;
        social.learns(listener, fact);
    }
    Ok(())
}

/// Among several, whoever was not asked anything may be passed over: the turn goes to who has been
/// silent, the sociable rather.
fn pass_turn(stage: &mut Stage, number: u32, act: SpeechAct) -> Result {
    let asks = matches!(
        act,
        SpeechAct::Ask
            | SpeechAct::Greet
            | SpeechAct::Introduce
            | SpeechAct::Invite
            | SpeechAct::Arrange
            | SpeechAct::Apologise
    );
    let Some(talk) = stage
        .talks
        .live
        .get(&number)
        .filter(|t| t.members.len() > 2 && !asks)
    else {
        return Ok(());
    };
    let Some(last) = talk
        .lines
        .last()
        .map(|l| l.speaker)
        .filter(|l| *l != talk.turn && talk.waits.is_none())
    else {
        return Ok(());
    };
    let mut roll = stage
        .dice
        .stream(number, Draw::Talk, stage.clock.tick ^ 0x7u64 << 50);
    let mut best: Option<(f32, AgentId)> = None;
    for member in talk.others(last) {
        let sociability = stage.look(member)?.persona.traits.sociability;
        let silent = talk.silent_for(member).min(8) as f32;
        let weight = (1.0 + silent) * (0.4 + sociability) * (0.5 + roll.unit());
        if best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, member));
        }
    }
    if let (Some((_, member)), Some(talk)) = (best, stage.talks.live.get_mut(&number)) {
        talk.turn = member;
    }
    Ok(())
}

/// How many lines those who begin to talk will exchange.
fn set_length(stage: &mut Stage, voices: &Voices, number: u32, act: SpeechAct) -> Result {
    let Some((agent, other)) = stage
        .talks
        .live
        .get(&number)
        .map(|t| (t.opener(), t.other()))
    else {
        return Ok(());
    };
    let (.., social, _) = voices.get(stage.roster.entity(agent))?;
    let closeness = social.closeness(other);
    let sociability = stage.look(agent)?.persona.traits.sociability
        + stage.look(other)?.persona.traits.sociability;
    let mut roll = stage
        .dice
        .stream(agent.0, Draw::Talk, stage.clock.tick ^ 0x7a1c);
    let lines = 3.5 + 2.0 * sociability + closeness / 2.2 + 2.0 * roll.bell();
    if let Some(talk) = stage.talks.live.get_mut(&number) {
        talk.length = if act == SpeechAct::Apologise {
            3
        } else {
            lines.clamp(4.0, 13.0) as u8
        };
    }
    Ok(())
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
