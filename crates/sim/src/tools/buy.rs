//! The `buy` tool.

use super::{
    Breach, Names, Observed, Reader, Refusal, SimEvent, Stage, ToolSchema,
    counter::{move_up, schedule_service, staffed},
    tell,
    tool::{ArgumentKind, Lasts, Tool, Tried, need, object, refuse, unasked},
    walk::leave_talk,
};
use crate::campus::{Item, counters::Waiting, people::Doing, talks::Speech};
use bevy::prelude::*;
use collegium_core::{i18n::Words, ids::AgentId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A call to buy something at the counter of the place one is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buy {
    /// What is asked for at the counter.
    pub item: Item,
    /// Steps in front of those who wait.
    pub cut_in: bool,
}

/// How many people may wait for each spot that a counter's queue has: the others stand behind.
const BEHIND: usize = 2;

impl Tool for Buy {
    const NAME: &'static str = "buy";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Queue at the counter of the place one is in and buy something",
            arguments: vec![
                need("item", ArgumentKind::Ware, "what"),
                unasked("cut_in", ArgumentKind::Flag, "step in front of those who wait"),
            ],
            who: "everybody",
            when: format!(
                "in an open place that sells it, where not {BEHIND} times as many wait as its queue \
                 has spots"
            )
            .into(),
            effects: "stands in the queue, is served in order, pays, and has the item in the bag; \
                      cutting in is a violation"
                .into(),
            duration: "as long as the queue takes".into(),
            refusals: &[
                "asleep",
                "away",
                "not_sold",
                "closed",
                "nobody_serves",
                "cannot_afford",
                "already_queueing",
                "queue_full",
                "no_way",
            ],
        }
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            item: Item::parse(&call.word("item")?)?,
            cut_in: call.flag("cut_in"),
        })
    }

    fn write(&self, _: &Names<'_>) -> Map<String, Value> {
        object(json!({"item": self.item.word(), "cut_in": self.cut_in}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self { item, cut_in } = *self;
        let now = stage.now();
        let person = stage.look(agent)?;
        if person.activity.doing == Doing::InTown {
            refuse!(Refusal::Away);
        }
        let Some(place_id) = stage.map().place_of(person.body.tile) else {
            refuse!(Refusal::NotSold { item });
        };
        let place = stage.map().place(place_id);
        let Some(price) = place.price(item).filter(|_| item.is_served(now)) else {
            refuse!(Refusal::NotSold { item });
        };
        if !place.is_open(now) {
            refuse!(Refusal::Closed { place: place_id });
        }
        if person.purse.cents < price {
            refuse!(Refusal::CannotAfford { price });
        }
        let (tile, line) = (person.body.tile, place.queue.len());
        // A counter where nobody has bought anything yet is none, and a refusal makes none.
        let queue = stage.counters.0.get(&place_id).map(|c| &c.queue);
        if queue.is_some_and(|queue| queue.iter().any(|w| w.agent == agent)) {
            refuse!(Refusal::AlreadyQueueing);
        }
        let waiting = queue.map_or(0, |queue| queue.len());
        if waiting >= line * BEHIND {
            refuse!(Refusal::QueueFull);
        }
        if waiting == 0 && !staffed(stage, place_id) {
            refuse!(Refusal::NobodyServes);
        }
        let Some(end) = stage
            .map()
            .place(place_id)
            .queue
            .last()
            .copied()
            .filter(|end| stage.map().path(tile, *end, 0).is_some())
        else {
            refuse!(Refusal::NoWay);
        };
        leave_talk(stage, agent)?;
        stage.release_spot(agent)?;
        stage.begin(agent, Doing::Queueing, None)?;
        let queue = stage.counters.0.entry(place_id).or_default();
        let cuts = cut_in && queue.queue.len() > 2;
        let at = if cuts { 1 } else { queue.queue.len() };
        let passed = queue.queue.get(1).map(|w| w.agent);
        queue.queue.insert(
            at,
            Waiting {
                agent,
                item,
                since: now,
            },
        );
        debug_assert!(stage.map().grid.walkable(end));
        if cuts {
            let breach = Breach::QueueCutting { passed };
            stage.note(agent, SimEvent::Violation { breach })?;
        }
        if stage
            .counters
            .0
            .get(&place_id)
            .is_some_and(|c| c.serves_at.is_none())
        {
            schedule_service(stage, place_id);
        }
        move_up(stage, place_id)?;
        Ok(Ok(Observed::Queueing {
            ahead: at as u16,
            cents: price,
        }))
    }

    fn lasts(&self) -> Lasts<'_> {
        Lasts::AsItTakes
    }

    fn told(&self, words: &Words, _: &Names<'_>) -> String {
        let what = [("what", tell::an_item(words, self.item).into())];
        if self.cut_in {
            words.say_with("call-buy-first", &what)
        } else {
            words.say_with("call-buy", &what)
        }
    }
}
