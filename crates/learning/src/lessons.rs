//! From reward to lessons: what the good stretches of a dataset have in common, tested and put into
//! a book of lessons.
//!
//! Every decision opens a *stretch*: what its agent's decisions bring from it on, for two simulated
//! hours. Decisions are compared with their like only: of the same person, at the same point, in
//! the same circumstance, in the same quarter of the day. So neither a person's character nor the
//! hour passes for the worth of an act (`docs/learning.md`).

use super::{LearnError, Result, dataset::Dataset, heads};
use collegium_core::{
    files,
    time::{DAY, HOUR, MINUTE},
};
use collegium_sim::conduct::{
    Act, ActMask, Circumstance, Evidence, Lesson, Lessons, MOST_LESSONS, Origin, Point,
    RewardWeights,
};
use std::{collections::BTreeMap, path::PathBuf};
use training::{
    seed::{Use, stream},
    stats::{Bootstrap, Stratum, bootstrap, holm, stratified_gap, stratified_permutation_test},
};

/// How lessons are looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonSearch {
    /// How long a stretch is, in simulated seconds: 10 minutes to 24 hours.
    pub stretch: u32,
    /// The most lessons that are kept, 1 to [`MOST_LESSONS`].
    pub most: usize,
    /// How the terms of the reward are weighed.
    pub weights: RewardWeights,
    /// The greatest probability of a find by chance, over all that is compared; above 0, below 1.
    pub level: f64,
    /// How many times acts are shared out anew to test one.
    pub permutations: usize,
    /// How often each of two acts must have been done to be compared.
    pub least: usize,
    /// The seed of the tests, by which acts are shared out.
    pub seed: u64,
}

impl Default for LessonSearch {
    fn default() -> Self {
        Self {
            stretch: 2 * HOUR,
            most: MOST_LESSONS,
            weights: RewardWeights::default(),
            level: 0.05,
            permutations: 9999,
            least: 20,
            seed: 1,
        }
    }
}

/// Two acts that were compared.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ActComparison {
    /// At which point, by its word.
    pub point: &'static str,
    /// In which circumstance, by its word; none where only the point counts.
    pub when: Option<&'static str>,
    /// Which act, by its word.
    pub act: &'static str,
    /// With which other it was compared, by its word.
    pub instead: &'static str,
    /// How often it was done where both were.
    pub done: usize,
    /// How often the other was.
    pub other: usize,
    /// How much more reward followed it than the other, in the mean: without a unit.
    pub gain: f64,
    /// How likely that is by chance, corrected for all that was compared; 0 to 1.
    pub p: f64,
}

/// The book of lessons that was found, and all that was compared.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonFindings {
    /// The lessons, the weightiest first; maybe none.
    pub book: Lessons,
    /// Everything that was compared, in the order of points, circumstances and acts.
    pub tried: Vec<ActComparison>,
    /// Why there are no lessons, in a sentence.
    pub why: Option<String>,
}

/// A decision with the reward of the stretch that it opens.
struct Case {
    /// Whose, and in which quarter of the day.
    stratum: (u32, u32),
    mask: ActMask,
    act: Act,
    reward: f64,
    /// Whether the stretch is among the best quarter of its like.
    good: bool,
}

/// What decisions are compared within: a point, and the circumstance where one is told apart.
type Cell = (Point, Option<Circumstance>);

/// Two acts in a cell, as they were compared.
struct Candidate {
    lesson: Lesson,
    tried: ActComparison,
    strata: BTreeMap<(u32, u32), Stratum>,
}

/// The seconds of a quarter of a day: decisions are compared within it.
const QUARTER: u32 = DAY / 4;

