//! Reading a Tiled file into a [`CampusMap`], noting every rule it breaks: vetted (`vet`), read by
//! the `tiled` crate, taken apart (`draft`), and its rules checked (`rules`).

use super::{
    CampusMap,
    draft::draft,
    problems::{MapError, MapProblem, Problems},
    rules,
    vet::{open, vet},
};
use std::path::Path;

/// Reads a map.
///
/// # Errors
/// When it breaks a rule; nothing of it is used then.
pub fn load(file: &Path) -> Result<CampusMap, MapError> {
    let (map, problems) = read(file);
    match map {
        Some(map) if problems.is_empty() => Ok(map),
        _ => Err(MapError { problems }),
    }
}

/// Every rule that a map breaks; empty for a good one.
pub fn check(file: &Path) -> Vec<MapProblem> {
    read(file).1
}

/// What Tiled wrote in a map's file and those it names, vetted: to be drawn.
///
/// # Errors
/// When one of them is not as Tiled writes it.
pub fn drawing(file: &Path) -> Result<tiled::Map, MapError> {
    let mut problems = Problems::of(file);
    match drawn(file, &mut problems) {
        Some(map) if problems.is_empty() => Ok(map),
        _ => Err(MapError {
            problems: problems.into_all(),
        }),
    }
}

fn drawn(file: &Path, problems: &mut Problems) -> Option<tiled::Map> {
    let found = vet(file, problems)?;
    open(file, &found.vetted, problems)
}

fn read(file: &Path) -> (Option<CampusMap>, Vec<MapProblem>) {
    let mut problems = Problems::of(file);
    let map = understood(file, &mut problems);
    (map, problems.into_all())
}

fn understood(file: &Path, problems: &mut Problems) -> Option<CampusMap> {
    let found = vet(file, problems)?;
    let tiled = open(file, &found.vetted, problems)?;
    let mut draft = draft(&tiled, file, found.whole, problems);
    if !found.whole {
        problems.map(
            "doors, queues and ways were not looked at; expected what is named above to be mended \
             first",
        );
        return None;
    }
    draft.map.settle();
    rules::check(&draft, problems);
    Some(draft.map)
}
