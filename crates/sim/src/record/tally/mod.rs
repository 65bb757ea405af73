//! The tally: what is counted of a run, for its summary. What is counted stands in files by
//! subject, each count an entry that says which events count, under which name it is kept and
//! printed, and in which words; the list below is where they are known, in the order in which they
//! are told.
//!
//! A save holds sums by name, so a count can be added without a new version of the room. Of a save
//! of before it then counts what comes after it; where that is wrong, or where a count changes its
//! meaning, the room's version goes up.

mod calls;
mod classes;
mod deeds;
mod entry;
mod norms;
mod queues;
mod registry;
mod talk;
mod thoughts;
mod told;

use crate::tools::SimEvent;
use collegium_core::text::clipped;
use entry::{Counting, TIMES, WHOLE};
use registry::registry;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::collections::BTreeMap;
use told::Figure;

// The list of what is counted. A new count is an entry in the file of its subject and its line
// here; a new subject is a file of its own and its `mod` above.
registry! {
    /// Class attendances, late ones included.
    Attended(classes::ATTENDED);
    /// Late ones among them.
    Late(classes::LATE);
    /// Seconds by which these were late.
    Lateness(classes::LATENESS);
    /// Class sessions missed.
    Missed(classes::MISSED);
    /// What the tests came to, of 100.
    TestResults(classes::TESTS);
    /// Conversations that were begun.
    Conversations(talk::CONVERSATIONS);
    /// Lines that were said.
    Lines(talk::LINES);
    /// How often somebody joined a conversation.
    Joined(talk::JOINED);
    /// How often somebody learned a fact by overhearing it.
    Overheard(talk::OVERHEARD);
    /// People served at counters.
    Served(queues::SERVED);
    /// Seconds they waited.
    Wait(queues::WAIT);
    /// The longest wait, in seconds.
    LongestWait(queues::LONGEST_WAIT);
    /// Queues given up.
    GaveUp(queues::GAVE_UP);
    /// Norms broken, by norm.
    Violations(norms::VIOLATIONS);
    /// What was done for others, by what it was: given, lent, given back.
    Deeds(deeds::DEEDS);
    /// Insights that were kept.
    Insights(thoughts::INSIGHTS);
    /// Insights refused, by reason.
    Dismissed(thoughts::DISMISSED);
    /// Insights joined to ones that said nearly the same.
    Merged(thoughts::MERGED);
    /// Diary pages that were written.
    Diaries(thoughts::DIARIES);
    /// Associations of wandering minds.
    Musings(thoughts::MUSINGS);
    /// Goals that were met.
    GoalsMet(thoughts::GOALS_MET);
    /// Goals that were given up, by what kept people from them.
    GoalsGivenUp(thoughts::GOALS_GIVEN_UP);
    /// Tool calls carried out.
    Done(calls::DONE);
    /// Tool calls refused.
    Refused(calls::REFUSED);
    /// The same by reason.
    Refusals(calls::REFUSALS);
}

/// What has been counted since the beginning of a run. Sums that are 0 are left out, so that equal
/// tallies have equal bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<(Tallied, &'static str), u64>);

impl Tally {
    /// Adds an event to every count for which it counts.
    pub(super) fn count(&mut self, event: &SimEvent) {
        for &what in Tallied::ALL {
            match what.entry().counting {
                Counting::Times(of) => self.add(what, WHOLE, u64::from(of(event))),
                Counting::Mean(of) | Counting::Score(of) => {
                    if let Some(seconds) = of(event) {
                        self.add(what, WHOLE, seconds.into());
                        self.add(what, TIMES, 1);
                    }
                }
                Counting::Longest(of) => {
                    if let Some(seconds) = of(event) {
                        let more = u64::from(seconds).saturating_sub(self.get(what));
                        self.add(what, WHOLE, more);
                    }
                }
                Counting::Words { of, .. } => {
                    if let Some(word) = of(event) {
                        self.add(what, word, 1);
                    }
                }
            }
        }
    }

    /// Adds to a sum, which stays at the greatest number where a save has brought it there.
    fn add(&mut self, what: Tallied, part: &'static str, amount: u64) {
        if amount > 0 {
            let sum = self.0.entry((what, part)).or_default();
            *sum = sum.saturating_add(amount);
        }
    }

