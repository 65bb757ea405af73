//! Whom somebody has noticed lately.

use collegium_core::{
    ids::AgentId,
    time::{MINUTE, SimTime},
};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// For how long somebody who was noticed is not noticed again, in simulated seconds.
const FAMILIAR: u32 = 45 * MINUTE;

/// No campus has people of higher numbers.
const MOST: u32 = 1 << 20;

/// When each other was last noticed, as far as it counts still. In a crowd it is asked for
/// everybody at every step, so beside the list there is a bit for each, few enough to stay at hand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(AgentId, SimTime)>", into = "Vec<(AgentId, SimTime)>")]
pub struct Noticed {
    /// By number: whether they are in the list.
    listed: Vec<u64>,
    /// Those who count still and when they were noticed, in the order of the moments; who does not
    /// count any more leaves when the next is noted.
    recent: VecDeque<(AgentId, SimTime)>,
}

impl Noticed {
    /// Whether the other was not noticed in the last three quarters of an hour.
    pub fn misses(&self, other: AgentId, now: SimTime) -> bool {
        !self.lists(other) || self.passed(now).any(|who| who == other)
    }

    /// Those in the list who do not count any more.
    fn passed(&self, now: SimTime) -> impl Iterator<Item = AgentId> {
        let oldest = self.recent.iter();
        oldest
            .take_while(move |(_, at)| now.since(*at) >= FAMILIAR)
            .map(|(who, _)| *who)
    }

    /// Notes that the other is noticed now, whom it [misses](Self::misses).
    pub fn note(&mut self, other: AgentId, now: SimTime) {
        for _ in 0..self.passed(now).count() {
            if let Some((who, _)) = self.recent.pop_front() {
                let (word, bit) = place(who);
                self.listed[word] &= !bit;
            }
        }
        let (word, bit) = place(other);
        if word >= self.listed.len() {
            self.listed.resize(word + 1, 0);
        }
        self.listed[word] |= bit;
        self.recent.push_back((other, now));
    }

    /// Those noticed after a moment of the last three quarters of an hour, the last first.
    pub fn since(&self, from: SimTime) -> impl Iterator<Item = AgentId> {
        let newest = self.recent.iter().rev();
        newest
            .take_while(move |(_, at)| *at > from)
            .map(|(who, _)| *who)
    }

    /// Whether the other is one of [those](Self::since).
    pub fn has_since(&self, other: AgentId, from: SimTime) -> bool {
        self.lists(other) && self.since(from).any(|who| who == other)
    }

    fn lists(&self, other: AgentId) -> bool {
        let (word, bit) = place(other);
        self.listed.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// Which word of the bits, and which bit in it.
const fn place(who: AgentId) -> (usize, u64) {
    ((who.0 / 64) as usize, 1 << (who.0 % 64))
}

impl PartialEq for Noticed {
    fn eq(&self, other: &Self) -> bool {
        self.recent == other.recent
    }
}

impl From<Noticed> for Vec<(AgentId, SimTime)> {
    fn from(noticed: Noticed) -> Self {
        noticed.recent.into()
    }
}

impl TryFrom<Vec<(AgentId, SimTime)>> for Noticed {
    type Error = String;

    fn try_from(pairs: Vec<(AgentId, SimTime)>) -> Result<Self, String> {
        let mut noticed = Self::default();
        for (who, at) in pairs {
            if who.0 >= MOST || at.0 == u32::MAX {
                return Err(format!("{} was noticed at {}", who.0, at.0));
            }
            if noticed.recent.back().is_some_and(|(_, last)| *last > at) {
                return Err("who was noticed is not in order".to_owned());
            }
            if !noticed.misses(who, at) {
                return Err(format!("{} was noticed twice", who.0));
            }
            noticed.note(who, at);
        }
        Ok(noticed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_and_read_goes_on_as_it_would_have(
            steps in proptest::collection::vec((0u32..60, 0u32..20), 0..200),
            other in 0u32..60,
            later in 0u32..60,
        ) {
            let (mut noticed, mut now) = (Noticed::default(), 0);
            for (who, minutes) in steps {
                now += minutes * MINUTE;
                if noticed.misses(AgentId(who), SimTime(now)) {
                    noticed.note(AgentId(who), SimTime(now));
                }
            }
            let written = postcard::to_allocvec(&noticed)?;
            let read: Noticed = postcard::from_bytes(&written)?;
            prop_assert_eq!(&read, &noticed);
            let (other, then) = (AgentId(other), SimTime(now + later * MINUTE));
            prop_assert_eq!(read.misses(other, then), noticed.misses(other, then));
            let from = SimTime(then.0.saturating_sub(10 * MINUTE));
            prop_assert!(read.since(from).eq(noticed.since(from)));
            prop_assert_eq!(read.has_since(other, from), noticed.since(from).any(|w| w == other));
        }
    }

    #[test]
    fn what_nobody_can_have_noticed_is_refused() {
        let read = |pairs: &[(u32, u32)]| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(w, at)| (AgentId(*w), SimTime(*at)))
                .collect();
            postcard::from_bytes::<Noticed>(&postcard::to_allocvec(&pairs).unwrap())
        };
        assert!(read(&[(3, 1), (4, 1), (3, 1 + FAMILIAR)]).is_ok());
        assert!(
            read(&[(u32::MAX, 1)]).is_err(),
            "a number that no campus has"
        );
        assert!(read(&[(3, 2), (4, 1)]).is_err(), "out of order");
        assert!(
            read(&[(3, 1), (4, 1), (3, FAMILIAR)]).is_err(),
            "still familiar"
        );
    }
}
