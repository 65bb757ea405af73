//! What heads are worth: the same seeds lived with each of several deciders, and what differs, with
//! intervals.

use super::{
    LearnError, Result,
    collect::{Episode, Field, side_by_side},
};
use collegium_core::text::{harmless, markdown};
use collegium_sim::conduct::{Change, Count, Decider, Lessons, Measure, Whom};
use serde::Serialize;
use std::{fmt::Write as _, sync::Arc};
use tracing::info_span;
use training::{
    plot::{Estimates, Labels, PlotError},
    seed::{Use, stream},
    stats::{Bootstrap, Interval, bootstrap, mean, paired_bootstrap},
};

/// With fewer seeds than this, an interval over seeds is no evidence.
const FEW: usize = 5;

/// Somebody whose worth is asked for.
#[derive(Clone, Debug)]
pub struct Contender {
    /// The contender's name in tables: `Base`, `+BC`.
    pub name: String,
    /// Who decides at decision points for everybody.
    pub decider: Decider,
    /// The lessons that everybody is taught.
    pub lessons: Option<Arc<Lessons>>,
}

/// What one contender did: a value of each measure for each seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// The contender's name in tables.
    pub name: String,
    /// The head's name.
    pub head: String,
    /// The name of the lessons' book, where one is taught.
    pub lessons: Option<String>,
    /// For each measure, in order, its value under each seed; none where nothing was due.
    pub values: Vec<(String, Vec<Option<f64>>)>,
    /// How many decisions there were in all campuses together.
    pub decisions: u64,
}

/// What contenders came to over the same seeds, and how each differs from the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    /// The scenario in which all were tried, by its file's name.
    pub scenario: String,
    /// Seeds, the same for all.
    pub seeds: Vec<u64>,
    /// Simulated days of each campus.
    pub days: u32,
    /// People in each campus.
    pub persons: usize,
    /// The contenders, the one to compare with first.
    pub scores: Vec<Scores>,
}

/// What a campus came to: its measures, and how many decisions there were.
type Lived = (Vec<(Measure, Option<f64>)>, u32);

impl Contender {
    /// What it came to in its campuses.
    fn scored(&self, runs: &[Lived]) -> Scores {
        let of = |i: usize| runs.iter().map(|(measures, _)| measures[i].1).collect();
        let named = Measure::ALL.iter().enumerate();
        Scores {
            name: self.name.clone(),
            head: self.decider.named().name().to_owned(),
            lessons: self.lessons.as_ref().map(|l| l.name.clone()),
            values: named
                .map(|(i, measure)| (measure.word().to_owned(), of(i)))
                .collect(),
            decisions: runs
                .iter()
                .map(|(_, decisions)| u64::from(*decisions))
                .sum(),
        }
    }
}

/// Lives the same seeds with each contender. `each` is told when a campus has ended.
///
/// # Errors
/// When there are no contenders or seeds, or threads cannot be had.
pub fn evaluate(
    field: &Field,
    contenders: &[Contender],
    seeds: &[u64],
    days: u32,
    threads: usize,
    each: &(dyn Fn() + Sync),
) -> Result<Evaluation> {
    if contenders.is_empty() || seeds.is_empty() || days == 0 {
        let found = format!(
            "{} contenders, {} seeds, {days} days",
            contenders.len(),
            seeds.len()
        );
        return Err(LearnError::setting(
            "evaluation",
            found,
            "at least one of each",
        ));
    }
    let (heads, campuses) = (contenders.len(), seeds.len());
    let _span = info_span!("evaluation", contenders = heads, campuses, days).entered();
    let jobs: Vec<(usize, u64)> = (0..contenders.len())
        .flat_map(|c| seeds.iter().map(move |seed| (c, *seed)))
        .collect();
    let runs = side_by_side(threads, &jobs, |(contender, seed)| {
        let Contender {
            decider, lessons, ..
        } = &contenders[*contender];
        let changes = [
            Change::Decider(decider.clone()),
            Change::Lessons(lessons.clone()),
        ]
        .map(|change| (Whom::Everybody, change));
        let run = field.run(
            Episode {
                seed: *seed,
                weekday: None,
                days,
            },
            &changes,
            false,
        );
        each();
        (
            run.counts.measures(run.person_days),
            run.counts.get(Count::Decisions),
        )
    })?;
    let scores = contenders.iter().zip(runs.chunks(seeds.len()));
    let scores = scores
        .map(|(contender, runs)| contender.scored(runs))
        .collect();
    let scenario = field.scenario();
    Ok(Evaluation {
        scenario: scenario.name.clone(),
        seeds: seeds.to_vec(),
        days,
        persons: scenario.people.len(),
        scores,
    })
}

