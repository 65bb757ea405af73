//! What a tool is: its arguments, who may call it and when, what it does, and how it is told. Each
//! tool says all of this in a file of its own; [`super::TOOLS`] lists them.

use super::{Names, Observed, Possible, Reader, Refusal, Stage};
use crate::campus::{people::Stay, talks::Speech};
use bevy::prelude::*;
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    time::MINUTE,
};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What became of a call: what was observed where it was carried out, or why it was refused.
pub type ToolOutcome = Result<Observed, Refusal>;

/// Inside the executor: an error of the app around an outcome.
pub type Tried = Result<ToolOutcome, BevyError>;

/// Refuses with `?` inside a function that gives a [`Tried`].
macro_rules! refuse {
    ($refusal:expr) => {
        return Ok(Err($refusal))
    };
}
pub(super) use refuse;

/// A tool; its values are calls of it with their arguments.
pub trait Tool: Sized {
    /// The word by which it is called.
    const NAME: &'static str;

    /// What minds and docs are told of it, with the limits that [`Tool::carry_out`] keeps to.
    fn schema() -> ToolSchema;

    /// Reads a call as minds write it.
    ///
    /// # Errors
    /// A sentence that says what was found and what was expected.
    fn read(call: &Reader<'_>) -> Result<Self, String>;

    /// The arguments as minds write them, with names in the place of numbers.
    fn write(&self, names: &Names<'_>) -> Map<String, Value>;

    /// Checks the call against the world and carries it out, or says why not.
    ///
    /// # Errors
    /// Never for people of the roster.
    fn carry_out(&self, stage: &mut Stage, agent: AgentId, speech: Speech) -> Tried;

    /// Whether it is offered at all to somebody who does that, there: what its `when` says, as far
    /// as it does not hang on the arguments.
    fn offered(_: &Possible<'_>) -> bool {
        true
    }

    /// What somebody goes on doing once it is carried out.
    fn lasts(&self) -> Lasts<'_> {
        Lasts::Not
    }

    /// The call in words: what somebody wants to do.
    fn told(&self, words: &Words, names: &Names<'_>) -> String;
}

/// What somebody goes on doing once a call is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts<'a> {
    /// Nothing: it is over at once, or takes no time of their own.
    Not,
    /// As long as it takes: a class, a queue.
    AsItTakes,
    /// A stay of a known length.
    Stay {
        /// What is done, and for how long.
        stay: Stay,
        /// Where.
        there: There,
        /// What it is about, in the words of the call; empty where it is about nothing.
        subject: &'a str,
    },
}

/// Where a stay is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Where they are when they make the call.
    Here,
    /// In a place that they walk to.
    Place(PlaceId),
    /// Wherever the walk ends.
    WalkEnd,
}

/// Lengths in minutes, from the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The shortest, in minutes.
    pub least: u32,
    /// The longest, in minutes.
    pub most: u32,
}

impl Span {
    /// Whether a length in seconds lies within; a minute that is begun counts whole.
    pub const fn holds(self, seconds: u32) -> bool {
        let minutes = seconds.div_ceil(MINUTE);
        self.least <= minutes && minutes <= self.most
    }
}

/// How long one may stay somewhere doing something: 1 to 720 minutes.
pub const STAY: Span = Span {
    least: 1,
    most: 720,
};

/// How long what people arrange among themselves may last: 10 to 240 minutes.
pub const GATHERING: Span = Span {
    least: 10,
    most: 240,
};

/// What may be given for an argument.
#[derive(Clone, Copy, Debug)]
pub enum ArgumentKind {
    /// A place, by its name.
    Place,
    /// A person, by their name.
    Person,
    /// A place or a person, by the name.
    PlaceOrPerson,
    /// A commitment of one's timetable.
    Engagement,
    /// Something in one's bag.
    Carried,
    /// Something that the place one is in sells.
    Ware,
    /// The number of an invitation that waits for an answer.
    Invitation,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// The title of an event, or a word for something of one's own.
    Occasion,
    /// A course, by its code.
    Course,
    /// A day and a time, as `Tue 17:00`.
    Moment,
    /// Words of one's own.
    Text,
    /// A length in whole minutes, within a span.
    Minutes(Span),
    /// Yes or no.
    Flag,
}

/// An argument of a tool, as minds and docs are told of it.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// The word by which calls name it.
    pub name: &'static str,
    /// What may be given for it.
    pub kind: ArgumentKind,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether models are asked for it; what they are not asked for is left out, and a matter of
    /// the built-in rules of conduct.
    pub asked: bool,
    /// What it means; the limits of its kind are added to that.
    pub meaning: &'static str,
}

/// An argument that must be there.
pub const fn need(name: &'static str, kind: ArgumentKind, meaning: &'static str) -> Argument {
    Argument {
        name,
        kind,
        optional: false,
        asked: true,
        meaning,
    }
}

/// An argument that may be left out.
pub const fn may(name: &'static str, kind: ArgumentKind, meaning: &'static str) -> Argument {
    let optional = true;
    Argument {
        optional,
        ..need(name, kind, meaning)
    }
}

/// An argument that may be left out and that models are not asked for.
pub const fn unasked(name: &'static str, kind: ArgumentKind, meaning: &'static str) -> Argument {
    let asked = false;
    Argument {
        asked,
        ..may(name, kind, meaning)
    }
}

/// What a tool is: arguments, who may call it and when, effects, duration, and every reason for
/// refusal.
#[derive(Clone, Debug)]
pub struct ToolSchema {
    /// The word by which calls name it.
    pub name: &'static str,
    /// What the tool does, in a sentence.
    pub purpose: &'static str,
    /// What a call must or may give, in the order of the docs.
    pub arguments: Vec<Argument>,
    /// Who may call it.
    pub who: &'static str,
    /// When it may be called.
    pub when: Cow<'static, str>,
    /// What a call changes in the world.
    pub effects: Cow<'static, str>,
    /// How long it takes.
    pub duration: Cow<'static, str>,
    /// The words of the refusals that a call may meet.
    pub refusals: &'static [&'static str],
}

/// The arguments of a call, out of a JSON object.
pub(super) fn object(json: Value) -> Map<String, Value> {
    match json {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
