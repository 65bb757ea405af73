//! Invitations on their way from asked to attended, and the gatherings that people arrange
//! themselves.

use super::people::Engagement;
use bevy::prelude::Resource;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

named! {
    /// What a gathering is for.
    Cause {
        /// A meal together.
        Meal = "meal",
        /// A coffee together.
        Coffee = "coffee",
        /// A walk.
        Walk = "walk",
        /// Music or games.
        Play = "play",
        /// Studying together.
        Study = "study",
    }
}

/// What somebody is invited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occasion {
    /// An event of the scenario.
    Event(u16),
    /// Something of the host's own.
    Gathering {
        /// What for.
        cause: Cause,
        /// The course that is studied, where it is for that.
        course: Option<u16>,
        /// Where.
        place: PlaceId,
        /// When it begins.
        begins: SimTime,
        /// How long it lasts, in seconds.
        seconds: u32,
    },
}

/// An invitation and how far it has come. Each stage is reached only after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Who invites.
    pub host: AgentId,
    /// Who is invited.
    pub guest: AgentId,
    /// To what.
    pub to: Occasion,
    /// Where it is.
    pub place: PlaceId,
    /// When it begins.
    pub begins: SimTime,
    /// When it ends.
    pub ends: SimTime,
    /// When it was made.
    pub invited: SimTime,
    /// When it was answered, and whether with a yes.
    pub answered: Option<(SimTime, bool)>,
    /// When it entered the guest's timetable.
    pub planned: Option<SimTime>,
    /// When the guest was there.
    pub attended: Option<SimTime>,
}

/// All invitations, in the order in which they were made: an invitation's number is its index.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitations {
    /// The invitations.
    pub list: Vec<Invitation>,
}

/// How many invitations have come how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Funnel {
    /// Made.
    pub invited: usize,
    /// Answered.
    pub answered: usize,
    /// Answered with a yes.
    pub accepted: usize,
    /// In the guest's timetable.
    pub planned: usize,
    /// Attended.
    pub attended: usize,
}

impl Invitations {
    /// The invitation that waits for an answer of `guest` to `host`, the newest first.
    pub fn pending(&self, host: AgentId, guest: AgentId, now: SimTime) -> Option<u32> {
        let waits = |i: &Invitation| {
            i.host == host && i.guest == guest && i.answered.is_none() && i.begins > now
        };
        self.list.iter().rposition(waits).map(|n| n as u32)
    }

    /// Whether somebody is invited to that already, by anybody, or invites to it.
    pub fn knows_of(&self, guest: AgentId, to: &Occasion) -> bool {
        self.list
            .iter()
            .any(|i| i.to == *to && (i.guest == guest || i.host == guest))
    }

    /// The next gathering that `host` invites to and that admits more guests.
    pub fn hosted(&self, host: AgentId, now: SimTime) -> Option<Occasion> {
        let gathers = |i: &&Invitation| {
            i.host == host
                && i.begins > now.plus(1800)
                && matches!(i.to, Occasion::Gathering { .. })
        };
        let last = self.list.iter().rev().take(200).find(gathers)?;
        let guests = self
            .list
            .iter()
            .filter(|i| i.host == host && i.to == last.to)
            .count();
        (guests < super::talks::MOST_MEMBERS).then_some(last.to)
    }

    /// Notes that somebody takes part in something now; one may come `early` seconds before it
    /// begins.
    pub fn came(&mut self, guest: AgentId, what: Engagement, now: SimTime, early: u32) {
        for invitation in &mut self.list {
            let same = match (what, invitation.to) {
                (Engagement::Event(a), Occasion::Event(b)) => a == b,
                (Engagement::Meeting(with), Occasion::Gathering { .. }) => with == invitation.host,
                _ => false,
            };
            let on = now.plus(early) >= invitation.begins && now < invitation.ends;
            if same
                && on
                && invitation.guest == guest
                && invitation.planned.is_some()
                && invitation.attended.is_none()
            {
                invitation.attended = Some(now);
            }
        }
    }

    /// How many have come how far.
    pub fn funnel(&self) -> Funnel {
        let count =
            |reached: fn(&Invitation) -> bool| self.list.iter().filter(|i| reached(i)).count();
        Funnel {
            invited: self.list.len(),
            answered: count(|i| i.answered.is_some()),
            accepted: count(|i| i.answered.is_some_and(|(_, yes)| yes)),
            planned: count(|i| i.planned.is_some()),
            attended: count(|i| i.attended.is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_only_to_what_one_planned_and_while_it_lasts() {
        let invitation = Invitation {
            host: AgentId(0),
            guest: AgentId(1),
            to: Occasion::Event(2),
            place: PlaceId(0),
            begins: SimTime(10_000),
            ends: SimTime(13_600),
            invited: SimTime(0),
            answered: None,
            planned: None,
            attended: None,
        };
        let mut all = Invitations {
            list: vec![invitation],
        };
        assert_eq!(all.pending(AgentId(0), AgentId(1), SimTime(5)), Some(0));
        all.came(AgentId(1), Engagement::Event(2), SimTime(10_500), 0);
        assert_eq!(
            all.funnel(),
            Funnel {
                invited: 1,
                ..Funnel::default()
            }
        );
        all.list[0].answered = Some((SimTime(9), true));
        all.list[0].planned = Some(SimTime(9));
        all.came(AgentId(1), Engagement::Event(3), SimTime(10_500), 0);
        all.came(AgentId(1), Engagement::Event(2), SimTime(14_000), 0);
        assert_eq!(all.funnel().attended, 0);
        all.came(AgentId(1), Engagement::Event(2), SimTime(10_500), 0);
        assert_eq!(
            all.funnel(),
            Funnel {
                invited: 1,
                answered: 1,
                accepted: 1,
                planned: 1,
                attended: 1
            }
        );
    }
}