impl LessonSearch {
    fn check(&self) -> Result<()> {
        let minutes = self.stretch / MINUTE;
        if !(10..=24 * 60).contains(&minutes) {
            return Err(LearnError::setting(
                "stretch",
                format!("{minutes} minutes"),
                "10 to 1440 minutes",
            ));
        }
        if !(1..=MOST_LESSONS).contains(&self.most) {
            return Err(LearnError::setting(
                "most",
                self.most,
                format!("1 to {MOST_LESSONS} lessons"),
            ));
        }
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(LearnError::setting(
                "level",
                self.level,
                "above 0 and below 1",
            ));
        }
        if self.permutations == 0 || self.least == 0 {
            let found = format!(
                "{} permutations, at least {} times",
                self.permutations, self.least
            );
            return Err(LearnError::setting("search", found, "at least one of each"));
        }
        Ok(())
    }

    /// The decisions by point and circumstance, each with the reward of its stretch. Stretches that
    /// reach beyond the last decision of their run are left out: how they would have ended is not
    /// known.
    fn cases(&self, data: &Dataset) -> BTreeMap<Cell, Vec<Case>> {
        let mut all: BTreeMap<Cell, Vec<Case>> = BTreeMap::new();
        for rows in data
            .rows
            .chunk_by(|a, b| (a.seed, a.agent) == (b.seed, b.agent))
        {
            let last = rows.last().map_or(0, |r| r.at);
            let rewards: Vec<f64> = rows
                .iter()
                .map(|r| f64::from(self.weights.sum(&r.rewards)))
                .collect();
            let (mut end, mut sum) = (0, 0.0);
            for (i, row) in rows.iter().enumerate() {
                let until = row.at.saturating_add(self.stretch);
                if until > last {
                    break;
                }
                while end < rows.len() && rows[end].at < until {
                    sum += rewards[end];
                    end += 1;
                }
                let cell = (row.point, Circumstance::at(row.point, &row.observation));
                all.entry(cell).or_default().push(Case {
                    stratum: (row.agent.0, row.at % DAY / QUARTER),
                    mask: row.mask,
                    act: row.act,
                    reward: sum,
                    good: false,
                });
                sum -= rewards[i];
            }
        }
        all.values_mut().for_each(|cases| mark_good(cases));
        all
    }

    /// An act of a cell beside another, where both were possible; none where there is too little of
    /// either.
    fn candidate(
        &self,
        (point, when): Cell,
        cases: &[Case],
        act: Act,
        instead: Act,
    ) -> Option<Candidate> {
        let mut strata: BTreeMap<(u32, u32), Stratum> = BTreeMap::new();
        let (mut good, mut others) = ((0, 0), (0, 0));
        let possible = |c: &&Case| c.mask.allows(act) && c.mask.allows(instead);
        for case in cases
            .iter()
            .filter(possible)
            .filter(|c| c.act == act || c.act == instead)
        {
            let done = case.act == act;
            let stratum = strata.entry(case.stratum).or_default();
            if done {
                &mut stratum.after
            } else {
                &mut stratum.before
            }
            .push(case.reward);
            let of = if case.good { &mut good } else { &mut others };
            *of = (of.0 + u32::from(done), of.1 + 1);
        }
        strata.retain(|_, s| !s.before.is_empty() && !s.after.is_empty());
        let count =
            |of: fn(&Stratum) -> &Vec<f64>| strata.values().map(|s| of(s).len()).sum::<usize>();
        let (done, other) = (count(|s| &s.after), count(|s| &s.before));
        if done < self.least || other < self.least {
            return None;
        }
        let gain = stratified_gap(&strata.values().cloned().collect::<Vec<_>>()).ok()?;
        let evidence = Evidence {
            gain: 0.0,
            low: 0.0,
            high: 0.0,
            p: 1.0,
            good,
            others,
        };
        let lesson = Lesson {
            point,
            when,
            act,
            instead: Some(instead),
            strength: 0.0,
            evidence: Some(evidence),
        };
        let (point, when) = (point.word(), when.map(Circumstance::word));
        let (act, instead) = (act.word(), instead.word());
        Some(Candidate {
            lesson,
            tried: ActComparison {
                point,
                when,
                act,
                instead,
                done,
                other,
                gain,
                p: 1.0,
            },
            strata,
        })
    }

    /// Everything that can be compared, tested.
    fn candidates(&self, cells: &BTreeMap<Cell, Vec<Case>>) -> Result<Vec<Candidate>> {
        let mut all = Vec::new();
        for (cell, cases) in cells {
            for act in cell.0.acts() {
                let others = cell.0.acts().iter().filter(|other| *other != act);
                all.extend(others.filter_map(|other| self.candidate(*cell, cases, *act, *other)));
            }
        }
        let mut p = Vec::with_capacity(all.len());
        for (i, candidate) in all.iter().enumerate() {
            // What costs reward is not tested, but counts as compared.
            if candidate.tried.gain <= 0.0 {
                p.push(1.0);
                continue;
            }
            let strata: Vec<Stratum> = candidate.strata.values().cloned().collect();
            let mut dice = stream(self.seed, Use::Shuffle, i as u64);
            p.push(
                stratified_permutation_test(&strata, self.permutations, &mut dice)
                    .map_err(wrong_numbers)?,
            );
        }
        for (candidate, p) in all.iter_mut().zip(holm(&p)) {
            candidate.tried.p = p;
        }
        Ok(all)
    }

    /// The lesson of a candidate that passes: its gain with an interval, and as its strength the
    /// part of the gain that is certain.
    fn lesson(&self, number: usize, candidate: &Candidate) -> Result<Option<Lesson>> {
        let Candidate {
            lesson,
            tried,
            strata,
        } = candidate;
        let Some(evidence) = lesson.evidence else {
            return Ok(None);
        };
        let share = |(done, of): (u32, u32)| f64::from(done) / f64::from(of.max(1));
        if tried.gain <= 0.0
            || tried.p > self.level
            || share(evidence.good) <= share(evidence.others)
        {
            return Ok(None);
        }
        // What people have in common is asked for: the interval is one over people.
        let mut people: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for ((agent, _), stratum) in strata {
            let (sum, (excess, weight)) = (people.entry(*agent).or_default(), stratum.excess());
            *sum = (sum.0 + excess, sum.1 + weight);
        }
        let people: Vec<(f64, f64)> = people.into_values().collect();
        let numbers: Vec<f64> = (0..people.len()).map(|i| i as f64).collect();
        let gain = |drawn: &[f64]| {
            let of = drawn.iter().filter_map(|i| people.get(*i as usize));
            let (excess, weight) = of.fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
            Ok(excess / weight)
        };
        let mut dice = stream(self.seed, Use::Bootstrap, number as u64);
        let interval =
            bootstrap(&numbers, gain, Bootstrap::default(), &mut dice).map_err(wrong_numbers)?;
        if people.len() < 3 || interval.low <= 0.0 {
            return Ok(None);
        }
        let evidence = Evidence {
            gain: rounded(tried.gain),
            low: rounded(interval.low),
            high: rounded(interval.high),
            p: rounded(tried.p),
            ..evidence
        };
        let strength = rounded((interval.low / tried.gain).clamp(0.0, 1.0));
        Ok(Some(Lesson {
            strength,
            evidence: Some(evidence),
            ..*lesson
        }))
    }
}

