//! What the words of a line are made from, and what they come to.

use crate::{
    campus::{
        Invitations,
        people::{Doing, Persona, Timetable},
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

/// What a speaker goes by.
pub struct Speaker<'a> {
    /// Its number.
    pub agent: AgentId,
    /// Who it is.
    pub persona: &'a Persona,
    /// Its plan of the day.
    pub plan: &'a Plan,
    /// What is fixed.
    pub timetable: &'a Timetable,
    /// Its memories.
    pub episodic: &'a Episodic,
    /// Whom it knows.
    pub social: &'a SocialMemory,
    /// Who knows which facts; of it the speaker uses what it knows itself.
    pub ledger: &'a Ledger,
    /// Who is invited to what; of it the speaker uses its own.
    pub invitations: &'a Invitations,
    /// What it is doing while it speaks.
    pub doing: Doing,
    /// Where it is.
    pub place: Option<PlaceId>,
    /// The moment of the line.
    pub now: SimTime,
    /// The dice of the campus.
    pub dice: Dice,
    /// Turns numbers into names.
    pub names: Names<'a>,
}

/// What a line says besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The facts it tells.
    pub tells: Vec<u32>,
    /// The answer to an invitation, when it gives one.
    pub accepts: Option<bool>,
}
