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
/// everybody at every step, so beside the list there is a table over all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(AgentId, SimTime)>", into = "Vec<(AgentId, SimTime)>")]
pub struct Noticed {
    /// By number: a second more than when; 0 for never.
    at: Vec<u32>,
    /// Those who count still and when they were noticed, in the order of the moments.
    recent: VecDeque<(AgentId, SimTime)>,
}

impl Noticed {
    /// Whether the other was not noticed in the last three quarters of an hour.
    pub fn misses(&self, other: AgentId, now: SimTime) -> bool {
        let at = self.at.get(other.0 as usize).copied().unwrap_or(0);
        at == 0 || now.since(SimTime(at - 1)) >= FAMILIAR
    }

    /// Notes that the other is noticed now.
    pub fn note(&mut self, other: AgentId, now: SimTime) {
        let number = other.0 as usize;
        if number >= self.at.len() {
            self.at.resize(number + 1, 0);
        }
        self.at[number] = now.0 + 1;
        while self
            .recent
            .front()
            .is_some_and(|(_, at)| now.since(*at) >= FAMILIAR)
        {
            self.recent.pop_front();
        }
        self.recent.push_back((other, now));
    }

    /// Those noticed after a moment of the last three quarters of an hour, the last first.
    pub fn since(&self, from: SimTime) -> impl Iterator<Item = AgentId> {
        let newest = self.recent.iter().rev();
        newest
            .take_while(move |(_, at)| *at > from)
            .map(|(who, _)| *who)
    }
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
        }
    }

    #[test]
    fn numbers_that_no_campus_has_are_refused() {
        let bytes = postcard::to_allocvec(&vec![(AgentId(u32::MAX), SimTime(1))]).unwrap();
        assert!(postcard::from_bytes::<Noticed>(&bytes).is_err());
    }
}
