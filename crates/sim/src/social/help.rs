//! Help with a course: what somebody says of it to a coursemate who understands less.

use crate::{
    campus::{
        exchange::{Gist, Matter, Part},
        talks::{Line, Topic},
    },
    tools::Stage,
};
use bevy::prelude::*;

/// What of the difference between two coursemates is taken over where one of them explains the
/// course, and where they only speak of it.
const EXPLAINED: f32 = 0.15;
const MENTIONED: f32 = 0.015;

/// Lets whom the last line of a talk was said to learn from it, where it is about a course that
/// both take and that the speaker understands better.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn help(stage: &mut Stage, talk: u32) -> Result {
    let line = stage.talks.live.get(&talk).and_then(|t| t.lines.last());
    let Some((line, Topic::Course(course))) = line.map(|line| (line, line.speech.topic)) else {
        return Ok(());
    };
    let (speaker, to, share) = (line.speaker, line.to, share(line));
    let Some(theirs) = stage.look(speaker)?.learning.of(course) else {
        return Ok(());
    };
    let (theirs, now) = (theirs.level, stage.now());
    stage
        .person(to)?
        .learning
        .was_helped(course, theirs, share, now);
    Ok(())
}

/// How much of the difference a line is worth.
fn share(line: &Line) -> f32 {
    let explains = line.speech.step.is_some_and(|step| {
        step.matter == Matter::Explain && step.part == Part::Answers && step.gist == Some(Gist::Yes)
    });
    if explains { EXPLAINED } else { MENTIONED }
}
