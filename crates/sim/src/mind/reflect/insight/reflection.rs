//! What a reflection goes by, and how it comes to a finding.

use crate::{
    campus::people::{Needs, Persona, Works},
    memory::{Concern, Episodic, Memory, SocialMemory, gates},
    mind::{
        reflect::insight_words::{self as words, Pattern},
        tendency::Toward,
    },
    tools::{Names, tell},
};
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    time::{DAY, SimTime},
};

/// How far back a reflection counts, in simulated seconds.
const WINDOW: u32 = 7 * DAY;

/// What somebody reflects on.
pub struct Reflection<'a> {
    /// The one who reflects, by number.
    pub agent: AgentId,
    /// Who they are.
    pub persona: &'a Persona,
    /// What they remember.
    pub stream: &'a Episodic,
    /// Whom they know.
    pub social: &'a SocialMemory,
    /// How far they are with their tasks.
    pub works: &'a Works,
    /// How tired, hungry or lonely they are.
    pub needs: &'a Needs,
    /// Names of people and places.
    pub names: &'a Names<'a>,
    /// The moment of the reflection.
    pub now: SimTime,
    /// The number of the first memory since the last reflection.
    pub since: u32,
}

/// Something an insight wants changed.
pub type Wish = (Toward, Option<(u32, u32)>, f32);

/// A conclusion with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// In words.
    pub text: String,
    /// The memories it was counted from, in order.
    pub evidence: Vec<u32>,
    /// How poignant it is, 1 to 10.
    pub importance: u8,
    /// The person whom it is about; none where that is nobody, or several.
    pub about: Option<AgentId>,
    /// Where it happens.
    pub place: Option<PlaceId>,
    /// What it is about, by which findings of one kind are found again.
    pub topic: Concern,
    /// What it wants changed.
    pub wishes: Vec<Wish>,
}

/// A memory with its place in the stream.
pub(super) type Item<'a> = (u32, &'a Memory);

impl<'a> Reflection<'a> {
    /// The language that they think in.
    pub(super) fn language(&self) -> Language {
        self.persona.language
    }

    /// What counts: live memories of the last days.
    pub(super) fn recent(&self) -> impl DoubleEndedIterator<Item = Item<'a>> {
        let now = self.now;
        self.stream
            .since(now.minus(WINDOW))
            .filter(move |(_, m)| m.lives(now))
    }

    /// Whether some memories, in order, have something new among them: nothing else is concluded.
    pub(super) fn is_fresh(&self, items: &[Item<'_>]) -> bool {
        items.last().is_some_and(|(i, _)| *i >= self.since)
    }

    /// A finding in words of a pattern, cited from the newest of some memories.
    pub(super) fn finding(
        &self,
        pattern: Pattern,
        items: &[Item<'_>],
        fill: &[(&str, &str)],
        importance: u8,
        topic: Concern,
    ) -> Finding {
        // Those who keep their own words for a thing say it the same way again; then the gates can
        // tell.
        let own = self
            .agent
            .0
            .wrapping_mul(7)
            .wrapping_add(pattern as u32 * 5);
        let first = items.len().saturating_sub(gates::MOST_EVIDENCE);
        Finding {
            text: words::say(pattern, self.language(), own, fill),
            evidence: items[first..].iter().map(|(i, _)| *i).collect(),
            importance,
            about: None,
            place: None,
            topic,
            wishes: Vec::new(),
        }
    }

    /// What one should have been at, in words.
    pub(super) fn duty(&self, memory: &Memory) -> Option<String> {
        let duty = memory.object.as_ref()?.duty()?;
        let words = self.names.words_of(self.agent);
        Some(tell::own_duty(words, duty, self.names))
    }
}
