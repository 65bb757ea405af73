//! What decisions and lines rest on: the memories that were there for each, and those of them that
//! it was made from. A model cites them by their numbers in the prompt; for the built-in mind they
//! are those whose facts, plans and insights gave the option or the line.

use bevy::prelude::Component;
use collegium_core::{ids::AgentId, time::SimTime};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::VecDeque;

/// The memories of a decision or of a line, by their numbers in the stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recollection {
    /// Those that were there for it.
    pub offered: Vec<u32>,
    /// Those of them that it rests on.
    pub used: Vec<u32>,
}

impl Recollection {
    /// Of memories that it all rests on: what a rule was made from was there for it.
    pub fn of(mut used: Vec<u32>) -> Self {
        used.sort_unstable();
        used.dedup();
        Self {
            offered: used.clone(),
            used,
        }
    }

    /// Of memories that were offered in a prompt, where they count from 1, and what the answer says
    /// it has used of them. Whatever is no number of theirs is passed over.
    pub fn cited(offered: &[u32], used: Option<&Value>) -> Self {
        let numbers: &[Value] = match used {
            Some(Value::Array(list)) => list,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let number = |value: &Value| match value {
            Value::Number(n) => n.as_u64(),
            Value::String(text) => text.trim_matches(['[', ']', '#', ' ', '.']).parse().ok(),
            _ => None,
        };
        let at = |n: u64| usize::try_from(n).ok()?.checked_sub(1);
        let cited = numbers.iter().filter_map(number);
        let found = cited.filter_map(|n| offered.get(at(n)?).copied());
        Self {
            offered: offered.to_vec(),
            ..Self::of(found.collect())
        }
    }

    /// Whether it rests on any memory.
    pub fn rests(&self) -> bool {
        !self.used.is_empty()
    }
}

/// A line that somebody said, with its memories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recounted {
    /// When it was said.
    pub at: SimTime,
    /// The person it was said to.
    pub with: AgentId,
    /// Its memories.
    pub memories: Recollection,
}

/// What somebody's decisions and lines have rested on since the start: how many there were, how
/// many of them rest on a memory, and the last lines with theirs.
#[derive(Component, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recollections {
    /// Decisions about what to do next.
    pub decisions: u32,
    /// Those that rest on a memory.
    pub decisions_resting: u32,
    /// Lines that were said.
    pub lines: u32,
    /// Those that rest on a memory.
    pub lines_resting: u32,
    /// The last lines, newest last.
    pub last: VecDeque<Recounted>,
}

/// How many of the last lines are kept.
const KEPT: usize = 6;

impl Recollections {
    /// Counts a decision.
    pub fn decided(&mut self, memories: &Recollection) {
        self.decisions += 1;
        self.decisions_resting += u32::from(memories.rests());
    }

    /// Counts a line, and keeps it.
    pub fn said(&mut self, line: Recounted) {
        self.lines += 1;
        self.lines_resting += u32::from(line.memories.rests());
        if self.last.len() == KEPT {
            self.last.pop_front();
        }
        self.last.push_back(line);
    }

    /// The share of decisions and lines that rest on a memory, 0 to 1; none before the first.
    pub fn share(&self) -> Option<f64> {
        let all = self.decisions + self.lines;
        let resting = self.decisions_resting + self.lines_resting;
        (all > 0).then(|| f64::from(resting) / f64::from(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_model_cites_by_the_numbers_it_was_shown() {
        let offered = [40, 7, 19];
        let used = |answer: Value| Recollection::cited(&offered, Some(&answer)).used;
        assert_eq!(used(json!([3, 1, 3])), [19, 40]);
        assert_eq!(used(json!(["[2]", "1."])), [7, 40]);
        assert_eq!(used(json!(2)), [7]);
        for nonsense in [
            json!([0, 4, -1, 1.5]),
            json!("all"),
            json!({"a": 1}),
            json!(null),
        ] {
            assert!(used(nonsense.clone()).is_empty(), "{nonsense}");
        }
        let none = Recollection::cited(&offered, None);
        assert_eq!((none.offered.len(), none.rests()), (3, false));
    }

    #[test]
    fn what_rests_on_memories_is_counted() {
        let mut all = Recollections::default();
        assert_eq!(all.share(), None);
        all.decided(&Recollection::default());
        all.decided(&Recollection::of(vec![3, 3, 1]));
        for n in 0..10 {
            all.said(Recounted {
                at: SimTime(n),
                with: AgentId(1),
                memories: Recollection::of(if n < 2 { vec![n] } else { Vec::new() }),
            });
        }
        assert_eq!((all.decisions, all.decisions_resting), (2, 1));
        assert_eq!(
            (all.lines, all.lines_resting, all.last.len()),
            (10, 2, KEPT)
        );
        assert_eq!(all.share(), Some(0.25));
    }
}