/// Marks the best quarter of a cell's stretches, each measured by the mean of its stratum.
fn mark_good(cases: &mut [Case]) {
    let mut means: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
    for case in cases.iter() {
        let mean = means.entry(case.stratum).or_default();
        *mean = (mean.0 + case.reward, mean.1 + 1.0);
    }
    let above = |case: &Case| {
        means
            .get(&case.stratum)
            .map_or(0.0, |(sum, n)| case.reward - sum / n)
    };
    let mut order: Vec<(f64, usize)> = cases
        .iter()
        .enumerate()
        .map(|(i, case)| (above(case), i))
        .collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, i) in &order[..order.len() / 4] {
        cases[*i].good = true;
    }
}

/// To four digits: what a book says of its evidence.
fn rounded(x: f64) -> f32 {
    ((x * 1e4).round() / 1e4) as f32
}

fn wrong_numbers(error: training::stats::StatsError) -> LearnError {
    LearnError::setting("rewards", error, "finite numbers")
}

/// Finds the lessons of a dataset, and names their book. The same data and search give the same
/// book.
///
/// # Errors
/// When a setting is out of its range, or the name cannot be that of a book.
pub fn find(data: &Dataset, name: &str, search: &LessonSearch) -> Result<LessonFindings> {
    search.check()?;
    let mut book =
        Lessons::new(name).map_err(|what| LearnError::setting("book", what, "another name"))?;
    let cells = search.cases(data);
    let candidates = search.candidates(&cells)?;
    // In the place of an act one other at most is advised: what gains most.
    let mut best: BTreeMap<(Cell, Option<Act>), Lesson> = BTreeMap::new();
    let gain = |lesson: &Lesson| lesson.evidence.map_or(0.0, |e| e.gain);
    for (i, candidate) in candidates.iter().enumerate() {
        if let Some(lesson) = search.lesson(i, candidate)? {
            let kept = best
                .entry(((lesson.point, lesson.when), lesson.instead))
                .or_insert(lesson);
            if gain(&lesson) > gain(kept) {
                *kept = lesson;
            }
        }
    }
    book.list = best.into_values().collect();
    book.list.sort_by(|a, b| gain(b).total_cmp(&gain(a)));
    book.list.truncate(search.most);
    let compared: usize = cells.values().map(Vec::len).sum();
    book.made_from = Some(Origin {
        scenario: data.manifest.scenario.clone(),
        by: data.manifest.expert.clone(),
        decisions: compared as u64,
        stretch_minutes: search.stretch / MINUTE,
    });
    let tried: Vec<ActComparison> = candidates.into_iter().map(|c| c.tried).collect();
    let why = book
        .list
        .is_empty()
        .then(|| why_none(compared, tried.len(), search));
    Ok(LessonFindings { book, tried, why })
}

/// Why nothing was found.
fn why_none(compared: usize, tried: usize, search: &LessonSearch) -> String {
    if compared == 0 {
        return format!(
            "no stretch of {} minutes ends within its run",
            search.stretch / MINUTE
        );
    }
    if tried == 0 {
        let least = search.least;
        return format!(
            "nobody did now one thing, now another in the like situation often enough ({least} \
             times each) to compare what came of it; lessons need behaviour that varies, such as \
             that of the built-in rule (`collegium demos --expert off`)"
        );
    }
    format!(
        "of {tried} comparisons of acts, none came to more reward than chance would give ({:.0} % \
         over all)",
        search.level * 100.0
    )
}

/// The names of the books in the folders of heads, sorted.
pub fn list() -> Vec<String> {
    let books = heads::folders()
        .into_iter()
        .flat_map(|folder| files::list(&folder).into_iter().flatten())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"));
    let mut names: Vec<String> = books
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The book of a name in the folders of heads, or of a file.
///
/// # Errors
/// When the file is refused.
pub fn book(word: &str) -> Result<Lessons> {
    let named = heads::folders()
        .into_iter()
        .map(|folder| folder.join(format!("{word}.toml")));
    let plain = !word.contains(['/', '\\', '.']);
    let file = plain
        .then(|| named.into_iter().find(|file| files::is_file(file)))
        .flatten();
    Ok(Lessons::read(&file.unwrap_or_else(|| PathBuf::from(word)))?)
}

#[cfg(test)]
mod tests;
