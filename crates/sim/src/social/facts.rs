//! Facts: what there is to know and tell.

use crate::{
    campus::scenario::Scenario,
    tools::{Names, News, tell},
};
use collegium_core::{
    i18n::Words,
    ids::{AgentId, PlaceId},
    named,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

named! {
    /// Where a fact comes from.
    FactKind {
        /// The scenario plants it, to watch it spread.
        Planted = "planted",
        /// An event of the scenario that only some know of.
        Event = "event",
        /// A gathering that somebody invites to.
        Invitation = "invitation",
        /// Something that happened.
        News = "news",
        /// What came of somebody's work.
        Result = "result",
        /// Something of somebody's own life.
        Personal = "personal",
    }
}

pub use crate::tools::Source;

/// Something that people can know and tell each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it says, whole.
    pub news: News,
    /// Since when there is something to know.
    pub arose: SimTime,
    /// Until when it is worth telling.
    pub until: SimTime,
    /// How much it is worth telling, 1 to 10.
    pub importance: u8,
}

impl Fact {
    /// Where it comes from: the scenario, an invitation, what happened, or a life.
    pub const fn kind(&self) -> FactKind {
        match self.news {
            News::Planted(_) => FactKind::Planted,
            News::Event(_) => FactKind::Event,
            News::Gathering { .. } => FactKind::Invitation,
            News::Pushed { .. } | News::Loud { .. } | News::Missed { .. } => FactKind::News,
            News::Scored { .. } | News::Worked { .. } => FactKind::Result,
            News::Life { .. } => FactKind::Personal,
        }
    }

    /// Whom it is about, when it is about somebody.
    pub const fn who(&self) -> Option<AgentId> {
        self.news.who()
    }

    /// The place it happened or happens in.
    pub fn place(&self, scenario: &Scenario) -> Option<PlaceId> {
        match self.news {
            News::Planted(_) | News::Event(_) => {
                let event = self.event(scenario)?;
                Some(scenario.events.get(usize::from(event))?.place)
            }
            News::Gathering { place, .. } => Some(place),
            News::Pushed { place, .. } | News::Loud { place, .. } => place,
            News::Missed { course, .. } | News::Scored { course, .. } => {
                let courses = &scenario.term.courses;
                Some(courses.get(usize::from(course))?.room)
            }
            News::Worked { .. } | News::Life { .. } => None,
        }
    }

    /// The fact in a neutral sentence, without a full stop.
    pub fn text(&self, words: &Words, names: &Names<'_>) -> String {
        tell::news(words, &self.news, names)
    }

    /// The event it is about.
    pub fn event(&self, scenario: &Scenario) -> Option<u16> {
        match self.news {
            News::Event(n) => Some(n),
            News::Planted(n) => scenario.facts.get(usize::from(n)).and_then(|f| f.event),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campus::testing;

    #[test]
    fn what_a_fact_says_tells_its_kind_its_person_and_its_place() {
        let (scenario, _) = testing::first_week();
        let (who, place) = (Some(AgentId(1)), Some(PlaceId(2)));
        let of = |news| {
            let fact = Fact {
                news,
                arose: SimTime(0),
                until: SimTime(9),
                importance: 3,
            };
            (fact.kind(), fact.who(), fact.place(&scenario))
        };
        let (hidden, event) = scenario
            .events
            .iter()
            .enumerate()
            .find(|(_, e)| e.hidden)
            .unwrap();
        let held = Some(event.place);
        assert_eq!(
            of(News::Event(hidden as u16)),
            (FactKind::Event, None, held)
        );
        let passed = AgentId(3);
        assert_eq!(
            of(News::Pushed { who, passed, place }),
            (FactKind::News, who, place)
        );
        let room = Some(scenario.term.courses[0].room);
        assert_eq!(
            of(News::Missed { who, course: 0 }),
            (FactKind::News, who, room)
        );
        let life = News::Life {
            who: AgentId(1),
            memory: 0,
        };
        assert_eq!(of(life), (FactKind::Personal, who, None));
        // A save may name what is not there.
        let gone = [
            News::Planted(u16::MAX),
            News::Event(u16::MAX),
            News::Missed {
                who: None,
                course: u16::MAX,
            },
        ];
        assert!(gone.into_iter().all(|news| of(news).2.is_none()));
    }
}
