//! Whether news are heeded: what people take in of what they hear, what they keep of it, and what
//! they care to pass on.
//!
//! Little stays of a conversation: right after it people recall about a tenth of what was said
//! (Stafford & Daly 1984, “Conversational memory”), and rather what concerns them and comes from
//! those they are close to. What nobody repeats is mostly forgotten within days (Ebbinghaus 1885;
//! Murre & Dros 2015). Who finds that others know a thing already stops telling it (Daley & Kendall
//! 1964, “Epidemics and rumours”; Maki & Thompson 1973).

use super::{
    facts::{Fact, FactKind, Source},
    ledger::{Knowledge, Ledger},
};
use crate::{
    campus::{Setting, people::Persona, scenario::Scenario},
    memory::SocialMemory,
    tools::Stage,
};
use bevy::prelude::*;
use collegium_core::{
    dice::{Dice, Draw},
    ids::AgentId,
    time::{Clock, DAY},
};

/// How much something matters to somebody beyond what their life tells: a matter of taste.
const TASTE: Draw = Draw::of("social: a taste for a piece of news");
/// Whether anything stays of what is heard.
const STAYS: Draw = Draw::of("social: what stays of what is heard");
/// Whether something is forgotten in a night.
const FADES: Draw = Draw::of("social: what is forgotten in a night");
/// Whether somebody looks at the feed at all.
const READER: Draw = Draw::of("social: who reads the feed");

/// Somebody who hears, keeps or tells news.
#[derive(Clone, Copy)]
pub struct Heeder<'a> {
    /// The dice of the campus.
    pub dice: Dice,
    /// Their number.
    pub agent: AgentId,
    /// Who they are.
    pub persona: &'a Persona,
    /// The scenario, for its events.
    pub scenario: &'a Scenario,
}

impl Heeder<'_> {
    /// How much a fact interests them, 0 to 1: half of it whether it concerns them, half taste.
    /// `near` says how close they are to the one whom it is about, 0 to 10.
    pub fn interest(&self, number: u32, fact: &Fact, near: f32) -> f32 {
        let taste = self
            .dice
            .stream(self.agent.0, TASTE, u64::from(number))
            .unit();
        let event = fact.event(self.scenario);
        let event = event.and_then(|e| self.scenario.events.get(usize::from(e)));
        let concern = match (event, fact.kind()) {
            (Some(event), _) if event.invites(&self.persona.group) => {
                0.2 + 0.6 * self.persona.traits.sociability
            }
            (Some(_), _) => 0.0,
            (None, FactKind::Planted | FactKind::Event) => taste,
            // What people did is what others talk of most (Dunbar 1996), of those they know above
            // all.
            (None, _) => 0.4 + 0.06 * near,
        };
        (0.5 * taste + 0.5 * concern).clamp(0.0, 1.0)
    }

    /// How likely it is, 0 to 1, that they take a fact in which they are told by somebody to whom
    /// they are that close (0 to 10).
    fn chance_told(interest: f32, fact: &Fact, closeness: f32) -> f32 {
        let matters = 0.5 + 0.05 * f32::from(fact.importance);
        (0.15 + 0.6 * interest * matters + 0.015 * closeness).clamp(0.0, 1.0)
    }
}

/// How much less stays of what reaches one in another way than of what one is told.
const fn share(source: Source, loud: bool) -> f32 {
    match source {
        // Most of what is said nearby goes past one, unless it is said out loud.
        Source::Overheard => {
            if loud {
                0.35
            } else {
                0.15
            }
        }
        // A feed is skimmed.
        Source::Read => 0.5,
        Source::Planted | Source::Told | Source::Witnessed | Source::LookedUp => 1.0,
    }
}