/// What a measure of a contender came to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeasureEstimate {
    /// Its mean over seeds, with a 95 % interval.
    pub mean: Interval,
    /// How much it differs from another contender, seed by seed, with a 95 % interval; none from
    /// itself.
    pub difference: Option<Interval>,
}

impl Evaluation {
    /// A measure of the contender of that number beside the one of the number `beside`; none where
    /// nothing was due under any seed.
    pub fn found(
        &self,
        contender: usize,
        beside: usize,
        measure: Measure,
    ) -> Option<MeasureEstimate> {
        let of = |i: usize| {
            self.scores
                .get(i)?
                .values
                .iter()
                .find(|(name, _)| name == measure.word())
        };
        let (own, base) = (&of(contender)?.1, &of(beside)?.1);
        let pairs: Vec<(f64, f64)> = base
            .iter()
            .zip(own)
            .filter_map(|(b, o)| Some(((*b)?, (*o)?)))
            .collect();
        let (before, after): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let mut dice = stream(1, Use::Bootstrap, measure as u64);
        let mean_of = bootstrap(&after, mean, Bootstrap::default(), &mut dice).ok()?;
        let difference = (contender != beside)
            .then(|| paired_bootstrap(&before, &after, mean, Bootstrap::default(), &mut dice).ok())
            .flatten();
        Some(MeasureEstimate {
            mean: mean_of,
            difference,
        })
    }

    /// Tables in Markdown: a row for each measure, a column for each contender, with 95 % intervals
    /// of the means over seeds; then paired differences from the first, and with `stages` of each
    /// from the one before it.
    pub fn markdown(&self, stages: bool) -> String {
        let names: Vec<String> = self.scores.iter().map(|s| markdown(&s.name)).collect();
        let first = names.first().map_or("the first", String::as_str);
        let mut text = format!(
            "{} people, {} days, {} paired seeds ({}–{}), scenario {}. Means over seeds with \
             95 % bootstrap intervals, then paired differences.\n\n",
            self.persons,
            self.days,
            self.seeds.len(),
            self.seeds.iter().min().copied().unwrap_or(0),
            self.seeds.iter().max().copied().unwrap_or(0),
            markdown(&self.scenario),
        );
        if self.seeds.len() < FEW {
            let _ = writeln!(
                text,
                "With fewer than {FEW} seeds intervals say little: nothing is called better or \
                 worse.\n"
            );
        }
        table(&mut text, "measure", &names, |measure| {
            let cells =
                (0..names.len()).map(|i| self.found(i, 0, measure).map(|f| interval(&f.mean)));
            (
                format!(
                    "{measure} {}",
                    if measure.more_is_better() {
                        "↑"
                    } else {
                        "↓"
                    }
                ),
                cells.collect(),
            )
        });
        if names.len() > 1 {
            self.differences(
                &mut text,
                &format!("difference from {first}"),
                &names[1..],
                |_| 0,
            );
        }
        if stages && names.len() > 2 {
            let steps: Vec<String> = names
                .windows(2)
                .skip(1)
                .map(|pair| format!("{} − {}", pair[1], pair[0]))
                .collect();
            self.differences(&mut text, "stage by stage", &steps, |i| i - 1);
        }
        text
    }

    /// A table of paired differences: the last contenders, as many as there are columns, each from
    /// the one that `beside` names.
    fn differences(
        &self,
        text: &mut String,
        corner: &str,
        columns: &[String],
        beside: impl Fn(usize) -> usize,
    ) {
        text.push('\n');
        let from = self.scores.len() - columns.len();
        table(text, corner, columns, |measure| {
            let cells = (from..self.scores.len()).map(|i| {
                let d = self.found(i, beside(i), measure)?.difference?;
                let (up, down) = (d.low > 0.0, d.high < 0.0);
                let mark = match (up, down, measure.more_is_better()) {
                    _ if self.seeds.len() < FEW => "",
                    (true, _, true) | (_, true, false) => " **better**",
                    (true, _, false) | (_, true, true) => " *worse*",
                    _ => "",
                };
                Some(format!("{}{mark}", interval(&d)))
            });
            (measure.to_string(), cells.collect())
        });
    }

