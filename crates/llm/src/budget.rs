//! What may be spent and what has been: per run, agent, simulated day and profile. Spending is
//! reserved before a call and put right after it.

use super::settings::{Limits, Profile};
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Tokens and money, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Tokens of prompts and answers together.
    pub tokens: u64,
    /// Money, in millionths of the unit that prices are in.
    pub micros: u64,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.tokens = self.tokens.saturating_add(other.tokens);
        self.micros = self.micros.saturating_add(other.micros);
    }

    fn take(&mut self, other: Self) {
        self.tokens = self.tokens.saturating_sub(other.tokens);
        self.micros = self.micros.saturating_sub(other.micros);
    }
}

/// What a run has spent; can be kept in a save and taken up again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Everything since the beginning of the run.
    pub run: Cost,
    /// Since the beginning of the run, by agent.
    pub agents: BTreeMap<u32, Cost>,
    /// By simulated day and agent, of the last days.
    pub agent_days: BTreeMap<u32, BTreeMap<u32, Cost>>,
    /// By simulated day, of everybody together.
    pub days: BTreeMap<u32, Cost>,
    /// Since the beginning of the run, by the profile's name.
    pub profiles: BTreeMap<String, Cost>,
}

impl Spent {
    fn each(&mut self, whose: &Whose, mut change: impl FnMut(&mut Cost)) {
        change(&mut self.run);
        change(self.agents.entry(whose.agent).or_default());
        change(
            self.agent_days
                .entry(whose.day)
                .or_default()
                .entry(whose.agent)
                .or_default(),
        );
        change(self.days.entry(whose.day).or_default());
        // Looked up first: the name is cloned only once.
        match self.profiles.get_mut(&whose.profile) {
            Some(cost) => change(cost),
            None => change(self.profiles.entry(whose.profile.clone()).or_default()),
        }
    }
}

/// On whose account something is spent.
#[derive(Clone, Debug)]
struct Whose {
    agent: u32,
    day: u32,
    profile: String,
}

/// The accounts of a run, with its limits.
#[derive(Clone, Debug)]
pub struct Budget {
    limits: Limits,
    // Spent and reserved together.
    spent: Arc<Mutex<Spent>>,
}

/// A sum set aside for a call. What was really spent is told by [`Reservation::settle`]; dropped
/// without it, the sum is free again.
#[derive(Debug)]
pub struct Reservation {
    spent: Arc<Mutex<Spent>>,
    whose: Whose,
    cost: Cost,
}

fn lock(spent: &Mutex<Spent>) -> MutexGuard<'_, Spent> {
    spent.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Budget {
    /// Accounts with these limits, going on from what was spent before.
    pub fn new(limits: Limits, before: Spent) -> Self {
        Self {
            limits,
            spent: Arc::new(Mutex::new(before)),
        }
    }

    /// Whether anything is limited, so that estimates are worth their while.
    pub fn limited(&self, profile: &Profile) -> bool {
        self.limits != Limits::default()
            || profile.tokens_per_run.is_some()
            || profile.micros_per_run.is_some()
    }

    /// What has been spent and is set aside.
    pub fn spent(&self) -> Spent {
        lock(&self.spent).clone()
    }

    /// Sets a sum aside.
    ///
    /// # Errors
    /// When it does not fit into a budget: a sentence that names which.
    pub fn reserve(
        &self,
        agent: AgentId,
        asked: SimTime,
        profile: &Profile,
        cost: Cost,
    ) -> Result<Reservation, String> {
        let whose = Whose {
            agent: agent.0,
            day: asked.day(),
            profile: profile.name.clone(),
        };
        let mut spent = lock(&self.spent);
        let mine = spent.agents.get(&whose.agent).copied().unwrap_or_default();
        let today = spent
            .agent_days
            .get(&whose.day)
            .and_then(|day| day.get(&whose.agent))
            .copied()
            .unwrap_or_default();
        let day = spent.days.get(&whose.day).copied().unwrap_or_default();
        let here = spent
            .profiles
            .get(&whose.profile)
            .copied()
            .unwrap_or_default();
        let limits = self.limits;
        let per = format!("of profile {}", profile.name);
        let tokens = [
            (limits.tokens_per_run, spent.run, "tokens", "of the run"),
            (limits.tokens_per_agent, mine, "tokens", "of the agent"),
            (
                limits.tokens_per_agent_day,
                today,
                "tokens",
                "of the agent's day",
            ),
            (profile.tokens_per_run, here, "tokens", per.as_str()),
        ];
        let money = [
            (limits.micros_per_run, spent.run, "money", "of the run"),
            (limits.micros_per_day, day, "money", "of the day"),
            (profile.micros_per_run, here, "money", per.as_str()),
        ];
        for (limit, sum, what, whose) in tokens {
            fits(limit, sum.tokens, cost.tokens, 1.0, what, whose)?;
        }
        for (limit, sum, what, whose) in money {
            fits(limit, sum.micros, cost.micros, 1e-6, what, whose)?;
        }
        spent.each(&whose, |sum| sum.add(cost));
        // Answers may come late, but not by days; a long run would gather many.
        let oldest = whose.day.saturating_sub(2);
        spent.agent_days.retain(|day, _| *day >= oldest);
        drop(spent);
        Ok(Reservation {
            spent: Arc::clone(&self.spent),
            whose,
            cost,
        })
    }

    /// Notes what was spent where nothing is limited.
    pub fn note(&self, agent: AgentId, asked: SimTime, profile: &Profile, cost: Cost) {
        let whose = Whose {
            agent: agent.0,
            day: asked.day(),
            profile: profile.name.clone(),
        };
        lock(&self.spent).each(&whose, |sum| sum.add(cost));
    }
}

