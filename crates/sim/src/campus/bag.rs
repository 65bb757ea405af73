//! What people carry: what they have bought and not yet used, and what they have borrowed.

use super::{
    Item, Setting,
    people::{Persona, Role},
};
use bevy::prelude::{Component, Entity, World};
use collegium_core::{
    dice::{Dice, Draw},
    ids::AgentId,
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// What students begin with.
const CONTENTS: Draw = Draw::of("campus: bags at the start");

/// Whose something is, and until when it may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// The person it belongs to.
    pub owner: AgentId,
    /// When it was lent.
    pub since: SimTime,
    /// When it is wanted back.
    pub due: SimTime,
}

/// A thing in a bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// What kind of thing it is.
    pub item: Item,
    /// Whose it is, when it is borrowed.
    pub loan: Option<Loan>,
}

/// Something of one's own that somebody else carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lent {
    /// What kind of thing it is.
    pub item: Item,
    /// The person who carries it.
    pub to: AgentId,
    /// When it is wanted back.
    pub due: SimTime,
}

/// What somebody carries, in the order in which it came, and what others carry of their own.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bag {
    /// What they carry, their own and borrowed.
    pub things: Vec<Thing>,
    /// What of their own others carry.
    pub lent: Vec<Lent>,
}

impl Bag {
    /// The most things that a bag holds, for those who are handed one more.
    pub const MOST: usize = 20;

    /// A bag with things of one's own.
    pub fn of(items: impl IntoIterator<Item = Item>) -> Self {
        let mut bag = Self::default();
        for item in items {
            bag.put(item);
        }
        bag
    }

    /// Puts in something of one's own.
    pub fn put(&mut self, item: Item) {
        self.things.push(Thing { item, loan: None });
    }

    /// All that it holds, borrowed or not.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        self.things.iter().map(|thing| thing.item)
    }

    /// What of it is borrowed, each with whose it is and until when, in the order in which it came.
    pub fn borrowed(&self) -> impl Iterator<Item = (Item, Loan)> + '_ {
        self.things
            .iter()
            .filter_map(|thing| Some((thing.item, thing.loan?)))
    }

    /// How many of something it holds, borrowed or not.
    pub fn count(&self, item: Item) -> usize {
        self.items().filter(|held| *held == item).count()
    }

    /// How many of something in it are one's own.
    pub fn own(&self, item: Item) -> usize {
        self.count(item) - self.borrowed().filter(|(held, _)| *held == item).count()
    }

    /// The loan of something that is somebody's, when it holds one.
    pub fn loan(&self, item: Item, owner: AgentId) -> Option<Loan> {
        self.borrowed()
            .find(|(held, loan)| *held == item && loan.owner == owner)
            .map(|(_, loan)| loan)
    }

    /// Whether it holds as much as it can.
    pub const fn is_full(&self) -> bool {
        self.things.len() >= Self::MOST
    }

    /// Takes out the first of something on such terms: what is one's own (`None`), or what is
    /// borrowed of somebody. Gives it, when there was one.
    pub fn take(&mut self, item: Item, owner: Option<AgentId>) -> Option<Thing> {
        let at = self
            .things
            .iter()
            .position(|t| t.item == item && t.loan.map(|loan| loan.owner) == owner)?;
        Some(self.things.remove(at))
    }

    /// Notes that somebody has given back what was lent to them.
    pub fn has_back(&mut self, item: Item, from: AgentId) {
        let found = |lent: &Lent| lent.item == item && lent.to == from;
        if let Some(at) = self.lent.iter().position(found) {
            self.lent.remove(at);
        }
        self.put(item);
    }
}

/// What students begin with: most have a pen and a book, some have two to spare, some have none.
pub(super) fn begins_with(world: &World, person: Entity) -> Bag {
    let (Some(setting), Some(id), Some(persona)) = (
        world.get_resource::<Setting>(),
        world.get::<AgentId>(person),
        world.get::<Persona>(person),
    ) else {
        return Bag::default();
    };
    if persona.role != Role::Student {
        return Bag::default();
    }
    let dice = Dice {
        seed: setting.0.seed,
    };
    let mut roll = dice.stream(id.0, CONTENTS, 0);
    let chances = [
        (Item::Stationery, 0.8),
        (Item::Stationery, 0.5),
        (Item::Book, 0.65),
        (Item::Book, 0.4),
    ];
    let had = chances
        .into_iter()
        .filter(|(_, chance)| roll.chance(*chance));
    Bag::of(had.map(|(item, _)| item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_borrowed_is_told_from_what_is_ones_own() {
        let owner = AgentId(3);
        let loan = Loan {
            owner,
            since: SimTime(0),
            due: SimTime(60),
        };
        let mut bag = Bag::of([Item::Book]);
        bag.things.insert(
            0,
            Thing {
                item: Item::Book,
                loan: Some(loan),
            },
        );
        assert_eq!((bag.count(Item::Book), bag.own(Item::Book)), (2, 1));
        assert_eq!(bag.loan(Item::Book, owner), Some(loan));
        assert_eq!(bag.loan(Item::Book, AgentId(4)), None);
        assert_eq!(bag.take(Item::Book, None).map(|t| t.loan), Some(None));
        assert_eq!(bag.take(Item::Book, None), None);
        assert!(bag.take(Item::Book, Some(owner)).is_some() && bag.things.is_empty());
    }

    #[test]
    fn what_comes_back_is_owed_no_more() {
        let mut bag = Bag::default();
        let lent = |to| Lent {
            item: Item::Book,
            to: AgentId(to),
            due: SimTime(60),
        };
        bag.lent = vec![lent(1), lent(2)];
        bag.has_back(Item::Book, AgentId(2));
        assert_eq!((bag.lent, bag.things.len()), (vec![lent(1)], 1));
    }
}
