//! What the words of a line are made from, and what they come to.

use crate::{
    campus::{
        Invitations,
        feed::Feed,
        people::{Doing, Learning, Persona, Timetable, Works},
        talks::Talks,
    },
    memory::{Episodic, SocialMemory},
    mind::state::Plan,
    social::Ledger,
    tools::Names,
};
use collegium_core::{
    dice::Dice,
    ids::{AgentId, PlaceId},
    time::SimTime,
};

/// Everything that the words of a line are made of.
pub struct Speaker<'a> {
    /// The speaker's number.
    pub agent: AgentId,
    /// Who they are.
    pub persona: &'a Persona,
    /// Their plan of the day.
    pub plan: &'a Plan,
    /// What they have to do and have agreed to, today and later.
    pub timetable: &'a Timetable,
    /// What they understand of their courses.
    pub learning: &'a Learning,
    /// How far they are with their task.
    pub works: &'a Works,
    /// What they remember.
    pub episodic: &'a Episodic,
    /// Whom they know.
    pub social: &'a SocialMemory,
    /// Who knows which facts; the speaker uses what they know themselves.
    pub ledger: &'a Ledger,
    /// Who is invited to what; the speaker uses their own.
    pub invitations: &'a Invitations,
    /// What they are doing while they speak.
    pub doing: Doing,
    /// The place they are in; none on open ground.
    pub place: Option<PlaceId>,
    /// The moment of the line.
    pub now: SimTime,
    /// The dice of the campus, by which words are chosen.
    pub dice: Dice,
    /// Turns numbers into names.
    pub names: Names<'a>,
    /// What else bears on what they say.
    pub around: Around<'a>,
}

/// What surrounds somebody who speaks.
#[derive(Clone, Debug, Default)]
pub struct Around<'a> {
    /// Who can hear what is said.
    pub near: Vec<AgentId>,
    /// How rested they are, 0 to 1.
    pub rested: f32,
    /// What is posted on the feed.
    pub feed: Option<&'a Feed>,
    /// What is said on the campus.
    pub talks: Option<&'a Talks>,
    /// What the one who is spoken to is doing.
    pub theirs: Option<Doing>,
}

/// What a line says besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Utterance {
    /// The words of the line.
    pub text: String,
    /// The facts they tell, by their numbers in the ledger.
    pub tells: Vec<u32>,
    /// Yes or no to an invitation; none where the line answers none.
    pub accepts: Option<bool>,
}
