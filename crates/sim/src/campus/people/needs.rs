//! What people cannot go without for long, and how that falls and recovers.

use super::{activity::Doing, persona::Traits};
use bevy::prelude::Component;
use collegium_core::{
    named,
    time::{HOUR, SimTime},
};
use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

named! {
    /// What somebody cannot go without for long.
    Need {
        /// Rest at night.
        Sleep = "sleep",
        /// Something to eat.
        Food = "food",
        /// Talk, and others around.
        Company = "company",
        /// Something pleasant to do.
        Fun = "fun",
        /// Being clean: a shower now and then.
        Hygiene = "hygiene",
    }
}

/// How many needs there are.
const NEEDS: usize = Need::ALL.len();

/// A value for each need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByNeed<T>([T; NEEDS]);

impl<T> ByNeed<T> {
    /// The value that `of` gives for each need, asked in their order.
    pub fn each(mut of: impl FnMut(Need) -> T) -> Self {
        Self(std::array::from_fn(|i| of(Need::ALL[i])))
    }

    /// Every need with its value, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (Need, &T)> {
        Need::ALL.iter().copied().zip(&self.0)
    }
}

impl<T> Index<Need> for ByNeed<T> {
    type Output = T;

    fn index(&self, need: Need) -> &T {
        &self.0[need as usize]
    }
}

impl<T> IndexMut<Need> for ByNeed<T> {
    fn index_mut(&mut self, need: Need) -> &mut T {
        &mut self.0[need as usize]
    }
}

/// How well each need is met: 1 is full, 0 is empty. Levels change at a constant rate between two
/// moments, so nothing is done per tick.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Needs {
    /// The levels at `since`, each 0 to 1.
    levels: ByNeed<f32>,
    /// The change per hour.
    rates: ByNeed<f32>,
    /// When the levels were reckoned.
    since: SimTime,
}

impl Needs {
    /// Needs with given levels, each from 0 to 1.
    pub fn new(levels: ByNeed<f32>, now: SimTime) -> Self {
        Self {
            levels,
            rates: ByNeed::default(),
            since: now,
        }
    }

    /// All levels at `now`, each from 0 to 1.
    pub fn levels(&self, now: SimTime) -> ByNeed<f32> {
        ByNeed::each(|need| self.level(need, now))
    }

    /// One level at `now`, from 0 to 1.
    pub fn level(&self, need: Need, now: SimTime) -> f32 {
        let hours = now.since(self.since) as f32 / HOUR as f32;
        (self.levels[need] + self.rates[need] * hours).clamp(0.0, 1.0)
    }

    /// Reckons the levels up to `now` and goes on at the rates of what is done from here.
    pub fn turn_to(&mut self, doing: Doing, traits: &Traits, now: SimTime) {
        self.levels = self.levels(now);
        self.since = now;
        self.rates = rates(doing, traits);
    }

    /// Raises (or lowers) a level at once.
    pub fn add(&mut self, need: Need, amount: f32, now: SimTime) {
        self.levels = self.levels(now);
        self.since = now;
        self.levels[need] = (self.levels[need] + amount).clamp(0.0, 1.0);
    }
}

/// The change of each need per hour while doing something.
fn rates(doing: Doing, traits: &Traits) -> ByNeed<f32> {
    let mut rates = ByNeed::each(|need| match need {
        Need::Sleep => -1.0 / (22.0 + 5.0 * traits.energy),
        Need::Food => -1.0 / 8.0,
        Need::Company => -0.05 - 0.09 * traits.sociability,
        Need::Fun => -0.07,
        Need::Hygiene => -1.0 / 22.0,
    });
    match doing {
        Doing::Sleeping => {
            rates[Need::Sleep] = 1.0 / 7.0;
            rates[Need::Food] = -0.045;
            rates[Need::Company] = 0.0;
            rates[Need::Fun] = 0.03;
            rates[Need::Hygiene] = -0.02;
        }
        Doing::Washing => rates[Need::Hygiene] = 4.0,
        Doing::Exercising => {
            rates[Need::Fun] = 0.4;
            rates[Need::Food] *= 1.5;
            rates[Need::Hygiene] = -0.35;
            rates[Need::Sleep] *= 1.2;
        }
        Doing::Playing => rates[Need::Fun] = 0.5,
        Doing::Resting => {
            rates[Need::Fun] = 0.18;
            rates[Need::Sleep] *= 0.5;
        }
        Doing::AtEvent => {
            rates[Need::Fun] = 0.3;
            rates[Need::Company] = 0.25;
        }
        Doing::Chatting => {
            rates[Need::Company] = 0.6;
            rates[Need::Fun] = 0.1;
        }
        Doing::Eating | Doing::Coffee => rates[Need::Fun] = 0.05,
        Doing::InClass | Doing::Teaching | Doing::Working => rates[Need::Company] = 0.02,
        Doing::Studying => rates[Need::Fun] = -0.1,
        Doing::InTown => {
            rates[Need::Company] = 0.08;
            rates[Need::Fun] = 0.08;
            rates[Need::Food] = 0.1;
            rates[Need::Hygiene] = 0.05;
        }
        _ => {}
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_fall_and_recover() {
        let traits = Traits::default();
        let mut needs = Needs::new(ByNeed::each(|_| 1.0), SimTime(0));
        needs.turn_to(Doing::Working, &traits, SimTime(0));
        let later = SimTime(4 * HOUR);
        assert!((0.4..0.6).contains(&needs.level(Need::Food, later)));
        assert!(needs.level(Need::Sleep, later) > 0.6);
        needs.turn_to(Doing::Sleeping, &traits, later);
        assert!(needs.level(Need::Sleep, later.plus(8 * HOUR)) > 0.99);
        needs.add(Need::Food, 2.0, later);
        assert_eq!(needs.level(Need::Food, later), 1.0);
    }

    #[test]
    fn levels_never_leave_their_range() {
        let mut needs = Needs::new(ByNeed::each(|_| 0.5), SimTime(0));
        needs.turn_to(Doing::Studying, &Traits::default(), SimTime(0));
        assert!(
            needs
                .levels(SimTime(collegium_core::time::DAY * 9))
                .iter()
                .all(|(_, level)| (0.0..=1.0).contains(level))
        );
    }
}