    /// How often it was, all its words together; the sum of the seconds where a mean is told of
    /// them, the most seconds where the longest is.
    pub fn get(&self, what: Tallied) -> u64 {
        match what.entry().counting {
            Counting::Words { .. } => {
                let words = self.0.iter().filter(|((of, _), _)| *of == what);
                words.fold(0_u64, |all, (_, sum)| all.saturating_add(*sum))
            }
            Counting::Times(_) | Counting::Mean(_) | Counting::Score(_) | Counting::Longest(_) => {
                self.part(what, WHOLE)
            }
        }
    }

    /// How often it was by one of the words by which it is counted; 0 for any other word.
    pub fn of(&self, what: Tallied, word: &str) -> u64 {
        let mut words = self.0.iter();
        words
            .find(|((of, known), _)| *of == what && *known == word)
            .map_or(0, |(_, sum)| *sum)
    }

    /// One of the sums of a count, in times or seconds; 0 where nothing was counted.
    fn part(&self, what: Tallied, part: &'static str) -> u64 {
        self.0.get(&(what, part)).copied().unwrap_or(0)
    }

    /// What a count comes to.
    fn figure(&self, what: Tallied) -> Figure {
        match what.entry().counting {
            Counting::Times(_) => Figure::Times(self.get(what)),
            Counting::Score(_) => {
                let times = self.part(what, TIMES).max(1);
                Figure::Score(self.get(what) as f64 / times as f64)
            }
            Counting::Mean(_) => {
                let times = self.part(what, TIMES).max(1);
                Figure::Mean(self.get(what) as f64 / times as f64)
            }
            Counting::Longest(_) => Figure::Seconds(self.get(what)),
            Counting::Words { all, at_zero, .. } => Figure::Words(
                all()
                    .into_iter()
                    .map(|word| (word, self.part(what, word)))
                    .filter(|(_, sum)| at_zero || *sum > 0)
                    .collect(),
            ),
        }
    }

    /// Everything that is counted, by the keys that `run --json` has for it.
    pub fn json(&self) -> serde_json::Map<String, serde_json::Value> {
        told::json(Tallied::ALL.iter().map(|t| (t.entry(), self.figure(*t))))
    }

    /// Everything that is counted, in lines for people: what each is about, and its figures.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        told::lines(Tallied::ALL.iter().map(|t| (t.entry(), self.figure(*t))))
    }
}

/// What stands between a name and the part of it that is counted, in saves.
const BETWEEN: char = '/';

/// What a save calls a sum.
fn key(what: Tallied, part: &str) -> String {
    let name = what.entry().name;
    if part == WHOLE {
        name.to_owned()
    } else {
        format!("{name}{BETWEEN}{part}")
    }
}

/// Which sum a save means; none where there is no such sum here.
fn known(key: &str) -> Option<(Tallied, &'static str)> {
    let (name, part) = key.split_once(BETWEEN).unwrap_or((key, WHOLE));
    let mut all = Tallied::ALL.iter().copied();
    let what = all.find(|what| what.entry().name == name)?;
    let mut parts = what.entry().parts().into_iter();
    Some((what, parts.find(|known| *known == part)?))
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sums = self.0.iter();
        serializer.collect_map(sums.map(|((what, part), sum)| (key(*what, part), sum)))
    }
}

impl<'de> Deserialize<'de> for Tally {
    /// Reads what was kept, and refuses what is not counted here: a sum that nothing adds to, or
    /// that nobody is told, is none of this run.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// How many characters are shown of a name that is none.
        const MOST_SHOWN: usize = 80;
        let mut tally = Self::default();
        for (key, sum) in BTreeMap::<String, u64>::deserialize(deserializer)? {
            let (what, part) = known(&key).ok_or_else(|| {
                D::Error::custom(format!("“{}” is not counted", clipped(&key, MOST_SHOWN)))
            })?;
            tally.add(what, part, sum);
        }
        Ok(tally)
    }
}

#[cfg(test)]
mod tests;
