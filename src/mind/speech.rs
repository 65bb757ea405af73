//! What the built-in mind says: lines made from persona, plan, memories and what is going on, never from a model.

use super::{
    outlook::Outlook,
    state::{Action, Plan},
};
use crate::{
    campus::{
        AgentId,
        people::{Doing, Persona, Relation, Role},
        talks::Talk,
    },
    dice::Stream,
    memory::{Cue, Episodic, Memory, MemoryKind, SocialMemory},
    time::SimTime,
    tools::Names,
};

/// What a speaker goes by.
pub struct Speaker<'a> {
    /// Its number.
    pub agent: AgentId,
    /// Who it is.
    pub persona: &'a Persona,
    /// Its plan of the day.
    pub plan: &'a Plan,
    /// Its memories.
    pub episodic: &'a Episodic,
    /// Whom it knows.
    pub social: &'a SocialMemory,
    /// What it is doing.
    pub doing: Doing,
    /// Now.
    pub now: SimTime,
}

/// What a line of a conversation is for, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Greet,
    Answer,
    Share,
    React,
    Ask,
    Part,
}

fn turn(spoken: usize, length: u8) -> Move {
    let last = usize::from(length).saturating_sub(1);
    match spoken {
        0 => Move::Greet,
        n if n >= last => Move::Part,
        1 => Move::Answer,
        n if n % 3 == 2 => Move::Share,
        n if n % 3 == 0 => Move::React,
        _ => Move::Ask,
    }
}

/// The next line of a conversation.
pub fn line(
    speaker: &Speaker<'_>,
    partner: AgentId,
    talk: Option<&Talk>,
    names: &Names<'_>,
    roll: &mut Stream,
) -> String {
    let (spoken, length) = talk.map_or((0, 6), |t| (t.lines.len(), t.length));
    let text = match turn(spoken, length) {
        Move::Greet => greet(speaker, partner, names, roll),
        Move::Answer => answer(speaker, partner, names, roll),
        Move::Share => share(speaker, partner, talk, names, roll),
        Move::React => react(speaker, talk, roll),
        Move::Ask => ask(speaker, partner, names, roll),
        Move::Part => part(speaker, partner, talk, names, roll),
    };
    flavour(text, speaker.persona)
}

fn choose(roll: &mut Stream, options: &[&str]) -> String {
    roll.pick(options).map_or_else(String::new, |s| (*s).to_owned())
}

/// Small habits of speech by character.
fn flavour(text: String, persona: &Persona) -> String {
    if persona.traits.energy > 0.85 && text.ends_with('.') && text.len() < 60 {
        return format!("{}!", text.trim_end_matches('.'));
    }
    text
}

/// How strangers begin.
const ICEBREAKERS: [&str; 10] = [
    "Is this seat taken? I don't think we've met.",
    "Hello, I've seen you {place}. I don't know your name yet.",
    "Hi. We keep crossing paths, don't we?",
    "Excuse me, do you know your way around here? I am still learning.",
    "Good to see a new face. I'm with {group}; and you?",
    "I'm from {origin}, and I still get lost between the halls. You too?",
    "May I ask what brought you to Larkmoor?",
    "That looks good, whatever it is. Hello, by the way.",
    "I have been meaning to say hello all week.",
    "You look as if you knew where to find quiet in this place.",
];

fn greet(speaker: &Speaker<'_>, partner: AgentId, names: &Names<'_>, roll: &mut Stream) -> String {
    let first = names.first(partner);
    let known = speaker.social.known.get(&partner);
    let hour = speaker.now.hour();
    let day = if hour < 11.0 {
        "Good morning"
    } else if hour < 17.5 {
        "Good afternoon"
    } else {
        "Good evening"
    };
    let formal = speaker.persona.traits.courtesy > 0.75
        || names.persona(partner).is_some_and(|p| p.role == Role::Teacher && speaker.persona.role == Role::Student);
    let hello = match known {
        None => {
            let place = if speaker.doing == Doing::Eating { "at table" } else { "about" };
            return choose(roll, &ICEBREAKERS)
                .replace("{place}", place)
                .replace("{group}", &speaker.persona.group)
                .replace("{origin}", speaker.persona.origin.split(',').next().unwrap_or("far away"));
        }
        Some(_) if formal => format!("{day}, {first}."),
        Some(k) if k.closeness > 6.0 => {
            choose(roll, &["{}! There you are.", "Hey {}, good to see you.", "{}, I was hoping to run into you."])
                .replace("{}", first)
        }
        Some(_) => choose(roll, &["Hi {}.", "Hello {}.", "Oh, {}, hello."]).replace("{}", first),
    };
    let question = match speaker.doing {
        Doing::Eating => {
            choose(roll, &["How is yours today?", "Is it me, or is the kitchen in form?", "Mind if I sit with you?"])
        }
        Doing::Queueing => choose(roll, &["This queue is not getting shorter, is it?", "Have you been waiting long?"]),
        Doing::Studying => choose(roll, &["What are you working on?", "Getting anywhere with it?"]),
        _ => choose(roll, &["How is your day?", "How are things?", "What are you up to?", "Got a minute?"]),
    };
    format!("{hello} {question}")
}