    /// Violations, courtesy and the other measures as plots (SVG), by the names of their files.
    ///
    /// # Errors
    /// When a value cannot be drawn.
    pub fn plots(&self) -> std::result::Result<Vec<(String, String)>, PlotError> {
        let shown = |s: &Scores| harmless(&s.name).into_owned();
        let names: Vec<String> = self.scores.iter().map(shown).collect();
        let mut all = Vec::new();
        for measure in Measure::ALL {
            let values: Vec<Option<Interval>> = (0..self.scores.len())
                .map(|i| self.found(i, 0, *measure).map(|f| f.mean))
                .collect();
            if values.iter().all(Option::is_none) {
                continue;
            }
            let better = if measure.more_is_better() {
                "more is better"
            } else {
                "less is better"
            };
            let labels = Labels::new(&format!("{measure} ({better})"), &measure.to_string(), "");
            let series = [Estimates {
                name: "mean, 95 % interval".to_owned(),
                values,
            }];
            all.push((
                format!("{}.svg", measure.word()),
                training::plot::estimates(&labels, &names, &series)?,
            ));
        }
        Ok(all)
    }
}

/// A table in Markdown with a row for each measure.
fn table(
    text: &mut String,
    corner: &str,
    columns: &[String],
    row: impl Fn(Measure) -> (String, Vec<Option<String>>),
) {
    let _ = writeln!(
        text,
        "| {corner} | {} |\n| --- |{}",
        columns.join(" | "),
        " --- |".repeat(columns.len())
    );
    for measure in Measure::ALL {
        let (name, cells) = row(*measure);
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| cell.unwrap_or_else(|| "–".to_owned()))
            .collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    }
}

fn interval(i: &Interval) -> String {
    format!("{:.3} [{:.3}, {:.3}]", i.estimate, i.low, i.high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_core::text::first_harmful;
    use collegium_sim::simulation::testing::project_file;

    #[test]
    fn names_hold_no_markup_and_hide_nothing() {
        let scores = |name: &str| Scores {
            name: name.to_owned(),
            head: "off".to_owned(),
            lessons: None,
            values: vec![(
                Measure::Violations.word().to_owned(),
                (0..6).map(|i| Some(f64::from(i))).collect(),
            )],
            decisions: 1,
        };
        let found = Evaluation {
            scenario: "a`b\u{200b}".to_owned(),
            seeds: (0..6).collect(),
            days: 1,
            persons: 1,
            scores: ["Base", "x|<b>\u{1b}\u{202e}", "y\n# z"]
                .map(scores)
                .to_vec(),
        };
        let page = found.markdown(true);
        assert_eq!(first_harmful(&page, true), None, "{page}");
        assert!(page.contains("scenario a\\`b‹U+200B›."), "{page}");
        assert!(
            page.contains("| measure | Base | x\\|\\<b\\>␛‹U+202E› | y␊# z |"),
            "{page}"
        );
        let plots = found.plots().unwrap();
        assert_eq!(plots.len(), 1);
        for (_, svg) in plots {
            assert_eq!(first_harmful(&svg, true), None);
            assert!(svg.contains("␛‹U+202E›"), "{svg}");
        }
    }

    #[test]
    fn the_expert_is_found_better_than_the_rule_by_paired_seeds() {
        let field =
            Field::open(&project_file("scenarios/first-week.toml"), Some(18), true).unwrap();
        let contender = |name: &str, decider| Contender {
            name: name.to_owned(),
            decider,
            lessons: None,
        };
        let contenders = [
            contender("Base", Decider::Rule),
            contender("Expert", Decider::Expert),
        ];
        let found = evaluate(&field, &contenders, &[11, 12, 13, 14, 15], 2, 2, &|| ()).unwrap();
        let violations = found.found(1, 0, Measure::Violations).unwrap();
        assert!(violations.difference.unwrap().high < 0.0, "{violations:?}");
        assert_eq!(
            found.found(0, 0, Measure::Violations).unwrap().difference,
            None
        );
        let table = found.markdown(true);
        assert!(
            table.contains("| violations ↓ |") && table.contains("**better**"),
            "{table}"
        );
        assert!(
            found
                .plots()
                .unwrap()
                .iter()
                .all(|(name, svg)| name.ends_with(".svg") && svg.starts_with("<svg"))
        );
        assert!(evaluate(&field, &[], &[1], 1, 1, &|| ()).is_err());
    }
}