/// Whether somebody takes in a fact that reaches them now; whoever knows it does.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn takes_in(
    stage: &Stage,
    ledger: &Ledger,
    (agent, number): (AgentId, u32),
    (source, loud): (Source, bool),
    closeness: &dyn Fn(AgentId, AgentId) -> f32,
    from: AgentId,
) -> Result<bool> {
    let Some(fact) = ledger.fact(number) else {
        return Ok(false);
    };
    if ledger.knows(agent, number) {
        return Ok(true);
    }
    let person = stage.look(agent)?;
    let heeder = Heeder {
        dice: *stage.dice,
        agent,
        persona: person.persona,
        scenario: &stage.setting.0,
    };
    let near = fact.who().map_or(0.0, |who| closeness(agent, who));
    let interest = heeder.interest(number, fact, near);
    let chance = Heeder::chance_told(interest, fact, closeness(agent, from));
    let purpose = STAYS.nth(u64::from(number));
    let mut roll = stage.dice.stream(agent.0, purpose, stage.clock.tick);
    Ok(roll.chance(chance * share(source, loud)))
}

/// Whether somebody looks at the feed at all: about half do, the sociable rather.
pub fn reads_feed(dice: Dice, agent: AgentId, sociability: f32) -> bool {
    let mut roll = dice.stream(agent.0, READER, 0);
    roll.chance(0.2 + 0.6 * sociability)
}

/// How much of their wish to tell a fact is left to somebody who knows of that many that they know
/// it too, 0 to 1; the first of them is whom they have it from.
pub fn novelty(knowing: usize) -> f32 {
    1.0 / (1.0 + 0.3 * knowing.saturating_sub(1) as f32)
}

/// In the night people forget of what they only heard or read what hardly interests them, unless
/// they mean to go there.
pub(super) fn fade(
    clock: Res<Clock>,
    dice: Res<Dice>,
    setting: Res<Setting>,
    people: Query<(&Persona, &SocialMemory, &crate::campus::people::Timetable)>,
    roster: Res<crate::campus::Roster>,
    mut ledger: ResMut<Ledger>,
) {
    let scenario = &setting.0;
    let now = clock.now;
    let fades = |known: &Knowledge, fact: &Fact| {
        let heard = matches!(
            known.source,
            Source::Told | Source::Overheard | Source::Read
        );
        if !heard || now.since(known.since) < DAY / 4 {
            return false;
        }
        let Ok((persona, social, timetable)) = people.get(roster.entity(known.agent)) else {
            return false;
        };
        let goes = |event: u16| timetable.events.contains(&event);
        if fact.kind() == FactKind::Invitation || fact.event(scenario).is_some_and(goes) {
            return false;
        }
        let heeder = Heeder {
            dice: *dice,
            agent: known.agent,
            persona,
            scenario,
        };
        let near = fact.who().map_or(0.0, |who| social.closeness(who));
        let interest = heeder.interest(known.fact, fact, near);
        let purpose = FADES.nth(u64::from(known.fact));
        let mut roll = dice.stream(known.agent.0, purpose, u64::from(now.day()));
        roll.chance(0.6 * (1.0 - interest))
    };
    ledger.fade(fades);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, tools::News};
    use collegium_core::time::SimTime;

    #[test]
    fn what_concerns_people_interests_them_and_what_they_know_is_no_news() {
        let (scenario, _) = testing::first_week();
        let fact = |news, importance| Fact {
            news,
            arose: SimTime(0),
            until: SimTime(9),
            importance,
        };
        let mean = |fact: &Fact, near: f32| -> f32 {
            let people = scenario.people.iter().enumerate();
            let all = people.map(|(n, (persona, _))| {
                let heeder = Heeder {
                    dice: Dice { seed: 4 },
                    agent: AgentId(n as u32),
                    persona,
                    scenario: &scenario,
                };
                heeder.interest(3, fact, near)
            });
            all.sum::<f32>() / scenario.people.len() as f32
        };
        let loud = fact(
            News::Loud {
                who: Some(AgentId(0)),
                place: None,
            },
            3,
        );
        assert!(mean(&loud, 8.0) > mean(&loud, 0.0) + 0.2);
        let told = |closeness| Heeder::chance_told(0.5, &loud, closeness);
        assert!(told(8.0) > told(0.0) && told(0.0) > share(Source::Overheard, false) * told(0.0));
        assert!(novelty(1) > novelty(2) && novelty(2) > novelty(9) && novelty(0) <= 1.0);
        let readers = (0..400).filter(|n| reads_feed(Dice { seed: 4 }, AgentId(*n), 0.5));
        assert!((140..260).contains(&readers.count()));
    }
}
