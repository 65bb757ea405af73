//! Expert demonstrations: campuses lived by somebody conscientious, as a dataset.

use super::{
    Result,
    collect::{Episode, Field},
    dataset::{Dataset, Manifest, Row},
};
use collegium_sim::conduct::{Decider, Whom};
use tracing::info_span;

/// What is to be demonstrated.
#[derive(Clone, Debug)]
pub struct DemonstrationSettings {
    /// Who decides at decision points for everybody.
    pub expert: Decider,
    /// Simulated days of each campus.
    pub days: u32,
    /// The seeds of the campuses, one each.
    pub seeds: Vec<u64>,
    /// The part of the people whose decisions are kept, 0 to 1.
    pub coverage: f64,
    /// Campuses that are lived at the same time, each on a thread; at least 1.
    pub threads: usize,
}

/// Lives the campuses and gives everybody's decisions. `each` is told when one has ended.
///
/// # Errors
/// When threads cannot be had.
pub fn demonstrate(
    field: &Field,
    wanted: &DemonstrationSettings,
    each: &(dyn Fn() + Sync),
) -> Result<Dataset> {
    let (expert, campuses) = (wanted.expert.named().name(), wanted.seeds.len());
    let _span = info_span!("demonstrations", expert, campuses, days = wanted.days).entered();
    let episodes: Vec<Episode> = wanted
        .seeds
        .iter()
        .map(|seed| Episode {
            seed: *seed,
            weekday: None,
            days: wanted.days,
        })
        .collect();
    let mounts = [(Whom::Everybody, wanted.expert.clone().into())];
    let runs = field.run_all(&episodes, &mounts, true, wanted.threads, each)?;
    let (mut rows, mut violations, mut days) = (Vec::new(), 0.0, 0.0);
    for run in &runs {
        rows.extend(
            run.decisions
                .iter()
                .map(|d| Row::of(d, run.episode.seed, field.group(d.agent))),
        );
        violations += f64::from(run.counts.violations());
        days += run.person_days;
    }
    let scenario = field.scenario();
    let manifest = Manifest {
        seeds: wanted.seeds.clone(),
        persons: scenario.people.len(),
        days: wanted.days,
        expert: wanted.expert.named().name().to_owned(),
        groups: field.groups.clone(),
        violations: violations / f64::max(days, 1e-9),
        ..Manifest::new(&scenario.name)
    };
    let data = Dataset::new(manifest, rows);
    Ok(if wanted.coverage < 1.0 {
        data.thinned(wanted.coverage, 1)
    } else {
        data
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium_sim::{conduct::RewardWeights, simulation::testing::project_file};
    use std::{fs, path::Path};

    fn small() -> Dataset {
        let field =
            Field::open(&project_file("scenarios/first-week.toml"), Some(10), true).unwrap();
        let wanted = DemonstrationSettings {
            expert: Decider::Expert,
            days: 1,
            seeds: vec![3, 4],
            coverage: 1.0,
            threads: 2,
        };
        demonstrate(&field, &wanted, &|| ()).unwrap()
    }

    /// Why a dataset is refused.
    fn refusal(path: &Path) -> String {
        Dataset::load(path).unwrap_err().to_string()
    }

    /// Changes the manifest of a dataset.
    fn change(path: &Path, with: impl FnOnce(&mut serde_json::Value)) {
        let file = path.join("manifest.json");
        let mut manifest: serde_json::Value =
            serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        with(&mut manifest);
        fs::write(file, manifest.to_string()).unwrap();
    }

    /// Writes a dataset's JSON lines as somebody does who knows of their checksum.
    fn forge(path: &Path, lines: &str) {
        fs::write(path.join("decisions.jsonl"), lines).unwrap();
        let sum = blake3::hash(lines.as_bytes()).to_hex().to_string();
        change(path, |manifest| manifest["lines_hash"] = sum.into());
    }

    #[test]
    fn datasets_read_back_from_both_forms_and_hide_nothing() {
        let mut data = small();
        assert!(data.rows.len() > 200, "{}", data.rows.len());
        // Group names may come from a dataset that somebody passed on.
        for group in &mut data.manifest.groups {
            group.push('\u{202e}');
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demos");
        data.save(&path, true).unwrap();
        for name in ["manifest.json", "decisions.jsonl"] {
            let text = fs::read_to_string(path.join(name)).unwrap();
            assert_eq!(collegium_core::text::first_harmful(&text, true), None);
        }
        let read = Dataset::load(&path).unwrap();
        assert_eq!(read.rows, data.rows);
        assert_eq!(read.manifest.groups, data.manifest.groups);
        assert!(
            data.save(&path, false)
                .unwrap_err()
                .to_string()
                .contains("nothing is overwritten")
        );
        fs::remove_file(path.join("decisions.parquet")).unwrap();
        assert_eq!(Dataset::load(&path).unwrap().rows, data.rows);
    }

    #[test]
    fn thinner_demonstrations_lie_within_thicker_ones() {
        let data = small();
        let agents = |d: &Dataset| {
            d.rows
                .iter()
                .map(|r| r.agent)
                .collect::<std::collections::BTreeSet<_>>()
        };
        let (half, quarter) = (data.thinned(0.5, 1), data.thinned(0.25, 1));
        assert_eq!(agents(&half).len(), 5);
        assert!(
            agents(&quarter).is_subset(&agents(&half)) && agents(&half).is_subset(&agents(&data))
        );
    }

    #[test]
    fn segments_hold_every_decision_once() {
        let data = small();
        let weights = RewardWeights::default();
        let (steps, whole) = (
            data.segments(&weights, false),
            data.segments(&weights, true),
        );
        let count = |segments: &[training::rollout::Segment]| {
            segments.iter().map(|s| s.len()).sum::<usize>()
        };
        assert_eq!(count(&whole), data.rows.len());
        assert_eq!(count(&steps), data.rows.len() - whole.len());
        for segment in &steps {
            training::batch::check(segment, &crate::heads::head_shape()).unwrap();
        }
    }

    #[test]
    fn hostile_damaged_datasets_are_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demos");
        small().save(&path, true).unwrap();
        let table = path.join("decisions.parquet");
        let bytes = fs::read(&table).unwrap();
        for cut in [0, 7, bytes.len() / 2, bytes.len() - 1] {
            fs::write(&table, &bytes[..cut]).unwrap();
            assert!(
                Dataset::load(&path)
                    .unwrap_err()
                    .to_string()
                    .contains("decisions.parquet")
            );
        }
        fs::remove_file(&table).unwrap();
        let lines = path.join("decisions.jsonl");
        let text = fs::read_to_string(&lines).unwrap();
        for (from, to, needle) in [
            ("\"act\":\"", "\"act\":\"sing_", "sing_"),
            ("\"log_prob\":0.0", "\"log_prob\":1e999", "line 1"),
            (
                "\"observation\":[",
                "\"observation\":[7.5,",
                "numbers observed",
            ),
            ("\"group\":\"", "\"group\":\"No such ", "No such"),
        ] {
            assert!(text.contains(from), "{from}");
            forge(&path, &text.replacen(from, to, 1));
            let error = refusal(&path);
            assert!(
                error.contains(needle) && error.contains("decisions.jsonl"),
                "{needle}: {error}"
            );
        }
        let first: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        let seen = first["observation"].to_string();
        forge(&path, &text.replacen(&seen, &seen.replacen('0', "9", 1), 1));
        let error = refusal(&path);
        assert!(
            error.contains("decisions.jsonl: found row 1") && error.contains("expected"),
            "{error}"
        );
        let named = |what: &str| format!("\"{what}\":{}", first[what]);
        for (from, to, needle) in [
            (named("agent"), "\"agent\":4000000000", "agent 4000000000"),
            (named("agent"), "\"agent\":10", "agent 10"),
            (named("seed"), "\"seed\":5", "seed 5; expected one of the 2"),
        ] {
            assert!(text.contains(&from), "{from}");
            forge(&path, &text.replacen(&from, to, 1));
            let error = refusal(&path);
            assert!(
                error.contains(needle) && error.contains("decisions.jsonl: found row 1"),
                "{needle}: {error}"
            );
        }
    }

    #[test]
    fn hostile_a_dataset_is_what_it_was_whichever_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demos");
        small().save(&path, true).unwrap();
        let (table, lines) = (path.join("decisions.parquet"), path.join("decisions.jsonl"));
        let kept = folder.path().join("kept");
        fs::rename(&table, &kept).unwrap();
        let text = fs::read_to_string(&lines).unwrap();
        let turned: Vec<&str> = text.lines().rev().collect();
        for changed in [
            turned.join("\n") + "\n",
            text[..text.len() - 5].to_owned(),
            text.replacen("\"at\":", "\"at\":1", 1),
        ] {
            fs::write(&lines, changed).unwrap();
            let error = refusal(&path);
            assert!(
                error.contains("decisions.jsonl: found BLAKE3") && error.contains("was changed"),
                "{error}"
            );
        }
        fs::write(&lines, &text).unwrap();
        let whole = Dataset::load(&path).unwrap();
        // As versions had it that knew of no checksum of the lines.
        change(&path, |manifest| {
            manifest.as_object_mut().unwrap().remove("lines_hash");
        });
        let error = refusal(&path);
        assert!(
            error.contains("decisions.jsonl: found decisions of which") && error.contains("anew"),
            "{error}"
        );
        fs::rename(kept, table).unwrap();
        assert_eq!(Dataset::load(&path).unwrap().rows, whole.rows);
    }

    #[test]
    fn hostile_a_manifest_that_cannot_be_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demos");
        small().save(&path, false).unwrap();
        for (key, value) in [
            ("coverage", -1.0),
            ("coverage", 1.5),
            ("coverage", 1e30),
            ("persons", 0.0),
            ("persons", 1e15),
        ] {
            let before = fs::read(path.join("manifest.json")).unwrap();
            let value = match key {
                "persons" => serde_json::json!(value as u64),
                _ => serde_json::json!(value),
            };
            change(&path, |manifest| manifest[key] = value);
            let error = refusal(&path);
            assert!(
                error.contains(&format!("manifest.json: found {key} = "))
                    && error.contains("expected"),
                "{error}"
            );
            fs::write(path.join("manifest.json"), before).unwrap();
        }
        assert!(Dataset::load(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn hostile_what_is_no_file_is_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demos");
        small().save(&path, true).unwrap();
        let table = path.join("decisions.parquet");
        fs::remove_file(&table).unwrap();
        assert!(Dataset::load(&path).is_ok(), "by its lines");
        std::os::unix::fs::symlink("/dev/zero", &table).unwrap();
        let error = refusal(&path);
        assert!(
            error.contains("decisions.parquet: is a device or pipe; expected a regular file"),
            "{error}"
        );
        fs::remove_file(&table).unwrap();
        fs::create_dir(&table).unwrap();
        let error = refusal(&path);
        assert!(error.contains("decisions.parquet: is a folder"), "{error}");
        fs::remove_dir(&table).unwrap();
        std::os::unix::fs::symlink("nowhere", &table).unwrap();
        assert!(refusal(&path).contains("decisions.parquet: "));
    }
}
