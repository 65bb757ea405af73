//! Invitations on their way from asked to attended, and the gatherings that people arrange
//! themselves.

use super::{Numbered, people::Engagement};
use crate::room::Grows;
use bevy::prelude::Resource;
use collegium_core::{
    ids::{AgentId, PlaceId},
    named,
    time::{DAY, SimTime},
};
use serde::{Deserialize, Serialize};

named! {
    /// What a gathering is for.
    Cause {
        /// Eating together.
        Meal = "meal",
        /// Having coffee together.
        Coffee = "coffee",
        /// Walking together.
        Walk = "walk",
        /// Music or games.
        Play = "play",
        /// Studying together for a course.
        Study = "study",
    }
}

/// What somebody is invited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occasion {
    /// An event of the scenario, by its number.
    Event(u16),
    /// Something of the host's own.
    Gathering {
        /// What they come together for.
        cause: Cause,
        /// The course that is studied, by its index in the term, where it is for that.
        course: Option<u16>,
        /// The place where they meet.
        place: PlaceId,
        /// When it begins; it ends `seconds` later.
        begins: SimTime,
        /// How long it lasts, in simulated seconds.
        seconds: u32,
    },
}

/// An invitation and how far it has come. Each stage is reached only after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The person who invites.
    pub host: AgentId,
    /// Who is invited.
    pub guest: AgentId,
    /// What the guest is asked to come to.
    pub to: Occasion,
    /// The place where it is held.
    pub place: PlaceId,
    /// When what they are invited to begins.
    pub begins: SimTime,
    /// When that ends; a day later the invitation is let go.
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

/// The invitations to what is still to come or was lately, in the order in which they were made.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitations {
    /// What is held of them, by number.
    pub list: Numbered<Invitation>,
    /// How far those have come that are not held any more.
    past: Funnel,
}

/// How long after its end an invitation is still held, in simulated seconds.
const HELD: u32 = DAY;

/// How many invitations have come how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funnel {
    /// How many invitations were made.
    pub invited: usize,
    /// How many of those were answered, with yes or no.
    pub answered: usize,
    /// How many were answered with a yes.
    pub accepted: usize,
    /// How many entered the guest's timetable.
    pub planned: usize,
    /// Of how many it is known whether their guest came: they did, or it is over.
    pub settled: usize,
    /// How many had their guest come.
    pub attended: usize,
}

impl Funnel {
    /// Counts an invitation at every stage that it has reached.
    fn count(&mut self, invitation: &Invitation, now: SimTime) {
        self.invited += 1;
        self.answered += usize::from(invitation.answered.is_some());
        self.accepted += usize::from(invitation.answered.is_some_and(|(_, yes)| yes));
        self.planned += usize::from(invitation.planned.is_some());
        self.settled += usize::from(invitation.attended.is_some() || invitation.ends <= now);
        self.attended += usize::from(invitation.attended.is_some());
    }
}

impl Invitations {
    /// The number of the invitation that waits for an answer of `guest` to `host`, the newest
    /// first.
    pub fn pending(&self, host: AgentId, guest: AgentId, now: SimTime) -> Option<u32> {
        let waits = |i: &Invitation| {
            i.host == host && i.guest == guest && i.answered.is_none() && i.begins > now
        };
        self.list
            .iter()
            .rev()
            .find(|(_, i)| waits(i))
            .map(|(n, _)| n)
    }

    /// Those by somebody and to them, oldest first.
    pub fn of(&self, who: AgentId) -> impl Iterator<Item = &Invitation> {
        let theirs = move |i: &&Invitation| i.host == who || i.guest == who;
        self.list.iter().map(|(_, i)| i).filter(theirs)
    }

    /// Whether somebody is invited to that already, by anybody, or invites to it.
    pub fn knows_of(&self, guest: AgentId, to: &Occasion) -> bool {
        self.list
            .iter()
            .any(|(_, i)| i.to == *to && (i.guest == guest || i.host == guest))
    }

    /// The next gathering that `host` invites to and that admits more guests.
    pub fn hosted(&self, host: AgentId, now: SimTime) -> Option<Occasion> {
        let gathers = |i: &Invitation| {
            i.host == host
                && i.begins > now.plus(1800)
                && matches!(i.to, Occasion::Gathering { .. })
        };
        let (_, last) = self.list.iter().rev().take(200).find(|(_, i)| gathers(i))?;
        let guests = self
            .list
            .iter()
            .filter(|(_, i)| i.host == host && i.to == last.to)
            .count();
        (guests < super::talks::MOST_MEMBERS).then_some(last.to)
    }

    /// Notes that somebody takes part in something now; one may come `early` seconds before it
    /// begins.
    pub fn came(&mut self, guest: AgentId, what: Engagement, now: SimTime, early: u32) {
        for invitation in self.list.values_mut() {
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

    /// How many have come how far until now.
    pub fn funnel(&self, now: SimTime) -> Funnel {
        let mut funnel = self.past;
        for (_, invitation) in self.list.iter() {
            funnel.count(invitation, now);
        }
        funnel
    }

    /// Lets go those that have been over for a day; the funnel goes on counting them.
    pub(super) fn forget(&mut self, now: SimTime) {
        let past = &mut self.past;
        self.list.retain(|_, invitation| {
            let of_use = invitation.ends.plus(HELD) > now;
            if !of_use {
                past.count(invitation, now);
            }
            of_use
        });
    }
}

impl Grows for Invitations {
    fn hold(&mut self, hold: bool) {
        self.list.hold(hold);
    }

    fn saved(&mut self) {
        self.list.saved();
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
        let mut all = Invitations::default();
        all.list.add(invitation);
        assert_eq!(all.pending(AgentId(0), AgentId(1), SimTime(5)), Some(0));
        all.came(AgentId(1), Engagement::Event(2), SimTime(10_500), 0);
        assert_eq!(
            all.funnel(SimTime(10_500)),
            Funnel {
                invited: 1,
                ..Funnel::default()
            }
        );
        let first = all.list.get_mut(0).unwrap();
        first.answered = Some((SimTime(9), true));
        first.planned = Some(SimTime(9));
        all.came(AgentId(1), Engagement::Event(3), SimTime(10_500), 0);
        all.came(AgentId(1), Engagement::Event(2), SimTime(14_000), 0);
        assert_eq!(all.funnel(SimTime(14_000)).attended, 0);
        assert_eq!(all.funnel(SimTime(13_599)).settled, 0);
        assert_eq!(all.funnel(SimTime(13_600)).settled, 1);
        all.came(AgentId(1), Engagement::Event(2), SimTime(10_500), 0);
        let reached = Funnel {
            invited: 1,
            answered: 1,
            accepted: 1,
            planned: 1,
            settled: 1,
            attended: 1,
        };
        let before = all.funnel(SimTime(10_500));
        assert_eq!(before, reached);
        all.forget(SimTime(13_600 + DAY - 1));
        assert_eq!(all.list.len(), 1, "a day after its end it is still held");
        all.forget(SimTime(13_600 + DAY));
        assert_eq!((all.list.len(), all.funnel(SimTime(20_000))), (0, before));
    }
}
