//! What a decision point is: the acts there, which of them a situation leaves open, what the
//! written-down minds choose, and what a choice brings and counts. Each point says all of this in a
//! file of its own; the list in [`super`] is where they are known.

use crate::{
    campus::people::Traits,
    conduct::{
        circumstance::Circumstance,
        measures::Counts,
        reward::Brought,
        situation::{Feels, Situation},
    },
};
use collegium_core::dice::Stream;

/// A decision point; its values are the acts there.
pub(super) trait DecisionPoint: Copy {
    /// What is to be decided, as one asks somebody.
    const QUESTION: &'static str;

    /// What is told apart by those who learn from decisions there: exactly one of them holds, or
    /// there are none.
    const CIRCUMSTANCES: &'static [Circumstance] = &[];

    /// Whether a situation leaves the act open. Two at least always are.
    fn possible(self, _situation: &Situation) -> bool {
        true
    }

    /// What somebody of that character does, by luck.
    fn built_in(situation: &Situation, traits: &Traits, feels: Feels, roll: &mut Stream) -> Self;

    /// What a conscientious person does, whoever they are: in time, in turn, low where others want
    /// quiet, attentive to others, and tired only when they are.
    fn expert(situation: &Situation, feels: Feels) -> Self;

    /// What the act brings by itself, at once.
    fn brings(self, _situation: &Situation) -> Brought {
        Brought::default()
    }

    /// What the act counts of the one who has chosen it.
    fn count(self, _situation: &Situation, _counts: &mut Counts) {}
}