/// What is on somebody's mind from its plan: the next thing, or the one just over.
fn plans(speaker: &Speaker<'_>, names: &Names<'_>, roll: &mut Stream) -> String {
    let next = speaker.plan.items.iter().find(|i| {
        let eats = matches!(speaker.doing, Doing::Eating | Doing::Coffee | Doing::AtEvent) && i.action == Action::Eat;
        i.from > speaker.now.plus(600) && !matches!(i.action, Action::Sleep) && !eats
    });
    match next {
        Some(item) if speaker.persona.shifts.iter().any(|s| s.what == item.text) => {
            let place = item.place.map_or("there", |p| names.place(p));
            choose(
                roll,
                &["I'm on shift at {} from {t}.", "Work calls at {t}: {}.", "From {t} you will find me at {}."],
            )
            .replace("{}", place)
            .replace("{t}", &item.from.clock())
        }
        Some(item) if item.action == Action::Attend => {
            let lead = choose(roll, &["I have this:", "Next for me:", "Don't let me forget:"]);
            format!("{lead} {} at {}.", item.text, item.from.clock())
        }
        Some(item) => {
            let lead = choose(roll, &["Around {} I mean to", "I thought I would", "Later, at {}, I want to"])
                .replace("{}", &item.from.clock());
            match item.action {
                Action::Eat => format!("{lead} have {}.", item.text),
                Action::Study => format!("{lead} sit down with this: {}.", item.text),
                _ => format!("{lead} {}.", item.text),
            }
        }
        None => choose(roll, &["That was the day for me, I think.", "Nothing left to do today but sleep."]),
    }
}

fn answer(speaker: &Speaker<'_>, partner: AgentId, names: &Names<'_>, roll: &mut Stream) -> String {
    let hour = speaker.now.hour();
    let mood = if hour < 9.0 && speaker.persona.traits.energy < 0.6 {
        choose(roll, &["Slowly waking up.", "Ask me again after breakfast.", "Early, isn't it?"])
    } else if hour > 20.0 && speaker.persona.traits.energy < 0.7 {
        choose(roll, &["Ready for bed, nearly.", "It was a long day.", "Glad it's evening."])
    } else if speaker.persona.traits.energy > 0.6 {
        choose(roll, &["Good, actually.", "Can't complain.", "Busy, in a nice way."])
    } else {
        choose(roll, &["A little tired, but fine.", "All right, thank you.", "So-so, to be honest."])
    };
    if speaker.social.known.contains_key(&partner) {
        format!("{mood} {}", plans(speaker, names, roll))
    } else {
        format!("Hello, I'm {}. {}", names.first(speaker.agent), plans(speaker, names, roll))
    }
}

/// Of how many memories that come to mind one is told.
const TOLD: usize = 6;

/// A memory worth telling, not yet told in this talk.
fn memory_to_tell<'a>(
    speaker: &'a Speaker<'_>,
    partner: AgentId,
    talk: Option<&Talk>,
    names: &Names<'_>,
    roll: &mut Stream,
) -> Option<&'a Memory> {
    let told = |m: &Memory| talk.is_some_and(|t| t.lines.iter().any(|l| l.text.contains(m.text.as_str())));
    let theirs = names.persona(partner);
    let about_them = |m: &Memory| theirs.is_some_and(|p| m.text.contains(p.first_name()));
    // What comes to mind with this partner, after what was just said, for somebody with this task.
    let said = talk.and_then(|t| t.lines.last()).map_or("", |l| l.text.as_str());
    let query = format!("{} {said} {}", names.person(partner), speaker.persona.task);
    let settings = names.scenario.retrieval;
    let cue = Cue { settings: &settings, now: speaker.now, query: &query, task: &speaker.persona.task, most: TOLD };
    let candidates = speaker.episodic.recall(&cue, |m| {
        matches!(m.kind, MemoryKind::Seed | MemoryKind::Observation | MemoryKind::Deed)
            && m.importance >= 3
            && !told(m)
            && !about_them(m)
    });
    roll.pick(&candidates).and_then(|found| speaker.episodic.memories.get(found.index))
}