fn fits(
    limit: Option<u64>,
    sum: u64,
    more: u64,
    unit: f64,
    what: &str,
    whose: &str,
) -> Result<(), String> {
    match limit {
        Some(limit) if sum.saturating_add(more) > limit => Err(format!(
            "the budget {whose} is spent: {} of {} {what}, and this needs up to {}",
            sum as f64 * unit,
            limit as f64 * unit,
            more as f64 * unit
        )),
        _ => Ok(()),
    }
}

impl Reservation {
    /// Tells what was really spent.
    pub fn settle(mut self, real: Cost) {
        let estimate = self.cost;
        lock(&self.spent).each(&self.whose, |sum| {
            sum.take(estimate);
            sum.add(real);
        });
        self.cost = Cost::default();
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        let cost = self.cost;
        if cost != Cost::default() {
            lock(&self.spent).each(&self.whose, |sum| sum.take(cost));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Api;

    const DAY: u32 = 86_400;

    #[test]
    fn every_budget_is_kept() {
        let all = Limits {
            tokens_per_run: Some(1000),
            tokens_per_agent: Some(500),
            tokens_per_agent_day: Some(300),
            micros_per_run: Some(10_000_000),
            micros_per_day: Some(5_000_000),
        };
        let mut profile = Profile::new("p", Api::OpenAi, "http://x", "m");
        let budget = Budget::new(all, Spent::default());
        let spend = |agent, day, tokens, micros, profile: &Profile| {
            let reserved = budget.reserve(
                AgentId(agent),
                SimTime(day * DAY),
                profile,
                Cost { tokens, micros },
            );
            reserved.map(|r| r.settle(Cost { tokens, micros }))
        };
        spend(1, 0, 300, 5_000_000, &profile).unwrap();
        assert!(
            spend(1, 0, 1, 0, &profile)
                .unwrap_err()
                .contains("of the agent's day is spent: 300 of 300 tokens")
        );
        assert!(
            spend(2, 0, 1, 1, &profile)
                .unwrap_err()
                .contains("of the day is spent: 5 of 5 money")
        );
        spend(1, 1, 200, 0, &profile).unwrap();
        assert!(
            spend(1, 2, 1, 0, &profile)
                .unwrap_err()
                .contains("of the agent is")
        );
        spend(2, 1, 300, 0, &profile).unwrap();
        assert!(
            spend(3, 1, 201, 0, &profile)
                .unwrap_err()
                .contains("of the run")
        );
        profile.tokens_per_run = Some(810);
        assert!(
            spend(3, 1, 20, 0, &profile)
                .unwrap_err()
                .contains("of profile p")
        );
        spend(3, 1, 10, 0, &profile).unwrap();
        assert_eq!(budget.spent().run.tokens, 810);
    }

    #[test]
    fn reservations_count_until_they_are_put_right() {
        let budget = Budget::new(
            Limits {
                tokens_per_run: Some(100),
                ..Limits::default()
            },
            Spent::default(),
        );
        let profile = Profile::new("p", Api::OpenAi, "http://x", "m");
        let cost = |tokens| Cost { tokens, micros: 0 };
        let first = budget
            .reserve(AgentId(1), SimTime(0), &profile, cost(80))
            .unwrap();
        assert!(
            budget
                .reserve(AgentId(2), SimTime(0), &profile, cost(30))
                .is_err()
        );
        first.settle(cost(20));
        let second = budget
            .reserve(AgentId(2), SimTime(0), &profile, cost(80))
            .unwrap();
        drop(second);
        assert_eq!(budget.spent().run, cost(20));
    }
}
