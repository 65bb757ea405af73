//! What people remember of what happened: to themselves, by others' hands, and around them. In the
//! first person, in a sentence without a full stop.

use super::{
    event::event,
    phrase::{engagement, place},
    values::{text_of, values},
};
use crate::{
    campus::people::{Doing, Engagement, Test},
    tools::{Breach, Names, News, Occurrence, SimEvent, Source},
};
use collegium_core::{
    i18n::{Words, key},
    ids::{AgentId, PlaceId},
    time::{MINUTE, SimTime},
};
use std::borrow::Cow;

/// Whoever has waited so long remembers that rather than what they got, in seconds.
pub const LONG_WAIT: u32 = 8 * MINUTE;

/// The word under which the texts have what is remembered of an event.
fn text_of_memory(event: &SimEvent) -> Cow<'static, str> {
    match event {
        SimEvent::Served { waited, .. } if *waited >= LONG_WAIT => "waited".into(),
        SimEvent::Learned {
            source: Source::Told,
            ..
        } => "learned_told".into(),
        SimEvent::Learned { .. } => "learned_heard".into(),
        SimEvent::Tested {
            result, expected, ..
        } => {
            let test = Test {
                at: SimTime(0),
                result: *result,
                expected: *expected,
            };
            match () {
                () if test.is_good() => "tested_well".into(),
                () if test.is_bad() => "tested_badly".into(),
                () => "tested".into(),
            }
        }
        SimEvent::Replied { accept: true, .. } => "replied_yes".into(),
        SimEvent::Replied { accept: false, .. } => "replied_no".into(),
        SimEvent::Violation {
            breach: Breach::Lateness { what, .. },
        } => match what {
            Engagement::Shift(_) => "late_for_shift".into(),
            Engagement::Teach(..) => "late_to_teach".into(),
            _ => "late".into(),
        },
        other => text_of(other),
    }
}

/// A text about an event; as others are told of it where there is none.
fn told(kind: &str, words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    let text = text_of_memory(&occurrence.event);
    let mut values = values(words, occurrence, names);
    // What somebody told of their own life is quoted, and nobody else's news.
    if let SimEvent::Learned { news, .. } = &occurrence.event
        && let (News::Life { .. }, Some(story)) = (news, news.own_words(names))
    {
        values.retain(|(name, _)| *name != "what");
        values.push((
            "what",
            words.say_with("quoted", &[("what", story.into())]).into(),
        ));
    }
    // Whoever comes late to teach says so beside the class.
    if let SimEvent::Violation {
        breach:
            Breach::Lateness {
                what: Engagement::Teach(course, session),
                ..
            },
    } = &occurrence.event
    {
        let class = engagement(words, Engagement::Class(*course, *session), names);
        values.retain(|(name, _)| *name != "what");
        values.push(("what", class.into()));
    }
    words
        .label_with(kind, &text, &values)
        .unwrap_or_else(|| event(words, occurrence, names))
}

/// Whether there is a text of a kind (`recalled`, `received`, `seen`) about an event.
#[cfg(test)]
pub fn has_text(kind: &str, words: &Words, event: &SimEvent) -> bool {
    let text = text_of_memory(event).replace('_', "-");
    words.has(&format!("{kind}-{text}"))
}

/// What somebody remembers of what happened to them.
pub fn recalled(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    told("recalled", words, occurrence, names)
}

/// What the one for whom something was done remembers of it.
pub fn received(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    told("received", words, occurrence, names)
}

/// What those around have seen of it.
pub fn seen(words: &Words, occurrence: &Occurrence, names: &Names<'_>) -> String {
    told("seen", words, occurrence, names)
}

/// What somebody was seen doing.
pub fn doing(
    words: &Words,
    who: Option<AgentId>,
    doing: Doing,
    at: Option<PlaceId>,
    names: &Names<'_>,
) -> String {
    let who = who.map_or_else(|| words.say(key("somebody")), |who| names.person(who));
    let values = [
        ("who", who.into()),
        ("what", words.label("doing", doing.word()).into()),
        ("place", place(words, at, names).into()),
    ];
    words.say_with("seen-doing", &values)
}