/// A memory as its owner tells it: without the full stop, for it goes into a sentence.
fn told(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

fn share(speaker: &Speaker<'_>, partner: AgentId, talk: Option<&Talk>, names: &Names<'_>, roll: &mut Stream) -> String {
    let persona = speaker.persona;
    if let Some(memory) = memory_to_tell(speaker, partner, talk, names, roll) {
        let told = told(&memory.text);
        let lead = match memory.kind {
            MemoryKind::Seed if speaker.social.closeness(partner) >= 5.0 => choose(
                roll,
                &["Something I haven't told many people:", "Between you and me:", "I can tell you this:", "You know,"],
            ),
            MemoryKind::Seed => choose(
                roll,
                &[
                    "You know,",
                    "I keep thinking about it:",
                    "By the way,",
                    "That reminds me:",
                    "Funny thing:",
                    "I meant to say:",
                ],
            ),
            _ => choose(roll, &["Earlier today:", "Did you notice?", "I have to tell you."]),
        };
        return format!("{lead} {told}.");
    }
    let note = speaker.social.known.get(&partner).map(|k| k.note.clone()).filter(|n| !n.is_empty());
    match (note, persona.goals.len()) {
        (Some(_), _) if roll.chance(0.3) => format!("I was thinking of the day we met, {}.", names.first(partner)),
        (_, 0) => plans(speaker, names, roll),
        (_, n) => {
            let goal = &persona.goals[roll.index(n)];
            choose(
                roll,
                &["What I really want this term is to {}.", "I still mean to {}.", "My plan is to {}, you'll see."],
            )
            .replace("{}", goal.trim_end_matches('.'))
        }
    }
}

fn react(speaker: &Speaker<'_>, talk: Option<&Talk>, roll: &mut Stream) -> String {
    let last = talk.and_then(|t| t.lines.last()).map(|l| l.text.as_str()).unwrap_or_default();
    let warm = speaker.persona.traits.courtesy > 0.5;
    if ["really want", "mean to", "My plan is"].iter().any(|w| last.contains(w)) {
        return if warm {
            choose(roll, &["I think you will manage that.", "If I can help with it, say so.", "That suits you."])
        } else {
            choose(roll, &["Good luck with that.", "We'll see about that.", "Rather you than me."])
        };
    }
    if warm {
        choose(
            roll,
            &[
                "Really? Tell me more another time.",
                "I had no idea.",
                "That stays between us, then.",
                "I would not have guessed.",
            ],
        )
    } else {
        choose(
            roll,
            &[
                "Hm. If you say so.",
                "That sounds like this place.",
                "Fair enough.",
                "Things happen.",
                "I have heard stranger.",
                "And nobody did anything about it, I suppose.",
                "Well. There you are.",
                "It will pass.",
            ],
        )
    }
}

fn ask(speaker: &Speaker<'_>, partner: AgentId, names: &Names<'_>, roll: &mut Stream) -> String {
    let other = names.persona(partner);
    let kind = speaker.social.known.get(&partner).map(|k| k.kind);
    let about = match (other.map(|p| p.role), kind) {
        (Some(Role::Teacher), _) => {
            choose(roll, &["What should I read before the next session?", "How do you think the course is going?"])
        }
        (_, Some(Relation::Roommate)) => {
            choose(roll, &["Shall we tidy the room tonight?", "Did I wake you this morning?"])
        }
        (_, Some(Relation::Partner | Relation::Sibling)) => {
            choose(roll, &["Will you be home for dinner?", "Did you sleep well?"])
        }
        (Some(Role::Student), _) => {
            let task = other.map(|p| p.task.clone()).filter(|t| !t.is_empty() && kind.is_some());
            match task {
                Some(task) => format!("How far have you come with it — {}?", task.trim_end_matches('.')),
                None => choose(roll, &["Which courses are you taking?", "How do you like it here?"]),
            }
        }
        _ => choose(roll, &["Is work treating you well?", "Busy week?", "Anything new on campus?"]),
    };
    let _ = names;
    about
}

fn part(speaker: &Speaker<'_>, partner: AgentId, talk: Option<&Talk>, names: &Names<'_>, roll: &mut Stream) -> String {
    let first = names.first(partner);
    let unanswered = talk.and_then(|t| t.lines.last()).is_some_and(|l| l.text.ends_with('?'));
    if unanswered {
        let excuse = [
            "Sorry, {}, I have to run. Another time.",
            "That is a long story, {}, and I have to go.",
            "Ask me tomorrow, {}; I must be off.",
        ];
        return choose(roll, &excuse).replace("{}", first);
    }
    if speaker.persona.traits.courtesy > 0.6 {
        choose(
            roll,
            &[
                "It was good to talk, {}. See you soon.",
                "I'll let you get on. Take care, {}.",
                "Thanks for the chat, {}.",
            ],
        )
        .replace("{}", first)
    } else {
        choose(roll, &["Right, see you, {}.", "Anyway. See you around.", "Later, {}."]).replace("{}", first)
    }
}

/// A post about something remembered.
pub fn post(outlook: &Outlook<'_>, memory: &str) -> String {
    let mut roll = outlook.dice.stream(outlook.agent.0, crate::dice::Purpose::Post, outlook.tick);
    let lead = choose(&mut roll, &["Seen on campus:", "Just now:", "Note to self and everyone:", "Only at Larkmoor:"]);
    let text = format!("{lead} {}.", told(memory));
    text.chars().take(crate::tools::LONGEST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talks_open_and_close() {
        assert_eq!(turn(0, 6), Move::Greet);
        assert_eq!(turn(1, 6), Move::Answer);
        assert_eq!(turn(5, 6), Move::Part);
        assert_eq!(turn(2, 3), Move::Part);
    }
}
